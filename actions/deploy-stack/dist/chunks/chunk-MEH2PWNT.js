import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  secretForms
} from "./chunk-LXYRLMNY.js";
import {
  inputName,
  optionName,
  readAll
} from "./chunk-KYKPM5Z5.js";
import {
  error,
  getInput,
  setSecret,
  warning
} from "./chunk-5X344IRI.js";
import {
  oneLine
} from "./chunk-TO3536BY.js";
import {
  SwarmlineError,
  exitCodeOf,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/inputs/in-words.ts
var renamed = /* @__PURE__ */ __name((old, now) => `${old} is called ${now} now`, "renamed");
var OPTION = /swarmline [a-z][^;,`—]*|(?<![\w-])--([a-z][a-z-]*)(?:[ =]([\w.]+))?(?: \(input [a-z-]+\))?/g;
function inAction(text, inputs) {
  return text.replace(OPTION, (said, name, word = "") => {
    const [key, input] = Object.entries(inputs).find(([each, one]) => optionName(each, one) === name) ?? [];
    if (key === void 0 || input === void 0) return said;
    const own = inputName(key);
    if (input.choices?.includes(word) || /^[A-Z0-9]/.test(word)) return `${own}: ${word}`;
    const rest = said.slice(`--${name}`.length).replace(/ \(input .*\)$/, "");
    return input.shape === "flag" ? `${own}: true${rest}` : `the input ${own}${rest}`;
  });
}
__name(inAction, "inAction");

// src/actions/read-inputs.ts
function readInputs({ inputs, faultsOf }, text, mask) {
  const all = Object.entries(inputs);
  const masks = all.flatMap(([key, input]) => masksOf(input, text(inputName(key))));
  for (const form of new Set(masks)) mask(form);
  const { values, faults } = readAll(inputs, (key) => textsOf(inputs[key], text(inputName(key))), inputName);
  const old = all.flatMap(
    ([key, { formerly = [] }]) => formerly.filter((name) => !inputs[name] && text(name)).map((name) => renamed(name, inputName(key)))
  );
  refuse([...old, ...faults]);
  refuse(values ? faultsOf(values) : []);
  return values;
}
__name(readInputs, "readInputs");
function textsOf(input, text) {
  if (input?.shape !== "list") return text === "" ? [] : [text];
  if (input.split) return input.split(text);
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
__name(textsOf, "textsOf");
function masksOf(input, text) {
  if (!input.isSecret || text === "") return [];
  return (input.secretsIn?.(text) ?? [text]).filter(Boolean).flatMap(secretForms);
}
__name(masksOf, "masksOf");
function refuse(faults) {
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "see the inputs in the README of the action"
    });
}
__name(refuse, "refuse");

// src/actions/run.ts
async function runMain(form, action) {
  const inWords = /* @__PURE__ */ __name((text) => inAction(text, form.inputs), "inWords");
  process.on("uncaughtException", (thrown) => {
    fail(thrown, inWords);
    process.exit();
  });
  try {
    const values = readInputs(form, getInput, setSecret);
    for (const [key, { isSecret }] of Object.entries(form.inputs))
      if (isSecret) delete process.env[`INPUT_${inputName(key).toUpperCase()}`];
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./door-XGQR4ONB.js"), import("./preflight-5HD4MUSZ.js")]);
    const door = await openDoor(inWords);
    await showDocker(door.effects);
    await action(values, door);
  } catch (thrown) {
    fail(thrown, inWords);
  }
}
__name(runMain, "runMain");
async function runPost(action) {
  try {
    const { openDoor } = await import("./door-XGQR4ONB.js");
    await action(await openDoor());
  } catch (thrown) {
    warning(oneLine(explain(thrown)));
  }
}
__name(runPost, "runPost");
function fail(thrown, inWords) {
  error(oneLine(inWords(explain(thrown))));
  process.exitCode = exitCodeOf(thrown);
}
__name(fail, "fail");

export {
  runMain,
  runPost
};
