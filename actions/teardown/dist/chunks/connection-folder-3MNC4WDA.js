import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  openConnectionFolder,
  sweepLeftovers
} from "./chunk-TUZEL5A4.js";
import "./chunk-3756DWSM.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  openConnectionFolder,
  sweepLeftovers
};
