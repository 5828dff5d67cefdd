import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  loginSource
} from "./chunk-FXC36CPP.js";
import {
  SEEN_BY_LOGIN_PROGRAMS
} from "./chunk-VDL5BWLT.js";
import {
  HUB,
  parseReference
} from "./chunk-EZZRJBFE.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/registry-login.ts
import { readFile } from "node:fs/promises";
import path from "node:path";

// src/images/login-program.ts
var TOKEN = "<token>";
async function askLoginProgram(name, server, timeoutMs, fx) {
  const program = `docker-credential-${name}`;
  const isLate = AbortSignal.timeout(timeoutMs);
  try {
    const signal = AbortSignal.any([fx.signal, isLate]);
    const options = {
      input: server,
      signal,
      isChecked: false,
      isGroup: true,
      inherit: SEEN_BY_LOGIN_PROGRAMS
    };
    const { exitCode, stdout } = await fx.exec(program, ["get"], options);
    const login = exitCode === 0 ? loginOf(stdout) : void 0;
    if (!login) fx.log.debug(`${program} has no login for ${server}`);
    return login;
  } catch (error) {
    if (fx.signal.aborted) throw error;
    const why = isLate.aborted ? `did not answer within ${timeoutMs / 1e3} s` : "cannot be run";
    fx.log.debug(`${program} ${why}`);
    return void 0;
  }
}
__name(askLoginProgram, "askLoginProgram");
function loginOf(answer) {
  try {
    const { Username, Secret } = JSON.parse(answer);
    if (typeof Username !== "string" || typeof Secret !== "string" || !Username || !Secret) return void 0;
    return Username === TOKEN ? { identityToken: Secret } : { username: Username, password: Secret };
  } catch {
    return void 0;
  }
}
__name(loginOf, "loginOf");

// src/images/registry-login.ts
var HELPER_MS = 1e4;
async function registryLogin(configDir, reference, fx, helperMs = HELPER_MS) {
  const source = await sourceOf(configDir, reference);
  switch (source?.kind) {
    case void 0:
      return void 0;
    case "login":
      return source.login;
    case "helper":
      return askLoginProgram(source.name, hostOf(reference), helperMs, fx);
  }
}
__name(registryLogin, "registryLogin");
async function registryAuth(configDir, reference, fx) {
  const login = await registryLogin(configDir, reference, fx);
  if (!login) return void 0;
  const text = JSON.stringify({ ...inEngineWords(login), serveraddress: hostOf(reference) });
  return Buffer.from(text).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}
__name(registryAuth, "registryAuth");
function inEngineWords(login) {
  if ("identityToken" in login) return { identitytoken: login.identityToken };
  return "registryToken" in login ? { registrytoken: login.registryToken } : login;
}
__name(inEngineWords, "inEngineWords");
async function hasLoginFor(references, configDir, fx) {
  const oneOfEach = [...new Map(references.map((each) => [hostOf(each), each])).values()];
  for (const reference of oneOfEach) if (await registryLogin(configDir, reference, fx)) return true;
  return false;
}
__name(hasLoginFor, "hasLoginFor");
async function sourceOf(configDir, reference) {
  if (configDir === void 0) return void 0;
  try {
    return loginSource(await readFile(path.join(configDir, "config.json"), "utf8"), keysOf(reference));
  } catch {
    return void 0;
  }
}
__name(sourceOf, "sourceOf");
var HUB_KEY = "https://index.docker.io/v1/";
var hostOf = /* @__PURE__ */ __name((reference) => {
  const { domain } = parseReference(reference);
  return domain === HUB ? HUB_KEY : domain;
}, "hostOf");
function keysOf(reference) {
  const host = hostOf(reference);
  return host === HUB_KEY ? [HUB_KEY, HUB, `index.${HUB}`] : [host, `https://${host}`, `http://${host}`];
}
__name(keysOf, "keysOf");

export {
  registryLogin,
  registryAuth,
  hasLoginFor
};
