import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  configInRegistry,
  originOf
} from "./chunk-5O67VHVK.js";
import "./chunk-IHAFRL7X.js";
import "./chunk-ASOXFUJ3.js";
import "./chunk-NKGHEMV6.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  configInRegistry,
  originOf
};
