import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  writeCertificates,
  writeLogin,
  writeSshKey
} from "./chunk-3UJT3B3W.js";
import "./chunk-FXC36CPP.js";
import "./chunk-NSDJCOOJ.js";
import "./chunk-NKZQ5LRJ.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/reach-target.ts
async function reachTarget(values, door) {
  const { registry, username, password, registryLogins } = values;
  const loginDir = await writeLogin({ registry, username, password, registryLogins }, door);
  const certDir = await writeCertificates(values, door);
  return targetOf(values, loginDir, certDir, await writeSshKey(values, door));
}
__name(reachTarget, "reachTarget");
function targetOf({ cluster, dockerHost, hostKey }, dockerConfigDir, certDir, identityPath) {
  if (cluster) return { kind: "cluster", name: cluster };
  return { kind: "existing", dockerHost, dockerConfigDir, hostKey, certDir, identityPath };
}
__name(targetOf, "targetOf");
export {
  reachTarget,
  targetOf
};
