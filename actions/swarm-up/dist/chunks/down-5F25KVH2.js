import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  down,
  takeDown
} from "./chunk-VRA3K7IW.js";
import "./chunk-H3HAWWYR.js";
import "./chunk-TLGIOUIF.js";
export {
  down,
  takeDown
};
