import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  attachEngine,
  clusterDir,
  isRunning,
  loadProviders,
  openConnectionFolder,
  openTlsEngine,
  sweepLeftovers,
  version,
  visitEngine
} from "./chunk-7NRRBRXI.js";
import {
  ON_TASKS
} from "./chunk-6DEXFADH.js";
import {
  readCluster
} from "./chunk-PSDXEBMZ.js";
import {
  forCleanup,
  lingering
} from "./chunk-QZS52BYD.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  demultiplex
} from "./chunk-KADSAXIV.js";
import {
  OUR_LABEL,
  STACK_LABEL,
  isBook
} from "./chunk-XKGGMZTO.js";
import {
  openScratch
} from "./chunk-KKVCX2UQ.js";
import {
  EngineAnswerError,
  OUT_OF_SEQUENCE,
  isGone,
  isOutOfSequence
} from "./chunk-LD6J5TQY.js";
import {
  require_tar_stream
} from "./chunk-LSDA3ZLN.js";
import {
  bounded,
  inTerminal
} from "./chunk-TO3536BY.js";
import {
  bookName,
  isMapping,
  mapServices,
  mapping,
  parsePort,
  record,
  renderStack,
  secretBookName,
  sequence,
  serviceEntries,
  servicesOf,
  text,
  texts,
  withDeploy
} from "./chunk-5THPO6YE.js";
import {
  runDocker
} from "./chunk-5XKDYEV4.js";
import {
  nearest
} from "./chunk-HFVHSVFW.js";
import {
  HIDDEN,
  withoutUrlSecrets
} from "./chunk-YQM7MODX.js";
import {
  SwarmlineError,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/effects/away.ts
var AGAIN_MS = 6e4;
function tellsAway(fx, patienceMs) {
  let nextMs = 0;
  let lastMs = 0;
  return (seen, awayForMs) => {
    if (awayForMs < lastMs) nextMs = 0;
    lastMs = awayForMs;
    if (awayForMs < nextMs) return;
    const still = Math.round((patienceMs - awayForMs) / 1e3);
    const since = awayForMs < AGAIN_MS ? "does not answer" : `has not answered for ${Math.round(awayForMs / 1e3)} s`;
    fx.log?.info(
      `the engine ${since}, trying again for up to ${still} s${awayForMs > 0 ? " more" : ""}: ${explain(seen)}`
    );
    nextMs = awayForMs + AGAIN_MS;
  };
}
__name(tellsAway, "tellsAway");

// src/docker/persist.ts
var SEQUENCE_TRIES = 30;
var SEQUENCE_AGAIN_MS = 100;
var AWAY_MS = 6e4;
var AWAY_AGAIN_MS = 1e3;
var AWAY_AGAIN_AT_MOST_MS = 5e3;
function isPassing(error) {
  if (error instanceof EngineAnswerError)
    return error.status >= 500 && !/not a swarm manager|not part of a swarm/i.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing, "isPassing");
var againAfter = /* @__PURE__ */ __name((awayForMs) => Math.min(Math.max(AWAY_AGAIN_MS, awayForMs / 10), AWAY_AGAIN_AT_MOST_MS), "againAfter");
async function persist(work, fx) {
  const { clock, signal, awayMs: awayMs2 = AWAY_MS } = fx;
  const tell = tellsAway(fx, awayMs2);
  let tries = 0;
  let awaySinceMs;
  for (; ; ) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (isOutOfSequence(error)) {
        if (++tries >= SEQUENCE_TRIES) throw error;
        await clock.sleep(SEQUENCE_AGAIN_MS, signal);
        continue;
      }
      if (!isPassing(error)) throw error;
      awaySinceMs ??= clock.now();
      if (clock.now() - awaySinceMs >= awayMs2) throw error;
      tell(error, clock.now() - awaySinceMs);
    }
    const awayForMs = clock.now() - awaySinceMs;
    await clock.sleep(Math.max(1, Math.min(againAfter(awayForMs), awayMs2 - awayForMs)), signal);
  }
}
__name(persist, "persist");

// src/images/offline/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);

// src/images/images.ts
var configOnEngines = /* @__PURE__ */ __name(async (...args) => (await import("./image-config-BO7TU7EN.js")).configOnEngines(...args), "configOnEngines");
var configInRegistry = /* @__PURE__ */ __name(async (...args) => (await import("./registry-config-AENU5VFW.js")).configInRegistry(...args), "configInRegistry");
var hasLoginFor = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-VVHR66IA.js")).hasLoginFor(...args), "hasLoginFor");
var registryAuth = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-VVHR66IA.js")).registryAuth(...args), "registryAuth");
var registryLogin = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-VVHR66IA.js")).registryLogin(...args), "registryLogin");
var askRegistry = /* @__PURE__ */ __name(async (...args) => (await import("./served-digest-MW4RLU65.js")).askRegistry(...args), "askRegistry");
var dockerTools = /* @__PURE__ */ __name(async (...args) => (await import("./tools-MXWPM2IL.js")).dockerTools(...args), "dockerTools");

// src/rollout/advice.rules.ts
function explainOutcome(result) {
  const bad = result.services.filter((s) => s.outcome !== "converged");
  const first = bad.find((s) => s.outcome === result.outcome);
  const failure = result.failures.find((f) => f.service === first?.name);
  const where = failure?.node ? ` on ${failure.node}` : "";
  const others = bad.length > 1 ? ` (and ${bad.length - 1} more)` : "";
  const counts = first ? ` (${first.running}/${first.wanted})` : "";
  return {
    message: `${first?.name ?? result.stack} ${IN_WORDS[result.outcome]}${counts}: ${failure?.error ?? "no task"}${where}${others}`,
    hint: result.outcome === "paused" ? pausedHint(first?.name ?? "") : hintFor(failure)
  };
}
__name(explainOutcome, "explainOutcome");
var IN_WORDS = {
  converged: "converged",
  "rolled-back": "was rolled back",
  paused: "is paused half-way",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was no longer watched"
};
var pausedHint = /* @__PURE__ */ __name((service) => `fix the cause and deploy again, or go back: docker service rollback ${service}`, "pausedHint");
var HINTS = {
  image: "push the image, check its name, and give the nodes the login (with-registry-auth)",
  placement: "label a node as the constraint asks (docker node update --label-add), or change the constraint",
  port: "free the port, or publish another one",
  exit: "the last lines of its log say why; see more with docker service logs",
  health: "the health check never passed: try it in the container, or give it a longer start_period",
  resources: "lower deploy.resources.reservations, or add a node",
  network: "look at the networks of the stack: docker network ls",
  secret: "look at the secrets and configs of the stack: docker secret ls, docker config ls",
  other: "see docker service ps --no-trunc"
};
var hintFor = /* @__PURE__ */ __name((failure) => /no space left on device/i.test(failure?.error ?? "") ? `free some space on ${failure?.node || "the node"}: docker system prune` : HINTS[failure?.category ?? "other"], "hintFor");

// src/rollout/deadline.rules.ts
var GOSSIP_MS = 2e3;
var PREPARE_MS = 1e3;
var START_MS = 2e3;
var DEFAULT_GRACE_MS = 1e4;
var DEFAULT_MONITOR_MS = 5e3;
var DEFAULT_INTERVAL_MS = 3e4;
var TAIL_MS = 1e3;
var NANO = 1e6;
var DEFAULT_RETRIES = 3;
function expectationOf(specs, options) {
  const { safetyFactor = 2, pullAllowanceMs = 12e4 } = options;
  const bounds = specs.map((spec) => ({
    name: spec.Name,
    boundMs: thereAndBackMs(spec, options.eligibleNodes)
  }));
  const slowest = bounds.toSorted((a, b) => b.boundMs - a.boundMs)[0];
  if (slowest && !Number.isFinite(slowest.boundMs))
    return { expectedMs: Number.POSITIVE_INFINITY, slowest: void 0 };
  return { expectedMs: Math.ceil(safetyFactor * (slowest?.boundMs ?? 0) + pullAllowanceMs), slowest };
}
__name(expectationOf, "expectationOf");
function deadlineMs(limit, { expectedMs }, nowMs) {
  if (limit.isGiven || !Number.isFinite(expectedMs)) return limit.untilMs;
  return Math.max(limit.untilMs, nowMs + expectedMs);
}
__name(deadlineMs, "deadlineMs");
function thereAndBackMs(spec, eligibleNodes2) {
  if (endsByItself(spec)) return Number.POSITIVE_INFINITY;
  const replicas = replicasOf(spec, eligibleNodes2);
  const way = /* @__PURE__ */ __name((config) => stepsMs(spec, config, replicas, allowedProbesMs(spec)) + Math.max(monitorMs(config), delayMs(config) + TAIL_MS), "way");
  return way(spec.UpdateConfig) + (spec.UpdateConfig?.FailureAction === "rollback" ? way(spec.RollbackConfig) : 0);
}
__name(thereAndBackMs, "thereAndBackMs");
function allowedProbesMs(spec) {
  const health = spec.TaskTemplate.ContainerSpec?.Healthcheck;
  if (!health) return DEFAULT_INTERVAL_MS;
  if (health.Test?.[0] === "NONE") return 0;
  const intervalMs = health.Interval ? health.Interval / NANO : DEFAULT_INTERVAL_MS;
  const tries = health.Retries || DEFAULT_RETRIES;
  return (health.StartPeriod ?? 0) / NANO + tries * (intervalMs + (health.Timeout ?? 0) / NANO);
}
__name(allowedProbesMs, "allowedProbesMs");
function stepsMs(spec, config, replicas, probeMs, exitMs = Number.POSITIVE_INFINITY) {
  const parallelism = (config ? config.Parallelism : 1) || replicas;
  const steps = replicas === 0 ? 0 : Math.ceil(replicas / parallelism);
  const { StopGracePeriod } = spec.TaskTemplate.ContainerSpec ?? {};
  const graceMs = StopGracePeriod === void 0 ? DEFAULT_GRACE_MS : StopGracePeriod / NANO;
  const before = config?.Order === "start-first" ? PREPARE_MS : GOSSIP_MS + Math.min(graceMs, exitMs);
  return steps * (before + START_MS + probeMs + delayMs(config));
}
__name(stepsMs, "stepsMs");
var delayMs = /* @__PURE__ */ __name((config) => (config?.Delay ?? 0) / NANO, "delayMs");
var monitorMs = /* @__PURE__ */ __name((config) => config?.Monitor ? config.Monitor / NANO : DEFAULT_MONITOR_MS, "monitorMs");
var replicasOf = /* @__PURE__ */ __name(({ Mode }, eligibleNodes2) => Mode.Global ? eligibleNodes2 : Mode.Replicated?.Replicas ?? 1, "replicasOf");
var endsByItself = /* @__PURE__ */ __name(({ Mode, TaskTemplate }) => Boolean(Mode.ReplicatedJob ?? Mode.GlobalJob) || TaskTemplate.RestartPolicy?.Condition === "none", "endsByItself");

// src/rollout/empty-result.rules.ts
var emptyResult = /* @__PURE__ */ __name((stack, outcome, startedAtMs, endedAtMs) => ({
  stack,
  outcome,
  services: [],
  failures: [],
  startedAt: new Date(startedAtMs).toISOString(),
  durationMs: endedAtMs - startedAtMs
}), "emptyResult");

// src/rollout/snapshot.ts
var EMPTY_BASELINE = { runningTaskIds: /* @__PURE__ */ new Set(), endedTaskIds: /* @__PURE__ */ new Set() };
var ENDED = /* @__PURE__ */ new Set(["complete", "shutdown", "failed", "rejected", "remove", "orphaned"]);
var isEnded = /* @__PURE__ */ __name((state) => ENDED.has(state), "isEnded");
function statusOf(service, baseline) {
  const now = service.UpdateStatus;
  const before = baseline.updates?.get(service.ID);
  if (now?.State === void 0 || before?.StartedAt !== now.StartedAt) return now?.State;
  const isSame3 = before?.State === now.State && before.CompletedAt === now.CompletedAt;
  if (isSame3 && now.State.endsWith("completed")) return void 0;
  if (before?.State !== "rollback_started") return now.State;
  if (now.State === "rollback_started") return "updating";
  return now.State === "rollback_completed" ? void 0 : now.State;
}
__name(statusOf, "statusOf");
async function readBaseline(client, stack, signal) {
  const [tasks, services] = await Promise.all([
    list(client, "/tasks", stackFilter(stack), signal),
    list(client, "/services", stackFilter(stack), signal)
  ]);
  const idsOf = /* @__PURE__ */ __name((isWanted) => new Set(tasks.filter((t) => isWanted(t.Status.State)).map((t) => t.ID)), "idsOf");
  return {
    runningTaskIds: idsOf((state) => state === "running"),
    endedTaskIds: idsOf(isEnded),
    updates: new Map(services.map(({ ID, UpdateStatus }) => [ID, UpdateStatus]))
  };
}
__name(readBaseline, "readBaseline");
var NODES_EVERY_LOOKS = 5;
function createSnapshotReader(client, stack) {
  let looks = 0;
  let nodes = [];
  let current = { key: "", ids: /* @__PURE__ */ new Set() };
  return async (signal, areNodesAsked = false) => {
    const filter = stackFilter(stack);
    const [services, tasks] = await Promise.all([
      list(client, "/services", filter, signal),
      list(client, "/tasks", filter, signal)
    ]);
    const key = JSON.stringify([services.map(whatTasksAreMadeOf), tasks.map((t) => t.ID)]);
    if (key !== current.key) {
      const upToDate = await list(client, "/tasks", { ...filter, "_up-to-date": ["true"] }, signal);
      current = { key, ids: new Set(upToDate.map((t) => t.ID)) };
    }
    if (looks++ % NODES_EVERY_LOOKS === 0 || areNodesAsked)
      nodes = await list(client, "/nodes", {}, signal);
    return { services, tasks, currentTaskIds: current.ids, nodes };
  };
}
__name(createSnapshotReader, "createSnapshotReader");
var whatTasksAreMadeOf = /* @__PURE__ */ __name(({ ID, Spec }) => [ID, Spec.TaskTemplate, Spec.EndpointSpec], "whatTasksAreMadeOf");
var stackFilter = /* @__PURE__ */ __name((stack) => ({
  label: [`${STACK_LABEL}=${stack}`]
}), "stackFilter");
async function list(client, path4, filters, signal) {
  const query = { filters: JSON.stringify(filters) };
  const answer = await client.json("GET", path4, {
    query,
    timeoutMs: 3e4,
    ...signal ? { signal } : {}
  });
  return answer ?? [];
}
__name(list, "list");

// src/rollout/log-lines.rules.ts
var MAX_LINES = 20;
var MAX_LENGTH = 300;
function presentable(text2, most = MAX_LINES) {
  return text2.split(/\r?\n/).map(cleanLine).filter((line) => line !== "").slice(-most);
}
__name(presentable, "presentable");
var cleanLine = /* @__PURE__ */ __name((line) => bounded(line, MAX_LENGTH), "cleanLine");

// src/rollout/task-log.ts
var LOG_TIMEOUT_MS = 5e3;
var LOG_MAX_BYTES = 256 * 1024;
async function lastLinesOf(client, taskId, lines, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_TIMEOUT_MS)]);
  const chunks = [];
  try {
    const stream = await client.stream("GET", `/tasks/${taskId}/logs`, {
      query: { stdout: 1, stderr: 1, tail: lines },
      timeoutMs: LOG_TIMEOUT_MS,
      signal: limit
    });
    let size = 0;
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunks.at(-1)?.length ?? 0;
      if (size > LOG_MAX_BYTES) break;
    }
  } catch {
  }
  return presentable(demultiplex(Buffer.concat(chunks)), lines);
}
__name(lastLinesOf, "lastLinesOf");
var JOB_LINES = 200;
var JOB_TASKS = 10;
async function jobLog(client, service, signal) {
  try {
    const { ID, JobStatus } = await client.json("GET", `/services/${service}`, { signal });
    const filters = JSON.stringify({ service: [ID] });
    const tasks = await client.json("GET", "/tasks", { query: { filters }, signal }) ?? [];
    const iteration = JobStatus?.JobIteration?.Index ?? 0;
    const own = tasks.filter(
      (task) => (task.JobIteration?.Index ?? 0) === iteration && task.Status.ContainerStatus?.ContainerID
    ).toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt)).slice(-JOB_TASKS);
    const lines = [];
    for (const task of own) lines.push(...await lastLinesOf(client, task.ID, JOB_LINES, signal));
    return lines;
  } catch {
    return [];
  }
}
__name(jobLog, "jobLog");

// src/rollout/category.rules.ts
var SIGNS = [
  [/unhealthy container|health ?check/i, "health"],
  [
    /host-mode port already in use|port is already allocated|address already in use|bind for .* failed/i,
    "port"
  ],
  [/insufficient resources|cannot allocate memory|no space left on device/i, "resources"],
  [/no suitable node|max replicas per node|unsupported platform|no node (fits|is eligible)/i, "placement"],
  [/\b(secret|config)\b.*(not found|no such|reference)|no such (secret|config)/i, "secret"],
  [/no such image|pull access denied|manifest unknown|repository .*not found|no matching manifest/i, "image"],
  [/unauthorized|failed to (pull|resolve)|image .*not found|invalid reference/i, "image"],
  [
    /network .*not found|no available (ipv4|network|address)|could not find an available|subnet|sandbox/i,
    "network"
  ],
  [
    /non-zero exit|starting container failed|executable file not found|oci runtime|restarts? (is|are) used up/i,
    "exit"
  ]
];
var LONGEST = 4096;
function categorise(error) {
  const text2 = error.slice(0, LONGEST);
  return SIGNS.find(([sign]) => sign.test(text2))?.[1] ?? "other";
}
__name(categorise, "categorise");

// src/docker/eligible.rules.ts
function eligibleNodes(spec, nodes) {
  return fitNodes(spec, nodes).filter(
    (node) => node.Status.State === "ready" && node.Spec.Availability === "active"
  );
}
__name(eligibleNodes, "eligibleNodes");
function fitNodes(spec, nodes) {
  const constraints = spec.Placement?.Constraints ?? [];
  return nodes.filter(
    (node) => constraints.every((constraint) => isMet(constraint, node)) && isPlatformFit(spec, node)
  );
}
__name(fitNodes, "fitNodes");
function isMet(constraint, node) {
  const operator = constraint.includes("==") ? "==" : "!=";
  const at = constraint.indexOf(operator);
  if (at < 0) return false;
  const actual = attributeOf(constraint.slice(0, at).trim(), node);
  if (actual === void 0) return false;
  const wanted = constraint.slice(at + 2).trim();
  const isSubnet = constraint.slice(0, at).trim().toLowerCase() === "node.ip" && wanted.includes("/");
  const isEqual = isSubnet ? isWithin(actual, wanted) : actual.toLowerCase() === wanted.toLowerCase();
  return operator === "==" ? isEqual : !isEqual;
}
__name(isMet, "isMet");
function isWithin(address, subnet) {
  const [network = "", bits = ""] = subnet.split("/");
  const [a, b] = [ipv4Of(address), ipv4Of(network)];
  if (a === void 0 || b === void 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(a / size) === Math.floor(b / size);
}
__name(isWithin, "isWithin");
function ipv4Of(text2) {
  const parts = text2.split(".").map((part) => /^\d{1,3}$/.test(part) ? Number(part) : 256);
  if (parts.length !== 4 || parts.some((part) => part > 255)) return void 0;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
__name(ipv4Of, "ipv4Of");
function attributeOf(key, node) {
  const lower = key.toLowerCase();
  if (lower.startsWith("node.labels.")) return node.Spec.Labels?.[key.slice("node.labels.".length)] ?? "";
  if (lower.startsWith("engine.labels."))
    return node.Description.Engine.Labels?.[key.slice("engine.labels.".length)] ?? "";
  switch (lower) {
    case "node.id":
      return node.ID;
    case "node.hostname":
      return node.Description.Hostname;
    case "node.ip":
      return node.Status.Addr;
    case "node.role":
      return node.Spec.Role;
    case "node.platform.os":
      return node.Description.Platform.OS;
    case "node.platform.arch":
      return node.Description.Platform.Architecture;
    default:
      return void 0;
  }
}
__name(attributeOf, "attributeOf");
function isPlatformFit(spec, node) {
  const platforms = spec.Placement?.Platforms ?? [];
  const { OS, Architecture } = node.Description.Platform;
  return platforms.length === 0 || platforms.some(
    (wanted) => (!wanted.OS || wanted.OS === OS) && (!wanted.Architecture || normalise(wanted.Architecture) === normalise(Architecture))
  );
}
__name(isPlatformFit, "isPlatformFit");
var ARCHITECTURES = { x86_64: "amd64", aarch64: "arm64" };
var normalise = /* @__PURE__ */ __name((architecture) => ARCHITECTURES[architecture] ?? architecture, "normalise");

// src/rollout/heals.rules.ts
var LASTING = /manifest unknown|manifest .*not found|pull access denied|repository .*(not found|does not exist)|no matching manifest|invalid reference|executable file not found|oci runtime|starting container failed|invalid mount config|bind source path does not exist|unable to find user|no such (secret|config)|(secret|config) .*not found|unknown log opt|logger: no log driver/i;
var UNCLEAR = /no such image/i;
function healing(symptom) {
  if (LASTING.test(symptom.error)) return "impossible";
  return UNCLEAR.test(symptom.error) ? "unclear" : "possible";
}
__name(healing, "healing");
function canBeFreed(service, category, wanted, nodes) {
  const eligible = eligibleNodes(service.Spec.TaskTemplate, nodes);
  if (category === "port") {
    const isStartFirst = service.UpdateStatus?.State === "updating" && service.Spec.UpdateConfig?.Order === "start-first";
    return eligible.length >= wanted + (isStartFirst ? 1 : 0);
  }
  return eligible.some((node) => isLargeEnough(service, node));
}
__name(canBeFreed, "canBeFreed");
function isLargeEnough({ Spec }, { Description }) {
  const wanted = Spec.TaskTemplate.Resources?.Reservations;
  const has = Description.Resources;
  if (!has) return true;
  return (wanted?.NanoCPUs ?? 0) <= (has.NanoCPUs ?? Number.POSITIVE_INFINITY) && (wanted?.MemoryBytes ?? 0) <= (has.MemoryBytes ?? Number.POSITIVE_INFINITY);
}
__name(isLargeEnough, "isLargeEnough");

// src/rollout/slots.rules.ts
var STATES = [
  "new",
  "allocated",
  "pending",
  "assigned",
  "accepted",
  "preparing",
  "ready",
  "starting",
  "running",
  "complete",
  "shutdown",
  "failed",
  "rejected",
  "remove",
  "orphaned"
];
var rank = /* @__PURE__ */ __name((state) => STATES.indexOf(state), "rank");
var isGlobal = /* @__PURE__ */ __name((service) => Boolean(service.Spec.Mode.Global || service.Spec.Mode.GlobalJob), "isGlobal");
function isOneShot(service) {
  const { Mode, TaskTemplate } = service.Spec;
  const condition = TaskTemplate.RestartPolicy?.Condition;
  return Boolean(Mode.ReplicatedJob || Mode.GlobalJob) || condition === "none" || condition === "on-failure";
}
__name(isOneShot, "isOneShot");
function slotsOf(service, tasks, snapshot) {
  const { Mode, TaskTemplate } = service.Spec;
  const isPerNode = Boolean(Mode.Global || Mode.GlobalJob);
  const eligible = new Set(isPerNode ? eligibleNodes(TaskTemplate, snapshot.nodes).map((n) => n.ID) : []);
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  const iteration = service.JobStatus ? service.JobStatus.JobIteration?.Index ?? 0 : void 0;
  const isOfIteration = /* @__PURE__ */ __name((task) => iteration === void 0 || (task.JobIteration?.Index ?? 0) === iteration, "isOfIteration");
  const keyOf2 = /* @__PURE__ */ __name((task) => isPerNode ? task.NodeID ?? "" : String(task.Slot ?? 0), "keyOf");
  const bySlot = /* @__PURE__ */ new Map();
  for (const task of tasks) {
    if (!snapshot.currentTaskIds.has(task.ID) || task.DesiredState === "remove") continue;
    if (!isOfIteration(task)) continue;
    if (isPerNode && !eligible.has(task.NodeID ?? "")) continue;
    bySlot.set(keyOf2(task), [...bySlot.get(keyOf2(task)) ?? [], task]);
  }
  const held2 = new Set(tasks.filter((task) => isMeantToBe(task) && isOfIteration(task)).map(keyOf2));
  return [...bySlot].flatMap(
    ([key, all]) => slotOf({ key, all, isHeld: held2.has(key) }, service, ready) ?? []
  );
}
__name(slotsOf, "slotsOf");
var isMeantToBe = /* @__PURE__ */ __name((task) => task.DesiredState === "complete" || !isEnded(task.DesiredState), "isMeantToBe");
function slotOf({ key, all, isHeld }, service, ready) {
  const tasks = all.toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt));
  const alive = tasks.filter(isMeantToBe);
  const task = alive.toSorted(
    (a, b) => rank(a.DesiredState) - rank(b.DesiredState) || rank(a.Status.State) - rank(b.Status.State)
  )[0] ?? tasks.at(-1);
  if (!task) return void 0;
  const isJob2 = service.JobStatus !== void 0 || Boolean(service.Spec.Mode.ReplicatedJob || service.Spec.Mode.GlobalJob);
  const isRunning3 = !isEnded(task.DesiredState) && task.Status.State === "running" && task.NodeID !== void 0 && ready.has(task.NodeID);
  const isDone = isOneShot(service) && tasks.some((t) => t.Status.State === "complete" && (isJob2 || !isHeld));
  return {
    key,
    task,
    tasks,
    isSatisfied: isDone || isRunning3 && !isJob2,
    isExhausted: !isHeld && isEnded(task.Status.State)
  };
}
__name(slotOf, "slotOf");

// src/rollout/early-failure.rules.ts
var FAILURES_ENOUGH = 3;
var FAILURES_ENOUGH_OF = { image: 2 };
var UNCLEAR_GRACE_MS = 3e4;
var NANOSECONDS_PER_MS = 1e6;
var PLACEMENT_GRACE_MS = 1e4;
var NOT_BEGUN_GRACE_MS = 6e4;
var DEFAULT_STOP_GRACE_MS = 1e4;
var SWARM_ANSWERS_MS = 3e3;
function earlyFailure(service, slots, baseline) {
  for (const slot of slots) {
    if (slot.isSatisfied) continue;
    const failures = slot.tasks.filter((t) => isFailure(t, service));
    const last = failures.at(-1);
    if (!last) continue;
    const symptom = symptomOf(last);
    if (slot.isExhausted && slot.task.ID === last.ID)
      return verdict(service, { ...symptom, error: `${symptom.error} (its restarts are used up)` });
    const fresh = failures.filter((t) => !baseline.endedTaskIds.has(t.ID)).length;
    const chance = healing(symptom);
    if (chance === "possible" || fresh < (FAILURES_ENOUGH_OF[symptom.category] ?? FAILURES_ENOUGH)) continue;
    const found = verdict(service, symptom);
    return chance === "unclear" && found?.kind === "failed" ? { kind: "stuck", symptom, graceMs: UNCLEAR_GRACE_MS } : found;
  }
  return void 0;
}
__name(earlyFailure, "earlyFailure");
function retrying(service, slots, baseline) {
  const last = slots.filter((slot) => !slot.isSatisfied).flatMap((slot) => slot.tasks.filter((t) => isFailure(t, service) && !baseline.endedTaskIds.has(t.ID))).toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt)).at(-1);
  return last && { kind: "progressing", symptom: symptomOf(last) };
}
__name(retrying, "retrying");
function verdict(service, symptom) {
  const config = service.Spec.UpdateConfig;
  if (service.UpdateStatus?.State !== "updating" || config?.FailureAction === "continue")
    return { kind: "failed", symptom };
  return (config?.MaxFailureRatio ?? 0) > 0 ? void 0 : { kind: "stuck", symptom, graceMs: SWARM_ANSWERS_MS };
}
__name(verdict, "verdict");
function placementTrouble(service, slots, wanted, nodes) {
  if (wanted === 0) {
    const constraints = service.Spec.TaskTemplate.Placement?.Constraints ?? [];
    const error = `no node is eligible${constraints.length ? ` (${constraints.join(", ")})` : ""}`;
    return {
      kind: "stuck",
      symptom: { category: "placement", error, task: void 0 },
      graceMs: PLACEMENT_GRACE_MS
    };
  }
  const waiting = slots.find(
    (slot) => !slot.isSatisfied && ["new", "pending"].includes(slot.task.Status.State) && slot.task.Status.Err
  );
  if (!waiting) return notBegun(slots);
  const symptom = symptomOf(waiting.task);
  const isHeld = symptom.category === "port" || symptom.category === "resources";
  if (isHeld && canBeFreed(service, symptom.category, wanted, nodes)) return { kind: "progressing", symptom };
  return { kind: "stuck", symptom, graceMs: PLACEMENT_GRACE_MS + (isHeld ? stopGraceMs(service) : 0) };
}
__name(placementTrouble, "placementTrouble");
function notBegun(slots) {
  const [oldest] = slots.filter((slot) => !slot.isSatisfied && ["assigned", "accepted"].includes(slot.task.Status.State)).map((slot) => slot.task).toSorted((a, b) => Date.parse(a.Status.Timestamp) - Date.parse(b.Status.Timestamp));
  if (!oldest) return void 0;
  const error = `the task is ${oldest.Status.State}, and its node does not start it: is its disk full?`;
  const symptom = { category: "resources", error, task: oldest };
  return { kind: "stuck", symptom, graceMs: NOT_BEGUN_GRACE_MS, which: oldest.ID };
}
__name(notBegun, "notBegun");
function stopGraceMs(service) {
  const nanoseconds = service.Spec.TaskTemplate.ContainerSpec?.StopGracePeriod;
  return nanoseconds === void 0 ? DEFAULT_STOP_GRACE_MS : nanoseconds / NANOSECONDS_PER_MS;
}
__name(stopGraceMs, "stopGraceMs");
function symptomOf(task) {
  const { State, Err, Message } = task.Status;
  if (State === "complete") {
    const isChecked = (task.Spec.ContainerSpec?.Healthcheck?.Test?.[0] ?? "NONE") !== "NONE";
    return isChecked ? {
      category: "health",
      error: "the container ended (exit 0): it is unhealthy, or has nothing to do",
      task
    } : { category: "exit", error: "the container exited (exit 0)", task };
  }
  const error = Err || Message || `the task is ${State}`;
  return { category: categorise(error), error, task };
}
__name(symptomOf, "symptomOf");
function isFailure(task, service) {
  const state = task.Status.State;
  return state === "failed" || state === "rejected" || state === "complete" && !isOneShot(service);
}
__name(isFailure, "isFailure");

// src/rollout/evidence.ts
var LOG_TAIL = 20;
async function gatherEvidence(client, judgement, snapshot, baseline, signal) {
  const { state } = judgement;
  const { task, category, error } = tellingSymptom(judgement, snapshot, baseline);
  const node = snapshot.nodes.find((n) => n.ID === task?.NodeID);
  return {
    service: state.name,
    task: task?.ID ?? "",
    node: node?.Description.Hostname ?? "",
    category,
    error: cleanLine(error),
    logLines: task?.Status.ContainerStatus?.ContainerID ? await lastLinesOf(client, task.ID, LOG_TAIL, signal) : []
  };
}
__name(gatherEvidence, "gatherEvidence");
function tellingSymptom(judgement, snapshot, baseline) {
  const { state, message } = judgement;
  const tasks = snapshot.tasks.filter((t) => t.ServiceID === state.id && !baseline.endedTaskIds.has(t.ID)).toSorted((a, b) => Date.parse(b.CreatedAt) - Date.parse(a.CreatedAt));
  const isOnlyPassing = judgement.outcome === void 0 && tasks.some(hasFailed);
  if (judgement.symptom && !isOnlyPassing) return judgement.symptom;
  const task = tasks.find((t) => message.includes(t.ID)) ?? tasks.find(hasFailed) ?? tasks.find((t) => !isEnded(t.DesiredState) && t.Status.State !== "running") ?? tasks.find((t) => isEnded(t.DesiredState) && t.Status.State === "running");
  if (!task)
    return {
      category: "other",
      error: message || `${state.running} of ${state.wanted} tasks run`,
      task: void 0
    };
  if (hasFailed(task)) return symptomOf(task);
  return { category: task.Status.State === "new" ? "network" : "other", error: stillIn(task), task };
}
__name(tellingSymptom, "tellingSymptom");
var hasFailed = /* @__PURE__ */ __name((task) => task.Status.State === "failed" || task.Status.State === "rejected", "hasFailed");
var stillIn = /* @__PURE__ */ __name((task) => isEnded(task.DesiredState) ? "a task that should stop is still running" : task.Status.State === "new" ? "the task is still new: it has no address in its networks yet" : `the task is still ${task.Status.State}${task.Status.Message ? ` (${task.Status.Message})` : ""}`, "stillIn");

// src/rollout/hold.rules.ts
var NO_MEMORY = {
  lookedAtMs: void 0,
  up: /* @__PURE__ */ new Map(),
  stuck: /* @__PURE__ */ new Map(),
  blame: /* @__PURE__ */ new Map()
};
var NANOSECONDS_PER_MS2 = 1e6;
var LONGEST_GAP_MS = 5e3;
var SWARM_LATER_MS = 200;
var DEFAULT_MONITOR_MS2 = 5e3;
function judge(memory, states, holdMs, nowMs) {
  const up = /* @__PURE__ */ new Map();
  const stuck = /* @__PURE__ */ new Map();
  const blame = new Map(memory.blame);
  const gapMs = nowMs - (memory.lookedAtMs ?? nowMs);
  const awayMs2 = gapMs > LONGEST_GAP_MS ? gapMs : 0;
  const judgements = states.map((state) => {
    const { id, phase } = state;
    if (phase.kind === "settled" || phase.kind === "progressing" && state.running === state.wanted) {
      const what = state.countedTasks.map((t) => t.ID).toSorted().join();
      const sinceMs = sinceOf(memory.up.get(id), what) ?? upSince(state, memory.lookedAtMs, nowMs);
      up.set(id, { what, sinceMs });
      const dueMs = sinceMs + (holdMs.get(id) ?? DEFAULT_MONITOR_MS2);
      if (phase.kind === "progressing" || phase.isUpdating)
        return { ...judged(state, void 0), againAtMs: nowMs < dueMs ? dueMs + SWARM_LATER_MS : void 0 };
      return nowMs >= dueMs ? judged(state, "converged") : { ...judged(state, void 0), againAtMs: dueMs };
    }
    if (phase.kind === "stuck") {
      const what = phase.which ?? phase.symptom.category;
      const sinceMs = (sinceOf(memory.stuck.get(id), what) ?? nowMs - awayMs2) + awayMs2;
      stuck.set(id, { what, sinceMs });
      return judged(state, nowMs - sinceMs >= phase.graceMs ? "failed" : void 0);
    }
    if (phase.kind === "rolling-back") blame.set(id, blame.get(id) ?? phase.message);
    const judgement = judged(state, OUTCOME_AT_ONCE[phase.kind]);
    return phase.kind === "rolled-back" ? { ...judgement, message: blame.get(id) ?? judgement.message } : judgement;
  });
  return { memory: { lookedAtMs: nowMs, up, stuck, blame }, judgements };
}
__name(judge, "judge");
var OUTCOME_AT_ONCE = {
  progressing: void 0,
  "rolling-back": void 0,
  complete: "converged",
  "rolled-back": "rolled-back",
  paused: "paused",
  failed: "failed"
};
function judged(state, outcome) {
  const { phase } = state;
  return {
    state,
    outcome,
    symptom: "symptom" in phase ? phase.symptom : void 0,
    message: "message" in phase ? phase.message : "",
    againAtMs: void 0
  };
}
__name(judged, "judged");
var sinceOf = /* @__PURE__ */ __name((before, what) => before?.what === what ? before.sinceMs : void 0, "sinceOf");
function upSince({ upAtMs }, lookedAtMs, nowMs) {
  return Math.min(nowMs, Math.max(upAtMs, lookedAtMs ?? nowMs));
}
__name(upSince, "upSince");
function holdOf(service, state, baseline) {
  const monitor = service.Spec.UpdateConfig?.Monitor;
  const monitorMs2 = monitor ? monitor / NANOSECONDS_PER_MS2 : DEFAULT_MONITOR_MS2;
  if (state.countedTasks.every((t) => baseline.runningTaskIds.has(t.ID))) return 0;
  return service.UpdateStatus ? monitorMs2 : Math.min(monitorMs2, DEFAULT_MONITOR_MS2);
}
__name(holdOf, "holdOf");
var WORST_FIRST = [
  "failed",
  "timed-out",
  "paused",
  "rolled-back",
  "cancelled",
  "converged"
];
var worst = /* @__PURE__ */ __name((outcomes) => WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? "failed", "worst");

// src/rollout/standstill.rules.ts
var NANOSECONDS_PER_MS3 = 1e6;
var NUDGE_AFTER_MS = 1e4;
var STANDSTILL_GRACE_MS = 3e4;
var NUDGES_AT_MOST = 3;
var NOT_RUNNING_YET = ["assigned", "accepted", "preparing", "ready", "starting"];
function standstill({ UpdateStatus, Spec }, tasks, nodes) {
  if (UpdateStatus?.State !== "updating") return void 0;
  const down = new Set(nodes.filter((node) => node.Status.State === "down").map((node) => node.ID));
  const onTheirWay = tasks.filter((task) => NOT_RUNNING_YET.includes(task.Status.State));
  if (onTheirWay.some((task) => !isEnded(task.DesiredState) && !down.has(task.NodeID ?? ""))) return void 0;
  const awaited = onTheirWay.find((task) => isEnded(task.DesiredState) && down.has(task.NodeID ?? ""));
  if (!awaited) return void 0;
  const error = "the update is stuck: it waits for a task on a node that is down";
  const { Delay = 0, Monitor = 0 } = Spec.UpdateConfig ?? {};
  const pausesMs = (Delay + Monitor) / NANOSECONDS_PER_MS3;
  return {
    kind: "stuck",
    symptom: { category: "placement", error, task: awaited },
    graceMs: STANDSTILL_GRACE_MS + pausesMs,
    nudgeAfterMs: NUDGE_AFTER_MS + pausesMs,
    // Whatever moves shows that it does not stand still.
    which: tasks.map((task) => `${task.ID} ${task.Status.State}`).toSorted().join()
  };
}
__name(standstill, "standstill");
function nudgesDue({ judgements, memory, snapshot }, nudged, nowMs) {
  return judgements.flatMap(({ state: { id, phase }, outcome, symptom }) => {
    const service = snapshot.services.find(({ ID }) => ID === id);
    const since = memory.stuck.get(id);
    if (!service || !since || outcome || phase.kind !== "stuck" || phase.nudgeAfterMs === void 0) return [];
    const before = nudged.get(id) ?? [];
    if (before.includes(since.what) || before.length >= NUDGES_AT_MOST) return [];
    if (nowMs - since.sinceMs < phase.nudgeAfterMs) return [];
    const node = snapshot.nodes.find(({ ID }) => ID === symptom?.task?.NodeID)?.Description.Hostname;
    return [{ service, what: since.what, node: node ?? "a node" }];
  });
}
__name(nudgesDue, "nudgesDue");
var AGAIN_LABEL = "io.swarmline.again";
var otherwise = /* @__PURE__ */ __name((spec) => ({
  ...spec,
  Labels: { ...spec.Labels, [AGAIN_LABEL]: "yes" }
}), "otherwise");

// src/rollout/surplus.rules.ts
function surplusTaskIds(service, tasks, { currentTaskIds }) {
  if (!service.Spec.Mode.Replicated) return /* @__PURE__ */ new Set();
  const meant = tasks.filter(
    (t) => currentTaskIds.has(t.ID) && !isEnded(t.DesiredState) && !isEnded(t.Status.State)
  );
  return new Set(
    meant.filter((task) => meant.some((t) => t !== task && t.Slot === task.Slot)).map((task) => task.ID)
  );
}
__name(surplusTaskIds, "surplusTaskIds");
var forgottenSurplus = /* @__PURE__ */ __name((snapshot, { services, baseline }) => snapshot.services.filter((service) => {
  if (services && !services.includes(service.Spec.Name)) return false;
  const tasks = snapshot.tasks.filter((task) => task.ServiceID === service.ID);
  const isDone = (statusOf(service, baseline) ?? "completed") === "completed";
  return isDone && surplusTaskIds(service, tasks, snapshot).size > 0;
}), "forgottenSurplus");

// src/rollout/assess.rules.ts
function assess(snapshot, baseline = EMPTY_BASELINE) {
  return snapshot.services.map((service) => assessService(service, snapshot, baseline));
}
__name(assess, "assess");
function assessService(service, snapshot, baseline) {
  const tasks = snapshot.tasks.filter((t) => t.ServiceID === service.ID);
  const slots = slotsOf(service, tasks, snapshot);
  const countedTasks = slots.filter((slot) => slot.isSatisfied).map((slot) => slot.task);
  const wanted = wantedOf(service, snapshot);
  const status = statusOf(service, baseline);
  const forgotten = status === "rollback_completed" ? surplusTaskIds(service, tasks, snapshot) : [];
  const isWhole = countedTasks.length === wanted && !hasLeftover(service, tasks, [...countedTasks.map((t) => t.ID), ...forgotten], snapshot);
  const ofSlots = countedTasks.length < wanted || isGlobal(service) ? troubleOf(service, slots, wanted, baseline, snapshot) : void 0;
  const trouble = ofSlots ?? (isWhole ? void 0 : standstill(service, tasks, snapshot.nodes));
  return {
    id: service.ID,
    name: service.Spec.Name,
    image: service.Spec.TaskTemplate.ContainerSpec?.Image ?? "",
    running: countedTasks.length,
    wanted,
    countedTasks,
    upAtMs: Math.max(0, ...countedTasks.map((task) => Date.parse(task.Status.Timestamp) || 0)),
    phase: phaseOf(service, status, isWhole, countedTasks, trouble)
  };
}
__name(assessService, "assessService");
function phaseOf(service, state, isWhole, counted, trouble) {
  const message = service.UpdateStatus?.Message ?? "";
  switch (state) {
    case "paused":
    case "rollback_paused":
      return { kind: "paused", message };
    case "rollback_started":
      return { kind: "rolling-back", message };
    case "rollback_completed":
      return isWhole ? { kind: "rolled-back", message } : trouble ?? { kind: "rolling-back", message };
    case "updating":
      return trouble ?? (isWhole ? { kind: "settled", isUpdating: true } : { kind: "progressing" });
    default:
      if (trouble || !isWhole) return trouble ?? { kind: "progressing" };
      return counted.length > 0 && counted.every(isComplete) ? { kind: "complete" } : { kind: "settled", isUpdating: false };
  }
}
__name(phaseOf, "phaseOf");
var isComplete = /* @__PURE__ */ __name((task) => task.Status.State === "complete", "isComplete");
function troubleOf(service, slots, wanted, baseline, { nodes }) {
  return earlyFailure(service, slots, baseline) ?? placementTrouble(service, slots, wanted, nodes) ?? retrying(service, slots, baseline);
}
__name(troubleOf, "troubleOf");
function hasLeftover(service, tasks, counted, snapshot) {
  const countedIds = new Set(counted);
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  return tasks.some(
    (task) => !countedIds.has(task.ID) && isExecuting(task) && ready.has(task.NodeID ?? "") && !(isGlobal(service) && snapshot.currentTaskIds.has(task.ID) && !isEnded(task.DesiredState))
  );
}
__name(hasLeftover, "hasLeftover");
var isExecuting = /* @__PURE__ */ __name((task) => task.Status.State === "running" || task.Status.State === "starting", "isExecuting");
function wantedOf(service, snapshot) {
  const { Mode, TaskTemplate } = service.Spec;
  if (Mode.Replicated) return Mode.Replicated.Replicas ?? 1;
  if (Mode.ReplicatedJob) return Mode.ReplicatedJob.TotalCompletions ?? Mode.ReplicatedJob.MaxConcurrent ?? 1;
  return eligibleNodes(TaskTemplate, snapshot.nodes).length;
}
__name(wantedOf, "wantedOf");

// src/rollout/left-behind.rules.ts
function leftBehind(snapshot, baseline, services) {
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  const wanted = services ?? snapshot.services.map((service) => service.Spec.Name);
  const states = new Map(assess(snapshot, baseline).map((state) => [state.name, state]));
  return wanted.toSorted().map((name) => {
    const service = snapshot.services.find((s) => s.Spec.Name === name);
    const state = states.get(name);
    if (!service || !state) return `${name}: not there`;
    const old = snapshot.tasks.filter(
      (task) => task.ServiceID === service.ID && task.Status.State === "running" && ready.has(task.NodeID ?? "") && !snapshot.currentTaskIds.has(task.ID)
    ).length;
    const isUntouched = old === 0 && state.wanted > 0 && state.running === state.wanted && state.countedTasks.every((task) => baseline.runningTaskIds.has(task.ID));
    if (isUntouched) return `${name}: as before the deploy, ${state.running}/${state.wanted}`;
    const turned = service.UpdateStatus?.State?.startsWith("rollback");
    const far = turned ? howFarBack(state.running, state.wanted) : howFar(state.running, state.wanted, old);
    return `${name}: ${far}${whoGoesOn(service)}`;
  });
}
__name(leftBehind, "leftBehind");
function howFar(running, wanted, old) {
  if (old === 0 && running >= wanted) return `new, ${running}/${wanted}`;
  if (old === 0)
    return `new, but of its ${wanted} tasks ${running || "none"} ${running > 1 ? "run" : "runs"} yet`;
  const counted = `${running} new and ${old} old tasks run, ${wanted} are wanted`;
  return running === 0 ? `old: ${counted}` : `in between: ${counted}`;
}
__name(howFar, "howFar");
var howFarBack = /* @__PURE__ */ __name((running, wanted) => `rolled back, ${running} of ${wanted} tasks are of the version before`, "howFarBack");
function whoGoesOn(service) {
  switch (service.UpdateStatus?.State) {
    case "updating":
      return "; the swarm continues the update by itself";
    case "rollback_started":
      return "; the swarm continues it by itself";
    case "paused":
    case "rollback_paused":
      return "; paused, nothing moves until somebody deploys again or rolls back";
    default:
      return "";
  }
}
__name(whoGoesOn, "whoGoesOn");

// src/rollout/live-rows.rules.ts
var HEAD = ["task", "node", "state", "since", "what it says"];
var NEWS_MS = 5e3;
function liveRows(judgements, snapshot, nowMs) {
  const rows = judgements.flatMap(({ state, outcome }) => {
    const service = snapshot.services.find((s) => s.ID === state.id);
    if (!service) return [{ tone: "bad", cells: [state.name, "", "not there", "", ""] }];
    const shown2 = snapshot.tasks.filter((task) => task.ServiceID === state.id && isNews(task, snapshot, nowMs)).toSorted(
      (a, b) => placeOf(service, a, snapshot).localeCompare(placeOf(service, b, snapshot), "en", { numeric: true })
    );
    return shown2.map((task) => ({
      tone: toneOf(task, snapshot, outcome === "converged"),
      cells: cellsOf(service, task, snapshot, nowMs)
    }));
  });
  return { head: HEAD, rows };
}
__name(liveRows, "liveRows");
function isNews(task, snapshot, nowMs) {
  if (!isEnded(task.DesiredState) || task.DesiredState === "complete") return true;
  if (!isEnded(task.Status.State)) return true;
  const isFailure2 = task.Status.State === "failed" || task.Status.State === "rejected";
  return isFailure2 && snapshot.currentTaskIds.has(task.ID) && nowMs - Date.parse(task.Status.Timestamp) < NEWS_MS;
}
__name(isNews, "isNews");
function toneOf(task, snapshot, isDone) {
  const { State, Err } = task.Status;
  if (State === "failed" || State === "rejected") return "bad";
  if (!snapshot.currentTaskIds.has(task.ID) || isEnded(task.DesiredState)) return isDone ? "plain" : "old";
  if (State === "running" || State === "complete") return "good";
  return Err ? "bad" : "busy";
}
__name(toneOf, "toneOf");
function cellsOf(service, task, snapshot, nowMs) {
  const { State, Err, Message, Timestamp } = task.Status;
  const isOld = !snapshot.currentTaskIds.has(task.ID);
  const isLeaving = task.DesiredState === "shutdown" || task.DesiredState === "remove";
  const state = [State, ...isLeaving && !isEnded(State) ? ["(stopping)"] : isOld ? ["(old)"] : []].join(" ");
  const isWell = State === "running" || State === "complete";
  return [
    `${service.Spec.Name}.${placeOf(service, task, snapshot)}`,
    nodeOf(task, snapshot),
    state,
    ageOf(nowMs - Date.parse(Timestamp)),
    cleanLine(Err || (isWell ? "" : Message ?? ""))
  ];
}
__name(cellsOf, "cellsOf");
var nodeOf = /* @__PURE__ */ __name((task, { nodes }) => {
  const name = nodes.find((n) => n.ID === task.NodeID)?.Description.Hostname;
  return cleanLine(name ?? "");
}, "nodeOf");
var placeOf = /* @__PURE__ */ __name((service, task, snapshot) => isGlobal(service) ? nodeOf(task, snapshot) : String(task.Slot ?? 0), "placeOf");
function ageOf(ms) {
  const seconds = Math.max(0, Math.round(ms / 1e3));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
__name(ageOf, "ageOf");

// src/rollout/supersede.rules.ts
function deployedOf(before, { services }) {
  if (services.every((service) => before.has(service.ID))) return before;
  const first = /* @__PURE__ */ __name((service) => ({
    template: templateOf(service),
    replicas: service.Spec.Mode.Replicated?.Replicas
  }), "first");
  return new Map([...services.map((service) => [service.ID, first(service)]), ...before]);
}
__name(deployedOf, "deployedOf");
function templateOf({ Spec }) {
  return JSON.stringify({ ...Spec.TaskTemplate, ForceUpdate: void 0 });
}
__name(templateOf, "templateOf");
function withSuperseded(states, snapshot, deployed) {
  const services = new Map(snapshot.services.map((service) => [service.ID, service]));
  return states.map((state) => {
    const service = services.get(state.id);
    if (!service || service.UpdateStatus?.State?.startsWith("rollback")) return state;
    const first = deployed.get(state.id);
    if (!first || first.template === templateOf(service)) return state;
    const error = `somebody else changed the service while it was watched: it is to run ${state.image} now`;
    return { ...state, phase: { kind: "failed", symptom: { category: "other", error, task: void 0 } } };
  });
}
__name(withSuperseded, "withSuperseded");
function rescaled({ services }, deployed) {
  return services.flatMap(({ ID, Spec }) => {
    const before = deployed.get(ID)?.replicas;
    const now = Spec.Mode.Replicated?.Replicas;
    return before === void 0 || now === void 0 || before === now ? [] : [`${Spec.Name}: somebody else scaled it from ${before} to ${now} while it was watched`];
  });
}
__name(rescaled, "rescaled");

// src/rollout/timeline.ts
var NO_TIMELINE = { entries: [], dropped: 0, last: /* @__PURE__ */ new Map() };
var MOST_ENTRIES = 5e3;

// src/rollout/timeline.rules.ts
function timelineOf(previous, snapshot, nowMs) {
  const changes = [
    ...snapshot.services.map((service) => ofService(service, nowMs)),
    ...removedServices(previous, snapshot, nowMs),
    ...snapshot.nodes.map((node) => ofNode(node, nowMs)),
    ...snapshot.tasks.flatMap((task) => ofTask(task, snapshot, previous.last.has(task.ID), nowMs))
  ].toSorted((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at));
  const last = new Map(previous.last);
  const added = [];
  for (const { id, entry } of changes) {
    const before = last.get(id);
    if (before?.to === entry.to && before.message === entry.message) continue;
    const full = { ...entry, from: before?.to };
    last.set(id, full);
    added.push(full);
  }
  if (added.length === 0) return previous;
  const kept = added.slice(0, Math.max(0, MOST_ENTRIES - previous.entries.length));
  return {
    entries: [...previous.entries, ...kept],
    dropped: previous.dropped + added.length - kept.length,
    last
  };
}
__name(timelineOf, "timelineOf");
function ofService(service, nowMs) {
  const { UpdateStatus, Version, Spec } = service;
  const to = UpdateStatus?.State || "no update";
  const told = to.endsWith("completed") ? UpdateStatus?.CompletedAt : to === "updating" ? UpdateStatus?.StartedAt : void 0;
  return {
    id: service.ID,
    entry: {
      ...blank("service", told || service.UpdatedAt || isoOf(nowMs), nowMs),
      service: Spec.Name,
      to,
      image: cleanLine(Spec.TaskTemplate.ContainerSpec?.Image ?? ""),
      serviceVersion: Version.Index,
      isCurrent: true,
      message: cleanLine(UpdateStatus?.Message ?? "")
    }
  };
}
__name(ofService, "ofService");
function removedServices(previous, { services }, nowMs) {
  const there = new Set(services.map((service) => service.ID));
  return [...previous.last].filter(([id, { kind }]) => kind === "service" && !there.has(id)).map(([id, { service }]) => ({
    id,
    entry: { ...blank("service", isoOf(nowMs), nowMs), service, to: "removed" }
  }));
}
__name(removedServices, "removedServices");
function ofNode(node, nowMs) {
  const { State, Message } = node.Status;
  const to = node.Spec.Availability === "active" ? State : `${State}, ${node.Spec.Availability}`;
  const entry = { ...blank("node", isoOf(nowMs), nowMs), node: cleanLine(node.Description.Hostname), to };
  return { id: node.ID, entry: { ...entry, message: cleanLine(Message ?? "") } };
}
__name(ofNode, "ofNode");
function ofTask(task, snapshot, isKnown, nowMs) {
  const service = snapshot.services.find((s) => s.ID === task.ServiceID);
  const node = nodeName(task, snapshot);
  const { State, Message, Err, Timestamp } = task.Status;
  const entry = {
    ...blank("task", Timestamp, nowMs),
    service: service?.Spec.Name ?? task.ServiceID,
    slot: service && isGlobal(service) ? node : String(task.Slot ?? ""),
    task: task.ID,
    node,
    to: State,
    image: cleanLine(task.Spec.ContainerSpec?.Image ?? ""),
    serviceVersion: service?.Version.Index ?? 0,
    isCurrent: snapshot.currentTaskIds.has(task.ID)
  };
  const now = {
    id: task.ID,
    entry: { ...entry, message: cleanLine(Message ?? ""), error: cleanLine(Err ?? "") }
  };
  return isKnown ? [now] : [{ id: task.ID, entry: { ...entry, to: "new", at: task.CreatedAt } }, now];
}
__name(ofTask, "ofTask");
function nodeName(task, { nodes }) {
  const id = task.NodeID ?? "";
  return cleanLine(nodes.find((n) => n.ID === id)?.Description.Hostname ?? id);
}
__name(nodeName, "nodeName");
var isoOf = /* @__PURE__ */ __name((ms) => new Date(ms).toISOString(), "isoOf");
function blank(kind, at, seenAtMs) {
  return {
    kind,
    at,
    seenAtMs,
    service: "",
    slot: "",
    task: "",
    node: "",
    image: "",
    serviceVersion: 0,
    isCurrent: false,
    message: "",
    error: ""
  };
}
__name(blank, "blank");

// src/rollout/look.rules.ts
var MISSING_GRACE_MS = 1e4;
function look(before, snapshot, watched, nowMs) {
  const deployed = deployedOf(before?.deployed ?? /* @__PURE__ */ new Map(), snapshot);
  const states = withSuperseded(statesOf(watched, snapshot), snapshot, deployed);
  const services = new Map(snapshot.services.map((s) => [s.ID, s]));
  const holds = new Map(
    states.flatMap((state) => {
      const service = services.get(state.id);
      return service ? [[state.id, holdOf(service, state, watched.baseline)]] : [];
    })
  );
  const { memory, judgements } = judge(before?.memory ?? NO_MEMORY, states, holds, nowMs);
  return {
    snapshot,
    judgements,
    memory,
    timeline: timelineOf(before?.timeline ?? NO_TIMELINE, snapshot, nowMs),
    deployed
  };
}
__name(look, "look");
function statesOf({ stack, services, baseline }, snapshot) {
  const states = assess(snapshot, baseline).toSorted((a, b) => a.name.localeCompare(b.name));
  if (states.length === 0 && !services?.length)
    throw new SwarmlineError("not-found", `stack ${stack} has no services`, {
      hint: "list the stacks: docker stack ls"
    });
  return services ? services.map((name) => states.find((state) => state.name === name) ?? missing(name)) : states;
}
__name(statesOf, "statesOf");
function missing(name) {
  const symptom = {
    category: "other",
    error: "the service does not exist: was it removed?",
    task: void 0
  };
  const phase = { kind: "stuck", symptom, graceMs: MISSING_GRACE_MS };
  return { id: name, name, image: "", running: 0, wanted: 0, countedTasks: [], upAtMs: 0, phase };
}
__name(missing, "missing");

// src/rollout/pace.rules.ts
var LOOK_EVERY_MS = 1e3;
var LOOK_LEAST_MS = 400;
var LOOK_HOLDING_EVERY_MS = 2500;
function endOf(judgements, limits, nowMs) {
  const isLate = nowMs >= limits.deadlineMs;
  const isGivenUp = isLate || nowMs >= limits.lingerUntilMs;
  const isOver = judgements.every(
    ({ outcome, state }) => outcome ?? (isGivenUp && (state.phase.kind !== "rolling-back" || nowMs >= limits.rollbackUntilMs))
  );
  if (!isOver) return void 0;
  return isLate ? "timed-out" : "cancelled";
}
__name(endOf, "endOf");
function nextLook(judgements, limits, nowMs) {
  const open = judgements.filter((judgement) => judgement.outcome === void 0);
  const dueMs = open.flatMap((judgement) => judgement.againAtMs ?? []);
  const isHolding = open.length > 0 && dueMs.length === open.length;
  const endsMs = [limits.deadlineMs, limits.rollbackUntilMs, limits.lingerUntilMs].filter((ms) => ms > nowMs);
  const lastMs = isHolding ? Math.max(...dueMs) : Number.POSITIVE_INFINITY;
  const everyMs = isHolding ? LOOK_HOLDING_EVERY_MS : LOOK_EVERY_MS;
  const inMs = Math.max(0, Math.min(nowMs + everyMs, lastMs, ...endsMs) - nowMs);
  return {
    inMs,
    leastMs: open.some(isUpToSwarmKit) ? LOOK_LEAST_MS : LOOK_EVERY_MS,
    isLast: nowMs + inMs >= lastMs
  };
}
__name(nextLook, "nextLook");
var isUpToSwarmKit = /* @__PURE__ */ __name(({ state: { phase } }) => phase.kind === "rolling-back" || phase.kind === "settled" && phase.isUpdating, "isUpToSwarmKit");

// src/rollout/patience.ts
var PATIENCE_MS = 6e4;
var AGAIN_MS2 = 1e3;
var AGAIN_AT_MOST_MS = 5e3;
async function patiently(ask, fx) {
  const patienceMs = fx.awayMs ?? PATIENCE_MS;
  const tell = tellsAway(fx, patienceMs);
  let lostAtMs;
  for (; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (!isPassing2(error)) throw explained(error);
      lostAtMs ??= fx.clock.now();
      if (fx.clock.now() - lostAtMs >= patienceMs)
        throw new SwarmlineError("engine-lost", `the engine has not answered for ${patienceMs / 1e3} s`, {
          hint: "the deploy continues in the swarm: look again with docker stack ps, or deploy again",
          cause: error
        });
      tell(error, fx.clock.now() - lostAtMs);
    }
    const awayForMs = fx.clock.now() - lostAtMs;
    const pauseMs2 = Math.min(Math.max(AGAIN_MS2, awayForMs / 10), AGAIN_AT_MOST_MS);
    await fx.clock.sleep(Math.max(1, Math.min(pauseMs2, patienceMs - awayForMs)), fx.signal);
  }
}
__name(patiently, "patiently");
var NOT_A_MANAGER = /not a swarm manager|not part of a swarm/i;
function isPassing2(error) {
  if (error instanceof EngineAnswerError) return error.status >= 500 && !NOT_A_MANAGER.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing2, "isPassing");
function explained(error) {
  if (error instanceof EngineAnswerError && NOT_A_MANAGER.test(error.message))
    return new SwarmlineError("deploy-failed", "the engine is not a manager of a swarm", {
      hint: "give the address of a manager node",
      cause: error
    });
  return error;
}
__name(explained, "explained");

// src/rollout/progress.rules.ts
var PER_KIND = {
  "rolling-back": "rolling back",
  "rolled-back": "rolled back",
  paused: "paused",
  stuck: "waiting",
  failed: "failed",
  settled: "holding"
};
function progressLine(judgements, stack) {
  return judgements.map(({ state, outcome }) => {
    const name = state.name.startsWith(`${stack}_`) ? state.name.slice(stack.length + 1) : state.name;
    const word = outcome === "converged" ? "\u2713" : wordOf(state.phase);
    return `${name} ${state.running}/${state.wanted}${word ? ` ${word}` : ""}`;
  }).join(" \xB7 ");
}
__name(progressLine, "progressLine");
var wordOf = /* @__PURE__ */ __name((phase) => phase.kind === "progressing" && phase.symptom ? "retrying" : PER_KIND[phase.kind], "wordOf");

// src/rollout/standstill.ts
import { isDeepStrictEqual } from "node:util";

// src/rollout/post-spec.ts
var postSpec = /* @__PURE__ */ __name((client, { ID, Version }, spec, options) => client.json("POST", `/services/${ID}/update`, {
  query: { version: Version.Index, registryAuthFrom: "spec" },
  body: spec,
  ...options
}), "postSpec");

// src/rollout/standstill.ts
var TRIES = 5;
var TIMEOUT_MS = 1e4;
function createNudge(client, fx) {
  let nudged = /* @__PURE__ */ new Map();
  const owed = /* @__PURE__ */ new Map();
  return async (seen, nowMs) => {
    for (const [id, { service, given }] of owed) {
      owed.delete(id);
      await giveBack(client, service, given).catch(
        (error) => fx.log.debug(`${service.Spec.Name}: ${String(error)}`)
      );
    }
    for (const { service, what, node } of nudgesDue(seen, nudged, nowMs)) {
      const { ID, Spec } = service;
      try {
        const given = otherwise(Spec);
        await postSpec(client, service, given, { signal: fx.signal });
        nudged = new Map([...nudged, [ID, [...nudged.get(ID) ?? [], what]]]);
        fx.log.info(
          `${Spec.Name}: its update waits for a task on ${node}, which is down, and is started again`
        );
        owed.set(ID, { service, given });
      } catch (error) {
        fx.log.debug(`${Spec.Name}: ${String(error)}`);
      }
    }
  };
}
__name(createNudge, "createNudge");
async function giveBack(client, { ID, Spec }, given) {
  for (let left = TRIES; ; left--) {
    const now = await client.json("GET", `/services/${ID}`, { timeoutMs: TIMEOUT_MS });
    if (!isDeepStrictEqual(now.Spec, given)) return;
    try {
      await postSpec(client, now, Spec, { timeoutMs: TIMEOUT_MS });
      return;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}
__name(giveBack, "giveBack");

// src/rollout/surplus.ts
var LASTS_MS = 2e3;
function createReminder(client, fx) {
  let sinceMs = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Set();
  return async (services, nowMs) => {
    const due = services.filter(({ ID }) => nowMs - (sinceMs.get(ID) ?? nowMs) >= LASTS_MS);
    sinceMs = new Map(services.map((s) => [s.ID, due.includes(s) ? nowMs : sinceMs.get(s.ID) ?? nowMs]));
    for (const { ID, Version, Spec } of due) {
      if (!said.has(ID))
        fx.log.info(`${Spec.Name}: the swarm left one task too many in a slot, and is asked to look again`);
      said.add(ID);
      await postSpec(client, { ID, Version }, Spec, { signal: fx.signal }).catch(
        (error) => fx.log.debug(`${Spec.Name}: ${String(error)}`)
      );
    }
  };
}
__name(createReminder, "createReminder");

// src/rollout/wake.ts
function openWake(client, clock, signal) {
  const closing = new AbortController();
  const lifetime = AbortSignal.any([signal, closing.signal]);
  let isListening = false;
  let hasNews = false;
  let ring = /* @__PURE__ */ __name(() => {
  }, "ring");
  const listen = /* @__PURE__ */ __name(async () => {
    isListening = true;
    try {
      const filters = JSON.stringify({ type: ["service", "node"] });
      const events = await client.stream("GET", "/events", {
        query: { filters },
        timeoutMs: 0,
        signal: lifetime
      });
      for await (const _ of events) {
        hasNews = true;
        ring();
      }
    } catch {
    } finally {
      isListening = false;
    }
  }, "listen");
  return {
    sleep: /* @__PURE__ */ __name(async (ms, leastMs) => {
      if (!isListening) void listen();
      await clock.sleep(Math.min(ms, leastMs), signal);
      if (!hasNews && ms > leastMs) {
        const waking = new AbortController();
        ring = /* @__PURE__ */ __name(() => waking.abort(), "ring");
        await clock.sleep(ms - leastMs, AbortSignal.any([signal, waking.signal])).catch((error) => {
          if (!waking.signal.aborted || signal.aborted) throw error;
        });
        ring = /* @__PURE__ */ __name(() => {
        }, "ring");
      }
      hasNews = false;
    }, "sleep"),
    close: /* @__PURE__ */ __name(() => closing.abort(), "close")
  };
}
__name(openWake, "openWake");

// src/rollout/watch.ts
var LINGER_MS = 1e4;
var ROLLBACK_EXTRA_MS = 6e4;
var LAST_LOOK_MS = 5e3;
async function watchStack(request, fx) {
  try {
    return await fx.log.step(`Wait for ${request.stack} to converge`, async (update) => {
      const wake = openWake(request.client, fx.clock, fx.signal);
      try {
        const result = await watch(request, fx, update, wake);
        if (result.outcome !== "converged") throw new NotConverged(result);
        return result;
      } finally {
        wake.close();
      }
    });
  } catch (error) {
    if (error instanceof NotConverged) return error.result;
    throw error;
  }
}
__name(watchStack, "watchStack");
var NotConverged = class extends SwarmlineError {
  static {
    __name(this, "NotConverged");
  }
  result;
  constructor(result) {
    super("deploy-failed", explainOutcome(result).message);
    this.result = result;
  }
};
async function watch(request, fx, update, wake) {
  const startedAtMs = fx.clock.now();
  const watched = {
    stack: request.stack,
    services: request.services,
    baseline: request.baseline ?? EMPTY_BASELINE
  };
  const limits = limitsOf(startedAtMs, request.timeoutMs);
  const read = createSnapshotReader(request.client, request.stack);
  const remind = createReminder(request.client, fx);
  const nudge2 = createNudge(request.client, fx);
  const said = /* @__PURE__ */ new Set();
  let seen;
  let areNodesFresh = false;
  try {
    for (; ; ) {
      const snapshot = await patiently(() => read(fx.signal, areNodesFresh), fx);
      const nowMs = fx.clock.now();
      seen = look(seen, snapshot, watched, nowMs);
      const { judgements } = seen;
      update(progressLine(judgements, request.stack), liveRows(judgements, snapshot, nowMs));
      for (const line of rescaled(snapshot, seen.deployed).filter((each) => !said.has(each))) {
        said.add(line);
        fx.log.warn(line);
      }
      if (judgements.some((j) => j.outcome !== void 0 && j.outcome !== "converged"))
        limits.lingerUntilMs = Math.min(limits.lingerUntilMs, nowMs + LINGER_MS);
      const undecided = endOf(judgements, limits, nowMs);
      if (undecided && !areNodesFresh && judgements.every((j) => j.outcome === "converged")) {
        areNodesFresh = true;
        continue;
      }
      if (undecided) {
        const failures = await evidenceFor(request, seen, watched, undecided, fx.signal);
        return resultOf(watched, seen, undecided, failures, startedAtMs, fx.clock.now());
      }
      await remind(forgottenSurplus(snapshot, watched), nowMs);
      await nudge2(seen, nowMs);
      const next = nextLook(judgements, limits, nowMs);
      areNodesFresh = next.isLast;
      await wake.sleep(next.inMs, next.leastMs);
    }
  } catch (error) {
    const last = fx.signal.aborted ? await lastLook(read, seen, watched, fx) : void 0;
    if (!last) throw error;
    return cutShort(watched, last, startedAtMs, fx);
  }
}
__name(watch, "watch");
var limitsOf = /* @__PURE__ */ __name((startedAtMs, timeoutMs) => ({
  deadlineMs: startedAtMs + timeoutMs,
  rollbackUntilMs: startedAtMs + timeoutMs + Math.min(timeoutMs, ROLLBACK_EXTRA_MS),
  lingerUntilMs: Number.POSITIVE_INFINITY
}), "limitsOf");
async function evidenceFor({ client }, { judgements, snapshot }, { baseline }, undecided, signal) {
  const telling = judgements.filter(
    (j) => j.outcome !== "converged" && (j.outcome ?? undecided) !== "cancelled"
  );
  return Promise.all(telling.map((j) => gatherEvidence(client, j, snapshot, baseline, signal)));
}
__name(evidenceFor, "evidenceFor");
async function lastLook(read, seen, watched, fx) {
  try {
    return look(seen, await read(AbortSignal.timeout(LAST_LOOK_MS), true), watched, fx.clock.now());
  } catch {
    return seen;
  }
}
__name(lastLook, "lastLook");
function cutShort(watched, seen, startedAtMs, fx) {
  const result = resultOf(watched, seen, "cancelled", [], startedAtMs, fx.clock.now());
  const left = leftBehind(seen.snapshot, watched.baseline, watched.services);
  return { ...result, outcome: "cancelled", leftBehind: left };
}
__name(cutShort, "cutShort");
var KEPT_FAILING = 2;
function keepsFailing({ id, phase }, { tasks }, { baseline }) {
  if (phase.kind === "progressing") return phase.symptom !== void 0;
  const fresh = tasks.filter(
    (task) => task.ServiceID === id && !baseline.endedTaskIds.has(task.ID) && (task.Status.State === "failed" || task.Status.State === "rejected")
  );
  return (phase.kind === "settled" || phase.kind === "stuck") && fresh.length >= KEPT_FAILING;
}
__name(keepsFailing, "keepsFailing");
function resultOf(watched, { judgements, timeline, snapshot }, undecided, failures, startedAtMs, nowMs) {
  const services = judgements.map(({ state, outcome }) => ({
    name: state.name,
    running: state.running,
    wanted: state.wanted,
    // Of one that kept failing it is known what is wrong with it: time alone would not have helped.
    outcome: outcome ?? (undecided === "timed-out" && keepsFailing(state, snapshot, watched) ? "failed" : undecided),
    image: state.image
  }));
  return {
    stack: watched.stack,
    outcome: worst(services.map((s) => s.outcome)),
    services,
    failures,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: nowMs - startedAtMs,
    timeline: timeline.entries
  };
}
__name(resultOf, "resultOf");

// src/docker/remove-unused.ts
async function removeUnused(client, { kind, id }, fx) {
  try {
    await persist(() => client.json("DELETE", `/${kind}s/${id}`, { signal: fx.signal }), fx);
    return true;
  } catch (error) {
    if (isGone(error)) return true;
    if (error instanceof EngineAnswerError) return false;
    throw error;
  }
}
__name(removeUnused, "removeUnused");

// src/docker/service-uses.rules.ts
function usesOf(spec) {
  const container = spec.TaskTemplate.ContainerSpec;
  return {
    secrets: (container?.Secrets ?? []).map((secret) => secret.SecretID),
    configs: (container?.Configs ?? []).map((config) => config.ConfigID),
    networks: (spec.TaskTemplate.Networks ?? []).map((network) => network.Target)
  };
}
__name(usesOf, "usesOf");
var specsOf = /* @__PURE__ */ __name(({ Spec, PreviousSpec }) => PreviousSpec ? [Spec, PreviousSpec] : [Spec], "specsOf");

// src/stack/kept/content-key.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/stack/kept/swarm-configs.ts
import { randomBytes } from "node:crypto";
var ANSWER_MS = 5e3;
var newToken = /* @__PURE__ */ __name(() => randomBytes(8).toString("hex"), "newToken");
async function createConfig(client, { name, kind, labels, data, token = newToken() }, fx) {
  const body = {
    Name: name,
    Labels: { ...labels, [OUR_LABEL.kind]: kind, [OUR_LABEL.token]: token },
    Data: Buffer.from(data).toString("base64")
  };
  return persist(async () => {
    try {
      const signal = lingering(fx.signal, ANSWER_MS);
      return (await client.json("POST", "/configs/create", { body, signal })).ID;
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status !== 409) throw error;
      const found = await findConfig(client, name, fx);
      return found?.Spec.Labels?.[OUR_LABEL.token] === token ? found.ID : void 0;
    }
  }, fx);
}
__name(createConfig, "createConfig");
function findConfig(client, nameOrId, fx) {
  return persist(
    () => client.json("GET", `/configs/${encodeURIComponent(nameOrId)}`, { signal: fx.signal }).catch(unlessGone),
    fx
  );
}
__name(findConfig, "findConfig");
async function listConfigs(client, label, fx) {
  const query = { filters: JSON.stringify({ label: [label] }) };
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/configs", { query, signal: fx.signal }), "ask");
  return await persist(ask, fx) ?? [];
}
__name(listConfigs, "listConfigs");
async function labelConfig(client, id, labels, fx) {
  return persist(async () => {
    const config = await client.json("GET", `/configs/${id}`, { signal: fx.signal }).catch(unlessGone);
    if (!config) return false;
    await client.json("POST", `/configs/${id}/update`, {
      query: { version: config.Version.Index },
      body: { ...config.Spec, Labels: { ...config.Spec.Labels, ...labels } },
      signal: fx.signal
    });
    return true;
  }, fx);
}
__name(labelConfig, "labelConfig");
async function removeConfig(client, id, fx) {
  await persist(
    () => client.json("DELETE", `/configs/${id}`, { signal: fx.signal }).catch(unlessGone),
    fx
  );
}
__name(removeConfig, "removeConfig");
function unlessGone(error) {
  if (isGone(error)) return void 0;
  throw error;
}
__name(unlessGone, "unlessGone");

// src/stack/kept/content-key.ts
var KEY_BYTES = 32;
async function contentKey(client, stack, mode, fx) {
  const known = await keysOf(client, stack, fx);
  const exposed = known.filter(({ Spec }) => keyIn(Spec) === void 0);
  const data = keyOf(known) ?? randomBytes2(KEY_BYTES);
  if (mode === "look") return data;
  if (exposed.length === known.length) {
    const labels = { [STACK_LABEL]: stack, [OUR_LABEL.sealedBy]: Buffer.from(data).toString("base64") };
    const name = secretBookName("key", stack, newToken());
    await createConfig(client, { name, kind: "content-key", labels, data: "key" }, fx);
  }
  for (const { ID } of exposed) await removeUnlessUsed(client, ID, fx);
  return keyOf(await keysOf(client, stack, fx)) ?? data;
}
__name(contentKey, "contentKey");
async function keysOf(client, stack, fx) {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx);
  return configs.filter(({ Spec }) => Spec.Labels?.[OUR_LABEL.kind] === "content-key").toSorted((a, b) => compare(a.CreatedAt, b.CreatedAt) || compare(a.ID, b.ID));
}
__name(keysOf, "keysOf");
function keyOf(configs) {
  const sealed = configs.flatMap(({ Spec }) => keyIn(Spec) ?? []);
  const [key = configs[0]?.Spec.Data] = sealed;
  return key ? Buffer.from(key, "base64") : void 0;
}
__name(keyOf, "keyOf");
var keyIn = /* @__PURE__ */ __name((spec) => spec.Labels?.[OUR_LABEL.sealedBy], "keyIn");
async function removeUnlessUsed(client, id, fx) {
  await removeConfig(client, id, fx).catch((error) => {
    if (!(error instanceof EngineAnswerError)) throw error;
  });
}
__name(removeUnlessUsed, "removeUnlessUsed");
var compare = /* @__PURE__ */ __name((a, b) => a < b ? -1 : a > b ? 1 : 0, "compare");

// src/stack/kept/lock/fence.ts
import net from "node:net";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
var CONFIRM_MS = 3e4;
async function withFence(client, lease, work) {
  let relay;
  const socketPath = /* @__PURE__ */ __name(() => {
    relay ??= openRelay(() => client.socketPath, lease);
    return relay.socketPath;
  }, "socketPath");
  try {
    return await work((each) => fenced(each, each === client ? socketPath : () => each.socketPath, lease));
  } finally {
    await relay?.close();
  }
}
__name(withFence, "withFence");
function fenced(client, socketPath, lease) {
  return {
    get socketPath() {
      return socketPath();
    },
    json: /* @__PURE__ */ __name(async (method, asked, options) => {
      if (isWriting(method)) await lease.confirm(options?.timeoutMs || CONFIRM_MS, options?.signal);
      return client.json(method, asked, options);
    }, "json"),
    stream: /* @__PURE__ */ __name(async (method, asked, options) => {
      if (isWriting(method)) await lease.confirm(options?.timeoutMs || CONFIRM_MS, options?.signal);
      return client.stream(method, asked, options);
    }, "stream"),
    close: /* @__PURE__ */ __name(() => client.close(), "close")
  };
}
__name(fenced, "fenced");
var isWriting = /* @__PURE__ */ __name((method) => method !== "GET" && method !== "HEAD", "isWriting");
function openRelay(target, lease) {
  const scratch = openScratch("fence");
  const socketPath = path.join(scratch.folder, "engine.sock");
  const open = /* @__PURE__ */ new Set();
  const end = new AbortController();
  const server = net.createServer({ allowHalfOpen: true }, (local) => {
    const engine = net.connect({ path: target(), allowHalfOpen: true });
    const gate = new Transform({
      transform: /* @__PURE__ */ __name((chunk, _encoding, done) => {
        lease.confirm(CONFIRM_MS, end.signal).then(
          () => done(null, chunk),
          (error) => done(error)
        );
      }, "transform")
    });
    for (const socket of [local, engine]) {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
    }
    const endBoth = /* @__PURE__ */ __name(() => {
      local.destroy();
      engine.destroy();
    }, "endBoth");
    Promise.all([pipeline(local, gate, engine), pipeline(engine, local)]).catch(endBoth);
  });
  server.on("error", () => void 0);
  server.listen(socketPath);
  if (!server.listening) throw new SwarmlineError("internal", `no socket can be made at ${socketPath}`);
  return {
    socketPath,
    close: /* @__PURE__ */ __name(async () => {
      end.abort();
      for (const socket of open) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      await scratch.remove();
    }, "close")
  };
}
__name(openRelay, "openRelay");

// src/stack/kept/lock/foreign.rules.ts
var isOurs = /* @__PURE__ */ __name(({ Spec: { Labels } }, kind) => Labels?.[OUR_LABEL.kind] === kind && Labels[STACK_LABEL] === void 0, "isOurs");
function requireOurs(config, kind, stack) {
  if (isOurs(config, kind)) return;
  const { Name, Labels } = config.Spec;
  const owner = Labels?.[STACK_LABEL];
  throw new SwarmlineError(
    "deploy-failed",
    `${stack} cannot be locked: the config ${Name} is not swarmline\u2019s, but ${owner ? `the stack ${owner}\u2019s` : "somebody else\u2019s"}`,
    {
      hint: `${owner ? `rename it in the files of ${owner}, or remove it` : "remove it"} once no service uses it: docker config rm ${Name}`
    }
  );
}
__name(requireOurs, "requireOurs");

// src/stack/kept/lock/lease.rules.ts
var LEASE_LABEL = {
  who: "io.swarmline.lock.who",
  where: "io.swarmline.lock.where",
  run: "io.swarmline.lock.run",
  stack: "io.swarmline.lock.stack",
  ttlMs: "io.swarmline.lock.ttl-ms",
  /** Counts the renewals: the label that a renewal changes. */
  renewal: "io.swarmline.lock.renewal"
};
var leaseLabels = /* @__PURE__ */ __name((stack, { who, where, run }, ttlMs) => ({
  [LEASE_LABEL.stack]: stack,
  [LEASE_LABEL.who]: who,
  [LEASE_LABEL.where]: where,
  [LEASE_LABEL.run]: run,
  [LEASE_LABEL.ttlMs]: String(ttlMs)
}), "leaseLabels");
function holderOf({ Spec, CreatedAt }) {
  const text2 = /* @__PURE__ */ __name((label) => Spec.Labels?.[label] ?? "", "text");
  return {
    who: text2(LEASE_LABEL.who),
    where: text2(LEASE_LABEL.where),
    run: text2(LEASE_LABEL.run),
    since: CreatedAt
  };
}
__name(holderOf, "holderOf");
function holderInWords({ who, where, run }) {
  const place = [where, run].filter(Boolean).join(", ");
  return `${who || "somebody"}${place ? ` (${place})` : ""}`;
}
__name(holderInWords, "holderInWords");
function isExpired(lock, now, fallbackMs) {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs]);
  const ageMs = Date.parse(now) - Date.parse(lock.UpdatedAt);
  return ageMs > (ttlMs > 0 ? ttlMs : fallbackMs);
}
__name(isExpired, "isExpired");

// src/stack/kept/lock/lost.ts
var LockLost = class extends SwarmlineError {
  static {
    __name(this, "LockLost");
  }
  constructor(stack, holder) {
    const how = holder ? `${holderInWords(holder)} has it since ${holder.since}` : "it was removed, and nobody holds it now";
    super("deploy-failed", `the lock of ${stack} was lost while it was being deployed: ${how}`, {
      hint: `look at what runs with: docker stack ps ${stack}; then deploy again`
    });
  }
};
var isLockLost = /* @__PURE__ */ __name((signal) => signal.aborted && signal.reason instanceof LockLost, "isLockLost");
var ANSWER_MS2 = 1e4;
async function lockLost(client, stack) {
  const path4 = `/configs/${encodeURIComponent(bookName("lock", stack))}`;
  const now = await client.json("GET", path4, { timeoutMs: ANSWER_MS2 }).catch(() => void 0);
  return new LockLost(stack, now && isOurs(now, "lock") ? holderOf(now) : void 0);
}
__name(lockLost, "lockLost");

// src/stack/kept/lock/renew.ts
var RENEWALS_PER_TTL = 6;
var CERTAIN_PART = 2;
var ANSWER_PART = 3;
var AGAIN_PART = 18;
function createLease({ client, stack, id, ttlMs, heldSinceMs }, fx, onLost) {
  const { clock, log } = fx;
  const everyMs = ttlMs / RENEWALS_PER_TTL;
  const againMs = ttlMs / AGAIN_PART;
  let certainAtMs = heldSinceMs;
  let loss;
  let isSilenceTold = false;
  let flight;
  const isCertain = /* @__PURE__ */ __name(() => clock.now() - certainAtMs < ttlMs / CERTAIN_PART, "isCertain");
  const renewOnce = /* @__PURE__ */ __name(async () => {
    try {
      certainAtMs = await renew(client, id, Math.max(1e3, ttlMs / ANSWER_PART), fx);
      if (isSilenceTold) log.info(`the lock of ${stack} is renewed again`);
      isSilenceTold = false;
    } catch (error) {
      if (!isGone(error)) throw error;
      loss ??= lockLost(client, stack);
      onLost(await loss);
    }
  }, "renewOnce");
  const attempt2 = /* @__PURE__ */ __name(async () => {
    flight ??= renewOnce().finally(() => {
      flight = void 0;
    });
    try {
      await flight;
    } catch (error) {
      if (fx.signal.aborted) return;
      log.debug(`the lock of ${stack} could not be renewed, trying again: ${explain(error)}`);
      const silentMs = clock.now() - certainAtMs;
      if (isSilenceTold || silentMs < ttlMs) return;
      isSilenceTold = true;
      log.info(
        `the lock of ${stack} could not be renewed for ${Math.round(silentMs / 1e3)} s, and nothing is changed until it is: ${explain(error)}`
      );
    }
  }, "attempt");
  return {
    confirm: /* @__PURE__ */ __name(async (limitMs, signal) => {
      const endMs = clock.now() + limitMs;
      for (; ; ) {
        if (loss !== void 0) throw await loss;
        if (isCertain()) return;
        await unlessAborted(attempt2(), signal);
        if (loss !== void 0 || isCertain()) continue;
        if (clock.now() >= endMs)
          throw new SwarmlineError("timed-out", `the engine did not confirm the lock of ${stack} in time`);
        await clock.sleep(Math.max(1, Math.min(againMs, endMs - clock.now())), signal);
      }
    }, "confirm"),
    keep: /* @__PURE__ */ __name(async () => {
      let inMs = everyMs;
      while (!fx.signal.aborted && loss === void 0) {
        const certainBeforeMs = certainAtMs;
        await clock.sleep(inMs, fx.signal).catch(() => void 0);
        if (fx.signal.aborted) return;
        await attempt2();
        inMs = certainAtMs > certainBeforeMs ? everyMs : againMs;
      }
    }, "keep")
  };
}
__name(createLease, "createLease");
async function unlessAborted(work, signal) {
  if (!signal) return work;
  const cancelled = /* @__PURE__ */ __name(() => new SwarmlineError("cancelled", "cancelled", { cause: signal.reason }), "cancelled");
  work.catch(() => void 0);
  if (signal.aborted) throw cancelled();
  let stop = /* @__PURE__ */ __name(() => void 0, "stop");
  const aborted = new Promise((_, reject) => {
    stop = /* @__PURE__ */ __name(() => reject(cancelled()), "stop");
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
__name(unlessAborted, "unlessAborted");
async function renew(client, id, timeoutMs, { clock, signal }) {
  const options = { timeoutMs, signal };
  const lock = await client.json("GET", `/configs/${id}`, options);
  const renewal = String(Number(lock.Spec.Labels?.[LEASE_LABEL.renewal] ?? 0) + 1);
  const askedAtMs = clock.now();
  await client.json("POST", `/configs/${id}/update`, {
    ...options,
    query: { version: lock.Version.Index },
    body: { ...lock.Spec, Labels: { ...lock.Spec.Labels, [LEASE_LABEL.renewal]: renewal } }
  });
  return askedAtMs;
}
__name(renew, "renew");

// src/stack/kept/lock/swarm-time.ts
async function swarmTime(client, stack, fx) {
  const name = bookName("clock", stack);
  const id = await createConfig(client, { name, kind: "clock", labels: {}, data: "clock" }, fx);
  const made = await findConfig(client, id ?? name, fx);
  if (made) requireOurs(made, "clock", stack);
  if (made) await removeConfig(client, made.ID, fx);
  return id ? made?.CreatedAt : void 0;
}
__name(swarmTime, "swarmTime");

// src/stack/kept/lock/take.ts
var TTL_MS = 9e4;
var LOOK_EVERY_MS2 = 1e3;
var LOOK_AT_MOST_MS = 5e3;
var SILENCE_MS = 1e4;
var WATCH_PART = 2;
async function takeLock(request, token, ttlMs, given) {
  const { client, stack, owner, wait } = request;
  const fx = { ...given, awayMs: Math.max(AWAY_MS, wait === "refuse" ? 0 : wait) };
  const name = bookName("lock", stack);
  const labels = { ...leaseLabels(stack, owner, ttlMs), [LEASE_LABEL.renewal]: "0" };
  const startedAtMs = fx.clock.now();
  const giveUpAtMs = startedAtMs + (wait === "refuse" ? 0 : wait);
  const unrenewedFor = createLifeWatch(fx);
  let told;
  let doubted;
  for (; ; ) {
    const askedAtMs = fx.clock.now();
    const id = await createConfig(client, { name, kind: "lock", labels, data: "lock", token }, fx);
    if (id !== void 0) return { id, heldSinceMs: askedAtMs };
    const lock = await findConfig(client, name, fx);
    if (!lock) continue;
    requireOurs(lock, "lock", stack);
    const now = await swarmTime(client, stack, fx);
    const watchedMs = unrenewedFor(lock, askedAtMs);
    const isStale = now !== void 0 && isExpired(lock, now, TTL_MS);
    const graceMs = lifetimeOf(lock) / WATCH_PART;
    if (isStale && watchedMs >= graceMs) {
      fx.log.warn(`the lock of ${stack} has expired: ${holderInWords(holderOf(lock))} gave no sign of life`);
      await removeConfig(client, lock.ID, fx);
      continue;
    }
    const leftMs = giveUpAtMs - fx.clock.now();
    if (leftMs <= 0 && now !== void 0 && !isStale) throw held(stack, holderOf(lock), wait);
    if (told !== lock.ID && now !== void 0 && !isStale) {
      told = lock.ID;
      fx.log.info(
        `${stack} is being deployed by ${holderInWords(holderOf(lock))} since ${lock.CreatedAt}: waiting`
      );
    }
    if (doubted !== lock.ID && isStale) {
      doubted = lock.ID;
      const inS = Math.round((graceMs - watchedMs) / 1e3);
      fx.log.info(
        `${holderInWords(holderOf(lock))} holds the lock of ${stack} and gives no sign of life: it is taken over in ${inS} s unless it does`
      );
    }
    await fx.clock.sleep(
      pauseMs(fx.clock.now() - startedAtMs, isStale ? graceMs - watchedMs : leftMs),
      fx.signal
    );
  }
}
__name(takeLock, "takeLock");
var pauseMs = /* @__PURE__ */ __name((waitedMs, leftMs) => Math.max(100, Math.min(Math.max(LOOK_EVERY_MS2, waitedMs / 10), LOOK_AT_MOST_MS, leftMs)), "pauseMs");
function createLifeWatch(fx) {
  let seen;
  return (lock, askedAtMs) => {
    const key = `${lock.ID} ${lock.Version.Index}`;
    const nowMs = fx.clock.now();
    if (seen?.key !== key || nowMs - askedAtMs > SILENCE_MS) seen = { key, sinceMs: nowMs };
    return nowMs - seen.sinceMs;
  };
}
__name(createLifeWatch, "createLifeWatch");
function lifetimeOf(lock) {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs]);
  return ttlMs > 0 ? ttlMs : TTL_MS;
}
__name(lifetimeOf, "lifetimeOf");
function held(stack, holder, wait) {
  const still = wait === "refuse" ? "" : "still ";
  return new SwarmlineError(
    "deploy-failed",
    `${stack} is ${still}being deployed by ${holderInWords(holder)} since ${holder.since}`,
    {
      hint: wait === "refuse" ? "deploy again when that has ended, or let this one wait for it" : `deploy again when that has ended; if nobody is there any more: docker config rm ${bookName("lock", stack)}`
    }
  );
}
__name(held, "held");

// src/stack/kept/lock/lock.ts
var RELEASE_MS = 65e3;
var RELEASE_SOON_MS = 15e3;
async function withStackLock(request, fx, work) {
  const { client, stack } = request;
  const ttlMs = request.ttlMs ?? TTL_MS;
  const token = newToken();
  const taken = await takeLock(request, token, ttlMs, fx).catch(async (error) => {
    if (fx.signal.aborted) await forget(client, stack, token, fx);
    throw error;
  });
  let isEngineLost = false;
  const lost = new AbortController();
  const done = new AbortController();
  const signal = AbortSignal.any([fx.signal, lost.signal]);
  const lease = createLease(
    { client, stack, ttlMs, ...taken },
    { ...fx, signal: done.signal },
    (loss) => lost.abort(loss)
  );
  const renewing = lease.keep();
  try {
    const within = { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec };
    const result = await withFence(client, lease, (fence) => work(within, fence));
    if (isLockLost(signal)) throw signal.reason;
    return result;
  } catch (error) {
    isEngineLost = error instanceof SwarmlineError && error.code === "engine-lost";
    throw isLockLost(signal) && !isEngineLost ? signal.reason : error;
  } finally {
    done.abort();
    await renewing;
    const limitMs = isEngineLost || fx.signal.aborted ? RELEASE_SOON_MS : RELEASE_MS;
    if (!lost.signal.aborted) await release(client, stack, taken.id, limitMs, fx);
  }
}
__name(withStackLock, "withStackLock");
async function release(client, stack, id, limitMs, fx) {
  try {
    await removeConfig(client, id, forCleanup(fx, limitMs));
  } catch (error) {
    fx.log.warn(`the lock of ${stack} could not be released and will expire by itself: ${explain(error)}`);
  }
}
__name(release, "release");
async function forget(client, stack, token, fx) {
  const within = forCleanup(fx, RELEASE_SOON_MS);
  const lock = await findConfig(client, bookName("lock", stack), within).catch(() => void 0);
  if (lock?.Spec.Labels?.[OUR_LABEL.token] === token)
    await release(client, stack, lock.ID, RELEASE_SOON_MS, fx);
}
__name(forget, "forget");

// src/stack/plan/compare-views.rules.ts
var OF_SERVICE = /^deploy\.(?:labels\.|replicas$|mode$|update_config\.|rollback_config\.)/;
var CONSTRAINTS = "deploy.placement.constraints";
var OURS = /^deploy\.labels\.io\.swarmline\./;
var ORDER = / \(order\)$/;
function differences(from, to) {
  const fields = [.../* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const changes = fields.filter((field) => from[field] !== to[field] && !OURS.test(field)).map((field) => ({ field, from: from[field], to: to[field] }));
  return changes.filter(
    ({ field }) => !ORDER.test(field) || !changes.some((other) => other.field.startsWith(field.replace(ORDER, ".")))
  );
}
__name(differences, "differences");
function effectOnTasks(changes) {
  if (changes.length === 0) return "none";
  const ofTask2 = changes.filter(({ field }) => !OF_SERVICE.test(field));
  if (ofTask2.length === 0) return "go-on";
  return ofTask2.every(({ field }) => field === CONSTRAINTS) ? "move" : "replaced";
}
__name(effectOnTasks, "effectOnTasks");

// src/stack/plan/conceal.rules.ts
var SHOW_LABEL = "io.swarmline.show";
var OPEN = /^(?:image|hostname|user|working_dir|stop_signal|stop_grace_period|tty|stdin_open|read_only|init|isolation|oom_score_adj|dns|dns_search|extra_hosts|credential_spec|cap_add|cap_drop|driver|internal|attachable|subnets|logging\.driver|volumes \(order\)|healthcheck\.(?:interval|timeout|start_period|start_interval|retries)|(?:ulimits|secrets|configs|ports)\..*)$/s;
var OPEN_PARTS = /^deploy\.(?!labels\.)|^(?:networks|volumes)\.(?!.*\.(?:driver_opts|labels)\.)/s;
var NAMED = /^(?:environment|labels|deploy\.labels)\./;
function forShowing(changes, before = {}, after = {}) {
  const now = shownNames(after);
  const then = shownNames(before).filter((name) => now.includes(name));
  return changes.map(({ field, from, to }) => ({
    field,
    from: from === void 0 ? void 0 : concealed(field, from, then),
    to: to === void 0 ? void 0 : concealed(field, to, now)
  }));
}
__name(forShowing, "forShowing");
function concealed(field, value, shown2 = []) {
  const isNamed = shown2.includes(field) || NAMED.test(field) && shown2.includes(field.replace(NAMED, ""));
  const isOff = field === "healthcheck.test" && value === "NONE";
  return isNamed || isOff || OPEN.test(field) || OPEN_PARTS.test(field) ? withoutUrlSecrets(value) : HIDDEN;
}
__name(concealed, "concealed");
var shownNames = /* @__PURE__ */ __name((view) => (view[`deploy.labels.${SHOW_LABEL}`] ?? "").split(/[\s,]+/).filter((name) => name !== ""), "shownNames");

// src/stack/plan/stages/run-jobs.rules.ts
var JOB_LABEL = "io.swarmline.job";
var isRunWhen = /* @__PURE__ */ __name((value) => value === "before" || value === "after", "isRunWhen");
function labelOf(service, label) {
  const onService = record(mapping(service.deploy).labels);
  const onContainer = record(service.labels);
  const found = [onService, onContainer].find((labels) => Object.hasOwn(labels, label));
  return found && (found[label] ?? "");
}
__name(labelOf, "labelOf");
var isJob = /* @__PURE__ */ __name((service) => text(mapping(service.deploy).mode).endsWith("-job"), "isJob");
var isRunJob = /* @__PURE__ */ __name((service) => labelOf(service, JOB_LABEL) !== void 0, "isRunJob");
var isRunJobSpec = /* @__PURE__ */ __name(({ Labels, TaskTemplate }) => [Labels, mapping(TaskTemplate.ContainerSpec?.Labels)].some(
  (labels) => labels !== void 0 && Object.hasOwn(labels, JOB_LABEL)
), "isRunJobSpec");
var withOneTry = /* @__PURE__ */ __name((model) => mapServices(
  model,
  (service) => isRunJob(service) && mapping(service.deploy).restart_policy === void 0 ? withDeploy(service, { restart_policy: { condition: "none" } }) : service
), "withOneTry");

// src/plain/durations.ts
var UNIT_MS = {
  ns: 1e-6,
  us: 1e-3,
  \u00B5s: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};
var DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
var PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;
function durationMs(text2) {
  if (text2 === "0") return 0;
  if (!DURATION.test(text2)) return void 0;
  return [...text2.matchAll(PART)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNIT_MS[unit],
    0
  );
}
__name(durationMs, "durationMs");
function showDuration(ms) {
  if (ms === 0) return "0s";
  const parts = [
    [Math.floor(ms / 36e5), "h"],
    [Math.floor(ms % 36e5 / 6e4), "m"],
    [Math.floor(ms % 6e4 / 1e3), "s"],
    [Math.floor(ms % 1e3), "ms"],
    [Math.round(ms % 1 * 1e6), "ns"]
  ];
  return parts.flatMap(([count, unit]) => count > 0 ? [`${count}${unit}`] : []).join("");
}
__name(showDuration, "showDuration");

// src/stack/plan/compose-scalars.rules.ts
var UNITS = "bkmgtp";
var SIZE = /^(\d+(?:\.\d+)?) ?([bkmgtp])?(?:i?b)?$/i;
function bytesOf(text2) {
  const [, count, unit = "b"] = SIZE.exec(text2.trim()) ?? [];
  return count === void 0 ? 0 : Math.floor(Number(count) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
}
__name(bytesOf, "bytesOf");
function showBytes(bytes) {
  for (const unit of ["T", "G", "M", "K"])
    if (bytes >= 1024 ** UNITS.indexOf(unit.toLowerCase())) {
      const count = bytes / 1024 ** UNITS.indexOf(unit.toLowerCase());
      if (Number.isInteger(count)) return `${count}${unit}`;
    }
  return String(bytes);
}
__name(showBytes, "showBytes");
function shellWords(line) {
  const words = [];
  const pattern = /\s+|#[^\n]*|((?:\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s'"\\])+)/g;
  for (const [, word] of line.matchAll(pattern)) if (word !== void 0) words.push(unquoted(word));
  return words;
}
__name(shellWords, "shellWords");
var unquoted = /* @__PURE__ */ __name((word) => word.replace(
  /\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"/g,
  (_, escaped, single, double) => escaped !== void 0 ? escaped : single !== void 0 ? single : double.replace(/\\([\s\S])/g, "$1")
), "unquoted");

// src/stack/plan/digests/platforms.rules.ts
var platformsInWords = /* @__PURE__ */ __name((platforms) => platforms.map(({ OS = "", Architecture = "" }) => `${OS}/${Architecture}`).join(", "), "platformsInWords");

// src/stack/plan/digests/reference.rules.ts
var tagged = /* @__PURE__ */ __name((reference) => /[:@]/.test(reference.slice(reference.lastIndexOf("/") + 1)) ? reference : `${reference}:latest`, "tagged");
var familiar = /* @__PURE__ */ __name((reference) => tagged(reference).replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\/(?=[^/]+$)/, ""), "familiar");
var isPinned = /* @__PURE__ */ __name((reference) => reference.includes("@"), "isPinned");
var withoutDigest = /* @__PURE__ */ __name((reference) => reference.split("@")[0] ?? "", "withoutDigest");

// src/stack/plan/extra-fields.rules.ts
var isNothing = /* @__PURE__ */ __name((value) => value === null || value === void 0 || value === false || value === 0 || value === "" || value === "default" || Array.isArray(value) && value.length === 0 || isMapping(value) && Object.values(value).every(isNothing), "isNothing");
function extraFields(prefix, part, known) {
  if (!isMapping(part)) return {};
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => !known.includes(key) && !isNothing(value)).map(([key, value]) => [`${prefix}.${key}`, JSON.stringify(value)])
  );
}
__name(extraFields, "extraFields");
function concurrency({ Mode }) {
  const { MaxConcurrent, TotalCompletions } = Mode.ReplicatedJob ?? {};
  return MaxConcurrent === void 0 || MaxConcurrent === (TotalCompletions ?? 1) ? {} : { "spec.Mode.ReplicatedJob.MaxConcurrent": String(MaxConcurrent) };
}
__name(concurrency, "concurrency");
var withoutWords = /* @__PURE__ */ __name((spec, task, container) => ({
  ...extraFields("spec", spec, KNOWN.spec),
  ...extraFields("spec.EndpointSpec", spec.EndpointSpec, KNOWN.endpoint),
  ...Object.assign(
    {},
    ...(spec.EndpointSpec?.Ports ?? []).map(
      (port) => extraFields(`spec.port.${port.TargetPort}/${port.Protocol}`, port, KNOWN.port)
    )
  ),
  ...concurrency(spec),
  ...extraFields("spec.task", task, KNOWN.task),
  ...extraFields("spec.placement", task.Placement, KNOWN.placement),
  ...extraFields("spec.limits", task.Resources?.Limits, KNOWN.amounts),
  ...extraFields("spec.reservations", task.Resources?.Reservations, KNOWN.amounts),
  ...extraFields("spec.resources", task.Resources, ["Limits", "Reservations"]),
  ...extraFields("spec.container", container, KNOWN.container),
  ...extraFields("spec.privileges", container.Privileges, ["CredentialSpec"]),
  ...extraFields("spec.dns", container.DNSConfig, ["Nameservers", "Search"]),
  ...extraFields("spec.healthcheck", container.Healthcheck, KNOWN.health),
  ...Object.assign(
    {},
    ...(container.Mounts ?? []).map((mount) => {
      const at = `spec.mount.${mount.Target}`;
      return {
        ...extraFields(at, mount, KNOWN.mount),
        ...extraFields(at, mount.BindOptions, ["Propagation"]),
        ...extraFields(at, mount.VolumeOptions, ["NoCopy", "Labels", "DriverConfig", "Subpath"]),
        ...extraFields(at, mount.TmpfsOptions, ["SizeBytes"]),
        ...extraFields(at, mount.ImageOptions, ["Subpath"])
      };
    })
  )
}), "withoutWords");
var KNOWN = {
  spec: ["Name", "Labels", "TaskTemplate", "Mode", "UpdateConfig", "RollbackConfig", "EndpointSpec"],
  endpoint: ["Mode", "Ports"],
  port: ["Protocol", "TargetPort", "PublishedPort", "PublishMode"],
  // ForceUpdate and Runtime are SwarmKit's own, and docker leaves the one as it is.
  task: [
    ...["ContainerSpec", "Resources", "RestartPolicy", "Placement", "Networks", "LogDriver"],
    ...["ForceUpdate", "Runtime"]
  ],
  placement: ["Constraints", "Preferences", "MaxReplicas", "Platforms"],
  amounts: ["NanoCPUs", "MemoryBytes", "Pids", "GenericResources"],
  container: [
    ...[
      "Image",
      "Labels",
      "Command",
      "Args",
      "Hostname",
      "Env",
      "Dir",
      "User",
      "StopSignal",
      "TTY",
      "OpenStdin"
    ],
    ...["ReadOnly", "Init", "Isolation", "OomScoreAdj", "StopGracePeriod", "Hosts", "DNSConfig", "Sysctls"],
    ...[
      "CapabilityAdd",
      "CapabilityDrop",
      "Ulimits",
      "Healthcheck",
      "Mounts",
      "Secrets",
      "Configs",
      "Privileges"
    ]
  ],
  health: ["Test", "Interval", "Timeout", "StartPeriod", "StartInterval", "Retries"],
  mount: [
    ...["Type", "Source", "Target", "ReadOnly", "Consistency"],
    ...["BindOptions", "VolumeOptions", "TmpfsOptions", "ImageOptions"]
  ]
};

// src/stack/plan/fields.rules.ts
var present = /* @__PURE__ */ __name((fields) => Object.fromEntries(
  Object.entries(fields).filter((entry) => (entry[1] ?? "") !== "")
), "present");
var showWords = /* @__PURE__ */ __name((words) => words.length === 0 ? "" : words.map((word) => /^[\w./:=@%+,-]+$/.test(word) ? word : JSON.stringify(word)).join(" "), "showWords");
var allOf = /* @__PURE__ */ __name((prefix, values) => Object.fromEntries(
  Object.entries(values).map(([key, value]) => [
    `${prefix}.${key}`,
    value === null ? "(no value)" : value || '""'
  ])
), "allOf");
function mountFields(mounts) {
  const fields = mounts.map((mount) => {
    const { type, source, target, isReadOnly, options, driver, driverOptions, labels } = mount;
    const words = [type, source, ...isReadOnly ? ["read-only"] : [], ...options].filter((word) => word !== "");
    const key = `volumes.${target}`;
    return {
      [key]: words.join(" "),
      ...driver === "" ? {} : { [`${key}.driver`]: driver },
      ...allOf(`${key}.driver_opts`, driverOptions),
      ...allOf(`${key}.labels`, labels)
    };
  });
  const order = mounts.length > 1 ? { "volumes (order)": mounts.map((mount) => mount.target).join(", ") } : {};
  return Object.assign({}, ...fields, order);
}
__name(mountFields, "mountFields");
var mountOptions = /* @__PURE__ */ __name((consistency, subpath) => [
  ...consistency && consistency !== "default" ? [consistency] : [],
  ...subpath ? [`subpath=${subpath}`] : []
], "mountOptions");
var WORLD_READABLE = 292;
var fileFields = /* @__PURE__ */ __name((section, files) => Object.fromEntries(
  files.map(({ name, target, uid, gid, mode }) => {
    const owner = uid === "0" && gid === "0" ? "" : ` owner ${uid}:${gid}`;
    const rights = mode === WORLD_READABLE ? "" : ` mode 0${mode.toString(8)}`;
    return [`${section}.${target}`, `${name}${owner}${rights}`];
  })
), "fileFields");
var networkFields = /* @__PURE__ */ __name((attachments) => Object.assign(
  {},
  ...attachments.map(({ network, aliases, driverOptions }) => ({
    [`networks.${network}`]: aliases.length > 0 ? `aliases ${aliases.join(", ")}` : "attached",
    ...allOf(`networks.${network}.driver_opts`, driverOptions)
  }))
), "networkFields");
function portFields(ports) {
  const byTarget = /* @__PURE__ */ new Map();
  for (const { target, published, protocol, mode } of ports) {
    const key = `ports.${target}/${protocol}`;
    const where = `${published ? `published ${published}` : "published by chance"}${mode === "host" ? " (host)" : ""}`;
    byTarget.set(key, [...byTarget.get(key) ?? [], where]);
  }
  return Object.fromEntries([...byTarget].map(([key, all]) => [key, all.sort().join(", ")]));
}
__name(portFields, "portFields");
var rollingFields = /* @__PURE__ */ __name((side, parts) => ({
  [`deploy.${side}.parallelism`]: String(parts.parallelism),
  [`deploy.${side}.delay`]: showDuration(parts.delayMs),
  [`deploy.${side}.monitor`]: showDuration(parts.monitorMs || 5e3),
  [`deploy.${side}.failure_action`]: parts.failureAction || "pause",
  // The engine keeps it as a float of 32 bits.
  [`deploy.${side}.max_failure_ratio`]: String(Number(parts.maxFailureRatio.toFixed(6))),
  [`deploy.${side}.order`]: parts.order || "stop-first"
}), "rollingFields");
var showNanoCpus = /* @__PURE__ */ __name((nano) => nano > 0 ? String(nano / 1e9) : "", "showNanoCpus");
var showMemory = /* @__PURE__ */ __name((bytes) => bytes > 0 ? showBytes(bytes) : "", "showMemory");
var showCount = /* @__PURE__ */ __name((count) => count > 0 ? String(count) : "", "showCount");
var showSwitch = /* @__PURE__ */ __name((isOn) => isOn === true ? "true" : "", "showSwitch");
function capabilityFields(add, drop) {
  const adds = capabilities(add);
  const drops = capabilities(drop).filter((each) => !adds.includes(each));
  return { cap_add: adds.join(" "), cap_drop: drops.join(" ") };
}
__name(capabilityFields, "capabilityFields");
function capabilities(names) {
  const upper = names.map((name) => name.trim().toUpperCase());
  if (upper.includes("ALL")) return ["ALL"];
  const whole = upper.map((name) => name.startsWith("CAP_") ? name : `CAP_${name}`);
  return [...new Set(whole)].sort();
}
__name(capabilities, "capabilities");

// src/stack/plan/view-of-spec.rules.ts
var NANO2 = 1e6;
var DOCKERS_OWN = /^com\.docker\.stack\./;
var namesOf = /* @__PURE__ */ __name(({ networks, configs }) => ({
  networks: Object.fromEntries(networks.map(({ Id, Name }) => [Id, Name])),
  configs: Object.fromEntries(configs.map(({ ID, Spec }) => [ID, Spec.Name]))
}), "namesOf");
function viewOfSpec(spec, stack, names) {
  const task = spec.TaskTemplate;
  const container = task.ContainerSpec ?? { Image: "" };
  const name = spec.Name.startsWith(`${stack}_`) ? spec.Name.slice(stack.length + 1) : spec.Name;
  return present({
    image: familiar(container.Image),
    ...processFields(container),
    credential_spec: credentialSpec(container, names),
    ...healthFields(container.Healthcheck),
    ...allOf("environment", record(container.Env)),
    ...allOf("labels", withoutDockers(container.Labels)),
    ...allOf("sysctls", container.Sysctls ?? {}),
    ...Object.fromEntries((container.Ulimits ?? []).map((u) => [`ulimits.${u.Name}`, `${u.Soft}:${u.Hard}`])),
    ...task.LogDriver ? {
      "logging.driver": task.LogDriver.Name ?? "",
      ...allOf("logging.options", task.LogDriver.Options ?? {})
    } : {},
    ...mountFields((container.Mounts ?? []).map(mountOf)),
    ...fileFields(
      "secrets",
      (container.Secrets ?? []).flatMap((s) => fileOf(s.SecretName, s.File))
    ),
    ...fileFields(
      "configs",
      (container.Configs ?? []).flatMap((c) => fileOf(c.ConfigName, c.File))
    ),
    ...networkFields(
      (task.Networks ?? []).map(({ Target, Aliases, DriverOpts }) => ({
        network: names.networks[Target] ?? Target,
        // Docker adds the service's own name as the last one.
        aliases: (Aliases ?? []).at(-1) === name ? (Aliases ?? []).slice(0, -1) : Aliases ?? [],
        driverOptions: DriverOpts ?? {}
      }))
    ),
    ...portFields(
      (spec.EndpointSpec?.Ports ?? []).map((port) => ({
        target: port.TargetPort,
        published: port.PublishedPort,
        protocol: port.Protocol,
        mode: port.PublishMode
      }))
    ),
    ...deployFields(spec, task),
    ...withoutWords(spec, task, container)
  });
}
__name(viewOfSpec, "viewOfSpec");
var processFields = /* @__PURE__ */ __name((container) => ({
  entrypoint: showWords(container.Command ?? []),
  command: showWords(container.Args ?? []),
  hostname: container.Hostname ?? "",
  user: container.User ?? "",
  working_dir: container.Dir ?? "",
  stop_signal: container.StopSignal ?? "",
  stop_grace_period: duration(container.StopGracePeriod),
  tty: showSwitch(container.TTY),
  stdin_open: showSwitch(container.OpenStdin),
  read_only: showSwitch(container.ReadOnly),
  init: typeof container.Init === "boolean" ? String(container.Init) : "",
  isolation: container.Isolation === "default" ? "" : container.Isolation ?? "",
  oom_score_adj: container.OomScoreAdj ? String(container.OomScoreAdj) : "",
  dns: (container.DNSConfig?.Nameservers ?? []).join(", "),
  dns_search: (container.DNSConfig?.Search ?? []).join(", "),
  extra_hosts: (container.Hosts ?? []).map((host) => host.replace(/^(\S+)\s+(.+)$/, "$2:$1")).join(", "),
  ...capabilityFields(container.CapabilityAdd ?? [], container.CapabilityDrop ?? [])
}), "processFields");
var duration = /* @__PURE__ */ __name((nano) => nano === void 0 ? "" : showDuration(nano / NANO2), "duration");
var nonZero = /* @__PURE__ */ __name((nano) => nano ? showDuration(nano / NANO2) : "", "nonZero");
var withoutDockers = /* @__PURE__ */ __name((labels) => Object.fromEntries(Object.entries(labels ?? {}).filter(([key]) => !DOCKERS_OWN.test(key))), "withoutDockers");
function credentialSpec(container, names) {
  const { Config, File, Registry } = container.Privileges?.CredentialSpec ?? {};
  const config = Config && `config ${names.configs[Config] ?? Config}`;
  return [config, File && `file ${File}`, Registry && `registry ${Registry}`].filter(Boolean).join(" ");
}
__name(credentialSpec, "credentialSpec");
var healthFields = /* @__PURE__ */ __name((health) => ({
  "healthcheck.test": showWords(health?.Test ?? []),
  "healthcheck.interval": nonZero(health?.Interval),
  "healthcheck.timeout": nonZero(health?.Timeout),
  "healthcheck.start_period": nonZero(health?.StartPeriod),
  "healthcheck.start_interval": nonZero(health?.StartInterval),
  "healthcheck.retries": showCount(health?.Retries ?? 0)
}), "healthFields");
var mountOf = /* @__PURE__ */ __name((mount) => ({
  type: mount.Type || "volume",
  source: mount.Source ?? "",
  target: mount.Target,
  isReadOnly: mount.ReadOnly === true,
  options: [
    ...mount.VolumeOptions?.NoCopy ? ["nocopy"] : [],
    ...mount.BindOptions?.Propagation ? [mount.BindOptions.Propagation] : [],
    ...mount.TmpfsOptions?.SizeBytes ? [`size=${showBytes(mount.TmpfsOptions.SizeBytes)}`] : [],
    ...mountOptions(
      mount.Consistency,
      // Of one kind only, and all of them seen.
      [mount.VolumeOptions?.Subpath, mount.ImageOptions?.Subpath].filter(Boolean).join(" ")
    )
  ],
  driver: mount.VolumeOptions?.DriverConfig?.Name ?? "",
  driverOptions: mount.VolumeOptions?.DriverConfig?.Options ?? {},
  labels: withoutDockers(mount.VolumeOptions?.Labels)
}), "mountOf");
var fileOf = /* @__PURE__ */ __name((name, file) => file ? [{ name, target: file.Name, uid: file.UID || "0", gid: file.GID || "0", mode: file.Mode ?? 292 }] : [], "fileOf");
function deployFields(spec, task) {
  const { mode, replicas } = modeOf(spec);
  const { Limits, Reservations } = task.Resources ?? {};
  const { Constraints, Preferences, MaxReplicas, Platforms } = task.Placement ?? {};
  return {
    "deploy.mode": mode,
    "deploy.replicas": replicas === void 0 ? "" : String(replicas),
    "deploy.endpoint_mode": spec.EndpointSpec?.Mode || "vip",
    ...allOf("deploy.labels", withoutDockers(spec.Labels)),
    "deploy.placement.constraints": (Constraints ?? []).join(", "),
    "deploy.placement.preferences": (Preferences ?? []).map((preference) => `spread ${preference.Spread?.SpreadDescriptor ?? ""}`).join(", "),
    "deploy.placement.max_replicas_per_node": showCount(MaxReplicas ?? 0),
    "deploy.placement.platforms": platformsInWords(Platforms ?? []),
    "deploy.resources.limits.cpus": showNanoCpus(Limits?.NanoCPUs ?? 0),
    "deploy.resources.limits.memory": showMemory(Limits?.MemoryBytes ?? 0),
    "deploy.resources.limits.pids": showCount(Limits?.Pids ?? 0),
    "deploy.resources.reservations.cpus": showNanoCpus(Reservations?.NanoCPUs ?? 0),
    "deploy.resources.reservations.memory": showMemory(Reservations?.MemoryBytes ?? 0),
    "deploy.resources.reservations.generic_resources": (Reservations?.GenericResources ?? []).map(
      ({ DiscreteResourceSpec: amount, NamedResourceSpec: named }) => [amount, named].flatMap((r) => r ? `${r.Kind}=${r.Value}` : []).join(" ")
    ).join(", "),
    ...restartFields(task.RestartPolicy),
    ...mode.endsWith("-job") ? {} : {
      ...rollingFields("update_config", rollingOf(spec.UpdateConfig)),
      ...rollingFields("rollback_config", rollingOf(spec.RollbackConfig))
    }
  };
}
__name(deployFields, "deployFields");
function modeOf({ Mode }) {
  if (Mode.Global) return { mode: "global", replicas: void 0 };
  if (Mode.GlobalJob) return { mode: "global-job", replicas: void 0 };
  if (Mode.ReplicatedJob)
    return { mode: "replicated-job", replicas: Mode.ReplicatedJob.TotalCompletions ?? 1 };
  return { mode: "replicated", replicas: Mode.Replicated?.Replicas ?? 1 };
}
__name(modeOf, "modeOf");
var restartFields = /* @__PURE__ */ __name((policy) => policy ? {
  "deploy.restart_policy.condition": policy.Condition || "any",
  "deploy.restart_policy.delay": duration(policy.Delay),
  "deploy.restart_policy.max_attempts": showCount(policy.MaxAttempts ?? 0),
  "deploy.restart_policy.window": duration(policy.Window)
} : {}, "restartFields");
var rollingOf = /* @__PURE__ */ __name((config) => ({
  parallelism: config ? config.Parallelism : 1,
  delayMs: (config?.Delay ?? 0) / NANO2,
  monitorMs: (config?.Monitor ?? 0) / NANO2,
  failureAction: config?.FailureAction ?? "",
  maxFailureRatio: config?.MaxFailureRatio ?? 0,
  order: config?.Order ?? ""
}), "rollingOf");

// src/stack/plan/compare-specs.rules.ts
function compareSpecs(stack, before, after, names) {
  const [old, now] = [before, after].map(
    (specs) => new Map(specs.filter((spec) => !isRunJobSpec(spec)).map((spec) => [spec.Name, spec]))
  );
  return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].flatMap((fullName2) => {
    const [from, to] = [old.get(fullName2), now.get(fullName2)];
    if (!from) return [changeOf(stack, fullName2, "created")];
    if (!to) return [changeOf(stack, fullName2, "removed")];
    const [viewFrom, viewTo] = [viewOfSpec(from, stack, names), viewOfSpec(to, stack, names)];
    const fields = differences(viewFrom, viewTo);
    if (fields.length === 0) return [];
    return [
      {
        ...changeOf(stack, fullName2, "updated"),
        fields: forShowing(fields, viewFrom, viewTo),
        tasks: effectOnTasks(fields)
      }
    ];
  });
}
__name(compareSpecs, "compareSpecs");
var changeOf = /* @__PURE__ */ __name((stack, fullName2, kind) => ({
  name: fullName2.startsWith(`${stack}_`) ? fullName2.slice(stack.length + 1) : fullName2,
  fullName: fullName2,
  kind,
  fields: [],
  tasks: "none",
  refusal: void 0
}), "changeOf");

// src/stack/plan/digests/pin-images.rules.ts
var imagesToResolve = /* @__PURE__ */ __name((model) => [
  ...new Set(
    serviceEntries(model).map(([, { image }]) => text(image)).filter((image) => image !== "" && !isPinned(image))
  )
], "imagesToResolve");
function pinImages(model, digests, policy) {
  const known = new Map(Object.entries(digests).map(([image, answer]) => [familiar(image), answer]));
  const unpinned = /* @__PURE__ */ new Map();
  const pinned = mapServices(model, (service, name) => {
    const image = text(service.image);
    if (image === "" || isPinned(image)) return service;
    const answer = known.get(familiar(image)) ?? { why: "no registry was asked for it" };
    if ("digest" in answer) return { ...service, image: `${image}@${answer.digest}` };
    const missing3 = unpinned.get(image) ?? { image, services: [], why: answer.why };
    unpinned.set(image, { ...missing3, services: [...missing3.services, name] });
    return service;
  });
  const missing2 = [...unpinned.values()];
  if (missing2.length > 0 && policy.unresolved === "refuse") throw refused(missing2, policy);
  return { model: pinned, unpinned: missing2 };
}
__name(pinImages, "pinImages");
function refused(missing2, { placeOf: placeOf2 }) {
  const faults = missing2.map(({ image, services, why }) => {
    const places = services.flatMap((service) => placeOf2?.(service) ?? []);
    const where = places.length > 0 ? `${places.join(", ")}: ` : "";
    return `${where}the digest of ${image} (${services.join(", ")}) is not known: ${why}`;
  });
  return new SwarmlineError("deploy-failed", faults.join("; "), {
    hint: "push the image and log in to its registry, write name:tag@sha256:\u2026 in the stack file, or allow images without a digest where every node has them already"
  });
}
__name(refused, "refused");

// src/stack/plan/digests/pushed-digests.rules.ts
var DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var LINE = /^(?<reference>[^\s=@]+)(?:@|\s*(?:=|->|→|\s)\s*)(?<digest>\S+)$/;
function parseDigests(text2) {
  const trimmed = text2.trim();
  const entries = trimmed.startsWith("{") ? fromJson(trimmed) : fromLines(trimmed);
  const wrong = entries.flatMap(
    ({ reference, digest, shown: shown2 }) => reference !== "" && DIGEST.test(digest) ? [] : [shown2]
  );
  if (wrong.length > 0) throw refused2(`no image with its digest: ${wrong.join(", ")}`);
  return Object.fromEntries(entries.map(({ reference, digest }) => [reference, digest]));
}
__name(parseDigests, "parseDigests");
function fromJson(text2) {
  let parsed;
  try {
    parsed = JSON.parse(text2);
  } catch (cause) {
    throw refused2(`the digests are not JSON: ${cause.message}`);
  }
  const said = isMapping(parsed) ? parsed : {};
  if (Array.isArray(said.images)) return said.images.map(builtImage);
  const metadata = [said, ...Object.values(said)].filter(isMapping).flatMap(fromMetadata);
  if (metadata.length > 0) return metadata;
  return Object.entries(said).map(([key, value]) => {
    const text3 = typeof value === "string" ? value : "";
    const shown2 = `${key}: ${JSON.stringify(value)}`;
    return isPinned(text3) ? { reference: withoutDigest(text3), digest: text3.slice(text3.indexOf("@") + 1), shown: shown2 } : { reference: key, digest: text3, shown: shown2 };
  });
}
__name(fromJson, "fromJson");
function fromMetadata(said) {
  const names = said["image.name"];
  const digest = String(said["containerimage.digest"] ?? "");
  if (typeof names !== "string") return [];
  return names.split(",").map((name) => {
    const reference = name.trim().split("@")[0] ?? "";
    return { reference, digest, shown: `${reference}: ${JSON.stringify(digest)}` };
  });
}
__name(fromMetadata, "fromMetadata");
function builtImage(image) {
  const { reference, digest } = isMapping(image) ? image : {};
  return { reference: String(reference ?? ""), digest: String(digest ?? ""), shown: JSON.stringify(image) };
}
__name(builtImage, "builtImage");
var fromLines = /* @__PURE__ */ __name((text2) => text2.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).map((line) => {
  const { reference = "", digest = "" } = LINE.exec(line)?.groups ?? {};
  return { reference, digest, shown: JSON.stringify(line) };
}), "fromLines");
var refused2 = /* @__PURE__ */ __name((message) => new SwarmlineError("usage", message, {
  hint: "give the output images of build-push, or lines such as name:tag@sha256:\u2026"
}), "refused");

// src/stack/plan/meshless.rules.ts
function applyMeshless(model) {
  return mapServices(model, (service) => {
    const ports = sequence(service.ports).flatMap(parsePort).map(onItsNode);
    const deploy = mapping(service.deploy);
    const isJob2 = String(deploy.mode ?? "").endsWith("-job");
    const stopFirst = /* @__PURE__ */ __name((key) => ({ [key]: { ...mapping(deploy[key]), order: "stop-first" } }), "stopFirst");
    const over = {
      endpoint_mode: "dnsrr",
      ...ports.length > 0 && !isJob2 ? { ...stopFirst("update_config"), ...stopFirst("rollback_config") } : {}
    };
    return { ...withDeploy(service, over), ...ports.length > 0 ? { ports } : {} };
  });
}
__name(applyMeshless, "applyMeshless");
var onItsNode = /* @__PURE__ */ __name(({ target, published, protocol }) => ({
  target,
  ...published === void 0 ? {} : { published },
  protocol,
  mode: "host"
}), "onItsNode");

// src/stack/plan/model-parts.rules.ts
var stringRecord = /* @__PURE__ */ __name((value) => Object.fromEntries(Object.entries(record(value)).map(([key, item]) => [key, item ?? ""])), "stringRecord");
var isExternal = /* @__PURE__ */ __name((definition) => Boolean(definition.external), "isExternal");
var PROPAGATIONS = ["private", "rprivate", "shared", "rshared", "slave", "rslave"];
var mountsOf = /* @__PURE__ */ __name((model, stack, service) => sequence(service.volumes).map((volume) => {
  const long = isMapping(volume) ? volume : longVolume(text(volume));
  const source = text(long.source);
  const type = text(long.type) || "volume";
  const definition = type === "volume" && source !== "" ? mapping(mapping(model.volumes)[source]) : {};
  const isOwn = type === "volume" && source !== "" && !isExternal(definition);
  const size = mapping(long.tmpfs).size;
  return {
    type,
    source: type === "volume" && source !== "" ? fullName(model, stack, "volumes", source) : source,
    target: text(long.target),
    isReadOnly: long.read_only === true,
    options: [
      ...mapping(long.volume).nocopy === true ? ["nocopy"] : [],
      ...texts(mapping(long.bind).propagation),
      ...size ? [`size=${showBytes(bytesOf(text(size)))}`] : [],
      ...mountOptions(
        text(long.consistency),
        text(mapping(long.volume).subpath) || text(mapping(long.image).subpath)
      )
    ],
    driver: isOwn ? text(definition.driver) : "",
    driverOptions: isOwn ? stringRecord(definition.driver_opts) : {},
    labels: isOwn ? stringRecord(definition.labels) : {}
  };
}), "mountsOf");
function longVolume(short2) {
  const [first = "", second, options = ""] = short2.split(":");
  if (second === void 0) return { type: "volume", target: first };
  const words = options.split(",");
  return {
    type: /^[./~]/.test(first) ? "bind" : "volume",
    source: first,
    target: second,
    read_only: words.includes("ro"),
    volume: { nocopy: words.includes("nocopy") },
    bind: { propagation: words.filter((word) => PROPAGATIONS.includes(word)) }
  };
}
__name(longVolume, "longVolume");
function fullName(model, stack, section, key) {
  const definition = mapping(mapping(model[section])[key]);
  const { external, name } = definition;
  const given = text(name) || text(mapping(external).name);
  return given || (isExternal(definition) ? key : `${stack}_${key}`);
}
__name(fullName, "fullName");
var filesOf = /* @__PURE__ */ __name((model, stack, section, service) => sequence(service[section]).map((item) => {
  const long = isMapping(item) ? item : { source: item };
  const source = text(long.source);
  return {
    name: fullName(model, stack, section, source),
    target: text(long.target) || source,
    uid: text(long.uid) || "0",
    gid: text(long.gid) || "0",
    mode: typeof long.mode === "number" ? long.mode : 292
  };
}), "filesOf");
function attachmentsOf(model, stack, service) {
  const given = isMapping(service.networks) ? Object.entries(service.networks) : sequence(service.networks).map((name) => [text(name), {}]);
  const all = given.length > 0 ? given : [["default", {}]];
  return all.map(([key, value]) => ({
    network: fullName(model, stack, "networks", key),
    aliases: texts(mapping(value).aliases),
    driverOptions: stringRecord(mapping(value).driver_opts)
  }));
}
__name(attachmentsOf, "attachmentsOf");
function rollingOf2(value) {
  const config = mapping(value);
  return {
    parallelism: config.parallelism === void 0 ? 1 : Number(config.parallelism),
    delayMs: durationMs(text(config.delay)) ?? 0,
    monitorMs: durationMs(text(config.monitor)) ?? 0,
    failureAction: text(config.failure_action),
    maxFailureRatio: Number(config.max_failure_ratio ?? 0),
    order: text(config.order)
  };
}
__name(rollingOf2, "rollingOf");

// src/stack/plan/plan-objects.rules.ts
function planObjects(model, stack, current) {
  return [
    ...planNetworks(model, stack, current),
    ...planFiles(model, stack, "secret", current.secrets),
    ...planFiles(model, stack, "config", current.configs),
    ...planVolumes(model, stack, current)
  ];
}
__name(planObjects, "planObjects");
function planNetworks(model, stack, { networks }) {
  const definitions = mapping(model.networks);
  const used = new Set(
    serviceEntries(model).flatMap(
      ([, service]) => attachmentsOf(model, stack, service).map(({ network }) => network)
    )
  );
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(definitions), "default"])];
  const own = keys.filter(
    (key) => !isExternal(mapping(definitions[key])) && used.has(fullName(model, stack, "networks", key))
  ).map((key) => ({ name: fullName(model, stack, "networks", key), definition: mapping(definitions[key]) }));
  const ofStack2 = networks.filter(({ Labels }) => Labels?.[STACK_LABEL] === stack);
  const planned = own.flatMap(({ name, definition }) => {
    const live = ofStack2.find(({ Name }) => Name === name);
    if (!live) return [{ kind: "network", name, change: "created", fields: [] }];
    const fields = forShowing(differences(viewOfNetwork(live, definition), viewOfDefinition(definition)));
    return fields.length > 0 ? [{ kind: "network", name, change: "drifted", fields }] : [];
  });
  const unused = ofStack2.filter(({ Name }) => !own.some(({ name }) => name === Name));
  return [...planned, ...unused.map(({ Name }) => change("network", Name, "unused"))];
}
__name(planNetworks, "planNetworks");
var viewOfDefinition = /* @__PURE__ */ __name((definition) => present({
  driver: text(definition.driver) || "overlay",
  internal: definition.internal === true ? "true" : "",
  attachable: definition.attachable === true ? "true" : "",
  "ipam.driver": text(mapping(definition.ipam).driver),
  subnets: sequence(mapping(definition.ipam).config).map((config) => text(mapping(config).subnet)).join(", "),
  ...allOf("driver_opts", stringRecord(definition.driver_opts)),
  ...allOf("labels", stringRecord(definition.labels))
}), "viewOfDefinition");
function viewOfNetwork(live, definition) {
  const wanted = Object.keys(stringRecord(definition.driver_opts));
  const options = Object.entries(live.Options ?? {}).filter(([key]) => wanted.includes(key));
  const labels = Object.entries(live.Labels ?? {}).filter(([key]) => key !== STACK_LABEL);
  const hasSubnets = sequence(mapping(definition.ipam).config).length > 0;
  return present({
    driver: live.Driver,
    internal: live.Internal ? "true" : "",
    attachable: live.Attachable ? "true" : "",
    "ipam.driver": text(mapping(definition.ipam).driver) === "" ? "" : live.IPAM?.Driver ?? "",
    subnets: hasSubnets ? (live.IPAM?.Config ?? []).map(({ Subnet }) => Subnet ?? "").join(", ") : "",
    ...allOf("driver_opts", Object.fromEntries(options)),
    ...allOf("labels", Object.fromEntries(labels))
  });
}
__name(viewOfNetwork, "viewOfNetwork");
function planFiles(model, stack, kind, live) {
  const section = `${kind}s`;
  const own = Object.entries(mapping(model[section])).filter(
    ([, definition]) => !isExternal(mapping(definition))
  );
  const wanted = own.map(([key]) => fullName(model, stack, section, key));
  const drifted = own.flatMap(([key, definition]) => {
    const name = fullName(model, stack, section, key);
    const found = live.find(({ Spec }) => Spec.Name === name);
    if (!found) return [];
    const labels = stringRecord(mapping(definition).labels);
    const was = found.Spec.Labels?.[OUR_LABEL.content];
    const is = labels[OUR_LABEL.content];
    if (was !== void 0 && is !== void 0 && was !== is)
      return [{ kind, name, change: "drifted", fields: [] }];
    const fields = forShowing(differences(labelsAlone(found.Spec.Labels ?? {}), labelsAlone(labels)));
    const change2 = is === void 0 ? "updated" : "drifted";
    return fields.length > 0 ? [{ kind, name, change: change2, fields }] : [];
  });
  const there = live.map(({ Spec }) => Spec.Name);
  return [
    ...wanted.filter((name) => !there.includes(name)).map((name) => change(kind, name, "created")),
    ...there.filter((name) => !wanted.includes(name)).map((name) => change(kind, name, "unused")),
    ...drifted
  ];
}
__name(planFiles, "planFiles");
var labelsAlone = /* @__PURE__ */ __name((labels) => present(
  allOf(
    "labels",
    Object.fromEntries(
      Object.entries(labels).filter(([key]) => !/^(com\.docker\.stack|io\.swarmline)\./.test(key))
    )
  )
), "labelsAlone");
function planVolumes(model, stack, { services }) {
  const external = Object.entries(mapping(model.volumes)).filter(([, definition]) => isExternal(mapping(definition))).map(([key]) => fullName(model, stack, "volumes", key));
  const named = /* @__PURE__ */ __name((mounts) => mounts.filter(({ type, source }) => type === "volume" && source !== "").map(({ source }) => source), "named");
  const wanted = new Set(
    serviceEntries(model).flatMap(([, service]) => named(mountsOf(model, stack, service)))
  );
  const there = new Set(
    services.flatMap(
      ({ Spec }) => named(
        (Spec.TaskTemplate.ContainerSpec?.Mounts ?? []).map((mount) => ({
          type: mount.Type || "volume",
          source: mount.Source ?? ""
        }))
      )
    )
  );
  const isOurs2 = /* @__PURE__ */ __name((name) => name.startsWith(`${stack}_`), "isOurs");
  return [
    ...driftedVolumes(model, stack, services),
    ...[...wanted].filter((name) => !there.has(name) && !external.includes(name)).map((name) => change("volume", name, "created")),
    ...[...there].filter((name) => !wanted.has(name) && isOurs2(name)).map((name) => change("volume", name, "unused"))
  ];
}
__name(planVolumes, "planVolumes");
function driftedVolumes(model, stack, services) {
  const was = new Map(
    services.flatMap(({ Spec }) => Spec.TaskTemplate.ContainerSpec?.Mounts ?? []).filter(({ Type = "volume", Source }) => Type === "volume" && Source).map(({ Source = "", VolumeOptions }) => [Source, VolumeOptions?.DriverConfig])
  );
  const is = new Map(
    serviceEntries(model).flatMap(([, service]) => mountsOf(model, stack, service)).filter(({ type, source }) => type === "volume" && was.has(source)).map((mount) => [mount.source, mount])
  );
  return [...is].flatMap(([name, { driver, driverOptions }]) => {
    const before = was.get(name);
    const fields = forShowing(
      differences(
        present({ driver: before?.Name ?? "", ...allOf("driver_opts", before?.Options ?? {}) }),
        present({ driver, ...allOf("driver_opts", driverOptions) })
      )
    );
    return fields.length > 0 ? [{ kind: "volume", name, change: "drifted", fields }] : [];
  });
}
__name(driftedVolumes, "driftedVolumes");
var change = /* @__PURE__ */ __name((kind, name, what) => ({
  kind,
  name,
  change: what,
  fields: []
}), "change");

// src/stack/plan/port-moves.rules.ts
var isSame = /* @__PURE__ */ __name((a, b) => a.published === b.published && a.protocol === b.protocol && (a.mode === "ingress" || b.mode === "ingress"), "isSame");
var portsOfSpec = /* @__PURE__ */ __name(({ Spec, Endpoint }) => [...Spec.EndpointSpec?.Ports ?? [], ...Endpoint?.Ports ?? []].flatMap(
  (port) => port.PublishedPort ? [{ published: port.PublishedPort, protocol: port.Protocol, mode: port.PublishMode ?? "ingress" }] : []
), "portsOfSpec");
function withPortMoves(changes, model, stack, live) {
  const wanted = servicesOf(model).map((service) => ({
    fullName: `${stack}_${service.name}`,
    name: service.name,
    ports: service.ports.flatMap(
      (port) => port.published === void 0 ? [] : [{ ...port, published: port.published }]
    )
  }));
  const firsts = /* @__PURE__ */ new Map();
  const after = /* @__PURE__ */ new Map();
  const refusals = /* @__PURE__ */ new Map();
  for (const { name, fullName: fullName2, ports } of wanted)
    for (const other of live) {
      if (other.Spec.Name === fullName2) continue;
      const taken = ports.find((port2) => portsOfSpec(other).some((theirs) => isSame(port2, theirs)));
      const holder = changes.services.find((each) => each.fullName === other.Spec.Name);
      if (!taken || !holder) continue;
      const port = `${taken.published}/${taken.protocol}`;
      if (holder.kind === "removed") firsts.set(holder.name, `before ${name} takes its port ${port}`);
      else if (holder.kind === "orphaned")
        refusals.set(
          name,
          `port ${port} is published by ${holder.name}, which the files no longer name: deploy with pruning, and it is removed first`
        );
      else after.set(name, [...after.get(name) ?? [], holder.name]);
    }
  for (const name of after.keys())
    if (leadsBack(name, after))
      refusals.set(
        name,
        `it and ${(after.get(name) ?? []).join(", ")} exchange ports, and neither is free first: deploy once without the port`
      );
  return {
    ...changes,
    services: changes.services.map((change2) => {
      const refusal = change2.refusal ?? refusals.get(change2.name);
      const isFirst = change2.kind === "removed" ? firsts.get(change2.name) : void 0;
      const others = refusal === void 0 ? after.get(change2.name) : void 0;
      return {
        ...change2,
        refusal,
        ...isFirst === void 0 ? {} : { order: isFirst },
        ...others === void 0 ? {} : { order: `after ${others.join(", ")}, whose port it takes`, after: others }
      };
    })
  };
}
__name(withPortMoves, "withPortMoves");
function leadsBack(from, after) {
  const seen = /* @__PURE__ */ new Set();
  const next = [...after.get(from) ?? []];
  for (let name = next.pop(); name !== void 0; name = next.pop()) {
    if (name === from) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    next.push(...after.get(name) ?? []);
  }
  return false;
}
__name(leadsBack, "leadsBack");
var removedFirst = /* @__PURE__ */ __name(({ services }) => services.filter(({ kind, order }) => kind === "removed" && order !== void 0).map(({ fullName: fullName2 }) => fullName2), "removedFirst");
function wavesOf(names, { services }) {
  const waves = [];
  let left = [...names];
  while (left.length > 0) {
    const waits = /* @__PURE__ */ __name((name) => (services.find((each) => each.name === name)?.after ?? []).some((other) => left.includes(other)), "waits");
    const ready = left.filter((name) => !waits(name));
    const wave = ready.length > 0 ? ready : left;
    waves.push(wave);
    left = left.filter((name) => !wave.includes(name));
  }
  return waves;
}
__name(wavesOf, "wavesOf");

// src/stack/plan/view-of-model.rules.ts
function viewOfModel(model, stack, name) {
  const service = mapping(mapping(model.services)[name]);
  return present({
    image: familiar(text(service.image)),
    entrypoint: showWords(command(service.entrypoint)),
    command: showWords(command(service.command)),
    hostname: text(service.hostname),
    user: text(service.user),
    working_dir: text(service.working_dir),
    stop_signal: text(service.stop_signal),
    stop_grace_period: duration2(service.stop_grace_period),
    tty: showSwitch(service.tty),
    stdin_open: showSwitch(service.stdin_open),
    read_only: showSwitch(service.read_only),
    init: typeof service.init === "boolean" ? String(service.init) : "",
    isolation: text(service.isolation) === "default" ? "" : text(service.isolation),
    oom_score_adj: Number(service.oom_score_adj ?? 0) === 0 ? "" : text(service.oom_score_adj),
    dns: texts(service.dns).join(", "),
    dns_search: texts(service.dns_search).join(", "),
    extra_hosts: hosts(service.extra_hosts).join(", "),
    credential_spec: credentialSpec2(model, stack, mapping(service.credential_spec)),
    ...capabilityFields(texts(service.cap_add), texts(service.cap_drop)),
    ...healthFields2(service.healthcheck),
    ...allOf("environment", record(service.environment)),
    ...allOf("labels", stringRecord(service.labels)),
    ...allOf("sysctls", stringRecord(service.sysctls)),
    ...ulimitFields(mapping(service.ulimits)),
    ...loggingFields(service.logging),
    ...mountFields(mountsOf(model, stack, service)),
    ...fileFields("secrets", filesOf(model, stack, "secrets", service)),
    ...fileFields("configs", filesOf(model, stack, "configs", service)),
    ...networkFields(attachmentsOf(model, stack, service)),
    ...portFields(sequence(service.ports).flatMap(parsePort)),
    ...deployFields2(mapping(service.deploy))
  });
}
__name(viewOfModel, "viewOfModel");
function deployFields2(deploy) {
  const mode = text(deploy.mode) || "replicated";
  const placement = mapping(deploy.placement);
  const limits = mapping(mapping(deploy.resources).limits);
  const reservations = mapping(mapping(deploy.resources).reservations);
  return {
    "deploy.mode": mode,
    "deploy.replicas": mode.startsWith("global") ? "" : text(deploy.replicas ?? 1),
    "deploy.endpoint_mode": text(deploy.endpoint_mode).toLowerCase() || "vip",
    ...allOf("deploy.labels", stringRecord(deploy.labels)),
    "deploy.placement.constraints": texts(placement.constraints).join(", "),
    "deploy.placement.preferences": sequence(placement.preferences).map((preference) => `spread ${text(mapping(preference).spread)}`).join(", "),
    "deploy.placement.max_replicas_per_node": showCount(Number(placement.max_replicas_per_node ?? 0)),
    "deploy.resources.limits.cpus": showNanoCpus(nanoCpus(limits.cpus)),
    "deploy.resources.limits.memory": showMemory(bytesOf(text(limits.memory))),
    "deploy.resources.limits.pids": showCount(Number(limits.pids ?? 0)),
    "deploy.resources.reservations.cpus": showNanoCpus(nanoCpus(reservations.cpus)),
    "deploy.resources.reservations.memory": showMemory(bytesOf(text(reservations.memory))),
    "deploy.resources.reservations.generic_resources": genericResources(reservations.generic_resources),
    ...restartFields2(deploy.restart_policy),
    // Jobs have none: docker refuses them.
    ...mode.endsWith("-job") ? {} : {
      ...rollingFields("update_config", rollingOf2(deploy.update_config)),
      ...rollingFields("rollback_config", rollingOf2(deploy.rollback_config))
    }
  };
}
__name(deployFields2, "deployFields");
var nanoCpus = /* @__PURE__ */ __name((value) => Math.round(Number(text(value)) * 1e9), "nanoCpus");
var command = /* @__PURE__ */ __name((value) => typeof value === "string" ? shellWords(value) : texts(value), "command");
var duration2 = /* @__PURE__ */ __name((value) => {
  const ms = durationMs(text(value));
  return ms === void 0 ? "" : showDuration(ms);
}, "duration");
var nonZero2 = /* @__PURE__ */ __name((value) => duration2(value) === "0s" ? "" : duration2(value), "nonZero");
var hosts = /* @__PURE__ */ __name((value) => isMapping(value) ? Object.entries(value).map(([host, address]) => `${host}:${text(address)}`).sort() : texts(value).map((entry) => entry.replace(/^([^:=]+)=/, "$1:")), "hosts");
var credentialSpec2 = /* @__PURE__ */ __name((model, stack, { config, file, registry }) => [
  config && `config ${fullName(model, stack, "configs", text(config))}`,
  file && `file ${text(file)}`,
  registry && `registry ${text(registry)}`
].filter(Boolean).join(" "), "credentialSpec");
function healthFields2(value) {
  if (!isMapping(value)) return {};
  if (value.disable === true) return { "healthcheck.test": "NONE" };
  const test = typeof value.test === "string" ? ["CMD-SHELL", value.test] : texts(value.test);
  return {
    "healthcheck.test": showWords(test),
    "healthcheck.interval": nonZero2(value.interval),
    "healthcheck.timeout": nonZero2(value.timeout),
    "healthcheck.start_period": nonZero2(value.start_period),
    "healthcheck.start_interval": nonZero2(value.start_interval),
    "healthcheck.retries": showCount(Number(value.retries ?? 0))
  };
}
__name(healthFields2, "healthFields");
var ulimitFields = /* @__PURE__ */ __name((ulimits) => Object.fromEntries(
  Object.entries(ulimits).map(([name, value]) => {
    const { soft, hard } = isMapping(value) ? value : { soft: value, hard: value };
    return [`ulimits.${name}`, `${text(soft)}:${text(hard)}`];
  })
), "ulimitFields");
var loggingFields = /* @__PURE__ */ __name((value) => isMapping(value) ? { "logging.driver": text(value.driver), ...allOf("logging.options", stringRecord(value.options)) } : {}, "loggingFields");
var genericResources = /* @__PURE__ */ __name((value) => sequence(value).map((item) => mapping(mapping(item).discrete_resource_spec)).map(({ kind, value: count }) => `${text(kind)}=${text(count)}`).join(", "), "genericResources");
function restartFields2(value) {
  if (!isMapping(value)) return {};
  return {
    "deploy.restart_policy.condition": text(value.condition) || "any",
    "deploy.restart_policy.delay": duration2(value.delay),
    "deploy.restart_policy.max_attempts": showCount(Number(value.max_attempts ?? 0)),
    "deploy.restart_policy.window": duration2(value.window)
  };
}
__name(restartFields2, "restartFields");

// src/stack/plan/plan-changes.rules.ts
function planChanges(model, stack, current, options) {
  const names = namesOf(current);
  const live = new Map(current.services.map((service) => [service.Spec.Name, service]));
  const wanted = serviceEntries(model).map(([name]) => name);
  const services = wanted.map((name) => {
    const service = live.get(`${stack}_${name}`);
    const to = viewOfModel(model, stack, name);
    if (!service) return created(stack, name);
    const from = viewOfSpec(service.Spec, stack, names);
    return compared(stack, name, from, comparable(to, from, current.apiVersion, options));
  });
  const left = [...live.values()].filter(({ Spec }) => !wanted.some((name) => Spec.Name === `${stack}_${name}`));
  const objects = planObjects(model, stack, current);
  const all = [...services, ...left.map((service) => leftOver(stack, service, options.isPruning))];
  const isUnchanged = all.every(({ kind }) => kind === "orphaned" || kind === "unchanged") && objects.every(({ change: change2 }) => change2 !== "created" && change2 !== "updated");
  const runJobs = new Set(serviceEntries(model).flatMap(([name, each]) => isRunJob(each) ? [name] : []));
  const changes = {
    stack,
    services: all.map(
      (change2) => !isUnchanged && change2.kind === "unchanged" && runJobs.has(change2.name) ? { ...change2, tasks: "run-again" } : change2
    ),
    objects,
    isUnchanged
  };
  return withPortMoves(changes, model, stack, current.services);
}
__name(planChanges, "planChanges");
var PLATFORMS = "deploy.placement.platforms";
function comparable(to, from, apiVersion, { platforms }) {
  const { image = "" } = to;
  const { image: liveImage = "" } = from;
  const result = { ...to };
  if (!isPinned(image) && withoutDigest(liveImage) === image) result.image = liveImage;
  const forNodes = isPinned(image) ? platformsInWords(platforms?.get(image) ?? []) : from[PLATFORMS];
  if (forNodes) result[PLATFORMS] = forNodes;
  if (!isSince(apiVersion, 44)) delete result["healthcheck.start_interval"];
  if (!isSince(apiVersion, 46)) delete result.oom_score_adj;
  return result;
}
__name(comparable, "comparable");
var isSince = /* @__PURE__ */ __name((apiVersion, minor) => {
  const [major = 1, own = 0] = apiVersion.split(".").map(Number);
  return major > 1 || own >= minor;
}, "isSince");
var MODE = "deploy.mode";
function compared(stack, name, from, to) {
  const changes = differences(from, to);
  const isJob2 = (to[MODE] ?? "").endsWith("-job");
  const modes = changes.find(({ field }) => field === MODE);
  return {
    name,
    fullName: `${stack}_${name}`,
    kind: changes.length > 0 ? "updated" : "unchanged",
    fields: forShowing(changes, from, to),
    tasks: isJob2 && changes.length > 0 ? "run-again" : effectOnTasks(changes),
    refusal: modes && `a swarm never changes the mode of a service (${modes.from} to ${modes.to}): remove it first (docker service rm ${stack}_${name}), or give it another name`
  };
}
__name(compared, "compared");
var created = /* @__PURE__ */ __name((stack, name) => ({
  name,
  fullName: `${stack}_${name}`,
  kind: "created",
  fields: [],
  tasks: "none",
  refusal: void 0
}), "created");
function leftOver(stack, { Spec }, isPruning) {
  const name = Spec.Name.startsWith(`${stack}_`) ? Spec.Name.slice(stack.length + 1) : Spec.Name;
  return { ...created(stack, name), fullName: Spec.Name, kind: isPruning ? "removed" : "orphaned" };
}
__name(leftOver, "leftOver");

// src/stack/plan/settings/settings-notes.rules.ts
var DEFAULT_MONITOR_MS3 = 5e3;
function notesOn(service, definition) {
  const deploy = mapping(definition.deploy);
  return [
    ...sideNotes("update_config", mapping(deploy.update_config), definition),
    ...sideNotes("rollback_config", mapping(deploy.rollback_config), definition)
  ].map((note) => ({ service, ...note }));
}
__name(notesOn, "notesOn");
function sideNotes(side, rolling, definition) {
  const deploy = mapping(definition.deploy);
  const isGlobal2 = deploy.mode === "global";
  const isStartFirst = rolling.order === "start-first";
  const isIgnoringFailures = rolling.failure_action === "continue";
  const monitorMs2 = durationMs(text(rolling.monitor));
  const saidMs = monitorMs2 ?? 0;
  const delayMs2 = durationMs(text(rolling.delay)) ?? 0;
  const parallelism = rolling.parallelism === void 0 ? 1 : Number(rolling.parallelism);
  const replicas = deploy.replicas === void 0 ? 1 : Number(deploy.replicas);
  const note = /* @__PURE__ */ __name((isSo, hasEffect, words) => isSo ? [{ hasEffect, text: `${side}.${words}` }] : [], "note");
  return [
    ...note(
      isStartFirst && hasHostPorts(definition),
      true,
      "order: start-first never completes with a port in host mode: the old task has the port (use stop-first)"
    ),
    ...note(monitorMs2 === 0, false, `monitor: 0s means docker's default, ${DEFAULT_MONITOR_MS3 / 1e3}s`),
    // Only whom his own word misleads: equal ones differ by a second, and who wrote no monitor expects none.
    ...note(
      saidMs > 0 && delayMs2 > saidMs && parallelism > 0,
      true,
      `monitor: ${showDuration(saidMs)} is shorter than delay (${showDuration(delayMs2)}): the swarm watches each task for ${showDuration(delayMs2 + 1e3)}`
    ),
    ...note(
      Number(rolling.max_failure_ratio ?? 0) > 0 && isIgnoringFailures,
      false,
      "max_failure_ratio has no effect with failure_action: continue"
    ),
    ...note(
      isIgnoringFailures && side === "update_config",
      true,
      "failure_action: continue updates every task even when the first ones fail"
    ),
    ...note(
      !isGlobal2 && delayMs2 > 0 && (parallelism === 0 || parallelism >= replicas),
      false,
      `delay has no effect: ${parallelism === 0 ? "all" : parallelism} tasks change at a time, of ${replicas}`
    ),
    ...note(
      side === "rollback_config" && rolling.failure_action === "rollback",
      false,
      "failure_action: rollback is not for a rollback: docker accepts only pause and continue there"
    )
  ];
}
__name(sideNotes, "sideNotes");
function hasHostPorts(definition) {
  return sequence(definition.ports).some((port) => mapping(port).mode === "host");
}
__name(hasHostPorts, "hasHostPorts");

// src/stack/plan/settings/apply-settings.rules.ts
function applySettings(model, settings) {
  requireKnown(model, settings);
  const notes = [];
  const applied = mapServices(model, (service, name) => {
    const own = Object.hasOwn(settings.byService, name) ? settings.byService[name] : void 0;
    const wanted = {
      update: { ...settings.all.update, ...own?.update },
      rollback: { ...settings.all.rollback, ...own?.rollback }
    };
    const isJob2 = text(mapping(service.deploy).mode).endsWith("-job");
    if (isJob2) {
      const isAsked = [...Object.values(wanted.update), ...Object.values(wanted.rollback)].length > 0;
      if (isAsked) notes.push({ service: name, hasEffect: false, text: "a job is not updated in steps" });
      return service;
    }
    const result = withSettings(service, wanted);
    notes.push(...notesOn(name, result));
    return result;
  });
  return { model: applied, notes };
}
__name(applySettings, "applySettings");
function requireKnown(model, { byService }) {
  const names = serviceEntries(model).map(([name]) => name);
  const unknown = Object.keys(byService).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const faults = unknown.map((name) => {
    const meant = nearest(name, names);
    return `the stack has no service ${name}${meant ? `: is it ${meant}?` : ""}`;
  });
  throw new SwarmlineError("usage", faults.join("; "), { hint: `its services are ${names.join(", ")}` });
}
__name(requireKnown, "requireKnown");
function withSettings(service, { update, rollback: rollback2 }) {
  const deploy = mapping(service.deploy);
  const over = {
    ...laidOver("update_config", deploy, update),
    ...laidOver("rollback_config", deploy, rollback2)
  };
  return Object.keys(over).length > 0 ? withDeploy(service, over) : service;
}
__name(withSettings, "withSettings");
function laidOver(key, deploy, rolling) {
  const over = inCompose(rolling);
  return Object.keys(over).length > 0 ? { [key]: { ...mapping(deploy[key]), ...over } } : {};
}
__name(laidOver, "laidOver");
function inCompose(rolling) {
  const { parallelism, delayMs: delayMs2, order, monitorMs: monitorMs2, failureAction, maxFailureRatio } = rolling;
  return Object.fromEntries(
    Object.entries({
      parallelism,
      delay: delayMs2 === void 0 ? void 0 : showDuration(delayMs2),
      order,
      monitor: monitorMs2 === void 0 ? void 0 : showDuration(monitorMs2),
      failure_action: failureAction,
      max_failure_ratio: maxFailureRatio
    }).filter(([, value]) => value !== void 0)
  );
}
__name(inCompose, "inCompose");

// src/stack/plan/settings/parse-settings.rules.ts
var PARSERS = {
  parallelism: /* @__PURE__ */ __name((text2) => /^\d{1,6}$/.test(text2) ? { value: { parallelism: Number(text2) } } : { fault: "a number of tasks, 0 for all" }, "parallelism"),
  delay: /* @__PURE__ */ __name((text2) => duration3(text2, (delayMs2) => ({ delayMs: delayMs2 })), "delay"),
  monitor: /* @__PURE__ */ __name((text2) => duration3(text2, (monitorMs2) => ({ monitorMs: monitorMs2 })), "monitor"),
  order: /* @__PURE__ */ __name((text2) => text2 === "start-first" || text2 === "stop-first" ? { value: { order: text2 } } : { fault: "start-first or stop-first" }, "order"),
  "failure-action": /* @__PURE__ */ __name((text2) => text2 === "pause" || text2 === "continue" || text2 === "rollback" ? { value: { failureAction: text2 } } : { fault: "pause, continue or rollback" }, "failure-action"),
  "max-failure-ratio": /* @__PURE__ */ __name((text2) => /^(?:0|1|0?\.\d+|[01]\.0+)$/.test(text2) ? { value: { maxFailureRatio: Number(text2) } } : { fault: "a fraction between 0 and 1, such as 0.2" }, "max-failure-ratio")
};
var duration3 = /* @__PURE__ */ __name((text2, make) => {
  const ms = durationMs(text2);
  return ms === void 0 ? { fault: "a duration such as 15s or 1m30s" } : { value: make(ms) };
}, "duration");
var NAMES = Object.keys(PARSERS);
var LINE2 = /^(?:(?<service>[^=]+)\.)?(?<side>update-|rollback-)?(?<name>[a-z-]+)=(?<text>.*)$/;
function parseSettings(lines) {
  const faults = [];
  const all = { update: {}, rollback: {} };
  const byService = /* @__PURE__ */ new Map();
  for (const line of lines.map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const parsed = parseLine(line);
    if ("fault" in parsed) faults.push(parsed.fault);
    else {
      const { service, side, value } = parsed;
      const of = service === void 0 ? all : byService.get(service) ?? { update: {}, rollback: {} };
      Object.assign(of[side], value);
      if (service !== void 0) byService.set(service, of);
    }
  }
  if (faults.length > 0)
    throw new SwarmlineError("usage", faults.join("; "), {
      hint: "write [SERVICE.][rollback-]NAME=VALUE, such as backend.delay=15s"
    });
  return { all, byService: Object.fromEntries(byService) };
}
__name(parseSettings, "parseSettings");
function parseLine(line) {
  const shown2 = JSON.stringify(line);
  const { service, side, name = "", text: text2 = "" } = LINE2.exec(line)?.groups ?? {};
  const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : void 0;
  if (!parse) {
    const meant = nearest(name, NAMES);
    return {
      fault: `${shown2} is no setting${meant ? `: is it ${meant}?` : `: they are ${NAMES.join(", ")}`}`
    };
  }
  const parsed = parse(text2.trim());
  if ("fault" in parsed) return { fault: `${shown2}: ${name} takes ${parsed.fault}` };
  if (side === "rollback-" && parsed.value.failureAction === "rollback")
    return { fault: `${shown2}: a rollback cannot be rolled back: pause or continue` };
  return { service, side: side === "rollback-" ? "rollback" : "update", value: parsed.value };
}
__name(parseLine, "parseLine");

// src/stack/plan/stages/part-of-model.rules.ts
var SECTIONS = ["networks", "volumes", "secrets", "configs"];
function partOfModel(model, names) {
  const services = serviceEntries(model).filter(([name]) => names.includes(name));
  const part = { ...model, services: Object.fromEntries(services) };
  for (const section of SECTIONS) {
    const used = new Set(services.flatMap(([, service]) => USED[section](service)));
    const kept = Object.entries(mapping(model[section])).filter(([name]) => used.has(name));
    if (kept.length > 0) part[section] = Object.fromEntries(kept);
    else delete part[section];
  }
  return part;
}
__name(partOfModel, "partOfModel");
var USED = {
  networks: /* @__PURE__ */ __name((service) => {
    const named = namesOf2(service.networks);
    return named.length > 0 ? named : ["default"];
  }, "networks"),
  volumes: /* @__PURE__ */ __name(({ volumes }) => sequence(volumes).flatMap(volumeName), "volumes"),
  secrets: /* @__PURE__ */ __name(({ secrets }) => namesOf2(secrets), "secrets"),
  configs: /* @__PURE__ */ __name(({ configs, credential_spec }) => [...namesOf2(configs), text(mapping(credential_spec).config)], "configs")
};
var namesOf2 = /* @__PURE__ */ __name((value) => isMapping(value) ? Object.keys(value) : sequence(value).map((item) => text(isMapping(item) ? item.source : item)), "namesOf");
var volumeName = /* @__PURE__ */ __name((volume) => {
  if (isMapping(volume)) return [text(volume.source)];
  const [source = "", target] = text(volume).split(":");
  return target === void 0 ? [] : [source];
}, "volumeName");

// src/stack/plan/stages/stages.rules.ts
var STAGE_LABEL = "io.swarmline.stage";
var JOBS = "jobs";
var REST = "rest";
var NAME = /^[a-z0-9][a-z0-9_.-]{0,62}$/i;
function stagesOf(model, named = {}) {
  const services = serviceEntries(model);
  requireNames(
    named,
    services.map(([name]) => name)
  );
  const chosen = services.map(([name, service]) => ({
    name,
    service,
    stage: Object.hasOwn(named, name) ? named[name] ?? "" : labelOf(service, STAGE_LABEL),
    run: labelOf(service, JOB_LABEL)
  }));
  const jobs = chosen.filter(({ run }) => run !== void 0);
  const others = chosen.filter(({ run }) => run === void 0);
  const stages = stagesOfServices(others);
  requireGood(chosen, stages);
  return [
    ...jobsAt("before", void 0, jobs),
    ...stages.flatMap((stage) => [
      ...jobsAt("before", stage.name, jobs),
      stage,
      ...jobsAt("after", stage.name, jobs)
    ]),
    ...jobsAt("after", void 0, jobs)
  ];
}
__name(stagesOf, "stagesOf");
function stagesOfServices(chosen) {
  const names = /* @__PURE__ */ __name((some) => some.map(({ name }) => name), "names");
  if (chosen.every(({ stage }) => stage === void 0)) {
    return chosen.length === 0 ? [] : [{ name: "all", services: names(chosen) }];
  }
  const stages = new Set(chosen.flatMap(({ stage }) => stage ?? []));
  const unnamed = chosen.filter(({ stage }) => stage === void 0);
  return [
    { name: JOBS, services: names(unnamed.filter(({ service }) => isOneShot2(service))) },
    ...[...stages].sort(inNaturalOrder).map((stage) => ({
      name: stage,
      services: names(chosen.filter((each) => each.stage === stage))
    })),
    { name: REST, services: names(unnamed.filter(({ service }) => !isOneShot2(service))) }
  ].filter((stage) => stage.services.length > 0);
}
__name(stagesOfServices, "stagesOfServices");
function jobsAt(run, at, jobs) {
  const services = jobs.filter((job) => job.run === run && job.stage === at).map(({ name }) => name);
  return services.length === 0 ? [] : [{ name: `${run} ${at ?? "the deploy"}`, services, run }];
}
__name(jobsAt, "jobsAt");
var isOneShot2 = /* @__PURE__ */ __name((service) => isJob(service) || mapping(mapping(service.deploy).restart_policy).condition === "none", "isOneShot");
function requireGood(chosen, stages) {
  const faults = chosen.flatMap((each) => each.run === void 0 ? stageFault(each) : runFault(each, stages));
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.map(({ text: text2 }) => text2).join("; "), {
      hint: [...new Set(faults.map(({ hint }) => hint))].join("; ")
    });
}
__name(requireGood, "requireGood");
function stageFault({ name, stage }) {
  const hint = "name a stage with letters, digits, dots, dashes and underscores, such as 1 or 2-backend";
  if (stage === void 0) return [];
  if (stage === JOBS || stage === REST)
    return [
      {
        text: `service ${name}: ${stage} is the stage of services that name none: give it another name`,
        hint
      }
    ];
  return NAME.test(stage) ? [] : [{ text: `service ${name}: ${JSON.stringify(stage)} is no name of a stage`, hint }];
}
__name(stageFault, "stageFault");
function runFault({ name, service, stage, run = "" }, stages) {
  const faults = [];
  if (!isRunWhen(run))
    faults.push({
      text: `service ${name}: ${JOB_LABEL} is ${JSON.stringify(run)}`,
      hint: `set ${JOB_LABEL} to before or after`
    });
  if (!isJob(service))
    faults.push({
      text: `service ${name} runs ${isRunWhen(run) ? run : "before or after"} the deploy and never ends`,
      hint: `give a service with ${JOB_LABEL} deploy.mode: replicated-job`
    });
  if (stage !== void 0 && !stages.some((each) => each.name === stage))
    faults.push({
      text: `service ${name}: no service is in stage ${JSON.stringify(stage)}`,
      hint: stages.length > 0 ? `its stages are ${stages.map((each) => each.name).join(", ")}` : `leave ${STAGE_LABEL} out`
    });
  return faults;
}
__name(runFault, "runFault");
function requireNames(named, names) {
  const faults = Object.keys(named).flatMap((name) => {
    if (names.includes(name)) return [];
    const meant = nearest(name, names);
    return [`stages name ${name}, which the stack does not have${meant ? `: is it ${meant}?` : ""}`];
  });
  if (faults.length > 0)
    throw new SwarmlineError("usage", faults.join("; "), { hint: `its services are ${names.join(", ")}` });
}
__name(requireNames, "requireNames");
function inNaturalOrder(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1);
}
__name(inNaturalOrder, "inNaturalOrder");

// src/stack/plan/words.rules.ts
var SIGNS2 = {
  created: "+",
  updated: "~",
  unchanged: "=",
  removed: "-",
  orphaned: "?"
};
var MAX_LENGTH2 = 80;
function changesInWords({ stack, services, objects, isUnchanged }) {
  const lines = [...services.flatMap(serviceLines), ...objects.flatMap(objectLines)];
  return [
    isUnchanged ? `${stack}: nothing changes` : `${stack}: ${summary(services, objects)}`,
    ...lines
  ].map(inTerminal);
}
__name(changesInWords, "changesInWords");
function summary(services, objects) {
  const counts = Object.keys(SIGNS2).flatMap((kind) => {
    const count = services.filter((service) => service.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  const made = objects.filter(({ change: change2 }) => change2 === "created").length;
  return [`services: ${counts.join(", ") || "none"}`, ...made > 0 ? [`${made} more created`] : []].join(
    "; "
  );
}
__name(summary, "summary");
var servicesInWords = /* @__PURE__ */ __name((services) => services.flatMap(serviceLines).map(inTerminal), "servicesInWords");
function serviceLines(service) {
  const { name, kind, fields, refusal } = service;
  return [
    `${SIGNS2[kind]} service ${name}: ${kind}${effect(service)}`,
    ...fields.map(fieldLine),
    ...refusal ? [`  ! ${refusal}`] : []
  ];
}
__name(serviceLines, "serviceLines");
function effect({ kind, tasks, order }) {
  if (order !== void 0) return `, ${order}`;
  if (kind === "orphaned") return ", the files no longer name it: deploy with pruning to remove it";
  return tasks === "none" ? "" : `, ${ON_TASKS[tasks]}`;
}
__name(effect, "effect");
var fieldLine = /* @__PURE__ */ __name(({ field, from, to }) => from === HIDDEN && to === HIDDEN ? `  ${field}: changed` : from === void 0 ? `  ${field}: ${short(to)} (new)` : to === void 0 ? `  ${field}: ${short(from)} (taken away)` : `  ${field}: ${short(from)} \u2192 ${short(to)}`, "fieldLine");
function objectLines({ kind, name, change: change2, fields }) {
  switch (change2) {
    case "created":
      return [`+ ${kind} ${name}: created`];
    case "unused":
      return [`? ${kind} ${name}: no longer named`];
    case "updated":
      return [`~ ${kind} ${name}: updated`, ...fields.map(fieldLine)];
    case "drifted":
      return [
        `! ${kind} ${name}: differs from the files; docker will not change it`,
        ...fields.map(fieldLine)
      ];
  }
}
__name(objectLines, "objectLines");
var short = /* @__PURE__ */ __name((value = "") => value.length > MAX_LENGTH2 ? `${value.slice(0, MAX_LENGTH2)}\u2026 (${value.length} characters)` : value, "short");

// src/stack/kept/record/drift.rules.ts
function driftOf(stack, records, running, names) {
  const last = records.find((record2) => record2.undone !== "restored");
  if (!last) return { kind: "unknown", why: `no deploy of ${stack} is on record` };
  const { seq, outcome, undone, specs } = last;
  if (outcome !== "converged" && undone !== "kept")
    return { kind: "unknown", why: `deploy ${seq} (${outcome}) did not record what it left` };
  if (!specs) return { kind: "unknown", why: `deploy ${seq} was recorded without its specs` };
  const unpruned = new Set(
    outcome === "converged" ? [] : (specs.changes ?? []).flatMap(({ kind, fullName: fullName2 }) => kind === "removed" ? [fullName2] : [])
  );
  const now = running.filter(({ Name }) => !unpruned.has(Name));
  return { kind: "known", since: seq, services: compareSpecs(stack, specs.services, now, names) };
}
__name(driftOf, "driftOf");

// src/stack/kept/record/pack.ts
import { gunzipSync, gzipSync } from "node:zlib";
var PART_LENGTH = 3e5;
var MAX_PARTS = 12;
var MAX_BYTES = 32 * 1024 * 1024;
function packSpecs(specs, partLength = PART_LENGTH) {
  const text2 = gzipSync(JSON.stringify(specs), { level: 9 }).toString("base64");
  const count = Math.ceil(text2.length / partLength);
  if (count > MAX_PARTS) return void 0;
  return Array.from({ length: count }, (_, i) => text2.slice(i * partLength, (i + 1) * partLength));
}
__name(packSpecs, "packSpecs");
function unpackSpecs(parts) {
  try {
    const json = gunzipSync(Buffer.from(parts.join(""), "base64"), { maxOutputLength: MAX_BYTES });
    const specs = JSON.parse(json.toString("utf8"));
    return specs?.schema === 1 && Array.isArray(specs.services) ? specs : void 0;
  } catch {
    return void 0;
  }
}
__name(unpackSpecs, "unpackSpecs");

// src/stack/kept/record/record.rules.ts
var RECORD_LABEL = {
  seq: "io.swarmline.deploy.seq",
  outcome: "io.swarmline.deploy.outcome",
  version: "io.swarmline.deploy.tool-version",
  /** On a rollback: the seq that it went back to. */
  rollbackTo: "io.swarmline.deploy.rollback-to",
  /** Why it did not converge, in one line. */
  failure: "io.swarmline.deploy.failure",
  /** What was done with the stack when it did not converge: `restored`, `removed` or `kept`. */
  undone: "io.swarmline.deploy.undone",
  /** How many objects hold the specs; there once all of them are. */
  parts: "io.swarmline.deploy.parts"
};
var PENDING = "pending";
function recordsOf(configs) {
  const ofKind = /* @__PURE__ */ __name((kind) => configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === kind), "ofKind");
  const parts = Map.groupBy(ofKind("deploy-part"), seqOf);
  return ofKind("deploy").flatMap((header) => {
    const labels = header.Spec.Labels ?? {};
    const seq = seqOf(header);
    if (!Number.isSafeInteger(seq) || seq < 1) return [];
    const byNumber = new Map(
      (parts.get(seq) ?? []).toSorted((a, b) => Number(isSealed(a)) - Number(isSealed(b))).map((part) => [partOf(part), part])
    );
    const own = [...byNumber.values()].toSorted((a, b) => partOf(a) - partOf(b));
    const wanted = Number(labels[RECORD_LABEL.parts] ?? 0);
    const rollbackTo = Number(labels[RECORD_LABEL.rollbackTo]);
    return [
      {
        seq,
        at: header.CreatedAt,
        owner: labels[OUR_LABEL.owner] ?? "",
        version: labels[RECORD_LABEL.version] ?? "",
        outcome: labels[RECORD_LABEL.outcome] ?? PENDING,
        rollbackTo: rollbackTo > 0 ? rollbackTo : void 0,
        failure: labels[RECORD_LABEL.failure] || void 0,
        undone: labels[RECORD_LABEL.undone] || void 0,
        hasSpecs: wanted > 0 && own.length === wanted,
        header,
        parts: own
      }
    ];
  }).toSorted((a, b) => b.seq - a.seq);
}
__name(recordsOf, "recordsOf");
var lastSeq = /* @__PURE__ */ __name((configs) => Math.max(0, ...configs.map(seqOf).filter(Number.isSafeInteger)), "lastSeq");
function strayParts(configs, records) {
  const held2 = new Set(records.flatMap((record2) => record2.parts.map((part) => part.ID)));
  return configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === "deploy-part" && !held2.has(c.ID));
}
__name(strayParts, "strayParts");
function outdatedRecords(records, keep) {
  const last = records.find((record2) => record2.outcome === "converged" && record2.hasSpecs);
  return records.slice(Math.max(1, keep)).filter((record2) => record2 !== last);
}
__name(outdatedRecords, "outdatedRecords");
var seqOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Labels?.[RECORD_LABEL.seq]), "seqOf");
var isSealed = /* @__PURE__ */ __name(({ Spec }) => Spec.Labels?.[OUR_LABEL.sealedBy] !== void 0, "isSealed");
var placeOfPart = /* @__PURE__ */ __name((stack, seq, part) => JSON.stringify(["deploy", stack, seq, part]), "placeOfPart");
var partOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Name.slice(config.Spec.Name.lastIndexOf(".") + 1)), "partOf");

// src/stack/kept/record/seal.ts
import { createCipheriv, createDecipheriv, randomBytes as randomBytes3 } from "node:crypto";
var ALGORITHM = "aes-256-gcm";
var NONCE_BYTES = 12;
var TAG_BYTES = 16;
function seal(text2, place) {
  const key = randomBytes3(32);
  const nonce = randomBytes3(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text2, "latin1"), cipher.final()]);
  const data = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
  return { data, key: key.toString("base64") };
}
__name(seal, "seal");
function unseal({ data, key }, place) {
  try {
    const bytes = Buffer.from(data, "base64");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const cipher = createDecipheriv(ALGORITHM, Buffer.from(key, "base64"), nonce, {
      authTagLength: TAG_BYTES
    });
    cipher.setAAD(Buffer.from(place));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([cipher.update(body), cipher.final()]).toString("latin1");
  } catch {
    return void 0;
  }
}
__name(unseal, "unseal");

// src/stack/kept/record/read.ts
async function readRecords(client, stack, fx) {
  return recordsOf(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
}
__name(readRecords, "readRecords");
function readSpecs(record2) {
  if (!record2.hasSpecs) return void 0;
  const texts2 = record2.parts.map((part) => textOf(part, record2.seq));
  return texts2.includes(void 0) ? void 0 : unpackSpecs(texts2);
}
__name(readSpecs, "readSpecs");
async function readDrift({ client, stack, running, names }, fx) {
  const records = await readRecords(client, stack, fx);
  const readable = records.map((record2) => ({ ...record2, specs: readSpecs(record2) }));
  return driftOf(stack, readable, running, names);
}
__name(readDrift, "readDrift");
function textOf(part, seq) {
  const { Data, Labels } = part.Spec;
  const text2 = Buffer.from(typeof Data === "string" ? Data : "", "base64").toString("latin1");
  const key = Labels?.[OUR_LABEL.sealedBy];
  if (key === void 0) return text2;
  return unseal({ data: text2, key }, placeOfPart(Labels?.[STACK_LABEL] ?? "", seq, partOf(part)));
}
__name(textOf, "textOf");

// src/stack/plan/stack-objects.ts
var ofStack = /* @__PURE__ */ __name((stack) => ({
  filters: JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
}), "ofStack");
async function stackObjects(client, stack, signal) {
  const list3 = /* @__PURE__ */ __name(async (path4) => await client.json("GET", path4, { query: ofStack(stack), signal }) ?? [], "list");
  const [services, tasks, networks, secrets, configs] = await Promise.all([
    list3("/services"),
    list3("/tasks"),
    list3("/networks"),
    list3("/secrets"),
    list3("/configs")
  ]);
  return { services, tasks, networks, secrets, configs };
}
__name(stackObjects, "stackObjects");
function inWords(objects) {
  return Object.entries(objects).filter(([, list3]) => list3.length > 0).map(([kind, list3]) => `${list3.length} ${list3.length === 1 ? kind.slice(0, -1) : kind}`).join(", ");
}
__name(inWords, "inWords");

// src/stack/plan/current.ts
function readNames(client, specs, fx) {
  return persist(async () => {
    const list3 = /* @__PURE__ */ __name(async (path4) => await client.json("GET", path4, { signal: fx.signal }) ?? [], "list");
    const [networks, configs] = await Promise.all([
      list3("/networks"),
      list3("/configs")
    ]);
    const foreign = await predefined(client, specs, networks, fx.signal);
    return namesOf({ networks: [...networks, ...foreign], configs });
  }, fx);
}
__name(readNames, "readNames");
async function readCurrent(client, stack, signal) {
  const list3 = /* @__PURE__ */ __name(async (path4, query) => await client.json("GET", path4, { ...query ? { query } : {}, signal }) ?? [], "list");
  const [services, networks, secrets, configs, version2] = await Promise.all([
    list3("/services", ofStack(stack)),
    list3("/networks"),
    list3("/secrets", ofStack(stack)),
    list3("/configs", ofStack(stack)),
    client.json("GET", "/version", { signal })
  ]);
  const foreign = await predefined(
    client,
    services.map(({ Spec }) => Spec),
    networks,
    signal
  );
  const named = configs.filter((config) => !isBook(config.Spec.Labels));
  return {
    services,
    networks: [...networks, ...foreign],
    secrets,
    configs: named,
    apiVersion: version2.ApiVersion
  };
}
__name(readCurrent, "readCurrent");
async function predefined(client, specs, listed2, signal) {
  const used = new Set(specs.flatMap((s) => (s.TaskTemplate.Networks ?? []).map((n) => n.Target)));
  const unknown = [...used].filter((id) => !listed2.some((network) => network.Id === id));
  const found = await Promise.all(
    unknown.map(
      (id) => client.json("GET", `/networks/${id}`, { signal }).catch((error) => {
        if (error instanceof EngineAnswerError) return void 0;
        throw error;
      })
    )
  );
  return found.filter((network) => network !== void 0);
}
__name(predefined, "predefined");

// src/stack/plan/digests/resolve-images.ts
var AT_ONCE = 8;
async function resolveImages(model, known, ask) {
  const byName = new Map(Object.entries(known).map(([image, digest]) => [familiar(image), digest]));
  const answers = /* @__PURE__ */ new Map();
  const waiting = [];
  for (const image of new Set(imagesToResolve(model).map(familiar))) {
    const digest = byName.get(image);
    if (digest) answers.set(image, { digest });
    else waiting.push(image);
  }
  await askEach(waiting, ask, (image, answer) => void answers.set(image, answer));
  return Object.fromEntries(answers);
}
__name(resolveImages, "resolveImages");
async function resolvePlatforms(model, answers, ask) {
  const known = /* @__PURE__ */ new Map();
  const waiting = [];
  for (const image of new Set(serviceEntries(model).map(([, service]) => text(service.image)))) {
    if (!isPinned(image)) continue;
    const answer = answers[familiar(withoutDigest(image))];
    if (answer && "digest" in answer && answer.platforms && image.endsWith(`@${answer.digest}`))
      known.set(image, answer.platforms);
    else waiting.push(image);
  }
  await askEach(waiting, ask, (image, answer) => {
    if ("digest" in answer && answer.platforms) known.set(image, answer.platforms);
  });
  return known;
}
__name(resolvePlatforms, "resolvePlatforms");
async function askEach(images, ask, take) {
  const work = /* @__PURE__ */ __name(async () => {
    for (let image = images.shift(); image !== void 0; image = images.shift())
      take(image, await ask(image));
  }, "work");
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
__name(askEach, "askEach");

// src/stack/kept/record/write.ts
var RECORDED = /* @__PURE__ */ new Set(["created", "updated", "removed"]);
var MOST_OF_FAILURE = 500;
var NAME_TRIES = 20;
var SUFFIX_LENGTH = 8;
var PART_ROOM = 3;
async function beginRecord(request, fx) {
  const { client, stack, owner, version: version2, rollbackTo } = request;
  const changes = (request.changes ?? []).filter(({ kind }) => RECORDED.has(kind));
  const base = bookName("deploy", stack, SUFFIX_LENGTH);
  const last = lastSeq(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
  for (let seq = last + 1, tries = 0; tries < NAME_TRIES; seq++, tries++) {
    const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq) };
    const id = await createConfig(
      client,
      {
        name: `${base}-${seq}`,
        kind: "deploy",
        labels: {
          ...labels,
          [OUR_LABEL.owner]: owner,
          [RECORD_LABEL.version]: version2,
          [RECORD_LABEL.outcome]: PENDING,
          ...rollbackTo === void 0 ? {} : { [RECORD_LABEL.rollbackTo]: String(rollbackTo) }
        },
        data: JSON.stringify({ schema: 1, stack, seq })
      },
      fx
    );
    if (id === void 0) continue;
    return {
      seq,
      capture: /* @__PURE__ */ __name((within, leaving = []) => quietly(
        "what was deployed",
        within,
        () => capture(client, stack, { id, seq, changes, leaving }, within)
      ), "capture"),
      finish: /* @__PURE__ */ __name((end, keep, within) => quietly("how the deploy ended", within, async () => {
        await labelConfig(client, id, labelsOf(end), within);
        await prune(client, stack, keep, within);
      }).catch(
        (error) => (
          // The last thing that a deploy does: what it had to say itself goes first.
          within.log.warn(`how the deploy ended could not be recorded in the swarm: ${explain(error)}`)
        )
      ), "finish")
    };
  }
  throw new SwarmlineError("deploy-failed", `no name is free for the record of a deploy of ${stack}`, {
    hint: `remove what holds them: docker config ls --filter name=${base}`
  });
}
__name(beginRecord, "beginRecord");
var labelsOf = /* @__PURE__ */ __name(({ outcome, failure, undone }) => ({
  [RECORD_LABEL.outcome]: outcome,
  ...failure ? { [RECORD_LABEL.failure]: bounded(failure, MOST_OF_FAILURE) } : {},
  ...undone ? { [RECORD_LABEL.undone]: undone } : {}
}), "labelsOf");
async function quietly(what, fx, work) {
  try {
    await work();
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.warn(`${what} could not be recorded in the swarm: ${explain(error)}`);
  }
}
__name(quietly, "quietly");
async function capture(client, stack, header, fx) {
  const objects = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const parts = packSpecs({
    schema: 1,
    stack,
    seq: header.seq,
    services: objects.services.map((service) => service.Spec).filter(({ Name }) => !header.leaving.includes(Name)),
    networks: objects.networks.map((network) => network.Name),
    secrets: objects.secrets.map((secret) => secret.Spec.Name),
    configs: objects.configs.filter((c) => !isBook(c.Spec.Labels)).map((config) => config.Spec.Name),
    changes: header.changes
  });
  if (!parts) {
    fx.log.warn(`${stack} is too large to be recorded in the swarm: there is no way back to this deploy`);
    return;
  }
  for (const [i, text2] of parts.entries()) await writePart(client, stack, header.seq, i + 1, text2, fx);
  await labelConfig(client, header.id, { [RECORD_LABEL.parts]: String(parts.length) }, fx);
}
__name(capture, "capture");
async function writePart(client, stack, seq, part, text2, fx) {
  const { data, key } = seal(text2, placeOfPart(stack, seq, part));
  const name = `${secretBookName("deploy", stack, `${seq}-${newToken()}`, PART_ROOM)}.${part}`;
  const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq), [OUR_LABEL.sealedBy]: key };
  const id = await createConfig(client, { name, kind: "deploy-part", labels, data }, fx);
  if (id === void 0) throw new SwarmlineError("deploy-failed", `there is a config ${name} already`);
}
__name(writePart, "writePart");
async function sealEarlier(client, stack, records, fx) {
  for (const { seq, parts } of records)
    for (const part of parts.filter((each) => !isSealed(each))) {
      const text2 = textOf(part, seq);
      if (text2 === void 0) continue;
      await writePart(client, stack, seq, partOf(part), text2, fx);
      await removeConfig(client, part.ID, fx);
    }
}
__name(sealEarlier, "sealEarlier");
async function prune(client, stack, keep, fx) {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx);
  const records = recordsOf(configs);
  const outdated2 = outdatedRecords(records, keep);
  const doomed = outdated2.flatMap((record2) => [record2.header, ...record2.parts]);
  for (const { ID } of [...doomed, ...strayParts(configs, records)]) await removeConfig(client, ID, fx);
  await sealEarlier(
    client,
    stack,
    records.filter((record2) => !outdated2.includes(record2)),
    fx
  );
}
__name(prune, "prune");

// src/stack/apply/contents/outdated.rules.ts
function outdated(stack, generations, { keep, inUse: inUse2 }) {
  const known = new Set(generations.filter((g) => g.labels[OUR_LABEL.logicalName]).map(logicalKey));
  const groups = Map.groupBy(
    generations.map((g) => g.labels[OUR_LABEL.logicalName] ? g : asPlain(stack, g)),
    logicalKey
  );
  return [...groups].flatMap(
    ([key, group]) => known.has(key) ? group.toSorted((a, b) => compare2(b.createdAt, a.createdAt)).slice(Math.max(1, keep)).filter(({ id }) => !inUse2.has(id)) : []
  );
}
__name(outdated, "outdated");
var logicalKey = /* @__PURE__ */ __name(({ kind, labels }) => `${kind} ${labels[OUR_LABEL.logicalName] ?? ""}`, "logicalKey");
function asPlain(stack, generation) {
  if (!generation.name.startsWith(`${stack}_`)) return generation;
  const logicalName = generation.name.slice(stack.length + 1);
  return { ...generation, labels: { ...generation.labels, [OUR_LABEL.logicalName]: logicalName } };
}
__name(asPlain, "asPlain");
var compare2 = /* @__PURE__ */ __name((a, b) => a < b ? -1 : a > b ? 1 : 0, "compare");

// src/stack/apply/contents/prune.ts
async function pruneContents(client, stack, { keep }, fx) {
  const generations = [
    ...await list2(client, stack, "secret", fx),
    ...await list2(client, stack, "config", fx)
  ];
  const removed = [];
  for (const { kind, id, name } of outdated(stack, generations, {
    keep,
    inUse: await inUse(client, stack, fx)
  })) {
    if (await removeUnused(client, { kind, id }, fx)) removed.push(name);
  }
  if (removed.length > 0) fx.log.debug(`removed, since nothing uses them: ${removed.join(", ")}`);
  return removed;
}
__name(pruneContents, "pruneContents");
async function list2(client, stack, kind, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", `/${kind}s`, { query: ofStack(stack), signal: fx.signal }), "ask");
  return (await persist(ask, fx) ?? []).filter(({ Spec }) => !isBook(Spec.Labels)).map(({ ID, CreatedAt, Spec }) => ({
    kind,
    id: ID,
    name: Spec.Name,
    labels: Spec.Labels ?? {},
    createdAt: CreatedAt
  }));
}
__name(list2, "list");
async function inUse(client, stack, fx) {
  const services = await persist(
    () => client.json("GET", "/services", { signal: fx.signal }),
    fx
  );
  const recorded = (await readRecords(client, stack, fx)).flatMap((record2) => readSpecs(record2)?.services ?? []);
  const specs = [...(services ?? []).flatMap(specsOf), ...recorded];
  return new Set(specs.map(usesOf).flatMap(({ secrets, configs }) => [...secrets, ...configs]));
}
__name(inUse, "inUse");

// src/stack/apply/deploy.ts
import path2 from "node:path";

// src/docker/same-spec.rules.ts
var OUR_PREFIX = "io.swarmline.";
var isSameSpec = /* @__PURE__ */ __name((a, b) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b)), "isSameSpec");
var isSameService = /* @__PURE__ */ __name((a, b) => isSameSpec(withoutOurs(a), withoutOurs(b)), "isSameService");
function withoutOurs(spec) {
  const labels = Object.entries(spec.Labels ?? {}).filter(([name]) => !name.startsWith(OUR_PREFIX));
  return { ...spec, Labels: Object.fromEntries(labels) };
}
__name(withoutOurs, "withoutOurs");
function canonical(value, key = "") {
  if (Array.isArray(value)) return value.length === 0 ? void 0 : value.map((item) => canonical(item) ?? null);
  if (typeof value !== "object" || value === null) return value ?? void 0;
  const entries = Object.entries(value).map(([name, item]) => [name, canonical(item, name)]).filter(([, item]) => item !== void 0).toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return entries.length === 0 && !/^Global(Job)?$|^ReplicatedJob$/.test(key) ? void 0 : Object.fromEntries(entries);
}
__name(canonical, "canonical");

// src/stack/apply/contents/put-contents.ts
async function putContents(client, stack, { model, contents }, fx) {
  const changed = { ...model };
  for (const content of contents) {
    const section = `${content.kind}s`;
    const definitions = mapping(changed[section]);
    if (!Object.hasOwn(definitions, content.name)) continue;
    await putOne(client, stack, content, mapping(definitions[content.name]), fx);
    changed[section] = { ...definitions, [content.name]: { external: true, name: content.swarmName } };
  }
  return changed;
}
__name(putContents, "putContents");
async function putOne(client, stack, { kind, name, swarmName, tag, bytes }, definition, fx) {
  const driver = text(definition.template_driver);
  const labels = { ...labelsOf2(definition), [STACK_LABEL]: stack };
  const body = {
    Name: swarmName,
    Labels: labels,
    Data: Buffer.from(bytes).toString("base64"),
    ...driver === "" ? {} : { Templating: { Name: driver } }
  };
  await persist(async () => {
    const { signal } = fx;
    const found = await client.json("GET", `/${kind}s/${encodeURIComponent(swarmName)}`, { signal }).catch(unlessGone2);
    if (found && tag !== void 0) return requireSame({ kind, name, swarmName, tag, bytes }, found, stack);
    if (found) return relabel(client, kind, found, labels, signal);
    await client.json("POST", `/${kind}s/create`, { body, signal }).catch(unlessThere);
  }, fx);
}
__name(putOne, "putOne");
function requireSame({ kind, name, swarmName, tag, bytes }, { Spec }, stack) {
  const was = Spec.Labels?.[STACK_LABEL] === stack ? Spec.Labels[OUR_LABEL.content] : void 0;
  const isOther = Spec.Data === void 0 ? was !== void 0 && was !== tag : Spec.Data !== Buffer.from(bytes).toString("base64");
  if (!isOther) return;
  throw new SwarmlineError(
    "deploy-failed",
    `the ${kind} ${name} is in the swarm as ${swarmName} with different content, and a swarm never changes it`,
    { hint: "give it a new name: in the stack file, or leave name: out for one that follows the content" }
  );
}
__name(requireSame, "requireSame");
async function relabel(client, kind, { ID, Version, Spec }, labels, signal) {
  if (isSame2(Spec.Labels ?? {}, labels)) return;
  const query = { version: Version.Index };
  await client.json("POST", `/${kind}s/${ID}/update`, { query, body: { ...Spec, Labels: labels }, signal });
}
__name(relabel, "relabel");
var isSame2 = /* @__PURE__ */ __name((a, b) => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value), "isSame");
var labelsOf2 = /* @__PURE__ */ __name(({ labels }) => Object.fromEntries(Object.entries(mapping(labels)).map(([name, value]) => [name, text(value)])), "labelsOf");
function unlessGone2(error) {
  if (isGone(error)) return void 0;
  throw error;
}
__name(unlessGone2, "unlessGone");
function unlessThere(error) {
  if (error instanceof EngineAnswerError && error.status === 409) return void 0;
  throw error;
}
__name(unlessThere, "unlessThere");

// src/stack/apply/deploy-errors.rules.ts
var NO_ENGINE = /cannot connect to the docker daemon|error during connect|connection (refused|reset)|broken pipe|\bEOF$/im;
var NO_LEADER = /does not have a leader|context deadline exceeded|code = Unavailable|transport is closing|leadership|not the leader/i;
var RULES = [
  [/port '(\d+)' is already in use by service '([^']+)'/, (port, service) => portTaken(port, service)],
  [
    /failed to update (secret|config) (\S+?):[^\n]*only updates to Labels are allowed/,
    (kind, name) => ({
      code: "deploy-failed",
      message: `the ${kind} ${name} exists with different content, and a swarm never changes it`,
      hint: `give it a new name in the stack file (name: ${name}-2), or remove the stack first`
    })
  ],
  [
    /network "?([^\s"]+)"? is declared as external, but could not be found/,
    (name) => ({
      code: "deploy-failed",
      message: `the external network ${name} does not exist`,
      hint: `create it: docker network create --driver overlay --attachable ${name}`
    })
  ],
  [
    /(secret|config) not found: "?([^\s"]+)"?/,
    (kind, name) => ({
      code: "deploy-failed",
      message: `the external ${kind} ${name} does not exist`,
      hint: `create it: docker ${kind} create ${name} FILE`
    })
  ],
  [
    /network (\S+) not found/,
    (name) => ({
      code: "deploy-failed",
      message: `the network ${name} disappeared during the deploy: an earlier removal is still under way`,
      hint: "deploy again in a moment"
    })
  ],
  [
    OUT_OF_SEQUENCE,
    () => ({
      code: "deploy-failed",
      message: "somebody else is changing the same services",
      hint: "let only one deploy of a stack run at once, and deploy again"
    })
  ],
  [
    /Additional property (\S+) is not allowed/,
    (key) => ({
      code: "input",
      message: `docker stack deploy does not know the key ${key}`,
      hint: "it reads version 3 of the Compose file format: leave the key out, or move it to where it belongs"
    })
  ],
  [
    /unsupported Compose file version: (\S+)/,
    (format) => ({
      code: "missing-tool",
      message: `the docker client is too old for what the stack uses: it does not know version ${format} of the format`,
      hint: "update the docker client"
    })
  ],
  [
    /invalid reference format/,
    () => ({
      code: "input",
      message: "an image of the stack has no valid name",
      hint: "look at the image: lines, and at the variables in them"
    })
  ],
  [
    /not a swarm manager|not part of a swarm/i,
    () => ({
      code: "deploy-failed",
      message: "the engine is not a manager of a swarm",
      hint: "give the address of a manager node"
    })
  ],
  [
    NO_ENGINE,
    () => ({
      code: "engine-lost",
      message: "the engine does not answer",
      hint: "see whether it still runs: swarmline ls"
    })
  ],
  [
    NO_LEADER,
    () => ({
      code: "engine-lost",
      message: "the swarm has no leader that answers",
      hint: "see which managers are left: docker node ls; more than half of them must run"
    })
  ],
  [
    /no space left on device/,
    () => ({
      code: "disk-full",
      message: "no space left on the manager's disk",
      hint: "free some: docker system prune"
    })
  ]
];
var portTaken = /* @__PURE__ */ __name((port = "", service = "") => ({
  code: "port-taken",
  message: `port ${port} is already published by the service ${service}`,
  hint: `publish another port, or remove that service: docker service rm ${service}`
}), "portTaken");
var LONGEST2 = 16 * 1024;
function explainDeploy(stack, printed) {
  const said = printed.slice(-LONGEST2);
  for (const [sign, explain2] of RULES) {
    const match = sign.exec(said);
    if (!match) continue;
    const { code, message, hint } = explain2(...match.slice(1));
    return new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint });
  }
  const line = said.trim().split("\n").at(-1) ?? "";
  const plain = line.replace(/^.*rpc error: code = \w+ desc = /, "").slice(0, 300);
  return new SwarmlineError("deploy-failed", `deploying ${stack}: ${plain || "docker stack deploy failed"}`);
}
__name(explainDeploy, "explainDeploy");
function lostNetwork(stack, said) {
  const [, network = ""] = /network (\S+) not found/.exec(said) ?? [];
  return network.startsWith(`${stack}_`) ? network : "";
}
__name(lostNetwork, "lostNetwork");
var isWorthRetrying = /* @__PURE__ */ __name((stack, said) => OUT_OF_SEQUENCE.test(said) || lostNetwork(stack, said) !== "" || isPortMoving(stack, said), "isWorthRetrying");
var isPortMoving = /* @__PURE__ */ __name((stack, said) => /port '\d+' is already in use by service '([^']+)'/.exec(said)?.[1]?.startsWith(`${stack}_`) ?? false, "isPortMoving");
function refusedService(said) {
  const [, service = ""] = /failed to (?:create|update) service ([^\s:]+):/.exec(said) ?? [];
  return isAway(said) ? "" : service;
}
__name(refusedService, "refusedService");
var isAway = /* @__PURE__ */ __name((said) => NO_ENGINE.test(said) || NO_LEADER.test(said), "isAway");
var isDetachUnknown = /* @__PURE__ */ __name((said) => /unknown flag: --detach/.test(said), "isDetachUnknown");

// src/stack/apply/earlier-removal.ts
var REMOVAL_MS = 6e4;
function isForgotten(network, { client, stack, timeoutMs = REMOVAL_MS }, fx) {
  const look2 = /* @__PURE__ */ __name(async () => {
    try {
      await client.json("GET", `/networks/${encodeURIComponent(network)}`, { signal: fx.signal });
      return void 0;
    } catch (error) {
      if (isGone(error)) return true;
      throw error;
    }
  }, "look");
  const title = `Wait for an earlier removal of ${stack} to end`;
  return fx.log.step(
    title,
    () => waitFor(title, look2, {
      // It comes to its end by itself, and one small question is all it is asked: no reason to be late.
      ...{ clock: fx.clock, deadlineMs: timeoutMs, everyMs: 500, growth: 0, signal: fx.signal }
    }).catch((error) => {
      if (error instanceof SwarmlineError && error.code === "timed-out") return false;
      throw error;
    })
  );
}
__name(isForgotten, "isForgotten");

// src/stack/apply/published-ports.ts
async function requireFreePorts(client, stack, planned, signal) {
  const wanted = planned.flatMap((s) => s.ports).filter((p) => p.mode === "ingress" && p.published);
  if (wanted.length === 0) return;
  const services = await client.json("GET", "/services", { signal }) ?? [];
  for (const service of services) {
    if (service.Spec.Labels?.[STACK_LABEL] === stack) continue;
    for (const port of service.Endpoint?.Ports ?? []) {
      const isTaken = wanted.some(
        (w) => port.PublishMode === "ingress" && w.published === port.PublishedPort && w.protocol === port.Protocol
      );
      if (!isTaken) continue;
      const { code, message, hint } = portTaken(String(port.PublishedPort), service.Spec.Name);
      throw new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint });
    }
  }
}
__name(requireFreePorts, "requireFreePorts");

// src/stack/apply/remove.ts
async function removeStack(request, fx) {
  const { docker, client, stack, timeoutMs } = request;
  await fx.log.step(`Remove ${stack}`, async (update) => {
    const ask = /* @__PURE__ */ __name(async () => {
      const { stderr } = await runDocker(fx.exec, docker, client.socketPath, ["stack", "rm", stack], {
        signal: fx.signal,
        isChecked: false
      });
      if (isAway(stderr) || /not a swarm manager/i.test(stderr)) throw explainDeploy(stack, stderr);
    }, "ask");
    await persist(ask, fx);
    let left = "";
    const look2 = /* @__PURE__ */ __name(async () => {
      const objects = await stackObjects(client, stack, fx.signal);
      const tasks = await tasksAtWork(client, objects.tasks, fx.signal);
      const containers = await containersOf(request, fx.signal);
      left = inWords({ ...objects, tasks, containers: containers.map((c) => c.Id) });
      update(left && `${left} left`);
      if (left === "") return true;
      await removeServices(client, objects, fx.signal);
      if (objects.services.length === 0 && tasks.length === 0)
        await nudge(client, objects, containers, fx.signal);
      return void 0;
    }, "look");
    await waitFor(`removing ${stack}`, () => persist(look2, fx), {
      clock: fx.clock,
      deadlineMs: timeoutMs,
      everyMs: 300,
      signal: fx.signal
    }).catch((error) => {
      throw Object.assign(error, left ? { message: `${error.message} (left: ${left})` } : {});
    });
  });
}
__name(removeStack, "removeStack");
async function tasksAtWork(client, tasks, signal) {
  const alive = tasks.filter((t) => !ENDED2.includes(t.Status.State));
  if (alive.length === 0) return [];
  const nodes = await client.json("GET", "/nodes", { signal }) ?? [];
  const down = new Set(nodes.filter((n) => n.Status.State === "down").map((n) => n.ID));
  return alive.filter((t) => !down.has(t.NodeID ?? ""));
}
__name(tasksAtWork, "tasksAtWork");
var ENDED2 = ["complete", "shutdown", "failed", "rejected", "orphaned"];
async function containersOf({ nodes, stack }, signal) {
  const query = { all: 1, ...ofStack(stack) };
  const lists = await Promise.all(
    nodes.map(
      (node) => (
        // A node that cannot be asked is not waited for: the manager's word on its tasks has to do.
        node.json("GET", "/containers/json", { query, signal }).then(
          (found) => found.map(({ Id, State }) => ({ Id, State, node })),
          () => []
        )
      )
    )
  );
  return lists.flat();
}
__name(containersOf, "containersOf");
async function removeServices(client, { services }, signal) {
  for (const { ID } of services) await removeUnlessUsed2(client, `/services/${ID}`, signal);
}
__name(removeServices, "removeServices");
async function nudge(client, { networks, secrets, configs }, containers, signal) {
  const doomed = [
    ...networks.map((n) => [client, `/networks/${n.Id}`]),
    ...secrets.map((s) => [client, `/secrets/${s.ID}`]),
    ...configs.map((c) => [client, `/configs/${c.ID}`]),
    ...containers.filter((c) => c.State === "exited").map((c) => [c.node, `/containers/${c.Id}`])
  ];
  for (const [engine, path4] of doomed) await removeUnlessUsed2(engine, path4, signal);
}
__name(nudge, "nudge");
async function removeUnlessUsed2(engine, path4, signal) {
  await engine.json("DELETE", path4, { signal }).catch((error) => {
    if (!(error instanceof EngineAnswerError)) throw error;
  });
}
__name(removeUnlessUsed2, "removeUnlessUsed");

// src/stack/apply/deploy.ts
var TRIES2 = 5;
var AGAIN_MS3 = 1500;
var CLEANUP_MS = 6e4;
async function deployStack(request, fx) {
  const { client, stack, model } = request;
  await persist(() => requireFreePorts(client, stack, servicesOf(model), fx.signal), fx);
  const there = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const configs = there.configs.filter((config) => !isBook(config.Spec.Labels));
  const isFirst = inWords({ ...there, tasks: [], configs }) === "";
  try {
    const handed = await putContents(client, stack, { model, contents: request.contents ?? [] }, fx);
    await runDeploy({ ...request, model: handed }, there, fx);
  } catch (error) {
    if (isFirst) await cleanUp(request, fx);
    throw error;
  }
  return whatIsDeployed(request, fx);
}
__name(deployStack, "deployStack");
async function runDeploy(request, before, fx) {
  const { stack, client, docker } = request;
  let model = request.model;
  const tell = tellsAway(fx, fx.awayMs ?? AWAY_MS);
  let hasDetach = true;
  let awaySinceMs;
  for (let tries = 1; ; ) {
    const command2 = deployCommand({ ...request, model }, hasDetach);
    const result = await runDocker(fx.exec, docker, client.socketPath, command2, {
      // By its standard input: values of variables and of env files are in it.
      input: renderStack(model),
      cwd: "/",
      env: Object.fromEntries(blankNames(model, docker).map((name) => [name, void 0])),
      signal: fx.signal,
      isChecked: false,
      onLine: /* @__PURE__ */ __name((line) => fx.log.debug(line), "onLine")
    });
    if (result.exitCode === 0) return;
    const said = result.stderr.trim() || result.stdout;
    if (hasDetach && isDetachUnknown(said)) {
      hasDetach = false;
      continue;
    }
    if (isAway(said)) {
      awaySinceMs ??= fx.clock.now();
      if (fx.clock.now() - awaySinceMs >= (fx.awayMs ?? AWAY_MS)) throw explainDeploy(stack, said);
      tell(said.trim(), fx.clock.now() - awaySinceMs);
    } else {
      awaySinceMs = void 0;
      if (tries++ >= TRIES2 || !isWorthRetrying(stack, said)) throw explainDeploy(stack, said);
    }
    fx.log.debug(`trying again: ${said.trim()}`);
    const network = lostNetwork(stack, said);
    if (network === "") await fx.clock.sleep(AGAIN_MS3, fx.signal);
    else if (!await isForgotten(network, request, fx)) throw explainDeploy(stack, said);
    const left = await notYetDeployed(request, before, refusedService(said), fx);
    if (left.length === 0) return;
    model = partOfModel(request.model, left);
  }
}
__name(runDeploy, "runDeploy");
async function notYetDeployed({ client, stack, model }, before, refused3, fx) {
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const isDeployed = /* @__PURE__ */ __name((name) => {
    if (name === refused3) return false;
    const now = services.find((service) => service.Spec.Name === name);
    const old = before.services.find((service) => service.ID === now?.ID);
    const hasRun = old?.JobStatus?.JobIteration?.Index !== now?.JobStatus?.JobIteration?.Index;
    return now !== void 0 && (hasRun || !(old && isSameSpec(old.Spec, now.Spec)));
  }, "isDeployed");
  return servicesOf(model).map((service) => service.name).filter((name) => !isDeployed(`${stack}_${name}`));
}
__name(notYetDeployed, "notYetDeployed");
var blankNames = /* @__PURE__ */ __name((model, { file }) => serviceEntries(model).flatMap(([, service]) => Object.entries(record(service.environment))).flatMap(([name, value]) => value === null || value === "" ? [name] : []).filter((name) => name !== "PATH" || path2.isAbsolute(file)), "blankNames");
function deployCommand({
  stack,
  model,
  withRegistryAuth,
  platforms
}, hasDetach) {
  const isInVain = servicesOf(model).every(({ image }) => isPinned(image) && !platforms?.has(image));
  return [
    "stack",
    "deploy",
    ...["--compose-file", "-"],
    ...hasDetach ? ["--detach=true"] : [],
    ...withRegistryAuth ? ["--with-registry-auth"] : [],
    ...isInVain ? ["--resolve-image", "never"] : [],
    stack
  ];
}
__name(deployCommand, "deployCommand");
async function whatIsDeployed({ client, stack, model }, fx) {
  const names = servicesOf(model).map((service) => `${stack}_${service.name}`);
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const withoutDigest2 = services.filter(
    (s) => names.includes(s.Spec.Name) && !s.Spec.TaskTemplate.ContainerSpec?.Image.includes("@sha256:")
  ).map((s) => s.Spec.Name);
  return { services: names, withoutDigest: withoutDigest2 };
}
__name(whatIsDeployed, "whatIsDeployed");
async function cleanUp({ docker, client, stack }, fx) {
  const request = { docker, client, stack, nodes: [], timeoutMs: CLEANUP_MS };
  await removeStack(request, forCleanup(fx)).catch(
    (error) => fx.log.warn(`could not remove what the failed deploy made: ${explain(error)}`)
  );
}
__name(cleanUp, "cleanUp");

// src/stack/apply/prune-services.ts
async function pruneServices(client, stack, names, fx) {
  if (names.length === 0) return [];
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const removed = [];
  for (const { ID, Spec } of services.filter((service) => names.includes(service.Spec.Name))) {
    const remove = /* @__PURE__ */ __name(() => client.json("DELETE", `/services/${ID}`, { signal: fx.signal }), "remove");
    await persist(remove, fx).catch((error) => {
      if (!(error instanceof EngineAnswerError)) throw error;
      if (error.status !== 404)
        throw new SwarmlineError("deploy-failed", `${Spec.Name} could not be removed: ${error.message}`, {
          hint: `remove it: docker service rm ${Spec.Name}`,
          cause: error
        });
    });
    removed.push(Spec.Name);
  }
  return removed;
}
__name(pruneServices, "pruneServices");

// src/stack/apply/restore/created.ts
var AGAIN_MS4 = 300;
async function removeCreated({ client, snapshot, deadlineMs: deadlineMs2 }, fx) {
  const startedAtMs = fx.clock.now();
  const untilMs = startedAtMs + deadlineMs2;
  const removed = /* @__PURE__ */ new Set();
  for (; ; ) {
    const created2 = await createdSince(client, snapshot, fx);
    const used = created2.length > 0 ? await inForce(client, fx) : /* @__PURE__ */ new Set();
    const unused = created2.filter(({ id }) => !used.has(id));
    if (unused.length === 0 || fx.clock.now() >= untilMs) {
      const left = created2.map(({ name }) => name);
      return { removed: [...removed].filter((name) => !left.includes(name)), left };
    }
    for (const object of unused) if (await removeUnused(client, object, fx)) removed.add(object.name);
    await fx.clock.sleep(Math.max(AGAIN_MS4, (fx.clock.now() - startedAtMs) / 10), fx.signal);
  }
}
__name(removeCreated, "removeCreated");
async function createdSince(client, snapshot, fx) {
  const now = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx);
  const all = [
    ...now.secrets.map((s) => ({ kind: "secret", id: s.ID, name: s.Spec.Name })),
    ...now.configs.filter((c) => !isBook(c.Spec.Labels)).map((c) => ({ kind: "config", id: c.ID, name: c.Spec.Name })),
    ...now.networks.map((n) => ({ kind: "network", id: n.Id, name: n.Name }))
  ];
  const before = /* @__PURE__ */ new Set([...snapshot.networkIds, ...snapshot.secretIds, ...snapshot.configIds]);
  return all.filter(({ id }) => !before.has(id));
}
__name(createdSince, "createdSince");
async function inForce(client, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/services", { signal: fx.signal }), "ask");
  const services = await persist(ask, fx) ?? [];
  return new Set(
    services.map(({ Spec }) => usesOf(Spec)).flatMap(({ secrets, configs, networks }) => [...secrets, ...configs, ...networks])
  );
}
__name(inForce, "inForce");

// src/stack/apply/restore/restore.ts
async function restoreStack({
  client,
  snapshot,
  registryAuth: registryAuth2
}, fx) {
  const { services } = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx);
  const done = [];
  const wanted = snapshot.services.filter(({ spec }) => !isRunJobSpec(spec));
  const old = wanted.map(({ id, spec }) => ({
    spec,
    id: (services.find((s) => s.ID === id) ?? services.find((s) => s.Spec.Name === spec.Name))?.ID
  }));
  const isOldJob = /* @__PURE__ */ __name(({ Spec }) => isRunJobSpec(Spec) && snapshot.services.some(({ spec }) => isSameSpec(spec, Spec)), "isOldJob");
  const late = services.filter((each) => !old.some(({ id }) => id === each.ID) && !isOldJob(each));
  const remove = /* @__PURE__ */ __name(async (some) => {
    for (const { ID, Spec } of some)
      done.push(await attempt(Spec.Name, fx, () => removeService(client, ID, fx)));
  }, "remove");
  const inTheWay = late.filter(({ Spec }) => old.some(({ spec }) => haveOnePort(Spec, spec)));
  await remove(inTheWay);
  for (const { id, spec } of old)
    done.push(await attempt(spec.Name, fx, () => restore(client, id, spec, registryAuth2, fx)));
  await remove(late.filter((each) => !inTheWay.includes(each)));
  for (const [i, { service, action }] of done.entries()) {
    const again = old.find(({ spec }) => spec.Name === service);
    if (action !== "failed" || !again) continue;
    done[i] = await attempt(service, fx, () => restore(client, again.id, again.spec, registryAuth2, fx));
  }
  return done;
}
__name(restoreStack, "restoreStack");
var haveOnePort = /* @__PURE__ */ __name((a, b) => (a.EndpointSpec?.Ports ?? []).some(
  ({ PublishedPort, Protocol }) => (b.EndpointSpec?.Ports ?? []).some(
    (other) => PublishedPort && other.PublishedPort === PublishedPort && other.Protocol === Protocol
  )
), "haveOnePort");
var WRITE_MS = 3e4;
async function attempt(service, fx, work) {
  try {
    return { service, action: await work() };
  } catch (error) {
    if (fx.signal.aborted) throw error;
    return { service, action: "failed", why: explain(error) };
  }
}
__name(attempt, "attempt");
async function restore(client, id, spec, registryAuth2, fx) {
  const auth = registryAuth2?.(spec.TaskTemplate.ContainerSpec?.Image ?? "");
  const headers = auth === void 0 ? {} : { "x-registry-auth": auth };
  let hasWritten = false;
  return persist(async () => {
    const current = await inspect(client, id ?? spec.Name, fx);
    if (!current) {
      await client.json("POST", "/services/create", { body: spec, headers, timeoutMs: WRITE_MS });
      return "recreated";
    }
    if (isSameSpec(current.Spec, spec) && !isUnfinished(current))
      return hasWritten ? "restored" : id === void 0 ? "recreated" : "unchanged";
    hasWritten = true;
    await client.json("POST", `/services/${current.ID}/update`, {
      query: { version: current.Version.Index, registryAuthFrom: "spec" },
      body: spec,
      headers,
      timeoutMs: WRITE_MS
    });
    return "restored";
  }, fx);
}
__name(restore, "restore");
var GONE_BACK = ["paused", "rollback_started", "rollback_paused", "rollback_completed"];
var isUnfinished = /* @__PURE__ */ __name(({ UpdateStatus }) => GONE_BACK.includes(UpdateStatus?.State ?? ""), "isUnfinished");
function inspect(client, id, fx) {
  return client.json("GET", `/services/${encodeURIComponent(id)}`, { signal: fx.signal }).catch((error) => {
    if (isGone(error)) return void 0;
    throw error;
  });
}
__name(inspect, "inspect");
async function removeService(client, id, fx) {
  await persist(
    () => client.json("DELETE", `/services/${id}`, { timeoutMs: WRITE_MS }).catch((error) => {
      if (!isGone(error)) throw error;
    }),
    fx
  );
  return "removed";
}
__name(removeService, "removeService");

// src/stack/apply/restore/snapshot.ts
async function takeSnapshot(client, stack, fx) {
  const { services, networks, secrets, configs } = await persist(
    () => stackObjects(client, stack, fx.signal),
    fx
  );
  return {
    stack,
    services: services.map(({ ID, Spec }) => ({ id: ID, spec: Spec })),
    networkIds: networks.map((network) => network.Id),
    secretIds: secrets.map((secret) => secret.ID),
    configIds: configs.filter((config) => !isBook(config.Spec.Labels)).map((config) => config.ID)
  };
}
__name(takeSnapshot, "takeSnapshot");

// src/stack/apply/restore/standing.rules.ts
function standing(snapshot, { services, currentTasks }, whose) {
  const old = snapshot.services.filter(({ spec }) => !isRunJobSpec(spec));
  const known = old.map(({ id, spec }) => {
    const now = services.find((s) => s.ID === id) ?? services.find((s) => s.Spec.Name === spec.Name);
    if (!now) return `${spec.Name}: not there`;
    const has = isSameSpec(now.Spec, spec) ? `has its spec ${whose}` : `has another spec than the one ${whose}`;
    return `${spec.Name}: ${has}, ${tasksOf(now, currentTasks)}`;
  });
  const names = snapshot.services.map(({ spec }) => spec.Name);
  const later = services.filter(
    ({ ID, Spec }) => !names.includes(Spec.Name) && !snapshot.services.some(({ id }) => id === ID)
  );
  return [
    ...known,
    ...later.map((now) => `${now.Spec.Name}: came later and is still there, ${tasksOf(now, currentTasks)}`)
  ].toSorted();
}
__name(standing, "standing");
function tasksOf({ ID, Spec, UpdateStatus }, currentTasks) {
  const running = currentTasks.filter((task) => task.ServiceID === ID && task.Status.State === "running").length;
  const wanted = Spec.Mode.Replicated?.Replicas;
  const counted = wanted === void 0 ? `tasks that run by it: ${running}` : `${running} of ${wanted} tasks run by it`;
  const goesOn = GOES_ON[UpdateStatus?.State ?? ""];
  return goesOn ? `${counted}; ${goesOn}` : counted;
}
__name(tasksOf, "tasksOf");
var GOES_ON = {
  updating: "the swarm continues it by itself",
  rollback_started: "the swarm continues it by itself",
  paused: "paused, nothing moves until somebody deploys again or rolls back",
  rollback_paused: "paused, nothing moves until somebody deploys again or rolls back"
};

// src/stack/apply/restore/standing.ts
var LOOK_MS = 1e4;
async function readStanding(client, snapshot, whose, fx) {
  const { clock, signal } = forCleanup(fx, LOOK_MS);
  const list3 = /* @__PURE__ */ __name(async (path4, more = {}) => {
    const filters = JSON.stringify({ label: [`${STACK_LABEL}=${snapshot.stack}`], ...more });
    return await client.json("GET", path4, { query: { filters }, signal }) ?? [];
  }, "list");
  try {
    return await persist(
      async () => {
        const services = await list3("/services");
        const tasks = await list3("/tasks", { "_up-to-date": ["true"] });
        const nodes = await client.json("GET", "/nodes", { signal });
        const ready = new Set(nodes.filter((node) => node.Status.State === "ready").map((node) => node.ID));
        const currentTasks = tasks.filter((task) => ready.has(task.NodeID ?? ""));
        return standing(snapshot, { services, currentTasks }, whose);
      },
      { clock, signal }
    );
  } catch {
    return [
      `${snapshot.stack}: the engine does not answer, so nobody can tell what is left; look at it later`
    ];
  }
}
__name(readStanding, "readStanding");

// src/stack/kept/record/choose.rules.ts
function chooseRecord(stack, records, to, running) {
  if (to !== void 0) {
    const found2 = records.find((record2) => record2.seq === to);
    if (!found2)
      throw new SwarmlineError("not-found", `deploy ${to} of ${stack} is not on record`, {
        hint: listed(records)
      });
    if (!hasSpecs(found2))
      throw new SwarmlineError("input", `deploy ${to} of ${stack} was recorded without its specs`, {
        hint: listed(records)
      });
    return found2;
  }
  const found = records.filter(hasSpecs).find((record2) => record2.outcome === "converged" && !isRunning2(record2.specs.services, running));
  if (!found)
    throw new SwarmlineError("not-found", `there is no earlier deploy of ${stack} to go back to`, {
      hint: listed(records)
    });
  return found;
}
__name(chooseRecord, "chooseRecord");
var hasSpecs = /* @__PURE__ */ __name((record2) => record2.specs !== void 0, "hasSpecs");
function isRunning2(recorded, running) {
  const [old, now] = [recorded, running].map((specs) => specs.filter((spec) => !isRunJobSpec(spec)));
  return old?.length === now?.length && (old ?? []).every((spec) => now?.some((each) => each.Name === spec.Name && isSameService(each, spec)));
}
__name(isRunning2, "isRunning");
function listed(records) {
  const usable = records.filter(hasSpecs).map((record2) => `${record2.seq} (${record2.outcome})`);
  return usable.length > 0 ? `on record: ${usable.join(", ")}` : "run swarmline deploy once to record it";
}
__name(listed, "listed");

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
    json: /* @__PURE__ */ __name((method, path4, options) => ask(method, (manager) => manager.json(method, path4, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path4, options) => ask(method, (manager) => manager.stream(method, path4, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/machine-engines.ts
import path3 from "node:path";
async function openMachineEngines(fx) {
  const { folder, remove } = await openConnectionFolder(fx);
  let count = 0;
  return {
    reach: /* @__PURE__ */ __name((endpoint) => openTlsEngine(endpoint, path3.join(folder, String(++count))), "reach"),
    close: remove
  };
}
__name(openMachineEngines, "openMachineEngines");

// src/usecases/vm-ended.ts
function endingWithVm(client, { name, engine }, fx) {
  if (engine?.kind !== "vm") return client;
  const explained2 = /* @__PURE__ */ __name(async (error) => {
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
      throw await explained2(error);
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
function fencedSwarm(swarm, fence) {
  const manager = fence(swarm.manager);
  const nodes = swarm.nodes.map((node) => ({
    ...node,
    client: node.client === swarm.manager ? manager : fence(node.client)
  }));
  return { ...swarm, manager, nodes };
}
__name(fencedSwarm, "fencedSwarm");
var AWAY_AT_LEAST_MS = 6e4;
var AWAY_AT_MOST_MS = 6 * 6e4;
var awayMs = /* @__PURE__ */ __name((timeoutMs) => Math.min(Math.max(timeoutMs, AWAY_AT_LEAST_MS), AWAY_AT_MOST_MS), "awayMs");

// src/usecases/rollback.ts
async function rollback(request, home, fx) {
  const { target, stack, owner, lockWait } = request;
  const swarm = await openSwarm(target, home, fx);
  try {
    return await withStackLock(
      { client: swarm.manager, stack, owner, wait: lockWait },
      fx,
      (held2, fence) => goBack(request, fencedSwarm(swarm, fence), { ...held2, awayMs: awayMs(request.timeoutMs) })
    );
  } finally {
    await swarm.close();
  }
}
__name(rollback, "rollback");
async function goBack({ stack, to, owner, timeoutMs, keepRecords, withRegistryAuth }, { manager: client, dockerConfigDir }, fx) {
  const records = (await readRecords(client, stack, fx)).map((record3) => ({
    ...record3,
    specs: readSpecs(record3)
  }));
  const before = await takeSnapshot(client, stack, fx);
  const now = before.services.map((service) => service.spec);
  const chosen = chooseRecord(stack, records, to, now);
  const record2 = await beginRecord(
    {
      ...{ client, stack, owner: holderInWords(owner), version, rollbackTo: chosen.seq },
      changes: compareSpecs(stack, now, chosen.specs.services, await readNames(client, now, fx))
    },
    fx
  );
  let outcome = "failed";
  let failure;
  const goal = asSnapshot(chosen.specs);
  const startedAtMs = fx.clock.now();
  try {
    const baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const auths = withRegistryAuth ? await logins(chosen.specs, dockerConfigDir, fx) : /* @__PURE__ */ new Map();
    const services = await fx.log.step(
      `Take ${stack} back to deploy ${chosen.seq}`,
      () => restoreStack({ client, snapshot: goal, registryAuth: /* @__PURE__ */ __name((image) => auths.get(image), "registryAuth") }, fx)
    );
    await record2.capture(fx);
    const names = chosen.specs.services.flatMap((spec) => isRunJobSpec(spec) ? [] : [spec.Name]);
    const watched = await watchStack({ client, stack, services: names, baseline, timeoutMs }, fx);
    const result = withFailures(watched, services);
    outcome = result.outcome;
    if (outcome !== "converged") failure = explainOutcome(result).message;
    if (outcome !== "cancelled") return { to: chosen.seq, seq: record2.seq, services, result };
    const leftBehind2 = await readStanding(client, goal, `of deploy ${chosen.seq}`, fx);
    return { to: chosen.seq, seq: record2.seq, services, result: { ...result, leftBehind: leftBehind2 } };
  } catch (error) {
    if (!fx.signal.aborted || isLockLost(fx.signal)) throw error;
    outcome = "cancelled";
    const leftBehind2 = await readStanding(client, goal, `of deploy ${chosen.seq}`, fx);
    const result = { ...emptyResult(stack, "cancelled", startedAtMs, fx.clock.now()), leftBehind: leftBehind2 };
    return { to: chosen.seq, seq: record2.seq, services: [], result };
  } finally {
    await record2.finish(
      { outcome, failure, undone: outcome === "cancelled" ? void 0 : "kept" },
      keepRecords,
      forCleanup(fx)
    );
  }
}
__name(goBack, "goBack");
var asSnapshot = /* @__PURE__ */ __name(({ stack, services }) => ({
  stack,
  services: services.map((spec) => ({ id: void 0, spec })),
  networkIds: [],
  secretIds: [],
  configIds: []
}), "asSnapshot");
async function logins(specs, configDir, fx) {
  const images = specs.services.flatMap((spec) => spec.TaskTemplate.ContainerSpec?.Image ?? []);
  const found = await Promise.all(
    images.map(async (image) => [image, await registryAuth(configDir, image, fx)])
  );
  return new Map(found.flatMap(([image, login]) => login === void 0 ? [] : [[image, login]]));
}
__name(logins, "logins");
function withFailures(watched, services) {
  const failures = services.flatMap(
    (one) => one.action === "failed" ? [
      {
        service: one.service,
        task: "",
        node: "",
        category: "other",
        error: one.why,
        logLines: []
      }
    ] : []
  );
  if (failures.length === 0) return watched;
  return { ...watched, outcome: "failed", failures: [...failures, ...watched.failures] };
}
__name(withFailures, "withFailures");

export {
  persist,
  configOnEngines,
  configInRegistry,
  hasLoginFor,
  registryLogin,
  askRegistry,
  dockerTools,
  expectationOf,
  deadlineMs,
  emptyResult,
  readBaseline,
  jobLog,
  eligibleNodes,
  watchStack,
  contentKey,
  holderInWords,
  isLockLost,
  withStackLock,
  isRunJobSpec,
  withOneTry,
  showDuration,
  isPinned,
  namesOf,
  pinImages,
  parseDigests,
  applyMeshless,
  removedFirst,
  wavesOf,
  planChanges,
  applySettings,
  parseSettings,
  partOfModel,
  stagesOf,
  changesInWords,
  servicesInWords,
  readDrift,
  ofStack,
  readCurrent,
  resolveImages,
  resolvePlatforms,
  beginRecord,
  pruneContents,
  removeStack,
  deployStack,
  pruneServices,
  removeCreated,
  restoreStack,
  takeSnapshot,
  readStanding,
  openSwarm,
  fencedSwarm,
  awayMs,
  rollback,
  withFailures
};
