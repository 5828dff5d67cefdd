import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  nearest,
  require_dist
} from "./chunks/chunk-KJJA2MS7.js";
import {
  MOST_MANAGERS,
  MOST_NODES,
  clientEndpoint
} from "./chunks/chunk-GLQH7T3A.js";
import "./chunks/chunk-QC7MLPOP.js";
import "./chunks/chunk-7VU3LO77.js";
import "./chunks/chunk-3O37WTJB.js";
import "./chunks/chunk-SXYHN7PR.js";
import "./chunks/chunk-L75CFZRI.js";
import "./chunks/chunk-67CIDXMZ.js";
import {
  but,
  input,
  inputName,
  runMain
} from "./chunks/chunk-2HZJYPIM.js";
import "./chunks/chunk-F6W6GF7E.js";
import "./chunks/chunk-V755GLVH.js";
import {
  SwarmlineError
} from "./chunks/chunk-R2JIAELI.js";
import {
  __name,
  __toESM
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/swarm-up.ts
import path from "node:path";

// src/inputs/secret-pairs.ts
var import_yaml = __toESM(require_dist(), 1);

// src/inputs/kinds.ts
var shown = /* @__PURE__ */ __name((text2) => text2 === "" ? "an empty text" : `\u201C${text2}\u201D`, "shown");
var refused = /* @__PURE__ */ __name((called, what, text2) => ({
  fault: `${called} takes ${what}, not ${shown(text2)}`
}), "refused");
var one = /* @__PURE__ */ __name((value, read, more = {}) => ({ shape: "text", value, read: /* @__PURE__ */ __name(([text2 = ""], called) => read(text2, called), "read"), ...more }), "one");
var optional = /* @__PURE__ */ __name((kind) => ({
  ...kind,
  read: /* @__PURE__ */ __name((texts, called) => texts.length === 0 ? { value: void 0 } : kind.read(texts, called), "read")
}), "optional");
var text = /* @__PURE__ */ __name((value = "text") => one(value, (given) => ({ value: given })), "text");
var secret = {
  ...optional(one("text", (given) => ({ value: given }))),
  isSecret: true
};
var matching = /* @__PURE__ */ __name((value, pattern, what) => one(value, (given, called) => pattern.test(given) ? { value: given } : refused(called, what, given)), "matching");
var oneOf = /* @__PURE__ */ __name((value, choices) => one(
  value,
  (given, called) => {
    const chosen = choices.find((choice) => choice === given);
    if (chosen) return { value: chosen };
    const meant = given === "" ? void 0 : nearest(given, choices);
    const list2 = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
    return {
      fault: `${called} takes ${list2}, not ${shown(given)}${meant ? ` (did you mean ${meant}?)` : ""}`
    };
  },
  { choices }
), "oneOf");
var flag = {
  ...one(
    "",
    (given, called) => /^(?:true|false)$/i.test(given) ? { value: given.toLowerCase() === "true" } : refused(called, "true or false", given)
  ),
  shape: "flag"
};
var wholeNumber = /* @__PURE__ */ __name((min, most) => one(
  "n",
  (given, called) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    const range = most === void 0 ? `of ${min} or more` : `from ${min} to ${most}`;
    return value >= min && value <= (most ?? value) ? { value } : refused(called, `a whole number ${range}`, given);
  },
  most === void 0 ? {} : { limits: `${min} to ${most}` }
), "wholeNumber");
var UNIT_MS = { "": 1e3, s: 1e3, m: 6e4, h: 36e5 };
var duration = one("time", (given, called) => {
  const [, count = "", unit = ""] = /^(\d{1,6})([smh]?)$/.exec(given) ?? [];
  const value = Number(count) * (UNIT_MS[unit] ?? 0);
  return value > 0 ? { value } : refused(called, "a time such as 90s, 5m or 1h", given);
});
var list = /* @__PURE__ */ __name((value) => ({
  shape: "list",
  value,
  read: /* @__PURE__ */ __name((texts) => ({ value: [...texts] }), "read")
}), "list");
var listOf = /* @__PURE__ */ __name((value, form, parse3) => ({
  shape: "list",
  value,
  read: /* @__PURE__ */ __name((texts, called) => {
    const parsed = texts.map((entry) => ({ entry, value: parse3(entry) }));
    const wrong = parsed.filter((each) => each.value === void 0).map(({ entry }) => shown(entry));
    return wrong.length > 0 ? { fault: `${called} takes ${form}, not ${wrong.join(", ")}` } : { value: parsed.flatMap((each) => each.value === void 0 ? [] : [each.value]) };
  }, "read")
}), "listOf");

// src/inputs/machines.ts
var flagOf = /* @__PURE__ */ __name((entry) => {
  const [, node, name, value] = /^(?:([^:=\s]+):)?([a-z0-9][a-z0-9-]*)(?:=(.*))?$/s.exec(entry) ?? [];
  return name ? { node, name, value } : void 0;
}, "flagOf");
var adoptionOf = /* @__PURE__ */ __name((entry) => {
  const [, node, machine] = /^([^=\s]+)=([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.exec(entry) ?? [];
  return node && machine ? { node, machine } : void 0;
}, "adoptionOf");
var IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}\/(?:\d|[12]\d|3[0-2])$/;
var machineInputs = {
  provider: input(oneOf("provider", ["dind", "docker-machine"]), "what the nodes are", {
    fallback: "dind",
    more: "`dind` makes containers on one engine; `docker-machine` makes machines with that program or rancher-machine."
  }),
  driver: input(
    optional(matching("name", /^[a-z0-9][a-z0-9-]{0,62}$/, "the name of one of docker-machine's drivers")),
    "docker-machine driver that makes the machines"
  ),
  driverFlags: input(
    listOf("node:name=value", "NAME, NAME=VALUE or NODE:NAME=VALUE", flagOf),
    "flag of the driver without its dashes, for every machine or one node's",
    { more: "Credentials go into the environment variables that the driver reads, not in here." }
  ),
  adopt: input(
    listOf("node=machine", "NODE=MACHINE", adoptionOf),
    "existing machine to use for a node, and to keep when the swarm goes"
  ),
  advertise: input(
    optional(
      matching(
        "interface",
        /^(?:[a-z][a-z0-9._-]{0,14}|[0-9.]+\/\d{1,2})$/i,
        "the name of an interface, or a network such as 10.0.0.0/8"
      )
    ),
    "interface or network whose address nodes advertise to each other",
    { more: "By default the address in the machine's URL." }
  )
};
var SECRET = /(?:token|passw(?:or)?d|secret|api-?key|credential)/;
var CLASSIC = /^swarm(?:-|$)/;
var OURS = ["driver", "d", "engine-label", "help", "h"];
function machineFaults(values, forOneEngine2, called) {
  const { provider, driver, driverFlags, adopt, advertise } = values;
  if (provider === "dind") {
    const given = { driver, driverFlags: driverFlags[0], adopt: adopt[0], advertise };
    const names = Object.entries(given).flatMap(([key, value]) => value === void 0 ? [] : [called(key)]);
    return names.length > 0 ? [`${names.join(", ")}: only with ${called("provider")} docker-machine`] : [];
  }
  const others = Object.entries(forOneEngine2).flatMap(([key, isGiven]) => isGiven ? [called(key)] : []);
  return [
    ...others.length > 0 ? [`${others.join(", ")}: not with ${called("provider")} docker-machine`] : [],
    ...driver === void 0 ? [`${called("provider")} docker-machine also needs ${called("driver")}`] : [],
    ...advertise?.includes("/") && !IPV4.test(advertise) ? [`${called("advertise")} takes an IPv4 network such as 10.0.0.0/8, not \u201C${advertise}\u201D`] : [],
    ...flagFaults(driverFlags, called),
    ...nodeFaults(values, called)
  ];
}
__name(machineFaults, "machineFaults");
function flagFaults(flags, called) {
  const of = /* @__PURE__ */ __name((pattern) => [...new Set(flags.map(({ name }) => name).filter(pattern))].join(", "), "of");
  const secret2 = of((name) => SECRET.test(name));
  const refused2 = of((name) => CLASSIC.test(name) || OURS.includes(name));
  return [
    ...secret2 ? [
      `${called("driverFlags")} ${secret2} would show a credential to every user of this machine: set the environment variable that the driver reads instead`
    ] : [],
    ...refused2 ? [`${called("driverFlags")} ${refused2} cannot be set here: the swarm is formed without it`] : []
  ];
}
__name(flagFaults, "flagFaults");
function nodeFaults({ managers, workers, driverFlags, adopt }, called) {
  const count = { manager: managers, worker: workers };
  const isNode = /* @__PURE__ */ __name((name) => {
    const [, role = "", number] = /^(manager|worker)([1-9]\d*)$/.exec(name) ?? [];
    return Number(number) <= (count[role] ?? 0);
  }, "isNode");
  const flagged = driverFlags.flatMap(({ node }) => node === void 0 || isNode(node) ? [] : [node]);
  const adopted = adopt.flatMap(({ node }) => isNode(node) ? [] : [node]);
  const twice = /* @__PURE__ */ __name((texts) => texts.find((text2, at) => texts.indexOf(text2) !== at), "twice");
  const again = twice(adopt.map(({ node }) => node)) ?? twice(adopt.map(({ machine }) => machine));
  const unknown = /* @__PURE__ */ __name((key, names) => names.length > 0 ? [`${called(key)} names ${names.join(", ")}, which will not be a node`] : [], "unknown");
  return [
    ...unknown("driverFlags", flagged),
    ...unknown("adopt", adopted),
    ...again === void 0 ? [] : [`${called("adopt")} names ${again} twice`]
  ];
}
__name(nodeFaults, "nodeFaults");
function machinesOf(values) {
  const { name, managers, workers, ttlHours, driver = "", driverFlags, adopt, advertise } = values;
  return {
    ...{ name, managers, workers, ttlHours, driver, advertise },
    flags: driverFlags,
    adopt: Object.fromEntries(adopt.map(({ node, machine }) => [node, machine]))
  };
}
__name(machinesOf, "machinesOf");

// src/inputs/host-key.ts
var HOST_KEY_LINE = /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/;
var HOST_KEY_FORM = "a line of known_hosts, such as \u201Chost ssh-ed25519 AAAA\u2026\u201D";

// src/inputs/registry-logins.ts
var import_yaml2 = __toESM(require_dist(), 1);
var FORM = "a list of registry, username and password, in YAML or JSON";
var KEYS = ["registry", "username", "password"];
var HOST = /^[a-zA-Z0-9.-]+(?::\d+)?$/;
var MOST = 50;
var isHub = /* @__PURE__ */ __name((registry) => !registry || registry === "docker.io", "isHub");
var registryLogins = {
  shape: "list",
  value: "login",
  isSecret: true,
  split: /* @__PURE__ */ __name((given) => [given], "split"),
  read: /* @__PURE__ */ __name(([given = ""], called) => {
    if (given.trim() === "") return { value: [] };
    const entries = entriesIn(given);
    if (entries === void 0) return { fault: `${called} takes ${FORM}` };
    const faults = entries.flatMap((entry, i) => faultOf(entry).map((fault) => `entry ${i + 1} ${fault}`));
    const names = entries.map(({ registry }) => String(registry ?? "")).map((name) => isHub(name) ? "docker.io" : name);
    const isTwice = names.some((name, i) => names.indexOf(name) !== i);
    if (isTwice) faults.push("one registry has two logins");
    return faults.length > 0 ? { fault: `${called} takes ${FORM}: ${faults.join("; ")}` } : { value: entries.map(asLogin) };
  }, "read"),
  // A text of another form may hold a secret anywhere.
  secretsIn: /* @__PURE__ */ __name((given) => {
    const entries = entriesIn(given);
    return entries === void 0 ? given.split(/\r?\n/).flatMap((line) => [line.trim(), line.slice(line.indexOf(":") + 1).trim()]) : entries.flatMap(
      (entry) => Object.entries(entry).flatMap(
        ([key, value]) => key === "registry" || key === "username" || typeof value !== "string" ? [] : [value]
      )
    );
  }, "secretsIn")
};
function entriesIn(text2) {
  try {
    const value = (0, import_yaml2.parse)(text2, { maxAliasCount: 0, schema: "failsafe", logLevel: "silent" });
    const isList = Array.isArray(value) && value.length <= MOST;
    return isList && value.every((each) => typeof each === "object" && each !== null && !Array.isArray(each)) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(entriesIn, "entriesIn");
function faultOf(entry) {
  const { registry, username, password } = entry;
  return [
    ...Object.keys(entry).every((key) => KEYS.includes(key)) ? [] : ["has another key"],
    ...registry === void 0 || typeof registry === "string" && (registry === "" || HOST.test(registry)) ? [] : ["names a registry by something else than its host, with or without a port"],
    ...typeof username === "string" && username !== "" ? [] : ["has no username"],
    ...typeof password === "string" && password !== "" ? [] : ["has no password"]
  ];
}
__name(faultOf, "faultOf");
var asLogin = /* @__PURE__ */ __name(({ registry, username, password }) => ({
  registry: registry ? String(registry) : void 0,
  username: String(username),
  password: String(password)
}), "asLogin");

// src/inputs/ssh-key.ts
var PRIVATE = /^-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----\r?\n([\s\S]+?)-----END (?:[A-Z0-9]+ )?PRIVATE KEY-----$/;
function privateKeyFault(text2) {
  const key = text2.trim();
  const [, body = ""] = PRIVATE.exec(key) ?? [];
  if (body === "") return "is not a private key, from -----BEGIN \u2026 PRIVATE KEY----- to its -----END line";
  return isEncrypted(key, body) ? "is protected by a passphrase, for which nobody can be asked here" : void 0;
}
__name(privateKeyFault, "privateKeyFault");
function isEncrypted(key, body) {
  if (/BEGIN ENCRYPTED |^Proc-Type:.*ENCRYPTED/m.test(key)) return true;
  if (!key.startsWith("-----BEGIN OPENSSH ")) return false;
  const bytes = Buffer.from(body, "base64");
  const magic = "openssh-key-v1\0";
  const length = bytes.length < magic.length + 4 ? 0 : bytes.readUInt32BE(magic.length);
  const cipher = bytes.subarray(magic.length + 4, magic.length + 4 + length).toString("latin1");
  return cipher !== "none";
}
__name(isEncrypted, "isEncrypted");

// src/inputs/target.ts
var clusterName = matching(
  "name",
  /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/i,
  "at most 20 letters, digits and dashes, with no dash at either end"
);
var stackName = matching("name", /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, "letters, digits, _ . and -");
var ENGINES = ["auto", "host", "vm"];
var address = /* @__PURE__ */ __name((forms, pattern) => optional(matching("url", pattern, forms)), "address");
var ADDRESS = /^(?:unix:\/\/\/|ssh:\/\/|tcp:\/\/)./;
var anyAddress = address("unix:///PATH, ssh://USER@HOST or tcp://HOST", ADDRESS);
var swarmName = input(clusterName, "the swarm's name", {
  fallback: "swarmline",
  more: "At most 20 letters, digits and dashes."
});
var engine = input(oneOf("engine", ENGINES), "the host's own engine, a VM, or whichever works", {
  fallback: "auto",
  more: "`auto` takes the host's engine if its kernel can carry a routing mesh."
});
var BY_DEFAULT = "default: DOCKER_HOST, DOCKER_CONTEXT or the current docker context";
var dockerHost = input(anyAddress, `engine to use (${BY_DEFAULT}, else the socket of this machine)`);
var lookedAt = but(dockerHost, {
  about: `engine to look at (${BY_DEFAULT}, else the socket of this machine)`
});
var context = input(optional(text("name")), "docker context of that engine, instead of its URL");
var keyLine = matching("line", HOST_KEY_LINE, HOST_KEY_FORM);
var hostKey = input(
  optional({
    ...keyLine,
    read: /* @__PURE__ */ __name((texts, called) => keyLine.read(
      texts.map((line) => line.trim()),
      called
    ), "read")
  }),
  "the only host key to trust for ssh://, as a line of known_hosts",
  { more: "By default the runner's known hosts." }
);
var hostKeyInput = { hostKey };
var wayOptions = {
  hostKey,
  tlsDir: input(
    optional(text("folder")),
    "ca.pem, cert.pem and key.pem for tcp:// (default: as docker has it)"
  )
};
var engineOptions = { dockerHost, context, ...wayOptions };
var cluster = input(
  optional(clusterName),
  "name of a swarm that `swarmline up` made (default: swarmline)",
  {
    formerly: ["name"]
  }
);
var targetOptions = {
  cluster,
  ...engineOptions,
  dockerHost: input(
    anyAddress,
    `manager of an existing swarm: unix://, ssh:// or tcp:// (${BY_DEFAULT}, else the swarm of --cluster)`
  ),
  dockerConfig: input(optional(text("folder")), "docker client configuration for that engine")
};
var targetInputs = {
  cluster: but(cluster, {
    about: "name of a cluster that `swarm-up` made",
    more: "Give this or `docker-host`.",
    formerly: []
  }),
  dockerHost: input(
    anyAddress,
    "DOCKER_HOST of a manager: `ssh://user@host`, `tcp://host` behind TLS, or `unix://\u2026`"
  ),
  hostKey,
  sshKey: input(secret, "private key for ssh://, without a passphrase", {
    more: "By default the runner's own keys and agent. It is masked, and kept in a file that is deleted after the job."
  }),
  tlsCa: input(secret, "PEM of the authority that signed the certificate of the engine at `tcp://`", {
    more: "This and the next two are masked, and deleted after the job."
  }),
  tlsCert: input(secret, "PEM of the client certificate presented to the engine"),
  tlsKey: input(secret, "PEM of that certificate's key")
};
var loginInputs = {
  registry: input(
    optional(
      matching("host:port", /^[a-zA-Z0-9.-]+(?::\d+)?$/, "a registry's host name, with or without a port")
    ),
    "host name of the registry whose login the nodes need",
    { more: "Docker Hub by default." }
  ),
  username: input(optional(text()), "user at the registry", {
    more: "A cluster's own registry needs none."
  }),
  password: input(secret, "password or token at the registry", {
    more: "It is masked, and kept in a file that is deleted after the job."
  }),
  registryLogins: input(registryLogins, "logins at more registries", {
    more: "A list of `registry`, `username` and `password` in YAML or JSON, as docker/login-action takes it. They are masked, and kept like `password`."
  })
};
function wayFaults(values, called) {
  const { cluster: name, dockerHost: url, hostKey: key, sshKey: identity } = values;
  const tls = ["tlsCa", "tlsCert", "tlsKey"].map((each) => ({
    name: called(each),
    text: values[each]
  }));
  const given = tls.filter((each) => each.text).map((each) => each.name);
  const missing = tls.filter((each) => !each.text).map((each) => each.name);
  const overSsh = [...key ? [called("hostKey")] : [], ...identity ? [called("sshKey")] : []];
  const all = [...overSsh, ...given];
  if (name && all.length > 0)
    return [`${all.join(", ")}: only with ${called("dockerHost")}, not for a cluster of ours`];
  const wrong = tls.filter((each) => each.text && !/-----BEGIN [A-Z0-9 ]+-----/.test(each.text)).map((each) => `${each.name} is not in the PEM format`);
  return [
    ...url && !url.startsWith("ssh://") ? overSsh.map((each) => `${each} is only for ssh://USER@HOST`) : [],
    ...given.length > 0 && url && !url.startsWith("tcp://") ? [`${given.join(", ")}: only for tcp://HOST`] : [],
    ...given.length > 0 && missing.length > 0 ? [`${given.join(", ")} also ${given.length === 1 ? "needs" : "need"} ${missing.join(" and ")}`] : [],
    ...wrong,
    ...(identity ? [privateKeyFault(identity)] : []).flatMap(
      (fault) => fault === void 0 ? [] : [`${called("sshKey")} ${fault}`]
    )
  ];
}
__name(wayFaults, "wayFaults");

// src/inputs/cluster.ts
var labelOf = /* @__PURE__ */ __name((entry) => {
  const [, node, key, value] = /^([^:=\s]+):([^=\s]+)=(.*)$/.exec(entry) ?? [];
  return node && key && value !== void 0 ? { node, key, value } : void 0;
}, "labelOf");
var DEFAULT_LABEL = "worker1:data=persistent";
var debianRelease = input(
  matching("name", /^[a-z]{3,20}$/, "the name of a Debian release"),
  "Debian release of the VM and of the images made here",
  { fallback: "trixie", formerly: ["suite"] }
);
var shape = {
  managers: input(wholeNumber(1, MOST_MANAGERS), "number of managers", {
    fallback: "1",
    more: "An odd number keeps a quorum best."
  }),
  workers: input(wholeNumber(0, MOST_NODES - 1), "number of workers", { fallback: "2" }),
  labels: input(listOf("node:key=value", "NODE:KEY=VALUE", labelOf), "label of a node", {
    fallback: DEFAULT_LABEL
  }),
  ttlHours: input(wholeNumber(1, 8760), "hours after which a sweep may remove the swarm", {
    fallback: "24",
    formerly: ["ttl"]
  }),
  debianRelease,
  endpoint: input(oneOf("mode", ["mesh", "dnsrr"]), "how published ports are reached", {
    fallback: "mesh",
    more: "`dnsrr` is for a kernel without IPVS: published ports then answer only where a task runs."
  }),
  buildContexts: input(list("folder"), "folder with a Dockerfile whose base images the registry must have"),
  composeFiles: input(list("file"), "stack file whose images the registry must have", { formerly: ["file"] })
};
var upOptions = { name: swarmName, engine, ...engineOptions, ...shape, ...machineInputs };
var upInputs = {
  name: swarmName,
  engine,
  // Over TLS nothing but the engine's API is reached, and the nodes have sockets of their own.
  dockerHost: input(
    optional(matching("url", /^(?:unix:\/\/\/|ssh:\/\/)./, "unix:///PATH or ssh://USER@HOST")),
    "DOCKER_HOST of the engine that carries the nodes: `ssh://user@host` or `unix://\u2026`",
    { more: "By default what the environment names, else the runner's own engine." }
  ),
  ...hostKeyInput,
  ...shape,
  ...machineInputs,
  keep: input(flag, "leave the swarm up after the job", {
    fallback: "false",
    more: "`teardown` takes it down."
  })
};
var downOptions = {
  name: swarmName,
  all: input(flag, "every swarm that swarmline made on this machine", { fallback: "false" })
};
var downInputs = {
  name: input(optional(clusterName), "the swarm's name", { more: "Give this or `all`." }),
  all: but(downOptions.all, { about: "take down every swarm that swarmline made on this machine" })
};
var forOneEngine = /* @__PURE__ */ __name((values) => ({
  engine: values.engine !== upOptions.engine.fallback,
  dockerHost: values.dockerHost !== void 0,
  context: values.context !== void 0,
  hostKey: values.hostKey !== void 0,
  tlsDir: values.tlsDir !== void 0,
  debianRelease: values.debianRelease !== debianRelease.fallback,
  endpoint: values.endpoint !== shape.endpoint.fallback,
  buildContexts: values.buildContexts.length > 0,
  composeFiles: values.composeFiles.length > 0
}), "forOneEngine");
var providerFaults = /* @__PURE__ */ __name((values, called) => machineFaults(values, forOneEngine(values), called), "providerFaults");
function nodeLabels({ managers, workers, labels }, called) {
  if (managers + workers > MOST_NODES)
    return {
      fault: `${called("managers")} and ${called("workers")} make ${managers + workers} nodes: a swarm takes at most ${MOST_NODES}`
    };
  const nodes = [...numbered("manager", managers), ...numbered("worker", workers)];
  const placed = {};
  for (const { node, key, value } of labels) {
    const at = workers === 0 && `${node}:${key}=${value}` === DEFAULT_LABEL ? "manager1" : node;
    if (!nodes.includes(at))
      return { fault: `${called("labels")} names ${at}; the nodes are ${nodes.join(", ")}` };
    placed[at] = { ...placed[at], [key]: value };
  }
  return { value: placed };
}
__name(nodeLabels, "nodeLabels");
var numbered = /* @__PURE__ */ __name((role, count) => Array.from({ length: count }, (_, i) => `${role}${i + 1}`), "numbered");

// src/actions/swarm-up.ts
var swarmUpForm = {
  inputs: upInputs,
  faultsOf: /* @__PURE__ */ __name((values) => {
    const labels = nodeLabels(values, inputName);
    return [
      ...providerFaults(values, inputName),
      ...wayFaults({ ...values, cluster: void 0 }, inputName),
      ..."fault" in labels ? [labels.fault] : []
    ];
  }, "faultsOf")
};
function upRequest(values, around) {
  const labels = nodeLabels(values, inputName);
  const { name, engine: engine2, managers, workers, ttlHours, debianRelease: debianRelease2, endpoint, hostKey: hostKey2 } = values;
  const dockerHost2 = values.dockerHost ?? around.dockerHost;
  if (hostKey2 && !dockerHost2?.startsWith("ssh://"))
    throw new SwarmlineError("input", "host-key is only for ssh://USER@HOST", {
      hint: "give docker-host, or leave host-key out"
    });
  if ("fault" in labels) throw new SwarmlineError("input", labels.fault);
  const inWorkspace = /* @__PURE__ */ __name((file) => path.resolve(around.workspace, file), "inWorkspace");
  return {
    ...{ name, engine: engine2, managers, workers, ttlHours, endpoint },
    suite: debianRelease2,
    labels: labels.value,
    dockerHost: dockerHost2,
    hostKey: hostKey2,
    owner: around.owner,
    buildContexts: values.buildContexts.map(inWorkspace),
    composeFiles: values.composeFiles.map(inWorkspace)
  };
}
__name(upRequest, "upRequest");
function upMachinesRequest(values, owner) {
  const labels = nodeLabels(values, inputName);
  if ("fault" in labels) throw new SwarmlineError("input", labels.fault);
  return { ...machinesOf(values), labels: labels.value, owner };
}
__name(upMachinesRequest, "upMachinesRequest");
function swarmUpOutputs(cluster2) {
  const nodes = cluster2.nodes;
  const manager = nodes.find((node) => node.role === "manager");
  if (!manager) throw new SwarmlineError("internal", `the cluster ${cluster2.name} has no manager`);
  const { dockerHost: dockerHost2, certDir = "" } = clientEndpoint(manager);
  return {
    name: cluster2.name,
    "docker-host": dockerHost2,
    "cert-path": certDir,
    registry: cluster2.registry?.reference ?? "",
    addresses: JSON.stringify(Object.fromEntries(cluster2.nodes.map((node) => [node.name, node.address]))),
    engine: cluster2.engineTitle,
    "has-mesh": String(cluster2.hasMesh)
  };
}
__name(swarmUpOutputs, "swarmUpOutputs");

// actions/swarm-up/main.ts
await runMain(swarmUpForm, async (values, door) => {
  const { workspace, dockerHost: dockerHost2 } = door;
  if (!values.keep) door.saveState("cluster", values.name);
  const owner = await door.owner();
  if (values.provider === "docker-machine") {
    const { upMachines } = await import("./chunks/up-machines-YHG27W5L.js");
    const request2 = upMachinesRequest(values, owner);
    return door.setOutputs(swarmUpOutputs(await upMachines(request2, door.home, door.effects)));
  }
  const { up } = await import("./chunks/up-J2T4QLUO.js");
  const request = upRequest(values, { workspace, dockerHost: dockerHost2, owner });
  door.setOutputs(swarmUpOutputs(await up(request, door.home, door.effects)));
});
