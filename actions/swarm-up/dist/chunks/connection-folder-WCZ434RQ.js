import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  openConnectionFolder,
  sweepLeftovers
} from "./chunk-N6CDHYX6.js";
import "./chunk-3756DWSM.js";
import "./chunk-JFAQ5MZV.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  openConnectionFolder,
  sweepLeftovers
};
