import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/known-faults.rules.ts
var numbersOf = /* @__PURE__ */ __name((version) => /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number), "numbersOf");
function isBefore(version, other) {
  const at = other.findIndex((number, i) => number !== version[i]);
  return at >= 0 && (version[at] ?? 0) < (other[at] ?? 0);
}
__name(isBefore, "isBefore");
function knownFaults(version) {
  const own = numbersOf(version);
  if (!own) return [];
  const faults = [];
  if (isBefore(own, [29, 8, 2])) {
    faults.push({
      name: "CVE-2026-92543",
      text: "a registry whose name has mixed DNS answers may be spoken to without TLS",
      hint: "update to Docker Engine 29.8.2 or later"
    });
    if (!(own[0] === 25 && !isBefore(own, [25, 0, 19])))
      faults.push({
        name: "CVE-2026-92542",
        text: "encrypted overlay networks can be read",
        hint: "update to Docker Engine 29.8.2 or 25.0.19, or later"
      });
  }
  return faults;
}
__name(knownFaults, "knownFaults");
var SWARM_WITH_NFTABLES = [29, 6, 0];
function firewallFault(version, driver) {
  if (driver === void 0 || !/^nftables/.test(driver)) return void 0;
  const own = numbersOf(version);
  const hasFeature = own !== void 0 && !isBefore(own, SWARM_WITH_NFTABLES);
  return {
    name: "nftables",
    text: "its firewall is nftables, with which a swarm is refused",
    hint: hasFeature ? 'set "firewall-backend": "iptables" in daemon.json, or try "features": {"swarm-nftables": true}' : 'set "firewall-backend": "iptables" in daemon.json'
  };
}
__name(firewallFault, "firewallFault");

// src/engine/doctor-checks.rules.ts
var GIB = 1024 ** 3;
var DISK_WANTED_BYTES = 6 * GIB;
var MEMORY_WANTED_BYTES = 3 * GIB;
function engineFaults({ host, firewall }) {
  if (!host.isReachable) return [];
  const faults = [...knownFaults(host.version), firewallFault(host.version, firewall)];
  return faults.flatMap((fault) => fault ? [note(`engine ${fault.name}`, false, fault.text, fault.hint)] : []);
}
__name(engineFaults, "engineFaults");
function checksOf(findings) {
  const { system, docker, host, kernel, qemu, missingPackages, apt, dockerHub, cache } = findings;
  const isEngineGood = host.isReachable && host.hasMesh;
  return [
    note(
      "system",
      true,
      `${system.title}, kernel ${system.kernel || "unknown"}, ${system.arch}, Node ${findings.nodeVersion}`
    ),
    note("processor", system.cores >= 2, `${system.cores} cores`, "two cores or more make it bearable"),
    note(
      "memory",
      system.memoryAvailableBytes >= MEMORY_WANTED_BYTES,
      `${gib(system.memoryAvailableBytes)} of ${gib(system.memoryBytes)} available`,
      "a VM takes 3 GiB"
    ),
    cache.freeBytes === void 0 ? note("disk", false, `${cache.folder}: unknown`) : note(
      "disk",
      cache.freeBytes >= DISK_WANTED_BYTES,
      `${gib(cache.freeBytes)} free for ${cache.folder}`,
      "free some, or point SWARMLINE_CACHE at a larger disk"
    ),
    note(
      "docker client",
      docker !== void 0,
      docker ? `${docker.version}, plugins: ${docker.plugins.join(", ") || "none"}` : "none",
      "only needed to look around by hand: apt-get install docker-cli, or docker.io"
    ),
    host.isReachable ? note(
      "engine",
      host.hasMesh,
      `${host.title}${findings.swarmState ? `, swarm ${findings.swarmState}` : ""}`,
      "its kernel cannot carry a routing mesh"
    ) : note("engine", false, host.reason, host.hint),
    ...engineFaults(findings),
    ...["ip_vs", "vxlan", "overlay"].map(
      (name) => note(
        `kernel ${name}`,
        isEngineGood || kernel[name] === "present",
        moduleWords(kernel[name]),
        moduleHint(name, kernel[name])
      )
    ),
    {
      name: "QEMU",
      status: qemu.version !== void 0 ? "good" : isEngineGood ? "note" : "bad",
      seen: qemu.version ?? "none",
      hint: qemu.version === void 0 ? "apt-get install --no-install-recommends qemu-system-x86" : void 0
    },
    note(
      "acceleration",
      qemu.acceleration.acceleration !== "tcg",
      `${qemu.acceleration.acceleration.toUpperCase()}: ${qemu.acceleration.reason}`
    ),
    {
      name: "VM's packages",
      status: missingPackages.length === 0 ? "good" : isEngineGood ? "note" : "bad",
      seen: missingPackages.length === 0 ? "all here" : `missing: ${missingPackages.join(", ")}`,
      hint: void 0
    },
    note("apt", apt?.archive === "reachable", aptWords(apt), aptHint(apt)),
    note(
      "docker.io",
      dockerHub.isReachable,
      dockerHub.isReachable ? "reachable" : `not reachable: ${dockerHub.reason}`,
      "base images are made here from Debian packages instead"
    )
  ];
}
__name(checksOf, "checksOf");
function note(name, isGood, seen, hint) {
  return { name, status: isGood ? "good" : "note", seen, hint: isGood ? void 0 : hint };
}
__name(note, "note");
function moduleWords(state) {
  return { present: "there", loadable: "not loaded yet", absent: "not in this kernel" }[state];
}
__name(moduleWords, "moduleWords");
function moduleHint(name, state) {
  return state === "loadable" ? `modprobe ${name}` : "a VM brings its own kernel";
}
__name(moduleHint, "moduleHint");
function aptWords(apt) {
  if (!apt) return "none";
  const may = {
    root: "may install (root)",
    sudo: "may install (sudo)",
    none: "may not install: neither root nor sudo"
  };
  const archive = {
    reachable: "Debian archive answers",
    unreachable: "Debian archive does not answer",
    "not-configured": "no Debian archive in its sources",
    unknown: "it takes its time to answer"
  };
  return `${may[apt.privilege]}; ${archive[apt.archive]}`;
}
__name(aptWords, "aptWords");
function aptHint(apt) {
  if (!apt) return "VMs and base images are made from Debian packages";
  return apt.archive === "not-configured" ? "add a Debian archive to its sources" : "check the output of apt-get update";
}
__name(aptHint, "aptHint");
function gib(bytes) {
  return `${(bytes / GIB).toFixed(1)} GiB`;
}
__name(gib, "gib");

// src/engine/doctor.rules.ts
function diagnose(findings, choice) {
  const host = judgeHost(findings);
  const vm = judgeVm(findings);
  const isVmTried = isVmAllowed(findings, choice);
  const isVmWanted = isVmTried && canHaveVm(findings) && !(choice === "auto" && host.isUsable);
  const missing = isVmWanted ? findings.missingPackages : [];
  const common = { missing, install: installLine(missing, findings), checks: checksOf(findings), findings };
  const taken = /* @__PURE__ */ __name((engine, verdict) => ({
    canRun: true,
    engine,
    verdict,
    wayOut: void 0,
    ...common
  }), "taken");
  if (choice !== "vm" && host.isUsable) return taken("host", host.why);
  if (isVmTried && vm.isUsable) return taken("vm", choice === "vm" ? vm.why : `${host.why}; ${vm.why}`);
  const faults = [...choice === "vm" ? [] : [host.why], ...isVmTried ? [vm.why] : []];
  return {
    canRun: false,
    engine: void 0,
    verdict: faults.join("; "),
    wayOut: isVmTried ? vm.wayOut : host.wayOut,
    ...common
  };
}
__name(diagnose, "diagnose");
function canHaveVm({ system }) {
  return system.platform === "linux" && system.arch === "x64";
}
__name(canHaveVm, "canHaveVm");
function isVmAllowed({ isHostNamed, host }, choice) {
  return choice === "vm" || choice === "auto" && (host.isReachable || !isHostNamed);
}
__name(isVmAllowed, "isVmAllowed");
var usable = /* @__PURE__ */ __name((why) => ({ isUsable: true, why, wayOut: void 0 }), "usable");
var unusable = /* @__PURE__ */ __name((why, wayOut) => ({ isUsable: false, why, wayOut }), "unusable");
function judgeHost({ host }) {
  if (!host.isReachable) return unusable(host.reason, host.hint ?? "start an engine, or use --engine vm");
  if (host.hasMesh) return usable(`${host.title} can carry a routing mesh and is used`);
  return unusable(
    `${host.title} cannot carry a routing mesh, because its kernel has no IPVS or no vxlan`,
    "use --engine vm, or --endpoint dnsrr to go without a mesh"
  );
}
__name(judgeHost, "judgeHost");
var OTHER_ENGINE = "use an engine that exists: DOCKER_HOST=ssh://user@machine";
function judgeVm(findings) {
  const { system, qemu, missingPackages, apt } = findings;
  if (!canHaveVm(findings))
    return unusable(
      `a VM can be made on Linux with an x64 processor, and this is ${system.platform} ${system.arch}`,
      OTHER_ENGINE
    );
  if (missingPackages.length > 0) {
    const line = installLine(missingPackages, findings);
    return unusable(
      `a VM needs what is not installed: ${missingPackages.join(", ")}`,
      line ? `install it with: ${line}` : "install it as your system does"
    );
  }
  if (!qemu.isVmBuilt) {
    const made = "a VM is made from Debian packages";
    if (apt === void 0) return unusable(`${made}, and there is no apt here`, OTHER_ENGINE);
    if (apt.archive === "not-configured")
      return unusable(`${made}, and apt's sources name no Debian archive`, "add one and run apt-get update");
    if (apt.archive === "unreachable")
      return unusable(
        `${made}, and apt's Debian archive does not answer`,
        "check the output of apt-get update"
      );
  }
  return usable(`a VM is used: QEMU ${qemu.version ?? ""}, ${speedOf(qemu.acceleration)}`);
}
__name(judgeVm, "judgeVm");
function speedOf({ acceleration, isProved }) {
  if (acceleration !== "tcg") return `accelerated by ${acceleration.toUpperCase()}`;
  return isProved ? "without acceleration (TCG)" : "its first start finds out whether it can be accelerated";
}
__name(speedOf, "speedOf");
function installLine(missing, { apt }) {
  if (missing.length === 0 || apt === void 0) return void 0;
  const prefix = apt.privilege === "root" ? "" : "sudo ";
  return `${prefix}apt-get install --no-install-recommends ${missing.join(" ")}`;
}
__name(installLine, "installLine");

export {
  diagnose,
  installLine
};
