import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/plain/heartbeat.ts
var USUAL_HEARTBEAT_S = 5;
var MISSED = 3;
var EMULATED_HEARTBEAT_S = 20;
function heartbeatOf(engine) {
  return engine.isEmulated ? EMULATED_HEARTBEAT_S : USUAL_HEARTBEAT_S;
}
__name(heartbeatOf, "heartbeatOf");
function heartbeatInWords(seconds) {
  if (seconds === void 0 || seconds === USUAL_HEARTBEAT_S) return void 0;
  return `The nodes are emulated, so each tells the swarm every ${seconds} s that it runs, not every ${USUAL_HEARTBEAT_S} s: a lost node is noticed after ${MISSED * seconds} s.`;
}
__name(heartbeatInWords, "heartbeatInWords");

export {
  USUAL_HEARTBEAT_S,
  heartbeatOf,
  heartbeatInWords
};
