import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/timeline.rules.ts
function changesOf(deploy) {
  const { timeline = [], undone } = deploy;
  const back = undone?.kind === "restored" ? undone.result?.timeline ?? [] : [];
  const last = /* @__PURE__ */ new Map();
  const changes = [];
  for (const [part, entries] of [
    ["deploy", timeline],
    ["way-back", back]
  ])
    for (const entry of entries) {
      const subject = subjectOf(entry);
      const before = last.get(subject);
      if (before && entry.from === void 0 && (entry.to === "new" || isSame(before, entry))) continue;
      const change = { ...entry, from: entry.from ?? before?.to, part };
      last.set(subject, change);
      changes.push(change);
    }
  return changes;
}
__name(changesOf, "changesOf");
var subjectOf = /* @__PURE__ */ __name(({ kind, task, service, node }) => `${kind} ${kind === "task" ? task : kind === "node" ? node : service}`, "subjectOf");
var isSame = /* @__PURE__ */ __name((one, other) => one.to === other.to && one.message === other.message, "isSame");
function liveChanges(changes) {
  const firstSeen = /* @__PURE__ */ new Map();
  for (const change of changes)
    if (change.kind === "task" && change.to !== "new" && !firstSeen.has(change.task))
      firstSeen.set(change.task, change);
  return changes.filter((change) => {
    const first = firstSeen.get(change.task);
    return change.kind !== "task" || !first || first.isCurrent || !isEnd(first.to);
  });
}
__name(liveChanges, "liveChanges");
var ENDS = ["complete", "shutdown", "failed", "rejected", "remove", "orphaned"];
var isEnd = /* @__PURE__ */ __name((state) => ENDS.includes(state), "isEnd");
function sinceStartMs(deploy, { at, seenAtMs }) {
  const ms = Math.min(Date.parse(at), seenAtMs) - Date.parse(deploy.startedAt);
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
__name(sinceStartMs, "sinceStartMs");

export {
  changesOf,
  liveChanges,
  isEnd,
  sinceStartMs
};
