import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  oneLine
} from "./chunk-KAFMGS5U.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/text.rules.ts
function duration(ms) {
  if (ms < 1e3) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds = Math.round(ms / 1e3);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
__name(duration, "duration");
function bytes(n) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let rest = n;
  let unit = 0;
  while (rest >= 999.95 && unit < units.length - 1) {
    rest /= 1e3;
    unit++;
  }
  return `${unit === 0 ? rest : rest.toFixed(1)} ${units[unit]}`;
}
__name(bytes, "bytes");
function percent(part, whole2) {
  if (whole2 <= 0 || part <= 0) return "0 %";
  return part === whole2 ? "100 %" : `${(part / whole2 * 100).toFixed(1)} %`;
}
__name(percent, "percent");
function whole(n) {
  return n.toLocaleString("en-US", { maximumFractionDigits: 0 });
}
__name(whole, "whole");
function count(n, noun) {
  return `${whole(n)} ${noun}${n === 1 ? "" : "s"}`;
}
__name(count, "count");
function moment(rfc3339) {
  const read = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/.exec(rfc3339);
  return read ? `${read[1]} ${read[2]} UTC` : oneLine(rfc3339);
}
__name(moment, "moment");

// src/report/bounds.rules.ts
var LIMITS = {
  text: 4e3,
  line: 2e3,
  keys: 2e3,
  depth: 12,
  entries: 5e3,
  byName: {
    timeline: 1e5,
    logLines: 200,
    engineLogs: 50,
    lines: 400,
    failures: 200,
    leftBehind: 1e3,
    hints: 20,
    tags: 50,
    fields: 200
  }
};
var LINES = /* @__PURE__ */ new Set(["logLines", "lines"]);
var KEEPS_END = /* @__PURE__ */ new Set(["logLines", "lines"]);
var bounded = /* @__PURE__ */ new WeakSet();
function withinLimits(report) {
  if (bounded.has(report)) return report;
  const cut = cutValue(report, "", 0);
  bounded.add(cut);
  return cut;
}
__name(withinLimits, "withinLimits");
function cutValue(value, name, depth) {
  if (typeof value === "string") return cutText(value, LINES.has(name) ? LIMITS.line : LIMITS.text);
  if (typeof value !== "object" || value === null) return value;
  if (depth > LIMITS.depth) return void 0;
  if (Array.isArray(value)) {
    const most = LIMITS.byName[name] ?? LIMITS.entries;
    const kept = value.length <= most ? value : KEEPS_END.has(name) ? value.slice(-most) : value.slice(0, most);
    return kept.map((each) => cutValue(each, name, depth + 1));
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.slice(0, LIMITS.keys).map(([key, inner]) => [cutText(key, 200), cutValue(inner, key, depth + 1)])
  );
}
__name(cutValue, "cutValue");
function cutText(text, most) {
  if (text.length <= most) return text;
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return `${kept}\u2026 (${whole(text.length)} characters)`;
}
__name(cutText, "cutText");

export {
  duration,
  bytes,
  percent,
  whole,
  count,
  moment,
  withinLimits,
  cutText
};
