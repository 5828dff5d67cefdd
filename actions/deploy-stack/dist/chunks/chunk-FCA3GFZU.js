import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  DEFAULT_TIMEOUT_MS,
  ROLLING,
  deployFaults,
  deployInputs,
  loginFaults,
  twoSwarms,
  wayFaults
} from "./chunk-VIWZJAWN.js";
import {
  failureInWords
} from "./chunk-N4UDMW7B.js";
import {
  inputName
} from "./chunk-KYKPM5Z5.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/deploy-stack.ts
import path from "node:path";

// src/inputs/selected-secrets.ts
var LINE = /^([\w.-]{1,64})(?:=([\w.-]{1,64}))?$/;
function selectedSecrets({ secrets, secretNames }) {
  if (secretNames.length === 0) return { ...secrets };
  return Object.fromEntries(
    secretNames.flatMap((line) => {
      const [, name = "", key] = LINE.exec(line) ?? [];
      const value = secretCalled(secrets, key ?? name);
      return value === void 0 ? [] : [[name, value]];
    })
  );
}
__name(selectedSecrets, "selectedSecrets");
function selectionFaults({ secrets, secretNames }, called) {
  const names = secretNames.map((line) => ({ line, parts: LINE.exec(line) }));
  const wrong = names.filter(({ parts }) => !parts).length;
  const stackNames = names.flatMap(({ parts }) => parts?.[1] ?? []);
  const twice = stackNames.filter((name, i) => stackNames.indexOf(name) !== i);
  const missing = names.flatMap(({ parts }) => {
    const key = parts?.[2] ?? parts?.[1];
    return key === void 0 || secretCalled(secrets, key) !== void 0 ? [] : [key];
  });
  const here = called("secretNames");
  return [
    ...wrong > 0 ? [`${here} takes NAME or NAME=SECRET on each line: ${wrong} of ${names.length} is something else`] : [],
    ...twice.length > 0 ? [`${here} names ${twice.join(", ")} twice`] : [],
    ...missing.length > 0 ? [`${here}: ${called("secrets")} has no ${missing.join(", ")}`] : []
  ];
}
__name(selectionFaults, "selectionFaults");
function secretCalled(secrets, key) {
  const name = [key, key.toUpperCase()].find((each) => Object.hasOwn(secrets, each));
  return name === void 0 || secrets[name] === "" ? void 0 : secrets[name];
}
__name(secretCalled, "secretCalled");

// src/actions/target-faults.ts
function targetFaults(values) {
  const { cluster, dockerHost } = values;
  if (!cluster && !dockerHost) return ["give cluster or docker-host, to say which swarm"];
  const two = twoSwarms(values, inputName);
  return two.length > 0 ? two : wayFaults(values, inputName);
}
__name(targetFaults, "targetFaults");

// src/actions/deploy-stack.ts
var deployStackForm = {
  inputs: deployInputs,
  faultsOf: /* @__PURE__ */ __name((values) => [
    ...values.lintOnly ? lintFaults(values) : targetFaults(values),
    ...deployFaults(values, inputName),
    ...loginFaults(values, values),
    ...selectionFaults(values, inputName),
    ...values.rollback && values.plan ? ["rollback cannot be planned: leave plan out"] : []
  ], "faultsOf")
};
function lintFaults({ cluster, dockerHost, plan, rollback }) {
  const given = [
    ...[cluster && "cluster", dockerHost && "docker-host", plan && "plan", rollback && "rollback"]
  ].filter(Boolean);
  return given.length === 0 ? [] : [`lint-only asks no swarm: leave ${given.join(" and ")} out`];
}
__name(lintFaults, "lintFaults");
function lintRequest(values, workspace) {
  const { composeFiles, shownFrom, root, envFiles, profiles, variables, isStrict, stack } = deployRequest(
    values,
    { kind: "existing", dockerHost: void 0, dockerConfigDir: void 0 },
    workspace,
    { who: "", where: "", run: "" }
  );
  const given = { secrets: Object.keys(selectedSecrets(values)), configs: Object.keys(values.configs) };
  return { composeFiles, shownFrom, root, envFiles, profiles, variables, isStrict, stack, given };
}
__name(lintRequest, "lintRequest");
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
    contents: { secrets: selectedSecrets(values), configs: values.configs },
    isStrict: values.strict,
    settings: [...settingLines(values), ...values.settings],
    digests: values.digests ?? "",
    unresolvedImages: values.unresolvedImages,
    stages: values.stages,
    timeoutMs: values.timeout ?? DEFAULT_TIMEOUT_MS,
    isTimeoutGiven: values.timeout === void 0 ? void 0 : true,
    onFailure: values.onFailure,
    lockWait: values.lockWait ?? "refuse",
    keepRecords: values.keepDeploys,
    probe: probe === void 0 ? void 0 : {
      url: probe,
      ratePerSecond: probeRate,
      maxFailedRequests
    },
    withRegistryAuth: true,
    isPruning: values.prune
  };
}
__name(deployRequest, "deployRequest");
function settingLines(values) {
  return Object.keys(ROLLING).flatMap(
    (key) => values[key] === void 0 ? [] : [`${inputName(key)}=${values[key]}`]
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
function lintOutputs({
  findings,
  counts
}) {
  return { outcome: counts.error > 0 ? "failed" : "linted", findings: JSON.stringify(findings) };
}
__name(lintOutputs, "lintOutputs");
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

export {
  deployStackForm,
  lintRequest,
  deployRequest,
  planOutputs,
  lintOutputs,
  deployStackOutputs
};
