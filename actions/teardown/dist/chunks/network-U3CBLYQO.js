import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  ensureNetwork
} from "./chunk-RXQBFSHB.js";
import "./chunk-SXYHN7PR.js";
import "./chunk-IMGLZU3P.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  ensureNetwork
};
