import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  ensureNetwork
} from "./chunk-4PWIUH4Z.js";
import "./chunk-QY5PV5DQ.js";
import "./chunk-Z72L4NRU.js";
import "./chunk-YZPDMEQO.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  ensureNetwork
};
