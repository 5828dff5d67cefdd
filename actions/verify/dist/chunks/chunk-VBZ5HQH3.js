import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/usecases/host-key.rules.ts
var HOST_KEY_LINE = /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/;
var HOST_KEY_FORM = "a line of known_hosts, such as \u201Chost ssh-ed25519 AAAA\u2026\u201D";

// src/actions/secret-pairs.rules.ts
var import_yaml = __toESM(require_dist(), 1);

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
var flag = /* @__PURE__ */ __name((name) => input(
  name,
  (text) => /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : { fault: `takes true or false, not ${shown(text)}` }
), "flag");
var lines = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: linesOf(text) })), "lines");
var pairs = /* @__PURE__ */ __name((name) => input(name, (text) => {
  const parsed = linesOf(text).map(pairOf);
  const wrong = parsed.filter((pair) => pair === void 0).length;
  if (wrong > 0)
    return { fault: `takes NAME=VALUE on each line: ${wrong} of ${parsed.length} have another form` };
  return { value: Object.fromEntries(parsed.flatMap((pair) => pair ? [pair] : [])) };
}), "pairs");
function pairOf(line) {
  const [, key, value] = /^([^=\s]+)=(.*)$/.exec(line) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}
__name(pairOf, "pairOf");
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

export {
  matching,
  flag,
  lines,
  pairs,
  STACK_NAME,
  targetInputs,
  targetFaults,
  targetOf
};
