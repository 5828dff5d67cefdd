import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  code,
  table,
  text
} from "./chunk-CD4663R4.js";
import "./chunk-WNOSXOS5.js";
import "./chunk-4PRY5P2B.js";
import "./chunk-7F7V3B47.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/images-summary.ts
function renderImages(images, isPushed) {
  const rows = images.map(({ name, tags, digest, sizeBytes, durationMs }) => [
    text(name),
    tags.map((tag) => code(tag)).join("<br>"),
    code(digest),
    `${(sizeBytes / 1e6).toFixed(1)} MB`,
    `${(durationMs / 1e3).toFixed(1)} s`
  ]);
  return [
    `### ${isPushed ? "Images built and pushed" : "Images built, not pushed"}`,
    table(["image", "tags", isPushed ? "digest" : "image ID", "size", "time"], rows)
  ].join("\n\n").concat("\n");
}
__name(renderImages, "renderImages");
export {
  renderImages
};
