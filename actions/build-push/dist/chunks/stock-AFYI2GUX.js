import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  MEDIA
} from "./chunk-KSSYYDWP.js";
import {
  require_tar_stream
} from "./chunk-LSDA3ZLN.js";
import {
  HUB,
  parseReference
} from "./chunk-EZZRJBFE.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/images/offline/stock/stock.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

// src/images/offline/stock/engine-store.rules.ts
import { createHash } from "node:crypto";
function engineStore(images, registry) {
  const files = /* @__PURE__ */ new Map();
  const add = /* @__PURE__ */ __name((entry) => files.set(entry.path, entry), "add");
  const file = /* @__PURE__ */ __name((path, content) => add({ path: `image/overlay2/${path}`, content }), "file");
  const repositories = {};
  const sources = {};
  for (const { image, config, split, splitPacked } of images) {
    const { repository, tag = "latest" } = parseReference(image.reference);
    const layer = layerOf(image);
    const hex = hexOf(layer);
    const name = repository.replace(/^library\//, "");
    repositories[name] = {
      ...repositories[name],
      [`${name}:${tag}`]: image.config.digest,
      [`${name}@${image.digest}`]: image.config.digest
    };
    sources[hex] = [...sources[hex] ?? [], `${HUB}/${repository}`, `${registry}/${repository}`];
    file(`imagedb/content/sha256/${hexOf(image.config.digest)}`, config);
    file(`layerdb/sha256/${hex}/diff`, layer);
    file(`layerdb/sha256/${hex}/cache-id`, hex);
    file(`layerdb/sha256/${hex}/size`, String(split.sizeBytes));
    file(`layerdb/sha256/${hex}/tar-split.json.gz`, splitPacked);
    file(`distribution/diffid-by-digest/sha256/${hex}`, layer);
    add({ path: `overlay2/${hex}/link`, content: linkOf(hex) });
    add({ path: `overlay2/l/${linkOf(hex)}`, target: `../${hex}/diff` });
  }
  for (const [hex, names] of Object.entries(sources)) {
    const notes = [...new Set(names)].map((SourceRepository) => ({
      Digest: `sha256:${hex}`,
      SourceRepository,
      HMAC: ""
    }));
    file(`distribution/v2metadata-by-diffid/sha256/${hex}`, JSON.stringify(notes));
  }
  file("repositories.json", JSON.stringify({ Repositories: repositories }));
  return [...files.values()];
}
__name(engineStore, "engineStore");
function registryStore(images) {
  return images.flatMap(({ image }) => {
    const { repository } = parseReference(image.reference);
    return [...image.layers, image.config].map(({ digest }) => ({
      path: `${REGISTRY}/repositories/${repository}/_layers/sha256/${hexOf(digest)}/link`,
      content: digest
    }));
  });
}
__name(registryStore, "registryStore");
var REGISTRY = "docker/registry/v2";
function blobPath(digest) {
  const hex = hexOf(digest);
  return `${REGISTRY}/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`;
}
__name(blobPath, "blobPath");
var layerOf = /* @__PURE__ */ __name((image) => image.layers[0]?.digest ?? "", "layerOf");
var hexOf = /* @__PURE__ */ __name((digest) => digest.replace(/^sha256:/, ""), "hexOf");
function linkOf(hex) {
  const bytes = createHash("sha256").update(hex).digest();
  return [...bytes.subarray(0, 26)].map((byte) => String.fromCharCode(65 + byte % 26)).join("");
}
__name(linkOf, "linkOf");

// src/images/offline/stock/tar-split.rules.ts
import { posix } from "node:path";

// src/images/offline/stock/crc64.rules.ts
var POLYNOMIAL = 0xd800000000000000n;
var [UPPER, LOWER] = table();
function crc64(bytes) {
  let upper = -1;
  let lower = -1;
  for (let i = 0; i < bytes.length; i++) {
    const index = (lower ^ bytes[i]) & 255;
    lower = (lower >>> 8 | upper << 24) ^ LOWER[index];
    upper = upper >>> 8 ^ UPPER[index];
  }
  const sum = Buffer.alloc(8);
  sum.writeInt32BE(~upper, 0);
  sum.writeInt32BE(~lower, 4);
  return sum;
}
__name(crc64, "crc64");
function table() {
  const upper = new Int32Array(256);
  const lower = new Int32Array(256);
  for (let i = 0; i < 256; i++) {
    let entry = BigInt(i);
    for (let bit = 0; bit < 8; bit++) entry = entry & 1n ? entry >> 1n ^ POLYNOMIAL : entry >> 1n;
    upper[i] = Number(entry >> 32n) | 0;
    lower[i] = Number(entry & 0xffffffffn) | 0;
  }
  return [upper, lower];
}
__name(table, "table");

// src/images/offline/stock/tar-split.rules.ts
var BLOCK = 512;
function splitTar(archive) {
  const lines = [];
  const add = /* @__PURE__ */ __name((entry) => lines.push(JSON.stringify({ ...entry, position: lines.length })), "add");
  let sizeBytes = 0;
  let keptFrom = 0;
  let at = 0;
  let longName;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const type = String.fromCharCode(header[156] ?? 0);
    const size = Number.parseInt(textOf(header, 124, 12), 8);
    const content = at + BLOCK;
    if (!Number.isSafeInteger(size) || content + size > archive.length) return void 0;
    at = content + Math.ceil(size / BLOCK) * BLOCK;
    if (type === "x") {
      longName = paxPath(archive.subarray(content, content + size)) ?? longName;
      continue;
    }
    if (!"0125".includes(type)) return void 0;
    const name = longName ?? nameOf(header);
    longName = void 0;
    if (posix.basename(name).startsWith(".wh.")) return void 0;
    add({ type: 2, payload: archive.subarray(keptFrom, content).toString("base64") });
    const bytes = archive.subarray(content, content + size);
    add({
      type: 1,
      name,
      ...size > 0 ? { size } : {},
      payload: size > 0 ? crc64(bytes).toString("base64") : null
    });
    sizeBytes += size;
    keptFrom = content + size;
  }
  add({ type: 2, payload: archive.subarray(keptFrom).toString("base64") });
  return { text: `${lines.join("\n")}
`, sizeBytes };
}
__name(splitTar, "splitTar");
function textOf(header, from, length) {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString("utf8");
}
__name(textOf, "textOf");
function nameOf(header) {
  const prefix = textOf(header, 345, 155);
  return prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100);
}
__name(nameOf, "nameOf");
function paxPath(records) {
  for (let at = 0; at < records.length; ) {
    const length = Number.parseInt(records.subarray(at, at + 12).toString("latin1"), 10);
    if (!(length > 0)) return void 0;
    const record = records.subarray(at, at + length - 1).toString("utf8");
    const value = /^\d+ path=([\s\S]*)$/.exec(record)?.[1];
    if (value !== void 0) return value;
    at += length;
  }
  return void 0;
}
__name(paxPath, "paxPath");

// src/images/offline/stock/stock.ts
var LARGEST_LAYER_BYTES = 512 * 1024 ** 2;
async function writeStock(path, images, registry) {
  const stocked = [];
  for (const image of images) {
    const ready = await prepare(image);
    if (!ready) return false;
    stocked.push(ready);
  }
  const archive = (0, import_tar_stream.pack)();
  const written = pipeline(archive, createWriteStream(path, { mode: 384 }));
  const added = fill(archive, stocked, registry).then(
    () => archive.finalize(),
    (error) => archive.destroy(error)
  );
  await Promise.all([added, written]);
  return true;
}
__name(writeStock, "writeStock");
async function prepare(image) {
  const [layer, ...others] = image.layers;
  if (!layer || others.length > 0 || layer.mediaType !== MEDIA.layer) return void 0;
  if (layer.sizeBytes > LARGEST_LAYER_BYTES) return void 0;
  const split = splitTar(await readFile(layer.path));
  if (!split) return void 0;
  const config = await readFile(image.config.path, "utf8");
  return { image, config, split, splitPacked: await promisify(gzip)(split.text, { level: 1 }) };
}
__name(prepare, "prepare");
async function fill(archive, images, registry) {
  const references = images.map(({ image }) => image.reference).sort();
  addEntry(archive, { path: "template/references", content: `${references.join("\n")}
` });
  for (const entry of engineStore(images, registry)) addEntry(archive, below("template", entry));
  for (const entry of registryStore(images)) addEntry(archive, below("registry", entry));
  const blobs = /* @__PURE__ */ new Map();
  for (const { image } of images)
    for (const blob of [...image.layers, image.config]) blobs.set(blob.digest, blob);
  for (const { digest, sizeBytes, path } of blobs.values())
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      archive.entry({
        name: `registry/${blobPath(digest)}`,
        size: sizeBytes,
        mode: 420,
        mtime: /* @__PURE__ */ new Date(0)
      })
    );
  const layers = [...new Set(images.map(({ image }) => layerOf(image)))];
  addEntry(archive, {
    path: "layers",
    content: layers.map((digest) => `${hexOf(digest)} ${blobPath(digest)}
`).join("")
  });
}
__name(fill, "fill");
var below = /* @__PURE__ */ __name((folder, entry) => ({
  ...entry,
  path: `${folder}/${entry.path}`
}), "below");
function addEntry(archive, entry) {
  const header = { name: entry.path, mtime: /* @__PURE__ */ new Date(0) };
  if ("target" in entry) archive.entry({ ...header, type: "symlink", linkname: entry.target });
  else archive.entry({ ...header, mode: 384 }, entry.content);
}
__name(addEntry, "addEntry");
export {
  writeStock
};
