import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  endProcess,
  isRunning,
  startTimeFromStat,
  startTimeOf
} from "./chunk-AO5ZESSA.js";
import "./chunk-U2YYVIZE.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  endProcess,
  isRunning,
  startTimeFromStat,
  startTimeOf
};
