import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  isDigest,
  isDigestOf
} from "./chunk-WDINJYBU.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/registry-fetch.ts
async function withRegistryFetch(work) {
  const [{ default: undici }, { getProxyUrl }] = await Promise.all([
    import("./undici-IXCQNPAI.js"),
    import("./proxy-HH4H2QFZ.js")
  ]);
  const { Agent, fetch, Pool, ProxyAgent } = undici;
  const agent = new Agent({
    factory: /* @__PURE__ */ __name((origin, options) => {
      const proxy = getProxyUrl(new URL(origin));
      if (!proxy) return new Pool(origin, options);
      return new ProxyAgent({ ...options, uri: proxy.hostname ? proxy.href : `http://${proxy.href}` });
    }, "factory")
  });
  try {
    return await work((input, init) => fetch(input, { ...init, dispatcher: agent }));
  } finally {
    await agent.destroy();
  }
}
__name(withRegistryFetch, "withRegistryFetch");

// src/images/challenge.rules.ts
var HERE = /^(?:127(?:\.\d+){3}|localhost|.+\.localhost|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;
var isHere = /* @__PURE__ */ __name((hostname) => HERE.test(hostname.toLowerCase()), "isHere");
function mayLeadTo(registry, to) {
  if (to.username || to.password) return false;
  if (!isHere(registry.hostname)) return to.protocol === "https:" && !isHere(to.hostname);
  return to.protocol === "https:" || to.protocol === "http:" && isHere(to.hostname);
}
__name(mayLeadTo, "mayLeadTo");
function challengeOf(header, registry) {
  if (/^basic\b/i.test(header)) return { scheme: "basic" };
  const asked = new Map(
    [...header.slice(0, 4096).matchAll(/\b(\w{1,32})="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value
    ])
  );
  const given = asked.get("realm");
  if (!/^bearer\b/i.test(header) || !given) throw new Error("it requires a login, and none was given");
  if (!URL.canParse(given)) throw new Error("its token address is not valid");
  const realm = new URL(given);
  if (!mayLeadTo(registry, realm))
    throw new Error(
      isHere(realm.hostname) ? "it names this machine as the source of its tokens" : "it gives its tokens without TLS"
    );
  return { scheme: "bearer", realm, service: asked.get("service"), scope: asked.get("scope") };
}
__name(challengeOf, "challengeOf");

// src/images/registry-session.ts
var MANIFESTS = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
var MAX_REDIRECTS = 5;
var MOST_BYTES = 4 * 1024 * 1024;
var MOST_TOKEN_BYTES = 256 * 1024;
function registrySession(registry, repository, login, fetch, signal) {
  let authorization;
  const follow = /* @__PURE__ */ __name(async (path) => {
    let url = new URL(`/v2/${repository}/${path}`, registry);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const isOwn = url.origin === registry.origin;
      const headers = { accept: MANIFESTS, ...isOwn && authorization ? { authorization } : {} };
      const answer = await fetch(url, { headers, signal, redirect: "manual" });
      if (![301, 302, 303, 307, 308].includes(answer.status)) return { answer, isOwn };
      await answer.body?.cancel();
      const location = answer.headers.get("location") ?? "";
      if (!URL.canParse(location, url.href)) throw new Error("it redirects nowhere");
      url = new URL(location, url);
      if (url.origin !== registry.origin && !mayLeadTo(registry, url))
        throw new Error("it redirects to an address that is not allowed");
    }
    throw new Error("it redirects in a loop");
  }, "follow");
  const session = {
    ask: /* @__PURE__ */ __name(async (path) => {
      const { answer, isOwn } = await follow(path);
      if (answer.status !== 401 || !isOwn || authorization !== void 0) return answer;
      await answer.body?.cancel();
      authorization = await authorize(answer.headers.get("www-authenticate") ?? "");
      return (await follow(path)).answer;
    }, "ask"),
    get: /* @__PURE__ */ __name(async (kind, digest) => {
      if (!isDigest(digest)) throw new Error("no digest that is known here");
      const bytes = await bytesOf(await session.ask(`${kind}/${digest}`), MOST_BYTES);
      if (!isDigestOf(digest, bytes)) throw new Error(`${kind} ${digest}: the content does not match it`);
      return bytes;
    }, "get")
  };
  const authorize = /* @__PURE__ */ __name(async (header) => {
    if (login && "registryToken" in login) return bearer(login.registryToken);
    const basic = login && "username" in login ? `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}` : void 0;
    const challenge = challengeOf(header, registry);
    if (challenge.scheme === "basic") {
      if (!basic) throw new Error("it requires a login, and none was given");
      return basic;
    }
    const { realm, service } = challenge;
    const scope = `repository:${repository}:pull`;
    if (login && "identityToken" in login) {
      const body = refreshRequest(login.identityToken, service, scope);
      return bearer(await tokenFrom(await fetch(realm, { method: "POST", body, signal, redirect: "manual" })));
    }
    if (service) realm.searchParams.set("service", service);
    realm.searchParams.set("scope", scope);
    const headers = basic ? { authorization: basic } : {};
    return bearer(await tokenFrom(await fetch(realm, { headers, signal, redirect: "manual" })));
  }, "authorize");
  return session;
}
__name(registrySession, "registrySession");
var refreshRequest = /* @__PURE__ */ __name((token, service, scope) => new URLSearchParams({
  ...{ grant_type: "refresh_token", refresh_token: token, client_id: "docker", scope },
  ...service ? { service } : {}
}), "refreshRequest");
async function tokenFrom(answer) {
  const { token, access_token } = jsonOf(await bytesOf(answer, MOST_TOKEN_BYTES));
  return token ?? access_token;
}
__name(tokenFrom, "tokenFrom");
function bearer(token) {
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) throw new Error("it gives no token");
  return `Bearer ${token}`;
}
__name(bearer, "bearer");
async function bytesOf(answer, mostBytes) {
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    throw new Error(`it answers ${answer.status}`);
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > mostBytes) throw new Error("its answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
__name(bytesOf, "bytesOf");
var jsonOf = /* @__PURE__ */ __name((bytes) => record(JSON.parse(bytes.toString("utf8"))), "jsonOf");
var record = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");

export {
  withRegistryFetch,
  isHere,
  MOST_BYTES,
  registrySession,
  bytesOf,
  jsonOf,
  record
};
