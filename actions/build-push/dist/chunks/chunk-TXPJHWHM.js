import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  error,
  getInput,
  setSecret,
  warning
} from "./chunk-5X344IRI.js";
import {
  oneLine
} from "./chunk-7F7V3B47.js";
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

// src/plain/secret-forms.ts
var SHORTEST = 6;
var MOST_PARTS = 300;
var LONGEST_ADDRESS = 8192;
var PEM_FRAME = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/;
function secretForms(secret) {
  const whole = Buffer.from(secret).toString("utf8");
  const parts = [whole, whole.replace(/[\r\n]+$/, ""), whole.trim(), whole.replace(/\s+/g, " ").trim()];
  const inner = [...lines(whole), ...partsOfAddress(whole), ...textsOfJson(whole)];
  const long = inner.filter((part) => part.length >= SHORTEST && !PEM_FRAME.test(part));
  return [...new Set([...parts, ...long.slice(0, MOST_PARTS)].flatMap(formsOf))].filter((form) => form !== "");
}
__name(secretForms, "secretForms");
var lines = /* @__PURE__ */ __name((text) => text.split(/\r\n|\r|\n/).map((line) => line.trim()), "lines");
function partsOfAddress(text) {
  const address = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(text.trim())?.[0];
  const rest = address && text.trim().slice(address.length);
  if (!rest || rest.length > LONGEST_ADDRESS || /\s/.test(rest)) return [];
  const at = rest.indexOf("@");
  const user = at === -1 ? "" : rest.slice(0, at);
  const values = rest.slice(at + 1).split(/[?&#]/).slice(1);
  const parts = [
    user.slice(user.indexOf(":") + 1),
    ...values.map((pair) => pair.slice(pair.indexOf("=") + 1)).slice(0, MOST_PARTS)
  ];
  return parts.flatMap((part) => [part, decoded(part)]);
}
__name(partsOfAddress, "partsOfAddress");
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
__name(decoded, "decoded");
function textsOfJson(text) {
  if (!/^\s*[[{]/.test(text)) return [];
  const found = [];
  try {
    JSON.parse(text, (_key, value) => {
      if (typeof value === "string") found.push(value);
      return value;
    });
  } catch {
  }
  return found;
}
__name(textsOfJson, "textsOfJson");
function formsOf(text) {
  const bytes = Buffer.from(text);
  const encoded = [
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams([["", text.toWellFormed()]]).toString().slice(1),
    // The end of base64 depends on what follows: its padding may not be there.
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    ...shifted(bytes),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase()
  ];
  return [text, ...encoded.filter((form) => form.length >= SHORTEST)];
}
__name(formsOf, "formsOf");
function shifted(bytes) {
  return [1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const sure = whole.length - whole.length % 3;
    return whole.subarray(0, sure).toString("base64").slice(4);
  });
}
__name(shifted, "shifted");

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
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./door-MEIKEYI4.js"), import("./preflight-5HD4MUSZ.js")]);
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
    const { openDoor } = await import("./door-MEIKEYI4.js");
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
