import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/whose.rules.ts
function isOf({ cluster, run, createdAt, isEngineOurs }, labels) {
  if (labels?.[LABEL.cluster] !== cluster) return false;
  if (isEngineOurs) return true;
  return run === void 0 ? labels[LABEL.created] === createdAt : labels[LABEL.run] === run;
}
__name(isOf, "isOf");
var runOf = /* @__PURE__ */ __name((labels) => ({
  cluster: labels[LABEL.cluster] ?? "",
  run: labels[LABEL.run] ?? ""
}), "runOf");
var whoseOf = /* @__PURE__ */ __name(({
  name,
  run,
  createdAt,
  engine
}) => ({
  ...{ cluster: name, run, createdAt, isEngineOurs: engine.isOwned }
}), "whoseOf");
var isMadeBy = /* @__PURE__ */ __name((own, engine, found) => isOf({ ...runOf(own), isEngineOurs: engine.kind === "vm" }, found), "isMadeBy");
function inWords(things) {
  const owners = Map.groupBy(
    things,
    ({ labels }) => [labels[LABEL.owner] ?? "nobody named", labels[LABEL.created]].filter(Boolean).join(", since ")
  );
  return [...owners].map(([owner, own]) => `${own.map(({ kind, name }) => `${kind} ${name}`).join(", ")} (${owner})`).join("; ");
}
__name(inWords, "inWords");

export {
  isOf,
  runOf,
  whoseOf,
  isMadeBy,
  inWords
};
