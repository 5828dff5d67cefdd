import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  createTable,
  drawn
} from "./chunk-56WLA4BE.js";
import {
  require_picocolors
} from "./chunk-3A3AI4CZ.js";
import {
  medianMs
} from "./chunk-OVLMQRKI.js";
import "./chunk-TMBBOAH6.js";
import {
  count,
  cutText,
  duration,
  moment
} from "./chunk-WNOSXOS5.js";
import "./chunk-2G2HWL7I.js";
import {
  oneLine,
  withoutCommands
} from "./chunk-7F7V3B47.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/report/terminal/history.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var SIGNS = {
  pass: ["\u2714", "+"],
  fail: ["\u2716", "x"],
  inconclusive: ["?", "?"],
  skipped: ["\u2013", "-"]
};
var MOST_CASES = 200;
function historyText({ runs, cases }, look) {
  if (runs.length === 0) return "No report was found.";
  const restless = cases.filter((each) => each.isFlaky || each.failed > 0);
  const shown = [...restless, ...cases.filter((each) => !restless.includes(each))].slice(0, MOST_CASES);
  const flaky = cases.filter((each) => each.isFlaky);
  const parts = [
    runsTable(runs, look),
    ...cases.length > 0 ? [casesTable(shown, look)] : [],
    [
      flaky.length > 0 ? `Flaky: ${flaky.map((each) => line(each.name, 80)).join("; ")}.` : `Nothing is flaky in ${count(runs.length, "run")}.`,
      ...cases.length > shown.length ? [`${count(cases.length - shown.length, "check")} more with --json.`] : []
    ].join(" ")
  ];
  return withoutCommands(parts.join("\n\n"));
}
__name(historyText, "historyText");
function runsTable(runs, look) {
  const { green, red, yellow, dim } = import_picocolors.default.createColors(look.hasColor);
  const paint = { pass: green, fail: red, inconclusive: yellow };
  const table = createTable(look, {
    head: ["", "began", "result", "took", "deploy", "passed", "failed", "open", "commit", "stack"].map(
      (word) => dim(word)
    ),
    colAligns: ["right", "left", "left", "right", "left", "right", "right", "right", "left", "left"]
  });
  for (const [i, run] of runs.entries())
    table.push([
      String(i + 1),
      moment(run.startedAt).replace(" UTC", ""),
      paint[run.status](run.status),
      duration(run.durationMs),
      run.deploy ? `${run.deploy.outcome} ${duration(run.deploy.durationMs)}` : "",
      String(run.checks.pass),
      String(run.checks.fail),
      String(run.checks.inconclusive),
      line(run.commit?.slice(0, 7) ?? "", 7),
      line(run.stack ?? "", 30)
    ]);
  return drawn(table);
}
__name(runsTable, "runsTable");
function casesTable(cases, look) {
  const { green, red, yellow, dim, bold } = import_picocolors.default.createColors(look.hasColor);
  const paint = { pass: green, fail: red, inconclusive: yellow, skipped: dim };
  const table = createTable(look, { head: ["check", "runs", "median", ""].map((word) => dim(word)) });
  for (const { name, statuses, durationsMs, isFlaky } of cases) {
    const median = medianMs(durationsMs);
    table.push([
      line(name, 60),
      statuses.map((status) => status ? paint[status](SIGNS[status][look.hasUnicode ? 0 : 1]) : dim(".")).join(""),
      median === void 0 ? "" : duration(median),
      isFlaky ? bold(yellow("flaky")) : ""
    ]);
  }
  return drawn(table);
}
__name(casesTable, "casesTable");
var line = /* @__PURE__ */ __name((text, most) => cutText(oneLine(text), most), "line");
export {
  historyText
};
