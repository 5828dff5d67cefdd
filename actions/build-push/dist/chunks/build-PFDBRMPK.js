import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  withScratch
} from "./chunk-T4N6CHKP.js";
import "./chunk-JFAQ5MZV.js";
import {
  explainBuild,
  runDocker
} from "./chunk-W7U5D3PV.js";
import {
  connectEngine
} from "./chunk-YZPDMEQO.js";
import "./chunk-SLOVN27F.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/images/build.ts
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
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
export {
  buildCommand,
  buildImage
};
