import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  VM_NETWORK
} from "./chunk-NZH7S4NC.js";
import {
  knownHostsOf,
  renderSshConfig
} from "./chunk-OXAVGEP4.js";
import {
  checkSocketPath
} from "./chunk-CPD4XT6M.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/vm/run-folder.ts
import { readFile, writeFile } from "node:fs/promises";
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
  return JSON.parse(await readFile(paths.record, "utf8"));
}
__name(readRecord, "readRecord");
async function writeRecord(paths, record) {
  await writeFile(paths.record, `${JSON.stringify(record, null, 2)}
`, { mode: 384 });
}
__name(writeRecord, "writeRecord");
var VM_ALIAS = "swarmline-vm";
async function sshTargetOf(run) {
  const [hostKey, record] = await Promise.all([readFile(run.hostKey, "utf8"), readRecord(run)]);
  return {
    kind: "pinned",
    alias: VM_ALIAS,
    address: `${VM_NETWORK.hostPrefix}.2`,
    port: record.sshPort,
    user: "root",
    identityPath: run.identity,
    hostKey,
    title: "the VM",
    logPath: run.console
  };
}
__name(sshTargetOf, "sshTargetOf");
async function writeSshAccess(run) {
  const target = await sshTargetOf(run);
  const config = renderSshConfig(target, { control: run.controlPath, knownHosts: run.knownHosts });
  await writeFile(run.knownHosts, knownHostsOf(target), { mode: 384 });
  await writeFile(run.sshConfig, config, { mode: 384 });
}
__name(writeSshAccess, "writeSshAccess");

export {
  runFolder,
  readRecord,
  writeRecord,
  VM_ALIAS,
  sshTargetOf,
  writeSshAccess
};
