import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  cutText
} from "./chunk-IAAO522G.js";
import {
  oneLine,
  plain
} from "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/ctrf.ts
var MOST_CASES = 1e4;
var MOST_MESSAGE = 4e3;
var STATUS = {
  pass: "passed",
  fail: "failed",
  inconclusive: "other",
  skipped: "skipped"
};
function renderCtrf(run) {
  const start = Math.max(0, Date.parse(run.startedAt) || 0);
  const tests = run.groups.flatMap((group) => group.cases.map((each) => testOf(each, group.name, run.title))).slice(0, MOST_CASES);
  const of = /* @__PURE__ */ __name((status) => tests.filter((test) => test.status === status).length, "of");
  const summary = {
    tests: tests.length,
    ...{ passed: of("passed"), failed: of("failed"), skipped: of("skipped"), pending: 0, other: of("other") },
    suites: run.groups.length,
    start,
    stop: start + Math.round(run.durationMs),
    duration: Math.round(run.durationMs)
  };
  const document = {
    reportFormat: "CTRF",
    specVersion: "0.0.0",
    generatedBy: run.tool.name,
    results: { tool: run.tool, summary, tests, environment: environmentOf(run.source) }
  };
  return `${JSON.stringify(document, null, 2)}
`;
}
__name(renderCtrf, "renderCtrf");
function testOf(each, group, title) {
  const { id, name, status, durationMs, message, details, place, tags } = each;
  return {
    testId: line(`${group}/${id}`),
    name: line(name) || line(id) || "check",
    status: STATUS[status],
    rawStatus: status,
    duration: Math.round(durationMs),
    suite: [line(title), line(group)],
    ...message === void 0 ? {} : { message: line(message) },
    ...status === "fail" || status === "inconclusive" ? { trace: cutText(plain(details.join("\n")), MOST_MESSAGE) } : {},
    ...place ? { filePath: line(place.file), line: place.line } : {},
    ...tags ? { tags: tags.map(line) } : {}
  };
}
__name(testOf, "testOf");
function environmentOf({ stack, commit, run, repository, environment }) {
  return {
    ...stack ? { appName: line(stack) } : {},
    ...run ? { buildName: line(run.title), buildUrl: line(run.url) } : {},
    ...repository ? { repositoryName: line(repository.name), repositoryUrl: line(repository.url) } : {},
    ...commit ? { commit: line(commit.sha) } : {},
    ...commit?.ref ? { branchName: line(commit.ref) } : {},
    ...environment ? { testEnvironment: line(environment.name) } : {}
  };
}
__name(environmentOf, "environmentOf");
var line = /* @__PURE__ */ __name((text) => cutText(oneLine(text), MOST_MESSAGE), "line");
export {
  renderCtrf
};
