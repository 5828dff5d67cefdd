import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runMain
} from "./chunks/chunk-OW7XH5CV.js";
import "./chunks/chunk-W6ZGOJFS.js";
import {
  SwarmlineError
} from "./chunks/chunk-H3HAWWYR.js";
import {
  __name
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/deploy-stack.ts
import path from "node:path";

// src/actions/input.rules.ts
var input = /* @__PURE__ */ __name((name, read, isSecret = false) => ({
  name,
  isSecret,
  read
}), "input");
var shown = /* @__PURE__ */ __name((text) => text === "" ? "an empty text" : `\u201C${text}\u201D`, "shown");
var optional = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: text || void 0 })), "optional");
var secret = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: text || void 0 }), true), "secret");
var matching = /* @__PURE__ */ __name((name, pattern, what) => input(name, (text) => pattern.test(text) ? { value: text } : { fault: `takes ${what}, not ${shown(text)}` }), "matching");
var optionalMatching = /* @__PURE__ */ __name((name, pattern, what) => input(
  name,
  (text) => text === "" ? { value: void 0 } : matching(name, pattern, what).read(text)
), "optionalMatching");
var oneOf = /* @__PURE__ */ __name((name, choices) => input(name, (text) => {
  const value = choices.find((choice) => choice === text);
  return value ? { value } : { fault: `takes ${choices.join(", ")}, not ${shown(text)}` };
}), "oneOf");
var flag = /* @__PURE__ */ __name((name) => input(
  name,
  (text) => /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : { fault: `takes true or false, not ${shown(text)}` }
), "flag");
var wholeNumber = /* @__PURE__ */ __name((name, min, max) => input(name, (text) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? { value } : { fault: `takes a whole number from ${min} to ${max}, not ${shown(text)}` };
}), "wholeNumber");
var UNIT_MS = { "": 1e3, s: 1e3, m: 6e4, h: 36e5 };
var duration = /* @__PURE__ */ __name((name) => input(name, (text) => {
  const [, count = "", unit = ""] = /^(\d{1,6})([smh]?)$/.exec(text) ?? [];
  const value = Number(count) * (UNIT_MS[unit] ?? 0);
  return value > 0 ? { value } : { fault: `takes a time such as 90s, 5m or 1h, not ${shown(text)}` };
}), "duration");
var lines = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: linesOf(text) })), "lines");
var pairs = /* @__PURE__ */ __name((name) => entries(name, "NAME=VALUE", (line) => {
  const [, key, value] = /^([^=\s]+)=(.*)$/.exec(line) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}), "pairs");
var secretPairs = /* @__PURE__ */ __name((name) => ({
  ...pairs(name),
  isSecret: true,
  // A line that is no pair may hold a part of a secret: it is not shown.
  read: /* @__PURE__ */ __name((text) => {
    const reading = pairs(name).read(text);
    return "fault" in reading ? { fault: "takes NAME=VALUE on each line" } : reading;
  }, "read")
}), "secretPairs");
var entries = /* @__PURE__ */ __name((name, form, parse) => input(name, (text) => {
  const parsed = linesOf(text).map((line) => ({ line, entry: parse(line) }));
  const wrong = parsed.filter(({ entry }) => entry === void 0).map(({ line }) => shown(line));
  if (wrong.length > 0) return { fault: `takes ${form} on each line, not ${wrong.join(", ")}` };
  return { value: Object.fromEntries(parsed.flatMap(({ entry }) => entry ? [entry] : [])) };
}), "entries");
function linesOf(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
__name(linesOf, "linesOf");

// src/actions/target.rules.ts
var CLUSTER_NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/;
var CLUSTER_NAME_FORM = "at most 20 letters, digits and dashes that begin with a letter";
var STACK_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/;
var targetInputs = {
  cluster: optionalMatching("cluster", CLUSTER_NAME, CLUSTER_NAME_FORM),
  dockerHost: optionalMatching(
    "docker-host",
    /^(?:unix:\/\/\/|ssh:\/\/.|tcp:\/\/.)/,
    "unix://, ssh:// or tcp://"
  )
};
function targetFaults({ cluster, dockerHost }) {
  if (cluster && dockerHost) return ["cluster and docker-host name two swarms: give one"];
  return cluster || dockerHost ? [] : ["cluster or docker-host must say which swarm"];
}
__name(targetFaults, "targetFaults");
function targetOf(values, dockerConfigDir) {
  return values.cluster ? { kind: "cluster", name: values.cluster } : { kind: "existing", dockerHost: values.dockerHost, dockerConfigDir };
}
__name(targetOf, "targetOf");
var loginInputs = {
  registry: optionalMatching(
    "registry",
    /^[a-zA-Z0-9.-]+(?::\d+)?$/,
    "a registry's host name, with a port or not"
  ),
  username: optional("username"),
  password: secret("password")
};
function loginFaults({ username, password }, { cluster }) {
  if (!username && !password) return [];
  if (cluster)
    return ["username and password are not for a cluster of ours, whose registry has its own login"];
  return username && password ? [] : [`${username ? "password" : "username"} is missing beside the other`];
}
__name(loginFaults, "loginFaults");

// src/actions/deploy-stack.ts
var ROLLING = ["parallelism", "delay", "order", "monitor", "failure-action", "max-failure-ratio"];
var ON_FAILURE = ["rollback", "keep", "remove"];
var COUNT = /^\d{1,9}$/;
var inputs = {
  ...targetInputs,
  ...loginInputs,
  stack: matching("stack", STACK_NAME, "letters, digits, _ . and -"),
  composeFiles: lines("compose-files"),
  envFiles: lines("env-files"),
  profiles: lines("profiles"),
  variables: pairs("variables"),
  secrets: secretPairs("secrets"),
  strict: flag("strict"),
  digests: optional("digests"),
  unresolvedImages: oneOf("unresolved-images", ["refuse", "warn"]),
  stages: pairs("stages"),
  settings: lines("settings"),
  updateParallelism: optional("update-parallelism"),
  updateDelay: optional("update-delay"),
  updateOrder: optional("update-order"),
  updateMonitor: optional("update-monitor"),
  updateFailureAction: optional("update-failure-action"),
  updateMaxFailureRatio: optional("update-max-failure-ratio"),
  rollbackParallelism: optional("rollback-parallelism"),
  rollbackDelay: optional("rollback-delay"),
  rollbackOrder: optional("rollback-order"),
  rollbackMonitor: optional("rollback-monitor"),
  rollbackFailureAction: optional("rollback-failure-action"),
  rollbackMaxFailureRatio: optional("rollback-max-failure-ratio"),
  timeout: duration("timeout"),
  onFailure: oneOf("on-failure", ON_FAILURE),
  lockWait: duration("lock-wait"),
  keepDeploys: wholeNumber("keep-deploys", 1, 50),
  probe: optional("probe"),
  probeRate: wholeNumber("probe-rate", 1, 5e3),
  maxFailedRequests: optionalMatching("max-failed-requests", COUNT, "a whole number"),
  prune: flag("prune")
};
var deployStackForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name((values) => [
    ...targetFaults(values),
    ...values.composeFiles.length === 0 ? ["compose-files is empty: give at least one"] : [],
    ...values.maxFailedRequests !== void 0 && values.probe === void 0 ? ["max-failed-requests counts those of probe, which is not given"] : [],
    ...loginFaults(values, values)
  ], "faultsOf")
};
function deployRequest(values, target, workspace, owner) {
  const paths = /* @__PURE__ */ __name((files) => files.map((file) => path.resolve(workspace, file)), "paths");
  const { probe, probeRate, maxFailedRequests } = values;
  return {
    target,
    owner,
    stack: values.stack,
    composeFiles: paths(values.composeFiles),
    envFiles: paths(values.envFiles),
    profiles: values.profiles,
    variables: values.variables,
    contents: { secrets: values.secrets },
    isStrict: values.strict,
    settings: [...settingLines(values), ...values.settings],
    digests: values.digests ?? "",
    unresolvedImages: values.unresolvedImages,
    stages: values.stages,
    timeoutMs: values.timeout,
    onFailure: values.onFailure,
    lockWait: values.lockWait,
    keepRecords: values.keepDeploys,
    probe: probe === void 0 ? void 0 : {
      url: probe,
      ratePerSecond: probeRate,
      maxFailedRequests: maxFailedRequests === void 0 ? void 0 : Number(maxFailedRequests)
    },
    withRegistryAuth: target.kind === "cluster" || target.dockerConfigDir !== void 0,
    isPruning: values.prune
  };
}
__name(deployRequest, "deployRequest");
function settingLines(values) {
  const of = /* @__PURE__ */ __name((kind, name) => values[`${kind}${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`], "of");
  return ["update", "rollback"].flatMap(
    (kind) => ROLLING.flatMap((name) => {
      const value = of(kind, name);
      return value === void 0 ? [] : [`${kind}-${name}=${value}`];
    })
  );
}
__name(settingLines, "settingLines");
function deployStackOutputs(result) {
  return {
    outcome: result.outcome,
    "deploy-number": String(result.seq ?? ""),
    changes: JSON.stringify(result.changes),
    probed: result.probe ? JSON.stringify(result.probe) : "",
    undone: result.undone?.kind ?? "",
    services: JSON.stringify(result.services),
    "duration-ms": String(Math.round(result.durationMs)),
    failure: result.outcome === "converged" ? "" : failureText(result)
  };
}
__name(deployStackOutputs, "deployStackOutputs");
function deployFault(result) {
  if (result.outcome === "converged") return void 0;
  return new SwarmlineError("deploy-failed", failureText(result), { hint: WAY_OUT[result.outcome] });
}
__name(deployFault, "deployFault");
var WAY_OUT = {
  "rolled-back": "the previous version runs; mend what failed and deploy again",
  paused: "deploy a version that works, or: docker service rollback SERVICE",
  failed: "see the log of the service: docker service logs SERVICE",
  "timed-out": "give it more time with the input timeout, or see what its tasks wait for",
  cancelled: "run the job again: a deploy that was cut short is completed by the next one"
};
function failureText({ stack, outcome, failures, services }) {
  const first = failures[0];
  const behind = services.filter((service) => service.outcome !== "converged").map((service) => service.name);
  const who = first ? `${first.service} on ${first.node}: ${first.error}` : behind.join(", ");
  return `the stack ${stack} ${SAID[outcome]}${who ? `: ${who}` : ""}`;
}
__name(failureText, "failureText");
var SAID = {
  converged: "converged",
  "rolled-back": "was rolled back",
  paused: "paused in its update",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was cut short"
};

// src/actions/lock-owner.ts
import { hostname } from "node:os";
var lockOwner = /* @__PURE__ */ __name(async (door) => ({
  who: await door.owner(),
  where: hostname(),
  run: `process ${process.pid}`
}), "lockOwner");

// actions/deploy-stack/main.ts
await runMain(deployStackForm, async (values, door) => {
  const [{ deploy }, { writeLogin }, { reportStep }] = await Promise.all([
    import("./chunks/deploy-O5LV4LEB.js"),
    import("./chunks/docker-login-UWSPVUGA.js"),
    import("./chunks/report-step-Y3Q6IWAT.js")
  ]);
  const target = targetOf(values, await writeLogin(values, door));
  const request = deployRequest(values, target, door.workspace, await lockOwner(door));
  const result = await deploy(request, door.home, door.effects);
  door.setOutputs(deployStackOutputs(result));
  const fault = deployFault(result);
  await reportStep({ kind: "deploy", result, fault }, target, door);
  if (fault) throw fault;
});
