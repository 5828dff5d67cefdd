import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  importImage
} from "./chunk-CCOL5OYZ.js";
import {
  MACHINE_BINDS,
  SKEL_IMAGE,
  skelEntries
} from "./chunk-3O37WTJB.js";
import {
  createContainer,
  lastLines,
  removeContainer,
  startContainer
} from "./chunk-EXQ3HODE.js";
import {
  isGone
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

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
  runErrand,
  DATA_ROOT,
  prepareNodeImage,
  inspectImage
};
