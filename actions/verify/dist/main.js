import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  nearest
} from "./chunks/chunk-HFVHSVFW.js";
import {
  but,
  input,
  inputName,
  runMain
} from "./chunks/chunk-3KDRELGG.js";
import "./chunks/chunk-LXYRLMNY.js";
import {
  registryLogins
} from "./chunks/chunk-NSDJCOOJ.js";
import {
  require_dist
} from "./chunks/chunk-NKZQ5LRJ.js";
import "./chunks/chunk-5X344IRI.js";
import "./chunks/chunk-KAFMGS5U.js";
import {
  SwarmlineError
} from "./chunks/chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunks/chunk-IOXRIZOB.js";

// src/actions/verify.ts
import path from "node:path";

// src/inputs/secret-pairs.ts
var import_yaml = __toESM(require_dist(), 1);
var PAIR = /^([^=\s]+)=(.*)$/s;
var linesIn = /* @__PURE__ */ __name((text2) => text2.includes("\n") ? text2.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "") : [], "linesIn");
function secretsIn(text2) {
  const trimmed = text2.trim();
  return mappingIn(trimmed) ?? linesSaid(trimmed.split(/\r?\n/));
}
__name(secretsIn, "secretsIn");
function mappingIn(text2) {
  if (!text2.startsWith("{") && !/^[\w.-]+:(\s|$)/.test(text2)) return void 0;
  try {
    const value = text2.startsWith("{") ? JSON.parse(text2) : (0, import_yaml.parse)(text2, { maxAliasCount: 0, schema: "failsafe", logLevel: "silent" });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    const entries = Object.entries(value);
    return entries.every((entry) => typeof entry[1] === "string") ? { entries, strays: [] } : { entries: [], strays: [text2] };
  } catch {
    return text2.startsWith("{") ? { entries: [], strays: [text2] } : void 0;
  }
}
__name(mappingIn, "mappingIn");
function linesSaid(lines) {
  const said = { entries: [], strays: [] };
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? "").trim();
    if (line === "" || line.startsWith("#")) continue;
    const block = blockAt(lines, i);
    const pair = block ? pairOf(block.text) : pairOf(line);
    if (block) i = block.end;
    if (pair) said.entries.push(pair);
    else said.strays.push(...block ? [block.text] : [line]);
  }
  return said;
}
__name(linesSaid, "linesSaid");
var pairOf = /* @__PURE__ */ __name((text2) => {
  const [, key, value] = PAIR.exec(text2) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}, "pairOf");
function blockAt(lines, start) {
  const first = (lines[start] ?? "").trim();
  if (first.startsWith('"')) {
    for (let end2 = start; end2 < lines.length; end2++) {
      const text2 = lines.slice(start, end2 + 1).join("\n").trim();
      const inner = text2.slice(1);
      const close = inner.replaceAll('""', "\0\0").indexOf('"');
      if (close === -1) continue;
      return close === inner.length - 1 ? { text: inner.slice(0, -1).replaceAll('""', '"'), end: end2 } : void 0;
    }
    return void 0;
  }
  const [, name, mark] = /^([^=\s<]+)<<(\S+)$/.exec(first) ?? [];
  const end = name === void 0 ? -1 : lines.findIndex((line, i) => i > start && line.trim() === mark);
  return end === -1 ? void 0 : { text: `${name}=${lines.slice(start + 1, end).join("\n")}`, end };
}
__name(blockAt, "blockAt");

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
var pairs = /* @__PURE__ */ __name((value = "name=value") => ({
  shape: "list",
  value,
  read: /* @__PURE__ */ __name((texts, called) => {
    const parsed = texts.map((entry) => /^([^=\s]+)=(.*)$/s.exec(entry));
    const wrong = parsed.flatMap((pair, at) => pair ? [] : [at + 1]);
    if (wrong.length > 0) return notPairs(called, value, wrong, parsed.length);
    return { value: Object.fromEntries(parsed.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""])) };
  }, "read")
}), "pairs");
var notPairs = /* @__PURE__ */ __name((called, form, wrong, all) => ({
  fault: `${called} takes ${form.toUpperCase()}: ${wrong.length === 1 ? `entry ${wrong[0]} of ${all} has` : `entries ${wrong.join(", ")} of ${all} have`} another form`
}), "notPairs");
var secretPairs = {
  shape: "list",
  value: "name=value",
  isSecret: true,
  split: /* @__PURE__ */ __name((given) => [given], "split"),
  read: /* @__PURE__ */ __name(([given = ""], called) => {
    const { entries, strays } = secretsIn(given);
    if (strays.length === 0) return { value: Object.fromEntries(entries) };
    const all = strays.length + entries.length;
    return {
      fault: `${called} takes NAME=VALUE on each line: ${strays.length} of ${all} ${strays.length === 1 ? "has" : "have"} another form`
    };
  }, "read"),
  secretsIn: /* @__PURE__ */ __name((given) => {
    const { entries, strays } = secretsIn(given);
    return [
      ...entries.flatMap(([key, value]) => [
        .../^[\w.-]{1,64}$/.test(key) ? [] : [key],
        ...[value, ...linesIn(value), ...value.includes("\n") ? [] : [`${key}=${value}`]]
      ]),
      ...strays.flatMap((line) => [line, ...line.split("="), ...linesIn(line)])
    ];
  }, "secretsIn")
};

// src/inputs/host-key.ts
var HOST_KEY_LINE = /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/;
var HOST_KEY_FORM = "a line of known_hosts, such as \u201Chost ssh-ed25519 AAAA\u2026\u201D";

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
function twoSwarms({ cluster: name, dockerHost: url, context: by }, called) {
  return name && (url || by) ? [`${called("cluster")} and ${called(url ? "dockerHost" : "context")} name two swarms: give one of them`] : [];
}
__name(twoSwarms, "twoSwarms");
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

// src/inputs/stack.ts
var ON_FAILURE = ["rollback", "keep", "remove"];
var readingInputs = {
  variables: input(pairs(), "variable for ${NAME} in the stack files", { formerly: ["env", "var"] }),
  envFiles: input(list("file"), "file with such variables; those given directly take precedence"),
  profiles: input(list("name"), "Compose profile whose services are included, * for all"),
  strict: input(flag, "treat keys that a swarm ignores as errors", { fallback: "false" })
};
var composeFiles = input(list("file"), "stack file; later ones override earlier ones", {
  fallback: "docker-compose.yml",
  formerly: ["file"]
});
var stack = {
  composeFiles,
  ...readingInputs,
  stages: input(pairs("service=stage"), "stage of a service; each stage converges before the next", {
    more: "Takes precedence over the label `io.swarmline.stage`."
  }),
  settings: input(
    list("[service.]name=value"),
    "update setting: parallelism=2 for all services, web.rollback-delay=5s for one",
    { formerly: ["set"] }
  ),
  unresolvedImages: input(
    oneOf("what", ["refuse", "warn"]),
    "what to do about an image whose digest cannot be resolved",
    { fallback: "refuse", formerly: ["allow-unresolved"] }
  ),
  prune: input(flag, "remove services that the stack files no longer name", { fallback: "false" })
};
var waitOptions = {
  timeout: input(
    optional(duration),
    "longest time to converge (default: 10m, or more if its services need it)",
    {
      more: "Services ask for more by `start_period`, `retries`, `delay` and `monitor`."
    }
  ),
  lockWait: input(optional(duration), "how long to wait for another deploy of the stack (default: refuse)", {
    formerly: ["wait"]
  }),
  keepDeploys: input(wholeNumber(1, 50), "number of deploys that the swarm remembers", { fallback: "5" })
};
var rollout = {
  ...waitOptions,
  onFailure: input(oneOf("what", ON_FAILURE), "what to do with the stack if the deploy fails", {
    fallback: "rollback"
  }),
  probe: input(
    optional(text("url")),
    "URL to request throughout the rollout; http://nodes:80/ asks every node"
  ),
  probeRate: input(wholeNumber(1, 5e3), "requests a second of the probe, over all nodes", {
    fallback: "20"
  }),
  maxFailedRequests: input(
    optional(wholeNumber(0)),
    "fail the deploy if more requests of the probe fail; if empty, only reported"
  ),
  plan: input(flag, "show what would change, and change nothing", { fallback: "false" })
};
var registryAuth = input(flag, "do not send the registry's login to the nodes", { fallback: "true" });
var rollbackOptions = {
  ...targetOptions,
  ...waitOptions,
  to: input(optional(wholeNumber(1)), "number of the deploy to go back to"),
  registryAuth
};
var statusOptions = {
  ...targetOptions,
  drift: input(flag, "report what was changed by hand since the last deploy", { fallback: "false" })
};
var deployOptions = {
  ...targetOptions,
  ...stack,
  secrets: input(pairs("name=file"), "content of a secret, from a file or - for standard input"),
  configs: input(pairs("name=file"), "content of a config, from a file or - for standard input"),
  digests: input(optional(text("file")), "digests from the build, as `swarmline build --json` prints them"),
  ...rollout,
  registryAuth
};
var ROLLING = {
  updateParallelism: "number of tasks of a service to update at once",
  updateDelay: "time between two batches, such as `15s`",
  updateOrder: "`start-first` or `stop-first`",
  updateMonitor: "how long to watch each updated task, such as `10s`",
  updateFailureAction: "`rollback`, `pause` or `continue`",
  updateMaxFailureRatio: "fraction of tasks allowed to fail, from 0 to 1",
  rollbackParallelism: "number of tasks to roll back at once",
  rollbackDelay: "time between two batches of a rollback",
  rollbackOrder: "`start-first` or `stop-first`, in a rollback",
  rollbackMonitor: "how long to watch each task in a rollback",
  rollbackFailureAction: "`pause` or `continue`, if the rollback fails",
  rollbackMaxFailureRatio: "fraction of tasks allowed to fail in a rollback, from 0 to 1"
};
var rolling = Object.fromEntries(
  Object.entries(ROLLING).map(([key, about]) => [key, input(optional(text()), about)])
);
var stackInput = input(stackName, "name of the stack", { isRequired: true });
var deployInputs = {
  ...targetInputs,
  stack: stackInput,
  ...stack,
  variables: but(readingInputs.variables, { more: "The environment is not read." }),
  settings: but(stack.settings, {
    more: "They take precedence over the inputs `update-\u2026` and `rollback-\u2026`."
  }),
  secrets: input(secretPairs, "content of a secret of the stack file", {
    more: 'A value of several lines: `"NAME=\u2026"` in quotes, `NAME<<END` to a line `END`, or all of them as a mapping in JSON or YAML. They are masked, and never in arguments or logs.'
  }),
  secretNames: input(list("name[=secret]"), "secret of the stack file that is taken out of `secrets`", {
    more: "For `toJSON(secrets)`: nothing else of it is used or kept. Capitals may be left out, and `db_password=PROD_DB_PASSWORD` takes one of another name. By default all of `secrets`."
  }),
  configs: input(pairs(), "content of a config of the stack file", {
    more: "Configs are not secret: whoever may inspect the swarm can read them."
  }),
  allowOutsideFiles: input(flag, "let the stack file read files outside the workspace", {
    fallback: "false",
    more: "That is what it includes or extends, env files, and contents of secrets and configs. Keep it `false` for stack files from pull requests."
  }),
  digests: input(
    optional(text()),
    "digests of the images, as the outputs `images` and `metadata` of build-push give them",
    {
      more: "The `metadata` of docker/bake-action and docker/build-push-action are accepted as well. Others are looked up once."
    }
  ),
  ...rolling,
  ...rollout,
  lockWait: but(waitOptions.lockWait, {
    about: "how long to wait for another deploy of the stack; if empty, refuse at once",
    // A person decides what to do; a job has nobody to ask.
    fallback: "10m"
  }),
  plan: but(rollout.plan, { about: "only show what would change, in the job summary and in `changes`" }),
  rollback: input(
    optional(matching("deploy", /^(?:previous|[1-9]\d{0,8})$/, "previous, or the number of a deploy")),
    "go back to an earlier deploy instead of deploying: `previous`, or its number",
    { more: "The stack files are not read." }
  ),
  lintOnly: input(flag, "only check the stack files, with an annotation at the line of each finding", {
    fallback: "false",
    more: "No swarm is needed: leave `cluster` and `docker-host` out. Errors fail the step."
  }),
  ...loginInputs
};

// src/inputs/suite.ts
var suite = {
  suites: input(list("file"), "suite of checks to run, instead of what follows from the stack"),
  only: input(list("id"), "check to run, by its id"),
  tags: input(list("tag"), "tag of the checks of the suites to run"),
  variables: input(pairs(), "value for ${NAME} in the suites", {
    more: "They see no others.",
    formerly: ["var"]
  }),
  composeFiles: input(list("file"), "stack file whose lines are shown in verdicts"),
  allowDisruption: input(
    flag,
    "also run checks that disturb the swarm, one after the other; each is undone",
    {
      fallback: "false"
    }
  )
};
var verifyOptions = { ...targetOptions, ...suite };
var verifyInputs = { ...targetInputs, stack: stackInput, ...suite };
function suiteFaults({ suites, tags, variables, allowDisruption }, called) {
  if (suites.length > 0) return [];
  const alone = [
    ...tags.length > 0 ? [called("tags")] : [],
    ...Object.keys(variables).length > 0 ? [called("variables")] : [],
    ...allowDisruption ? [called("allowDisruption")] : []
  ];
  return alone.length > 0 ? [`${alone.join(", ")} ${alone.length === 1 ? "needs" : "need"} a suite: give ${called("suites")}`] : [];
}
__name(suiteFaults, "suiteFaults");

// src/actions/target-faults.ts
function targetFaults(values) {
  const { cluster: cluster2, dockerHost: dockerHost2 } = values;
  if (!cluster2 && !dockerHost2) return ["give cluster or docker-host, to say which swarm"];
  const two = twoSwarms(values, inputName);
  return two.length > 0 ? two : wayFaults(values, inputName);
}
__name(targetFaults, "targetFaults");

// src/actions/verify.ts
var verifyForm = {
  inputs: verifyInputs,
  faultsOf: /* @__PURE__ */ __name((values) => [...targetFaults(values), ...suiteFaults(values, inputName)], "faultsOf")
};
function verifyRequest(values, target, places) {
  const inWorkspace = /* @__PURE__ */ __name((file) => path.resolve(places.workspace, file), "inWorkspace");
  return {
    target,
    stack: values.stack,
    suite: {
      files: values.suites.map(inWorkspace),
      root: places.workspace,
      only: values.only,
      tags: values.tags,
      variables: values.variables,
      isDisruptionAllowed: values.allowDisruption,
      composeFiles: values.composeFiles.map(inWorkspace),
      evidenceDir: path.join(places.reportDir, "evidence")
    }
  };
}
__name(verifyRequest, "verifyRequest");
function verifyOutputs(result, reportPath) {
  const count = /* @__PURE__ */ __name((status) => String(result.verdicts.filter((v) => v.status === status).length), "count");
  return {
    status: result.status,
    passed: count("pass"),
    failed: count("fail"),
    inconclusive: count("inconclusive"),
    skipped: count("skipped"),
    "report-path": reportPath
  };
}
__name(verifyOutputs, "verifyOutputs");
function verifyFault({ status, verdicts }) {
  if (status === "pass") return void 0;
  const failed = verdicts.filter((verdict) => verdict.status === "fail");
  const shown2 = failed.length > 0 ? failed : verdicts.filter((verdict) => verdict.status === "inconclusive");
  const summary = failed.length > 0 ? `${failed.length} of ${verdicts.length} checks failed` : "nothing was proven";
  const lines = shown2.map(
    ({ title, expected, observed }) => `${title}: expected ${expected}, saw ${observed}`
  );
  const hint = shown2.find((verdict) => verdict.hint)?.hint;
  return new SwarmlineError("verify-failed", [summary, ...lines].join("; "), hint ? { hint } : {});
}
__name(verifyFault, "verifyFault");

// actions/verify/main.ts
await runMain(verifyForm, async (values, door) => {
  const [{ verify }, { reportFolder, reportStep }, { reachTarget }] = await Promise.all([
    import("./chunks/verify-C7R5VOIH.js"),
    import("./chunks/report-step-F64QT6XP.js"),
    import("./chunks/reach-target-4ISJRYPC.js")
  ]);
  const target = await reachTarget(values, door);
  const places = { workspace: door.workspace, reportDir: reportFolder("verify", door) };
  const result = await verify(verifyRequest(values, target, places), door.home, door.effects);
  const fault = verifyFault(result);
  const folder = await reportStep({ kind: "verify", stack: values.stack, result, fault }, target, door);
  door.setOutputs(verifyOutputs(result, folder));
  if (fault) throw fault;
});
