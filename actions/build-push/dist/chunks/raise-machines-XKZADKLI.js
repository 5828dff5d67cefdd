import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkMachines,
  raiseMachines
} from "./chunk-O6FTCCW7.js";
import "./chunk-6EZK7ARC.js";
import "./chunk-AWCUTZVB.js";
import "./chunk-5PRT5WGA.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-7F7V3B47.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  checkMachines,
  raiseMachines
};
