import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  otherProvider,
  sizeDiffers
} from "./chunk-KZPCBKD5.js";
import {
  checkMachines,
  connectNodes,
  driveMachines,
  installedProgram,
  isAnswering,
  loadProviders,
  openMachineEngines,
  raiseSwarm,
  sweepLeftovers,
  takeDown,
  withLock
} from "./chunk-VY6UFCML.js";
import "./chunk-Y6DKSQJD.js";
import {
  readClusterIfAny,
  saveCluster
} from "./chunk-7PBAD6LM.js";
import "./chunk-XZ3JECAM.js";
import "./chunk-TJ27BSE2.js";
import {
  forCleanup
} from "./chunk-FOYQSE6Y.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-3756DWSM.js";
import {
  noteOnManagers,
  planAddresses
} from "./chunk-GLQH7T3A.js";
import {
  machineOf
} from "./chunk-QC7MLPOP.js";
import "./chunk-7VU3LO77.js";
import "./chunk-3O37WTJB.js";
import "./chunk-SXYHN7PR.js";
import {
  expiryOf,
  ownLabels
} from "./chunk-L75CFZRI.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-V755GLVH.js";
import "./chunk-PXHYZGHH.js";
import {
  SwarmlineError,
  explain
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/up-machines.ts
import { randomUUID } from "node:crypto";
var CLEANUP_MS = 10 * 6e4;
async function upMachines(request, home, fx) {
  const note = noteOnManagers(request.managers);
  if (note) fx.log.debug(note);
  await sweepLeftovers(fx);
  return withLock(home.stateDir, request.name, async () => {
    const running = await runningCluster(request, home, fx);
    if (running) return running;
    try {
      return await raise(request, home, fx);
    } catch (error) {
      await takeDown(request.name, home, forCleanup(fx, CLEANUP_MS), "keep").catch(
        (left) => fx.log.warn(`not everything could be taken down: ${explain(left)}`)
      );
      throw error;
    }
  });
}
__name(upMachines, "upMachines");
async function raise(request, home, fx) {
  const { name, owner, ttlHours, driver, flags, advertise } = request;
  const { nodes } = planAddresses(request);
  const createdAt = fx.clock.now();
  const run = randomUUID();
  const program = {
    file: await installedProgram(fx),
    driver,
    ...home.machineStoreDir ? { storePath: home.machineStoreDir } : {}
  };
  const records = nodes.map((node) => recordOf(name, node.name, request.adopt));
  const engines = await openMachineEngines(fx);
  try {
    const ground = {
      machines: await driveMachines(program, fx),
      records,
      reach: engines.reach
    };
    await fx.log.step("Checking the machines", () => checkMachines(ground, fx));
    const draft = {
      schema: 1,
      ...{ name, run, provider: "docker-machine", program, machines: records, nodes: [], standIns: [] },
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: expiryOf({ createdAt, ttlHours }),
      engineTitle: `machines of ${program.file} (${driver})`,
      hasMesh: true
    };
    await saveCluster(home.stateDir, draft);
    const labels = ownLabels({ cluster: name, owner, run, createdAt, ttlHours });
    const spec = { nodes, driver, flags, labels, advertise, nodeLabels: request.labels };
    const raised = await raiseSwarm((await loadProviders())["docker-machine"].maker, spec, ground, fx);
    const done = { ...draft, nodes: raised.map(({ socketPath: _ofThisProcess, ...node }) => node) };
    await saveCluster(home.stateDir, done);
    return done;
  } finally {
    await engines.close();
  }
}
__name(raise, "raise");
function recordOf(cluster, node, adopt) {
  const machine = adopt[node];
  return machine === void 0 ? { node, machine: machineOf(cluster, node), isOurs: true } : { node, machine, isOurs: false };
}
__name(recordOf, "recordOf");
async function runningCluster(request, home, fx) {
  const cluster = await readClusterIfAny(home.stateDir, request.name);
  if (!cluster) return void 0;
  if (cluster.provider !== "docker-machine") throw otherProvider(cluster);
  if (cluster.nodes.length === 0) {
    fx.log.info(`what is left of ${request.name} is cleared away first`);
    await takeDown(request.name, home, fx);
    return void 0;
  }
  if (cluster.nodes.length !== request.managers + request.workers) throw sizeDiffers(cluster);
  const connected = await connectNodes(cluster.nodes, fx);
  try {
    if (!await isAnswering(cluster.name, connected.nodes, fx))
      throw new SwarmlineError("cluster-failed", `not all machines of ${cluster.name} answer`, {
        hint: `start them with: ${cluster.program.file} start; or remove them with: swarmline down ${cluster.name}`
      });
  } finally {
    await connected.close();
  }
  fx.log.info(`${request.name} is already up`);
  return cluster;
}
__name(runningCluster, "runningCluster");
export {
  upMachines
};
