import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  EngineAnswerError
} from "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/images/image-config.ts
var TIMEOUT_MS = 5e3;
async function configOnEngines([first, ...others], reference, fx) {
  if (!first) return void 0;
  const ask = /* @__PURE__ */ __name(async (client) => {
    try {
      const path = `/images/${withoutTag(reference)}/json`;
      const options = { timeoutMs: TIMEOUT_MS, signal: fx.signal };
      return (await client.json("GET", path, options)).Config ?? {};
    } catch (error) {
      if (fx.signal.aborted) throw error;
      if (!(error instanceof EngineAnswerError) || error.status !== 404)
        fx.log.debug(`an engine could not be asked for ${reference}: ${String(error)}`);
      return void 0;
    }
  }, "ask");
  const found = await ask(first);
  if (found) return found;
  return (await Promise.all(others.map(ask))).find((config) => config !== void 0);
}
__name(configOnEngines, "configOnEngines");
function withoutTag(reference) {
  const [name = "", digest] = reference.split("@");
  return digest === void 0 ? reference : `${name.replace(/:[^:/]*$/, "")}@${digest}`;
}
__name(withoutTag, "withoutTag");
export {
  configOnEngines,
  withoutTag
};
