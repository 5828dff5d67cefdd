import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersTable
} from "./chunk-NPRDB6HR.js";
import "./chunk-FSUZQJ5D.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-U7IE57VW.js";
import "./chunk-HY74X76G.js";
import "./chunk-YQM7MODX.js";
import "./chunk-IOXRIZOB.js";
export {
  answersTable
};
