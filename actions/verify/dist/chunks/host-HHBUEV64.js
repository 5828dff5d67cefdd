import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-2LLBT32B.js";
import "./chunk-MTPPTGBH.js";
import "./chunk-R7LYP3D4.js";
import "./chunk-6UEDRDHE.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-YDOMORQO.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-XSWMIWF4.js";
import "./chunk-6ZSHKUBQ.js";
import "./chunk-YI44ZX6S.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
