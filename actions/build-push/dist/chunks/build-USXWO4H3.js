import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import "./chunk-55ZV4XPJ.js";
import {
  loadProviders
} from "./chunk-ZKXXYPHJ.js";
import {
  readCluster
} from "./chunk-NB4JLVDT.js";
import "./chunk-TJ27BSE2.js";
import "./chunk-IORCGZK2.js";
import "./chunk-3756DWSM.js";
import "./chunk-D6Y7AYYV.js";
import {
  require_tar_stream
} from "./chunk-WES5KB2D.js";
import {
  HUB,
  familiarReference,
  parseReference
} from "./chunk-FRIEG2G6.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name,
  __toESM
} from "./chunk-TLGIOUIF.js";

// src/images/plan.rules.ts
var TAG = /^\w[\w.-]{0,127}$/;
function referencesOf(naming, name, tags) {
  if (tags.length === 0) throw invalid("no tag is given", "give at least one, such as latest");
  const repository = repositoryOf(naming, name);
  return [...new Set(tags)].map((tag) => {
    if (!TAG.test(tag))
      throw invalid(`"${tag}" is not a tag`, "use letters, digits, dots, dashes and underscores, at most 128");
    return `${repository}:${tag}`;
  });
}
__name(referencesOf, "referencesOf");
function repositoryOf({ registry, namespace, prefix }, name) {
  if (name === "") throw invalid("an image has no name", "give it one: name=folder");
  if (registry.includes("/"))
    throw invalid(`"${registry}" is not a registry's address`, "write host or host:port, without https://");
  const domain = registry === "" ? HUB : registry;
  const path2 = [...namespace.split("/").filter((part) => part !== ""), `${prefix}${name}`].join("/");
  const parsed = parseReference(`${domain}/${path2}`);
  if (parsed.domain !== domain)
    throw invalid(`"${registry}" is not a registry's address`, "write host:port, or a host name with a dot");
  if (parsed.digest !== void 0 || /[:@]/.test(path2))
    throw invalid(`"${path2}" is not a name without tag and digest`, "give the tags on their own");
  return familiarReference({ ...parsed, tag: void 0 });
}
__name(repositoryOf, "repositoryOf");
var invalid = /* @__PURE__ */ __name((message, hint) => new SwarmlineError("input", message, { hint }), "invalid");

// src/images/offline/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);

// src/images/images.ts
var buildImage = /* @__PURE__ */ __name(async (...args) => (await import("./build-PFDBRMPK.js")).buildImage(...args), "buildImage");
var pushImage = /* @__PURE__ */ __name(async (...args) => (await import("./push-7RD7A2GT.js")).pushImage(...args), "pushImage");
var dockerTools = /* @__PURE__ */ __name(async (...args) => (await import("./tools-BOCFMY23.js")).dockerTools(...args), "dockerTools");

// src/usecases/docker-command.ts
var SUITE = "trixie";
async function dockerCommand(configDir, home, fx) {
  const { docker, env } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx);
  return { file: docker, configDir, env };
}
__name(dockerCommand, "dockerCommand");

// src/engine/engine.ts
var openConnectionFolder = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-WCZ434RQ.js")).openConnectionFolder(...args), "openConnectionFolder");
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-WCZ434RQ.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-FWDENXWT.js")).attachEngine(...args), "attachEngine");
var isRunning = /* @__PURE__ */ __name(async (...args) => (await import("./process-3EGHKBMC.js")).isRunning(...args), "isRunning");
var visitEngine = /* @__PURE__ */ __name(async (...args) => (await import("./host-NMLZLMZK.js")).visitEngine(...args), "visitEngine");

// src/usecases/failover.ts
var ASK_MS = 15e3;
function withFailover(first, others) {
  if (others.length === 0) return first;
  let current = first;
  let moving;
  const move = /* @__PURE__ */ __name(async (from) => {
    const all = [first, ...others];
    const at = all.indexOf(from);
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json("GET", "/info", { timeoutMs: ASK_MS }).then(
        (info) => info.Swarm.ControlAvailable,
        () => false
      );
      if (!isManager) continue;
      current = candidate;
      return;
    }
  }, "move");
  const ask = /* @__PURE__ */ __name(async (method, request) => {
    const asked = current;
    try {
      return await request(asked);
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== "engine-lost") throw error;
      if (current === asked) {
        moving ??= move(asked).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked || method !== "GET") throw error;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path2, options) => ask(method, (manager) => manager.json(method, path2, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path2, options) => ask(method, (manager) => manager.stream(method, path2, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

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

// src/usecases/vm-ended.ts
function endingWithVm(client, { name, engine }, fx) {
  if (engine.kind !== "vm") return client;
  const explained = /* @__PURE__ */ __name(async (error) => {
    const isLost = error instanceof SwarmlineError && error.code === "engine-lost";
    if (!isLost || await isRunning(engine, fx).catch(() => true)) return error;
    return new SwarmlineError("vm-failed", `the VM of the swarm ${name} has exited`, {
      hint: `remove what is left of it, and create it again: swarmline down ${name}`,
      cause: error
    });
  }, "explained");
  const asked = /* @__PURE__ */ __name(async (ask) => {
    try {
      return await ask();
    } catch (error) {
      throw await explained(error);
    }
  }, "asked");
  return {
    ...client,
    json: /* @__PURE__ */ __name((...args) => asked(() => client.json(...args)), "json"),
    stream: /* @__PURE__ */ __name((...args) => asked(() => client.stream(...args)), "stream")
  };
}
__name(endingWithVm, "endingWithVm");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name, home, fx) {
  await sweepLeftovers(fx);
  const cluster = await readCluster(home.stateDir, name);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
  const { managers, ...open } = await (await loadProviders()).dind.open({ cluster, engine });
  const [first, ...others] = managers;
  return {
    ...open,
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster
  };
}
__name(openCluster, "openCluster");
async function openExisting(target, options, home, fx) {
  const { dockerHost, hostKey, certDir, dockerConfigDir } = target;
  const way = await openConnectionFolder(fx);
  let leave = way.remove;
  try {
    if (target.namedBy) fx.log.info(`The swarm is that of ${dockerHost} (${target.namedBy})`);
    const engine = await visitEngine({ dockerHost, hostKey, certDir, runDir: way.folder }, fx);
    leave = /* @__PURE__ */ __name(() => engine.close().finally(way.remove), "leave");
    const { managers, ...open } = await (await loadProviders()).existing.open(
      { engine, dockerHost, ...options },
      fx
    );
    return {
      ...open,
      manager: managers[0],
      dockerConfigDir: dockerConfigDir ?? home.dockerConfigDir,
      cluster: void 0,
      close: /* @__PURE__ */ __name(() => open.close().finally(leave), "close")
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
__name(openExisting, "openExisting");
var AWAY_AT_MOST_MS = 6 * 6e4;

// src/usecases/build.ts
async function build(request, home, fx) {
  const named = request.images.map((image) => ({
    ...image,
    tags: referencesOf(request, image.name, request.tags)
  }));
  const swarm = await openSwarm(request.target, home, fx, { isSwarmNeeded: false });
  try {
    const docker = await dockerCommand(swarm.dockerConfigDir, home, fx);
    const socketPath = swarm.manager.socketPath;
    const done = [];
    for (const image of named) {
      const stored = await buildImage({ docker, socketPath, buildArgs: request.buildArgs, ...image }, fx);
      done.push(
        request.isPushed ? await pushImage({ docker, socketPath, name: image.name, image: stored }, fx) : builtOnly(image.name, stored)
      );
    }
    return done;
  } finally {
    await swarm.close();
  }
}
__name(build, "build");
function builtOnly(name, { id, tags, sizeBytes, durationMs }) {
  return { name, reference: tags[0] ?? "", digest: id, sizeBytes, durationMs };
}
__name(builtOnly, "builtOnly");
export {
  build
};
