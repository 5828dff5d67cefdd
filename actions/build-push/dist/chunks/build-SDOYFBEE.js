import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  attachEngine,
  isRunning,
  loadProviders,
  openConnectionFolder,
  openMachineEngines,
  sweepLeftovers,
  visitEngine
} from "./chunk-VCSQ4GOC.js";
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
import {
  childEnvironment
} from "./chunk-VDL5BWLT.js";
import "./chunk-7F7V3B47.js";
import {
  require_tar_stream
} from "./chunk-LSDA3ZLN.js";
import {
  HUB,
  familiarReference,
  parseReference
} from "./chunk-EZZRJBFE.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/images/offline/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);

// src/images/images.ts
var buildImages = /* @__PURE__ */ __name(async (...args) => (await import("./build-O7XHPPNA.js")).buildImages(...args), "buildImages");
var pushImage = /* @__PURE__ */ __name(async (...args) => (await import("./push-DPUOIAUC.js")).pushImage(...args), "pushImage");
var testImages = /* @__PURE__ */ __name(async (...args) => (await import("./test-images-G5VBVWT6.js")).testImages(...args), "testImages");
var dockerTools = /* @__PURE__ */ __name(async (...args) => (await import("./tools-MXWPM2IL.js")).dockerTools(...args), "dockerTools");

// src/usecases/docker-command.ts
var SUITE = "trixie";
async function dockerCommand(configDir, home, fx) {
  const { docker, env, pluginsDir } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx);
  return { file: docker, configDir, env, pluginsDir };
}
__name(dockerCommand, "dockerCommand");

// src/docker/compose-config.ts
import { join } from "node:path";
async function composeConfig(docker, files, variables) {
  const { default: compose } = await import("./dist-QYSX626Y.js");
  const own = { ...docker.env, DOCKER_HOST: "unix:///dev/null/no-engine", COMPOSE_FILE: void 0 };
  try {
    const { out } = await compose.config({
      config: [...files],
      executable: { standalone: true, executablePath: join(docker.pluginsDir, "docker-compose") },
      composeOptions: [["--env-file", "/dev/null"]],
      commandOptions: [["--format", "json"]],
      env: { ...variables, ...childEnvironment(process.env, [], own) }
    });
    return JSON.parse(out);
  } catch (cause) {
    throw new SwarmlineError("input", `${files.join(", ")}: ${lastWords(cause)}`, {
      hint: "correct it; docker compose config shows what it reads",
      cause
    });
  }
}
__name(composeConfig, "composeConfig");
function lastWords(cause) {
  const said = String(cause?.err ?? cause);
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("time="));
  return (lines.at(-1) ?? "docker compose config failed").slice(0, 300);
}
__name(lastWords, "lastWords");

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
  const path3 = [...namespace.split("/").filter((part) => part !== ""), `${prefix}${name}`].join("/");
  const parsed = parseReference(`${domain}/${path3}`);
  if (parsed.domain !== domain)
    throw invalid(`"${registry}" is not a registry's address`, "write host:port, or a host name with a dot");
  if (parsed.digest !== void 0 || /[:@]/.test(path3))
    throw invalid(`"${path3}" is not a name without tag and digest`, "give the tags on their own");
  return familiarReference({ ...parsed, tag: void 0 });
}
__name(repositoryOf, "repositoryOf");
var invalid = /* @__PURE__ */ __name((message, hint) => new SwarmlineError("input", message, { hint }), "invalid");

// src/images/stack-images.rules.ts
import { isDeepStrictEqual } from "node:util";
function imagesOfStack(config, naming) {
  const { services, secrets } = record(withSingleDollars(config));
  const images = [];
  for (const [name, service] of Object.entries(record(services))) {
    const { build: build2, image } = record(service);
    if (build2 === void 0 || build2 === null) continue;
    const planned = { name, ...plan(name, build2, image, naming) };
    const same = images.find(({ tags }) => tags[0] === planned.tags[0]);
    if (!same) images.push(planned);
    else if (!isDeepStrictEqual(same.build, planned.build))
      throw new SwarmlineError("input", `${same.name} and ${name} build ${same.tags[0]} in two ways`, {
        hint: "give each an image of its own, or the same build section"
      });
  }
  if (images.length === 0)
    throw new SwarmlineError("input", "no service of the stack file has a build section", {
      hint: "add build: to a service, or give images"
    });
  return { images, secrets: mounted(images, record(secrets)) };
}
__name(imagesOfStack, "imagesOfStack");
function plan(name, { tags: own, ...build2 }, image, naming) {
  const more = Array.isArray(own) ? own.map(String) : [];
  if (typeof image !== "string") {
    const tags = naming.tags.length > 0 ? naming.tags : ["latest"];
    return { build: build2, tags: unique([...referencesOf(naming, name, tags), ...more]) };
  }
  const reference = parseReference(image);
  if (reference.digest !== void 0)
    throw new SwarmlineError("input", `${name}: the image ${image} has a digest, and is to be built`, {
      hint: "give it a tag instead: what is built has a digest of its own"
    });
  const others = naming.tags.map((tag) => familiarReference({ ...reference, tag }));
  return { build: build2, tags: unique([familiarReference(reference), ...more, ...others]) };
}
__name(plan, "plan");
function mounted(images, all) {
  const used = images.flatMap(
    ({ build: build2 }) => Array.isArray(build2.secrets) ? build2.secrets.map((each) => String(record(each).source ?? each)) : []
  );
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.includes(name)));
}
__name(mounted, "mounted");
function withSingleDollars(config) {
  return JSON.parse(JSON.stringify(config ?? {}).replaceAll("$$", "$"));
}
__name(withSingleDollars, "withSingleDollars");
var unique = /* @__PURE__ */ __name((tags) => [...new Set(tags)], "unique");
var record = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");

// src/usecases/plan-images.ts
async function planImages(request, home, fx) {
  const { images, buildArgs, labels } = request;
  if (!Array.isArray(images)) {
    const docker = await dockerCommand(void 0, home, fx);
    const config = await composeConfig(docker, images.composeFiles, images.variables);
    const planned = imagesOfStack(config, request);
    return {
      ...planned,
      images: planned.images.map((image) => ({
        ...image,
        build: {
          ...image.build,
          args: { ...image.build.args, ...buildArgs },
          labels: { ...image.build.labels, ...labels }
        }
      }))
    };
  }
  const tags = request.tags.length > 0 ? request.tags : ["latest"];
  return {
    images: images.map(({ name, context, dockerfile }) => ({
      name,
      build: { context, dockerfile, args: buildArgs, labels },
      tags: referencesOf(request, name, tags)
    })),
    secrets: {}
  };
}
__name(planImages, "planImages");

// src/usecases/stamp-images.ts
import path from "node:path";
function stampImages(images, fx) {
  return Promise.all(
    images.map(async (image) => {
      const commit = await commitOf(image.build.context, fx);
      return commit ? stamped(image, commit) : image;
    })
  );
}
__name(stampImages, "stampImages");
function stamped({ build: build2, ...image }, { sha, epochS }) {
  const labels = {
    "org.opencontainers.image.revision": sha,
    "org.opencontainers.image.created": new Date(epochS * 1e3).toISOString()
  };
  return {
    ...image,
    build: {
      ...build2,
      labels: { ...labels, ...build2.labels },
      args: { SOURCE_DATE_EPOCH: String(epochS), ...build2.args }
    }
  };
}
__name(stamped, "stamped");
async function commitOf(context, fx) {
  if (!path.isAbsolute(context)) return void 0;
  const git = /* @__PURE__ */ __name(async (...args) => {
    const options = { signal: fx.signal, timeoutMs: 1e4, env: { GIT_OPTIONAL_LOCKS: "0" } };
    return (await fx.exec("git", ["-C", context, ...args], options)).stdout.trim();
  }, "git");
  try {
    if (await git("rev-parse", "--is-shallow-repository") !== "false") {
      fx.log.debug(
        `${context}: a shallow clone does not say which commit changed it: check out with fetch-depth: 0`
      );
      return void 0;
    }
    if (await git("status", "--porcelain", "--", ".") !== "") return void 0;
    const [, sha, epoch] = /^([0-9a-f]{40,64}) (\d+)$/.exec(await git("log", "-1", "--format=%H %ct", "--", ".")) ?? [];
    return sha && epoch ? { sha, epochS: Number(epoch) } : void 0;
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.debug(`git does not say which commit changed ${context}: ${String(error)}`);
    return void 0;
  }
}
__name(commitOf, "commitOf");

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
    json: /* @__PURE__ */ __name((method, path3, options) => ask(method, (manager) => manager.json(method, path3, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path3, options) => ask(method, (manager) => manager.stream(method, path3, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/folders.ts
import path2 from "node:path";
var LONGEST_DIR = 60;
function clusterDir(home, name) {
  const dir = path2.join(home.stateDir, name);
  if (Buffer.byteLength(dir) > LONGEST_DIR)
    throw new SwarmlineError("input", `the folder ${dir} is too long for unix sockets`, {
      hint: "set SWARMLINE_STATE to a shorter one of your own, such as ~/.swarmline"
    });
  return dir;
}
__name(clusterDir, "clusterDir");

// src/usecases/vm-ended.ts
function endingWithVm(client, { name, engine }, fx) {
  if (engine?.kind !== "vm") return client;
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
  if (cluster.provider === "docker-machine") return openMachines(cluster, home, fx);
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
async function openMachines(cluster, home, fx) {
  const engines = await openMachineEngines(fx);
  try {
    const provider = (await loadProviders())["docker-machine"];
    const { managers, ...open } = await provider.open({ cluster, reach: engines.reach }, fx);
    const [first, ...others] = managers;
    return {
      ...open,
      manager: withFailover(first, others),
      dockerConfigDir: home.dockerConfigDir,
      cluster,
      close: /* @__PURE__ */ __name(() => open.close().finally(engines.close), "close")
    };
  } catch (error) {
    await engines.close();
    throw error;
  }
}
__name(openMachines, "openMachines");
async function openExisting(target, options, home, fx) {
  const { dockerHost, hostKey, identityPath, certDir, dockerConfigDir } = target;
  const way = await openConnectionFolder(fx);
  let leave = way.remove;
  try {
    if (target.namedBy) fx.log.info(`The swarm is that of ${dockerHost} (${target.namedBy})`);
    const engine = await visitEngine({ dockerHost, hostKey, identityPath, certDir, runDir: way.folder }, fx);
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
  const { images, secrets } = await planImages(request, home, fx);
  const plan2 = { images: await stampImages(images, fx), secrets };
  const swarm = await openSwarm(request.target, home, fx, { isSwarmNeeded: false });
  try {
    const docker = await dockerCommand(swarm.dockerConfigDir, home, fx);
    const socketPath = swarm.manager.socketPath;
    const stored = await buildImages({ docker, socketPath, ...plan2 }, fx);
    if (request.test !== void 0)
      await testImages({ docker, socketPath, file: request.test, images: stored }, fx);
    if (!request.isPushed) return stored.map(builtOnly);
    const pushed = [];
    for (const image of stored)
      pushed.push({
        ...await pushImage({ docker, socketPath, retries: request.pushRetries, image }, fx),
        tags: image.tags
      });
    return pushed;
  } finally {
    await swarm.close();
  }
}
__name(build, "build");
function builtOnly({ name, id, tags, sizeBytes, durationMs }) {
  return { name, tags, reference: tags[0] ?? "", digest: id, sizeBytes, durationMs };
}
__name(builtOnly, "builtOnly");
export {
  build
};
