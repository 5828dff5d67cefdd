import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  down,
  takeDown
} from "./chunk-3OZ726IO.js";
import "./chunk-OHFK6R3C.js";
import "./chunk-JSEEVW6R.js";
import "./chunk-TLGIOUIF.js";
export {
  down,
  takeDown
};
