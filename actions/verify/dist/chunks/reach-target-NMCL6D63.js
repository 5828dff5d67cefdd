import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  targetOf
} from "./chunk-VBZ5HQH3.js";
import {
  writeCertificates,
  writeLogin
} from "./chunk-5ENMLZNZ.js";
import "./chunk-NKZQ5LRJ.js";
import "./chunk-YALVU7P7.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/reach-target.ts
async function reachTarget(values, door) {
  const { registry, username, password } = values;
  const loginDir = await writeLogin({ registry, username, password }, door);
  return targetOf(values, loginDir, await writeCertificates(values, door));
}
__name(reachTarget, "reachTarget");
export {
  reachTarget
};
