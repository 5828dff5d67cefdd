import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  VM_ALIAS,
  readRecord,
  runFolder,
  sshTargetOf,
  writeRecord,
  writeSshAccess
} from "./chunk-GULL4U2J.js";
import {
  DISK_BYTES,
  FINISH_ROOT,
  GUEST_FILES,
  INITRD_INIT,
  MKE2FS,
  QEMU,
  filesOf,
  fingerprintOf,
  forgetAcceleration,
  isBuilt,
  isRoot,
  probeAcceleration,
  qemuArguments,
  recipeOf,
  requireTools,
  topNode,
  vmCache
} from "./chunk-2CYYXAY3.js";
import {
  loopbackOf
} from "./chunk-NZH7S4NC.js";
import {
  closeTunnel,
  forwardSocket,
  openHostEngine,
  openTunnel,
  reattachHostEngine,
  run
} from "./chunk-56L5HDAI.js";
import "./chunk-4ZLXSC6E.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-USDJ5VQ5.js";
import "./chunk-CPD4XT6M.js";
import {
  endProcess,
  isRunning,
  startTimeOf
} from "./chunk-VLAM2ST7.js";
import "./chunk-QZS52BYD.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import "./chunk-65CDR7I2.js";
import "./chunk-BHNRP3XQ.js";
import "./chunk-3NEWQZTY.js";
import {
  connectEngine
} from "./chunk-LD6J5TQY.js";
import {
  APT_SAFETY
} from "./chunk-KVBUBABG.js";
import "./chunk-LSDA3ZLN.js";
import "./chunk-VDL5BWLT.js";
import {
  SwarmlineError,
  classify,
  explain,
  isDiskFull
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/open.ts
import path2 from "node:path";

// src/effects/together.ts
async function together(fx, start) {
  const stop = new AbortController();
  const signal = AbortSignal.any([fx.signal, stop.signal]);
  const works = start({ ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec });
  let first;
  const ended = works.map(
    (work) => work.catch((error) => {
      first ??= { error };
      stop.abort();
    })
  );
  await Promise.all(ended);
  if (first) throw first.error;
  return await Promise.all(works);
}
__name(together, "together");

// src/engine/vm/attach.ts
import { access, readFile as readFile2 } from "node:fs/promises";
import { basename, dirname as dirname2, join as join2 } from "node:path";

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
    () => socket.destroy(new SwarmlineError("timed-out", `${what}: timed out after ${ms / 1e3} s`)),
    ms
  );
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}
__name(within, "within");

// src/engine/vm/console.rules.ts
import { stripVTControlCharacters } from "node:util";
var SSHD_STARTED = /^vm-init \[[\d.]+\] sshd started$/;
var ENGINE_ENDED = /^vm-init \[[\d.]+\] engine ended: (.*)$/;
var LONGEST_LINE = 4096;
function consoleLines(text) {
  return text.split(/[\r\n]+/).map(
    (line) => stripVTControlCharacters(line.slice(0, LONGEST_LINE)).replace(/[^\x20-\x7e]/g, "").trim()
  ).filter(Boolean);
}
__name(consoleLines, "consoleLines");
function lastWordsOf(lines) {
  const panic = lines.find((line) => /kernel panic/i.test(line));
  return panic ?? lines.slice(-3).join(" | ");
}
__name(lastWordsOf, "lastWordsOf");

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
    return new SwarmlineError("port-taken", `this user cannot listen at ${host}:${port}`, {
      hint: `publish another port, or allow it: sysctl net.ipv4.ip_unprivileged_port_start=${port}`,
      cause: error
    });
  if (error.code === "EADDRINUSE")
    return new SwarmlineError("port-taken", `another program listens at ${host}:${port}`, {
      hint: "stop it (or another swarm: swarmline ls), or publish another port",
      cause: error
    });
  return new SwarmlineError("port-taken", `${host}:${port} cannot be opened: ${error.message}`, {
    cause: error
  });
}
__name(refused, "refused");

// src/engine/vm/tunnel.ts
import { rm as rm2 } from "node:fs/promises";
import { join } from "node:path";

// src/engine/lock.ts
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function withLock(path3, options, fx, work) {
  await mkdir(dirname(path3), { recursive: true, mode: 448 });
  const own = `${path3}.${randomUUID()}`;
  const me = { pid: process.pid, pidStart: await startTimeOf(process.pid, fx) ?? "" };
  await writeFile(own, JSON.stringify({ ...me, token: own }), { mode: 384 });
  try {
    let isTold = false;
    await waitFor(
      options.what,
      async () => {
        if (await claim(own, path3)) return true;
        const holder = await holderOf(path3);
        if (holder && await isRunning(holder, fx)) {
          if (!isTold)
            fx.log.info(`${options.what}: another run (process ${holder.pid}) is doing this, waiting for it`);
          isTold = true;
        } else if (holder) await breakLock(path3, holder);
        return void 0;
      },
      { clock: fx.clock, deadlineMs: options.deadlineMs, signal: fx.signal }
    );
    try {
      return await work();
    } finally {
      await rm(path3, { force: true });
    }
  } finally {
    await rm(own, { force: true });
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
  const text = await readFile(path3, "utf8").catch(() => void 0);
  return text === void 0 ? void 0 : JSON.parse(text);
}
__name(holderOf, "holderOf");
async function breakLock(path3, dead) {
  const aside = `${path3}.${randomUUID()}`;
  await rename(path3, aside).catch(() => void 0);
  const moved = await holderOf(aside);
  if (moved && moved.token !== dead.token) await link(aside, path3).catch(() => void 0);
  await rm(aside, { force: true });
  await rm(dead.token, { force: true });
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
    join(run2.folder, "tunnel.lock"),
    lock,
    fx,
    async () => openTunnel(await sshTargetOf(run2), options, fx)
  );
}
__name(openVmTunnel, "openVmTunnel");
async function closeVmTunnel(run2, fx) {
  const at = /* @__PURE__ */ __name((name) => join(run2.folder, name), "at");
  const tunnel = {
    controlPath: at(`${NAME}.ctl`),
    configPath: at(`${NAME}.ssh_config`),
    host: VM_ALIAS
  };
  await closeTunnel(tunnel, fx);
  await rm2(run2.engineSocket, { force: true });
}
__name(closeVmTunnel, "closeVmTunnel");

// src/engine/vm/attach.ts
var ENGINE_DEADLINE_MS = 6e5;
var ANSWER_MS = 12e4;
async function attachVm(state, fx) {
  const run2 = runFolder(state.runDir);
  await requireRunning(state, run2, fx);
  const tunnel = await openVmTunnel(run2, fx, () => requireRunning(state, run2, fx));
  const version = await untilEngine(state, run2, tunnel, fx);
  return {
    kind: "vm",
    title: `Docker Engine ${version} in a VM (${state.acceleration.toUpperCase()})`,
    version,
    socketPath: run2.engineSocket,
    // Its kernel is Debian's, with IPVS and vxlan loaded at boot.
    hasMesh: true,
    isEmulated: state.acceleration === "tcg",
    nodeSource: { kind: "usr" },
    privileges: "privileged",
    bridge: "br0",
    openSocket: /* @__PURE__ */ __name(async (remotePath, name) => {
      const local = join2(run2.folder, `${name}.sock`);
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
    throw new SwarmlineError("engine-lost", "the VM is no longer running", {
      hint: `remove what is left of it and start again: swarmline down ${name}, swarmline up ${name}`
    });
  const { status } = await withQmp(run2.qmp, (qmp) => qmp.execute("query-status"));
  if (status === "io-error")
    throw new SwarmlineError("disk-full", "the VM is paused: no space left on the disk", {
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
    const first = await versionIfUp(client, fx);
    if (first !== void 0) return first;
    return await fx.log.step(
      "waiting for the VM's engine",
      () => waitFor("the VM's engine answers", (see) => versionOf(client, state, run2, see, fx), {
        clock: fx.clock,
        deadlineMs: ENGINE_DEADLINE_MS,
        everyMs: 200,
        mostMs: 2e3,
        signal: fx.signal
      })
    );
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === "timed-out")) throw error;
    const said = await run(tunnel, ["tail", "-n", "1", "/var/log/dockerd.log"], fx, { isChecked: false });
    throw new SwarmlineError("vm-failed", `${error.message}; its last output: ${said.stdout.trim()}`, {
      cause: error
    });
  } finally {
    client.close();
  }
}
__name(untilEngine, "untilEngine");
var versionIfUp = /* @__PURE__ */ __name((client, fx) => client.json("GET", "/version", { timeoutMs: 2e3, signal: fx.signal }).then(
  ({ Version }) => Version,
  () => void 0
), "versionIfUp");
async function versionOf(client, state, run2, see, fx) {
  const options = { timeoutMs: ANSWER_MS, signal: fx.signal };
  try {
    return (await client.json("GET", "/version", options)).Version;
  } catch (error) {
    if (!await isRunning(state, fx)) await requireRunning(state, run2, fx);
    const last = consoleLines(await readFile2(run2.console, "latin1").catch(() => "")).at(-1) ?? "";
    const [, reason] = ENGINE_ENDED.exec(last) ?? [];
    if (reason !== void 0)
      throw new SwarmlineError("vm-failed", `the VM's engine ended: ${reason}`, { cause: error });
    see(`${explain(error)}; on the console: ${last}`);
    return void 0;
  }
}
__name(versionOf, "versionOf");

// src/engine/vm/build.ts
import { mkdir as mkdir3, mkdtemp, readdir, rename as rename2, rm as rm4 } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/engine/vm/kernel.ts
import { readFile as readFile3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
import { gunzipSync, gzipSync, zstdDecompressSync } from "node:zlib";

// src/engine/vm/bzimage.rules.ts
var PACKERS = [
  { packer: "zstd", magic: [40, 181, 47, 253] },
  { packer: "xz", magic: [253, 55, 122, 88, 90] },
  { packer: "gzip", magic: [31, 139] }
];
function findPayload(image) {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const isBootImage = image.byteLength > 608 && view.getUint32(514, true) === 1400005704;
  if (!isBootImage) throw new SwarmlineError("vm-failed", "the kernel package holds no x86 boot image");
  const setupSectors = view.getUint8(497) || 4;
  const start = (setupSectors + 1) * 512 + view.getUint32(584, true);
  const packed = image.subarray(start, start + view.getUint32(588, true));
  const found = PACKERS.find((p) => p.magic.every((byte, i) => packed[i] === byte));
  if (!found) throw new SwarmlineError("vm-failed", "the kernel is packed in an unknown way");
  return { packer: found.packer, payload: found.packer === "gzip" ? packed : packed.subarray(0, -4) };
}
__name(findPayload, "findPayload");

// src/engine/vm/cpio.rules.ts
function cpioArchive(entries) {
  const records = [...entries.map((entry, i) => record(entry.path, modeOf(entry), bytesOf(entry), i + 1))];
  return Buffer.concat([...records, record("TRAILER!!!", 0, Buffer.alloc(0), 0)]);
}
__name(cpioArchive, "cpioArchive");
function record(path3, mode, bytes, inode) {
  const name = Buffer.from(`${path3}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, bytes.byteLength, 0, 0, 0, 0, name.byteLength, 0];
  const header = `070701${fields.map((n) => n.toString(16).padStart(8, "0")).join("")}`;
  return Buffer.concat([padded(Buffer.concat([Buffer.from(header), name])), padded(Buffer.from(bytes))]);
}
__name(record, "record");
function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc((4 - bytes.byteLength % 4) % 4)]);
}
__name(padded, "padded");
function modeOf(entry) {
  switch (entry.kind) {
    case "folder":
      return 16877;
    case "link":
      return 41471;
    case "file":
      return 32768 | entry.mode;
  }
}
__name(modeOf, "modeOf");
function bytesOf(entry) {
  switch (entry.kind) {
    case "folder":
      return Buffer.alloc(0);
    case "link":
      return Buffer.from(entry.target);
    case "file":
      return entry.bytes;
  }
}
__name(bytesOf, "bytesOf");

// src/engine/vm/kernel.ts
async function writeKernel(image, target, fx) {
  const { packer, payload } = findPayload(await readFile3(image));
  if (packer === "xz") {
    const packed = `${target}.xz`;
    await writeFile2(packed, payload);
    await fx.exec("xz", ["-d", packed]);
  } else await writeFile2(target, packer === "zstd" ? zstdDecompressSync(payload) : gunzipSync(payload));
  const magic = (await readFile3(target)).subarray(0, 4).toString("latin1");
  if (magic !== "\x7FELF") throw new SwarmlineError("vm-failed", "the unpacked kernel is not an ELF file");
}
__name(writeKernel, "writeKernel");
async function writeInitrd(boot2, target) {
  const archive = cpioArchive([
    ...["bin", "dev", "keys", "root"].map((path3) => ({ path: path3, kind: "folder" })),
    { path: "bin/busybox", kind: "file", mode: 493, bytes: await readFile3(join3(boot2, "busybox")) },
    { path: "bin/sh", kind: "link", target: "busybox" },
    { path: "virtio_blk.ko", kind: "file", mode: 420, bytes: await readFile3(join3(boot2, "virtio_blk.ko")) },
    { path: "init", kind: "file", mode: 493, bytes: Buffer.from(INITRD_INIT) }
  ]);
  await writeFile2(target, gzipSync(archive, { level: 1 }));
}
__name(writeInitrd, "writeInitrd");

// src/engine/vm/root.ts
import { mkdir as mkdir2, rm as rm3, writeFile as writeFile3 } from "node:fs/promises";
import { dirname as dirname3, join as join4 } from "node:path";

// src/engine/vm/apt-sources.rules.ts
function debianSources(indexTargets, suite, isHardened) {
  const targets = indexTargets.split(/\n\s*\n/).map(parse).filter((t) => t["Created-By"] === "Packages" && t.Component === "main").filter((t) => t.Origin === void 0 || t.Origin === "Debian");
  const uriOf = /* @__PURE__ */ __name((isWanted) => targets.find((t) => isWanted(t.Release ?? "") && t["Repo-URI"])?.["Repo-URI"], "uriOf");
  const main = uriOf((release) => !/-(security|updates|backports)|\/updates$/.test(release));
  const security = uriOf((release) => release.endsWith("-security"));
  return [
    ...main ? [`deb ${main} ${suite} main`] : [],
    ...main && security && isHardened ? [`deb ${security} ${suite}-security main`] : []
  ];
}
__name(debianSources, "debianSources");
function acquireOptions(config) {
  const safety = Object.entries(APT_SAFETY).map(([name, value]) => `${name} "${value}";
`);
  const taken = config.split("\n").filter(
    (line) => /^Acquire::(https?|ForceIPv[46]|Retries|Check-|Queue)/i.test(line) && !line.endsWith(' "";')
  ).map((line) => `${line}
`);
  return [...taken, ...safety].join("");
}
__name(acquireOptions, "acquireOptions");
function lastWordOfBuild(output) {
  const lines = output.split("\n").map((line) => line.trimEnd());
  const ofDpkg = lines.flatMap(
    (line, i) => /^dpkg(-deb)?: error/.test(line) ? [[line, /^\s/.test(lines[i + 1] ?? "") ? lines[i + 1]?.trim() : ""].join(" ")] : []
  );
  const errors = lines.filter((line) => line.startsWith("E: "));
  const ofApt = errors.filter((line) => /^E: [A-Z]/.test(line));
  return (ofDpkg.at(-1) ?? ofApt.at(-1) ?? errors.at(-1))?.replace(/^E: /, "").trim();
}
__name(lastWordOfBuild, "lastWordOfBuild");
function stepOfBuild(line) {
  const [, step] = /^I: (.*?)(?:\.\.\.)?$/.exec(line) ?? [];
  if (step === void 0 || /^main\(\)|^automatically chosen/.test(step)) return void 0;
  return step.startsWith("running --customize-hook") ? "adding the kernel" : step;
}
__name(stepOfBuild, "stepOfBuild");
function parse(record2) {
  return Object.fromEntries(
    record2.split("\n").flatMap((line) => {
      const at = line.indexOf(": ");
      return at > 0 && line.slice(at + 2).trim() ? [[line.slice(0, at), line.slice(at + 2).trim()]] : [];
    })
  );
}
__name(parse, "parse");

// src/engine/vm/root.ts
var HOOK = "finish-root";
async function buildRoot(recipe, scratch, update, fx) {
  const sources = await sourcesOf(recipe, fx);
  const added = { ...GUEST_FILES, [HOOK]: FINISH_ROOT };
  for (const [path3, text] of Object.entries(added)) await writeInto(join4(scratch, "added"), path3, text);
  const acquire = await fx.exec("apt-config", ["dump", "--format", '%F "%v";%n', "Acquire"]);
  const aptOptions = await writeInto(scratch, "apt.conf", acquireOptions(acquire.stdout));
  const tree = { folder: join4(scratch, "root"), ownersPath: join4(scratch, "owners") };
  const target = isRoot() ? tree.folder : join4(scratch, "root.tar");
  const temporary = isRoot() ? { TMPDIR: scratch } : {};
  const made = await fx.exec(
    "mmdebstrap",
    [
      "--variant=essential",
      isRoot() ? "--mode=root" : "--mode=unshare",
      `--aptopt=${aptOptions}`,
      '--aptopt=APT::Install-Recommends "false"',
      ...["doc", "man", "locale", "bash-completion", "lintian"].map(
        (d) => `--dpkgopt=path-exclude=/usr/share/${d}/*`
      ),
      `--include=${recipe.packages.join(",")}`,
      ...Object.keys(added).map((path3) => `--customize-hook=upload added/${path3} /${path3}`),
      // A constant: where we are not root the hook runs as a user who sees nothing but the new root.
      `--customize-hook=sh "$1/${HOOK}" "$1"`,
      recipe.suite,
      target,
      ...sources
    ],
    {
      cwd: scratch,
      isChecked: false,
      isGroup: true,
      signal: fx.signal,
      // The locale of the user is nothing to the packages' scripts, and a missing one makes them complain.
      env: { LC_ALL: "C.UTF-8", DEBIAN_FRONTEND: "noninteractive", ...temporary },
      onLine: /* @__PURE__ */ __name((line) => {
        const step = stepOfBuild(line);
        if (step) update(step);
      }, "onLine")
    }
  );
  if (made.exitCode !== 0)
    throw await refused2(recipe.suite, `${made.stdout}
${made.stderr}`, dirname3(scratch));
  if (!isRoot()) await unpackTar(target, tree, fx);
  return tree;
}
__name(buildRoot, "buildRoot");
async function sourcesOf(recipe, fx) {
  const read = /* @__PURE__ */ __name(async (...more) => {
    const targets = await fx.exec("apt-get", ["indextargets", ...more]);
    return debianSources(targets.stdout, recipe.suite, recipe.isHardened);
  }, "read");
  const known = await read();
  const sources = known.length > 0 ? known : await read("--no-release-info");
  if (sources.length === 0)
    throw new SwarmlineError("packages-refused", "this machine's apt knows no archive of Debian", {
      hint: "add one to its sources, or use an engine of this machine: engine host"
    });
  return sources;
}
__name(sourcesOf, "sourcesOf");
async function refused2(suite, output, cache) {
  if (isDiskFull(output))
    return new SwarmlineError("disk-full", "no space left on the disk while building the VM", {
      hint: "free 2 GB, or point SWARMLINE_CACHE at a larger disk"
    });
  const log = join4(cache, "failed-build.log");
  await writeFile3(log, output, { mode: 384 });
  return new SwarmlineError(
    "packages-refused",
    `the VM could not be made from the packages of Debian ${suite}: ${lastWordOfBuild(output) ?? "mmdebstrap gave no reason"}`,
    { hint: `check whether apt-get update works here; all that mmdebstrap said is in ${log}` }
  );
}
__name(refused2, "refused");
async function unpackTar(tar, tree, fx) {
  await mkdir2(tree.folder);
  await fx.exec("fakeroot", ["-s", tree.ownersPath, "--", "tar", "-xpf", tar, "-C", tree.folder]);
  await rm3(tar);
}
__name(unpackTar, "unpackTar");
async function writeInto(folder, path3, text) {
  const full = join4(folder, path3);
  await mkdir2(dirname3(full), { recursive: true });
  await writeFile3(full, text);
  return full;
}
__name(writeInto, "writeInto");

// src/engine/vm/build.ts
var BUILD_DEADLINE_MS = 20 * 6e4;
async function buildVm(request, fx) {
  const recipe = recipeOf(request.suite);
  const files = filesOf(recipe, request.cacheDir);
  if (await isBuilt(files)) return files;
  if (process.arch !== "x64")
    throw new SwarmlineError("no-engine", `a VM can be built on amd64 only, and this is ${process.arch}`, {
      hint: "use an engine of this machine: engine host"
    });
  await requireTools(fx, "build");
  const cache = vmCache(request.cacheDir);
  const lock = { what: "building the VM", deadlineMs: BUILD_DEADLINE_MS };
  return withLock(join5(cache, "build.lock"), lock, fx, async () => {
    if (!await isBuilt(files)) await buildAside(recipe, files, cache, fx);
    return files;
  });
}
__name(buildVm, "buildVm");
async function buildAside(recipe, files, cache, fx) {
  await removeScratch(cache);
  const scratch = await mkdtemp(join5(cache, SCRATCH_PREFIX));
  try {
    await fx.log.step(
      `VM from Debian ${recipe.suite}'s packages`,
      (update) => build(recipe, scratch, update, fx)
    );
    await rename2(join5(scratch, "done"), files.folder);
    await removeOutdated(files, cache);
  } catch (error) {
    throw fx.signal.aborted ? new SwarmlineError("cancelled", "cancelled", { cause: error }) : classify(error);
  } finally {
    await removeScratch(cache);
  }
}
__name(buildAside, "buildAside");
async function build(recipe, scratch, update, fx) {
  const done = join5(scratch, "done");
  await mkdir3(done);
  const root = await buildRoot(recipe, scratch, update, fx);
  update("kernel");
  await writeKernel(join5(root.folder, "boot/vmlinuz"), join5(done, "vmlinux"), fx);
  await writeInitrd(join5(root.folder, "boot"), join5(done, "initrd.gz"));
  await rm4(join5(root.folder, "boot"), { recursive: true });
  update("disk");
  await writeDisk(root, join5(done, "root.ext4"), fx);
}
__name(build, "build");
async function writeDisk(root, path3, fx) {
  const options = ["-q", "-t", "ext4", "-O", "^has_journal", "-m", "0", "-E", "lazy_itable_init=1"];
  const args = [...options, "-d", root.folder, path3, `${DISK_BYTES / 1024}k`];
  if (isRoot()) await fx.exec(MKE2FS, args);
  else await fx.exec("fakeroot", ["-i", root.ownersPath, "--", MKE2FS, ...args]);
}
__name(writeDisk, "writeDisk");
async function removeOutdated(files, cache) {
  for (const folder of [cache, join5(cache, "snapshots")])
    for (const name of await readdir(folder).catch(() => []))
      if (name.startsWith(`${files.suite}-`) && name !== files.key)
        await rm4(join5(folder, name), { recursive: true, force: true });
}
__name(removeOutdated, "removeOutdated");
var SCRATCH_PREFIX = "building-";
async function removeScratch(cache) {
  for (const name of await readdir(cache))
    if (name.startsWith(SCRATCH_PREFIX))
      await rm4(join5(cache, name), { recursive: true, force: true, maxRetries: 3 });
}
__name(removeScratch, "removeScratch");

// src/engine/vm/checkpoint.ts
import { rm as rm7 } from "node:fs/promises";
import { join as join7 } from "node:path";

// src/engine/vm/migration.ts
import { createReadStream, createWriteStream } from "node:fs";
import { rm as rm5 } from "node:fs/promises";
import { connect as connect2, createServer as createServer2 } from "node:net";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
var DEADLINE_MS = 6e5;
var CHUNK_BYTES = 1 << 20;
async function moveToFile(qmp, socketPath, file, fx) {
  await rm5(socketPath, { force: true });
  const server = createServer2();
  try {
    const incoming = new Promise((resolve, reject) => {
      server.once("connection", resolve);
      server.once("error", reject);
    });
    await new Promise((resolve) => server.listen(socketPath, resolve));
    await qmp.execute("migrate-set-parameters", { "max-bandwidth": 64 * 1024 ** 3 });
    await qmp.execute("migrate", { uri: `unix:${socketPath}` });
    const compress = createZstdCompress({
      chunkSize: CHUNK_BYTES,
      params: { [constants.ZSTD_c_compressionLevel]: 1 }
    });
    const written = incoming.then(
      (socket) => pipeline(socket, compress, createWriteStream(file, { mode: 384 }))
    );
    await Promise.all([written, untilMoved(qmp, fx)]);
  } finally {
    server.close();
    await rm5(socketPath, { force: true });
  }
}
__name(moveToFile, "moveToFile");
async function moveFromFile(qmp, socketPath, file, fx) {
  await rm5(socketPath, { force: true });
  try {
    await qmp.execute("migrate-incoming", { uri: `unix:${socketPath}` });
    const read = pipeline(
      createReadStream(file, { highWaterMark: CHUNK_BYTES }),
      createZstdDecompress({ chunkSize: CHUNK_BYTES }),
      connect2(socketPath)
    );
    await Promise.all([read, untilMoved(qmp, fx)]);
  } finally {
    await rm5(socketPath, { force: true });
  }
}
__name(moveFromFile, "moveFromFile");
async function untilMoved(qmp, fx) {
  await waitFor(
    "the VM is moved",
    async (see) => {
      const now = await qmp.execute("query-migrate");
      if (now.status === "failed" || now.status === "cancelled")
        throw new SwarmlineError("vm-failed", `QEMU did not move the VM: ${now["error-desc"] ?? now.status}`);
      see(now.status ?? "no reason given");
      return now.status === "completed" ? true : void 0;
    },
    { clock: fx.clock, deadlineMs: DEADLINE_MS, everyMs: 50, signal: fx.signal }
  );
}
__name(untilMoved, "untilMoved");

// src/engine/vm/snapshots.ts
import { createHash } from "node:crypto";
import { copyFile, link as link2, mkdir as mkdir4, readdir as readdir2, rename as rename3, rm as rm6, stat, utimes, writeFile as writeFile4 } from "node:fs/promises";
import { join as join6 } from "node:path";
var KEEP = 4;
var STATE = "state.zst";
var KEYS = ["id", "host_key.pub", "initrd"];
async function findSnapshot(name) {
  const folder = folderOf(name);
  const names = await readdir2(folder).catch(() => void 0);
  if (!names) return void 0;
  const layers = names.filter((n) => n.startsWith("layer-")).sort();
  return { folder, statePath: join6(folder, STATE), layers: layers.map((n) => join6(folder, n)) };
}
__name(findSnapshot, "findSnapshot");
async function unpackSnapshot(snapshot, run2) {
  await mkdir4(run2.folder, { recursive: true, mode: 448 });
  for (const name of KEYS) await copyFile(join6(snapshot.folder, name), join6(run2.folder, name));
  const layers = [];
  for (const [i, layer] of snapshot.layers.entries())
    layers.push(await share(layer, join6(run2.folder, layerName(i))));
  const now = /* @__PURE__ */ new Date();
  await utimes(snapshot.folder, now, now);
  return layers;
}
__name(unpackSnapshot, "unpackSnapshot");
async function addSnapshot(name, run2, layers, save) {
  const shelf = snapshotShelf(name.cacheDir, name.filesKey);
  const folder = folderOf(name);
  const scratch = join6(shelf, `.saving-${process.pid}`);
  await rm6(scratch, { recursive: true, force: true });
  await mkdir4(scratch, { recursive: true, mode: 448 });
  try {
    await writeFile4(join6(scratch, STATE), "", { mode: 384 });
    await save(join6(scratch, STATE));
    for (const file of KEYS) await copyFile(join6(run2.folder, file), join6(scratch, file));
    for (const [i, layer] of layers.entries()) await share(layer, join6(scratch, layerName(i)));
    await rm6(folder, { recursive: true, force: true });
    await rename3(scratch, folder);
  } finally {
    await rm6(scratch, { recursive: true, force: true });
  }
  await prune(shelf);
}
__name(addSnapshot, "addSnapshot");
async function dropSnapshot(snapshot) {
  await rm6(snapshot.folder, { recursive: true, force: true });
}
__name(dropSnapshot, "dropSnapshot");
async function prune(shelf) {
  const names = (await readdir2(shelf)).filter((name) => !name.startsWith("."));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join6(shelf, name))).mtimeMs }))
  );
  for (const old of dated.sort((a, b) => b.at - a.at).slice(KEEP))
    await rm6(join6(shelf, old.name), { recursive: true, force: true });
}
__name(prune, "prune");
async function share(from, to) {
  await rm6(to, { force: true });
  try {
    await link2(from, to);
  } catch (error) {
    if (error.code !== "EXDEV") throw error;
    await copyFile(from, to);
  }
  return to;
}
__name(share, "share");
function layerName(index) {
  return `layer-${String(index).padStart(2, "0")}.qcow2`;
}
__name(layerName, "layerName");
function snapshotShelf(cacheDir, filesKey) {
  return join6(vmCache(cacheDir), "snapshots", filesKey);
}
__name(snapshotShelf, "snapshotShelf");
function folderOf(name) {
  const digest = createHash("sha256").update(JSON.stringify([name.fingerprint, name.key])).digest("hex");
  return join6(snapshotShelf(name.cacheDir, name.filesKey), digest.slice(0, 24));
}
__name(folderOf, "folderOf");

// src/engine/vm/checkpoint.ts
async function checkpointVm(state, key, fx) {
  const run2 = runFolder(state.runDir);
  const record2 = await readRecord(run2);
  const { cacheDir, filesKey, fingerprint, layers } = record2;
  await closeVmTunnel(run2, fx);
  await fx.log.step(
    "saving the VM",
    () => withQmp(run2.qmp, async (qmp) => {
      await qmp.execute("stop");
      try {
        const top = join7(run2.folder, layerName(layers.length));
        await rm7(top, { force: true });
        await qmp.execute("blockdev-snapshot-sync", {
          "node-name": topNode(record2),
          "snapshot-node-name": topNode({ layers: [...layers, top] }),
          "snapshot-file": top,
          format: "qcow2"
        });
        await writeRecord(run2, { ...record2, layers: [...layers, top] });
        await addSnapshot(
          { cacheDir, filesKey, fingerprint, key },
          run2,
          layers,
          (statePath) => moveToFile(qmp, run2.migration, statePath, fx)
        );
      } finally {
        await qmp.execute("cont");
      }
    })
  );
  return state;
}
__name(checkpointVm, "checkpointVm");

// src/engine/vm/clear-run.ts
import { readFile as readFile4, rm as rm8, writeFile as writeFile5 } from "node:fs/promises";
import path from "node:path";
var GRACE_MS = 5e3;
async function qemuOf(run2, fx) {
  const pid = Number(await readFile4(run2.pid, "utf8").catch(() => ""));
  const pidStart = pid > 0 ? await startTimeOf(pid, fx) : void 0;
  if (pidStart === void 0) return void 0;
  const command = await readFile4(`/proc/${pid}/cmdline`, "utf8").catch(() => run2.pid);
  return command.includes(run2.pid) ? { pid, pidStart } : void 0;
}
__name(qemuOf, "qemuOf");
async function clearRun(run2, fx) {
  const qemu = await qemuOf(run2, fx);
  if (qemu) await endProcess(qemu, GRACE_MS, fx);
  await rm8(run2.folder, { recursive: true, force: true });
}
__name(clearRun, "clearRun");
var FAILED_CONSOLE = "failed-vm-console.log";
async function failureOf(error, run2, cacheDir, fx) {
  if (fx.signal.aborted) return new SwarmlineError("cancelled", "cancelled", { cause: error });
  const known = classify(error);
  if (!["vm-failed", "timed-out", "internal", "no-engine", "engine-lost"].includes(known.code)) return known;
  const console = await readFile4(run2.console, "latin1").catch(() => "");
  const said = lastWordsOf(consoleLines(console));
  const kept = path.join(cacheDir, FAILED_CONSOLE);
  const isKept = await writeFile5(kept, console, { mode: 384 }).then(
    () => console !== "",
    () => false
  );
  const hint = "see what this machine can do: swarmline doctor";
  return new SwarmlineError(
    "vm-failed",
    `the VM did not come up: ${known.message}; ${said ? `its console says: ${said}` : "its console has said nothing yet"}`,
    { hint: isKept ? `its whole console is in ${kept}; ${hint}` : hint, cause: error }
  );
}
__name(failureOf, "failureOf");

// src/engine/vm/emulator.ts
import { existsSync } from "node:fs";
import { mkdir as mkdir5, mkdtemp as mkdtemp2, rename as rename4, rm as rm9 } from "node:fs/promises";
import { dirname as dirname4, join as join8 } from "node:path";

// src/engine/vm/emulator.rules.ts
import { posix } from "node:path";
function unpackedQemu(folder) {
  const libraries = posix.join(folder, "usr/lib/x86_64-linux-gnu");
  return {
    program: posix.join(libraries, "ld-linux-x86-64.so.2"),
    leading: [
      ...["--library-path", libraries, posix.join(folder, "usr/bin/qemu-system-x86_64")],
      ...["-L", posix.join(folder, "usr/share/qemu"), "-L", posix.join(folder, "usr/share/seabios")]
    ],
    env: { QEMU_MODULE_DIR: posix.join(libraries, "qemu") }
  };
}
__name(unpackedQemu, "unpackedQemu");
var FAST_MAJOR = 10;
function isSlow(version, acceleration) {
  return acceleration === "tcg" && majorOf(version) < FAST_MAJOR;
}
__name(isSlow, "isSlow");
function majorOf(version) {
  return Number(/\bversion (\d+)/.exec(version)?.[1] ?? 0);
}
__name(majorOf, "majorOf");

// src/engine/vm/emulator.ts
var SUITE = "trixie";
var PACKAGES = ["qemu-system-x86"];
var MACHINE = { program: QEMU, leading: [], env: {} };
async function machineQemu(fx) {
  return withVersion(MACHINE, fx);
}
__name(machineQemu, "machineQemu");
async function fasterQemu(request, fx) {
  const { cacheDir, obtain } = request;
  if (process.platform !== "linux" || process.arch !== "x64" || !obtain) return void 0;
  const own = await machineQemu(fx);
  const { acceleration } = await probeAcceleration({ files: void 0, cacheDir }, fx);
  if (!isSlow(own.version, acceleration)) return void 0;
  const folder = join8(vmCache(cacheDir), `qemu-${SUITE}`);
  try {
    if (!existsSync(folder))
      await fx.log.step(
        `Get a faster QEMU from Debian ${SUITE}`,
        (update) => fetchTo(folder, obtain, update, fx)
      );
    return await withVersion(unpackedQemu(folder), fx);
  } catch (error) {
    if (fx.signal.aborted) throw error;
    await rm9(folder, { recursive: true, force: true });
    fx.log.info(`no faster QEMU than this machine's ${majorOf(own.version)}: ${explain(error)}`);
    return void 0;
  }
}
__name(fasterQemu, "fasterQemu");
async function runQemu(qemu, args, options, fx) {
  const result = await fx.exec(qemu.program, [...qemu.leading, ...args], {
    ...options,
    env: qemu.env,
    isChecked: false
  });
  if (result.exitCode === 0 || options.isChecked === false) return result;
  const said = (result.stderr.trim() || result.stdout.trim()).split("\n").slice(-3).join("; ");
  throw new SwarmlineError("vm-failed", `QEMU failed (${result.exitCode})${said ? `: ${said}` : ""}`);
}
__name(runQemu, "runQemu");
async function withVersion(qemu, fx) {
  const { stdout } = await runQemu(qemu, ["--version"], { timeoutMs: 6e4 }, fx);
  return { ...qemu, version: stdout.split("\n")[0] ?? "" };
}
__name(withVersion, "withVersion");
async function fetchTo(folder, obtain, update, fx) {
  await mkdir5(dirname4(folder), { recursive: true, mode: 448 });
  const scratch = await mkdtemp2(join8(dirname4(folder), ".qemu-"));
  try {
    const packages = await obtain(SUITE, PACKAGES, update, fx);
    update("unpacking");
    for (const { path: path3 } of packages) await fx.exec("dpkg-deb", ["-x", path3, scratch], { signal: fx.signal });
    await withVersion(unpackedQemu(scratch), fx);
    await rename4(scratch, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm9(scratch, { recursive: true, force: true });
  }
}
__name(fetchTo, "fetchTo");

// src/engine/vm/end.ts
var GRACE_MS2 = 5e3;
async function endVm(state, fx) {
  const run2 = runFolder(state.runDir);
  await closeVmTunnel(run2, fx).catch((error) => fx.log.debug(`closing the VM's connection: ${error}`));
  await endProcess(state, GRACE_MS2, fx);
  await clearRun(run2, fx);
}
__name(endVm, "endVm");

// src/engine/vm/start.ts
import { mkdir as mkdir6 } from "node:fs/promises";
import { availableParallelism } from "node:os";

// src/engine/vm/boot.ts
import { readFile as readFile6 } from "node:fs/promises";
import { join as join11 } from "node:path";

// src/engine/vm/keys.ts
import { readFile as readFile5, rm as rm10, writeFile as writeFile6 } from "node:fs/promises";
import { join as join9 } from "node:path";
import { gzipSync as gzipSync2 } from "node:zlib";
async function makeKeys(paths, files, fx) {
  const hostKey = join9(paths.folder, "host_key");
  await Promise.all([generate(paths.identity, "swarmline", fx), generate(hostKey, "swarmline-vm", fx)]);
  const keys = cpioArchive([
    { path: "keys/host_key", kind: "file", mode: 384, bytes: await readFile5(hostKey) },
    {
      path: "keys/authorized_keys",
      kind: "file",
      mode: 384,
      bytes: await readFile5(`${paths.identity}.pub`)
    }
  ]);
  const common = await readFile5(files.initrdPath);
  await writeFile6(paths.initrd, Buffer.concat([common, gzipSync2(keys, { level: 1 })]), { mode: 384 });
  await rm10(hostKey);
}
__name(makeKeys, "makeKeys");
async function generate(path3, comment, fx) {
  await rm10(path3, { force: true });
  await fx.exec("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", path3]);
}
__name(generate, "generate");

// src/engine/vm/launch.ts
import { rm as rm11 } from "node:fs/promises";
import { join as join10 } from "node:path";
var START_DEADLINE_MS = 12e4;
async function launchQemu(launch, layers, start, fx, stock) {
  const { machine, files, run: run2, emulator } = launch;
  const top = join10(run2.folder, layerName(layers.length));
  await fx.exec("qemu-img", ["create", "-q", "-f", "qcow2", top, String(DISK_BYTES)]);
  const disk = { base: files.diskPath, layers: [...layers, top], stock };
  const args = qemuArguments(machine, files, disk, run2, start);
  await runQemu(emulator, args, { timeoutMs: START_DEADLINE_MS, signal: fx.signal }, fx);
  if (stock) await rm11(stock);
  const qemu = await qemuOf(run2, fx);
  if (!qemu) throw new SwarmlineError("vm-failed", "QEMU exited immediately");
  const sshPort = await withQmp(run2.qmp, async (qmp) => {
    const ssh = parseForwards(await qmp.human("info usernet")).find((f) => f.guestPort === 22);
    if (!ssh) throw new SwarmlineError("vm-failed", "QEMU forwards no port to the VM");
    return ssh.port;
  });
  const { acceleration } = machine;
  const { fingerprint, cacheDir } = launch;
  await writeRecord(run2, {
    ...{ schema: 1, cacheDir, filesKey: files.key, fingerprint, acceleration, sshPort },
    layers: disk.layers
  });
  await writeSshAccess(run2);
  return { kind: "vm", runDir: run2.folder, ...qemu, acceleration, suite: files.suite, isOwned: true };
}
__name(launchQemu, "launchQemu");

// src/engine/vm/boot.ts
var BOOT_DEADLINE_MS = 6e5;
async function bootVm(launch, fx) {
  const stock = join11(launch.run.folder, "stock.tar");
  const [, hasStock] = await Promise.all([makeKeys(launch.run, launch.files, fx), launch.stock?.(stock)]);
  const state = await launchQemu(launch, [], "boot", fx, hasStock ? stock : void 0);
  await untilSshd(launch.run, state, fx);
  return state;
}
__name(bootVm, "bootVm");
async function untilSshd(run2, state, fx) {
  await waitFor(
    "the VM's sshd starts",
    async (see) => {
      const isUp = await isRunning(state, fx);
      const lines = consoleLines(await readFile6(run2.console, "latin1").catch(() => ""));
      if (lines.some((line) => SSHD_STARTED.test(line))) return true;
      if (!isUp) throw new SwarmlineError("vm-failed", "the VM exited");
      see(lines.at(-1) ?? "nothing on its console");
      return void 0;
    },
    { clock: fx.clock, deadlineMs: BOOT_DEADLINE_MS, everyMs: 100, mostMs: 1e3, signal: fx.signal }
  );
}
__name(untilSshd, "untilSshd");

// src/engine/vm/restore.ts
async function restoreVm(launch, snapshot, fx) {
  const layers = await unpackSnapshot(snapshot, launch.run);
  const state = await launchQemu(launch, layers, "restore", fx);
  await withQmp(launch.run.qmp, async (qmp) => {
    await moveFromFile(qmp, launch.run.migration, snapshot.statePath, fx);
    await qmp.execute("cont");
  });
  const requireThere = /* @__PURE__ */ __name(async () => {
    if (!await isRunning(state, fx)) throw new SwarmlineError("vm-failed", "the VM exited");
  }, "requireThere");
  const tunnel = await openVmTunnel(launch.run, fx, requireThere);
  await run(tunnel, ["date", "-u", "-s", `@${fx.clock.now() / 1e3}`], fx, { timeoutMs: 12e4 });
  return state;
}
__name(restoreVm, "restoreVm");

// src/engine/vm/start.ts
var DEFAULT_MEMORY_MB = 4096;
async function startVm(request, fx) {
  await requireTools(fx, "run");
  const { files, cacheDir } = request;
  const { acceleration } = await probeAcceleration({ files, cacheDir }, fx);
  const machine = {
    acceleration,
    memoryMb: request.memoryMb ?? DEFAULT_MEMORY_MB,
    cpus: request.cpus ?? Math.min(4, availableParallelism())
  };
  const chosen = acceleration === "tcg" ? request.emulator : void 0;
  const emulator = chosen ?? await machineQemu(fx);
  const fingerprint = fingerprintOf(machine, files, emulator.version);
  const { stock } = request;
  const run2 = runFolder(request.runDir);
  const launch = { emulator, machine, fingerprint, files, cacheDir, run: run2, stock };
  for (const key of request.snapshotKeys) {
    const restored = await tryRestore(launch, key, fx);
    if (restored) return { state: restored, restoredKey: key };
  }
  const booted = await fx.log.step(`starting the VM (${acceleration})`, () => boot(launch, fx));
  return { state: booted, restoredKey: void 0 };
}
__name(startVm, "startVm");
var BOOT_TRIES = 3;
async function boot(launch, fx) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await leavingNothing(launch, fx, () => bootVm(launch, fx));
    } catch (error) {
      const isPanic = error instanceof SwarmlineError && /kernel panic/i.test(error.message);
      if (!isPanic || attempt === BOOT_TRIES) throw error;
      fx.log.info(`the VM's kernel panicked while it booted; booting again (${attempt + 1} of ${BOOT_TRIES})`);
    }
  }
}
__name(boot, "boot");
async function tryRestore(launch, key, fx) {
  const { cacheDir, fingerprint, files } = launch;
  const snapshot = await findSnapshot({ cacheDir, filesKey: files.key, fingerprint, key });
  if (!snapshot) return void 0;
  try {
    return await fx.log.step(
      "waking the VM",
      () => leavingNothing(launch, fx, () => restoreVm(launch, snapshot, fx))
    );
  } catch (error) {
    if (error instanceof SwarmlineError && ["cancelled", "disk-full"].includes(error.code)) throw error;
    fx.log.warn(`the saved VM could not be resumed (${classify(error).message}); booting a new one`);
    await dropSnapshot(snapshot);
    return void 0;
  }
}
__name(tryRestore, "tryRestore");
async function leavingNothing(launch, fx, up) {
  await clearRun(launch.run, fx);
  await mkdir6(launch.run.folder, { recursive: true, mode: 448 });
  try {
    return await up();
  } catch (error) {
    const failure = await failureOf(error, launch.run, launch.cacheDir, fx);
    await clearRun(launch.run, fx);
    if (failure.code === "vm-failed" && launch.machine.acceleration !== "tcg")
      await forgetAcceleration(launch.cacheDir);
    throw failure;
  }
}
__name(leavingNothing, "leavingNothing");

// src/engine/open.ts
async function chooseEngine(request, fx) {
  const engine = request.choice === "vm" ? void 0 : await tryHost(request, fx);
  if (engine) return { kind: "host", engine, state: engine.state };
  const { runDir, cacheDir, obtain } = request;
  await requireTools(fx, "run");
  const [files, emulator] = await together(fx, (within2) => [
    buildVm(request, within2),
    fasterQemu({ cacheDir, obtain }, within2)
  ]);
  await probeAcceleration({ files, cacheDir }, fx);
  return { kind: "vm", files, emulator, runDir: path2.join(runDir, "vm"), cacheDir };
}
__name(chooseEngine, "chooseEngine");
async function openEngine(chosen, { snapshotKeys, stock }, onState, fx) {
  if (chosen.kind === "host") {
    await onState(chosen.state);
    return { engine: chosen.engine, state: chosen.state, restoredKey: void 0 };
  }
  const { state, restoredKey } = await startVm({ ...chosen, snapshotKeys, stock }, fx);
  await onState(state);
  const engine = await attachVm(state, fx).catch(async (error) => {
    throw await failureOf(error, runFolder(state.runDir), chosen.cacheDir, fx);
  });
  return { engine, state, restoredKey };
}
__name(openEngine, "openEngine");
function attachEngine(state, runDir, fx) {
  return state.kind === "vm" ? attachVm(state, fx) : reattachHostEngine(state, { runDir }, fx);
}
__name(attachEngine, "attachEngine");
async function endEngine(state, fx) {
  if (state.kind === "vm") await endVm(state, fx);
}
__name(endEngine, "endEngine");
async function keepEngine(opened, key, fx) {
  if (opened.state.kind !== "vm") return opened.engine;
  await checkpointVm(opened.state, key, fx);
  return attachVm(opened.state, fx);
}
__name(keepEngine, "keepEngine");
async function refuseTls(engine) {
  if (engine.state.certDir === void 0) return;
  await engine.close();
  throw new SwarmlineError(
    "input",
    `a swarm cannot be raised over TLS: ${engine.title} offers only its API`,
    {
      hint: "use ssh://user@host; build, deploy and verify take tcp://, too"
    }
  );
}
__name(refuseTls, "refuseTls");
async function tryHost(request, fx) {
  try {
    const engine = await openHostEngine(request, fx);
    await refuseTls(engine);
    if (engine.hasMesh || request.isMeshOptional) return engine;
    await engine.close();
    if (request.choice === "host")
      throw new SwarmlineError("no-engine", `the kernel under ${engine.title} has no IPVS: no routing mesh`, {
        hint: "use --engine vm, or --endpoint dnsrr for everything but the mesh"
      });
    fx.log.info(`${engine.title}: its kernel has no IPVS, so a VM carries the swarm`);
  } catch (error) {
    const isUnfit = error instanceof SwarmlineError && error.code === "no-engine";
    if (request.choice === "host" || !isUnfit) throw error;
    if (request.dockerHost) throw error;
    fx.log.debug(`no engine on this machine: ${error.message}`);
  }
  return void 0;
}
__name(tryHost, "tryHost");
export {
  attachEngine,
  chooseEngine,
  endEngine,
  keepEngine,
  openEngine
};
