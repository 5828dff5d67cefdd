import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  attachEngine,
  clusterDir,
  isRunning,
  loadProviders,
  openConnectionFolder,
  openTlsEngine,
  sweepLeftovers,
  visitEngine
} from "./chunk-6AAPE2YB.js";
import {
  makeTarget,
  replaceFile
} from "./chunk-II63UCWF.js";
import {
  _enum,
  _null,
  array,
  boolean,
  literal,
  looseObject,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-MXHO5HMN.js";
import "./chunk-6DEXFADH.js";
import {
  readCluster
} from "./chunk-EXQBJ6SI.js";
import "./chunk-WJQCU7CQ.js";
import "./chunk-GULL4U2J.js";
import "./chunk-NZH7S4NC.js";
import {
  forCleanup
} from "./chunk-MTPPTGBH.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-D2XLB4HT.js";
import {
  nearest
} from "./chunk-HFVHSVFW.js";
import {
  secretForms
} from "./chunk-LXYRLMNY.js";
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import "./chunk-DCOXSXBO.js";
import {
  HIDDEN,
  bounded,
  plain,
  withoutCommands,
  withoutUrlSecrets
} from "./chunk-KAFMGS5U.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  importImage,
  readProgress
} from "./chunk-3MYPOYQO.js";
import {
  demultiplex
} from "./chunk-37OCJ445.js";
import {
  packArchive
} from "./chunk-6ZSHKUBQ.js";
import {
  LABEL,
  OUR_LABEL,
  STACK_LABEL
} from "./chunk-BI6VV4G5.js";
import {
  EngineAnswerError,
  isGone,
  isOutOfSequence
} from "./chunk-PG4B5AOC.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/plain/redact.ts
var MOST_KEPT = 400;
var MOST_TEXTS = 2e4;
var REDACTED = "[secret]";
function createRedactor({ except = [], isCutMarked = false } = {}) {
  const known = /* @__PURE__ */ new Set();
  let longestFirst = [];
  let cleaned = /* @__PURE__ */ new Map();
  const clean = /* @__PURE__ */ __name((text3) => {
    const before = cleaned.get(text3);
    if (before !== void 0) return before;
    const result = cleanAnew(text3);
    if (text3.length <= MOST_KEPT && cleaned.size < MOST_TEXTS) cleaned.set(text3, result);
    return result;
  }, "clean");
  const cleanAnew = /* @__PURE__ */ __name((text3) => {
    let kept = text3;
    const mayBeCut = !isCutMarked || text3.endsWith("\u2026");
    for (const secret2 of longestFirst) {
      kept = kept.replaceAll(secret2, REDACTED);
      if (mayBeCut) kept = withoutCutEnd(kept, secret2);
    }
    return kept;
  }, "cleanAnew");
  const walk2 = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return clean(value);
    if (typeof value === "number" || typeof value === "bigint")
      return known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map(walk2);
    if (value instanceof Map) return walk2([...value]);
    if (value instanceof Set) return walk2([...value]);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk2(inner)]));
    return value;
  }, "walk");
  return {
    register(secret2) {
      for (const form of secretForms(secret2)) if (!except.some((name3) => name3.includes(form))) known.add(form);
      cleaned = /* @__PURE__ */ new Map();
      longestFirst = [...known].sort((a, b) => b.length - a.length);
    },
    redact: /* @__PURE__ */ __name((value) => known.size === 0 ? value : walk2(value), "redact")
  };
}
__name(createRedactor, "createRedactor");
var SHORTEST_PIECE = 4;
function withoutCutEnd(text3, secret2) {
  const end = text3.endsWith("\u2026") ? text3.length - 1 : text3.length;
  for (let length = Math.min(secret2.length - 1, end); length >= SHORTEST_PIECE; length--)
    if (text3.startsWith(secret2.slice(0, length), end - length))
      return text3.slice(0, end - length) + REDACTED + text3.slice(end);
  return text3;
}
__name(withoutCutEnd, "withoutCutEnd");

// src/verify/judging/pattern.rules.ts
import { createContext, Script } from "node:vm";
var LIMITS_MS = [200, 1500];
var MAX_TEXT = 256 * 1024;
var search = new Script('new RegExp(pattern, "mu").test(text)');
function matchesPattern(pattern2, text3, limitsMs = LIMITS_MS) {
  const sandbox = createContext({ pattern: pattern2, text: text3.slice(0, MAX_TEXT) });
  for (const timeout of limitsMs)
    try {
      return search.runInContext(sandbox, { timeout }) === true ? "holds" : "fails";
    } catch {
    }
  return "unknown";
}
__name(matchesPattern, "matchesPattern");
var searchLines = new Script(
  '(() => { const found = new RegExp(pattern, "mu"); return lines.flatMap((line, i) => found.test(line) ? [i] : []) })()'
);
function matchingLines(pattern2, lines, limitsMs = LIMITS_MS) {
  let room = MAX_TEXT;
  const searched = lines.flatMap((line) => {
    const part = line.slice(0, Math.max(0, room));
    room -= line.length + 1;
    return room + line.length + 1 > 0 ? [part] : [];
  });
  const sandbox = createContext({ pattern: pattern2, lines: searched });
  for (const timeout of limitsMs)
    try {
      return [...searchLines.runInContext(sandbox, { timeout })];
    } catch {
    }
  return "unknown";
}
__name(matchingLines, "matchingLines");
function isPattern(pattern2) {
  try {
    new RegExp(pattern2, "mu");
    return true;
  } catch {
    return false;
  }
}
__name(isPattern, "isPattern");

// src/verify/judging/compare.rules.ts
function compare(value, wanted2) {
  const comparison2 = typeof wanted2 === "object" ? wanted2 : { eq: wanted2 };
  const found = Object.entries(comparison2).filter(([, operand]) => operand !== void 0).map(([comparator, operand]) => holds(value, comparator, operand));
  if (found.includes("fails") || found.length === 0) return "fails";
  return found.includes("unknown") ? "unknown" : "holds";
}
__name(compare, "compare");
function holds(value, comparator, operand) {
  const is = /* @__PURE__ */ __name((truth) => truth ? "holds" : "fails", "is");
  const isThere = value !== void 0 && value !== null;
  if (comparator === "exists") return is(isThere === operand);
  if (comparator === "ne") return is(!isEqual(value, operand));
  if (!isThere) return "fails";
  switch (comparator) {
    case "eq":
      return is(isEqual(value, operand));
    case "gte":
      return is(typeof value === "number" && value >= operand);
    case "lte":
      return is(typeof value === "number" && value <= operand);
    case "matches":
      return typeof value === "string" ? matchesPattern(operand, value) : "fails";
    case "contains":
      if (Array.isArray(value)) return is(value.some((entry) => isEqual(entry, operand)));
      return is(typeof value === "string" && value.includes(String(operand)));
    default:
      return comparator;
  }
}
__name(holds, "holds");
function isEqual(value, wanted2) {
  return typeof value === "object" ? false : value === wanted2;
}
__name(isEqual, "isEqual");
var WORDS = {
  eq: "is",
  ne: "is not",
  gte: "is at least",
  lte: "is at most",
  matches: "matches",
  contains: "contains",
  exists: ""
};
function inWords(wanted2) {
  const comparison2 = typeof wanted2 === "object" ? wanted2 : { eq: wanted2 };
  return Object.entries(comparison2).filter(([, operand]) => operand !== void 0).map(
    ([comparator, operand]) => comparator === "exists" ? operand ? "is there" : "is not there" : `${WORDS[comparator]} ${shown(operand)}`
  ).join(" and ");
}
__name(inWords, "inWords");
function shown(value) {
  if (value === void 0 || value === null) return "nothing";
  if (typeof value === "string") return `\u201C${value.length > 200 ? `${value.slice(0, 200)}\u2026` : value}\u201D`;
  return JSON.stringify(value).slice(0, 300);
}
__name(shown, "shown");

// src/verify/judging/judgement.rules.ts
function pass(expected, observed, figures = {}) {
  return { status: "pass", expected, observed, hint: void 0, figures };
}
__name(pass, "pass");
function fail(expected, observed, hint, figures = {}) {
  return { status: "fail", expected, observed, hint, figures };
}
__name(fail, "fail");
function inconclusive(expected, observed, hint, figures = {}) {
  return { status: "inconclusive", expected, observed, hint, figures };
}
__name(inconclusive, "inconclusive");
function skipped(expected, observed, hint) {
  return { status: "skipped", expected, observed, hint, figures: {} };
}
__name(skipped, "skipped");
var WORST_FIRST = ["fail", "inconclusive", "pass", "skipped"];
function worst(statuses) {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? "inconclusive";
}
__name(worst, "worst");
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
__name(percent, "percent");
function count(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
__name(count, "count");

// src/verify/looking/unreadable.rules.ts
function classifyAnswer(error) {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return new SwarmlineError("engine-lost", "an answer does not have the expected form", { cause: error });
  return classify(error);
}
__name(classifyAnswer, "classifyAnswer");

// src/verify/names.rules.ts
var nameInSwarm = /* @__PURE__ */ __name((stack, service2) => stack === "" ? service2 : `${stack}_${service2}`, "nameInSwarm");
var serviceInStack = /* @__PURE__ */ __name((name3, stack) => stack !== "" && name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3, "serviceInStack");
function nameInStack(name3, stack) {
  const bare = name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3;
  return bare.replace(/[._-](?:[0-9a-f]{8,64})$/, "");
}
__name(nameInStack, "nameInStack");

// src/verify/round/visits.rules.ts
function unframed(expected, when, why, figures = {}) {
  return inconclusive(
    expected,
    `each answer names its number, but the visit ${when} them was told none: ${why}`,
    "see the service\u2019s logs, and ask again",
    figures
  );
}
__name(unframed, "unframed");

// src/verify/suite/issue-words.rules.ts
var TYPES = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "nothing",
  undefined: "nothing"
};
var UNITS = { string: " characters", array: " entries", set: " entries" };
function inWords2(issue) {
  switch (issue.code) {
    case "too_big":
      return `takes ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${UNITS[issue.origin] ?? ""}`;
    case "too_small":
      if (issue.minimum === 1 && issue.origin === "string") return "takes a non-empty string";
      return `takes ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${UNITS[issue.origin] ?? ""}`;
    case "invalid_type": {
      if (/^takes /.test(issue.message)) return issue.message;
      const seen = /received (\w+)$/.exec(issue.message)?.[1] ?? "";
      const seenWords = TYPES[seen] === void 0 ? "" : `, not ${TYPES[seen]}`;
      return `takes ${TYPES[issue.expected] ?? issue.expected}${seenWords}`;
    }
    case "invalid_union":
      return "takes another kind of value";
    default:
      return issue.message.replace(/^Invalid (?:input|string): /, "");
  }
}
__name(inWords2, "inWords");

// src/verify/suite/select.rules.ts
function select(checks, { only, tags }) {
  if (only.length === 0 && tags.length === 0) return [...checks];
  const unknown = [
    ...missing(
      "check",
      only,
      checks.map(({ id: id2 }) => id2)
    ),
    ...missing("tag", tags, [...new Set(checks.flatMap((check) => check.tags))])
  ];
  if (unknown.length > 0)
    throw new SwarmlineError("input", unknown.join("; "), {
      hint: "swarmline verify --list shows all checks"
    });
  return checks.filter((check) => only.includes(check.id) || check.tags.some((tag) => tags.includes(tag)));
}
__name(select, "select");
function missing(what, asked, there) {
  return asked.filter((name3) => !there.includes(name3)).map((name3) => {
    const meant = nearest(name3, there);
    return `no ${what} is called ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`;
  });
}
__name(missing, "missing");

// src/verify/suite/variables.rules.ts
var import_yaml5 = __toESM(require_dist(), 1);

// src/effects/yaml/yaml.rules.ts
var import_yaml4 = __toESM(require_dist(), 1);

// src/effects/yaml/budget.rules.ts
var YAML_BUDGET = {
  bytes: 1024 * 1024,
  /** Of the lexer: a line has about eight. */
  tokens: 15e4,
  depth: 100,
  /** Values and keys, with aliases and merges unfolded. */
  nodes: 1e5,
  /** Characters, with aliases and merges unfolded. */
  characters: 8 * 1024 * 1024,
  /** What is wrong with a file is not listed beyond this. */
  faults: 50
};
var OverBudget = class extends Error {
  static {
    __name(this, "OverBudget");
  }
  offset;
  hint;
  constructor(offset, message, hint) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
};

// src/effects/yaml/plain.rules.ts
var import_yaml = __toESM(require_dist(), 1);
function plainOf(node, targets) {
  const meant = (0, import_yaml.isAlias)(node) ? targets.get(node) : node;
  if ((0, import_yaml.isSeq)(meant)) return meant.items.map((item) => plainOf(item, targets));
  if ((0, import_yaml.isMap)(meant)) {
    const made = {};
    for (const { key, value } of meant.items)
      Object.defineProperty(made, keyText(key, targets), {
        value: plainOf(value, targets),
        enumerable: true,
        writable: true,
        configurable: true
      });
    return made;
  }
  return (0, import_yaml.isScalar)(meant) ? scalarOf(meant.value) : null;
}
__name(plainOf, "plainOf");
function keyText(key, targets) {
  const meant = (0, import_yaml.isAlias)(key) ? targets.get(key) : key;
  return (0, import_yaml.isScalar)(meant) ? String(scalarOf(meant.value)) : "null";
}
__name(keyText, "keyText");
var scalarOf = /* @__PURE__ */ __name((value) => typeof value === "symbol" ? String(value.description) : typeof value === "bigint" ? String(value) : value, "scalarOf");

// src/effects/yaml/tokens.rules.ts
var import_yaml2 = __toESM(require_dist(), 1);
function tokensOf(text3, lines, maxBytes) {
  if (Buffer.byteLength(text3) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, "split it");
  const lexemes = [];
  let offset = 0;
  const depthWith = createDepth();
  for (const lexeme of new import_yaml2.Lexer().lex(text3)) {
    if (lexeme !== DOCUMENT && lexeme !== SCALAR && lexeme !== FLOW_END) offset += lexeme.length;
    if (lexemes.push(lexeme) > YAML_BUDGET.tokens)
      throw new OverBudget(offset, `more than ${YAML_BUDGET.tokens} words and signs`, "split it");
    if (depthWith(lexeme) > YAML_BUDGET.depth) throw tooDeep(offset);
  }
  const tokens = parsed(lexemes, lines);
  refuseDeep(tokens);
  return fewOf("error", fewOf("doc-end", tokens));
}
__name(tokensOf, "tokensOf");
function fewOf(type, tokens) {
  let count4 = 0;
  return tokens.filter((token) => token.type !== type || ++count4 <= YAML_BUDGET.faults);
}
__name(fewOf, "fewOf");
function parsed(lexemes, lines) {
  lines.addNewLine(0);
  const parser = new import_yaml2.Parser(lines.addNewLine);
  try {
    return [...lexemes.flatMap((lexeme) => [...parser.next(lexeme)]), ...parser.end()];
  } catch (error) {
    if (error.name === "RangeError") throw tooDeep(parser.offset);
    throw error;
  }
}
__name(parsed, "parsed");
var [DOCUMENT, FLOW_END, SCALAR] = ["", "", ""];
var FLOW_STEP = { "[": 1, "{": 1, "]": -1, "}": -1 };
function createDepth() {
  let flow2 = 0;
  let onLine = 0;
  let inItem = 0;
  let before = "";
  return (lexeme) => {
    const isSign = before !== SCALAR;
    before = lexeme;
    if (lexeme === DOCUMENT || lexeme === FLOW_END) flow2 = onLine = inItem = 0;
    else if (!isSign) return 0;
    else if (/^[[\]{},]$/.test(lexeme)) {
      flow2 = Math.max(0, flow2 + (FLOW_STEP[lexeme] ?? 0));
      inItem = 0;
    } else if (flow2 > 0 && lexeme === ":") inItem++;
    else if (lexeme === "\n" || lexeme === "\r\n") onLine = 0;
    else if (flow2 === 0 && /^[-?:]$/.test(lexeme)) onLine++;
    return flow2 + onLine + inItem;
  };
}
__name(createDepth, "createDepth");
var tooDeep = /* @__PURE__ */ __name((offset) => new OverBudget(offset, `nested more than ${YAML_BUDGET.depth} levels deep`, "nest it less deeply"), "tooDeep");
function refuseDeep(tokens) {
  const open2 = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open2.pop(); next; next = open2.pop()) {
    const { token, depth } = next;
    if (depth > YAML_BUDGET.depth) throw tooDeep(token.offset);
    if (token.type === "document" && token.value) open2.push({ token: token.value, depth: depth + 1 });
    if ("items" in token)
      for (const { key, value } of token.items) {
        if (key) open2.push({ token: key, depth: depth + 1 });
        if (value) open2.push({ token: value, depth: depth + 1 });
      }
  }
}
__name(refuseDeep, "refuseDeep");

// src/effects/yaml/unfold.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);
function unfold(root, complain) {
  const targets = /* @__PURE__ */ new WeakMap();
  const walk2 = new Walk(targets, complain);
  if (root) walk2.extentOf(root);
  return targets;
}
__name(unfold, "unfold");
var Walk = class {
  static {
    __name(this, "Walk");
  }
  #targets;
  #complain;
  #anchors = /* @__PURE__ */ new Map();
  /** Extents of what anchors name; nothing else is asked for twice. */
  #extents = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  constructor(targets, complain) {
    this.#targets = targets;
    this.#complain = complain;
  }
  extentOf(node) {
    if (!node) return { work: 1, characters: 0, depth: 0, keys: 0 };
    if ((0, import_yaml3.isAlias)(node)) return this.#aliased(node);
    const anchor = "anchor" in node ? node.anchor : void 0;
    if (anchor) this.#anchors.set(anchor, node);
    this.#open.add(node);
    const extent = (0, import_yaml3.isMap)(node) ? this.#ofMap(node.items) : (0, import_yaml3.isSeq)(node) ? this.#ofSeq(node.items) : { work: 1, characters: lengthOf(node), depth: 0, keys: 0 };
    this.#open.delete(node);
    if (anchor) this.#extents.set(node, extent);
    refuse(node, extent);
    return extent;
  }
  #aliased(alias) {
    const target = this.#anchors.get(alias.source);
    const offset = alias.range?.[0] ?? 0;
    if (!target) {
      this.#complain(offset, `there is no anchor &${alias.source} before this alias`, "correct the name");
      return { work: 1, characters: 0, depth: 0, keys: 0 };
    }
    if (this.#open.has(target))
      throw new OverBudget(
        offset,
        `the alias *${alias.source} refers to itself`,
        "take it out, or name another anchor"
      );
    this.#targets.set(alias, target);
    return this.#extents.get(target) ?? { work: 1, characters: 0, depth: 0, keys: 0 };
  }
  #ofSeq(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    for (const item of items) {
      const extent = (0, import_yaml3.isPair)(item) ? this.#ofMap([item]) : this.extentOf(item);
      add(total, extent);
      total.keys += extent.keys;
    }
    return total;
  }
  #ofMap(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    const seen = /* @__PURE__ */ new Set();
    for (const { key, value } of items) {
      const isMerge = (0, import_yaml3.isScalar)(key) && isMergeKey(key);
      this.#key(key, seen);
      const extent = this.extentOf(value);
      add(total, extent);
      total.characters += (0, import_yaml3.isScalar)(key) ? lengthOf(key) : 0;
      if (isMerge) {
        total.work += extent.keys;
        total.keys += extent.keys;
      } else total.keys++;
    }
    return total;
  }
  #key(key, seen) {
    if ((0, import_yaml3.isAlias)(key)) this.extentOf(key);
    const meant = (0, import_yaml3.isAlias)(key) ? this.#targets.get(key) : key;
    if ((0, import_yaml3.isAlias)(key) && !meant) return;
    const offset = key?.range?.[0] ?? 0;
    if (meant && !(0, import_yaml3.isScalar)(meant)) {
      this.#complain(offset, "a key must be a plain value", "write it as a string");
      return;
    }
    const value = (0, import_yaml3.isScalar)(meant) ? meant.value : null;
    if (seen.has(value)) this.#complain(offset, "Map keys must be unique", "remove one of the two");
    seen.add(value);
    if (key && (0, import_yaml3.isScalar)(key) && key.anchor) this.extentOf(key);
  }
};
function add(total, part) {
  total.work += part.work;
  total.characters += part.characters;
  total.depth = Math.max(total.depth, part.depth + 1);
}
__name(add, "add");
function refuse(node, { work, characters, depth }) {
  const offset = node.range?.[0] ?? 0;
  const hint = "use fewer aliases and merges, or split it";
  if (work > YAML_BUDGET.nodes)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it has more than ${YAML_BUDGET.nodes} values`,
      hint
    );
  if (characters > YAML_BUDGET.characters)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is longer than ${YAML_BUDGET.characters / 1024 / 1024} MiB`,
      hint
    );
  if (depth > YAML_BUDGET.depth)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is nested more than ${YAML_BUDGET.depth} levels deep`,
      hint
    );
}
__name(refuse, "refuse");
var lengthOf = /* @__PURE__ */ __name((node) => (0, import_yaml3.isScalar)(node) ? typeof node.value === "string" ? node.value.length : node.source?.length ?? 4 : 0, "lengthOf");
var isMergeKey = /* @__PURE__ */ __name(({ value, source, type }) => typeof value === "symbol" || value === "<<" && type === "PLAIN" && source === "<<", "isMergeKey");

// src/effects/yaml/yaml.rules.ts
function readYaml(text3, how) {
  const lines = new import_yaml4.LineCounter();
  const faults = [];
  const complain = /* @__PURE__ */ __name((offset, text4, hint) => {
    if (faults.length < YAML_BUDGET.faults) faults.push({ ...placeAt(lines, offset), text: text4, hint });
  }, "complain");
  try {
    const [document, second] = documentsOf(text3, lines, how);
    if (!document || document.contents === null)
      return { faults: [{ line: 1, column: 1, text: "the file is empty", hint: how.begins }] };
    const wrong = how.isStrict ? [...document.errors, ...document.warnings] : document.errors;
    for (const { pos, message } of wrong) complain(pos[0], message, "correct the YAML");
    if (second)
      complain(second.range[0], "a second document begins here", "give each document a file of its own");
    if (!(0, import_yaml4.isMap)(document.contents)) complain(0, `${how.what} is a mapping`, how.begins);
    if (faults.length > 0) return { faults };
    const root = document.contents;
    const targets = unfold(root, complain);
    if (faults.length > 0) return { faults };
    return {
      yaml: {
        document,
        targets,
        plain: /* @__PURE__ */ __name((node = root) => plainOf(node, targets), "plain"),
        meant: /* @__PURE__ */ __name((node) => (node && (targets.get(node) ?? node)) ?? null, "meant"),
        placeOf: /* @__PURE__ */ __name((node) => placeAt(lines, node?.range?.[0] ?? 0), "placeOf")
      }
    };
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return { faults: [{ ...placeIn(text3, error.offset), text: error.message, hint: error.hint }] };
  }
}
__name(readYaml, "readYaml");
function placeIn(text3, offset) {
  const before = text3.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
__name(placeIn, "placeIn");
function documentsOf(text3, lines, { hasMerges = false, hasStringKeys = false, maxBytes = YAML_BUDGET.bytes }) {
  const composer = new import_yaml4.Composer({
    merge: hasMerges,
    stringKeys: hasStringKeys,
    prettyErrors: false,
    logLevel: "silent",
    // Also where a directive asks for an older version.
    schema: "core",
    resolveKnownTags: false,
    // The library compares each key with each other one; `unfold` looks for them in a set.
    uniqueKeys: false
  });
  reportFew(composer);
  const documents = [];
  for (const document of composer.compose(tokensOf(text3, lines, maxBytes))) {
    documents.push(document);
    if (documents.length > 1) break;
  }
  return documents;
}
__name(documentsOf, "documentsOf");
function reportFew(composer) {
  const report = composer.onError;
  let errors = 0;
  let warnings = 0;
  composer.onError = (source, code, message, isWarning) => {
    const count4 = isWarning ? ++warnings : ++errors;
    if (count4 <= YAML_BUDGET.faults) report(source, code, message, isWarning);
  };
}
__name(reportFew, "reportFew");
function placeAt(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
__name(placeAt, "placeAt");

// src/verify/suite/variables.rules.ts
var PATTERN = /\$(\$|\{\{|\{([^}]*)\}?)/g;
var NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
function interpolateSuite(file, givenValue, nearestName) {
  const faults = [];
  let length = 0;
  (0, import_yaml5.visit)(file.document, {
    Scalar: /* @__PURE__ */ __name((key, node) => {
      if (key === "key" || !(0, import_yaml5.isScalar)(node) || typeof node.value !== "string" || !node.value.includes("$"))
        return;
      if (faults.length >= YAML_BUDGET.faults) return import_yaml5.visit.BREAK;
      const isWhole2 = node.type === "PLAIN" && /^\$\{[^}]*\}$/.test(node.value);
      const text3 = node.value.replace(PATTERN, (match, inner, name3) => {
        const fail2 = /* @__PURE__ */ __name((what) => {
          faults.push(file.fault(node, what));
          return "";
        }, "fail");
        if (inner === "$") return "$";
        if (length > YAML_BUDGET.characters) return "";
        if (inner === "{{") return fail2("suites have no ${{ \u2026 }}: give a variable and write ${NAME}");
        if (name3 === void 0 || !match.endsWith("}") || !NAME.test(name3))
          return fail2(`${match} is no variable: write \${NAME}, or $\${ for the characters themselves`);
        const value = givenValue(name3);
        if (value !== void 0) {
          length += value.length;
          return length > YAML_BUDGET.characters ? fail2("the variables stand for too much text") : value;
        }
        const meant = nearestName(name3);
        return fail2(`no value is given for the variable ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`);
      });
      node.value = isWhole2 ? plainValue(text3) : text3;
    }, "Scalar")
  });
  return faults;
}
__name(interpolateSuite, "interpolateSuite");
function plainValue(text3) {
  if (text3 === "true" || text3 === "false") return text3 === "true";
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text3) ? Number(text3) : text3;
}
__name(plainValue, "plainValue");

// src/verify/kinds/security/judge.ts
var RULES = [
  "engine-port",
  "engine-socket",
  "capabilities",
  "published-ports",
  "passwords-in-environment",
  "memory-limits",
  "pinned-images",
  "autolock",
  "certificates",
  "encrypted-networks"
];
function securityExpected({ rules, ports }) {
  const allowed = rules.includes("published-ports") ? ` (published: ${ports.join(", ") || "none"})` : "";
  return `no finding for ${rules.join(", ")}${allowed}`;
}
__name(securityExpected, "securityExpected");
function judgeSecurity(params21, evidence) {
  const expected = securityExpected(params21);
  const findings = params21.rules.flatMap((rule2) => findingsOf(rule2, params21, evidence));
  const figures = {
    rules: params21.rules.length,
    services: evidence.services.length,
    findings: findings.length
  };
  const [first] = findings;
  if (first) {
    const judgement = fail(expected, findings.map(({ what }) => what).join("; "), first.hint, figures);
    return first.place ? { ...judgement, place: first.place } : judgement;
  }
  const unknown = params21.rules.filter((rule2) => isUnknown(rule2, evidence));
  if (unknown.length > 0)
    return inconclusive(expected, `${unknown.join(", ")} could not be read`, void 0, figures);
  return pass(expected, `${params21.rules.length} rules over ${evidence.services.length} services`, figures);
}
__name(judgeSecurity, "judgeSecurity");
function offenders(rule2, services) {
  const evidence = { services: [...services], networks: [], swarm: void 0, enginePorts: void 0 };
  const findings = findingsOf(rule2, { rules: [rule2], except: [], ports: [] }, evidence);
  return [...new Set(findings.flatMap(({ place }) => place?.[1] ?? []))].sort();
}
__name(offenders, "offenders");
function isUnknown(rule2, { services, networks, swarm, enginePorts }) {
  if (rule2 === "autolock" || rule2 === "certificates") return swarm === void 0;
  if (rule2 === "engine-port")
    return !enginePorts?.length || enginePorts.some(({ seen }) => seen === "unknown");
  return rule2 === "encrypted-networks" ? networks.length === 0 : services.length === 0;
}
__name(isUnknown, "isUnknown");
function findingsOf(rule2, params21, evidence) {
  const excepted = params21.except.filter((each2) => each2.rule === rule2).flatMap((each2) => each2.services);
  const services = evidence.services.filter(({ name: name3 }) => !excepted.includes(name3));
  const each = /* @__PURE__ */ __name((of, hint, ...keys) => services.flatMap((service2) => {
    const what = of(service2);
    return what ? [{ what: `${service2.name} ${what}`, hint, place: ["services", service2.name, ...keys] }] : [];
  }), "each");
  switch (rule2) {
    case "engine-port":
      return (evidence.enginePorts ?? []).filter(({ seen }) => seen === "engine").map(({ node, port: port2 }) => ({
        what: `the engine of ${node} answers anyone on port ${port2}`,
        hint: "let dockerd listen on a socket only or require --tlsverify"
      }));
    case "engine-socket":
      return each(
        ({ mounts }) => {
          const mount2 = mounts.find(
            (source) => /^\/(?:var\/?|var\/run\/?|run\/?)?$|\/docker\.sock$/.test(source)
          );
          return mount2 !== void 0 && `mounts ${bounded(mount2)}, with the engine\u2019s socket`;
        },
        "whoever has the socket controls the node: remove the mount",
        "volumes"
      );
    case "capabilities":
      return each(
        ({ capabilities }) => capabilities.length > 0 && `has the capabilities ${capabilities.join(", ")}`,
        "leave cap_add out",
        "cap_add"
      );
    case "published-ports":
      return each(
        ({ ports }) => {
          const open2 = ports.filter((port2) => !params21.ports.includes(port2));
          return open2.length > 0 && `publishes ${open2.join(", ")}`;
        },
        "publish only what the outside must reach",
        "ports"
      );
    case "passwords-in-environment":
      return each(
        ({ environment }) => {
          const names2 = environment.filter((name3) => SECRET_NAME.test(name3) && !/_FILE$/i.test(name3));
          return names2.length > 0 && `has ${names2.map((name3) => bounded(name3, 60)).join(", ")} in its environment`;
        },
        "hand it over as a secret, and name its file in the environment",
        "environment"
      );
    case "memory-limits":
      return each(
        ({ memoryLimitBytes }) => memoryLimitBytes <= 0 && "has no memory limit",
        "set deploy.resources.limits.memory",
        "deploy"
      );
    case "pinned-images":
      return each(
        ({ image: image2 }) => !/@sha256:[0-9a-f]{64}$/.test(image2) && `runs ${bounded(image2, 100)}, without a digest`,
        "deploy by digest",
        "image"
      );
    case "autolock":
      return evidence.swarm && !evidence.swarm.isAutolocked ? [{ what: "managers keep their keys unlocked", hint: "`docker swarm update --autolock=true`" }] : [];
    case "certificates":
      return evidence.swarm && evidence.swarm.certificateDays > MOST_DAYS ? [
        {
          what: `node certificates hold for ${Math.round(evidence.swarm.certificateDays)} days`,
          hint: "`docker swarm update --cert-expiry 720h`"
        }
      ] : [];
    case "encrypted-networks":
      return evidence.networks.filter(({ name: name3, isOverlay, isEncrypted: isEncrypted2 }) => isOverlay && !isEncrypted2 && !excepted.includes(name3)).map(({ name: name3 }) => ({
        what: `the network ${name3} is not encrypted between nodes`,
        hint: 'driver_opts: { encrypted: "" }',
        place: ["networks", name3]
      }));
    default:
      return rule2;
  }
}
__name(findingsOf, "findingsOf");
var SECRET_NAME = /(?:PASSW(?:OR)?D|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY)/i;
var MOST_DAYS = 90;

// src/verify/derive/derive.rules.ts
function deriveChecks(shape) {
  const { services } = shape;
  return unlike([
    nodesCheck(shape),
    ...services.flatMap((service2) => [...serviceCheck(service2), ...placementCheck(service2)]),
    ...portChecks(services),
    ...replicaChecks(services),
    ...networkChecks(services),
    ...secretChecks(services),
    securityCheck(services)
  ]);
}
__name(deriveChecks, "deriveChecks");
function unlike(checks) {
  const seen = /* @__PURE__ */ new Map();
  return checks.map(({ comment, check }) => {
    const before = seen.get(check.id) ?? 0;
    seen.set(check.id, before + 1);
    return before === 0 ? { comment, check } : { comment, check: { ...check, id: `${check.id.slice(0, 60)}-${before + 1}` } };
  });
}
__name(unlike, "unlike");
function nodesCheck({ nodes: { count: count4, managers, away } }) {
  const check = { id: "nodes", kind: "nodes", title: "Every node is ready", count: count4, managers };
  return away.length === 0 ? { comment: "All nodes are there, are ready, and take tasks.", check } : {
    comment: `All nodes are there and ready, and all but ${away.join(", ")} take tasks: somebody paused or drained the rest.`,
    check: { ...check, idle: [...away] }
  };
}
__name(nodesCheck, "nodesCheck");
var runs = /* @__PURE__ */ __name(({ wanted: wanted2 }) => wanted2 > 0, "runs");
var isJob = /* @__PURE__ */ __name(({ mode }) => mode === "replicated-job" || mode === "global-job", "isJob");
function serviceCheck(service2) {
  const { name: name3, mode, replicas, wanted: wanted2, networks, secrets, configs, ports, isDeployed } = service2;
  return [
    {
      comment: isJob(service2) ? `${name3} is a job: its settings are compared, and whether it runs is not.` : `${name3} runs as many tasks as it should, with the settings that it was given.`,
      check: {
        id: idOf("service", name3),
        kind: "service",
        title: `${name3} runs as it was deployed`,
        service: name3,
        mode,
        ...replicas === void 0 ? {} : { replicas },
        ...isJob(service2) ? {} : { running: wanted2 },
        networks: sorted(networks),
        secrets: sorted(secrets),
        configs: sorted(configs),
        ...ports.every(({ published }) => published > 0) ? { published: [...new Set(ports.map(({ published }) => published))].sort((a, b) => a - b) } : {},
        ...isDeployed ? { deployed: true } : {}
      }
    }
  ];
}
__name(serviceCheck, "serviceCheck");
function placementCheck(service2) {
  const { name: name3, constraints, mostPerNode } = service2;
  if (!runs(service2) || constraints.length === 0 && mostPerNode === 0) return [];
  return [
    {
      comment: `${name3} runs only where its placement allows.`,
      check: {
        id: idOf("placement", name3),
        kind: "placement",
        title: `${name3} runs only where its placement allows`,
        service: name3,
        ...constraints.length > 0 ? { constraints: [...constraints] } : {},
        ...mostPerNode > 0 ? { most: mostPerNode } : {}
      }
    }
  ];
}
__name(placementCheck, "placementCheck");
function portChecks(services) {
  return services.filter(runs).flatMap(
    ({ name: name3, ports }) => byNumber(ports).filter(({ protocol, published }) => protocol === "tcp" && published > 0).map(({ published, mode }) => ({
      comment: mode === "host" ? `Port ${published} of ${name3} is open on every node that runs one of its tasks.` : `Port ${published} of ${name3} is open on every node, through the routing mesh.`,
      check: {
        id: idOf(`port-${published}`, name3),
        kind: "tcp",
        title: `Port ${published} of ${name3} answers`,
        port: published
      }
    }))
  );
}
__name(portChecks, "portChecks");
function replicaChecks(services) {
  return services.filter(runs).flatMap(({ name: name3, ports }) => {
    const targets = ports.filter(({ protocol }) => protocol === "tcp").map(({ target }) => target);
    return [...new Set(targets)].sort((a, b) => a - b).map((target) => ({
      comment: `Every replica of ${name3} listens on the port that is published.`,
      check: {
        id: idOf(`replicas-${target}`, name3),
        kind: "tcp",
        title: `Every replica of ${name3} answers on ${target}`,
        service: name3,
        port: target
      }
    }));
  });
}
__name(replicaChecks, "replicaChecks");
var byNumber = /* @__PURE__ */ __name((ports) => [...new Map(ports.map((port2) => [`${port2.protocol} ${port2.published}`, port2])).values()].sort(
  (a, b) => a.published - b.published
), "byNumber");
function networkChecks(services) {
  const joined2 = services.filter(
    (service2) => runs(service2) && service2.networks.some((network) => network !== "host")
  );
  if (joined2.length === 0) return [];
  const dns2 = {
    comment: "Services that share a network find each other by name.",
    check: { id: "dns", kind: "dns", title: "Names lead to the services that they belong to" }
  };
  if (joined2.length === 1) return [dns2];
  return [
    {
      comment: "Services reach each other where they share a network, and nowhere else.",
      check: {
        id: "isolation",
        kind: "isolation",
        title: "Services reach only those that they share a network with",
        networks: Object.fromEntries(services.map(({ name: name3, networks }) => [name3, sorted(networks)]))
      }
    },
    dns2
  ];
}
__name(networkChecks, "networkChecks");
function secretChecks(services) {
  const names2 = sorted([...new Set(services.filter(runs).flatMap(({ secrets }) => secrets))]);
  return names2.map((secret2) => ({
    comment: `${secret2} is mounted where it is granted and nowhere else, and its content shows nowhere.`,
    check: {
      id: idOf("secret", secret2),
      kind: "secret",
      title: `${secret2} is mounted where it is granted, and nowhere else`,
      secret: secret2,
      services: services.filter(({ secrets }) => secrets.includes(secret2)).map(({ name: name3 }) => name3)
    }
  }));
}
__name(secretChecks, "secretChecks");
function securityCheck(services) {
  const rules = ["engine-socket", "capabilities", "passwords-in-environment"];
  const except = rules.flatMap((rule2) => {
    const names2 = offenders(
      rule2,
      services.map(({ security: security2 }) => security2)
    );
    return names2.length > 0 ? [{ rule: rule2, services: names2 }] : [];
  });
  const ports = services.flatMap((service2) => service2.ports.map(({ published }) => published));
  return {
    comment: except.length > 0 ? "Nothing beyond this may be open. Review the exceptions: a service should not need them." : "Nothing beyond this may be open.",
    check: {
      id: "security",
      kind: "security",
      title: "Nothing is open that was not asked for",
      ports: [...new Set(ports.filter((port2) => port2 > 0))].sort((a, b) => a - b),
      ...except.length > 0 ? { except } : {}
    }
  };
}
__name(securityCheck, "securityCheck");
var idOf = /* @__PURE__ */ __name((what, name3) => `${what}-${name3}`.toLowerCase().replace(/[^a-z0-9-]+/g, "-").slice(0, 64), "idOf");
var sorted = /* @__PURE__ */ __name((names2) => [...names2].sort(), "sorted");

// src/docker/eligible.rules.ts
function fitNodes(spec, nodes2) {
  const constraints = spec.Placement?.Constraints ?? [];
  return nodes2.filter(
    (node) => constraints.every((constraint) => isMet(constraint, node)) && isPlatformFit(spec, node)
  );
}
__name(fitNodes, "fitNodes");
function isMet(constraint, node) {
  const operator = constraint.includes("==") ? "==" : "!=";
  const at = constraint.indexOf(operator);
  if (at < 0) return false;
  const actual = attributeOf(constraint.slice(0, at).trim(), node);
  if (actual === void 0) return false;
  const wanted2 = constraint.slice(at + 2).trim();
  const isSubnet = constraint.slice(0, at).trim().toLowerCase() === "node.ip" && wanted2.includes("/");
  const isEqual2 = isSubnet ? isWithin(actual, wanted2) : actual.toLowerCase() === wanted2.toLowerCase();
  return operator === "==" ? isEqual2 : !isEqual2;
}
__name(isMet, "isMet");
function isWithin(address, subnet) {
  const [network = "", bits = ""] = subnet.split("/");
  const [a, b] = [ipv4Of(address), ipv4Of(network)];
  if (a === void 0 || b === void 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(a / size) === Math.floor(b / size);
}
__name(isWithin, "isWithin");
function ipv4Of(text3) {
  const parts = text3.split(".").map((part) => /^\d{1,3}$/.test(part) ? Number(part) : 256);
  if (parts.length !== 4 || parts.some((part) => part > 255)) return void 0;
  return parts.reduce((sum2, part) => sum2 * 256 + part, 0);
}
__name(ipv4Of, "ipv4Of");
function attributeOf(key, node) {
  const lower = key.toLowerCase();
  if (lower.startsWith("node.labels.")) return node.Spec.Labels?.[key.slice("node.labels.".length)] ?? "";
  if (lower.startsWith("engine.labels."))
    return node.Description.Engine.Labels?.[key.slice("engine.labels.".length)] ?? "";
  switch (lower) {
    case "node.id":
      return node.ID;
    case "node.hostname":
      return node.Description.Hostname;
    case "node.ip":
      return node.Status.Addr;
    case "node.role":
      return node.Spec.Role;
    case "node.platform.os":
      return node.Description.Platform.OS;
    case "node.platform.arch":
      return node.Description.Platform.Architecture;
    default:
      return void 0;
  }
}
__name(attributeOf, "attributeOf");
function isPlatformFit(spec, node) {
  const platforms = spec.Placement?.Platforms ?? [];
  const { OS, Architecture } = node.Description.Platform;
  return platforms.length === 0 || platforms.some(
    (wanted2) => (!wanted2.OS || wanted2.OS === OS) && (!wanted2.Architecture || normalise(wanted2.Architecture) === normalise(Architecture))
  );
}
__name(isPlatformFit, "isPlatformFit");
var ARCHITECTURES = { x86_64: "amd64", aarch64: "arm64" };
var normalise = /* @__PURE__ */ __name((architecture) => ARCHITECTURES[architecture] ?? architecture, "normalise");

// src/verify/judging/field.rules.ts
var STEP = /\.?(?:([A-Za-z0-9_$-]+)|\[(\d{1,6})\]|\[(\*)\]|\["([^"]*)"\])/y;
function parsePath(path7) {
  const steps = [];
  let at = 0;
  while (at < path7.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(path7);
    if (!match) return void 0;
    const [whole, key, index, all, quoted3] = match;
    if (all) steps.push("all");
    else if (index !== void 0) steps.push({ index: Number(index) });
    else steps.push({ key: key ?? quoted3 ?? "" });
    at += whole.length;
  }
  return steps.length > 0 ? steps : void 0;
}
__name(parsePath, "parsePath");
function fieldAt(data, path7) {
  const steps = parsePath(path7);
  return steps ? walk(data, steps) : void 0;
}
__name(fieldAt, "fieldAt");
function walk(data, steps) {
  const [step, ...rest] = steps;
  if (step === void 0) return data;
  if (data === null || typeof data !== "object") return void 0;
  if (step === "all")
    return Array.isArray(data) ? data.map((entry) => walk(entry, rest)).filter((value) => value !== void 0) : void 0;
  const name3 = "key" in step ? step.key : String(step.index);
  return Object.hasOwn(data, name3) ? walk(data[name3], rest) : void 0;
}
__name(walk, "walk");

// src/verify/kind.ts
function defineKind(kind) {
  return kind;
}
__name(defineKind, "defineKind");

// src/verify/looking/http.ts
import http from "node:http";
var DEFAULT_TIMEOUT_MS = 15e3;
var DEFAULT_MAX_BYTES = 64 * 1024;
async function ask(target, options = {}) {
  const seen = await exchange(target, options);
  if (seen.kind !== "answer") return seen;
  const { status, body, ms } = seen;
  if (status < 200 || status > 299) return { kind: "status", detail: `HTTP ${status}: ${body}`, ms };
  return { kind: "answer", status, body, ms };
}
__name(ask, "ask");
function exchange(target, options = {}) {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options;
  const { path: path7 = "/", method = "GET", headers = {} } = options;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const settle2 = /* @__PURE__ */ __name((answer) => {
      clearTimeout(deadline);
      request.destroy();
      resolve(answer);
    }, "settle");
    const fail2 = /* @__PURE__ */ __name((kind, detail) => settle2({ kind, detail, ms: performance.now() - start }), "fail");
    const onError = /* @__PURE__ */ __name((error) => {
      if (!signal?.aborted) return fail2(kindOf(error), error.code ?? error.message);
      clearTimeout(deadline);
      reject(new SwarmlineError("cancelled", "cancelled", { cause: error }));
    }, "onError");
    const request = http.request(
      { ...target, path: path7, method, headers, agent: false, ...signal ? { signal } : {} },
      (response) => {
        const chunks = [];
        let size = 0;
        response.on("data", (chunk) => {
          size += chunk.length;
          if (size > maxBytes) return fail2("body", `longer than ${maxBytes} bytes`);
          chunks.push(chunk);
        });
        response.on("error", onError);
        response.on("end", () => {
          const body = Buffer.concat(chunks).toString("utf8");
          const ms = performance.now() - start;
          settle2({ kind: "answer", status: response.statusCode ?? 0, headers: response.headers, body, ms });
        });
      }
    );
    const deadline = setTimeout(() => fail2("time-out", `no answer within ${timeoutMs} ms`), timeoutMs);
    request.on("error", onError);
    request.end();
  });
}
__name(exchange, "exchange");
function kindOf(error) {
  const code = error.code ?? "";
  if (code === "ECONNREFUSED") return "refused";
  if (code === "ECONNRESET" || code === "EPIPE") return "reset";
  if (code === "ETIMEDOUT") return "time-out";
  return code.startsWith("HPE_") ? "body" : "unreachable";
}
__name(kindOf, "kindOf");

// src/verify/looking/reads.ts
var name = string().min(1);
var labels = record(string(), string()).nullish();
var numberOrNull = number().nullish();
var NODE = looseObject({
  ID: name,
  Spec: looseObject({ Role: _enum(["manager", "worker"]), Availability: name, Labels: labels }),
  Description: looseObject({ Hostname: name }),
  Status: looseObject({ State: name }),
  ManagerStatus: looseObject({ Reachability: name }).nullish()
});
var SERVICE = looseObject({
  ID: name,
  Spec: looseObject({
    Name: name,
    Labels: labels,
    TaskTemplate: looseObject({
      ContainerSpec: looseObject({ Image: name }).optional()
    }),
    Mode: looseObject({ Replicated: looseObject({ Replicas: numberOrNull }).nullish() })
  })
});
var TASK = looseObject({
  ID: name,
  ServiceID: name,
  DesiredState: name,
  NodeID: string().nullish(),
  Spec: looseObject({}),
  Status: looseObject({
    State: name,
    ContainerStatus: looseObject({ ContainerID: string().nullish() }).nullish()
  })
});
var NETWORK = looseObject({ Id: name, Name: name, Driver: string() });
var ofStack = /* @__PURE__ */ __name((stack) => stack === "" ? void 0 : JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] }), "ofStack");
function createReads(manager, stack, signal) {
  const answers2 = /* @__PURE__ */ new Map();
  const once = /* @__PURE__ */ __name((key, read2) => {
    const known = answers2.get(key) ?? read2();
    answers2.set(key, known);
    return known;
  }, "once");
  const get = /* @__PURE__ */ __name(async (path7, form, filters) => {
    const answer = await manager.json("GET", path7, {
      signal,
      ...filters ? { query: { filters } } : {}
    });
    return checked(path7, form, answer);
  }, "get");
  const service2 = /* @__PURE__ */ __name((wanted2) => once(
    `service ${wanted2}`,
    () => get(`/services/${encodeURIComponent(nameInSwarm(stack, wanted2))}`, SERVICE).catch(absent)
  ), "service");
  return {
    nodes: /* @__PURE__ */ __name(() => once("nodes", () => get("/nodes", array(NODE))), "nodes"),
    services: /* @__PURE__ */ __name(() => once("services", async () => {
      const found = await get("/services", array(SERVICE), ofStack(stack));
      return found.filter((each) => stack !== "" || !each.Spec.Labels?.[STACK_LABEL]);
    }), "services"),
    service: service2,
    runningTasks: /* @__PURE__ */ __name((wanted2) => once(`tasks ${wanted2}`, async () => {
      const found = await service2(wanted2);
      if (!found) return [];
      const filters = JSON.stringify({ service: [found.ID], "desired-state": ["running"] });
      const tasks = await get("/tasks", array(TASK), filters);
      return tasks.filter((task) => task.DesiredState === "running" && task.Status.State === "running");
    }), "runningTasks"),
    networks: /* @__PURE__ */ __name(() => once("networks", () => get("/networks", array(NETWORK), ofStack(stack))), "networks"),
    async networkNames(ids) {
      const all = await once("all networks", () => get("/networks", array(NETWORK)));
      const known = new Map(all.flatMap(({ Id, Name }) => [[Id, Name], [Name, Name]]));
      const unlisted2 = [...new Set(ids)].filter((id2) => !known.has(id2));
      for (const id2 of unlisted2) {
        const path7 = `/networks/${encodeURIComponent(id2)}`;
        const found = await once(path7, () => get(path7, NETWORK).catch(absent));
        if (found) known.set(id2, found.Name);
      }
      return (id2) => known.get(id2) ?? id2;
    }
  };
}
__name(createReads, "createReads");
function checked(path7, form, answer) {
  const read2 = form.safeParse(answer);
  if (read2.success) return answer;
  const [issue] = read2.error.issues;
  const where = issue?.path.length ? ` at ${issue.path.join(".")}` : "";
  throw new SwarmlineError(
    "engine-lost",
    `the engine\u2019s answer to ${path7} does not have the expected form${where}`
  );
}
__name(checked, "checked");
function absent(error) {
  if (isGone(error)) return void 0;
  throw error;
}
__name(absent, "absent");

// src/verify/suite/wanted.ts
var scalar = union([string(), number(), boolean()]);
var pattern = /* @__PURE__ */ __name(() => string().min(1).max(500).refine(isPattern, "takes a regular expression (JavaScript\u2019s, Unicode mode)"), "pattern");
var COMPARATORS = {
  eq: scalar.optional().describe("Is exactly this."),
  ne: scalar.optional().describe("Is anything but this."),
  gte: number().optional().describe("Is a number, at least this."),
  lte: number().optional().describe("Is a number, at most this."),
  matches: pattern().optional().describe("Is a text in which this regular expression is found."),
  contains: scalar.optional().describe("Is a text with this part, or a list with this entry."),
  exists: boolean().optional().describe("Is there at all, or is not.")
};
var { eq, ne, gte, lte } = COMPARATORS;
var comparison = /* @__PURE__ */ __name((shape) => strictObject(shape).refine(
  (given) => Object.values(given).some((operand) => operand !== void 0),
  "needs at least one comparison"
), "comparison");
var wanted = /* @__PURE__ */ __name(() => union([scalar, comparison(COMPARATORS)]), "wanted");
var amount = /* @__PURE__ */ __name(() => union([number(), comparison({ eq, ne, gte, lte })]), "amount");
var serviceName = /* @__PURE__ */ __name(() => string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, "takes a service\u2019s name, as the stack file says it").describe("Service of the stack, as its file names it."), "serviceName");
var port = /* @__PURE__ */ __name(() => number().int().min(1).max(65535), "port");
var program = /* @__PURE__ */ __name(() => array(
  string().max(4e3).refine((text3) => !text3.includes("\0"), "takes no NUL")
).min(1).max(100), "program");

// src/verify/kinds/security/kind.ts
var ENGINE_PORTS = [2375, 2376];
var DAY_NS = 864e11;
var SWARM = looseObject({
  Spec: looseObject({
    CAConfig: looseObject({ NodeCertExpiry: number().optional() }).nullish(),
    EncryptionConfig: looseObject({ AutoLockManagers: boolean() }).nullish()
  })
});
var texts = array(string()).nullish();
var CONTAINER = looseObject({
  Env: texts,
  CapabilityAdd: texts,
  Mounts: array(looseObject({ Source: string().optional() })).nullish()
});
var rule = _enum(RULES);
var params = strictObject({
  rules: array(rule).min(1).default(["engine-port", "engine-socket", "capabilities", "published-ports", "passwords-in-environment"]).describe("What is looked for."),
  ports: array(port()).max(100).default([]).describe("Ports that may be published (published-ports)."),
  except: array(
    strictObject({
      rule: rule.describe("A rule."),
      services: array(string().min(1).max(100)).min(1).describe("Services, or networks, that it is not for.")
    })
  ).max(50).default([]).describe("Exceptions.")
});
var security = defineKind({
  name: "security",
  explanation: "Reads what can be read of the CIS Docker Benchmark\u2019s rules for swarms: engines that answer anyone on 2375 or 2376, services with the engine\u2019s socket or added capabilities, published ports beyond those allowed, passwords in environments, and, where asked, memory limits, images without a digest, autolock, long-lived node certificates and unencrypted overlay networks. No value of an environment leaves the manager\u2019s answer.",
  example: `- kind: security
  rules: [engine-socket, published-ports, memory-limits]
  ports: [80]
  except:
    - { rule: engine-socket, services: [cadvisor] }`,
  isDisturbing: false,
  visits: "none",
  params,
  expected: securityExpected,
  gather: /* @__PURE__ */ __name(async ({ rules }, world) => {
    const needsSwarm = rules.includes("autolock") || rules.includes("certificates");
    const [services, networks, swarm, enginePorts] = await Promise.all([
      world.reads.services(),
      world.reads.networks(),
      needsSwarm ? readSwarm(world) : void 0,
      rules.includes("engine-port") ? askEnginePorts(world) : void 0
    ]);
    return {
      services: services.map((found) => securedService(found, world.stack)),
      networks: networks.map((network) => ({
        name: nameInStack(network.Name, world.stack),
        isOverlay: network.Driver === "overlay",
        isEncrypted: isEncrypted(network)
      })),
      swarm,
      enginePorts
    };
  }, "gather"),
  judge: judgeSecurity
});
function securedService({ Spec }, stack) {
  const container = checked("/services", CONTAINER, Spec.TaskTemplate.ContainerSpec ?? {});
  const memory = fieldAt(Spec.TaskTemplate, "Resources.Limits.MemoryBytes");
  return {
    name: serviceInStack(Spec.Name, stack),
    image: Spec.TaskTemplate.ContainerSpec?.Image ?? "",
    mounts: (container.Mounts ?? []).flatMap((mount2) => mount2.Source ?? []),
    capabilities: container.CapabilityAdd ?? [],
    ports: (Spec.EndpointSpec?.Ports ?? []).flatMap(({ PublishedPort }) => PublishedPort ?? []),
    environment: (container.Env ?? []).filter((entry) => /=./.test(entry)).map((entry) => entry.replace(/=.*/s, "")),
    memoryLimitBytes: typeof memory === "number" ? memory : 0
  };
}
__name(securedService, "securedService");
function isEncrypted(network) {
  const options = fieldAt(network, "Options");
  return typeof options === "object" && options !== null && Object.hasOwn(options, "encrypted");
}
__name(isEncrypted, "isEncrypted");
async function readSwarm(world) {
  const { Spec } = checked(
    "/swarm",
    SWARM,
    await world.manager.json("GET", "/swarm", { signal: world.signal })
  );
  return {
    isAutolocked: Spec.EncryptionConfig?.AutoLockManagers ?? false,
    certificateDays: (Spec.CAConfig?.NodeCertExpiry ?? 0) / DAY_NS
  };
}
__name(readSwarm, "readSwarm");
function askEnginePorts(world) {
  return Promise.all(
    world.nodes.flatMap(
      (node) => ENGINE_PORTS.map(async (at) => ({ node: node.name, port: at, seen: await askEngine(node, at, world) }))
    )
  );
}
__name(askEnginePorts, "askEnginePorts");
async function askEngine(node, at, world) {
  const target = await world.endpointOf(node, at).catch((error) => {
    if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
    return void 0;
  });
  if (!target) return "unknown";
  const seen = await exchange(target, { path: "/_ping", timeoutMs: 5e3, signal: world.signal });
  if (seen.kind === "answer") return seen.headers["api-version"] === void 0 ? "other" : "engine";
  return seen.kind === "refused" || seen.kind === "reset" || seen.kind === "body" ? "closed" : "unknown";
}
__name(askEngine, "askEngine");

// src/verify/derive/read-shape.ts
async function readShape(stack, manager, deployed, signal) {
  const reads = createReads(manager, stack, signal);
  const [running, nodes2] = await Promise.all([reads.services(), reads.nodes()]);
  const asked = running.length > 0 ? deployed?.services ?? [] : [];
  const others = running.map(({ Spec }) => Spec).filter(({ Name }) => asked.every((one) => one.Name !== Name));
  const specs = [...asked, ...others];
  const networkName = await reads.networkNames(
    specs.flatMap(({ TaskTemplate }) => (TaskTemplate.Networks ?? []).map(({ Target }) => Target))
  );
  const shapeOf = /* @__PURE__ */ __name((spec) => ({
    ...shapeOfSpec(spec, stack, nodes2),
    networks: (spec.TaskTemplate.Networks ?? []).map(({ Target }) => nameInStack(networkName(Target), stack)),
    isDeployed: asked.includes(spec)
  }), "shapeOf");
  return {
    stack,
    services: specs.map(shapeOf).sort((a, b) => a.name < b.name ? -1 : 1),
    deploy: asked.length > 0 ? deployed?.seq : void 0,
    nodes: nodesOf(nodes2)
  };
}
__name(readShape, "readShape");
function nodesOf(nodes2) {
  return {
    count: nodes2.length,
    managers: nodes2.filter(({ Spec }) => Spec.Role === "manager").length,
    away: nodes2.filter(({ Spec }) => Spec.Availability !== "active").map(({ Description }) => Description.Hostname).sort()
  };
}
__name(nodesOf, "nodesOf");
function shapeOfSpec(spec, stack, nodes2) {
  const { Replicated, Global, ReplicatedJob } = spec.Mode;
  const { ContainerSpec } = spec.TaskTemplate;
  const constraints = fieldAt(spec.TaskTemplate, "Placement.Constraints");
  const most = fieldAt(spec.TaskTemplate, "Placement.MaxReplicas");
  const replicas = Replicated && (Replicated.Replicas ?? 1);
  const isTaking = /* @__PURE__ */ __name(({ Spec }) => Spec.Availability === "active", "isTaking");
  return {
    name: serviceInStack(spec.Name, stack),
    mode: Replicated ? "replicated" : Global ? "global" : ReplicatedJob ? "replicated-job" : "global-job",
    replicas,
    wanted: Global ? fitNodes(spec.TaskTemplate, nodes2).filter(isTaking).length : replicas ?? 0,
    secrets: (ContainerSpec?.Secrets ?? []).map(({ SecretName }) => nameInStack(SecretName, stack)),
    configs: (ContainerSpec?.Configs ?? []).map(({ ConfigName }) => nameInStack(ConfigName, stack)),
    ports: (spec.EndpointSpec?.Ports ?? []).map(
      ({ Protocol, PublishedPort, TargetPort, PublishMode }) => ({
        ...{ protocol: Protocol, published: PublishedPort ?? 0, target: TargetPort, mode: PublishMode }
      })
    ),
    constraints: Array.isArray(constraints) ? constraints.map(String) : [],
    mostPerNode: typeof most === "number" ? most : 0,
    security: securedService({ Spec: spec }, stack)
  };
}
__name(shapeOfSpec, "shapeOfSpec");

// src/verify/derive/suite-text.rules.ts
var import_yaml6 = __toESM(require_dist(), 1);
var EXAMPLES = ` What only you know about your application. To use one, remove its comment signs:

 - id: front-page
   title: The front page welcomes people
   kind: http
   port: 80
   path: /
   body: { contains: Welcome }
 - id: healthy
   kind: http
   path: /healthz
   status: 200
 - id: database-refuses-strangers
   kind: exec
   service: db
   command: [redis-cli, ping]
   exit: { gte: 0 }
   stdout: { contains: NOAUTH }

 swarmline verify --explain lists what else can be checked.`;
function suiteText(stack, checks, unasked) {
  const document = new import_yaml6.Document({
    title: `Derived from the stack ${stack}`,
    checks: checks.map(({ check }) => check)
  });
  const list2 = document.get("checks", true);
  if ((0, import_yaml6.isSeq)(list2)) {
    for (const [index, item] of list2.items.entries()) {
      const node = item;
      node.commentBefore = ` ${checks[index]?.comment ?? ""}`;
      if (index > 0) node.spaceBefore = true;
      if ((0, import_yaml6.isMap)(node)) for (const pair of node.items) flow(pair.value);
    }
    list2.comment = EXAMPLES;
  }
  document.commentBefore = [
    ` What swarmline derived from the stack ${stack}. Edit it as you like, and run it with:`,
    `   swarmline verify ${stack} --suite THIS-FILE`,
    ...unasked.length > 0 ? [" Not checked:", ...unasked.flatMap(asItem)] : []
  ].join("\n");
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}
__name(suiteText, "suiteText");
var asItem = /* @__PURE__ */ __name((sentence) => (sentence.match(/\S.{0,100}(?=\s|$)/g) ?? []).map((line, i) => i === 0 ? `  - ${line}` : `    ${line}`), "asItem");
function flow(value) {
  if ((0, import_yaml6.isSeq)(value) && value.items.every((item) => !(0, import_yaml6.isMap)(item))) value.flow = true;
  if ((0, import_yaml6.isSeq)(value)) {
    for (const item of value.items) if ((0, import_yaml6.isMap)(item)) flowMap(item);
  }
  if ((0, import_yaml6.isMap)(value)) flowMap(value);
}
__name(flow, "flow");
function flowMap(map) {
  map.flow = true;
  for (const { value } of map.items) flow(value);
}
__name(flowMap, "flowMap");

// src/verify/derive/unasked.rules.ts
function unaskedOf({ stack, services, deploy: deploy2 }) {
  return [
    ...deploy2 === void 0 ? [
      `No deploy of ${stack} with Swarmline is on record: whether somebody changed a service by hand is not checked.`
    ] : services.filter(({ isDeployed }) => !isDeployed).map(
      ({ name: name3 }) => `Deploy ${deploy2} did not ask for ${name3}: it is compared with what it is now, and not with that deploy.`
    ),
    ...services.flatMap(ofService),
    ...ofSecrets(services)
  ];
}
__name(unaskedOf, "unaskedOf");
function ofService(service2) {
  const { name: name3, ports, networks } = service2;
  if (isJob(service2)) return [`${name3} is a job: whether it ended well is not checked.`];
  if (!runs(service2))
    return [`${name3} is to run no task: its ports, networks, names and places are not checked.`];
  const answering = ports.filter(({ protocol }) => protocol !== "tcp");
  const chosen = ports.filter(({ protocol, published }) => protocol === "tcp" && published === 0);
  return [
    ...answering.map(
      ({ protocol, published, target }) => `Port ${published || target} of ${name3} is ${protocol.toUpperCase()}: only the application knows what answers there.`
    ),
    ...chosen.map(
      ({ target }) => `The swarm chose which port it publishes for ${target} of ${name3}, and chooses again at the next deploy: only the replicas are asked.`
    ),
    ...networks.includes("host") ? [`${name3} is on its node\u2019s own network: nothing isolates it, and no name leads to it.`] : []
  ];
}
__name(ofService, "ofService");
function ofSecrets(services) {
  const read2 = new Set(services.filter(runs).flatMap(({ secrets }) => secrets));
  const unread = new Set(services.flatMap(({ secrets }) => secrets).filter((secret2) => !read2.has(secret2)));
  return [...unread].sort().map((secret2) => `No running service mounts ${secret2}: whether its content shows elsewhere is not checked.`);
}
__name(ofSecrets, "ofSecrets");

// src/verify/derive/derive.ts
async function deriveSuite(stack, manager, deployed, signal) {
  const shape = await readShape(stack, manager, deployed, signal);
  if (shape.services.length === 0)
    throw new SwarmlineError("not-found", `the swarm has no stack ${stack}`, {
      hint: "deploy it first: swarmline deploy; or list the stacks: docker stack ls"
    });
  const unasked = unaskedOf(shape);
  return { text: suiteText(stack, deriveChecks(shape), unasked), unasked };
}
__name(deriveSuite, "deriveSuite");

// src/verify/judging/unsettled.rules.ts
var UNSETTLED = ["time-out", "reset"];
function unsettled(failures) {
  return failures.reduce((sum2, byKind) => sum2 + UNSETTLED.reduce((n, kind) => n + (byKind[kind] ?? 0), 0), 0);
}
__name(unsettled, "unsettled");
function mayHaveCounted(kind) {
  return kind !== "refused" && kind !== "unreachable";
}
__name(mayHaveCounted, "mayHaveCounted");

// src/traffic/histogram.rules.ts
var BITS = 7;
var CELLS = 1 << BITS;
var HIGHEST_US = 2 ** 32 - 1;
var createHistogram = /* @__PURE__ */ __name(() => ({
  cells: new Uint32Array(CELLS),
  count: 0,
  sumUs: 0,
  maxUs: 0
}), "createHistogram");
function cellOf(us) {
  const shift = Math.max(0, 31 - Math.clz32(us) - BITS);
  return shift * CELLS + (us >>> shift);
}
__name(cellOf, "cellOf");
function highestIn(cell) {
  const shift = Math.max(0, Math.floor(cell / CELLS) - 1);
  return (cell - shift * CELLS + 1) * 2 ** shift - 1;
}
__name(highestIn, "highestIn");
function record2(histogram, ms) {
  const us = Math.max(0, Math.round(ms * 1e3));
  const cell = cellOf(Math.min(us, HIGHEST_US) >>> 0);
  if (cell >= histogram.cells.length) grow(histogram, cell + 1);
  histogram.cells[cell] = (histogram.cells[cell] ?? 0) + 1;
  histogram.count++;
  histogram.sumUs += us;
  if (us > histogram.maxUs) histogram.maxUs = us;
}
__name(record2, "record");
function grow(histogram, length) {
  const cells = new Uint32Array(Math.ceil(length / CELLS) * CELLS);
  cells.set(histogram.cells);
  histogram.cells = cells;
}
__name(grow, "grow");
function mergeInto(histogram, from) {
  if (from.cells.length > histogram.cells.length) grow(histogram, from.cells.length);
  for (const [cell, count4] of from.cells.entries())
    if (count4 > 0) histogram.cells[cell] = (histogram.cells[cell] ?? 0) + count4;
  histogram.count += from.count;
  histogram.sumUs += from.sumUs;
  histogram.maxUs = Math.max(histogram.maxUs, from.maxUs);
}
__name(mergeInto, "mergeInto");
function percentileOf(histogram, p) {
  const rank = Math.max(1, Math.ceil(p / 100 * histogram.count - 1e-9));
  if (rank >= histogram.count) return histogram.maxUs / 1e3;
  let seen = 0;
  for (const [cell, count4] of histogram.cells.entries()) {
    seen += count4;
    if (seen >= rank) return Math.min(highestIn(cell), histogram.maxUs) / 1e3;
  }
  return histogram.maxUs / 1e3;
}
__name(percentileOf, "percentileOf");
function summarise(histogram) {
  const round3 = /* @__PURE__ */ __name((ms) => Math.round(ms * 100) / 100, "round");
  const at = /* @__PURE__ */ __name((p) => round3(percentileOf(histogram, p)), "at");
  return {
    count: histogram.count,
    mean: round3(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1e3),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: at(100)
  };
}
__name(summarise, "summarise");
var CELLS_IN_BUCKET = CELLS / 4;
function bucketsOf(histogram) {
  const buckets = [];
  for (let cell = 0; cell < histogram.cells.length; cell += CELLS_IN_BUCKET) {
    const counts2 = histogram.cells.subarray(cell, cell + CELLS_IN_BUCKET);
    const count4 = counts2.reduce((sum2, n) => sum2 + n, 0);
    const fromMs = cell === 0 ? 0 : highestIn(cell - 1) / 1e3;
    if (count4 > 0) buckets.push({ fromMs, toMs: highestIn(cell + CELLS_IN_BUCKET - 1) / 1e3, count: count4 });
  }
  return buckets;
}
__name(bucketsOf, "bucketsOf");

// src/verify/round/latency.rules.ts
function percentile(ascending, p) {
  const rank = Math.max(1, Math.ceil(p / 100 * ascending.length));
  return ascending[rank - 1] ?? 0;
}
__name(percentile, "percentile");
function summariseLatency(ms) {
  const ascending = ms.toSorted((a, b) => a - b);
  const at = /* @__PURE__ */ __name((p) => Math.round(percentile(ascending, p) * 10) / 10, "at");
  return { p50: at(50), p95: at(95), max: at(100) };
}
__name(summariseLatency, "summariseLatency");
function latencyBuckets(ms) {
  const histogram = createHistogram();
  for (const each of ms) record2(histogram, each);
  return bucketsOf(histogram);
}
__name(latencyBuckets, "latencyBuckets");

// src/verify/round/replica.rules.ts
var HOSTNAME = /^[a-z0-9][a-z0-9._-]{0,252}$/i;
function readReplicaAnswer(body) {
  const lines = body.split(/\r?\n/).map((line) => line.trim());
  if (!lines.includes("I am the backend server"))
    return { isReadable: false, problem: "no line `I am the backend server`" };
  const hostname = valueAfter(lines, "The responding server is:");
  if (hostname === void 0)
    return { isReadable: false, problem: "no line `The responding server is: <hostname>`" };
  if (!HOSTNAME.test(hostname))
    return { isReadable: false, problem: "the responding server is not a hostname" };
  const visits = valueAfter(lines, "Number of visits:");
  const isNumber = visits !== void 0 && /^\d{1,15}$/.test(visits);
  return { isReadable: true, hostname, visits: isNumber ? Number(visits) : void 0 };
}
__name(readReplicaAnswer, "readReplicaAnswer");
function valueAfter(lines, label) {
  return lines.find((line) => line.startsWith(label))?.slice(label.length).trim();
}
__name(valueAfter, "valueAfter");

// src/verify/round/mesh.ts
var REQUESTS_AT_ONCE = 2;
function askNodes(doors, options, fx) {
  const total = doors.length * options.requestsPerNode;
  let asked = 0;
  let failed = 0;
  return fx.log.step(
    `Ask ${doors.length} nodes ${options.requestsPerNode} times each`,
    (update) => Promise.all(
      doors.map(
        (door) => askNode(door, options, fx.signal, (isAnswered) => {
          asked++;
          if (!isAnswered) failed++;
          update(`${asked}/${total}${failed ? `, ${failed} failed` : ""}`);
        })
      )
    )
  );
}
__name(askNodes, "askNodes");
async function askNode(door, options, signal, onAnswer) {
  const { requestsPerNode, concurrency = REQUESTS_AT_ONCE, giveUpAfter = 20, timeoutMs } = options;
  const tally = createTally(door);
  let sent = 0;
  let failuresInARow = 0;
  const askInTurn = /* @__PURE__ */ __name(async () => {
    while (sent < requestsPerNode && failuresInARow < giveUpAfter) {
      sent++;
      const answer = await ask(door.endpoint, { signal, ...timeoutMs ? { timeoutMs } : {} });
      const isAnswered = tally.add(answer);
      failuresInARow = isAnswered ? 0 : failuresInARow + 1;
      onAnswer(isAnswered);
    }
  }, "askInTurn");
  await Promise.all(Array.from({ length: concurrency }, askInTurn));
  return tally.traffic();
}
__name(askNode, "askNode");
function createTally(door) {
  const latencies = [];
  const visits = [];
  const byReplica = /* @__PURE__ */ new Map();
  const firstAnswers = /* @__PURE__ */ new Map();
  const failedByKind = {};
  let requests = 0;
  let failed = 0;
  let firstFailure2;
  const fail2 = /* @__PURE__ */ __name((kind, detail) => {
    failed++;
    failedByKind[kind] = (failedByKind[kind] ?? 0) + 1;
    firstFailure2 ??= bounded(`${kind}: ${detail}`);
    return false;
  }, "fail");
  return {
    /** Whether the request was answered by a replica that named itself. */
    add(answer) {
      requests++;
      if (answer.kind !== "answer") return fail2(answer.kind, answer.detail);
      const replica = readReplicaAnswer(answer.body);
      if (!replica.isReadable) return fail2("body", replica.problem);
      latencies.push(answer.ms);
      if (!byReplica.has(replica.hostname)) firstAnswers.set(replica.hostname, latencies.length);
      byReplica.set(replica.hostname, (byReplica.get(replica.hostname) ?? 0) + 1);
      if (replica.visits !== void 0) visits.push(replica.visits);
      return true;
    },
    traffic: /* @__PURE__ */ __name(() => ({
      answers: {
        node: door.node.name,
        endpoint: `${door.endpoint.host}:${door.endpoint.port}`,
        requests,
        failed,
        failedByKind,
        byReplica: Object.fromEntries([...byReplica].toSorted(([a], [b]) => a < b ? -1 : 1)),
        latencyMs: summariseLatency(latencies),
        latencyBuckets: latencyBuckets(latencies)
      },
      visits,
      firstAnswers: Object.fromEntries(firstAnswers),
      firstFailure: firstFailure2
    }), "traffic")
  };
}
__name(createTally, "createTally");

// src/verify/round/replicas.ts
async function readReplicas(manager, serviceName2, doors) {
  const service2 = await readService(manager, serviceName2);
  const filters = JSON.stringify({ service: [service2.ID], "desired-state": ["running"] });
  const tasks = await manager.json("GET", "/tasks", { query: { filters } });
  const running = tasks.filter((task) => task.Status.State === "running");
  const replicas = await Promise.all(running.map((task) => readReplica(task, doors)));
  return {
    wanted: service2.Spec.Mode.Replicated && (service2.Spec.Mode.Replicated.Replicas ?? 1),
    running: replicas.filter((replica) => replica !== void 0)
  };
}
__name(readReplicas, "readReplicas");
async function readService(manager, name3) {
  try {
    return await manager.json("GET", `/services/${encodeURIComponent(name3)}`);
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    throw new SwarmlineError("not-found", `the swarm has no service ${name3}`, {
      hint: "deploy the stack first, or name another service",
      cause: error
    });
  }
}
__name(readService, "readService");
async function readReplica(task, doors) {
  const containerId = task.Status.ContainerStatus?.ContainerID;
  const nodeId = task.NodeID;
  if (!containerId || !nodeId) return void 0;
  const door = task.Spec.ContainerSpec?.Hostname ? doors.find((d) => d.node.id === nodeId) : void 0;
  const hostname = door ? (await door.engine.json("GET", `/containers/${containerId}/json`)).Config.Hostname : containerId.slice(0, 12);
  return { taskId: task.ID, nodeId, containerId, hostname };
}
__name(readReplica, "readReplica");

// src/verify/round/measurement.ts
async function measureService(plan, doors, manager, fx) {
  const readNow = /* @__PURE__ */ __name(() => tryReplicas(manager, nameInSwarm(plan.stack, plan.service), doors), "readNow");
  const replicasBefore = await readNow();
  const hosts = new Set(
    replicasBefore.isKnown ? replicasBefore.replicas.running.map((replica) => replica.nodeId) : []
  );
  if (!plan.hasMesh && !replicasBefore.isKnown)
    throw new SwarmlineError("engine-lost", `no one can say where tasks run: ${replicasBefore.reason}`);
  const asked = plan.hasMesh ? doors : doors.filter((door) => hosts.has(door.node.id));
  const visitsBefore = await readVisits(asked, fx.signal);
  const nodes2 = await askNodes(asked, { requestsPerNode: plan.requestsPerNode }, fx);
  const visitsAfter = await readVisits(asked, fx.signal);
  return {
    requestsPerNode: plan.requestsPerNode,
    nodes: nodes2,
    nodesWithoutTask: replicasBefore.isKnown ? asked.filter((door) => !hosts.has(door.node.id)).map((door) => door.node.name) : [],
    replicasBefore,
    replicasAfter: await readNow(),
    visitsBefore,
    visitsAfter
  };
}
__name(measureService, "measureService");
async function tryReplicas(manager, serviceName2, doors) {
  try {
    return { isKnown: true, replicas: await readReplicas(manager.engine, serviceName2, doors) };
  } catch (error) {
    const known = classifyAnswer(error);
    if (known.code === "cancelled") throw known;
    return { isKnown: false, reason: explain(known) };
  }
}
__name(tryReplicas, "tryReplicas");
var TRIES = 3;
async function readVisits(doors, signal) {
  let unsure = 0;
  let why = "nothing could be asked";
  for (let i = 0; i < TRIES; i++) {
    const door = doors[i % doors.length];
    if (!door) break;
    const answer = await ask(door.endpoint, { signal });
    if (answer.kind !== "answer") {
      if (mayHaveCounted(answer.kind)) unsure++;
      why = bounded(`${answer.kind}: ${answer.detail}`);
      continue;
    }
    const replica = readReplicaAnswer(answer.body);
    if (replica.isReadable && replica.visits !== void 0)
      return { kind: "visits", visits: replica.visits, unsure };
    unsure++;
    why = replica.isReadable ? "an answer without a number of visits" : replica.problem;
  }
  return { kind: "none", why, unsure };
}
__name(readVisits, "readVisits");

// src/verify/round/round.ts
function measureRound(asked, world) {
  const key = `round ${asked.service} ${asked.port} ${asked.requests}`;
  return world.share(key, async (shared) => {
    const doors = await doorsOf(asked.port, shared);
    const { stack, hasMesh } = shared;
    const plan = { stack, service: asked.service, requestsPerNode: asked.requests, hasMesh };
    const manager = { engine: shared.manager };
    return shared.turns.alone(async () => {
      const unsettledBefore = shared.unsettled.count();
      const measured = await measureService(plan, doors, manager, shared).catch((error) => {
        shared.unsettled.add(doors.length * REQUESTS_AT_ONCE);
        throw error;
      });
      shared.unsettled.add(unsettled(measured.nodes.map((node) => node.answers.failedByKind)));
      shared.showAnswers(
        key,
        measured.nodes.map((node) => node.answers)
      );
      return { ...measured, unsettledBefore };
    });
  });
}
__name(measureRound, "measureRound");
function doorsOf(port2, world) {
  return Promise.all(
    world.nodes.map(async (node) => ({
      node,
      engine: node.engine ?? world.manager,
      endpoint: await world.endpointOf(node, port2)
    }))
  );
}
__name(doorsOf, "doorsOf");

// src/verify/suite/duration.ts
var UNIT_MS = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var FORM = /^(\d{1,7})(ms|s|m|h)$/;
var duration = /* @__PURE__ */ __name(() => string("takes a time such as 500ms, 30s, 5m or 1h").regex(FORM, "takes a time such as 500ms, 30s, 5m or 1h").transform((text3) => {
  const [, count4 = "0", unit = "s"] = FORM.exec(text3) ?? [];
  return Math.min(Number(count4) * UNIT_MS[unit], 24 * UNIT_MS.h);
}), "duration");

// src/verify/kinds/counter/counted.rules.ts
var COUNTER_EXPECTED = "the visits counter rises by exactly one with each request, and by nothing else";
function judgeCounter({ nodes: nodes2, before, after, unsettledBefore = 0 }) {
  const values = nodes2.flatMap((node) => node.visits);
  const answered = nodes2.reduce((sum2, { answers: answers2 }) => sum2 + answers2.requests - answers2.failed, 0);
  const unsure = nodes2.reduce((sum2, { answers: answers2 }) => sum2 + unsureOf(answers2.failedByKind), 0);
  const expected = `${COUNTER_EXPECTED}: by ${answered}`;
  if (answered === 0)
    return fail(expected, "no request was answered", "see `docker service ps` and the service\u2019s logs");
  if (values.length < answered)
    return fail(
      expected,
      `${answered - values.length} of ${count(answered, "answer")} name no number of visits`,
      "each answer needs the line `Number of visits: <n>`: can the service reach its Redis?"
    );
  if (before.kind === "none") return unframed(expected, "before", before.why);
  if (after.kind === "none") return unframed(expected, "after", after.why);
  const strays = unsettledBefore + before.unsure + after.unsure;
  const rise = after.visits - before.visits - 1;
  const distinct = new Set(values).size;
  const ascending = values.toSorted((a, b) => a - b);
  const first = ascending[0] ?? 0;
  const last = ascending.at(-1) ?? 0;
  const figures = { requests: answered, rise, first, last, distinct, unsure };
  const observed = `rose by ${rise} (${before.visits} \u2192 ${after.visits - 1}) over ${count(answered, "request")}`;
  const failed = /* @__PURE__ */ __name((what, hint) => fail(expected, what, hint, figures), "failed");
  if (distinct < values.length)
    return failed(
      `${observed}, but ${count(values.length - distinct, "answer")} repeated a number`,
      "the counter is not one for all replicas, or reads and writes in two steps: count with Redis\u2019 INCR"
    );
  if (first <= before.visits || last >= after.visits)
    return failed(
      `${observed}, but answers ran from ${first} to ${last}`,
      "replicas do not count in the same Redis, or it was restarted: give it one replica and a volume"
    );
  if (rise > answered + unsure && rise <= answered + unsure + strays)
    return inconclusive(
      expected,
      `${observed}, and ${count(strays, "request")} beside them may have counted, too`,
      "see why requests fail first",
      figures
    );
  if (rise > answered + unsure)
    return failed(
      observed,
      "something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not"
    );
  if (unsure > 0)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsure, "failed request")} may have counted or not`,
      "see why requests fail first",
      figures
    );
  return pass(expected, observed, figures);
}
__name(judgeCounter, "judgeCounter");
function unsureOf(failedByKind) {
  const kinds = Object.keys(failedByKind);
  return kinds.filter(mayHaveCounted).reduce((sum2, kind) => sum2 + (failedByKind[kind] ?? 0), 0);
}
__name(unsureOf, "unsureOf");

// src/verify/kinds/counter/judge.ts
function counterExpected({ idle }) {
  return idle > 0 ? `${COUNTER_EXPECTED}; it stands still for ${idle / 1e3} s without any` : COUNTER_EXPECTED;
}
__name(counterExpected, "counterExpected");
function judgeCounter2(params21, { round: round3, idle }) {
  const expected = counterExpected(params21);
  const judged = judgeCounter({
    nodes: round3.nodes,
    before: round3.visitsBefore,
    after: round3.visitsAfter,
    unsettledBefore: round3.unsettledBefore
  });
  if (judged.status !== "pass" || params21.idle === 0) return { ...judged, expected };
  if (!idle) return inconclusive(expected, `${judged.observed}; no pause was made`, void 0, judged.figures);
  const silent = /* @__PURE__ */ __name((why) => inconclusive(
    expected,
    `${judged.observed}; then the service named no number: ${why}`,
    void 0,
    judged.figures
  ), "silent");
  if (idle.before.kind === "none") return silent(idle.before.why);
  if (idle.after.kind === "none") return silent(idle.after.why);
  const rise = idle.after.visits - idle.before.visits - 1;
  const unsettled2 = idle.unsettled + idle.before.unsure + idle.after.unsure;
  const observed = `${judged.observed}; by ${rise} in ${params21.idle / 1e3} s without requests`;
  const figures = { ...judged.figures, idleRise: rise };
  if (rise === 0) return { ...judged, expected, observed, figures };
  if (rise > 0 && rise <= unsettled2)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsettled2, "request")} beside it may have counted, too`,
      "see why requests fail first",
      figures
    );
  return {
    ...fail(
      expected,
      observed,
      "something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not",
      figures
    ),
    place: ["services", params21.service, "healthcheck"]
  };
}
__name(judgeCounter2, "judgeCounter");

// src/verify/kinds/counter/kind.ts
var params2 = strictObject({
  service: serviceName(),
  port: port().default(80).describe("Published port."),
  requests: number().int().min(1).max(1e5).default(100).describe("Fresh connections to each node."),
  idle: duration().prefault("0s").describe("After them, a pause in which the counter must stand still.")
});
var counter = defineKind({
  name: "counter",
  explanation: "Visits a service K times through all nodes and reads its counter (`Number of visits: <n>`) from every answer: K visits must raise it by exactly K, no number may come twice, and without visits it must stand still. Fails for counters of one replica each, for lost updates, and for health checks that count. Nothing else of the run visits meanwhile; checks of the same service, port and number of requests share one round, and of the same pause one pause.",
  example: `- kind: counter
  service: backend
  requests: 100
  idle: 10s`,
  isDisturbing: false,
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name(({ requests, idle }) => 6e4 + requests * 100 + idle, "deadlineMs"),
  params: params2,
  expected: counterExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const round3 = await measureRound(asked, world);
    return { round: round3, idle: asked.idle > 0 ? await measureIdle(asked, world) : void 0 };
  }, "gather"),
  judge: judgeCounter2
});
function measureIdle(asked, world) {
  const { service: service2, port: published, idle } = asked;
  return world.share(
    `idle ${service2} ${published} ${idle}`,
    (shared) => shared.turns.still(service2, () => leaveAlone(asked, shared))
  );
}
__name(measureIdle, "measureIdle");
async function leaveAlone(asked, world) {
  const hosts = new Set((await world.reads.runningTasks(asked.service)).map((task) => task.NodeID));
  const doors = (await doorsOf(asked.port, world)).filter((door) => world.hasMesh || hosts.has(door.node.id));
  const unsettled2 = world.unsettled.count();
  const before = await readVisits(doors, world.signal);
  await world.clock.sleep(asked.idle, world.signal);
  return { unsettled: unsettled2, before, after: await readVisits(doors, world.signal) };
}
__name(leaveAlone, "leaveAlone");

// src/verify/networks/world.rules.ts
function meshWorld(stack, services, tasks, networks, nodes2) {
  const named2 = new Map(networks.filter((one) => !one.Ingress).map((one) => [one.Id, one]));
  const attach = /* @__PURE__ */ __name((id2, withPrefix) => {
    const network = named2.get(id2);
    const [address = "", prefix = ""] = (withPrefix ?? "").split("/");
    return network && address ? [{ network: network.Name, address, prefix: Number(prefix) || 32 }] : [];
  }, "attach");
  return {
    services: services.filter((service2) => (service2.Spec.Labels?.[STACK_LABEL] ?? "") === stack).map((service2) => {
      const attached = service2.Spec.TaskTemplate.Networks ?? [];
      const fullName2 = service2.Spec.Name;
      return {
        fullName: fullName2,
        name: serviceInStack(fullName2, stack),
        mode: service2.Spec.EndpointSpec?.Mode === "dnsrr" ? "dnsrr" : "vip",
        networks: attached.flatMap((one) => named2.get(one.Target)?.Name ?? []).sort(),
        aliases: attached.flatMap(
          ({ Target, Aliases }) => [...new Set(Aliases ?? [])].sort().map((alias) => ({ name: alias, network: named2.get(Target)?.Name ?? Target }))
        ),
        vips: (service2.Endpoint?.VirtualIPs ?? []).flatMap((vip) => attach(vip.NetworkID, vip.Addr)),
        published: publishedOf(service2),
        isIdle: isIdle(service2),
        tasks: tasks.filter((task) => task.ServiceID === service2.ID && task.Status.State === "running").flatMap((task) => taskOf(task, attach))
      };
    }).sort((a, b) => a.name < b.name ? -1 : 1),
    networks: [...named2.values()].map((one) => ({ name: one.Name, isInternal: one.Internal === true })),
    nodes: nodes2.map(({ id: id2, name: name3, address }) => ({ id: id2, name: name3, address }))
  };
}
__name(meshWorld, "meshWorld");
var isIdle = /* @__PURE__ */ __name(({ Spec: { Mode } }) => (Mode?.ReplicatedJob ?? Mode?.GlobalJob ?? void 0) !== void 0 || Mode?.Replicated?.Replicas === 0, "isIdle");
var isAbsent = /* @__PURE__ */ __name(({ isIdle: isIdle2, tasks }) => isIdle2 && tasks.length === 0, "isAbsent");
function taskOf(task, attach) {
  const containerId = task.Status.ContainerStatus?.ContainerID;
  if (!containerId || !task.NodeID) return [];
  const attachments = (task.NetworksAttachments ?? []).flatMap(
    (one) => (one.Addresses ?? []).flatMap((address) => attach(one.Network.ID, address))
  );
  return [{ id: task.ID, nodeId: task.NodeID, containerId, attachments }];
}
__name(taskOf, "taskOf");
function publishedOf(service2) {
  return (service2.Endpoint?.Ports ?? service2.Spec.EndpointSpec?.Ports ?? []).filter((port2) => port2.Protocol === "tcp").flatMap(
    (port2) => port2.PublishedPort === void 0 ? [] : [{ port: port2.PublishedPort, target: port2.TargetPort, mode: port2.PublishMode }]
  );
}
__name(publishedOf, "publishedOf");

// src/verify/networks/read-world.ts
async function readMeshWorld(slice) {
  const { stack, manager, signal } = slice;
  const ofStack3 = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] });
  const running = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`], "desired-state": ["running"] });
  const [services, tasks, listed2] = await Promise.all([
    manager.json("GET", "/services", { query: { filters: ofStack3 }, signal }),
    manager.json("GET", "/tasks", { query: { filters: running }, signal }),
    manager.json("GET", "/networks", { signal })
  ]);
  if (services.length === 0)
    throw new SwarmlineError("not-found", `the swarm has no services of the stack ${stack}`, {
      hint: "deploy the stack first"
    });
  const networks = [...listed2, ...await unlisted(services, listed2, slice)];
  return meshWorld(stack, services, tasks, networks, slice.nodes);
}
__name(readMeshWorld, "readMeshWorld");
async function unlisted(services, listed2, { manager, signal }) {
  const used = new Set(
    services.flatMap(({ Spec }) => (Spec.TaskTemplate.Networks ?? []).map((one) => one.Target))
  );
  const unknown = [...used].filter((id2) => !listed2.some(({ Id }) => Id === id2));
  const found = await Promise.all(
    unknown.map(
      (id2) => manager.json("GET", `/networks/${encodeURIComponent(id2)}`, { signal }).catch((error) => {
        if (isGone(error)) return void 0;
        throw error;
      })
    )
  );
  return found.filter((network) => network !== void 0);
}
__name(unlisted, "unlisted");

// src/verify/networks/ways.rules.ts
function lookOuts(world) {
  return world.services.flatMap(
    (service2) => [...Map.groupBy(service2.tasks, (task) => task.nodeId)].flatMap(
      ([nodeId, [task]]) => task ? [{ key: `${service2.fullName}@${nodeId}`, service: service2, task }] : []
    )
  );
}
__name(lookOuts, "lookOuts");
function waysTo(from, to, hasMesh) {
  const own2 = new Set(from.task.attachments.map((at) => at.network));
  const hasShared = to.tasks.some((task) => task.attachments.some((at) => own2.has(at.network)));
  return {
    hasShared,
    // On a common network the others of the target's networks are not its way.
    ways: to.tasks.flatMap(
      (task) => task.attachments.filter((at) => !hasShared || own2.has(at.network)).map((at) => ({ task, at }))
    ),
    // A virtual address is answered inside its own network only, and by a kernel that can balance.
    vips: hasMesh && to.mode === "vip" ? to.vips.filter((vip) => own2.has(vip.network)) : []
  };
}
__name(waysTo, "waysTo");
function freeAddresses(world) {
  const attachments = world.services.flatMap((service2) => service2.tasks.flatMap((task) => task.attachments));
  const used = new Set(
    [...world.services.flatMap((service2) => service2.vips), ...attachments].map((at) => at.address)
  );
  const known = new Map(attachments.map((at) => [at.network, at]));
  return (network) => {
    const at = known.get(network);
    return at && freeAddress(at, used);
  };
}
__name(freeAddresses, "freeAddresses");
function freeAddress({ address, prefix }, used) {
  const size = 2 ** (32 - prefix);
  const base = Math.floor(address.split(".").reduce((n, byte) => n * 256 + Number(byte), 0) / size) * size;
  for (let offset = size - 2; offset > 1 && offset > size - 300; offset--) {
    const n = base + offset;
    const free = [24, 16, 8, 0].map((bits) => Math.floor(n / 2 ** bits) % 256).join(".");
    if (!used.has(free)) return free;
  }
  return void 0;
}
__name(freeAddress, "freeAddress");

// src/verify/probes/probe-run.ts
import { randomBytes } from "node:crypto";

// src/verify/run/lanes.ts
var OVERDUE_MS = 15e3;
function createLanes(limit2, mayLend) {
  const holders = /* @__PURE__ */ new Set();
  const waiting = /* @__PURE__ */ new Map();
  const isRoom = /* @__PURE__ */ __name(() => {
    const isLending = mayLend();
    const busy = [...holders].filter((holder) => !(isLending && holder.isOverdue)).length;
    return busy < Math.max(1, limit2());
  }, "isRoom");
  const look2 = /* @__PURE__ */ __name(() => {
    for (const isFirst of [true, false])
      for (const [begin, isGoingOn] of waiting) {
        if (isGoingOn !== isFirst) continue;
        if (!isRoom()) return;
        waiting.delete(begin);
        begin();
      }
  }, "look");
  const take = /* @__PURE__ */ __name(() => {
    const holder = { isOverdue: false };
    holders.add(holder);
    const timer = setTimeout(() => {
      holder.isOverdue = true;
      look2();
    }, OVERDUE_MS);
    timer.unref();
    return {
      leave() {
        clearTimeout(timer);
        if (holders.delete(holder)) look2();
      }
    };
  }, "take");
  return {
    enter: /* @__PURE__ */ __name((signal, isGoingOn) => new Promise((resolve, reject) => {
      const giveUp = /* @__PURE__ */ __name(() => {
        waiting.delete(begin);
        reject(new SwarmlineError("cancelled", "cancelled"));
      }, "giveUp");
      const begin = /* @__PURE__ */ __name(() => {
        signal.removeEventListener("abort", giveUp);
        resolve(take());
      }, "begin");
      if (signal.aborted) return giveUp();
      signal.addEventListener("abort", giveUp);
      waiting.set(begin, isGoingOn);
      look2();
    }), "enter"),
    look: look2
  };
}
__name(createLanes, "createLanes");

// src/verify/probes/asks.rules.ts
var ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
var NAME2 = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?$/;
var PATH = /^\/[A-Za-z0-9/._~-]{0,200}$/;
var isAddress = /* @__PURE__ */ __name((text3) => ADDRESS.test(text3), "isAddress");
function encodeAsks(asks) {
  return asks.map((ask2, id2) => isAskable(ask2) ? `${lineOf(ask2, id2)}
` : "").join("");
}
__name(encodeAsks, "encodeAsks");
function lineOf(ask2, id2) {
  if (ask2.kind === "resolve") return `resolve ${id2} ${ask2.name}`;
  if (ask2.kind === "redis") return `redis ${id2} ${ask2.port}`;
  if (ask2.kind === "fetch") return `fetch ${id2} ${ask2.port} ${ask2.path}`;
  return `${ask2.kind} ${id2} ${ask2.kind === "reach" ? ask2.host : ask2.address} ${ask2.port}`;
}
__name(lineOf, "lineOf");
function isAskable(ask2) {
  if (ask2.kind === "resolve") return NAME2.test(ask2.name);
  const isPort = Number.isInteger(ask2.port) && ask2.port > 0 && ask2.port < 65536;
  if (ask2.kind === "redis") return isPort;
  if (ask2.kind === "fetch") return isPort && PATH.test(ask2.path);
  if (ask2.kind !== "reach") return isPort && isAddress(ask2.address);
  return isPort && (isAddress(ask2.host) || NAME2.test(ask2.host) && !/^[\d.]+$/.test(ask2.host));
}
__name(isAskable, "isAskable");
var LINE = /^said (\d{1,6}) (\d{1,3})(?: (.*))?$/s;
var MOST_WORDS = 4e3;
var MOST_PAGE = 7e4;
function readAnswers(asks, text3) {
  const heard = /* @__PURE__ */ new Map();
  for (const line of text3.split("\n")) {
    const [, number2, status, words3 = ""] = LINE.exec(line.slice(0, MOST_PAGE)) ?? [];
    const ask2 = asks[Number(number2)];
    if (number2 === void 0 || ask2 === void 0 || heard.has(Number(number2))) continue;
    heard.set(Number(number2), understand(ask2, Number(status), words3));
  }
  return asks.map((ask2, id2) => heard.get(id2) ?? { kind: "unknown", detail: silence(ask2) });
}
__name(readAnswers, "readAnswers");
function silence(ask2) {
  return isAskable(ask2) ? "the probe did not say" : "this cannot be asked";
}
__name(silence, "silence");
function understand(ask2, status, said2) {
  if (ask2.kind === "fetch" || ask2.kind === "redis")
    return said2 === "" ? { kind: "refused" } : { kind: "said", text: said2 };
  const words3 = said2.slice(0, MOST_WORDS);
  if (ask2.kind === "resolve") return understandName(status, words3);
  if (ask2.kind === "datagram" && hasAnswered(ask2, words3)) return { kind: "open" };
  if (ask2.kind !== "datagram" && status === 0) return { kind: "open" };
  if (/^no address:/.test(words3))
    return understandName(1, words3).kind === "no-such-name" ? { kind: "no-such-name" } : { kind: "no-name-answer" };
  if (/refused/i.test(words3)) return { kind: "refused" };
  if (/timed out/i.test(words3)) return { kind: "silent" };
  if (/unreachable|no route/i.test(words3)) return { kind: "unreachable" };
  return { kind: "unknown", detail: bounded(words3 || `status ${status}`) };
}
__name(understand, "understand");
function hasAnswered({ address, port: port2 }, words3) {
  const said2 = `Server: ${address} Address: ${address}:${port2}`;
  return `${words3} `.includes(`${said2} `);
}
__name(hasAnswered, "hasAnswered");
function understandName(status, words3) {
  const answer = words3.slice(words3.indexOf("Name:"));
  if (words3.includes("Name:")) {
    const found = [...answer.matchAll(/Address(?: \d+)?: ((?:\d+\.){3}\d+)(?![\d.:])/g)].map((m) => m[1] ?? "");
    const addresses = [...new Set(found.filter(isAddress))].sort();
    if (addresses.length > 0) return { kind: "named", addresses };
  }
  if (/NXDOMAIN|can't resolve|can't find \S+: No answer|answer:$/i.test(words3.trimEnd()))
    return { kind: "no-such-name" };
  if (/SERVFAIL|timed out|no servers|REFUSED/i.test(words3)) return { kind: "no-name-answer" };
  return { kind: "unknown", detail: bounded(words3 || `status ${status}`) };
}
__name(understandName, "understandName");
var LISTEN = /^listen \d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) \S+ 0A$/;
var MOST_LISTENERS = 256;
function readListeners(text3) {
  const lines = text3.split("\n");
  const end = lines.indexOf("ready");
  if (end < 0) return void 0;
  const found = lines.slice(0, end).flatMap((line) => {
    const [, address = "", port2 = ""] = LISTEN.exec(line) ?? [];
    const where = port2 === "" ? "loopback" : addressOf(address);
    return where === "loopback" ? [] : [{ port: Number.parseInt(port2, 16), address: where }];
  });
  const keyOf = /* @__PURE__ */ __name((one) => `${one.address ?? ""}:${one.port}`, "keyOf");
  return [...new Map(found.map((one) => [keyOf(one), one])).values()].slice(0, MOST_LISTENERS);
}
__name(readListeners, "readListeners");
function addressOf(hex) {
  if (/^0+$/.test(hex)) return void 0;
  const isMapped = hex.length === 8 || /^0{16}FFFF0000/.test(hex);
  if (!isMapped) return "loopback";
  const bytes = [...hex.slice(-8).match(/../g) ?? []].reverse().map((byte) => Number.parseInt(byte, 16));
  return bytes[0] === 127 ? "loopback" : bytes.join(".");
}
__name(addressOf, "addressOf");

// src/plain/pace.ts
var SAMPLE_LIMIT_MS = 1e4;
var MOST_AT_ONCE = 16;
var MOST_UNTRIED = 4;
var MOST_PATIENCE = 8;
var STARTS_WITHIN_MS = 3e3;
var PINGS_WITHIN_MS = 800;
var QUICK = { pingMs: 100, startMs: 500 };
var RECENT = { pings: 5, starts: 3 };
var UNMEASURED = { atOnce: MOST_AT_ONCE, patience: 1 };
var patienceOf = /* @__PURE__ */ __name(({ pace }) => (pace?.() ?? UNMEASURED).patience, "patienceOf");
function paceOf(samples) {
  if (samples.length === 0) return UNMEASURED;
  const pingMs = median(samples.slice(-RECENT.pings).map((sample) => sample.pingMs ?? SAMPLE_LIMIT_MS));
  const starts = samples.flatMap((sample) => sample.startMs ?? []).slice(-RECENT.starts);
  const startMs = starts.length > 0 ? median(starts) : void 0;
  const byStart = startMs === void 0 ? MOST_UNTRIED : STARTS_WITHIN_MS / Math.max(1, startMs);
  return {
    atOnce: clamp(Math.floor(Math.min(byStart, PINGS_WITHIN_MS / Math.max(1, pingMs))), MOST_AT_ONCE),
    patience: clamp(
      Math.round(Math.max(pingMs / QUICK.pingMs, (startMs ?? 0) / QUICK.startMs)),
      MOST_PATIENCE
    )
  };
}
__name(paceOf, "paceOf");
var isSlow = /* @__PURE__ */ __name(({ patience }) => patience >= 2, "isSlow");
function overloadIn(sample, opened) {
  const { pingMs, startMs } = sample;
  if (pingMs === void 0) return "the engine did not answer";
  if (pingMs >= Math.min(1e3, Math.max(500, 8 * (opened.pingMs ?? SAMPLE_LIMIT_MS))))
    return `the engine took ${seconds(pingMs)} to answer`;
  if (startMs !== void 0 && startMs >= Math.max(3e3, 4 * (opened.startMs ?? 0)))
    return `a program took ${seconds(startMs)} to start`;
  return void 0;
}
__name(overloadIn, "overloadIn");
var seconds = /* @__PURE__ */ __name((ms) => `${(ms / 1e3).toFixed(1)} s`, "seconds");
function median(values) {
  const sorted3 = values.toSorted((a, b) => a - b);
  return sorted3[Math.floor(sorted3.length / 2)] ?? 0;
}
__name(median, "median");
var clamp = /* @__PURE__ */ __name((value, most) => Math.min(most, Math.max(1, value)), "clamp");

// src/verify/looking/demultiplex.rules.ts
var HEADER_BYTES = 8;
function createDemultiplexer() {
  let rest = Buffer.alloc(0);
  let source = "stdout";
  let expected = 0;
  return {
    push(chunk) {
      const pieces = [];
      rest = Buffer.concat([rest, chunk]);
      for (; ; ) {
        if (expected === 0) {
          if (rest.length < HEADER_BYTES) return pieces;
          source = rest[0] === 2 ? "stderr" : "stdout";
          expected = rest.readUInt32BE(4);
          rest = rest.subarray(HEADER_BYTES);
          continue;
        }
        if (rest.length === 0) return pieces;
        const data = rest.subarray(0, expected);
        pieces.push({ source, data });
        expected -= data.length;
        rest = rest.subarray(data.length);
      }
    }
  };
}
__name(createDemultiplexer, "createDemultiplexer");

// src/verify/probes/probe-script.ts
var PROBE_SCRIPT = `
set -f
box=/bin/busybox
patience=\${2:-1}
most=\${3:-100}
wait=$((2 * patience))
connect() {
  words=$($box nc -w $wait "$2" "$3" -e $box true </dev/null 2>&1)
  echo "said $1 $?" $words
}
datagram() {
  read -r token </proc/sys/kernel/random/uuid
  words=$($box nslookup -type=a -port="$3" -timeout=$wait -retry=3 "$token.invalid" "$2" </dev/null 2>&1)
  echo "said $1 $?" $words
}
resolve() {
  words=$($box nslookup -type=a -timeout=$wait -retry=1 "$2" 127.0.0.11 </dev/null 2>&1)
  echo "said $1 $?" $words
}
reach() {
  case $2 in
    *[!0-9.]*)
      words=$($box nslookup -type=a -timeout=$wait -retry=1 "$2" </dev/null 2>&1)
      address=
      isAnswer=
      for word in $words; do
        case $word in
          Name:) isAnswer=1 ;;
          *[!0-9.]* | [0-9]) ;;
          *.*.*.*) [ -z "$isAnswer" ] || [ -n "$address" ] || address=$word ;;
        esac
      done
      if [ -z "$address" ]; then
        echo "said $1 1 no address:" $words
        return
      fi
      ;;
    *) address=$2 ;;
  esac
  connect "$1" "$address" "$3"
}
fetch() {
  words=$($box nc -w 5 127.0.0.1 "$2" -e $box ash -c '
    printf "GET %s HTTP/1.0\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n" "$1"
    exec /bin/busybox timeout 8 /bin/busybox head -c 65536 >&2
  ' page "$3" </dev/null 2>&1)
  case $words in HTTP/1.*) ;; *) words= ;; esac
  echo "said $1 0" $words
}
redis() {
  words=$($box nc -w 3 127.0.0.1 "$2" -e $box ash -c 'echo PING; read -r -t 3 said; echo "$said" >&2' </dev/null 2>&1)
  case $words in
    +PONG* | -NOAUTH* | -ERR*auth* | -DENIED*) echo "said $1 0 redis" ;;
    *) echo "said $1 1" ;;
  esac
}
for table in /proc/net/tcp /proc/net/tcp6; do
  [ -r $table ] && while read -r number local remote state rest; do
    [ "$state" = 0A ] && echo "listen $number $local $remote $state"
  done <$table
done
echo ready
turns=0
until [ -e /probe/go ]; do
  turns=$((turns + 1))
  [ $turns -gt $((240 * patience)) ] && exit 3
  $box sleep 0.25
done
running=0
while read -r kind id first second; do
  case $kind in
    connect | datagram | resolve | reach | fetch | redis) $kind "$id" "$first" "$second" & ;;
  esac
  running=$((running + 1))
  if [ $running -ge $most ]; then
    wait
    running=0
  fi
done </probe/$1
wait
echo done
`;

// src/verify/probes/probe-container.ts
var asksAtOnce = /* @__PURE__ */ __name(({ atOnce }) => Math.min(100, 4 + 6 * atOnce), "asksAtOnce");
var MOST_BYTES = 4 * 1024 * 1024;
async function startProbe(engine, probe, signal) {
  if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const { Id } = await engine.json("POST", "/containers/create", {
    query: { name: probe.name },
    body: {
      Image: probe.image,
      Entrypoint: ["/bin/busybox", "ash", "-c", PROBE_SCRIPT],
      Cmd: ["probe", probe.number, probe.pace.patience, asksAtOnce(probe.pace)].map(String),
      User: "0:0",
      Labels: probe.labels,
      HostConfig: {
        NetworkMode: `container:${probe.inside}`,
        CapDrop: ["ALL"],
        SecurityOpt: ["no-new-privileges"],
        Mounts: [
          {
            Type: "volume",
            Source: probe.volume,
            Target: "/probe",
            VolumeOptions: { Labels: probe.labels, NoCopy: true }
          }
        ],
        // The engine's own default may be a driver that cannot be read back.
        LogConfig: { Type: "json-file", Config: {} }
      }
    }
  });
  await engine.json("POST", `/containers/${Id}/start`, { signal });
  return Id;
}
__name(startProbe, "startProbe");
async function giveAsks(engine, id2, asks, signal) {
  const body = await packArchive([
    ...asks.map((one) => ({
      kind: "file",
      path: `probe/${one.number}`,
      content: encodeAsks(one.asks)
    })),
    { kind: "file", path: "probe/go", content: "" }
  ]);
  await engine.json("PUT", `/containers/${id2}/archive`, {
    query: { path: "/" },
    body,
    contentType: "application/x-tar",
    signal
  });
}
__name(giveAsks, "giveAsks");
async function readProbe(engine, id2, signal) {
  const stream = await engine.stream("GET", `/containers/${id2}/logs`, { query: { stdout: true }, signal });
  const frames = createDemultiplexer();
  const pieces = [];
  let room = MOST_BYTES;
  try {
    for await (const chunk of stream) {
      for (const { data } of frames.push(chunk)) {
        pieces.push(data.subarray(0, Math.max(0, room)));
        room -= data.length;
      }
      if (room <= 0) break;
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(pieces).toString("utf8");
}
__name(readProbe, "readProbe");
async function removeProbe(engine, idOrName) {
  await engine.json("DELETE", `/containers/${idOrName}`, { query: { force: true, v: true } }).catch(() => void 0);
}
__name(removeProbe, "removeProbe");

// src/verify/probes/probe-image.ts
import { readFile } from "node:fs/promises";

// src/verify/probes/static-program.rules.ts
var MACHINES = { amd64: 62, arm64: 183, arm: 40, ppc64le: 21, s390x: 22 };
var PT_INTERP = 3;
function isStaticProgram(file, architecture) {
  if (file.length < 64 || file.readUInt32BE(0) !== 2135247942 || file[5] !== 1) return false;
  if (file.readUInt16LE(18) !== MACHINES[architecture]) return false;
  const is64 = file[4] === 2;
  const start = is64 ? Number(file.readBigUInt64LE(32)) : file.readUInt32LE(28);
  const size = file.readUInt16LE(is64 ? 54 : 42);
  const count4 = file.readUInt16LE(is64 ? 56 : 44);
  for (let i = 0; i < count4; i++) {
    const at = start + i * size;
    if (at + 4 > file.length || file.readUInt32LE(at) === PT_INTERP) return false;
  }
  return count4 > 0;
}
__name(isStaticProgram, "isStaticProgram");

// src/verify/probes/probe-image.ts
var BUSYBOX = ["/bin/busybox", "/usr/bin/busybox", "/usr/local/bin/busybox"];
var OFFICIAL = /^(?:busybox|alpine):[\w.-]+$/;
var PULLED = "alpine:latest";
async function provideProbeImage(engine, name3, labels2, signal) {
  const { Arch } = await engine.json("GET", "/version", { signal });
  const busybox = await localBusybox(Arch);
  const remove = /* @__PURE__ */ __name((reference, force) => () => engine.json("DELETE", `/images/${reference}`, { query: { force } }).catch(() => void 0), "remove");
  if (busybox) {
    const reference = `${name3}:latest`;
    const folders = ["bin", "probe", "proc", "sys", "dev", "etc"];
    await importImage(
      engine,
      reference,
      [
        ...folders.map((path7) => ({ kind: "folder", path: path7 })),
        { kind: "file", path: "bin/busybox", content: busybox, mode: 493 }
      ],
      { labels: labels2, signal }
    ).catch(async (error) => {
      await remove(reference, true)();
      throw error;
    });
    return { reference, remove: remove(reference, true) };
  }
  const listed2 = await engine.json("GET", "/images/json", { signal });
  const there = listed2.flatMap((image2) => image2.RepoTags ?? []).find((tag) => OFFICIAL.test(tag));
  if (there) return { reference: there, remove: /* @__PURE__ */ __name(async () => void 0, "remove") };
  await pull(engine, signal);
  return { reference: PULLED, remove: remove(PULLED, false) };
}
__name(provideProbeImage, "provideProbeImage");
async function pull(engine, signal) {
  try {
    const [fromImage, tag] = PULLED.split(":");
    const answer = await engine.stream("POST", "/images/create", {
      query: { fromImage, tag },
      timeoutMs: 6e4,
      signal
    });
    await readProgress(`pulling ${PULLED}`, answer);
  } catch (cause) {
    const known = classify(cause);
    if (known.code === "cancelled" || known.code === "engine-lost") throw known;
    throw new SwarmlineError("not-found", "no image with busybox is available for the probes", {
      hint: "install busybox-static on this machine, or make alpine available to the nodes",
      cause
    });
  }
}
__name(pull, "pull");
var read;
async function localBusybox(architecture) {
  read ??= Promise.all(BUSYBOX.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  return (await read).find((file) => isStaticProgram(file, architecture));
}
__name(localBusybox, "localBusybox");

// src/verify/probes/probe-station.ts
var START_DEADLINE_MS = 1e4;
var ANSWER_DEADLINE_MS = 6e4;
var LOOK_EVERY_MS = 200;
function openStation(engine, run, labels2, fx) {
  const { clock, signal } = fx;
  let image2;
  const nameOf3 = /* @__PURE__ */ __name((number2) => `${run}-${number2}`, "nameOf");
  return {
    async prepare() {
      image2 = await provideProbeImage(engine, run, labels2, signal);
    },
    async start(number2, inside) {
      const reference = image2?.reference ?? "";
      const pace = fx.pace?.() ?? UNMEASURED;
      const probe = { name: nameOf3(number2), number: number2, image: reference, volume: run, inside, labels: labels2, pace };
      await startProbe(engine, probe, signal);
      return waitFor(
        "the probe\u2019s first lines",
        async () => readListeners(await readProbe(engine, nameOf3(number2), signal)),
        { clock, deadlineMs: START_DEADLINE_MS * pace.patience, everyMs: 50 * pace.patience, signal }
      );
    },
    async ask(asks) {
      const [first] = asks;
      if (!first) return;
      await giveAsks(engine, nameOf3(first.number), asks, signal);
      await waitFor("the probes\u2019 answers", () => areDone(engine, run, signal), {
        clock,
        deadlineMs: ANSWER_DEADLINE_MS * patienceOf(fx),
        everyMs: LOOK_EVERY_MS * patienceOf(fx),
        signal
      }).catch((error) => {
        if (classify(error).code !== "timed-out") throw error;
      });
    },
    read: /* @__PURE__ */ __name((number2) => readProbe(engine, nameOf3(number2), signal), "read"),
    // By name: a probe may have been made though the answer never came.
    drop: /* @__PURE__ */ __name((number2) => removeProbe(engine, nameOf3(number2)), "drop"),
    async close() {
      await image2?.remove();
      await engine.json("DELETE", `/volumes/${run}`, { query: { force: true } }).catch(() => void 0);
    }
  };
}
__name(openStation, "openStation");
async function areDone(engine, run, signal) {
  const filters = JSON.stringify({ label: [`${LABEL.run}=${run}`], status: ["created", "running"] });
  const running = await engine.json("GET", "/containers/json", { query: { filters }, signal });
  return running.length > 0 ? void 0 : true;
}
__name(areDone, "areDone");
var HANDS = 4;
async function inHands(items, work, most = HANDS) {
  const rest = items.values();
  const hands = Array.from({ length: Math.max(1, Math.min(HANDS, most)) }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.allSettled(hands);
  await Promise.all(hands);
}
__name(inHands, "inHands");

// src/verify/probes/probe-run.ts
async function runProbes(sources, plan, fx, labels2 = {}) {
  const run = `swarmline-probe-${randomBytes(6).toString("hex")}`;
  const marks = { ...labels2, [LABEL.run]: run, [LABEL.created]: new Date(fx.clock.now()).toISOString() };
  const outcomes = /* @__PURE__ */ new Map();
  const listeners = /* @__PURE__ */ new Map();
  const stations = [...Map.groupBy(sources, (source) => source.engine.socketPath).values()].map((own2) => ({
    own: [...own2.entries()],
    station: openStation(own2[0]?.engine, run, marks, fx)
  }));
  const lanes = createLanes(
    () => fx.pace?.().atOnce ?? Number.POSITIVE_INFINITY,
    () => true
  );
  const inLane = /* @__PURE__ */ __name(async (work) => {
    const lane = await lanes.enter(fx.signal, true);
    return work().finally(() => lane.leave());
  }, "inLane");
  const handsOf = /* @__PURE__ */ __name(() => Math.floor((fx.pace?.().atOnce ?? Number.POSITIVE_INFINITY) / stations.length), "handsOf");
  const failed = /* @__PURE__ */ __name((source, error) => {
    const known = classify(error);
    if (known.code === "cancelled" || fx.signal.aborted) throw known;
    outcomes.set(source.key, { isRun: false, reason: bounded(explain(known), 200) });
  }, "failed");
  const everywhere = /* @__PURE__ */ __name((work) => Promise.all(
    stations.map(
      (group) => work(group).catch((error) => {
        for (const [, source] of group.own) if (!outcomes.has(source.key)) failed(source, error);
      })
    )
  ), "everywhere");
  const each = /* @__PURE__ */ __name(({ own: own2, station }, work) => inHands(own2, async ([number2, source]) => {
    if (outcomes.has(source.key)) return;
    await work(source, number2).catch(async (error) => {
      failed(source, error);
      await station.drop(number2);
    });
  }), "each");
  try {
    await everywhere(async (group) => {
      await inLane(() => group.station.prepare());
      await each(group, async (source, number2) => {
        listeners.set(source.key, await inLane(() => group.station.start(number2, source.containerId)));
      });
    });
    const asks = await plan(listeners);
    const asksOf = /* @__PURE__ */ __name((source) => asks.get(source.key) ?? [], "asksOf");
    await everywhere(async (group) => {
      const ready = group.own.filter(([, source]) => !outcomes.has(source.key));
      await group.station.ask(ready.map(([number2, source]) => ({ number: number2, asks: asksOf(source) })));
      await each(group, async (source, number2) => {
        outcomes.set(source.key, {
          isRun: true,
          listeners: listeners.get(source.key) ?? [],
          asks: [...asksOf(source)],
          answers: readAnswers(asksOf(source), await inLane(() => group.station.read(number2)))
        });
      });
    });
  } finally {
    await Promise.all(stations.map(({ own: own2, station }) => close(station, own2.length, handsOf())));
  }
  return outcomes;
}
__name(runProbes, "runProbes");
async function close(station, count4, hands) {
  await inHands([...Array(count4).keys()], (number2) => station.drop(number2), hands);
  await station.close();
}
__name(close, "close");

// src/verify/kinds/dns/judge.ts
function nameQuestions(out, world) {
  const own2 = new Set(out.task.attachments.map((at) => at.network));
  const node = world.nodes.find((one) => one.id === out.task.nodeId)?.name ?? out.task.nodeId;
  const asks = /* @__PURE__ */ __name((names2, truth) => truth.length > 0 ? names2.map((name3) => ({ from: out.service.name, node, name: name3, truth })) : [], "asks");
  const running = world.services.filter(({ tasks }) => tasks.length > 0);
  return running.flatMap((to) => {
    const tasks = to.tasks.flatMap((task) => task.attachments);
    const named2 = to.mode === "vip" ? to.vips : tasks;
    const aliases = Map.groupBy(to.aliases, ({ name: name3 }) => name3);
    return [
      ...asks([to.fullName], byNetwork(named2, own2)),
      ...[...aliases].flatMap(([alias, on]) => {
        const there = new Set(on.map(({ network }) => network).filter((network) => own2.has(network)));
        return isPlain(alias, to, world) ? asks([alias], byNetwork(named2, there)) : [];
      }),
      ...asks([`tasks.${to.fullName}`], byNetwork(tasks, own2))
    ];
  });
}
__name(nameQuestions, "nameQuestions");
function isPlain(alias, of, world) {
  return world.services.every(
    (one) => one === of || !(one.aliases.some(({ name: name3 }) => name3 === alias) || one.fullName === alias)
  );
}
__name(isPlain, "isPlain");
function byNetwork(attachments, own2) {
  const shared = attachments.filter((at) => own2.has(at.network));
  return [...Map.groupBy(shared, (at) => at.network).values()].map((list2) => list2.map((at) => at.address).sort());
}
__name(byNetwork, "byNetwork");
function readName(question, answer, reason = "") {
  if (answer?.kind === "named") return { ...question, heard: answer.addresses, problem: "" };
  if (answer?.kind === "no-such-name" || answer?.kind === "no-name-answer")
    return { ...question, heard: [], problem: "" };
  const detail = answer?.kind === "unknown" ? answer.detail : reason;
  return { ...question, heard: void 0, problem: detail || "the probe did not say" };
}
__name(readName, "readName");
function judgeName({ truth, heard }) {
  if (!heard) return { kind: "unknown" };
  if (heard.length === 0) return { kind: "unresolved" };
  const stale = heard.filter((address) => !truth.some((list2) => list2.includes(address)));
  if (stale.length > 0) return { kind: "stale", addresses: stale };
  const missing2 = truth.filter((list2) => list2.some((address) => heard.includes(address))).flatMap((list2) => list2.filter((address) => !heard.includes(address)));
  return missing2.length > 0 ? { kind: "missing", addresses: missing2 } : { kind: "none" };
}
__name(judgeName, "judgeName");
var DNS_EXPECTED = "every name resolves, from every service and node, to the addresses that the swarm gave it";
function judgeDns({ readings, rounds }) {
  const expected = DNS_EXPECTED;
  const judged = readings.map((reading) => ({ reading, fault: judgeName(reading) }));
  const unknown = judged.filter((one) => one.fault.kind === "unknown");
  const wrong = judged.filter((one) => one.fault.kind !== "none" && one.fault.kind !== "unknown");
  const figures = { names: readings.length, wrong: wrong.length, unknown: unknown.length, rounds };
  const [first] = wrong;
  if (first) return fail(expected, listed(wrong), hintFor(first.reading, first.fault), figures);
  if (readings.length === 0)
    return inconclusive(
      expected,
      "no running task can be asked",
      "deploy the stack, on networks of its own",
      figures
    );
  if (unknown.length > 0)
    return inconclusive(
      expected,
      `${count(unknown.length, "name")} not known: ${listed(unknown)}`,
      "check that the node named answers, then look again",
      figures
    );
  return pass(expected, `${count(readings.length, "name")} asked, all answers are right`, figures);
}
__name(judgeDns, "judgeDns");
function listed(judged) {
  const shown3 = judged.slice(0, 4).map(({ reading, fault }) => {
    const { name: name3, from, node, problem } = reading;
    return `${bounded(name3, 80)} from ${from} on ${bounded(node, 40)} ${inWords3(fault, problem)}`;
  });
  return judged.length > 4 ? `${shown3.join("; ")}; and ${judged.length - 4} more` : shown3.join("; ");
}
__name(listed, "listed");
function inWords3(fault, problem) {
  if (fault.kind === "stale")
    return `gives ${fault.addresses.slice(0, 3).join(", ")}, which nothing of that name has`;
  if (fault.kind === "missing") return `leaves out ${fault.addresses.slice(0, 3).join(", ")}`;
  return fault.kind === "unresolved" ? "does not resolve" : `could not be asked: ${bounded(problem, 80)}`;
}
__name(inWords3, "inWords");
function hintFor({ name: name3, node }, fault) {
  const where = bounded(node, 40);
  if (fault.kind === "stale")
    return `another service goes by that name on a common network (see \`docker network inspect\`), or the resolver on ${where} kept an address that is gone: then \`docker service update --force\` what ${bounded(name3, 80)} names, or restart the engine there`;
  return `the node ${where} has not heard of all tasks: let TCP and UDP 7946 pass between the nodes`;
}
__name(hintFor, "hintFor");

// src/verify/kinds/dns/gather.ts
async function gatherDns(slice, request = {}) {
  const first = await askNames(slice, request);
  if (first.every((reading) => judgeName(reading).kind === "none")) return { readings: first, rounds: 1 };
  await slice.clock.sleep(request.settleMs ?? 2e3, slice.signal);
  return { readings: await askNames(slice, request), rounds: 2 };
}
__name(gatherDns, "gatherDns");
async function askNames(slice, { services, labels: labels2 }) {
  const world = await readMeshWorld(slice);
  const outs = lookOuts(world).filter((out) => !services || services.includes(out.service.name));
  const questions = new Map(outs.map((out) => [out.key, nameQuestions(out, world)]));
  const engines = new Map(slice.nodes.map((node) => [node.id, node.engine]));
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId);
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  const asksOf = /* @__PURE__ */ __name((own2) => own2.map(({ name: name3 }) => ({ kind: "resolve", name: name3 })), "asksOf");
  const outcomes = await runProbes(
    sources,
    () => new Map([...questions].map(([key, own2]) => [key, asksOf(own2)])),
    slice,
    labels2
  );
  return outs.flatMap(({ key }) => {
    const outcome = outcomes.get(key);
    const reason = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
    return (questions.get(key) ?? []).map(
      (question, i) => readName(question, outcome?.isRun ? outcome.answers[i] : void 0, reason)
    );
  });
}
__name(askNames, "askNames");

// src/verify/kinds/dns/kind.ts
var params3 = strictObject({
  services: array(serviceName()).min(1).max(200).optional().describe("The services that ask; without it, all."),
  settle: duration().default(2e3).describe("Before the second look when a name is not right.")
});
var dns = defineKind({
  name: "dns",
  explanation: "Asks the engine\u2019s resolver inside one task of each service on each node for every service that it shares a network with: the service\u2019s name and its aliases must give the virtual address (with dnsrr, the tasks\u2019 addresses), `tasks.` and the name all running tasks\u2019 addresses, as a manager knows them. Addresses that nobody has any more are named.",
  example: "- kind: dns\n  services: [backend]",
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 12e4, "deadlineMs"),
  params: params3,
  expected: /* @__PURE__ */ __name(() => DNS_EXPECTED, "expected"),
  gather: /* @__PURE__ */ __name(({ services, settle: settle2 }, world) => gatherDns(world, { settleMs: settle2, ...services ? { services } : {} }), "gather"),
  judge: /* @__PURE__ */ __name((_params, evidence) => judgeDns(evidence), "judge")
});

// src/verify/looking/exec.ts
async function runInContainer(engine, containerId, command, fx) {
  const { stdout, stderr, ...rest } = await runForBytes(engine, containerId, command, fx);
  return { ...rest, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}
__name(runInContainer, "runInContainer");
async function runForBytes(engine, containerId, command, fx) {
  const { argv, maxBytes = 64 * 1024 } = command;
  const timeoutMs = (command.timeoutMs ?? 6e4) * patienceOf(fx);
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([fx.signal, deadline]);
  try {
    const made = await engine.json("POST", `/containers/${containerId}/exec`, {
      body: { Cmd: argv, AttachStdout: true, AttachStderr: true, Tty: false },
      signal
    });
    const Id = made?.Id;
    if (typeof Id !== "string")
      throw new SwarmlineError("engine-lost", "the engine\u2019s answer names no program");
    const output = await readOutput(engine, Id, maxBytes, signal);
    const exitCode = output.isTruncated ? -1 : await waitFor(
      `the end of ${argv[0]}`,
      async () => {
        const state = await engine.json(
          "GET",
          `/exec/${Id}/json`,
          { signal }
        );
        return state.Running ? void 0 : statusIn(state);
      },
      { clock: fx.clock, deadlineMs: timeoutMs, everyMs: 50, signal }
    );
    return { exitCode, ...output };
  } catch (error) {
    if (!deadline.aborted || fx.signal.aborted) throw error;
    throw new SwarmlineError("timed-out", `${argv[0]} in the container did not finish within ${timeoutMs} ms`);
  }
}
__name(runForBytes, "runForBytes");
function statusIn({ ExitCode }) {
  if (ExitCode === null || ExitCode === void 0) return void 0;
  if (typeof ExitCode === "number") return ExitCode;
  throw new SwarmlineError("engine-lost", "the engine\u2019s answer names no exit status");
}
__name(statusIn, "statusIn");
async function readOutput(engine, execId, maxBytes, signal) {
  const stream = await engine.stream("POST", `/exec/${execId}/start`, {
    body: { Detach: false, Tty: false },
    timeoutMs: 0,
    signal
  });
  const frames = createDemultiplexer();
  const output = { stdout: [], stderr: [] };
  let room = maxBytes;
  try {
    for await (const chunk of stream) {
      for (const { source, data } of frames.push(chunk)) {
        output[source].push(data.subarray(0, Math.max(0, room)));
        room -= data.length;
      }
      if (room < 0) break;
    }
  } finally {
    stream.destroy();
  }
  return {
    stdout: Buffer.concat(output.stdout),
    stderr: Buffer.concat(output.stderr),
    isTruncated: room < 0
  };
}
__name(readOutput, "readOutput");

// src/verify/looking/in-task.ts
async function taskDoors(service2, world) {
  const tasks = await world.reads.runningTasks(service2);
  return tasks.flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node) => node.id === task.NodeID);
    return containerId ? [{ task: task.ID, node: at?.name ?? "an unknown node", containerId, at }] : [];
  });
}
__name(taskDoors, "taskDoors");
var NOT_STARTED = /^OCI runtime exec failed: (.*)/;
var NOT_STARTED_STATUS = [126, 127];
async function runInTask(door, command, world) {
  const { task, node, containerId } = door;
  const engine = door.at?.engine;
  if (!engine) return { kind: "unreachable", task, node };
  try {
    const result = await runInContainer(engine, containerId, command, world);
    const reason = NOT_STARTED_STATUS.includes(result.exitCode) ? NOT_STARTED.exec(result.stdout)?.[1] : void 0;
    return reason === void 0 ? { kind: "ended", task, node, ...result } : { kind: "not-started", task, node, reason };
  } catch (error) {
    if (error instanceof EngineAnswerError && error.status === 400)
      return { kind: "not-started", task, node, reason: error.message };
    throw error;
  }
}
__name(runInTask, "runInTask");

// src/verify/judging/field-checks.rules.ts
function fieldsExpected(subject, checks) {
  return `${subject}: ${checks.map(({ what, wanted: wanted2 }) => `${what} ${inWords(wanted2)}`).join("; ")}`;
}
__name(fieldsExpected, "fieldsExpected");
function judgeFields(subject, checks, hint, figures = {}) {
  const expected = fieldsExpected(subject, checks);
  const found = checks.map((check) => ({ ...check, result: compare(check.value, check.wanted) }));
  const wrong = found.filter(({ result }) => result === "fails");
  const unknown = found.filter(({ result }) => result === "unknown");
  const inText = /* @__PURE__ */ __name((some) => some.map((check) => `${check.what} is ${shown("shownAs" in check ? check.shownAs : check.value)}`).join("; "), "inText");
  if (wrong.length > 0) {
    const place = wrong.find((check) => check.place)?.place;
    const judgement = fail(expected, inText(wrong), wrong.find((check) => check.hint)?.hint ?? hint, figures);
    return place ? { ...judgement, place } : judgement;
  }
  if (unknown.length > 0)
    return inconclusive(
      expected,
      `${unknown.map(({ what }) => what).join(", ")}: the expression takes too long`,
      "write a simpler regular expression",
      figures
    );
  if (checks.length === 0) return inconclusive(expected, "nothing was compared", void 0, figures);
  return pass(expected, inText(found), figures);
}
__name(judgeFields, "judgeFields");

// src/verify/kinds/exec/judge.ts
function execExpected(params21) {
  return fieldsExpected(
    `\`${bounded(params21.command.join(" "), 80)}\` in ${params21.service}`,
    checksOf(params21, void 0)
  );
}
__name(execExpected, "execExpected");
function judgeExec(params21, { exists, runs: runs2 }) {
  const expected = execExpected(params21);
  if (!exists)
    return fail(expected, `the stack has no service ${params21.service}`, "see `docker stack services`");
  if (runs2.length === 0)
    return fail(expected, `no task of ${params21.service} runs`, "see `docker service ps --no-trunc`");
  const figures = { tasks: runs2.length };
  const judged = runs2.map((run) => ({ run, judgement: judgeRun(params21, run) }));
  const first = judged.find(({ judgement }) => judgement.status === "fail") ?? judged.find(({ judgement }) => judgement.status !== "pass");
  if (!first) return pass(expected, `on ${runs2.map(({ node }) => node).join(", ")}`, figures);
  return {
    ...first.judgement,
    expected,
    observed: `on ${first.run.node}: ${first.judgement.observed}`,
    figures
  };
}
__name(judgeExec, "judgeExec");
function judgeRun(params21, run) {
  const hint = "try it: `docker exec` in the container of that task";
  if (run.kind === "unreachable")
    return inconclusive(
      "",
      "the node\u2019s engine cannot be reached from here",
      "point --docker-host at that node"
    );
  if (run.kind === "not-started")
    return fail(
      "",
      `did not start: ${bounded(run.reason)}`,
      "the image lacks the program: name one that it has"
    );
  if (run.isTruncated) return fail("", "wrote more than allowed", "let it write less, or raise output:");
  return judgeFields("it", checksOf(params21, run), hint);
}
__name(judgeRun, "judgeRun");
function checksOf({ exit, stdout, stderr }, run) {
  return [
    { what: "exit status", value: run?.exitCode, wanted: exit },
    ...stdout === void 0 ? [] : [{ what: "output", value: run?.stdout.trimEnd(), wanted: stdout }],
    ...stderr === void 0 ? [] : [{ what: "error output", value: run?.stderr.trimEnd(), wanted: stderr }]
  ];
}
__name(checksOf, "checksOf");

// src/verify/kinds/exec/kind.ts
var params4 = strictObject({
  service: serviceName(),
  command: program().describe("Program and arguments, with no shell between; they are visible on the node."),
  tasks: _enum(["one", "every"]).default("one").describe("In which of the service\u2019s containers."),
  exit: amount().default(0).describe("Its exit status."),
  stdout: wanted().optional().describe("What it writes, without line ends behind it."),
  stderr: wanted().optional().describe("What it writes to standard error."),
  timeout: duration().prefault("20s").describe("For each container."),
  output: number().int().min(1).max(1048576).default(65536).describe("Bytes that it may write.")
});
var exec = defineKind({
  name: "exec",
  explanation: "Runs a program in a running container of a service, on whatever node it is, and compares exit status and output. Fails when the image lacks the program or it writes more than it may; inconclusive when the node\u2019s engine cannot be reached or the program does not end in time.",
  example: `- kind: exec
  service: redis
  command: [redis-cli, ping]
  stdout: { contains: NOAUTH }`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(({ timeout }) => timeout + 2e4, "deadlineMs"),
  params: params4,
  expected: execExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather(asked, world), "gather"),
  judge: judgeExec
});
async function gather(asked, world) {
  const { service: service2, command, tasks, timeout, output } = asked;
  const exists = await world.reads.service(service2) !== void 0;
  const doors = await taskDoors(service2, world);
  const nearFirst = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
  const chosen = tasks === "one" ? nearFirst.slice(0, 1) : nearFirst;
  const run = { argv: command, timeoutMs: timeout, maxBytes: output };
  return { exists, runs: await Promise.all(chosen.map((door) => runInTask(door, run, world))) };
}
__name(gather, "gather");

// src/verify/looking/http-inside.rules.ts
function readAnswer(text3) {
  const end = /\r?\n\r?\n/.exec(text3);
  const head = readHead(end ? text3.slice(0, end.index) : text3);
  return head && { ...head, body: end ? text3.slice(end.index + end[0].length) : "" };
}
__name(readAnswer, "readAnswer");
function readHead(text3) {
  const lines = text3.split(/\r?\n/).map((line) => line.trim());
  const first = lines.findLastIndex((line) => /^HTTP\/\d(?:\.\d)? \d{3}\b/.test(line));
  const status = /^HTTP\/\S+ (\d{3})/.exec(lines[first] ?? "")?.[1];
  if (status === void 0) return void 0;
  const found = lines.slice(first + 1).flatMap((line) => {
    const [, name3, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+): *(.*)$/.exec(line) ?? [];
    return name3 === void 0 ? [] : [[name3.toLowerCase(), value ?? ""]];
  });
  return { status: Number(status), headers: Object.fromEntries(found) };
}
__name(readHead, "readHead");

// src/verify/looking/http-inside.ts
var MAX_BYTES = 256 * 1024;
var PHP = '$c = stream_context_create(["http" => ["ignore_errors" => true, "follow_location" => 0, "timeout" => 10]]);$b = file_get_contents($argv[1], false, $c); if ($b === false) exit(1);echo implode("\\n", $http_response_header), "\\n\\n", $b;';
var PROGRAMS = [
  (url, seconds2) => ["curl", "-s", "-S", "-i", "-m", seconds2, url],
  (url) => ["php", "-r", PHP, "--", url],
  (url, seconds2) => ["wget", "-S", "-T", seconds2, "-O", "-", url]
];
async function exchangeInside(door, url, world) {
  for (const argvOf of PROGRAMS) {
    const argv = argvOf(url, String(10 * patienceOf(world)));
    const run = await runInTask(door, { argv, timeoutMs: 2e4, maxBytes: MAX_BYTES }, world);
    if (run.kind === "unreachable")
      return { kind: "unknown", detail: `the engine of ${run.node} cannot be reached from here` };
    if (run.kind === "not-started" || run.exitCode === 126 || run.exitCode === 127) continue;
    const isWget = argv[0] === "wget";
    const head = isWget ? readHead(run.stderr) : void 0;
    const answer = isWget ? head && { ...head, body: run.exitCode === 0 ? run.stdout : void 0 } : readAnswer(run.stdout);
    if (answer) return { kind: "answer", ...answer };
    return { kind: "unreachable", detail: run.stderr || `${argv[0]} ended with ${run.exitCode}` };
  }
  return { kind: "unknown", detail: "the container has neither curl nor php nor wget" };
}
__name(exchangeInside, "exchangeInside");

// src/verify/looking/publishing-nodes.ts
async function publishingNodes(world, port2) {
  const services = await world.reads.services();
  const found = services.flatMap(({ Spec }) => {
    const published = Spec.EndpointSpec?.Ports?.find((each) => each.PublishedPort === port2);
    return published ? [
      {
        name: serviceInStack(Spec.Name, world.stack),
        isMesh: published.PublishMode !== "host" && world.hasMesh
      }
    ] : [];
  });
  const publishers = found.map(({ name: name3 }) => name3);
  if (found.length === 0 || found.some(({ isMesh }) => isMesh)) return { publishers, nodes: [...world.nodes] };
  const tasks = await Promise.all(found.map(({ name: name3 }) => world.reads.runningTasks(name3)));
  const hosts = new Set(tasks.flat().map((task) => task.NodeID));
  return { publishers, nodes: world.nodes.filter((node) => hosts.has(node.id)) };
}
__name(publishingNodes, "publishingNodes");

// src/verify/kinds/http/judge.ts
function httpExpected(params21) {
  return fieldsExpected(
    params21.url === void 0 ? `${params21.method} :${params21.port}${params21.path} through every node` : `GET ${params21.url} from ${params21.from}`,
    checksOf2(params21, void 0)
  );
}
__name(httpExpected, "httpExpected");
function judgeHttp(params21, { publishers, nodes: nodes2 }) {
  const expected = httpExpected(params21);
  const service2 = publishers[0];
  const isInside = params21.url !== void 0;
  const place = service2 === void 0 ? [] : ["services", service2, "ports"];
  const figures = { nodes: nodes2.length, answered: nodes2.filter(({ seen }) => seen.kind === "answer").length };
  if (nodes2.length === 0)
    return publishers.length > 0 ? fail(
      expected,
      `no task of ${publishers.join(", ")} runs`,
      "see `docker service ps --no-trunc`",
      figures
    ) : inconclusive(expected, "there is no node to ask", void 0, figures);
  const judged = nodes2.map(({ node, seen }) => ({ node, judgement: judgeNode(params21, seen) }));
  const bad = judged.filter(({ judgement }) => judgement.status === "fail");
  const unsure = judged.filter(({ judgement }) => judgement.status !== "pass");
  const [first] = bad.length > 0 ? bad : unsure;
  if (!first)
    return pass(
      expected,
      isInside ? `${judged[0]?.node}: ${judged[0]?.judgement.observed}` : `${nodes2.length} of ${nodes2.length} nodes: ${judged[0]?.judgement.observed}`,
      figures
    );
  const observed = (bad.length > 0 ? bad : unsure).map(({ node, judgement }) => `${node}: ${judgement.observed}`).join("; ");
  return { ...first.judgement, expected, observed, figures, ...isInside ? {} : { place } };
}
__name(judgeHttp, "judgeHttp");
function judgeNode(params21, seen) {
  if (seen.kind === "unknown") return inconclusive("an answer", bounded(seen.detail), void 0);
  if (seen.kind === "answer" && seen.body === void 0 && (params21.body !== void 0 || hasJson(params21)))
    return inconclusive(
      "an answer",
      `status ${seen.status}, whose text the container\u2019s wget does not show`,
      void 0
    );
  if (seen.kind !== "answer")
    return fail("an answer", `${seen.kind}: ${bounded(seen.detail)}`, HINTS[seen.kind]);
  return judgeFields("the answer", checksOf2(params21, seen), "see `docker service logs` of the service");
}
__name(judgeNode, "judgeNode");
var hasJson = /* @__PURE__ */ __name(({ json }) => Object.keys(json).length > 0, "hasJson");
var HINTS = {
  refused: "nothing listens on that port of the node: publish it, and see whether the service runs",
  unreachable: "the node cannot be reached from this machine",
  reset: "the service ends connections: see `docker service logs`",
  "time-out": "nobody answers in time: see whether the service is healthy, and UDP 4789 between nodes",
  body: "the answer is not HTTP, or is too long"
};
function checksOf2(params21, seen) {
  const json = Object.entries(params21.json);
  const parsed2 = json.length > 0 && seen ? parse(seen.body ?? "") : void 0;
  return [
    { what: "status", value: seen?.status, wanted: params21.status },
    ...Object.entries(params21.headers).map(([name3, wanted2]) => ({
      what: `header ${name3.toLowerCase()}`,
      value: seen && Object.hasOwn(seen.headers, name3.toLowerCase()) ? seen.headers[name3.toLowerCase()] : void 0,
      wanted: wanted2
    })),
    ...params21.body === void 0 ? [] : [{ what: "body", value: seen?.body, wanted: params21.body }],
    ...json.map(([path7, wanted2]) => ({ what: `json ${path7}`, value: fieldAt(parsed2, path7), wanted: wanted2 }))
  ];
}
__name(checksOf2, "checksOf");
function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}
__name(parse, "parse");

// src/verify/kinds/http/kind.ts
var headerName = string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "takes a header\u2019s name");
var params5 = strictObject({
  port: port().default(80).describe("Published port."),
  url: string().regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, "takes http://HOST:PORT/PATH").optional().describe("Instead of port and path: an address within the stack\u2019s networks, asked by GET."),
  from: serviceName().optional().describe("For url: the service in whose container curl, php or wget asks."),
  path: string().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path and query of the request."),
  method: _enum(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]).default("GET").describe("Method of the request."),
  send: record(headerName, string().regex(/^[\x20-\x7e]{0,2000}$/, "takes printable ASCII")).default({}).describe("Headers of the request."),
  status: amount().default(200).describe("Status of the answer."),
  headers: record(headerName, wanted()).default({}).describe("Headers of the answer."),
  body: wanted().optional().describe("The answer\u2019s text."),
  json: record(
    string().refine((path7) => parsePath(path7) !== void 0, "takes a path such as items[0].name"),
    wanted()
  ).default({}).describe("Values in the answer\u2019s JSON, by their paths."),
  timeout: duration().prefault("15s").describe("For each request.")
});
var http2 = defineKind({
  name: "http",
  explanation: "Sends one request to a published port of every node (of a host-mode port, and without a routing mesh: of every node with a task) and compares status, headers, text and JSON of each answer. Fails when a node does not answer or answers something else. With `url:` and `from:` a service\u2019s container asks instead. Redirects are not followed and nothing is tried twice.",
  example: `- kind: http
  port: 80
  path: /healthz
  status: 200
  headers: { content-type: { contains: text/plain } }
  body: { contains: ok }`,
  isDisturbing: false,
  visits: "makes",
  params: params5,
  faultOf: /* @__PURE__ */ __name(({ url, from, method, send }) => {
    if (url === void 0 !== (from === void 0)) return "http takes url and from together";
    const isPlain2 = method === "GET" && Object.keys(send).length === 0;
    return url === void 0 || isPlain2 ? void 0 : "http with url takes neither method nor send";
  }, "faultOf"),
  expected: httpExpected,
  gather: /* @__PURE__ */ __name((asked, world) => gather2(asked, world), "gather"),
  judge: judgeHttp
});
async function gather2(asked, world) {
  const { url, from } = asked;
  if (url !== void 0 && from !== void 0) {
    const doors = await taskDoors(from, world);
    const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
    const nobody = { kind: "unknown", detail: `no task of ${from} runs that could ask` };
    const seen = door ? await world.turns.visit(() => exchangeInside(door, url, world)) : nobody;
    return { publishers: [], nodes: [{ node: `${url} from ${from}`, seen }] };
  }
  const { publishers, nodes: nodes2 } = await publishingNodes(world, asked.port);
  const { path: path7, method, send, timeout } = asked;
  const ask2 = /* @__PURE__ */ __name(async (node) => {
    const target = await world.endpointOf(node, asked.port);
    const options = { path: path7, method, headers: send, timeoutMs: timeout, signal: world.signal };
    const seen = await exchange(target, options);
    return { node: node.name, seen: seen.kind === "answer" ? plainAnswer(seen) : seen };
  }, "ask");
  const answers2 = await world.turns.visit(() => Promise.all(nodes2.map(ask2)));
  return { publishers, nodes: answers2 };
}
__name(gather2, "gather");
function plainAnswer(seen) {
  const headers = Object.entries(seen.headers).map(([name3, value]) => [
    name3,
    Array.isArray(value) ? value.join(", ") : value ?? ""
  ]);
  return { kind: "answer", status: seen.status, headers: Object.fromEntries(headers), body: seen.body };
}
__name(plainAnswer, "plainAnswer");

// src/verify/looking/image-evidence.ts
var CONTAINER2 = looseObject({ Image: string().min(1) });
var IMAGE = looseObject({
  Id: string().min(1),
  Size: number(),
  Config: looseObject({}).nullish(),
  RootFS: looseObject({ Layers: array(string()).nullish() })
});
var HISTORY = array(looseObject({ CreatedBy: string() }));
function imageOfService(service2, world) {
  return world.share(`image ${service2}`, (shared) => readImage(service2, shared));
}
__name(imageOfService, "imageOfService");
async function readImage(service2, world) {
  const found = await world.reads.service(service2);
  if (!found) return { kind: "no-service" };
  const reference = found.Spec.TaskTemplate.ContainerSpec?.Image ?? "";
  const doors = await taskDoors(service2, world);
  if (doors.length === 0) return { kind: "not-running", reference };
  const door = doors.find(({ at }) => at?.engine);
  const engine = door?.at?.engine;
  if (!door || !engine)
    return { kind: "unreachable", reason: "no node\u2019s engine with a task of it can be reached" };
  const get = /* @__PURE__ */ __name(async (path7, form) => checked(path7, form, await engine.json("GET", path7, { signal: world.signal })), "get");
  const { Image: id2 } = await get(`/containers/${door.containerId}/json`, CONTAINER2);
  const [image2, history] = await Promise.all([
    get(`/images/${id2}/json`, IMAGE),
    get(`/images/${id2}/history`, HISTORY)
  ]);
  return {
    kind: "found",
    reference,
    id: image2.Id,
    sizeBytes: image2.Size,
    layers: image2.RootFS.Layers?.length ?? 0,
    config: image2.Config ?? {},
    history: history.map(({ CreatedBy }) => CreatedBy)
  };
}
__name(readImage, "readImage");

// src/verify/judging/spec-secrets.rules.ts
var CLOSED = /* @__PURE__ */ new Set([
  "Env",
  "Args",
  "Cmd",
  "Command",
  "Entrypoint",
  "Labels",
  "Test",
  "Options",
  "DriverOpts",
  "OnBuild",
  // Of an image: the commands that made it.
  "history",
  // Of a secret's content, in a suite: a weak one is guessed from it.
  "sha256"
]);
function withoutSpecSecrets(data) {
  if (typeof data === "string") return withoutUrlSecrets(data);
  if (data === null || typeof data !== "object") return data;
  if (Array.isArray(data)) return data.map(withoutSpecSecrets);
  return mapValues(data, (value, key) => CLOSED.has(key) ? hidden(value, key) : withoutSpecSecrets(value));
}
__name(withoutSpecSecrets, "withoutSpecSecrets");
function shownAt(path7, value) {
  const names2 = (parsePath(path7) ?? []).flatMap((step) => step !== "all" && "key" in step ? [step.key] : []);
  const closed = names2.find((name3) => CLOSED.has(name3));
  return closed === void 0 ? withoutSpecSecrets(value) : hidden(value, closed);
}
__name(shownAt, "shownAt");
function hidden(value, key) {
  if (value === null || value === void 0) return value;
  if (Array.isArray(value)) return value.map((item) => hidden(item, key));
  if (typeof value === "object") return mapValues(value, (inner) => hidden(inner, key));
  const name3 = key === "Env" ? /^[A-Za-z_][\w.-]*=/.exec(String(value))?.[0] : void 0;
  return `${name3 ?? ""}${HIDDEN}`;
}
__name(hidden, "hidden");
var mapValues = /* @__PURE__ */ __name((data, of) => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, of(value, key)])), "mapValues");

// src/verify/kinds/image/judge.ts
function imageExpected(params21) {
  const expected = fieldsExpected(`the image of ${params21.service}`, checksOf3(params21, void 0));
  const absent2 = params21.absent.map((pattern2) => `/${bounded(pattern2, 60)}/ is not in its history`);
  return [expected, ...absent2].join("; ");
}
__name(imageExpected, "imageExpected");
function judgeImage(params21, { image: image2, registry }) {
  const { service: service2 } = params21;
  const expected = imageExpected(params21);
  if (image2.kind === "no-service")
    return fail(expected, `the stack has no service ${service2}`, "see `docker stack services`");
  if (image2.kind === "not-running")
    return fail(
      expected,
      `no task of ${service2} runs: ${image2.reference}`,
      "see `docker service ps --no-trunc`"
    );
  if (image2.kind === "unreachable")
    return inconclusive(expected, image2.reason, "point --docker-host at a node with a task of it");
  const place = ["services", service2, "image"];
  for (const pattern2 of params21.absent) {
    const found = matchingLines(pattern2, image2.history);
    if (found === "unknown")
      return inconclusive(expected, "an expression takes too long", "write a simpler regular expression");
    if (found.length > 0)
      return {
        ...fail(
          expected,
          `its history has what /${bounded(pattern2, 60)}/ matches`,
          "what a layer once held stays in the image"
        ),
        place
      };
  }
  if (registry?.kind === "unknown")
    return inconclusive(expected, `the registry did not say: ${bounded(registry.reason)}`, void 0);
  const checks = checksOf3(params21, { image: image2, registry });
  const figures = { sizeBytes: image2.sizeBytes, layers: image2.layers };
  if (checks.length === 0 && params21.absent.length > 0)
    return { ...judgeFields("the image", [NOTHING_FOUND], "", figures), expected };
  return {
    ...judgeFields(`the image of ${service2}`, checks, "see `docker image inspect`", figures),
    expected
  };
}
__name(judgeImage, "judgeImage");
var NOTHING_FOUND = {
  what: "what must not be in its history",
  value: "not found",
  wanted: "not found"
};
function checksOf3(params21, found) {
  const image2 = found?.image;
  const place = ["services", params21.service, "image"];
  const checks = [
    params21.pinned !== void 0 && {
      what: "pinned by digest",
      value: image2 && /@sha256:[0-9a-f]{64}$/.test(image2.reference),
      wanted: params21.pinned,
      place,
      hint: "deploy with the tag\u2019s digest: `docker stack deploy --resolve-image always`, from a registry"
    },
    params21.registry !== void 0 && {
      what: "in its registry",
      value: found && isInRegistry(found),
      wanted: params21.registry,
      place,
      hint: "push it, and deploy the digest that the registry answered"
    },
    params21.healthcheck !== void 0 && {
      what: "has a HEALTHCHECK",
      value: image2 && hasHealthcheck(image2.config),
      wanted: params21.healthcheck,
      hint: "add HEALTHCHECK to the Dockerfile"
    },
    params21.user !== void 0 && {
      what: "user",
      value: image2 && (image2.config.User ?? ""),
      wanted: params21.user
    },
    params21.size !== void 0 && { what: "size in bytes", value: image2?.sizeBytes, wanted: params21.size },
    params21.layers !== void 0 && { what: "layers", value: image2?.layers, wanted: params21.layers }
  ];
  const byPath = Object.entries(params21.config).map(([path7, wanted2]) => ({
    what: path7,
    value: fieldAt(image2?.config, path7),
    shownAs: shownAt(path7, fieldAt(image2?.config, path7)),
    wanted: wanted2
  }));
  return [...checks.filter((check) => check !== false), ...byPath];
}
__name(checksOf3, "checksOf");
function isInRegistry({ image: image2, registry }) {
  if (registry?.kind !== "has") return false;
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(image2.reference)?.[1];
  return pinned === void 0 || pinned === registry.digest;
}
__name(isInRegistry, "isInRegistry");
function hasHealthcheck(config) {
  const test = fieldAt(config, "Healthcheck.Test");
  return Array.isArray(test) && test.length > 0 && test[0] !== "NONE";
}
__name(hasHealthcheck, "hasHealthcheck");

// src/verify/kinds/image/kind.ts
var DISTRIBUTION = looseObject({
  Descriptor: looseObject({ digest: string().regex(/^sha256:[0-9a-f]{64}$/) })
});
var params6 = strictObject({
  service: serviceName(),
  pinned: boolean().optional().describe("The service names it by its digest."),
  registry: boolean().optional().describe("Its registry has it, and the pinned digest is the registry\u2019s."),
  healthcheck: boolean().optional().describe("It has a HEALTHCHECK."),
  user: wanted().optional().describe("USER, empty where there is none."),
  size: amount().optional().describe("Its size in bytes."),
  layers: amount().optional().describe("Its number of layers."),
  config: record(
    string().max(300).refine((path7) => parsePath(path7) !== void 0, 'takes a path such as Labels["x.y"]'),
    wanted()
  ).default({}).describe('Fields of its configuration, in the Engine API\u2019s words: Env, Entrypoint, Labels["\u2026"].'),
  absent: array(pattern()).max(50).default([]).describe("Regular expressions that no command of its history may match.")
});
var image = defineKind({
  name: "image",
  explanation: "Reads the image that a service\u2019s container really runs from its node\u2019s engine: configuration, HEALTHCHECK, layers, size, history; and, where asked, whether its registry has the digest that runs. Fails when one of them is not what it must be.",
  example: `- kind: image
  service: backend
  healthcheck: true
  layers: { lte: 30 }
  absent: [password]`,
  isDisturbing: false,
  looksAt: "specs",
  visits: "none",
  params: params6,
  expected: imageExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "image"], "place"),
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const found = await imageOfService(asked.service, world);
    const isAsked = asked.registry !== void 0 && found.kind === "found";
    return { image: found, registry: isAsked ? await askRegistry(found.reference, world) : void 0 };
  }, "gather"),
  judge: judgeImage
});
async function askRegistry(reference, world) {
  const name3 = reference.replace(/@sha256:.*$/, "");
  const path7 = `/distribution/${name3}/json`;
  try {
    const answer = checked(
      path7,
      DISTRIBUTION,
      await world.manager.json("GET", path7, { signal: world.signal })
    );
    return { kind: "has", digest: answer.Descriptor.digest };
  } catch (error) {
    const known = classifyAnswer(error);
    if (known.code === "cancelled") throw known;
    if (isGone(error)) return { kind: "lacks" };
    return { kind: "unknown", reason: explain(known) };
  }
}
__name(askRegistry, "askRegistry");

// src/verify/kinds/isolation/edges.rules.ts
var RULE = /^\s*(\S+)\s*->\s*([^\s:]+)(?::(\d{1,5})(\/udp)?)?\s*$/;
function parseEdgeRule(text3) {
  const [, from, to, port2, udp] = RULE.exec(text3) ?? [];
  if (from === void 0 || to === void 0)
    throw new SwarmlineError("input", `${JSON.stringify(text3)} is not an edge`, {
      hint: "write: backend -> redis"
    });
  if (port2 === void 0) return { from, to };
  return { from, to, port: Number(port2), protocol: udp === void 0 ? "tcp" : "udp" };
}
__name(parseEdgeRule, "parseEdgeRule");
function expectedEdges(services, all) {
  const onNetworks = /* @__PURE__ */ __name((some) => some.filter((rule2) => rule2.port === void 0), "onNetworks");
  const rules = { must: onNetworks(all.must), mustNot: onNetworks(all.mustNot) };
  const names2 = services.map((service2) => service2.name);
  for (const { from, to } of [...rules.must, ...rules.mustNot])
    for (const name3 of [from, to])
      if (name3 !== "*" && !names2.includes(name3))
        throw new SwarmlineError("input", `the stack has no service ${JSON.stringify(name3)}`, {
          hint: `it has ${names2.join(", ") || "none"}`
        });
  return services.flatMap(
    (from) => services.filter((to) => to.name !== from.name).map((to) => {
      const shared = from.networks.filter((network) => to.networks.includes(network));
      const ruled = ruleFor(from.name, to.name, rules);
      return {
        from: from.name,
        to: to.name,
        expected: ruled ?? (shared.length > 0 ? "open" : "blocked"),
        shared,
        isRuled: ruled !== void 0
      };
    })
  );
}
__name(expectedEdges, "expectedEdges");
function ruleFor(from, to, { must, mustNot }) {
  const strength = /* @__PURE__ */ __name((rules) => Math.max(
    0,
    ...rules.filter((rule2) => [from, "*"].includes(rule2.from) && [to, "*"].includes(rule2.to)).map((rule2) => 1 + Number(rule2.from !== "*") + Number(rule2.to !== "*"))
  ), "strength");
  const [open2, blocked] = [strength(must), strength(mustNot)];
  if (open2 === 0 && blocked === 0) return void 0;
  if (open2 === blocked)
    throw new SwarmlineError("input", `${from} -> ${to} must be, and must not be`, {
      hint: "remove one of the two rules"
    });
  return open2 > blocked ? "open" : "blocked";
}
__name(ruleFor, "ruleFor");

// src/verify/kinds/isolation/ports.rules.ts
function portEdges(services, published, { must, mustNot }) {
  const edgesOf = /* @__PURE__ */ __name((rules, expected) => rules.flatMap(
    ({ from, to, port: port2, protocol }) => protocol !== "tcp" ? [] : pairsOf(services, from, to).map((pair) => ({ ...pair, port: port2, expected }))
  ), "edgesOf");
  return [...edgesOf(must, "open"), ...edgesOf(mustNot, "blocked")].map(({ from, to, port: port2, expected }) => {
    const looks = published.filter((edge) => edge.to === to.name && edge.port === port2);
    const look2 = looks.find((edge) => edge.from === from.name);
    const isPublished = to.published.some((one) => one.port === port2);
    const isHole = expected === "blocked" && look2?.isOpenSomewhere;
    const seen = isHole ? "open" : look2?.state ?? (isPublished ? "unknown" : "not-published");
    const isOpenToSome = looks.some((edge) => edge.isOpenSomewhere);
    return { from: from.name, to: to.name, port: port2, expected, seen, isOpenToSome };
  });
}
__name(portEdges, "portEdges");
function pairsOf(services, from, to) {
  const names2 = services.map((service2) => service2.name);
  for (const name3 of [from, to])
    if (name3 !== "*" && !names2.includes(name3))
      throw new SwarmlineError("input", `the stack has no service ${JSON.stringify(name3)}`, {
        hint: `it has ${names2.join(", ") || "none"}`
      });
  const meant = /* @__PURE__ */ __name((name3) => services.filter((service2) => name3 === "*" || service2.name === name3), "meant");
  return meant(from).flatMap(
    (source) => meant(to).flatMap((target) => source === target ? [] : [{ from: source, to: target }])
  );
}
__name(pairsOf, "pairsOf");
function judgePort({
  expected,
  seen,
  isOpenToSome
}) {
  if (seen === "unknown") return "unknown";
  if (expected === "open") return seen === "open" ? "as-expected" : "unexpected";
  if (seen === "open") return "unexpected";
  return seen === "not-published" || isOpenToSome ? "as-expected" : "unknown";
}
__name(judgePort, "judgePort");
function portWords(edge) {
  const { from, to, port: port2, seen } = edge;
  const arrow2 = `${bounded(from, 64)} -> ${bounded(to, 64)}:${port2}`;
  if (seen === "not-published") return `${arrow2} is not published`;
  if (judgePort(edge) === "unknown") return `${arrow2} (nobody got through that published port)`;
  return `${arrow2} is ${seen}, through a published port`;
}
__name(portWords, "portWords");

// src/verify/kinds/isolation/observe.rules.ts
function observe(services, sightings, wanted2 = () => true) {
  const alive = listening(sightings, services);
  const pairs2 = services.flatMap(
    (from) => services.filter((to) => to !== from && wanted2(from.name, to.name)).map((to) => ({ from, to }))
  );
  return {
    edges: pairs2.map(({ from, to }) => {
      const own2 = sightings.filter((sighting) => sighting.from.service.name === from.name);
      const lost = own2.flatMap((one) => one.isRun ? [] : [`the probe of ${from.name} failed: ${one.reason}`]);
      const steps = own2.flatMap((one) => one.isRun ? stepsTo(to.name, one, alive) : []);
      const reasons = [...lost, ...silence2(from, to, own2)];
      return edgeOf(from.name, to.name, steps, reasons);
    }),
    published: pairs2.flatMap(({ from, to }) => publishedOf2(from.name, to.name, sightings))
  };
}
__name(observe, "observe");
function listening(sightings, services) {
  const known = /* @__PURE__ */ new Set();
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand;
      const counts2 = purpose.kind === "self" || purpose.kind === "path" && purpose.via === "task";
      if (counts2 && answers(answer, purpose.isKnock)) known.add(placeOf(purpose));
    }
  for (const service2 of services)
    for (const vip of service2.vips)
      for (const at of service2.tasks.flatMap((task) => task.attachments))
        for (const place of [...known].filter((one) => one.startsWith(`${vip.network}/${at.address}:`)))
          known.add(`${vip.network}/${vip.address}:${place.slice(place.lastIndexOf(":") + 1)}`);
  return known;
}
__name(listening, "listening");
function answers(answer, isKnock) {
  return answer.kind === "open" || isKnock && answer.kind === "refused";
}
__name(answers, "answers");
function placeOf({
  network,
  address,
  port: port2
}) {
  return `${network}/${address}:${port2}`;
}
__name(placeOf, "placeOf");
function stepsTo(to, sighting, alive) {
  const { heard } = sighting;
  const isProven = /* @__PURE__ */ __name((kind) => heard.some(({ errand, answer }) => kind.includes(errand.purpose.kind) && answer.kind === "open"), "isProven");
  const canConnect = isProven(["prober", "self", "path"]);
  const canResolve = resolves(sighting);
  const isMasked = /* @__PURE__ */ __name(({ network, port: port2, isKnock }) => heard.some(
    ({ errand: { purpose: p }, answer }) => p.kind === "decoy" && p.network === network && p.port === port2 && answers(answer, isKnock)
  ), "isMasked");
  return heard.flatMap(({ errand: { purpose }, answer }) => {
    if (purpose.kind === "name" && purpose.to === to)
      return [{ network: "", isName: true, isKnock: false, ...nameState(purpose, answer, canResolve) }];
    if (purpose.kind !== "path" || purpose.to !== to) return [];
    const { isKnock } = purpose;
    const way = isKnock ? `${purpose.via} ${purpose.address}, where nothing listens, on ${purpose.network}` : `${purpose.via} ${purpose.address}:${purpose.port} on ${purpose.network}`;
    const step = /* @__PURE__ */ __name((state, words3) => [
      { state, words: words3, network: purpose.network, isName: false, isKnock }
    ], "step");
    if (answers(answer, isKnock))
      return purpose.via === "across" && isMasked(purpose) ? isKnock ? (
        // Nothing listens, and it is as if nobody were there: whoever asks cannot tell it from nobody.
        step("blocked", `${way}: the same as where nobody is`)
      ) : step("unknown", `${way}: an unused address answers there too`) : step("open", way);
    if (!isFailure(answer)) return step("unknown", `${way}: ${detailOf(answer)}`);
    if (!canConnect)
      return step("unknown", `the probe of ${sighting.from.service.name} reached nothing at all`);
    if (!alive.has(placeOf(purpose)))
      return step(
        "unknown",
        isKnock ? `nothing shows that ${to} answers at all` : `nothing shows that ${to} listens on ${purpose.port}`
      );
    return step("blocked", `${way} (${answer.kind})`);
  });
}
__name(stepsTo, "stepsTo");
function isFailure(answer) {
  return answer.kind === "refused" || answer.kind === "silent" || answer.kind === "unreachable";
}
__name(isFailure, "isFailure");
function detailOf(answer) {
  return answer.kind === "unknown" ? answer.detail : answer.kind;
}
__name(detailOf, "detailOf");
function nameState(purpose, answer, canResolve) {
  const words3 = `the name ${purpose.name}`;
  if (answer.kind === "named")
    return meets(answer.addresses, purpose.truth) ? { state: "open", words: words3 } : { state: "blocked", words: `${words3} (it is ${answer.addresses.slice(0, 3).join(", ")})` };
  if (answer.kind !== "no-such-name" && answer.kind !== "no-name-answer")
    return { state: "unknown", words: `${words3}: ${detailOf(answer)}` };
  return canResolve ? { state: "blocked", words: words3 } : { state: "unknown", words: `${words3}: the resolver does not know the asker either` };
}
__name(nameState, "nameState");
function resolves({ heard }) {
  return heard.some(
    ({ errand: { purpose }, answer }) => purpose.kind === "resolver" && answer.kind === "named" && meets(answer.addresses, purpose.truth)
  );
}
__name(resolves, "resolves");
var meets = /* @__PURE__ */ __name((some, others) => some.some((one) => others.includes(one)), "meets");
function silence2(from, to, own2) {
  return [
    ...own2.length === 0 ? [`${from.name} has no running task`] : [],
    ...to.tasks.length === 0 ? [`${to.name} has no running task`] : [],
    ...[from, to].filter((service2) => service2.networks.includes("host")).map((service2) => `${service2.name} is on its node's own network, where nothing is apart`)
  ];
}
__name(silence2, "silence");
function edgeOf(from, to, steps, reasons) {
  const ways = steps.filter((step) => !step.isName);
  const isQuiet = ways.length > 0 && ways.every((step) => step.isKnock);
  const isSilent = ways.length === 0 && reasons.length === 0 || isQuiet;
  const of = /* @__PURE__ */ __name((state) => steps.filter((step) => step.state === state), "of");
  const words3 = /* @__PURE__ */ __name((state) => [...new Set(of(state).map((step) => step.words))], "words");
  return {
    from,
    to,
    tcp: stateOf(ways, reasons.length > 0),
    name: stateOf(
      steps.filter((step) => step.isName),
      reasons.length > 0
    ),
    openBy: words3("open"),
    blockedBy: words3("blocked"),
    openOn: [...new Set(of("open").flatMap((step) => step.isName ? [] : step.network))],
    unknownBecause: [
      .../* @__PURE__ */ new Set([...reasons, ...words3("unknown"), ...isSilent ? [`${to} listens on no port`] : []])
    ],
    isQuiet
  };
}
__name(edgeOf, "edgeOf");
function stateOf(steps, isLacking) {
  if (steps.some((step) => step.state === "open")) return "open";
  if (isLacking || steps.length === 0 || steps.some((step) => step.state === "unknown")) return "unknown";
  return "blocked";
}
__name(stateOf, "stateOf");
function publishedOf2(from, to, sightings) {
  const heard = sightings.flatMap((one) => one.isRun && one.from.service.name === from ? one.heard : []);
  const ports = /* @__PURE__ */ new Map();
  for (const { errand, answer } of heard) {
    const { purpose } = errand;
    if (purpose.kind !== "published" || purpose.to !== to) continue;
    const state = answer.kind === "open" ? "open" : isFailure(answer) ? "blocked" : "unknown";
    const said2 = ports.get(purpose.port) ?? [];
    said2.push({ state, words: `${purpose.node}: ${answer.kind}` });
    ports.set(purpose.port, said2);
  }
  return [...ports].map(([port2, said2]) => ({
    from,
    to,
    port: port2,
    state: said2.every((one) => one.state === "open") ? "open" : said2.some((one) => one.state === "blocked") ? "blocked" : "unknown",
    isOpenSomewhere: said2.some((one) => one.state === "open"),
    said: said2.map((one) => one.words)
  }));
}
__name(publishedOf2, "publishedOf");

// src/verify/kinds/isolation/udp.rules.ts
function udpRules(services, { must, mustNot }) {
  const ports = new Set([...must, ...mustNot].flatMap((rule2) => rule2.protocol === "udp" ? rule2.port : []));
  return [...ports].flatMap((port2) => {
    const of = /* @__PURE__ */ __name((rules) => rules.filter((rule2) => rule2.protocol === "udp" && rule2.port === port2), "of");
    const own2 = { must: of(must), mustNot: of(mustNot) };
    const pairs2 = [...own2.must, ...own2.mustNot].flatMap((rule2) => pairsOf(services, rule2.from, rule2.to));
    const once = new Map(pairs2.map((pair) => [`${pair.from.name} ${pair.to.name}`, pair]));
    return [...once.values()].flatMap(({ from, to }) => {
      const expected = ruleFor(from.name, to.name, own2);
      return expected ? [{ from: from.name, to: to.name, port: port2, expected }] : [];
    });
  });
}
__name(udpRules, "udpRules");
function udpEdges(services, sightings, rules) {
  const controls = controlsOf(services, sightings);
  const named2 = new Map(services.map((service2) => [service2.name, service2]));
  return rules.map((rule2) => {
    const own2 = sightings.filter((sighting) => sighting.from.service.name === rule2.from);
    const [from, to] = [named2.get(rule2.from), named2.get(rule2.to)];
    const reasons = [
      ...own2.flatMap((one) => one.isRun ? [] : [`the probe of ${rule2.from} failed: ${one.reason}`]),
      ...from && to ? silence2(from, to, own2) : [`${from ? rule2.to : rule2.from} no longer exists`]
    ];
    const steps = own2.flatMap((one) => one.isRun ? stepsTo2(rule2, one, controls) : []);
    return { ...rule2, steps: [...steps, ...reasons.map((words3) => ({ state: "unknown", words: words3 }))] };
  });
}
__name(udpEdges, "udpEdges");
function controlsOf(services, sightings) {
  const answered = /* @__PURE__ */ new Set();
  const closed = /* @__PURE__ */ new Set();
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand;
      const isSelf = purpose.kind === "udp-self";
      if (!isSelf && !(purpose.kind === "udp-way" && purpose.via === "task")) continue;
      if (answer.kind === "open") answered.add(placeOf(purpose));
      if (answer.kind === "refused" && isSelf) closed.add(placeOf(purpose));
    }
  for (const { vips, tasks } of services)
    for (const { network, address } of vips) {
      const behind2 = tasks.flatMap((task) => task.attachments.filter((at) => at.network === network));
      for (const port2 of new Set([...answered, ...closed].map(portIn))) {
        const places = behind2.map((at) => placeOf({ ...at, port: port2 }));
        const vip = placeOf({ network, address, port: port2 });
        if (places.some((place) => answered.has(place))) answered.add(vip);
        if (places.length > 0 && places.every((place) => closed.has(place))) closed.add(vip);
      }
    }
  return { answered, closed };
}
__name(controlsOf, "controlsOf");
var portIn = /* @__PURE__ */ __name((place) => Number(place.slice(place.lastIndexOf(":") + 1)), "portIn");
function stepsTo2(rule2, sighting, controls) {
  const { heard } = sighting;
  const canSend = resolves(sighting) || heard.some(({ errand, answer }) => isUdp(errand.purpose.kind) && hasReached(answer.kind));
  const isMasked = /* @__PURE__ */ __name((network) => heard.some(
    ({ errand: { purpose: p }, answer }) => p.kind === "udp-decoy" && p.network === network && p.port === rule2.port && hasReached(answer.kind)
  ), "isMasked");
  return heard.flatMap(({ errand: { purpose }, answer }) => {
    if (purpose.kind !== "udp-way" || purpose.to !== rule2.to || purpose.port !== rule2.port) return [];
    const { via, address, port: port2, network } = purpose;
    const way = `${via} ${address}:${port2} on ${network}`;
    const place = placeOf(purpose);
    const unknown = /* @__PURE__ */ __name((words3) => [{ state: "unknown", words: words3 }], "unknown");
    if (hasReached(answer.kind) && via === "across" && isMasked(network))
      return unknown(`${way}: an unused address answers there too`);
    if (answer.kind === "open") return [{ state: "open", words: way }];
    if (!isFailure(answer)) return unknown(`${way}: ${detailOf(answer)}`);
    if (controls.answered.has(place) && canSend)
      return [{ state: "blocked", words: `${way} (${answer.kind})` }];
    if (answer.kind === "refused" && controls.closed.has(place))
      return [{ state: "refused", words: `${way} (refused: nothing listens there)` }];
    return unknown(
      canSend ? `nothing shows that ${rule2.to} answers on ${port2} by UDP` : `the probe of ${rule2.from} reached nothing at all by UDP`
    );
  });
}
__name(stepsTo2, "stepsTo");
var isUdp = /* @__PURE__ */ __name((kind) => ["udp-way", "udp-self"].includes(kind), "isUdp");
var hasReached = /* @__PURE__ */ __name((kind) => kind === "open" || kind === "refused", "hasReached");
function judgeUdp({ expected, steps }) {
  const has = /* @__PURE__ */ __name((...states) => steps.some((step) => states.includes(step.state)), "has");
  if (expected === "open" ? has("blocked") : has("open", "refused")) return "unexpected";
  if (steps.length === 0 || has("unknown", "refused")) return "unknown";
  return "as-expected";
}
__name(judgeUdp, "judgeUdp");
function udpWords(edge) {
  const { from, to, port: port2, expected, steps } = edge;
  const arrow2 = `${bounded(from, 64)} -> ${bounded(to, 64)}:${port2}/udp`;
  const said2 = /* @__PURE__ */ __name((...states) => bounded(
    [...new Set(steps.filter((step) => states.includes(step.state)).map((step) => step.words))].slice(0, 2).join(", ")
  ), "said");
  if (judgeUdp(edge) === "unknown") return `${arrow2} (${said2("unknown", "refused") || "nothing was heard"})`;
  return seenOf(edge) === "blocked" ? `${arrow2} is blocked: ${said2("blocked")}` : `${arrow2} is ${expected === "blocked" && !steps.some((step) => step.state === "open") ? "reached" : "open"}: ${said2("open", "refused")}`;
}
__name(udpWords, "udpWords");
function seenOf(edge) {
  const verdict = judgeUdp(edge);
  if (verdict === "unknown") return "unknown";
  return verdict === "as-expected" === (edge.expected === "open") ? "open" : "blocked";
}
__name(seenOf, "seenOf");

// src/verify/kinds/isolation/judge.ts
function judgeEdge({ expected, observed }) {
  const { tcp: tcp3, name: name3, blockedBy } = observed;
  if (expected.expected === "blocked") {
    if (tcp3 === "open" || name3 === "open") return "unexpected";
    return tcp3 === "blocked" && name3 === "blocked" ? "as-expected" : "unknown";
  }
  if (blockedBy.length > 0) return "unexpected";
  if (observed.isQuiet && expected.isRuled) return "unknown";
  return tcp3 === "open" && name3 === "open" ? "as-expected" : "unknown";
}
__name(judgeEdge, "judgeEdge");
var MOST_NAMED = 5;
function judgeIsolation(evidence) {
  const { edges: edges2, services } = evidence;
  const open2 = edges2.filter((edge) => edge.expected.expected === "open").length;
  const expected = `${open2} of ${count(edges2.length, "edge")} between ${count(services.length, "service")} open, the others blocked`;
  const judged = edges2.map((edge) => ({ edge, verdict: judgeEdge(edge) }));
  const wrong = judged.filter((one) => one.verdict === "unexpected").map((one) => one.edge);
  const unknown = judged.filter((one) => one.verdict === "unknown").map((one) => one.edge);
  const figures = {
    services: services.length,
    edges: edges2.length,
    asExpected: edges2.length - wrong.length - unknown.length,
    unexpected: wrong.length,
    unknown: unknown.length,
    lookOuts: evidence.lookOuts,
    rounds: evidence.rounds
  };
  const wrongPorts = evidence.ports.filter((port2) => judgePort(port2) === "unexpected");
  const unknownPorts = evidence.ports.filter((port2) => judgePort(port2) === "unknown");
  const [first] = wrong;
  const wrongUdp = evidence.udp.filter((edge) => judgeUdp(edge) === "unexpected");
  const unknownUdp = evidence.udp.filter((edge) => judgeUdp(edge) === "unknown");
  const surprises = [
    ...first ? [named(wrong, surprise)] : [],
    ...wrongPorts.length > 0 ? [named(wrongPorts, portWords)] : [],
    ...wrongUdp.length > 0 ? [named(wrongUdp, udpWords)] : []
  ].join("; ");
  if (first) return fail(expected, surprises, hintFor2(first), figures);
  const [firstPort] = wrongPorts;
  if (firstPort) return fail(expected, surprises, portHint(firstPort), figures);
  const [firstUdp] = wrongUdp;
  if (firstUdp) return fail(expected, surprises, udpHint(firstUdp), figures);
  if (edges2.length === 0)
    return inconclusive(expected, "there are no two services to look at", "deploy the stack first", figures);
  if (unknown.length > 0)
    return inconclusive(
      expected,
      `${count(unknown.length, "edge")} not known: ${named(unknown, doubt)}`,
      "check that every service runs and listens, then look again",
      figures
    );
  if (unknownPorts.length > 0)
    return inconclusive(
      expected,
      `${count(unknownPorts.length, "published port")} not known: ${named(unknownPorts, portWords)}`,
      "check that the service runs, listens and is published, then look again",
      figures
    );
  if (unknownUdp.length > 0)
    return inconclusive(
      expected,
      `${count(unknownUdp.length, "edge")} by UDP not known: ${named(unknownUdp, udpWords)}`,
      "only an answer shows that a port of UDP is there: let the target send back what comes, then look again",
      figures
    );
  return pass(expected, `${open2} open and ${edges2.length - open2} blocked, as they must be`, figures);
}
__name(judgeIsolation, "judgeIsolation");
function named(edges2, words3) {
  const rest = edges2.length - MOST_NAMED;
  const shown3 = edges2.slice(0, MOST_NAMED).map(words3).join("; ");
  return rest > 0 ? `${shown3}; and ${rest} more` : shown3;
}
__name(named, "named");
var plain2 = /* @__PURE__ */ __name((name3) => bounded(name3, 64), "plain");
var arrow = /* @__PURE__ */ __name(({ expected: { from, to } }) => `${plain2(from)} -> ${plain2(to)}`, "arrow");
function surprise(edge) {
  const { openBy, blockedBy } = edge.observed;
  const isOpen = edge.expected.expected === "blocked";
  const ways = (isOpen ? openBy : blockedBy).slice(0, 2).join(", ");
  return `${arrow(edge)} is ${isOpen ? "open" : "blocked"}: ${bounded(ways)}`;
}
__name(surprise, "surprise");
function doubt(edge) {
  return `${arrow(edge)} (${bounded(edge.observed.unknownBecause[0] ?? "nothing was heard")})`;
}
__name(doubt, "doubt");
function portHint({ expected, to, port: port2 }) {
  return expected === "blocked" ? `a published port is open to every service that reaches a node: stop publishing ${port2} of ${plain2(to)}` : `publish ${port2} of ${plain2(to)}, and see that the sources\u2019 networks are not internal`;
}
__name(portHint, "portHint");
function udpHint({ expected, from, to, port: port2 }) {
  const [source, target] = [plain2(from), plain2(to)];
  return expected === "blocked" ? `take ${source} or ${target} off the network that both are on, or allow ${port2}/udp` : `attach both running services to one network, and see that nothing on it turns ${port2}/udp away`;
}
__name(udpHint, "udpHint");
var BETWEEN_NODES = "Between nodes, UDP 4789 must pass with the sender\u2019s own address: look for a firewall, or a rule that masquerades it";
function hintFor2({ expected, observed }) {
  const { shared } = expected;
  const [from, to] = [plain2(expected.from), plain2(expected.to)];
  if (expected.expected === "blocked") {
    const through = observed.openOn.length > 0 ? observed.openOn : shared;
    const networks = through.map((one) => bounded(one, 80)).join(", ");
    return networks ? `take ${from} or ${to} off the network ${networks}, or allow the edge` : `see which network ${from} and ${to} share: \`docker service inspect\``;
  }
  if (shared.length === 0) return `put ${from} and ${to} on a network of their own, or remove the rule`;
  const idle = [from, to].filter((name3) => observed.unknownBecause.includes(`${name3} has no running task`));
  if (idle.length > 0) return `see why ${idle.join(" and ")} does not run: \`docker service ps --no-trunc\``;
  const network = shared.map((one) => bounded(one, 80)).join(", ");
  return observed.tcp === "open" ? `both are on ${network}, and one way is open while another is not: see the tasks and the nodes named. ${BETWEEN_NODES}` : `attach both running services to the network ${network}. If they are, let UDP 7946 pass between the nodes. ${BETWEEN_NODES}`;
}
__name(hintFor2, "hintFor");

// src/verify/probes/exposed-ports.ts
async function exposedBy(sources, signal) {
  const found = await Promise.all(
    sources.map(async ({ key, engine, containerId }) => {
      const read2 = engine.json("GET", `/containers/${containerId}/json`, { signal });
      const inspected = await read2.catch(() => void 0);
      return inspected ? [[key, portsIn(inspected)]] : [];
    })
  );
  return new Map(found.flat());
}
__name(exposedBy, "exposedBy");
function portsIn({ Config }) {
  return Object.keys(Config?.ExposedPorts ?? {}).flatMap((name3) => {
    const port2 = /^(\d{1,5})\/tcp$/.exec(name3)?.[1];
    return port2 === void 0 ? [] : [Number(port2)];
  });
}
__name(portsIn, "portsIn");

// src/verify/kinds/isolation/asks.rules.ts
var MOST_PORTS = 6;
var KNOCK_PORT = 9;
var MOST_NODES = 2;
function errandsOf(from, world, listening2, wanted2, hasMesh, exposed = /* @__PURE__ */ new Map()) {
  const known = { listening: listening2, exposed };
  const others = world.services.filter(
    (to) => to.name !== from.service.name && wanted2(from.service.name, to.name)
  );
  const paths = others.flatMap((to) => pathsTo(from, to, known, hasMesh));
  return [
    { purpose: { kind: "prober" }, ask: { kind: "connect", address: "127.0.0.11", port: 53 } },
    {
      purpose: { kind: "resolver", truth: truthOf(from.service) },
      ask: { kind: "resolve", name: from.service.fullName }
    },
    ...from.service.tasks.flatMap(
      (task) => task.attachments.flatMap(
        (at) => portsOf(from.service, task, at, known).map(
          (port2) => tcp({ kind: "self", network: at.network, address: at.address, ...port2 })
        )
      )
    ),
    ...decoys(paths, world),
    ...paths.map(tcp),
    ...others.flatMap((to) => namesOf(from, to)),
    ...others.flatMap((to) => publishedOf3(from, to, world, hasMesh))
  ];
}
__name(errandsOf, "errandsOf");
function tcp(purpose) {
  return { purpose, ask: { kind: "connect", address: purpose.address, port: purpose.port } };
}
__name(tcp, "tcp");
function pathsTo(from, to, known, hasMesh) {
  const { hasShared, ways, vips } = waysTo(from, to, hasMesh);
  const toTasks = ways.flatMap(
    ({ task, at }) => portsOf(to, task, at, known).map(
      (port2) => ({
        kind: "path",
        to: to.name,
        via: hasShared ? "task" : "across",
        network: at.network,
        address: at.address,
        ...port2
      })
    )
  );
  const toVips = vips.flatMap(
    (vip) => (
      // What balances has an answer of its own for closed ports.
      [
        ...new Set(toTasks.filter((path7) => path7.network === vip.network && !path7.isKnock).map((path7) => path7.port))
      ].map(
        (port2) => ({
          kind: "path",
          to: to.name,
          via: "vip",
          network: vip.network,
          address: vip.address,
          port: port2,
          isKnock: false
        })
      )
    )
  );
  return [...toVips, ...toTasks];
}
__name(pathsTo, "pathsTo");
function portsOf(service2, task, at, { listening: listening2, exposed }) {
  const key = `${service2.fullName}@${task.nodeId}`;
  const any = service2.tasks.flatMap((one) => listening2.get(`${service2.fullName}@${one.nodeId}`) ?? []);
  const heard = (listening2.get(key) ?? any).filter(
    (one) => one.address === void 0 || one.address === at.address
  );
  const promised = [...service2.published.map((one) => one.target), ...exposed.get(key) ?? []];
  const ports = [...new Set(heard.length > 0 ? heard.map((one) => one.port) : promised)].slice(0, MOST_PORTS);
  if (ports.length > 0) return ports.map((port2) => ({ port: port2, isKnock: false }));
  return exposed.has(key) ? [{ port: KNOCK_PORT, isKnock: true }] : [];
}
__name(portsOf, "portsOf");
function decoys(paths, world) {
  const across = paths.filter((path7) => path7.via === "across");
  const places = new Map(across.map((path7) => [`${path7.network} ${path7.port}`, path7]));
  const free = freeAddresses(world);
  return [...places.values()].flatMap(({ network, port: port2 }) => {
    const address = free(network);
    return address ? [{ purpose: { kind: "decoy", network, port: port2 }, ask: { kind: "connect", address, port: port2 } }] : [];
  });
}
__name(decoys, "decoys");
function namesOf(from, to) {
  const hasShared = to.networks.some((network) => from.service.networks.includes(network));
  return [to.fullName, ...hasShared ? [`tasks.${to.fullName}`] : []].map((name3) => ({
    purpose: { kind: "name", to: to.name, name: name3, truth: truthOf(to) },
    ask: { kind: "resolve", name: name3 }
  }));
}
__name(namesOf, "namesOf");
function truthOf(service2) {
  return [...service2.vips, ...service2.tasks.flatMap((task) => task.attachments)].map((at) => at.address);
}
__name(truthOf, "truthOf");
function publishedOf3(from, to, world, hasMesh) {
  const nodes2 = world.nodes.filter((node) => !/^(?:127\.|0\.0\.0\.0$|::)/.test(node.address));
  const own2 = nodes2.filter((node) => node.id === from.task.nodeId);
  const withTask = nodes2.filter((node) => to.tasks.some((task) => task.nodeId === node.id));
  return to.published.flatMap(({ port: port2, mode }) => {
    if (mode === "ingress" && !hasMesh) return [];
    const asked = mode === "ingress" ? /* @__PURE__ */ new Set([...own2, ...nodes2]) : new Set(withTask);
    return [...asked].slice(0, MOST_NODES).map(
      (node) => ({
        purpose: { kind: "published", to: to.name, node: node.name, port: port2 },
        ask: { kind: "connect", address: node.address, port: port2 }
      })
    );
  });
}
__name(publishedOf3, "publishedOf");

// src/verify/kinds/isolation/udp-asks.rules.ts
function udpErrandsOf(from, world, rules, hasMesh) {
  const ownPorts = rules.filter((rule2) => rule2.to === from.service.name).map((rule2) => rule2.port);
  const selves = [...new Set(ownPorts)].flatMap(
    (port2) => from.service.tasks.flatMap(
      (task) => task.attachments.map(({ network, address }) => ({ kind: "udp-self", network, address, port: port2 }))
    )
  );
  const ways = rules.filter((rule2) => rule2.from === from.service.name).flatMap((rule2) => udpWays(from, rule2, world, hasMesh));
  return [...selves.map(datagram), ...decoys2(ways, world), ...ways.map(datagram)];
}
__name(udpErrandsOf, "udpErrandsOf");
function udpWays(from, { to, port: port2 }, world, hasMesh) {
  const target = world.services.find((service2) => service2.name === to);
  if (!target) return [];
  const { hasShared, ways, vips } = waysTo(from, target, hasMesh);
  const way = /* @__PURE__ */ __name((via, { network, address }) => ({
    kind: "udp-way",
    ...{ to, via, network, address, port: port2 }
  }), "way");
  return [
    ...vips.map((vip) => way("vip", vip)),
    ...ways.map(({ at }) => way(hasShared ? "task" : "across", at))
  ];
}
__name(udpWays, "udpWays");
function datagram(purpose) {
  return { purpose, ask: { kind: "datagram", address: purpose.address, port: purpose.port } };
}
__name(datagram, "datagram");
function decoys2(ways, world) {
  const free = freeAddresses(world);
  const across = ways.filter((way) => way.via === "across");
  const places = new Map(across.map((way) => [`${way.network} ${way.port}`, way]));
  return [...places.values()].flatMap(({ network, port: port2 }) => {
    const address = free(network);
    return address ? [{ purpose: { kind: "udp-decoy", network, port: port2 }, ask: { kind: "datagram", address, port: port2 } }] : [];
  });
}
__name(decoys2, "decoys");

// src/verify/kinds/isolation/look.ts
async function look(world, slice, asked) {
  const { wanted: wanted2, udp, labels: labels2 } = asked;
  const byUdp = new Set(udp.flatMap((rule2) => [rule2.from, rule2.to]));
  const concerned = /* @__PURE__ */ __name((service2) => byUdp.has(service2.name) || world.services.some((other) => wanted2(service2.name, other.name) || wanted2(other.name, service2.name)), "concerned");
  const outs = lookOuts(world).filter((out) => concerned(out.service));
  const sightings = await sightingsFrom(
    outs,
    slice,
    (listeners, exposed) => new Map(
      outs.map((out) => [
        out.key,
        [
          ...errandsOf(out, world, listeners, wanted2, slice.hasMesh, exposed),
          ...udpErrandsOf(out, world, udp, slice.hasMesh)
        ]
      ])
    ),
    labels2
  );
  return {
    ...observe(world.services, sightings, wanted2),
    udp: udpEdges(world.services, sightings, udp),
    lookOuts: outs.length
  };
}
__name(look, "look");
async function sightingsFrom(outs, slice, plan, labels2) {
  const engines = new Map(slice.nodes.map((node) => [node.id, node.engine]));
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId);
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  let errands = /* @__PURE__ */ new Map();
  const outcomes = await runProbes(
    sources,
    async (listeners) => {
      const quiet = sources.filter((source) => listeners.get(source.key)?.length === 0);
      errands = plan(listeners, await exposedBy(quiet, slice.signal));
      return new Map([...errands].map(([key, own2]) => [key, own2.map((errand) => errand.ask)]));
    },
    slice,
    labels2
  );
  return outs.map((from) => {
    const outcome = outcomes.get(from.key);
    if (!outcome) return { from, isRun: false, reason: "the engine of its node cannot be asked" };
    if (!outcome.isRun) return { from, isRun: false, reason: outcome.reason };
    const heard = (errands.get(from.key) ?? []).flatMap((errand, i) => {
      const answer = outcome.answers[i];
      return answer ? [{ errand, answer }] : [];
    });
    return { from, isRun: true, heard };
  });
}
__name(sightingsFrom, "sightingsFrom");

// src/verify/kinds/isolation/gather.ts
async function gatherIsolation(slice, request) {
  const world = await readMeshWorld(slice);
  const expected = expectedFor(world, request);
  const ruledPorts = portEdges(world.services, [], request.rules);
  const ruledUdp = udpRules(world.services, request.rules);
  const asked = { wanted: isAmong([...expected, ...ruledPorts]), udp: ruledUdp, labels: request.labels };
  const first = await look(world, slice, asked);
  let edges2 = pairUp(expected, first.edges);
  let ports = portEdges(world.services, first.published, request.rules);
  const odd = edges2.filter((edge) => judgeEdge(edge) !== "as-expected").map((edge) => edge.expected);
  const oddPorts = ports.filter((edge) => judgePort(edge) !== "as-expected");
  let udp = first.udp;
  const hasOddUdp = udp.some(isOddUdp);
  const isOdd = odd.length > 0 || oddPorts.length > 0 || hasOddUdp;
  if (isOdd) {
    await slice.clock.sleep(request.settleMs ?? 2e3, slice.signal);
    const now = await readMeshWorld(slice);
    const second = await look(now, slice, {
      wanted: isAmong([...odd, ...oddPorts.length > 0 ? ports : []]),
      udp: hasOddUdp ? ruledUdp : [],
      labels: request.labels
    });
    udp = udp.map((edge, i) => isOddUdp(edge) ? second.udp[i] ?? edge : edge);
    if (oddPorts.length > 0) ports = portEdges(now.services, second.published, request.rules);
    const again = pairUp(odd, second.edges);
    edges2 = edges2.map((edge) => again.find((one) => one.expected === edge.expected) ?? edge);
  }
  return {
    services: world.services.map(({ name: name3, networks }) => ({
      name: name3,
      networks,
      isOnHost: networks.includes("host")
    })),
    edges: edges2,
    published: first.published,
    ports,
    udp,
    rounds: isOdd ? 2 : 1,
    lookOuts: first.lookOuts
  };
}
__name(gatherIsolation, "gatherIsolation");
var isOddUdp = /* @__PURE__ */ __name((edge) => judgeUdp(edge) !== "as-expected", "isOddUdp");
function expectedFor(world, { rules, declared }) {
  const placed = world.services.map(({ name: name3, networks }) => ({
    name: name3,
    networks: declared?.[name3] ?? networks
  }));
  const left = world.services.filter((one) => one.networks.includes("host") || isAbsent(one)).map(({ name: name3 }) => name3);
  return expectedEdges(placed, rules).filter(
    (edge) => edge.isRuled || !(left.includes(edge.from) || left.includes(edge.to))
  );
}
__name(expectedFor, "expectedFor");
function isAmong(edges2) {
  const keys = new Set(edges2.map((edge) => `${edge.from} ${edge.to}`));
  return (from, to) => keys.has(`${from} ${to}`);
}
__name(isAmong, "isAmong");
function pairUp(expected, observed) {
  const byPair = new Map(observed.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return expected.flatMap((edge) => {
    const seen = byPair.get(`${edge.from} ${edge.to}`);
    return seen ? [{ expected: edge, observed: seen }] : [];
  });
}
__name(pairUp, "pairUp");

// src/verify/kinds/isolation/matrix.rules.ts
function matrixOf({ services, edges: edges2, published, ports, udp }) {
  const isRuled = /* @__PURE__ */ __name((edge) => ports.some((one) => isSame(one, edge)), "isRuled");
  return {
    services: services.map((service2) => bounded(service2.name, 64)),
    cells: edges2.map(cellOf2),
    published: [
      ...published.filter((edge) => !isRuled(edge)).map((edge) => portOf(edge, edge.state)),
      ...ports.map((edge) => portOf(edge, seenOfPort(edge), { ...edge, verdict: judgePort(edge) }))
    ],
    ...udp.length > 0 ? { udp: udp.map((edge) => portOf(edge, seenOf(edge), { ...edge, verdict: judgeUdp(edge) })) } : {}
  };
}
__name(matrixOf, "matrixOf");
var isSame = /* @__PURE__ */ __name((a, b) => a.from === b.from && a.to === b.to && a.port === b.port, "isSame");
function portOf({ from, to, port: port2 }, state, ruled) {
  return {
    from: bounded(from, 64),
    to: bounded(to, 64),
    port: port2,
    state,
    ...ruled ? { expected: ruled.expected } : {},
    ...ruled?.verdict === "unexpected" ? { isUnexpected: true } : {}
  };
}
__name(portOf, "portOf");
function seenOfPort(edge) {
  if (judgePort(edge) === "unknown") return "unknown";
  return edge.seen === "not-published" ? "blocked" : edge.seen;
}
__name(seenOfPort, "seenOfPort");
function cellOf2(edge) {
  const { expected, observed } = edge;
  const verdict = judgeEdge(edge);
  const seen = verdict === "unknown" ? "unknown" : verdict === "as-expected" === (expected.expected === "open") ? "open" : "blocked";
  const ways = { open: observed.openBy, blocked: observed.blockedBy, unknown: observed.unknownBecause }[seen];
  return {
    from: bounded(expected.from, 64),
    to: bounded(expected.to, 64),
    expected: expected.expected,
    observed: seen,
    verdict,
    detail: bounded(ways.slice(0, 3).join(", "), 200)
  };
}
__name(cellOf2, "cellOf");

// src/verify/kinds/isolation/table.rules.ts
var SIGNS = { open: "+", blocked: ".", unknown: "?" };
var MOST_LETTERS = 20;
function isolationTable({ services, cells, published, udp }) {
  const short = /* @__PURE__ */ __name((name3) => bounded(name3, MOST_LETTERS), "short");
  const cellAt = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const portsFrom = /* @__PURE__ */ __name((from, ports) => ports.filter((edge) => edge.from === from).map((edge) => `${short(edge.to)}:${edge.port}${SIGNS[edge.state]}${edge.isUnexpected ? "!" : ""}`).join(" "), "portsFrom");
  const rows = services.map((from) => [
    short(from),
    ...services.map((to) => from === to ? "-" : signOf(cellAt.get(`${from} ${to}`))),
    portsFrom(from, published),
    ...udp ? [portsFrom(from, udp)] : []
  ]);
  const table = [["from \\ to", ...services.map(short), "published", ...udp ? ["udp"] : []], ...rows];
  const widths = (table[0] ?? []).map(
    (_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))
  );
  const lines = table.map(
    (row) => row.map((text3, column) => text3.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  );
  return [...lines, "+ open  . blocked  ? not known  ! not as it must be"];
}
__name(isolationTable, "isolationTable");
function signOf(cell) {
  return cell ? `${SIGNS[cell.observed]}${cell.verdict === "unexpected" ? "!" : ""}` : "";
}
__name(signOf, "signOf");

// src/verify/kinds/isolation/kind.ts
var edges = /* @__PURE__ */ __name(() => array(
  string().max(140).regex(
    /^\s*(?:\*|[a-zA-Z0-9][\w.-]*)\s*->\s*(?:\*|[a-zA-Z0-9][\w.-]*)(?::\d{1,5}(?:\/udp)?)?\s*$/,
    "takes an edge, such as: backend -> redis"
  )
).max(500).default([]), "edges");
var params7 = strictObject({
  must: edges().describe(
    "Edges that must be open, whatever the networks say: `backend -> redis`. With `/udp` a port of the target that must answer a datagram: `backend -> names:53/udp`."
  ),
  mustNot: edges().describe(
    "Edges that must be blocked, whatever the networks say: `* -> cadvisor`. With a port it is the published one: `* -> redis:6379`; with `/udp` the target\u2019s own: `* -> names:53/udp`."
  ),
  networks: record(serviceName(), array(string().min(1).max(64)).max(50)).optional().describe(
    "The networks that services must be on, for those that are named: a running service on others is found. Without it the running services\u2019 own networks say what must be open."
  ),
  settle: duration().default(2e3).describe("Before the second look at edges that are not as they must be.")
});
var isolation = defineKind({
  name: "isolation",
  explanation: "Looks at every pair of services from inside the tasks\u2019 own network namespaces: by name, and by TCP to the virtual address, to each task, and across networks. Two services must reach each other if and only if they share a network, or as a rule says. Blocked counts only when the target is known to listen and the probe to work; what is not known makes the check inconclusive. A service that listens on nothing, and should not, counts as reached when its address refuses; not for a rule that it must be. UDP is asked only where a rule names a port of it: open is what answers a datagram (an echo, or any answer from that address and port), and blocked is silence where the same address answered its own service or a neighbour; a target that refuses was reached.",
  example: `- kind: isolation
  must: ['backend -> redis']
  mustNot: ['redis -> backend', 'redis -> names:53/udp']`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 18e4, "deadlineMs"),
  params: params7,
  expected: /* @__PURE__ */ __name(({ must, mustNot }) => [
    "services reach each other where they share a network, and nowhere else",
    ...said(must, ""),
    ...said(mustNot, "not ")
  ].join("; "), "expected"),
  place: /* @__PURE__ */ __name(() => ["networks"], "place"),
  gather: /* @__PURE__ */ __name(async ({ must, mustNot, networks, settle: settle2 }, world) => {
    const rules = { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) };
    const evidence = await gatherIsolation(world, {
      rules,
      settleMs: settle2,
      ...networks ? { declared: networks } : {}
    });
    const matrix = matrixOf(evidence);
    world.showIsolation(JSON.stringify([must, mustNot, networks]), matrix);
    return { ...evidence, table: isolationTable(matrix) };
  }, "gather"),
  judge: /* @__PURE__ */ __name((_params, evidence) => judgeIsolation(evidence), "judge")
});
function said(rules, not) {
  return rules.map((rule2) => `${not}${rule2.trim()}`);
}
__name(said, "said");

// src/traffic/request.rules.ts
function requestText(target, connections) {
  const { name: name3, host, port: port2, path: path7 = "/", hostHeader = defaultHost(host, port2) } = target;
  const refuse4 = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${JSON.stringify(name3)}: ${what}`), "refuse");
  if (!Number.isInteger(port2) || port2 < 1 || port2 > 65535) throw refuse4(`${port2} is no port`);
  if (!/^[\w.:%-]+$/.test(host)) throw refuse4(`${JSON.stringify(host)} is no host`);
  if (!/^\/[\x21-\x7e]*$/.test(path7)) throw refuse4(`${JSON.stringify(path7)} is no path`);
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse4(`${JSON.stringify(hostHeader)} is no Host header`);
  const lines = [`GET ${path7} HTTP/1.1`, `Host: ${hostHeader}`, "User-Agent: swarmline", "Accept: */*"];
  if (connections === "fresh") lines.push("Connection: close");
  return `${lines.join("\r\n")}\r
\r
`;
}
__name(requestText, "requestText");
var defaultHost = /* @__PURE__ */ __name((host, port2) => `${host.includes(":") ? `[${host}]` : host}${port2 === 80 ? "" : `:${port2}`}`, "defaultHost");

// src/traffic/schedule.rules.ts
var dueMs = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) * 1e3 / schedule.ratePerSecond, "dueMs");
var targetOf = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) % schedule.targets, "targetOf");
function shareOf({ count: count4, sender, senders }) {
  return count4 === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count4 - sender) / senders));
}
__name(shareOf, "shareOf");
var countIn = /* @__PURE__ */ __name((durationMs2, ratePerSecond) => Math.ceil(durationMs2 * ratePerSecond / 1e3 - 1e-9), "countIn");
var capPerTarget = /* @__PURE__ */ __name((maxOutstanding, targets, senders) => Math.max(1, Math.floor(maxOutstanding / targets / senders)), "capPerTarget");

// src/traffic/void.rules.ts
var DEFAULT_LIMITS = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 };
function reasonsForVoid(self, tally, limits) {
  const { cpuShare, sendLagMs, loopLagMs } = self;
  const { answered, failed, notSent } = tally.all;
  const why = [];
  if (answered + failed + notSent === 0) why.push("nothing was sent");
  if (cpuShare > limits.maxCpuShare)
    why.push(`the generator took ${percent2(cpuShare)} of a core, more than ${percent2(limits.maxCpuShare)}`);
  if (sendLagMs.p99 > limits.maxSendLagP99Ms)
    why.push(`requests left late: p99 ${sendLagMs.p99} ms, more than ${limits.maxSendLagP99Ms} ms`);
  if (loopLagMs.p99 > limits.maxLoopLagP99Ms)
    why.push(`the event loop lagged: p99 ${loopLagMs.p99} ms, more than ${limits.maxLoopLagP99Ms} ms`);
  if (tally.shortages > 0)
    why.push(`${tally.shortages} requests found no socket, port or memory on this machine`);
  return why;
}
__name(reasonsForVoid, "reasonsForVoid");
function selfOf(seen, { sendLag }) {
  const worst2 = /* @__PURE__ */ __name((pick) => round(Math.max(0, ...seen.map(pick))), "worst");
  return {
    threads: seen.length,
    cpuShare: worst2((each) => each.cpuShare),
    loopLagMs: { p99: worst2((each) => each.loopLagP99Ms), max: worst2((each) => each.loopLagMaxMs) },
    sendLagMs: {
      p50: round(percentileOf(sendLag, 50)),
      p99: round(percentileOf(sendLag, 99)),
      max: round(percentileOf(sendLag, 100))
    }
  };
}
__name(selfOf, "selfOf");
var round = /* @__PURE__ */ __name((value) => Math.round(value * 100) / 100, "round");
var percent2 = /* @__PURE__ */ __name((share) => `${Math.round(share * 100)} %`, "percent");

// src/traffic/load-plan.rules.ts
function planLoad(request) {
  const { targets, ratePerSecond, identify, workers = 1 } = request;
  const { timeoutMs = 5e3, maxOutstanding = 1e3, maxBodyBytes = 1024 * 1024 } = request;
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes };
  for (const [name3, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse2(`${name3} must be more than 0, not ${value}`);
  if (targets.length === 0) throw refuse2("there is no target to ask");
  if (!Number.isInteger(workers) || workers < 1) throw refuse2(`${workers} is no number of workers`);
  if (workers > 1 && typeof identify === "function")
    throw refuse2("a function cannot name replicas in workers: use { lineAfter }");
  const count4 = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond);
  if (!Number.isInteger(count4) || count4 < 1) throw refuse2(`${count4} is no number of requests`);
  for (const target of targets) requestText(target, request.connections);
  return {
    targets,
    ratePerSecond,
    count: count4,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count4),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  };
}
__name(planLoad, "planLoad");
var refuse2 = /* @__PURE__ */ __name((message) => new SwarmlineError("input", message), "refuse");

// src/traffic/load-result.rules.ts
function loadResult(names2, tally, run) {
  const why = reasonsForVoid(run.generator, tally, run.limits);
  return {
    ...shareOf2(tally.all),
    allLatencyMs: summarise(tally.ends),
    latencyBuckets: bucketsOf(tally.all.answers),
    durationMs: Math.round(run.durationMs),
    targets: tally.targets.map((counts2, index) => ({ name: names2[index] ?? "?", ...shareOf2(counts2) })),
    replicas: [...tally.replicas].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name3, counts2]) => ({ name: name3, ...shareOf2(counts2) })),
    series: tally.seconds.map((counts2, second) => ({
      second,
      sent: counts2.answered + counts2.failed,
      failed: counts2.failed,
      notSent: counts2.notSent,
      p99Ms: Math.round(percentileOf(counts2.answers, 99) * 100) / 100
    })),
    firstFailures: tally.firstFailures,
    generator: run.generator,
    ...why.length > 0 ? { isVoid: true, why: why.join("; ") } : { isVoid: false }
  };
}
__name(loadResult, "loadResult");
function shareOf2({ answered, failed, notSent, kinds, answers: answers2 }) {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds },
    latencyMs: summarise(answers2)
  };
}
__name(shareOf2, "shareOf");

// src/traffic/expect.rules.ts
var EXCERPT_BYTES = 400;
var isGoodStatus = /* @__PURE__ */ __name((status, expect) => expect.status === void 0 ? status >= 200 && status <= 299 : status === expect.status, "isGoodStatus");
var keptBytes = /* @__PURE__ */ __name((expect, identify) => (status) => {
  if (identify || expect.bodyIncludes !== void 0) return Number.POSITIVE_INFINITY;
  return isGoodStatus(status, expect) ? 0 : EXCERPT_BYTES;
}, "keptBytes");
function judgeOutcome(outcome, expect) {
  if (outcome.kind !== "answer") return outcome;
  const { status, body } = outcome;
  if (!isGoodStatus(status, expect))
    return { kind: "status", detail: bounded(`HTTP ${status}: ${body}`), body };
  if (expect.bodyIncludes !== void 0 && !body.includes(expect.bodyIncludes))
    return { kind: "body", detail: bounded(`not the expected text: ${body}`), body };
  return outcome;
}
__name(judgeOutcome, "judgeOutcome");
var MAX_NAME = 64;
function replicaOf(outcome, identify) {
  const body = "body" in outcome ? outcome.body : void 0;
  if (!identify || !body) return void 0;
  const name3 = typeof identify === "function" ? identify(body) : behind(body, identify.lineAfter);
  return name3 === void 0 ? void 0 : bounded(name3, MAX_NAME) || void 0;
}
__name(replicaOf, "replicaOf");
function behind(body, label) {
  const at = body.startsWith(label) ? 0 : body.indexOf(`
${label}`) + 1;
  if (at === 0 && !body.startsWith(label)) return void 0;
  const end = body.indexOf("\n", at);
  return body.slice(at + label.length, end < 0 ? void 0 : end).trim();
}
__name(behind, "behind");

// src/traffic/open-loop.ts
var realTimer = {
  now: /* @__PURE__ */ __name(() => performance.now(), "now"),
  after: /* @__PURE__ */ __name((ms, wake) => {
    const timeout = setTimeout(wake, ms);
    return () => clearTimeout(timeout);
  }, "after")
};
var MAX_AT_ONCE = 1e3;
function runOpenLoop(plan, transport, onSample, timer = realTimer) {
  const { schedule, timeoutMs, capPerTarget: capPerTarget2 } = plan;
  const start = plan.startMs ?? timer.now();
  const pending = /* @__PURE__ */ new Set();
  const perTarget = new Array(schedule.targets).fill(0);
  let share = shareOf(schedule);
  let next = 0;
  let callOff = /* @__PURE__ */ __name(() => {
  }, "callOff");
  let resolveEnded = /* @__PURE__ */ __name(() => {
  }, "resolveEnded");
  const ended = new Promise((resolve) => {
    resolveEnded = resolve;
  });
  const leave = /* @__PURE__ */ __name((each) => {
    pending.delete(each);
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1;
  }, "leave");
  const settle2 = /* @__PURE__ */ __name((each, outcome) => {
    leave(each);
    const { target, dueMs: dueMs2, sentMs } = each;
    onSample({ target, dueMs: dueMs2, sentMs, endMs: timer.now() - start, outcome });
    if (next >= share && pending.size === 0) finish();
  }, "settle");
  const finish = /* @__PURE__ */ __name(() => {
    callOff();
    resolveEnded();
  }, "finish");
  const launch = /* @__PURE__ */ __name((i) => {
    const due = dueMs(schedule, i);
    const target = targetOf(schedule, i);
    const sentMs = timer.now() - start;
    if ((perTarget[target] ?? 0) >= capPerTarget2) {
      const detail = `${capPerTarget2} requests were under way`;
      const outcome = { kind: "not-sent", detail, isCapped: true };
      return onSample({ target, dueMs: due, sentMs, endMs: sentMs, outcome });
    }
    const each = { target, dueMs: due, sentMs, drop: /* @__PURE__ */ __name(() => {
    }, "drop") };
    pending.add(each);
    perTarget[target] = (perTarget[target] ?? 0) + 1;
    const underWay = transport.send(target, (outcome) => settle2(each, outcome));
    each.drop = () => underWay.drop();
  }, "launch");
  const timeOut = /* @__PURE__ */ __name(() => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return;
      each.drop();
      settle2(each, { kind: "time-out", detail: `no whole answer within ${timeoutMs} ms` });
    }
  }, "timeOut");
  const wake = /* @__PURE__ */ __name(() => {
    for (let n = 0; n < MAX_AT_ONCE && next < share; n++) {
      if (dueMs(schedule, next) > timer.now() - start) break;
      launch(next++);
    }
    timeOut();
    if (next >= share && pending.size === 0) return finish();
    const [oldest] = pending;
    const at = Math.min(
      next < share ? dueMs(schedule, next) : Number.POSITIVE_INFINITY,
      oldest ? oldest.dueMs + timeoutMs : Number.POSITIVE_INFINITY
    );
    callOff = timer.after(Math.max(0, at - (timer.now() - start)), wake);
  }, "wake");
  callOff = timer.after(Math.max(0, start - timer.now()), wake);
  return {
    ended,
    stop() {
      share = Math.min(share, next);
      callOff();
      wake();
    },
    abort() {
      share = Math.min(share, next);
      const dropped = pending.size;
      for (const each of pending) {
        each.drop();
        leave(each);
      }
      finish();
      return dropped;
    }
  };
}
__name(runOpenLoop, "runOpenLoop");

// src/traffic/self-watch.ts
import { monitorEventLoopDelay } from "node:perf_hooks";
var RESOLUTION_MS = 10;
function watchSelf() {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  lag.enable();
  const cpuBefore = cpuMs();
  const before = performance.now();
  return () => {
    lag.disable();
    const passed = Math.max(1, performance.now() - before);
    const beyond = /* @__PURE__ */ __name((ns) => lag.count === 0 ? 0 : Math.max(0, ns / 1e6 - RESOLUTION_MS), "beyond");
    return {
      cpuShare: (cpuMs() - cpuBefore) / passed,
      loopLagP99Ms: beyond(lag.percentile(99)),
      loopLagMaxMs: beyond(lag.max)
    };
  };
}
__name(watchSelf, "watchSelf");
function cpuMs() {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1e3;
}
__name(cpuMs, "cpuMs");

// src/traffic/tally.rules.ts
var MAX_REPLICAS = 256;
var OTHER_REPLICAS = "(others)";
var MAX_FIRST_FAILURES = 20;
var MAX_SECONDS = 3600;
var createCounts = /* @__PURE__ */ __name(() => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
}), "createCounts");
var createTally2 = /* @__PURE__ */ __name((targets) => ({
  all: createCounts(),
  targets: Array.from({ length: targets }, createCounts),
  replicas: /* @__PURE__ */ new Map(),
  seconds: [],
  ends: createHistogram(),
  sendLag: createHistogram(),
  shortages: 0,
  firstFailures: []
}), "createTally");
function count2(counts2, { outcome, dueMs: dueMs2, endMs }) {
  if (outcome.kind === "answer") {
    counts2.answered++;
    record2(counts2.answers, endMs - dueMs2);
  } else if (outcome.kind === "not-sent") counts2.notSent++;
  else {
    counts2.failed++;
    counts2.kinds[outcome.kind] = (counts2.kinds[outcome.kind] ?? 0) + 1;
  }
}
__name(count2, "count");
function addSample(tally, sample, replica, names2) {
  const { outcome, dueMs: dueMs2, sentMs, endMs } = sample;
  count2(tally.all, sample);
  const target = tally.targets[sample.target];
  if (target) count2(target, sample);
  if (replica !== void 0) count2(replicaCounts(tally, replica), sample);
  count2(secondCounts(tally, Math.min(MAX_SECONDS - 1, Math.floor(dueMs2 / 1e3))), sample);
  if (outcome.kind === "not-sent") {
    if (!outcome.isCapped) tally.shortages++;
  } else {
    record2(tally.ends, endMs - dueMs2);
    record2(tally.sendLag, sentMs - dueMs2);
  }
  if (outcome.kind !== "answer" && tally.firstFailures.length < MAX_FIRST_FAILURES)
    tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, names2));
}
__name(addSample, "addSample");
var firstFailure = /* @__PURE__ */ __name(({ dueMs: dueMs2, target }, kind, detail, names2) => ({ atMs: Math.round(dueMs2), target: names2[target] ?? "?", kind, detail }), "firstFailure");
function replicaCounts({ replicas }, name3) {
  const known = replicas.get(name3);
  if (known) return known;
  const key = replicas.size < MAX_REPLICAS ? name3 : OTHER_REPLICAS;
  const counts2 = replicas.get(key) ?? createCounts();
  replicas.set(key, counts2);
  return counts2;
}
__name(replicaCounts, "replicaCounts");
function secondCounts({ seconds: seconds2 }, second) {
  while (seconds2.length <= second) seconds2.push(createCounts());
  return seconds2[second];
}
__name(secondCounts, "secondCounts");
function mergeTally(tally, from) {
  mergeCounts(tally.all, from.all);
  for (const [index, counts2] of from.targets.entries()) {
    const target = tally.targets[index];
    if (target) mergeCounts(target, counts2);
  }
  for (const [name3, counts2] of from.replicas) mergeCounts(replicaCounts(tally, name3), counts2);
  for (const [second, counts2] of from.seconds.entries()) mergeCounts(secondCounts(tally, second), counts2);
  mergeInto(tally.ends, from.ends);
  mergeInto(tally.sendLag, from.sendLag);
  tally.shortages += from.shortages;
  tally.firstFailures = [...tally.firstFailures, ...from.firstFailures].sort((a, b) => a.atMs - b.atMs).slice(0, MAX_FIRST_FAILURES);
}
__name(mergeTally, "mergeTally");
function mergeCounts(counts2, from) {
  counts2.answered += from.answered;
  counts2.failed += from.failed;
  counts2.notSent += from.notSent;
  for (const kind of Object.keys(from.kinds))
    counts2.kinds[kind] = (counts2.kinds[kind] ?? 0) + (from.kinds[kind] ?? 0);
  mergeInto(counts2.answers, from.answers);
}
__name(mergeCounts, "mergeCounts");

// src/traffic/connection.ts
import net from "node:net";

// src/traffic/chunks.rules.ts
var MAX_LINE = 256;
var MAX_TRAILER = 8 * 1024;
var [CR, LF] = [13, 10];
function createChunkReader(onBody) {
  let state = "size";
  let line = "";
  let left = 0;
  let trailer = 0;
  const endOfLine = /* @__PURE__ */ __name(() => {
    const text3 = line;
    line = "";
    if (state === "data-end") {
      if (text3 !== "") return "a chunk longer than its size";
      state = "size";
      return false;
    }
    if (state === "trailer") return text3 === "";
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text3)?.[1];
    if (size === void 0) return "a chunk without a size";
    left = Number.parseInt(size, 16);
    state = left === 0 ? "trailer" : "data";
    return false;
  }, "endOfLine");
  return {
    read(bytes, from, end) {
      let at = from;
      while (at < end) {
        if (state === "data") {
          const to = Math.min(end, at + left);
          onBody(bytes, at, to);
          left -= to - at;
          at = to;
          if (left === 0) state = "data-end";
          continue;
        }
        const byte = bytes[at++];
        if (state === "trailer" && ++trailer > MAX_TRAILER) return "a trailer without end";
        if (byte === LF) {
          const ended = endOfLine();
          if (typeof ended === "string") return ended;
          if (ended) return { at, isWhole: true };
        } else if (byte !== CR) {
          if (line.length >= MAX_LINE && state !== "trailer") return "a chunk without a size";
          if (line.length < MAX_LINE) line += String.fromCharCode(byte ?? 0);
        }
      }
      return { at, isWhole: false };
    }
  };
}
__name(createChunkReader, "createChunkReader");

// src/traffic/head.rules.ts
function readHead2(text3) {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text3);
  if (!first) return "not an HTTP/1 answer";
  const status = Number(first[2]);
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text3)?.[1]?.toLowerCase() ?? "";
  const isKept = first[1] === "1" ? !connection.includes("close") : connection.includes("keep-alive");
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: "length", bytes: 0 }, isReusable: isKept };
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text3)?.[1];
  const lengths = new Set(Array.from(text3.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), (m) => m[1]?.trim()));
  if (coding !== void 0)
    return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { status, framing: { kind: "chunked" }, isReusable: isKept && lengths.size === 0 } : { status, framing: { kind: "until-end" }, isReusable: false };
  if (lengths.size === 0) return { status, framing: { kind: "until-end" }, isReusable: false };
  const [length] = lengths;
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? "")) return "an invalid Content-Length";
  return { status, framing: { kind: "length", bytes: Number(length) }, isReusable: isKept };
}
__name(readHead2, "readHead");

// src/traffic/answer.rules.ts
var MORE = { kind: "more" };
var broken = /* @__PURE__ */ __name((problem) => ({ kind: "broken", problem }), "broken");
function createAnswerReader(limits) {
  let pending;
  let [lastText, lastHead] = ["", ""];
  let head;
  let chunks;
  let size = 0;
  let kept = [];
  let room = 0;
  const take = /* @__PURE__ */ __name((bytes, from, to) => {
    size += to - from;
    const wanted2 = Math.min(room, to - from);
    if (wanted2 <= 0) return;
    kept.push(Buffer.from(bytes.subarray(from, from + wanted2)));
    room -= wanted2;
  }, "take");
  const whole = /* @__PURE__ */ __name((isReusable) => {
    const status = head?.status ?? 0;
    const body = kept.length === 0 ? "" : Buffer.concat(kept).toString("utf8");
    head = chunks = void 0;
    kept = [];
    size = 0;
    return { kind: "whole", status, body, isReusable };
  }, "whole");
  const readBody = /* @__PURE__ */ __name((bytes, from, end, at) => {
    const { framing } = at;
    let to = end;
    let isWhole2 = false;
    if (framing.kind === "length") {
      to = Math.min(end, from + framing.bytes - size);
      take(bytes, from, to);
      isWhole2 = size === framing.bytes;
    } else if (framing.kind === "chunked") {
      chunks ??= createChunkReader(take);
      const read3 = chunks.read(bytes, from, end);
      if (typeof read3 === "string") return broken(read3);
      to = read3.at;
      isWhole2 = read3.isWhole;
    } else take(bytes, from, end);
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
    return isWhole2 ? whole(at.isReusable && to === end) : MORE;
  }, "readBody");
  const read2 = /* @__PURE__ */ __name((given, length) => {
    let bytes = given;
    let end = length;
    let from = 0;
    if (head) return readBody(bytes, 0, end, head);
    if (pending) {
      bytes = Buffer.concat([pending, given.subarray(0, end)]);
      end = bytes.length;
      pending = void 0;
    }
    for (; ; ) {
      const at = bytes.indexOf("\r\n\r\n", from, "latin1");
      if (at < 0 || at + 4 > end) {
        if (end - from > limits.maxHeadBytes)
          return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
        pending = Buffer.from(bytes.subarray(from, end));
        return MORE;
      }
      if (at - from > limits.maxHeadBytes) return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
      const text3 = bytes.toString("latin1", from, at);
      if (text3 !== lastText) [lastText, lastHead] = [text3, readHead2(text3)];
      const found = lastHead;
      if (typeof found === "string") return broken(found);
      from = at + 4;
      if (found.status === 101) return broken("another protocol");
      if (found.status < 200) continue;
      head = found;
      room = Math.min(limits.maxBodyBytes, limits.keptBytes(found.status));
      if (found.framing.kind === "length" && found.framing.bytes > limits.maxBodyBytes)
        return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
      return readBody(bytes, from, end, found);
    }
  }, "read");
  return {
    read: read2,
    end: /* @__PURE__ */ __name(() => head?.framing.kind === "until-end" ? whole(false) : broken(head || pending ? "closed during the answer" : "closed without an answer"), "end")
  };
}
__name(createAnswerReader, "createAnswerReader");

// src/traffic/socket-errors.rules.ts
var OURS = ["EADDRNOTAVAIL", "EAGAIN", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"];
function outcomeOfError(error) {
  const code = error.code ?? "";
  const detail = bounded(code || error.message);
  if (OURS.includes(code)) return { kind: "not-sent", detail, isCapped: false };
  if (code === "ECONNREFUSED") return { kind: "refused", detail };
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") return { kind: "reset", detail };
  if (code === "ETIMEDOUT") return { kind: "time-out", detail };
  return { kind: "unreachable", detail };
}
__name(outcomeOfError, "outcomeOfError");

// src/traffic/connection.ts
var inbox = Buffer.allocUnsafe(64 * 1024);
function connect({ host, port: port2 }, limits, onGone) {
  const reader = createAnswerReader(limits);
  let waiting;
  let isOver = false;
  const finish = /* @__PURE__ */ __name((outcome, isReusable) => {
    const done = waiting;
    waiting = void 0;
    if (!isReusable) drop();
    if (done) done(outcome, isReusable);
    else if (!isReusable) onGone();
  }, "finish");
  const drop = /* @__PURE__ */ __name(() => {
    isOver = true;
    waiting = void 0;
    socket.destroy();
  }, "drop");
  const handle = /* @__PURE__ */ __name((progress, isClosed) => {
    if (progress.kind === "more") return;
    if (progress.kind === "whole")
      finish({ kind: "answer", status: progress.status, body: progress.body }, progress.isReusable);
    else finish({ kind: isClosed ? "reset" : "body", detail: progress.problem }, false);
  }, "handle");
  const socket = net.connect({
    host,
    port: port2,
    noDelay: true,
    onread: {
      buffer: inbox,
      callback: /* @__PURE__ */ __name((length) => {
        if (isOver) return false;
        if (!waiting) finish({ kind: "body", detail: "unasked" }, false);
        else handle(reader.read(inbox, length), false);
        return true;
      }, "callback")
    }
  });
  socket.on("error", (error) => {
    if (!isOver) finish(outcomeOfError(error), false);
  });
  socket.on("close", () => {
    if (!isOver) handle(reader.end(), true);
  });
  return {
    ask(request, done) {
      waiting = done;
      socket.write(request);
    },
    drop
  };
}
__name(connect, "connect");

// src/traffic/transport.ts
function createTransport(targets, connections, limits) {
  const doors = targets.map((target) => ({
    target,
    request: Buffer.from(requestText(target, connections), "latin1"),
    idle: []
  }));
  return {
    send(index, done) {
      const door = doors[index];
      if (!door) throw new RangeError(`there is no target ${index}`);
      const connection = door.idle.pop() ?? open2(door);
      connection.ask(door.request, (outcome, isReusable) => {
        if (isReusable && connections === "kept") door.idle.push(connection);
        else connection.drop();
        done(outcome);
      });
      return connection;
    },
    close() {
      for (const { idle } of doors) for (const connection of idle.splice(0)) connection.drop();
    }
  };
  function open2(door) {
    const connection = connect(door.target, limits, () => {
      const at = door.idle.indexOf(connection);
      if (at >= 0) door.idle.splice(at, 1);
    });
    return connection;
  }
  __name(open2, "open");
}
__name(createTransport, "createTransport");

// src/traffic/sender.ts
var MAX_HEAD_BYTES = 32 * 1024;
var answerLimits = /* @__PURE__ */ __name((plan) => ({
  maxHeadBytes: MAX_HEAD_BYTES,
  maxBodyBytes: plan.maxBodyBytes,
  keptBytes: keptBytes(plan.expect, plan.identify)
}), "answerLimits");
function startSender(plan, sender, startMs) {
  const { targets, ratePerSecond, count: count4, workers: senders, timeoutMs } = plan;
  const names2 = targets.map((target) => target.name);
  const tally = createTally2(targets.length);
  const transport = createTransport(targets, plan.connections, answerLimits(plan));
  let lastEndMs = 0;
  const onSample = /* @__PURE__ */ __name((sample) => {
    const outcome = judgeOutcome(sample.outcome, plan.expect);
    lastEndMs = Math.max(lastEndMs, sample.endMs);
    addSample(tally, { ...sample, outcome }, replicaOf(outcome, plan.identify), names2);
  }, "onSample");
  let isAborted = false;
  const seen = watchSelf();
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: count4, targets: targets.length, sender, senders },
      startMs,
      timeoutMs,
      capPerTarget: capPerTarget(plan.maxOutstanding, targets.length, senders)
    },
    transport,
    onSample
  );
  return {
    done: loop.ended.then(() => {
      const self = seen();
      transport.close();
      return isAborted ? void 0 : { tally, seen: self, lastEndMs };
    }),
    abort() {
      isAborted = true;
      loop.abort();
    }
  };
}
__name(startSender, "startSender");

// src/traffic/generate.ts
async function generate(request, fx) {
  const plan = planLoad(request);
  const cancelled = /* @__PURE__ */ __name(() => new SwarmlineError("cancelled", "cancelled"), "cancelled");
  if (fx.signal.aborted) throw cancelled();
  const parts = plan.workers > 1 ? await (await import("./workers-JESZPQBR.js")).runWorkers(plan, fx.signal) : await runHere(plan, fx.signal);
  if (!parts) throw cancelled();
  const tally = createTally2(plan.targets.length);
  for (const part of parts) mergeTally(tally, part.tally);
  const seen = parts.map((part) => part.seen);
  return loadResult(
    plan.targets.map((target) => target.name),
    tally,
    {
      durationMs: Math.max(...parts.map((part) => part.lastEndMs)),
      generator: selfOf(seen, tally),
      limits: plan.limits
    }
  );
}
__name(generate, "generate");
async function runHere(plan, signal) {
  const sender = startSender(plan, 0, performance.now());
  signal.addEventListener("abort", sender.abort, { once: true });
  try {
    const sent = await sender.done;
    return sent && [sent];
  } finally {
    signal.removeEventListener("abort", sender.abort);
  }
}
__name(runHere, "runHere");

// src/traffic/probe.rules.ts
var MAX_PHASES = 200;
var MAX_SECONDS2 = 3600;
function createProbeTally(names2, phase) {
  const longest = { fromMs: 0, toMs: 0, ms: 0 };
  const tally = {
    names: names2,
    all: createCounts(),
    nodes: names2.map(() => createCounts()),
    phases: [],
    seconds: /* @__PURE__ */ new Map(),
    stretches: names2.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  };
  addPhase(tally, phase, 0);
  return tally;
}
__name(createProbeTally, "createProbeTally");
function addPhase({ phases, names: names2 }, name3, fromMs) {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name3) return;
  phases.push({ name: name3, fromMs, all: createCounts(), nodes: names2.map(() => createCounts()) });
}
__name(addPhase, "addPhase");
function addProbe(tally, sample) {
  const { outcome, dueMs: dueMs2, sentMs, endMs, target } = sample;
  const phase = tally.phases.findLast((each) => each.fromMs <= dueMs2) ?? tally.phases[0];
  for (const counts2 of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts2) count2(counts2, sample);
  if (outcome.kind !== "not-sent") {
    record2(tally.sendLag, sentMs - dueMs2);
    countSecond(tally.seconds, dueMs2, outcome.kind !== "answer");
  }
  const stretch = tally.stretches[target];
  if (outcome.kind !== "answer") {
    if (tally.firstFailures.length < MAX_FIRST_FAILURES)
      tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, tally.names));
  } else if (stretch) {
    stretch.longest = longer(stretch, endMs);
    stretch.lastMs = endMs;
  }
}
__name(addProbe, "addProbe");
function countSecond(seconds2, dueMs2, hasFailed) {
  const second = Math.min(MAX_SECONDS2 - 1, Math.floor(dueMs2 / 1e3));
  const { sent, failed } = seconds2.get(second) ?? { sent: 0, failed: 0 };
  seconds2.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed) });
}
__name(countSecond, "countSecond");
function longer({ lastMs, longest }, endMs) {
  const ms = endMs - lastMs;
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest;
}
__name(longer, "longer");
function probeResult(tally, startedAtMs, endMs, unfinished) {
  const { names: names2, all, nodes: nodes2, phases, stretches } = tally;
  const named2 = /* @__PURE__ */ __name((counts2, index) => ({ name: names2[index] ?? "?", ...shareOf2(counts2) }), "named");
  const whole = shareOf2(all);
  const sendLag = summarise(tally.sendLag);
  return {
    ...whole,
    planned: whole.planned + unfinished,
    startedAtMs: Math.round(startedAtMs),
    durationMs: Math.round(endMs),
    latencyBuckets: bucketsOf(all.answers),
    series: [...tally.seconds.values()].toSorted((a, b) => a.second - b.second),
    unfinished,
    nodes: nodes2.map((counts2, index) => ({
      ...named2(counts2, index),
      longestGap: rounded(longer(stretches[index], endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf2(phase.all),
      nodes: phase.nodes.map(named2)
    })),
    firstFailures: tally.firstFailures,
    sendLagMs: { p99: sendLag.p99, max: sendLag.max }
  };
}
__name(probeResult, "probeResult");
var rounded = /* @__PURE__ */ __name(({ fromMs, toMs, ms }) => ({
  fromMs: Math.round(fromMs),
  toMs: Math.round(toMs),
  ms: Math.round(ms)
}), "rounded");

// src/traffic/prober.ts
var MAX_PER_NODE = 2e3;
function startProber(options, fx) {
  const { targets, ratePerSecond = 200, connections = "fresh", timeoutMs = 5e3 } = options;
  const plan = planLoad({
    targets,
    ratePerSecond,
    connections,
    timeoutMs,
    ...options.expect ? { expect: options.expect } : {},
    count: 1
  });
  if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const startMs = performance.now();
  const sinceStart = /* @__PURE__ */ __name(() => performance.now() - startMs, "sinceStart");
  const names2 = targets.map((target) => target.name);
  const tally = createProbeTally(names2, options.firstPhase ?? "before");
  const transport = createTransport(targets, connections, answerLimits(plan));
  const mostUnderWay = Math.ceil(ratePerSecond / targets.length * timeoutMs / 1e3) + 10;
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: void 0, targets: targets.length, sender: 0, senders: 1 },
      startMs,
      timeoutMs,
      capPerTarget: Math.min(MAX_PER_NODE, mostUnderWay)
    },
    transport,
    (sample) => addProbe(tally, { ...sample, outcome: judgeOutcome(sample.outcome, plan.expect) })
  );
  let unfinished = 0;
  let endMs;
  const onAbort = /* @__PURE__ */ __name(() => {
    endMs ??= sinceStart();
    unfinished += loop.abort();
  }, "onAbort");
  fx.signal.addEventListener("abort", onAbort, { once: true });
  let result;
  return {
    phase: /* @__PURE__ */ __name((name3) => addPhase(tally, name3, sinceStart()), "phase"),
    soFar: /* @__PURE__ */ __name(() => ({ sent: tally.all.answered + tally.all.failed, failed: tally.all.failed }), "soFar"),
    stop() {
      result ??= (async () => {
        endMs ??= sinceStart();
        loop.stop();
        await loop.ended;
        fx.signal.removeEventListener("abort", onAbort);
        transport.close();
        return probeResult(tally, performance.timeOrigin + startMs, endMs, unfinished);
      })();
      return result;
    }
  };
}
__name(startProber, "startProber");

// src/verify/looking/traffic-targets.ts
function trafficTargets(nodes2, asked, world) {
  return Promise.all(
    nodes2.map(async (node) => ({
      name: node.name,
      path: asked.path,
      ...await world.endpointOf(node, asked.port)
    }))
  );
}
__name(trafficTargets, "trafficTargets");

// src/verify/kinds/load/judge.ts
var PERCENTILES = ["p50", "p90", "p95", "p99", "p999", "max"];
function loadExpected({ port: port2, path: path7, rate, duration: duration4, latency, errors }) {
  const limits = limitsOf(latency).map(({ name: name3, limitMs }) => `${name3} at most ${limitMs} ms`);
  return [
    `${rate} requests per second for ${duration4 / 1e3} s to :${port2}${path7}: at most ${percent(errors)} fail`,
    ...limits
  ].join("; ");
}
__name(loadExpected, "loadExpected");
function judgeLoad(params21, { publishers, result }) {
  const expected = loadExpected(params21);
  if (!result)
    return publishers.length > 0 ? fail(expected, `no task of ${publishers.join(", ")} runs`, "see `docker service ps --no-trunc`") : inconclusive(expected, "there is no node to ask", void 0);
  const { planned, answered, failed, notSent, latencyMs, firstFailures } = result;
  const lost = failed + notSent;
  const figures = {
    planned,
    answered,
    failed,
    notSent,
    p50Ms: latencyMs.p50,
    p99Ms: latencyMs.p99,
    maxMs: latencyMs.max
  };
  if (result.isVoid)
    return inconclusive(
      expected,
      `void: ${result.why}`,
      "ask for a smaller rate, or run the check on a machine with more to spare",
      figures
    );
  const [first] = firstFailures;
  const words3 = [
    `${lost} of ${count(planned, "request")} failed`,
    ...first ? [`first on ${first.target}: ${first.kind}: ${bounded(first.detail)}`] : [],
    `p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ];
  if (planned === 0) return inconclusive(expected, "nothing was sent", void 0, figures);
  if (answered === 0 || lost > params21.errors * planned)
    return fail(expected, words3.join("; "), "see `docker service logs`, and how many replicas run", figures);
  const slow = limitsOf(params21.latency).filter(({ name: name3, limitMs }) => latencyMs[name3] > limitMs);
  if (slow.length > 0)
    return fail(
      expected,
      [...slow.map(({ name: name3 }) => `${name3} is ${latencyMs[name3]} ms`), ...words3].join("; "),
      "more replicas, or less work for each request; the evidence has the figures of each node and replica",
      figures
    );
  return pass(expected, words3.join("; "), figures);
}
__name(judgeLoad, "judgeLoad");
function limitsOf(latency) {
  return PERCENTILES.flatMap((name3) => {
    const limitMs = latency[name3];
    return limitMs === void 0 ? [] : [{ name: name3, limitMs }];
  });
}
__name(limitsOf, "limitsOf");
function reportedLoad({ port: port2, path: path7, rate }, { targets, replicas, ...result }) {
  const { planned, answered, failed, notSent, latencyMs, durationMs: durationMs2, isVoid, latencyBuckets: latencyBuckets2 } = result;
  return {
    title: `${rate} requests a second to :${port2}${path7}`,
    ...{ planned, answered, failed, notSent, latencyMs, durationMs: durationMs2, isVoid, latencyBuckets: latencyBuckets2 },
    targets: targets.map((each) => ({
      name: bounded(each.name, 64),
      ...{ planned: each.planned, answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    })),
    replicas: replicas.map((each) => ({
      name: bounded(each.name, 64),
      ...{ answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    }))
  };
}
__name(reportedLoad, "reportedLoad");

// src/verify/kinds/load/kind.ts
var MAX_REQUESTS = 1e6;
var limit = /* @__PURE__ */ __name((name3) => duration().optional().describe(`The ${name3} of latencies may be this.`), "limit");
var params8 = strictObject({
  port: port().default(80).describe("Published port."),
  path: string().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path and query of the requests."),
  rate: number().min(0.1).max(5e4).default(50).describe(
    "Requests per second, of all nodes together; each is due at its time, whatever became of others."
  ),
  duration: duration().prefault("10s").describe("For how long requests are due."),
  connections: _enum(["fresh", "kept"]).default("fresh").describe("A TCP connection for each request, or connections that are used again."),
  timeout: duration().prefault("5s").describe("For each request, from the time at which it was due."),
  status: number().int().min(100).max(599).optional().describe("Status of a good answer; without it, any from 200 to 299."),
  latency: strictObject({
    p50: limit("median"),
    p90: limit("90th percentile"),
    p95: limit("95th percentile"),
    p99: limit("99th percentile"),
    p999: limit("99.9th percentile"),
    max: limit("longest")
  }).prefault({}).describe("What good answers may take, from the time at which they were due to the last byte."),
  errors: number().min(0).max(1).default(0).describe("Share of the requests that may fail."),
  threads: number().int().min(1).max(64).default(1).describe("Threads that send.")
});
var load = defineKind({
  name: "load",
  explanation: "Sends requests at a fixed rate through every node, each at the time at which it is due whatever became of those before it, and measures latencies from that time: a stall shows in all requests that were due in it. Fails when more requests than the budget fail, or a percentile is above its limit; inconclusive when this machine could not keep up with the rate.",
  example: `- kind: load
  port: 80
  rate: 50
  duration: 10s
  latency: { p99: 500ms }
  errors: 0.001`,
  isDisturbing: false,
  // Other requests at the same time would be part of what is measured.
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name((asked) => asked.duration + asked.timeout + 6e4, "deadlineMs"),
  params: params8,
  faultOf: /* @__PURE__ */ __name(({ rate, duration: durationMs2 }) => {
    const requests = rate * durationMs2 / 1e3;
    if (requests > MAX_REQUESTS) return `load sends ${MAX_REQUESTS} requests at most`;
    return requests < 1 ? "load sends one request at least: ask for a longer duration" : void 0;
  }, "faultOf"),
  expected: loadExpected,
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const { publishers, nodes: nodes2 } = await publishingNodes(world, asked.port);
    if (nodes2.length === 0) return { publishers, result: void 0 };
    const targets = await trafficTargets(nodes2, asked, world);
    const result = await world.turns.alone(async () => {
      const loaded = await generate({ ...requestOf(asked), targets }, world).catch((error) => {
        world.unsettled.add(Math.ceil(asked.rate * asked.timeout / 1e3));
        throw error;
      });
      world.unsettled.add(unsettled([loaded.failedByKind]));
      return loaded;
    });
    world.showLoad(reportedLoad(asked, result));
    return { publishers, result };
  }, "gather"),
  judge: judgeLoad
});
function requestOf(asked) {
  return {
    ratePerSecond: asked.rate,
    durationMs: asked.duration,
    connections: asked.connections,
    timeoutMs: asked.timeout,
    workers: asked.threads,
    identify: { lineAfter: "The responding server is:" },
    ...asked.status === void 0 ? {} : { expect: { status: asked.status } }
  };
}
__name(requestOf, "requestOf");

// src/verify/looking/read-logs.ts
var MAX_BYTES2 = 2 * 1024 * 1024;
async function readLogs(service2, lines, world) {
  const found = await world.reads.service(service2);
  if (!found) return void 0;
  const stream = await world.manager.stream("GET", `/services/${found.ID}/logs`, {
    query: { stdout: 1, stderr: 1, tail: lines },
    signal: world.signal,
    timeoutMs: 3e4
  });
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > MAX_BYTES2) break;
    }
  } finally {
    stream.destroy();
  }
  return demultiplex(Buffer.concat(chunks));
}
__name(readLogs, "readLogs");

// src/verify/kinds/logs/judge.ts
function logsExpected({ service: service2, present: present2, absent: absent2, lines }) {
  const rules = [...present2.map((p) => `${quoted(p)} is there`), ...absent2.map((p) => `${quoted(p)} is not`)];
  return `in the last ${lines} lines of ${service2}: ${rules.join("; ") || "something"}`;
}
__name(logsExpected, "logsExpected");
function judgeLogs(params21, { text: text3 }) {
  const expected = logsExpected(params21);
  const hint = `see \`docker service logs\` of ${params21.service}`;
  if (text3 === void 0)
    return fail(expected, `the stack has no service ${params21.service}`, "see `docker stack services`");
  const lines = text3.split("\n").filter((line) => line.trim() !== "");
  const figures = { lines: lines.length };
  const found = /* @__PURE__ */ __name((pattern2) => ({ pattern: pattern2, result: matchesPattern(pattern2, text3) }), "found");
  const present2 = params21.present.map(found);
  const absent2 = params21.absent.map(found);
  if ([...present2, ...absent2].some(({ result }) => result === "unknown"))
    return inconclusive(
      expected,
      "an expression takes too long",
      "write a simpler regular expression",
      figures
    );
  const shown3 = absent2.filter(({ result }) => result === "holds").map(({ pattern: pattern2 }) => {
    const at = matchingLines(pattern2, lines);
    const line = (at === "unknown" ? void 0 : lines[at[0] ?? -1]) ?? "";
    return `${quoted(pattern2)} is there: ${bounded(line)}`;
  });
  if (shown3.length > 0) return fail(expected, shown3.join("; "), hint, figures);
  const missing2 = present2.filter(({ result }) => result === "fails");
  if (missing2.length > 0)
    return fail(
      expected,
      `${missing2.map(({ pattern: pattern2 }) => quoted(pattern2)).join(", ")} is not there`,
      hint,
      figures
    );
  if (lines.length === 0)
    return inconclusive(
      expected,
      "there are no lines",
      "does the log driver keep them? `docker service logs`",
      figures
    );
  return pass(expected, `${lines.length} lines looked through`, figures);
}
__name(judgeLogs, "judgeLogs");
var quoted = /* @__PURE__ */ __name((pattern2) => `/${bounded(pattern2, 80)}/`, "quoted");

// src/verify/kinds/logs/kind.ts
var EVERY_MS = 1e3;
var params9 = strictObject({
  service: serviceName(),
  present: array(pattern()).max(50).default([]).describe("Regular expressions that must be found."),
  absent: array(pattern()).max(50).default([]).describe("Regular expressions that must not be found."),
  lines: number().int().min(1).max(1e4).default(1e3).describe("How many of the last lines of each task."),
  within: duration().prefault("0s").describe("How long what must be found may take to come.")
});
var logs = defineKind({
  name: "logs",
  explanation: "Reads the last lines that a service\u2019s tasks wrote, on all nodes, and looks for regular expressions (JavaScript\u2019s, with the flags m and u). Fails when one is missing that must be there, or there that must not.",
  example: `- kind: logs
  service: backend
  absent: ['(?:ERROR|Fatal)', 'password']
  lines: 200`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params9,
  expected: logsExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(async ({ service: service2, present: present2, lines, within: within2 }, world) => {
    const end = world.clock.now() + within2;
    for (; ; ) {
      const text3 = await readLogs(service2, lines, world);
      const isComplete = text3 === void 0 || present2.every((each) => matchesPattern(each, text3) === "holds");
      if (isComplete || world.clock.now() >= end) return { text: text3 };
      await world.clock.sleep(EVERY_MS, world.signal);
    }
  }, "gather"),
  judge: judgeLogs
});

// src/verify/looking/unpublished.rules.ts
function isUnpublished(host, stack, services) {
  const name3 = host.replace(/^tasks\./, "");
  const meant = services.filter(({ Spec }) => {
    const aliases = Spec.TaskTemplate.Networks?.flatMap((network) => network.Aliases ?? []) ?? [];
    return [Spec.Name, serviceInStack(Spec.Name, stack), ...aliases].includes(name3);
  });
  return meant.length > 0 && meant.every(({ Spec }) => (Spec.EndpointSpec?.Ports ?? []).length === 0);
}
__name(isUnpublished, "isUnpublished");

// src/verify/kinds/metrics/exposition.rules.ts
var LINE2 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+([^ \t]+)(?:[ \t]+-?\d+)?[ \t]*$/;
var LABEL2 = /\s*([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"\s*(?:,|$)/y;
function parseExposition(text3) {
  const samples = [];
  let badLines = 0;
  for (const line of text3.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const sample = parseLine(line);
    if (sample) samples.push(sample);
    else badLines++;
  }
  return { samples, badLines };
}
__name(parseExposition, "parseExposition");
function parseLine(line) {
  if (line.length > 1e4) return void 0;
  const [, name3, labelText2 = "", number2 = ""] = LINE2.exec(line) ?? [];
  const value = numberOf(number2);
  const labels2 = labelsOf(labelText2);
  return name3 === void 0 || value === void 0 || !labels2 ? void 0 : { name: name3, labels: labels2, value };
}
__name(parseLine, "parseLine");
function labelsOf(text3) {
  const labels2 = [];
  let at = 0;
  while (at < text3.length) {
    LABEL2.lastIndex = at;
    const match = LABEL2.exec(text3);
    if (!match) return void 0;
    labels2.push([
      match[1] ?? "",
      (match[2] ?? "").replace(/\\(.)/g, (_, c) => c === "n" ? "\n" : c)
    ]);
    at += match[0].length;
  }
  return Object.fromEntries(labels2);
}
__name(labelsOf, "labelsOf");
function numberOf(text3) {
  if (/^[+-]?Inf$/.test(text3)) return text3.startsWith("-") ? -Infinity : Infinity;
  if (text3 === "NaN") return Number.NaN;
  const value = Number(text3);
  return text3 !== "" && Number.isFinite(value) ? value : void 0;
}
__name(numberOf, "numberOf");
function select2(samples, name3, labels2) {
  return samples.filter(
    (sample) => sample.name === name3 && Object.entries(labels2).every(
      ([label, value]) => Object.hasOwn(sample.labels, label) && sample.labels[label] === value
    )
  );
}
__name(select2, "select");

// src/verify/kinds/metrics/targets.rules.ts
function judgeTargetList(wanted2, list2) {
  if (list2.kind === "unreachable") return { status: "unknown", text: bounded(list2.reason) };
  if (list2.kind === "failed") return { status: "fail", text: `its targets: ${bounded(list2.reason)}` };
  const targets = readTargets(list2.first);
  if (!targets) return { status: "fail", text: "its answer is not a list of Prometheus\u2019 targets" };
  for (const { job, least } of wanted2) {
    const own2 = targets.filter((target) => target.job === job);
    const down = own2.find(({ health }) => health !== "up" && health !== "unknown");
    const up = own2.filter(({ health }) => health === "up").length;
    if (down)
      return {
        status: "fail",
        text: bounded(`target ${down.instance} of job ${job} is ${down.health}: ${down.error}`)
      };
    if (own2.length < least)
      return { status: "fail", text: `job ${bounded(job)} has ${count(own2.length, "target")}` };
    if (up < own2.length)
      return {
        status: "unknown",
        text: `${count(own2.length - up, "target")} of job ${bounded(job)} not scraped yet`
      };
  }
  return { status: "pass", text: `${count(targets.length, "target")}, all up that must be` };
}
__name(judgeTargetList, "judgeTargetList");
function readTargets(text3) {
  try {
    const { data } = JSON.parse(text3);
    if (!Array.isArray(data?.activeTargets)) return void 0;
    return data.activeTargets.map((target) => {
      const { labels: labels2, health, lastError } = target ?? {};
      const { job, instance } = labels2 ?? {};
      return { job: word(job), instance: word(instance), health: word(health), error: word(lastError) };
    });
  } catch {
    return void 0;
  }
}
__name(readTargets, "readTargets");
var word = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : "", "word");

// src/verify/kinds/metrics/judge.ts
function metricsExpected({ metrics: metrics2, targets, url, port: port2, path: path7 }) {
  const rules = metrics2.map(
    ({ name: name3, value, moves }) => [name3, value === void 0 ? "is there" : inWords(value), moves ? "and moves" : ""].filter(Boolean).join(" ")
  );
  const up = targets.map(({ job, least }) => `; ${count(least, "target")} of job ${job} up`).join("");
  return `${url ?? `:${port2}${path7}`} has metrics${rules.length > 0 ? `: ${rules.join("; ")}` : ""}${up}`;
}
__name(metricsExpected, "metricsExpected");
function judgeMetrics(params21, { scrapes, targetLists }) {
  const expected = metricsExpected(params21);
  const figures = { targets: scrapes.length };
  if (scrapes.length === 0)
    return fail(expected, "nothing runs that could be scraped", "see `docker service ps --no-trunc`", figures);
  if (params21.targets.length > 0 && targetLists.length === 0)
    return inconclusive(expected, "no Prometheus could be asked for its targets", void 0, figures);
  const judged = [
    ...scrapes.map((scrape) => ({ scrape, result: judgeScrape(params21, scrape) })),
    ...targetLists.map((scrape) => ({ scrape, result: judgeTargetList(params21.targets, scrape) }))
  ];
  const bad = judged.filter(({ result }) => result.status === "fail");
  const shownOf = /* @__PURE__ */ __name((some) => some.map(({ scrape, result }) => `${scrape.target}: ${result.text}`).join("; "), "shownOf");
  if (bad.length > 0)
    return fail(expected, shownOf(bad), "scrape it by hand, and see the exporter\u2019s log", figures);
  const unsure = judged.filter(({ result }) => result.status === "unknown");
  if (unsure.length > 0) return inconclusive(expected, shownOf(unsure), void 0, figures);
  return pass(expected, shownOf(judged), figures);
}
__name(judgeMetrics, "judgeMetrics");
function judgeScrape({ metrics: metrics2 }, scrape) {
  if (scrape.kind === "unreachable") return { status: "unknown", text: bounded(scrape.reason) };
  if (scrape.kind === "failed") return { status: "fail", text: bounded(scrape.reason) };
  const first = parseExposition(scrape.first);
  if (first.samples.length === 0) return { status: "fail", text: "what it answers has no metric in it" };
  if (first.badLines > 0)
    return { status: "fail", text: `${count(first.badLines, "line")} that are not metrics` };
  const later = parseExposition(scrape.second ?? "").samples;
  for (const { name: name3, labels: labels2, value, moves } of metrics2) {
    const found = select2(first.samples, name3, labels2);
    const total = sum(found);
    if (found.length === 0) return { status: "fail", text: `${name3} is not there` };
    if (value !== void 0 && !found.some((sample) => compare(sample.value, value) === "holds"))
      return {
        status: "fail",
        text: `${name3} is ${found.slice(0, 5).map((sample) => shown(sample.value)).join(", ")}`
      };
    if (!moves) continue;
    const after = select2(later, name3, labels2);
    if (after.length === 0) return { status: "fail", text: `${name3} is gone at the second look` };
    if (sum(after) === total) return { status: "fail", text: `${name3} stays at ${total}` };
  }
  return { status: "pass", text: `${count(first.samples.length, "sample")}` };
}
__name(judgeScrape, "judgeScrape");
var sum = /* @__PURE__ */ __name((samples) => samples.reduce((total, { value }) => total + value, 0), "sum");

// src/verify/kinds/metrics/kind.ts
var MAX_BYTES3 = 1024 * 1024;
var params10 = strictObject({
  port: port().optional().describe("Published port to scrape, on every node that must answer there."),
  path: string().regex(/^\/[\x21-\x7e]{0,500}$/, "takes a path that begins with /").default("/metrics").describe("Path there."),
  url: string().regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, "takes http://HOST:PORT/PATH").optional().describe("Instead: an address within the stack\u2019s networks."),
  from: serviceName().optional().describe("For url: the service in whose container wget, curl or php asks."),
  metrics: array(
    strictObject({
      name: string().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, "takes a metric\u2019s name").describe("Name of a metric."),
      labels: record(string(), string()).default({}).describe("Labels that its samples must have."),
      value: wanted().optional().describe("What one of its samples must be."),
      moves: boolean().default(false).describe("The sum of its samples changes between two looks.")
    })
  ).max(100).default([]).describe("Metrics that must be there."),
  targets: array(
    strictObject({
      job: string().min(1).max(200).describe("Job of Prometheus\u2019 configuration."),
      least: number().int().min(1).default(1).describe("The least number of its targets that are up.")
    })
  ).max(50).default([]).describe("Jobs whose targets Prometheus, asked at /api/v1/targets there, must call up, every one."),
  interval: duration().prefault("5s").describe("Between the two looks, where a metric must move.")
}).describe("Either port, or url and from.");
var metrics = defineKind({
  name: "metrics",
  explanation: "Scrapes metrics in Prometheus\u2019 text format, through a published port of every node or from inside a service\u2019s container, and looks for metrics by name and labels: there, with a value, and moving. `port:` scrapes from outside; `url:` with `from:` scrapes within the stack\u2019s networks. With `targets:` it also asks a Prometheus there whether its own targets are up.",
  example: `- kind: metrics
  url: http://cadvisor:8080/metrics
  from: utility
  metrics:
    - { name: container_cpu_usage_seconds_total, moves: true }`,
  isDisturbing: false,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ interval }) => interval + 9e4, "deadlineMs"),
  params: params10,
  faultOf: /* @__PURE__ */ __name(({ port: published, url, from }) => published === void 0 === (url === void 0) || url === void 0 !== (from === void 0) ? "metrics takes either port, or url and from" : void 0, "faultOf"),
  expected: metricsExpected,
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const isMoving = asked.metrics.some(({ moves }) => moves);
    const targets = await targetsOf(asked, world);
    const first = await Promise.all(targets.map((target) => target.scrape()));
    if (isMoving) await world.clock.sleep(asked.interval, world.signal);
    const second = isMoving ? await Promise.all(targets.map((target) => target.scrape())) : [];
    const scrapes = targets.map((target, i) => joined(target.name, first[i], second[i]));
    if (asked.targets.length === 0) return { scrapes, targetLists: [] };
    const answering = await targetsOf(apiOf(asked), world);
    const lists = await Promise.all(answering.map((target) => target.scrape()));
    return { scrapes, targetLists: answering.map(({ name: name3 }, i) => joined(name3, lists[i], void 0)) };
  }, "gather"),
  judge: judgeMetrics
});
function joined(target, first, second) {
  for (const look2 of [first, second]) {
    if (look2 && "failed" in look2) return { target, kind: "failed", reason: look2.failed };
    if (look2 && "unreachable" in look2) return { target, kind: "unreachable", reason: look2.unreachable };
  }
  const text3 = /* @__PURE__ */ __name((look2) => look2 && "text" in look2 ? look2.text : void 0, "text");
  return { target, kind: "text", first: text3(first) ?? "", second: text3(second) };
}
__name(joined, "joined");
var TARGETS = "/api/v1/targets?state=active";
function apiOf({ url, from, port: published }) {
  return { path: TARGETS, port: published, from, url: url && `${new URL(url).origin}${TARGETS}` };
}
__name(apiOf, "apiOf");
async function targetsOf(asked, world) {
  const { url, from, path: path7 } = asked;
  if (url !== void 0 && from !== void 0) {
    const isVisit = !isUnpublished(new URL(url).hostname, world.stack, await world.reads.services());
    const [door] = (await taskDoors(from, world)).toSorted(
      (a, b) => Number(!a.at?.engine) - Number(!b.at?.engine)
    );
    if (!door) return [];
    const look2 = /* @__PURE__ */ __name(() => fetchInside(door, url, world), "look");
    return [{ name: `${url} from ${from}`, scrape: isVisit ? () => world.turns.visit(look2) : look2 }];
  }
  const published = asked.port;
  if (published === void 0) throw new Error("metrics takes port, or url and from");
  const { nodes: nodes2 } = await publishingNodes(world, published);
  return nodes2.map((node) => ({
    name: node.name,
    scrape: /* @__PURE__ */ __name(() => world.turns.visit(() => fetchOutside(node, published, path7, world)), "scrape")
  }));
}
__name(targetsOf, "targetsOf");
async function fetchOutside(node, published, path7, world) {
  const target = await world.endpointOf(node, published);
  const seen = await exchange(target, { path: path7, maxBytes: MAX_BYTES3, signal: world.signal });
  if (seen.kind !== "answer") return { failed: `${seen.kind}: ${seen.detail}` };
  return seen.status === 200 ? { text: seen.body } : { failed: `HTTP ${seen.status}` };
}
__name(fetchOutside, "fetchOutside");
var PROGRAMS2 = [
  (url, seconds2) => ["wget", "-q", "-T", seconds2, "-O", "-", url],
  (url, seconds2) => ["curl", "-sSf", "-m", seconds2, url],
  (url) => ["php", "-r", "echo file_get_contents($argv[1]);", "--", url]
];
async function fetchInside(door, url, world) {
  for (const argv of PROGRAMS2) {
    const seconds2 = String(10 * patienceOf(world));
    const run = await runInTask(
      door,
      { argv: argv(url, seconds2), timeoutMs: 2e4, maxBytes: MAX_BYTES3 },
      world
    );
    if (run.kind === "unreachable")
      return { unreachable: `the engine of ${run.node} cannot be reached from here` };
    if (run.kind === "not-started" || run.exitCode === 126 || run.exitCode === 127) continue;
    if (run.isTruncated) return { failed: "longer than 1 MiB" };
    return run.exitCode === 0 ? { text: run.stdout } : { failed: run.stderr || `ended with ${run.exitCode}` };
  }
  return { unreachable: "the container has neither wget nor curl nor php" };
}
__name(fetchInside, "fetchInside");

// src/verify/kinds/nodes/judge.ts
function nodesExpected({
  count: count4,
  managers,
  workers,
  ready,
  idle,
  labels: labels2,
  survives
}) {
  const parts = [
    count4 !== void 0 && `the number of nodes ${inWords(count4)}`,
    managers !== void 0 && `the number of managers ${inWords(managers)}`,
    workers !== void 0 && `the number of workers ${inWords(workers)}`,
    ready && `all nodes are ready and active${idle.length > 0 ? `, but for ${idle.join(", ")}, which may take no tasks` : ""}`,
    ...labels2.map((rule2) => `the number of nodes with ${labelText(rule2)} ${inWords(rule2.count)}`),
    survives !== void 0 && `the swarm survives the loss of ${survives} managers`
  ];
  return parts.filter(Boolean).join("; ") || "the swarm answers";
}
__name(nodesExpected, "nodesExpected");
function judgeNodes(params21, { nodes: nodes2 }) {
  const managers = nodes2.filter((node) => node.role === "manager");
  const unready = nodes2.filter(
    (node) => node.state !== "ready" || node.availability !== "active" && !params21.idle.includes(node.name)
  );
  const reachable = managers.filter((node) => node.reachability === "reachable");
  const spare = reachable.length - (Math.floor(managers.length / 2) + 1);
  const expected = nodesExpected(params21);
  const figures = {
    nodes: nodes2.length,
    managers: managers.length,
    ready: nodes2.length - unready.length,
    spare
  };
  const counts2 = [
    ["nodes", nodes2.length, params21.count],
    ["managers", managers.length, params21.managers],
    ["workers", nodes2.length - managers.length, params21.workers],
    ...params21.labels.map((rule2) => [
      `nodes with ${labelText(rule2)}`,
      nodes2.filter((node) => hasLabel(node.labels, rule2)).length,
      rule2.count
    ])
  ];
  const problems = counts2.filter(([, number2, wanted2]) => wanted2 !== void 0 && compare(number2, wanted2) !== "holds").map(([what, number2]) => `${number2} ${what}`);
  if (params21.ready)
    problems.push(...unready.map((node) => `${node.name} is ${node.state} and ${node.availability}`));
  if (params21.survives !== void 0 && spare < params21.survives)
    problems.push(
      `${reachable.length} of ${managers.length} managers are reachable: ${Math.max(0, spare)} may be lost`
    );
  if (nodes2.length === 0) return inconclusive(expected, "the swarm lists no node at all", void 0, figures);
  if (problems.length > 0)
    return fail(
      expected,
      problems.join("; "),
      "see `docker node ls`, and `docker node inspect` of a node",
      figures
    );
  return pass(
    expected,
    `${count(nodes2.length, "node")} (${count(managers.length, "manager")}), ${figures.ready} ready`,
    figures
  );
}
__name(judgeNodes, "judgeNodes");
function labelText({ label, value }) {
  return value === void 0 ? `the label ${label}` : `the label ${label}=${value}`;
}
__name(labelText, "labelText");
function hasLabel(labels2, { label, value }) {
  return Object.hasOwn(labels2, label) && (value === void 0 || labels2[label] === value);
}
__name(hasLabel, "hasLabel");

// src/verify/kinds/nodes/kind.ts
var params11 = strictObject({
  count: amount().optional().describe("How many nodes the swarm has."),
  managers: amount().optional().describe("How many of them are managers."),
  workers: amount().optional().describe("How many of them are workers."),
  ready: boolean().default(true).describe("Every node is ready and takes tasks."),
  idle: array(string().min(1).max(200)).max(100).default([]).describe("Nodes that may be paused or drained, by their names: of `ready`, they must only be ready."),
  labels: array(
    strictObject({
      label: string().min(1).max(200).describe("Name of a node label."),
      value: string().max(200).optional().describe("Its value; without it, any."),
      count: amount().default({ gte: 1 }).describe("How many nodes have it.")
    })
  ).max(50).default([]).describe("Labels that nodes must have."),
  survives: number().int().min(0).max(10).optional().describe("Managers that may be lost before the swarm has no leader.")
});
var nodes = defineKind({
  name: "nodes",
  explanation: "Reads the swarm\u2019s list of nodes from a manager: how many there are, in which roles, with which labels, whether all of them are ready and active, and how many managers may be lost before no one leads.",
  example: `- kind: nodes
  count: 3
  managers: { gte: 1 }
  labels:
    - { label: data, value: persistent, count: 1 }`,
  isDisturbing: false,
  looksAt: "nodes",
  visits: "none",
  params: params11,
  expected: nodesExpected,
  gather: /* @__PURE__ */ __name(async (_params, world) => ({
    nodes: (await world.reads.nodes()).map((node) => ({
      name: node.Description.Hostname,
      role: node.Spec.Role,
      state: node.Status.State,
      availability: node.Spec.Availability,
      labels: node.Spec.Labels ?? {},
      reachability: node.ManagerStatus?.Reachability
    }))
  }), "gather"),
  judge: judgeNodes
});

// src/verify/disturb/look.ts
var name2 = string().min(1);
var time = string().refine((text3) => !Number.isNaN(Date.parse(text3)));
var SERVICE2 = looseObject({
  ID: name2,
  Version: looseObject({ Index: number() }),
  Spec: looseObject({
    Name: name2,
    TaskTemplate: looseObject({ ForceUpdate: number().nullish() }),
    Mode: looseObject({
      Replicated: looseObject({ Replicas: number().nullish() }).nullish(),
      Global: looseObject({}).nullish()
    })
  }),
  UpdateStatus: looseObject({ State: string().nullish() }).nullish()
});
var TASK2 = looseObject({
  ID: name2,
  ServiceID: name2,
  CreatedAt: time,
  UpdatedAt: time,
  DesiredState: name2,
  Slot: number().nullish(),
  NodeID: string().nullish(),
  Spec: looseObject({ ForceUpdate: number().nullish() }),
  Status: looseObject({
    State: name2,
    Err: string().nullish(),
    ContainerStatus: looseObject({ ContainerID: string().nullish() }).nullish()
  })
});
async function lookAtService(service2, { stack, manager }, signal) {
  const path7 = `/services/${encodeURIComponent(nameInSwarm(stack, service2))}`;
  try {
    const found = checked(path7, SERVICE2, await manager.json("GET", path7, { signal }));
    const filters = JSON.stringify({ service: [found.ID] });
    const tasks = await manager.json("GET", "/tasks", { query: { filters }, signal });
    return {
      service: found,
      tasks: checked("/tasks", array(TASK2), tasks)
    };
  } catch (error) {
    if (isGone(error)) return void 0;
    throw error;
  }
}
__name(lookAtService, "lookAtService");

// src/verify/disturb/change-service.ts
var MOST_TRIES = 5;
async function changeService(service2, change, world, signal) {
  for (let tries = 1; ; tries++) {
    const look2 = await lookAtService(service2, world, signal);
    if (!look2) throw new SwarmlineError("input", `the swarm has no service ${service2} any more`);
    const { ID, Version, Spec } = look2.service;
    try {
      await world.manager.json("POST", `/services/${ID}/update`, {
        query: { version: Version.Index },
        body: change(Spec),
        signal
      });
      return;
    } catch (error) {
      if (!isOutOfSequence(error) || tries === MOST_TRIES) throw error;
    }
  }
}
__name(changeService, "changeService");
function forced(spec) {
  const { TaskTemplate } = spec;
  return { ...spec, TaskTemplate: { ...TaskTemplate, ForceUpdate: (TaskTemplate.ForceUpdate ?? 0) + 1 } };
}
__name(forced, "forced");

// src/verify/disturb/kill.ts
function victimsOf(tasks, world) {
  return tasks.flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node) => node.id === task.NodeID);
    const engine = at?.engine;
    if (task.DesiredState !== "running" || task.Status.State !== "running" || !containerId || !engine)
      return [];
    return [
      {
        task: task.ID,
        node: at.name,
        kill: /* @__PURE__ */ __name(() => engine.json("POST", `/containers/${containerId}/kill`, {
          query: { signal: "SIGKILL" },
          signal: world.signal
        }), "kill")
      }
    ];
  });
}
__name(victimsOf, "victimsOf");
function noVictim(service2) {
  throw new SwarmlineError("engine-lost", `no engine with a container of ${service2} can be reached from here`);
}
__name(noVictim, "noVictim");

// src/verify/disturb/away.ts
function isAway(error) {
  if (error instanceof EngineAnswerError) return error.status >= 500;
  return error instanceof SwarmlineError && ["engine-lost", "timed-out"].includes(error.code);
}
__name(isAway, "isAway");
function unlessAway(looking) {
  return looking.catch((error) => {
    if (isAway(error)) return void 0;
    throw error;
  });
}
__name(unlessAway, "unlessAway");
function lookAtNodes({ stack, manager }, signal) {
  return createReads(manager, stack, signal).nodes();
}
__name(lookAtNodes, "lookAtNodes");
async function waitUntilBack({ id: id2, name: name3, engine }, elsewhere, fx) {
  await waitFor(
    `the swarm has ${name3} again`,
    async () => {
      const nodes2 = await unlessAway(lookAtNodes(elsewhere, fx.signal)) ?? [];
      const node = nodes2.find((each) => each.ID === id2);
      if (node?.Status.State !== "ready") return void 0;
      if (node.ManagerStatus && node.ManagerStatus.Reachability !== "reachable") return void 0;
      return await isMember(engine, elsewhere, !!node.ManagerStatus, fx.signal) || void 0;
    },
    fx
  );
}
__name(waitUntilBack, "waitUntilBack");
async function isMember(engine, { stack }, isManager, signal) {
  if (!engine) return true;
  const info = await unlessAway(engine.json("GET", "/info", { signal }));
  if (info?.Swarm.LocalNodeState !== "active") return false;
  return !isManager || await unlessAway(lookAtNodes({ stack, manager: engine }, signal)) !== void 0;
}
__name(isMember, "isMember");

// src/verify/disturb/whole.rules.ts
function isRunning2({ DesiredState, Status }) {
  return DesiredState === "running" && Status.State === "running";
}
__name(isRunning2, "isRunning");
function runningOf({ service: service2, tasks }) {
  const shall = tasks.filter((task) => task.DesiredState === "running");
  const { Replicated } = service2.Spec.Mode;
  return {
    running: shall.filter(isRunning2).length,
    wanted: Replicated ? Replicated.Replicas ?? 1 : shall.length
  };
}
__name(runningOf, "runningOf");
function isUpdating({ UpdateStatus }) {
  return ["updating", "rollback_started"].includes(UpdateStatus?.State ?? "");
}
__name(isUpdating, "isUpdating");
function isPaused({ UpdateStatus }) {
  return ["paused", "rollback_paused"].includes(UpdateStatus?.State ?? "");
}
__name(isPaused, "isPaused");
function isWhole(look2) {
  const { running, wanted: wanted2 } = runningOf(look2);
  const left = look2.tasks.filter(
    (task) => task.DesiredState !== "running" && ["running", "starting"].includes(task.Status.State)
  );
  return running === wanted2 && left.length === 0 && !isUpdating(look2.service) && !isPaused(look2.service);
}
__name(isWhole, "isWhole");
function isGivenUp({ service: service2, tasks }) {
  const over = ["complete", "failed", "shutdown", "rejected", "orphaned", "remove"];
  const { wanted: wanted2 } = runningOf({ service: service2, tasks });
  const alive = tasks.filter(
    ({ DesiredState, Status }) => ["running", "ready"].includes(DesiredState) && !over.includes(Status.State)
  );
  return alive.length < wanted2 && !isUpdating(service2);
}
__name(isGivenUp, "isGivenUp");
function isSameTemplate(a, b) {
  const template = /* @__PURE__ */ __name(({ TaskTemplate }) => JSON.stringify(sorted2({ ...TaskTemplate, ForceUpdate: 0 })), "template");
  return template(a) === template(b);
}
__name(isSameTemplate, "isSameTemplate");
function sorted2(value) {
  if (Array.isArray(value)) return value.map(sorted2);
  if (typeof value !== "object" || value === null) return value;
  const entries2 = Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries2.map(([key, each]) => [key, sorted2(each)]));
}
__name(sorted2, "sorted");

// src/verify/disturb/neighbours.ts
var BACK_MS = 6e4;
async function neighboursOf(own2, world, cutNode) {
  const services = (await world.reads.services()).filter(({ ID }) => ID !== own2.ID);
  return Promise.all(
    services.map(async ({ Spec }) => {
      const name3 = serviceInStack(Spec.Name, world.stack);
      const look2 = await lookAtService(name3, world, world.signal);
      const ending = (look2?.tasks ?? []).filter((task) => isRunning2(task) && task.NodeID === cutNode);
      return { name: name3, running: look2 ? runningOf(look2).running : 0, ending: ending.map((task) => task.ID) };
    })
  );
}
__name(neighboursOf, "neighboursOf");
async function allBack(neighbours, world, fx) {
  await waitFor(
    "the stack\u2019s other services run again",
    async () => {
      const looks = await unlessAway(
        Promise.all(neighbours.map(({ name: name3 }) => lookAtService(name3, world, fx.signal)))
      );
      const isBack = looks?.every((look2, i) => {
        const { running = 0, ending = [] } = neighbours[i] ?? {};
        if (!look2) return true;
        const hasEnded2 = !look2.tasks.some((task) => isRunning2(task) && ending.includes(task.ID));
        return hasEnded2 && runningOf(look2).running >= running;
      });
      return isBack || void 0;
    },
    { clock: fx.clock, deadlineMs: BACK_MS, signal: fx.signal }
  );
}
__name(allBack, "allBack");

// src/verify/disturb/node-loss.rules.ts
var NODE_LOSSES = ["kill-node", "disconnect-node", "kill-leader"];
var stays = /* @__PURE__ */ __name((why, hint) => ({
  kind: "not-disturbed",
  isAbsent: false,
  why,
  hint
}), "stays");
function chooseLoss(candidates, all, none) {
  const losses = candidates.toSorted((a, b) => weightOf(a) - weightOf(b)).map((node) => lossOf(node, all));
  return losses.find(({ kind }) => kind === "may-go") ?? losses[0] ?? stays(none, "see `docker node ls`");
}
__name(chooseLoss, "chooseLoss");
var weightOf = /* @__PURE__ */ __name(({ manager }) => Number(!!manager) + Number(!!manager?.isLeader), "weightOf");
function lossOf(node, all) {
  if (!node.hasPower)
    return stays(
      `${node.name} cannot be switched off from here: Swarmline did not make it`,
      "ask this of a cluster that `swarmline up` made"
    );
  const managers = all.filter((each) => each.manager);
  const left = managers.filter((each) => each.manager?.isReachable && each.id !== node.id);
  const majority = Math.floor(managers.length / 2) + 1;
  if (left.length < majority)
    return stays(
      `without ${node.name} the swarm would have ${left.length} of ${managers.length} managers, and ${majority} must be there for it to decide anything`,
      managers.length < 3 ? "take three managers" : "bring the managers back that are away"
    );
  const through = left.find((each) => each.hasEngine);
  if (!through)
    return stays(
      `nobody but ${node.name} tells of the swarm from here`,
      "ask this of a cluster that `swarmline up` made"
    );
  return { kind: "may-go", node, through };
}
__name(lossOf, "lossOf");
function whyNoRefuge(node, all, isGlobal) {
  if (node.tasks === 0) return void 0;
  if (isGlobal)
    return stays("a global service has no task that could move", "ask this of a replicated service");
  const others = all.filter((each) => each.id !== node.id && each.isReady && each.takesTasks);
  if (others.length > 0) return void 0;
  return stays("no other node is there that takes tasks", "take another node");
}
__name(whyNoRefuge, "whyNoRefuge");

// src/verify/disturb/lose-node.ts
var BACK_MS2 = 9e4;
async function losing(what, look2, world) {
  const all = await seenNodes(look2, world);
  const loss = what === "kill-leader" ? chooseLoss(
    all.filter((node2) => node2.manager?.isLeader),
    all,
    "the swarm has no leader"
  ) : chooseLoss(
    all.filter((node2) => node2.tasks > 0 && node2.isReady),
    all,
    "no node that is ready runs a task of it"
  );
  const ready = atHand(loss, world);
  if (ready.kind !== "ready") return ready;
  const { node, seen, elsewhere } = ready;
  const noRefuge = whyNoRefuge(seen, all, !!look2.service.Spec.Mode.Global);
  if (noRefuge) return noRefuge;
  const isCut = what !== "disconnect-node";
  const back = await backOf(ready, look2, isCut);
  return {
    kind: "deed",
    node: node.name,
    tasks: look2.tasks.filter((task) => isRunning2(task) && task.NodeID === node.id).map((task) => task.ID),
    elsewhere,
    act: /* @__PURE__ */ __name(() => takeAway(ready, isCut, back, world), "act")
  };
}
__name(losing, "losing");
async function restarting(look2, world) {
  const all = await seenNodes(look2, world);
  const running = all.filter((node2) => node2.tasks > 0);
  if (running.length > 1)
    return stays(
      `it runs on ${running.length} nodes, and one is restarted at a time`,
      "ask this of a service whose tasks are on one node"
    );
  const ready = atHand(chooseLoss(running, all, "no node runs a task of it"), world);
  if (ready.kind !== "ready") return ready;
  const { node, elsewhere } = ready;
  const back = await backOf(ready, look2, true);
  return {
    kind: "restart",
    elsewhere,
    act: /* @__PURE__ */ __name(async () => {
      await takeAway(ready, true, back, world);
      await node.power.restore(world);
      await waitUntilBack(node, elsewhere, { ...world, deadlineMs: BACK_MS2 });
    }, "act")
  };
}
__name(restarting, "restarting");
function atHand(loss, world) {
  if (loss.kind !== "may-go") return loss;
  const node = world.nodes.find(({ id: id2 }) => id2 === loss.node.id);
  const manager = world.nodes.find(({ id: id2 }) => id2 === loss.through.id)?.engine;
  if (!node?.power || !manager) throw new Error(`${loss.node.name} may be lost, but is not at hand`);
  const elsewhere = { ...world, manager };
  return { kind: "ready", seen: loss.node, node: { ...node, power: node.power }, elsewhere };
}
__name(atHand, "atHand");
async function takeAway({ node: { name: name3, power } }, isCut, back, world) {
  world.signal.throwIfAborted();
  const taking = isCut ? power.cut() : power.disconnect();
  world.undo(`Bring ${name3} back`, async (fx) => {
    await taking.catch(() => void 0);
    await back(fx);
  });
  await taking;
}
__name(takeAway, "takeAway");
async function backOf({ node, elsewhere }, look2, isCut) {
  const neighbours = await neighboursOf(look2.service, elsewhere, isCut ? node.id : void 0);
  return async (fx) => {
    await (isCut ? node.power.restore(fx) : node.power.reconnect(fx.signal));
    await waitUntilBack(node, elsewhere, { ...fx, deadlineMs: BACK_MS2 });
    await allBack(neighbours, elsewhere, fx);
  };
}
__name(backOf, "backOf");
async function seenNodes({ tasks }, world) {
  return (await lookAtNodes(world, world.signal)).map(({ ID, Spec, Status, ManagerStatus, Description }) => {
    const own2 = world.nodes.find(({ id: id2 }) => id2 === ID);
    return {
      id: ID,
      name: own2?.name ?? Description.Hostname,
      isReady: Status.State === "ready",
      takesTasks: Spec.Availability === "active",
      manager: ManagerStatus && {
        isReachable: ManagerStatus.Reachability === "reachable",
        isLeader: ManagerStatus.Leader === true
      },
      hasPower: own2?.power !== void 0,
      hasEngine: own2?.engine !== void 0,
      tasks: tasks.filter((task) => isRunning2(task) && task.NodeID === ID).length
    };
  });
}
__name(seenNodes, "seenNodes");

// src/verify/disturb/put-back.ts
var PATIENCE_MS = 25e3;
var DEADLINE_MS = 6e4;
async function beforeDisturbing(service2, world) {
  const look2 = await lookAtService(service2, world, world.signal);
  if (!look2) return { kind: "not-disturbed", isAbsent: true, why: `the swarm has no service ${service2}` };
  if (!isWhole(look2) || runningOf(look2).running === 0)
    return {
      kind: "not-disturbed",
      isAbsent: false,
      why: `not all of ${service2} runs, or an update of it is under way: it was not disturbed`
    };
  world.undo(`Put ${service2} back`, (fx) => putBack(service2, look2.service, world, fx));
  return { kind: "ready", ...look2 };
}
__name(beforeDisturbing, "beforeDisturbing");
async function putBack(service2, before, world, fx) {
  const whole = /* @__PURE__ */ __name((deadlineMs, isEnough) => waitFor(
    `all of ${service2} runs again`,
    async () => {
      const look2 = await lookAtService(service2, world, fx.signal);
      if (!look2) throw new SwarmlineError("input", `the swarm has no service ${service2} any more`);
      return isEnough(look2) || void 0;
    },
    { clock: fx.clock, deadlineMs, signal: fx.signal }
  ), "whole");
  const isOurs2 = /* @__PURE__ */ __name(({ service: now2 }) => !isSameTemplate(now2.Spec, before.Spec), "isOurs");
  const isBack = await whole(
    PATIENCE_MS,
    (look2) => isWhole(look2) || isPaused(look2.service) || isGivenUp(look2) || isOurs2(look2) && !isUpdating(look2.service)
  ).catch((error) => {
    if (error instanceof SwarmlineError && error.code === "timed-out") return void 0;
    throw error;
  });
  const now = await lookAtService(service2, world, fx.signal);
  if (isBack && now && isWhole(now) && !isOurs2(now)) return;
  await changeService(
    service2,
    (spec) => {
      const TaskTemplate = { ...before.Spec.TaskTemplate, ForceUpdate: spec.TaskTemplate.ForceUpdate ?? 0 };
      return forced({ ...before.Spec, TaskTemplate });
    },
    world,
    fx.signal
  );
  await whole(DEADLINE_MS, isWhole);
}
__name(putBack, "putBack");

// src/verify/disturb/histories.rules.ts
var OVER = ["complete", "failed", "shutdown", "rejected", "orphaned", "remove"];
function withLook(histories, tasks) {
  const seen = new Map(histories.map((history) => [history.id, history]));
  for (const task of tasks) seen.set(task.ID, nextOf(seen.get(task.ID), task));
  return [...seen.values()].toSorted((a, b) => a.madeMs - b.madeMs);
}
__name(withLook, "withLook");
function nextOf(before, task) {
  const { State, Err, ContainerStatus } = task.Status;
  const writtenMs = Date.parse(task.UpdatedAt);
  const isOver = OVER.includes(State);
  const isTold = !["running", "ready", "complete"].includes(task.DesiredState);
  const ran = before?.ranMs ?? (State === "running" ? writtenMs : void 0);
  return {
    id: task.ID,
    slot: task.Slot ? String(task.Slot) : task.NodeID ?? "",
    nodeId: task.NodeID ?? before?.nodeId ?? "",
    containerId: ContainerStatus?.ContainerID ?? before?.containerId,
    madeMs: Date.parse(task.CreatedAt),
    ranMs: ran,
    endedMs: before?.endedMs ?? (isTold || isOver ? writtenMs : void 0),
    hasFailed: before?.hasFailed || ["failed", "rejected"].includes(State) || isOver && !isTold,
    error: Err || before?.error || "",
    isOver
  };
}
__name(nextOf, "nextOf");

// src/verify/disturb/watch-service.ts
var EVERY_MS2 = 200;
async function watchService(service2, hasEnded2, withinMs, world, mayBeAway = false) {
  const startMs = world.clock.now();
  let histories = [];
  for (; ; ) {
    const isLate = /* @__PURE__ */ __name(() => world.clock.now() - startMs >= withinMs, "isLate");
    try {
      const last = await lookAtService(service2, world, world.signal);
      if (last) histories = withLook(histories, last.tasks);
      const isOver = last !== void 0 && await hasEnded2(last, histories);
      const tookMs = world.clock.now() - startMs;
      if (!last || isOver || tookMs >= withinMs) return { histories, last, hasEnded: isOver, tookMs };
    } catch (error) {
      if (!mayBeAway || !isAway(error) || isLate()) throw error;
    }
    await world.clock.sleep(EVERY_MS2, world.signal);
  }
}
__name(watchService, "watchService");

// src/verify/disturb/not-disturbed.rules.ts
function judgeNotDisturbed(expected, { isAbsent: isAbsent2, why, hint }) {
  return isAbsent2 ? fail(expected, why, "deploy the stack first") : inconclusive(expected, why, hint ?? "see `docker service ps --no-trunc`");
}
__name(judgeNotDisturbed, "judgeNotDisturbed");

// src/verify/kinds/persistence/judge.ts
var DEEDS = {
  kill: "are killed",
  update: "an update replaces",
  "restart-node": "lose their node\u2019s power until it begins again"
};
function persistenceExpected({ service: service2, by, port: port2, command }) {
  const what = port2 === void 0 ? `what ${command?.[0] ?? "a program"} writes` : `the counter on :${port2}`;
  return `${what} outlives the tasks of ${service2}, which ${DEEDS[by]}`;
}
__name(persistenceExpected, "persistenceExpected");
function judgePersistence(params21, evidence) {
  const expected = persistenceExpected(params21);
  const place = ["services", params21.service, "volumes"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  if (evidence.kind === "not-read")
    return inconclusive(expected, `there is nothing to lose: ${bounded(evidence.why)}`, void 0);
  const { before, after, isReplaced, tookMs } = evidence;
  const figures = { tookMs, isReplaced };
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, what, hint, figures),
    place
  }), "failed");
  if (before.kind === "none") return inconclusive(expected, bounded(before.why), void 0, figures);
  if (!isReplaced)
    return failed(
      `not every task was replaced within ${params21.within / 1e3} s`,
      "see `docker service ps --no-trunc`"
    );
  if (after.kind === "none")
    return failed(`nothing could be read after it: ${bounded(after.why)}`, "see the service\u2019s logs");
  const [was, is] = [before.value, after.value].map((value) => bounded(String(value)));
  const isKept = typeof before.value === "number" && typeof after.value === "number" ? after.value > before.value : after.value === before.value;
  return isKept ? { ...pass(expected, `${was} before, ${is} after`, figures), place } : failed(
    `${was} before, ${is} after`,
    "mount a volume where the data is, keep its task on that node, and write data out before it may be lost"
  );
}
__name(judgePersistence, "judgePersistence");

// src/verify/kinds/persistence/kind.ts
var params12 = strictObject({
  service: serviceName(),
  by: _enum(["kill", "update", "restart-node"]).default("kill").describe(
    "Whether its containers are killed (SIGKILL), an update replaces its tasks, or the node that runs it loses its power and begins again (restart-node)."
  ),
  port: port().optional().describe("Published port whose page shows the counter (`Number of visits: <n>`) that must go on."),
  command: program().optional().describe("Instead: a program in the service\u2019s container that must write the same before and after."),
  within: duration().prefault("90s").describe(
    "Until the tasks are replaced, and again until there is a value; a node begins again before it."
  )
});
var persistence = defineKind({
  name: "persistence",
  explanation: "Reads a value, replaces every task of the service that keeps it, and reads it again: a counter must go on from where it was, a program must write the same. Fails when the value is lost or older, or the tasks do not come back. Inconclusive when there was no value before, and where the node cannot be restarted: only one that Swarmline made can, and of managers one that leaves a majority of them.",
  example: `- kind: persistence
  service: redis
  port: 80
- kind: persistence
  service: redis
  by: restart-node
  port: 80`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(({ by }) => by === "restart-node" ? "nodes" : "service", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2, by }) => 2 * within2 + (by === "restart-node" ? 24e4 : 6e4), "deadlineMs"),
  params: params12,
  faultOf: /* @__PURE__ */ __name(({ port: published, command }) => published === void 0 === (command === void 0) ? "persistence takes either port, or command" : void 0, "faultOf"),
  expected: persistenceExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "volumes"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather3(asked, world), "gather"),
  judge: judgePersistence
});
async function gather3(asked, world) {
  const { service: service2, by, within: within2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const before = await readValue(asked, world);
  if (before.kind === "none") return { kind: "not-read", why: before.why };
  const running = look2.tasks.filter((task) => task.DesiredState === "running");
  const ids = running.map((task) => task.ID);
  let watcher = world;
  if (by === "update") await changeService(service2, forced, world, world.signal);
  else if (by === "restart-node") {
    const restart2 = await restarting(look2, world);
    if (restart2.kind !== "restart") return restart2;
    watcher = restart2.elsewhere;
    await restart2.act();
  } else {
    const victims = victimsOf(running, world);
    if (victims.length < running.length) return noVictim(service2);
    await Promise.all(victims.map((victim) => victim.kill()));
  }
  const wanted2 = runningOf(look2).running;
  const { hasEnded: hasEnded2, tookMs } = await watchService(
    service2,
    (now, histories) => histories.filter((task) => ids.includes(task.id)).every((task) => task.endedMs !== void 0) && isWhole(now) && runningOf(now).running >= wanted2,
    within2,
    watcher,
    by === "restart-node"
  );
  const after = hasEnded2 ? await readUntilThere(asked, watcher) : { kind: "none", why: "its tasks did not come back" };
  return { kind: "replaced", before, after, isReplaced: hasEnded2, tookMs };
}
__name(gather3, "gather");
async function readUntilThere(asked, world) {
  let last = { kind: "none", why: "nothing was read" };
  try {
    await waitFor(
      "a value",
      async () => {
        last = await readValue(asked, world);
        return last.kind === "value" || void 0;
      },
      { clock: world.clock, deadlineMs: asked.within, everyMs: 1e3, signal: world.signal }
    );
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== "timed-out") throw error;
  }
  return last;
}
__name(readUntilThere, "readUntilThere");
async function readValue(asked, world) {
  if (asked.port !== void 0) return readCounter(asked.port, world);
  const look2 = await lookAtService(asked.service, world, world.signal);
  const doors = (look2?.tasks ?? []).flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node) => node.id === task.NodeID);
    const isRunning4 = task.DesiredState === "running" && task.Status.State === "running";
    return isRunning4 && containerId ? [{ task: task.ID, node: at?.name ?? "", containerId, at }] : [];
  });
  const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
  if (!door) return { kind: "none", why: "no task runs" };
  const run = await runInTask(door, { argv: asked.command ?? [], timeoutMs: 2e4, maxBytes: 65536 }, world);
  if (run.kind === "unreachable") return noVictim(asked.service);
  if (run.kind === "not-started") return { kind: "none", why: run.reason };
  if (run.exitCode !== 0) return { kind: "none", why: run.stderr || `the program ended with ${run.exitCode}` };
  return run.stdout ? { kind: "value", value: run.stdout } : { kind: "none", why: "the program wrote nothing" };
}
__name(readValue, "readValue");
async function readCounter(published, world) {
  const { nodes: nodes2 } = await publishingNodes(world, published);
  const doors = await Promise.all(
    nodes2.map(async (node) => ({ endpoint: await world.endpointOf(node, published) }))
  );
  const seen = await readVisits(doors, world.signal);
  return seen.kind === "none" ? { kind: "none", why: `the page on :${published} shows no number of visits: ${seen.why}` } : { kind: "value", value: seen.visits };
}
__name(readCounter, "readCounter");

// src/verify/kinds/placement/judge.ts
function placementExpected({
  service: service2,
  role,
  labels: labels2,
  nodes: nodes2,
  constraints,
  spread,
  most
}) {
  const rules = [
    role && `on a ${role}`,
    ...Object.entries(labels2).map(([label, value]) => `on a node with ${label}=${value}`),
    nodes2 && `on ${nodes2.join(" or ")}`,
    constraints.length > 0 && `where ${constraints.join(" and ")}`,
    spread !== void 0 && `on a number of nodes that ${inWords(spread)}`,
    most !== void 0 && `at most ${most} on one node`
  ].filter(Boolean);
  return `every task of ${service2} runs ${rules.join(", ") || "on a node of the swarm"}`;
}
__name(placementExpected, "placementExpected");
function judgePlacement(params21, { exists, tasks }) {
  const { service: service2, role, labels: labels2, nodes: nodes2, spread, most } = params21;
  const expected = placementExpected(params21);
  const place = ["services", service2, "deploy", "placement"];
  const byNode = /* @__PURE__ */ new Map();
  for (const { node } of tasks) if (node) byNode.set(node.name, (byNode.get(node.name) ?? 0) + 1);
  const figures = { tasks: tasks.length, nodes: byNode.size };
  if (!exists) return fail(expected, `the stack has no service ${service2}`, "see `docker stack services`");
  if (tasks.length === 0)
    return fail(expected, `no task of ${service2} runs`, "see `docker service ps --no-trunc`", figures);
  if (tasks.some(({ node }) => !node))
    return inconclusive(expected, "a task runs on a node that the swarm does not list", void 0, figures);
  const problems = /* @__PURE__ */ new Set();
  for (const { node } of tasks) {
    if (!node) continue;
    if (role && node.role !== role) problems.add(`${node.name} is a ${node.role}`);
    if (nodes2 && !nodes2.includes(node.name)) problems.add(`a task runs on ${node.name}`);
    for (const constraint of node.unmet) problems.add(`${node.name} does not meet ${constraint}`);
    for (const [label, value] of Object.entries(labels2))
      if (!Object.hasOwn(node.labels, label) || node.labels[label] !== value)
        problems.add(`${node.name} lacks the label ${label}=${value}`);
  }
  if (spread !== void 0 && compare(byNode.size, spread) !== "holds")
    problems.add(`${count(tasks.length, "task")} on ${count(byNode.size, "node")}`);
  for (const [name3, number2] of byNode)
    if (most !== void 0 && number2 > most) problems.add(`${number2} tasks run on ${name3}`);
  if (problems.size > 0)
    return {
      ...fail(
        expected,
        [...problems].join("; "),
        "constrain it: `deploy.placement.constraints`, and label a node with `docker node update --label-add`",
        figures
      ),
      place
    };
  return pass(
    expected,
    [...byNode].map(([name3, number2]) => `${count(number2, "task")} on ${name3}`).join(", "),
    figures
  );
}
__name(judgePlacement, "judgePlacement");

// src/verify/kinds/placement/kind.ts
var params13 = strictObject({
  service: serviceName(),
  role: _enum(["manager", "worker"]).optional().describe("Every task runs on a node of this role."),
  labels: record(string().min(1).max(200), string().max(200)).default({}).describe("Every task runs on a node with all of these labels."),
  nodes: array(string().min(1).max(200)).min(1).max(100).optional().describe("Every task runs on one of these nodes."),
  constraints: array(string().min(3).max(300)).max(50).default([]).describe("Every task runs on a node that meets all of these constraints, in the words of a stack file."),
  spread: amount().optional().describe("On how many nodes tasks run."),
  most: number().int().min(1).max(1e4).optional().describe("Tasks that may run on one node.")
});
var placement = defineKind({
  name: "placement",
  explanation: "Looks where a service\u2019s tasks run now: on nodes of a role, with labels, by name, by constraints, on how many, and how many on one. Fails when a task runs elsewhere, or none runs at all.",
  example: `- kind: placement
  service: redis
  labels: { data: persistent }`,
  isDisturbing: false,
  visits: "none",
  params: params13,
  expected: placementExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "placement"], "place"),
  gather: /* @__PURE__ */ __name(async ({ service: service2, constraints }, world) => {
    const [found, tasks, nodes2] = await Promise.all([
      world.reads.service(service2),
      world.reads.runningTasks(service2),
      world.reads.nodes()
    ]);
    return {
      exists: found !== void 0,
      tasks: tasks.map((task) => {
        const node = nodes2.find(({ ID }) => ID === task.NodeID);
        return {
          task: task.ID,
          node: node && {
            name: node.Description.Hostname,
            role: node.Spec.Role,
            labels: node.Spec.Labels ?? {},
            unmet: constraints.filter((constraint) => !isMet(constraint, node))
          }
        };
      })
    };
  }, "gather"),
  judge: judgePlacement
});

// src/verify/disturb/visitors.ts
var visitorFields = /* @__PURE__ */ __name((lost) => ({
  port: port().optional().describe("Published port that is asked all the while; without it, none is."),
  path: string().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path of those requests."),
  rate: number().min(1).max(2e3).default(50).describe("Those requests per second, of all nodes together."),
  lost: lost.default === void 0 ? number().int().min(0).optional().describe(lost.says) : number().int().min(0).default(lost.default).describe(lost.says)
}), "visitorFields");
async function amongVisitors(asked, world, work) {
  const { port: published, path: path7, rate } = asked;
  if (published === void 0) return { done: await work(), requests: void 0 };
  const { nodes: nodes2 } = await publishingNodes(world, published);
  if (nodes2.length === 0) throw new Error(`no node answers on port ${published}: nothing can be asked`);
  const targets = await trafficTargets(nodes2, { port: published, path: path7 }, world);
  const prober = startProber({ targets, ratePerSecond: rate }, world);
  try {
    return { done: await work(), requests: await prober.stop() };
  } finally {
    await prober.stop();
  }
}
__name(amongVisitors, "amongVisitors");

// src/verify/disturb/visitors.rules.ts
var MOST_UNSENT = 0.02;
function visitorsExpected({ port: port2, path: path7, rate, lost }) {
  if (port2 === void 0) return "";
  const most = lost === void 0 ? "" : `, ${lost} of them fail${lost === 0 ? "" : " at most"}`;
  return `; meanwhile ${rate} requests per second to :${port2}${path7}${most}`;
}
__name(visitorsExpected, "visitorsExpected");
function judgeVisitors({ port: port2, lost }, seen, lostNode) {
  if (port2 === void 0) return { status: "pass", words: [], figures: {} };
  const lostShare = seen?.nodes.find(({ name: name3 }) => name3 === lostNode);
  const of = /* @__PURE__ */ __name((key) => (seen?.[key] ?? 0) - (lostShare?.[key] ?? 0), "of");
  const [answered, failed, toLost] = [of("answered"), of("failed"), sentTo(lostShare)];
  const sent = answered + failed;
  if (!seen || sent === 0) return { status: "unknown", words: ["no request was sent"], figures: {} };
  const { unfinished, firstFailures, latencyMs } = seen;
  const nodes2 = seen.nodes.filter((node) => node !== lostShare);
  const [first] = firstFailures.filter(({ kind, target }) => kind !== "not-sent" && target !== lostNode);
  const gapMs = Math.max(0, ...nodes2.filter((node) => node.failed > 0).map((node) => node.longestGap.ms));
  const words3 = [
    `${failed} of ${count(sent, "request")} failed`,
    ...first ? [`first on ${first.target}: ${first.kind}: ${bounded(first.detail)}`] : [],
    ...gapMs > 0 ? [`longest time without an answer ${gapMs} ms`] : [],
    ...lostShare && toLost > 0 ? [`${lostShare.failed} of ${toLost} to ${lostNode} itself, which was lost`] : []
  ];
  const figures = {
    requests: sent,
    requestsFailed: failed,
    p99Ms: latencyMs.p99,
    longestGapMs: gapMs,
    ...lostShare ? { requestsToLost: toLost, requestsToLostFailed: lostShare.failed } : {}
  };
  if (answered === 0 || lost !== void 0 && failed > lost) return { status: "fail", words: words3, figures };
  const unsent = of("notSent") + unfinished;
  if (lost !== void 0 && unsent > MOST_UNSENT * of("planned"))
    return { status: "unknown", words: [...words3, `${unsent} could not be sent`], figures };
  return { status: "pass", words: words3, figures };
}
__name(judgeVisitors, "judgeVisitors");
var sentTo = /* @__PURE__ */ __name((node) => (node?.answered ?? 0) + (node?.failed ?? 0), "sentTo");

// src/verify/kinds/rollback/judge.ts
function rollbackExpected(params21) {
  const bad = params21.image === void 0 ? "a program that is not there" : `the bad image ${params21.image}`;
  return `${params21.service}, updated to ${bad}, rolls back by itself within ${params21.within / 1e3} s${visitorsExpected(params21)}`;
}
__name(rollbackExpected, "rollbackExpected");
function judgeRollback(params21, evidence) {
  const expected = rollbackExpected(params21);
  const place = ["services", params21.service, "deploy", "update_config"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  if (evidence.kind === "not-asked-for")
    return {
      ...fail(
        expected,
        `a failed update of it is not rolled back: failure_action is ${bounded(evidence.failureAction)}`,
        "set update_config.failure_action to rollback"
      ),
      place: [...place, "failure_action"]
    };
  const { state, message, isFormer, tookMs, running, wanted: wanted2, badTasks, error } = evidence;
  const visitors = judgeVisitors(params21, evidence.requests);
  const figures = { tookMs, badTasks, running, wanted: wanted2, ...visitors.figures };
  const seen = [
    `${state || "no update"} after ${(tookMs / 1e3).toFixed(1)} s`,
    count(badTasks, "bad task"),
    ...error ? [bounded(error)] : [],
    ...visitors.words
  ].join("; ");
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  }), "failed");
  if (state === "completed")
    return failed(
      "the bad update was taken for a good one",
      "lower update_config.max_failure_ratio, and let update_config.monitor last until a bad task has failed"
    );
  if (state !== "rollback_completed")
    return failed(
      `no rollback was completed${message ? `: ${bounded(message)}` : ""}`,
      "see `docker service ps --no-trunc`; rollback_config says how fast a rollback is"
    );
  if (!isFormer)
    return failed("the service does not have its former settings", "see `docker service inspect`");
  if (running < wanted2)
    return failed(`${running} of ${count(wanted2, "task")} run after it`, "see `docker service ps --no-trunc`");
  if (badTasks === 0) return inconclusive(expected, `no bad task was seen; ${seen}`, void 0, figures);
  if (visitors.status === "fail")
    return failed(
      "visitors noticed",
      "with more replicas, or order: start-first, the old tasks go on answering"
    );
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, seen, figures), place };
}
__name(judgeRollback, "judgeRollback");

// src/verify/kinds/rollback/kind.ts
var NO_SUCH_PROGRAM = "/swarmline-tries-a-program-that-is-not-there";
var params14 = strictObject({
  service: serviceName(),
  image: string().regex(/^[\w.:/@-]{1,300}$/, "takes an image\u2019s name").optional().describe(
    "A bad image. Without it, the running image with a program that it lacks, which needs no registry."
  ),
  within: duration().prefault("180s").describe("Until the rollback has ended."),
  ...visitorFields({ default: 0, says: "The most requests that may fail." })
});
var rollback = defineKind({
  name: "rollback",
  explanation: "Updates a service to something that cannot run, and waits for the swarm to roll it back by itself: its former settings must return and all tasks run, and, where a port is said, no more requests of visitors may fail than allowed. Fails without a trial when failure_action is not rollback.",
  example: `- kind: rollback
  service: backend
  within: 120s
  port: 80`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(() => "service", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params14,
  expected: rollbackExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "update_config"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather4(asked, world), "gather"),
  judge: judgeRollback
});
async function gather4(asked, world) {
  const { service: service2, image: image2, within: within2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const { Spec } = look2.service;
  const failureAction = Spec.UpdateConfig?.FailureAction ?? "pause";
  if (failureAction !== "rollback") return { kind: "not-asked-for", failureAction };
  const old = new Set(look2.tasks.map((task) => task.ID));
  const { done, requests } = await amongVisitors(asked, world, async () => {
    await changeService(service2, (spec) => broken2(spec, image2), world, world.signal);
    return watchService(
      service2,
      (now) => {
        const { running, wanted: wanted2 } = runningOf(now);
        const state = now.service.UpdateStatus?.State;
        const isSettled = state !== "rollback_completed" || running >= wanted2;
        return Boolean(state) && !isUpdating(now.service) && isSettled;
      },
      within2,
      world
    );
  });
  const { histories, last, tookMs } = done;
  const bad = histories.filter((task) => !old.has(task.id) && task.hasFailed);
  return {
    kind: "tried",
    state: last?.service.UpdateStatus?.State ?? "",
    message: last?.service.UpdateStatus?.Message ?? "",
    isFormer: last !== void 0 && isSameTemplate(last.service.Spec, Spec),
    tookMs,
    ...last ? runningOf(last) : { running: 0, wanted: runningOf(look2).wanted },
    badTasks: bad.length,
    error: bad.find((task) => task.error)?.error ?? "",
    requests
  };
}
__name(gather4, "gather");
function broken2(spec, image2) {
  const { TaskTemplate } = spec;
  const { ContainerSpec } = TaskTemplate;
  if (!ContainerSpec) return spec;
  const bad = image2 === void 0 ? { Command: [NO_SUCH_PROGRAM] } : { Image: image2 };
  return { ...spec, TaskTemplate: { ...TaskTemplate, ContainerSpec: { ...ContainerSpec, ...bad } } };
}
__name(broken2, "broken");

// src/verify/kinds/rolling-update/judge.ts
var TOLERANCE_MS = 20;
function rollingUpdateExpected(params21) {
  const { service: service2, parallelism, delay, order, within: within2 } = params21;
  return [
    `a forced update of ${service2} replaces every task within ${within2 / 1e3} s`,
    parallelism === void 0 ? ", as many at once as its update_config says" : `, ${parallelism || "all"} at once`,
    delay === void 0 ? "" : `, ${delay} ms between`,
    order === void 0 ? "" : `, ${order}`,
    visitorsExpected(params21)
  ].join("");
}
__name(rollingUpdateExpected, "rollingUpdateExpected");
function judgeRollingUpdate(params21, evidence) {
  const expected = rollingUpdateExpected(params21);
  const place = ["services", params21.service, "deploy", "update_config"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  const { own: own2, state, made, running, wanted: wanted2, tookMs } = evidence;
  const rules = {
    parallelism: params21.parallelism ?? own2.parallelism,
    delayMs: params21.delay ?? own2.delayMs,
    order: params21.order ?? own2.order
  };
  const visitors = judgeVisitors(params21, evidence.requests);
  const atOnce = mostAtOnce(made);
  const gapMs = smallestGapMs(made, rules.parallelism);
  const figures = {
    tasks: made.length,
    mostAtOnce: atOnce,
    ...gapMs === void 0 ? {} : { smallestGapMs: gapMs },
    tookMs,
    ...visitors.figures
  };
  const seen = [
    `${count(made.length, "task")} in ${(tookMs / 1e3).toFixed(1)} s, ${atOnce} at once`,
    ...gapMs === void 0 ? [] : [`smallest gap ${gapMs} ms`],
    ...visitors.words
  ].join("; ");
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  }), "failed");
  const ended = made.find((task) => task.hasFailed || task.isOver);
  if (ended)
    return failed(
      `a new task ended: ${bounded(ended.error) || "without an error, as one that is done or not healthy"}`,
      "see `docker service ps --no-trunc`"
    );
  if (state !== "completed")
    return failed(
      `the update is ${bounded(state) || "not begun"}${evidence.message ? `: ${bounded(evidence.message)}` : ""}`,
      "allow it more time with `within:`, and see `docker service ps --no-trunc`"
    );
  if (running < wanted2)
    return failed(`${running} of ${count(wanted2, "task")} run after it`, "see the service\u2019s logs");
  const slots = new Set(made.map((task) => task.slot));
  if (slots.size < wanted2 || made.some((task) => task.ranMs === void 0))
    return inconclusive(expected, `not every new task was seen to run; ${seen}`, void 0, figures);
  if (rules.parallelism > 0 && atOnce > rules.parallelism)
    return failed(
      `${atOnce} tasks were replaced at once, not ${rules.parallelism}`,
      "set update_config.parallelism"
    );
  if (gapMs !== void 0 && gapMs < rules.delayMs - TOLERANCE_MS)
    return failed(`${gapMs} ms between two replacements, not ${rules.delayMs}`, "set update_config.delay");
  const orders = ordersOf(evidence.before, made);
  const other = rules.order === "start-first" ? "stop-first" : "start-first";
  if (orders.includes(other))
    return failed(`the order was ${other}, not ${rules.order}`, "set update_config.order");
  if (!orders.includes(rules.order))
    return inconclusive(expected, `the order was not seen; ${seen}`, void 0, figures);
  if (visitors.status === "fail")
    return failed(
      "visitors noticed",
      "a HEALTHCHECK, order: start-first, and a program that ends its requests on the stop signal lose none"
    );
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, `${seen}; ${rules.order}`, figures), place };
}
__name(judgeRollingUpdate, "judgeRollingUpdate");
function mostAtOnce(made) {
  return Math.max(
    0,
    ...made.map(
      ({ madeMs }) => made.filter((other) => other.madeMs <= madeMs && (other.ranMs ?? Number.POSITIVE_INFINITY) > madeMs).length
    )
  );
}
__name(mostAtOnce, "mostAtOnce");
function smallestGapMs(made, parallelism) {
  if (parallelism <= 0) return void 0;
  const starts = made.map((task) => task.madeMs).toSorted((a, b) => a - b);
  const ends = made.flatMap((task) => task.ranMs ?? []).toSorted((a, b) => a - b);
  const gaps = starts.flatMap((startMs, k) => {
    const endMs = k < parallelism ? void 0 : ends[k - parallelism];
    return endMs === void 0 ? [] : [startMs - endMs];
  });
  return gaps.length > 0 ? Math.min(...gaps) : void 0;
}
__name(smallestGapMs, "smallestGapMs");
function ordersOf(before, made) {
  return made.flatMap(({ slot, ranMs }) => {
    const old = before.find((task) => task.slot === slot);
    if (ranMs === void 0 || old?.endedMs === void 0) return [];
    return [old.endedMs >= ranMs ? "start-first" : "stop-first"];
  });
}
__name(ordersOf, "ordersOf");

// src/verify/kinds/rolling-update/kind.ts
var params15 = strictObject({
  service: serviceName(),
  parallelism: number().int().min(0).optional().describe("The most tasks that may be replaced at once, 0 for all; without it, what update_config says."),
  delay: duration().optional().describe("The least time from one replacement to the next; without it, what update_config says."),
  order: _enum(["start-first", "stop-first"]).optional().describe(
    "Whether the new task runs before the old one is stopped; without it, what update_config says."
  ),
  within: duration().prefault("120s").describe("For the whole update, its last monitoring included."),
  ...visitorFields({ default: 0, says: "The most requests that may fail." })
});
var rollingUpdate = defineKind({
  name: "rolling-update",
  explanation: "Forces an update that replaces every task of a service by the same one, and watches it: it must complete, with no more tasks at once, no shorter pauses and in no other order than asked for, and, where a port is said, with no more failed requests of visitors than may be. Not run on a service of which a part does not run.",
  example: `- kind: rolling-update
  service: backend
  parallelism: 1
  order: start-first
  port: 80
  lost: 0`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(() => "service", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params15,
  expected: rollingUpdateExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "update_config"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather5(asked, world), "gather"),
  judge: judgeRollingUpdate
});
async function gather5(asked, world) {
  const { service: service2, within: within2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const old = new Set(look2.tasks.map((task) => task.ID));
  const running = new Set(look2.tasks.filter((task) => task.DesiredState === "running").map((task) => task.ID));
  const { done, requests } = await amongVisitors(asked, world, async () => {
    await changeService(service2, forced, world, world.signal);
    return watchService(service2, ({ service: now }) => hasEnded(now), within2, world);
  });
  const { histories, last, tookMs } = done;
  const status = last?.service.UpdateStatus;
  return {
    kind: "updated",
    own: rulesOf(look2.service),
    state: status?.State ?? "",
    message: status?.Message ?? "",
    tookMs,
    ...last ? runningOf(last) : { running: 0, wanted: running.size },
    before: histories.filter((task) => running.has(task.id)),
    made: histories.filter((task) => !old.has(task.id)),
    requests
  };
}
__name(gather5, "gather");
var hasEnded = /* @__PURE__ */ __name((service2) => Boolean(service2.UpdateStatus?.State) && !isUpdating(service2), "hasEnded");
function rulesOf({ Spec: { UpdateConfig } }) {
  return {
    parallelism: UpdateConfig?.Parallelism ?? 1,
    delayMs: (UpdateConfig?.Delay ?? 0) / 1e6,
    order: UpdateConfig?.Order === "start-first" ? "start-first" : "stop-first"
  };
}
__name(rulesOf, "rulesOf");

// src/verify/kinds/routing-mesh/answered.rules.ts
var HINTS2 = {
  refused: "nothing listens on the published port of that node: publish it in ingress mode (`swarmline doctor` says whether the kernel has IPVS)",
  unreachable: "the node cannot be reached from this machine: see whether it runs (`swarmline ls`)",
  reset: "the service ends connections: see `docker service logs`, and add a HEALTHCHECK so that only ready tasks are asked",
  "time-out": "the node accepts no traffic for tasks elsewhere: IPVS, UDP 4789 and TCP and UDP 7946 must work between nodes",
  status: "the service itself answers with an error: see `docker service logs`",
  body: "something else than the service answers, or its text changed"
};
var ROUTING_MESH_EXPECTED = "every node answers every request, also a node without a task";
function judgeRoutingMesh(evidence) {
  const { requestsPerNode, nodes: nodes2, nodesWithoutTask } = evidence;
  const figures = {
    nodes: nodes2.length,
    nodesWithoutTask: nodesWithoutTask.length,
    requests: nodes2.reduce((sum2, node) => sum2 + node.answers.requests, 0),
    failed: nodes2.reduce((sum2, node) => sum2 + node.answers.failed, 0)
  };
  const expected = `${ROUTING_MESH_EXPECTED}: ${count(requestsPerNode, "request")} each, 0 failed`;
  const lacking = nodes2.filter(
    ({ answers: answers2 }) => answers2.failed > 0 || answers2.requests < requestsPerNode || answers2.requests === 0
  );
  const worstNode = lacking.toSorted((a, b) => b.answers.failed - a.answers.failed)[0];
  if (nodes2.length === 0)
    return fail(expected, "no node was asked", "see whether the swarm has nodes", figures);
  if (worstNode) return fail(expected, lacking.map(describe).join("; "), hintFor3(worstNode), figures);
  const without = nodesWithoutTask.length ? `, ${nodesWithoutTask.join(", ")} without a task` : "";
  return pass(
    expected,
    `${count(figures.requests, "request")} to ${count(nodes2.length, "node")}${without}: 0 failed`,
    figures
  );
}
__name(judgeRoutingMesh, "judgeRoutingMesh");
function describe({ answers: answers2, firstFailure: firstFailure2 }) {
  const kinds = byFrequency(answers2.failedByKind).map(([kind, n]) => `${n} ${kind}`);
  const first = firstFailure2 ? `, first: ${firstFailure2}` : "";
  return `${answers2.node}: ${answers2.failed} of ${answers2.requests} failed (${kinds.join(", ") || "not all asked"}${first})`;
}
__name(describe, "describe");
function hintFor3({ answers: answers2 }) {
  const kind = byFrequency(answers2.failedByKind)[0]?.[0];
  return kind ? HINTS2[kind] : "ask again: the node was not asked as often as planned";
}
__name(hintFor3, "hintFor");
function byFrequency(failures) {
  return Object.entries(failures).toSorted((a, b) => b[1] - a[1]);
}
__name(byFrequency, "byFrequency");

// src/verify/kinds/routing-mesh/spread.rules.ts
function judgeSpread({ minShare, nodes: nodes2, before, after }) {
  const rule2 = `each replica answers at least ${percent(minShare)} of the requests, and no one else answers`;
  const unread = [before, after].find((reading) => !reading.isKnown);
  if (unread && !unread.isKnown)
    return inconclusive(
      rule2,
      `the swarm did not say which replicas run: ${bounded(unread.reason)}`,
      void 0
    );
  if (!before.isKnown || !after.isKnown) return inconclusive(rule2, "the replicas are not known", void 0);
  const answered = totalByReplica(nodes2);
  const total = [...answered.values()].reduce((sum2, n) => sum2 + n, 0);
  const atStart = before.replicas.running.map((replica) => replica.hostname);
  const atEnd = after.replicas.running.map((replica) => replica.hostname);
  const unknown = [...answered.keys()].filter((name3) => !atStart.includes(name3) && !atEnd.includes(name3));
  const replaced = atStart.filter((name3) => !atEnd.includes(name3));
  const shares = atEnd.map((name3) => ({ name: name3, share: total ? (answered.get(name3) ?? 0) / total : 0 }));
  const lacking = shares.filter(({ share }) => share < minShare);
  const figures = {
    replicas: atEnd.length,
    wanted: after.replicas.wanted ?? atEnd.length,
    requests: total,
    smallestShare: round2(Math.min(1, ...shares.map(({ share }) => share))),
    largestShare: round2(Math.max(0, ...shares.map(({ share }) => share))),
    unknown: unknown.length
  };
  const expected = `each of ${count(figures.wanted, "replica")} answers at least ${percent(minShare)} of the requests, and no one else answers`;
  const observed = shares.map(({ name: name3, share }) => `${name3} ${percent(share)}`).join(", ");
  const failed = /* @__PURE__ */ __name((what, hint) => fail(expected, what, hint, figures), "failed");
  if (total === 0) return failed("no request was answered", "see `docker service ps` and the service\u2019s logs");
  if (unknown.length > 0)
    return failed(
      `${observed}; and ${unknown.slice(0, 5).join(", ")}, not a replica of this service, answered ${count(
        unknown.reduce((sum2, name3) => sum2 + (answered.get(name3) ?? 0), 0),
        "request"
      )}`,
      "something else has the published port on a node, or the service does not print its own hostname"
    );
  if (replaced.length > 0)
    return failed(
      `${replaced.join(", ")} ended while the requests ran`,
      "replicas do not stay up: see `docker service ps --no-trunc` and the service\u2019s logs"
    );
  if (atEnd.length < figures.wanted)
    return failed(
      `${atEnd.length} of ${count(figures.wanted, "replica")} run: ${observed}`,
      "see `docker service ps --no-trunc` for the task that does not run"
    );
  if (minShare * atEnd.length > 1)
    return inconclusive(
      expected,
      observed,
      `${count(atEnd.length, "replica")} cannot all have ${percent(minShare)}: ask for a smaller least share`,
      figures
    );
  if (lacking.length > 0)
    return failed(
      observed,
      `${lacking.map(({ name: name3 }) => name3).join(", ")} gets too few requests: is it healthy, and is its node\u2019s overlay network connected (UDP 4789)?`
    );
  return pass(expected, observed, figures);
}
__name(judgeSpread, "judgeSpread");
function totalByReplica(nodes2) {
  const total = /* @__PURE__ */ new Map();
  for (const { byReplica } of nodes2)
    for (const [name3, n] of Object.entries(byReplica)) total.set(name3, (total.get(name3) ?? 0) + n);
  return total;
}
__name(totalByReplica, "totalByReplica");
function round2(share) {
  return Math.round(share * 1e3) / 1e3;
}
__name(round2, "round");

// src/verify/kinds/routing-mesh/judge.ts
function routingMeshExpected({ requests, share, slowest, soon }) {
  const limit2 = slowest === void 0 ? "" : `, none takes longer than ${slowest} ms`;
  return `${ROUTING_MESH_EXPECTED}, ${requests} each; each replica answers at least ${percent(share)}${soon ? " and is used within 3 connections for each" : ""}${limit2}`;
}
__name(routingMeshExpected, "routingMeshExpected");
function judgeMesh(params21, evidence) {
  const expected = routingMeshExpected(params21);
  const place = ["services", params21.service, "ports"];
  if (!evidence.hasMesh)
    return skipped(
      expected,
      "not tested: this swarm runs without a routing mesh",
      "use an engine whose kernel has IPVS: `swarmline up --engine vm`"
    );
  const answered = judgeRoutingMesh(evidence);
  if (answered.status !== "pass") return { ...answered, expected, place };
  const spread = judgeSpread({
    minShare: params21.share,
    nodes: evidence.nodes.map((node2) => node2.answers),
    before: evidence.replicasBefore,
    after: evidence.replicasAfter
  });
  const max = Math.max(0, ...evidence.nodes.map((node2) => node2.answers.latencyMs.max));
  const late = latest(evidence);
  const figures = { ...answered.figures, ...spread.figures, slowestMs: max, ...late?.figures };
  const observed = `${answered.observed}; ${spread.observed}`;
  if (spread.status === "pass" && spread.figures.replicas === 0)
    return inconclusive(expected, `${observed}; no replica is known`, void 0, figures);
  if (spread.status !== "pass") return { ...spread, expected, observed, figures };
  if (params21.slowest !== void 0 && max > params21.slowest)
    return fail(
      expected,
      `an answer took ${max} ms`,
      "stalls of a second are IPVS that reuses ports: net.ipv4.vs.conn_reuse_mode must be 0 (newer engines set it)",
      figures
    );
  if (!params21.soon || !late) return { ...spread, expected, observed, figures };
  const { node, replica, after, allowed } = late;
  if (after > allowed)
    return fail(
      expected,
      `${node} used ${replica} only after ${after} connections, not within ${allowed}; ${observed}`,
      "nodes choose replicas in turn: one that comes late is not in that node\u2019s balancer yet, or others are preferred",
      figures
    );
  if (after > evidence.requestsPerNode)
    return inconclusive(
      expected,
      `${observed}; ${evidence.requestsPerNode} connections to each node are fewer than ${allowed}`,
      `ask for ${allowed} requests or more`,
      figures
    );
  return { ...spread, expected, observed, figures };
}
__name(judgeMesh, "judgeMesh");
function latest({ nodes: nodes2, replicasAfter }) {
  if (!replicasAfter.isKnown) return void 0;
  const { running } = replicasAfter.replicas;
  const firsts = nodes2.flatMap(
    ({ answers: answers2, firstAnswers }) => running.map(({ hostname }) => ({
      node: answers2.node,
      replica: hostname,
      // Never: later than all that were asked.
      after: Object.hasOwn(firstAnswers, hostname) ? firstAnswers[hostname] ?? 0 : answers2.requests + 1
    }))
  );
  const last = firsts.toSorted((a, b) => b.after - a.after)[0];
  return last && { ...last, allowed: 3 * running.length, figures: { connectionsToAll: last.after } };
}
__name(latest, "latest");

// src/verify/kinds/routing-mesh/kind.ts
var params16 = strictObject({
  service: serviceName(),
  port: port().default(80).describe("Published port."),
  requests: number().int().min(1).max(1e5).default(100).describe("Fresh connections to each node."),
  share: number().min(0).max(1).default(0.2).describe("Least share of all answers that each replica must give."),
  soon: boolean().default(false).describe("Every node must use every one of N replicas within its first 3N connections."),
  slowest: duration().optional().describe("No answer may take longer.")
});
var routingMesh = defineKind({
  name: "routing-mesh",
  explanation: "Asks a service through every node, also through nodes without a task of it, each time on a fresh connection. Every request must be answered, by a replica that names itself (`The responding server is: <hostname>`), and every replica must answer its share. Skipped on a swarm without a routing mesh. Checks of the same service, port and number of requests share one round.",
  example: `- kind: routing-mesh
  service: backend
  port: 80
  requests: 100
  share: 0.2`,
  isDisturbing: false,
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name(({ requests }) => 6e4 + requests * 100, "deadlineMs"),
  params: params16,
  expected: routingMeshExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "ports"], "place"),
  gather: /* @__PURE__ */ __name(async (asked, world) => world.hasMesh ? { hasMesh: true, ...await measureRound(asked, world) } : { hasMesh: false }, "gather"),
  judge: judgeMesh
});

// src/verify/kinds/secret/gather.ts
import { createHash } from "node:crypto";

// src/verify/kinds/secret/forms.rules.ts
var SHORTEST = 4;
function secretForms2(contents) {
  const texts4 = contents.flatMap((content) => [content.toString("utf8"), content.toString("utf8").trim()]);
  const forms = texts4.flatMap((text3) => [text3, Buffer.from(text3).toString("base64").replace(/=+$/, "")]);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
__name(secretForms2, "secretForms");
function containsAny(value, forms) {
  if (typeof value === "string") return forms.some((form) => value.includes(form));
  if (Array.isArray(value)) return value.some((entry) => containsAny(entry, forms));
  if (value && typeof value === "object")
    return Object.entries(value).some(([key, inner]) => containsAny(key, forms) || containsAny(inner, forms));
  return false;
}
__name(containsAny, "containsAny");

// src/verify/kinds/secret/search.ts
var LOG_LINES = 2e3;
async function searchForSecret(contents, services, world) {
  const forms = secretForms2(contents);
  const leaks = [];
  const unsearched = [];
  if (forms.length === 0)
    return { leaks, unsearched: contents.length > 0 ? ["too short to be searched for"] : [] };
  const look2 = /* @__PURE__ */ __name(async (place, read2) => {
    try {
      if (containsAny(await read2(), forms)) leaks.push(place);
    } catch (error) {
      const known = classifyAnswer(error);
      if (known.code === "cancelled") throw known;
      unsearched.push(`${place}: ${explain(known)}`);
    }
  }, "look");
  await Promise.all(
    services.flatMap(({ Spec }) => {
      const name3 = serviceInStack(Spec.Name, world.stack);
      const container = Spec.TaskTemplate.ContainerSpec ?? {};
      return [
        look2(`the environment of ${name3}`, async () => container.Env),
        look2(`the command of ${name3}`, async () => [
          container.Command,
          container.Args,
          container.Healthcheck
        ]),
        look2(`the labels of ${name3}`, async () => [Spec.Labels, container.Labels]),
        look2(`the log of ${name3}`, () => readLogs(name3, LOG_LINES, world)),
        look2(`the image of ${name3}`, async () => {
          const image2 = await imageOfService(name3, world);
          if (image2.kind === "unreachable") throw new Error(image2.reason);
          return image2.kind === "found" ? [image2.config, image2.history] : void 0;
        })
      ];
    })
  );
  return { leaks: leaks.sort(), unsearched: unsearched.sort() };
}
__name(searchForSecret, "searchForSecret");

// src/verify/kinds/secret/gather.ts
var MAX_BYTES4 = 512 * 1024;
var FOLDER = "/run/secrets/";
async function gatherSecret(asked, world) {
  const given = asked.file === void 0 ? void 0 : await world.readFile(asked.file);
  if (given) world.secrets.register(given);
  const services = await world.reads.services();
  const mounts = services.flatMap((found) => mountsOf(found, asked.secret, world.stack));
  const granted2 = mounts.filter(({ service: service2 }) => asked.services.includes(service2));
  const read2 = (await Promise.all(granted2.map((mount2) => readContents(mount2, world)))).flat();
  const contents = read2.flatMap(({ content }) => content ?? []);
  for (const content of contents) world.secrets.register(content);
  const known = given ? [given, ...contents] : contents;
  const search2 = await searchForSecret(known, services, world);
  const unsearched = known.length > 0 ? search2.unsearched : [...search2.unsearched, "its content is not known, so nothing was searched"];
  return {
    services: services.map(({ Spec }) => nameOf(Spec.Name, world.stack)),
    mounts,
    idle: services.filter(isIdle).map(({ Spec }) => nameOf(Spec.Name, world.stack)),
    contents: read2.map(({ content, ...rest }) => ({
      ...rest,
      isRead: content !== void 0,
      isWanted: content && isWanted(content, given, asked.sha256)
    })),
    leaks: search2.leaks,
    unsearched
  };
}
__name(gatherSecret, "gatherSecret");
function isWanted(content, given, hash) {
  if (given) return content.equals(given);
  return hash === void 0 ? void 0 : sha256(content) === hash;
}
__name(isWanted, "isWanted");
var sha256 = /* @__PURE__ */ __name((content) => createHash("sha256").update(content).digest("hex"), "sha256");
var nameOf = serviceInStack;
function mountsOf({ Spec }, secret2, stack) {
  const references = Spec.TaskTemplate.ContainerSpec?.Secrets ?? [];
  return references.filter(({ SecretName }) => nameInStack(SecretName, stack) === secret2).map(({ File }) => {
    const { Name = secret2, UID = "0", GID = "0", Mode = 292 } = File ?? {};
    return {
      service: nameOf(Spec.Name, stack),
      target: Name,
      mode: `0${(Mode & 511).toString(8).padStart(3, "0")}`,
      uid: UID,
      gid: GID
    };
  });
}
__name(mountsOf, "mountsOf");
async function readContents(mount2, world) {
  const path7 = mount2.target.startsWith("/") ? mount2.target : `${FOLDER}${mount2.target}`;
  const doors = await taskDoors(mount2.service, world);
  return Promise.all(doors.map((door) => readContent(mount2.service, path7, door, world)));
}
__name(readContents, "readContents");
async function readContent(service2, path7, door, world) {
  const { node, at, containerId } = door;
  const unread = /* @__PURE__ */ __name((reason) => ({ service: service2, node, content: void 0, reason }), "unread");
  if (!at?.engine) return unread(`the engine of ${node} cannot be reached from here`);
  const command = { argv: ["cat", path7], timeoutMs: 2e4, maxBytes: MAX_BYTES4 };
  try {
    const { exitCode, stdout, isTruncated } = await runForBytes(at.engine, containerId, command, world);
    if (isTruncated) return unread(`${path7} is too long`);
    return exitCode === 0 ? { service: service2, node, content: stdout, reason: "" } : unread(`cat ${path7} ended with ${exitCode}`);
  } catch (error) {
    const known = classifyAnswer(error);
    if (known.code === "cancelled") throw known;
    return unread(explain(known));
  }
}
__name(readContent, "readContent");

// src/verify/kinds/secret/judge.ts
function secretExpected({ secret: secret2, services, mode, exclusive, file, sha256: sha2562 }) {
  const parts = [
    `${secret2} is mounted in ${services.join(", ")}${exclusive ? " and in no other service" : ""}`,
    (file ?? sha2562) !== void 0 && "has the right content",
    mode !== void 0 && `has mode ${mode}`,
    "shows in no environment, command, label, image or log"
  ];
  return parts.filter(Boolean).join(", ");
}
__name(secretExpected, "secretExpected");
function judgeSecret(params21, evidence) {
  const expected = secretExpected(params21);
  const { secret: secret2, services, exclusive } = params21;
  const { mounts, contents, leaks, unsearched } = evidence;
  const figures = { mounts: mounts.length, leaks: leaks.length };
  const at = /* @__PURE__ */ __name((...keys) => ["services", ...keys], "at");
  const failed = /* @__PURE__ */ __name((observed, hint, place) => ({
    ...fail(expected, observed, hint, figures),
    ...place ? { place } : {}
  }), "failed");
  const unknown = services.find((service2) => !evidence.services.includes(service2));
  if (unknown) return failed(`the stack has no service ${unknown}`, "see `docker stack services`");
  const lacking = services.find((service2) => !mounts.some((mount2) => mount2.service === service2));
  if (lacking)
    return failed(
      `${lacking} does not mount it`,
      `give it: services.${lacking}.secrets: [${secret2}]`,
      at(lacking)
    );
  const other = mounts.find((mount2) => !services.includes(mount2.service));
  if (exclusive && other)
    return failed(
      `${other.service} mounts it too`,
      `remove it from ${other.service}`,
      at(other.service, "secrets")
    );
  for (const mount2 of mounts.filter(({ service: service2 }) => services.includes(service2))) {
    const wrong = wrongIn(params21, mount2);
    if (wrong)
      return failed(
        `in ${mount2.service}: ${wrong}`,
        "see the long form of secrets:",
        at(mount2.service, "secrets")
      );
  }
  if (leaks.length > 0)
    return failed(
      `its content shows in ${leaks.join(", ")}`,
      "read it from the file at run time; change it, since it is known now"
    );
  const strange = contents.find(({ isWanted: isWanted2 }) => isWanted2 === false);
  if (strange)
    return failed(
      `${strange.service} on ${strange.node} has another content`,
      "a secret does not change under its name: deploy it under a new one",
      at(strange.service, "secrets")
    );
  const unread = contents.filter(({ isRead }) => !isRead);
  const isEachRead = services.every(
    (service2) => evidence.idle.includes(service2) || contents.some((each) => each.service === service2 && each.isRead)
  );
  if (!isEachRead || unsearched.length > 0) {
    const why = [...unread.map(({ service: service2, reason }) => `${service2}: ${reason}`), ...unsearched];
    return inconclusive(
      expected,
      `not all could be looked at: ${why.join("; ") || "no container of it runs"}`,
      "its tasks must run, on a node whose engine can be reached",
      figures
    );
  }
  return pass(
    expected,
    `${mounts.map(({ service: service2, target }) => `${service2}:${target}`).join(", ")}; shown nowhere`,
    figures
  );
}
__name(judgeSecret, "judgeSecret");
function wrongIn({ target, mode, uid, gid }, mount2) {
  const pairs2 = [
    ["target", target, mount2.target],
    ["mode", mode, mount2.mode],
    ["uid", uid, mount2.uid],
    ["gid", gid, mount2.gid]
  ];
  const wrong = pairs2.find(([, wanted2, is]) => wanted2 !== void 0 && wanted2 !== is);
  return wrong && `${wrong[0]} is ${wrong[2]}, not ${wrong[1]}`;
}
__name(wrongIn, "wrongIn");

// src/verify/kinds/secret/kind.ts
var id = string().regex(/^\d{1,10}$/, "takes a number in quotes").optional();
var params17 = strictObject({
  secret: string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}$/, "takes a secret\u2019s name, as the stack file says it").describe("Name of the secret in the stack file."),
  services: array(serviceName()).min(1).max(100).describe("The services that must mount it."),
  file: string().min(1).max(300).optional().describe("File beside the suite with the content that it must have."),
  sha256: string().regex(/^[0-9a-f]{64}$/, "takes 64 hexadecimal digits").optional().describe("SHA-256 of that content, where the file is not at hand."),
  target: string().min(1).max(300).optional().describe("Where it is mounted; /run/secrets/NAME is NAME."),
  mode: string().regex(/^0[0-7]{3}$/, "takes four octal digits in quotes").optional().describe('Its mode, such as "0444".'),
  uid: id.describe("Its owner\u2019s number."),
  gid: id.describe("Its group\u2019s number."),
  exclusive: boolean().default(true).describe("No other service of the stack may mount it.")
});
var secret = defineKind({
  name: "secret",
  explanation: "Looks whether a secret is mounted where it is granted, with the right content (compared inside this process; evidence says only whether it matches), mode and owner, and in no other service; and that its content shows in no environment, command or label of the stack\u2019s services, in none of their images\u2019 configuration or history, and in no log. Neither verdict nor evidence shows it.",
  example: `- kind: secret
  secret: db_password
  services: [backend, redis]
  mode: "0444"`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 12e4, "deadlineMs"),
  params: params17,
  expected: secretExpected,
  place: /* @__PURE__ */ __name(({ secret: name3 }) => ["secrets", name3], "place"),
  gather: gatherSecret,
  judge: judgeSecret
});

// src/verify/disturb/change-node.ts
var MOST_TRIES2 = 5;
async function setAvailability(nodeId, availability, { manager }, signal) {
  const path7 = `/nodes/${encodeURIComponent(nodeId)}`;
  for (let tries = 1; ; tries++) {
    const node = await manager.json("GET", path7, { signal });
    try {
      await manager.json("POST", `${path7}/update`, {
        query: { version: node.Version.Index },
        body: { ...node.Spec, Availability: availability },
        signal
      });
      return;
    } catch (error) {
      if (!isOutOfSequence(error) || tries === MOST_TRIES2) throw error;
    }
  }
}
__name(setAvailability, "setAvailability");

// src/verify/disturb/drain.ts
async function draining(look2, world) {
  const not = /* @__PURE__ */ __name((why) => ({ kind: "not-disturbed", isAbsent: false, why }), "not");
  if (look2.service.Spec.Mode.Global) return not("a global service has no task that could move");
  const nodes2 = (await world.reads.nodes()).filter(
    ({ Spec, Status }) => Spec.Availability === "active" && Status.State === "ready"
  );
  if (nodes2.length < 2) return not("no other node is there that takes tasks: none was drained");
  const running = look2.tasks.filter(isRunning2);
  const [node] = nodes2.filter(({ ID }) => running.some((task) => task.NodeID === ID)).toSorted((a, b) => Number(a.Spec.Role === "manager") - Number(b.Spec.Role === "manager"));
  if (!node) return not("no node that takes tasks runs one of it");
  const name3 = world.nodes.find(({ id: id2 }) => id2 === node.ID)?.name ?? node.Description.Hostname;
  const neighbours = await neighboursOf(look2.service, world);
  return {
    kind: "deed",
    node: name3,
    tasks: running.filter((task) => task.NodeID === node.ID).map((task) => task.ID),
    act: /* @__PURE__ */ __name(async () => {
      world.undo(`Make ${name3} active again`, async (fx) => {
        await setAvailability(node.ID, "active", world, fx.signal);
        await allBack(neighbours, world, fx);
      });
      await setAvailability(node.ID, "drain", world, world.signal);
    }, "act")
  };
}
__name(draining, "draining");

// src/verify/kinds/self-healing/judge.ts
var DEEDS2 = {
  "kill-container": "a killed container is replaced",
  "drain-node": "the tasks of a drained node move",
  "kill-node": "the tasks of a node without power are replaced",
  "disconnect-node": "the tasks of a node without network are replaced",
  "kill-leader": "another manager leads, and the tasks of a leader without power are replaced,"
};
var HINTS3 = {
  "kill-container": "restart_policy.condition must be any or on-failure, and its delay short",
  elsewhere: "another node must be able to run it: see its constraints, volumes and reservations",
  late: "a swarm notices a lost node after three heartbeats: see `Heartbeat Period` in `docker info`",
  leader: "see the managers: `docker node ls`"
};
var WITHIN_MS = 6e4;
var WITHIN_OF_NODES_MS = 18e4;
function withinOf({ what, within: within2 }) {
  return within2 ?? (isLoss(what) ? WITHIN_OF_NODES_MS : WITHIN_MS);
}
__name(withinOf, "withinOf");
var isLoss = /* @__PURE__ */ __name((what) => NODE_LOSSES.includes(what), "isLoss");
function selfHealingExpected(params21) {
  return `${params21.service}: ${DEEDS2[params21.what]} within ${withinOf(params21) / 1e3} s${visitorsExpected(params21)}`;
}
__name(selfHealingExpected, "selfHealingExpected");
function judgeSelfHealing(params21, evidence) {
  const expected = selfHealingExpected(params21);
  const place = ["services", params21.service, "deploy"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  const { node, lostTasks, hasHealed, tookMs, running, wanted: wanted2, on, error, lostNode, leader } = evidence;
  const visitors = judgeVisitors(params21, evidence.requests, lostNode);
  const figures = { lostTasks, tookMs, running, wanted: wanted2, ...visitors.figures };
  const seconds2 = `${(tookMs / 1e3).toFixed(1)} s`;
  const isOfLeader = params21.what === "kill-leader";
  if (isOfLeader && leader === void 0)
    return {
      ...fail(expected, `no manager leads ${seconds2} after ${node} was lost`, HINTS3.leader, figures),
      place
    };
  if (lostTasks === 0 && !isOfLeader)
    return inconclusive(expected, "nothing was taken from it", void 0, figures);
  if (!hasHealed) {
    const late = isLoss(params21.what) ? `; ${HINTS3.late}` : "";
    const hint = params21.what === "kill-container" ? HINTS3["kill-container"] : `${HINTS3.elsewhere}${late}`;
    const why = error ? `; ${bounded(error)}` : "";
    return {
      ...fail(
        expected,
        `${running} of ${count(wanted2, "task")} run ${seconds2} after ${node} lost ${lostTasks}${why}`,
        hint,
        figures
      ),
      place
    };
  }
  const seen = [
    ...isOfLeader ? [`${bounded(leader ?? "")} leads in place of ${node}`] : [],
    lostTasks === 0 ? `no task of ${params21.service} was lost` : `${count(lostTasks, "task")} of ${node} back after ${seconds2}${on.length > 0 ? ` on ${on.join(", ")}` : ""}`,
    ...visitors.words
  ].join("; ");
  if (visitors.status === "fail")
    return {
      ...fail(
        expected,
        `visitors noticed; ${seen}`,
        "more replicas on more nodes lose fewer requests",
        figures
      ),
      place
    };
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, seen, figures), place };
}
__name(judgeSelfHealing, "judgeSelfHealing");

// src/verify/kinds/self-healing/kind.ts
var params18 = strictObject({
  service: serviceName(),
  what: _enum(["kill-container", "drain-node", ...NODE_LOSSES]).default("kill-container").describe(
    "What is done to it: SIGKILL to one container, or draining of one node with a task; or such a node loses its power (kill-node) or its network (disconnect-node), or the swarm\u2019s leader loses its power (kill-leader)."
  ),
  within: duration().optional().describe(
    "Until all tasks run again; without it 60s, or where a node is lost 3m, since a swarm takes its time to notice: three heartbeats, which is 15 s, or 60 s where Swarmline emulates the nodes, and some 20 s more to elect a leader."
  ),
  ...visitorFields({ default: void 0, says: "The most requests that may fail; without it, any number." })
});
var selfHealing = defineKind({
  name: "self-healing",
  explanation: "Kills a container of a service, drains a node that runs one, or lets a node be lost, and waits until as many tasks run as before, the lost ones replaced. Where a port is said, visitors ask all the while, and what they lost is reported and may be limited; what they ask of the lost node itself is counted apart. The node is brought back; tasks that moved away from it stay where they are. Only nodes that Swarmline made can be lost, and of managers only one that leaves a majority of them: otherwise it is inconclusive.",
  example: `- kind: self-healing
  service: backend
  what: kill-container
  within: 30s
  port: 80
- kind: self-healing
  service: backend
  what: kill-node
  port: 80`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(({ what }) => what === "kill-container" ? "service" : "nodes", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name((params21) => withinOf(params21) + 6e4, "deadlineMs"),
  params: params18,
  expected: selfHealingExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather6(asked, world), "gather"),
  judge: judgeSelfHealing
});
async function gather6(asked, world) {
  const { service: service2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const deed = await deedOf(asked, look2, world);
  if (deed.kind !== "deed") return deed;
  const wanted2 = runningOf(look2).running;
  const { done, requests } = await amongVisitors(asked, world, async () => {
    const startMs = world.clock.now();
    await deed.act();
    const watched = await watchHealing(asked, deed, wanted2, world);
    return { ...watched, tookMs: world.clock.now() - startMs };
  });
  const { histories, last, hasEnded: hasEnded2, tookMs, leader } = done;
  const old = new Set(look2.tasks.map((task) => task.ID));
  const made = histories.filter((task) => !old.has(task.id));
  return {
    kind: "disturbed",
    node: deed.node,
    lostTasks: deed.tasks.length,
    hasHealed: hasEnded2,
    tookMs,
    running: last ? runningOf(last).running : 0,
    wanted: wanted2,
    on: nodeNames(made, world),
    error: made.findLast((task) => task.error)?.error ?? "",
    requests,
    ...deed.elsewhere ? { lostNode: deed.node } : {},
    ...leader === void 0 ? {} : { leader }
  };
}
__name(gather6, "gather");
async function watchHealing(asked, deed, wanted2, world) {
  const isOfLeader = asked.what === "kill-leader";
  const watcher = deed.elsewhere ?? world;
  let leader;
  const isHealed = /* @__PURE__ */ __name(async (now, histories) => {
    if (isOfLeader) leader = await leaderBeside(deed.node, watcher);
    const isLed = !isOfLeader || leader !== void 0;
    return isLed && areOver(histories, deed.tasks) && runningOf(now).running >= wanted2;
  }, "isHealed");
  try {
    const watched = await watchService(asked.service, isHealed, withinOf(asked), watcher, !!deed.elsewhere);
    return { ...watched, leader };
  } catch (error) {
    const isLeaderless = isOfLeader && leader === void 0 && error instanceof EngineAnswerError;
    if (!isLeaderless || !isAway(error)) throw error;
    return { histories: [], last: void 0, hasEnded: false, leader };
  }
}
__name(watchHealing, "watchHealing");
function deedOf({ service: service2, what }, look2, world) {
  if (what === "kill-container") return killing(service2, look2, world);
  return what === "drain-node" ? draining(look2, world) : losing(what, look2, world);
}
__name(deedOf, "deedOf");
async function leaderBeside(lost, world) {
  const nodes2 = await lookAtNodes(world, world.signal);
  const leader = nodes2.find((node) => node.ManagerStatus?.Leader);
  const name3 = leader && (world.nodes.find(({ id: id2 }) => id2 === leader.ID)?.name ?? leader.Description.Hostname);
  return name3 === lost ? void 0 : name3;
}
__name(leaderBeside, "leaderBeside");
function killing(service2, look2, world) {
  const [victim] = victimsOf(look2.tasks, world);
  if (!victim) return noVictim(service2);
  return { kind: "deed", node: victim.node, tasks: [victim.task], act: victim.kill };
}
__name(killing, "killing");
function areOver(histories, ids) {
  return ids.every((id2) => histories.find((task) => task.id === id2)?.endedMs !== void 0);
}
__name(areOver, "areOver");
function nodeNames(made, world) {
  const running = made.filter((task) => task.ranMs !== void 0 && task.endedMs === void 0);
  const names2 = running.map((task) => world.nodes.find((node) => node.id === task.nodeId)?.name);
  return [...new Set(names2.flatMap((name3) => name3 ?? []))];
}
__name(nodeNames, "nodeNames");

// src/verify/kinds/service/judge.ts
var PLACES = [
  [/^TaskTemplate\.ContainerSpec\.Image/, ["image"]],
  [/^TaskTemplate\.ContainerSpec\.Healthcheck/, ["healthcheck"]],
  [/^TaskTemplate\.ContainerSpec\.StopGracePeriod/, ["stop_grace_period"]],
  [/^TaskTemplate\.ContainerSpec\.Mounts/, ["volumes"]],
  [/^TaskTemplate\.ContainerSpec\.Env/, ["environment"]],
  [/^TaskTemplate\.Placement/, ["deploy", "placement"]],
  [/^TaskTemplate\.Resources/, ["deploy", "resources"]],
  [/^TaskTemplate\.RestartPolicy/, ["deploy", "restart_policy"]],
  [/^UpdateConfig/, ["deploy", "update_config"]],
  [/^RollbackConfig/, ["deploy", "rollback_config"]],
  [/^EndpointSpec\.Ports/, ["ports"]],
  [/^Mode/, ["deploy"]]
];
function serviceExpected(params21) {
  return fieldsExpected(params21.service, checksOf4(params21, void 0));
}
__name(serviceExpected, "serviceExpected");
function judgeService(params21, evidence) {
  const { service: service2 } = params21;
  if (!evidence.exists)
    return fail(serviceExpected(params21), `the stack has no service ${service2}`, "see `docker stack services`");
  const checks = checksOf4(params21, evidence);
  if (params21.deployed === true && evidence.changed === void 0)
    return inconclusive(
      serviceExpected(params21),
      `no deploy of ${service2} with Swarmline is on record`,
      "deploy the stack with `swarmline deploy`, or leave deployed: out"
    );
  if (checks.length === 0)
    return inconclusive(`${service2} is as it must be`, "the check compares nothing", "give it fields:");
  return judgeFields(
    service2,
    checks,
    `see \`docker service inspect\` of ${service2}, and what its stack file says`,
    { running: evidence.running }
  );
}
__name(judgeService, "judgeService");
function checksOf4(params21, evidence) {
  const at = /* @__PURE__ */ __name((...keys) => ["services", params21.service, ...keys], "at");
  const spec = evidence?.spec;
  const field = /* @__PURE__ */ __name((path7) => fieldAt(spec, path7), "field");
  const named2 = [
    params21.image !== void 0 && {
      what: "image",
      value: field("TaskTemplate.ContainerSpec.Image"),
      wanted: params21.image,
      place: at("image")
    },
    params21.mode !== void 0 && {
      what: "mode",
      value: modeOf(spec),
      wanted: params21.mode,
      place: at("deploy", "mode")
    },
    params21.replicas !== void 0 && {
      what: "replicas",
      value: field("Mode.Replicated.Replicas"),
      wanted: params21.replicas,
      place: at("deploy", "replicas")
    },
    params21.running !== void 0 && {
      what: "running tasks",
      value: evidence?.running,
      wanted: params21.running,
      hint: "see `docker service ps --no-trunc`"
    },
    params21.networks !== void 0 && listCheck("networks", evidence?.networks, params21.networks, at("networks")),
    params21.secrets !== void 0 && listCheck("secrets", evidence?.secrets, params21.secrets, at("secrets")),
    params21.configs !== void 0 && listCheck("configs", evidence?.configs, params21.configs, at("configs")),
    params21.published !== void 0 && listCheck(
      "published ports",
      field("EndpointSpec.Ports[*].PublishedPort") ?? [],
      params21.published,
      at("ports")
    ),
    params21.deployed === true && {
      ...listCheck("what was changed since the last deploy", evidence?.changed, [], at()),
      hint: "deploy again, or change the stack file to what is meant"
    }
  ];
  const byPath = Object.entries(params21.fields).map(([path7, wanted2]) => {
    const place = PLACES.find(([pattern2]) => pattern2.test(path7))?.[1] ?? [];
    return {
      what: path7,
      value: field(path7),
      shownAs: shownAt(path7, field(path7)),
      wanted: wanted2,
      place: at(...place)
    };
  });
  return [...named2.filter((check) => check !== false), ...byPath];
}
__name(checksOf4, "checksOf");
function listCheck(what, values, wanted2, place) {
  const inOrder2 = /* @__PURE__ */ __name((list2) => list2.map(String).toSorted().join(", ") || "none", "inOrder");
  return { what, value: values && inOrder2(values), wanted: inOrder2(wanted2), place };
}
__name(listCheck, "listCheck");
function modeOf(spec) {
  const names2 = {
    Replicated: "replicated",
    Global: "global",
    ReplicatedJob: "replicated-job",
    GlobalJob: "global-job"
  };
  const mode = fieldAt(spec, "Mode");
  if (!mode || typeof mode !== "object") return void 0;
  const [key] = Object.entries(mode).find(([, value]) => value !== null && value !== void 0) ?? [];
  return key === void 0 ? void 0 : names2[key];
}
__name(modeOf, "modeOf");

// src/verify/kinds/service/spec-differences.rules.ts
var OUR_PREFIX = "io.swarmline.";
var DEPTH = 3;
function specDifferences(asked, running) {
  return differences(withoutOurs(asked), withoutOurs(running), "", DEPTH);
}
__name(specDifferences, "specDifferences");
function withoutOurs(spec) {
  const labels2 = Object.entries(spec.Labels ?? {}).filter(([name3]) => !name3.startsWith(OUR_PREFIX));
  const { ForceUpdate: _, ...TaskTemplate } = spec.TaskTemplate;
  const modes = Object.entries(spec.Mode).filter(([, value]) => value !== null && value !== void 0);
  const Mode = Object.fromEntries(modes.map(([name3, value]) => [name3, { ...value, isSet: true }]));
  return { ...spec, TaskTemplate, Mode, Labels: Object.fromEntries(labels2) };
}
__name(withoutOurs, "withoutOurs");
function differences(a, b, path7, depth) {
  if (isSame2(a, b)) return [];
  if (depth === 0 || !isMapping(a) || !isMapping(b)) return [path7];
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return keys.flatMap((key) => differences(a[key], b[key], path7 === "" ? key : `${path7}.${key}`, depth - 1));
}
__name(differences, "differences");
var isMapping = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value), "isMapping");
function isSame2(a, b) {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => isSame2(each, b[i]));
  if (!isMapping(a) || !isMapping(b)) return a === b;
  return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame2(a[key], b[key]));
}
__name(isSame2, "isSame");
function isEmpty(value) {
  if (value === void 0 || value === null || value === "" || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMapping(value) && Object.values(value).every(isEmpty);
}
__name(isEmpty, "isEmpty");

// src/verify/kinds/service/kind.ts
var names = /* @__PURE__ */ __name((what) => array(string().min(1).max(100)).max(100).optional().describe(`Exactly these ${what}, by their names in the stack file.`), "names");
var params19 = strictObject({
  service: serviceName(),
  image: wanted().optional().describe("The image reference of the running spec."),
  mode: _enum(["replicated", "global", "replicated-job", "global-job"]).optional().describe("Its mode."),
  replicas: amount().optional().describe("How many replicas the spec asks for."),
  running: amount().optional().describe("How many tasks run now."),
  networks: names("networks"),
  secrets: names("secrets"),
  configs: names("configs"),
  published: array(port()).max(100).optional().describe("Exactly these published ports."),
  deployed: literal(true).optional().describe("The running spec is what the last deploy with Swarmline asked for: nobody changed it since."),
  fields: record(
    string().max(300).refine(
      (path7) => parsePath(path7) !== void 0,
      "takes a path such as UpdateConfig.Order or Ports[*].TargetPort"
    ),
    wanted()
  ).default({}).describe("Any field of the spec by its path in the Engine API\u2019s words; times are nanoseconds.")
});
var service = defineKind({
  name: "service",
  explanation: "Reads a service\u2019s running spec from a manager and compares fields of it: the common ones by short names, all others by their path in the Engine API\u2019s words. `[*]` stands for every entry of a list. With `deployed` the whole spec is compared with the one that the last deploy with Swarmline asked for. Fails when the service is not there, or a field is not what it must be.",
  example: `- kind: service
  service: backend
  mode: replicated
  replicas: 3
  image: { matches: '/backend:' }
  fields:
    UpdateConfig.Parallelism: 1
    UpdateConfig.Delay: { gte: 10000000000 }
    UpdateConfig.Order: start-first`,
  isDisturbing: false,
  visits: "none",
  params: params19,
  expected: serviceExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(({ service: service2 }, world) => gather7(service2, world), "gather"),
  judge: judgeService
});
async function gather7(name3, world) {
  const [found, running] = await Promise.all([world.reads.service(name3), world.reads.runningTasks(name3)]);
  if (!found) return { exists: false };
  const { ContainerSpec } = found.Spec.TaskTemplate;
  const ids = networksOf(found).map(({ Target }) => Target);
  const networkName = await world.reads.networkNames(ids);
  const asked = world.deployed?.services.find(({ Name }) => Name === found.Spec.Name);
  return {
    exists: true,
    spec: { ...found.Spec },
    running: running.length,
    networks: ids.map((id2) => nameInStack(networkName(id2), world.stack)),
    secrets: (ContainerSpec?.Secrets ?? []).map(({ SecretName }) => nameInStack(SecretName, world.stack)),
    configs: (ContainerSpec?.Configs ?? []).map(({ ConfigName }) => nameInStack(ConfigName, world.stack)),
    changed: asked && specDifferences(asked, found.Spec)
  };
}
__name(gather7, "gather");
function networksOf({ Spec }) {
  const old = Spec.Networks;
  return Spec.TaskTemplate.Networks ?? old ?? [];
}
__name(networksOf, "networksOf");

// src/verify/kinds/tcp/gather.ts
import { connect as connect2 } from "node:net";
var TIME_OUT_MS = 3e3;
async function gatherTcp(slice, { from, host, port: port2 }, endpointOf) {
  if (from !== void 0 && host !== void 0) return fromService(slice, from, host, port2);
  if (from !== void 0)
    throw new SwarmlineError("input", "a service asks a host", { hint: "say which: host: redis" });
  const ask2 = /* @__PURE__ */ __name(async (target, door) => ({
    from: "this machine",
    target,
    answer: await tryPort(door.host, door.port, slice.signal, patienceOf(slice)),
    isProven: true
  }), "ask");
  if (host !== void 0) return { readings: [await ask2(`${host}:${port2}`, { host, port: port2 })] };
  const asked = slice.nodes.map(async (node) => ask2(`${node.name}:${port2}`, await endpointOf(node, port2)));
  return { readings: await Promise.all(asked) };
}
__name(gatherTcp, "gatherTcp");
async function fromService(slice, from, host, port2) {
  const world = await readMeshWorld(slice);
  const service2 = world.services.find((one) => one.name === from);
  if (!service2)
    throw new SwarmlineError("not-found", `the stack has no service ${JSON.stringify(from)}`, {
      hint: `it has ${world.services.map((one) => one.name).join(", ")}`
    });
  const outs = lookOuts(world).filter((out) => out.service === service2);
  const nodeOf = /* @__PURE__ */ __name((id2) => slice.nodes.find((node) => node.id === id2), "nodeOf");
  const asks = [
    { kind: "connect", address: "127.0.0.11", port: 53 },
    { kind: "reach", host, port: port2 }
  ];
  const sources = outs.flatMap(({ key, task }) => {
    const engine = nodeOf(task.nodeId)?.engine;
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  const outcomes = await runProbes(sources, () => new Map(outs.map((out) => [out.key, asks])), slice);
  return {
    readings: outs.map(({ key, task }) => {
      const outcome = outcomes.get(key);
      const [control, answer] = outcome?.isRun ? outcome.answers : [];
      const detail = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
      return {
        from: `${from} on ${nodeOf(task.nodeId)?.name ?? task.nodeId}`,
        target: `${host}:${port2}`,
        answer: answer ?? { kind: "unknown", detail },
        isProven: control?.kind === "open"
      };
    })
  };
}
__name(fromService, "fromService");
function tryPort(host, port2, signal, patience = 1) {
  return new Promise((resolve, reject) => {
    const socket = connect2({ host, port: port2, timeout: TIME_OUT_MS * patience, signal });
    const end = /* @__PURE__ */ __name((answer) => {
      socket.destroy();
      resolve(answer);
    }, "end");
    socket.once("connect", () => end({ kind: "open" }));
    socket.once("timeout", () => end({ kind: "silent" }));
    socket.once("error", (error) => {
      if (signal.aborted) return reject(new SwarmlineError("cancelled", "cancelled", { cause: error }));
      end(answerOf(error));
    });
  });
}
__name(tryPort, "tryPort");
function answerOf({ code, message }) {
  if (code === "ECONNREFUSED") return { kind: "refused" };
  if (code === "ETIMEDOUT") return { kind: "silent" };
  if (code === "EHOSTUNREACH" || code === "ENETUNREACH") return { kind: "unreachable" };
  if (code === "ENOTFOUND") return { kind: "no-such-name" };
  if (code === "EAI_AGAIN") return { kind: "no-name-answer" };
  return { kind: "unknown", detail: message };
}
__name(answerOf, "answerOf");

// src/verify/kinds/tcp/judge.ts
function tcpExpected({ from, host, service: service2, port: port2, state }) {
  if (service2 !== void 0) return `port ${port2} of every replica of ${service2} is ${state}`;
  const target = host === void 0 ? `port ${port2} of every node` : `${bounded(host, 80)}:${port2}`;
  return `${target} is ${state}, asked from ${from ?? "this machine"}`;
}
__name(tcpExpected, "tcpExpected");
function judgeTcp(question, { readings }) {
  const expected = tcpExpected(question);
  const states = readings.map((reading) => ({ reading, state: stateOf2(reading) }));
  const of = /* @__PURE__ */ __name((state) => states.filter((one) => one.state === state), "of");
  const figures = { asked: readings.length, open: of("open").length, closed: of("closed").length };
  const listed2 = /* @__PURE__ */ __name((some) => some.slice(0, 4).map(
    ({ reading }) => `${bounded(reading.target, 80)} from ${bounded(reading.from, 80)}: ${words(reading)}`
  ).join("; "), "listed");
  const unnamed = question.state === "open" ? of("no-name") : [];
  const wrong = [...of(question.state === "open" ? "closed" : "open"), ...unnamed];
  if (wrong.length > 0) return fail(expected, listed2(wrong), hintFor4(question, unnamed.length > 0), figures);
  if (readings.length === 0)
    return inconclusive(
      expected,
      "nobody could ask",
      "check that the service runs, and its node answers",
      figures
    );
  const unknown = states.filter((one) => one.state !== question.state);
  if (unknown.length > 0)
    return inconclusive(
      expected,
      listed2(unknown),
      "check that the name is right and the asker works",
      figures
    );
  return pass(expected, listed2(states), figures);
}
__name(judgeTcp, "judgeTcp");
function stateOf2({ answer, isProven }) {
  if (answer.kind === "open") return "open";
  if (!isProven || answer.kind === "unknown" || answer.kind === "named") return "unknown";
  return answer.kind === "no-such-name" || answer.kind === "no-name-answer" ? "no-name" : "closed";
}
__name(stateOf2, "stateOf");
function words({ answer, isProven }) {
  if (answer.kind === "unknown") return bounded(answer.detail, 80);
  return isProven || answer.kind === "open" ? answer.kind : `${answer.kind}, and the probe reached nothing else`;
}
__name(words, "words");
function hintFor4({ state, from, host, service: service2 }, isUnnamed) {
  if (service2 !== void 0 && state === "open")
    return `see its log, and that ${service2} listens on all its addresses: \`docker service logs\``;
  if (state === "closed") return "stop publishing the port, or take the asker off the network";
  if (isUnnamed)
    return `see that ${bounded(host ?? "", 80)} runs, and put it and ${from ?? "the asker"} on a common network`;
  return "check that the target runs and listens on all its addresses, and which networks it is on";
}
__name(hintFor4, "hintFor");

// src/verify/kinds/tcp/replicas.ts
var LOOPBACK = "127.0.0.1";
async function gatherReplicas(slice, service2, port2) {
  const world = await readMeshWorld(slice);
  const tasks = world.services.find((one) => one.name === service2)?.tasks ?? [];
  const engines = new Map(slice.nodes.map((node) => [node.id, node.engine]));
  const nodeOf = /* @__PURE__ */ __name(({ nodeId }) => world.nodes.find(({ id: id2 }) => id2 === nodeId)?.name ?? nodeId, "nodeOf");
  const sources = tasks.flatMap(({ id: id2, nodeId, containerId }) => {
    const engine = engines.get(nodeId);
    return engine ? [{ key: id2, engine, containerId }] : [];
  });
  const asks = new Map(
    tasks.map((task) => [
      task.id,
      addressesOf(task).map((address) => ({ kind: "connect", address, port: port2 }))
    ])
  );
  const outcomes = await runProbes(sources, () => asks, slice);
  return {
    readings: tasks.flatMap((task) => {
      const outcome = outcomes.get(task.id);
      const detail = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
      return addressesOf(task).map(
        (address, i) => ({
          from: `its replica on ${nodeOf(task)}`,
          target: `${address}:${port2}`,
          answer: (outcome?.isRun ? outcome.answers[i] : void 0) ?? { kind: "unknown", detail },
          // Its own kernel answers for a port at which nothing listens.
          isProven: true
        })
      );
    })
  };
}
__name(gatherReplicas, "gatherReplicas");
function addressesOf({ attachments }) {
  return attachments.length > 0 ? attachments.map(({ address }) => address) : [LOOPBACK];
}
__name(addressesOf, "addressesOf");

// src/verify/kinds/tcp/kind.ts
var params20 = strictObject({
  from: serviceName().optional().describe("The service that asks, on every node that it runs on; without it, this machine."),
  host: string().regex(/^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,252}$/, "takes a name or an IPv4 address").optional().describe(
    "A name, as the asker knows it, or an address. Without it and `from`, the published port of every node; in host mode and without a mesh, of every node with a task."
  ),
  service: serviceName().optional().describe(
    "Every replica of this service is asked, each from inside its own network namespace; `port` is the one that it listens on."
  ),
  port: port().describe("The TCP port."),
  state: _enum(["open", "closed"]).default("open").describe("What the port must be.")
});
var tcp2 = defineKind({
  name: "tcp",
  explanation: "Opens a TCP connection to a host and port, from inside a service\u2019s own network namespace or from this machine, or to each replica of a service, and closes it again. Closed is a connection that was refused or went unanswered; a name that does not resolve is no proof of that.",
  example: "- kind: tcp\n  from: backend\n  host: redis\n  port: 6379\n- kind: tcp\n  service: backend\n  port: 8080",
  isDisturbing: false,
  visits: "none",
  params: params20,
  faultOf: /* @__PURE__ */ __name(({ service: service2, from, host }) => service2 !== void 0 && (from ?? host) !== void 0 ? "service asks each replica at its own address: leave from and host out" : void 0, "faultOf"),
  expected: tcpExpected,
  gather: /* @__PURE__ */ __name(async (question, world) => {
    if (question.service !== void 0) return gatherReplicas(world, question.service, question.port);
    const isPublished = question.from === void 0 && question.host === void 0;
    const nodes2 = isPublished ? (await publishingNodes(world, question.port)).nodes : world.nodes;
    return gatherTcp({ ...world, nodes: nodes2 }, question, (node, wanted2) => {
      const found = world.nodes.find((one) => one.id === node.id);
      if (!found) throw new Error("a node of the swarm is none of the world");
      return world.endpointOf(found, wanted2);
    });
  }, "gather"),
  judge: judgeTcp
});

// src/verify/kinds/all.ts
var KINDS = [
  nodes,
  service,
  placement,
  http2,
  routingMesh,
  counter,
  isolation,
  dns,
  tcp2,
  exec,
  secret,
  logs,
  image,
  metrics,
  load,
  security,
  rollingUpdate,
  rollback,
  selfHealing,
  persistence
];

// src/verify/run/seat.ts
function createSeat(lanes, lane, { signal, watch }) {
  let held = lane;
  let away = 0;
  let isOver = false;
  return {
    leave() {
      if (away++ > 0) return;
      held?.leave();
      held = void 0;
    },
    async back() {
      if (--away > 0 || isOver) return;
      watch.pause();
      try {
        const found = await lanes.enter(signal, true);
        if (away > 0 || isOver || held) found.leave();
        else held = found;
      } finally {
        watch.resume();
      }
    },
    end() {
      isOver = true;
      held?.leave();
      held = void 0;
    }
  };
}
__name(createSeat, "createSeat");

// src/verify/run/stopwatch.ts
function startStopwatch(limitMs = Infinity, onLimit = () => void 0) {
  let pauses = 0;
  let pastMs = 0;
  let addedMs = 0;
  let beganAt;
  let timer;
  const run = /* @__PURE__ */ __name(() => {
    beganAt = performance.now();
    if (limitMs !== Infinity) timer = setTimeout(onLimit, Math.max(0, limitMs - pastMs));
  }, "run");
  const ranMs = /* @__PURE__ */ __name(() => pastMs + (beganAt === void 0 ? 0 : performance.now() - beganAt), "ranMs");
  const rest = /* @__PURE__ */ __name(() => {
    pastMs = ranMs();
    beganAt = void 0;
    clearTimeout(timer);
  }, "rest");
  run();
  return {
    elapsedMs: /* @__PURE__ */ __name(() => ranMs() + addedMs, "elapsedMs"),
    add: /* @__PURE__ */ __name((ms) => {
      addedMs += ms;
    }, "add"),
    pause: /* @__PURE__ */ __name(() => {
      if (pauses++ === 0) rest();
    }, "pause"),
    resume: /* @__PURE__ */ __name(() => {
      if (--pauses === 0) run();
    }, "resume"),
    stop: /* @__PURE__ */ __name(() => {
      rest();
      pauses = Infinity;
    }, "stop")
  };
}
__name(startStopwatch, "startStopwatch");
function createStopwatchGroup() {
  const own2 = startStopwatch();
  const members = /* @__PURE__ */ new Set();
  let pauses = 0;
  const all = /* @__PURE__ */ __name(() => [own2, ...members], "all");
  return {
    join(member) {
      members.add(member);
      member.add(own2.elapsedMs());
      if (pauses > 0) member.pause();
      return () => {
        if (members.delete(member) && pauses > 0) member.resume();
      };
    },
    end: /* @__PURE__ */ __name(() => own2.stop(), "end"),
    add: /* @__PURE__ */ __name((ms) => {
      for (const each of all()) each.add(ms);
    }, "add"),
    pause: /* @__PURE__ */ __name(() => {
      if (pauses++ === 0) for (const each of all()) each.pause();
    }, "pause"),
    resume: /* @__PURE__ */ __name(() => {
      if (--pauses === 0) for (const each of all()) each.resume();
    }, "resume")
  };
}
__name(createStopwatchGroup, "createStopwatchGroup");

// src/verify/run/shares.ts
function createShares(signal) {
  const entries2 = /* @__PURE__ */ new Map();
  const sharers = [];
  function begin(measure) {
    const stop = new AbortController();
    const group = createStopwatchGroup();
    const ids = /* @__PURE__ */ new Set();
    sharers.push(ids);
    const measured = measure({ signal: AbortSignal.any([signal, stop.signal]), watch: group });
    measured.catch(() => void 0).finally(() => group.end());
    return { measured, group, ids, stop, asking: 0 };
  }
  __name(begin, "begin");
  return {
    async ask(key, { id: id2, signal: ownSignal, watch }, measure) {
      if (ownSignal.aborted) throw new SwarmlineError("cancelled", "cancelled");
      const entry = entries2.get(key) ?? begin(measure);
      entries2.set(key, entry);
      entry.ids.add(id2);
      entry.asking++;
      const leave = entry.group.join(watch);
      let onAbort;
      const aborted = new Promise((_, reject) => {
        onAbort = /* @__PURE__ */ __name(() => reject(new SwarmlineError("cancelled", "cancelled")), "onAbort");
        ownSignal.addEventListener("abort", onAbort);
      });
      try {
        return await Promise.race([entry.measured, aborted]);
      } finally {
        if (onAbort) ownSignal.removeEventListener("abort", onAbort);
        leave();
        if (--entry.asking === 0 && ownSignal.aborted) {
          if (entries2.get(key) === entry) entries2.delete(key);
          entry.stop.abort();
        }
      }
    },
    sharersWith: /* @__PURE__ */ __name((id2) => {
      const all = sharers.filter((ids) => ids.has(id2)).flatMap((ids) => [...ids]);
      return [...new Set(all)].filter((each) => each !== id2);
    }, "sharersWith")
  };
}
__name(createShares, "createShares");

// src/verify/run/turns.ts
var FIRST = ["alone", "still", "visit"];
function createTurns(counting) {
  const active = /* @__PURE__ */ new Set();
  const waiting = /* @__PURE__ */ new Map();
  let stillCounting = counting;
  const mayBegin = /* @__PURE__ */ __name((turn) => {
    const others = [...active];
    if (turn.kind === "alone") return others.length === 0;
    if (turn.kind === "visit") return stillCounting === 0 && others.every((other) => other.kind === "visit");
    return others.every((other) => other.kind === "still" && other.service !== turn.service);
  }, "mayBegin");
  const look2 = /* @__PURE__ */ __name(() => {
    for (const kind of FIRST) {
      for (const [turn, begin] of waiting)
        if (turn.kind === kind && mayBegin(turn)) {
          waiting.delete(turn);
          active.add(turn);
          begin();
        }
      if (kind === "alone" && [...waiting.keys()].some((turn) => turn.kind === "alone")) return;
    }
  }, "look");
  const turnOf = /* @__PURE__ */ __name((turn, signal) => new Promise((resolve, reject) => {
    const giveUp = /* @__PURE__ */ __name(() => {
      waiting.delete(turn);
      reject(new SwarmlineError("cancelled", "cancelled"));
      look2();
    }, "giveUp");
    if (signal.aborted) return giveUp();
    signal.addEventListener("abort", giveUp);
    waiting.set(turn, () => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    });
    look2();
  }), "turnOf");
  return {
    async take(asked, work, { signal, watch }) {
      const turn = { ...asked };
      watch.pause();
      try {
        await turnOf(turn, signal);
      } finally {
        watch.resume();
      }
      try {
        return await work();
      } finally {
        active.delete(turn);
        look2();
      }
    },
    countingEnded() {
      stillCounting--;
      look2();
    }
  };
}
__name(createTurns, "createTurns");

// src/verify/run/check-world.ts
var UNBOUND = { limit: /* @__PURE__ */ __name(() => Number.POSITIVE_INFINITY, "limit"), mayLend: /* @__PURE__ */ __name(() => false, "mayLend") };
function newRound(base, checks, signal, bound = UNBOUND) {
  let unsettled2 = 0;
  return {
    lanes: createLanes(bound.limit, bound.mayLend),
    reads: createReads(base.manager, base.stack, signal),
    shares: createShares(signal),
    turns: createTurns(checks.filter((check) => check.kind.visits === "counts").length),
    unsettled: {
      count: /* @__PURE__ */ __name(() => unsettled2, "count"),
      add: /* @__PURE__ */ __name((requests) => {
        unsettled2 += requests;
      }, "add")
    }
  };
}
__name(newRound, "newRound");
function worldOf(check, base, round3, asker, undos, redactor, own2) {
  const { readFileFrom, ...kept } = base;
  const { kind } = check;
  const worldFor = /* @__PURE__ */ __name((sharer, seat) => ({
    ...kept,
    reads: round3.reads,
    signal: sharer.signal,
    secrets: { register: /* @__PURE__ */ __name((secret2) => redactor.register(secret2), "register") },
    readFile: /* @__PURE__ */ __name((path7) => readFileFrom(check.folder, path7), "readFile"),
    share: /* @__PURE__ */ __name((key, measure) => outside(
      seat,
      () => round3.shares.ask(
        key,
        sharer,
        (shared) => seated(round3.lanes, shared, (place) => measure(worldFor({ id: check.id, ...shared }, place)))
      )
    ), "share"),
    turns: {
      alone: /* @__PURE__ */ __name((work) => turn({ kind: "alone" }, work, sharer, seat), "alone"),
      still: /* @__PURE__ */ __name((service2, work) => turn({ kind: "still", service: service2 }, work, sharer, seat), "still"),
      visit: /* @__PURE__ */ __name((work) => turn({ kind: "visit" }, work, sharer, seat), "visit")
    },
    unsettled: round3.unsettled,
    undo: /* @__PURE__ */ __name((title, run) => {
      if (!kind.isDisturbing) throw contradiction(kind, "has something to undo", "disturbs nothing");
      undos.push({ title, run });
    }, "undo")
  }), "worldFor");
  const turn = /* @__PURE__ */ __name((asked, work, sharer, seat) => {
    if (kind.visits === "none") throw contradiction(kind, "visits", "makes no visits");
    if (kind.visits === "makes" && asked.kind !== "visit")
      throw contradiction(kind, "counts", "counts nothing");
    const take = /* @__PURE__ */ __name((seated2) => round3.turns.take(asked, seated2, sharer), "take");
    if (asked.kind === "still") return outside(seat, () => take(work));
    seat.leave();
    let isBack = false;
    return take(async () => {
      isBack = true;
      await seat.back();
      return work();
    }).catch(async (error) => {
      if (!isBack) await seat.back();
      throw error;
    });
  }, "turn");
  return worldFor({ id: check.id, ...asker }, own2);
}
__name(worldOf, "worldOf");
async function outside(seat, wait) {
  seat.leave();
  try {
    return await wait();
  } finally {
    await seat.back();
  }
}
__name(outside, "outside");
async function seated(lanes, asker, work) {
  asker.watch.pause();
  const lane = await lanes.enter(asker.signal, true).finally(() => asker.watch.resume());
  const seat = createSeat(lanes, lane, asker);
  try {
    return await work(seat);
  } finally {
    seat.end();
  }
}
__name(seated, "seated");
function contradiction({ name: name3 }, does, says) {
  return new SwarmlineError("internal", `${name3} ${does}, but says that it ${says}`);
}
__name(contradiction, "contradiction");

// src/verify/run/bounded.rules.ts
var LIMITS = { depth: 24, entries: 2e3, text: 8 * 1024, total: 512 * 1024 };
function verdictLine(text3, maxLength) {
  return withoutCommands(bounded(text3, maxLength));
}
__name(verdictLine, "verdictLine");
function evidenceJson(evidence) {
  let room = LIMITS.total;
  const limit2 = /* @__PURE__ */ __name((value, depth) => {
    if (room <= 0) return "(cut)";
    if (typeof value === "string") {
      const text3 = value.length > LIMITS.text ? `${value.slice(0, LIMITS.text)}\u2026` : value;
      room -= text3.length;
      return plain(text3);
    }
    room -= 8;
    if (typeof value === "bigint") return String(value);
    if (!value || typeof value !== "object") return value;
    if (depth >= LIMITS.depth) return "(cut)";
    if (Array.isArray(value)) {
      const kept = value.slice(0, LIMITS.entries).map((inner) => limit2(inner, depth + 1));
      return value.length > LIMITS.entries ? [...kept, `(${value.length - LIMITS.entries} more)`] : kept;
    }
    return Object.fromEntries(
      Object.entries(value).slice(0, LIMITS.entries).map(([key, inner]) => [limit2(key, depth + 1), limit2(inner, depth + 1)])
    );
  }, "limit");
  return `${JSON.stringify(limit2(evidence, 0) ?? null, void 0, 2)}
`;
}
__name(evidenceJson, "evidenceJson");

// src/verify/run/doubt.rules.ts
var HINT = "run it again when the swarm is idle";
function doubted(verdict, why) {
  const observed = verdictLine(`${why}; seen was: ${verdict.observed}`, 1500);
  return { ...verdict, status: "inconclusive", observed, hint: HINT };
}
__name(doubted, "doubted");

// src/verify/run/run-check.ts
var DEFAULT_DEADLINE_MS = 6e4;
async function runSuiteCheck(check, worldWith, signal, recorder, patience = 1) {
  const { kind, params: params21 } = check;
  const deadlineMs = check.deadlineMs ?? patience * (kind.deadlineMs?.(params21) ?? DEFAULT_DEADLINE_MS);
  const expected = kind.expected(params21);
  let evidence;
  let judgement;
  const late = new AbortController();
  const watch = startStopwatch(deadlineMs, () => late.abort());
  try {
    const gathered = await within(
      late.signal,
      deadlineMs,
      signal,
      (ending) => kind.gather(params21, worldWith(ending, watch))
    );
    evidence = recorder.redactor.redact(gathered);
    judgement = kind.judge(params21, evidence);
  } catch (error) {
    if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
    judgement = unmeasured(expected, error);
  } finally {
    watch.stop();
  }
  const verdict = verdictOf(check, judgement, watch.elapsedMs(), recorder);
  if (evidence === void 0 || !recorder.saveEvidence) return verdict;
  const saved = {
    id: check.id,
    kind: kind.name,
    params: withoutSpecSecrets(params21),
    evidence: withoutSpecSecrets(evidence)
  };
  return {
    ...verdict,
    evidenceFile: await recorder.saveEvidence(check.id, evidenceJson(recorder.redactor.redact(saved)))
  };
}
__name(runSuiteCheck, "runSuiteCheck");
function skippedVerdict(check, why, hint, recorder) {
  return verdictOf(check, skipped(check.kind.expected(check.params), why, hint), 0, recorder);
}
__name(skippedVerdict, "skippedVerdict");
function unmeasuredVerdict(check, why, recorder) {
  return verdictOf(check, inconclusive(check.kind.expected(check.params), why, void 0), 0, recorder);
}
__name(unmeasuredVerdict, "unmeasuredVerdict");
function unmeasured(expected, error) {
  const known = classifyAnswer(error);
  return inconclusive(expected, `could not be measured: ${explain(known)}`, known.hint);
}
__name(unmeasured, "unmeasured");
function verdictOf(check, judgement, durationMs2, recorder) {
  const { place: judged, ...rest } = judgement;
  const { redact } = recorder.redactor;
  const keys = judged ?? check.kind.place?.(check.params);
  const compose = keys && recorder.placeOf?.(keys);
  const { expected, observed, hint, figures } = redact(rest);
  const line = /* @__PURE__ */ __name((text3, length) => verdictLine(redact(text3), length), "line");
  return {
    id: check.id,
    kind: check.kind.name,
    title: line(check.title ?? expected, 120),
    status: judgement.status,
    expected: line(expected, 500),
    observed: line(observed, 1500),
    hint: hint === void 0 ? void 0 : line(hint, 500),
    figures: Object.fromEntries(
      Object.entries(figures).map(([name3, figure]) => [
        name3,
        typeof figure === "string" ? verdictLine(figure, 200) : figure
      ])
    ),
    durationMs: durationMs2,
    suite: check.place,
    ...compose ? { compose } : {},
    ...check.tags.length > 0 ? { tags: check.tags } : {},
    ...check.points === void 0 ? {} : { points: check.points },
    ...check.hints ? { hints: check.hints.map((each) => line(each, 500)) } : {}
  };
}
__name(verdictOf, "verdictOf");
async function within(late, deadlineMs, signal, work) {
  const ended = new AbortController();
  let onEnd;
  const ending = AbortSignal.any([signal, late, ended.signal]);
  const tooLate = new Promise((_, reject) => {
    onEnd = /* @__PURE__ */ __name(() => reject(
      signal.aborted ? new SwarmlineError("cancelled", "cancelled") : new SwarmlineError("timed-out", `not measured within ${deadlineMs / 1e3} s`)
    ), "onEnd");
    ending.addEventListener("abort", onEnd);
  });
  try {
    signal.throwIfAborted();
    const working = work(ending);
    working.catch(() => void 0);
    return await Promise.race([working, tooLate]);
  } finally {
    if (onEnd) ending.removeEventListener("abort", onEnd);
    ended.abort();
  }
}
__name(within, "within");

// src/verify/run/settle.rules.ts
var SHOWN = 3;
function settle(status, meanwhile, isLast) {
  const { overload, isSlow: isSlow2, changes, isVisiting = false } = meanwhile;
  const isDoubtful = overload !== void 0 || isVisiting || status === "fail" && isSlow2;
  if (status !== "fail" && status !== "inconclusive") return { kind: "keep" };
  if (isDoubtful && !isLast) return { kind: "again" };
  if (changes.length > 0) return { kind: "inconclusive", why: `${wordsOn(changes)} while this was checked` };
  if (status === "fail" && overload !== void 0)
    return {
      kind: "inconclusive",
      why: `the swarm had too much to do while this was checked: ${overload}`
    };
  return { kind: "keep" };
}
__name(settle, "settle");
function wordsOn(changes) {
  const shown3 = changes.slice(0, SHOWN).map((change) => change.text);
  const more = changes.length - shown3.length;
  return shown3.join(", ") + (more > 0 ? ` and ${more} more changes` : "");
}
__name(wordsOn, "wordsOn");
function concerning(changes, { isDisturbing, looksAt = "tasks", disturbs }, params21, disturbedId) {
  if (looksAt === "specs") return [];
  if (isDisturbing && disturbs?.(params21) !== "service") return [];
  return changes.filter(
    (change) => (looksAt === "tasks" || change.kind === "node") && !(isDisturbing && change.serviceId !== void 0 && change.serviceId === disturbedId)
  );
}
__name(concerning, "concerning");

// src/verify/run/one-check.ts
function createRunner(base, fx, { deadlineMs, recorder, vigil }) {
  const late = AbortSignal.timeout(Math.max(1, deadlineMs));
  const inTime = AbortSignal.any([fx.signal, late]);
  const pace = /* @__PURE__ */ __name(() => vigil?.pace() ?? UNMEASURED, "pace");
  const paced = vigil ? { ...base, pace } : base;
  const bound = vigil && { limit: /* @__PURE__ */ __name(() => pace().atOnce, "limit"), mayLend: /* @__PURE__ */ __name(() => !vigil.isOverloaded(), "mayLend") };
  const measure = /* @__PURE__ */ __name(async (check, round3, undos, lane) => {
    let seat;
    try {
      return await runSuiteCheck(
        check,
        (signal, watch) => {
          seat = createSeat(round3.lanes, lane, { signal, watch });
          return worldOf(check, paced, round3, { signal, watch }, undos, recorder.redactor, seat);
        },
        inTime,
        recorder,
        pace().patience
      );
    } finally {
      if (seat) seat.end();
      else lane.leave();
    }
  }, "measure");
  return {
    vigil,
    round(checks) {
      const round3 = newRound(base, checks, inTime, bound);
      vigil?.onPace(() => round3.lanes.look());
      return round3;
    },
    async run(check, round3, undos) {
      let fromMs = fx.clock.now();
      try {
        const lane = await round3.lanes.enter(inTime, false);
        fromMs = fx.clock.now();
        const verdict = await measure(check, round3, undos, lane);
        return { verdict, fromMs, toMs: fx.clock.now() };
      } catch (error) {
        if (fx.signal.aborted || !late.aborted) throw error;
        const why = `all checks together had ${deadlineMs / 1e3} s`;
        return { verdict: unmeasuredVerdict(check, why, recorder), fromMs, toMs: fx.clock.now() };
      }
    },
    settlement(check, { verdict, fromMs, toMs }, isLast) {
      const meanwhile = vigil?.during(fromMs, toMs);
      if (!meanwhile) return { kind: "keep" };
      const { service: service2 } = check.params;
      const own2 = typeof service2 === "string" ? vigil?.serviceId(service2) : void 0;
      const changes = concerning(meanwhile.changes, check.kind, check.params, own2);
      const isVisiting = check.kind.visits !== "none" && !check.kind.isDisturbing;
      return settle(verdict.status, { ...meanwhile, changes, isVisiting }, isLast);
    },
    doubt: /* @__PURE__ */ __name((verdict, why) => doubted(verdict, recorder.redactor.redact(why)), "doubt")
  };
}
__name(createRunner, "createRunner");

// src/verify/run/run-calm.ts
async function runCalm(checks, runner, fx) {
  const measured = await fx.log.step(
    `Run ${checks.length} checks`,
    (update) => runTogether(checks, runner, (done) => update(`${done}/${checks.length}`))
  );
  await runner.vigil?.look();
  const verdicts = /* @__PURE__ */ new Map();
  for (const [check, each] of measured) verdicts.set(check, await settled(check, each, runner, fx));
  return verdicts;
}
__name(runCalm, "runCalm");
async function runTogether(checks, runner, onEnd) {
  const measured = /* @__PURE__ */ new Map();
  const round3 = runner.round(checks);
  const inOrder2 = checks.toSorted((a, b) => Number(counts(b)) - Number(counts(a)));
  const ended = await Promise.allSettled(
    inOrder2.map(async (check) => {
      try {
        measured.set(check, await runner.run(check, round3, []));
      } finally {
        if (counts(check)) round3.turns.countingEnded();
      }
      onEnd(measured.size);
    })
  );
  for (const [check, { verdict, ...times }] of measured) {
    const sharedWith = round3.shares.sharersWith(check.id);
    if (sharedWith.length > 0) measured.set(check, { ...times, verdict: { ...verdict, sharedWith } });
  }
  const failed = ended.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return measured;
}
__name(runTogether, "runTogether");
var counts = /* @__PURE__ */ __name(({ kind }) => kind.visits === "counts", "counts");
async function settled(check, measured, runner, fx) {
  const first = runner.settlement(check, measured, false);
  if (first.kind === "keep") return measured.verdict;
  if (first.kind === "inconclusive") return runner.doubt(measured.verdict, first.why);
  const again = await fx.log.step(`Check ${check.id} once more, alone`, async () => {
    await runner.vigil?.rest();
    const round3 = runner.round([check]);
    const second = await runner.run(check, round3, []);
    await runner.vigil?.look();
    return second;
  });
  const last = runner.settlement(check, again, true);
  return last.kind === "inconclusive" ? runner.doubt(again.verdict, last.why) : again.verdict;
}
__name(settled, "settled");

// src/verify/run/run-disturbing.ts
async function runDisturbing(checks, runner, fx, { isDisruptionAllowed, recorder }) {
  const verdicts = /* @__PURE__ */ new Map();
  let stuck;
  for (const check of checks) {
    if (!isDisruptionAllowed || stuck) {
      verdicts.set(check, stuck ? unmeasuredVerdict(check, stuck, recorder) : forbidden(check, recorder));
      continue;
    }
    const { verdict, fault } = await disturb(check, runner, fx);
    stuck = fault;
    const isSpoilt = stuck !== void 0 && verdict.status === "pass";
    verdicts.set(check, isSpoilt && stuck ? unmeasuredVerdict(check, stuck, recorder) : verdict);
  }
  return verdicts;
}
__name(runDisturbing, "runDisturbing");
async function disturb(check, runner, fx) {
  const once = /* @__PURE__ */ __name(async () => {
    await runner.vigil?.look();
    const undos = [];
    let measured;
    let fault;
    try {
      measured = await fx.log.step(`Check ${check.id}`, () => runner.run(check, runner.round([]), undos));
      await runner.vigil?.look();
    } finally {
      const undone = await undoAll(undos, forCleanup(fx, UNDO_MS));
      if (undone !== void 0) {
        fault = `${check.id} left the swarm changed: ${undone}`;
        fx.log.warn(fault);
      }
    }
    return { measured, fault };
  }, "once");
  const first = await once();
  const isStuck = first.fault !== void 0;
  const settlement = runner.settlement(check, first.measured, isStuck);
  if (settlement.kind !== "again") return standing(first, settlement);
  await runner.vigil?.rest();
  const second = await once();
  return standing(second, runner.settlement(check, second.measured, true));
  function standing({ measured: { verdict }, fault }, last) {
    return { verdict: last.kind === "inconclusive" ? runner.doubt(verdict, last.why) : verdict, fault };
  }
  __name(standing, "standing");
}
__name(disturb, "disturb");
var UNDO_MS = 3e5;
function forbidden(check, recorder) {
  return skippedVerdict(
    check,
    "not run: it disturbs the swarm",
    "allow it with --allow-disruption, or allow-disruption: true",
    recorder
  );
}
__name(forbidden, "forbidden");
async function undoAll(undos, fx) {
  const faults = [];
  for (const { title, run } of undos.toReversed())
    await fx.log.step(title, () => run(fx)).catch((error) => void faults.push(`${title}: ${explain(error)}`));
  return faults.length > 0 ? faults.join("; ") : void 0;
}
__name(undoAll, "undoAll");

// src/verify/run/run-suite.ts
async function runSuite(checks, base, fx, options) {
  const runner = createRunner(base, fx, options);
  const isDisturbing = /* @__PURE__ */ __name((check) => check.kind.isDisturbing, "isDisturbing");
  const calm = await runCalm(
    checks.filter((check) => !isDisturbing(check)),
    runner,
    fx
  );
  const disturbed = await runDisturbing(checks.filter(isDisturbing), runner, fx, options);
  return checks.flatMap((check) => calm.get(check) ?? disturbed.get(check) ?? []);
}
__name(runSuite, "runSuite");

// src/verify/run/changes.rules.ts
var RESTLESS_MS = 3e5;
function changesBetween(before, now) {
  const times = { sinceMs: before.atMs, seenMs: now.atMs };
  const nodes2 = before.nodes.filter(isReady).flatMap((node) => {
    const same = now.nodes.find((each) => each.ID === node.ID);
    if (same && isReady(same)) return [];
    const what = same ? `went ${same.Status.State}` : "left the swarm";
    return [{ kind: "node", text: `${nameOf2(node)} ${what} at ${clockTime(now.atMs)}`, ...times }];
  });
  const tasks = before.tasks.filter((task) => isRunning3(task) && !isRestless(task, before)).flatMap((task) => {
    const same = now.tasks.find((each) => each.ID === task.ID);
    if (same && (isRunning3(same) || isDone(same))) return [];
    return [{ kind: "task", serviceId: task.ServiceID, text: wordsOn2(task, same, now), ...times }];
  });
  return [...nodes2, ...tasks];
}
__name(changesBetween, "changesBetween");
function wordsOn2(task, same, now) {
  const next = now.tasks.find(
    (each) => each.ID !== task.ID && isSameSlot(each, task) && each.CreatedAt > task.CreatedAt
  );
  const node = now.nodes.find((each) => each.ID === task.NodeID);
  const place = node ? ` on ${nameOf2(node)}` : "";
  const service2 = now.names.get(task.ServiceID) ?? task.ServiceID;
  const name3 = task.Slot === void 0 ? service2 : `${service2}.${task.Slot}`;
  const when = clockTime(next?.CreatedAt ?? same?.Status.Timestamp ?? now.atMs);
  return `${name3}${place} ${next ? "was replaced" : "stopped"} at ${when}`;
}
__name(wordsOn2, "wordsOn");
var isReady = /* @__PURE__ */ __name((node) => node.Status.State === "ready", "isReady");
var isRunning3 = /* @__PURE__ */ __name((task) => task.DesiredState === "running" && task.Status.State === "running", "isRunning");
var isDone = /* @__PURE__ */ __name((task) => task.Status.State === "complete", "isDone");
var isSameSlot = /* @__PURE__ */ __name((a, b) => a.ServiceID === b.ServiceID && (a.Slot === void 0 ? a.NodeID === b.NodeID : a.Slot === b.Slot), "isSameSlot");
function isRestless(task, { tasks, atMs }) {
  const isYoung = atMs - Date.parse(task.CreatedAt) < RESTLESS_MS;
  return isYoung && tasks.some((each) => isSameSlot(each, task) && endedByItself(each));
}
__name(isRestless, "isRestless");
function endedByItself({ Status }) {
  if (Status.State !== "failed" && Status.State !== "rejected") return false;
  return !/unhealthy|heartbeat/i.test(Status.Err ?? "");
}
__name(endedByItself, "endedByItself");
var nameOf2 = /* @__PURE__ */ __name((node) => node.Description.Hostname, "nameOf");
function clockTime(time2) {
  const date = new Date(time2);
  return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString().slice(11, 19);
}
__name(clockTime, "clockTime");

// src/verify/run/vigil.ts
var REST_MS = 3e4;
var REST_LOOK_MS = 2e3;
var LOOK_MS = { least: 1e3, most: 1e4, timesPing: 20 };
var START_MS = { least: 2e4, timesStart: 10 };
async function openVigil(watched, fx) {
  const { clock } = fx;
  const stop = new AbortController();
  const signal = AbortSignal.any([fx.signal, stop.signal]);
  const samples = [];
  const changes = [];
  const listeners = [];
  let known;
  let nextStartMs = 0;
  const timed = /* @__PURE__ */ __name(async (work) => {
    const fromMs = clock.now();
    return work(AbortSignal.any([signal, AbortSignal.timeout(SAMPLE_LIMIT_MS)])).then(
      () => clock.now() - fromMs,
      () => void 0
    );
  }, "timed");
  const measure = /* @__PURE__ */ __name(async () => {
    const pingMs = await timed((limited) => ping(watched.manager, limited));
    const now = await readSwarm2(watched, clock.now(), signal).catch(() => void 0);
    if (known && now) changes.push(...changesBetween(known, now));
    known = now ?? known;
    const isStarting = pingMs !== void 0 && clock.now() >= nextStartMs;
    const startMs = isStarting && now ? await startSomething(watched, now, { clock, signal }) : void 0;
    if (isStarting) nextStartMs = clock.now() + Math.max(START_MS.least, START_MS.timesStart * (startMs ?? 0));
    if (signal.aborted) return;
    samples.push({ atMs: clock.now(), pingMs: now ? pingMs : void 0, startMs });
    for (const listener of listeners) listener();
  }, "measure");
  let looking = Promise.resolve();
  const look2 = /* @__PURE__ */ __name(() => {
    looking = looking.then(measure).catch(() => void 0);
    return looking;
  }, "look");
  await look2();
  fx.signal.throwIfAborted();
  const opened = samples[0] ?? { atMs: clock.now(), pingMs: void 0, startMs: void 0 };
  const overload = /* @__PURE__ */ __name((sample) => sample && overloadIn(sample, opened), "overload");
  const keepLooking = /* @__PURE__ */ __name(async () => {
    while (!signal.aborted) {
      const pingMs = samples.at(-1)?.pingMs ?? SAMPLE_LIMIT_MS;
      const everyMs = Math.min(LOOK_MS.most, Math.max(LOOK_MS.least, LOOK_MS.timesPing * pingMs));
      await clock.sleep(everyMs, signal);
      await look2();
    }
  }, "keepLooking");
  void keepLooking().catch(() => void 0);
  const isOverloaded = /* @__PURE__ */ __name(() => overload(samples.at(-1)) !== void 0, "isOverloaded");
  return {
    pace: /* @__PURE__ */ __name(() => paceOf(samples), "pace"),
    isOverloaded,
    onPace: /* @__PURE__ */ __name((listener) => void listeners.push(listener), "onPace"),
    look: look2,
    during(fromMs, toMs) {
      const first = Math.max(
        0,
        samples.findLastIndex(({ atMs }) => atMs <= fromMs)
      );
      const after = samples.findIndex(({ atMs }) => atMs >= toMs);
      const seen = samples.slice(first, after < 0 ? samples.length : after + 1);
      return {
        overload: seen.map(overload).find((words3) => words3 !== void 0),
        isSlow: isSlow(paceOf(samples)),
        changes: changes.filter(({ sinceMs, seenMs }) => sinceMs <= toMs && seenMs > fromMs)
      };
    },
    async rest() {
      const endMs = clock.now() + REST_MS;
      for (; ; ) {
        await look2();
        if (!isOverloaded()) return true;
        if (clock.now() >= endMs) return false;
        await clock.sleep(REST_LOOK_MS, signal);
      }
    },
    serviceId: /* @__PURE__ */ __name((name3) => [...known?.names ?? []].find(([, each]) => each === name3)?.[0], "serviceId"),
    close: /* @__PURE__ */ __name(() => stop.abort(), "close")
  };
}
__name(openVigil, "openVigil");
async function ping(manager, signal) {
  const answer = await manager.stream("GET", "/_ping", { timeoutMs: SAMPLE_LIMIT_MS, signal });
  for await (const _ of answer) ;
}
__name(ping, "ping");
async function readSwarm2({ stack, manager }, atMs, signal) {
  const filters = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] });
  const options = { signal: AbortSignal.any([signal, AbortSignal.timeout(SAMPLE_LIMIT_MS)]) };
  const [nodes2, tasks, services] = await Promise.all([
    manager.json("GET", "/nodes", options),
    manager.json("GET", "/tasks", { query: { filters }, ...options }),
    manager.json("GET", "/services", { query: { filters }, ...options })
  ]);
  const names2 = services.map(({ ID, Spec }) => [ID, shortName(stack, Spec.Name)]);
  return { atMs, nodes: nodes2, tasks, names: new Map(names2) };
}
__name(readSwarm2, "readSwarm");
var shortName = /* @__PURE__ */ __name((stack, name3) => name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3, "shortName");
var TRIED = 2;
async function startSomething({ nodes: nodes2 }, { tasks }, fx) {
  const running = tasks.filter((task) => task.Status.State === "running" && task.DesiredState === "running");
  const doors = running.flatMap((task) => {
    const engine = nodes2.find((node) => node.id === task.NodeID)?.engine;
    const containerId = task.Status.ContainerStatus?.ContainerID;
    return engine && containerId ? [{ engine, containerId }] : [];
  });
  let leastMs;
  for (const { engine, containerId } of doors.slice(0, TRIED)) {
    const fromMs = fx.clock.now();
    await runInContainer(engine, containerId, { argv: ["true"], timeoutMs: SAMPLE_LIMIT_MS }, fx).catch(
      () => void 0
    );
    const tookMs = fx.clock.now() - fromMs;
    leastMs = Math.min(leastMs ?? Number.POSITIVE_INFINITY, tookMs);
    if (tookMs < SAMPLE_LIMIT_MS / 2) break;
  }
  return leastMs;
}
__name(startSomething, "startSomething");

// src/verify/suite/load.ts
import { realpath, stat } from "node:fs/promises";
import path2 from "node:path";

// src/effects/read-text.ts
import { open } from "node:fs/promises";
async function readText(file, maxBytes, shownAs = file) {
  const handle = await open(file, "r");
  try {
    const chunks = [];
    let length = 0;
    while (length <= maxBytes) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(64 * 1024) });
      if (bytesRead === 0) return Buffer.concat(chunks).toString("utf8");
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
  } finally {
    await handle.close();
  }
  throw new SwarmlineError("input", `${shownAs}:1:1: longer than ${maxBytes / 1024} KiB`, {
    hint: "split it"
  });
}
__name(readText, "readText");

// src/verify/suite/ids.rules.ts
function repeatedIds(checks) {
  const first = /* @__PURE__ */ new Map();
  return checks.flatMap((check) => {
    if (check.id === void 0) return [];
    const other = first.get(check.id);
    if (!other) {
      first.set(check.id, check);
      return [];
    }
    const { file, line } = other.place;
    return [{ ...check.place, column: 1, text: `the id ${check.id} is taken: ${file}:${line} has it` }];
  });
}
__name(repeatedIds, "repeatedIds");
function numbered(checks) {
  const taken = new Set(checks.flatMap(({ id: id2 }) => id2 ?? []));
  return checks.map((check) => {
    if (check.id !== void 0) return { ...check, id: check.id };
    let id2 = check.kind.name;
    for (let number2 = 2; taken.has(id2); number2++) id2 = `${check.kind.name}-${number2}`;
    taken.add(id2);
    return { ...check, id: id2 };
  });
}
__name(numbered, "numbered");

// src/verify/suite/read-checks.ts
import path from "node:path";

// src/verify/suite/schema.ts
var CHECK_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
var VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
var TAG = /^[a-z0-9][a-z0-9-]{0,31}$/;
var COMMON_FIELDS = {
  id: string().regex(CHECK_ID, "takes small letters, digits and dashes").optional().describe("Name of the check, one of its kind in all suites. Without it, the kind with a number."),
  title: string().min(1).max(120).optional().describe("What people read; without it, what is expected."),
  tags: array(string().regex(TAG, "takes small letters, digits and dashes")).max(20).default([]).describe("For selection by --tag."),
  deadline: duration().optional().describe("Not measured by then is inconclusive: 500ms, 30s, 5m."),
  points: number().min(0).max(1e4).optional().describe("Handed on to whoever grades."),
  hints: array(string().min(1).max(500)).max(10).optional().describe("Shown when the check does not pass, the mildest first.")
};
var VARIABLE = union([string(), number(), boolean(), _null()]);
var frame = /* @__PURE__ */ __name((check) => strictObject({
  title: string().min(1).max(120).optional().describe("What people read."),
  include: array(string().min(1).max(300)).max(50).default([]).describe("Other suites; their paths count from this file\u2019s folder."),
  variables: record(string().regex(VARIABLE_NAME, "takes letters, digits and _"), VARIABLE).default({}).describe("Every ${NAME} of this file with its default; null: it must be given."),
  secrets: array(string().min(1).max(300)).max(50).default([]).describe("Files whose content no verdict and no evidence may show."),
  deadline: duration().optional().describe("For all checks together."),
  checks: array(check).max(1e3).default([]).describe("What must be true.")
}).describe("A suite of checks for a Docker Swarm stack."), "frame");
var SUITE_FRAME = frame(looseObject({ kind: string() }));
var checkSchema = /* @__PURE__ */ __name((kind) => strictObject({ kind: literal(kind.name), ...COMMON_FIELDS, ...kind.params.shape }).describe(kind.explanation), "checkSchema");

// src/verify/suite/read-checks.ts
function readFrame(file) {
  const read2 = SUITE_FRAME.safeParse(file.plain());
  if (read2.success) return { frame: read2.data };
  return {
    faults: read2.error.issues.flatMap((issue) => faultsOf(file, [], issue, Object.keys(SUITE_FRAME.shape)))
  };
}
__name(readFrame, "readFrame");
function readChecks(file, frame2, kinds) {
  const faults = [];
  const checks = frame2.checks.flatMap((entry, index) => {
    const at = ["checks", index];
    const kind = kinds.get(entry.kind);
    if (!kind) {
      const meant = nearest(entry.kind, [...kinds.keys()]);
      const guess = meant ? ` (did you mean ${meant}?)` : `: there are ${[...kinds.keys()].join(", ")}`;
      faults.push(
        file.fault(file.nodeAt([...at, "kind"]), `no kind of check is called ${quoted2(entry.kind)}${guess}`)
      );
      return [];
    }
    const schema = checkSchema(kind);
    const read2 = schema.safeParse(entry);
    if (!read2.success) {
      const names2 = Object.keys(schema.shape);
      faults.push(...read2.error.issues.flatMap((issue) => faultsOf(file, at, issue, names2)));
      return [];
    }
    const { id: id2, title, tags, deadline, points, hints, ...rest } = read2.data;
    const { kind: _, ...params21 } = rest;
    const fault = kind.faultOf?.(params21);
    if (fault !== void 0) {
      faults.push(file.fault(file.nodeAt(at), fault));
      return [];
    }
    const place = { file: file.shownAs, line: file.lineOf(file.nodeAt(at)) };
    return [
      {
        id: id2,
        kind,
        title,
        tags,
        deadlineMs: deadline,
        points,
        hints,
        params: params21,
        place,
        folder: path.dirname(file.path)
      }
    ];
  });
  return { checks, faults };
}
__name(readChecks, "readChecks");
function faultsOf(file, at, issue, topNames) {
  const keys = [...at, ...issue.path];
  const name3 = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.slice(0, YAML_BUDGET.faults).map((key) => {
      const meant = issue.path.length === 0 ? nearest(key, topNames) : void 0;
      const guess = meant ? ` (did you mean ${meant}?)` : "";
      return file.fault(
        file.keyAt(keys, key) ?? file.nodeAt(keys),
        `${quoted2(key)} is not known${name3 ? ` in ${name3}` : " here"}${guess}`
      );
    });
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
    if (inner && inner.path.length > 0)
      return faultsOf(
        file,
        at,
        { ...inner, path: [...issue.path, ...inner.path] },
        topNames
      );
  }
  const node = file.nodeAt(keys);
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const value = node?.value;
    const meant = typeof value === "string" ? nearest(value, choices) : void 0;
    return [
      file.fault(node, `${name3} takes ${choices.join(", ")}${meant ? ` (did you mean ${meant}?)` : ""}`)
    ];
  }
  const isMissing = issue.code === "invalid_type" && / received undefined$/.test(issue.message);
  return [file.fault(node, isMissing ? `${name3} is missing` : `${name3 || "this"}: ${inWords2(issue)}`)];
}
__name(faultsOf, "faultsOf");
function quoted2(text3) {
  return `\u201C${text3.length > 60 ? `${text3.slice(0, 60)}\u2026` : text3}\u201D`;
}
__name(quoted2, "quoted");

// src/verify/suite/suite-file.ts
var import_yaml7 = __toESM(require_dist(), 1);
var MAX_BYTES5 = 256 * 1024;
function parseSuite(path7, shownAs, text3) {
  const read2 = readYaml(text3, {
    hasStringKeys: true,
    isStrict: true,
    maxBytes: MAX_BYTES5,
    what: "a suite",
    begins: "a suite has checks:"
  });
  if ("faults" in read2)
    return {
      faults: read2.faults.map(({ line, column, text: text4 }) => ({ file: shownAs, line, column, text: text4 }))
    };
  const { yaml } = read2;
  const { document } = yaml;
  const nodeAt = /* @__PURE__ */ __name((keys) => {
    for (let depth = keys.length; depth > 0; depth--) {
      const found = document.getIn(keys.slice(0, depth), true);
      if (found?.range) return found;
    }
    return document.contents;
  }, "nodeAt");
  return {
    file: {
      path: path7,
      shownAs,
      document,
      plain: yaml.plain,
      fault: /* @__PURE__ */ __name((node, what) => ({ file: shownAs, ...yaml.placeOf(node), text: what }), "fault"),
      nodeAt,
      keyAt: /* @__PURE__ */ __name((keys, key) => {
        const map = keys.length === 0 ? document.contents : document.getIn(keys, true);
        const pair = (0, import_yaml7.isMap)(map) ? map.items.find(
          (item) => (0, import_yaml7.isScalar)(item.key) && String(item.key.value) === key
        ) : void 0;
        return pair?.key;
      }, "keyAt"),
      lineOf: /* @__PURE__ */ __name((node) => yaml.placeOf(node).line, "lineOf")
    }
  };
}
__name(parseSuite, "parseSuite");

// src/verify/suite/load.ts
async function loadSuites(request, kinds = KINDS) {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const faults = [];
  const checks = [];
  const secretFiles = [];
  const deadlines = [];
  const visited = /* @__PURE__ */ new Set();
  const root = await realpath(request.root);
  const declared = /* @__PURE__ */ new Set();
  const visit2 = /* @__PURE__ */ __name(async (asked, complain) => {
    const place = await fileWithin(root, asked).catch(
      (error) => void faults.push(complain(error.message))
    );
    if (!place || visited.has(place)) return;
    visited.add(place);
    const shown3 = path2.relative(root, place) || place;
    const text3 = await readText(place, YAML_BUDGET.bytes, shown3).catch(
      (error) => void faults.push(complain(explain(error)))
    );
    if (text3 === void 0) return;
    const parsed2 = parseSuite(place, shown3, text3);
    if ("faults" in parsed2) return void faults.push(...parsed2.faults);
    const { file } = parsed2;
    const defaults = declaredVariables(file);
    for (const name3 of defaults.keys()) declared.add(name3);
    const names2 = [.../* @__PURE__ */ new Set([...defaults.keys(), ...Object.keys(request.variables)])];
    faults.push(
      ...interpolateSuite(
        file,
        (name3) => Object.hasOwn(request.variables, name3) ? request.variables[name3] : defaults.get(name3),
        (name3) => nearest(name3, names2)
      )
    );
    const read2 = readFrame(file);
    if ("faults" in read2) return void faults.push(...read2.faults);
    await take(file, read2.frame);
  }, "visit");
  const take = /* @__PURE__ */ __name(async (file, frame2) => {
    const folder = path2.dirname(file.path);
    for (const [index, included] of frame2.include.entries())
      await visit2(path2.resolve(folder, included), (text3) => file.fault(file.nodeAt(["include", index]), text3));
    secretFiles.push(...frame2.secrets.map((secret2) => path2.resolve(folder, secret2)));
    if (frame2.deadline !== void 0) deadlines.push(frame2.deadline);
    const found = readChecks(file, frame2, byName);
    faults.push(...found.faults);
    checks.push(...found.checks);
  }, "take");
  for (const file of request.files)
    await visit2(path2.resolve(root, file), (text3) => ({
      ...{ file: shownFrom(root, file), line: 1, column: 1 },
      text: text3
    }));
  for (const name3 of Object.keys(request.variables))
    if (!declared.has(name3) && faults.length === 0) {
      const meant = nearest(name3, [...declared]);
      throw new SwarmlineError(
        "input",
        `no suite has a variable ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`,
        {
          hint: "declare it under variables: of the suite"
        }
      );
    }
  faults.push(...repeatedIds(checks));
  if (faults.length === 0 && checks.length === 0)
    faults.push({
      ...{ file: shownFrom(root, request.files[0] ?? "suite"), line: 1, column: 1 },
      text: "there is no check in it: write them under checks:"
    });
  refuse3(faults);
  return { checks: numbered(checks), secretFiles, deadlineMs: deadlines.toSorted((a, b) => a - b)[0] };
}
__name(loadSuites, "loadSuites");
function readSuiteText(text3, shownAs, kinds = KINDS) {
  const parsed2 = parseSuite(shownAs, shownAs, text3);
  const faults = "faults" in parsed2 ? parsed2.faults : [];
  const frame2 = "file" in parsed2 ? readFrame(parsed2.file) : void 0;
  if (frame2 && "faults" in frame2) faults.push(...frame2.faults);
  const read2 = "file" in parsed2 && frame2 && "frame" in frame2 ? readChecks(parsed2.file, frame2.frame, new Map(kinds.map((kind) => [kind.name, kind]))) : void 0;
  faults.push(...read2?.faults ?? [], ...repeatedIds(read2?.checks ?? []));
  if (faults.length > 0) throw new SwarmlineError("internal", faults.map((fault) => fault.text).join("; "));
  return { checks: numbered(read2?.checks ?? []), secretFiles: [], deadlineMs: void 0 };
}
__name(readSuiteText, "readSuiteText");
var shownFrom = /* @__PURE__ */ __name((root, file) => {
  const below = path2.relative(root, path2.resolve(root, file));
  return below === "" || below.startsWith("..") ? file : below;
}, "shownFrom");
async function fileWithin(root, file) {
  const place = await realpath(path2.resolve(root, file)).catch(() => void 0);
  if (place !== void 0 && place !== root && !place.startsWith(root.endsWith(path2.sep) ? root : root + path2.sep))
    throw new SwarmlineError("input", `${file} is outside of ${root}`);
  const shown3 = path2.relative(root, file) || file;
  if (place === void 0) throw new SwarmlineError("input", `there is no file ${shown3}`);
  const found = await stat(place);
  if (found.isDirectory()) throw new SwarmlineError("input", `${shown3} is a folder: name a file in it`);
  if (!found.isFile()) throw new SwarmlineError("input", `${shown3} is not a regular file`);
  return place;
}
__name(fileWithin, "fileWithin");
function declaredVariables(file) {
  const plain3 = file.plain(file.document.get("variables", true));
  if (!plain3 || typeof plain3 !== "object" || Array.isArray(plain3)) return /* @__PURE__ */ new Map();
  return new Map(
    Object.entries(plain3).map(([name3, value]) => [name3, value === null ? void 0 : String(value)])
  );
}
__name(declaredVariables, "declaredVariables");
function refuse3(faults) {
  if (faults.length === 0) return;
  const places = /* @__PURE__ */ new Set();
  const first = faults.filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`;
    return !places.has(place) && places.add(place);
  });
  const shown3 = first.slice(0, 50).map(({ file, line, column, text: text3 }) => `${file}:${line}:${column}: ${bounded(text3, 300)}`);
  const more = first.length > shown3.length ? [`and ${first.length - shown3.length} more`] : [];
  throw new SwarmlineError("input", [...shown3, ...more].join("\n"), {
    hint: "swarmline verify --explain KIND shows what a kind of check takes"
  });
}
__name(refuse3, "refuse");

// src/effects/away.ts
var AGAIN_MS = 6e4;
function tellsAway(fx, patienceMs) {
  let nextMs = 0;
  let lastMs = 0;
  return (seen, awayForMs) => {
    if (awayForMs < lastMs) nextMs = 0;
    lastMs = awayForMs;
    if (awayForMs < nextMs) return;
    const still = Math.round((patienceMs - awayForMs) / 1e3);
    const since = awayForMs < AGAIN_MS ? "does not answer" : `has not answered for ${Math.round(awayForMs / 1e3)} s`;
    fx.log?.info(
      `the engine ${since}, trying again for up to ${still} s${awayForMs > 0 ? " more" : ""}: ${explain(seen)}`
    );
    nextMs = awayForMs + AGAIN_MS;
  };
}
__name(tellsAway, "tellsAway");

// src/docker/persist.ts
var SEQUENCE_TRIES = 30;
var SEQUENCE_AGAIN_MS = 100;
var AWAY_MS = 6e4;
var AWAY_AGAIN_MS = 1e3;
var AWAY_AGAIN_AT_MOST_MS = 5e3;
function isPassing(error) {
  if (error instanceof EngineAnswerError)
    return error.status >= 500 && !/not a swarm manager|not part of a swarm/i.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing, "isPassing");
var againAfter = /* @__PURE__ */ __name((awayForMs) => Math.min(Math.max(AWAY_AGAIN_MS, awayForMs / 10), AWAY_AGAIN_AT_MOST_MS), "againAfter");
async function persist(work, fx) {
  const { clock, signal, awayMs = AWAY_MS } = fx;
  const tell = tellsAway(fx, awayMs);
  let tries = 0;
  let awaySinceMs;
  for (; ; ) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (isOutOfSequence(error)) {
        if (++tries >= SEQUENCE_TRIES) throw error;
        await clock.sleep(SEQUENCE_AGAIN_MS, signal);
        continue;
      }
      if (!isPassing(error)) throw error;
      awaySinceMs ??= clock.now();
      if (clock.now() - awaySinceMs >= awayMs) throw error;
      tell(error, clock.now() - awaySinceMs);
    }
    const awayForMs = clock.now() - awaySinceMs;
    await clock.sleep(Math.max(1, Math.min(againAfter(awayForMs), awayMs - awayForMs)), signal);
  }
}
__name(persist, "persist");

// src/stack/kept/swarm-configs.ts
async function listConfigs(client, label, fx) {
  const query = { filters: JSON.stringify({ label: [label] }) };
  const ask2 = /* @__PURE__ */ __name(() => client.json("GET", "/configs", { query, signal: fx.signal }), "ask");
  return await persist(ask2, fx) ?? [];
}
__name(listConfigs, "listConfigs");

// src/stack/read/compose-document.rules.ts
var import_yaml8 = __toESM(require_dist(), 1);
import path3 from "node:path";
function parseComposeFile(file, text3, shownAs = file) {
  const read2 = readYaml(text3, { hasMerges: true, what: "a stack file", begins: "it begins with services:" });
  if ("faults" in read2) {
    const [fault] = read2.faults;
    const place = fault ? `:${fault.line}:${fault.column}` : "";
    throw new SwarmlineError("input", `${shownAs}${place}: ${fault?.text}`, {
      hint: fault?.hint ?? "correct the YAML"
    });
  }
  const { yaml } = read2;
  const lineOf2 = /* @__PURE__ */ __name((node) => yaml.placeOf(node).line, "lineOf");
  return {
    path: path3.resolve(file),
    shownAs,
    text: text3,
    document: yaml.document,
    yaml,
    lineOf: lineOf2,
    at: /* @__PURE__ */ __name((node) => `${shownAs}:${lineOf2(node)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");

// src/stack/read/plain.rules.ts
var isMapping2 = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value), "isMapping");
var mapping = /* @__PURE__ */ __name((value) => isMapping2(value) ? value : {}, "mapping");

// src/stack/read/forms/container-refusals.rules.ts
var LEAST_BYTES = 4 * 1024 * 1024;

// src/stack/read/forms/v3-schema.rules.ts
var text = { kind: "text" };
var integer = { kind: "integer" };
var count3 = { kind: "count" };
var flag = { kind: "flag" };
var duration2 = { kind: "duration" };
var words2 = { kind: "words" };
var list = /* @__PURE__ */ __name((of) => ({ kind: "list", of }), "list");
var texts2 = list(text);
var entries = { kind: "map", of: { kind: "entry" }, isNullable: true };
var choice = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of }), "choice");
var word2 = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of, isCaseless: true }), "word");
var rollout = {
  kind: "record",
  of: {
    parallelism: count3,
    delay: duration2,
    failure_action: choice("pause", "continue", "rollback"),
    monitor: duration2,
    max_failure_ratio: { kind: "number" },
    order: choice("start-first", "stop-first")
  }
};
var deploy = {
  kind: "record",
  of: {
    mode: choice("replicated", "global", "replicated-job", "global-job"),
    endpoint_mode: word2("vip", "dnsrr"),
    replicas: count3,
    labels: entries,
    update_config: rollout,
    rollback_config: rollout,
    resources: {
      kind: "record",
      of: {
        limits: {
          kind: "record",
          of: { cpus: { kind: "cpus" }, memory: { kind: "size" }, pids: { kind: "integer", since: 9 } }
        },
        reservations: {
          kind: "record",
          of: {
            cpus: { kind: "cpus" },
            memory: { kind: "size" },
            generic_resources: list({
              kind: "record",
              of: {
                discrete_resource_spec: { kind: "record", of: { kind: text, value: { kind: "number" } } }
              }
            })
          },
          ignored: { devices: "use generic_resources", pids: "" }
        }
      }
    },
    restart_policy: {
      kind: "record",
      of: {
        condition: choice("none", "on-failure", "any"),
        delay: duration2,
        max_attempts: count3,
        window: duration2
      }
    },
    placement: {
      kind: "record",
      of: {
        constraints: texts2,
        preferences: list({ kind: "record", of: { spread: text } }),
        max_replicas_per_node: count3
      }
    }
  }
};
var granted = list({
  kind: "record",
  of: { source: text, target: text, uid: text, gid: text, mode: { kind: "mode" } },
  required: ["source"]
});
var mount = {
  kind: "record",
  name: "a mount, such as data:/data or ./file:/file:ro",
  of: {
    type: choice("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: {
      kind: "record",
      of: { propagation: text },
      ignored: { create_host_path: "a folder that is not there is not made", selinux: "", recursive: "" }
    },
    volume: {
      kind: "record",
      of: { nocopy: flag, subpath: text },
      ignored: { labels: "give them to the top-level volume" }
    },
    tmpfs: { kind: "record", of: { size: { kind: "bytes" } }, ignored: { mode: "" } },
    image: { kind: "record", of: { subpath: text } }
  },
  required: ["type", "target"]
};
var NO_ADDRESS = "a swarm gives the addresses itself";
var SERVICE3 = {
  kind: "record",
  isExtensible: true,
  of: {
    image: text,
    command: words2,
    entrypoint: words2,
    cap_add: texts2,
    cap_drop: texts2,
    configs: granted,
    secrets: granted,
    credential_spec: { kind: "record", of: { config: text, file: text, registry: text } },
    depends_on: texts2,
    deploy,
    dns: texts2,
    dns_search: texts2,
    env_file: texts2,
    environment: entries,
    extra_hosts: texts2,
    healthcheck: {
      kind: "record",
      of: {
        test: words2,
        disable: flag,
        interval: duration2,
        timeout: duration2,
        start_period: duration2,
        start_interval: { kind: "duration", since: 12 },
        retries: count3
      }
    },
    hostname: text,
    init: flag,
    isolation: text,
    labels: entries,
    logging: { kind: "record", of: { driver: text, options: entries } },
    networks: {
      kind: "map",
      isNullable: true,
      of: {
        kind: "record",
        of: { aliases: texts2, driver_opts: { kind: "map", of: { kind: "entry" }, since: 13 } },
        ignored: {
          priority: "",
          gw_priority: "",
          interface_name: "",
          mac_address: NO_ADDRESS,
          ipv4_address: NO_ADDRESS,
          ipv6_address: NO_ADDRESS,
          link_local_ips: NO_ADDRESS
        }
      }
    },
    oom_score_adj: { kind: "integer", since: 13 },
    ports: list({
      kind: "record",
      name: "a port, such as 8080:80 or 53:53/udp",
      of: {
        mode: word2("ingress", "host"),
        target: integer,
        published: integer,
        protocol: word2("tcp", "udp", "sctp")
      },
      required: ["target"]
    }),
    read_only: flag,
    stdin_open: flag,
    stop_grace_period: duration2,
    stop_signal: text,
    sysctls: entries,
    tty: flag,
    ulimits: {
      kind: "map",
      of: { kind: "record", of: { soft: integer, hard: integer }, required: ["soft", "hard"], short: integer }
    },
    user: text,
    volumes: list(mount),
    working_dir: text
  }
};
var external = { kind: "flag" };
var driverOptions = { kind: "map", of: { kind: "entry" } };
var NO_SUBNET_DETAILS = "give the subnet only, or make the network by hand and name it as external";
var SECTIONS = {
  networks: {
    kind: "record",
    isExtensible: true,
    of: {
      name: text,
      driver: text,
      driver_opts: driverOptions,
      ipam: {
        kind: "record",
        of: {
          driver: text,
          config: list({
            kind: "record",
            of: { subnet: text },
            refused: {
              gateway: NO_SUBNET_DETAILS,
              ip_range: NO_SUBNET_DETAILS,
              aux_addresses: NO_SUBNET_DETAILS
            }
          })
        },
        refused: { options: NO_SUBNET_DETAILS }
      },
      external,
      internal: flag,
      attachable: flag,
      labels: entries
    },
    ignored: { enable_ipv4: "" },
    refused: {
      enable_ipv6: "make the network by hand (docker network create --ipv6) and name it as external"
    }
  },
  volumes: {
    kind: "record",
    isExtensible: true,
    of: {
      name: text,
      driver: text,
      driver_opts: driverOptions,
      external,
      labels: entries,
      "x-cluster-spec": { kind: "any" }
    }
  },
  secrets: {
    kind: "record",
    isExtensible: true,
    // `environment` is no key of docker's: it becomes a file before docker sees it.
    of: {
      name: text,
      file: text,
      environment: text,
      external,
      labels: entries,
      driver: text,
      driver_opts: driverOptions,
      template_driver: text
    }
  },
  configs: {
    kind: "record",
    isExtensible: true,
    // Neither are `environment` and `content`.
    of: {
      name: text,
      file: text,
      environment: text,
      content: text,
      external,
      labels: entries,
      template_driver: text
    }
  }
};

// src/stack/read/render.rules.ts
var import_yaml9 = __toESM(require_dist(), 1);

// src/stack/plan/stages/run-jobs.rules.ts
var JOB_LABEL = "io.swarmline.job";
var isRunJobSpec = /* @__PURE__ */ __name(({ Labels, TaskTemplate }) => [Labels, mapping(TaskTemplate.ContainerSpec?.Labels)].some(
  (labels2) => labels2 !== void 0 && Object.hasOwn(labels2, JOB_LABEL)
), "isRunJobSpec");

// src/plain/durations.ts
var UNIT_MS2 = {
  ns: 1e-6,
  us: 1e-3,
  \u00B5s: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};
var DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
var PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;
function durationMs(text3) {
  if (text3 === "0") return 0;
  if (!DURATION.test(text3)) return void 0;
  return [...text3.matchAll(PART)].reduce(
    (sum2, [, count4, unit]) => sum2 + Number(count4) * UNIT_MS2[unit],
    0
  );
}
__name(durationMs, "durationMs");

// src/stack/plan/settings/parse-settings.rules.ts
var PARSERS = {
  parallelism: /* @__PURE__ */ __name((text3) => /^\d{1,6}$/.test(text3) ? { value: { parallelism: Number(text3) } } : { fault: "a number of tasks, 0 for all" }, "parallelism"),
  delay: /* @__PURE__ */ __name((text3) => duration3(text3, (delayMs) => ({ delayMs })), "delay"),
  monitor: /* @__PURE__ */ __name((text3) => duration3(text3, (monitorMs) => ({ monitorMs })), "monitor"),
  order: /* @__PURE__ */ __name((text3) => text3 === "start-first" || text3 === "stop-first" ? { value: { order: text3 } } : { fault: "start-first or stop-first" }, "order"),
  "failure-action": /* @__PURE__ */ __name((text3) => text3 === "pause" || text3 === "continue" || text3 === "rollback" ? { value: { failureAction: text3 } } : { fault: "pause, continue or rollback" }, "failure-action"),
  "max-failure-ratio": /* @__PURE__ */ __name((text3) => /^(?:0|1|0?\.\d+|[01]\.0+)$/.test(text3) ? { value: { maxFailureRatio: Number(text3) } } : { fault: "a fraction between 0 and 1, such as 0.2" }, "max-failure-ratio")
};
var duration3 = /* @__PURE__ */ __name((text3, make) => {
  const ms = durationMs(text3);
  return ms === void 0 ? { fault: "a duration such as 15s or 1m30s" } : { value: make(ms) };
}, "duration");
var NAMES = Object.keys(PARSERS);

// src/stack/kept/record/pack.ts
import { gunzipSync, gzipSync } from "node:zlib";
var MAX_BYTES6 = 32 * 1024 * 1024;
function unpackSpecs(parts) {
  try {
    const json = gunzipSync(Buffer.from(parts.join(""), "base64"), { maxOutputLength: MAX_BYTES6 });
    const specs = JSON.parse(json.toString("utf8"));
    return specs?.schema === 1 && Array.isArray(specs.services) ? specs : void 0;
  } catch {
    return void 0;
  }
}
__name(unpackSpecs, "unpackSpecs");

// src/stack/kept/record/record.rules.ts
var RECORD_LABEL = {
  seq: "io.swarmline.deploy.seq",
  outcome: "io.swarmline.deploy.outcome",
  version: "io.swarmline.deploy.tool-version",
  /** On a rollback: the seq that it went back to. */
  rollbackTo: "io.swarmline.deploy.rollback-to",
  /** Why it did not converge, in one line. */
  failure: "io.swarmline.deploy.failure",
  /** What was done with the stack when it did not converge: `restored`, `removed` or `kept`. */
  undone: "io.swarmline.deploy.undone",
  /** How many objects hold the specs; there once all of them are. */
  parts: "io.swarmline.deploy.parts"
};
var PENDING = "pending";
function recordsOf(configs) {
  const ofKind = /* @__PURE__ */ __name((kind) => configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === kind), "ofKind");
  const parts = Map.groupBy(ofKind("deploy-part"), seqOf);
  return ofKind("deploy").flatMap((header) => {
    const labels2 = header.Spec.Labels ?? {};
    const seq = seqOf(header);
    if (!Number.isSafeInteger(seq) || seq < 1) return [];
    const byNumber2 = new Map(
      (parts.get(seq) ?? []).toSorted((a, b) => Number(isSealed(a)) - Number(isSealed(b))).map((part) => [partOf(part), part])
    );
    const own2 = [...byNumber2.values()].toSorted((a, b) => partOf(a) - partOf(b));
    const wanted2 = Number(labels2[RECORD_LABEL.parts] ?? 0);
    const rollbackTo = Number(labels2[RECORD_LABEL.rollbackTo]);
    return [
      {
        seq,
        at: header.CreatedAt,
        owner: labels2[OUR_LABEL.owner] ?? "",
        version: labels2[RECORD_LABEL.version] ?? "",
        outcome: labels2[RECORD_LABEL.outcome] ?? PENDING,
        rollbackTo: rollbackTo > 0 ? rollbackTo : void 0,
        failure: labels2[RECORD_LABEL.failure] || void 0,
        undone: labels2[RECORD_LABEL.undone] || void 0,
        hasSpecs: wanted2 > 0 && own2.length === wanted2,
        header,
        parts: own2
      }
    ];
  }).toSorted((a, b) => b.seq - a.seq);
}
__name(recordsOf, "recordsOf");
var seqOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Labels?.[RECORD_LABEL.seq]), "seqOf");
var isSealed = /* @__PURE__ */ __name(({ Spec }) => Spec.Labels?.[OUR_LABEL.sealedBy] !== void 0, "isSealed");
var placeOfPart = /* @__PURE__ */ __name((stack, seq, part) => JSON.stringify(["deploy", stack, seq, part]), "placeOfPart");
var partOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Name.slice(config.Spec.Name.lastIndexOf(".") + 1)), "partOf");

// src/stack/kept/record/seal.ts
import { createCipheriv, createDecipheriv, randomBytes as randomBytes2 } from "node:crypto";
var ALGORITHM = "aes-256-gcm";
var NONCE_BYTES = 12;
var TAG_BYTES = 16;
function unseal({ data, key }, place) {
  try {
    const bytes = Buffer.from(data, "base64");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const cipher = createDecipheriv(ALGORITHM, Buffer.from(key, "base64"), nonce, {
      authTagLength: TAG_BYTES
    });
    cipher.setAAD(Buffer.from(place));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([cipher.update(body), cipher.final()]).toString("latin1");
  } catch {
    return void 0;
  }
}
__name(unseal, "unseal");

// src/stack/kept/record/read.ts
async function readRecords(client, stack, fx) {
  return recordsOf(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
}
__name(readRecords, "readRecords");
function readSpecs(record4) {
  if (!record4.hasSpecs) return void 0;
  const texts4 = record4.parts.map((part) => textOf(part, record4.seq));
  return texts4.includes(void 0) ? void 0 : unpackSpecs(texts4);
}
__name(readSpecs, "readSpecs");
function textOf(part, seq) {
  const { Data, Labels } = part.Spec;
  const text3 = Buffer.from(typeof Data === "string" ? Data : "", "base64").toString("latin1");
  const key = Labels?.[OUR_LABEL.sealedBy];
  if (key === void 0) return text3;
  return unseal({ data: text3, key }, placeOfPart(Labels?.[STACK_LABEL] ?? "", seq, partOf(part)));
}
__name(textOf, "textOf");

// src/stack/plan/stack-objects.ts
var ofStack2 = /* @__PURE__ */ __name((stack) => ({
  filters: JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
}), "ofStack");

// src/usecases/last-deploy.ts
async function lastDeploy(stack, manager, fx) {
  const records = await readRecords(manager, stack, fx);
  const last = records.find(({ outcome, undone }) => outcome !== "rolled-back" && undone !== "restored");
  const specs = last?.outcome === "converged" ? readSpecs(last) : void 0;
  if (!specs || !last) return void 0;
  const query = ofStack2(stack);
  const running = await persist(
    () => manager.json("GET", "/services", { query, signal: fx.signal }),
    fx
  ) ?? [];
  const isThere = /* @__PURE__ */ __name((name3) => running.some(({ Spec }) => Spec.Name === name3), "isThere");
  return {
    seq: last.seq,
    services: specs.services.filter((spec) => !isRunJobSpec(spec) || isThere(spec.Name))
  };
}
__name(lastDeploy, "lastDeploy");

// src/usecases/failover.ts
var ASK_MS = 15e3;
function withFailover(first, others) {
  if (others.length === 0) return first;
  let current = first;
  let moving;
  const move = /* @__PURE__ */ __name(async (from) => {
    const all = [first, ...others];
    const at = all.indexOf(from);
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json("GET", "/info", { timeoutMs: ASK_MS }).then(
        (info) => info.Swarm.ControlAvailable,
        () => false
      );
      if (!isManager) continue;
      current = candidate;
      return;
    }
  }, "move");
  const ask2 = /* @__PURE__ */ __name(async (method, request) => {
    const asked = current;
    try {
      return await request(asked);
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== "engine-lost") throw error;
      if (current === asked) {
        moving ??= move(asked).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked || method !== "GET") throw error;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path7, options) => ask2(method, (manager) => manager.json(method, path7, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path7, options) => ask2(method, (manager) => manager.stream(method, path7, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/machine-engines.ts
import path4 from "node:path";
async function openMachineEngines(fx) {
  const { folder, remove } = await openConnectionFolder(fx);
  let count4 = 0;
  return {
    reach: /* @__PURE__ */ __name((endpoint) => openTlsEngine(endpoint, path4.join(folder, String(++count4))), "reach"),
    close: remove
  };
}
__name(openMachineEngines, "openMachineEngines");

// src/usecases/vm-ended.ts
function endingWithVm(client, { name: name3, engine }, fx) {
  if (engine?.kind !== "vm") return client;
  const explained = /* @__PURE__ */ __name(async (error) => {
    const isLost = error instanceof SwarmlineError && error.code === "engine-lost";
    if (!isLost || await isRunning(engine, fx).catch(() => true)) return error;
    return new SwarmlineError("vm-failed", `the VM of the swarm ${name3} has exited`, {
      hint: `remove what is left of it, and create it again: swarmline down ${name3}`,
      cause: error
    });
  }, "explained");
  const asked = /* @__PURE__ */ __name(async (ask2) => {
    try {
      return await ask2();
    } catch (error) {
      throw await explained(error);
    }
  }, "asked");
  return {
    ...client,
    json: /* @__PURE__ */ __name((...args) => asked(() => client.json(...args)), "json"),
    stream: /* @__PURE__ */ __name((...args) => asked(() => client.stream(...args)), "stream")
  };
}
__name(endingWithVm, "endingWithVm");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name3, home, fx) {
  await sweepLeftovers(fx);
  const cluster = await readCluster(home.stateDir, name3);
  if (cluster.provider === "docker-machine") return openMachines(cluster, home, fx);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name3), fx);
  const { managers, ...open2 } = await (await loadProviders()).dind.open({ cluster, engine });
  const [first, ...others] = managers;
  return {
    ...open2,
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster
  };
}
__name(openCluster, "openCluster");
async function openMachines(cluster, home, fx) {
  const engines = await openMachineEngines(fx);
  try {
    const provider = (await loadProviders())["docker-machine"];
    const { managers, ...open2 } = await provider.open({ cluster, reach: engines.reach }, fx);
    const [first, ...others] = managers;
    return {
      ...open2,
      manager: withFailover(first, others),
      dockerConfigDir: home.dockerConfigDir,
      cluster,
      close: /* @__PURE__ */ __name(() => open2.close().finally(engines.close), "close")
    };
  } catch (error) {
    await engines.close();
    throw error;
  }
}
__name(openMachines, "openMachines");
async function openExisting(target, options, home, fx) {
  const { dockerHost, hostKey, identityPath, certDir, dockerConfigDir } = target;
  const way = await openConnectionFolder(fx);
  let leave = way.remove;
  try {
    if (target.namedBy) fx.log.info(`The swarm is that of ${dockerHost} (${target.namedBy})`);
    const engine = await visitEngine({ dockerHost, hostKey, identityPath, certDir, runDir: way.folder }, fx);
    leave = /* @__PURE__ */ __name(() => engine.close().finally(way.remove), "leave");
    const { managers, ...open2 } = await (await loadProviders()).existing.open(
      { engine, dockerHost, ...options },
      fx
    );
    return {
      ...open2,
      manager: managers[0],
      dockerConfigDir: dockerConfigDir ?? home.dockerConfigDir,
      cluster: void 0,
      close: /* @__PURE__ */ __name(() => open2.close().finally(leave), "close")
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
__name(openExisting, "openExisting");
var AWAY_AT_MOST_MS = 6 * 6e4;

// src/usecases/verify-files.ts
import { readFile as readFile2, realpath as realpath2, stat as stat2 } from "node:fs/promises";
import path5 from "node:path";
var MAX_BYTES7 = 1024 * 1024;
async function readWithin(root, folder, file) {
  const place = await fileWithin(await realpath2(root), path5.resolve(folder, file));
  if ((await stat2(place)).size > MAX_BYTES7) throw new SwarmlineError("input", `${file} is longer than 1 MiB`);
  return readFile2(place);
}
__name(readWithin, "readWithin");
async function registerSecrets(redactor, files, root) {
  for (const file of files) redactor.register(await readWithin(root, root, file));
}
__name(registerSecrets, "registerSecrets");
async function keepEvidence(folder) {
  makeTarget(folder, 448);
  return async (id2, json) => {
    const name3 = `${id2}.json`;
    await replaceFile(path5.join(folder, name3), json, 384);
    return name3;
  };
}
__name(keepEvidence, "keepEvidence");

// src/usecases/verify-places.ts
import path6 from "node:path";

// src/stack/read/interpolate.rules.ts
var MAX_LENGTH = 1024 * 1024;

// src/stack/read/compose-file.ts
async function readComposeFile(file, shownAs = file) {
  const text3 = await readText(file, YAML_BUDGET.bytes, shownAs).catch((cause) => {
    if (cause instanceof SwarmlineError) throw cause;
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "name the stack file with --compose-file",
      cause
    });
  });
  return parseComposeFile(file, text3, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/stack/read/plain-model.rules.ts
var import_yaml10 = __toESM(require_dist(), 1);

// src/usecases/verify-places.ts
async function placesIn(files, root, log) {
  const read2 = [];
  for (const file of files)
    await readComposeFile(file).then(
      (found) => void read2.push(found),
      (error) => log.warn(`no lines of the stack file can be shown: ${explain(error)}`)
    );
  return (keys) => {
    for (let depth = keys.length; depth >= 2; depth--)
      for (const file of read2.toReversed()) {
        const node = file.document.getIn(keys.slice(0, depth), true);
        if (node?.range)
          return { file: shownPath(root, file.path), line: lineOfKey(file, keys.slice(0, depth), node) };
      }
    return void 0;
  };
}
__name(placesIn, "placesIn");
function lineOfKey(file, keys, value) {
  const parent = file.document.getIn(keys.slice(0, -1), true);
  const items = parent?.items ?? [];
  const key = items.find((item) => item.key?.value === keys.at(-1))?.key;
  return file.lineOf(key ?? value);
}
__name(lineOfKey, "lineOfKey");
function shownPath(root, file) {
  const below = path6.relative(root, file);
  return below.startsWith("..") ? file : below;
}
__name(shownPath, "shownPath");

// src/usecases/verify-world.ts
async function openWorld(swarm, stack, fx) {
  const doors = /* @__PURE__ */ new Map();
  return {
    stack,
    manager: swarm.manager,
    nodes: await nodesOf2(swarm, fx.signal),
    hasMesh: swarm.hasMesh,
    endpointOf: /* @__PURE__ */ __name((node, port2) => {
      const key = `${node.address} ${port2}`;
      const door = doors.get(key) ?? swarm.openPort(node.address, port2);
      doors.set(key, door);
      return door;
    }, "endpointOf"),
    clock: fx.clock,
    log: fx.log
  };
}
__name(openWorld, "openWorld");
async function nodesOf2(swarm, signal) {
  const isOwn = swarm.cluster ? () => true : await ownerOf(swarm.manager, signal);
  return swarm.nodes.map(({ client, ...node }) => ({ ...node, engine: isOwn(node.id) ? client : void 0 }));
}
__name(nodesOf2, "nodesOf");
async function ownerOf(manager, signal) {
  const info = await manager.json("GET", "/info", { signal });
  return (nodeId) => info.Swarm.NodeID === nodeId;
}
__name(ownerOf, "ownerOf");

// src/usecases/verify.ts
var DEADLINE_MS2 = 15 * 6e4;
var DERIVED = "derived.yml";
async function verify(request, home, fx) {
  const { stack, suite: asked } = request;
  const written = asked.files.length > 0 ? await loadSuites(asked) : void 0;
  if (written) select(written.checks, asked);
  const redactor = createRedactor();
  await registerSecrets(redactor, written?.secretFiles ?? [], asked.root);
  const placeOf2 = await placesIn(asked.composeFiles, asked.root, fx.log);
  const swarm = await openSwarm(request.target, home, fx);
  let vigil;
  try {
    const start = fx.clock.now();
    const deployed = await lastDeploy(stack, swarm.manager, fx);
    const suite = written ?? await derived(stack, swarm.manager, deployed, fx);
    const checks = select(suite.checks, asked);
    const answers2 = /* @__PURE__ */ new Map();
    const isolation2 = /* @__PURE__ */ new Map();
    const loads = [];
    const base = { ...await openWorld(swarm, stack, fx), deployed };
    vigil = await openVigil(base, fx);
    const { atOnce, patience } = vigil.pace();
    if (atOnce < checks.length) fx.log.info(`checks run ${atOnce} at a time, to match the pace of this swarm`);
    const verdicts = await runSuite(
      checks,
      {
        ...base,
        readFileFrom: /* @__PURE__ */ __name((folder, path7) => readWithin(asked.root, folder, path7), "readFileFrom"),
        showAnswers: /* @__PURE__ */ __name((round3, seen) => void answers2.set(round3, seen), "showAnswers"),
        showIsolation: /* @__PURE__ */ __name((look2, matrix) => void isolation2.set(look2, matrix), "showIsolation"),
        showLoad: /* @__PURE__ */ __name((load2) => void loads.push(load2), "showLoad")
      },
      fx,
      {
        vigil,
        deadlineMs: suite.deadlineMs ?? DEADLINE_MS2 * patience,
        isDisruptionAllowed: asked.isDisruptionAllowed,
        recorder: {
          redactor,
          placeOf: placeOf2,
          saveEvidence: asked.evidenceDir === void 0 ? void 0 : await keepEvidence(asked.evidenceDir)
        }
      }
    );
    return {
      verdicts,
      nodes: redactor.redact([...answers2.values()].flat()),
      ...isolation2.size > 0 ? { isolation: redactor.redact([...isolation2.values()]) } : {},
      ...loads.length > 0 ? { loads: redactor.redact(loads) } : {},
      status: worst(verdicts.map((verdict) => verdict.status)),
      durationMs: fx.clock.now() - start
    };
  } finally {
    vigil?.close();
    await swarm.close();
  }
}
__name(verify, "verify");
async function derived(stack, manager, deployed, { log, signal }) {
  const { text: text3, unasked } = await deriveSuite(stack, manager, deployed, signal);
  for (const each of unasked) log.info(`Not checked: ${each}`);
  return readSuiteText(text3, DERIVED);
}
__name(derived, "derived");
async function derivedSuite({ target, stack }, home, fx) {
  const swarm = await openSwarm(target, home, fx);
  try {
    const { text: text3 } = await deriveSuite(
      stack,
      swarm.manager,
      await lastDeploy(stack, swarm.manager, fx),
      fx.signal
    );
    return text3;
  } finally {
    await swarm.close();
  }
}
__name(derivedSuite, "derivedSuite");
export {
  derivedSuite,
  verify
};
