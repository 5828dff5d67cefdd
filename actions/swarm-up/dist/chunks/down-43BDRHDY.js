import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  down,
  takeDown
} from "./chunk-VY6UFCML.js";
import "./chunk-Y6DKSQJD.js";
import "./chunk-7PBAD6LM.js";
import "./chunk-XZ3JECAM.js";
import "./chunk-TJ27BSE2.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-3756DWSM.js";
import "./chunk-GLQH7T3A.js";
import "./chunk-QC7MLPOP.js";
import "./chunk-7VU3LO77.js";
import "./chunk-3O37WTJB.js";
import "./chunk-SXYHN7PR.js";
import "./chunk-L75CFZRI.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-V755GLVH.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  down,
  takeDown
};
