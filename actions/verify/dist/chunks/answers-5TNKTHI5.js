import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersTable
} from "./chunk-4IB2FFZG.js";
import "./chunk-QWGM7HVV.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-TJP2OZ4R.js";
import "./chunk-YK2URNYV.js";
import "./chunk-IOXRIZOB.js";
export {
  answersTable
};
