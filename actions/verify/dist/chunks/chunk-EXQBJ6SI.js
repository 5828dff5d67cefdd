import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  isMachineName
} from "./chunk-D2XLB4HT.js";
import {
  requireOwn
} from "./chunk-DCOXSXBO.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/state.ts
import { chmod, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

// src/cluster/cluster-file.rules.ts
function parseCluster(text2, where) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    throw damaged(where, "it is not JSON");
  }
  const provider = String(value?.provider);
  const shape = Object.entries(clusterShapes).find(([name]) => name === provider)?.[1];
  const problem = firstProblem(value, shape ?? { provider: oneOf(...Object.keys(clusterShapes)) }, "");
  if (problem) throw damaged(where, problem);
  return value;
}
__name(parseCluster, "parseCluster");
var text = /* @__PURE__ */ __name((v, at) => typeof v === "string" && v !== "" ? void 0 : `${at} is not a string`, "text");
var flag = /* @__PURE__ */ __name((v, at) => typeof v === "boolean" ? void 0 : `${at} is not true or false`, "flag");
var count = /* @__PURE__ */ __name((v, at) => Number.isInteger(v) ? void 0 : `${at} is not a whole number`, "count");
var date = /* @__PURE__ */ __name((v, at) => typeof v === "string" && !Number.isNaN(Date.parse(v)) ? void 0 : `${at} is not a date`, "date");
var absolute = /* @__PURE__ */ __name((v, at) => typeof v === "string" && v.startsWith("/") && !v.includes("/../") ? void 0 : `${at} is not an absolute path`, "absolute");
var oneOf = /* @__PURE__ */ __name((...words) => (v, at) => words.includes(v) ? void 0 : `${at} is not ${words.join(" or ")}`, "oneOf");
var record = /* @__PURE__ */ __name((fields) => (v, at) => firstProblem(v, fields, at), "record");
var listOf = /* @__PURE__ */ __name((item) => (v, at) => {
  if (!Array.isArray(v)) return `${at} is not a list`;
  return v.map((entry, i) => item(entry, `${at}[${i}]`)).find(Boolean);
}, "listOf");
var texts = /* @__PURE__ */ __name((v, at) => v && typeof v === "object" && Object.values(v).every((one) => typeof one === "string") ? void 0 : `${at} is not an object of strings`, "texts");
var machine = /* @__PURE__ */ __name((v, at) => typeof v === "string" && isMachineName(v) ? void 0 : `${at} is not the name of a machine`, "machine");
var optional = /* @__PURE__ */ __name((shape) => (v, at) => v === void 0 || v === null ? void 0 : shape(v, at), "optional");
var engineShapes = {
  host: {
    dockerHost: text,
    hostKey: optional(text),
    certDir: optional(absolute),
    socketPath: absolute,
    tunnel: optional(record({ controlPath: absolute, configPath: absolute, host: text })),
    facts: record({
      title: text,
      version: text,
      hasMesh: flag,
      privileges: oneOf("privileged", "caps"),
      nodeSource: record({ kind: oneOf("usr", "image") })
    }),
    isOwned: oneOf(false)
  },
  vm: {
    runDir: absolute,
    pid: count,
    pidStart: text,
    acceleration: oneOf("kvm", "hvf", "tcg"),
    suite: text,
    isOwned: oneOf(true)
  }
};
var engine = /* @__PURE__ */ __name((v, at) => {
  const fields = engineShapes[String(v?.kind)];
  return fields ? firstProblem(v, fields, at) : `${at}.kind is not ${Object.keys(engineShapes).join(" or ")}`;
}, "engine");
var nodeShape = {
  name: text,
  role: oneOf("manager", "worker"),
  address: text,
  labels: texts,
  id: text
};
var anyCluster = {
  schema: oneOf(1),
  name: text,
  run: optional(text),
  createdAt: date,
  expiresAt: date,
  engineTitle: text,
  hasMesh: flag,
  heartbeatSeconds: optional(count),
  standIns: listOf(record({ reference: text, madeFrom: text, digest: text }))
};
var clusterShapes = {
  dind: {
    ...anyCluster,
    namedEngine: optional(text),
    engine,
    nodes: listOf(record({ ...nodeShape, socketPath: absolute })),
    registry: record({ reference: text, mirror: text, dockerConfigDir: absolute })
  },
  "docker-machine": {
    ...anyCluster,
    run: text,
    program: record({
      file: oneOf("docker-machine", "rancher-machine"),
      driver: text,
      storePath: optional(absolute)
    }),
    machines: listOf(record({ node: text, machine, isOurs: flag })),
    nodes: listOf(record({ ...nodeShape, dockerHost: text, certDir: absolute }))
  }
};
function firstProblem(value, fields, at) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return `${at || "it"} is not an object`;
  for (const [key, shape] of Object.entries(fields)) {
    const problem = shape(value[key], at ? `${at}.${key}` : key);
    if (problem) return problem;
  }
  return void 0;
}
__name(firstProblem, "firstProblem");
function damaged(where, why) {
  return new SwarmlineError("input", `${where} is damaged: ${why}`, {
    hint: "remove what is left with: swarmline down --all, then delete the file"
  });
}
__name(damaged, "damaged");

// src/cluster/state.ts
var FILE = "cluster.json";
var clusterDir = /* @__PURE__ */ __name((stateDir, name) => path.join(stateDir, name), "clusterDir");
var isClusterName = /* @__PURE__ */ __name((name) => /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/i.test(name), "isClusterName");
async function readCluster(stateDir, name) {
  const cluster = await readClusterIfAny(stateDir, name);
  if (cluster) return cluster;
  throw new SwarmlineError("not-found", `there is no cluster "${name}" here`, {
    hint: "create one with: swarmline up; list what exists with: swarmline ls; or name a manager of an existing swarm: --docker-host, --context or DOCKER_HOST"
  });
}
__name(readCluster, "readCluster");
async function readClusterIfAny(stateDir, name) {
  const folder = folderOf(stateDir, name);
  const file = path.join(folder, FILE);
  for (const each of [stateDir, folder, file]) requireOwn(each);
  const text2 = await readFile(file, "utf8").catch((error) => {
    if (error.code === "ENOENT") return void 0;
    throw error;
  });
  if (text2 === void 0) return void 0;
  const cluster = parseCluster(text2, file);
  if (cluster.name !== name)
    throw new SwarmlineError("input", `${file} belongs to another cluster: ${cluster.name}`);
  return cluster;
}
__name(readClusterIfAny, "readClusterIfAny");
function folderOf(stateDir, name) {
  if (!isClusterName(name))
    throw new SwarmlineError("input", `"${name}" cannot be a cluster's name`, {
      hint: "use at most 20 letters, digits and dashes"
    });
  return clusterDir(stateDir, name);
}
__name(folderOf, "folderOf");

export {
  isClusterName,
  readCluster,
  readClusterIfAny
};
