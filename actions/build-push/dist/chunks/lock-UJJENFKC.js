import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  makeOwn
} from "./chunk-DCOXSXBO.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/lock.ts
import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
async function withLock(stateDir, name, work) {
  makeOwn(stateDir);
  const file = path.join(stateDir, `.${name}.lock`);
  await take(file, name);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
__name(withLock, "withLock");
async function take(file, name) {
  const mine = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, start: await startOf(process.pid) }), {
    mode: 384
  });
  try {
    for (let tries = 0; tries < 3; tries++) {
      const isTaken = await link(mine, file).then(
        () => true,
        (error) => {
          if (error.code === "EEXIST") return false;
          throw error;
        }
      );
      if (isTaken) return;
      const holder = await holderOf(file);
      if (holder && await isAlive(holder)) throw held(name, holder);
      if (holder) await takeAway(file, `${mine}.stale`, holder);
    }
    throw held(name, void 0);
  } finally {
    await rm(mine, { force: true });
    await rm(`${mine}.stale`, { force: true });
  }
}
__name(take, "take");
async function takeAway(file, aside, dead) {
  await rename(file, aside).catch(() => void 0);
  const moved = await holderOf(aside);
  if (moved && (moved.pid !== dead.pid || moved.start !== dead.start)) await link(aside, file);
}
__name(takeAway, "takeAway");
async function holderOf(file) {
  const text = await readFile(file, "utf8").catch(() => void 0);
  if (text === void 0) return void 0;
  try {
    const { pid, start } = JSON.parse(text);
    return { pid: Number(pid), start: String(start) };
  } catch {
    return { pid: 0, start: "" };
  }
}
__name(holderOf, "holderOf");
async function isAlive(holder) {
  if (holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return false;
  }
  return await startOf(holder.pid) === holder.start;
}
__name(isAlive, "isAlive");
async function startOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
__name(startOf, "startOf");
function held(name, holder) {
  const who = holder ? ` (process ${holder.pid})` : "";
  return new SwarmlineError("cluster-busy", `another swarmline${who} is working on the swarm ${name} now`, {
    hint: "wait until it ends, or choose another name with --name"
  });
}
__name(held, "held");
export {
  withLock
};
