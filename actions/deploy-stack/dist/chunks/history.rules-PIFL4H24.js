import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  historyOf,
  medianMs
} from "./chunk-CZJQHFVW.js";
import "./chunk-6IMUEPR4.js";
import "./chunk-TJP2OZ4R.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-YK2URNYV.js";
import "./chunk-IOXRIZOB.js";
export {
  historyOf,
  medianMs
};
