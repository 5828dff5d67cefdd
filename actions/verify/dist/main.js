import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  error,
  getInput,
  setSecret
} from "./chunks/chunk-NVAQQEPW.js";
import {
  SwarmlineError,
  exitCodeOf,
  explain
} from "./chunks/chunk-JYPIC24A.js";
import {
  __name
} from "./chunks/chunk-IOXRIZOB.js";

// src/actions/read-inputs.ts
function readInputs(form, text, mask) {
  const fields = Object.entries(form.inputs).map(([key, input2]) => ({ key, input: input2, text: text(input2.name) }));
  for (const field of fields) if (field.input.isSecret && field.text) mask(field.text);
  const readings = fields.map((field) => ({ ...field, reading: field.input.read(field.text) }));
  refuse(
    readings.flatMap(({ input: input2, reading }) => "fault" in reading ? [`${input2.name} ${reading.fault}`] : [])
  );
  const values = Object.fromEntries(
    readings.map(({ key, reading }) => [key, "value" in reading ? reading.value : void 0])
  );
  refuse(form.faultsOf(values));
  return values;
}
__name(readInputs, "readInputs");
function refuse(faults) {
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "see the inputs in the README of the action"
    });
}
__name(refuse, "refuse");

// src/actions/run.ts
async function runMain(form, action) {
  process.on("uncaughtException", (thrown) => {
    fail(thrown);
    process.exit();
  });
  try {
    const values = readInputs(form, getInput, setSecret);
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./chunks/door-3NB6UXV3.js"), import("./chunks/preflight-WEBHRJVB.js")]);
    const door = await openDoor();
    await showDocker(door.effects.log);
    await action(values, door);
  } catch (thrown) {
    fail(thrown);
  }
}
__name(runMain, "runMain");
function fail(thrown) {
  error(explain(thrown));
  process.exitCode = exitCodeOf(thrown);
}
__name(fail, "fail");

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
var flag = /* @__PURE__ */ __name((name) => input(
  name,
  (text) => /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : { fault: `takes true or false, not ${shown(text)}` }
), "flag");
var wholeNumber = /* @__PURE__ */ __name((name, min, max) => input(name, (text) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? { value } : { fault: `takes a whole number from ${min} to ${max}, not ${shown(text)}` };
}), "wholeNumber");
var fraction = /* @__PURE__ */ __name((name) => input(name, (text) => {
  const value = /^(?:\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= 1 ? { value } : { fault: `takes a number from 0 to 1, not ${shown(text)}` };
}), "fraction");
var lines = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: linesOf(text) })), "lines");
var pairs = /* @__PURE__ */ __name((name) => entries(name, "NAME=VALUE", (line) => {
  const [, key, value] = /^([^=\s]+)=(.*)$/.exec(line) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}), "pairs");
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

// src/actions/verify.ts
import path from "node:path";
var SERVICE_FORM = "the name of a service in the stack";
var inputs = {
  ...targetInputs,
  stack: matching("stack", STACK_NAME, "letters, digits, _ . and -"),
  service: matching("service", STACK_NAME, SERVICE_FORM),
  port: wholeNumber("port", 1, 65535),
  requestsPerNode: wholeNumber("requests-per-node", 1, 1e5),
  minShare: fraction("min-share"),
  redisService: optionalMatching("redis-service", STACK_NAME, SERVICE_FORM),
  suites: lines("suites"),
  only: lines("only"),
  tags: lines("tags"),
  variables: pairs("variables"),
  composeFiles: lines("compose-files"),
  allowDisruption: flag("allow-disruption")
};
var verifyForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name((values) => [...targetFaults(values), ...suiteFaults(values)], "faultsOf")
};
function suiteFaults({
  suites,
  only,
  tags,
  variables,
  composeFiles,
  allowDisruption
}) {
  if (suites.length > 0) return [];
  const alone = [
    only.length > 0 && "only",
    tags.length > 0 && "tags",
    Object.keys(variables).length > 0 && "variables",
    composeFiles.length > 0 && "compose-files",
    allowDisruption && "allow-disruption"
  ].filter(Boolean);
  return alone.length > 0 ? [`${alone.join(", ")} needs a suite: give suites`] : [];
}
__name(suiteFaults, "suiteFaults");
function verifyRequest(values, target, places) {
  const { stack, service, port, requestsPerNode, minShare, redisService } = values;
  const inWorkspace = /* @__PURE__ */ __name((file) => path.resolve(places.workspace, file), "inWorkspace");
  const suite = values.suites.length > 0 && {
    files: values.suites.map(inWorkspace),
    root: places.workspace,
    only: values.only,
    tags: values.tags,
    variables: values.variables,
    isDisruptionAllowed: values.allowDisruption,
    composeFiles: values.composeFiles.map(inWorkspace),
    evidenceDir: path.join(places.reportDir, "evidence")
  };
  return {
    target,
    stack,
    service,
    publishedPort: port,
    requestsPerNode,
    minShare,
    redisService,
    suite: suite || void 0
  };
}
__name(verifyRequest, "verifyRequest");
function verifyOutputs(result, reportPath) {
  const count = /* @__PURE__ */ __name((status) => String(result.verdicts.filter((v) => v.status === status).length), "count");
  return {
    status: result.status,
    passed: count("pass"),
    failed: count("fail"),
    inconclusive: count("inconclusive"),
    skipped: count("skipped"),
    "report-path": reportPath
  };
}
__name(verifyOutputs, "verifyOutputs");
function verifyFault({ status, verdicts }) {
  if (status === "pass") return void 0;
  const failed = verdicts.filter((verdict) => verdict.status === "fail");
  const shown2 = failed.length > 0 ? failed : verdicts.filter((verdict) => verdict.status === "inconclusive");
  const summary = failed.length > 0 ? `${failed.length} of ${verdicts.length} checks failed` : "nothing was proven";
  const lines2 = shown2.map(
    ({ title, expected, observed }) => `${title}: expected ${expected}, saw ${observed}`
  );
  const hint = shown2.find((verdict) => verdict.hint)?.hint;
  return new SwarmlineError("verify-failed", [summary, ...lines2].join("; "), hint ? { hint } : {});
}
__name(verifyFault, "verifyFault");

// actions/verify/main.ts
await runMain(verifyForm, async (values, door) => {
  const [{ verify }, { reportFolder, reportStep }] = await Promise.all([
    import("./chunks/verify-LHY7VXY4.js"),
    import("./chunks/report-step-6GH3G5Y7.js")
  ]);
  const target = targetOf(values, void 0);
  const places = { workspace: door.workspace, reportDir: reportFolder("verify", door) };
  const result = await verify(verifyRequest(values, target, places), door.home, door.effects);
  const fault = verifyFault(result);
  const folder = await reportStep({ kind: "verify", result, fault }, target, door);
  door.setOutputs(verifyOutputs(result, folder));
  if (fault) throw fault;
});
