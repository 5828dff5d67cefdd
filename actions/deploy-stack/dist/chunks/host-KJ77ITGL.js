import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-C4SF72XJ.js";
import "./chunk-SLOVN27F.js";
import "./chunk-JSEEVW6R.js";
import "./chunk-TLGIOUIF.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
