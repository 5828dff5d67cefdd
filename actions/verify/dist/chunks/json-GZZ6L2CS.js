import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  renderJson
} from "./chunk-BCQEVWRR.js";
import "./chunk-TJP2OZ4R.js";
import "./chunk-YK2URNYV.js";
import "./chunk-IOXRIZOB.js";
export {
  renderJson
};
