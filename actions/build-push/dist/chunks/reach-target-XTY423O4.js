import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  targetOf
} from "./chunk-RZV546KZ.js";
import {
  writeCertificates,
  writeLogin
} from "./chunk-MAFPRT7D.js";
import "./chunk-JSEEVW6R.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

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
