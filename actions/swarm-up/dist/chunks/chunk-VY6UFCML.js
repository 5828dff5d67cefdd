import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  listClusters,
  readClusterIfAny
} from "./chunk-7PBAD6LM.js";
import {
  whoseOf
} from "./chunk-SXYHN7PR.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
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
var isAnswering = /* @__PURE__ */ __name(async (...args) => (await import("./answering-36GUVIVG.js")).isAnswering(...args), "isAnswering");
var shelveStock = /* @__PURE__ */ __name(async (...args) => (await import("./stock-K5IKTPPE.js")).shelveStock(...args), "shelveStock");
var makeTemplate = /* @__PURE__ */ __name(async (...args) => (await import("./template-NLI7QE4M.js")).makeTemplate(...args), "makeTemplate");
var refuseStrangers = /* @__PURE__ */ __name(async (...args) => (await import("./leftovers-BGYMVM63.js")).refuseStrangers(...args), "refuseStrangers");
var withLock = /* @__PURE__ */ __name(async (...args) => (await import("./lock-H5E2HTGI.js")).withLock(...args), "withLock");
var ensureNetwork = /* @__PURE__ */ __name(async (...args) => (await import("./network-V4GKEIPS.js")).ensureNetwork(...args), "ensureNetwork");
var readLogin = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-5OBYXDER.js")).readLogin(...args), "readLogin");
var openRegistry = /* @__PURE__ */ __name(async (...args) => (await import("./registry-RILBXXXY.js")).openRegistry(...args), "openRegistry");
var rotateLogin = /* @__PURE__ */ __name(async (...args) => (await import("./registry-RILBXXXY.js")).rotateLogin(...args), "rotateLogin");
var listOurs = /* @__PURE__ */ __name(async (...args) => (await import("./leftovers-BGYMVM63.js")).listOurs(...args), "listOurs");
var raiseSwarm = /* @__PURE__ */ __name(async (...args) => (await import("./raise-46I3WXU3.js")).raiseSwarm(...args), "raiseSwarm");
var installedProgram = /* @__PURE__ */ __name(async (...args) => (await import("./program-L3VZ33OL.js")).installedProgram(...args), "installedProgram");
var driveMachines = /* @__PURE__ */ __name(async (...args) => (await import("./program-L3VZ33OL.js")).drive(...args), "driveMachines");
var checkMachines = /* @__PURE__ */ __name(async (...args) => (await import("./raise-machines-P77LQRLF.js")).checkMachines(...args), "checkMachines");
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-7S5FZTWB.js")).providers, "loadProviders");

// src/engine/engine.ts
var openConnectionFolder = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-WCZ434RQ.js")).openConnectionFolder(...args), "openConnectionFolder");
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-WCZ434RQ.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-YRHKRBIN.js")).attachEngine(...args), "attachEngine");
var chooseEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-YRHKRBIN.js")).chooseEngine(...args), "chooseEngine");
var endEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-YRHKRBIN.js")).endEngine(...args), "endEngine");
var keepEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-YRHKRBIN.js")).keepEngine(...args), "keepEngine");
var openEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-YRHKRBIN.js")).openEngine(...args), "openEngine");
var isRunning = /* @__PURE__ */ __name(async (...args) => (await import("./process-3EGHKBMC.js")).isRunning(...args), "isRunning");
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
async function connectNodes(nodes, fx) {
  const engines = nodes.some((node) => !("socketPath" in node)) ? await openMachineEngines(fx) : void 0;
  const opened = [];
  const close = /* @__PURE__ */ __name(async () => {
    await Promise.all(opened.map((each) => each.close()));
    await engines?.close();
  }, "close");
  try {
    const connected = [];
    for (const node of nodes) {
      const way = "socketPath" in node ? node : await engines?.reach(node);
      if (way && "close" in way) opened.push(way);
      const client = connectEngine(way?.socketPath ?? "");
      opened.push(client);
      connected.push({ name: node.name, client });
    }
    return { nodes: connected, close };
  } catch (error) {
    await close();
    throw error;
  }
}
__name(connectNodes, "connectNodes");

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
  installedProgram,
  driveMachines,
  checkMachines,
  loadProviders,
  sweepLeftovers,
  attachEngine,
  chooseEngine,
  keepEngine,
  openEngine,
  isRunning,
  clusterDir,
  openMachineEngines,
  connectNodes,
  down,
  takeDown
};
