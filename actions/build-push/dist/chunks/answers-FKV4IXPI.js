import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersTable
} from "./chunk-YKUN6A7H.js";
import "./chunk-AGAYQ6HO.js";
import "./chunk-3A3AI4CZ.js";
import "./chunk-T6QNDE6C.js";
import "./chunk-YVKRBTO4.js";
import "./chunk-QBL3JU6U.js";
import "./chunk-IOXRIZOB.js";
export {
  answersTable
};
