import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  renderJson
} from "./chunk-7GU4ZDVB.js";
import "./chunk-5WJ6KKDB.js";
import "./chunk-KAFMGS5U.js";
import "./chunk-IOXRIZOB.js";
export {
  renderJson
};
