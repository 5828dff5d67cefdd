import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  verdictsTable
} from "./chunk-5ONKMII5.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-SUTTOYKX.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-TJP2OZ4R.js";
import "./chunk-YMHORQ5N.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-YK2URNYV.js";
import "./chunk-IOXRIZOB.js";
export {
  verdictsTable
};
