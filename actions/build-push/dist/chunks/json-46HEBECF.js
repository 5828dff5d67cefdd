import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  renderJson
} from "./chunk-3RFZ7BOV.js";
import "./chunk-WNOSXOS5.js";
import "./chunk-7F7V3B47.js";
import "./chunk-IOXRIZOB.js";
export {
  renderJson
};
