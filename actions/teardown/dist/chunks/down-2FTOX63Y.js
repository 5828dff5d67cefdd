import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import "./chunk-55ZV4XPJ.js";
import "./chunk-TJ27BSE2.js";
import {
  listClusters,
  readClusterIfAny
} from "./chunk-FTQDFLXN.js";
import "./chunk-IORCGZK2.js";
import "./chunk-3756DWSM.js";
import "./chunk-5XTWJZA7.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-TKNYD5N6.js";
import "./chunk-3O37WTJB.js";
import {
  whoseOf
} from "./chunk-PQH5ZTPO.js";
import "./chunk-VJ2KMUWK.js";
import {
  SwarmlineError,
  explain
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/down.ts
import { rm } from "node:fs/promises";

// src/cluster/cluster.ts
var withLock = /* @__PURE__ */ __name(async (...args) => (await import("./lock-H5E2HTGI.js")).withLock(...args), "withLock");
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-VGRY572K.js")).providers, "loadProviders");

// src/engine/engine.ts
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-3MNC4WDA.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-7WIVMXUE.js")).attachEngine(...args), "attachEngine");
var endEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-7WIVMXUE.js")).endEngine(...args), "endEngine");

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
  down,
  takeDown
};
