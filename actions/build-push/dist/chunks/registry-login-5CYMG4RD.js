import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  loginsFile,
  newLogin,
  readLogin,
  saveLogin
} from "./chunk-HAPIWK7G.js";
import "./chunk-FXC36CPP.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
export {
  loginsFile,
  newLogin,
  readLogin,
  saveLogin
};
