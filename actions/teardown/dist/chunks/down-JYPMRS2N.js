import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import "./chunk-Y6DKSQJD.js";
import "./chunk-TJ27BSE2.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-3756DWSM.js";
import {
  listClusters,
  readClusterIfAny
} from "./chunk-4BHV775L.js";
import "./chunk-J5KFCC5E.js";
import "./chunk-5XTWJZA7.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-V755GLVH.js";
import "./chunk-J6MSUP63.js";
import "./chunk-3O37WTJB.js";
import {
  whoseOf
} from "./chunk-SXYHN7PR.js";
import "./chunk-IMGLZU3P.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-PXHYZGHH.js";
import {
  SwarmlineError,
  explain
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/down.ts
import { rm } from "node:fs/promises";

// src/cluster/env.rules.ts
var TLS_SETTINGS = ["DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"];
var CLIENT_SETTINGS = ["DOCKER_HOST", ...TLS_SETTINGS];

// src/cluster/cluster.ts
var withLock = /* @__PURE__ */ __name(async (...args) => (await import("./lock-H5E2HTGI.js")).withLock(...args), "withLock");
var driveMachines = /* @__PURE__ */ __name(async (...args) => (await import("./program-BY7GAWA4.js")).drive(...args), "driveMachines");
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-2IZ6FPVB.js")).providers, "loadProviders");

// src/engine/engine.ts
var openConnectionFolder = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-3MNC4WDA.js")).openConnectionFolder(...args), "openConnectionFolder");
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-3MNC4WDA.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-BV6MS2VL.js")).attachEngine(...args), "attachEngine");
var endEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-BV6MS2VL.js")).endEngine(...args), "endEngine");
var openTlsEngine = /* @__PURE__ */ __name(async (...args) => (await import("./tls-engine-NPNIOMT7.js")).openTlsEngine(...args), "openTlsEngine");

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

// src/usecases/machine-engines.ts
import path2 from "node:path";
async function openMachineEngines(fx) {
  const { folder, remove } = await openConnectionFolder(fx);
  let count = 0;
  return {
    reach: /* @__PURE__ */ __name((endpoint) => openTlsEngine(endpoint, path2.join(folder, String(++count))), "reach"),
    close: remove
  };
}
__name(openMachineEngines, "openMachineEngines");

// src/usecases/down.ts
async function down(request, home, fx) {
  await sweepLeftovers(fx);
  const names = request.isAllOfOurs ? (await listClusters(home.stateDir)).clusters.map((cluster) => cluster.name) : [request.name];
  const removed = [];
  for (const name of names)
    removed.push(...await withLock(home.stateDir, name, () => takeDown(name, home, fx, request.ifSilent)));
  return { removed };
}
__name(down, "down");
async function takeDown(name, home, fx, ifSilent = "forget") {
  const dir = clusterDir(home, name);
  const cluster = await readClusterIfAny(home.stateDir, name);
  if (cluster?.provider === "docker-machine") await removeMachines(cluster, fx);
  else if (cluster) await empty(cluster, dir, ifSilent, fx);
  await rm(dir, { recursive: true, force: true });
  return cluster ? [...cluster.nodes.map((node) => node.name), `cluster ${name}`] : [];
}
__name(takeDown, "takeDown");
async function removeMachines(cluster, fx) {
  const { name, run, program, machines: records } = cluster;
  const engines = await openMachineEngines(fx);
  try {
    const ground = { machines: await driveMachines(program, fx), records, reach: engines.reach };
    await (await loadProviders())["docker-machine"].maker.remove({ cluster: name, run }, ground, fx);
  } finally {
    await engines.close();
  }
}
__name(removeMachines, "removeMachines");
async function empty(cluster, dir, ifSilent, fx) {
  const { engine: state, name } = cluster;
  if (state.isOwned) return endEngine(state, fx);
  try {
    const engine = await attachEngine(state, dir, fx);
    await (await loadProviders()).dind.maker.remove(whoseOf(cluster), engine, fx).finally(() => engine.close());
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
  down,
  takeDown
};
