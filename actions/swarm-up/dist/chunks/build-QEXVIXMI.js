import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  explainBuild
} from "./chunk-KJ7F25DC.js";
import {
  runPlugin
} from "./chunk-MPFZM7ET.js";
import {
  withScratch
} from "./chunk-T4N6CHKP.js";
import "./chunk-JFAQ5MZV.js";
import "./chunk-SLOVN27F.js";
import {
  EngineAnswerError,
  connectEngine
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/images/build.ts
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

// src/images/bake.rules.ts
var targetOf = /* @__PURE__ */ __name((name) => name.replaceAll(".", "_"), "targetOf");
function bakeFile(images, secrets = {}) {
  const services = images.map(({ name, build, tags }) => [
    targetOf(name),
    { image: tags[0], build: { ...build, tags } }
  ]);
  return JSON.stringify({ services: Object.fromEntries(services), secrets }).replaceAll("$", "$$$$");
}
__name(bakeFile, "bakeFile");
function builtIds(metadata, name) {
  const all = JSON.parse(metadata);
  const said = all[targetOf(name)] ?? {};
  const ids = [said["containerimage.digest"], said["containerimage.config.digest"]];
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}
__name(builtIds, "builtIds");
function failedTarget(lines, images) {
  const said = lines.map((line) => /^ERROR: target ([\w-]+): /.exec(line)?.[1]).find(Boolean);
  return images.find(({ name }) => targetOf(name) === said)?.name;
}
__name(failedTarget, "failedTarget");

// src/images/build.ts
var LINES_SHOWN = 20;
async function buildImages(spec, fx) {
  for (const image of spec.images) await requireFiles(image);
  const startedAt = fx.clock.now();
  return withScratch("build", async (folder) => {
    const title = `Build ${spec.images.map(({ name }) => name).join(", ")}`;
    await fx.log.step(title, (update) => bake(spec, folder, fx, update));
    const durationMs = fx.clock.now() - startedAt;
    const metadata = await readFile(path.join(folder, "metadata.json"), "utf8");
    const client = connectEngine(spec.socketPath);
    try {
      return await Promise.all(
        spec.images.map(async ({ name, tags }) => {
          const { Id, Size } = await inspect(client, builtIds(metadata, name), name, fx.signal);
          return { name, id: Id, tags, sizeBytes: Size, durationMs };
        })
      );
    } finally {
      client.close();
    }
  });
}
__name(buildImages, "buildImages");
async function bake({ docker, socketPath, images, secrets }, folder, fx, update) {
  const file = path.join(folder, "bake.yml");
  await writeFile(file, bakeFile(images, secrets), { mode: 384 });
  const lines = [];
  const onLine = /* @__PURE__ */ __name((line) => {
    if (line.trim() === "") return;
    lines.push(line);
    if (lines.length > 400) lines.shift();
    fx.log.debug(line);
    update(line.trim().slice(0, 100));
  }, "onLine");
  const args = ["bake", "--builder", "default", "--file", file, "--progress", "plain"];
  const result = await runPlugin(
    fx.exec,
    docker,
    socketPath,
    "buildx",
    [...args, "--metadata-file", path.join(folder, "metadata.json")],
    {
      cwd: folder,
      // What may be read is what the user's own files name: there is nobody here to ask.
      env: { BUILDX_NO_DEFAULT_ATTESTATIONS: "1", BUILDX_BAKE_ENTITLEMENTS_FS: "0" },
      signal: fx.signal,
      isChecked: false,
      onLine
    }
  );
  if (result.exitCode === 0) return;
  const said = lines.length > 0 ? lines : `${result.stdout}
${result.stderr}`.split("\n");
  for (const line of said.slice(-LINES_SHOWN)) fx.log.info(line);
  throw explainBuild(failedTarget(said, images) ?? images.map(({ name }) => name).join(", "), said);
}
__name(bake, "bake");
async function inspect(client, ids, name, signal) {
  for (const id of ids) {
    try {
      return await client.json("GET", `/images/${id}/json`, { signal });
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    }
  }
  throw new SwarmlineError("build-failed", `building ${name}: the engine does not have the image`, {
    hint: "build it again; something may have removed it at the same time: docker image prune"
  });
}
__name(inspect, "inspect");
var isElsewhere = /* @__PURE__ */ __name((context) => !path.isAbsolute(context), "isElsewhere");
async function requireFiles({ name, build }) {
  if (isElsewhere(build.context)) return;
  const isThere = /* @__PURE__ */ __name(async (file, kind) => stat(file).then(
    (found) => found[kind](),
    () => false
  ), "isThere");
  if (!await isThere(build.context, "isDirectory"))
    throw new SwarmlineError("input", `${name}: there is no folder ${build.context}`, {
      hint: "correct its build context"
    });
  if (build.dockerfile_inline !== void 0) return;
  const dockerfile = path.resolve(build.context, build.dockerfile ?? "Dockerfile");
  if (!await isThere(dockerfile, "isFile"))
    throw new SwarmlineError("input", `${name}: there is no ${dockerfile}`, {
      hint: "create it, or name the right one as its dockerfile"
    });
}
__name(requireFiles, "requireFiles");
export {
  buildImages
};
