import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  secretForms
} from "./chunk-LXYRLMNY.js";
import {
  error,
  getInput,
  setSecret,
  warning
} from "./chunk-5X344IRI.js";
import {
  oneLine
} from "./chunk-KAFMGS5U.js";
import {
  SwarmlineError,
  exitCodeOf,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/inputs/input.ts
var input = /* @__PURE__ */ __name((kind, about, words = {}) => ({
  ...kind,
  about,
  ...words
}), "input");
var but = /* @__PURE__ */ __name((same, words) => ({
  ...same,
  ...words
}), "but");
var inputName = /* @__PURE__ */ __name((key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), "inputName");
var optionName = /* @__PURE__ */ __name((key, { shape }) => shape === "list" ? inputName(key).replace(/s$/, "") : inputName(key), "optionName");
function readAll(inputs, textsOf2, called) {
  const readings = Object.entries(inputs).map(([key, each]) => ({
    key,
    reading: each.read(textsOf2(key), called(key))
  }));
  const faults = readings.flatMap(({ reading }) => "fault" in reading ? [reading.fault] : []);
  if (faults.length > 0) return { values: void 0, faults };
  const values = readings.map(({ key, reading }) => [key, "value" in reading ? reading.value : void 0]);
  return { values: Object.fromEntries(values), faults: [] };
}
__name(readAll, "readAll");

// src/inputs/in-words.ts
var renamed = /* @__PURE__ */ __name((old, now) => `${old} is called ${now} now`, "renamed");
var OPTION = /swarmline [a-z][^;,`—]*|(?<![\w-])--([a-z][a-z-]*)(?:[ =]([\w.]+))?(?: \(input [a-z-]+\))?/g;
function inAction(text, inputs) {
  return text.replace(OPTION, (said, name, word = "") => {
    const [key, input2] = Object.entries(inputs).find(([each, one]) => optionName(each, one) === name) ?? [];
    if (key === void 0 || input2 === void 0) return said;
    const own = inputName(key);
    if (input2.choices?.includes(word) || /^[A-Z0-9]/.test(word)) return `${own}: ${word}`;
    const rest = said.slice(`--${name}`.length).replace(/ \(input .*\)$/, "");
    return input2.shape === "flag" ? `${own}: true${rest}` : `the input ${own}${rest}`;
  });
}
__name(inAction, "inAction");

// src/actions/read-inputs.ts
function readInputs({ inputs, faultsOf }, text, mask) {
  const all = Object.entries(inputs);
  const masks = all.flatMap(([key, input2]) => masksOf(input2, text(inputName(key))));
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
function textsOf(input2, text) {
  if (input2?.shape !== "list") return text === "" ? [] : [text];
  if (input2.split) return input2.split(text);
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
__name(textsOf, "textsOf");
function masksOf(input2, text) {
  if (!input2.isSecret || text === "") return [];
  return (input2.secretsIn?.(text) ?? [text]).filter(Boolean).flatMap(secretForms);
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
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./door-PBZDCINI.js"), import("./preflight-5HD4MUSZ.js")]);
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
    const { openDoor } = await import("./door-PBZDCINI.js");
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
  input,
  but,
  inputName,
  runMain,
  runPost
};
