import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  testRunOf,
  titleOf
} from "./chunk-TMBBOAH6.js";
import "./chunk-WNOSXOS5.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-7F7V3B47.js";
import "./chunk-IOXRIZOB.js";
export {
  testRunOf,
  titleOf
};
