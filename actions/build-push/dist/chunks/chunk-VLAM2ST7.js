import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/process.ts
import { readFile } from "node:fs/promises";
async function startTimeOf(pid, fx) {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => void 0);
    return stat === void 0 ? void 0 : startTimeFromStat(stat);
  }
  const ps = await fx.exec("ps", ["-o", "lstart=", "-p", String(pid)], { isChecked: false });
  return ps.stdout.trim() || void 0;
}
__name(startTimeOf, "startTimeOf");
function startTimeFromStat(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? void 0 : fields[19];
}
__name(startTimeFromStat, "startTimeFromStat");
async function isRunning(who, fx) {
  return await startTimeOf(who.pid, fx) === who.pidStart;
}
__name(isRunning, "isRunning");
async function endProcess(who, graceMs, fx) {
  const gone = /* @__PURE__ */ __name((deadlineMs) => waitFor(`process ${who.pid} ends`, async () => await isRunning(who, fx) ? void 0 : true, {
    clock: fx.clock,
    deadlineMs,
    everyMs: 20
  }), "gone");
  if (!await signalTo(who, "SIGTERM", fx)) return;
  try {
    await gone(graceMs);
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === "timed-out")) throw error;
    if (await signalTo(who, "SIGKILL", fx)) await gone(1e4);
  }
}
__name(endProcess, "endProcess");
async function signalTo(who, signal, fx) {
  if (!await isRunning(who, fx)) return false;
  try {
    process.kill(who.pid, signal);
    return true;
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}
__name(signalTo, "signalTo");

export {
  startTimeOf,
  startTimeFromStat,
  isRunning,
  endProcess
};
