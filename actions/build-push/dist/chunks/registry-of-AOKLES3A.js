import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import "./chunk-VCSQ4GOC.js";
import {
  readCluster
} from "./chunk-HUYP3IKY.js";
import "./chunk-GULL4U2J.js";
import "./chunk-NZH7S4NC.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-5PRT5WGA.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PG4B5AOC.js";
import "./chunk-DCOXSXBO.js";
import "./chunk-7F7V3B47.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/usecases/list.ts
var readCluster2 = /* @__PURE__ */ __name((name, home) => readCluster(home.stateDir, name), "readCluster");

// src/actions/registry-of.ts
async function registryOf(values, home) {
  if (values.registry) return values.registry;
  if (!values.cluster) return "docker.io";
  const { registry } = await readCluster2(values.cluster, home);
  if (registry) return registry.reference;
  throw new SwarmlineError("input", `the swarm ${values.cluster} has no registry of its own`, {
    hint: "give registry, with username and password"
  });
}
__name(registryOf, "registryOf");
export {
  registryOf
};
