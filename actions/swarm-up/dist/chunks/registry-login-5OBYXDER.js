import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  loginsFile,
  newLogin,
  readLogin,
  saveLogin
} from "./chunk-BHFG4NF2.js";
import "./chunk-XJCL7SNI.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  loginsFile,
  newLogin,
  readLogin,
  saveLogin
};
