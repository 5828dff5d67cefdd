import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  verdictsTable
} from "./chunk-FOBDRLUG.js";
import "./chunk-WUV5N3ZX.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-IAAO522G.js";
import "./chunk-YMHORQ5N.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import "./chunk-IOXRIZOB.js";
export {
  verdictsTable
};
