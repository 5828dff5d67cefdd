import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-72THEGKD.js";
import "./chunk-YDOMORQO.js";
import "./chunk-YALVU7P7.js";
import "./chunk-IOXRIZOB.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
