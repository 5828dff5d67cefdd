import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_dist
} from "./chunk-M6VFHBR3.js";
import {
  APT_SAFETY,
  DATA_ROOT,
  EngineAnswerError,
  LABEL,
  SKEL_IMAGE,
  chooseEngine,
  clusterDir,
  connectEngine,
  createContainer,
  expiryOf,
  forCleanup,
  inParallel,
  inspectContainer,
  isGone,
  isMadeBy,
  isOf,
  isOutOfSequence,
  keepEngine,
  lastLines,
  nameOf,
  nodeContainer,
  notOurs,
  openEngine,
  ownFilter,
  ownLabels,
  prepareNodeImage,
  putFiles,
  readClusterIfAny,
  readProgress,
  refuseStrangers,
  removeContainer,
  removeMade,
  require_tar_stream,
  runErrand,
  runOf,
  saveCluster,
  socketOf,
  startContainer,
  sweepLeftovers,
  takeDown,
  together,
  waitFor,
  whoseOf,
  withLock
} from "./chunk-3OZ726IO.js";
import "./chunk-OHFK6R3C.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-JSEEVW6R.js";
import {
  __name,
  __toESM
} from "./chunk-TLGIOUIF.js";

// src/usecases/up.ts
import { createHash as createHash9, randomUUID as randomUUID2 } from "node:crypto";

// src/cluster/addresses.rules.ts
var NETWORK_PREFIX = "10.79.0";
var REGISTRY_PORT = 5e3;
var FIRST_NODE = 11;
var MOST_MANAGERS = 7;
var MOST_NODES = 20;
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
    nodes: named.map((node2, i) => ({ ...node2, address: `${prefix}.${FIRST_NODE + i}` }))
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

// src/cluster/answering.ts
var ANSWER_MS = 3e4;
var PATIENCE_MS = 12e4;
async function isAnswering(cluster, nodes, fx) {
  const answers2 = await Promise.all(nodes.map((node2) => untilKnown(cluster, node2, fx)));
  return answers2.every((answer) => answer === "yes");
}
__name(isAnswering, "isAnswering");
async function untilKnown(cluster, { name, client }, fx) {
  const look = /* @__PURE__ */ __name(async (see) => {
    try {
      await client.json("GET", "/info", { timeoutMs: ANSWER_MS, signal: fx.signal });
      return "yes";
    } catch (error) {
      if (fx.signal.aborted) throw error;
      if (error instanceof EngineAnswerError || isSilent(error)) {
        see(explain(error));
        return void 0;
      }
      return "gone";
    }
  }, "look");
  try {
    const options = { clock: fx.clock, signal: fx.signal, deadlineMs: PATIENCE_MS, everyMs: 1e3 };
    return await waitFor(`the engine of ${name} answers`, look, options);
  } catch (error) {
    if (!isSilent(error)) throw error;
    throw new SwarmlineError(
      "timed-out",
      `${cluster} is there, and it cannot be told whether it works: ${explain(error)}`,
      {
        hint: `it may only be busy: try again later, or take it down with: swarmline down ${cluster}`,
        cause: error
      }
    );
  }
}
__name(untilKnown, "untilKnown");
var isSilent = /* @__PURE__ */ __name((error) => error instanceof SwarmlineError && error.code === "timed-out", "isSilent");

// src/cluster/last-words.ts
async function failIfStopped(client, name, what, signal) {
  const state = await inspectContainer(client, name, signal);
  if (state?.isRunning) return;
  if (!state)
    throw new SwarmlineError("cluster-failed", `${what} is gone: its container was removed`, {
      hint: "take the cluster down and up again"
    });
  throw new SwarmlineError(
    "cluster-failed",
    `${what} has stopped (exit status ${state.exitCode})${await lastWords(client, name)}`,
    { hint: "take the cluster down and up again" }
  );
}
__name(failIfStopped, "failIfStopped");
async function lastWords(client, name) {
  const lines = (await lastLines(client, name, 8)).map((line) => line.trim());
  if (lines.length === 0) return "";
  return `; its last words: ${lines.slice(-4).join(" | ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026").slice(-600)}`;
}
__name(lastWords, "lastWords");

// src/cluster/dind/engines-up.ts
var deadlineMs = /* @__PURE__ */ __name((nodes) => 6e5 + nodes * 2e4, "deadlineMs");
var ANSWER_MS2 = 6e4;
async function waitForEngines(client, cluster, nodes, engine, fx) {
  return inParallel(nodes, fx.signal, async (node2, signal) => {
    const socketPath = await engine.openSocket(socketOf(cluster, node2.name), node2.name);
    await waitForEngine(client, nameOf.node(cluster, node2.name), node2.name, socketPath, {
      clock: fx.clock,
      signal,
      deadlineMs: deadlineMs(nodes.length)
    });
    return socketPath;
  });
}
__name(waitForEngines, "waitForEngines");
async function waitForEngine(client, container, node2, socketPath, options) {
  const own = connectEngine(socketPath);
  const look = /* @__PURE__ */ __name(async (see) => {
    try {
      await own.json("GET", "/version", { timeoutMs: ANSWER_MS2, signal: options.signal });
      return true;
    } catch (error) {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      see(explain(error));
      return void 0;
    }
  }, "look");
  try {
    await waitFor(`the engine of node ${node2} answers`, look, { everyMs: 500, ...options });
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== "timed-out") throw error;
    throw new SwarmlineError("cluster-failed", `${error.message}${await lastWords(client, container)}`, {
      cause: error
    });
  } finally {
    own.close();
  }
}
__name(waitForEngine, "waitForEngine");

// src/cluster/dind/data-folders.ts
var TEMPLATE = "template";
var PREPARE = `set -e
cd /machine
for node in "$@"; do
  rm -rf "./$node"; mkdir "./$node"
  if [ -d template ]; then cp -al template/overlay2 "./$node/"; cp -a template/image "./$node/"; fi
done`;
async function prepareDataFolders(client, nodes, labels, signal) {
  await runErrand(
    client,
    {
      what: "preparing the nodes' data folders",
      image: SKEL_IMAGE,
      labels,
      folder: DATA_ROOT,
      script: PREPARE,
      args: nodes
    },
    signal
  );
}
__name(prepareDataFolders, "prepareDataFolders");

// src/cluster/dind/node-containers.ts
async function startNodeContainers(client, spec, engine, signal, made) {
  const present = await inParallel(
    spec.addresses.nodes,
    signal,
    (node2, s) => isThere(client, spec, engine, node2, s)
  );
  const missing = spec.addresses.nodes.filter((_, i) => !present[i]);
  if (missing.length === 0) return;
  const imageFor = await prepareNodeImage(client, engine.nodeSource, signal);
  for (const node2 of missing) made(node2.name);
  if (engine.nodeSource.kind === "usr")
    await prepareDataFolders(
      client,
      missing.map((node2) => node2.name),
      spec.labels,
      signal
    );
  await inParallel(missing, signal, async (node2, s) => {
    const name = nameOf.node(spec.cluster, node2.name);
    const what = `node ${node2.name}`;
    const body = nodeContainer({
      cluster: spec.cluster,
      node: node2,
      labels: spec.labels,
      image: imageFor(node2.name),
      engine,
      gateway: spec.addresses.gateway,
      registry: spec.registry,
      isOffline: spec.isOffline
    });
    await createContainer(client, what, name, body, s);
    await startContainer(client, what, name, s);
  });
}
__name(startNodeContainers, "startNodeContainers");
async function isThere(client, spec, engine, node2, signal) {
  const name = nameOf.node(spec.cluster, node2.name);
  const existing = await inspectContainer(client, name, signal);
  if (!existing) return false;
  if (!isMadeBy(spec.labels, engine, existing.labels)) throw notOurs(name);
  await failIfStopped(client, name, `node ${node2.name}`, signal);
  return true;
}
__name(isThere, "isThere");

// src/cluster/dind/while-alive.ts
async function whileNodesLive(client, cluster, nodes, signal, work) {
  const end = new AbortController();
  const both = AbortSignal.any([signal, end.signal]);
  let death;
  const watch = /* @__PURE__ */ __name(async () => {
    for await (const node2 of deaths(client, cluster, both)) {
      if (!nodes.includes(node2)) continue;
      await failIfStopped(client, nameOf.node(cluster, node2), `node ${node2}`, both);
    }
  }, "watch");
  const watching = watch().catch((error) => {
    if (both.aborted) return;
    death = error;
    end.abort();
  });
  try {
    return await work(both);
  } catch (error) {
    throw death ?? error;
  } finally {
    end.abort();
    await watching;
  }
}
__name(whileNodesLive, "whileNodesLive");
async function* deaths(client, cluster, signal) {
  const stream = await client.stream("GET", "/events", {
    query: { filters: ownFilter(cluster, { type: ["container"], event: ["die", "destroy"] }) },
    timeoutMs: 0,
    signal
  });
  const dead = await client.json("GET", "/containers/json", {
    query: { all: true, filters: ownFilter(cluster, { status: ["exited", "dead"] }) },
    signal
  });
  for (const container of dead) yield container.Labels[LABEL.node] ?? "";
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((l) => l.trim() !== "")) yield nodeOf(line);
  }
  throw new SwarmlineError("engine-lost", "the engine ended while its nodes were being made");
}
__name(deaths, "deaths");
function nodeOf(event) {
  const parsed = JSON.parse(event);
  return parsed.Actor?.Attributes?.[LABEL.node] ?? "";
}
__name(nodeOf, "nodeOf");

// src/cluster/network.ts
async function ensureNetwork(client, spec, signal) {
  const name = nameOf.network(spec.cluster);
  const existing = await inspectNetwork(client, name, signal);
  if (existing) {
    const isOurs = isMadeBy(spec.labels, spec.engine, existing.Labels);
    if (isOurs && subnetOf(existing) === spec.addresses.subnet) return false;
    throw new SwarmlineError("cluster-failed", `a network ${name} already exists, created by another run`, {
      hint: `choose another name with --name, or, if it is yours, remove it: docker network rm ${name}`
    });
  }
  try {
    await client.json("POST", "/networks/create", { body: networkBody(name, spec), signal });
    return true;
  } catch (error) {
    if (error instanceof EngineAnswerError && /overlaps|conflicts with network/i.test(error.message))
      throw new SwarmlineError(
        "cluster-failed",
        `the addresses ${spec.addresses.subnet} are in use by another network of this engine`,
        { hint: "take the other cluster down first: swarmline ls, swarmline down", cause: error }
      );
    throw error;
  }
}
__name(ensureNetwork, "ensureNetwork");
async function inspectNetwork(client, name, signal) {
  try {
    return await client.json("GET", `/networks/${name}`, { signal });
  } catch (error) {
    if (isGone(error)) return void 0;
    throw error;
  }
}
__name(inspectNetwork, "inspectNetwork");
var subnetOf = /* @__PURE__ */ __name((network) => network.IPAM.Config?.[0]?.Subnet, "subnetOf");
function networkBody(name, spec) {
  const { subnet, gateway } = spec.addresses;
  const { bridge } = spec.engine;
  return {
    Name: name,
    CheckDuplicate: true,
    Driver: "bridge",
    IPAM: { Config: [{ Subnet: subnet, Gateway: gateway }] },
    ...bridge ? { Options: { "com.docker.network.bridge.name": bridge } } : {},
    Labels: spec.labels
  };
}
__name(networkBody, "networkBody");

// src/cluster/swarm/member.ts
var SWARM_DEADLINE_MS = 6e5;
async function swarmStateOf(member, signal) {
  return (await member.client.json("GET", "/info", { signal })).Swarm;
}
__name(swarmStateOf, "swarmStateOf");

// src/cluster/swarm/out-of-sequence.ts
async function retryOutOfSequence(fx, update) {
  await waitFor(
    "the swarm takes the change",
    async () => {
      try {
        await update();
        return true;
      } catch (error) {
        if (isOutOfSequence(error)) return void 0;
        throw error;
      }
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: 3e4 }
  );
}
__name(retryOutOfSequence, "retryOutOfSequence");

// src/cluster/swarm/tokens.ts
async function readTokens(manager, signal) {
  return (await manager.client.json("GET", "/swarm", { signal })).JoinTokens;
}
__name(readTokens, "readTokens");
async function rotateTokens(manager, fx) {
  await retryOutOfSequence(fx, async () => {
    const swarm = await manager.client.json("GET", "/swarm", { signal: fx.signal });
    await manager.client.json("POST", "/swarm/update", {
      query: { version: swarm.Version.Index, rotateWorkerToken: true, rotateManagerToken: true },
      body: swarm.Spec,
      signal: fx.signal
    });
  });
}
__name(rotateTokens, "rotateTokens");

// src/cluster/swarm/form.ts
var OVERLAY_POOL = { DefaultAddrPool: ["172.27.0.0/16"], SubnetSize: 24 };
var LISTEN = "0.0.0.0:2377";
async function formSwarm(members, fx) {
  const states = await inParallel(members, fx.signal, async (member, signal) => ({
    member,
    state: await swarmStateOf(member, signal)
  }));
  const isIn = /* @__PURE__ */ __name((state) => state === "active" || state === "pending", "isIn");
  const founder = states.find(({ state }) => state.LocalNodeState === "active" && state.ControlAvailable)?.member ?? await found(members, fx);
  const outside = states.filter(({ member, state }) => member !== founder && !isIn(state.LocalNodeState)).map(({ member }) => member);
  if (outside.length === 0) return founder;
  const tokens = await readTokens(founder, fx.signal);
  for (const manager of outside.filter((member) => member.role === "manager"))
    await join(manager, founder, tokens.Manager, fx);
  await inParallel(
    outside.filter((member) => member.role === "worker"),
    fx.signal,
    (worker, signal) => join(worker, founder, tokens.Worker, { ...fx, signal })
  );
  await rotateTokens(founder, fx);
  return founder;
}
__name(formSwarm, "formSwarm");
async function found(members, fx) {
  const founder = members.find((member) => member.role === "manager");
  if (!founder) throw new SwarmlineError("input", "a swarm needs a manager");
  await refusal(
    `swarm init on ${founder.name}`,
    () => founder.client.json("POST", "/swarm/init", {
      body: { ListenAddr: LISTEN, AdvertiseAddr: founder.address, ...OVERLAY_POOL },
      timeoutMs: SWARM_DEADLINE_MS,
      signal: fx.signal
    })
  );
  return founder;
}
__name(found, "found");
async function join(member, founder, token, fx) {
  const ask = /* @__PURE__ */ __name(() => member.client.json("POST", "/swarm/join", {
    body: {
      ListenAddr: LISTEN,
      AdvertiseAddr: member.address,
      RemoteAddrs: [`${founder.address}:2377`],
      JoinToken: token
    },
    timeoutMs: SWARM_DEADLINE_MS,
    signal: fx.signal
  }), "ask");
  await refusal(
    `${member.name} joins the swarm`,
    () => ask().catch((error) => {
      if (error instanceof EngineAnswerError && /timeout was reached/i.test(error.message)) return;
      throw error;
    })
  );
  await waitFor(
    `${member.name} is in the swarm`,
    async () => {
      const { LocalNodeState, NodeID, Error: reason } = await swarmStateOf(member, fx.signal);
      if (LocalNodeState === "error")
        throw new SwarmlineError("cluster-failed", `${member.name} cannot join the swarm: ${reason}`);
      return LocalNodeState === "active" && NodeID || void 0;
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: SWARM_DEADLINE_MS }
  );
}
__name(join, "join");
async function refusal(what, ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    const said = error.message.replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026");
    throw new SwarmlineError("cluster-failed", `${what}: ${said}`, { cause: error });
  }
}
__name(refusal, "refusal");

// src/cluster/swarm/node-labels.ts
async function labelNode(manager, nodeId, labels, fx) {
  await retryOutOfSequence(fx, async () => {
    const node2 = await manager.client.json("GET", `/nodes/${nodeId}`, { signal: fx.signal });
    const present = node2.Spec.Labels ?? {};
    if (Object.entries(labels).every(([key, value]) => present[key] === value)) return;
    await manager.client.json("POST", `/nodes/${nodeId}/update`, {
      query: { version: node2.Version.Index },
      body: { ...node2.Spec, Labels: { ...present, ...labels } },
      signal: fx.signal
    });
  });
}
__name(labelNode, "labelNode");

// src/cluster/swarm/ready.ts
async function waitForReady(members, manager, fx) {
  const ids = await inParallel(
    members,
    fx.signal,
    async (member, signal) => (await swarmStateOf(member, signal)).NodeID
  );
  const look = /* @__PURE__ */ __name(async (see) => {
    const nodes = await manager.client.json("GET", "/nodes", { signal: fx.signal });
    const byId = new Map(nodes.map((node2) => [node2.ID, node2]));
    const missing = members.filter((member, i) => !isReady(byId.get(ids[i] ?? ""), member)).map((member) => member.name);
    see(`missing: ${missing.join(", ")}`);
    const stranger = members.find((_, i) => !byId.has(ids[i] ?? ""));
    if (stranger && missing.length === 1)
      throw new SwarmlineError("cluster-failed", `${stranger.name} is not in the swarm of ${manager.name}`, {
        hint: "take the cluster down and up again"
      });
    return missing.length === 0 || void 0;
  }, "look");
  await waitFor("every node is ready", look, {
    clock: fx.clock,
    signal: fx.signal,
    deadlineMs: SWARM_DEADLINE_MS
  });
  return ids;
}
__name(waitForReady, "waitForReady");
function isReady(node2, member) {
  if (node2?.Status.State !== "ready") return false;
  return member.role === "worker" || node2.ManagerStatus?.Reachability === "reachable";
}
__name(isReady, "isReady");

// src/cluster/raise.ts
async function raiseNodes(spec, engine, fx) {
  const client = connectEngine(engine.socketPath);
  const made = [];
  let isNetworkMade = false;
  try {
    isNetworkMade = await ensureNetwork(client, { ...spec, engine }, fx.signal);
    await fx.log.step(
      "Starting the node containers",
      () => startNodeContainers(client, spec, engine, fx.signal, (node2) => made.push(node2))
    );
    const names2 = spec.addresses.nodes.map((node2) => node2.name);
    return await whileNodesLive(client, spec.cluster, names2, fx.signal, async (signal) => {
      const live = { clock: fx.clock, signal };
      const sockets = await fx.log.step(
        "Waiting for the engines",
        () => waitForEngines(client, spec.cluster, spec.addresses.nodes, engine, live)
      );
      return fx.log.step("Forming the swarm", () => formOf(spec, sockets, live));
    });
  } catch (error) {
    if (!spec.isKeptOnFailure)
      await removeMade({ ...runOf(spec.labels), nodes: made, isNetworkMade }, engine, forCleanup(fx)).catch(
        (cause) => fx.log.warn(`some of what was made is left: ${cause.message}`)
      );
    throw error;
  } finally {
    client.close();
  }
}
__name(raiseNodes, "raiseNodes");
async function formOf(spec, sockets, fx) {
  const members = spec.addresses.nodes.map((node2, i) => ({
    ...node2,
    client: connectEngine(sockets[i] ?? "")
  }));
  try {
    const manager = await formSwarm(members, fx);
    const ids = await waitForReady(members, manager, fx);
    for (const [i, member] of members.entries())
      await labelNode(manager, ids[i] ?? "", spec.nodeLabels[member.name] ?? {}, fx);
    return members.map((member, i) => ({
      name: member.name,
      role: member.role,
      address: member.address,
      socketPath: sockets[i] ?? "",
      labels: spec.nodeLabels[member.name] ?? {},
      id: ids[i] ?? ""
    }));
  } finally {
    for (const member of members) member.client.close();
  }
}
__name(formOf, "formOf");

// src/images/offline/packages.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, readdir, rename as rename2, rm, stat, writeFile as writeFile2 } from "node:fs/promises";
import { basename, join as join3 } from "node:path";
import { pipeline } from "node:stream/promises";

// src/images/offline/apt-answers.rules.ts
function plannedPackages(simulation) {
  const rows = simulation.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+) [^)]*\[([^\]]+)\]\)/gm);
  return [...rows].map(([, name = "", version = "", architecture2 = ""]) => ({
    name: name.split(":")[0] ?? name,
    version,
    architecture: architecture2
  }));
}
__name(plannedPackages, "plannedPackages");
function debFileName({ name, version, architecture: architecture2 }) {
  return `${name}_${version.replaceAll(":", "%3a")}_${architecture2}.deb`;
}
__name(debFileName, "debFileName");
function knownHashes(printed) {
  const rows = printed.matchAll(/^'[^']*' (\S+) \d+ (SHA256|SHA512):([0-9a-f]+)$/gm);
  return new Map(
    [...rows].map(([, file = "", name = "", hex = ""]) => [
      file,
      { algorithm: name === "SHA512" ? "sha512" : "sha256", hex }
    ])
  );
}
__name(knownHashes, "knownHashes");
function refusalOf(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => line.startsWith("E:"));
  return (errors.at(-1) ?? lines.at(-1) ?? "no reason given").replace(/^[EW]:\s*/, "").trim();
}
__name(refusalOf, "refusalOf");
function isDiskFull(output) {
  return /no space left on device|not enough free space|don't have enough free space|disk quota exceeded/i.test(
    output
  );
}
__name(isDiskFull, "isDiskFull");

// src/images/offline/apt-state.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/images/offline/apt-sources.rules.ts
var TARGET_FORMAT = "$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(CODENAME)|$(COMPONENT)|$(SOURCESENTRY)";
function chooseMirror(targets) {
  for (const row of targets.split("\n")) {
    const [uri, origin, label, codename, component, entry] = row.split("|");
    if (!uri || origin !== "Debian" || label !== "Debian" || component !== "main") continue;
    if (codename?.includes("-")) continue;
    const [, sourceFile = "", line = "1"] = /^(.*):(\d+)$/.exec(entry ?? "") ?? [];
    return { uri, sourceFile, line: Number(line) };
  }
  return void 0;
}
__name(chooseMirror, "chooseMirror");
var DEBIAN_SUITES = /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/;
function guessMirror(uris) {
  for (const [, uri, suite] of uris.matchAll(/^'([^']+\/)dists\/([^/']+)\/InRelease'/gm))
    if (uri && DEBIAN_SUITES.test(suite ?? "")) return { uri, sourceFile: "", line: 1 };
  return void 0;
}
__name(guessMirror, "guessMirror");
function signedBy(source, line) {
  const isStanzas = /^[ \t]*Types:/im.test(source);
  const part = isStanzas ? stanzas(source)[line - 1] : source.split("\n")[line - 1];
  const value = isStanzas ? /^Signed-By:[ \t]*(\S+)/im.exec(part ?? "")?.[1] : /[[\s]signed-by=([^\]\s]+)/i.exec(part ?? "")?.[1];
  return value?.startsWith("/") ? value.split(",")[0] : void 0;
}
__name(signedBy, "signedBy");
function stanzas(text) {
  const withoutComments = text.replace(/^#.*\n?/gm, "");
  return withoutComments.split(/\n(?:[ \t\r]*\n)+/).filter((stanza) => stanza.trim() !== "");
}
__name(stanzas, "stanzas");

// src/images/offline/debian-exec.ts
function debianExec(exec) {
  return (file, args, options) => exec(file, args, options).catch((error) => {
    if (!(error instanceof SwarmlineError) || error.code !== "missing-tool") throw error;
    throw new SwarmlineError("missing-tool", error.message, {
      hint: "without a registry images and tools come from Debian packages: run on Debian or Ubuntu, or where docker.io answers",
      cause: error
    });
  });
}
__name(debianExec, "debianExec");

// src/images/offline/apt-state.ts
async function openAptState(place, fx) {
  const exec = debianExec(fx.exec);
  const folder = join2(place.cacheDir, "apt", place.suite);
  for (const part of ["lists/partial", "cache/archives/partial", "debs", "status"])
    await mkdir(join2(folder, part), { recursive: true });
  const mirror = await findMirror(exec);
  const option = mirror.signedBy ? `[signed-by=${mirror.signedBy}] ` : "";
  await writeOnce(join2(folder, "sources.list"), `deb ${option}${mirror.uri} ${place.suite} main
`);
  const nothing = await statusFile(folder, "");
  return {
    folder,
    aptGet: /* @__PURE__ */ __name(async (args, { status = nothing, ...options } = {}) => {
      const settings = {
        "Dir::State": folder,
        "Dir::State::lists": join2(folder, "lists"),
        "Dir::State::status": status,
        "Dir::Cache": join2(folder, "cache"),
        // Images of containers switch these off; without them apt reads all of the lists again every time.
        "Dir::Cache::pkgcache": "pkgcache.bin",
        "Dir::Cache::srcpkgcache": "srcpkgcache.bin",
        "Dir::Etc::sourcelist": join2(folder, "sources.list"),
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::preferences": "/dev/null",
        "Dir::Etc::preferencesparts": "/dev/null",
        "APT::Default-Release": "",
        "APT::Install-Recommends": "false",
        "APT::Update::Error-Mode": "any",
        "Acquire::Languages": "none",
        "Acquire::Retries": "2",
        // The cache belongs to whoever runs this, which is not apt's download user.
        "APT::Sandbox::User": "root",
        ...APT_SAFETY
      };
      const lock = join2(folder, "lock");
      const flags = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
      const result = await exec("flock", ["--no-fork", lock, "apt-get", ...flags, ...args], {
        ...options,
        env: { LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
        isChecked: false
      });
      if (result.exitCode !== 0) throw refused(result);
      return result;
    }, "aptGet")
  };
}
__name(openAptState, "openAptState");
async function statusFile(folder, content) {
  const path6 = join2(folder, "status", createHash("sha256").update(content).digest("hex").slice(0, 16));
  await writeOnce(path6, content);
  return path6;
}
__name(statusFile, "statusFile");
async function writeOnce(path6, content) {
  if (await readFile(path6, "utf8").catch(() => void 0) === content) return;
  const own = `${path6}.${randomUUID()}`;
  await writeFile(own, content);
  await rename(own, path6);
}
__name(writeOnce, "writeOnce");
async function findMirror(exec) {
  const env = { LC_ALL: "C" };
  const known = await exec("apt-get", ["indextargets", "--format", TARGET_FORMAT], {
    env,
    isChecked: false
  });
  const choice = chooseMirror(known.stdout) ?? guessMirror((await exec("apt-get", ["update", "--print-uris"], { env, isChecked: false })).stdout);
  if (!choice)
    throw new SwarmlineError("packages-refused", "apt's sources name no Debian mirror", {
      hint: "base images without a registry are made from Debian packages: give apt a source of them, then apt-get update"
    });
  const source = choice.sourceFile ? await readFile(choice.sourceFile, "utf8").catch(() => "") : "";
  return { uri: choice.uri, signedBy: signedBy(source, choice.line) };
}
__name(findMirror, "findMirror");
function refused(result) {
  const said = `${result.stdout}
${result.stderr}`;
  if (isDiskFull(said))
    return new SwarmlineError("disk-full", "no space left on the disk for Debian packages", {
      hint: "free some space, or point SWARMLINE_CACHE at a larger disk"
    });
  return new SwarmlineError("packages-refused", `apt refused: ${refusalOf(result.stderr || result.stdout)}`, {
    hint: "see that the machine reaches apt's mirror: apt-get update"
  });
}
__name(refused, "refused");

// src/images/offline/assumed-packages.ts
var ASSUMED = [
  "adduser",
  "base-passwd",
  "debconf",
  "debianutils",
  "dpkg",
  "fonts-glyphicons-halflings",
  "init-system-helpers",
  "javascript-common",
  "libcap2-bin",
  "libjs-bootstrap",
  "libjs-bootstrap4",
  "libjs-eonasdan-bootstrap-datetimepicker",
  "libjs-jquery",
  "libjs-jquery-hotkeys",
  "libjs-moment",
  "libjs-moment-timezone",
  "libjs-mustache",
  "libjs-popper.js",
  "libjs-rickshaw",
  "libsasl2-modules-db",
  "lsb-base",
  "mount",
  "openssl",
  "openssl-provider-legacy",
  "passwd",
  "perl",
  "perl-base",
  "php-common",
  "procps",
  "psmisc",
  "sensible-utils",
  "sysvinit-utils",
  "ucf"
];
function assumedStatus(wanted) {
  return ASSUMED.filter((name) => !wanted.includes(name)).map(
    (name) => [
      `Package: ${name}`,
      "Status: install ok installed",
      "Architecture: all",
      "Multi-Arch: foreign",
      "Version: 9999:0",
      "Maintainer: nobody <nobody@localhost>",
      "Description: assumed\n"
    ].join("\n")
  ).join("\n");
}
__name(assumedStatus, "assumedStatus");

// src/images/offline/packages.ts
var LISTS_ARE_FRESH_MS = 72 * 36e5;
async function openPackages(place, fx) {
  const apt = await openAptState(place, fx);
  let queue = Promise.resolve();
  const isUpdated = /* @__PURE__ */ __name(() => updates.has(apt.folder), "isUpdated");
  const update = /* @__PURE__ */ __name(() => {
    const running = updates.get(apt.folder) ?? updateLists(apt);
    updates.set(apt.folder, running);
    return running.catch((error) => {
      updates.delete(apt.folder);
      throw error;
    });
  }, "update");
  const obtain = /* @__PURE__ */ __name(async (names2, onProgress = () => {
  }) => {
    const age = await stat(join3(apt.folder, "updated")).then(
      ({ mtimeMs }) => fx.clock.now() - mtimeMs,
      () => void 0
    );
    if (age === void 0 || age > LISTS_ARE_FRESH_MS && !isUpdated()) {
      onProgress("package lists");
      await update().catch((error) => {
        if (age === void 0) throw error;
        fx.log.warn(`Debian's package lists are old and cannot be renewed: ${error.message}`);
      });
    }
    const status = await statusFile(apt.folder, assumedStatus(names2));
    const attempt = /* @__PURE__ */ __name(async () => download(apt, status, await resolve(apt, status, names2), onProgress), "attempt");
    try {
      return await attempt();
    } catch (error) {
      if (isUpdated() || !(error instanceof SwarmlineError) || error.code !== "packages-refused") throw error;
      await update();
      return attempt();
    }
  }, "obtain");
  return {
    suite: place.suite,
    // One after the other: what the first downloads the second finds.
    obtain: /* @__PURE__ */ __name((names2, onProgress) => {
      const turn = queue.then(() => obtain(names2, onProgress));
      queue = turn.catch(() => void 0);
      return turn;
    }, "obtain")
  };
}
__name(openPackages, "openPackages");
var updates = /* @__PURE__ */ new Map();
async function updateLists(apt) {
  await apt.aptGet(["-qq", "update"]);
  await writeFile2(join3(apt.folder, "updated"), "");
}
__name(updateLists, "updateLists");
async function resolve(apt, status, names2) {
  const { stdout } = await apt.aptGet(["-s", "-y", "install", ...names2], { status });
  const plan = plannedPackages(stdout);
  if (plan.length === 0)
    throw new SwarmlineError("packages-refused", `apt would install nothing for ${names2.join(" ")}`);
  return plan;
}
__name(resolve, "resolve");
async function download(apt, status, plan, onProgress) {
  const debs = join3(apt.folder, "debs");
  const result = plan.map((each) => ({ ...each, path: join3(debs, debFileName(each)) }));
  await dropChanged(
    apt,
    status,
    result.filter(({ path: path6 }) => existsSync(path6))
  );
  const missing = result.filter(({ path: path6 }) => !existsSync(path6));
  if (missing.length === 0) return result;
  const scratch = await mkdtemp(join3(apt.folder, "download-"));
  try {
    let count = 0;
    await apt.aptGet(["-q", "download", ...missing.map(({ name, version }) => `${name}=${version}`)], {
      status,
      cwd: scratch,
      onLine: /* @__PURE__ */ __name((line) => {
        if (line.startsWith("Get:")) onProgress(`downloads ${++count} of ${missing.length} packages`);
      }, "onLine")
    });
    for (const file of await readdir(scratch))
      if (file.endsWith(".deb")) await rename2(join3(scratch, file), join3(debs, file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const lost = result.find(({ path: path6 }) => !existsSync(path6));
  if (lost) throw new SwarmlineError("packages-refused", `apt did not download ${lost.name} ${lost.version}`);
  return result;
}
__name(download, "download");
async function dropChanged(apt, status, kept) {
  if (kept.length === 0) return;
  const asked2 = kept.map(({ name, version }) => `${name}=${version}`);
  const hashes = knownHashes(
    (await apt.aptGet(["-qq", "--print-uris", "download", ...asked2], { status })).stdout
  );
  for (const { path: path6 } of kept) {
    const known = hashes.get(basename(path6));
    if (!known || await hashOf(path6, known.algorithm) !== known.hex) await rm(path6, { force: true });
  }
}
__name(dropChanged, "dropChanged");
async function hashOf(path6, algorithm) {
  const hash2 = createHash2(algorithm);
  await pipeline(createReadStream(path6), hash2);
  return hash2.digest("hex");
}
__name(hashOf, "hashOf");

// src/images/offline/obtain.ts
var obtainPackages = /* @__PURE__ */ __name((cacheDir) => async (suite, names2, onProgress, fx) => (await openPackages({ cacheDir, suite }, fx)).obtain(names2, onProgress), "obtainPackages");

// src/images/offline/stock/stock.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { createReadStream as createReadStream2, createWriteStream } from "node:fs";
import { readFile as readFile2 } from "node:fs/promises";
import { pipeline as pipeline2 } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

// src/images/offline/image.rules.ts
var MEDIA = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar"
};
var PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var CREATED = "1970-01-01T00:00:00Z";
function imageConfig(of) {
  const { Env = [], ...rest } = of.config;
  return JSON.stringify({
    architecture: of.architecture,
    os: "linux",
    created: CREATED,
    config: { ...rest, Env: [PATH, ...Env], Labels: of.labels },
    rootfs: { type: "layers", diff_ids: [of.layerDigest] },
    history: [{ created: CREATED, created_by: "swarmline" }]
  });
}
__name(imageConfig, "imageConfig");
function imageManifest(config, layer) {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    config: { mediaType: MEDIA.config, digest: config.digest, size: config.sizeBytes },
    layers: [{ mediaType: MEDIA.layer, digest: layer.digest, size: layer.sizeBytes }]
  });
}
__name(imageManifest, "imageManifest");
function goArchitecture(debian2) {
  return { armhf: "arm", i386: "386", ppc64el: "ppc64le" }[debian2] ?? debian2;
}
__name(goArchitecture, "goArchitecture");

// src/images/offline/stock/engine-store.rules.ts
import { createHash as createHash3 } from "node:crypto";

// src/images/dockerfile-lines.rules.ts
function readDockerfile(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const directives = readDirectives(lines);
  const mark = directives.escape === "`" ? "`" : "\\";
  const instructions = [];
  let awaited = [];
  let open2;
  lines.forEach((raw, index) => {
    const document = awaited[0];
    if (document) {
      if ((document.isStripped ? raw.replace(/^\t+/, "") : raw) === document.end) awaited = awaited.slice(1);
      return;
    }
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const isContinued = line.endsWith(mark);
    const joined = `${open2?.text ?? ""}${isContinued ? line.slice(0, -1) : line}`;
    const begin = open2?.line ?? index + 1;
    open2 = isContinued ? { text: joined, line: begin } : void 0;
    if (open2) return;
    const instruction = readInstruction(joined, begin);
    instructions.push(instruction);
    awaited = hereDocuments(instruction);
  });
  if (open2)
    instructions.push(readInstruction(open2.text, open2.line));
  return { directives, instructions };
}
__name(readDockerfile, "readDockerfile");
function readInstruction(text, line) {
  const [, keyword = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  return { keyword: keyword.toUpperCase(), rest: rest.trim(), line };
}
__name(readInstruction, "readInstruction");
function readDirectives(lines) {
  const directives = {};
  for (const line of lines) {
    const [, name, value] = /^#\s*([a-zA-Z][\w-]*)\s*=\s*(.+?)\s*$/.exec(line.trim()) ?? [];
    if (name === void 0 || value === void 0) break;
    directives[name.toLowerCase()] ??= value;
  }
  return directives;
}
__name(readDirectives, "readDirectives");
function hereDocuments({ keyword, rest }) {
  const words = keyword === "ONBUILD" ? rest.split(/\s+/).slice(1) : rest.split(/\s+/);
  if (!/^(RUN|COPY|ADD|ONBUILD)$/.test(keyword)) return [];
  return words.flatMap((word) => {
    const [, dash, quoted] = /^\d*<<(-?)([^<]+)$/.exec(word) ?? [];
    const end = quoted?.replace(/^(["'])(.*)\1$/, "$2");
    return end ? [{ end, isStripped: dash === "-" }] : [];
  });
}
__name(hereDocuments, "hereDocuments");

// src/images/dockerfile-bases.rules.ts
function basesOfDockerfile(text, buildArgs = {}) {
  const { directives, instructions } = readDockerfile(text);
  const images = /* @__PURE__ */ new Set();
  const stages = /* @__PURE__ */ new Set();
  const defaults = /* @__PURE__ */ new Map();
  const add3 = /* @__PURE__ */ __name((name, written, line) => {
    if (name === "scratch" || stages.has(name.toLowerCase())) return;
    images.add(checked(name, written, line));
  }, "add");
  if (directives.syntax) add3(directives.syntax, directives.syntax, 1);
  let count = 0;
  for (const instruction of instructions) {
    const { keyword, rest, line } = instruction;
    if (keyword === "ARG" && count === 0) {
      for (const [name, value] of argumentsOf(rest)) {
        const given = buildArgs[name] ?? (value === void 0 ? void 0 : expand(value, defaults));
        if (given !== void 0) defaults.set(name, given);
      }
    } else if (keyword === "FROM") {
      const [written = "", as, stage] = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
      add3(expand(unquoted(written), defaults), written, line);
      stages.add(String(count++));
      if (as?.toLowerCase() === "as" && stage) stages.add(stage.toLowerCase());
    } else {
      for (const name of sourcesOf(instruction)) add3(name, name, line);
    }
  }
  return [...images];
}
__name(basesOfDockerfile, "basesOfDockerfile");
function sourcesOf({ keyword, rest }) {
  const inner = keyword === "ONBUILD" ? rest.replace(/^(\S+)\s*/, "") : rest;
  const flags = inner.split(/\s+/).filter((word) => word.startsWith("--"));
  return flags.flatMap((flag) => {
    const copied = /^--from=(.+)$/.exec(flag)?.[1];
    const mounted = /^--mount=(.+)$/.exec(flag)?.[1]?.split(",").find((part) => part.startsWith("from="));
    const name = unquoted(copied ?? mounted?.slice("from=".length) ?? "");
    return name && !name.includes("$") ? [name] : [];
  });
}
__name(sourcesOf, "sourcesOf");
function argumentsOf(rest) {
  const words = rest.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => {
    const [, name = word, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    return [name, value === void 0 ? void 0 : unquoted(value)];
  });
}
__name(argumentsOf, "argumentsOf");
var LONGEST_NAME = 4096;
var INNERMOST = /\$\{(\w+)(?:(:?[-+])([^${}]*))?\}|\$(\w+)/g;
function expand(text, values) {
  if (text.length > LONGEST_NAME)
    throw new SwarmlineError("input", "an image\u2019s name in the Dockerfile is too long", {
      hint: "write it with fewer variables"
    });
  const once = text.replace(INNERMOST, (_, braced, operator, word, bare) => {
    const value = values.get(braced ?? bare);
    const isSet = operator?.startsWith(":") ? Boolean(value) : value !== void 0;
    if (operator?.endsWith("-")) return isSet ? value ?? "" : word;
    if (operator?.endsWith("+")) return isSet ? word : "";
    return value ?? "";
  });
  return once === text ? text : expand(once, values);
}
__name(expand, "expand");
function unquoted(text) {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}
__name(unquoted, "unquoted");
function checked(name, written, line) {
  try {
    parseReference(name);
    return name;
  } catch (cause) {
    const isExpanded = written.includes("$");
    throw new SwarmlineError(
      "input",
      `Dockerfile line ${line}: ${JSON.stringify(written)} names no image${isExpanded && name ? `: it is ${JSON.stringify(name)}` : ""}`,
      {
        hint: isExpanded ? "give the variable a default (ARG NAME=value before the first FROM) or a build argument" : "write it as [registry/]name[:tag], in lower case",
        cause
      }
    );
  }
}
__name(checked, "checked");

// src/images/references.rules.ts
var HUB = "docker.io";
var COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var LABEL2 = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
var REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
var DOMAIN = new RegExp(`^(?:${LABEL2}(?:\\.${LABEL2})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var MAX_NAME_LENGTH = 255;
function parseReference(text) {
  const [beforeDigest = "", digest, ...rest] = text.split("@");
  const colon = beforeDigest.lastIndexOf(":");
  const hasTag = colon > beforeDigest.lastIndexOf("/");
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const tag = hasTag ? beforeDigest.slice(colon + 1) : void 0;
  const { domain, repository } = splitDomain(name);
  const isGood = rest.length === 0 && DOMAIN.test(domain) && REPOSITORY.test(repository) && domain.length + repository.length < MAX_NAME_LENGTH && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest));
  if (!isGood)
    throw new SwarmlineError("input", `${JSON.stringify(text)} is not an image reference`, {
      hint: "write it as [registry/]name[:tag], in lower case"
    });
  return { domain, repository, tag: tag ?? (digest ? void 0 : "latest"), digest };
}
__name(parseReference, "parseReference");
function splitDomain(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, slash);
  const isDomain = slash > 0 && (/[.:\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const domain = !isDomain || first === `index.${HUB}` ? HUB : first;
  const path6 = isDomain ? name.slice(slash + 1) : name;
  return { domain, repository: domain === HUB && !path6.includes("/") ? `library/${path6}` : path6 };
}
__name(splitDomain, "splitDomain");
function formatReference(reference) {
  const { domain, repository, tag, digest } = reference;
  return `${domain}/${repository}${tag ? `:${tag}` : ""}${digest ? `@${digest}` : ""}`;
}
__name(formatReference, "formatReference");
function familiarReference(reference) {
  const whole = formatReference(reference);
  const short = whole.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, "");
  return splitDomain(short.split("@")[0] ?? "").domain === reference.domain ? short : whole;
}
__name(familiarReference, "familiarReference");

// src/images/offline/stock/engine-store.rules.ts
function engineStore(images, registry2) {
  const files = /* @__PURE__ */ new Map();
  const add3 = /* @__PURE__ */ __name((entry) => files.set(entry.path, entry), "add");
  const file = /* @__PURE__ */ __name((path6, content) => add3({ path: `image/overlay2/${path6}`, content }), "file");
  const repositories = {};
  const sources = {};
  for (const { image, config, split, splitPacked } of images) {
    const { repository, tag = "latest" } = parseReference(image.reference);
    const layer = layerOf(image);
    const hex = hexOf(layer);
    const name = repository.replace(/^library\//, "");
    repositories[name] = {
      ...repositories[name],
      [`${name}:${tag}`]: image.config.digest,
      [`${name}@${image.digest}`]: image.config.digest
    };
    sources[hex] = [...sources[hex] ?? [], `${HUB}/${repository}`, `${registry2}/${repository}`];
    file(`imagedb/content/sha256/${hexOf(image.config.digest)}`, config);
    file(`layerdb/sha256/${hex}/diff`, layer);
    file(`layerdb/sha256/${hex}/cache-id`, hex);
    file(`layerdb/sha256/${hex}/size`, String(split.sizeBytes));
    file(`layerdb/sha256/${hex}/tar-split.json.gz`, splitPacked);
    file(`distribution/diffid-by-digest/sha256/${hex}`, layer);
    add3({ path: `overlay2/${hex}/link`, content: linkOf(hex) });
    add3({ path: `overlay2/l/${linkOf(hex)}`, target: `../${hex}/diff` });
  }
  for (const [hex, names2] of Object.entries(sources)) {
    const notes = [...new Set(names2)].map((SourceRepository) => ({
      Digest: `sha256:${hex}`,
      SourceRepository,
      HMAC: ""
    }));
    file(`distribution/v2metadata-by-diffid/sha256/${hex}`, JSON.stringify(notes));
  }
  file("repositories.json", JSON.stringify({ Repositories: repositories }));
  return [...files.values()];
}
__name(engineStore, "engineStore");
function registryStore(images) {
  return images.flatMap(({ image }) => {
    const { repository } = parseReference(image.reference);
    return [...image.layers, image.config].map(({ digest }) => ({
      path: `${REGISTRY}/repositories/${repository}/_layers/sha256/${hexOf(digest)}/link`,
      content: digest
    }));
  });
}
__name(registryStore, "registryStore");
var REGISTRY = "docker/registry/v2";
function blobPath(digest) {
  const hex = hexOf(digest);
  return `${REGISTRY}/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`;
}
__name(blobPath, "blobPath");
var layerOf = /* @__PURE__ */ __name((image) => image.layers[0]?.digest ?? "", "layerOf");
var hexOf = /* @__PURE__ */ __name((digest) => digest.replace(/^sha256:/, ""), "hexOf");
function linkOf(hex) {
  const bytes = createHash3("sha256").update(hex).digest();
  return [...bytes.subarray(0, 26)].map((byte) => String.fromCharCode(65 + byte % 26)).join("");
}
__name(linkOf, "linkOf");

// src/images/offline/stock/tar-split.rules.ts
import { posix } from "node:path";

// src/images/offline/stock/crc64.rules.ts
var POLYNOMIAL = 0xd800000000000000n;
var [UPPER, LOWER] = table();
function crc64(bytes) {
  let upper = -1;
  let lower = -1;
  for (let i = 0; i < bytes.length; i++) {
    const index = (lower ^ bytes[i]) & 255;
    lower = (lower >>> 8 | upper << 24) ^ LOWER[index];
    upper = upper >>> 8 ^ UPPER[index];
  }
  const sum = Buffer.alloc(8);
  sum.writeInt32BE(~upper, 0);
  sum.writeInt32BE(~lower, 4);
  return sum;
}
__name(crc64, "crc64");
function table() {
  const upper = new Int32Array(256);
  const lower = new Int32Array(256);
  for (let i = 0; i < 256; i++) {
    let entry = BigInt(i);
    for (let bit = 0; bit < 8; bit++) entry = entry & 1n ? entry >> 1n ^ POLYNOMIAL : entry >> 1n;
    upper[i] = Number(entry >> 32n) | 0;
    lower[i] = Number(entry & 0xffffffffn) | 0;
  }
  return [upper, lower];
}
__name(table, "table");

// src/images/offline/stock/tar-split.rules.ts
var BLOCK = 512;
function splitTar(archive) {
  const lines = [];
  const add3 = /* @__PURE__ */ __name((entry) => lines.push(JSON.stringify({ ...entry, position: lines.length })), "add");
  let sizeBytes = 0;
  let keptFrom = 0;
  let at = 0;
  let longName;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const type = String.fromCharCode(header[156] ?? 0);
    const size = Number.parseInt(textOf(header, 124, 12), 8);
    const content = at + BLOCK;
    if (!Number.isSafeInteger(size) || content + size > archive.length) return void 0;
    at = content + Math.ceil(size / BLOCK) * BLOCK;
    if (type === "x") {
      longName = paxPath(archive.subarray(content, content + size)) ?? longName;
      continue;
    }
    if (!"0125".includes(type)) return void 0;
    const name = longName ?? nameOf2(header);
    longName = void 0;
    if (posix.basename(name).startsWith(".wh.")) return void 0;
    add3({ type: 2, payload: archive.subarray(keptFrom, content).toString("base64") });
    const bytes = archive.subarray(content, content + size);
    add3({
      type: 1,
      name,
      ...size > 0 ? { size } : {},
      payload: size > 0 ? crc64(bytes).toString("base64") : null
    });
    sizeBytes += size;
    keptFrom = content + size;
  }
  add3({ type: 2, payload: archive.subarray(keptFrom).toString("base64") });
  return { text: `${lines.join("\n")}
`, sizeBytes };
}
__name(splitTar, "splitTar");
function textOf(header, from, length) {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString("utf8");
}
__name(textOf, "textOf");
function nameOf2(header) {
  const prefix = textOf(header, 345, 155);
  return prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100);
}
__name(nameOf2, "nameOf");
function paxPath(records) {
  for (let at = 0; at < records.length; ) {
    const length = Number.parseInt(records.subarray(at, at + 12).toString("latin1"), 10);
    if (!(length > 0)) return void 0;
    const record3 = records.subarray(at, at + length - 1).toString("utf8");
    const value = /^\d+ path=([\s\S]*)$/.exec(record3)?.[1];
    if (value !== void 0) return value;
    at += length;
  }
  return void 0;
}
__name(paxPath, "paxPath");

// src/images/offline/stock/stock.ts
var LARGEST_LAYER_BYTES = 512 * 1024 ** 2;
async function writeStock(path6, images, registry2) {
  const stocked = [];
  for (const image of images) {
    const ready = await prepare(image);
    if (!ready) return false;
    stocked.push(ready);
  }
  const archive = (0, import_tar_stream.pack)();
  const written = pipeline2(archive, createWriteStream(path6, { mode: 384 }));
  const added = fill(archive, stocked, registry2).then(
    () => archive.finalize(),
    (error) => archive.destroy(error)
  );
  await Promise.all([added, written]);
  return true;
}
__name(writeStock, "writeStock");
async function prepare(image) {
  const [layer, ...others] = image.layers;
  if (!layer || others.length > 0 || layer.mediaType !== MEDIA.layer) return void 0;
  if (layer.sizeBytes > LARGEST_LAYER_BYTES) return void 0;
  const split = splitTar(await readFile2(layer.path));
  if (!split) return void 0;
  const config = await readFile2(image.config.path, "utf8");
  return { image, config, split, splitPacked: await promisify(gzip)(split.text, { level: 1 }) };
}
__name(prepare, "prepare");
async function fill(archive, images, registry2) {
  const references = images.map(({ image }) => image.reference).sort();
  addEntry(archive, { path: "template/references", content: `${references.join("\n")}
` });
  for (const entry of engineStore(images, registry2)) addEntry(archive, below("template", entry));
  for (const entry of registryStore(images)) addEntry(archive, below("registry", entry));
  const blobs = /* @__PURE__ */ new Map();
  for (const { image } of images)
    for (const blob of [...image.layers, image.config]) blobs.set(blob.digest, blob);
  for (const { digest, sizeBytes, path: path6 } of blobs.values())
    await pipeline2(
      createReadStream2(path6, { highWaterMark: 1 << 20 }),
      archive.entry({
        name: `registry/${blobPath(digest)}`,
        size: sizeBytes,
        mode: 420,
        mtime: /* @__PURE__ */ new Date(0)
      })
    );
  const layers = [...new Set(images.map(({ image }) => layerOf(image)))];
  addEntry(archive, {
    path: "layers",
    content: layers.map((digest) => `${hexOf(digest)} ${blobPath(digest)}
`).join("")
  });
}
__name(fill, "fill");
var below = /* @__PURE__ */ __name((folder, entry) => ({
  ...entry,
  path: `${folder}/${entry.path}`
}), "below");
function addEntry(archive, entry) {
  const header = { name: entry.path, mtime: /* @__PURE__ */ new Date(0) };
  if ("target" in entry) archive.entry({ ...header, type: "symlink", linkname: entry.target });
  else archive.entry({ ...header, mode: 384 }, entry.content);
}
__name(addEntry, "addEntry");

// src/images/tools.ts
import { existsSync as existsSync2 } from "node:fs";
import { mkdir as mkdir2, mkdtemp as mkdtemp2, rename as rename3, rm as rm2 } from "node:fs/promises";
import { dirname as dirname2, join as join4 } from "node:path";

// src/images/tools.rules.ts
import { dirname } from "node:path";
function versionOf(said) {
  const [text, major] = /\b(\d+)\.\d+[\w.+~-]*/.exec(said) ?? [];
  return text && major ? { text, major: Number(major) } : void 0;
}
__name(versionOf, "versionOf");
function pluginsDirOf(pluginsJson) {
  let plugins;
  try {
    plugins = JSON.parse(pluginsJson);
  } catch {
    return void 0;
  }
  const [compose, buildx] = ["compose", "buildx"].map((name) => {
    const plugin = plugins?.find((each) => each.Name === name && !each.Err);
    return plugin?.Path && dirname(plugin.Path);
  });
  return compose && compose === buildx ? compose : void 0;
}
__name(pluginsDirOf, "pluginsDirOf");

// src/images/tools.ts
var PACKAGES = ["docker-cli", "docker-buildx", "docker-compose"];
var OLDEST_MAJOR = 26;
var ENV = { DOCKER_CLI_HINTS: "false", BUILDX_GIT_INFO: "0" };
async function dockerTools(place, fx) {
  return await ownClient(fx) ?? await fromPackages(place, fx);
}
__name(dockerTools, "dockerTools");
async function ownClient(fx) {
  const said = await fx.exec("docker", ["--version"], { isChecked: false }).catch(() => void 0);
  const version = said && versionOf(said.stdout);
  if (!version || version.major < OLDEST_MAJOR) return void 0;
  const info = await fx.exec("docker", ["info", "--format", "{{json .ClientInfo.Plugins}}"], {
    isChecked: false,
    // Plugins may lie in its folder.
    inherit: ["DOCKER_CONFIG"]
  });
  const pluginsDir = pluginsDirOf(info.stdout);
  if (!pluginsDir) return void 0;
  return { docker: "docker", pluginsDir, version: version.text, isFromPackages: false, env: ENV };
}
__name(ownClient, "ownClient");
async function fromPackages(place, fx) {
  const suite = place.suite === "bookworm" ? "trixie" : place.suite;
  const folder = join4(place.cacheDir, "tools", suite);
  const docker = join4(folder, "usr/bin/docker");
  if (!existsSync2(docker))
    await fx.log.step(
      `Get docker's command line from Debian ${suite}`,
      (update) => unpackTools(folder, { ...place, suite }, fx, update).catch((error) => {
        throw classify(error);
      })
    );
  const { stdout } = await fx.exec(docker, ["--version"]);
  const pluginsDir = join4(folder, "usr/libexec/docker/cli-plugins");
  return { docker, pluginsDir, version: versionOf(stdout)?.text ?? "", isFromPackages: true, env: ENV };
}
__name(fromPackages, "fromPackages");
async function unpackTools(folder, place, fx, update) {
  const packages = await openPackages(place, fx);
  await mkdir2(dirname2(folder), { recursive: true });
  const scratch = await mkdtemp2(join4(dirname2(folder), ".new-"));
  try {
    const debs = await packages.obtain(PACKAGES, update);
    for (const { name, path: path6 } of debs)
      if (PACKAGES.includes(name)) await fx.exec("dpkg-deb", ["-x", path6, scratch]);
    if (!existsSync2(join4(scratch, "usr/bin/docker")))
      throw new SwarmlineError("packages-refused", `Debian ${place.suite} has no docker command line`);
    await rename3(scratch, folder).catch(() => void 0);
  } finally {
    await rm2(scratch, { recursive: true, force: true });
  }
}
__name(unpackTools, "unpackTools");

// src/images/offline/image.ts
import { createHash as createHash5 } from "node:crypto";
import { mkdir as mkdir4, mkdtemp as mkdtemp3, readdir as readdir5, readFile as readFile4, rename as rename5, rm as rm7, stat as stat2, writeFile as writeFile4 } from "node:fs/promises";
import { basename as basename2, join as join11 } from "node:path";

// src/images/offline/layer.ts
var import_tar_stream2 = __toESM(require_tar_stream(), 1);
import { createHash as createHash4 } from "node:crypto";
import { createReadStream as createReadStream3, createWriteStream as createWriteStream2 } from "node:fs";
import { lstat, readdir as readdir2, readlink } from "node:fs/promises";
import { join as join5 } from "node:path";
import { Transform } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";
async function packLayer(root, file, owners) {
  const archive = (0, import_tar_stream2.pack)();
  const hash2 = createHash4("sha256");
  let sizeBytes = 0;
  const measure = new Transform({
    transform: /* @__PURE__ */ __name((chunk, _, done) => {
      hash2.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    }, "transform")
  });
  const written = pipeline3(archive, measure, createWriteStream2(file));
  const added = addFolder(archive, root, "", owners, /* @__PURE__ */ new Map()).then(
    () => archive.finalize(),
    (error) => archive.destroy(error)
  );
  await Promise.all([added, written]);
  return { digest: `sha256:${hash2.digest("hex")}`, sizeBytes };
}
__name(packLayer, "packLayer");
async function addFolder(archive, root, folder, owners, seen) {
  const names2 = (await readdir2(join5(root, folder))).sort();
  for (const name of names2) {
    const path6 = folder ? `${folder}/${name}` : name;
    const stat3 = await lstat(join5(root, path6));
    const header = {
      mode: stat3.mode & 4095,
      mtime: /* @__PURE__ */ new Date(0),
      ...owners.get(path6) ?? { uid: 0, gid: 0 }
    };
    if (stat3.isDirectory()) {
      await add(archive, { ...header, name: `${path6}/`, type: "directory" });
      await addFolder(archive, root, path6, owners, seen);
    } else if (stat3.isSymbolicLink()) {
      const linkname = await readlink(join5(root, path6));
      await add(archive, { ...header, mode: 511, name: path6, type: "symlink", linkname });
    } else if (stat3.isFile()) await addFile(archive, root, path6, header, stat3, seen);
  }
}
__name(addFolder, "addFolder");
async function addFile(archive, root, path6, header, stat3, seen) {
  const first = seen.get(stat3.ino);
  if (first !== void 0) return add(archive, { ...header, name: path6, type: "link", linkname: first });
  if (stat3.nlink > 1) seen.set(stat3.ino, path6);
  await pipeline3(
    createReadStream3(join5(root, path6)),
    archive.entry({ ...header, name: path6, size: stat3.size })
  );
}
__name(addFile, "addFile");
function add(archive, header) {
  return new Promise((resolve2, reject) => {
    archive.entry(header, (error) => error ? reject(error) : resolve2());
  });
}
__name(add, "add");

// src/images/offline/rootfs.ts
import { glob as glob2, rm as rm6 } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join as join10 } from "node:path";

// src/images/offline/arrange.ts
import { glob, rm as rm3, symlink } from "node:fs/promises";
import { dirname as dirname4, join as join7 } from "node:path";

// src/images/offline/put.ts
import { chmod, lstat as lstat2, mkdir as mkdir3, writeFile as writeFile3 } from "node:fs/promises";
import { dirname as dirname3, join as join6 } from "node:path";
async function exists(path6) {
  return lstat2(path6).then(
    () => true,
    () => false
  );
}
__name(exists, "exists");
async function makeFolder(root, path6, mode = 493) {
  const parts = path6.split("/").filter(Boolean);
  for (const depth of parts.keys()) {
    const folder = join6(root, ...parts.slice(0, depth + 1));
    const isLast = depth === parts.length - 1;
    const isNew = !await exists(folder);
    if (isNew) await mkdir3(folder);
    if (isNew || isLast && mode !== 493) await chmod(folder, isLast ? mode : 493);
  }
}
__name(makeFolder, "makeFolder");
async function putFile(root, path6, text, mode = 420) {
  await makeFolder(root, dirname3(path6));
  await writeFile3(join6(root, path6), text);
  await chmod(join6(root, path6), mode);
}
__name(putFile, "putFile");

// src/images/offline/arrange.ts
async function arrange(root, definition) {
  for (const [path6, folder] of Object.entries(definition.folders ?? {}))
    await makeFolder(root, path6, folder.mode);
  for (const [path6, { text, isExecutable }] of Object.entries(definition.files ?? {}))
    await putFile(root, path6, text, isExecutable ? 493 : 420);
  for (const [path6, target] of Object.entries(definition.links ?? {})) {
    await makeFolder(root, dirname4(path6));
    await rm3(join7(root, path6), { force: true });
    await symlink(target.includes("*") ? await theOnly(root, target) : target, join7(root, path6));
  }
}
__name(arrange, "arrange");
async function theOnly(root, pattern) {
  const found2 = [];
  for await (const path6 of glob(pattern.replace(/^\//, ""), { cwd: root })) found2.push(`/${path6}`);
  const [only, ...others] = found2;
  if (only !== void 0 && others.length === 0) return only;
  throw new SwarmlineError("internal", `${pattern} matches ${found2.length} files of the packages, not one`);
}
__name(theOnly, "theOnly");

// src/images/offline/base-files.ts
import { readdir as readdir3, readFile as readFile3, rm as rm4, symlink as symlink2 } from "node:fs/promises";
import { join as join8 } from "node:path";
var FOLDERS = [
  ...["dev", "etc", "home", "mnt", "opt", "proc", "root", "run", "srv", "sys", "usr/local/bin"],
  ...["var/cache", "var/lib", "var/log", "var/spool"]
];
async function finishBase(root, users, fx) {
  for (const path6 of FOLDERS) await makeFolder(root, path6);
  for (const path6 of ["tmp", "var/tmp"]) await makeFolder(root, path6, 1023);
  if (!await exists(join8(root, "var/run"))) await symlink2("/run", join8(root, "var/run"));
  await putFile(root, "etc/passwd", accounts(users));
  await putFile(root, "etc/group", groups(users));
  if (!await exists(join8(root, "etc/nsswitch.conf")))
    await putFile(root, "etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
  await bundleCertificates(root);
  await linkApplets(root, fx);
}
__name(finishBase, "finishBase");
function accounts(users) {
  return [
    "root:x:0:0:root:/root:/bin/sh",
    "www-data:x:33:33:www-data:/var/www:/bin/false",
    "nobody:x:65534:65534:nobody:/nonexistent:/bin/false",
    ...users.map(({ name, uid, gid, home }) => `${name}:x:${uid}:${gid}:${name}:${home}:/bin/false`)
  ].join("\n").concat("\n");
}
__name(accounts, "accounts");
function groups(users) {
  const own = users.map(({ name, gid }) => `${name}:x:${gid}:`);
  return ["root:x:0:", "www-data:x:33:", "docker:x:998:", ...own, "nogroup:x:65534:"].join("\n").concat("\n");
}
__name(groups, "groups");
async function bundleCertificates(root) {
  const folder = join8(root, "usr/share/ca-certificates");
  if (!await exists(folder)) return;
  const files = (await readdir3(folder, { recursive: true })).filter((file) => file.endsWith(".crt")).sort();
  const texts = await Promise.all(files.map((file) => readFile3(join8(folder, file), "utf8")));
  await putFile(root, "etc/ssl/certs/ca-certificates.crt", texts.join(""));
  await rm4(folder, { recursive: true });
}
__name(bundleCertificates, "bundleCertificates");
async function linkApplets(root, fx) {
  const busybox = join8(root, "usr/bin/busybox");
  if (!await exists(busybox)) return;
  const { stdout } = await fx.exec(busybox, ["--list"]);
  for (const name of stdout.split("\n").filter(Boolean)) {
    const isTaken = await exists(join8(root, "usr/bin", name)) || await exists(join8(root, "usr/sbin", name));
    if (!isTaken) await symlink2("busybox", join8(root, "usr/bin", name));
  }
}
__name(linkApplets, "linkApplets");

// src/images/offline/in-parallel.ts
async function inParallel2(items, limit, work) {
  const results = new Array(items.length);
  const rest = items.entries();
  let hasFailed = false;
  const lane = /* @__PURE__ */ __name(async () => {
    for (const [index, item] of rest) {
      if (hasFailed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }, "lane");
  const ends = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, lane));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
__name(inParallel2, "inParallel");

// src/images/offline/merge-usr.ts
import { lstat as lstat3, readdir as readdir4, rename as rename4, rm as rm5, symlink as symlink3 } from "node:fs/promises";
import { join as join9 } from "node:path";
var MERGED = ["bin", "sbin", "lib", "lib64"];
async function mergeUsr(root) {
  for (const name of MERGED) {
    const outer = join9(root, name);
    await makeFolder(root, `usr/${name}`);
    const stat3 = await lstat3(outer).catch(() => void 0);
    if (stat3?.isDirectory()) await moveInto(outer, join9(root, "usr", name));
    await rm5(outer, { recursive: true, force: true });
    await symlink3(`usr/${name}`, outer);
  }
}
__name(mergeUsr, "mergeUsr");
async function moveInto(from, to) {
  for (const entry of await readdir4(from, { withFileTypes: true })) {
    const target = join9(to, entry.name);
    const there = await lstat3(target).catch(() => void 0);
    if (entry.isDirectory() && there?.isDirectory()) await moveInto(join9(from, entry.name), target);
    else if (!(entry.isSymbolicLink() && there)) await rename4(join9(from, entry.name), target);
  }
}
__name(moveInto, "moveInto");

// src/images/offline/rootfs.ts
var UNNEEDED = [
  ...[
    "bash-completion",
    "bug",
    "doc",
    "doc-base",
    "fish",
    "info",
    "javascript",
    "lintian",
    "locale",
    "man",
    "zsh"
  ].map((name) => `usr/share/${name}`),
  ...[
    "usr/lib/systemd",
    "usr/lib/sysusers.d",
    "usr/lib/tmpfiles.d",
    "usr/lib/*/gconv",
    "etc/systemd",
    "etc/logrotate.d"
  ]
];
async function makeRootfs({
  root,
  packages,
  definition
}, fx) {
  await inParallel2(packages, Math.max(2, availableParallelism()), (each) => unpack(each, root, fx));
  await mergeUsr(root);
  await remove(root, UNNEEDED);
  await finishBase(root, definition.users ?? [], fx);
  await remove(root, definition.drops ?? []);
  await arrange(root, definition);
}
__name(makeRootfs, "makeRootfs");
async function unpack({ path: path6 }, root, fx) {
  const result = await fx.exec("dpkg-deb", ["-x", path6, root], { env: { LC_ALL: "C" }, isChecked: false });
  if (result.exitCode === 0) return;
  if (isDiskFull(result.stderr))
    throw new SwarmlineError("disk-full", "no space left on the disk to unpack Debian packages", {
      hint: "free some space, or point SWARMLINE_CACHE at a larger disk"
    });
  await rm6(path6, { force: true });
  throw new SwarmlineError("packages-refused", `${path6} cannot be unpacked: ${refusalOf(result.stderr)}`, {
    hint: "it has been removed from the cache: try again"
  });
}
__name(unpack, "unpack");
async function remove(root, patterns) {
  for (const pattern of patterns)
    for await (const found2 of glob2(pattern.replace(/^\//, ""), { cwd: root }))
      await rm6(join10(root, found2), { recursive: true, force: true });
}
__name(remove, "remove");

// src/images/offline/image.ts
var STAND_IN_LABEL = "io.swarmline.stand-in";
var RECIPE = 1;
var SCRATCH = ".new-";
var HOUR_MS = 36e5;
async function cachedImage(place, definition) {
  const folder = folderOf(place, definition);
  try {
    const image = JSON.parse(await readFile4(join11(folder, "image.json"), "utf8"));
    const here = movedTo(folder, image);
    const isWhole2 = (await stat2(here.layer.path)).size === here.layer.sizeBytes;
    return isWhole2 ? here : void 0;
  } catch {
    return void 0;
  }
}
__name(cachedImage, "cachedImage");
async function makeImage(place, definition, packages, fx, onProgress) {
  const folder = folderOf(place, definition);
  const images = join11(place.cacheDir, "images");
  await mkdir4(images, { recursive: true });
  await sweep(images, fx.clock.now());
  const scratch = await mkdtemp3(join11(images, SCRATCH));
  try {
    const downloaded = await packages.obtain(definition.packages, onProgress);
    const root = join11(scratch, "root");
    await mkdir4(root);
    onProgress(`unpacks ${downloaded.length} packages`);
    await makeRootfs({ root, packages: downloaded, definition }, fx);
    onProgress("packs the layer");
    const image = await writeBlobs(scratch, root, place, definition, madeFrom(place, definition, downloaded));
    await writeFile4(join11(scratch, "image.json"), JSON.stringify(image));
    await rm7(root, { recursive: true });
    const theirs = await cachedImage(place, definition);
    if (theirs) return theirs;
    await rm7(folder, { recursive: true, force: true });
    await rename5(scratch, folder);
    return movedTo(folder, image);
  } catch (error) {
    throw classify(error);
  } finally {
    await rm7(scratch, { recursive: true, force: true });
  }
}
__name(makeImage, "makeImage");
async function sweep(images, now) {
  for (const name of await readdir5(images)) {
    if (!name.startsWith(SCRATCH)) continue;
    const age = await stat2(join11(images, name)).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0
    );
    if (age > HOUR_MS) await rm7(join11(images, name), { recursive: true, force: true });
  }
}
__name(sweep, "sweep");
async function writeBlobs(folder, root, place, definition, origin) {
  const packed = await packLayer(root, join11(folder, "layer.tar"), ownersOf(definition));
  const layer = { ...packed, path: join11(folder, "layer.tar"), mediaType: MEDIA.layer };
  const config = await writeBlob(
    join11(folder, "config.json"),
    MEDIA.config,
    imageConfig({
      config: definition.config,
      labels: { [STAND_IN_LABEL]: origin },
      architecture: goArchitecture(place.architecture),
      layerDigest: layer.digest
    })
  );
  const manifest = await writeBlob(
    join11(folder, "manifest.json"),
    MEDIA.manifest,
    imageManifest(config, layer)
  );
  return { madeFrom: origin, digest: manifest.digest, manifest, config, layer };
}
__name(writeBlobs, "writeBlobs");
async function writeBlob(path6, mediaType, text) {
  await writeFile4(path6, text);
  const digest = `sha256:${createHash5("sha256").update(text).digest("hex")}`;
  return { digest, sizeBytes: Buffer.byteLength(text), path: path6, mediaType };
}
__name(writeBlob, "writeBlob");
function movedTo(folder, image) {
  const at = /* @__PURE__ */ __name((blob) => ({ ...blob, path: join11(folder, basename2(blob.path)) }), "at");
  return { ...image, manifest: at(image.manifest), config: at(image.config), layer: at(image.layer) };
}
__name(movedTo, "movedTo");
function ownersOf({ folders = {} }) {
  return new Map(
    Object.entries(folders).map(([path6, { uid = 0, gid = 0 }]) => [path6.replace(/^\//, ""), { uid, gid }])
  );
}
__name(ownersOf, "ownersOf");
function madeFrom(place, definition, packages) {
  const pattern = new RegExp(`^${definition.principal}$`);
  const principal = packages.find(({ name }) => pattern.test(name));
  const what = principal ? `${principal.name} ${principal.version}` : definition.packages.join(", ");
  return `Debian ${place.suite}: ${what}`;
}
__name(madeFrom, "madeFrom");
function folderOf(place, definition) {
  const content = JSON.stringify([RECIPE, place.suite, place.architecture, definition]);
  const key = createHash5("sha256").update(content).digest("hex").slice(0, 12);
  return join11(place.cacheDir, "images", `${definition.name}-${place.suite}-${key}`);
}
__name(folderOf, "folderOf");

// src/images/offline/stand-ins/definition.ts
function script(text) {
  return { text: `#!/bin/sh
${text.replace(/^\n/, "")}`, isExecutable: true };
}
__name(script, "script");

// src/images/offline/stand-ins/apk.ts
var APK = script(`
set -eu
say() { echo "apk (offline stand-in): $*" >&2; }
command=
for word; do
  case $word in -*) ;; *) command=$word; break ;; esac
done
case $command in
  update | upgrade | del | fix | cache) say "$command: nothing to do"; exit 0 ;;
  add) ;;
  info) exit 0 ;;
  *) say "'$command' needs a network"; exit 1 ;;
esac
has() {
  case $1 in
    add | autoconf | automake | build-base | file | g++ | gcc | libc-dev | make | musl-dev | pkgconf | pkgconfig | re2c) return 0 ;;
    *-dev | *-headers | .*) return 0 ;;
    ca-certificates) [ -s /etc/ssl/certs/ca-certificates.crt ] ;;
    tzdata) [ -d /usr/share/zoneinfo ] ;;
    bind-tools) command -v dig >/dev/null ;;
    drill | ldns-tools) command -v drill >/dev/null ;;
    redis) command -v redis-cli >/dev/null ;;
    *) command -v "$1" >/dev/null || [ -n "$(find /usr/lib -name "$1.so*" -o -name "lib$1.so*" | head -n 1)" ] ;;
  esac
}
skip=
for word; do
  if [ -n "$skip" ]; then skip=; continue; fi
  case $word in
    --virtual | -t | --repository | -X) skip=1 ;;
    -*) ;;
    *)
      name=\${word%%[<>=~@]*}
      has "$name" || { say "'$name' is not in this image, and there is no network to get it from"; exit 1; }
      ;;
  esac
done
`);

// src/images/offline/stand-ins/alpine.ts
var alpine = {
  name: "alpine",
  repositories: ["docker.io/library/alpine", "docker.io/library/busybox"],
  packages: ["busybox-static", "ca-certificates", "curl", "ldnsutils", "netbase"],
  principal: "busybox-static",
  files: {
    "/sbin/apk": APK,
    "/etc/os-release": { text: 'ID=debian\nPRETTY_NAME="Debian busybox standing in for Alpine Linux"\n' }
  },
  config: { Cmd: ["/bin/sh"] }
};

// src/images/offline/stand-ins/cadvisor.ts
var NAMES = ["google/cadvisor", "cadvisor/cadvisor"];
var cadvisor = {
  name: "cadvisor",
  repositories: NAMES.map((name) => `docker.io/${name}`),
  packages: ["busybox-static", "curl", "jq"],
  principal: "busybox-static",
  files: {
    // Flags of the official program are taken and ignored. As process 1 it must handle SIGTERM itself.
    "/usr/bin/cadvisor": script(`
port=8080
for word; do case $word in -port=* | --port=*) port=\${word#*=} ;; esac; done
nc -ll -p "$port" -e /usr/lib/cadvisor/answer &
server=$!
trap 'kill "$server"; exit 0' INT TERM
echo "cadvisor (offline stand-in): listens on port $port"
wait "$server"
`),
    "/usr/lib/cadvisor/answer": script(`
engine() { curl -sf --max-time 10 --unix-socket /var/run/docker.sock "http://docker$1"; }
answer() { printf 'HTTP/1.1 %s\\r\\nContent-Type: %s\\r\\nConnection: close\\r\\n\\r\\n' "$1" "$2"; }
read -r method path _
while read -r header; do case $header in '' | "$(printf '\\r')") break ;; esac; done
case $method in GET | HEAD) ;; *) answer '405 Method Not Allowed' text/plain; exit ;; esac
case \${path%%[?]*} in
  / | /containers | /containers/* | /docker | /docker/)
    answer '200 OK' 'text/html; charset=utf-8'
    [ "$method" = HEAD ] || engine /containers/json | jq -r -f /usr/lib/cadvisor/page.jq ;;
  /healthz) answer '200 OK' text/plain; [ "$method" = HEAD ] || echo ok ;;
  /metrics)
    answer '200 OK' 'text/plain; version=0.0.4; charset=utf-8'
    [ "$method" = HEAD ] || . /usr/lib/cadvisor/metrics ;;
  *) answer '404 Not Found' text/plain; echo 'not in this stand-in' ;;
esac
`),
    "/usr/lib/cadvisor/metrics": script(`
echo 'cadvisor_version_info{cadvisorVersion="offline stand-in"} 1'
awk '/^MemTotal/ { printf "machine_memory_bytes %.0f\\n", $2 * 1024 }' /proc/meminfo
echo "machine_cpu_cores $(grep -c ^processor /proc/cpuinfo)"
for id in $(engine /containers/json | jq -r '.[].Id'); do
  engine "/containers/$id/stats?stream=false&one-shot=true" | jq -r -f /usr/lib/cadvisor/metrics.jq
done
`),
    "/usr/lib/cadvisor/metrics.jq": {
      text: `"{id=\\"/docker/\\(.id)\\",name=\\"\\(.name | ltrimstr("/"))\\"}" as $of
| "container_last_seen\\($of) \\(now | floor)",
  "container_cpu_usage_seconds_total\\($of) \\(.cpu_stats.cpu_usage.total_usage / 1e9)",
  "container_memory_usage_bytes\\($of) \\(.memory_stats.usage // 0)",
  ((.networks // {}) | to_entries[] |
    "\\($of | rtrimstr("}")),interface=\\"\\(.key)\\"}" as $on
    | "container_network_receive_bytes_total\\($on) \\(.value.rx_bytes)",
      "container_network_transmit_bytes_total\\($on) \\(.value.tx_bytes)")
`
    },
    "/usr/lib/cadvisor/page.jq": {
      text: `"<!doctype html><title>cAdvisor (stand-in)</title><h1>Docker Containers</h1>",
"<p>A stand-in for cAdvisor. <a href=/metrics>metrics</a></p><ul>",
(.[] | "<li>\\(.Names[0] // .Id | ltrimstr("/") | @html): \\(.Image | @html), \\(.Status | @html)</li>"),
"</ul>"
`
    }
  },
  config: { Entrypoint: ["/usr/bin/cadvisor", "-logtostderr"], ExposedPorts: { "8080/tcp": {} } }
};

// src/images/offline/stand-ins/apt-get.ts
var APT_GET = script(`
set -eu
say() { echo "apt-get (offline stand-in): $*" >&2; }
command=
for word; do
  case $word in -*) ;; *) command=$word; break ;; esac
done
case $command in
  update | upgrade | dist-upgrade | clean | autoclean | autoremove | remove | purge) say "$command: nothing to do"; exit 0 ;;
  install) ;;
  *) say "'$command' needs a network"; exit 1 ;;
esac
has() {
  case $1 in
    ca-certificates) [ -s /etc/ssl/certs/ca-certificates.crt ] ;;
    php-fpm | php*-fpm) ls /usr/sbin/php-fpm* >/dev/null 2>&1 ;;
    php-* | php*-*) [ -n "$(find /usr/lib/php -name "\${1#php*-}.so" 2>/dev/null)" ] ;;
    *) command -v "$1" >/dev/null || [ -e "/usr/share/doc/$1" ] ;;
  esac
}
seen=
for word; do
  case $word in
    -*) continue ;;
  esac
  if [ -z "$seen" ]; then seen=1; continue; fi
  name=\${word%%[=/]*}
  has "$name" || { say "'$name' is not in this image, and there is no network to get it from"; exit 1; }
done
`);

// src/images/offline/stand-ins/debian.ts
var CONF = "/usr/local/etc/php/conf.d";
var debian = {
  name: "debian",
  repositories: ["docker.io/library/debian"],
  packages: ["nginx", "php-fpm", "php-redis", "curl", "busybox-static", "ca-certificates", "netbase"],
  principal: "nginx",
  files: {
    "/usr/bin/apt-get": APT_GET,
    // What the packages' own scripts would have switched on.
    [`${CONF}/20-redis.ini`]: { text: "extension=igbinary.so\nextension=redis.so\n" }
  },
  drops: ["/usr/lib/php/php-helper", "/usr/lib/php/php-maintscript-helper", "/etc/init.d", "/etc/default"],
  config: { Env: [`PHP_INI_SCAN_DIR=${CONF}`], Cmd: ["sh"] }
};

// src/images/offline/stand-ins/javascript.ts
var javascript = {
  name: "javascript",
  repositories: ["docker.io/library/node"],
  packages: ["nodejs", "busybox-static", "ca-certificates"],
  principal: "nodejs",
  links: { "/usr/local/bin/node": "/usr/bin/node" },
  files: { "/sbin/apk": APK },
  config: { Cmd: ["node"] }
};

// src/images/offline/stand-ins/node.ts
var IPTABLES = [
  "iptables",
  "iptables-save",
  "iptables-restore",
  "ip6tables",
  "ip6tables-save",
  "ip6tables-restore"
];
var node = {
  name: "docker",
  repositories: ["docker.io/library/docker"],
  packages: [
    ...["docker.io", "docker-cli", "containerd", "runc", "tini"],
    ...["iptables", "iproute2", "kmod", "procps", "busybox-static", "ca-certificates"]
  ],
  principal: "docker\\.io",
  links: Object.fromEntries(IPTABLES.map((name) => [`/usr/sbin/${name}`, "xtables-legacy-multi"])),
  folders: { "/var/lib/docker": {} },
  files: { "/usr/local/bin/dockerd-entrypoint.sh": script(entrypoint()) },
  drops: [
    ...["containerd-shim", "containerd-shim-runc-v1", "containerd-stress", "ctr", "dnet"].map(
      (name) => `/usr/bin/${name}`
    ),
    ...[
      "contrib*",
      "fs-idmap",
      "ovrouter",
      "pidfd-kill",
      "recvtty",
      "remap-rootfs",
      "sd-helper",
      "seccompagent"
    ].map((name) => `/usr/sbin/${name}`),
    ...["/usr/lib/containerd", "/usr/lib/cni", "/etc/init.d", "/etc/default"]
  ],
  config: {
    Env: ["DOCKER_TLS_CERTDIR="],
    Entrypoint: ["dockerd-entrypoint.sh"],
    Volumes: { "/var/lib/docker": {} }
  }
};
function entrypoint() {
  return `
set -e
# What a killed engine leaves behind keeps the next from starting.
rm -f /var/run/docker.pid /run/docker/containerd/containerd.pid
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  # cgroup v2: a group with processes of its own cannot hand controllers down, so they move into a child.
  mkdir -p /sys/fs/cgroup/init
  xargs -r -n 1 < /sys/fs/cgroup/cgroup.procs > /sys/fs/cgroup/init/cgroup.procs || true
  sed -e 's/ / +/g' -e 's/^/+/' < /sys/fs/cgroup/cgroup.controllers > /sys/fs/cgroup/cgroup.subtree_control || true
elif [ -d /sys/fs/cgroup ] && ! grep -q ' /sys/fs/cgroup/' /proc/self/mounts; then
  # cgroup v1, and the runtime gave the container none of its hierarchies: mount what the kernel has.
  mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
  while read -r name _ _ enabled; do
    [ "$enabled" = 1 ] || continue
    mkdir -p "/sys/fs/cgroup/$name"
    mount -t cgroup -o "$name" cgroup "/sys/fs/cgroup/$name" 2>/dev/null || rmdir "/sys/fs/cgroup/$name"
  done < /proc/cgroups
fi
# Kernels have the old tables, the new ones, or both: take what answers.
iptables -t nat -nL >/dev/null 2>&1 || for name in ${IPTABLES.join(" ")}; do
  ln -sf xtables-nft-multi "/usr/sbin/$name"
done
mount --make-rshared / 2>/dev/null || true
case \${1:-} in '' | -*) set -- dockerd -H unix:///var/run/docker.sock "$@" ;; esac
[ "$1" = dockerd ] || exec "$@"
exec tini -- "$@"
`;
}
__name(entrypoint, "entrypoint");

// src/images/offline/stand-ins/php.ts
var CONF2 = "/usr/local/etc/php/conf.d";
var BUILT_IN = "ctype fileinfo ftp iconv igbinary mbstring pdo phar posix readline tokenizer".split(" ");
var php = {
  name: "php",
  repositories: ["docker.io/library/php"],
  packages: ["php-cli", "php-mbstring", "php-redis", "busybox-static", "ca-certificates", "curl"],
  principal: "php[0-9.]+-cli",
  links: {
    "/usr/local/bin/php": "/usr/bin/php[0-9]*",
    "/usr/local/bin/docker-php-ext-enable": "docker-php-ext-install"
  },
  folders: { "/var/www/html": { uid: 33, gid: 33 }, "/usr/src/php": {} },
  files: {
    [`${CONF2}/00-built-in.ini`]: { text: BUILT_IN.map((name) => `extension=${name}.so
`).join("") },
    "/sbin/apk": APK,
    "/usr/local/bin/docker-php-entrypoint": script(`
set -e
case \${1:-} in -*) set -- php "$@" ;; esac
exec "$@"
`),
    "/usr/local/bin/docker-php-ext-configure": script("exit 0\n"),
    // Also docker-php-ext-enable: there is nothing to compile, so both only switch an extension on.
    "/usr/local/bin/docker-php-ext-install": script(`
set -eu
folder=$(php -n -r 'echo ini_get("extension_dir");')
for word; do
  case $word in -j | -j* | --ini-name | [0-9]*) continue ;; -*) continue ;; esac
  name=\${word%.so}
  php -m | grep -qix "$name" && continue
  [ -e "$folder/$name.so" ] || { echo "\${0##*/} (offline stand-in): no extension '$name' in this image" >&2; exit 1; }
  kind=extension
  case $name in opcache | xdebug) kind=zend_extension ;; esac
  echo "$kind=$name.so" > ${CONF2}/docker-php-ext-$name.ini
done
`),
    "/usr/local/bin/pecl": script(`
set -eu
[ "\${1:-}" = install ] || exit 0
shift
folder=$(php -n -r 'echo ini_get("extension_dir");')
for word; do
  case $word in -*) continue ;; esac
  name=\${word%%-[0-9]*}
  [ -e "$folder/$name.so" ] || { echo "pecl (offline stand-in): no extension '$name' in this image" >&2; exit 1; }
  echo "pecl (offline stand-in): $name is already there"
done
`)
  },
  drops: ["/usr/lib/php/*/sapi", "/usr/lib/php/php-helper", "/usr/lib/php/php-maintscript-helper"],
  config: {
    Env: [`PHP_INI_SCAN_DIR=${CONF2}`, "PHP_INI_DIR=/usr/local/etc/php", "PHPIZE_DEPS=autoconf"],
    Entrypoint: ["docker-php-entrypoint"],
    Cmd: ["php", "-a"],
    WorkingDir: "/"
  }
};

// src/images/offline/stand-ins/prometheus.ts
var NOBODY = { uid: 65534, gid: 65534 };
var prometheus = {
  name: "prometheus",
  repositories: ["docker.io/prom/prometheus"],
  packages: ["prometheus", "busybox-static", "ca-certificates"],
  principal: "prometheus",
  folders: { "/prometheus": { ...NOBODY }, "/etc/prometheus": {} },
  drops: [
    "/usr/share/nodejs",
    "/usr/bin/tsdb",
    "/usr/bin/promtool",
    "/etc/init.d",
    "/etc/default",
    "/etc/cron.daily"
  ],
  config: {
    User: "nobody",
    Entrypoint: ["/bin/prometheus"],
    Cmd: ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"],
    WorkingDir: "/prometheus",
    Volumes: { "/prometheus": {} },
    ExposedPorts: { "9090/tcp": {} }
  }
};

// src/images/offline/stand-ins/python.ts
var python = {
  name: "python",
  repositories: ["docker.io/library/python"],
  packages: ["python3", "busybox-static", "ca-certificates"],
  principal: "python3",
  links: { "/usr/local/bin/python3": "/usr/bin/python3", "/usr/local/bin/python": "/usr/bin/python3" },
  files: { "/sbin/apk": APK, "/usr/bin/apt-get": APT_GET },
  config: { Env: ["LANG=C.UTF-8"], Cmd: ["python3"] }
};

// src/images/offline/stand-ins/redis.ts
var REDIS = { uid: 999, gid: 1e3 };
var redis = {
  name: "redis",
  repositories: ["docker.io/library/redis"],
  packages: ["redis-server", "redis-tools", "busybox-static"],
  principal: "redis-server",
  users: [{ name: "redis", home: "/data", ...REDIS }],
  folders: { "/data": { ...REDIS } },
  files: {
    "/sbin/apk": APK,
    // The official server is built with protected mode off, so that other containers may connect at all.
    "/usr/local/bin/docker-entrypoint.sh": script(`
set -e
case \${1:-} in -* | *.conf) set -- redis-server "$@" ;; esac
[ "\${1:-}" = redis-server ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
  find . ! -user redis -exec chown redis '{}' +
  exec su -s /bin/sh -c 'exec "$0" "$@"' -- redis "$0" "$@"
fi
[ "$(umask)" != 0022 ] || umask 0077
case " $* " in *' --protected-mode '*) ;; *) set -- "$@" --protected-mode no ;; esac
exec "$@"
`)
  },
  config: {
    Entrypoint: ["docker-entrypoint.sh"],
    Cmd: ["redis-server"],
    WorkingDir: "/data",
    Volumes: { "/data": {} },
    ExposedPorts: { "6379/tcp": {} }
  }
};

// src/images/offline/stand-ins/registry.ts
var CONFIG = "/etc/docker/registry/config.yml";
var registry = {
  name: "registry",
  repositories: ["docker.io/library/registry"],
  packages: ["docker-registry", "busybox-static", "ca-certificates"],
  principal: "docker-registry",
  links: { "/usr/bin/registry": "docker-registry" },
  folders: { "/var/lib/registry": {} },
  drops: ["/etc/init.d", "/etc/default"],
  files: {
    [CONFIG]: {
      text: [
        "version: 0.1",
        "log: {level: info}",
        "storage:",
        "  filesystem: {rootdirectory: /var/lib/registry}",
        "  maintenance: {uploadpurging: {enabled: false}, readonly: {enabled: false}}",
        'http: {addr: ":5000"}\n'
      ].join("\n")
    },
    "/entrypoint.sh": script(`
set -e
case \${1:-} in *.yaml | *.yml) set -- registry serve "$@" ;; serve | garbage-collect | help | -*) set -- registry "$@" ;; esac
exec "$@"
`)
  },
  config: {
    Entrypoint: ["/entrypoint.sh"],
    Cmd: [CONFIG],
    Volumes: { "/var/lib/registry": {} },
    ExposedPorts: { "5000/tcp": {} }
  }
};

// src/images/offline/stand-ins/catalogue.ts
var STAND_INS = [
  alpine,
  cadvisor,
  debian,
  javascript,
  node,
  php,
  prometheus,
  python,
  redis,
  registry
];
function standInFor(reference) {
  const { domain, repository, digest } = parseReference(reference);
  if (digest) return void 0;
  return STAND_INS.find(({ repositories }) => repositories.includes(`${domain}/${repository}`));
}
__name(standInFor, "standInFor");

// src/images/bases.ts
function planBases(references) {
  const all = [...new Set(references)];
  return {
    standIns: all.filter((reference) => standInFor(reference)),
    unavailable: all.filter((reference) => !standInFor(reference))
  };
}
__name(planBases, "planBases");
async function ensureStandIns(request, fx) {
  const { standIns, unavailable } = planBases(request.references);
  if (unavailable.length > 0) throw nothingFor(unavailable);
  const needs = standIns.map((reference) => ({ reference, definition: definitionOf(reference) }));
  const place = { ...request, architecture: await architecture(fx) };
  const images = /* @__PURE__ */ new Map();
  for (const { definition } of needs) {
    const image = await cachedImage(place, definition);
    if (image) images.set(definition, image);
  }
  const missing = [...new Set(needs.map(({ definition }) => definition))].filter((each) => !images.has(each));
  if (missing.length > 0) {
    const packages = await openPackages(place, fx);
    await inParallel2(
      missing,
      2,
      (definition) => fx.log.step(`Make ${definition.name} from Debian ${place.suite} packages`, async (update) => {
        images.set(definition, await makeImage(place, definition, packages, fx, update));
      })
    );
  }
  return needs.flatMap(({ reference, definition }) => {
    const image = images.get(definition);
    if (!image) return [];
    const { layer, ...rest } = image;
    return [{ reference, ...rest, layers: [layer] }];
  });
}
__name(ensureStandIns, "ensureStandIns");
function definitionOf(reference) {
  const definition = standInFor(reference);
  if (!definition) throw nothingFor([reference]);
  return definition;
}
__name(definitionOf, "definitionOf");
function nothingFor(references) {
  return new SwarmlineError("not-found", `no stand-in for ${references.join(", ")}`, {
    hint: `without a registry there are only ${STAND_INS.map(({ name }) => name).join(", ")}`
  });
}
__name(nothingFor, "nothingFor");
async function architecture(fx) {
  const { stdout } = await debianExec(fx.exec)("dpkg", ["--print-architecture"]);
  return stdout.trim();
}
__name(architecture, "architecture");

// src/images/official.ts
import { createHash as createHash7 } from "node:crypto";
import { createReadStream as createReadStream4, createWriteStream as createWriteStream3 } from "node:fs";
import { lstat as lstat4, mkdir as mkdir5, rename as rename6, rm as rm8, writeFile as writeFile5 } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform as Transform2 } from "node:stream";
import { pipeline as pipeline4 } from "node:stream/promises";

// src/images/digest.rules.ts
import { createHash as createHash6 } from "node:crypto";
var LENGTHS = { sha256: 64, sha512: 128 };
function isDigest(text) {
  if (typeof text !== "string") return false;
  const colon = text.indexOf(":");
  const length = Object.hasOwn(LENGTHS, text.slice(0, colon)) && LENGTHS[text.slice(0, colon)];
  return text.length - colon - 1 === length && /^[0-9a-f]+$/.test(text.slice(colon + 1));
}
__name(isDigest, "isDigest");
function digesting(digest) {
  const algorithm = digest.slice(0, digest.indexOf(":"));
  const hash2 = createHash6(algorithm);
  return {
    update: /* @__PURE__ */ __name((bytes) => void hash2.update(bytes), "update"),
    isRight: /* @__PURE__ */ __name(() => isDigest(digest) && `${algorithm}:${hash2.digest("hex")}` === digest, "isRight")
  };
}
__name(digesting, "digesting");
function isDigestOf(digest, bytes) {
  if (!isDigest(digest)) return false;
  const hash2 = digesting(digest);
  hash2.update(bytes);
  return hash2.isRight();
}
__name(isDigestOf, "isDigestOf");

// src/images/manifest.rules.ts
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var MOST_PARTS = 500;
var MOST_BYTES = 16 * 1024 ** 3;
function parseManifest(bytes) {
  let parsed;
  try {
    parsed = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new SwarmlineError("push-failed", "docker.io answered with something that is not a manifest", {
      cause
    });
  }
  const { manifests, config, layers } = mapping(parsed);
  if (manifests !== void 0) return { manifests: listOf(manifests) };
  return { config: descriptor(config), layers: listOf(layers) };
}
__name(parseManifest, "parseManifest");
function listOf(value) {
  if (!Array.isArray(value) || value.length > MOST_PARTS) throw wrong("the list of its parts");
  return value.map(descriptor);
}
__name(listOf, "listOf");
function descriptor(value) {
  const { mediaType, digest, size, platform } = mapping(value);
  if (!isDigest(digest)) throw wrong("a digest");
  if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MOST_BYTES)
    throw wrong("a size");
  const { os, architecture: architecture2 } = mapping(platform);
  return {
    mediaType: typeof mediaType === "string" ? mediaType : "",
    digest,
    size,
    platform: typeof os === "string" && typeof architecture2 === "string" ? { os, architecture: architecture2 } : void 0
  };
}
__name(descriptor, "descriptor");
var mapping = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "mapping");
var wrong = /* @__PURE__ */ __name((what) => new SwarmlineError("push-failed", `docker.io sent a manifest in which ${what} is none`), "wrong");

// src/images/registry-fetch.ts
async function withRegistryFetch(work) {
  const [{ default: undici }, { getProxyUrl }] = await Promise.all([
    import("./undici-JSKI65QT.js"),
    import("./proxy-CLPAKUO3.js")
  ]);
  const { Agent, fetch: fetch2, Pool, ProxyAgent } = undici;
  const agent = new Agent({
    factory: /* @__PURE__ */ __name((origin, options) => {
      const proxy = getProxyUrl(new URL(origin));
      if (!proxy) return new Pool(origin, options);
      return new ProxyAgent({ ...options, uri: proxy.hostname ? proxy.href : `http://${proxy.href}` });
    }, "factory")
  });
  try {
    return await work((input, init) => fetch2(input, { ...init, dispatcher: agent }));
  } finally {
    await agent.destroy();
  }
}
__name(withRegistryFetch, "withRegistryFetch");

// src/images/challenge.rules.ts
var HERE = /^(?:127(?:\.\d+){3}|localhost|.+\.localhost|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;
var isHere = /* @__PURE__ */ __name((hostname) => HERE.test(hostname.toLowerCase()), "isHere");
function mayLeadTo(registry2, to) {
  if (to.username || to.password) return false;
  if (!isHere(registry2.hostname)) return to.protocol === "https:" && !isHere(to.hostname);
  return to.protocol === "https:" || to.protocol === "http:" && isHere(to.hostname);
}
__name(mayLeadTo, "mayLeadTo");
function challengeOf(header, registry2) {
  if (/^basic\b/i.test(header)) return { scheme: "basic" };
  const asked2 = new Map(
    [...header.slice(0, 4096).matchAll(/\b(\w{1,32})="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value
    ])
  );
  const given = asked2.get("realm");
  if (!/^bearer\b/i.test(header) || !given) throw new Error("it wants a login that is not there");
  if (!URL.canParse(given)) throw new Error("the address of its tokens is none");
  const realm = new URL(given);
  if (!mayLeadTo(registry2, realm))
    throw new Error(
      isHere(realm.hostname) ? "its tokens are said to come from this machine" : "it gives its tokens without TLS"
    );
  return { scheme: "bearer", realm, service: asked2.get("service"), scope: asked2.get("scope") };
}
__name(challengeOf, "challengeOf");

// src/images/registry-session.ts
var MANIFESTS = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
var MAX_REDIRECTS = 5;
var MOST_BYTES2 = 4 * 1024 * 1024;
var MOST_TOKEN_BYTES = 256 * 1024;
function registrySession(registry2, repository, login, fetch2, signal) {
  let authorization;
  const follow = /* @__PURE__ */ __name(async (path6) => {
    let url = new URL(`/v2/${repository}/${path6}`, registry2);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const isOwn = url.origin === registry2.origin;
      const headers = { accept: MANIFESTS, ...isOwn && authorization ? { authorization } : {} };
      const answer = await fetch2(url, { headers, signal, redirect: "manual" });
      if (![301, 302, 303, 307, 308].includes(answer.status)) return { answer, isOwn };
      await answer.body?.cancel();
      const location = answer.headers.get("location") ?? "";
      if (!URL.canParse(location, url.href)) throw new Error("it leads nowhere");
      url = new URL(location, url);
      if (url.origin !== registry2.origin && !mayLeadTo(registry2, url))
        throw new Error("it leads to an address that it may not lead to");
    }
    throw new Error("it leads in a circle");
  }, "follow");
  const session = {
    ask: /* @__PURE__ */ __name(async (path6) => {
      const { answer, isOwn } = await follow(path6);
      if (answer.status !== 401 || !isOwn || authorization !== void 0) return answer;
      await answer.body?.cancel();
      authorization = await authorize(answer.headers.get("www-authenticate") ?? "");
      return (await follow(path6)).answer;
    }, "ask"),
    get: /* @__PURE__ */ __name(async (kind, digest) => {
      if (!isDigest(digest)) throw new Error("no digest that is known here");
      const bytes = await bytesOf(await session.ask(`${kind}/${digest}`), MOST_BYTES2);
      if (!isDigestOf(digest, bytes))
        throw new Error(`${kind} ${digest}: other bytes than those that it names`);
      return bytes;
    }, "get")
  };
  const authorize = /* @__PURE__ */ __name(async (header) => {
    const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
    const challenge = challengeOf(header, registry2);
    if (challenge.scheme === "basic") {
      if (!basic) throw new Error("it wants a login that is not there");
      return basic;
    }
    const { realm, service } = challenge;
    if (service) realm.searchParams.set("service", service);
    realm.searchParams.set("scope", `repository:${repository}:pull`);
    const headers = basic ? { authorization: basic } : {};
    const answer = await fetch2(realm, { headers, signal, redirect: "manual" });
    const { token, access_token } = jsonOf(await bytesOf(answer, MOST_TOKEN_BYTES));
    const given = token ?? access_token;
    if (typeof given !== "string" || !/^[\x21-\x7e]+$/.test(given)) throw new Error("it gives no token");
    return `Bearer ${given}`;
  }, "authorize");
  return session;
}
__name(registrySession, "registrySession");
async function bytesOf(answer, mostBytes) {
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    throw new Error(`it answers ${answer.status}`);
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > mostBytes) throw new Error("its answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
__name(bytesOf, "bytesOf");
var jsonOf = /* @__PURE__ */ __name((bytes) => record(JSON.parse(bytes.toString("utf8"))), "jsonOf");
var record = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");

// src/images/official.ts
var REACH_MS = 2e3;
async function isUpstreamReachable(upstream, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(REACH_MS)]);
  try {
    return await withRegistryFetch(async (fetch2) => {
      const answer = await fetch2(`${upstream}/v2/`, { signal: limit, redirect: "manual" });
      await answer.body?.cancel();
      return answer.status === 200 || answer.status === 401;
    });
  } catch {
    return false;
  }
}
__name(isUpstreamReachable, "isUpstreamReachable");
function fetchOfficial(image, place, fx, onProgress = () => void 0) {
  return withRegistryFetch(
    (fetch2) => fetchWith(
      registrySession(new URL(place.upstream), image.repository, void 0, fetch2, fx.signal),
      image,
      place,
      onProgress
    )
  );
}
__name(fetchOfficial, "fetchOfficial");
async function fetchWith(session, image, place, onProgress) {
  const folder = path.join(place.cacheDir, "official", "blobs");
  await mkdir5(folder, { recursive: true });
  const manifestOf = /* @__PURE__ */ __name(async (name) => {
    const answer = await asked(session, image.repository, `manifests/${name}`);
    const type = answer.headers.get("content-type") ?? "";
    const bytes = await bytesOf(answer, MOST_BYTES2).catch((error) => {
      throw refused2(error);
    });
    if (name !== image.tag || isDigest(name)) requireDigest(name, bytes);
    return { bytes, type: /^[\w.+/-]{1,100}$/.test(type) ? type : OCI_MANIFEST };
  }, "manifestOf");
  let found2 = await manifestOf(image.tag);
  const index = parseManifest(found2.bytes);
  if ("manifests" in index) {
    const fit = index.manifests.find(
      (m) => m.platform?.os === "linux" && m.platform.architecture === place.architecture
    );
    if (!fit)
      throw new SwarmlineError(
        "not-found",
        `${image.reference} does not exist for linux/${place.architecture}`
      );
    found2 = await manifestOf(fit.digest);
  }
  const manifest = parseManifest(found2.bytes);
  if ("manifests" in manifest)
    throw new SwarmlineError("push-failed", `the manifest of ${image.reference} is not one`);
  const blob = /* @__PURE__ */ __name(async (d) => {
    const file2 = path.join(folder, d.digest.replace(":", "-"));
    if (!await isWhole(file2, d))
      await download2(await asked(session, image.repository, `blobs/${d.digest}`), d, file2);
    return { digest: d.digest, sizeBytes: d.size, path: file2, mediaType: d.mediaType };
  }, "blob");
  const blobs = [];
  for (const [i, layer] of manifest.layers.entries()) {
    onProgress(`layer ${i + 1} of ${manifest.layers.length}`);
    blobs.push(await blob(layer));
  }
  const digest = `sha256:${createHash7("sha256").update(found2.bytes).digest("hex")}`;
  const file = path.join(folder, digest.replace(":", "-"));
  await writeFile5(file, found2.bytes);
  return {
    reference: image.reference,
    madeFrom: void 0,
    digest,
    manifest: { digest, sizeBytes: found2.bytes.length, path: file, mediaType: found2.type },
    config: await blob(manifest.config),
    layers: blobs
  };
}
__name(fetchWith, "fetchWith");
async function asked(session, repository, what) {
  const answer = await session.ask(what).catch((error) => {
    if (["AbortError", "TimeoutError"].includes(error.name)) throw error;
    throw refused2(error);
  });
  if (answer.ok) return answer;
  await answer.body?.cancel();
  const why = answer.status === 404 || answer.status === 401 ? "has no" : `answered ${answer.status} for`;
  throw new SwarmlineError(
    answer.status === 404 ? "not-found" : "push-failed",
    `docker.io ${why} ${repository} ${what}`
  );
}
__name(asked, "asked");
var refused2 = /* @__PURE__ */ __name((cause) => new SwarmlineError("push-failed", `docker.io cannot be asked: ${cause.message}`, { cause }), "refused");
function requireDigest(digest, bytes) {
  if (!isDigestOf(digest, bytes))
    throw new SwarmlineError("push-failed", `what docker.io sent is not ${digest}`);
}
__name(requireDigest, "requireDigest");
async function download2(answer, d, file) {
  if (!answer.body) throw new SwarmlineError("push-failed", `docker.io sent nothing for ${d.digest}`);
  const draft = `${file}.${process.pid}`;
  const hash2 = digesting(d.digest);
  const wrong2 = /* @__PURE__ */ __name(() => new SwarmlineError("push-failed", `what docker.io sent is not ${d.digest}`), "wrong");
  let size = 0;
  const checking = new Transform2({
    transform(chunk, _encoding, done) {
      size += chunk.length;
      if (size > d.size) return done(wrong2());
      hash2.update(chunk);
      done(null, chunk);
    }
  });
  try {
    await pipeline4(Readable.fromWeb(answer.body), checking, createWriteStream3(draft));
    if (size !== d.size || !hash2.isRight()) throw wrong2();
    await rename6(draft, file);
  } finally {
    await rm8(draft, { force: true });
  }
}
__name(download2, "download");
async function isWhole(file, { size, digest }) {
  const found2 = await lstat4(file).catch(() => void 0);
  if (!found2?.isFile() || found2.size !== size) return false;
  const hash2 = digesting(digest);
  for await (const chunk of createReadStream4(file)) hash2.update(chunk);
  return hash2.isRight();
}
__name(isWhole, "isWhole");

// src/usecases/base-images.ts
var UPSTREAM = "https://registry-1.docker.io";
var ARCHITECTURES = { x64: "amd64", arm64: "arm64" };
async function baseImages(request, fx) {
  const upstream = request.upstream ?? UPSTREAM;
  if (!await isUpstreamReachable(upstream, fx.signal))
    return { images: await ensureStandIns(request, fx), isOffline: true };
  const architecture2 = ARCHITECTURES[process.arch] ?? process.arch;
  const place = { cacheDir: request.cacheDir, upstream, architecture: architecture2 };
  const images = [];
  for (const reference of request.references) {
    const { repository, tag, digest } = parseReference(reference);
    const name = digest ?? tag ?? "latest";
    images.push(
      await fx.log.step(
        `Fetch ${reference}`,
        (update) => fetchOfficial({ reference, repository, tag: name }, place, fx, update)
      )
    );
  }
  return { images, isOffline: false };
}
__name(baseImages, "baseImages");

// src/usecases/bases.ts
import { readFile as readFile5 } from "node:fs/promises";
import path3 from "node:path";

// src/effects/read-text.ts
import { open } from "node:fs/promises";
async function readText(file, maxBytes, shownAs = file) {
  const handle = await open(file, "r");
  try {
    const chunks = [];
    let length = 0;
    while (length <= maxBytes) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(64 * 1024) });
      if (bytesRead === 0) return Buffer.concat(chunks).toString("utf8");
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
  } finally {
    await handle.close();
  }
  throw new SwarmlineError("input", `${shownAs}:1:1: longer than ${maxBytes / 1024} KiB`, {
    hint: "split it"
  });
}
__name(readText, "readText");

// src/effects/yaml/yaml.rules.ts
var import_yaml4 = __toESM(require_dist(), 1);

// src/effects/yaml/budget.rules.ts
var YAML_BUDGET = {
  bytes: 1024 * 1024,
  /** Of the lexer: a line has about eight. */
  tokens: 15e4,
  depth: 100,
  /** Values and keys, with aliases and merges unfolded. */
  nodes: 1e5,
  /** Characters, with aliases and merges unfolded. */
  characters: 8 * 1024 * 1024,
  /** What is wrong with a file is not listed beyond this. */
  faults: 50
};
var OverBudget = class extends Error {
  static {
    __name(this, "OverBudget");
  }
  offset;
  hint;
  constructor(offset, message, hint) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
};

// src/effects/yaml/plain.rules.ts
var import_yaml = __toESM(require_dist(), 1);
function plainOf(node2, targets) {
  const meant = (0, import_yaml.isAlias)(node2) ? targets.get(node2) : node2;
  if ((0, import_yaml.isSeq)(meant)) return meant.items.map((item) => plainOf(item, targets));
  if ((0, import_yaml.isMap)(meant)) {
    const made = {};
    for (const { key, value } of meant.items)
      Object.defineProperty(made, keyText(key, targets), {
        value: plainOf(value, targets),
        enumerable: true,
        writable: true,
        configurable: true
      });
    return made;
  }
  return (0, import_yaml.isScalar)(meant) ? scalarOf(meant.value) : null;
}
__name(plainOf, "plainOf");
function keyText(key, targets) {
  const meant = (0, import_yaml.isAlias)(key) ? targets.get(key) : key;
  return (0, import_yaml.isScalar)(meant) ? String(scalarOf(meant.value)) : "null";
}
__name(keyText, "keyText");
var scalarOf = /* @__PURE__ */ __name((value) => typeof value === "symbol" ? String(value.description) : typeof value === "bigint" ? String(value) : value, "scalarOf");

// src/effects/yaml/tokens.rules.ts
var import_yaml2 = __toESM(require_dist(), 1);
function tokensOf(text, lines, maxBytes) {
  if (Buffer.byteLength(text) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, "split it");
  let count = 0;
  let offset = 0;
  for (const lexeme of new import_yaml2.Lexer().lex(text)) {
    if (lexeme !== "" && lexeme !== "" && lexeme !== "") offset += lexeme.length;
    if (++count > YAML_BUDGET.tokens)
      throw new OverBudget(offset, `more than ${YAML_BUDGET.tokens} words and signs`, "split it");
  }
  const tokens = [...new import_yaml2.Parser(lines.addNewLine).parse(text)];
  refuseDeep(tokens);
  return tokens;
}
__name(tokensOf, "tokensOf");
function refuseDeep(tokens) {
  const open2 = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open2.pop(); next; next = open2.pop()) {
    const { token, depth } = next;
    if (depth > YAML_BUDGET.depth)
      throw new OverBudget(
        token.offset,
        `nested more than ${YAML_BUDGET.depth} levels deep`,
        "nest it less deeply"
      );
    if (token.type === "document" && token.value) open2.push({ token: token.value, depth: depth + 1 });
    if ("items" in token)
      for (const { key, value } of token.items) {
        if (key) open2.push({ token: key, depth: depth + 1 });
        if (value) open2.push({ token: value, depth: depth + 1 });
      }
  }
}
__name(refuseDeep, "refuseDeep");

// src/effects/yaml/unfold.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);
function unfold(root, complain) {
  const targets = /* @__PURE__ */ new WeakMap();
  const walk = new Walk(targets, complain);
  if (root) walk.extentOf(root);
  return targets;
}
__name(unfold, "unfold");
var Walk = class {
  static {
    __name(this, "Walk");
  }
  #targets;
  #complain;
  #anchors = /* @__PURE__ */ new Map();
  /** Extents of what anchors name; nothing else is asked for twice. */
  #extents = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  constructor(targets, complain) {
    this.#targets = targets;
    this.#complain = complain;
  }
  extentOf(node2) {
    if (!node2) return { work: 1, characters: 0, depth: 0, keys: 0 };
    if ((0, import_yaml3.isAlias)(node2)) return this.#aliased(node2);
    const anchor = "anchor" in node2 ? node2.anchor : void 0;
    if (anchor) this.#anchors.set(anchor, node2);
    this.#open.add(node2);
    const extent = (0, import_yaml3.isMap)(node2) ? this.#ofMap(node2.items) : (0, import_yaml3.isSeq)(node2) ? this.#ofSeq(node2.items) : { work: 1, characters: lengthOf(node2), depth: 0, keys: 0 };
    this.#open.delete(node2);
    if (anchor) this.#extents.set(node2, extent);
    refuse(node2, extent);
    return extent;
  }
  #aliased(alias) {
    const target = this.#anchors.get(alias.source);
    const offset = alias.range?.[0] ?? 0;
    if (!target) {
      this.#complain(offset, `there is no anchor &${alias.source} before this alias`, "correct the name");
      return { work: 1, characters: 0, depth: 0, keys: 0 };
    }
    if (this.#open.has(target))
      throw new OverBudget(
        offset,
        `the alias *${alias.source} stands inside of what it stands for`,
        "take it out, or name another anchor"
      );
    this.#targets.set(alias, target);
    return this.#extents.get(target) ?? { work: 1, characters: 0, depth: 0, keys: 0 };
  }
  #ofSeq(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    for (const item of items) {
      const extent = (0, import_yaml3.isPair)(item) ? this.#ofMap([item]) : this.extentOf(item);
      add2(total, extent);
      total.keys += extent.keys;
    }
    return total;
  }
  #ofMap(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    const seen = /* @__PURE__ */ new Set();
    for (const { key, value } of items) {
      const isMerge = (0, import_yaml3.isScalar)(key) && isMergeKey(key);
      this.#key(key, seen);
      const extent = this.extentOf(value);
      add2(total, extent);
      total.characters += (0, import_yaml3.isScalar)(key) ? lengthOf(key) : 0;
      if (isMerge) {
        total.work += extent.keys;
        total.keys += extent.keys;
      } else total.keys++;
    }
    return total;
  }
  #key(key, seen) {
    if ((0, import_yaml3.isAlias)(key)) this.extentOf(key);
    const meant = (0, import_yaml3.isAlias)(key) ? this.#targets.get(key) : key;
    if ((0, import_yaml3.isAlias)(key) && !meant) return;
    const offset = key?.range?.[0] ?? 0;
    if (meant && !(0, import_yaml3.isScalar)(meant)) {
      this.#complain(offset, "a key must be a plain value", "write it as a text");
      return;
    }
    const value = (0, import_yaml3.isScalar)(meant) ? meant.value : null;
    if (seen.has(value)) this.#complain(offset, "Map keys must be unique", "take one of the two out");
    seen.add(value);
    if (key && (0, import_yaml3.isScalar)(key) && key.anchor) this.extentOf(key);
  }
};
function add2(total, part) {
  total.work += part.work;
  total.characters += part.characters;
  total.depth = Math.max(total.depth, part.depth + 1);
}
__name(add2, "add");
function refuse(node2, { work, characters, depth }) {
  const offset = node2.range?.[0] ?? 0;
  const hint = "use fewer aliases and merges, or split it";
  if (work > YAML_BUDGET.nodes)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it has more than ${YAML_BUDGET.nodes} values`,
      hint
    );
  if (characters > YAML_BUDGET.characters)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is longer than ${YAML_BUDGET.characters / 1024 / 1024} MiB`,
      hint
    );
  if (depth > YAML_BUDGET.depth)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is nested more than ${YAML_BUDGET.depth} levels deep`,
      hint
    );
}
__name(refuse, "refuse");
var lengthOf = /* @__PURE__ */ __name((node2) => (0, import_yaml3.isScalar)(node2) ? typeof node2.value === "string" ? node2.value.length : node2.source?.length ?? 4 : 0, "lengthOf");
var isMergeKey = /* @__PURE__ */ __name(({ value, source, type }) => typeof value === "symbol" || value === "<<" && type === "PLAIN" && source === "<<", "isMergeKey");

// src/effects/yaml/yaml.rules.ts
function readYaml(text, how) {
  const lines = new import_yaml4.LineCounter();
  const faults = [];
  const complain = /* @__PURE__ */ __name((offset, text2, hint) => {
    if (faults.length < YAML_BUDGET.faults) faults.push({ ...placeAt(lines, offset), text: text2, hint });
  }, "complain");
  try {
    const [document, second] = documentsOf(text, lines, how);
    if (!document || document.contents === null)
      return { faults: [{ line: 1, column: 1, text: "the file is empty", hint: how.begins }] };
    const wrong2 = how.isStrict ? [...document.errors, ...document.warnings] : document.errors;
    for (const { pos, message } of wrong2) complain(pos[0], message, "correct the YAML");
    if (second)
      complain(second.range[0], "a second document begins here", "give each document a file of its own");
    if (!(0, import_yaml4.isMap)(document.contents)) complain(0, `${how.what} is a mapping`, how.begins);
    if (faults.length > 0) return { faults };
    const root = document.contents;
    const targets = unfold(root, complain);
    if (faults.length > 0) return { faults };
    return {
      yaml: {
        document,
        targets,
        plain: /* @__PURE__ */ __name((node2 = root) => plainOf(node2, targets), "plain"),
        meant: /* @__PURE__ */ __name((node2) => (node2 && (targets.get(node2) ?? node2)) ?? null, "meant"),
        placeOf: /* @__PURE__ */ __name((node2) => placeAt(lines, node2?.range?.[0] ?? 0), "placeOf")
      }
    };
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return { faults: [{ ...placeIn(text, error.offset), text: error.message, hint: error.hint }] };
  }
}
__name(readYaml, "readYaml");
function placeIn(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
__name(placeIn, "placeIn");
function documentsOf(text, lines, { hasMerges = false, hasStringKeys = false, maxBytes = YAML_BUDGET.bytes }) {
  const composer = new import_yaml4.Composer({
    merge: hasMerges,
    stringKeys: hasStringKeys,
    prettyErrors: false,
    logLevel: "silent",
    // Also where a directive asks for an older version.
    schema: "core",
    resolveKnownTags: false,
    // The library compares each key with each other one; `unfold` looks for them in a set.
    uniqueKeys: false
  });
  reportFew(composer);
  const documents = [];
  for (const document of composer.compose(tokensOf(text, lines, maxBytes))) {
    documents.push(document);
    if (documents.length > 1) break;
  }
  return documents;
}
__name(documentsOf, "documentsOf");
function reportFew(composer) {
  const report = composer.onError;
  let errors = 0;
  let warnings = 0;
  composer.onError = (source, code, message, isWarning) => {
    const count = isWarning ? ++warnings : ++errors;
    if (count <= YAML_BUDGET.faults) report(source, code, message, isWarning);
  };
}
__name(reportFew, "reportFew");
function placeAt(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
__name(placeAt, "placeAt");

// src/stack/compose-document.rules.ts
var import_yaml5 = __toESM(require_dist(), 1);
import path2 from "node:path";
function parseComposeFile(file, text, shownAs = file) {
  const read = readYaml(text, { hasMerges: true, what: "a stack file", begins: "it begins with services:" });
  if ("faults" in read) {
    const [fault] = read.faults;
    const place = fault ? `:${fault.line}:${fault.column}` : "";
    throw new SwarmlineError("input", `${shownAs}${place}: ${fault?.text}`, {
      hint: fault?.hint ?? "correct the YAML"
    });
  }
  const { yaml } = read;
  const lineOf = /* @__PURE__ */ __name((node2) => yaml.placeOf(node2).line, "lineOf");
  return {
    path: path2.resolve(file),
    shownAs,
    text,
    document: yaml.document,
    yaml,
    lineOf,
    at: /* @__PURE__ */ __name((node2) => `${shownAs}:${lineOf(node2)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");

// src/stack/compose-file.ts
async function readComposeFile(file, shownAs = file) {
  const text = await readText(file, YAML_BUDGET.bytes, shownAs).catch((cause) => {
    if (cause instanceof SwarmlineError) throw cause;
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "name the stack file with --file (input compose-files)",
      cause
    });
  });
  return parseComposeFile(file, text, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/usecases/bases.ts
async function neededBases(request) {
  const found2 = await Promise.all([
    ...request.buildContexts.map(async (context) => basesOfDockerfile(await dockerfileIn(context))),
    ...request.composeFiles.map(imagesOf)
  ]);
  const ofHub = found2.flat().filter((reference) => parseReference(reference).domain === HUB);
  const byName = new Map(ofHub.map((reference) => [formatReference(parseReference(reference)), reference]));
  return [...byName.values()].sort();
}
__name(neededBases, "neededBases");
async function dockerfileIn(context) {
  const file = path3.join(context, "Dockerfile");
  return readFile5(file, "utf8").catch((cause) => {
    throw new SwarmlineError("input", `${file} cannot be read`, {
      hint: "name a folder with a Dockerfile: --build-context FOLDER",
      cause
    });
  });
}
__name(dockerfileIn, "dockerfileIn");
async function imagesOf(file) {
  const model = (await readComposeFile(file)).yaml.plain();
  return Object.values(model?.services ?? {}).flatMap((service) => {
    const image = service?.image;
    return typeof image === "string" && !image.includes("$") ? [image] : [];
  });
}
__name(imagesOf, "imagesOf");

// src/usecases/furnish.ts
import { createHash as createHash8 } from "node:crypto";
import path5 from "node:path";

// src/cluster/dind/template-scripts.rules.ts
var READ = "cat /machine/template/references 2>/dev/null || :";
var EMPTY = "rm -rf /machine/template.new; mkdir /machine/template.new";
var KEEP = `set -e
registry=$1; shift
cd /machine/template.new
for entry in * .[!.]*; do case "$entry" in overlay2|image) ;; *) rm -rf "./$entry" ;; esac; done
find image/overlay2/distribution/v2metadata-by-diffid -type f -exec sed -i \\
  's|{"Digest":"\\([^"]*\\)","SourceRepository":"docker.io/\\([^"]*\\)","HMAC":""}|&,{"Digest":"\\1","SourceRepository":"'"$registry"'/\\2","HMAC":""}|g' {} +
printf '%s\\n' "$@" > references
rm -rf ../template; mv ../template.new ../template; sync`;
var SHELVE = `set -e
cd "/machine$1" 2>/dev/null || exit 0
[ -d docker ] && [ ! -e "/machine$2/docker" ] || exit 0
mv docker "/machine$2/docker"`;

// src/cluster/dind/stock.ts
async function shelveStock(spec, engine, fx) {
  if (engine.nodeSource.kind !== "usr") return;
  const client = connectEngine(engine.socketPath);
  try {
    const store = nameOf.store(spec.cluster);
    const { Mountpoint: folder } = await client.json("GET", `/volumes/${store}`);
    await prepareNodeImage(client, engine.nodeSource, fx.signal);
    await runErrand(
      client,
      {
        what: "filling the registry's store",
        image: SKEL_IMAGE,
        labels: spec.labels,
        // One mount for both: across two of them it would be a copy.
        folder: "/",
        script: SHELVE,
        args: [`${DATA_ROOT}/registry`, folder]
      },
      fx.signal
    );
  } finally {
    client.close();
  }
}
__name(shelveStock, "shelveStock");

// src/cluster/dind/template.ts
async function makeTemplate(spec, references, engine, fx) {
  if (engine.nodeSource.kind !== "usr" || references.length === 0) return;
  const client = connectEngine(engine.socketPath);
  const container = nameOf.node(spec.cluster, TEMPLATE);
  const errand = /* @__PURE__ */ __name((what, script2, args = []) => runErrand(
    client,
    { what, script: script2, args, image: SKEL_IMAGE, labels: spec.labels, folder: DATA_ROOT },
    fx.signal
  ), "errand");
  try {
    await prepareNodeImage(client, engine.nodeSource, fx.signal);
    const wanted = [...references].sort();
    if ((await errand("reading the template", READ)).join() === wanted.join()) return;
    await ensureNetwork(client, { ...spec, engine }, fx.signal);
    await errand("making the template", EMPTY);
    await startTemplateNode(client, spec, engine, container, fx.signal);
    const socketPath = await engine.openSocket(socketOf(spec.cluster, TEMPLATE), TEMPLATE);
    await whileNodesLive(client, spec.cluster, [TEMPLATE], fx.signal, async (signal) => {
      const live = { clock: fx.clock, signal, deadlineMs: 12e4 };
      await waitForEngine(client, container, TEMPLATE, socketPath, live);
      await pullAll(socketPath, wanted, signal);
    });
    await client.json("POST", `/containers/${container}/stop`, { query: { t: 30 }, timeoutMs: 6e4 });
    await removeContainer(client, container);
    await errand("keeping the template", KEEP, [spec.registry.reference, ...wanted]);
  } finally {
    await removeContainer(client, container).catch(() => void 0);
    client.close();
  }
}
__name(makeTemplate, "makeTemplate");
async function startTemplateNode(client, spec, engine, container, signal) {
  await removeContainer(client, container);
  const body = nodeContainer({
    ...spec,
    node: { name: TEMPLATE, role: "worker", address: spec.addresses.template },
    image: { kind: "usr", skel: SKEL_IMAGE, dataFolder: `${DATA_ROOT}/${TEMPLATE}.new` },
    engine,
    gateway: spec.addresses.gateway
  });
  await createContainer(
    client,
    "the template",
    container,
    { ...body, Labels: { ...spec.labels, [LABEL.node]: TEMPLATE } },
    signal
  );
  await startContainer(client, "the template", container, signal);
}
__name(startTemplateNode, "startTemplateNode");
async function pullAll(socketPath, references, signal) {
  const node2 = connectEngine(socketPath);
  try {
    await inParallel(references, signal, async (reference, s) => {
      const pull = await node2.stream("POST", "/images/create", {
        query: pullQuery(reference),
        timeoutMs: 3e5,
        signal: s
      });
      await readProgress(`pulling ${reference}`, pull);
    });
  } finally {
    node2.close();
  }
}
__name(pullAll, "pullAll");
function pullQuery(reference) {
  const [name = "", digest] = reference.split("@");
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  const base = colon < 0 ? name : name.slice(0, colon);
  return { fromImage: base, tag: digest ?? (colon < 0 ? "latest" : name.slice(colon + 1)) };
}
__name(pullQuery, "pullQuery");

// src/cluster/registry.ts
import { randomInt } from "node:crypto";

// src/cluster/registry-answers.ts
var UP_DEADLINE_MS = 3e5;
async function urlOf(engine, reference) {
  const [address = "", port] = reference.split(":");
  const here = await engine.openPort(address, Number(port));
  return `http://${here.host}:${here.port}/v2/`;
}
__name(urlOf, "urlOf");
async function waitUntil(what, url, login, status, watched) {
  const { client, container, fx } = watched;
  const headers = login ? { authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}` } : {};
  const look = /* @__PURE__ */ __name(async (see) => {
    await failIfStopped(client, container, "the registry", fx.signal);
    try {
      const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(6e4)]);
      const answer = await fetch(url, { headers, signal, redirect: "manual" });
      await answer.body?.cancel();
      see(`it answers ${answer.status}`);
      return answer.status === status || void 0;
    } catch (error) {
      if (fx.signal.aborted) throw error;
      see(`it does not answer: ${error.message}`);
      return void 0;
    }
  }, "look");
  await waitFor(what, look, { clock: fx.clock, deadlineMs: UP_DEADLINE_MS, signal: fx.signal });
}
__name(waitUntil, "waitUntil");

// src/cluster/registry-door.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/cluster/registry-config.rules.ts
var REGISTRY_CONFIG = "/etc/swarmline/registry.yml";
var REGISTRY_LOGINS = "/etc/swarmline/htpasswd";
var REGISTRY_STORE = "/var/lib/registry";
function registryConfig(door, port, httpSecret) {
  const auth = {
    auth: { htpasswd: { realm: "swarmline", path: REGISTRY_LOGINS } }
  };
  return JSON.stringify({
    version: 0.1,
    // At `info` it says when it listens, which is how we know.
    log: { level: "info", accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: REGISTRY_STORE },
      maintenance: {
        readonly: { enabled: door === "mirror" },
        // The store lives as long as the cluster; no cleaning behind the back of an upload.
        uploadpurging: { enabled: false }
      },
      ...door === "push" ? { delete: { enabled: true } } : {}
    },
    http: { addr: `:${port}`, secret: httpSecret },
    ...door === "push" ? auth : {}
  });
}
__name(registryConfig, "registryConfig");

// src/cluster/registry-login.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { chmod as chmod2, mkdir as mkdir6, readFile as readFile6, rename as rename7, writeFile as writeFile6 } from "node:fs/promises";
import path4 from "node:path";

// node_modules/bcryptjs/index.js
import nodeCrypto from "crypto";
var randomFallback = null;
function randomBytes(len) {
  try {
    return crypto.getRandomValues(new Uint8Array(len));
  } catch {
  }
  try {
    return nodeCrypto.randomBytes(len);
  } catch {
  }
  if (!randomFallback) {
    throw Error(
      "Neither WebCryptoAPI nor a crypto module is available. Use bcrypt.setRandomFallback to set an alternative"
    );
  }
  return randomFallback(len);
}
__name(randomBytes, "randomBytes");
function setRandomFallback(random) {
  randomFallback = random;
}
__name(setRandomFallback, "setRandomFallback");
function genSaltSync(rounds, seed_length) {
  rounds = rounds || GENSALT_DEFAULT_LOG2_ROUNDS;
  if (typeof rounds !== "number")
    throw Error(
      "Illegal arguments: " + typeof rounds + ", " + typeof seed_length
    );
  if (rounds < 4) rounds = 4;
  else if (rounds > 31) rounds = 31;
  var salt = [];
  salt.push("$2b$");
  if (rounds < 10) salt.push("0");
  salt.push(rounds.toString());
  salt.push("$");
  salt.push(base64_encode(randomBytes(BCRYPT_SALT_LEN), BCRYPT_SALT_LEN));
  return salt.join("");
}
__name(genSaltSync, "genSaltSync");
function genSalt(rounds, seed_length, callback) {
  if (typeof seed_length === "function")
    callback = seed_length, seed_length = void 0;
  if (typeof rounds === "function") callback = rounds, rounds = void 0;
  if (typeof rounds === "undefined") rounds = GENSALT_DEFAULT_LOG2_ROUNDS;
  else if (typeof rounds !== "number")
    throw Error("illegal arguments: " + typeof rounds);
  function _async(callback2) {
    nextTick(function() {
      try {
        callback2(null, genSaltSync(rounds));
      } catch (err) {
        callback2(err);
      }
    });
  }
  __name(_async, "_async");
  if (callback) {
    if (typeof callback !== "function")
      throw Error("Illegal callback: " + typeof callback);
    _async(callback);
  } else
    return new Promise(function(resolve2, reject) {
      _async(function(err, res) {
        if (err) {
          reject(err);
          return;
        }
        resolve2(res);
      });
    });
}
__name(genSalt, "genSalt");
function hashSync(password, salt) {
  if (typeof salt === "undefined") salt = GENSALT_DEFAULT_LOG2_ROUNDS;
  if (typeof salt === "number") salt = genSaltSync(salt);
  if (typeof password !== "string" || typeof salt !== "string")
    throw Error("Illegal arguments: " + typeof password + ", " + typeof salt);
  return _hash(password, salt);
}
__name(hashSync, "hashSync");
function hash(password, salt, callback, progressCallback) {
  function _async(callback2) {
    if (typeof password === "string" && typeof salt === "number")
      genSalt(salt, function(err, salt2) {
        _hash(password, salt2, callback2, progressCallback);
      });
    else if (typeof password === "string" && typeof salt === "string")
      _hash(password, salt, callback2, progressCallback);
    else
      nextTick(
        callback2.bind(
          this,
          Error("Illegal arguments: " + typeof password + ", " + typeof salt)
        )
      );
  }
  __name(_async, "_async");
  if (callback) {
    if (typeof callback !== "function")
      throw Error("Illegal callback: " + typeof callback);
    _async(callback);
  } else
    return new Promise(function(resolve2, reject) {
      _async(function(err, res) {
        if (err) {
          reject(err);
          return;
        }
        resolve2(res);
      });
    });
}
__name(hash, "hash");
function safeStringCompare(known, unknown) {
  var diff = known.length ^ unknown.length;
  for (var i = 0; i < known.length; ++i) {
    diff |= known.charCodeAt(i) ^ unknown.charCodeAt(i);
  }
  return diff === 0;
}
__name(safeStringCompare, "safeStringCompare");
function compareSync(password, hash2) {
  if (typeof password !== "string" || typeof hash2 !== "string")
    throw Error("Illegal arguments: " + typeof password + ", " + typeof hash2);
  if (hash2.length !== 60) return false;
  return safeStringCompare(
    hashSync(password, hash2.substring(0, hash2.length - 31)),
    hash2
  );
}
__name(compareSync, "compareSync");
function compare(password, hashValue, callback, progressCallback) {
  function _async(callback2) {
    if (typeof password !== "string" || typeof hashValue !== "string") {
      nextTick(
        callback2.bind(
          this,
          Error(
            "Illegal arguments: " + typeof password + ", " + typeof hashValue
          )
        )
      );
      return;
    }
    if (hashValue.length !== 60) {
      nextTick(callback2.bind(this, null, false));
      return;
    }
    hash(
      password,
      hashValue.substring(0, 29),
      function(err, comp) {
        if (err) callback2(err);
        else callback2(null, safeStringCompare(comp, hashValue));
      },
      progressCallback
    );
  }
  __name(_async, "_async");
  if (callback) {
    if (typeof callback !== "function")
      throw Error("Illegal callback: " + typeof callback);
    _async(callback);
  } else
    return new Promise(function(resolve2, reject) {
      _async(function(err, res) {
        if (err) {
          reject(err);
          return;
        }
        resolve2(res);
      });
    });
}
__name(compare, "compare");
function getRounds(hash2) {
  if (typeof hash2 !== "string")
    throw Error("Illegal arguments: " + typeof hash2);
  return parseInt(hash2.split("$")[2], 10);
}
__name(getRounds, "getRounds");
function getSalt(hash2) {
  if (typeof hash2 !== "string")
    throw Error("Illegal arguments: " + typeof hash2);
  if (hash2.length !== 60)
    throw Error("Illegal hash length: " + hash2.length + " != 60");
  return hash2.substring(0, 29);
}
__name(getSalt, "getSalt");
function truncates(password) {
  if (typeof password !== "string")
    throw Error("Illegal arguments: " + typeof password);
  return utf8Length(password) > 72;
}
__name(truncates, "truncates");
var nextTick = typeof setImmediate === "function" ? setImmediate : typeof scheduler === "object" && typeof scheduler.postTask === "function" ? scheduler.postTask.bind(scheduler) : setTimeout;
function utf8Length(string) {
  var len = 0, c = 0;
  for (var i = 0; i < string.length; ++i) {
    c = string.charCodeAt(i);
    if (c < 128) len += 1;
    else if (c < 2048) len += 2;
    else if ((c & 64512) === 55296 && (string.charCodeAt(i + 1) & 64512) === 56320) {
      ++i;
      len += 4;
    } else len += 3;
  }
  return len;
}
__name(utf8Length, "utf8Length");
function utf8Array(string) {
  var offset = 0, c1, c2;
  var buffer = new Array(utf8Length(string));
  for (var i = 0, k = string.length; i < k; ++i) {
    c1 = string.charCodeAt(i);
    if (c1 < 128) {
      buffer[offset++] = c1;
    } else if (c1 < 2048) {
      buffer[offset++] = c1 >> 6 | 192;
      buffer[offset++] = c1 & 63 | 128;
    } else if ((c1 & 64512) === 55296 && ((c2 = string.charCodeAt(i + 1)) & 64512) === 56320) {
      c1 = 65536 + ((c1 & 1023) << 10) + (c2 & 1023);
      ++i;
      buffer[offset++] = c1 >> 18 | 240;
      buffer[offset++] = c1 >> 12 & 63 | 128;
      buffer[offset++] = c1 >> 6 & 63 | 128;
      buffer[offset++] = c1 & 63 | 128;
    } else {
      buffer[offset++] = c1 >> 12 | 224;
      buffer[offset++] = c1 >> 6 & 63 | 128;
      buffer[offset++] = c1 & 63 | 128;
    }
  }
  return buffer;
}
__name(utf8Array, "utf8Array");
var BASE64_CODE = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".split("");
var BASE64_INDEX = [
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  0,
  1,
  54,
  55,
  56,
  57,
  58,
  59,
  60,
  61,
  62,
  63,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  16,
  17,
  18,
  19,
  20,
  21,
  22,
  23,
  24,
  25,
  26,
  27,
  -1,
  -1,
  -1,
  -1,
  -1,
  -1,
  28,
  29,
  30,
  31,
  32,
  33,
  34,
  35,
  36,
  37,
  38,
  39,
  40,
  41,
  42,
  43,
  44,
  45,
  46,
  47,
  48,
  49,
  50,
  51,
  52,
  53,
  -1,
  -1,
  -1,
  -1,
  -1
];
function base64_encode(b, len) {
  var off = 0, rs = [], c1, c2;
  if (len <= 0 || len > b.length) throw Error("Illegal len: " + len);
  while (off < len) {
    c1 = b[off++] & 255;
    rs.push(BASE64_CODE[c1 >> 2 & 63]);
    c1 = (c1 & 3) << 4;
    if (off >= len) {
      rs.push(BASE64_CODE[c1 & 63]);
      break;
    }
    c2 = b[off++] & 255;
    c1 |= c2 >> 4 & 15;
    rs.push(BASE64_CODE[c1 & 63]);
    c1 = (c2 & 15) << 2;
    if (off >= len) {
      rs.push(BASE64_CODE[c1 & 63]);
      break;
    }
    c2 = b[off++] & 255;
    c1 |= c2 >> 6 & 3;
    rs.push(BASE64_CODE[c1 & 63]);
    rs.push(BASE64_CODE[c2 & 63]);
  }
  return rs.join("");
}
__name(base64_encode, "base64_encode");
function base64_decode(s, len) {
  var off = 0, slen = s.length, olen = 0, rs = [], c1, c2, c3, c4, o, code;
  if (len <= 0) throw Error("Illegal len: " + len);
  while (off < slen - 1 && olen < len) {
    code = s.charCodeAt(off++);
    c1 = code < BASE64_INDEX.length ? BASE64_INDEX[code] : -1;
    code = s.charCodeAt(off++);
    c2 = code < BASE64_INDEX.length ? BASE64_INDEX[code] : -1;
    if (c1 == -1 || c2 == -1) break;
    o = c1 << 2 >>> 0;
    o |= (c2 & 48) >> 4;
    rs.push(String.fromCharCode(o));
    if (++olen >= len || off >= slen) break;
    code = s.charCodeAt(off++);
    c3 = code < BASE64_INDEX.length ? BASE64_INDEX[code] : -1;
    if (c3 == -1) break;
    o = (c2 & 15) << 4 >>> 0;
    o |= (c3 & 60) >> 2;
    rs.push(String.fromCharCode(o));
    if (++olen >= len || off >= slen) break;
    code = s.charCodeAt(off++);
    c4 = code < BASE64_INDEX.length ? BASE64_INDEX[code] : -1;
    o = (c3 & 3) << 6 >>> 0;
    o |= c4;
    rs.push(String.fromCharCode(o));
    ++olen;
  }
  var res = [];
  for (off = 0; off < olen; off++) res.push(rs[off].charCodeAt(0));
  return res;
}
__name(base64_decode, "base64_decode");
var BCRYPT_SALT_LEN = 16;
var GENSALT_DEFAULT_LOG2_ROUNDS = 10;
var BLOWFISH_NUM_ROUNDS = 16;
var MAX_EXECUTION_TIME = 100;
var P_ORIG = [
  608135816,
  2242054355,
  320440878,
  57701188,
  2752067618,
  698298832,
  137296536,
  3964562569,
  1160258022,
  953160567,
  3193202383,
  887688300,
  3232508343,
  3380367581,
  1065670069,
  3041331479,
  2450970073,
  2306472731
];
var S_ORIG = [
  3509652390,
  2564797868,
  805139163,
  3491422135,
  3101798381,
  1780907670,
  3128725573,
  4046225305,
  614570311,
  3012652279,
  134345442,
  2240740374,
  1667834072,
  1901547113,
  2757295779,
  4103290238,
  227898511,
  1921955416,
  1904987480,
  2182433518,
  2069144605,
  3260701109,
  2620446009,
  720527379,
  3318853667,
  677414384,
  3393288472,
  3101374703,
  2390351024,
  1614419982,
  1822297739,
  2954791486,
  3608508353,
  3174124327,
  2024746970,
  1432378464,
  3864339955,
  2857741204,
  1464375394,
  1676153920,
  1439316330,
  715854006,
  3033291828,
  289532110,
  2706671279,
  2087905683,
  3018724369,
  1668267050,
  732546397,
  1947742710,
  3462151702,
  2609353502,
  2950085171,
  1814351708,
  2050118529,
  680887927,
  999245976,
  1800124847,
  3300911131,
  1713906067,
  1641548236,
  4213287313,
  1216130144,
  1575780402,
  4018429277,
  3917837745,
  3693486850,
  3949271944,
  596196993,
  3549867205,
  258830323,
  2213823033,
  772490370,
  2760122372,
  1774776394,
  2652871518,
  566650946,
  4142492826,
  1728879713,
  2882767088,
  1783734482,
  3629395816,
  2517608232,
  2874225571,
  1861159788,
  326777828,
  3124490320,
  2130389656,
  2716951837,
  967770486,
  1724537150,
  2185432712,
  2364442137,
  1164943284,
  2105845187,
  998989502,
  3765401048,
  2244026483,
  1075463327,
  1455516326,
  1322494562,
  910128902,
  469688178,
  1117454909,
  936433444,
  3490320968,
  3675253459,
  1240580251,
  122909385,
  2157517691,
  634681816,
  4142456567,
  3825094682,
  3061402683,
  2540495037,
  79693498,
  3249098678,
  1084186820,
  1583128258,
  426386531,
  1761308591,
  1047286709,
  322548459,
  995290223,
  1845252383,
  2603652396,
  3431023940,
  2942221577,
  3202600964,
  3727903485,
  1712269319,
  422464435,
  3234572375,
  1170764815,
  3523960633,
  3117677531,
  1434042557,
  442511882,
  3600875718,
  1076654713,
  1738483198,
  4213154764,
  2393238008,
  3677496056,
  1014306527,
  4251020053,
  793779912,
  2902807211,
  842905082,
  4246964064,
  1395751752,
  1040244610,
  2656851899,
  3396308128,
  445077038,
  3742853595,
  3577915638,
  679411651,
  2892444358,
  2354009459,
  1767581616,
  3150600392,
  3791627101,
  3102740896,
  284835224,
  4246832056,
  1258075500,
  768725851,
  2589189241,
  3069724005,
  3532540348,
  1274779536,
  3789419226,
  2764799539,
  1660621633,
  3471099624,
  4011903706,
  913787905,
  3497959166,
  737222580,
  2514213453,
  2928710040,
  3937242737,
  1804850592,
  3499020752,
  2949064160,
  2386320175,
  2390070455,
  2415321851,
  4061277028,
  2290661394,
  2416832540,
  1336762016,
  1754252060,
  3520065937,
  3014181293,
  791618072,
  3188594551,
  3933548030,
  2332172193,
  3852520463,
  3043980520,
  413987798,
  3465142937,
  3030929376,
  4245938359,
  2093235073,
  3534596313,
  375366246,
  2157278981,
  2479649556,
  555357303,
  3870105701,
  2008414854,
  3344188149,
  4221384143,
  3956125452,
  2067696032,
  3594591187,
  2921233993,
  2428461,
  544322398,
  577241275,
  1471733935,
  610547355,
  4027169054,
  1432588573,
  1507829418,
  2025931657,
  3646575487,
  545086370,
  48609733,
  2200306550,
  1653985193,
  298326376,
  1316178497,
  3007786442,
  2064951626,
  458293330,
  2589141269,
  3591329599,
  3164325604,
  727753846,
  2179363840,
  146436021,
  1461446943,
  4069977195,
  705550613,
  3059967265,
  3887724982,
  4281599278,
  3313849956,
  1404054877,
  2845806497,
  146425753,
  1854211946,
  1266315497,
  3048417604,
  3681880366,
  3289982499,
  290971e4,
  1235738493,
  2632868024,
  2414719590,
  3970600049,
  1771706367,
  1449415276,
  3266420449,
  422970021,
  1963543593,
  2690192192,
  3826793022,
  1062508698,
  1531092325,
  1804592342,
  2583117782,
  2714934279,
  4024971509,
  1294809318,
  4028980673,
  1289560198,
  2221992742,
  1669523910,
  35572830,
  157838143,
  1052438473,
  1016535060,
  1802137761,
  1753167236,
  1386275462,
  3080475397,
  2857371447,
  1040679964,
  2145300060,
  2390574316,
  1461121720,
  2956646967,
  4031777805,
  4028374788,
  33600511,
  2920084762,
  1018524850,
  629373528,
  3691585981,
  3515945977,
  2091462646,
  2486323059,
  586499841,
  988145025,
  935516892,
  3367335476,
  2599673255,
  2839830854,
  265290510,
  3972581182,
  2759138881,
  3795373465,
  1005194799,
  847297441,
  406762289,
  1314163512,
  1332590856,
  1866599683,
  4127851711,
  750260880,
  613907577,
  1450815602,
  3165620655,
  3734664991,
  3650291728,
  3012275730,
  3704569646,
  1427272223,
  778793252,
  1343938022,
  2676280711,
  2052605720,
  1946737175,
  3164576444,
  3914038668,
  3967478842,
  3682934266,
  1661551462,
  3294938066,
  4011595847,
  840292616,
  3712170807,
  616741398,
  312560963,
  711312465,
  1351876610,
  322626781,
  1910503582,
  271666773,
  2175563734,
  1594956187,
  70604529,
  3617834859,
  1007753275,
  1495573769,
  4069517037,
  2549218298,
  2663038764,
  504708206,
  2263041392,
  3941167025,
  2249088522,
  1514023603,
  1998579484,
  1312622330,
  694541497,
  2582060303,
  2151582166,
  1382467621,
  776784248,
  2618340202,
  3323268794,
  2497899128,
  2784771155,
  503983604,
  4076293799,
  907881277,
  423175695,
  432175456,
  1378068232,
  4145222326,
  3954048622,
  3938656102,
  3820766613,
  2793130115,
  2977904593,
  26017576,
  3274890735,
  3194772133,
  1700274565,
  1756076034,
  4006520079,
  3677328699,
  720338349,
  1533947780,
  354530856,
  688349552,
  3973924725,
  1637815568,
  332179504,
  3949051286,
  53804574,
  2852348879,
  3044236432,
  1282449977,
  3583942155,
  3416972820,
  4006381244,
  1617046695,
  2628476075,
  3002303598,
  1686838959,
  431878346,
  2686675385,
  1700445008,
  1080580658,
  1009431731,
  832498133,
  3223435511,
  2605976345,
  2271191193,
  2516031870,
  1648197032,
  4164389018,
  2548247927,
  300782431,
  375919233,
  238389289,
  3353747414,
  2531188641,
  2019080857,
  1475708069,
  455242339,
  2609103871,
  448939670,
  3451063019,
  1395535956,
  2413381860,
  1841049896,
  1491858159,
  885456874,
  4264095073,
  4001119347,
  1565136089,
  3898914787,
  1108368660,
  540939232,
  1173283510,
  2745871338,
  3681308437,
  4207628240,
  3343053890,
  4016749493,
  1699691293,
  1103962373,
  3625875870,
  2256883143,
  3830138730,
  1031889488,
  3479347698,
  1535977030,
  4236805024,
  3251091107,
  2132092099,
  1774941330,
  1199868427,
  1452454533,
  157007616,
  2904115357,
  342012276,
  595725824,
  1480756522,
  206960106,
  497939518,
  591360097,
  863170706,
  2375253569,
  3596610801,
  1814182875,
  2094937945,
  3421402208,
  1082520231,
  3463918190,
  2785509508,
  435703966,
  3908032597,
  1641649973,
  2842273706,
  3305899714,
  1510255612,
  2148256476,
  2655287854,
  3276092548,
  4258621189,
  236887753,
  3681803219,
  274041037,
  1734335097,
  3815195456,
  3317970021,
  1899903192,
  1026095262,
  4050517792,
  356393447,
  2410691914,
  3873677099,
  3682840055,
  3913112168,
  2491498743,
  4132185628,
  2489919796,
  1091903735,
  1979897079,
  3170134830,
  3567386728,
  3557303409,
  857797738,
  1136121015,
  1342202287,
  507115054,
  2535736646,
  337727348,
  3213592640,
  1301675037,
  2528481711,
  1895095763,
  1721773893,
  3216771564,
  62756741,
  2142006736,
  835421444,
  2531993523,
  1442658625,
  3659876326,
  2882144922,
  676362277,
  1392781812,
  170690266,
  3921047035,
  1759253602,
  3611846912,
  1745797284,
  664899054,
  1329594018,
  3901205900,
  3045908486,
  2062866102,
  2865634940,
  3543621612,
  3464012697,
  1080764994,
  553557557,
  3656615353,
  3996768171,
  991055499,
  499776247,
  1265440854,
  648242737,
  3940784050,
  980351604,
  3713745714,
  1749149687,
  3396870395,
  4211799374,
  3640570775,
  1161844396,
  3125318951,
  1431517754,
  545492359,
  4268468663,
  3499529547,
  1437099964,
  2702547544,
  3433638243,
  2581715763,
  2787789398,
  1060185593,
  1593081372,
  2418618748,
  4260947970,
  69676912,
  2159744348,
  86519011,
  2512459080,
  3838209314,
  1220612927,
  3339683548,
  133810670,
  1090789135,
  1078426020,
  1569222167,
  845107691,
  3583754449,
  4072456591,
  1091646820,
  628848692,
  1613405280,
  3757631651,
  526609435,
  236106946,
  48312990,
  2942717905,
  3402727701,
  1797494240,
  859738849,
  992217954,
  4005476642,
  2243076622,
  3870952857,
  3732016268,
  765654824,
  3490871365,
  2511836413,
  1685915746,
  3888969200,
  1414112111,
  2273134842,
  3281911079,
  4080962846,
  172450625,
  2569994100,
  980381355,
  4109958455,
  2819808352,
  2716589560,
  2568741196,
  3681446669,
  3329971472,
  1835478071,
  660984891,
  3704678404,
  4045999559,
  3422617507,
  3040415634,
  1762651403,
  1719377915,
  3470491036,
  2693910283,
  3642056355,
  3138596744,
  1364962596,
  2073328063,
  1983633131,
  926494387,
  3423689081,
  2150032023,
  4096667949,
  1749200295,
  3328846651,
  309677260,
  2016342300,
  1779581495,
  3079819751,
  111262694,
  1274766160,
  443224088,
  298511866,
  1025883608,
  3806446537,
  1145181785,
  168956806,
  3641502830,
  3584813610,
  1689216846,
  3666258015,
  3200248200,
  1692713982,
  2646376535,
  4042768518,
  1618508792,
  1610833997,
  3523052358,
  4130873264,
  2001055236,
  3610705100,
  2202168115,
  4028541809,
  2961195399,
  1006657119,
  2006996926,
  3186142756,
  1430667929,
  3210227297,
  1314452623,
  4074634658,
  4101304120,
  2273951170,
  1399257539,
  3367210612,
  3027628629,
  1190975929,
  2062231137,
  2333990788,
  2221543033,
  2438960610,
  1181637006,
  548689776,
  2362791313,
  3372408396,
  3104550113,
  3145860560,
  296247880,
  1970579870,
  3078560182,
  3769228297,
  1714227617,
  3291629107,
  3898220290,
  166772364,
  1251581989,
  493813264,
  448347421,
  195405023,
  2709975567,
  677966185,
  3703036547,
  1463355134,
  2715995803,
  1338867538,
  1343315457,
  2802222074,
  2684532164,
  233230375,
  2599980071,
  2000651841,
  3277868038,
  1638401717,
  4028070440,
  3237316320,
  6314154,
  819756386,
  300326615,
  590932579,
  1405279636,
  3267499572,
  3150704214,
  2428286686,
  3959192993,
  3461946742,
  1862657033,
  1266418056,
  963775037,
  2089974820,
  2263052895,
  1917689273,
  448879540,
  3550394620,
  3981727096,
  150775221,
  3627908307,
  1303187396,
  508620638,
  2975983352,
  2726630617,
  1817252668,
  1876281319,
  1457606340,
  908771278,
  3720792119,
  3617206836,
  2455994898,
  1729034894,
  1080033504,
  976866871,
  3556439503,
  2881648439,
  1522871579,
  1555064734,
  1336096578,
  3548522304,
  2579274686,
  3574697629,
  3205460757,
  3593280638,
  3338716283,
  3079412587,
  564236357,
  2993598910,
  1781952180,
  1464380207,
  3163844217,
  3332601554,
  1699332808,
  1393555694,
  1183702653,
  3581086237,
  1288719814,
  691649499,
  2847557200,
  2895455976,
  3193889540,
  2717570544,
  1781354906,
  1676643554,
  2592534050,
  3230253752,
  1126444790,
  2770207658,
  2633158820,
  2210423226,
  2615765581,
  2414155088,
  3127139286,
  673620729,
  2805611233,
  1269405062,
  4015350505,
  3341807571,
  4149409754,
  1057255273,
  2012875353,
  2162469141,
  2276492801,
  2601117357,
  993977747,
  3918593370,
  2654263191,
  753973209,
  36408145,
  2530585658,
  25011837,
  3520020182,
  2088578344,
  530523599,
  2918365339,
  1524020338,
  1518925132,
  3760827505,
  3759777254,
  1202760957,
  3985898139,
  3906192525,
  674977740,
  4174734889,
  2031300136,
  2019492241,
  3983892565,
  4153806404,
  3822280332,
  352677332,
  2297720250,
  60907813,
  90501309,
  3286998549,
  1016092578,
  2535922412,
  2839152426,
  457141659,
  509813237,
  4120667899,
  652014361,
  1966332200,
  2975202805,
  55981186,
  2327461051,
  676427537,
  3255491064,
  2882294119,
  3433927263,
  1307055953,
  942726286,
  933058658,
  2468411793,
  3933900994,
  4215176142,
  1361170020,
  2001714738,
  2830558078,
  3274259782,
  1222529897,
  1679025792,
  2729314320,
  3714953764,
  1770335741,
  151462246,
  3013232138,
  1682292957,
  1483529935,
  471910574,
  1539241949,
  458788160,
  3436315007,
  1807016891,
  3718408830,
  978976581,
  1043663428,
  3165965781,
  1927990952,
  4200891579,
  2372276910,
  3208408903,
  3533431907,
  1412390302,
  2931980059,
  4132332400,
  1947078029,
  3881505623,
  4168226417,
  2941484381,
  1077988104,
  1320477388,
  886195818,
  18198404,
  3786409e3,
  2509781533,
  112762804,
  3463356488,
  1866414978,
  891333506,
  18488651,
  661792760,
  1628790961,
  3885187036,
  3141171499,
  876946877,
  2693282273,
  1372485963,
  791857591,
  2686433993,
  3759982718,
  3167212022,
  3472953795,
  2716379847,
  445679433,
  3561995674,
  3504004811,
  3574258232,
  54117162,
  3331405415,
  2381918588,
  3769707343,
  4154350007,
  1140177722,
  4074052095,
  668550556,
  3214352940,
  367459370,
  261225585,
  2610173221,
  4209349473,
  3468074219,
  3265815641,
  314222801,
  3066103646,
  3808782860,
  282218597,
  3406013506,
  3773591054,
  379116347,
  1285071038,
  846784868,
  2669647154,
  3771962079,
  3550491691,
  2305946142,
  453669953,
  1268987020,
  3317592352,
  3279303384,
  3744833421,
  2610507566,
  3859509063,
  266596637,
  3847019092,
  517658769,
  3462560207,
  3443424879,
  370717030,
  4247526661,
  2224018117,
  4143653529,
  4112773975,
  2788324899,
  2477274417,
  1456262402,
  2901442914,
  1517677493,
  1846949527,
  2295493580,
  3734397586,
  2176403920,
  1280348187,
  1908823572,
  3871786941,
  846861322,
  1172426758,
  3287448474,
  3383383037,
  1655181056,
  3139813346,
  901632758,
  1897031941,
  2986607138,
  3066810236,
  3447102507,
  1393639104,
  373351379,
  950779232,
  625454576,
  3124240540,
  4148612726,
  2007998917,
  544563296,
  2244738638,
  2330496472,
  2058025392,
  1291430526,
  424198748,
  50039436,
  29584100,
  3605783033,
  2429876329,
  2791104160,
  1057563949,
  3255363231,
  3075367218,
  3463963227,
  1469046755,
  985887462
];
var C_ORIG = [
  1332899944,
  1700884034,
  1701343084,
  1684370003,
  1668446532,
  1869963892
];
function _encipher(lr, off, P, S) {
  var n, l = lr[off], r = lr[off + 1];
  l ^= P[0];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[1];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[2];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[3];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[4];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[5];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[6];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[7];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[8];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[9];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[10];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[11];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[12];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[13];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[14];
  n = S[l >>> 24];
  n += S[256 | l >> 16 & 255];
  n ^= S[512 | l >> 8 & 255];
  n += S[768 | l & 255];
  r ^= n ^ P[15];
  n = S[r >>> 24];
  n += S[256 | r >> 16 & 255];
  n ^= S[512 | r >> 8 & 255];
  n += S[768 | r & 255];
  l ^= n ^ P[16];
  lr[off] = r ^ P[BLOWFISH_NUM_ROUNDS + 1];
  lr[off + 1] = l;
  return lr;
}
__name(_encipher, "_encipher");
function _streamtoword(data, offp) {
  for (var i = 0, word = 0; i < 4; ++i)
    word = word << 8 | data[offp] & 255, offp = (offp + 1) % data.length;
  return { key: word, offp };
}
__name(_streamtoword, "_streamtoword");
function _key(key, P, S) {
  var offset = 0, lr = [0, 0], plen = P.length, slen = S.length, sw;
  for (var i = 0; i < plen; i++)
    sw = _streamtoword(key, offset), offset = sw.offp, P[i] = P[i] ^ sw.key;
  for (i = 0; i < plen; i += 2)
    lr = _encipher(lr, 0, P, S), P[i] = lr[0], P[i + 1] = lr[1];
  for (i = 0; i < slen; i += 2)
    lr = _encipher(lr, 0, P, S), S[i] = lr[0], S[i + 1] = lr[1];
}
__name(_key, "_key");
function _ekskey(data, key, P, S) {
  var offp = 0, lr = [0, 0], plen = P.length, slen = S.length, sw;
  for (var i = 0; i < plen; i++)
    sw = _streamtoword(key, offp), offp = sw.offp, P[i] = P[i] ^ sw.key;
  offp = 0;
  for (i = 0; i < plen; i += 2)
    sw = _streamtoword(data, offp), offp = sw.offp, lr[0] ^= sw.key, sw = _streamtoword(data, offp), offp = sw.offp, lr[1] ^= sw.key, lr = _encipher(lr, 0, P, S), P[i] = lr[0], P[i + 1] = lr[1];
  for (i = 0; i < slen; i += 2)
    sw = _streamtoword(data, offp), offp = sw.offp, lr[0] ^= sw.key, sw = _streamtoword(data, offp), offp = sw.offp, lr[1] ^= sw.key, lr = _encipher(lr, 0, P, S), S[i] = lr[0], S[i + 1] = lr[1];
}
__name(_ekskey, "_ekskey");
function _crypt(b, salt, rounds, callback, progressCallback) {
  var cdata = C_ORIG.slice(), clen = cdata.length, err;
  if (rounds < 4 || rounds > 31) {
    err = Error("Illegal number of rounds (4-31): " + rounds);
    if (callback) {
      nextTick(callback.bind(this, err));
      return;
    } else throw err;
  }
  if (salt.length !== BCRYPT_SALT_LEN) {
    err = Error(
      "Illegal salt length: " + salt.length + " != " + BCRYPT_SALT_LEN
    );
    if (callback) {
      nextTick(callback.bind(this, err));
      return;
    } else throw err;
  }
  rounds = 1 << rounds >>> 0;
  var P, S, i = 0, j;
  if (typeof Int32Array === "function") {
    P = new Int32Array(P_ORIG);
    S = new Int32Array(S_ORIG);
  } else {
    P = P_ORIG.slice();
    S = S_ORIG.slice();
  }
  _ekskey(salt, b, P, S);
  function next() {
    if (progressCallback) progressCallback(i / rounds);
    if (i < rounds) {
      var start = Date.now();
      for (; i < rounds; ) {
        i = i + 1;
        _key(b, P, S);
        _key(salt, P, S);
        if (Date.now() - start > MAX_EXECUTION_TIME) break;
      }
    } else {
      for (i = 0; i < 64; i++)
        for (j = 0; j < clen >> 1; j++) _encipher(cdata, j << 1, P, S);
      var ret = [];
      for (i = 0; i < clen; i++)
        ret.push((cdata[i] >> 24 & 255) >>> 0), ret.push((cdata[i] >> 16 & 255) >>> 0), ret.push((cdata[i] >> 8 & 255) >>> 0), ret.push((cdata[i] & 255) >>> 0);
      if (callback) {
        callback(null, ret);
        return;
      } else return ret;
    }
    if (callback) nextTick(next);
  }
  __name(next, "next");
  if (typeof callback !== "undefined") {
    next();
  } else {
    var res;
    while (true) if (typeof (res = next()) !== "undefined") return res || [];
  }
}
__name(_crypt, "_crypt");
function _hash(password, salt, callback, progressCallback) {
  var err;
  if (typeof password !== "string" || typeof salt !== "string") {
    err = Error("Invalid string / salt: Not a string");
    if (callback) {
      nextTick(callback.bind(this, err));
      return;
    } else throw err;
  }
  var minor, offset;
  if (salt.charAt(0) !== "$" || salt.charAt(1) !== "2") {
    err = Error("Invalid salt version: " + salt.substring(0, 2));
    if (callback) {
      nextTick(callback.bind(this, err));
      return;
    } else throw err;
  }
  if (salt.charAt(2) === "$") minor = String.fromCharCode(0), offset = 3;
  else {
    minor = salt.charAt(2);
    if (minor !== "a" && minor !== "b" && minor !== "y" || salt.charAt(3) !== "$") {
      err = Error("Invalid salt revision: " + salt.substring(2, 4));
      if (callback) {
        nextTick(callback.bind(this, err));
        return;
      } else throw err;
    }
    offset = 4;
  }
  if (salt.charAt(offset + 2) > "$") {
    err = Error("Missing salt rounds");
    if (callback) {
      nextTick(callback.bind(this, err));
      return;
    } else throw err;
  }
  var r1 = parseInt(salt.substring(offset, offset + 1), 10) * 10, r2 = parseInt(salt.substring(offset + 1, offset + 2), 10), rounds = r1 + r2, real_salt = salt.substring(offset + 3, offset + 25);
  password += minor >= "a" ? "\0" : "";
  var passwordb = utf8Array(password), saltb = base64_decode(real_salt, BCRYPT_SALT_LEN);
  function finish(bytes) {
    var res = [];
    res.push("$2");
    if (minor >= "a") res.push(minor);
    res.push("$");
    if (rounds < 10) res.push("0");
    res.push(rounds.toString());
    res.push("$");
    res.push(base64_encode(saltb, saltb.length));
    res.push(base64_encode(bytes, C_ORIG.length * 4 - 1));
    return res.join("");
  }
  __name(finish, "finish");
  if (typeof callback == "undefined")
    return finish(_crypt(passwordb, saltb, rounds));
  else {
    _crypt(
      passwordb,
      saltb,
      rounds,
      function(err2, bytes) {
        if (err2) callback(err2, null);
        else callback(null, finish(bytes));
      },
      progressCallback
    );
  }
}
__name(_hash, "_hash");
function encodeBase64(bytes, length) {
  return base64_encode(bytes, length);
}
__name(encodeBase64, "encodeBase64");
function decodeBase64(string, length) {
  return base64_decode(string, length);
}
__name(decodeBase64, "decodeBase64");
var bcryptjs_default = {
  setRandomFallback,
  genSaltSync,
  genSalt,
  hashSync,
  hash,
  compareSync,
  compare,
  getRounds,
  getSalt,
  truncates,
  encodeBase64,
  decodeBase64
};

// src/docker/config-file.rules.ts
var HELPER = /^[A-Za-z0-9._-]+$/;
function loginSource(config, keys) {
  const { auths, credHelpers, credsStore } = record2(JSON.parse(config));
  const [named] = keys.flatMap((key) => record2(credHelpers)[key] ?? []);
  const name = named ?? credsStore;
  if (name) return typeof name === "string" && HELPER.test(name) ? { kind: "helper", name } : void 0;
  const own = keys.map((key) => record2(record2(auths)[key])).find(({ auth, identitytoken }) => auth || identitytoken);
  if (typeof own?.identitytoken === "string" && own.identitytoken)
    return { kind: "token", identityToken: own.identitytoken };
  if (typeof own?.auth !== "string") return void 0;
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(own.auth, "base64").toString("utf8")) ?? [];
  return username && password ? { kind: "login", login: { username, password } } : void 0;
}
__name(loginSource, "loginSource");
var record2 = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");
function clientConfig(logins, cliPluginsExtraDirs) {
  const auths = Object.entries(logins).map(([registry2, { username, password }]) => [
    registry2,
    { auth: Buffer.from(`${username}:${password}`).toString("base64") }
  ]);
  return `${JSON.stringify(
    {
      auths: Object.fromEntries(auths),
      ...cliPluginsExtraDirs.length > 0 ? { cliPluginsExtraDirs } : {}
    },
    null,
    2
  )}
`;
}
__name(clientConfig, "clientConfig");

// src/cluster/registry-login.ts
function newLogin() {
  return { user: "swarmline", password: randomBytes2(24).toString("base64url") };
}
__name(newLogin, "newLogin");
var BCRYPT_COST = 4;
async function loginsFile(login, modifiedAt) {
  const hash2 = await bcryptjs_default.hash(login.password, BCRYPT_COST);
  return {
    kind: "file",
    path: REGISTRY_LOGINS.slice(1),
    content: `${login.user}:${hash2}
`,
    mode: 384,
    modifiedAt
  };
}
__name(loginsFile, "loginsFile");
async function saveLogin(folder, reference, login, cliPluginsExtraDirs) {
  await mkdir6(folder, { recursive: true, mode: 448 });
  await chmod2(folder, 448);
  const file = path4.join(folder, "config.json");
  const { user: username, password } = login;
  const text = clientConfig({ [reference]: { username, password } }, cliPluginsExtraDirs);
  await writeFile6(`${file}.new`, text, { mode: 384 });
  await rename7(`${file}.new`, file);
}
__name(saveLogin, "saveLogin");
async function readLogin(folder, reference) {
  const text = await readFile6(path4.join(folder, "config.json"), "utf8").catch(() => "{}");
  const found2 = loginSource(text, [reference]);
  if (found2?.kind !== "login")
    throw new SwarmlineError("not-found", `there is no login for the registry ${reference} in ${folder}`, {
      hint: "make a new one: swarmline up"
    });
  return found2.login;
}
__name(readLogin, "readLogin");

// src/cluster/registry-door.ts
var DOORS = ["push", "mirror"];
var containerOf = /* @__PURE__ */ __name((cluster, door) => door === "push" ? nameOf.registry(cluster) : nameOf.mirror(cluster), "containerOf");
async function openDoor(client, spec, door, signal) {
  const name = containerOf(spec.cluster, door);
  const what = door === "push" ? "the registry" : "the mirror";
  const existing = await inspectContainer(client, name, signal);
  if (existing && !isOf(runOf(spec.labels), existing.labels)) throw notOurs(name);
  if (existing?.isRunning) return;
  if (existing) await removeContainer(client, name);
  const network = nameOf.network(spec.cluster);
  const [address = "", port] = spec.addresses[door === "push" ? "registry" : "mirror"].split(":");
  await createContainer(
    client,
    what,
    name,
    {
      Image: spec.image,
      Cmd: ["serve", REGISTRY_CONFIG],
      Labels: spec.labels,
      HostConfig: {
        NetworkMode: network,
        Binds: [`${nameOf.store(spec.cluster)}:${REGISTRY_STORE}${door === "mirror" ? ":ro" : ""}`]
      },
      NetworkingConfig: { EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: address } } } }
    },
    signal
  );
  const config = registryConfig(door, Number(port), randomBytes3(24).toString("hex"));
  const files = [
    { kind: "file", path: REGISTRY_CONFIG.slice(1), content: config, mode: 384 },
    ...door === "push" ? [await loginsFile(newLogin(), /* @__PURE__ */ new Date(0))] : []
  ];
  await putFiles(client, name, files, signal);
  await startContainer(client, what, name, signal);
}
__name(openDoor, "openDoor");

// src/cluster/registry.ts
async function openRegistry(spec, engine, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    await client.json("POST", "/volumes/create", {
      body: { Name: nameOf.store(spec.cluster), Labels: spec.labels },
      signal: fx.signal
    });
    await inParallel(DOORS, fx.signal, (door, signal) => openDoor(client, spec, door, signal));
    await changeLogin(client, spec, engine, fx);
    await mirrorListens(client, containerOf(spec.cluster, "mirror"), fx);
    return {
      reference: spec.addresses.registry,
      mirror: spec.addresses.mirror,
      dockerConfigDir: spec.dockerConfigDir
    };
  } finally {
    client.close();
  }
}
__name(openRegistry, "openRegistry");
async function mirrorListens(client, container, fx) {
  const look = /* @__PURE__ */ __name(async (see) => {
    await failIfStopped(client, container, "the mirror", fx.signal);
    const lines = await lastLines(client, container, 50);
    see(lines.at(-1) ?? "it has written nothing");
    return lines.some((line) => line.includes("listening on")) || void 0;
  }, "look");
  await waitFor("the mirror listens", look, {
    clock: fx.clock,
    deadlineMs: UP_DEADLINE_MS,
    signal: fx.signal
  });
}
__name(mirrorListens, "mirrorListens");
async function rotateLogin(spec, engine, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    await changeLogin(client, spec, engine, fx);
  } finally {
    client.close();
  }
}
__name(rotateLogin, "rotateLogin");
async function changeLogin(client, spec, engine, fx) {
  const login = newLogin();
  const container = containerOf(spec.cluster, "push");
  const modifiedAt = new Date(fx.clock.now() + randomInt(1, 1e6) * 1e3);
  await putFiles(client, container, [await loginsFile(login, modifiedAt)], fx.signal);
  const url = await urlOf(engine, spec.addresses.registry);
  await waitUntil("the registry takes the new login", url, login, 200, { client, container, fx });
  await waitUntil("the registry asks for a login", url, void 0, 401, { client, container, fx });
  await saveLogin(spec.dockerConfigDir, spec.addresses.registry, login, spec.cliPluginsExtraDirs);
}
__name(changeLogin, "changeLogin");

// src/images/offline/archive.ts
var import_tar_stream3 = __toESM(require_tar_stream(), 1);
import { createReadStream as createReadStream5 } from "node:fs";
import { Readable as Readable2 } from "node:stream";
import { pipeline as pipeline5 } from "node:stream/promises";
function imageArchive(images) {
  const archive = (0, import_tar_stream3.pack)();
  const byConfig = Map.groupBy(images, (image) => image.config.digest);
  void fill2(archive, byConfig).catch((error) => archive.destroy(error));
  return Readable2.from(archive, { objectMode: false });
}
__name(imageArchive, "imageArchive");
async function fill2(archive, byConfig) {
  const written = /* @__PURE__ */ new Set();
  const index = [];
  for (const images of byConfig.values()) {
    const [{ config, layers } = absent()] = images;
    const entry = { Config: `${hexOf2(config)}.json`, Layers: layers.map(nameOf3) };
    await addBlob(archive, entry.Config, config, written);
    for (const layer of layers) await addBlob(archive, nameOf3(layer), layer, written);
    index.push({
      ...entry,
      RepoTags: images.map(({ reference }) => familiarReference(parseReference(reference)))
    });
  }
  archive.entry({ name: "manifest.json", mtime: /* @__PURE__ */ new Date(0) }, JSON.stringify(index));
  archive.finalize();
}
__name(fill2, "fill");
async function addBlob(archive, name, blob, written) {
  if (written.has(name)) return;
  written.add(name);
  await pipeline5(
    createReadStream5(blob.path),
    archive.entry({ name, size: blob.sizeBytes, mtime: /* @__PURE__ */ new Date(0) })
  );
}
__name(addBlob, "addBlob");
var nameOf3 = /* @__PURE__ */ __name((layer) => `${hexOf2(layer)}/layer.tar`, "nameOf");
function hexOf2({ digest }) {
  return digest.slice("sha256:".length);
}
__name(hexOf2, "hexOf");
function absent() {
  throw new Error("a group holds at least one image");
}
__name(absent, "absent");

// src/images/offline/push.ts
import { createReadStream as createReadStream6 } from "node:fs";
import { readFile as readFile7 } from "node:fs/promises";
import { PassThrough } from "node:stream";

// src/images/offline/registry-connection.ts
import http from "node:http";
var IDLE_TIMEOUT_MS = 6e4;
var LONGEST_TEXT = 8192;
function connectRegistry(endpoint, login, signal) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  const title = `${endpoint.host}:${endpoint.port}`;
  const authorization = login ? { authorization: `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}` } : {};
  const once = /* @__PURE__ */ __name(({ method, path: path6, headers, body }) => new Promise((resolve2, reject) => {
    const { pathname, search } = new URL(path6, `http://${title}`);
    const request = http.request(
      {
        ...{ agent, method, signal, host: endpoint.host, port: endpoint.port, path: pathname + search },
        headers: {
          "content-length": typeof body === "string" ? Buffer.byteLength(body) : 0,
          ...authorization,
          ...headers
        }
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          if (text.length < LONGEST_TEXT) text += chunk;
        });
        response.on("error", reject);
        response.on(
          "end",
          () => resolve2({ status: response.statusCode ?? 0, headers: response.headers, text })
        );
      }
    );
    request.setTimeout(
      IDLE_TIMEOUT_MS,
      () => request.destroy(
        new SwarmlineError("push-failed", `the registry at ${title} does not answer any more`)
      )
    );
    request.on("error", reject);
    if (typeof body !== "function") return void request.end(body);
    const source = body();
    source.on("error", (error) => request.destroy(error));
    request.on("close", () => source.destroy());
    source.pipe(request);
  }), "once");
  return {
    title,
    send: /* @__PURE__ */ __name(async (request) => {
      try {
        return await once(request);
      } catch (error) {
        if (!isBroken(error)) throw unreachable(error, title);
        return await once(request).catch((again) => {
          throw unreachable(again, title);
        });
      }
    }, "send"),
    close: /* @__PURE__ */ __name(() => agent.destroy(), "close")
  };
}
__name(connectRegistry, "connectRegistry");
function isBroken(error) {
  return ["ECONNRESET", "EPIPE"].includes(String(error.code));
}
__name(isBroken, "isBroken");
function unreachable(error, title) {
  if (error instanceof SwarmlineError) return error;
  if (error.name === "AbortError")
    return new SwarmlineError("cancelled", "cancelled", { cause: error });
  const said = error instanceof Error ? error.message : String(error);
  return new SwarmlineError("push-failed", `no registry answers at ${title}: ${said}`, {
    hint: "see whether it runs",
    cause: error
  });
}
__name(unreachable, "unreachable");

// src/images/offline/registry-refusal.rules.ts
function refusalByRegistry({ status, text, registry: registry2, repository, username }) {
  if (status === 401 || status === 403)
    return new SwarmlineError(
      "push-failed",
      username === void 0 ? `the registry at ${registry2} wants a login` : `the registry at ${registry2} refused the login of ${username}`,
      {
        hint: username === void 0 ? "give a user name and a password" : "check the user name and the password"
      }
    );
  if (status === 405)
    return new SwarmlineError("push-failed", `the registry at ${registry2} is read only`, {
      hint: "push through the door that takes a login"
    });
  if (/no space left on device/i.test(text))
    return new SwarmlineError("disk-full", `no space left on the disk of the registry at ${registry2}`, {
      hint: "free some space where the registry keeps its data"
    });
  const said = messagesOf(text);
  return new SwarmlineError(
    "push-failed",
    `the registry at ${registry2} refused ${repository} (${status})${said ? `: ${said}` : ""}`
  );
}
__name(refusalByRegistry, "refusalByRegistry");
function messagesOf(text) {
  try {
    const { errors } = JSON.parse(text);
    return (errors ?? []).map(({ message }) => String(message)).join("; ");
  } catch {
    return text.trim().split("\n")[0]?.slice(0, 200) ?? "";
  }
}
__name(messagesOf, "messagesOf");

// src/images/offline/push.ts
var MIB = 1024 * 1024;
async function pushImage(registry2, image, repository, tag, fx) {
  const connection = connectRegistry(registry2.endpoint, registry2.login, fx.signal);
  const to = { connection, repository, username: registry2.login?.username };
  try {
    return await fx.log.step(`Push ${repository}:${tag}`, async (update) => {
      for (const layer of image.layers) await pushBlob(to, layer, update);
      await pushBlob(to, image.config, update);
      return await pushManifest(to, image, tag);
    });
  } finally {
    connection.close();
  }
}
__name(pushImage, "pushImage");
async function pushBlob(to, blob, update) {
  const { connection, repository } = to;
  const seen = await connection.send({ method: "HEAD", path: `/v2/${repository}/blobs/${blob.digest}` });
  if (seen.status === 200) return;
  if (seen.status !== 404) throw refusal2(to, seen);
  const opened = await connection.send({ method: "POST", path: `/v2/${repository}/blobs/uploads/` });
  if (opened.status !== 202) throw refusal2(to, opened);
  const location = opened.headers.location ?? "";
  if (!URL.canParse(location, `http://${connection.title}`)) throw refusal2(to, opened);
  const upload = new URL(location, `http://${connection.title}`);
  upload.searchParams.set("digest", blob.digest);
  const stored = await connection.send({
    method: "PUT",
    path: upload.href,
    headers: { "content-type": "application/octet-stream", "content-length": blob.sizeBytes },
    body: /* @__PURE__ */ __name(() => counted(blob, update), "body")
  });
  if (stored.status !== 201) throw refusal2(to, stored);
}
__name(pushBlob, "pushBlob");
function counted(blob, update) {
  const through = new PassThrough();
  let sentBytes = 0;
  let shownMib = -1;
  through.on("data", (chunk) => {
    sentBytes += chunk.length;
    const mib = Math.floor(sentBytes / MIB);
    if (mib === shownMib) return;
    shownMib = mib;
    update(`${mib} of ${Math.ceil(blob.sizeBytes / MIB)} MiB`);
  });
  const file = createReadStream6(blob.path, { highWaterMark: MIB });
  file.on("error", (error) => through.destroy(error));
  through.on("close", () => file.destroy());
  return file.pipe(through);
}
__name(counted, "counted");
async function pushManifest(to, image, tag) {
  const body = await readFile7(image.manifest.path, "utf8");
  const answer = await to.connection.send({
    method: "PUT",
    path: `/v2/${to.repository}/manifests/${tag}`,
    headers: { "content-type": image.manifest.mediaType },
    body
  });
  if (answer.status !== 201) throw refusal2(to, answer);
  const digest = answer.headers["docker-content-digest"];
  if (digest !== image.digest)
    throw new SwarmlineError(
      "push-failed",
      `the registry keeps ${to.repository}:${tag} as ${digest}, not ${image.digest}`
    );
  return image.digest;
}
__name(pushManifest, "pushManifest");
function refusal2(to, answer) {
  return refusalByRegistry({
    ...answer,
    registry: to.connection.title,
    repository: to.repository,
    username: to.username
  });
}
__name(refusal2, "refusal");

// src/usecases/furnish.ts
function furnishingKey(f) {
  const content = [f.cluster, f.registryImage.digest, ...f.bases.map((b) => `${b.reference} ${b.digest}`)];
  return createHash8("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
__name(furnishingKey, "furnishingKey");
async function furnish(f, opened, fx) {
  const spec = {
    cluster: f.cluster,
    labels: f.labels,
    image: f.registryImage.reference,
    addresses: f.addresses,
    dockerConfigDir: f.dockerConfigDir,
    cliPluginsExtraDirs: [f.pluginsDir]
  };
  if (opened.restoredKey) {
    await fx.log.step("New login for the registry", () => rotateLogin(spec, opened.engine, fx));
    return;
  }
  const { engine } = opened;
  await fx.log.step("Start the registry", async () => {
    await loadImages(engine, [f.registryImage, ...f.nodeImage ? [f.nodeImage] : []], fx);
    const client = connectEngine(engine.socketPath);
    try {
      await ensureNetwork(client, { ...f, engine }, fx.signal);
    } finally {
      client.close();
    }
    await openRegistry(spec, engine, fx);
    await shelveStock(f, engine, fx);
  });
  await fx.log.step("Fill the mirror", () => seed(f, engine, fx));
  if (opened.state.kind !== "vm") return;
  const references = f.bases.map((base) => base.reference);
  const doors = { reference: f.addresses.registry, mirror: f.addresses.mirror };
  await fx.log.step(
    "Fill the store that nodes begin with",
    () => makeTemplate({ ...f, registry: doors, isOffline: true }, references, engine, fx)
  );
}
__name(furnish, "furnish");
async function loadImages(engine, images, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    const answer = await client.stream("POST", "/images/load", {
      query: { quiet: true },
      body: imageArchive(images),
      contentType: "application/x-tar",
      timeoutMs: 3e5,
      signal: fx.signal
    });
    await readProgress("loading images", answer);
  } finally {
    client.close();
  }
}
__name(loadImages, "loadImages");
async function seed(f, engine, fx) {
  const [address = "", port] = f.addresses.registry.split(":");
  const endpoint = await engine.openPort(address, Number(port));
  const login = await readLogin(f.dockerConfigDir, f.addresses.registry);
  for (const base of f.bases) {
    const { repository, tag = "latest" } = parseReference(base.reference);
    await pushImage({ endpoint, login }, base, repository, tag, fx);
  }
}
__name(seed, "seed");
var standInsOf = /* @__PURE__ */ __name((bases) => bases.flatMap(({ reference, madeFrom: madeFrom2, digest }) => madeFrom2 ? [{ reference, madeFrom: madeFrom2, digest }] : []), "standInsOf");
var dockerConfigDirOf = /* @__PURE__ */ __name((clusterFolder) => path5.join(clusterFolder, "docker"), "dockerConfigDirOf");

// src/usecases/up.ts
var REGISTRY_IMAGE = "registry:2";
var NODE_IMAGE = "docker:dind";
async function up(request, home, fx) {
  const addresses = planAddresses(request);
  checkLabels(request, addresses.nodes);
  const note = noteOnManagers(request.managers);
  if (note) fx.log.debug(note);
  await sweepLeftovers(fx);
  return withLock(home.stateDir, request.name, async () => {
    const running = await runningCluster(request, home, fx);
    if (running) return running;
    try {
      return await raise(request, addresses, home, fx);
    } catch (error) {
      await takeDown(request.name, home, forCleanup(fx)).catch(
        (left) => fx.log.warn(
          `not everything could be taken down (${explain(left)}); try again with: swarmline down ${request.name}`
        )
      );
      throw error;
    }
  });
}
__name(up, "up");
async function raise(request, addresses, home, fx) {
  const { name, ttlHours, owner } = request;
  const dir = clusterDir(home, name);
  const createdAt = fx.clock.now();
  const run = randomUUID2();
  const labels = ownLabels({ cluster: name, owner, run, createdAt, ttlHours });
  const { chosen, furnishing, isOffline } = await prepare2(
    request,
    { addresses, labels, dir, cacheDir: home.cacheDir },
    fx
  );
  const { registry: reference, mirror } = addresses;
  const registry2 = { reference, mirror, dockerConfigDir: furnishing.dockerConfigDir };
  const cluster = {
    schema: 1,
    name,
    run,
    provider: "dind",
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: expiryOf({ createdAt, ttlHours }),
    nodes: [],
    registry: registry2,
    standIns: standInsOf(allImages(furnishing))
  };
  const raisedKey = raisedKeyOf(request, furnishing, createdAt);
  const opened = await openEngine(
    chosen,
    { snapshotKeys: [raisedKey], stock: /* @__PURE__ */ __name((path6) => writeStock(path6, furnishing.bases, reference), "stock") },
    // Written down at once: a run that is killed from here on can still be taken down.
    (engine2) => saveCluster(home.stateDir, { ...cluster, engine: engine2, engineTitle: engine2.kind, hasMesh: false }),
    fx
  );
  await refuseStrangers(whoseOf({ ...cluster, engine: opened.state }), opened.engine, fx);
  await furnish(furnishing, opened, fx);
  let { engine } = opened;
  let nodes = await raiseNodes(
    { cluster: name, addresses, labels, nodeLabels: request.labels, registry: registry2, isOffline },
    engine,
    fx
  );
  if (opened.state.kind === "vm" && !opened.restoredKey) {
    engine = await keepEngine(opened, raisedKey, fx);
    nodes = await reopenSockets(name, nodes, engine);
  }
  const { title: engineTitle, hasMesh } = engine;
  const done = { ...cluster, engine: opened.state, engineTitle, hasMesh, nodes };
  await saveCluster(home.stateDir, done);
  return done;
}
__name(raise, "raise");
async function prepare2(request, place, fx) {
  const { name, suite, dockerHost, hostKey, certDir } = request;
  const { dir, cacheDir, addresses, labels } = place;
  const references = await neededBases(request);
  const [chosen, { images, isOffline }, tools] = await together(fx, (within) => [
    chooseEngine(
      {
        choice: request.engine,
        ...{ dockerHost, hostKey, certDir },
        runDir: dir,
        cacheDir,
        suite,
        nodeImage: NODE_IMAGE,
        isMeshOptional: request.endpoint === "dnsrr",
        obtain: obtainPackages(cacheDir)
      },
      within
    ),
    baseImages({ references: [...references, REGISTRY_IMAGE], suite, cacheDir }, within),
    dockerTools({ cacheDir, suite }, within)
  ]);
  const isNodeImageNeeded = chosen.kind === "host" && chosen.engine.nodeSource.kind === "image";
  const [nodeImage] = isNodeImageNeeded ? (await baseImages({ references: [NODE_IMAGE], suite, cacheDir }, fx)).images : [];
  const registryImage = images.find((image) => image.reference === REGISTRY_IMAGE);
  if (!registryImage) throw new SwarmlineError("not-found", `the image ${REGISTRY_IMAGE} is not there`);
  const bases = images.filter((image) => references.includes(image.reference));
  const dockerConfigDir = dockerConfigDirOf(dir);
  const { pluginsDir } = tools;
  return {
    chosen,
    // A VM of ours has no way out, whatever this machine has.
    isOffline: isOffline || chosen.kind === "vm",
    furnishing: {
      cluster: name,
      addresses,
      labels,
      dockerConfigDir,
      pluginsDir,
      bases,
      registryImage,
      nodeImage
    }
  };
}
__name(prepare2, "prepare");
var allImages = /* @__PURE__ */ __name(({ bases, registryImage, nodeImage }) => [
  ...bases,
  registryImage,
  ...nodeImage ? [nodeImage] : []
], "allImages");
function raisedKeyOf(request, furnishing, nowMs) {
  const month = new Date(nowMs).toISOString().slice(0, 7);
  const { managers, workers, labels } = request;
  const content = [furnishingKey(furnishing), managers, workers, labels, month];
  return createHash9("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
__name(raisedKeyOf, "raisedKeyOf");
var reopenSockets = /* @__PURE__ */ __name((cluster, nodes, engine) => Promise.all(
  nodes.map(async (node2) => ({
    ...node2,
    socketPath: await engine.openSocket(socketOf(cluster, node2.name), node2.name)
  }))
), "reopenSockets");
function checkLabels(request, nodes) {
  const unknown = Object.keys(request.labels).filter((name) => !nodes.some((node2) => node2.name === name));
  if (unknown.length > 0)
    throw new SwarmlineError("usage", `there is no node ${unknown.join(", ")} to label`, {
      hint: `the nodes are ${nodes.map((node2) => node2.name).join(", ")}`
    });
}
__name(checkLabels, "checkLabels");
async function runningCluster(request, home, fx) {
  const cluster = await readClusterIfAny(home.stateDir, request.name);
  if (!cluster) return void 0;
  if (cluster.nodes.length > 0 && await answers(cluster, fx)) {
    if (cluster.nodes.length !== request.managers + request.workers)
      throw new SwarmlineError("input", `${request.name} runs already, with ${cluster.nodes.length} nodes`, {
        hint: `take it down first: swarmline down ${request.name}`
      });
    fx.log.info(`${request.name} is up already`);
    return cluster;
  }
  fx.log.info(`what is left of ${request.name} is cleared away first`);
  await takeDown(request.name, home, fx);
  return void 0;
}
__name(runningCluster, "runningCluster");
async function answers(cluster, fx) {
  const nodes = cluster.nodes.map(({ name, socketPath }) => ({ name, client: connectEngine(socketPath) }));
  try {
    return await isAnswering(cluster.name, nodes, fx);
  } finally {
    for (const { client } of nodes) client.close();
  }
}
__name(answers, "answers");
export {
  up
};
