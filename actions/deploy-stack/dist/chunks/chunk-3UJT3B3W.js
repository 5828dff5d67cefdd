import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  clientConfig
} from "./chunk-FXC36CPP.js";
import {
  isHub
} from "./chunk-NSDJCOOJ.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/private-folder.ts
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
async function writePrivately(state, files, door) {
  const dir = await mkdtemp(path.join(door.tempDir, `${state}-`));
  door.saveState(state, dir);
  for (const [name, text] of Object.entries(files))
    await writeFile(path.join(dir, name), text, { mode: 384 });
  return dir;
}
__name(writePrivately, "writePrivately");
async function removePrivate(state, door) {
  const dir = door.savedState(state);
  if (!dir) return;
  if (path.dirname(dir) !== door.tempDir)
    throw new SwarmlineError("internal", `the folder ${dir} is not where it was put`);
  await rm(dir, { recursive: true, force: true });
}
__name(removePrivate, "removePrivate");

// src/actions/certificates.ts
var STATE = "tls";
async function writeCertificates({ tlsCa, tlsCert, tlsKey }, door) {
  if (!tlsCa || !tlsCert || !tlsKey) return door.certDir;
  const files = { "ca.pem": `${tlsCa}
`, "cert.pem": `${tlsCert}
`, "key.pem": `${tlsKey}
` };
  return writePrivately(STATE, files, door);
}
__name(writeCertificates, "writeCertificates");
function forgetCertificates(door) {
  return removePrivate(STATE, door);
}
__name(forgetCertificates, "forgetCertificates");

// src/usecases/login-file.ts
import { readFile } from "node:fs/promises";
import path2 from "node:path";
async function loginFile(logins, ownDir) {
  if (ownDir === void 0) return clientConfig(logins, []);
  const base = await readFile(path2.join(ownDir, "config.json"), "utf8").catch(() => void 0);
  return clientConfig(logins, [path2.join(ownDir, "cli-plugins")], base);
}
__name(loginFile, "loginFile");

// src/actions/docker-login.ts
var HUB_KEY = "https://index.docker.io/v1/";
var STATE2 = "docker-config";
async function writeLogin({ registry, username, password, registryLogins = [] }, door) {
  const all = [...registryLogins, ...username && password ? [{ registry, username, password }] : []];
  if (all.length === 0) return void 0;
  const logins = Object.fromEntries(
    all.map((login) => [
      login.registry === void 0 || isHub(login.registry) ? HUB_KEY : login.registry,
      { username: login.username, password: login.password }
    ])
  );
  const config = await loginFile(logins, door.home.dockerConfigDir);
  return writePrivately(STATE2, { "config.json": config }, door);
}
__name(writeLogin, "writeLogin");
function forgetLogin(door) {
  return removePrivate(STATE2, door);
}
__name(forgetLogin, "forgetLogin");

// src/actions/ssh-key.ts
import path3 from "node:path";
var STATE3 = "ssh";
var FILE = "key";
async function writeSshKey({ sshKey }, door) {
  if (!sshKey) return void 0;
  const text = `${sshKey.trim().replaceAll("\r\n", "\n")}
`;
  return path3.join(await writePrivately(STATE3, { [FILE]: text }, door), FILE);
}
__name(writeSshKey, "writeSshKey");
var forgetSshKey = /* @__PURE__ */ __name((door) => removePrivate(STATE3, door), "forgetSshKey");

export {
  writeCertificates,
  forgetCertificates,
  writeLogin,
  forgetLogin,
  writeSshKey,
  forgetSshKey
};
