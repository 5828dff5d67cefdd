import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  lanesOf
} from "./chunk-X42VRXEU.js";
import {
  STATUS_WORDS,
  caveats,
  headline,
  noStandIns
} from "./chunk-WUV5N3ZX.js";
import "./chunk-GLMSV6DL.js";
import {
  changesTable,
  countedChanges
} from "./chunk-3PGWHZFL.js";
import {
  code,
  details,
  link,
  preformatted,
  table,
  text
} from "./chunk-GEVIAHWS.js";
import {
  answersMatrix
} from "./chunk-T6QNDE6C.js";
import "./chunk-6DEXFADH.js";
import {
  bytes,
  count,
  duration,
  moment,
  percent,
  whole,
  withinLimits
} from "./chunk-IAAO522G.js";
import "./chunk-YMHORQ5N.js";
import {
  afterwards
} from "./chunk-2G2HWL7I.js";
import "./chunk-4PRY5P2B.js";
import {
  oneLine
} from "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/gantt.rules.ts
var MOST_TASKS = 60;
var MOST_LETTERS = 40;
function rolloutGantt({ lanes, totalMs }) {
  const drawable = lanes.filter((lane) => lane.stretches.length > 0);
  if (drawable.length === 0) return void 0;
  const shown = mostTelling(drawable);
  const sections = Map.groupBy(shown, (lane) => lane.title);
  const lines = [...sections].flatMap(([title, own]) => [
    `  section ${inert(title)}`,
    ...own.map((lane, i) => `  ${bar(lane, `${shown.indexOf(lane)}x${i}`, totalMs)}`)
  ]);
  const axis = totalMs < 36e5 ? "%M:%S" : "%H:%M";
  const chart = ["gantt", "  dateFormat HH:mm:ss.SSS", `  axisFormat ${axis}`, ...lines].join("\n");
  return { chart, hidden: drawable.length - shown.length };
}
__name(rolloutGantt, "rolloutGantt");
function mostTelling(lanes) {
  const rank = /* @__PURE__ */ __name(({ end, isNew }) => end?.isFailure ? 0 : isNew ? 1 : 2, "rank");
  const kept = new Set(lanes.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_TASKS));
  return lanes.filter((lane) => kept.has(lane));
}
__name(mostTelling, "mostTelling");
function bar({ isNew, node, stretches, end }, id, totalMs) {
  const fromMs = stretches[0]?.fromMs ?? 0;
  const toMs = Math.max(fromMs + 1, end?.atMs ?? stretches.at(-1)?.toMs ?? totalMs);
  const word = `${isNew ? "new" : "old"}${end?.isFailure ? " failed" : ""}`;
  const look = end?.isFailure ? "crit" : isNew ? "active" : "done";
  return `${word} on ${inert(node) || "no node"} :${look}, t${id}, ${clock(fromMs)}, ${clock(toMs)}`;
}
__name(bar, "bar");
function inert(text2) {
  const letters = [...oneLine(text2).replace(/[^\p{L}\p{N} ._/-]/gu, "\xB7")];
  return letters.slice(0, MOST_LETTERS).join("").trim();
}
__name(inert, "inert");
function clock(ms) {
  const day = Math.min(Math.round(ms), 86399999);
  return new Date(day).toISOString().slice(11, 23);
}
__name(clock, "clock");

// src/report/room.rules.ts
var bytesOf = /* @__PURE__ */ __name((text2) => Buffer.byteLength(text2), "bytesOf");
var BETWEEN = "\n\n";
function withinRoom(parts, mostBytes) {
  const leftOut = [];
  const note = /* @__PURE__ */ __name((names) => names.length > 0 ? `${BETWEEN}_Left out here for lack of space: ${names.join(", ")}. The page of the report has it._` : "", "note");
  const reserved = bytesOf(note(parts.map((part) => part.name)));
  let page = "";
  for (const { name, text: text2 } of parts) {
    const next = page === "" ? text2 : `${page}${BETWEEN}${text2}`;
    if (bytesOf(next) + reserved + 1 <= mostBytes) page = next;
    else leftOut.push(name);
  }
  return `${page}${note(leftOut)}
`;
}
__name(withinRoom, "withinRoom");

// src/report/summary.ts
var SIGNS = { pass: "\u2705", fail: "\u274C", inconclusive: "\u2754", skipped: "\u2796" };
var MOST_BYTES = 9e5;
var MOST_ROWS = 200;
var MOST_FAILURES = 20;
function renderSummary(given, mostBytes = MOST_BYTES) {
  const report = withinLimits(given);
  const { verify, deploy, source } = report;
  const parts = [
    { name: "Result", text: heading(report) },
    { name: "Source", text: sourceLine(source) },
    {
      name: "Notes",
      text: caveats(report).map((sentence) => `> [!NOTE]
> ${text(sentence)}`).join("\n\n")
    },
    verify && verify.verdicts.length > 0 && { name: "Checks", text: checksTable(verify.verdicts) },
    verify && verify.nodes.length > 0 && { name: "Answers", text: answersTable(report) },
    deploy?.changes && { name: "Changes", text: changes(deploy.changes) },
    deploy && { name: "Stack", text: stack(deploy) },
    deploy?.timeline && { name: "Rollout", text: rollout(deploy) },
    report.images.length > 0 && { name: "Images", text: images(report.images) },
    { name: "Stand-ins", text: standIns(report) },
    report.phases.length > 0 && { name: "Time", text: phases(report.phases) },
    {
      name: "Tool",
      text: `<sub>${text(`${report.tool.name} ${report.tool.version} \xB7 ${report.engine.title} \xB7 ${moment(report.startedAt)}`)}</sub>`
    }
  ];
  return withinRoom(
    parts.filter((part) => typeof part === "object" && part.text !== ""),
    mostBytes
  );
}
__name(renderSummary, "renderSummary");
function heading(report) {
  const { status, source, durationMs, verify, deploy } = report;
  const what = verify && !deploy ? "Verification" : deploy && !verify ? "Deploy" : "Run";
  const whose = source.stack ? ` of ${text(source.stack)}` : "";
  return `## ${SIGNS[status]} ${what}${whose}: ${STATUS_WORDS[status].toLowerCase()} in ${duration(durationMs)}

${text(headline(report), 2e3)}`;
}
__name(heading, "heading");
function sourceLine({ swarm, commit, run, pullRequest, environment }) {
  return [
    ...environment ? [`Environment ${link(environment.name, environment.url)}`] : [],
    ...swarm ? [text(swarm)] : [],
    ...pullRequest ? [`Pull request ${link(`#${pullRequest.number}`, pullRequest.url)}`] : [],
    ...commit ? [`Commit ${link(commit.sha.slice(0, 7), commit.url)}${commit.ref ? ` (${text(commit.ref)})` : ""}`] : [],
    ...run ? [`Run ${link(run.title, run.url)}`] : []
  ].join(" \xB7 ");
}
__name(sourceLine, "sourceLine");
function checksTable(verdicts) {
  const isOpen = /* @__PURE__ */ __name(({ status }) => status === "fail" || status === "inconclusive", "isOpen");
  const shown = verdicts.length <= MOST_ROWS ? verdicts : [...verdicts.filter(isOpen), ...verdicts.filter((each) => !isOpen(each))].slice(0, MOST_ROWS);
  const more = verdicts.length - shown.length;
  return [
    table(["", "Check", "Expected", "Observed"], shown.map(verdictRow)),
    ...more > 0 ? [`\u2026 and ${count(more, "check")} more.`] : []
  ].join("\n\n");
}
__name(checksTable, "checksTable");
function verdictRow(verdict) {
  const hint = verdict.hint ? `<br><em>${text(verdict.hint)}</em>` : "";
  const sign = `${SIGNS[verdict.status]} ${STATUS_WORDS[verdict.status]}`;
  return [sign, text(verdict.title), text(verdict.expected), text(verdict.observed) + hint];
}
__name(verdictRow, "verdictRow");
function answersTable(report) {
  const { replicas, rows, totals, answered } = answersMatrix(report.verify?.nodes ?? []);
  const share = /* @__PURE__ */ __name((n, of) => `${whole(n)} (${percent(n, of)})`, "share");
  const shown = replicas.slice(0, 20);
  return table(
    ["Node", ...shown.map((name) => code(name, 60)), "Failed requests", "p50", "p95"],
    [
      ...rows.slice(0, MOST_ROWS).map(({ answers, counts, answered: own }) => [
        text(answers.node),
        ...shown.map((_, i) => share(counts[i] ?? 0, own)),
        `${whole(answers.failed)} of ${whole(answers.requests)}`,
        ...[answers.latencyMs.p50, answers.latencyMs.p95].map((ms) => own > 0 ? `${ms} ms` : "\u2013")
      ]),
      ["**All**", ...shown.map((_, i) => `**${share(totals[i] ?? 0, answered)}**`), "", "", ""]
    ]
  );
}
__name(answersTable, "answersTable");
function changes(of) {
  const said = of.isUnchanged ? "Nothing to change." : countedChanges(of.services);
  return details("Planned changes", said, ...changesTable(of));
}
__name(changes, "changes");
function stack(deploy) {
  const undone = afterwards(deploy);
  const { services, failures, leftBehind = [], probe } = deploy;
  return details(
    `Stack ${deploy.stack}: ${deploy.outcome}`,
    ...undone ? [text(undone)] : [],
    table(
      ["Service", "Running", "Outcome", "Image"],
      services.slice(0, MOST_ROWS).map((s) => [text(s.name), `${s.running}/${s.wanted}`, s.outcome, code(s.image)])
    ),
    ...probe ? [
      `Probed throughout: ${whole(probe.failed)} of ${count(probe.planned, "request")} failed; p99 ${probe.latencyMs.p99} ms.`
    ] : [],
    ...failures.slice(0, MOST_FAILURES).flatMap(({ service, node, error, logLines }) => [
      `- ${text(`${service}${node && ` on ${node}`}: ${error}`)}`,
      ...logLines.length > 0 ? [preformatted(logLines, 300)] : []
    ]),
    ...leftBehind.slice(0, MOST_ROWS).map((line) => `- ${text(line)}`)
  );
}
__name(stack, "stack");
function rollout(deploy) {
  const gantt = rolloutGantt(lanesOf(deploy));
  if (!gantt) return "";
  const more = gantt.hidden > 0 ? [`\u2026 and ${count(gantt.hidden, "task")} more.`] : [];
  return details("Rollout, task by task", `\`\`\`mermaid
${gantt.chart}
\`\`\``, ...more);
}
__name(rollout, "rollout");
var images = /* @__PURE__ */ __name((built) => details(
  count(built.length, "image"),
  table(
    ["Image", "Digest", "Size", "Time"],
    built.slice(0, MOST_ROWS).map((i) => [code(i.reference), code(i.digest), bytes(i.sizeBytes), duration(i.durationMs)])
  )
), "images");
function standIns(report) {
  if (report.standIns.length === 0) return noStandIns(report) ?? "";
  return details(
    count(report.standIns.length, "stand-in"),
    table(
      ["Image", "Made from"],
      report.standIns.slice(0, MOST_ROWS).map((s) => [code(s.reference), text(s.madeFrom)])
    )
  );
}
__name(standIns, "standIns");
var phases = /* @__PURE__ */ __name((all) => details(
  "Where the time went",
  table(
    ["Phase", "Time", ""],
    all.slice(0, MOST_ROWS).map((p) => [text(p.title), duration(p.durationMs), p.status === "done" ? "" : p.status])
  )
), "phases");
export {
  renderSummary
};
