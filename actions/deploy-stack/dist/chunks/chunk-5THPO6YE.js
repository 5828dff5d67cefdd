import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  nearest
} from "./chunk-HFVHSVFW.js";
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/stack/read/findings.rules.ts
function collectFindings(fallback) {
  const findings = [];
  const translations = [];
  const seen = /* @__PURE__ */ new Set();
  const isNew = /* @__PURE__ */ __name((...words2) => {
    const key = JSON.stringify(words2);
    return !seen.has(key) && seen.add(key) !== void 0;
  }, "isNew");
  const at = /* @__PURE__ */ __name((place) => ({ file: place?.file ?? fallback, line: place?.line ?? 1 }), "at");
  return {
    findings,
    translations,
    add: /* @__PURE__ */ __name((severity, rule, place, text3, { service, hint } = {}) => {
      const finding = {
        rule,
        severity,
        ...service === void 0 ? {} : { service },
        ...at(place),
        text: text3,
        ...hint === void 0 ? {} : { hint }
      };
      if (isNew("finding", rule, finding.file, finding.line, text3)) findings.push(finding);
    }, "add"),
    translate: /* @__PURE__ */ __name((place, from, to) => {
      const { file, line } = at(place);
      if (isNew("translation", file, line, from, to)) translations.push({ file, line, from, to });
    }, "translate")
  };
}
__name(collectFindings, "collectFindings");
var inWords = /* @__PURE__ */ __name(({ file, line, service, text: text3 }) => `${file}:${line}: ${service === void 0 ? "" : `service ${service}: `}${text3}`, "inWords");
var inOrder = /* @__PURE__ */ __name((findings, files) => {
  const rank = /* @__PURE__ */ __name((file) => files.includes(file) ? files.indexOf(file) : files.length, "rank");
  return findings.toSorted((a, b) => rank(a.file) - rank(b.file) || a.line - b.line);
}, "inOrder");
function saidOnce(findings) {
  const kindOf = /* @__PURE__ */ __name(({ rule, severity, text: text3, service }) => JSON.stringify([rule, severity, text3, service === void 0 || severity === "error"]), "kindOf");
  const groups = Map.groupBy(findings, kindOf);
  return findings.flatMap((finding) => {
    const { service, severity, text: text3 } = finding;
    if (service === void 0 || severity === "error") return [finding];
    const group = groups.get(kindOf(finding)) ?? [];
    const others = [...new Set(group.flatMap((each) => each.service ?? []))].filter((each) => each !== service);
    if (others.length === 0) return [finding];
    return group[0] === finding ? [{ ...finding, text: `${text3}; the same goes for ${others.join(", ")}` }] : [];
  });
}
__name(saidOnce, "saidOnce");
function together(findings) {
  const groups = Map.groupBy(findings, ({ rule, service, text: text3 }) => JSON.stringify([rule, service, text3]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const places = group.map(
      ({ file, line }, i) => i > 0 && group[i - 1]?.file === file ? String(line) : `${file}:${line}`
    );
    return [inWords(first).replace(`${first.file}:${first.line}`, () => places.join(", "))];
  });
}
__name(together, "together");
function requireNoErrors(findings) {
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length === 0) return;
  const byRule = new Map(
    errors.toReversed().flatMap(({ rule, hint }) => hint ? [[rule, hint]] : [])
  );
  const hints = [...new Set(errors.flatMap(({ rule }) => byRule.get(rule) ?? []))];
  throw new SwarmlineError(
    "input",
    together(errors).join("; "),
    hints.length > 0 ? { hint: hints.join("; ") } : {}
  );
}
__name(requireNoErrors, "requireNoErrors");

// src/stack/read/compose-document.rules.ts
var import_yaml5 = __toESM(require_dist(), 1);
import path from "node:path";

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
  let count2 = 0;
  return tokens.filter((token) => token.type !== type || ++count2 <= YAML_BUDGET.faults);
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
  let flow = 0;
  let onLine = 0;
  let inItem = 0;
  let before = "";
  return (lexeme) => {
    const isSign = before !== SCALAR;
    before = lexeme;
    if (lexeme === DOCUMENT || lexeme === FLOW_END) flow = onLine = inItem = 0;
    else if (!isSign) return 0;
    else if (/^[[\]{},]$/.test(lexeme)) {
      flow = Math.max(0, flow + (FLOW_STEP[lexeme] ?? 0));
      inItem = 0;
    } else if (flow > 0 && lexeme === ":") inItem++;
    else if (lexeme === "\n" || lexeme === "\r\n") onLine = 0;
    else if (flow === 0 && /^[-?:]$/.test(lexeme)) onLine++;
    return flow + onLine + inItem;
  };
}
__name(createDepth, "createDepth");
var tooDeep = /* @__PURE__ */ __name((offset) => new OverBudget(offset, `nested more than ${YAML_BUDGET.depth} levels deep`, "nest it less deeply"), "tooDeep");
function refuseDeep(tokens) {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > YAML_BUDGET.depth) throw tooDeep(token.offset);
    if (token.type === "document" && token.value) open.push({ token: token.value, depth: depth + 1 });
    if ("items" in token)
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
  }
}
__name(refuseDeep, "refuseDeep");

// src/effects/yaml/unfold.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);
function unfold(root, complain) {
  const targets = /* @__PURE__ */ new WeakMap();
  const walk = new Walk(targets, complain);
  if (root) walk.extentOf(root);
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
    const wrong2 = how.isStrict ? [...document.errors, ...document.warnings] : document.errors;
    for (const { pos, message } of wrong2) complain(pos[0], message, "correct the YAML");
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
    const count2 = isWarning ? ++warnings : ++errors;
    if (count2 <= YAML_BUDGET.faults) report(source, code, message, isWarning);
  };
}
__name(reportFew, "reportFew");
function placeAt(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
__name(placeAt, "placeAt");

// src/stack/read/compose-document.rules.ts
var beside = /* @__PURE__ */ __name((file, given) => path.resolve(path.dirname(file.path), given), "beside");
function parseComposeFile(file, text3, shownAs = file) {
  const read = readYaml(text3, { hasMerges: true, what: "a stack file", begins: "it begins with services:" });
  if ("faults" in read) {
    const [fault] = read.faults;
    const place = fault ? `:${fault.line}:${fault.column}` : "";
    throw new SwarmlineError("input", `${shownAs}${place}: ${fault?.text}`, {
      hint: fault?.hint ?? "correct the YAML"
    });
  }
  const { yaml } = read;
  const lineOf = /* @__PURE__ */ __name((node) => yaml.placeOf(node).line, "lineOf");
  return {
    path: path.resolve(file),
    shownAs,
    text: text3,
    document: yaml.document,
    yaml,
    lineOf,
    at: /* @__PURE__ */ __name((node) => `${shownAs}:${lineOf(node)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");
function entriesAt(file, keys) {
  const node = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true);
  if (!(0, import_yaml5.isMap)(node)) return [];
  return node.items.flatMap(
    ({ key, value }) => (0, import_yaml5.isScalar)(key) ? [{ key: String(key.value), keyNode: key, value }] : []
  );
}
__name(entriesAt, "entriesAt");

// src/stack/read/plain.rules.ts
var isMapping = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value), "isMapping");
var mapping = /* @__PURE__ */ __name((value) => isMapping(value) ? value : {}, "mapping");
var sequence = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value : [], "sequence");
var isScalarValue = /* @__PURE__ */ __name((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean", "isScalarValue");
function put(target, key, value) {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
__name(put, "put");
var own = /* @__PURE__ */ __name((target, key) => Object.hasOwn(target, key) ? target[key] : void 0, "own");
function child(target, key) {
  const found = own(target, key);
  if (isMapping(found)) return found;
  const made = {};
  put(target, key, made);
  return made;
}
__name(child, "child");
function inLine(value) {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (isMapping(value))
    return `{${Object.entries(value).map(([key, item]) => `${key}: ${inLine(item)}`).join(", ")}}`;
  if (typeof value !== "string") return String(value);
  return value === "" || /^[\d.+-]+$|^(true|false|null|yes|no|on|off|~)$|[#:{}[\],&*!|>'"%@`\n]/i.test(value) ? JSON.stringify(value) : value;
}
__name(inLine, "inLine");

// src/stack/read/contents/sources.rules.ts
function contentSources(model) {
  return ["secret", "config"].flatMap(
    (kind) => Object.entries(entriesOf(model[`${kind}s`])).flatMap(([name, value]) => {
      const entry = entriesOf(value);
      if (entry.external || entry.driver) return [];
      return [{ kind, name, ...sourceOf(entry) }];
    })
  );
}
__name(contentSources, "contentSources");
function sourceOf({ file, environment, content }) {
  if (typeof file === "string") return { from: "file", path: file };
  if (typeof environment === "string") return { from: "environment", variable: environment };
  if (typeof content === "string") return { from: "model", text: content };
  return { from: "nowhere" };
}
__name(sourceOf, "sourceOf");
function entriesOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
__name(entriesOf, "entriesOf");

// src/stack/read/contents/check-sources.rules.ts
function checkSources(model, given, origins, found) {
  for (const source of contentSources(model)) {
    const { kind, name } = source;
    if (given[`${kind}s`].includes(name)) continue;
    const place = origins.of(mapping(own(model, `${kind}s`)), name);
    if (source.from === "nowhere")
      found.add("error", "no-content", place, `${kind} ${name}: it has no content`, {
        hint: "give it file:, environment: or external: true"
      });
    else if (source.from === "model" && source.text === "")
      found.add(
        "error",
        "no-content",
        place,
        `${kind} ${name}: its content is empty, which a swarm refuses`,
        { hint: "give it at least one byte" }
      );
  }
}
__name(checkSources, "checkSources");

// src/stack/read/forms/environment.rules.ts
var environmentValues = /* @__PURE__ */ __name((variables) => (service, { name, origins, found }) => {
  const environment = own(service, "environment");
  if (!isMapping(environment)) return;
  for (const key of Object.keys(environment)) {
    if (own(environment, key) !== null) continue;
    const value = Object.hasOwn(variables, key) ? variables[key] : void 0;
    if (value === void 0)
      found.add(
        "info",
        "no-value",
        origins.of(environment, key),
        `${key} has no value, and is left out of the environment`,
        {
          service: name
        }
      );
    else put(environment, key, value);
  }
}, "environmentValues");

// src/stack/read/forms/scalars.rules.ts
var GO_DURATION = /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*$|^0$/;
var DAYS = /^(?:(?<weeks>\d+)w)?(?:(?<days>\d+)d)?(?<rest>.*)$/;
var BYTES = /^(?<amount>\d+(?:\.\d*)?|\.\d+) ?(?:b|(?<unit>[kmgtp])(?:i?b)?)?$/i;
var UNITS = ["", "k", "m", "g", "t", "p"];
var asText = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : void 0, "asText");
var asNumber = /* @__PURE__ */ __name((value) => typeof value === "string" && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : typeof value === "number" && Number.isFinite(value) ? value : void 0, "asNumber");
var asInteger = /* @__PURE__ */ __name((value) => {
  const number = asNumber(value);
  return Number.isSafeInteger(number) ? number : void 0;
}, "asInteger");
var asCount = /* @__PURE__ */ __name((value) => {
  const number = asInteger(value);
  return typeof number === "number" && number >= 0 ? number : void 0;
}, "asCount");
var asFlag = /* @__PURE__ */ __name((value) => {
  if (typeof value === "boolean") return value;
  const word2 = String(value).toLowerCase();
  if (["true", "yes", "y", "on", "1"].includes(word2)) return true;
  return ["false", "no", "n", "off", "0"].includes(word2) ? false : void 0;
}, "asFlag");
var asDuration = /* @__PURE__ */ __name((value) => {
  if (typeof value === "number") return value >= 0 ? `${value}s` : void 0;
  if (typeof value !== "string") return void 0;
  const text3 = value.trim();
  if (GO_DURATION.test(text3)) return text3;
  if (/^\d+(\.\d+)?$/.test(text3)) return `${text3}s`;
  const { weeks = "0", days = "0", rest = "" } = DAYS.exec(text3)?.groups ?? {};
  const hours = (Number(weeks) * 7 + Number(days)) * 24;
  return hours > 0 && (rest === "" || GO_DURATION.test(rest)) ? `${hours}h${rest}` : void 0;
}, "asDuration");
var asSize = /* @__PURE__ */ __name((value) => typeof value === "number" && value >= 0 ? String(value) : typeof value === "string" && BYTES.test(value.trim()) ? value.trim() : void 0, "asSize");
var asBytes = /* @__PURE__ */ __name((value) => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  const { amount, unit = "" } = BYTES.exec(String(value).trim())?.groups ?? {};
  return amount === void 0 ? void 0 : Math.floor(Number(amount) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
}, "asBytes");
var asMode = /* @__PURE__ */ __name((value) => {
  if (typeof value === "string")
    return /^(0o?)?[0-7]{3,4}$/.test(value) ? Number.parseInt(value.replace("o", ""), 8) : void 0;
  return Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}, "asMode");
var asEntry = /* @__PURE__ */ __name((value) => typeof value === "boolean" ? String(value) : isEntry(value) ? value : void 0, "asEntry");
var isEntry = /* @__PURE__ */ __name((value) => value === null || typeof value === "string" || typeof value === "number", "isEntry");
var asCpus = /* @__PURE__ */ __name((value) => {
  const [, over, under] = /^\s*(\d+)\/([1-9]\d*)\s*$/.exec(String(value)) ?? [];
  const number = over === void 0 ? asNumber(value) : Number(over) / Number(under);
  if (typeof number !== "number" || number < 0 || !isWhole(number * 1e9)) return void 0;
  return over === void 0 ? String(value).trim() : String(number);
}, "asCpus");
var isWhole = /* @__PURE__ */ __name((number) => Math.abs(number - Math.round(number)) < 1e-6 * Math.max(1, number), "isWhole");
function secondsOf(duration2) {
  let sum = 0;
  for (const [, amount, unit = ""] of duration2.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(amount) * (SECONDS[unit] ?? 0);
  return sum;
}
__name(secondsOf, "secondsOf");
var SECONDS = {
  ns: 1e-9,
  us: 1e-6,
  \u00B5s: 1e-6,
  \u03BCs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600
};
var SCALARS = {
  text: { cast: asText, name: "a text" },
  number: { cast: asNumber, name: "a number" },
  integer: { cast: asInteger, name: "a whole number" },
  count: { cast: asCount, name: "a whole number, 0 or more" },
  flag: { cast: asFlag, name: "true or false" },
  duration: { cast: asDuration, name: "a duration, such as 90s or 1m30s" },
  size: { cast: asSize, name: "a size, such as 128M or 1G (not 128Mi)" },
  bytes: { cast: asBytes, name: "a size, such as 128M or 1G (not 128Mi)" },
  mode: { cast: asMode, name: "a file's mode, such as 0440" },
  entry: { cast: asEntry, name: "a string or a number" },
  cpus: { cast: asCpus, name: "a number of processors, such as 0.5" }
};

// src/stack/read/forms/env-files.rules.ts
var envFiles = /* @__PURE__ */ __name((isThere) => (service, { name, origins, found }) => {
  const value = own(service, "env_file");
  if (!Array.isArray(value)) return;
  const kept = [];
  for (const [i, item] of sequence(value).entries()) {
    const place = origins.of(value, i) ?? origins.of(service, "env_file");
    const file = isMapping(item) ? own(item, "path") : item;
    if (typeof file !== "string") {
      found.add("error", "wrong-type", place, "env_file must be a path, or {path, required}", {
        service: name
      });
      continue;
    }
    const isRequired = !isMapping(item) || (own(item, "required") ?? true) !== false;
    const isKept = isThere(file);
    if (isMapping(item)) found.translate(place, inLine(item), isKept || isRequired ? file : "");
    if (isKept) {
      origins.set(kept, kept.length, place);
      kept.push(file);
    } else if (isRequired)
      found.add("error", "missing-file", place, `env_file: there is no ${file}`, {
        service: name,
        hint: "create it, or say required: false"
      });
  }
  if (kept.length > 0) put(service, "env_file", kept);
  else delete service.env_file;
}, "envFiles");
var envFilePaths = /* @__PURE__ */ __name((service) => sequence(own(service, "env_file")).flatMap((item) => {
  const file = isMapping(item) ? own(item, "path") : item;
  return typeof file === "string" ? [file] : [];
}), "envFilePaths");

// src/stack/read/forms/moved-keys.rules.ts
var MOVED = {
  mem_limit: ["deploy", "resources", "limits", "memory"],
  cpus: ["deploy", "resources", "limits", "cpus"],
  pids_limit: ["deploy", "resources", "limits", "pids"],
  mem_reservation: ["deploy", "resources", "reservations", "memory"],
  scale: ["deploy", "replicas"]
};
var movedKeys = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  for (const [key, path3] of Object.entries(MOVED)) {
    const value = own(service, key);
    if (value === void 0) continue;
    const place = origins.of(service, key);
    delete service[key];
    if (value === null) continue;
    if (key !== "scale" && ["0", "-1"].includes(String(value))) {
      found.translate(place, `${key}: ${inLine(value)}`, "");
      continue;
    }
    const target = path3.slice(0, -1).reduce((at, step2) => child(at, step2), service);
    const last = path3.at(-1) ?? "";
    const there = own(target, last);
    if (there !== void 0 && there !== null && String(there) !== String(value)) {
      found.add("error", "contradiction", place, `${key} and ${path3.join(".")} do not agree`, {
        service: name,
        hint: `leave out ${key}`
      });
      continue;
    }
    put(target, last, value);
    origins.set(target, last, place);
    found.translate(place, `${key}: ${inLine(value)}`, `${path3.join(".")}: ${inLine(value)}`);
  }
}, "movedKeys");
var POLICIES = {
  no: "none",
  always: "any",
  "unless-stopped": "any",
  "on-failure": "on-failure"
};
var restart = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  conditionOf(service, { name, origins, found });
  const value = own(service, "restart");
  if (value === void 0) return;
  const place = origins.of(service, "restart");
  delete service.restart;
  if (value === null) return;
  const deploy2 = own(service, "deploy");
  if (isMapping(deploy2) && isMapping(own(deploy2, "restart_policy"))) {
    found.add("warning", "ignored-key", place, "restart is ignored in a swarm: use deploy.restart_policy", {
      service: name
    });
    return;
  }
  const [word2 = "", times] = (value === false ? "no" : String(value)).split(":");
  const condition = Object.hasOwn(POLICIES, word2) ? POLICIES[word2] : void 0;
  if (!condition || times !== void 0 && !(word2 === "on-failure" && /^\d+$/.test(times))) {
    found.add(
      "error",
      "wrong-type",
      place,
      "restart must be one of no, always, unless-stopped, on-failure, on-failure:N",
      {
        service: name
      }
    );
    return;
  }
  const policy = { condition, ...times === void 0 ? {} : { max_attempts: Number(times) } };
  for (const key of Object.keys(policy)) origins.set(policy, key, place);
  const target = child(service, "deploy");
  put(target, "restart_policy", policy);
  origins.set(target, "restart_policy", place);
  found.translate(place, `restart: ${inLine(value)}`, `deploy.restart_policy: ${inLine(policy)}`);
}, "restart");
var conditionOf = /* @__PURE__ */ __name((service, { origins, found }) => {
  const deploy2 = own(service, "deploy");
  const policy = isMapping(deploy2) ? own(deploy2, "restart_policy") : void 0;
  if (!isMapping(policy)) return;
  const value = own(policy, "condition");
  const word2 = value === false ? "no" : String(value);
  if (!["no", "always", "unless-stopped"].includes(word2)) return;
  policy.condition = POLICIES[word2];
  found.translate(
    origins.of(policy, "condition"),
    `condition: ${inLine(value)}`,
    `condition: ${POLICIES[word2]}`
  );
}, "conditionOf");

// src/stack/read/profiles.rules.ts
var SECTIONS = ["networks", "volumes", "secrets", "configs"];
var ALL = "*";
function applyProfiles(model, asked, origins, found) {
  const services = mapping(own(model, "services"));
  const profilesOf = /* @__PURE__ */ __name((name) => sequence(mapping(own(services, name)).profiles).map(String), "profilesOf");
  const known = [...new Set(Object.keys(services).flatMap(profilesOf))];
  for (const name of asked) {
    if (known.includes(name) || name === ALL) continue;
    const near = nearest(name, known);
    found.add("error", "unknown-profile", void 0, `no service has the profile ${JSON.stringify(name)}`, {
      hint: near ? `did you mean ${near}?` : known.length > 0 ? `there are: ${known.join(", ")}` : "the stack has no profiles"
    });
  }
  const isOff = /* @__PURE__ */ __name((name) => {
    const profiles = profilesOf(name);
    return profiles.length > 0 && !asked.includes(ALL) && !profiles.some((profile) => asked.includes(profile));
  }, "isOff");
  const dropped = Object.keys(services).filter(isOff);
  const before = new Map(
    SECTIONS.map((section) => [
      section,
      usedIn(
        dropped.map((name) => mapping(services[name])),
        section
      )
    ])
  );
  for (const name of dropped) delete services[name];
  for (const service of Object.values(services)) {
    const { depends_on } = mapping(service);
    for (const name of dropped) delete mapping(depends_on)[name];
    delete mapping(service).profiles;
  }
  if (dropped.length === 0) return;
  found.add(
    "info",
    "left-out",
    origins.of(model, "services"),
    `left out, since their profiles are not asked for: ${dropped.join(", ")}`,
    { hint: `ask for them with --profile: ${known.join(", ")}` }
  );
  for (const section of SECTIONS) {
    const stillUsed = usedIn(Object.values(services).map(mapping), section);
    for (const name of before.get(section) ?? [])
      if (!stillUsed.has(name)) delete mapping(own(model, section))[name];
  }
  if (Object.keys(services).length === 0)
    found.add(
      "error",
      "no-services",
      origins.of(model, "services"),
      "every service belongs to a profile that is not asked for",
      {
        hint: `ask for one: ${known.join(", ")}`
      }
    );
}
__name(applyProfiles, "applyProfiles");
var isClusterVolume = /* @__PURE__ */ __name(({ type, source }) => type === "cluster" && !String(source).startsWith("group:"), "isClusterVolume");
function usedIn(services, section) {
  const names = services.flatMap((service) => {
    if (section === "networks") {
      const named = Object.keys(mapping(service.networks));
      return named.length > 0 ? named : ["default"];
    }
    const items = sequence(service[section]).map(mapping);
    const sources = items.filter((item) => section !== "volumes" || item.type === "volume" || isClusterVolume(item)).flatMap(({ source }) => typeof source === "string" ? [source] : []);
    const spec = mapping(service.credential_spec).config;
    return section === "configs" && typeof spec === "string" ? [...sources, spec] : sources;
  });
  return new Set(names);
}
__name(usedIn, "usedIn");

// src/stack/read/forms/references.rules.ts
var SECTIONS2 = ["networks", "volumes", "secrets", "configs"];
function checkReferences(model, origins, found) {
  for (const [name, value] of Object.entries(mapping(own(model, "services")))) {
    const service = mapping(value);
    for (const section of SECTIONS2) {
      const known = Object.keys(mapping(own(model, section)));
      for (const used of usedIn([service], section)) {
        if (known.includes(used) || section === "networks" && used === "default") continue;
        const near = nearest(used, known);
        found.add(
          "error",
          "undefined-name",
          placeOf(service, section, used, origins),
          `${section} has no ${used}`,
          {
            service: name,
            hint: near ? `did you mean ${near}?` : `add ${used}: to the top-level ${section}:`
          }
        );
      }
    }
  }
}
__name(checkReferences, "checkReferences");
function placeOf(service, section, used, origins) {
  const value = own(service, section);
  if (section === "networks") return origins.of(mapping(value), used);
  const item = sequence(value).map(mapping).find(({ source }) => source === used);
  return (item && origins.of(item, "source")) ?? origins.of(service, section) ?? origins.of(service, "credential_spec");
}
__name(placeOf, "placeOf");

// src/stack/read/forms/service-details.rules.ts
var dependsOn = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  const value = own(service, "depends_on");
  if (value === void 0) return;
  const place = origins.of(service, "depends_on");
  if (!isMapping(value)) {
    delete service.depends_on;
    if (value !== null)
      found.add("error", "wrong-type", place, "depends_on must be a list", { service: name });
    return;
  }
  const names = Object.keys(value);
  if (names.some((each) => own(value, each) !== null))
    found.translate(place, `depends_on: ${inLine(value)}`, `depends_on: ${inLine(names)}`);
  put(service, "depends_on", names);
  found.add(
    "warning",
    "ignored-key",
    place,
    "depends_on has no effect: a swarm starts all services at once: let the service retry",
    {
      service: name
    }
  );
}, "dependsOn");
var portDetails = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  for (const port of sequence(own(service, "ports"))) {
    if (!isMapping(port)) continue;
    const address = own(port, "host_ip");
    if (address !== void 0 && address !== null) {
      if (!["", "0.0.0.0", "[::]", "::"].includes(String(address)))
        found.add(
          "warning",
          "published-address",
          origins.of(port, "host_ip"),
          `port ${inLine(own(port, "published") ?? own(port, "target"))}: the address ${String(address)} is ignored in a swarm, and the port answers on every address`,
          { service: name, hint: "do not publish what only this machine may reach" }
        );
      delete port.host_ip;
    }
    for (const key of ["name", "app_protocol"]) {
      const value = own(port, key);
      if (value === void 0) continue;
      found.translate(origins.of(port, key), `${key}: ${inLine(value)}`, "");
      delete port[key];
    }
    const published = own(port, "published");
    if (published === "" || String(published) === "0") delete port.published;
    else if (typeof published === "string" && /^\d+-\d+$/.test(published)) {
      found.add(
        "error",
        "refused-key",
        origins.of(port, "published"),
        `ports: a swarm does not choose from ${published}`,
        {
          service: name,
          hint: "name one port, or leave out published: for one that the swarm chooses"
        }
      );
      delete port.published;
    }
  }
}, "portDetails");
var tmpfs = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  const value = own(service, "tmpfs");
  if (value === void 0) return;
  const place = origins.of(service, "tmpfs");
  delete service.tmpfs;
  const mounts = sequence(own(service, "volumes"));
  const items = sequence(value);
  for (const [i, item] of items.entries()) {
    if (typeof item !== "string") {
      found.add("error", "wrong-type", place, "tmpfs must be a string or a list of strings", {
        service: name
      });
      continue;
    }
    const at = origins.of(items, i) ?? place;
    const [target = "", options = ""] = item.split(":");
    const mount2 = { type: "tmpfs", target };
    for (const option of options.split(",").filter(Boolean)) {
      const size = /^size=(.+)$/.exec(option)?.[1];
      if (size !== void 0) {
        const inner = { size };
        if (at) origins.set(inner, "size", { ...at, isSubstituted: true });
        mount2.tmpfs = inner;
      } else
        found.add("warning", "ignored-key", at, `the tmpfs option ${option} is ignored in a swarm`, {
          service: name
        });
    }
    for (const key of Object.keys(mount2)) origins.set(mount2, key, at);
    origins.set(mounts, mounts.length, at);
    mounts.push(mount2);
    found.translate(at, `tmpfs: ${inLine(item)}`, `volumes: ${inLine([mount2])}`);
  }
  if (mounts.length > 0) put(service, "volumes", mounts);
}, "tmpfs");
var hostPaths = /* @__PURE__ */ __name((service, { origins, found }) => {
  for (const mount2 of sequence(own(service, "volumes"))) {
    const bind = isMapping(mount2) ? own(mount2, "bind") : void 0;
    if (!isMapping(bind) || own(bind, "create_host_path") !== false) continue;
    found.translate(origins.of(bind, "create_host_path"), "create_host_path: false", "");
    delete bind.create_host_path;
  }
}, "hostPaths");

// src/stack/read/forms/shape.rules.ts
var DROP = /* @__PURE__ */ Symbol("drop");
function fitShape(container, key, shape, request, path3 = [key]) {
  const result = fitted(own(container, key), shape, path3, request.origins.of(container, key), request);
  if (result === DROP) delete container[key];
  else put(container, key, result);
}
__name(fitShape, "fitShape");
function fitted(value, shape, path3, place, request) {
  if (shape.since !== void 0) request.needs(shape.since);
  switch (shape.kind) {
    case "any":
      return value;
    case "list":
      return Array.isArray(value) ? fittedList(value, shape.of, path3, place, request) : wrong(value, "a list", path3, place, request);
    case "words":
      return fitted(
        value,
        Array.isArray(value) ? { kind: "list", of: { kind: "text" } } : { kind: "text" },
        path3,
        place,
        request
      );
    case "map":
      if (!isMapping(value)) return wrong(value, "a mapping", path3, place, request);
      for (const name of Object.keys(value)) {
        if (own(value, name) === null && shape.isNullable) continue;
        step(value, name, shape.of, path3, place, request);
      }
      return value;
    case "record":
      if (shape.short && !isMapping(value)) return fitted(value, shape.short, path3, place, request);
      if (!isMapping(value)) return wrong(value, shape.name ?? "a mapping", path3, place, request);
      return fitRecord(value, shape, path3, place, request);
    case "choice":
      return typeof value === "string" && shape.of.includes(shape.isCaseless ? value.toLowerCase() : value) ? shape.isCaseless ? value.toLowerCase() : value : wrong(value, `one of ${shape.of.join(", ")}`, path3, place, request);
    default:
      return fitScalar(value, shape.kind, path3, place, request);
  }
}
__name(fitted, "fitted");
function fittedList(value, shape, path3, place, request) {
  const { origins } = request;
  const made = [];
  for (const [i, item] of value.entries()) {
    const result = fitted(item, shape, [...path3, String(i)], origins.of(value, i) ?? place, request);
    if (result === DROP) continue;
    origins.copy(value, i, made, made.length);
    made.push(result);
  }
  return made;
}
__name(fittedList, "fittedList");
function fitScalar(value, kind, path3, place, request) {
  const { cast, name } = SCALARS[kind];
  const result = cast(value);
  if (result === void 0) return wrong(value, name, path3, place, request);
  const key = path3.at(-1) ?? "";
  const isOpen = kind !== "text" && kind !== "entry";
  if (result !== value && !place?.isSubstituted)
    request.found.translate(
      place,
      `${key}: ${isOpen ? inLine(value) : `a ${typeof value}`}`,
      `${key}: ${isOpen ? inLine(result) : "a string, in quotes"}`
    );
  return result;
}
__name(fitScalar, "fitScalar");
function fitRecord(value, shape, path3, place, request) {
  const { found, origins, service } = request;
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(shape.of, key) ? shape.of[key] : void 0;
    const at = origins.of(value, key) ?? place;
    const name = [...path3, key].join(".");
    if (inner) {
      if (own(value, key) === null && inner.kind !== "any") delete value[key];
      else step(value, key, inner, path3, place, request);
      continue;
    }
    if (key.startsWith("x-") && shape.isExtensible) continue;
    const ignored = Object.hasOwn(shape.ignored ?? {}, key) ? shape.ignored?.[key] : void 0;
    const refused = Object.hasOwn(shape.refused ?? {}, key) ? shape.refused?.[key] : void 0;
    if (refused)
      found.add("error", "refused-key", at, `${name} is refused in a swarm`, { service, hint: refused });
    else if (ignored !== void 0)
      found.add("warning", "ignored-key", at, `${name} is ignored in a swarm${ignored && `: ${ignored}`}`, {
        service
      });
    else if (!key.startsWith("x-")) {
      const near = nearest(key, Object.keys(shape.of));
      const hint = near ? `did you mean ${near}?` : "remove it";
      found.add("error", "unknown-key", at, `${name} is not a key that docker stack deploy knows`, {
        service,
        hint
      });
    }
    delete value[key];
  }
  for (const key of shape.required ?? [])
    if (own(value, key) === void 0)
      found.add("error", "missing-key", place, `${path3.join(".")} has no ${key}`, {
        service,
        hint: `add ${key}:`
      });
  return value;
}
__name(fitRecord, "fitRecord");
function step(value, key, shape, path3, place, request) {
  const result = fitted(
    own(value, key),
    shape,
    [...path3, key],
    request.origins.of(value, key) ?? place,
    request
  );
  if (result === DROP) delete value[key];
  else put(value, key, result);
}
__name(step, "step");
function wrong(value, name, path3, place, { found, service }) {
  const is = value === null ? "nothing" : Array.isArray(value) ? "a list" : isMapping(value) ? "a mapping" : "something else";
  found.add("error", "wrong-type", place, `${path3.join(".")} must be ${name}, and is ${is}`, { service });
  return DROP;
}
__name(wrong, "wrong");

// src/stack/read/forms/shell-words.rules.ts
function isSplittable(command) {
  let quote = "";
  let isInWord = false;
  for (let i = 0; i < command.length; i++) {
    const char = command[i] ?? "";
    if (quote === "" && !isInWord && char === "#") {
      const end = command.indexOf("\n", i);
      if (end === -1) return true;
      i = end;
    } else if (char === "\\" && quote !== "'") {
      if (++i >= command.length) return false;
      isInWord = true;
    } else if (quote === "" && (char === '"' || char === "'")) {
      quote = char;
      isInWord = true;
    } else if (char === quote) quote = "";
    else isInWord = quote !== "" || !/\s/.test(char);
  }
  return quote === "";
}
__name(isSplittable, "isSplittable");

// src/stack/read/forms/container-refusals.rules.ts
function checkContainer(service, refuse2) {
  checkWords(service, refuse2);
  checkTwice(service, refuse2);
  checkMounts(service, refuse2);
  checkGranted(service, refuse2);
  checkResources(service, refuse2);
  checkRollout(service, refuse2);
  checkHealth(service, refuse2);
  checkConstraints(service, refuse2);
  checkImage(service, refuse2);
}
__name(checkContainer, "checkContainer");
function checkWords(service, refuse2) {
  for (const key of ["command", "entrypoint"]) {
    const value = own(service, key);
    if (typeof value === "string" && !isSplittable(value))
      refuse2([key], "unclosed-quote", `${key}: a quote in it is not closed`, "close it, or write a list");
  }
  const { disable, test } = mapping(own(service, "healthcheck"));
  if (disable === true && test !== void 0 && !(Array.isArray(test) && test.length === 0))
    refuse2(
      ["healthcheck", "disable"],
      "refused-combination",
      "healthcheck has a test, and disable: true",
      "remove one of the two"
    );
}
__name(checkWords, "checkWords");
var SETS = ["cap_add", "cap_drop", "dns", "dns_search", "extra_hosts", "env_file"];
function checkTwice(service, refuse2) {
  for (const key of SETS) {
    const items = sequence(own(service, key));
    const i = items.findIndex((item, at) => items.indexOf(item) < at);
    if (i > 0) refuse2([key, i], "item-twice", `${key}.${i}: ${String(items[i])} appears twice`, "remove one");
  }
}
__name(checkTwice, "checkTwice");
var OPTIONS = ["bind", "volume", "tmpfs", "image"];
function checkMounts(service, refuse2) {
  const seen = /* @__PURE__ */ new Set();
  for (const [i, item] of sequence(own(service, "volumes")).entries()) {
    const mount2 = mapping(item);
    const { type, source, target } = mount2;
    const say = /* @__PURE__ */ __name((text3, hint) => refuse2(["volumes", i], "bad-mount", `volumes.${i}: ${text3}`, hint), "say");
    const hasSource = source !== void 0 && source !== "";
    if (["bind", "cluster", "npipe", "image"].includes(String(type)) && !hasSource)
      say(`a mount of type ${type} needs a source`, "add source:");
    if (type === "tmpfs" && hasSource) say("a tmpfs has no source", "remove source:");
    for (const option of OPTIONS)
      if (option !== type && own(mount2, option) !== void 0 && !(type === "cluster" && option === "volume"))
        say(`${option}: is not for a mount of type ${type}`, "remove it, or correct type:");
    if (seen.has(target)) say(`something else is mounted at ${target} already`, "give it another target");
    seen.add(target);
  }
}
__name(checkMounts, "checkMounts");
function checkGranted(service, refuse2) {
  for (const section of ["secrets", "configs"]) {
    const seen = /* @__PURE__ */ new Set();
    for (const [i, item] of sequence(own(service, section)).entries()) {
      const { source, target } = mapping(item);
      const file = String(target ?? source);
      if (seen.has(file))
        refuse2(
          [section, i],
          "refused-combination",
          `${section}.${i}: two of them would be the file ${file}`,
          "give one of them another target, or remove it"
        );
      seen.add(file);
    }
  }
}
__name(checkGranted, "checkGranted");
var LEAST_BYTES = 4 * 1024 * 1024;
var LEAST_CPUS = 1e-3;
function checkResources(service, refuse2) {
  const resources = mapping(own(mapping(own(service, "deploy")), "resources"));
  for (const side of ["limits", "reservations"]) {
    const { memory, cpus } = mapping(own(resources, side));
    const bytes = Number(SCALARS.bytes.cast(memory) ?? 0);
    if (bytes > 0 && bytes < LEAST_BYTES)
      refuse2(
        ["deploy", "resources", side, "memory"],
        "too-small",
        `deploy.resources.${side}.memory must be at least 4M`,
        "a number without a unit is bytes: write 64M for 64 MiB"
      );
    const share = Number(cpus ?? 0);
    if (share > 0 && share < LEAST_CPUS)
      refuse2(
        ["deploy", "resources", side, "cpus"],
        "too-small",
        `deploy.resources.${side}.cpus must be at least ${LEAST_CPUS}`,
        "write 0.5 for half a processor"
      );
  }
}
__name(checkResources, "checkResources");
function checkRollout(service, refuse2) {
  const deploy2 = mapping(own(service, "deploy"));
  for (const key of ["update_config", "rollback_config"]) {
    const ratio = Number(own(mapping(own(deploy2, key)), "max_failure_ratio") ?? 0);
    if (ratio < 0 || ratio > 1)
      refuse2(
        ["deploy", key, "max_failure_ratio"],
        "wrong-type",
        `deploy.${key}.max_failure_ratio must be between 0 and 1`,
        "write 0.2 for a fifth of the tasks"
      );
  }
}
__name(checkRollout, "checkRollout");
var LEAST_SECONDS = 1e-3;
function checkHealth(service, refuse2) {
  const check = mapping(own(service, "healthcheck"));
  for (const key of ["interval", "timeout", "start_period", "start_interval"]) {
    const value = own(check, key);
    if (typeof value !== "string") continue;
    const seconds = secondsOf(value);
    if (seconds !== 0 && seconds < LEAST_SECONDS)
      refuse2(["healthcheck", key], "too-small", `healthcheck.${key} must be at least 1ms`, "write 30s, say");
  }
}
__name(checkHealth, "checkHealth");
var CONSTRAINT = /^\s*[a-z_][a-z0-9\-_.]+\s*[=!]=\s*[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i;
function checkConstraints(service, refuse2) {
  const placement = mapping(own(mapping(own(service, "deploy")), "placement"));
  for (const [i, constraint] of sequence(own(placement, "constraints")).entries())
    if (!CONSTRAINT.test(String(constraint)))
      refuse2(
        ["deploy", "placement", "constraints", i],
        "bad-constraint",
        `deploy.placement.constraints.${i} is not a constraint`,
        "write key == value or key != value, with no quotes around the value: node.role == worker"
      );
}
__name(checkConstraints, "checkConstraints");
var REFERENCE = /^(?:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[a-f0-9:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-f]{32,})?$/;
var HOST = /^[^/]*[.:][^/]*\/|^localhost\//i;
function checkImage(service, refuse2) {
  const image = own(service, "image");
  if (typeof image !== "string" || image === "") return;
  if (REFERENCE.test(image.replace(HOST, (host) => host.toLowerCase()))) return;
  const [repository = ""] = image.replace(HOST, "").split(/[:@]/);
  refuse2(
    ["image"],
    "bad-image",
    `image: ${JSON.stringify(image)} is not an image name`,
    /[A-Z]/.test(repository) ? "write the repository in lower case" : "look at the variables in it: a part of it may be empty"
  );
}
__name(checkImage, "checkImage");

// src/stack/read/forms/port-refusals.rules.ts
var portsOf = /* @__PURE__ */ __name((service) => sequence(own(service, "ports")).map((entry) => {
  const port = mapping(entry);
  return {
    target: Number(own(port, "target")),
    published: Number(own(port, "published") ?? 0),
    protocol: String(own(port, "protocol") ?? "tcp"),
    mode: String(own(port, "mode") ?? "ingress")
  };
}), "portsOf");
var LAST_PORT = 65535;
var shown = /* @__PURE__ */ __name(({ published, protocol }) => `${published}/${protocol}`, "shown");
function checkPorts(service, refuse2) {
  const ports = portsOf(service);
  const isDnsrr = own(mapping(own(service, "deploy")), "endpoint_mode") === "dnsrr";
  const seen = /* @__PURE__ */ new Set();
  for (const [i, port] of ports.entries()) {
    const { target, published, mode } = port;
    if (target < 1 || target > LAST_PORT || published < 0 || published > LAST_PORT)
      refuse2(
        ["ports", i],
        "wrong-type",
        `ports.${i}: a port is a number from 1 to ${LAST_PORT}`,
        "correct it"
      );
    if (isDnsrr && mode === "ingress")
      refuse2(
        ["ports", i],
        "refused-combination",
        `port ${published || target} is published by the routing mesh, which a service with endpoint_mode: dnsrr is not part of`,
        "publish it with mode: host, or remove endpoint_mode"
      );
    if (published === 0) continue;
    if (seen.has(shown(port)))
      refuse2(
        ["ports", i],
        "port-twice",
        `port ${shown(port)} is published twice`,
        "publish each port once; it can lead to only one container port"
      );
    seen.add(shown(port));
  }
}
__name(checkPorts, "checkPorts");
function checkPortsBetween(services, refuse2) {
  const owners = /* @__PURE__ */ new Map();
  for (const name of Object.keys(services))
    for (const [i, port] of portsOf(mapping(own(services, name))).entries()) {
      if (port.published === 0) continue;
      const owner = owners.get(shown(port));
      if (!owner || owner.name === name) owners.set(shown(port), { name, mode: port.mode });
      else if (owner.mode === "ingress" || port.mode === "ingress")
        refuse2(
          name,
          i,
          `port ${shown(port)} is already published by the service ${owner.name} of this stack`,
          "publish another port, or remove one of the two"
        );
    }
}
__name(checkPortsBetween, "checkPortsBetween");

// src/stack/read/forms/swarm-refusals.rules.ts
var DNS_NAME = /^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*$/;
var DNS_LIMIT = 63;
var OBJECT_NAME = /^[a-zA-Z0-9]+(?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/;
var OBJECT_LIMIT = 64;
var LOCAL_DRIVERS = [
  "bridge",
  "host",
  "none",
  "null",
  "macvlan",
  "ipvlan",
  "nat",
  "transparent",
  "l2bridge",
  "l2tunnel"
];
function checkRefusals(model, origins, found, stack) {
  const services = mapping(own(model, "services"));
  for (const name of Object.keys(services)) {
    const service = mapping(own(services, name));
    const refuse2 = /* @__PURE__ */ __name((path3, rule, text3, hint) => found.add("error", rule, placeIn2(services, [name, ...path3], origins), text3, { service: name, hint }), "refuse");
    checkServiceName(name, stack, refuse2);
    checkMode(service, refuse2);
    checkPorts(service, refuse2);
    checkContainer(service, refuse2);
  }
  checkPortsBetween(
    services,
    (name, i, text3, hint) => found.add("error", "port-twice", placeIn2(services, [name, "ports", i], origins), text3, {
      service: name,
      hint
    })
  );
  checkNetworks(model, origins, found, stack);
  checkObjectNames(model, origins, found);
  checkObjectKeys(model, origins, found);
}
__name(checkRefusals, "checkRefusals");
function placeIn2(container, path3, origins) {
  let place;
  for (const key of path3) {
    if (typeof container !== "object" || container === null) break;
    place = origins.of(container, key) ?? place;
    container = container[key];
  }
  return place;
}
__name(placeIn2, "placeIn");
function checkServiceName(name, stack, refuse2) {
  const fault = dnsFault(`${stack ?? "s"}_${name}`);
  if (fault === void 0) return;
  const full = stack === void 0 ? name : `${stack}_${name}`;
  refuse2([], "bad-name", `${full} is not a name for a service in a swarm: ${fault}`, "rename the service");
}
__name(checkServiceName, "checkServiceName");
function dnsFault(whole) {
  if (whole.length > DNS_LIMIT) return `with the stack's name it has more than ${DNS_LIMIT} characters`;
  return DNS_NAME.test(whole) ? void 0 : "use letters, digits, - and _ only (no dot), and end with a letter or a digit";
}
__name(dnsFault, "dnsFault");
function checkMode(service, refuse2) {
  const deploy2 = mapping(own(service, "deploy"));
  const mode = String(own(deploy2, "mode") ?? "replicated");
  if (mode.startsWith("global") && own(deploy2, "replicas") !== void 0)
    refuse2(
      ["deploy", "replicas"],
      "refused-combination",
      `replicas cannot be used with mode: ${mode}, which runs one task on every node`,
      "remove replicas, or use mode: replicated"
    );
  if (mode.endsWith("-job") && own(deploy2, "update_config") !== void 0)
    refuse2(
      ["deploy", "update_config"],
      "refused-combination",
      `a swarm refuses update_config on a job (mode: ${mode})`,
      "remove update_config"
    );
}
__name(checkMode, "checkMode");
function checkNetworks(model, origins, found, stack) {
  const networks = mapping(own(model, "networks"));
  const used = usedIn(Object.values(mapping(own(model, "services"))).map(mapping), "networks");
  for (const name of Object.keys(networks)) {
    const network = mapping(own(networks, name));
    if (own(network, "external") || !used.has(name)) continue;
    const driver = own(network, "driver");
    if (typeof driver === "string" && LOCAL_DRIVERS.includes(driver))
      found.add(
        "error",
        "local-network",
        placeIn2(networks, [name, "driver"], origins),
        `networks.${name}: a network with driver ${driver} is on one machine only, and services of a swarm cannot use it`,
        {
          hint: "use driver: overlay, or leave driver out; make anything else by hand (docker network create --scope swarm) and name it as external"
        }
      );
    const written = own(network, "name");
    const fault = dnsFault(typeof written === "string" ? written : `${stack ?? "s"}_${name}`);
    if (fault !== void 0)
      found.add(
        "error",
        "bad-name",
        placeIn2(networks, [name, "name"], origins),
        `networks.${name} does not have a name for a network in a swarm: ${fault}`,
        { hint: "rename the network, or give it another name:" }
      );
  }
}
__name(checkNetworks, "checkNetworks");
function checkObjectNames(model, origins, found) {
  for (const section of ["secrets", "configs"]) {
    const entries2 = mapping(own(model, section));
    for (const name of Object.keys(entries2)) {
      const entry = mapping(own(entries2, name));
      const written = own(entry, "name");
      if (typeof written !== "string" || own(entry, "external")) continue;
      const place = placeIn2(entries2, [name, "name"], origins);
      if (own(entry, "driver") === void 0 && !place?.isSubstituted)
        found.add(
          "warning",
          "unversioned-name",
          place,
          `${section}.${name}: the name ${written} is kept, so a new content cannot be deployed under it`,
          { hint: "leave name: out for one that follows the content, or write a new name with each content" }
        );
      if (written.length > OBJECT_LIMIT || !OBJECT_NAME.test(written))
        found.add("error", "bad-name", place, `${section}.${name}.name is not a name that a swarm takes`, {
          hint: `use at most ${OBJECT_LIMIT} letters, digits, -, _ and dots, and begin and end with a letter or a digit`
        });
    }
  }
}
__name(checkObjectNames, "checkObjectNames");
var APART = [
  {
    section: "volumes",
    key: "external",
    beside: ["driver", "driver_opts", "labels"],
    hint: "an external volume is there already, as it was made: take external out, or the others"
  },
  {
    section: "secrets",
    key: "driver",
    beside: ["file"],
    hint: "the driver brings the content: take driver out, or file"
  }
];
function checkObjectKeys(model, origins, found) {
  for (const { section, key, beside: beside2, hint } of APART)
    for (const [name, value] of Object.entries(mapping(own(model, section)))) {
      const entry = mapping(value);
      const other = isSet(own(entry, key)) && beside2.find((each) => isSet(own(entry, each)));
      if (!other) continue;
      const text3 = `${section}.${name}: ${other} cannot be used with ${key}`;
      found.add(
        "error",
        "refused-combination",
        origins.of(entry, other) ?? origins.of(mapping(own(model, section)), name),
        text3,
        { hint }
      );
    }
}
__name(checkObjectKeys, "checkObjectKeys");
var isSet = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value), "isSet");

// src/stack/read/forms/top-level.rules.ts
var KNOWN = ["version", "services", "networks", "volumes", "secrets", "configs"];
function topLevel(model, origins, found) {
  for (const key of Object.keys(model)) {
    if (KNOWN.includes(key)) continue;
    const place = origins.of(model, key);
    if (key === "name") found.translate(place, `name: ${inLine(own(model, key))}`, "");
    else if (!key.startsWith("x-")) {
      const near = nearest(key, [...KNOWN, "include", "name"]);
      found.add("error", "unknown-key", place, `${key} is not a section that docker stack deploy knows`, {
        hint: near ? `did you mean ${near}?` : "remove it"
      });
    }
    delete model[key];
  }
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const entry of Object.values(mapping(own(model, section)))) externalName(entry, origins, found);
}
__name(topLevel, "topLevel");
function externalName(entry, origins, found) {
  if (!isMapping(entry) || !isMapping(own(entry, "external"))) return;
  const outer = mapping(own(entry, "external"));
  const place = origins.of(entry, "external");
  const name = own(outer, "name");
  entry.external = true;
  if (typeof name === "string") {
    entry.name = name;
    origins.set(entry, "name", place);
  }
  found.translate(place, `external: ${inLine(outer)}`, `external: true, name: ${inLine(name)}`);
}
__name(externalName, "externalName");
function lowestVersion() {
  let minor = 8;
  const needs = /* @__PURE__ */ __name((needed) => {
    minor = Math.max(minor, needed);
  }, "needs");
  return { needs, version: /* @__PURE__ */ __name(() => `3.${minor}`, "version") };
}
__name(lowestVersion, "lowestVersion");

// src/stack/read/forms/unsupported.rules.ts
var IGNORED = /* @__PURE__ */ new Set([
  "build",
  "cgroupns_mode",
  "cgroup_parent",
  "devices",
  "domainname",
  "external_links",
  "ipc",
  "links",
  "mac_address",
  "network_mode",
  "pid",
  "privileged",
  "security_opt",
  "shm_size",
  "userns_mode"
]);
var WITHOUT_EFFECT = {
  container_name: "a swarm names the containers",
  expose: "services on one network reach every port of each other",
  attach: "a deploy attaches to no output",
  develop: "it is for docker compose watch",
  pull_policy: "a node pulls an image that it does not have",
  platform: "the image says for which platforms it is; a placement constraint chooses nodes",
  annotations: "use labels"
};
var RESOURCES = "use deploy.resources";
var NO_WAY = "a swarm has no equivalent: remove it";
var REFUSED = {
  volume_driver: "name the driver in the top-level volumes:",
  volumes_from: "share a volume of the top-level volumes:",
  cpu_quota: RESOURCES,
  cpu_period: RESOURCES,
  cpu_shares: RESOURCES,
  cpu_count: RESOURCES,
  cpu_percent: RESOURCES,
  cpuset: RESOURCES,
  memswap_limit: RESOURCES,
  mem_swappiness: NO_WAY,
  oom_kill_disable: NO_WAY,
  gpus: "use deploy.resources.reservations.generic_resources",
  group_add: "set the groups in the image, or use user: uid:gid",
  dns_opt: "set it in the image, or in the daemon of each node",
  label_file: "write the labels under labels:",
  storage_opt: "set it in the daemon of each node",
  runtime: "set the default runtime in the daemon of each node",
  uts: NO_WAY,
  cgroup: NO_WAY,
  blkio_config: NO_WAY,
  device_cgroup_rules: NO_WAY,
  use_api_socket: NO_WAY,
  provider: NO_WAY,
  models: NO_WAY,
  post_start: "let the entrypoint of the image do it",
  pre_stop: "let the image handle its stop signal"
};
var INSTEAD = {
  build: " (the image must be pushed before)",
  privileged: " (use cap_add)",
  network_mode: " (name a network under networks:; host is {external: true, name: host})",
  shm_size: " (mount a tmpfs at /dev/shm)"
};
function verdictOnKey(key) {
  if (IGNORED.has(key)) return { isRefused: false, text: `${key} is ignored in a swarm${INSTEAD[key] ?? ""}` };
  const reason = Object.hasOwn(WITHOUT_EFFECT, key) ? WITHOUT_EFFECT[key] : void 0;
  if (reason) return { isRefused: false, text: `${key} has no effect: ${reason}` };
  const wayOut = Object.hasOwn(REFUSED, key) ? REFUSED[key] : void 0;
  return wayOut ? { isRefused: true, text: `${key} is refused in a swarm`, hint: wayOut } : void 0;
}
__name(verdictOnKey, "verdictOnKey");

// src/stack/read/forms/v3-schema.rules.ts
var text = { kind: "text" };
var integer = { kind: "integer" };
var count = { kind: "count" };
var flag = { kind: "flag" };
var duration = { kind: "duration" };
var words = { kind: "words" };
var list = /* @__PURE__ */ __name((of) => ({ kind: "list", of }), "list");
var texts = list(text);
var entries = { kind: "map", of: { kind: "entry" }, isNullable: true };
var choice = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of }), "choice");
var word = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of, isCaseless: true }), "word");
var rollout = {
  kind: "record",
  of: {
    parallelism: count,
    delay: duration,
    failure_action: choice("pause", "continue", "rollback"),
    monitor: duration,
    max_failure_ratio: { kind: "number" },
    order: choice("start-first", "stop-first")
  }
};
var deploy = {
  kind: "record",
  of: {
    mode: choice("replicated", "global", "replicated-job", "global-job"),
    endpoint_mode: word("vip", "dnsrr"),
    replicas: count,
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
        delay: duration,
        max_attempts: count,
        window: duration
      }
    },
    placement: {
      kind: "record",
      of: {
        constraints: texts,
        preferences: list({ kind: "record", of: { spread: text } }),
        max_replicas_per_node: count
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
var SERVICE = {
  kind: "record",
  isExtensible: true,
  of: {
    image: text,
    command: words,
    entrypoint: words,
    cap_add: texts,
    cap_drop: texts,
    configs: granted,
    secrets: granted,
    credential_spec: { kind: "record", of: { config: text, file: text, registry: text } },
    depends_on: texts,
    deploy,
    dns: texts,
    dns_search: texts,
    env_file: texts,
    environment: entries,
    extra_hosts: texts,
    healthcheck: {
      kind: "record",
      of: {
        test: words,
        disable: flag,
        interval: duration,
        timeout: duration,
        start_period: duration,
        start_interval: { kind: "duration", since: 12 },
        retries: count
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
        of: { aliases: texts, driver_opts: { kind: "map", of: { kind: "entry" }, since: 13 } },
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
        mode: word("ingress", "host"),
        target: integer,
        published: integer,
        protocol: word("tcp", "udp", "sctp")
      },
      required: ["target"]
    }),
    read_only: flag,
    stdin_open: flag,
    stop_grace_period: duration,
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
var SECTIONS3 = {
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

// src/stack/read/forms/to-v3.rules.ts
function toV3(model, { origins, found, isThere, stack }) {
  topLevel(model, origins, found);
  const { needs, version } = lowestVersion();
  const forms = [movedKeys, restart, dependsOn, portDetails, tmpfs, hostPaths, envFiles(isThere)];
  for (const [name, service] of entriesOf2(model, "services", origins, found)) {
    for (const form of forms) form(service, { name, origins, found });
    decideKeys(name, service, origins, found);
    fitShape(mapping(own(model, "services")), name, SERVICE, { origins, found, service: name, needs }, []);
  }
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const [name, , container] of entriesOf2(model, section, origins, found))
      if (own(container, name) !== null)
        fitShape(container, name, SECTIONS3[section], { origins, found, service: void 0, needs }, [
          section,
          name
        ]);
  checkReferences(model, origins, found);
  if (!found.findings.some(({ rule }) => rule.startsWith("variable-")))
    checkRefusals(model, origins, found, stack);
  const written = own(model, "version");
  if (written !== void 0 && !/^3(\.|$)/.test(String(written)))
    found.translate(
      origins.of(model, "version"),
      `version: ${inLine(written)}`,
      `version: ${inLine(version())}`
    );
  put(model, "version", version());
  inOrder2(model);
}
__name(toV3, "toV3");
function decideKeys(name, service, origins, found) {
  for (const key of Object.keys(service)) {
    const verdict = verdictOnKey(key);
    if (!verdict) continue;
    const place = origins.of(service, key);
    if (verdict.isRefused)
      found.add("error", "refused-key", place, verdict.text, { service: name, hint: verdict.hint });
    else found.add("warning", "ignored-key", place, verdict.text, { service: name });
    delete service[key];
  }
}
__name(decideKeys, "decideKeys");
var NAME = /^[a-zA-Z0-9._-]+$/;
function entriesOf2(model, section, origins, found) {
  const container = own(model, section);
  if (container === null || container === void 0) {
    delete model[section];
    return [];
  }
  if (!isMapping(container)) {
    found.add("error", "wrong-type", origins.of(model, section), `${section} must be a mapping`);
    delete model[section];
    return [];
  }
  return Object.keys(container).flatMap((name) => {
    const value = own(container, name);
    const place = origins.of(container, name);
    if (section !== "services" && name.startsWith("x-")) delete container[name];
    else if (!NAME.test(name))
      found.add(
        "error",
        "bad-name",
        place,
        `${section}: ${JSON.stringify(name)} is not a name that docker accepts`
      );
    else if (isMapping(value)) return [[name, value, container]];
    else if (value === null && (section === "networks" || section === "volumes"))
      return [[name, {}, container]];
    else {
      found.add("error", "wrong-type", place, `${section}.${name} must be a mapping`);
      delete container[name];
    }
    return [];
  });
}
__name(entriesOf2, "entriesOf");
function inOrder2(model) {
  for (const key of KNOWN) {
    if (!Object.hasOwn(model, key)) continue;
    const value = own(model, key);
    delete model[key];
    put(model, key, value);
  }
}
__name(inOrder2, "inOrder");

// src/stack/read/ports.rules.ts
var MAX_PORTS = 65536;
function parsePort(entry) {
  if (typeof entry === "number") return portsOf2(void 0, String(entry), "tcp");
  if (typeof entry === "string") return parseShort(entry);
  if (typeof entry !== "object" || entry === null) return [];
  const { target, published, protocol, mode } = entry;
  const ports = portsOf2(
    published === void 0 || published === null || published === "" ? void 0 : String(published),
    String(target ?? ""),
    typeof protocol === "string" ? protocol : "tcp"
  );
  return mode === "host" ? ports.map((port) => ({ ...port, mode })) : ports;
}
__name(parsePort, "parsePort");
function parseShort(text3) {
  const [address = "", protocol = "tcp"] = text3.split("/");
  const parts = address.split(":");
  return portsOf2(parts.at(-2), parts.at(-1) ?? "", protocol);
}
__name(parseShort, "parseShort");
function portsOf2(published, target, protocol) {
  const targets = range(target);
  const outer = published === void 0 ? [] : range(published);
  return targets.map((port, i) => ({ target: port, published: outer[i], protocol, mode: "ingress" }));
}
__name(portsOf2, "portsOf");
function range(text3) {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text3.trim()) ?? [];
  const first = Number(from);
  const last = Number(to);
  if (!(first > 0) || last < first || last >= MAX_PORTS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
__name(range, "range");

// src/stack/read/model.rules.ts
function servicesOf(model) {
  return Object.entries(mapping(model.services)).map(([name, value]) => {
    const service = mapping(value);
    const networks = namesOf(service.networks);
    return {
      name,
      image: typeof service.image === "string" ? service.image : "",
      mode: modeOf(mapping(service.deploy).mode),
      ports: sequence(service.ports).flatMap((port) => parsePort(port)),
      networks: networks.length > 0 ? networks : ["default"],
      secrets: namesOf(service.secrets),
      configs: namesOf(service.configs)
    };
  });
}
__name(servicesOf, "servicesOf");
function fileSources(model, section) {
  return Object.entries(mapping(model[section])).flatMap(([name, value]) => {
    const { file, external: external2 } = mapping(value);
    return typeof file === "string" && !external2 ? [{ name, path: file }] : [];
  });
}
__name(fileSources, "fileSources");
function ownNames(model, section) {
  return Object.entries(mapping(model[section])).flatMap(
    ([name, value]) => mapping(value).external ? [] : [name]
  );
}
__name(ownNames, "ownNames");
function namesOf(value) {
  if (isMapping(value)) return Object.keys(value);
  return sequence(value).flatMap((item) => {
    const name = isMapping(item) ? item.source : item;
    return typeof name === "string" ? [name] : [];
  });
}
__name(namesOf, "namesOf");
var MODES = ["replicated", "global", "replicated-job", "global-job"];
var modeOf = /* @__PURE__ */ __name((value) => MODES.find((mode) => mode === value) ?? "replicated", "modeOf");

// src/stack/read/model-values.rules.ts
var text2 = /* @__PURE__ */ __name((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "", "text");
var texts2 = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value.map(text2) : value === void 0 || value === null ? [] : [text2(value)], "texts");
var serviceEntries = /* @__PURE__ */ __name((model) => Object.entries(mapping(model.services)).map(([name, service]) => [name, mapping(service)]), "serviceEntries");
function mapServices(model, change) {
  const services = serviceEntries(model).map(([name, service]) => [name, change(service, name)]);
  return { ...model, services: Object.fromEntries(services) };
}
__name(mapServices, "mapServices");
var withDeploy = /* @__PURE__ */ __name((service, over) => ({
  ...service,
  deploy: { ...mapping(service.deploy), ...over }
}), "withDeploy");
function record(value, separator = "=") {
  if (isMapping(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        item === null || item === void 0 ? null : text2(item)
      ])
    );
  return Object.fromEntries(
    sequence(value).map((item) => {
      const whole = text2(item);
      const at = whole.indexOf(separator);
      return at < 0 ? [whole, null] : [whole.slice(0, at), whole.slice(at + separator.length)];
    })
  );
}
__name(record, "record");

// src/stack/read/origins.rules.ts
var Origins = class {
  static {
    __name(this, "Origins");
  }
  #entries = /* @__PURE__ */ new WeakMap();
  set(container, key, place, tag) {
    if (!place) return;
    const entries2 = this.#entries.get(container) ?? /* @__PURE__ */ new Map();
    entries2.set(String(key), { place, tag });
    this.#entries.set(container, entries2);
  }
  of(container, key) {
    return this.#entries.get(container)?.get(String(key))?.place;
  }
  tagOf(container, key) {
    return this.#entries.get(container)?.get(String(key))?.tag;
  }
  /** Gives a key of one container the place and the tag that a key of another has. */
  copy(from, fromKey, to, toKey = fromKey) {
    const entry = this.#entries.get(from)?.get(String(fromKey));
    if (entry) this.set(to, toKey, entry.place, entry.tag);
  }
};

// src/stack/read/render.rules.ts
var import_yaml6 = __toESM(require_dist(), 1);
var FIRST = ["version", "services", "networks", "volumes", "secrets", "configs"];
function renderStack(model) {
  const version = model.version === void 0 || model.version === null ? {} : { version: String(model.version) };
  return (0, import_yaml6.stringify)(ordered({ ...model, ...version }, FIRST), {
    // Docker's parser takes plain words such as no, on and 0o17 for other things than texts: YAML 1.1 and more.
    version: "1.1",
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    aliasDuplicateObjects: false
  });
}
__name(renderStack, "renderStack");
function ordered(value, first = []) {
  if (typeof value === "string") return value.replaceAll("$", "$$$$");
  if (Array.isArray(value)) return value.map((item) => ordered(item));
  if (!isMapping(value)) return value;
  const place = /* @__PURE__ */ __name((key) => first.includes(key) ? first.indexOf(key) : first.length, "place");
  const keys = Object.keys(value).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    keys.flatMap((key) => value[key] === void 0 ? [] : [[key, ordered(value[key])]])
  );
}
__name(ordered, "ordered");

// src/stack/read/shown-path.rules.ts
import path2 from "node:path";
function showPathsFrom(root) {
  return (file) => {
    const absolute = path2.resolve(file);
    const below = path2.relative(root, absolute);
    const isOutside = below === "" || /^\.\.(?:\/|$)/.test(below);
    return isOutside ? absolute : below;
  };
}
__name(showPathsFrom, "showPathsFrom");

// src/plain/object-names.ts
import { createHash } from "node:crypto";
var NAME_LIMIT = 64;
var TAG_LENGTH = 12;
var taggedName = /* @__PURE__ */ __name((base, tag) => `${base.slice(0, NAME_LIMIT - tag.length - 1)}-${tag}`, "taggedName");
var OUR_PREFIX = "swarmline-";
var secretBookName = /* @__PURE__ */ __name((prefix, stack, token, room = 0) => `${bookName(prefix, stack, token.length + 1 + room)}-${token}`, "secretBookName");
function bookName(prefix, stack, room = 0) {
  const name = `${OUR_PREFIX}${prefix}-${stack}`;
  if (name.length + room <= NAME_LIMIT) return name;
  const tag = createHash("sha256").update(stack).digest("hex").slice(0, TAG_LENGTH);
  return `${name.slice(0, NAME_LIMIT - room - TAG_LENGTH - 1)}-${tag}`;
}
__name(bookName, "bookName");

export {
  YAML_BUDGET,
  keyText,
  isMergeKey,
  beside,
  parseComposeFile,
  entriesAt,
  isMapping,
  mapping,
  sequence,
  isScalarValue,
  put,
  own,
  inLine,
  contentSources,
  entriesOf,
  checkSources,
  collectFindings,
  inWords,
  inOrder,
  saidOnce,
  requireNoErrors,
  environmentValues,
  secondsOf,
  envFilePaths,
  applyProfiles,
  toV3,
  parsePort,
  servicesOf,
  fileSources,
  ownNames,
  text2 as text,
  texts2 as texts,
  serviceEntries,
  mapServices,
  withDeploy,
  record,
  Origins,
  renderStack,
  showPathsFrom,
  taggedName,
  OUR_PREFIX,
  secretBookName,
  bookName
};
