import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  withoutUrlSecrets
} from "./chunk-YQM7MODX.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/plain/text.ts
var SIGN = "\uFFFD";
var ACTING = /(?!\n|\t|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
var COLOUR = /\u001b\[[0-9;:]{0,40}m/g;
function plain(text) {
  return withoutUrlSecrets(text.replace(COLOUR, "").replace(/\r\n?/g, "\n").replace(ACTING, SIGN));
}
__name(plain, "plain");
function oneLine(text) {
  return plain(text).replace(/\s+/g, " ").trim();
}
__name(oneLine, "oneLine");
function bounded(text, most = 160) {
  const characters = [...oneLine(text.slice(0, most * 8))];
  const isCut = characters.length > most || text.length > most * 8;
  return isCut ? `${characters.slice(0, most - 1).join("")}\u2026` : characters.join("");
}
__name(bounded, "bounded");
var COMMAND = /((?:^|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*):(?=:)/g;
function withoutCommands(text) {
  return text.replace(COMMAND, "$1: ").replaceAll("##[", "## [");
}
__name(withoutCommands, "withoutCommands");
function inTerminal(text) {
  return withoutCommands(plain(text).replace(/[\n\t]/g, " "));
}
__name(inTerminal, "inTerminal");
function inWorkflow(text) {
  return withoutCommands(plain(text));
}
__name(inWorkflow, "inWorkflow");
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function inHtml(text) {
  return plain(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
__name(inHtml, "inHtml");
function inMarkdown(text) {
  return oneLine(text).replace(
    /[&<>"'`*_{}[\]()#|\\~@$!^]|(?<=:)\/\/|^[-+=:]|^\d+(?=[.)])|(?<=www)\./gi,
    (sign) => [...sign].map((c) => `&#${c.codePointAt(0)};`).join("")
  );
}
__name(inMarkdown, "inMarkdown");

export {
  plain,
  oneLine,
  bounded,
  withoutCommands,
  inTerminal,
  inWorkflow,
  inHtml,
  inMarkdown
};
