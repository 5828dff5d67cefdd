import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersTable
} from "./chunk-WRBFWXGA.js";
import "./chunk-WNT7ATMD.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-5WJ6KKDB.js";
import "./chunk-KAFMGS5U.js";
import "./chunk-IOXRIZOB.js";
export {
  answersTable
};
