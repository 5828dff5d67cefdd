import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/engine/ssh-target.rules.ts
function parseSshHost(dockerHost) {
  const refuse = /* @__PURE__ */ __name((why) => new SwarmlineError("input", `DOCKER_HOST: ${why}`, { hint: "write it as ssh://[user@]host[:port]" }), "refuse");
  let url;
  try {
    url = new URL(dockerHost);
  } catch (cause) {
    throw new SwarmlineError("input", "DOCKER_HOST is not an address", {
      hint: "write it as ssh://[user@]host[:port]",
      cause
    });
  }
  if (url.protocol !== "ssh:") throw refuse(`${url.protocol}// is not ssh://`);
  if (url.password) throw refuse("an address must not contain a password");
  if (url.search || url.hash) throw refuse("nothing may follow host and port");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const decoded = /* @__PURE__ */ __name((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      throw refuse("a % in it is not a valid escape");
    }
  }, "decoded");
  const user = url.username ? decoded(url.username) : void 0;
  if (!/^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/.test(host)) throw refuse("the host is missing or not a host name");
  if (user !== void 0 && !/^[A-Za-z0-9_][A-Za-z0-9_.@\\-]*$/.test(user))
    throw refuse("the user is not a valid user name");
  const remoteSocket = url.pathname && url.pathname !== "/" ? decoded(url.pathname) : "/var/run/docker.sock";
  return { target: { kind: "user", host, user, port: url.port ? Number(url.port) : void 0 }, remoteSocket };
}
__name(parseSshHost, "parseSshHost");
function parseHostKey(line) {
  const fields = line.trim().split(/\s+/);
  const at = fields.findIndex((field) => /^(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+$/.test(field));
  const [type, key = ""] = fields.slice(at);
  const isOne = at >= 0 && at <= 1 && /^[A-Za-z0-9+/]+={0,2}$/.test(key) && !line.trim().includes("\n");
  if (!isOne || line.startsWith("@"))
    throw new SwarmlineError("input", "the host key is not a line of known_hosts", {
      hint: "take the line that ssh-keyscan prints, once its fingerprint has been compared: host ssh-ed25519 AAAA\u2026"
    });
  return `${type} ${key}`;
}
__name(parseHostKey, "parseHostKey");
function sshHostOf(target) {
  return target.kind === "pinned" ? target.alias : target.host;
}
__name(sshHostOf, "sshHostOf");
function reachedBy(target) {
  if (target.kind === "pinned") return { name: target.title, logPath: target.logPath };
  const { host, user, port } = target;
  const name = user === void 0 ? host : `${user}@${host}`;
  const command = ["ssh", ...port === void 0 ? [] : ["-p", port], name].join(" ");
  return { name, command, knownAs: port === void 0 ? host : `[${host}]:${port}` };
}
__name(reachedBy, "reachedBy");
var PINNED_NAME = "swarmline-pinned";
function knownHostsOf(target) {
  if (target.hostKey === void 0) return void 0;
  const name = target.kind === "pinned" ? target.alias : PINNED_NAME;
  return `${name} ${target.hostKey.trim().split(/\s+/).slice(0, 2).join(" ")}
`;
}
__name(knownHostsOf, "knownHostsOf");
function renderSshConfig(target, paths) {
  const always = [
    `ControlPath ${quoted(paths.control)}`,
    "BatchMode yes",
    "StrictHostKeyChecking yes",
    "UpdateHostKeys no",
    // A name server's word is no host key, and what listens on loopback has one like any other.
    "VerifyHostKeyDNS no",
    "NoHostAuthenticationForLocalhost no",
    // Nothing of the user's configuration shares this connection, keeps it, or makes more of it.
    "ControlMaster no",
    "ControlPersist no",
    "RemoteCommand none",
    "Tunnel no",
    "GatewayPorts no",
    "ExitOnForwardFailure yes",
    "StreamLocalBindUnlink yes",
    "StreamLocalBindMask 0177",
    "ForwardAgent no",
    "ForwardX11 no",
    "PermitLocalCommand no",
    "RequestTTY no",
    "LogLevel ERROR"
  ];
  if (target.kind === "pinned")
    return block(target.alias, [
      `HostName ${target.address}`,
      `HostKeyAlias ${target.alias}`,
      `Port ${target.port}`,
      `User ${target.user}`,
      `IdentityFile ${quoted(target.identityPath)}`,
      "IdentitiesOnly yes",
      "IdentityAgent none",
      `UserKnownHostsFile ${quoted(paths.knownHosts)}`,
      "GlobalKnownHostsFile /dev/null",
      // Emulated on a busy machine it takes its time for a handshake, and may stand still for minutes; when it ends, QEMU
      // closes the connection.
      "ConnectTimeout 100",
      "ServerAliveInterval 30",
      "ServerAliveCountMax 20",
      // The cheapest for a machine without hardware acceleration of its own.
      "Ciphers aes128-gcm@openssh.com,chacha20-poly1305@openssh.com",
      ...always
    ]);
  const pin = target.hostKey === void 0 ? "" : block(target.host, [
    `HostKeyAlias ${PINNED_NAME}`,
    `UserKnownHostsFile ${quoted(paths.knownHosts)}`,
    "GlobalKnownHostsFile /dev/null",
    "KnownHostsCommand none",
    "CheckHostIP no"
  ]);
  return `${pin}${block("*", [
    ...target.user ? [`User ${target.user}`] : [],
    ...target.port ? [`Port ${target.port}`] : [],
    // For the handshake too, which a busy machine is slow with.
    "ConnectTimeout 30",
    "ServerAliveInterval 10",
    "ServerAliveCountMax 3",
    ...target.identityPath === void 0 ? [] : [`IdentityFile ${quoted(target.identityPath)}`, "IdentitiesOnly yes", "IdentityAgent none"],
    ...always,
    "Include ~/.ssh/config",
    "Include /etc/ssh/ssh_config"
  ])}`;
}
__name(renderSshConfig, "renderSshConfig");
function block(pattern, lines) {
  return `Host ${pattern}
${lines.map((line) => `  ${line}
`).join("")}`;
}
__name(block, "block");
function quoted(path) {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("%", "%%")}"`;
}
__name(quoted, "quoted");

export {
  parseSshHost,
  parseHostKey,
  sshHostOf,
  reachedBy,
  knownHostsOf,
  renderSshConfig
};
