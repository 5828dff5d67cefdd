import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  readCluster,
  version
} from "./chunk-QQIB7CJ6.js";
import {
  bytes,
  code,
  count,
  details,
  duration,
  escapeMarkdown,
  moment,
  oneLine,
  percent,
  plain,
  table,
  text,
  whole
} from "./chunk-UFWNNF6L.js";
import {
  afterwards,
  endInWords,
  wayOut
} from "./chunk-7G7WZ6OA.js";
import {
  explain
} from "./chunk-H3HAWWYR.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/actions/report-step.ts
import path2 from "node:path";

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
    totals: replicas.map((_, column) => sum(rows.map((row2) => row2.counts[column] ?? 0))),
    requests: sum(nodes.map((node) => node.requests)),
    answered: sum(rows.map((row2) => row2.answered)),
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
  if (report.error) return oneLine(report.error);
  if (verify) {
    const open = verify.verdicts.filter(
      (verdict) => verdict.status === "fail" || verdict.status === "inconclusive"
    );
    if (open.length > 0)
      return `${count(open.length, "check")} of ${verify.verdicts.length} did not pass: ${open.map((verdict) => oneLine(verdict.title)).join("; ")}.`;
    const { answered, requests, replicas, rows } = answersMatrix(verify.nodes);
    const way = report.engine.hasMesh ? "through the routing mesh" : "without a routing mesh";
    const nodes = rows.length === 1 ? "The node" : `All ${count(rows.length, "node")}`;
    return `${nodes} answered ${way}: ${whole(answered)} of ${count(requests, "request")}, from ${count(replicas.length, "replica")}.`;
  }
  if (deploy && deploy.outcome !== "converged")
    return [`The stack ${oneLine(deploy.stack)} ${endInWords(deploy)}.`, afterwards(deploy) ?? ""].join(" ").trim();
  if (deploy)
    return `The stack ${oneLine(deploy.stack)} is deployed (${deploy.outcome}); it was not verified.`;
  return "The run ended before anything was deployed.";
}
__name(headline, "headline");
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

// src/report/summary.ts
var SIGNS = { pass: "\u2705", fail: "\u274C", inconclusive: "\u2754", skipped: "\u2796" };
function renderSummary(report) {
  const { verify, deploy } = report;
  const undone = deploy && afterwards(deploy);
  return [
    `## ${SIGNS[report.status]} ${STATUS_WORDS[report.status]} in ${duration(report.durationMs)}`,
    escapeMarkdown(headline(report)),
    ...caveats(report).map((sentence) => `> [!NOTE]
> ${escapeMarkdown(sentence)}`),
    verify && table(["", "Check", "Expected", "Observed"], verify.verdicts.map(verdictRow)),
    verify && verify.nodes.length > 0 && answersTable(report),
    deploy && details(
      `Stack ${deploy.stack}: ${deploy.outcome}`,
      ...undone ? [text(undone)] : [],
      table(
        ["Service", "Running", "Outcome", "Image"],
        deploy.services.map((s) => [text(s.name), `${s.running}/${s.wanted}`, s.outcome, code(s.image)])
      ),
      ...deploy.failures.map(
        ({ service, node, error }) => `- ${text(`${service}${node && ` on ${node}`}: ${error}`)}`
      ),
      ...(deploy.leftBehind ?? []).map((line) => `- ${text(line)}`)
    ),
    report.images.length > 0 && details(
      count(report.images.length, "image"),
      table(
        ["Image", "Digest", "Size", "Time"],
        report.images.map((i) => [
          code(i.reference),
          code(i.digest),
          bytes(i.sizeBytes),
          duration(i.durationMs)
        ])
      )
    ),
    report.standIns.length > 0 ? details(
      count(report.standIns.length, "stand-in"),
      table(
        ["Image", "Made from"],
        report.standIns.map((s) => [code(s.reference), text(s.madeFrom)])
      )
    ) : noStandIns(report),
    details(
      "Where the time went",
      table(
        ["Phase", "Time", ""],
        report.phases.map((p) => [text(p.title), duration(p.durationMs), p.status === "done" ? "" : p.status])
      )
    ),
    `<sub>${text(`${report.tool.name} ${report.tool.version} \xB7 ${report.engine.title} \xB7 ${moment(report.startedAt)}`)}</sub>`
  ].filter((part) => typeof part === "string").join("\n\n").concat("\n");
}
__name(renderSummary, "renderSummary");
function verdictRow(verdict) {
  const hint = verdict.hint ? `<br><em>${text(verdict.hint)}</em>` : "";
  const sign = `${SIGNS[verdict.status]} ${STATUS_WORDS[verdict.status]}`;
  return [sign, text(verdict.title), text(verdict.expected), text(verdict.observed) + hint];
}
__name(verdictRow, "verdictRow");
function answersTable(report) {
  const { replicas, rows, totals, answered } = answersMatrix(report.verify?.nodes ?? []);
  const share2 = /* @__PURE__ */ __name((n, of) => `${whole(n)} (${percent(n, of)})`, "share");
  return table(
    ["Node", ...replicas.map(code), "Failed", "p50", "p95"],
    [
      ...rows.map(({ answers, counts, answered: own }) => [
        text(answers.node),
        ...counts.map((n) => share2(n, own)),
        `${whole(answers.failed)} of ${whole(answers.requests)}`,
        ...[answers.latencyMs.p50, answers.latencyMs.p95].map((ms) => own > 0 ? `${ms} ms` : "\u2013")
      ]),
      ["**All**", ...totals.map((n) => `**${share2(n, answered)}**`), "", "", ""]
    ]
  );
}
__name(answersTable, "answersTable");

// src/report/write.ts
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

// src/report/html.ts
import { createHash } from "node:crypto";

// src/report/html/markup.rules.ts
function html(strings, ...values) {
  return { markup: strings.reduce((whole2, piece, i) => whole2 + markupOf(values[i - 1]) + piece) };
}
__name(html, "html");
function verbatim(markup) {
  return { markup };
}
__name(verbatim, "verbatim");
function markupOf(value) {
  if (value === void 0 || value === false) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return escapeHtml(value);
  return "markup" in value ? value.markup : value.map(markupOf).join("");
}
__name(markupOf, "markupOf");
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text2) {
  return plain(text2).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
__name(escapeHtml, "escapeHtml");

// src/report/html/mesh-picture.ts
var HUES = 6;
var hue = /* @__PURE__ */ __name((column) => `hue${column % HUES}`, "hue");
var MOST = 10;
var FRAMES = [
  { kind: "wide", width: 720, boxWidth: 176, letters: 18 },
  { kind: "narrow", width: 380, boxWidth: 124, letters: 12 }
];
var BOX = { height: 44, gap: 20 };
var WIDEST = 32;
function meshPicture(matrix) {
  const { replicas, rows } = matrix;
  if (rows.length === 0 || rows.length > MOST || replicas.length > MOST) return void 0;
  return html`<figure class="mesh">
${FRAMES.map((frame) => picture(matrix, frame))}
<figcaption><span>Asked node</span><span>Replica that answered</span></figcaption>
</figure>`;
}
__name(meshPicture, "meshPicture");
function picture(matrix, frame) {
  const { replicas, rows, totals } = matrix;
  const height = Math.max(rows.length, replicas.length) * (BOX.height + BOX.gap) - BOX.gap + 2;
  const nodeY = rows.map((_, i) => middle(i, rows.length, height));
  const replicaY = replicas.map((_, i) => middle(i, replicas.length, height));
  const most = Math.max(1, ...totals, ...rows.map(({ answers, answered }) => answered + answers.failed));
  const width = /* @__PURE__ */ __name((n) => n / most * WIDEST, "width");
  const nodeEdge = rows.map(
    ({ answers, answered }, r) => (nodeY[r] ?? 0) - width(answered + answers.failed) / 2
  );
  const replicaEdge = totals.map((n, c) => (replicaY[c] ?? 0) - width(n) / 2);
  const take = /* @__PURE__ */ __name((edges, i, n) => {
    const start = edges[i] ?? 0;
    edges[i] = start + width(n);
    return start + width(n) / 2;
  }, "take");
  const bands = rows.map(({ answers: { failed }, counts, answered }, r) => [
    counts.map(
      (n, c) => n > 0 && band(frame, hue(c), width(n), take(nodeEdge, r, n), take(replicaEdge, c, n))
    ),
    failed > 0 && failure(
      frame,
      take(nodeEdge, r, failed),
      width(failed),
      answered === 0 ? `${whole(failed)} failed` : ""
    )
  ]);
  return html`<svg class="${frame.kind}" viewBox="0 0 ${frame.width} ${height}" role="img" aria-label="${described(matrix)}">
${bands}
${rows.map(({ answers, answered }, r) => box(frame, 1, nodeY[r] ?? 0, answers.node, `${whole(answered)} of ${whole(answers.requests)}`, answers.failed > 0 ? "bad" : ""))}
${replicas.map((name, c) => box(frame, frame.width - frame.boxWidth - 1, replicaY[c] ?? 0, name, count(totals[c] ?? 0, "answer"), `mono ${hue(c)}`))}
</svg>`;
}
__name(picture, "picture");
function middle(i, of, height) {
  const used = of * (BOX.height + BOX.gap) - BOX.gap;
  return (height - used) / 2 + i * (BOX.height + BOX.gap) + BOX.height / 2;
}
__name(middle, "middle");
function band(frame, kind, width, from, to) {
  const [left, right] = [frame.boxWidth + 1, frame.width - frame.boxWidth - 1];
  const bend = Math.round((right - left) * 0.45);
  const [y0, y1] = [from.toFixed(1), to.toFixed(1)];
  return html`<path class="flow ${kind}" stroke-width="${stroke(width)}" d="M${left} ${y0}C${left + bend} ${y0} ${right - bend} ${y1} ${right} ${y1}"/>`;
}
__name(band, "band");
function failure(frame, y, width, words) {
  const left = frame.boxWidth + 1;
  const end = left + 24;
  return html`<g class="failure"><path stroke-width="${stroke(width)}" d="M${left} ${y.toFixed(1)}H${end}"/><path class="cross" d="M${end + 5} ${(y - 5).toFixed(1)}l10 10m0-10l-10 10"/><text x="${end + 22}" y="${(y + 5).toFixed(1)}">${words}</text></g>`;
}
__name(failure, "failure");
function stroke(width) {
  return Math.max(1.5, width).toFixed(1);
}
__name(stroke, "stroke");
function box(frame, x, y, name, detail, kind) {
  const label = oneLine(name);
  const shown = label.length > frame.letters ? `${label.slice(0, frame.letters - 1)}\u2026` : label;
  const top = y - BOX.height / 2;
  return html`<g class="box ${kind}"><rect x="${x}" y="${top}" width="${frame.boxWidth}" height="${BOX.height}" rx="9"/><text class="name" x="${x + 12}" y="${y - 3}">${shown}</text><text class="detail" x="${x + 12}" y="${y + 14}">${detail}</text></g>`;
}
__name(box, "box");
function described({ replicas, rows }) {
  const said = rows.map(({ answers, counts }) => {
    const by = counts.map((n, i) => `${n} by ${oneLine(replicas[i] ?? "")}`).join(", ");
    return `${oneLine(answers.node)}: ${by || "nothing answered"}${answers.failed ? `, ${answers.failed} failed` : ""}`;
  });
  return `Who answered whom. ${said.join(". ")}.`;
}
__name(described, "described");

// src/report/html/section.ts
function section(id, title, note, ...body) {
  return html`<section aria-labelledby="${id}">
<div class="heading"><h2 id="${id}">${title}</h2>${note && html`<p>${note}</p>`}</div>
${body}
</section>
`;
}
__name(section, "section");
function scrolling(label, table2) {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table2}</div>`;
}
__name(scrolling, "scrolling");

// src/report/html/answers.ts
function answersSection(nodes, hasMesh) {
  const matrix = answersMatrix(nodes);
  const way = hasMesh ? "through the routing mesh" : "without a routing mesh";
  return section(
    "answers",
    "Answers",
    `${whole(matrix.answered)} of ${count(matrix.requests, "request")} answered ${way}, each on a fresh connection`,
    html`<div class="card">
${meshPicture(matrix)}
${scrolling("Answers by node and replica", answersTable2(matrix))}
</div>`
  );
}
__name(answersSection, "answersSection");
function answersTable2(matrix) {
  const { replicas, rows, totals, answered, failed } = matrix;
  return html`<table class="answers">
<thead>
<tr><th scope="col">Node</th><th scope="col" class="number">Failed</th>${replicas.map((name, i) => html`<th scope="col" class="number"><i class="dot ${hue(i)}"></i><code>${name}</code></th>`)}<th scope="col" class="number">p50 <small>ms</small></th><th scope="col" class="number">p95 <small>ms</small></th><th scope="col" class="number">max <small>ms</small></th></tr>
</thead>
<tbody>${rows.map(
    ({ answers, counts, answered: own }) => html`
<tr><th scope="row">${answers.node}<small>${answers.endpoint}</small></th><td class="number">${failedCell(answers)}</td>${counts.map((n, i) => html`<td class="number">${share(n, own, i)}</td>`)}${latencies(answers, own)}</tr>`
  )}
</tbody>
<tfoot>
<tr><th scope="row">All nodes</th><td class="number">${whole(failed)}</td>${totals.map((n, i) => html`<td class="number">${share(n, answered, i)}</td>`)}<td></td><td></td><td></td></tr>
</tfoot>
</table>`;
}
__name(answersTable2, "answersTable");
function share(n, of, column) {
  const width = of > 0 ? n / of * 100 : 0;
  return html`${whole(n)} <small>${percent(n, of)}</small><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="${hue(column)}" width="${width.toFixed(1)}" height="4"/></svg>`;
}
__name(share, "share");
function failedCell(answers) {
  if (answers.failed === 0) return html`0`;
  const kinds = Object.entries(answers.failedByKind);
  return html`<b class="failed">${whole(answers.failed)}</b> <small>of ${whole(answers.requests)}</small>${kinds.map(([kind, n]) => html`<small class="kinds">${whole(n)} ${kind}</small>`)}`;
}
__name(failedCell, "failedCell");
function latencies(answers, answered) {
  const { p50, p95, max } = answers.latencyMs;
  return [p50, p95, max].map((ms) => html`<td class="number">${answered > 0 ? ms.toFixed(1) : "\u2013"}</td>`);
}
__name(latencies, "latencies");

// src/report/html/deployment.ts
function deploymentSection(deploy) {
  const said = afterwards(deploy);
  return section(
    "stack",
    `Stack ${deploy.stack}`,
    [`${deploy.outcome} after ${duration(deploy.durationMs)}`, ...said ? [said] : []].join(". "),
    html`${deploy.services.length > 0 && servicesCard(deploy.services)}`,
    html`${deploy.failures.map(failureCard)}`,
    standingCard(deploy)
  );
}
__name(deploymentSection, "deploymentSection");
var servicesCard = /* @__PURE__ */ __name((services) => html`<div class="card">${scrolling(
  "Services",
  html`<table class="services"><thead><tr><th scope="col">Service</th><th scope="col" class="number">Running</th><th scope="col">Outcome</th><th scope="col">Image</th></tr></thead><tbody>${services.map(serviceRow)}
</tbody></table>`
)}</div>`, "servicesCard");
function serviceRow({ name, running, wanted, outcome, image }) {
  const [reference = "", digest] = image.split("@");
  const isWell = outcome === "converged";
  return html`
<tr><th scope="row">${name}</th><td class="number">${running}/${wanted}</td><td><span class="word ${isWell ? "pass" : "fail"}">${outcome}</span></td><td class="image"><code>${reference}</code>${digest && html`<code class="digest">${digest}</code>`}</td></tr>`;
}
__name(serviceRow, "serviceRow");
function failureCard({ service, task, node, category, error, logLines }) {
  return html`<div class="card trouble"><h3>${service} on ${node}</h3><p>${error}</p>
<p class="meta"><code>${task}</code> ${category}</p>
${logLines.length > 0 && html`<pre tabindex="0" aria-label="Last lines of the log">${logLines.join("\n")}</pre>`}</div>`;
}
__name(failureCard, "failureCard");
function standingCard(deploy) {
  const { leftBehind = [] } = deploy;
  const out = wayOut(deploy);
  if (leftBehind.length === 0) return html``;
  return html`<div class="card trouble standing"><h3>This is how it stands</h3>
<ul>${leftBehind.map((line) => html`<li>${line}</li>`)}</ul>
${out && html`<dl><dt>Way out</dt><dd>${out}</dd></dl>`}</div>`;
}
__name(standingCard, "standingCard");

// src/report/html/images.ts
function imagesSection(report) {
  const none = noStandIns(report);
  return html`${report.images.length > 0 && builtSection(report.images)}${report.standIns.length > 0 && standInsSection(report.standIns)}${none && section("stand-ins", "Stand-ins", void 0, html`<p class="none">${none}</p>`)}`;
}
__name(imagesSection, "imagesSection");
function builtSection(images) {
  return section(
    "images",
    "Images",
    `${count(images.length, "image")} built and pushed`,
    html`<div class="card">${scrolling(
      "Images",
      html`<table><thead><tr><th scope="col">Image</th><th scope="col" class="number">Size</th><th scope="col" class="number">Time</th></tr></thead><tbody>${images.map(
        (image) => html`
<tr><td class="image"><code>${image.reference}</code><code class="digest">${image.digest}</code></td><td class="number">${bytes(image.sizeBytes)}</td><td class="number">${duration(image.durationMs)}</td></tr>`
      )}
</tbody></table>`
    )}</div>`
  );
}
__name(builtSection, "builtSection");
function standInsSection(standIns) {
  return section(
    "stand-ins",
    "Stand-ins",
    "Images under an official name that were made on this machine",
    html`<div class="card">${scrolling(
      "Stand-ins",
      html`<table><thead><tr><th scope="col">Carries the name</th><th scope="col">Made from</th></tr></thead><tbody>${standIns.map(
        ({ reference, madeFrom, digest }) => html`
<tr><td class="image"><code>${reference}</code><code class="digest">${digest}</code></td><td>${madeFrom}</td></tr>`
      )}
</tbody></table>`
    )}</div>`
  );
}
__name(standInsSection, "standInsSection");

// src/report/html/isolation-squares.ts
var CELL = 30;
var ARROW = verbatim('<path d="M8 15h13M16 9.5l5.5 5.5-5.5 5.5"/>');
var BAR = verbatim('<path d="M11 15h8"/>');
var SIGNS2 = {
  open: ARROW,
  blocked: BAR,
  breach: ARROW,
  lack: verbatim('<path d="M10 10l10 10M20 10l-10 10"/>'),
  unknown: verbatim('<path d="M11.5 12a3.5 3.5 0 1 1 5 3.2c-1.1.6-1.5 1.2-1.5 2.3M15 21v.1"/>'),
  passes: ARROW,
  stops: BAR
};
var CLASSES = {
  open: "cell must open",
  blocked: "cell blocked",
  breach: "cell wrong",
  lack: "cell wrong must",
  unknown: "cell unknown",
  passes: "cell free",
  stops: "cell free"
};
var WORDS = {
  open: "open, as it must be",
  blocked: "blocked, as it must be",
  breach: "open, must be blocked",
  lack: "blocked, must be open",
  unknown: "not known",
  passes: "open, and no rule says whether",
  stops: "closed, and no rule says whether"
};
var ALWAYS = ["open", "blocked", "breach", "lack", "unknown"];
function square(kind) {
  return html`<g class="${CLASSES[kind]}"><rect x="1" y="1" width="${CELL - 2}" height="${CELL - 2}" rx="6"/>${SIGNS2[kind]}</g>`;
}
__name(square, "square");
function legend(used) {
  return Object.entries(WORDS).map(([kind, words]) => ({ kind, words })).filter(({ kind }) => ALWAYS.includes(kind) || used.has(kind)).map(
    ({ kind, words }) => html`<span><svg viewBox="0 0 30 30" aria-hidden="true">${square(kind)}</svg>${words}</span>`
  );
}
__name(legend, "legend");
function kindOf({ verdict, observed }) {
  if (verdict === "unknown" || observed === "unknown") return "unknown";
  if (verdict === "as-expected") return observed;
  return observed === "open" ? "breach" : "lack";
}
__name(kindOf, "kindOf");
function kindOfPort({ state, expected, isUnexpected }) {
  if (state === "unknown") return "unknown";
  if (isUnexpected) return state === "open" ? "breach" : "lack";
  if (expected) return state;
  return state === "open" ? "passes" : "stops";
}
__name(kindOfPort, "kindOfPort");

// src/report/html/isolation-picture.ts
var MOST2 = 40;
var STEP = 34;
var LETTERS = 18;
var LEFT = 150;
var TOP = 118;
var GAP = 20;
var TITLE = 66;
var ISOLATION_STYLE = `
.isolation { padding: 1rem 1.25rem 1.25rem; }
.isolation svg { display: block; height: auto; margin: 0 auto; }
.isolation .name { font-size: 13px; fill: var(--ink); } .isolation .rule { fill: none; stroke: var(--line); } .isolation .head { font-size: 12px; fill: var(--soft); }
.isolation .cell rect { fill: var(--track); stroke: none; } .isolation .self { fill: none; stroke: var(--line); }
.isolation .cell.must rect { stroke: var(--pass); stroke-width: 2; }
.isolation .cell path { fill: none; stroke: var(--soft); stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.isolation .cell.open rect { fill: var(--pass-wash); } .isolation .cell.open path { stroke: var(--pass); }
.isolation .cell.wrong rect { fill: var(--fail-wash); stroke: var(--fail); stroke-width: 2; } .isolation .cell.wrong.must rect { stroke-dasharray: 4 3; }
.isolation .cell.wrong path { stroke: var(--fail); }
.isolation .cell.free rect { fill: none; stroke: var(--line); }
.isolation .cell.unknown rect { fill: var(--open-wash); } .isolation .cell.unknown path { stroke: var(--open); }
.isolation figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: center; margin-top: .75rem; color: var(--soft); font-size: .8125rem; }
.isolation figcaption span { display: inline-flex; align-items: center; gap: .375rem; } .isolation figcaption svg { width: 1.25rem; height: 1.25rem; margin: 0; }
@media print { .isolation figure { break-inside: avoid; } }
`;
function isolationSection(matrix, number = 0) {
  const drawing = isolationPicture(matrix);
  if (!drawing) return void 0;
  const good = matrix.cells.filter((cell) => cell.verdict === "as-expected").length;
  const note = `${good} of ${count(matrix.cells.length, "edge")} as they must be`;
  return section(
    number === 0 ? "isolation" : `isolation-${number}`,
    "Isolation",
    note,
    html`<div class="card">${drawing}</div>`
  );
}
__name(isolationSection, "isolationSection");
function isolationPicture(matrix) {
  const { services, cells } = matrix;
  if (cells.length === 0 || services.length > MOST2) return void 0;
  return html`<figure class="isolation">
${scrolling("Who reaches whom", picture2(matrix))}
<figcaption>${legend(new Set([...matrix.published, ...matrix.udp ?? []].map(kindOfPort)))}</figcaption>
</figure>`;
}
__name(isolationPicture, "isolationPicture");
function picture2(matrix) {
  const { services, cells } = matrix;
  const cellAt = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const end = LEFT + services.length * STEP;
  const bottom = TOP + services.length * STEP;
  const groups = portGroups(matrix, end + GAP);
  const last = groups.at(-1);
  const right = last ? last.x + last.width : end + 8;
  const width = Math.ceil(right + 84);
  const height = bottom + (last ? 24 : 2);
  return html`<svg width="${width}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${described2(matrix)}">
${services.map((name, column) => slanted(LEFT + column * STEP, short(name)))}
${services.map(
    (from, row2) => html`<text class="name" text-anchor="end" x="${LEFT - 10}" y="${TOP + row2 * STEP + 20}">${short(from)}</text>${services.map(
      (to, column) => html`<g transform="translate(${LEFT + column * STEP} ${TOP + row2 * STEP})">${from === to ? html`<rect class="self" width="${CELL}" height="${CELL}" rx="6"/>` : drawn(cellAt.get(`${from} ${to}`))}</g>`
    )}
`
  )}
${groups.map((group) => portColumns(group, services, bottom))}
</svg>`;
}
__name(picture2, "picture");
function slanted(x, text2) {
  return html`<text class="name" transform="translate(${x + 18} ${TOP - 8}) rotate(-50)">${text2}</text>`;
}
__name(slanted, "slanted");
function portGroups({ published, udp = [] }, from) {
  let x = from;
  return [
    { title: "published", ports: published },
    { title: "by UDP", ports: udp }
  ].flatMap(({ title, ports }) => {
    const all = [...Map.groupBy(ports, portName).values()];
    if (all.length === 0) return [];
    const wrongFirst = [...Map.groupBy(all, (own) => !own.some((one) => one.isUnexpected))].sort(
      ([a], [b]) => Number(a) - Number(b)
    );
    const columns = all.length > MOST2 ? wrongFirst.flatMap(([, own]) => own).slice(0, MOST2) : all;
    const group = {
      title,
      x,
      width: Math.max(columns.length * STEP, TITLE),
      columns,
      rest: all.length - MOST2
    };
    x += group.width + GAP;
    return [group];
  });
}
__name(portGroups, "portGroups");
function portColumns({ title, x, columns, rest }, services, bottom) {
  const more = rest > 0 ? `, and ${rest} more` : "";
  return html`<path class="rule" d="M${x - GAP / 2} ${TOP}V${bottom}"/><text class="head" x="${x}" y="${bottom + 16}">${title}${more}</text>
${columns.map(
    (ports, column) => html`${ports[0] && slanted(x + column * STEP, portName(ports[0]))}${ports.map((port) => {
      const row2 = services.indexOf(port.from);
      return row2 >= 0 && html`<g transform="translate(${x + column * STEP} ${TOP + row2 * STEP})"><title>${portTitle(port, title)}</title>${square(kindOfPort(port))}</g>`;
    })}
`
  )}`;
}
__name(portColumns, "portColumns");
function drawn(cell) {
  if (!cell) return void 0;
  const { from, to, expected, observed, detail } = cell;
  const title = `${from} \u2192 ${to}: must be ${expected}, is ${observed === "unknown" ? "not known" : observed}${detail ? ` (${detail})` : ""}`;
  return html`<title>${oneLine(title)}</title>${square(kindOf(cell))}`;
}
__name(drawn, "drawn");
function portTitle({ from, to, port, state, expected }, title) {
  const must = expected ? `must be ${expected}, ` : "";
  return oneLine(`${from} \u2192 ${to}:${port}, ${title}: ${must}is ${state === "unknown" ? "not known" : state}`);
}
__name(portTitle, "portTitle");
var portName = /* @__PURE__ */ __name(({ to, port }) => `${short(to)}:${port}`, "portName");
function short(name) {
  const label = oneLine(name);
  return label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}\u2026` : label;
}
__name(short, "short");
function described2({ services, cells, published, udp = [] }) {
  const wrong = cells.filter((cell) => cell.verdict === "unexpected");
  const unknown = cells.filter((cell) => cell.verdict === "unknown");
  const said = /* @__PURE__ */ __name((some, words) => some.slice(0, 10).map((cell) => ` ${oneLine(cell.from)} to ${oneLine(cell.to)} ${words === "" ? cell.observed : words}.`), "said");
  return `Who reaches whom among ${count(services.length, "service")}: ${count(cells.length, "edge")}, ${wrong.length} not as they must be, ${unknown.length} not known.${said(wrong, "").join("")}${said(unknown, "not known").join("")}${[...saidOf(published, "published"), ...saidOf(udp, "by UDP")].join("")}`;
}
__name(described2, "described");
function saidOf(ports, title) {
  const told = ports.filter((port) => port.isUnexpected).slice(0, 10);
  return told.map((port) => ` ${oneLine(port.from)} to ${portName(port)} ${title} ${port.state}.`);
}
__name(saidOf, "saidOf");

// src/report/html/icons.ts
var PATHS = {
  pass: "M6.8 12.6l3.4 3.4 7-7.6",
  fail: "M8 8l8 8M16 8l-8 8",
  inconclusive: "M9.2 9.4a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M12 17.1v.1",
  skipped: "M7.5 12h9"
};
function statusIcon(status) {
  return verbatim(
    `<svg class="icon ${status}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="${PATHS[status]}"/></svg>`
  );
}
__name(statusIcon, "statusIcon");
var LOGO = verbatim(
  '<svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5 5 18h14z"/><circle cx="12" cy="5" r="3.4"/><circle cx="5" cy="18" r="3.4"/><circle cx="19" cy="18" r="3.4"/></svg>'
);

// src/report/html/masthead.ts
function masthead(report) {
  return html`<header>
<p class="brand">${LOGO}<b>${report.tool.name}</b><span>${moment(report.startedAt)}</span></p>
<div class="result ${report.status}">
${statusIcon(report.status)}
<div><h1>${STATUS_WORDS[report.status]}</h1><p>${headline(report)}</p></div>
</div>
<dl class="figures">${figures(report).map(([name, value, kind]) => html`<div><dt>${name}</dt><dd class="${kind}">${value}</dd></div>`)}</dl>
${caveats(report).map((sentence) => html`<p class="caveat">${sentence}</p>`)}
</header>
`;
}
__name(masthead, "masthead");
function figures(report) {
  const time = ["Time", duration(report.durationMs), ""];
  if (!report.verify) return [["Nodes", whole(report.nodes.length), ""], time];
  const { requests, failed, replicas, rows } = answersMatrix(report.verify.nodes);
  return [
    // Of a swarm that is not ours only those are known that were asked.
    ["Nodes", whole(Math.max(report.nodes.length, rows.length)), ""],
    ["Replicas", whole(replicas.length), ""],
    ["Requests", whole(requests), ""],
    ["Failed", whole(failed), failed > 0 ? "failed" : ""],
    ["Routing mesh", report.engine.hasMesh ? "tested" : "not tested", report.engine.hasMesh ? "" : "open"],
    time
  ];
}
__name(figures, "figures");

// src/report/html/phases.ts
function phasesSection(phases) {
  const total = phases.reduce((sum2, phase) => sum2 + phase.durationMs, 0);
  let before = 0;
  const rows = phases.map((phase) => {
    const start = before;
    before += phase.durationMs;
    return phaseRow(phase, start, Math.max(1, total));
  });
  return section(
    "time",
    "Time",
    `${duration(total)} in all`,
    html`<div class="card"><table class="phases"><thead class="unseen"><tr><th scope="col">Phase</th><th scope="col">Share</th><th scope="col">Time</th></tr></thead><tbody>${rows}
</tbody></table></div>`
  );
}
__name(phasesSection, "phasesSection");
function phaseRow({ title, durationMs, status }, start, total) {
  const x = start / total * 1e3;
  const width = Math.max(4, durationMs / total * 1e3);
  return html`
<tr><th scope="row">${title}${status !== "done" && html` <span class="word ${status === "failed" ? "fail" : "skipped"}">${status}</span>`}</th><td><svg class="span ${status}" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="${percent(durationMs, total)}"><rect class="track" width="1000" height="14"/><rect x="${Math.min(x, 996).toFixed(1)}" width="${width.toFixed(1)}" height="14"/></svg></td><td class="number">${duration(durationMs)}</td></tr>`;
}
__name(phaseRow, "phaseRow");

// src/report/html/timeline-picture.ts
var MOST3 = 60;
var LEFT2 = 250;
var WIDTH = 620;
var RIGHT = 40;
var STEP2 = 24;
var TOP2 = 30;
var LETTERS2 = 24;
var TIMELINE_STYLE = `
.lanes { padding: 1rem 1.25rem 1.25rem; }
.lanes svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.lanes .grid { stroke: var(--line); } .lanes .verdict { stroke: var(--ink); stroke-dasharray: 4 3; }
.lanes text { font-size: 12px; fill: var(--soft); } .lanes .name { font-size: 13px; fill: var(--ink); }
.lanes .waiting { fill: var(--hue2); } .lanes .running { fill: var(--pass); } .lanes .old .running, .lanes .old .waiting { fill: var(--hue5); }
.lanes .cross { fill: none; stroke: var(--fail); stroke-width: 2.5; stroke-linecap: round; } .lanes .stop { stroke: var(--soft); stroke-width: 2; }
.lanes figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .75rem; color: var(--soft); font-size: .8125rem; } .lanes figcaption svg { display: inline-block; width: 1.5rem; min-width: 0; height: .75rem; margin-right: .375rem; vertical-align: -.0625rem; }
.changes { padding: 0 1.25rem; } .changes summary { padding: .375rem 0; cursor: pointer; color: var(--soft); font-size: .9375rem; }
.changes table { font-size: .8125rem; } .changes th, .changes td { padding: .25rem .75rem; } .changes td:last-child { min-width: 14rem; overflow-wrap: anywhere; } .changes tr.back { background: var(--track); }
@media print { .lanes svg { min-width: 0; } }`;
function timelinePicture({ lanes, verdictMs, totalMs }) {
  const shown = lanes.slice(0, MOST3);
  const height = TOP2 + shown.length * STEP2 + 6;
  const at = /* @__PURE__ */ __name((ms) => LEFT2 + Math.min(ms, totalMs) / Math.max(1, totalMs) * WIDTH, "at");
  const hidden = lanes.length - shown.length;
  const hasWayBack = totalMs > verdictMs;
  return html`<figure class="lanes"><div class="scroll" role="region" aria-label="Tasks over time" tabindex="0"><svg viewBox="0 0 ${LEFT2 + WIDTH + RIGHT} ${height}" role="img" aria-label="${spoken(lanes)}">${ticks(totalMs).map((ms) => html`<path class="grid" d="M${at(ms).toFixed(1)} ${TOP2 - 8}V${height}"/><text x="${at(ms).toFixed(1)}" y="${TOP2 - 14}" text-anchor="middle">${onAxis(ms)}</text>`)}${hasWayBack && html`<path class="verdict" d="M${at(verdictMs).toFixed(1)} ${TOP2 - 8}V${height}"/>`}${shown.map((lane, i) => drawn2(lane, TOP2 + i * STEP2, at))}</svg></div>
<figcaption><span>${key(html`<rect class="waiting" y="4" width="24" height="4"/>`)}not yet running</span><span>${key(html`<rect class="running" y="1" width="24" height="10"/>`)}running</span><span>${key(html`<g class="old"><rect class="running" y="1" width="24" height="10"/></g>`)}of the version before</span><span>${key(html`<path class="cross" d="M8 2l8 8M16 2l-8 8"/>`)}failed</span><span>${key(html`<path class="stop" d="M12 0V12"/>`)}stopped</span>${hasWayBack && html`<span>${key(html`<path class="verdict" d="M12 0V12"/>`)}then the way back</span>`}${hidden > 0 && html`<span>${count(hidden, "task")} more in the table</span>`}</figcaption></figure>`;
}
__name(timelinePicture, "timelinePicture");
var onAxis = /* @__PURE__ */ __name((ms) => ms === 0 ? "0" : duration(ms).replace(/\.0 s$/, " s").replace(/ min 0 s$/, " min"), "onAxis");
var key = /* @__PURE__ */ __name((sign) => html`<svg viewBox="0 0 24 12" aria-hidden="true">${sign}</svg>`, "key");
function drawn2({ title, node, isNew, stretches, end }, top, at) {
  const middle2 = top + STEP2 / 2;
  const x = at(end?.atMs ?? 0);
  return html`<g class="${isNew ? "new" : "old"}"><text class="name" x="0" y="${middle2 + 4}">${short2(title)}</text><text x="${LEFT2 - 12}" y="${middle2 + 4}" text-anchor="end">${short2(node, 10)}</text>${stretches.map(
    ({ kind, fromMs, toMs }) => {
      const tall = kind === "running" ? 12 : 4;
      return html`<rect class="${kind}" x="${at(fromMs).toFixed(1)}" y="${middle2 - tall / 2}" width="${Math.max(1.5, at(toMs) - at(fromMs)).toFixed(1)}" height="${tall}" rx="1.5"/>`;
    }
  )}${end && (end.isFailure ? html`<path class="cross" d="M${(x - 4).toFixed(1)} ${middle2 - 4}l8 8m0 -8l-8 8"/>` : html`<path class="stop" d="M${x.toFixed(1)} ${middle2 - 8}v16"/>`)}</g>`;
}
__name(drawn2, "drawn");
function short2(text2, letters = LETTERS2) {
  const characters = [...oneLine(text2)];
  return characters.length > letters ? `${characters.slice(0, letters - 1).join("")}\u2026` : characters.join("");
}
__name(short2, "short");
function spoken(lanes) {
  const failed = lanes.filter(({ end }) => end?.isFailure);
  const said = failed.slice(0, 5).map(({ title, node }) => `${oneLine(title)} on ${oneLine(node)}`);
  return `${count(lanes.length, "task")} over time, ${failed.length} failed${said.length > 0 ? `: ${said.join(", ")}` : ""}. The table has every change.`;
}
__name(spoken, "spoken");
var STEPS_MS = [100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 3e4, 6e4, 12e4, 3e5, 6e5, 12e5, 36e5];
function ticks(totalMs) {
  const step = STEPS_MS.find((each) => totalMs / each <= 7) ?? totalMs / 7;
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, i) => i * step);
}
__name(ticks, "ticks");

// src/report/html/style.ts
var STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f8; --card: #fff; --ink: #14191f; --soft: #57616d; --line: #dfe3e8; --track: #edf0f3;
  --pass: #15734a; --pass-wash: #e3f4ea; --fail: #b3261e; --fail-wash: #fdeae8;
  --open: #8a5a00; --open-wash: #fdf2d8; --idle: #57616d; --idle-wash: #edf0f3;
  --hue0: #2f6fde; --hue1: #0f9488; --hue2: #d18412; --hue3: #8457d6; --hue4: #cc4b7c; --hue5: #64748b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0e1216; --card: #161b21; --ink: #e8ecf0; --soft: #9aa5b1; --line: #2a323b; --track: #232a32;
    --pass: #5fd39a; --pass-wash: #12301f; --fail: #ff8a80; --fail-wash: #3a1614;
    --open: #f0bd5a; --open-wash: #33270e; --idle: #9aa5b1; --idle-wash: #232a32;
    --hue0: #6ea1ff; --hue1: #3fc6b8; --hue2: #efad4d; --hue3: #b193f5; --hue4: #f083ab; --hue5: #94a3b8;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --track: #e8e8e8;
    --pass: #15734a; --pass-wash: #fff; --fail: #b3261e; --fail-wash: #fff;
    --open: #8a5a00; --open-wash: #fff; --idle: #444; --idle-wash: #fff;
    --hue0: #2f6fde; --hue1: #0f9488; --hue2: #d18412; --hue3: #8457d6; --hue4: #cc4b7c; --hue5: #64748b;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink); max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem 3rem;
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Cantarell, "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
code, pre, .mono text.name { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .875em; }
small { font-size: .8125rem; color: var(--soft); font-weight: 400; }
:focus-visible { outline: 2px solid var(--hue0); outline-offset: 2px; }

.brand { display: flex; align-items: center; gap: .5rem; font-size: .9375rem; margin-bottom: 1.25rem; }
.brand span { margin-left: auto; color: var(--soft); }
.logo { width: 1.375rem; height: 1.375rem; fill: var(--ink); stroke: var(--ink); stroke-width: 1.6; }
.logo path { fill: none; }
.result { display: flex; gap: 1.25rem; align-items: center; padding: 1.5rem; border-radius: 1rem; border: 1px solid; }
.result.pass { background: var(--pass-wash); border-color: color-mix(in srgb, var(--pass) 35%, transparent); }
.result.fail { background: var(--fail-wash); border-color: color-mix(in srgb, var(--fail) 35%, transparent); }
.result .icon { width: 3.5rem; height: 3.5rem; }
.result h1 { font-size: 1.875rem; line-height: 1.2; letter-spacing: -.02em; }
.result p { margin-top: .25rem; }
.icon { flex: none; width: 1.5rem; height: 1.5rem; }
.icon path { fill: none; stroke: var(--card); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.icon.pass circle { fill: var(--pass); } .icon.fail circle { fill: var(--fail); }
.icon.inconclusive circle { fill: var(--open); } .icon.skipped circle { fill: var(--idle); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 1px; margin-top: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.figures div { padding: .75rem 1rem; box-shadow: 0 0 0 1px var(--line); }
.figures dt { color: var(--soft); font-size: .8125rem; }
.figures dd { font-size: 1.375rem; font-weight: 600; letter-spacing: -.01em; white-space: nowrap; }
.failed { color: var(--fail); } .figures .open { color: var(--open); }
.caveat { margin-top: .75rem; padding: .625rem 1rem; border-radius: .625rem; background: var(--open-wash); color: var(--ink); border-left: 4px solid var(--open); font-size: .9375rem; }

section { margin-top: 2.5rem; }
.heading { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .75rem; margin-bottom: .75rem; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; }
.heading p { color: var(--soft); font-size: .9375rem; }
h3 { font-size: 1rem; line-height: 1.35; }
.card, .verdicts > li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.card { padding: .5rem 0; overflow: hidden; }
.card + .card { margin-top: .75rem; }
.meta { color: var(--soft); font-size: .8125rem; }
.word { display: inline-block; padding: .0625rem .5rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.word.pass { color: var(--pass); background: var(--pass-wash); } .word.fail { color: var(--fail); background: var(--fail-wash); }
.word.inconclusive { color: var(--open); background: var(--open-wash); } .word.skipped { color: var(--idle); background: var(--idle-wash); }

.verdicts { list-style: none; padding: 0; display: grid; gap: .625rem; }
.verdicts > li { padding: 1rem 1.25rem; border-left: 4px solid var(--idle); }
.verdicts > .pass { border-left-color: var(--pass); } .verdicts > .fail { border-left-color: var(--fail); }
.verdicts > .inconclusive { border-left-color: var(--open); }
.title { display: flex; align-items: center; gap: .625rem; } .title .meta { margin-left: auto; display: flex; gap: .625rem; white-space: nowrap; }
.verdicts dl { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1.5rem; margin: .5rem 0 0 2.125rem; font-size: .9375rem; }
.verdicts dt { color: var(--soft); font-size: .8125rem; } 
.verdicts .hint { grid-column: 1 / -1; }

.scroll {
  overflow-x: auto;
  background: linear-gradient(to right, var(--card) 1rem, transparent) 0 0 / 2.5rem 100% local, linear-gradient(to left, var(--card) 1rem, transparent) 100% 0 / 2.5rem 100% local,
    linear-gradient(to right, var(--line), transparent) 0 0 / .75rem 100% scroll, linear-gradient(to left, var(--line), transparent) 100% 0 / .75rem 100% scroll;
  background-repeat: no-repeat;
}
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1.25rem; }
thead th { color: var(--soft); font-weight: 400; font-size: .8125rem; white-space: nowrap; }
tbody tr, tfoot tr { border-top: 1px solid var(--line); } thead.unseen + tbody tr:first-child { border-top: 0; }
tbody th { font-weight: 600; } tfoot th, tfoot td { font-weight: 600; }
tbody th small, .kinds { display: block; }
.number { text-align: right; white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dot { display: inline-block; width: .625rem; height: .625rem; border-radius: 50%; margin-right: .375rem; }
.answers .number { min-width: 4.5rem; } .answers th.number { vertical-align: bottom; }
.bar { display: block; width: 100%; min-width: 5.5rem; height: 4px; margin-top: .25rem; border-radius: 2px; }
.track { fill: var(--track); }
.image { min-width: 17rem; overflow-wrap: anywhere; } .image code { display: block; } .digest { color: var(--soft); font-size: .75rem; }

.mesh { padding: 1rem 1.25rem 1.25rem; border-bottom: 1px solid var(--line); }
.mesh svg { width: 100%; max-width: 52rem; height: auto; margin: 0 auto; }
.mesh .wide { display: block; } .mesh .narrow { display: none; }
.mesh figcaption { display: flex; justify-content: space-between; max-width: 52rem; margin: .5rem auto 0; color: var(--soft); font-size: .8125rem; }
.flow { fill: none; opacity: .6; }
.box rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; } .box.bad rect { stroke: var(--fail); }
.box .name { font-size: 14px; font-weight: 600; fill: var(--ink); } .box .detail { font-size: 12px; fill: var(--soft); }
.failure path { stroke: var(--fail); stroke-dasharray: 7 5; opacity: .75; } .failure .cross { stroke-width: 2.5; stroke-dasharray: none; opacity: 1; }
.failure text { font-size: 13px; font-weight: 600; fill: var(--fail); paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
.dot.hue0 { background: var(--hue0); } .dot.hue1 { background: var(--hue1); } .dot.hue2 { background: var(--hue2); }
.dot.hue3 { background: var(--hue3); } .dot.hue4 { background: var(--hue4); } .dot.hue5 { background: var(--hue5); }
rect.hue0 { fill: var(--hue0); } rect.hue1 { fill: var(--hue1); } rect.hue2 { fill: var(--hue2); }
rect.hue3 { fill: var(--hue3); } rect.hue4 { fill: var(--hue4); } rect.hue5 { fill: var(--hue5); }
.flow.hue0, .hue0 rect { stroke: var(--hue0); } .flow.hue1, .hue1 rect { stroke: var(--hue1); } .flow.hue2, .hue2 rect { stroke: var(--hue2); }
.flow.hue3, .hue3 rect { stroke: var(--hue3); } .flow.hue4, .hue4 rect { stroke: var(--hue4); } .flow.hue5, .hue5 rect { stroke: var(--hue5); }

.phases th { font-weight: 400; width: 1%; white-space: nowrap; } .phases td { vertical-align: middle; } .phases th { overflow-wrap: anywhere; }
.span { display: block; width: 100%; height: .75rem; border-radius: .25rem; } .span rect { fill: var(--hue0); }
.span .track { fill: var(--track); } .span.failed rect:last-child { fill: var(--fail); } .span.cancelled rect:last-child { fill: var(--idle); }

.nodes { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .625rem; }
.nodes li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .875rem 1.125rem; display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; align-content: flex-start; }
.nodes code { flex-basis: 100%; color: var(--soft); }
.role, .label { font-size: .8125rem; padding: .0625rem .5rem; border-radius: 1rem; background: var(--idle-wash); color: var(--idle); overflow-wrap: anywhere; }
.role.manager { background: var(--ink); color: var(--paper); }

.trouble { border-left: 4px solid var(--fail); padding: 1rem 1.25rem; } 
pre { margin-top: .625rem; padding: .75rem 1rem; border-radius: .5rem; background: var(--track); font-size: .8125rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.standing ul { margin: .375rem 0 .625rem; padding-left: 1.25rem; } .standing dt { color: var(--soft); font-size: .8125rem; }
.none { color: var(--soft); }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .8125rem; }

@media (max-width: 40rem) {
  body { padding: 1rem .875rem 2rem; }
  .result { padding: 1.125rem; gap: .875rem; align-items: flex-start; } .result .icon { width: 2.5rem; height: 2.5rem; } .result h1 { font-size: 1.5rem; }
  .figures { grid-template-columns: repeat(2, 1fr); } .figures dd { font-size: 1.1875rem; }
  .verdicts > li { padding: .875rem 1rem; } .verdicts dl { grid-template-columns: 1fr; margin-left: 0; } .title { flex-wrap: wrap; } .title h3 { flex: 1; min-width: 0; } .title .meta { white-space: normal; order: 9; flex-basis: 100%; margin: 0; }
  th, td { padding: .5rem .75rem; } .mesh { padding: .75rem; } .mesh .wide { display: none; } .mesh .narrow { display: block; }
  .phases tr { display: grid; grid-template-columns: 1fr auto; padding: .375rem 0; } .phases th, .phases td { padding: .125rem .75rem; width: auto; white-space: normal; } .phases td:nth-child(2) { order: 3; grid-column: 1 / -1; }
  .services thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .services, .services tbody { display: block; }
  .services tr { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; padding: .375rem 0; } .services th { overflow-wrap: anywhere; } .services tbody tr:first-child { border-top: 0; }
  .services th, .services td { padding: .125rem .75rem; } .services .image { grid-column: 1 / -1; min-width: 0; }
}
@media print {
  html { font-size: 10pt; } body { max-width: none; padding: 0; } section { margin-top: 1.5rem; } .scroll { overflow: visible; }
  .verdicts > li, .card, tr, .nodes li, .result, .heading { break-inside: avoid; } .heading { break-after: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
${ISOLATION_STYLE}${TIMELINE_STYLE}`;

// src/report/html/swarm.ts
function swarmSection({ nodes, engine }) {
  return section(
    "swarm",
    "Swarm",
    `${count(nodes.length, "node")} on ${engine.title}`,
    html`<ul class="nodes">${nodes.map(
      ({ name, role, address, labels }) => html`
<li><b>${name}</b><span class="role ${role}">${role}</span><code>${address}</code>${Object.entries(labels).map(([key2, value]) => html`<span class="label">${key2}=${value}</span>`)}</li>`
    )}</ul>`
  );
}
__name(swarmSection, "swarmSection");

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
  const totalMs = Math.max(deploy.durationMs, ...changes.map((change) => sinceStartMs(deploy, change)));
  const byTask = /* @__PURE__ */ new Map();
  for (const change of changes) byTask.set(change.task, [...byTask.get(change.task) ?? [], change]);
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

// src/report/html/timeline.ts
var MOST_ROWS = 500;
function timelineSection(deploy) {
  const changes = liveChanges(changesOf(deploy));
  if (changes.length === 0) return html``;
  const lanes = lanesOf(deploy);
  const rows = changes.slice(0, MOST_ROWS);
  const more = changes.length - rows.length;
  return section(
    "timeline",
    "Timeline",
    `${count(changes.length, "change")} of state, for programs in timeline.json`,
    html`<div class="card">
${lanes.lanes.length > 0 && timelinePicture(lanes)}
<details class="changes"><summary>Every change${more > 0 && html`: the first ${whole(rows.length)}`}</summary>${scrolling(
      "Changes of state",
      html`<table><thead><tr><th scope="col" class="number">After</th><th scope="col">What</th><th scope="col">Node</th><th scope="col">From</th><th scope="col">To</th><th scope="col">In its own words</th></tr></thead><tbody>${rows.map((change) => row(deploy, change))}
</tbody></table>`
    )}</details>
</div>`
  );
}
__name(timelineSection, "timelineSection");
function row(deploy, change) {
  const { kind, service, slot, node, from, to, message, error, part } = change;
  const name = withoutStack(service, deploy.stack);
  const what = kind === "task" ? `${name}.${slot}` : kind === "service" ? `service ${name}` : "node";
  const isBad = to === "failed" || to === "rejected";
  return html`
<tr class="${part === "deploy" ? "ahead" : "back"}"><td class="number">${(sinceStartMs(deploy, change) / 1e3).toFixed(1)} s</td><td>${what}</td><td>${node}</td><td>${from ?? ""}</td><td>${isBad ? html`<b class="failed">${to}</b>` : to}</td><td>${error || message}</td></tr>`;
}
__name(row, "row");

// src/report/html/verdicts.ts
function verdictsSection(verify) {
  const passed = verify.verdicts.filter((verdict) => verdict.status === "pass").length;
  return section(
    "checks",
    "Checks",
    `${whole(passed)} of ${whole(verify.verdicts.length)} passed`,
    html`<ol class="verdicts">${verify.verdicts.map(verdictItem)}</ol>`
  );
}
__name(verdictsSection, "verdictsSection");
function verdictItem(verdict) {
  const { status, title, kind, expected, observed, hint } = verdict;
  return html`
<li class="${status}">
<div class="title">${statusIcon(status)}<h3>${title}</h3><span class="meta"><code>${kind}</code>${timeOf(verdict)}</span><span class="word ${status}">${STATUS_WORDS[status]}</span></div>
<dl>
<div><dt>Expected</dt><dd>${expected}</dd></div>
<div><dt>Observed</dt><dd>${observed}</dd></div>
${hint && html`<div class="hint"><dt>Way out</dt><dd>${withCode(hint)}</dd></div>`}
</dl>
</li>`;
}
__name(verdictItem, "verdictItem");
function timeOf({ durationMs, sharedWith = [] }) {
  return [
    duration(durationMs),
    ...sharedWith.length > 0 ? [`shared with ${sharedWith.join(", ")}`] : []
  ].join(", ");
}
__name(timeOf, "timeOf");
function withCode(hint) {
  return hint.split("`").map((part, i) => i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`);
}
__name(withCode, "withCode");

// src/report/html.ts
var POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;
function renderHtml(report) {
  const { verify, deploy, nodes, phases, tool, status } = report;
  const title = `${status === "pass" ? "Passed" : "Failed"}: ${oneLine(deploy?.stack ?? "run")} \xB7 ${tool.name}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${masthead(report)}
<main>
${verify && verdictsSection(verify)}
${verify && verify.nodes.length > 0 && answersSection(verify.nodes, report.engine.hasMesh)}
${verify?.isolation?.map(isolationSection)}
${deploy && deploymentSection(deploy)}
${deploy && timelineSection(deploy)}
${phases.length > 0 && phasesSection(phases)}
${nodes.length > 0 && swarmSection(report)}
${imagesSection(report)}
</main>
<footer><p>${tool.name} ${tool.version} on ${report.engine.title}. The same figures for programs: <code>report.json</code>.</p></footer>
</body>
</html>
`.markup;
}
__name(renderHtml, "renderHtml");

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify({ ...report, deploy: report.deploy && withoutTimeline(report.deploy) }, null, 2)}
`;
}
__name(renderJson, "renderJson");
function withoutTimeline({ timeline: _, undone, ...deploy }) {
  if (undone?.kind !== "restored" || !undone.result) return { ...deploy, undone };
  const { timeline: __, ...result } = undone.result;
  return { ...deploy, undone: { ...undone, result } };
}
__name(withoutTimeline, "withoutTimeline");

// src/report/timeline-json.ts
function renderTimeline(deploy) {
  if (!deploy?.timeline) return void 0;
  const { stack, outcome, startedAt, durationMs } = deploy;
  return `${JSON.stringify({ schema: 1, stack, outcome, startedAt, durationMs, changes: changesOf(deploy) }, null, 2)}
`;
}
__name(renderTimeline, "renderTimeline");

// src/report/write.ts
async function writeReport(report, folder) {
  const at = /* @__PURE__ */ __name((name) => path.join(folder, name), "at");
  const timeline = renderTimeline(report.deploy);
  await mkdir(folder, { recursive: true });
  if (timeline === void 0) await rm(at("timeline.json"), { force: true });
  else await replaceFile(at("timeline.json"), timeline);
  await replaceFile(at("report.json"), renderJson(report));
  await replaceFile(at("index.html"), renderHtml(report));
  return {
    json: at("report.json"),
    html: at("index.html"),
    timeline: timeline === void 0 ? void 0 : at("timeline.json")
  };
}
__name(writeReport, "writeReport");
async function replaceFile(file, text2) {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text2);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
__name(replaceFile, "replaceFile");

// src/usecases/step-report.rules.ts
var PHASES = {
  deploy: "Deploy the stack",
  verify: "Verify through every node"
};
function stepReport(found, swarm, endedAtMs) {
  const cluster = typeof swarm === "string" ? void 0 : swarm;
  const title = typeof swarm === "string" ? swarm : swarm.engineTitle;
  const { kind, result, fault } = found;
  return {
    schema: 1,
    tool: { name: "swarmline", version },
    startedAt: new Date(endedAtMs - result.durationMs).toISOString(),
    durationMs: result.durationMs,
    status: fault ? "fail" : "pass",
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
async function reportStep(found, target, folder, { stateDir }, fx) {
  const swarm = target.kind === "cluster" ? await readCluster(stateDir, target.name) : `the swarm at ${target.dockerHost ?? "this machine"}`;
  const report = stepReport(found, swarm, fx.clock.now());
  await writeReport(report, folder);
  return report;
}
__name(reportStep, "reportStep");

// src/actions/report-step.ts
async function reportStep2(found, target, door) {
  const folder = reportFolder(found.kind, door);
  const report = await reportStep(found, target, folder, door.home, door.effects);
  await door.addSummary(renderSummary(report));
  return folder;
}
__name(reportStep2, "reportStep");
function reportFolder(kind, door) {
  return path2.join(door.tempDir, `${kind}-report`);
}
__name(reportFolder, "reportFolder");
export {
  reportFolder,
  reportStep2 as reportStep
};
