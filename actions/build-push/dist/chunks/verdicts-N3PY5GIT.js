import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  verdictsTable
} from "./chunk-MO6PXV3Q.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-OX3UX2IQ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-YVKRBTO4.js";
import "./chunk-YMHORQ5N.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-QBL3JU6U.js";
import "./chunk-IOXRIZOB.js";
export {
  verdictsTable
};
