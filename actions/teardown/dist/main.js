import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  error,
  getInput,
  setSecret
} from "./chunks/chunk-F6W6GF7E.js";
import {
  SwarmlineError,
  exitCodeOf,
  explain
} from "./chunks/chunk-YTA4RLSI.js";
import {
  __name
} from "./chunks/chunk-TLGIOUIF.js";

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
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./chunks/door-55JHZAWX.js"), import("./chunks/preflight-QV5TIIBR.js")]);
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

// src/usecases/host-key.rules.ts
var HOST_KEY_LINE = /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/;
var HOST_KEY_FORM = "a line of known_hosts, such as \u201Chost ssh-ed25519 AAAA\u2026\u201D";

// src/actions/target.rules.ts
var CLUSTER_NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/;
var CLUSTER_NAME_FORM = "at most 20 letters, digits and dashes that begin with a letter";
var targetInputs = {
  cluster: optionalMatching("cluster", CLUSTER_NAME, CLUSTER_NAME_FORM),
  dockerHost: optionalMatching(
    "docker-host",
    /^(?:unix:\/\/\/|ssh:\/\/.|tcp:\/\/.)/,
    "unix://, ssh:// or tcp://"
  ),
  hostKey: optionalMatching("host-key", HOST_KEY_LINE, HOST_KEY_FORM),
  tlsCa: secret("tls-ca"),
  tlsCert: secret("tls-cert"),
  tlsKey: secret("tls-key")
};
var loginInputs = {
  registry: optionalMatching(
    "registry",
    /^[a-zA-Z0-9.-]+(?::\d+)?$/,
    "a registry's host name, with a port or not"
  ),
  username: optional("username"),
  password: secret("password")
};

// src/actions/teardown.ts
var inputs = { name: optionalMatching("name", CLUSTER_NAME, CLUSTER_NAME_FORM), all: flag("all") };
var teardownForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name(({ name, all }) => {
    if (name && all) return ["name and all exclude each other: give one"];
    return name || all ? [] : ["name must say which cluster, or all must be true"];
  }, "faultsOf")
};
function downRequest({ name, all }) {
  return { name: name ?? "", isAllOfOurs: all };
}
__name(downRequest, "downRequest");
function teardownOutputs({ removed }) {
  return { removed: JSON.stringify(removed) };
}
__name(teardownOutputs, "teardownOutputs");

// actions/teardown/main.ts
await runMain(teardownForm, async (values, door) => {
  const { down } = await import("./chunks/down-FJJDU2OD.js");
  door.setOutputs(teardownOutputs(await down(downRequest(values), door.home, door.effects)));
});
