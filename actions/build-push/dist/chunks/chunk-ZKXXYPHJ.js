import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/cluster.ts
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-SU5EXZF2.js")).providers, "loadProviders");

export {
  loadProviders
};
