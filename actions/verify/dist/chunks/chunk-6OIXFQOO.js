import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
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

export {
  SKEL_IMAGE,
  NODE_ENTRY,
  MACHINE_BINDS,
  skelEntries
};
