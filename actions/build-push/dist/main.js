import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runMain
} from "./chunks/chunk-KHXSNJDJ.js";
import "./chunks/chunk-LFGHOSNI.js";
import {
  entries,
  flag,
  lines,
  loginFaults,
  loginInputs,
  matching,
  pairs,
  targetInputs,
  wayFaults
} from "./chunks/chunk-RZV546KZ.js";
import "./chunks/chunk-JSEEVW6R.js";
import {
  __name
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/build-push.ts
import path from "node:path";
var TAG = /^\w[\w.-]{0,127}$/;
var inputs = {
  ...targetInputs,
  ...loginInputs,
  images: entries("images", "NAME=FOLDER or NAME=FOLDER,DOCKERFILE", (line) => {
    const [, name, folder, dockerfile] = /^([a-z0-9][a-z0-9._-]*)=([^,]+)(?:,(.+))?$/.exec(line) ?? [];
    return name && folder ? [name, { folder, dockerfile: dockerfile ?? "Dockerfile" }] : void 0;
  }),
  // The owner of a repository may have capitals, which no registry has: `github.repository_owner` is taken as it is.
  namespace: matching("namespace", /^(?:[a-z0-9][a-z0-9._/-]*)?$/i, "letters, digits and . _ / -"),
  prefix: matching("prefix", /^(?:[a-z0-9][a-z0-9._-]*)?$/, "lower-case letters, digits and . _ -"),
  tags: lines("tags"),
  buildArgs: pairs("build-args"),
  push: flag("push")
};
var buildPushForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name((values) => {
    const { cluster, dockerHost, images, tags } = values;
    const wrong = tags.filter((tag) => !TAG.test(tagOf(tag)));
    const foreign = tags.filter((tag) => TAG.test(tagOf(tag)) && !isOfImages(tag, values));
    return [
      ...Object.keys(images).length === 0 ? ["images is empty: give NAME=FOLDER lines"] : [],
      ...tags.length === 0 ? ["tags is empty: give at least one"] : [],
      ...wrong.map((tag) => `tags takes one tag on each line, not \u201C${tag}\u201D`),
      ...foreign.map((tag) => `tags names ${tag}, which is none of the images of this step`),
      ...cluster && dockerHost ? ["cluster and docker-host name two engines: give one"] : [],
      ...wayFaults(values),
      ...loginFaults(values, values)
    ];
  }, "faultsOf")
};
var tagOf = /* @__PURE__ */ __name((text) => /^\S+\/[^/:]+:([^/:]+)$/.exec(text)?.[1] ?? text, "tagOf");
function isOfImages(text, { images, prefix }) {
  const [, name] = /\/([^/:]+):[^/:]+$/.exec(text) ?? [];
  return name === void 0 || Object.keys(images).some((each) => `${prefix}${each}` === name);
}
__name(isOfImages, "isOfImages");
function buildRequest(values, where) {
  const { target, registry, workspace } = where;
  const { prefix, buildArgs, push } = values;
  const namespace = values.namespace.toLowerCase();
  const tags = [...new Set(values.tags.map(tagOf))];
  return {
    target,
    images: Object.entries(values.images).map(([name, { folder, dockerfile }]) => ({
      name,
      context: path.resolve(workspace, folder),
      dockerfile: path.resolve(workspace, folder, dockerfile)
    })),
    ...{ registry, namespace, prefix, tags, buildArgs },
    isPushed: push
  };
}
__name(buildRequest, "buildRequest");
function buildPushOutputs(images, isPushed) {
  const record = /* @__PURE__ */ __name((text) => JSON.stringify(Object.fromEntries(images.map((image) => [image.name, text(image)]))), "record");
  return {
    images: record(({ reference, digest }) => isPushed ? `${reference}@${digest}` : reference),
    digests: isPushed ? record(({ digest }) => digest) : "{}"
  };
}
__name(buildPushOutputs, "buildPushOutputs");

// actions/build-push/main.ts
await runMain(buildPushForm, async (values, door) => {
  const [{ build }, { reachTarget }, { registryOf }] = await Promise.all([
    import("./chunks/build-FRJG62G4.js"),
    import("./chunks/reach-target-XTY423O4.js"),
    import("./chunks/registry-of-FORAWGPU.js")
  ]);
  const dockerHost = values.dockerHost ?? door.dockerHost;
  const target = await reachTarget({ ...values, dockerHost }, door);
  const where = { target, registry: await registryOf(values, door.home), workspace: door.workspace };
  const images = await build(buildRequest(values, where), door.home, door.effects);
  door.setOutputs(buildPushOutputs(images, values.push));
});
