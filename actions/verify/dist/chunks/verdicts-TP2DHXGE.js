import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  verdictsTable
} from "./chunk-KDC4GBRI.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-SGQCVBEB.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-5WJ6KKDB.js";
import "./chunk-YMHORQ5N.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-KAFMGS5U.js";
import "./chunk-IOXRIZOB.js";
export {
  verdictsTable
};
