import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  readCluster
} from "./chunk-3P4KVAZ6.js";
import "./chunk-PAYXP34U.js";
import {
  checkSocketPath,
  closeTunnel,
  forwardSocket,
  makeOwnFolder,
  openConnectionFolder,
  openTunnel,
  reattachHostEngine,
  run,
  sweepLeftovers,
  waitFor
} from "./chunk-LTNVT2WW.js";
import {
  EngineAnswerError,
  connectEngine,
  readStream
} from "./chunk-IM66JCQJ.js";
import {
  SEEN_BY_LOGIN_PROGRAMS
} from "./chunk-SLOVN27F.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-JSEEVW6R.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/images/build.ts
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

// src/docker/command.ts
var INHERITED = ["DOCKER_CONFIG"];
function runDocker(exec, docker, socketPath, args, options = {}) {
  return runClient(exec, docker, ["-H", `unix://${socketPath}`, ...args], options);
}
__name(runDocker, "runDocker");
function runClient(exec, docker, args, options) {
  const config = docker.configDir === void 0 ? {} : { DOCKER_CONFIG: docker.configDir };
  return exec(docker.file, args, {
    ...options,
    env: { ...options.env, ...docker.env, ...config },
    inherit: INHERITED
  });
}
__name(runClient, "runClient");

// src/effects/scratch.ts
import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
var folders = /* @__PURE__ */ new Set();
var ROOM = { mostBytes: 85 };
async function withScratch(name, work) {
  const folder = remember(makeOwnFolder(`swarmline-${name}`, ROOM));
  try {
    return await work(folder);
  } finally {
    await remove(folder);
  }
}
__name(withScratch, "withScratch");
function remember(folder) {
  if (folders.size === 0) process.on("exit", removeAll);
  folders.add(folder);
  return folder;
}
__name(remember, "remember");
async function remove(folder) {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
  if (folders.size === 0) process.off("exit", removeAll);
}
__name(remove, "remove");
function removeAll() {
  for (const folder of folders)
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
    }
}
__name(removeAll, "removeAll");

// src/images/build-errors.rules.ts
function missingBase(lines) {
  for (const line of lines) {
    const [, base2] = /^\s*> \[.*internal\] load metadata for (\S+?):?$/.exec(line) ?? [];
    if (base2) return base2.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, "");
  }
  const step = lines.findLastIndex((line) => /^Step \d+\/\d+ : /.test(line));
  const [, base] = /^Step \d+\/\d+ : FROM (?:--\S+ )*(\S+)/i.exec(lines[step] ?? "") ?? [];
  return lines.slice(step).some((line) => line.startsWith(" ---> ")) ? void 0 : base;
}
__name(missingBase, "missingBase");
var REASON = /connection refused|no such host|i\/o timeout|no route to host|pull access denied|manifest unknown|unauthorized|no basic auth credentials|certificate [a-z ]+|not found/i;
function explainBuild(name, lines) {
  const text = lines.join("\n");
  if (/no space left on device|disk quota exceeded/i.test(text))
    return new SwarmlineError("disk-full", `building ${name}: no space left on the engine's disk`, {
      hint: "free some space: docker system prune"
    });
  const base = missingBase(lines);
  if (base !== void 0) {
    const reason = REASON.exec(text)?.[0];
    return new SwarmlineError(
      "build-failed",
      `building ${name}: the base image ${base} cannot be had${reason ? ` (${reason})` : ""}`,
      { hint: "check its name in the Dockerfile, log in to its registry, or put it into the engine's mirror" }
    );
  }
  if (/cannot connect to the docker daemon|error during connect/i.test(text))
    return new SwarmlineError("engine-lost", `building ${name}: the engine does not answer`, {
      hint: "see whether it still runs: swarmline ls"
    });
  return new SwarmlineError("build-failed", `building ${name}: ${lastTelling(lines)}`, {
    hint: "the last lines of the build are above"
  });
}
__name(explainBuild, "explainBuild");
var TELLING = /error|fail|returned a non-zero code|not found|denied|unknown/i;
function lastTelling(lines) {
  const written = lines.map((line) => line.trim()).filter((line) => line !== "");
  return (written.findLast((line) => TELLING.test(line)) ?? written.at(-1) ?? "it failed without a word").slice(
    0,
    300
  );
}
__name(lastTelling, "lastTelling");
function explainPush(reference, said) {
  const line = said.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
  const hint = /denied|unauthorized|authentication required|no basic auth/i.test(said) ? "log in first: docker login, or give the registry login to the action" : /server gave HTTP response to HTTPS client/i.test(said) ? "the registry speaks plain HTTP: the engine needs it in insecure-registries" : /connection refused|no such host|i\/o timeout|no route to host/i.test(said) ? "see whether the registry runs, and whether the engine reaches it" : /no space left/i.test(said) ? "free some space on the registry's disk" : "push it by hand to see more: docker push";
  return new SwarmlineError("push-failed", `pushing ${reference}: ${line || "it failed without a word"}`, {
    hint
  });
}
__name(explainPush, "explainPush");

// src/images/build.ts
var LINES_SHOWN = 20;
async function buildImage(spec, fx) {
  await requireFiles(spec);
  const startedAt = fx.clock.now();
  return withScratch("build", async (folder) => {
    const idFile = path.join(folder, "id");
    await fx.log.step(`Build ${spec.name}`, (update) => runBuild(spec, idFile, fx, update));
    const id = (await readFile(idFile, "utf8")).trim();
    const client = connectEngine(spec.socketPath);
    try {
      const image = await client.json("GET", `/images/${id}/json`, { signal: fx.signal });
      return { id, tags: spec.tags, sizeBytes: image.Size, durationMs: fx.clock.now() - startedAt };
    } finally {
      client.close();
    }
  });
}
__name(buildImage, "buildImage");
async function runBuild(spec, idFile, fx, update) {
  const lines = [];
  const onLine = /* @__PURE__ */ __name((line) => {
    if (line.trim() === "") return;
    lines.push(line);
    if (lines.length > 400) lines.shift();
    fx.log.debug(line);
    update(line.trim().slice(0, 100));
  }, "onLine");
  const result = await runDocker(fx.exec, spec.docker, spec.socketPath, buildCommand(spec, idFile), {
    env: { BUILDKIT_PROGRESS: "plain", BUILDX_NO_DEFAULT_ATTESTATIONS: "1" },
    signal: fx.signal,
    isChecked: false,
    onLine
  });
  if (result.exitCode === 0) return;
  const said = lines.length > 0 ? lines : `${result.stdout}
${result.stderr}`.split("\n");
  for (const line of said.slice(-LINES_SHOWN)) fx.log.info(line);
  throw explainBuild(spec.name, said);
}
__name(runBuild, "runBuild");
function buildCommand(spec, idFile) {
  return [
    "build",
    ...["--file", spec.dockerfile],
    ...["--iidfile", idFile],
    ...spec.tags.flatMap((tag) => ["--tag", tag]),
    ...Object.entries(spec.buildArgs).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
    ...Object.entries(spec.labels ?? {}).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    spec.context
  ];
}
__name(buildCommand, "buildCommand");
async function requireFiles({ name, context, dockerfile }) {
  const isThere = /* @__PURE__ */ __name(async (file, kind) => stat(file).then(
    (found) => found[kind](),
    () => false
  ), "isThere");
  if (!await isThere(context, "isDirectory"))
    throw new SwarmlineError("input", `${name}: there is no folder ${context}`, {
      hint: "correct its build context"
    });
  if (!await isThere(dockerfile, "isFile"))
    throw new SwarmlineError("input", `${name}: there is no ${dockerfile}`, {
      hint: "create it, or name the right one as its dockerfile"
    });
}
__name(requireFiles, "requireFiles");

// src/images/references.rules.ts
var HUB = "docker.io";
var COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
var REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
var DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var MAX_NAME_LENGTH = 255;
function parseReference(text) {
  const [beforeDigest = "", digest, ...rest] = text.split("@");
  const colon = beforeDigest.lastIndexOf(":");
  const hasTag = colon > beforeDigest.lastIndexOf("/");
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const tag = hasTag ? beforeDigest.slice(colon + 1) : void 0;
  const { domain, repository } = splitDomain(name);
  const isGood = rest.length === 0 && DOMAIN.test(domain) && REPOSITORY.test(repository) && domain.length + repository.length < MAX_NAME_LENGTH && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest));
  if (!isGood)
    throw new SwarmlineError("input", `${JSON.stringify(text)} is not an image reference`, {
      hint: "write it as [registry/]name[:tag], in lower case"
    });
  return { domain, repository, tag: tag ?? (digest ? void 0 : "latest"), digest };
}
__name(parseReference, "parseReference");
function splitDomain(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, slash);
  const isDomain = slash > 0 && (/[.:\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const domain = !isDomain || first === `index.${HUB}` ? HUB : first;
  const path4 = isDomain ? name.slice(slash + 1) : name;
  return { domain, repository: domain === HUB && !path4.includes("/") ? `library/${path4}` : path4 };
}
__name(splitDomain, "splitDomain");
function formatReference(reference) {
  const { domain, repository, tag, digest } = reference;
  return `${domain}/${repository}${tag ? `:${tag}` : ""}${digest ? `@${digest}` : ""}`;
}
__name(formatReference, "formatReference");
function familiarReference(reference) {
  const whole = formatReference(reference);
  const short = whole.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, "");
  return splitDomain(short.split("@")[0] ?? "").domain === reference.domain ? short : whole;
}
__name(familiarReference, "familiarReference");

// src/images/plan.rules.ts
var TAG2 = /^\w[\w.-]{0,127}$/;
function referencesOf(naming, name, tags) {
  if (tags.length === 0) throw invalid("no tag is given", "give at least one, such as latest");
  const repository = repositoryOf(naming, name);
  return [...new Set(tags)].map((tag) => {
    if (!TAG2.test(tag))
      throw invalid(`"${tag}" is not a tag`, "use letters, digits, dots, dashes and underscores, at most 128");
    return `${repository}:${tag}`;
  });
}
__name(referencesOf, "referencesOf");
function repositoryOf({ registry, namespace, prefix }, name) {
  if (name === "") throw invalid("an image has no name", "give it one: name=folder");
  if (registry.includes("/"))
    throw invalid(`"${registry}" is not a registry's address`, "write host or host:port, without https://");
  const domain = registry === "" ? HUB : registry;
  const path4 = [...namespace.split("/").filter((part) => part !== ""), `${prefix}${name}`].join("/");
  const parsed = parseReference(`${domain}/${path4}`);
  if (parsed.domain !== domain)
    throw invalid(`"${registry}" is not a registry's address`, "write host:port, or a host name with a dot");
  if (parsed.digest !== void 0 || /[:@]/.test(path4))
    throw invalid(`"${path4}" is not a name without tag and digest`, "give the tags on their own");
  return familiarReference({ ...parsed, tag: void 0 });
}
__name(repositoryOf, "repositoryOf");
var invalid = /* @__PURE__ */ __name((message, hint) => new SwarmlineError("input", message, { hint }), "invalid");

// src/images/digest.rules.ts
var LENGTHS = { sha256: 64, sha512: 128 };
function isDigest(text) {
  if (typeof text !== "string") return false;
  const colon = text.indexOf(":");
  const length = Object.hasOwn(LENGTHS, text.slice(0, colon)) && LENGTHS[text.slice(0, colon)];
  return text.length - colon - 1 === length && /^[0-9a-f]+$/.test(text.slice(colon + 1));
}
__name(isDigest, "isDigest");

// src/images/registry-login.ts
import { readFile as readFile2 } from "node:fs/promises";
import path2 from "node:path";

// src/docker/config-file.rules.ts
var HELPER = /^[A-Za-z0-9._-]+$/;
function loginSource(config, keys) {
  const { auths, credHelpers, credsStore } = record(JSON.parse(config));
  const [named] = keys.flatMap((key) => record(credHelpers)[key] ?? []);
  const name = named ?? credsStore;
  if (name) return typeof name === "string" && HELPER.test(name) ? { kind: "helper", name } : void 0;
  const own = keys.map((key) => record(record(auths)[key])).find(({ auth, identitytoken }) => auth || identitytoken);
  if (typeof own?.identitytoken === "string" && own.identitytoken)
    return { kind: "token", identityToken: own.identitytoken };
  if (typeof own?.auth !== "string") return void 0;
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(own.auth, "base64").toString("utf8")) ?? [];
  return username && password ? { kind: "login", login: { username, password } } : void 0;
}
__name(loginSource, "loginSource");
var record = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");

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
    case "token":
      return { identityToken: source.identityToken };
    case "helper":
      return askLoginProgram(source.name, hostOf(reference), helperMs, fx);
  }
}
__name(registryLogin, "registryLogin");
async function registryAuth(configDir, reference, fx) {
  const login = await registryLogin(configDir, reference, fx);
  if (!login) return void 0;
  const known = "identityToken" in login ? { identitytoken: login.identityToken } : login;
  const text = JSON.stringify({ ...known, serveraddress: hostOf(reference) });
  return Buffer.from(text).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}
__name(registryAuth, "registryAuth");
async function sourceOf(configDir, reference) {
  if (configDir === void 0) return void 0;
  try {
    return loginSource(await readFile2(path2.join(configDir, "config.json"), "utf8"), keysOf(reference));
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

// src/images/served-digest.ts
async function askRegistry(client, configDir, reference, fx) {
  const login = await registryAuth(configDir, reference, fx);
  try {
    const answer = await client.json(
      "GET",
      `/distribution/${reference}/json`,
      {
        timeoutMs: 1e4,
        signal: fx.signal,
        ...login ? { headers: { "x-registry-auth": login } } : {}
      }
    );
    const digest = answer?.Descriptor?.digest;
    return isDigest(digest) ? { digest } : { why: "the registry names no digest" };
  } catch (error) {
    if (fx.signal.aborted) throw error;
    if (error instanceof EngineAnswerError) return { why: error.message };
    if (error.code === "timed-out")
      return { why: "the registry did not answer within 10 s" };
    throw error;
  }
}
__name(askRegistry, "askRegistry");
async function servedDigest(client, configDir, reference, fx) {
  try {
    const answer = await askRegistry(client, configDir, reference, fx);
    if ("digest" in answer) return answer.digest;
    fx.log.debug(`the registry could not be asked for ${reference}: ${answer.why}`);
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.debug(`the registry could not be asked for ${reference}: ${String(error)}`);
  }
  return void 0;
}
__name(servedDigest, "servedDigest");

// src/images/push.ts
async function pushImage(spec, fx) {
  const startedAt = fx.clock.now();
  const [reference] = spec.image.tags;
  if (!reference) throw new SwarmlineError("input", `${spec.name} has no tag to push`);
  await fx.log.step(`Push ${spec.name}`, async (update) => {
    for (const tag of spec.image.tags) await pushTag(spec, tag, fx, update);
  });
  const client = connectEngine(spec.socketPath);
  try {
    const digest = await digestOf(client, spec.docker, reference, fx);
    const durationMs = spec.image.durationMs + fx.clock.now() - startedAt;
    return { name: spec.name, reference, digest, sizeBytes: spec.image.sizeBytes, durationMs };
  } finally {
    client.close();
  }
}
__name(pushImage, "pushImage");
async function pushTag({ docker, socketPath }, tag, fx, update) {
  const result = await runDocker(fx.exec, docker, socketPath, ["push", tag], {
    signal: fx.signal,
    isChecked: false,
    onLine: /* @__PURE__ */ __name((line) => update(line.trim().slice(0, 100)), "onLine")
  });
  if (result.exitCode !== 0) throw explainPush(tag, result.stderr.trim() || result.stdout);
}
__name(pushTag, "pushTag");
async function digestOf(client, docker, reference, fx) {
  const image = await client.json("GET", `/images/${reference}/json`, {
    signal: fx.signal
  });
  const recorded = digestsOf(image.RepoDigests ?? [], reference);
  const served = await servedDigest(client, docker.configDir, reference, fx);
  if (served === void 0) {
    const last = recorded.at(-1);
    if (last) return last;
    throw new SwarmlineError("push-failed", `the engine knows no digest of ${reference}`, {
      hint: "push it again"
    });
  }
  if (recorded.length > 0 && !recorded.includes(served))
    throw new SwarmlineError("push-failed", `the registry serves another ${reference} than the one pushed`, {
      hint: "somebody else pushed the same tag at the same time: use a tag of its own for every run"
    });
  return served;
}
__name(digestOf, "digestOf");
function digestsOf(repoDigests, reference) {
  const { domain, repository } = parseReference(reference);
  return repoDigests.flatMap((entry) => {
    const known = parseReference(entry);
    return known.digest && known.domain === domain && known.repository === repository ? [known.digest] : [];
  });
}
__name(digestsOf, "digestsOf");

// src/images/tools.ts
import { existsSync as existsSync2 } from "node:fs";
import { mkdir as mkdir2, mkdtemp as mkdtemp2, rename as rename3, rm as rm3 } from "node:fs/promises";
import { dirname as dirname2, join as join3 } from "node:path";

// src/images/offline/packages.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, readdir, rename as rename2, rm as rm2, stat as stat2, writeFile as writeFile2 } from "node:fs/promises";
import { basename, join as join2 } from "node:path";
import { pipeline } from "node:stream/promises";

// src/images/offline/apt-answers.rules.ts
function plannedPackages(simulation) {
  const rows = simulation.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+) [^)]*\[([^\]]+)\]\)/gm);
  return [...rows].map(([, name = "", version = "", architecture = ""]) => ({
    name: name.split(":")[0] ?? name,
    version,
    architecture
  }));
}
__name(plannedPackages, "plannedPackages");
function debFileName({ name, version, architecture }) {
  return `${name}_${version.replaceAll(":", "%3a")}_${architecture}.deb`;
}
__name(debFileName, "debFileName");
function knownHashes(printed) {
  const rows = printed.matchAll(/^'[^']*' (\S+) \d+ (SHA256|SHA512):([0-9a-f]+)$/gm);
  return new Map(
    [...rows].map(([, file = "", name = "", hex = ""]) => [
      file,
      { algorithm: name === "SHA512" ? "sha512" : "sha256", hex }
    ])
  );
}
__name(knownHashes, "knownHashes");
function refusalOf(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => line.startsWith("E:"));
  return (errors.at(-1) ?? lines.at(-1) ?? "no reason given").replace(/^[EW]:\s*/, "").trim();
}
__name(refusalOf, "refusalOf");
function isDiskFull(output) {
  return /no space left on device|not enough free space|don't have enough free space|disk quota exceeded/i.test(
    output
  );
}
__name(isDiskFull, "isDiskFull");

// src/images/offline/apt-state.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile as readFile3, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

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

// src/images/offline/apt-sources.rules.ts
var TARGET_FORMAT = "$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(CODENAME)|$(COMPONENT)|$(SOURCESENTRY)";
function chooseMirror(targets) {
  for (const row of targets.split("\n")) {
    const [uri, origin, label, codename, component, entry] = row.split("|");
    if (!uri || origin !== "Debian" || label !== "Debian" || component !== "main") continue;
    if (codename?.includes("-")) continue;
    const [, sourceFile = "", line = "1"] = /^(.*):(\d+)$/.exec(entry ?? "") ?? [];
    return { uri, sourceFile, line: Number(line) };
  }
  return void 0;
}
__name(chooseMirror, "chooseMirror");
var DEBIAN_SUITES = /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/;
function guessMirror(uris) {
  for (const [, uri, suite] of uris.matchAll(/^'([^']+\/)dists\/([^/']+)\/InRelease'/gm))
    if (uri && DEBIAN_SUITES.test(suite ?? "")) return { uri, sourceFile: "", line: 1 };
  return void 0;
}
__name(guessMirror, "guessMirror");
function signedBy(source, line) {
  const isStanzas = /^[ \t]*Types:/im.test(source);
  const part = isStanzas ? stanzas(source)[line - 1] : source.split("\n")[line - 1];
  const value = isStanzas ? /^Signed-By:[ \t]*(\S+)/im.exec(part ?? "")?.[1] : /[[\s]signed-by=([^\]\s]+)/i.exec(part ?? "")?.[1];
  return value?.startsWith("/") ? value.split(",")[0] : void 0;
}
__name(signedBy, "signedBy");
function stanzas(text) {
  const withoutComments = text.replace(/^#.*\n?/gm, "");
  return withoutComments.split(/\n(?:[ \t\r]*\n)+/).filter((stanza) => stanza.trim() !== "");
}
__name(stanzas, "stanzas");

// src/images/offline/debian-exec.ts
function debianExec(exec) {
  return (file, args, options) => exec(file, args, options).catch((error) => {
    if (!(error instanceof SwarmlineError) || error.code !== "missing-tool") throw error;
    throw new SwarmlineError("missing-tool", error.message, {
      hint: "without a registry images and tools come from Debian packages: run on Debian or Ubuntu, or where docker.io answers",
      cause: error
    });
  });
}
__name(debianExec, "debianExec");

// src/images/offline/apt-state.ts
async function openAptState(place, fx) {
  const exec = debianExec(fx.exec);
  const folder = join(place.cacheDir, "apt", place.suite);
  for (const part of ["lists/partial", "cache/archives/partial", "debs", "status"])
    await mkdir(join(folder, part), { recursive: true });
  const mirror = await findMirror(exec);
  const option = mirror.signedBy ? `[signed-by=${mirror.signedBy}] ` : "";
  await writeOnce(join(folder, "sources.list"), `deb ${option}${mirror.uri} ${place.suite} main
`);
  const nothing = await statusFile(folder, "");
  return {
    folder,
    aptGet: /* @__PURE__ */ __name(async (args, { status = nothing, ...options } = {}) => {
      const settings = {
        "Dir::State": folder,
        "Dir::State::lists": join(folder, "lists"),
        "Dir::State::status": status,
        "Dir::Cache": join(folder, "cache"),
        // Images of containers switch these off; without them apt reads all of the lists again every time.
        "Dir::Cache::pkgcache": "pkgcache.bin",
        "Dir::Cache::srcpkgcache": "srcpkgcache.bin",
        "Dir::Etc::sourcelist": join(folder, "sources.list"),
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::preferences": "/dev/null",
        "Dir::Etc::preferencesparts": "/dev/null",
        "APT::Default-Release": "",
        "APT::Install-Recommends": "false",
        "APT::Update::Error-Mode": "any",
        "Acquire::Languages": "none",
        "Acquire::Retries": "2",
        // The cache belongs to whoever runs this, which is not apt's download user.
        "APT::Sandbox::User": "root",
        ...APT_SAFETY
      };
      const lock = join(folder, "lock");
      const flags = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
      const result = await exec("flock", ["--no-fork", lock, "apt-get", ...flags, ...args], {
        ...options,
        env: { LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
        isChecked: false
      });
      if (result.exitCode !== 0) throw refused(result);
      return result;
    }, "aptGet")
  };
}
__name(openAptState, "openAptState");
async function statusFile(folder, content) {
  const path4 = join(folder, "status", createHash("sha256").update(content).digest("hex").slice(0, 16));
  await writeOnce(path4, content);
  return path4;
}
__name(statusFile, "statusFile");
async function writeOnce(path4, content) {
  if (await readFile3(path4, "utf8").catch(() => void 0) === content) return;
  const own = `${path4}.${randomUUID()}`;
  await writeFile(own, content);
  await rename(own, path4);
}
__name(writeOnce, "writeOnce");
async function findMirror(exec) {
  const env = { LC_ALL: "C" };
  const known = await exec("apt-get", ["indextargets", "--format", TARGET_FORMAT], {
    env,
    isChecked: false
  });
  const choice = chooseMirror(known.stdout) ?? guessMirror((await exec("apt-get", ["update", "--print-uris"], { env, isChecked: false })).stdout);
  if (!choice)
    throw new SwarmlineError("packages-refused", "apt's sources name no Debian mirror", {
      hint: "base images without a registry are made from Debian packages: give apt a source of them, then apt-get update"
    });
  const source = choice.sourceFile ? await readFile3(choice.sourceFile, "utf8").catch(() => "") : "";
  return { uri: choice.uri, signedBy: signedBy(source, choice.line) };
}
__name(findMirror, "findMirror");
function refused(result) {
  const said = `${result.stdout}
${result.stderr}`;
  if (isDiskFull(said))
    return new SwarmlineError("disk-full", "no space left on the disk for Debian packages", {
      hint: "free some space, or point SWARMLINE_CACHE at a larger disk"
    });
  return new SwarmlineError("packages-refused", `apt refused: ${refusalOf(result.stderr || result.stdout)}`, {
    hint: "see that the machine reaches apt's mirror: apt-get update"
  });
}
__name(refused, "refused");

// src/images/offline/assumed-packages.ts
var ASSUMED = [
  "adduser",
  "base-passwd",
  "debconf",
  "debianutils",
  "dpkg",
  "fonts-glyphicons-halflings",
  "init-system-helpers",
  "javascript-common",
  "libcap2-bin",
  "libjs-bootstrap",
  "libjs-bootstrap4",
  "libjs-eonasdan-bootstrap-datetimepicker",
  "libjs-jquery",
  "libjs-jquery-hotkeys",
  "libjs-moment",
  "libjs-moment-timezone",
  "libjs-mustache",
  "libjs-popper.js",
  "libjs-rickshaw",
  "libsasl2-modules-db",
  "lsb-base",
  "mount",
  "openssl",
  "openssl-provider-legacy",
  "passwd",
  "perl",
  "perl-base",
  "php-common",
  "procps",
  "psmisc",
  "sensible-utils",
  "sysvinit-utils",
  "ucf"
];
function assumedStatus(wanted) {
  return ASSUMED.filter((name) => !wanted.includes(name)).map(
    (name) => [
      `Package: ${name}`,
      "Status: install ok installed",
      "Architecture: all",
      "Multi-Arch: foreign",
      "Version: 9999:0",
      "Maintainer: nobody <nobody@localhost>",
      "Description: assumed\n"
    ].join("\n")
  ).join("\n");
}
__name(assumedStatus, "assumedStatus");

// src/images/offline/packages.ts
var LISTS_ARE_FRESH_MS = 72 * 36e5;
async function openPackages(place, fx) {
  const apt = await openAptState(place, fx);
  let queue = Promise.resolve();
  const isUpdated = /* @__PURE__ */ __name(() => updates.has(apt.folder), "isUpdated");
  const update = /* @__PURE__ */ __name(() => {
    const running = updates.get(apt.folder) ?? updateLists(apt);
    updates.set(apt.folder, running);
    return running.catch((error) => {
      updates.delete(apt.folder);
      throw error;
    });
  }, "update");
  const obtain = /* @__PURE__ */ __name(async (names, onProgress = () => {
  }) => {
    const age = await stat2(join2(apt.folder, "updated")).then(
      ({ mtimeMs }) => fx.clock.now() - mtimeMs,
      () => void 0
    );
    if (age === void 0 || age > LISTS_ARE_FRESH_MS && !isUpdated()) {
      onProgress("package lists");
      await update().catch((error) => {
        if (age === void 0) throw error;
        fx.log.warn(`Debian's package lists are old and cannot be renewed: ${error.message}`);
      });
    }
    const status = await statusFile(apt.folder, assumedStatus(names));
    const attempt = /* @__PURE__ */ __name(async () => download(apt, status, await resolve(apt, status, names), onProgress), "attempt");
    try {
      return await attempt();
    } catch (error) {
      if (isUpdated() || !(error instanceof SwarmlineError) || error.code !== "packages-refused") throw error;
      await update();
      return attempt();
    }
  }, "obtain");
  return {
    suite: place.suite,
    // One after the other: what the first downloads the second finds.
    obtain: /* @__PURE__ */ __name((names, onProgress) => {
      const turn = queue.then(() => obtain(names, onProgress));
      queue = turn.catch(() => void 0);
      return turn;
    }, "obtain")
  };
}
__name(openPackages, "openPackages");
var updates = /* @__PURE__ */ new Map();
async function updateLists(apt) {
  await apt.aptGet(["-qq", "update"]);
  await writeFile2(join2(apt.folder, "updated"), "");
}
__name(updateLists, "updateLists");
async function resolve(apt, status, names) {
  const { stdout } = await apt.aptGet(["-s", "-y", "install", ...names], { status });
  const plan = plannedPackages(stdout);
  if (plan.length === 0)
    throw new SwarmlineError("packages-refused", `apt would install nothing for ${names.join(" ")}`);
  return plan;
}
__name(resolve, "resolve");
async function download(apt, status, plan, onProgress) {
  const debs = join2(apt.folder, "debs");
  const result = plan.map((each) => ({ ...each, path: join2(debs, debFileName(each)) }));
  await dropChanged(
    apt,
    status,
    result.filter(({ path: path4 }) => existsSync(path4))
  );
  const missing = result.filter(({ path: path4 }) => !existsSync(path4));
  if (missing.length === 0) return result;
  const scratch = await mkdtemp(join2(apt.folder, "download-"));
  try {
    let count = 0;
    await apt.aptGet(["-q", "download", ...missing.map(({ name, version }) => `${name}=${version}`)], {
      status,
      cwd: scratch,
      onLine: /* @__PURE__ */ __name((line) => {
        if (line.startsWith("Get:")) onProgress(`downloads ${++count} of ${missing.length} packages`);
      }, "onLine")
    });
    for (const file of await readdir(scratch))
      if (file.endsWith(".deb")) await rename2(join2(scratch, file), join2(debs, file));
  } finally {
    await rm2(scratch, { recursive: true, force: true });
  }
  const lost = result.find(({ path: path4 }) => !existsSync(path4));
  if (lost) throw new SwarmlineError("packages-refused", `apt did not download ${lost.name} ${lost.version}`);
  return result;
}
__name(download, "download");
async function dropChanged(apt, status, kept) {
  if (kept.length === 0) return;
  const asked2 = kept.map(({ name, version }) => `${name}=${version}`);
  const hashes = knownHashes(
    (await apt.aptGet(["-qq", "--print-uris", "download", ...asked2], { status })).stdout
  );
  for (const { path: path4 } of kept) {
    const known = hashes.get(basename(path4));
    if (!known || await hashOf(path4, known.algorithm) !== known.hex) await rm2(path4, { force: true });
  }
}
__name(dropChanged, "dropChanged");
async function hashOf(path4, algorithm) {
  const hash = createHash2(algorithm);
  await pipeline(createReadStream(path4), hash);
  return hash.digest("hex");
}
__name(hashOf, "hashOf");

// src/images/tools.rules.ts
import { dirname } from "node:path";
function versionOf(said) {
  const [text, major] = /\b(\d+)\.\d+[\w.+~-]*/.exec(said) ?? [];
  return text && major ? { text, major: Number(major) } : void 0;
}
__name(versionOf, "versionOf");
function pluginsDirOf(pluginsJson) {
  let plugins;
  try {
    plugins = JSON.parse(pluginsJson);
  } catch {
    return void 0;
  }
  const [compose, buildx] = ["compose", "buildx"].map((name) => {
    const plugin = plugins?.find((each) => each.Name === name && !each.Err);
    return plugin?.Path && dirname(plugin.Path);
  });
  return compose && compose === buildx ? compose : void 0;
}
__name(pluginsDirOf, "pluginsDirOf");

// src/images/tools.ts
var PACKAGES = ["docker-cli", "docker-buildx", "docker-compose"];
var OLDEST_MAJOR = 26;
var ENV = { DOCKER_CLI_HINTS: "false", BUILDX_GIT_INFO: "0" };
async function dockerTools(place, fx) {
  return await ownClient(fx) ?? await fromPackages(place, fx);
}
__name(dockerTools, "dockerTools");
async function ownClient(fx) {
  const said = await fx.exec("docker", ["--version"], { isChecked: false }).catch(() => void 0);
  const version = said && versionOf(said.stdout);
  if (!version || version.major < OLDEST_MAJOR) return void 0;
  const info = await fx.exec("docker", ["info", "--format", "{{json .ClientInfo.Plugins}}"], {
    isChecked: false,
    // Plugins may lie in its folder.
    inherit: ["DOCKER_CONFIG"]
  });
  const pluginsDir = pluginsDirOf(info.stdout);
  if (!pluginsDir) return void 0;
  return { docker: "docker", pluginsDir, version: version.text, isFromPackages: false, env: ENV };
}
__name(ownClient, "ownClient");
async function fromPackages(place, fx) {
  const suite = place.suite === "bookworm" ? "trixie" : place.suite;
  const folder = join3(place.cacheDir, "tools", suite);
  const docker = join3(folder, "usr/bin/docker");
  if (!existsSync2(docker))
    await fx.log.step(
      `Get docker's command line from Debian ${suite}`,
      (update) => unpackTools(folder, { ...place, suite }, fx, update).catch((error) => {
        throw classify(error);
      })
    );
  const { stdout } = await fx.exec(docker, ["--version"]);
  const pluginsDir = join3(folder, "usr/libexec/docker/cli-plugins");
  return { docker, pluginsDir, version: versionOf(stdout)?.text ?? "", isFromPackages: true, env: ENV };
}
__name(fromPackages, "fromPackages");
async function unpackTools(folder, place, fx, update) {
  const packages = await openPackages(place, fx);
  await mkdir2(dirname2(folder), { recursive: true });
  const scratch = await mkdtemp2(join3(dirname2(folder), ".new-"));
  try {
    const debs = await packages.obtain(PACKAGES, update);
    for (const { name, path: path4 } of debs)
      if (PACKAGES.includes(name)) await fx.exec("dpkg-deb", ["-x", path4, scratch]);
    if (!existsSync2(join3(scratch, "usr/bin/docker")))
      throw new SwarmlineError("packages-refused", `Debian ${place.suite} has no docker command line`);
    await rename3(scratch, folder).catch(() => void 0);
  } finally {
    await rm3(scratch, { recursive: true, force: true });
  }
}
__name(unpackTools, "unpackTools");

// src/usecases/docker-command.ts
var SUITE = "trixie";
async function dockerCommand(configDir, home, fx) {
  const { docker, env } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx);
  return { file: docker, configDir, env };
}
__name(dockerCommand, "dockerCommand");

// src/cluster/cluster.ts
var LABEL2 = {
  cluster: "io.swarmline.cluster",
  node: "io.swarmline.node",
  run: "io.swarmline.run",
  owner: "io.swarmline.owner",
  created: "io.swarmline.created",
  ttl: "io.swarmline.ttl",
  standIn: "io.swarmline.stand-in"
};

// src/cluster/containers.ts
async function startContainer(client, what, name, signal) {
  await asked(
    `${what} does not start`,
    () => client.json("POST", `/containers/${name}/start`, { signal, timeoutMs: 12e4 })
  );
}
__name(startContainer, "startContainer");
async function asked(what, ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    throw new SwarmlineError("cluster-failed", `${what}: ${error.message}`, { cause: error });
  }
}
__name(asked, "asked");

// src/cluster/labels.rules.ts
var nameOf = {
  network: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}`, "network"),
  node: /* @__PURE__ */ __name((cluster, node) => `swarmline-${cluster}-${node}`, "node"),
  registry: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-registry`, "registry"),
  mirror: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-mirror`, "mirror"),
  store: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-store`, "store")
};

// src/cluster/whose.rules.ts
function isOf({ cluster, run: run2, createdAt, isEngineOurs }, labels) {
  if (labels?.[LABEL2.cluster] !== cluster) return false;
  if (isEngineOurs) return true;
  return run2 === void 0 ? labels[LABEL2.created] === createdAt : labels[LABEL2.run] === run2;
}
__name(isOf, "isOf");
var whoseOf = /* @__PURE__ */ __name(({
  name,
  run: run2,
  createdAt,
  engine
}) => ({
  ...{ cluster: name, run: run2, createdAt, isEngineOurs: engine.isOwned }
}), "whoseOf");

// src/docker/container-logs.ts
var MOST_BYTES = 1024 * 1024;
async function lastLines(client, container, count = 12) {
  try {
    const stream = await client.stream("GET", `/containers/${container}/logs`, {
      query: { stdout: 1, stderr: 1, tail: count },
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

// src/cluster/last-words.ts
async function lastWords(client, name) {
  const lines = (await lastLines(client, name, 8)).map((line) => line.trim());
  if (lines.length === 0) return "";
  return `; its last words: ${lines.slice(-4).join(" | ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026").slice(-600)}`;
}
__name(lastWords, "lastWords");

// src/cluster/dind/engines-up.ts
var ANSWER_MS = 6e4;
async function waitForEngine(client, container, node, socketPath, options) {
  const own = connectEngine(socketPath);
  const look = /* @__PURE__ */ __name(async (see) => {
    try {
      await own.json("GET", "/version", { timeoutMs: ANSWER_MS, signal: options.signal });
      return true;
    } catch (error) {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      see(explain(error));
      return void 0;
    }
  }, "look");
  try {
    await waitFor(`the engine of node ${node} answers`, look, { everyMs: 500, ...options });
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== "timed-out") throw error;
    throw new SwarmlineError("cluster-failed", `${error.message}${await lastWords(client, container)}`, {
      cause: error
    });
  } finally {
    own.close();
  }
}
__name(waitForEngine, "waitForEngine");

// src/cluster/dind/power.ts
var BACK_MS = 12e4;
var ACT_MS = 6e4;
function nodePower(host, whose, node) {
  const { cluster } = whose;
  const container = nameOf.node(cluster, node.name);
  const network = nameOf.network(cluster);
  const own = /* @__PURE__ */ __name(() => inspectOwn(host, whose, node.name), "own");
  const post = /* @__PURE__ */ __name((path4, more = {}) => host.json("POST", path4, { ...more, timeoutMs: ACT_MS }), "post");
  return {
    async cut() {
      if (!(await own()).isRunning) return;
      await post(`/containers/${container}/kill`, { query: { signal: "SIGKILL" } });
      await post(`/containers/${container}/wait`);
    },
    async restore(fx) {
      if (!(await own()).isRunning)
        await startContainer(host, `node ${node.name}`, container, fx.signal).catch(
          async (error) => {
            if (!(await own()).isRunning) throw error;
          }
        );
      await waitForEngine(host, container, node.name, node.socketPath, { ...fx, deadlineMs: BACK_MS });
    },
    async disconnect() {
      if (!(await own()).networks.includes(network)) return;
      await post(`/networks/${network}/disconnect`, { body: { Container: container, Force: true } });
    },
    async reconnect(signal) {
      if ((await own()).networks.includes(network)) return;
      const EndpointConfig = { IPAMConfig: { IPv4Address: node.address } };
      await post(`/networks/${network}/connect`, { body: { Container: container, EndpointConfig }, signal });
    }
  };
}
__name(nodePower, "nodePower");
async function inspectOwn(host, whose, node) {
  const name = nameOf.node(whose.cluster, node);
  const hint = "take the cluster down and up again";
  try {
    const { State, Config, NetworkSettings } = await host.json("GET", `/containers/${name}/json`);
    const labels = Config.Labels ?? {};
    if (!isOf(whose, labels) || labels[LABEL2.node] !== node)
      throw new SwarmlineError("cluster-failed", `the container ${name} is not this cluster's`, { hint });
    return { isRunning: State.Running, networks: Object.keys(NetworkSettings.Networks ?? {}) };
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    throw new SwarmlineError("cluster-failed", `there is no container ${name}`, { hint, cause: error });
  }
}
__name(inspectOwn, "inspectOwn");

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
import { basename as basename2, dirname as dirname4, join as join6 } from "node:path";

// src/engine/process.ts
import { readFile as readFile4 } from "node:fs/promises";
async function startTimeOf(pid, fx) {
  if (process.platform === "linux") {
    const stat3 = await readFile4(`/proc/${pid}/stat`, "utf8").catch(() => void 0);
    return stat3 === void 0 ? void 0 : startTimeFromStat(stat3);
  }
  const ps = await fx.exec("ps", ["-o", "lstart=", "-p", String(pid)], { isChecked: false });
  return ps.stdout.trim() || void 0;
}
__name(startTimeOf, "startTimeOf");
function startTimeFromStat(stat3) {
  const fields = stat3.slice(stat3.lastIndexOf(")") + 2).split(" ");
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
async function connectQmp(path4) {
  const socket = connect(path4);
  const waiting = /* @__PURE__ */ new Map();
  let lost;
  let greet;
  const greeting = new Promise((resolve2, reject) => {
    greet = { resolve: resolve2, reject };
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
    const answer = new Promise((resolve2, reject) => {
      if (lost) return reject(lost);
      waiting.set(id, { resolve: resolve2, reject });
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
async function withQmp(path4, ask) {
  const qmp = await connectInTurn(path4, Date.now() + TURN_DEADLINE_MS);
  try {
    return await ask(qmp);
  } finally {
    qmp.close();
  }
}
__name(withQmp, "withQmp");
async function connectInTurn(path4, deadline) {
  for (; ; ) {
    try {
      return await connectQmp(path4);
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
  return new Promise((resolve2, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(refused2(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve2()));
  });
}
__name(requireFree, "requireFree");
function refused2(error, host, port) {
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
__name(refused2, "refused");

// src/engine/vm/run-folder.ts
import { readFile as readFile5, writeFile as writeFile3 } from "node:fs/promises";
import { join as join4 } from "node:path";
function runFolder(folder) {
  const at = /* @__PURE__ */ __name((name) => join4(folder, name), "at");
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
  return JSON.parse(await readFile5(paths.record, "utf8"));
}
__name(readRecord, "readRecord");
var VM_ALIAS = "swarmline-vm";
async function sshTargetOf(run2) {
  const [hostKey, record2] = await Promise.all([readFile5(run2.hostKey, "utf8"), readRecord(run2)]);
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
import { rm as rm5 } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/engine/lock.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { link, mkdir as mkdir3, readFile as readFile6, rename as rename4, rm as rm4, writeFile as writeFile4 } from "node:fs/promises";
import { dirname as dirname3 } from "node:path";
async function withLock(path4, options, fx, work) {
  await mkdir3(dirname3(path4), { recursive: true, mode: 448 });
  const own = `${path4}.${randomUUID2()}`;
  const me = { pid: process.pid, pidStart: await startTimeOf(process.pid, fx) ?? "" };
  await writeFile4(own, JSON.stringify({ ...me, token: own }), { mode: 384 });
  try {
    let isTold = false;
    await waitFor(
      options.what,
      async () => {
        if (await claim(own, path4)) return true;
        const holder = await holderOf(path4);
        if (holder && await isRunning(holder, fx)) {
          if (!isTold) fx.log.info(`${options.what}: another run (process ${holder.pid}) is at it, waiting`);
          isTold = true;
        } else if (holder) await breakLock(path4, holder);
        return void 0;
      },
      { clock: fx.clock, deadlineMs: options.deadlineMs, signal: fx.signal }
    );
    try {
      return await work();
    } finally {
      await rm4(path4, { force: true });
    }
  } finally {
    await rm4(own, { force: true });
  }
}
__name(withLock, "withLock");
async function claim(own, path4) {
  try {
    await link(own, path4);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
__name(claim, "claim");
async function holderOf(path4) {
  const text = await readFile6(path4, "utf8").catch(() => void 0);
  return text === void 0 ? void 0 : JSON.parse(text);
}
__name(holderOf, "holderOf");
async function breakLock(path4, dead) {
  const aside = `${path4}.${randomUUID2()}`;
  await rename4(path4, aside).catch(() => void 0);
  const moved = await holderOf(aside);
  if (moved && moved.token !== dead.token) await link(aside, path4).catch(() => void 0);
  await rm4(aside, { force: true });
  await rm4(dead.token, { force: true });
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
    join5(run2.folder, "tunnel.lock"),
    lock,
    fx,
    async () => openTunnel(await sshTargetOf(run2), options, fx)
  );
}
__name(openVmTunnel, "openVmTunnel");
async function closeVmTunnel(run2, fx) {
  const at = /* @__PURE__ */ __name((name) => join5(run2.folder, name), "at");
  const tunnel = {
    controlPath: at(`${NAME}.ctl`),
    configPath: at(`${NAME}.ssh_config`),
    host: VM_ALIAS
  };
  await closeTunnel(tunnel, fx);
  await rm5(run2.engineSocket, { force: true });
}
__name(closeVmTunnel, "closeVmTunnel");

// src/engine/vm/attach.ts
var ENGINE_DEADLINE_MS = 6e5;
var ANSWER_MS2 = 12e4;
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
    nodeSource: { kind: "usr" },
    privileges: "privileged",
    bridge: "br0",
    openSocket: /* @__PURE__ */ __name(async (remotePath, name) => {
      const local = join6(run2.folder, `${name}.sock`);
      await forwardSocket(tunnel, local, remotePath, fx);
      return local;
    }, "openSocket"),
    openPort: /* @__PURE__ */ __name((address, port) => openVmPort(run2.qmp, address, port), "openPort"),
    close: /* @__PURE__ */ __name(() => closeVmTunnel(run2, fx), "close")
  };
}
__name(attachVm, "attachVm");
async function requireRunning(state, run2, fx) {
  const name = basename2(dirname4(run2.folder));
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
    return await waitFor("the VM's engine answers", (see) => versionOf2(client, state, run2, see, fx), {
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
async function versionOf2(client, state, run2, see, fx) {
  const options = { timeoutMs: ANSWER_MS2, signal: fx.signal };
  try {
    return (await client.json("GET", "/version", options)).Version;
  } catch (error) {
    if (!await isRunning(state, fx)) await requireRunning(state, run2, fx);
    see(explain(error));
    return void 0;
  }
}
__name(versionOf2, "versionOf");

// src/engine/vm/recipe.rules.ts
var DISK_BYTES = 24 * 1024 ** 3;

// src/engine/vm/build.ts
var BUILD_DEADLINE_MS = 20 * 6e4;

// src/engine/vm/migration.ts
var CHUNK_BYTES = 1 << 20;

// src/engine/open.ts
function attachEngine(state, runDir, fx) {
  return state.kind === "vm" ? attachVm(state, fx) : reattachHostEngine(state, { runDir }, fx);
}
__name(attachEngine, "attachEngine");

// src/usecases/failover.ts
var ASK_MS = 15e3;
function withFailover(first, others) {
  if (others.length === 0) return first;
  let current = first;
  let moving;
  const move = /* @__PURE__ */ __name(async (from) => {
    const all = [first, ...others];
    const at = all.indexOf(from);
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json("GET", "/info", { timeoutMs: ASK_MS }).then(
        (info) => info.Swarm.ControlAvailable,
        () => false
      );
      if (!isManager) continue;
      current = candidate;
      return;
    }
  }, "move");
  const ask = /* @__PURE__ */ __name(async (method, request) => {
    const asked2 = current;
    try {
      return await request(asked2);
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== "engine-lost") throw error;
      if (current === asked2) {
        moving ??= move(asked2).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked2 || method !== "GET") throw error;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path4, options) => ask(method, (manager) => manager.json(method, path4, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path4, options) => ask(method, (manager) => manager.stream(method, path4, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/folders.ts
import path3 from "node:path";
var LONGEST_DIR = 60;
function clusterDir(home, name) {
  const dir = path3.join(home.stateDir, name);
  if (Buffer.byteLength(dir) > LONGEST_DIR)
    throw new SwarmlineError("input", `the folder ${dir} is too long for unix sockets`, {
      hint: "set SWARMLINE_STATE to a shorter one of your own, such as ~/.swarmline"
    });
  return dir;
}
__name(clusterDir, "clusterDir");

// src/usecases/node-address.rules.ts
var UNSPECIFIED = /^(0\.0\.0\.0|::|\[::\]|)$/;
var LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/i;
function nodeAddress({ Status, ManagerStatus }) {
  if (!UNSPECIFIED.test(Status.Addr ?? "")) return Status.Addr;
  return /^(?<host>.*):\d+$/.exec(ManagerStatus?.Addr ?? "")?.groups?.host ?? Status.Addr;
}
__name(nodeAddress, "nodeAddress");
function requireAddress(address, dockerHost) {
  const isHere = dockerHost === void 0 || /^(unix|npipe|fd):/.test(dockerHost) || /^\w+:\/\/(?:[^@/]*@)?(127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::|\/|$)/i.test(dockerHost);
  if (!UNSPECIFIED.test(address) && (isHere || !LOOPBACK.test(address))) return;
  throw new SwarmlineError(
    "not-found",
    `the swarm lists a node at ${address || "no address"}, where it cannot be asked`,
    {
      hint: "make the node advertise an address that others reach: docker swarm init or join with --advertise-addr"
    }
  );
}
__name(requireAddress, "requireAddress");

// src/usecases/vm-ended.ts
function endingWithVm(client, { name, engine }, fx) {
  if (engine.kind !== "vm") return client;
  const explained = /* @__PURE__ */ __name(async (error) => {
    const isLost = error instanceof SwarmlineError && error.code === "engine-lost";
    if (!isLost || await isRunning(engine, fx).catch(() => true)) return error;
    return new SwarmlineError("vm-failed", `the VM of the swarm ${name} has ended`, {
      hint: `take down what is left of it, and raise it again: swarmline down ${name}`,
      cause: error
    });
  }, "explained");
  const asked2 = /* @__PURE__ */ __name(async (ask) => {
    try {
      return await ask();
    } catch (error) {
      throw await explained(error);
    }
  }, "asked");
  return {
    ...client,
    json: /* @__PURE__ */ __name((...args) => asked2(() => client.json(...args)), "json"),
    stream: /* @__PURE__ */ __name((...args) => asked2(() => client.stream(...args)), "stream")
  };
}
__name(endingWithVm, "endingWithVm");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name, home, fx) {
  await sweepLeftovers(fx);
  const cluster = await readCluster(home.stateDir, name);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
  const host = connectEngine(engine.socketPath, engine.revive);
  const nodes = cluster.nodes.map((node) => ({
    ...node,
    client: connectEngine(node.socketPath),
    power: cluster.provider === "dind" ? nodePower(host, whoseOf(cluster), node) : void 0
  }));
  const [first, ...others] = nodes.filter((node) => node.role === "manager").map((node) => node.client);
  if (!first) throw new SwarmlineError("not-found", `the cluster ${name} has no manager`);
  return {
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    nodes,
    hasMesh: cluster.hasMesh,
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster,
    openPort: /* @__PURE__ */ __name((address, port) => engine.openPort(address, port), "openPort"),
    // The connection to the engine stays for the next command; only ours to the nodes end.
    close: /* @__PURE__ */ __name(async () => {
      for (const client of [host, ...nodes.map((node) => node.client)]) client.close();
    }, "close")
  };
}
__name(openCluster, "openCluster");
async function openExisting(target, { isSwarmNeeded }, home, fx) {
  const { visitEngine } = await import("./host-GQ6T7W5N.js");
  const { dockerHost, hostKey, certDir } = target;
  const way = await openConnectionFolder(fx);
  const opened = [];
  const close = /* @__PURE__ */ __name(async () => {
    try {
      for (const each of opened.splice(0).reverse()) await each.close();
    } finally {
      await way.remove();
    }
  }, "close");
  try {
    const engine = await visitEngine({ dockerHost, hostKey, certDir, runDir: way.folder }, fx);
    opened.push(engine);
    const manager = connectEngine(engine.socketPath, engine.revive);
    opened.push(manager);
    const info = await manager.json("GET", "/info");
    if (!info.Swarm.ControlAvailable && isSwarmNeeded)
      throw new SwarmlineError("no-engine", `${engine.title} is not a manager of a swarm`, {
        hint: "point DOCKER_HOST at a manager, or make a swarm: swarmline up"
      });
    const nodes = info.Swarm.ControlAvailable ? await manager.json("GET", "/nodes") : [];
    return {
      manager,
      nodes: nodes.map((node) => openNode(node, manager)),
      hasMesh: engine.hasMesh,
      dockerConfigDir: target.dockerConfigDir,
      ownDockerConfigDir: home.dockerConfigDir,
      cluster: void 0,
      openPort: /* @__PURE__ */ __name(async (address, port) => {
        requireAddress(address, dockerHost);
        return { host: address, port };
      }, "openPort"),
      close
    };
  } catch (error) {
    await close();
    throw error;
  }
}
__name(openExisting, "openExisting");
function openNode(node, client) {
  return {
    id: node.ID,
    name: node.Description.Hostname,
    role: node.Spec.Role,
    labels: node.Spec.Labels ?? {},
    address: nodeAddress(node),
    client,
    power: void 0
  };
}
__name(openNode, "openNode");
var AWAY_AT_MOST_MS = 6 * 6e4;

// src/usecases/build.ts
async function build(request, home, fx) {
  const named = request.images.map((image) => ({
    ...image,
    tags: referencesOf(request, image.name, request.tags)
  }));
  const swarm = await openSwarm(request.target, home, fx, { isSwarmNeeded: false });
  try {
    const docker = await dockerCommand(swarm.dockerConfigDir, home, fx);
    const socketPath = swarm.manager.socketPath;
    const done = [];
    for (const image of named) {
      const stored = await buildImage({ docker, socketPath, buildArgs: request.buildArgs, ...image }, fx);
      done.push(
        request.isPushed ? await pushImage({ docker, socketPath, name: image.name, image: stored }, fx) : builtOnly(image.name, stored)
      );
    }
    return done;
  } finally {
    await swarm.close();
  }
}
__name(build, "build");
function builtOnly(name, { id, tags, sizeBytes, durationMs }) {
  return { name, reference: tags[0] ?? "", digest: id, sizeBytes, durationMs };
}
__name(builtOnly, "builtOnly");
export {
  build
};
