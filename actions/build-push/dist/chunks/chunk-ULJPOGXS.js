import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  importImage
} from "./chunk-65CDR7I2.js";
import {
  createContainer,
  lastLines,
  removeContainer,
  startContainer
} from "./chunk-R4PO2Z6Q.js";
import {
  isGone
} from "./chunk-PG4B5AOC.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/providers/dind/skel.rules.ts
var SKEL_IMAGE = "swarmline/skel:1";
var NODE_ENTRY = "/usr/sbin/node-init";
var MACHINE_BINDS = [
  "/usr:/usr:ro",
  "/etc/alternatives:/etc/alternatives:ro",
  "/etc/ssl:/etc/ssl:ro"
];
function skelEntries() {
  const folder = /* @__PURE__ */ __name((path, mode = 493) => ({ kind: "folder", path, mode }), "folder");
  const file = /* @__PURE__ */ __name((path, lines) => ({
    kind: "file",
    path,
    content: `${lines.join("\n")}
`
  }), "file");
  return [
    ...FOLDERS.map((path) => folder(path)),
    folder("tmp", 1023),
    folder("root", 448),
    ...["bin", "sbin", "lib", "lib64"].map(
      (path) => ({ kind: "link", path, target: `usr/${path}` })
    ),
    { kind: "link", path: "var/run", target: "/run" },
    file("etc/passwd", [
      "root:x:0:0:root:/root:/bin/sh",
      "nobody:x:65534:65534:nobody:/nonexistent:/bin/false"
    ]),
    file("etc/group", ["root:x:0:", "nogroup:x:65534:"]),
    file("etc/nsswitch.conf", ["passwd: files", "group: files", "hosts: files dns"]),
    file("etc/protocols", ["ip 0 IP", "icmp 1 ICMP", "tcp 6 TCP", "udp 17 UDP"])
  ];
}
__name(skelEntries, "skelEntries");
var FOLDERS = [
  "usr",
  "etc",
  "etc/alternatives",
  "etc/docker",
  "etc/ssl",
  "var",
  "var/lib",
  "var/lib/docker",
  "var/lib/containerd",
  "var/log",
  "run",
  "proc",
  "sys",
  "dev",
  "opt",
  "host"
];

// src/cluster/providers/dind/errand.ts
import { randomBytes } from "node:crypto";
async function runErrand(client, errand, signal) {
  const name = `swarmline-errand-${randomBytes(4).toString("hex")}`;
  try {
    const usr = errand.image === SKEL_IMAGE ? MACHINE_BINDS : [];
    await createContainer(
      client,
      errand.what,
      name,
      {
        Image: errand.image,
        Entrypoint: ["/bin/sh", "-c", errand.script, "sh"],
        Cmd: [...errand.args],
        Labels: errand.labels,
        HostConfig: { NetworkMode: "none", Binds: [...usr, `${errand.folder}:/machine`] }
      },
      signal
    );
    await startContainer(client, errand.what, name, signal);
    const end = await client.json("POST", `/containers/${name}/wait`, {
      timeoutMs: 12e4,
      signal
    });
    const lines = await lastLines(client, name, 100);
    if (end.StatusCode === 0) return lines;
    throw new SwarmlineError(
      "cluster-failed",
      `${errand.what} failed: ${lines.at(-1) ?? `status ${end.StatusCode}`}`
    );
  } finally {
    await removeContainer(client, name).catch(() => void 0);
  }
}
__name(runErrand, "runErrand");

// src/cluster/providers/dind/node-image.ts
var DATA_ROOT = "/data";
async function prepareNodeImage(client, source, signal) {
  if (source.kind === "usr") {
    if (!await inspectImage(client, SKEL_IMAGE, signal))
      await importImage(client, SKEL_IMAGE, skelEntries(), { signal });
    return (node) => ({ kind: "usr", skel: SKEL_IMAGE, dataFolder: `${DATA_ROOT}/${node}` });
  }
  const { reference } = source;
  const image = await inspectImage(client, reference, signal);
  if (!image)
    throw new SwarmlineError("not-found", `the engine has no image ${reference} to make nodes from`, {
      hint: `load or pull it first: docker pull ${reference}`
    });
  return () => ({ kind: "image", reference, entrypoint: image.Config.Entrypoint ?? [] });
}
__name(prepareNodeImage, "prepareNodeImage");
async function inspectImage(client, reference, signal) {
  try {
    return await client.json("GET", `/images/${reference}/json`, { signal });
  } catch (error) {
    if (isGone(error)) return void 0;
    throw error;
  }
}
__name(inspectImage, "inspectImage");

export {
  SKEL_IMAGE,
  NODE_ENTRY,
  MACHINE_BINDS,
  runErrand,
  DATA_ROOT,
  prepareNodeImage,
  inspectImage
};
