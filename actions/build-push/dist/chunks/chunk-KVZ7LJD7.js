import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  isHere,
  jsonOf,
  record,
  registrySession,
  withRegistryFetch
} from "./chunk-7H4Z5KSI.js";
import {
  HUB,
  parseReference
} from "./chunk-EZZRJBFE.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/registry-config.ts
async function configInRegistry(question, fx) {
  const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(question.timeoutMs)]);
  try {
    return await withRegistryFetch((fetch) => read(question, fetch, signal));
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.debug(`the registry does not return the configuration of ${question.reference}: ${String(error)}`);
    return void 0;
  }
}
__name(configInRegistry, "configInRegistry");
async function read(question, fetch, signal) {
  const { domain, repository, digest } = parseReference(question.reference);
  if (digest === void 0) return void 0;
  const session = registrySession(originOf(domain), repository, question.login, fetch, signal);
  const top = jsonOf(await session.get("manifests", digest));
  const manifest = Array.isArray(top.manifests) ? jsonOf(await session.get("manifests", ofPlatform(top.manifests, question.architecture)?.digest)) : top;
  const { config } = jsonOf(await session.get("blobs", record(manifest.config).digest));
  return record(config);
}
__name(read, "read");
var ofPlatform = /* @__PURE__ */ __name((manifests, architecture) => manifests.map(record).find(({ platform }) => {
  const { os, architecture: own } = record(platform);
  return os === "linux" && own === architecture;
}), "ofPlatform");
function originOf(domain) {
  if (domain === HUB) return new URL("https://registry-1.docker.io");
  const plain = new URL(`http://${domain}`);
  return isHere(plain.hostname) ? plain : new URL(`https://${domain}`);
}
__name(originOf, "originOf");

export {
  configInRegistry,
  originOf
};
