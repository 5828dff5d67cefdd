import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkMachines,
  raiseMachines
} from "./chunk-MJSL5C72.js";
import "./chunk-J5KFCC5E.js";
import "./chunk-V755GLVH.js";
import "./chunk-DWKKH557.js";
import "./chunk-U2YYVIZE.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import "./chunk-TLGIOUIF.js";
export {
  checkMachines,
  raiseMachines
};
