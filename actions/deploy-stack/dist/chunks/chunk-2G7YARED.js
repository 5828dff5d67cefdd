import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  requireOwn
} from "./chunk-PAYXP34U.js";
import {
  checkSocketPath,
  closeTunnel,
  connectEngine,
  forwardSocket,
  openTunnel,
  readStream,
  reattachHostEngine,
  run,
  waitFor
} from "./chunk-C4SF72XJ.js";
import {
  SwarmlineError,
  explain
} from "./chunk-JSEEVW6R.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

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
  const problem = firstProblem(value, clusterShape, "");
  if (problem) throw damaged(where, problem);
  return value;
}
__name(parseCluster, "parseCluster");
var text = /* @__PURE__ */ __name((v, at) => typeof v === "string" && v !== "" ? void 0 : `${at} is not a text`, "text");
var flag = /* @__PURE__ */ __name((v, at) => typeof v === "boolean" ? void 0 : `${at} is not true or false`, "flag");
var count = /* @__PURE__ */ __name((v, at) => Number.isInteger(v) ? void 0 : `${at} is not a whole number`, "count");
var date = /* @__PURE__ */ __name((v, at) => typeof v === "string" && !Number.isNaN(Date.parse(v)) ? void 0 : `${at} is not a date`, "date");
var absolute = /* @__PURE__ */ __name((v, at) => typeof v === "string" && v.startsWith("/") && !v.includes("/../") ? void 0 : `${at} is not a full path`, "absolute");
var oneOf = /* @__PURE__ */ __name((...words) => (v, at) => words.includes(v) ? void 0 : `${at} is not ${words.join(" or ")}`, "oneOf");
var record = /* @__PURE__ */ __name((fields) => (v, at) => firstProblem(v, fields, at), "record");
var listOf = /* @__PURE__ */ __name((item) => (v, at) => {
  if (!Array.isArray(v)) return `${at} is not a list`;
  return v.map((entry, i) => item(entry, `${at}[${i}]`)).find(Boolean);
}, "listOf");
var texts = /* @__PURE__ */ __name((v, at) => v && typeof v === "object" && Object.values(v).every((one) => typeof one === "string") ? void 0 : `${at} is not a table of texts`, "texts");
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
var clusterShape = {
  schema: oneOf(1),
  name: text,
  run: optional(text),
  provider: oneOf("dind", "existing"),
  createdAt: date,
  expiresAt: date,
  engine,
  engineTitle: text,
  hasMesh: flag,
  nodes: listOf(
    record({
      name: text,
      role: oneOf("manager", "worker"),
      address: text,
      socketPath: absolute,
      labels: texts,
      id: text
    })
  ),
  registry: record({ reference: text, mirror: text, dockerConfigDir: absolute }),
  standIns: listOf(record({ reference: text, madeFrom: text, digest: text }))
};
function firstProblem(value, fields, at) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return `${at || "it"} is not a table`;
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
    hint: "make one with: swarmline up; or see what there is with: swarmline ls"
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
    throw new SwarmlineError("input", `${file} is of another cluster: ${cluster.name}`);
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

// src/engine/vm/guest/initrd-init.ts
var PROBE_WORDS = "swarmline-probe-passed";
var INITRD_INIT = `#!/bin/sh
B=/bin/busybox
$B mount -t devtmpfs dev /dev
if [ "$PROBE" = 1 ]; then
  echo ${PROBE_WORDS} > /dev/console
  $B poweroff -f
fi
$B insmod /virtio_blk.ko
tries=0
while [ ! -b /dev/vda ] && [ $tries -lt 200 ]; do $B sleep 0.05; tries=$((tries + 1)); done
$B mount -t ext4 -o noatime /dev/vda /root || { echo "no disk" > /dev/console; $B poweroff -f; }
$B mount -t tmpfs -o mode=755 run /root/run
$B mkdir -p -m 700 /root/run/ssh
$B cp /keys/host_key /keys/authorized_keys /root/run/ssh/
$B chmod 600 /root/run/ssh/host_key /root/run/ssh/authorized_keys
$B mount --move /dev /root/dev
exec $B switch_root /root /usr/sbin/vm-init
`;

// src/engine/vm/network.rules.ts
var VM_NETWORK = {
  prefix: "10.79.0",
  subnet: "10.79.0.0/24",
  /** QEMU's own: the gateway that leads nowhere (restrict=on), and the resolver. */
  gateway: "10.79.0.1",
  resolver: "10.79.0.3",
  /** The VM: the gateway of its containers. */
  vm: "10.79.0.2",
  /** Where this machine reaches `10.79.0.N`: `127.77.0.N`. Loopback, so nobody else does. */
  hostPrefix: "127.77.0"
};
function loopbackOf(address) {
  const [, last] = /^10\.79\.0\.(\d{1,3})$/.exec(address) ?? [];
  const host = Number(last);
  return last !== void 0 && host >= 2 && host <= 254 && host !== 3 ? `${VM_NETWORK.hostPrefix}.${host}` : void 0;
}
__name(loopbackOf, "loopbackOf");

// src/engine/vm/tools.ts
var MKE2FS = "/usr/sbin/mke2fs";
var QEMU = "qemu-system-x86_64";
var TO_RUN = [
  { program: QEMU, probe: ["--version"], debianPackage: "qemu-system-x86" },
  { program: "qemu-img", probe: ["--version"], debianPackage: "qemu-utils" },
  { program: "ssh", probe: ["-V"], debianPackage: "openssh-client" },
  { program: "ssh-keygen", probe: ["-?"], debianPackage: "openssh-client" }
];
var TO_BUILD = [
  ...TO_RUN,
  { program: "mmdebstrap", probe: ["--version"], debianPackage: "mmdebstrap" },
  { program: MKE2FS, probe: ["-V"], debianPackage: "e2fsprogs" },
  { program: "dpkg-deb", probe: ["--version"], debianPackage: "dpkg" },
  { program: "xz", probe: ["--version"], debianPackage: "xz-utils" }
];

// src/engine/vm/attach.ts
import { access } from "node:fs/promises";
import { basename, dirname as dirname2, join as join3 } from "node:path";

// src/engine/process.ts
import { readFile as readFile2 } from "node:fs/promises";
async function startTimeOf(pid, fx) {
  if (process.platform === "linux") {
    const stat = await readFile2(`/proc/${pid}/stat`, "utf8").catch(() => void 0);
    return stat === void 0 ? void 0 : startTimeFromStat(stat);
  }
  const ps = await fx.exec("ps", ["-o", "lstart=", "-p", String(pid)], { isChecked: false });
  return ps.stdout.trim() || void 0;
}
__name(startTimeOf, "startTimeOf");
function startTimeFromStat(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? void 0 : fields[19];
}
__name(startTimeFromStat, "startTimeFromStat");
async function isRunning(who, fx) {
  return await startTimeOf(who.pid, fx) === who.pidStart;
}
__name(isRunning, "isRunning");

// src/engine/qmp.ts
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
var TIMEOUT_MS = 6e4;
var TURN_MS = 20;
var TURN_DEADLINE_MS = 3e4;
async function connectQmp(path3) {
  const socket = connect(path3);
  const waiting = /* @__PURE__ */ new Map();
  let lost;
  let greet;
  const greeting = new Promise((resolve, reject) => {
    greet = { resolve, reject };
  });
  const fail = /* @__PURE__ */ __name((cause) => {
    lost ??= new SwarmlineError("vm-failed", "the connection to QEMU is lost", { cause });
    for (const w of [...waiting.values(), greet]) w?.reject(lost);
    waiting.clear();
  }, "fail");
  socket.on("error", fail);
  socket.on("close", () => fail());
  const lines = createInterface({ input: socket });
  lines.on("error", fail);
  lines.on("line", (line) => {
    const answer = JSON.parse(line);
    if (answer.QMP) greet?.resolve(void 0);
    const asker = answer.id === void 0 ? void 0 : waiting.get(answer.id);
    if (answer.id === void 0 || !asker) return;
    waiting.delete(answer.id);
    if (answer.error) asker.reject(new SwarmlineError("vm-failed", `QEMU: ${answer.error.desc}`));
    else asker.resolve(answer.return);
  });
  let lastId = 0;
  const execute = /* @__PURE__ */ __name((command, args, timeoutMs = TIMEOUT_MS) => {
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => {
      if (lost) return reject(lost);
      waiting.set(id, { resolve, reject });
      socket.write(`${JSON.stringify({ execute: command, arguments: args, id })}
`);
    });
    return within(answer, timeoutMs, `QEMU's answer to ${command}`, socket);
  }, "execute");
  await within(greeting, TIMEOUT_MS, "QEMU's greeting", socket);
  await execute("qmp_capabilities");
  return {
    execute,
    human: /* @__PURE__ */ __name(async (line) => (await execute("human-monitor-command", { "command-line": line })).trim(), "human"),
    close: /* @__PURE__ */ __name(() => {
      greet = void 0;
      socket.destroy();
    }, "close")
  };
}
__name(connectQmp, "connectQmp");
async function withQmp(path3, ask) {
  const qmp = await connectInTurn(path3, Date.now() + TURN_DEADLINE_MS);
  try {
    return await ask(qmp);
  } finally {
    qmp.close();
  }
}
__name(withQmp, "withQmp");
async function connectInTurn(path3, deadline) {
  for (; ; ) {
    try {
      return await connectQmp(path3);
    } catch (error) {
      const isBusy = error.cause?.code === "EAGAIN";
      if (!isBusy || Date.now() >= deadline) throw error;
      await delay(TURN_MS);
    }
  }
}
__name(connectInTurn, "connectInTurn");
async function within(answer, ms, what, socket) {
  const timer = setTimeout(
    () => socket.destroy(new SwarmlineError("timed-out", `${what}: not within ${ms / 1e3} s`)),
    ms
  );
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}
__name(within, "within");

// src/engine/vm/ports.ts
import { createServer } from "node:net";

// src/engine/vm/usernet.rules.ts
function parseForwards(table) {
  return [...table.matchAll(/TCP\[HOST_FORWARD\]\s+\d+\s+([\d.]+)\s+(\d+)\s+([\d.]+)\s+(\d+)/g)].map(
    ([, host = "", port, guestHost = "", guestPort]) => ({
      host,
      port: Number(port),
      guestHost,
      guestPort: Number(guestPort)
    })
  );
}
__name(parseForwards, "parseForwards");

// src/engine/vm/ports.ts
async function openVmPort(qmpPath, address, port) {
  const host = loopbackOf(address);
  if (!host) throw new SwarmlineError("input", `${address} is no address of the VM's network`);
  return withQmp(qmpPath, async (qmp) => {
    if (!await isForwarded(qmp, host, port)) {
      await requireFree(host, port);
      const refusal = await qmp.human(`hostfwd_add net tcp:${host}:${port}-${address}:${port}`);
      if (refusal) throw new SwarmlineError("port-taken", `${host}:${port} cannot be opened: ${refusal}`);
    }
    return { host, port };
  });
}
__name(openVmPort, "openVmPort");
async function isForwarded(qmp, host, port) {
  return parseForwards(await qmp.human("info usernet")).some((f) => f.host === host && f.port === port);
}
__name(isForwarded, "isForwarded");
function requireFree(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(refused(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
__name(requireFree, "requireFree");
function refused(error, host, port) {
  if (error.code === "EACCES")
    return new SwarmlineError("port-taken", `this user may not listen at ${host}:${port}`, {
      hint: `publish another port, or allow it: sysctl net.ipv4.ip_unprivileged_port_start=${port}`,
      cause: error
    });
  if (error.code === "EADDRINUSE")
    return new SwarmlineError("port-taken", `another program listens at ${host}:${port}`, {
      hint: "end it (or another swarm: swarmline ls), or publish another port",
      cause: error
    });
  return new SwarmlineError("port-taken", `${host}:${port} cannot be opened: ${error.message}`, {
    cause: error
  });
}
__name(refused, "refused");

// src/engine/vm/run-folder.ts
import { readFile as readFile3, writeFile as writeFile2 } from "node:fs/promises";
import { join } from "node:path";
function runFolder(folder) {
  const at = /* @__PURE__ */ __name((name) => join(folder, name), "at");
  return {
    folder,
    identity: at("id"),
    hostKey: at("host_key.pub"),
    initrd: at("initrd"),
    console: at("console.log"),
    qmp: checkSocketPath(at("qmp.sock")),
    migration: checkSocketPath(at("move.sock")),
    pid: at("qemu.pid"),
    record: at("vm.json"),
    engineSocket: checkSocketPath(at("docker.sock")),
    sshConfig: at("ssh_config"),
    knownHosts: at("known_hosts"),
    controlPath: at("vm.ctl")
  };
}
__name(runFolder, "runFolder");
async function readRecord(paths) {
  return JSON.parse(await readFile3(paths.record, "utf8"));
}
__name(readRecord, "readRecord");
var VM_ALIAS = "swarmline-vm";
async function sshTargetOf(run2) {
  const [hostKey, record2] = await Promise.all([readFile3(run2.hostKey, "utf8"), readRecord(run2)]);
  return {
    kind: "pinned",
    alias: VM_ALIAS,
    address: `${VM_NETWORK.hostPrefix}.2`,
    port: record2.sshPort,
    user: "root",
    identityPath: run2.identity,
    hostKey,
    title: "the VM",
    logPath: run2.console
  };
}
__name(sshTargetOf, "sshTargetOf");

// src/engine/vm/tunnel.ts
import { rm as rm3 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/engine/lock.ts
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile as readFile4, rename as rename2, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { dirname } from "node:path";
async function withLock(path3, options, fx, work) {
  await mkdir(dirname(path3), { recursive: true, mode: 448 });
  const own = `${path3}.${randomUUID()}`;
  const me = { pid: process.pid, pidStart: await startTimeOf(process.pid, fx) ?? "" };
  await writeFile3(own, JSON.stringify({ ...me, token: own }), { mode: 384 });
  try {
    let isTold = false;
    await waitFor(
      options.what,
      async () => {
        if (await claim(own, path3)) return true;
        const holder = await holderOf(path3);
        if (holder && await isRunning(holder, fx)) {
          if (!isTold) fx.log.info(`${options.what}: another run (process ${holder.pid}) is at it, waiting`);
          isTold = true;
        } else if (holder) await breakLock(path3, holder);
        return void 0;
      },
      { clock: fx.clock, deadlineMs: options.deadlineMs, signal: fx.signal }
    );
    try {
      return await work();
    } finally {
      await rm2(path3, { force: true });
    }
  } finally {
    await rm2(own, { force: true });
  }
}
__name(withLock, "withLock");
async function claim(own, path3) {
  try {
    await link(own, path3);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
__name(claim, "claim");
async function holderOf(path3) {
  const text2 = await readFile4(path3, "utf8").catch(() => void 0);
  return text2 === void 0 ? void 0 : JSON.parse(text2);
}
__name(holderOf, "holderOf");
async function breakLock(path3, dead) {
  const aside = `${path3}.${randomUUID()}`;
  await rename2(path3, aside).catch(() => void 0);
  const moved = await holderOf(aside);
  if (moved && moved.token !== dead.token) await link(aside, path3).catch(() => void 0);
  await rm2(aside, { force: true });
  await rm2(dead.token, { force: true });
}
__name(breakLock, "breakLock");

// src/engine/vm/tunnel.ts
var NAME = "vm";
var PATIENCE_MS = 3e5;
async function openVmTunnel(run2, fx, requireThere) {
  const lock = { what: "opening the VM's connection", deadlineMs: PATIENCE_MS + 6e4 };
  const options = {
    folder: run2.folder,
    name: NAME,
    patienceMs: PATIENCE_MS,
    ...requireThere ? { requireThere } : {}
  };
  return withLock(
    join2(run2.folder, "tunnel.lock"),
    lock,
    fx,
    async () => openTunnel(await sshTargetOf(run2), options, fx)
  );
}
__name(openVmTunnel, "openVmTunnel");
async function closeVmTunnel(run2, fx) {
  const at = /* @__PURE__ */ __name((name) => join2(run2.folder, name), "at");
  const tunnel = {
    controlPath: at(`${NAME}.ctl`),
    configPath: at(`${NAME}.ssh_config`),
    host: VM_ALIAS
  };
  await closeTunnel(tunnel, fx);
  await rm3(run2.engineSocket, { force: true });
}
__name(closeVmTunnel, "closeVmTunnel");

// src/engine/vm/attach.ts
var ENGINE_DEADLINE_MS = 6e5;
var ANSWER_MS = 12e4;
async function attachVm(state, fx) {
  const run2 = runFolder(state.runDir);
  await requireRunning(state, run2, fx);
  const tunnel = await openVmTunnel(run2, fx, () => requireRunning(state, run2, fx));
  const version2 = await untilEngine(state, run2, tunnel, fx);
  return {
    kind: "vm",
    title: `Docker Engine ${version2} in a VM (${state.acceleration.toUpperCase()})`,
    version: version2,
    socketPath: run2.engineSocket,
    // Its kernel is Debian's, with IPVS and vxlan loaded at boot.
    hasMesh: true,
    nodeSource: { kind: "usr" },
    privileges: "privileged",
    bridge: "br0",
    openSocket: /* @__PURE__ */ __name(async (remotePath, name) => {
      const local = join3(run2.folder, `${name}.sock`);
      await forwardSocket(tunnel, local, remotePath, fx);
      return local;
    }, "openSocket"),
    openPort: /* @__PURE__ */ __name((address, port) => openVmPort(run2.qmp, address, port), "openPort"),
    close: /* @__PURE__ */ __name(() => closeVmTunnel(run2, fx), "close")
  };
}
__name(attachVm, "attachVm");
async function requireRunning(state, run2, fx) {
  const name = basename(dirname2(run2.folder));
  if (!await isRunning(state, fx))
    throw new SwarmlineError("engine-lost", "the VM does not run any more", {
      hint: `end what is left of it and start anew: swarmline down ${name}, swarmline up ${name}`
    });
  const { status } = await withQmp(run2.qmp, (qmp) => qmp.execute("query-status"));
  if (status === "io-error")
    throw new SwarmlineError("disk-full", "the VM stands still: no space left on the disk", {
      hint: `free some space, then: swarmline down ${name}, swarmline up ${name}`
    });
}
__name(requireRunning, "requireRunning");
async function untilEngine(state, run2, tunnel, fx) {
  if (!await access(run2.engineSocket).then(
    () => true,
    () => false
  ))
    await forwardSocket(tunnel, run2.engineSocket, "/run/docker.sock", fx);
  const client = connectEngine(run2.engineSocket);
  try {
    return await waitFor("the VM's engine answers", (see) => versionOf(client, state, run2, see, fx), {
      clock: fx.clock,
      deadlineMs: ENGINE_DEADLINE_MS,
      everyMs: 200,
      mostMs: 2e3,
      signal: fx.signal
    });
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === "timed-out")) throw error;
    const said = await run(tunnel, ["tail", "-n", "1", "/var/log/dockerd.log"], fx, { isChecked: false });
    throw new SwarmlineError("vm-failed", `${error.message}; it said last: ${said.stdout.trim()}`, {
      cause: error
    });
  } finally {
    client.close();
  }
}
__name(untilEngine, "untilEngine");
async function versionOf(client, state, run2, see, fx) {
  const options = { timeoutMs: ANSWER_MS, signal: fx.signal };
  try {
    return (await client.json("GET", "/version", options)).Version;
  } catch (error) {
    if (!await isRunning(state, fx)) await requireRunning(state, run2, fx);
    see(explain(error));
    return void 0;
  }
}
__name(versionOf, "versionOf");

// src/engine/vm/recipe.rules.ts
var DISK_BYTES = 24 * 1024 ** 3;

// src/plain/apt-safety.ts
var APT_SAFETY = {
  "Acquire::AllowInsecureRepositories": "false",
  "Acquire::AllowWeakRepositories": "false",
  "Acquire::AllowDowngradeToInsecureRepositories": "false",
  "APT::Get::AllowUnauthenticated": "false",
  "APT::Get::Force-Yes": "false",
  "Acquire::https::Verify-Peer": "true",
  "Acquire::https::Verify-Host": "true"
};

// src/engine/vm/build.ts
var BUILD_DEADLINE_MS = 20 * 6e4;

// src/engine/vm/migration.ts
var CHUNK_BYTES = 1 << 20;

// src/engine/open.ts
function attachEngine(state, runDir, fx) {
  return state.kind === "vm" ? attachVm(state, fx) : reattachHostEngine(state, { runDir }, fx);
}
__name(attachEngine, "attachEngine");

// src/usecases/folders.ts
import path2 from "node:path";
var LONGEST_DIR = 60;
function clusterDir2(home, name) {
  const dir = path2.join(home.stateDir, name);
  if (Buffer.byteLength(dir) > LONGEST_DIR)
    throw new SwarmlineError("input", `the folder ${dir} is too long for unix sockets`, {
      hint: "set SWARMLINE_STATE to a shorter one of your own, such as ~/.swarmline"
    });
  return dir;
}
__name(clusterDir2, "clusterDir");

// src/version.ts
var version = "0.1.0";

// src/cluster/cluster.ts
var LABEL = {
  cluster: "io.swarmline.cluster",
  node: "io.swarmline.node",
  run: "io.swarmline.run",
  owner: "io.swarmline.owner",
  created: "io.swarmline.created",
  ttl: "io.swarmline.ttl",
  standIn: "io.swarmline.stand-in"
};

// src/cluster/labels.rules.ts
var nameOf = {
  network: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}`, "network"),
  node: /* @__PURE__ */ __name((cluster, node) => `swarmline-${cluster}-${node}`, "node"),
  registry: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-registry`, "registry"),
  mirror: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-mirror`, "mirror"),
  store: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-store`, "store")
};

// src/docker/container-logs.ts
var MOST_BYTES = 1024 * 1024;
async function lastLines(client, container, count2 = 12) {
  try {
    const stream = await client.stream("GET", `/containers/${container}/logs`, {
      query: { stdout: 1, stderr: 1, tail: count2 },
      timeoutMs: 1e4
    });
    return demultiplex(await readStream(stream, MOST_BYTES, "cut")).split("\n").filter((line) => line.trim() !== "");
  } catch {
    return [];
  }
}
__name(lastLines, "lastLines");
var HEADER_BYTES = 8;
function demultiplex(bytes) {
  const parts = [];
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const isFramed = (bytes[at] ?? 3) <= 2 && bytes.readUIntBE(at + 1, 3) === 0;
    if (!isFramed) return bytes.toString("utf8");
    const length = bytes.readUInt32BE(at + 4);
    parts.push(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length));
    at += HEADER_BYTES + length;
  }
  return Buffer.concat(parts).toString("utf8");
}
__name(demultiplex, "demultiplex");

export {
  readCluster,
  readClusterIfAny,
  APT_SAFETY,
  LABEL,
  nameOf,
  lastLines,
  demultiplex,
  isRunning,
  attachEngine,
  clusterDir2 as clusterDir,
  version
};
