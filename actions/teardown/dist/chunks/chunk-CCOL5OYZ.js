import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  packArchive
} from "./chunk-MS3BXRXJ.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/docker/progress.ts
var LONGEST_LINE = 1024 * 1024;
async function readProgress(what, stream) {
  let rest = "";
  let failure;
  const look = /* @__PURE__ */ __name((line) => {
    failure ??= parse(line)?.error;
  }, "look");
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(look);
    if (rest.length > LONGEST_LINE)
      throw new SwarmlineError(
        "cluster-failed",
        `${what}: the engine answered with something other than lines`
      );
  }
  look(rest);
  if (failure) throw new SwarmlineError("cluster-failed", `${what}: ${failure}`);
}
__name(readProgress, "readProgress");
function parse(line) {
  if (!line.includes('"error"')) return void 0;
  try {
    const said = JSON.parse(line);
    const error = typeof said === "object" && said !== null && "error" in said ? said.error : void 0;
    return error ? { error: String(error) } : void 0;
  } catch {
    return void 0;
  }
}
__name(parse, "parse");

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
  readProgress,
  importImage
};
