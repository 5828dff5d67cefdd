import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  down,
  takeDown
} from "./chunk-XDM7YQ3G.js";
import "./chunk-YCIVXJA3.js";
import "./chunk-55ZV4XPJ.js";
import "./chunk-TJ27BSE2.js";
import "./chunk-IORCGZK2.js";
import "./chunk-3756DWSM.js";
import "./chunk-KF6SYELS.js";
import "./chunk-3O37WTJB.js";
import "./chunk-QY5PV5DQ.js";
import "./chunk-Z72L4NRU.js";
import "./chunk-5XTWJZA7.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  down,
  takeDown
};
