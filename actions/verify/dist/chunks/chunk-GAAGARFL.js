import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  ON_TASKS
} from "./chunk-6DEXFADH.js";
import {
  code,
  table,
  text
} from "./chunk-HEUBQMOS.js";
import {
  count
} from "./chunk-5WJ6KKDB.js";
import {
  HIDDEN
} from "./chunk-KAFMGS5U.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/changes-table.ts
var SIGNS = {
  created: "\u{1F195}",
  updated: "\u270F\uFE0F",
  unchanged: "\u2796",
  removed: "\u{1F5D1}\uFE0F",
  orphaned: "\u2754"
};
var MOST_SERVICES = 200;
var MOST_FIELDS = 40;
var MOST_CHARACTERS = 120;
function changesTable({ services, objects }) {
  const objectLines = objects.map(objectLine);
  return [
    services.length > 0 && table(["", "Service", "What", "Fields"], services.slice(0, MOST_SERVICES).map(row)),
    services.length > MOST_SERVICES && `\u2026 and ${services.length - MOST_SERVICES} services more.`,
    objectLines.length > 0 && objectLines.slice(0, MOST_SERVICES).join("\n"),
    objectLines.length > MOST_SERVICES && `\u2026 and ${objectLines.length - MOST_SERVICES} more.`
  ].filter((part) => typeof part === "string");
}
__name(changesTable, "changesTable");
function countedChanges(services) {
  const said = Object.keys(SIGNS).flatMap((kind) => {
    const n = services.filter((service) => service.kind === kind).length;
    return n > 0 ? [`${n} ${kind}`] : [];
  });
  return `${count(services.length, "service")}: ${said.join(", ") || "none"}.`;
}
__name(countedChanges, "countedChanges");
function row(service) {
  const { kind, name, fields, refusal } = service;
  const shown = fields.slice(0, MOST_FIELDS).map(field);
  const rest = fields.length > MOST_FIELDS ? [`\u2026 and ${fields.length - MOST_FIELDS} more`] : [];
  const refused = refusal === void 0 ? [] : [`\u274C ${text(refusal)}`];
  return [SIGNS[kind], code(name), `${kind}${effect(service)}`, [...refused, ...shown, ...rest].join("<br>")];
}
__name(row, "row");
function effect({ kind, tasks }) {
  if (kind === "orphaned") return ": the files no longer name it, and it stays";
  return tasks === "none" ? "" : `: ${ON_TASKS[tasks]}`;
}
__name(effect, "effect");
function field({ field: name, from, to }) {
  if (from === HIDDEN && to === HIDDEN) return `${code(name)}: changed`;
  if (from === void 0) return `${code(name)}: ${value(to)} (new)`;
  if (to === void 0) return `${code(name)}: ${value(from)} (removed)`;
  return `${code(name)}: ${value(from)} \u2192 ${value(to)}`;
}
__name(field, "field");
function value(full = "") {
  const characters = [...full];
  return characters.length > MOST_CHARACTERS ? `${code(characters.slice(0, MOST_CHARACTERS).join(""))}\u2026 (${characters.length} characters)` : code(full);
}
__name(value, "value");
var CHANGED = {
  created: "is created",
  updated: "is updated",
  unused: "is no longer named",
  drifted: "differs from the files; docker will not change it"
};
function objectLine({ kind, name, change, fields }) {
  const differing = fields.slice(0, MOST_FIELDS).map((each) => `
  - ${field(each)}`);
  return `- ${kind} ${code(name)} ${CHANGED[change]}${differing.join("")}`;
}
__name(objectLine, "objectLine");

export {
  changesTable,
  countedChanges
};
