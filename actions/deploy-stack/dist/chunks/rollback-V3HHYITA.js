import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  rollback,
  withFailures
} from "./chunk-YSHJO252.js";
import "./chunk-7NRRBRXI.js";
import "./chunk-6DEXFADH.js";
import "./chunk-PSDXEBMZ.js";
import "./chunk-GULL4U2J.js";
import "./chunk-NZH7S4NC.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-KOBQJXPE.js";
import "./chunk-QZS52BYD.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-KADSAXIV.js";
import "./chunk-XKGGMZTO.js";
import "./chunk-KKVCX2UQ.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-LD6J5TQY.js";
import "./chunk-OKYYRDKY.js";
import "./chunk-LSDA3ZLN.js";
import "./chunk-DCOXSXBO.js";
import "./chunk-TO3536BY.js";
import "./chunk-5THPO6YE.js";
import "./chunk-5XKDYEV4.js";
import "./chunk-HFVHSVFW.js";
import "./chunk-NKZQ5LRJ.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-YQM7MODX.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  rollback,
  withFailures
};
