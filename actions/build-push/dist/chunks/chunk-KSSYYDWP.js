import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/offline/image.rules.ts
var MEDIA = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar"
};
var PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var CREATED = "1970-01-01T00:00:00Z";
function imageConfig(of) {
  const { Env = [], ...rest } = of.config;
  return JSON.stringify({
    architecture: of.architecture,
    os: "linux",
    created: CREATED,
    config: { ...rest, Env: [PATH, ...Env], Labels: of.labels },
    rootfs: { type: "layers", diff_ids: [of.layerDigest] },
    history: [{ created: CREATED, created_by: "swarmline" }]
  });
}
__name(imageConfig, "imageConfig");
function imageManifest(config, layer) {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    config: { mediaType: MEDIA.config, digest: config.digest, size: config.sizeBytes },
    layers: [{ mediaType: MEDIA.layer, digest: layer.digest, size: layer.sizeBytes }]
  });
}
__name(imageManifest, "imageManifest");
function goArchitecture(debian) {
  return { armhf: "arm", i386: "386", ppc64el: "ppc64le" }[debian] ?? debian;
}
__name(goArchitecture, "goArchitecture");

export {
  MEDIA,
  imageConfig,
  imageManifest,
  goArchitecture
};
