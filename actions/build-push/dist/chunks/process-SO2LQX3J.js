import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  endProcess,
  isRunning,
  startTimeFromStat,
  startTimeOf
} from "./chunk-VLAM2ST7.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  endProcess,
  isRunning,
  startTimeFromStat,
  startTimeOf
};
