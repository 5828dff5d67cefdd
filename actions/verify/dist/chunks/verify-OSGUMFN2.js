import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  LABEL,
  attachEngine,
  clusterDir,
  demultiplex,
  isRunning,
  lastLines,
  makeTarget,
  nameOf,
  readCluster,
  replaceFile
} from "./chunk-RKXJ37XB.js";
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import {
  secretForms
} from "./chunk-LXYRLMNY.js";
import "./chunk-4NKUEX42.js";
import {
  HIDDEN,
  bounded,
  plain,
  withoutCommands,
  withoutUrlSecrets
} from "./chunk-NX2XGRNI.js";
import {
  EngineAnswerError,
  connectEngine,
  forCleanup,
  importImage,
  isGone,
  isOutOfSequence,
  openConnectionFolder,
  packArchive,
  readProgress,
  sweepLeftovers,
  waitFor
} from "./chunk-72THEGKD.js";
import "./chunk-YDOMORQO.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-YALVU7P7.js";
import {
  __export,
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/verify/judgement.rules.ts
function pass(expected, observed, figures = {}) {
  return { status: "pass", expected, observed, hint: void 0, figures };
}
__name(pass, "pass");
function fail(expected, observed, hint, figures = {}) {
  return { status: "fail", expected, observed, hint, figures };
}
__name(fail, "fail");
function inconclusive(expected, observed, hint, figures = {}) {
  return { status: "inconclusive", expected, observed, hint, figures };
}
__name(inconclusive, "inconclusive");
function skipped(expected, observed, hint) {
  return { status: "skipped", expected, observed, hint, figures: {} };
}
__name(skipped, "skipped");
var WORST_FIRST = ["fail", "inconclusive", "pass", "skipped"];
function worst(statuses) {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? "inconclusive";
}
__name(worst, "worst");
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
__name(percent, "percent");
function count(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
__name(count, "count");

// src/verify/kinds/security.rules.ts
var RULES = [
  "engine-port",
  "engine-socket",
  "capabilities",
  "published-ports",
  "passwords-in-environment",
  "memory-limits",
  "pinned-images",
  "autolock",
  "certificates",
  "encrypted-networks"
];
function securityExpected({ rules, ports }) {
  const allowed = rules.includes("published-ports") ? ` (published: ${ports.join(", ") || "none"})` : "";
  return `nothing is against ${rules.join(", ")}${allowed}`;
}
__name(securityExpected, "securityExpected");
function judgeSecurity(params21, evidence) {
  const expected = securityExpected(params21);
  const findings = params21.rules.flatMap((rule2) => findingsOf(rule2, params21, evidence));
  const figures = {
    rules: params21.rules.length,
    services: evidence.services.length,
    findings: findings.length
  };
  const [first] = findings;
  if (first) {
    const judgement = fail(expected, findings.map(({ what }) => what).join("; "), first.hint, figures);
    return first.place ? { ...judgement, place: first.place } : judgement;
  }
  const unknown2 = params21.rules.filter((rule2) => isUnknown(rule2, evidence));
  if (unknown2.length > 0)
    return inconclusive(expected, `${unknown2.join(", ")} could not be read`, void 0, figures);
  return pass(expected, `${params21.rules.length} rules over ${evidence.services.length} services`, figures);
}
__name(judgeSecurity, "judgeSecurity");
function offenders(rule2, services) {
  const evidence = { services: [...services], networks: [], swarm: void 0, enginePorts: void 0 };
  const findings = findingsOf(rule2, { rules: [rule2], except: [], ports: [] }, evidence);
  return [...new Set(findings.flatMap(({ place }) => place?.[1] ?? []))].sort();
}
__name(offenders, "offenders");
function isUnknown(rule2, { services, networks, swarm, enginePorts }) {
  if (rule2 === "autolock" || rule2 === "certificates") return swarm === void 0;
  if (rule2 === "engine-port")
    return !enginePorts?.length || enginePorts.some(({ seen }) => seen === "unknown");
  return rule2 === "encrypted-networks" ? networks.length === 0 : services.length === 0;
}
__name(isUnknown, "isUnknown");
function findingsOf(rule2, params21, evidence) {
  const excepted = params21.except.filter((each2) => each2.rule === rule2).flatMap((each2) => each2.services);
  const services = evidence.services.filter(({ name: name3 }) => !excepted.includes(name3));
  const each = /* @__PURE__ */ __name((of, hint, ...keys) => services.flatMap((service2) => {
    const what = of(service2);
    return what ? [{ what: `${service2.name} ${what}`, hint, place: ["services", service2.name, ...keys] }] : [];
  }), "each");
  switch (rule2) {
    case "engine-port":
      return (evidence.enginePorts ?? []).filter(({ seen }) => seen === "engine").map(({ node: node2, port: port2 }) => ({
        what: `the engine of ${node2} answers anyone on port ${port2}`,
        hint: "let dockerd listen on a socket only, or with --tlsverify"
      }));
    case "engine-socket":
      return each(
        ({ mounts }) => {
          const mount = mounts.find(
            (source) => /^\/(?:var\/?|var\/run\/?|run\/?)?$|\/docker\.sock$/.test(source)
          );
          return mount !== void 0 && `mounts ${bounded(mount)}, with the engine\u2019s socket`;
        },
        "who has the socket has the node: leave the mount out",
        "volumes"
      );
    case "capabilities":
      return each(
        ({ capabilities }) => capabilities.length > 0 && `has the capabilities ${capabilities.join(", ")}`,
        "leave cap_add out",
        "cap_add"
      );
    case "published-ports":
      return each(
        ({ ports }) => {
          const open3 = ports.filter((port2) => !params21.ports.includes(port2));
          return open3.length > 0 && `publishes ${open3.join(", ")}`;
        },
        "publish only what the outside must reach",
        "ports"
      );
    case "passwords-in-environment":
      return each(
        ({ environment }) => {
          const names2 = environment.filter((name3) => SECRET_NAME.test(name3) && !/_FILE$/i.test(name3));
          return names2.length > 0 && `has ${names2.map((name3) => bounded(name3, 60)).join(", ")} in its environment`;
        },
        "hand it over as a secret, and name its file in the environment",
        "environment"
      );
    case "memory-limits":
      return each(
        ({ memoryLimitBytes }) => memoryLimitBytes <= 0 && "has no memory limit",
        "set deploy.resources.limits.memory",
        "deploy"
      );
    case "pinned-images":
      return each(
        ({ image: image2 }) => !/@sha256:[0-9a-f]{64}$/.test(image2) && `runs ${bounded(image2, 100)}, without a digest`,
        "deploy by digest",
        "image"
      );
    case "autolock":
      return evidence.swarm && !evidence.swarm.isAutolocked ? [{ what: "managers keep their keys unlocked", hint: "`docker swarm update --autolock=true`" }] : [];
    case "certificates":
      return evidence.swarm && evidence.swarm.certificateDays > MOST_DAYS ? [
        {
          what: `node certificates hold for ${Math.round(evidence.swarm.certificateDays)} days`,
          hint: "`docker swarm update --cert-expiry 720h`"
        }
      ] : [];
    case "encrypted-networks":
      return evidence.networks.filter(({ name: name3, isOverlay, isEncrypted: isEncrypted2 }) => isOverlay && !isEncrypted2 && !excepted.includes(name3)).map(({ name: name3 }) => ({
        what: `the network ${name3} is not encrypted between nodes`,
        hint: 'driver_opts: { encrypted: "" }',
        place: ["networks", name3]
      }));
    default:
      return rule2;
  }
}
__name(findingsOf, "findingsOf");
var SECRET_NAME = /(?:PASSW(?:OR)?D|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY)/i;
var MOST_DAYS = 90;

// src/verify/derive/derive.rules.ts
function deriveChecks(shape) {
  const { services } = shape;
  return unlike([
    nodesCheck(shape),
    ...services.flatMap((service2) => [...serviceCheck(service2), ...placementCheck(service2)]),
    ...portChecks(services),
    ...networkChecks(services),
    ...secretChecks(services),
    securityCheck(services)
  ]);
}
__name(deriveChecks, "deriveChecks");
function unlike(checks) {
  const seen = /* @__PURE__ */ new Map();
  return checks.map(({ comment, check }) => {
    const before = seen.get(check.id) ?? 0;
    seen.set(check.id, before + 1);
    return before === 0 ? { comment, check } : { comment, check: { ...check, id: `${check.id.slice(0, 60)}-${before + 1}` } };
  });
}
__name(unlike, "unlike");
function nodesCheck({ nodes: { count: count3, managers, away } }) {
  const check = { id: "nodes", kind: "nodes", title: "Every node is ready", count: count3, managers };
  return away.length === 0 ? { comment: "All nodes are there, ready, and take tasks.", check } : {
    comment: `All nodes are there. ${away.join(", ")} was told to take no tasks, so not all of them have to.`,
    check: { ...check, title: "Every node is there", ready: false }
  };
}
__name(nodesCheck, "nodesCheck");
var isJob = /* @__PURE__ */ __name(({ mode }) => mode === "replicated-job" || mode === "global-job", "isJob");
function serviceCheck(service2) {
  const { name: name3, mode, replicas, wanted: wanted2, networks, secrets, ports } = service2;
  return [
    {
      comment: isJob(service2) ? `${name3} is a job: what it was asked for is compared, and it runs only as long as it takes.` : `${name3} runs all the tasks that it should, as it was asked for.`,
      check: {
        id: idOf("service", name3),
        kind: "service",
        title: `${name3} is as it was asked for`,
        service: name3,
        mode,
        ...replicas === void 0 ? {} : { replicas },
        ...isJob(service2) ? {} : { running: wanted2 },
        networks: sorted(networks),
        secrets: sorted(secrets),
        ...ports.every(({ published }) => published > 0) ? { published: [...new Set(ports.map(({ published }) => published))].sort((a, b) => a - b) } : {}
      }
    }
  ];
}
__name(serviceCheck, "serviceCheck");
var EQUAL = /^\s*(?:node\.(role|hostname)|node\.labels\.([A-Za-z0-9_.-]+))\s*==\s*(.+?)\s*$/;
function placementCheck(service2) {
  const { name: name3, constraints, mode, mostPerNode, wanted: wanted2 } = service2;
  if (isJob(service2) || wanted2 === 0) return [];
  const labels2 = {};
  const rules = {};
  for (const constraint of constraints) {
    const [, field, label, value = ""] = EQUAL.exec(constraint) ?? [];
    if (label !== void 0) labels2[label] = value;
    if (field === "role" && (value === "manager" || value === "worker")) rules.role = value;
    if (field === "hostname") rules.nodes = [value];
  }
  if (Object.keys(labels2).length > 0) rules.labels = labels2;
  if (mode === "global") rules.most = 1;
  else if (mostPerNode > 0) rules.most = mostPerNode;
  if (Object.keys(rules).length === 0) return [];
  return [
    {
      comment: `${name3} runs only where it may.`,
      check: {
        id: idOf("placement", name3),
        kind: "placement",
        title: `${name3} runs only where it may`,
        service: name3,
        ...rules
      }
    }
  ];
}
__name(placementCheck, "placementCheck");
function portChecks(services) {
  const open3 = services.filter(({ wanted: wanted2 }) => wanted2 > 0);
  return open3.flatMap(
    ({ name: name3, ports }) => byNumber(ports).filter(({ protocol, published }) => protocol === "tcp" && published > 0).map(({ published, mode }) => ({
      comment: mode === "host" ? `Port ${published} of ${name3} is open on each node with a task.` : `Port ${published} of ${name3} is open on every node, by the routing mesh.`,
      check: {
        id: idOf(`port-${published}`, name3),
        kind: "tcp",
        title: `Port ${published} of ${name3} answers`,
        port: published
      }
    }))
  );
}
__name(portChecks, "portChecks");
var byNumber = /* @__PURE__ */ __name((ports) => [...new Map(ports.map((port2) => [`${port2.protocol} ${port2.published}`, port2])).values()].sort(
  (a, b) => a.published - b.published
), "byNumber");
function networkChecks(services) {
  const joined2 = services.filter(
    ({ networks, wanted: wanted2, ...service2 }) => networks.length > 0 && wanted2 > 0 && !isJob({ networks, wanted: wanted2, ...service2 })
  );
  if (joined2.length === 0) return [];
  const dns2 = {
    comment: "Each service finds the others on its networks by their names.",
    check: { id: "dns", kind: "dns", title: "Names lead to the services that have them" }
  };
  if (joined2.length === 1) return [dns2];
  return [
    {
      comment: "Services reach each other where they share a network, and nowhere else.",
      check: {
        id: "isolation",
        kind: "isolation",
        title: "Services reach only whom they share a network with"
      }
    },
    dns2
  ];
}
__name(networkChecks, "networkChecks");
function secretChecks(services) {
  const running = services.filter((service2) => service2.wanted > 0 && !isJob(service2));
  const names2 = sorted([...new Set(running.flatMap(({ secrets }) => secrets))]);
  return names2.map((secret2) => ({
    comment: `${secret2} is mounted where it is granted, and shows nowhere.`,
    check: {
      id: idOf("secret", secret2),
      kind: "secret",
      title: `${secret2} is where it must be, and nowhere else`,
      secret: secret2,
      services: services.filter(({ secrets }) => secrets.includes(secret2)).map(({ name: name3 }) => name3)
    }
  }));
}
__name(secretChecks, "secretChecks");
function securityCheck(services) {
  const rules = ["engine-socket", "capabilities", "passwords-in-environment"];
  const except = rules.flatMap((rule2) => {
    const names2 = offenders(
      rule2,
      services.map(({ security: security2 }) => security2)
    );
    return names2.length > 0 ? [{ rule: rule2, services: names2 }] : [];
  });
  const ports = services.flatMap((service2) => service2.ports.map(({ published }) => published));
  return {
    comment: except.length > 0 ? "No more may be open than is now. Read the exceptions: each is something that a service should not need." : "No more may be open than is now.",
    check: {
      id: "security",
      kind: "security",
      title: "Nothing is open that need not be",
      ports: [...new Set(ports.filter((port2) => port2 > 0))].sort((a, b) => a - b),
      ...except.length > 0 ? { except } : {}
    }
  };
}
__name(securityCheck, "securityCheck");
var idOf = /* @__PURE__ */ __name((what, name3) => `${what}-${name3}`.toLowerCase().replace(/[^a-z0-9-]+/g, "-").slice(0, 64), "idOf");
var sorted = /* @__PURE__ */ __name((names2) => [...names2].sort(), "sorted");

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
__name(assertEqual, "assertEqual");
function assertNotEqual(val) {
  return val;
}
__name(assertNotEqual, "assertNotEqual");
function toZod() {
  return (schema) => schema;
}
__name(toZod, "toZod");
function assertIs(_arg) {
}
__name(assertIs, "assertIs");
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
__name(assertNever, "assertNever");
function assert(_) {
}
__name(assert, "assert");
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
__name(getEnumValues, "getEnumValues");
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
__name(joinValues, "joinValues");
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
__name(jsonStringifyReplacer, "jsonStringifyReplacer");
var Cached = class {
  static {
    __name(this, "Cached");
  }
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
__name(cached, "cached");
function nullish(input) {
  return input === null || input === void 0;
}
__name(nullish, "nullish");
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
__name(cleanRegex, "cleanRegex");
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
__name(floatSafeRemainder, "floatSafeRemainder");
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object, key, getter) {
  let value = void 0;
  Object.defineProperty(object, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
__name(defineLazy, "defineLazy");
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
__name(objectClone, "objectClone");
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
__name(assignProp, "assignProp");
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
__name(rawShape, "rawShape");
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
__name(sourceShape, "sourceShape");
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
__name(deferProp, "deferProp");
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
__name(putProp, "putProp");
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
__name(mirrorShape, "mirrorShape");
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
__name(mirrorProps, "mirrorProps");
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
__name(mergeDefs, "mergeDefs");
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
__name(cloneDef, "cloneDef");
function getElementAtPath(obj, path6) {
  if (!path6)
    return obj;
  return path6.reduce((acc, key) => acc?.[key], obj);
}
__name(getElementAtPath, "getElementAtPath");
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
__name(promiseAllObject, "promiseAllObject");
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
__name(randomString, "randomString");
function esc(str) {
  return JSON.stringify(str);
}
__name(esc, "esc");
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
__name(slugify, "slugify");
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
__name(isObject, "isObject");
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
__name(isPlainObject, "isPlainObject");
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
__name(shallowClone, "shallowClone");
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
__name(numKeys, "numKeys");
var getParsedType = /* @__PURE__ */ __name((data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
}, "getParsedType");
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
__name(escapeRegex, "escapeRegex");
function clone(inst, def, params21) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params21?.parent)
    cl._zod.parent = inst;
  return cl;
}
__name(clone, "clone");
function normalizeParams(_params) {
  const params21 = _params;
  if (!params21)
    return {};
  if (typeof params21 === "string")
    return { error: /* @__PURE__ */ __name(() => params21, "error") };
  if (params21?.message !== void 0) {
    if (params21?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params21.error = params21.message;
  }
  delete params21.message;
  if (typeof params21.error === "string")
    return { ...params21, error: /* @__PURE__ */ __name(() => params21.error, "error") };
  return params21;
}
__name(normalizeParams, "normalizeParams");
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
__name(createTransparentProxy, "createTransparentProxy");
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
__name(stringifyPrimitive, "stringifyPrimitive");
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
__name(optionalKeys, "optionalKeys");
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
__name(pick, "pick");
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
__name(maskedKeys, "maskedKeys");
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
__name(omit, "omit");
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
__name(extend, "extend");
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
__name(extended, "extended");
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
__name(safeExtend, "safeExtend");
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
__name(merge, "merge");
function partial(Class2, schema, mask, name3 = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name3}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
__name(partial, "partial");
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
__name(required, "required");
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
__name(aborted, "aborted");
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
__name(explicitlyAborted, "explicitlyAborted");
function prefixIssues(path6, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path6);
    return iss;
  });
}
__name(prefixIssues, "prefixIssues");
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
__name(unwrapMessage, "unwrapMessage");
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
__name(sizeCaps, "sizeCaps");
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
__name(attachSchema, "attachSchema");
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
__name(finalizeIssue, "finalizeIssue");
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
__name(getSizableOrigin, "getSizableOrigin");
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count3 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count3--;
      i++;
    }
  }
  return count3;
}
__name(codePointLength, "codePointLength");
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
__name(getLengthableOrigin, "getLengthableOrigin");
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
__name(parsedType, "parsedType");
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
__name(issue, "issue");
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
__name(cleanEnum, "cleanEnum");
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
__name(base64ToUint8Array, "base64ToUint8Array");
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
__name(uint8ArrayToBase64, "uint8ArrayToBase64");
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
__name(base64urlToUint8Array, "base64urlToUint8Array");
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
__name(uint8ArrayToBase64url, "uint8ArrayToBase64url");
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
__name(hexToUint8Array, "hexToUint8Array");
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
__name(uint8ArrayToHex, "uint8ArrayToHex");
var Class = class {
  static {
    __name(this, "Class");
  }
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
__name(members, "members");
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
__name(own, "own");
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
__name(hide, "hide");
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
__name(derived, "derived");
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
__name(defineBound, "defineBound");
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
__name(claim, "claim");
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
__name(defineLazyInternal, "defineLazyInternal");
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
__name(installLazyProp, "installLazyProp");
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = /* @__PURE__ */ __name(() => value, "fn");
  fn[CONSTANT_CATCH] = true;
  return fn;
}
__name(constantCatch, "constantCatch");

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
__name(newError, "newError");
// @__NO_SIDE_EFFECTS__
function $constructor(name3, initializer3, proto, params21) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  __name(Internals, "Internals");
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name3)) {
      return;
    }
    inst._zod.traits.add(name3);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  __name(init, "init");
  const Parent = params21?.Parent ?? Object;
  class Definition extends Parent {
    static {
      __name(this, "Definition");
    }
  }
  Object.defineProperty(Definition, "name", { value: name3 });
  function _(def) {
    const inst = params21?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  __name(_, "_");
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: /* @__PURE__ */ __name((inst) => {
      if (params21?.Parent && inst instanceof params21.Parent)
        return true;
      return inst?._zod?.traits?.has(name3);
    }, "value")
  });
  Object.defineProperty(_, "name", { value: name3 });
  return _;
}
__name($constructor, "$constructor");
var $ZodAsyncError = class extends Error {
  static {
    __name(this, "$ZodAsyncError");
  }
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  static {
    __name(this, "$ZodEncodeError");
  }
  constructor(name3) {
    super(`Encountered unidirectional transform during encode: ${name3}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}
__name(config, "config");

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
__name(_getMessage, "_getMessage");
function _setMessage(value) {
  this._zod.message = value;
}
__name(_setMessage, "_setMessage");
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = /* @__PURE__ */ __name((inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = /* @__PURE__ */ __name(() => this.message, "value");
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
}, "initializer");
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
__name(node, "node");
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
__name(flattenError, "flattenError");
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = /* @__PURE__ */ __name((error3, path6 = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path6, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path6, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path6, ...issue2.path]);
      } else {
        const fullpath = [...path6, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  }, "processError");
  processError(error2);
  return fieldErrors;
}
__name(formatError, "formatError");

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params21) {
  return { callee: params21?.callee ?? callee, Err: params21?.Err };
}
__name(finalizeParams, "finalizeParams");
var _parse = /* @__PURE__ */ __name((_Err) => {
  const fn = /* @__PURE__ */ __name((schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  }, "fn");
  return fn;
}, "_parse");
var _parseAsync = /* @__PURE__ */ __name((_Err) => {
  const fn = /* @__PURE__ */ __name(async (schema, value, _ctx, params21) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params21?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params21?.callee ?? fn);
      throw e;
    }
    return result.value;
  }, "fn");
  return fn;
}, "_parseAsync");
var _safeParse = /* @__PURE__ */ __name((_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
}, "_safeParse");
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
__name(failure, "failure");
var _safeParseAsync = /* @__PURE__ */ __name((_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
}, "_safeParseAsync");
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = /* @__PURE__ */ __name(((schema, value, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value, _ctx);
}), "validate");
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
__name(validateFallback, "validateFallback");
var validateAsync = /* @__PURE__ */ __name(async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length === 0;
}, "validateAsync");
var _encode = /* @__PURE__ */ __name((_Err) => {
  const parse3 = _parse(_Err);
  const fn = /* @__PURE__ */ __name((schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse3(schema, value, ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_encode");
var _decode = /* @__PURE__ */ __name((_Err) => {
  const parse3 = _parse(_Err);
  const fn = /* @__PURE__ */ __name((schema, value, _ctx, _params) => {
    return parse3(schema, value, _ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_decode");
var _encodeAsync = /* @__PURE__ */ __name((_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = /* @__PURE__ */ __name(async (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_encodeAsync");
var _decodeAsync = /* @__PURE__ */ __name((_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = /* @__PURE__ */ __name(async (schema, value, _ctx, _params) => {
    return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_decodeAsync");
var _safeEncode = /* @__PURE__ */ __name((_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
}, "_safeEncode");
var _safeDecode = /* @__PURE__ */ __name((_Err) => (schema, value, _ctx) => {
  return _safeParse(_Err)(schema, value, _ctx);
}, "_safeDecode");
var _safeEncodeAsync = /* @__PURE__ */ __name((_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
}, "_safeEncodeAsync");
var _safeDecodeAsync = /* @__PURE__ */ __name((_Err) => async (schema, value, _ctx) => {
  return _safeParseAsync(_Err)(schema, value, _ctx);
}, "_safeDecodeAsync");

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
__name(nanoidOfLength, "nanoidOfLength");
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = /* @__PURE__ */ __name((version2) => {
  if (!version2)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
}, "uuid");
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
__name(emoji, "emoji");
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
__name(anchor, "anchor");
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
__name(timeSource, "timeSource");
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
__name(time, "time");
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
__name(datetime, "datetime");
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var _null = /^null$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = /* @__PURE__ */ __name((payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
}, "_whenHasLength");
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
    if (length <= def.maximum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    const origin = getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
      origin,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern2 = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern2;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern2 = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern2);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern2 = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern2);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  static {
    __name(this, "Doc");
  }
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
    const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line of dedented) {
      this.content.push(line);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = /* @__PURE__ */ __name((payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    }, "runChecks");
    const handleCanaryResult = /* @__PURE__ */ __name((canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    }, "handleCanaryResult");
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = /* @__PURE__ */ __name((r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value }, "toStandardResult");
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
__name(validateAsync2, "validateAsync");
function standardProps(inst) {
  return {
    validate: /* @__PURE__ */ __name((value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    }, "validate"),
    vendor: "zod",
    version: 1
  };
}
__name(standardProps, "standardProps");
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
__name(canParseURL, "canParseURL");
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
__name(validateURL, "validateURL");
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
__name(parseURLObject, "parseURLObject");
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
__name(stripTabAndNewline, "stripTabAndNewline");
function urlHostnameOk(url, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url.hostname);
}
__name(urlHostnameOk, "urlHostnameOk");
function urlProtocolOk(url, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
__name(urlProtocolOk, "urlProtocolOk");
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url = validateURL(trimmed, def);
      if (url === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
__name(isValidIPv6, "isValidIPv6");
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix] = parts;
  if (!prefix)
    return false;
  const prefixNum = Number(prefix);
  if (`${prefixNum}` !== prefix)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
__name(isValidCIDRv6, "isValidCIDRv6");
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
__name(isValidBase64, "isValidBase64");
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
__name(isValidBase64URL, "isValidBase64URL");
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
__name(isValidJWT, "isValidJWT");
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodNull = /* @__PURE__ */ $constructor("$ZodNull", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = _null;
  inst._zod.values = /* @__PURE__ */ new Set([null]);
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (input === null)
      return payload;
    payload.issues.push({
      expected: "null",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse3(payload, ctx);
  };
}
__name(capSize, "capSize");
var arraySize = /* @__PURE__ */ __name((input) => Array.isArray(input) ? input.length : -1, "arraySize");
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
__name(handleArrayResult, "handleArrayResult");
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
__name(handlePropertyResult, "handlePropertyResult");
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
__name(normalizeDef, "normalizeDef");
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
__name(handleCatchall, "handleCatchall");
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = /* @__PURE__ */ __name(() => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    }, "get");
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = /* @__PURE__ */ __name((shape) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
    const parseStr = /* @__PURE__ */ __name((k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`, "parseStr");
    const prefixStr = /* @__PURE__ */ __name((id2, k) => `
          let ${id2}_ab = false;
          for (let i = 0; i < ${id2}.issues.length; i++) {
            const iss = ${id2}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id2}_ab = true;
          }
          if (${id2}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`, "prefixStr");
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter2 = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter2++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id2 = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id2} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id2}_present` : `${id2}.value !== undefined || ${id2}_present`;
        doc.write(`
        const ${id2}_present = ${isPresent};
        if (!${id2}.issues.length || ${id2}_present) {
          if (${id2}.issues.length) {${prefixStr(id2, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id2}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id2}_present = ${isPresent};
        if (${id2}.issues.length) {${prefixStr(id2, k)}
        }
        if (!${id2}_present && !${id2}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id2}_present) {
          newResult[${k}] = ${id2}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id2}.issues.length) {${prefixStr(id2, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id2}.value;`);
        } else {
          doc.write(`
        if (${id2}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id2}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  }, "generateFastpass");
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
__name(handleUnionResults, "handleUnionResults");
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left = def.left._zod.run({ value: input, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input, issues: [] }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left, right]).then(([left2, right2]) => {
        return handleIntersectionResults(payload, left2, right2);
      });
    }
    return handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
__name(mergeValues, "mergeValues");
function handleIntersectionResults(result, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = /* @__PURE__ */ __name((iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  }, "collect");
  for (const iss of left.issues) {
    if (!collect(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
__name(handleIntersectionResults, "handleIntersectionResults");
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
__name(handleOptionalResult, "handleOptionalResult");
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
__name(handleDefaultResult, "handleDefaultResult");
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleNonOptionalResult(result2, inst));
    }
    return handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
__name(handleNonOptionalResult, "handleNonOptionalResult");
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
__name(handleCatchResult, "handleCatchResult");
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
__name(handlePipeResult, "handlePipeResult");
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
__name(handleReadonlyResult, "handleReadonlyResult");
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}
__name(handleRefineResult, "handleRefineResult");

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  static {
    __name(this, "$ZodCyclicError");
  }
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value === "object";
}
__name(isRef, "isRef");
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
__name(cloneIssues, "cloneIssues");
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check = /* @__PURE__ */ __name((child) => {
    if (result !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve);
      if (answer > result)
        result = answer;
    }
  }, "check");
  const shape = /* @__PURE__ */ __name((sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  }, "shape");
  const merge2 = /* @__PURE__ */ __name((answer) => {
    if (answer > result)
      result = answer;
  }, "merge");
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check(def.catchall);
      break;
    }
    case "array":
      check(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check(el);
      check(def.rest);
      break;
    case "record":
    case "map":
      check(def.keyType);
      check(def.valueType);
      break;
    case "set":
      check(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check(el);
      break;
    case "intersection":
      check(def.left);
      check(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check(def.innerType);
      break;
    case "pipe":
      check(def.in);
      check(def.out);
      break;
    case "function":
      check(def.input);
      check(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check(value);
        else if (Array.isArray(value))
          for (const el of value)
            check(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
__name(isRecursive, "isRecursive");
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
__name(settle, "settle");
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
__name(bucketFor, "bucketFor");
var handoff;
var open = [];
var memo = {
  alloc(_inst, payload, empty) {
    const bucket = handoff;
    if (!bucket)
      return empty;
    handoff = void 0;
    const entry = { value: empty, issues: null };
    bucket.set(payload.value, entry);
    open.push(entry);
    return empty;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = /* @__PURE__ */ __name((payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      }, "wrapped");
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = /* @__PURE__ */ __name((payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state = ctx[STATE];
        if (!state) {
          state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
            state.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open.length;
        const result = base(payload, ctx);
        handoff = void 0;
        const entry = open.length > depth ? open.pop() : void 0;
        if (result instanceof Promise) {
          return result.then((r) => {
            if (entry)
              entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry)
          entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
        return result;
      }, "wrapped");
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
__name(memoizer, "memoizer");
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
__name(isBackEdge, "isBackEdge");

// node_modules/zod/v4/locales/en.js
var error = /* @__PURE__ */ __name(() => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  __name(getSizing, "getSizing");
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  __name(getTypeName, "getTypeName");
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
}, "error");
function en_default() {
  return {
    localeError: error()
  };
}
__name(en_default, "default");

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  static {
    __name(this, "$ZodRegistry");
  }
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
__name(registry, "registry");
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
__name(snapshotChecks, "snapshotChecks");
// @__NO_SIDE_EFFECTS__
function _string(Class2, params21) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params21) }));
}
__name(_string, "_string");
// @__NO_SIDE_EFFECTS__
function _email(Class2, params21) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_email, "_email");
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_guid, "_guid");
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_uuid, "_uuid");
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params21)
  });
}
__name(_uuidv4, "_uuidv4");
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params21)
  });
}
__name(_uuidv6, "_uuidv6");
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params21)
  });
}
__name(_uuidv7, "_uuidv7");
// @__NO_SIDE_EFFECTS__
function _url(Class2, params21) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_url, "_url");
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params21) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_emoji2, "_emoji");
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_nanoid, "_nanoid");
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cuid, "_cuid");
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cuid2, "_cuid2");
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ulid, "_ulid");
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_xid, "_xid");
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ksuid, "_ksuid");
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ipv4, "_ipv4");
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ipv6, "_ipv6");
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cidrv4, "_cidrv4");
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cidrv6, "_cidrv6");
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params21) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_base64, "_base64");
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params21) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_base64url, "_base64url");
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params21) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_e164, "_e164");
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params21) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_jwt, "_jwt");
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params21) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params21)
  });
}
__name(_isoDateTime, "_isoDateTime");
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params21) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params21)
  });
}
__name(_isoDate, "_isoDate");
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params21) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params21)
  });
}
__name(_isoTime, "_isoTime");
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params21) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params21)
  });
}
__name(_isoDuration, "_isoDuration");
// @__NO_SIDE_EFFECTS__
function _number(Class2, params21) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params21) }));
}
__name(_number, "_number");
// @__NO_SIDE_EFFECTS__
function _int(Class2, params21) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params21)
  });
}
__name(_int, "_int");
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params21) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params21)
  });
}
__name(_boolean, "_boolean");
// @__NO_SIDE_EFFECTS__
function _null2(Class2, params21) {
  return new Class2({
    type: "null",
    ...normalizeParams(params21)
  });
}
__name(_null2, "_null");
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
__name(_unknown, "_unknown");
// @__NO_SIDE_EFFECTS__
function _never(Class2, params21) {
  return new Class2({
    type: "never",
    ...normalizeParams(params21)
  });
}
__name(_never, "_never");
// @__NO_SIDE_EFFECTS__
function _lt(value, params21) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params21),
    value,
    inclusive: false
  });
}
__name(_lt, "_lt");
// @__NO_SIDE_EFFECTS__
function _lte(value, params21) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params21),
    value,
    inclusive: true
  });
}
__name(_lte, "_lte");
// @__NO_SIDE_EFFECTS__
function _gt(value, params21) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params21),
    value,
    inclusive: false
  });
}
__name(_gt, "_gt");
// @__NO_SIDE_EFFECTS__
function _gte(value, params21) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params21),
    value,
    inclusive: true
  });
}
__name(_gte, "_gte");
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params21) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params21),
    value
  });
}
__name(_multipleOf, "_multipleOf");
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params21) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params21),
    maximum
  });
  return ch;
}
__name(_maxLength, "_maxLength");
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params21) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params21),
    minimum
  });
}
__name(_minLength, "_minLength");
// @__NO_SIDE_EFFECTS__
function _length(length, params21) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params21),
    length
  });
}
__name(_length, "_length");
// @__NO_SIDE_EFFECTS__
function _regex(pattern2, params21) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params21),
    pattern: pattern2
  });
}
__name(_regex, "_regex");
// @__NO_SIDE_EFFECTS__
function _lowercase(params21) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params21)
  });
}
__name(_lowercase, "_lowercase");
// @__NO_SIDE_EFFECTS__
function _uppercase(params21) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params21)
  });
}
__name(_uppercase, "_uppercase");
// @__NO_SIDE_EFFECTS__
function _includes(includes, params21) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params21),
    includes
  });
}
__name(_includes, "_includes");
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params21) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params21),
    prefix
  });
}
__name(_startsWith, "_startsWith");
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params21) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params21),
    suffix
  });
}
__name(_endsWith, "_endsWith");
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
__name(_overwrite, "_overwrite");
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
__name(_normalize, "_normalize");
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
__name(_trim, "_trim");
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
__name(_toLowerCase, "_toLowerCase");
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
__name(_toUpperCase, "_toUpperCase");
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
__name(_slugify, "_slugify");
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params21) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params21)
  });
}
__name(_array, "_array");
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
__name(_refine, "_refine");
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params21) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params21);
  return ch;
}
__name(_superRefine, "_superRefine");
// @__NO_SIDE_EFFECTS__
function _check(fn, params21) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params21)
  });
  ch._zod.check = fn;
  return ch;
}
__name(_check, "_check");

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
__name(assignProps, "assignProps");
function initializeContext(params21) {
  let target = params21?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params21.processors ?? {},
    metadataRegistry: params21?.metadata ?? globalRegistry,
    target,
    unrepresentable: params21?.unrepresentable ?? "throw",
    override: params21?.override ?? (() => {
    }),
    io: params21?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params21?.cycles ?? "ref",
    reused: params21?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params21?.external ?? void 0
  };
}
__name(initializeContext, "initializeContext");
function handleUnrepresentable(schema, ctx, json, params21, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params21.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json, result);
  return true;
}
__name(handleUnrepresentable, "handleUnrepresentable");
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params21 = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params21);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params21);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params21);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
__name(processSchema, "processSchema");
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
__name(encodeJSONPointerSegment, "encodeJSONPointerSegment");
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id2 = ctx.metadataRegistry.get(entry[0])?.id;
    if (id2) {
      const existing = idToSchema.get(id2);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id2}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id2, entry[0]);
    }
  }
  const makeURI = /* @__PURE__ */ __name((entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id3) => id3);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id2 = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id2;
      return { defId: id2, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id2)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  }, "makeURI");
  const extractToDef = /* @__PURE__ */ __name((entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  }, "extractToDef");
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    const id2 = ctx.metadataRegistry.get(entry[0])?.id;
    if (id2) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
__name(extractDefs, "extractDefs");
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
__name(compactTypeUnion, "compactTypeUnion");
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
__name(undeclaredConstraint, "undeclaredConstraint");
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const key in object.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object) => object.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object of objects) {
      const constraint = undeclaredConstraint(object);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
__name(foldObjects, "foldObjects");
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
__name(foldIntersection, "foldIntersection");
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = /* @__PURE__ */ __name((zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  }, "flattenRef");
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json of [seen.schema, seen.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id2 = ctx.external.registry.get(schema)?.id;
    if (!id2)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id2);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
__name(finalize, "finalize");
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
__name(isTransforming, "isTransforming");
var createToJSONSchemaMethod = /* @__PURE__ */ __name((schema, processors = {}) => (params21) => {
  const ctx = initializeContext({ ...params21, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
}, "createToJSONSchemaMethod");
var createStandardJSONSchemaMethod = /* @__PURE__ */ __name((schema, io, processors = {}) => (params21) => {
  const { libraryOptions, target } = params21 ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
}, "createStandardJSONSchemaMethod");

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = /* @__PURE__ */ __name((agg, key, value) => {
  if (agg[key] === void 0 || value > agg[key])
    agg[key] = value;
}, "narrowMin");
var narrowMax = /* @__PURE__ */ __name((agg, key, value) => {
  if (agg[key] === void 0 || value < agg[key])
    agg[key] = value;
}, "narrowMax");
var narrowBoth = /* @__PURE__ */ __name((agg, value) => {
  narrowMin(agg, "minimum", value);
  narrowMax(agg, "maximum", value);
}, "narrowBoth");
var addDivisor = /* @__PURE__ */ __name((agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value))
    agg.multipleOf.push(value);
}, "addDivisor");
var addPattern = /* @__PURE__ */ __name((agg, pattern2) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern2);
}, "addPattern");
var intersectMime = /* @__PURE__ */ __name((agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
}, "intersectMime");
var setFormat = /* @__PURE__ */ __name((agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
}, "setFormat");
var minContributor = /* @__PURE__ */ __name((agg, def) => narrowMin(agg, "minimum", def.minimum), "minContributor");
var maxContributor = /* @__PURE__ */ __name((agg, def) => narrowMax(agg, "maximum", def.maximum), "maxContributor");
var formatContributor = /* @__PURE__ */ __name((ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
}, "formatContributor");
var contributors = {
  greater_than: /* @__PURE__ */ __name((agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value), "greater_than"),
  less_than: /* @__PURE__ */ __name((agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value), "less_than"),
  multiple_of: /* @__PURE__ */ __name((agg, def) => addDivisor(agg, def.value), "multiple_of"),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: /* @__PURE__ */ __name((agg, def) => narrowBoth(agg, def.length), "length_equals"),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: /* @__PURE__ */ __name((agg, def) => narrowBoth(agg, def.size), "size_equals"),
  string_format: /* @__PURE__ */ __name((agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  }, "string_format"),
  mime_type: /* @__PURE__ */ __name((agg, def) => intersectMime(agg, def.mime), "mime_type")
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern2 of bag.patterns ?? [])
    addPattern(agg, pattern2);
  return agg;
}
__name(aggregateChecks, "aggregateChecks");
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = /* @__PURE__ */ __name((p) => exactPatterns.get(p) ?? p, "exactPattern");
var stringProcessor = /* @__PURE__ */ __name((schema, ctx, _json, _params) => {
  const json = _json;
  json.type = "string";
  const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minLength = minimum;
  if (typeof maximum === "number")
    json.maxLength = maximum;
  if (format) {
    json.format = formatMap[format] ?? format;
    if (json.format === "")
      delete json.format;
    if (format === "time" || laxFormat) {
      delete json.format;
    }
  }
  if (contentEncoding)
    json.contentEncoding = contentEncoding;
  if (patterns && patterns.size > 0) {
    const patternList = [...patterns].map(exactPattern);
    if (patternList.length === 1)
      json.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
}, "stringProcessor");
var numberProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json.minimum = exclusiveMinimum;
      json.exclusiveMinimum = true;
    } else {
      json.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json.maximum = exclusiveMaximum;
      json.exclusiveMaximum = true;
    } else {
      json.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json, params21, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json.multipleOf = first;
    if (rest.length)
      json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
}, "numberProcessor");
var booleanProcessor = /* @__PURE__ */ __name((_schema, _ctx, json, _params) => {
  json.type = "boolean";
}, "booleanProcessor");
var nullProcessor = /* @__PURE__ */ __name((_schema, ctx, json, _params) => {
  if (ctx.target === "openapi-3.0") {
    json.type = "string";
    json.nullable = true;
    json.enum = [null];
  } else {
    json.type = "null";
  }
}, "nullProcessor");
var neverProcessor = /* @__PURE__ */ __name((_schema, _ctx, json, _params) => {
  json.not = {};
}, "neverProcessor");
var unknownProcessor = /* @__PURE__ */ __name((_schema, _ctx, _json, _params) => {
}, "unknownProcessor");
var enumProcessor = /* @__PURE__ */ __name((schema, _ctx, json, _params) => {
  const def = schema._zod.def;
  const values = getEnumValues(def.entries);
  if (values.length === 0) {
    json.not = {};
    return;
  }
  if (values.every((v) => typeof v === "number"))
    json.type = "number";
  if (values.every((v) => typeof v === "string"))
    json.type = "string";
  json.enum = values;
}, "enumProcessor");
var literalProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json, params21, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json, params21, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json.enum = [val];
    } else {
      json.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json.type = "boolean";
    if (vals.every((v) => v === null))
      json.type = "null";
    json.enum = vals;
  }
}, "literalProcessor");
var customProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  handleUnrepresentable(schema, ctx, json, params21, "Custom types cannot be represented in JSON Schema");
}, "customProcessor");
var transformProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  handleUnrepresentable(schema, ctx, json, params21, "Transforms cannot be represented in JSON Schema");
}, "transformProcessor");
var arrayProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minItems = minimum;
  if (typeof maximum === "number")
    json.maxItems = maximum;
  json.type = "array";
  json.items = processSchema(def.element, ctx, {
    ...params21,
    path: [...params21.path, "items"]
  });
}, "arrayProcessor");
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
__name(inputOptin, "inputOptin");
var objectProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const def = schema._zod.def;
  const shape = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params21, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json.type = "object";
  json.properties = {};
  for (const key in shape) {
    assignProp(json.properties, key, processSchema(shape[key], ctx, {
      ...params21,
      path: [...params21.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json.additionalProperties = false;
  } else if (def.catchall) {
    json.additionalProperties = processSchema(def.catchall, ctx, {
      ...params21,
      path: [...params21.path, "additionalProperties"]
    });
  }
}, "objectProcessor");
var unionProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options = def.options.map((x, i) => processSchema(x, ctx, {
    ...params21,
    path: [...params21.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json.oneOf = options;
  } else {
    json.anyOf = options;
  }
}, "unionProcessor");
var intersectionProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params21,
    path: [...params21.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params21,
    path: [...params21.path, "allOf", 1]
  });
  const isSimpleIntersection = /* @__PURE__ */ __name((val) => "allOf" in val && Object.keys(val).length === 1, "isSimpleIntersection");
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json.allOf = allOf;
  ctx.intersections.push(allOf);
}, "intersectionProcessor");
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id: id2, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
__name(stringifyKeyNames, "stringifyKeyNames");
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record3 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record3);
    const names2 = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names2 || names2 === true || rewrites.has(names2))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names2, /* @__PURE__ */ new Set());
    if (rewritten !== names2)
      rewrites.set(names2, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
__name(rewriteKeyNames, "rewriteKeyNames");
var recordProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const def = schema._zod.def;
  json.type = "object";
  const keyType = def.keyType;
  const patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params21,
      path: [...params21.path, "patternProperties", "*"]
    });
    json.patternProperties = {};
    for (const pattern2 of patterns) {
      assignProp(json.patternProperties, exactPattern(pattern2).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json.propertyNames = processSchema(def.keyType, ctx, {
        ...params21,
        path: [...params21.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      if (!pending) {
        pending = [];
        pendingRecords.set(ctx, pending);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending.push(schema);
    }
    json.additionalProperties = processSchema(def.valueType, ctx, {
      ...params21,
      path: [...params21.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json.required = validKeyValues.map(String);
    }
  }
}, "recordProcessor");
var nullableProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  const inner = processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen.ref = def.innerType;
    json.nullable = true;
  } else {
    json.anyOf = [inner, { type: "null" }];
  }
}, "nullableProcessor");
var nonoptionalProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
}, "nonoptionalProcessor");
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json, params21) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params21, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
__name(serializeDefaultValue, "serializeDefaultValue");
var defaultProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params21);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json.default = value;
}, "defaultProcessor");
var prefaultProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params21);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json._prefault = value;
}, "prefaultProcessor");
var catchProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json, params21, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json.default = catchValue;
}, "catchProcessor");
var pipeProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
}, "pipeProcessor");
var readonlyProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  json.readOnly = true;
}, "readonlyProcessor");
var optionalProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
}, "optionalProcessor");

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
__name(_lazyMethod, "_lazyMethod");
var initializer2 = /* @__PURE__ */ __name((inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
}, "initializer");
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
__name(_ensureDefaultLocale, "_ensureDefaultLocale");
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
__name(_ensureDefaultMemoizer, "_ensureDefaultMemoizer");
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params21) {
    return clone(this, def, params21);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check, params21) {
    return this.check(refine(check, params21));
  },
  superRefine(refinement, params21) {
    return this.check(superRefine(refinement, params21));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params21) {
    return nonoptional(this, params21);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params21) {
    return _catch(this, params21);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: /* @__PURE__ */ __name(function _parse2(data, params21) {
    return parse(this, data, params21, { callee: _parse2 });
  }, "_parse"),
  parseAsync: /* @__PURE__ */ __name(async function _parseAsync2(data, params21) {
    return await parseAsync(this, data, params21, { callee: _parseAsync2 });
  }, "_parseAsync"),
  safeParse(data, params21) {
    return safeParse(this, data, params21);
  },
  async safeParseAsync(data, params21) {
    return safeParseAsync(this, data, params21);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params21) {
    return validate(this, data, params21);
  },
  validateAsync(data, params21) {
    return validateAsync(this, data, params21);
  },
  encode: /* @__PURE__ */ __name(function _encode2(data, params21) {
    return encode(this, data, params21, { callee: _encode2 });
  }, "_encode"),
  decode: /* @__PURE__ */ __name(function _decode2(data, params21) {
    return decode(this, data, params21, { callee: _decode2 });
  }, "_decode"),
  encodeAsync: /* @__PURE__ */ __name(async function _encodeAsync2(data, params21) {
    return await encodeAsync(this, data, params21, { callee: _encodeAsync2 });
  }, "_encodeAsync"),
  decodeAsync: /* @__PURE__ */ __name(async function _decodeAsync2(data, params21) {
    return await decodeAsync(this, data, params21, { callee: _decodeAsync2 });
  }, "_decodeAsync"),
  safeEncode(data, params21) {
    return safeEncode(this, data, params21);
  },
  safeDecode(data, params21) {
    return safeDecode(this, data, params21);
  },
  async safeEncodeAsync(data, params21) {
    return safeEncodeAsync(this, data, params21);
  },
  async safeDecodeAsync(data, params21) {
    return safeDecodeAsync(this, data, params21);
  },
  toJSONSchema(params21) {
    return createToJSONSchemaMethod(this, {})(params21);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params21) => stringProcessor(inst, ctx, json, params21);
  },
  /* @__PURE__ */ util_exports.derived({
    format: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).format ?? null, "format"),
    minLength: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).minimum ?? null, "minLength"),
    maxLength: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).maximum ?? null, "maxLength")
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params21) {
      return this.check(_lowercase(params21));
    },
    uppercase(params21) {
      return this.check(_uppercase(params21));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params21) {
    return this.check(_email(ZodEmail, params21));
  },
  url(params21) {
    return this.check(_url(ZodURL, params21));
  },
  jwt(params21) {
    return this.check(_jwt(ZodJWT, params21));
  },
  emoji(params21) {
    return this.check(_emoji2(ZodEmoji, params21));
  },
  guid(params21) {
    return this.check(_guid(ZodGUID, params21));
  },
  uuid(params21) {
    return this.check(_uuid(ZodUUID, params21));
  },
  uuidv4(params21) {
    return this.check(_uuidv4(ZodUUID, params21));
  },
  uuidv6(params21) {
    return this.check(_uuidv6(ZodUUID, params21));
  },
  uuidv7(params21) {
    return this.check(_uuidv7(ZodUUID, params21));
  },
  nanoid(params21) {
    return this.check(_nanoid(ZodNanoID, params21));
  },
  cuid(params21) {
    return this.check(_cuid(ZodCUID, params21));
  },
  cuid2(params21) {
    return this.check(_cuid2(ZodCUID2, params21));
  },
  ulid(params21) {
    return this.check(_ulid(ZodULID, params21));
  },
  base64(params21) {
    return this.check(_base64(ZodBase64, params21));
  },
  base64url(params21) {
    return this.check(_base64url(ZodBase64URL, params21));
  },
  xid(params21) {
    return this.check(_xid(ZodXID, params21));
  },
  ksuid(params21) {
    return this.check(_ksuid(ZodKSUID, params21));
  },
  ipv4(params21) {
    return this.check(_ipv4(ZodIPv4, params21));
  },
  ipv6(params21) {
    return this.check(_ipv6(ZodIPv6, params21));
  },
  cidrv4(params21) {
    return this.check(_cidrv4(ZodCIDRv4, params21));
  },
  cidrv6(params21) {
    return this.check(_cidrv6(ZodCIDRv6, params21));
  },
  e164(params21) {
    return this.check(_e164(ZodE164, params21));
  },
  datetime(params21) {
    return this.check(_isoDateTime(ZodISODateTime, params21));
  },
  date(params21) {
    return this.check(_isoDate(ZodISODate, params21));
  },
  time(params21) {
    return this.check(_isoTime(ZodISOTime, params21));
  },
  duration(params21) {
    return this.check(_isoDuration(ZodISODuration, params21));
  }
});
function string2(params21) {
  return _string(ZodString, params21);
}
__name(string2, "string");
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params21) => numberProcessor(inst, ctx, json, params21);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: /* @__PURE__ */ __name((inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    }, "minValue"),
    maxValue: /* @__PURE__ */ __name((inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    }, "maxValue"),
    isInt: /* @__PURE__ */ __name((inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    }, "isInt"),
    format: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).format ?? null, "format")
  }, {
    gt(value, params21) {
      return this.check(_gt(value, params21));
    },
    gte(value, params21) {
      return this.check(_gte(value, params21));
    },
    min(value, params21) {
      return this.check(_gte(value, params21));
    },
    lt(value, params21) {
      return this.check(_lt(value, params21));
    },
    lte(value, params21) {
      return this.check(_lte(value, params21));
    },
    max(value, params21) {
      return this.check(_lte(value, params21));
    },
    int(params21) {
      return this.check(int(params21));
    },
    safe(params21) {
      return this.check(int(params21));
    },
    positive(params21) {
      return this.check(_gt(0, params21));
    },
    nonnegative(params21) {
      return this.check(_gte(0, params21));
    },
    negative(params21) {
      return this.check(_lt(0, params21));
    },
    nonpositive(params21) {
      return this.check(_lte(0, params21));
    },
    multipleOf(value, params21) {
      return this.check(_multipleOf(value, params21));
    },
    step(value, params21) {
      return this.check(_multipleOf(value, params21));
    },
    finite() {
      return this;
    }
  })
);
function number2(params21) {
  return _number(ZodNumber, params21);
}
__name(number2, "number");
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params21) {
  return _int(ZodNumberFormat, params21);
}
__name(int, "int");
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => booleanProcessor(inst, ctx, json, params21);
});
function boolean2(params21) {
  return _boolean(ZodBoolean, params21);
}
__name(boolean2, "boolean");
var ZodNull = /* @__PURE__ */ $constructor("ZodNull", (inst, def) => {
  $ZodNull.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => nullProcessor(inst, ctx, json, params21);
});
function _null3(params21) {
  return _null2(ZodNull, params21);
}
__name(_null3, "_null");
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => unknownProcessor(inst, ctx, json, params21);
});
function unknown() {
  return _unknown(ZodUnknown);
}
__name(unknown, "unknown");
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => neverProcessor(inst, ctx, json, params21);
});
function never(params21) {
  return _never(ZodNever, params21);
}
__name(never, "never");
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => arrayProcessor(inst, ctx, json, params21);
  inst.element = def.element;
}, {
  min(n, params21) {
    return this.check(_minLength(n, params21));
  },
  nonempty(params21) {
    return this.check(_minLength(1, params21));
  },
  max(n, params21) {
    return this.check(_maxLength(n, params21));
  },
  length(n, params21) {
    return this.check(_length(n, params21));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params21) {
  return _array(ZodArray, element, params21);
}
__name(array, "array");
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => objectProcessor(inst, ctx, json, params21);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function strictObject(shape, params21) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params21)
  });
}
__name(strictObject, "strictObject");
function looseObject(shape, params21) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: unknown(),
    ...util_exports.normalizeParams(params21)
  });
}
__name(looseObject, "looseObject");
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => unionProcessor(inst, ctx, json, params21);
  inst.options = def.options;
});
function union(options, params21) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params21)
  });
}
__name(union, "union");
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => intersectionProcessor(inst, ctx, json, params21);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
__name(intersection, "intersection");
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => recordProcessor(inst, ctx, json, params21);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record(keyType, valueType, params21) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params21)
  });
}
__name(record, "record");
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => enumProcessor(inst, ctx, json, params21);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params21) => {
    const newEntries = {};
    for (const value of values) {
      if (keys.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params21),
      entries: newEntries
    });
  };
  inst.exclude = (values, params21) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params21),
      entries: newEntries
    });
  };
});
function _enum(values, params21) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params21)
  });
}
__name(_enum, "_enum");
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => literalProcessor(inst, ctx, json, params21);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params21) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params21)
  });
}
__name(literal, "literal");
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => transformProcessor(inst, ctx, json, params21);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
__name(transform, "transform");
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => optionalProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
__name(optional, "optional");
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => optionalProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
__name(exactOptional, "exactOptional");
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => nullableProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
__name(nullable, "nullable");
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => defaultProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
__name(_default, "_default");
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => prefaultProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
__name(prefault, "prefault");
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => nonoptionalProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params21) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params21)
  });
}
__name(nonoptional, "nonoptional");
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => catchProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
__name(_catch, "_catch");
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => pipeProcessor(inst, ctx, json, params21);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
__name(pipe, "pipe");
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => readonlyProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
__name(readonly, "readonly");
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => customProcessor(inst, ctx, json, params21);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
__name(refine, "refine");
function superRefine(fn, params21) {
  return _superRefine(fn, params21);
}
__name(superRefine, "superRefine");

// src/verify/field.rules.ts
var STEP = /\.?(?:([A-Za-z0-9_$-]+)|\[(\d{1,6})\]|\[(\*)\]|\["([^"]*)"\])/y;
function parsePath(path6) {
  const steps = [];
  let at = 0;
  while (at < path6.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(path6);
    if (!match) return void 0;
    const [whole, key, index, all, quoted3] = match;
    if (all) steps.push("all");
    else if (index !== void 0) steps.push({ index: Number(index) });
    else steps.push({ key: key ?? quoted3 ?? "" });
    at += whole.length;
  }
  return steps.length > 0 ? steps : void 0;
}
__name(parsePath, "parsePath");
function fieldAt(data, path6) {
  const steps = parsePath(path6);
  return steps ? walk(data, steps) : void 0;
}
__name(fieldAt, "fieldAt");
function walk(data, steps) {
  const [step, ...rest] = steps;
  if (step === void 0) return data;
  if (data === null || typeof data !== "object") return void 0;
  if (step === "all")
    return Array.isArray(data) ? data.map((entry) => walk(entry, rest)).filter((value) => value !== void 0) : void 0;
  const name3 = "key" in step ? step.key : String(step.index);
  return Object.hasOwn(data, name3) ? walk(data[name3], rest) : void 0;
}
__name(walk, "walk");

// src/verify/http.ts
import http from "node:http";
var DEFAULT_TIMEOUT_MS = 15e3;
var DEFAULT_MAX_BYTES = 64 * 1024;
async function ask(target, options = {}) {
  const seen = await exchange(target, options);
  if (seen.kind !== "answer") return seen;
  const { status, body, ms } = seen;
  if (status < 200 || status > 299) return { kind: "status", detail: `HTTP ${status}: ${body}`, ms };
  return { kind: "answer", status, body, ms };
}
__name(ask, "ask");
function exchange(target, options = {}) {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options;
  const { path: path6 = "/", method = "GET", headers = {} } = options;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const settle3 = /* @__PURE__ */ __name((answer) => {
      clearTimeout(deadline);
      request.destroy();
      resolve(answer);
    }, "settle");
    const fail2 = /* @__PURE__ */ __name((kind, detail) => settle3({ kind, detail, ms: performance.now() - start }), "fail");
    const onError = /* @__PURE__ */ __name((error2) => {
      if (!signal?.aborted) return fail2(kindOf(error2), error2.code ?? error2.message);
      clearTimeout(deadline);
      reject(new SwarmlineError("cancelled", "cancelled", { cause: error2 }));
    }, "onError");
    const request = http.request(
      { ...target, path: path6, method, headers, agent: false, ...signal ? { signal } : {} },
      (response) => {
        const chunks = [];
        let size = 0;
        response.on("data", (chunk) => {
          size += chunk.length;
          if (size > maxBytes) return fail2("body", `longer than ${maxBytes} bytes`);
          chunks.push(chunk);
        });
        response.on("error", onError);
        response.on("end", () => {
          const body = Buffer.concat(chunks).toString("utf8");
          const ms = performance.now() - start;
          settle3({ kind: "answer", status: response.statusCode ?? 0, headers: response.headers, body, ms });
        });
      }
    );
    const deadline = setTimeout(() => fail2("time-out", `no answer within ${timeoutMs} ms`), timeoutMs);
    request.on("error", onError);
    request.end();
  });
}
__name(exchange, "exchange");
function kindOf(error2) {
  const code = error2.code ?? "";
  if (code === "ECONNREFUSED") return "refused";
  if (code === "ECONNRESET" || code === "EPIPE") return "reset";
  if (code === "ETIMEDOUT") return "time-out";
  return code.startsWith("HPE_") ? "body" : "unreachable";
}
__name(kindOf, "kindOf");

// src/verify/kind.ts
function defineKind(kind) {
  return kind;
}
__name(defineKind, "defineKind");

// src/verify/names.rules.ts
var nameInSwarm = /* @__PURE__ */ __name((stack, service2) => stack === "" ? service2 : `${stack}_${service2}`, "nameInSwarm");
var serviceInStack = /* @__PURE__ */ __name((name3, stack) => stack !== "" && name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3, "serviceInStack");
function nameInStack(name3, stack) {
  const bare = name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3;
  return bare.replace(/[._-](?:[0-9a-f]{8,64})$/, "");
}
__name(nameInStack, "nameInStack");

// src/verify/reads.ts
var name = string2().min(1);
var labels = record(string2(), string2()).nullish();
var numberOrNull = number2().nullish();
var NODE = looseObject({
  ID: name,
  Spec: looseObject({ Role: _enum(["manager", "worker"]), Availability: name, Labels: labels }),
  Description: looseObject({ Hostname: name }),
  Status: looseObject({ State: name }),
  ManagerStatus: looseObject({ Reachability: name }).nullish()
});
var SERVICE = looseObject({
  ID: name,
  Spec: looseObject({
    Name: name,
    Labels: labels,
    TaskTemplate: looseObject({
      ContainerSpec: looseObject({ Image: name }).optional()
    }),
    Mode: looseObject({ Replicated: looseObject({ Replicas: numberOrNull }).nullish() })
  })
});
var TASK = looseObject({
  ID: name,
  ServiceID: name,
  DesiredState: name,
  NodeID: string2().nullish(),
  Spec: looseObject({}),
  Status: looseObject({
    State: name,
    ContainerStatus: looseObject({ ContainerID: string2().nullish() }).nullish()
  })
});
var NETWORK = looseObject({ Id: name, Name: name, Driver: string2() });
var NAMESPACE = "com.docker.stack.namespace";
var ofStack = /* @__PURE__ */ __name((stack) => stack === "" ? void 0 : JSON.stringify({ label: [`${NAMESPACE}=${stack}`] }), "ofStack");
function createReads(manager, stack, signal) {
  const answers2 = /* @__PURE__ */ new Map();
  const once = /* @__PURE__ */ __name((key, read2) => {
    const known = answers2.get(key) ?? read2();
    answers2.set(key, known);
    return known;
  }, "once");
  const get = /* @__PURE__ */ __name(async (path6, form, filters) => {
    const answer = await manager.json("GET", path6, {
      signal,
      ...filters ? { query: { filters } } : {}
    });
    return checked(path6, form, answer);
  }, "get");
  const service2 = /* @__PURE__ */ __name((wanted2) => once(
    `service ${wanted2}`,
    () => get(`/services/${encodeURIComponent(nameInSwarm(stack, wanted2))}`, SERVICE).catch(absent)
  ), "service");
  return {
    nodes: /* @__PURE__ */ __name(() => once("nodes", () => get("/nodes", array(NODE))), "nodes"),
    services: /* @__PURE__ */ __name(() => once("services", async () => {
      const found = await get("/services", array(SERVICE), ofStack(stack));
      return found.filter((each) => stack !== "" || !each.Spec.Labels?.[NAMESPACE]);
    }), "services"),
    service: service2,
    runningTasks: /* @__PURE__ */ __name((wanted2) => once(`tasks ${wanted2}`, async () => {
      const found = await service2(wanted2);
      if (!found) return [];
      const filters = JSON.stringify({ service: [found.ID], "desired-state": ["running"] });
      const tasks = await get("/tasks", array(TASK), filters);
      return tasks.filter((task) => task.DesiredState === "running" && task.Status.State === "running");
    }), "runningTasks"),
    networks: /* @__PURE__ */ __name(() => once("networks", () => get("/networks", array(NETWORK), ofStack(stack))), "networks")
  };
}
__name(createReads, "createReads");
function checked(path6, form, answer) {
  const read2 = form.safeParse(answer);
  if (read2.success) return answer;
  const [issue2] = read2.error.issues;
  const where = issue2?.path.length ? ` at ${issue2.path.join(".")}` : "";
  throw new SwarmlineError(
    "engine-lost",
    `the engine\u2019s answer to ${path6} has not the form it must have${where}`
  );
}
__name(checked, "checked");
function absent(error2) {
  if (isGone(error2)) return void 0;
  throw error2;
}
__name(absent, "absent");

// src/verify/pattern.rules.ts
import { createContext, Script } from "node:vm";
var LIMITS_MS = [200, 1500];
var MAX_TEXT = 256 * 1024;
var search = new Script('new RegExp(pattern, "mu").test(text)');
function matchesPattern(pattern2, text, limitsMs = LIMITS_MS) {
  const sandbox = createContext({ pattern: pattern2, text: text.slice(0, MAX_TEXT) });
  for (const timeout of limitsMs)
    try {
      return search.runInContext(sandbox, { timeout }) === true ? "holds" : "fails";
    } catch {
    }
  return "unknown";
}
__name(matchesPattern, "matchesPattern");
var searchLines = new Script(
  '(() => { const found = new RegExp(pattern, "mu"); return lines.flatMap((line, i) => found.test(line) ? [i] : []) })()'
);
function matchingLines(pattern2, lines, limitsMs = LIMITS_MS) {
  let room = MAX_TEXT;
  const searched = lines.flatMap((line) => {
    const part = line.slice(0, Math.max(0, room));
    room -= line.length + 1;
    return room + line.length + 1 > 0 ? [part] : [];
  });
  const sandbox = createContext({ pattern: pattern2, lines: searched });
  for (const timeout of limitsMs)
    try {
      return [...searchLines.runInContext(sandbox, { timeout })];
    } catch {
    }
  return "unknown";
}
__name(matchingLines, "matchingLines");
function isPattern(pattern2) {
  try {
    new RegExp(pattern2, "mu");
    return true;
  } catch {
    return false;
  }
}
__name(isPattern, "isPattern");

// src/verify/suite/wanted.ts
var scalar = union([string2(), number2(), boolean2()]);
var pattern = /* @__PURE__ */ __name(() => string2().min(1).max(500).refine(isPattern, "takes a regular expression (JavaScript\u2019s, Unicode mode)"), "pattern");
var COMPARATORS = {
  eq: scalar.optional().describe("Is exactly this."),
  ne: scalar.optional().describe("Is anything but this."),
  gte: number2().optional().describe("Is a number, at least this."),
  lte: number2().optional().describe("Is a number, at most this."),
  matches: pattern().optional().describe("Is a text in which this regular expression is found."),
  contains: scalar.optional().describe("Is a text with this part, or a list with this entry."),
  exists: boolean2().optional().describe("Is there at all, or is not.")
};
var { eq, ne, gte, lte } = COMPARATORS;
var comparison = /* @__PURE__ */ __name((shape) => strictObject(shape).refine(
  (given) => Object.values(given).some((operand) => operand !== void 0),
  "needs one comparison at least"
), "comparison");
var wanted = /* @__PURE__ */ __name(() => union([scalar, comparison(COMPARATORS)]), "wanted");
var amount = /* @__PURE__ */ __name(() => union([number2(), comparison({ eq, ne, gte, lte })]), "amount");
var serviceName = /* @__PURE__ */ __name(() => string2().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, "takes a service\u2019s name, as the stack file says it").describe("Service of the stack, as its file names it."), "serviceName");
var port = /* @__PURE__ */ __name(() => number2().int().min(1).max(65535), "port");
var program = /* @__PURE__ */ __name(() => array(
  string2().max(4e3).refine((text) => !text.includes("\0"), "takes no NUL")
).min(1).max(100), "program");

// src/verify/kinds/security.ts
var ENGINE_PORTS = [2375, 2376];
var DAY_NS = 864e11;
var SWARM = looseObject({
  Spec: looseObject({
    CAConfig: looseObject({ NodeCertExpiry: number2().optional() }).nullish(),
    EncryptionConfig: looseObject({ AutoLockManagers: boolean2() }).nullish()
  })
});
var texts = array(string2()).nullish();
var CONTAINER = looseObject({
  Env: texts,
  CapabilityAdd: texts,
  Mounts: array(looseObject({ Source: string2().optional() })).nullish()
});
var rule = _enum(RULES);
var params = strictObject({
  rules: array(rule).min(1).default(["engine-port", "engine-socket", "capabilities", "published-ports", "passwords-in-environment"]).describe("What is looked for."),
  ports: array(port()).max(100).default([]).describe("Ports that may be published (published-ports)."),
  except: array(
    strictObject({
      rule: rule.describe("A rule."),
      services: array(string2().min(1).max(100)).min(1).describe("Services, or networks, that it is not for.")
    })
  ).max(50).default([]).describe("Exceptions.")
});
var security = defineKind({
  name: "security",
  explanation: "Reads what can be read of the CIS Docker Benchmark\u2019s rules for swarms: engines that answer anyone on 2375 or 2376, services with the engine\u2019s socket or added capabilities, published ports beyond those allowed, passwords in environments, and, where asked, memory limits, images without a digest, autolock, long-lived node certificates and unencrypted overlay networks. No value of an environment leaves the manager\u2019s answer.",
  example: `- kind: security
  rules: [engine-socket, published-ports, memory-limits]
  ports: [80]
  except:
    - { rule: engine-socket, services: [cadvisor] }`,
  isDisturbing: false,
  visits: "none",
  params,
  expected: securityExpected,
  gather: /* @__PURE__ */ __name(async ({ rules }, world) => {
    const needsSwarm = rules.includes("autolock") || rules.includes("certificates");
    const [services, networks, swarm, enginePorts] = await Promise.all([
      world.reads.services(),
      world.reads.networks(),
      needsSwarm ? readSwarm(world) : void 0,
      rules.includes("engine-port") ? askEnginePorts(world) : void 0
    ]);
    return {
      services: services.map((found) => securedService(found, world.stack)),
      networks: networks.map((network) => ({
        name: nameInStack(network.Name, world.stack),
        isOverlay: network.Driver === "overlay",
        isEncrypted: isEncrypted(network)
      })),
      swarm,
      enginePorts
    };
  }, "gather"),
  judge: judgeSecurity
});
function securedService({ Spec }, stack) {
  const container = checked("/services", CONTAINER, Spec.TaskTemplate.ContainerSpec ?? {});
  const memory = fieldAt(Spec.TaskTemplate, "Resources.Limits.MemoryBytes");
  return {
    name: serviceInStack(Spec.Name, stack),
    image: Spec.TaskTemplate.ContainerSpec?.Image ?? "",
    mounts: (container.Mounts ?? []).flatMap((mount) => mount.Source ?? []),
    capabilities: container.CapabilityAdd ?? [],
    ports: (Spec.EndpointSpec?.Ports ?? []).flatMap(({ PublishedPort }) => PublishedPort ?? []),
    environment: (container.Env ?? []).filter((entry) => /=./.test(entry)).map((entry) => entry.replace(/=.*/s, "")),
    memoryLimitBytes: typeof memory === "number" ? memory : 0
  };
}
__name(securedService, "securedService");
function isEncrypted(network) {
  const options = fieldAt(network, "Options");
  return typeof options === "object" && options !== null && Object.hasOwn(options, "encrypted");
}
__name(isEncrypted, "isEncrypted");
async function readSwarm(world) {
  const { Spec } = checked(
    "/swarm",
    SWARM,
    await world.manager.json("GET", "/swarm", { signal: world.signal })
  );
  return {
    isAutolocked: Spec.EncryptionConfig?.AutoLockManagers ?? false,
    certificateDays: (Spec.CAConfig?.NodeCertExpiry ?? 0) / DAY_NS
  };
}
__name(readSwarm, "readSwarm");
function askEnginePorts(world) {
  return Promise.all(
    world.nodes.flatMap(
      (node2) => ENGINE_PORTS.map(async (at) => ({ node: node2.name, port: at, seen: await askEngine(node2, at, world) }))
    )
  );
}
__name(askEnginePorts, "askEnginePorts");
async function askEngine(node2, at, world) {
  const target = await world.endpointOf(node2, at).catch((error2) => {
    if (error2 instanceof SwarmlineError && error2.code === "cancelled") throw error2;
    return void 0;
  });
  if (!target) return "unknown";
  const seen = await exchange(target, { path: "/_ping", timeoutMs: 5e3, signal: world.signal });
  if (seen.kind === "answer") return seen.headers["api-version"] === void 0 ? "other" : "engine";
  return seen.kind === "refused" || seen.kind === "reset" || seen.kind === "body" ? "closed" : "unknown";
}
__name(askEngine, "askEngine");

// src/verify/derive/read-shape.ts
var TASKS = array(looseObject({ ServiceID: string2(), DesiredState: string2() }));
async function readShape(stack, manager, signal) {
  const reads = createReads(manager, stack, signal);
  const [services, nodes2, networks, tasks] = await Promise.all([
    reads.services(),
    reads.nodes(),
    manager.json("GET", "/networks", { signal }),
    manager.json("GET", "/tasks", {
      query: { filters: JSON.stringify({ "desired-state": ["running"] }) },
      signal
    })
  ]);
  const wanted2 = Map.groupBy(
    checked("/tasks", TASKS, tasks),
    ({ ServiceID }) => ServiceID
  );
  const nameOf4 = new Map(networks.map(({ Id, Name }) => [Id, Name]));
  return {
    stack,
    services: services.map((service2) => shapeOf(service2, wanted2.get(service2.ID)?.length ?? 0, nameOf4, stack)).sort((a, b) => a.name < b.name ? -1 : 1),
    nodes: nodesOf(nodes2)
  };
}
__name(readShape, "readShape");
function nodesOf(nodes2) {
  return {
    count: nodes2.length,
    managers: nodes2.filter(({ Spec }) => Spec.Role === "manager").length,
    away: nodes2.filter(({ Spec }) => Spec.Availability !== "active").map(({ Description }) => Description.Hostname).sort()
  };
}
__name(nodesOf, "nodesOf");
function shapeOf(service2, wanted2, nameOf4, stack) {
  const { Spec, Endpoint } = service2;
  const { Replicated, Global, ReplicatedJob } = Spec.Mode;
  const mode = Replicated ? "replicated" : Global ? "global" : ReplicatedJob ? "replicated-job" : "global-job";
  const attached = Spec.TaskTemplate.Networks ?? [];
  const secrets = Spec.TaskTemplate.ContainerSpec?.Secrets ?? [];
  const constraints = fieldAt(Spec.TaskTemplate, "Placement.Constraints");
  const most = fieldAt(Spec.TaskTemplate, "Placement.MaxReplicas");
  return {
    name: serviceInStack(Spec.Name, stack),
    mode,
    replicas: Replicated?.Replicas,
    // A replicated service means to run what it was asked for, whatever it runs now.
    wanted: Replicated ? Replicated.Replicas ?? wanted2 : wanted2,
    networks: attached.map(({ Target }) => nameInStack(nameOf4.get(Target) ?? Target, stack)),
    secrets: secrets.map(({ SecretName }) => nameInStack(SecretName, stack)),
    ports: portsOf(Spec.EndpointSpec?.Ports ?? [], Endpoint?.Ports ?? []),
    constraints: Array.isArray(constraints) ? constraints.map(String) : [],
    mostPerNode: typeof most === "number" ? most : 0,
    security: securedService(service2, stack)
  };
}
__name(shapeOf, "shapeOf");
var portsOf = /* @__PURE__ */ __name((asked2, given) => (asked2.length > 0 ? asked2 : given).map(({ Protocol, PublishedPort, TargetPort, PublishMode }) => ({
  protocol: Protocol,
  published: PublishedPort ?? 0,
  target: TargetPort,
  mode: PublishMode
})), "portsOf");

// src/verify/derive/suite-text.rules.ts
var import_yaml = __toESM(require_dist(), 1);
var EXAMPLES = ` What only you know of your application, to be taken in:

 - id: front-page
   title: The front page says who it is
   kind: http
   port: 80
   path: /
   body: { contains: Welcome }
 - id: healthy
   kind: http
   path: /healthz
   status: 200
 - id: database-refuses-strangers
   kind: exec
   service: db
   command: [redis-cli, ping]
   exit: { gte: 0 }
   stdout: { contains: NOAUTH }

 swarmline verify --explain lists what else can be checked.`;
function suiteText(stack, checks) {
  const document = new import_yaml.Document({
    title: `What follows from the stack ${stack}`,
    checks: checks.map(({ check }) => check)
  });
  const list = document.get("checks", true);
  if ((0, import_yaml.isSeq)(list)) {
    for (const [index, item] of list.items.entries()) {
      const node2 = item;
      node2.commentBefore = ` ${checks[index]?.comment ?? ""}`;
      if (index > 0) node2.spaceBefore = true;
      if ((0, import_yaml.isMap)(node2)) for (const pair of node2.items) flow(pair.value);
    }
    list.comment = EXAMPLES;
  }
  document.commentBefore = ` What swarmline derived from the stack ${stack}. Change it as you like, and run it with:
   swarmline verify ${stack} --suite THIS-FILE`;
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}
__name(suiteText, "suiteText");
function flow(value) {
  if ((0, import_yaml.isSeq)(value) && value.items.every((item) => !(0, import_yaml.isMap)(item))) value.flow = true;
  if ((0, import_yaml.isSeq)(value)) {
    for (const item of value.items) if ((0, import_yaml.isMap)(item)) flowMap(item);
  }
  if ((0, import_yaml.isMap)(value)) flowMap(value);
}
__name(flow, "flow");
function flowMap(map) {
  map.flow = true;
  for (const { value } of map.items) flow(value);
}
__name(flowMap, "flowMap");

// src/verify/derive/derive.ts
async function deriveSuite(stack, manager, signal) {
  const shape = await readShape(stack, manager, signal);
  if (shape.services.length === 0)
    throw new SwarmlineError("not-found", `the swarm has no stack ${stack}`, {
      hint: "deploy it first: swarmline deploy; or see what there is: docker stack ls"
    });
  return suiteText(stack, deriveChecks(shape));
}
__name(deriveSuite, "deriveSuite");

// src/verify/run/redact.rules.ts
var MOST_KEPT = 400;
var MOST_TEXTS = 2e4;
var REDACTED = "[secret]";
function createRedactor({ except = [], isCutMarked = false } = {}) {
  const known = /* @__PURE__ */ new Set();
  let longestFirst = [];
  let cleaned = /* @__PURE__ */ new Map();
  const clean = /* @__PURE__ */ __name((text) => {
    const before = cleaned.get(text);
    if (before !== void 0) return before;
    const result = cleanAnew(text);
    if (text.length <= MOST_KEPT && cleaned.size < MOST_TEXTS) cleaned.set(text, result);
    return result;
  }, "clean");
  const cleanAnew = /* @__PURE__ */ __name((text) => {
    let kept = text;
    const mayBeCut = !isCutMarked || text.endsWith("\u2026");
    for (const secret2 of longestFirst) {
      kept = kept.replaceAll(secret2, REDACTED);
      if (mayBeCut) kept = withoutCutEnd(kept, secret2);
    }
    return kept;
  }, "cleanAnew");
  const walk2 = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return clean(value);
    if (typeof value === "number" || typeof value === "bigint")
      return known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map(walk2);
    if (value instanceof Map) return walk2([...value]);
    if (value instanceof Set) return walk2([...value]);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk2(inner)]));
    return value;
  }, "walk");
  return {
    register(secret2) {
      for (const form of secretForms(secret2)) if (!except.some((name3) => name3.includes(form))) known.add(form);
      cleaned = /* @__PURE__ */ new Map();
      longestFirst = [...known].sort((a, b) => b.length - a.length);
    },
    redact: /* @__PURE__ */ __name((value) => known.size === 0 ? value : walk2(value), "redact")
  };
}
__name(createRedactor, "createRedactor");
var SHORTEST_PIECE = 4;
function withoutCutEnd(text, secret2) {
  const end = text.endsWith("\u2026") ? text.length - 1 : text.length;
  for (let length = Math.min(secret2.length - 1, end); length >= SHORTEST_PIECE; length--)
    if (text.startsWith(secret2.slice(0, length), end - length))
      return text.slice(0, end - length) + REDACTED + text.slice(end);
  return text;
}
__name(withoutCutEnd, "withoutCutEnd");

// src/plain/pace.ts
var SAMPLE_LIMIT_MS = 1e4;
var MOST_AT_ONCE = 16;
var MOST_UNTRIED = 4;
var MOST_PATIENCE = 8;
var STARTS_WITHIN_MS = 3e3;
var PINGS_WITHIN_MS = 800;
var QUICK = { pingMs: 100, startMs: 500 };
var RECENT = { pings: 5, starts: 3 };
var UNMEASURED = { atOnce: MOST_AT_ONCE, patience: 1 };
var patienceOf = /* @__PURE__ */ __name(({ pace }) => (pace?.() ?? UNMEASURED).patience, "patienceOf");
function paceOf(samples) {
  if (samples.length === 0) return UNMEASURED;
  const pingMs = median(samples.slice(-RECENT.pings).map((sample) => sample.pingMs ?? SAMPLE_LIMIT_MS));
  const starts = samples.flatMap((sample) => sample.startMs ?? []).slice(-RECENT.starts);
  const startMs = starts.length > 0 ? median(starts) : void 0;
  const byStart = startMs === void 0 ? MOST_UNTRIED : STARTS_WITHIN_MS / Math.max(1, startMs);
  return {
    atOnce: clamp(Math.floor(Math.min(byStart, PINGS_WITHIN_MS / Math.max(1, pingMs))), MOST_AT_ONCE),
    patience: clamp(
      Math.round(Math.max(pingMs / QUICK.pingMs, (startMs ?? 0) / QUICK.startMs)),
      MOST_PATIENCE
    )
  };
}
__name(paceOf, "paceOf");
var isSlow = /* @__PURE__ */ __name(({ patience }) => patience >= 2, "isSlow");
function overloadIn(sample, opened) {
  const { pingMs, startMs } = sample;
  if (pingMs === void 0) return "the engine did not answer";
  if (pingMs >= Math.min(1e3, Math.max(500, 8 * (opened.pingMs ?? SAMPLE_LIMIT_MS))))
    return `the engine took ${seconds(pingMs)} to answer`;
  if (startMs !== void 0 && startMs >= Math.max(3e3, 4 * (opened.startMs ?? 0)))
    return `a program took ${seconds(startMs)} to start`;
  return void 0;
}
__name(overloadIn, "overloadIn");
var seconds = /* @__PURE__ */ __name((ms) => `${(ms / 1e3).toFixed(1)} s`, "seconds");
function median(values) {
  const sorted3 = values.toSorted((a, b) => a - b);
  return sorted3[Math.floor(sorted3.length / 2)] ?? 0;
}
__name(median, "median");
var clamp = /* @__PURE__ */ __name((value, most) => Math.min(most, Math.max(1, value)), "clamp");

// src/verify/run/lanes.ts
var OVERDUE_MS = 15e3;
function createLanes(limit2, mayLend) {
  const holders = /* @__PURE__ */ new Set();
  const waiting = /* @__PURE__ */ new Map();
  const isRoom = /* @__PURE__ */ __name(() => {
    const isLending = mayLend();
    const busy = [...holders].filter((holder) => !(isLending && holder.isOverdue)).length;
    return busy < Math.max(1, limit2());
  }, "isRoom");
  const look2 = /* @__PURE__ */ __name(() => {
    for (const isFirst of [true, false])
      for (const [begin, isGoingOn] of waiting) {
        if (isGoingOn !== isFirst) continue;
        if (!isRoom()) return;
        waiting.delete(begin);
        begin();
      }
  }, "look");
  const take = /* @__PURE__ */ __name(() => {
    const holder = { isOverdue: false };
    holders.add(holder);
    const timer = setTimeout(() => {
      holder.isOverdue = true;
      look2();
    }, OVERDUE_MS);
    timer.unref();
    return {
      leave() {
        clearTimeout(timer);
        if (holders.delete(holder)) look2();
      }
    };
  }, "take");
  return {
    enter: /* @__PURE__ */ __name((signal, isGoingOn) => new Promise((resolve, reject) => {
      const giveUp = /* @__PURE__ */ __name(() => {
        waiting.delete(begin);
        reject(new SwarmlineError("cancelled", "cancelled"));
      }, "giveUp");
      const begin = /* @__PURE__ */ __name(() => {
        signal.removeEventListener("abort", giveUp);
        resolve(take());
      }, "begin");
      if (signal.aborted) return giveUp();
      signal.addEventListener("abort", giveUp);
      waiting.set(begin, isGoingOn);
      look2();
    }), "enter"),
    look: look2
  };
}
__name(createLanes, "createLanes");

// src/verify/run/seat.ts
function createSeat(lanes, lane, { signal, watch }) {
  let held = lane;
  let away = 0;
  let isOver = false;
  return {
    leave() {
      if (away++ > 0) return;
      held?.leave();
      held = void 0;
    },
    async back() {
      if (--away > 0 || isOver) return;
      watch.pause();
      try {
        const found = await lanes.enter(signal, true);
        if (away > 0 || isOver || held) found.leave();
        else held = found;
      } finally {
        watch.resume();
      }
    },
    end() {
      isOver = true;
      held?.leave();
      held = void 0;
    }
  };
}
__name(createSeat, "createSeat");

// src/verify/run/stopwatch.ts
function startStopwatch(limitMs = Infinity, onLimit = () => void 0) {
  let pauses = 0;
  let pastMs = 0;
  let addedMs = 0;
  let beganAt;
  let timer;
  const run = /* @__PURE__ */ __name(() => {
    beganAt = performance.now();
    if (limitMs !== Infinity) timer = setTimeout(onLimit, Math.max(0, limitMs - pastMs));
  }, "run");
  const ranMs = /* @__PURE__ */ __name(() => pastMs + (beganAt === void 0 ? 0 : performance.now() - beganAt), "ranMs");
  const rest = /* @__PURE__ */ __name(() => {
    pastMs = ranMs();
    beganAt = void 0;
    clearTimeout(timer);
  }, "rest");
  run();
  return {
    elapsedMs: /* @__PURE__ */ __name(() => ranMs() + addedMs, "elapsedMs"),
    add: /* @__PURE__ */ __name((ms) => {
      addedMs += ms;
    }, "add"),
    pause: /* @__PURE__ */ __name(() => {
      if (pauses++ === 0) rest();
    }, "pause"),
    resume: /* @__PURE__ */ __name(() => {
      if (--pauses === 0) run();
    }, "resume"),
    stop: /* @__PURE__ */ __name(() => {
      rest();
      pauses = Infinity;
    }, "stop")
  };
}
__name(startStopwatch, "startStopwatch");
function createStopwatchGroup() {
  const own2 = startStopwatch();
  const members2 = /* @__PURE__ */ new Set();
  let pauses = 0;
  const all = /* @__PURE__ */ __name(() => [own2, ...members2], "all");
  return {
    join(member) {
      members2.add(member);
      member.add(own2.elapsedMs());
      if (pauses > 0) member.pause();
      return () => {
        if (members2.delete(member) && pauses > 0) member.resume();
      };
    },
    end: /* @__PURE__ */ __name(() => own2.stop(), "end"),
    add: /* @__PURE__ */ __name((ms) => {
      for (const each of all()) each.add(ms);
    }, "add"),
    pause: /* @__PURE__ */ __name(() => {
      if (pauses++ === 0) for (const each of all()) each.pause();
    }, "pause"),
    resume: /* @__PURE__ */ __name(() => {
      if (--pauses === 0) for (const each of all()) each.resume();
    }, "resume")
  };
}
__name(createStopwatchGroup, "createStopwatchGroup");

// src/verify/run/shares.ts
function createShares(signal) {
  const entries = /* @__PURE__ */ new Map();
  const sharers = [];
  function begin(measure) {
    const stop = new AbortController();
    const group = createStopwatchGroup();
    const ids = /* @__PURE__ */ new Set();
    sharers.push(ids);
    const measured = measure({ signal: AbortSignal.any([signal, stop.signal]), watch: group });
    measured.catch(() => void 0).finally(() => group.end());
    return { measured, group, ids, stop, asking: 0 };
  }
  __name(begin, "begin");
  return {
    async ask(key, { id: id2, signal: ownSignal, watch }, measure) {
      if (ownSignal.aborted) throw new SwarmlineError("cancelled", "cancelled");
      const entry = entries.get(key) ?? begin(measure);
      entries.set(key, entry);
      entry.ids.add(id2);
      entry.asking++;
      const leave = entry.group.join(watch);
      let onAbort;
      const aborted2 = new Promise((_, reject) => {
        onAbort = /* @__PURE__ */ __name(() => reject(new SwarmlineError("cancelled", "cancelled")), "onAbort");
        ownSignal.addEventListener("abort", onAbort);
      });
      try {
        return await Promise.race([entry.measured, aborted2]);
      } finally {
        if (onAbort) ownSignal.removeEventListener("abort", onAbort);
        leave();
        if (--entry.asking === 0 && ownSignal.aborted) {
          if (entries.get(key) === entry) entries.delete(key);
          entry.stop.abort();
        }
      }
    },
    sharersWith: /* @__PURE__ */ __name((id2) => {
      const all = sharers.filter((ids) => ids.has(id2)).flatMap((ids) => [...ids]);
      return [...new Set(all)].filter((each) => each !== id2);
    }, "sharersWith")
  };
}
__name(createShares, "createShares");

// src/verify/run/turns.ts
var FIRST = ["alone", "still", "visit"];
function createTurns(counting) {
  const active = /* @__PURE__ */ new Set();
  const waiting = /* @__PURE__ */ new Map();
  let stillCounting = counting;
  const mayBegin = /* @__PURE__ */ __name((turn) => {
    const others = [...active];
    if (turn.kind === "alone") return others.length === 0;
    if (turn.kind === "visit") return stillCounting === 0 && others.every((other) => other.kind === "visit");
    return others.every((other) => other.kind === "still" && other.service !== turn.service);
  }, "mayBegin");
  const look2 = /* @__PURE__ */ __name(() => {
    for (const kind of FIRST) {
      for (const [turn, begin] of waiting)
        if (turn.kind === kind && mayBegin(turn)) {
          waiting.delete(turn);
          active.add(turn);
          begin();
        }
      if (kind === "alone" && [...waiting.keys()].some((turn) => turn.kind === "alone")) return;
    }
  }, "look");
  const turnOf = /* @__PURE__ */ __name((turn, signal) => new Promise((resolve, reject) => {
    const giveUp = /* @__PURE__ */ __name(() => {
      waiting.delete(turn);
      reject(new SwarmlineError("cancelled", "cancelled"));
      look2();
    }, "giveUp");
    if (signal.aborted) return giveUp();
    signal.addEventListener("abort", giveUp);
    waiting.set(turn, () => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    });
    look2();
  }), "turnOf");
  return {
    async take(asked2, work, { signal, watch }) {
      const turn = { ...asked2 };
      watch.pause();
      try {
        await turnOf(turn, signal);
      } finally {
        watch.resume();
      }
      try {
        return await work();
      } finally {
        active.delete(turn);
        look2();
      }
    },
    countingEnded() {
      stillCounting--;
      look2();
    }
  };
}
__name(createTurns, "createTurns");

// src/verify/run/check-world.ts
var UNBOUND = { limit: /* @__PURE__ */ __name(() => Number.POSITIVE_INFINITY, "limit"), mayLend: /* @__PURE__ */ __name(() => false, "mayLend") };
function newRound(base, checks, signal, bound = UNBOUND) {
  let unsettled2 = 0;
  return {
    lanes: createLanes(bound.limit, bound.mayLend),
    reads: createReads(base.manager, base.stack, signal),
    shares: createShares(signal),
    turns: createTurns(checks.filter((check) => check.kind.visits === "counts").length),
    unsettled: {
      count: /* @__PURE__ */ __name(() => unsettled2, "count"),
      add: /* @__PURE__ */ __name((requests) => {
        unsettled2 += requests;
      }, "add")
    }
  };
}
__name(newRound, "newRound");
function worldOf(check, base, round3, asker, undos, redactor, own2) {
  const { readFileFrom, ...kept } = base;
  const { kind } = check;
  const worldFor = /* @__PURE__ */ __name((sharer, seat) => ({
    ...kept,
    reads: round3.reads,
    signal: sharer.signal,
    secrets: { register: /* @__PURE__ */ __name((secret2) => redactor.register(secret2), "register") },
    readFile: /* @__PURE__ */ __name((path6) => readFileFrom(check.folder, path6), "readFile"),
    share: /* @__PURE__ */ __name((key, measure) => outside(
      seat,
      () => round3.shares.ask(
        key,
        sharer,
        (shared) => seated(round3.lanes, shared, (place) => measure(worldFor({ id: check.id, ...shared }, place)))
      )
    ), "share"),
    turns: {
      alone: /* @__PURE__ */ __name((work) => turn({ kind: "alone" }, work, sharer, seat), "alone"),
      still: /* @__PURE__ */ __name((service2, work) => turn({ kind: "still", service: service2 }, work, sharer, seat), "still"),
      visit: /* @__PURE__ */ __name((work) => turn({ kind: "visit" }, work, sharer, seat), "visit")
    },
    unsettled: round3.unsettled,
    undo: /* @__PURE__ */ __name((title, run) => {
      if (!kind.isDisturbing) throw contradiction(kind, "has something to undo", "disturbs nothing");
      undos.push({ title, run });
    }, "undo")
  }), "worldFor");
  const turn = /* @__PURE__ */ __name((asked2, work, sharer, seat) => {
    if (kind.visits === "none") throw contradiction(kind, "visits", "makes no visits");
    if (kind.visits === "makes" && asked2.kind !== "visit")
      throw contradiction(kind, "counts", "counts nothing");
    const take = /* @__PURE__ */ __name((seated2) => round3.turns.take(asked2, seated2, sharer), "take");
    if (asked2.kind === "still") return outside(seat, () => take(work));
    seat.leave();
    let isBack = false;
    return take(async () => {
      isBack = true;
      await seat.back();
      return work();
    }).catch(async (error2) => {
      if (!isBack) await seat.back();
      throw error2;
    });
  }, "turn");
  return worldFor({ id: check.id, ...asker }, own2);
}
__name(worldOf, "worldOf");
async function outside(seat, wait) {
  seat.leave();
  try {
    return await wait();
  } finally {
    await seat.back();
  }
}
__name(outside, "outside");
async function seated(lanes, asker, work) {
  asker.watch.pause();
  const lane = await lanes.enter(asker.signal, true).finally(() => asker.watch.resume());
  const seat = createSeat(lanes, lane, asker);
  try {
    return await work(seat);
  } finally {
    seat.end();
  }
}
__name(seated, "seated");
function contradiction({ name: name3 }, does, says) {
  return new SwarmlineError("internal", `${name3} ${does}, but says that it ${says}`);
}
__name(contradiction, "contradiction");

// src/verify/run/bounded.rules.ts
var LIMITS = { depth: 24, entries: 2e3, text: 8 * 1024, total: 512 * 1024 };
function verdictLine(text, maxLength) {
  return withoutCommands(bounded(text, maxLength));
}
__name(verdictLine, "verdictLine");
function evidenceJson(evidence) {
  let room = LIMITS.total;
  const limit2 = /* @__PURE__ */ __name((value, depth) => {
    if (room <= 0) return "(cut)";
    if (typeof value === "string") {
      const text = value.length > LIMITS.text ? `${value.slice(0, LIMITS.text)}\u2026` : value;
      room -= text.length;
      return plain(text);
    }
    room -= 8;
    if (typeof value === "bigint") return String(value);
    if (!value || typeof value !== "object") return value;
    if (depth >= LIMITS.depth) return "(cut)";
    if (Array.isArray(value)) {
      const kept = value.slice(0, LIMITS.entries).map((inner) => limit2(inner, depth + 1));
      return value.length > LIMITS.entries ? [...kept, `(${value.length - LIMITS.entries} more)`] : kept;
    }
    return Object.fromEntries(
      Object.entries(value).slice(0, LIMITS.entries).map(([key, inner]) => [limit2(key, depth + 1), limit2(inner, depth + 1)])
    );
  }, "limit");
  return `${JSON.stringify(limit2(evidence, 0) ?? null, void 0, 2)}
`;
}
__name(evidenceJson, "evidenceJson");

// src/verify/run/doubt.rules.ts
var HINT = "run it again when the swarm is at rest";
function doubted(verdict, why) {
  const observed = verdictLine(`${why}; seen was: ${verdict.observed}`, 1500);
  return { ...verdict, status: "inconclusive", observed, hint: HINT };
}
__name(doubted, "doubted");

// src/verify/spec-secrets.rules.ts
var CLOSED = /* @__PURE__ */ new Set([
  "Env",
  "Args",
  "Cmd",
  "Command",
  "Entrypoint",
  "Labels",
  "Test",
  "Options",
  "DriverOpts",
  "OnBuild",
  // Of an image: the commands that made it.
  "history",
  // Of a secret's content, in a suite: a weak one is guessed from it.
  "sha256"
]);
function withoutSpecSecrets(data) {
  if (typeof data === "string") return withoutUrlSecrets(data);
  if (data === null || typeof data !== "object") return data;
  if (Array.isArray(data)) return data.map(withoutSpecSecrets);
  return mapValues(data, (value, key) => CLOSED.has(key) ? hidden(value, key) : withoutSpecSecrets(value));
}
__name(withoutSpecSecrets, "withoutSpecSecrets");
function shownAt(path6, value) {
  const names2 = (parsePath(path6) ?? []).flatMap((step) => step !== "all" && "key" in step ? [step.key] : []);
  const closed = names2.find((name3) => CLOSED.has(name3));
  return closed === void 0 ? withoutSpecSecrets(value) : hidden(value, closed);
}
__name(shownAt, "shownAt");
function hidden(value, key) {
  if (value === null || value === void 0) return value;
  if (Array.isArray(value)) return value.map((item) => hidden(item, key));
  if (typeof value === "object") return mapValues(value, (inner) => hidden(inner, key));
  const name3 = key === "Env" ? /^[A-Za-z_][\w.-]*=/.exec(String(value))?.[0] : void 0;
  return `${name3 ?? ""}${HIDDEN}`;
}
__name(hidden, "hidden");
var mapValues = /* @__PURE__ */ __name((data, of) => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, of(value, key)])), "mapValues");

// src/verify/unreadable.rules.ts
function classifyAnswer(error2) {
  if (error2 instanceof TypeError || error2 instanceof RangeError || error2 instanceof ReferenceError)
    return new SwarmlineError("engine-lost", "an answer has not the form it must have", { cause: error2 });
  return classify(error2);
}
__name(classifyAnswer, "classifyAnswer");

// src/verify/run/run-check.ts
var DEFAULT_DEADLINE_MS = 6e4;
async function runSuiteCheck(check, worldWith, signal, recorder, patience = 1) {
  const { kind, params: params21 } = check;
  const deadlineMs = check.deadlineMs ?? patience * (kind.deadlineMs?.(params21) ?? DEFAULT_DEADLINE_MS);
  const expected = kind.expected(params21);
  let evidence;
  let judgement;
  const late = new AbortController();
  const watch = startStopwatch(deadlineMs, () => late.abort());
  try {
    const gathered = await within(
      late.signal,
      deadlineMs,
      signal,
      (ending) => kind.gather(params21, worldWith(ending, watch))
    );
    evidence = recorder.redactor.redact(gathered);
    judgement = kind.judge(params21, evidence);
  } catch (error2) {
    if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error2 });
    judgement = unmeasured(expected, error2);
  } finally {
    watch.stop();
  }
  const verdict = verdictOf(check, judgement, watch.elapsedMs(), recorder);
  if (evidence === void 0 || !recorder.saveEvidence) return verdict;
  const saved = {
    id: check.id,
    kind: kind.name,
    params: withoutSpecSecrets(params21),
    evidence: withoutSpecSecrets(evidence)
  };
  return {
    ...verdict,
    evidenceFile: await recorder.saveEvidence(check.id, evidenceJson(recorder.redactor.redact(saved)))
  };
}
__name(runSuiteCheck, "runSuiteCheck");
function skippedVerdict(check, why, hint, recorder) {
  return verdictOf(check, skipped(check.kind.expected(check.params), why, hint), 0, recorder);
}
__name(skippedVerdict, "skippedVerdict");
function unmeasuredVerdict(check, why, recorder) {
  return verdictOf(check, inconclusive(check.kind.expected(check.params), why, void 0), 0, recorder);
}
__name(unmeasuredVerdict, "unmeasuredVerdict");
function unmeasured(expected, error2) {
  const known = classifyAnswer(error2);
  return inconclusive(expected, `could not be measured: ${explain(known)}`, known.hint);
}
__name(unmeasured, "unmeasured");
function verdictOf(check, judgement, durationMs, recorder) {
  const { place: judged, ...rest } = judgement;
  const { redact } = recorder.redactor;
  const keys = judged ?? check.kind.place?.(check.params);
  const compose = keys && recorder.placeOf?.(keys);
  const { expected, observed, hint, figures } = redact(rest);
  const line = /* @__PURE__ */ __name((text, length) => verdictLine(redact(text), length), "line");
  return {
    id: check.id,
    kind: check.kind.name,
    title: line(check.title ?? expected, 120),
    status: judgement.status,
    expected: line(expected, 500),
    observed: line(observed, 1500),
    hint: hint === void 0 ? void 0 : line(hint, 500),
    figures: Object.fromEntries(
      Object.entries(figures).map(([name3, figure]) => [
        name3,
        typeof figure === "string" ? verdictLine(figure, 200) : figure
      ])
    ),
    durationMs,
    suite: check.place,
    ...compose ? { compose } : {},
    ...check.tags.length > 0 ? { tags: check.tags } : {},
    ...check.points === void 0 ? {} : { points: check.points },
    ...check.hints ? { hints: check.hints.map((each) => line(each, 500)) } : {}
  };
}
__name(verdictOf, "verdictOf");
async function within(late, deadlineMs, signal, work) {
  const ended = new AbortController();
  let onEnd;
  const ending = AbortSignal.any([signal, late, ended.signal]);
  const tooLate = new Promise((_, reject) => {
    onEnd = /* @__PURE__ */ __name(() => reject(
      signal.aborted ? new SwarmlineError("cancelled", "cancelled") : new SwarmlineError("timed-out", `not measured within ${deadlineMs / 1e3} s`)
    ), "onEnd");
    ending.addEventListener("abort", onEnd);
  });
  try {
    signal.throwIfAborted();
    const working = work(ending);
    working.catch(() => void 0);
    return await Promise.race([working, tooLate]);
  } finally {
    if (onEnd) ending.removeEventListener("abort", onEnd);
    ended.abort();
  }
}
__name(within, "within");

// src/verify/run/settle.rules.ts
var SHOWN = 3;
function settle2(status, meanwhile, isLast) {
  const { overload, isSlow: isSlow2, changes, isVisiting = false } = meanwhile;
  const isDoubtful = overload !== void 0 || isVisiting || status === "fail" && isSlow2;
  if (status !== "fail" && status !== "inconclusive") return { kind: "keep" };
  if (isDoubtful && !isLast) return { kind: "again" };
  if (changes.length > 0) return { kind: "inconclusive", why: `${wordsOn(changes)} while this was checked` };
  if (status === "fail" && overload !== void 0)
    return {
      kind: "inconclusive",
      why: `the swarm had too much to do while this was checked: ${overload}`
    };
  return { kind: "keep" };
}
__name(settle2, "settle");
function wordsOn(changes) {
  const shown2 = changes.slice(0, SHOWN).map((change) => change.text);
  const more = changes.length - shown2.length;
  return shown2.join(", ") + (more > 0 ? ` and ${more} more changes` : "");
}
__name(wordsOn, "wordsOn");
function concerning(changes, { isDisturbing, looksAt = "tasks", disturbs }, params21, disturbedId) {
  if (looksAt === "specs") return [];
  if (isDisturbing && disturbs?.(params21) !== "service") return [];
  return changes.filter(
    (change) => (looksAt === "tasks" || change.kind === "node") && !(isDisturbing && change.serviceId !== void 0 && change.serviceId === disturbedId)
  );
}
__name(concerning, "concerning");

// src/verify/run/one-check.ts
function createRunner(base, fx, { deadlineMs, recorder, vigil }) {
  const late = AbortSignal.timeout(Math.max(1, deadlineMs));
  const inTime = AbortSignal.any([fx.signal, late]);
  const pace = /* @__PURE__ */ __name(() => vigil?.pace() ?? UNMEASURED, "pace");
  const paced = vigil ? { ...base, pace } : base;
  const bound = vigil && { limit: /* @__PURE__ */ __name(() => pace().atOnce, "limit"), mayLend: /* @__PURE__ */ __name(() => !vigil.isOverloaded(), "mayLend") };
  const measure = /* @__PURE__ */ __name(async (check, round3, undos, lane) => {
    let seat;
    try {
      return await runSuiteCheck(
        check,
        (signal, watch) => {
          seat = createSeat(round3.lanes, lane, { signal, watch });
          return worldOf(check, paced, round3, { signal, watch }, undos, recorder.redactor, seat);
        },
        inTime,
        recorder,
        pace().patience
      );
    } finally {
      if (seat) seat.end();
      else lane.leave();
    }
  }, "measure");
  return {
    vigil,
    round(checks) {
      const round3 = newRound(base, checks, inTime, bound);
      vigil?.onPace(() => round3.lanes.look());
      return round3;
    },
    async run(check, round3, undos) {
      let fromMs = fx.clock.now();
      try {
        const lane = await round3.lanes.enter(inTime, false);
        fromMs = fx.clock.now();
        const verdict = await measure(check, round3, undos, lane);
        return { verdict, fromMs, toMs: fx.clock.now() };
      } catch (error2) {
        if (fx.signal.aborted || !late.aborted) throw error2;
        const why = `all checks together had ${deadlineMs / 1e3} s`;
        return { verdict: unmeasuredVerdict(check, why, recorder), fromMs, toMs: fx.clock.now() };
      }
    },
    settlement(check, { verdict, fromMs, toMs }, isLast) {
      const meanwhile = vigil?.during(fromMs, toMs);
      if (!meanwhile) return { kind: "keep" };
      const { service: service2 } = check.params;
      const own2 = typeof service2 === "string" ? vigil?.serviceId(service2) : void 0;
      const changes = concerning(meanwhile.changes, check.kind, check.params, own2);
      const isVisiting = check.kind.visits !== "none" && !check.kind.isDisturbing;
      return settle2(verdict.status, { ...meanwhile, changes, isVisiting }, isLast);
    },
    doubt: /* @__PURE__ */ __name((verdict, why) => doubted(verdict, recorder.redactor.redact(why)), "doubt")
  };
}
__name(createRunner, "createRunner");

// src/verify/run/run-calm.ts
async function runCalm(checks, runner, fx) {
  const measured = await fx.log.step(
    `Run ${checks.length} checks`,
    (update) => runTogether(checks, runner, (done) => update(`${done}/${checks.length}`))
  );
  await runner.vigil?.look();
  const verdicts = /* @__PURE__ */ new Map();
  for (const [check, each] of measured) verdicts.set(check, await settled(check, each, runner, fx));
  return verdicts;
}
__name(runCalm, "runCalm");
async function runTogether(checks, runner, onEnd) {
  const measured = /* @__PURE__ */ new Map();
  const round3 = runner.round(checks);
  const inOrder = checks.toSorted((a, b) => Number(counts(b)) - Number(counts(a)));
  const ended = await Promise.allSettled(
    inOrder.map(async (check) => {
      try {
        measured.set(check, await runner.run(check, round3, []));
      } finally {
        if (counts(check)) round3.turns.countingEnded();
      }
      onEnd(measured.size);
    })
  );
  for (const [check, { verdict, ...times }] of measured) {
    const sharedWith = round3.shares.sharersWith(check.id);
    if (sharedWith.length > 0) measured.set(check, { ...times, verdict: { ...verdict, sharedWith } });
  }
  const failed = ended.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return measured;
}
__name(runTogether, "runTogether");
var counts = /* @__PURE__ */ __name(({ kind }) => kind.visits === "counts", "counts");
async function settled(check, measured, runner, fx) {
  const first = runner.settlement(check, measured, false);
  if (first.kind === "keep") return measured.verdict;
  if (first.kind === "inconclusive") return runner.doubt(measured.verdict, first.why);
  const again = await fx.log.step(`Check ${check.id} once more, alone`, async () => {
    await runner.vigil?.rest();
    const round3 = runner.round([check]);
    const second = await runner.run(check, round3, []);
    await runner.vigil?.look();
    return second;
  });
  const last = runner.settlement(check, again, true);
  return last.kind === "inconclusive" ? runner.doubt(again.verdict, last.why) : again.verdict;
}
__name(settled, "settled");

// src/verify/run/run-disturbing.ts
async function runDisturbing(checks, runner, fx, { isDisruptionAllowed, recorder }) {
  const verdicts = /* @__PURE__ */ new Map();
  let stuck;
  for (const check of checks) {
    if (!isDisruptionAllowed || stuck) {
      verdicts.set(check, stuck ? unmeasuredVerdict(check, stuck, recorder) : forbidden(check, recorder));
      continue;
    }
    const { verdict, fault } = await disturb(check, runner, fx);
    stuck = fault;
    const isSpoilt = stuck !== void 0 && verdict.status === "pass";
    verdicts.set(check, isSpoilt && stuck ? unmeasuredVerdict(check, stuck, recorder) : verdict);
  }
  return verdicts;
}
__name(runDisturbing, "runDisturbing");
async function disturb(check, runner, fx) {
  const once = /* @__PURE__ */ __name(async () => {
    await runner.vigil?.look();
    const undos = [];
    let measured;
    let fault;
    try {
      measured = await fx.log.step(`Check ${check.id}`, () => runner.run(check, runner.round([]), undos));
      await runner.vigil?.look();
    } finally {
      const undone = await undoAll(undos, forCleanup(fx, UNDO_MS));
      if (undone !== void 0) {
        fault = `${check.id} left the swarm changed: ${undone}`;
        fx.log.warn(fault);
      }
    }
    return { measured, fault };
  }, "once");
  const first = await once();
  const isStuck = first.fault !== void 0;
  const settlement = runner.settlement(check, first.measured, isStuck);
  if (settlement.kind !== "again") return standing(first, settlement);
  await runner.vigil?.rest();
  const second = await once();
  return standing(second, runner.settlement(check, second.measured, true));
  function standing({ measured: { verdict }, fault }, last) {
    return { verdict: last.kind === "inconclusive" ? runner.doubt(verdict, last.why) : verdict, fault };
  }
  __name(standing, "standing");
}
__name(disturb, "disturb");
var UNDO_MS = 3e5;
function forbidden(check, recorder) {
  return skippedVerdict(
    check,
    "not run: it disturbs the swarm",
    "allow it with --allow-disruption, or allow-disruption: true",
    recorder
  );
}
__name(forbidden, "forbidden");
async function undoAll(undos, fx) {
  const faults = [];
  for (const { title, run } of undos.toReversed())
    await fx.log.step(title, () => run(fx)).catch((error2) => void faults.push(`${title}: ${explain(error2)}`));
  return faults.length > 0 ? faults.join("; ") : void 0;
}
__name(undoAll, "undoAll");

// src/verify/run/run-suite.ts
async function runSuite(checks, base, fx, options) {
  const runner = createRunner(base, fx, options);
  const isDisturbing = /* @__PURE__ */ __name((check) => check.kind.isDisturbing, "isDisturbing");
  const calm = await runCalm(
    checks.filter((check) => !isDisturbing(check)),
    runner,
    fx
  );
  const disturbed = await runDisturbing(checks.filter(isDisturbing), runner, fx, options);
  return checks.flatMap((check) => calm.get(check) ?? disturbed.get(check) ?? []);
}
__name(runSuite, "runSuite");

// src/verify/demultiplex.rules.ts
var HEADER_BYTES = 8;
function createDemultiplexer() {
  let rest = Buffer.alloc(0);
  let source = "stdout";
  let expected = 0;
  return {
    push(chunk) {
      const pieces = [];
      rest = Buffer.concat([rest, chunk]);
      for (; ; ) {
        if (expected === 0) {
          if (rest.length < HEADER_BYTES) return pieces;
          source = rest[0] === 2 ? "stderr" : "stdout";
          expected = rest.readUInt32BE(4);
          rest = rest.subarray(HEADER_BYTES);
          continue;
        }
        if (rest.length === 0) return pieces;
        const data = rest.subarray(0, expected);
        pieces.push({ source, data });
        expected -= data.length;
        rest = rest.subarray(data.length);
      }
    }
  };
}
__name(createDemultiplexer, "createDemultiplexer");

// src/verify/exec.ts
async function runInContainer(engine, containerId, command, fx) {
  const { stdout, stderr, ...rest } = await runForBytes(engine, containerId, command, fx);
  return { ...rest, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}
__name(runInContainer, "runInContainer");
async function runForBytes(engine, containerId, command, fx) {
  const { argv, maxBytes = 64 * 1024 } = command;
  const timeoutMs = (command.timeoutMs ?? 6e4) * patienceOf(fx);
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([fx.signal, deadline]);
  try {
    const made = await engine.json("POST", `/containers/${containerId}/exec`, {
      body: { Cmd: argv, AttachStdout: true, AttachStderr: true, Tty: false },
      signal
    });
    const Id = made?.Id;
    if (typeof Id !== "string")
      throw new SwarmlineError("engine-lost", "the engine\u2019s answer names no program");
    const output = await readOutput(engine, Id, maxBytes, signal);
    const exitCode = output.isTruncated ? -1 : await waitFor(
      `the end of ${argv[0]}`,
      async () => {
        const state = await engine.json(
          "GET",
          `/exec/${Id}/json`,
          { signal }
        );
        return state.Running ? void 0 : statusIn(state);
      },
      { clock: fx.clock, deadlineMs: timeoutMs, everyMs: 50, signal }
    );
    return { exitCode, ...output };
  } catch (error2) {
    if (!deadline.aborted || fx.signal.aborted) throw error2;
    throw new SwarmlineError("timed-out", `${argv[0]} in the container did not finish within ${timeoutMs} ms`);
  }
}
__name(runForBytes, "runForBytes");
function statusIn({ ExitCode }) {
  if (ExitCode === null || ExitCode === void 0) return void 0;
  if (typeof ExitCode === "number") return ExitCode;
  throw new SwarmlineError("engine-lost", "the engine\u2019s answer names no exit status");
}
__name(statusIn, "statusIn");
async function readOutput(engine, execId, maxBytes, signal) {
  const stream = await engine.stream("POST", `/exec/${execId}/start`, {
    body: { Detach: false, Tty: false },
    timeoutMs: 0,
    signal
  });
  const frames = createDemultiplexer();
  const output = { stdout: [], stderr: [] };
  let room = maxBytes;
  try {
    for await (const chunk of stream) {
      for (const { source, data } of frames.push(chunk)) {
        output[source].push(data.subarray(0, Math.max(0, room)));
        room -= data.length;
      }
      if (room < 0) break;
    }
  } finally {
    stream.destroy();
  }
  return {
    stdout: Buffer.concat(output.stdout),
    stderr: Buffer.concat(output.stderr),
    isTruncated: room < 0
  };
}
__name(readOutput, "readOutput");

// src/verify/run/changes.rules.ts
var RESTLESS_MS = 3e5;
function changesBetween(before, now) {
  const times = { sinceMs: before.atMs, seenMs: now.atMs };
  const nodes2 = before.nodes.filter(isReady).flatMap((node2) => {
    const same = now.nodes.find((each) => each.ID === node2.ID);
    if (same && isReady(same)) return [];
    const what = same ? `went ${same.Status.State}` : "left the swarm";
    return [{ kind: "node", text: `${nameOf2(node2)} ${what} at ${clockTime(now.atMs)}`, ...times }];
  });
  const tasks = before.tasks.filter((task) => isRunning2(task) && !isRestless(task, before)).flatMap((task) => {
    const same = now.tasks.find((each) => each.ID === task.ID);
    if (same && (isRunning2(same) || isDone(same))) return [];
    return [{ kind: "task", serviceId: task.ServiceID, text: wordsOn2(task, same, now), ...times }];
  });
  return [...nodes2, ...tasks];
}
__name(changesBetween, "changesBetween");
function wordsOn2(task, same, now) {
  const next = now.tasks.find(
    (each) => each.ID !== task.ID && isSameSlot(each, task) && each.CreatedAt > task.CreatedAt
  );
  const node2 = now.nodes.find((each) => each.ID === task.NodeID);
  const place = node2 ? ` on ${nameOf2(node2)}` : "";
  const service2 = now.names.get(task.ServiceID) ?? task.ServiceID;
  const name3 = task.Slot === void 0 ? service2 : `${service2}.${task.Slot}`;
  const when = clockTime(next?.CreatedAt ?? same?.Status.Timestamp ?? now.atMs);
  return `${name3}${place} ${next ? "was replaced" : "stopped"} at ${when}`;
}
__name(wordsOn2, "wordsOn");
var isReady = /* @__PURE__ */ __name((node2) => node2.Status.State === "ready", "isReady");
var isRunning2 = /* @__PURE__ */ __name((task) => task.DesiredState === "running" && task.Status.State === "running", "isRunning");
var isDone = /* @__PURE__ */ __name((task) => task.Status.State === "complete", "isDone");
var isSameSlot = /* @__PURE__ */ __name((a, b) => a.ServiceID === b.ServiceID && (a.Slot === void 0 ? a.NodeID === b.NodeID : a.Slot === b.Slot), "isSameSlot");
function isRestless(task, { tasks, atMs }) {
  const isYoung = atMs - Date.parse(task.CreatedAt) < RESTLESS_MS;
  return isYoung && tasks.some((each) => isSameSlot(each, task) && endedByItself(each));
}
__name(isRestless, "isRestless");
function endedByItself({ Status }) {
  if (Status.State !== "failed" && Status.State !== "rejected") return false;
  return !/unhealthy|heartbeat/i.test(Status.Err ?? "");
}
__name(endedByItself, "endedByItself");
var nameOf2 = /* @__PURE__ */ __name((node2) => node2.Description.Hostname, "nameOf");
function clockTime(time3) {
  const date2 = new Date(time3);
  return Number.isNaN(date2.getTime()) ? "an unknown time" : date2.toISOString().slice(11, 19);
}
__name(clockTime, "clockTime");

// src/verify/run/vigil.ts
var REST_MS = 3e4;
var REST_LOOK_MS = 2e3;
var LOOK_MS = { least: 1e3, most: 1e4, timesPing: 20 };
var START_MS = { least: 2e4, timesStart: 10 };
async function openVigil(watched, fx) {
  const { clock } = fx;
  const stop = new AbortController();
  const signal = AbortSignal.any([fx.signal, stop.signal]);
  const samples = [];
  const changes = [];
  const listeners = [];
  let known;
  let nextStartMs = 0;
  const timed = /* @__PURE__ */ __name(async (work) => {
    const fromMs = clock.now();
    return work(AbortSignal.any([signal, AbortSignal.timeout(SAMPLE_LIMIT_MS)])).then(
      () => clock.now() - fromMs,
      () => void 0
    );
  }, "timed");
  const measure = /* @__PURE__ */ __name(async () => {
    const pingMs = await timed((limited) => ping(watched.manager, limited));
    const now = await readSwarm2(watched, clock.now(), signal).catch(() => void 0);
    if (known && now) changes.push(...changesBetween(known, now));
    known = now ?? known;
    const isStarting = pingMs !== void 0 && clock.now() >= nextStartMs;
    const startMs = isStarting && now ? await startSomething(watched, now, { clock, signal }) : void 0;
    if (isStarting) nextStartMs = clock.now() + Math.max(START_MS.least, START_MS.timesStart * (startMs ?? 0));
    if (signal.aborted) return;
    samples.push({ atMs: clock.now(), pingMs: now ? pingMs : void 0, startMs });
    for (const listener of listeners) listener();
  }, "measure");
  let looking = Promise.resolve();
  const look2 = /* @__PURE__ */ __name(() => {
    looking = looking.then(measure).catch(() => void 0);
    return looking;
  }, "look");
  await look2();
  fx.signal.throwIfAborted();
  const opened = samples[0] ?? { atMs: clock.now(), pingMs: void 0, startMs: void 0 };
  const overload = /* @__PURE__ */ __name((sample) => sample && overloadIn(sample, opened), "overload");
  const keepLooking = /* @__PURE__ */ __name(async () => {
    while (!signal.aborted) {
      const pingMs = samples.at(-1)?.pingMs ?? SAMPLE_LIMIT_MS;
      const everyMs = Math.min(LOOK_MS.most, Math.max(LOOK_MS.least, LOOK_MS.timesPing * pingMs));
      await clock.sleep(everyMs, signal);
      await look2();
    }
  }, "keepLooking");
  void keepLooking().catch(() => void 0);
  const isOverloaded = /* @__PURE__ */ __name(() => overload(samples.at(-1)) !== void 0, "isOverloaded");
  return {
    pace: /* @__PURE__ */ __name(() => paceOf(samples), "pace"),
    isOverloaded,
    onPace: /* @__PURE__ */ __name((listener) => void listeners.push(listener), "onPace"),
    look: look2,
    during(fromMs, toMs) {
      const first = Math.max(
        0,
        samples.findLastIndex(({ atMs }) => atMs <= fromMs)
      );
      const after = samples.findIndex(({ atMs }) => atMs >= toMs);
      const seen = samples.slice(first, after < 0 ? samples.length : after + 1);
      return {
        overload: seen.map(overload).find((words2) => words2 !== void 0),
        isSlow: isSlow(paceOf(samples)),
        changes: changes.filter(({ sinceMs, seenMs }) => sinceMs <= toMs && seenMs > fromMs)
      };
    },
    async rest() {
      const endMs = clock.now() + REST_MS;
      for (; ; ) {
        await look2();
        if (!isOverloaded()) return true;
        if (clock.now() >= endMs) return false;
        await clock.sleep(REST_LOOK_MS, signal);
      }
    },
    serviceId: /* @__PURE__ */ __name((name3) => [...known?.names ?? []].find(([, each]) => each === name3)?.[0], "serviceId"),
    close: /* @__PURE__ */ __name(() => stop.abort(), "close")
  };
}
__name(openVigil, "openVigil");
async function ping(manager, signal) {
  const answer = await manager.stream("GET", "/_ping", { timeoutMs: SAMPLE_LIMIT_MS, signal });
  for await (const _ of answer) ;
}
__name(ping, "ping");
async function readSwarm2({ stack, manager }, atMs, signal) {
  const filters = JSON.stringify({ label: [`com.docker.stack.namespace=${stack}`] });
  const options = { signal: AbortSignal.any([signal, AbortSignal.timeout(SAMPLE_LIMIT_MS)]) };
  const [nodes2, tasks, services] = await Promise.all([
    manager.json("GET", "/nodes", options),
    manager.json("GET", "/tasks", { query: { filters }, ...options }),
    manager.json("GET", "/services", { query: { filters }, ...options })
  ]);
  const names2 = services.map(({ ID, Spec }) => [ID, shortName(stack, Spec.Name)]);
  return { atMs, nodes: nodes2, tasks, names: new Map(names2) };
}
__name(readSwarm2, "readSwarm");
var shortName = /* @__PURE__ */ __name((stack, name3) => name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3, "shortName");
var TRIED = 2;
async function startSomething({ nodes: nodes2 }, { tasks }, fx) {
  const running = tasks.filter((task) => task.Status.State === "running" && task.DesiredState === "running");
  const doors = running.flatMap((task) => {
    const engine = nodes2.find((node2) => node2.id === task.NodeID)?.engine;
    const containerId = task.Status.ContainerStatus?.ContainerID;
    return engine && containerId ? [{ engine, containerId }] : [];
  });
  let leastMs;
  for (const { engine, containerId } of doors.slice(0, TRIED)) {
    const fromMs = fx.clock.now();
    await runInContainer(engine, containerId, { argv: ["true"], timeoutMs: SAMPLE_LIMIT_MS }, fx).catch(
      () => void 0
    );
    const tookMs = fx.clock.now() - fromMs;
    leastMs = Math.min(leastMs ?? Number.POSITIVE_INFINITY, tookMs);
    if (tookMs < SAMPLE_LIMIT_MS / 2) break;
  }
  return leastMs;
}
__name(startSomething, "startSomething");

// src/verify/suite/load.ts
import { realpath, stat } from "node:fs/promises";
import path2 from "node:path";

// src/effects/nearest.rules.ts
var LONGEST_NAME = 100;
function nearest(word2, candidates) {
  if (word2.length > LONGEST_NAME) return void 0;
  const ranked = candidates.filter((candidate) => candidate.length <= LONGEST_NAME).map((candidate) => ({ candidate, distance: editDistance(word2.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (!best) return void 0;
  return best.distance <= Math.max(word2.length, best.candidate.length) / 2 ? best.candidate : void 0;
}
__name(nearest, "nearest");
function editDistance(from, to) {
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (let column = 0; column < to.length; column++) {
      const substituted = (above[column] ?? 0) + (letter === to[column] ? 0 : 1);
      line.push(Math.min(substituted, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
__name(editDistance, "editDistance");

// src/effects/read-text.ts
import { open as open2 } from "node:fs/promises";
async function readText(file, maxBytes, shownAs = file) {
  const handle = await open2(file, "r");
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
var import_yaml5 = __toESM(require_dist(), 1);

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
var import_yaml2 = __toESM(require_dist(), 1);
function plainOf(node2, targets) {
  const meant = (0, import_yaml2.isAlias)(node2) ? targets.get(node2) : node2;
  if ((0, import_yaml2.isSeq)(meant)) return meant.items.map((item) => plainOf(item, targets));
  if ((0, import_yaml2.isMap)(meant)) {
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
  return (0, import_yaml2.isScalar)(meant) ? scalarOf(meant.value) : null;
}
__name(plainOf, "plainOf");
function keyText(key, targets) {
  const meant = (0, import_yaml2.isAlias)(key) ? targets.get(key) : key;
  return (0, import_yaml2.isScalar)(meant) ? String(scalarOf(meant.value)) : "null";
}
__name(keyText, "keyText");
var scalarOf = /* @__PURE__ */ __name((value) => typeof value === "symbol" ? String(value.description) : typeof value === "bigint" ? String(value) : value, "scalarOf");

// src/effects/yaml/tokens.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);
function tokensOf(text, lines, maxBytes) {
  if (Buffer.byteLength(text) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, "split it");
  let count3 = 0;
  let offset = 0;
  for (const lexeme of new import_yaml3.Lexer().lex(text)) {
    if (lexeme !== "" && lexeme !== "" && lexeme !== "") offset += lexeme.length;
    if (++count3 > YAML_BUDGET.tokens)
      throw new OverBudget(offset, `more than ${YAML_BUDGET.tokens} words and signs`, "split it");
  }
  const tokens = [...new import_yaml3.Parser(lines.addNewLine).parse(text)];
  refuseDeep(tokens);
  return tokens;
}
__name(tokensOf, "tokensOf");
function refuseDeep(tokens) {
  const open3 = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open3.pop(); next; next = open3.pop()) {
    const { token, depth } = next;
    if (depth > YAML_BUDGET.depth)
      throw new OverBudget(
        token.offset,
        `nested more than ${YAML_BUDGET.depth} levels deep`,
        "nest it less deeply"
      );
    if (token.type === "document" && token.value) open3.push({ token: token.value, depth: depth + 1 });
    if ("items" in token)
      for (const { key, value } of token.items) {
        if (key) open3.push({ token: key, depth: depth + 1 });
        if (value) open3.push({ token: value, depth: depth + 1 });
      }
  }
}
__name(refuseDeep, "refuseDeep");

// src/effects/yaml/unfold.rules.ts
var import_yaml4 = __toESM(require_dist(), 1);
function unfold(root, complain) {
  const targets = /* @__PURE__ */ new WeakMap();
  const walk2 = new Walk(targets, complain);
  if (root) walk2.extentOf(root);
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
  extentOf(node2) {
    if (!node2) return { work: 1, characters: 0, depth: 0, keys: 0 };
    if ((0, import_yaml4.isAlias)(node2)) return this.#aliased(node2);
    const anchor2 = "anchor" in node2 ? node2.anchor : void 0;
    if (anchor2) this.#anchors.set(anchor2, node2);
    this.#open.add(node2);
    const extent = (0, import_yaml4.isMap)(node2) ? this.#ofMap(node2.items) : (0, import_yaml4.isSeq)(node2) ? this.#ofSeq(node2.items) : { work: 1, characters: lengthOf(node2), depth: 0, keys: 0 };
    this.#open.delete(node2);
    if (anchor2) this.#extents.set(node2, extent);
    refuse(node2, extent);
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
        `the alias *${alias.source} stands inside of what it stands for`,
        "take it out, or name another anchor"
      );
    this.#targets.set(alias, target);
    return this.#extents.get(target) ?? { work: 1, characters: 0, depth: 0, keys: 0 };
  }
  #ofSeq(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    for (const item of items) {
      const extent = (0, import_yaml4.isPair)(item) ? this.#ofMap([item]) : this.extentOf(item);
      add(total, extent);
      total.keys += extent.keys;
    }
    return total;
  }
  #ofMap(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    const seen = /* @__PURE__ */ new Set();
    for (const { key, value } of items) {
      const isMerge = (0, import_yaml4.isScalar)(key) && isMergeKey(key);
      this.#key(key, seen);
      const extent = this.extentOf(value);
      add(total, extent);
      total.characters += (0, import_yaml4.isScalar)(key) ? lengthOf(key) : 0;
      if (isMerge) {
        total.work += extent.keys;
        total.keys += extent.keys;
      } else total.keys++;
    }
    return total;
  }
  #key(key, seen) {
    if ((0, import_yaml4.isAlias)(key)) this.extentOf(key);
    const meant = (0, import_yaml4.isAlias)(key) ? this.#targets.get(key) : key;
    if ((0, import_yaml4.isAlias)(key) && !meant) return;
    const offset = key?.range?.[0] ?? 0;
    if (meant && !(0, import_yaml4.isScalar)(meant)) {
      this.#complain(offset, "a key must be a plain value", "write it as a text");
      return;
    }
    const value = (0, import_yaml4.isScalar)(meant) ? meant.value : null;
    if (seen.has(value)) this.#complain(offset, "Map keys must be unique", "take one of the two out");
    seen.add(value);
    if (key && (0, import_yaml4.isScalar)(key) && key.anchor) this.extentOf(key);
  }
};
function add(total, part) {
  total.work += part.work;
  total.characters += part.characters;
  total.depth = Math.max(total.depth, part.depth + 1);
}
__name(add, "add");
function refuse(node2, { work, characters, depth }) {
  const offset = node2.range?.[0] ?? 0;
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
var lengthOf = /* @__PURE__ */ __name((node2) => (0, import_yaml4.isScalar)(node2) ? typeof node2.value === "string" ? node2.value.length : node2.source?.length ?? 4 : 0, "lengthOf");
var isMergeKey = /* @__PURE__ */ __name(({ value, source, type }) => typeof value === "symbol" || value === "<<" && type === "PLAIN" && source === "<<", "isMergeKey");

// src/effects/yaml/yaml.rules.ts
function readYaml(text, how) {
  const lines = new import_yaml5.LineCounter();
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
    if (!(0, import_yaml5.isMap)(document.contents)) complain(0, `${how.what} is a mapping`, how.begins);
    if (faults.length > 0) return { faults };
    const root = document.contents;
    const targets = unfold(root, complain);
    if (faults.length > 0) return { faults };
    return {
      yaml: {
        document,
        targets,
        plain: /* @__PURE__ */ __name((node2 = root) => plainOf(node2, targets), "plain"),
        meant: /* @__PURE__ */ __name((node2) => (node2 && (targets.get(node2) ?? node2)) ?? null, "meant"),
        placeOf: /* @__PURE__ */ __name((node2) => placeAt(lines, node2?.range?.[0] ?? 0), "placeOf")
      }
    };
  } catch (error2) {
    if (!(error2 instanceof OverBudget)) throw error2;
    return { faults: [{ ...placeIn(text, error2.offset), text: error2.message, hint: error2.hint }] };
  }
}
__name(readYaml, "readYaml");
function placeIn(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
__name(placeIn, "placeIn");
function documentsOf(text, lines, { hasMerges = false, hasStringKeys = false, maxBytes = YAML_BUDGET.bytes }) {
  const composer = new import_yaml5.Composer({
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
    const count3 = isWarning ? ++warnings : ++errors;
    if (count3 <= YAML_BUDGET.faults) report(source, code, message, isWarning);
  };
}
__name(reportFew, "reportFew");
function placeAt(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
__name(placeAt, "placeAt");

// src/traffic/histogram.rules.ts
var BITS = 7;
var CELLS = 1 << BITS;
var HIGHEST_US = 2 ** 32 - 1;
var createHistogram = /* @__PURE__ */ __name(() => ({
  cells: new Uint32Array(CELLS),
  count: 0,
  sumUs: 0,
  maxUs: 0
}), "createHistogram");
function cellOf(us) {
  const shift = Math.max(0, 31 - Math.clz32(us) - BITS);
  return shift * CELLS + (us >>> shift);
}
__name(cellOf, "cellOf");
function highestIn(cell) {
  const shift = Math.max(0, Math.floor(cell / CELLS) - 1);
  return (cell - shift * CELLS + 1) * 2 ** shift - 1;
}
__name(highestIn, "highestIn");
function record2(histogram, ms) {
  const us = Math.max(0, Math.round(ms * 1e3));
  const cell = cellOf(Math.min(us, HIGHEST_US) >>> 0);
  if (cell >= histogram.cells.length) grow(histogram, cell + 1);
  histogram.cells[cell] = (histogram.cells[cell] ?? 0) + 1;
  histogram.count++;
  histogram.sumUs += us;
  if (us > histogram.maxUs) histogram.maxUs = us;
}
__name(record2, "record");
function grow(histogram, length) {
  const cells = new Uint32Array(Math.ceil(length / CELLS) * CELLS);
  cells.set(histogram.cells);
  histogram.cells = cells;
}
__name(grow, "grow");
function mergeInto(histogram, from) {
  if (from.cells.length > histogram.cells.length) grow(histogram, from.cells.length);
  for (const [cell, count3] of from.cells.entries())
    if (count3 > 0) histogram.cells[cell] = (histogram.cells[cell] ?? 0) + count3;
  histogram.count += from.count;
  histogram.sumUs += from.sumUs;
  histogram.maxUs = Math.max(histogram.maxUs, from.maxUs);
}
__name(mergeInto, "mergeInto");
function percentileOf(histogram, p) {
  const rank = Math.max(1, Math.ceil(p / 100 * histogram.count - 1e-9));
  if (rank >= histogram.count) return histogram.maxUs / 1e3;
  let seen = 0;
  for (const [cell, count3] of histogram.cells.entries()) {
    seen += count3;
    if (seen >= rank) return Math.min(highestIn(cell), histogram.maxUs) / 1e3;
  }
  return histogram.maxUs / 1e3;
}
__name(percentileOf, "percentileOf");
function summarise(histogram) {
  const round3 = /* @__PURE__ */ __name((ms) => Math.round(ms * 100) / 100, "round");
  const at = /* @__PURE__ */ __name((p) => round3(percentileOf(histogram, p)), "at");
  return {
    count: histogram.count,
    mean: round3(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1e3),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: at(100)
  };
}
__name(summarise, "summarise");
var CELLS_IN_BUCKET = CELLS / 4;
function bucketsOf(histogram) {
  const buckets = [];
  for (let cell = 0; cell < histogram.cells.length; cell += CELLS_IN_BUCKET) {
    const counts2 = histogram.cells.subarray(cell, cell + CELLS_IN_BUCKET);
    const count3 = counts2.reduce((sum2, n) => sum2 + n, 0);
    const fromMs = cell === 0 ? 0 : highestIn(cell - 1) / 1e3;
    if (count3 > 0) buckets.push({ fromMs, toMs: highestIn(cell + CELLS_IN_BUCKET - 1) / 1e3, count: count3 });
  }
  return buckets;
}
__name(bucketsOf, "bucketsOf");

// src/verify/latency.rules.ts
function percentile(ascending, p) {
  const rank = Math.max(1, Math.ceil(p / 100 * ascending.length));
  return ascending[rank - 1] ?? 0;
}
__name(percentile, "percentile");
function summariseLatency(ms) {
  const ascending = ms.toSorted((a, b) => a - b);
  const at = /* @__PURE__ */ __name((p) => Math.round(percentile(ascending, p) * 10) / 10, "at");
  return { p50: at(50), p95: at(95), max: at(100) };
}
__name(summariseLatency, "summariseLatency");
function latencyBuckets(ms) {
  const histogram = createHistogram();
  for (const each of ms) record2(histogram, each);
  return bucketsOf(histogram);
}
__name(latencyBuckets, "latencyBuckets");

// src/verify/replica.rules.ts
var HOSTNAME = /^[a-z0-9][a-z0-9._-]{0,252}$/i;
function readReplicaAnswer(body) {
  const lines = body.split(/\r?\n/).map((line) => line.trim());
  if (!lines.includes("I am the backend server"))
    return { isReadable: false, problem: "no line `I am the backend server`" };
  const hostname = valueAfter(lines, "The responding server is:");
  if (hostname === void 0)
    return { isReadable: false, problem: "no line `The responding server is: <hostname>`" };
  if (!HOSTNAME.test(hostname)) return { isReadable: false, problem: "the responding server is no hostname" };
  const visits = valueAfter(lines, "Number of visits:");
  const isNumber = visits !== void 0 && /^\d{1,15}$/.test(visits);
  return { isReadable: true, hostname, visits: isNumber ? Number(visits) : void 0 };
}
__name(readReplicaAnswer, "readReplicaAnswer");
function valueAfter(lines, label) {
  return lines.find((line) => line.startsWith(label))?.slice(label.length).trim();
}
__name(valueAfter, "valueAfter");

// src/verify/mesh.ts
var REQUESTS_AT_ONCE = 2;
function askNodes(doors, options, fx) {
  const total = doors.length * options.requestsPerNode;
  let asked2 = 0;
  let failed = 0;
  return fx.log.step(
    `Ask ${doors.length} nodes ${options.requestsPerNode} times each`,
    (update) => Promise.all(
      doors.map(
        (door) => askNode(door, options, fx.signal, (isAnswered) => {
          asked2++;
          if (!isAnswered) failed++;
          update(`${asked2}/${total}${failed ? `, ${failed} failed` : ""}`);
        })
      )
    )
  );
}
__name(askNodes, "askNodes");
async function askNode(door, options, signal, onAnswer) {
  const { requestsPerNode, concurrency = REQUESTS_AT_ONCE, giveUpAfter = 20, timeoutMs } = options;
  const tally = createTally(door);
  let sent = 0;
  let failuresInARow = 0;
  const askInTurn = /* @__PURE__ */ __name(async () => {
    while (sent < requestsPerNode && failuresInARow < giveUpAfter) {
      sent++;
      const answer = await ask(door.endpoint, { signal, ...timeoutMs ? { timeoutMs } : {} });
      const isAnswered = tally.add(answer);
      failuresInARow = isAnswered ? 0 : failuresInARow + 1;
      onAnswer(isAnswered);
    }
  }, "askInTurn");
  await Promise.all(Array.from({ length: concurrency }, askInTurn));
  return tally.traffic();
}
__name(askNode, "askNode");
function createTally(door) {
  const latencies = [];
  const visits = [];
  const byReplica = /* @__PURE__ */ new Map();
  const firstAnswers = /* @__PURE__ */ new Map();
  const failedByKind = {};
  let requests = 0;
  let failed = 0;
  let firstFailure2;
  const fail2 = /* @__PURE__ */ __name((kind, detail) => {
    failed++;
    failedByKind[kind] = (failedByKind[kind] ?? 0) + 1;
    firstFailure2 ??= bounded(`${kind}: ${detail}`);
    return false;
  }, "fail");
  return {
    /** Whether the request was answered by a replica that named itself. */
    add(answer) {
      requests++;
      if (answer.kind !== "answer") return fail2(answer.kind, answer.detail);
      const replica = readReplicaAnswer(answer.body);
      if (!replica.isReadable) return fail2("body", replica.problem);
      latencies.push(answer.ms);
      if (!byReplica.has(replica.hostname)) firstAnswers.set(replica.hostname, latencies.length);
      byReplica.set(replica.hostname, (byReplica.get(replica.hostname) ?? 0) + 1);
      if (replica.visits !== void 0) visits.push(replica.visits);
      return true;
    },
    traffic: /* @__PURE__ */ __name(() => ({
      answers: {
        node: door.node.name,
        endpoint: `${door.endpoint.host}:${door.endpoint.port}`,
        requests,
        failed,
        failedByKind,
        byReplica: Object.fromEntries([...byReplica].toSorted(([a], [b]) => a < b ? -1 : 1)),
        latencyMs: summariseLatency(latencies),
        latencyBuckets: latencyBuckets(latencies)
      },
      visits,
      firstAnswers: Object.fromEntries(firstAnswers),
      firstFailure: firstFailure2
    }), "traffic")
  };
}
__name(createTally, "createTally");

// src/verify/replicas.ts
async function readReplicas(manager, serviceName2, doors) {
  const service2 = await readService(manager, serviceName2);
  const filters = JSON.stringify({ service: [service2.ID], "desired-state": ["running"] });
  const tasks = await manager.json("GET", "/tasks", { query: { filters } });
  const running = tasks.filter((task) => task.Status.State === "running");
  const replicas = await Promise.all(running.map((task) => readReplica(task, doors)));
  return {
    wanted: service2.Spec.Mode.Replicated && (service2.Spec.Mode.Replicated.Replicas ?? 1),
    running: replicas.filter((replica) => replica !== void 0)
  };
}
__name(readReplicas, "readReplicas");
async function readService(manager, name3) {
  try {
    return await manager.json("GET", `/services/${encodeURIComponent(name3)}`);
  } catch (error2) {
    if (!(error2 instanceof EngineAnswerError) || error2.status !== 404) throw error2;
    throw new SwarmlineError("not-found", `the swarm has no service ${name3}`, {
      hint: "deploy the stack first, or name another service",
      cause: error2
    });
  }
}
__name(readService, "readService");
async function readReplica(task, doors) {
  const containerId = task.Status.ContainerStatus?.ContainerID;
  const nodeId = task.NodeID;
  if (!containerId || !nodeId) return void 0;
  const door = task.Spec.ContainerSpec?.Hostname ? doors.find((d) => d.node.id === nodeId) : void 0;
  const hostname = door ? (await door.engine.json("GET", `/containers/${containerId}/json`)).Config.Hostname : containerId.slice(0, 12);
  return { taskId: task.ID, nodeId, containerId, hostname };
}
__name(readReplica, "readReplica");

// src/verify/measurement.ts
async function measureService(plan, doors, manager, fx) {
  const readNow = /* @__PURE__ */ __name(() => tryReplicas(manager, nameInSwarm(plan.stack, plan.service), doors), "readNow");
  const replicasBefore = await readNow();
  const hosts = new Set(
    replicasBefore.isKnown ? replicasBefore.replicas.running.map((replica) => replica.nodeId) : []
  );
  if (!plan.hasMesh && !replicasBefore.isKnown)
    throw new SwarmlineError("engine-lost", `no one can say where tasks run: ${replicasBefore.reason}`);
  const asked2 = plan.hasMesh ? doors : doors.filter((door) => hosts.has(door.node.id));
  const visitsBefore = await readVisits(asked2, fx.signal);
  const nodes2 = await askNodes(asked2, { requestsPerNode: plan.requestsPerNode }, fx);
  const visitsAfter = await readVisits(asked2, fx.signal);
  return {
    requestsPerNode: plan.requestsPerNode,
    nodes: nodes2,
    nodesWithoutTask: replicasBefore.isKnown ? asked2.filter((door) => !hosts.has(door.node.id)).map((door) => door.node.name) : [],
    replicasBefore,
    replicasAfter: await readNow(),
    visitsBefore,
    visitsAfter
  };
}
__name(measureService, "measureService");
async function tryReplicas(manager, serviceName2, doors) {
  try {
    return { isKnown: true, replicas: await readReplicas(manager.engine, serviceName2, doors) };
  } catch (error2) {
    const known = classifyAnswer(error2);
    if (known.code === "cancelled") throw known;
    return { isKnown: false, reason: explain(known) };
  }
}
__name(tryReplicas, "tryReplicas");
async function readVisits(doors, signal) {
  const door = doors[0];
  if (!door) return void 0;
  const answer = await ask(door.endpoint, { signal });
  const replica = answer.kind === "answer" ? readReplicaAnswer(answer.body) : void 0;
  return replica?.isReadable ? replica.visits : void 0;
}
__name(readVisits, "readVisits");

// src/verify/suite/duration.ts
var UNIT_MS = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var FORM = /^(\d{1,7})(ms|s|m|h)$/;
var duration2 = /* @__PURE__ */ __name(() => string2("takes a time such as 500ms, 30s, 5m or 1h").regex(FORM, "takes a time such as 500ms, 30s, 5m or 1h").transform((text) => {
  const [, count3 = "0", unit = "s"] = FORM.exec(text) ?? [];
  return Math.min(Number(count3) * UNIT_MS[unit], 24 * UNIT_MS.h);
}), "duration");

// src/verify/checks/counter.rules.ts
var COUNTER_EXPECTED = "the visits counter rises by exactly one with each request, and by nothing else";
var MAY_HAVE_COUNTED = ["reset", "time-out", "status", "body"];
function judgeCounter({ nodes: nodes2, before, after, unsettledBefore = 0 }) {
  const values = nodes2.flatMap((node2) => node2.visits);
  const answered = nodes2.reduce((sum2, { answers: answers2 }) => sum2 + answers2.requests - answers2.failed, 0);
  const unsure = nodes2.reduce(
    (sum2, { answers: answers2 }) => sum2 + MAY_HAVE_COUNTED.reduce((n, kind) => n + (answers2.failedByKind[kind] ?? 0), 0),
    0
  );
  const expected = `${COUNTER_EXPECTED}: by ${answered}`;
  if (answered === 0)
    return fail(expected, "no request was answered", "see `docker service ps` and the service\u2019s logs");
  if (before === void 0 || after === void 0 || values.length < answered)
    return fail(
      expected,
      `${answered - values.length} of ${count(answered, "answer")} name no number of visits`,
      "each answer needs the line `Number of visits: <n>`: can the service reach its Redis?"
    );
  const rise = after - before - 1;
  const distinct = new Set(values).size;
  const ascending = values.toSorted((a, b) => a - b);
  const first = ascending[0] ?? 0;
  const last = ascending.at(-1) ?? 0;
  const figures = { requests: answered, rise, first, last, distinct, unsure };
  const observed = `rose by ${rise} (${before} \u2192 ${after - 1}) over ${count(answered, "request")}`;
  const failed = /* @__PURE__ */ __name((what, hint) => fail(expected, what, hint, figures), "failed");
  if (distinct < values.length)
    return failed(
      `${observed}, but ${count(values.length - distinct, "answer")} repeated a number`,
      "the counter is not one for all replicas, or reads and writes in two steps: count with Redis\u2019 INCR"
    );
  if (first <= before || last >= after)
    return failed(
      `${observed}, but answers ran from ${first} to ${last}`,
      "replicas do not count in the same Redis, or it was restarted: give it one replica and a volume"
    );
  if (rise > answered + unsure && rise <= answered + unsure + unsettledBefore)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsettledBefore, "request")} before may have counted only then`,
      "see why requests fail first",
      figures
    );
  if (rise > answered + unsure)
    return failed(
      observed,
      "something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not"
    );
  if (unsure > 0)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsure, "failed request")} may have counted or not`,
      "see why requests fail first",
      figures
    );
  return pass(expected, observed, figures);
}
__name(judgeCounter, "judgeCounter");

// src/verify/kinds/counter.rules.ts
function counterExpected({ idle }) {
  return idle > 0 ? `${COUNTER_EXPECTED}; it stands still for ${idle / 1e3} s without any` : COUNTER_EXPECTED;
}
__name(counterExpected, "counterExpected");
function judgeCounter2(params21, { round: round3, idle }) {
  const expected = counterExpected(params21);
  const judged = judgeCounter({
    nodes: round3.nodes,
    before: round3.visitsBefore,
    after: round3.visitsAfter,
    unsettledBefore: round3.unsettledBefore
  });
  if (judged.status !== "pass" || params21.idle === 0) return { ...judged, expected };
  if (idle?.before === void 0 || idle.after === void 0)
    return inconclusive(
      expected,
      `${judged.observed}; then the service named no number`,
      void 0,
      judged.figures
    );
  const rise = idle.after - idle.before - 1;
  const observed = `${judged.observed}; by ${rise} in ${params21.idle / 1e3} s without requests`;
  const figures = { ...judged.figures, idleRise: rise };
  if (rise === 0) return { ...judged, expected, observed, figures };
  if (rise > 0 && rise <= idle.unsettled)
    return inconclusive(
      expected,
      `${observed}, and ${count(idle.unsettled, "request")} before may have counted only then`,
      "see why requests fail first",
      figures
    );
  return {
    ...fail(
      expected,
      observed,
      "something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not",
      figures
    ),
    place: ["services", params21.service, "healthcheck"]
  };
}
__name(judgeCounter2, "judgeCounter");

// src/verify/unsettled.rules.ts
var UNSETTLED = ["time-out", "reset"];
function unsettled(failures) {
  return failures.reduce((sum2, byKind) => sum2 + UNSETTLED.reduce((n, kind) => n + (byKind[kind] ?? 0), 0), 0);
}
__name(unsettled, "unsettled");

// src/verify/kinds/round.ts
function measureRound(asked2, world) {
  const key = `round ${asked2.service} ${asked2.port} ${asked2.requests}`;
  return world.share(key, async (shared) => {
    const doors = await doorsOf(asked2.port, shared);
    const { stack, hasMesh } = shared;
    const plan = { stack, service: asked2.service, requestsPerNode: asked2.requests, hasMesh };
    const manager = { engine: shared.manager };
    return shared.turns.alone(async () => {
      const unsettledBefore = shared.unsettled.count();
      const measured = await measureService(plan, doors, manager, shared).catch((error2) => {
        shared.unsettled.add(doors.length * REQUESTS_AT_ONCE);
        throw error2;
      });
      shared.unsettled.add(unsettled(measured.nodes.map((node2) => node2.answers.failedByKind)));
      shared.showAnswers(measured.nodes.map((node2) => node2.answers));
      return { ...measured, unsettledBefore };
    });
  });
}
__name(measureRound, "measureRound");
function doorsOf(port2, world) {
  return Promise.all(
    world.nodes.map(async (node2) => ({
      node: node2,
      engine: node2.engine ?? world.manager,
      endpoint: await world.endpointOf(node2, port2)
    }))
  );
}
__name(doorsOf, "doorsOf");

// src/verify/kinds/counter.ts
var params2 = strictObject({
  service: serviceName(),
  port: port().default(80).describe("Published port."),
  requests: number2().int().min(1).max(1e5).default(100).describe("Fresh connections to each node."),
  idle: duration2().prefault("0s").describe("After them, a pause in which the counter must stand still.")
});
var counter = defineKind({
  name: "counter",
  explanation: "Visits a service K times through all nodes and reads its counter (`Number of visits: <n>`) from every answer: K visits must raise it by exactly K, no number may come twice, and without visits it must stand still. Fails for counters of one replica each, for lost updates, and for health checks that count. Nothing else of the run visits meanwhile; checks of the same service, port and number of requests share one round, and of the same pause one pause.",
  example: `- kind: counter
  service: backend
  requests: 100
  idle: 10s`,
  isDisturbing: false,
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name(({ requests, idle }) => 6e4 + requests * 100 + idle, "deadlineMs"),
  params: params2,
  expected: counterExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(async (asked2, world) => {
    const round3 = await measureRound(asked2, world);
    return { round: round3, idle: asked2.idle > 0 ? await measureIdle(asked2, world) : void 0 };
  }, "gather"),
  judge: judgeCounter2
});
function measureIdle(asked2, world) {
  const { service: service2, port: published, idle } = asked2;
  return world.share(
    `idle ${service2} ${published} ${idle}`,
    (shared) => shared.turns.still(service2, () => leaveAlone(asked2, shared))
  );
}
__name(measureIdle, "measureIdle");
async function leaveAlone(asked2, world) {
  const hosts = new Set((await world.reads.runningTasks(asked2.service)).map((task) => task.NodeID));
  const doors = (await doorsOf(asked2.port, world)).filter((door) => world.hasMesh || hosts.has(door.node.id));
  const unsettled2 = world.unsettled.count();
  const before = await readVisits(doors, world.signal);
  await world.clock.sleep(asked2.idle, world.signal);
  return { unsettled: unsettled2, before, after: await readVisits(doors, world.signal) };
}
__name(leaveAlone, "leaveAlone");

// src/verify/checks/dns.rules.ts
function nameQuestions(out, world) {
  const own2 = new Set(out.task.attachments.map((at) => at.network));
  const node2 = world.nodes.find((one) => one.id === out.task.nodeId)?.name ?? out.task.nodeId;
  const asks = /* @__PURE__ */ __name((names2, truth) => truth.length > 0 ? names2.map((name3) => ({ from: out.service.name, node: node2, name: name3, truth })) : [], "asks");
  return world.services.flatMap((to) => {
    const tasks = byNetwork(
      to.tasks.flatMap((task) => task.attachments),
      own2
    );
    const names2 = [to.fullName, ...to.aliases.filter((alias) => isPlain(alias, to, world))];
    return [
      ...asks(names2, to.mode === "vip" ? byNetwork(to.vips, own2) : tasks),
      ...asks([`tasks.${to.fullName}`], tasks)
    ];
  });
}
__name(nameQuestions, "nameQuestions");
function isPlain(alias, of, world) {
  return world.services.every((one) => one === of || !(one.aliases.includes(alias) || one.fullName === alias));
}
__name(isPlain, "isPlain");
function byNetwork(attachments, own2) {
  const shared = attachments.filter((at) => own2.has(at.network));
  return [...Map.groupBy(shared, (at) => at.network).values()].map((list) => list.map((at) => at.address).sort());
}
__name(byNetwork, "byNetwork");
function readName(question, answer, reason = "") {
  if (answer?.kind === "named") return { ...question, heard: answer.addresses, problem: "" };
  if (answer?.kind === "no-such-name" || answer?.kind === "no-name-answer")
    return { ...question, heard: [], problem: "" };
  const detail = answer?.kind === "unknown" ? answer.detail : reason;
  return { ...question, heard: void 0, problem: detail || "the probe did not say" };
}
__name(readName, "readName");
function judgeName({ truth, heard }) {
  if (!heard) return { kind: "unknown" };
  if (heard.length === 0) return { kind: "unresolved" };
  const stale = heard.filter((address) => !truth.some((list) => list.includes(address)));
  if (stale.length > 0) return { kind: "stale", addresses: stale };
  const missing2 = truth.filter((list) => list.some((address) => heard.includes(address))).flatMap((list) => list.filter((address) => !heard.includes(address)));
  return missing2.length > 0 ? { kind: "missing", addresses: missing2 } : { kind: "none" };
}
__name(judgeName, "judgeName");
var DNS_EXPECTED = "every name resolves, from every service and node, to the addresses that the swarm gave it";
function judgeDns({ readings, rounds }) {
  const expected = DNS_EXPECTED;
  const judged = readings.map((reading) => ({ reading, fault: judgeName(reading) }));
  const unknown2 = judged.filter((one) => one.fault.kind === "unknown");
  const wrong = judged.filter((one) => one.fault.kind !== "none" && one.fault.kind !== "unknown");
  const figures = { names: readings.length, wrong: wrong.length, unknown: unknown2.length, rounds };
  const [first] = wrong;
  if (first) return fail(expected, listed(wrong), hintFor(first.reading, first.fault), figures);
  if (readings.length === 0)
    return inconclusive(
      expected,
      "no running task can be asked",
      "deploy the stack, on networks of its own",
      figures
    );
  if (unknown2.length > 0)
    return inconclusive(
      expected,
      `${count(unknown2.length, "name")} not known: ${listed(unknown2)}`,
      "see that the node named answers, then look again",
      figures
    );
  return pass(expected, `${count(readings.length, "name")} asked, all answers are right`, figures);
}
__name(judgeDns, "judgeDns");
function listed(judged) {
  const shown2 = judged.slice(0, 4).map(({ reading, fault }) => {
    const { name: name3, from, node: node2, problem } = reading;
    return `${bounded(name3, 80)} from ${from} on ${bounded(node2, 40)} ${inWords(fault, problem)}`;
  });
  return judged.length > 4 ? `${shown2.join("; ")}; and ${judged.length - 4} more` : shown2.join("; ");
}
__name(listed, "listed");
function inWords(fault, problem) {
  if (fault.kind === "stale")
    return `gives ${fault.addresses.slice(0, 3).join(", ")}, which nobody of that name has`;
  if (fault.kind === "missing") return `leaves out ${fault.addresses.slice(0, 3).join(", ")}`;
  return fault.kind === "unresolved" ? "does not resolve" : `could not be asked: ${bounded(problem, 80)}`;
}
__name(inWords, "inWords");
function hintFor({ name: name3, node: node2 }, fault) {
  const where = bounded(node2, 40);
  if (fault.kind === "stale")
    return `another service goes by that name on a common network (see \`docker network inspect\`), or the resolver on ${where} kept an address that is gone: then \`docker service update --force\` what ${bounded(name3, 80)} names, or restart the engine there`;
  return `the node ${where} has not heard of all tasks: let TCP and UDP 7946 pass between the nodes`;
}
__name(hintFor, "hintFor");

// src/verify/probes/probe-run.ts
import { randomBytes } from "node:crypto";

// src/verify/probes/asks.rules.ts
var ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
var NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?$/;
var PATH = /^\/[A-Za-z0-9/._~-]{0,200}$/;
var isAddress = /* @__PURE__ */ __name((text) => ADDRESS.test(text), "isAddress");
function encodeAsks(asks) {
  return asks.map((ask2, id2) => isAskable(ask2) ? `${lineOf(ask2, id2)}
` : "").join("");
}
__name(encodeAsks, "encodeAsks");
function lineOf(ask2, id2) {
  if (ask2.kind === "resolve") return `resolve ${id2} ${ask2.name}`;
  if (ask2.kind === "redis") return `redis ${id2} ${ask2.port}`;
  if (ask2.kind === "fetch") return `fetch ${id2} ${ask2.port} ${ask2.path}`;
  return `${ask2.kind} ${id2} ${ask2.kind === "reach" ? ask2.host : ask2.address} ${ask2.port}`;
}
__name(lineOf, "lineOf");
function isAskable(ask2) {
  if (ask2.kind === "resolve") return NAME.test(ask2.name);
  const isPort = Number.isInteger(ask2.port) && ask2.port > 0 && ask2.port < 65536;
  if (ask2.kind === "redis") return isPort;
  if (ask2.kind === "fetch") return isPort && PATH.test(ask2.path);
  if (ask2.kind !== "reach") return isPort && isAddress(ask2.address);
  return isPort && (isAddress(ask2.host) || NAME.test(ask2.host) && !/^[\d.]+$/.test(ask2.host));
}
__name(isAskable, "isAskable");
var LINE = /^said (\d{1,6}) (\d{1,3})(?: (.*))?$/s;
var MOST_WORDS = 4e3;
var MOST_PAGE = 7e4;
function readAnswers(asks, text) {
  const heard = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const [, number3, status, words2 = ""] = LINE.exec(line.slice(0, MOST_PAGE)) ?? [];
    const ask2 = asks[Number(number3)];
    if (number3 === void 0 || ask2 === void 0 || heard.has(Number(number3))) continue;
    heard.set(Number(number3), understand(ask2, Number(status), words2));
  }
  return asks.map((ask2, id2) => heard.get(id2) ?? { kind: "unknown", detail: silence(ask2) });
}
__name(readAnswers, "readAnswers");
function silence(ask2) {
  return isAskable(ask2) ? "the probe did not say" : "this cannot be asked";
}
__name(silence, "silence");
function understand(ask2, status, said2) {
  if (ask2.kind === "fetch" || ask2.kind === "redis")
    return said2 === "" ? { kind: "refused" } : { kind: "said", text: said2 };
  const words2 = said2.slice(0, MOST_WORDS);
  if (ask2.kind === "resolve") return understandName(status, words2);
  if (ask2.kind === "datagram" && hasAnswered(ask2, words2)) return { kind: "open" };
  if (ask2.kind !== "datagram" && status === 0) return { kind: "open" };
  if (/^no address:/.test(words2))
    return understandName(1, words2).kind === "no-such-name" ? { kind: "no-such-name" } : { kind: "no-name-answer" };
  if (/refused/i.test(words2)) return { kind: "refused" };
  if (/timed out/i.test(words2)) return { kind: "silent" };
  if (/unreachable|no route/i.test(words2)) return { kind: "unreachable" };
  return { kind: "unknown", detail: bounded(words2 || `status ${status}`) };
}
__name(understand, "understand");
function hasAnswered({ address, port: port2 }, words2) {
  const said2 = `Server: ${address} Address: ${address}:${port2}`;
  return `${words2} `.includes(`${said2} `);
}
__name(hasAnswered, "hasAnswered");
function understandName(status, words2) {
  const answer = words2.slice(words2.indexOf("Name:"));
  if (words2.includes("Name:")) {
    const found = [...answer.matchAll(/Address(?: \d+)?: ((?:\d+\.){3}\d+)(?![\d.:])/g)].map((m) => m[1] ?? "");
    const addresses = [...new Set(found.filter(isAddress))].sort();
    if (addresses.length > 0) return { kind: "named", addresses };
  }
  if (/NXDOMAIN|can't resolve|can't find \S+: No answer|answer:$/i.test(words2.trimEnd()))
    return { kind: "no-such-name" };
  if (/SERVFAIL|timed out|no servers|REFUSED/i.test(words2)) return { kind: "no-name-answer" };
  return { kind: "unknown", detail: bounded(words2 || `status ${status}`) };
}
__name(understandName, "understandName");
var LISTEN = /^listen \d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) \S+ 0A$/;
var MOST_LISTENERS = 256;
function readListeners(text) {
  const lines = text.split("\n");
  const end = lines.indexOf("ready");
  if (end < 0) return void 0;
  const found = lines.slice(0, end).flatMap((line) => {
    const [, address = "", port2 = ""] = LISTEN.exec(line) ?? [];
    const where = port2 === "" ? "loopback" : addressOf(address);
    return where === "loopback" ? [] : [{ port: Number.parseInt(port2, 16), address: where }];
  });
  const keyOf = /* @__PURE__ */ __name((one) => `${one.address ?? ""}:${one.port}`, "keyOf");
  return [...new Map(found.map((one) => [keyOf(one), one])).values()].slice(0, MOST_LISTENERS);
}
__name(readListeners, "readListeners");
function addressOf(hex) {
  if (/^0+$/.test(hex)) return void 0;
  const isMapped = hex.length === 8 || /^0{16}FFFF0000/.test(hex);
  if (!isMapped) return "loopback";
  const bytes = [...hex.slice(-8).match(/../g) ?? []].reverse().map((byte) => Number.parseInt(byte, 16));
  return bytes[0] === 127 ? "loopback" : bytes.join(".");
}
__name(addressOf, "addressOf");

// src/verify/probes/probe-script.ts
var PROBE_SCRIPT = `
set -f
box=/bin/busybox
patience=\${2:-1}
most=\${3:-100}
wait=$((2 * patience))
connect() {
  words=$($box nc -w $wait "$2" "$3" -e $box true </dev/null 2>&1)
  echo "said $1 $?" $words
}
datagram() {
  read -r token </proc/sys/kernel/random/uuid
  words=$($box nslookup -type=a -port="$3" -timeout=$wait -retry=3 "$token.invalid" "$2" </dev/null 2>&1)
  echo "said $1 $?" $words
}
resolve() {
  words=$($box nslookup -type=a -timeout=$wait -retry=1 "$2" 127.0.0.11 </dev/null 2>&1)
  echo "said $1 $?" $words
}
reach() {
  case $2 in
    *[!0-9.]*)
      words=$($box nslookup -type=a -timeout=$wait -retry=1 "$2" </dev/null 2>&1)
      address=
      isAnswer=
      for word in $words; do
        case $word in
          Name:) isAnswer=1 ;;
          *[!0-9.]* | [0-9]) ;;
          *.*.*.*) [ -z "$isAnswer" ] || [ -n "$address" ] || address=$word ;;
        esac
      done
      if [ -z "$address" ]; then
        echo "said $1 1 no address:" $words
        return
      fi
      ;;
    *) address=$2 ;;
  esac
  connect "$1" "$address" "$3"
}
fetch() {
  words=$($box nc -w 5 127.0.0.1 "$2" -e $box ash -c '
    printf "GET %s HTTP/1.0\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n" "$1"
    exec /bin/busybox timeout 8 /bin/busybox head -c 65536 >&2
  ' page "$3" </dev/null 2>&1)
  case $words in HTTP/1.*) ;; *) words= ;; esac
  echo "said $1 0" $words
}
redis() {
  words=$($box nc -w 3 127.0.0.1 "$2" -e $box ash -c 'echo PING; read -r -t 3 said; echo "$said" >&2' </dev/null 2>&1)
  case $words in
    +PONG* | -NOAUTH* | -ERR*auth* | -DENIED*) echo "said $1 0 redis" ;;
    *) echo "said $1 1" ;;
  esac
}
for table in /proc/net/tcp /proc/net/tcp6; do
  [ -r $table ] && while read -r number local remote state rest; do
    [ "$state" = 0A ] && echo "listen $number $local $remote $state"
  done <$table
done
echo ready
turns=0
until [ -e /probe/go ]; do
  turns=$((turns + 1))
  [ $turns -gt $((240 * patience)) ] && exit 3
  $box sleep 0.25
done
running=0
while read -r kind id first second; do
  case $kind in
    connect | datagram | resolve | reach | fetch | redis) $kind "$id" "$first" "$second" & ;;
  esac
  running=$((running + 1))
  if [ $running -ge $most ]; then
    wait
    running=0
  fi
done </probe/$1
wait
echo done
`;

// src/verify/probes/probe-container.ts
var asksAtOnce = /* @__PURE__ */ __name(({ atOnce }) => Math.min(100, 4 + 6 * atOnce), "asksAtOnce");
var MOST_BYTES = 4 * 1024 * 1024;
async function startProbe(engine, probe, signal) {
  if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const { Id } = await engine.json("POST", "/containers/create", {
    query: { name: probe.name },
    body: {
      Image: probe.image,
      Entrypoint: ["/bin/busybox", "ash", "-c", PROBE_SCRIPT],
      Cmd: ["probe", probe.number, probe.pace.patience, asksAtOnce(probe.pace)].map(String),
      User: "0:0",
      Labels: probe.labels,
      HostConfig: {
        NetworkMode: `container:${probe.inside}`,
        CapDrop: ["ALL"],
        SecurityOpt: ["no-new-privileges"],
        Mounts: [
          {
            Type: "volume",
            Source: probe.volume,
            Target: "/probe",
            VolumeOptions: { Labels: probe.labels, NoCopy: true }
          }
        ],
        // The engine's own default may be a driver that cannot be read back.
        LogConfig: { Type: "json-file", Config: {} }
      }
    }
  });
  await engine.json("POST", `/containers/${Id}/start`, { signal });
  return Id;
}
__name(startProbe, "startProbe");
async function giveAsks(engine, id2, asks, signal) {
  const body = await packArchive([
    ...asks.map((one) => ({
      kind: "file",
      path: `probe/${one.number}`,
      content: encodeAsks(one.asks)
    })),
    { kind: "file", path: "probe/go", content: "" }
  ]);
  await engine.json("PUT", `/containers/${id2}/archive`, {
    query: { path: "/" },
    body,
    contentType: "application/x-tar",
    signal
  });
}
__name(giveAsks, "giveAsks");
async function readProbe(engine, id2, signal) {
  const stream = await engine.stream("GET", `/containers/${id2}/logs`, { query: { stdout: true }, signal });
  const frames = createDemultiplexer();
  const pieces = [];
  let room = MOST_BYTES;
  try {
    for await (const chunk of stream) {
      for (const { data } of frames.push(chunk)) {
        pieces.push(data.subarray(0, Math.max(0, room)));
        room -= data.length;
      }
      if (room <= 0) break;
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(pieces).toString("utf8");
}
__name(readProbe, "readProbe");
async function removeProbe(engine, idOrName) {
  await engine.json("DELETE", `/containers/${idOrName}`, { query: { force: true, v: true } }).catch(() => void 0);
}
__name(removeProbe, "removeProbe");

// src/verify/probes/probe-image.ts
import { readFile } from "node:fs/promises";

// src/verify/probes/static-program.rules.ts
var MACHINES = { amd64: 62, arm64: 183, arm: 40, ppc64le: 21, s390x: 22 };
var PT_INTERP = 3;
function isStaticProgram(file, architecture) {
  if (file.length < 64 || file.readUInt32BE(0) !== 2135247942 || file[5] !== 1) return false;
  if (file.readUInt16LE(18) !== MACHINES[architecture]) return false;
  const is64 = file[4] === 2;
  const start = is64 ? Number(file.readBigUInt64LE(32)) : file.readUInt32LE(28);
  const size = file.readUInt16LE(is64 ? 54 : 42);
  const count3 = file.readUInt16LE(is64 ? 56 : 44);
  for (let i = 0; i < count3; i++) {
    const at = start + i * size;
    if (at + 4 > file.length || file.readUInt32LE(at) === PT_INTERP) return false;
  }
  return count3 > 0;
}
__name(isStaticProgram, "isStaticProgram");

// src/verify/probes/probe-image.ts
var BUSYBOX = ["/bin/busybox", "/usr/bin/busybox", "/usr/local/bin/busybox"];
var OFFICIAL = /^(?:busybox|alpine):[\w.-]+$/;
var PULLED = "alpine:latest";
async function provideProbeImage(engine, name3, labels2, signal) {
  const { Arch } = await engine.json("GET", "/version", { signal });
  const busybox = await localBusybox(Arch);
  const remove = /* @__PURE__ */ __name((reference, force) => () => engine.json("DELETE", `/images/${reference}`, { query: { force } }).catch(() => void 0), "remove");
  if (busybox) {
    const reference = `${name3}:latest`;
    const folders = ["bin", "probe", "proc", "sys", "dev", "etc"];
    await importImage(
      engine,
      reference,
      [
        ...folders.map((path6) => ({ kind: "folder", path: path6 })),
        { kind: "file", path: "bin/busybox", content: busybox, mode: 493 }
      ],
      { labels: labels2, signal }
    ).catch(async (error2) => {
      await remove(reference, true)();
      throw error2;
    });
    return { reference, remove: remove(reference, true) };
  }
  const listed2 = await engine.json("GET", "/images/json", { signal });
  const there = listed2.flatMap((image2) => image2.RepoTags ?? []).find((tag) => OFFICIAL.test(tag));
  if (there) return { reference: there, remove: /* @__PURE__ */ __name(async () => void 0, "remove") };
  await pull(engine, signal);
  return { reference: PULLED, remove: remove(PULLED, false) };
}
__name(provideProbeImage, "provideProbeImage");
async function pull(engine, signal) {
  try {
    const [fromImage, tag] = PULLED.split(":");
    const answer = await engine.stream("POST", "/images/create", {
      query: { fromImage, tag },
      timeoutMs: 6e4,
      signal
    });
    await readProgress(`pulling ${PULLED}`, answer);
  } catch (cause) {
    const known = classify(cause);
    if (known.code === "cancelled" || known.code === "engine-lost") throw known;
    throw new SwarmlineError("not-found", "no image with busybox can be had for the probes", {
      hint: "install busybox-static on this machine, or make alpine available to the nodes",
      cause
    });
  }
}
__name(pull, "pull");
var read;
async function localBusybox(architecture) {
  read ??= Promise.all(BUSYBOX.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  return (await read).find((file) => isStaticProgram(file, architecture));
}
__name(localBusybox, "localBusybox");

// src/verify/probes/probe-station.ts
var START_DEADLINE_MS = 1e4;
var ANSWER_DEADLINE_MS = 6e4;
var LOOK_EVERY_MS = 200;
function openStation(engine, run, labels2, fx) {
  const { clock, signal } = fx;
  let image2;
  const nameOf4 = /* @__PURE__ */ __name((number3) => `${run}-${number3}`, "nameOf");
  return {
    async prepare() {
      image2 = await provideProbeImage(engine, run, labels2, signal);
    },
    async start(number3, inside) {
      const reference = image2?.reference ?? "";
      const pace = fx.pace?.() ?? UNMEASURED;
      const probe = { name: nameOf4(number3), number: number3, image: reference, volume: run, inside, labels: labels2, pace };
      await startProbe(engine, probe, signal);
      return waitFor(
        "the probe\u2019s first lines",
        async () => readListeners(await readProbe(engine, nameOf4(number3), signal)),
        { clock, deadlineMs: START_DEADLINE_MS * pace.patience, everyMs: 50 * pace.patience, signal }
      );
    },
    async ask(asks) {
      const [first] = asks;
      if (!first) return;
      await giveAsks(engine, nameOf4(first.number), asks, signal);
      await waitFor("the probes\u2019 answers", () => areDone(engine, run, signal), {
        clock,
        deadlineMs: ANSWER_DEADLINE_MS * patienceOf(fx),
        everyMs: LOOK_EVERY_MS * patienceOf(fx),
        signal
      }).catch((error2) => {
        if (classify(error2).code !== "timed-out") throw error2;
      });
    },
    read: /* @__PURE__ */ __name((number3) => readProbe(engine, nameOf4(number3), signal), "read"),
    // By name: a probe may have been made though the answer never came.
    drop: /* @__PURE__ */ __name((number3) => removeProbe(engine, nameOf4(number3)), "drop"),
    async close() {
      await image2?.remove();
      await engine.json("DELETE", `/volumes/${run}`, { query: { force: true } }).catch(() => void 0);
    }
  };
}
__name(openStation, "openStation");
async function areDone(engine, run, signal) {
  const filters = JSON.stringify({ label: [`${LABEL.run}=${run}`], status: ["created", "running"] });
  const running = await engine.json("GET", "/containers/json", { query: { filters }, signal });
  return running.length > 0 ? void 0 : true;
}
__name(areDone, "areDone");
var HANDS = 4;
async function inHands(items, work, most = HANDS) {
  const rest = items.values();
  const hands = Array.from({ length: Math.max(1, Math.min(HANDS, most)) }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.allSettled(hands);
  await Promise.all(hands);
}
__name(inHands, "inHands");

// src/verify/probes/probe-run.ts
async function runProbes(sources, plan, fx, labels2 = {}) {
  const run = `swarmline-probe-${randomBytes(6).toString("hex")}`;
  const marks = { ...labels2, [LABEL.run]: run, [LABEL.created]: new Date(fx.clock.now()).toISOString() };
  const outcomes = /* @__PURE__ */ new Map();
  const listeners = /* @__PURE__ */ new Map();
  const stations = [...Map.groupBy(sources, (source) => source.engine.socketPath).values()].map((own2) => ({
    own: [...own2.entries()],
    station: openStation(own2[0]?.engine, run, marks, fx)
  }));
  const lanes = createLanes(
    () => fx.pace?.().atOnce ?? Number.POSITIVE_INFINITY,
    () => true
  );
  const inLane = /* @__PURE__ */ __name(async (work) => {
    const lane = await lanes.enter(fx.signal, true);
    return work().finally(() => lane.leave());
  }, "inLane");
  const handsOf = /* @__PURE__ */ __name(() => Math.floor((fx.pace?.().atOnce ?? Number.POSITIVE_INFINITY) / stations.length), "handsOf");
  const failed = /* @__PURE__ */ __name((source, error2) => {
    const known = classify(error2);
    if (known.code === "cancelled" || fx.signal.aborted) throw known;
    outcomes.set(source.key, { isRun: false, reason: bounded(explain(known), 200) });
  }, "failed");
  const everywhere = /* @__PURE__ */ __name((work) => Promise.all(
    stations.map(
      (group) => work(group).catch((error2) => {
        for (const [, source] of group.own) if (!outcomes.has(source.key)) failed(source, error2);
      })
    )
  ), "everywhere");
  const each = /* @__PURE__ */ __name(({ own: own2, station }, work) => inHands(own2, async ([number3, source]) => {
    if (outcomes.has(source.key)) return;
    await work(source, number3).catch(async (error2) => {
      failed(source, error2);
      await station.drop(number3);
    });
  }), "each");
  try {
    await everywhere(async (group) => {
      await inLane(() => group.station.prepare());
      await each(group, async (source, number3) => {
        listeners.set(source.key, await inLane(() => group.station.start(number3, source.containerId)));
      });
    });
    const asks = await plan(listeners);
    const asksOf = /* @__PURE__ */ __name((source) => asks.get(source.key) ?? [], "asksOf");
    await everywhere(async (group) => {
      const ready = group.own.filter(([, source]) => !outcomes.has(source.key));
      await group.station.ask(ready.map(([number3, source]) => ({ number: number3, asks: asksOf(source) })));
      await each(group, async (source, number3) => {
        outcomes.set(source.key, {
          isRun: true,
          listeners: listeners.get(source.key) ?? [],
          asks: [...asksOf(source)],
          answers: readAnswers(asksOf(source), await inLane(() => group.station.read(number3)))
        });
      });
    });
  } finally {
    await Promise.all(stations.map(({ own: own2, station }) => close(station, own2.length, handsOf())));
  }
  return outcomes;
}
__name(runProbes, "runProbes");
async function close(station, count3, hands) {
  await inHands([...Array(count3).keys()], (number3) => station.drop(number3), hands);
  await station.close();
}
__name(close, "close");

// src/verify/checks/isolation-ports.rules.ts
function portEdges(services, published, { must, mustNot }) {
  const edgesOf = /* @__PURE__ */ __name((rules, expected) => rules.flatMap(
    ({ from, to, port: port2, protocol }) => protocol !== "tcp" ? [] : pairsOf(services, from, to).map((pair) => ({ ...pair, port: port2, expected }))
  ), "edgesOf");
  return [...edgesOf(must, "open"), ...edgesOf(mustNot, "blocked")].map(({ from, to, port: port2, expected }) => {
    const looks = published.filter((edge) => edge.to === to.name && edge.port === port2);
    const look2 = looks.find((edge) => edge.from === from.name);
    const isPublished = to.published.some((one) => one.port === port2);
    const isHole = expected === "blocked" && look2?.isOpenSomewhere;
    const seen = isHole ? "open" : look2?.state ?? (isPublished ? "unknown" : "not-published");
    const isOpenToSome = looks.some((edge) => edge.isOpenSomewhere);
    return { from: from.name, to: to.name, port: port2, expected, seen, isOpenToSome };
  });
}
__name(portEdges, "portEdges");
function pairsOf(services, from, to) {
  const names2 = services.map((service2) => service2.name);
  for (const name3 of [from, to])
    if (name3 !== "*" && !names2.includes(name3))
      throw new SwarmlineError("input", `the stack has no service ${JSON.stringify(name3)}`, {
        hint: `it has ${names2.join(", ") || "none"}`
      });
  const meant = /* @__PURE__ */ __name((name3) => services.filter((service2) => name3 === "*" || service2.name === name3), "meant");
  return meant(from).flatMap(
    (source) => meant(to).flatMap((target) => source === target ? [] : [{ from: source, to: target }])
  );
}
__name(pairsOf, "pairsOf");
function judgePort({
  expected,
  seen,
  isOpenToSome
}) {
  if (seen === "unknown") return "unknown";
  if (expected === "open") return seen === "open" ? "as-expected" : "unexpected";
  if (seen === "open") return "unexpected";
  return seen === "not-published" || isOpenToSome ? "as-expected" : "unknown";
}
__name(judgePort, "judgePort");
function portWords(edge) {
  const { from, to, port: port2, seen } = edge;
  const arrow2 = `${bounded(from, 64)} -> ${bounded(to, 64)}:${port2}`;
  if (seen === "not-published") return `${arrow2} is not published`;
  if (judgePort(edge) === "unknown") return `${arrow2} (nobody got through that published port)`;
  return `${arrow2} is ${seen}, through a published port`;
}
__name(portWords, "portWords");

// src/verify/checks/isolation-edges.rules.ts
var RULE = /^\s*(\S+)\s*->\s*([^\s:]+)(?::(\d{1,5})(\/udp)?)?\s*$/;
function parseEdgeRule(text) {
  const [, from, to, port2, udp] = RULE.exec(text) ?? [];
  if (from === void 0 || to === void 0)
    throw new SwarmlineError("input", `${JSON.stringify(text)} is no edge`, {
      hint: "write: backend -> redis"
    });
  if (port2 === void 0) return { from, to };
  return { from, to, port: Number(port2), protocol: udp === void 0 ? "tcp" : "udp" };
}
__name(parseEdgeRule, "parseEdgeRule");
function expectedEdges(services, all) {
  const onNetworks = /* @__PURE__ */ __name((some) => some.filter((rule2) => rule2.port === void 0), "onNetworks");
  const rules = { must: onNetworks(all.must), mustNot: onNetworks(all.mustNot) };
  const names2 = services.map((service2) => service2.name);
  for (const { from, to } of [...rules.must, ...rules.mustNot])
    for (const name3 of [from, to])
      if (name3 !== "*" && !names2.includes(name3))
        throw new SwarmlineError("input", `the stack has no service ${JSON.stringify(name3)}`, {
          hint: `it has ${names2.join(", ") || "none"}`
        });
  return services.flatMap(
    (from) => services.filter((to) => to.name !== from.name).map((to) => {
      const shared = from.networks.filter((network) => to.networks.includes(network));
      const ruled = ruleFor(from.name, to.name, rules);
      return {
        from: from.name,
        to: to.name,
        expected: ruled ?? (shared.length > 0 ? "open" : "blocked"),
        shared,
        isRuled: ruled !== void 0
      };
    })
  );
}
__name(expectedEdges, "expectedEdges");
function ruleFor(from, to, { must, mustNot }) {
  const strength = /* @__PURE__ */ __name((rules) => Math.max(
    0,
    ...rules.filter((rule2) => [from, "*"].includes(rule2.from) && [to, "*"].includes(rule2.to)).map((rule2) => 1 + Number(rule2.from !== "*") + Number(rule2.to !== "*"))
  ), "strength");
  const [open3, blocked] = [strength(must), strength(mustNot)];
  if (open3 === 0 && blocked === 0) return void 0;
  if (open3 === blocked)
    throw new SwarmlineError("input", `${from} -> ${to} must be, and must not be`, {
      hint: "take one of the two rules away"
    });
  return open3 > blocked ? "open" : "blocked";
}
__name(ruleFor, "ruleFor");

// src/verify/checks/isolation-observe.rules.ts
function observe(services, sightings, wanted2 = () => true) {
  const alive = listening(sightings, services);
  const pairs = services.flatMap(
    (from) => services.filter((to) => to !== from && wanted2(from.name, to.name)).map((to) => ({ from, to }))
  );
  return {
    edges: pairs.map(({ from, to }) => {
      const own2 = sightings.filter((sighting) => sighting.from.service.name === from.name);
      const lost = own2.flatMap((one) => one.isRun ? [] : [`the probe of ${from.name} failed: ${one.reason}`]);
      const steps = own2.flatMap((one) => one.isRun ? stepsTo(to.name, one, alive) : []);
      const reasons = [...lost, ...silence2(from, to, own2)];
      return edgeOf(from.name, to.name, steps, reasons);
    }),
    published: pairs.flatMap(({ from, to }) => publishedOf(from.name, to.name, sightings))
  };
}
__name(observe, "observe");
function listening(sightings, services) {
  const known = /* @__PURE__ */ new Set();
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand;
      const counts2 = purpose.kind === "self" || purpose.kind === "path" && purpose.via === "task";
      if (counts2 && answers(answer, purpose.isKnock)) known.add(placeOf(purpose));
    }
  for (const service2 of services)
    for (const vip of service2.vips)
      for (const at of service2.tasks.flatMap((task) => task.attachments))
        for (const place of [...known].filter((one) => one.startsWith(`${vip.network}/${at.address}:`)))
          known.add(`${vip.network}/${vip.address}:${place.slice(place.lastIndexOf(":") + 1)}`);
  return known;
}
__name(listening, "listening");
function answers(answer, isKnock) {
  return answer.kind === "open" || isKnock && answer.kind === "refused";
}
__name(answers, "answers");
function placeOf({
  network,
  address,
  port: port2
}) {
  return `${network}/${address}:${port2}`;
}
__name(placeOf, "placeOf");
function stepsTo(to, sighting, alive) {
  const { heard } = sighting;
  const isProven = /* @__PURE__ */ __name((kind) => heard.some(({ errand, answer }) => kind.includes(errand.purpose.kind) && answer.kind === "open"), "isProven");
  const canConnect = isProven(["prober", "self", "path"]);
  const canResolve = resolves(sighting);
  const isMasked = /* @__PURE__ */ __name(({ network, port: port2, isKnock }) => heard.some(
    ({ errand: { purpose: p }, answer }) => p.kind === "decoy" && p.network === network && p.port === port2 && answers(answer, isKnock)
  ), "isMasked");
  return heard.flatMap(({ errand: { purpose }, answer }) => {
    if (purpose.kind === "name" && purpose.to === to)
      return [{ network: "", isName: true, isKnock: false, ...nameState(purpose, answer, canResolve) }];
    if (purpose.kind !== "path" || purpose.to !== to) return [];
    const { isKnock } = purpose;
    const way = isKnock ? `${purpose.via} ${purpose.address}, where nothing listens, on ${purpose.network}` : `${purpose.via} ${purpose.address}:${purpose.port} on ${purpose.network}`;
    const step = /* @__PURE__ */ __name((state, words2) => [
      { state, words: words2, network: purpose.network, isName: false, isKnock }
    ], "step");
    if (answers(answer, isKnock))
      return purpose.via === "across" && isMasked(purpose) ? isKnock ? (
        // Nothing listens, and it is as if nobody were there: whoever asks cannot tell it from nobody.
        step("blocked", `${way}: the same as where nobody is`)
      ) : step("unknown", `${way}: an address that nobody has answers there too`) : step("open", way);
    if (!isFailure(answer)) return step("unknown", `${way}: ${detailOf(answer)}`);
    if (!canConnect)
      return step("unknown", `the probe of ${sighting.from.service.name} reached nothing at all`);
    if (!alive.has(placeOf(purpose)))
      return step(
        "unknown",
        isKnock ? `nothing shows that ${to} answers at all` : `nothing shows that ${to} listens on ${purpose.port}`
      );
    return step("blocked", `${way} (${answer.kind})`);
  });
}
__name(stepsTo, "stepsTo");
function isFailure(answer) {
  return answer.kind === "refused" || answer.kind === "silent" || answer.kind === "unreachable";
}
__name(isFailure, "isFailure");
function detailOf(answer) {
  return answer.kind === "unknown" ? answer.detail : answer.kind;
}
__name(detailOf, "detailOf");
function nameState(purpose, answer, canResolve) {
  const words2 = `the name ${purpose.name}`;
  if (answer.kind === "named")
    return meets(answer.addresses, purpose.truth) ? { state: "open", words: words2 } : { state: "blocked", words: `${words2} (it is ${answer.addresses.slice(0, 3).join(", ")})` };
  if (answer.kind !== "no-such-name" && answer.kind !== "no-name-answer")
    return { state: "unknown", words: `${words2}: ${detailOf(answer)}` };
  return canResolve ? { state: "blocked", words: words2 } : { state: "unknown", words: `${words2}: the resolver does not know the asker either` };
}
__name(nameState, "nameState");
function resolves({ heard }) {
  return heard.some(
    ({ errand: { purpose }, answer }) => purpose.kind === "resolver" && answer.kind === "named" && meets(answer.addresses, purpose.truth)
  );
}
__name(resolves, "resolves");
var meets = /* @__PURE__ */ __name((some, others) => some.some((one) => others.includes(one)), "meets");
function silence2(from, to, own2) {
  return [
    ...own2.length === 0 ? [`${from.name} has no running task`] : [],
    ...to.tasks.length === 0 ? [`${to.name} has no running task`] : [],
    ...[from, to].filter((service2) => service2.networks.includes("host")).map((service2) => `${service2.name} is on its node's own network, where nothing is apart`)
  ];
}
__name(silence2, "silence");
function edgeOf(from, to, steps, reasons) {
  const ways = steps.filter((step) => !step.isName);
  const isQuiet = ways.length > 0 && ways.every((step) => step.isKnock);
  const isSilent = ways.length === 0 && reasons.length === 0 || isQuiet;
  const of = /* @__PURE__ */ __name((state) => steps.filter((step) => step.state === state), "of");
  const words2 = /* @__PURE__ */ __name((state) => [...new Set(of(state).map((step) => step.words))], "words");
  return {
    from,
    to,
    tcp: stateOf(ways, reasons.length > 0),
    name: stateOf(
      steps.filter((step) => step.isName),
      reasons.length > 0
    ),
    openBy: words2("open"),
    blockedBy: words2("blocked"),
    openOn: [...new Set(of("open").flatMap((step) => step.isName ? [] : step.network))],
    unknownBecause: [
      .../* @__PURE__ */ new Set([...reasons, ...words2("unknown"), ...isSilent ? [`${to} listens on no port`] : []])
    ],
    isQuiet
  };
}
__name(edgeOf, "edgeOf");
function stateOf(steps, isLacking) {
  if (steps.some((step) => step.state === "open")) return "open";
  if (isLacking || steps.length === 0 || steps.some((step) => step.state === "unknown")) return "unknown";
  return "blocked";
}
__name(stateOf, "stateOf");
function publishedOf(from, to, sightings) {
  const heard = sightings.flatMap((one) => one.isRun && one.from.service.name === from ? one.heard : []);
  const ports = /* @__PURE__ */ new Map();
  for (const { errand, answer } of heard) {
    const { purpose } = errand;
    if (purpose.kind !== "published" || purpose.to !== to) continue;
    const state = answer.kind === "open" ? "open" : isFailure(answer) ? "blocked" : "unknown";
    const said2 = ports.get(purpose.port) ?? [];
    said2.push({ state, words: `${purpose.node}: ${answer.kind}` });
    ports.set(purpose.port, said2);
  }
  return [...ports].map(([port2, said2]) => ({
    from,
    to,
    port: port2,
    state: said2.every((one) => one.state === "open") ? "open" : said2.some((one) => one.state === "blocked") ? "blocked" : "unknown",
    isOpenSomewhere: said2.some((one) => one.state === "open"),
    said: said2.map((one) => one.words)
  }));
}
__name(publishedOf, "publishedOf");

// src/verify/checks/isolation-udp.rules.ts
function udpRules(services, { must, mustNot }) {
  const ports = new Set([...must, ...mustNot].flatMap((rule2) => rule2.protocol === "udp" ? rule2.port : []));
  return [...ports].flatMap((port2) => {
    const of = /* @__PURE__ */ __name((rules) => rules.filter((rule2) => rule2.protocol === "udp" && rule2.port === port2), "of");
    const own2 = { must: of(must), mustNot: of(mustNot) };
    const pairs = [...own2.must, ...own2.mustNot].flatMap((rule2) => pairsOf(services, rule2.from, rule2.to));
    const once = new Map(pairs.map((pair) => [`${pair.from.name} ${pair.to.name}`, pair]));
    return [...once.values()].flatMap(({ from, to }) => {
      const expected = ruleFor(from.name, to.name, own2);
      return expected ? [{ from: from.name, to: to.name, port: port2, expected }] : [];
    });
  });
}
__name(udpRules, "udpRules");
function udpEdges(services, sightings, rules) {
  const controls = controlsOf(services, sightings);
  const named2 = new Map(services.map((service2) => [service2.name, service2]));
  return rules.map((rule2) => {
    const own2 = sightings.filter((sighting) => sighting.from.service.name === rule2.from);
    const [from, to] = [named2.get(rule2.from), named2.get(rule2.to)];
    const reasons = [
      ...own2.flatMap((one) => one.isRun ? [] : [`the probe of ${rule2.from} failed: ${one.reason}`]),
      ...from && to ? silence2(from, to, own2) : [`${from ? rule2.to : rule2.from} is there no more`]
    ];
    const steps = own2.flatMap((one) => one.isRun ? stepsTo2(rule2, one, controls) : []);
    return { ...rule2, steps: [...steps, ...reasons.map((words2) => ({ state: "unknown", words: words2 }))] };
  });
}
__name(udpEdges, "udpEdges");
function controlsOf(services, sightings) {
  const answered = /* @__PURE__ */ new Set();
  const closed = /* @__PURE__ */ new Set();
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand;
      const isSelf = purpose.kind === "udp-self";
      if (!isSelf && !(purpose.kind === "udp-way" && purpose.via === "task")) continue;
      if (answer.kind === "open") answered.add(placeOf(purpose));
      if (answer.kind === "refused" && isSelf) closed.add(placeOf(purpose));
    }
  for (const { vips, tasks } of services)
    for (const { network, address } of vips) {
      const behind2 = tasks.flatMap((task) => task.attachments.filter((at) => at.network === network));
      for (const port2 of new Set([...answered, ...closed].map(portIn))) {
        const places = behind2.map((at) => placeOf({ ...at, port: port2 }));
        const vip = placeOf({ network, address, port: port2 });
        if (places.some((place) => answered.has(place))) answered.add(vip);
        if (places.length > 0 && places.every((place) => closed.has(place))) closed.add(vip);
      }
    }
  return { answered, closed };
}
__name(controlsOf, "controlsOf");
var portIn = /* @__PURE__ */ __name((place) => Number(place.slice(place.lastIndexOf(":") + 1)), "portIn");
function stepsTo2(rule2, sighting, controls) {
  const { heard } = sighting;
  const canSend = resolves(sighting) || heard.some(({ errand, answer }) => isUdp(errand.purpose.kind) && hasReached(answer.kind));
  const isMasked = /* @__PURE__ */ __name((network) => heard.some(
    ({ errand: { purpose: p }, answer }) => p.kind === "udp-decoy" && p.network === network && p.port === rule2.port && hasReached(answer.kind)
  ), "isMasked");
  return heard.flatMap(({ errand: { purpose }, answer }) => {
    if (purpose.kind !== "udp-way" || purpose.to !== rule2.to || purpose.port !== rule2.port) return [];
    const { via, address, port: port2, network } = purpose;
    const way = `${via} ${address}:${port2} on ${network}`;
    const place = placeOf(purpose);
    const unknown2 = /* @__PURE__ */ __name((words2) => [{ state: "unknown", words: words2 }], "unknown");
    if (hasReached(answer.kind) && via === "across" && isMasked(network))
      return unknown2(`${way}: an address that nobody has answers there too`);
    if (answer.kind === "open") return [{ state: "open", words: way }];
    if (!isFailure(answer)) return unknown2(`${way}: ${detailOf(answer)}`);
    if (controls.answered.has(place) && canSend)
      return [{ state: "blocked", words: `${way} (${answer.kind})` }];
    if (answer.kind === "refused" && controls.closed.has(place))
      return [{ state: "refused", words: `${way} (refused: nothing listens there)` }];
    return unknown2(
      canSend ? `nothing shows that ${rule2.to} answers on ${port2} by UDP` : `the probe of ${rule2.from} reached nothing at all by UDP`
    );
  });
}
__name(stepsTo2, "stepsTo");
var isUdp = /* @__PURE__ */ __name((kind) => ["udp-way", "udp-self"].includes(kind), "isUdp");
var hasReached = /* @__PURE__ */ __name((kind) => kind === "open" || kind === "refused", "hasReached");
function judgeUdp({ expected, steps }) {
  const has = /* @__PURE__ */ __name((...states) => steps.some((step) => states.includes(step.state)), "has");
  if (expected === "open" ? has("blocked") : has("open", "refused")) return "unexpected";
  if (steps.length === 0 || has("unknown", "refused")) return "unknown";
  return "as-expected";
}
__name(judgeUdp, "judgeUdp");
function udpWords(edge) {
  const { from, to, port: port2, expected, steps } = edge;
  const arrow2 = `${bounded(from, 64)} -> ${bounded(to, 64)}:${port2}/udp`;
  const said2 = /* @__PURE__ */ __name((...states) => bounded(
    [...new Set(steps.filter((step) => states.includes(step.state)).map((step) => step.words))].slice(0, 2).join(", ")
  ), "said");
  if (judgeUdp(edge) === "unknown") return `${arrow2} (${said2("unknown", "refused") || "nothing was heard"})`;
  return seenOf(edge) === "blocked" ? `${arrow2} is blocked: ${said2("blocked")}` : `${arrow2} is ${expected === "blocked" && !steps.some((step) => step.state === "open") ? "reached" : "open"}: ${said2("open", "refused")}`;
}
__name(udpWords, "udpWords");
function seenOf(edge) {
  const verdict = judgeUdp(edge);
  if (verdict === "unknown") return "unknown";
  return verdict === "as-expected" === (edge.expected === "open") ? "open" : "blocked";
}
__name(seenOf, "seenOf");

// src/verify/checks/isolation.rules.ts
function judgeEdge({ expected, observed }) {
  const { tcp: tcp3, name: name3, blockedBy } = observed;
  if (expected.expected === "blocked") {
    if (tcp3 === "open" || name3 === "open") return "unexpected";
    return tcp3 === "blocked" && name3 === "blocked" ? "as-expected" : "unknown";
  }
  if (blockedBy.length > 0) return "unexpected";
  if (observed.isQuiet && expected.isRuled) return "unknown";
  return tcp3 === "open" && name3 === "open" ? "as-expected" : "unknown";
}
__name(judgeEdge, "judgeEdge");
var MOST_NAMED = 5;
function judgeIsolation(evidence) {
  const { edges: edges2, services } = evidence;
  const open3 = edges2.filter((edge) => edge.expected.expected === "open").length;
  const expected = `${open3} of ${count(edges2.length, "edge")} between ${count(services.length, "service")} open, the others blocked`;
  const judged = edges2.map((edge) => ({ edge, verdict: judgeEdge(edge) }));
  const wrong = judged.filter((one) => one.verdict === "unexpected").map((one) => one.edge);
  const unknown2 = judged.filter((one) => one.verdict === "unknown").map((one) => one.edge);
  const figures = {
    services: services.length,
    edges: edges2.length,
    asExpected: edges2.length - wrong.length - unknown2.length,
    unexpected: wrong.length,
    unknown: unknown2.length,
    lookOuts: evidence.lookOuts,
    rounds: evidence.rounds
  };
  const wrongPorts = evidence.ports.filter((port2) => judgePort(port2) === "unexpected");
  const unknownPorts = evidence.ports.filter((port2) => judgePort(port2) === "unknown");
  const [first] = wrong;
  const wrongUdp = evidence.udp.filter((edge) => judgeUdp(edge) === "unexpected");
  const unknownUdp = evidence.udp.filter((edge) => judgeUdp(edge) === "unknown");
  const surprises = [
    ...first ? [named(wrong, surprise)] : [],
    ...wrongPorts.length > 0 ? [named(wrongPorts, portWords)] : [],
    ...wrongUdp.length > 0 ? [named(wrongUdp, udpWords)] : []
  ].join("; ");
  if (first) return fail(expected, surprises, hintFor2(first), figures);
  const [firstPort] = wrongPorts;
  if (firstPort) return fail(expected, surprises, portHint(firstPort), figures);
  const [firstUdp] = wrongUdp;
  if (firstUdp) return fail(expected, surprises, udpHint(firstUdp), figures);
  if (edges2.length === 0)
    return inconclusive(expected, "there are no two services to look at", "deploy the stack first", figures);
  if (unknown2.length > 0)
    return inconclusive(
      expected,
      `${count(unknown2.length, "edge")} not known: ${named(unknown2, doubt)}`,
      "see that every service runs and listens, then look again",
      figures
    );
  if (unknownPorts.length > 0)
    return inconclusive(
      expected,
      `${count(unknownPorts.length, "published port")} not known: ${named(unknownPorts, portWords)}`,
      "see that the service runs, listens and is published, then look again",
      figures
    );
  if (unknownUdp.length > 0)
    return inconclusive(
      expected,
      `${count(unknownUdp.length, "edge")} by UDP not known: ${named(unknownUdp, udpWords)}`,
      "only an answer shows that a port of UDP is there: let the target send back what comes, then look again",
      figures
    );
  return pass(expected, `${open3} open and ${edges2.length - open3} blocked, as they must be`, figures);
}
__name(judgeIsolation, "judgeIsolation");
function named(edges2, words2) {
  const rest = edges2.length - MOST_NAMED;
  const shown2 = edges2.slice(0, MOST_NAMED).map(words2).join("; ");
  return rest > 0 ? `${shown2}; and ${rest} more` : shown2;
}
__name(named, "named");
var plain2 = /* @__PURE__ */ __name((name3) => bounded(name3, 64), "plain");
var arrow = /* @__PURE__ */ __name(({ expected: { from, to } }) => `${plain2(from)} -> ${plain2(to)}`, "arrow");
function surprise(edge) {
  const { openBy, blockedBy } = edge.observed;
  const isOpen = edge.expected.expected === "blocked";
  const ways = (isOpen ? openBy : blockedBy).slice(0, 2).join(", ");
  return `${arrow(edge)} is ${isOpen ? "open" : "blocked"}: ${bounded(ways)}`;
}
__name(surprise, "surprise");
function doubt(edge) {
  return `${arrow(edge)} (${bounded(edge.observed.unknownBecause[0] ?? "nothing was heard")})`;
}
__name(doubt, "doubt");
function portHint({ expected, to, port: port2 }) {
  return expected === "blocked" ? `a published port is open to every service that reaches a node: publish ${port2} of ${plain2(to)} no more` : `publish ${port2} of ${plain2(to)}, and see that the sources\u2019 networks are not internal`;
}
__name(portHint, "portHint");
function udpHint({ expected, from, to, port: port2 }) {
  const [source, target] = [plain2(from), plain2(to)];
  return expected === "blocked" ? `take ${source} or ${target} off the network that both are on, or allow ${port2}/udp` : `attach both running services to one network, and see that nothing on it turns ${port2}/udp away`;
}
__name(udpHint, "udpHint");
function hintFor2({ expected, observed }) {
  const { shared } = expected;
  const [from, to] = [plain2(expected.from), plain2(expected.to)];
  if (expected.expected === "blocked") {
    const through = observed.openOn.length > 0 ? observed.openOn : shared;
    const networks = through.map((one) => bounded(one, 80)).join(", ");
    return networks ? `take ${from} or ${to} off the network ${networks}, or allow the edge` : `see which network ${from} and ${to} share: \`docker service inspect\``;
  }
  if (shared.length === 0) return `put ${from} and ${to} on a network of their own, or take the rule away`;
  const idle = [from, to].filter((name3) => observed.unknownBecause.includes(`${name3} has no running task`));
  if (idle.length > 0) return `see why ${idle.join(" and ")} does not run: \`docker service ps --no-trunc\``;
  const network = shared.map((one) => bounded(one, 80)).join(", ");
  return observed.tcp === "open" ? `both are on ${network}, and one way is open while another is not: see the tasks and the nodes named` : `attach both running services to the network ${network}; if they are, let UDP 4789 and 7946 pass between the nodes`;
}
__name(hintFor2, "hintFor");

// src/verify/probes/exposed-ports.ts
async function exposedBy(sources, signal) {
  const found = await Promise.all(
    sources.map(async ({ key, engine, containerId }) => {
      const read2 = engine.json("GET", `/containers/${containerId}/json`, { signal });
      const inspected = await read2.catch(() => void 0);
      return inspected ? [[key, portsIn(inspected)]] : [];
    })
  );
  return new Map(found.flat());
}
__name(exposedBy, "exposedBy");
function portsIn({ Config }) {
  return Object.keys(Config?.ExposedPorts ?? {}).flatMap((name3) => {
    const port2 = /^(\d{1,5})\/tcp$/.exec(name3)?.[1];
    return port2 === void 0 ? [] : [Number(port2)];
  });
}
__name(portsIn, "portsIn");

// src/verify/checks/isolation-ways.rules.ts
function lookOuts(world) {
  return world.services.flatMap(
    (service2) => [...Map.groupBy(service2.tasks, (task) => task.nodeId)].flatMap(
      ([nodeId, [task]]) => task ? [{ key: `${service2.fullName}@${nodeId}`, service: service2, task }] : []
    )
  );
}
__name(lookOuts, "lookOuts");
function waysTo(from, to, hasMesh) {
  const own2 = new Set(from.task.attachments.map((at) => at.network));
  const hasShared = to.tasks.some((task) => task.attachments.some((at) => own2.has(at.network)));
  return {
    hasShared,
    // On a common network the others of the target's networks are not its way.
    ways: to.tasks.flatMap(
      (task) => task.attachments.filter((at) => !hasShared || own2.has(at.network)).map((at) => ({ task, at }))
    ),
    // A virtual address is answered inside its own network only, and by a kernel that can balance.
    vips: hasMesh && to.mode === "vip" ? to.vips.filter((vip) => own2.has(vip.network)) : []
  };
}
__name(waysTo, "waysTo");
function freeAddresses(world) {
  const attachments = world.services.flatMap((service2) => service2.tasks.flatMap((task) => task.attachments));
  const used = new Set(
    [...world.services.flatMap((service2) => service2.vips), ...attachments].map((at) => at.address)
  );
  const known = new Map(attachments.map((at) => [at.network, at]));
  return (network) => {
    const at = known.get(network);
    return at && freeAddress(at, used);
  };
}
__name(freeAddresses, "freeAddresses");
function freeAddress({ address, prefix }, used) {
  const size = 2 ** (32 - prefix);
  const base = Math.floor(address.split(".").reduce((n, byte) => n * 256 + Number(byte), 0) / size) * size;
  for (let offset = size - 2; offset > 1 && offset > size - 300; offset--) {
    const n = base + offset;
    const free = [24, 16, 8, 0].map((bits) => Math.floor(n / 2 ** bits) % 256).join(".");
    if (!used.has(free)) return free;
  }
  return void 0;
}
__name(freeAddress, "freeAddress");

// src/verify/checks/isolation-asks.rules.ts
var MOST_PORTS = 6;
var KNOCK_PORT = 9;
var MOST_NODES = 2;
function errandsOf(from, world, listening2, wanted2, hasMesh, exposed = /* @__PURE__ */ new Map()) {
  const known = { listening: listening2, exposed };
  const others = world.services.filter(
    (to) => to.name !== from.service.name && wanted2(from.service.name, to.name)
  );
  const paths = others.flatMap((to) => pathsTo(from, to, known, hasMesh));
  return [
    { purpose: { kind: "prober" }, ask: { kind: "connect", address: "127.0.0.11", port: 53 } },
    {
      purpose: { kind: "resolver", truth: truthOf(from.service) },
      ask: { kind: "resolve", name: from.service.fullName }
    },
    ...from.service.tasks.flatMap(
      (task) => task.attachments.flatMap(
        (at) => portsOf2(from.service, task, at, known).map(
          (port2) => tcp({ kind: "self", network: at.network, address: at.address, ...port2 })
        )
      )
    ),
    ...decoys(paths, world),
    ...paths.map(tcp),
    ...others.flatMap((to) => namesOf(from, to)),
    ...others.flatMap((to) => publishedOf2(from, to, world, hasMesh))
  ];
}
__name(errandsOf, "errandsOf");
function tcp(purpose) {
  return { purpose, ask: { kind: "connect", address: purpose.address, port: purpose.port } };
}
__name(tcp, "tcp");
function pathsTo(from, to, known, hasMesh) {
  const { hasShared, ways, vips } = waysTo(from, to, hasMesh);
  const toTasks = ways.flatMap(
    ({ task, at }) => portsOf2(to, task, at, known).map(
      (port2) => ({
        kind: "path",
        to: to.name,
        via: hasShared ? "task" : "across",
        network: at.network,
        address: at.address,
        ...port2
      })
    )
  );
  const toVips = vips.flatMap(
    (vip) => (
      // What balances has an answer of its own for closed ports.
      [
        ...new Set(toTasks.filter((path6) => path6.network === vip.network && !path6.isKnock).map((path6) => path6.port))
      ].map(
        (port2) => ({
          kind: "path",
          to: to.name,
          via: "vip",
          network: vip.network,
          address: vip.address,
          port: port2,
          isKnock: false
        })
      )
    )
  );
  return [...toVips, ...toTasks];
}
__name(pathsTo, "pathsTo");
function portsOf2(service2, task, at, { listening: listening2, exposed }) {
  const key = `${service2.fullName}@${task.nodeId}`;
  const any = service2.tasks.flatMap((one) => listening2.get(`${service2.fullName}@${one.nodeId}`) ?? []);
  const heard = (listening2.get(key) ?? any).filter(
    (one) => one.address === void 0 || one.address === at.address
  );
  const promised = [...service2.published.map((one) => one.target), ...exposed.get(key) ?? []];
  const ports = [...new Set(heard.length > 0 ? heard.map((one) => one.port) : promised)].slice(0, MOST_PORTS);
  if (ports.length > 0) return ports.map((port2) => ({ port: port2, isKnock: false }));
  return exposed.has(key) ? [{ port: KNOCK_PORT, isKnock: true }] : [];
}
__name(portsOf2, "portsOf");
function decoys(paths, world) {
  const across = paths.filter((path6) => path6.via === "across");
  const places = new Map(across.map((path6) => [`${path6.network} ${path6.port}`, path6]));
  const free = freeAddresses(world);
  return [...places.values()].flatMap(({ network, port: port2 }) => {
    const address = free(network);
    return address ? [{ purpose: { kind: "decoy", network, port: port2 }, ask: { kind: "connect", address, port: port2 } }] : [];
  });
}
__name(decoys, "decoys");
function namesOf(from, to) {
  const hasShared = to.networks.some((network) => from.service.networks.includes(network));
  return [to.fullName, ...hasShared ? [`tasks.${to.fullName}`] : []].map((name3) => ({
    purpose: { kind: "name", to: to.name, name: name3, truth: truthOf(to) },
    ask: { kind: "resolve", name: name3 }
  }));
}
__name(namesOf, "namesOf");
function truthOf(service2) {
  return [...service2.vips, ...service2.tasks.flatMap((task) => task.attachments)].map((at) => at.address);
}
__name(truthOf, "truthOf");
function publishedOf2(from, to, world, hasMesh) {
  const nodes2 = world.nodes.filter((node2) => !/^(?:127\.|0\.0\.0\.0$|::)/.test(node2.address));
  const own2 = nodes2.filter((node2) => node2.id === from.task.nodeId);
  const withTask = nodes2.filter((node2) => to.tasks.some((task) => task.nodeId === node2.id));
  return to.published.flatMap(({ port: port2, mode }) => {
    if (mode === "ingress" && !hasMesh) return [];
    const asked2 = mode === "ingress" ? /* @__PURE__ */ new Set([...own2, ...nodes2]) : new Set(withTask);
    return [...asked2].slice(0, MOST_NODES).map(
      (node2) => ({
        purpose: { kind: "published", to: to.name, node: node2.name, port: port2 },
        ask: { kind: "connect", address: node2.address, port: port2 }
      })
    );
  });
}
__name(publishedOf2, "publishedOf");

// src/verify/checks/isolation-udp-asks.rules.ts
function udpErrandsOf(from, world, rules, hasMesh) {
  const ownPorts = rules.filter((rule2) => rule2.to === from.service.name).map((rule2) => rule2.port);
  const selves = [...new Set(ownPorts)].flatMap(
    (port2) => from.service.tasks.flatMap(
      (task) => task.attachments.map(({ network, address }) => ({ kind: "udp-self", network, address, port: port2 }))
    )
  );
  const ways = rules.filter((rule2) => rule2.from === from.service.name).flatMap((rule2) => udpWays(from, rule2, world, hasMesh));
  return [...selves.map(datagram), ...decoys2(ways, world), ...ways.map(datagram)];
}
__name(udpErrandsOf, "udpErrandsOf");
function udpWays(from, { to, port: port2 }, world, hasMesh) {
  const target = world.services.find((service2) => service2.name === to);
  if (!target) return [];
  const { hasShared, ways, vips } = waysTo(from, target, hasMesh);
  const way = /* @__PURE__ */ __name((via, { network, address }) => ({
    kind: "udp-way",
    ...{ to, via, network, address, port: port2 }
  }), "way");
  return [
    ...vips.map((vip) => way("vip", vip)),
    ...ways.map(({ at }) => way(hasShared ? "task" : "across", at))
  ];
}
__name(udpWays, "udpWays");
function datagram(purpose) {
  return { purpose, ask: { kind: "datagram", address: purpose.address, port: purpose.port } };
}
__name(datagram, "datagram");
function decoys2(ways, world) {
  const free = freeAddresses(world);
  const across = ways.filter((way) => way.via === "across");
  const places = new Map(across.map((way) => [`${way.network} ${way.port}`, way]));
  return [...places.values()].flatMap(({ network, port: port2 }) => {
    const address = free(network);
    return address ? [{ purpose: { kind: "udp-decoy", network, port: port2 }, ask: { kind: "datagram", address, port: port2 } }] : [];
  });
}
__name(decoys2, "decoys");

// src/verify/checks/isolation-look.ts
async function look(world, slice, asked2) {
  const { wanted: wanted2, udp, labels: labels2 } = asked2;
  const byUdp = new Set(udp.flatMap((rule2) => [rule2.from, rule2.to]));
  const concerned = /* @__PURE__ */ __name((service2) => byUdp.has(service2.name) || world.services.some((other) => wanted2(service2.name, other.name) || wanted2(other.name, service2.name)), "concerned");
  const outs = lookOuts(world).filter((out) => concerned(out.service));
  const sightings = await sightingsFrom(
    outs,
    slice,
    (listeners, exposed) => new Map(
      outs.map((out) => [
        out.key,
        [
          ...errandsOf(out, world, listeners, wanted2, slice.hasMesh, exposed),
          ...udpErrandsOf(out, world, udp, slice.hasMesh)
        ]
      ])
    ),
    labels2
  );
  return {
    ...observe(world.services, sightings, wanted2),
    udp: udpEdges(world.services, sightings, udp),
    lookOuts: outs.length
  };
}
__name(look, "look");
async function sightingsFrom(outs, slice, plan, labels2) {
  const engines = new Map(slice.nodes.map((node2) => [node2.id, node2.engine]));
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId);
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  let errands = /* @__PURE__ */ new Map();
  const outcomes = await runProbes(
    sources,
    async (listeners) => {
      const quiet = sources.filter((source) => listeners.get(source.key)?.length === 0);
      errands = plan(listeners, await exposedBy(quiet, slice.signal));
      return new Map([...errands].map(([key, own2]) => [key, own2.map((errand) => errand.ask)]));
    },
    slice,
    labels2
  );
  return outs.map((from) => {
    const outcome = outcomes.get(from.key);
    if (!outcome) return { from, isRun: false, reason: "the engine of its node cannot be asked" };
    if (!outcome.isRun) return { from, isRun: false, reason: outcome.reason };
    const heard = (errands.get(from.key) ?? []).flatMap((errand, i) => {
      const answer = outcome.answers[i];
      return answer ? [{ errand, answer }] : [];
    });
    return { from, isRun: true, heard };
  });
}
__name(sightingsFrom, "sightingsFrom");

// src/verify/checks/isolation-world.rules.ts
var STACK_LABEL = "com.docker.stack.namespace";
function meshWorld(stack, services, tasks, networks, nodes2) {
  const named2 = new Map(networks.filter((one) => !one.Ingress).map((one) => [one.Id, one]));
  const attach = /* @__PURE__ */ __name((id2, withPrefix) => {
    const network = named2.get(id2);
    const [address = "", prefix = ""] = (withPrefix ?? "").split("/");
    return network && address ? [{ network: network.Name, address, prefix: Number(prefix) || 32 }] : [];
  }, "attach");
  return {
    services: services.filter((service2) => (service2.Spec.Labels?.[STACK_LABEL] ?? "") === stack).map((service2) => {
      const attached = service2.Spec.TaskTemplate.Networks ?? [];
      const fullName = service2.Spec.Name;
      return {
        fullName,
        name: serviceInStack(fullName, stack),
        mode: service2.Spec.EndpointSpec?.Mode === "dnsrr" ? "dnsrr" : "vip",
        networks: attached.flatMap((one) => named2.get(one.Target)?.Name ?? []).sort(),
        aliases: [...new Set(attached.flatMap((one) => one.Aliases ?? []))].sort(),
        vips: (service2.Endpoint?.VirtualIPs ?? []).flatMap((vip) => attach(vip.NetworkID, vip.Addr)),
        published: publishedOf3(service2),
        tasks: tasks.filter((task) => task.ServiceID === service2.ID && task.Status.State === "running").flatMap((task) => taskOf(task, attach))
      };
    }).sort((a, b) => a.name < b.name ? -1 : 1),
    networks: [...named2.values()].map((one) => ({ name: one.Name, isInternal: one.Internal === true })),
    nodes: nodes2.map(({ id: id2, name: name3, address }) => ({ id: id2, name: name3, address }))
  };
}
__name(meshWorld, "meshWorld");
function taskOf(task, attach) {
  const containerId = task.Status.ContainerStatus?.ContainerID;
  if (!containerId || !task.NodeID) return [];
  const attachments = (task.NetworksAttachments ?? []).flatMap(
    (one) => (one.Addresses ?? []).flatMap((address) => attach(one.Network.ID, address))
  );
  return [{ id: task.ID, nodeId: task.NodeID, containerId, attachments }];
}
__name(taskOf, "taskOf");
function publishedOf3(service2) {
  return (service2.Endpoint?.Ports ?? service2.Spec.EndpointSpec?.Ports ?? []).filter((port2) => port2.Protocol === "tcp").flatMap(
    (port2) => port2.PublishedPort === void 0 ? [] : [{ port: port2.PublishedPort, target: port2.TargetPort, mode: port2.PublishMode }]
  );
}
__name(publishedOf3, "publishedOf");

// src/verify/checks/isolation.ts
async function gatherIsolation(slice, request) {
  const world = await readMeshWorld(slice);
  const expected = expectedFor(world, request);
  const ruledPorts = portEdges(world.services, [], request.rules);
  const ruledUdp = udpRules(world.services, request.rules);
  const asked2 = { wanted: isAmong([...expected, ...ruledPorts]), udp: ruledUdp, labels: request.labels };
  const first = await look(world, slice, asked2);
  let edges2 = pairUp(expected, first.edges);
  let ports = portEdges(world.services, first.published, request.rules);
  const odd = edges2.filter((edge) => judgeEdge(edge) !== "as-expected").map((edge) => edge.expected);
  const oddPorts = ports.filter((edge) => judgePort(edge) !== "as-expected");
  let udp = first.udp;
  const hasOddUdp = udp.some(isOddUdp);
  const isOdd = odd.length > 0 || oddPorts.length > 0 || hasOddUdp;
  if (isOdd) {
    await slice.clock.sleep(request.settleMs ?? 2e3, slice.signal);
    const now = await readMeshWorld(slice);
    const second = await look(now, slice, {
      wanted: isAmong([...odd, ...oddPorts.length > 0 ? ports : []]),
      udp: hasOddUdp ? ruledUdp : [],
      labels: request.labels
    });
    udp = udp.map((edge, i) => isOddUdp(edge) ? second.udp[i] ?? edge : edge);
    if (oddPorts.length > 0) ports = portEdges(now.services, second.published, request.rules);
    const again = pairUp(odd, second.edges);
    edges2 = edges2.map((edge) => again.find((one) => one.expected === edge.expected) ?? edge);
  }
  return {
    services: world.services.map(({ name: name3, networks }) => ({
      name: name3,
      networks,
      isOnHost: networks.includes("host")
    })),
    edges: edges2,
    published: first.published,
    ports,
    udp,
    rounds: isOdd ? 2 : 1,
    lookOuts: first.lookOuts
  };
}
__name(gatherIsolation, "gatherIsolation");
var isOddUdp = /* @__PURE__ */ __name((edge) => judgeUdp(edge) !== "as-expected", "isOddUdp");
function expectedFor(world, { rules, declared }) {
  const placed = world.services.map(({ name: name3, networks }) => ({
    name: name3,
    networks: declared?.[name3] ?? networks
  }));
  const onHost = world.services.filter((one) => one.networks.includes("host")).map((one) => one.name);
  return expectedEdges(placed, rules).filter(
    (edge) => edge.isRuled || !(onHost.includes(edge.from) || onHost.includes(edge.to))
  );
}
__name(expectedFor, "expectedFor");
function isAmong(edges2) {
  const keys = new Set(edges2.map((edge) => `${edge.from} ${edge.to}`));
  return (from, to) => keys.has(`${from} ${to}`);
}
__name(isAmong, "isAmong");
function pairUp(expected, observed) {
  const byPair = new Map(observed.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return expected.flatMap((edge) => {
    const seen = byPair.get(`${edge.from} ${edge.to}`);
    return seen ? [{ expected: edge, observed: seen }] : [];
  });
}
__name(pairUp, "pairUp");
async function readMeshWorld(slice) {
  const { stack, manager, signal } = slice;
  const ofStack2 = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] });
  const running = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`], "desired-state": ["running"] });
  const [services, tasks, networks] = await Promise.all([
    manager.json("GET", "/services", { query: { filters: ofStack2 }, signal }),
    manager.json("GET", "/tasks", { query: { filters: running }, signal }),
    manager.json("GET", "/networks", { signal })
  ]);
  if (services.length === 0)
    throw new SwarmlineError("not-found", `the swarm has no services of the stack ${stack}`, {
      hint: "deploy the stack first"
    });
  return meshWorld(stack, services, tasks, networks, slice.nodes);
}
__name(readMeshWorld, "readMeshWorld");

// src/verify/checks/dns.ts
async function gatherDns(slice, request = {}) {
  const first = await askNames(slice, request);
  if (first.every((reading) => judgeName(reading).kind === "none")) return { readings: first, rounds: 1 };
  await slice.clock.sleep(request.settleMs ?? 2e3, slice.signal);
  return { readings: await askNames(slice, request), rounds: 2 };
}
__name(gatherDns, "gatherDns");
async function askNames(slice, { services, labels: labels2 }) {
  const world = await readMeshWorld(slice);
  const outs = lookOuts(world).filter((out) => !services || services.includes(out.service.name));
  const questions = new Map(outs.map((out) => [out.key, nameQuestions(out, world)]));
  const engines = new Map(slice.nodes.map((node2) => [node2.id, node2.engine]));
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId);
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  const asksOf = /* @__PURE__ */ __name((own2) => own2.map(({ name: name3 }) => ({ kind: "resolve", name: name3 })), "asksOf");
  const outcomes = await runProbes(
    sources,
    () => new Map([...questions].map(([key, own2]) => [key, asksOf(own2)])),
    slice,
    labels2
  );
  return outs.flatMap(({ key }) => {
    const outcome = outcomes.get(key);
    const reason = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
    return (questions.get(key) ?? []).map(
      (question, i) => readName(question, outcome?.isRun ? outcome.answers[i] : void 0, reason)
    );
  });
}
__name(askNames, "askNames");

// src/verify/kinds/dns.ts
var params3 = strictObject({
  services: array(serviceName()).min(1).max(200).optional().describe("The services that ask; without it, all."),
  settle: duration2().default(2e3).describe("Before the second look when a name is not right.")
});
var dns = defineKind({
  name: "dns",
  explanation: "Asks the engine\u2019s resolver inside one task of each service on each node for every service that it shares a network with: the service\u2019s name and its aliases must give the virtual address (with dnsrr, the tasks\u2019 addresses), `tasks.` and the name all running tasks\u2019 addresses, as a manager knows them. Addresses that nobody has any more are named.",
  example: "- kind: dns\n  services: [backend]",
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 12e4, "deadlineMs"),
  params: params3,
  expected: /* @__PURE__ */ __name(() => DNS_EXPECTED, "expected"),
  gather: /* @__PURE__ */ __name(({ services, settle: settle3 }, world) => gatherDns(world, { settleMs: settle3, ...services ? { services } : {} }), "gather"),
  judge: /* @__PURE__ */ __name((_params, evidence) => judgeDns(evidence), "judge")
});

// src/verify/in-task.ts
async function taskDoors(service2, world) {
  const tasks = await world.reads.runningTasks(service2);
  return tasks.flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node2) => node2.id === task.NodeID);
    return containerId ? [{ task: task.ID, node: at?.name ?? "an unknown node", containerId, at }] : [];
  });
}
__name(taskDoors, "taskDoors");
var NOT_STARTED = /^OCI runtime exec failed: (.*)/;
var NOT_STARTED_STATUS = [126, 127];
async function runInTask(door, command, world) {
  const { task, node: node2, containerId } = door;
  const engine = door.at?.engine;
  if (!engine) return { kind: "unreachable", task, node: node2 };
  try {
    const result = await runInContainer(engine, containerId, command, world);
    const reason = NOT_STARTED_STATUS.includes(result.exitCode) ? NOT_STARTED.exec(result.stdout)?.[1] : void 0;
    return reason === void 0 ? { kind: "ended", task, node: node2, ...result } : { kind: "not-started", task, node: node2, reason };
  } catch (error2) {
    if (error2 instanceof EngineAnswerError && error2.status === 400)
      return { kind: "not-started", task, node: node2, reason: error2.message };
    throw error2;
  }
}
__name(runInTask, "runInTask");

// src/verify/compare.rules.ts
function compare(value, wanted2) {
  const comparison2 = typeof wanted2 === "object" ? wanted2 : { eq: wanted2 };
  const found = Object.entries(comparison2).filter(([, operand]) => operand !== void 0).map(([comparator, operand]) => holds(value, comparator, operand));
  if (found.includes("fails") || found.length === 0) return "fails";
  return found.includes("unknown") ? "unknown" : "holds";
}
__name(compare, "compare");
function holds(value, comparator, operand) {
  const is = /* @__PURE__ */ __name((truth) => truth ? "holds" : "fails", "is");
  const isThere = value !== void 0 && value !== null;
  if (comparator === "exists") return is(isThere === operand);
  if (comparator === "ne") return is(!isEqual(value, operand));
  if (!isThere) return "fails";
  switch (comparator) {
    case "eq":
      return is(isEqual(value, operand));
    case "gte":
      return is(typeof value === "number" && value >= operand);
    case "lte":
      return is(typeof value === "number" && value <= operand);
    case "matches":
      return typeof value === "string" ? matchesPattern(operand, value) : "fails";
    case "contains":
      if (Array.isArray(value)) return is(value.some((entry) => isEqual(entry, operand)));
      return is(typeof value === "string" && value.includes(String(operand)));
    default:
      return comparator;
  }
}
__name(holds, "holds");
function isEqual(value, wanted2) {
  return typeof value === "object" ? false : value === wanted2;
}
__name(isEqual, "isEqual");
var WORDS = {
  eq: "is",
  ne: "is not",
  gte: "is at least",
  lte: "is at most",
  matches: "matches",
  contains: "contains",
  exists: ""
};
function inWords2(wanted2) {
  const comparison2 = typeof wanted2 === "object" ? wanted2 : { eq: wanted2 };
  return Object.entries(comparison2).filter(([, operand]) => operand !== void 0).map(
    ([comparator, operand]) => comparator === "exists" ? operand ? "is there" : "is not there" : `${WORDS[comparator]} ${shown(operand)}`
  ).join(" and ");
}
__name(inWords2, "inWords");
function shown(value) {
  if (value === void 0 || value === null) return "nothing";
  if (typeof value === "string") return `\u201C${value.length > 200 ? `${value.slice(0, 200)}\u2026` : value}\u201D`;
  return JSON.stringify(value).slice(0, 300);
}
__name(shown, "shown");

// src/verify/field-checks.rules.ts
function fieldsExpected(subject, checks) {
  return `${subject}: ${checks.map(({ what, wanted: wanted2 }) => `${what} ${inWords2(wanted2)}`).join("; ")}`;
}
__name(fieldsExpected, "fieldsExpected");
function judgeFields(subject, checks, hint, figures = {}) {
  const expected = fieldsExpected(subject, checks);
  const found = checks.map((check) => ({ ...check, result: compare(check.value, check.wanted) }));
  const wrong = found.filter(({ result }) => result === "fails");
  const unknown2 = found.filter(({ result }) => result === "unknown");
  const inText = /* @__PURE__ */ __name((some) => some.map((check) => `${check.what} is ${shown("shownAs" in check ? check.shownAs : check.value)}`).join("; "), "inText");
  if (wrong.length > 0) {
    const place = wrong.find((check) => check.place)?.place;
    const judgement = fail(expected, inText(wrong), wrong.find((check) => check.hint)?.hint ?? hint, figures);
    return place ? { ...judgement, place } : judgement;
  }
  if (unknown2.length > 0)
    return inconclusive(
      expected,
      `${unknown2.map(({ what }) => what).join(", ")}: the expression takes too long`,
      "write a simpler regular expression",
      figures
    );
  if (checks.length === 0) return inconclusive(expected, "nothing was compared", void 0, figures);
  return pass(expected, inText(found), figures);
}
__name(judgeFields, "judgeFields");

// src/verify/kinds/exec.rules.ts
function execExpected(params21) {
  return fieldsExpected(
    `\`${bounded(params21.command.join(" "), 80)}\` in ${params21.service}`,
    checksOf(params21, void 0)
  );
}
__name(execExpected, "execExpected");
function judgeExec(params21, { exists, runs }) {
  const expected = execExpected(params21);
  if (!exists)
    return fail(expected, `the stack has no service ${params21.service}`, "see `docker stack services`");
  if (runs.length === 0)
    return fail(expected, `no task of ${params21.service} runs`, "see `docker service ps --no-trunc`");
  const figures = { tasks: runs.length };
  const judged = runs.map((run) => ({ run, judgement: judgeRun(params21, run) }));
  const first = judged.find(({ judgement }) => judgement.status === "fail") ?? judged.find(({ judgement }) => judgement.status !== "pass");
  if (!first) return pass(expected, `on ${runs.map(({ node: node2 }) => node2).join(", ")}`, figures);
  return {
    ...first.judgement,
    expected,
    observed: `on ${first.run.node}: ${first.judgement.observed}`,
    figures
  };
}
__name(judgeExec, "judgeExec");
function judgeRun(params21, run) {
  const hint = "try it: `docker exec` in the container of that task";
  if (run.kind === "unreachable")
    return inconclusive(
      "",
      "the node\u2019s engine cannot be reached from here",
      "point --docker-host at that node"
    );
  if (run.kind === "not-started")
    return fail(
      "",
      `did not start: ${bounded(run.reason)}`,
      "the image lacks the program: name one that it has"
    );
  if (run.isTruncated) return fail("", "wrote more than it may", "let it write less, or raise output:");
  return judgeFields("it", checksOf(params21, run), hint);
}
__name(judgeRun, "judgeRun");
function checksOf({ exit, stdout, stderr }, run) {
  return [
    { what: "exit status", value: run?.exitCode, wanted: exit },
    ...stdout === void 0 ? [] : [{ what: "output", value: run?.stdout.trimEnd(), wanted: stdout }],
    ...stderr === void 0 ? [] : [{ what: "error output", value: run?.stderr.trimEnd(), wanted: stderr }]
  ];
}
__name(checksOf, "checksOf");

// src/verify/kinds/exec.ts
var params4 = strictObject({
  service: serviceName(),
  command: program().describe("Program and arguments, with no shell between; they are visible on the node."),
  tasks: _enum(["one", "every"]).default("one").describe("In which of the service\u2019s containers."),
  exit: amount().default(0).describe("Its exit status."),
  stdout: wanted().optional().describe("What it writes, without line ends behind it."),
  stderr: wanted().optional().describe("What it writes to standard error."),
  timeout: duration2().prefault("20s").describe("For each container."),
  output: number2().int().min(1).max(1048576).default(65536).describe("Bytes that it may write.")
});
var exec = defineKind({
  name: "exec",
  explanation: "Runs a program in a running container of a service, on whatever node it is, and compares exit status and output. Fails when the image lacks the program or it writes more than it may; inconclusive when the node\u2019s engine cannot be reached or the program does not end in time.",
  example: `- kind: exec
  service: redis
  command: [redis-cli, ping]
  stdout: { contains: NOAUTH }`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(({ timeout }) => timeout + 2e4, "deadlineMs"),
  params: params4,
  expected: execExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name((asked2, world) => gather(asked2, world), "gather"),
  judge: judgeExec
});
async function gather(asked2, world) {
  const { service: service2, command, tasks, timeout, output } = asked2;
  const exists = await world.reads.service(service2) !== void 0;
  const doors = await taskDoors(service2, world);
  const nearFirst = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
  const chosen = tasks === "one" ? nearFirst.slice(0, 1) : nearFirst;
  const run = { argv: command, timeoutMs: timeout, maxBytes: output };
  return { exists, runs: await Promise.all(chosen.map((door) => runInTask(door, run, world))) };
}
__name(gather, "gather");

// src/verify/http-inside.rules.ts
function readAnswer(text) {
  const end = /\r?\n\r?\n/.exec(text);
  const head = readHead(end ? text.slice(0, end.index) : text);
  return head && { ...head, body: end ? text.slice(end.index + end[0].length) : "" };
}
__name(readAnswer, "readAnswer");
function readHead(text) {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const first = lines.findLastIndex((line) => /^HTTP\/\d(?:\.\d)? \d{3}\b/.test(line));
  const status = /^HTTP\/\S+ (\d{3})/.exec(lines[first] ?? "")?.[1];
  if (status === void 0) return void 0;
  const found = lines.slice(first + 1).flatMap((line) => {
    const [, name3, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+): *(.*)$/.exec(line) ?? [];
    return name3 === void 0 ? [] : [[name3.toLowerCase(), value ?? ""]];
  });
  return { status: Number(status), headers: Object.fromEntries(found) };
}
__name(readHead, "readHead");

// src/verify/http-inside.ts
var MAX_BYTES = 256 * 1024;
var PHP = '$c = stream_context_create(["http" => ["ignore_errors" => true, "follow_location" => 0, "timeout" => 10]]);$b = file_get_contents($argv[1], false, $c); if ($b === false) exit(1);echo implode("\\n", $http_response_header), "\\n\\n", $b;';
var PROGRAMS = [
  (url, seconds2) => ["curl", "-s", "-S", "-i", "-m", seconds2, url],
  (url) => ["php", "-r", PHP, "--", url],
  (url, seconds2) => ["wget", "-S", "-T", seconds2, "-O", "-", url]
];
async function exchangeInside(door, url, world) {
  for (const argvOf of PROGRAMS) {
    const argv = argvOf(url, String(10 * patienceOf(world)));
    const run = await runInTask(door, { argv, timeoutMs: 2e4, maxBytes: MAX_BYTES }, world);
    if (run.kind === "unreachable")
      return { kind: "unknown", detail: `the engine of ${run.node} cannot be reached from here` };
    if (run.kind === "not-started" || run.exitCode === 126 || run.exitCode === 127) continue;
    const isWget = argv[0] === "wget";
    const head = isWget ? readHead(run.stderr) : void 0;
    const answer = isWget ? head && { ...head, body: run.exitCode === 0 ? run.stdout : void 0 } : readAnswer(run.stdout);
    if (answer) return { kind: "answer", ...answer };
    return { kind: "unreachable", detail: run.stderr || `${argv[0]} ended with ${run.exitCode}` };
  }
  return { kind: "unknown", detail: "the container has neither curl nor php nor wget" };
}
__name(exchangeInside, "exchangeInside");

// src/verify/publishing-nodes.ts
async function publishingNodes(world, port2) {
  const services = await world.reads.services();
  const found = services.flatMap(({ Spec }) => {
    const published = Spec.EndpointSpec?.Ports?.find((each) => each.PublishedPort === port2);
    return published ? [
      {
        name: serviceInStack(Spec.Name, world.stack),
        isMesh: published.PublishMode !== "host" && world.hasMesh
      }
    ] : [];
  });
  const publishers = found.map(({ name: name3 }) => name3);
  if (found.length === 0 || found.some(({ isMesh }) => isMesh)) return { publishers, nodes: [...world.nodes] };
  const tasks = await Promise.all(found.map(({ name: name3 }) => world.reads.runningTasks(name3)));
  const hosts = new Set(tasks.flat().map((task) => task.NodeID));
  return { publishers, nodes: world.nodes.filter((node2) => hosts.has(node2.id)) };
}
__name(publishingNodes, "publishingNodes");

// src/verify/kinds/http.rules.ts
function httpExpected(params21) {
  return fieldsExpected(
    params21.url === void 0 ? `${params21.method} :${params21.port}${params21.path} through every node` : `GET ${params21.url} from ${params21.from}`,
    checksOf2(params21, void 0)
  );
}
__name(httpExpected, "httpExpected");
function judgeHttp(params21, { publishers, nodes: nodes2 }) {
  const expected = httpExpected(params21);
  const service2 = publishers[0];
  const isInside = params21.url !== void 0;
  const place = service2 === void 0 ? [] : ["services", service2, "ports"];
  const figures = { nodes: nodes2.length, answered: nodes2.filter(({ seen }) => seen.kind === "answer").length };
  if (nodes2.length === 0)
    return publishers.length > 0 ? fail(
      expected,
      `no task of ${publishers.join(", ")} runs`,
      "see `docker service ps --no-trunc`",
      figures
    ) : inconclusive(expected, "there is no node to ask", void 0, figures);
  const judged = nodes2.map(({ node: node2, seen }) => ({ node: node2, judgement: judgeNode(params21, seen) }));
  const bad = judged.filter(({ judgement }) => judgement.status === "fail");
  const unsure = judged.filter(({ judgement }) => judgement.status !== "pass");
  const [first] = bad.length > 0 ? bad : unsure;
  if (!first)
    return pass(
      expected,
      isInside ? `${judged[0]?.node}: ${judged[0]?.judgement.observed}` : `${nodes2.length} of ${nodes2.length} nodes: ${judged[0]?.judgement.observed}`,
      figures
    );
  const observed = (bad.length > 0 ? bad : unsure).map(({ node: node2, judgement }) => `${node2}: ${judgement.observed}`).join("; ");
  return { ...first.judgement, expected, observed, figures, ...isInside ? {} : { place } };
}
__name(judgeHttp, "judgeHttp");
function judgeNode(params21, seen) {
  if (seen.kind === "unknown") return inconclusive("an answer", bounded(seen.detail), void 0);
  if (seen.kind === "answer" && seen.body === void 0 && (params21.body !== void 0 || hasJson(params21)))
    return inconclusive(
      "an answer",
      `status ${seen.status}, whose text the container\u2019s wget does not show`,
      void 0
    );
  if (seen.kind !== "answer")
    return fail("an answer", `${seen.kind}: ${bounded(seen.detail)}`, HINTS[seen.kind]);
  return judgeFields("the answer", checksOf2(params21, seen), "see `docker service logs` of the service");
}
__name(judgeNode, "judgeNode");
var hasJson = /* @__PURE__ */ __name(({ json }) => Object.keys(json).length > 0, "hasJson");
var HINTS = {
  refused: "nothing listens on that port of the node: publish it, and see whether the service runs",
  unreachable: "the node cannot be reached from this machine",
  reset: "the service ends connections: see `docker service logs`",
  "time-out": "nobody answers in time: see whether the service is healthy, and UDP 4789 between nodes",
  body: "the answer is no HTTP, or longer than it may be"
};
function checksOf2(params21, seen) {
  const json = Object.entries(params21.json);
  const parsed = json.length > 0 && seen ? parse2(seen.body ?? "") : void 0;
  return [
    { what: "status", value: seen?.status, wanted: params21.status },
    ...Object.entries(params21.headers).map(([name3, wanted2]) => ({
      what: `header ${name3.toLowerCase()}`,
      value: seen && Object.hasOwn(seen.headers, name3.toLowerCase()) ? seen.headers[name3.toLowerCase()] : void 0,
      wanted: wanted2
    })),
    ...params21.body === void 0 ? [] : [{ what: "body", value: seen?.body, wanted: params21.body }],
    ...json.map(([path6, wanted2]) => ({ what: `json ${path6}`, value: fieldAt(parsed, path6), wanted: wanted2 }))
  ];
}
__name(checksOf2, "checksOf");
function parse2(body) {
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}
__name(parse2, "parse");

// src/verify/kinds/http.ts
var headerName = string2().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "takes a header\u2019s name");
var params5 = strictObject({
  port: port().default(80).describe("Published port."),
  url: string2().regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, "takes http://HOST:PORT/PATH").optional().describe("Instead of port and path: an address within the stack\u2019s networks, asked by GET."),
  from: serviceName().optional().describe("For url: the service in whose container curl, php or wget asks."),
  path: string2().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path and query of the request."),
  method: _enum(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]).default("GET").describe("Method of the request."),
  send: record(headerName, string2().regex(/^[\x20-\x7e]{0,2000}$/, "takes printable ASCII")).default({}).describe("Headers of the request."),
  status: amount().default(200).describe("Status of the answer."),
  headers: record(headerName, wanted()).default({}).describe("Headers of the answer."),
  body: wanted().optional().describe("The answer\u2019s text."),
  json: record(
    string2().refine((path6) => parsePath(path6) !== void 0, "takes a path such as items[0].name"),
    wanted()
  ).default({}).describe("Values in the answer\u2019s JSON, by their paths."),
  timeout: duration2().prefault("15s").describe("For each request.")
});
var http2 = defineKind({
  name: "http",
  explanation: "Sends one request to a published port of every node (of a host-mode port, and without a routing mesh: of every node with a task) and compares status, headers, text and JSON of each answer. Fails when a node does not answer or answers something else. With `url:` and `from:` a service\u2019s container asks instead. Redirects are not followed and nothing is tried twice.",
  example: `- kind: http
  port: 80
  path: /healthz
  status: 200
  headers: { content-type: { contains: text/plain } }
  body: { contains: ok }`,
  isDisturbing: false,
  visits: "makes",
  params: params5,
  faultOf: /* @__PURE__ */ __name(({ url, from, method, send }) => {
    if (url === void 0 !== (from === void 0)) return "http takes url and from together";
    const isPlain2 = method === "GET" && Object.keys(send).length === 0;
    return url === void 0 || isPlain2 ? void 0 : "http with url takes neither method nor send";
  }, "faultOf"),
  expected: httpExpected,
  gather: /* @__PURE__ */ __name((asked2, world) => gather2(asked2, world), "gather"),
  judge: judgeHttp
});
async function gather2(asked2, world) {
  const { url, from } = asked2;
  if (url !== void 0 && from !== void 0) {
    const doors = await taskDoors(from, world);
    const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
    const nobody = { kind: "unknown", detail: `no task of ${from} runs that could ask` };
    const seen = door ? await world.turns.visit(() => exchangeInside(door, url, world)) : nobody;
    return { publishers: [], nodes: [{ node: `${url} from ${from}`, seen }] };
  }
  const { publishers, nodes: nodes2 } = await publishingNodes(world, asked2.port);
  const { path: path6, method, send, timeout } = asked2;
  const ask2 = /* @__PURE__ */ __name(async (node2) => {
    const target = await world.endpointOf(node2, asked2.port);
    const options = { path: path6, method, headers: send, timeoutMs: timeout, signal: world.signal };
    const seen = await exchange(target, options);
    return { node: node2.name, seen: seen.kind === "answer" ? plainAnswer(seen) : seen };
  }, "ask");
  const answers2 = await world.turns.visit(() => Promise.all(nodes2.map(ask2)));
  return { publishers, nodes: answers2 };
}
__name(gather2, "gather");
function plainAnswer(seen) {
  const headers = Object.entries(seen.headers).map(([name3, value]) => [
    name3,
    Array.isArray(value) ? value.join(", ") : value ?? ""
  ]);
  return { kind: "answer", status: seen.status, headers: Object.fromEntries(headers), body: seen.body };
}
__name(plainAnswer, "plainAnswer");

// src/verify/image-evidence.ts
var CONTAINER2 = looseObject({ Image: string2().min(1) });
var IMAGE = looseObject({
  Id: string2().min(1),
  Size: number2(),
  Config: looseObject({}).nullish(),
  RootFS: looseObject({ Layers: array(string2()).nullish() })
});
var HISTORY = array(looseObject({ CreatedBy: string2() }));
function imageOfService(service2, world) {
  return world.share(`image ${service2}`, (shared) => readImage(service2, shared));
}
__name(imageOfService, "imageOfService");
async function readImage(service2, world) {
  const found = await world.reads.service(service2);
  if (!found) return { kind: "no-service" };
  const reference = found.Spec.TaskTemplate.ContainerSpec?.Image ?? "";
  const doors = await taskDoors(service2, world);
  if (doors.length === 0) return { kind: "not-running", reference };
  const door = doors.find(({ at }) => at?.engine);
  const engine = door?.at?.engine;
  if (!door || !engine)
    return { kind: "unreachable", reason: "no node\u2019s engine with a task of it can be reached" };
  const get = /* @__PURE__ */ __name(async (path6, form) => checked(path6, form, await engine.json("GET", path6, { signal: world.signal })), "get");
  const { Image: id2 } = await get(`/containers/${door.containerId}/json`, CONTAINER2);
  const [image2, history] = await Promise.all([
    get(`/images/${id2}/json`, IMAGE),
    get(`/images/${id2}/history`, HISTORY)
  ]);
  return {
    kind: "found",
    reference,
    id: image2.Id,
    sizeBytes: image2.Size,
    layers: image2.RootFS.Layers?.length ?? 0,
    config: image2.Config ?? {},
    history: history.map(({ CreatedBy }) => CreatedBy)
  };
}
__name(readImage, "readImage");

// src/verify/kinds/image.rules.ts
function imageExpected(params21) {
  const expected = fieldsExpected(`the image of ${params21.service}`, checksOf3(params21, void 0));
  const absent2 = params21.absent.map((pattern2) => `/${bounded(pattern2, 60)}/ is not in its history`);
  return [expected, ...absent2].join("; ");
}
__name(imageExpected, "imageExpected");
function judgeImage(params21, { image: image2, registry: registry2 }) {
  const { service: service2 } = params21;
  const expected = imageExpected(params21);
  if (image2.kind === "no-service")
    return fail(expected, `the stack has no service ${service2}`, "see `docker stack services`");
  if (image2.kind === "not-running")
    return fail(
      expected,
      `no task of ${service2} runs: ${image2.reference}`,
      "see `docker service ps --no-trunc`"
    );
  if (image2.kind === "unreachable")
    return inconclusive(expected, image2.reason, "point --docker-host at a node with a task of it");
  const place = ["services", service2, "image"];
  for (const pattern2 of params21.absent) {
    const found = matchingLines(pattern2, image2.history);
    if (found === "unknown")
      return inconclusive(expected, "an expression takes too long", "write a simpler regular expression");
    if (found.length > 0)
      return {
        ...fail(
          expected,
          `its history has what /${bounded(pattern2, 60)}/ matches`,
          "what a layer once held stays in the image"
        ),
        place
      };
  }
  if (registry2?.kind === "unknown")
    return inconclusive(expected, `the registry did not say: ${bounded(registry2.reason)}`, void 0);
  const checks = checksOf3(params21, { image: image2, registry: registry2 });
  const figures = { sizeBytes: image2.sizeBytes, layers: image2.layers };
  if (checks.length === 0 && params21.absent.length > 0)
    return { ...judgeFields("the image", [NOTHING_FOUND], "", figures), expected };
  return {
    ...judgeFields(`the image of ${service2}`, checks, "see `docker image inspect`", figures),
    expected
  };
}
__name(judgeImage, "judgeImage");
var NOTHING_FOUND = {
  what: "what must not be in its history",
  value: "not found",
  wanted: "not found"
};
function checksOf3(params21, found) {
  const image2 = found?.image;
  const place = ["services", params21.service, "image"];
  const checks = [
    params21.pinned !== void 0 && {
      what: "pinned by digest",
      value: image2 && /@sha256:[0-9a-f]{64}$/.test(image2.reference),
      wanted: params21.pinned,
      place,
      hint: "deploy with the tag\u2019s digest: `docker stack deploy --resolve-image always`, from a registry"
    },
    params21.registry !== void 0 && {
      what: "in its registry",
      value: found && isInRegistry(found),
      wanted: params21.registry,
      place,
      hint: "push it, and deploy the digest that the registry answered"
    },
    params21.healthcheck !== void 0 && {
      what: "has a HEALTHCHECK",
      value: image2 && hasHealthcheck(image2.config),
      wanted: params21.healthcheck,
      hint: "add HEALTHCHECK to the Dockerfile"
    },
    params21.user !== void 0 && {
      what: "user",
      value: image2 && (image2.config.User ?? ""),
      wanted: params21.user
    },
    params21.size !== void 0 && { what: "size in bytes", value: image2?.sizeBytes, wanted: params21.size },
    params21.layers !== void 0 && { what: "layers", value: image2?.layers, wanted: params21.layers }
  ];
  const byPath = Object.entries(params21.config).map(([path6, wanted2]) => ({
    what: path6,
    value: fieldAt(image2?.config, path6),
    shownAs: shownAt(path6, fieldAt(image2?.config, path6)),
    wanted: wanted2
  }));
  return [...checks.filter((check) => check !== false), ...byPath];
}
__name(checksOf3, "checksOf");
function isInRegistry({ image: image2, registry: registry2 }) {
  if (registry2?.kind !== "has") return false;
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(image2.reference)?.[1];
  return pinned === void 0 || pinned === registry2.digest;
}
__name(isInRegistry, "isInRegistry");
function hasHealthcheck(config2) {
  const test = fieldAt(config2, "Healthcheck.Test");
  return Array.isArray(test) && test.length > 0 && test[0] !== "NONE";
}
__name(hasHealthcheck, "hasHealthcheck");

// src/verify/kinds/image.ts
var DISTRIBUTION = looseObject({
  Descriptor: looseObject({ digest: string2().regex(/^sha256:[0-9a-f]{64}$/) })
});
var params6 = strictObject({
  service: serviceName(),
  pinned: boolean2().optional().describe("The service names it by its digest."),
  registry: boolean2().optional().describe("Its registry has it, and the pinned digest is the registry\u2019s."),
  healthcheck: boolean2().optional().describe("It has a HEALTHCHECK."),
  user: wanted().optional().describe("USER, empty where there is none."),
  size: amount().optional().describe("Its size in bytes."),
  layers: amount().optional().describe("Its number of layers."),
  config: record(
    string2().max(300).refine((path6) => parsePath(path6) !== void 0, 'takes a path such as Labels["x.y"]'),
    wanted()
  ).default({}).describe('Fields of its configuration, in the Engine API\u2019s words: Env, Entrypoint, Labels["\u2026"].'),
  absent: array(pattern()).max(50).default([]).describe("Regular expressions that no command of its history may match.")
});
var image = defineKind({
  name: "image",
  explanation: "Reads the image that a service\u2019s container really runs from its node\u2019s engine: configuration, HEALTHCHECK, layers, size, history; and, where asked, whether its registry has the digest that runs. Fails when one of them is not what it must be.",
  example: `- kind: image
  service: backend
  healthcheck: true
  layers: { lte: 30 }
  absent: [password]`,
  isDisturbing: false,
  looksAt: "specs",
  visits: "none",
  params: params6,
  expected: imageExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "image"], "place"),
  gather: /* @__PURE__ */ __name(async (asked2, world) => {
    const found = await imageOfService(asked2.service, world);
    const isAsked = asked2.registry !== void 0 && found.kind === "found";
    return { image: found, registry: isAsked ? await askRegistry(found.reference, world) : void 0 };
  }, "gather"),
  judge: judgeImage
});
async function askRegistry(reference, world) {
  const name3 = reference.replace(/@sha256:.*$/, "");
  const path6 = `/distribution/${name3}/json`;
  try {
    const answer = checked(
      path6,
      DISTRIBUTION,
      await world.manager.json("GET", path6, { signal: world.signal })
    );
    return { kind: "has", digest: answer.Descriptor.digest };
  } catch (error2) {
    const known = classifyAnswer(error2);
    if (known.code === "cancelled") throw known;
    if (isGone(error2)) return { kind: "lacks" };
    return { kind: "unknown", reason: explain(known) };
  }
}
__name(askRegistry, "askRegistry");

// src/verify/checks/isolation-matrix.rules.ts
function matrixOf({ services, edges: edges2, published, ports, udp }) {
  const isRuled = /* @__PURE__ */ __name((edge) => ports.some((one) => isSame(one, edge)), "isRuled");
  return {
    services: services.map((service2) => bounded(service2.name, 64)),
    cells: edges2.map(cellOf2),
    published: [
      ...published.filter((edge) => !isRuled(edge)).map((edge) => portOf(edge, edge.state)),
      ...ports.map((edge) => portOf(edge, seenOfPort(edge), { ...edge, verdict: judgePort(edge) }))
    ],
    ...udp.length > 0 ? { udp: udp.map((edge) => portOf(edge, seenOf(edge), { ...edge, verdict: judgeUdp(edge) })) } : {}
  };
}
__name(matrixOf, "matrixOf");
var isSame = /* @__PURE__ */ __name((a, b) => a.from === b.from && a.to === b.to && a.port === b.port, "isSame");
function portOf({ from, to, port: port2 }, state, ruled) {
  return {
    from: bounded(from, 64),
    to: bounded(to, 64),
    port: port2,
    state,
    ...ruled ? { expected: ruled.expected } : {},
    ...ruled?.verdict === "unexpected" ? { isUnexpected: true } : {}
  };
}
__name(portOf, "portOf");
function seenOfPort(edge) {
  if (judgePort(edge) === "unknown") return "unknown";
  return edge.seen === "not-published" ? "blocked" : edge.seen;
}
__name(seenOfPort, "seenOfPort");
function cellOf2(edge) {
  const { expected, observed } = edge;
  const verdict = judgeEdge(edge);
  const seen = verdict === "unknown" ? "unknown" : verdict === "as-expected" === (expected.expected === "open") ? "open" : "blocked";
  const ways = { open: observed.openBy, blocked: observed.blockedBy, unknown: observed.unknownBecause }[seen];
  return {
    from: bounded(expected.from, 64),
    to: bounded(expected.to, 64),
    expected: expected.expected,
    observed: seen,
    verdict,
    detail: bounded(ways.slice(0, 3).join(", "), 200)
  };
}
__name(cellOf2, "cellOf");

// src/verify/checks/isolation-table.rules.ts
var SIGNS = { open: "+", blocked: ".", unknown: "?" };
var MOST_LETTERS = 20;
function isolationTable({ services, cells, published, udp }) {
  const short = /* @__PURE__ */ __name((name3) => bounded(name3, MOST_LETTERS), "short");
  const cellAt = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const portsFrom = /* @__PURE__ */ __name((from, ports) => ports.filter((edge) => edge.from === from).map((edge) => `${short(edge.to)}:${edge.port}${SIGNS[edge.state]}${edge.isUnexpected ? "!" : ""}`).join(" "), "portsFrom");
  const rows = services.map((from) => [
    short(from),
    ...services.map((to) => from === to ? "-" : signOf(cellAt.get(`${from} ${to}`))),
    portsFrom(from, published),
    ...udp ? [portsFrom(from, udp)] : []
  ]);
  const table = [["from \\ to", ...services.map(short), "published", ...udp ? ["udp"] : []], ...rows];
  const widths = (table[0] ?? []).map(
    (_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))
  );
  const lines = table.map(
    (row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  );
  return [...lines, "+ open  . blocked  ? not known  ! not as it must be"];
}
__name(isolationTable, "isolationTable");
function signOf(cell) {
  return cell ? `${SIGNS[cell.observed]}${cell.verdict === "unexpected" ? "!" : ""}` : "";
}
__name(signOf, "signOf");

// src/verify/kinds/isolation.ts
var edges = /* @__PURE__ */ __name(() => array(
  string2().max(140).regex(
    /^\s*(?:\*|[a-zA-Z0-9][\w.-]*)\s*->\s*(?:\*|[a-zA-Z0-9][\w.-]*)(?::\d{1,5}(?:\/udp)?)?\s*$/,
    "takes an edge, such as: backend -> redis"
  )
).max(500).default([]), "edges");
var params7 = strictObject({
  must: edges().describe(
    "Edges that must be open, whatever the networks say: `backend -> redis`. With `/udp` a port of the target that must answer a datagram: `backend -> names:53/udp`."
  ),
  mustNot: edges().describe(
    "Edges that must be blocked, whatever the networks say: `* -> cadvisor`. With a port it is the published one: `* -> redis:6379`; with `/udp` the target\u2019s own: `* -> names:53/udp`."
  ),
  networks: record(serviceName(), array(string2().min(1).max(64)).max(50)).optional().describe(
    "The networks that services must be on, for those that are named: a running service on others is found. Without it the running services\u2019 own networks say what must be open."
  ),
  settle: duration2().default(2e3).describe("Before the second look at edges that are not as they must be.")
});
var isolation = defineKind({
  name: "isolation",
  explanation: "Looks at every pair of services from inside the tasks\u2019 own network namespaces: by name, and by TCP to the virtual address, to each task, and across networks. Two services must reach each other if and only if they share a network, or as a rule says. Blocked counts only when the target is known to listen and the probe to work; what is not known makes the check inconclusive. A service that listens on nothing, and should not, counts as reached when its address refuses; not for a rule that it must be. UDP is asked only where a rule names a port of it: open is what answers a datagram (an echo, or any answer from that address and port), and blocked is silence where the same address answered its own service or a neighbour; a target that refuses was reached.",
  example: `- kind: isolation
  must: ['backend -> redis']
  mustNot: ['redis -> backend', 'redis -> names:53/udp']`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 18e4, "deadlineMs"),
  params: params7,
  expected: /* @__PURE__ */ __name(({ must, mustNot }) => [
    "services reach each other where they share a network, and nowhere else",
    ...said(must, ""),
    ...said(mustNot, "not ")
  ].join("; "), "expected"),
  place: /* @__PURE__ */ __name(() => ["networks"], "place"),
  gather: /* @__PURE__ */ __name(async ({ must, mustNot, networks, settle: settle3 }, world) => {
    const rules = { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) };
    const evidence = await gatherIsolation(world, {
      rules,
      settleMs: settle3,
      ...networks ? { declared: networks } : {}
    });
    const matrix = matrixOf(evidence);
    world.showIsolation(matrix);
    return { ...evidence, table: isolationTable(matrix) };
  }, "gather"),
  judge: /* @__PURE__ */ __name((_params, evidence) => judgeIsolation(evidence), "judge")
});
function said(rules, not) {
  return rules.map((rule2) => `${not}${rule2.trim()}`);
}
__name(said, "said");

// src/traffic/request.rules.ts
function requestText(target, connections) {
  const { name: name3, host, port: port2, path: path6 = "/", hostHeader = defaultHost(host, port2) } = target;
  const refuse4 = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${JSON.stringify(name3)}: ${what}`), "refuse");
  if (!Number.isInteger(port2) || port2 < 1 || port2 > 65535) throw refuse4(`${port2} is no port`);
  if (!/^[\w.:%-]+$/.test(host)) throw refuse4(`${JSON.stringify(host)} is no host`);
  if (!/^\/[\x21-\x7e]*$/.test(path6)) throw refuse4(`${JSON.stringify(path6)} is no path`);
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse4(`${JSON.stringify(hostHeader)} is no Host header`);
  const lines = [`GET ${path6} HTTP/1.1`, `Host: ${hostHeader}`, "User-Agent: swarmline", "Accept: */*"];
  if (connections === "fresh") lines.push("Connection: close");
  return `${lines.join("\r\n")}\r
\r
`;
}
__name(requestText, "requestText");
var defaultHost = /* @__PURE__ */ __name((host, port2) => `${host.includes(":") ? `[${host}]` : host}${port2 === 80 ? "" : `:${port2}`}`, "defaultHost");

// src/traffic/schedule.rules.ts
var dueMs = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) * 1e3 / schedule.ratePerSecond, "dueMs");
var targetOf = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) % schedule.targets, "targetOf");
function shareOf({ count: count3, sender, senders }) {
  return count3 === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count3 - sender) / senders));
}
__name(shareOf, "shareOf");
var countIn = /* @__PURE__ */ __name((durationMs, ratePerSecond) => Math.ceil(durationMs * ratePerSecond / 1e3 - 1e-9), "countIn");
var capPerTarget = /* @__PURE__ */ __name((maxOutstanding, targets, senders) => Math.max(1, Math.floor(maxOutstanding / targets / senders)), "capPerTarget");

// src/traffic/void.rules.ts
var DEFAULT_LIMITS = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 };
function reasonsForVoid(self, tally, limits) {
  const { cpuShare, sendLagMs, loopLagMs } = self;
  const { answered, failed, notSent } = tally.all;
  const why = [];
  if (answered + failed + notSent === 0) why.push("nothing was sent");
  if (cpuShare > limits.maxCpuShare)
    why.push(`the generator took ${percent2(cpuShare)} of a core, more than ${percent2(limits.maxCpuShare)}`);
  if (sendLagMs.p99 > limits.maxSendLagP99Ms)
    why.push(`requests left late: p99 ${sendLagMs.p99} ms, more than ${limits.maxSendLagP99Ms} ms`);
  if (loopLagMs.p99 > limits.maxLoopLagP99Ms)
    why.push(`the event loop lagged: p99 ${loopLagMs.p99} ms, more than ${limits.maxLoopLagP99Ms} ms`);
  if (tally.shortages > 0)
    why.push(`${tally.shortages} requests found no socket, port or memory on this machine`);
  return why;
}
__name(reasonsForVoid, "reasonsForVoid");
function selfOf(seen, { sendLag }) {
  const worst2 = /* @__PURE__ */ __name((pick2) => round(Math.max(0, ...seen.map(pick2))), "worst");
  return {
    threads: seen.length,
    cpuShare: worst2((each) => each.cpuShare),
    loopLagMs: { p99: worst2((each) => each.loopLagP99Ms), max: worst2((each) => each.loopLagMaxMs) },
    sendLagMs: {
      p50: round(percentileOf(sendLag, 50)),
      p99: round(percentileOf(sendLag, 99)),
      max: round(percentileOf(sendLag, 100))
    }
  };
}
__name(selfOf, "selfOf");
var round = /* @__PURE__ */ __name((value) => Math.round(value * 100) / 100, "round");
var percent2 = /* @__PURE__ */ __name((share) => `${Math.round(share * 100)} %`, "percent");

// src/traffic/load-plan.rules.ts
function planLoad(request) {
  const { targets, ratePerSecond, identify, workers = 1 } = request;
  const { timeoutMs = 5e3, maxOutstanding = 1e3, maxBodyBytes = 1024 * 1024 } = request;
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes };
  for (const [name3, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse2(`${name3} must be more than 0, not ${value}`);
  if (targets.length === 0) throw refuse2("there is no target to ask");
  if (!Number.isInteger(workers) || workers < 1) throw refuse2(`${workers} is no number of workers`);
  if (workers > 1 && typeof identify === "function")
    throw refuse2("a function cannot name replicas in workers: use { lineAfter }");
  const count3 = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond);
  if (!Number.isInteger(count3) || count3 < 1) throw refuse2(`${count3} is no number of requests`);
  for (const target of targets) requestText(target, request.connections);
  return {
    targets,
    ratePerSecond,
    count: count3,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count3),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  };
}
__name(planLoad, "planLoad");
var refuse2 = /* @__PURE__ */ __name((message) => new SwarmlineError("input", message), "refuse");

// src/traffic/load-result.rules.ts
function loadResult(names2, tally, run) {
  const why = reasonsForVoid(run.generator, tally, run.limits);
  return {
    ...shareOf2(tally.all),
    allLatencyMs: summarise(tally.ends),
    latencyBuckets: bucketsOf(tally.all.answers),
    durationMs: Math.round(run.durationMs),
    targets: tally.targets.map((counts2, index) => ({ name: names2[index] ?? "?", ...shareOf2(counts2) })),
    replicas: [...tally.replicas].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name3, counts2]) => ({ name: name3, ...shareOf2(counts2) })),
    series: tally.seconds.map((counts2, second) => ({
      second,
      sent: counts2.answered + counts2.failed,
      failed: counts2.failed,
      notSent: counts2.notSent,
      p99Ms: Math.round(percentileOf(counts2.answers, 99) * 100) / 100
    })),
    firstFailures: tally.firstFailures,
    generator: run.generator,
    ...why.length > 0 ? { isVoid: true, why: why.join("; ") } : { isVoid: false }
  };
}
__name(loadResult, "loadResult");
function shareOf2({ answered, failed, notSent, kinds, answers: answers2 }) {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds },
    latencyMs: summarise(answers2)
  };
}
__name(shareOf2, "shareOf");

// src/traffic/expect.rules.ts
var EXCERPT_BYTES = 400;
var isGoodStatus = /* @__PURE__ */ __name((status, expect) => expect.status === void 0 ? status >= 200 && status <= 299 : status === expect.status, "isGoodStatus");
var keptBytes = /* @__PURE__ */ __name((expect, identify) => (status) => {
  if (identify || expect.bodyIncludes !== void 0) return Number.POSITIVE_INFINITY;
  return isGoodStatus(status, expect) ? 0 : EXCERPT_BYTES;
}, "keptBytes");
function judgeOutcome(outcome, expect) {
  if (outcome.kind !== "answer") return outcome;
  const { status, body } = outcome;
  if (!isGoodStatus(status, expect))
    return { kind: "status", detail: bounded(`HTTP ${status}: ${body}`), body };
  if (expect.bodyIncludes !== void 0 && !body.includes(expect.bodyIncludes))
    return { kind: "body", detail: bounded(`not the expected text: ${body}`), body };
  return outcome;
}
__name(judgeOutcome, "judgeOutcome");
var MAX_NAME = 64;
function replicaOf(outcome, identify) {
  const body = "body" in outcome ? outcome.body : void 0;
  if (!identify || !body) return void 0;
  const name3 = typeof identify === "function" ? identify(body) : behind(body, identify.lineAfter);
  return name3 === void 0 ? void 0 : bounded(name3, MAX_NAME) || void 0;
}
__name(replicaOf, "replicaOf");
function behind(body, label) {
  const at = body.startsWith(label) ? 0 : body.indexOf(`
${label}`) + 1;
  if (at === 0 && !body.startsWith(label)) return void 0;
  const end = body.indexOf("\n", at);
  return body.slice(at + label.length, end < 0 ? void 0 : end).trim();
}
__name(behind, "behind");

// src/traffic/open-loop.ts
var realTimer = {
  now: /* @__PURE__ */ __name(() => performance.now(), "now"),
  after: /* @__PURE__ */ __name((ms, wake) => {
    const timeout = setTimeout(wake, ms);
    return () => clearTimeout(timeout);
  }, "after")
};
var MAX_AT_ONCE = 1e3;
function runOpenLoop(plan, transport, onSample, timer = realTimer) {
  const { schedule, timeoutMs, capPerTarget: capPerTarget2 } = plan;
  const start = plan.startMs ?? timer.now();
  const pending = /* @__PURE__ */ new Set();
  const perTarget = new Array(schedule.targets).fill(0);
  let share = shareOf(schedule);
  let next = 0;
  let callOff = /* @__PURE__ */ __name(() => {
  }, "callOff");
  let resolveEnded = /* @__PURE__ */ __name(() => {
  }, "resolveEnded");
  const ended = new Promise((resolve) => {
    resolveEnded = resolve;
  });
  const leave = /* @__PURE__ */ __name((each) => {
    pending.delete(each);
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1;
  }, "leave");
  const settle3 = /* @__PURE__ */ __name((each, outcome) => {
    leave(each);
    const { target, dueMs: dueMs2, sentMs } = each;
    onSample({ target, dueMs: dueMs2, sentMs, endMs: timer.now() - start, outcome });
    if (next >= share && pending.size === 0) finish();
  }, "settle");
  const finish = /* @__PURE__ */ __name(() => {
    callOff();
    resolveEnded();
  }, "finish");
  const launch = /* @__PURE__ */ __name((i) => {
    const due = dueMs(schedule, i);
    const target = targetOf(schedule, i);
    const sentMs = timer.now() - start;
    if ((perTarget[target] ?? 0) >= capPerTarget2) {
      const detail = `${capPerTarget2} requests were under way`;
      const outcome = { kind: "not-sent", detail, isCapped: true };
      return onSample({ target, dueMs: due, sentMs, endMs: sentMs, outcome });
    }
    const each = { target, dueMs: due, sentMs, drop: /* @__PURE__ */ __name(() => {
    }, "drop") };
    pending.add(each);
    perTarget[target] = (perTarget[target] ?? 0) + 1;
    const underWay = transport.send(target, (outcome) => settle3(each, outcome));
    each.drop = () => underWay.drop();
  }, "launch");
  const timeOut = /* @__PURE__ */ __name(() => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return;
      each.drop();
      settle3(each, { kind: "time-out", detail: `no whole answer within ${timeoutMs} ms` });
    }
  }, "timeOut");
  const wake = /* @__PURE__ */ __name(() => {
    for (let n = 0; n < MAX_AT_ONCE && next < share; n++) {
      if (dueMs(schedule, next) > timer.now() - start) break;
      launch(next++);
    }
    timeOut();
    if (next >= share && pending.size === 0) return finish();
    const [oldest] = pending;
    const at = Math.min(
      next < share ? dueMs(schedule, next) : Number.POSITIVE_INFINITY,
      oldest ? oldest.dueMs + timeoutMs : Number.POSITIVE_INFINITY
    );
    callOff = timer.after(Math.max(0, at - (timer.now() - start)), wake);
  }, "wake");
  callOff = timer.after(Math.max(0, start - timer.now()), wake);
  return {
    ended,
    stop() {
      share = Math.min(share, next);
      callOff();
      wake();
    },
    abort() {
      share = Math.min(share, next);
      const dropped = pending.size;
      for (const each of pending) {
        each.drop();
        leave(each);
      }
      finish();
      return dropped;
    }
  };
}
__name(runOpenLoop, "runOpenLoop");

// src/traffic/self-watch.ts
import { monitorEventLoopDelay } from "node:perf_hooks";
var RESOLUTION_MS = 10;
function watchSelf() {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  lag.enable();
  const cpuBefore = cpuMs();
  const before = performance.now();
  return () => {
    lag.disable();
    const passed = Math.max(1, performance.now() - before);
    const beyond = /* @__PURE__ */ __name((ns) => lag.count === 0 ? 0 : Math.max(0, ns / 1e6 - RESOLUTION_MS), "beyond");
    return {
      cpuShare: (cpuMs() - cpuBefore) / passed,
      loopLagP99Ms: beyond(lag.percentile(99)),
      loopLagMaxMs: beyond(lag.max)
    };
  };
}
__name(watchSelf, "watchSelf");
function cpuMs() {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1e3;
}
__name(cpuMs, "cpuMs");

// src/traffic/tally.rules.ts
var MAX_REPLICAS = 256;
var OTHER_REPLICAS = "(others)";
var MAX_FIRST_FAILURES = 20;
var MAX_SECONDS = 3600;
var createCounts = /* @__PURE__ */ __name(() => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
}), "createCounts");
var createTally2 = /* @__PURE__ */ __name((targets) => ({
  all: createCounts(),
  targets: Array.from({ length: targets }, createCounts),
  replicas: /* @__PURE__ */ new Map(),
  seconds: [],
  ends: createHistogram(),
  sendLag: createHistogram(),
  shortages: 0,
  firstFailures: []
}), "createTally");
function count2(counts2, { outcome, dueMs: dueMs2, endMs }) {
  if (outcome.kind === "answer") {
    counts2.answered++;
    record2(counts2.answers, endMs - dueMs2);
  } else if (outcome.kind === "not-sent") counts2.notSent++;
  else {
    counts2.failed++;
    counts2.kinds[outcome.kind] = (counts2.kinds[outcome.kind] ?? 0) + 1;
  }
}
__name(count2, "count");
function addSample(tally, sample, replica, names2) {
  const { outcome, dueMs: dueMs2, sentMs, endMs } = sample;
  count2(tally.all, sample);
  const target = tally.targets[sample.target];
  if (target) count2(target, sample);
  if (replica !== void 0) count2(replicaCounts(tally, replica), sample);
  count2(secondCounts(tally, Math.min(MAX_SECONDS - 1, Math.floor(dueMs2 / 1e3))), sample);
  if (outcome.kind === "not-sent") {
    if (!outcome.isCapped) tally.shortages++;
  } else {
    record2(tally.ends, endMs - dueMs2);
    record2(tally.sendLag, sentMs - dueMs2);
  }
  if (outcome.kind !== "answer" && tally.firstFailures.length < MAX_FIRST_FAILURES)
    tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, names2));
}
__name(addSample, "addSample");
var firstFailure = /* @__PURE__ */ __name(({ dueMs: dueMs2, target }, kind, detail, names2) => ({ atMs: Math.round(dueMs2), target: names2[target] ?? "?", kind, detail }), "firstFailure");
function replicaCounts({ replicas }, name3) {
  const known = replicas.get(name3);
  if (known) return known;
  const key = replicas.size < MAX_REPLICAS ? name3 : OTHER_REPLICAS;
  const counts2 = replicas.get(key) ?? createCounts();
  replicas.set(key, counts2);
  return counts2;
}
__name(replicaCounts, "replicaCounts");
function secondCounts({ seconds: seconds2 }, second) {
  while (seconds2.length <= second) seconds2.push(createCounts());
  return seconds2[second];
}
__name(secondCounts, "secondCounts");
function mergeTally(tally, from) {
  mergeCounts(tally.all, from.all);
  for (const [index, counts2] of from.targets.entries()) {
    const target = tally.targets[index];
    if (target) mergeCounts(target, counts2);
  }
  for (const [name3, counts2] of from.replicas) mergeCounts(replicaCounts(tally, name3), counts2);
  for (const [second, counts2] of from.seconds.entries()) mergeCounts(secondCounts(tally, second), counts2);
  mergeInto(tally.ends, from.ends);
  mergeInto(tally.sendLag, from.sendLag);
  tally.shortages += from.shortages;
  tally.firstFailures = [...tally.firstFailures, ...from.firstFailures].sort((a, b) => a.atMs - b.atMs).slice(0, MAX_FIRST_FAILURES);
}
__name(mergeTally, "mergeTally");
function mergeCounts(counts2, from) {
  counts2.answered += from.answered;
  counts2.failed += from.failed;
  counts2.notSent += from.notSent;
  for (const kind of Object.keys(from.kinds))
    counts2.kinds[kind] = (counts2.kinds[kind] ?? 0) + (from.kinds[kind] ?? 0);
  mergeInto(counts2.answers, from.answers);
}
__name(mergeCounts, "mergeCounts");

// src/traffic/connection.ts
import net from "node:net";

// src/traffic/chunks.rules.ts
var MAX_LINE = 256;
var MAX_TRAILER = 8 * 1024;
var [CR, LF] = [13, 10];
function createChunkReader(onBody) {
  let state = "size";
  let line = "";
  let left = 0;
  let trailer = 0;
  const endOfLine = /* @__PURE__ */ __name(() => {
    const text = line;
    line = "";
    if (state === "data-end") {
      if (text !== "") return "a chunk longer than its size";
      state = "size";
      return false;
    }
    if (state === "trailer") return text === "";
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text)?.[1];
    if (size === void 0) return "a chunk without a size";
    left = Number.parseInt(size, 16);
    state = left === 0 ? "trailer" : "data";
    return false;
  }, "endOfLine");
  return {
    read(bytes, from, end) {
      let at = from;
      while (at < end) {
        if (state === "data") {
          const to = Math.min(end, at + left);
          onBody(bytes, at, to);
          left -= to - at;
          at = to;
          if (left === 0) state = "data-end";
          continue;
        }
        const byte = bytes[at++];
        if (state === "trailer" && ++trailer > MAX_TRAILER) return "a trailer without end";
        if (byte === LF) {
          const ended = endOfLine();
          if (typeof ended === "string") return ended;
          if (ended) return { at, isWhole: true };
        } else if (byte !== CR) {
          if (line.length >= MAX_LINE && state !== "trailer") return "a chunk without a size";
          if (line.length < MAX_LINE) line += String.fromCharCode(byte ?? 0);
        }
      }
      return { at, isWhole: false };
    }
  };
}
__name(createChunkReader, "createChunkReader");

// src/traffic/head.rules.ts
function readHead2(text) {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text);
  if (!first) return "not an HTTP/1 answer";
  const status = Number(first[2]);
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text)?.[1]?.toLowerCase() ?? "";
  const isKept = first[1] === "1" ? !connection.includes("close") : connection.includes("keep-alive");
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: "length", bytes: 0 }, isReusable: isKept };
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text)?.[1];
  const lengths = new Set(Array.from(text.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), (m) => m[1]?.trim()));
  if (coding !== void 0)
    return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { status, framing: { kind: "chunked" }, isReusable: isKept && lengths.size === 0 } : { status, framing: { kind: "until-end" }, isReusable: false };
  if (lengths.size === 0) return { status, framing: { kind: "until-end" }, isReusable: false };
  const [length] = lengths;
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? "")) return "a Content-Length that is no length";
  return { status, framing: { kind: "length", bytes: Number(length) }, isReusable: isKept };
}
__name(readHead2, "readHead");

// src/traffic/answer.rules.ts
var MORE = { kind: "more" };
var broken = /* @__PURE__ */ __name((problem) => ({ kind: "broken", problem }), "broken");
function createAnswerReader(limits) {
  let pending;
  let [lastText, lastHead] = ["", ""];
  let head;
  let chunks;
  let size = 0;
  let kept = [];
  let room = 0;
  const take = /* @__PURE__ */ __name((bytes, from, to) => {
    size += to - from;
    const wanted2 = Math.min(room, to - from);
    if (wanted2 <= 0) return;
    kept.push(Buffer.from(bytes.subarray(from, from + wanted2)));
    room -= wanted2;
  }, "take");
  const whole = /* @__PURE__ */ __name((isReusable) => {
    const status = head?.status ?? 0;
    const body = kept.length === 0 ? "" : Buffer.concat(kept).toString("utf8");
    head = chunks = void 0;
    kept = [];
    size = 0;
    return { kind: "whole", status, body, isReusable };
  }, "whole");
  const readBody = /* @__PURE__ */ __name((bytes, from, end, at) => {
    const { framing } = at;
    let to = end;
    let isWhole2 = false;
    if (framing.kind === "length") {
      to = Math.min(end, from + framing.bytes - size);
      take(bytes, from, to);
      isWhole2 = size === framing.bytes;
    } else if (framing.kind === "chunked") {
      chunks ??= createChunkReader(take);
      const read3 = chunks.read(bytes, from, end);
      if (typeof read3 === "string") return broken(read3);
      to = read3.at;
      isWhole2 = read3.isWhole;
    } else take(bytes, from, end);
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
    return isWhole2 ? whole(at.isReusable && to === end) : MORE;
  }, "readBody");
  const read2 = /* @__PURE__ */ __name((given, length) => {
    let bytes = given;
    let end = length;
    let from = 0;
    if (head) return readBody(bytes, 0, end, head);
    if (pending) {
      bytes = Buffer.concat([pending, given.subarray(0, end)]);
      end = bytes.length;
      pending = void 0;
    }
    for (; ; ) {
      const at = bytes.indexOf("\r\n\r\n", from, "latin1");
      if (at < 0 || at + 4 > end) {
        if (end - from > limits.maxHeadBytes)
          return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
        pending = Buffer.from(bytes.subarray(from, end));
        return MORE;
      }
      if (at - from > limits.maxHeadBytes) return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
      const text = bytes.toString("latin1", from, at);
      if (text !== lastText) [lastText, lastHead] = [text, readHead2(text)];
      const found = lastHead;
      if (typeof found === "string") return broken(found);
      from = at + 4;
      if (found.status === 101) return broken("another protocol");
      if (found.status < 200) continue;
      head = found;
      room = Math.min(limits.maxBodyBytes, limits.keptBytes(found.status));
      if (found.framing.kind === "length" && found.framing.bytes > limits.maxBodyBytes)
        return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
      return readBody(bytes, from, end, found);
    }
  }, "read");
  return {
    read: read2,
    end: /* @__PURE__ */ __name(() => head?.framing.kind === "until-end" ? whole(false) : broken(head || pending ? "closed in mid-answer" : "closed without an answer"), "end")
  };
}
__name(createAnswerReader, "createAnswerReader");

// src/traffic/socket-errors.rules.ts
var OURS = ["EADDRNOTAVAIL", "EAGAIN", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"];
function outcomeOfError(error2) {
  const code = error2.code ?? "";
  const detail = bounded(code || error2.message);
  if (OURS.includes(code)) return { kind: "not-sent", detail, isCapped: false };
  if (code === "ECONNREFUSED") return { kind: "refused", detail };
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") return { kind: "reset", detail };
  if (code === "ETIMEDOUT") return { kind: "time-out", detail };
  return { kind: "unreachable", detail };
}
__name(outcomeOfError, "outcomeOfError");

// src/traffic/connection.ts
var inbox = Buffer.allocUnsafe(64 * 1024);
function connect({ host, port: port2 }, limits, onGone) {
  const reader = createAnswerReader(limits);
  let waiting;
  let isOver = false;
  const finish = /* @__PURE__ */ __name((outcome, isReusable) => {
    const done = waiting;
    waiting = void 0;
    if (!isReusable) drop();
    if (done) done(outcome, isReusable);
    else if (!isReusable) onGone();
  }, "finish");
  const drop = /* @__PURE__ */ __name(() => {
    isOver = true;
    waiting = void 0;
    socket.destroy();
  }, "drop");
  const handle = /* @__PURE__ */ __name((progress, isClosed) => {
    if (progress.kind === "more") return;
    if (progress.kind === "whole")
      finish({ kind: "answer", status: progress.status, body: progress.body }, progress.isReusable);
    else finish({ kind: isClosed ? "reset" : "body", detail: progress.problem }, false);
  }, "handle");
  const socket = net.connect({
    host,
    port: port2,
    noDelay: true,
    onread: {
      buffer: inbox,
      callback: /* @__PURE__ */ __name((length) => {
        if (isOver) return false;
        if (!waiting) finish({ kind: "body", detail: "unasked" }, false);
        else handle(reader.read(inbox, length), false);
        return true;
      }, "callback")
    }
  });
  socket.on("error", (error2) => {
    if (!isOver) finish(outcomeOfError(error2), false);
  });
  socket.on("close", () => {
    if (!isOver) handle(reader.end(), true);
  });
  return {
    ask(request, done) {
      waiting = done;
      socket.write(request);
    },
    drop
  };
}
__name(connect, "connect");

// src/traffic/transport.ts
function createTransport(targets, connections, limits) {
  const doors = targets.map((target) => ({
    target,
    request: Buffer.from(requestText(target, connections), "latin1"),
    idle: []
  }));
  return {
    send(index, done) {
      const door = doors[index];
      if (!door) throw new RangeError(`there is no target ${index}`);
      const connection = door.idle.pop() ?? open3(door);
      connection.ask(door.request, (outcome, isReusable) => {
        if (isReusable && connections === "kept") door.idle.push(connection);
        else connection.drop();
        done(outcome);
      });
      return connection;
    },
    close() {
      for (const { idle } of doors) for (const connection of idle.splice(0)) connection.drop();
    }
  };
  function open3(door) {
    const connection = connect(door.target, limits, () => {
      const at = door.idle.indexOf(connection);
      if (at >= 0) door.idle.splice(at, 1);
    });
    return connection;
  }
  __name(open3, "open");
}
__name(createTransport, "createTransport");

// src/traffic/sender.ts
var MAX_HEAD_BYTES = 32 * 1024;
var answerLimits = /* @__PURE__ */ __name((plan) => ({
  maxHeadBytes: MAX_HEAD_BYTES,
  maxBodyBytes: plan.maxBodyBytes,
  keptBytes: keptBytes(plan.expect, plan.identify)
}), "answerLimits");
function startSender(plan, sender, startMs) {
  const { targets, ratePerSecond, count: count3, workers: senders, timeoutMs } = plan;
  const names2 = targets.map((target) => target.name);
  const tally = createTally2(targets.length);
  const transport = createTransport(targets, plan.connections, answerLimits(plan));
  let lastEndMs = 0;
  const onSample = /* @__PURE__ */ __name((sample) => {
    const outcome = judgeOutcome(sample.outcome, plan.expect);
    lastEndMs = Math.max(lastEndMs, sample.endMs);
    addSample(tally, { ...sample, outcome }, replicaOf(outcome, plan.identify), names2);
  }, "onSample");
  let isAborted = false;
  const seen = watchSelf();
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: count3, targets: targets.length, sender, senders },
      startMs,
      timeoutMs,
      capPerTarget: capPerTarget(plan.maxOutstanding, targets.length, senders)
    },
    transport,
    onSample
  );
  return {
    done: loop.ended.then(() => {
      const self = seen();
      transport.close();
      return isAborted ? void 0 : { tally, seen: self, lastEndMs };
    }),
    abort() {
      isAborted = true;
      loop.abort();
    }
  };
}
__name(startSender, "startSender");

// src/traffic/generate.ts
async function generate(request, fx) {
  const plan = planLoad(request);
  const cancelled = /* @__PURE__ */ __name(() => new SwarmlineError("cancelled", "cancelled"), "cancelled");
  if (fx.signal.aborted) throw cancelled();
  const parts = plan.workers > 1 ? await (await import("./workers-FEZUVVMJ.js")).runWorkers(plan, fx.signal) : await runHere(plan, fx.signal);
  if (!parts) throw cancelled();
  const tally = createTally2(plan.targets.length);
  for (const part of parts) mergeTally(tally, part.tally);
  const seen = parts.map((part) => part.seen);
  return loadResult(
    plan.targets.map((target) => target.name),
    tally,
    {
      durationMs: Math.max(...parts.map((part) => part.lastEndMs)),
      generator: selfOf(seen, tally),
      limits: plan.limits
    }
  );
}
__name(generate, "generate");
async function runHere(plan, signal) {
  const sender = startSender(plan, 0, performance.now());
  signal.addEventListener("abort", sender.abort, { once: true });
  try {
    const sent = await sender.done;
    return sent && [sent];
  } finally {
    signal.removeEventListener("abort", sender.abort);
  }
}
__name(runHere, "runHere");

// src/verify/traffic-targets.ts
function trafficTargets(nodes2, asked2, world) {
  return Promise.all(
    nodes2.map(async (node2) => ({
      name: node2.name,
      path: asked2.path,
      ...await world.endpointOf(node2, asked2.port)
    }))
  );
}
__name(trafficTargets, "trafficTargets");

// src/verify/kinds/load.rules.ts
var PERCENTILES = ["p50", "p90", "p95", "p99", "p999", "max"];
function loadExpected({ port: port2, path: path6, rate, duration: duration3, latency, errors }) {
  const limits = limitsOf(latency).map(({ name: name3, limitMs }) => `${name3} at most ${limitMs} ms`);
  return [
    `${rate} requests per second for ${duration3 / 1e3} s to :${port2}${path6}: at most ${percent(errors)} fail`,
    ...limits
  ].join("; ");
}
__name(loadExpected, "loadExpected");
function judgeLoad(params21, { publishers, result }) {
  const expected = loadExpected(params21);
  if (!result)
    return publishers.length > 0 ? fail(expected, `no task of ${publishers.join(", ")} runs`, "see `docker service ps --no-trunc`") : inconclusive(expected, "there is no node to ask", void 0);
  const { planned, answered, failed, notSent, latencyMs, firstFailures } = result;
  const lost = failed + notSent;
  const figures = {
    planned,
    answered,
    failed,
    notSent,
    p50Ms: latencyMs.p50,
    p99Ms: latencyMs.p99,
    maxMs: latencyMs.max
  };
  if (result.isVoid)
    return inconclusive(
      expected,
      `void: ${result.why}`,
      "ask for a smaller rate, or run the check on a machine with more to spare",
      figures
    );
  const [first] = firstFailures;
  const words2 = [
    `${lost} of ${count(planned, "request")} failed`,
    ...first ? [`first on ${first.target}: ${first.kind}: ${bounded(first.detail)}`] : [],
    `p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ];
  if (planned === 0) return inconclusive(expected, "nothing was sent", void 0, figures);
  if (answered === 0 || lost > params21.errors * planned)
    return fail(expected, words2.join("; "), "see `docker service logs`, and how many replicas run", figures);
  const slow = limitsOf(params21.latency).filter(({ name: name3, limitMs }) => latencyMs[name3] > limitMs);
  if (slow.length > 0)
    return fail(
      expected,
      [...slow.map(({ name: name3 }) => `${name3} is ${latencyMs[name3]} ms`), ...words2].join("; "),
      "more replicas, or less work for each request; the evidence has the figures of each node and replica",
      figures
    );
  return pass(expected, words2.join("; "), figures);
}
__name(judgeLoad, "judgeLoad");
function limitsOf(latency) {
  return PERCENTILES.flatMap((name3) => {
    const limitMs = latency[name3];
    return limitMs === void 0 ? [] : [{ name: name3, limitMs }];
  });
}
__name(limitsOf, "limitsOf");
function reportedLoad({ port: port2, path: path6, rate }, { targets, replicas, ...result }) {
  const { planned, answered, failed, notSent, latencyMs, durationMs, isVoid, latencyBuckets: latencyBuckets2 } = result;
  return {
    title: `${rate} requests a second to :${port2}${path6}`,
    ...{ planned, answered, failed, notSent, latencyMs, durationMs, isVoid, latencyBuckets: latencyBuckets2 },
    targets: targets.map((each) => ({
      name: bounded(each.name, 64),
      ...{ planned: each.planned, answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    })),
    replicas: replicas.map((each) => ({
      name: bounded(each.name, 64),
      ...{ answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    }))
  };
}
__name(reportedLoad, "reportedLoad");

// src/verify/kinds/load.ts
var MAX_REQUESTS = 1e6;
var limit = /* @__PURE__ */ __name((name3) => duration2().optional().describe(`The ${name3} of latencies may be this.`), "limit");
var params8 = strictObject({
  port: port().default(80).describe("Published port."),
  path: string2().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path and query of the requests."),
  rate: number2().min(0.1).max(5e4).default(50).describe(
    "Requests per second, of all nodes together; each is due at its time, whatever became of others."
  ),
  duration: duration2().prefault("10s").describe("For how long requests are due."),
  connections: _enum(["fresh", "kept"]).default("fresh").describe("A TCP connection for each request, or connections that are used again."),
  timeout: duration2().prefault("5s").describe("For each request, from the time at which it was due."),
  status: number2().int().min(100).max(599).optional().describe("Status of a good answer; without it, any from 200 to 299."),
  latency: strictObject({
    p50: limit("median"),
    p90: limit("90th percentile"),
    p95: limit("95th percentile"),
    p99: limit("99th percentile"),
    p999: limit("99.9th percentile"),
    max: limit("longest")
  }).prefault({}).describe("What good answers may take, from the time at which they were due to the last byte."),
  errors: number2().min(0).max(1).default(0).describe("Share of the requests that may fail."),
  threads: number2().int().min(1).max(64).default(1).describe("Threads that send.")
});
var load = defineKind({
  name: "load",
  explanation: "Sends requests at a fixed rate through every node, each at the time at which it is due whatever became of those before it, and measures latencies from that time: a stall shows in all requests that were due in it. Fails when more requests than the budget fail, or a percentile is above its limit; inconclusive when this machine could not keep up with the rate.",
  example: `- kind: load
  port: 80
  rate: 50
  duration: 10s
  latency: { p99: 500ms }
  errors: 0.001`,
  isDisturbing: false,
  // Other requests at the same time would be part of what is measured.
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name((asked2) => asked2.duration + asked2.timeout + 6e4, "deadlineMs"),
  params: params8,
  faultOf: /* @__PURE__ */ __name(({ rate, duration: durationMs }) => {
    const requests = rate * durationMs / 1e3;
    if (requests > MAX_REQUESTS) return `load sends ${MAX_REQUESTS} requests at most`;
    return requests < 1 ? "load sends one request at least: ask for a longer duration" : void 0;
  }, "faultOf"),
  expected: loadExpected,
  gather: /* @__PURE__ */ __name(async (asked2, world) => {
    const { publishers, nodes: nodes2 } = await publishingNodes(world, asked2.port);
    if (nodes2.length === 0) return { publishers, result: void 0 };
    const targets = await trafficTargets(nodes2, asked2, world);
    const result = await world.turns.alone(async () => {
      const loaded = await generate({ ...requestOf(asked2), targets }, world).catch((error2) => {
        world.unsettled.add(Math.ceil(asked2.rate * asked2.timeout / 1e3));
        throw error2;
      });
      world.unsettled.add(unsettled([loaded.failedByKind]));
      return loaded;
    });
    world.showLoad(reportedLoad(asked2, result));
    return { publishers, result };
  }, "gather"),
  judge: judgeLoad
});
function requestOf(asked2) {
  return {
    ratePerSecond: asked2.rate,
    durationMs: asked2.duration,
    connections: asked2.connections,
    timeoutMs: asked2.timeout,
    workers: asked2.threads,
    identify: { lineAfter: "The responding server is:" },
    ...asked2.status === void 0 ? {} : { expect: { status: asked2.status } }
  };
}
__name(requestOf, "requestOf");

// src/verify/read-logs.ts
var MAX_BYTES2 = 2 * 1024 * 1024;
async function readLogs(service2, lines, world) {
  const found = await world.reads.service(service2);
  if (!found) return void 0;
  const stream = await world.manager.stream("GET", `/services/${found.ID}/logs`, {
    query: { stdout: 1, stderr: 1, tail: lines },
    signal: world.signal,
    timeoutMs: 3e4
  });
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > MAX_BYTES2) break;
    }
  } finally {
    stream.destroy();
  }
  return demultiplex(Buffer.concat(chunks));
}
__name(readLogs, "readLogs");

// src/verify/kinds/logs.rules.ts
function logsExpected({ service: service2, present, absent: absent2, lines }) {
  const rules = [...present.map((p) => `${quoted(p)} is there`), ...absent2.map((p) => `${quoted(p)} is not`)];
  return `in the last ${lines} lines of ${service2}: ${rules.join("; ") || "something"}`;
}
__name(logsExpected, "logsExpected");
function judgeLogs(params21, { text }) {
  const expected = logsExpected(params21);
  const hint = `see \`docker service logs\` of ${params21.service}`;
  if (text === void 0)
    return fail(expected, `the stack has no service ${params21.service}`, "see `docker stack services`");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const figures = { lines: lines.length };
  const found = /* @__PURE__ */ __name((pattern2) => ({ pattern: pattern2, result: matchesPattern(pattern2, text) }), "found");
  const present = params21.present.map(found);
  const absent2 = params21.absent.map(found);
  if ([...present, ...absent2].some(({ result }) => result === "unknown"))
    return inconclusive(
      expected,
      "an expression takes too long",
      "write a simpler regular expression",
      figures
    );
  const shown2 = absent2.filter(({ result }) => result === "holds").map(({ pattern: pattern2 }) => {
    const at = matchingLines(pattern2, lines);
    const line = (at === "unknown" ? void 0 : lines[at[0] ?? -1]) ?? "";
    return `${quoted(pattern2)} is there: ${bounded(line)}`;
  });
  if (shown2.length > 0) return fail(expected, shown2.join("; "), hint, figures);
  const missing2 = present.filter(({ result }) => result === "fails");
  if (missing2.length > 0)
    return fail(
      expected,
      `${missing2.map(({ pattern: pattern2 }) => quoted(pattern2)).join(", ")} is not there`,
      hint,
      figures
    );
  if (lines.length === 0)
    return inconclusive(
      expected,
      "there are no lines",
      "does the log driver keep them? `docker service logs`",
      figures
    );
  return pass(expected, `${lines.length} lines looked through`, figures);
}
__name(judgeLogs, "judgeLogs");
var quoted = /* @__PURE__ */ __name((pattern2) => `/${bounded(pattern2, 80)}/`, "quoted");

// src/verify/kinds/logs.ts
var EVERY_MS = 1e3;
var params9 = strictObject({
  service: serviceName(),
  present: array(pattern()).max(50).default([]).describe("Regular expressions that must be found."),
  absent: array(pattern()).max(50).default([]).describe("Regular expressions that must not be found."),
  lines: number2().int().min(1).max(1e4).default(1e3).describe("How many of the last lines of each task."),
  within: duration2().prefault("0s").describe("How long what must be found may take to come.")
});
var logs = defineKind({
  name: "logs",
  explanation: "Reads the last lines that a service\u2019s tasks wrote, on all nodes, and looks for regular expressions (JavaScript\u2019s, with the flags m and u). Fails when one is missing that must be there, or there that must not.",
  example: `- kind: logs
  service: backend
  absent: ['(?:ERROR|Fatal)', 'password']
  lines: 200`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params9,
  expected: logsExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(async ({ service: service2, present, lines, within: within2 }, world) => {
    const end = world.clock.now() + within2;
    for (; ; ) {
      const text = await readLogs(service2, lines, world);
      const isComplete = text === void 0 || present.every((each) => matchesPattern(each, text) === "holds");
      if (isComplete || world.clock.now() >= end) return { text };
      await world.clock.sleep(EVERY_MS, world.signal);
    }
  }, "gather"),
  judge: judgeLogs
});

// src/verify/unpublished.rules.ts
function isUnpublished(host, stack, services) {
  const name3 = host.replace(/^tasks\./, "");
  const meant = services.filter(({ Spec }) => {
    const aliases = Spec.TaskTemplate.Networks?.flatMap((network) => network.Aliases ?? []) ?? [];
    return [Spec.Name, serviceInStack(Spec.Name, stack), ...aliases].includes(name3);
  });
  return meant.length > 0 && meant.every(({ Spec }) => (Spec.EndpointSpec?.Ports ?? []).length === 0);
}
__name(isUnpublished, "isUnpublished");

// src/verify/exposition.rules.ts
var LINE2 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+([^ \t]+)(?:[ \t]+-?\d+)?[ \t]*$/;
var LABEL2 = /\s*([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"\s*(?:,|$)/y;
function parseExposition(text) {
  const samples = [];
  let badLines = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const sample = parseLine(line);
    if (sample) samples.push(sample);
    else badLines++;
  }
  return { samples, badLines };
}
__name(parseExposition, "parseExposition");
function parseLine(line) {
  if (line.length > 1e4) return void 0;
  const [, name3, labelText2 = "", number3 = ""] = LINE2.exec(line) ?? [];
  const value = numberOf(number3);
  const labels2 = labelsOf(labelText2);
  return name3 === void 0 || value === void 0 || !labels2 ? void 0 : { name: name3, labels: labels2, value };
}
__name(parseLine, "parseLine");
function labelsOf(text) {
  const labels2 = [];
  let at = 0;
  while (at < text.length) {
    LABEL2.lastIndex = at;
    const match = LABEL2.exec(text);
    if (!match) return void 0;
    labels2.push([
      match[1] ?? "",
      (match[2] ?? "").replace(/\\(.)/g, (_, c) => c === "n" ? "\n" : c)
    ]);
    at += match[0].length;
  }
  return Object.fromEntries(labels2);
}
__name(labelsOf, "labelsOf");
function numberOf(text) {
  if (/^[+-]?Inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (text === "NaN") return Number.NaN;
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? value : void 0;
}
__name(numberOf, "numberOf");
function select(samples, name3, labels2) {
  return samples.filter(
    (sample) => sample.name === name3 && Object.entries(labels2).every(
      ([label, value]) => Object.hasOwn(sample.labels, label) && sample.labels[label] === value
    )
  );
}
__name(select, "select");

// src/verify/kinds/metrics-targets.rules.ts
function judgeTargetList(wanted2, list) {
  if (list.kind === "unreachable") return { status: "unknown", text: bounded(list.reason) };
  if (list.kind === "failed") return { status: "fail", text: `its targets: ${bounded(list.reason)}` };
  const targets = readTargets(list.first);
  if (!targets) return { status: "fail", text: "what it answers is no list of Prometheus\u2019 targets" };
  for (const { job, least } of wanted2) {
    const own2 = targets.filter((target) => target.job === job);
    const down = own2.find(({ health }) => health !== "up" && health !== "unknown");
    const up = own2.filter(({ health }) => health === "up").length;
    if (down)
      return {
        status: "fail",
        text: bounded(`target ${down.instance} of job ${job} is ${down.health}: ${down.error}`)
      };
    if (own2.length < least)
      return { status: "fail", text: `job ${bounded(job)} has ${count(own2.length, "target")}` };
    if (up < own2.length)
      return {
        status: "unknown",
        text: `${count(own2.length - up, "target")} of job ${bounded(job)} not scraped yet`
      };
  }
  return { status: "pass", text: `${count(targets.length, "target")}, all up that must be` };
}
__name(judgeTargetList, "judgeTargetList");
function readTargets(text) {
  try {
    const { data } = JSON.parse(text);
    if (!Array.isArray(data?.activeTargets)) return void 0;
    return data.activeTargets.map((target) => {
      const { labels: labels2, health, lastError } = target ?? {};
      const { job, instance } = labels2 ?? {};
      return { job: word(job), instance: word(instance), health: word(health), error: word(lastError) };
    });
  } catch {
    return void 0;
  }
}
__name(readTargets, "readTargets");
var word = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : "", "word");

// src/verify/kinds/metrics.rules.ts
function metricsExpected({ metrics: metrics2, targets, url, port: port2, path: path6 }) {
  const rules = metrics2.map(
    ({ name: name3, value, moves }) => [name3, value === void 0 ? "is there" : inWords2(value), moves ? "and moves" : ""].filter(Boolean).join(" ")
  );
  const up = targets.map(({ job, least }) => `; ${count(least, "target")} of job ${job} up`).join("");
  return `${url ?? `:${port2}${path6}`} has metrics${rules.length > 0 ? `: ${rules.join("; ")}` : ""}${up}`;
}
__name(metricsExpected, "metricsExpected");
function judgeMetrics(params21, { scrapes, targetLists }) {
  const expected = metricsExpected(params21);
  const figures = { targets: scrapes.length };
  if (scrapes.length === 0)
    return fail(expected, "nothing runs that could be scraped", "see `docker service ps --no-trunc`", figures);
  if (params21.targets.length > 0 && targetLists.length === 0)
    return inconclusive(expected, "no Prometheus could be asked for its targets", void 0, figures);
  const judged = [
    ...scrapes.map((scrape) => ({ scrape, result: judgeScrape(params21, scrape) })),
    ...targetLists.map((scrape) => ({ scrape, result: judgeTargetList(params21.targets, scrape) }))
  ];
  const bad = judged.filter(({ result }) => result.status === "fail");
  const shownOf = /* @__PURE__ */ __name((some) => some.map(({ scrape, result }) => `${scrape.target}: ${result.text}`).join("; "), "shownOf");
  if (bad.length > 0)
    return fail(expected, shownOf(bad), "scrape it by hand, and see the exporter\u2019s log", figures);
  const unsure = judged.filter(({ result }) => result.status === "unknown");
  if (unsure.length > 0) return inconclusive(expected, shownOf(unsure), void 0, figures);
  return pass(expected, shownOf(judged), figures);
}
__name(judgeMetrics, "judgeMetrics");
function judgeScrape({ metrics: metrics2 }, scrape) {
  if (scrape.kind === "unreachable") return { status: "unknown", text: bounded(scrape.reason) };
  if (scrape.kind === "failed") return { status: "fail", text: bounded(scrape.reason) };
  const first = parseExposition(scrape.first);
  if (first.samples.length === 0) return { status: "fail", text: "what it answers has no metric in it" };
  if (first.badLines > 0)
    return { status: "fail", text: `${count(first.badLines, "line")} that are no metrics` };
  const later = parseExposition(scrape.second ?? "").samples;
  for (const { name: name3, labels: labels2, value, moves } of metrics2) {
    const found = select(first.samples, name3, labels2);
    const total = sum(found);
    if (found.length === 0) return { status: "fail", text: `${name3} is not there` };
    if (value !== void 0 && !found.some((sample) => compare(sample.value, value) === "holds"))
      return {
        status: "fail",
        text: `${name3} is ${found.slice(0, 5).map((sample) => shown(sample.value)).join(", ")}`
      };
    if (!moves) continue;
    const after = select(later, name3, labels2);
    if (after.length === 0) return { status: "fail", text: `${name3} is gone at the second look` };
    if (sum(after) === total) return { status: "fail", text: `${name3} stays at ${total}` };
  }
  return { status: "pass", text: `${count(first.samples.length, "sample")}` };
}
__name(judgeScrape, "judgeScrape");
var sum = /* @__PURE__ */ __name((samples) => samples.reduce((total, { value }) => total + value, 0), "sum");

// src/verify/kinds/metrics.ts
var MAX_BYTES3 = 1024 * 1024;
var params10 = strictObject({
  port: port().optional().describe("Published port to scrape, on every node that must answer there."),
  path: string2().regex(/^\/[\x21-\x7e]{0,500}$/, "takes a path that begins with /").default("/metrics").describe("Path there."),
  url: string2().regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, "takes http://HOST:PORT/PATH").optional().describe("Instead: an address within the stack\u2019s networks."),
  from: serviceName().optional().describe("For url: the service in whose container wget, curl or php asks."),
  metrics: array(
    strictObject({
      name: string2().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, "takes a metric\u2019s name").describe("Name of a metric."),
      labels: record(string2(), string2()).default({}).describe("Labels that its samples must have."),
      value: wanted().optional().describe("What one of its samples must be."),
      moves: boolean2().default(false).describe("The sum of its samples changes between two looks.")
    })
  ).max(100).default([]).describe("Metrics that must be there."),
  targets: array(
    strictObject({
      job: string2().min(1).max(200).describe("Job of Prometheus\u2019 configuration."),
      least: number2().int().min(1).default(1).describe("The least number of its targets that are up.")
    })
  ).max(50).default([]).describe("Jobs whose targets Prometheus, asked at /api/v1/targets there, must call up, every one."),
  interval: duration2().prefault("5s").describe("Between the two looks, where a metric must move.")
}).describe("Either port, or url and from.");
var metrics = defineKind({
  name: "metrics",
  explanation: "Scrapes metrics in Prometheus\u2019 text format, through a published port of every node or from inside a service\u2019s container, and looks for metrics by name and labels: there, with a value, and moving. `port:` scrapes from outside; `url:` with `from:` scrapes within the stack\u2019s networks. With `targets:` it also asks a Prometheus there whether its own targets are up.",
  example: `- kind: metrics
  url: http://cadvisor:8080/metrics
  from: utility
  metrics:
    - { name: container_cpu_usage_seconds_total, moves: true }`,
  isDisturbing: false,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ interval }) => interval + 9e4, "deadlineMs"),
  params: params10,
  faultOf: /* @__PURE__ */ __name(({ port: published, url, from }) => published === void 0 === (url === void 0) || url === void 0 !== (from === void 0) ? "metrics takes either port, or url and from" : void 0, "faultOf"),
  expected: metricsExpected,
  gather: /* @__PURE__ */ __name(async (asked2, world) => {
    const isMoving = asked2.metrics.some(({ moves }) => moves);
    const targets = await targetsOf(asked2, world);
    const first = await Promise.all(targets.map((target) => target.scrape()));
    if (isMoving) await world.clock.sleep(asked2.interval, world.signal);
    const second = isMoving ? await Promise.all(targets.map((target) => target.scrape())) : [];
    const scrapes = targets.map((target, i) => joined(target.name, first[i], second[i]));
    if (asked2.targets.length === 0) return { scrapes, targetLists: [] };
    const answering = await targetsOf(apiOf(asked2), world);
    const lists = await Promise.all(answering.map((target) => target.scrape()));
    return { scrapes, targetLists: answering.map(({ name: name3 }, i) => joined(name3, lists[i], void 0)) };
  }, "gather"),
  judge: judgeMetrics
});
function joined(target, first, second) {
  for (const look2 of [first, second]) {
    if (look2 && "failed" in look2) return { target, kind: "failed", reason: look2.failed };
    if (look2 && "unreachable" in look2) return { target, kind: "unreachable", reason: look2.unreachable };
  }
  const text = /* @__PURE__ */ __name((look2) => look2 && "text" in look2 ? look2.text : void 0, "text");
  return { target, kind: "text", first: text(first) ?? "", second: text(second) };
}
__name(joined, "joined");
var TARGETS = "/api/v1/targets?state=active";
function apiOf({ url, from, port: published }) {
  return { path: TARGETS, port: published, from, url: url && `${new URL(url).origin}${TARGETS}` };
}
__name(apiOf, "apiOf");
async function targetsOf(asked2, world) {
  const { url, from, path: path6 } = asked2;
  if (url !== void 0 && from !== void 0) {
    const isVisit = !isUnpublished(new URL(url).hostname, world.stack, await world.reads.services());
    const [door] = (await taskDoors(from, world)).toSorted(
      (a, b) => Number(!a.at?.engine) - Number(!b.at?.engine)
    );
    if (!door) return [];
    const look2 = /* @__PURE__ */ __name(() => fetchInside(door, url, world), "look");
    return [{ name: `${url} from ${from}`, scrape: isVisit ? () => world.turns.visit(look2) : look2 }];
  }
  const published = asked2.port;
  if (published === void 0) throw new Error("metrics takes port, or url and from");
  const { nodes: nodes2 } = await publishingNodes(world, published);
  return nodes2.map((node2) => ({
    name: node2.name,
    scrape: /* @__PURE__ */ __name(() => world.turns.visit(() => fetchOutside(node2, published, path6, world)), "scrape")
  }));
}
__name(targetsOf, "targetsOf");
async function fetchOutside(node2, published, path6, world) {
  const target = await world.endpointOf(node2, published);
  const seen = await exchange(target, { path: path6, maxBytes: MAX_BYTES3, signal: world.signal });
  if (seen.kind !== "answer") return { failed: `${seen.kind}: ${seen.detail}` };
  return seen.status === 200 ? { text: seen.body } : { failed: `HTTP ${seen.status}` };
}
__name(fetchOutside, "fetchOutside");
var PROGRAMS2 = [
  (url, seconds2) => ["wget", "-q", "-T", seconds2, "-O", "-", url],
  (url, seconds2) => ["curl", "-sSf", "-m", seconds2, url],
  (url) => ["php", "-r", "echo file_get_contents($argv[1]);", "--", url]
];
async function fetchInside(door, url, world) {
  for (const argv of PROGRAMS2) {
    const seconds2 = String(10 * patienceOf(world));
    const run = await runInTask(
      door,
      { argv: argv(url, seconds2), timeoutMs: 2e4, maxBytes: MAX_BYTES3 },
      world
    );
    if (run.kind === "unreachable")
      return { unreachable: `the engine of ${run.node} cannot be reached from here` };
    if (run.kind === "not-started" || run.exitCode === 126 || run.exitCode === 127) continue;
    if (run.isTruncated) return { failed: "longer than 1 MiB" };
    return run.exitCode === 0 ? { text: run.stdout } : { failed: run.stderr || `ended with ${run.exitCode}` };
  }
  return { unreachable: "the container has neither wget nor curl nor php" };
}
__name(fetchInside, "fetchInside");

// src/verify/kinds/nodes.rules.ts
function nodesExpected({ count: count3, managers, workers, ready, labels: labels2, survives }) {
  const parts = [
    count3 !== void 0 && `the number of nodes ${inWords2(count3)}`,
    managers !== void 0 && `the number of managers ${inWords2(managers)}`,
    workers !== void 0 && `the number of workers ${inWords2(workers)}`,
    ready && "all nodes are ready and active",
    ...labels2.map((rule2) => `the number of nodes with ${labelText(rule2)} ${inWords2(rule2.count)}`),
    survives !== void 0 && `the swarm survives the loss of ${survives} managers`
  ];
  return parts.filter(Boolean).join("; ") || "the swarm answers";
}
__name(nodesExpected, "nodesExpected");
function judgeNodes(params21, { nodes: nodes2 }) {
  const managers = nodes2.filter((node2) => node2.role === "manager");
  const unready = nodes2.filter((node2) => node2.state !== "ready" || node2.availability !== "active");
  const reachable = managers.filter((node2) => node2.reachability === "reachable");
  const spare = reachable.length - (Math.floor(managers.length / 2) + 1);
  const expected = nodesExpected(params21);
  const figures = {
    nodes: nodes2.length,
    managers: managers.length,
    ready: nodes2.length - unready.length,
    spare
  };
  const counts2 = [
    ["nodes", nodes2.length, params21.count],
    ["managers", managers.length, params21.managers],
    ["workers", nodes2.length - managers.length, params21.workers],
    ...params21.labels.map((rule2) => [
      `nodes with ${labelText(rule2)}`,
      nodes2.filter((node2) => hasLabel(node2.labels, rule2)).length,
      rule2.count
    ])
  ];
  const problems = counts2.filter(([, number3, wanted2]) => wanted2 !== void 0 && compare(number3, wanted2) !== "holds").map(([what, number3]) => `${number3} ${what}`);
  if (params21.ready)
    problems.push(...unready.map((node2) => `${node2.name} is ${node2.state} and ${node2.availability}`));
  if (params21.survives !== void 0 && spare < params21.survives)
    problems.push(
      `${reachable.length} of ${managers.length} managers are reachable: ${Math.max(0, spare)} may be lost`
    );
  if (nodes2.length === 0) return inconclusive(expected, "the swarm lists no node at all", void 0, figures);
  if (problems.length > 0)
    return fail(
      expected,
      problems.join("; "),
      "see `docker node ls`, and `docker node inspect` of a node",
      figures
    );
  return pass(
    expected,
    `${nodes2.length} nodes, ${managers.length} of them managers, ${figures.ready} ready`,
    figures
  );
}
__name(judgeNodes, "judgeNodes");
function labelText({ label, value }) {
  return value === void 0 ? `the label ${label}` : `the label ${label}=${value}`;
}
__name(labelText, "labelText");
function hasLabel(labels2, { label, value }) {
  return Object.hasOwn(labels2, label) && (value === void 0 || labels2[label] === value);
}
__name(hasLabel, "hasLabel");

// src/verify/kinds/nodes.ts
var params11 = strictObject({
  count: amount().optional().describe("How many nodes the swarm has."),
  managers: amount().optional().describe("How many of them are managers."),
  workers: amount().optional().describe("How many of them are workers."),
  ready: boolean2().default(true).describe("Every node is ready and takes tasks."),
  labels: array(
    strictObject({
      label: string2().min(1).max(200).describe("Name of a node label."),
      value: string2().max(200).optional().describe("Its value; without it, any."),
      count: amount().default({ gte: 1 }).describe("How many nodes have it.")
    })
  ).max(50).default([]).describe("Labels that nodes must have."),
  survives: number2().int().min(0).max(10).optional().describe("Managers that may be lost before the swarm has no leader.")
});
var nodes = defineKind({
  name: "nodes",
  explanation: "Reads the swarm\u2019s list of nodes from a manager: how many there are, in which roles, with which labels, whether all of them are ready and active, and how many managers may be lost before no one leads.",
  example: `- kind: nodes
  count: 3
  managers: { gte: 1 }
  labels:
    - { label: data, value: persistent, count: 1 }`,
  isDisturbing: false,
  looksAt: "nodes",
  visits: "none",
  params: params11,
  expected: nodesExpected,
  gather: /* @__PURE__ */ __name(async (_params, world) => ({
    nodes: (await world.reads.nodes()).map((node2) => ({
      name: node2.Description.Hostname,
      role: node2.Spec.Role,
      state: node2.Status.State,
      availability: node2.Spec.Availability,
      labels: node2.Spec.Labels ?? {},
      reachability: node2.ManagerStatus?.Reachability
    }))
  }), "gather"),
  judge: judgeNodes
});

// src/verify/disturb/look.ts
var name2 = string2().min(1);
var time2 = string2().refine((text) => !Number.isNaN(Date.parse(text)));
var SERVICE2 = looseObject({
  ID: name2,
  Version: looseObject({ Index: number2() }),
  Spec: looseObject({
    Name: name2,
    TaskTemplate: looseObject({ ForceUpdate: number2().nullish() }),
    Mode: looseObject({
      Replicated: looseObject({ Replicas: number2().nullish() }).nullish(),
      Global: looseObject({}).nullish()
    })
  }),
  UpdateStatus: looseObject({ State: string2().nullish() }).nullish()
});
var TASK2 = looseObject({
  ID: name2,
  ServiceID: name2,
  CreatedAt: time2,
  UpdatedAt: time2,
  DesiredState: name2,
  Slot: number2().nullish(),
  NodeID: string2().nullish(),
  Spec: looseObject({ ForceUpdate: number2().nullish() }),
  Status: looseObject({
    State: name2,
    Err: string2().nullish(),
    ContainerStatus: looseObject({ ContainerID: string2().nullish() }).nullish()
  })
});
async function lookAtService(service2, { stack, manager }, signal) {
  const path6 = `/services/${encodeURIComponent(nameInSwarm(stack, service2))}`;
  try {
    const found = checked(path6, SERVICE2, await manager.json("GET", path6, { signal }));
    const filters = JSON.stringify({ service: [found.ID] });
    const tasks = await manager.json("GET", "/tasks", { query: { filters }, signal });
    return {
      service: found,
      tasks: checked("/tasks", array(TASK2), tasks)
    };
  } catch (error2) {
    if (isGone(error2)) return void 0;
    throw error2;
  }
}
__name(lookAtService, "lookAtService");

// src/verify/disturb/change-service.ts
var MOST_TRIES = 5;
async function changeService(service2, change, world, signal) {
  for (let tries = 1; ; tries++) {
    const look2 = await lookAtService(service2, world, signal);
    if (!look2) throw new SwarmlineError("input", `the swarm has no service ${service2} any more`);
    const { ID, Version, Spec } = look2.service;
    try {
      await world.manager.json("POST", `/services/${ID}/update`, {
        query: { version: Version.Index },
        body: change(Spec),
        signal
      });
      return;
    } catch (error2) {
      if (!isOutOfSequence(error2) || tries === MOST_TRIES) throw error2;
    }
  }
}
__name(changeService, "changeService");
function forced(spec) {
  const { TaskTemplate } = spec;
  return { ...spec, TaskTemplate: { ...TaskTemplate, ForceUpdate: (TaskTemplate.ForceUpdate ?? 0) + 1 } };
}
__name(forced, "forced");

// src/verify/disturb/kill.ts
function victimsOf(tasks, world) {
  return tasks.flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node2) => node2.id === task.NodeID);
    const engine = at?.engine;
    if (task.DesiredState !== "running" || task.Status.State !== "running" || !containerId || !engine)
      return [];
    return [
      {
        task: task.ID,
        node: at.name,
        kill: /* @__PURE__ */ __name(() => engine.json("POST", `/containers/${containerId}/kill`, {
          query: { signal: "SIGKILL" },
          signal: world.signal
        }), "kill")
      }
    ];
  });
}
__name(victimsOf, "victimsOf");
function noVictim(service2) {
  throw new SwarmlineError("engine-lost", `no engine with a container of ${service2} can be reached from here`);
}
__name(noVictim, "noVictim");

// src/verify/disturb/away.ts
function isAway(error2) {
  if (error2 instanceof EngineAnswerError) return error2.status >= 500;
  return error2 instanceof SwarmlineError && ["engine-lost", "timed-out"].includes(error2.code);
}
__name(isAway, "isAway");
function unlessAway(looking) {
  return looking.catch((error2) => {
    if (isAway(error2)) return void 0;
    throw error2;
  });
}
__name(unlessAway, "unlessAway");
function lookAtNodes({ stack, manager }, signal) {
  return createReads(manager, stack, signal).nodes();
}
__name(lookAtNodes, "lookAtNodes");
async function waitUntilBack({ id: id2, name: name3, engine }, elsewhere, fx) {
  await waitFor(
    `the swarm has ${name3} again`,
    async () => {
      const nodes2 = await unlessAway(lookAtNodes(elsewhere, fx.signal)) ?? [];
      const node2 = nodes2.find((each) => each.ID === id2);
      if (node2?.Status.State !== "ready") return void 0;
      if (node2.ManagerStatus && node2.ManagerStatus.Reachability !== "reachable") return void 0;
      return await isMember(engine, elsewhere, !!node2.ManagerStatus, fx.signal) || void 0;
    },
    fx
  );
}
__name(waitUntilBack, "waitUntilBack");
async function isMember(engine, { stack }, isManager, signal) {
  if (!engine) return true;
  const info = await unlessAway(engine.json("GET", "/info", { signal }));
  if (info?.Swarm.LocalNodeState !== "active") return false;
  return !isManager || await unlessAway(lookAtNodes({ stack, manager: engine }, signal)) !== void 0;
}
__name(isMember, "isMember");

// src/verify/disturb/whole.rules.ts
function isRunning3({ DesiredState, Status }) {
  return DesiredState === "running" && Status.State === "running";
}
__name(isRunning3, "isRunning");
function runningOf({ service: service2, tasks }) {
  const shall = tasks.filter((task) => task.DesiredState === "running");
  const { Replicated } = service2.Spec.Mode;
  return {
    running: shall.filter(isRunning3).length,
    wanted: Replicated ? Replicated.Replicas ?? 1 : shall.length
  };
}
__name(runningOf, "runningOf");
function isUpdating({ UpdateStatus }) {
  return ["updating", "rollback_started"].includes(UpdateStatus?.State ?? "");
}
__name(isUpdating, "isUpdating");
function isPaused({ UpdateStatus }) {
  return ["paused", "rollback_paused"].includes(UpdateStatus?.State ?? "");
}
__name(isPaused, "isPaused");
function isWhole(look2) {
  const { running, wanted: wanted2 } = runningOf(look2);
  const left = look2.tasks.filter(
    (task) => task.DesiredState !== "running" && ["running", "starting"].includes(task.Status.State)
  );
  return running === wanted2 && left.length === 0 && !isUpdating(look2.service) && !isPaused(look2.service);
}
__name(isWhole, "isWhole");
function isGivenUp({ service: service2, tasks }) {
  const over = ["complete", "failed", "shutdown", "rejected", "orphaned", "remove"];
  const { wanted: wanted2 } = runningOf({ service: service2, tasks });
  const alive = tasks.filter(
    ({ DesiredState, Status }) => ["running", "ready"].includes(DesiredState) && !over.includes(Status.State)
  );
  return alive.length < wanted2 && !isUpdating(service2);
}
__name(isGivenUp, "isGivenUp");
function isSameTemplate(a, b) {
  const template = /* @__PURE__ */ __name(({ TaskTemplate }) => JSON.stringify(sorted2({ ...TaskTemplate, ForceUpdate: 0 })), "template");
  return template(a) === template(b);
}
__name(isSameTemplate, "isSameTemplate");
function sorted2(value) {
  if (Array.isArray(value)) return value.map(sorted2);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted2(each)]));
}
__name(sorted2, "sorted");

// src/verify/disturb/neighbours.ts
var BACK_MS = 6e4;
async function neighboursOf(own2, world, cutNode) {
  const services = (await world.reads.services()).filter(({ ID }) => ID !== own2.ID);
  return Promise.all(
    services.map(async ({ Spec }) => {
      const name3 = serviceInStack(Spec.Name, world.stack);
      const look2 = await lookAtService(name3, world, world.signal);
      const ending = (look2?.tasks ?? []).filter((task) => isRunning3(task) && task.NodeID === cutNode);
      return { name: name3, running: look2 ? runningOf(look2).running : 0, ending: ending.map((task) => task.ID) };
    })
  );
}
__name(neighboursOf, "neighboursOf");
async function allBack(neighbours, world, fx) {
  await waitFor(
    "the stack\u2019s other services run again",
    async () => {
      const looks = await unlessAway(
        Promise.all(neighbours.map(({ name: name3 }) => lookAtService(name3, world, fx.signal)))
      );
      const isBack = looks?.every((look2, i) => {
        const { running = 0, ending = [] } = neighbours[i] ?? {};
        if (!look2) return true;
        const hasEnded2 = !look2.tasks.some((task) => isRunning3(task) && ending.includes(task.ID));
        return hasEnded2 && runningOf(look2).running >= running;
      });
      return isBack || void 0;
    },
    { clock: fx.clock, deadlineMs: BACK_MS, signal: fx.signal }
  );
}
__name(allBack, "allBack");

// src/verify/disturb/node-loss.rules.ts
var NODE_LOSSES = ["kill-node", "disconnect-node", "kill-leader"];
var stays = /* @__PURE__ */ __name((why, hint) => ({
  kind: "not-disturbed",
  isAbsent: false,
  why,
  hint
}), "stays");
function chooseLoss(candidates, all, none) {
  const losses = candidates.toSorted((a, b) => weightOf(a) - weightOf(b)).map((node2) => lossOf(node2, all));
  return losses.find(({ kind }) => kind === "may-go") ?? losses[0] ?? stays(none, "see `docker node ls`");
}
__name(chooseLoss, "chooseLoss");
var weightOf = /* @__PURE__ */ __name(({ manager }) => Number(!!manager) + Number(!!manager?.isLeader), "weightOf");
function lossOf(node2, all) {
  if (!node2.hasPower)
    return stays(
      `${node2.name} cannot be switched off from here: Swarmline did not make it`,
      "ask this of a cluster that `swarmline up` made"
    );
  const managers = all.filter((each) => each.manager);
  const left = managers.filter((each) => each.manager?.isReachable && each.id !== node2.id);
  const majority = Math.floor(managers.length / 2) + 1;
  if (left.length < majority)
    return stays(
      `without ${node2.name} the swarm would have ${left.length} of ${managers.length} managers, and ${majority} must be there for it to decide anything`,
      managers.length < 3 ? "take three managers" : "bring the managers back that are away"
    );
  const through = left.find((each) => each.hasEngine);
  if (!through)
    return stays(
      `nobody but ${node2.name} tells of the swarm from here`,
      "ask this of a cluster that `swarmline up` made"
    );
  return { kind: "may-go", node: node2, through };
}
__name(lossOf, "lossOf");
function whyNoRefuge(node2, all, isGlobal) {
  if (node2.tasks === 0) return void 0;
  if (isGlobal)
    return stays("a global service has no task that could move", "ask this of a replicated service");
  const others = all.filter((each) => each.id !== node2.id && each.isReady && each.takesTasks);
  if (others.length > 0) return void 0;
  return stays("no other node is there that takes tasks", "take another node");
}
__name(whyNoRefuge, "whyNoRefuge");

// src/verify/disturb/lose-node.ts
var BACK_MS2 = 9e4;
async function losing(what, look2, world) {
  const all = await seenNodes(look2, world);
  const loss = what === "kill-leader" ? chooseLoss(
    all.filter((node3) => node3.manager?.isLeader),
    all,
    "the swarm has no leader"
  ) : chooseLoss(
    all.filter((node3) => node3.tasks > 0 && node3.isReady),
    all,
    "no node that is ready runs a task of it"
  );
  const ready = atHand(loss, world);
  if (ready.kind !== "ready") return ready;
  const { node: node2, seen, elsewhere } = ready;
  const noRefuge = whyNoRefuge(seen, all, !!look2.service.Spec.Mode.Global);
  if (noRefuge) return noRefuge;
  const isCut = what !== "disconnect-node";
  const back = await backOf(ready, look2, isCut);
  return {
    kind: "deed",
    node: node2.name,
    tasks: look2.tasks.filter((task) => isRunning3(task) && task.NodeID === node2.id).map((task) => task.ID),
    elsewhere,
    act: /* @__PURE__ */ __name(() => takeAway(ready, isCut, back, world), "act")
  };
}
__name(losing, "losing");
async function restarting(look2, world) {
  const all = await seenNodes(look2, world);
  const running = all.filter((node3) => node3.tasks > 0);
  if (running.length > 1)
    return stays(
      `it runs on ${running.length} nodes, and one is restarted at a time`,
      "ask this of a service whose tasks are on one node"
    );
  const ready = atHand(chooseLoss(running, all, "no node runs a task of it"), world);
  if (ready.kind !== "ready") return ready;
  const { node: node2, elsewhere } = ready;
  const back = await backOf(ready, look2, true);
  return {
    kind: "restart",
    elsewhere,
    act: /* @__PURE__ */ __name(async () => {
      await takeAway(ready, true, back, world);
      await node2.power.restore(world);
      await waitUntilBack(node2, elsewhere, { ...world, deadlineMs: BACK_MS2 });
    }, "act")
  };
}
__name(restarting, "restarting");
function atHand(loss, world) {
  if (loss.kind !== "may-go") return loss;
  const node2 = world.nodes.find(({ id: id2 }) => id2 === loss.node.id);
  const manager = world.nodes.find(({ id: id2 }) => id2 === loss.through.id)?.engine;
  if (!node2?.power || !manager) throw new Error(`${loss.node.name} may be lost, but is not at hand`);
  const elsewhere = { ...world, manager };
  return { kind: "ready", seen: loss.node, node: { ...node2, power: node2.power }, elsewhere };
}
__name(atHand, "atHand");
async function takeAway({ node: { name: name3, power } }, isCut, back, world) {
  world.signal.throwIfAborted();
  const taking = isCut ? power.cut() : power.disconnect();
  world.undo(`Bring ${name3} back`, async (fx) => {
    await taking.catch(() => void 0);
    await back(fx);
  });
  await taking;
}
__name(takeAway, "takeAway");
async function backOf({ node: node2, elsewhere }, look2, isCut) {
  const neighbours = await neighboursOf(look2.service, elsewhere, isCut ? node2.id : void 0);
  return async (fx) => {
    await (isCut ? node2.power.restore(fx) : node2.power.reconnect(fx.signal));
    await waitUntilBack(node2, elsewhere, { ...fx, deadlineMs: BACK_MS2 });
    await allBack(neighbours, elsewhere, fx);
  };
}
__name(backOf, "backOf");
async function seenNodes({ tasks }, world) {
  return (await lookAtNodes(world, world.signal)).map(({ ID, Spec, Status, ManagerStatus, Description }) => {
    const own2 = world.nodes.find(({ id: id2 }) => id2 === ID);
    return {
      id: ID,
      name: own2?.name ?? Description.Hostname,
      isReady: Status.State === "ready",
      takesTasks: Spec.Availability === "active",
      manager: ManagerStatus && {
        isReachable: ManagerStatus.Reachability === "reachable",
        isLeader: ManagerStatus.Leader === true
      },
      hasPower: own2?.power !== void 0,
      hasEngine: own2?.engine !== void 0,
      tasks: tasks.filter((task) => isRunning3(task) && task.NodeID === ID).length
    };
  });
}
__name(seenNodes, "seenNodes");

// src/verify/disturb/put-back.ts
var PATIENCE_MS = 25e3;
var DEADLINE_MS = 6e4;
async function beforeDisturbing(service2, world) {
  const look2 = await lookAtService(service2, world, world.signal);
  if (!look2) return { kind: "not-disturbed", isAbsent: true, why: `the swarm has no service ${service2}` };
  if (!isWhole(look2) || runningOf(look2).running === 0)
    return {
      kind: "not-disturbed",
      isAbsent: false,
      why: `not all of ${service2} runs, or an update of it is under way: it was not disturbed`
    };
  world.undo(`Put ${service2} back`, (fx) => putBack(service2, look2.service, world, fx));
  return { kind: "ready", ...look2 };
}
__name(beforeDisturbing, "beforeDisturbing");
async function putBack(service2, before, world, fx) {
  const whole = /* @__PURE__ */ __name((deadlineMs, isEnough) => waitFor(
    `all of ${service2} runs again`,
    async () => {
      const look2 = await lookAtService(service2, world, fx.signal);
      if (!look2) throw new SwarmlineError("input", `the swarm has no service ${service2} any more`);
      return isEnough(look2) || void 0;
    },
    { clock: fx.clock, deadlineMs, signal: fx.signal }
  ), "whole");
  const isOurs = /* @__PURE__ */ __name(({ service: now2 }) => !isSameTemplate(now2.Spec, before.Spec), "isOurs");
  const isBack = await whole(
    PATIENCE_MS,
    (look2) => isWhole(look2) || isPaused(look2.service) || isGivenUp(look2) || isOurs(look2) && !isUpdating(look2.service)
  ).catch((error2) => {
    if (error2 instanceof SwarmlineError && error2.code === "timed-out") return void 0;
    throw error2;
  });
  const now = await lookAtService(service2, world, fx.signal);
  if (isBack && now && isWhole(now) && !isOurs(now)) return;
  await changeService(
    service2,
    (spec) => {
      const TaskTemplate = { ...before.Spec.TaskTemplate, ForceUpdate: spec.TaskTemplate.ForceUpdate ?? 0 };
      return forced({ ...before.Spec, TaskTemplate });
    },
    world,
    fx.signal
  );
  await whole(DEADLINE_MS, isWhole);
}
__name(putBack, "putBack");

// src/verify/disturb/histories.rules.ts
var OVER = ["complete", "failed", "shutdown", "rejected", "orphaned", "remove"];
function withLook(histories, tasks) {
  const seen = new Map(histories.map((history) => [history.id, history]));
  for (const task of tasks) seen.set(task.ID, nextOf(seen.get(task.ID), task));
  return [...seen.values()].toSorted((a, b) => a.madeMs - b.madeMs);
}
__name(withLook, "withLook");
function nextOf(before, task) {
  const { State, Err, ContainerStatus } = task.Status;
  const writtenMs = Date.parse(task.UpdatedAt);
  const isOver = OVER.includes(State);
  const isTold = !["running", "ready", "complete"].includes(task.DesiredState);
  const ran = before?.ranMs ?? (State === "running" ? writtenMs : void 0);
  return {
    id: task.ID,
    slot: task.Slot ? String(task.Slot) : task.NodeID ?? "",
    nodeId: task.NodeID ?? before?.nodeId ?? "",
    containerId: ContainerStatus?.ContainerID ?? before?.containerId,
    madeMs: Date.parse(task.CreatedAt),
    ranMs: ran,
    endedMs: before?.endedMs ?? (isTold || isOver ? writtenMs : void 0),
    hasFailed: before?.hasFailed || ["failed", "rejected"].includes(State) || isOver && !isTold,
    error: Err || before?.error || "",
    isOver
  };
}
__name(nextOf, "nextOf");

// src/verify/disturb/watch-service.ts
var EVERY_MS2 = 200;
async function watchService(service2, hasEnded2, withinMs, world, mayBeAway = false) {
  const startMs = world.clock.now();
  let histories = [];
  for (; ; ) {
    const isLate = /* @__PURE__ */ __name(() => world.clock.now() - startMs >= withinMs, "isLate");
    try {
      const last = await lookAtService(service2, world, world.signal);
      if (last) histories = withLook(histories, last.tasks);
      const isOver = last !== void 0 && await hasEnded2(last, histories);
      const tookMs = world.clock.now() - startMs;
      if (!last || isOver || tookMs >= withinMs) return { histories, last, hasEnded: isOver, tookMs };
    } catch (error2) {
      if (!mayBeAway || !isAway(error2) || isLate()) throw error2;
    }
    await world.clock.sleep(EVERY_MS2, world.signal);
  }
}
__name(watchService, "watchService");

// src/verify/disturb/not-disturbed.rules.ts
function judgeNotDisturbed(expected, { isAbsent, why, hint }) {
  return isAbsent ? fail(expected, why, "deploy the stack first") : inconclusive(expected, why, hint ?? "see `docker service ps --no-trunc`");
}
__name(judgeNotDisturbed, "judgeNotDisturbed");

// src/verify/kinds/persistence.rules.ts
var DEEDS = {
  kill: "are killed",
  update: "an update replaces",
  "restart-node": "lose their node\u2019s power until it begins again"
};
function persistenceExpected({ service: service2, by, port: port2, command }) {
  const what = port2 === void 0 ? `what ${command?.[0] ?? "a program"} writes` : `the counter on :${port2}`;
  return `${what} outlives the tasks of ${service2}, which ${DEEDS[by]}`;
}
__name(persistenceExpected, "persistenceExpected");
function judgePersistence(params21, evidence) {
  const expected = persistenceExpected(params21);
  const place = ["services", params21.service, "volumes"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  if (evidence.kind === "not-read")
    return inconclusive(expected, `there is nothing to lose: ${bounded(evidence.why)}`, void 0);
  const { before, after, isReplaced, tookMs } = evidence;
  const figures = { tookMs, isReplaced };
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, what, hint, figures),
    place
  }), "failed");
  if (before.kind === "none") return inconclusive(expected, bounded(before.why), void 0, figures);
  if (!isReplaced)
    return failed(
      `not every task was replaced within ${params21.within / 1e3} s`,
      "see `docker service ps --no-trunc`"
    );
  if (after.kind === "none")
    return failed(`nothing could be read after it: ${bounded(after.why)}`, "see the service\u2019s logs");
  const [was, is] = [before.value, after.value].map((value) => bounded(String(value)));
  const isKept = typeof before.value === "number" && typeof after.value === "number" ? after.value > before.value : after.value === before.value;
  return isKept ? { ...pass(expected, `${was} before, ${is} after`, figures), place } : failed(
    `${was} before, ${is} after`,
    "mount a volume where the data is, keep its task on that node, and write data out before it may be lost"
  );
}
__name(judgePersistence, "judgePersistence");

// src/verify/kinds/persistence.ts
var params12 = strictObject({
  service: serviceName(),
  by: _enum(["kill", "update", "restart-node"]).default("kill").describe(
    "Whether its containers are killed (SIGKILL), an update replaces its tasks, or the node that runs it loses its power and begins again (restart-node)."
  ),
  port: port().optional().describe("Published port whose page shows the counter (`Number of visits: <n>`) that must go on."),
  command: program().optional().describe("Instead: a program in the service\u2019s container that must write the same before and after."),
  within: duration2().prefault("90s").describe(
    "Until the tasks are replaced, and again until there is a value; a node begins again before it."
  )
});
var persistence = defineKind({
  name: "persistence",
  explanation: "Reads a value, replaces every task of the service that keeps it, and reads it again: a counter must go on from where it was, a program must write the same. Fails when the value is lost or older, or the tasks do not come back. Inconclusive when there was no value before, and where the node cannot be restarted: only one that Swarmline made can, and of managers one that leaves a majority of them.",
  example: `- kind: persistence
  service: redis
  port: 80
- kind: persistence
  service: redis
  by: restart-node
  port: 80`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(({ by }) => by === "restart-node" ? "nodes" : "service", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2, by }) => 2 * within2 + (by === "restart-node" ? 24e4 : 6e4), "deadlineMs"),
  params: params12,
  faultOf: /* @__PURE__ */ __name(({ port: published, command }) => published === void 0 === (command === void 0) ? "persistence takes either port, or command" : void 0, "faultOf"),
  expected: persistenceExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "volumes"], "place"),
  gather: /* @__PURE__ */ __name((asked2, world) => gather3(asked2, world), "gather"),
  judge: judgePersistence
});
async function gather3(asked2, world) {
  const { service: service2, by, within: within2 } = asked2;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const before = await readValue(asked2, world);
  if (before.kind === "none") return { kind: "not-read", why: before.why };
  const running = look2.tasks.filter((task) => task.DesiredState === "running");
  const ids = running.map((task) => task.ID);
  let watcher = world;
  if (by === "update") await changeService(service2, forced, world, world.signal);
  else if (by === "restart-node") {
    const restart = await restarting(look2, world);
    if (restart.kind !== "restart") return restart;
    watcher = restart.elsewhere;
    await restart.act();
  } else {
    const victims = victimsOf(running, world);
    if (victims.length < running.length) return noVictim(service2);
    await Promise.all(victims.map((victim) => victim.kill()));
  }
  const wanted2 = runningOf(look2).running;
  const { hasEnded: hasEnded2, tookMs } = await watchService(
    service2,
    (now, histories) => histories.filter((task) => ids.includes(task.id)).every((task) => task.endedMs !== void 0) && isWhole(now) && runningOf(now).running >= wanted2,
    within2,
    watcher,
    by === "restart-node"
  );
  const after = hasEnded2 ? await readUntilThere(asked2, watcher) : { kind: "none", why: "its tasks are not back" };
  return { kind: "replaced", before, after, isReplaced: hasEnded2, tookMs };
}
__name(gather3, "gather");
async function readUntilThere(asked2, world) {
  let last = { kind: "none", why: "nothing was read" };
  try {
    await waitFor(
      "a value",
      async () => {
        last = await readValue(asked2, world);
        return last.kind === "value" || void 0;
      },
      { clock: world.clock, deadlineMs: asked2.within, everyMs: 1e3, signal: world.signal }
    );
  } catch (error2) {
    if (!(error2 instanceof SwarmlineError) || error2.code !== "timed-out") throw error2;
  }
  return last;
}
__name(readUntilThere, "readUntilThere");
async function readValue(asked2, world) {
  if (asked2.port !== void 0) return readCounter(asked2.port, world);
  const look2 = await lookAtService(asked2.service, world, world.signal);
  const doors = (look2?.tasks ?? []).flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node2) => node2.id === task.NodeID);
    const isRunning4 = task.DesiredState === "running" && task.Status.State === "running";
    return isRunning4 && containerId ? [{ task: task.ID, node: at?.name ?? "", containerId, at }] : [];
  });
  const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
  if (!door) return { kind: "none", why: "no task runs" };
  const run = await runInTask(door, { argv: asked2.command ?? [], timeoutMs: 2e4, maxBytes: 65536 }, world);
  if (run.kind === "unreachable") return noVictim(asked2.service);
  if (run.kind === "not-started") return { kind: "none", why: run.reason };
  if (run.exitCode !== 0) return { kind: "none", why: run.stderr || `the program ended with ${run.exitCode}` };
  return run.stdout ? { kind: "value", value: run.stdout } : { kind: "none", why: "the program wrote nothing" };
}
__name(readValue, "readValue");
async function readCounter(published, world) {
  const { nodes: nodes2 } = await publishingNodes(world, published);
  const doors = await Promise.all(
    nodes2.map(async (node2) => ({ endpoint: await world.endpointOf(node2, published) }))
  );
  const visits = await readVisits(doors, world.signal);
  return visits === void 0 ? { kind: "none", why: `the page on :${published} shows no number of visits` } : { kind: "value", value: visits };
}
__name(readCounter, "readCounter");

// src/verify/kinds/placement.rules.ts
function placementExpected({ service: service2, role, labels: labels2, nodes: nodes2, spread, most }) {
  const rules = [
    role && `on a ${role}`,
    ...Object.entries(labels2).map(([label, value]) => `on a node with ${label}=${value}`),
    nodes2 && `on ${nodes2.join(" or ")}`,
    spread !== void 0 && `on a number of nodes that ${inWords2(spread)}`,
    most !== void 0 && `at most ${most} on one node`
  ].filter(Boolean);
  return `every task of ${service2} runs ${rules.join(", ") || "on a node of the swarm"}`;
}
__name(placementExpected, "placementExpected");
function judgePlacement(params21, { exists, tasks }) {
  const { service: service2, role, labels: labels2, nodes: nodes2, spread, most } = params21;
  const expected = placementExpected(params21);
  const place = ["services", service2, "deploy", "placement"];
  const byNode = /* @__PURE__ */ new Map();
  for (const { node: node2 } of tasks) if (node2) byNode.set(node2.name, (byNode.get(node2.name) ?? 0) + 1);
  const figures = { tasks: tasks.length, nodes: byNode.size };
  if (!exists) return fail(expected, `the stack has no service ${service2}`, "see `docker stack services`");
  if (tasks.length === 0)
    return fail(expected, `no task of ${service2} runs`, "see `docker service ps --no-trunc`", figures);
  if (tasks.some(({ node: node2 }) => !node2))
    return inconclusive(expected, "a task runs on a node that the swarm does not list", void 0, figures);
  const problems = /* @__PURE__ */ new Set();
  for (const { node: node2 } of tasks) {
    if (!node2) continue;
    if (role && node2.role !== role) problems.add(`${node2.name} is a ${node2.role}`);
    if (nodes2 && !nodes2.includes(node2.name)) problems.add(`a task runs on ${node2.name}`);
    for (const [label, value] of Object.entries(labels2))
      if (!Object.hasOwn(node2.labels, label) || node2.labels[label] !== value)
        problems.add(`${node2.name} has not the label ${label}=${value}`);
  }
  if (spread !== void 0 && compare(byNode.size, spread) !== "holds")
    problems.add(`${count(tasks.length, "task")} on ${count(byNode.size, "node")}`);
  for (const [name3, number3] of byNode)
    if (most !== void 0 && number3 > most) problems.add(`${number3} tasks run on ${name3}`);
  if (problems.size > 0)
    return {
      ...fail(
        expected,
        [...problems].join("; "),
        "constrain it: `deploy.placement.constraints`, and label a node with `docker node update --label-add`",
        figures
      ),
      place
    };
  return pass(
    expected,
    [...byNode].map(([name3, number3]) => `${count(number3, "task")} on ${name3}`).join(", "),
    figures
  );
}
__name(judgePlacement, "judgePlacement");

// src/verify/kinds/placement.ts
var params13 = strictObject({
  service: serviceName(),
  role: _enum(["manager", "worker"]).optional().describe("Every task runs on a node of this role."),
  labels: record(string2().min(1).max(200), string2().max(200)).default({}).describe("Every task runs on a node with all of these labels."),
  nodes: array(string2().min(1).max(200)).min(1).max(100).optional().describe("Every task runs on one of these nodes."),
  spread: amount().optional().describe("On how many nodes tasks run."),
  most: number2().int().min(1).max(1e4).optional().describe("Tasks that may run on one node.")
});
var placement = defineKind({
  name: "placement",
  explanation: "Looks where a service\u2019s tasks run now: on nodes of a role, with labels, by name, on how many, and how many on one. Fails when a task runs elsewhere, or none runs at all.",
  example: `- kind: placement
  service: redis
  labels: { data: persistent }`,
  isDisturbing: false,
  visits: "none",
  params: params13,
  expected: placementExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "placement"], "place"),
  gather: /* @__PURE__ */ __name(async ({ service: service2 }, world) => {
    const [found, tasks, nodes2] = await Promise.all([
      world.reads.service(service2),
      world.reads.runningTasks(service2),
      world.reads.nodes()
    ]);
    return {
      exists: found !== void 0,
      tasks: tasks.map((task) => {
        const node2 = nodes2.find(({ ID }) => ID === task.NodeID);
        return {
          task: task.ID,
          node: node2 && {
            name: node2.Description.Hostname,
            role: node2.Spec.Role,
            labels: node2.Spec.Labels ?? {}
          }
        };
      })
    };
  }, "gather"),
  judge: judgePlacement
});

// src/traffic/probe.rules.ts
var MAX_PHASES = 200;
var MAX_SECONDS2 = 3600;
function createProbeTally(names2, phase) {
  const longest = { fromMs: 0, toMs: 0, ms: 0 };
  const tally = {
    names: names2,
    all: createCounts(),
    nodes: names2.map(() => createCounts()),
    phases: [],
    seconds: /* @__PURE__ */ new Map(),
    stretches: names2.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  };
  addPhase(tally, phase, 0);
  return tally;
}
__name(createProbeTally, "createProbeTally");
function addPhase({ phases, names: names2 }, name3, fromMs) {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name3) return;
  phases.push({ name: name3, fromMs, all: createCounts(), nodes: names2.map(() => createCounts()) });
}
__name(addPhase, "addPhase");
function addProbe(tally, sample) {
  const { outcome, dueMs: dueMs2, sentMs, endMs, target } = sample;
  const phase = tally.phases.findLast((each) => each.fromMs <= dueMs2) ?? tally.phases[0];
  for (const counts2 of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts2) count2(counts2, sample);
  if (outcome.kind !== "not-sent") {
    record2(tally.sendLag, sentMs - dueMs2);
    countSecond(tally.seconds, dueMs2, outcome.kind !== "answer");
  }
  const stretch = tally.stretches[target];
  if (outcome.kind !== "answer") {
    if (tally.firstFailures.length < MAX_FIRST_FAILURES)
      tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, tally.names));
  } else if (stretch) {
    stretch.longest = longer(stretch, endMs);
    stretch.lastMs = endMs;
  }
}
__name(addProbe, "addProbe");
function countSecond(seconds2, dueMs2, hasFailed) {
  const second = Math.min(MAX_SECONDS2 - 1, Math.floor(dueMs2 / 1e3));
  const { sent, failed } = seconds2.get(second) ?? { sent: 0, failed: 0 };
  seconds2.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed) });
}
__name(countSecond, "countSecond");
function longer({ lastMs, longest }, endMs) {
  const ms = endMs - lastMs;
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest;
}
__name(longer, "longer");
function probeResult(tally, startedAtMs, endMs, unfinished) {
  const { names: names2, all, nodes: nodes2, phases, stretches } = tally;
  const named2 = /* @__PURE__ */ __name((counts2, index) => ({ name: names2[index] ?? "?", ...shareOf2(counts2) }), "named");
  const whole = shareOf2(all);
  const sendLag = summarise(tally.sendLag);
  return {
    ...whole,
    planned: whole.planned + unfinished,
    startedAtMs: Math.round(startedAtMs),
    durationMs: Math.round(endMs),
    latencyBuckets: bucketsOf(all.answers),
    series: [...tally.seconds.values()].toSorted((a, b) => a.second - b.second),
    unfinished,
    nodes: nodes2.map((counts2, index) => ({
      ...named2(counts2, index),
      longestGap: rounded(longer(stretches[index], endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf2(phase.all),
      nodes: phase.nodes.map(named2)
    })),
    firstFailures: tally.firstFailures,
    sendLagMs: { p99: sendLag.p99, max: sendLag.max }
  };
}
__name(probeResult, "probeResult");
var rounded = /* @__PURE__ */ __name(({ fromMs, toMs, ms }) => ({
  fromMs: Math.round(fromMs),
  toMs: Math.round(toMs),
  ms: Math.round(ms)
}), "rounded");

// src/traffic/prober.ts
var MAX_PER_NODE = 2e3;
function startProber(options, fx) {
  const { targets, ratePerSecond = 200, connections = "fresh", timeoutMs = 5e3 } = options;
  const plan = planLoad({
    targets,
    ratePerSecond,
    connections,
    timeoutMs,
    ...options.expect ? { expect: options.expect } : {},
    count: 1
  });
  if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const startMs = performance.now();
  const sinceStart = /* @__PURE__ */ __name(() => performance.now() - startMs, "sinceStart");
  const names2 = targets.map((target) => target.name);
  const tally = createProbeTally(names2, options.firstPhase ?? "before");
  const transport = createTransport(targets, connections, answerLimits(plan));
  const mostUnderWay = Math.ceil(ratePerSecond / targets.length * timeoutMs / 1e3) + 10;
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: void 0, targets: targets.length, sender: 0, senders: 1 },
      startMs,
      timeoutMs,
      capPerTarget: Math.min(MAX_PER_NODE, mostUnderWay)
    },
    transport,
    (sample) => addProbe(tally, { ...sample, outcome: judgeOutcome(sample.outcome, plan.expect) })
  );
  let unfinished = 0;
  let endMs;
  const onAbort = /* @__PURE__ */ __name(() => {
    endMs ??= sinceStart();
    unfinished += loop.abort();
  }, "onAbort");
  fx.signal.addEventListener("abort", onAbort, { once: true });
  let result;
  return {
    phase: /* @__PURE__ */ __name((name3) => addPhase(tally, name3, sinceStart()), "phase"),
    soFar: /* @__PURE__ */ __name(() => ({ sent: tally.all.answered + tally.all.failed, failed: tally.all.failed }), "soFar"),
    stop() {
      result ??= (async () => {
        endMs ??= sinceStart();
        loop.stop();
        await loop.ended;
        fx.signal.removeEventListener("abort", onAbort);
        transport.close();
        return probeResult(tally, performance.timeOrigin + startMs, endMs, unfinished);
      })();
      return result;
    }
  };
}
__name(startProber, "startProber");

// src/verify/disturb/visitors.ts
var visitorFields = /* @__PURE__ */ __name((lost) => ({
  port: port().optional().describe("Published port that is asked all the while; without it, none is."),
  path: string2().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path of those requests."),
  rate: number2().min(1).max(2e3).default(50).describe("Those requests per second, of all nodes together."),
  lost: lost.default === void 0 ? number2().int().min(0).optional().describe(lost.says) : number2().int().min(0).default(lost.default).describe(lost.says)
}), "visitorFields");
async function amongVisitors(asked2, world, work) {
  const { port: published, path: path6, rate } = asked2;
  if (published === void 0) return { done: await work(), requests: void 0 };
  const { nodes: nodes2 } = await publishingNodes(world, published);
  if (nodes2.length === 0) throw new Error(`no node answers on port ${published}: nothing can be asked`);
  const targets = await trafficTargets(nodes2, { port: published, path: path6 }, world);
  const prober = startProber({ targets, ratePerSecond: rate }, world);
  try {
    return { done: await work(), requests: await prober.stop() };
  } finally {
    await prober.stop();
  }
}
__name(amongVisitors, "amongVisitors");

// src/verify/disturb/visitors.rules.ts
var MOST_UNSENT = 0.02;
function visitorsExpected({ port: port2, path: path6, rate, lost }) {
  if (port2 === void 0) return "";
  const most = lost === void 0 ? "" : `, ${lost} of them fail${lost === 0 ? "" : " at most"}`;
  return `; meanwhile ${rate} requests per second to :${port2}${path6}${most}`;
}
__name(visitorsExpected, "visitorsExpected");
function judgeVisitors({ port: port2, lost }, seen, lostNode) {
  if (port2 === void 0) return { status: "pass", words: [], figures: {} };
  const lostShare = seen?.nodes.find(({ name: name3 }) => name3 === lostNode);
  const of = /* @__PURE__ */ __name((key) => (seen?.[key] ?? 0) - (lostShare?.[key] ?? 0), "of");
  const [answered, failed, toLost] = [of("answered"), of("failed"), sentTo(lostShare)];
  const sent = answered + failed;
  if (!seen || sent === 0) return { status: "unknown", words: ["no request was sent"], figures: {} };
  const { unfinished, firstFailures, latencyMs } = seen;
  const nodes2 = seen.nodes.filter((node2) => node2 !== lostShare);
  const [first] = firstFailures.filter(({ kind, target }) => kind !== "not-sent" && target !== lostNode);
  const gapMs = Math.max(0, ...nodes2.filter((node2) => node2.failed > 0).map((node2) => node2.longestGap.ms));
  const words2 = [
    `${failed} of ${count(sent, "request")} failed`,
    ...first ? [`first on ${first.target}: ${first.kind}: ${bounded(first.detail)}`] : [],
    ...gapMs > 0 ? [`longest time without an answer ${gapMs} ms`] : [],
    ...lostShare && toLost > 0 ? [`${lostShare.failed} of ${toLost} to ${lostNode} itself, which was lost`] : []
  ];
  const figures = {
    requests: sent,
    requestsFailed: failed,
    p99Ms: latencyMs.p99,
    longestGapMs: gapMs,
    ...lostShare ? { requestsToLost: toLost, requestsToLostFailed: lostShare.failed } : {}
  };
  if (answered === 0 || lost !== void 0 && failed > lost) return { status: "fail", words: words2, figures };
  const unsent = of("notSent") + unfinished;
  if (lost !== void 0 && unsent > MOST_UNSENT * of("planned"))
    return { status: "unknown", words: [...words2, `${unsent} could not be sent`], figures };
  return { status: "pass", words: words2, figures };
}
__name(judgeVisitors, "judgeVisitors");
var sentTo = /* @__PURE__ */ __name((node2) => (node2?.answered ?? 0) + (node2?.failed ?? 0), "sentTo");

// src/verify/kinds/rollback.rules.ts
function rollbackExpected(params21) {
  const bad = params21.image === void 0 ? "a program that is not there" : `the bad image ${params21.image}`;
  return `${params21.service}, updated to ${bad}, rolls back by itself within ${params21.within / 1e3} s${visitorsExpected(params21)}`;
}
__name(rollbackExpected, "rollbackExpected");
function judgeRollback(params21, evidence) {
  const expected = rollbackExpected(params21);
  const place = ["services", params21.service, "deploy", "update_config"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  if (evidence.kind === "not-asked-for")
    return {
      ...fail(
        expected,
        `a failed update of it is not rolled back: failure_action is ${bounded(evidence.failureAction)}`,
        "set update_config.failure_action to rollback"
      ),
      place: [...place, "failure_action"]
    };
  const { state, message, isFormer, tookMs, running, wanted: wanted2, badTasks, error: error2 } = evidence;
  const visitors = judgeVisitors(params21, evidence.requests);
  const figures = { tookMs, badTasks, running, wanted: wanted2, ...visitors.figures };
  const seen = [
    `${state || "no update"} after ${(tookMs / 1e3).toFixed(1)} s`,
    count(badTasks, "bad task"),
    ...error2 ? [bounded(error2)] : [],
    ...visitors.words
  ].join("; ");
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  }), "failed");
  if (state === "completed")
    return failed(
      "the bad update was taken for a good one",
      "lower update_config.max_failure_ratio, and let update_config.monitor last until a bad task has failed"
    );
  if (state !== "rollback_completed")
    return failed(
      `no rollback was completed${message ? `: ${bounded(message)}` : ""}`,
      "see `docker service ps --no-trunc`; rollback_config says how fast a rollback is"
    );
  if (!isFormer) return failed("the service has not its former settings", "see `docker service inspect`");
  if (running < wanted2)
    return failed(`${running} of ${count(wanted2, "task")} run after it`, "see `docker service ps --no-trunc`");
  if (badTasks === 0) return inconclusive(expected, `no bad task was seen; ${seen}`, void 0, figures);
  if (visitors.status === "fail")
    return failed(
      "visitors noticed",
      "with more replicas, or order: start-first, the old tasks go on answering"
    );
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, seen, figures), place };
}
__name(judgeRollback, "judgeRollback");

// src/verify/kinds/rollback.ts
var NO_SUCH_PROGRAM = "/swarmline-tries-a-program-that-is-not-there";
var params14 = strictObject({
  service: serviceName(),
  image: string2().regex(/^[\w.:/@-]{1,300}$/, "takes an image\u2019s name").optional().describe(
    "A bad image. Without it, the running image with a program that it lacks, which needs no registry."
  ),
  within: duration2().prefault("180s").describe("Until the rollback has ended."),
  ...visitorFields({ default: 0, says: "The most requests that may fail." })
});
var rollback = defineKind({
  name: "rollback",
  explanation: "Updates a service to something that cannot run, and waits for the swarm to roll it back by itself: its former settings must return and all tasks run, and, where a port is said, no more requests of visitors may fail than allowed. Fails without a trial when failure_action is not rollback.",
  example: `- kind: rollback
  service: backend
  within: 120s
  port: 80`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(() => "service", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params14,
  expected: rollbackExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "update_config"], "place"),
  gather: /* @__PURE__ */ __name((asked2, world) => gather4(asked2, world), "gather"),
  judge: judgeRollback
});
async function gather4(asked2, world) {
  const { service: service2, image: image2, within: within2 } = asked2;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const { Spec } = look2.service;
  const failureAction = Spec.UpdateConfig?.FailureAction ?? "pause";
  if (failureAction !== "rollback") return { kind: "not-asked-for", failureAction };
  const old = new Set(look2.tasks.map((task) => task.ID));
  const { done, requests } = await amongVisitors(asked2, world, async () => {
    await changeService(service2, (spec) => broken2(spec, image2), world, world.signal);
    return watchService(
      service2,
      (now) => {
        const { running, wanted: wanted2 } = runningOf(now);
        const state = now.service.UpdateStatus?.State;
        const isSettled = state !== "rollback_completed" || running >= wanted2;
        return Boolean(state) && !isUpdating(now.service) && isSettled;
      },
      within2,
      world
    );
  });
  const { histories, last, tookMs } = done;
  const bad = histories.filter((task) => !old.has(task.id) && task.hasFailed);
  return {
    kind: "tried",
    state: last?.service.UpdateStatus?.State ?? "",
    message: last?.service.UpdateStatus?.Message ?? "",
    isFormer: last !== void 0 && isSameTemplate(last.service.Spec, Spec),
    tookMs,
    ...last ? runningOf(last) : { running: 0, wanted: runningOf(look2).wanted },
    badTasks: bad.length,
    error: bad.find((task) => task.error)?.error ?? "",
    requests
  };
}
__name(gather4, "gather");
function broken2(spec, image2) {
  const { TaskTemplate } = spec;
  const { ContainerSpec } = TaskTemplate;
  if (!ContainerSpec) return spec;
  const bad = image2 === void 0 ? { Command: [NO_SUCH_PROGRAM] } : { Image: image2 };
  return { ...spec, TaskTemplate: { ...TaskTemplate, ContainerSpec: { ...ContainerSpec, ...bad } } };
}
__name(broken2, "broken");

// src/verify/kinds/rolling-update.rules.ts
var TOLERANCE_MS = 20;
function rollingUpdateExpected(params21) {
  const { service: service2, parallelism, delay, order, within: within2 } = params21;
  return [
    `a forced update of ${service2} replaces every task within ${within2 / 1e3} s`,
    parallelism === void 0 ? ", as many at once as its update_config says" : `, ${parallelism || "all"} at once`,
    delay === void 0 ? "" : `, ${delay} ms between`,
    order === void 0 ? "" : `, ${order}`,
    visitorsExpected(params21)
  ].join("");
}
__name(rollingUpdateExpected, "rollingUpdateExpected");
function judgeRollingUpdate(params21, evidence) {
  const expected = rollingUpdateExpected(params21);
  const place = ["services", params21.service, "deploy", "update_config"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  const { own: own2, state, made, running, wanted: wanted2, tookMs } = evidence;
  const rules = {
    parallelism: params21.parallelism ?? own2.parallelism,
    delayMs: params21.delay ?? own2.delayMs,
    order: params21.order ?? own2.order
  };
  const visitors = judgeVisitors(params21, evidence.requests);
  const atOnce = mostAtOnce(made);
  const gapMs = smallestGapMs(made, rules.parallelism);
  const figures = {
    tasks: made.length,
    mostAtOnce: atOnce,
    ...gapMs === void 0 ? {} : { smallestGapMs: gapMs },
    tookMs,
    ...visitors.figures
  };
  const seen = [
    `${count(made.length, "task")} in ${(tookMs / 1e3).toFixed(1)} s, ${atOnce} at once`,
    ...gapMs === void 0 ? [] : [`smallest gap ${gapMs} ms`],
    ...visitors.words
  ].join("; ");
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  }), "failed");
  const ended = made.find((task) => task.hasFailed || task.isOver);
  if (ended)
    return failed(
      `a new task ended: ${bounded(ended.error) || "without an error, as one that is done or not healthy"}`,
      "see `docker service ps --no-trunc`"
    );
  if (state !== "completed")
    return failed(
      `the update is ${bounded(state) || "not begun"}${evidence.message ? `: ${bounded(evidence.message)}` : ""}`,
      "allow it more time with `within:`, and see `docker service ps --no-trunc`"
    );
  if (running < wanted2)
    return failed(`${running} of ${count(wanted2, "task")} run after it`, "see the service\u2019s logs");
  const slots = new Set(made.map((task) => task.slot));
  if (slots.size < wanted2 || made.some((task) => task.ranMs === void 0))
    return inconclusive(expected, `not every new task was seen to run; ${seen}`, void 0, figures);
  if (rules.parallelism > 0 && atOnce > rules.parallelism)
    return failed(
      `${atOnce} tasks were replaced at once, not ${rules.parallelism}`,
      "set update_config.parallelism"
    );
  if (gapMs !== void 0 && gapMs < rules.delayMs - TOLERANCE_MS)
    return failed(`${gapMs} ms between two replacements, not ${rules.delayMs}`, "set update_config.delay");
  const orders = ordersOf(evidence.before, made);
  const other = rules.order === "start-first" ? "stop-first" : "start-first";
  if (orders.includes(other))
    return failed(`the order was ${other}, not ${rules.order}`, "set update_config.order");
  if (!orders.includes(rules.order))
    return inconclusive(expected, `the order was not seen; ${seen}`, void 0, figures);
  if (visitors.status === "fail")
    return failed(
      "visitors noticed",
      "a HEALTHCHECK, order: start-first, and a program that ends its requests on the stop signal lose none"
    );
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, `${seen}; ${rules.order}`, figures), place };
}
__name(judgeRollingUpdate, "judgeRollingUpdate");
function mostAtOnce(made) {
  return Math.max(
    0,
    ...made.map(
      ({ madeMs }) => made.filter((other) => other.madeMs <= madeMs && (other.ranMs ?? Number.POSITIVE_INFINITY) > madeMs).length
    )
  );
}
__name(mostAtOnce, "mostAtOnce");
function smallestGapMs(made, parallelism) {
  if (parallelism <= 0) return void 0;
  const starts = made.map((task) => task.madeMs).toSorted((a, b) => a - b);
  const ends = made.flatMap((task) => task.ranMs ?? []).toSorted((a, b) => a - b);
  const gaps = starts.flatMap((startMs, k) => {
    const endMs = k < parallelism ? void 0 : ends[k - parallelism];
    return endMs === void 0 ? [] : [startMs - endMs];
  });
  return gaps.length > 0 ? Math.min(...gaps) : void 0;
}
__name(smallestGapMs, "smallestGapMs");
function ordersOf(before, made) {
  return made.flatMap(({ slot, ranMs }) => {
    const old = before.find((task) => task.slot === slot);
    if (ranMs === void 0 || old?.endedMs === void 0) return [];
    return [old.endedMs >= ranMs ? "start-first" : "stop-first"];
  });
}
__name(ordersOf, "ordersOf");

// src/verify/kinds/rolling-update.ts
var params15 = strictObject({
  service: serviceName(),
  parallelism: number2().int().min(0).optional().describe("The most tasks that may be replaced at once, 0 for all; without it, what update_config says."),
  delay: duration2().optional().describe("The least time from one replacement to the next; without it, what update_config says."),
  order: _enum(["start-first", "stop-first"]).optional().describe(
    "Whether the new task runs before the old one is stopped; without it, what update_config says."
  ),
  within: duration2().prefault("120s").describe("For the whole update, its last monitoring included."),
  ...visitorFields({ default: 0, says: "The most requests that may fail." })
});
var rollingUpdate = defineKind({
  name: "rolling-update",
  explanation: "Forces an update that replaces every task of a service by the same one, and watches it: it must complete, with no more tasks at once, no shorter pauses and in no other order than asked for, and, where a port is said, with no more failed requests of visitors than may be. Not run on a service of which a part does not run.",
  example: `- kind: rolling-update
  service: backend
  parallelism: 1
  order: start-first
  port: 80
  lost: 0`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(() => "service", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params15,
  expected: rollingUpdateExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "update_config"], "place"),
  gather: /* @__PURE__ */ __name((asked2, world) => gather5(asked2, world), "gather"),
  judge: judgeRollingUpdate
});
async function gather5(asked2, world) {
  const { service: service2, within: within2 } = asked2;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const old = new Set(look2.tasks.map((task) => task.ID));
  const running = new Set(look2.tasks.filter((task) => task.DesiredState === "running").map((task) => task.ID));
  const { done, requests } = await amongVisitors(asked2, world, async () => {
    await changeService(service2, forced, world, world.signal);
    return watchService(service2, ({ service: now }) => hasEnded(now), within2, world);
  });
  const { histories, last, tookMs } = done;
  const status = last?.service.UpdateStatus;
  return {
    kind: "updated",
    own: rulesOf(look2.service),
    state: status?.State ?? "",
    message: status?.Message ?? "",
    tookMs,
    ...last ? runningOf(last) : { running: 0, wanted: running.size },
    before: histories.filter((task) => running.has(task.id)),
    made: histories.filter((task) => !old.has(task.id)),
    requests
  };
}
__name(gather5, "gather");
var hasEnded = /* @__PURE__ */ __name((service2) => Boolean(service2.UpdateStatus?.State) && !isUpdating(service2), "hasEnded");
function rulesOf({ Spec: { UpdateConfig } }) {
  return {
    parallelism: UpdateConfig?.Parallelism ?? 1,
    delayMs: (UpdateConfig?.Delay ?? 0) / 1e6,
    order: UpdateConfig?.Order === "start-first" ? "start-first" : "stop-first"
  };
}
__name(rulesOf, "rulesOf");

// src/verify/checks/routing-mesh.rules.ts
var HINTS2 = {
  refused: "nothing listens on the published port of that node: publish it in ingress mode (`swarmline doctor` says whether the kernel has IPVS)",
  unreachable: "the node cannot be reached from this machine: see whether it runs (`swarmline ls`)",
  reset: "the service ends connections: see `docker service logs`, and add a HEALTHCHECK so that only ready tasks are asked",
  "time-out": "the node accepts no traffic for tasks elsewhere: IPVS, UDP 4789 and TCP and UDP 7946 must work between nodes",
  status: "the service itself answers with an error: see `docker service logs`",
  body: "something else than the service answers, or its text changed"
};
var ROUTING_MESH_EXPECTED = "every node answers every request, also a node without a task";
function judgeRoutingMesh(evidence) {
  const { requestsPerNode, nodes: nodes2, nodesWithoutTask } = evidence;
  const figures = {
    nodes: nodes2.length,
    nodesWithoutTask: nodesWithoutTask.length,
    requests: nodes2.reduce((sum2, node2) => sum2 + node2.answers.requests, 0),
    failed: nodes2.reduce((sum2, node2) => sum2 + node2.answers.failed, 0)
  };
  const expected = `${ROUTING_MESH_EXPECTED}: ${count(requestsPerNode, "request")} each, 0 failed`;
  const lacking = nodes2.filter(
    ({ answers: answers2 }) => answers2.failed > 0 || answers2.requests < requestsPerNode || answers2.requests === 0
  );
  const worstNode = lacking.toSorted((a, b) => b.answers.failed - a.answers.failed)[0];
  if (nodes2.length === 0)
    return fail(expected, "no node was asked", "see whether the swarm has nodes", figures);
  if (worstNode) return fail(expected, lacking.map(describe2).join("; "), hintFor3(worstNode), figures);
  const without = nodesWithoutTask.length ? `, ${nodesWithoutTask.join(", ")} without a task` : "";
  return pass(
    expected,
    `${count(figures.requests, "request")} to ${count(nodes2.length, "node")}${without}: 0 failed`,
    figures
  );
}
__name(judgeRoutingMesh, "judgeRoutingMesh");
function describe2({ answers: answers2, firstFailure: firstFailure2 }) {
  const kinds = byFrequency(answers2.failedByKind).map(([kind, n]) => `${n} ${kind}`);
  const first = firstFailure2 ? `, first: ${firstFailure2}` : "";
  return `${answers2.node}: ${answers2.failed} of ${answers2.requests} failed (${kinds.join(", ") || "not all asked"}${first})`;
}
__name(describe2, "describe");
function hintFor3({ answers: answers2 }) {
  const kind = byFrequency(answers2.failedByKind)[0]?.[0];
  return kind ? HINTS2[kind] : "ask again: the node was not asked as often as planned";
}
__name(hintFor3, "hintFor");
function byFrequency(failures) {
  return Object.entries(failures).toSorted((a, b) => b[1] - a[1]);
}
__name(byFrequency, "byFrequency");

// src/verify/checks/spread.rules.ts
function judgeSpread({ minShare, nodes: nodes2, before, after }) {
  const rule2 = `each replica answers at least ${percent(minShare)} of the requests, and no one else answers`;
  const unread = [before, after].find((reading) => !reading.isKnown);
  if (unread && !unread.isKnown)
    return inconclusive(
      rule2,
      `the swarm did not say which replicas run: ${bounded(unread.reason)}`,
      void 0
    );
  if (!before.isKnown || !after.isKnown) return inconclusive(rule2, "the replicas are not known", void 0);
  const answered = totalByReplica(nodes2);
  const total = [...answered.values()].reduce((sum2, n) => sum2 + n, 0);
  const atStart = before.replicas.running.map((replica) => replica.hostname);
  const atEnd = after.replicas.running.map((replica) => replica.hostname);
  const unknown2 = [...answered.keys()].filter((name3) => !atStart.includes(name3) && !atEnd.includes(name3));
  const replaced = atStart.filter((name3) => !atEnd.includes(name3));
  const shares = atEnd.map((name3) => ({ name: name3, share: total ? (answered.get(name3) ?? 0) / total : 0 }));
  const lacking = shares.filter(({ share }) => share < minShare);
  const figures = {
    replicas: atEnd.length,
    wanted: after.replicas.wanted ?? atEnd.length,
    requests: total,
    smallestShare: round2(Math.min(1, ...shares.map(({ share }) => share))),
    largestShare: round2(Math.max(0, ...shares.map(({ share }) => share))),
    unknown: unknown2.length
  };
  const expected = `each of ${count(figures.wanted, "replica")} answers at least ${percent(minShare)} of the requests, and no one else answers`;
  const observed = shares.map(({ name: name3, share }) => `${name3} ${percent(share)}`).join(", ");
  const failed = /* @__PURE__ */ __name((what, hint) => fail(expected, what, hint, figures), "failed");
  if (total === 0) return failed("no request was answered", "see `docker service ps` and the service\u2019s logs");
  if (unknown2.length > 0)
    return failed(
      `${observed}; and ${unknown2.slice(0, 5).join(", ")}, not a replica of this service, answered ${count(
        unknown2.reduce((sum2, name3) => sum2 + (answered.get(name3) ?? 0), 0),
        "request"
      )}`,
      "something else has the published port on a node, or the service does not print its own hostname"
    );
  if (replaced.length > 0)
    return failed(
      `${replaced.join(", ")} ended while the requests ran`,
      "replicas do not stay up: see `docker service ps --no-trunc` and the service\u2019s logs"
    );
  if (atEnd.length < figures.wanted)
    return failed(
      `${atEnd.length} of ${count(figures.wanted, "replica")} run: ${observed}`,
      "see `docker service ps --no-trunc` for the task that does not run"
    );
  if (minShare * atEnd.length > 1)
    return inconclusive(
      expected,
      observed,
      `${count(atEnd.length, "replica")} cannot all have ${percent(minShare)}: ask for a smaller least share`,
      figures
    );
  if (lacking.length > 0)
    return failed(
      observed,
      `${lacking.map(({ name: name3 }) => name3).join(", ")} gets too few requests: is it healthy, and is its node\u2019s overlay network connected (UDP 4789)?`
    );
  return pass(expected, observed, figures);
}
__name(judgeSpread, "judgeSpread");
function totalByReplica(nodes2) {
  const total = /* @__PURE__ */ new Map();
  for (const { byReplica } of nodes2)
    for (const [name3, n] of Object.entries(byReplica)) total.set(name3, (total.get(name3) ?? 0) + n);
  return total;
}
__name(totalByReplica, "totalByReplica");
function round2(share) {
  return Math.round(share * 1e3) / 1e3;
}
__name(round2, "round");

// src/verify/kinds/routing-mesh.rules.ts
function routingMeshExpected({ requests, share, slowest, soon }) {
  const limit2 = slowest === void 0 ? "" : `, none takes longer than ${slowest} ms`;
  return `${ROUTING_MESH_EXPECTED}, ${requests} each; each replica answers at least ${percent(share)}${soon ? " and is used within 3 connections for each" : ""}${limit2}`;
}
__name(routingMeshExpected, "routingMeshExpected");
function judgeMesh(params21, evidence) {
  const expected = routingMeshExpected(params21);
  const place = ["services", params21.service, "ports"];
  if (!evidence.hasMesh)
    return skipped(
      expected,
      "not tested: this swarm runs without a routing mesh",
      "use an engine whose kernel has IPVS: `swarmline up --engine vm`"
    );
  const answered = judgeRoutingMesh(evidence);
  if (answered.status !== "pass") return { ...answered, expected, place };
  const spread = judgeSpread({
    minShare: params21.share,
    nodes: evidence.nodes.map((node3) => node3.answers),
    before: evidence.replicasBefore,
    after: evidence.replicasAfter
  });
  const max = Math.max(0, ...evidence.nodes.map((node3) => node3.answers.latencyMs.max));
  const late = latest(evidence);
  const figures = { ...answered.figures, ...spread.figures, slowestMs: max, ...late?.figures };
  const observed = `${answered.observed}; ${spread.observed}`;
  if (spread.status === "pass" && spread.figures.replicas === 0)
    return inconclusive(expected, `${observed}; no replica is known`, void 0, figures);
  if (spread.status !== "pass") return { ...spread, expected, observed, figures };
  if (params21.slowest !== void 0 && max > params21.slowest)
    return fail(
      expected,
      `an answer took ${max} ms`,
      "stalls of a second are IPVS that reuses ports: net.ipv4.vs.conn_reuse_mode must be 0 (newer engines set it)",
      figures
    );
  if (!params21.soon || !late) return { ...spread, expected, observed, figures };
  const { node: node2, replica, after, allowed } = late;
  if (after > allowed)
    return fail(
      expected,
      `${node2} used ${replica} only after ${after} connections, not within ${allowed}; ${observed}`,
      "nodes choose replicas in turn: one that comes late is not in that node\u2019s balancer yet, or others are preferred",
      figures
    );
  if (after > evidence.requestsPerNode)
    return inconclusive(
      expected,
      `${observed}; ${evidence.requestsPerNode} connections to each node are fewer than ${allowed}`,
      `ask for ${allowed} requests or more`,
      figures
    );
  return { ...spread, expected, observed, figures };
}
__name(judgeMesh, "judgeMesh");
function latest({ nodes: nodes2, replicasAfter }) {
  if (!replicasAfter.isKnown) return void 0;
  const { running } = replicasAfter.replicas;
  const firsts = nodes2.flatMap(
    ({ answers: answers2, firstAnswers }) => running.map(({ hostname }) => ({
      node: answers2.node,
      replica: hostname,
      // Never: later than all that were asked.
      after: Object.hasOwn(firstAnswers, hostname) ? firstAnswers[hostname] ?? 0 : answers2.requests + 1
    }))
  );
  const last = firsts.toSorted((a, b) => b.after - a.after)[0];
  return last && { ...last, allowed: 3 * running.length, figures: { connectionsToAll: last.after } };
}
__name(latest, "latest");

// src/verify/kinds/routing-mesh.ts
var params16 = strictObject({
  service: serviceName(),
  port: port().default(80).describe("Published port."),
  requests: number2().int().min(1).max(1e5).default(100).describe("Fresh connections to each node."),
  share: number2().min(0).max(1).default(0.2).describe("Least share of all answers that each replica must give."),
  soon: boolean2().default(false).describe("Every node must use every one of N replicas within its first 3N connections."),
  slowest: duration2().optional().describe("No answer may take longer.")
});
var routingMesh = defineKind({
  name: "routing-mesh",
  explanation: "Asks a service through every node, also through nodes without a task of it, each time on a fresh connection. Every request must be answered, by a replica that names itself (`The responding server is: <hostname>`), and every replica must answer its share. Skipped on a swarm without a routing mesh. Checks of the same service, port and number of requests share one round.",
  example: `- kind: routing-mesh
  service: backend
  port: 80
  requests: 100
  share: 0.2`,
  isDisturbing: false,
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name(({ requests }) => 6e4 + requests * 100, "deadlineMs"),
  params: params16,
  expected: routingMeshExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "ports"], "place"),
  gather: /* @__PURE__ */ __name(async (asked2, world) => world.hasMesh ? { hasMesh: true, ...await measureRound(asked2, world) } : { hasMesh: false }, "gather"),
  judge: judgeMesh
});

// src/verify/secret-evidence.ts
import { createHash } from "node:crypto";

// src/verify/secret-forms.rules.ts
var SHORTEST = 4;
function secretForms2(contents) {
  const texts2 = contents.flatMap((content) => [content.toString("utf8"), content.toString("utf8").trim()]);
  const forms = texts2.flatMap((text) => [text, Buffer.from(text).toString("base64").replace(/=+$/, "")]);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
__name(secretForms2, "secretForms");
function containsAny(value, forms) {
  if (typeof value === "string") return forms.some((form) => value.includes(form));
  if (Array.isArray(value)) return value.some((entry) => containsAny(entry, forms));
  if (value && typeof value === "object")
    return Object.entries(value).some(([key, inner]) => containsAny(key, forms) || containsAny(inner, forms));
  return false;
}
__name(containsAny, "containsAny");

// src/verify/secret-search.ts
var LOG_LINES = 2e3;
async function searchForSecret(contents, services, world) {
  const forms = secretForms2(contents);
  const leaks = [];
  const unsearched = [];
  if (forms.length === 0)
    return { leaks, unsearched: contents.length > 0 ? ["too short to be searched for"] : [] };
  const look2 = /* @__PURE__ */ __name(async (place, read2) => {
    try {
      if (containsAny(await read2(), forms)) leaks.push(place);
    } catch (error2) {
      const known = classifyAnswer(error2);
      if (known.code === "cancelled") throw known;
      unsearched.push(`${place}: ${explain(known)}`);
    }
  }, "look");
  await Promise.all(
    services.flatMap(({ Spec }) => {
      const name3 = serviceInStack(Spec.Name, world.stack);
      const container = Spec.TaskTemplate.ContainerSpec ?? {};
      return [
        look2(`the environment of ${name3}`, async () => container.Env),
        look2(`the command of ${name3}`, async () => [
          container.Command,
          container.Args,
          container.Healthcheck
        ]),
        look2(`the labels of ${name3}`, async () => [Spec.Labels, container.Labels]),
        look2(`the log of ${name3}`, () => readLogs(name3, LOG_LINES, world)),
        look2(`the image of ${name3}`, async () => {
          const image2 = await imageOfService(name3, world);
          if (image2.kind === "unreachable") throw new Error(image2.reason);
          return image2.kind === "found" ? [image2.config, image2.history] : void 0;
        })
      ];
    })
  );
  return { leaks: leaks.sort(), unsearched: unsearched.sort() };
}
__name(searchForSecret, "searchForSecret");

// src/verify/secret-evidence.ts
var MAX_BYTES4 = 512 * 1024;
var FOLDER = "/run/secrets/";
async function gatherSecret(asked2, world) {
  const given = asked2.file === void 0 ? void 0 : await world.readFile(asked2.file);
  if (given) world.secrets.register(given);
  const services = await world.reads.services();
  const mounts = services.flatMap((found) => mountsOf(found, asked2.secret, world.stack));
  const granted = mounts.filter(({ service: service2 }) => asked2.services.includes(service2));
  const read2 = (await Promise.all(granted.map((mount) => readContents(mount, world)))).flat();
  const contents = read2.flatMap(({ content }) => content ?? []);
  for (const content of contents) world.secrets.register(content);
  const known = given ? [given, ...contents] : contents;
  const search2 = await searchForSecret(known, services, world);
  const unsearched = known.length > 0 ? search2.unsearched : [...search2.unsearched, "its content is not known, so nothing was searched"];
  return {
    services: services.map(({ Spec }) => nameOf3(Spec.Name, world.stack)),
    mounts,
    contents: read2.map(({ content, ...rest }) => ({
      ...rest,
      isRead: content !== void 0,
      isWanted: content && isWanted(content, given, asked2.sha256)
    })),
    leaks: search2.leaks,
    unsearched
  };
}
__name(gatherSecret, "gatherSecret");
function isWanted(content, given, hash) {
  if (given) return content.equals(given);
  return hash === void 0 ? void 0 : sha256(content) === hash;
}
__name(isWanted, "isWanted");
var sha256 = /* @__PURE__ */ __name((content) => createHash("sha256").update(content).digest("hex"), "sha256");
var nameOf3 = serviceInStack;
function mountsOf({ Spec }, secret2, stack) {
  const references = Spec.TaskTemplate.ContainerSpec?.Secrets ?? [];
  return references.filter(({ SecretName }) => nameInStack(SecretName, stack) === secret2).map(({ File: File2 }) => {
    const { Name = secret2, UID = "0", GID = "0", Mode = 292 } = File2 ?? {};
    return {
      service: nameOf3(Spec.Name, stack),
      target: Name,
      mode: `0${(Mode & 511).toString(8).padStart(3, "0")}`,
      uid: UID,
      gid: GID
    };
  });
}
__name(mountsOf, "mountsOf");
async function readContents(mount, world) {
  const path6 = mount.target.startsWith("/") ? mount.target : `${FOLDER}${mount.target}`;
  const doors = await taskDoors(mount.service, world);
  return Promise.all(doors.map((door) => readContent(mount.service, path6, door, world)));
}
__name(readContents, "readContents");
async function readContent(service2, path6, door, world) {
  const { node: node2, at, containerId } = door;
  const unread = /* @__PURE__ */ __name((reason) => ({ service: service2, node: node2, content: void 0, reason }), "unread");
  if (!at?.engine) return unread(`the engine of ${node2} cannot be reached from here`);
  const command = { argv: ["cat", path6], timeoutMs: 2e4, maxBytes: MAX_BYTES4 };
  try {
    const { exitCode, stdout, isTruncated } = await runForBytes(at.engine, containerId, command, world);
    if (isTruncated) return unread(`${path6} is too long`);
    return exitCode === 0 ? { service: service2, node: node2, content: stdout, reason: "" } : unread(`cat ${path6} ended with ${exitCode}`);
  } catch (error2) {
    const known = classifyAnswer(error2);
    if (known.code === "cancelled") throw known;
    return unread(explain(known));
  }
}
__name(readContent, "readContent");

// src/verify/kinds/secret.rules.ts
function secretExpected({ secret: secret2, services, mode, exclusive, file, sha256: sha2562 }) {
  const parts = [
    `${secret2} is mounted in ${services.join(", ")}${exclusive ? " and in no other service" : ""}`,
    (file ?? sha2562) !== void 0 && "has the right content",
    mode !== void 0 && `has mode ${mode}`,
    "shows in no environment, command, label, image or log"
  ];
  return parts.filter(Boolean).join(", ");
}
__name(secretExpected, "secretExpected");
function judgeSecret(params21, evidence) {
  const expected = secretExpected(params21);
  const { secret: secret2, services, exclusive } = params21;
  const { mounts, contents, leaks, unsearched } = evidence;
  const figures = { mounts: mounts.length, leaks: leaks.length };
  const at = /* @__PURE__ */ __name((...keys) => ["services", ...keys], "at");
  const failed = /* @__PURE__ */ __name((observed, hint, place) => ({
    ...fail(expected, observed, hint, figures),
    ...place ? { place } : {}
  }), "failed");
  const unknown2 = services.find((service2) => !evidence.services.includes(service2));
  if (unknown2) return failed(`the stack has no service ${unknown2}`, "see `docker stack services`");
  const lacking = services.find((service2) => !mounts.some((mount) => mount.service === service2));
  if (lacking)
    return failed(
      `${lacking} does not mount it`,
      `give it: services.${lacking}.secrets: [${secret2}]`,
      at(lacking)
    );
  const other = mounts.find((mount) => !services.includes(mount.service));
  if (exclusive && other)
    return failed(
      `${other.service} mounts it too`,
      `take it from ${other.service}`,
      at(other.service, "secrets")
    );
  for (const mount of mounts.filter(({ service: service2 }) => services.includes(service2))) {
    const wrong = wrongIn(params21, mount);
    if (wrong)
      return failed(
        `in ${mount.service}: ${wrong}`,
        "see the long form of secrets:",
        at(mount.service, "secrets")
      );
  }
  if (leaks.length > 0)
    return failed(
      `its content shows in ${leaks.join(", ")}`,
      "read it from the file at run time; change it, since it is known now"
    );
  const strange = contents.find(({ isWanted: isWanted2 }) => isWanted2 === false);
  if (strange)
    return failed(
      `${strange.service} on ${strange.node} has another content`,
      "a secret does not change under its name: deploy it under a new one",
      at(strange.service, "secrets")
    );
  const unread = contents.filter(({ isRead }) => !isRead);
  const isEachRead = services.every((service2) => contents.some((each) => each.service === service2 && each.isRead));
  if (!isEachRead || unsearched.length > 0) {
    const why = [...unread.map(({ service: service2, reason }) => `${service2}: ${reason}`), ...unsearched];
    return inconclusive(
      expected,
      `not all could be looked at: ${why.join("; ") || "no container of it runs"}`,
      "its tasks must run, on a node whose engine can be reached",
      figures
    );
  }
  return pass(
    expected,
    `${mounts.map(({ service: service2, target }) => `${service2}:${target}`).join(", ")}; shown nowhere`,
    figures
  );
}
__name(judgeSecret, "judgeSecret");
function wrongIn({ target, mode, uid, gid }, mount) {
  const pairs = [
    ["target", target, mount.target],
    ["mode", mode, mount.mode],
    ["uid", uid, mount.uid],
    ["gid", gid, mount.gid]
  ];
  const wrong = pairs.find(([, wanted2, is]) => wanted2 !== void 0 && wanted2 !== is);
  return wrong && `${wrong[0]} is ${wrong[2]}, not ${wrong[1]}`;
}
__name(wrongIn, "wrongIn");

// src/verify/kinds/secret.ts
var id = string2().regex(/^\d{1,10}$/, "takes a number in quotes").optional();
var params17 = strictObject({
  secret: string2().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}$/, "takes a secret\u2019s name, as the stack file says it").describe("Name of the secret in the stack file."),
  services: array(serviceName()).min(1).max(100).describe("The services that must mount it."),
  file: string2().min(1).max(300).optional().describe("File beside the suite with the content that it must have."),
  sha256: string2().regex(/^[0-9a-f]{64}$/, "takes 64 hexadecimal digits").optional().describe("SHA-256 of that content, where the file is not at hand."),
  target: string2().min(1).max(300).optional().describe("Where it is mounted; /run/secrets/NAME is NAME."),
  mode: string2().regex(/^0[0-7]{3}$/, "takes four octal digits in quotes").optional().describe('Its mode, such as "0444".'),
  uid: id.describe("Its owner\u2019s number."),
  gid: id.describe("Its group\u2019s number."),
  exclusive: boolean2().default(true).describe("No other service of the stack may mount it.")
});
var secret = defineKind({
  name: "secret",
  explanation: "Looks whether a secret is mounted where it is granted, with the right content (compared inside this process; evidence says only whether it matches), mode and owner, and in no other service; and that its content shows in no environment, command or label of the stack\u2019s services, in none of their images\u2019 configuration or history, and in no log. Neither verdict nor evidence shows it.",
  example: `- kind: secret
  secret: db_password
  services: [backend, redis]
  mode: "0444"`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 12e4, "deadlineMs"),
  params: params17,
  expected: secretExpected,
  place: /* @__PURE__ */ __name(({ secret: name3 }) => ["secrets", name3], "place"),
  gather: gatherSecret,
  judge: judgeSecret
});

// src/verify/disturb/change-node.ts
var MOST_TRIES2 = 5;
async function setAvailability(nodeId, availability, { manager }, signal) {
  const path6 = `/nodes/${encodeURIComponent(nodeId)}`;
  for (let tries = 1; ; tries++) {
    const node2 = await manager.json("GET", path6, { signal });
    try {
      await manager.json("POST", `${path6}/update`, {
        query: { version: node2.Version.Index },
        body: { ...node2.Spec, Availability: availability },
        signal
      });
      return;
    } catch (error2) {
      if (!isOutOfSequence(error2) || tries === MOST_TRIES2) throw error2;
    }
  }
}
__name(setAvailability, "setAvailability");

// src/verify/disturb/drain.ts
async function draining(look2, world) {
  const not = /* @__PURE__ */ __name((why) => ({ kind: "not-disturbed", isAbsent: false, why }), "not");
  if (look2.service.Spec.Mode.Global) return not("a global service has no task that could move");
  const nodes2 = (await world.reads.nodes()).filter(
    ({ Spec, Status }) => Spec.Availability === "active" && Status.State === "ready"
  );
  if (nodes2.length < 2) return not("no other node is there that takes tasks: none was drained");
  const running = look2.tasks.filter(isRunning3);
  const [node2] = nodes2.filter(({ ID }) => running.some((task) => task.NodeID === ID)).toSorted((a, b) => Number(a.Spec.Role === "manager") - Number(b.Spec.Role === "manager"));
  if (!node2) return not("no node that takes tasks runs one of it");
  const name3 = world.nodes.find(({ id: id2 }) => id2 === node2.ID)?.name ?? node2.Description.Hostname;
  const neighbours = await neighboursOf(look2.service, world);
  return {
    kind: "deed",
    node: name3,
    tasks: running.filter((task) => task.NodeID === node2.ID).map((task) => task.ID),
    act: /* @__PURE__ */ __name(async () => {
      world.undo(`Make ${name3} active again`, async (fx) => {
        await setAvailability(node2.ID, "active", world, fx.signal);
        await allBack(neighbours, world, fx);
      });
      await setAvailability(node2.ID, "drain", world, world.signal);
    }, "act")
  };
}
__name(draining, "draining");

// src/verify/kinds/self-healing.rules.ts
var DEEDS2 = {
  "kill-container": "a killed container is replaced",
  "drain-node": "the tasks of a drained node move",
  "kill-node": "the tasks of a node without power are replaced",
  "disconnect-node": "the tasks of a node without network are replaced",
  "kill-leader": "another manager leads, and the tasks of a leader without power are replaced,"
};
var HINTS3 = {
  "kill-container": "restart_policy.condition must be any or on-failure, and its delay short",
  elsewhere: "another node must be able to run it: see its constraints, volumes and reservations",
  late: "a swarm notices a lost node after three heartbeats",
  leader: "see the managers: `docker node ls`"
};
var WITHIN_MS = 6e4;
var WITHIN_OF_NODES_MS = 12e4;
function withinOf({ what, within: within2 }) {
  return within2 ?? (isLoss(what) ? WITHIN_OF_NODES_MS : WITHIN_MS);
}
__name(withinOf, "withinOf");
var isLoss = /* @__PURE__ */ __name((what) => NODE_LOSSES.includes(what), "isLoss");
function selfHealingExpected(params21) {
  return `${params21.service}: ${DEEDS2[params21.what]} within ${withinOf(params21) / 1e3} s${visitorsExpected(params21)}`;
}
__name(selfHealingExpected, "selfHealingExpected");
function judgeSelfHealing(params21, evidence) {
  const expected = selfHealingExpected(params21);
  const place = ["services", params21.service, "deploy"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  const { node: node2, lostTasks, hasHealed, tookMs, running, wanted: wanted2, on, error: error2, lostNode, leader } = evidence;
  const visitors = judgeVisitors(params21, evidence.requests, lostNode);
  const figures = { lostTasks, tookMs, running, wanted: wanted2, ...visitors.figures };
  const seconds2 = `${(tookMs / 1e3).toFixed(1)} s`;
  const isOfLeader = params21.what === "kill-leader";
  if (isOfLeader && leader === void 0)
    return {
      ...fail(expected, `no manager leads ${seconds2} after ${node2} was lost`, HINTS3.leader, figures),
      place
    };
  if (lostTasks === 0 && !isOfLeader)
    return inconclusive(expected, "nothing was taken from it", void 0, figures);
  if (!hasHealed) {
    const late = isLoss(params21.what) ? `; ${HINTS3.late}` : "";
    const hint = params21.what === "kill-container" ? HINTS3["kill-container"] : `${HINTS3.elsewhere}${late}`;
    const why = error2 ? `; ${bounded(error2)}` : "";
    return {
      ...fail(
        expected,
        `${running} of ${count(wanted2, "task")} run ${seconds2} after ${node2} lost ${lostTasks}${why}`,
        hint,
        figures
      ),
      place
    };
  }
  const seen = [
    ...isOfLeader ? [`${bounded(leader ?? "")} leads in place of ${node2}`] : [],
    lostTasks === 0 ? `no task of ${params21.service} was lost` : `${count(lostTasks, "task")} of ${node2} back after ${seconds2}${on.length > 0 ? ` on ${on.join(", ")}` : ""}`,
    ...visitors.words
  ].join("; ");
  if (visitors.status === "fail")
    return {
      ...fail(
        expected,
        `visitors noticed; ${seen}`,
        "more replicas on more nodes lose fewer requests",
        figures
      ),
      place
    };
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, seen, figures), place };
}
__name(judgeSelfHealing, "judgeSelfHealing");

// src/verify/kinds/self-healing.ts
var params18 = strictObject({
  service: serviceName(),
  what: _enum(["kill-container", "drain-node", ...NODE_LOSSES]).default("kill-container").describe(
    "What is done to it: SIGKILL to one container, or draining of one node with a task; or such a node loses its power (kill-node) or its network (disconnect-node), or the swarm\u2019s leader loses its power (kill-leader)."
  ),
  within: duration2().optional().describe(
    "Until all tasks run again; without it 60s, or where a node is lost 2m, since a swarm takes its time to notice: three heartbeats, which is 15 s, and some 20 s more to elect a leader."
  ),
  ...visitorFields({ default: void 0, says: "The most requests that may fail; without it, any number." })
});
var selfHealing = defineKind({
  name: "self-healing",
  explanation: "Kills a container of a service, drains a node that runs one, or lets a node be lost, and waits until as many tasks run as before, the lost ones replaced. Where a port is said, visitors ask all the while, and what they lost is reported and may be limited; what they ask of the lost node itself is counted apart. The node is brought back; tasks that moved away from it stay where they are. Only nodes that Swarmline made can be lost, and of managers only one that leaves a majority of them: otherwise it is inconclusive.",
  example: `- kind: self-healing
  service: backend
  what: kill-container
  within: 30s
  port: 80
- kind: self-healing
  service: backend
  what: kill-node
  port: 80`,
  isDisturbing: true,
  disturbs: /* @__PURE__ */ __name(({ what }) => what === "kill-container" ? "service" : "nodes", "disturbs"),
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name((params21) => withinOf(params21) + 6e4, "deadlineMs"),
  params: params18,
  expected: selfHealingExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy"], "place"),
  gather: /* @__PURE__ */ __name((asked2, world) => gather6(asked2, world), "gather"),
  judge: judgeSelfHealing
});
async function gather6(asked2, world) {
  const { service: service2 } = asked2;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const deed = await deedOf(asked2, look2, world);
  if (deed.kind !== "deed") return deed;
  const wanted2 = runningOf(look2).running;
  const { done, requests } = await amongVisitors(asked2, world, async () => {
    const startMs = world.clock.now();
    await deed.act();
    const watched = await watchHealing(asked2, deed, wanted2, world);
    return { ...watched, tookMs: world.clock.now() - startMs };
  });
  const { histories, last, hasEnded: hasEnded2, tookMs, leader } = done;
  const old = new Set(look2.tasks.map((task) => task.ID));
  const made = histories.filter((task) => !old.has(task.id));
  return {
    kind: "disturbed",
    node: deed.node,
    lostTasks: deed.tasks.length,
    hasHealed: hasEnded2,
    tookMs,
    running: last ? runningOf(last).running : 0,
    wanted: wanted2,
    on: nodeNames(made, world),
    error: made.findLast((task) => task.error)?.error ?? "",
    requests,
    ...deed.elsewhere ? { lostNode: deed.node } : {},
    ...leader === void 0 ? {} : { leader }
  };
}
__name(gather6, "gather");
async function watchHealing(asked2, deed, wanted2, world) {
  const isOfLeader = asked2.what === "kill-leader";
  const watcher = deed.elsewhere ?? world;
  let leader;
  const isHealed = /* @__PURE__ */ __name(async (now, histories) => {
    if (isOfLeader) leader = await leaderBeside(deed.node, watcher);
    const isLed = !isOfLeader || leader !== void 0;
    return isLed && areOver(histories, deed.tasks) && runningOf(now).running >= wanted2;
  }, "isHealed");
  try {
    const watched = await watchService(asked2.service, isHealed, withinOf(asked2), watcher, !!deed.elsewhere);
    return { ...watched, leader };
  } catch (error2) {
    const isLeaderless = isOfLeader && leader === void 0 && error2 instanceof EngineAnswerError;
    if (!isLeaderless || !isAway(error2)) throw error2;
    return { histories: [], last: void 0, hasEnded: false, leader };
  }
}
__name(watchHealing, "watchHealing");
function deedOf({ service: service2, what }, look2, world) {
  if (what === "kill-container") return killing(service2, look2, world);
  return what === "drain-node" ? draining(look2, world) : losing(what, look2, world);
}
__name(deedOf, "deedOf");
async function leaderBeside(lost, world) {
  const nodes2 = await lookAtNodes(world, world.signal);
  const leader = nodes2.find((node2) => node2.ManagerStatus?.Leader);
  const name3 = leader && (world.nodes.find(({ id: id2 }) => id2 === leader.ID)?.name ?? leader.Description.Hostname);
  return name3 === lost ? void 0 : name3;
}
__name(leaderBeside, "leaderBeside");
function killing(service2, look2, world) {
  const [victim] = victimsOf(look2.tasks, world);
  if (!victim) return noVictim(service2);
  return { kind: "deed", node: victim.node, tasks: [victim.task], act: victim.kill };
}
__name(killing, "killing");
function areOver(histories, ids) {
  return ids.every((id2) => histories.find((task) => task.id === id2)?.endedMs !== void 0);
}
__name(areOver, "areOver");
function nodeNames(made, world) {
  const running = made.filter((task) => task.ranMs !== void 0 && task.endedMs === void 0);
  const names2 = running.map((task) => world.nodes.find((node2) => node2.id === task.nodeId)?.name);
  return [...new Set(names2.flatMap((name3) => name3 ?? []))];
}
__name(nodeNames, "nodeNames");

// src/verify/kinds/service.rules.ts
var PLACES = [
  [/^TaskTemplate\.ContainerSpec\.Image/, ["image"]],
  [/^TaskTemplate\.ContainerSpec\.Healthcheck/, ["healthcheck"]],
  [/^TaskTemplate\.ContainerSpec\.StopGracePeriod/, ["stop_grace_period"]],
  [/^TaskTemplate\.ContainerSpec\.Mounts/, ["volumes"]],
  [/^TaskTemplate\.ContainerSpec\.Env/, ["environment"]],
  [/^TaskTemplate\.Placement/, ["deploy", "placement"]],
  [/^TaskTemplate\.Resources/, ["deploy", "resources"]],
  [/^TaskTemplate\.RestartPolicy/, ["deploy", "restart_policy"]],
  [/^UpdateConfig/, ["deploy", "update_config"]],
  [/^RollbackConfig/, ["deploy", "rollback_config"]],
  [/^EndpointSpec\.Ports/, ["ports"]],
  [/^Mode/, ["deploy"]]
];
function serviceExpected(params21) {
  return fieldsExpected(params21.service, checksOf4(params21, void 0));
}
__name(serviceExpected, "serviceExpected");
function judgeService(params21, evidence) {
  const { service: service2 } = params21;
  if (!evidence.exists)
    return fail(serviceExpected(params21), `the stack has no service ${service2}`, "see `docker stack services`");
  const checks = checksOf4(params21, evidence);
  if (checks.length === 0)
    return inconclusive(`${service2} is as it must be`, "the check compares nothing", "give it fields:");
  return judgeFields(
    service2,
    checks,
    `see \`docker service inspect\` of ${service2}, and what its stack file says`,
    { running: evidence.running }
  );
}
__name(judgeService, "judgeService");
function checksOf4(params21, evidence) {
  const at = /* @__PURE__ */ __name((...keys) => ["services", params21.service, ...keys], "at");
  const spec = evidence?.spec;
  const field = /* @__PURE__ */ __name((path6) => fieldAt(spec, path6), "field");
  const named2 = [
    params21.image !== void 0 && {
      what: "image",
      value: field("TaskTemplate.ContainerSpec.Image"),
      wanted: params21.image,
      place: at("image")
    },
    params21.mode !== void 0 && {
      what: "mode",
      value: modeOf(spec),
      wanted: params21.mode,
      place: at("deploy", "mode")
    },
    params21.replicas !== void 0 && {
      what: "replicas",
      value: field("Mode.Replicated.Replicas"),
      wanted: params21.replicas,
      place: at("deploy", "replicas")
    },
    params21.running !== void 0 && {
      what: "running tasks",
      value: evidence?.running,
      wanted: params21.running,
      hint: "see `docker service ps --no-trunc`"
    },
    params21.networks !== void 0 && listCheck("networks", evidence?.networks, params21.networks, at("networks")),
    params21.secrets !== void 0 && listCheck("secrets", evidence?.secrets, params21.secrets, at("secrets")),
    params21.published !== void 0 && listCheck(
      "published ports",
      field("EndpointSpec.Ports[*].PublishedPort") ?? [],
      params21.published,
      at("ports")
    )
  ];
  const byPath = Object.entries(params21.fields).map(([path6, wanted2]) => {
    const place = PLACES.find(([pattern2]) => pattern2.test(path6))?.[1] ?? [];
    return {
      what: path6,
      value: field(path6),
      shownAs: shownAt(path6, field(path6)),
      wanted: wanted2,
      place: at(...place)
    };
  });
  return [...named2.filter((check) => check !== false), ...byPath];
}
__name(checksOf4, "checksOf");
function listCheck(what, values, wanted2, place) {
  const inOrder = /* @__PURE__ */ __name((list) => list.map(String).toSorted().join(", ") || "none", "inOrder");
  return { what, value: values && inOrder(values), wanted: inOrder(wanted2), place };
}
__name(listCheck, "listCheck");
function modeOf(spec) {
  const names2 = {
    Replicated: "replicated",
    Global: "global",
    ReplicatedJob: "replicated-job",
    GlobalJob: "global-job"
  };
  const mode = fieldAt(spec, "Mode");
  if (!mode || typeof mode !== "object") return void 0;
  const [key] = Object.entries(mode).find(([, value]) => value !== null && value !== void 0) ?? [];
  return key === void 0 ? void 0 : names2[key];
}
__name(modeOf, "modeOf");

// src/verify/kinds/service.ts
var names = /* @__PURE__ */ __name((what) => array(string2().min(1).max(100)).max(100).optional().describe(`Exactly these ${what}, by their names in the stack file.`), "names");
var params19 = strictObject({
  service: serviceName(),
  image: wanted().optional().describe("The image reference of the running spec."),
  mode: _enum(["replicated", "global", "replicated-job", "global-job"]).optional().describe("Its mode."),
  replicas: amount().optional().describe("How many replicas the spec asks for."),
  running: amount().optional().describe("How many tasks run now."),
  networks: names("networks"),
  secrets: names("secrets"),
  published: array(port()).max(100).optional().describe("Exactly these published ports."),
  fields: record(
    string2().max(300).refine(
      (path6) => parsePath(path6) !== void 0,
      "takes a path such as UpdateConfig.Order or Ports[*].TargetPort"
    ),
    wanted()
  ).default({}).describe("Any field of the spec by its path in the Engine API\u2019s words; times are nanoseconds.")
});
var service = defineKind({
  name: "service",
  explanation: "Reads a service\u2019s running spec from a manager and compares fields of it: the common ones by short names, all others by their path in the Engine API\u2019s words. `[*]` stands for every entry of a list. Fails when the service is not there, or a field is not what it must be.",
  example: `- kind: service
  service: backend
  mode: replicated
  replicas: 3
  image: { matches: '/backend:' }
  fields:
    UpdateConfig.Parallelism: 1
    UpdateConfig.Delay: { gte: 10000000000 }
    UpdateConfig.Order: start-first`,
  isDisturbing: false,
  visits: "none",
  params: params19,
  expected: serviceExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(({ service: service2 }, world) => gather7(service2, world), "gather"),
  judge: judgeService
});
async function gather7(name3, world) {
  const [found, running, networks] = await Promise.all([
    world.reads.service(name3),
    world.reads.runningTasks(name3),
    world.reads.networks()
  ]);
  if (!found) return { exists: false };
  const { TaskTemplate } = found.Spec;
  const networkName = /* @__PURE__ */ __name(({ Target }) => networks.find((network) => network.Id === Target || network.Name === Target)?.Name ?? Target, "networkName");
  return {
    exists: true,
    spec: { ...found.Spec },
    running: running.length,
    networks: networksOf(found).map((network) => nameInStack(networkName(network), world.stack)),
    secrets: (TaskTemplate.ContainerSpec?.Secrets ?? []).map(
      (secret2) => nameInStack(secret2.SecretName, world.stack)
    )
  };
}
__name(gather7, "gather");
function networksOf({ Spec }) {
  const old = Spec.Networks;
  return Spec.TaskTemplate.Networks ?? old ?? [];
}
__name(networksOf, "networksOf");

// src/verify/checks/tcp.rules.ts
function tcpExpected({ from, host, port: port2, state }) {
  const target = host === void 0 ? `port ${port2} of every node` : `${bounded(host, 80)}:${port2}`;
  return `${target} is ${state}, asked from ${from ?? "this machine"}`;
}
__name(tcpExpected, "tcpExpected");
function judgeTcp(question, { readings }) {
  const expected = tcpExpected(question);
  const states = readings.map((reading) => ({ reading, state: stateOf2(reading) }));
  const of = /* @__PURE__ */ __name((state) => states.filter((one) => one.state === state), "of");
  const figures = { asked: readings.length, open: of("open").length, closed: of("closed").length };
  const listed2 = /* @__PURE__ */ __name((some) => some.slice(0, 4).map(
    ({ reading }) => `${bounded(reading.target, 80)} from ${bounded(reading.from, 80)}: ${words(reading)}`
  ).join("; "), "listed");
  const unnamed = question.state === "open" ? of("no-name") : [];
  const wrong = [...of(question.state === "open" ? "closed" : "open"), ...unnamed];
  if (wrong.length > 0) return fail(expected, listed2(wrong), hintFor4(question, unnamed.length > 0), figures);
  if (readings.length === 0)
    return inconclusive(
      expected,
      "nobody could ask",
      "see that the service runs, and its node answers",
      figures
    );
  const unknown2 = states.filter((one) => one.state !== question.state);
  if (unknown2.length > 0)
    return inconclusive(expected, listed2(unknown2), "see that the name is right and the asker works", figures);
  return pass(expected, listed2(states), figures);
}
__name(judgeTcp, "judgeTcp");
function stateOf2({ answer, isProven }) {
  if (answer.kind === "open") return "open";
  if (!isProven || answer.kind === "unknown" || answer.kind === "named") return "unknown";
  return answer.kind === "no-such-name" || answer.kind === "no-name-answer" ? "no-name" : "closed";
}
__name(stateOf2, "stateOf");
function words({ answer, isProven }) {
  if (answer.kind === "unknown") return bounded(answer.detail, 80);
  return isProven || answer.kind === "open" ? answer.kind : `${answer.kind}, and the probe reached nothing else`;
}
__name(words, "words");
function hintFor4({ state, from, host }, isUnnamed) {
  if (state === "closed") return "take the published port away, or the asker off the network";
  if (isUnnamed)
    return `see that ${bounded(host ?? "", 80)} runs, and put it and ${from ?? "the asker"} on a common network`;
  return "see that the target runs and listens on all its addresses, and which networks it is on";
}
__name(hintFor4, "hintFor");

// src/verify/checks/tcp.ts
import { connect as connect2 } from "node:net";
var TIME_OUT_MS = 3e3;
async function gatherTcp(slice, { from, host, port: port2 }, endpointOf) {
  if (from !== void 0 && host !== void 0) return fromService(slice, from, host, port2);
  if (from !== void 0)
    throw new SwarmlineError("input", "a service asks a host", { hint: "say which: host: redis" });
  const ask2 = /* @__PURE__ */ __name(async (target, door) => ({
    from: "this machine",
    target,
    answer: await tryPort(door.host, door.port, slice.signal, patienceOf(slice)),
    isProven: true
  }), "ask");
  if (host !== void 0) return { readings: [await ask2(`${host}:${port2}`, { host, port: port2 })] };
  const asked2 = slice.nodes.map(async (node2) => ask2(`${node2.name}:${port2}`, await endpointOf(node2, port2)));
  return { readings: await Promise.all(asked2) };
}
__name(gatherTcp, "gatherTcp");
async function fromService(slice, from, host, port2) {
  const world = await readMeshWorld(slice);
  const service2 = world.services.find((one) => one.name === from);
  if (!service2)
    throw new SwarmlineError("not-found", `the stack has no service ${JSON.stringify(from)}`, {
      hint: `it has ${world.services.map((one) => one.name).join(", ")}`
    });
  const outs = lookOuts(world).filter((out) => out.service === service2);
  const nodeOf = /* @__PURE__ */ __name((id2) => slice.nodes.find((node2) => node2.id === id2), "nodeOf");
  const asks = [
    { kind: "connect", address: "127.0.0.11", port: 53 },
    { kind: "reach", host, port: port2 }
  ];
  const sources = outs.flatMap(({ key, task }) => {
    const engine = nodeOf(task.nodeId)?.engine;
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  const outcomes = await runProbes(sources, () => new Map(outs.map((out) => [out.key, asks])), slice);
  return {
    readings: outs.map(({ key, task }) => {
      const outcome = outcomes.get(key);
      const [control, answer] = outcome?.isRun ? outcome.answers : [];
      const detail = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
      return {
        from: `${from} on ${nodeOf(task.nodeId)?.name ?? task.nodeId}`,
        target: `${host}:${port2}`,
        answer: answer ?? { kind: "unknown", detail },
        isProven: control?.kind === "open"
      };
    })
  };
}
__name(fromService, "fromService");
function tryPort(host, port2, signal, patience = 1) {
  return new Promise((resolve, reject) => {
    const socket = connect2({ host, port: port2, timeout: TIME_OUT_MS * patience, signal });
    const end = /* @__PURE__ */ __name((answer) => {
      socket.destroy();
      resolve(answer);
    }, "end");
    socket.once("connect", () => end({ kind: "open" }));
    socket.once("timeout", () => end({ kind: "silent" }));
    socket.once("error", (error2) => {
      if (signal.aborted) return reject(new SwarmlineError("cancelled", "cancelled", { cause: error2 }));
      end(answerOf(error2));
    });
  });
}
__name(tryPort, "tryPort");
function answerOf({ code, message }) {
  if (code === "ECONNREFUSED") return { kind: "refused" };
  if (code === "ETIMEDOUT") return { kind: "silent" };
  if (code === "EHOSTUNREACH" || code === "ENETUNREACH") return { kind: "unreachable" };
  if (code === "ENOTFOUND") return { kind: "no-such-name" };
  if (code === "EAI_AGAIN") return { kind: "no-name-answer" };
  return { kind: "unknown", detail: message };
}
__name(answerOf, "answerOf");

// src/verify/kinds/tcp.ts
var params20 = strictObject({
  from: serviceName().optional().describe("The service that asks, on every node that it runs on; without it, this machine."),
  host: string2().regex(/^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,252}$/, "takes a name or an IPv4 address").optional().describe(
    "A name, as the asker knows it, or an address. Without it and `from`, the published port of every node; in host mode and without a mesh, of every node with a task."
  ),
  port: port().describe("The TCP port."),
  state: _enum(["open", "closed"]).default("open").describe("What the port must be.")
});
var tcp2 = defineKind({
  name: "tcp",
  explanation: "Opens a TCP connection to a host and port, from inside a service\u2019s own network namespace or from this machine, and closes it again. Closed is a connection that was refused or went unanswered; a name that does not resolve is no proof of that.",
  example: "- kind: tcp\n  from: backend\n  host: redis\n  port: 6379",
  isDisturbing: false,
  visits: "none",
  params: params20,
  expected: tcpExpected,
  gather: /* @__PURE__ */ __name(async (question, world) => {
    const isPublished = question.from === void 0 && question.host === void 0;
    const nodes2 = isPublished ? (await publishingNodes(world, question.port)).nodes : world.nodes;
    return gatherTcp({ ...world, nodes: nodes2 }, question, (node2, wanted2) => {
      const found = world.nodes.find((one) => one.id === node2.id);
      if (!found) throw new Error("a node of the swarm is none of the world");
      return world.endpointOf(found, wanted2);
    });
  }, "gather"),
  judge: judgeTcp
});

// src/verify/kinds/all.ts
var KINDS = [
  nodes,
  service,
  placement,
  http2,
  routingMesh,
  counter,
  isolation,
  dns,
  tcp2,
  exec,
  secret,
  logs,
  image,
  metrics,
  load,
  security,
  rollingUpdate,
  rollback,
  selfHealing,
  persistence
];

// src/verify/suite/ids.rules.ts
function repeatedIds(checks) {
  const first = /* @__PURE__ */ new Map();
  return checks.flatMap((check) => {
    if (check.id === void 0) return [];
    const other = first.get(check.id);
    if (!other) {
      first.set(check.id, check);
      return [];
    }
    const { file, line } = other.place;
    return [{ ...check.place, column: 1, text: `the id ${check.id} is taken: ${file}:${line} has it` }];
  });
}
__name(repeatedIds, "repeatedIds");
function numbered(checks) {
  const taken = new Set(checks.flatMap(({ id: id2 }) => id2 ?? []));
  return checks.map((check) => {
    if (check.id !== void 0) return { ...check, id: check.id };
    let id2 = check.kind.name;
    for (let number3 = 2; taken.has(id2); number3++) id2 = `${check.kind.name}-${number3}`;
    taken.add(id2);
    return { ...check, id: id2 };
  });
}
__name(numbered, "numbered");

// src/verify/suite/read-checks.ts
import path from "node:path";

// src/verify/suite/issue-words.rules.ts
var TYPES = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "nothing",
  undefined: "nothing"
};
var UNITS = { string: " characters", array: " entries", set: " entries" };
function inWords3(issue2) {
  switch (issue2.code) {
    case "too_big":
      return `takes ${issue2.inclusive === false ? "less than" : "at most"} ${issue2.maximum}${UNITS[issue2.origin] ?? ""}`;
    case "too_small":
      if (issue2.minimum === 1 && issue2.origin === "string") return "takes a text that is not empty";
      return `takes ${issue2.inclusive === false ? "more than" : "at least"} ${issue2.minimum}${UNITS[issue2.origin] ?? ""}`;
    case "invalid_type": {
      if (/^takes /.test(issue2.message)) return issue2.message;
      const seen = /received (\w+)$/.exec(issue2.message)?.[1] ?? "";
      const seenWords = TYPES[seen] === void 0 ? "" : `, not ${TYPES[seen]}`;
      return `takes ${TYPES[issue2.expected] ?? issue2.expected}${seenWords}`;
    }
    case "invalid_union":
      return "takes another kind of value";
    default:
      return issue2.message.replace(/^Invalid (?:input|string): /, "");
  }
}
__name(inWords3, "inWords");

// src/verify/suite/schema.ts
var CHECK_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
var VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
var TAG = /^[a-z0-9][a-z0-9-]{0,31}$/;
var COMMON_FIELDS = {
  id: string2().regex(CHECK_ID, "takes small letters, digits and dashes").optional().describe("Name of the check, one of its kind in all suites. Without it, the kind with a number."),
  title: string2().min(1).max(120).optional().describe("What people read; without it, what is expected."),
  tags: array(string2().regex(TAG, "takes small letters, digits and dashes")).max(20).default([]).describe("For selection by --tag."),
  deadline: duration2().optional().describe("Not measured by then is inconclusive: 500ms, 30s, 5m."),
  points: number2().min(0).max(1e4).optional().describe("Handed on to whoever grades."),
  hints: array(string2().min(1).max(500)).max(10).optional().describe("Shown when the check does not pass, the mildest first.")
};
var VARIABLE = union([string2(), number2(), boolean2(), _null3()]);
var frame = /* @__PURE__ */ __name((check) => strictObject({
  title: string2().min(1).max(120).optional().describe("What people read."),
  include: array(string2().min(1).max(300)).max(50).default([]).describe("Other suites; their paths count from this file\u2019s folder."),
  variables: record(string2().regex(VARIABLE_NAME, "takes letters, digits and _"), VARIABLE).default({}).describe("Every ${NAME} of this file with its default; null: it must be given."),
  secrets: array(string2().min(1).max(300)).max(50).default([]).describe("Files whose content no verdict and no evidence may show."),
  deadline: duration2().optional().describe("For all checks together."),
  checks: array(check).max(1e3).default([]).describe("What must be true.")
}).describe("A suite of checks for a Docker Swarm stack."), "frame");
var SUITE_FRAME = frame(looseObject({ kind: string2() }));
var checkSchema = /* @__PURE__ */ __name((kind) => strictObject({ kind: literal(kind.name), ...COMMON_FIELDS, ...kind.params.shape }).describe(kind.explanation), "checkSchema");

// src/verify/suite/read-checks.ts
function readFrame(file) {
  const read2 = SUITE_FRAME.safeParse(file.plain());
  if (read2.success) return { frame: read2.data };
  return {
    faults: read2.error.issues.flatMap((issue2) => faultsOf(file, [], issue2, Object.keys(SUITE_FRAME.shape)))
  };
}
__name(readFrame, "readFrame");
function readChecks(file, frame2, kinds) {
  const faults = [];
  const checks = frame2.checks.flatMap((entry, index) => {
    const at = ["checks", index];
    const kind = kinds.get(entry.kind);
    if (!kind) {
      const meant = nearest(entry.kind, [...kinds.keys()]);
      const guess = meant ? ` (did you mean ${meant}?)` : `: there are ${[...kinds.keys()].join(", ")}`;
      faults.push(
        file.fault(file.nodeAt([...at, "kind"]), `no kind of check is called ${quoted2(entry.kind)}${guess}`)
      );
      return [];
    }
    const schema = checkSchema(kind);
    const read2 = schema.safeParse(entry);
    if (!read2.success) {
      const names2 = Object.keys(schema.shape);
      faults.push(...read2.error.issues.flatMap((issue2) => faultsOf(file, at, issue2, names2)));
      return [];
    }
    const { id: id2, title, tags, deadline, points, hints, ...rest } = read2.data;
    const { kind: _, ...params21 } = rest;
    const fault = kind.faultOf?.(params21);
    if (fault !== void 0) {
      faults.push(file.fault(file.nodeAt(at), fault));
      return [];
    }
    const place = { file: file.shownAs, line: file.lineOf(file.nodeAt(at)) };
    return [
      {
        id: id2,
        kind,
        title,
        tags,
        deadlineMs: deadline,
        points,
        hints,
        params: params21,
        place,
        folder: path.dirname(file.path)
      }
    ];
  });
  return { checks, faults };
}
__name(readChecks, "readChecks");
function faultsOf(file, at, issue2, topNames) {
  const keys = [...at, ...issue2.path];
  const name3 = issue2.path.map(String).join(".");
  if (issue2.code === "unrecognized_keys")
    return issue2.keys.slice(0, YAML_BUDGET.faults).map((key) => {
      const meant = issue2.path.length === 0 ? nearest(key, topNames) : void 0;
      const guess = meant ? ` (did you mean ${meant}?)` : "";
      return file.fault(
        file.keyAt(keys, key) ?? file.nodeAt(keys),
        `${quoted2(key)} is not known${name3 ? ` in ${name3}` : " here"}${guess}`
      );
    });
  if (issue2.code === "invalid_union") {
    const inner = issue2.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
    if (inner && inner.path.length > 0)
      return faultsOf(
        file,
        at,
        { ...inner, path: [...issue2.path, ...inner.path] },
        topNames
      );
  }
  const node2 = file.nodeAt(keys);
  if (issue2.code === "invalid_value") {
    const choices = issue2.values.map(String);
    const value = node2?.value;
    const meant = typeof value === "string" ? nearest(value, choices) : void 0;
    return [
      file.fault(node2, `${name3} takes ${choices.join(", ")}${meant ? ` (did you mean ${meant}?)` : ""}`)
    ];
  }
  const isMissing = issue2.code === "invalid_type" && / received undefined$/.test(issue2.message);
  return [file.fault(node2, isMissing ? `${name3} is missing` : `${name3 || "this"}: ${inWords3(issue2)}`)];
}
__name(faultsOf, "faultsOf");
function quoted2(text) {
  return `\u201C${text.length > 60 ? `${text.slice(0, 60)}\u2026` : text}\u201D`;
}
__name(quoted2, "quoted");

// src/verify/suite/suite-file.ts
var import_yaml6 = __toESM(require_dist(), 1);
var MAX_BYTES5 = 256 * 1024;
function parseSuite(path6, shownAs, text) {
  const read2 = readYaml(text, {
    hasStringKeys: true,
    isStrict: true,
    maxBytes: MAX_BYTES5,
    what: "a suite",
    begins: "a suite has checks:"
  });
  if ("faults" in read2)
    return {
      faults: read2.faults.map(({ line, column, text: text2 }) => ({ file: shownAs, line, column, text: text2 }))
    };
  const { yaml } = read2;
  const { document } = yaml;
  const nodeAt = /* @__PURE__ */ __name((keys) => {
    for (let depth = keys.length; depth > 0; depth--) {
      const found = document.getIn(keys.slice(0, depth), true);
      if (found?.range) return found;
    }
    return document.contents;
  }, "nodeAt");
  return {
    file: {
      path: path6,
      shownAs,
      document,
      plain: yaml.plain,
      fault: /* @__PURE__ */ __name((node2, what) => ({ file: shownAs, ...yaml.placeOf(node2), text: what }), "fault"),
      nodeAt,
      keyAt: /* @__PURE__ */ __name((keys, key) => {
        const map = keys.length === 0 ? document.contents : document.getIn(keys, true);
        const pair = (0, import_yaml6.isMap)(map) ? map.items.find(
          (item) => (0, import_yaml6.isScalar)(item.key) && String(item.key.value) === key
        ) : void 0;
        return pair?.key;
      }, "keyAt"),
      lineOf: /* @__PURE__ */ __name((node2) => yaml.placeOf(node2).line, "lineOf")
    }
  };
}
__name(parseSuite, "parseSuite");

// src/verify/suite/variables.rules.ts
var import_yaml7 = __toESM(require_dist(), 1);
var PATTERN = /\$(\$|\{\{|\{([^}]*)\}?)/g;
var NAME2 = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
function interpolateSuite(file, givenValue, nearestName) {
  const faults = [];
  let length = 0;
  (0, import_yaml7.visit)(file.document, {
    Scalar: /* @__PURE__ */ __name((key, node2) => {
      if (key === "key" || !(0, import_yaml7.isScalar)(node2) || typeof node2.value !== "string" || !node2.value.includes("$"))
        return;
      if (faults.length >= YAML_BUDGET.faults) return import_yaml7.visit.BREAK;
      const isWhole2 = node2.type === "PLAIN" && /^\$\{[^}]*\}$/.test(node2.value);
      const text = node2.value.replace(PATTERN, (match, inner, name3) => {
        const fail2 = /* @__PURE__ */ __name((what) => {
          faults.push(file.fault(node2, what));
          return "";
        }, "fail");
        if (inner === "$") return "$";
        if (length > YAML_BUDGET.characters) return "";
        if (inner === "{{") return fail2("suites have no ${{ \u2026 }}: give a variable and write ${NAME}");
        if (name3 === void 0 || !match.endsWith("}") || !NAME2.test(name3))
          return fail2(`${match} is no variable: write \${NAME}, or $\${ for the characters themselves`);
        const value = givenValue(name3);
        if (value !== void 0) {
          length += value.length;
          return length > YAML_BUDGET.characters ? fail2("the variables stand for too much text") : value;
        }
        const meant = nearestName(name3);
        return fail2(`no value is given for the variable ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`);
      });
      node2.value = isWhole2 ? plainValue(text) : text;
    }, "Scalar")
  });
  return faults;
}
__name(interpolateSuite, "interpolateSuite");
function plainValue(text) {
  if (text === "true" || text === "false") return text === "true";
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
}
__name(plainValue, "plainValue");

// src/verify/suite/load.ts
async function loadSuites(request, kinds = KINDS) {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const faults = [];
  const checks = [];
  const secretFiles = [];
  const deadlines = [];
  const visited = /* @__PURE__ */ new Set();
  const root = await realpath(request.root);
  const declared = /* @__PURE__ */ new Set();
  const visit2 = /* @__PURE__ */ __name(async (asked2, complain) => {
    const place = await fileWithin(root, asked2).catch(
      (error2) => void faults.push(complain(error2.message))
    );
    if (!place || visited.has(place)) return;
    visited.add(place);
    const shown2 = path2.relative(root, place) || place;
    const text = await readText(place, YAML_BUDGET.bytes, shown2).catch(
      (error2) => void faults.push(complain(explain(error2)))
    );
    if (text === void 0) return;
    const parsed = parseSuite(place, shown2, text);
    if ("faults" in parsed) return void faults.push(...parsed.faults);
    const { file } = parsed;
    const defaults = declaredVariables(file);
    for (const name3 of defaults.keys()) declared.add(name3);
    const names2 = [.../* @__PURE__ */ new Set([...defaults.keys(), ...Object.keys(request.variables)])];
    faults.push(
      ...interpolateSuite(
        file,
        (name3) => Object.hasOwn(request.variables, name3) ? request.variables[name3] : defaults.get(name3),
        (name3) => nearest(name3, names2)
      )
    );
    const read2 = readFrame(file);
    if ("faults" in read2) return void faults.push(...read2.faults);
    await take(file, read2.frame);
  }, "visit");
  const take = /* @__PURE__ */ __name(async (file, frame2) => {
    const folder = path2.dirname(file.path);
    for (const [index, included] of frame2.include.entries())
      await visit2(path2.resolve(folder, included), (text) => file.fault(file.nodeAt(["include", index]), text));
    secretFiles.push(...frame2.secrets.map((secret2) => path2.resolve(folder, secret2)));
    if (frame2.deadline !== void 0) deadlines.push(frame2.deadline);
    const found = readChecks(file, frame2, byName);
    faults.push(...found.faults);
    checks.push(...found.checks);
  }, "take");
  for (const file of request.files)
    await visit2(path2.resolve(root, file), (text) => ({
      ...{ file: shownFrom(root, file), line: 1, column: 1 },
      text
    }));
  for (const name3 of Object.keys(request.variables))
    if (!declared.has(name3) && faults.length === 0) {
      const meant = nearest(name3, [...declared]);
      throw new SwarmlineError(
        "input",
        `no suite has a variable ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`,
        {
          hint: "declare it under variables: of the suite"
        }
      );
    }
  faults.push(...repeatedIds(checks));
  if (faults.length === 0 && checks.length === 0)
    faults.push({
      ...{ file: shownFrom(root, request.files[0] ?? "suite"), line: 1, column: 1 },
      text: "there is no check in it: write them under checks:"
    });
  refuse3(faults);
  return { checks: numbered(checks), secretFiles, deadlineMs: deadlines.toSorted((a, b) => a - b)[0] };
}
__name(loadSuites, "loadSuites");
function readSuiteText(text, shownAs, kinds = KINDS) {
  const parsed = parseSuite(shownAs, shownAs, text);
  const faults = "faults" in parsed ? parsed.faults : [];
  const frame2 = "file" in parsed ? readFrame(parsed.file) : void 0;
  if (frame2 && "faults" in frame2) faults.push(...frame2.faults);
  const read2 = "file" in parsed && frame2 && "frame" in frame2 ? readChecks(parsed.file, frame2.frame, new Map(kinds.map((kind) => [kind.name, kind]))) : void 0;
  faults.push(...read2?.faults ?? [], ...repeatedIds(read2?.checks ?? []));
  if (faults.length > 0) throw new SwarmlineError("internal", faults.map((fault) => fault.text).join("; "));
  return { checks: numbered(read2?.checks ?? []), secretFiles: [], deadlineMs: void 0 };
}
__name(readSuiteText, "readSuiteText");
var shownFrom = /* @__PURE__ */ __name((root, file) => {
  const below = path2.relative(root, path2.resolve(root, file));
  return below === "" || below.startsWith("..") ? file : below;
}, "shownFrom");
async function fileWithin(root, file) {
  const place = await realpath(path2.resolve(root, file)).catch(() => void 0);
  if (place !== void 0 && place !== root && !place.startsWith(root.endsWith(path2.sep) ? root : root + path2.sep))
    throw new SwarmlineError("input", `${file} is outside of ${root}`);
  const shown2 = path2.relative(root, file) || file;
  if (place === void 0) throw new SwarmlineError("input", `there is no file ${shown2}`);
  const found = await stat(place);
  if (found.isDirectory()) throw new SwarmlineError("input", `${shown2} is a folder: name a file in it`);
  if (!found.isFile()) throw new SwarmlineError("input", `${shown2} is no regular file`);
  return place;
}
__name(fileWithin, "fileWithin");
function declaredVariables(file) {
  const plain3 = file.plain(file.document.get("variables", true));
  if (!plain3 || typeof plain3 !== "object" || Array.isArray(plain3)) return /* @__PURE__ */ new Map();
  return new Map(
    Object.entries(plain3).map(([name3, value]) => [name3, value === null ? void 0 : String(value)])
  );
}
__name(declaredVariables, "declaredVariables");
function refuse3(faults) {
  if (faults.length === 0) return;
  const places = /* @__PURE__ */ new Set();
  const first = faults.filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`;
    return !places.has(place) && places.add(place);
  });
  const shown2 = first.slice(0, 50).map(({ file, line, column, text }) => `${file}:${line}:${column}: ${bounded(text, 300)}`);
  const more = first.length > shown2.length ? [`and ${first.length - shown2.length} more`] : [];
  throw new SwarmlineError("input", [...shown2, ...more].join("\n"), {
    hint: "swarmline verify --explain KIND shows what a kind of check takes"
  });
}
__name(refuse3, "refuse");

// src/verify/suite/select.rules.ts
function select2(checks, { only, tags }) {
  if (only.length === 0 && tags.length === 0) return [...checks];
  const unknown2 = [
    ...missing(
      "check",
      only,
      checks.map(({ id: id2 }) => id2)
    ),
    ...missing("tag", tags, [...new Set(checks.flatMap((check) => check.tags))])
  ];
  if (unknown2.length > 0)
    throw new SwarmlineError("input", unknown2.join("; "), {
      hint: "swarmline verify --list shows all checks"
    });
  return checks.filter((check) => only.includes(check.id) || check.tags.some((tag) => tags.includes(tag)));
}
__name(select2, "select");
function missing(what, asked2, there) {
  return asked2.filter((name3) => !there.includes(name3)).map((name3) => {
    const meant = nearest(name3, there);
    return `no ${what} is called ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`;
  });
}
__name(missing, "missing");

// src/cluster/containers.ts
async function startContainer(client, what, name3, signal) {
  await asked(
    `${what} does not start`,
    () => client.json("POST", `/containers/${name3}/start`, { signal, timeoutMs: 12e4 })
  );
}
__name(startContainer, "startContainer");
async function asked(what, ask2) {
  try {
    return await ask2();
  } catch (error2) {
    if (!(error2 instanceof EngineAnswerError)) throw error2;
    throw new SwarmlineError("cluster-failed", `${what}: ${error2.message}`, { cause: error2 });
  }
}
__name(asked, "asked");

// src/cluster/whose.rules.ts
function isOf({ cluster, run, createdAt, isEngineOurs }, labels2) {
  if (labels2?.[LABEL.cluster] !== cluster) return false;
  if (isEngineOurs) return true;
  return run === void 0 ? labels2[LABEL.created] === createdAt : labels2[LABEL.run] === run;
}
__name(isOf, "isOf");
var whoseOf = /* @__PURE__ */ __name(({
  name: name3,
  run,
  createdAt,
  engine
}) => ({
  ...{ cluster: name3, run, createdAt, isEngineOurs: engine.isOwned }
}), "whoseOf");

// src/cluster/last-words.ts
async function lastWords(client, name3) {
  const lines = (await lastLines(client, name3, 8)).map((line) => line.trim());
  if (lines.length === 0) return "";
  return `; its last words: ${lines.slice(-4).join(" | ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026").slice(-600)}`;
}
__name(lastWords, "lastWords");

// src/cluster/dind/engines-up.ts
var ANSWER_MS = 6e4;
async function waitForEngine(client, container, node2, socketPath, options) {
  const own2 = connectEngine(socketPath);
  const look2 = /* @__PURE__ */ __name(async (see) => {
    try {
      await own2.json("GET", "/version", { timeoutMs: ANSWER_MS, signal: options.signal });
      return true;
    } catch (error2) {
      if (error2 instanceof SwarmlineError && error2.code === "cancelled") throw error2;
      see(explain(error2));
      return void 0;
    }
  }, "look");
  try {
    await waitFor(`the engine of node ${node2} answers`, look2, { everyMs: 500, ...options });
  } catch (error2) {
    if (!(error2 instanceof SwarmlineError) || error2.code !== "timed-out") throw error2;
    throw new SwarmlineError("cluster-failed", `${error2.message}${await lastWords(client, container)}`, {
      cause: error2
    });
  } finally {
    own2.close();
  }
}
__name(waitForEngine, "waitForEngine");

// src/cluster/dind/power.ts
var BACK_MS3 = 12e4;
var ACT_MS = 6e4;
function nodePower(host, whose, node2) {
  const { cluster } = whose;
  const container = nameOf.node(cluster, node2.name);
  const network = nameOf.network(cluster);
  const own2 = /* @__PURE__ */ __name(() => inspectOwn(host, whose, node2.name), "own");
  const post = /* @__PURE__ */ __name((path6, more = {}) => host.json("POST", path6, { ...more, timeoutMs: ACT_MS }), "post");
  return {
    async cut() {
      if (!(await own2()).isRunning) return;
      await post(`/containers/${container}/kill`, { query: { signal: "SIGKILL" } });
      await post(`/containers/${container}/wait`);
    },
    async restore(fx) {
      if (!(await own2()).isRunning)
        await startContainer(host, `node ${node2.name}`, container, fx.signal).catch(
          async (error2) => {
            if (!(await own2()).isRunning) throw error2;
          }
        );
      await waitForEngine(host, container, node2.name, node2.socketPath, { ...fx, deadlineMs: BACK_MS3 });
    },
    async disconnect() {
      if (!(await own2()).networks.includes(network)) return;
      await post(`/networks/${network}/disconnect`, { body: { Container: container, Force: true } });
    },
    async reconnect(signal) {
      if ((await own2()).networks.includes(network)) return;
      const EndpointConfig = { IPAMConfig: { IPv4Address: node2.address } };
      await post(`/networks/${network}/connect`, { body: { Container: container, EndpointConfig }, signal });
    }
  };
}
__name(nodePower, "nodePower");
async function inspectOwn(host, whose, node2) {
  const name3 = nameOf.node(whose.cluster, node2);
  const hint = "take the cluster down and up again";
  try {
    const { State, Config, NetworkSettings } = await host.json("GET", `/containers/${name3}/json`);
    const labels2 = Config.Labels ?? {};
    if (!isOf(whose, labels2) || labels2[LABEL.node] !== node2)
      throw new SwarmlineError("cluster-failed", `the container ${name3} is not this cluster's`, { hint });
    return { isRunning: State.Running, networks: Object.keys(NetworkSettings.Networks ?? {}) };
  } catch (error2) {
    if (!(error2 instanceof EngineAnswerError) || error2.status !== 404) throw error2;
    throw new SwarmlineError("cluster-failed", `there is no container ${name3}`, { hint, cause: error2 });
  }
}
__name(inspectOwn, "inspectOwn");

// src/usecases/failover.ts
var ASK_MS = 15e3;
function withFailover(first, others) {
  if (others.length === 0) return first;
  let current = first;
  let moving;
  const move = /* @__PURE__ */ __name(async (from) => {
    const all = [first, ...others];
    const at = all.indexOf(from);
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json("GET", "/info", { timeoutMs: ASK_MS }).then(
        (info) => info.Swarm.ControlAvailable,
        () => false
      );
      if (!isManager) continue;
      current = candidate;
      return;
    }
  }, "move");
  const ask2 = /* @__PURE__ */ __name(async (method, request) => {
    const asked2 = current;
    try {
      return await request(asked2);
    } catch (error2) {
      if (!(error2 instanceof SwarmlineError) || error2.code !== "engine-lost") throw error2;
      if (current === asked2) {
        moving ??= move(asked2).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked2 || method !== "GET") throw error2;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path6, options) => ask2(method, (manager) => manager.json(method, path6, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path6, options) => ask2(method, (manager) => manager.stream(method, path6, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/node-address.rules.ts
var UNSPECIFIED = /^(0\.0\.0\.0|::|\[::\]|)$/;
var LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/i;
function nodeAddress({ Status, ManagerStatus }) {
  if (!UNSPECIFIED.test(Status.Addr ?? "")) return Status.Addr;
  return /^(?<host>.*):\d+$/.exec(ManagerStatus?.Addr ?? "")?.groups?.host ?? Status.Addr;
}
__name(nodeAddress, "nodeAddress");
function requireAddress(address, dockerHost) {
  const isHere = dockerHost === void 0 || /^(unix|npipe|fd):/.test(dockerHost) || /^\w+:\/\/(?:[^@/]*@)?(127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::|\/|$)/i.test(dockerHost);
  if (!UNSPECIFIED.test(address) && (isHere || !LOOPBACK.test(address))) return;
  throw new SwarmlineError(
    "not-found",
    `the swarm lists a node at ${address || "no address"}, where it cannot be asked`,
    {
      hint: "make the node advertise an address that others reach: docker swarm init or join with --advertise-addr"
    }
  );
}
__name(requireAddress, "requireAddress");

// src/usecases/vm-ended.ts
function endingWithVm(client, { name: name3, engine }, fx) {
  if (engine.kind !== "vm") return client;
  const explained = /* @__PURE__ */ __name(async (error2) => {
    const isLost = error2 instanceof SwarmlineError && error2.code === "engine-lost";
    if (!isLost || await isRunning(engine, fx).catch(() => true)) return error2;
    return new SwarmlineError("vm-failed", `the VM of the swarm ${name3} has ended`, {
      hint: `take down what is left of it, and raise it again: swarmline down ${name3}`,
      cause: error2
    });
  }, "explained");
  const asked2 = /* @__PURE__ */ __name(async (ask2) => {
    try {
      return await ask2();
    } catch (error2) {
      throw await explained(error2);
    }
  }, "asked");
  return {
    ...client,
    json: /* @__PURE__ */ __name((...args) => asked2(() => client.json(...args)), "json"),
    stream: /* @__PURE__ */ __name((...args) => asked2(() => client.stream(...args)), "stream")
  };
}
__name(endingWithVm, "endingWithVm");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name3, home, fx) {
  await sweepLeftovers(fx);
  const cluster = await readCluster(home.stateDir, name3);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name3), fx);
  const host = connectEngine(engine.socketPath, engine.revive);
  const nodes2 = cluster.nodes.map((node2) => ({
    ...node2,
    client: connectEngine(node2.socketPath),
    power: cluster.provider === "dind" ? nodePower(host, whoseOf(cluster), node2) : void 0
  }));
  const [first, ...others] = nodes2.filter((node2) => node2.role === "manager").map((node2) => node2.client);
  if (!first) throw new SwarmlineError("not-found", `the cluster ${name3} has no manager`);
  return {
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    nodes: nodes2,
    hasMesh: cluster.hasMesh,
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster,
    openPort: /* @__PURE__ */ __name((address, port2) => engine.openPort(address, port2), "openPort"),
    // The connection to the engine stays for the next command; only ours to the nodes end.
    close: /* @__PURE__ */ __name(async () => {
      for (const client of [host, ...nodes2.map((node2) => node2.client)]) client.close();
    }, "close")
  };
}
__name(openCluster, "openCluster");
async function openExisting(target, { isSwarmNeeded }, home, fx) {
  const { visitEngine } = await import("./host-MMXUEVER.js");
  const { dockerHost, hostKey, certDir } = target;
  const way = await openConnectionFolder(fx);
  const opened = [];
  const close2 = /* @__PURE__ */ __name(async () => {
    try {
      for (const each of opened.splice(0).reverse()) await each.close();
    } finally {
      await way.remove();
    }
  }, "close");
  try {
    const engine = await visitEngine({ dockerHost, hostKey, certDir, runDir: way.folder }, fx);
    opened.push(engine);
    const manager = connectEngine(engine.socketPath, engine.revive);
    opened.push(manager);
    const info = await manager.json("GET", "/info");
    if (!info.Swarm.ControlAvailable && isSwarmNeeded)
      throw new SwarmlineError("no-engine", `${engine.title} is not a manager of a swarm`, {
        hint: "point DOCKER_HOST at a manager, or make a swarm: swarmline up"
      });
    const nodes2 = info.Swarm.ControlAvailable ? await manager.json("GET", "/nodes") : [];
    return {
      manager,
      nodes: nodes2.map((node2) => openNode(node2, manager)),
      hasMesh: engine.hasMesh,
      dockerConfigDir: target.dockerConfigDir,
      ownDockerConfigDir: home.dockerConfigDir,
      cluster: void 0,
      openPort: /* @__PURE__ */ __name(async (address, port2) => {
        requireAddress(address, dockerHost);
        return { host: address, port: port2 };
      }, "openPort"),
      close: close2
    };
  } catch (error2) {
    await close2();
    throw error2;
  }
}
__name(openExisting, "openExisting");
function openNode(node2, client) {
  return {
    id: node2.ID,
    name: node2.Description.Hostname,
    role: node2.Spec.Role,
    labels: node2.Spec.Labels ?? {},
    address: nodeAddress(node2),
    client,
    power: void 0
  };
}
__name(openNode, "openNode");
var AWAY_AT_MOST_MS = 6 * 6e4;

// src/usecases/verify-files.ts
import { readFile as readFile2, realpath as realpath2, stat as stat2 } from "node:fs/promises";
import path3 from "node:path";
var MAX_BYTES6 = 1024 * 1024;
async function readWithin(root, folder, file) {
  const place = await fileWithin(await realpath2(root), path3.resolve(folder, file));
  if ((await stat2(place)).size > MAX_BYTES6) throw new SwarmlineError("input", `${file} is longer than 1 MiB`);
  return readFile2(place);
}
__name(readWithin, "readWithin");
async function registerSecrets(redactor, files, root) {
  for (const file of files) redactor.register(await readWithin(root, root, file));
}
__name(registerSecrets, "registerSecrets");
async function keepEvidence(folder) {
  makeTarget(folder, 448);
  return async (id2, json) => {
    const name3 = `${id2}.json`;
    await replaceFile(path3.join(folder, name3), json, 384);
    return name3;
  };
}
__name(keepEvidence, "keepEvidence");

// src/usecases/verify-places.ts
import path5 from "node:path";

// src/stack/compose-document.rules.ts
var import_yaml8 = __toESM(require_dist(), 1);
import path4 from "node:path";
function parseComposeFile(file, text, shownAs = file) {
  const read2 = readYaml(text, { hasMerges: true, what: "a stack file", begins: "it begins with services:" });
  if ("faults" in read2) {
    const [fault] = read2.faults;
    const place = fault ? `:${fault.line}:${fault.column}` : "";
    throw new SwarmlineError("input", `${shownAs}${place}: ${fault?.text}`, {
      hint: fault?.hint ?? "correct the YAML"
    });
  }
  const { yaml } = read2;
  const lineOf2 = /* @__PURE__ */ __name((node2) => yaml.placeOf(node2).line, "lineOf");
  return {
    path: path4.resolve(file),
    shownAs,
    text,
    document: yaml.document,
    yaml,
    lineOf: lineOf2,
    at: /* @__PURE__ */ __name((node2) => `${shownAs}:${lineOf2(node2)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");

// src/stack/compose-file.ts
async function readComposeFile(file, shownAs = file) {
  const text = await readText(file, YAML_BUDGET.bytes, shownAs).catch((cause) => {
    if (cause instanceof SwarmlineError) throw cause;
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "name the stack file with --file (input compose-files)",
      cause
    });
  });
  return parseComposeFile(file, text, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/usecases/verify-places.ts
async function placesIn(files, root, log) {
  const read2 = [];
  for (const file of files)
    await readComposeFile(file).then(
      (found) => void read2.push(found),
      (error2) => log.warn(`no lines of the stack file can be shown: ${explain(error2)}`)
    );
  return (keys) => {
    for (let depth = keys.length; depth >= 2; depth--)
      for (const file of read2.toReversed()) {
        const node2 = file.document.getIn(keys.slice(0, depth), true);
        if (node2?.range)
          return { file: shownPath(root, file.path), line: lineOfKey(file, keys.slice(0, depth), node2) };
      }
    return void 0;
  };
}
__name(placesIn, "placesIn");
function lineOfKey(file, keys, value) {
  const parent = file.document.getIn(keys.slice(0, -1), true);
  const items = parent?.items ?? [];
  const key = items.find((item) => item.key?.value === keys.at(-1))?.key;
  return file.lineOf(key ?? value);
}
__name(lineOfKey, "lineOfKey");
function shownPath(root, file) {
  const below = path5.relative(root, file);
  return below.startsWith("..") ? file : below;
}
__name(shownPath, "shownPath");

// src/usecases/verify-world.ts
async function openWorld(swarm, stack, fx) {
  const doors = /* @__PURE__ */ new Map();
  return {
    stack,
    manager: swarm.manager,
    nodes: await nodesOf2(swarm, fx.signal),
    hasMesh: swarm.hasMesh,
    endpointOf: /* @__PURE__ */ __name((node2, port2) => {
      const key = `${node2.address} ${port2}`;
      const door = doors.get(key) ?? swarm.openPort(node2.address, port2);
      doors.set(key, door);
      return door;
    }, "endpointOf"),
    clock: fx.clock,
    log: fx.log
  };
}
__name(openWorld, "openWorld");
async function nodesOf2(swarm, signal) {
  const isOwn = swarm.cluster ? () => true : await ownerOf(swarm.manager, signal);
  return swarm.nodes.map(({ client, ...node2 }) => ({ ...node2, engine: isOwn(node2.id) ? client : void 0 }));
}
__name(nodesOf2, "nodesOf");
async function ownerOf(manager, signal) {
  const info = await manager.json("GET", "/info", { signal });
  return (nodeId) => info.Swarm.NodeID === nodeId;
}
__name(ownerOf, "ownerOf");

// src/usecases/verify.ts
var DEADLINE_MS2 = 15 * 6e4;
var DERIVED = "derived.yml";
async function verify(request, home, fx) {
  const { stack, suite: asked2 } = request;
  const written = asked2.files.length > 0 ? await loadSuites(asked2) : void 0;
  if (written) select2(written.checks, asked2);
  const redactor = createRedactor();
  await registerSecrets(redactor, written?.secretFiles ?? [], asked2.root);
  const placeOf2 = await placesIn(asked2.composeFiles, asked2.root, fx.log);
  const swarm = await openSwarm(request.target, home, fx);
  let vigil;
  try {
    const start = fx.clock.now();
    const suite = written ?? readSuiteText(await deriveSuite(stack, swarm.manager, fx.signal), DERIVED);
    const checks = select2(suite.checks, asked2);
    const answers2 = [];
    const isolation2 = [];
    const loads = [];
    const base = await openWorld(swarm, stack, fx);
    vigil = await openVigil(base, fx);
    const { atOnce, patience } = vigil.pace();
    if (atOnce < checks.length) fx.log.info(`checks run ${atOnce} at a time, which is this swarm\u2019s pace`);
    const verdicts = await runSuite(
      checks,
      {
        ...base,
        readFileFrom: /* @__PURE__ */ __name((folder, path6) => readWithin(asked2.root, folder, path6), "readFileFrom"),
        showAnswers: /* @__PURE__ */ __name((seen) => void answers2.push(...seen), "showAnswers"),
        showIsolation: /* @__PURE__ */ __name((matrix) => void isolation2.push(matrix), "showIsolation"),
        showLoad: /* @__PURE__ */ __name((load2) => void loads.push(load2), "showLoad")
      },
      fx,
      {
        vigil,
        deadlineMs: suite.deadlineMs ?? DEADLINE_MS2 * patience,
        isDisruptionAllowed: asked2.isDisruptionAllowed,
        recorder: {
          redactor,
          placeOf: placeOf2,
          saveEvidence: asked2.evidenceDir === void 0 ? void 0 : await keepEvidence(asked2.evidenceDir)
        }
      }
    );
    return {
      verdicts,
      nodes: redactor.redact(answers2),
      ...isolation2.length > 0 ? { isolation: redactor.redact(isolation2) } : {},
      ...loads.length > 0 ? { loads: redactor.redact(loads) } : {},
      status: worst(verdicts.map((verdict) => verdict.status)),
      durationMs: fx.clock.now() - start
    };
  } finally {
    vigil?.close();
    await swarm.close();
  }
}
__name(verify, "verify");
async function derivedSuite({ target, stack }, home, fx) {
  const swarm = await openSwarm(target, home, fx);
  try {
    return await deriveSuite(stack, swarm.manager, fx.signal);
  } finally {
    await swarm.close();
  }
}
__name(derivedSuite, "derivedSuite");
export {
  derivedSuite,
  verify
};
