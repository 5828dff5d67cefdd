import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  verdictsTable
} from "./chunk-ZVA3XBMQ.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-IEO7GBPE.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-WNOSXOS5.js";
import "./chunk-YMHORQ5N.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-7F7V3B47.js";
import "./chunk-IOXRIZOB.js";
export {
  verdictsTable
};
