import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  clientConfig
} from "./chunk-FXC36CPP.js";
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
async function loginFile(key, login, ownDir) {
  if (ownDir === void 0) return clientConfig({ [key]: login }, []);
  const base = await readFile(path2.join(ownDir, "config.json"), "utf8").catch(() => void 0);
  return clientConfig({ [key]: login }, [path2.join(ownDir, "cli-plugins")], base);
}
__name(loginFile, "loginFile");

// src/actions/docker-login.ts
var HUB_KEY = "https://index.docker.io/v1/";
var STATE2 = "docker-config";
async function writeLogin({ registry, username, password }, door) {
  if (!username || !password) return void 0;
  const key = !registry || registry === "docker.io" ? HUB_KEY : registry;
  const config = await loginFile(key, { username, password }, door.home.dockerConfigDir);
  return writePrivately(STATE2, { "config.json": config }, door);
}
__name(writeLogin, "writeLogin");
function forgetLogin(door) {
  return removePrivate(STATE2, door);
}
__name(forgetLogin, "forgetLogin");

export {
  writeCertificates,
  forgetCertificates,
  writeLogin,
  forgetLogin
};
