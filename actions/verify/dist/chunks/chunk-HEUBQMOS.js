import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  cutText
} from "./chunk-5WJ6KKDB.js";
import {
  webAddress
} from "./chunk-4PRY5P2B.js";
import {
  inMarkdown,
  oneLine
} from "./chunk-KAFMGS5U.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

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
var MOST_CHARACTERS = 600;
function text(value, most = MOST_CHARACTERS) {
  return inMarkdown(cutText(oneLine(value), most)).replace(/&#(?:64|35);(?=[\p{L}\p{N}])/gu, "$&&#8203;");
}
__name(text, "text");
function code(value, most = MOST_CHARACTERS) {
  return `<code>${inMarkdown(cutText(oneLine(value), most))}</code>`;
}
__name(code, "code");
function link(title, url) {
  const address = webAddress(url);
  if (!address) return text(title);
  const inert = address.replace(
    /[^\w.~:/?#@&=+,;%-]/g,
    (sign) => encodeURIComponent(sign).replace(/[!'()*]/g, hex)
  );
  return `[${text(title)}](${inert})`;
}
__name(link, "link");
var hex = /* @__PURE__ */ __name((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`, "hex");
function preformatted(lines, most = 2e3) {
  return `<pre>${lines.map((line) => inMarkdown(cutText(line, most))).join("\n")}</pre>`;
}
__name(preformatted, "preformatted");

export {
  table,
  details,
  text,
  code,
  link,
  preformatted
};
