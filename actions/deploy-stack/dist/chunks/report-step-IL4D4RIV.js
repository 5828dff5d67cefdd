import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  attachEngine,
  clusterDir,
  lastLines,
  nameOf,
  readCluster,
  readClusterIfAny,
  version
} from "./chunk-2G7YARED.js";
import {
  STATUS_WORDS,
  answersMatrix,
  caveats,
  changesOf,
  headline,
  lanesOf,
  noStandIns,
  testRunOf
} from "./chunk-DMBEHG65.js";
import {
  changesTable,
  code,
  countedChanges,
  details,
  link,
  preformatted,
  table,
  text
} from "./chunk-LJFH3AP4.js";
import "./chunk-LFDTD7IA.js";
import {
  bytes,
  count,
  cutText,
  duration,
  moment,
  percent,
  whole,
  withinLimits
} from "./chunk-24GHO4EX.js";
import "./chunk-VJ26ZVRW.js";
import {
  afterwards
} from "./chunk-X34ZOXL2.js";
import "./chunk-PAYXP34U.js";
import "./chunk-CQLWREXT.js";
import {
  oneLine
} from "./chunk-FPIX6GPL.js";
import {
  connectEngine
} from "./chunk-C4SF72XJ.js";
import "./chunk-SLOVN27F.js";
import {
  SwarmlineError,
  explain
} from "./chunk-JSEEVW6R.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/actions/report-step.ts
import path4 from "node:path";

// src/report/annotations.ts
var MOST_OF_LEVEL = 10;
var MOST_ANNOTATIONS = 50;
var MOST_TITLE = 200;
var MOST_MESSAGE = 2e3;
function annotationsOf({ groups }, mostOfLevel = MOST_OF_LEVEL) {
  const cases = groups.flatMap((group) => group.cases);
  return ["fail", "inconclusive"].flatMap(
    (status) => withRest(
      cases.filter((each) => each.status === status),
      mostOfLevel
    )
  ).slice(0, MOST_ANNOTATIONS);
}
__name(annotationsOf, "annotationsOf");
function withRest(cases, most) {
  if (cases.length <= most) return cases.map(annotationOf);
  const shown = cases.slice(0, most - 1).map(annotationOf);
  const names = cases.slice(most - 1).map((each) => oneLine(each.name));
  const level = shown[0]?.level ?? "failure";
  const title = `${names.length} more ${level === "failure" ? "failed" : "could not be measured"}`;
  return [
    ...shown,
    { path: void 0, line: void 0, level, title, message: cutText(names.join("; "), MOST_MESSAGE) }
  ];
}
__name(withRest, "withRest");
function annotationOf({ name, status, message, details: details2, place }) {
  const hints = details2.flatMap((each) => each.startsWith("hint: ") ? [each.slice("hint: ".length)] : []);
  const isFile = place !== void 0 && isInRepository(place.file);
  return {
    path: isFile ? place.file : void 0,
    line: isFile ? place.line : void 0,
    level: status === "fail" ? "failure" : "warning",
    title: cutText(oneLine(name), MOST_TITLE),
    message: cutText(oneLine([message ?? "", ...hints].filter(Boolean).join(" \u2014 ")), MOST_MESSAGE) || "did not pass"
  };
}
__name(annotationOf, "annotationOf");
var isInRepository = /* @__PURE__ */ __name((file) => !new RegExp("^[/\\\\]|^[a-z]:|(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)|\\p{Cc}", "iu").test(file) && file.length <= 1e3, "isInRepository");

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
  const note = /* @__PURE__ */ __name((names) => names.length > 0 ? `${BETWEEN}_Left out here for want of room: ${names.join(", ")}. The page of the report has it._` : "", "note");
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
  const said = of.isUnchanged ? "Nothing was to change." : countedChanges(of.services);
  return details("What the deploy was to change", said, ...changesTable(of));
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
      `Asked throughout: ${whole(probe.failed)} of ${count(probe.planned, "request")} failed; p99 ${probe.latencyMs.p99} ms.`
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

// src/report/write.ts
import { rm as rm2 } from "node:fs/promises";
import path2 from "node:path";

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(withinLimits(report), null, 1)}
`;
}
__name(renderJson, "renderJson");

// src/report/replace-file.ts
import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, statSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
function makeTarget(folder, mode) {
  mkdirSync(folder, { recursive: true, ...mode === void 0 ? {} : { mode } });
  const owners = [process.getuid?.() ?? 0, 0];
  for (const { uid } of [lstatSync(folder), statSync(folder)])
    if (!owners.includes(uid))
      throw new SwarmlineError("input", `${folder} belongs to another user (uid ${uid})`, {
        hint: "choose a folder of your own"
      });
}
__name(makeTarget, "makeTarget");
async function replaceFile(file, text2, mode = 438) {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(8).toString("hex")}`);
  try {
    await writeFile(draft, text2, { mode, flag: "wx" });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
__name(replaceFile, "replaceFile");

// src/report/timeline-json.ts
function renderTimeline(deploy) {
  if (!deploy?.timeline) return void 0;
  const { stack: stack2, outcome, startedAt, durationMs } = deploy;
  return `${JSON.stringify({ schema: 1, stack: stack2, outcome, startedAt, durationMs, changes: changesOf(deploy) }, null, 2)}
`;
}
__name(renderTimeline, "renderTimeline");

// src/report/write.ts
async function writeReport(whole2, folder) {
  const report = withinLimits(whole2);
  const at = /* @__PURE__ */ __name((name) => path2.join(folder, name), "at");
  const timeline = renderTimeline(report.deploy);
  const [{ renderHtml }, { renderJunit }, { renderCtrf }] = await Promise.all([
    import("./html-LPEVC77F.js"),
    import("./junit-NY5F6D5H.js"),
    import("./ctrf-GWVGQVZZ.js")
  ]);
  const tests = testRunOf(report);
  makeTarget(folder);
  if (timeline === void 0) await rm2(at("timeline.json"), { force: true });
  else await replaceFile(at("timeline.json"), timeline);
  await replaceFile(at("report.json"), renderJson(report));
  await replaceFile(at("junit.xml"), renderJunit(tests));
  await replaceFile(at("ctrf.json"), renderCtrf(tests));
  await replaceFile(at("index.html"), renderHtml(report));
  return {
    json: at("report.json"),
    html: at("index.html"),
    junit: at("junit.xml"),
    ctrf: at("ctrf.json"),
    timeline: timeline === void 0 ? void 0 : at("timeline.json")
  };
}
__name(writeReport, "writeReport");

// src/usecases/attachments.ts
import { readdir, stat } from "node:fs/promises";
import path3 from "node:path";
var MOST_FILES = 1e3;
async function attachmentsIn(reportFolder2) {
  const folder = path3.join(reportFolder2, "evidence");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && /^[\w.-]+$/.test(entry.name)).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().slice(0, MOST_FILES).map(async (name) => ({
      title: `Evidence of ${name.replace(/\.json$/, "")}`,
      file: `evidence/${name}`,
      sizeBytes: (await stat(path3.join(folder, name))).size
    }))
  );
}
__name(attachmentsIn, "attachmentsIn");

// src/usecases/engine-logs.ts
var READ_LINES = 1e3;
var MOST_LINES = 100;
async function engineLogs(target, home, fx) {
  if (target.kind !== "cluster") return [];
  const { name } = target;
  try {
    const cluster = await readClusterIfAny(home.stateDir, name);
    if (cluster?.provider !== "dind") return [];
    const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
    const host = connectEngine(engine.socketPath, engine.revive);
    try {
      const logs = await Promise.all(
        cluster.nodes.map(async (node) => ({
          node: node.name,
          lines: telling(await lastLines(host, nameOf.node(name, node.name), READ_LINES)).map(withoutTokens)
        }))
      );
      return logs.filter((log) => log.lines.length > 0);
    } finally {
      host.close();
    }
  } catch (error) {
    fx.log.debug(`no engine's log could be read: ${explain(error)}`);
    return [];
  }
}
__name(engineLogs, "engineLogs");
function telling(lines) {
  const warnings = lines.filter((line) => /\blevel=(?:warn|error|fatal|panic)/.test(line));
  return (warnings.length > 0 ? warnings : lines).slice(-MOST_LINES);
}
__name(telling, "telling");
var withoutTokens = /* @__PURE__ */ __name((line) => line.replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026"), "withoutTokens");

// src/report/run-status.rules.ts
function runStatus(verify, hasFault) {
  if (verify && verify.status !== "pass") return verify.status === "inconclusive" ? "inconclusive" : "fail";
  return hasFault ? "fail" : "pass";
}
__name(runStatus, "runStatus");

// src/usecases/step-report.rules.ts
var PHASES = {
  deploy: "Deploy the stack",
  verify: "Verify through every node"
};
function stepReport(found, swarm, origin, endedAtMs) {
  const cluster = typeof swarm === "string" ? void 0 : swarm;
  const title = typeof swarm === "string" ? swarm : swarm.engineTitle;
  const { kind, result, fault } = found;
  return {
    schema: 2,
    source: {
      ...origin,
      stack: kind === "deploy" ? result.stack : found.stack,
      swarm: typeof swarm === "string" ? swarm : `the cluster ${swarm.name}`
    },
    tool: { name: "swarmline", version },
    startedAt: new Date(endedAtMs - result.durationMs).toISOString(),
    durationMs: result.durationMs,
    status: runStatus(kind === "verify" ? result : void 0, fault !== void 0),
    engine: {
      kind: cluster?.engine.kind ?? "host",
      title,
      version: /\d+(?:\.\d+)+/.exec(cluster ? title : "")?.[0] ?? "",
      hasMesh: cluster?.hasMesh ?? true
    },
    nodes: (cluster?.nodes ?? []).map(({ name, role, address, labels }) => ({ name, role, address, labels })),
    images: [],
    standIns: cluster?.standIns ?? [],
    deploy: kind === "deploy" ? result : void 0,
    verify: kind === "verify" ? result : void 0,
    phases: [{ title: PHASES[kind], durationMs: result.durationMs, status: fault ? "failed" : "done" }],
    error: fault && explain(fault)
  };
}
__name(stepReport, "stepReport");

// src/usecases/report-step.ts
async function reportStep({ found, target, origin, folder }, home, fx) {
  const swarm = target.kind === "cluster" ? await readCluster(home.stateDir, target.name) : `the swarm at ${target.dockerHost ?? "this machine"}`;
  const report = stepReport(found, swarm, origin, fx.clock.now());
  const logs = report.status === "pass" ? [] : await engineLogs(target, home, fx);
  const attachments = await attachmentsIn(folder);
  const complete = {
    ...report,
    ...logs.length > 0 ? { engineLogs: logs } : {},
    ...attachments.length > 0 ? { attachments } : {}
  };
  await writeReport(complete, folder);
  return complete;
}
__name(reportStep, "reportStep");

// src/actions/report-step.ts
async function reportStep2(found, target, door) {
  const folder = reportFolder(found.kind, door);
  const origin = await door.origin();
  const report = await reportStep({ found, target, origin, folder }, door.home, door.effects);
  await door.addSummary(renderSummary(report));
  door.annotate(annotationsOf(testRunOf(report)).filter((each) => each.path !== void 0));
  return folder;
}
__name(reportStep2, "reportStep");
function reportFolder(kind, door) {
  return path4.join(door.tempDir, `${kind}-report`);
}
__name(reportFolder, "reportFolder");
export {
  reportFolder,
  reportStep2 as reportStep
};
