import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  together
} from "./chunk-56DIHYR5.js";
import {
  otherProvider,
  sizeDiffers
} from "./chunk-KZPCBKD5.js";
import {
  attachEngine,
  chooseEngine,
  clusterDir,
  connectNodes,
  ensureNetwork,
  isAnswering,
  isRunning,
  keepEngine,
  listOurs,
  loadProviders,
  makeTemplate,
  openEngine,
  openRegistry,
  raiseSwarm,
  readLogin,
  refuseStrangers,
  rotateLogin,
  shelveStock,
  sweepLeftovers,
  takeDown,
  withLock
} from "./chunk-VY6UFCML.js";
import {
  runFolder
} from "./chunk-Y6DKSQJD.js";
import {
  HUB,
  familiarReference,
  formatReference,
  parseReference
} from "./chunk-IHAFRL7X.js";
import {
  readClusterIfAny,
  saveCluster
} from "./chunk-7PBAD6LM.js";
import "./chunk-XZ3JECAM.js";
import "./chunk-TJ27BSE2.js";
import {
  forCleanup
} from "./chunk-FOYQSE6Y.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-3756DWSM.js";
import {
  readProgress
} from "./chunk-3F5NFXT3.js";
import {
  lastLines
} from "./chunk-OQZ7L6BY.js";
import {
  require_tar_stream
} from "./chunk-WES5KB2D.js";
import {
  heartbeatOf
} from "./chunk-GAKRI3AT.js";
import {
  require_dist
} from "./chunk-KJJA2MS7.js";
import {
  noteOnManagers,
  planAddresses
} from "./chunk-GLQH7T3A.js";
import "./chunk-QC7MLPOP.js";
import {
  socketOf
} from "./chunk-7VU3LO77.js";
import "./chunk-3O37WTJB.js";
import {
  isOf,
  whoseOf
} from "./chunk-SXYHN7PR.js";
import {
  expiryOf,
  ownLabels
} from "./chunk-L75CFZRI.js";
import "./chunk-67CIDXMZ.js";
import "./chunk-D6Y7AYYV.js";
import "./chunk-V755GLVH.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError,
  explain
} from "./chunk-R2JIAELI.js";
import {
  __name,
  __toESM
} from "./chunk-TLGIOUIF.js";

// src/usecases/up.ts
import { createHash as createHash2, randomUUID } from "node:crypto";

// src/images/offline/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
function imageArchive(images) {
  const archive = (0, import_tar_stream.pack)();
  const byConfig = Map.groupBy(images, (image) => image.config.digest);
  void fill(archive, byConfig).catch((error) => archive.destroy(error));
  return Readable.from(archive, { objectMode: false });
}
__name(imageArchive, "imageArchive");
async function fill(archive, byConfig) {
  const written = /* @__PURE__ */ new Set();
  const index = [];
  for (const images of byConfig.values()) {
    const [{ config, layers } = absent()] = images;
    const entry = { Config: `${hexOf(config)}.json`, Layers: layers.map(nameOf) };
    await addBlob(archive, entry.Config, config, written);
    for (const layer of layers) await addBlob(archive, nameOf(layer), layer, written);
    index.push({
      ...entry,
      RepoTags: images.map(({ reference }) => familiarReference(parseReference(reference)))
    });
  }
  archive.entry({ name: "manifest.json", mtime: /* @__PURE__ */ new Date(0) }, JSON.stringify(index));
  archive.finalize();
}
__name(fill, "fill");
async function addBlob(archive, name, blob, written) {
  if (written.has(name)) return;
  written.add(name);
  await pipeline(
    createReadStream(blob.path),
    archive.entry({ name, size: blob.sizeBytes, mtime: /* @__PURE__ */ new Date(0) })
  );
}
__name(addBlob, "addBlob");
var nameOf = /* @__PURE__ */ __name((layer) => `${hexOf(layer)}/layer.tar`, "nameOf");
function hexOf({ digest }) {
  return digest.slice("sha256:".length);
}
__name(hexOf, "hexOf");
function absent() {
  throw new Error("a group holds at least one image");
}
__name(absent, "absent");

// src/images/images.ts
var ensureStandIns = /* @__PURE__ */ __name(async (...args) => (await import("./bases-EOT3OJ6N.js")).ensureStandIns(...args), "ensureStandIns");
var fetchOfficial = /* @__PURE__ */ __name(async (...args) => (await import("./official-VALDCHVS.js")).fetchOfficial(...args), "fetchOfficial");
var isUpstreamReachable = /* @__PURE__ */ __name(async (...args) => (await import("./official-VALDCHVS.js")).isUpstreamReachable(...args), "isUpstreamReachable");
var obtainPackages = /* @__PURE__ */ __name((cacheDir) => async (...args) => (await import("./obtain-GOJ3O2MG.js")).obtainPackages(cacheDir)(...args), "obtainPackages");
var pushArchive = /* @__PURE__ */ __name(async (...args) => (await import("./push-5BFDUR75.js")).pushImage(...args), "pushArchive");
var writeStock = /* @__PURE__ */ __name(async (...args) => (await import("./stock-KPYF23XA.js")).writeStock(...args), "writeStock");
var dockerTools = /* @__PURE__ */ __name(async (...args) => (await import("./tools-BOCFMY23.js")).dockerTools(...args), "dockerTools");

// src/images/dockerfile-lines.rules.ts
function readDockerfile(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const directives = readDirectives(lines);
  const mark = directives.escape === "`" ? "`" : "\\";
  const instructions = [];
  let awaited = [];
  let open2;
  lines.forEach((raw, index) => {
    const document = awaited[0];
    if (document) {
      if ((document.isStripped ? raw.replace(/^\t+/, "") : raw) === document.end) awaited = awaited.slice(1);
      return;
    }
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const isContinued = line.endsWith(mark);
    const joined = `${open2?.text ?? ""}${isContinued ? line.slice(0, -1) : line}`;
    const begin = open2?.line ?? index + 1;
    open2 = isContinued ? { text: joined, line: begin } : void 0;
    if (open2) return;
    const instruction = readInstruction(joined, begin);
    instructions.push(instruction);
    awaited = hereDocuments(instruction);
  });
  if (open2)
    instructions.push(readInstruction(open2.text, open2.line));
  return { directives, instructions };
}
__name(readDockerfile, "readDockerfile");
function readInstruction(text, line) {
  const [, keyword = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  return { keyword: keyword.toUpperCase(), rest: rest.trim(), line };
}
__name(readInstruction, "readInstruction");
function readDirectives(lines) {
  const directives = {};
  for (const line of lines) {
    const [, name, value] = /^#\s*([a-zA-Z][\w-]*)\s*=\s*(.+?)\s*$/.exec(line.trim()) ?? [];
    if (name === void 0 || value === void 0) break;
    directives[name.toLowerCase()] ??= value;
  }
  return directives;
}
__name(readDirectives, "readDirectives");
function hereDocuments({ keyword, rest }) {
  const words = keyword === "ONBUILD" ? rest.split(/\s+/).slice(1) : rest.split(/\s+/);
  if (!/^(RUN|COPY|ADD|ONBUILD)$/.test(keyword)) return [];
  return words.flatMap((word) => {
    const [, dash, quoted] = /^\d*<<(-?)([^<]+)$/.exec(word) ?? [];
    const end = quoted?.replace(/^(["'])(.*)\1$/, "$2");
    return end ? [{ end, isStripped: dash === "-" }] : [];
  });
}
__name(hereDocuments, "hereDocuments");

// src/images/dockerfile-bases.rules.ts
function basesOfDockerfile(text, buildArgs = {}) {
  const { directives, instructions } = readDockerfile(text);
  const images = /* @__PURE__ */ new Set();
  const stages = /* @__PURE__ */ new Set();
  const defaults = /* @__PURE__ */ new Map();
  const add2 = /* @__PURE__ */ __name((name, written, line) => {
    if (name === "scratch" || stages.has(name.toLowerCase())) return;
    images.add(checked(name, written, line));
  }, "add");
  if (directives.syntax) add2(directives.syntax, directives.syntax, 1);
  let count = 0;
  for (const instruction of instructions) {
    const { keyword, rest, line } = instruction;
    if (keyword === "ARG" && count === 0) {
      for (const [name, value] of argumentsOf(rest)) {
        const given = buildArgs[name] ?? (value === void 0 ? void 0 : expand(value, defaults));
        if (given !== void 0) defaults.set(name, given);
      }
    } else if (keyword === "FROM") {
      const [written = "", as, stage] = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
      add2(expand(unquoted(written), defaults), written, line);
      stages.add(String(count++));
      if (as?.toLowerCase() === "as" && stage) stages.add(stage.toLowerCase());
    } else {
      for (const name of sourcesOf(instruction)) add2(name, name, line);
    }
  }
  return [...images];
}
__name(basesOfDockerfile, "basesOfDockerfile");
function sourcesOf({ keyword, rest }) {
  const inner = keyword === "ONBUILD" ? rest.replace(/^(\S+)\s*/, "") : rest;
  const flags = inner.split(/\s+/).filter((word) => word.startsWith("--"));
  return flags.flatMap((flag) => {
    const copied = /^--from=(.+)$/.exec(flag)?.[1];
    const mounted = /^--mount=(.+)$/.exec(flag)?.[1]?.split(",").find((part) => part.startsWith("from="));
    const name = unquoted(copied ?? mounted?.slice("from=".length) ?? "");
    return name && !name.includes("$") ? [name] : [];
  });
}
__name(sourcesOf, "sourcesOf");
function argumentsOf(rest) {
  const words = rest.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => {
    const [, name = word, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    return [name, value === void 0 ? void 0 : unquoted(value)];
  });
}
__name(argumentsOf, "argumentsOf");
var LONGEST_NAME = 4096;
var INNERMOST = /\$\{(\w+)(?:(:?[-+])([^${}]*))?\}|\$(\w+)/g;
function expand(text, values) {
  if (text.length > LONGEST_NAME)
    throw new SwarmlineError("input", "an image\u2019s name in the Dockerfile is too long", {
      hint: "write it with fewer variables"
    });
  const once = text.replace(INNERMOST, (_, braced, operator, word, bare) => {
    const value = values.get(braced ?? bare);
    const isSet = operator?.startsWith(":") ? Boolean(value) : value !== void 0;
    if (operator?.endsWith("-")) return isSet ? value ?? "" : word;
    if (operator?.endsWith("+")) return isSet ? word : "";
    return value ?? "";
  });
  return once === text ? text : expand(once, values);
}
__name(expand, "expand");
function unquoted(text) {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}
__name(unquoted, "unquoted");
function checked(name, written, line) {
  try {
    parseReference(name);
    return name;
  } catch (cause) {
    const isExpanded = written.includes("$");
    throw new SwarmlineError(
      "input",
      `Dockerfile line ${line}: ${JSON.stringify(written)} names no image${isExpanded && name ? `: it is ${JSON.stringify(name)}` : ""}`,
      {
        hint: isExpanded ? "give the variable a default (ARG NAME=value before the first FROM) or a build argument" : "write it as [registry/]name[:tag], in lower case",
        cause
      }
    );
  }
}
__name(checked, "checked");

// src/usecases/base-images.ts
var UPSTREAM = "https://registry-1.docker.io";
var ARCHITECTURES = { x64: "amd64", arm64: "arm64" };
async function baseImages(request, fx) {
  const upstream = request.upstream ?? UPSTREAM;
  if (!await isUpstreamReachable(upstream, fx.signal))
    return { images: await ensureStandIns(request, fx), isOffline: true };
  const architecture = ARCHITECTURES[process.arch] ?? process.arch;
  const place = { cacheDir: request.cacheDir, upstream, architecture };
  const images = [];
  for (const reference of request.references) {
    const { repository, tag, digest } = parseReference(reference);
    const name = digest ?? tag ?? "latest";
    images.push(
      await fx.log.step(
        `Fetch ${reference}`,
        (update) => fetchOfficial({ reference, repository, tag: name }, place, fx, update)
      )
    );
  }
  return { images, isOffline: false };
}
__name(baseImages, "baseImages");

// src/usecases/bases.ts
import { readFile } from "node:fs/promises";
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
function tokensOf(text, lines, maxBytes) {
  if (Buffer.byteLength(text) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, "split it");
  const lexemes = [];
  let offset = 0;
  const depthWith = createDepth();
  for (const lexeme of new import_yaml2.Lexer().lex(text)) {
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
  let count = 0;
  return tokens.filter((token) => token.type !== type || ++count <= YAML_BUDGET.faults);
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
function readYaml(text, how) {
  const lines = new import_yaml4.LineCounter();
  const faults = [];
  const complain = /* @__PURE__ */ __name((offset, text2, hint) => {
    if (faults.length < YAML_BUDGET.faults) faults.push({ ...placeAt(lines, offset), text: text2, hint });
  }, "complain");
  try {
    const [document, second] = documentsOf(text, lines, how);
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
    return { faults: [{ ...placeIn(text, error.offset), text: error.message, hint: error.hint }] };
  }
}
__name(readYaml, "readYaml");
function placeIn(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
__name(placeIn, "placeIn");
function documentsOf(text, lines, { hasMerges = false, hasStringKeys = false, maxBytes = YAML_BUDGET.bytes }) {
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
  for (const document of composer.compose(tokensOf(text, lines, maxBytes))) {
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
    const count = isWarning ? ++warnings : ++errors;
    if (count <= YAML_BUDGET.faults) report(source, code, message, isWarning);
  };
}
__name(reportFew, "reportFew");
function placeAt(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
__name(placeAt, "placeAt");

// src/stack/read/interpolate.rules.ts
var MAX_LENGTH = 1024 * 1024;

// src/stack/read/compose-document.rules.ts
var import_yaml5 = __toESM(require_dist(), 1);
import path from "node:path";
function parseComposeFile(file, text, shownAs = file) {
  const read = readYaml(text, { hasMerges: true, what: "a stack file", begins: "it begins with services:" });
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
    text,
    document: yaml.document,
    yaml,
    lineOf,
    at: /* @__PURE__ */ __name((node) => `${shownAs}:${lineOf(node)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");

// src/stack/read/compose-file.ts
async function readComposeFile(file, shownAs = file) {
  const text = await readText(file, YAML_BUDGET.bytes, shownAs).catch((cause) => {
    if (cause instanceof SwarmlineError) throw cause;
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "name the stack file with --compose-file",
      cause
    });
  });
  return parseComposeFile(file, text, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/stack/read/plain-model.rules.ts
var import_yaml6 = __toESM(require_dist(), 1);

// src/usecases/bases.ts
async function neededBases(request) {
  const found = await Promise.all([
    ...request.buildContexts.map(async (context) => basesOfDockerfile(await dockerfileIn(context))),
    ...request.composeFiles.map(imagesOf)
  ]);
  const ofHub = found.flat().filter((reference) => parseReference(reference).domain === HUB);
  const byName = new Map(ofHub.map((reference) => [formatReference(parseReference(reference)), reference]));
  return [...byName.values()].sort();
}
__name(neededBases, "neededBases");
async function dockerfileIn(context) {
  const file = path2.join(context, "Dockerfile");
  return readFile(file, "utf8").catch((cause) => {
    throw new SwarmlineError("input", `${file} cannot be read`, {
      hint: "name a folder with a Dockerfile: --build-context FOLDER",
      cause
    });
  });
}
__name(dockerfileIn, "dockerfileIn");
async function imagesOf(file) {
  const model = (await readComposeFile(file)).yaml.plain();
  return Object.values(model?.services ?? {}).flatMap((service) => {
    const image = service?.image;
    return typeof image === "string" && !image.includes("$") ? [image] : [];
  });
}
__name(imagesOf, "imagesOf");

// src/usecases/failed-run.ts
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path3 from "node:path";

// src/usecases/engine-logs.ts
var withoutTokens = /* @__PURE__ */ __name((line) => line.replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026"), "withoutTokens");

// src/usecases/failed-run.ts
var LOGS_MS = 3e4;
var MOST_LINES = 5e3;
async function explainRun(error, cluster, home, fx) {
  if (fx.signal.aborted) return error;
  const folder = path3.join(home.cacheDir, "failed", cluster.name);
  const why = await keepLogs(cluster, folder, home, forCleanup(fx, LOGS_MS)).catch((cause) => {
    fx.log.debug(`not all logs could be kept: ${explain(cause)}`);
    return cause;
  });
  fx.log.info(`The last logs of its engine and containers are kept in ${folder}`);
  if (why instanceof SwarmlineError && why.code === "disk-full") return why;
  if (!await hasEnded(cluster.engine, fx)) return error;
  return new SwarmlineError("vm-failed", `the VM of the swarm ${cluster.name} ended by itself`, {
    hint: `its console is in ${path3.join(folder, CONSOLE)}; when that gives no reason, see whether the kernel ended QEMU for its memory: dmesg`,
    cause: error
  });
}
__name(explainRun, "explainRun");
var CONSOLE = "console.log";
async function keepLogs(cluster, folder, home, fx) {
  const { name, engine: state } = cluster;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 448 });
  if (state.kind === "vm") await copyFile(runFolder(state.runDir).console, path3.join(folder, CONSOLE));
  const engine = await attachEngine(state, clusterDir(home, name), fx);
  const client = connectEngine(engine.socketPath);
  try {
    const containers = (await listOurs(client, name, fx.signal)).filter(
      ({ kind, labels }) => kind === "container" && isOf(whoseOf(cluster), labels)
    );
    for (const container of containers) {
      const lines = (await lastLines(client, container.id, MOST_LINES)).map(withoutTokens);
      await writeFile(path3.join(folder, `${container.name}.log`), `${lines.join("\n")}
`, { mode: 384 });
    }
  } finally {
    client.close();
  }
}
__name(keepLogs, "keepLogs");
var hasEnded = /* @__PURE__ */ __name(async (state, fx) => state.kind === "vm" && !await isRunning(state, fx).catch(() => true), "hasEnded");

// src/usecases/furnish.ts
import { createHash } from "node:crypto";
import path4 from "node:path";
function furnishingKey(f) {
  const content = [f.cluster, f.registryImage.digest, ...f.bases.map((b) => `${b.reference} ${b.digest}`)];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
__name(furnishingKey, "furnishingKey");
async function furnish(f, opened, fx) {
  const spec = {
    cluster: f.cluster,
    labels: f.labels,
    image: f.registryImage.reference,
    addresses: f.addresses,
    dockerConfigDir: f.dockerConfigDir,
    cliPluginsExtraDirs: [f.pluginsDir]
  };
  if (opened.restoredKey) {
    await fx.log.step("New login for the registry", () => rotateLogin(spec, opened.engine, fx));
    return;
  }
  const { engine } = opened;
  await fx.log.step("Start the registry", async () => {
    await loadImages(engine, [f.registryImage, ...f.nodeImage ? [f.nodeImage] : []], fx);
    const client = connectEngine(engine.socketPath);
    try {
      await ensureNetwork(client, { ...f, engine }, fx.signal);
    } finally {
      client.close();
    }
    await openRegistry(spec, engine, fx);
    await shelveStock(f, engine, fx);
  });
  await fx.log.step("Fill the mirror", () => seed(f, engine, fx));
  if (opened.state.kind !== "vm") return;
  const references = f.bases.map((base) => base.reference);
  const doors = { reference: f.addresses.registry, mirror: f.addresses.mirror };
  await fx.log.step(
    "Fill the store that nodes begin with",
    () => makeTemplate({ ...f, registry: doors, isOffline: true }, references, engine, fx)
  );
}
__name(furnish, "furnish");
async function loadImages(engine, images, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    const answer = await client.stream("POST", "/images/load", {
      query: { quiet: true },
      body: imageArchive(images),
      contentType: "application/x-tar",
      timeoutMs: 3e5,
      signal: fx.signal
    });
    await readProgress("loading images", answer);
  } finally {
    client.close();
  }
}
__name(loadImages, "loadImages");
async function seed(f, engine, fx) {
  const [address = "", port] = f.addresses.registry.split(":");
  const endpoint = await engine.openPort(address, Number(port));
  const login = await readLogin(f.dockerConfigDir, f.addresses.registry);
  for (const base of f.bases) {
    const { repository, tag = "latest" } = parseReference(base.reference);
    await pushArchive({ endpoint, login }, base, repository, tag, fx);
  }
}
__name(seed, "seed");
var standInsOf = /* @__PURE__ */ __name((bases) => bases.flatMap(({ reference, madeFrom, digest }) => madeFrom ? [{ reference, madeFrom, digest }] : []), "standInsOf");
var dockerConfigDirOf = /* @__PURE__ */ __name((clusterFolder) => path4.join(clusterFolder, "docker"), "dockerConfigDirOf");

// src/usecases/up.ts
var REGISTRY_IMAGE = "registry:2";
var NODE_IMAGE = "docker:dind";
async function up(request, home, fx) {
  const addresses = planAddresses(request);
  checkLabels(request, addresses.nodes);
  const note = noteOnManagers(request.managers);
  if (note) fx.log.debug(note);
  await sweepLeftovers(fx);
  return withLock(home.stateDir, request.name, async () => {
    const running = await runningCluster(request, home, fx);
    if (running) return running;
    try {
      return await raise(request, addresses, home, fx);
    } catch (error) {
      await takeDown(request.name, home, forCleanup(fx), "keep").catch(
        (left) => fx.log.warn(`not everything could be taken down: ${explain(left)}`)
      );
      throw error;
    }
  });
}
__name(up, "up");
async function raise(request, addresses, home, fx) {
  const { name, ttlHours, owner } = request;
  const dir = clusterDir(home, name);
  const createdAt = fx.clock.now();
  const run = randomUUID();
  const labels = ownLabels({ cluster: name, owner, run, createdAt, ttlHours });
  const { chosen, furnishing, isOffline } = await prepare(
    request,
    { addresses, labels, dir, cacheDir: home.cacheDir },
    fx
  );
  const { registry: reference, mirror } = addresses;
  const registry = { reference, mirror, dockerConfigDir: furnishing.dockerConfigDir };
  const cluster = {
    schema: 1,
    name,
    run,
    ...request.dockerHost === void 0 ? {} : { namedEngine: request.dockerHost },
    provider: "dind",
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: expiryOf({ createdAt, ttlHours }),
    nodes: [],
    registry,
    standIns: standInsOf(allImages(furnishing))
  };
  const raisedKey = raisedKeyOf(request, furnishing, createdAt);
  const opened = await openEngine(
    chosen,
    { snapshotKeys: [raisedKey], stock: /* @__PURE__ */ __name((path5) => writeStock(path5, furnishing.bases, reference), "stock") },
    // Written down at once: a run that is killed from here on can still be taken down.
    (engine) => saveCluster(home.stateDir, { ...cluster, engine, engineTitle: engine.kind, hasMesh: false }),
    fx
  );
  await refuseStrangers(whoseOf({ ...cluster, engine: opened.state }), opened.engine, fx);
  try {
    await furnish(furnishing, opened, fx);
    const spec = { cluster: name, addresses, labels, nodeLabels: request.labels, registry, isOffline };
    const { engine, nodes } = await raiseOn(opened, spec, raisedKey, fx);
    const { title: engineTitle, hasMesh } = engine;
    const done = {
      ...cluster,
      engine: opened.state,
      engineTitle,
      hasMesh,
      nodes,
      heartbeatSeconds: heartbeatOf(engine)
    };
    await saveCluster(home.stateDir, done);
    return done;
  } catch (error) {
    throw await explainRun(error, { ...cluster, engine: opened.state }, home, fx);
  }
}
__name(raise, "raise");
async function raiseOn(opened, spec, key, fx) {
  const nodes = await raiseSwarm((await loadProviders()).dind.maker, spec, opened.engine, fx);
  if (opened.state.kind !== "vm" || opened.restoredKey) return { engine: opened.engine, nodes };
  const engine = await keepEngine(opened, key, fx);
  return { engine, nodes: await reopenSockets(spec.cluster, nodes, engine) };
}
__name(raiseOn, "raiseOn");
async function prepare(request, place, fx) {
  const { name, suite, dockerHost, hostKey, certDir } = request;
  const { dir, cacheDir, addresses, labels } = place;
  const references = await neededBases(request);
  const [chosen, { images, isOffline }, tools] = await together(fx, (within) => [
    chooseEngine(
      {
        choice: request.engine,
        ...{ dockerHost, hostKey, certDir },
        runDir: dir,
        cacheDir,
        suite,
        nodeImage: NODE_IMAGE,
        isMeshOptional: request.endpoint === "dnsrr",
        obtain: obtainPackages(cacheDir)
      },
      within
    ),
    baseImages({ references: [...references, REGISTRY_IMAGE], suite, cacheDir }, within),
    dockerTools({ cacheDir, suite }, within)
  ]);
  const isNodeImageNeeded = chosen.kind === "host" && chosen.engine.nodeSource.kind === "image";
  const [nodeImage] = isNodeImageNeeded ? (await baseImages({ references: [NODE_IMAGE], suite, cacheDir }, fx)).images : [];
  const registryImage = images.find((image) => image.reference === REGISTRY_IMAGE);
  if (!registryImage) throw new SwarmlineError("not-found", `the image ${REGISTRY_IMAGE} is not there`);
  const bases = images.filter((image) => references.includes(image.reference));
  const dockerConfigDir = dockerConfigDirOf(dir);
  const { pluginsDir } = tools;
  return {
    chosen,
    // A VM of ours has no way out, whatever this machine has.
    isOffline: isOffline || chosen.kind === "vm",
    furnishing: {
      cluster: name,
      addresses,
      labels,
      dockerConfigDir,
      pluginsDir,
      bases,
      registryImage,
      nodeImage
    }
  };
}
__name(prepare, "prepare");
var allImages = /* @__PURE__ */ __name(({ bases, registryImage, nodeImage }) => [
  ...bases,
  registryImage,
  ...nodeImage ? [nodeImage] : []
], "allImages");
function raisedKeyOf(request, furnishing, nowMs) {
  const month = new Date(nowMs).toISOString().slice(0, 7);
  const { managers, workers, labels } = request;
  const content = [
    furnishingKey(furnishing),
    managers,
    workers,
    labels,
    heartbeatOf({ isEmulated: true }),
    month
  ];
  return createHash2("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
__name(raisedKeyOf, "raisedKeyOf");
var reopenSockets = /* @__PURE__ */ __name((cluster, nodes, engine) => Promise.all(
  nodes.map(async (node) => ({
    ...node,
    socketPath: await engine.openSocket(socketOf(cluster, node.name), node.name)
  }))
), "reopenSockets");
function checkLabels(request, nodes) {
  const unknown = Object.keys(request.labels).filter((name) => !nodes.some((node) => node.name === name));
  if (unknown.length > 0)
    throw new SwarmlineError("usage", `there is no node ${unknown.join(", ")} to label`, {
      hint: `the nodes are ${nodes.map((node) => node.name).join(", ")}`
    });
}
__name(checkLabels, "checkLabels");
async function runningCluster(request, home, fx) {
  const cluster = await readClusterIfAny(home.stateDir, request.name);
  if (!cluster) return void 0;
  if (cluster.provider !== "dind") throw otherProvider(cluster);
  if (cluster.nodes.length > 0 && await answers(cluster, fx)) {
    if (cluster.nodes.length !== request.managers + request.workers) throw sizeDiffers(cluster);
    fx.log.info(`${request.name} is already up`);
    return cluster;
  }
  fx.log.info(`what is left of ${request.name} is cleared away first`);
  await takeDown(request.name, home, fx);
  return void 0;
}
__name(runningCluster, "runningCluster");
async function answers({ name, nodes }, fx) {
  const connected = await connectNodes(nodes, fx);
  try {
    return await isAnswering(name, connected.nodes, fx);
  } finally {
    await connected.close();
  }
}
__name(answers, "answers");
export {
  up
};
