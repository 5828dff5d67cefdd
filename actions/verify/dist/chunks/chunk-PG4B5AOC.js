import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/docker/client.ts
import http from "node:http";

// src/docker/api-version.rules.ts
var OLDEST = "1.40";
var NEWEST = "1.57";
function negotiatedVersion(said) {
  if (typeof said !== "string" || !/^\d{1,3}\.\d{1,3}$/.test(said)) return void 0;
  if (isOlder(said, OLDEST))
    throw new SwarmlineError(
      "no-engine",
      `the engine's API is ${said}, and the oldest that can be used is ${OLDEST}`,
      {
        hint: "update it to Docker Engine 20.10 or later"
      }
    );
  return isOlder(NEWEST, said) ? NEWEST : said;
}
__name(negotiatedVersion, "negotiatedVersion");
function isOlder(one, other) {
  const [major = 0, minor = 0] = one.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
  return major < otherMajor || major === otherMajor && minor < otherMinor;
}
__name(isOlder, "isOlder");
var REFUSED = /^client version \S+ is too (new|old)\b.*?(?:supported API version is (\S+?))?(?:,|$)/;
var refusedVersion = /* @__PURE__ */ __name((message) => REFUSED.exec(message)?.[1], "refusedVersion");
var tooNewEngine = /* @__PURE__ */ __name((message, cause) => new SwarmlineError(
  "no-engine",
  `the engine's API begins at ${REFUSED.exec(message)?.[2] ?? "a newer version"}, and the newest that can be used is ${NEWEST}`,
  { hint: "update Swarmline, or set min-api-version in the engine\u2019s daemon.json", cause }
), "tooNewEngine");

// src/docker/out-of-sequence.rules.ts
var OUT_OF_SEQUENCE = /out of sequence/i;

// src/docker/read-stream.ts
var TooLong = class extends Error {
  static {
    __name(this, "TooLong");
  }
  constructor(mostBytes) {
    super(`it is longer than ${mostBytes / 1024 / 1024} MiB`);
  }
};
async function readStream(stream, mostBytes, whenLonger) {
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size <= mostBytes) continue;
    if (whenLonger === "refuse") throw new TooLong(mostBytes);
    break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
}
__name(readStream, "readStream");

// src/docker/client.ts
var EngineAnswerError = class extends SwarmlineError {
  static {
    __name(this, "EngineAnswerError");
  }
  status;
  constructor(status, message) {
    super("internal", message);
    this.status = status;
  }
};
var isGone = /* @__PURE__ */ __name((error) => error instanceof EngineAnswerError && error.status === 404, "isGone");
var isOutOfSequence = /* @__PURE__ */ __name((error) => error instanceof EngineAnswerError && OUT_OF_SEQUENCE.test(error.message), "isOutOfSequence");
var DEFAULT_TIMEOUT_MS = 3e4;
var PING = "/_ping";
var MOST_BYTES = 64 * 1024 * 1024;
var MOST_WORDS = 16 * 1024;
function connectEngine(socketPath, revive) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  let reviving;
  const isRevived = /* @__PURE__ */ __name(() => {
    reviving ??= (revive?.() ?? Promise.reject(new Error("there is no way to make anew"))).then(
      () => true,
      () => false
    ).finally(() => {
      reviving = void 0;
    });
    return reviving;
  }, "isRevived");
  let prefix;
  const stream = /* @__PURE__ */ __name(async (method, path, options = {}) => {
    try {
      return await versioned(method, path, options);
    } catch (error) {
      const isLost = error instanceof SwarmlineError && error.code === "engine-lost";
      if (!isLost || !revive || !await isRevived() || method !== "GET") throw error;
      prefix = void 0;
      return versioned(method, path, options);
    }
  }, "stream");
  const versioned = /* @__PURE__ */ __name(async (method, path, options) => {
    if (path === PING) return once(method, path, options);
    const known = prefix;
    const asked = known ?? await askPrefix(options);
    prefix = asked;
    try {
      return await once(method, asked + path, options);
    } catch (error) {
      const refused = error instanceof EngineAnswerError && refusedVersion(error.message);
      if (!refused) throw error;
      prefix = void 0;
      if (refused === "old") throw tooNewEngine(error.message, error);
      if (known === void 0 || isStream(options.body)) throw error;
      return versioned(method, path, options);
    }
  }, "versioned");
  const askPrefix = /* @__PURE__ */ __name(async ({ timeoutMs, signal }) => {
    const within = { timeoutMs: timeoutMs || DEFAULT_TIMEOUT_MS, ...signal ? { signal } : {} };
    const answer = await once("GET", PING, within).catch((error) => {
      if (error instanceof EngineAnswerError) return void 0;
      throw error;
    });
    answer?.destroy();
    const version = negotiatedVersion(answer?.headers["api-version"]);
    return version === void 0 ? "" : `/v${version}`;
  }, "askPrefix");
  const once = /* @__PURE__ */ __name((method, path, options = {}) => new Promise((resolve, reject) => {
    const payload = payloadOf(options);
    const request = http.request(
      {
        socketPath,
        agent,
        method,
        path: path + queryOf(options.query),
        headers: { host: "docker", ...payload.headers, ...options.headers },
        ...options.signal ? { signal: options.signal } : {}
      },
      (response) => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) return resolve(response);
        readStream(response, MOST_WORDS, "cut").then(
          (body) => reject(
            new EngineAnswerError(
              status,
              messageOf(body.toString("utf8")) || `the engine answered ${status}`
            )
          ),
          reject
        );
      }
    );
    const limit = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    if (limit > 0)
      request.setTimeout(
        limit,
        () => request.destroy(
          new SwarmlineError("timed-out", `the engine did not answer within ${limit / 1e3} s`)
        )
      );
    request.on("error", (error) => reject(lost(error, socketPath)));
    if (isStream(payload.body)) payload.body.pipe(request);
    else request.end(payload.body);
  }), "once");
  return {
    socketPath,
    stream,
    json: /* @__PURE__ */ __name(async (method, path, options) => {
      const answer = await stream(method, path, options);
      const body = await readStream(answer, MOST_BYTES, "refuse").then(
        (bytes) => bytes.toString("utf8"),
        (error) => {
          throw error instanceof TooLong ? tooLong(path, error) : lost(error, socketPath);
        }
      );
      if (!body.trim()) return void 0;
      try {
        return JSON.parse(body);
      } catch (cause) {
        throw new SwarmlineError("engine-lost", `the engine's answer to ${path} is not JSON`, { cause });
      }
    }, "json"),
    close: /* @__PURE__ */ __name(() => agent.destroy(), "close")
  };
}
__name(connectEngine, "connectEngine");
var isStream = /* @__PURE__ */ __name((body) => typeof body === "object" && body !== null && "pipe" in body, "isStream");
function payloadOf(options) {
  const { body, contentType } = options;
  if (body === void 0) return { headers: {}, body: void 0 };
  if (contentType) return { headers: { "content-type": contentType }, body };
  const json = JSON.stringify(body);
  return {
    headers: { "content-type": "application/json", "content-length": String(Buffer.byteLength(json)) },
    body: json
  };
}
__name(payloadOf, "payloadOf");
function queryOf(query) {
  const set = Object.entries(query ?? {}).filter(([, v]) => v !== void 0);
  return set.length ? `?${new URLSearchParams(set.map(([k, v]) => [k, String(v)]))}` : "";
}
__name(queryOf, "queryOf");
function messageOf(body) {
  try {
    const parsed = JSON.parse(body);
    const message = parsed.message;
    return typeof message === "string" ? message : body.trim();
  } catch {
    return body.trim();
  }
}
__name(messageOf, "messageOf");
var tooLong = /* @__PURE__ */ __name((path, cause) => new SwarmlineError("engine-lost", `the engine's answer to ${path} cannot be used: ${cause.message}`, {
  cause
}), "tooLong");
function lost(error, socketPath) {
  if (error instanceof SwarmlineError) return error;
  if (error.name === "AbortError") return new SwarmlineError("cancelled", "cancelled");
  const said = error instanceof Error ? error.message : String(error);
  return new SwarmlineError("engine-lost", `the engine at ${socketPath} does not answer: ${said}`, {
    hint: "see whether it still runs: swarmline ls",
    cause: error
  });
}
__name(lost, "lost");

export {
  readStream,
  EngineAnswerError,
  isGone,
  isOutOfSequence,
  connectEngine
};
