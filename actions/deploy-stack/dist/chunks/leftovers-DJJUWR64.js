import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  expired,
  findLeftovers,
  listOurs,
  refuseStrangers
} from "./chunk-VNOLJ6CN.js";
import "./chunk-DGVE43M4.js";
import "./chunk-UI7KE23X.js";
import "./chunk-XKGGMZTO.js";
import "./chunk-LD6J5TQY.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  expired,
  findLeftovers,
  listOurs,
  refuseStrangers
};
