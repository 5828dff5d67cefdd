import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  askRegistry,
  servedDigest
} from "./chunk-O3GJF6E2.js";
import "./chunk-AZ5V2MOF.js";
import "./chunk-IHAFRL7X.js";
import "./chunk-NKGHEMV6.js";
import "./chunk-XJCL7SNI.js";
import "./chunk-SLOVN27F.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  askRegistry,
  servedDigest
};
