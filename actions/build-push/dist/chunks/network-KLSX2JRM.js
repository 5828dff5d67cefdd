import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  ensureNetwork
} from "./chunk-JJV6RUSM.js";
import "./chunk-PQH5ZTPO.js";
import "./chunk-VJ2KMUWK.js";
import "./chunk-YZPDMEQO.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  ensureNetwork
};
