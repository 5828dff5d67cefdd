import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  down,
  takeDown
} from "./chunk-FRJIMKKP.js";
import "./chunk-Y6DKSQJD.js";
import "./chunk-J34WUVEK.js";
import "./chunk-4XLZ7Y7A.js";
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
import "./chunk-T3VNIYLK.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  down,
  takeDown
};
