import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-H3HAWWYR.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/actions/docker-login.ts
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
var HUB_KEY = "https://index.docker.io/v1/";
var STATE = "docker-config";
async function writeLogin({ registry, username, password }, door) {
  if (!username || !password) return void 0;
  const dir = await mkdtemp(path.join(door.tempDir, "login-"));
  door.saveState(STATE, dir);
  const key = !registry || registry === "docker.io" ? HUB_KEY : registry;
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  await writeFile(path.join(dir, "config.json"), JSON.stringify({ auths: { [key]: { auth } } }), {
    mode: 384
  });
  return dir;
}
__name(writeLogin, "writeLogin");
async function forgetLogin(door) {
  const dir = door.savedState(STATE);
  if (!dir) return;
  if (path.dirname(dir) !== door.tempDir)
    throw new SwarmlineError("internal", `the login's folder ${dir} is not where it was put`);
  await rm(dir, { recursive: true, force: true });
}
__name(forgetLogin, "forgetLogin");

export {
  writeLogin,
  forgetLogin
};
