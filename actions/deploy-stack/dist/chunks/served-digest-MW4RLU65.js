import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  askRegistry,
  servedDigest
} from "./chunk-ZAWBMKF5.js";
import "./chunk-RQ44AF6P.js";
import "./chunk-LD6J5TQY.js";
import "./chunk-WDINJYBU.js";
import "./chunk-OKYYRDKY.js";
import "./chunk-FXC36CPP.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  askRegistry,
  servedDigest
};
