import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_picocolors
} from "./chunk-3A3AI4CZ.js";
import {
  STATUS_WORDS
} from "./chunk-IEO7GBPE.js";
import {
  cutText
} from "./chunk-WNOSXOS5.js";
import {
  oneLine,
  withoutCommands
} from "./chunk-7F7V3B47.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/report/terminal/verdicts.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/report/terminal/wrap.rules.ts
function wrapped(text, width) {
  if (text.length <= width) return [text];
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = word.match(new RegExp(`[\\s\\S]{1,${width}}`, "gu")) ?? [""];
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line];
}
__name(wrapped, "wrapped");

// src/report/terminal/verdicts.ts
function verdictsTable(verdicts, look) {
  const { bold, dim } = import_picocolors.default.createColors(look.hasColor);
  const widest = /* @__PURE__ */ __name((texts) => 2 + Math.max(0, ...texts.map((text) => text.length)), "widest");
  const status = widest(verdicts.map(markText));
  const kind = widest(verdicts.map(kindOf));
  const room = Math.max(24, look.width - status - kind);
  const lines = verdicts.flatMap((verdict) => {
    const isOpen = verdict.status === "fail" || verdict.status === "inconclusive";
    const told = [
      ...wrapped(said(verdict.observed), room),
      ...isOpen ? wrapped(`expected: ${said(verdict.expected)}`, room).map((line) => dim(line)) : [],
      ...verdict.hint ? wrapped(`${look.hasUnicode ? "\u2192" : "->"} ${said(verdict.hint)}`, room) : []
    ];
    const head = `${pad(statusMark(verdict.status, look), markText(verdict), status)}${pad(bold(kindOf(verdict)), kindOf(verdict), kind)}`;
    return told.map((line, i) => `${i === 0 ? head : " ".repeat(status + kind)}${line}`.trimEnd());
  });
  return withoutCommands(lines.join("\n"));
}
__name(verdictsTable, "verdictsTable");
var markText = /* @__PURE__ */ __name(({ status }) => `+ ${STATUS_WORDS[status]}`, "markText");
var pad = /* @__PURE__ */ __name((text, shown, width) => `${text}${" ".repeat(Math.max(0, width - shown.length))}`, "pad");
var said = /* @__PURE__ */ __name((text) => cutText(oneLine(text), 2e3), "said");
var kindOf = /* @__PURE__ */ __name(({ kind }) => cutText(oneLine(kind), 40), "kindOf");
var SIGNS = {
  pass: ["\u2714", "+"],
  fail: ["\u2716", "x"],
  inconclusive: ["?", "?"],
  skipped: ["\u2013", "-"]
};
function statusMark(status, look) {
  const { green, red, yellow, dim } = import_picocolors.default.createColors(look.hasColor);
  const paint = { pass: green, fail: red, inconclusive: yellow, skipped: dim }[status];
  return paint(`${SIGNS[status][look.hasUnicode ? 0 : 1]} ${STATUS_WORDS[status].toLowerCase()}`);
}
__name(statusMark, "statusMark");

export {
  verdictsTable
};
