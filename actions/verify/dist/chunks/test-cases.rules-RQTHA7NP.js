import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  testRunOf,
  titleOf
} from "./chunk-Y2ULU3RW.js";
import "./chunk-5WJ6KKDB.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-KAFMGS5U.js";
import "./chunk-IOXRIZOB.js";
export {
  testRunOf,
  titleOf
};
