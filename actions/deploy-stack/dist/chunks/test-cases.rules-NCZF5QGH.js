import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  testRunOf,
  titleOf
} from "./chunk-K4ICQIHP.js";
import "./chunk-IAAO522G.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import "./chunk-IOXRIZOB.js";
export {
  testRunOf,
  titleOf
};
