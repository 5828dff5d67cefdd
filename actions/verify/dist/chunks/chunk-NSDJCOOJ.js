import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/inputs/registry-logins.ts
var import_yaml = __toESM(require_dist(), 1);
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
function entriesIn(text) {
  try {
    const value = (0, import_yaml.parse)(text, { maxAliasCount: 0, schema: "failsafe", logLevel: "silent" });
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

export {
  isHub,
  registryLogins
};
