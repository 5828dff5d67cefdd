import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/report/text.rules.ts
function plain(text2) {
  return text2.replace(/\r\n?/g, "\n").replace(
    /(?![\n\t])[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    "\uFFFD"
  );
}
__name(plain, "plain");
function oneLine(text2) {
  return plain(text2).replace(/\s+/g, " ").trim();
}
__name(oneLine, "oneLine");
function duration(ms) {
  if (ms < 1e3) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds = Math.round(ms / 1e3);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
__name(duration, "duration");
function bytes(n) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let rest = n;
  let unit = 0;
  while (rest >= 999.95 && unit < units.length - 1) {
    rest /= 1e3;
    unit++;
  }
  return `${unit === 0 ? rest : rest.toFixed(1)} ${units[unit]}`;
}
__name(bytes, "bytes");
function percent(part, whole2) {
  if (whole2 <= 0 || part <= 0) return "0 %";
  return part === whole2 ? "100 %" : `${(part / whole2 * 100).toFixed(1)} %`;
}
__name(percent, "percent");
function whole(n) {
  return n.toLocaleString("en-US", { maximumFractionDigits: 0 });
}
__name(whole, "whole");
function count(n, noun) {
  return `${whole(n)} ${noun}${n === 1 ? "" : "s"}`;
}
__name(count, "count");
function moment(rfc3339) {
  const read = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/.exec(rfc3339);
  return read ? `${read[1]} ${read[2]} UTC` : oneLine(rfc3339);
}
__name(moment, "moment");

// src/report/markdown.rules.ts
function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
__name(table, "table");
function details(title, ...parts) {
  return `<details><summary>${text(title)}</summary>

${parts.join("\n\n")}

</details>`;
}
__name(details, "details");
function escapeMarkdown(value) {
  return oneLine(value).replace(
    /[&<>"'`*_{}[\]()#|\\~@$]|(?<=:)\/\/|^[-+=]|^\d+(?=[.)])|(?<=www)\./g,
    (sign) => [...sign].map((c) => `&#${c.codePointAt(0)};`).join("")
  );
}
__name(escapeMarkdown, "escapeMarkdown");
function text(value) {
  return escapeMarkdown(value);
}
__name(text, "text");
function code(value) {
  return `<code>${escapeMarkdown(value)}</code>`;
}
__name(code, "code");

export {
  plain,
  oneLine,
  duration,
  bytes,
  percent,
  whole,
  count,
  moment,
  table,
  details,
  escapeMarkdown,
  text,
  code
};
