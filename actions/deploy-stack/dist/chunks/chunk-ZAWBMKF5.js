import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  registryAuth
} from "./chunk-RQ44AF6P.js";
import {
  EngineAnswerError
} from "./chunk-LD6J5TQY.js";
import {
  isDigest
} from "./chunk-WDINJYBU.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/served-digest.ts
async function askRegistry(client, configDir, reference, fx) {
  const login = await registryAuth(configDir, reference, fx);
  try {
    const answer = await client.json("GET", `/distribution/${reference}/json`, {
      timeoutMs: 1e4,
      signal: fx.signal,
      ...login ? { headers: { "x-registry-auth": login } } : {}
    });
    const digest = answer?.Descriptor?.digest;
    if (!isDigest(digest)) return { why: "the registry names no digest" };
    return { digest, platforms: platformsOf(answer?.Platforms) };
  } catch (error) {
    if (fx.signal.aborted) throw error;
    if (error instanceof EngineAnswerError) return { why: error.message };
    if (error.code === "timed-out")
      return { why: "the registry did not answer within 10 s" };
    throw error;
  }
}
__name(askRegistry, "askRegistry");
var platformsOf = /* @__PURE__ */ __name((said) => (Array.isArray(said) ? said : []).map((platform) => {
  const [os, architecture] = [String(platform?.os ?? ""), String(platform?.architecture ?? "")];
  return { OS: os, Architecture: architecture.toLowerCase() === "arm" ? "" : architecture };
}), "platformsOf");
async function servedDigest(client, configDir, reference, fx) {
  try {
    const answer = await askRegistry(client, configDir, reference, fx);
    if ("digest" in answer) return answer.digest;
    fx.log.debug(`the registry could not be asked for ${reference}: ${answer.why}`);
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.debug(`the registry could not be asked for ${reference}: ${String(error)}`);
  }
  return void 0;
}
__name(servedDigest, "servedDigest");

export {
  askRegistry,
  servedDigest
};
