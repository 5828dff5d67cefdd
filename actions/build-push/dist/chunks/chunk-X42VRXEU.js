import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  changesOf,
  isEnd,
  liveChanges,
  sinceStartMs
} from "./chunk-GLMSV6DL.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/lanes.rules.ts
function lanesOf(deploy) {
  const changes = liveChanges(changesOf(deploy)).filter((change) => change.kind === "task");
  const totalMs = changes.reduce(
    (latest, change) => Math.max(latest, sinceStartMs(deploy, change)),
    deploy.durationMs
  );
  const byTask = Map.groupBy(changes, (change) => change.task);
  const lanes = [...byTask.values()].map((own) => ({ own, lane: laneOf(deploy, own, totalMs) }));
  const order = new Intl.Collator("en", { numeric: true });
  return {
    lanes: lanes.toSorted((a, b) => order.compare(slotOf(a.own), slotOf(b.own)) || madeAt(a.own) - madeAt(b.own)).map(({ lane }) => lane),
    verdictMs: deploy.durationMs,
    totalMs
  };
}
__name(lanesOf, "lanesOf");
var slotOf = /* @__PURE__ */ __name(([first]) => `${first?.service ?? ""}\0${first?.slot ?? ""}`, "slotOf");
var madeAt = /* @__PURE__ */ __name(([first]) => Date.parse(first?.at ?? "") || 0, "madeAt");
function laneOf(deploy, changes, totalMs) {
  const of = changes.findLast(({ part }) => part === "deploy") ?? changes[0];
  const last = changes.at(-1);
  const stretches = [];
  for (const [i, change] of changes.entries()) {
    if (isEnd(change.to)) break;
    const next = changes[i + 1];
    const kind = change.to === "running" ? "running" : "waiting";
    const fromMs = sinceStartMs(deploy, change);
    const toMs = Math.max(fromMs, next ? sinceStartMs(deploy, next) : totalMs);
    const before = stretches.at(-1);
    if (before?.kind === kind) before.toMs = toMs;
    else stretches.push({ kind, fromMs, toMs });
  }
  const { task = "", service = "", slot = "" } = of ?? {};
  return {
    task,
    service: withoutStack(service, deploy.stack),
    title: `${withoutStack(service, deploy.stack)}.${slot}`,
    node: last?.node ?? "",
    isNew: of?.isCurrent ?? false,
    stretches,
    end: last && isEnd(last.to) ? {
      state: last.to,
      atMs: sinceStartMs(deploy, last),
      isFailure: last.to === "failed" || last.to === "rejected"
    } : void 0
  };
}
__name(laneOf, "laneOf");
var withoutStack = /* @__PURE__ */ __name((service, stack) => service.startsWith(`${stack}_`) ? service.slice(stack.length + 1) : service, "withoutStack");

export {
  lanesOf,
  withoutStack
};
