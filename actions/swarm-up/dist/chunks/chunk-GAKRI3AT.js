import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/plain/heartbeat.ts
var USUAL_HEARTBEAT_S = 5;
var EMULATED_HEARTBEAT_S = 20;
function heartbeatOf(engine) {
  return engine.isEmulated ? EMULATED_HEARTBEAT_S : USUAL_HEARTBEAT_S;
}
__name(heartbeatOf, "heartbeatOf");

export {
  USUAL_HEARTBEAT_S,
  heartbeatOf
};
