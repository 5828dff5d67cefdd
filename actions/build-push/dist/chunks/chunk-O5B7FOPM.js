import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  APT_SAFETY
} from "./chunk-KVBUBABG.js";
import {
  SwarmlineError,
  isDiskFull
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

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

// src/images/offline/packages.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, readdir, rename as rename2, rm, stat, writeFile as writeFile2 } from "node:fs/promises";
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

// src/images/offline/apt-state.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

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
  const path = join(folder, "status", createHash("sha256").update(content).digest("hex").slice(0, 16));
  await writeOnce(path, content);
  return path;
}
__name(statusFile, "statusFile");
async function writeOnce(path, content) {
  if (await readFile(path, "utf8").catch(() => void 0) === content) return;
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, content);
  await rename(own, path);
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
  const source = choice.sourceFile ? await readFile(choice.sourceFile, "utf8").catch(() => "") : "";
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
    hint: "check that the machine reaches apt's mirror: apt-get update"
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
    const age = await stat(join2(apt.folder, "updated")).then(
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
    result.filter(({ path }) => existsSync(path))
  );
  const missing = result.filter(({ path }) => !existsSync(path));
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
    await rm(scratch, { recursive: true, force: true });
  }
  const lost = result.find(({ path }) => !existsSync(path));
  if (lost) throw new SwarmlineError("packages-refused", `apt did not download ${lost.name} ${lost.version}`);
  return result;
}
__name(download, "download");
async function dropChanged(apt, status, kept) {
  if (kept.length === 0) return;
  const asked = kept.map(({ name, version }) => `${name}=${version}`);
  const hashes = knownHashes(
    (await apt.aptGet(["-qq", "--print-uris", "download", ...asked], { status })).stdout
  );
  for (const { path } of kept) {
    const known = hashes.get(basename(path));
    if (!known || await hashOf(path, known.algorithm) !== known.hex) await rm(path, { force: true });
  }
}
__name(dropChanged, "dropChanged");
async function hashOf(path, algorithm) {
  const hash = createHash2(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
__name(hashOf, "hashOf");

export {
  debianExec,
  refusalOf,
  openPackages
};
