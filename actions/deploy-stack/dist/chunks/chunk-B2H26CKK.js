import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_dist
} from "./chunk-M6VFHBR3.js";
import {
  __name,
  __toESM
} from "./chunk-TLGIOUIF.js";

// src/usecases/host-key.rules.ts
var HOST_KEY_LINE = /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/;
var HOST_KEY_FORM = "a line of known_hosts, such as \u201Chost ssh-ed25519 AAAA\u2026\u201D";

// src/actions/secret-pairs.rules.ts
var import_yaml = __toESM(require_dist(), 1);
var PAIR = /^([^=\s]+)=(.*)$/s;
var linesIn = /* @__PURE__ */ __name((text) => text.includes("\n") ? text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "") : [], "linesIn");
function secretsIn(text) {
  const trimmed = text.trim();
  return mappingIn(trimmed) ?? linesSaid(trimmed.split(/\r?\n/));
}
__name(secretsIn, "secretsIn");
function mappingIn(text) {
  if (!text.startsWith("{") && !/^[\w.-]+:(\s|$)/.test(text)) return void 0;
  try {
    const value = text.startsWith("{") ? JSON.parse(text) : (0, import_yaml.parse)(text, { maxAliasCount: 0, schema: "failsafe", logLevel: "silent" });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    const entries = Object.entries(value);
    return entries.every((entry) => typeof entry[1] === "string") ? { entries, strays: [] } : { entries: [], strays: [text] };
  } catch {
    return text.startsWith("{") ? { entries: [], strays: [text] } : void 0;
  }
}
__name(mappingIn, "mappingIn");
function linesSaid(lines2) {
  const said = { entries: [], strays: [] };
  for (let i = 0; i < lines2.length; i++) {
    const line = (lines2[i] ?? "").trim();
    if (line === "" || line.startsWith("#")) continue;
    const block = blockAt(lines2, i);
    const pair = block ? pairOf(block.text) : pairOf(line);
    if (block) i = block.end;
    if (pair) said.entries.push(pair);
    else said.strays.push(...block ? [block.text] : [line]);
  }
  return said;
}
__name(linesSaid, "linesSaid");
var pairOf = /* @__PURE__ */ __name((text) => {
  const [, key, value] = PAIR.exec(text) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}, "pairOf");
function blockAt(lines2, start) {
  const first = (lines2[start] ?? "").trim();
  if (first.startsWith('"')) {
    for (let end2 = start; end2 < lines2.length; end2++) {
      const text = lines2.slice(start, end2 + 1).join("\n").trim();
      const inner = text.slice(1);
      const close = inner.replaceAll('""', "\0\0").indexOf('"');
      if (close === -1) continue;
      return close === inner.length - 1 ? { text: inner.slice(0, -1).replaceAll('""', '"'), end: end2 } : void 0;
    }
    return void 0;
  }
  const [, name, mark] = /^([^=\s<]+)<<(\S+)$/.exec(first) ?? [];
  const end = name === void 0 ? -1 : lines2.findIndex((line, i) => i > start && line.trim() === mark);
  return end === -1 ? void 0 : { text: `${name}=${lines2.slice(start + 1, end).join("\n")}`, end };
}
__name(blockAt, "blockAt");

// src/actions/input.rules.ts
var input = /* @__PURE__ */ __name((name, read, isSecret = false) => ({
  name,
  isSecret,
  read
}), "input");
var shown = /* @__PURE__ */ __name((text) => text === "" ? "an empty text" : `\u201C${text}\u201D`, "shown");
var optional = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: text || void 0 })), "optional");
var secret = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: text || void 0 }), true), "secret");
var matching = /* @__PURE__ */ __name((name, pattern, what) => input(name, (text) => pattern.test(text) ? { value: text } : { fault: `takes ${what}, not ${shown(text)}` }), "matching");
var optionalMatching = /* @__PURE__ */ __name((name, pattern, what) => input(
  name,
  (text) => text === "" ? { value: void 0 } : matching(name, pattern, what).read(text)
), "optionalMatching");
var oneOf = /* @__PURE__ */ __name((name, choices) => input(name, (text) => {
  const value = choices.find((choice) => choice === text);
  return value ? { value } : { fault: `takes ${choices.join(", ")}, not ${shown(text)}` };
}), "oneOf");
var flag = /* @__PURE__ */ __name((name) => input(
  name,
  (text) => /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : { fault: `takes true or false, not ${shown(text)}` }
), "flag");
var wholeNumber = /* @__PURE__ */ __name((name, min, max) => input(name, (text) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? { value } : { fault: `takes a whole number from ${min} to ${max}, not ${shown(text)}` };
}), "wholeNumber");
var UNIT_MS = { "": 1e3, s: 1e3, m: 6e4, h: 36e5 };
var duration = /* @__PURE__ */ __name((name) => input(name, (text) => {
  const [, count = "", unit = ""] = /^(\d{1,6})([smh]?)$/.exec(text) ?? [];
  const value = Number(count) * (UNIT_MS[unit] ?? 0);
  return value > 0 ? { value } : { fault: `takes a time such as 90s, 5m or 1h, not ${shown(text)}` };
}), "duration");
var optionalDuration = /* @__PURE__ */ __name((name) => input(name, (text) => text === "" ? { value: void 0 } : duration(name).read(text)), "optionalDuration");
var lines = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: linesOf(text) })), "lines");
var pairs = /* @__PURE__ */ __name((name) => input(name, (text) => {
  const parsed = linesOf(text).map(pairOf2);
  const wrong = parsed.filter((pair) => pair === void 0).length;
  if (wrong > 0)
    return { fault: `takes NAME=VALUE on each line: ${wrong} of ${parsed.length} have another form` };
  return { value: Object.fromEntries(parsed.flatMap((pair) => pair ? [pair] : [])) };
}), "pairs");
function pairOf2(line) {
  const [, key, value] = /^([^=\s]+)=(.*)$/.exec(line) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}
__name(pairOf2, "pairOf");
var secretPairs = /* @__PURE__ */ __name((name) => ({
  name,
  isSecret: true,
  read: /* @__PURE__ */ __name((text) => {
    const { entries: found, strays } = secretsIn(text);
    return strays.length === 0 ? { value: Object.fromEntries(found) } : {
      fault: `takes NAME=VALUE on each line: ${strays.length} of ${strays.length + found.length} have another form`
    };
  }, "read"),
  secretsIn: /* @__PURE__ */ __name((text) => {
    const { entries: found, strays } = secretsIn(text);
    return [
      ...found.flatMap(([key, value]) => [
        .../^[\w.-]{1,64}$/.test(key) ? [] : [key],
        ...[value, ...linesIn(value), ...value.includes("\n") ? [] : [`${key}=${value}`]]
      ]),
      ...strays.flatMap((line) => [line, ...line.split("="), ...linesIn(line)])
    ];
  }, "secretsIn")
}), "secretPairs");
function linesOf(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
__name(linesOf, "linesOf");

// src/actions/target.rules.ts
var CLUSTER_NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/;
var CLUSTER_NAME_FORM = "at most 20 letters, digits and dashes that begin with a letter";
var STACK_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/;
var targetInputs = {
  cluster: optionalMatching("cluster", CLUSTER_NAME, CLUSTER_NAME_FORM),
  dockerHost: optionalMatching(
    "docker-host",
    /^(?:unix:\/\/\/|ssh:\/\/.|tcp:\/\/.)/,
    "unix://, ssh:// or tcp://"
  ),
  hostKey: optionalMatching("host-key", HOST_KEY_LINE, HOST_KEY_FORM),
  tlsCa: secret("tls-ca"),
  tlsCert: secret("tls-cert"),
  tlsKey: secret("tls-key")
};
function targetFaults(values) {
  const { cluster, dockerHost } = values;
  if (cluster && dockerHost) return ["cluster and docker-host name two swarms: give one"];
  return cluster || dockerHost ? wayFaults(values) : ["cluster or docker-host must say which swarm"];
}
__name(targetFaults, "targetFaults");
function wayFaults({ cluster, dockerHost, hostKey, tlsCa, tlsCert, tlsKey }) {
  const tls = Object.entries({ "tls-ca": tlsCa, "tls-cert": tlsCert, "tls-key": tlsKey });
  const given = tls.filter(([, text]) => text).map(([name]) => name);
  const missing = tls.filter(([, text]) => !text).map(([name]) => name);
  const all = [...hostKey ? ["host-key"] : [], ...given];
  if (cluster && all.length > 0) return [`${all.join(", ")}: not for a cluster of ours, whose way is known`];
  const wrong = tls.filter(([, text]) => text && !/-----BEGIN [A-Z0-9 ]+-----/.test(text)).map(([name]) => `${name} is not in the PEM format`);
  return [
    ...hostKey && dockerHost && !dockerHost.startsWith("ssh://") ? ["host-key is for ssh://user@host"] : [],
    ...given.length > 0 && dockerHost && !dockerHost.startsWith("tcp://") ? [`${given.join(", ")}: for tcp://host only`] : [],
    ...given.length > 0 && missing.length > 0 ? [`${missing.join(", ")} is missing beside ${given.join(", ")}`] : [],
    ...wrong
  ];
}
__name(wayFaults, "wayFaults");
function targetOf({ cluster, dockerHost, hostKey }, dockerConfigDir, certDir) {
  if (cluster) return { kind: "cluster", name: cluster };
  return { kind: "existing", dockerHost, dockerConfigDir, hostKey, certDir };
}
__name(targetOf, "targetOf");
var loginInputs = {
  registry: optionalMatching(
    "registry",
    /^[a-zA-Z0-9.-]+(?::\d+)?$/,
    "a registry's host name, with a port or not"
  ),
  username: optional("username"),
  password: secret("password")
};
function loginFaults({ username, password }, { cluster }) {
  if (!username && !password) return [];
  if (cluster)
    return ["username and password are not for a cluster of ours, whose registry has its own login"];
  return username && password ? [] : [`${username ? "password" : "username"} is missing beside the other`];
}
__name(loginFaults, "loginFaults");

export {
  optional,
  matching,
  optionalMatching,
  oneOf,
  flag,
  wholeNumber,
  duration,
  optionalDuration,
  lines,
  pairs,
  secretPairs,
  STACK_NAME,
  targetInputs,
  targetFaults,
  targetOf,
  loginInputs,
  loginFaults
};
