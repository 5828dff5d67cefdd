import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
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
function readAll(inputs, textsOf, called) {
  const readings = Object.entries(inputs).map(([key, each]) => ({
    key,
    reading: each.read(textsOf(key), called(key))
  }));
  const faults = readings.flatMap(({ reading }) => "fault" in reading ? [reading.fault] : []);
  if (faults.length > 0) return { values: void 0, faults };
  const values = readings.map(({ key, reading }) => [key, "value" in reading ? reading.value : void 0]);
  return { values: Object.fromEntries(values), faults: [] };
}
__name(readAll, "readAll");

export {
  input,
  but,
  inputName,
  optionName,
  readAll
};
