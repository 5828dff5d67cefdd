import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkTls,
  openTlsForwarder,
  parseTcpHost
} from "./chunk-4ZLXSC6E.js";
import {
  knownHostsOf,
  parseHostKey,
  parseSshHost,
  reachedBy,
  renderSshConfig,
  sshHostOf
} from "./chunk-OXAVGEP4.js";
import {
  openConnectionFolder
} from "./chunk-USDJ5VQ5.js";
import {
  CONTROL_SUFFIX_BYTES,
  checkSocketPath
} from "./chunk-CPD4XT6M.js";
import {
  forCleanup
} from "./chunk-QZS52BYD.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  importImage
} from "./chunk-65CDR7I2.js";
import {
  EngineAnswerError,
  connectEngine
} from "./chunk-LD6J5TQY.js";
import {
  SEEN_BY_SSH
} from "./chunk-VDL5BWLT.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/glance.ts
import { release } from "node:os";
var NEEDED = { ip_vs: "/proc/net/ip_vs", vxlan: "/sys/module/vxlan" };
var DEADLINE_MS = 15e3;
async function glance(door, kernel) {
  if (door.reach === "api" || door.reach === "here" && kernel !== release()) return void 0;
  const seen = await Promise.all(
    Object.entries(NEEDED).map(async ([name, trace]) => {
      if (await ends(door.exec, "test", ["-e", trace])) return true;
      const asked = ["--dry-run", "--quiet", name];
      return await ends(door.exec, "modprobe", asked) || await ends(door.exec, "/sbin/modprobe", asked);
    })
  );
  return seen.every(Boolean);
}
__name(glance, "glance");
async function ends(exec, program, args) {
  try {
    return (await exec(program, args, { isChecked: false, timeoutMs: DEADLINE_MS })).exitCode === 0;
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
    return false;
  }
}
__name(ends, "ends");

// src/engine/host-door.ts
import { stat } from "node:fs/promises";
import path2 from "node:path";

// src/engine/forwards.ts
import path from "node:path";

// src/engine/ssh.ts
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/engine/shell-quote.rules.ts
var PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
function quoteArgument(argument) {
  if (argument.includes("\0"))
    throw new SwarmlineError("input", "an argument of a remote command holds a NUL");
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
__name(quoteArgument, "quoteArgument");
function quoteCommand(argv) {
  const [program, ...rest] = argv;
  if (!program) throw new SwarmlineError("input", "a remote command needs a program");
  const first = program.includes("=") ? `'${program.replaceAll("'", `'\\''`)}'` : quoteArgument(program);
  return [first, ...rest.map(quoteArgument)].join(" ");
}
__name(quoteCommand, "quoteCommand");

// src/engine/ssh-errors.rules.ts
var CAUSES = [
  {
    words: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed/i,
    what: "its host key is not the known one",
    hint: /* @__PURE__ */ __name(({ knownAs }) => `if that is expected, remove the old key: ssh-keygen -R ${knownAs}`, "hint")
  },
  {
    words: /host key is known for|host key verification failed/i,
    what: "its host key is unknown",
    hint: /* @__PURE__ */ __name(({ command }) => `connect once by hand and compare the fingerprint: ${command}`, "hint")
  },
  {
    words: /permission denied|too many authentication failures/i,
    what: "it refuses the login",
    hint: /* @__PURE__ */ __name(({ command }) => `make this work without a prompt first: ${command.replace(/^ssh /, "ssh -o BatchMode=yes ")} true`, "hint")
  },
  {
    words: /could not resolve|name or service not known/i,
    what: "its name does not resolve",
    hint: /* @__PURE__ */ __name(() => "check the name in DOCKER_HOST", "hint")
  },
  {
    words: /connection refused/i,
    what: "nothing listens there",
    hint: /* @__PURE__ */ __name(({ command }) => `see whether its ssh server runs: ${command}`, "hint"),
    isPassing: true
  },
  {
    // What a server does that has too many visitors (MaxStartups), or punishes one (PerSourcePenalties).
    words: /kex_exchange|banner exchange|not allowed at this time|connection (?:reset|closed)|broken pipe/i,
    what: "its ssh server closes the connection",
    hint: /* @__PURE__ */ __name(({ command }) => `see its log (sshd drops connections when there are too many), and try: ${command}`, "hint"),
    isPassing: true
  },
  {
    words: /timed out|did not finish|no route to host|network is unreachable/i,
    what: "it does not answer",
    hint: /* @__PURE__ */ __name(({ command }) => `see whether its ssh server runs: ${command}`, "hint"),
    isPassing: true
  },
  {
    words: /administratively prohibited|open failed/i,
    what: "its ssh server does not allow the forwarding",
    hint: /* @__PURE__ */ __name(() => "allow AllowStreamLocalForwarding and AllowTcpForwarding there", "hint")
  }
];
var causeOf = /* @__PURE__ */ __name((stderr) => CAUSES.find((cause) => cause.words.test(stderr)), "causeOf");
var isPassingSsh = /* @__PURE__ */ __name((stderr) => causeOf(stderr)?.isPassing ?? false, "isPassingSsh");
var lastLineOf = /* @__PURE__ */ __name((stderr) => stderr.split("\n").map((line) => line.trim()).filter(Boolean).at(-1), "lastLineOf");
function explainSsh(to, stderr, waitedMs = 0) {
  const cause = causeOf(stderr);
  const last = lastLineOf(stderr);
  const what = cause?.what ?? last ?? "no reason given";
  const said = cause && last ? ` (ssh said: ${last})` : "";
  const tried = waitedMs >= 1e3 ? `, tried again for ${Math.round(waitedMs / 1e3)} s` : "";
  return new SwarmlineError("no-engine", `no connection to ${to.name} by ssh: ${what}${said}${tried}`, {
    hint: hintFor(to, cause)
  });
}
__name(explainSsh, "explainSsh");
function hintFor({ name, command, knownAs, logPath }, cause) {
  if (logPath !== void 0) return `see its log: ${logPath}`;
  if (command === void 0) return "see what this machine can do: swarmline doctor";
  return cause?.hint({ command, knownAs: knownAs ?? name }) ?? `see: ${command.replace(/^ssh /, "ssh -v ")}`;
}
__name(hintFor, "hintFor");

// src/engine/ssh.ts
var ATTEMPT_MS = 12e4;
var REQUEST_DEADLINE_MS = 15e3;
var PATIENCE_MS = 45e3;
var AGAIN_MS = 1e3;
var AGAIN_AT_MOST_MS = 1e4;
async function openTunnel(target, options, fx) {
  const { folder, name } = options;
  const reached = reachedBy(target);
  const tunnel = {
    controlPath: checkSocketPath(join(folder, `${name}.ctl`), CONTROL_SUFFIX_BYTES),
    configPath: join(folder, `${name}.ssh_config`),
    host: sshHostOf(target),
    reached
  };
  await mkdir(folder, { recursive: true, mode: 448 });
  if (await isOpenedTo(target, tunnel) && await isTunnelAlive(tunnel, fx)) return tunnel;
  await control(tunnel, ["-O", "exit"], fx).catch(() => void 0);
  await rm(tunnel.controlPath, { force: true });
  await writeConfig(target, tunnel);
  try {
    await untilOpen(tunnel, options, fx);
    return tunnel;
  } catch (error) {
    await removeFiles(tunnel);
    throw error;
  }
}
__name(openTunnel, "openTunnel");
async function untilOpen(tunnel, options, fx) {
  const { patienceMs = PATIENCE_MS, requireThere } = options;
  const { name } = tunnel.reached;
  const startedAtMs = fx.clock.now();
  let said = "";
  const attempt = /* @__PURE__ */ __name(async (see) => {
    const stderr = await connectOnce(tunnel, fx);
    if (stderr === void 0) return true;
    const isFirst = said === "";
    said = stderr;
    if (!isPassingSsh(stderr) || patienceMs === 0) throw explainSsh(tunnel.reached, stderr);
    await requireThere?.();
    const line = lastLineOf(stderr) ?? "nothing";
    see(line);
    if (isFirst) fx.log.info(`no ssh connection to ${name} yet, trying again: ${line}`);
    else fx.log.debug(`no ssh connection to ${name} yet: ${line}`);
    return void 0;
  }, "attempt");
  try {
    await waitFor(`the ssh connection to ${name}`, attempt, {
      clock: fx.clock,
      signal: fx.signal,
      deadlineMs: patienceMs,
      everyMs: AGAIN_MS,
      mostMs: AGAIN_AT_MOST_MS,
      growth: 1
    });
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === "timed-out")) throw error;
    throw explainSsh(tunnel.reached, said, fx.clock.now() - startedAtMs);
  }
}
__name(untilOpen, "untilOpen");
async function connectOnce(tunnel, fx) {
  try {
    const opened = await execSsh(fx, ["-F", tunnel.configPath, "-f", "-N", "-M", "--", tunnel.host], {
      isChecked: false,
      timeoutMs: ATTEMPT_MS,
      signal: fx.signal
    });
    if (opened.exitCode === 0 && await isTunnelAlive(tunnel, fx)) return void 0;
    return opened.stderr || "ssh exited without an error message";
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "timed-out") return error.message;
    throw error;
  }
}
__name(connectOnce, "connectOnce");
async function isTunnelAlive(tunnel, fx) {
  const answer = await control(tunnel, ["-O", "check"], fx).catch((error) => {
    if (error instanceof SwarmlineError && error.code === "timed-out") return void 0;
    throw error;
  });
  return answer?.exitCode === 0;
}
__name(isTunnelAlive, "isTunnelAlive");
async function forwardSocket(tunnel, localPath, remotePath, fx) {
  await forward(tunnel, `${checkSocketPath(localPath)}:${remotePath}`, fx);
}
__name(forwardSocket, "forwardSocket");
async function forwardPort(tunnel, ports, fx) {
  await forward(tunnel, specOf(ports), fx);
}
__name(forwardPort, "forwardPort");
async function closeTunnel(tunnel, fx) {
  try {
    await control(tunnel, ["-O", "exit"], forCleanup(fx));
  } finally {
    await removeFiles(tunnel);
  }
}
__name(closeTunnel, "closeTunnel");
async function run(tunnel, argv, fx, options = {}) {
  return execSsh(fx, ["-F", tunnel.configPath, "--", tunnel.host, quoteCommand(argv)], {
    signal: fx.signal,
    ...options
  });
}
__name(run, "run");
function execSsh(fx, args, options) {
  return fx.exec("ssh", args, { inherit: SEEN_BY_SSH, ...options });
}
__name(execSsh, "execSsh");
async function forward(tunnel, spec, fx) {
  const answer = await control(tunnel, ["-O", "forward", "-L", spec], fx);
  if (answer.exitCode === 0) return;
  if (/port forwarding failed|Address already in use|cannot listen/i.test(answer.stderr))
    throw new SwarmlineError("port-taken", `ssh cannot listen at ${spec.slice(0, spec.lastIndexOf(":"))}`, {
      hint: "stop what listens there, or remove what is left of it"
    });
  throw explainSsh(tunnel.reached ?? { name: tunnel.host }, answer.stderr);
}
__name(forward, "forward");
function control(tunnel, request, fx) {
  return execSsh(fx, ["-F", tunnel.configPath, "-S", tunnel.controlPath, ...request, "--", tunnel.host], {
    isChecked: false,
    timeoutMs: REQUEST_DEADLINE_MS
  });
}
__name(control, "control");
async function isOpenedTo(target, tunnel) {
  const written = filesOf(target, tunnel).map(async ([path3, text]) => {
    const found = await readFile(path3, "utf8").catch(() => void 0);
    return found === text;
  });
  return (await Promise.all(written)).every(Boolean);
}
__name(isOpenedTo, "isOpenedTo");
async function writeConfig(target, tunnel) {
  for (const [path3, text] of filesOf(target, tunnel))
    if (text === void 0) await rm(path3, { force: true });
    else await writePrivate(path3, text);
}
__name(writeConfig, "writeConfig");
function filesOf(target, tunnel) {
  const knownHosts = knownHostsPath(tunnel);
  const config = renderSshConfig(target, { control: tunnel.controlPath, knownHosts });
  return [
    [knownHosts, knownHostsOf(target)],
    // The machine's name stands in no option where the user's own configuration says how it is reached.
    [tunnel.configPath, `# ${JSON.stringify(tunnel.host)}
${config}`]
  ];
}
__name(filesOf, "filesOf");
async function writePrivate(path3, text) {
  await rm(path3, { force: true });
  await writeFile(path3, text, { mode: 384, flag: "wx" });
  await chmod(path3, 384);
}
__name(writePrivate, "writePrivate");
async function removeFiles(tunnel) {
  for (const path3 of [tunnel.controlPath, tunnel.configPath, knownHostsPath(tunnel)])
    await rm(path3, { force: true });
}
__name(removeFiles, "removeFiles");
function knownHostsPath(tunnel) {
  return tunnel.configPath.replace(/ssh_config$/, "known_hosts");
}
__name(knownHostsPath, "knownHostsPath");
function specOf(p) {
  return `${bracketed(p.localHost)}:${p.localPort}:${bracketed(p.remoteHost)}:${p.remotePort}`;
}
__name(specOf, "specOf");
function bracketed(host) {
  return host.includes(":") ? `[${host}]` : host;
}
__name(bracketed, "bracketed");

// src/engine/forwards.ts
var PORT_STEPS = [0, 2e4, 3e4];
function createForwards(tunnel, runDir, fx) {
  const sockets = /* @__PURE__ */ new Map();
  const ports = /* @__PURE__ */ new Map();
  return {
    openSocket: /* @__PURE__ */ __name(async (remotePath, name) => {
      const localPath = path.join(runDir, `${name}.sock`);
      await forwardSocket(tunnel, localPath, remotePath, fx);
      sockets.set(localPath, remotePath);
      return localPath;
    }, "openSocket"),
    openPort: /* @__PURE__ */ __name(async (address, port) => {
      const host = `127.77.0.${address.split(".").at(-1)}`;
      for (const localPort of PORT_STEPS.map((step) => port + step).filter((p) => p < 65536)) {
        try {
          const forward2 = { localHost: host, localPort, remoteHost: address, remotePort: port };
          await forwardPort(tunnel, forward2, fx);
          ports.set(`${host}:${localPort}`, forward2);
          return { host, port: localPort };
        } catch (error) {
          if (!(error instanceof SwarmlineError) || error.code !== "port-taken") throw error;
        }
      }
      throw new SwarmlineError("port-taken", `no port is free on ${host} for ${address}:${port}`, {
        hint: "stop what listens there"
      });
    }, "openPort"),
    again: /* @__PURE__ */ __name(async () => {
      for (const [localPath, remotePath] of sockets)
        await forwardSocket(tunnel, localPath, remotePath, fx);
      for (const forward2 of ports.values()) await forwardPort(tunnel, forward2, fx);
    }, "again")
  };
}
__name(createForwards, "createForwards");

// src/engine/host-door.ts
var DEFAULT_DOCKER_HOST = "unix:///var/run/docker.sock";
function localDoor(socketPath, fx) {
  return {
    socketPath,
    tunnel: void 0,
    reach: "here",
    where: "on this machine",
    openSocket: /* @__PURE__ */ __name(async (remotePath) => remotePath, "openSocket"),
    openPort: /* @__PURE__ */ __name(async (host, port) => ({ host, port }), "openPort"),
    exec: fx.exec,
    socketGid: /* @__PURE__ */ __name(async () => (await stat(socketPath).catch(() => void 0))?.gid, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => void 0, "revive"),
    close: /* @__PURE__ */ __name(async () => void 0, "close")
  };
}
__name(localDoor, "localDoor");
async function openTlsDoor(target, runDir) {
  await checkTls(target);
  const socketPath = path2.join(runDir, "docker.sock");
  const forwarder = await openTlsForwarder(target, socketPath);
  const outOfReach = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${what} on ${target.host} cannot be reached over TLS`, {
    hint: "use ssh://user@host"
  }), "outOfReach");
  return {
    socketPath,
    tunnel: void 0,
    reach: "api",
    where: `on ${target.host}`,
    openSocket: /* @__PURE__ */ __name(async (remotePath) => {
      throw outOfReach(`the socket ${remotePath}`);
    }, "openSocket"),
    openPort: /* @__PURE__ */ __name(async (host, port) => ({ host, port }), "openPort"),
    exec: /* @__PURE__ */ __name(async (file) => {
      throw new SwarmlineError("missing-tool", `${file} cannot be run on ${target.host} over TLS`);
    }, "exec"),
    socketGid: /* @__PURE__ */ __name(async () => void 0, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => void 0, "revive"),
    close: /* @__PURE__ */ __name(() => forwarder.close(), "close")
  };
}
__name(openTlsDoor, "openTlsDoor");
async function openRemoteDoor(dockerHost, options, fx) {
  const { runDir, hostKey, identityPath, patienceMs } = options;
  const opening = { folder: runDir, name: "engine", ...patienceMs === void 0 ? {} : { patienceMs } };
  const { target: address, remoteSocket } = parseSshHost(dockerHost);
  const target = {
    ...address,
    ...hostKey === void 0 ? {} : { hostKey: parseHostKey(hostKey) },
    ...identityPath === void 0 ? {} : { identityPath }
  };
  const tunnel = await openTunnel(target, opening, fx);
  const socketPath = path2.join(runDir, "docker.sock");
  try {
    await forwardSocket(tunnel, socketPath, remoteSocket, fx);
  } catch (error) {
    await closeTunnel(tunnel, fx);
    throw error;
  }
  const forwards = createForwards(tunnel, runDir, fx);
  return {
    ...remoteDoor(tunnel, socketPath, runDir, fx, forwards),
    socketGid: /* @__PURE__ */ __name(async () => {
      const said = await run(tunnel, ["stat", "-L", "-c", "%g", remoteSocket], fx, { isChecked: false });
      return /^\d+$/.test(said.stdout.trim()) ? Number(said.stdout) : void 0;
    }, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => {
      if (await isTunnelAlive(tunnel, fx)) return;
      await openTunnel(target, opening, fx);
      await forwardSocket(tunnel, socketPath, remoteSocket, fx);
      await forwards.again();
    }, "revive")
  };
}
__name(openRemoteDoor, "openRemoteDoor");
function remoteDoor(tunnel, socketPath, runDir, fx, forwards = createForwards(tunnel, runDir, fx)) {
  return {
    socketPath,
    tunnel,
    reach: "there",
    where: `on ${tunnel.host}`,
    openSocket: /* @__PURE__ */ __name((remotePath, name) => forwards.openSocket(remotePath, name), "openSocket"),
    openPort: /* @__PURE__ */ __name((address, port) => forwards.openPort(address, port), "openPort"),
    exec: /* @__PURE__ */ __name((file, args, options) => run(tunnel, [file, ...args], fx, options), "exec"),
    socketGid: /* @__PURE__ */ __name(async () => void 0, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => void 0, "revive"),
    close: /* @__PURE__ */ __name(() => closeTunnel(tunnel, fx), "close")
  };
}
__name(remoteDoor, "remoteDoor");

// src/engine/kernel.ts
var LOOKED_AT = ["/proc", "/sys", "/usr"];
var VM_BRIDGE = "br0";
async function lookAtMachine(exists2) {
  const [hasIpvs, hasVxlan, hasNodeInit, hasBridge] = await Promise.all([
    exists2("/proc/1/net/ip_vs"),
    exists2("/sys/module/vxlan"),
    exists2("/usr/sbin/node-init"),
    exists2(`/sys/class/net/${VM_BRIDGE}`)
  ]);
  return { hasIpvs, hasVxlan, isOurVm: hasNodeInit && hasBridge };
}
__name(lookAtMachine, "lookAtMachine");
var MODULES = ["ip_vs", "ip_vs_rr", "xt_ipvs", "vxlan", "br_netfilter", "overlay"];
async function loadModules(exec) {
  for (const prefix of [[], ["sudo", "-n"]]) {
    const [program = "", ...args] = [...prefix, "modprobe", "-a", "-q", ...MODULES];
    const result = await exec(program, args, { isChecked: false, timeoutMs: 6e4 }).catch((error) => {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      return void 0;
    });
    if (result?.exitCode === 0) return;
  }
}
__name(loadModules, "loadModules");

// src/engine/trial.ts
import { randomBytes } from "node:crypto";
async function withTrialContainer(client, signal, work) {
  const name = `swarmline-trial-${randomBytes(4).toString("hex")}`;
  const image = `${name}:latest`;
  try {
    await importImage(client, image, [], { signal });
    await client.json("POST", "/containers/create", {
      query: { name },
      body: {
        Image: image,
        Entrypoint: [NO_PROGRAM],
        HostConfig: {
          Privileged: true,
          NetworkMode: "none",
          Binds: LOOKED_AT.map((folder) => `${folder}:/machine${folder}:ro`)
        }
      },
      signal
    });
    return await work({
      exists: /* @__PURE__ */ __name((path3) => exists(client, name, path3, signal), "exists"),
      privileges: /* @__PURE__ */ __name(() => tryPrivileged(client, name, signal), "privileges")
    });
  } finally {
    await client.json("DELETE", `/containers/${name}`, { query: { force: true, v: true } }).catch(() => void 0);
    await client.json("DELETE", `/images/${image}`, { query: { force: true } }).catch(() => void 0);
  }
}
__name(withTrialContainer, "withTrialContainer");
var NO_PROGRAM = "/there-is-no-program";
async function exists(client, name, path3, signal) {
  try {
    const answer = await client.stream("HEAD", `/containers/${name}/archive`, {
      query: { path: `/machine${path3}` },
      signal
    });
    answer.resume();
    return true;
  } catch (error) {
    if (error instanceof EngineAnswerError) return false;
    throw error;
  }
}
__name(exists, "exists");
async function tryPrivileged(client, name, signal) {
  try {
    await client.json("POST", `/containers/${name}/start`, { signal });
    return "privileged";
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    return /unable to apply caps|applying caps|capabilit/i.test(error.message) ? "caps" : "privileged";
  }
}
__name(tryPrivileged, "tryPrivileged");

// src/engine/host-facts.ts
var ANSWER_MS = 6e4;
var LEAST_API = 41;
async function checkEngine(client, dockerHost) {
  let version;
  let info;
  try {
    version = await client.json("GET", "/version", { timeoutMs: ANSWER_MS });
    info = await client.json("GET", "/info", { timeoutMs: ANSWER_MS });
  } catch (cause) {
    if (cause instanceof SwarmlineError && cause.code === "no-engine") throw cause;
    const isForbidden = String(cause.message).includes("EACCES");
    if (cause instanceof SwarmlineError && cause.code === "timed-out")
      throw new SwarmlineError(
        "no-engine",
        `the engine at ${dockerHost} accepts connections but does not answer`,
        {
          hint: "check its log and the load of its machine, or use a VM: --engine vm",
          cause
        }
      );
    throw new SwarmlineError(
      "no-engine",
      isForbidden ? `this user cannot open ${dockerHost}` : `no Docker engine answers at ${dockerHost}`,
      {
        hint: isForbidden ? "add the user to the group docker and log in again" : "start it, set DOCKER_HOST, or use a VM: --engine vm",
        cause
      }
    );
  }
  const minor = Number(version.ApiVersion.split(".")[1]);
  if (version.Os !== "linux" || !(minor >= LEAST_API))
    throw new SwarmlineError(
      "no-engine",
      `the engine at ${dockerHost} is ${version.Version} for ${version.Os}`,
      {
        hint: "use Docker Engine 20.10 or later with Linux containers, or --engine vm"
      }
    );
  return { version: version.Version, kernel: info.KernelVersion };
}
__name(checkEngine, "checkEngine");
function learn(client, door, fx) {
  return withTrialContainer(client, fx.signal, async (trial) => {
    let machine = await lookAtMachine(trial.exists);
    if (!machine.hasIpvs || !machine.hasVxlan) {
      await loadModules(door.exec);
      machine = await lookAtMachine(trial.exists);
    }
    return { machine, privileges: await trial.privileges() };
  });
}
__name(learn, "learn");

// src/engine/host.ts
async function openHostEngine(options, fx) {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST;
  const door = await openDoor(dockerHost, options, fx);
  const client = connectEngine(door.socketPath);
  try {
    const { version } = await checkEngine(client, dockerHost);
    const [{ machine, privileges }, socketGid] = await Promise.all([
      learn(client, door, fx),
      door.socketGid()
    ]);
    const facts = {
      title: `Docker Engine ${version} ${door.where}`,
      version,
      hasMesh: machine.hasIpvs && machine.hasVxlan,
      nodeSource: machine.isOurVm ? { kind: "usr" } : { kind: "image", reference: options.nodeImage },
      privileges,
      bridge: machine.isOurVm ? VM_BRIDGE : void 0,
      ...socketGid ? { socketGid } : {}
    };
    return engineOf({ ...options, dockerHost }, door, facts);
  } catch (error) {
    await door.close();
    throw error;
  } finally {
    client.close();
  }
}
__name(openHostEngine, "openHostEngine");
async function reattachHostEngine(state, options, fx) {
  const door = await reopenDoor(state, options.runDir, fx);
  const client = connectEngine(door.socketPath);
  try {
    await checkEngine(client, state.dockerHost);
    return engineOf(state, door, state.facts);
  } catch (error) {
    if (state.certDir !== void 0) await door.close();
    throw error;
  } finally {
    client.close();
  }
}
__name(reattachHostEngine, "reattachHostEngine");
async function reopenDoor(state, runDir, fx) {
  const { dockerHost, hostKey, certDir, tunnel, socketPath } = state;
  if (certDir !== void 0) return openDoor(dockerHost, { runDir, certDir }, fx);
  if (!tunnel) return localDoor(socketPath, fx);
  const again = await openRemoteDoor(dockerHost, { runDir, hostKey }, fx);
  return remoteDoor(again.tunnel ?? tunnel, socketPath, runDir, fx);
}
__name(reopenDoor, "reopenDoor");
async function visitEngine(options, fx) {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST;
  const door = await openDoor(dockerHost, options, fx);
  const client = connectEngine(door.socketPath);
  try {
    const { version, kernel } = await checkEngine(client, dockerHost);
    const hasMesh = await glance(door, kernel) ?? true;
    const { socketPath, revive, close } = door;
    return {
      title: `Docker Engine ${version} ${door.where}`,
      version,
      kernel,
      hasMesh,
      socketPath,
      revive,
      close
    };
  } catch (error) {
    await door.close();
    throw error;
  } finally {
    client.close();
  }
}
__name(visitEngine, "visitEngine");
async function describeHost(options, fx) {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST;
  const way = await openConnectionFolder(fx);
  try {
    const engine = await visitEngine({ ...options, runDir: way.folder, patienceMs: 0 }, fx);
    const { title, version, kernel, hasMesh } = engine;
    await engine.close();
    return { isReachable: true, dockerHost, title, version, kernel, hasMesh };
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code === "cancelled") throw error;
    return { isReachable: false, dockerHost, reason: error.message, hint: error.hint };
  } finally {
    await way.remove();
  }
}
__name(describeHost, "describeHost");
async function openDoor(dockerHost, options, fx) {
  const scheme = /^([a-z]+):\/\//.exec(dockerHost)?.[1];
  if (scheme === "unix") return localDoor(dockerHost.slice("unix://".length), fx);
  if (scheme === "ssh") return openRemoteDoor(dockerHost, options, fx);
  if (scheme === "tcp") return openTlsDoor(parseTcpHost(dockerHost, options.certDir), options.runDir);
  const hint = "use unix:///path, ssh://user@host, or tcp://host with TLS";
  throw new SwarmlineError("input", `${dockerHost} is not an address of an engine`, { hint });
}
__name(openDoor, "openDoor");
function engineOf({ dockerHost, hostKey, certDir }, door, facts) {
  const { socketPath, tunnel, openSocket, openPort, revive, close } = door;
  return {
    kind: "host",
    ...facts,
    socketPath,
    openSocket,
    openPort,
    revive,
    close,
    state: {
      kind: "host",
      dockerHost,
      ...tunnel && hostKey !== void 0 ? { hostKey } : {},
      ...dockerHost.startsWith("tcp://") && certDir !== void 0 ? { certDir } : {},
      socketPath,
      tunnel,
      facts,
      isOwned: false
    }
  };
}
__name(engineOf, "engineOf");

export {
  openTunnel,
  forwardSocket,
  closeTunnel,
  run,
  openHostEngine,
  reattachHostEngine,
  visitEngine,
  describeHost
};
