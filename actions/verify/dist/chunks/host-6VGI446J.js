import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine
} from "./chunk-VBFSNNBE.js";
import "./chunk-JYPIC24A.js";
import "./chunk-IOXRIZOB.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine
};
