import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/own-place.ts
import { existsSync, lstatSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
function strangerAt(place) {
  const link = statusOf(lstatSync, place);
  const found = link?.isSymbolicLink() ? statusOf(statSync, place) : link;
  const owners = [process.getuid?.() ?? 0, 0];
  for (const each of [link, found])
    if (each && !owners.includes(each.uid)) return `${place} belongs to another user (uid ${each.uid})`;
  if (found && (found.mode & 18) !== 0) return `other users can write to ${place}`;
  return void 0;
}
__name(strangerAt, "strangerAt");
function statusOf(look, place) {
  try {
    return look(place);
  } catch {
    return void 0;
  }
}
__name(statusOf, "statusOf");
function requireOwn(place) {
  const fault = strangerAt(place);
  if (fault === void 0) return;
  throw new SwarmlineError("input", `${fault}, so it is not trusted`, {
    hint: fault.startsWith("other users") ? `check that nobody planted anything in it, then run: chmod go-w ${place}` : "set SWARMLINE_STATE and SWARMLINE_CACHE to folders of your own"
  });
}
__name(requireOwn, "requireOwn");
function makeOwn(folder) {
  try {
    makeAll(folder);
  } catch {
  }
  requireOwn(folder);
}
__name(makeOwn, "makeOwn");
function makeAll(folder) {
  const above = path.dirname(folder);
  if (existsSync(folder) || above === folder) return;
  makeAll(above);
  try {
    mkdirSync(folder, { mode: 448 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
__name(makeAll, "makeAll");

export {
  requireOwn,
  makeOwn
};
