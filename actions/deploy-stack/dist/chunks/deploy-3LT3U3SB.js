import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  applyMeshless,
  applySettings,
  askRegistry,
  awayMs,
  beginRecord,
  changesInWords,
  configInRegistry,
  configOnEngines,
  contentKey,
  deadlineMs,
  deployStack,
  dockerTools,
  eligibleNodes,
  emptyResult,
  expectationOf,
  fencedSwarm,
  hasLoginFor,
  holderInWords,
  isLockLost,
  isPinned,
  isRunJobSpec,
  jobLog,
  namesOf,
  ofStack,
  openSwarm,
  parseDigests,
  parseSettings,
  partOfModel,
  persist,
  pinImages,
  planChanges,
  pruneContents,
  pruneServices,
  readBaseline,
  readCurrent,
  readDrift,
  readStanding,
  registryLogin,
  removeCreated,
  removeStack,
  removedFirst,
  resolveImages,
  resolvePlatforms,
  restoreStack,
  servicesInWords,
  showDuration,
  stagesOf,
  takeSnapshot,
  watchStack,
  wavesOf,
  withFailures,
  withOneTry,
  withStackLock
} from "./chunk-YSHJO252.js";
import {
  version
} from "./chunk-7NRRBRXI.js";
import "./chunk-6DEXFADH.js";
import {
  readCluster
} from "./chunk-PSDXEBMZ.js";
import "./chunk-GULL4U2J.js";
import "./chunk-NZH7S4NC.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-KOBQJXPE.js";
import {
  forCleanup
} from "./chunk-QZS52BYD.js";
import "./chunk-2V27AMDZ.js";
import "./chunk-KADSAXIV.js";
import {
  OUR_LABEL
} from "./chunk-XKGGMZTO.js";
import "./chunk-KKVCX2UQ.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-LD6J5TQY.js";
import "./chunk-OKYYRDKY.js";
import "./chunk-LSDA3ZLN.js";
import {
  failureInWords
} from "./chunk-N4UDMW7B.js";
import {
  secretForms
} from "./chunk-LXYRLMNY.js";
import "./chunk-DCOXSXBO.js";
import "./chunk-MS7PS3W3.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-4PRY5P2B.js";
import {
  bounded
} from "./chunk-TO3536BY.js";
import {
  RULES,
  askCompose,
  droppedByEngine,
  gatherContents,
  isHealthOfImage,
  lintStack,
  readStack,
  readVariables,
  requireKnownFields,
  resolveEnvironments,
  youngUses
} from "./chunk-GHSD3M5U.js";
import {
  collectFindings,
  entriesOf,
  inOrder,
  inWords,
  isMapping,
  mapping,
  own,
  saidOnce,
  sequence,
  serviceEntries,
  showPathsFrom,
  taggedName,
  text,
  texts
} from "./chunk-5THPO6YE.js";
import "./chunk-5XKDYEV4.js";
import "./chunk-HFVHSVFW.js";
import "./chunk-NKZQ5LRJ.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-YQM7MODX.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/stack/lint/known-image.rules.ts
function knownImage(config) {
  const test = isMapping(config.Healthcheck) ? own(config.Healthcheck, "Test") : void 0;
  const [how] = texts2(test);
  const entrypoint = texts2(config.Entrypoint);
  return {
    hasHealthcheck: how !== void 0 && how !== "" && how !== "NONE",
    stopSignal: typeof config.StopSignal === "string" && config.StopSignal !== "" ? config.StopSignal : "SIGTERM",
    user: typeof config.User === "string" ? config.User : "",
    entrypoint,
    command: [...entrypoint, ...texts2(config.Cmd)]
  };
}
__name(knownImage, "knownImage");
var texts2 = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value.filter((each) => typeof each === "string") : [], "texts");

// src/stack/lint/lint-again.rules.ts
var OF_LINT = /* @__PURE__ */ new Set([...RULES.map((rule) => rule.name), "unknown-rule"]);
function lintAgain({ model, source, findings }, images) {
  if (!source || Object.keys(images).length === 0) return findings;
  const others = findings.filter(({ rule }) => !OF_LINT.has(rule));
  return saidOnce(
    inOrder(
      [...others, ...lintStack(model, source, images)],
      source.files.map((file) => file.shownAs)
    )
  );
}
__name(lintAgain, "lintAgain");

// src/usecases/docker-command.ts
var SUITE = "trixie";
async function dockerCommand(configDir, home, fx) {
  const { docker, env, pluginsDir } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx);
  return { file: docker, configDir, env, pluginsDir };
}
__name(dockerCommand, "dockerCommand");

// src/usecases/deploy/acceptable.rules.ts
function requireAcceptable({ stack, services, objects }, isStrict) {
  const refused = [
    ...services.flatMap(
      ({ name, refusal }) => refusal === void 0 ? [] : [`service ${name}: ${refusal}`]
    ),
    ...objects.filter((each) => isRefused(each, isStrict)).map(driftInWords)
  ];
  if (refused.length > 0)
    throw new SwarmlineError("deploy-failed", `deploying ${stack}: ${refused.join("; ")}`);
}
__name(requireAcceptable, "requireAcceptable");
var driftsOf = /* @__PURE__ */ __name(({ objects }) => objects.filter(({ change }) => change === "drifted").map(driftInWords), "driftsOf");
function isRefused({ kind, change, fields }, isStrict) {
  if (change !== "drifted") return false;
  const isSafety = fields.some(
    ({ field, to }) => field === "internal" && to === "true" || field === "driver_opts.encrypted" && to !== void 0
  );
  return isStrict || kind === "secret" || kind === "config" || isSafety;
}
__name(isRefused, "isRefused");
function driftInWords({ kind, name, fields }) {
  const what = fields.map(({ field }) => field).join(", ");
  switch (kind) {
    case "secret":
    case "config":
      return `${kind} ${name}: it exists with different content, and a swarm never changes it: give it a new name: in the stack file, or leave name: out for one that follows the content`;
    case "network":
      return `network ${name}: it exists with another ${what}, and docker never changes a network: give it a new name in the stack file, or remove the stack first (docker stack rm)`;
    case "volume":
      return `volume ${name}: nodes that have it keep it with another ${what}: give it a new name in the stack file, or remove it on each node (docker volume rm ${name})`;
  }
}
__name(driftInWords, "driftInWords");

// src/usecases/undo.ts
var FREE_MS = 6e4;
async function undoDeploy(request, fx) {
  const { docker, client, nodes, snapshot, onFailure, timeoutMs } = request;
  const { stack } = snapshot;
  switch (onFailure) {
    case "keep":
      return { kind: "kept" };
    case "remove":
      await removeStack({ docker, client, stack, nodes, timeoutMs }, fx);
      return { kind: "removed" };
    case "rollback": {
      const { services, result } = await takeBack(request, fx);
      const isOld = result ? result.outcome === "converged" : services.every((one) => one.action !== "failed");
      const { removed, left } = isOld ? await removeCreated({ client, snapshot, deadlineMs: Math.min(timeoutMs, FREE_MS) }, fx) : { removed: [], left: [] };
      return { kind: "restored", services, result, removed, left, isComplete: isOld && left.length === 0 };
    }
  }
}
__name(undoDeploy, "undoDeploy");
var ROUNDS = 3;
async function takeBack({ client, snapshot, timeoutMs, registryAuth }, fx) {
  const { stack } = snapshot;
  const names = snapshot.services.flatMap(({ spec }) => isRunJobSpec(spec) ? [] : [spec.Name]);
  const restore = /* @__PURE__ */ __name(() => restoreStack({ client, snapshot, ...registryAuth ? { registryAuth } : {} }, fx), "restore");
  let baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
  let services = await fx.log.step(`Take ${stack} back to what it was`, restore);
  for (let round = 1; ; round++) {
    const result = names.length === 0 ? void 0 : withFailures(
      await watchStack({ client, stack, services: names, baseline, timeoutMs }, fx),
      services
    );
    if (round === ROUNDS || result && result.outcome !== "converged") return { services, result };
    baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const again = await restore();
    if (again.every((one) => one.action === "unchanged")) return { services, result };
    const changed = again.filter((one) => one.action !== "unchanged");
    services = [...services.filter((one) => !changed.some((other) => other.service === one.service)), ...changed];
  }
}
__name(takeBack, "takeBack");

// src/usecases/deploy/go-back.ts
var UNDO_AFTER_CANCEL_MS = 6e4;
var UNDO_WHEN_LOST_MS = 2e4;
async function goBack(given, way, fx) {
  const { request, swarm } = given;
  const { snapshot, probing: probing2, seenLeft } = way;
  const isFirst = snapshot.services.length === 0;
  const onFailure = isFirst && request.onFailure === "rollback" ? "remove" : request.onFailure;
  const look = /* @__PURE__ */ __name(() => readStanding(swarm.manager, snapshot, "from before the deploy", fx), "look");
  probing2.phase(onFailure);
  try {
    const undone = await undo(given, way, onFailure, fx);
    const isGood = undone.kind === "removed" || undone.kind === "restored" && undone.isComplete;
    const seen = undone.kind === "kept" ? seenLeft : void 0;
    return { undone, leftBehind: isGood ? void 0 : seen ?? await look() };
  } catch (error) {
    const why = way.isEngineLost ? "the engine does not answer" : explain(error);
    fx.log.warn(`${request.stack} could not be taken back: ${why}`);
    return { undone: void 0, leftBehind: await look() };
  }
}
__name(goBack, "goBack");
async function undo({ request, swarm, docker }, { snapshot, isEngineLost: isEngineLost2 }, onFailure, fx) {
  const nodes = [...new Set(swarm.nodes.map((node) => node.client))];
  const within = /* @__PURE__ */ __name((effects, timeoutMs) => undoDeploy({ docker, client: swarm.manager, nodes, snapshot, onFailure, timeoutMs }, effects), "within");
  if (isEngineLost2) return within(forCleanup(fx, UNDO_WHEN_LOST_MS), UNDO_WHEN_LOST_MS);
  if (!fx.signal.aborted) {
    const undone = await within(fx, request.timeoutMs).catch((error) => {
      if (!fx.signal.aborted || isLockLost(fx.signal)) throw error;
    });
    if (undone && (!fx.signal.aborted || isLockLost(fx.signal))) return undone;
  }
  const limitMs = Math.min(request.timeoutMs, UNDO_AFTER_CANCEL_MS);
  return within(forCleanup(fx, 2 * UNDO_AFTER_CANCEL_MS), limitMs);
}
__name(undo, "undo");

// src/usecases/deploy/place-of.rules.ts
var KEYS = {
  image: "image",
  placement: "deploy",
  port: "ports",
  health: "healthcheck",
  resources: "deploy",
  network: "networks",
  secret: "secrets"
};
function withPlace(failure, stack, { model, source }) {
  const services = model.services;
  const name = failure.service.startsWith(`${stack}_`) ? failure.service.slice(stack.length + 1) : "";
  if (!source || !isMapping(services) || !Object.hasOwn(services, name)) return failure;
  const key = KEYS[failure.category];
  const { origins } = source;
  const found = key && origins.of(mapping(services[name]), key) || origins.of(services, name);
  return found ? { ...failure, place: { file: found.file, line: found.line } } : failure;
}
__name(withPlace, "withPlace");

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
  const round = /* @__PURE__ */ __name((ms) => Math.round(ms * 100) / 100, "round");
  const at = /* @__PURE__ */ __name((p) => round(percentileOf(histogram, p)), "at");
  return {
    count: histogram.count,
    mean: round(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1e3),
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

// src/traffic/judge-probe.rules.ts
function judgeProbe(result, { maxFailedRequests }) {
  const { answered, failed, notSent, unfinished, latencyMs } = result;
  const sent = answered + failed;
  if (sent === 0) return { isGood: false, words: [`no request was sent: nothing is known about the rollout`] };
  const isGood = failed <= maxFailedRequests;
  const allowed = failed === 0 ? "" : `, ${isGood ? "within" : "more than"} the ${maxFailedRequests} allowed`;
  const words = [
    `${failed} of ${requests(sent)} failed${allowed}; latency p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ];
  for (const phase of result.phases)
    for (const node of phase.nodes)
      if (node.failed > 0)
        words.push(
          `${phase.name}, ${node.name}: ${node.failed} of ${requests(node.answered + node.failed)} failed (${kinds(node.failedByKind)})`
        );
  if (failed > 0) {
    for (const { name, longestGap, failed: ofNode } of result.nodes)
      if (ofNode > 0)
        words.push(
          `${name}: longest time without an answer ${longestGap.ms} ms, from ${seconds(longestGap.fromMs)}`
        );
    const first = result.firstFailures.find((each) => each.kind !== "not-sent");
    if (first)
      words.push(`first failure at ${seconds(first.atMs)} on ${first.target}: ${first.kind}: ${first.detail}`);
  }
  if (notSent > 0) words.push(`${requests(notSent)} could not be sent`);
  if (unfinished > 0) words.push(`${requests(unfinished)} were dropped at the end`);
  return { isGood, words };
}
__name(judgeProbe, "judgeProbe");
var requests = /* @__PURE__ */ __name((count2) => `${count2} request${count2 === 1 ? "" : "s"}`, "requests");
var seconds = /* @__PURE__ */ __name((ms) => `${(ms / 1e3).toFixed(1)} s`, "seconds");
var kinds = /* @__PURE__ */ __name((byKind) => Object.entries(byKind).map(([kind, count2]) => `${count2} ${kind}`).join(", "), "kinds");

// src/traffic/request.rules.ts
function requestText(target, connections) {
  const { name, host, port, path = "/", hostHeader = defaultHost(host, port) } = target;
  const refuse2 = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${JSON.stringify(name)}: ${what}`), "refuse");
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw refuse2(`${port} is no port`);
  if (!/^[\w.:%-]+$/.test(host)) throw refuse2(`${JSON.stringify(host)} is no host`);
  if (!/^\/[\x21-\x7e]*$/.test(path)) throw refuse2(`${JSON.stringify(path)} is no path`);
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse2(`${JSON.stringify(hostHeader)} is no Host header`);
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${hostHeader}`, "User-Agent: swarmline", "Accept: */*"];
  if (connections === "fresh") lines.push("Connection: close");
  return `${lines.join("\r\n")}\r
\r
`;
}
__name(requestText, "requestText");
var defaultHost = /* @__PURE__ */ __name((host, port) => `${host.includes(":") ? `[${host}]` : host}${port === 80 ? "" : `:${port}`}`, "defaultHost");

// src/traffic/schedule.rules.ts
var dueMs = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) * 1e3 / schedule.ratePerSecond, "dueMs");
var targetOf = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) % schedule.targets, "targetOf");
function shareOf({ count: count2, sender, senders }) {
  return count2 === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count2 - sender) / senders));
}
__name(shareOf, "shareOf");
var countIn = /* @__PURE__ */ __name((durationMs, ratePerSecond) => Math.ceil(durationMs * ratePerSecond / 1e3 - 1e-9), "countIn");

// src/traffic/void.rules.ts
var DEFAULT_LIMITS = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 };

// src/traffic/load-plan.rules.ts
function planLoad(request) {
  const { targets, ratePerSecond, identify, workers = 1 } = request;
  const { timeoutMs = 5e3, maxOutstanding = 1e3, maxBodyBytes = 1024 * 1024 } = request;
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes };
  for (const [name, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse(`${name} must be more than 0, not ${value}`);
  if (targets.length === 0) throw refuse("there is no target to ask");
  if (!Number.isInteger(workers) || workers < 1) throw refuse(`${workers} is no number of workers`);
  if (workers > 1 && typeof identify === "function")
    throw refuse("a function cannot name replicas in workers: use { lineAfter }");
  const count2 = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond);
  if (!Number.isInteger(count2) || count2 < 1) throw refuse(`${count2} is no number of requests`);
  for (const target of targets) requestText(target, request.connections);
  return {
    targets,
    ratePerSecond,
    count: count2,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count2),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  };
}
__name(planLoad, "planLoad");
var refuse = /* @__PURE__ */ __name((message) => new SwarmlineError("input", message), "refuse");

// src/traffic/load-result.rules.ts
function shareOf2({ answered, failed, notSent, kinds: kinds2, answers }) {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds2 },
    latencyMs: summarise(answers)
  };
}
__name(shareOf2, "shareOf");

// src/traffic/expect.rules.ts
var EXCERPT_BYTES = 400;
var isGoodStatus = /* @__PURE__ */ __name((status, expect) => expect.status === void 0 ? status >= 200 && status <= 299 : status === expect.status, "isGoodStatus");
var keptBytes = /* @__PURE__ */ __name((expect, identify) => (status) => {
  if (identify || expect.bodyIncludes !== void 0) return Number.POSITIVE_INFINITY;
  return isGoodStatus(status, expect) ? 0 : EXCERPT_BYTES;
}, "keptBytes");
function judgeOutcome(outcome, expect) {
  if (outcome.kind !== "answer") return outcome;
  const { status, body } = outcome;
  if (!isGoodStatus(status, expect))
    return { kind: "status", detail: bounded(`HTTP ${status}: ${body}`), body };
  if (expect.bodyIncludes !== void 0 && !body.includes(expect.bodyIncludes))
    return { kind: "body", detail: bounded(`not the expected text: ${body}`), body };
  return outcome;
}
__name(judgeOutcome, "judgeOutcome");

// src/traffic/open-loop.ts
var realTimer = {
  now: /* @__PURE__ */ __name(() => performance.now(), "now"),
  after: /* @__PURE__ */ __name((ms, wake) => {
    const timeout = setTimeout(wake, ms);
    return () => clearTimeout(timeout);
  }, "after")
};
var MAX_AT_ONCE = 1e3;
function runOpenLoop(plan, transport, onSample, timer = realTimer) {
  const { schedule, timeoutMs, capPerTarget: capPerTarget2 } = plan;
  const start = plan.startMs ?? timer.now();
  const pending = /* @__PURE__ */ new Set();
  const perTarget = new Array(schedule.targets).fill(0);
  let share = shareOf(schedule);
  let next = 0;
  let callOff = /* @__PURE__ */ __name(() => {
  }, "callOff");
  let resolveEnded = /* @__PURE__ */ __name(() => {
  }, "resolveEnded");
  const ended = new Promise((resolve) => {
    resolveEnded = resolve;
  });
  const leave = /* @__PURE__ */ __name((each) => {
    pending.delete(each);
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1;
  }, "leave");
  const settle = /* @__PURE__ */ __name((each, outcome) => {
    leave(each);
    const { target, dueMs: dueMs2, sentMs } = each;
    onSample({ target, dueMs: dueMs2, sentMs, endMs: timer.now() - start, outcome });
    if (next >= share && pending.size === 0) finish();
  }, "settle");
  const finish = /* @__PURE__ */ __name(() => {
    callOff();
    resolveEnded();
  }, "finish");
  const launch = /* @__PURE__ */ __name((i) => {
    const due = dueMs(schedule, i);
    const target = targetOf(schedule, i);
    const sentMs = timer.now() - start;
    if ((perTarget[target] ?? 0) >= capPerTarget2) {
      const detail = `${capPerTarget2} requests were under way`;
      const outcome = { kind: "not-sent", detail, isCapped: true };
      return onSample({ target, dueMs: due, sentMs, endMs: sentMs, outcome });
    }
    const each = { target, dueMs: due, sentMs, drop: /* @__PURE__ */ __name(() => {
    }, "drop") };
    pending.add(each);
    perTarget[target] = (perTarget[target] ?? 0) + 1;
    const underWay = transport.send(target, (outcome) => settle(each, outcome));
    each.drop = () => underWay.drop();
  }, "launch");
  const timeOut = /* @__PURE__ */ __name(() => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return;
      each.drop();
      settle(each, { kind: "time-out", detail: `no whole answer within ${timeoutMs} ms` });
    }
  }, "timeOut");
  const wake = /* @__PURE__ */ __name(() => {
    for (let n = 0; n < MAX_AT_ONCE && next < share; n++) {
      if (dueMs(schedule, next) > timer.now() - start) break;
      launch(next++);
    }
    timeOut();
    if (next >= share && pending.size === 0) return finish();
    const [oldest] = pending;
    const at = Math.min(
      next < share ? dueMs(schedule, next) : Number.POSITIVE_INFINITY,
      oldest ? oldest.dueMs + timeoutMs : Number.POSITIVE_INFINITY
    );
    callOff = timer.after(Math.max(0, at - (timer.now() - start)), wake);
  }, "wake");
  callOff = timer.after(Math.max(0, start - timer.now()), wake);
  return {
    ended,
    stop() {
      share = Math.min(share, next);
      callOff();
      wake();
    },
    abort() {
      share = Math.min(share, next);
      const dropped = pending.size;
      for (const each of pending) {
        each.drop();
        leave(each);
      }
      finish();
      return dropped;
    }
  };
}
__name(runOpenLoop, "runOpenLoop");

// src/traffic/tally.rules.ts
var MAX_FIRST_FAILURES = 20;
var createCounts = /* @__PURE__ */ __name(() => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
}), "createCounts");
function count(counts, { outcome, dueMs: dueMs2, endMs }) {
  if (outcome.kind === "answer") {
    counts.answered++;
    record(counts.answers, endMs - dueMs2);
  } else if (outcome.kind === "not-sent") counts.notSent++;
  else {
    counts.failed++;
    counts.kinds[outcome.kind] = (counts.kinds[outcome.kind] ?? 0) + 1;
  }
}
__name(count, "count");
var firstFailure = /* @__PURE__ */ __name(({ dueMs: dueMs2, target }, kind, detail, names) => ({ atMs: Math.round(dueMs2), target: names[target] ?? "?", kind, detail }), "firstFailure");

// src/traffic/connection.ts
import net from "node:net";

// src/traffic/chunks.rules.ts
var MAX_LINE = 256;
var MAX_TRAILER = 8 * 1024;
var [CR, LF] = [13, 10];
function createChunkReader(onBody) {
  let state = "size";
  let line = "";
  let left = 0;
  let trailer = 0;
  const endOfLine = /* @__PURE__ */ __name(() => {
    const text2 = line;
    line = "";
    if (state === "data-end") {
      if (text2 !== "") return "a chunk longer than its size";
      state = "size";
      return false;
    }
    if (state === "trailer") return text2 === "";
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text2)?.[1];
    if (size === void 0) return "a chunk without a size";
    left = Number.parseInt(size, 16);
    state = left === 0 ? "trailer" : "data";
    return false;
  }, "endOfLine");
  return {
    read(bytes, from, end) {
      let at = from;
      while (at < end) {
        if (state === "data") {
          const to = Math.min(end, at + left);
          onBody(bytes, at, to);
          left -= to - at;
          at = to;
          if (left === 0) state = "data-end";
          continue;
        }
        const byte = bytes[at++];
        if (state === "trailer" && ++trailer > MAX_TRAILER) return "a trailer without end";
        if (byte === LF) {
          const ended = endOfLine();
          if (typeof ended === "string") return ended;
          if (ended) return { at, isWhole: true };
        } else if (byte !== CR) {
          if (line.length >= MAX_LINE && state !== "trailer") return "a chunk without a size";
          if (line.length < MAX_LINE) line += String.fromCharCode(byte ?? 0);
        }
      }
      return { at, isWhole: false };
    }
  };
}
__name(createChunkReader, "createChunkReader");

// src/traffic/head.rules.ts
function readHead(text2) {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text2);
  if (!first) return "not an HTTP/1 answer";
  const status = Number(first[2]);
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text2)?.[1]?.toLowerCase() ?? "";
  const isKept = first[1] === "1" ? !connection.includes("close") : connection.includes("keep-alive");
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: "length", bytes: 0 }, isReusable: isKept };
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text2)?.[1];
  const lengths = new Set(Array.from(text2.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), (m) => m[1]?.trim()));
  if (coding !== void 0)
    return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { status, framing: { kind: "chunked" }, isReusable: isKept && lengths.size === 0 } : { status, framing: { kind: "until-end" }, isReusable: false };
  if (lengths.size === 0) return { status, framing: { kind: "until-end" }, isReusable: false };
  const [length] = lengths;
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? "")) return "an invalid Content-Length";
  return { status, framing: { kind: "length", bytes: Number(length) }, isReusable: isKept };
}
__name(readHead, "readHead");

// src/traffic/answer.rules.ts
var MORE = { kind: "more" };
var broken = /* @__PURE__ */ __name((problem) => ({ kind: "broken", problem }), "broken");
function createAnswerReader(limits) {
  let pending;
  let [lastText, lastHead] = ["", ""];
  let head;
  let chunks;
  let size = 0;
  let kept = [];
  let room = 0;
  const take = /* @__PURE__ */ __name((bytes, from, to) => {
    size += to - from;
    const wanted = Math.min(room, to - from);
    if (wanted <= 0) return;
    kept.push(Buffer.from(bytes.subarray(from, from + wanted)));
    room -= wanted;
  }, "take");
  const whole = /* @__PURE__ */ __name((isReusable) => {
    const status = head?.status ?? 0;
    const body = kept.length === 0 ? "" : Buffer.concat(kept).toString("utf8");
    head = chunks = void 0;
    kept = [];
    size = 0;
    return { kind: "whole", status, body, isReusable };
  }, "whole");
  const readBody = /* @__PURE__ */ __name((bytes, from, end, at) => {
    const { framing } = at;
    let to = end;
    let isWhole = false;
    if (framing.kind === "length") {
      to = Math.min(end, from + framing.bytes - size);
      take(bytes, from, to);
      isWhole = size === framing.bytes;
    } else if (framing.kind === "chunked") {
      chunks ??= createChunkReader(take);
      const read2 = chunks.read(bytes, from, end);
      if (typeof read2 === "string") return broken(read2);
      to = read2.at;
      isWhole = read2.isWhole;
    } else take(bytes, from, end);
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
    return isWhole ? whole(at.isReusable && to === end) : MORE;
  }, "readBody");
  const read = /* @__PURE__ */ __name((given, length) => {
    let bytes = given;
    let end = length;
    let from = 0;
    if (head) return readBody(bytes, 0, end, head);
    if (pending) {
      bytes = Buffer.concat([pending, given.subarray(0, end)]);
      end = bytes.length;
      pending = void 0;
    }
    for (; ; ) {
      const at = bytes.indexOf("\r\n\r\n", from, "latin1");
      if (at < 0 || at + 4 > end) {
        if (end - from > limits.maxHeadBytes)
          return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
        pending = Buffer.from(bytes.subarray(from, end));
        return MORE;
      }
      if (at - from > limits.maxHeadBytes) return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
      const text2 = bytes.toString("latin1", from, at);
      if (text2 !== lastText) [lastText, lastHead] = [text2, readHead(text2)];
      const found = lastHead;
      if (typeof found === "string") return broken(found);
      from = at + 4;
      if (found.status === 101) return broken("another protocol");
      if (found.status < 200) continue;
      head = found;
      room = Math.min(limits.maxBodyBytes, limits.keptBytes(found.status));
      if (found.framing.kind === "length" && found.framing.bytes > limits.maxBodyBytes)
        return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
      return readBody(bytes, from, end, found);
    }
  }, "read");
  return {
    read,
    end: /* @__PURE__ */ __name(() => head?.framing.kind === "until-end" ? whole(false) : broken(head || pending ? "closed during the answer" : "closed without an answer"), "end")
  };
}
__name(createAnswerReader, "createAnswerReader");

// src/traffic/socket-errors.rules.ts
var OURS = ["EADDRNOTAVAIL", "EAGAIN", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"];
function outcomeOfError(error) {
  const code = error.code ?? "";
  const detail = bounded(code || error.message);
  if (OURS.includes(code)) return { kind: "not-sent", detail, isCapped: false };
  if (code === "ECONNREFUSED") return { kind: "refused", detail };
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") return { kind: "reset", detail };
  if (code === "ETIMEDOUT") return { kind: "time-out", detail };
  return { kind: "unreachable", detail };
}
__name(outcomeOfError, "outcomeOfError");

// src/traffic/connection.ts
var inbox = Buffer.allocUnsafe(64 * 1024);
function connect({ host, port }, limits, onGone) {
  const reader = createAnswerReader(limits);
  let waiting;
  let isOver = false;
  const finish = /* @__PURE__ */ __name((outcome, isReusable) => {
    const done = waiting;
    waiting = void 0;
    if (!isReusable) drop();
    if (done) done(outcome, isReusable);
    else if (!isReusable) onGone();
  }, "finish");
  const drop = /* @__PURE__ */ __name(() => {
    isOver = true;
    waiting = void 0;
    socket.destroy();
  }, "drop");
  const handle = /* @__PURE__ */ __name((progress, isClosed) => {
    if (progress.kind === "more") return;
    if (progress.kind === "whole")
      finish({ kind: "answer", status: progress.status, body: progress.body }, progress.isReusable);
    else finish({ kind: isClosed ? "reset" : "body", detail: progress.problem }, false);
  }, "handle");
  const socket = net.connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer: inbox,
      callback: /* @__PURE__ */ __name((length) => {
        if (isOver) return false;
        if (!waiting) finish({ kind: "body", detail: "unasked" }, false);
        else handle(reader.read(inbox, length), false);
        return true;
      }, "callback")
    }
  });
  socket.on("error", (error) => {
    if (!isOver) finish(outcomeOfError(error), false);
  });
  socket.on("close", () => {
    if (!isOver) handle(reader.end(), true);
  });
  return {
    ask(request, done) {
      waiting = done;
      socket.write(request);
    },
    drop
  };
}
__name(connect, "connect");

// src/traffic/transport.ts
function createTransport(targets, connections, limits) {
  const doors = targets.map((target) => ({
    target,
    request: Buffer.from(requestText(target, connections), "latin1"),
    idle: []
  }));
  return {
    send(index, done) {
      const door = doors[index];
      if (!door) throw new RangeError(`there is no target ${index}`);
      const connection = door.idle.pop() ?? open(door);
      connection.ask(door.request, (outcome, isReusable) => {
        if (isReusable && connections === "kept") door.idle.push(connection);
        else connection.drop();
        done(outcome);
      });
      return connection;
    },
    close() {
      for (const { idle } of doors) for (const connection of idle.splice(0)) connection.drop();
    }
  };
  function open(door) {
    const connection = connect(door.target, limits, () => {
      const at = door.idle.indexOf(connection);
      if (at >= 0) door.idle.splice(at, 1);
    });
    return connection;
  }
  __name(open, "open");
}
__name(createTransport, "createTransport");

// src/traffic/sender.ts
var MAX_HEAD_BYTES = 32 * 1024;
var answerLimits = /* @__PURE__ */ __name((plan) => ({
  maxHeadBytes: MAX_HEAD_BYTES,
  maxBodyBytes: plan.maxBodyBytes,
  keptBytes: keptBytes(plan.expect, plan.identify)
}), "answerLimits");

// src/traffic/probe.rules.ts
var MAX_PHASES = 200;
var MAX_SECONDS = 3600;
function createProbeTally(names, phase) {
  const longest = { fromMs: 0, toMs: 0, ms: 0 };
  const tally = {
    names,
    all: createCounts(),
    nodes: names.map(() => createCounts()),
    phases: [],
    seconds: /* @__PURE__ */ new Map(),
    stretches: names.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  };
  addPhase(tally, phase, 0);
  return tally;
}
__name(createProbeTally, "createProbeTally");
function addPhase({ phases, names }, name, fromMs) {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name) return;
  phases.push({ name, fromMs, all: createCounts(), nodes: names.map(() => createCounts()) });
}
__name(addPhase, "addPhase");
function addProbe(tally, sample) {
  const { outcome, dueMs: dueMs2, sentMs, endMs, target } = sample;
  const phase = tally.phases.findLast((each) => each.fromMs <= dueMs2) ?? tally.phases[0];
  for (const counts of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts) count(counts, sample);
  if (outcome.kind !== "not-sent") {
    record(tally.sendLag, sentMs - dueMs2);
    countSecond(tally.seconds, dueMs2, outcome.kind !== "answer");
  }
  const stretch = tally.stretches[target];
  if (outcome.kind !== "answer") {
    if (tally.firstFailures.length < MAX_FIRST_FAILURES)
      tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, tally.names));
  } else if (stretch) {
    stretch.longest = longer(stretch, endMs);
    stretch.lastMs = endMs;
  }
}
__name(addProbe, "addProbe");
function countSecond(seconds2, dueMs2, hasFailed) {
  const second = Math.min(MAX_SECONDS - 1, Math.floor(dueMs2 / 1e3));
  const { sent, failed } = seconds2.get(second) ?? { sent: 0, failed: 0 };
  seconds2.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed) });
}
__name(countSecond, "countSecond");
function longer({ lastMs, longest }, endMs) {
  const ms = endMs - lastMs;
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest;
}
__name(longer, "longer");
function probeResult(tally, startedAtMs, endMs, unfinished) {
  const { names, all, nodes, phases, stretches } = tally;
  const named = /* @__PURE__ */ __name((counts, index) => ({ name: names[index] ?? "?", ...shareOf2(counts) }), "named");
  const whole = shareOf2(all);
  const sendLag = summarise(tally.sendLag);
  return {
    ...whole,
    planned: whole.planned + unfinished,
    startedAtMs: Math.round(startedAtMs),
    durationMs: Math.round(endMs),
    latencyBuckets: bucketsOf(all.answers),
    series: [...tally.seconds.values()].toSorted((a, b) => a.second - b.second),
    unfinished,
    nodes: nodes.map((counts, index) => ({
      ...named(counts, index),
      longestGap: rounded(longer(stretches[index], endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf2(phase.all),
      nodes: phase.nodes.map(named)
    })),
    firstFailures: tally.firstFailures,
    sendLagMs: { p99: sendLag.p99, max: sendLag.max }
  };
}
__name(probeResult, "probeResult");
var rounded = /* @__PURE__ */ __name(({ fromMs, toMs, ms }) => ({
  fromMs: Math.round(fromMs),
  toMs: Math.round(toMs),
  ms: Math.round(ms)
}), "rounded");

// src/traffic/prober.ts
var MAX_PER_NODE = 2e3;
function startProber(options, fx) {
  const { targets, ratePerSecond = 200, connections = "fresh", timeoutMs = 5e3 } = options;
  const plan = planLoad({
    targets,
    ratePerSecond,
    connections,
    timeoutMs,
    ...options.expect ? { expect: options.expect } : {},
    count: 1
  });
  if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const startMs = performance.now();
  const sinceStart = /* @__PURE__ */ __name(() => performance.now() - startMs, "sinceStart");
  const names = targets.map((target) => target.name);
  const tally = createProbeTally(names, options.firstPhase ?? "before");
  const transport = createTransport(targets, connections, answerLimits(plan));
  const mostUnderWay = Math.ceil(ratePerSecond / targets.length * timeoutMs / 1e3) + 10;
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: void 0, targets: targets.length, sender: 0, senders: 1 },
      startMs,
      timeoutMs,
      capPerTarget: Math.min(MAX_PER_NODE, mostUnderWay)
    },
    transport,
    (sample) => addProbe(tally, { ...sample, outcome: judgeOutcome(sample.outcome, plan.expect) })
  );
  let unfinished = 0;
  let endMs;
  const onAbort = /* @__PURE__ */ __name(() => {
    endMs ??= sinceStart();
    unfinished += loop.abort();
  }, "onAbort");
  fx.signal.addEventListener("abort", onAbort, { once: true });
  let result;
  return {
    phase: /* @__PURE__ */ __name((name) => addPhase(tally, name, sinceStart()), "phase"),
    soFar: /* @__PURE__ */ __name(() => ({ sent: tally.all.answered + tally.all.failed, failed: tally.all.failed }), "soFar"),
    stop() {
      result ??= (async () => {
        endMs ??= sinceStart();
        loop.stop();
        await loop.ended;
        fx.signal.removeEventListener("abort", onAbort);
        transport.close();
        return probeResult(tally, performance.timeOrigin + startMs, endMs, unfinished);
      })();
      return result;
    }
  };
}
__name(startProber, "startProber");

// src/usecases/deploy/probing.ts
var ALL_NODES = "nodes";
async function startProbing(request, swarm, isThere, fx) {
  const idle = { phase: /* @__PURE__ */ __name(() => void 0, "phase"), stop: /* @__PURE__ */ __name(async () => ({ result: void 0, fault: void 0 }), "stop") };
  if (!request) return idle;
  const targets = await targetsOf(request.url, swarm);
  if (!isThere) {
    fx.log.info("nothing to probe: no service of the stack runs yet");
    return idle;
  }
  return probing(request, startProber({ targets, ratePerSecond: request.ratePerSecond }, fx));
}
__name(startProbing, "startProbing");
function probing({ maxFailedRequests }, prober) {
  return {
    phase: /* @__PURE__ */ __name((name) => prober.phase(name), "phase"),
    stop: /* @__PURE__ */ __name(async () => {
      const result = await prober.stop();
      const { isGood, words } = judgeProbe(result, {
        maxFailedRequests: maxFailedRequests ?? Number.POSITIVE_INFINITY
      });
      return { result, fault: isGood || maxFailedRequests === void 0 ? void 0 : words.join("; ") };
    }, "stop")
  };
}
__name(probing, "probing");
async function targetsOf(address, swarm) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url?.protocol !== "http:")
    throw new SwarmlineError("input", `${address} is not a URL to probe`, {
      hint: `give http://${ALL_NODES}:PORT/PATH for every node, or the http:// address of a load balancer`
    });
  const port = Number(url.port || "80");
  const path = `${url.pathname}${url.search}`;
  if (url.hostname !== ALL_NODES) return [{ name: url.host, host: url.hostname, port, path }];
  return Promise.all(
    swarm.nodes.map(async (node) => ({ name: node.name, ...await swarm.openPort(node.address, port), path }))
  );
}
__name(targetsOf, "targetsOf");

// src/usecases/deploy/roll-out.ts
async function rollOut(request, fx) {
  const { stack, stages, client } = request;
  const startedAtMs = fx.clock.now();
  const limit = { untilMs: startedAtMs + request.timeoutMs, isGiven: request.isTimeoutGiven };
  let whole;
  for (const stage of stages) {
    await request.onStage(stage);
    const baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const result = await rollOutStage(request, stage, baseline, limit, fx);
    whole = whole ? joined(whole, result) : result;
    if (result.outcome !== "converged") break;
  }
  return whole ?? emptyResult(stack, "converged", startedAtMs, startedAtMs);
}
__name(rollOut, "rollOut");
async function rollOutStage(request, stage, baseline, limit, fx) {
  const { docker, client, stack, model, contents, changes, withRegistryAuth, platforms } = request;
  const isChanging = /* @__PURE__ */ __name((name) => changes.services.some(
    (each) => each.name === name && (["created", "updated"].includes(each.kind) || each.tasks === "run-again")
  ), "isChanging");
  const changing = stage.services.filter(isChanging);
  if (changing.length > 0) {
    const title = handOverTitle(stage, stack);
    const withoutDigest = await fx.log.step(title, async () => {
      const all = [];
      for (const wave of wavesOf(changing, changes)) {
        const part = partOfModel(model, wave);
        const timeoutMs = leftOf(limit, fx);
        const handed = {
          docker,
          client,
          stack,
          model: part,
          contents,
          withRegistryAuth,
          platforms,
          timeoutMs
        };
        all.push(...(await deployStack(handed, fx)).withoutDigest);
      }
      return all;
    });
    for (const name of withoutDigest)
      fx.log.warn(`${name}: its image has no digest, so nodes may run different versions`);
    await request.onHandedOver(fx);
  }
  const services = stage.services.map((name) => `${stack}_${name}`);
  await allowFor(request, services, limit, fx);
  const result = await watchStack({ client, stack, services, baseline, timeoutMs: leftOf(limit, fx) }, fx);
  if (stage.run && changing.length > 0) await showLogs(client, stack, changing, fx);
  return result;
}
__name(rollOutStage, "rollOutStage");
function handOverTitle({ name, run, services }, stack) {
  if (run) return `Run ${services.join(", ")} ${name}`;
  return `Hand ${name === "all" ? stack : `stage ${name} of ${stack}`} to the swarm`;
}
__name(handOverTitle, "handOverTitle");
async function showLogs(client, stack, names, fx) {
  for (const name of names)
    for (const line of await jobLog(client, `${stack}_${name}`, fx.signal)) fx.log.info(`${name} | ${line}`);
}
__name(showLogs, "showLogs");
var leftOf = /* @__PURE__ */ __name(({ untilMs }, fx) => Math.max(1, untilMs - fx.clock.now()), "leftOf");
async function allowFor({ client, stack, nodeCount }, names, limit, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/services", { query: ofStack(stack), signal: fx.signal }), "ask");
  const services = await persist(ask, fx) ?? [];
  const specs = services.map((service) => service.Spec).filter((spec) => names.includes(spec.Name));
  const expectation = expectationOf(specs, { eligibleNodes: nodeCount });
  limit.untilMs = deadlineMs(limit, expectation, fx.clock.now());
  const leftMs = leftOf(limit, fx);
  fx.log.debug(`${names.length} services may take ${showDuration(wholeSeconds(leftMs))}`);
  const { slowest } = expectation;
  if (slowest && slowest.boundMs > leftMs)
    fx.log.warn(
      `${slowest.name} may take ${showDuration(wholeSeconds(slowest.boundMs))} by its own settings (start_period, retries, delay, monitor), and the deploy ends in ${showDuration(wholeSeconds(leftMs))}: allow more with a longer timeout`
    );
}
__name(allowFor, "allowFor");
var wholeSeconds = /* @__PURE__ */ __name((ms) => Math.ceil(ms / 1e3) * 1e3, "wholeSeconds");
var WORST_FIRST = ["failed", "timed-out", "paused", "rolled-back", "cancelled"];
function joined(before, next) {
  const outcome = WORST_FIRST.find((each) => before.outcome === each || next.outcome === each) ?? "converged";
  return {
    ...next,
    outcome,
    services: [...before.services, ...next.services],
    failures: [...before.failures, ...next.failures],
    startedAt: before.startedAt,
    durationMs: before.durationMs + next.durationMs,
    timeline: [...before.timeline ?? [], ...next.timeline ?? []]
  };
}
__name(joined, "joined");

// src/usecases/deploy/carry-out.ts
var LAST_WORD_MS = 1e4;
async function carryOut(given, fx) {
  const { request, prepared, swarm } = given;
  const { changes } = prepared;
  const { stack, keepRecords } = request;
  const client = swarm.manager;
  const startedAtMs = fx.clock.now();
  const snapshot = await takeSnapshot(client, stack, fx);
  const probing2 = await startProbing(request.probe, swarm, snapshot.services.length > 0, fx);
  const owner = holderInWords(request.owner);
  const record2 = changes.isUnchanged ? void 0 : await beginRecord({ client, stack, owner, version, changes: changes.services }, fx).catch(
    async (error) => {
      await probing2.stop();
      throw error;
    }
  );
  let outcome = "failed";
  let failure;
  let back;
  let pruned = [];
  const report = /* @__PURE__ */ __name(async (result) => {
    const { result: probe } = await probing2.stop();
    const leftBehind = back ? back.leftBehind : result.leftBehind;
    const { leftBehind: _seen, ...seen } = result;
    const failures = seen.failures.map((each) => withPlace(each, stack, prepared.plan));
    const rest = { ...seen, failures };
    const whole = {
      ...{ ...rest, ...leftBehind ? { leftBehind } : {} },
      ...{ seq: record2?.seq, changes, pruned, undone: back?.undone, probe }
    };
    failure = failureInWords(whole);
    return whole;
  }, "report");
  try {
    let isFirstDue = true;
    const onStage = /* @__PURE__ */ __name(async ({ name, run }) => {
      probing2.phase(name === "all" ? "deploy" : `deploy ${name}`);
      if (run === "before" || !isFirstDue) return;
      isFirstDue = false;
      pruned = await pruneServices(client, stack, removedFirst(changes), fx);
    }, "onStage");
    const result = await observed(given, { record: record2, probing: probing2, onStage }, fx);
    outcome = result.outcome;
    if (outcome === "converged") pruned = [...pruned, ...await pruneOld(given, fx)];
    else if (record2 && !isLockLost(fx.signal))
      back = await goBack(given, { snapshot, probing: probing2, seenLeft: result.leftBehind }, fx);
    return await report(result);
  } catch (error) {
    if (!record2 || isLockLost(fx.signal)) throw error;
    if (fx.signal.aborted) outcome = "cancelled";
    failure = explain(error);
    back ??= await goBack(given, { snapshot, probing: probing2, isEngineLost: isEngineLost(error) }, fx);
    if (outcome === "cancelled")
      return await report(emptyResult(stack, "cancelled", startedAtMs, fx.clock.now()));
    for (const line of standingInWords(stack, back)) fx.log.warn(line);
    throw error;
  } finally {
    await probing2.stop();
    if (back?.undone?.kind !== "removed")
      await record2?.finish(
        { outcome, failure: failure && prepared.redactor.redact(failure), undone: leftOf2(back) },
        keepRecords,
        forCleanup(fx, back && !back.undone ? LAST_WORD_MS : void 0)
      );
    if (outcome === "converged") await forgetContents(given, fx);
  }
}
__name(carryOut, "carryOut");
var leftOf2 = /* @__PURE__ */ __name((back) => back?.undone?.kind === "restored" && !back.undone.isComplete ? void 0 : back?.undone?.kind, "leftOf");
var isEngineLost = /* @__PURE__ */ __name((error) => error instanceof SwarmlineError && error.code === "engine-lost", "isEngineLost");
function standingInWords(stack, { undone, leftBehind }) {
  if (leftBehind) return [`${stack} is not what it was before:`, ...leftBehind];
  return [undone?.kind === "removed" ? `nothing of ${stack} is left` : `${stack} runs as it did before`];
}
__name(standingInWords, "standingInWords");
async function observed({ request, prepared, swarm, docker }, { record: record2, probing: probing2, onStage }, fx) {
  const { model, contents, changes, platforms } = prepared;
  const images = serviceEntries(model).map(([, { image }]) => text(image));
  const withRegistryAuth = request.withRegistryAuth && await hasLoginFor(images, swarm.dockerConfigDir, fx);
  const result = await rollOut(
    {
      docker,
      client: swarm.manager,
      stack: request.stack,
      model,
      contents,
      stages: stagesOf(model, request.stages),
      changes,
      withRegistryAuth,
      platforms,
      timeoutMs: request.timeoutMs,
      isTimeoutGiven: request.isTimeoutGiven ?? false,
      nodeCount: swarm.nodes.length,
      onStage,
      onHandedOver: /* @__PURE__ */ __name(async (within) => record2?.capture(within, oldOnes(changes)), "onHandedOver")
    },
    fx
  );
  if (result.outcome !== "converged") return result;
  const { fault } = await probing2.stop();
  if (fault === void 0) return result;
  const [service = request.stack] = result.services.map((each) => each.name);
  const failure = { service, task: "", node: "", category: "network", error: fault, logLines: [] };
  return { ...result, outcome: "failed", failures: [failure] };
}
__name(observed, "observed");
async function pruneOld({ request, prepared, swarm }, fx) {
  return pruneServices(swarm.manager, request.stack, oldOnes(prepared.changes), fx);
}
__name(pruneOld, "pruneOld");
var oldOnes = /* @__PURE__ */ __name(({ services }) => services.filter((each) => each.kind === "removed").map((each) => each.fullName), "oldOnes");
async function forgetContents({ request, swarm }, fx) {
  const { stack, keepRecords } = request;
  await pruneContents(swarm.manager, stack, { keep: keepRecords }, forCleanup(fx)).catch(
    (error) => fx.log.warn(`old secrets and configs of ${stack} could not be removed: ${explain(error)}`)
  );
}
__name(forgetContents, "forgetContents");

// src/plain/redact.ts
var MOST_KEPT = 400;
var MOST_TEXTS = 2e4;
var REDACTED = "[secret]";
function createRedactor({ except = [], isCutMarked = false } = {}) {
  const known = /* @__PURE__ */ new Set();
  let longestFirst = [];
  let cleaned = /* @__PURE__ */ new Map();
  const clean = /* @__PURE__ */ __name((text2) => {
    const before = cleaned.get(text2);
    if (before !== void 0) return before;
    const result = cleanAnew(text2);
    if (text2.length <= MOST_KEPT && cleaned.size < MOST_TEXTS) cleaned.set(text2, result);
    return result;
  }, "clean");
  const cleanAnew = /* @__PURE__ */ __name((text2) => {
    let kept = text2;
    const mayBeCut = !isCutMarked || text2.endsWith("\u2026");
    for (const secret of longestFirst) {
      kept = kept.replaceAll(secret, REDACTED);
      if (mayBeCut) kept = withoutCutEnd(kept, secret);
    }
    return kept;
  }, "cleanAnew");
  const walk = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return clean(value);
    if (typeof value === "number" || typeof value === "bigint")
      return known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map(walk);
    if (value instanceof Map) return walk([...value]);
    if (value instanceof Set) return walk([...value]);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk(inner)]));
    return value;
  }, "walk");
  return {
    register(secret) {
      for (const form of secretForms(secret)) if (!except.some((name) => name.includes(form))) known.add(form);
      cleaned = /* @__PURE__ */ new Map();
      longestFirst = [...known].sort((a, b) => b.length - a.length);
    },
    redact: /* @__PURE__ */ __name((value) => known.size === 0 ? value : walk(value), "redact")
  };
}
__name(createRedactor, "createRedactor");
var SHORTEST_PIECE = 4;
function withoutCutEnd(text2, secret) {
  const end = text2.endsWith("\u2026") ? text2.length - 1 : text2.length;
  for (let length = Math.min(secret.length - 1, end); length >= SHORTEST_PIECE; length--)
    if (text2.startsWith(secret.slice(0, length), end - length))
      return text2.slice(0, end - length) + REDACTED + text2.slice(end);
  return text2;
}
__name(withoutCutEnd, "withoutCutEnd");

// src/usecases/deploy/hide-secrets.ts
var SHORTEST = 6;
function redactorOf(contents, names) {
  const redactor = createRedactor({ except: names, isCutMarked: true });
  for (const { kind, bytes } of contents) {
    const text2 = Buffer.from(bytes).toString("utf8").trim();
    if (kind === "secret" && text2.length >= SHORTEST) redactor.register(bytes);
  }
  return redactor;
}
__name(redactorOf, "redactorOf");
async function hidingSecrets({ redact }, fx, work) {
  const { log } = fx;
  const within = /* @__PURE__ */ __name(async (inner) => {
    try {
      return await inner();
    } catch (error) {
      throw hidden(error, redact);
    }
  }, "within");
  const hiding = {
    info: /* @__PURE__ */ __name((line) => log.info(redact(line)), "info"),
    debug: /* @__PURE__ */ __name((line) => log.debug(redact(line)), "debug"),
    warn: /* @__PURE__ */ __name((line) => log.warn(redact(line)), "warn"),
    // A log says of a step that failed why it did.
    step: /* @__PURE__ */ __name((title, run) => log.step(
      redact(title),
      (update) => within(() => run((detail, table) => update(redact(detail), table && redact(table))))
    ), "step")
  };
  return within(async () => redact(await work({ ...fx, log: hiding })));
}
__name(hidingSecrets, "hidingSecrets");
function hidden(error, redact) {
  const all = wordsOf(error);
  if (redact(all) === all) return error;
  const { code, message, hint } = classify(error);
  return new SwarmlineError(code, redact(message), hint === void 0 ? {} : { hint: redact(hint) });
}
__name(hidden, "hidden");
function wordsOf(error) {
  if (!(error instanceof Error)) return String(error);
  const hint = error instanceof SwarmlineError ? error.hint : "";
  const cause = error.cause === void 0 ? "" : wordsOf(error.cause);
  return [error.message, hint, error.stack, cause].join("\n");
}
__name(wordsOf, "wordsOf");

// src/usecases/deploy/overwritten.rules.ts
function overwritten(drift, { services }) {
  if (drift.kind === "unknown") return [];
  const lost = drift.services.filter((change) => isOverwritten(change, services));
  if (lost.length === 0) return [];
  return [
    `changed by hand since deploy ${drift.since}, and overwritten by this one: ${servicesInWords(lost).join("; ")}`
  ];
}
__name(overwritten, "overwritten");
function isOverwritten(change, planned) {
  const plan = planned.find(({ fullName }) => fullName === change.fullName);
  if (change.kind !== "updated") return plan !== void 0 && !["unchanged", "orphaned"].includes(plan.kind);
  if (plan?.kind === "removed") return true;
  return change.fields.some(({ field }) => plan?.fields.some((each) => each.field === field));
}
__name(isOverwritten, "isOverwritten");

// src/stack/apply/contents/generation.rules.ts
import { createHmac } from "node:crypto";
var TAG_DIGITS = 12;
function swarmNameOf(stack, { kind, name, bytes }, key, templateDriver = "") {
  return taggedName(`${stack}_${name}`, tagOf(stack, { kind, name, bytes }, key, templateDriver));
}
__name(swarmNameOf, "swarmNameOf");
function tagOf(stack, { kind, name, bytes }, key, templateDriver) {
  return createHmac("sha256", key).update([kind, stack, name, templateDriver, ""].join("\0")).update(bytes).digest("hex").slice(0, TAG_DIGITS);
}
__name(tagOf, "tagOf");
function swarmNames(stack, model, contents, key) {
  return contents.map((content) => {
    const { template_driver, name } = entriesOf(entriesOf(model[`${content.kind}s`])[content.name]);
    const driver = typeof template_driver === "string" ? template_driver : "";
    return typeof name === "string" && name !== "" ? { ...content, swarmName: name, tag: tagOf(stack, content, key, driver) } : { ...content, swarmName: swarmNameOf(stack, content, key, driver) };
  });
}
__name(swarmNames, "swarmNames");
function withContents(model, contents) {
  const changed = { ...model };
  for (const { kind, name, swarmName, tag } of contents) {
    const section = entriesOf(changed[`${kind}s`]);
    const { environment: _, content: __, file: ___, ...entry } = entriesOf(section[name]);
    const own2 = tag === void 0 ? { [OUR_LABEL.logicalName]: name } : { [OUR_LABEL.content]: tag };
    const labels = { ...labelsOf(entry.labels), ...own2 };
    changed[`${kind}s`] = { ...section, [name]: { ...entry, name: swarmName, labels } };
  }
  return changed;
}
__name(withContents, "withContents");
function labelsOf(labels) {
  if (!Array.isArray(labels)) return entriesOf(labels);
  return Object.fromEntries(
    labels.map(String).map((label) => {
      const at = label.indexOf("=");
      return at < 0 ? [label, ""] : [label.slice(0, at), label.slice(at + 1)];
    })
  );
}
__name(labelsOf, "labelsOf");

// src/usecases/deploy/look-at-images.ts
var REGISTRY_MS = 3e3;
async function lookAtImages({ model, services }, pinned, swarm, fx) {
  const clients = [.../* @__PURE__ */ new Set([swarm.manager, ...swarm.nodes.map((node) => node.client)])];
  const byDigest = new Map(serviceEntries(pinned).map(([name, { image }]) => [name, text(image)]));
  const definitions = new Map(serviceEntries(model));
  const asked = /* @__PURE__ */ new Map();
  for (const { name, image, ports } of services) {
    const isWanted = ports.length > 0 && isHealthOfImage(definitions.get(name) ?? {});
    const reference = byDigest.get(name) ?? image;
    asked.set(image, { reference, isWanted: isWanted || (asked.get(image)?.isWanted ?? false) });
  }
  const known = await Promise.all(
    [...asked].map(async ([image, { reference, isWanted }]) => {
      const config = await configOnEngines(clients, reference, fx);
      const isAsked = config === void 0 && isWanted && !swarm.cluster && isPinned(reference);
      return [image, isAsked ? await fromRegistry(reference, swarm, fx) : config];
    })
  );
  return Object.fromEntries(known.flatMap(([image, config]) => config ? [[image, knownImage(config)]] : []));
}
__name(lookAtImages, "lookAtImages");
async function fromRegistry(reference, { manager, dockerConfigDir }, fx) {
  const version2 = await manager.json("GET", "/version", { signal: fx.signal }).catch((error) => {
    if (fx.signal.aborted) throw error;
  });
  if (!version2) return void 0;
  const login = await registryLogin(dockerConfigDir, reference, fx, REGISTRY_MS);
  return configInRegistry({ reference, architecture: version2.Arch, login, timeoutMs: REGISTRY_MS }, fx);
}
__name(fromRegistry, "fromRegistry");

// src/usecases/deploy/spare-nodes.rules.ts
function roomOf(service, nodes) {
  const placement = mapping(mapping(service.deploy).placement);
  const hasHostPort = sequence(service.ports).map(mapping).some((port) => port.mode === "host" && port.published !== void 0);
  const most = Number(placement.max_replicas_per_node ?? 0);
  const perNode = hasHostPort ? 1 : most;
  if (perNode === 0) return void 0;
  return perNode * eligibleNodes({ Placement: { Constraints: texts(placement.constraints) } }, nodes).length;
}
__name(roomOf, "roomOf");
function needsSpareNode(service) {
  const { mode = "replicated", update_config } = mapping(service.deploy);
  return mode === "replicated" && mapping(update_config).order === "start-first" && roomOf(service, []) === 0;
}
__name(needsSpareNode, "needsSpareNode");
function withoutRoom(changes, model, nodes) {
  const services = mapping(model.services);
  return {
    ...changes,
    services: changes.services.map((change) => {
      const service = mapping(services[change.name]);
      const replicas = Number(text(mapping(service.deploy).replicas) || 1);
      const room = roomOf(service, nodes) ?? Number.POSITIVE_INFINITY;
      const isStuck = change.tasks === "replaced" && needsSpareNode(service) && replicas > 0 && room < replicas + 1;
      if (!isStuck || change.refusal !== void 0) return change;
      const refusal = `an update with order: start-first starts a new task beside ${replicas}, and the nodes have room for ${room} (a port in host mode, or max_replicas_per_node): use order: stop-first, or add a node`;
      return { ...change, refusal };
    })
  };
}
__name(withoutRoom, "withoutRoom");

// src/usecases/deploy/prepare.ts
async function load(source, defaults) {
  const { composeFiles, shownFrom, root, envFiles, profiles, isStrict, texts: texts3 } = source;
  const settings = parseSettings(source.settings);
  const digests = parseDigests(source.digests);
  const variables = { ...await defaults(), ...source.variables };
  const given = {
    secrets: Object.keys(source.contents.secrets ?? {}),
    configs: Object.keys(source.contents.configs ?? {})
  };
  const { plan, forCompose } = await readStack({
    composeFiles,
    shownFrom,
    root,
    envFiles,
    profiles,
    isStrict,
    variables,
    given,
    texts: texts3,
    stack: source.stack
  });
  const { model, projectDir } = plan;
  stagesOf(model, source.stages);
  const shown = showPathsFrom(shownFrom ?? process.cwd());
  const all = await readVariables(envFiles, variables, collectFindings(""), shown);
  const contents = await gatherContents({ model, projectDir, variables: all, given: source.contents, shown });
  return { plan, forCompose, variables: all, settings, digests, contents };
}
__name(load, "load");
async function withPrepared(source, loaded, swarm, keyMode, fx, work) {
  const { stack, isPruning } = source;
  const { plan, variables, settings, digests, contents } = loaded;
  const { manager: client } = swarm;
  const shown = showPathsFrom(source.shownFrom ?? process.cwd());
  const key = await contentKey(client, stack, keyMode, fx);
  const named = swarmNames(stack, plan.model, contents, key);
  const complete = await resolveEnvironments(withContents(plan.model, named), variables, shown);
  const set = applySettings(withOneTry(complete), settings);
  const meshed = swarm.cluster?.hasMesh ?? true ? set.model : applyMeshless(set.model);
  const { model, unpinned, platforms } = await pin(digests, source.unresolvedImages, meshed, swarm, fx);
  const [current, images] = await Promise.all([
    persist(() => readCurrent(client, stack, fx.signal), fx),
    lookAtImages(plan, model, swarm, fx)
  ]);
  const drift = await readDrift(
    { client, stack, running: current.services.map(({ Spec }) => Spec), names: namesOf(current) },
    fx
  );
  const planned = planChanges(model, stack, current, { isPruning, platforms });
  const changes = serviceEntries(model).some(([, service]) => needsSpareNode(service)) ? withoutRoom(planned, model, await persist(() => nodesOf(client, fx.signal), fx)) : planned;
  return work({
    plan,
    model,
    contents: named,
    current,
    changes,
    notes: set.notes,
    drift,
    redactor: redactorOf(contents, [stack, ...plan.services.flatMap(({ name, image }) => [name, image])]),
    unpinned,
    platforms,
    findings: lintAgain(plan, images)
  });
}
__name(withPrepared, "withPrepared");
var nodesOf = /* @__PURE__ */ __name(async (client, signal) => await client.json("GET", "/nodes", { signal }) ?? [], "nodesOf");
function pin(digests, unresolved, model, { manager, dockerConfigDir, cluster }, fx) {
  const standIns = (cluster?.standIns ?? []).map((made) => [made.reference, made.digest]);
  const known = { ...Object.fromEntries(standIns), ...digests };
  return fx.log.step("Look up the digests of the images", async () => {
    const ask = /* @__PURE__ */ __name((image) => persist(() => askRegistry(manager, dockerConfigDir, image, fx), fx), "ask");
    const answers = await resolveImages(model, known, ask);
    const pinned = pinImages(model, answers, { unresolved });
    return { ...pinned, platforms: await resolvePlatforms(pinned.model, answers, ask) };
  });
}
__name(pin, "pin");
var findingsOf = /* @__PURE__ */ __name(({ findings, unpinned }) => findings.filter(
  ({ rule, service }) => rule !== "latest-without-digest" || unpinned.some((image) => service === void 0 || image.services.includes(service))
), "findingsOf");

// src/usecases/deploy/deploy.ts
async function deploy(request, home, fx, listener = {}) {
  const { stack, owner, lockWait } = request;
  const loaded = await loadFor(request, home);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    const docker = await clientFor(swarm, loaded, home, fx);
    await openPublished(swarm, loaded.plan);
    return await withStackLock({ client: swarm.manager, stack, owner, wait: lockWait }, fx, (held, fence) => {
      const within = { ...held, awayMs: awayMs(request.timeoutMs) };
      const fenced = fencedSwarm(swarm, fence);
      return withPrepared(request, loaded, fenced, "make", within, async (prepared) => {
        tell(prepared, within);
        await listener.planned?.(prepared.changes);
        requireAcceptable(prepared.changes, request.isStrict);
        for (const line of driftsOf(prepared.changes)) within.log.warn(line);
        for (const line of notesOf(prepared)) within.log.warn(line);
        for (const line of changesInWords(prepared.changes)) within.log.info(line);
        return hidingSecrets(
          prepared.redactor,
          within,
          (hiding) => carryOut({ request, prepared, swarm: fenced, docker }, hiding)
        );
      });
    });
  } finally {
    await swarm.close();
  }
}
__name(deploy, "deploy");
async function planDeploy(request, home, fx) {
  const loaded = await loadFor(request, home);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    await clientFor(swarm, loaded, home, fx);
    return await withPrepared(request, loaded, swarm, "look", fx, async (prepared) => ({
      summary: changesInWords(prepared.changes),
      changes: prepared.changes,
      findings: findingsOf(prepared),
      translations: prepared.plan.translations,
      notes: notesOf(prepared),
      stages: stagesOf(prepared.model, request.stages)
    }));
  } finally {
    await swarm.close();
  }
}
__name(planDeploy, "planDeploy");
var loadFor = /* @__PURE__ */ __name((request, home) => load(request, () => defaultsOf(request.target, home)), "loadFor");
async function clientFor({ dockerConfigDir }, { forCompose, plan }, home, fx) {
  const docker = await dockerCommand(dockerConfigDir, home, fx);
  await requireKnownFields({ docker, plan }, fx);
  await askCompose({ docker, ...forCompose }, fx);
  return docker;
}
__name(clientFor, "clientFor");
function tell(prepared, fx) {
  for (const finding of findingsOf(prepared)) {
    const line = `${inWords(finding)}${finding.hint ? ` \u2014 ${finding.hint}` : ""} (${finding.rule})`;
    if (finding.severity === "warning") fx.log.warn(line);
    else if (finding.rule === "left-out") fx.log.info(line);
    else fx.log.debug(line);
  }
  for (const { file, line, from, to } of prepared.plan.translations)
    fx.log.info(`${file}:${line}: ${from} \u2192 ${to || "left out"}`);
}
__name(tell, "tell");
var notesOf = /* @__PURE__ */ __name(({ plan, current, notes, unpinned, drift, changes }) => [
  ...droppedByEngine(youngUses(plan), current.apiVersion),
  ...overwritten(drift, changes),
  ...notes.map(({ service, text: text2 }) => `service ${service}: ${text2}`),
  ...unpinned.map(({ image, why }) => `${image} has no digest, so nodes may run different versions: ${why}`)
], "notesOf");
async function openPublished({ cluster, nodes, openPort }, plan) {
  if (!cluster) return;
  const ports = plan.services.flatMap((service) => service.ports).filter((port) => port.protocol === "tcp");
  for (const { published } of ports)
    if (published !== void 0) for (const node of nodes) await openPort(node.address, published);
}
__name(openPublished, "openPublished");
async function defaultsOf(target, { stateDir }) {
  if (target.kind === "existing") return {};
  const { registry } = await readCluster(stateDir, target.name);
  return registry ? { REGISTRY: registry.reference } : {};
}
__name(defaultsOf, "defaultsOf");
export {
  deploy,
  planDeploy
};
