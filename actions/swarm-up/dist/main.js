import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_dist
} from "./chunks/chunk-M6VFHBR3.js";
import {
  runMain
} from "./chunks/chunk-W6MEMFZU.js";
import "./chunks/chunk-LFGHOSNI.js";
import {
  SwarmlineError
} from "./chunks/chunk-JSEEVW6R.js";
import {
  __name,
  __toESM
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/swarm-up.ts
import path from "node:path";

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
var lines = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: linesOf(text) })), "lines");
var entries = /* @__PURE__ */ __name((name, form, parse2) => input(name, (text) => {
  const parsed = linesOf(text).map((line) => ({ line, entry: parse2(line) }));
  const wrong = parsed.filter(({ entry }) => entry === void 0).map(({ line }) => shown(line));
  if (wrong.length > 0) return { fault: `takes ${form} on each line, not ${wrong.join(", ")}` };
  return { value: Object.fromEntries(parsed.flatMap(({ entry }) => entry ? [entry] : [])) };
}), "entries");
function linesOf(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
__name(linesOf, "linesOf");

// src/usecases/host-key.rules.ts
var HOST_KEY_LINE = /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/;
var HOST_KEY_FORM = "a line of known_hosts, such as \u201Chost ssh-ed25519 AAAA\u2026\u201D";

// src/actions/target.rules.ts
var CLUSTER_NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/;
var CLUSTER_NAME_FORM = "at most 20 letters, digits and dashes that begin with a letter";
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
var loginInputs = {
  registry: optionalMatching(
    "registry",
    /^[a-zA-Z0-9.-]+(?::\d+)?$/,
    "a registry's host name, with a port or not"
  ),
  username: optional("username"),
  password: secret("password")
};

// src/actions/swarm-up.ts
var inputs = {
  name: matching("name", CLUSTER_NAME, CLUSTER_NAME_FORM),
  engine: oneOf("engine", ["auto", "host", "vm"]),
  // Over TLS nothing but the engine's API is reached, and the nodes have sockets of their own.
  dockerHost: optionalMatching("docker-host", /^(?:unix:\/\/\/|ssh:\/\/.)/, "unix:// or ssh://"),
  hostKey: targetInputs.hostKey,
  managers: wholeNumber("managers", 1, 7),
  workers: wholeNumber("workers", 0, 19),
  labels: entries("labels", "NODE:KEY=VALUE", (line) => {
    const [, node, key, value] = /^([a-z][a-z0-9-]*):([^=\s]+)=(.*)$/.exec(line) ?? [];
    return node && key && value !== void 0 ? [`${node}:${key}`, { node, key, value }] : void 0;
  }),
  ttlHours: wholeNumber("ttl-hours", 1, 8760),
  suite: matching("suite", /^[a-z]{3,20}$/, "the name of a Debian suite"),
  endpoint: oneOf("endpoint", ["mesh", "dnsrr"]),
  buildContexts: lines("build-contexts"),
  composeFiles: lines("compose-files"),
  keep: flag("keep")
};
var swarmUpForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name(({ labels, managers, workers, dockerHost, hostKey }) => {
    const isThere = /* @__PURE__ */ __name((node) => {
      const [, role, number] = /^(manager|worker)([1-9]\d*)$/.exec(node) ?? [];
      return Number(number) <= (role === "manager" ? managers : workers);
    }, "isThere");
    const strangers = new Set(
      Object.values(labels).map((l) => l.node).filter((node) => !isThere(node))
    );
    return [
      ...wayFaults({ cluster: void 0, dockerHost, hostKey }),
      ...[...strangers].map(
        (node) => `labels names ${node}, but there will be ${managers} managers and ${workers} workers`
      )
    ];
  }, "faultsOf")
};
function upRequest(values, around) {
  const labels = {};
  for (const { node, key, value } of Object.values(values.labels))
    labels[node] = { ...labels[node], [key]: value };
  const { name, engine, managers, workers, ttlHours, suite, endpoint, hostKey } = values;
  const dockerHost = values.dockerHost ?? around.dockerHost;
  if (hostKey && !dockerHost?.startsWith("ssh://"))
    throw new SwarmlineError("input", "host-key is for ssh://user@host", {
      hint: "give docker-host, or leave host-key out"
    });
  const inWorkspace = /* @__PURE__ */ __name((file) => path.resolve(around.workspace, file), "inWorkspace");
  return {
    ...{ name, engine, managers, workers, ttlHours, suite, endpoint, labels },
    dockerHost,
    hostKey,
    owner: around.owner,
    buildContexts: values.buildContexts.map(inWorkspace),
    composeFiles: values.composeFiles.map(inWorkspace)
  };
}
__name(upRequest, "upRequest");
function swarmUpOutputs(cluster) {
  const manager = cluster.nodes.find((node) => node.role === "manager");
  if (!manager) throw new SwarmlineError("internal", `the cluster ${cluster.name} has no manager`);
  return {
    name: cluster.name,
    "docker-host": `unix://${manager.socketPath}`,
    registry: cluster.registry.reference,
    addresses: JSON.stringify(Object.fromEntries(cluster.nodes.map((node) => [node.name, node.address]))),
    engine: cluster.engineTitle,
    "has-mesh": String(cluster.hasMesh)
  };
}
__name(swarmUpOutputs, "swarmUpOutputs");

// actions/swarm-up/main.ts
await runMain(swarmUpForm, async (values, door) => {
  const { up } = await import("./chunks/up-UD6K3MU2.js");
  const { workspace, dockerHost } = door;
  if (!values.keep) door.saveState("cluster", values.name);
  const request = upRequest(values, { workspace, dockerHost, owner: await door.owner() });
  door.setOutputs(swarmUpOutputs(await up(request, door.home, door.effects)));
});
