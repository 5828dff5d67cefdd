import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_tar_stream
} from "./chunk-LSDA3ZLN.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/docker/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
async function packArchive(entries) {
  const archive = (0, import_tar_stream.pack)();
  for (const entry of entries) {
    if (entry.kind === "folder")
      archive.entry({ name: `${entry.path}/`, type: "directory", mode: entry.mode ?? 493 });
    else if (entry.kind === "link")
      archive.entry({ name: entry.path, type: "symlink", linkname: entry.target });
    else
      archive.entry(
        {
          name: entry.path,
          mode: entry.mode ?? 420,
          ...entry.modifiedAt ? { mtime: entry.modifiedAt } : {}
        },
        Buffer.from(entry.content)
      );
  }
  archive.finalize();
  const chunks = [];
  for await (const chunk of archive) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
__name(packArchive, "packArchive");

export {
  packArchive
};
