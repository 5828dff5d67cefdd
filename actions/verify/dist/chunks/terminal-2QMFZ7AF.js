import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersTable
} from "./chunk-WRBFWXGA.js";
import {
  verdictsTable
} from "./chunk-KDC4GBRI.js";
import {
  createTable,
  drawn
} from "./chunk-WNT7ATMD.js";
import {
  require_picocolors
} from "./chunk-3A3AI4CZ.js";
import {
  STATUS_WORDS,
  caveats,
  headline
} from "./chunk-SGQCVBEB.js";
import "./chunk-T6QNDE6C.js";
import {
  count,
  cutText,
  duration,
  moment,
  whole,
  withinLimits
} from "./chunk-5WJ6KKDB.js";
import "./chunk-YMHORQ5N.js";
import {
  afterwards,
  endInWords,
  wayOut
} from "./chunk-2G2HWL7I.js";
import {
  oneLine,
  withoutCommands
} from "./chunk-KAFMGS5U.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/report/terminal.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var MOST_VERDICTS = 200;
var MOST_SERVICES = 200;
var MOST_FAILURES = 10;
var MOST_LOG_LINES = 20;
function renderTerminal(given, look) {
  const report = withinLimits(given);
  const { deploy, verify } = report;
  const { bold, green, red, yellow, dim } = import_picocolors.default.createColors(look.hasColor);
  const paint = { pass: green, fail: red, inconclusive: yellow }[report.status];
  const parts = [
    [
      `${paint(bold(STATUS_WORDS[report.status]))} ${dim(`in ${duration(report.durationMs)}, ${moment(report.startedAt)}`)}`,
      ...sourceLines(report.source).map((line2) => dim(line2)),
      headline(report),
      ...caveats(report).map((sentence) => yellow(sentence))
    ].join("\n"),
    ...deploy ? [deployText(deploy, look)] : [],
    ...verify && verify.nodes.length > 0 ? [answersTable(verify.nodes, look)] : [],
    ...verify && verify.verdicts.length > 0 ? [verdictsTable(verify.verdicts.slice(0, MOST_VERDICTS), look), more(verify.verdicts.length, "check")] : []
  ];
  return withoutCommands(parts.filter((part) => part !== "").join("\n\n"));
}
__name(renderTerminal, "renderTerminal");
function sourceLines({ stack, swarm, environment, commit, run, pullRequest }) {
  const whose = [stack, swarm && `on ${swarm}`, environment && `for ${environment.name}`].filter(Boolean);
  const from = [
    commit && `commit ${commit.sha.slice(0, 12)}${commit.ref ? ` (${commit.ref})` : ""}`,
    pullRequest && `pull request #${pullRequest.number}`,
    run && `${run.title}: ${run.url}`
  ].filter(Boolean);
  return [whose.join(" "), from.join(", ")].filter(Boolean).map((line2) => cutText(oneLine(line2), 300));
}
__name(sourceLines, "sourceLines");
function deployText(deploy, look) {
  const { green, red, bold } = import_picocolors.default.createColors(look.hasColor);
  const table = createTable(look, { head: ["service", "tasks", "outcome", "image"] });
  for (const { name, running, wanted, outcome, image } of deploy.services.slice(0, MOST_SERVICES))
    table.push([
      bold(line(name)),
      `${running}/${wanted}`,
      outcome === "converged" ? green(outcome) : red(outcome),
      line(image).replace(/@sha256:.*/, "")
    ]);
  const said = afterwards(deploy);
  const out = wayOut(deploy);
  const { probe } = deploy;
  return [
    ...deploy.services.length > 0 ? [drawn(table)] : [],
    `The stack ${line(deploy.stack)} ${endInWords(deploy)} (${duration(deploy.durationMs)}).${said ? ` ${said}` : ""}`,
    ...probe ? [
      `Probed throughout: ${whole(probe.failed)} of ${count(probe.planned, "request")} failed; p99 ${Math.round(probe.latencyMs.p99)} ms.`
    ] : [],
    ...deploy.failures.slice(0, MOST_FAILURES).flatMap(({ service, node, error, logLines }) => [
      `  ${line(service)}${node ? ` on ${line(node)}` : ""}: ${line(error)}`,
      ...logLines.slice(-MOST_LOG_LINES).map((text) => `    ${look.hasUnicode ? "\u2502" : "|"} ${line(text)}`)
    ]),
    ...out ? [`${look.hasUnicode ? "\u2192" : "->"} ${out}`] : []
  ].join("\n");
}
__name(deployText, "deployText");
var line = /* @__PURE__ */ __name((text) => cutText(oneLine(text), 300), "line");
var more = /* @__PURE__ */ __name((all, noun) => all > MOST_VERDICTS ? `\u2026 and ${count(all - MOST_VERDICTS, noun)} more` : "", "more");
export {
  renderTerminal
};
