import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  LABEL,
  attachEngine,
  clusterDir,
  lastLines,
  nameOf,
  readCluster,
  waitFor
} from "./chunk-HHXNTNE5.js";
import {
  EngineAnswerError,
  connectEngine
} from "./chunk-VBFSNNBE.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-JYPIC24A.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/verify/judgement.rules.ts
function pass(expected, observed, figures = {}) {
  return { status: "pass", expected, observed, hint: void 0, figures };
}
__name(pass, "pass");
function fail(expected, observed, hint, figures = {}) {
  return { status: "fail", expected, observed, hint, figures };
}
__name(fail, "fail");
function inconclusive(expected, observed, hint, figures = {}) {
  return { status: "inconclusive", expected, observed, hint, figures };
}
__name(inconclusive, "inconclusive");
function skipped(expected, observed, hint) {
  return { status: "skipped", expected, observed, hint, figures: {} };
}
__name(skipped, "skipped");
var WORST_FIRST = ["fail", "inconclusive", "pass", "skipped"];
function worst(statuses) {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? "inconclusive";
}
__name(worst, "worst");
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
__name(percent, "percent");
function count(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
__name(count, "count");

// src/cluster/containers.ts
async function startContainer(client, what, name, signal) {
  await asked(
    `${what} does not start`,
    () => client.json("POST", `/containers/${name}/start`, { signal, timeoutMs: 12e4 })
  );
}
__name(startContainer, "startContainer");
async function asked(what, ask2) {
  try {
    return await ask2();
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    throw new SwarmlineError("cluster-failed", `${what}: ${error.message}`, { cause: error });
  }
}
__name(asked, "asked");

// src/cluster/last-words.ts
async function lastWords(client, name) {
  const lines = (await lastLines(client, name, 8)).map((line) => line.trim());
  if (lines.length === 0) return "";
  return `; its last words: ${lines.slice(-4).join(" | ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026").slice(-600)}`;
}
__name(lastWords, "lastWords");

// src/cluster/dind/engines-up.ts
async function waitForEngine(client, container, node, socketPath, options) {
  const own = connectEngine(socketPath);
  const look = /* @__PURE__ */ __name(async () => {
    try {
      await own.json("GET", "/version", { timeoutMs: 1e4, signal: options.signal });
      return true;
    } catch (error) {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      return void 0;
    }
  }, "look");
  try {
    await waitFor(`the engine of node ${node} answers`, look, { everyMs: 500, ...options });
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

// src/cluster/dind/power.ts
var BACK_MS = 12e4;
var ACT_MS = 6e4;
function nodePower(host, cluster, node) {
  const container = nameOf.node(cluster, node.name);
  const network = nameOf.network(cluster);
  const own = /* @__PURE__ */ __name(() => inspectOwn(host, cluster, node.name), "own");
  const post = /* @__PURE__ */ __name((path, more = {}) => host.json("POST", path, { ...more, timeoutMs: ACT_MS }), "post");
  return {
    async cut() {
      if (!(await own()).isRunning) return;
      await post(`/containers/${container}/kill`, { query: { signal: "SIGKILL" } });
      await post(`/containers/${container}/wait`);
    },
    async restore(fx) {
      if (!(await own()).isRunning)
        await startContainer(host, `node ${node.name}`, container, fx.signal).catch(
          async (error) => {
            if (!(await own()).isRunning) throw error;
          }
        );
      await waitForEngine(host, container, node.name, node.socketPath, { ...fx, deadlineMs: BACK_MS });
    },
    async disconnect() {
      if (!(await own()).networks.includes(network)) return;
      await post(`/networks/${network}/disconnect`, { body: { Container: container, Force: true } });
    },
    async reconnect(signal) {
      if ((await own()).networks.includes(network)) return;
      const EndpointConfig = { IPAMConfig: { IPv4Address: node.address } };
      await post(`/networks/${network}/connect`, { body: { Container: container, EndpointConfig }, signal });
    }
  };
}
__name(nodePower, "nodePower");
async function inspectOwn(host, cluster, node) {
  const name = nameOf.node(cluster, node);
  const hint = "take the cluster down and up again";
  try {
    const { State, Config, NetworkSettings } = await host.json("GET", `/containers/${name}/json`);
    const labels = Config.Labels ?? {};
    if (labels[LABEL.cluster] !== cluster || labels[LABEL.node] !== node)
      throw new SwarmlineError("cluster-failed", `the container ${name} is not this cluster's`, { hint });
    return { isRunning: State.Running, networks: Object.keys(NetworkSettings.Networks ?? {}) };
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    throw new SwarmlineError("cluster-failed", `there is no container ${name}`, { hint, cause: error });
  }
}
__name(inspectOwn, "inspectOwn");

// src/usecases/failover.ts
var ASK_MS = 5e3;
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
  const ask2 = /* @__PURE__ */ __name(async (method, request) => {
    const asked2 = current;
    try {
      return await request(asked2);
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== "engine-lost") throw error;
      if (current === asked2) {
        moving ??= move(asked2).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked2 || method !== "GET") throw error;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path, options) => ask2(method, (manager) => manager.json(method, path, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path, options) => ask2(method, (manager) => manager.stream(method, path, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name, home, fx) {
  const cluster = await readCluster(home.stateDir, name);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
  const host = connectEngine(engine.socketPath, engine.revive);
  const nodes = cluster.nodes.map((node) => ({
    ...node,
    client: connectEngine(node.socketPath),
    power: cluster.provider === "dind" ? nodePower(host, name, node) : void 0
  }));
  const [first, ...others] = nodes.filter((node) => node.role === "manager").map((node) => node.client);
  if (!first) throw new SwarmlineError("not-found", `the cluster ${name} has no manager`);
  return {
    manager: withFailover(first, others),
    nodes,
    hasMesh: cluster.hasMesh,
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster,
    openPort: /* @__PURE__ */ __name((address, port) => engine.openPort(address, port), "openPort"),
    // The connection to the engine stays for the next command; only ours to the nodes end.
    close: /* @__PURE__ */ __name(async () => {
      for (const client of [host, ...nodes.map((node) => node.client)]) client.close();
    }, "close")
  };
}
__name(openCluster, "openCluster");
async function openExisting(target, { isSwarmNeeded }, home, fx) {
  const { openHostEngine } = await import("./host-6VGI446J.js");
  const runDir = clusterDir(home, "existing");
  const { dockerHost, hostKey, certDir } = target;
  const engine = await openHostEngine({ dockerHost, hostKey, certDir, runDir, nodeImage: "" }, fx);
  const manager = connectEngine(engine.socketPath, engine.revive);
  const info = await manager.json("GET", "/info");
  if (!info.Swarm.ControlAvailable && isSwarmNeeded)
    throw new SwarmlineError("no-engine", `${engine.title} is not a manager of a swarm`, {
      hint: "point DOCKER_HOST at a manager, or make a swarm: swarmline up"
    });
  const nodes = info.Swarm.ControlAvailable ? await manager.json("GET", "/nodes") : [];
  return {
    manager,
    nodes: nodes.map((node) => ({
      id: node.ID,
      name: node.Description.Hostname,
      role: node.Spec.Role,
      labels: node.Spec.Labels ?? {},
      address: node.Status.Addr,
      client: manager,
      power: void 0
    })),
    hasMesh: engine.hasMesh,
    dockerConfigDir: target.dockerConfigDir,
    ownDockerConfigDir: home.dockerConfigDir,
    cluster: void 0,
    openPort: /* @__PURE__ */ __name(async (address, port) => ({ host: address, port }), "openPort"),
    close: /* @__PURE__ */ __name(async () => {
      manager.close();
      await engine.close();
    }, "close")
  };
}
__name(openExisting, "openExisting");

// src/traffic/words.rules.ts
function plainWords(text, maxLength = 160) {
  const line = text.slice(0, maxLength * 8).replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "\uFFFD").trim();
  const characters = [...line];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}\u2026` : line;
}
__name(plainWords, "plainWords");

// src/verify/http.ts
import http from "node:http";
var DEFAULT_TIMEOUT_MS = 15e3;
var DEFAULT_MAX_BYTES = 64 * 1024;
async function ask(target, options = {}) {
  const seen = await exchange(target, options);
  if (seen.kind !== "answer") return seen;
  const { status, body, ms } = seen;
  if (status < 200 || status > 299) return { kind: "status", detail: `HTTP ${status}: ${body}`, ms };
  return { kind: "answer", status, body, ms };
}
__name(ask, "ask");
function exchange(target, options = {}) {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options;
  const { path = "/", method = "GET", headers = {} } = options;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const settle = /* @__PURE__ */ __name((answer) => {
      clearTimeout(deadline);
      request.destroy();
      resolve(answer);
    }, "settle");
    const fail2 = /* @__PURE__ */ __name((kind, detail) => settle({ kind, detail, ms: performance.now() - start }), "fail");
    const onError = /* @__PURE__ */ __name((error) => {
      if (!signal?.aborted) return fail2(kindOf(error), error.code ?? error.message);
      clearTimeout(deadline);
      reject(new SwarmlineError("cancelled", "cancelled", { cause: error }));
    }, "onError");
    const request = http.request(
      { ...target, path, method, headers, agent: false, ...signal ? { signal } : {} },
      (response) => {
        const chunks = [];
        let size = 0;
        response.on("data", (chunk) => {
          size += chunk.length;
          if (size > maxBytes) return fail2("body", `longer than ${maxBytes} bytes`);
          chunks.push(chunk);
        });
        response.on("error", onError);
        response.on("end", () => {
          const body = Buffer.concat(chunks).toString("utf8");
          const ms = performance.now() - start;
          settle({ kind: "answer", status: response.statusCode ?? 0, headers: response.headers, body, ms });
        });
      }
    );
    const deadline = setTimeout(() => fail2("time-out", `no answer within ${timeoutMs} ms`), timeoutMs);
    request.on("error", onError);
    request.end();
  });
}
__name(exchange, "exchange");
function kindOf(error) {
  const code = error.code ?? "";
  if (code === "ECONNREFUSED") return "refused";
  if (code === "ECONNRESET" || code === "EPIPE") return "reset";
  if (code === "ETIMEDOUT") return "time-out";
  return code.startsWith("HPE_") ? "body" : "unreachable";
}
__name(kindOf, "kindOf");

// src/traffic/histogram.rules.ts
var BITS = 7;
var CELLS = 1 << BITS;
var HIGHEST_US = 2 ** 32 - 1;
var createHistogram = /* @__PURE__ */ __name(() => ({
  cells: new Uint32Array(CELLS),
  count: 0,
  sumUs: 0,
  maxUs: 0
}), "createHistogram");
function cellOf(us) {
  const shift = Math.max(0, 31 - Math.clz32(us) - BITS);
  return shift * CELLS + (us >>> shift);
}
__name(cellOf, "cellOf");
function highestIn(cell) {
  const shift = Math.max(0, Math.floor(cell / CELLS) - 1);
  return (cell - shift * CELLS + 1) * 2 ** shift - 1;
}
__name(highestIn, "highestIn");
function record(histogram, ms) {
  const us = Math.max(0, Math.round(ms * 1e3));
  const cell = cellOf(Math.min(us, HIGHEST_US) >>> 0);
  if (cell >= histogram.cells.length) grow(histogram, cell + 1);
  histogram.cells[cell] = (histogram.cells[cell] ?? 0) + 1;
  histogram.count++;
  histogram.sumUs += us;
  if (us > histogram.maxUs) histogram.maxUs = us;
}
__name(record, "record");
function grow(histogram, length) {
  const cells = new Uint32Array(Math.ceil(length / CELLS) * CELLS);
  cells.set(histogram.cells);
  histogram.cells = cells;
}
__name(grow, "grow");
function mergeInto(histogram, from) {
  if (from.cells.length > histogram.cells.length) grow(histogram, from.cells.length);
  for (const [cell, count2] of from.cells.entries())
    if (count2 > 0) histogram.cells[cell] = (histogram.cells[cell] ?? 0) + count2;
  histogram.count += from.count;
  histogram.sumUs += from.sumUs;
  histogram.maxUs = Math.max(histogram.maxUs, from.maxUs);
}
__name(mergeInto, "mergeInto");
function percentileOf(histogram, p) {
  const rank = Math.max(1, Math.ceil(p / 100 * histogram.count - 1e-9));
  if (rank >= histogram.count) return histogram.maxUs / 1e3;
  let seen = 0;
  for (const [cell, count2] of histogram.cells.entries()) {
    seen += count2;
    if (seen >= rank) return Math.min(highestIn(cell), histogram.maxUs) / 1e3;
  }
  return histogram.maxUs / 1e3;
}
__name(percentileOf, "percentileOf");
function summarise(histogram) {
  const round2 = /* @__PURE__ */ __name((ms) => Math.round(ms * 100) / 100, "round");
  const at = /* @__PURE__ */ __name((p) => round2(percentileOf(histogram, p)), "at");
  return {
    count: histogram.count,
    mean: round2(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1e3),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: at(100)
  };
}
__name(summarise, "summarise");
var CELLS_IN_BUCKET = CELLS / 4;
function bucketsOf(histogram) {
  const buckets = [];
  for (let cell = 0; cell < histogram.cells.length; cell += CELLS_IN_BUCKET) {
    const counts = histogram.cells.subarray(cell, cell + CELLS_IN_BUCKET);
    const count2 = counts.reduce((sum, n) => sum + n, 0);
    const fromMs = cell === 0 ? 0 : highestIn(cell - 1) / 1e3;
    if (count2 > 0) buckets.push({ fromMs, toMs: highestIn(cell + CELLS_IN_BUCKET - 1) / 1e3, count: count2 });
  }
  return buckets;
}
__name(bucketsOf, "bucketsOf");

// src/verify/latency.rules.ts
function percentile(ascending, p) {
  const rank = Math.max(1, Math.ceil(p / 100 * ascending.length));
  return ascending[rank - 1] ?? 0;
}
__name(percentile, "percentile");
function summariseLatency(ms) {
  const ascending = ms.toSorted((a, b) => a - b);
  const at = /* @__PURE__ */ __name((p) => Math.round(percentile(ascending, p) * 10) / 10, "at");
  return { p50: at(50), p95: at(95), max: at(100) };
}
__name(summariseLatency, "summariseLatency");
function latencyBuckets(ms) {
  const histogram = createHistogram();
  for (const each of ms) record(histogram, each);
  return bucketsOf(histogram);
}
__name(latencyBuckets, "latencyBuckets");

// src/verify/replica.rules.ts
var HOSTNAME = /^[a-z0-9][a-z0-9._-]{0,252}$/i;
function readReplicaAnswer(body) {
  const lines = body.split(/\r?\n/).map((line) => line.trim());
  if (!lines.includes("I am the backend server"))
    return { isReadable: false, problem: "no line `I am the backend server`" };
  const hostname = valueAfter(lines, "The responding server is:");
  if (hostname === void 0)
    return { isReadable: false, problem: "no line `The responding server is: <hostname>`" };
  if (!HOSTNAME.test(hostname)) return { isReadable: false, problem: "the responding server is no hostname" };
  const visits = valueAfter(lines, "Number of visits:");
  const isNumber = visits !== void 0 && /^\d{1,15}$/.test(visits);
  return { isReadable: true, hostname, visits: isNumber ? Number(visits) : void 0 };
}
__name(readReplicaAnswer, "readReplicaAnswer");
function valueAfter(lines, label) {
  return lines.find((line) => line.startsWith(label))?.slice(label.length).trim();
}
__name(valueAfter, "valueAfter");

// src/verify/mesh.ts
var REQUESTS_AT_ONCE = 2;
function askNodes(doors, options, fx) {
  const total = doors.length * options.requestsPerNode;
  let asked2 = 0;
  let failed = 0;
  return fx.log.step(
    `Ask ${doors.length} nodes ${options.requestsPerNode} times each`,
    (update) => Promise.all(
      doors.map(
        (door) => askNode(door, options, fx.signal, (isAnswered) => {
          asked2++;
          if (!isAnswered) failed++;
          update(`${asked2}/${total}${failed ? `, ${failed} failed` : ""}`);
        })
      )
    )
  );
}
__name(askNodes, "askNodes");
async function askNode(door, options, signal, onAnswer) {
  const { requestsPerNode, concurrency = REQUESTS_AT_ONCE, giveUpAfter = 20, timeoutMs } = options;
  const tally = createTally(door);
  let sent = 0;
  let failuresInARow = 0;
  const askInTurn = /* @__PURE__ */ __name(async () => {
    while (sent < requestsPerNode && failuresInARow < giveUpAfter) {
      sent++;
      const answer = await ask(door.endpoint, { signal, ...timeoutMs ? { timeoutMs } : {} });
      const isAnswered = tally.add(answer);
      failuresInARow = isAnswered ? 0 : failuresInARow + 1;
      onAnswer(isAnswered);
    }
  }, "askInTurn");
  await Promise.all(Array.from({ length: concurrency }, askInTurn));
  return tally.traffic();
}
__name(askNode, "askNode");
function createTally(door) {
  const latencies = [];
  const visits = [];
  const byReplica = /* @__PURE__ */ new Map();
  const firstAnswers = /* @__PURE__ */ new Map();
  const failedByKind = {};
  let requests = 0;
  let failed = 0;
  let firstFailure;
  const fail2 = /* @__PURE__ */ __name((kind, detail) => {
    failed++;
    failedByKind[kind] = (failedByKind[kind] ?? 0) + 1;
    firstFailure ??= plainWords(`${kind}: ${detail}`);
    return false;
  }, "fail");
  return {
    /** Whether the request was answered by a replica that named itself. */
    add(answer) {
      requests++;
      if (answer.kind !== "answer") return fail2(answer.kind, answer.detail);
      const replica = readReplicaAnswer(answer.body);
      if (!replica.isReadable) return fail2("body", replica.problem);
      latencies.push(answer.ms);
      if (!byReplica.has(replica.hostname)) firstAnswers.set(replica.hostname, latencies.length);
      byReplica.set(replica.hostname, (byReplica.get(replica.hostname) ?? 0) + 1);
      if (replica.visits !== void 0) visits.push(replica.visits);
      return true;
    },
    traffic: /* @__PURE__ */ __name(() => ({
      answers: {
        node: door.node.name,
        endpoint: `${door.endpoint.host}:${door.endpoint.port}`,
        requests,
        failed,
        failedByKind,
        byReplica: Object.fromEntries([...byReplica].toSorted(([a], [b]) => a < b ? -1 : 1)),
        latencyMs: summariseLatency(latencies),
        latencyBuckets: latencyBuckets(latencies)
      },
      visits,
      firstAnswers: Object.fromEntries(firstAnswers),
      firstFailure
    }), "traffic")
  };
}
__name(createTally, "createTally");

// src/verify/replicas.ts
async function readReplicas(manager, serviceName, doors) {
  const service = await readService(manager, serviceName);
  const filters = JSON.stringify({ service: [service.ID], "desired-state": ["running"] });
  const tasks = await manager.json("GET", "/tasks", { query: { filters } });
  const running = tasks.filter((task) => task.Status.State === "running");
  const replicas = await Promise.all(running.map((task) => readReplica(task, doors)));
  return {
    wanted: service.Spec.Mode.Replicated && (service.Spec.Mode.Replicated.Replicas ?? 1),
    running: replicas.filter((replica) => replica !== void 0)
  };
}
__name(readReplicas, "readReplicas");
async function readService(manager, name) {
  try {
    return await manager.json("GET", `/services/${encodeURIComponent(name)}`);
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    throw new SwarmlineError("not-found", `the swarm has no service ${name}`, {
      hint: "deploy the stack first, or name another service",
      cause: error
    });
  }
}
__name(readService, "readService");
async function readReplica(task, doors) {
  const containerId = task.Status.ContainerStatus?.ContainerID;
  const nodeId = task.NodeID;
  if (!containerId || !nodeId) return void 0;
  const door = task.Spec.ContainerSpec?.Hostname ? doors.find((d) => d.node.id === nodeId) : void 0;
  const hostname = door ? (await door.engine.json("GET", `/containers/${containerId}/json`)).Config.Hostname : containerId.slice(0, 12);
  return { taskId: task.ID, nodeId, containerId, hostname };
}
__name(readReplica, "readReplica");

// src/verify/unreadable.rules.ts
function classifyAnswer(error) {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return new SwarmlineError("engine-lost", "an answer has not the form it must have", { cause: error });
  return classify(error);
}
__name(classifyAnswer, "classifyAnswer");

// src/verify/measurement.ts
async function measureService(plan, doors, manager, fx) {
  const readNow = /* @__PURE__ */ __name(() => tryReplicas(manager, `${plan.stack}_${plan.service}`, doors), "readNow");
  const replicasBefore = await readNow();
  const hosts = new Set(
    replicasBefore.isKnown ? replicasBefore.replicas.running.map((replica) => replica.nodeId) : []
  );
  if (!plan.hasMesh && !replicasBefore.isKnown)
    throw new SwarmlineError("engine-lost", `no one can say where tasks run: ${replicasBefore.reason}`);
  const asked2 = plan.hasMesh ? doors : doors.filter((door) => hosts.has(door.node.id));
  const visitsBefore = await readVisits(asked2, fx.signal);
  const nodes = await askNodes(asked2, { requestsPerNode: plan.requestsPerNode }, fx);
  const visitsAfter = await readVisits(asked2, fx.signal);
  return {
    requestsPerNode: plan.requestsPerNode,
    nodes,
    nodesWithoutTask: replicasBefore.isKnown ? asked2.filter((door) => !hosts.has(door.node.id)).map((door) => door.node.name) : [],
    replicasBefore,
    replicasAfter: await readNow(),
    visitsBefore,
    visitsAfter
  };
}
__name(measureService, "measureService");
async function tryReplicas(manager, serviceName, doors) {
  try {
    return { isKnown: true, replicas: await readReplicas(manager.engine, serviceName, doors) };
  } catch (error) {
    const known = classifyAnswer(error);
    if (known.code === "cancelled") throw known;
    return { isKnown: false, reason: explain(known) };
  }
}
__name(tryReplicas, "tryReplicas");
async function readVisits(doors, signal) {
  const door = doors[0];
  if (!door) return void 0;
  const answer = await ask(door.endpoint, { signal });
  const replica = answer.kind === "answer" ? readReplicaAnswer(answer.body) : void 0;
  return replica?.isReadable ? replica.visits : void 0;
}
__name(readVisits, "readVisits");

// src/verify/checks/counter.rules.ts
var COUNTER_EXPECTED = "the visits counter rises by exactly one with each request, and by nothing else";
var MAY_HAVE_COUNTED = ["reset", "time-out", "status", "body"];
function judgeCounter({ nodes, before, after, unsettledBefore = 0 }) {
  const values = nodes.flatMap((node) => node.visits);
  const answered = nodes.reduce((sum, { answers }) => sum + answers.requests - answers.failed, 0);
  const unsure = nodes.reduce(
    (sum, { answers }) => sum + MAY_HAVE_COUNTED.reduce((n, kind) => n + (answers.failedByKind[kind] ?? 0), 0),
    0
  );
  const expected = `${COUNTER_EXPECTED}: by ${answered}`;
  if (answered === 0)
    return fail(expected, "no request was answered", "see `docker service ps` and the service\u2019s logs");
  if (before === void 0 || after === void 0 || values.length < answered)
    return fail(
      expected,
      `${answered - values.length} of ${count(answered, "answer")} name no number of visits`,
      "each answer needs the line `Number of visits: <n>`: can the service reach its Redis?"
    );
  const rise = after - before - 1;
  const distinct = new Set(values).size;
  const ascending = values.toSorted((a, b) => a - b);
  const first = ascending[0] ?? 0;
  const last = ascending.at(-1) ?? 0;
  const figures = { requests: answered, rise, first, last, distinct, unsure };
  const observed = `rose by ${rise} (${before} \u2192 ${after - 1}) over ${count(answered, "request")}`;
  const failed = /* @__PURE__ */ __name((what, hint) => fail(expected, what, hint, figures), "failed");
  if (distinct < values.length)
    return failed(
      `${observed}, but ${count(values.length - distinct, "answer")} repeated a number`,
      "the counter is not one for all replicas, or reads and writes in two steps: count with Redis\u2019 INCR"
    );
  if (first <= before || last >= after)
    return failed(
      `${observed}, but answers ran from ${first} to ${last}`,
      "replicas do not count in the same Redis, or it was restarted: give it one replica and a volume"
    );
  if (rise > answered + unsure && rise <= answered + unsure + unsettledBefore)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsettledBefore, "request")} before may have counted only then`,
      "see why requests fail first",
      figures
    );
  if (rise > answered + unsure)
    return failed(
      observed,
      "something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not"
    );
  if (unsure > 0)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsure, "failed request")} may have counted or not`,
      "see why requests fail first",
      figures
    );
  return pass(expected, observed, figures);
}
__name(judgeCounter, "judgeCounter");

// src/verify/demultiplex.rules.ts
var HEADER_BYTES = 8;
function createDemultiplexer() {
  let rest = Buffer.alloc(0);
  let source = "stdout";
  let expected = 0;
  return {
    push(chunk) {
      const pieces = [];
      rest = Buffer.concat([rest, chunk]);
      for (; ; ) {
        if (expected === 0) {
          if (rest.length < HEADER_BYTES) return pieces;
          source = rest[0] === 2 ? "stderr" : "stdout";
          expected = rest.readUInt32BE(4);
          rest = rest.subarray(HEADER_BYTES);
          continue;
        }
        if (rest.length === 0) return pieces;
        const data = rest.subarray(0, expected);
        pieces.push({ source, data });
        expected -= data.length;
        rest = rest.subarray(data.length);
      }
    }
  };
}
__name(createDemultiplexer, "createDemultiplexer");

// src/verify/exec.ts
async function runInContainer(engine, containerId, command, fx) {
  const { stdout, stderr, ...rest } = await runForBytes(engine, containerId, command, fx);
  return { ...rest, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}
__name(runInContainer, "runInContainer");
async function runForBytes(engine, containerId, command, fx) {
  const { argv, timeoutMs = 6e4, maxBytes = 64 * 1024 } = command;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([fx.signal, deadline]);
  try {
    const made = await engine.json("POST", `/containers/${containerId}/exec`, {
      body: { Cmd: argv, AttachStdout: true, AttachStderr: true, Tty: false },
      signal
    });
    const Id = made?.Id;
    if (typeof Id !== "string")
      throw new SwarmlineError("engine-lost", "the engine\u2019s answer names no program");
    const output = await readOutput(engine, Id, maxBytes, signal);
    const exitCode = output.isTruncated ? -1 : await waitFor(
      `the end of ${argv[0]}`,
      async () => {
        const state = await engine.json(
          "GET",
          `/exec/${Id}/json`,
          { signal }
        );
        return state.Running ? void 0 : statusIn(state);
      },
      { clock: fx.clock, deadlineMs: timeoutMs, everyMs: 50, signal }
    );
    return { exitCode, ...output };
  } catch (error) {
    if (!deadline.aborted || fx.signal.aborted) throw error;
    throw new SwarmlineError("timed-out", `${argv[0]} in the container did not finish within ${timeoutMs} ms`);
  }
}
__name(runForBytes, "runForBytes");
function statusIn({ ExitCode }) {
  if (ExitCode === null || ExitCode === void 0) return void 0;
  if (typeof ExitCode === "number") return ExitCode;
  throw new SwarmlineError("engine-lost", "the engine\u2019s answer names no exit status");
}
__name(statusIn, "statusIn");
async function readOutput(engine, execId, maxBytes, signal) {
  const stream = await engine.stream("POST", `/exec/${execId}/start`, {
    body: { Detach: false, Tty: false },
    timeoutMs: 0,
    signal
  });
  const frames = createDemultiplexer();
  const output = { stdout: [], stderr: [] };
  let room = maxBytes;
  try {
    for await (const chunk of stream) {
      for (const { source, data } of frames.push(chunk)) {
        output[source].push(data.subarray(0, Math.max(0, room)));
        room -= data.length;
      }
      if (room < 0) break;
    }
  } finally {
    stream.destroy();
  }
  return {
    stdout: Buffer.concat(output.stdout),
    stderr: Buffer.concat(output.stderr),
    isTruncated: room < 0
  };
}
__name(readOutput, "readOutput");

// src/verify/checks/routing-mesh.rules.ts
var HINTS = {
  refused: "nothing listens on the published port of that node: publish it in ingress mode (`swarmline doctor` says whether the kernel has IPVS)",
  unreachable: "the node cannot be reached from this machine: see whether it runs (`swarmline ls`)",
  reset: "the service ends connections: see `docker service logs`, and add a HEALTHCHECK so that only ready tasks are asked",
  "time-out": "the node accepts no traffic for tasks elsewhere: IPVS, UDP 4789 and TCP and UDP 7946 must work between nodes",
  status: "the service itself answers with an error: see `docker service logs`",
  body: "something else than the service answers, or its text changed"
};
var ROUTING_MESH_EXPECTED = "every node answers every request, also a node without a task";
function judgeRoutingMesh(evidence) {
  const { requestsPerNode, nodes, nodesWithoutTask } = evidence;
  const figures = {
    nodes: nodes.length,
    nodesWithoutTask: nodesWithoutTask.length,
    requests: nodes.reduce((sum, node) => sum + node.answers.requests, 0),
    failed: nodes.reduce((sum, node) => sum + node.answers.failed, 0)
  };
  const expected = `${ROUTING_MESH_EXPECTED}: ${count(requestsPerNode, "request")} each, 0 failed`;
  const lacking = nodes.filter(
    ({ answers }) => answers.failed > 0 || answers.requests < requestsPerNode || answers.requests === 0
  );
  const worstNode = lacking.toSorted((a, b) => b.answers.failed - a.answers.failed)[0];
  if (nodes.length === 0)
    return fail(expected, "no node was asked", "see whether the swarm has nodes", figures);
  if (worstNode) return fail(expected, lacking.map(describe).join("; "), hintFor(worstNode), figures);
  const without = nodesWithoutTask.length ? `, ${nodesWithoutTask.join(", ")} without a task` : "";
  return pass(
    expected,
    `${count(figures.requests, "request")} to ${count(nodes.length, "node")}${without}: 0 failed`,
    figures
  );
}
__name(judgeRoutingMesh, "judgeRoutingMesh");
function describe({ answers, firstFailure }) {
  const kinds = byFrequency(answers.failedByKind).map(([kind, n]) => `${n} ${kind}`);
  const first = firstFailure ? `, first: ${firstFailure}` : "";
  return `${answers.node}: ${answers.failed} of ${answers.requests} failed (${kinds.join(", ") || "not all asked"}${first})`;
}
__name(describe, "describe");
function hintFor({ answers }) {
  const kind = byFrequency(answers.failedByKind)[0]?.[0];
  return kind ? HINTS[kind] : "ask again: the node was not asked as often as planned";
}
__name(hintFor, "hintFor");
function byFrequency(failures) {
  return Object.entries(failures).toSorted((a, b) => b[1] - a[1]);
}
__name(byFrequency, "byFrequency");

// src/verify/checks/spread.rules.ts
function judgeSpread({ minShare, nodes, before, after }) {
  const rule = `each replica answers at least ${percent(minShare)} of the requests, and no one else answers`;
  const unread = [before, after].find((reading) => !reading.isKnown);
  if (unread && !unread.isKnown)
    return inconclusive(
      rule,
      `the swarm did not say which replicas run: ${plainWords(unread.reason)}`,
      void 0
    );
  if (!before.isKnown || !after.isKnown) return inconclusive(rule, "the replicas are not known", void 0);
  const answered = totalByReplica(nodes);
  const total = [...answered.values()].reduce((sum, n) => sum + n, 0);
  const atStart = before.replicas.running.map((replica) => replica.hostname);
  const atEnd = after.replicas.running.map((replica) => replica.hostname);
  const unknown = [...answered.keys()].filter((name) => !atStart.includes(name) && !atEnd.includes(name));
  const replaced = atStart.filter((name) => !atEnd.includes(name));
  const shares = atEnd.map((name) => ({ name, share: total ? (answered.get(name) ?? 0) / total : 0 }));
  const lacking = shares.filter(({ share }) => share < minShare);
  const figures = {
    replicas: atEnd.length,
    wanted: after.replicas.wanted ?? atEnd.length,
    requests: total,
    smallestShare: round(Math.min(1, ...shares.map(({ share }) => share))),
    largestShare: round(Math.max(0, ...shares.map(({ share }) => share))),
    unknown: unknown.length
  };
  const expected = `each of ${count(figures.wanted, "replica")} answers at least ${percent(minShare)} of the requests, and no one else answers`;
  const observed = shares.map(({ name, share }) => `${name} ${percent(share)}`).join(", ");
  const failed = /* @__PURE__ */ __name((what, hint) => fail(expected, what, hint, figures), "failed");
  if (total === 0) return failed("no request was answered", "see `docker service ps` and the service\u2019s logs");
  if (unknown.length > 0)
    return failed(
      `${observed}; and ${unknown.slice(0, 5).join(", ")}, not a replica of this service, answered ${count(
        unknown.reduce((sum, name) => sum + (answered.get(name) ?? 0), 0),
        "request"
      )}`,
      "something else has the published port on a node, or the service does not print its own hostname"
    );
  if (replaced.length > 0)
    return failed(
      `${replaced.join(", ")} ended while the requests ran`,
      "replicas do not stay up: see `docker service ps --no-trunc` and the service\u2019s logs"
    );
  if (atEnd.length < figures.wanted)
    return failed(
      `${atEnd.length} of ${count(figures.wanted, "replica")} run: ${observed}`,
      "see `docker service ps --no-trunc` for the task that does not run"
    );
  if (minShare * atEnd.length > 1)
    return inconclusive(
      expected,
      observed,
      `${count(atEnd.length, "replica")} cannot all have ${percent(minShare)}: ask for a smaller least share`,
      figures
    );
  if (lacking.length > 0)
    return failed(
      observed,
      `${lacking.map(({ name }) => name).join(", ")} gets too few requests: is it healthy, and is its node\u2019s overlay network connected (UDP 4789)?`
    );
  return pass(expected, observed, figures);
}
__name(judgeSpread, "judgeSpread");
function totalByReplica(nodes) {
  const total = /* @__PURE__ */ new Map();
  for (const { byReplica } of nodes)
    for (const [name, n] of Object.entries(byReplica)) total.set(name, (total.get(name) ?? 0) + n);
  return total;
}
__name(totalByReplica, "totalByReplica");
function round(share) {
  return Math.round(share * 1e3) / 1e3;
}
__name(round, "round");

export {
  pass,
  fail,
  inconclusive,
  skipped,
  worst,
  percent,
  count,
  classifyAnswer,
  plainWords,
  COUNTER_EXPECTED,
  judgeCounter,
  readReplicas,
  createDemultiplexer,
  runInContainer,
  runForBytes,
  ROUTING_MESH_EXPECTED,
  judgeRoutingMesh,
  judgeSpread,
  exchange,
  createHistogram,
  record,
  mergeInto,
  percentileOf,
  summarise,
  bucketsOf,
  REQUESTS_AT_ONCE,
  measureService,
  readVisits,
  openSwarm
};
