import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  listClusters,
  readClusterIfAny
} from "./chunk-YCIVXJA3.js";
import {
  whoseOf
} from "./chunk-QY5PV5DQ.js";
import {
  MOST_MANAGERS,
  MOST_NODES
} from "./chunk-5XTWJZA7.js";
import {
  SwarmlineError,
  explain
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/down.ts
import { rm } from "node:fs/promises";

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

// src/cluster/cluster.ts
var isAnswering = /* @__PURE__ */ __name(async (...args) => (await import("./answering-O57GEVVX.js")).isAnswering(...args), "isAnswering");
var shelveStock = /* @__PURE__ */ __name(async (...args) => (await import("./stock-FJJU64SO.js")).shelveStock(...args), "shelveStock");
var makeTemplate = /* @__PURE__ */ __name(async (...args) => (await import("./template-7XPRVJVH.js")).makeTemplate(...args), "makeTemplate");
var refuseStrangers = /* @__PURE__ */ __name(async (...args) => (await import("./leftovers-6AKDLAF6.js")).refuseStrangers(...args), "refuseStrangers");
var withLock = /* @__PURE__ */ __name(async (...args) => (await import("./lock-H5E2HTGI.js")).withLock(...args), "withLock");
var ensureNetwork = /* @__PURE__ */ __name(async (...args) => (await import("./network-WQUA2TQI.js")).ensureNetwork(...args), "ensureNetwork");
var readLogin = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-5OBYXDER.js")).readLogin(...args), "readLogin");
var openRegistry = /* @__PURE__ */ __name(async (...args) => (await import("./registry-MG23NBRM.js")).openRegistry(...args), "openRegistry");
var rotateLogin = /* @__PURE__ */ __name(async (...args) => (await import("./registry-MG23NBRM.js")).rotateLogin(...args), "rotateLogin");
var listOurs = /* @__PURE__ */ __name(async (...args) => (await import("./leftovers-6AKDLAF6.js")).listOurs(...args), "listOurs");
var raiseSwarm = /* @__PURE__ */ __name(async (...args) => (await import("./raise-2A7FIOWW.js")).raiseSwarm(...args), "raiseSwarm");
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-JWY2E2NK.js")).providers, "loadProviders");

// src/engine/engine.ts
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-WCZ434RQ.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-J3P4XZDJ.js")).attachEngine(...args), "attachEngine");
var chooseEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-J3P4XZDJ.js")).chooseEngine(...args), "chooseEngine");
var endEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-J3P4XZDJ.js")).endEngine(...args), "endEngine");
var keepEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-J3P4XZDJ.js")).keepEngine(...args), "keepEngine");
var openEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-J3P4XZDJ.js")).openEngine(...args), "openEngine");
var isRunning = /* @__PURE__ */ __name(async (...args) => (await import("./process-3EGHKBMC.js")).isRunning(...args), "isRunning");

// src/usecases/folders.ts
import path from "node:path";
var LONGEST_DIR = 60;
function clusterDir(home, name) {
  const dir = path.join(home.stateDir, name);
  if (Buffer.byteLength(dir) > LONGEST_DIR)
    throw new SwarmlineError("input", `the folder ${dir} is too long for unix sockets`, {
      hint: "set SWARMLINE_STATE to a shorter one of your own, such as ~/.swarmline"
    });
  return dir;
}
__name(clusterDir, "clusterDir");

// src/usecases/down.ts
async function down(request, home, fx) {
  await sweepLeftovers(fx);
  const names2 = request.isAllOfOurs ? (await listClusters(home.stateDir)).clusters.map((cluster) => cluster.name) : [request.name];
  const removed = [];
  for (const name of names2)
    removed.push(...await withLock(home.stateDir, name, () => takeDown(name, home, fx, request.ifSilent)));
  return { removed };
}
__name(down, "down");
async function takeDown(name, home, fx, ifSilent = "forget") {
  const dir = clusterDir(home, name);
  const cluster = await readClusterIfAny(home.stateDir, name);
  if (cluster) await empty(cluster, dir, ifSilent, fx);
  await rm(dir, { recursive: true, force: true });
  return cluster ? [...cluster.nodes.map((node) => node.name), `cluster ${name}`] : [];
}
__name(takeDown, "takeDown");
async function empty(cluster, dir, ifSilent, fx) {
  const { engine: state, name } = cluster;
  if (state.isOwned) return endEngine(state, fx);
  try {
    const engine = await attachEngine(state, dir, fx);
    await (await loadProviders())[cluster.provider].maker?.remove(whoseOf(cluster), engine, fx).finally(() => engine.close());
  } catch (error) {
    const isSilent = error instanceof SwarmlineError && error.code === "no-engine";
    if (ifSilent === "keep" || !isSilent) throw error;
    fx.log.warn(
      `the engine of ${name} does not answer, so what swarmline made there remains: ${explain(error)}`
    );
  }
}
__name(empty, "empty");

export {
  planAddresses,
  noteOnManagers,
  isAnswering,
  shelveStock,
  makeTemplate,
  refuseStrangers,
  withLock,
  ensureNetwork,
  readLogin,
  openRegistry,
  rotateLogin,
  listOurs,
  raiseSwarm,
  loadProviders,
  sweepLeftovers,
  attachEngine,
  chooseEngine,
  keepEngine,
  openEngine,
  isRunning,
  clusterDir,
  down,
  takeDown
};
