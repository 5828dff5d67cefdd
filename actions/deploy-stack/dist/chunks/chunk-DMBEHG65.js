import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  count,
  cutText,
  duration,
  whole,
  withinLimits
} from "./chunk-24GHO4EX.js";
import {
  afterwards,
  endInWords,
  wayOut
} from "./chunk-X34ZOXL2.js";
import {
  oneLine
} from "./chunk-FPIX6GPL.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/report/answers.rules.ts
function answersMatrix(nodes) {
  const replicas = [...new Set(nodes.flatMap((node) => Object.keys(node.byReplica)))].toSorted();
  const rows = nodes.map((answers) => {
    const counts = replicas.map(
      (replica) => Object.hasOwn(answers.byReplica, replica) ? answers.byReplica[replica] ?? 0 : 0
    );
    return { answers, counts, answered: sum(counts) };
  });
  return {
    replicas,
    rows,
    totals: replicas.map((_, column) => sum(rows.map((row) => row.counts[column] ?? 0))),
    requests: sum(nodes.map((node) => node.requests)),
    answered: sum(rows.map((row) => row.answered)),
    failed: sum(nodes.map((node) => node.failed))
  };
}
__name(answersMatrix, "answersMatrix");
function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}
__name(sum, "sum");

// src/report/headline.rules.ts
var STATUS_WORDS = {
  pass: "Passed",
  fail: "Failed",
  inconclusive: "Inconclusive",
  skipped: "Skipped"
};
function headline(report) {
  const { deploy, verify } = report;
  const open = verify ? openInWords(verify.verdicts) : [];
  if (open.length > 0) return open.join(" ");
  if (report.error) return asSentence(oneLine(report.error));
  if (verify) {
    if (verify.nodes.length === 0) return passedInWords(verify.verdicts);
    const { answered, requests, replicas, rows } = answersMatrix(verify.nodes);
    const way = report.engine.hasMesh ? "through the routing mesh" : "without a routing mesh";
    const nodes = rows.length === 1 ? "The node" : `All ${count(rows.length, "node")}`;
    return `${nodes} answered ${way}: ${whole(answered)} of ${count(requests, "request")}, from ${count(replicas.length, "replica")}.`;
  }
  if (deploy && deploy.outcome !== "converged")
    return [`The stack ${oneLine(deploy.stack)} ${endInWords(deploy)}.`, afterwards(deploy) ?? ""].join(" ").trim();
  if (deploy)
    return `The stack ${oneLine(deploy.stack)} is deployed: ${count(deploy.services.length, "service")} converged in ${duration(deploy.durationMs)}.`;
  return "The run ended before anything was deployed.";
}
__name(headline, "headline");
var asSentence = /* @__PURE__ */ __name((text) => text.replace(new RegExp("^\\p{Ll}", "u"), (letter) => letter.toUpperCase()), "asSentence");
function openInWords(verdicts) {
  const of = /* @__PURE__ */ __name((status) => verdicts.filter((verdict) => verdict.status === status), "of");
  const [failed, unknown] = [of("fail"), of("inconclusive")];
  return [
    ...failed.length > 0 ? [`${failed.length} of ${count(verdicts.length, "check")} failed: ${named(failed)}.`] : [],
    ...unknown.length > 0 ? [`${count(unknown.length, "check")} could not be measured: ${named(unknown)}.`] : []
  ];
}
__name(openInWords, "openInWords");
var MOST_NAMED = 5;
function named(verdicts) {
  const names = verdicts.slice(0, MOST_NAMED).map((verdict) => cutText(oneLine(verdict.title), 120));
  const more = verdicts.length - names.length;
  return `${names.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
__name(named, "named");
function passedInWords(verdicts) {
  const skipped = verdicts.filter((verdict) => verdict.status === "skipped").length;
  const passed = `${count(verdicts.length - skipped, "check")} passed`;
  return skipped > 0 ? `${passed}, and ${whole(skipped)} ${skipped === 1 ? "was" : "were"} skipped.` : `${passed}.`;
}
__name(passedInWords, "passedInWords");
function caveats(report) {
  const said = [];
  if ((report.nodes.length > 0 || report.verify) && !report.engine.hasMesh)
    said.push("The routing mesh was not tested: this engine\u2019s kernel cannot carry one.");
  if (report.standIns.length > 0)
    said.push(
      `${count(report.standIns.length, "image")} under an official name ${report.standIns.length === 1 ? "is a stand-in" : "are stand-ins"}, made from Debian packages because no registry could be reached.`
    );
  return said;
}
__name(caveats, "caveats");
function noStandIns(report) {
  if (report.standIns.length > 0 || report.nodes.length === 0) return void 0;
  return "No stand-ins: every image is the one that its name says.";
}
__name(noStandIns, "noStandIns");

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

// src/report/test-cases.rules.ts
function testRunOf(whole2) {
  const report = withinLimits(whole2);
  const { tool, source, startedAt, durationMs, deploy, verify } = report;
  const groups = [
    ...deploy ? [{ name: `deploy ${deploy.stack}`, cases: deployCases(deploy) }] : [],
    ...verify && verify.verdicts.length > 0 ? [{ name: `verify ${source.stack ?? "the stack"}`, cases: verify.verdicts.map(checkCase) }] : []
  ];
  const isSaid = groups.some(
    (group) => group.cases.some((each) => each.status === "fail" || each.status === "inconclusive")
  );
  if (report.error && !isSaid)
    groups.push({
      name: "run",
      cases: [
        {
          id: "run",
          name: "The run",
          status: "fail",
          durationMs,
          message: report.error,
          details: [report.error]
        }
      ]
    });
  return { tool, title: titleOf(source), source, startedAt, durationMs, groups };
}
__name(testRunOf, "testRunOf");
var titleOf = /* @__PURE__ */ __name(({ stack, swarm }) => [stack ?? "a run", ...swarm ? [`on ${swarm}`] : []].join(" "), "titleOf");
function checkCase(verdict) {
  const { id, kind, title, status, expected, observed, hint, hints = [], durationMs, tags } = verdict;
  const place = verdict.compose ?? verdict.suite;
  const isOpen = status === "fail" || status === "inconclusive";
  return {
    id,
    name: title,
    status,
    durationMs,
    ...status === "pass" ? {} : { message: observed || expected },
    details: [
      `expected: ${expected}`,
      `observed: ${observed}`,
      ...isOpen ? [hint, ...hints].flatMap((each) => each ? [`hint: ${each}`] : []) : []
    ],
    ...place ? { place } : {},
    tags: [kind, ...tags ?? []]
  };
}
__name(checkCase, "checkCase");
function deployCases(deploy) {
  const { stack, services, failures, durationMs, outcome } = deploy;
  const out = wayOut(deploy);
  const cases = services.map(({ name, running, wanted, outcome: own, image }) => {
    const seen = `${running} of ${count(wanted, "task")} of ${image}`;
    if (own === "converged")
      return { id: name, name: `${name} runs`, status: "pass", durationMs, details: [seen] };
    const why = failures.filter((failure) => failure.service === name);
    return {
      id: name,
      name: `${name} runs`,
      status: "fail",
      durationMs,
      message: why[0] ? `${own}: ${why[0].error}` : `${own}: ${seen}`,
      details: [
        seen,
        ...why.flatMap(({ node, error, logLines }) => [`${node ? `${node}: ` : ""}${error}`, ...logLines]),
        ...out ? [`hint: ${out}`] : []
      ]
    };
  });
  if (outcome === "converged" || cases.some((each) => each.status === "fail")) return cases;
  const said = `the stack ${stack} ${endInWords(deploy)}`;
  return [...cases, { id: stack, name: stack, status: "fail", durationMs, message: said, details: [said] }];
}
__name(deployCases, "deployCases");

export {
  answersMatrix,
  STATUS_WORDS,
  headline,
  caveats,
  noStandIns,
  changesOf,
  liveChanges,
  sinceStartMs,
  lanesOf,
  withoutStack,
  testRunOf,
  titleOf
};
