import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-56L5HDAI.js";
import "./chunk-4ZLXSC6E.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-USDJ5VQ5.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-QZS52BYD.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-65CDR7I2.js";
import "./chunk-BHNRP3XQ.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-LD6J5TQY.js";
import "./chunk-LSDA3ZLN.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
