import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  servedDigest
} from "./chunk-XYUZ7GH3.js";
import {
  explainPush
} from "./chunk-FVQTKM2F.js";
import {
  runDocker
} from "./chunk-B72IAK3C.js";
import {
  connectEngine
} from "./chunk-PG4B5AOC.js";
import {
  originOf
} from "./chunk-KVZ7LJD7.js";
import {
  withRegistryFetch
} from "./chunk-7H4Z5KSI.js";
import "./chunk-WDINJYBU.js";
import "./chunk-IS7OFOW7.js";
import "./chunk-FXC36CPP.js";
import "./chunk-VDL5BWLT.js";
import {
  parseReference
} from "./chunk-EZZRJBFE.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/push-retry.rules.ts
var FINAL = /denied|unauthori[sz]ed|authentication required|no basic auth|insufficient_scope|forbidden|\b40[134]\b|not found|name unknown|name invalid|tag invalid|manifest invalid|server gave HTTP response to HTTPS client|x509|certificate|no space left|no such image|does not exist locally|no such host/i;
var BUSY = /too ?many ?requests|rate limit|\b429\b|\b5\d\d (?:internal|bad|service|gateway)|unexpected HTTP status:? 5\d\d|unexpected status[^\n]*: 5\d\d|service unavailable|bad gateway|gateway time-?out|internal server error|^unavailable\b/im;
var BROKEN = /connection reset|connection refused|broken pipe|\bEOF\b|i\/o timeout|TLS handshake timeout|Client\.Timeout|deadline exceeded|closed network connection|no route to host|network is unreachable|http2: |server misbehaving|blob upload (?:unknown|invalid)/i;
function passingTrouble(said) {
  if (/too ?many ?requests|\b429\b/i.test(said)) return "busy";
  if (FINAL.test(said)) return void 0;
  return BUSY.test(said) ? "busy" : BROKEN.test(said) ? "broken" : void 0;
}
__name(passingTrouble, "passingTrouble");
var FIRST_MS = 1e3;
var MOST_MS = 6e4;
var LONGEST_ASKED_MS = 15 * 6e4;
function pauseBefore(attempt, askedMs) {
  const ownMs = Math.min(MOST_MS, FIRST_MS * 2 ** (attempt - 1));
  if (askedMs === void 0) return ownMs;
  return askedMs > LONGEST_ASKED_MS ? void 0 : Math.max(askedMs, ownMs);
}
__name(pauseBefore, "pauseBefore");
function retryAfterMs(header, nowMs) {
  if (header === null) return void 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1e3;
  const at = Date.parse(header);
  return Number.isNaN(at) ? void 0 : Math.max(0, at - nowMs);
}
__name(retryAfterMs, "retryAfterMs");

// src/images/retry-after.ts
var TIMEOUT_MS = 5e3;
async function askedPause(reference, fx) {
  const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const url = new URL("/v2/", originOf(parseReference(reference).domain));
  try {
    return await withRegistryFetch(async (fetch) => {
      const answer = await fetch(url, { signal, redirect: "manual" });
      await answer.body?.cancel();
      const isBusy = answer.status === 429 || answer.status === 503;
      return isBusy ? retryAfterMs(answer.headers.get("retry-after"), fx.clock.now()) : void 0;
    });
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.debug(`${url.host} could not be asked how long to wait: ${String(error)}`);
    return void 0;
  }
}
__name(askedPause, "askedPause");

// src/images/push-tag.ts
async function pushTag({ docker, socketPath, retries }, tag, fx, update) {
  for (let attempt = 1; ; attempt++) {
    const result = await runDocker(fx.exec, docker, socketPath, ["push", tag], {
      signal: fx.signal,
      isChecked: false,
      onLine: /* @__PURE__ */ __name((line) => update(line.trim().slice(0, 100)), "onLine")
    });
    if (result.exitCode === 0) return;
    const said = result.stderr.trim() || result.stdout;
    const trouble = passingTrouble(said);
    if (trouble === void 0 || attempt > retries) throw explainPush(tag, said, attempt);
    const pauseMs = pauseBefore(attempt, trouble === "busy" ? await askedPause(tag, fx) : void 0);
    if (pauseMs === void 0) throw explainPush(tag, said, attempt);
    const why = trouble === "busy" ? "the registry is busy" : "the connection broke";
    const seconds = Math.ceil(pauseMs / 1e3);
    fx.log.warn(`pushing ${tag}: ${why}; trying again in ${seconds} s (${attempt} of ${retries})`);
    await fx.clock.sleep(pauseMs, fx.signal);
  }
}
__name(pushTag, "pushTag");

// src/images/push.ts
async function pushImage(spec, fx) {
  const startedAt = fx.clock.now();
  const { name } = spec.image;
  const [reference] = spec.image.tags;
  if (!reference) throw new SwarmlineError("input", `${name} has no tag to push`);
  await fx.log.step(`Push ${name}`, async (update) => {
    for (const tag of spec.image.tags) await pushTag(spec, tag, fx, update);
  });
  const client = connectEngine(spec.socketPath);
  try {
    const digest = await digestOf(client, spec.docker, reference, fx);
    const durationMs = spec.image.durationMs + fx.clock.now() - startedAt;
    return { name, reference, digest, sizeBytes: spec.image.sizeBytes, durationMs };
  } finally {
    client.close();
  }
}
__name(pushImage, "pushImage");
async function digestOf(client, docker, reference, fx) {
  const image = await client.json("GET", `/images/${reference}/json`, {
    signal: fx.signal
  });
  const recorded = digestsOf(image.RepoDigests ?? [], reference);
  const served = await servedDigest(client, docker.configDir, reference, fx);
  if (served === void 0) {
    const last = recorded.at(-1);
    if (last) return last;
    throw new SwarmlineError("push-failed", `the engine has no digest for ${reference}`, {
      hint: "push it again"
    });
  }
  if (recorded.length > 0 && !recorded.includes(served))
    throw new SwarmlineError("push-failed", `the registry serves another ${reference} than the one pushed`, {
      hint: "somebody else pushed the same tag at the same time: use a separate tag for every run"
    });
  return served;
}
__name(digestOf, "digestOf");
function digestsOf(repoDigests, reference) {
  const { domain, repository } = parseReference(reference);
  return repoDigests.flatMap((entry) => {
    const known = parseReference(entry);
    return known.digest && known.domain === domain && known.repository === repository ? [known.digest] : [];
  });
}
__name(digestsOf, "digestsOf");
export {
  digestsOf,
  pushImage
};
