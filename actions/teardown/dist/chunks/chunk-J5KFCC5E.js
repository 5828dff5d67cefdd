import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  bounded
} from "./chunk-V755GLVH.js";
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/providers/docker-machine/create-line.rules.ts
function createLine(spec) {
  const flags = spec.flags.filter(({ node }) => node === void 0 || node === spec.node).map(({ name, value }) => value === void 0 ? `--${name}` : `--${name}=${value}`);
  const labels = Object.entries(spec.labels).map(([key, value]) => `--engine-label=${key}=${value}`);
  return ["create", `--driver=${spec.driver}`, ...flags, ...labels, spec.machine];
}
__name(createLine, "createLine");
var PREFIXES = {
  amazonec2: ["AWS_*"],
  google: ["GOOGLE_*", "CLOUDSDK_*"],
  openstack: ["OS_*"],
  rackspace: ["OS_*"],
  vmwarevsphere: ["VSPHERE_*"]
};
var environmentOf = /* @__PURE__ */ __name((driver) => [
  ...["MACHINE_*", "SSH_AUTH_SOCK"],
  `${driver.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_*`,
  ...PREFIXES[driver] ?? []
], "environmentOf");

// src/cluster/providers/docker-machine/answers.rules.ts
function parseInspect(text, machine) {
  const refuse = /* @__PURE__ */ __name((why) => new SwarmlineError("cluster-failed", `the answer about machine ${machine} cannot be used: ${why}`), "refuse");
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("it is not JSON");
  }
  const name = at(value, "Name");
  if (name !== machine) throw refuse(`it is about ${bounded(String(name))}`);
  const driver = at(value, "DriverName");
  const certDir = at(value, "HostOptions", "AuthOptions", "StorePath");
  if (typeof driver !== "string" || driver === "") throw refuse("it names no driver");
  if (typeof certDir !== "string" || !certDir.startsWith("/") || certDir.split("/").includes(".."))
    throw refuse("it names no folder of certificates");
  return { driver, certDir, labels: labelsOf(at(value, "HostOptions", "EngineOptions", "Labels")) };
}
__name(parseInspect, "parseInspect");
function labelsOf(list) {
  if (!Array.isArray(list)) return {};
  const pairs = list.flatMap((entry) => {
    const [, key, value] = typeof entry === "string" && /^([^=]+)=(.*)$/s.exec(entry) || [];
    return key === void 0 ? [] : [[key, value ?? ""]];
  });
  return Object.fromEntries(pairs);
}
__name(labelsOf, "labelsOf");
var at = /* @__PURE__ */ __name((value, ...keys) => keys.reduce((inner, key) => inner?.[key], value), "at");
var parseNames = /* @__PURE__ */ __name((text) => text.split(/\r?\n/).map((line) => line.trim()).filter(isMachineName), "parseNames");
var isMachineName = /* @__PURE__ */ __name((name) => /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(name), "isMachineName");
function parseUrl(text, machine) {
  const said = text.trim();
  const [, bracketed, plain] = /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+)):\d{1,5}$/i.exec(said) ?? [];
  const address = bracketed ?? plain;
  if (address !== void 0) return { dockerHost: said, address };
  throw new SwarmlineError(
    "cluster-failed",
    `machine ${machine} has no address yet: ${said ? bounded(said) : "its URL is empty"}`
  );
}
__name(parseUrl, "parseUrl");
var isMissing = /* @__PURE__ */ __name(({ exitCode, stderr }) => exitCode !== 0 && (exitCode === 4 || /Docker machine "[^"]*" does not exist/.test(stderr)), "isMissing");
var isTaken = /* @__PURE__ */ __name(({ exitCode, stderr }) => exitCode !== 0 && /Docker machine "[^"]*" already exists/.test(stderr), "isTaken");
function saidBy({ stdout, stderr }) {
  const lines = (stderr.trim() || stdout.trim()).split("\n").filter((line) => line.trim() !== "");
  const words = lines.slice(-3).join("; ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026");
  return bounded(words, 400) || "it said nothing";
}
__name(saidBy, "saidBy");
var isMadeByRun = /* @__PURE__ */ __name(({ labels }, whose) => whose.run !== void 0 && labels[LABEL.cluster] === whose.cluster && labels[LABEL.run] === whose.run, "isMadeByRun");
function addressIn(listed, wanted) {
  const all = listed.split("\n").flatMap((line) => {
    const [, device, address] = /^\d+:\s+(\S+)\s+inet\s+(\d+(?:\.\d+){3})\//.exec(line) ?? [];
    return device && address ? [{ device, address }] : [];
  });
  const isWanted = wanted.includes("/") ? ({ address }) => isWithin(address, wanted) : ({ device }) => device === wanted;
  return all.find(isWanted)?.address;
}
__name(addressIn, "addressIn");
function isWithin(address, network) {
  const [base = "", bits = ""] = network.split("/");
  const shift = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(address) / shift) === Math.floor(numberOf(base) / shift);
}
__name(isWithin, "isWithin");
var numberOf = /* @__PURE__ */ __name((address) => address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0), "numberOf");

export {
  createLine,
  environmentOf,
  parseInspect,
  parseNames,
  isMachineName,
  parseUrl,
  isMissing,
  isTaken,
  saidBy,
  isMadeByRun,
  addressIn
};
