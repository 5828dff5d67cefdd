import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/plain/cluster-size.ts
var MOST_MANAGERS = 7;
var MOST_NODES = 20;

// src/cluster/addresses.rules.ts
var NETWORK_PREFIX = "10.79.0";
var REGISTRY_PORT = 5e3;
var FIRST_NODE = 11;
function planAddresses(counts, prefix = NETWORK_PREFIX) {
  const problem = problemOfCounts(counts);
  if (problem) throw new SwarmlineError("input", problem);
  const named = [
    ...names("manager", counts.managers).map((name) => ({ name, role: "manager" })),
    ...names("worker", counts.workers).map((name) => ({ name, role: "worker" }))
  ];
  return {
    subnet: `${prefix}.0/24`,
    gateway: `${prefix}.2`,
    registry: `${prefix}.5:${REGISTRY_PORT}`,
    mirror: `${prefix}.6:${REGISTRY_PORT}`,
    template: `${prefix}.10`,
    nodes: named.map((node, i) => ({ ...node, address: `${prefix}.${FIRST_NODE + i}` }))
  };
}
__name(planAddresses, "planAddresses");
function problemOfCounts(counts) {
  const { managers, workers } = counts;
  if (!Number.isInteger(managers) || managers < 1 || managers > MOST_MANAGERS)
    return `managers must be a whole number from 1 to ${MOST_MANAGERS}, not ${managers}`;
  if (!Number.isInteger(workers) || workers < 0)
    return `workers must be a whole number from 0, not ${workers}`;
  if (managers + workers > MOST_NODES)
    return `${managers} managers and ${workers} workers are more than the ${MOST_NODES} nodes of a cluster`;
  return void 0;
}
__name(problemOfCounts, "problemOfCounts");
function noteOnManagers(managers) {
  if (managers % 2 === 0)
    return `${managers} managers survive the loss of ${(managers - 2) / 2}, like ${managers - 1}: use an odd number`;
  if (managers < 3)
    return "one manager: when it fails, nobody can change the swarm; 3 survive the loss of one";
  return void 0;
}
__name(noteOnManagers, "noteOnManagers");
function names(role, count) {
  return Array.from({ length: count }, (_, i) => `${role}${i + 1}`);
}
__name(names, "names");

// src/cluster/env.rules.ts
var TLS_SETTINGS = ["DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"];
var CLIENT_SETTINGS = ["DOCKER_HOST", ...TLS_SETTINGS];
var clientEndpoint = /* @__PURE__ */ __name((node) => "socketPath" in node ? { dockerHost: `unix://${node.socketPath}` } : { dockerHost: node.dockerHost, certDir: node.certDir }, "clientEndpoint");

export {
  MOST_MANAGERS,
  MOST_NODES,
  planAddresses,
  noteOnManagers,
  clientEndpoint
};
