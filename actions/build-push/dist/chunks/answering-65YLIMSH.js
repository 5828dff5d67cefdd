import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  EngineAnswerError
} from "./chunk-PG4B5AOC.js";
import {
  SwarmlineError,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/answering.ts
var ANSWER_MS = 3e4;
var PATIENCE_MS = 12e4;
async function isAnswering(cluster, nodes, fx) {
  const answers = await Promise.all(nodes.map((node) => untilKnown(cluster, node, fx)));
  return answers.every((answer) => answer === "yes");
}
__name(isAnswering, "isAnswering");
async function untilKnown(cluster, { name, client }, fx) {
  const look = /* @__PURE__ */ __name(async (see) => {
    try {
      await client.json("GET", "/info", { timeoutMs: ANSWER_MS, signal: fx.signal });
      return "yes";
    } catch (error) {
      if (fx.signal.aborted) throw error;
      if (error instanceof EngineAnswerError || isSilent(error)) {
        see(explain(error));
        return void 0;
      }
      return "gone";
    }
  }, "look");
  try {
    const options = { clock: fx.clock, signal: fx.signal, deadlineMs: PATIENCE_MS, everyMs: 1e3 };
    return await waitFor(`the engine of ${name} answers`, look, options);
  } catch (error) {
    if (!isSilent(error)) throw error;
    throw new SwarmlineError(
      "timed-out",
      `${cluster} exists, but whether it works could not be determined: ${explain(error)}`,
      {
        hint: `it may only be busy: try again later, or take it down with: swarmline down ${cluster}`,
        cause: error
      }
    );
  }
}
__name(untilKnown, "untilKnown");
var isSilent = /* @__PURE__ */ __name((error) => error instanceof SwarmlineError && error.code === "timed-out", "isSilent");
export {
  isAnswering
};
