import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forgetLogin,
  writeLogin
} from "./chunk-KLXPXZOH.js";
import "./chunk-H3HAWWYR.js";
import "./chunk-TLGIOUIF.js";
export {
  forgetLogin,
  writeLogin
};
