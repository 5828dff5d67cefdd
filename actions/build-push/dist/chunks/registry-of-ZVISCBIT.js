import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import "./chunk-ZKXXYPHJ.js";
import {
  readCluster
} from "./chunk-NB4JLVDT.js";
import "./chunk-YZPDMEQO.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/list.ts
var readCluster2 = /* @__PURE__ */ __name((name, home) => readCluster(home.stateDir, name), "readCluster");

// src/actions/registry-of.ts
async function registryOf(values, home) {
  if (values.registry) return values.registry;
  return values.cluster ? (await readCluster2(values.cluster, home)).registry.reference : "docker.io";
}
__name(registryOf, "registryOf");
export {
  registryOf
};
