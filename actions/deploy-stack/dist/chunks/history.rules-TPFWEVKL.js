import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  historyOf,
  medianMs
} from "./chunk-PMM3JIBA.js";
import "./chunk-LZROURIC.js";
import "./chunk-U7IE57VW.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-HY74X76G.js";
import "./chunk-YQM7MODX.js";
import "./chunk-IOXRIZOB.js";
export {
  historyOf,
  medianMs
};
