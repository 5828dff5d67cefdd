import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  openConnectionFolder,
  sweepLeftovers
} from "./chunk-USDJ5VQ5.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  openConnectionFolder,
  sweepLeftovers
};
