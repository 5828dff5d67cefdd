import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine
} from "./chunk-ULZMGZ6H.js";
import "./chunk-H3HAWWYR.js";
import "./chunk-TLGIOUIF.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine
};
