import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  hasLoginFor,
  registryAuth,
  registryLogin
} from "./chunk-D4NRNZID.js";
import "./chunk-XJCL7SNI.js";
import "./chunk-SLOVN27F.js";
import "./chunk-FRIEG2G6.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  hasLoginFor,
  registryAuth,
  registryLogin
};
