import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkMachines,
  raiseMachines
} from "./chunk-BYX4UGKW.js";
import "./chunk-6EZK7ARC.js";
import "./chunk-AWCUTZVB.js";
import "./chunk-KOBQJXPE.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-XKGGMZTO.js";
import "./chunk-LD6J5TQY.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  checkMachines,
  raiseMachines
};
