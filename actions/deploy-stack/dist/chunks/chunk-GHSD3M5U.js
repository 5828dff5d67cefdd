import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  OUR_PREFIX,
  Origins,
  YAML_BUDGET,
  applyProfiles,
  beside,
  checkSources,
  collectFindings,
  contentSources,
  entriesAt,
  envFilePaths,
  environmentValues,
  fileSources,
  inLine,
  inOrder,
  isMapping,
  isMergeKey,
  isScalarValue,
  keyText,
  mapServices,
  mapping,
  own,
  ownNames,
  parseComposeFile,
  put,
  record,
  renderStack,
  requireNoErrors,
  saidOnce,
  secondsOf,
  sequence,
  serviceEntries,
  servicesOf,
  showPathsFrom,
  texts,
  toV3
} from "./chunk-5THPO6YE.js";
import {
  runWithoutEngine
} from "./chunk-5XKDYEV4.js";
import {
  nearest
} from "./chunk-HFVHSVFW.js";
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import {
  HIDDEN,
  withoutUrlSecrets
} from "./chunk-YQM7MODX.js";
import {
  SwarmlineError,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/plain/hide-values.ts
var SHORTEST = 4;
function withoutValues(said, values) {
  const known = [...values].flatMap((value) => [value, ...value.split(/\r?\n/)]).map((value) => value.trim());
  const longestFirst = [...new Set(known)].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return withoutUrlSecrets(longestFirst.reduce((text, value) => text.replaceAll(value, HIDDEN), said));
}
__name(withoutValues, "withoutValues");

// src/stack/lint/ask-compose.ts
var TIMEOUT_MS = 3e4;
var NO_PLUGIN = /is not a docker command|unknown (shorthand )?flag|unknown command/i;
async function askCompose(request, fx) {
  const { docker, model, variables, projectDir } = request;
  const options = { cwd: projectDir, isChecked: false, isGroup: true, timeoutMs: TIMEOUT_MS };
  const input = renderStack(model);
  const said = await runWithoutEngine(fx.exec, docker, argumentsFor(projectDir), {
    ...options,
    input,
    signal: fx.signal
  }).then(
    ({ exitCode, stderr, stdout }) => exitCode === 0 ? "" : stderr.trim() || stdout.trim() || `it ended with ${exitCode}`,
    (error) => {
      if (fx.signal.aborted) throw error;
      return error?.code === "missing-tool" ? "unknown command" : explain(error);
    }
  );
  if (said === "") return;
  if (NO_PLUGIN.test(said)) fx.log.debug("no compose plugin: the stack files are not checked with it");
  else fx.log.warn(`docker compose rejects the stack files: ${withoutWhatItQuotes(said, variables)}`);
}
__name(askCompose, "askCompose");
var argumentsFor = /* @__PURE__ */ __name((projectDir) => [
  ...["compose", "--project-name", "stack", "--project-directory", projectDir],
  ...["--file", "-", "--env-file", "/dev/null", "config", "--quiet"]
], "argumentsFor");
var withoutWhatItQuotes = /* @__PURE__ */ __name((said, variables) => withoutValues(lastLine(said), Object.values(variables)).replace(
  /(unexpected character |invalid \w+ )("(?:[^"\\]|\\.)*"|'[^']*')(?:.*)/,
  `$1${HIDDEN}`
), "withoutWhatItQuotes");
var lastLine = /* @__PURE__ */ __name((said) => said.split("\n").findLast((line) => line.trim() !== "" && !/level=warning/.test(line)) ?? said, "lastLine");

// src/stack/lint/young-fields.rules.ts
var sample = /* @__PURE__ */ __name((minor, service) => ({
  version: `3.${minor}`,
  services: { a: { image: "x", ...service } },
  networks: { n: {} },
  volumes: { v: {} }
}), "sample");
var YOUNG_FIELDS = [
  {
    path: "healthcheck.start_interval",
    since: { api: 44, engine: "25.0" },
    sample: sample(12, { healthcheck: { test: ["CMD", "x"], start_interval: "1s" } })
  },
  {
    path: "volumes.*.volume.subpath",
    since: { api: 45, engine: "26.0" },
    sample: sample(8, { volumes: [{ type: "volume", source: "v", target: "/v", volume: { subpath: "s" } }] })
  },
  {
    path: "oom_score_adj",
    since: { api: 46, engine: "27.0" },
    sample: sample(13, { oom_score_adj: 1 })
  },
  {
    path: "networks.*.driver_opts",
    since: void 0,
    sample: sample(13, { networks: { n: { driver_opts: { a: "b" } } } })
  },
  {
    path: "volumes.*.image.subpath",
    since: { api: 48, engine: "28.0" },
    sample: sample(13, { volumes: [{ type: "image", source: "x", target: "/v", image: { subpath: "s" } }] })
  }
];
var youngUses = /* @__PURE__ */ __name(({ model, source }) => serviceEntries(model).flatMap(
  ([service, body]) => YOUNG_FIELDS.flatMap(
    (field) => usesIn(body, field.path.split(".")).map(({ path: path7, container }) => ({
      field,
      service,
      path: path7.join("."),
      place: source?.origins.of(container, path7.at(-1) ?? "")
    }))
  )
), "youngUses");
function usesIn(value, [key = "", ...rest]) {
  if (!isMapping(value) && !Array.isArray(value)) return [];
  const entries = Object.entries(value).filter(
    ([name, inner]) => (key === "*" || name === key) && inner !== null
  );
  return entries.flatMap(
    ([name, inner]) => rest.length === 0 ? [{ path: [name], container: value }] : usesIn(inner, rest).map(({ path: path7, container }) => ({ path: [name, ...path7], container }))
  );
}
__name(usesIn, "usesIn");
function isKept({ path: path7 }, reading) {
  const read = mapping(mapping(mapping(reading).services).a);
  return usesIn(read, path7.split(".")).length > 0;
}
__name(isKept, "isKept");
var droppedByEngine = /* @__PURE__ */ __name((uses, apiVersion) => uses.flatMap(
  ({ field: { since }, service, path: path7 }) => since && isBefore(apiVersion, since.api) ? `service ${service}: ${path7} needs Docker Engine ${since.engine} (API 1.${since.api}); this engine has API ${apiVersion} and drops it` : []
), "droppedByEngine");
function isBefore(apiVersion, minor) {
  const [major = 1, own2 = 0] = apiVersion.split(".").map(Number);
  return major === 1 && own2 < minor;
}
__name(isBefore, "isBefore");

// src/stack/lint/ask-docker.ts
var import_yaml = __toESM(require_dist(), 1);
var TIMEOUT_MS2 = 3e4;
var UNSUPPORTED = /unsupported Compose file version|Additional property \S+ is not allowed/i;
async function requireKnownFields({ docker, plan }, fx) {
  const uses = youngUses(plan);
  const unknown = /* @__PURE__ */ new Set();
  for (const field of new Set(uses.map((use) => use.field)))
    if (!await isKnown(field, docker, fx)) unknown.add(field);
  if (unknown.size === 0) return;
  const { stdout } = await runWithoutEngine(fx.exec, docker, ["--version"], {
    isChecked: false,
    signal: fx.signal
  });
  throw tooOld(
    uses.filter((use) => unknown.has(use.field)),
    /\b\d+\.\d+[\w.+~-]*/.exec(stdout)?.[0] ?? "of unknown version"
  );
}
__name(requireKnownFields, "requireKnownFields");
async function isKnown(field, docker, fx) {
  const { exitCode, stdout, stderr } = await runWithoutEngine(
    fx.exec,
    docker,
    ["stack", "config", "--compose-file", "-"],
    { input: renderStack(field.sample), isChecked: false, timeoutMs: TIMEOUT_MS2, signal: fx.signal }
  );
  if (exitCode === 0) return isKept(field, (0, import_yaml.parse)(stdout));
  if (UNSUPPORTED.test(stderr)) return false;
  fx.log.debug(`docker could not be asked whether it knows ${field.path}: ${stderr.trim()}`);
  return true;
}
__name(isKnown, "isKnown");
function tooOld(uses, version) {
  const fields = uses.map(({ place, service, path: path7 }) => {
    const where = place ? `${place.file}:${place.line}: ` : "";
    return `${where}service ${service}: the docker client ${version} drops ${path7}`;
  });
  return new SwarmlineError("missing-tool", fields.join("; "), {
    hint: "use a newer docker client, or remove the field"
  });
}
__name(tooOld, "tooOld");

// src/stack/lint/load.ts
import path6 from "node:path";

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

// src/stack/read/interpolate.rules.ts
var NAME = /[_a-z][_a-z0-9]*/iy;
var OPERATION = /:?[-?+]/y;
var MAX_DEPTH = 20;
var MAX_LENGTH = 1024 * 1024;
var MAX_FAULTS = 50;
function interpolate(text, variables) {
  return replace(text, variables, 0);
}
__name(interpolate, "interpolate");
function replace(text, variables, depth) {
  const faults = [];
  let value = "";
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf("$", at);
    if (dollar === -1) break;
    value += text.slice(at, dollar);
    const found = depth < MAX_DEPTH ? expression(text, dollar + 1) : void 0;
    if (!found) return { value: "", faults: [...faults, { kind: "malformed", text }] };
    at = found.end;
    if (found.name === void 0) {
      value += "$";
      continue;
    }
    const result = resolve({ ...found, name: found.name }, variables, depth);
    value += result.value;
    faults.push(...result.faults);
    if (value.length > MAX_LENGTH) return { value: "", faults: [...faults, { kind: "too-long" }] };
    if (faults.length > MAX_FAULTS) return { value: "", faults };
  }
  return { value: value + text.slice(at), faults };
}
__name(replace, "replace");
function expression(text, start) {
  if (text[start] === "$") return { name: void 0, operation: "", rest: "", end: start + 1 };
  const isBraced = text[start] === "{";
  const name = matchAt(NAME, text, isBraced ? start + 1 : start);
  if (name === void 0) return void 0;
  if (!isBraced) return { name, operation: "", rest: "", end: start + name.length };
  const after = start + 1 + name.length;
  if (text[after] === "}") return { name, operation: "", rest: "", end: after + 1 };
  const operation = matchAt(OPERATION, text, after);
  if (operation === void 0) return void 0;
  const from = after + operation.length;
  const close = closingBrace(text, from);
  return close === -1 ? void 0 : { name, operation, rest: text.slice(from, close), end: close + 1 };
}
__name(expression, "expression");
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
__name(matchAt, "matchAt");
function closingBrace(text, from) {
  let open2 = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "$" && text[i + 1] === "{") open2++;
    else if (text[i] === "}" && open2-- === 0) return i;
  }
  return -1;
}
__name(closingBrace, "closingBrace");
var HASH = /\$[\w-]+\$/;
function defaultOf(rest, variables, depth) {
  const result = replace(rest, variables, depth + 1);
  const isPlain = !rest.includes("${") && !rest.includes("$$");
  const isMeantPlain = HASH.test(rest) || result.faults.some(({ kind }) => kind === "malformed");
  return result.faults.length > 0 && isPlain && isMeantPlain ? { value: rest, faults: [] } : result;
}
__name(defaultOf, "defaultOf");
function resolve({ name, operation, rest }, variables, depth) {
  const given = Object.hasOwn(variables, name) ? variables[name] : void 0;
  const isMissing = given === void 0 || given === "" && operation.startsWith(":");
  const sign = operation.at(-1);
  if (sign === "+") return isMissing ? { value: "", faults: [] } : replace(rest, variables, depth + 1);
  if (!isMissing) return { value: given, faults: [] };
  if (sign === "-") return defaultOf(rest, variables, depth);
  return {
    value: "",
    faults: [sign === "?" ? { kind: "required", name, message: rest } : { kind: "unset", name }]
  };
}
__name(resolve, "resolve");

// src/stack/read/env-file.rules.ts
var ASSIGNMENT = /^(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]*)[ \t]*(?:=|:(?=[ \t]))[ \t]*/;
var BARE_NAME = /^(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*(?:#.*)?$/;
function parseEnvFile(text, given, earlier = {}) {
  const variables = /* @__PURE__ */ Object.create(null);
  const faults = [];
  const known = Object.assign(/* @__PURE__ */ Object.create(null), earlier, given);
  const assign = /* @__PURE__ */ __name((name, value) => {
    variables[name] = value;
    if (!Object.hasOwn(given, name)) known[name] = value;
  }, "assign");
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const first = i + 1;
    const line = (lines[i] ?? "").trimStart();
    if (line === "" || line.startsWith("#") || BARE_NAME.test(line)) continue;
    const match = ASSIGNMENT.exec(line);
    const name = match?.groups?.name;
    if (!match || name === void 0) {
      faults.push({ line: first, what: "it is not KEY=VALUE" });
      continue;
    }
    const { raw, isLiteral, used, problem } = valueFrom(line.slice(match[0].length), lines, i + 1);
    i += used;
    if (problem) faults.push({ line: first, what: `${name}: ${problem}` });
    else if (isLiteral) assign(name, raw);
    else {
      const { value, faults: found } = interpolate(raw, known);
      assign(name, value);
      faults.push(...found.map((fault2) => ({ line: first, what: `${name}: ${inWords(fault2)}` })));
    }
  }
  return { variables: { ...variables }, faults };
}
__name(parseEnvFile, "parseEnvFile");
function valueFrom(rest, lines, next) {
  const quote = rest[0];
  if (quote !== '"' && quote !== "'")
    return { raw: rest.replace(/(^|\s)#.*$/, "").trim(), isLiteral: false, used: 0 };
  const body = [];
  let line = rest.slice(1);
  for (let used = 0; line !== void 0; line = lines[next + used++]) {
    const end = closingQuote(line, quote);
    if (end !== -1) {
      if (!/^\s*(#.*)?$/.test(line.slice(end + 1)))
        return { raw: "", isLiteral: true, used, problem: "something follows the closing quote" };
      const inner = [...body, line.slice(0, end)].join("\n");
      return { raw: quote === '"' ? unescaped(inner) : inner, isLiteral: quote === "'", used };
    }
    body.push(line);
  }
  return { raw: "", isLiteral: true, used: 0, problem: "the quote is not closed" };
}
__name(valueFrom, "valueFrom");
function closingQuote(text, quote) {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\" && quote === '"') i++;
    else if (text[i] === quote) return i;
  }
  return -1;
}
__name(closingQuote, "closingQuote");
var ESCAPES = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\", $: "$$" };
var unescaped = /* @__PURE__ */ __name((text) => text.replace(/\\([nrt"\\$])/g, (_, letter) => ESCAPES[letter] ?? ""), "unescaped");
function inWords(fault2) {
  if (fault2.kind === "malformed") return "a $ in it does not begin a variable (write it in single quotes)";
  if (fault2.kind === "too-long") return "its variables expand to more than 1 MiB";
  return fault2.kind === "unset" ? `the variable ${fault2.name} is not set` : `the variable ${fault2.name} is required`;
}
__name(inWords, "inWords");

// src/stack/read/env-files.rules.ts
function parseServiceEnv(text, variables) {
  const { variables: composed, faults } = parseEnvFile(text, variables);
  const plain = plainLines(text, variables);
  const byLine = new Map(plain.map((entry) => [entry.line, entry]));
  const values = new Map(Object.entries(composed));
  for (const { name, value, isBare } of plain) if (isBare && !values.has(name)) values.set(name, value);
  const taken = faults.flatMap(({ line }) => byLine.get(line) ?? []);
  for (const { name, value } of taken) values.set(name, value);
  const last = new Map(plain.map((entry) => [entry.name, entry]));
  const differing = [...last.values()].filter(
    ({ name, value }) => values.has(name) && values.get(name) !== value
  );
  const lines = new Set([...differing, ...taken].map(({ line }) => line));
  return {
    values: Object.fromEntries(values),
    faults: faults.filter(({ line }) => !byLine.has(line)),
    differing: [...lines].toSorted((a, b) => a - b)
  };
}
__name(parseServiceEnv, "parseServiceEnv");
function plainLines(text, variables) {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.trimStart();
    const at = line.indexOf("=");
    const name = at < 0 ? line : line.slice(0, at);
    if (name === "" || line.startsWith("#") || /\s/.test(name)) return [];
    const value = at < 0 ? Object.hasOwn(variables, name) ? variables[name] : void 0 : line.slice(at + 1);
    return value === void 0 ? [] : [{ line: index + 1, name, value, isBare: at < 0 }];
  });
}
__name(plainLines, "plainLines");
function withEnvironment(service, files, variables) {
  const { env_file: _, ...rest } = service;
  const said = Object.assign({}, ...files, record(service.environment));
  if (Object.keys(said).length === 0) return rest;
  const environment = Object.entries(said).map(([name, value]) => [
    name,
    value === null && Object.hasOwn(variables, name) ? variables[name] : value
  ]);
  return { ...rest, environment: Object.fromEntries(environment) };
}
__name(withEnvironment, "withEnvironment");

// src/stack/read/check-env-files.ts
async function checkEnvFiles(model, variables, found, shown) {
  const files = Object.values(mapping(own(model, "services"))).flatMap(
    (service) => envFilePaths(mapping(service))
  );
  for (const file of new Set(files)) {
    const text = await readText(file, YAML_BUDGET.bytes).catch(() => void 0);
    const at = /* @__PURE__ */ __name((line) => ({ file: shown(file), line }), "at");
    if (text === void 0) {
      found.add("error", "missing-file", at(1), "the env file cannot be read", {
        hint: "make it readable for this user"
      });
      continue;
    }
    const { faults, differing } = parseServiceEnv(text, variables);
    for (const { line, what } of faults)
      found.add("error", "bad-env-file", at(line), what, { hint: "write KEY=VALUE, one on a line" });
    const [first, ...others] = differing;
    if (first === void 0) continue;
    const also = others.length > 0 ? ` (and on ${others.length > 1 ? "lines" : "line"} ${shortList(others)})` : "";
    found.add(
      "warning",
      "env-file-form",
      at(first),
      `quotes, comments and variables are read as docker compose reads them${also}, and docker stack deploy alone does not`,
      { hint: "write values without quotes and comments, and both read the same" }
    );
  }
}
__name(checkEnvFiles, "checkEnvFiles");
var MOST = 10;
var shortList = /* @__PURE__ */ __name((lines) => [...lines.slice(0, MOST), ...lines.length > MOST ? ["\u2026"] : []].join(", "), "shortList");

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

// src/stack/read/contents/gather.ts
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

// src/stack/read/contents/content.ts
var LIMIT_BYTES = { secret: 512e3, config: 1024e3 };

// src/stack/read/contents/gather.ts
async function gatherContents(request) {
  const sources = contentSources(request.model);
  for (const kind of ["secret", "config"])
    for (const name of Object.keys(request.given?.[`${kind}s`] ?? {}))
      if (!sources.some((source) => source.kind === kind && source.name === name))
        throw new SwarmlineError(
          "input",
          `a content is given for the ${kind} ${name}, which the stack does not make`,
          {
            hint: `name one under ${kind}s: in the stack file, or leave it out`
          }
        );
  return Promise.all(sources.map((source) => gather(source, request)));
}
__name(gatherContents, "gatherContents");
async function gather(source, { projectDir, variables, given, shown = showPathsFrom(process.cwd()) }) {
  const { kind, name } = source;
  const known = given?.[`${kind}s`]?.[name];
  if (known !== void 0) return sized({ kind, name, bytes: Buffer.from(known) });
  switch (source.from) {
    case "file": {
      const file = path.resolve(projectDir, source.path);
      return sized({ kind, name, bytes: await readRegular(kind, name, file, shown(file)) });
    }
    case "environment": {
      const value = variables[source.variable];
      if (value === void 0)
        throw fault(
          kind,
          name,
          `the variable ${source.variable} is not set`,
          "set it, or give the content by standard input"
        );
      return sized({ kind, name, bytes: Buffer.from(value) });
    }
    case "model":
      return sized({ kind, name, bytes: Buffer.from(source.text) });
    case "nowhere":
      throw fault(kind, name, "it has no content", "give it file:, environment: or external: true");
  }
}
__name(gather, "gather");
async function readRegular(kind, name, file, shownAs) {
  const found = await stat(file).catch(() => void 0);
  if (!found)
    throw fault(
      kind,
      name,
      `there is no ${shownAs}`,
      kind === "secret" ? `create it: (umask 077; openssl rand -hex 24 > ${shownAs})` : "create it, or correct file:"
    );
  if (!found.isFile())
    throw fault(kind, name, `${shownAs} is not a regular file`, "give the content by standard input instead");
  if (found.size >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, found.size);
  return readFile(file).catch((cause) => {
    throw fault(kind, name, `${shownAs} cannot be read`, "make it readable for this user", cause);
  });
}
__name(readRegular, "readRegular");
function sized(content) {
  const { kind, name, bytes } = content;
  if (bytes.length >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, bytes.length);
  if (bytes.length === 0)
    throw fault(kind, name, "its content is empty, which a swarm refuses", "give it at least one byte");
  return content;
}
__name(sized, "sized");
var tooLarge = /* @__PURE__ */ __name((kind, name, bytes) => fault(
  kind,
  name,
  `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
  "put large files into the image or a volume"
), "tooLarge");
var fault = /* @__PURE__ */ __name((kind, name, what, hint, cause) => new SwarmlineError("input", `${kind} ${name}: ${what}`, { hint, ...cause === void 0 ? {} : { cause } }), "fault");

// src/stack/read/named-files.ts
import { stat as stat2 } from "node:fs/promises";
var namedFiles = /* @__PURE__ */ __name((model, given) => [
  ...Object.values(mapping(own(model, "services"))).flatMap((service) => envFilePaths(mapping(service))),
  ...["secrets", "configs"].flatMap(
    (section) => fileSources(model, section).flatMap(({ name, path: path7 }) => given[section].includes(name) ? [] : [path7])
  )
], "namedFiles");
async function existingFiles(model) {
  const named = Object.values(mapping(own(model, "services"))).flatMap(
    (service) => envFilePaths(mapping(service))
  );
  const there = await Promise.all(named.map(async (file) => await isFile(file) ? [file] : []));
  return new Set(there.flat());
}
__name(existingFiles, "existingFiles");
async function plannedFiles(model, origins, found, given, shown) {
  const planned = ["secret", "config"].flatMap(
    (kind) => fileSources(model, `${kind}s`).filter(({ name }) => !given[`${kind}s`].includes(name)).map(({ name, path: path7 }) => ({ kind, name, path: path7 }))
  );
  for (const { kind, name, path: path7 } of planned) {
    const bytes = await sizeOf(path7);
    const wrong = bytes === 0 ? ["its content is empty, which a swarm refuses", "give it at least one byte"] : bytes !== void 0 && bytes >= LIMIT_BYTES[kind] ? [
      `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
      "put large files into the image or a volume"
    ] : void 0;
    if (wrong)
      found.add(
        "error",
        `bad-${kind}`,
        origins.of(mapping(own(model, `${kind}s`)), name),
        `${kind} ${name}: ${wrong[0]}`,
        {
          hint: wrong[1]
        }
      );
    if (bytes !== void 0) continue;
    found.add(
      "error",
      `missing-${kind}`,
      origins.of(mapping(own(model, `${kind}s`)), name),
      `${kind} ${name}: there is no ${shown(path7)}`,
      {
        hint: kind === "secret" ? `create it: (umask 077; openssl rand -hex 24 > ${shown(path7)})` : "create it, or correct file:"
      }
    );
  }
  return planned;
}
__name(plannedFiles, "plannedFiles");
var sizeOf = /* @__PURE__ */ __name((file) => stat2(file).then(
  (found) => found.isFile() ? found.size : void 0,
  () => void 0
), "sizeOf");
var isFile = /* @__PURE__ */ __name((file) => stat2(file).then(
  (found) => found.isFile(),
  () => false
), "isFile");

// src/stack/read/read-files.ts
import path5 from "node:path";

// src/stack/read/merge.rules.ts
var REPLACED = /^services\.[^.]+\.(command|entrypoint|healthcheck\.test)$/;
var IDENTITY = [
  [/^services\.[^.]+\.ports$/, portIdentity],
  [/^services\.[^.]+\.volumes$/, (item) => `target ${String(item.target)}`],
  [/^services\.[^.]+\.(secrets|configs)$/, (item) => `target ${String(item.target ?? item.source)}`],
  [/^services\.[^.]+\.env_file$/, (item) => `path ${String(item.path)}`]
];
function portIdentity({ target, published, protocol = "tcp" }) {
  return published === void 0 || published === null ? `inside ${String(target)}/${String(protocol)}` : `outside ${String(published)}/${String(protocol)}`;
}
__name(portIdentity, "portIdentity");
var SOURCES = ["file", "environment", "content", "external", "driver"];
function merge(base, top, origins, path7 = "") {
  if (isMapping(base) && isMapping(top)) return mergeMappings(base, top, origins, path7);
  if (REPLACED.test(path7)) return top ?? base;
  if (Array.isArray(base) && Array.isArray(top)) return mergeLists(base, top, origins, path7);
  return top ?? base;
}
__name(merge, "merge");
function mergeMappings(base, top, origins, path7) {
  const made = {};
  const isReplaced = replacedKeys(base, top, path7);
  for (const key of Object.keys(base)) {
    if (isReplaced(key) && !Object.hasOwn(top, key)) continue;
    put(made, key, own(base, key));
    origins.copy(base, key, made);
  }
  for (const key of Object.keys(top)) {
    const tag = origins.tagOf(top, key);
    const below = own(made, key);
    if (tag === "reset") {
      delete made[key];
      continue;
    }
    const isKept2 = tag === "override" || below === void 0 || origins.tagOf(base, key) === "reset";
    const value = isKept2 ? own(top, key) : merge(below, own(top, key), origins, path7 ? `${path7}.${key}` : key);
    if (value === below && value !== void 0 && own(top, key) === null) continue;
    put(made, key, value);
    origins.copy(top, key, made);
  }
  return made;
}
__name(mergeMappings, "mergeMappings");
function replacedKeys(base, top, path7) {
  if (/^(secrets|configs)\.[^.]+$/.test(path7) && SOURCES.some((key) => Object.hasOwn(top, key)))
    return (key) => SOURCES.includes(key);
  const isOtherDriver = top.driver !== void 0 && base.driver !== void 0 && top.driver !== base.driver;
  if (/^services\.[^.]+\.logging$/.test(path7) && isOtherDriver) return () => true;
  return () => false;
}
__name(replacedKeys, "replacedKeys");
function mergeLists(base, top, origins, path7) {
  const identity = IDENTITY.find(([pattern]) => pattern.test(path7))?.[1];
  const idOf = /* @__PURE__ */ __name((item) => identity && isMapping(item) ? identity(item) : identity && typeof item === "string" ? `path ${item}` : JSON.stringify(item), "idOf");
  const made = [];
  const at = /* @__PURE__ */ new Map();
  for (const list of [base, top])
    for (const [i, item] of list.entries()) {
      const id = idOf(item);
      const place = at.get(id) ?? made.length;
      at.set(id, place);
      made[place] = item;
      origins.copy(list, i, made, place);
    }
  return made;
}
__name(mergeLists, "mergeLists");
function settled(value, origins) {
  if (Array.isArray(value)) {
    const made2 = value.map((item) => settled(item, origins));
    for (const i of value.keys()) origins.copy(value, i, made2);
    return made2;
  }
  if (!isMapping(value)) return value;
  const made = {};
  for (const key of Object.keys(value)) {
    if (origins.tagOf(value, key) === "reset") continue;
    put(made, key, settled(own(value, key), origins));
    origins.copy(value, key, made);
  }
  return made;
}
__name(settled, "settled");

// src/stack/read/source-reader.ts
import path4 from "node:path";

// src/stack/read/short-forms.rules.ts
import path2 from "node:path";
function longPorts(text) {
  const [, address = "", protocol = "tcp"] = /^(.*?)(?:\/([a-z]+))?$/i.exec(text.trim()) ?? [];
  const parts = address.split(":");
  const target = parts.at(-1) ?? "";
  const published = parts.at(-2) ?? "";
  const ip = parts.slice(0, -2).join(":");
  if (!isRange(target) || !(published === "" || isRange(published)) || !(ip === "" || isAddress(ip)))
    return void 0;
  const targets = range(target, 1);
  const outer = published === "" ? void 0 : range(published, 0);
  if (!targets || published !== "" && !outer) return void 0;
  const pairs2 = outer ? pair(outer, targets) : targets.map((port) => [0, port]);
  return pairs2?.map(([out, port]) => ({
    mode: "ingress",
    target: port,
    ...out === 0 ? {} : { published: out },
    protocol: protocol.toLowerCase(),
    ...ip === "" ? {} : { host_ip: ip }
  }));
}
__name(longPorts, "longPorts");
var isRange = /* @__PURE__ */ __name((text) => /^\d+(?:-\d+)?$/.test(text), "isRange");
var isAddress = /* @__PURE__ */ __name((text) => /^\d+\.\d+\.\d+\.\d+$/.test(text) || /^(?:\[[0-9a-f:.]*:[0-9a-f:.]*\]|[0-9a-f:.]*:[0-9a-f:.]*)$/i.test(text), "isAddress");
function pair(outer, targets) {
  const [only] = targets;
  if (targets.length !== 1 && targets.length !== outer.length) return void 0;
  return outer.map((port, i) => [port, targets.length === 1 ? only ?? 0 : targets[i] ?? 0]);
}
__name(pair, "pair");
function range(text, least) {
  const [from = 0, to = from] = text.split("-").map(Number);
  if (from < least || to < from || to > 65535) return void 0;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
__name(range, "range");
var PROPAGATION = /^r?(shared|slave|private)$/;
function longVolume(text) {
  const parts = text.split(":");
  const joined = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== void 0 && /^[a-z]$/i.test(last) && part.startsWith("\\"))
      joined[joined.length - 1] = `${last}:${part}`;
    else joined.push(part);
  }
  const [first = "", target, options = "", tooMany] = joined;
  if (first === "" || tooMany !== void 0 || target === "") return void 0;
  if (target === void 0) return { volume: { type: "volume", target: first }, ignored: [] };
  const isPath = /^[./~\\]|^[a-z]:\\/i.test(first);
  const volume = { type: isPath ? "bind" : "volume", source: first, target };
  const ignored = [];
  for (const option of options.split(",").filter(Boolean)) {
    if (option === "ro") volume.read_only = true;
    else if (option === "nocopy") volume.volume = { nocopy: true };
    else if (PROPAGATION.test(option)) volume.bind = { propagation: option };
    else if (option !== "rw") ignored.push(option);
  }
  return { volume, ignored };
}
__name(longVolume, "longVolume");
function pairs(list, alone) {
  const found = [];
  for (const item of list) {
    if (typeof item !== "string") return void 0;
    const at = item.indexOf("=");
    found.push(at === -1 ? [item, alone] : [item.slice(0, at), item.slice(at + 1)]);
  }
  return found;
}
__name(pairs, "pairs");
function hostLines(value) {
  const line = /* @__PURE__ */ __name((host, ip) => `${host}:${String(ip).replace(/^\[(.*)\]$/, "$1")}`, "line");
  if (Array.isArray(value)) {
    if (!value.every((item) => typeof item === "string" && /^[^:=]+[:=].+/.test(item))) return void 0;
    return value.map((item) => {
      const at = item.search(/[:=]/);
      return line(item.slice(0, at), item.slice(at + 1));
    });
  }
  if (!isMapping(value)) return void 0;
  return Object.entries(value).flatMap(
    ([host, ip]) => (Array.isArray(ip) ? ip : [ip]).filter((one) => one !== null).map((one) => line(host, one))
  );
}
__name(hostLines, "hostLines");
var absolute = /* @__PURE__ */ __name((file, baseDir) => path2.isAbsolute(file) || /^[a-z]:\\/i.test(file) ? file : path2.resolve(baseDir, file), "absolute");

// src/stack/read/canonical.rules.ts
var MAX_PORTS = 2e4;
var LISTS = ["dns", "dns_search", "env_file", "tmpfs", "profiles"];
function canonicalise(model, request) {
  for (const [name, service] of Object.entries(mapping(own(model, "services"))))
    if (isMapping(service)) canonicalService(name, service, request);
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const value of Object.values(mapping(own(model, section)))) {
      if (!isMapping(value)) continue;
      asMapping(value, "labels", "", request.origins);
      const file = own(value, "file");
      if ((section === "secrets" || section === "configs") && typeof file === "string")
        value.file = absolute(file, request.baseDir);
    }
}
__name(canonicalise, "canonicalise");
function canonicalService(name, service, request) {
  const { origins, baseDir, found } = request;
  asMapping(service, "environment", null, origins);
  for (const key of ["labels", "sysctls"]) asMapping(service, key, "", origins);
  const deploy = own(service, "deploy");
  if (isMapping(deploy)) asMapping(deploy, "labels", "", origins);
  for (const key of LISTS) asList(service, key, origins);
  for (const key of ["networks", "depends_on"]) namesAsMapping(service, key, origins);
  const hosts = own(service, "extra_hosts");
  if (isMapping(hosts) && Object.values(hosts).some(Array.isArray))
    found.translate(
      origins.of(service, "extra_hosts"),
      `extra_hosts: ${inLine(hosts)}`,
      `extra_hosts: ${inLine(hostLines(hosts))}`
    );
  rewrite(service, "extra_hosts", origins, hostLines);
  let ports = 0;
  eachItem(service, "ports", origins, (item, i, list) => {
    const long = typeof item === "string" || typeof item === "number" ? longPorts(String(item)) : void 0;
    ports += long?.length ?? 1;
    if (ports <= MAX_PORTS) return long;
    found.add("error", "too-large", origins.of(list, i), `it has more than ${MAX_PORTS} ports`, {
      service: name,
      hint: "name those that are used"
    });
    return [];
  });
  for (const key of ["secrets", "configs"])
    eachItem(service, key, origins, (item) => typeof item === "string" ? [{ source: item }] : void 0);
  eachItem(service, "env_file", origins, (item) => {
    if (typeof item === "string") return [absolute(item, baseDir)];
    if (!isMapping(item) || typeof item.path !== "string") return void 0;
    return [{ ...item, path: absolute(item.path, baseDir) }];
  });
  mounts(name, service, request);
}
__name(canonicalService, "canonicalService");
function mounts(name, service, { baseDir, origins, found }) {
  eachItem(service, "volumes", origins, (item, i, list) => {
    const place = origins.of(list, i);
    const short = typeof item === "string" ? longVolume(item) : void 0;
    for (const option of short?.ignored ?? [])
      found.add("warning", "ignored-key", place, `the mount option ${option} is ignored in a swarm`, {
        service: name
      });
    const mount = short?.volume ?? (isMapping(item) ? item : void 0);
    if (!mount) return void 0;
    const source = own(mount, "source");
    if (own(mount, "type") !== "bind" || typeof source !== "string") return short ? [mount] : void 0;
    if (source.startsWith("~")) {
      found.add("error", "home-directory", place, `${source} is a different folder for everybody`, {
        service: name,
        hint: "write the whole path of the folder on the nodes"
      });
      return [mount];
    }
    const whole = absolute(source, baseDir);
    if (whole !== source)
      found.add(
        "info",
        "relative-bind-mount",
        place,
        `${source} is a folder of this machine, and must exist on every node`,
        {
          service: name,
          hint: "use a config, a volume, or a path that every node has"
        }
      );
    mount.source = whole;
    return short ? [mount] : void 0;
  });
}
__name(mounts, "mounts");
function rewrite(target, key, origins, form) {
  const value = own(target, key);
  if (value === void 0 || value === null || origins.tagOf(target, key) === "reset") return;
  const made = form(value);
  if (made === void 0) return;
  const place = origins.of(target, key);
  if (typeof made === "object" && made !== null) {
    for (const each of Object.keys(made))
      if (!origins.of(made, each)) origins.set(made, each, placeIn(value, each, origins) ?? place);
  }
  put(target, key, made);
}
__name(rewrite, "rewrite");
var placeIn = /* @__PURE__ */ __name((container, key, origins) => typeof container === "object" && container !== null ? origins.of(container, key) : void 0, "placeIn");
function asMapping(target, key, alone, origins) {
  rewrite(target, key, origins, (value) => {
    const found = Array.isArray(value) ? pairs(value, alone) : void 0;
    return found && listedAs(value, found, origins);
  });
}
__name(asMapping, "asMapping");
function namesAsMapping(target, key, origins) {
  rewrite(
    target,
    key,
    origins,
    (value) => Array.isArray(value) && value.every((item) => typeof item === "string") ? listedAs(
      value,
      value.map((name) => [name, null]),
      origins
    ) : void 0
  );
}
__name(namesAsMapping, "namesAsMapping");
function listedAs(list, entries, origins) {
  const made = {};
  for (const [i, [name, value]] of entries.entries()) {
    put(made, name, value);
    origins.copy(list, i, made, name);
  }
  return made;
}
__name(listedAs, "listedAs");
function asList(target, key, origins) {
  rewrite(target, key, origins, (value) => isScalarValue(value) ? [value] : void 0);
}
__name(asList, "asList");
function eachItem(target, key, origins, form) {
  rewrite(target, key, origins, (value) => {
    if (!Array.isArray(value)) return void 0;
    const made = [];
    for (const [i, item] of value.entries())
      for (const each of form(item, i, value) ?? [item]) {
        origins.copy(value, i, made, made.length);
        if (isMapping(each))
          for (const inner of Object.keys(each)) {
            if (isMapping(item)) origins.copy(item, inner, each);
            else origins.set(each, inner, origins.of(value, i));
          }
        made.push(each);
      }
    return made;
  });
}
__name(eachItem, "eachItem");

// src/stack/read/extends.ts
var MAX_CHAIN = 50;
async function withBases(source, reader, trail) {
  const services = mapping(own(source.model, "services"));
  for (const name of Object.keys(services)) {
    const extended = await extendedBy(source, name, reader, trail, []);
    if (extended) put(services, name, extended);
  }
}
__name(withBases, "withBases");
async function extendedBy(source, name, reader, trail, seen) {
  const services = mapping(own(source.model, "services"));
  const service = own(services, name);
  if (!isMapping(service)) return void 0;
  const { extends: _, ...rest } = service;
  for (const key of Object.keys(rest)) reader.origins.copy(service, key, rest);
  const base = own(service, "extends");
  if (base === void 0 || base === null) return service;
  const found = await baseOf(source, name, base, reader, trail, [...seen, name]);
  if (found) reader.found.translate(reader.origins.of(service, "extends"), `extends: ${inLine(base)}`, "");
  return found ? merge(found, rest, reader.origins, `services.${name}`) : rest;
}
__name(extendedBy, "extendedBy");
async function baseOf(source, name, base, reader, trail, seen) {
  const { origins, found } = reader;
  const service = mapping(own(mapping(own(source.model, "services")), name));
  const refuse = /* @__PURE__ */ __name((text, hint) => {
    found.add("error", "refused-key", origins.of(service, "extends"), `extends: ${text}`, {
      service: name,
      hint
    });
  }, "refuse");
  if (seen.length > MAX_CHAIN || trail.length > MAX_CHAIN)
    return refuse(`more than ${MAX_CHAIN} services extend one another`, "shorten the chain");
  const wanted = isMapping(base) ? own(base, "service") : base;
  const file = isMapping(base) ? own(base, "file") : void 0;
  if (typeof wanted !== "string") return refuse("it names no service", "write extends: {service: \u2026}");
  if (typeof file === "string") {
    const place = beside(source.file, file);
    if (trail.includes(place) && place !== source.file.path)
      return refuse(`${file} leads back to itself`, "remove one of the two");
    if (place !== source.file.path) {
      const other = await reader.read(place, void 0, trail);
      return serviceIn(other, wanted, refuse);
    }
  }
  if (seen.includes(wanted)) return refuse(`${wanted} leads back to itself`, "remove one of the two");
  if (!serviceIn(source, wanted, refuse)) return void 0;
  return extendedBy(source, wanted, reader, trail, seen);
}
__name(baseOf, "baseOf");
function serviceIn(source, wanted, refuse) {
  const services = mapping(own(source.model, "services"));
  const service = own(services, wanted);
  if (isMapping(service)) return service;
  const near = nearest(wanted, Object.keys(services));
  return refuse(
    `${source.file.shownAs} has no service ${wanted}`,
    near ? `did you mean ${near}?` : "correct the name"
  );
}
__name(serviceIn, "serviceIn");

// src/stack/read/plain-model.rules.ts
var import_yaml2 = __toESM(require_dist(), 1);
var SECTIONS = ["name", "include", "services", "networks", "volumes", "secrets", "configs"];
function plainModel(file, variables, origins) {
  const reading = new Reading(file, variables, origins);
  const model = {};
  const root = file.document.contents;
  try {
    if ((0, import_yaml2.isMap)(root)) reading.fill(model, root, []);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { model: {}, faults: [], problem: error.message };
  }
  return { model, faults: reading.faults, problem: void 0 };
}
__name(plainModel, "plainModel");
var TooMuch = class extends Error {
  static {
    __name(this, "TooMuch");
  }
};
var Reading = class {
  static {
    __name(this, "Reading");
  }
  faults = [];
  /** Characters that came out of variables. */
  #count = 0;
  #file;
  #variables;
  #origins;
  constructor(file, variables, origins) {
    this.#file = file;
    this.#variables = variables;
    this.#origins = origins;
  }
  fill(target, node, path7) {
    if (!(0, import_yaml2.isMap)(node)) return;
    for (const { key, value } of node.items) {
      if ((0, import_yaml2.isScalar)(key) && isMergeKey(key)) this.#mergeIn(target, value, path7);
      else {
        const name = (0, import_yaml2.isScalar)(key) ? keyText2(key) : keyText(key, this.#file.yaml.targets);
        this.#place(target, name, key, value, [...path7, name]);
      }
    }
  }
  /** `<<:` gives what the mapping does not say itself. */
  #mergeIn(target, value, path7) {
    const source = this.#unalias(value);
    for (const node of (0, import_yaml2.isSeq)(source) ? source.items.map((item) => this.#unalias(item)) : [source]) {
      const merged = {};
      if (node) this.fill(merged, node, path7);
      for (const key of Object.keys(merged)) {
        if (Object.hasOwn(target, key)) continue;
        put(target, key, own(merged, key));
        this.#origins.copy(merged, key, target);
      }
    }
  }
  #place(target, name, keyNode, value, path7) {
    const [result, isSubstituted] = this.#value(value, path7);
    put(target, name, result);
    this.#origins.set(target, name, this.#placeOf(keyNode, isSubstituted), tagOf(value));
  }
  #value(given, path7) {
    const node = this.#unalias(given);
    if ((0, import_yaml2.isMap)(node)) {
      const made = {};
      this.fill(made, node, path7);
      return [made, false];
    }
    if ((0, import_yaml2.isSeq)(node)) {
      const made = [];
      for (const [i, item] of node.items.entries()) {
        const [value, isSubstituted] = this.#value(item, [...path7, String(i)]);
        made.push(value);
        const placed = (0, import_yaml2.isMap)(item) || (0, import_yaml2.isScalar)(item) || (0, import_yaml2.isAlias)(item) || (0, import_yaml2.isSeq)(item) ? item : node;
        this.#origins.set(made, i, this.#placeOf(placed, isSubstituted));
      }
      return [made, false];
    }
    return (0, import_yaml2.isScalar)(node) ? this.#scalar(node, path7) : [null, false];
  }
  #scalar(node, path7) {
    const value = scalarValue(node);
    if (typeof value !== "string" || !value.includes("$") || !SECTIONS.includes(path7[0] ?? ""))
      return [value, false];
    const { value: replaced, faults } = interpolate(value, this.#variables);
    const place = this.#placeOf(node, false);
    this.#count += replaced.length;
    if (this.#count > YAML_BUDGET.characters) throw new TooMuch("the variables in it expand to too much text");
    for (const fault2 of faults) this.faults.push({ fault: fault2, place });
    return [replaced, replaced !== value];
  }
  #unalias(node) {
    return this.#file.yaml.meant(node);
  }
  #placeOf(node, isSubstituted) {
    const place = { file: this.#file.shownAs, line: this.#file.lineOf(node) };
    return isSubstituted ? { ...place, isSubstituted } : place;
  }
};
var keyText2 = /* @__PURE__ */ __name((key) => typeof key.value === "number" && key.source !== void 0 ? key.source : String(key.value), "keyText");
function scalarValue({ value, source = "" }) {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "number")
    return typeof value === "symbol" ? String(value.description) : value ?? null;
  if (/^[-+]?0[0-7]+$/.test(source)) return Number.parseInt(source, 8);
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source)) ? value : source;
}
__name(scalarValue, "scalarValue");
var tagOf = /* @__PURE__ */ __name((node) => {
  const tag = node && "tag" in node ? node.tag : void 0;
  return tag === "!reset" ? "reset" : tag === "!override" ? "override" : void 0;
}, "tagOf");

// src/stack/read/within.ts
import { realpath } from "node:fs/promises";
import path3 from "node:path";
async function requireWithin(root, files, shown) {
  if (root === void 0) return;
  const top = await realpath(root);
  const outside = [];
  for (const file of new Set(files)) {
    const place = await realpath(file).catch(() => path3.resolve(file));
    if (!place.startsWith(top === path3.sep ? top : top + path3.sep)) outside.push(shown(file));
  }
  if (outside.length === 0) return;
  throw new SwarmlineError("input", `the stack reads files outside the workspace: ${outside.join(", ")}`, {
    hint: "move them into the workspace, or allow it: allow-outside-files: true"
  });
}
__name(requireWithin, "requireWithin");

// src/stack/read/source-reader.ts
var MAX_FILES = 100;
var SourceReader = class {
  static {
    __name(this, "SourceReader");
  }
  /** Every file that was read. */
  files = [];
  #known = /* @__PURE__ */ new Map();
  variables;
  origins;
  found;
  shown;
  /** Of files that are on no disk, by path. */
  texts;
  root;
  /** @param root nothing outside of this folder is read on a file's word; `undefined`: anything may be */
  constructor(variables, origins, found, shown, root, texts2 = {}) {
    this.root = root;
    this.variables = variables;
    this.origins = origins;
    this.found = found;
    this.shown = shown;
    this.texts = texts2;
  }
  /**
   * @param baseDir where its relative paths start; the file's own folder if it is not given
   * @param trail the files that led to it, for the circle to be seen
   * @throws `input` for a file that cannot be read or parsed
   */
  read(file, baseDir = path4.dirname(path4.resolve(file)), trail = []) {
    const key = `${path4.resolve(file)}\0${baseDir}`;
    const reading = this.#known.get(key) ?? this.#read(file, baseDir, trail);
    this.#known.set(key, reading);
    return reading;
  }
  async #read(place, baseDir, trail) {
    const { variables, origins, found } = this;
    if (trail.length > 0) await requireWithin(this.root, [place], this.shown);
    const given = Object.hasOwn(this.texts, path4.resolve(place)) ? this.texts[path4.resolve(place)] : void 0;
    const file = given === void 0 ? await readComposeFile(place, this.shown(place)) : parseComposeFile(place, given, "standard input");
    if (!this.files.some((each) => each.path === file.path)) this.files.push(file);
    const { model, faults, problem } = plainModel(file, variables, origins);
    if (problem) found.add("error", "too-large", { file: file.shownAs, line: 1 }, problem);
    for (const { fault: fault2, place: place2 } of faults)
      found.add("error", `variable-${fault2.kind}`, place2, inWords2(fault2), { hint: wayOut(fault2) });
    canonicalise(model, { baseDir, origins, found });
    const source = { file, model };
    await withBases(source, this, [...trail, file.path]);
    return { file, model: await this.#withIncluded(source, [...trail, file.path]) };
  }
  /** Lays a file over what it includes. A service that both have is an error: neither is meant to win. */
  async #withIncluded({ file, model }, trail) {
    const included = own(model, "include");
    delete model.include;
    if (included === void 0 || included === null) return model;
    let base = {};
    for (const [i, item] of sequence(included).entries()) {
      const place = this.origins.of(sequence(included), i);
      const refuse = /* @__PURE__ */ __name((text, hint) => this.found.add("error", "refused-key", place, `include: ${text}`, { hint }), "refuse");
      const given = isMapping(item) ? own(item, "path") : item;
      const paths = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === "string");
      if (paths.length === 0 || paths.some((each) => /^[a-z]+:|^git@/i.test(each)))
        refuse("only files of this machine can be included", "give a path");
      else if (isMapping(item) && own(item, "env_file") != null)
        refuse("env_file is not read", "give it with --env-file");
      else {
        const dir = isMapping(item) ? own(item, "project_directory") : void 0;
        const start = path4.resolve(
          path4.dirname(file.path),
          typeof dir === "string" ? dir : path4.dirname(paths[0] ?? "")
        );
        let one = {};
        for (const each of paths) {
          const other = beside(file, each);
          if (this.#isCircle(other, trail))
            refuse(`${each} leads back to itself`, "remove one of the includes");
          else one = merge(one, (await this.read(other, start, trail)).model, this.origins);
        }
        this.found.translate(place, `include: ${inLine(item)}`, "");
        this.#refuseTwice(base, one);
        base = merge(base, one, this.origins);
      }
    }
    if (!Array.isArray(included))
      this.found.add("error", "wrong-type", this.origins.of(model, "include"), "include must be a list");
    this.#refuseTwice(base, model);
    return merge(base, model, this.origins);
  }
  #refuseTwice(base, top) {
    const services = mapping(own(top, "services"));
    for (const name of Object.keys(services))
      if (Object.hasOwn(mapping(own(base, "services")), name))
        this.found.add(
          "error",
          "contradiction",
          this.origins.of(services, name),
          "an included file has a service of this name too",
          {
            service: name,
            hint: "use extends, or give both files with --compose-file"
          }
        );
  }
  #isCircle(file, trail) {
    return trail.includes(file) || this.files.length > MAX_FILES;
  }
};
function inWords2(fault2) {
  switch (fault2.kind) {
    case "unset":
      return `the variable ${fault2.name} is not set`;
    case "required":
      return `the variable ${fault2.name} is required${fault2.message ? `: ${fault2.message}` : ""}`;
    case "malformed":
      return "a $ that does not begin a variable";
    case "too-long":
      return "the variables in it expand to more than 1 MiB";
  }
}
__name(inWords2, "inWords");
var wayOut = /* @__PURE__ */ __name((fault2) => fault2.kind === "malformed" ? "write a plain dollar sign as $$; inside a default docker takes it as it is, so to suit docker compose as well put the text into a variable (NAME='\u2026' in a file for --env-file)" : fault2.kind === "too-long" ? "use shorter values, or name fewer variables in it" : `set it (--variable ${fault2.name}=\u2026), or give a default in the file: \${${fault2.name}:-default}`, "wayOut");

// src/stack/read/read-files.ts
async function readFiles([first, ...rest], about) {
  const { variables, origins, found, shown, root, texts: texts2 = {} } = about;
  const reader = new SourceReader(variables, origins, found, shown, root, texts2);
  const projectDir = path5.dirname(path5.resolve(first));
  const errors = [];
  let model = {};
  for (const file of [first, ...rest]) {
    try {
      model = merge(model, (await reader.read(file, projectDir)).model, origins);
    } catch (error) {
      if (!(error instanceof SwarmlineError)) throw error;
      errors.push(error);
    }
  }
  const [only] = errors;
  if (only && errors.length === 1) throw only;
  if (only)
    throw new SwarmlineError("input", errors.map((error) => error.message).join("; "), {
      ...only.hint === void 0 ? {} : { hint: only.hint },
      cause: only
    });
  const whole = settled(model, origins);
  return { files: reader.files, model: whole, declared: whole.version };
}
__name(readFiles, "readFiles");

// src/stack/read/resolve-environments.ts
async function resolveEnvironments(model, variables, shown = showPathsFrom(process.cwd())) {
  const faults = [];
  const byService = /* @__PURE__ */ new Map();
  for (const [name, service] of serviceEntries(model))
    for (const file of texts(service.env_file)) {
      const parsed = await readText(file, YAML_BUDGET.bytes).then(
        (text) => parseServiceEnv(text, variables),
        () => void 0
      );
      if (parsed === void 0) faults.push(`service ${name}: the env file ${shown(file)} cannot be read`);
      else if (parsed.faults.length > 0)
        faults.push(...parsed.faults.map(({ line, what }) => `${shown(file)}:${line}: ${what}`));
      else byService.set(name, [...byService.get(name) ?? [], parsed.values]);
    }
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "an env file holds one NAME=VALUE on each line"
    });
  return mapServices(model, (service, name) => withEnvironment(service, byService.get(name) ?? [], variables));
}
__name(resolveEnvironments, "resolveEnvironments");

// src/stack/read/variables.ts
async function readVariables(envFiles, given, found, shown) {
  let variables = {};
  for (const file of envFiles) {
    const text = await readText(file, YAML_BUDGET.bytes).catch((error) => {
      const why = error.code === "ENOENT" ? "there is no such file" : "it cannot be read";
      found.add("error", "missing-file", { file: shown(file), line: 1 }, why, { hint: "correct --env-file" });
      return "";
    });
    const { variables: read, faults } = parseEnvFile(text, given, variables);
    for (const { line, what } of faults)
      found.add("error", "bad-env-file", { file: shown(file), line }, what, {
        hint: "write KEY=VALUE, one on a line"
      });
    variables = { ...variables, ...read };
  }
  return { ...variables, ...given };
}
__name(readVariables, "readVariables");

// src/stack/lint/data-rules.rules.ts
var STORES = [
  [/^(redis|valkey|keydb|dragonfly)/, [6379]],
  [/^(postgres|postgis|timescaledb|pgvector)/, [5432]],
  [/^(mysql|mariadb|percona)/, [3306]],
  [/^mongo/, [27017]],
  [/^memcached/, [11211]],
  [/^(elasticsearch|opensearch)/, [9200, 9300]],
  [/^etcd/, [2379, 2380]],
  [/^cassandra/, [9042]],
  [/^zookeeper/, [2181]],
  [/^influxdb/, [8086]],
  [/^(couchdb|couchbase)/, [5984, 8091]],
  [/^rabbitmq/, [5672]],
  [/^clickhouse/, [8123, 9e3]],
  [/^neo4j/, [7687]]
];
var STORE_PORTS = [6379, 5432, 3306, 27017, 11211, 9200, 2379];
var publishedDataStore = {
  name: "published-data-store",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ planned }) => {
    const word = planned.image.replace(/@.*$/, "").split("/").at(-1)?.split(":")[0] ?? "";
    const ofStore = STORES.find(([name]) => name.test(word))?.[1] ?? [];
    return planned.ports.map((port, i) => ({ port, i })).filter(({ port }) => [...ofStore, ...STORE_PORTS].includes(port.target)).map(({ port, i }) => ({
      path: ["ports", i],
      text: `port ${port.target} of a data store is published: everybody who reaches a node reaches the data`,
      hint: "leave it out: services of the stack reach it by its name"
    }));
  }, "check")
};
var SECRET_NAME = /(^|_)(PASS(WORD|WD|PHRASE)?|TOKEN|SECRETS?|(API|ACCESS|PRIVATE|SECRET|ENCRYPTION|SIGNING|AUTH)_?KEY|KEY|CREDENTIALS?)$/i;
var isNoSecret = /* @__PURE__ */ __name((value) => /^(true|false|yes|no|on|off|[01]|null|none)$/i.test(value) || /^(\.{0,2}\/|~\/|file:|[a-z]:\\)\S*$/i.test(value), "isNoSecret");
var secretInEnvironment = {
  name: "secret-in-environment",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service }) => Object.entries(mapping(own(service, "environment"))).filter(
    ([name, value]) => SECRET_NAME.test(name) && value !== null && String(value) !== "" && !isNoSecret(String(value))
  ).map(([name]) => ({
    path: ["environment", name],
    text: `${name} looks like a secret, and everybody who may inspect the service or its containers can read it`,
    hint: `make it a secret, and give the program ${name}_FILE=/run/secrets/\u2026 if it takes that`
  })), "check")
};
var noMemoryLimit = {
  name: "no-memory-limit",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service }) => {
    const limits = own(mapping(own(mapping(own(service, "deploy")), "resources")), "limits");
    return isMapping(limits) && limits.memory !== void 0 ? [] : [
      {
        text: "it has no memory limit: one leak can take down the whole node",
        hint: "add deploy.resources.limits.memory"
      }
    ];
  }, "check")
};
var latestWithoutDigest = {
  name: "latest-without-digest",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ planned: { image } }) => {
    const [, tag] = image.slice(image.lastIndexOf("/") + 1).split(":");
    if (image === "" || image.includes("@") || tag !== void 0 && tag !== "latest") return [];
    return [
      {
        path: ["image"],
        text: "its image names no version, so it can mean a different image at any time, and nobody can tell which one runs",
        hint: "name a version, or a digest"
      }
    ];
  }, "check")
};

// src/stack/lint/health-rules.rules.ts
var healthOf = /* @__PURE__ */ __name(({ service }) => own(service, "healthcheck"), "healthOf");
var isOff = /* @__PURE__ */ __name((check) => isMapping(check) && (check.disable === true || Array.isArray(check.test) && check.test[0] === "NONE" || check.test === "NONE"), "isOff");
var hasTest = /* @__PURE__ */ __name((check) => isMapping(check) && check.test !== void 0 && !isOff(check), "hasTest");
var isHealthOfImage = /* @__PURE__ */ __name((service) => {
  const check = own(service, "healthcheck");
  return !hasTest(check) && !isOff(check);
}, "isHealthOfImage");
var publishedWithoutHealthcheck = {
  name: "published-without-healthcheck",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const check = healthOf(linted);
    if (linted.planned.ports.length === 0 || hasTest(check)) return [];
    const ofImage = linted.image?.hasHealthcheck;
    if (!isOff(check) && ofImage === true) return [];
    const isUnknown = !isOff(check) && ofImage === void 0;
    return [
      {
        path: isOff(check) ? ["healthcheck"] : ["ports"],
        text: isUnknown ? "it is published and has no healthcheck here: unless its image has one, a task gets requests before it can answer" : "it is published and has no healthcheck: a task gets requests before it can answer",
        hint: "add healthcheck:, or HEALTHCHECK to its Dockerfile"
      }
    ];
  }, "check")
};
var startIntervalWithoutStartPeriod = {
  name: "start-interval-without-start-period",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const { start_interval, start_period } = mapping(healthOf(linted));
    const hasPeriod = typeof start_period === "string" && secondsOf(start_period) > 0;
    return start_interval === void 0 || hasPeriod ? [] : [
      {
        path: ["healthcheck", "start_interval"],
        text: "start_interval has no effect without a start_period",
        hint: "add start_period:"
      }
    ];
  }, "check")
};
var monitorShorterThanStart = {
  name: "monitor-shorter-than-start",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => {
    const update = mapping(own(mapping(own(linted.service, "deploy")), "update_config"));
    const { interval = "30s", retries = 3 } = mapping(healthOf(linted));
    if (!hasTest(healthOf(linted)) || update.monitor === void 0 || update.failure_action !== "rollback")
      return [];
    const unhealthyAfter = secondsOf(String(interval)) * Number(retries);
    return secondsOf(String(update.monitor)) >= unhealthyAfter ? [] : [
      {
        path: ["deploy", "update_config", "monitor"],
        text: `an unhealthy task is detected only after ${unhealthyAfter} s (interval \xD7 retries), when monitor is already over`,
        hint: "make monitor longer, or interval shorter"
      }
    ];
  }, "check")
};
var DEAF = /^(sleep|tail|cat|sh|bash|ash|php|python3?|ruby|perl|yes|watch)$/;
var noStopSignal = {
  name: "no-stop-signal",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service, image }) => {
    if (own(service, "init") === true || own(service, "stop_signal") !== void 0) return [];
    if (isOneShot(service)) return [];
    if (image?.stopSignal !== void 0 && image.stopSignal !== "SIGTERM" && image.stopSignal !== "15")
      return [];
    const written = processOne(service, image);
    const words = written?.words ?? image?.command;
    const program = words?.[0]?.split("/").at(-1) ?? "";
    if (!DEAF.test(program) || isHandedOn(program, words ?? [])) return [];
    return [
      {
        ...written ? { path: [written.key] } : {},
        text: `${program} as process 1 ignores SIGTERM: every stop takes the whole grace period, and ends in a kill`,
        hint: "say init: true, or a stop_signal that it handles"
      }
    ];
  }, "check")
};
function isOneShot(service) {
  const deploy = mapping(own(service, "deploy"));
  const mode = String(own(deploy, "mode") ?? "");
  return mode.endsWith("-job") || mapping(own(deploy, "restart_policy")).condition === "none";
}
__name(isOneShot, "isOneShot");
function isHandedOn(program, words) {
  const rest = words.slice(1);
  if (/^(python3?|ruby|perl)$/.test(program))
    return rest.some((word) => !word.startsWith("-")) && !/^-m http\.server\b/.test(rest.join(" "));
  if (!/^(sh|bash|ash)$/.test(program)) return false;
  if (rest[0] !== "-c") return rest.length > 0;
  const script = rest.slice(1).join(" ");
  return program === "bash" || /\bexec\s/.test(script);
}
__name(isHandedOn, "isHandedOn");
function processOne(service, image) {
  const entrypoint = wordsOf(own(service, "entrypoint"));
  const command = wordsOf(own(service, "command"));
  if (entrypoint.length > 0) return { key: "entrypoint", words: [...entrypoint, ...command] };
  return command.length > 0 ? { key: "command", words: [...image?.entrypoint ?? [], ...command] } : void 0;
}
__name(processOne, "processOne");
function wordsOf(value) {
  if (typeof value === "string") return value.trim().split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.map(String) : [];
}
__name(wordsOf, "wordsOf");

// src/stack/lint/rollout-rules.rules.ts
var deployOf = /* @__PURE__ */ __name(({ service }) => mapping(own(service, "deploy")), "deployOf");
var updateOf = /* @__PURE__ */ __name((linted) => mapping(own(deployOf(linted), "update_config")), "updateOf");
var hostPorts = /* @__PURE__ */ __name(({ planned }) => planned.ports.filter((p) => p.mode === "host" && p.published !== void 0), "hostPorts");
var isReplicated = /* @__PURE__ */ __name(({ planned }) => planned.mode === "replicated", "isReplicated");
var replicasOf = /* @__PURE__ */ __name((linted) => Number(own(deployOf(linted), "replicas") ?? 1), "replicasOf");
var CONFIGS = ["update_config", "rollback_config"];
var startFirstIn = /* @__PURE__ */ __name((linted) => CONFIGS.filter((key) => mapping(own(deployOf(linted), key)).order === "start-first"), "startFirstIn");
function isOnOneNode(linted) {
  const constraints = sequence(own(mapping(own(deployOf(linted), "placement")), "constraints")).map(String);
  return linted.planned.mode === "global" || constraints.some((each) => /^\s*node\.(id|hostname)\s*==/i.test(each));
}
__name(isOnOneNode, "isOnOneNode");
var hostPortStartFirst = {
  name: "host-port-start-first",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => hostPorts(linted).length === 0 ? [] : startFirstIn(linted).map((key) => ({
    path: ["deploy", key, "order"],
    ...isOnOneNode(linted) ? {
      severity: "error",
      text: `${key}: start-first never completes with a port in host mode: the old task has the port`
    } : {
      text: `${key}: start-first with a port in host mode needs one more node than there are tasks: the old task has the port of its node`
    },
    hint: "use order: stop-first, or publish the port in ingress mode"
  })), "check")
};
var startFirstWithMaxReplicas = {
  name: "start-first-max-replicas",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const most = Number(own(mapping(own(deployOf(linted), "placement")), "max_replicas_per_node") ?? 0);
    if (most === 0 || !isReplicated(linted)) return [];
    const isNever = isOnOneNode(linted) && replicasOf(linted) >= most;
    return startFirstIn(linted).map((key) => ({
      path: ["deploy", key, "order"],
      ...isNever ? { severity: "error" } : {},
      text: isNever ? `${key}: start-first never completes: the one node has all the tasks that max_replicas_per_node lets it have` : `${key}: start-first needs room for one task more than ${replicasOf(linted)}, and max_replicas_per_node is ${most}: with ${Math.ceil(replicasOf(linted) / most)} nodes it may never end`,
      hint: "use order: stop-first, or allow one more on a node"
    }));
  }, "check")
};
var hostPortReplicas = {
  name: "host-port-replicas",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => isReplicated(linted) && replicasOf(linted) > 1 && hostPorts(linted).length > 0 ? [
    {
      path: ["ports"],
      text: `${replicasOf(linted)} replicas with a port in host mode need as many nodes`,
      hint: "use mode: global, or publish the port in ingress mode"
    }
  ] : [], "check")
};
var startFirstWithVolume = {
  name: "start-first-with-volume",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => updateOf(linted).order === "start-first" && sequence(own(linted.service, "volumes")).map(mapping).some((mount) => mount.type === "volume" && mount.source !== void 0 && mount.read_only !== true) ? [
    {
      path: ["deploy", "update_config", "order"],
      text: "start-first lets the old and the new task write to one volume at the same time",
      hint: "use order: stop-first"
    }
  ] : [], "check")
};
var updateWithoutRollback = {
  name: "update-without-rollback",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => own(deployOf(linted), "update_config") !== void 0 && updateOf(linted).failure_action === void 0 ? [
    {
      path: ["deploy", "update_config"],
      text: "an update that fails stays paused, half done",
      hint: "say failure_action: rollback"
    }
  ] : [], "check")
};
var evenDataReplicas = {
  name: "even-data-replicas",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => isReplicated(linted) && replicasOf(linted) % 2 === 0 && replicasOf(linted) > 0 && /(^|\/)(etcd|consul|zookeeper|mongo)(:|@|$)/.test(linted.planned.image) ? [
    {
      path: ["deploy", "replicas"],
      text: `${replicasOf(linted)} members tolerate no more failures than ${replicasOf(linted) - 1} would`,
      hint: "use an odd number"
    }
  ] : [], "check")
};

// src/stack/lint/silences.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/stack/lint/rule-names.ts
var RULE_NAMES = [
  "even-data-replicas",
  "host-port-replicas",
  "host-port-start-first",
  "ignored-key",
  "latest-without-digest",
  "monitor-shorter-than-start",
  "no-memory-limit",
  "no-stop-signal",
  "published-address",
  "published-data-store",
  "published-without-healthcheck",
  "relative-bind-mount",
  "secret-in-environment",
  "start-first-max-replicas",
  "start-first-with-volume",
  "start-interval-without-start-period",
  "unversioned-name",
  "update-without-rollback"
];

// src/stack/lint/silences.rules.ts
var DIRECTIVE = /^#\s*swarmline:\s*ignore\b(?<rules>.*)$/;
var MARKS = ["", "", ""];
function silencesIn(file, found) {
  const services = new Map(
    entriesAt(file, ["services"]).map(({ key, keyNode }) => [file.lineOf(keyNode), key])
  );
  return comments(file.text).flatMap(({ text, line, target }) => {
    const match = DIRECTIVE.exec(text.trim());
    if (!match) return [];
    const names = (match.groups?.rules ?? "").split(/[\s,]+/).filter(Boolean);
    const place = { file: file.shownAs, line };
    if (names.length === 0)
      found.add("warning", "unknown-rule", place, "the comment names no rule", {
        hint: "write: # swarmline: ignore <rule>"
      });
    for (const name of names) {
      if (RULE_NAMES.includes(name)) continue;
      const near = nearest(name, RULE_NAMES);
      found.add("warning", "unknown-rule", place, `there is no rule ${name}, or none that can be ignored`, {
        hint: near ? `did you mean ${near}?` : `there are: ${RULE_NAMES.join(", ")}`
      });
    }
    return [{ file: file.shownAs, target, service: services.get(target), rules: names }];
  });
}
__name(silencesIn, "silencesIn");
function unsilenced(findings, silences) {
  const silent = new Set(
    silences.flatMap(
      ({ file, target, service, rules }) => rules.flatMap((rule) => [
        JSON.stringify([rule, file, target]),
        ...service === void 0 ? [] : [JSON.stringify([rule, service])]
      ])
    )
  );
  return findings.filter(
    ({ rule, file, line, service }) => !RULE_NAMES.includes(rule) || !(silent.has(JSON.stringify([rule, file, line])) || service !== void 0 && silent.has(JSON.stringify([rule, service])))
  );
}
__name(unsilenced, "unsilenced");
function comments(text) {
  const found = [];
  const commentLines = /* @__PURE__ */ new Set();
  let line = 1;
  let isAlone = true;
  let isScalar2 = false;
  for (const lexeme of new import_yaml3.Lexer().lex(text)) {
    if (MARKS.includes(lexeme)) {
      isScalar2 = lexeme === "";
      continue;
    }
    if (lexeme.startsWith("#") && !isScalar2) {
      found.push({ text: lexeme, line, isAlone });
      if (isAlone) commentLines.add(line);
    }
    const breaks = lexeme.split("\n").length - 1;
    line += breaks;
    isAlone = breaks > 0 ? lexeme.endsWith("\n") || /\n[ \t]*$/.test(lexeme) : isAlone && lexeme.trim() === "";
    isScalar2 = false;
  }
  const targets = /* @__PURE__ */ new Map();
  for (const line2 of [...commentLines].toReversed())
    targets.set(line2, commentLines.has(line2 + 1) ? targets.get(line2 + 1) ?? line2 + 1 : line2 + 1);
  return found.map(({ text: text2, line: line2, isAlone: isAlone2 }) => ({
    text: text2,
    line: line2,
    target: isAlone2 ? targets.get(line2) ?? line2 + 1 : line2
  }));
}
__name(comments, "comments");

// src/stack/lint/lint-stack.rules.ts
var RULES = [
  evenDataReplicas,
  hostPortReplicas,
  hostPortStartFirst,
  latestWithoutDigest,
  monitorShorterThanStart,
  noMemoryLimit,
  noStopSignal,
  publishedDataStore,
  publishedWithoutHealthcheck,
  secretInEnvironment,
  startFirstWithMaxReplicas,
  startFirstWithVolume,
  startIntervalWithoutStartPeriod,
  updateWithoutRollback
];
function lintStack(model, { files, origins }, images = {}) {
  const found = collectFindings(files[0]?.shownAs ?? "");
  const silences = files.flatMap((file) => silencesIn(file, found));
  const services = mapping(own(model, "services"));
  for (const planned of servicesOf(model)) {
    const service = mapping(own(services, planned.name));
    const image = Object.hasOwn(images, planned.image) ? images[planned.image] : void 0;
    for (const rule of RULES)
      for (const { path: path7 = [], text, hint, severity } of rule.check({ planned, service, image }))
        found.add(
          severity ?? rule.severity,
          rule.name,
          placeOf(services, [planned.name, ...path7], origins),
          text,
          {
            service: planned.name,
            hint
          }
        );
  }
  return inOrder(
    unsilenced(found.findings, silences),
    files.map((file) => file.shownAs)
  );
}
__name(lintStack, "lintStack");
function placeOf(services, path7, origins) {
  let place;
  let container = services;
  for (const key of path7) {
    if (typeof container !== "object" || container === null) break;
    place = origins.of(container, key) ?? place;
    container = container[key];
  }
  return place;
}
__name(placeOf, "placeOf");

// src/stack/lint/reserved-names.rules.ts
var SECTIONS2 = ["configs", "secrets", "networks", "volumes"];
function refuseReservedNames(model, origins, found) {
  for (const section of SECTIONS2) {
    const entries = mapping(own(model, section));
    for (const key of Object.keys(entries)) {
      const entry = own(entries, key);
      for (const { name, container, at } of namesOf(key, entry)) {
        if (!name.toLowerCase().startsWith(OUR_PREFIX)) continue;
        const place = origins.of(container ?? entries, at) ?? origins.of(entries, key);
        found.add(
          "error",
          "reserved-name",
          place,
          `${section}: names that begin with ${OUR_PREFIX} are swarmline\u2019s own`,
          {
            hint: "choose another name"
          }
        );
      }
    }
  }
}
__name(refuseReservedNames, "refuseReservedNames");
function namesOf(key, entry) {
  if (!isMapping(entry)) return [];
  const external = own(entry, "external");
  const named = [];
  const said = own(entry, "name");
  if (typeof said === "string") named.push({ name: said, container: entry, at: "name" });
  else if (external && !isMapping(external)) named.push({ name: key, container: void 0, at: key });
  const old = isMapping(external) ? own(external, "name") ?? key : void 0;
  if (typeof old === "string") named.push({ name: old, container: entry, at: "external" });
  return named;
}
__name(namesOf, "namesOf");

// src/stack/lint/load.ts
async function readStack(request) {
  const { plan, merged, variables } = await inspect(request);
  requireNoErrors(plan.findings);
  return { plan, forCompose: { model: merged, variables, projectDir: plan.projectDir } };
}
__name(readStack, "readStack");
async function inspectStack(request) {
  return (await inspect(request)).plan;
}
__name(inspectStack, "inspectStack");
async function inspect(request) {
  const [first, ...rest] = request.composeFiles;
  if (first === void 0)
    throw new SwarmlineError("usage", "no stack file is given", {
      hint: "name one with --compose-file"
    });
  const origins = new Origins();
  const shown = showPathsFrom(request.shownFrom ?? process.cwd());
  const found = collectFindings(shown(first));
  const variables = await readVariables(request.envFiles ?? [], request.variables, found, shown);
  const { files, model, declared } = await readFiles([first, ...rest], {
    ...{ variables, origins, found, shown },
    root: request.root,
    texts: request.texts ?? {}
  });
  applyProfiles(model, request.profiles ?? [], origins, found);
  for (const [name, service] of Object.entries(mapping(own(model, "services"))))
    if (isMapping(service)) environmentValues(variables)(service, { name, origins, found });
  const merged = structuredClone(model);
  refuseReservedNames(model, origins, found);
  await requireWithin(request.root, namedFiles(model, request.given ?? { secrets: [], configs: [] }), shown);
  const existing = await existingFiles(model);
  toV3(model, { origins, found, isThere: /* @__PURE__ */ __name((file) => existing.has(file), "isThere"), stack: request.stack });
  requireServices(model, origins, found);
  const given = request.given ?? { secrets: [], configs: [] };
  const planned = await plannedFiles(model, origins, found, given, shown);
  checkSources(model, given, origins, found);
  await checkEnvFiles(model, variables, found, shown);
  const source = { files, origins };
  const findings = judged(found, source, lintStack(model, source), request.isStrict ?? false);
  return {
    merged,
    variables,
    plan: {
      composeFiles: request.composeFiles.map((file) => path6.resolve(file)),
      projectDir: path6.dirname(path6.resolve(first)),
      version: typeof declared === "string" || typeof declared === "number" ? String(declared) : void 0,
      services: servicesOf(model),
      files: planned,
      networks: ownNames(model, "networks"),
      volumes: ownNames(model, "volumes"),
      warnings: findings.filter(({ severity }) => severity === "warning").map(asWarning),
      model,
      findings,
      translations: found.translations,
      source
    }
  };
}
__name(inspect, "inspect");
function judged(found, { files }, linted, isStrict) {
  const silences = files.flatMap((file) => silencesIn(file, collectFindings("")));
  const all = [...unsilenced(found.findings, silences), ...linted];
  const severe = all.map(
    (finding) => isStrict && STRICT.includes(finding.rule) ? { ...finding, severity: "error" } : finding
  );
  return saidOnce(
    inOrder(
      severe,
      files.map((file) => file.shownAs)
    )
  );
}
__name(judged, "judged");
var STRICT = ["ignored-key", "published-address"];
var asWarning = /* @__PURE__ */ __name(({ file, line, service, text }) => ({
  file,
  line,
  text: service === void 0 ? text : `service ${service}: ${text}`
}), "asWarning");
function requireServices(model, origins, found) {
  const services = mapping(own(model, "services"));
  const hasNoServices = Object.keys(services).length === 0;
  if (hasNoServices && !found.findings.some(({ severity }) => severity === "error"))
    found.add("error", "no-services", origins.of(model, "services"), "no services", {
      hint: "a stack needs at least one"
    });
  for (const { name, image } of servicesOf(model))
    if (image === "")
      found.add("error", "no-image", origins.of(services, name), "it has no image", {
        service: name,
        hint: "a swarm runs images only: build it, push it, and name it with image:"
      });
}
__name(requireServices, "requireServices");

export {
  askCompose,
  youngUses,
  droppedByEngine,
  requireKnownFields,
  gatherContents,
  resolveEnvironments,
  readVariables,
  isHealthOfImage,
  RULES,
  lintStack,
  readStack,
  inspectStack
};
