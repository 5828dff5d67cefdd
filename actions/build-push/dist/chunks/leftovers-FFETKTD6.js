import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  expired,
  findLeftovers,
  listOurs,
  refuseStrangers
} from "./chunk-T6BSGFNG.js";
import "./chunk-LZAW6XSL.js";
import "./chunk-WY64BTVX.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  expired,
  findLeftovers,
  listOurs,
  refuseStrangers
};
