import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  makeOwnFolder
} from "./chunk-3NEWQZTY.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/scratch.ts
import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
var folders = /* @__PURE__ */ new Set();
var ROOM = { mostBytes: 85 };
async function withScratch(name, work) {
  const folder = remember(makeOwnFolder(`swarmline-${name}`, ROOM));
  try {
    return await work(folder);
  } finally {
    await remove(folder);
  }
}
__name(withScratch, "withScratch");
function remember(folder) {
  if (folders.size === 0) process.on("exit", removeAll);
  folders.add(folder);
  return folder;
}
__name(remember, "remember");
async function remove(folder) {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
  if (folders.size === 0) process.off("exit", removeAll);
}
__name(remove, "remove");
function removeAll() {
  for (const folder of folders)
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
    }
}
__name(removeAll, "removeAll");

export {
  withScratch
};
