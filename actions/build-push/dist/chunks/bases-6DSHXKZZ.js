import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  debianExec,
  openPackages,
  refusalOf
} from "./chunk-O5B7FOPM.js";
import "./chunk-KVBUBABG.js";
import {
  MEDIA,
  goArchitecture,
  imageConfig,
  imageManifest
} from "./chunk-KSSYYDWP.js";
import {
  require_tar_stream
} from "./chunk-LSDA3ZLN.js";
import {
  parseReference
} from "./chunk-EZZRJBFE.js";
import {
  SwarmlineError,
  classify,
  isDiskFull
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/images/offline/image.ts
import { createHash as createHash2 } from "node:crypto";
import { mkdir as mkdir2, mkdtemp, readdir as readdir4, readFile as readFile2, rename as rename2, rm as rm5, stat, writeFile as writeFile2 } from "node:fs/promises";
import { basename, join as join7 } from "node:path";

// src/images/offline/layer.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
async function packLayer(root, file, owners) {
  const archive = (0, import_tar_stream.pack)();
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const measure = new Transform({
    transform: /* @__PURE__ */ __name((chunk, _, done) => {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    }, "transform")
  });
  const written = pipeline(archive, measure, createWriteStream(file));
  const added = addFolder(archive, root, "", owners, /* @__PURE__ */ new Map()).then(
    () => archive.finalize(),
    (error) => archive.destroy(error)
  );
  await Promise.all([added, written]);
  return { digest: `sha256:${hash.digest("hex")}`, sizeBytes };
}
__name(packLayer, "packLayer");
async function addFolder(archive, root, folder, owners, seen) {
  const names = (await readdir(join(root, folder))).sort();
  for (const name of names) {
    const path = folder ? `${folder}/${name}` : name;
    const stat2 = await lstat(join(root, path));
    const header = {
      mode: stat2.mode & 4095,
      mtime: /* @__PURE__ */ new Date(0),
      ...owners.get(path) ?? { uid: 0, gid: 0 }
    };
    if (stat2.isDirectory()) {
      await add(archive, { ...header, name: `${path}/`, type: "directory" });
      await addFolder(archive, root, path, owners, seen);
    } else if (stat2.isSymbolicLink()) {
      const linkname = await readlink(join(root, path));
      await add(archive, { ...header, mode: 511, name: path, type: "symlink", linkname });
    } else if (stat2.isFile()) await addFile(archive, root, path, header, stat2, seen);
  }
}
__name(addFolder, "addFolder");
async function addFile(archive, root, path, header, stat2, seen) {
  const first = seen.get(stat2.ino);
  if (first !== void 0) return add(archive, { ...header, name: path, type: "link", linkname: first });
  if (stat2.nlink > 1) seen.set(stat2.ino, path);
  await pipeline(
    createReadStream(join(root, path)),
    archive.entry({ ...header, name: path, size: stat2.size })
  );
}
__name(addFile, "addFile");
function add(archive, header) {
  return new Promise((resolve, reject) => {
    archive.entry(header, (error) => error ? reject(error) : resolve());
  });
}
__name(add, "add");

// src/images/offline/rootfs.ts
import { glob as glob2, rm as rm4 } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join as join6 } from "node:path";

// src/images/offline/arrange.ts
import { glob, rm, symlink } from "node:fs/promises";
import { dirname as dirname2, join as join3 } from "node:path";

// src/images/offline/put.ts
import { chmod, lstat as lstat2, mkdir, writeFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";
async function exists(path) {
  return lstat2(path).then(
    () => true,
    () => false
  );
}
__name(exists, "exists");
async function makeFolder(root, path, mode = 493) {
  const parts = path.split("/").filter(Boolean);
  for (const depth of parts.keys()) {
    const folder = join2(root, ...parts.slice(0, depth + 1));
    const isLast = depth === parts.length - 1;
    const isNew = !await exists(folder);
    if (isNew) await mkdir(folder);
    if (isNew || isLast && mode !== 493) await chmod(folder, isLast ? mode : 493);
  }
}
__name(makeFolder, "makeFolder");
async function putFile(root, path, text, mode = 420) {
  await makeFolder(root, dirname(path));
  await writeFile(join2(root, path), text);
  await chmod(join2(root, path), mode);
}
__name(putFile, "putFile");

// src/images/offline/arrange.ts
async function arrange(root, definition) {
  for (const [path, folder] of Object.entries(definition.folders ?? {}))
    await makeFolder(root, path, folder.mode);
  for (const [path, { text, isExecutable }] of Object.entries(definition.files ?? {}))
    await putFile(root, path, text, isExecutable ? 493 : 420);
  for (const [path, target] of Object.entries(definition.links ?? {})) {
    await makeFolder(root, dirname2(path));
    await rm(join3(root, path), { force: true });
    await symlink(target.includes("*") ? await theOnly(root, target) : target, join3(root, path));
  }
}
__name(arrange, "arrange");
async function theOnly(root, pattern) {
  const found = [];
  for await (const path of glob(pattern.replace(/^\//, ""), { cwd: root })) found.push(`/${path}`);
  const [only, ...others] = found;
  if (only !== void 0 && others.length === 0) return only;
  throw new SwarmlineError("internal", `${pattern} matches ${found.length} files of the packages, not one`);
}
__name(theOnly, "theOnly");

// src/images/offline/base-files.ts
import { readdir as readdir2, readFile, rm as rm2, symlink as symlink2 } from "node:fs/promises";
import { join as join4 } from "node:path";
var FOLDERS = [
  ...["dev", "etc", "home", "mnt", "opt", "proc", "root", "run", "srv", "sys", "usr/local/bin"],
  ...["var/cache", "var/lib", "var/log", "var/spool"]
];
async function finishBase(root, users, fx) {
  for (const path of FOLDERS) await makeFolder(root, path);
  for (const path of ["tmp", "var/tmp"]) await makeFolder(root, path, 1023);
  if (!await exists(join4(root, "var/run"))) await symlink2("/run", join4(root, "var/run"));
  await putFile(root, "etc/passwd", accounts(users));
  await putFile(root, "etc/group", groups(users));
  if (!await exists(join4(root, "etc/nsswitch.conf")))
    await putFile(root, "etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
  await bundleCertificates(root);
  await linkApplets(root, fx);
}
__name(finishBase, "finishBase");
function accounts(users) {
  return [
    "root:x:0:0:root:/root:/bin/sh",
    "www-data:x:33:33:www-data:/var/www:/bin/false",
    "nobody:x:65534:65534:nobody:/nonexistent:/bin/false",
    ...users.map(({ name, uid, gid, home }) => `${name}:x:${uid}:${gid}:${name}:${home}:/bin/false`)
  ].join("\n").concat("\n");
}
__name(accounts, "accounts");
function groups(users) {
  const own = users.map(({ name, gid }) => `${name}:x:${gid}:`);
  return ["root:x:0:", "www-data:x:33:", "docker:x:998:", ...own, "nogroup:x:65534:"].join("\n").concat("\n");
}
__name(groups, "groups");
async function bundleCertificates(root) {
  const folder = join4(root, "usr/share/ca-certificates");
  if (!await exists(folder)) return;
  const files = (await readdir2(folder, { recursive: true })).filter((file) => file.endsWith(".crt")).sort();
  const texts = await Promise.all(files.map((file) => readFile(join4(folder, file), "utf8")));
  await putFile(root, "etc/ssl/certs/ca-certificates.crt", texts.join(""));
  await rm2(folder, { recursive: true });
}
__name(bundleCertificates, "bundleCertificates");
async function linkApplets(root, fx) {
  const busybox = join4(root, "usr/bin/busybox");
  if (!await exists(busybox)) return;
  const { stdout } = await fx.exec(busybox, ["--list"]);
  for (const name of stdout.split("\n").filter(Boolean)) {
    const isTaken = await exists(join4(root, "usr/bin", name)) || await exists(join4(root, "usr/sbin", name));
    if (!isTaken) await symlink2("busybox", join4(root, "usr/bin", name));
  }
}
__name(linkApplets, "linkApplets");

// src/images/offline/in-parallel.ts
async function inParallel(items, limit, work) {
  const results = new Array(items.length);
  const rest = items.entries();
  let hasFailed = false;
  const lane = /* @__PURE__ */ __name(async () => {
    for (const [index, item] of rest) {
      if (hasFailed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }, "lane");
  const ends = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, lane));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
__name(inParallel, "inParallel");

// src/images/offline/merge-usr.ts
import { lstat as lstat3, readdir as readdir3, rename, rm as rm3, symlink as symlink3 } from "node:fs/promises";
import { join as join5 } from "node:path";
var MERGED = ["bin", "sbin", "lib", "lib64"];
async function mergeUsr(root) {
  for (const name of MERGED) {
    const outer = join5(root, name);
    await makeFolder(root, `usr/${name}`);
    const stat2 = await lstat3(outer).catch(() => void 0);
    if (stat2?.isDirectory()) await moveInto(outer, join5(root, "usr", name));
    await rm3(outer, { recursive: true, force: true });
    await symlink3(`usr/${name}`, outer);
  }
}
__name(mergeUsr, "mergeUsr");
async function moveInto(from, to) {
  for (const entry of await readdir3(from, { withFileTypes: true })) {
    const target = join5(to, entry.name);
    const there = await lstat3(target).catch(() => void 0);
    if (entry.isDirectory() && there?.isDirectory()) await moveInto(join5(from, entry.name), target);
    else if (!(entry.isSymbolicLink() && there)) await rename(join5(from, entry.name), target);
  }
}
__name(moveInto, "moveInto");

// src/images/offline/rootfs.ts
var UNNEEDED = [
  ...[
    "bash-completion",
    "bug",
    "doc",
    "doc-base",
    "fish",
    "info",
    "javascript",
    "lintian",
    "locale",
    "man",
    "zsh"
  ].map((name) => `usr/share/${name}`),
  ...[
    "usr/lib/systemd",
    "usr/lib/sysusers.d",
    "usr/lib/tmpfiles.d",
    "usr/lib/*/gconv",
    "etc/systemd",
    "etc/logrotate.d"
  ]
];
async function makeRootfs({
  root,
  packages,
  definition
}, fx) {
  await inParallel(packages, Math.max(2, availableParallelism()), (each) => unpack(each, root, fx));
  await mergeUsr(root);
  await remove(root, UNNEEDED);
  await finishBase(root, definition.users ?? [], fx);
  await remove(root, definition.drops ?? []);
  await arrange(root, definition);
}
__name(makeRootfs, "makeRootfs");
async function unpack({ path }, root, fx) {
  const result = await fx.exec("dpkg-deb", ["-x", path, root], { env: { LC_ALL: "C" }, isChecked: false });
  if (result.exitCode === 0) return;
  if (isDiskFull(result.stderr))
    throw new SwarmlineError("disk-full", "no space left on the disk to unpack Debian packages", {
      hint: "free some space, or point SWARMLINE_CACHE at a larger disk"
    });
  await rm4(path, { force: true });
  throw new SwarmlineError("packages-refused", `${path} cannot be unpacked: ${refusalOf(result.stderr)}`, {
    hint: "it has been removed from the cache: try again"
  });
}
__name(unpack, "unpack");
async function remove(root, patterns) {
  for (const pattern of patterns)
    for await (const found of glob2(pattern.replace(/^\//, ""), { cwd: root }))
      await rm4(join6(root, found), { recursive: true, force: true });
}
__name(remove, "remove");

// src/images/offline/image.ts
var STAND_IN_LABEL = "io.swarmline.stand-in";
var RECIPE = 1;
var SCRATCH = ".new-";
var HOUR_MS = 36e5;
async function cachedImage(place, definition) {
  const folder = folderOf(place, definition);
  try {
    const image = JSON.parse(await readFile2(join7(folder, "image.json"), "utf8"));
    const here = movedTo(folder, image);
    const isWhole = (await stat(here.layer.path)).size === here.layer.sizeBytes;
    return isWhole ? here : void 0;
  } catch {
    return void 0;
  }
}
__name(cachedImage, "cachedImage");
async function makeImage(place, definition, packages, fx, onProgress) {
  const folder = folderOf(place, definition);
  const images = join7(place.cacheDir, "images");
  await mkdir2(images, { recursive: true });
  await sweep(images, fx.clock.now());
  const scratch = await mkdtemp(join7(images, SCRATCH));
  try {
    const downloaded = await packages.obtain(definition.packages, onProgress);
    const root = join7(scratch, "root");
    await mkdir2(root);
    onProgress(`unpacks ${downloaded.length} packages`);
    await makeRootfs({ root, packages: downloaded, definition }, fx);
    onProgress("packs the layer");
    const image = await writeBlobs(scratch, root, place, definition, madeFrom(place, definition, downloaded));
    await writeFile2(join7(scratch, "image.json"), JSON.stringify(image));
    await rm5(root, { recursive: true });
    const theirs = await cachedImage(place, definition);
    if (theirs) return theirs;
    await rm5(folder, { recursive: true, force: true });
    await rename2(scratch, folder);
    return movedTo(folder, image);
  } catch (error) {
    throw classify(error);
  } finally {
    await rm5(scratch, { recursive: true, force: true });
  }
}
__name(makeImage, "makeImage");
async function sweep(images, now) {
  for (const name of await readdir4(images)) {
    if (!name.startsWith(SCRATCH)) continue;
    const age = await stat(join7(images, name)).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0
    );
    if (age > HOUR_MS) await rm5(join7(images, name), { recursive: true, force: true });
  }
}
__name(sweep, "sweep");
async function writeBlobs(folder, root, place, definition, origin) {
  const packed = await packLayer(root, join7(folder, "layer.tar"), ownersOf(definition));
  const layer = { ...packed, path: join7(folder, "layer.tar"), mediaType: MEDIA.layer };
  const config = await writeBlob(
    join7(folder, "config.json"),
    MEDIA.config,
    imageConfig({
      config: definition.config,
      labels: { [STAND_IN_LABEL]: origin },
      architecture: goArchitecture(place.architecture),
      layerDigest: layer.digest
    })
  );
  const manifest = await writeBlob(
    join7(folder, "manifest.json"),
    MEDIA.manifest,
    imageManifest(config, layer)
  );
  return { madeFrom: origin, digest: manifest.digest, manifest, config, layer };
}
__name(writeBlobs, "writeBlobs");
async function writeBlob(path, mediaType, text) {
  await writeFile2(path, text);
  const digest = `sha256:${createHash2("sha256").update(text).digest("hex")}`;
  return { digest, sizeBytes: Buffer.byteLength(text), path, mediaType };
}
__name(writeBlob, "writeBlob");
function movedTo(folder, image) {
  const at = /* @__PURE__ */ __name((blob) => ({ ...blob, path: join7(folder, basename(blob.path)) }), "at");
  return { ...image, manifest: at(image.manifest), config: at(image.config), layer: at(image.layer) };
}
__name(movedTo, "movedTo");
function ownersOf({ folders = {} }) {
  return new Map(
    Object.entries(folders).map(([path, { uid = 0, gid = 0 }]) => [path.replace(/^\//, ""), { uid, gid }])
  );
}
__name(ownersOf, "ownersOf");
function madeFrom(place, definition, packages) {
  const pattern = new RegExp(`^${definition.principal}$`);
  const principal = packages.find(({ name }) => pattern.test(name));
  const what = principal ? `${principal.name} ${principal.version}` : definition.packages.join(", ");
  return `Debian ${place.suite}: ${what}`;
}
__name(madeFrom, "madeFrom");
function folderOf(place, definition) {
  const content = JSON.stringify([RECIPE, place.suite, place.architecture, definition]);
  const key = createHash2("sha256").update(content).digest("hex").slice(0, 12);
  return join7(place.cacheDir, "images", `${definition.name}-${place.suite}-${key}`);
}
__name(folderOf, "folderOf");

// src/images/offline/stand-ins/definition.ts
function script(text) {
  return { text: `#!/bin/sh
${text.replace(/^\n/, "")}`, isExecutable: true };
}
__name(script, "script");

// src/images/offline/stand-ins/apk.ts
var APK = script(`
set -eu
say() { echo "apk (offline stand-in): $*" >&2; }
command=
for word; do
  case $word in -*) ;; *) command=$word; break ;; esac
done
case $command in
  update | upgrade | del | fix | cache) say "$command: nothing to do"; exit 0 ;;
  add) ;;
  info) exit 0 ;;
  *) say "'$command' needs a network"; exit 1 ;;
esac
has() {
  case $1 in
    add | autoconf | automake | build-base | file | g++ | gcc | libc-dev | make | musl-dev | pkgconf | pkgconfig | re2c) return 0 ;;
    *-dev | *-headers | .*) return 0 ;;
    ca-certificates) [ -s /etc/ssl/certs/ca-certificates.crt ] ;;
    tzdata) [ -d /usr/share/zoneinfo ] ;;
    bind-tools) command -v dig >/dev/null ;;
    drill | ldns-tools) command -v drill >/dev/null ;;
    redis) command -v redis-cli >/dev/null ;;
    *) command -v "$1" >/dev/null || [ -n "$(find /usr/lib -name "$1.so*" -o -name "lib$1.so*" | head -n 1)" ] ;;
  esac
}
skip=
for word; do
  if [ -n "$skip" ]; then skip=; continue; fi
  case $word in
    --virtual | -t | --repository | -X) skip=1 ;;
    -*) ;;
    *)
      name=\${word%%[<>=~@]*}
      has "$name" || { say "'$name' is not in this image, and there is no network to get it from"; exit 1; }
      ;;
  esac
done
`);

// src/images/offline/stand-ins/alpine.ts
var alpine = {
  name: "alpine",
  repositories: ["docker.io/library/alpine", "docker.io/library/busybox"],
  packages: ["busybox-static", "ca-certificates", "curl", "ldnsutils", "netbase"],
  principal: "busybox-static",
  files: {
    "/sbin/apk": APK,
    "/etc/os-release": { text: 'ID=debian\nPRETTY_NAME="Debian busybox standing in for Alpine Linux"\n' }
  },
  config: { Cmd: ["/bin/sh"] }
};

// src/images/offline/stand-ins/cadvisor.ts
var NAMES = ["google/cadvisor", "cadvisor/cadvisor"];
var cadvisor = {
  name: "cadvisor",
  repositories: NAMES.map((name) => `docker.io/${name}`),
  packages: ["busybox-static", "curl", "jq"],
  principal: "busybox-static",
  files: {
    // Flags of the official program are taken and ignored. As process 1 it must handle SIGTERM itself.
    "/usr/bin/cadvisor": script(`
port=8080
for word; do case $word in -port=* | --port=*) port=\${word#*=} ;; esac; done
nc -ll -p "$port" -e /usr/lib/cadvisor/answer &
server=$!
trap 'kill "$server"; exit 0' INT TERM
echo "cadvisor (offline stand-in): listens on port $port"
wait "$server"
`),
    "/usr/lib/cadvisor/answer": script(`
engine() { curl -sf --max-time 10 --unix-socket /var/run/docker.sock "http://docker$1"; }
answer() { printf 'HTTP/1.1 %s\\r\\nContent-Type: %s\\r\\nConnection: close\\r\\n\\r\\n' "$1" "$2"; }
read -r method path _
while read -r header; do case $header in '' | "$(printf '\\r')") break ;; esac; done
case $method in GET | HEAD) ;; *) answer '405 Method Not Allowed' text/plain; exit ;; esac
case \${path%%[?]*} in
  / | /containers | /containers/* | /docker | /docker/)
    answer '200 OK' 'text/html; charset=utf-8'
    [ "$method" = HEAD ] || engine /containers/json | jq -r -f /usr/lib/cadvisor/page.jq ;;
  /healthz) answer '200 OK' text/plain; [ "$method" = HEAD ] || echo ok ;;
  /metrics)
    answer '200 OK' 'text/plain; version=0.0.4; charset=utf-8'
    [ "$method" = HEAD ] || . /usr/lib/cadvisor/metrics ;;
  *) answer '404 Not Found' text/plain; echo 'not in this stand-in' ;;
esac
`),
    "/usr/lib/cadvisor/metrics": script(`
echo 'cadvisor_version_info{cadvisorVersion="offline stand-in"} 1'
awk '/^MemTotal/ { printf "machine_memory_bytes %.0f\\n", $2 * 1024 }' /proc/meminfo
echo "machine_cpu_cores $(grep -c ^processor /proc/cpuinfo)"
for id in $(engine /containers/json | jq -r '.[].Id'); do
  engine "/containers/$id/stats?stream=false&one-shot=true" | jq -r -f /usr/lib/cadvisor/metrics.jq
done
`),
    "/usr/lib/cadvisor/metrics.jq": {
      text: `"{id=\\"/docker/\\(.id)\\",name=\\"\\(.name | ltrimstr("/"))\\"}" as $of
| "container_last_seen\\($of) \\(now | floor)",
  "container_cpu_usage_seconds_total\\($of) \\(.cpu_stats.cpu_usage.total_usage / 1e9)",
  "container_memory_usage_bytes\\($of) \\(.memory_stats.usage // 0)",
  ((.networks // {}) | to_entries[] |
    "\\($of | rtrimstr("}")),interface=\\"\\(.key)\\"}" as $on
    | "container_network_receive_bytes_total\\($on) \\(.value.rx_bytes)",
      "container_network_transmit_bytes_total\\($on) \\(.value.tx_bytes)")
`
    },
    "/usr/lib/cadvisor/page.jq": {
      text: `"<!doctype html><title>cAdvisor (stand-in)</title><h1>Docker Containers</h1>",
"<p>A stand-in for cAdvisor. <a href=/metrics>metrics</a></p><ul>",
(.[] | "<li>\\(.Names[0] // .Id | ltrimstr("/") | @html): \\(.Image | @html), \\(.Status | @html)</li>"),
"</ul>"
`
    }
  },
  config: { Entrypoint: ["/usr/bin/cadvisor", "-logtostderr"], ExposedPorts: { "8080/tcp": {} } }
};

// src/images/offline/stand-ins/apt-get.ts
var APT_GET = script(`
set -eu
say() { echo "apt-get (offline stand-in): $*" >&2; }
command=
for word; do
  case $word in -*) ;; *) command=$word; break ;; esac
done
case $command in
  update | upgrade | dist-upgrade | clean | autoclean | autoremove | remove | purge) say "$command: nothing to do"; exit 0 ;;
  install) ;;
  *) say "'$command' needs a network"; exit 1 ;;
esac
has() {
  case $1 in
    ca-certificates) [ -s /etc/ssl/certs/ca-certificates.crt ] ;;
    php-fpm | php*-fpm) ls /usr/sbin/php-fpm* >/dev/null 2>&1 ;;
    php-* | php*-*) [ -n "$(find /usr/lib/php -name "\${1#php*-}.so" 2>/dev/null)" ] ;;
    *) command -v "$1" >/dev/null || [ -e "/usr/share/doc/$1" ] ;;
  esac
}
seen=
for word; do
  case $word in
    -*) continue ;;
  esac
  if [ -z "$seen" ]; then seen=1; continue; fi
  name=\${word%%[=/]*}
  has "$name" || { say "'$name' is not in this image, and there is no network to get it from"; exit 1; }
done
`);

// src/images/offline/stand-ins/debian.ts
var CONF = "/usr/local/etc/php/conf.d";
var debian = {
  name: "debian",
  repositories: ["docker.io/library/debian"],
  packages: ["nginx", "php-fpm", "php-redis", "curl", "busybox-static", "ca-certificates", "netbase"],
  principal: "nginx",
  files: {
    "/usr/bin/apt-get": APT_GET,
    // What the packages' own scripts would have switched on.
    [`${CONF}/20-redis.ini`]: { text: "extension=igbinary.so\nextension=redis.so\n" }
  },
  drops: ["/usr/lib/php/php-helper", "/usr/lib/php/php-maintscript-helper", "/etc/init.d", "/etc/default"],
  config: { Env: [`PHP_INI_SCAN_DIR=${CONF}`], Cmd: ["sh"] }
};

// src/images/offline/stand-ins/javascript.ts
var javascript = {
  name: "javascript",
  repositories: ["docker.io/library/node"],
  packages: ["nodejs", "busybox-static", "ca-certificates"],
  principal: "nodejs",
  links: { "/usr/local/bin/node": "/usr/bin/node" },
  files: { "/sbin/apk": APK },
  config: { Cmd: ["node"] }
};

// src/images/offline/stand-ins/node.ts
var IPTABLES = [
  "iptables",
  "iptables-save",
  "iptables-restore",
  "ip6tables",
  "ip6tables-save",
  "ip6tables-restore"
];
var node = {
  name: "docker",
  repositories: ["docker.io/library/docker"],
  packages: [
    ...["docker.io", "docker-cli", "containerd", "runc", "tini"],
    ...["iptables", "iproute2", "kmod", "procps", "busybox-static", "ca-certificates"]
  ],
  principal: "docker\\.io",
  links: Object.fromEntries(IPTABLES.map((name) => [`/usr/sbin/${name}`, "xtables-legacy-multi"])),
  folders: { "/var/lib/docker": {} },
  files: { "/usr/local/bin/dockerd-entrypoint.sh": script(entrypoint()) },
  drops: [
    ...["containerd-shim", "containerd-shim-runc-v1", "containerd-stress", "ctr", "dnet"].map(
      (name) => `/usr/bin/${name}`
    ),
    ...[
      "contrib*",
      "fs-idmap",
      "ovrouter",
      "pidfd-kill",
      "recvtty",
      "remap-rootfs",
      "sd-helper",
      "seccompagent"
    ].map((name) => `/usr/sbin/${name}`),
    ...["/usr/lib/containerd", "/usr/lib/cni", "/etc/init.d", "/etc/default"]
  ],
  config: {
    Env: ["DOCKER_TLS_CERTDIR="],
    Entrypoint: ["dockerd-entrypoint.sh"],
    Volumes: { "/var/lib/docker": {} }
  }
};
function entrypoint() {
  return `
set -e
# What a killed engine leaves behind keeps the next from starting.
rm -f /var/run/docker.pid /run/docker/containerd/containerd.pid
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  # cgroup v2: a group with processes of its own cannot hand controllers down, so they move into a child.
  mkdir -p /sys/fs/cgroup/init
  xargs -r -n 1 < /sys/fs/cgroup/cgroup.procs > /sys/fs/cgroup/init/cgroup.procs || true
  sed -e 's/ / +/g' -e 's/^/+/' < /sys/fs/cgroup/cgroup.controllers > /sys/fs/cgroup/cgroup.subtree_control || true
elif [ -d /sys/fs/cgroup ] && ! grep -q ' /sys/fs/cgroup/' /proc/self/mounts; then
  # cgroup v1, and the runtime gave the container none of its hierarchies: mount what the kernel has.
  mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
  while read -r name _ _ enabled; do
    [ "$enabled" = 1 ] || continue
    mkdir -p "/sys/fs/cgroup/$name"
    mount -t cgroup -o "$name" cgroup "/sys/fs/cgroup/$name" 2>/dev/null || rmdir "/sys/fs/cgroup/$name"
  done < /proc/cgroups
fi
# Kernels have the old tables, the new ones, or both: take what answers.
iptables -t nat -nL >/dev/null 2>&1 || for name in ${IPTABLES.join(" ")}; do
  ln -sf xtables-nft-multi "/usr/sbin/$name"
done
mount --make-rshared / 2>/dev/null || true
case \${1:-} in '' | -*) set -- dockerd -H unix:///var/run/docker.sock "$@" ;; esac
[ "$1" = dockerd ] || exec "$@"
exec tini -- "$@"
`;
}
__name(entrypoint, "entrypoint");

// src/images/offline/stand-ins/php.ts
var CONF2 = "/usr/local/etc/php/conf.d";
var BUILT_IN = "ctype fileinfo ftp iconv igbinary mbstring pdo phar posix readline tokenizer".split(" ");
var php = {
  name: "php",
  repositories: ["docker.io/library/php"],
  packages: ["php-cli", "php-mbstring", "php-redis", "busybox-static", "ca-certificates", "curl"],
  principal: "php[0-9.]+-cli",
  links: {
    "/usr/local/bin/php": "/usr/bin/php[0-9]*",
    "/usr/local/bin/docker-php-ext-enable": "docker-php-ext-install"
  },
  folders: { "/var/www/html": { uid: 33, gid: 33 }, "/usr/src/php": {} },
  files: {
    [`${CONF2}/00-built-in.ini`]: { text: BUILT_IN.map((name) => `extension=${name}.so
`).join("") },
    "/sbin/apk": APK,
    "/usr/local/bin/docker-php-entrypoint": script(`
set -e
case \${1:-} in -*) set -- php "$@" ;; esac
exec "$@"
`),
    "/usr/local/bin/docker-php-ext-configure": script("exit 0\n"),
    // Also docker-php-ext-enable: there is nothing to compile, so both only switch an extension on.
    "/usr/local/bin/docker-php-ext-install": script(`
set -eu
folder=$(php -n -r 'echo ini_get("extension_dir");')
for word; do
  case $word in -j | -j* | --ini-name | [0-9]*) continue ;; -*) continue ;; esac
  name=\${word%.so}
  php -m | grep -qix "$name" && continue
  [ -e "$folder/$name.so" ] || { echo "\${0##*/} (offline stand-in): no extension '$name' in this image" >&2; exit 1; }
  kind=extension
  case $name in opcache | xdebug) kind=zend_extension ;; esac
  echo "$kind=$name.so" > ${CONF2}/docker-php-ext-$name.ini
done
`),
    "/usr/local/bin/pecl": script(`
set -eu
[ "\${1:-}" = install ] || exit 0
shift
folder=$(php -n -r 'echo ini_get("extension_dir");')
for word; do
  case $word in -*) continue ;; esac
  name=\${word%%-[0-9]*}
  [ -e "$folder/$name.so" ] || { echo "pecl (offline stand-in): no extension '$name' in this image" >&2; exit 1; }
  echo "pecl (offline stand-in): $name is already there"
done
`)
  },
  drops: ["/usr/lib/php/*/sapi", "/usr/lib/php/php-helper", "/usr/lib/php/php-maintscript-helper"],
  config: {
    Env: [`PHP_INI_SCAN_DIR=${CONF2}`, "PHP_INI_DIR=/usr/local/etc/php", "PHPIZE_DEPS=autoconf"],
    Entrypoint: ["docker-php-entrypoint"],
    Cmd: ["php", "-a"],
    WorkingDir: "/"
  }
};

// src/images/offline/stand-ins/prometheus.ts
var NOBODY = { uid: 65534, gid: 65534 };
var prometheus = {
  name: "prometheus",
  repositories: ["docker.io/prom/prometheus"],
  packages: ["prometheus", "busybox-static", "ca-certificates"],
  principal: "prometheus",
  folders: { "/prometheus": { ...NOBODY }, "/etc/prometheus": {} },
  drops: [
    "/usr/share/nodejs",
    "/usr/bin/tsdb",
    "/usr/bin/promtool",
    "/etc/init.d",
    "/etc/default",
    "/etc/cron.daily"
  ],
  config: {
    User: "nobody",
    Entrypoint: ["/bin/prometheus"],
    Cmd: ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"],
    WorkingDir: "/prometheus",
    Volumes: { "/prometheus": {} },
    ExposedPorts: { "9090/tcp": {} }
  }
};

// src/images/offline/stand-ins/python.ts
var python = {
  name: "python",
  repositories: ["docker.io/library/python"],
  packages: ["python3", "busybox-static", "ca-certificates"],
  principal: "python3",
  links: { "/usr/local/bin/python3": "/usr/bin/python3", "/usr/local/bin/python": "/usr/bin/python3" },
  files: { "/sbin/apk": APK, "/usr/bin/apt-get": APT_GET },
  config: { Env: ["LANG=C.UTF-8"], Cmd: ["python3"] }
};

// src/images/offline/stand-ins/redis.ts
var REDIS = { uid: 999, gid: 1e3 };
var redis = {
  name: "redis",
  repositories: ["docker.io/library/redis"],
  packages: ["redis-server", "redis-tools", "busybox-static"],
  principal: "redis-server",
  users: [{ name: "redis", home: "/data", ...REDIS }],
  folders: { "/data": { ...REDIS } },
  files: {
    "/sbin/apk": APK,
    // The official server is built with protected mode off, so that other containers may connect at all.
    "/usr/local/bin/docker-entrypoint.sh": script(`
set -e
case \${1:-} in -* | *.conf) set -- redis-server "$@" ;; esac
[ "\${1:-}" = redis-server ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
  find . ! -user redis -exec chown redis '{}' +
  exec su -s /bin/sh -c 'exec "$0" "$@"' -- redis "$0" "$@"
fi
[ "$(umask)" != 0022 ] || umask 0077
case " $* " in *' --protected-mode '*) ;; *) set -- "$@" --protected-mode no ;; esac
exec "$@"
`)
  },
  config: {
    Entrypoint: ["docker-entrypoint.sh"],
    Cmd: ["redis-server"],
    WorkingDir: "/data",
    Volumes: { "/data": {} },
    ExposedPorts: { "6379/tcp": {} }
  }
};

// src/images/offline/stand-ins/registry.ts
var CONFIG = "/etc/docker/registry/config.yml";
var registry = {
  name: "registry",
  repositories: ["docker.io/library/registry"],
  packages: ["docker-registry", "busybox-static", "ca-certificates"],
  principal: "docker-registry",
  links: { "/usr/bin/registry": "docker-registry" },
  folders: { "/var/lib/registry": {} },
  drops: ["/etc/init.d", "/etc/default"],
  files: {
    [CONFIG]: {
      text: [
        "version: 0.1",
        "log: {level: info}",
        "storage:",
        "  filesystem: {rootdirectory: /var/lib/registry}",
        "  maintenance: {uploadpurging: {enabled: false}, readonly: {enabled: false}}",
        'http: {addr: ":5000"}\n'
      ].join("\n")
    },
    "/entrypoint.sh": script(`
set -e
case \${1:-} in *.yaml | *.yml) set -- registry serve "$@" ;; serve | garbage-collect | help | -*) set -- registry "$@" ;; esac
exec "$@"
`)
  },
  config: {
    Entrypoint: ["/entrypoint.sh"],
    Cmd: [CONFIG],
    Volumes: { "/var/lib/registry": {} },
    ExposedPorts: { "5000/tcp": {} }
  }
};

// src/images/offline/stand-ins/catalogue.ts
var STAND_INS = [
  alpine,
  cadvisor,
  debian,
  javascript,
  node,
  php,
  prometheus,
  python,
  redis,
  registry
];
function standInFor(reference) {
  const { domain, repository, digest } = parseReference(reference);
  if (digest) return void 0;
  return STAND_INS.find(({ repositories }) => repositories.includes(`${domain}/${repository}`));
}
__name(standInFor, "standInFor");

// src/images/bases.ts
function planBases(references) {
  const all = [...new Set(references)];
  return {
    standIns: all.filter((reference) => standInFor(reference)),
    unavailable: all.filter((reference) => !standInFor(reference))
  };
}
__name(planBases, "planBases");
async function ensureStandIns(request, fx) {
  const { standIns, unavailable } = planBases(request.references);
  if (unavailable.length > 0) throw nothingFor(unavailable);
  const needs = standIns.map((reference) => ({ reference, definition: definitionOf(reference) }));
  const place = { ...request, architecture: await architecture(fx) };
  const images = /* @__PURE__ */ new Map();
  for (const { definition } of needs) {
    const image = await cachedImage(place, definition);
    if (image) images.set(definition, image);
  }
  const missing = [...new Set(needs.map(({ definition }) => definition))].filter((each) => !images.has(each));
  if (missing.length > 0) {
    const packages = await openPackages(place, fx);
    await inParallel(
      missing,
      2,
      (definition) => fx.log.step(`Make ${definition.name} from Debian ${place.suite} packages`, async (update) => {
        images.set(definition, await makeImage(place, definition, packages, fx, update));
      })
    );
  }
  return needs.flatMap(({ reference, definition }) => {
    const image = images.get(definition);
    if (!image) return [];
    const { layer, ...rest } = image;
    return [{ reference, ...rest, layers: [layer] }];
  });
}
__name(ensureStandIns, "ensureStandIns");
function definitionOf(reference) {
  const definition = standInFor(reference);
  if (!definition) throw nothingFor([reference]);
  return definition;
}
__name(definitionOf, "definitionOf");
function nothingFor(references) {
  return new SwarmlineError("not-found", `no stand-in for ${references.join(", ")}`, {
    hint: `without a registry there are only ${STAND_INS.map(({ name }) => name).join(", ")}`
  });
}
__name(nothingFor, "nothingFor");
async function architecture(fx) {
  const { stdout } = await debianExec(fx.exec)("dpkg", ["--print-architecture"]);
  return stdout.trim();
}
__name(architecture, "architecture");
export {
  ensureStandIns,
  planBases
};
