import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  packArchive
} from "./chunk-6P3JN7WV.js";
import {
  EngineAnswerError,
  isGone
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/containers.ts
async function inspectContainer(client, name, signal) {
  try {
    const seen = await client.json("GET", `/containers/${name}/json`, signal ? { signal } : {});
    return {
      id: seen.Id,
      image: seen.Image,
      isRunning: seen.State.Running,
      exitCode: seen.State.ExitCode,
      labels: seen.Config.Labels ?? {}
    };
  } catch (error) {
    if (isGone(error)) return void 0;
    throw error;
  }
}
__name(inspectContainer, "inspectContainer");
async function createContainer(client, what, name, body, signal) {
  await asked(
    `${what} cannot be made`,
    () => client.json("POST", "/containers/create", { query: { name }, body, signal, timeoutMs: 12e4 })
  );
}
__name(createContainer, "createContainer");
async function startContainer(client, what, name, signal) {
  await asked(
    `${what} does not start`,
    () => client.json("POST", `/containers/${name}/start`, { signal, timeoutMs: 12e4 })
  );
}
__name(startContainer, "startContainer");
var notOurs = /* @__PURE__ */ __name((name) => new SwarmlineError("cluster-failed", `a container ${name} already exists, created by another run`, {
  hint: `choose another name with --name, or, if it is yours, remove it: docker rm -f ${name}`
}), "notOurs");
async function removeContainer(client, name) {
  try {
    await client.json("DELETE", `/containers/${name}`, { query: { force: true, v: true }, timeoutMs: 6e4 });
  } catch (error) {
    if (!(error instanceof EngineAnswerError && [404, 409].includes(error.status))) throw error;
  }
}
__name(removeContainer, "removeContainer");
async function putFiles(client, name, files, signal) {
  await client.json("PUT", `/containers/${name}/archive`, {
    query: { path: "/" },
    body: await packArchive(files),
    contentType: "application/x-tar",
    signal
  });
}
__name(putFiles, "putFiles");
async function asked(what, ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    throw new SwarmlineError("cluster-failed", `${what}: ${error.message}`, { cause: error });
  }
}
__name(asked, "asked");

export {
  inspectContainer,
  createContainer,
  startContainer,
  notOurs,
  removeContainer,
  putFiles
};
