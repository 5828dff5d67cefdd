import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkMachines,
  raiseMachines
} from "./chunk-N2O5SR6F.js";
import "./chunk-6EZK7ARC.js";
import "./chunk-AWCUTZVB.js";
import "./chunk-UK3ZRMBG.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-QBL3JU6U.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  checkMachines,
  raiseMachines
};
