import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/own-folder.ts
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readFileSync, readlinkSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// src/effects/own-folder.rules.ts
function prefixOf(family, { pid, start, space }) {
  return `${family}-${[pid, start, space].map((number) => number.toString(36)).join("-")}-`;
}
__name(prefixOf, "prefixOf");
var NAME = /^(?:swl|swarmline-[a-z]+)-([0-9a-z]{1,8})-([0-9a-z]{1,8})-([0-9a-z]{1,8})-[A-Za-z0-9]{6}$/;
function makerOf(name) {
  const found = NAME.exec(name);
  if (!found) return void 0;
  const [pid = 0, start = 0, space = 0] = found.slice(1).map((text) => Number.parseInt(text, 36));
  return { pid, start, space };
}
__name(makerOf, "makerOf");

// src/effects/own-folder.ts
function makeOwnFolder(family, options = {}) {
  const prefix = prefixOf(family, thisProcess());
  const most = options.mostBytes ?? Number.POSITIVE_INFINITY;
  const places = basesOf().map((base) => path.join(base, prefix));
  const fitting = places.find((place) => Buffer.byteLength(place) + 6 <= most);
  return mkdtempSync(fitting ?? path.join("/tmp", prefix));
}
__name(makeOwnFolder, "makeOwnFolder");
async function sweepOwnFolders(farewell) {
  const { space } = thisProcess();
  for (const base of /* @__PURE__ */ new Set([...basesOf(), "/tmp"])) {
    for (const name of await readdir(base).catch(() => [])) {
      const maker = makerOf(name);
      if (maker?.space !== space || isAlive(maker)) continue;
      const folder = path.join(base, name);
      if (!isPrivate(folder)) continue;
      await farewell(folder).catch(() => void 0);
      await rm(folder, { recursive: true, force: true }).catch(() => void 0);
    }
  }
}
__name(sweepOwnFolders, "sweepOwnFolders");
function basesOf() {
  const { RUNNER_TEMP, XDG_RUNTIME_DIR } = process.env;
  const own = XDG_RUNTIME_DIR && path.isAbsolute(XDG_RUNTIME_DIR) && isPrivate(XDG_RUNTIME_DIR);
  const runner = RUNNER_TEMP && path.isAbsolute(RUNNER_TEMP) && isFolder(RUNNER_TEMP);
  return [...runner ? [RUNNER_TEMP] : [], ...own ? [XDG_RUNTIME_DIR] : [], tmpdir()];
}
__name(basesOf, "basesOf");
var isFolder = /* @__PURE__ */ __name((place) => statusOf(place)?.isDirectory() ?? false, "isFolder");
function isPrivate(place) {
  const seen = statusOf(place);
  return seen?.isDirectory() === true && seen.uid === process.getuid?.() && (seen.mode & 63) === 0;
}
__name(isPrivate, "isPrivate");
var statusOf = /* @__PURE__ */ __name((place) => attempt(() => lstatSync(place)), "statusOf");
var known;
function thisProcess() {
  const space = /\d+/.exec(attempt(() => readlinkSync("/proc/self/ns/pid")) ?? "")?.[0];
  known ??= { pid: process.pid, start: startOf(process.pid) ?? 0, space: Number(space ?? 0) };
  return known;
}
__name(thisProcess, "thisProcess");
var isAlive = /* @__PURE__ */ __name(({ pid, start }) => startOf(pid) === start, "isAlive");
function startOf(pid) {
  if (process.platform === "linux") {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields === void 0 || fields[0] === "Z" || fields[0] === "X" ? void 0 : Number(fields[19]);
  }
  const env = { PATH: "/bin:/usr/bin", LC_ALL: "C" };
  const args = ["-o", "lstart=", "-p", String(pid)];
  const lstart = attempt(
    () => execFileSync("ps", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  );
  return lstart ? Math.floor(Date.parse(lstart) / 1e3) : void 0;
}
__name(startOf, "startOf");
function attempt(read) {
  try {
    return read();
  } catch {
    return void 0;
  }
}
__name(attempt, "attempt");

export {
  makeOwnFolder,
  sweepOwnFolders
};
