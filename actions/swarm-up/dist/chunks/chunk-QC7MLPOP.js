import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/providers/docker-machine/create-line.rules.ts
var machineOf = /* @__PURE__ */ __name((cluster, node) => `${cluster}-${node}`, "machineOf");
function createLine(spec) {
  const flags = spec.flags.filter(({ node }) => node === void 0 || node === spec.node).map(({ name, value }) => value === void 0 ? `--${name}` : `--${name}=${value}`);
  const labels = Object.entries(spec.labels).map(([key, value]) => `--engine-label=${key}=${value}`);
  return ["create", `--driver=${spec.driver}`, ...flags, ...labels, spec.machine];
}
__name(createLine, "createLine");
var PREFIXES = {
  amazonec2: ["AWS_*"],
  google: ["GOOGLE_*", "CLOUDSDK_*"],
  openstack: ["OS_*"],
  rackspace: ["OS_*"],
  vmwarevsphere: ["VSPHERE_*"]
};
var environmentOf = /* @__PURE__ */ __name((driver) => [
  ...["MACHINE_*", "SSH_AUTH_SOCK"],
  `${driver.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_*`,
  ...PREFIXES[driver] ?? []
], "environmentOf");

export {
  machineOf,
  createLine,
  environmentOf
};
