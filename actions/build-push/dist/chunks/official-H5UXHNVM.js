import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  MOST_BYTES,
  bytesOf,
  registrySession,
  withRegistryFetch
} from "./chunk-7H4Z5KSI.js";
import {
  digesting,
  isDigest,
  isDigestOf
} from "./chunk-WDINJYBU.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/official.ts
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/images/manifest.rules.ts
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var MOST_PARTS = 500;
var MOST_BYTES2 = 16 * 1024 ** 3;
function parseManifest(bytes) {
  let parsed;
  try {
    parsed = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new SwarmlineError("push-failed", "docker.io answered with something that is not a manifest", {
      cause
    });
  }
  const { manifests, config, layers } = mapping(parsed);
  if (manifests !== void 0) return { manifests: listOf(manifests) };
  return { config: descriptor(config), layers: listOf(layers) };
}
__name(parseManifest, "parseManifest");
function listOf(value) {
  if (!Array.isArray(value) || value.length > MOST_PARTS) throw wrong("the list of its parts");
  return value.map(descriptor);
}
__name(listOf, "listOf");
function descriptor(value) {
  const { mediaType, digest, size, platform } = mapping(value);
  if (!isDigest(digest)) throw wrong("a digest");
  if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MOST_BYTES2)
    throw wrong("a size");
  const { os, architecture } = mapping(platform);
  return {
    mediaType: typeof mediaType === "string" ? mediaType : "",
    digest,
    size,
    platform: typeof os === "string" && typeof architecture === "string" ? { os, architecture } : void 0
  };
}
__name(descriptor, "descriptor");
var mapping = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "mapping");
var wrong = /* @__PURE__ */ __name((what) => new SwarmlineError("push-failed", `docker.io sent a manifest in which ${what} is none`), "wrong");

// src/images/official.ts
var REACH_MS = 2e3;
async function isUpstreamReachable(upstream, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(REACH_MS)]);
  try {
    return await withRegistryFetch(async (fetch) => {
      const answer = await fetch(`${upstream}/v2/`, { signal: limit, redirect: "manual" });
      await answer.body?.cancel();
      return answer.status === 200 || answer.status === 401;
    });
  } catch {
    return false;
  }
}
__name(isUpstreamReachable, "isUpstreamReachable");
function fetchOfficial(image, place, fx, onProgress = () => void 0) {
  return withRegistryFetch(
    (fetch) => fetchWith(
      registrySession(new URL(place.upstream), image.repository, void 0, fetch, fx.signal),
      image,
      place,
      onProgress
    )
  );
}
__name(fetchOfficial, "fetchOfficial");
async function fetchWith(session, image, place, onProgress) {
  const folder = path.join(place.cacheDir, "official", "blobs");
  await mkdir(folder, { recursive: true });
  const manifestOf = /* @__PURE__ */ __name(async (name) => {
    const answer = await asked(session, image.repository, `manifests/${name}`);
    const type = answer.headers.get("content-type") ?? "";
    const bytes = await bytesOf(answer, MOST_BYTES).catch((error) => {
      throw refused(error);
    });
    if (name !== image.tag || isDigest(name)) requireDigest(name, bytes);
    return { bytes, type: /^[\w.+/-]{1,100}$/.test(type) ? type : OCI_MANIFEST };
  }, "manifestOf");
  let found = await manifestOf(image.tag);
  const index = parseManifest(found.bytes);
  if ("manifests" in index) {
    const fit = index.manifests.find(
      (m) => m.platform?.os === "linux" && m.platform.architecture === place.architecture
    );
    if (!fit)
      throw new SwarmlineError(
        "not-found",
        `${image.reference} does not exist for linux/${place.architecture}`
      );
    found = await manifestOf(fit.digest);
  }
  const manifest = parseManifest(found.bytes);
  if ("manifests" in manifest)
    throw new SwarmlineError("push-failed", `the manifest of ${image.reference} is not one`);
  const blob = /* @__PURE__ */ __name(async (d) => {
    const file2 = path.join(folder, d.digest.replace(":", "-"));
    if (!await isWhole(file2, d))
      await download(await asked(session, image.repository, `blobs/${d.digest}`), d, file2);
    return { digest: d.digest, sizeBytes: d.size, path: file2, mediaType: d.mediaType };
  }, "blob");
  const blobs = [];
  for (const [i, layer] of manifest.layers.entries()) {
    onProgress(`layer ${i + 1} of ${manifest.layers.length}`);
    blobs.push(await blob(layer));
  }
  const digest = `sha256:${createHash("sha256").update(found.bytes).digest("hex")}`;
  const file = path.join(folder, digest.replace(":", "-"));
  await writeFile(file, found.bytes);
  return {
    reference: image.reference,
    madeFrom: void 0,
    digest,
    manifest: { digest, sizeBytes: found.bytes.length, path: file, mediaType: found.type },
    config: await blob(manifest.config),
    layers: blobs
  };
}
__name(fetchWith, "fetchWith");
async function asked(session, repository, what) {
  const answer = await session.ask(what).catch((error) => {
    if (["AbortError", "TimeoutError"].includes(error.name)) throw error;
    throw refused(error);
  });
  if (answer.ok) return answer;
  await answer.body?.cancel();
  const why = answer.status === 404 || answer.status === 401 ? "has no" : `answered ${answer.status} for`;
  throw new SwarmlineError(
    answer.status === 404 ? "not-found" : "push-failed",
    `docker.io ${why} ${repository} ${what}`
  );
}
__name(asked, "asked");
var refused = /* @__PURE__ */ __name((cause) => new SwarmlineError("push-failed", `docker.io cannot be asked: ${cause.message}`, { cause }), "refused");
function requireDigest(digest, bytes) {
  if (!isDigestOf(digest, bytes))
    throw new SwarmlineError("push-failed", `what docker.io sent is not ${digest}`);
}
__name(requireDigest, "requireDigest");
async function download(answer, d, file) {
  if (!answer.body) throw new SwarmlineError("push-failed", `docker.io sent nothing for ${d.digest}`);
  const draft = `${file}.${process.pid}`;
  const hash = digesting(d.digest);
  const wrong2 = /* @__PURE__ */ __name(() => new SwarmlineError("push-failed", `what docker.io sent is not ${d.digest}`), "wrong");
  let size = 0;
  const checking = new Transform({
    transform(chunk, _encoding, done) {
      size += chunk.length;
      if (size > d.size) return done(wrong2());
      hash.update(chunk);
      done(null, chunk);
    }
  });
  try {
    await pipeline(Readable.fromWeb(answer.body), checking, createWriteStream(draft));
    if (size !== d.size || !hash.isRight()) throw wrong2();
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
__name(download, "download");
async function isWhole(file, { size, digest }) {
  const found = await lstat(file).catch(() => void 0);
  if (!found?.isFile() || found.size !== size) return false;
  const hash = digesting(digest);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.isRight();
}
__name(isWhole, "isWhole");
export {
  fetchOfficial,
  isUpstreamReachable
};
