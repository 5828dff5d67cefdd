import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  cutText
} from "./chunk-IAAO522G.js";
import {
  inHtml,
  oneLine
} from "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/junit.ts
var MOST_CASES = 1e4;
var MOST_MESSAGE = 1e3;
var MOST_BODY = 2e4;
var MOST_BODIES = 8e6;
function renderJunit(run) {
  const groups = shownGroups(run.groups);
  const cases = groups.flatMap((group) => group.cases);
  const open = of(cases, "fail") + of(cases, "inconclusive");
  const mostBody = Math.min(MOST_BODY, Math.floor(MOST_BODIES / Math.max(1, open)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${attributes({ name: run.title, tests: cases.length, failures: of(cases, "fail"), errors: of(cases, "inconclusive"), time: seconds(run.durationMs) })}>
${groups.map((group) => suite(group, run, mostBody)).join("\n")}
</testsuites>
`;
}
__name(renderJunit, "renderJunit");
function shownGroups(groups) {
  let room = MOST_CASES;
  return groups.map(({ name, cases }) => {
    const shown = cases.slice(0, Math.max(0, room));
    room -= shown.length;
    return { name, cases: shown };
  });
}
__name(shownGroups, "shownGroups");
function suite({ name, cases }, { startedAt, source, durationMs }, mostBody) {
  const properties = Object.entries({
    commit: source.commit?.sha,
    run: source.run?.url,
    environment: source.environment?.name
  }).flatMap(([key, value]) => value ? [`<property ${attributes({ name: key, value })}/>`] : []);
  const longestMs = Math.min(durationMs, Math.max(0, ...cases.map((each) => each.durationMs)));
  const timestamp = startedAt.replace(/(?:\.\d+)?Z$/, "");
  return `<testsuite ${attributes({ name, tests: cases.length, failures: of(cases, "fail"), errors: of(cases, "inconclusive"), skipped: of(cases, "skipped"), time: seconds(longestMs), timestamp })}>
${properties.length > 0 ? `<properties>${properties.join("")}</properties>
` : ""}${cases.map((each) => testcase(each, name, mostBody)).join("\n")}
</testsuite>`;
}
__name(suite, "suite");
var ELEMENTS = {
  fail: "failure",
  inconclusive: "error"
};
function testcase({ name, id, status, durationMs, message = "", details, place }, group, mostBody) {
  const head = `<testcase ${attributes({ classname: `${group}.${id}`, name, time: seconds(durationMs) })}`;
  if (status === "pass") return `${head}/>`;
  if (status === "skipped")
    return `${head}><skipped>${inHtml(cutText(message, MOST_MESSAGE))}</skipped></testcase>`;
  const element = ELEMENTS[status];
  const text = [...place ? [`at ${place.file}:${place.line}`] : [], ...details].join("\n");
  return `${head}><${element} ${attributes({ message: cutText(oneLine(message), MOST_MESSAGE), type: status })}>${inHtml(cutText(text, mostBody))}</${element}></testcase>`;
}
__name(testcase, "testcase");
var of = /* @__PURE__ */ __name((cases, status) => cases.filter((each) => each.status === status).length, "of");
var seconds = /* @__PURE__ */ __name((ms) => (Math.max(0, ms) / 1e3).toFixed(3), "seconds");
function attributes(named) {
  return Object.entries(named).map(([name, value]) => `${name}="${inHtml(cutText(oneLine(String(value)), MOST_MESSAGE))}"`).join(" ");
}
__name(attributes, "attributes");
export {
  renderJunit
};
