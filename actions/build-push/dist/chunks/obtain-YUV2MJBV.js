import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  openPackages
} from "./chunk-O5B7FOPM.js";
import "./chunk-KVBUBABG.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/offline/obtain.ts
var obtainPackages = /* @__PURE__ */ __name((cacheDir) => async (suite, names, onProgress, fx) => (await openPackages({ cacheDir, suite }, fx)).obtain(names, onProgress), "obtainPackages");
export {
  obtainPackages
};
