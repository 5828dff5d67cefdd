import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  createTable,
  drawn
} from "./chunk-WNT7ATMD.js";
import {
  require_picocolors
} from "./chunk-3A3AI4CZ.js";
import {
  answersMatrix
} from "./chunk-T6QNDE6C.js";
import {
  cutText,
  percent,
  whole
} from "./chunk-5WJ6KKDB.js";
import {
  oneLine
} from "./chunk-KAFMGS5U.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/report/terminal/answers.ts
var import_picocolors = __toESM(require_picocolors(), 1);
import { stripVTControlCharacters } from "node:util";
var MOST_REPLICAS = 24;
var MOST_NODES = 200;
function answersTable(nodes, look) {
  const matrix = answersMatrix(nodes.slice(0, MOST_NODES));
  const fitting = matrix.replicas.length > MOST_REPLICAS ? [] : [fullColumns, countColumns];
  const layouts = [...fitting, shareColumns].map((layout) => () => drawColumns(layout(matrix, look), look));
  for (const draw of layouts.slice(0, -1)) {
    const text = draw();
    if (widthOf(text) <= look.width) return text;
  }
  return layouts.at(-1)?.() ?? "";
}
__name(answersTable, "answersTable");
function fullColumns(matrix, look) {
  const { dim } = import_picocolors.default.createColors(look.hasColor);
  const cell = /* @__PURE__ */ __name((n, of) => `${whole(n)} ${dim(percent(n, of))}`, "cell");
  return [
    nodeColumn(matrix),
    ...matrix.replicas.map((name, i) => ({
      title: short(name),
      cells: matrix.rows.map(({ counts, answered }) => cell(counts[i] ?? 0, answered)),
      total: cell(matrix.totals[i] ?? 0, matrix.answered)
    })),
    failedColumn(matrix, look),
    ...["p50", "p95", "max"].map((which) => latencyColumn(matrix, which))
  ];
}
__name(fullColumns, "fullColumns");
function countColumns(matrix, look) {
  return [
    nodeColumn(matrix),
    ...matrix.replicas.map((name, i) => ({
      title: short(name),
      cells: matrix.rows.map(({ counts }) => whole(counts[i] ?? 0)),
      total: whole(matrix.totals[i] ?? 0)
    })),
    failedColumn(matrix, look),
    latencyColumn(matrix, "p95")
  ];
}
__name(countColumns, "countColumns");
function shareColumns(matrix, look) {
  const { rows, totals, answered } = matrix;
  const shareOf = /* @__PURE__ */ __name((pick) => ({
    cells: rows.map((row) => percent(pick(...row.counts), row.answered)),
    total: percent(pick(...totals), answered)
  }), "shareOf");
  return [
    nodeColumn(matrix),
    { title: "answered", cells: rows.map((row) => whole(row.answered)), total: whole(answered) },
    failedColumn(matrix, look),
    {
      title: "replicas",
      cells: rows.map((row) => whole(row.counts.filter((n) => n > 0).length)),
      total: whole(totals.length)
    },
    { title: "least", ...shareOf(Math.min) },
    { title: "most", ...shareOf(Math.max) }
  ];
}
__name(shareColumns, "shareColumns");
function nodeColumn({ rows }) {
  return {
    title: "node",
    cells: rows.map(({ answers }) => cutText(oneLine(answers.node), 60)),
    total: "all",
    align: "left"
  };
}
__name(nodeColumn, "nodeColumn");
function failedColumn({ rows, failed }, look) {
  const { red } = import_picocolors.default.createColors(look.hasColor);
  const cell = /* @__PURE__ */ __name((n) => n > 0 ? red(whole(n)) : whole(n), "cell");
  return { title: "failed", cells: rows.map(({ answers }) => cell(answers.failed)), total: cell(failed) };
}
__name(failedColumn, "failedColumn");
function latencyColumn({ rows }, which) {
  const cells = rows.map(
    ({ answers, answered }) => answered > 0 ? answers.latencyMs[which].toFixed(1) : "-"
  );
  return { title: `${which} ms`, cells, total: "" };
}
__name(latencyColumn, "latencyColumn");
function drawColumns(columns, look) {
  const { dim, bold } = import_picocolors.default.createColors(look.hasColor);
  const table = createTable(look, {
    head: columns.map((column) => dim(column.title)),
    colAligns: columns.map((column) => column.align ?? "right")
  });
  const rows = columns[0]?.cells.length ?? 0;
  for (let i = 0; i < rows; i++) table.push(columns.map((column) => column.cells[i] ?? ""));
  table.push(columns.map((column) => bold(column.total)));
  return drawn(table);
}
__name(drawColumns, "drawColumns");
function short(name) {
  const characters = [...oneLine(name)];
  return characters.length > 12 ? `${characters.slice(0, 11).join("")}~` : characters.join("");
}
__name(short, "short");
function widthOf(text) {
  return Math.max(...text.split("\n").map((line) => stripVTControlCharacters(line).length));
}
__name(widthOf, "widthOf");

export {
  answersTable
};
