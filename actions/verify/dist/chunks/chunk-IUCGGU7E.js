import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  testRunOf
} from "./chunk-Y2ULU3RW.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/history.rules.ts
function historyOf(reports, last) {
  const shown = reports.toSorted((a, b) => whenOf(a.report) - whenOf(b.report)).slice(-last).map(({ place, report }) => ({ place, report, cases: casesOf(report) }));
  const ids = /* @__PURE__ */ new Map();
  for (const { cases } of shown) for (const [id, each] of cases) ids.set(id, each.name);
  return {
    runs: shown.map(({ place, report, cases }) => runOf(place, report, [...cases.values()])),
    cases: [...ids].map(
      ([id, name]) => caseOf(
        id,
        name,
        shown.map(({ cases }) => cases.get(id)),
        shown.map(({ report }) => report.source.commit?.sha)
      )
    )
  };
}
__name(historyOf, "historyOf");
var whenOf = /* @__PURE__ */ __name((report) => Date.parse(report.startedAt) || 0, "whenOf");
function casesOf(report) {
  return new Map(
    testRunOf(report).groups.flatMap((group) => group.cases.map((each) => [`${group.name}/${each.id}`, each]))
  );
}
__name(casesOf, "casesOf");
function runOf(place, report, cases) {
  const { startedAt, status, durationMs, source, deploy } = report;
  const of = /* @__PURE__ */ __name((wanted) => cases.filter((each) => each.status === wanted).length, "of");
  return {
    ...{ place, startedAt, status, durationMs, stack: source.stack, commit: source.commit?.sha },
    runTitle: source.run?.title,
    deploy: deploy && { outcome: deploy.outcome, durationMs: deploy.durationMs },
    checks: {
      pass: of("pass"),
      fail: of("fail"),
      inconclusive: of("inconclusive"),
      skipped: of("skipped")
    }
  };
}
__name(runOf, "runOf");
function caseOf(id, name, seen, commits) {
  const statuses = seen.map((each) => each?.status);
  const decided = statuses.filter((status) => status === "pass" || status === "fail");
  const turns = decided.filter((status, i) => i > 0 && status !== decided[i - 1]).length;
  return {
    ...{ id, name, statuses, durationsMs: seen.map((each) => each?.durationMs) },
    passed: decided.filter((status) => status === "pass").length,
    failed: decided.filter((status) => status === "fail").length,
    // One turn is a fault that came, or one that was mended, unless nothing had changed in between.
    isFlaky: turns >= 2 || doesBothOfOneCommit(statuses, commits)
  };
}
__name(caseOf, "caseOf");
function doesBothOfOneCommit(statuses, commits) {
  const first = /* @__PURE__ */ new Map();
  return statuses.some((status, i) => {
    const commit = commits[i];
    if (commit === void 0 || status !== "pass" && status !== "fail") return false;
    const before = first.get(commit);
    first.set(commit, before ?? status);
    return before !== void 0 && before !== status;
  });
}
__name(doesBothOfOneCommit, "doesBothOfOneCommit");
function medianMs(durations) {
  const sorted = durations.filter((ms) => ms !== void 0).toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)]
  ];
  return low === void 0 || high === void 0 ? void 0 : (low + high) / 2;
}
__name(medianMs, "medianMs");

export {
  historyOf,
  medianMs
};
