import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  expired,
  findLeftovers,
  listOurs,
  refuseStrangers
} from "./chunk-QB3PIMBJ.js";
import "./chunk-O55Z6ISK.js";
import "./chunk-EV5Y3EN7.js";
import "./chunk-BI6VV4G5.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  expired,
  findLeftovers,
  listOurs,
  refuseStrangers
};
