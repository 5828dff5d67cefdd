import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError,
  isDiskFull
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/offline/push.ts
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { PassThrough } from "node:stream";

// src/images/offline/registry-connection.ts
import http from "node:http";
var IDLE_TIMEOUT_MS = 6e4;
var LONGEST_TEXT = 8192;
function connectRegistry(endpoint, login, signal) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  const title = `${endpoint.host}:${endpoint.port}`;
  const authorization = login ? { authorization: `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}` } : {};
  const once = /* @__PURE__ */ __name(({ method, path, headers, body }) => new Promise((resolve, reject) => {
    const { pathname, search } = new URL(path, `http://${title}`);
    const request = http.request(
      {
        ...{ agent, method, signal, host: endpoint.host, port: endpoint.port, path: pathname + search },
        headers: {
          "content-length": typeof body === "string" ? Buffer.byteLength(body) : 0,
          ...authorization,
          ...headers
        }
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          if (text.length < LONGEST_TEXT) text += chunk;
        });
        response.on("error", reject);
        response.on(
          "end",
          () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
        );
      }
    );
    request.setTimeout(
      IDLE_TIMEOUT_MS,
      () => request.destroy(
        new SwarmlineError("push-failed", `the registry at ${title} does not answer any more`)
      )
    );
    request.on("error", reject);
    if (typeof body !== "function") return void request.end(body);
    const source = body();
    source.on("error", (error) => request.destroy(error));
    request.on("close", () => source.destroy());
    source.pipe(request);
  }), "once");
  return {
    title,
    send: /* @__PURE__ */ __name(async (request) => {
      try {
        return await once(request);
      } catch (error) {
        if (!isBroken(error)) throw unreachable(error, title);
        return await once(request).catch((again) => {
          throw unreachable(again, title);
        });
      }
    }, "send"),
    close: /* @__PURE__ */ __name(() => agent.destroy(), "close")
  };
}
__name(connectRegistry, "connectRegistry");
function isBroken(error) {
  return ["ECONNRESET", "EPIPE"].includes(String(error.code));
}
__name(isBroken, "isBroken");
function unreachable(error, title) {
  if (error instanceof SwarmlineError) return error;
  if (error.name === "AbortError")
    return new SwarmlineError("cancelled", "cancelled", { cause: error });
  const said = error instanceof Error ? error.message : String(error);
  return new SwarmlineError("push-failed", `no registry answers at ${title}: ${said}`, {
    hint: "see whether it runs",
    cause: error
  });
}
__name(unreachable, "unreachable");

// src/images/offline/registry-refusal.rules.ts
function refusalByRegistry({ status, text, registry, repository, username }) {
  if (status === 401 || status === 403)
    return new SwarmlineError(
      "push-failed",
      username === void 0 ? `the registry at ${registry} requires a login` : `the registry at ${registry} refused the login of ${username}`,
      {
        hint: username === void 0 ? "give a user name and a password" : "check the user name and the password"
      }
    );
  if (status === 405)
    return new SwarmlineError("push-failed", `the registry at ${registry} is read only`, {
      hint: "push through the address that takes a login"
    });
  if (isDiskFull(text))
    return new SwarmlineError("disk-full", `no space left on the disk of the registry at ${registry}`, {
      hint: "free some space where the registry keeps its data"
    });
  const said = messagesOf(text);
  return new SwarmlineError(
    "push-failed",
    `the registry at ${registry} refused ${repository} (${status})${said ? `: ${said}` : ""}`
  );
}
__name(refusalByRegistry, "refusalByRegistry");
function messagesOf(text) {
  try {
    const { errors } = JSON.parse(text);
    return (errors ?? []).map(({ message }) => String(message)).join("; ");
  } catch {
    return text.trim().split("\n")[0]?.slice(0, 200) ?? "";
  }
}
__name(messagesOf, "messagesOf");

// src/images/offline/push.ts
var MIB = 1024 * 1024;
async function pushImage(registry, image, repository, tag, fx) {
  const connection = connectRegistry(registry.endpoint, registry.login, fx.signal);
  const to = { connection, repository, username: registry.login?.username };
  try {
    return await fx.log.step(`Push ${repository}:${tag}`, async (update) => {
      for (const layer of image.layers) await pushBlob(to, layer, update);
      await pushBlob(to, image.config, update);
      return await pushManifest(to, image, tag);
    });
  } finally {
    connection.close();
  }
}
__name(pushImage, "pushImage");
async function pushBlob(to, blob, update) {
  const { connection, repository } = to;
  const seen = await connection.send({ method: "HEAD", path: `/v2/${repository}/blobs/${blob.digest}` });
  if (seen.status === 200) return;
  if (seen.status !== 404) throw refusal(to, seen);
  const opened = await connection.send({ method: "POST", path: `/v2/${repository}/blobs/uploads/` });
  if (opened.status !== 202) throw refusal(to, opened);
  const location = opened.headers.location ?? "";
  if (!URL.canParse(location, `http://${connection.title}`)) throw refusal(to, opened);
  const upload = new URL(location, `http://${connection.title}`);
  upload.searchParams.set("digest", blob.digest);
  const stored = await connection.send({
    method: "PUT",
    path: upload.href,
    headers: { "content-type": "application/octet-stream", "content-length": blob.sizeBytes },
    body: /* @__PURE__ */ __name(() => counted(blob, update), "body")
  });
  if (stored.status !== 201) throw refusal(to, stored);
}
__name(pushBlob, "pushBlob");
function counted(blob, update) {
  const through = new PassThrough();
  let sentBytes = 0;
  let shownMib = -1;
  through.on("data", (chunk) => {
    sentBytes += chunk.length;
    const mib = Math.floor(sentBytes / MIB);
    if (mib === shownMib) return;
    shownMib = mib;
    update(`${mib} of ${Math.ceil(blob.sizeBytes / MIB)} MiB`);
  });
  const file = createReadStream(blob.path, { highWaterMark: MIB });
  file.on("error", (error) => through.destroy(error));
  through.on("close", () => file.destroy());
  return file.pipe(through);
}
__name(counted, "counted");
async function pushManifest(to, image, tag) {
  const body = await readFile(image.manifest.path, "utf8");
  const answer = await to.connection.send({
    method: "PUT",
    path: `/v2/${to.repository}/manifests/${tag}`,
    headers: { "content-type": image.manifest.mediaType },
    body
  });
  if (answer.status !== 201) throw refusal(to, answer);
  const digest = answer.headers["docker-content-digest"];
  if (digest !== image.digest)
    throw new SwarmlineError(
      "push-failed",
      `the registry keeps ${to.repository}:${tag} as ${digest}, not ${image.digest}`
    );
  return image.digest;
}
__name(pushManifest, "pushManifest");
function refusal(to, answer) {
  return refusalByRegistry({
    ...answer,
    registry: to.connection.title,
    repository: to.repository,
    username: to.username
  });
}
__name(refusal, "refusal");
export {
  pushImage
};
