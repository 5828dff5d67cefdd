import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersTable
} from "./chunk-LOSZQWLB.js";
import "./chunk-P57VOBU2.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-IAAO522G.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import "./chunk-IOXRIZOB.js";
export {
  answersTable
};
