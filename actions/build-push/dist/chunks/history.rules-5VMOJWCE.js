import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  historyOf,
  medianMs
} from "./chunk-Z57E4SST.js";
import "./chunk-7KCOO2YM.js";
import "./chunk-YVKRBTO4.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-QBL3JU6U.js";
import "./chunk-IOXRIZOB.js";
export {
  historyOf,
  medianMs
};
