import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkMachines,
  raiseMachines
} from "./chunk-EOQUSI5W.js";
import "./chunk-6EZK7ARC.js";
import "./chunk-AWCUTZVB.js";
import "./chunk-D2XLB4HT.js";
import "./chunk-KAFMGS5U.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-BI6VV4G5.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  checkMachines,
  raiseMachines
};
