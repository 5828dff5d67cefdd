import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  renderJson
} from "./chunk-BW4VFK6E.js";
import "./chunk-YVKRBTO4.js";
import "./chunk-QBL3JU6U.js";
import "./chunk-IOXRIZOB.js";
export {
  renderJson
};
