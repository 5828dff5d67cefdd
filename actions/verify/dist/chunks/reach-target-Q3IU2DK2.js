import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  writeCertificates,
  writeLogin
} from "./chunk-7LWA6T4O.js";
import "./chunk-FXC36CPP.js";
import "./chunk-MKZ6VXLF.js";
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
function targetOf({ cluster, dockerHost, hostKey }, dockerConfigDir, certDir) {
  if (cluster) return { kind: "cluster", name: cluster };
  return { kind: "existing", dockerHost, dockerConfigDir, hostKey, certDir };
}
__name(targetOf, "targetOf");
export {
  reachTarget,
  targetOf
};
