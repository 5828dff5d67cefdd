import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  askRegistry,
  servedDigest
} from "./chunk-XYUZ7GH3.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-WDINJYBU.js";
import "./chunk-IS7OFOW7.js";
import "./chunk-FXC36CPP.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-EZZRJBFE.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  askRegistry,
  servedDigest
};
