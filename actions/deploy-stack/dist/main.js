import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  STACK_NAME,
  duration,
  flag,
  lines,
  loginFaults,
  loginInputs,
  matching,
  oneOf,
  optional,
  optionalDuration,
  optionalMatching,
  pairs,
  secretPairs,
  targetFaults,
  targetInputs,
  wholeNumber
} from "./chunks/chunk-B2H26CKK.js";
import "./chunks/chunk-M6VFHBR3.js";
import {
  deployFault,
  failureInWords
} from "./chunks/chunk-VJ26ZVRW.js";
import "./chunks/chunk-X34ZOXL2.js";
import {
  runMain
} from "./chunks/chunk-IQQ7IY3Q.js";
import "./chunks/chunk-MVY6Z5LL.js";
import "./chunks/chunk-F6W6GF7E.js";
import "./chunks/chunk-FPIX6GPL.js";
import "./chunks/chunk-JSEEVW6R.js";
import {
  __name
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/deploy-stack.ts
import path from "node:path";
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
  configs: pairs("configs"),
  allowOutsideFiles: flag("allow-outside-files"),
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
  timeout: optionalDuration("timeout"),
  onFailure: oneOf("on-failure", ON_FAILURE),
  lockWait: duration("lock-wait"),
  keepDeploys: wholeNumber("keep-deploys", 1, 50),
  probe: optional("probe"),
  probeRate: wholeNumber("probe-rate", 1, 5e3),
  maxFailedRequests: optionalMatching("max-failed-requests", COUNT, "a whole number"),
  prune: flag("prune"),
  plan: flag("plan")
};
var DEFAULT_TIMEOUT_MS = 3e5;
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
    shownFrom: workspace,
    root: values.allowOutsideFiles ? void 0 : workspace,
    envFiles: paths(values.envFiles),
    profiles: values.profiles,
    variables: values.variables,
    contents: { secrets: values.secrets, configs: values.configs },
    isStrict: values.strict,
    settings: [...settingLines(values), ...values.settings],
    digests: values.digests ?? "",
    unresolvedImages: values.unresolvedImages,
    stages: values.stages,
    timeoutMs: values.timeout ?? DEFAULT_TIMEOUT_MS,
    isTimeoutGiven: values.timeout === void 0 ? void 0 : true,
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
function withoutPictures(probe) {
  const { series: _series, latencyBuckets: _buckets, ...figures } = probe;
  return figures;
}
__name(withoutPictures, "withoutPictures");
function planOutputs({ changes }) {
  return { outcome: "planned", changes: JSON.stringify(changes) };
}
__name(planOutputs, "planOutputs");
function deployStackOutputs(result, reportPath) {
  return {
    outcome: result.outcome,
    "deploy-number": String(result.seq ?? ""),
    changes: JSON.stringify(result.changes),
    probed: result.probe ? JSON.stringify(withoutPictures(result.probe)) : "",
    undone: result.undone?.kind ?? "",
    services: JSON.stringify(result.services),
    "duration-ms": String(Math.round(result.durationMs)),
    "report-path": reportPath,
    failure: failureInWords(result)
  };
}
__name(deployStackOutputs, "deployStackOutputs");

// src/actions/lock-owner.ts
import { hostname } from "node:os";
var lockOwner = /* @__PURE__ */ __name(async (door) => ({
  who: await door.owner(),
  where: hostname(),
  run: `process ${process.pid}`
}), "lockOwner");

// actions/deploy-stack/main.ts
await runMain(deployStackForm, async (values, door) => {
  const [{ deploy, planDeploy }, { reachTarget }, { reportFolder, reportStep }, { renderPlan }] = await Promise.all([
    import("./chunks/deploy-JWBCWXZX.js"),
    import("./chunks/reach-target-3WQO57AF.js"),
    import("./chunks/report-step-IL4D4RIV.js"),
    import("./chunks/plan-summary-SMFSQCMJ.js")
  ]);
  const target = await reachTarget(values, door);
  const request = deployRequest(values, target, door.workspace, await lockOwner(door));
  if (values.plan) {
    const plan = await planDeploy(request, door.home, door.effects);
    await door.addSummary(renderPlan(plan.changes));
    return door.setOutputs(planOutputs(plan));
  }
  const result = await deploy(request, door.home, door.effects, {
    planned: /* @__PURE__ */ __name((changes) => door.addSummary(renderPlan(changes)), "planned")
  });
  const fault = deployFault(result);
  door.setOutputs(deployStackOutputs(result, reportFolder("deploy", door)));
  await reportStep({ kind: "deploy", result, fault }, target, door);
  if (fault) throw fault;
});
