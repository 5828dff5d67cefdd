import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-2TD7STWU.js";
import "./chunk-WUNEOKXU.js";
import "./chunk-FOYQSE6Y.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-N6CDHYX6.js";
import "./chunk-3756DWSM.js";
import "./chunk-JFAQ5MZV.js";
import "./chunk-ZCDRC64D.js";
import "./chunk-3F5NFXT3.js";
import "./chunk-6P3JN7WV.js";
import "./chunk-WES5KB2D.js";
import "./chunk-SLOVN27F.js";
import "./chunk-U2YYVIZE.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
