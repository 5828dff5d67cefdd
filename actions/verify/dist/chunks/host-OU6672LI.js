import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
} from "./chunk-LINP5D5Q.js";
import "./chunk-MTPPTGBH.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-4ZLXSC6E.js";
import "./chunk-6UEDRDHE.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-YDOMORQO.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-3MYPOYQO.js";
import "./chunk-6ZSHKUBQ.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  describeHost,
  openHostEngine,
  reattachHostEngine,
  visitEngine
};
