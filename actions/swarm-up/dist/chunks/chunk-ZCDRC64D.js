import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  readProgress
} from "./chunk-3F5NFXT3.js";
import {
  packArchive
} from "./chunk-6P3JN7WV.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/docker/import-image.ts
async function importImage(client, reference, entries, options = {}) {
  const [repo, tag = "latest"] = reference.split(":");
  const labels = Object.entries(options.labels ?? {}).map(([k, v]) => `LABEL ${k}=${JSON.stringify(v)}`);
  const answer = await client.stream("POST", "/images/create", {
    query: { fromSrc: "-", repo, tag, changes: labels.length ? labels.join("\n") : void 0 },
    body: await packArchive(entries),
    contentType: "application/x-tar",
    timeoutMs: 3e5,
    ...options.signal ? { signal: options.signal } : {}
  });
  await readProgress(`making image ${reference}`, answer);
}
__name(importImage, "importImage");

export {
  importImage
};
