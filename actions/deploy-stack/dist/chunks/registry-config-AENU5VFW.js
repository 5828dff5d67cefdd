import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  configInRegistry,
  originOf
} from "./chunk-VCBWFCOA.js";
import "./chunk-7H4Z5KSI.js";
import "./chunk-WDINJYBU.js";
import "./chunk-OKYYRDKY.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  configInRegistry,
  originOf
};
