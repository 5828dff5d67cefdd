import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  filesOf,
  isBuilt,
  missingPackages,
  probeAcceleration,
  recipeOf
} from "./chunk-JV3QSCA6.js";
import "./chunk-TJ27BSE2.js";
import {
  withScratch
} from "./chunk-T4N6CHKP.js";
import {
  describeHost
} from "./chunk-2TD7STWU.js";
import "./chunk-WUNEOKXU.js";
import "./chunk-FOYQSE6Y.js";
import "./chunk-YDHAMZZP.js";
import "./chunk-N6CDHYX6.js";
import "./chunk-3756DWSM.js";
import "./chunk-JFAQ5MZV.js";
import {
  diagnose
} from "./chunk-3PRZ5OSS.js";
import "./chunk-ZCDRC64D.js";
import "./chunk-3F5NFXT3.js";
import "./chunk-6P3JN7WV.js";
import "./chunk-WES5KB2D.js";
import "./chunk-SLOVN27F.js";
import "./chunk-U2YYVIZE.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/engine/probe.ts
import { access, readFile, statfs } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";

// src/engine/probe-apt.ts
import { join } from "node:path";

// src/engine/apt-targets.rules.ts
var TARGET_FORMAT = "$(BASE_URI)|$(ORIGIN)|$(LABEL)";
function debianArchive(targets, uris) {
  const known = targets.split("\n").map((line) => line.split("|")).find(([, origin, label]) => origin === "Debian" && label === "Debian")?.[0];
  if (known || targets.trim() !== "") return known;
  return /^'([^']+\/debian\/dists\/[a-z]+\/)InRelease'/m.exec(uris)?.[1];
}
__name(debianArchive, "debianArchive");

// src/engine/probe-programs.ts
import { lookup } from "node:dns/promises";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
var DEADLINE_MS = 6e4;
async function probeDocker(fx) {
  const version = /version (\S+?),/.exec(await said(fx.exec, "docker", ["--version"]) ?? "")?.[1];
  if (version === void 0) return void 0;
  const plugins = await Promise.all(
    ["buildx", "compose"].map(
      async (name) => await said(fx.exec, "docker", [name, "version"]) ? [name] : []
    )
  );
  return { version, plugins: plugins.flat() };
}
__name(probeDocker, "probeDocker");
async function qemuVersion(fx) {
  return /version (\S+)/.exec(await said(fx.exec, "qemu-system-x86_64", ["--version"]) ?? "")?.[1];
}
__name(qemuVersion, "qemuVersion");
async function said(exec, program, args) {
  const answer = await answerOf(exec, program, args);
  return typeof answer === "string" ? void 0 : answer.printed;
}
__name(said, "said");
async function answerOf(exec, program, args) {
  try {
    const { exitCode, stdout } = await exec(program, args, {
      isChecked: false,
      timeoutMs: DEADLINE_MS,
      env: { LC_ALL: "C" }
    });
    return exitCode === 0 ? { printed: stdout } : "failed";
  } catch (error) {
    const code = error instanceof SwarmlineError ? error.code : "internal";
    if (code === "cancelled") throw error;
    return code === "missing-tool" ? "missing" : code === "timed-out" ? "silent" : "failed";
  }
}
__name(answerOf, "answerOf");
var HUB = "registry-1.docker.io";
var HUB_DEADLINE_MS = 2e3;
async function probeDockerHub(resolve = async (host) => (await lookup(host)).address, open = opens) {
  const deadline = new AbortController();
  const attempt = /* @__PURE__ */ __name(async () => {
    const address = await resolve(HUB).catch(() => void 0);
    if (address === void 0) return { isReachable: false, reason: "its name does not resolve" };
    return open(address).then(
      () => ({ isReachable: true, reason: "answers" }),
      () => ({ isReachable: false, reason: "its port does not open" })
    );
  }, "attempt");
  const tooLate = delay(HUB_DEADLINE_MS, { isReachable: false, reason: "no answer within 2 s" }, deadline);
  try {
    return await Promise.race([attempt(), tooLate]);
  } finally {
    deadline.abort();
    tooLate.catch(() => void 0);
  }
}
__name(probeDockerHub, "probeDockerHub");
function opens(address) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port: 443, timeout: HUB_DEADLINE_MS });
    const fail = /* @__PURE__ */ __name(() => {
      socket.destroy();
      reject(new Error("closed"));
    }, "fail");
    socket.on("error", fail);
    socket.on("timeout", fail);
    socket.on("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}
__name(opens, "opens");

// src/engine/probe-apt.ts
var APT_HELPER = "/usr/lib/apt/apt-helper";
async function probeApt(scratchDir, fx) {
  const [targets, uris, privilege] = await Promise.all([
    answerOf(fx.exec, "apt-get", ["indextargets", "--format", TARGET_FORMAT]),
    answerOf(fx.exec, "apt-get", ["update", "--print-uris"]),
    privilegeOf(fx)
  ]);
  if (targets === "missing") return void 0;
  if (targets === "silent" || uris === "silent") return { privilege, archive: "unknown" };
  if (typeof targets === "string") return { privilege, archive: "unreachable" };
  const archive = debianArchive(targets.printed, typeof uris === "string" ? "" : uris.printed);
  if (archive === void 0) return { privilege, archive: "not-configured" };
  return { privilege, archive: await stateOf(`${archive}InRelease`, scratchDir, fx) };
}
__name(probeApt, "probeApt");
async function privilegeOf(fx) {
  if (process.getuid?.() === 0) return "root";
  return await said(fx.exec, "sudo", ["-n", "true"]) === void 0 ? "none" : "sudo";
}
__name(privilegeOf, "privilegeOf");
async function stateOf(uri, folder, fx) {
  const limits = [
    "Acquire::Retries=0",
    "Acquire::http::Timeout=10",
    "Acquire::https::Timeout=10",
    // apt downloads as a user of its own, who may not write into a folder of ours.
    "APT::Sandbox::User="
  ];
  const args = [...limits.flatMap((limit) => ["-o", limit]), "download-file", uri, join(folder, "InRelease")];
  const answer = await answerOf(fx.exec, APT_HELPER, args);
  if (answer === "silent") return "unknown";
  return typeof answer === "string" ? "unreachable" : "reachable";
}
__name(stateOf, "stateOf");

// src/engine/probe.ts
async function probe(request, vm, fx) {
  const { dockerHost, hostKey, certDir, cacheDir, scratchDir } = request;
  const system = await probeSystem();
  const [cache, docker, host, said2, kernel, qemu, missingPackages2, apt, dockerHub] = await Promise.all([
    probeCache(cacheDir),
    probeDocker(fx),
    describeHost({ dockerHost, hostKey, certDir }, fx),
    saidBy(dockerHost),
    probeKernel(system.kernel),
    probeQemu(vm, fx),
    vm.missingPackages(),
    probeApt(scratchDir, fx),
    probeDockerHub()
  ]);
  return {
    ...{ nodeVersion: process.versions.node, isHostNamed: dockerHost !== void 0 },
    ...{ system, cache, docker, host, ...said2, kernel, qemu, missingPackages: missingPackages2, apt, dockerHub }
  };
}
__name(probe, "probe");
async function probeQemu(vm, fx) {
  const version = await qemuVersion(fx);
  const isVmBuilt = await vm.isBuilt();
  const nothing = { acceleration: "tcg", reason: "not known without QEMU", isProved: false };
  return { version, isVmBuilt, acceleration: version === void 0 ? nothing : await vm.acceleration() };
}
__name(probeQemu, "probeQemu");
async function probeSystem() {
  const [release, kernel, meminfo] = await Promise.all(
    ["/etc/os-release", "/proc/sys/kernel/osrelease", "/proc/meminfo"].map(read)
  );
  const availableKiB = /^MemAvailable:\s+(\d+) kB/m.exec(meminfo ?? "")?.[1];
  return {
    platform: process.platform,
    arch: process.arch,
    title: /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(release ?? "")?.[1] ?? process.platform,
    kernel: kernel?.trim() ?? "",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    memoryAvailableBytes: availableKiB ? Number(availableKiB) * 1024 : totalmem()
  };
}
__name(probeSystem, "probeSystem");
async function probeCache(folder) {
  for (let place = folder; ; place = place.slice(0, Math.max(1, place.lastIndexOf("/")))) {
    const space = await statfs(place).catch(() => void 0);
    if (space) return { folder, freeBytes: space.bavail * space.bsize };
    if (place === "/") return { folder, freeBytes: void 0 };
  }
}
__name(probeCache, "probeCache");
async function saidBy(dockerHost = "unix:///var/run/docker.sock") {
  const nothing = { swarmState: void 0, firewall: void 0 };
  if (!dockerHost.startsWith("unix://")) return nothing;
  const client = connectEngine(dockerHost.slice("unix://".length));
  try {
    const { Swarm, FirewallBackend } = await client.json("GET", "/info", { timeoutMs: 6e4 });
    return { swarmState: Swarm.LocalNodeState, firewall: FirewallBackend?.Driver };
  } catch {
    return nothing;
  } finally {
    client.close();
  }
}
__name(saidBy, "saidBy");
var TRACE = {
  ip_vs: "/proc/net/ip_vs",
  vxlan: "/sys/module/vxlan",
  overlay: "/sys/module/overlay"
};
async function probeKernel(release) {
  const [available, builtIn] = await Promise.all(
    ["modules.dep", "modules.builtin"].map((file) => read(`/lib/modules/${release}/${file}`))
  );
  const stateOf2 = /* @__PURE__ */ __name(async (name) => {
    const file = new RegExp(`/${name}\\.ko(\\.\\w+)?(:|$)`, "m");
    if (file.test(builtIn ?? "") || await exists(TRACE[name])) return "present";
    return file.test(available ?? "") ? "loadable" : "absent";
  }, "stateOf");
  return {
    ip_vs: await stateOf2("ip_vs"),
    vxlan: await stateOf2("vxlan"),
    overlay: await stateOf2("overlay")
  };
}
__name(probeKernel, "probeKernel");
async function read(path) {
  return readFile(path, "utf8").catch(() => void 0);
}
__name(read, "read");
function exists(path) {
  return access(path).then(
    () => true,
    () => false
  );
}
__name(exists, "exists");

// src/engine/examine.ts
async function examine(request, fx) {
  const { dockerHost, hostKey, certDir, cacheDir } = request;
  const files = filesOf(recipeOf(request.suite), cacheDir);
  const isVmBuilt = await isBuilt(files);
  return withScratch("doctor", async (scratchDir) => {
    const findings = await probe(
      { dockerHost, hostKey, certDir, cacheDir, scratchDir },
      {
        acceleration: /* @__PURE__ */ __name(() => probeAcceleration({ files: isVmBuilt ? files : void 0, cacheDir }, fx), "acceleration"),
        missingPackages: /* @__PURE__ */ __name(() => missingPackages(fx, isVmBuilt ? "run" : "build"), "missingPackages"),
        isBuilt: /* @__PURE__ */ __name(async () => isVmBuilt, "isBuilt")
      },
      fx
    );
    return diagnose(findings, request.engine);
  });
}
__name(examine, "examine");
export {
  examine
};
