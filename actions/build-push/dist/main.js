import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runMain
} from "./chunks/chunk-OW7XH5CV.js";
import "./chunks/chunk-W6ZGOJFS.js";
import "./chunks/chunk-H3HAWWYR.js";
import {
  __name
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/build-push.ts
import path from "node:path";

// src/actions/input.rules.ts
var input = /* @__PURE__ */ __name((name, read, isSecret = false) => ({
  name,
  isSecret,
  read
}), "input");
var shown = /* @__PURE__ */ __name((text) => text === "" ? "an empty text" : `\u201C${text}\u201D`, "shown");
var optional = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: text || void 0 })), "optional");
var secret = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: text || void 0 }), true), "secret");
var matching = /* @__PURE__ */ __name((name, pattern, what) => input(name, (text) => pattern.test(text) ? { value: text } : { fault: `takes ${what}, not ${shown(text)}` }), "matching");
var optionalMatching = /* @__PURE__ */ __name((name, pattern, what) => input(
  name,
  (text) => text === "" ? { value: void 0 } : matching(name, pattern, what).read(text)
), "optionalMatching");
var flag = /* @__PURE__ */ __name((name) => input(
  name,
  (text) => /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : { fault: `takes true or false, not ${shown(text)}` }
), "flag");
var lines = /* @__PURE__ */ __name((name) => input(name, (text) => ({ value: linesOf(text) })), "lines");
var pairs = /* @__PURE__ */ __name((name) => entries(name, "NAME=VALUE", (line) => {
  const [, key, value] = /^([^=\s]+)=(.*)$/.exec(line) ?? [];
  return key === void 0 || value === void 0 ? void 0 : [key, value];
}), "pairs");
var entries = /* @__PURE__ */ __name((name, form, parse) => input(name, (text) => {
  const parsed = linesOf(text).map((line) => ({ line, entry: parse(line) }));
  const wrong = parsed.filter(({ entry }) => entry === void 0).map(({ line }) => shown(line));
  if (wrong.length > 0) return { fault: `takes ${form} on each line, not ${wrong.join(", ")}` };
  return { value: Object.fromEntries(parsed.flatMap(({ entry }) => entry ? [entry] : [])) };
}), "entries");
function linesOf(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
__name(linesOf, "linesOf");

// src/actions/target.rules.ts
var CLUSTER_NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/;
var CLUSTER_NAME_FORM = "at most 20 letters, digits and dashes that begin with a letter";
var targetInputs = {
  cluster: optionalMatching("cluster", CLUSTER_NAME, CLUSTER_NAME_FORM),
  dockerHost: optionalMatching(
    "docker-host",
    /^(?:unix:\/\/\/|ssh:\/\/.|tcp:\/\/.)/,
    "unix://, ssh:// or tcp://"
  )
};
function targetOf(values, dockerConfigDir) {
  return values.cluster ? { kind: "cluster", name: values.cluster } : { kind: "existing", dockerHost: values.dockerHost, dockerConfigDir };
}
__name(targetOf, "targetOf");
var loginInputs = {
  registry: optionalMatching(
    "registry",
    /^[a-zA-Z0-9.-]+(?::\d+)?$/,
    "a registry's host name, with a port or not"
  ),
  username: optional("username"),
  password: secret("password")
};
function loginFaults({ username, password }, { cluster }) {
  if (!username && !password) return [];
  if (cluster)
    return ["username and password are not for a cluster of ours, whose registry has its own login"];
  return username && password ? [] : [`${username ? "password" : "username"} is missing beside the other`];
}
__name(loginFaults, "loginFaults");

// src/actions/build-push.ts
var TAG = /^\w[\w.-]{0,127}$/;
var inputs = {
  ...targetInputs,
  ...loginInputs,
  images: entries("images", "NAME=FOLDER or NAME=FOLDER,DOCKERFILE", (line) => {
    const [, name, folder, dockerfile] = /^([a-z0-9][a-z0-9._-]*)=([^,]+)(?:,(.+))?$/.exec(line) ?? [];
    return name && folder ? [name, { folder, dockerfile: dockerfile ?? "Dockerfile" }] : void 0;
  }),
  namespace: matching("namespace", /^(?:[a-z0-9][a-z0-9._/-]*)?$/, "lower-case letters, digits and . _ / -"),
  prefix: matching("prefix", /^(?:[a-z0-9][a-z0-9._-]*)?$/, "lower-case letters, digits and . _ -"),
  tags: lines("tags"),
  buildArgs: pairs("build-args"),
  push: flag("push")
};
var buildPushForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name((values) => {
    const { cluster, dockerHost, images, tags } = values;
    const wrong = tags.filter((tag) => !TAG.test(tag));
    return [
      ...Object.keys(images).length === 0 ? ["images is empty: give NAME=FOLDER lines"] : [],
      ...tags.length === 0 ? ["tags is empty: give at least one"] : [],
      ...wrong.map((tag) => `tags takes one tag on each line, not \u201C${tag}\u201D`),
      ...cluster && dockerHost ? ["cluster and docker-host name two engines: give one"] : [],
      ...loginFaults(values, values)
    ];
  }, "faultsOf")
};
function buildRequest(values, where) {
  const { target, registry, workspace } = where;
  const { namespace, prefix, tags, buildArgs, push } = values;
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
  const [{ build }, { writeLogin }, { registryOf }] = await Promise.all([
    import("./chunks/build-GXMEGGHP.js"),
    import("./chunks/docker-login-UWSPVUGA.js"),
    import("./chunks/registry-of-NACXNWQR.js")
  ]);
  const dockerHost = values.dockerHost ?? door.dockerHost;
  const target = targetOf({ ...values, dockerHost }, await writeLogin(values, door));
  const where = { target, registry: await registryOf(values, door.home), workspace: door.workspace };
  const images = await build(buildRequest(values, where), door.home, door.effects);
  door.setOutputs(buildPushOutputs(images, values.push));
});
