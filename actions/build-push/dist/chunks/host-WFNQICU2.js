import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine
} from "./chunk-6IC26XZR.js";
import "./chunk-OLE43Z2H.js";
import "./chunk-H3HAWWYR.js";
import "./chunk-TLGIOUIF.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine
};
