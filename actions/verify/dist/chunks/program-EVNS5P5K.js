import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  environmentOf
} from "./chunk-AWCUTZVB.js";
import {
  isMissing,
  isTaken,
  parseInspect,
  parseNames,
  parseUrl,
  saidBy
} from "./chunk-D2XLB4HT.js";
import {
  SEEN_BY_SSH
} from "./chunk-YDOMORQO.js";
import "./chunk-KAFMGS5U.js";
import "./chunk-BI6VV4G5.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/providers/docker-machine/program.ts
var CREATE_MS = 15 * 6e4;
var REMOVE_MS = 5 * 6e4;
var ASK_MS = 6e4;
function drive(program, fx, limits = {}) {
  const { createMs = CREATE_MS } = limits;
  const run = /* @__PURE__ */ __name((args, timeoutMs, options = {}) => runWithin(program, args, timeoutMs, options, fx), "run");
  const asked = /* @__PURE__ */ __name(async (args, machine) => {
    const result = await run(args, ASK_MS);
    if (isMissing(result)) throw new SwarmlineError("not-found", `there is no machine ${machine}`);
    return checked(`${program.file} ${args[0]} ${machine}`, result).stdout;
  }, "asked");
  return {
    /** Of every machine in the store, half-made ones among them. */
    names: /* @__PURE__ */ __name(async () => parseNames(checked(`${program.file} ls`, await run(["ls", "-q"], ASK_MS)).stdout), "names"),
    /** @throws `not-found` */
    inspect: /* @__PURE__ */ __name(async (machine) => parseInspect(await asked(["inspect", machine], machine), machine), "inspect"),
    /** @throws `not-found`; `cluster-failed` when it is not running */
    url: /* @__PURE__ */ __name(async (machine) => parseUrl(await asked(["url", machine], machine), machine), "url"),
    /** @throws `not-found` */
    state: /* @__PURE__ */ __name(async (machine) => (await asked(["status", machine], machine)).trim(), "state"),
    /** Standard output of a program on the machine. ssh hands it to a shell there: words of ours only. */
    ssh: /* @__PURE__ */ __name(async (machine, words) => asked(["ssh", machine, ...words], machine), "ssh"),
    /** @throws `cluster-busy` when there is one of that name; `timed-out`; `cluster-failed` in the program's words */
    create: /* @__PURE__ */ __name(async (machine, line, onLine) => {
      const result = await run(line, createMs, onLine ? { onLine } : {});
      if (isTaken(result)) throw new SwarmlineError("cluster-busy", `a machine ${machine} exists already`);
      checked(`machine ${machine} could not be created`, result);
    }, "create"),
    /**
     * Removes a machine with its instance. One whose instance the driver cannot remove, as of a machine that was never
     * finished, is removed from the store all the same.
     *
     * @returns what the driver said when it could not remove the instance, which may then be there still
     */
    remove: /* @__PURE__ */ __name(async (machine) => {
      const first = await run(["rm", "-y", machine], REMOVE_MS);
      if (first.exitCode === 0 || isMissing(first)) return void 0;
      const second = await run(["rm", "-f", "-y", machine], REMOVE_MS);
      if (!isMissing(second)) checked(`machine ${machine} could not be removed`, second);
      return saidBy(first);
    }, "remove")
  };
}
__name(drive, "drive");
function checked(what, result) {
  if (result.exitCode === 0) return result;
  throw new SwarmlineError("cluster-failed", `${what}: ${saidBy(result)} (exit status ${result.exitCode})`);
}
__name(checked, "checked");
async function runWithin({ file, driver, storePath }, args, timeoutMs, options, { exec, signal }) {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await exec(file, args, {
      ...options,
      isChecked: false,
      isGroup: true,
      inherit: [...environmentOf(driver), ...SEEN_BY_SSH],
      ...storePath === void 0 ? {} : { env: { MACHINE_STORAGE_PATH: storePath } },
      signal: AbortSignal.any([signal, limit])
    });
  } catch (error) {
    if (!(error instanceof SwarmlineError)) throw error;
    if (error.code === "missing-tool")
      throw new SwarmlineError("missing-tool", `${file} is not installed`, {
        hint: "install docker-machine or rancher-machine, and put it on the PATH",
        cause: error
      });
    if (error.code === "cancelled" && limit.aborted && !signal.aborted)
      throw new SwarmlineError("timed-out", `${file} ${args[0]} did not finish within ${timeoutMs / 1e3} s`);
    throw error;
  }
}
__name(runWithin, "runWithin");
async function installedProgram(fx) {
  for (const file of ["docker-machine", "rancher-machine"]) {
    const isThere = await runWithin({ file, driver: "none" }, ["version"], ASK_MS, {}, fx).then(
      () => true,
      (error) => {
        if (error instanceof SwarmlineError && error.code === "missing-tool") return false;
        throw error;
      }
    );
    if (isThere) return file;
  }
  throw new SwarmlineError("missing-tool", "neither docker-machine nor rancher-machine is installed", {
    hint: "install one of them, and put it on the PATH"
  });
}
__name(installedProgram, "installedProgram");
export {
  drive,
  installedProgram
};
