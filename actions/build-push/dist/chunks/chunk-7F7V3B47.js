import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/plain/urls.ts
var HIDDEN = "(hidden)";
var AUTHORITY = /:(?:\/\/|\\\/\\\/)/g;
var ENDS = { '"': /[\s"]/g, "'": /[\s']/g, "`": /[\s`]/g, "": /\s/g };
var BEFORE = /(["'`]?)[a-z0-9+.-]*$/i;
var MOST_SCHEME = 24;
var BY_SSH = /(?:^|[^a-z0-9+.-])ssh$/i;
function withoutUrlSecrets(text) {
  let shown = "";
  let from = 0;
  for (; ; ) {
    AUTHORITY.lastIndex = from;
    const colon = AUTHORITY.exec(text);
    if (!colon) return shown + text.slice(from);
    const start = AUTHORITY.lastIndex;
    const before = text.slice(Math.max(from, colon.index - MOST_SCHEME), colon.index);
    const ending = ENDS[BEFORE.exec(before)?.[1] ?? ""] ?? /\s/g;
    ending.lastIndex = start;
    const end = ending.exec(text)?.index ?? text.length;
    shown += text.slice(from, start) + withoutSecrets(text.slice(start, end), BY_SSH.test(before));
    from = end;
  }
}
__name(withoutUrlSecrets, "withoutUrlSecrets");
function withoutSecrets(rest, isBySsh) {
  const at = lastUserSign(rest);
  const user = at === -1 ? "" : rest.slice(0, at);
  if (/[?#]/.test(user)) return HIDDEN;
  const place = rest.slice(at + 1);
  const query = place.search(/\?|#(?=[^?#]*=)/);
  const open = query === -1 ? place : `${place.slice(0, query + 1)}${query + 1 < place.length ? HIDDEN : ""}`;
  if (at === -1) return open;
  const login = isBySsh ? /^[\w.-]*/.exec(user)?.[0] : "";
  return `${login === user ? user : [login, HIDDEN].filter(Boolean).join(":")}@${open}`;
}
__name(withoutSecrets, "withoutSecrets");
function lastUserSign(rest) {
  for (let at = rest.lastIndexOf("@"); at > 0; at = rest.lastIndexOf("@", at - 1))
    if (rest[at - 1] !== "/" && !rest.startsWith("sha256:", at + 1)) return at;
  return rest.startsWith("@") ? 0 : -1;
}
__name(lastUserSign, "lastUserSign");

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
  HIDDEN,
  plain,
  oneLine,
  bounded,
  withoutCommands,
  inTerminal,
  inWorkflow,
  inHtml,
  inMarkdown
};
