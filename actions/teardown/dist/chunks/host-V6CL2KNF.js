import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-CXUMXFSV.js";
import "./chunk-TUZEL5A4.js";
import "./chunk-WUNEOKXU.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-3756DWSM.js";
import "./chunk-KDEJAP5Y.js";
import "./chunk-U2YYVIZE.js";
import "./chunk-CCOL5OYZ.js";
import "./chunk-MS3BXRXJ.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
