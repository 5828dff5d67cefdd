import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  attachEngine,
  clusterDir,
  isRunning,
  loadProviders,
  openConnectionFolder,
  sweepLeftovers,
  version,
  visitEngine
} from "./chunk-4JOX2SJ3.js";
import {
  ON_TASKS
} from "./chunk-6DEXFADH.js";
import "./chunk-H4FKQ2RB.js";
import "./chunk-NZH7S4NC.js";
import {
  forCleanup,
  lingering
} from "./chunk-QZS52BYD.js";
import "./chunk-R7LYP3D4.js";
import "./chunk-CPD4XT6M.js";
import {
  readCluster
} from "./chunk-ODGKAUEU.js";
import {
  runDocker,
  runWithoutEngine
} from "./chunk-STXXR373.js";
import {
  openScratch
} from "./chunk-KKVCX2UQ.js";
import "./chunk-3NEWQZTY.js";
import "./chunk-OKYYRDKY.js";
import {
  demultiplex
} from "./chunk-VYR24TZY.js";
import {
  require_tar_stream
} from "./chunk-LSDA3ZLN.js";
import {
  OUR_LABEL,
  STACK_LABEL,
  isBook
} from "./chunk-XKGGMZTO.js";
import {
  nearest,
  require_dist
} from "./chunk-GD2YEUNK.js";
import {
  failureInWords
} from "./chunk-N4UDMW7B.js";
import {
  secretForms
} from "./chunk-LXYRLMNY.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-DCOXSXBO.js";
import "./chunk-MS7PS3W3.js";
import "./chunk-4PRY5P2B.js";
import "./chunk-2G2HWL7I.js";
import {
  HIDDEN,
  bounded,
  inTerminal,
  withoutUrlSecrets
} from "./chunk-YK2URNYV.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  EngineAnswerError,
  OUT_OF_SEQUENCE,
  isGone,
  isOutOfSequence
} from "./chunk-5XKAGF7T.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name,
  __toESM
} from "./chunk-IOXRIZOB.js";

// src/stack/kept/content-key.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/plain/object-names.ts
import { createHash } from "node:crypto";
var NAME_LIMIT = 64;
var TAG_LENGTH = 12;
var taggedName = /* @__PURE__ */ __name((base, tag) => `${base.slice(0, NAME_LIMIT - tag.length - 1)}-${tag}`, "taggedName");
var OUR_PREFIX = "swarmline-";
var secretBookName = /* @__PURE__ */ __name((prefix, stack, token, room = 0) => `${bookName(prefix, stack, token.length + 1 + room)}-${token}`, "secretBookName");
function bookName(prefix, stack, room = 0) {
  const name = `${OUR_PREFIX}${prefix}-${stack}`;
  if (name.length + room <= NAME_LIMIT) return name;
  const tag = createHash("sha256").update(stack).digest("hex").slice(0, TAG_LENGTH);
  return `${name.slice(0, NAME_LIMIT - room - TAG_LENGTH - 1)}-${tag}`;
}
__name(bookName, "bookName");

// src/stack/kept/swarm-configs.ts
import { randomBytes } from "node:crypto";

// src/effects/away.ts
var AGAIN_MS = 6e4;
function tellsAway(fx, patienceMs) {
  let nextMs = 0;
  let lastMs = 0;
  return (seen, awayForMs) => {
    if (awayForMs < lastMs) nextMs = 0;
    lastMs = awayForMs;
    if (awayForMs < nextMs) return;
    const still = Math.round((patienceMs - awayForMs) / 1e3);
    const since = awayForMs < AGAIN_MS ? "does not answer" : `has not answered for ${Math.round(awayForMs / 1e3)} s`;
    fx.log?.info(
      `the engine ${since}, trying again for up to ${still} s${awayForMs > 0 ? " more" : ""}: ${explain(seen)}`
    );
    nextMs = awayForMs + AGAIN_MS;
  };
}
__name(tellsAway, "tellsAway");

// src/docker/persist.ts
var SEQUENCE_TRIES = 30;
var SEQUENCE_AGAIN_MS = 100;
var AWAY_MS = 6e4;
var AWAY_AGAIN_MS = 1e3;
var AWAY_AGAIN_AT_MOST_MS = 5e3;
function isPassing(error) {
  if (error instanceof EngineAnswerError)
    return error.status >= 500 && !/not a swarm manager|not part of a swarm/i.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing, "isPassing");
var againAfter = /* @__PURE__ */ __name((awayForMs) => Math.min(Math.max(AWAY_AGAIN_MS, awayForMs / 10), AWAY_AGAIN_AT_MOST_MS), "againAfter");
async function persist(work, fx) {
  const { clock, signal, awayMs: awayMs2 = AWAY_MS } = fx;
  const tell2 = tellsAway(fx, awayMs2);
  let tries = 0;
  let awaySinceMs;
  for (; ; ) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (isOutOfSequence(error)) {
        if (++tries >= SEQUENCE_TRIES) throw error;
        await clock.sleep(SEQUENCE_AGAIN_MS, signal);
        continue;
      }
      if (!isPassing(error)) throw error;
      awaySinceMs ??= clock.now();
      if (clock.now() - awaySinceMs >= awayMs2) throw error;
      tell2(error, clock.now() - awaySinceMs);
    }
    const awayForMs = clock.now() - awaySinceMs;
    await clock.sleep(Math.max(1, Math.min(againAfter(awayForMs), awayMs2 - awayForMs)), signal);
  }
}
__name(persist, "persist");

// src/stack/kept/swarm-configs.ts
var ANSWER_MS = 5e3;
var newToken = /* @__PURE__ */ __name(() => randomBytes(8).toString("hex"), "newToken");
async function createConfig(client, { name, kind, labels, data, token = newToken() }, fx) {
  const body = {
    Name: name,
    Labels: { ...labels, [OUR_LABEL.kind]: kind, [OUR_LABEL.token]: token },
    Data: Buffer.from(data).toString("base64")
  };
  return persist(async () => {
    try {
      const signal = lingering(fx.signal, ANSWER_MS);
      return (await client.json("POST", "/configs/create", { body, signal })).ID;
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status !== 409) throw error;
      const found = await findConfig(client, name, fx);
      return found?.Spec.Labels?.[OUR_LABEL.token] === token ? found.ID : void 0;
    }
  }, fx);
}
__name(createConfig, "createConfig");
function findConfig(client, nameOrId, fx) {
  return persist(
    () => client.json("GET", `/configs/${encodeURIComponent(nameOrId)}`, { signal: fx.signal }).catch(unlessGone),
    fx
  );
}
__name(findConfig, "findConfig");
async function listConfigs(client, label, fx) {
  const query = { filters: JSON.stringify({ label: [label] }) };
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/configs", { query, signal: fx.signal }), "ask");
  return await persist(ask, fx) ?? [];
}
__name(listConfigs, "listConfigs");
async function labelConfig(client, id, labels, fx) {
  return persist(async () => {
    const config = await client.json("GET", `/configs/${id}`, { signal: fx.signal }).catch(unlessGone);
    if (!config) return false;
    await client.json("POST", `/configs/${id}/update`, {
      query: { version: config.Version.Index },
      body: { ...config.Spec, Labels: { ...config.Spec.Labels, ...labels } },
      signal: fx.signal
    });
    return true;
  }, fx);
}
__name(labelConfig, "labelConfig");
async function removeConfig(client, id, fx) {
  await persist(
    () => client.json("DELETE", `/configs/${id}`, { signal: fx.signal }).catch(unlessGone),
    fx
  );
}
__name(removeConfig, "removeConfig");
function unlessGone(error) {
  if (isGone(error)) return void 0;
  throw error;
}
__name(unlessGone, "unlessGone");

// src/stack/kept/content-key.ts
var KEY_BYTES = 32;
async function contentKey(client, stack, mode, fx) {
  const known = await keysOf(client, stack, fx);
  const exposed = known.filter(({ Spec }) => keyIn(Spec) === void 0);
  const data = keyOf(known) ?? randomBytes2(KEY_BYTES);
  if (mode === "look") return data;
  if (exposed.length === known.length) {
    const labels = { [STACK_LABEL]: stack, [OUR_LABEL.sealedBy]: Buffer.from(data).toString("base64") };
    const name = secretBookName("key", stack, newToken());
    await createConfig(client, { name, kind: "content-key", labels, data: "key" }, fx);
  }
  for (const { ID } of exposed) await removeUnlessUsed(client, ID, fx);
  return keyOf(await keysOf(client, stack, fx)) ?? data;
}
__name(contentKey, "contentKey");
async function keysOf(client, stack, fx) {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx);
  return configs.filter(({ Spec }) => Spec.Labels?.[OUR_LABEL.kind] === "content-key").toSorted((a, b) => compare(a.CreatedAt, b.CreatedAt) || compare(a.ID, b.ID));
}
__name(keysOf, "keysOf");
function keyOf(configs) {
  const sealed = configs.flatMap(({ Spec }) => keyIn(Spec) ?? []);
  const [key = configs[0]?.Spec.Data] = sealed;
  return key ? Buffer.from(key, "base64") : void 0;
}
__name(keyOf, "keyOf");
var keyIn = /* @__PURE__ */ __name((spec) => spec.Labels?.[OUR_LABEL.sealedBy], "keyIn");
async function removeUnlessUsed(client, id, fx) {
  await removeConfig(client, id, fx).catch((error) => {
    if (!(error instanceof EngineAnswerError)) throw error;
  });
}
__name(removeUnlessUsed, "removeUnlessUsed");
var compare = /* @__PURE__ */ __name((a, b) => a < b ? -1 : a > b ? 1 : 0, "compare");

// src/stack/kept/lock/fence.ts
import net from "node:net";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
var CONFIRM_MS = 3e4;
async function withFence(client, lease, work) {
  let relay;
  const socketPath = /* @__PURE__ */ __name(() => {
    relay ??= openRelay(() => client.socketPath, lease);
    return relay.socketPath;
  }, "socketPath");
  try {
    return await work((each) => fenced(each, each === client ? socketPath : () => each.socketPath, lease));
  } finally {
    await relay?.close();
  }
}
__name(withFence, "withFence");
function fenced(client, socketPath, lease) {
  return {
    get socketPath() {
      return socketPath();
    },
    json: /* @__PURE__ */ __name(async (method, asked, options) => {
      if (isWriting(method)) await lease.confirm(options?.timeoutMs || CONFIRM_MS, options?.signal);
      return client.json(method, asked, options);
    }, "json"),
    stream: /* @__PURE__ */ __name(async (method, asked, options) => {
      if (isWriting(method)) await lease.confirm(options?.timeoutMs || CONFIRM_MS, options?.signal);
      return client.stream(method, asked, options);
    }, "stream"),
    close: /* @__PURE__ */ __name(() => client.close(), "close")
  };
}
__name(fenced, "fenced");
var isWriting = /* @__PURE__ */ __name((method) => method !== "GET" && method !== "HEAD", "isWriting");
function openRelay(target, lease) {
  const scratch = openScratch("fence");
  const socketPath = path.join(scratch.folder, "engine.sock");
  const open2 = /* @__PURE__ */ new Set();
  const end = new AbortController();
  const server = net.createServer({ allowHalfOpen: true }, (local) => {
    const engine = net.connect({ path: target(), allowHalfOpen: true });
    const gate = new Transform({
      transform: /* @__PURE__ */ __name((chunk, _encoding, done) => {
        lease.confirm(CONFIRM_MS, end.signal).then(
          () => done(null, chunk),
          (error) => done(error)
        );
      }, "transform")
    });
    for (const socket of [local, engine]) {
      open2.add(socket);
      socket.once("close", () => open2.delete(socket));
    }
    const endBoth = /* @__PURE__ */ __name(() => {
      local.destroy();
      engine.destroy();
    }, "endBoth");
    Promise.all([pipeline(local, gate, engine), pipeline(engine, local)]).catch(endBoth);
  });
  server.on("error", () => void 0);
  server.listen(socketPath);
  if (!server.listening) throw new SwarmlineError("internal", `no socket can be made at ${socketPath}`);
  return {
    socketPath,
    close: /* @__PURE__ */ __name(async () => {
      end.abort();
      for (const socket of open2) socket.destroy();
      if (server.listening) await new Promise((resolve2) => server.close(resolve2));
      await scratch.remove();
    }, "close")
  };
}
__name(openRelay, "openRelay");

// src/stack/kept/lock/foreign.rules.ts
var isOurs = /* @__PURE__ */ __name(({ Spec: { Labels } }, kind) => Labels?.[OUR_LABEL.kind] === kind && Labels[STACK_LABEL] === void 0, "isOurs");
function requireOurs(config, kind, stack) {
  if (isOurs(config, kind)) return;
  const { Name, Labels } = config.Spec;
  const owner = Labels?.[STACK_LABEL];
  throw new SwarmlineError(
    "deploy-failed",
    `${stack} cannot be locked: the config ${Name} is not swarmline\u2019s, but ${owner ? `the stack ${owner}\u2019s` : "somebody else\u2019s"}`,
    {
      hint: `${owner ? `rename it in the files of ${owner}, or remove it` : "remove it"} once no service uses it: docker config rm ${Name}`
    }
  );
}
__name(requireOurs, "requireOurs");

// src/stack/kept/lock/lease.rules.ts
var LEASE_LABEL = {
  who: "io.swarmline.lock.who",
  where: "io.swarmline.lock.where",
  run: "io.swarmline.lock.run",
  stack: "io.swarmline.lock.stack",
  ttlMs: "io.swarmline.lock.ttl-ms",
  /** Counts the renewals: the label that a renewal changes. */
  renewal: "io.swarmline.lock.renewal"
};
var leaseLabels = /* @__PURE__ */ __name((stack, { who, where, run }, ttlMs) => ({
  [LEASE_LABEL.stack]: stack,
  [LEASE_LABEL.who]: who,
  [LEASE_LABEL.where]: where,
  [LEASE_LABEL.run]: run,
  [LEASE_LABEL.ttlMs]: String(ttlMs)
}), "leaseLabels");
function holderOf({ Spec, CreatedAt }) {
  const text3 = /* @__PURE__ */ __name((label) => Spec.Labels?.[label] ?? "", "text");
  return {
    who: text3(LEASE_LABEL.who),
    where: text3(LEASE_LABEL.where),
    run: text3(LEASE_LABEL.run),
    since: CreatedAt
  };
}
__name(holderOf, "holderOf");
function holderInWords({ who, where, run }) {
  const place = [where, run].filter(Boolean).join(", ");
  return `${who || "somebody"}${place ? ` (${place})` : ""}`;
}
__name(holderInWords, "holderInWords");
function isExpired(lock, now, fallbackMs) {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs]);
  const ageMs = Date.parse(now) - Date.parse(lock.UpdatedAt);
  return ageMs > (ttlMs > 0 ? ttlMs : fallbackMs);
}
__name(isExpired, "isExpired");

// src/stack/kept/lock/lost.ts
var LockLost = class extends SwarmlineError {
  static {
    __name(this, "LockLost");
  }
  constructor(stack, holder) {
    const how = holder ? `${holderInWords(holder)} has it since ${holder.since}` : "it was removed, and nobody holds it now";
    super("deploy-failed", `the lock of ${stack} was lost while it was being deployed: ${how}`, {
      hint: `look at what runs with: docker stack ps ${stack}; then deploy again`
    });
  }
};
var isLockLost = /* @__PURE__ */ __name((signal) => signal.aborted && signal.reason instanceof LockLost, "isLockLost");
var ANSWER_MS2 = 1e4;
async function lockLost(client, stack) {
  const path11 = `/configs/${encodeURIComponent(bookName("lock", stack))}`;
  const now = await client.json("GET", path11, { timeoutMs: ANSWER_MS2 }).catch(() => void 0);
  return new LockLost(stack, now && isOurs(now, "lock") ? holderOf(now) : void 0);
}
__name(lockLost, "lockLost");

// src/stack/kept/lock/renew.ts
var RENEWALS_PER_TTL = 6;
var CERTAIN_PART = 2;
var ANSWER_PART = 3;
var AGAIN_PART = 18;
function createLease({ client, stack, id, ttlMs, heldSinceMs }, fx, onLost) {
  const { clock, log } = fx;
  const everyMs = ttlMs / RENEWALS_PER_TTL;
  const againMs = ttlMs / AGAIN_PART;
  let certainAtMs = heldSinceMs;
  let loss;
  let isSilenceTold = false;
  let flight;
  const isCertain = /* @__PURE__ */ __name(() => clock.now() - certainAtMs < ttlMs / CERTAIN_PART, "isCertain");
  const renewOnce = /* @__PURE__ */ __name(async () => {
    try {
      certainAtMs = await renew(client, id, Math.max(1e3, ttlMs / ANSWER_PART), fx);
      if (isSilenceTold) log.info(`the lock of ${stack} is renewed again`);
      isSilenceTold = false;
    } catch (error) {
      if (!isGone(error)) throw error;
      loss ??= lockLost(client, stack);
      onLost(await loss);
    }
  }, "renewOnce");
  const attempt2 = /* @__PURE__ */ __name(async () => {
    flight ??= renewOnce().finally(() => {
      flight = void 0;
    });
    try {
      await flight;
    } catch (error) {
      if (fx.signal.aborted) return;
      log.debug(`the lock of ${stack} could not be renewed, trying again: ${explain(error)}`);
      const silentMs = clock.now() - certainAtMs;
      if (isSilenceTold || silentMs < ttlMs) return;
      isSilenceTold = true;
      log.info(
        `the lock of ${stack} could not be renewed for ${Math.round(silentMs / 1e3)} s, and nothing is changed until it is: ${explain(error)}`
      );
    }
  }, "attempt");
  return {
    confirm: /* @__PURE__ */ __name(async (limitMs, signal) => {
      const endMs = clock.now() + limitMs;
      for (; ; ) {
        if (loss !== void 0) throw await loss;
        if (isCertain()) return;
        await unlessAborted(attempt2(), signal);
        if (loss !== void 0 || isCertain()) continue;
        if (clock.now() >= endMs)
          throw new SwarmlineError("timed-out", `the engine did not confirm the lock of ${stack} in time`);
        await clock.sleep(Math.max(1, Math.min(againMs, endMs - clock.now())), signal);
      }
    }, "confirm"),
    keep: /* @__PURE__ */ __name(async () => {
      let inMs = everyMs;
      while (!fx.signal.aborted && loss === void 0) {
        const certainBeforeMs = certainAtMs;
        await clock.sleep(inMs, fx.signal).catch(() => void 0);
        if (fx.signal.aborted) return;
        await attempt2();
        inMs = certainAtMs > certainBeforeMs ? everyMs : againMs;
      }
    }, "keep")
  };
}
__name(createLease, "createLease");
async function unlessAborted(work, signal) {
  if (!signal) return work;
  const cancelled = /* @__PURE__ */ __name(() => new SwarmlineError("cancelled", "cancelled", { cause: signal.reason }), "cancelled");
  work.catch(() => void 0);
  if (signal.aborted) throw cancelled();
  let stop = /* @__PURE__ */ __name(() => void 0, "stop");
  const aborted = new Promise((_, reject) => {
    stop = /* @__PURE__ */ __name(() => reject(cancelled()), "stop");
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
__name(unlessAborted, "unlessAborted");
async function renew(client, id, timeoutMs, { clock, signal }) {
  const options = { timeoutMs, signal };
  const lock = await client.json("GET", `/configs/${id}`, options);
  const renewal = String(Number(lock.Spec.Labels?.[LEASE_LABEL.renewal] ?? 0) + 1);
  const askedAtMs = clock.now();
  await client.json("POST", `/configs/${id}/update`, {
    ...options,
    query: { version: lock.Version.Index },
    body: { ...lock.Spec, Labels: { ...lock.Spec.Labels, [LEASE_LABEL.renewal]: renewal } }
  });
  return askedAtMs;
}
__name(renew, "renew");

// src/stack/kept/lock/swarm-time.ts
async function swarmTime(client, stack, fx) {
  const name = bookName("clock", stack);
  const id = await createConfig(client, { name, kind: "clock", labels: {}, data: "clock" }, fx);
  const made = await findConfig(client, id ?? name, fx);
  if (made) requireOurs(made, "clock", stack);
  if (made) await removeConfig(client, made.ID, fx);
  return id ? made?.CreatedAt : void 0;
}
__name(swarmTime, "swarmTime");

// src/stack/kept/lock/take.ts
var TTL_MS = 9e4;
var LOOK_EVERY_MS = 1e3;
var LOOK_AT_MOST_MS = 5e3;
var SILENCE_MS = 1e4;
var WATCH_PART = 2;
async function takeLock(request, token, ttlMs, given) {
  const { client, stack, owner, wait } = request;
  const fx = { ...given, awayMs: Math.max(AWAY_MS, wait === "refuse" ? 0 : wait) };
  const name = bookName("lock", stack);
  const labels = { ...leaseLabels(stack, owner, ttlMs), [LEASE_LABEL.renewal]: "0" };
  const startedAtMs = fx.clock.now();
  const giveUpAtMs = startedAtMs + (wait === "refuse" ? 0 : wait);
  const unrenewedFor = createLifeWatch(fx);
  let told;
  let doubted;
  for (; ; ) {
    const askedAtMs = fx.clock.now();
    const id = await createConfig(client, { name, kind: "lock", labels, data: "lock", token }, fx);
    if (id !== void 0) return { id, heldSinceMs: askedAtMs };
    const lock = await findConfig(client, name, fx);
    if (!lock) continue;
    requireOurs(lock, "lock", stack);
    const now = await swarmTime(client, stack, fx);
    const watchedMs = unrenewedFor(lock, askedAtMs);
    const isStale = now !== void 0 && isExpired(lock, now, TTL_MS);
    const graceMs = lifetimeOf(lock) / WATCH_PART;
    if (isStale && watchedMs >= graceMs) {
      fx.log.warn(`the lock of ${stack} has expired: ${holderInWords(holderOf(lock))} gave no sign of life`);
      await removeConfig(client, lock.ID, fx);
      continue;
    }
    const leftMs = giveUpAtMs - fx.clock.now();
    if (leftMs <= 0 && now !== void 0 && !isStale) throw held(stack, holderOf(lock), wait);
    if (told !== lock.ID && now !== void 0 && !isStale) {
      told = lock.ID;
      fx.log.info(
        `${stack} is being deployed by ${holderInWords(holderOf(lock))} since ${lock.CreatedAt}: waiting`
      );
    }
    if (doubted !== lock.ID && isStale) {
      doubted = lock.ID;
      const inS = Math.round((graceMs - watchedMs) / 1e3);
      fx.log.info(
        `${holderInWords(holderOf(lock))} holds the lock of ${stack} and gives no sign of life: it is taken over in ${inS} s unless it does`
      );
    }
    await fx.clock.sleep(
      pauseMs(fx.clock.now() - startedAtMs, isStale ? graceMs - watchedMs : leftMs),
      fx.signal
    );
  }
}
__name(takeLock, "takeLock");
var pauseMs = /* @__PURE__ */ __name((waitedMs, leftMs) => Math.max(100, Math.min(Math.max(LOOK_EVERY_MS, waitedMs / 10), LOOK_AT_MOST_MS, leftMs)), "pauseMs");
function createLifeWatch(fx) {
  let seen;
  return (lock, askedAtMs) => {
    const key = `${lock.ID} ${lock.Version.Index}`;
    const nowMs = fx.clock.now();
    if (seen?.key !== key || nowMs - askedAtMs > SILENCE_MS) seen = { key, sinceMs: nowMs };
    return nowMs - seen.sinceMs;
  };
}
__name(createLifeWatch, "createLifeWatch");
function lifetimeOf(lock) {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs]);
  return ttlMs > 0 ? ttlMs : TTL_MS;
}
__name(lifetimeOf, "lifetimeOf");
function held(stack, holder, wait) {
  const still = wait === "refuse" ? "" : "still ";
  return new SwarmlineError(
    "deploy-failed",
    `${stack} is ${still}being deployed by ${holderInWords(holder)} since ${holder.since}`,
    {
      hint: wait === "refuse" ? "deploy again when that has ended, or let this one wait for it" : `deploy again when that has ended; if nobody is there any more: docker config rm ${bookName("lock", stack)}`
    }
  );
}
__name(held, "held");

// src/stack/kept/lock/lock.ts
var RELEASE_MS = 65e3;
var RELEASE_SOON_MS = 15e3;
async function withStackLock(request, fx, work) {
  const { client, stack } = request;
  const ttlMs = request.ttlMs ?? TTL_MS;
  const token = newToken();
  const taken = await takeLock(request, token, ttlMs, fx).catch(async (error) => {
    if (fx.signal.aborted) await forget(client, stack, token, fx);
    throw error;
  });
  let isEngineLost2 = false;
  const lost = new AbortController();
  const done = new AbortController();
  const signal = AbortSignal.any([fx.signal, lost.signal]);
  const lease = createLease(
    { client, stack, ttlMs, ...taken },
    { ...fx, signal: done.signal },
    (loss) => lost.abort(loss)
  );
  const renewing = lease.keep();
  try {
    const within = { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec };
    const result = await withFence(client, lease, (fence) => work(within, fence));
    if (isLockLost(signal)) throw signal.reason;
    return result;
  } catch (error) {
    isEngineLost2 = error instanceof SwarmlineError && error.code === "engine-lost";
    throw isLockLost(signal) && !isEngineLost2 ? signal.reason : error;
  } finally {
    done.abort();
    await renewing;
    const limitMs = isEngineLost2 || fx.signal.aborted ? RELEASE_SOON_MS : RELEASE_MS;
    if (!lost.signal.aborted) await release(client, stack, taken.id, limitMs, fx);
  }
}
__name(withStackLock, "withStackLock");
async function release(client, stack, id, limitMs, fx) {
  try {
    await removeConfig(client, id, forCleanup(fx, limitMs));
  } catch (error) {
    fx.log.warn(`the lock of ${stack} could not be released and will expire by itself: ${explain(error)}`);
  }
}
__name(release, "release");
async function forget(client, stack, token, fx) {
  const within = forCleanup(fx, RELEASE_SOON_MS);
  const lock = await findConfig(client, bookName("lock", stack), within).catch(() => void 0);
  if (lock?.Spec.Labels?.[OUR_LABEL.token] === token)
    await release(client, stack, lock.ID, RELEASE_SOON_MS, fx);
}
__name(forget, "forget");

// src/stack/plan/compare-views.rules.ts
var OF_SERVICE = /^deploy\.(?:labels\.|replicas$|mode$|update_config\.|rollback_config\.)/;
var CONSTRAINTS = "deploy.placement.constraints";
var OURS = /^deploy\.labels\.io\.swarmline\./;
var ORDER = / \(order\)$/;
function differences(from, to) {
  const fields = [.../* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const changes = fields.filter((field) => from[field] !== to[field] && !OURS.test(field)).map((field) => ({ field, from: from[field], to: to[field] }));
  return changes.filter(
    ({ field }) => !ORDER.test(field) || !changes.some((other) => other.field.startsWith(field.replace(ORDER, ".")))
  );
}
__name(differences, "differences");
function effectOnTasks(changes) {
  if (changes.length === 0) return "none";
  const ofTask2 = changes.filter(({ field }) => !OF_SERVICE.test(field));
  if (ofTask2.length === 0) return "go-on";
  return ofTask2.every(({ field }) => field === CONSTRAINTS) ? "move" : "replaced";
}
__name(effectOnTasks, "effectOnTasks");

// src/stack/plan/conceal.rules.ts
var SHOW_LABEL = "io.swarmline.show";
var OPEN = /^(?:image|hostname|user|working_dir|stop_signal|stop_grace_period|tty|stdin_open|read_only|init|isolation|oom_score_adj|dns|dns_search|extra_hosts|credential_spec|cap_add|cap_drop|driver|internal|attachable|subnets|logging\.driver|volumes \(order\)|healthcheck\.(?:interval|timeout|start_period|start_interval|retries)|(?:ulimits|secrets|configs|ports)\..*)$/s;
var OPEN_PARTS = /^deploy\.(?!labels\.)|^(?:networks|volumes)\.(?!.*\.(?:driver_opts|labels)\.)/s;
var NAMED = /^(?:environment|labels|deploy\.labels)\./;
function forShowing(changes, before = {}, after = {}) {
  const now = shownNames(after);
  const then = shownNames(before).filter((name) => now.includes(name));
  return changes.map(({ field, from, to }) => ({
    field,
    from: from === void 0 ? void 0 : concealed(field, from, then),
    to: to === void 0 ? void 0 : concealed(field, to, now)
  }));
}
__name(forShowing, "forShowing");
function concealed(field, value, shown3 = []) {
  const isNamed = shown3.includes(field) || NAMED.test(field) && shown3.includes(field.replace(NAMED, ""));
  const isOff2 = field === "healthcheck.test" && value === "NONE";
  return isNamed || isOff2 || OPEN.test(field) || OPEN_PARTS.test(field) ? withoutUrlSecrets(value) : HIDDEN;
}
__name(concealed, "concealed");
var shownNames = /* @__PURE__ */ __name((view) => (view[`deploy.labels.${SHOW_LABEL}`] ?? "").split(/[\s,]+/).filter((name) => name !== ""), "shownNames");

// src/stack/read/compose-document.rules.ts
var import_yaml5 = __toESM(require_dist(), 1);
import path2 from "node:path";

// src/effects/yaml/yaml.rules.ts
var import_yaml4 = __toESM(require_dist(), 1);

// src/effects/yaml/budget.rules.ts
var YAML_BUDGET = {
  bytes: 1024 * 1024,
  /** Of the lexer: a line has about eight. */
  tokens: 15e4,
  depth: 100,
  /** Values and keys, with aliases and merges unfolded. */
  nodes: 1e5,
  /** Characters, with aliases and merges unfolded. */
  characters: 8 * 1024 * 1024,
  /** What is wrong with a file is not listed beyond this. */
  faults: 50
};
var OverBudget = class extends Error {
  static {
    __name(this, "OverBudget");
  }
  offset;
  hint;
  constructor(offset, message, hint) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
};

// src/effects/yaml/plain.rules.ts
var import_yaml = __toESM(require_dist(), 1);
function plainOf(node, targets) {
  const meant = (0, import_yaml.isAlias)(node) ? targets.get(node) : node;
  if ((0, import_yaml.isSeq)(meant)) return meant.items.map((item) => plainOf(item, targets));
  if ((0, import_yaml.isMap)(meant)) {
    const made = {};
    for (const { key, value } of meant.items)
      Object.defineProperty(made, keyText(key, targets), {
        value: plainOf(value, targets),
        enumerable: true,
        writable: true,
        configurable: true
      });
    return made;
  }
  return (0, import_yaml.isScalar)(meant) ? scalarOf(meant.value) : null;
}
__name(plainOf, "plainOf");
function keyText(key, targets) {
  const meant = (0, import_yaml.isAlias)(key) ? targets.get(key) : key;
  return (0, import_yaml.isScalar)(meant) ? String(scalarOf(meant.value)) : "null";
}
__name(keyText, "keyText");
var scalarOf = /* @__PURE__ */ __name((value) => typeof value === "symbol" ? String(value.description) : typeof value === "bigint" ? String(value) : value, "scalarOf");

// src/effects/yaml/tokens.rules.ts
var import_yaml2 = __toESM(require_dist(), 1);
function tokensOf(text3, lines, maxBytes) {
  if (Buffer.byteLength(text3) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, "split it");
  let count3 = 0;
  let offset = 0;
  for (const lexeme of new import_yaml2.Lexer().lex(text3)) {
    if (lexeme !== "" && lexeme !== "" && lexeme !== "") offset += lexeme.length;
    if (++count3 > YAML_BUDGET.tokens)
      throw new OverBudget(offset, `more than ${YAML_BUDGET.tokens} words and signs`, "split it");
  }
  const tokens = [...new import_yaml2.Parser(lines.addNewLine).parse(text3)];
  refuseDeep(tokens);
  return tokens;
}
__name(tokensOf, "tokensOf");
function refuseDeep(tokens) {
  const open2 = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open2.pop(); next; next = open2.pop()) {
    const { token, depth } = next;
    if (depth > YAML_BUDGET.depth)
      throw new OverBudget(
        token.offset,
        `nested more than ${YAML_BUDGET.depth} levels deep`,
        "nest it less deeply"
      );
    if (token.type === "document" && token.value) open2.push({ token: token.value, depth: depth + 1 });
    if ("items" in token)
      for (const { key, value } of token.items) {
        if (key) open2.push({ token: key, depth: depth + 1 });
        if (value) open2.push({ token: value, depth: depth + 1 });
      }
  }
}
__name(refuseDeep, "refuseDeep");

// src/effects/yaml/unfold.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);
function unfold(root, complain) {
  const targets = /* @__PURE__ */ new WeakMap();
  const walk = new Walk(targets, complain);
  if (root) walk.extentOf(root);
  return targets;
}
__name(unfold, "unfold");
var Walk = class {
  static {
    __name(this, "Walk");
  }
  #targets;
  #complain;
  #anchors = /* @__PURE__ */ new Map();
  /** Extents of what anchors name; nothing else is asked for twice. */
  #extents = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  constructor(targets, complain) {
    this.#targets = targets;
    this.#complain = complain;
  }
  extentOf(node) {
    if (!node) return { work: 1, characters: 0, depth: 0, keys: 0 };
    if ((0, import_yaml3.isAlias)(node)) return this.#aliased(node);
    const anchor = "anchor" in node ? node.anchor : void 0;
    if (anchor) this.#anchors.set(anchor, node);
    this.#open.add(node);
    const extent = (0, import_yaml3.isMap)(node) ? this.#ofMap(node.items) : (0, import_yaml3.isSeq)(node) ? this.#ofSeq(node.items) : { work: 1, characters: lengthOf(node), depth: 0, keys: 0 };
    this.#open.delete(node);
    if (anchor) this.#extents.set(node, extent);
    refuse(node, extent);
    return extent;
  }
  #aliased(alias) {
    const target = this.#anchors.get(alias.source);
    const offset = alias.range?.[0] ?? 0;
    if (!target) {
      this.#complain(offset, `there is no anchor &${alias.source} before this alias`, "correct the name");
      return { work: 1, characters: 0, depth: 0, keys: 0 };
    }
    if (this.#open.has(target))
      throw new OverBudget(
        offset,
        `the alias *${alias.source} refers to itself`,
        "take it out, or name another anchor"
      );
    this.#targets.set(alias, target);
    return this.#extents.get(target) ?? { work: 1, characters: 0, depth: 0, keys: 0 };
  }
  #ofSeq(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    for (const item of items) {
      const extent = (0, import_yaml3.isPair)(item) ? this.#ofMap([item]) : this.extentOf(item);
      add(total, extent);
      total.keys += extent.keys;
    }
    return total;
  }
  #ofMap(items) {
    const total = { work: 1, characters: 0, depth: 0, keys: 0 };
    const seen = /* @__PURE__ */ new Set();
    for (const { key, value } of items) {
      const isMerge = (0, import_yaml3.isScalar)(key) && isMergeKey(key);
      this.#key(key, seen);
      const extent = this.extentOf(value);
      add(total, extent);
      total.characters += (0, import_yaml3.isScalar)(key) ? lengthOf(key) : 0;
      if (isMerge) {
        total.work += extent.keys;
        total.keys += extent.keys;
      } else total.keys++;
    }
    return total;
  }
  #key(key, seen) {
    if ((0, import_yaml3.isAlias)(key)) this.extentOf(key);
    const meant = (0, import_yaml3.isAlias)(key) ? this.#targets.get(key) : key;
    if ((0, import_yaml3.isAlias)(key) && !meant) return;
    const offset = key?.range?.[0] ?? 0;
    if (meant && !(0, import_yaml3.isScalar)(meant)) {
      this.#complain(offset, "a key must be a plain value", "write it as a string");
      return;
    }
    const value = (0, import_yaml3.isScalar)(meant) ? meant.value : null;
    if (seen.has(value)) this.#complain(offset, "Map keys must be unique", "remove one of the two");
    seen.add(value);
    if (key && (0, import_yaml3.isScalar)(key) && key.anchor) this.extentOf(key);
  }
};
function add(total, part) {
  total.work += part.work;
  total.characters += part.characters;
  total.depth = Math.max(total.depth, part.depth + 1);
}
__name(add, "add");
function refuse(node, { work, characters, depth }) {
  const offset = node.range?.[0] ?? 0;
  const hint = "use fewer aliases and merges, or split it";
  if (work > YAML_BUDGET.nodes)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it has more than ${YAML_BUDGET.nodes} values`,
      hint
    );
  if (characters > YAML_BUDGET.characters)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is longer than ${YAML_BUDGET.characters / 1024 / 1024} MiB`,
      hint
    );
  if (depth > YAML_BUDGET.depth)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is nested more than ${YAML_BUDGET.depth} levels deep`,
      hint
    );
}
__name(refuse, "refuse");
var lengthOf = /* @__PURE__ */ __name((node) => (0, import_yaml3.isScalar)(node) ? typeof node.value === "string" ? node.value.length : node.source?.length ?? 4 : 0, "lengthOf");
var isMergeKey = /* @__PURE__ */ __name(({ value, source, type }) => typeof value === "symbol" || value === "<<" && type === "PLAIN" && source === "<<", "isMergeKey");

// src/effects/yaml/yaml.rules.ts
function readYaml(text3, how) {
  const lines = new import_yaml4.LineCounter();
  const faults = [];
  const complain = /* @__PURE__ */ __name((offset, text4, hint) => {
    if (faults.length < YAML_BUDGET.faults) faults.push({ ...placeAt(lines, offset), text: text4, hint });
  }, "complain");
  try {
    const [document, second] = documentsOf(text3, lines, how);
    if (!document || document.contents === null)
      return { faults: [{ line: 1, column: 1, text: "the file is empty", hint: how.begins }] };
    const wrong2 = how.isStrict ? [...document.errors, ...document.warnings] : document.errors;
    for (const { pos, message } of wrong2) complain(pos[0], message, "correct the YAML");
    if (second)
      complain(second.range[0], "a second document begins here", "give each document a file of its own");
    if (!(0, import_yaml4.isMap)(document.contents)) complain(0, `${how.what} is a mapping`, how.begins);
    if (faults.length > 0) return { faults };
    const root = document.contents;
    const targets = unfold(root, complain);
    if (faults.length > 0) return { faults };
    return {
      yaml: {
        document,
        targets,
        plain: /* @__PURE__ */ __name((node = root) => plainOf(node, targets), "plain"),
        meant: /* @__PURE__ */ __name((node) => (node && (targets.get(node) ?? node)) ?? null, "meant"),
        placeOf: /* @__PURE__ */ __name((node) => placeAt(lines, node?.range?.[0] ?? 0), "placeOf")
      }
    };
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return { faults: [{ ...placeIn(text3, error.offset), text: error.message, hint: error.hint }] };
  }
}
__name(readYaml, "readYaml");
function placeIn(text3, offset) {
  const before = text3.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
__name(placeIn, "placeIn");
function documentsOf(text3, lines, { hasMerges = false, hasStringKeys = false, maxBytes = YAML_BUDGET.bytes }) {
  const composer = new import_yaml4.Composer({
    merge: hasMerges,
    stringKeys: hasStringKeys,
    prettyErrors: false,
    logLevel: "silent",
    // Also where a directive asks for an older version.
    schema: "core",
    resolveKnownTags: false,
    // The library compares each key with each other one; `unfold` looks for them in a set.
    uniqueKeys: false
  });
  reportFew(composer);
  const documents = [];
  for (const document of composer.compose(tokensOf(text3, lines, maxBytes))) {
    documents.push(document);
    if (documents.length > 1) break;
  }
  return documents;
}
__name(documentsOf, "documentsOf");
function reportFew(composer) {
  const report = composer.onError;
  let errors = 0;
  let warnings = 0;
  composer.onError = (source, code, message, isWarning) => {
    const count3 = isWarning ? ++warnings : ++errors;
    if (count3 <= YAML_BUDGET.faults) report(source, code, message, isWarning);
  };
}
__name(reportFew, "reportFew");
function placeAt(lines, offset) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
__name(placeAt, "placeAt");

// src/stack/read/compose-document.rules.ts
var beside = /* @__PURE__ */ __name((file, given) => path2.resolve(path2.dirname(file.path), given), "beside");
function parseComposeFile(file, text3, shownAs = file) {
  const read = readYaml(text3, { hasMerges: true, what: "a stack file", begins: "it begins with services:" });
  if ("faults" in read) {
    const [fault2] = read.faults;
    const place = fault2 ? `:${fault2.line}:${fault2.column}` : "";
    throw new SwarmlineError("input", `${shownAs}${place}: ${fault2?.text}`, {
      hint: fault2?.hint ?? "correct the YAML"
    });
  }
  const { yaml } = read;
  const lineOf = /* @__PURE__ */ __name((node) => yaml.placeOf(node).line, "lineOf");
  return {
    path: path2.resolve(file),
    shownAs,
    text: text3,
    document: yaml.document,
    yaml,
    lineOf,
    at: /* @__PURE__ */ __name((node) => `${shownAs}:${lineOf(node)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");
function entriesAt(file, keys) {
  const node = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true);
  if (!(0, import_yaml5.isMap)(node)) return [];
  return node.items.flatMap(
    ({ key, value }) => (0, import_yaml5.isScalar)(key) ? [{ key: String(key.value), keyNode: key, value }] : []
  );
}
__name(entriesAt, "entriesAt");

// src/stack/read/plain.rules.ts
var isMapping = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value), "isMapping");
var mapping = /* @__PURE__ */ __name((value) => isMapping(value) ? value : {}, "mapping");
var sequence = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value : [], "sequence");
var isScalarValue = /* @__PURE__ */ __name((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean", "isScalarValue");
function put(target, key, value) {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
__name(put, "put");
var own = /* @__PURE__ */ __name((target, key) => Object.hasOwn(target, key) ? target[key] : void 0, "own");
function child(target, key) {
  const found = own(target, key);
  if (isMapping(found)) return found;
  const made = {};
  put(target, key, made);
  return made;
}
__name(child, "child");
function inLine(value) {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (isMapping(value))
    return `{${Object.entries(value).map(([key, item]) => `${key}: ${inLine(item)}`).join(", ")}}`;
  if (typeof value !== "string") return String(value);
  return value === "" || /^[\d.+-]+$|^(true|false|null|yes|no|on|off|~)$|[#:{}[\],&*!|>'"%@`\n]/i.test(value) ? JSON.stringify(value) : value;
}
__name(inLine, "inLine");

// src/stack/read/contents/sources.rules.ts
function contentSources(model) {
  return ["secret", "config"].flatMap(
    (kind) => Object.entries(entriesOf(model[`${kind}s`])).flatMap(([name, value]) => {
      const entry = entriesOf(value);
      if (entry.external || entry.driver) return [];
      return [{ kind, name, ...sourceOf(entry) }];
    })
  );
}
__name(contentSources, "contentSources");
function sourceOf({ file, environment, content }) {
  if (typeof file === "string") return { from: "file", path: file };
  if (typeof environment === "string") return { from: "environment", variable: environment };
  if (typeof content === "string") return { from: "model", text: content };
  return { from: "nowhere" };
}
__name(sourceOf, "sourceOf");
function entriesOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
__name(entriesOf, "entriesOf");

// src/stack/read/contents/check-sources.rules.ts
function checkSources(model, given, origins, found) {
  for (const source of contentSources(model)) {
    const { kind, name } = source;
    if (given[`${kind}s`].includes(name)) continue;
    const place = origins.of(mapping(own(model, `${kind}s`)), name);
    if (source.from === "nowhere")
      found.add("error", "no-content", place, `${kind} ${name}: it has no content`, {
        hint: "give it file:, environment: or external: true"
      });
    else if (source.from === "model" && source.text === "")
      found.add(
        "error",
        "no-content",
        place,
        `${kind} ${name}: its content is empty, which a swarm refuses`,
        { hint: "give it at least one byte" }
      );
  }
}
__name(checkSources, "checkSources");

// src/stack/read/findings.rules.ts
function collectFindings(fallback) {
  const findings = [];
  const translations = [];
  const seen = /* @__PURE__ */ new Set();
  const isNew = /* @__PURE__ */ __name((...words2) => {
    const key = JSON.stringify(words2);
    return !seen.has(key) && seen.add(key) !== void 0;
  }, "isNew");
  const at = /* @__PURE__ */ __name((place) => ({ file: place?.file ?? fallback, line: place?.line ?? 1 }), "at");
  return {
    findings,
    translations,
    add: /* @__PURE__ */ __name((severity, rule, place, text3, { service, hint } = {}) => {
      const finding = {
        rule,
        severity,
        ...service === void 0 ? {} : { service },
        ...at(place),
        text: text3,
        ...hint === void 0 ? {} : { hint }
      };
      if (isNew("finding", rule, finding.file, finding.line, text3)) findings.push(finding);
    }, "add"),
    translate: /* @__PURE__ */ __name((place, from, to) => {
      const { file, line } = at(place);
      if (isNew("translation", file, line, from, to)) translations.push({ file, line, from, to });
    }, "translate")
  };
}
__name(collectFindings, "collectFindings");
var inWords = /* @__PURE__ */ __name(({ file, line, service, text: text3 }) => `${file}:${line}: ${service === void 0 ? "" : `service ${service}: `}${text3}`, "inWords");
var inOrder = /* @__PURE__ */ __name((findings, files) => {
  const rank2 = /* @__PURE__ */ __name((file) => files.includes(file) ? files.indexOf(file) : files.length, "rank");
  return findings.toSorted((a, b) => rank2(a.file) - rank2(b.file) || a.line - b.line);
}, "inOrder");
function saidOnce(findings) {
  const kindOf = /* @__PURE__ */ __name(({ rule, severity, text: text3, service }) => JSON.stringify([rule, severity, text3, service === void 0 || severity === "error"]), "kindOf");
  const groups = Map.groupBy(findings, kindOf);
  return findings.flatMap((finding) => {
    const { service, severity, text: text3 } = finding;
    if (service === void 0 || severity === "error") return [finding];
    const group = groups.get(kindOf(finding)) ?? [];
    const others = [...new Set(group.flatMap((each) => each.service ?? []))].filter((each) => each !== service);
    if (others.length === 0) return [finding];
    return group[0] === finding ? [{ ...finding, text: `${text3}; the same goes for ${others.join(", ")}` }] : [];
  });
}
__name(saidOnce, "saidOnce");
function together(findings) {
  const groups = Map.groupBy(findings, ({ rule, service, text: text3 }) => JSON.stringify([rule, service, text3]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const places = group.map(
      ({ file, line }, i) => i > 0 && group[i - 1]?.file === file ? String(line) : `${file}:${line}`
    );
    return [inWords(first).replace(`${first.file}:${first.line}`, () => places.join(", "))];
  });
}
__name(together, "together");
function requireNoErrors(findings) {
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length === 0) return;
  const byRule = new Map(
    errors.toReversed().flatMap(({ rule, hint }) => hint ? [[rule, hint]] : [])
  );
  const hints = [...new Set(errors.flatMap(({ rule }) => byRule.get(rule) ?? []))];
  throw new SwarmlineError(
    "input",
    together(errors).join("; "),
    hints.length > 0 ? { hint: hints.join("; ") } : {}
  );
}
__name(requireNoErrors, "requireNoErrors");

// src/stack/read/forms/environment.rules.ts
var environmentValues = /* @__PURE__ */ __name((variables) => (service, { name, origins, found }) => {
  const environment = own(service, "environment");
  if (!isMapping(environment)) return;
  for (const key of Object.keys(environment)) {
    if (own(environment, key) !== null) continue;
    const value = Object.hasOwn(variables, key) ? variables[key] : void 0;
    if (value === void 0)
      found.add(
        "info",
        "no-value",
        origins.of(environment, key),
        `${key} has no value, and is left out of the environment`,
        {
          service: name
        }
      );
    else put(environment, key, value);
  }
}, "environmentValues");

// src/stack/read/forms/scalars.rules.ts
var GO_DURATION = /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*$|^0$/;
var DAYS = /^(?:(?<weeks>\d+)w)?(?:(?<days>\d+)d)?(?<rest>.*)$/;
var BYTES = /^(?<amount>\d+(?:\.\d*)?|\.\d+) ?(?:b|(?<unit>[kmgtp])(?:i?b)?)?$/i;
var UNITS = ["", "k", "m", "g", "t", "p"];
var asText = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : void 0, "asText");
var asNumber = /* @__PURE__ */ __name((value) => typeof value === "string" && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : typeof value === "number" && Number.isFinite(value) ? value : void 0, "asNumber");
var asInteger = /* @__PURE__ */ __name((value) => {
  const number = asNumber(value);
  return Number.isSafeInteger(number) ? number : void 0;
}, "asInteger");
var asCount = /* @__PURE__ */ __name((value) => {
  const number = asInteger(value);
  return typeof number === "number" && number >= 0 ? number : void 0;
}, "asCount");
var asFlag = /* @__PURE__ */ __name((value) => {
  if (typeof value === "boolean") return value;
  const word2 = String(value).toLowerCase();
  if (["true", "yes", "y", "on", "1"].includes(word2)) return true;
  return ["false", "no", "n", "off", "0"].includes(word2) ? false : void 0;
}, "asFlag");
var asDuration = /* @__PURE__ */ __name((value) => {
  if (typeof value === "number") return value >= 0 ? `${value}s` : void 0;
  if (typeof value !== "string") return void 0;
  const text3 = value.trim();
  if (GO_DURATION.test(text3)) return text3;
  if (/^\d+(\.\d+)?$/.test(text3)) return `${text3}s`;
  const { weeks = "0", days = "0", rest = "" } = DAYS.exec(text3)?.groups ?? {};
  const hours = (Number(weeks) * 7 + Number(days)) * 24;
  return hours > 0 && (rest === "" || GO_DURATION.test(rest)) ? `${hours}h${rest}` : void 0;
}, "asDuration");
var asSize = /* @__PURE__ */ __name((value) => typeof value === "number" && value >= 0 ? String(value) : typeof value === "string" && BYTES.test(value.trim()) ? value.trim() : void 0, "asSize");
var asBytes = /* @__PURE__ */ __name((value) => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  const { amount, unit = "" } = BYTES.exec(String(value).trim())?.groups ?? {};
  return amount === void 0 ? void 0 : Math.floor(Number(amount) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
}, "asBytes");
var asMode = /* @__PURE__ */ __name((value) => {
  if (typeof value === "string")
    return /^(0o?)?[0-7]{3,4}$/.test(value) ? Number.parseInt(value.replace("o", ""), 8) : void 0;
  return Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}, "asMode");
var asEntry = /* @__PURE__ */ __name((value) => typeof value === "boolean" ? String(value) : isEntry(value) ? value : void 0, "asEntry");
var isEntry = /* @__PURE__ */ __name((value) => value === null || typeof value === "string" || typeof value === "number", "isEntry");
var asCpus = /* @__PURE__ */ __name((value) => {
  const [, over, under] = /^\s*(\d+)\/([1-9]\d*)\s*$/.exec(String(value)) ?? [];
  const number = over === void 0 ? asNumber(value) : Number(over) / Number(under);
  if (typeof number !== "number" || number < 0 || !isWhole(number * 1e9)) return void 0;
  return over === void 0 ? String(value).trim() : String(number);
}, "asCpus");
var isWhole = /* @__PURE__ */ __name((number) => Math.abs(number - Math.round(number)) < 1e-6 * Math.max(1, number), "isWhole");
function secondsOf(duration5) {
  let sum = 0;
  for (const [, amount, unit = ""] of duration5.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(amount) * (SECONDS[unit] ?? 0);
  return sum;
}
__name(secondsOf, "secondsOf");
var SECONDS = {
  ns: 1e-9,
  us: 1e-6,
  \u00B5s: 1e-6,
  \u03BCs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600
};
var SCALARS = {
  text: { cast: asText, name: "a text" },
  number: { cast: asNumber, name: "a number" },
  integer: { cast: asInteger, name: "a whole number" },
  count: { cast: asCount, name: "a whole number, 0 or more" },
  flag: { cast: asFlag, name: "true or false" },
  duration: { cast: asDuration, name: "a duration, such as 90s or 1m30s" },
  size: { cast: asSize, name: "a size, such as 128M or 1G (not 128Mi)" },
  bytes: { cast: asBytes, name: "a size, such as 128M or 1G (not 128Mi)" },
  mode: { cast: asMode, name: "a file's mode, such as 0440" },
  entry: { cast: asEntry, name: "a string or a number" },
  cpus: { cast: asCpus, name: "a number of processors, such as 0.5" }
};

// src/stack/read/forms/env-files.rules.ts
var envFiles = /* @__PURE__ */ __name((isThere) => (service, { name, origins, found }) => {
  const value = own(service, "env_file");
  if (!Array.isArray(value)) return;
  const kept = [];
  for (const [i, item] of sequence(value).entries()) {
    const place = origins.of(value, i) ?? origins.of(service, "env_file");
    const file = isMapping(item) ? own(item, "path") : item;
    if (typeof file !== "string") {
      found.add("error", "wrong-type", place, "env_file must be a path, or {path, required}", {
        service: name
      });
      continue;
    }
    const isRequired = !isMapping(item) || (own(item, "required") ?? true) !== false;
    const isKept = isThere(file);
    if (isMapping(item)) found.translate(place, inLine(item), isKept || isRequired ? file : "");
    if (isKept) {
      origins.set(kept, kept.length, place);
      kept.push(file);
    } else if (isRequired)
      found.add("error", "missing-file", place, `env_file: there is no ${file}`, {
        service: name,
        hint: "create it, or say required: false"
      });
  }
  if (kept.length > 0) put(service, "env_file", kept);
  else delete service.env_file;
}, "envFiles");
var envFilePaths = /* @__PURE__ */ __name((service) => sequence(own(service, "env_file")).flatMap((item) => {
  const file = isMapping(item) ? own(item, "path") : item;
  return typeof file === "string" ? [file] : [];
}), "envFilePaths");

// src/stack/read/forms/moved-keys.rules.ts
var MOVED = {
  mem_limit: ["deploy", "resources", "limits", "memory"],
  cpus: ["deploy", "resources", "limits", "cpus"],
  pids_limit: ["deploy", "resources", "limits", "pids"],
  mem_reservation: ["deploy", "resources", "reservations", "memory"],
  scale: ["deploy", "replicas"]
};
var movedKeys = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  for (const [key, path11] of Object.entries(MOVED)) {
    const value = own(service, key);
    if (value === void 0) continue;
    const place = origins.of(service, key);
    delete service[key];
    if (value === null) continue;
    if (key !== "scale" && ["0", "-1"].includes(String(value))) {
      found.translate(place, `${key}: ${inLine(value)}`, "");
      continue;
    }
    const target = path11.slice(0, -1).reduce((at, step2) => child(at, step2), service);
    const last = path11.at(-1) ?? "";
    const there = own(target, last);
    if (there !== void 0 && there !== null && String(there) !== String(value)) {
      found.add("error", "contradiction", place, `${key} and ${path11.join(".")} do not agree`, {
        service: name,
        hint: `leave out ${key}`
      });
      continue;
    }
    put(target, last, value);
    origins.set(target, last, place);
    found.translate(place, `${key}: ${inLine(value)}`, `${path11.join(".")}: ${inLine(value)}`);
  }
}, "movedKeys");
var POLICIES = {
  no: "none",
  always: "any",
  "unless-stopped": "any",
  "on-failure": "on-failure"
};
var restart = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  conditionOf(service, { name, origins, found });
  const value = own(service, "restart");
  if (value === void 0) return;
  const place = origins.of(service, "restart");
  delete service.restart;
  if (value === null) return;
  const deploy3 = own(service, "deploy");
  if (isMapping(deploy3) && isMapping(own(deploy3, "restart_policy"))) {
    found.add("warning", "ignored-key", place, "restart is ignored in a swarm: use deploy.restart_policy", {
      service: name
    });
    return;
  }
  const [word2 = "", times] = (value === false ? "no" : String(value)).split(":");
  const condition = Object.hasOwn(POLICIES, word2) ? POLICIES[word2] : void 0;
  if (!condition || times !== void 0 && !(word2 === "on-failure" && /^\d+$/.test(times))) {
    found.add(
      "error",
      "wrong-type",
      place,
      "restart must be one of no, always, unless-stopped, on-failure, on-failure:N",
      {
        service: name
      }
    );
    return;
  }
  const policy = { condition, ...times === void 0 ? {} : { max_attempts: Number(times) } };
  for (const key of Object.keys(policy)) origins.set(policy, key, place);
  const target = child(service, "deploy");
  put(target, "restart_policy", policy);
  origins.set(target, "restart_policy", place);
  found.translate(place, `restart: ${inLine(value)}`, `deploy.restart_policy: ${inLine(policy)}`);
}, "restart");
var conditionOf = /* @__PURE__ */ __name((service, { origins, found }) => {
  const deploy3 = own(service, "deploy");
  const policy = isMapping(deploy3) ? own(deploy3, "restart_policy") : void 0;
  if (!isMapping(policy)) return;
  const value = own(policy, "condition");
  const word2 = value === false ? "no" : String(value);
  if (!["no", "always", "unless-stopped"].includes(word2)) return;
  policy.condition = POLICIES[word2];
  found.translate(
    origins.of(policy, "condition"),
    `condition: ${inLine(value)}`,
    `condition: ${POLICIES[word2]}`
  );
}, "conditionOf");

// src/stack/read/profiles.rules.ts
var SECTIONS = ["networks", "volumes", "secrets", "configs"];
var ALL = "*";
function applyProfiles(model, asked, origins, found) {
  const services = mapping(own(model, "services"));
  const profilesOf = /* @__PURE__ */ __name((name) => sequence(mapping(own(services, name)).profiles).map(String), "profilesOf");
  const known = [...new Set(Object.keys(services).flatMap(profilesOf))];
  for (const name of asked) {
    if (known.includes(name) || name === ALL) continue;
    const near = nearest(name, known);
    found.add("error", "unknown-profile", void 0, `no service has the profile ${JSON.stringify(name)}`, {
      hint: near ? `did you mean ${near}?` : known.length > 0 ? `there are: ${known.join(", ")}` : "the stack has no profiles"
    });
  }
  const isOff2 = /* @__PURE__ */ __name((name) => {
    const profiles = profilesOf(name);
    return profiles.length > 0 && !asked.includes(ALL) && !profiles.some((profile) => asked.includes(profile));
  }, "isOff");
  const dropped = Object.keys(services).filter(isOff2);
  const before = new Map(
    SECTIONS.map((section) => [
      section,
      usedIn(
        dropped.map((name) => mapping(services[name])),
        section
      )
    ])
  );
  for (const name of dropped) delete services[name];
  for (const service of Object.values(services)) {
    const { depends_on } = mapping(service);
    for (const name of dropped) delete mapping(depends_on)[name];
    delete mapping(service).profiles;
  }
  if (dropped.length === 0) return;
  found.add(
    "info",
    "left-out",
    origins.of(model, "services"),
    `left out, since their profiles are not asked for: ${dropped.join(", ")}`,
    { hint: `ask for them with --profile: ${known.join(", ")}` }
  );
  for (const section of SECTIONS) {
    const stillUsed = usedIn(Object.values(services).map(mapping), section);
    for (const name of before.get(section) ?? [])
      if (!stillUsed.has(name)) delete mapping(own(model, section))[name];
  }
  if (Object.keys(services).length === 0)
    found.add(
      "error",
      "no-services",
      origins.of(model, "services"),
      "every service belongs to a profile that is not asked for",
      {
        hint: `ask for one: ${known.join(", ")}`
      }
    );
}
__name(applyProfiles, "applyProfiles");
var isClusterVolume = /* @__PURE__ */ __name(({ type, source }) => type === "cluster" && !String(source).startsWith("group:"), "isClusterVolume");
function usedIn(services, section) {
  const names = services.flatMap((service) => {
    if (section === "networks") {
      const named = Object.keys(mapping(service.networks));
      return named.length > 0 ? named : ["default"];
    }
    const items = sequence(service[section]).map(mapping);
    const sources = items.filter((item) => section !== "volumes" || item.type === "volume" || isClusterVolume(item)).flatMap(({ source }) => typeof source === "string" ? [source] : []);
    const spec = mapping(service.credential_spec).config;
    return section === "configs" && typeof spec === "string" ? [...sources, spec] : sources;
  });
  return new Set(names);
}
__name(usedIn, "usedIn");

// src/stack/read/forms/references.rules.ts
var SECTIONS2 = ["networks", "volumes", "secrets", "configs"];
function checkReferences(model, origins, found) {
  for (const [name, value] of Object.entries(mapping(own(model, "services")))) {
    const service = mapping(value);
    for (const section of SECTIONS2) {
      const known = Object.keys(mapping(own(model, section)));
      for (const used of usedIn([service], section)) {
        if (known.includes(used) || section === "networks" && used === "default") continue;
        const near = nearest(used, known);
        found.add(
          "error",
          "undefined-name",
          placeOf(service, section, used, origins),
          `${section} has no ${used}`,
          {
            service: name,
            hint: near ? `did you mean ${near}?` : `add ${used}: to the top-level ${section}:`
          }
        );
      }
    }
  }
}
__name(checkReferences, "checkReferences");
function placeOf(service, section, used, origins) {
  const value = own(service, section);
  if (section === "networks") return origins.of(mapping(value), used);
  const item = sequence(value).map(mapping).find(({ source }) => source === used);
  return (item && origins.of(item, "source")) ?? origins.of(service, section) ?? origins.of(service, "credential_spec");
}
__name(placeOf, "placeOf");

// src/stack/read/forms/service-details.rules.ts
var dependsOn = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  const value = own(service, "depends_on");
  if (value === void 0) return;
  const place = origins.of(service, "depends_on");
  if (!isMapping(value)) {
    delete service.depends_on;
    if (value !== null)
      found.add("error", "wrong-type", place, "depends_on must be a list", { service: name });
    return;
  }
  const names = Object.keys(value);
  if (names.some((each) => own(value, each) !== null))
    found.translate(place, `depends_on: ${inLine(value)}`, `depends_on: ${inLine(names)}`);
  put(service, "depends_on", names);
  found.add(
    "warning",
    "ignored-key",
    place,
    "depends_on has no effect: a swarm starts all services at once: let the service retry",
    {
      service: name
    }
  );
}, "dependsOn");
var portDetails = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  for (const port of sequence(own(service, "ports"))) {
    if (!isMapping(port)) continue;
    const address = own(port, "host_ip");
    if (address !== void 0 && address !== null) {
      if (!["", "0.0.0.0", "[::]", "::"].includes(String(address)))
        found.add(
          "warning",
          "published-address",
          origins.of(port, "host_ip"),
          `port ${inLine(own(port, "published") ?? own(port, "target"))}: the address ${String(address)} is ignored in a swarm, and the port answers on every address`,
          { service: name, hint: "do not publish what only this machine may reach" }
        );
      delete port.host_ip;
    }
    for (const key of ["name", "app_protocol"]) {
      const value = own(port, key);
      if (value === void 0) continue;
      found.translate(origins.of(port, key), `${key}: ${inLine(value)}`, "");
      delete port[key];
    }
    const published = own(port, "published");
    if (published === "" || String(published) === "0") delete port.published;
    else if (typeof published === "string" && /^\d+-\d+$/.test(published)) {
      found.add(
        "error",
        "refused-key",
        origins.of(port, "published"),
        `ports: a swarm does not choose from ${published}`,
        {
          service: name,
          hint: "name one port, or leave out published: for one that the swarm chooses"
        }
      );
      delete port.published;
    }
  }
}, "portDetails");
var tmpfs = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  const value = own(service, "tmpfs");
  if (value === void 0) return;
  const place = origins.of(service, "tmpfs");
  delete service.tmpfs;
  const mounts2 = sequence(own(service, "volumes"));
  const items = sequence(value);
  for (const [i, item] of items.entries()) {
    if (typeof item !== "string") {
      found.add("error", "wrong-type", place, "tmpfs must be a string or a list of strings", {
        service: name
      });
      continue;
    }
    const at = origins.of(items, i) ?? place;
    const [target = "", options = ""] = item.split(":");
    const mount2 = { type: "tmpfs", target };
    for (const option of options.split(",").filter(Boolean)) {
      const size = /^size=(.+)$/.exec(option)?.[1];
      if (size !== void 0) {
        const inner = { size };
        if (at) origins.set(inner, "size", { ...at, isSubstituted: true });
        mount2.tmpfs = inner;
      } else
        found.add("warning", "ignored-key", at, `the tmpfs option ${option} is ignored in a swarm`, {
          service: name
        });
    }
    for (const key of Object.keys(mount2)) origins.set(mount2, key, at);
    origins.set(mounts2, mounts2.length, at);
    mounts2.push(mount2);
    found.translate(at, `tmpfs: ${inLine(item)}`, `volumes: ${inLine([mount2])}`);
  }
  if (mounts2.length > 0) put(service, "volumes", mounts2);
}, "tmpfs");
var hostPaths = /* @__PURE__ */ __name((service, { origins, found }) => {
  for (const mount2 of sequence(own(service, "volumes"))) {
    const bind = isMapping(mount2) ? own(mount2, "bind") : void 0;
    if (!isMapping(bind) || own(bind, "create_host_path") !== false) continue;
    found.translate(origins.of(bind, "create_host_path"), "create_host_path: false", "");
    delete bind.create_host_path;
  }
}, "hostPaths");

// src/stack/read/forms/shape.rules.ts
var DROP = /* @__PURE__ */ Symbol("drop");
function fitShape(container, key, shape, request, path11 = [key]) {
  const result = fitted(own(container, key), shape, path11, request.origins.of(container, key), request);
  if (result === DROP) delete container[key];
  else put(container, key, result);
}
__name(fitShape, "fitShape");
function fitted(value, shape, path11, place, request) {
  if (shape.since !== void 0) request.needs(shape.since);
  switch (shape.kind) {
    case "any":
      return value;
    case "list":
      return Array.isArray(value) ? fittedList(value, shape.of, path11, place, request) : wrong(value, "a list", path11, place, request);
    case "words":
      return fitted(
        value,
        Array.isArray(value) ? { kind: "list", of: { kind: "text" } } : { kind: "text" },
        path11,
        place,
        request
      );
    case "map":
      if (!isMapping(value)) return wrong(value, "a mapping", path11, place, request);
      for (const name of Object.keys(value)) {
        if (own(value, name) === null && shape.isNullable) continue;
        step(value, name, shape.of, path11, place, request);
      }
      return value;
    case "record":
      if (shape.short && !isMapping(value)) return fitted(value, shape.short, path11, place, request);
      if (!isMapping(value)) return wrong(value, shape.name ?? "a mapping", path11, place, request);
      return fitRecord(value, shape, path11, place, request);
    case "choice":
      return typeof value === "string" && shape.of.includes(shape.isCaseless ? value.toLowerCase() : value) ? shape.isCaseless ? value.toLowerCase() : value : wrong(value, `one of ${shape.of.join(", ")}`, path11, place, request);
    default:
      return fitScalar(value, shape.kind, path11, place, request);
  }
}
__name(fitted, "fitted");
function fittedList(value, shape, path11, place, request) {
  const { origins } = request;
  const made = [];
  for (const [i, item] of value.entries()) {
    const result = fitted(item, shape, [...path11, String(i)], origins.of(value, i) ?? place, request);
    if (result === DROP) continue;
    origins.copy(value, i, made, made.length);
    made.push(result);
  }
  return made;
}
__name(fittedList, "fittedList");
function fitScalar(value, kind, path11, place, request) {
  const { cast, name } = SCALARS[kind];
  const result = cast(value);
  if (result === void 0) return wrong(value, name, path11, place, request);
  const key = path11.at(-1) ?? "";
  const isOpen = kind !== "text" && kind !== "entry";
  if (result !== value && !place?.isSubstituted)
    request.found.translate(
      place,
      `${key}: ${isOpen ? inLine(value) : `a ${typeof value}`}`,
      `${key}: ${isOpen ? inLine(result) : "a string, in quotes"}`
    );
  return result;
}
__name(fitScalar, "fitScalar");
function fitRecord(value, shape, path11, place, request) {
  const { found, origins, service } = request;
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(shape.of, key) ? shape.of[key] : void 0;
    const at = origins.of(value, key) ?? place;
    const name = [...path11, key].join(".");
    if (inner) {
      if (own(value, key) === null && inner.kind !== "any") delete value[key];
      else step(value, key, inner, path11, place, request);
      continue;
    }
    if (key.startsWith("x-") && shape.isExtensible) continue;
    const ignored = Object.hasOwn(shape.ignored ?? {}, key) ? shape.ignored?.[key] : void 0;
    const refused3 = Object.hasOwn(shape.refused ?? {}, key) ? shape.refused?.[key] : void 0;
    if (refused3)
      found.add("error", "refused-key", at, `${name} is refused in a swarm`, { service, hint: refused3 });
    else if (ignored !== void 0)
      found.add("warning", "ignored-key", at, `${name} is ignored in a swarm${ignored && `: ${ignored}`}`, {
        service
      });
    else if (!key.startsWith("x-")) {
      const near = nearest(key, Object.keys(shape.of));
      const hint = near ? `did you mean ${near}?` : "remove it";
      found.add("error", "unknown-key", at, `${name} is not a key that docker stack deploy knows`, {
        service,
        hint
      });
    }
    delete value[key];
  }
  for (const key of shape.required ?? [])
    if (own(value, key) === void 0)
      found.add("error", "missing-key", place, `${path11.join(".")} has no ${key}`, {
        service,
        hint: `add ${key}:`
      });
  return value;
}
__name(fitRecord, "fitRecord");
function step(value, key, shape, path11, place, request) {
  const result = fitted(
    own(value, key),
    shape,
    [...path11, key],
    request.origins.of(value, key) ?? place,
    request
  );
  if (result === DROP) delete value[key];
  else put(value, key, result);
}
__name(step, "step");
function wrong(value, name, path11, place, { found, service }) {
  const is = value === null ? "nothing" : Array.isArray(value) ? "a list" : isMapping(value) ? "a mapping" : "something else";
  found.add("error", "wrong-type", place, `${path11.join(".")} must be ${name}, and is ${is}`, { service });
  return DROP;
}
__name(wrong, "wrong");

// src/stack/read/forms/shell-words.rules.ts
function isSplittable(command2) {
  let quote = "";
  let isInWord = false;
  for (let i = 0; i < command2.length; i++) {
    const char = command2[i] ?? "";
    if (quote === "" && !isInWord && char === "#") {
      const end = command2.indexOf("\n", i);
      if (end === -1) return true;
      i = end;
    } else if (char === "\\" && quote !== "'") {
      if (++i >= command2.length) return false;
      isInWord = true;
    } else if (quote === "" && (char === '"' || char === "'")) {
      quote = char;
      isInWord = true;
    } else if (char === quote) quote = "";
    else isInWord = quote !== "" || !/\s/.test(char);
  }
  return quote === "";
}
__name(isSplittable, "isSplittable");

// src/stack/read/forms/container-refusals.rules.ts
function checkContainer(service, refuse3) {
  checkWords(service, refuse3);
  checkTwice(service, refuse3);
  checkMounts(service, refuse3);
  checkGranted(service, refuse3);
  checkResources(service, refuse3);
  checkRollout(service, refuse3);
  checkHealth(service, refuse3);
  checkConstraints(service, refuse3);
  checkImage(service, refuse3);
}
__name(checkContainer, "checkContainer");
function checkWords(service, refuse3) {
  for (const key of ["command", "entrypoint"]) {
    const value = own(service, key);
    if (typeof value === "string" && !isSplittable(value))
      refuse3([key], "unclosed-quote", `${key}: a quote in it is not closed`, "close it, or write a list");
  }
  const { disable, test } = mapping(own(service, "healthcheck"));
  if (disable === true && test !== void 0 && !(Array.isArray(test) && test.length === 0))
    refuse3(
      ["healthcheck", "disable"],
      "refused-combination",
      "healthcheck has a test, and disable: true",
      "remove one of the two"
    );
}
__name(checkWords, "checkWords");
var SETS = ["cap_add", "cap_drop", "dns", "dns_search", "extra_hosts", "env_file"];
function checkTwice(service, refuse3) {
  for (const key of SETS) {
    const items = sequence(own(service, key));
    const i = items.findIndex((item, at) => items.indexOf(item) < at);
    if (i > 0) refuse3([key, i], "item-twice", `${key}.${i}: ${String(items[i])} appears twice`, "remove one");
  }
}
__name(checkTwice, "checkTwice");
var OPTIONS = ["bind", "volume", "tmpfs", "image"];
function checkMounts(service, refuse3) {
  const seen = /* @__PURE__ */ new Set();
  for (const [i, item] of sequence(own(service, "volumes")).entries()) {
    const mount2 = mapping(item);
    const { type, source, target } = mount2;
    const say = /* @__PURE__ */ __name((text3, hint) => refuse3(["volumes", i], "bad-mount", `volumes.${i}: ${text3}`, hint), "say");
    const hasSource = source !== void 0 && source !== "";
    if (["bind", "cluster", "npipe", "image"].includes(String(type)) && !hasSource)
      say(`a mount of type ${type} needs a source`, "add source:");
    if (type === "tmpfs" && hasSource) say("a tmpfs has no source", "remove source:");
    for (const option of OPTIONS)
      if (option !== type && own(mount2, option) !== void 0 && !(type === "cluster" && option === "volume"))
        say(`${option}: is not for a mount of type ${type}`, "remove it, or correct type:");
    if (seen.has(target)) say(`something else is mounted at ${target} already`, "give it another target");
    seen.add(target);
  }
}
__name(checkMounts, "checkMounts");
function checkGranted(service, refuse3) {
  for (const section of ["secrets", "configs"]) {
    const seen = /* @__PURE__ */ new Set();
    for (const [i, item] of sequence(own(service, section)).entries()) {
      const { source, target } = mapping(item);
      const file = String(target ?? source);
      if (seen.has(file))
        refuse3(
          [section, i],
          "refused-combination",
          `${section}.${i}: two of them would be the file ${file}`,
          "give one of them another target, or remove it"
        );
      seen.add(file);
    }
  }
}
__name(checkGranted, "checkGranted");
var LEAST_BYTES = 4 * 1024 * 1024;
var LEAST_CPUS = 1e-3;
function checkResources(service, refuse3) {
  const resources = mapping(own(mapping(own(service, "deploy")), "resources"));
  for (const side of ["limits", "reservations"]) {
    const { memory, cpus } = mapping(own(resources, side));
    const bytes = Number(SCALARS.bytes.cast(memory) ?? 0);
    if (bytes > 0 && bytes < LEAST_BYTES)
      refuse3(
        ["deploy", "resources", side, "memory"],
        "too-small",
        `deploy.resources.${side}.memory must be at least 4M`,
        "a number without a unit is bytes: write 64M for 64 MiB"
      );
    const share = Number(cpus ?? 0);
    if (share > 0 && share < LEAST_CPUS)
      refuse3(
        ["deploy", "resources", side, "cpus"],
        "too-small",
        `deploy.resources.${side}.cpus must be at least ${LEAST_CPUS}`,
        "write 0.5 for half a processor"
      );
  }
}
__name(checkResources, "checkResources");
function checkRollout(service, refuse3) {
  const deploy3 = mapping(own(service, "deploy"));
  for (const key of ["update_config", "rollback_config"]) {
    const ratio = Number(own(mapping(own(deploy3, key)), "max_failure_ratio") ?? 0);
    if (ratio < 0 || ratio > 1)
      refuse3(
        ["deploy", key, "max_failure_ratio"],
        "wrong-type",
        `deploy.${key}.max_failure_ratio must be between 0 and 1`,
        "write 0.2 for a fifth of the tasks"
      );
  }
}
__name(checkRollout, "checkRollout");
var LEAST_SECONDS = 1e-3;
function checkHealth(service, refuse3) {
  const check = mapping(own(service, "healthcheck"));
  for (const key of ["interval", "timeout", "start_period", "start_interval"]) {
    const value = own(check, key);
    if (typeof value !== "string") continue;
    const seconds2 = secondsOf(value);
    if (seconds2 !== 0 && seconds2 < LEAST_SECONDS)
      refuse3(["healthcheck", key], "too-small", `healthcheck.${key} must be at least 1ms`, "write 30s, say");
  }
}
__name(checkHealth, "checkHealth");
var CONSTRAINT = /^\s*[a-z_][a-z0-9\-_.]+\s*[=!]=\s*[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i;
function checkConstraints(service, refuse3) {
  const placement = mapping(own(mapping(own(service, "deploy")), "placement"));
  for (const [i, constraint] of sequence(own(placement, "constraints")).entries())
    if (!CONSTRAINT.test(String(constraint)))
      refuse3(
        ["deploy", "placement", "constraints", i],
        "bad-constraint",
        `deploy.placement.constraints.${i} is not a constraint`,
        "write key == value or key != value, with no quotes around the value: node.role == worker"
      );
}
__name(checkConstraints, "checkConstraints");
var REFERENCE = /^(?:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[a-f0-9:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-f]{32,})?$/;
var HOST = /^[^/]*[.:][^/]*\/|^localhost\//i;
function checkImage(service, refuse3) {
  const image = own(service, "image");
  if (typeof image !== "string" || image === "") return;
  if (REFERENCE.test(image.replace(HOST, (host) => host.toLowerCase()))) return;
  const [repository = ""] = image.replace(HOST, "").split(/[:@]/);
  refuse3(
    ["image"],
    "bad-image",
    `image: ${JSON.stringify(image)} is not an image name`,
    /[A-Z]/.test(repository) ? "write the repository in lower case" : "look at the variables in it: a part of it may be empty"
  );
}
__name(checkImage, "checkImage");

// src/stack/read/forms/port-refusals.rules.ts
var portsOf = /* @__PURE__ */ __name((service) => sequence(own(service, "ports")).map((entry) => {
  const port = mapping(entry);
  return {
    target: Number(own(port, "target")),
    published: Number(own(port, "published") ?? 0),
    protocol: String(own(port, "protocol") ?? "tcp"),
    mode: String(own(port, "mode") ?? "ingress")
  };
}), "portsOf");
var LAST_PORT = 65535;
var shown = /* @__PURE__ */ __name(({ published, protocol }) => `${published}/${protocol}`, "shown");
function checkPorts(service, refuse3) {
  const ports = portsOf(service);
  const isDnsrr = own(mapping(own(service, "deploy")), "endpoint_mode") === "dnsrr";
  const seen = /* @__PURE__ */ new Set();
  for (const [i, port] of ports.entries()) {
    const { target, published, mode } = port;
    if (target < 1 || target > LAST_PORT || published < 0 || published > LAST_PORT)
      refuse3(
        ["ports", i],
        "wrong-type",
        `ports.${i}: a port is a number from 1 to ${LAST_PORT}`,
        "correct it"
      );
    if (isDnsrr && mode === "ingress")
      refuse3(
        ["ports", i],
        "refused-combination",
        `port ${published || target} is published by the routing mesh, which a service with endpoint_mode: dnsrr is not part of`,
        "publish it with mode: host, or remove endpoint_mode"
      );
    if (published === 0) continue;
    if (seen.has(shown(port)))
      refuse3(
        ["ports", i],
        "port-twice",
        `port ${shown(port)} is published twice`,
        "publish each port once; it can lead to only one container port"
      );
    seen.add(shown(port));
  }
}
__name(checkPorts, "checkPorts");
function checkPortsBetween(services, refuse3) {
  const owners = /* @__PURE__ */ new Map();
  for (const name of Object.keys(services))
    for (const [i, port] of portsOf(mapping(own(services, name))).entries()) {
      if (port.published === 0) continue;
      const owner = owners.get(shown(port));
      if (!owner || owner.name === name) owners.set(shown(port), { name, mode: port.mode });
      else if (owner.mode === "ingress" || port.mode === "ingress")
        refuse3(
          name,
          i,
          `port ${shown(port)} is already published by the service ${owner.name} of this stack`,
          "publish another port, or remove one of the two"
        );
    }
}
__name(checkPortsBetween, "checkPortsBetween");

// src/stack/read/forms/swarm-refusals.rules.ts
var DNS_NAME = /^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*$/;
var DNS_LIMIT = 63;
var OBJECT_NAME = /^[a-zA-Z0-9]+(?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/;
var OBJECT_LIMIT = 64;
var LOCAL_DRIVERS = [
  "bridge",
  "host",
  "none",
  "null",
  "macvlan",
  "ipvlan",
  "nat",
  "transparent",
  "l2bridge",
  "l2tunnel"
];
function checkRefusals(model, origins, found, stack) {
  const services = mapping(own(model, "services"));
  for (const name of Object.keys(services)) {
    const service = mapping(own(services, name));
    const refuse3 = /* @__PURE__ */ __name((path11, rule, text3, hint) => found.add("error", rule, placeIn2(services, [name, ...path11], origins), text3, { service: name, hint }), "refuse");
    checkServiceName(name, stack, refuse3);
    checkMode(service, refuse3);
    checkPorts(service, refuse3);
    checkContainer(service, refuse3);
  }
  checkPortsBetween(
    services,
    (name, i, text3, hint) => found.add("error", "port-twice", placeIn2(services, [name, "ports", i], origins), text3, {
      service: name,
      hint
    })
  );
  checkNetworks(model, origins, found, stack);
  checkObjectNames(model, origins, found);
  checkObjectKeys(model, origins, found);
}
__name(checkRefusals, "checkRefusals");
function placeIn2(container, path11, origins) {
  let place;
  for (const key of path11) {
    if (typeof container !== "object" || container === null) break;
    place = origins.of(container, key) ?? place;
    container = container[key];
  }
  return place;
}
__name(placeIn2, "placeIn");
function checkServiceName(name, stack, refuse3) {
  const fault2 = dnsFault(`${stack ?? "s"}_${name}`);
  if (fault2 === void 0) return;
  const full = stack === void 0 ? name : `${stack}_${name}`;
  refuse3([], "bad-name", `${full} is not a name for a service in a swarm: ${fault2}`, "rename the service");
}
__name(checkServiceName, "checkServiceName");
function dnsFault(whole) {
  if (whole.length > DNS_LIMIT) return `with the stack's name it has more than ${DNS_LIMIT} characters`;
  return DNS_NAME.test(whole) ? void 0 : "use letters, digits, - and _ only (no dot), and end with a letter or a digit";
}
__name(dnsFault, "dnsFault");
function checkMode(service, refuse3) {
  const deploy3 = mapping(own(service, "deploy"));
  const mode = String(own(deploy3, "mode") ?? "replicated");
  if (mode.startsWith("global") && own(deploy3, "replicas") !== void 0)
    refuse3(
      ["deploy", "replicas"],
      "refused-combination",
      `replicas cannot be used with mode: ${mode}, which runs one task on every node`,
      "remove replicas, or use mode: replicated"
    );
  if (mode.endsWith("-job") && own(deploy3, "update_config") !== void 0)
    refuse3(
      ["deploy", "update_config"],
      "refused-combination",
      `a swarm refuses update_config on a job (mode: ${mode})`,
      "remove update_config"
    );
}
__name(checkMode, "checkMode");
function checkNetworks(model, origins, found, stack) {
  const networks = mapping(own(model, "networks"));
  const used = usedIn(Object.values(mapping(own(model, "services"))).map(mapping), "networks");
  for (const name of Object.keys(networks)) {
    const network = mapping(own(networks, name));
    if (own(network, "external") || !used.has(name)) continue;
    const driver = own(network, "driver");
    if (typeof driver === "string" && LOCAL_DRIVERS.includes(driver))
      found.add(
        "error",
        "local-network",
        placeIn2(networks, [name, "driver"], origins),
        `networks.${name}: a network with driver ${driver} is on one machine only, and services of a swarm cannot use it`,
        {
          hint: "use driver: overlay, or leave driver out; make anything else by hand (docker network create --scope swarm) and name it as external"
        }
      );
    const written = own(network, "name");
    const fault2 = dnsFault(typeof written === "string" ? written : `${stack ?? "s"}_${name}`);
    if (fault2 !== void 0)
      found.add(
        "error",
        "bad-name",
        placeIn2(networks, [name, "name"], origins),
        `networks.${name} does not have a name for a network in a swarm: ${fault2}`,
        { hint: "rename the network, or give it another name:" }
      );
  }
}
__name(checkNetworks, "checkNetworks");
function checkObjectNames(model, origins, found) {
  for (const section of ["secrets", "configs"]) {
    const entries2 = mapping(own(model, section));
    for (const name of Object.keys(entries2)) {
      const entry = mapping(own(entries2, name));
      const written = own(entry, "name");
      if (typeof written !== "string" || own(entry, "external")) continue;
      const place = placeIn2(entries2, [name, "name"], origins);
      if (own(entry, "driver") === void 0 && !place?.isSubstituted)
        found.add(
          "warning",
          "unversioned-name",
          place,
          `${section}.${name}: the name ${written} is kept, so a new content cannot be deployed under it`,
          { hint: "leave name: out for one that follows the content, or write a new name with each content" }
        );
      if (written.length > OBJECT_LIMIT || !OBJECT_NAME.test(written))
        found.add("error", "bad-name", place, `${section}.${name}.name is not a name that a swarm takes`, {
          hint: `use at most ${OBJECT_LIMIT} letters, digits, -, _ and dots, and begin and end with a letter or a digit`
        });
    }
  }
}
__name(checkObjectNames, "checkObjectNames");
var APART = [
  {
    section: "volumes",
    key: "external",
    beside: ["driver", "driver_opts", "labels"],
    hint: "an external volume is there already, as it was made: take external out, or the others"
  },
  {
    section: "secrets",
    key: "driver",
    beside: ["file"],
    hint: "the driver brings the content: take driver out, or file"
  }
];
function checkObjectKeys(model, origins, found) {
  for (const { section, key, beside: beside2, hint } of APART)
    for (const [name, value] of Object.entries(mapping(own(model, section)))) {
      const entry = mapping(value);
      const other = isSet(own(entry, key)) && beside2.find((each) => isSet(own(entry, each)));
      if (!other) continue;
      const text3 = `${section}.${name}: ${other} cannot be used with ${key}`;
      found.add(
        "error",
        "refused-combination",
        origins.of(entry, other) ?? origins.of(mapping(own(model, section)), name),
        text3,
        { hint }
      );
    }
}
__name(checkObjectKeys, "checkObjectKeys");
var isSet = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value), "isSet");

// src/stack/read/forms/top-level.rules.ts
var KNOWN = ["version", "services", "networks", "volumes", "secrets", "configs"];
function topLevel(model, origins, found) {
  for (const key of Object.keys(model)) {
    if (KNOWN.includes(key)) continue;
    const place = origins.of(model, key);
    if (key === "name") found.translate(place, `name: ${inLine(own(model, key))}`, "");
    else if (!key.startsWith("x-")) {
      const near = nearest(key, [...KNOWN, "include", "name"]);
      found.add("error", "unknown-key", place, `${key} is not a section that docker stack deploy knows`, {
        hint: near ? `did you mean ${near}?` : "remove it"
      });
    }
    delete model[key];
  }
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const entry of Object.values(mapping(own(model, section)))) externalName(entry, origins, found);
}
__name(topLevel, "topLevel");
function externalName(entry, origins, found) {
  if (!isMapping(entry) || !isMapping(own(entry, "external"))) return;
  const outer = mapping(own(entry, "external"));
  const place = origins.of(entry, "external");
  const name = own(outer, "name");
  entry.external = true;
  if (typeof name === "string") {
    entry.name = name;
    origins.set(entry, "name", place);
  }
  found.translate(place, `external: ${inLine(outer)}`, `external: true, name: ${inLine(name)}`);
}
__name(externalName, "externalName");
function lowestVersion() {
  let minor = 8;
  const needs = /* @__PURE__ */ __name((needed) => {
    minor = Math.max(minor, needed);
  }, "needs");
  return { needs, version: /* @__PURE__ */ __name(() => `3.${minor}`, "version") };
}
__name(lowestVersion, "lowestVersion");

// src/stack/read/forms/unsupported.rules.ts
var IGNORED = /* @__PURE__ */ new Set([
  "build",
  "cgroupns_mode",
  "cgroup_parent",
  "devices",
  "domainname",
  "external_links",
  "ipc",
  "links",
  "mac_address",
  "network_mode",
  "pid",
  "privileged",
  "security_opt",
  "shm_size",
  "userns_mode"
]);
var WITHOUT_EFFECT = {
  container_name: "a swarm names the containers",
  expose: "services on one network reach every port of each other",
  attach: "a deploy attaches to no output",
  develop: "it is for docker compose watch",
  pull_policy: "a node pulls an image that it does not have",
  platform: "the image says for which platforms it is; a placement constraint chooses nodes",
  annotations: "use labels"
};
var RESOURCES = "use deploy.resources";
var NO_WAY = "a swarm has no equivalent: remove it";
var REFUSED = {
  volume_driver: "name the driver in the top-level volumes:",
  volumes_from: "share a volume of the top-level volumes:",
  cpu_quota: RESOURCES,
  cpu_period: RESOURCES,
  cpu_shares: RESOURCES,
  cpu_count: RESOURCES,
  cpu_percent: RESOURCES,
  cpuset: RESOURCES,
  memswap_limit: RESOURCES,
  mem_swappiness: NO_WAY,
  oom_kill_disable: NO_WAY,
  gpus: "use deploy.resources.reservations.generic_resources",
  group_add: "set the groups in the image, or use user: uid:gid",
  dns_opt: "set it in the image, or in the daemon of each node",
  label_file: "write the labels under labels:",
  storage_opt: "set it in the daemon of each node",
  runtime: "set the default runtime in the daemon of each node",
  uts: NO_WAY,
  cgroup: NO_WAY,
  blkio_config: NO_WAY,
  device_cgroup_rules: NO_WAY,
  use_api_socket: NO_WAY,
  provider: NO_WAY,
  models: NO_WAY,
  post_start: "let the entrypoint of the image do it",
  pre_stop: "let the image handle its stop signal"
};
var INSTEAD = {
  build: " (the image must be pushed before)",
  privileged: " (use cap_add)",
  network_mode: " (name a network under networks:; host is {external: true, name: host})",
  shm_size: " (mount a tmpfs at /dev/shm)"
};
function verdictOnKey(key) {
  if (IGNORED.has(key)) return { isRefused: false, text: `${key} is ignored in a swarm${INSTEAD[key] ?? ""}` };
  const reason = Object.hasOwn(WITHOUT_EFFECT, key) ? WITHOUT_EFFECT[key] : void 0;
  if (reason) return { isRefused: false, text: `${key} has no effect: ${reason}` };
  const wayOut2 = Object.hasOwn(REFUSED, key) ? REFUSED[key] : void 0;
  return wayOut2 ? { isRefused: true, text: `${key} is refused in a swarm`, hint: wayOut2 } : void 0;
}
__name(verdictOnKey, "verdictOnKey");

// src/stack/read/forms/v3-schema.rules.ts
var text = { kind: "text" };
var integer = { kind: "integer" };
var count = { kind: "count" };
var flag = { kind: "flag" };
var duration = { kind: "duration" };
var words = { kind: "words" };
var list = /* @__PURE__ */ __name((of) => ({ kind: "list", of }), "list");
var texts = list(text);
var entries = { kind: "map", of: { kind: "entry" }, isNullable: true };
var choice = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of }), "choice");
var word = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of, isCaseless: true }), "word");
var rollout = {
  kind: "record",
  of: {
    parallelism: count,
    delay: duration,
    failure_action: choice("pause", "continue", "rollback"),
    monitor: duration,
    max_failure_ratio: { kind: "number" },
    order: choice("start-first", "stop-first")
  }
};
var deploy = {
  kind: "record",
  of: {
    mode: choice("replicated", "global", "replicated-job", "global-job"),
    endpoint_mode: word("vip", "dnsrr"),
    replicas: count,
    labels: entries,
    update_config: rollout,
    rollback_config: rollout,
    resources: {
      kind: "record",
      of: {
        limits: {
          kind: "record",
          of: { cpus: { kind: "cpus" }, memory: { kind: "size" }, pids: { kind: "integer", since: 9 } }
        },
        reservations: {
          kind: "record",
          of: {
            cpus: { kind: "cpus" },
            memory: { kind: "size" },
            generic_resources: list({
              kind: "record",
              of: {
                discrete_resource_spec: { kind: "record", of: { kind: text, value: { kind: "number" } } }
              }
            })
          },
          ignored: { devices: "use generic_resources", pids: "" }
        }
      }
    },
    restart_policy: {
      kind: "record",
      of: {
        condition: choice("none", "on-failure", "any"),
        delay: duration,
        max_attempts: count,
        window: duration
      }
    },
    placement: {
      kind: "record",
      of: {
        constraints: texts,
        preferences: list({ kind: "record", of: { spread: text } }),
        max_replicas_per_node: count
      }
    }
  }
};
var granted = list({
  kind: "record",
  of: { source: text, target: text, uid: text, gid: text, mode: { kind: "mode" } },
  required: ["source"]
});
var mount = {
  kind: "record",
  name: "a mount, such as data:/data or ./file:/file:ro",
  of: {
    type: choice("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: {
      kind: "record",
      of: { propagation: text },
      ignored: { create_host_path: "a folder that is not there is not made", selinux: "", recursive: "" }
    },
    volume: {
      kind: "record",
      of: { nocopy: flag, subpath: text },
      ignored: { labels: "give them to the top-level volume" }
    },
    tmpfs: { kind: "record", of: { size: { kind: "bytes" } }, ignored: { mode: "" } },
    image: { kind: "record", of: { subpath: text } }
  },
  required: ["type", "target"]
};
var NO_ADDRESS = "a swarm gives the addresses itself";
var SERVICE = {
  kind: "record",
  isExtensible: true,
  of: {
    image: text,
    command: words,
    entrypoint: words,
    cap_add: texts,
    cap_drop: texts,
    configs: granted,
    secrets: granted,
    credential_spec: { kind: "record", of: { config: text, file: text, registry: text } },
    depends_on: texts,
    deploy,
    dns: texts,
    dns_search: texts,
    env_file: texts,
    environment: entries,
    extra_hosts: texts,
    healthcheck: {
      kind: "record",
      of: {
        test: words,
        disable: flag,
        interval: duration,
        timeout: duration,
        start_period: duration,
        start_interval: { kind: "duration", since: 12 },
        retries: count
      }
    },
    hostname: text,
    init: flag,
    isolation: text,
    labels: entries,
    logging: { kind: "record", of: { driver: text, options: entries } },
    networks: {
      kind: "map",
      isNullable: true,
      of: {
        kind: "record",
        of: { aliases: texts, driver_opts: { kind: "map", of: { kind: "entry" }, since: 13 } },
        ignored: {
          priority: "",
          gw_priority: "",
          interface_name: "",
          mac_address: NO_ADDRESS,
          ipv4_address: NO_ADDRESS,
          ipv6_address: NO_ADDRESS,
          link_local_ips: NO_ADDRESS
        }
      }
    },
    oom_score_adj: { kind: "integer", since: 13 },
    ports: list({
      kind: "record",
      name: "a port, such as 8080:80 or 53:53/udp",
      of: {
        mode: word("ingress", "host"),
        target: integer,
        published: integer,
        protocol: word("tcp", "udp", "sctp")
      },
      required: ["target"]
    }),
    read_only: flag,
    stdin_open: flag,
    stop_grace_period: duration,
    stop_signal: text,
    sysctls: entries,
    tty: flag,
    ulimits: {
      kind: "map",
      of: { kind: "record", of: { soft: integer, hard: integer }, required: ["soft", "hard"], short: integer }
    },
    user: text,
    volumes: list(mount),
    working_dir: text
  }
};
var external = { kind: "flag" };
var driverOptions = { kind: "map", of: { kind: "entry" } };
var NO_SUBNET_DETAILS = "give the subnet only, or make the network by hand and name it as external";
var SECTIONS3 = {
  networks: {
    kind: "record",
    isExtensible: true,
    of: {
      name: text,
      driver: text,
      driver_opts: driverOptions,
      ipam: {
        kind: "record",
        of: {
          driver: text,
          config: list({
            kind: "record",
            of: { subnet: text },
            refused: {
              gateway: NO_SUBNET_DETAILS,
              ip_range: NO_SUBNET_DETAILS,
              aux_addresses: NO_SUBNET_DETAILS
            }
          })
        },
        refused: { options: NO_SUBNET_DETAILS }
      },
      external,
      internal: flag,
      attachable: flag,
      labels: entries
    },
    ignored: { enable_ipv4: "" },
    refused: {
      enable_ipv6: "make the network by hand (docker network create --ipv6) and name it as external"
    }
  },
  volumes: {
    kind: "record",
    isExtensible: true,
    of: {
      name: text,
      driver: text,
      driver_opts: driverOptions,
      external,
      labels: entries,
      "x-cluster-spec": { kind: "any" }
    }
  },
  secrets: {
    kind: "record",
    isExtensible: true,
    // `environment` is no key of docker's: it becomes a file before docker sees it.
    of: {
      name: text,
      file: text,
      environment: text,
      external,
      labels: entries,
      driver: text,
      driver_opts: driverOptions,
      template_driver: text
    }
  },
  configs: {
    kind: "record",
    isExtensible: true,
    // Neither are `environment` and `content`.
    of: {
      name: text,
      file: text,
      environment: text,
      content: text,
      external,
      labels: entries,
      template_driver: text
    }
  }
};

// src/stack/read/forms/to-v3.rules.ts
function toV3(model, { origins, found, isThere, stack }) {
  topLevel(model, origins, found);
  const { needs, version: version2 } = lowestVersion();
  const forms = [movedKeys, restart, dependsOn, portDetails, tmpfs, hostPaths, envFiles(isThere)];
  for (const [name, service] of entriesOf2(model, "services", origins, found)) {
    for (const form of forms) form(service, { name, origins, found });
    decideKeys(name, service, origins, found);
    fitShape(mapping(own(model, "services")), name, SERVICE, { origins, found, service: name, needs }, []);
  }
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const [name, , container] of entriesOf2(model, section, origins, found))
      if (own(container, name) !== null)
        fitShape(container, name, SECTIONS3[section], { origins, found, service: void 0, needs }, [
          section,
          name
        ]);
  checkReferences(model, origins, found);
  if (!found.findings.some(({ rule }) => rule.startsWith("variable-")))
    checkRefusals(model, origins, found, stack);
  const written = own(model, "version");
  if (written !== void 0 && !/^3(\.|$)/.test(String(written)))
    found.translate(
      origins.of(model, "version"),
      `version: ${inLine(written)}`,
      `version: ${inLine(version2())}`
    );
  put(model, "version", version2());
  inOrder2(model);
}
__name(toV3, "toV3");
function decideKeys(name, service, origins, found) {
  for (const key of Object.keys(service)) {
    const verdict2 = verdictOnKey(key);
    if (!verdict2) continue;
    const place = origins.of(service, key);
    if (verdict2.isRefused)
      found.add("error", "refused-key", place, verdict2.text, { service: name, hint: verdict2.hint });
    else found.add("warning", "ignored-key", place, verdict2.text, { service: name });
    delete service[key];
  }
}
__name(decideKeys, "decideKeys");
var NAME = /^[a-zA-Z0-9._-]+$/;
function entriesOf2(model, section, origins, found) {
  const container = own(model, section);
  if (container === null || container === void 0) {
    delete model[section];
    return [];
  }
  if (!isMapping(container)) {
    found.add("error", "wrong-type", origins.of(model, section), `${section} must be a mapping`);
    delete model[section];
    return [];
  }
  return Object.keys(container).flatMap((name) => {
    const value = own(container, name);
    const place = origins.of(container, name);
    if (section !== "services" && name.startsWith("x-")) delete container[name];
    else if (!NAME.test(name))
      found.add(
        "error",
        "bad-name",
        place,
        `${section}: ${JSON.stringify(name)} is not a name that docker accepts`
      );
    else if (isMapping(value)) return [[name, value, container]];
    else if (value === null && (section === "networks" || section === "volumes"))
      return [[name, {}, container]];
    else {
      found.add("error", "wrong-type", place, `${section}.${name} must be a mapping`);
      delete container[name];
    }
    return [];
  });
}
__name(entriesOf2, "entriesOf");
function inOrder2(model) {
  for (const key of KNOWN) {
    if (!Object.hasOwn(model, key)) continue;
    const value = own(model, key);
    delete model[key];
    put(model, key, value);
  }
}
__name(inOrder2, "inOrder");

// src/stack/read/ports.rules.ts
var MAX_PORTS = 65536;
function parsePort(entry) {
  if (typeof entry === "number") return portsOf2(void 0, String(entry), "tcp");
  if (typeof entry === "string") return parseShort(entry);
  if (typeof entry !== "object" || entry === null) return [];
  const { target, published, protocol, mode } = entry;
  const ports = portsOf2(
    published === void 0 || published === null || published === "" ? void 0 : String(published),
    String(target ?? ""),
    typeof protocol === "string" ? protocol : "tcp"
  );
  return mode === "host" ? ports.map((port) => ({ ...port, mode })) : ports;
}
__name(parsePort, "parsePort");
function parseShort(text3) {
  const [address = "", protocol = "tcp"] = text3.split("/");
  const parts = address.split(":");
  return portsOf2(parts.at(-2), parts.at(-1) ?? "", protocol);
}
__name(parseShort, "parseShort");
function portsOf2(published, target, protocol) {
  const targets = range(target);
  const outer = published === void 0 ? [] : range(published);
  return targets.map((port, i) => ({ target: port, published: outer[i], protocol, mode: "ingress" }));
}
__name(portsOf2, "portsOf");
function range(text3) {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text3.trim()) ?? [];
  const first = Number(from);
  const last = Number(to);
  if (!(first > 0) || last < first || last >= MAX_PORTS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
__name(range, "range");

// src/stack/read/model.rules.ts
function servicesOf(model) {
  return Object.entries(mapping(model.services)).map(([name, value]) => {
    const service = mapping(value);
    const networks = namesOf(service.networks);
    return {
      name,
      image: typeof service.image === "string" ? service.image : "",
      mode: modeOf(mapping(service.deploy).mode),
      ports: sequence(service.ports).flatMap((port) => parsePort(port)),
      networks: networks.length > 0 ? networks : ["default"],
      secrets: namesOf(service.secrets),
      configs: namesOf(service.configs)
    };
  });
}
__name(servicesOf, "servicesOf");
function fileSources(model, section) {
  return Object.entries(mapping(model[section])).flatMap(([name, value]) => {
    const { file, external: external2 } = mapping(value);
    return typeof file === "string" && !external2 ? [{ name, path: file }] : [];
  });
}
__name(fileSources, "fileSources");
function ownNames(model, section) {
  return Object.entries(mapping(model[section])).flatMap(
    ([name, value]) => mapping(value).external ? [] : [name]
  );
}
__name(ownNames, "ownNames");
function namesOf(value) {
  if (isMapping(value)) return Object.keys(value);
  return sequence(value).flatMap((item) => {
    const name = isMapping(item) ? item.source : item;
    return typeof name === "string" ? [name] : [];
  });
}
__name(namesOf, "namesOf");
var MODES = ["replicated", "global", "replicated-job", "global-job"];
var modeOf = /* @__PURE__ */ __name((value) => MODES.find((mode) => mode === value) ?? "replicated", "modeOf");

// src/stack/read/model-values.rules.ts
var text2 = /* @__PURE__ */ __name((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "", "text");
var texts2 = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value.map(text2) : value === void 0 || value === null ? [] : [text2(value)], "texts");
var serviceEntries = /* @__PURE__ */ __name((model) => Object.entries(mapping(model.services)).map(([name, service]) => [name, mapping(service)]), "serviceEntries");
function mapServices(model, change2) {
  const services = serviceEntries(model).map(([name, service]) => [name, change2(service, name)]);
  return { ...model, services: Object.fromEntries(services) };
}
__name(mapServices, "mapServices");
var withDeploy = /* @__PURE__ */ __name((service, over) => ({
  ...service,
  deploy: { ...mapping(service.deploy), ...over }
}), "withDeploy");
function record(value, separator = "=") {
  if (isMapping(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        item === null || item === void 0 ? null : text2(item)
      ])
    );
  return Object.fromEntries(
    sequence(value).map((item) => {
      const whole = text2(item);
      const at = whole.indexOf(separator);
      return at < 0 ? [whole, null] : [whole.slice(0, at), whole.slice(at + separator.length)];
    })
  );
}
__name(record, "record");

// src/stack/read/origins.rules.ts
var Origins = class {
  static {
    __name(this, "Origins");
  }
  #entries = /* @__PURE__ */ new WeakMap();
  set(container, key, place, tag) {
    if (!place) return;
    const entries2 = this.#entries.get(container) ?? /* @__PURE__ */ new Map();
    entries2.set(String(key), { place, tag });
    this.#entries.set(container, entries2);
  }
  of(container, key) {
    return this.#entries.get(container)?.get(String(key))?.place;
  }
  tagOf(container, key) {
    return this.#entries.get(container)?.get(String(key))?.tag;
  }
  /** Gives a key of one container the place and the tag that a key of another has. */
  copy(from, fromKey, to, toKey = fromKey) {
    const entry = this.#entries.get(from)?.get(String(fromKey));
    if (entry) this.set(to, toKey, entry.place, entry.tag);
  }
};

// src/stack/read/render.rules.ts
var import_yaml6 = __toESM(require_dist(), 1);
var FIRST = ["version", "services", "networks", "volumes", "secrets", "configs"];
function renderStack(model) {
  const version2 = model.version === void 0 || model.version === null ? {} : { version: String(model.version) };
  return (0, import_yaml6.stringify)(ordered({ ...model, ...version2 }, FIRST), {
    // Docker's parser takes plain words such as no, on and 0o17 for other things than texts: YAML 1.1 and more.
    version: "1.1",
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    aliasDuplicateObjects: false
  });
}
__name(renderStack, "renderStack");
function ordered(value, first = []) {
  if (typeof value === "string") return value.replaceAll("$", "$$$$");
  if (Array.isArray(value)) return value.map((item) => ordered(item));
  if (!isMapping(value)) return value;
  const place = /* @__PURE__ */ __name((key) => first.includes(key) ? first.indexOf(key) : first.length, "place");
  const keys = Object.keys(value).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    keys.flatMap((key) => value[key] === void 0 ? [] : [[key, ordered(value[key])]])
  );
}
__name(ordered, "ordered");

// src/stack/read/shown-path.rules.ts
import path3 from "node:path";
function showPathsFrom(root) {
  return (file) => {
    const absolute2 = path3.resolve(file);
    const below = path3.relative(root, absolute2);
    const isOutside = below === "" || /^\.\.(?:\/|$)/.test(below);
    return isOutside ? absolute2 : below;
  };
}
__name(showPathsFrom, "showPathsFrom");

// src/stack/plan/stages/run-jobs.rules.ts
var JOB_LABEL = "io.swarmline.job";
var isRunWhen = /* @__PURE__ */ __name((value) => value === "before" || value === "after", "isRunWhen");
function labelOf(service, label) {
  const onService = record(mapping(service.deploy).labels);
  const onContainer = record(service.labels);
  const found = [onService, onContainer].find((labels) => Object.hasOwn(labels, label));
  return found && (found[label] ?? "");
}
__name(labelOf, "labelOf");
var isJob = /* @__PURE__ */ __name((service) => text2(mapping(service.deploy).mode).endsWith("-job"), "isJob");
var isRunJob = /* @__PURE__ */ __name((service) => labelOf(service, JOB_LABEL) !== void 0, "isRunJob");
var isRunJobSpec = /* @__PURE__ */ __name(({ Labels, TaskTemplate }) => [Labels, mapping(TaskTemplate.ContainerSpec?.Labels)].some(
  (labels) => labels !== void 0 && Object.hasOwn(labels, JOB_LABEL)
), "isRunJobSpec");
var withOneTry = /* @__PURE__ */ __name((model) => mapServices(
  model,
  (service) => isRunJob(service) && mapping(service.deploy).restart_policy === void 0 ? withDeploy(service, { restart_policy: { condition: "none" } }) : service
), "withOneTry");

// src/plain/durations.ts
var UNIT_MS = {
  ns: 1e-6,
  us: 1e-3,
  \u00B5s: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};
var DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
var PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;
function durationMs(text3) {
  if (text3 === "0") return 0;
  if (!DURATION.test(text3)) return void 0;
  return [...text3.matchAll(PART)].reduce(
    (sum, [, count3, unit]) => sum + Number(count3) * UNIT_MS[unit],
    0
  );
}
__name(durationMs, "durationMs");
function showDuration(ms) {
  if (ms === 0) return "0s";
  const parts = [
    [Math.floor(ms / 36e5), "h"],
    [Math.floor(ms % 36e5 / 6e4), "m"],
    [Math.floor(ms % 6e4 / 1e3), "s"],
    [Math.floor(ms % 1e3), "ms"],
    [Math.round(ms % 1 * 1e6), "ns"]
  ];
  return parts.flatMap(([count3, unit]) => count3 > 0 ? [`${count3}${unit}`] : []).join("");
}
__name(showDuration, "showDuration");

// src/stack/plan/compose-scalars.rules.ts
var UNITS2 = "bkmgtp";
var SIZE = /^(\d+(?:\.\d+)?) ?([bkmgtp])?(?:i?b)?$/i;
function bytesOf(text3) {
  const [, count3, unit = "b"] = SIZE.exec(text3.trim()) ?? [];
  return count3 === void 0 ? 0 : Math.floor(Number(count3) * 1024 ** UNITS2.indexOf(unit.toLowerCase()));
}
__name(bytesOf, "bytesOf");
function showBytes(bytes) {
  for (const unit of ["T", "G", "M", "K"])
    if (bytes >= 1024 ** UNITS2.indexOf(unit.toLowerCase())) {
      const count3 = bytes / 1024 ** UNITS2.indexOf(unit.toLowerCase());
      if (Number.isInteger(count3)) return `${count3}${unit}`;
    }
  return String(bytes);
}
__name(showBytes, "showBytes");
function shellWords(line) {
  const words2 = [];
  const pattern = /\s+|#[^\n]*|((?:\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s'"\\])+)/g;
  for (const [, word2] of line.matchAll(pattern)) if (word2 !== void 0) words2.push(unquoted(word2));
  return words2;
}
__name(shellWords, "shellWords");
var unquoted = /* @__PURE__ */ __name((word2) => word2.replace(
  /\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"/g,
  (_, escaped, single, double) => escaped !== void 0 ? escaped : single !== void 0 ? single : double.replace(/\\([\s\S])/g, "$1")
), "unquoted");

// src/stack/plan/digests/reference.rules.ts
var tagged = /* @__PURE__ */ __name((reference) => /[:@]/.test(reference.slice(reference.lastIndexOf("/") + 1)) ? reference : `${reference}:latest`, "tagged");
var familiar = /* @__PURE__ */ __name((reference) => tagged(reference).replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\/(?=[^/]+$)/, ""), "familiar");
var isPinned = /* @__PURE__ */ __name((reference) => reference.includes("@"), "isPinned");
var withoutDigest = /* @__PURE__ */ __name((reference) => reference.split("@")[0] ?? "", "withoutDigest");

// src/stack/plan/extra-fields.rules.ts
var isNothing = /* @__PURE__ */ __name((value) => value === null || value === void 0 || value === false || value === 0 || value === "" || value === "default" || Array.isArray(value) && value.length === 0 || isMapping(value) && Object.values(value).every(isNothing), "isNothing");
function extraFields(prefix, part, known) {
  if (!isMapping(part)) return {};
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => !known.includes(key) && !isNothing(value)).map(([key, value]) => [`${prefix}.${key}`, JSON.stringify(value)])
  );
}
__name(extraFields, "extraFields");
function concurrency({ Mode }) {
  const { MaxConcurrent, TotalCompletions } = Mode.ReplicatedJob ?? {};
  return MaxConcurrent === void 0 || MaxConcurrent === (TotalCompletions ?? 1) ? {} : { "spec.Mode.ReplicatedJob.MaxConcurrent": String(MaxConcurrent) };
}
__name(concurrency, "concurrency");
var withoutWords = /* @__PURE__ */ __name((spec, task, container) => ({
  ...extraFields("spec", spec, KNOWN2.spec),
  ...extraFields("spec.EndpointSpec", spec.EndpointSpec, KNOWN2.endpoint),
  ...Object.assign(
    {},
    ...(spec.EndpointSpec?.Ports ?? []).map(
      (port) => extraFields(`spec.port.${port.TargetPort}/${port.Protocol}`, port, KNOWN2.port)
    )
  ),
  ...concurrency(spec),
  ...extraFields("spec.task", task, KNOWN2.task),
  ...extraFields("spec.placement", task.Placement, KNOWN2.placement),
  ...extraFields("spec.limits", task.Resources?.Limits, KNOWN2.amounts),
  ...extraFields("spec.reservations", task.Resources?.Reservations, KNOWN2.amounts),
  ...extraFields("spec.resources", task.Resources, ["Limits", "Reservations"]),
  ...extraFields("spec.container", container, KNOWN2.container),
  ...extraFields("spec.privileges", container.Privileges, ["CredentialSpec"]),
  ...extraFields("spec.dns", container.DNSConfig, ["Nameservers", "Search"]),
  ...extraFields("spec.healthcheck", container.Healthcheck, KNOWN2.health),
  ...Object.assign(
    {},
    ...(container.Mounts ?? []).map((mount2) => {
      const at = `spec.mount.${mount2.Target}`;
      return {
        ...extraFields(at, mount2, KNOWN2.mount),
        ...extraFields(at, mount2.BindOptions, ["Propagation"]),
        ...extraFields(at, mount2.VolumeOptions, ["NoCopy", "Labels", "DriverConfig", "Subpath"]),
        ...extraFields(at, mount2.TmpfsOptions, ["SizeBytes"]),
        ...extraFields(at, mount2.ImageOptions, ["Subpath"])
      };
    })
  )
}), "withoutWords");
var KNOWN2 = {
  spec: ["Name", "Labels", "TaskTemplate", "Mode", "UpdateConfig", "RollbackConfig", "EndpointSpec"],
  endpoint: ["Mode", "Ports"],
  port: ["Protocol", "TargetPort", "PublishedPort", "PublishMode"],
  // ForceUpdate and Runtime are SwarmKit's own, and docker leaves the one as it is.
  task: [
    ...["ContainerSpec", "Resources", "RestartPolicy", "Placement", "Networks", "LogDriver"],
    ...["ForceUpdate", "Runtime"]
  ],
  placement: ["Constraints", "Preferences", "MaxReplicas", "Platforms"],
  amounts: ["NanoCPUs", "MemoryBytes", "Pids", "GenericResources"],
  container: [
    ...[
      "Image",
      "Labels",
      "Command",
      "Args",
      "Hostname",
      "Env",
      "Dir",
      "User",
      "StopSignal",
      "TTY",
      "OpenStdin"
    ],
    ...["ReadOnly", "Init", "Isolation", "OomScoreAdj", "StopGracePeriod", "Hosts", "DNSConfig", "Sysctls"],
    ...[
      "CapabilityAdd",
      "CapabilityDrop",
      "Ulimits",
      "Healthcheck",
      "Mounts",
      "Secrets",
      "Configs",
      "Privileges"
    ]
  ],
  health: ["Test", "Interval", "Timeout", "StartPeriod", "StartInterval", "Retries"],
  mount: [
    ...["Type", "Source", "Target", "ReadOnly", "Consistency"],
    ...["BindOptions", "VolumeOptions", "TmpfsOptions", "ImageOptions"]
  ]
};

// src/stack/plan/fields.rules.ts
var present = /* @__PURE__ */ __name((fields) => Object.fromEntries(
  Object.entries(fields).filter((entry) => (entry[1] ?? "") !== "")
), "present");
var showWords = /* @__PURE__ */ __name((words2) => words2.length === 0 ? "" : words2.map((word2) => /^[\w./:=@%+,-]+$/.test(word2) ? word2 : JSON.stringify(word2)).join(" "), "showWords");
var allOf = /* @__PURE__ */ __name((prefix, values) => Object.fromEntries(
  Object.entries(values).map(([key, value]) => [
    `${prefix}.${key}`,
    value === null ? "(no value)" : value || '""'
  ])
), "allOf");
function mountFields(mounts2) {
  const fields = mounts2.map((mount2) => {
    const { type, source, target, isReadOnly, options, driver, driverOptions: driverOptions2, labels } = mount2;
    const words2 = [type, source, ...isReadOnly ? ["read-only"] : [], ...options].filter((word2) => word2 !== "");
    const key = `volumes.${target}`;
    return {
      [key]: words2.join(" "),
      ...driver === "" ? {} : { [`${key}.driver`]: driver },
      ...allOf(`${key}.driver_opts`, driverOptions2),
      ...allOf(`${key}.labels`, labels)
    };
  });
  const order = mounts2.length > 1 ? { "volumes (order)": mounts2.map((mount2) => mount2.target).join(", ") } : {};
  return Object.assign({}, ...fields, order);
}
__name(mountFields, "mountFields");
var mountOptions = /* @__PURE__ */ __name((consistency, subpath) => [
  ...consistency && consistency !== "default" ? [consistency] : [],
  ...subpath ? [`subpath=${subpath}`] : []
], "mountOptions");
var WORLD_READABLE = 292;
var fileFields = /* @__PURE__ */ __name((section, files) => Object.fromEntries(
  files.map(({ name, target, uid, gid, mode }) => {
    const owner = uid === "0" && gid === "0" ? "" : ` owner ${uid}:${gid}`;
    const rights = mode === WORLD_READABLE ? "" : ` mode 0${mode.toString(8)}`;
    return [`${section}.${target}`, `${name}${owner}${rights}`];
  })
), "fileFields");
var networkFields = /* @__PURE__ */ __name((attachments) => Object.assign(
  {},
  ...attachments.map(({ network, aliases, driverOptions: driverOptions2 }) => ({
    [`networks.${network}`]: aliases.length > 0 ? `aliases ${aliases.join(", ")}` : "attached",
    ...allOf(`networks.${network}.driver_opts`, driverOptions2)
  }))
), "networkFields");
function portFields(ports) {
  const byTarget = /* @__PURE__ */ new Map();
  for (const { target, published, protocol, mode } of ports) {
    const key = `ports.${target}/${protocol}`;
    const where = `${published ? `published ${published}` : "published by chance"}${mode === "host" ? " (host)" : ""}`;
    byTarget.set(key, [...byTarget.get(key) ?? [], where]);
  }
  return Object.fromEntries([...byTarget].map(([key, all]) => [key, all.sort().join(", ")]));
}
__name(portFields, "portFields");
var rollingFields = /* @__PURE__ */ __name((side, parts) => ({
  [`deploy.${side}.parallelism`]: String(parts.parallelism),
  [`deploy.${side}.delay`]: showDuration(parts.delayMs),
  [`deploy.${side}.monitor`]: showDuration(parts.monitorMs || 5e3),
  [`deploy.${side}.failure_action`]: parts.failureAction || "pause",
  // The engine keeps it as a float of 32 bits.
  [`deploy.${side}.max_failure_ratio`]: String(Number(parts.maxFailureRatio.toFixed(6))),
  [`deploy.${side}.order`]: parts.order || "stop-first"
}), "rollingFields");
var showNanoCpus = /* @__PURE__ */ __name((nano) => nano > 0 ? String(nano / 1e9) : "", "showNanoCpus");
var showMemory = /* @__PURE__ */ __name((bytes) => bytes > 0 ? showBytes(bytes) : "", "showMemory");
var showCount = /* @__PURE__ */ __name((count3) => count3 > 0 ? String(count3) : "", "showCount");
var showSwitch = /* @__PURE__ */ __name((isOn) => isOn === true ? "true" : "", "showSwitch");
function capabilityFields(add2, drop) {
  const adds = capabilities(add2);
  const drops = capabilities(drop).filter((each) => !adds.includes(each));
  return { cap_add: adds.join(" "), cap_drop: drops.join(" ") };
}
__name(capabilityFields, "capabilityFields");
function capabilities(names) {
  const upper = names.map((name) => name.trim().toUpperCase());
  if (upper.includes("ALL")) return ["ALL"];
  const whole = upper.map((name) => name.startsWith("CAP_") ? name : `CAP_${name}`);
  return [...new Set(whole)].sort();
}
__name(capabilities, "capabilities");

// src/stack/plan/view-of-spec.rules.ts
var NANO = 1e6;
var DOCKERS_OWN = /^com\.docker\.stack\./;
var namesOf2 = /* @__PURE__ */ __name(({ networks, configs }) => ({
  networks: Object.fromEntries(networks.map(({ Id, Name }) => [Id, Name])),
  configs: Object.fromEntries(configs.map(({ ID, Spec }) => [ID, Spec.Name]))
}), "namesOf");
function viewOfSpec(spec, stack, names) {
  const task = spec.TaskTemplate;
  const container = task.ContainerSpec ?? { Image: "" };
  const name = spec.Name.startsWith(`${stack}_`) ? spec.Name.slice(stack.length + 1) : spec.Name;
  return present({
    image: familiar(container.Image),
    ...processFields(container),
    credential_spec: credentialSpec(container, names),
    ...healthFields(container.Healthcheck),
    ...allOf("environment", record(container.Env)),
    ...allOf("labels", withoutDockers(container.Labels)),
    ...allOf("sysctls", container.Sysctls ?? {}),
    ...Object.fromEntries((container.Ulimits ?? []).map((u) => [`ulimits.${u.Name}`, `${u.Soft}:${u.Hard}`])),
    ...task.LogDriver ? {
      "logging.driver": task.LogDriver.Name ?? "",
      ...allOf("logging.options", task.LogDriver.Options ?? {})
    } : {},
    ...mountFields((container.Mounts ?? []).map(mountOf)),
    ...fileFields(
      "secrets",
      (container.Secrets ?? []).flatMap((s) => fileOf(s.SecretName, s.File))
    ),
    ...fileFields(
      "configs",
      (container.Configs ?? []).flatMap((c) => fileOf(c.ConfigName, c.File))
    ),
    ...networkFields(
      (task.Networks ?? []).map(({ Target, Aliases, DriverOpts }) => ({
        network: names.networks[Target] ?? Target,
        // Docker adds the service's own name as the last one.
        aliases: (Aliases ?? []).at(-1) === name ? (Aliases ?? []).slice(0, -1) : Aliases ?? [],
        driverOptions: DriverOpts ?? {}
      }))
    ),
    ...portFields(
      (spec.EndpointSpec?.Ports ?? []).map((port) => ({
        target: port.TargetPort,
        published: port.PublishedPort,
        protocol: port.Protocol,
        mode: port.PublishMode
      }))
    ),
    ...deployFields(spec, task),
    ...withoutWords(spec, task, container)
  });
}
__name(viewOfSpec, "viewOfSpec");
var processFields = /* @__PURE__ */ __name((container) => ({
  entrypoint: showWords(container.Command ?? []),
  command: showWords(container.Args ?? []),
  hostname: container.Hostname ?? "",
  user: container.User ?? "",
  working_dir: container.Dir ?? "",
  stop_signal: container.StopSignal ?? "",
  stop_grace_period: duration2(container.StopGracePeriod),
  tty: showSwitch(container.TTY),
  stdin_open: showSwitch(container.OpenStdin),
  read_only: showSwitch(container.ReadOnly),
  init: typeof container.Init === "boolean" ? String(container.Init) : "",
  isolation: container.Isolation === "default" ? "" : container.Isolation ?? "",
  oom_score_adj: container.OomScoreAdj ? String(container.OomScoreAdj) : "",
  dns: (container.DNSConfig?.Nameservers ?? []).join(", "),
  dns_search: (container.DNSConfig?.Search ?? []).join(", "),
  extra_hosts: (container.Hosts ?? []).map((host) => host.replace(/^(\S+)\s+(.+)$/, "$2:$1")).join(", "),
  ...capabilityFields(container.CapabilityAdd ?? [], container.CapabilityDrop ?? [])
}), "processFields");
var duration2 = /* @__PURE__ */ __name((nano) => nano === void 0 ? "" : showDuration(nano / NANO), "duration");
var nonZero = /* @__PURE__ */ __name((nano) => nano ? showDuration(nano / NANO) : "", "nonZero");
var withoutDockers = /* @__PURE__ */ __name((labels) => Object.fromEntries(Object.entries(labels ?? {}).filter(([key]) => !DOCKERS_OWN.test(key))), "withoutDockers");
function credentialSpec(container, names) {
  const { Config, File, Registry } = container.Privileges?.CredentialSpec ?? {};
  const config = Config && `config ${names.configs[Config] ?? Config}`;
  return [config, File && `file ${File}`, Registry && `registry ${Registry}`].filter(Boolean).join(" ");
}
__name(credentialSpec, "credentialSpec");
var healthFields = /* @__PURE__ */ __name((health) => ({
  "healthcheck.test": showWords(health?.Test ?? []),
  "healthcheck.interval": nonZero(health?.Interval),
  "healthcheck.timeout": nonZero(health?.Timeout),
  "healthcheck.start_period": nonZero(health?.StartPeriod),
  "healthcheck.start_interval": nonZero(health?.StartInterval),
  "healthcheck.retries": showCount(health?.Retries ?? 0)
}), "healthFields");
var mountOf = /* @__PURE__ */ __name((mount2) => ({
  type: mount2.Type || "volume",
  source: mount2.Source ?? "",
  target: mount2.Target,
  isReadOnly: mount2.ReadOnly === true,
  options: [
    ...mount2.VolumeOptions?.NoCopy ? ["nocopy"] : [],
    ...mount2.BindOptions?.Propagation ? [mount2.BindOptions.Propagation] : [],
    ...mount2.TmpfsOptions?.SizeBytes ? [`size=${showBytes(mount2.TmpfsOptions.SizeBytes)}`] : [],
    ...mountOptions(
      mount2.Consistency,
      // Of one kind only, and all of them seen.
      [mount2.VolumeOptions?.Subpath, mount2.ImageOptions?.Subpath].filter(Boolean).join(" ")
    )
  ],
  driver: mount2.VolumeOptions?.DriverConfig?.Name ?? "",
  driverOptions: mount2.VolumeOptions?.DriverConfig?.Options ?? {},
  labels: withoutDockers(mount2.VolumeOptions?.Labels)
}), "mountOf");
var fileOf = /* @__PURE__ */ __name((name, file) => file ? [{ name, target: file.Name, uid: file.UID || "0", gid: file.GID || "0", mode: file.Mode ?? 292 }] : [], "fileOf");
function deployFields(spec, task) {
  const { mode, replicas } = modeOf2(spec);
  const { Limits, Reservations } = task.Resources ?? {};
  const { Constraints, Preferences, MaxReplicas, Platforms } = task.Placement ?? {};
  return {
    "deploy.mode": mode,
    "deploy.replicas": replicas === void 0 ? "" : String(replicas),
    "deploy.endpoint_mode": spec.EndpointSpec?.Mode || "vip",
    ...allOf("deploy.labels", withoutDockers(spec.Labels)),
    "deploy.placement.constraints": (Constraints ?? []).join(", "),
    "deploy.placement.preferences": (Preferences ?? []).map((preference) => `spread ${preference.Spread?.SpreadDescriptor ?? ""}`).join(", "),
    "deploy.placement.max_replicas_per_node": showCount(MaxReplicas ?? 0),
    "deploy.placement.platforms": (Platforms ?? []).map((p) => `${p.OS ?? ""}/${p.Architecture ?? ""}`).join(", "),
    "deploy.resources.limits.cpus": showNanoCpus(Limits?.NanoCPUs ?? 0),
    "deploy.resources.limits.memory": showMemory(Limits?.MemoryBytes ?? 0),
    "deploy.resources.limits.pids": showCount(Limits?.Pids ?? 0),
    "deploy.resources.reservations.cpus": showNanoCpus(Reservations?.NanoCPUs ?? 0),
    "deploy.resources.reservations.memory": showMemory(Reservations?.MemoryBytes ?? 0),
    "deploy.resources.reservations.generic_resources": (Reservations?.GenericResources ?? []).map(
      ({ DiscreteResourceSpec: amount, NamedResourceSpec: named }) => [amount, named].flatMap((r) => r ? `${r.Kind}=${r.Value}` : []).join(" ")
    ).join(", "),
    ...restartFields(task.RestartPolicy),
    ...mode.endsWith("-job") ? {} : {
      ...rollingFields("update_config", rollingOf(spec.UpdateConfig)),
      ...rollingFields("rollback_config", rollingOf(spec.RollbackConfig))
    }
  };
}
__name(deployFields, "deployFields");
function modeOf2({ Mode }) {
  if (Mode.Global) return { mode: "global", replicas: void 0 };
  if (Mode.GlobalJob) return { mode: "global-job", replicas: void 0 };
  if (Mode.ReplicatedJob)
    return { mode: "replicated-job", replicas: Mode.ReplicatedJob.TotalCompletions ?? 1 };
  return { mode: "replicated", replicas: Mode.Replicated?.Replicas ?? 1 };
}
__name(modeOf2, "modeOf");
var restartFields = /* @__PURE__ */ __name((policy) => policy ? {
  "deploy.restart_policy.condition": policy.Condition || "any",
  "deploy.restart_policy.delay": duration2(policy.Delay),
  "deploy.restart_policy.max_attempts": showCount(policy.MaxAttempts ?? 0),
  "deploy.restart_policy.window": duration2(policy.Window)
} : {}, "restartFields");
var rollingOf = /* @__PURE__ */ __name((config) => ({
  parallelism: config ? config.Parallelism : 1,
  delayMs: (config?.Delay ?? 0) / NANO,
  monitorMs: (config?.Monitor ?? 0) / NANO,
  failureAction: config?.FailureAction ?? "",
  maxFailureRatio: config?.MaxFailureRatio ?? 0,
  order: config?.Order ?? ""
}), "rollingOf");

// src/stack/plan/compare-specs.rules.ts
function compareSpecs(stack, before, after, names) {
  const [old, now] = [before, after].map(
    (specs) => new Map(specs.filter((spec) => !isRunJobSpec(spec)).map((spec) => [spec.Name, spec]))
  );
  return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].flatMap((fullName2) => {
    const [from, to] = [old.get(fullName2), now.get(fullName2)];
    if (!from) return [changeOf(stack, fullName2, "created")];
    if (!to) return [changeOf(stack, fullName2, "removed")];
    const [viewFrom, viewTo] = [viewOfSpec(from, stack, names), viewOfSpec(to, stack, names)];
    const fields = differences(viewFrom, viewTo);
    if (fields.length === 0) return [];
    return [
      {
        ...changeOf(stack, fullName2, "updated"),
        fields: forShowing(fields, viewFrom, viewTo),
        tasks: effectOnTasks(fields)
      }
    ];
  });
}
__name(compareSpecs, "compareSpecs");
var changeOf = /* @__PURE__ */ __name((stack, fullName2, kind) => ({
  name: fullName2.startsWith(`${stack}_`) ? fullName2.slice(stack.length + 1) : fullName2,
  fullName: fullName2,
  kind,
  fields: [],
  tasks: "none",
  refusal: void 0
}), "changeOf");

// src/stack/plan/digests/pin-images.rules.ts
var imagesToResolve = /* @__PURE__ */ __name((model) => [
  ...new Set(
    serviceEntries(model).map(([, { image }]) => text2(image)).filter((image) => image !== "" && !isPinned(image))
  )
], "imagesToResolve");
function pinImages(model, digests, policy) {
  const known = new Map(Object.entries(digests).map(([image, answer]) => [familiar(image), answer]));
  const unpinned = /* @__PURE__ */ new Map();
  const pinned = mapServices(model, (service, name) => {
    const image = text2(service.image);
    if (image === "" || isPinned(image)) return service;
    const answer = known.get(familiar(image)) ?? { why: "no registry was asked for it" };
    if ("digest" in answer) return { ...service, image: `${image}@${answer.digest}` };
    const missing3 = unpinned.get(image) ?? { image, services: [], why: answer.why };
    unpinned.set(image, { ...missing3, services: [...missing3.services, name] });
    return service;
  });
  const missing2 = [...unpinned.values()];
  if (missing2.length > 0 && policy.unresolved === "refuse") throw refused(missing2, policy);
  return { model: pinned, unpinned: missing2 };
}
__name(pinImages, "pinImages");
function refused(missing2, { placeOf: placeOf4 }) {
  const faults = missing2.map(({ image, services, why }) => {
    const places = services.flatMap((service) => placeOf4?.(service) ?? []);
    const where = places.length > 0 ? `${places.join(", ")}: ` : "";
    return `${where}the digest of ${image} (${services.join(", ")}) is not known: ${why}`;
  });
  return new SwarmlineError("deploy-failed", faults.join("; "), {
    hint: "push the image and log in to its registry, write name:tag@sha256:\u2026 in the stack file, or allow images without a digest where every node has them already"
  });
}
__name(refused, "refused");

// src/stack/plan/digests/pushed-digests.rules.ts
var DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var LINE = /^(?<reference>[^\s=@]+)(?:@|\s*(?:=|->|→|\s)\s*)(?<digest>\S+)$/;
function parseDigests(text3) {
  const trimmed = text3.trim();
  const entries2 = trimmed.startsWith("{") ? fromJson(trimmed) : fromLines(trimmed);
  const wrong2 = entries2.flatMap(
    ({ reference, digest, shown: shown3 }) => reference !== "" && DIGEST.test(digest) ? [] : [shown3]
  );
  if (wrong2.length > 0) throw refused2(`no image with its digest: ${wrong2.join(", ")}`);
  return Object.fromEntries(entries2.map(({ reference, digest }) => [reference, digest]));
}
__name(parseDigests, "parseDigests");
function fromJson(text3) {
  let parsed;
  try {
    parsed = JSON.parse(text3);
  } catch (cause) {
    throw refused2(`the digests are not JSON: ${cause.message}`);
  }
  const said = isMapping(parsed) ? parsed : {};
  if (Array.isArray(said.images)) return said.images.map(builtImage);
  return Object.entries(said).map(([key, value]) => {
    const text4 = typeof value === "string" ? value : "";
    const shown3 = `${key}: ${JSON.stringify(value)}`;
    return isPinned(text4) ? { reference: withoutDigest(text4), digest: text4.slice(text4.indexOf("@") + 1), shown: shown3 } : { reference: key, digest: text4, shown: shown3 };
  });
}
__name(fromJson, "fromJson");
function builtImage(image) {
  const { reference, digest } = isMapping(image) ? image : {};
  return { reference: String(reference ?? ""), digest: String(digest ?? ""), shown: JSON.stringify(image) };
}
__name(builtImage, "builtImage");
var fromLines = /* @__PURE__ */ __name((text3) => text3.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).map((line) => {
  const { reference = "", digest = "" } = LINE.exec(line)?.groups ?? {};
  return { reference, digest, shown: JSON.stringify(line) };
}), "fromLines");
var refused2 = /* @__PURE__ */ __name((message) => new SwarmlineError("usage", message, {
  hint: "give the output images of build-push, or lines such as name:tag@sha256:\u2026"
}), "refused");

// src/stack/plan/meshless.rules.ts
function applyMeshless(model) {
  return mapServices(model, (service) => {
    const ports = sequence(service.ports).flatMap(parsePort).map(onItsNode);
    const deploy3 = mapping(service.deploy);
    const isJob2 = String(deploy3.mode ?? "").endsWith("-job");
    const stopFirst = /* @__PURE__ */ __name((key) => ({ [key]: { ...mapping(deploy3[key]), order: "stop-first" } }), "stopFirst");
    const over = {
      endpoint_mode: "dnsrr",
      ...ports.length > 0 && !isJob2 ? { ...stopFirst("update_config"), ...stopFirst("rollback_config") } : {}
    };
    return { ...withDeploy(service, over), ...ports.length > 0 ? { ports } : {} };
  });
}
__name(applyMeshless, "applyMeshless");
var onItsNode = /* @__PURE__ */ __name(({ target, published, protocol }) => ({
  target,
  ...published === void 0 ? {} : { published },
  protocol,
  mode: "host"
}), "onItsNode");

// src/stack/plan/model-parts.rules.ts
var stringRecord = /* @__PURE__ */ __name((value) => Object.fromEntries(Object.entries(record(value)).map(([key, item]) => [key, item ?? ""])), "stringRecord");
var isExternal = /* @__PURE__ */ __name((definition) => Boolean(definition.external), "isExternal");
var PROPAGATIONS = ["private", "rprivate", "shared", "rshared", "slave", "rslave"];
var mountsOf = /* @__PURE__ */ __name((model, stack, service) => sequence(service.volumes).map((volume) => {
  const long = isMapping(volume) ? volume : longVolume(text2(volume));
  const source = text2(long.source);
  const type = text2(long.type) || "volume";
  const definition = type === "volume" && source !== "" ? mapping(mapping(model.volumes)[source]) : {};
  const isOwn = type === "volume" && source !== "" && !isExternal(definition);
  const size = mapping(long.tmpfs).size;
  return {
    type,
    source: type === "volume" && source !== "" ? fullName(model, stack, "volumes", source) : source,
    target: text2(long.target),
    isReadOnly: long.read_only === true,
    options: [
      ...mapping(long.volume).nocopy === true ? ["nocopy"] : [],
      ...texts2(mapping(long.bind).propagation),
      ...size ? [`size=${showBytes(bytesOf(text2(size)))}`] : [],
      ...mountOptions(
        text2(long.consistency),
        text2(mapping(long.volume).subpath) || text2(mapping(long.image).subpath)
      )
    ],
    driver: isOwn ? text2(definition.driver) : "",
    driverOptions: isOwn ? stringRecord(definition.driver_opts) : {},
    labels: isOwn ? stringRecord(definition.labels) : {}
  };
}), "mountsOf");
function longVolume(short2) {
  const [first = "", second, options = ""] = short2.split(":");
  if (second === void 0) return { type: "volume", target: first };
  const words2 = options.split(",");
  return {
    type: /^[./~]/.test(first) ? "bind" : "volume",
    source: first,
    target: second,
    read_only: words2.includes("ro"),
    volume: { nocopy: words2.includes("nocopy") },
    bind: { propagation: words2.filter((word2) => PROPAGATIONS.includes(word2)) }
  };
}
__name(longVolume, "longVolume");
function fullName(model, stack, section, key) {
  const definition = mapping(mapping(model[section])[key]);
  const { external: external2, name } = definition;
  const given = text2(name) || text2(mapping(external2).name);
  return given || (isExternal(definition) ? key : `${stack}_${key}`);
}
__name(fullName, "fullName");
var filesOf = /* @__PURE__ */ __name((model, stack, section, service) => sequence(service[section]).map((item) => {
  const long = isMapping(item) ? item : { source: item };
  const source = text2(long.source);
  return {
    name: fullName(model, stack, section, source),
    target: text2(long.target) || source,
    uid: text2(long.uid) || "0",
    gid: text2(long.gid) || "0",
    mode: typeof long.mode === "number" ? long.mode : 292
  };
}), "filesOf");
function attachmentsOf(model, stack, service) {
  const given = isMapping(service.networks) ? Object.entries(service.networks) : sequence(service.networks).map((name) => [text2(name), {}]);
  const all = given.length > 0 ? given : [["default", {}]];
  return all.map(([key, value]) => ({
    network: fullName(model, stack, "networks", key),
    aliases: texts2(mapping(value).aliases),
    driverOptions: stringRecord(mapping(value).driver_opts)
  }));
}
__name(attachmentsOf, "attachmentsOf");
function rollingOf2(value) {
  const config = mapping(value);
  return {
    parallelism: config.parallelism === void 0 ? 1 : Number(config.parallelism),
    delayMs: durationMs(text2(config.delay)) ?? 0,
    monitorMs: durationMs(text2(config.monitor)) ?? 0,
    failureAction: text2(config.failure_action),
    maxFailureRatio: Number(config.max_failure_ratio ?? 0),
    order: text2(config.order)
  };
}
__name(rollingOf2, "rollingOf");

// src/stack/plan/plan-objects.rules.ts
function planObjects(model, stack, current) {
  return [
    ...planNetworks(model, stack, current),
    ...planFiles(model, stack, "secret", current.secrets),
    ...planFiles(model, stack, "config", current.configs),
    ...planVolumes(model, stack, current)
  ];
}
__name(planObjects, "planObjects");
function planNetworks(model, stack, { networks }) {
  const definitions = mapping(model.networks);
  const used = new Set(
    serviceEntries(model).flatMap(
      ([, service]) => attachmentsOf(model, stack, service).map(({ network }) => network)
    )
  );
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(definitions), "default"])];
  const own2 = keys.filter(
    (key) => !isExternal(mapping(definitions[key])) && used.has(fullName(model, stack, "networks", key))
  ).map((key) => ({ name: fullName(model, stack, "networks", key), definition: mapping(definitions[key]) }));
  const ofStack2 = networks.filter(({ Labels }) => Labels?.[STACK_LABEL] === stack);
  const planned = own2.flatMap(({ name, definition }) => {
    const live = ofStack2.find(({ Name }) => Name === name);
    if (!live) return [{ kind: "network", name, change: "created", fields: [] }];
    const fields = forShowing(differences(viewOfNetwork(live, definition), viewOfDefinition(definition)));
    return fields.length > 0 ? [{ kind: "network", name, change: "drifted", fields }] : [];
  });
  const unused = ofStack2.filter(({ Name }) => !own2.some(({ name }) => name === Name));
  return [...planned, ...unused.map(({ Name }) => change("network", Name, "unused"))];
}
__name(planNetworks, "planNetworks");
var viewOfDefinition = /* @__PURE__ */ __name((definition) => present({
  driver: text2(definition.driver) || "overlay",
  internal: definition.internal === true ? "true" : "",
  attachable: definition.attachable === true ? "true" : "",
  "ipam.driver": text2(mapping(definition.ipam).driver),
  subnets: sequence(mapping(definition.ipam).config).map((config) => text2(mapping(config).subnet)).join(", "),
  ...allOf("driver_opts", stringRecord(definition.driver_opts)),
  ...allOf("labels", stringRecord(definition.labels))
}), "viewOfDefinition");
function viewOfNetwork(live, definition) {
  const wanted = Object.keys(stringRecord(definition.driver_opts));
  const options = Object.entries(live.Options ?? {}).filter(([key]) => wanted.includes(key));
  const labels = Object.entries(live.Labels ?? {}).filter(([key]) => key !== STACK_LABEL);
  const hasSubnets = sequence(mapping(definition.ipam).config).length > 0;
  return present({
    driver: live.Driver,
    internal: live.Internal ? "true" : "",
    attachable: live.Attachable ? "true" : "",
    "ipam.driver": text2(mapping(definition.ipam).driver) === "" ? "" : live.IPAM?.Driver ?? "",
    subnets: hasSubnets ? (live.IPAM?.Config ?? []).map(({ Subnet }) => Subnet ?? "").join(", ") : "",
    ...allOf("driver_opts", Object.fromEntries(options)),
    ...allOf("labels", Object.fromEntries(labels))
  });
}
__name(viewOfNetwork, "viewOfNetwork");
function planFiles(model, stack, kind, live) {
  const section = `${kind}s`;
  const own2 = Object.entries(mapping(model[section])).filter(
    ([, definition]) => !isExternal(mapping(definition))
  );
  const wanted = own2.map(([key]) => fullName(model, stack, section, key));
  const drifted = own2.flatMap(([key, definition]) => {
    const name = fullName(model, stack, section, key);
    const found = live.find(({ Spec }) => Spec.Name === name);
    if (!found) return [];
    const labels = stringRecord(mapping(definition).labels);
    const was = found.Spec.Labels?.[OUR_LABEL.content];
    const is = labels[OUR_LABEL.content];
    if (was !== void 0 && is !== void 0 && was !== is)
      return [{ kind, name, change: "drifted", fields: [] }];
    const fields = forShowing(differences(labelsAlone(found.Spec.Labels ?? {}), labelsAlone(labels)));
    const change2 = is === void 0 ? "updated" : "drifted";
    return fields.length > 0 ? [{ kind, name, change: change2, fields }] : [];
  });
  const there = live.map(({ Spec }) => Spec.Name);
  return [
    ...wanted.filter((name) => !there.includes(name)).map((name) => change(kind, name, "created")),
    ...there.filter((name) => !wanted.includes(name)).map((name) => change(kind, name, "unused")),
    ...drifted
  ];
}
__name(planFiles, "planFiles");
var labelsAlone = /* @__PURE__ */ __name((labels) => present(
  allOf(
    "labels",
    Object.fromEntries(
      Object.entries(labels).filter(([key]) => !/^(com\.docker\.stack|io\.swarmline)\./.test(key))
    )
  )
), "labelsAlone");
function planVolumes(model, stack, { services }) {
  const external2 = Object.entries(mapping(model.volumes)).filter(([, definition]) => isExternal(mapping(definition))).map(([key]) => fullName(model, stack, "volumes", key));
  const named = /* @__PURE__ */ __name((mounts2) => mounts2.filter(({ type, source }) => type === "volume" && source !== "").map(({ source }) => source), "named");
  const wanted = new Set(
    serviceEntries(model).flatMap(([, service]) => named(mountsOf(model, stack, service)))
  );
  const there = new Set(
    services.flatMap(
      ({ Spec }) => named(
        (Spec.TaskTemplate.ContainerSpec?.Mounts ?? []).map((mount2) => ({
          type: mount2.Type || "volume",
          source: mount2.Source ?? ""
        }))
      )
    )
  );
  const isOurs2 = /* @__PURE__ */ __name((name) => name.startsWith(`${stack}_`), "isOurs");
  return [
    ...driftedVolumes(model, stack, services),
    ...[...wanted].filter((name) => !there.has(name) && !external2.includes(name)).map((name) => change("volume", name, "created")),
    ...[...there].filter((name) => !wanted.has(name) && isOurs2(name)).map((name) => change("volume", name, "unused"))
  ];
}
__name(planVolumes, "planVolumes");
function driftedVolumes(model, stack, services) {
  const was = new Map(
    services.flatMap(({ Spec }) => Spec.TaskTemplate.ContainerSpec?.Mounts ?? []).filter(({ Type = "volume", Source }) => Type === "volume" && Source).map(({ Source = "", VolumeOptions }) => [Source, VolumeOptions?.DriverConfig])
  );
  const is = new Map(
    serviceEntries(model).flatMap(([, service]) => mountsOf(model, stack, service)).filter(({ type, source }) => type === "volume" && was.has(source)).map((mount2) => [mount2.source, mount2])
  );
  return [...is].flatMap(([name, { driver, driverOptions: driverOptions2 }]) => {
    const before = was.get(name);
    const fields = forShowing(
      differences(
        present({ driver: before?.Name ?? "", ...allOf("driver_opts", before?.Options ?? {}) }),
        present({ driver, ...allOf("driver_opts", driverOptions2) })
      )
    );
    return fields.length > 0 ? [{ kind: "volume", name, change: "drifted", fields }] : [];
  });
}
__name(driftedVolumes, "driftedVolumes");
var change = /* @__PURE__ */ __name((kind, name, what) => ({
  kind,
  name,
  change: what,
  fields: []
}), "change");

// src/stack/plan/port-moves.rules.ts
var isSame = /* @__PURE__ */ __name((a, b) => a.published === b.published && a.protocol === b.protocol && (a.mode === "ingress" || b.mode === "ingress"), "isSame");
var portsOfSpec = /* @__PURE__ */ __name(({ Spec, Endpoint }) => [...Spec.EndpointSpec?.Ports ?? [], ...Endpoint?.Ports ?? []].flatMap(
  (port) => port.PublishedPort ? [{ published: port.PublishedPort, protocol: port.Protocol, mode: port.PublishMode ?? "ingress" }] : []
), "portsOfSpec");
function withPortMoves(changes, model, stack, live) {
  const wanted = servicesOf(model).map((service) => ({
    fullName: `${stack}_${service.name}`,
    name: service.name,
    ports: service.ports.flatMap(
      (port) => port.published === void 0 ? [] : [{ ...port, published: port.published }]
    )
  }));
  const firsts = /* @__PURE__ */ new Map();
  const after = /* @__PURE__ */ new Map();
  const refusals = /* @__PURE__ */ new Map();
  for (const { name, fullName: fullName2, ports } of wanted)
    for (const other of live) {
      if (other.Spec.Name === fullName2) continue;
      const taken = ports.find((port2) => portsOfSpec(other).some((theirs) => isSame(port2, theirs)));
      const holder = changes.services.find((each) => each.fullName === other.Spec.Name);
      if (!taken || !holder) continue;
      const port = `${taken.published}/${taken.protocol}`;
      if (holder.kind === "removed") firsts.set(holder.name, `before ${name} takes its port ${port}`);
      else if (holder.kind === "orphaned")
        refusals.set(
          name,
          `port ${port} is published by ${holder.name}, which the files no longer name: deploy with pruning, and it is removed first`
        );
      else after.set(name, [...after.get(name) ?? [], holder.name]);
    }
  for (const name of after.keys())
    if (leadsBack(name, after))
      refusals.set(
        name,
        `it and ${(after.get(name) ?? []).join(", ")} exchange ports, and neither is free first: deploy once without the port`
      );
  return {
    ...changes,
    services: changes.services.map((change2) => {
      const refusal = change2.refusal ?? refusals.get(change2.name);
      const isFirst = change2.kind === "removed" ? firsts.get(change2.name) : void 0;
      const others = refusal === void 0 ? after.get(change2.name) : void 0;
      return {
        ...change2,
        refusal,
        ...isFirst === void 0 ? {} : { order: isFirst },
        ...others === void 0 ? {} : { order: `after ${others.join(", ")}, whose port it takes`, after: others }
      };
    })
  };
}
__name(withPortMoves, "withPortMoves");
function leadsBack(from, after) {
  const seen = /* @__PURE__ */ new Set();
  const next = [...after.get(from) ?? []];
  for (let name = next.pop(); name !== void 0; name = next.pop()) {
    if (name === from) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    next.push(...after.get(name) ?? []);
  }
  return false;
}
__name(leadsBack, "leadsBack");
var removedFirst = /* @__PURE__ */ __name(({ services }) => services.filter(({ kind, order }) => kind === "removed" && order !== void 0).map(({ fullName: fullName2 }) => fullName2), "removedFirst");
function wavesOf(names, { services }) {
  const waves = [];
  let left = [...names];
  while (left.length > 0) {
    const waits = /* @__PURE__ */ __name((name) => (services.find((each) => each.name === name)?.after ?? []).some((other) => left.includes(other)), "waits");
    const ready = left.filter((name) => !waits(name));
    const wave = ready.length > 0 ? ready : left;
    waves.push(wave);
    left = left.filter((name) => !wave.includes(name));
  }
  return waves;
}
__name(wavesOf, "wavesOf");

// src/stack/plan/view-of-model.rules.ts
function viewOfModel(model, stack, name) {
  const service = mapping(mapping(model.services)[name]);
  return present({
    image: familiar(text2(service.image)),
    entrypoint: showWords(command(service.entrypoint)),
    command: showWords(command(service.command)),
    hostname: text2(service.hostname),
    user: text2(service.user),
    working_dir: text2(service.working_dir),
    stop_signal: text2(service.stop_signal),
    stop_grace_period: duration3(service.stop_grace_period),
    tty: showSwitch(service.tty),
    stdin_open: showSwitch(service.stdin_open),
    read_only: showSwitch(service.read_only),
    init: typeof service.init === "boolean" ? String(service.init) : "",
    isolation: text2(service.isolation) === "default" ? "" : text2(service.isolation),
    oom_score_adj: Number(service.oom_score_adj ?? 0) === 0 ? "" : text2(service.oom_score_adj),
    dns: texts2(service.dns).join(", "),
    dns_search: texts2(service.dns_search).join(", "),
    extra_hosts: hosts(service.extra_hosts).join(", "),
    credential_spec: credentialSpec2(model, stack, mapping(service.credential_spec)),
    ...capabilityFields(texts2(service.cap_add), texts2(service.cap_drop)),
    ...healthFields2(service.healthcheck),
    ...allOf("environment", record(service.environment)),
    ...allOf("labels", stringRecord(service.labels)),
    ...allOf("sysctls", stringRecord(service.sysctls)),
    ...ulimitFields(mapping(service.ulimits)),
    ...loggingFields(service.logging),
    ...mountFields(mountsOf(model, stack, service)),
    ...fileFields("secrets", filesOf(model, stack, "secrets", service)),
    ...fileFields("configs", filesOf(model, stack, "configs", service)),
    ...networkFields(attachmentsOf(model, stack, service)),
    ...portFields(sequence(service.ports).flatMap(parsePort)),
    ...deployFields2(mapping(service.deploy))
  });
}
__name(viewOfModel, "viewOfModel");
function deployFields2(deploy3) {
  const mode = text2(deploy3.mode) || "replicated";
  const placement = mapping(deploy3.placement);
  const limits = mapping(mapping(deploy3.resources).limits);
  const reservations = mapping(mapping(deploy3.resources).reservations);
  return {
    "deploy.mode": mode,
    "deploy.replicas": mode.startsWith("global") ? "" : text2(deploy3.replicas ?? 1),
    "deploy.endpoint_mode": text2(deploy3.endpoint_mode).toLowerCase() || "vip",
    ...allOf("deploy.labels", stringRecord(deploy3.labels)),
    "deploy.placement.constraints": texts2(placement.constraints).join(", "),
    "deploy.placement.preferences": sequence(placement.preferences).map((preference) => `spread ${text2(mapping(preference).spread)}`).join(", "),
    "deploy.placement.max_replicas_per_node": showCount(Number(placement.max_replicas_per_node ?? 0)),
    "deploy.resources.limits.cpus": showNanoCpus(nanoCpus(limits.cpus)),
    "deploy.resources.limits.memory": showMemory(bytesOf(text2(limits.memory))),
    "deploy.resources.limits.pids": showCount(Number(limits.pids ?? 0)),
    "deploy.resources.reservations.cpus": showNanoCpus(nanoCpus(reservations.cpus)),
    "deploy.resources.reservations.memory": showMemory(bytesOf(text2(reservations.memory))),
    "deploy.resources.reservations.generic_resources": genericResources(reservations.generic_resources),
    ...restartFields2(deploy3.restart_policy),
    // Jobs have none: docker refuses them.
    ...mode.endsWith("-job") ? {} : {
      ...rollingFields("update_config", rollingOf2(deploy3.update_config)),
      ...rollingFields("rollback_config", rollingOf2(deploy3.rollback_config))
    }
  };
}
__name(deployFields2, "deployFields");
var nanoCpus = /* @__PURE__ */ __name((value) => Math.round(Number(text2(value)) * 1e9), "nanoCpus");
var command = /* @__PURE__ */ __name((value) => typeof value === "string" ? shellWords(value) : texts2(value), "command");
var duration3 = /* @__PURE__ */ __name((value) => {
  const ms = durationMs(text2(value));
  return ms === void 0 ? "" : showDuration(ms);
}, "duration");
var nonZero2 = /* @__PURE__ */ __name((value) => duration3(value) === "0s" ? "" : duration3(value), "nonZero");
var hosts = /* @__PURE__ */ __name((value) => isMapping(value) ? Object.entries(value).map(([host, address]) => `${host}:${text2(address)}`).sort() : texts2(value).map((entry) => entry.replace(/^([^:=]+)=/, "$1:")), "hosts");
var credentialSpec2 = /* @__PURE__ */ __name((model, stack, { config, file, registry }) => [
  config && `config ${fullName(model, stack, "configs", text2(config))}`,
  file && `file ${text2(file)}`,
  registry && `registry ${text2(registry)}`
].filter(Boolean).join(" "), "credentialSpec");
function healthFields2(value) {
  if (!isMapping(value)) return {};
  if (value.disable === true) return { "healthcheck.test": "NONE" };
  const test = typeof value.test === "string" ? ["CMD-SHELL", value.test] : texts2(value.test);
  return {
    "healthcheck.test": showWords(test),
    "healthcheck.interval": nonZero2(value.interval),
    "healthcheck.timeout": nonZero2(value.timeout),
    "healthcheck.start_period": nonZero2(value.start_period),
    "healthcheck.start_interval": nonZero2(value.start_interval),
    "healthcheck.retries": showCount(Number(value.retries ?? 0))
  };
}
__name(healthFields2, "healthFields");
var ulimitFields = /* @__PURE__ */ __name((ulimits) => Object.fromEntries(
  Object.entries(ulimits).map(([name, value]) => {
    const { soft, hard } = isMapping(value) ? value : { soft: value, hard: value };
    return [`ulimits.${name}`, `${text2(soft)}:${text2(hard)}`];
  })
), "ulimitFields");
var loggingFields = /* @__PURE__ */ __name((value) => isMapping(value) ? { "logging.driver": text2(value.driver), ...allOf("logging.options", stringRecord(value.options)) } : {}, "loggingFields");
var genericResources = /* @__PURE__ */ __name((value) => sequence(value).map((item) => mapping(mapping(item).discrete_resource_spec)).map(({ kind, value: count3 }) => `${text2(kind)}=${text2(count3)}`).join(", "), "genericResources");
function restartFields2(value) {
  if (!isMapping(value)) return {};
  return {
    "deploy.restart_policy.condition": text2(value.condition) || "any",
    "deploy.restart_policy.delay": duration3(value.delay),
    "deploy.restart_policy.max_attempts": showCount(Number(value.max_attempts ?? 0)),
    "deploy.restart_policy.window": duration3(value.window)
  };
}
__name(restartFields2, "restartFields");

// src/stack/plan/plan-changes.rules.ts
function planChanges(model, stack, current, options) {
  const names = namesOf2(current);
  const live = new Map(current.services.map((service) => [service.Spec.Name, service]));
  const wanted = serviceEntries(model).map(([name]) => name);
  const services = wanted.map((name) => {
    const service = live.get(`${stack}_${name}`);
    const to = viewOfModel(model, stack, name);
    if (!service) return created(stack, name);
    const from = viewOfSpec(service.Spec, stack, names);
    return compared(stack, name, from, comparable(to, from, current.apiVersion, options));
  });
  const left = [...live.values()].filter(({ Spec }) => !wanted.some((name) => Spec.Name === `${stack}_${name}`));
  const objects = planObjects(model, stack, current);
  const all = [...services, ...left.map((service) => leftOver(stack, service, options.isPruning))];
  const isUnchanged = all.every(({ kind }) => kind === "orphaned" || kind === "unchanged") && objects.every(({ change: change2 }) => change2 !== "created" && change2 !== "updated");
  const runJobs = new Set(serviceEntries(model).flatMap(([name, each]) => isRunJob(each) ? [name] : []));
  const changes = {
    stack,
    services: all.map(
      (change2) => !isUnchanged && change2.kind === "unchanged" && runJobs.has(change2.name) ? { ...change2, tasks: "run-again" } : change2
    ),
    objects,
    isUnchanged
  };
  return withPortMoves(changes, model, stack, current.services);
}
__name(planChanges, "planChanges");
function comparable(to, from, apiVersion, { isResolving }) {
  const { image = "" } = to;
  const { image: liveImage = "" } = from;
  const result = { ...to };
  if (!isPinned(image) && withoutDigest(liveImage) === image) result.image = liveImage;
  const platforms = from["deploy.placement.platforms"];
  if (isResolving && platforms !== void 0) result["deploy.placement.platforms"] = platforms;
  if (!isSince(apiVersion, 44)) delete result["healthcheck.start_interval"];
  if (!isSince(apiVersion, 46)) delete result.oom_score_adj;
  return result;
}
__name(comparable, "comparable");
var isSince = /* @__PURE__ */ __name((apiVersion, minor) => {
  const [major = 1, own2 = 0] = apiVersion.split(".").map(Number);
  return major > 1 || own2 >= minor;
}, "isSince");
var MODE = "deploy.mode";
function compared(stack, name, from, to) {
  const changes = differences(from, to);
  const isJob2 = (to[MODE] ?? "").endsWith("-job");
  const modes = changes.find(({ field }) => field === MODE);
  return {
    name,
    fullName: `${stack}_${name}`,
    kind: changes.length > 0 ? "updated" : "unchanged",
    fields: forShowing(changes, from, to),
    tasks: isJob2 && changes.length > 0 ? "run-again" : effectOnTasks(changes),
    refusal: modes && `a swarm never changes the mode of a service (${modes.from} to ${modes.to}): remove it first (docker service rm ${stack}_${name}), or give it another name`
  };
}
__name(compared, "compared");
var created = /* @__PURE__ */ __name((stack, name) => ({
  name,
  fullName: `${stack}_${name}`,
  kind: "created",
  fields: [],
  tasks: "none",
  refusal: void 0
}), "created");
function leftOver(stack, { Spec }, isPruning) {
  const name = Spec.Name.startsWith(`${stack}_`) ? Spec.Name.slice(stack.length + 1) : Spec.Name;
  return { ...created(stack, name), fullName: Spec.Name, kind: isPruning ? "removed" : "orphaned" };
}
__name(leftOver, "leftOver");

// src/stack/plan/settings/settings-notes.rules.ts
var DEFAULT_MONITOR_MS = 5e3;
function notesOn(service, definition) {
  const deploy3 = mapping(definition.deploy);
  return [
    ...sideNotes("update_config", mapping(deploy3.update_config), definition),
    ...sideNotes("rollback_config", mapping(deploy3.rollback_config), definition)
  ].map((note) => ({ service, ...note }));
}
__name(notesOn, "notesOn");
function sideNotes(side, rolling, definition) {
  const deploy3 = mapping(definition.deploy);
  const isGlobal2 = deploy3.mode === "global";
  const isStartFirst = rolling.order === "start-first";
  const isIgnoringFailures = rolling.failure_action === "continue";
  const monitorMs2 = durationMs(text2(rolling.monitor));
  const saidMs = monitorMs2 ?? 0;
  const delayMs2 = durationMs(text2(rolling.delay)) ?? 0;
  const parallelism = rolling.parallelism === void 0 ? 1 : Number(rolling.parallelism);
  const replicas = deploy3.replicas === void 0 ? 1 : Number(deploy3.replicas);
  const note = /* @__PURE__ */ __name((isSo, hasEffect, words2) => isSo ? [{ hasEffect, text: `${side}.${words2}` }] : [], "note");
  return [
    ...note(
      isStartFirst && hasHostPorts(definition),
      true,
      "order: start-first never completes with a port in host mode: the old task has the port (use stop-first)"
    ),
    ...note(monitorMs2 === 0, false, `monitor: 0s means docker's default, ${DEFAULT_MONITOR_MS / 1e3}s`),
    // Only whom his own word misleads: equal ones differ by a second, and who wrote no monitor expects none.
    ...note(
      saidMs > 0 && delayMs2 > saidMs && parallelism > 0,
      true,
      `monitor: ${showDuration(saidMs)} is shorter than delay (${showDuration(delayMs2)}): the swarm watches each task for ${showDuration(delayMs2 + 1e3)}`
    ),
    ...note(
      Number(rolling.max_failure_ratio ?? 0) > 0 && isIgnoringFailures,
      false,
      "max_failure_ratio has no effect with failure_action: continue"
    ),
    ...note(
      isIgnoringFailures && side === "update_config",
      true,
      "failure_action: continue updates every task even when the first ones fail"
    ),
    ...note(
      !isGlobal2 && delayMs2 > 0 && (parallelism === 0 || parallelism >= replicas),
      false,
      `delay has no effect: ${parallelism === 0 ? "all" : parallelism} tasks change at a time, of ${replicas}`
    ),
    ...note(
      side === "rollback_config" && rolling.failure_action === "rollback",
      false,
      "failure_action: rollback is not for a rollback: docker accepts only pause and continue there"
    )
  ];
}
__name(sideNotes, "sideNotes");
function hasHostPorts(definition) {
  return sequence(definition.ports).some((port) => mapping(port).mode === "host");
}
__name(hasHostPorts, "hasHostPorts");

// src/stack/plan/settings/apply-settings.rules.ts
function applySettings(model, settings) {
  requireKnown(model, settings);
  const notes = [];
  const applied = mapServices(model, (service, name) => {
    const own2 = Object.hasOwn(settings.byService, name) ? settings.byService[name] : void 0;
    const wanted = {
      update: { ...settings.all.update, ...own2?.update },
      rollback: { ...settings.all.rollback, ...own2?.rollback }
    };
    const isJob2 = text2(mapping(service.deploy).mode).endsWith("-job");
    if (isJob2) {
      const isAsked = [...Object.values(wanted.update), ...Object.values(wanted.rollback)].length > 0;
      if (isAsked) notes.push({ service: name, hasEffect: false, text: "a job is not updated in steps" });
      return service;
    }
    const result = withSettings(service, wanted);
    notes.push(...notesOn(name, result));
    return result;
  });
  return { model: applied, notes };
}
__name(applySettings, "applySettings");
function requireKnown(model, { byService }) {
  const names = serviceEntries(model).map(([name]) => name);
  const unknown = Object.keys(byService).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const faults = unknown.map((name) => {
    const meant = nearest(name, names);
    return `the stack has no service ${name}${meant ? `: is it ${meant}?` : ""}`;
  });
  throw new SwarmlineError("usage", faults.join("; "), { hint: `its services are ${names.join(", ")}` });
}
__name(requireKnown, "requireKnown");
function withSettings(service, { update, rollback }) {
  const deploy3 = mapping(service.deploy);
  const over = {
    ...laidOver("update_config", deploy3, update),
    ...laidOver("rollback_config", deploy3, rollback)
  };
  return Object.keys(over).length > 0 ? withDeploy(service, over) : service;
}
__name(withSettings, "withSettings");
function laidOver(key, deploy3, rolling) {
  const over = inCompose(rolling);
  return Object.keys(over).length > 0 ? { [key]: { ...mapping(deploy3[key]), ...over } } : {};
}
__name(laidOver, "laidOver");
function inCompose(rolling) {
  const { parallelism, delayMs: delayMs2, order, monitorMs: monitorMs2, failureAction, maxFailureRatio } = rolling;
  return Object.fromEntries(
    Object.entries({
      parallelism,
      delay: delayMs2 === void 0 ? void 0 : showDuration(delayMs2),
      order,
      monitor: monitorMs2 === void 0 ? void 0 : showDuration(monitorMs2),
      failure_action: failureAction,
      max_failure_ratio: maxFailureRatio
    }).filter(([, value]) => value !== void 0)
  );
}
__name(inCompose, "inCompose");

// src/stack/plan/settings/parse-settings.rules.ts
var PARSERS = {
  parallelism: /* @__PURE__ */ __name((text3) => /^\d{1,6}$/.test(text3) ? { value: { parallelism: Number(text3) } } : { fault: "a number of tasks, 0 for all" }, "parallelism"),
  delay: /* @__PURE__ */ __name((text3) => duration4(text3, (delayMs2) => ({ delayMs: delayMs2 })), "delay"),
  monitor: /* @__PURE__ */ __name((text3) => duration4(text3, (monitorMs2) => ({ monitorMs: monitorMs2 })), "monitor"),
  order: /* @__PURE__ */ __name((text3) => text3 === "start-first" || text3 === "stop-first" ? { value: { order: text3 } } : { fault: "start-first or stop-first" }, "order"),
  "failure-action": /* @__PURE__ */ __name((text3) => text3 === "pause" || text3 === "continue" || text3 === "rollback" ? { value: { failureAction: text3 } } : { fault: "pause, continue or rollback" }, "failure-action"),
  "max-failure-ratio": /* @__PURE__ */ __name((text3) => /^(?:0|1|0?\.\d+|[01]\.0+)$/.test(text3) ? { value: { maxFailureRatio: Number(text3) } } : { fault: "a fraction between 0 and 1, such as 0.2" }, "max-failure-ratio")
};
var duration4 = /* @__PURE__ */ __name((text3, make) => {
  const ms = durationMs(text3);
  return ms === void 0 ? { fault: "a duration such as 15s or 1m30s" } : { value: make(ms) };
}, "duration");
var NAMES = Object.keys(PARSERS);
var LINE2 = /^(?:(?<service>[^=]+)\.)?(?<side>update-|rollback-)?(?<name>[a-z-]+)=(?<text>.*)$/;
function parseSettings(lines) {
  const faults = [];
  const all = { update: {}, rollback: {} };
  const byService = /* @__PURE__ */ new Map();
  for (const line of lines.map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const parsed = parseLine(line);
    if ("fault" in parsed) faults.push(parsed.fault);
    else {
      const { service, side, value } = parsed;
      const of = service === void 0 ? all : byService.get(service) ?? { update: {}, rollback: {} };
      Object.assign(of[side], value);
      if (service !== void 0) byService.set(service, of);
    }
  }
  if (faults.length > 0)
    throw new SwarmlineError("usage", faults.join("; "), {
      hint: "write [SERVICE.][rollback-]NAME=VALUE, such as backend.delay=15s"
    });
  return { all, byService: Object.fromEntries(byService) };
}
__name(parseSettings, "parseSettings");
function parseLine(line) {
  const shown3 = JSON.stringify(line);
  const { service, side, name = "", text: text3 = "" } = LINE2.exec(line)?.groups ?? {};
  const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : void 0;
  if (!parse) {
    const meant = nearest(name, NAMES);
    return {
      fault: `${shown3} is no setting${meant ? `: is it ${meant}?` : `: they are ${NAMES.join(", ")}`}`
    };
  }
  const parsed = parse(text3.trim());
  if ("fault" in parsed) return { fault: `${shown3}: ${name} takes ${parsed.fault}` };
  if (side === "rollback-" && parsed.value.failureAction === "rollback")
    return { fault: `${shown3}: a rollback cannot be rolled back: pause or continue` };
  return { service, side: side === "rollback-" ? "rollback" : "update", value: parsed.value };
}
__name(parseLine, "parseLine");

// src/stack/plan/stages/part-of-model.rules.ts
var SECTIONS4 = ["networks", "volumes", "secrets", "configs"];
function partOfModel(model, names) {
  const services = serviceEntries(model).filter(([name]) => names.includes(name));
  const part = { ...model, services: Object.fromEntries(services) };
  for (const section of SECTIONS4) {
    const used = new Set(services.flatMap(([, service]) => USED[section](service)));
    const kept = Object.entries(mapping(model[section])).filter(([name]) => used.has(name));
    if (kept.length > 0) part[section] = Object.fromEntries(kept);
    else delete part[section];
  }
  return part;
}
__name(partOfModel, "partOfModel");
var USED = {
  networks: /* @__PURE__ */ __name((service) => {
    const named = namesOf3(service.networks);
    return named.length > 0 ? named : ["default"];
  }, "networks"),
  volumes: /* @__PURE__ */ __name(({ volumes }) => sequence(volumes).flatMap(volumeName), "volumes"),
  secrets: /* @__PURE__ */ __name(({ secrets }) => namesOf3(secrets), "secrets"),
  configs: /* @__PURE__ */ __name(({ configs, credential_spec }) => [...namesOf3(configs), text2(mapping(credential_spec).config)], "configs")
};
var namesOf3 = /* @__PURE__ */ __name((value) => isMapping(value) ? Object.keys(value) : sequence(value).map((item) => text2(isMapping(item) ? item.source : item)), "namesOf");
var volumeName = /* @__PURE__ */ __name((volume) => {
  if (isMapping(volume)) return [text2(volume.source)];
  const [source = "", target] = text2(volume).split(":");
  return target === void 0 ? [] : [source];
}, "volumeName");

// src/stack/plan/stages/stages.rules.ts
var STAGE_LABEL = "io.swarmline.stage";
var JOBS = "jobs";
var REST = "rest";
var NAME2 = /^[a-z0-9][a-z0-9_.-]{0,62}$/i;
function stagesOf(model, named = {}) {
  const services = serviceEntries(model);
  requireNames(
    named,
    services.map(([name]) => name)
  );
  const chosen = services.map(([name, service]) => ({
    name,
    service,
    stage: Object.hasOwn(named, name) ? named[name] ?? "" : labelOf(service, STAGE_LABEL),
    run: labelOf(service, JOB_LABEL)
  }));
  const jobs = chosen.filter(({ run }) => run !== void 0);
  const others = chosen.filter(({ run }) => run === void 0);
  const stages = stagesOfServices(others);
  requireGood(chosen, stages);
  return [
    ...jobsAt("before", void 0, jobs),
    ...stages.flatMap((stage) => [
      ...jobsAt("before", stage.name, jobs),
      stage,
      ...jobsAt("after", stage.name, jobs)
    ]),
    ...jobsAt("after", void 0, jobs)
  ];
}
__name(stagesOf, "stagesOf");
function stagesOfServices(chosen) {
  const names = /* @__PURE__ */ __name((some) => some.map(({ name }) => name), "names");
  if (chosen.every(({ stage }) => stage === void 0)) {
    return chosen.length === 0 ? [] : [{ name: "all", services: names(chosen) }];
  }
  const stages = new Set(chosen.flatMap(({ stage }) => stage ?? []));
  const unnamed = chosen.filter(({ stage }) => stage === void 0);
  return [
    { name: JOBS, services: names(unnamed.filter(({ service }) => isOneShot(service))) },
    ...[...stages].sort(inNaturalOrder).map((stage) => ({
      name: stage,
      services: names(chosen.filter((each) => each.stage === stage))
    })),
    { name: REST, services: names(unnamed.filter(({ service }) => !isOneShot(service))) }
  ].filter((stage) => stage.services.length > 0);
}
__name(stagesOfServices, "stagesOfServices");
function jobsAt(run, at, jobs) {
  const services = jobs.filter((job) => job.run === run && job.stage === at).map(({ name }) => name);
  return services.length === 0 ? [] : [{ name: `${run} ${at ?? "the deploy"}`, services, run }];
}
__name(jobsAt, "jobsAt");
var isOneShot = /* @__PURE__ */ __name((service) => isJob(service) || mapping(mapping(service.deploy).restart_policy).condition === "none", "isOneShot");
function requireGood(chosen, stages) {
  const faults = chosen.flatMap((each) => each.run === void 0 ? stageFault(each) : runFault(each, stages));
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.map(({ text: text3 }) => text3).join("; "), {
      hint: [...new Set(faults.map(({ hint }) => hint))].join("; ")
    });
}
__name(requireGood, "requireGood");
function stageFault({ name, stage }) {
  const hint = "name a stage with letters, digits, dots, dashes and underscores, such as 1 or 2-backend";
  if (stage === void 0) return [];
  if (stage === JOBS || stage === REST)
    return [
      {
        text: `service ${name}: ${stage} is the stage of services that name none: give it another name`,
        hint
      }
    ];
  return NAME2.test(stage) ? [] : [{ text: `service ${name}: ${JSON.stringify(stage)} is no name of a stage`, hint }];
}
__name(stageFault, "stageFault");
function runFault({ name, service, stage, run = "" }, stages) {
  const faults = [];
  if (!isRunWhen(run))
    faults.push({
      text: `service ${name}: ${JOB_LABEL} is ${JSON.stringify(run)}`,
      hint: `set ${JOB_LABEL} to before or after`
    });
  if (!isJob(service))
    faults.push({
      text: `service ${name} runs ${isRunWhen(run) ? run : "before or after"} the deploy and never ends`,
      hint: `give a service with ${JOB_LABEL} deploy.mode: replicated-job`
    });
  if (stage !== void 0 && !stages.some((each) => each.name === stage))
    faults.push({
      text: `service ${name}: no service is in stage ${JSON.stringify(stage)}`,
      hint: stages.length > 0 ? `its stages are ${stages.map((each) => each.name).join(", ")}` : `leave ${STAGE_LABEL} out`
    });
  return faults;
}
__name(runFault, "runFault");
function requireNames(named, names) {
  const faults = Object.keys(named).flatMap((name) => {
    if (names.includes(name)) return [];
    const meant = nearest(name, names);
    return [`stages name ${name}, which the stack does not have${meant ? `: is it ${meant}?` : ""}`];
  });
  if (faults.length > 0)
    throw new SwarmlineError("usage", faults.join("; "), { hint: `its services are ${names.join(", ")}` });
}
__name(requireNames, "requireNames");
function inNaturalOrder(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1);
}
__name(inNaturalOrder, "inNaturalOrder");

// src/stack/plan/words.rules.ts
var SIGNS = {
  created: "+",
  updated: "~",
  unchanged: "=",
  removed: "-",
  orphaned: "?"
};
var MAX_LENGTH = 80;
function changesInWords({ stack, services, objects, isUnchanged }) {
  const lines = [...services.flatMap(serviceLines), ...objects.flatMap(objectLines)];
  return [
    isUnchanged ? `${stack}: nothing changes` : `${stack}: ${summary(services, objects)}`,
    ...lines
  ].map(inTerminal);
}
__name(changesInWords, "changesInWords");
function summary(services, objects) {
  const counts = Object.keys(SIGNS).flatMap((kind) => {
    const count3 = services.filter((service) => service.kind === kind).length;
    return count3 > 0 ? [`${count3} ${kind}`] : [];
  });
  const made = objects.filter(({ change: change2 }) => change2 === "created").length;
  return [`services: ${counts.join(", ") || "none"}`, ...made > 0 ? [`${made} more created`] : []].join(
    "; "
  );
}
__name(summary, "summary");
var servicesInWords = /* @__PURE__ */ __name((services) => services.flatMap(serviceLines).map(inTerminal), "servicesInWords");
function serviceLines(service) {
  const { name, kind, fields, refusal } = service;
  return [
    `${SIGNS[kind]} service ${name}: ${kind}${effect(service)}`,
    ...fields.map(fieldLine),
    ...refusal ? [`  ! ${refusal}`] : []
  ];
}
__name(serviceLines, "serviceLines");
function effect({ kind, tasks, order }) {
  if (order !== void 0) return `, ${order}`;
  if (kind === "orphaned") return ", the files no longer name it: deploy with pruning to remove it";
  return tasks === "none" ? "" : `, ${ON_TASKS[tasks]}`;
}
__name(effect, "effect");
var fieldLine = /* @__PURE__ */ __name(({ field, from, to }) => from === HIDDEN && to === HIDDEN ? `  ${field}: changed` : from === void 0 ? `  ${field}: ${short(to)} (new)` : to === void 0 ? `  ${field}: ${short(from)} (taken away)` : `  ${field}: ${short(from)} \u2192 ${short(to)}`, "fieldLine");
function objectLines({ kind, name, change: change2, fields }) {
  switch (change2) {
    case "created":
      return [`+ ${kind} ${name}: created`];
    case "unused":
      return [`? ${kind} ${name}: no longer named`];
    case "updated":
      return [`~ ${kind} ${name}: updated`, ...fields.map(fieldLine)];
    case "drifted":
      return [
        `! ${kind} ${name}: differs from the files; docker will not change it`,
        ...fields.map(fieldLine)
      ];
  }
}
__name(objectLines, "objectLines");
var short = /* @__PURE__ */ __name((value = "") => value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}\u2026 (${value.length} characters)` : value, "short");

// src/stack/kept/record/drift.rules.ts
function driftOf(stack, records, running, names) {
  const last = records.find((record3) => record3.undone !== "restored");
  if (!last) return { kind: "unknown", why: `no deploy of ${stack} is on record` };
  const { seq, outcome, undone, specs } = last;
  if (outcome !== "converged" && undone !== "kept")
    return { kind: "unknown", why: `deploy ${seq} (${outcome}) did not record what it left` };
  if (!specs) return { kind: "unknown", why: `deploy ${seq} was recorded without its specs` };
  const unpruned = new Set(
    outcome === "converged" ? [] : (specs.changes ?? []).flatMap(({ kind, fullName: fullName2 }) => kind === "removed" ? [fullName2] : [])
  );
  const now = running.filter(({ Name }) => !unpruned.has(Name));
  return { kind: "known", since: seq, services: compareSpecs(stack, specs.services, now, names) };
}
__name(driftOf, "driftOf");

// src/stack/kept/record/pack.ts
import { gunzipSync, gzipSync } from "node:zlib";
var PART_LENGTH = 3e5;
var MAX_PARTS = 12;
var MAX_BYTES = 32 * 1024 * 1024;
function packSpecs(specs, partLength = PART_LENGTH) {
  const text3 = gzipSync(JSON.stringify(specs), { level: 9 }).toString("base64");
  const count3 = Math.ceil(text3.length / partLength);
  if (count3 > MAX_PARTS) return void 0;
  return Array.from({ length: count3 }, (_, i) => text3.slice(i * partLength, (i + 1) * partLength));
}
__name(packSpecs, "packSpecs");
function unpackSpecs(parts) {
  try {
    const json = gunzipSync(Buffer.from(parts.join(""), "base64"), { maxOutputLength: MAX_BYTES });
    const specs = JSON.parse(json.toString("utf8"));
    return specs?.schema === 1 && Array.isArray(specs.services) ? specs : void 0;
  } catch {
    return void 0;
  }
}
__name(unpackSpecs, "unpackSpecs");

// src/stack/kept/record/record.rules.ts
var RECORD_LABEL = {
  seq: "io.swarmline.deploy.seq",
  outcome: "io.swarmline.deploy.outcome",
  version: "io.swarmline.deploy.tool-version",
  /** On a rollback: the seq that it went back to. */
  rollbackTo: "io.swarmline.deploy.rollback-to",
  /** Why it did not converge, in one line. */
  failure: "io.swarmline.deploy.failure",
  /** What was done with the stack when it did not converge: `restored`, `removed` or `kept`. */
  undone: "io.swarmline.deploy.undone",
  /** How many objects hold the specs; there once all of them are. */
  parts: "io.swarmline.deploy.parts"
};
var PENDING = "pending";
function recordsOf(configs) {
  const ofKind = /* @__PURE__ */ __name((kind) => configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === kind), "ofKind");
  const parts = Map.groupBy(ofKind("deploy-part"), seqOf);
  return ofKind("deploy").flatMap((header) => {
    const labels = header.Spec.Labels ?? {};
    const seq = seqOf(header);
    if (!Number.isSafeInteger(seq) || seq < 1) return [];
    const byNumber = new Map(
      (parts.get(seq) ?? []).toSorted((a, b) => Number(isSealed(a)) - Number(isSealed(b))).map((part) => [partOf(part), part])
    );
    const own2 = [...byNumber.values()].toSorted((a, b) => partOf(a) - partOf(b));
    const wanted = Number(labels[RECORD_LABEL.parts] ?? 0);
    const rollbackTo = Number(labels[RECORD_LABEL.rollbackTo]);
    return [
      {
        seq,
        at: header.CreatedAt,
        owner: labels[OUR_LABEL.owner] ?? "",
        version: labels[RECORD_LABEL.version] ?? "",
        outcome: labels[RECORD_LABEL.outcome] ?? PENDING,
        rollbackTo: rollbackTo > 0 ? rollbackTo : void 0,
        failure: labels[RECORD_LABEL.failure] || void 0,
        undone: labels[RECORD_LABEL.undone] || void 0,
        hasSpecs: wanted > 0 && own2.length === wanted,
        header,
        parts: own2
      }
    ];
  }).toSorted((a, b) => b.seq - a.seq);
}
__name(recordsOf, "recordsOf");
var lastSeq = /* @__PURE__ */ __name((configs) => Math.max(0, ...configs.map(seqOf).filter(Number.isSafeInteger)), "lastSeq");
function strayParts(configs, records) {
  const held2 = new Set(records.flatMap((record3) => record3.parts.map((part) => part.ID)));
  return configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === "deploy-part" && !held2.has(c.ID));
}
__name(strayParts, "strayParts");
function outdatedRecords(records, keep) {
  const last = records.find((record3) => record3.outcome === "converged" && record3.hasSpecs);
  return records.slice(Math.max(1, keep)).filter((record3) => record3 !== last);
}
__name(outdatedRecords, "outdatedRecords");
var seqOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Labels?.[RECORD_LABEL.seq]), "seqOf");
var isSealed = /* @__PURE__ */ __name(({ Spec }) => Spec.Labels?.[OUR_LABEL.sealedBy] !== void 0, "isSealed");
var placeOfPart = /* @__PURE__ */ __name((stack, seq, part) => JSON.stringify(["deploy", stack, seq, part]), "placeOfPart");
var partOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Name.slice(config.Spec.Name.lastIndexOf(".") + 1)), "partOf");

// src/stack/kept/record/seal.ts
import { createCipheriv, createDecipheriv, randomBytes as randomBytes3 } from "node:crypto";
var ALGORITHM = "aes-256-gcm";
var NONCE_BYTES = 12;
var TAG_BYTES = 16;
function seal(text3, place) {
  const key = randomBytes3(32);
  const nonce = randomBytes3(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text3, "latin1"), cipher.final()]);
  const data = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
  return { data, key: key.toString("base64") };
}
__name(seal, "seal");
function unseal({ data, key }, place) {
  try {
    const bytes = Buffer.from(data, "base64");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const cipher = createDecipheriv(ALGORITHM, Buffer.from(key, "base64"), nonce, {
      authTagLength: TAG_BYTES
    });
    cipher.setAAD(Buffer.from(place));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([cipher.update(body), cipher.final()]).toString("latin1");
  } catch {
    return void 0;
  }
}
__name(unseal, "unseal");

// src/stack/kept/record/read.ts
async function readRecords(client, stack, fx) {
  return recordsOf(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
}
__name(readRecords, "readRecords");
function readSpecs(record3) {
  if (!record3.hasSpecs) return void 0;
  const texts4 = record3.parts.map((part) => textOf(part, record3.seq));
  return texts4.includes(void 0) ? void 0 : unpackSpecs(texts4);
}
__name(readSpecs, "readSpecs");
async function readDrift({ client, stack, running, names }, fx) {
  const records = await readRecords(client, stack, fx);
  const readable = records.map((record3) => ({ ...record3, specs: readSpecs(record3) }));
  return driftOf(stack, readable, running, names);
}
__name(readDrift, "readDrift");
function textOf(part, seq) {
  const { Data, Labels } = part.Spec;
  const text3 = Buffer.from(typeof Data === "string" ? Data : "", "base64").toString("latin1");
  const key = Labels?.[OUR_LABEL.sealedBy];
  if (key === void 0) return text3;
  return unseal({ data: text3, key }, placeOfPart(Labels?.[STACK_LABEL] ?? "", seq, partOf(part)));
}
__name(textOf, "textOf");

// src/stack/plan/stack-objects.ts
var ofStack = /* @__PURE__ */ __name((stack) => ({
  filters: JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
}), "ofStack");
async function stackObjects(client, stack, signal) {
  const list4 = /* @__PURE__ */ __name(async (path11) => await client.json("GET", path11, { query: ofStack(stack), signal }) ?? [], "list");
  const [services, tasks, networks, secrets, configs] = await Promise.all([
    list4("/services"),
    list4("/tasks"),
    list4("/networks"),
    list4("/secrets"),
    list4("/configs")
  ]);
  return { services, tasks, networks, secrets, configs };
}
__name(stackObjects, "stackObjects");
function inWords2(objects) {
  return Object.entries(objects).filter(([, list4]) => list4.length > 0).map(([kind, list4]) => `${list4.length} ${list4.length === 1 ? kind.slice(0, -1) : kind}`).join(", ");
}
__name(inWords2, "inWords");

// src/stack/plan/current.ts
async function readCurrent(client, stack, signal) {
  const list4 = /* @__PURE__ */ __name(async (path11, query) => await client.json("GET", path11, { ...query ? { query } : {}, signal }) ?? [], "list");
  const [services, networks, secrets, configs, version2] = await Promise.all([
    list4("/services", ofStack(stack)),
    list4("/networks"),
    list4("/secrets", ofStack(stack)),
    list4("/configs", ofStack(stack)),
    client.json("GET", "/version", { signal })
  ]);
  const foreign = await predefined(
    client,
    services.map(({ Spec }) => Spec),
    networks,
    signal
  );
  const named = configs.filter((config) => !isBook(config.Spec.Labels));
  return {
    services,
    networks: [...networks, ...foreign],
    secrets,
    configs: named,
    apiVersion: version2.ApiVersion
  };
}
__name(readCurrent, "readCurrent");
async function predefined(client, specs, listed, signal) {
  const used = new Set(specs.flatMap((s) => (s.TaskTemplate.Networks ?? []).map((n) => n.Target)));
  const unknown = [...used].filter((id) => !listed.some((network) => network.Id === id));
  const found = await Promise.all(
    unknown.map(
      (id) => client.json("GET", `/networks/${id}`, { signal }).catch((error) => {
        if (error instanceof EngineAnswerError) return void 0;
        throw error;
      })
    )
  );
  return found.filter((network) => network !== void 0);
}
__name(predefined, "predefined");

// src/stack/plan/digests/resolve-images.ts
var AT_ONCE = 8;
async function resolveImages(model, known, ask) {
  const byName = new Map(Object.entries(known).map(([image, digest]) => [familiar(image), digest]));
  const answers = /* @__PURE__ */ new Map();
  const waiting = [];
  for (const image of new Set(imagesToResolve(model).map(familiar))) {
    const digest = byName.get(image);
    if (digest) answers.set(image, { digest });
    else waiting.push(image);
  }
  const work = /* @__PURE__ */ __name(async () => {
    for (let image = waiting.shift(); image !== void 0; image = waiting.shift())
      answers.set(image, await ask(image));
  }, "work");
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return Object.fromEntries(answers);
}
__name(resolveImages, "resolveImages");

// src/stack/kept/record/write.ts
var RECORDED = /* @__PURE__ */ new Set(["created", "updated", "removed"]);
var MOST_OF_FAILURE = 500;
var NAME_TRIES = 20;
var SUFFIX_LENGTH = 8;
var PART_ROOM = 3;
async function beginRecord(request, fx) {
  const { client, stack, owner, version: version2, rollbackTo } = request;
  const changes = (request.changes ?? []).filter(({ kind }) => RECORDED.has(kind));
  const base = bookName("deploy", stack, SUFFIX_LENGTH);
  const last = lastSeq(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
  for (let seq = last + 1, tries = 0; tries < NAME_TRIES; seq++, tries++) {
    const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq) };
    const id = await createConfig(
      client,
      {
        name: `${base}-${seq}`,
        kind: "deploy",
        labels: {
          ...labels,
          [OUR_LABEL.owner]: owner,
          [RECORD_LABEL.version]: version2,
          [RECORD_LABEL.outcome]: PENDING,
          ...rollbackTo === void 0 ? {} : { [RECORD_LABEL.rollbackTo]: String(rollbackTo) }
        },
        data: JSON.stringify({ schema: 1, stack, seq })
      },
      fx
    );
    if (id === void 0) continue;
    return {
      seq,
      capture: /* @__PURE__ */ __name((within, leaving = []) => quietly(
        "what was deployed",
        within,
        () => capture(client, stack, { id, seq, changes, leaving }, within)
      ), "capture"),
      finish: /* @__PURE__ */ __name((end, keep, within) => quietly("how the deploy ended", within, async () => {
        await labelConfig(client, id, labelsOf(end), within);
        await prune(client, stack, keep, within);
      }).catch(
        (error) => (
          // The last thing that a deploy does: what it had to say itself goes first.
          within.log.warn(`how the deploy ended could not be recorded in the swarm: ${explain(error)}`)
        )
      ), "finish")
    };
  }
  throw new SwarmlineError("deploy-failed", `no name is free for the record of a deploy of ${stack}`, {
    hint: `remove what holds them: docker config ls --filter name=${base}`
  });
}
__name(beginRecord, "beginRecord");
var labelsOf = /* @__PURE__ */ __name(({ outcome, failure, undone }) => ({
  [RECORD_LABEL.outcome]: outcome,
  ...failure ? { [RECORD_LABEL.failure]: bounded(failure, MOST_OF_FAILURE) } : {},
  ...undone ? { [RECORD_LABEL.undone]: undone } : {}
}), "labelsOf");
async function quietly(what, fx, work) {
  try {
    await work();
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.warn(`${what} could not be recorded in the swarm: ${explain(error)}`);
  }
}
__name(quietly, "quietly");
async function capture(client, stack, header, fx) {
  const objects = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const parts = packSpecs({
    schema: 1,
    stack,
    seq: header.seq,
    services: objects.services.map((service) => service.Spec).filter(({ Name }) => !header.leaving.includes(Name)),
    networks: objects.networks.map((network) => network.Name),
    secrets: objects.secrets.map((secret) => secret.Spec.Name),
    configs: objects.configs.filter((c) => !isBook(c.Spec.Labels)).map((config) => config.Spec.Name),
    changes: header.changes
  });
  if (!parts) {
    fx.log.warn(`${stack} is too large to be recorded in the swarm: there is no way back to this deploy`);
    return;
  }
  for (const [i, text3] of parts.entries()) await writePart(client, stack, header.seq, i + 1, text3, fx);
  await labelConfig(client, header.id, { [RECORD_LABEL.parts]: String(parts.length) }, fx);
}
__name(capture, "capture");
async function writePart(client, stack, seq, part, text3, fx) {
  const { data, key } = seal(text3, placeOfPart(stack, seq, part));
  const name = `${secretBookName("deploy", stack, `${seq}-${newToken()}`, PART_ROOM)}.${part}`;
  const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq), [OUR_LABEL.sealedBy]: key };
  const id = await createConfig(client, { name, kind: "deploy-part", labels, data }, fx);
  if (id === void 0) throw new SwarmlineError("deploy-failed", `there is a config ${name} already`);
}
__name(writePart, "writePart");
async function sealEarlier(client, stack, records, fx) {
  for (const { seq, parts } of records)
    for (const part of parts.filter((each) => !isSealed(each))) {
      const text3 = textOf(part, seq);
      if (text3 === void 0) continue;
      await writePart(client, stack, seq, partOf(part), text3, fx);
      await removeConfig(client, part.ID, fx);
    }
}
__name(sealEarlier, "sealEarlier");
async function prune(client, stack, keep, fx) {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx);
  const records = recordsOf(configs);
  const outdated2 = outdatedRecords(records, keep);
  const doomed = outdated2.flatMap((record3) => [record3.header, ...record3.parts]);
  for (const { ID } of [...doomed, ...strayParts(configs, records)]) await removeConfig(client, ID, fx);
  await sealEarlier(
    client,
    stack,
    records.filter((record3) => !outdated2.includes(record3)),
    fx
  );
}
__name(prune, "prune");

// src/plain/hide-values.ts
var SHORTEST = 4;
function withoutValues(said, values) {
  const known = [...values].flatMap((value) => [value, ...value.split(/\r?\n/)]).map((value) => value.trim());
  const longestFirst = [...new Set(known)].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return withoutUrlSecrets(longestFirst.reduce((text3, value) => text3.replaceAll(value, HIDDEN), said));
}
__name(withoutValues, "withoutValues");

// src/stack/lint/ask-compose.ts
var TIMEOUT_MS = 3e4;
var NO_PLUGIN = /is not a docker command|unknown (shorthand )?flag|unknown command/i;
async function askCompose(request, fx) {
  const { docker, model, variables, projectDir } = request;
  const options = { cwd: projectDir, isChecked: false, isGroup: true, timeoutMs: TIMEOUT_MS };
  const input = renderStack(model);
  const said = await runWithoutEngine(fx.exec, docker, argumentsFor(projectDir), {
    ...options,
    input,
    signal: fx.signal
  }).then(
    ({ exitCode, stderr, stdout }) => exitCode === 0 ? "" : stderr.trim() || stdout.trim() || `it ended with ${exitCode}`,
    (error) => {
      if (fx.signal.aborted) throw error;
      return error?.code === "missing-tool" ? "unknown command" : explain(error);
    }
  );
  if (said === "") return;
  if (NO_PLUGIN.test(said)) fx.log.debug("no compose plugin: the stack files are not checked with it");
  else fx.log.warn(`docker compose rejects the stack files: ${withoutWhatItQuotes(said, variables)}`);
}
__name(askCompose, "askCompose");
var argumentsFor = /* @__PURE__ */ __name((projectDir) => [
  ...["compose", "--project-name", "stack", "--project-directory", projectDir],
  ...["--file", "-", "--env-file", "/dev/null", "config", "--quiet"]
], "argumentsFor");
var withoutWhatItQuotes = /* @__PURE__ */ __name((said, variables) => withoutValues(lastLine(said), Object.values(variables)).replace(
  /(unexpected character |invalid \w+ )("(?:[^"\\]|\\.)*"|'[^']*')(?:.*)/,
  `$1${HIDDEN}`
), "withoutWhatItQuotes");
var lastLine = /* @__PURE__ */ __name((said) => said.split("\n").findLast((line) => line.trim() !== "" && !/level=warning/.test(line)) ?? said, "lastLine");

// src/stack/lint/load.ts
import path9 from "node:path";

// src/effects/read-text.ts
import { open } from "node:fs/promises";
async function readText(file, maxBytes, shownAs = file) {
  const handle = await open(file, "r");
  try {
    const chunks = [];
    let length = 0;
    while (length <= maxBytes) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(64 * 1024) });
      if (bytesRead === 0) return Buffer.concat(chunks).toString("utf8");
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
  } finally {
    await handle.close();
  }
  throw new SwarmlineError("input", `${shownAs}:1:1: longer than ${maxBytes / 1024} KiB`, {
    hint: "split it"
  });
}
__name(readText, "readText");

// src/stack/read/interpolate.rules.ts
var NAME3 = /[_a-z][_a-z0-9]*/iy;
var OPERATION = /:?[-?+]/y;
var MAX_DEPTH = 20;
var MAX_LENGTH2 = 1024 * 1024;
var MAX_FAULTS = 50;
function interpolate(text3, variables) {
  return replace(text3, variables, 0);
}
__name(interpolate, "interpolate");
function replace(text3, variables, depth) {
  const faults = [];
  let value = "";
  let at = 0;
  while (at < text3.length) {
    const dollar = text3.indexOf("$", at);
    if (dollar === -1) break;
    value += text3.slice(at, dollar);
    const found = depth < MAX_DEPTH ? expression(text3, dollar + 1) : void 0;
    if (!found) return { value: "", faults: [...faults, { kind: "malformed", text: text3 }] };
    at = found.end;
    if (found.name === void 0) {
      value += "$";
      continue;
    }
    const result = resolve({ ...found, name: found.name }, variables, depth);
    value += result.value;
    faults.push(...result.faults);
    if (value.length > MAX_LENGTH2) return { value: "", faults: [...faults, { kind: "too-long" }] };
    if (faults.length > MAX_FAULTS) return { value: "", faults };
  }
  return { value: value + text3.slice(at), faults };
}
__name(replace, "replace");
function expression(text3, start) {
  if (text3[start] === "$") return { name: void 0, operation: "", rest: "", end: start + 1 };
  const isBraced = text3[start] === "{";
  const name = matchAt(NAME3, text3, isBraced ? start + 1 : start);
  if (name === void 0) return void 0;
  if (!isBraced) return { name, operation: "", rest: "", end: start + name.length };
  const after = start + 1 + name.length;
  if (text3[after] === "}") return { name, operation: "", rest: "", end: after + 1 };
  const operation = matchAt(OPERATION, text3, after);
  if (operation === void 0) return void 0;
  const from = after + operation.length;
  const close = closingBrace(text3, from);
  return close === -1 ? void 0 : { name, operation, rest: text3.slice(from, close), end: close + 1 };
}
__name(expression, "expression");
function matchAt(pattern, text3, at) {
  pattern.lastIndex = at;
  return pattern.exec(text3)?.[0];
}
__name(matchAt, "matchAt");
function closingBrace(text3, from) {
  let open2 = 0;
  for (let i = from; i < text3.length; i++) {
    if (text3[i] === "$" && text3[i + 1] === "{") open2++;
    else if (text3[i] === "}" && open2-- === 0) return i;
  }
  return -1;
}
__name(closingBrace, "closingBrace");
var HASH = /\$[\w-]+\$/;
function defaultOf(rest, variables, depth) {
  const result = replace(rest, variables, depth + 1);
  const isPlain = !rest.includes("${") && !rest.includes("$$");
  const isMeantPlain = HASH.test(rest) || result.faults.some(({ kind }) => kind === "malformed");
  return result.faults.length > 0 && isPlain && isMeantPlain ? { value: rest, faults: [] } : result;
}
__name(defaultOf, "defaultOf");
function resolve({ name, operation, rest }, variables, depth) {
  const given = Object.hasOwn(variables, name) ? variables[name] : void 0;
  const isMissing = given === void 0 || given === "" && operation.startsWith(":");
  const sign = operation.at(-1);
  if (sign === "+") return isMissing ? { value: "", faults: [] } : replace(rest, variables, depth + 1);
  if (!isMissing) return { value: given, faults: [] };
  if (sign === "-") return defaultOf(rest, variables, depth);
  return {
    value: "",
    faults: [sign === "?" ? { kind: "required", name, message: rest } : { kind: "unset", name }]
  };
}
__name(resolve, "resolve");

// src/stack/read/env-file.rules.ts
var ASSIGNMENT = /^(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]*)[ \t]*(?:=|:(?=[ \t]))[ \t]*/;
var BARE_NAME = /^(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*(?:#.*)?$/;
function parseEnvFile(text3, given, earlier = {}) {
  const variables = /* @__PURE__ */ Object.create(null);
  const faults = [];
  const known = Object.assign(/* @__PURE__ */ Object.create(null), earlier, given);
  const assign = /* @__PURE__ */ __name((name, value) => {
    variables[name] = value;
    if (!Object.hasOwn(given, name)) known[name] = value;
  }, "assign");
  const lines = text3.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const first = i + 1;
    const line = (lines[i] ?? "").trimStart();
    if (line === "" || line.startsWith("#") || BARE_NAME.test(line)) continue;
    const match = ASSIGNMENT.exec(line);
    const name = match?.groups?.name;
    if (!match || name === void 0) {
      faults.push({ line: first, what: "it is not KEY=VALUE" });
      continue;
    }
    const { raw, isLiteral, used, problem } = valueFrom(line.slice(match[0].length), lines, i + 1);
    i += used;
    if (problem) faults.push({ line: first, what: `${name}: ${problem}` });
    else if (isLiteral) assign(name, raw);
    else {
      const { value, faults: found } = interpolate(raw, known);
      assign(name, value);
      faults.push(...found.map((fault2) => ({ line: first, what: `${name}: ${inWords3(fault2)}` })));
    }
  }
  return { variables: { ...variables }, faults };
}
__name(parseEnvFile, "parseEnvFile");
function valueFrom(rest, lines, next) {
  const quote = rest[0];
  if (quote !== '"' && quote !== "'")
    return { raw: rest.replace(/(^|\s)#.*$/, "").trim(), isLiteral: false, used: 0 };
  const body = [];
  let line = rest.slice(1);
  for (let used = 0; line !== void 0; line = lines[next + used++]) {
    const end = closingQuote(line, quote);
    if (end !== -1) {
      if (!/^\s*(#.*)?$/.test(line.slice(end + 1)))
        return { raw: "", isLiteral: true, used, problem: "something follows the closing quote" };
      const inner = [...body, line.slice(0, end)].join("\n");
      return { raw: quote === '"' ? unescaped(inner) : inner, isLiteral: quote === "'", used };
    }
    body.push(line);
  }
  return { raw: "", isLiteral: true, used: 0, problem: "the quote is not closed" };
}
__name(valueFrom, "valueFrom");
function closingQuote(text3, quote) {
  for (let i = 0; i < text3.length; i++) {
    if (text3[i] === "\\" && quote === '"') i++;
    else if (text3[i] === quote) return i;
  }
  return -1;
}
__name(closingQuote, "closingQuote");
var ESCAPES = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\", $: "$$" };
var unescaped = /* @__PURE__ */ __name((text3) => text3.replace(/\\([nrt"\\$])/g, (_, letter) => ESCAPES[letter] ?? ""), "unescaped");
function inWords3(fault2) {
  if (fault2.kind === "malformed") return "a $ in it does not begin a variable (write it in single quotes)";
  if (fault2.kind === "too-long") return "its variables expand to more than 1 MiB";
  return fault2.kind === "unset" ? `the variable ${fault2.name} is not set` : `the variable ${fault2.name} is required`;
}
__name(inWords3, "inWords");

// src/stack/read/env-files.rules.ts
function parseServiceEnv(text3, variables) {
  const { variables: composed, faults } = parseEnvFile(text3, variables);
  const plain = plainLines(text3, variables);
  const byLine = new Map(plain.map((entry) => [entry.line, entry]));
  const values = new Map(Object.entries(composed));
  for (const { name, value, isBare } of plain) if (isBare && !values.has(name)) values.set(name, value);
  const taken = faults.flatMap(({ line }) => byLine.get(line) ?? []);
  for (const { name, value } of taken) values.set(name, value);
  const last = new Map(plain.map((entry) => [entry.name, entry]));
  const differing = [...last.values()].filter(
    ({ name, value }) => values.has(name) && values.get(name) !== value
  );
  const lines = new Set([...differing, ...taken].map(({ line }) => line));
  return {
    values: Object.fromEntries(values),
    faults: faults.filter(({ line }) => !byLine.has(line)),
    differing: [...lines].toSorted((a, b) => a - b)
  };
}
__name(parseServiceEnv, "parseServiceEnv");
function plainLines(text3, variables) {
  return text3.replace(/^\uFEFF/, "").split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.trimStart();
    const at = line.indexOf("=");
    const name = at < 0 ? line : line.slice(0, at);
    if (name === "" || line.startsWith("#") || /\s/.test(name)) return [];
    const value = at < 0 ? Object.hasOwn(variables, name) ? variables[name] : void 0 : line.slice(at + 1);
    return value === void 0 ? [] : [{ line: index + 1, name, value, isBare: at < 0 }];
  });
}
__name(plainLines, "plainLines");
function withEnvironment(service, files, variables) {
  const { env_file: _, ...rest } = service;
  const said = Object.assign({}, ...files, record(service.environment));
  if (Object.keys(said).length === 0) return rest;
  const environment = Object.entries(said).map(([name, value]) => [
    name,
    value === null && Object.hasOwn(variables, name) ? variables[name] : value
  ]);
  return { ...rest, environment: Object.fromEntries(environment) };
}
__name(withEnvironment, "withEnvironment");

// src/stack/read/check-env-files.ts
async function checkEnvFiles(model, variables, found, shown3) {
  const files = Object.values(mapping(own(model, "services"))).flatMap(
    (service) => envFilePaths(mapping(service))
  );
  for (const file of new Set(files)) {
    const text3 = await readText(file, YAML_BUDGET.bytes).catch(() => void 0);
    const at = /* @__PURE__ */ __name((line) => ({ file: shown3(file), line }), "at");
    if (text3 === void 0) {
      found.add("error", "missing-file", at(1), "the env file cannot be read", {
        hint: "make it readable for this user"
      });
      continue;
    }
    const { faults, differing } = parseServiceEnv(text3, variables);
    for (const { line, what } of faults)
      found.add("error", "bad-env-file", at(line), what, { hint: "write KEY=VALUE, one on a line" });
    const [first, ...others] = differing;
    if (first === void 0) continue;
    const also = others.length > 0 ? ` (and on ${others.length > 1 ? "lines" : "line"} ${shortList(others)})` : "";
    found.add(
      "warning",
      "env-file-form",
      at(first),
      `quotes, comments and variables are read as docker compose reads them${also}, and docker stack deploy alone does not`,
      { hint: "write values without quotes and comments, and both read the same" }
    );
  }
}
__name(checkEnvFiles, "checkEnvFiles");
var MOST = 10;
var shortList = /* @__PURE__ */ __name((lines) => [...lines.slice(0, MOST), ...lines.length > MOST ? ["\u2026"] : []].join(", "), "shortList");

// src/stack/read/compose-file.ts
async function readComposeFile(file, shownAs = file) {
  const text3 = await readText(file, YAML_BUDGET.bytes, shownAs).catch((cause) => {
    if (cause instanceof SwarmlineError) throw cause;
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "name the stack file with --compose-file",
      cause
    });
  });
  return parseComposeFile(file, text3, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/stack/read/contents/gather.ts
import { readFile, stat } from "node:fs/promises";
import path4 from "node:path";

// src/stack/read/contents/content.ts
var LIMIT_BYTES = { secret: 512e3, config: 1024e3 };

// src/stack/read/contents/gather.ts
async function gatherContents(request) {
  const sources = contentSources(request.model);
  for (const kind of ["secret", "config"])
    for (const name of Object.keys(request.given?.[`${kind}s`] ?? {}))
      if (!sources.some((source) => source.kind === kind && source.name === name))
        throw new SwarmlineError(
          "input",
          `a content is given for the ${kind} ${name}, which the stack does not make`,
          {
            hint: `name one under ${kind}s: in the stack file, or leave it out`
          }
        );
  return Promise.all(sources.map((source) => gather(source, request)));
}
__name(gatherContents, "gatherContents");
async function gather(source, { projectDir, variables, given, shown: shown3 = showPathsFrom(process.cwd()) }) {
  const { kind, name } = source;
  const known = given?.[`${kind}s`]?.[name];
  if (known !== void 0) return sized({ kind, name, bytes: Buffer.from(known) });
  switch (source.from) {
    case "file": {
      const file = path4.resolve(projectDir, source.path);
      return sized({ kind, name, bytes: await readRegular(kind, name, file, shown3(file)) });
    }
    case "environment": {
      const value = variables[source.variable];
      if (value === void 0)
        throw fault(
          kind,
          name,
          `the variable ${source.variable} is not set`,
          "set it, or give the content by standard input"
        );
      return sized({ kind, name, bytes: Buffer.from(value) });
    }
    case "model":
      return sized({ kind, name, bytes: Buffer.from(source.text) });
    case "nowhere":
      throw fault(kind, name, "it has no content", "give it file:, environment: or external: true");
  }
}
__name(gather, "gather");
async function readRegular(kind, name, file, shownAs) {
  const found = await stat(file).catch(() => void 0);
  if (!found)
    throw fault(
      kind,
      name,
      `there is no ${shownAs}`,
      kind === "secret" ? `create it: (umask 077; openssl rand -hex 24 > ${shownAs})` : "create it, or correct file:"
    );
  if (!found.isFile())
    throw fault(kind, name, `${shownAs} is not a regular file`, "give the content by standard input instead");
  if (found.size >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, found.size);
  return readFile(file).catch((cause) => {
    throw fault(kind, name, `${shownAs} cannot be read`, "make it readable for this user", cause);
  });
}
__name(readRegular, "readRegular");
function sized(content) {
  const { kind, name, bytes } = content;
  if (bytes.length >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, bytes.length);
  if (bytes.length === 0)
    throw fault(kind, name, "its content is empty, which a swarm refuses", "give it at least one byte");
  return content;
}
__name(sized, "sized");
var tooLarge = /* @__PURE__ */ __name((kind, name, bytes) => fault(
  kind,
  name,
  `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
  "put large files into the image or a volume"
), "tooLarge");
var fault = /* @__PURE__ */ __name((kind, name, what, hint, cause) => new SwarmlineError("input", `${kind} ${name}: ${what}`, { hint, ...cause === void 0 ? {} : { cause } }), "fault");

// src/stack/read/named-files.ts
import { stat as stat2 } from "node:fs/promises";
var namedFiles = /* @__PURE__ */ __name((model, given) => [
  ...Object.values(mapping(own(model, "services"))).flatMap((service) => envFilePaths(mapping(service))),
  ...["secrets", "configs"].flatMap(
    (section) => fileSources(model, section).flatMap(({ name, path: path11 }) => given[section].includes(name) ? [] : [path11])
  )
], "namedFiles");
async function existingFiles(model) {
  const named = Object.values(mapping(own(model, "services"))).flatMap(
    (service) => envFilePaths(mapping(service))
  );
  const there = await Promise.all(named.map(async (file) => await isFile(file) ? [file] : []));
  return new Set(there.flat());
}
__name(existingFiles, "existingFiles");
async function plannedFiles(model, origins, found, given, shown3) {
  const planned = ["secret", "config"].flatMap(
    (kind) => fileSources(model, `${kind}s`).filter(({ name }) => !given[`${kind}s`].includes(name)).map(({ name, path: path11 }) => ({ kind, name, path: path11 }))
  );
  for (const { kind, name, path: path11 } of planned) {
    const bytes = await sizeOf(path11);
    const wrong2 = bytes === 0 ? ["its content is empty, which a swarm refuses", "give it at least one byte"] : bytes !== void 0 && bytes >= LIMIT_BYTES[kind] ? [
      `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
      "put large files into the image or a volume"
    ] : void 0;
    if (wrong2)
      found.add(
        "error",
        `bad-${kind}`,
        origins.of(mapping(own(model, `${kind}s`)), name),
        `${kind} ${name}: ${wrong2[0]}`,
        {
          hint: wrong2[1]
        }
      );
    if (bytes !== void 0) continue;
    found.add(
      "error",
      `missing-${kind}`,
      origins.of(mapping(own(model, `${kind}s`)), name),
      `${kind} ${name}: there is no ${shown3(path11)}`,
      {
        hint: kind === "secret" ? `create it: (umask 077; openssl rand -hex 24 > ${shown3(path11)})` : "create it, or correct file:"
      }
    );
  }
  return planned;
}
__name(plannedFiles, "plannedFiles");
var sizeOf = /* @__PURE__ */ __name((file) => stat2(file).then(
  (found) => found.isFile() ? found.size : void 0,
  () => void 0
), "sizeOf");
var isFile = /* @__PURE__ */ __name((file) => stat2(file).then(
  (found) => found.isFile(),
  () => false
), "isFile");

// src/stack/read/read-files.ts
import path8 from "node:path";

// src/stack/read/merge.rules.ts
var REPLACED = /^services\.[^.]+\.(command|entrypoint|healthcheck\.test)$/;
var IDENTITY = [
  [/^services\.[^.]+\.ports$/, portIdentity],
  [/^services\.[^.]+\.volumes$/, (item) => `target ${String(item.target)}`],
  [/^services\.[^.]+\.(secrets|configs)$/, (item) => `target ${String(item.target ?? item.source)}`],
  [/^services\.[^.]+\.env_file$/, (item) => `path ${String(item.path)}`]
];
function portIdentity({ target, published, protocol = "tcp", mode = "ingress" }) {
  return published === void 0 || published === null ? `inside ${String(target)}/${String(protocol)}` : `outside ${String(published)}/${String(protocol)} ${String(mode)}`;
}
__name(portIdentity, "portIdentity");
var SOURCES = ["file", "environment", "content", "external", "driver"];
function merge(base, top, origins, path11 = "") {
  if (isMapping(base) && isMapping(top)) return mergeMappings(base, top, origins, path11);
  if (REPLACED.test(path11)) return top ?? base;
  if (Array.isArray(base) && Array.isArray(top)) return mergeLists(base, top, origins, path11);
  return top ?? base;
}
__name(merge, "merge");
function mergeMappings(base, top, origins, path11) {
  const made = {};
  const isReplaced = replacedKeys(base, top, path11);
  for (const key of Object.keys(base)) {
    if (isReplaced(key) && !Object.hasOwn(top, key)) continue;
    put(made, key, own(base, key));
    origins.copy(base, key, made);
  }
  for (const key of Object.keys(top)) {
    const tag = origins.tagOf(top, key);
    const below = own(made, key);
    if (tag === "reset") {
      delete made[key];
      continue;
    }
    const isKept = tag === "override" || below === void 0 || origins.tagOf(base, key) === "reset";
    const value = isKept ? own(top, key) : merge(below, own(top, key), origins, path11 ? `${path11}.${key}` : key);
    if (value === below && value !== void 0 && own(top, key) === null) continue;
    put(made, key, value);
    origins.copy(top, key, made);
  }
  return made;
}
__name(mergeMappings, "mergeMappings");
function replacedKeys(base, top, path11) {
  if (/^(secrets|configs)\.[^.]+$/.test(path11) && SOURCES.some((key) => Object.hasOwn(top, key)))
    return (key) => SOURCES.includes(key);
  const isOtherDriver = top.driver !== void 0 && base.driver !== void 0 && top.driver !== base.driver;
  if (/^services\.[^.]+\.logging$/.test(path11) && isOtherDriver) return () => true;
  return () => false;
}
__name(replacedKeys, "replacedKeys");
function mergeLists(base, top, origins, path11) {
  const identity = IDENTITY.find(([pattern]) => pattern.test(path11))?.[1];
  const idOf = /* @__PURE__ */ __name((item) => identity && isMapping(item) ? identity(item) : identity && typeof item === "string" ? `path ${item}` : JSON.stringify(item), "idOf");
  const made = [];
  const at = /* @__PURE__ */ new Map();
  for (const list4 of [base, top])
    for (const [i, item] of list4.entries()) {
      const id = idOf(item);
      const place = at.get(id) ?? made.length;
      at.set(id, place);
      made[place] = item;
      origins.copy(list4, i, made, place);
    }
  return made;
}
__name(mergeLists, "mergeLists");
function settled(value, origins) {
  if (Array.isArray(value)) {
    const made2 = value.map((item) => settled(item, origins));
    for (const i of value.keys()) origins.copy(value, i, made2);
    return made2;
  }
  if (!isMapping(value)) return value;
  const made = {};
  for (const key of Object.keys(value)) {
    if (origins.tagOf(value, key) === "reset") continue;
    put(made, key, settled(own(value, key), origins));
    origins.copy(value, key, made);
  }
  return made;
}
__name(settled, "settled");

// src/stack/read/source-reader.ts
import path7 from "node:path";

// src/stack/read/short-forms.rules.ts
import path5 from "node:path";
function longPorts(text3) {
  const [, address = "", protocol = "tcp"] = /^(.*?)(?:\/([a-z]+))?$/i.exec(text3.trim()) ?? [];
  const parts = address.split(":");
  const target = parts.at(-1) ?? "";
  const published = parts.at(-2) ?? "";
  const ip = parts.slice(0, -2).join(":");
  if (!isRange(target) || !(published === "" || isRange(published)) || !(ip === "" || isAddress(ip)))
    return void 0;
  const targets = range2(target, 1);
  const outer = published === "" ? void 0 : range2(published, 0);
  if (!targets || published !== "" && !outer) return void 0;
  const pairs2 = outer ? pair(outer, targets) : targets.map((port) => [0, port]);
  return pairs2?.map(([out, port]) => ({
    mode: "ingress",
    target: port,
    ...out === 0 ? {} : { published: out },
    protocol: protocol.toLowerCase(),
    ...ip === "" ? {} : { host_ip: ip }
  }));
}
__name(longPorts, "longPorts");
var isRange = /* @__PURE__ */ __name((text3) => /^\d+(?:-\d+)?$/.test(text3), "isRange");
var isAddress = /* @__PURE__ */ __name((text3) => /^\d+\.\d+\.\d+\.\d+$/.test(text3) || /^(?:\[[0-9a-f:.]*:[0-9a-f:.]*\]|[0-9a-f:.]*:[0-9a-f:.]*)$/i.test(text3), "isAddress");
function pair(outer, targets) {
  const [only] = targets;
  if (targets.length !== 1 && targets.length !== outer.length) return void 0;
  return outer.map((port, i) => [port, targets.length === 1 ? only ?? 0 : targets[i] ?? 0]);
}
__name(pair, "pair");
function range2(text3, least) {
  const [from = 0, to = from] = text3.split("-").map(Number);
  if (from < least || to < from || to > 65535) return void 0;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
__name(range2, "range");
var PROPAGATION = /^r?(shared|slave|private)$/;
function longVolume2(text3) {
  const parts = text3.split(":");
  const joined2 = [];
  for (const part of parts) {
    const last = joined2.at(-1);
    if (last !== void 0 && /^[a-z]$/i.test(last) && part.startsWith("\\"))
      joined2[joined2.length - 1] = `${last}:${part}`;
    else joined2.push(part);
  }
  const [first = "", target, options = "", tooMany] = joined2;
  if (first === "" || tooMany !== void 0 || target === "") return void 0;
  if (target === void 0) return { volume: { type: "volume", target: first }, ignored: [] };
  const isPath = /^[./~\\]|^[a-z]:\\/i.test(first);
  const volume = { type: isPath ? "bind" : "volume", source: first, target };
  const ignored = [];
  for (const option of options.split(",").filter(Boolean)) {
    if (option === "ro") volume.read_only = true;
    else if (option === "nocopy") volume.volume = { nocopy: true };
    else if (PROPAGATION.test(option)) volume.bind = { propagation: option };
    else if (option !== "rw") ignored.push(option);
  }
  return { volume, ignored };
}
__name(longVolume2, "longVolume");
function pairs(list4, alone) {
  const found = [];
  for (const item of list4) {
    if (typeof item !== "string") return void 0;
    const at = item.indexOf("=");
    found.push(at === -1 ? [item, alone] : [item.slice(0, at), item.slice(at + 1)]);
  }
  return found;
}
__name(pairs, "pairs");
function hostLines(value) {
  const line = /* @__PURE__ */ __name((host, ip) => `${host}:${String(ip).replace(/^\[(.*)\]$/, "$1")}`, "line");
  if (Array.isArray(value)) {
    if (!value.every((item) => typeof item === "string" && /^[^:=]+[:=].+/.test(item))) return void 0;
    return value.map((item) => {
      const at = item.search(/[:=]/);
      return line(item.slice(0, at), item.slice(at + 1));
    });
  }
  if (!isMapping(value)) return void 0;
  return Object.entries(value).flatMap(
    ([host, ip]) => (Array.isArray(ip) ? ip : [ip]).filter((one) => one !== null).map((one) => line(host, one))
  );
}
__name(hostLines, "hostLines");
var absolute = /* @__PURE__ */ __name((file, baseDir) => path5.isAbsolute(file) || /^[a-z]:\\/i.test(file) ? file : path5.resolve(baseDir, file), "absolute");

// src/stack/read/canonical.rules.ts
var MAX_PORTS2 = 2e4;
var LISTS = ["dns", "dns_search", "env_file", "tmpfs", "profiles"];
function canonicalise(model, request) {
  for (const [name, service] of Object.entries(mapping(own(model, "services"))))
    if (isMapping(service)) canonicalService(name, service, request);
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const value of Object.values(mapping(own(model, section)))) {
      if (!isMapping(value)) continue;
      asMapping(value, "labels", "", request.origins);
      const file = own(value, "file");
      if ((section === "secrets" || section === "configs") && typeof file === "string")
        value.file = absolute(file, request.baseDir);
    }
}
__name(canonicalise, "canonicalise");
function canonicalService(name, service, request) {
  const { origins, baseDir, found } = request;
  asMapping(service, "environment", null, origins);
  for (const key of ["labels", "sysctls"]) asMapping(service, key, "", origins);
  const deploy3 = own(service, "deploy");
  if (isMapping(deploy3)) asMapping(deploy3, "labels", "", origins);
  for (const key of LISTS) asList(service, key, origins);
  for (const key of ["networks", "depends_on"]) namesAsMapping(service, key, origins);
  const hosts2 = own(service, "extra_hosts");
  if (isMapping(hosts2) && Object.values(hosts2).some(Array.isArray))
    found.translate(
      origins.of(service, "extra_hosts"),
      `extra_hosts: ${inLine(hosts2)}`,
      `extra_hosts: ${inLine(hostLines(hosts2))}`
    );
  rewrite(service, "extra_hosts", origins, hostLines);
  let ports = 0;
  eachItem(service, "ports", origins, (item, i, list4) => {
    const long = typeof item === "string" || typeof item === "number" ? longPorts(String(item)) : void 0;
    ports += long?.length ?? 1;
    if (ports <= MAX_PORTS2) return long;
    found.add("error", "too-large", origins.of(list4, i), `it has more than ${MAX_PORTS2} ports`, {
      service: name,
      hint: "name those that are used"
    });
    return [];
  });
  for (const key of ["secrets", "configs"])
    eachItem(service, key, origins, (item) => typeof item === "string" ? [{ source: item }] : void 0);
  eachItem(service, "env_file", origins, (item) => {
    if (typeof item === "string") return [absolute(item, baseDir)];
    if (!isMapping(item) || typeof item.path !== "string") return void 0;
    return [{ ...item, path: absolute(item.path, baseDir) }];
  });
  mounts(name, service, request);
}
__name(canonicalService, "canonicalService");
function mounts(name, service, { baseDir, origins, found }) {
  eachItem(service, "volumes", origins, (item, i, list4) => {
    const place = origins.of(list4, i);
    const short2 = typeof item === "string" ? longVolume2(item) : void 0;
    for (const option of short2?.ignored ?? [])
      found.add("warning", "ignored-key", place, `the mount option ${option} is ignored in a swarm`, {
        service: name
      });
    const mount2 = short2?.volume ?? (isMapping(item) ? item : void 0);
    if (!mount2) return void 0;
    const source = own(mount2, "source");
    if (own(mount2, "type") !== "bind" || typeof source !== "string") return short2 ? [mount2] : void 0;
    if (source.startsWith("~")) {
      found.add("error", "home-directory", place, `${source} is a different folder for everybody`, {
        service: name,
        hint: "write the whole path of the folder on the nodes"
      });
      return [mount2];
    }
    const whole = absolute(source, baseDir);
    if (whole !== source)
      found.add(
        "info",
        "relative-bind-mount",
        place,
        `${source} is a folder of this machine, and must exist on every node`,
        {
          service: name,
          hint: "use a config, a volume, or a path that every node has"
        }
      );
    mount2.source = whole;
    return short2 ? [mount2] : void 0;
  });
}
__name(mounts, "mounts");
function rewrite(target, key, origins, form) {
  const value = own(target, key);
  if (value === void 0 || value === null || origins.tagOf(target, key) === "reset") return;
  const made = form(value);
  if (made === void 0) return;
  const place = origins.of(target, key);
  if (typeof made === "object" && made !== null) {
    for (const each of Object.keys(made))
      if (!origins.of(made, each)) origins.set(made, each, placeIn3(value, each, origins) ?? place);
  }
  put(target, key, made);
}
__name(rewrite, "rewrite");
var placeIn3 = /* @__PURE__ */ __name((container, key, origins) => typeof container === "object" && container !== null ? origins.of(container, key) : void 0, "placeIn");
function asMapping(target, key, alone, origins) {
  rewrite(target, key, origins, (value) => {
    const found = Array.isArray(value) ? pairs(value, alone) : void 0;
    return found && listedAs(value, found, origins);
  });
}
__name(asMapping, "asMapping");
function namesAsMapping(target, key, origins) {
  rewrite(
    target,
    key,
    origins,
    (value) => Array.isArray(value) && value.every((item) => typeof item === "string") ? listedAs(
      value,
      value.map((name) => [name, null]),
      origins
    ) : void 0
  );
}
__name(namesAsMapping, "namesAsMapping");
function listedAs(list4, entries2, origins) {
  const made = {};
  for (const [i, [name, value]] of entries2.entries()) {
    put(made, name, value);
    origins.copy(list4, i, made, name);
  }
  return made;
}
__name(listedAs, "listedAs");
function asList(target, key, origins) {
  rewrite(target, key, origins, (value) => isScalarValue(value) ? [value] : void 0);
}
__name(asList, "asList");
function eachItem(target, key, origins, form) {
  rewrite(target, key, origins, (value) => {
    if (!Array.isArray(value)) return void 0;
    const made = [];
    for (const [i, item] of value.entries())
      for (const each of form(item, i, value) ?? [item]) {
        origins.copy(value, i, made, made.length);
        if (isMapping(each))
          for (const inner of Object.keys(each)) {
            if (isMapping(item)) origins.copy(item, inner, each);
            else origins.set(each, inner, origins.of(value, i));
          }
        made.push(each);
      }
    return made;
  });
}
__name(eachItem, "eachItem");

// src/stack/read/extends.ts
var MAX_CHAIN = 50;
async function withBases(source, reader, trail) {
  const services = mapping(own(source.model, "services"));
  for (const name of Object.keys(services)) {
    const extended = await extendedBy(source, name, reader, trail, []);
    if (extended) put(services, name, extended);
  }
}
__name(withBases, "withBases");
async function extendedBy(source, name, reader, trail, seen) {
  const services = mapping(own(source.model, "services"));
  const service = own(services, name);
  if (!isMapping(service)) return void 0;
  const { extends: _, ...rest } = service;
  for (const key of Object.keys(rest)) reader.origins.copy(service, key, rest);
  const base = own(service, "extends");
  if (base === void 0 || base === null) return service;
  const found = await baseOf(source, name, base, reader, trail, [...seen, name]);
  if (found) reader.found.translate(reader.origins.of(service, "extends"), `extends: ${inLine(base)}`, "");
  return found ? merge(found, rest, reader.origins, `services.${name}`) : rest;
}
__name(extendedBy, "extendedBy");
async function baseOf(source, name, base, reader, trail, seen) {
  const { origins, found } = reader;
  const service = mapping(own(mapping(own(source.model, "services")), name));
  const refuse3 = /* @__PURE__ */ __name((text3, hint) => {
    found.add("error", "refused-key", origins.of(service, "extends"), `extends: ${text3}`, {
      service: name,
      hint
    });
  }, "refuse");
  if (seen.length > MAX_CHAIN || trail.length > MAX_CHAIN)
    return refuse3(`more than ${MAX_CHAIN} services extend one another`, "shorten the chain");
  const wanted = isMapping(base) ? own(base, "service") : base;
  const file = isMapping(base) ? own(base, "file") : void 0;
  if (typeof wanted !== "string") return refuse3("it names no service", "write extends: {service: \u2026}");
  if (typeof file === "string") {
    const place = beside(source.file, file);
    if (trail.includes(place) && place !== source.file.path)
      return refuse3(`${file} leads back to itself`, "remove one of the two");
    if (place !== source.file.path) {
      const other = await reader.read(place, void 0, trail);
      return serviceIn(other, wanted, refuse3);
    }
  }
  if (seen.includes(wanted)) return refuse3(`${wanted} leads back to itself`, "remove one of the two");
  if (!serviceIn(source, wanted, refuse3)) return void 0;
  return extendedBy(source, wanted, reader, trail, seen);
}
__name(baseOf, "baseOf");
function serviceIn(source, wanted, refuse3) {
  const services = mapping(own(source.model, "services"));
  const service = own(services, wanted);
  if (isMapping(service)) return service;
  const near = nearest(wanted, Object.keys(services));
  return refuse3(
    `${source.file.shownAs} has no service ${wanted}`,
    near ? `did you mean ${near}?` : "correct the name"
  );
}
__name(serviceIn, "serviceIn");

// src/stack/read/plain-model.rules.ts
var import_yaml7 = __toESM(require_dist(), 1);
var SECTIONS5 = ["name", "include", "services", "networks", "volumes", "secrets", "configs"];
function plainModel(file, variables, origins) {
  const reading = new Reading(file, variables, origins);
  const model = {};
  const root = file.document.contents;
  try {
    if ((0, import_yaml7.isMap)(root)) reading.fill(model, root, []);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { model: {}, faults: [], problem: error.message };
  }
  return { model, faults: reading.faults, problem: void 0 };
}
__name(plainModel, "plainModel");
var TooMuch = class extends Error {
  static {
    __name(this, "TooMuch");
  }
};
var Reading = class {
  static {
    __name(this, "Reading");
  }
  faults = [];
  /** Characters that came out of variables. */
  #count = 0;
  #file;
  #variables;
  #origins;
  constructor(file, variables, origins) {
    this.#file = file;
    this.#variables = variables;
    this.#origins = origins;
  }
  fill(target, node, path11) {
    if (!(0, import_yaml7.isMap)(node)) return;
    for (const { key, value } of node.items) {
      if ((0, import_yaml7.isScalar)(key) && isMergeKey(key)) this.#mergeIn(target, value, path11);
      else {
        const name = (0, import_yaml7.isScalar)(key) ? keyText2(key) : keyText(key, this.#file.yaml.targets);
        this.#place(target, name, key, value, [...path11, name]);
      }
    }
  }
  /** `<<:` gives what the mapping does not say itself. */
  #mergeIn(target, value, path11) {
    const source = this.#unalias(value);
    for (const node of (0, import_yaml7.isSeq)(source) ? source.items.map((item) => this.#unalias(item)) : [source]) {
      const merged = {};
      if (node) this.fill(merged, node, path11);
      for (const key of Object.keys(merged)) {
        if (Object.hasOwn(target, key)) continue;
        put(target, key, own(merged, key));
        this.#origins.copy(merged, key, target);
      }
    }
  }
  #place(target, name, keyNode, value, path11) {
    const [result, isSubstituted] = this.#value(value, path11);
    put(target, name, result);
    this.#origins.set(target, name, this.#placeOf(keyNode, isSubstituted), tagOf(value));
  }
  #value(given, path11) {
    const node = this.#unalias(given);
    if ((0, import_yaml7.isMap)(node)) {
      const made = {};
      this.fill(made, node, path11);
      return [made, false];
    }
    if ((0, import_yaml7.isSeq)(node)) {
      const made = [];
      for (const [i, item] of node.items.entries()) {
        const [value, isSubstituted] = this.#value(item, [...path11, String(i)]);
        made.push(value);
        const placed = (0, import_yaml7.isMap)(item) || (0, import_yaml7.isScalar)(item) || (0, import_yaml7.isAlias)(item) || (0, import_yaml7.isSeq)(item) ? item : node;
        this.#origins.set(made, i, this.#placeOf(placed, isSubstituted));
      }
      return [made, false];
    }
    return (0, import_yaml7.isScalar)(node) ? this.#scalar(node, path11) : [null, false];
  }
  #scalar(node, path11) {
    const value = scalarValue(node);
    if (typeof value !== "string" || !value.includes("$") || !SECTIONS5.includes(path11[0] ?? ""))
      return [value, false];
    const { value: replaced, faults } = interpolate(value, this.#variables);
    const place = this.#placeOf(node, false);
    this.#count += replaced.length;
    if (this.#count > YAML_BUDGET.characters) throw new TooMuch("the variables in it expand to too much text");
    for (const fault2 of faults) this.faults.push({ fault: fault2, place });
    return [replaced, replaced !== value];
  }
  #unalias(node) {
    return this.#file.yaml.meant(node);
  }
  #placeOf(node, isSubstituted) {
    const place = { file: this.#file.shownAs, line: this.#file.lineOf(node) };
    return isSubstituted ? { ...place, isSubstituted } : place;
  }
};
var keyText2 = /* @__PURE__ */ __name((key) => typeof key.value === "number" && key.source !== void 0 ? key.source : String(key.value), "keyText");
function scalarValue({ value, source = "" }) {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "number")
    return typeof value === "symbol" ? String(value.description) : value ?? null;
  if (/^[-+]?0[0-7]+$/.test(source)) return Number.parseInt(source, 8);
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source)) ? value : source;
}
__name(scalarValue, "scalarValue");
var tagOf = /* @__PURE__ */ __name((node) => {
  const tag = node && "tag" in node ? node.tag : void 0;
  return tag === "!reset" ? "reset" : tag === "!override" ? "override" : void 0;
}, "tagOf");

// src/stack/read/within.ts
import { realpath } from "node:fs/promises";
import path6 from "node:path";
async function requireWithin(root, files, shown3) {
  if (root === void 0) return;
  const top = await realpath(root);
  const outside = [];
  for (const file of new Set(files)) {
    const place = await realpath(file).catch(() => path6.resolve(file));
    if (!place.startsWith(top === path6.sep ? top : top + path6.sep)) outside.push(shown3(file));
  }
  if (outside.length === 0) return;
  throw new SwarmlineError("input", `the stack reads files outside the workspace: ${outside.join(", ")}`, {
    hint: "move them into the workspace, or allow it: allow-outside-files: true"
  });
}
__name(requireWithin, "requireWithin");

// src/stack/read/source-reader.ts
var MAX_FILES = 100;
var SourceReader = class {
  static {
    __name(this, "SourceReader");
  }
  /** Every file that was read. */
  files = [];
  #known = /* @__PURE__ */ new Map();
  variables;
  origins;
  found;
  shown;
  /** Of files that are on no disk, by path. */
  texts;
  root;
  /** @param root nothing outside of this folder is read on a file's word; `undefined`: anything may be */
  constructor(variables, origins, found, shown3, root, texts4 = {}) {
    this.root = root;
    this.variables = variables;
    this.origins = origins;
    this.found = found;
    this.shown = shown3;
    this.texts = texts4;
  }
  /**
   * @param baseDir where its relative paths start; the file's own folder if it is not given
   * @param trail the files that led to it, for the circle to be seen
   * @throws `input` for a file that cannot be read or parsed
   */
  read(file, baseDir = path7.dirname(path7.resolve(file)), trail = []) {
    const key = `${path7.resolve(file)}\0${baseDir}`;
    const reading = this.#known.get(key) ?? this.#read(file, baseDir, trail);
    this.#known.set(key, reading);
    return reading;
  }
  async #read(place, baseDir, trail) {
    const { variables, origins, found } = this;
    if (trail.length > 0) await requireWithin(this.root, [place], this.shown);
    const given = Object.hasOwn(this.texts, path7.resolve(place)) ? this.texts[path7.resolve(place)] : void 0;
    const file = given === void 0 ? await readComposeFile(place, this.shown(place)) : parseComposeFile(place, given, "standard input");
    if (!this.files.some((each) => each.path === file.path)) this.files.push(file);
    const { model, faults, problem } = plainModel(file, variables, origins);
    if (problem) found.add("error", "too-large", { file: file.shownAs, line: 1 }, problem);
    for (const { fault: fault2, place: place2 } of faults)
      found.add("error", `variable-${fault2.kind}`, place2, inWords4(fault2), { hint: wayOut(fault2) });
    canonicalise(model, { baseDir, origins, found });
    const source = { file, model };
    await withBases(source, this, [...trail, file.path]);
    return { file, model: await this.#withIncluded(source, [...trail, file.path]) };
  }
  /** Lays a file over what it includes. A service that both have is an error: neither is meant to win. */
  async #withIncluded({ file, model }, trail) {
    const included = own(model, "include");
    delete model.include;
    if (included === void 0 || included === null) return model;
    let base = {};
    for (const [i, item] of sequence(included).entries()) {
      const place = this.origins.of(sequence(included), i);
      const refuse3 = /* @__PURE__ */ __name((text3, hint) => this.found.add("error", "refused-key", place, `include: ${text3}`, { hint }), "refuse");
      const given = isMapping(item) ? own(item, "path") : item;
      const paths = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === "string");
      if (paths.length === 0 || paths.some((each) => /^[a-z]+:|^git@/i.test(each)))
        refuse3("only files of this machine can be included", "give a path");
      else if (isMapping(item) && own(item, "env_file") != null)
        refuse3("env_file is not read", "give it with --env-file");
      else {
        const dir = isMapping(item) ? own(item, "project_directory") : void 0;
        const start = path7.resolve(
          path7.dirname(file.path),
          typeof dir === "string" ? dir : path7.dirname(paths[0] ?? "")
        );
        let one = {};
        for (const each of paths) {
          const other = beside(file, each);
          if (this.#isCircle(other, trail))
            refuse3(`${each} leads back to itself`, "remove one of the includes");
          else one = merge(one, (await this.read(other, start, trail)).model, this.origins);
        }
        this.found.translate(place, `include: ${inLine(item)}`, "");
        this.#refuseTwice(base, one);
        base = merge(base, one, this.origins);
      }
    }
    if (!Array.isArray(included))
      this.found.add("error", "wrong-type", this.origins.of(model, "include"), "include must be a list");
    this.#refuseTwice(base, model);
    return merge(base, model, this.origins);
  }
  #refuseTwice(base, top) {
    const services = mapping(own(top, "services"));
    for (const name of Object.keys(services))
      if (Object.hasOwn(mapping(own(base, "services")), name))
        this.found.add(
          "error",
          "contradiction",
          this.origins.of(services, name),
          "an included file has a service of this name too",
          {
            service: name,
            hint: "use extends, or give both files with --compose-file"
          }
        );
  }
  #isCircle(file, trail) {
    return trail.includes(file) || this.files.length > MAX_FILES;
  }
};
function inWords4(fault2) {
  switch (fault2.kind) {
    case "unset":
      return `the variable ${fault2.name} is not set`;
    case "required":
      return `the variable ${fault2.name} is required${fault2.message ? `: ${fault2.message}` : ""}`;
    case "malformed":
      return "a $ that does not begin a variable";
    case "too-long":
      return "the variables in it expand to more than 1 MiB";
  }
}
__name(inWords4, "inWords");
var wayOut = /* @__PURE__ */ __name((fault2) => fault2.kind === "malformed" ? "write a plain dollar sign as $$; inside a default docker takes it as it is, so to suit docker compose as well put the text into a variable (NAME='\u2026' in a file for --env-file)" : fault2.kind === "too-long" ? "use shorter values, or name fewer variables in it" : `set it (--variable ${fault2.name}=\u2026), or give a default in the file: \${${fault2.name}:-default}`, "wayOut");

// src/stack/read/read-files.ts
async function readFiles([first, ...rest], about) {
  const { variables, origins, found, shown: shown3, root, texts: texts4 = {} } = about;
  const reader = new SourceReader(variables, origins, found, shown3, root, texts4);
  const projectDir = path8.dirname(path8.resolve(first));
  const errors = [];
  let model = {};
  for (const file of [first, ...rest]) {
    try {
      model = merge(model, (await reader.read(file, projectDir)).model, origins);
    } catch (error) {
      if (!(error instanceof SwarmlineError)) throw error;
      errors.push(error);
    }
  }
  const [only] = errors;
  if (only && errors.length === 1) throw only;
  if (only)
    throw new SwarmlineError("input", errors.map((error) => error.message).join("; "), {
      ...only.hint === void 0 ? {} : { hint: only.hint },
      cause: only
    });
  const whole = settled(model, origins);
  return { files: reader.files, model: whole, declared: whole.version };
}
__name(readFiles, "readFiles");

// src/stack/read/resolve-environments.ts
async function resolveEnvironments(model, variables, shown3 = showPathsFrom(process.cwd())) {
  const faults = [];
  const byService = /* @__PURE__ */ new Map();
  for (const [name, service] of serviceEntries(model))
    for (const file of texts2(service.env_file)) {
      const parsed = await readText(file, YAML_BUDGET.bytes).then(
        (text3) => parseServiceEnv(text3, variables),
        () => void 0
      );
      if (parsed === void 0) faults.push(`service ${name}: the env file ${shown3(file)} cannot be read`);
      else if (parsed.faults.length > 0)
        faults.push(...parsed.faults.map(({ line, what }) => `${shown3(file)}:${line}: ${what}`));
      else byService.set(name, [...byService.get(name) ?? [], parsed.values]);
    }
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "an env file holds one NAME=VALUE on each line"
    });
  return mapServices(model, (service, name) => withEnvironment(service, byService.get(name) ?? [], variables));
}
__name(resolveEnvironments, "resolveEnvironments");

// src/stack/read/variables.ts
async function readVariables(envFiles2, given, found, shown3) {
  let variables = {};
  for (const file of envFiles2) {
    const text3 = await readText(file, YAML_BUDGET.bytes).catch((error) => {
      const why = error.code === "ENOENT" ? "there is no such file" : "it cannot be read";
      found.add("error", "missing-file", { file: shown3(file), line: 1 }, why, { hint: "correct --env-file" });
      return "";
    });
    const { variables: read, faults } = parseEnvFile(text3, given, variables);
    for (const { line, what } of faults)
      found.add("error", "bad-env-file", { file: shown3(file), line }, what, {
        hint: "write KEY=VALUE, one on a line"
      });
    variables = { ...variables, ...read };
  }
  return { ...variables, ...given };
}
__name(readVariables, "readVariables");

// src/stack/lint/data-rules.rules.ts
var STORES = [
  [/^(redis|valkey|keydb|dragonfly)/, [6379]],
  [/^(postgres|postgis|timescaledb|pgvector)/, [5432]],
  [/^(mysql|mariadb|percona)/, [3306]],
  [/^mongo/, [27017]],
  [/^memcached/, [11211]],
  [/^(elasticsearch|opensearch)/, [9200, 9300]],
  [/^etcd/, [2379, 2380]],
  [/^cassandra/, [9042]],
  [/^zookeeper/, [2181]],
  [/^influxdb/, [8086]],
  [/^(couchdb|couchbase)/, [5984, 8091]],
  [/^rabbitmq/, [5672]],
  [/^clickhouse/, [8123, 9e3]],
  [/^neo4j/, [7687]]
];
var STORE_PORTS = [6379, 5432, 3306, 27017, 11211, 9200, 2379];
var publishedDataStore = {
  name: "published-data-store",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ planned }) => {
    const word2 = planned.image.replace(/@.*$/, "").split("/").at(-1)?.split(":")[0] ?? "";
    const ofStore = STORES.find(([name]) => name.test(word2))?.[1] ?? [];
    return planned.ports.map((port, i) => ({ port, i })).filter(({ port }) => [...ofStore, ...STORE_PORTS].includes(port.target)).map(({ port, i }) => ({
      path: ["ports", i],
      text: `port ${port.target} of a data store is published: everybody who reaches a node reaches the data`,
      hint: "leave it out: services of the stack reach it by its name"
    }));
  }, "check")
};
var SECRET_NAME = /(^|_)(PASS(WORD|WD|PHRASE)?|TOKEN|SECRETS?|(API|ACCESS|PRIVATE|SECRET|ENCRYPTION|SIGNING|AUTH)_?KEY|KEY|CREDENTIALS?)$/i;
var isNoSecret = /* @__PURE__ */ __name((value) => /^(true|false|yes|no|on|off|[01]|null|none)$/i.test(value) || /^(\.{0,2}\/|~\/|file:|[a-z]:\\)\S*$/i.test(value), "isNoSecret");
var secretInEnvironment = {
  name: "secret-in-environment",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service }) => Object.entries(mapping(own(service, "environment"))).filter(
    ([name, value]) => SECRET_NAME.test(name) && value !== null && String(value) !== "" && !isNoSecret(String(value))
  ).map(([name]) => ({
    path: ["environment", name],
    text: `${name} looks like a secret, and everybody who may inspect the service or its containers can read it`,
    hint: `make it a secret, and give the program ${name}_FILE=/run/secrets/\u2026 if it takes that`
  })), "check")
};
var noMemoryLimit = {
  name: "no-memory-limit",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service }) => {
    const limits = own(mapping(own(mapping(own(service, "deploy")), "resources")), "limits");
    return isMapping(limits) && limits.memory !== void 0 ? [] : [
      {
        text: "it has no memory limit: one leak can take down the whole node",
        hint: "add deploy.resources.limits.memory"
      }
    ];
  }, "check")
};
var latestWithoutDigest = {
  name: "latest-without-digest",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ planned: { image } }) => {
    const [, tag] = image.slice(image.lastIndexOf("/") + 1).split(":");
    if (image === "" || image.includes("@") || tag !== void 0 && tag !== "latest") return [];
    return [
      {
        path: ["image"],
        text: "its image names no version, so it can mean a different image at any time, and nobody can tell which one runs",
        hint: "name a version, or a digest"
      }
    ];
  }, "check")
};

// src/stack/lint/health-rules.rules.ts
var healthOf = /* @__PURE__ */ __name(({ service }) => own(service, "healthcheck"), "healthOf");
var isOff = /* @__PURE__ */ __name((check) => isMapping(check) && (check.disable === true || Array.isArray(check.test) && check.test[0] === "NONE" || check.test === "NONE"), "isOff");
var hasTest = /* @__PURE__ */ __name((check) => isMapping(check) && check.test !== void 0 && !isOff(check), "hasTest");
var isHealthOfImage = /* @__PURE__ */ __name((service) => {
  const check = own(service, "healthcheck");
  return !hasTest(check) && !isOff(check);
}, "isHealthOfImage");
var publishedWithoutHealthcheck = {
  name: "published-without-healthcheck",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const check = healthOf(linted);
    if (linted.planned.ports.length === 0 || hasTest(check)) return [];
    const ofImage = linted.image?.hasHealthcheck;
    if (!isOff(check) && ofImage === true) return [];
    const isUnknown = !isOff(check) && ofImage === void 0;
    return [
      {
        path: isOff(check) ? ["healthcheck"] : ["ports"],
        text: isUnknown ? "it is published and has no healthcheck here: unless its image has one, a task gets requests before it can answer" : "it is published and has no healthcheck: a task gets requests before it can answer",
        hint: "add healthcheck:, or HEALTHCHECK to its Dockerfile"
      }
    ];
  }, "check")
};
var startIntervalWithoutStartPeriod = {
  name: "start-interval-without-start-period",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const { start_interval, start_period } = mapping(healthOf(linted));
    const hasPeriod = typeof start_period === "string" && secondsOf(start_period) > 0;
    return start_interval === void 0 || hasPeriod ? [] : [
      {
        path: ["healthcheck", "start_interval"],
        text: "start_interval has no effect without a start_period",
        hint: "add start_period:"
      }
    ];
  }, "check")
};
var monitorShorterThanStart = {
  name: "monitor-shorter-than-start",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => {
    const update = mapping(own(mapping(own(linted.service, "deploy")), "update_config"));
    const { interval = "30s", retries = 3 } = mapping(healthOf(linted));
    if (!hasTest(healthOf(linted)) || update.monitor === void 0 || update.failure_action !== "rollback")
      return [];
    const unhealthyAfter = secondsOf(String(interval)) * Number(retries);
    return secondsOf(String(update.monitor)) >= unhealthyAfter ? [] : [
      {
        path: ["deploy", "update_config", "monitor"],
        text: `an unhealthy task is detected only after ${unhealthyAfter} s (interval \xD7 retries), when monitor is already over`,
        hint: "make monitor longer, or interval shorter"
      }
    ];
  }, "check")
};
var DEAF = /^(sleep|tail|cat|sh|bash|ash|php|python3?|ruby|perl|yes|watch)$/;
var noStopSignal = {
  name: "no-stop-signal",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service, image }) => {
    if (own(service, "init") === true || own(service, "stop_signal") !== void 0) return [];
    if (isOneShot2(service)) return [];
    if (image?.stopSignal !== void 0 && image.stopSignal !== "SIGTERM" && image.stopSignal !== "15")
      return [];
    const written = processOne(service, image);
    const words2 = written?.words ?? image?.command;
    const program = words2?.[0]?.split("/").at(-1) ?? "";
    if (!DEAF.test(program) || isHandedOn(program, words2 ?? [])) return [];
    return [
      {
        ...written ? { path: [written.key] } : {},
        text: `${program} as process 1 ignores SIGTERM: every stop takes the whole grace period, and ends in a kill`,
        hint: "say init: true, or a stop_signal that it handles"
      }
    ];
  }, "check")
};
function isOneShot2(service) {
  const deploy3 = mapping(own(service, "deploy"));
  const mode = String(own(deploy3, "mode") ?? "");
  return mode.endsWith("-job") || mapping(own(deploy3, "restart_policy")).condition === "none";
}
__name(isOneShot2, "isOneShot");
function isHandedOn(program, words2) {
  const rest = words2.slice(1);
  if (/^(python3?|ruby|perl)$/.test(program))
    return rest.some((word2) => !word2.startsWith("-")) && !/^-m http\.server\b/.test(rest.join(" "));
  if (!/^(sh|bash|ash)$/.test(program)) return false;
  if (rest[0] !== "-c") return rest.length > 0;
  const script = rest.slice(1).join(" ");
  return program === "bash" || /\bexec\s/.test(script);
}
__name(isHandedOn, "isHandedOn");
function processOne(service, image) {
  const entrypoint = wordsOf(own(service, "entrypoint"));
  const command2 = wordsOf(own(service, "command"));
  if (entrypoint.length > 0) return { key: "entrypoint", words: [...entrypoint, ...command2] };
  return command2.length > 0 ? { key: "command", words: [...image?.entrypoint ?? [], ...command2] } : void 0;
}
__name(processOne, "processOne");
function wordsOf(value) {
  if (typeof value === "string") return value.trim().split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.map(String) : [];
}
__name(wordsOf, "wordsOf");

// src/stack/lint/rollout-rules.rules.ts
var deployOf = /* @__PURE__ */ __name(({ service }) => mapping(own(service, "deploy")), "deployOf");
var updateOf = /* @__PURE__ */ __name((linted) => mapping(own(deployOf(linted), "update_config")), "updateOf");
var hostPorts = /* @__PURE__ */ __name(({ planned }) => planned.ports.filter((p) => p.mode === "host" && p.published !== void 0), "hostPorts");
var isReplicated = /* @__PURE__ */ __name(({ planned }) => planned.mode === "replicated", "isReplicated");
var replicasOf = /* @__PURE__ */ __name((linted) => Number(own(deployOf(linted), "replicas") ?? 1), "replicasOf");
var CONFIGS = ["update_config", "rollback_config"];
var startFirstIn = /* @__PURE__ */ __name((linted) => CONFIGS.filter((key) => mapping(own(deployOf(linted), key)).order === "start-first"), "startFirstIn");
function isOnOneNode(linted) {
  const constraints = sequence(own(mapping(own(deployOf(linted), "placement")), "constraints")).map(String);
  return linted.planned.mode === "global" || constraints.some((each) => /^\s*node\.(id|hostname)\s*==/i.test(each));
}
__name(isOnOneNode, "isOnOneNode");
var hostPortStartFirst = {
  name: "host-port-start-first",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => hostPorts(linted).length === 0 ? [] : startFirstIn(linted).map((key) => ({
    path: ["deploy", key, "order"],
    ...isOnOneNode(linted) ? {
      severity: "error",
      text: `${key}: start-first never completes with a port in host mode: the old task has the port`
    } : {
      text: `${key}: start-first with a port in host mode needs one more node than there are tasks: the old task has the port of its node`
    },
    hint: "use order: stop-first, or publish the port in ingress mode"
  })), "check")
};
var startFirstWithMaxReplicas = {
  name: "start-first-max-replicas",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const most = Number(own(mapping(own(deployOf(linted), "placement")), "max_replicas_per_node") ?? 0);
    if (most === 0 || !isReplicated(linted)) return [];
    const isNever = isOnOneNode(linted) && replicasOf(linted) >= most;
    return startFirstIn(linted).map((key) => ({
      path: ["deploy", key, "order"],
      ...isNever ? { severity: "error" } : {},
      text: isNever ? `${key}: start-first never completes: the one node has all the tasks that max_replicas_per_node lets it have` : `${key}: start-first needs room for one task more than ${replicasOf(linted)}, and max_replicas_per_node is ${most}: with ${Math.ceil(replicasOf(linted) / most)} nodes it may never end`,
      hint: "use order: stop-first, or allow one more on a node"
    }));
  }, "check")
};
var hostPortReplicas = {
  name: "host-port-replicas",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => isReplicated(linted) && replicasOf(linted) > 1 && hostPorts(linted).length > 0 ? [
    {
      path: ["ports"],
      text: `${replicasOf(linted)} replicas with a port in host mode need as many nodes`,
      hint: "use mode: global, or publish the port in ingress mode"
    }
  ] : [], "check")
};
var startFirstWithVolume = {
  name: "start-first-with-volume",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => updateOf(linted).order === "start-first" && sequence(own(linted.service, "volumes")).map(mapping).some((mount2) => mount2.type === "volume" && mount2.source !== void 0 && mount2.read_only !== true) ? [
    {
      path: ["deploy", "update_config", "order"],
      text: "start-first lets the old and the new task write to one volume at the same time",
      hint: "use order: stop-first"
    }
  ] : [], "check")
};
var updateWithoutRollback = {
  name: "update-without-rollback",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => own(deployOf(linted), "update_config") !== void 0 && updateOf(linted).failure_action === void 0 ? [
    {
      path: ["deploy", "update_config"],
      text: "an update that fails stays paused, half done",
      hint: "say failure_action: rollback"
    }
  ] : [], "check")
};
var evenDataReplicas = {
  name: "even-data-replicas",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => isReplicated(linted) && replicasOf(linted) % 2 === 0 && replicasOf(linted) > 0 && /(^|\/)(etcd|consul|zookeeper|mongo)(:|@|$)/.test(linted.planned.image) ? [
    {
      path: ["deploy", "replicas"],
      text: `${replicasOf(linted)} members tolerate no more failures than ${replicasOf(linted) - 1} would`,
      hint: "use an odd number"
    }
  ] : [], "check")
};

// src/stack/lint/silences.rules.ts
var import_yaml8 = __toESM(require_dist(), 1);

// src/stack/lint/rule-names.ts
var RULE_NAMES = [
  "even-data-replicas",
  "host-port-replicas",
  "host-port-start-first",
  "ignored-key",
  "latest-without-digest",
  "monitor-shorter-than-start",
  "no-memory-limit",
  "no-stop-signal",
  "published-address",
  "published-data-store",
  "published-without-healthcheck",
  "relative-bind-mount",
  "secret-in-environment",
  "start-first-max-replicas",
  "start-first-with-volume",
  "start-interval-without-start-period",
  "unversioned-name",
  "update-without-rollback"
];

// src/stack/lint/silences.rules.ts
var DIRECTIVE = /^#\s*swarmline:\s*ignore\b(?<rules>.*)$/;
var MARKS = ["", "", ""];
function silencesIn(file, found) {
  const services = new Map(
    entriesAt(file, ["services"]).map(({ key, keyNode }) => [file.lineOf(keyNode), key])
  );
  return comments(file.text).flatMap(({ text: text3, line, target }) => {
    const match = DIRECTIVE.exec(text3.trim());
    if (!match) return [];
    const names = (match.groups?.rules ?? "").split(/[\s,]+/).filter(Boolean);
    const place = { file: file.shownAs, line };
    if (names.length === 0)
      found.add("warning", "unknown-rule", place, "the comment names no rule", {
        hint: "write: # swarmline: ignore <rule>"
      });
    for (const name of names) {
      if (RULE_NAMES.includes(name)) continue;
      const near = nearest(name, RULE_NAMES);
      found.add("warning", "unknown-rule", place, `there is no rule ${name}, or none that can be ignored`, {
        hint: near ? `did you mean ${near}?` : `there are: ${RULE_NAMES.join(", ")}`
      });
    }
    return [{ file: file.shownAs, target, service: services.get(target), rules: names }];
  });
}
__name(silencesIn, "silencesIn");
function unsilenced(findings, silences) {
  const silent = new Set(
    silences.flatMap(
      ({ file, target, service, rules }) => rules.flatMap((rule) => [
        JSON.stringify([rule, file, target]),
        ...service === void 0 ? [] : [JSON.stringify([rule, service])]
      ])
    )
  );
  return findings.filter(
    ({ rule, file, line, service }) => !RULE_NAMES.includes(rule) || !(silent.has(JSON.stringify([rule, file, line])) || service !== void 0 && silent.has(JSON.stringify([rule, service])))
  );
}
__name(unsilenced, "unsilenced");
function comments(text3) {
  const found = [];
  const commentLines = /* @__PURE__ */ new Set();
  let line = 1;
  let isAlone = true;
  let isScalar5 = false;
  for (const lexeme of new import_yaml8.Lexer().lex(text3)) {
    if (MARKS.includes(lexeme)) {
      isScalar5 = lexeme === "";
      continue;
    }
    if (lexeme.startsWith("#") && !isScalar5) {
      found.push({ text: lexeme, line, isAlone });
      if (isAlone) commentLines.add(line);
    }
    const breaks = lexeme.split("\n").length - 1;
    line += breaks;
    isAlone = breaks > 0 ? lexeme.endsWith("\n") || /\n[ \t]*$/.test(lexeme) : isAlone && lexeme.trim() === "";
    isScalar5 = false;
  }
  const targets = /* @__PURE__ */ new Map();
  for (const line2 of [...commentLines].toReversed())
    targets.set(line2, commentLines.has(line2 + 1) ? targets.get(line2 + 1) ?? line2 + 1 : line2 + 1);
  return found.map(({ text: text4, line: line2, isAlone: isAlone2 }) => ({
    text: text4,
    line: line2,
    target: isAlone2 ? targets.get(line2) ?? line2 + 1 : line2
  }));
}
__name(comments, "comments");

// src/stack/lint/lint-stack.rules.ts
var RULES = [
  evenDataReplicas,
  hostPortReplicas,
  hostPortStartFirst,
  latestWithoutDigest,
  monitorShorterThanStart,
  noMemoryLimit,
  noStopSignal,
  publishedDataStore,
  publishedWithoutHealthcheck,
  secretInEnvironment,
  startFirstWithMaxReplicas,
  startFirstWithVolume,
  startIntervalWithoutStartPeriod,
  updateWithoutRollback
];
function lintStack(model, { files, origins }, images = {}) {
  const found = collectFindings(files[0]?.shownAs ?? "");
  const silences = files.flatMap((file) => silencesIn(file, found));
  const services = mapping(own(model, "services"));
  for (const planned of servicesOf(model)) {
    const service = mapping(own(services, planned.name));
    const image = Object.hasOwn(images, planned.image) ? images[planned.image] : void 0;
    for (const rule of RULES)
      for (const { path: path11 = [], text: text3, hint, severity } of rule.check({ planned, service, image }))
        found.add(
          severity ?? rule.severity,
          rule.name,
          placeOf2(services, [planned.name, ...path11], origins),
          text3,
          {
            service: planned.name,
            hint
          }
        );
  }
  return inOrder(
    unsilenced(found.findings, silences),
    files.map((file) => file.shownAs)
  );
}
__name(lintStack, "lintStack");
function placeOf2(services, path11, origins) {
  let place;
  let container = services;
  for (const key of path11) {
    if (typeof container !== "object" || container === null) break;
    place = origins.of(container, key) ?? place;
    container = container[key];
  }
  return place;
}
__name(placeOf2, "placeOf");

// src/stack/lint/reserved-names.rules.ts
var SECTIONS6 = ["configs", "secrets", "networks", "volumes"];
function refuseReservedNames(model, origins, found) {
  for (const section of SECTIONS6) {
    const entries2 = mapping(own(model, section));
    for (const key of Object.keys(entries2)) {
      const entry = own(entries2, key);
      for (const { name, container, at } of namesOf4(key, entry)) {
        if (!name.toLowerCase().startsWith(OUR_PREFIX)) continue;
        const place = origins.of(container ?? entries2, at) ?? origins.of(entries2, key);
        found.add(
          "error",
          "reserved-name",
          place,
          `${section}: names that begin with ${OUR_PREFIX} are swarmline\u2019s own`,
          {
            hint: "choose another name"
          }
        );
      }
    }
  }
}
__name(refuseReservedNames, "refuseReservedNames");
function namesOf4(key, entry) {
  if (!isMapping(entry)) return [];
  const external2 = own(entry, "external");
  const named = [];
  const said = own(entry, "name");
  if (typeof said === "string") named.push({ name: said, container: entry, at: "name" });
  else if (external2 && !isMapping(external2)) named.push({ name: key, container: void 0, at: key });
  const old = isMapping(external2) ? own(external2, "name") ?? key : void 0;
  if (typeof old === "string") named.push({ name: old, container: entry, at: "external" });
  return named;
}
__name(namesOf4, "namesOf");

// src/stack/lint/load.ts
async function readStack(request) {
  const { plan, merged, variables } = await inspect(request);
  requireNoErrors(plan.findings);
  return { plan, forCompose: { model: merged, variables, projectDir: plan.projectDir } };
}
__name(readStack, "readStack");
async function inspect(request) {
  const [first, ...rest] = request.composeFiles;
  if (first === void 0)
    throw new SwarmlineError("usage", "no stack file is given", {
      hint: "name one with --compose-file"
    });
  const origins = new Origins();
  const shown3 = showPathsFrom(request.shownFrom ?? process.cwd());
  const found = collectFindings(shown3(first));
  const variables = await readVariables(request.envFiles ?? [], request.variables, found, shown3);
  const { files, model, declared } = await readFiles([first, ...rest], {
    ...{ variables, origins, found, shown: shown3 },
    root: request.root,
    texts: request.texts ?? {}
  });
  applyProfiles(model, request.profiles ?? [], origins, found);
  for (const [name, service] of Object.entries(mapping(own(model, "services"))))
    if (isMapping(service)) environmentValues(variables)(service, { name, origins, found });
  const merged = structuredClone(model);
  refuseReservedNames(model, origins, found);
  await requireWithin(request.root, namedFiles(model, request.given ?? { secrets: [], configs: [] }), shown3);
  const existing = await existingFiles(model);
  toV3(model, { origins, found, isThere: /* @__PURE__ */ __name((file) => existing.has(file), "isThere"), stack: request.stack });
  requireServices(model, origins, found);
  const given = request.given ?? { secrets: [], configs: [] };
  const planned = await plannedFiles(model, origins, found, given, shown3);
  checkSources(model, given, origins, found);
  await checkEnvFiles(model, variables, found, shown3);
  const source = { files, origins };
  const findings = judged(found, source, lintStack(model, source), request.isStrict ?? false);
  return {
    merged,
    variables,
    plan: {
      composeFiles: request.composeFiles.map((file) => path9.resolve(file)),
      projectDir: path9.dirname(path9.resolve(first)),
      version: typeof declared === "string" || typeof declared === "number" ? String(declared) : void 0,
      services: servicesOf(model),
      files: planned,
      networks: ownNames(model, "networks"),
      volumes: ownNames(model, "volumes"),
      warnings: findings.filter(({ severity }) => severity === "warning").map(asWarning),
      model,
      findings,
      translations: found.translations,
      source
    }
  };
}
__name(inspect, "inspect");
function judged(found, { files }, linted, isStrict) {
  const silences = files.flatMap((file) => silencesIn(file, collectFindings("")));
  const all = [...unsilenced(found.findings, silences), ...linted];
  const severe = all.map(
    (finding) => isStrict && STRICT.includes(finding.rule) ? { ...finding, severity: "error" } : finding
  );
  return saidOnce(
    inOrder(
      severe,
      files.map((file) => file.shownAs)
    )
  );
}
__name(judged, "judged");
var STRICT = ["ignored-key", "published-address"];
var asWarning = /* @__PURE__ */ __name(({ file, line, service, text: text3 }) => ({
  file,
  line,
  text: service === void 0 ? text3 : `service ${service}: ${text3}`
}), "asWarning");
function requireServices(model, origins, found) {
  const services = mapping(own(model, "services"));
  const hasNoServices = Object.keys(services).length === 0;
  if (hasNoServices && !found.findings.some(({ severity }) => severity === "error"))
    found.add("error", "no-services", origins.of(model, "services"), "no services", {
      hint: "a stack needs at least one"
    });
  for (const { name, image } of servicesOf(model))
    if (image === "")
      found.add("error", "no-image", origins.of(services, name), "it has no image", {
        service: name,
        hint: "a swarm runs images only: build it, push it, and name it with image:"
      });
}
__name(requireServices, "requireServices");

// src/images/offline/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);

// src/images/images.ts
var configOnEngines = /* @__PURE__ */ __name(async (...args) => (await import("./image-config-3H2FWKUE.js")).configOnEngines(...args), "configOnEngines");
var configInRegistry = /* @__PURE__ */ __name(async (...args) => (await import("./registry-config-PX7DETYH.js")).configInRegistry(...args), "configInRegistry");
var hasLoginFor = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-VVHR66IA.js")).hasLoginFor(...args), "hasLoginFor");
var registryLogin = /* @__PURE__ */ __name(async (...args) => (await import("./registry-login-VVHR66IA.js")).registryLogin(...args), "registryLogin");
var askRegistry = /* @__PURE__ */ __name(async (...args) => (await import("./served-digest-7ANUOKXA.js")).askRegistry(...args), "askRegistry");
var dockerTools = /* @__PURE__ */ __name(async (...args) => (await import("./tools-MXWPM2IL.js")).dockerTools(...args), "dockerTools");

// src/usecases/docker-command.ts
var SUITE = "trixie";
async function dockerCommand(configDir, home, fx) {
  const { docker, env } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx);
  return { file: docker, configDir, env };
}
__name(dockerCommand, "dockerCommand");

// src/usecases/failover.ts
var ASK_MS = 15e3;
function withFailover(first, others) {
  if (others.length === 0) return first;
  let current = first;
  let moving;
  const move = /* @__PURE__ */ __name(async (from) => {
    const all = [first, ...others];
    const at = all.indexOf(from);
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json("GET", "/info", { timeoutMs: ASK_MS }).then(
        (info) => info.Swarm.ControlAvailable,
        () => false
      );
      if (!isManager) continue;
      current = candidate;
      return;
    }
  }, "move");
  const ask = /* @__PURE__ */ __name(async (method, request) => {
    const asked = current;
    try {
      return await request(asked);
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== "engine-lost") throw error;
      if (current === asked) {
        moving ??= move(asked).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked || method !== "GET") throw error;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path11, options) => ask(method, (manager) => manager.json(method, path11, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path11, options) => ask(method, (manager) => manager.stream(method, path11, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/vm-ended.ts
function endingWithVm(client, { name, engine }, fx) {
  if (engine.kind !== "vm") return client;
  const explained2 = /* @__PURE__ */ __name(async (error) => {
    const isLost = error instanceof SwarmlineError && error.code === "engine-lost";
    if (!isLost || await isRunning(engine, fx).catch(() => true)) return error;
    return new SwarmlineError("vm-failed", `the VM of the swarm ${name} has exited`, {
      hint: `remove what is left of it, and create it again: swarmline down ${name}`,
      cause: error
    });
  }, "explained");
  const asked = /* @__PURE__ */ __name(async (ask) => {
    try {
      return await ask();
    } catch (error) {
      throw await explained2(error);
    }
  }, "asked");
  return {
    ...client,
    json: /* @__PURE__ */ __name((...args) => asked(() => client.json(...args)), "json"),
    stream: /* @__PURE__ */ __name((...args) => asked(() => client.stream(...args)), "stream")
  };
}
__name(endingWithVm, "endingWithVm");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name, home, fx) {
  await sweepLeftovers(fx);
  const cluster = await readCluster(home.stateDir, name);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
  const { managers, ...open2 } = await (await loadProviders()).dind.open({ cluster, engine });
  const [first, ...others] = managers;
  return {
    ...open2,
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster
  };
}
__name(openCluster, "openCluster");
async function openExisting(target, options, home, fx) {
  const { dockerHost, hostKey, certDir, dockerConfigDir } = target;
  const way = await openConnectionFolder(fx);
  let leave = way.remove;
  try {
    if (target.namedBy) fx.log.info(`The swarm is that of ${dockerHost} (${target.namedBy})`);
    const engine = await visitEngine({ dockerHost, hostKey, certDir, runDir: way.folder }, fx);
    leave = /* @__PURE__ */ __name(() => engine.close().finally(way.remove), "leave");
    const { managers, ...open2 } = await (await loadProviders()).existing.open(
      { engine, dockerHost, ...options },
      fx
    );
    return {
      ...open2,
      manager: managers[0],
      dockerConfigDir: dockerConfigDir ?? home.dockerConfigDir,
      cluster: void 0,
      close: /* @__PURE__ */ __name(() => open2.close().finally(leave), "close")
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
__name(openExisting, "openExisting");
function fencedSwarm(swarm, fence) {
  const manager = fence(swarm.manager);
  const nodes = swarm.nodes.map((node) => ({
    ...node,
    client: node.client === swarm.manager ? manager : fence(node.client)
  }));
  return { ...swarm, manager, nodes };
}
__name(fencedSwarm, "fencedSwarm");
var AWAY_AT_LEAST_MS = 6e4;
var AWAY_AT_MOST_MS = 6 * 6e4;
var awayMs = /* @__PURE__ */ __name((timeoutMs) => Math.min(Math.max(timeoutMs, AWAY_AT_LEAST_MS), AWAY_AT_MOST_MS), "awayMs");

// src/usecases/deploy/acceptable.rules.ts
function requireAcceptable({ stack, services, objects }, isStrict) {
  const refused3 = [
    ...services.flatMap(
      ({ name, refusal }) => refusal === void 0 ? [] : [`service ${name}: ${refusal}`]
    ),
    ...objects.filter((each) => isRefused(each, isStrict)).map(driftInWords)
  ];
  if (refused3.length > 0)
    throw new SwarmlineError("deploy-failed", `deploying ${stack}: ${refused3.join("; ")}`);
}
__name(requireAcceptable, "requireAcceptable");
var driftsOf = /* @__PURE__ */ __name(({ objects }) => objects.filter(({ change: change2 }) => change2 === "drifted").map(driftInWords), "driftsOf");
function isRefused({ kind, change: change2, fields }, isStrict) {
  if (change2 !== "drifted") return false;
  const isSafety = fields.some(
    ({ field, to }) => field === "internal" && to === "true" || field === "driver_opts.encrypted" && to !== void 0
  );
  return isStrict || kind === "secret" || kind === "config" || isSafety;
}
__name(isRefused, "isRefused");
function driftInWords({ kind, name, fields }) {
  const what = fields.map(({ field }) => field).join(", ");
  switch (kind) {
    case "secret":
    case "config":
      return `${kind} ${name}: it exists with different content, and a swarm never changes it: give it a new name: in the stack file, or leave name: out for one that follows the content`;
    case "network":
      return `network ${name}: it exists with another ${what}, and docker never changes a network: give it a new name in the stack file, or remove the stack first (docker stack rm)`;
    case "volume":
      return `volume ${name}: nodes that have it keep it with another ${what}: give it a new name in the stack file, or remove it on each node (docker volume rm ${name})`;
  }
}
__name(driftInWords, "driftInWords");

// src/rollout/advice.rules.ts
function explainOutcome(result) {
  const bad = result.services.filter((s) => s.outcome !== "converged");
  const first = bad.find((s) => s.outcome === result.outcome);
  const failure = result.failures.find((f) => f.service === first?.name);
  const where = failure?.node ? ` on ${failure.node}` : "";
  const others = bad.length > 1 ? ` (and ${bad.length - 1} more)` : "";
  const counts = first ? ` (${first.running}/${first.wanted})` : "";
  return {
    message: `${first?.name ?? result.stack} ${IN_WORDS[result.outcome]}${counts}: ${failure?.error ?? "no task"}${where}${others}`,
    hint: result.outcome === "paused" ? pausedHint(first?.name ?? "") : hintFor(failure)
  };
}
__name(explainOutcome, "explainOutcome");
var IN_WORDS = {
  converged: "converged",
  "rolled-back": "was rolled back",
  paused: "is paused half-way",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was no longer watched"
};
var pausedHint = /* @__PURE__ */ __name((service) => `fix the cause and deploy again, or go back: docker service rollback ${service}`, "pausedHint");
var HINTS = {
  image: "push the image, check its name, and give the nodes the login (with-registry-auth)",
  placement: "label a node as the constraint asks (docker node update --label-add), or change the constraint",
  port: "free the port, or publish another one",
  exit: "the last lines of its log say why; see more with docker service logs",
  health: "the health check never passed: try it in the container, or give it a longer start_period",
  resources: "lower deploy.resources.reservations, or add a node",
  network: "look at the networks of the stack: docker network ls",
  secret: "look at the secrets and configs of the stack: docker secret ls, docker config ls",
  other: "see docker service ps --no-trunc"
};
var hintFor = /* @__PURE__ */ __name((failure) => /no space left on device/i.test(failure?.error ?? "") ? `free some space on ${failure?.node || "the node"}: docker system prune` : HINTS[failure?.category ?? "other"], "hintFor");

// src/rollout/deadline.rules.ts
var GOSSIP_MS = 2e3;
var PREPARE_MS = 1e3;
var START_MS = 2e3;
var DEFAULT_GRACE_MS = 1e4;
var DEFAULT_MONITOR_MS2 = 5e3;
var DEFAULT_INTERVAL_MS = 3e4;
var TAIL_MS = 1e3;
var NANO2 = 1e6;
var DEFAULT_RETRIES = 3;
function expectationOf(specs, options) {
  const { safetyFactor = 2, pullAllowanceMs = 12e4 } = options;
  const bounds = specs.map((spec) => ({
    name: spec.Name,
    boundMs: thereAndBackMs(spec, options.eligibleNodes)
  }));
  const slowest = bounds.toSorted((a, b) => b.boundMs - a.boundMs)[0];
  if (slowest && !Number.isFinite(slowest.boundMs))
    return { expectedMs: Number.POSITIVE_INFINITY, slowest: void 0 };
  return { expectedMs: Math.ceil(safetyFactor * (slowest?.boundMs ?? 0) + pullAllowanceMs), slowest };
}
__name(expectationOf, "expectationOf");
function deadlineMs(limit, { expectedMs }, nowMs) {
  if (limit.isGiven || !Number.isFinite(expectedMs)) return limit.untilMs;
  return Math.max(limit.untilMs, nowMs + expectedMs);
}
__name(deadlineMs, "deadlineMs");
function thereAndBackMs(spec, eligibleNodes2) {
  if (endsByItself(spec)) return Number.POSITIVE_INFINITY;
  const replicas = replicasOf2(spec, eligibleNodes2);
  const way = /* @__PURE__ */ __name((config) => stepsMs(spec, config, replicas, allowedProbesMs(spec)) + Math.max(monitorMs(config), delayMs(config) + TAIL_MS), "way");
  return way(spec.UpdateConfig) + (spec.UpdateConfig?.FailureAction === "rollback" ? way(spec.RollbackConfig) : 0);
}
__name(thereAndBackMs, "thereAndBackMs");
function allowedProbesMs(spec) {
  const health = spec.TaskTemplate.ContainerSpec?.Healthcheck;
  if (!health) return DEFAULT_INTERVAL_MS;
  if (health.Test?.[0] === "NONE") return 0;
  const intervalMs = health.Interval ? health.Interval / NANO2 : DEFAULT_INTERVAL_MS;
  const tries = health.Retries || DEFAULT_RETRIES;
  return (health.StartPeriod ?? 0) / NANO2 + tries * (intervalMs + (health.Timeout ?? 0) / NANO2);
}
__name(allowedProbesMs, "allowedProbesMs");
function stepsMs(spec, config, replicas, probeMs, exitMs = Number.POSITIVE_INFINITY) {
  const parallelism = (config ? config.Parallelism : 1) || replicas;
  const steps = replicas === 0 ? 0 : Math.ceil(replicas / parallelism);
  const { StopGracePeriod } = spec.TaskTemplate.ContainerSpec ?? {};
  const graceMs = StopGracePeriod === void 0 ? DEFAULT_GRACE_MS : StopGracePeriod / NANO2;
  const before = config?.Order === "start-first" ? PREPARE_MS : GOSSIP_MS + Math.min(graceMs, exitMs);
  return steps * (before + START_MS + probeMs + delayMs(config));
}
__name(stepsMs, "stepsMs");
var delayMs = /* @__PURE__ */ __name((config) => (config?.Delay ?? 0) / NANO2, "delayMs");
var monitorMs = /* @__PURE__ */ __name((config) => config?.Monitor ? config.Monitor / NANO2 : DEFAULT_MONITOR_MS2, "monitorMs");
var replicasOf2 = /* @__PURE__ */ __name(({ Mode }, eligibleNodes2) => Mode.Global ? eligibleNodes2 : Mode.Replicated?.Replicas ?? 1, "replicasOf");
var endsByItself = /* @__PURE__ */ __name(({ Mode, TaskTemplate }) => Boolean(Mode.ReplicatedJob ?? Mode.GlobalJob) || TaskTemplate.RestartPolicy?.Condition === "none", "endsByItself");

// src/rollout/empty-result.rules.ts
var emptyResult = /* @__PURE__ */ __name((stack, outcome, startedAtMs, endedAtMs) => ({
  stack,
  outcome,
  services: [],
  failures: [],
  startedAt: new Date(startedAtMs).toISOString(),
  durationMs: endedAtMs - startedAtMs
}), "emptyResult");

// src/docker/remove-unused.ts
async function removeUnused(client, { kind, id }, fx) {
  try {
    await persist(() => client.json("DELETE", `/${kind}s/${id}`, { signal: fx.signal }), fx);
    return true;
  } catch (error) {
    if (isGone(error)) return true;
    if (error instanceof EngineAnswerError) return false;
    throw error;
  }
}
__name(removeUnused, "removeUnused");

// src/docker/service-uses.rules.ts
function usesOf(spec) {
  const container = spec.TaskTemplate.ContainerSpec;
  return {
    secrets: (container?.Secrets ?? []).map((secret) => secret.SecretID),
    configs: (container?.Configs ?? []).map((config) => config.ConfigID),
    networks: (spec.TaskTemplate.Networks ?? []).map((network) => network.Target)
  };
}
__name(usesOf, "usesOf");
var specsOf = /* @__PURE__ */ __name(({ Spec, PreviousSpec }) => PreviousSpec ? [Spec, PreviousSpec] : [Spec], "specsOf");

// src/stack/apply/contents/outdated.rules.ts
function outdated(stack, generations, { keep, inUse: inUse2 }) {
  const known = new Set(generations.filter((g) => g.labels[OUR_LABEL.logicalName]).map(logicalKey));
  const groups = Map.groupBy(
    generations.map((g) => g.labels[OUR_LABEL.logicalName] ? g : asPlain(stack, g)),
    logicalKey
  );
  return [...groups].flatMap(
    ([key, group]) => known.has(key) ? group.toSorted((a, b) => compare2(b.createdAt, a.createdAt)).slice(Math.max(1, keep)).filter(({ id }) => !inUse2.has(id)) : []
  );
}
__name(outdated, "outdated");
var logicalKey = /* @__PURE__ */ __name(({ kind, labels }) => `${kind} ${labels[OUR_LABEL.logicalName] ?? ""}`, "logicalKey");
function asPlain(stack, generation) {
  if (!generation.name.startsWith(`${stack}_`)) return generation;
  const logicalName = generation.name.slice(stack.length + 1);
  return { ...generation, labels: { ...generation.labels, [OUR_LABEL.logicalName]: logicalName } };
}
__name(asPlain, "asPlain");
var compare2 = /* @__PURE__ */ __name((a, b) => a < b ? -1 : a > b ? 1 : 0, "compare");

// src/stack/apply/contents/prune.ts
async function pruneContents(client, stack, { keep }, fx) {
  const generations = [
    ...await list2(client, stack, "secret", fx),
    ...await list2(client, stack, "config", fx)
  ];
  const removed = [];
  for (const { kind, id, name } of outdated(stack, generations, {
    keep,
    inUse: await inUse(client, stack, fx)
  })) {
    if (await removeUnused(client, { kind, id }, fx)) removed.push(name);
  }
  if (removed.length > 0) fx.log.debug(`removed, since nothing uses them: ${removed.join(", ")}`);
  return removed;
}
__name(pruneContents, "pruneContents");
async function list2(client, stack, kind, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", `/${kind}s`, { query: ofStack(stack), signal: fx.signal }), "ask");
  return (await persist(ask, fx) ?? []).filter(({ Spec }) => !isBook(Spec.Labels)).map(({ ID, CreatedAt, Spec }) => ({
    kind,
    id: ID,
    name: Spec.Name,
    labels: Spec.Labels ?? {},
    createdAt: CreatedAt
  }));
}
__name(list2, "list");
async function inUse(client, stack, fx) {
  const services = await persist(
    () => client.json("GET", "/services", { signal: fx.signal }),
    fx
  );
  const recorded = (await readRecords(client, stack, fx)).flatMap((record3) => readSpecs(record3)?.services ?? []);
  const specs = [...(services ?? []).flatMap(specsOf), ...recorded];
  return new Set(specs.map(usesOf).flatMap(({ secrets, configs }) => [...secrets, ...configs]));
}
__name(inUse, "inUse");

// src/stack/apply/deploy.ts
import path10 from "node:path";

// src/docker/same-spec.rules.ts
var isSameSpec = /* @__PURE__ */ __name((a, b) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b)), "isSameSpec");
function canonical(value, key = "") {
  if (Array.isArray(value)) return value.length === 0 ? void 0 : value.map((item) => canonical(item) ?? null);
  if (typeof value !== "object" || value === null) return value ?? void 0;
  const entries2 = Object.entries(value).map(([name, item]) => [name, canonical(item, name)]).filter(([, item]) => item !== void 0).toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return entries2.length === 0 && !/^Global(Job)?$|^ReplicatedJob$/.test(key) ? void 0 : Object.fromEntries(entries2);
}
__name(canonical, "canonical");

// src/stack/apply/contents/put-contents.ts
async function putContents(client, stack, { model, contents }, fx) {
  const changed = { ...model };
  for (const content of contents) {
    const section = `${content.kind}s`;
    const definitions = mapping(changed[section]);
    if (!Object.hasOwn(definitions, content.name)) continue;
    await putOne(client, stack, content, mapping(definitions[content.name]), fx);
    changed[section] = { ...definitions, [content.name]: { external: true, name: content.swarmName } };
  }
  return changed;
}
__name(putContents, "putContents");
async function putOne(client, stack, { kind, name, swarmName, tag, bytes }, definition, fx) {
  const driver = text2(definition.template_driver);
  const labels = { ...labelsOf2(definition), [STACK_LABEL]: stack };
  const body = {
    Name: swarmName,
    Labels: labels,
    Data: Buffer.from(bytes).toString("base64"),
    ...driver === "" ? {} : { Templating: { Name: driver } }
  };
  await persist(async () => {
    const { signal } = fx;
    const found = await client.json("GET", `/${kind}s/${encodeURIComponent(swarmName)}`, { signal }).catch(unlessGone2);
    if (found && tag !== void 0) return requireSame({ kind, name, swarmName, tag, bytes }, found, stack);
    if (found) return relabel(client, kind, found, labels, signal);
    await client.json("POST", `/${kind}s/create`, { body, signal }).catch(unlessThere);
  }, fx);
}
__name(putOne, "putOne");
function requireSame({ kind, name, swarmName, tag, bytes }, { Spec }, stack) {
  const was = Spec.Labels?.[STACK_LABEL] === stack ? Spec.Labels[OUR_LABEL.content] : void 0;
  const isOther = Spec.Data === void 0 ? was !== void 0 && was !== tag : Spec.Data !== Buffer.from(bytes).toString("base64");
  if (!isOther) return;
  throw new SwarmlineError(
    "deploy-failed",
    `the ${kind} ${name} is in the swarm as ${swarmName} with different content, and a swarm never changes it`,
    { hint: "give it a new name: in the stack file, or leave name: out for one that follows the content" }
  );
}
__name(requireSame, "requireSame");
async function relabel(client, kind, { ID, Version, Spec }, labels, signal) {
  if (isSame2(Spec.Labels ?? {}, labels)) return;
  const query = { version: Version.Index };
  await client.json("POST", `/${kind}s/${ID}/update`, { query, body: { ...Spec, Labels: labels }, signal });
}
__name(relabel, "relabel");
var isSame2 = /* @__PURE__ */ __name((a, b) => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value), "isSame");
var labelsOf2 = /* @__PURE__ */ __name(({ labels }) => Object.fromEntries(Object.entries(mapping(labels)).map(([name, value]) => [name, text2(value)])), "labelsOf");
function unlessGone2(error) {
  if (isGone(error)) return void 0;
  throw error;
}
__name(unlessGone2, "unlessGone");
function unlessThere(error) {
  if (error instanceof EngineAnswerError && error.status === 409) return void 0;
  throw error;
}
__name(unlessThere, "unlessThere");

// src/stack/apply/deploy-errors.rules.ts
var NO_ENGINE = /cannot connect to the docker daemon|error during connect|connection (refused|reset)|broken pipe|\bEOF$/im;
var NO_LEADER = /does not have a leader|context deadline exceeded|code = Unavailable|transport is closing|leadership|not the leader/i;
var RULES2 = [
  [/port '(\d+)' is already in use by service '([^']+)'/, (port, service) => portTaken(port, service)],
  [
    /failed to update (secret|config) (\S+?):[^\n]*only updates to Labels are allowed/,
    (kind, name) => ({
      code: "deploy-failed",
      message: `the ${kind} ${name} exists with different content, and a swarm never changes it`,
      hint: `give it a new name in the stack file (name: ${name}-2), or remove the stack first`
    })
  ],
  [
    /network "?([^\s"]+)"? is declared as external, but could not be found/,
    (name) => ({
      code: "deploy-failed",
      message: `the external network ${name} does not exist`,
      hint: `create it: docker network create --driver overlay --attachable ${name}`
    })
  ],
  [
    /(secret|config) not found: "?([^\s"]+)"?/,
    (kind, name) => ({
      code: "deploy-failed",
      message: `the external ${kind} ${name} does not exist`,
      hint: `create it: docker ${kind} create ${name} FILE`
    })
  ],
  [
    /network (\S+) not found/,
    (name) => ({
      code: "deploy-failed",
      message: `the network ${name} disappeared during the deploy: an earlier removal is still under way`,
      hint: "deploy again in a moment"
    })
  ],
  [
    OUT_OF_SEQUENCE,
    () => ({
      code: "deploy-failed",
      message: "somebody else is changing the same services",
      hint: "let only one deploy of a stack run at once, and deploy again"
    })
  ],
  [
    /Additional property (\S+) is not allowed/,
    (key) => ({
      code: "input",
      message: `docker stack deploy does not know the key ${key}`,
      hint: "it reads version 3 of the Compose file format: leave the key out, or move it to where it belongs"
    })
  ],
  [
    /invalid reference format/,
    () => ({
      code: "input",
      message: "an image of the stack has no valid name",
      hint: "look at the image: lines, and at the variables in them"
    })
  ],
  [
    /not a swarm manager|not part of a swarm/i,
    () => ({
      code: "deploy-failed",
      message: "the engine is not a manager of a swarm",
      hint: "give the address of a manager node"
    })
  ],
  [
    NO_ENGINE,
    () => ({
      code: "engine-lost",
      message: "the engine does not answer",
      hint: "see whether it still runs: swarmline ls"
    })
  ],
  [
    NO_LEADER,
    () => ({
      code: "engine-lost",
      message: "the swarm has no leader that answers",
      hint: "see which managers are left: docker node ls; more than half of them must run"
    })
  ],
  [
    /no space left on device/,
    () => ({
      code: "disk-full",
      message: "no space left on the manager's disk",
      hint: "free some: docker system prune"
    })
  ]
];
var portTaken = /* @__PURE__ */ __name((port = "", service = "") => ({
  code: "port-taken",
  message: `port ${port} is already published by the service ${service}`,
  hint: `publish another port, or remove that service: docker service rm ${service}`
}), "portTaken");
var LONGEST = 16 * 1024;
function explainDeploy(stack, printed) {
  const said = printed.slice(-LONGEST);
  for (const [sign, explain2] of RULES2) {
    const match = sign.exec(said);
    if (!match) continue;
    const { code, message, hint } = explain2(...match.slice(1));
    return new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint });
  }
  const line = said.trim().split("\n").at(-1) ?? "";
  const plain = line.replace(/^.*rpc error: code = \w+ desc = /, "").slice(0, 300);
  return new SwarmlineError("deploy-failed", `deploying ${stack}: ${plain || "docker stack deploy failed"}`);
}
__name(explainDeploy, "explainDeploy");
function lostNetwork(stack, said) {
  const [, network = ""] = /network (\S+) not found/.exec(said) ?? [];
  return network.startsWith(`${stack}_`) ? network : "";
}
__name(lostNetwork, "lostNetwork");
var isWorthRetrying = /* @__PURE__ */ __name((stack, said) => OUT_OF_SEQUENCE.test(said) || lostNetwork(stack, said) !== "" || isPortMoving(stack, said), "isWorthRetrying");
var isPortMoving = /* @__PURE__ */ __name((stack, said) => /port '\d+' is already in use by service '([^']+)'/.exec(said)?.[1]?.startsWith(`${stack}_`) ?? false, "isPortMoving");
function refusedService(said) {
  const [, service = ""] = /failed to (?:create|update) service ([^\s:]+):/.exec(said) ?? [];
  return isAway(said) ? "" : service;
}
__name(refusedService, "refusedService");
var isAway = /* @__PURE__ */ __name((said) => NO_ENGINE.test(said) || NO_LEADER.test(said), "isAway");
var isDetachUnknown = /* @__PURE__ */ __name((said) => /unknown flag: --detach/.test(said), "isDetachUnknown");

// src/stack/apply/earlier-removal.ts
var REMOVAL_MS = 6e4;
function isForgotten(network, { client, stack, timeoutMs = REMOVAL_MS }, fx) {
  const look2 = /* @__PURE__ */ __name(async () => {
    try {
      await client.json("GET", `/networks/${encodeURIComponent(network)}`, { signal: fx.signal });
      return void 0;
    } catch (error) {
      if (isGone(error)) return true;
      throw error;
    }
  }, "look");
  const title = `Wait for an earlier removal of ${stack} to end`;
  return fx.log.step(
    title,
    () => waitFor(title, look2, {
      // It comes to its end by itself, and one small question is all it is asked: no reason to be late.
      ...{ clock: fx.clock, deadlineMs: timeoutMs, everyMs: 500, growth: 0, signal: fx.signal }
    }).catch((error) => {
      if (error instanceof SwarmlineError && error.code === "timed-out") return false;
      throw error;
    })
  );
}
__name(isForgotten, "isForgotten");

// src/stack/apply/published-ports.ts
async function requireFreePorts(client, stack, planned, signal) {
  const wanted = planned.flatMap((s) => s.ports).filter((p) => p.mode === "ingress" && p.published);
  if (wanted.length === 0) return;
  const services = await client.json("GET", "/services", { signal }) ?? [];
  for (const service of services) {
    if (service.Spec.Labels?.[STACK_LABEL] === stack) continue;
    for (const port of service.Endpoint?.Ports ?? []) {
      const isTaken = wanted.some(
        (w) => port.PublishMode === "ingress" && w.published === port.PublishedPort && w.protocol === port.Protocol
      );
      if (!isTaken) continue;
      const { code, message, hint } = portTaken(String(port.PublishedPort), service.Spec.Name);
      throw new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint });
    }
  }
}
__name(requireFreePorts, "requireFreePorts");

// src/stack/apply/remove.ts
async function removeStack(request, fx) {
  const { docker, client, stack, timeoutMs } = request;
  await fx.log.step(`Remove ${stack}`, async (update) => {
    const ask = /* @__PURE__ */ __name(async () => {
      const { stderr } = await runDocker(fx.exec, docker, client.socketPath, ["stack", "rm", stack], {
        signal: fx.signal,
        isChecked: false
      });
      if (isAway(stderr) || /not a swarm manager/i.test(stderr)) throw explainDeploy(stack, stderr);
    }, "ask");
    await persist(ask, fx);
    let left = "";
    const look2 = /* @__PURE__ */ __name(async () => {
      const objects = await stackObjects(client, stack, fx.signal);
      const tasks = await tasksAtWork(client, objects.tasks, fx.signal);
      const containers = await containersOf(request, fx.signal);
      left = inWords2({ ...objects, tasks, containers: containers.map((c) => c.Id) });
      update(left && `${left} left`);
      if (left === "") return true;
      await removeServices(client, objects, fx.signal);
      if (objects.services.length === 0 && tasks.length === 0)
        await nudge(client, objects, containers, fx.signal);
      return void 0;
    }, "look");
    await waitFor(`removing ${stack}`, () => persist(look2, fx), {
      clock: fx.clock,
      deadlineMs: timeoutMs,
      everyMs: 300,
      signal: fx.signal
    }).catch((error) => {
      throw Object.assign(error, left ? { message: `${error.message} (left: ${left})` } : {});
    });
  });
}
__name(removeStack, "removeStack");
async function tasksAtWork(client, tasks, signal) {
  const alive = tasks.filter((t) => !ENDED.includes(t.Status.State));
  if (alive.length === 0) return [];
  const nodes = await client.json("GET", "/nodes", { signal }) ?? [];
  const down = new Set(nodes.filter((n) => n.Status.State === "down").map((n) => n.ID));
  return alive.filter((t) => !down.has(t.NodeID ?? ""));
}
__name(tasksAtWork, "tasksAtWork");
var ENDED = ["complete", "shutdown", "failed", "rejected", "orphaned"];
async function containersOf({ nodes, stack }, signal) {
  const query = { all: 1, ...ofStack(stack) };
  const lists = await Promise.all(
    nodes.map(
      (node) => (
        // A node that cannot be asked is not waited for: the manager's word on its tasks has to do.
        node.json("GET", "/containers/json", { query, signal }).then(
          (found) => found.map(({ Id, State }) => ({ Id, State, node })),
          () => []
        )
      )
    )
  );
  return lists.flat();
}
__name(containersOf, "containersOf");
async function removeServices(client, { services }, signal) {
  for (const { ID } of services) await removeUnlessUsed2(client, `/services/${ID}`, signal);
}
__name(removeServices, "removeServices");
async function nudge(client, { networks, secrets, configs }, containers, signal) {
  const doomed = [
    ...networks.map((n) => [client, `/networks/${n.Id}`]),
    ...secrets.map((s) => [client, `/secrets/${s.ID}`]),
    ...configs.map((c) => [client, `/configs/${c.ID}`]),
    ...containers.filter((c) => c.State === "exited").map((c) => [c.node, `/containers/${c.Id}`])
  ];
  for (const [engine, path11] of doomed) await removeUnlessUsed2(engine, path11, signal);
}
__name(nudge, "nudge");
async function removeUnlessUsed2(engine, path11, signal) {
  await engine.json("DELETE", path11, { signal }).catch((error) => {
    if (!(error instanceof EngineAnswerError)) throw error;
  });
}
__name(removeUnlessUsed2, "removeUnlessUsed");

// src/stack/apply/deploy.ts
var TRIES = 5;
var AGAIN_MS2 = 1500;
var CLEANUP_MS = 6e4;
async function deployStack(request, fx) {
  const { client, stack, model } = request;
  await persist(() => requireFreePorts(client, stack, servicesOf(model), fx.signal), fx);
  const there = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const configs = there.configs.filter((config) => !isBook(config.Spec.Labels));
  const isFirst = inWords2({ ...there, tasks: [], configs }) === "";
  try {
    const handed = await putContents(client, stack, { model, contents: request.contents ?? [] }, fx);
    await runDeploy({ ...request, model: handed }, there, fx);
  } catch (error) {
    if (isFirst) await cleanUp(request, fx);
    throw error;
  }
  return whatIsDeployed(request, fx);
}
__name(deployStack, "deployStack");
async function runDeploy(request, before, fx) {
  const { stack, client, docker } = request;
  let model = request.model;
  const tell2 = tellsAway(fx, fx.awayMs ?? AWAY_MS);
  let hasDetach = true;
  let awaySinceMs;
  for (let tries = 1; ; ) {
    const command2 = deployCommand({ ...request, model }, hasDetach);
    const result = await runDocker(fx.exec, docker, client.socketPath, command2, {
      // By its standard input: values of variables and of env files are in it.
      input: renderStack(model),
      cwd: "/",
      env: Object.fromEntries(blankNames(model, docker).map((name) => [name, void 0])),
      signal: fx.signal,
      isChecked: false,
      onLine: /* @__PURE__ */ __name((line) => fx.log.debug(line), "onLine")
    });
    if (result.exitCode === 0) return;
    const said = result.stderr.trim() || result.stdout;
    if (hasDetach && isDetachUnknown(said)) {
      hasDetach = false;
      continue;
    }
    if (isAway(said)) {
      awaySinceMs ??= fx.clock.now();
      if (fx.clock.now() - awaySinceMs >= (fx.awayMs ?? AWAY_MS)) throw explainDeploy(stack, said);
      tell2(said.trim(), fx.clock.now() - awaySinceMs);
    } else {
      awaySinceMs = void 0;
      if (tries++ >= TRIES || !isWorthRetrying(stack, said)) throw explainDeploy(stack, said);
    }
    fx.log.debug(`trying again: ${said.trim()}`);
    const network = lostNetwork(stack, said);
    if (network === "") await fx.clock.sleep(AGAIN_MS2, fx.signal);
    else if (!await isForgotten(network, request, fx)) throw explainDeploy(stack, said);
    const left = await notYetDeployed(request, before, refusedService(said), fx);
    if (left.length === 0) return;
    model = partOfModel(request.model, left);
  }
}
__name(runDeploy, "runDeploy");
async function notYetDeployed({ client, stack, model }, before, refused3, fx) {
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const isDeployed = /* @__PURE__ */ __name((name) => {
    if (name === refused3) return false;
    const now = services.find((service) => service.Spec.Name === name);
    const old = before.services.find((service) => service.ID === now?.ID);
    const hasRun = old?.JobStatus?.JobIteration?.Index !== now?.JobStatus?.JobIteration?.Index;
    return now !== void 0 && (hasRun || !(old && isSameSpec(old.Spec, now.Spec)));
  }, "isDeployed");
  return servicesOf(model).map((service) => service.name).filter((name) => !isDeployed(`${stack}_${name}`));
}
__name(notYetDeployed, "notYetDeployed");
var blankNames = /* @__PURE__ */ __name((model, { file }) => serviceEntries(model).flatMap(([, service]) => Object.entries(record(service.environment))).flatMap(([name, value]) => value === null || value === "" ? [name] : []).filter((name) => name !== "PATH" || path10.isAbsolute(file)), "blankNames");
function deployCommand({ stack, model, withRegistryAuth }, hasDetach) {
  const isAllPinned = servicesOf(model).every((service) => isPinned(service.image));
  return [
    "stack",
    "deploy",
    ...["--compose-file", "-"],
    ...hasDetach ? ["--detach=true"] : [],
    ...withRegistryAuth ? ["--with-registry-auth"] : [],
    ...isAllPinned ? ["--resolve-image", "never"] : [],
    stack
  ];
}
__name(deployCommand, "deployCommand");
async function whatIsDeployed({ client, stack, model }, fx) {
  const names = servicesOf(model).map((service) => `${stack}_${service.name}`);
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const withoutDigest2 = services.filter(
    (s) => names.includes(s.Spec.Name) && !s.Spec.TaskTemplate.ContainerSpec?.Image.includes("@sha256:")
  ).map((s) => s.Spec.Name);
  return { services: names, withoutDigest: withoutDigest2 };
}
__name(whatIsDeployed, "whatIsDeployed");
async function cleanUp({ docker, client, stack }, fx) {
  const request = { docker, client, stack, nodes: [], timeoutMs: CLEANUP_MS };
  await removeStack(request, forCleanup(fx)).catch(
    (error) => fx.log.warn(`could not remove what the failed deploy made: ${explain(error)}`)
  );
}
__name(cleanUp, "cleanUp");

// src/stack/apply/prune-services.ts
async function pruneServices(client, stack, names, fx) {
  if (names.length === 0) return [];
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const removed = [];
  for (const { ID, Spec } of services.filter((service) => names.includes(service.Spec.Name))) {
    const remove = /* @__PURE__ */ __name(() => client.json("DELETE", `/services/${ID}`, { signal: fx.signal }), "remove");
    await persist(remove, fx).catch((error) => {
      if (!(error instanceof EngineAnswerError)) throw error;
      if (error.status !== 404)
        throw new SwarmlineError("deploy-failed", `${Spec.Name} could not be removed: ${error.message}`, {
          hint: `remove it: docker service rm ${Spec.Name}`,
          cause: error
        });
    });
    removed.push(Spec.Name);
  }
  return removed;
}
__name(pruneServices, "pruneServices");

// src/stack/apply/restore/created.ts
var AGAIN_MS3 = 300;
async function removeCreated({ client, snapshot, deadlineMs: deadlineMs2 }, fx) {
  const startedAtMs = fx.clock.now();
  const untilMs = startedAtMs + deadlineMs2;
  const removed = /* @__PURE__ */ new Set();
  for (; ; ) {
    const created2 = await createdSince(client, snapshot, fx);
    const used = created2.length > 0 ? await inForce(client, fx) : /* @__PURE__ */ new Set();
    const unused = created2.filter(({ id }) => !used.has(id));
    if (unused.length === 0 || fx.clock.now() >= untilMs) {
      const left = created2.map(({ name }) => name);
      return { removed: [...removed].filter((name) => !left.includes(name)), left };
    }
    for (const object of unused) if (await removeUnused(client, object, fx)) removed.add(object.name);
    await fx.clock.sleep(Math.max(AGAIN_MS3, (fx.clock.now() - startedAtMs) / 10), fx.signal);
  }
}
__name(removeCreated, "removeCreated");
async function createdSince(client, snapshot, fx) {
  const now = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx);
  const all = [
    ...now.secrets.map((s) => ({ kind: "secret", id: s.ID, name: s.Spec.Name })),
    ...now.configs.filter((c) => !isBook(c.Spec.Labels)).map((c) => ({ kind: "config", id: c.ID, name: c.Spec.Name })),
    ...now.networks.map((n) => ({ kind: "network", id: n.Id, name: n.Name }))
  ];
  const before = /* @__PURE__ */ new Set([...snapshot.networkIds, ...snapshot.secretIds, ...snapshot.configIds]);
  return all.filter(({ id }) => !before.has(id));
}
__name(createdSince, "createdSince");
async function inForce(client, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/services", { signal: fx.signal }), "ask");
  const services = await persist(ask, fx) ?? [];
  return new Set(
    services.map(({ Spec }) => usesOf(Spec)).flatMap(({ secrets, configs, networks }) => [...secrets, ...configs, ...networks])
  );
}
__name(inForce, "inForce");

// src/stack/apply/restore/restore.ts
async function restoreStack({
  client,
  snapshot,
  registryAuth: registryAuth2
}, fx) {
  const { services } = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx);
  const done = [];
  const wanted = snapshot.services.filter(({ spec }) => !isRunJobSpec(spec));
  const old = wanted.map(({ id, spec }) => ({
    spec,
    id: (services.find((s) => s.ID === id) ?? services.find((s) => s.Spec.Name === spec.Name))?.ID
  }));
  const isOldJob = /* @__PURE__ */ __name(({ Spec }) => isRunJobSpec(Spec) && snapshot.services.some(({ spec }) => isSameSpec(spec, Spec)), "isOldJob");
  const late = services.filter((each) => !old.some(({ id }) => id === each.ID) && !isOldJob(each));
  const remove = /* @__PURE__ */ __name(async (some) => {
    for (const { ID, Spec } of some)
      done.push(await attempt(Spec.Name, fx, () => removeService(client, ID, fx)));
  }, "remove");
  const inTheWay = late.filter(({ Spec }) => old.some(({ spec }) => haveOnePort(Spec, spec)));
  await remove(inTheWay);
  for (const { id, spec } of old)
    done.push(await attempt(spec.Name, fx, () => restore(client, id, spec, registryAuth2, fx)));
  await remove(late.filter((each) => !inTheWay.includes(each)));
  for (const [i, { service, action }] of done.entries()) {
    const again = old.find(({ spec }) => spec.Name === service);
    if (action !== "failed" || !again) continue;
    done[i] = await attempt(service, fx, () => restore(client, again.id, again.spec, registryAuth2, fx));
  }
  return done;
}
__name(restoreStack, "restoreStack");
var haveOnePort = /* @__PURE__ */ __name((a, b) => (a.EndpointSpec?.Ports ?? []).some(
  ({ PublishedPort, Protocol }) => (b.EndpointSpec?.Ports ?? []).some(
    (other) => PublishedPort && other.PublishedPort === PublishedPort && other.Protocol === Protocol
  )
), "haveOnePort");
var WRITE_MS = 3e4;
async function attempt(service, fx, work) {
  try {
    return { service, action: await work() };
  } catch (error) {
    if (fx.signal.aborted) throw error;
    return { service, action: "failed", why: explain(error) };
  }
}
__name(attempt, "attempt");
async function restore(client, id, spec, registryAuth2, fx) {
  const auth = registryAuth2?.(spec.TaskTemplate.ContainerSpec?.Image ?? "");
  const headers = auth === void 0 ? {} : { "x-registry-auth": auth };
  let hasWritten = false;
  return persist(async () => {
    const current = await inspect2(client, id ?? spec.Name, fx);
    if (!current) {
      await client.json("POST", "/services/create", { body: spec, headers, timeoutMs: WRITE_MS });
      return "recreated";
    }
    if (isSameSpec(current.Spec, spec) && !isUnfinished(current))
      return hasWritten ? "restored" : id === void 0 ? "recreated" : "unchanged";
    hasWritten = true;
    await client.json("POST", `/services/${current.ID}/update`, {
      query: { version: current.Version.Index, registryAuthFrom: "spec" },
      body: spec,
      headers,
      timeoutMs: WRITE_MS
    });
    return "restored";
  }, fx);
}
__name(restore, "restore");
var GONE_BACK = ["paused", "rollback_started", "rollback_paused", "rollback_completed"];
var isUnfinished = /* @__PURE__ */ __name(({ UpdateStatus }) => GONE_BACK.includes(UpdateStatus?.State ?? ""), "isUnfinished");
function inspect2(client, id, fx) {
  return client.json("GET", `/services/${encodeURIComponent(id)}`, { signal: fx.signal }).catch((error) => {
    if (isGone(error)) return void 0;
    throw error;
  });
}
__name(inspect2, "inspect");
async function removeService(client, id, fx) {
  await persist(
    () => client.json("DELETE", `/services/${id}`, { timeoutMs: WRITE_MS }).catch((error) => {
      if (!isGone(error)) throw error;
    }),
    fx
  );
  return "removed";
}
__name(removeService, "removeService");

// src/stack/apply/restore/snapshot.ts
async function takeSnapshot(client, stack, fx) {
  const { services, networks, secrets, configs } = await persist(
    () => stackObjects(client, stack, fx.signal),
    fx
  );
  return {
    stack,
    services: services.map(({ ID, Spec }) => ({ id: ID, spec: Spec })),
    networkIds: networks.map((network) => network.Id),
    secretIds: secrets.map((secret) => secret.ID),
    configIds: configs.filter((config) => !isBook(config.Spec.Labels)).map((config) => config.ID)
  };
}
__name(takeSnapshot, "takeSnapshot");

// src/stack/apply/restore/standing.rules.ts
function standing(snapshot, { services, currentTasks }, whose) {
  const old = snapshot.services.filter(({ spec }) => !isRunJobSpec(spec));
  const known = old.map(({ id, spec }) => {
    const now = services.find((s) => s.ID === id) ?? services.find((s) => s.Spec.Name === spec.Name);
    if (!now) return `${spec.Name}: not there`;
    const has = isSameSpec(now.Spec, spec) ? `has its spec ${whose}` : `has another spec than the one ${whose}`;
    return `${spec.Name}: ${has}, ${tasksOf(now, currentTasks)}`;
  });
  const names = snapshot.services.map(({ spec }) => spec.Name);
  const later = services.filter(
    ({ ID, Spec }) => !names.includes(Spec.Name) && !snapshot.services.some(({ id }) => id === ID)
  );
  return [
    ...known,
    ...later.map((now) => `${now.Spec.Name}: came later and is still there, ${tasksOf(now, currentTasks)}`)
  ].toSorted();
}
__name(standing, "standing");
function tasksOf({ ID, Spec, UpdateStatus }, currentTasks) {
  const running = currentTasks.filter((task) => task.ServiceID === ID && task.Status.State === "running").length;
  const wanted = Spec.Mode.Replicated?.Replicas;
  const counted = wanted === void 0 ? `tasks that run by it: ${running}` : `${running} of ${wanted} tasks run by it`;
  const goesOn = GOES_ON[UpdateStatus?.State ?? ""];
  return goesOn ? `${counted}; ${goesOn}` : counted;
}
__name(tasksOf, "tasksOf");
var GOES_ON = {
  updating: "the swarm continues it by itself",
  rollback_started: "the swarm continues it by itself",
  paused: "paused, nothing moves until somebody deploys again or rolls back",
  rollback_paused: "paused, nothing moves until somebody deploys again or rolls back"
};

// src/stack/apply/restore/standing.ts
var LOOK_MS = 1e4;
async function readStanding(client, snapshot, whose, fx) {
  const { clock, signal } = forCleanup(fx, LOOK_MS);
  const list4 = /* @__PURE__ */ __name(async (path11, more = {}) => {
    const filters = JSON.stringify({ label: [`${STACK_LABEL}=${snapshot.stack}`], ...more });
    return await client.json("GET", path11, { query: { filters }, signal }) ?? [];
  }, "list");
  try {
    return await persist(
      async () => {
        const services = await list4("/services");
        const tasks = await list4("/tasks", { "_up-to-date": ["true"] });
        const nodes = await client.json("GET", "/nodes", { signal });
        const ready = new Set(nodes.filter((node) => node.Status.State === "ready").map((node) => node.ID));
        const currentTasks = tasks.filter((task) => ready.has(task.NodeID ?? ""));
        return standing(snapshot, { services, currentTasks }, whose);
      },
      { clock, signal }
    );
  } catch {
    return [
      `${snapshot.stack}: the engine does not answer, so nobody can tell what is left; look at it later`
    ];
  }
}
__name(readStanding, "readStanding");

// src/rollout/snapshot.ts
var EMPTY_BASELINE = { runningTaskIds: /* @__PURE__ */ new Set(), endedTaskIds: /* @__PURE__ */ new Set() };
var ENDED2 = /* @__PURE__ */ new Set(["complete", "shutdown", "failed", "rejected", "remove", "orphaned"]);
var isEnded = /* @__PURE__ */ __name((state) => ENDED2.has(state), "isEnded");
function statusOf(service, baseline) {
  const now = service.UpdateStatus;
  const before = baseline.updates?.get(service.ID);
  if (now?.State === void 0 || before?.StartedAt !== now.StartedAt) return now?.State;
  const isSame3 = before?.State === now.State && before.CompletedAt === now.CompletedAt;
  if (isSame3 && now.State.endsWith("completed")) return void 0;
  if (before?.State !== "rollback_started") return now.State;
  if (now.State === "rollback_started") return "updating";
  return now.State === "rollback_completed" ? void 0 : now.State;
}
__name(statusOf, "statusOf");
async function readBaseline(client, stack, signal) {
  const [tasks, services] = await Promise.all([
    list3(client, "/tasks", stackFilter(stack), signal),
    list3(client, "/services", stackFilter(stack), signal)
  ]);
  const idsOf = /* @__PURE__ */ __name((isWanted) => new Set(tasks.filter((t) => isWanted(t.Status.State)).map((t) => t.ID)), "idsOf");
  return {
    runningTaskIds: idsOf((state) => state === "running"),
    endedTaskIds: idsOf(isEnded),
    updates: new Map(services.map(({ ID, UpdateStatus }) => [ID, UpdateStatus]))
  };
}
__name(readBaseline, "readBaseline");
var NODES_EVERY_LOOKS = 5;
function createSnapshotReader(client, stack) {
  let looks = 0;
  let nodes = [];
  let current = { key: "", ids: /* @__PURE__ */ new Set() };
  return async (signal, areNodesAsked = false) => {
    const filter = stackFilter(stack);
    const [services, tasks] = await Promise.all([
      list3(client, "/services", filter, signal),
      list3(client, "/tasks", filter, signal)
    ]);
    const key = JSON.stringify([services.map(whatTasksAreMadeOf), tasks.map((t) => t.ID)]);
    if (key !== current.key) {
      const upToDate = await list3(client, "/tasks", { ...filter, "_up-to-date": ["true"] }, signal);
      current = { key, ids: new Set(upToDate.map((t) => t.ID)) };
    }
    if (looks++ % NODES_EVERY_LOOKS === 0 || areNodesAsked)
      nodes = await list3(client, "/nodes", {}, signal);
    return { services, tasks, currentTaskIds: current.ids, nodes };
  };
}
__name(createSnapshotReader, "createSnapshotReader");
var whatTasksAreMadeOf = /* @__PURE__ */ __name(({ ID, Spec }) => [ID, Spec.TaskTemplate, Spec.EndpointSpec], "whatTasksAreMadeOf");
var stackFilter = /* @__PURE__ */ __name((stack) => ({
  label: [`${STACK_LABEL}=${stack}`]
}), "stackFilter");
async function list3(client, path11, filters, signal) {
  const query = { filters: JSON.stringify(filters) };
  const answer = await client.json("GET", path11, {
    query,
    timeoutMs: 3e4,
    ...signal ? { signal } : {}
  });
  return answer ?? [];
}
__name(list3, "list");

// src/rollout/log-lines.rules.ts
var MAX_LINES = 20;
var MAX_LENGTH3 = 300;
function presentable(text3, most = MAX_LINES) {
  return text3.split(/\r?\n/).map(cleanLine).filter((line) => line !== "").slice(-most);
}
__name(presentable, "presentable");
var cleanLine = /* @__PURE__ */ __name((line) => bounded(line, MAX_LENGTH3), "cleanLine");

// src/rollout/task-log.ts
var LOG_TIMEOUT_MS = 5e3;
var LOG_MAX_BYTES = 256 * 1024;
async function lastLinesOf(client, taskId, lines, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_TIMEOUT_MS)]);
  const chunks = [];
  try {
    const stream = await client.stream("GET", `/tasks/${taskId}/logs`, {
      query: { stdout: 1, stderr: 1, tail: lines },
      timeoutMs: LOG_TIMEOUT_MS,
      signal: limit
    });
    let size = 0;
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunks.at(-1)?.length ?? 0;
      if (size > LOG_MAX_BYTES) break;
    }
  } catch {
  }
  return presentable(demultiplex(Buffer.concat(chunks)), lines);
}
__name(lastLinesOf, "lastLinesOf");
var JOB_LINES = 200;
var JOB_TASKS = 10;
async function jobLog(client, service, signal) {
  try {
    const { ID, JobStatus } = await client.json("GET", `/services/${service}`, { signal });
    const filters = JSON.stringify({ service: [ID] });
    const tasks = await client.json("GET", "/tasks", { query: { filters }, signal }) ?? [];
    const iteration = JobStatus?.JobIteration?.Index ?? 0;
    const own2 = tasks.filter(
      (task) => (task.JobIteration?.Index ?? 0) === iteration && task.Status.ContainerStatus?.ContainerID
    ).toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt)).slice(-JOB_TASKS);
    const lines = [];
    for (const task of own2) lines.push(...await lastLinesOf(client, task.ID, JOB_LINES, signal));
    return lines;
  } catch {
    return [];
  }
}
__name(jobLog, "jobLog");

// src/rollout/category.rules.ts
var SIGNS2 = [
  [/unhealthy container|health ?check/i, "health"],
  [
    /host-mode port already in use|port is already allocated|address already in use|bind for .* failed/i,
    "port"
  ],
  [/insufficient resources|cannot allocate memory|no space left on device/i, "resources"],
  [/no suitable node|max replicas per node|unsupported platform|no node (fits|is eligible)/i, "placement"],
  [/\b(secret|config)\b.*(not found|no such|reference)|no such (secret|config)/i, "secret"],
  [/no such image|pull access denied|manifest unknown|repository .*not found|no matching manifest/i, "image"],
  [/unauthorized|failed to (pull|resolve)|image .*not found|invalid reference/i, "image"],
  [
    /network .*not found|no available (ipv4|network|address)|could not find an available|subnet|sandbox/i,
    "network"
  ],
  [
    /non-zero exit|starting container failed|executable file not found|oci runtime|restarts? (is|are) used up/i,
    "exit"
  ]
];
var LONGEST2 = 4096;
function categorise(error) {
  const text3 = error.slice(0, LONGEST2);
  return SIGNS2.find(([sign]) => sign.test(text3))?.[1] ?? "other";
}
__name(categorise, "categorise");

// src/docker/eligible.rules.ts
function eligibleNodes(spec, nodes) {
  return fitNodes(spec, nodes).filter(
    (node) => node.Status.State === "ready" && node.Spec.Availability === "active"
  );
}
__name(eligibleNodes, "eligibleNodes");
function fitNodes(spec, nodes) {
  const constraints = spec.Placement?.Constraints ?? [];
  return nodes.filter(
    (node) => constraints.every((constraint) => isMet(constraint, node)) && isPlatformFit(spec, node)
  );
}
__name(fitNodes, "fitNodes");
function isMet(constraint, node) {
  const operator = constraint.includes("==") ? "==" : "!=";
  const at = constraint.indexOf(operator);
  if (at < 0) return false;
  const actual = attributeOf(constraint.slice(0, at).trim(), node);
  if (actual === void 0) return false;
  const wanted = constraint.slice(at + 2).trim();
  const isSubnet = constraint.slice(0, at).trim().toLowerCase() === "node.ip" && wanted.includes("/");
  const isEqual = isSubnet ? isWithin(actual, wanted) : actual.toLowerCase() === wanted.toLowerCase();
  return operator === "==" ? isEqual : !isEqual;
}
__name(isMet, "isMet");
function isWithin(address, subnet) {
  const [network = "", bits = ""] = subnet.split("/");
  const [a, b] = [ipv4Of(address), ipv4Of(network)];
  if (a === void 0 || b === void 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(a / size) === Math.floor(b / size);
}
__name(isWithin, "isWithin");
function ipv4Of(text3) {
  const parts = text3.split(".").map((part) => /^\d{1,3}$/.test(part) ? Number(part) : 256);
  if (parts.length !== 4 || parts.some((part) => part > 255)) return void 0;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
__name(ipv4Of, "ipv4Of");
function attributeOf(key, node) {
  const lower = key.toLowerCase();
  if (lower.startsWith("node.labels.")) return node.Spec.Labels?.[key.slice("node.labels.".length)] ?? "";
  if (lower.startsWith("engine.labels."))
    return node.Description.Engine.Labels?.[key.slice("engine.labels.".length)] ?? "";
  switch (lower) {
    case "node.id":
      return node.ID;
    case "node.hostname":
      return node.Description.Hostname;
    case "node.ip":
      return node.Status.Addr;
    case "node.role":
      return node.Spec.Role;
    case "node.platform.os":
      return node.Description.Platform.OS;
    case "node.platform.arch":
      return node.Description.Platform.Architecture;
    default:
      return void 0;
  }
}
__name(attributeOf, "attributeOf");
function isPlatformFit(spec, node) {
  const platforms = spec.Placement?.Platforms ?? [];
  const { OS, Architecture } = node.Description.Platform;
  return platforms.length === 0 || platforms.some(
    (wanted) => (!wanted.OS || wanted.OS === OS) && (!wanted.Architecture || normalise(wanted.Architecture) === normalise(Architecture))
  );
}
__name(isPlatformFit, "isPlatformFit");
var ARCHITECTURES = { x86_64: "amd64", aarch64: "arm64" };
var normalise = /* @__PURE__ */ __name((architecture) => ARCHITECTURES[architecture] ?? architecture, "normalise");

// src/rollout/heals.rules.ts
var LASTING = /manifest unknown|manifest .*not found|pull access denied|repository .*(not found|does not exist)|no matching manifest|invalid reference|executable file not found|oci runtime|starting container failed|invalid mount config|bind source path does not exist|unable to find user|no such (secret|config)|(secret|config) .*not found|unknown log opt|logger: no log driver/i;
var UNCLEAR = /no such image/i;
function healing(symptom) {
  if (LASTING.test(symptom.error)) return "impossible";
  return UNCLEAR.test(symptom.error) ? "unclear" : "possible";
}
__name(healing, "healing");
function canBeFreed(service, category, wanted, nodes) {
  const eligible = eligibleNodes(service.Spec.TaskTemplate, nodes);
  if (category === "port") {
    const isStartFirst = service.UpdateStatus?.State === "updating" && service.Spec.UpdateConfig?.Order === "start-first";
    return eligible.length >= wanted + (isStartFirst ? 1 : 0);
  }
  return eligible.some((node) => isLargeEnough(service, node));
}
__name(canBeFreed, "canBeFreed");
function isLargeEnough({ Spec }, { Description }) {
  const wanted = Spec.TaskTemplate.Resources?.Reservations;
  const has = Description.Resources;
  if (!has) return true;
  return (wanted?.NanoCPUs ?? 0) <= (has.NanoCPUs ?? Number.POSITIVE_INFINITY) && (wanted?.MemoryBytes ?? 0) <= (has.MemoryBytes ?? Number.POSITIVE_INFINITY);
}
__name(isLargeEnough, "isLargeEnough");

// src/rollout/slots.rules.ts
var STATES = [
  "new",
  "allocated",
  "pending",
  "assigned",
  "accepted",
  "preparing",
  "ready",
  "starting",
  "running",
  "complete",
  "shutdown",
  "failed",
  "rejected",
  "remove",
  "orphaned"
];
var rank = /* @__PURE__ */ __name((state) => STATES.indexOf(state), "rank");
var isGlobal = /* @__PURE__ */ __name((service) => Boolean(service.Spec.Mode.Global || service.Spec.Mode.GlobalJob), "isGlobal");
function isOneShot3(service) {
  const { Mode, TaskTemplate } = service.Spec;
  const condition = TaskTemplate.RestartPolicy?.Condition;
  return Boolean(Mode.ReplicatedJob || Mode.GlobalJob) || condition === "none" || condition === "on-failure";
}
__name(isOneShot3, "isOneShot");
function slotsOf(service, tasks, snapshot) {
  const { Mode, TaskTemplate } = service.Spec;
  const isPerNode = Boolean(Mode.Global || Mode.GlobalJob);
  const eligible = new Set(isPerNode ? eligibleNodes(TaskTemplate, snapshot.nodes).map((n) => n.ID) : []);
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  const iteration = service.JobStatus ? service.JobStatus.JobIteration?.Index ?? 0 : void 0;
  const isOfIteration = /* @__PURE__ */ __name((task) => iteration === void 0 || (task.JobIteration?.Index ?? 0) === iteration, "isOfIteration");
  const keyOf2 = /* @__PURE__ */ __name((task) => isPerNode ? task.NodeID ?? "" : String(task.Slot ?? 0), "keyOf");
  const bySlot = /* @__PURE__ */ new Map();
  for (const task of tasks) {
    if (!snapshot.currentTaskIds.has(task.ID) || task.DesiredState === "remove") continue;
    if (!isOfIteration(task)) continue;
    if (isPerNode && !eligible.has(task.NodeID ?? "")) continue;
    bySlot.set(keyOf2(task), [...bySlot.get(keyOf2(task)) ?? [], task]);
  }
  const held2 = new Set(tasks.filter((task) => isMeantToBe(task) && isOfIteration(task)).map(keyOf2));
  return [...bySlot].flatMap(
    ([key, all]) => slotOf({ key, all, isHeld: held2.has(key) }, service, ready) ?? []
  );
}
__name(slotsOf, "slotsOf");
var isMeantToBe = /* @__PURE__ */ __name((task) => task.DesiredState === "complete" || !isEnded(task.DesiredState), "isMeantToBe");
function slotOf({ key, all, isHeld }, service, ready) {
  const tasks = all.toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt));
  const alive = tasks.filter(isMeantToBe);
  const task = alive.toSorted(
    (a, b) => rank(a.DesiredState) - rank(b.DesiredState) || rank(a.Status.State) - rank(b.Status.State)
  )[0] ?? tasks.at(-1);
  if (!task) return void 0;
  const isJob2 = service.JobStatus !== void 0 || Boolean(service.Spec.Mode.ReplicatedJob || service.Spec.Mode.GlobalJob);
  const isRunning2 = !isEnded(task.DesiredState) && task.Status.State === "running" && task.NodeID !== void 0 && ready.has(task.NodeID);
  const isDone = isOneShot3(service) && tasks.some((t) => t.Status.State === "complete" && (isJob2 || !isHeld));
  return {
    key,
    task,
    tasks,
    isSatisfied: isDone || isRunning2 && !isJob2,
    isExhausted: !isHeld && isEnded(task.Status.State)
  };
}
__name(slotOf, "slotOf");

// src/rollout/early-failure.rules.ts
var FAILURES_ENOUGH = 3;
var FAILURES_ENOUGH_OF = { image: 2 };
var UNCLEAR_GRACE_MS = 3e4;
var NANOSECONDS_PER_MS = 1e6;
var PLACEMENT_GRACE_MS = 1e4;
var NOT_BEGUN_GRACE_MS = 6e4;
var DEFAULT_STOP_GRACE_MS = 1e4;
var SWARM_ANSWERS_MS = 3e3;
function earlyFailure(service, slots, baseline) {
  for (const slot of slots) {
    if (slot.isSatisfied) continue;
    const failures = slot.tasks.filter((t) => isFailure(t, service));
    const last = failures.at(-1);
    if (!last) continue;
    const symptom = symptomOf(last);
    if (slot.isExhausted && slot.task.ID === last.ID)
      return verdict(service, { ...symptom, error: `${symptom.error} (its restarts are used up)` });
    const fresh = failures.filter((t) => !baseline.endedTaskIds.has(t.ID)).length;
    const chance = healing(symptom);
    if (chance === "possible" || fresh < (FAILURES_ENOUGH_OF[symptom.category] ?? FAILURES_ENOUGH)) continue;
    const found = verdict(service, symptom);
    return chance === "unclear" && found?.kind === "failed" ? { kind: "stuck", symptom, graceMs: UNCLEAR_GRACE_MS } : found;
  }
  return void 0;
}
__name(earlyFailure, "earlyFailure");
function retrying(service, slots, baseline) {
  const last = slots.filter((slot) => !slot.isSatisfied).flatMap((slot) => slot.tasks.filter((t) => isFailure(t, service) && !baseline.endedTaskIds.has(t.ID))).toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt)).at(-1);
  return last && { kind: "progressing", symptom: symptomOf(last) };
}
__name(retrying, "retrying");
function verdict(service, symptom) {
  const config = service.Spec.UpdateConfig;
  if (service.UpdateStatus?.State !== "updating" || config?.FailureAction === "continue")
    return { kind: "failed", symptom };
  return (config?.MaxFailureRatio ?? 0) > 0 ? void 0 : { kind: "stuck", symptom, graceMs: SWARM_ANSWERS_MS };
}
__name(verdict, "verdict");
function placementTrouble(service, slots, wanted, nodes) {
  if (wanted === 0) {
    const constraints = service.Spec.TaskTemplate.Placement?.Constraints ?? [];
    const error = `no node is eligible${constraints.length ? ` (${constraints.join(", ")})` : ""}`;
    return {
      kind: "stuck",
      symptom: { category: "placement", error, task: void 0 },
      graceMs: PLACEMENT_GRACE_MS
    };
  }
  const waiting = slots.find(
    (slot) => !slot.isSatisfied && ["new", "pending"].includes(slot.task.Status.State) && slot.task.Status.Err
  );
  if (!waiting) return notBegun(slots);
  const symptom = symptomOf(waiting.task);
  const isHeld = symptom.category === "port" || symptom.category === "resources";
  if (isHeld && canBeFreed(service, symptom.category, wanted, nodes)) return { kind: "progressing", symptom };
  return { kind: "stuck", symptom, graceMs: PLACEMENT_GRACE_MS + (isHeld ? stopGraceMs(service) : 0) };
}
__name(placementTrouble, "placementTrouble");
function notBegun(slots) {
  const [oldest] = slots.filter((slot) => !slot.isSatisfied && ["assigned", "accepted"].includes(slot.task.Status.State)).map((slot) => slot.task).toSorted((a, b) => Date.parse(a.Status.Timestamp) - Date.parse(b.Status.Timestamp));
  if (!oldest) return void 0;
  const error = `the task is ${oldest.Status.State}, and its node does not start it: is its disk full?`;
  const symptom = { category: "resources", error, task: oldest };
  return { kind: "stuck", symptom, graceMs: NOT_BEGUN_GRACE_MS, which: oldest.ID };
}
__name(notBegun, "notBegun");
function stopGraceMs(service) {
  const nanoseconds = service.Spec.TaskTemplate.ContainerSpec?.StopGracePeriod;
  return nanoseconds === void 0 ? DEFAULT_STOP_GRACE_MS : nanoseconds / NANOSECONDS_PER_MS;
}
__name(stopGraceMs, "stopGraceMs");
function symptomOf(task) {
  const { State, Err, Message } = task.Status;
  if (State === "complete") {
    const isChecked = (task.Spec.ContainerSpec?.Healthcheck?.Test?.[0] ?? "NONE") !== "NONE";
    return isChecked ? {
      category: "health",
      error: "the container ended (exit 0): it is unhealthy, or has nothing to do",
      task
    } : { category: "exit", error: "the container exited (exit 0)", task };
  }
  const error = Err || Message || `the task is ${State}`;
  return { category: categorise(error), error, task };
}
__name(symptomOf, "symptomOf");
function isFailure(task, service) {
  const state = task.Status.State;
  return state === "failed" || state === "rejected" || state === "complete" && !isOneShot3(service);
}
__name(isFailure, "isFailure");

// src/rollout/evidence.ts
var LOG_TAIL = 20;
async function gatherEvidence(client, judgement, snapshot, baseline, signal) {
  const { state } = judgement;
  const { task, category, error } = tellingSymptom(judgement, snapshot, baseline);
  const node = snapshot.nodes.find((n) => n.ID === task?.NodeID);
  return {
    service: state.name,
    task: task?.ID ?? "",
    node: node?.Description.Hostname ?? "",
    category,
    error: cleanLine(error),
    logLines: task?.Status.ContainerStatus?.ContainerID ? await lastLinesOf(client, task.ID, LOG_TAIL, signal) : []
  };
}
__name(gatherEvidence, "gatherEvidence");
function tellingSymptom(judgement, snapshot, baseline) {
  const { state, message } = judgement;
  const tasks = snapshot.tasks.filter((t) => t.ServiceID === state.id && !baseline.endedTaskIds.has(t.ID)).toSorted((a, b) => Date.parse(b.CreatedAt) - Date.parse(a.CreatedAt));
  const isOnlyPassing = judgement.outcome === void 0 && tasks.some(hasFailed);
  if (judgement.symptom && !isOnlyPassing) return judgement.symptom;
  const task = tasks.find((t) => message.includes(t.ID)) ?? tasks.find(hasFailed) ?? tasks.find((t) => !isEnded(t.DesiredState) && t.Status.State !== "running") ?? tasks.find((t) => isEnded(t.DesiredState) && t.Status.State === "running");
  if (!task)
    return {
      category: "other",
      error: message || `${state.running} of ${state.wanted} tasks run`,
      task: void 0
    };
  if (hasFailed(task)) return symptomOf(task);
  return { category: task.Status.State === "new" ? "network" : "other", error: stillIn(task), task };
}
__name(tellingSymptom, "tellingSymptom");
var hasFailed = /* @__PURE__ */ __name((task) => task.Status.State === "failed" || task.Status.State === "rejected", "hasFailed");
var stillIn = /* @__PURE__ */ __name((task) => isEnded(task.DesiredState) ? "a task that should stop is still running" : task.Status.State === "new" ? "the task is still new: it has no address in its networks yet" : `the task is still ${task.Status.State}${task.Status.Message ? ` (${task.Status.Message})` : ""}`, "stillIn");

// src/rollout/hold.rules.ts
var NO_MEMORY = {
  lookedAtMs: void 0,
  up: /* @__PURE__ */ new Map(),
  stuck: /* @__PURE__ */ new Map(),
  blame: /* @__PURE__ */ new Map()
};
var NANOSECONDS_PER_MS2 = 1e6;
var LONGEST_GAP_MS = 5e3;
var SWARM_LATER_MS = 200;
var DEFAULT_MONITOR_MS3 = 5e3;
function judge(memory, states, holdMs, nowMs) {
  const up = /* @__PURE__ */ new Map();
  const stuck = /* @__PURE__ */ new Map();
  const blame = new Map(memory.blame);
  const gapMs = nowMs - (memory.lookedAtMs ?? nowMs);
  const awayMs2 = gapMs > LONGEST_GAP_MS ? gapMs : 0;
  const judgements = states.map((state) => {
    const { id, phase } = state;
    if (phase.kind === "settled" || phase.kind === "progressing" && state.running === state.wanted) {
      const what = state.countedTasks.map((t) => t.ID).toSorted().join();
      const sinceMs = sinceOf(memory.up.get(id), what) ?? upSince(state, memory.lookedAtMs, nowMs);
      up.set(id, { what, sinceMs });
      const dueMs2 = sinceMs + (holdMs.get(id) ?? DEFAULT_MONITOR_MS3);
      if (phase.kind === "progressing" || phase.isUpdating)
        return { ...judged2(state, void 0), againAtMs: nowMs < dueMs2 ? dueMs2 + SWARM_LATER_MS : void 0 };
      return nowMs >= dueMs2 ? judged2(state, "converged") : { ...judged2(state, void 0), againAtMs: dueMs2 };
    }
    if (phase.kind === "stuck") {
      const what = phase.which ?? phase.symptom.category;
      const sinceMs = (sinceOf(memory.stuck.get(id), what) ?? nowMs - awayMs2) + awayMs2;
      stuck.set(id, { what, sinceMs });
      return judged2(state, nowMs - sinceMs >= phase.graceMs ? "failed" : void 0);
    }
    if (phase.kind === "rolling-back") blame.set(id, blame.get(id) ?? phase.message);
    const judgement = judged2(state, OUTCOME_AT_ONCE[phase.kind]);
    return phase.kind === "rolled-back" ? { ...judgement, message: blame.get(id) ?? judgement.message } : judgement;
  });
  return { memory: { lookedAtMs: nowMs, up, stuck, blame }, judgements };
}
__name(judge, "judge");
var OUTCOME_AT_ONCE = {
  progressing: void 0,
  "rolling-back": void 0,
  complete: "converged",
  "rolled-back": "rolled-back",
  paused: "paused",
  failed: "failed"
};
function judged2(state, outcome) {
  const { phase } = state;
  return {
    state,
    outcome,
    symptom: "symptom" in phase ? phase.symptom : void 0,
    message: "message" in phase ? phase.message : "",
    againAtMs: void 0
  };
}
__name(judged2, "judged");
var sinceOf = /* @__PURE__ */ __name((before, what) => before?.what === what ? before.sinceMs : void 0, "sinceOf");
function upSince({ upAtMs }, lookedAtMs, nowMs) {
  return Math.min(nowMs, Math.max(upAtMs, lookedAtMs ?? nowMs));
}
__name(upSince, "upSince");
function holdOf(service, state, baseline) {
  const monitor = service.Spec.UpdateConfig?.Monitor;
  const monitorMs2 = monitor ? monitor / NANOSECONDS_PER_MS2 : DEFAULT_MONITOR_MS3;
  if (state.countedTasks.every((t) => baseline.runningTaskIds.has(t.ID))) return 0;
  return service.UpdateStatus ? monitorMs2 : Math.min(monitorMs2, DEFAULT_MONITOR_MS3);
}
__name(holdOf, "holdOf");
var WORST_FIRST = [
  "failed",
  "timed-out",
  "paused",
  "rolled-back",
  "cancelled",
  "converged"
];
var worst = /* @__PURE__ */ __name((outcomes) => WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? "failed", "worst");

// src/rollout/standstill.rules.ts
var NANOSECONDS_PER_MS3 = 1e6;
var NUDGE_AFTER_MS = 1e4;
var STANDSTILL_GRACE_MS = 3e4;
var NUDGES_AT_MOST = 3;
var NOT_RUNNING_YET = ["assigned", "accepted", "preparing", "ready", "starting"];
function standstill({ UpdateStatus, Spec }, tasks, nodes) {
  if (UpdateStatus?.State !== "updating") return void 0;
  const down = new Set(nodes.filter((node) => node.Status.State === "down").map((node) => node.ID));
  const onTheirWay = tasks.filter((task) => NOT_RUNNING_YET.includes(task.Status.State));
  if (onTheirWay.some((task) => !isEnded(task.DesiredState) && !down.has(task.NodeID ?? ""))) return void 0;
  const awaited = onTheirWay.find((task) => isEnded(task.DesiredState) && down.has(task.NodeID ?? ""));
  if (!awaited) return void 0;
  const error = "the update is stuck: it waits for a task on a node that is down";
  const { Delay = 0, Monitor = 0 } = Spec.UpdateConfig ?? {};
  const pausesMs = (Delay + Monitor) / NANOSECONDS_PER_MS3;
  return {
    kind: "stuck",
    symptom: { category: "placement", error, task: awaited },
    graceMs: STANDSTILL_GRACE_MS + pausesMs,
    nudgeAfterMs: NUDGE_AFTER_MS + pausesMs,
    // Whatever moves shows that it does not stand still.
    which: tasks.map((task) => `${task.ID} ${task.Status.State}`).toSorted().join()
  };
}
__name(standstill, "standstill");
function nudgesDue({ judgements, memory, snapshot }, nudged, nowMs) {
  return judgements.flatMap(({ state: { id, phase }, outcome, symptom }) => {
    const service = snapshot.services.find(({ ID }) => ID === id);
    const since = memory.stuck.get(id);
    if (!service || !since || outcome || phase.kind !== "stuck" || phase.nudgeAfterMs === void 0) return [];
    const before = nudged.get(id) ?? [];
    if (before.includes(since.what) || before.length >= NUDGES_AT_MOST) return [];
    if (nowMs - since.sinceMs < phase.nudgeAfterMs) return [];
    const node = snapshot.nodes.find(({ ID }) => ID === symptom?.task?.NodeID)?.Description.Hostname;
    return [{ service, what: since.what, node: node ?? "a node" }];
  });
}
__name(nudgesDue, "nudgesDue");
var AGAIN_LABEL = "io.swarmline.again";
var otherwise = /* @__PURE__ */ __name((spec) => ({
  ...spec,
  Labels: { ...spec.Labels, [AGAIN_LABEL]: "yes" }
}), "otherwise");

// src/rollout/surplus.rules.ts
function surplusTaskIds(service, tasks, { currentTaskIds }) {
  if (!service.Spec.Mode.Replicated) return /* @__PURE__ */ new Set();
  const meant = tasks.filter(
    (t) => currentTaskIds.has(t.ID) && !isEnded(t.DesiredState) && !isEnded(t.Status.State)
  );
  return new Set(
    meant.filter((task) => meant.some((t) => t !== task && t.Slot === task.Slot)).map((task) => task.ID)
  );
}
__name(surplusTaskIds, "surplusTaskIds");
var forgottenSurplus = /* @__PURE__ */ __name((snapshot, { services, baseline }) => snapshot.services.filter((service) => {
  if (services && !services.includes(service.Spec.Name)) return false;
  const tasks = snapshot.tasks.filter((task) => task.ServiceID === service.ID);
  const isDone = (statusOf(service, baseline) ?? "completed") === "completed";
  return isDone && surplusTaskIds(service, tasks, snapshot).size > 0;
}), "forgottenSurplus");

// src/rollout/assess.rules.ts
function assess(snapshot, baseline = EMPTY_BASELINE) {
  return snapshot.services.map((service) => assessService(service, snapshot, baseline));
}
__name(assess, "assess");
function assessService(service, snapshot, baseline) {
  const tasks = snapshot.tasks.filter((t) => t.ServiceID === service.ID);
  const slots = slotsOf(service, tasks, snapshot);
  const countedTasks = slots.filter((slot) => slot.isSatisfied).map((slot) => slot.task);
  const wanted = wantedOf(service, snapshot);
  const status = statusOf(service, baseline);
  const forgotten = status === "rollback_completed" ? surplusTaskIds(service, tasks, snapshot) : [];
  const isWhole2 = countedTasks.length === wanted && !hasLeftover(service, tasks, [...countedTasks.map((t) => t.ID), ...forgotten], snapshot);
  const ofSlots = countedTasks.length < wanted || isGlobal(service) ? troubleOf(service, slots, wanted, baseline, snapshot) : void 0;
  const trouble = ofSlots ?? (isWhole2 ? void 0 : standstill(service, tasks, snapshot.nodes));
  return {
    id: service.ID,
    name: service.Spec.Name,
    image: service.Spec.TaskTemplate.ContainerSpec?.Image ?? "",
    running: countedTasks.length,
    wanted,
    countedTasks,
    upAtMs: Math.max(0, ...countedTasks.map((task) => Date.parse(task.Status.Timestamp) || 0)),
    phase: phaseOf(service, status, isWhole2, countedTasks, trouble)
  };
}
__name(assessService, "assessService");
function phaseOf(service, state, isWhole2, counted, trouble) {
  const message = service.UpdateStatus?.Message ?? "";
  switch (state) {
    case "paused":
    case "rollback_paused":
      return { kind: "paused", message };
    case "rollback_started":
      return { kind: "rolling-back", message };
    case "rollback_completed":
      return isWhole2 ? { kind: "rolled-back", message } : trouble ?? { kind: "rolling-back", message };
    case "updating":
      return trouble ?? (isWhole2 ? { kind: "settled", isUpdating: true } : { kind: "progressing" });
    default:
      if (trouble || !isWhole2) return trouble ?? { kind: "progressing" };
      return counted.length > 0 && counted.every(isComplete) ? { kind: "complete" } : { kind: "settled", isUpdating: false };
  }
}
__name(phaseOf, "phaseOf");
var isComplete = /* @__PURE__ */ __name((task) => task.Status.State === "complete", "isComplete");
function troubleOf(service, slots, wanted, baseline, { nodes }) {
  return earlyFailure(service, slots, baseline) ?? placementTrouble(service, slots, wanted, nodes) ?? retrying(service, slots, baseline);
}
__name(troubleOf, "troubleOf");
function hasLeftover(service, tasks, counted, snapshot) {
  const countedIds = new Set(counted);
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  return tasks.some(
    (task) => !countedIds.has(task.ID) && isExecuting(task) && ready.has(task.NodeID ?? "") && !(isGlobal(service) && snapshot.currentTaskIds.has(task.ID) && !isEnded(task.DesiredState))
  );
}
__name(hasLeftover, "hasLeftover");
var isExecuting = /* @__PURE__ */ __name((task) => task.Status.State === "running" || task.Status.State === "starting", "isExecuting");
function wantedOf(service, snapshot) {
  const { Mode, TaskTemplate } = service.Spec;
  if (Mode.Replicated) return Mode.Replicated.Replicas ?? 1;
  if (Mode.ReplicatedJob) return Mode.ReplicatedJob.TotalCompletions ?? Mode.ReplicatedJob.MaxConcurrent ?? 1;
  return eligibleNodes(TaskTemplate, snapshot.nodes).length;
}
__name(wantedOf, "wantedOf");

// src/rollout/left-behind.rules.ts
function leftBehind(snapshot, baseline, services) {
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  const wanted = services ?? snapshot.services.map((service) => service.Spec.Name);
  const states = new Map(assess(snapshot, baseline).map((state) => [state.name, state]));
  return wanted.toSorted().map((name) => {
    const service = snapshot.services.find((s) => s.Spec.Name === name);
    const state = states.get(name);
    if (!service || !state) return `${name}: not there`;
    const old = snapshot.tasks.filter(
      (task) => task.ServiceID === service.ID && task.Status.State === "running" && ready.has(task.NodeID ?? "") && !snapshot.currentTaskIds.has(task.ID)
    ).length;
    const isUntouched = old === 0 && state.wanted > 0 && state.running === state.wanted && state.countedTasks.every((task) => baseline.runningTaskIds.has(task.ID));
    if (isUntouched) return `${name}: as before the deploy, ${state.running}/${state.wanted}`;
    const turned = service.UpdateStatus?.State?.startsWith("rollback");
    const far = turned ? howFarBack(state.running, state.wanted) : howFar(state.running, state.wanted, old);
    return `${name}: ${far}${whoGoesOn(service)}`;
  });
}
__name(leftBehind, "leftBehind");
function howFar(running, wanted, old) {
  if (old === 0 && running >= wanted) return `new, ${running}/${wanted}`;
  if (old === 0)
    return `new, but of its ${wanted} tasks ${running || "none"} ${running > 1 ? "run" : "runs"} yet`;
  const counted = `${running} new and ${old} old tasks run, ${wanted} are wanted`;
  return running === 0 ? `old: ${counted}` : `in between: ${counted}`;
}
__name(howFar, "howFar");
var howFarBack = /* @__PURE__ */ __name((running, wanted) => `rolled back, ${running} of ${wanted} tasks are of the version before`, "howFarBack");
function whoGoesOn(service) {
  switch (service.UpdateStatus?.State) {
    case "updating":
      return "; the swarm continues the update by itself";
    case "rollback_started":
      return "; the swarm continues it by itself";
    case "paused":
    case "rollback_paused":
      return "; paused, nothing moves until somebody deploys again or rolls back";
    default:
      return "";
  }
}
__name(whoGoesOn, "whoGoesOn");

// src/rollout/live-rows.rules.ts
var HEAD = ["task", "node", "state", "since", "what it says"];
var NEWS_MS = 5e3;
function liveRows(judgements, snapshot, nowMs) {
  const rows = judgements.flatMap(({ state, outcome }) => {
    const service = snapshot.services.find((s) => s.ID === state.id);
    if (!service) return [{ tone: "bad", cells: [state.name, "", "not there", "", ""] }];
    const shown3 = snapshot.tasks.filter((task) => task.ServiceID === state.id && isNews(task, snapshot, nowMs)).toSorted(
      (a, b) => placeOf3(service, a, snapshot).localeCompare(placeOf3(service, b, snapshot), "en", { numeric: true })
    );
    return shown3.map((task) => ({
      tone: toneOf(task, snapshot, outcome === "converged"),
      cells: cellsOf(service, task, snapshot, nowMs)
    }));
  });
  return { head: HEAD, rows };
}
__name(liveRows, "liveRows");
function isNews(task, snapshot, nowMs) {
  if (!isEnded(task.DesiredState) || task.DesiredState === "complete") return true;
  if (!isEnded(task.Status.State)) return true;
  const isFailure2 = task.Status.State === "failed" || task.Status.State === "rejected";
  return isFailure2 && snapshot.currentTaskIds.has(task.ID) && nowMs - Date.parse(task.Status.Timestamp) < NEWS_MS;
}
__name(isNews, "isNews");
function toneOf(task, snapshot, isDone) {
  const { State, Err } = task.Status;
  if (State === "failed" || State === "rejected") return "bad";
  if (!snapshot.currentTaskIds.has(task.ID) || isEnded(task.DesiredState)) return isDone ? "plain" : "old";
  if (State === "running" || State === "complete") return "good";
  return Err ? "bad" : "busy";
}
__name(toneOf, "toneOf");
function cellsOf(service, task, snapshot, nowMs) {
  const { State, Err, Message, Timestamp } = task.Status;
  const isOld = !snapshot.currentTaskIds.has(task.ID);
  const isLeaving = task.DesiredState === "shutdown" || task.DesiredState === "remove";
  const state = [State, ...isLeaving && !isEnded(State) ? ["(stopping)"] : isOld ? ["(old)"] : []].join(" ");
  const isWell = State === "running" || State === "complete";
  return [
    `${service.Spec.Name}.${placeOf3(service, task, snapshot)}`,
    nodeOf(task, snapshot),
    state,
    ageOf(nowMs - Date.parse(Timestamp)),
    cleanLine(Err || (isWell ? "" : Message ?? ""))
  ];
}
__name(cellsOf, "cellsOf");
var nodeOf = /* @__PURE__ */ __name((task, { nodes }) => {
  const name = nodes.find((n) => n.ID === task.NodeID)?.Description.Hostname;
  return cleanLine(name ?? "");
}, "nodeOf");
var placeOf3 = /* @__PURE__ */ __name((service, task, snapshot) => isGlobal(service) ? nodeOf(task, snapshot) : String(task.Slot ?? 0), "placeOf");
function ageOf(ms) {
  const seconds2 = Math.max(0, Math.round(ms / 1e3));
  if (seconds2 < 120) return `${seconds2} s`;
  return seconds2 < 7200 ? `${Math.round(seconds2 / 60)} min` : `${Math.round(seconds2 / 3600)} h`;
}
__name(ageOf, "ageOf");

// src/rollout/supersede.rules.ts
function deployedOf(before, { services }) {
  if (services.every((service) => before.has(service.ID))) return before;
  const first = /* @__PURE__ */ __name((service) => ({
    template: templateOf(service),
    replicas: service.Spec.Mode.Replicated?.Replicas
  }), "first");
  return new Map([...services.map((service) => [service.ID, first(service)]), ...before]);
}
__name(deployedOf, "deployedOf");
function templateOf({ Spec }) {
  return JSON.stringify({ ...Spec.TaskTemplate, ForceUpdate: void 0 });
}
__name(templateOf, "templateOf");
function withSuperseded(states, snapshot, deployed) {
  const services = new Map(snapshot.services.map((service) => [service.ID, service]));
  return states.map((state) => {
    const service = services.get(state.id);
    if (!service || service.UpdateStatus?.State?.startsWith("rollback")) return state;
    const first = deployed.get(state.id);
    if (!first || first.template === templateOf(service)) return state;
    const error = `somebody else changed the service while it was watched: it is to run ${state.image} now`;
    return { ...state, phase: { kind: "failed", symptom: { category: "other", error, task: void 0 } } };
  });
}
__name(withSuperseded, "withSuperseded");
function rescaled({ services }, deployed) {
  return services.flatMap(({ ID, Spec }) => {
    const before = deployed.get(ID)?.replicas;
    const now = Spec.Mode.Replicated?.Replicas;
    return before === void 0 || now === void 0 || before === now ? [] : [`${Spec.Name}: somebody else scaled it from ${before} to ${now} while it was watched`];
  });
}
__name(rescaled, "rescaled");

// src/rollout/timeline.ts
var NO_TIMELINE = { entries: [], dropped: 0, last: /* @__PURE__ */ new Map() };
var MOST_ENTRIES = 5e3;

// src/rollout/timeline.rules.ts
function timelineOf(previous, snapshot, nowMs) {
  const changes = [
    ...snapshot.services.map((service) => ofService(service, nowMs)),
    ...removedServices(previous, snapshot, nowMs),
    ...snapshot.nodes.map((node) => ofNode(node, nowMs)),
    ...snapshot.tasks.flatMap((task) => ofTask(task, snapshot, previous.last.has(task.ID), nowMs))
  ].toSorted((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at));
  const last = new Map(previous.last);
  const added = [];
  for (const { id, entry } of changes) {
    const before = last.get(id);
    if (before?.to === entry.to && before.message === entry.message) continue;
    const full = { ...entry, from: before?.to };
    last.set(id, full);
    added.push(full);
  }
  if (added.length === 0) return previous;
  const kept = added.slice(0, Math.max(0, MOST_ENTRIES - previous.entries.length));
  return {
    entries: [...previous.entries, ...kept],
    dropped: previous.dropped + added.length - kept.length,
    last
  };
}
__name(timelineOf, "timelineOf");
function ofService(service, nowMs) {
  const { UpdateStatus, Version, Spec } = service;
  const to = UpdateStatus?.State || "no update";
  const told = to.endsWith("completed") ? UpdateStatus?.CompletedAt : to === "updating" ? UpdateStatus?.StartedAt : void 0;
  return {
    id: service.ID,
    entry: {
      ...blank("service", told || service.UpdatedAt || isoOf(nowMs), nowMs),
      service: Spec.Name,
      to,
      image: cleanLine(Spec.TaskTemplate.ContainerSpec?.Image ?? ""),
      serviceVersion: Version.Index,
      isCurrent: true,
      message: cleanLine(UpdateStatus?.Message ?? "")
    }
  };
}
__name(ofService, "ofService");
function removedServices(previous, { services }, nowMs) {
  const there = new Set(services.map((service) => service.ID));
  return [...previous.last].filter(([id, { kind }]) => kind === "service" && !there.has(id)).map(([id, { service }]) => ({
    id,
    entry: { ...blank("service", isoOf(nowMs), nowMs), service, to: "removed" }
  }));
}
__name(removedServices, "removedServices");
function ofNode(node, nowMs) {
  const { State, Message } = node.Status;
  const to = node.Spec.Availability === "active" ? State : `${State}, ${node.Spec.Availability}`;
  const entry = { ...blank("node", isoOf(nowMs), nowMs), node: cleanLine(node.Description.Hostname), to };
  return { id: node.ID, entry: { ...entry, message: cleanLine(Message ?? "") } };
}
__name(ofNode, "ofNode");
function ofTask(task, snapshot, isKnown, nowMs) {
  const service = snapshot.services.find((s) => s.ID === task.ServiceID);
  const node = nodeName(task, snapshot);
  const { State, Message, Err, Timestamp } = task.Status;
  const entry = {
    ...blank("task", Timestamp, nowMs),
    service: service?.Spec.Name ?? task.ServiceID,
    slot: service && isGlobal(service) ? node : String(task.Slot ?? ""),
    task: task.ID,
    node,
    to: State,
    image: cleanLine(task.Spec.ContainerSpec?.Image ?? ""),
    serviceVersion: service?.Version.Index ?? 0,
    isCurrent: snapshot.currentTaskIds.has(task.ID)
  };
  const now = {
    id: task.ID,
    entry: { ...entry, message: cleanLine(Message ?? ""), error: cleanLine(Err ?? "") }
  };
  return isKnown ? [now] : [{ id: task.ID, entry: { ...entry, to: "new", at: task.CreatedAt } }, now];
}
__name(ofTask, "ofTask");
function nodeName(task, { nodes }) {
  const id = task.NodeID ?? "";
  return cleanLine(nodes.find((n) => n.ID === id)?.Description.Hostname ?? id);
}
__name(nodeName, "nodeName");
var isoOf = /* @__PURE__ */ __name((ms) => new Date(ms).toISOString(), "isoOf");
function blank(kind, at, seenAtMs) {
  return {
    kind,
    at,
    seenAtMs,
    service: "",
    slot: "",
    task: "",
    node: "",
    image: "",
    serviceVersion: 0,
    isCurrent: false,
    message: "",
    error: ""
  };
}
__name(blank, "blank");

// src/rollout/look.rules.ts
var MISSING_GRACE_MS = 1e4;
function look(before, snapshot, watched, nowMs) {
  const deployed = deployedOf(before?.deployed ?? /* @__PURE__ */ new Map(), snapshot);
  const states = withSuperseded(statesOf(watched, snapshot), snapshot, deployed);
  const services = new Map(snapshot.services.map((s) => [s.ID, s]));
  const holds = new Map(
    states.flatMap((state) => {
      const service = services.get(state.id);
      return service ? [[state.id, holdOf(service, state, watched.baseline)]] : [];
    })
  );
  const { memory, judgements } = judge(before?.memory ?? NO_MEMORY, states, holds, nowMs);
  return {
    snapshot,
    judgements,
    memory,
    timeline: timelineOf(before?.timeline ?? NO_TIMELINE, snapshot, nowMs),
    deployed
  };
}
__name(look, "look");
function statesOf({ stack, services, baseline }, snapshot) {
  const states = assess(snapshot, baseline).toSorted((a, b) => a.name.localeCompare(b.name));
  if (states.length === 0 && !services?.length)
    throw new SwarmlineError("not-found", `stack ${stack} has no services`, {
      hint: "list the stacks: docker stack ls"
    });
  return services ? services.map((name) => states.find((state) => state.name === name) ?? missing(name)) : states;
}
__name(statesOf, "statesOf");
function missing(name) {
  const symptom = {
    category: "other",
    error: "the service does not exist: was it removed?",
    task: void 0
  };
  const phase = { kind: "stuck", symptom, graceMs: MISSING_GRACE_MS };
  return { id: name, name, image: "", running: 0, wanted: 0, countedTasks: [], upAtMs: 0, phase };
}
__name(missing, "missing");

// src/rollout/pace.rules.ts
var LOOK_EVERY_MS2 = 1e3;
var LOOK_LEAST_MS = 400;
var LOOK_HOLDING_EVERY_MS = 2500;
function endOf(judgements, limits, nowMs) {
  const isLate = nowMs >= limits.deadlineMs;
  const isGivenUp = isLate || nowMs >= limits.lingerUntilMs;
  const isOver = judgements.every(
    ({ outcome, state }) => outcome ?? (isGivenUp && (state.phase.kind !== "rolling-back" || nowMs >= limits.rollbackUntilMs))
  );
  if (!isOver) return void 0;
  return isLate ? "timed-out" : "cancelled";
}
__name(endOf, "endOf");
function nextLook(judgements, limits, nowMs) {
  const open2 = judgements.filter((judgement) => judgement.outcome === void 0);
  const dueMs2 = open2.flatMap((judgement) => judgement.againAtMs ?? []);
  const isHolding = open2.length > 0 && dueMs2.length === open2.length;
  const endsMs = [limits.deadlineMs, limits.rollbackUntilMs, limits.lingerUntilMs].filter((ms) => ms > nowMs);
  const lastMs = isHolding ? Math.max(...dueMs2) : Number.POSITIVE_INFINITY;
  const everyMs = isHolding ? LOOK_HOLDING_EVERY_MS : LOOK_EVERY_MS2;
  const inMs = Math.max(0, Math.min(nowMs + everyMs, lastMs, ...endsMs) - nowMs);
  return {
    inMs,
    leastMs: open2.some(isUpToSwarmKit) ? LOOK_LEAST_MS : LOOK_EVERY_MS2,
    isLast: nowMs + inMs >= lastMs
  };
}
__name(nextLook, "nextLook");
var isUpToSwarmKit = /* @__PURE__ */ __name(({ state: { phase } }) => phase.kind === "rolling-back" || phase.kind === "settled" && phase.isUpdating, "isUpToSwarmKit");

// src/rollout/patience.ts
var PATIENCE_MS = 6e4;
var AGAIN_MS4 = 1e3;
var AGAIN_AT_MOST_MS = 5e3;
async function patiently(ask, fx) {
  const patienceMs = fx.awayMs ?? PATIENCE_MS;
  const tell2 = tellsAway(fx, patienceMs);
  let lostAtMs;
  for (; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (!isPassing2(error)) throw explained(error);
      lostAtMs ??= fx.clock.now();
      if (fx.clock.now() - lostAtMs >= patienceMs)
        throw new SwarmlineError("engine-lost", `the engine has not answered for ${patienceMs / 1e3} s`, {
          hint: "the deploy continues in the swarm: look again with docker stack ps, or deploy again",
          cause: error
        });
      tell2(error, fx.clock.now() - lostAtMs);
    }
    const awayForMs = fx.clock.now() - lostAtMs;
    const pauseMs2 = Math.min(Math.max(AGAIN_MS4, awayForMs / 10), AGAIN_AT_MOST_MS);
    await fx.clock.sleep(Math.max(1, Math.min(pauseMs2, patienceMs - awayForMs)), fx.signal);
  }
}
__name(patiently, "patiently");
var NOT_A_MANAGER = /not a swarm manager|not part of a swarm/i;
function isPassing2(error) {
  if (error instanceof EngineAnswerError) return error.status >= 500 && !NOT_A_MANAGER.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing2, "isPassing");
function explained(error) {
  if (error instanceof EngineAnswerError && NOT_A_MANAGER.test(error.message))
    return new SwarmlineError("deploy-failed", "the engine is not a manager of a swarm", {
      hint: "give the address of a manager node",
      cause: error
    });
  return error;
}
__name(explained, "explained");

// src/rollout/progress.rules.ts
var PER_KIND = {
  "rolling-back": "rolling back",
  "rolled-back": "rolled back",
  paused: "paused",
  stuck: "waiting",
  failed: "failed",
  settled: "holding"
};
function progressLine(judgements, stack) {
  return judgements.map(({ state, outcome }) => {
    const name = state.name.startsWith(`${stack}_`) ? state.name.slice(stack.length + 1) : state.name;
    const word2 = outcome === "converged" ? "\u2713" : wordOf(state.phase);
    return `${name} ${state.running}/${state.wanted}${word2 ? ` ${word2}` : ""}`;
  }).join(" \xB7 ");
}
__name(progressLine, "progressLine");
var wordOf = /* @__PURE__ */ __name((phase) => phase.kind === "progressing" && phase.symptom ? "retrying" : PER_KIND[phase.kind], "wordOf");

// src/rollout/standstill.ts
import { isDeepStrictEqual } from "node:util";

// src/rollout/post-spec.ts
var postSpec = /* @__PURE__ */ __name((client, { ID, Version }, spec, options) => client.json("POST", `/services/${ID}/update`, {
  query: { version: Version.Index, registryAuthFrom: "spec" },
  body: spec,
  ...options
}), "postSpec");

// src/rollout/standstill.ts
var TRIES2 = 5;
var TIMEOUT_MS2 = 1e4;
function createNudge(client, fx) {
  let nudged = /* @__PURE__ */ new Map();
  const owed = /* @__PURE__ */ new Map();
  return async (seen, nowMs) => {
    for (const [id, { service, given }] of owed) {
      owed.delete(id);
      await giveBack(client, service, given).catch(
        (error) => fx.log.debug(`${service.Spec.Name}: ${String(error)}`)
      );
    }
    for (const { service, what, node } of nudgesDue(seen, nudged, nowMs)) {
      const { ID, Spec } = service;
      try {
        const given = otherwise(Spec);
        await postSpec(client, service, given, { signal: fx.signal });
        nudged = new Map([...nudged, [ID, [...nudged.get(ID) ?? [], what]]]);
        fx.log.info(
          `${Spec.Name}: its update waits for a task on ${node}, which is down, and is started again`
        );
        owed.set(ID, { service, given });
      } catch (error) {
        fx.log.debug(`${Spec.Name}: ${String(error)}`);
      }
    }
  };
}
__name(createNudge, "createNudge");
async function giveBack(client, { ID, Spec }, given) {
  for (let left = TRIES2; ; left--) {
    const now = await client.json("GET", `/services/${ID}`, { timeoutMs: TIMEOUT_MS2 });
    if (!isDeepStrictEqual(now.Spec, given)) return;
    try {
      await postSpec(client, now, Spec, { timeoutMs: TIMEOUT_MS2 });
      return;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}
__name(giveBack, "giveBack");

// src/rollout/surplus.ts
var LASTS_MS = 2e3;
function createReminder(client, fx) {
  let sinceMs = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Set();
  return async (services, nowMs) => {
    const due = services.filter(({ ID }) => nowMs - (sinceMs.get(ID) ?? nowMs) >= LASTS_MS);
    sinceMs = new Map(services.map((s) => [s.ID, due.includes(s) ? nowMs : sinceMs.get(s.ID) ?? nowMs]));
    for (const { ID, Version, Spec } of due) {
      if (!said.has(ID))
        fx.log.info(`${Spec.Name}: the swarm left one task too many in a slot, and is asked to look again`);
      said.add(ID);
      await postSpec(client, { ID, Version }, Spec, { signal: fx.signal }).catch(
        (error) => fx.log.debug(`${Spec.Name}: ${String(error)}`)
      );
    }
  };
}
__name(createReminder, "createReminder");

// src/rollout/wake.ts
function openWake(client, clock, signal) {
  const closing = new AbortController();
  const lifetime = AbortSignal.any([signal, closing.signal]);
  let isListening = false;
  let hasNews = false;
  let ring = /* @__PURE__ */ __name(() => {
  }, "ring");
  const listen = /* @__PURE__ */ __name(async () => {
    isListening = true;
    try {
      const filters = JSON.stringify({ type: ["service", "node"] });
      const events = await client.stream("GET", "/events", {
        query: { filters },
        timeoutMs: 0,
        signal: lifetime
      });
      for await (const _ of events) {
        hasNews = true;
        ring();
      }
    } catch {
    } finally {
      isListening = false;
    }
  }, "listen");
  return {
    sleep: /* @__PURE__ */ __name(async (ms, leastMs) => {
      if (!isListening) void listen();
      await clock.sleep(Math.min(ms, leastMs), signal);
      if (!hasNews && ms > leastMs) {
        const waking = new AbortController();
        ring = /* @__PURE__ */ __name(() => waking.abort(), "ring");
        await clock.sleep(ms - leastMs, AbortSignal.any([signal, waking.signal])).catch((error) => {
          if (!waking.signal.aborted || signal.aborted) throw error;
        });
        ring = /* @__PURE__ */ __name(() => {
        }, "ring");
      }
      hasNews = false;
    }, "sleep"),
    close: /* @__PURE__ */ __name(() => closing.abort(), "close")
  };
}
__name(openWake, "openWake");

// src/rollout/watch.ts
var LINGER_MS = 1e4;
var ROLLBACK_EXTRA_MS = 6e4;
var LAST_LOOK_MS = 5e3;
async function watchStack(request, fx) {
  try {
    return await fx.log.step(`Wait for ${request.stack} to converge`, async (update) => {
      const wake = openWake(request.client, fx.clock, fx.signal);
      try {
        const result = await watch(request, fx, update, wake);
        if (result.outcome !== "converged") throw new NotConverged(result);
        return result;
      } finally {
        wake.close();
      }
    });
  } catch (error) {
    if (error instanceof NotConverged) return error.result;
    throw error;
  }
}
__name(watchStack, "watchStack");
var NotConverged = class extends SwarmlineError {
  static {
    __name(this, "NotConverged");
  }
  result;
  constructor(result) {
    super("deploy-failed", explainOutcome(result).message);
    this.result = result;
  }
};
async function watch(request, fx, update, wake) {
  const startedAtMs = fx.clock.now();
  const watched = {
    stack: request.stack,
    services: request.services,
    baseline: request.baseline ?? EMPTY_BASELINE
  };
  const limits = limitsOf(startedAtMs, request.timeoutMs);
  const read = createSnapshotReader(request.client, request.stack);
  const remind = createReminder(request.client, fx);
  const nudge2 = createNudge(request.client, fx);
  const said = /* @__PURE__ */ new Set();
  let seen;
  let areNodesFresh = false;
  try {
    for (; ; ) {
      const snapshot = await patiently(() => read(fx.signal, areNodesFresh), fx);
      const nowMs = fx.clock.now();
      seen = look(seen, snapshot, watched, nowMs);
      const { judgements } = seen;
      update(progressLine(judgements, request.stack), liveRows(judgements, snapshot, nowMs));
      for (const line of rescaled(snapshot, seen.deployed).filter((each) => !said.has(each))) {
        said.add(line);
        fx.log.warn(line);
      }
      if (judgements.some((j) => j.outcome !== void 0 && j.outcome !== "converged"))
        limits.lingerUntilMs = Math.min(limits.lingerUntilMs, nowMs + LINGER_MS);
      const undecided = endOf(judgements, limits, nowMs);
      if (undecided && !areNodesFresh && judgements.every((j) => j.outcome === "converged")) {
        areNodesFresh = true;
        continue;
      }
      if (undecided) {
        const failures = await evidenceFor(request, seen, watched, undecided, fx.signal);
        return resultOf(watched, seen, undecided, failures, startedAtMs, fx.clock.now());
      }
      await remind(forgottenSurplus(snapshot, watched), nowMs);
      await nudge2(seen, nowMs);
      const next = nextLook(judgements, limits, nowMs);
      areNodesFresh = next.isLast;
      await wake.sleep(next.inMs, next.leastMs);
    }
  } catch (error) {
    const last = fx.signal.aborted ? await lastLook(read, seen, watched, fx) : void 0;
    if (!last) throw error;
    return cutShort(watched, last, startedAtMs, fx);
  }
}
__name(watch, "watch");
var limitsOf = /* @__PURE__ */ __name((startedAtMs, timeoutMs) => ({
  deadlineMs: startedAtMs + timeoutMs,
  rollbackUntilMs: startedAtMs + timeoutMs + Math.min(timeoutMs, ROLLBACK_EXTRA_MS),
  lingerUntilMs: Number.POSITIVE_INFINITY
}), "limitsOf");
async function evidenceFor({ client }, { judgements, snapshot }, { baseline }, undecided, signal) {
  const telling = judgements.filter(
    (j) => j.outcome !== "converged" && (j.outcome ?? undecided) !== "cancelled"
  );
  return Promise.all(telling.map((j) => gatherEvidence(client, j, snapshot, baseline, signal)));
}
__name(evidenceFor, "evidenceFor");
async function lastLook(read, seen, watched, fx) {
  try {
    return look(seen, await read(AbortSignal.timeout(LAST_LOOK_MS), true), watched, fx.clock.now());
  } catch {
    return seen;
  }
}
__name(lastLook, "lastLook");
function cutShort(watched, seen, startedAtMs, fx) {
  const result = resultOf(watched, seen, "cancelled", [], startedAtMs, fx.clock.now());
  const left = leftBehind(seen.snapshot, watched.baseline, watched.services);
  return { ...result, outcome: "cancelled", leftBehind: left };
}
__name(cutShort, "cutShort");
var KEPT_FAILING = 2;
function keepsFailing({ id, phase }, { tasks }, { baseline }) {
  if (phase.kind === "progressing") return phase.symptom !== void 0;
  const fresh = tasks.filter(
    (task) => task.ServiceID === id && !baseline.endedTaskIds.has(task.ID) && (task.Status.State === "failed" || task.Status.State === "rejected")
  );
  return (phase.kind === "settled" || phase.kind === "stuck") && fresh.length >= KEPT_FAILING;
}
__name(keepsFailing, "keepsFailing");
function resultOf(watched, { judgements, timeline, snapshot }, undecided, failures, startedAtMs, nowMs) {
  const services = judgements.map(({ state, outcome }) => ({
    name: state.name,
    running: state.running,
    wanted: state.wanted,
    // Of one that kept failing it is known what is wrong with it: time alone would not have helped.
    outcome: outcome ?? (undecided === "timed-out" && keepsFailing(state, snapshot, watched) ? "failed" : undecided),
    image: state.image
  }));
  return {
    stack: watched.stack,
    outcome: worst(services.map((s) => s.outcome)),
    services,
    failures,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: nowMs - startedAtMs,
    timeline: timeline.entries
  };
}
__name(resultOf, "resultOf");

// src/usecases/rollback.ts
function withFailures(watched, services) {
  const failures = services.flatMap(
    (one) => one.action === "failed" ? [
      {
        service: one.service,
        task: "",
        node: "",
        category: "other",
        error: one.why,
        logLines: []
      }
    ] : []
  );
  if (failures.length === 0) return watched;
  return { ...watched, outcome: "failed", failures: [...failures, ...watched.failures] };
}
__name(withFailures, "withFailures");

// src/usecases/undo.ts
var FREE_MS = 6e4;
async function undoDeploy(request, fx) {
  const { docker, client, nodes, snapshot, onFailure, timeoutMs } = request;
  const { stack } = snapshot;
  switch (onFailure) {
    case "keep":
      return { kind: "kept" };
    case "remove":
      await removeStack({ docker, client, stack, nodes, timeoutMs }, fx);
      return { kind: "removed" };
    case "rollback": {
      const { services, result } = await takeBack(request, fx);
      const isOld = result ? result.outcome === "converged" : services.every((one) => one.action !== "failed");
      const { removed, left } = isOld ? await removeCreated({ client, snapshot, deadlineMs: Math.min(timeoutMs, FREE_MS) }, fx) : { removed: [], left: [] };
      return { kind: "restored", services, result, removed, left, isComplete: isOld && left.length === 0 };
    }
  }
}
__name(undoDeploy, "undoDeploy");
var ROUNDS = 3;
async function takeBack({ client, snapshot, timeoutMs, registryAuth: registryAuth2 }, fx) {
  const { stack } = snapshot;
  const names = snapshot.services.flatMap(({ spec }) => isRunJobSpec(spec) ? [] : [spec.Name]);
  const restore2 = /* @__PURE__ */ __name(() => restoreStack({ client, snapshot, ...registryAuth2 ? { registryAuth: registryAuth2 } : {} }, fx), "restore");
  let baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
  let services = await fx.log.step(`Take ${stack} back to what it was`, restore2);
  for (let round = 1; ; round++) {
    const result = names.length === 0 ? void 0 : withFailures(
      await watchStack({ client, stack, services: names, baseline, timeoutMs }, fx),
      services
    );
    if (round === ROUNDS || result && result.outcome !== "converged") return { services, result };
    baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const again = await restore2();
    if (again.every((one) => one.action === "unchanged")) return { services, result };
    const changed = again.filter((one) => one.action !== "unchanged");
    services = [...services.filter((one) => !changed.some((other) => other.service === one.service)), ...changed];
  }
}
__name(takeBack, "takeBack");

// src/usecases/deploy/go-back.ts
var UNDO_AFTER_CANCEL_MS = 6e4;
var UNDO_WHEN_LOST_MS = 2e4;
async function goBack(given, way, fx) {
  const { request, swarm } = given;
  const { snapshot, probing: probing2, seenLeft } = way;
  const isFirst = snapshot.services.length === 0;
  const onFailure = isFirst && request.onFailure === "rollback" ? "remove" : request.onFailure;
  const look2 = /* @__PURE__ */ __name(() => readStanding(swarm.manager, snapshot, "from before the deploy", fx), "look");
  probing2.phase(onFailure);
  try {
    const undone = await undo(given, way, onFailure, fx);
    const isGood = undone.kind === "removed" || undone.kind === "restored" && undone.isComplete;
    const seen = undone.kind === "kept" ? seenLeft : void 0;
    return { undone, leftBehind: isGood ? void 0 : seen ?? await look2() };
  } catch (error) {
    const why = way.isEngineLost ? "the engine does not answer" : explain(error);
    fx.log.warn(`${request.stack} could not be taken back: ${why}`);
    return { undone: void 0, leftBehind: await look2() };
  }
}
__name(goBack, "goBack");
async function undo({ request, swarm, docker }, { snapshot, isEngineLost: isEngineLost2 }, onFailure, fx) {
  const nodes = [...new Set(swarm.nodes.map((node) => node.client))];
  const within = /* @__PURE__ */ __name((effects, timeoutMs) => undoDeploy({ docker, client: swarm.manager, nodes, snapshot, onFailure, timeoutMs }, effects), "within");
  if (isEngineLost2) return within(forCleanup(fx, UNDO_WHEN_LOST_MS), UNDO_WHEN_LOST_MS);
  if (!fx.signal.aborted) {
    const undone = await within(fx, request.timeoutMs).catch((error) => {
      if (!fx.signal.aborted || isLockLost(fx.signal)) throw error;
    });
    if (undone && (!fx.signal.aborted || isLockLost(fx.signal))) return undone;
  }
  const limitMs = Math.min(request.timeoutMs, UNDO_AFTER_CANCEL_MS);
  return within(forCleanup(fx, 2 * UNDO_AFTER_CANCEL_MS), limitMs);
}
__name(undo, "undo");

// src/usecases/deploy/place-of.rules.ts
var KEYS = {
  image: "image",
  placement: "deploy",
  port: "ports",
  health: "healthcheck",
  resources: "deploy",
  network: "networks",
  secret: "secrets"
};
function withPlace(failure, stack, { model, source }) {
  const services = model.services;
  const name = failure.service.startsWith(`${stack}_`) ? failure.service.slice(stack.length + 1) : "";
  if (!source || !isMapping(services) || !Object.hasOwn(services, name)) return failure;
  const key = KEYS[failure.category];
  const { origins } = source;
  const found = key && origins.of(mapping(services[name]), key) || origins.of(services, name);
  return found ? { ...failure, place: { file: found.file, line: found.line } } : failure;
}
__name(withPlace, "withPlace");

// src/traffic/histogram.rules.ts
var BITS = 7;
var CELLS = 1 << BITS;
var HIGHEST_US = 2 ** 32 - 1;
var createHistogram = /* @__PURE__ */ __name(() => ({
  cells: new Uint32Array(CELLS),
  count: 0,
  sumUs: 0,
  maxUs: 0
}), "createHistogram");
function cellOf(us) {
  const shift = Math.max(0, 31 - Math.clz32(us) - BITS);
  return shift * CELLS + (us >>> shift);
}
__name(cellOf, "cellOf");
function highestIn(cell) {
  const shift = Math.max(0, Math.floor(cell / CELLS) - 1);
  return (cell - shift * CELLS + 1) * 2 ** shift - 1;
}
__name(highestIn, "highestIn");
function record2(histogram, ms) {
  const us = Math.max(0, Math.round(ms * 1e3));
  const cell = cellOf(Math.min(us, HIGHEST_US) >>> 0);
  if (cell >= histogram.cells.length) grow(histogram, cell + 1);
  histogram.cells[cell] = (histogram.cells[cell] ?? 0) + 1;
  histogram.count++;
  histogram.sumUs += us;
  if (us > histogram.maxUs) histogram.maxUs = us;
}
__name(record2, "record");
function grow(histogram, length) {
  const cells = new Uint32Array(Math.ceil(length / CELLS) * CELLS);
  cells.set(histogram.cells);
  histogram.cells = cells;
}
__name(grow, "grow");
function percentileOf(histogram, p) {
  const rank2 = Math.max(1, Math.ceil(p / 100 * histogram.count - 1e-9));
  if (rank2 >= histogram.count) return histogram.maxUs / 1e3;
  let seen = 0;
  for (const [cell, count3] of histogram.cells.entries()) {
    seen += count3;
    if (seen >= rank2) return Math.min(highestIn(cell), histogram.maxUs) / 1e3;
  }
  return histogram.maxUs / 1e3;
}
__name(percentileOf, "percentileOf");
function summarise(histogram) {
  const round = /* @__PURE__ */ __name((ms) => Math.round(ms * 100) / 100, "round");
  const at = /* @__PURE__ */ __name((p) => round(percentileOf(histogram, p)), "at");
  return {
    count: histogram.count,
    mean: round(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1e3),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: at(100)
  };
}
__name(summarise, "summarise");
var CELLS_IN_BUCKET = CELLS / 4;
function bucketsOf(histogram) {
  const buckets = [];
  for (let cell = 0; cell < histogram.cells.length; cell += CELLS_IN_BUCKET) {
    const counts = histogram.cells.subarray(cell, cell + CELLS_IN_BUCKET);
    const count3 = counts.reduce((sum, n) => sum + n, 0);
    const fromMs = cell === 0 ? 0 : highestIn(cell - 1) / 1e3;
    if (count3 > 0) buckets.push({ fromMs, toMs: highestIn(cell + CELLS_IN_BUCKET - 1) / 1e3, count: count3 });
  }
  return buckets;
}
__name(bucketsOf, "bucketsOf");

// src/traffic/judge-probe.rules.ts
function judgeProbe(result, { maxFailedRequests }) {
  const { answered, failed, notSent, unfinished, latencyMs } = result;
  const sent = answered + failed;
  if (sent === 0) return { isGood: false, words: [`no request was sent: nothing is known about the rollout`] };
  const isGood = failed <= maxFailedRequests;
  const allowed = failed === 0 ? "" : `, ${isGood ? "within" : "more than"} the ${maxFailedRequests} allowed`;
  const words2 = [
    `${failed} of ${requests(sent)} failed${allowed}; latency p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ];
  for (const phase of result.phases)
    for (const node of phase.nodes)
      if (node.failed > 0)
        words2.push(
          `${phase.name}, ${node.name}: ${node.failed} of ${requests(node.answered + node.failed)} failed (${kinds(node.failedByKind)})`
        );
  if (failed > 0) {
    for (const { name, longestGap, failed: ofNode2 } of result.nodes)
      if (ofNode2 > 0)
        words2.push(
          `${name}: longest time without an answer ${longestGap.ms} ms, from ${seconds(longestGap.fromMs)}`
        );
    const first = result.firstFailures.find((each) => each.kind !== "not-sent");
    if (first)
      words2.push(`first failure at ${seconds(first.atMs)} on ${first.target}: ${first.kind}: ${first.detail}`);
  }
  if (notSent > 0) words2.push(`${requests(notSent)} could not be sent`);
  if (unfinished > 0) words2.push(`${requests(unfinished)} were dropped at the end`);
  return { isGood, words: words2 };
}
__name(judgeProbe, "judgeProbe");
var requests = /* @__PURE__ */ __name((count3) => `${count3} request${count3 === 1 ? "" : "s"}`, "requests");
var seconds = /* @__PURE__ */ __name((ms) => `${(ms / 1e3).toFixed(1)} s`, "seconds");
var kinds = /* @__PURE__ */ __name((byKind) => Object.entries(byKind).map(([kind, count3]) => `${count3} ${kind}`).join(", "), "kinds");

// src/traffic/request.rules.ts
function requestText(target, connections) {
  const { name, host, port, path: path11 = "/", hostHeader = defaultHost(host, port) } = target;
  const refuse3 = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${JSON.stringify(name)}: ${what}`), "refuse");
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw refuse3(`${port} is no port`);
  if (!/^[\w.:%-]+$/.test(host)) throw refuse3(`${JSON.stringify(host)} is no host`);
  if (!/^\/[\x21-\x7e]*$/.test(path11)) throw refuse3(`${JSON.stringify(path11)} is no path`);
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse3(`${JSON.stringify(hostHeader)} is no Host header`);
  const lines = [`GET ${path11} HTTP/1.1`, `Host: ${hostHeader}`, "User-Agent: swarmline", "Accept: */*"];
  if (connections === "fresh") lines.push("Connection: close");
  return `${lines.join("\r\n")}\r
\r
`;
}
__name(requestText, "requestText");
var defaultHost = /* @__PURE__ */ __name((host, port) => `${host.includes(":") ? `[${host}]` : host}${port === 80 ? "" : `:${port}`}`, "defaultHost");

// src/traffic/schedule.rules.ts
var dueMs = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) * 1e3 / schedule.ratePerSecond, "dueMs");
var targetOf = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) % schedule.targets, "targetOf");
function shareOf({ count: count3, sender, senders }) {
  return count3 === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count3 - sender) / senders));
}
__name(shareOf, "shareOf");
var countIn = /* @__PURE__ */ __name((durationMs2, ratePerSecond) => Math.ceil(durationMs2 * ratePerSecond / 1e3 - 1e-9), "countIn");

// src/traffic/void.rules.ts
var DEFAULT_LIMITS = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 };

// src/traffic/load-plan.rules.ts
function planLoad(request) {
  const { targets, ratePerSecond, identify, workers = 1 } = request;
  const { timeoutMs = 5e3, maxOutstanding = 1e3, maxBodyBytes = 1024 * 1024 } = request;
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes };
  for (const [name, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse2(`${name} must be more than 0, not ${value}`);
  if (targets.length === 0) throw refuse2("there is no target to ask");
  if (!Number.isInteger(workers) || workers < 1) throw refuse2(`${workers} is no number of workers`);
  if (workers > 1 && typeof identify === "function")
    throw refuse2("a function cannot name replicas in workers: use { lineAfter }");
  const count3 = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond);
  if (!Number.isInteger(count3) || count3 < 1) throw refuse2(`${count3} is no number of requests`);
  for (const target of targets) requestText(target, request.connections);
  return {
    targets,
    ratePerSecond,
    count: count3,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count3),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  };
}
__name(planLoad, "planLoad");
var refuse2 = /* @__PURE__ */ __name((message) => new SwarmlineError("input", message), "refuse");

// src/traffic/load-result.rules.ts
function shareOf2({ answered, failed, notSent, kinds: kinds2, answers }) {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds2 },
    latencyMs: summarise(answers)
  };
}
__name(shareOf2, "shareOf");

// src/traffic/expect.rules.ts
var EXCERPT_BYTES = 400;
var isGoodStatus = /* @__PURE__ */ __name((status, expect) => expect.status === void 0 ? status >= 200 && status <= 299 : status === expect.status, "isGoodStatus");
var keptBytes = /* @__PURE__ */ __name((expect, identify) => (status) => {
  if (identify || expect.bodyIncludes !== void 0) return Number.POSITIVE_INFINITY;
  return isGoodStatus(status, expect) ? 0 : EXCERPT_BYTES;
}, "keptBytes");
function judgeOutcome(outcome, expect) {
  if (outcome.kind !== "answer") return outcome;
  const { status, body } = outcome;
  if (!isGoodStatus(status, expect))
    return { kind: "status", detail: bounded(`HTTP ${status}: ${body}`), body };
  if (expect.bodyIncludes !== void 0 && !body.includes(expect.bodyIncludes))
    return { kind: "body", detail: bounded(`not the expected text: ${body}`), body };
  return outcome;
}
__name(judgeOutcome, "judgeOutcome");

// src/traffic/open-loop.ts
var realTimer = {
  now: /* @__PURE__ */ __name(() => performance.now(), "now"),
  after: /* @__PURE__ */ __name((ms, wake) => {
    const timeout = setTimeout(wake, ms);
    return () => clearTimeout(timeout);
  }, "after")
};
var MAX_AT_ONCE = 1e3;
function runOpenLoop(plan, transport, onSample, timer = realTimer) {
  const { schedule, timeoutMs, capPerTarget: capPerTarget2 } = plan;
  const start = plan.startMs ?? timer.now();
  const pending = /* @__PURE__ */ new Set();
  const perTarget = new Array(schedule.targets).fill(0);
  let share = shareOf(schedule);
  let next = 0;
  let callOff = /* @__PURE__ */ __name(() => {
  }, "callOff");
  let resolveEnded = /* @__PURE__ */ __name(() => {
  }, "resolveEnded");
  const ended = new Promise((resolve2) => {
    resolveEnded = resolve2;
  });
  const leave = /* @__PURE__ */ __name((each) => {
    pending.delete(each);
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1;
  }, "leave");
  const settle = /* @__PURE__ */ __name((each, outcome) => {
    leave(each);
    const { target, dueMs: dueMs2, sentMs } = each;
    onSample({ target, dueMs: dueMs2, sentMs, endMs: timer.now() - start, outcome });
    if (next >= share && pending.size === 0) finish();
  }, "settle");
  const finish = /* @__PURE__ */ __name(() => {
    callOff();
    resolveEnded();
  }, "finish");
  const launch = /* @__PURE__ */ __name((i) => {
    const due = dueMs(schedule, i);
    const target = targetOf(schedule, i);
    const sentMs = timer.now() - start;
    if ((perTarget[target] ?? 0) >= capPerTarget2) {
      const detail = `${capPerTarget2} requests were under way`;
      const outcome = { kind: "not-sent", detail, isCapped: true };
      return onSample({ target, dueMs: due, sentMs, endMs: sentMs, outcome });
    }
    const each = { target, dueMs: due, sentMs, drop: /* @__PURE__ */ __name(() => {
    }, "drop") };
    pending.add(each);
    perTarget[target] = (perTarget[target] ?? 0) + 1;
    const underWay = transport.send(target, (outcome) => settle(each, outcome));
    each.drop = () => underWay.drop();
  }, "launch");
  const timeOut = /* @__PURE__ */ __name(() => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return;
      each.drop();
      settle(each, { kind: "time-out", detail: `no whole answer within ${timeoutMs} ms` });
    }
  }, "timeOut");
  const wake = /* @__PURE__ */ __name(() => {
    for (let n = 0; n < MAX_AT_ONCE && next < share; n++) {
      if (dueMs(schedule, next) > timer.now() - start) break;
      launch(next++);
    }
    timeOut();
    if (next >= share && pending.size === 0) return finish();
    const [oldest] = pending;
    const at = Math.min(
      next < share ? dueMs(schedule, next) : Number.POSITIVE_INFINITY,
      oldest ? oldest.dueMs + timeoutMs : Number.POSITIVE_INFINITY
    );
    callOff = timer.after(Math.max(0, at - (timer.now() - start)), wake);
  }, "wake");
  callOff = timer.after(Math.max(0, start - timer.now()), wake);
  return {
    ended,
    stop() {
      share = Math.min(share, next);
      callOff();
      wake();
    },
    abort() {
      share = Math.min(share, next);
      const dropped = pending.size;
      for (const each of pending) {
        each.drop();
        leave(each);
      }
      finish();
      return dropped;
    }
  };
}
__name(runOpenLoop, "runOpenLoop");

// src/traffic/tally.rules.ts
var MAX_FIRST_FAILURES = 20;
var createCounts = /* @__PURE__ */ __name(() => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
}), "createCounts");
function count2(counts, { outcome, dueMs: dueMs2, endMs }) {
  if (outcome.kind === "answer") {
    counts.answered++;
    record2(counts.answers, endMs - dueMs2);
  } else if (outcome.kind === "not-sent") counts.notSent++;
  else {
    counts.failed++;
    counts.kinds[outcome.kind] = (counts.kinds[outcome.kind] ?? 0) + 1;
  }
}
__name(count2, "count");
var firstFailure = /* @__PURE__ */ __name(({ dueMs: dueMs2, target }, kind, detail, names) => ({ atMs: Math.round(dueMs2), target: names[target] ?? "?", kind, detail }), "firstFailure");

// src/traffic/connection.ts
import net2 from "node:net";

// src/traffic/chunks.rules.ts
var MAX_LINE = 256;
var MAX_TRAILER = 8 * 1024;
var [CR, LF] = [13, 10];
function createChunkReader(onBody) {
  let state = "size";
  let line = "";
  let left = 0;
  let trailer = 0;
  const endOfLine = /* @__PURE__ */ __name(() => {
    const text3 = line;
    line = "";
    if (state === "data-end") {
      if (text3 !== "") return "a chunk longer than its size";
      state = "size";
      return false;
    }
    if (state === "trailer") return text3 === "";
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text3)?.[1];
    if (size === void 0) return "a chunk without a size";
    left = Number.parseInt(size, 16);
    state = left === 0 ? "trailer" : "data";
    return false;
  }, "endOfLine");
  return {
    read(bytes, from, end) {
      let at = from;
      while (at < end) {
        if (state === "data") {
          const to = Math.min(end, at + left);
          onBody(bytes, at, to);
          left -= to - at;
          at = to;
          if (left === 0) state = "data-end";
          continue;
        }
        const byte = bytes[at++];
        if (state === "trailer" && ++trailer > MAX_TRAILER) return "a trailer without end";
        if (byte === LF) {
          const ended = endOfLine();
          if (typeof ended === "string") return ended;
          if (ended) return { at, isWhole: true };
        } else if (byte !== CR) {
          if (line.length >= MAX_LINE && state !== "trailer") return "a chunk without a size";
          if (line.length < MAX_LINE) line += String.fromCharCode(byte ?? 0);
        }
      }
      return { at, isWhole: false };
    }
  };
}
__name(createChunkReader, "createChunkReader");

// src/traffic/head.rules.ts
function readHead(text3) {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text3);
  if (!first) return "not an HTTP/1 answer";
  const status = Number(first[2]);
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text3)?.[1]?.toLowerCase() ?? "";
  const isKept = first[1] === "1" ? !connection.includes("close") : connection.includes("keep-alive");
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: "length", bytes: 0 }, isReusable: isKept };
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text3)?.[1];
  const lengths = new Set(Array.from(text3.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), (m) => m[1]?.trim()));
  if (coding !== void 0)
    return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { status, framing: { kind: "chunked" }, isReusable: isKept && lengths.size === 0 } : { status, framing: { kind: "until-end" }, isReusable: false };
  if (lengths.size === 0) return { status, framing: { kind: "until-end" }, isReusable: false };
  const [length] = lengths;
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? "")) return "an invalid Content-Length";
  return { status, framing: { kind: "length", bytes: Number(length) }, isReusable: isKept };
}
__name(readHead, "readHead");

// src/traffic/answer.rules.ts
var MORE = { kind: "more" };
var broken = /* @__PURE__ */ __name((problem) => ({ kind: "broken", problem }), "broken");
function createAnswerReader(limits) {
  let pending;
  let [lastText, lastHead] = ["", ""];
  let head;
  let chunks;
  let size = 0;
  let kept = [];
  let room = 0;
  const take = /* @__PURE__ */ __name((bytes, from, to) => {
    size += to - from;
    const wanted = Math.min(room, to - from);
    if (wanted <= 0) return;
    kept.push(Buffer.from(bytes.subarray(from, from + wanted)));
    room -= wanted;
  }, "take");
  const whole = /* @__PURE__ */ __name((isReusable) => {
    const status = head?.status ?? 0;
    const body = kept.length === 0 ? "" : Buffer.concat(kept).toString("utf8");
    head = chunks = void 0;
    kept = [];
    size = 0;
    return { kind: "whole", status, body, isReusable };
  }, "whole");
  const readBody = /* @__PURE__ */ __name((bytes, from, end, at) => {
    const { framing } = at;
    let to = end;
    let isWhole2 = false;
    if (framing.kind === "length") {
      to = Math.min(end, from + framing.bytes - size);
      take(bytes, from, to);
      isWhole2 = size === framing.bytes;
    } else if (framing.kind === "chunked") {
      chunks ??= createChunkReader(take);
      const read2 = chunks.read(bytes, from, end);
      if (typeof read2 === "string") return broken(read2);
      to = read2.at;
      isWhole2 = read2.isWhole;
    } else take(bytes, from, end);
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
    return isWhole2 ? whole(at.isReusable && to === end) : MORE;
  }, "readBody");
  const read = /* @__PURE__ */ __name((given, length) => {
    let bytes = given;
    let end = length;
    let from = 0;
    if (head) return readBody(bytes, 0, end, head);
    if (pending) {
      bytes = Buffer.concat([pending, given.subarray(0, end)]);
      end = bytes.length;
      pending = void 0;
    }
    for (; ; ) {
      const at = bytes.indexOf("\r\n\r\n", from, "latin1");
      if (at < 0 || at + 4 > end) {
        if (end - from > limits.maxHeadBytes)
          return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
        pending = Buffer.from(bytes.subarray(from, end));
        return MORE;
      }
      if (at - from > limits.maxHeadBytes) return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
      const text3 = bytes.toString("latin1", from, at);
      if (text3 !== lastText) [lastText, lastHead] = [text3, readHead(text3)];
      const found = lastHead;
      if (typeof found === "string") return broken(found);
      from = at + 4;
      if (found.status === 101) return broken("another protocol");
      if (found.status < 200) continue;
      head = found;
      room = Math.min(limits.maxBodyBytes, limits.keptBytes(found.status));
      if (found.framing.kind === "length" && found.framing.bytes > limits.maxBodyBytes)
        return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
      return readBody(bytes, from, end, found);
    }
  }, "read");
  return {
    read,
    end: /* @__PURE__ */ __name(() => head?.framing.kind === "until-end" ? whole(false) : broken(head || pending ? "closed during the answer" : "closed without an answer"), "end")
  };
}
__name(createAnswerReader, "createAnswerReader");

// src/traffic/socket-errors.rules.ts
var OURS2 = ["EADDRNOTAVAIL", "EAGAIN", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"];
function outcomeOfError(error) {
  const code = error.code ?? "";
  const detail = bounded(code || error.message);
  if (OURS2.includes(code)) return { kind: "not-sent", detail, isCapped: false };
  if (code === "ECONNREFUSED") return { kind: "refused", detail };
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") return { kind: "reset", detail };
  if (code === "ETIMEDOUT") return { kind: "time-out", detail };
  return { kind: "unreachable", detail };
}
__name(outcomeOfError, "outcomeOfError");

// src/traffic/connection.ts
var inbox = Buffer.allocUnsafe(64 * 1024);
function connect({ host, port }, limits, onGone) {
  const reader = createAnswerReader(limits);
  let waiting;
  let isOver = false;
  const finish = /* @__PURE__ */ __name((outcome, isReusable) => {
    const done = waiting;
    waiting = void 0;
    if (!isReusable) drop();
    if (done) done(outcome, isReusable);
    else if (!isReusable) onGone();
  }, "finish");
  const drop = /* @__PURE__ */ __name(() => {
    isOver = true;
    waiting = void 0;
    socket.destroy();
  }, "drop");
  const handle = /* @__PURE__ */ __name((progress, isClosed) => {
    if (progress.kind === "more") return;
    if (progress.kind === "whole")
      finish({ kind: "answer", status: progress.status, body: progress.body }, progress.isReusable);
    else finish({ kind: isClosed ? "reset" : "body", detail: progress.problem }, false);
  }, "handle");
  const socket = net2.connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer: inbox,
      callback: /* @__PURE__ */ __name((length) => {
        if (isOver) return false;
        if (!waiting) finish({ kind: "body", detail: "unasked" }, false);
        else handle(reader.read(inbox, length), false);
        return true;
      }, "callback")
    }
  });
  socket.on("error", (error) => {
    if (!isOver) finish(outcomeOfError(error), false);
  });
  socket.on("close", () => {
    if (!isOver) handle(reader.end(), true);
  });
  return {
    ask(request, done) {
      waiting = done;
      socket.write(request);
    },
    drop
  };
}
__name(connect, "connect");

// src/traffic/transport.ts
function createTransport(targets, connections, limits) {
  const doors = targets.map((target) => ({
    target,
    request: Buffer.from(requestText(target, connections), "latin1"),
    idle: []
  }));
  return {
    send(index, done) {
      const door = doors[index];
      if (!door) throw new RangeError(`there is no target ${index}`);
      const connection = door.idle.pop() ?? open2(door);
      connection.ask(door.request, (outcome, isReusable) => {
        if (isReusable && connections === "kept") door.idle.push(connection);
        else connection.drop();
        done(outcome);
      });
      return connection;
    },
    close() {
      for (const { idle } of doors) for (const connection of idle.splice(0)) connection.drop();
    }
  };
  function open2(door) {
    const connection = connect(door.target, limits, () => {
      const at = door.idle.indexOf(connection);
      if (at >= 0) door.idle.splice(at, 1);
    });
    return connection;
  }
  __name(open2, "open");
}
__name(createTransport, "createTransport");

// src/traffic/sender.ts
var MAX_HEAD_BYTES = 32 * 1024;
var answerLimits = /* @__PURE__ */ __name((plan) => ({
  maxHeadBytes: MAX_HEAD_BYTES,
  maxBodyBytes: plan.maxBodyBytes,
  keptBytes: keptBytes(plan.expect, plan.identify)
}), "answerLimits");

// src/traffic/probe.rules.ts
var MAX_PHASES = 200;
var MAX_SECONDS = 3600;
function createProbeTally(names, phase) {
  const longest = { fromMs: 0, toMs: 0, ms: 0 };
  const tally = {
    names,
    all: createCounts(),
    nodes: names.map(() => createCounts()),
    phases: [],
    seconds: /* @__PURE__ */ new Map(),
    stretches: names.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  };
  addPhase(tally, phase, 0);
  return tally;
}
__name(createProbeTally, "createProbeTally");
function addPhase({ phases, names }, name, fromMs) {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name) return;
  phases.push({ name, fromMs, all: createCounts(), nodes: names.map(() => createCounts()) });
}
__name(addPhase, "addPhase");
function addProbe(tally, sample) {
  const { outcome, dueMs: dueMs2, sentMs, endMs, target } = sample;
  const phase = tally.phases.findLast((each) => each.fromMs <= dueMs2) ?? tally.phases[0];
  for (const counts of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts) count2(counts, sample);
  if (outcome.kind !== "not-sent") {
    record2(tally.sendLag, sentMs - dueMs2);
    countSecond(tally.seconds, dueMs2, outcome.kind !== "answer");
  }
  const stretch = tally.stretches[target];
  if (outcome.kind !== "answer") {
    if (tally.firstFailures.length < MAX_FIRST_FAILURES)
      tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, tally.names));
  } else if (stretch) {
    stretch.longest = longer(stretch, endMs);
    stretch.lastMs = endMs;
  }
}
__name(addProbe, "addProbe");
function countSecond(seconds2, dueMs2, hasFailed2) {
  const second = Math.min(MAX_SECONDS - 1, Math.floor(dueMs2 / 1e3));
  const { sent, failed } = seconds2.get(second) ?? { sent: 0, failed: 0 };
  seconds2.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed2) });
}
__name(countSecond, "countSecond");
function longer({ lastMs, longest }, endMs) {
  const ms = endMs - lastMs;
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest;
}
__name(longer, "longer");
function probeResult(tally, startedAtMs, endMs, unfinished) {
  const { names, all, nodes, phases, stretches } = tally;
  const named = /* @__PURE__ */ __name((counts, index) => ({ name: names[index] ?? "?", ...shareOf2(counts) }), "named");
  const whole = shareOf2(all);
  const sendLag = summarise(tally.sendLag);
  return {
    ...whole,
    planned: whole.planned + unfinished,
    startedAtMs: Math.round(startedAtMs),
    durationMs: Math.round(endMs),
    latencyBuckets: bucketsOf(all.answers),
    series: [...tally.seconds.values()].toSorted((a, b) => a.second - b.second),
    unfinished,
    nodes: nodes.map((counts, index) => ({
      ...named(counts, index),
      longestGap: rounded(longer(stretches[index], endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf2(phase.all),
      nodes: phase.nodes.map(named)
    })),
    firstFailures: tally.firstFailures,
    sendLagMs: { p99: sendLag.p99, max: sendLag.max }
  };
}
__name(probeResult, "probeResult");
var rounded = /* @__PURE__ */ __name(({ fromMs, toMs, ms }) => ({
  fromMs: Math.round(fromMs),
  toMs: Math.round(toMs),
  ms: Math.round(ms)
}), "rounded");

// src/traffic/prober.ts
var MAX_PER_NODE = 2e3;
function startProber(options, fx) {
  const { targets, ratePerSecond = 200, connections = "fresh", timeoutMs = 5e3 } = options;
  const plan = planLoad({
    targets,
    ratePerSecond,
    connections,
    timeoutMs,
    ...options.expect ? { expect: options.expect } : {},
    count: 1
  });
  if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const startMs = performance.now();
  const sinceStart = /* @__PURE__ */ __name(() => performance.now() - startMs, "sinceStart");
  const names = targets.map((target) => target.name);
  const tally = createProbeTally(names, options.firstPhase ?? "before");
  const transport = createTransport(targets, connections, answerLimits(plan));
  const mostUnderWay = Math.ceil(ratePerSecond / targets.length * timeoutMs / 1e3) + 10;
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: void 0, targets: targets.length, sender: 0, senders: 1 },
      startMs,
      timeoutMs,
      capPerTarget: Math.min(MAX_PER_NODE, mostUnderWay)
    },
    transport,
    (sample) => addProbe(tally, { ...sample, outcome: judgeOutcome(sample.outcome, plan.expect) })
  );
  let unfinished = 0;
  let endMs;
  const onAbort = /* @__PURE__ */ __name(() => {
    endMs ??= sinceStart();
    unfinished += loop.abort();
  }, "onAbort");
  fx.signal.addEventListener("abort", onAbort, { once: true });
  let result;
  return {
    phase: /* @__PURE__ */ __name((name) => addPhase(tally, name, sinceStart()), "phase"),
    soFar: /* @__PURE__ */ __name(() => ({ sent: tally.all.answered + tally.all.failed, failed: tally.all.failed }), "soFar"),
    stop() {
      result ??= (async () => {
        endMs ??= sinceStart();
        loop.stop();
        await loop.ended;
        fx.signal.removeEventListener("abort", onAbort);
        transport.close();
        return probeResult(tally, performance.timeOrigin + startMs, endMs, unfinished);
      })();
      return result;
    }
  };
}
__name(startProber, "startProber");

// src/usecases/deploy/probing.ts
var ALL_NODES = "nodes";
async function startProbing(request, swarm, isThere, fx) {
  const idle = { phase: /* @__PURE__ */ __name(() => void 0, "phase"), stop: /* @__PURE__ */ __name(async () => ({ result: void 0, fault: void 0 }), "stop") };
  if (!request) return idle;
  const targets = await targetsOf(request.url, swarm);
  if (!isThere) {
    fx.log.info("nothing to probe: no service of the stack runs yet");
    return idle;
  }
  return probing(request, startProber({ targets, ratePerSecond: request.ratePerSecond }, fx));
}
__name(startProbing, "startProbing");
function probing({ maxFailedRequests }, prober) {
  return {
    phase: /* @__PURE__ */ __name((name) => prober.phase(name), "phase"),
    stop: /* @__PURE__ */ __name(async () => {
      const result = await prober.stop();
      const { isGood, words: words2 } = judgeProbe(result, {
        maxFailedRequests: maxFailedRequests ?? Number.POSITIVE_INFINITY
      });
      return { result, fault: isGood || maxFailedRequests === void 0 ? void 0 : words2.join("; ") };
    }, "stop")
  };
}
__name(probing, "probing");
async function targetsOf(address, swarm) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url?.protocol !== "http:")
    throw new SwarmlineError("input", `${address} is not a URL to probe`, {
      hint: `give http://${ALL_NODES}:PORT/PATH for every node, or the http:// address of a load balancer`
    });
  const port = Number(url.port || "80");
  const path11 = `${url.pathname}${url.search}`;
  if (url.hostname !== ALL_NODES) return [{ name: url.host, host: url.hostname, port, path: path11 }];
  return Promise.all(
    swarm.nodes.map(async (node) => ({ name: node.name, ...await swarm.openPort(node.address, port), path: path11 }))
  );
}
__name(targetsOf, "targetsOf");

// src/usecases/deploy/roll-out.ts
async function rollOut(request, fx) {
  const { stack, stages, client } = request;
  const startedAtMs = fx.clock.now();
  const limit = { untilMs: startedAtMs + request.timeoutMs, isGiven: request.isTimeoutGiven };
  let whole;
  for (const stage of stages) {
    await request.onStage(stage);
    const baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const result = await rollOutStage(request, stage, baseline, limit, fx);
    whole = whole ? joined(whole, result) : result;
    if (result.outcome !== "converged") break;
  }
  return whole ?? emptyResult(stack, "converged", startedAtMs, startedAtMs);
}
__name(rollOut, "rollOut");
async function rollOutStage(request, stage, baseline, limit, fx) {
  const { docker, client, stack, model, contents, changes, withRegistryAuth } = request;
  const isChanging = /* @__PURE__ */ __name((name) => changes.services.some(
    (each) => each.name === name && (["created", "updated"].includes(each.kind) || each.tasks === "run-again")
  ), "isChanging");
  const changing = stage.services.filter(isChanging);
  if (changing.length > 0) {
    const title = handOverTitle(stage, stack);
    const withoutDigest2 = await fx.log.step(title, async () => {
      const all = [];
      for (const wave of wavesOf(changing, changes)) {
        const part = partOfModel(model, wave);
        const timeoutMs = leftOf(limit, fx);
        const request2 = { docker, client, stack, model: part, contents, withRegistryAuth, timeoutMs };
        all.push(...(await deployStack(request2, fx)).withoutDigest);
      }
      return all;
    });
    for (const name of withoutDigest2)
      fx.log.warn(`${name}: its image has no digest, so nodes may run different versions`);
    await request.onHandedOver(fx);
  }
  const services = stage.services.map((name) => `${stack}_${name}`);
  await allowFor(request, services, limit, fx);
  const result = await watchStack({ client, stack, services, baseline, timeoutMs: leftOf(limit, fx) }, fx);
  if (stage.run && changing.length > 0) await showLogs(client, stack, changing, fx);
  return result;
}
__name(rollOutStage, "rollOutStage");
function handOverTitle({ name, run, services }, stack) {
  if (run) return `Run ${services.join(", ")} ${name}`;
  return `Hand ${name === "all" ? stack : `stage ${name} of ${stack}`} to the swarm`;
}
__name(handOverTitle, "handOverTitle");
async function showLogs(client, stack, names, fx) {
  for (const name of names)
    for (const line of await jobLog(client, `${stack}_${name}`, fx.signal)) fx.log.info(`${name} | ${line}`);
}
__name(showLogs, "showLogs");
var leftOf = /* @__PURE__ */ __name(({ untilMs }, fx) => Math.max(1, untilMs - fx.clock.now()), "leftOf");
async function allowFor({ client, stack, nodeCount }, names, limit, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/services", { query: ofStack(stack), signal: fx.signal }), "ask");
  const services = await persist(ask, fx) ?? [];
  const specs = services.map((service) => service.Spec).filter((spec) => names.includes(spec.Name));
  const expectation = expectationOf(specs, { eligibleNodes: nodeCount });
  limit.untilMs = deadlineMs(limit, expectation, fx.clock.now());
  const leftMs = leftOf(limit, fx);
  fx.log.debug(`${names.length} services may take ${showDuration(wholeSeconds(leftMs))}`);
  const { slowest } = expectation;
  if (slowest && slowest.boundMs > leftMs)
    fx.log.warn(
      `${slowest.name} may take ${showDuration(wholeSeconds(slowest.boundMs))} by its own settings (start_period, retries, delay, monitor), and the deploy ends in ${showDuration(wholeSeconds(leftMs))}: allow more with a longer timeout`
    );
}
__name(allowFor, "allowFor");
var wholeSeconds = /* @__PURE__ */ __name((ms) => Math.ceil(ms / 1e3) * 1e3, "wholeSeconds");
var WORST_FIRST2 = ["failed", "timed-out", "paused", "rolled-back", "cancelled"];
function joined(before, next) {
  const outcome = WORST_FIRST2.find((each) => before.outcome === each || next.outcome === each) ?? "converged";
  return {
    ...next,
    outcome,
    services: [...before.services, ...next.services],
    failures: [...before.failures, ...next.failures],
    startedAt: before.startedAt,
    durationMs: before.durationMs + next.durationMs,
    timeline: [...before.timeline ?? [], ...next.timeline ?? []]
  };
}
__name(joined, "joined");

// src/usecases/deploy/carry-out.ts
var LAST_WORD_MS = 1e4;
async function carryOut(given, fx) {
  const { request, prepared, swarm } = given;
  const { changes } = prepared;
  const { stack, keepRecords } = request;
  const client = swarm.manager;
  const startedAtMs = fx.clock.now();
  const snapshot = await takeSnapshot(client, stack, fx);
  const probing2 = await startProbing(request.probe, swarm, snapshot.services.length > 0, fx);
  const owner = holderInWords(request.owner);
  const record3 = changes.isUnchanged ? void 0 : await beginRecord({ client, stack, owner, version, changes: changes.services }, fx).catch(
    async (error) => {
      await probing2.stop();
      throw error;
    }
  );
  let outcome = "failed";
  let failure;
  let back;
  let pruned = [];
  const report = /* @__PURE__ */ __name(async (result) => {
    const { result: probe } = await probing2.stop();
    const leftBehind2 = back ? back.leftBehind : result.leftBehind;
    const { leftBehind: _seen, ...seen } = result;
    const failures = seen.failures.map((each) => withPlace(each, stack, prepared.plan));
    const rest = { ...seen, failures };
    const whole = {
      ...{ ...rest, ...leftBehind2 ? { leftBehind: leftBehind2 } : {} },
      ...{ seq: record3?.seq, changes, pruned, undone: back?.undone, probe }
    };
    failure = failureInWords(whole);
    return whole;
  }, "report");
  try {
    let isFirstDue = true;
    const onStage = /* @__PURE__ */ __name(async ({ name, run }) => {
      probing2.phase(name === "all" ? "deploy" : `deploy ${name}`);
      if (run === "before" || !isFirstDue) return;
      isFirstDue = false;
      pruned = await pruneServices(client, stack, removedFirst(changes), fx);
    }, "onStage");
    const result = await observed(given, { record: record3, probing: probing2, onStage }, fx);
    outcome = result.outcome;
    if (outcome === "converged") pruned = [...pruned, ...await pruneOld(given, fx)];
    else if (record3 && !isLockLost(fx.signal))
      back = await goBack(given, { snapshot, probing: probing2, seenLeft: result.leftBehind }, fx);
    return await report(result);
  } catch (error) {
    if (!record3 || isLockLost(fx.signal)) throw error;
    if (fx.signal.aborted) outcome = "cancelled";
    failure = explain(error);
    back ??= await goBack(given, { snapshot, probing: probing2, isEngineLost: isEngineLost(error) }, fx);
    if (outcome === "cancelled")
      return await report(emptyResult(stack, "cancelled", startedAtMs, fx.clock.now()));
    for (const line of standingInWords(stack, back)) fx.log.warn(line);
    throw error;
  } finally {
    await probing2.stop();
    if (back?.undone?.kind !== "removed")
      await record3?.finish(
        { outcome, failure: failure && prepared.redactor.redact(failure), undone: leftOf2(back) },
        keepRecords,
        forCleanup(fx, back && !back.undone ? LAST_WORD_MS : void 0)
      );
    if (outcome === "converged") await forgetContents(given, fx);
  }
}
__name(carryOut, "carryOut");
var leftOf2 = /* @__PURE__ */ __name((back) => back?.undone?.kind === "restored" && !back.undone.isComplete ? void 0 : back?.undone?.kind, "leftOf");
var isEngineLost = /* @__PURE__ */ __name((error) => error instanceof SwarmlineError && error.code === "engine-lost", "isEngineLost");
function standingInWords(stack, { undone, leftBehind: leftBehind2 }) {
  if (leftBehind2) return [`${stack} is not what it was before:`, ...leftBehind2];
  return [undone?.kind === "removed" ? `nothing of ${stack} is left` : `${stack} runs as it did before`];
}
__name(standingInWords, "standingInWords");
async function observed({ request, prepared, swarm, docker }, { record: record3, probing: probing2, onStage }, fx) {
  const { model, contents, changes } = prepared;
  const images = serviceEntries(model).map(([, { image }]) => text2(image));
  const withRegistryAuth = request.withRegistryAuth && await hasLoginFor(images, swarm.dockerConfigDir, fx);
  const result = await rollOut(
    {
      docker,
      client: swarm.manager,
      stack: request.stack,
      model,
      contents,
      stages: stagesOf(model, request.stages),
      changes,
      withRegistryAuth,
      timeoutMs: request.timeoutMs,
      isTimeoutGiven: request.isTimeoutGiven ?? false,
      nodeCount: swarm.nodes.length,
      onStage,
      onHandedOver: /* @__PURE__ */ __name(async (within) => record3?.capture(within, oldOnes(changes)), "onHandedOver")
    },
    fx
  );
  if (result.outcome !== "converged") return result;
  const { fault: fault2 } = await probing2.stop();
  if (fault2 === void 0) return result;
  const [service = request.stack] = result.services.map((each) => each.name);
  const failure = { service, task: "", node: "", category: "network", error: fault2, logLines: [] };
  return { ...result, outcome: "failed", failures: [failure] };
}
__name(observed, "observed");
async function pruneOld({ request, prepared, swarm }, fx) {
  return pruneServices(swarm.manager, request.stack, oldOnes(prepared.changes), fx);
}
__name(pruneOld, "pruneOld");
var oldOnes = /* @__PURE__ */ __name(({ services }) => services.filter((each) => each.kind === "removed").map((each) => each.fullName), "oldOnes");
async function forgetContents({ request, swarm }, fx) {
  const { stack, keepRecords } = request;
  await pruneContents(swarm.manager, stack, { keep: keepRecords }, forCleanup(fx)).catch(
    (error) => fx.log.warn(`old secrets and configs of ${stack} could not be removed: ${explain(error)}`)
  );
}
__name(forgetContents, "forgetContents");

// src/plain/redact.ts
var MOST_KEPT = 400;
var MOST_TEXTS = 2e4;
var REDACTED = "[secret]";
function createRedactor({ except = [], isCutMarked = false } = {}) {
  const known = /* @__PURE__ */ new Set();
  let longestFirst = [];
  let cleaned = /* @__PURE__ */ new Map();
  const clean = /* @__PURE__ */ __name((text3) => {
    const before = cleaned.get(text3);
    if (before !== void 0) return before;
    const result = cleanAnew(text3);
    if (text3.length <= MOST_KEPT && cleaned.size < MOST_TEXTS) cleaned.set(text3, result);
    return result;
  }, "clean");
  const cleanAnew = /* @__PURE__ */ __name((text3) => {
    let kept = text3;
    const mayBeCut = !isCutMarked || text3.endsWith("\u2026");
    for (const secret of longestFirst) {
      kept = kept.replaceAll(secret, REDACTED);
      if (mayBeCut) kept = withoutCutEnd(kept, secret);
    }
    return kept;
  }, "cleanAnew");
  const walk = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return clean(value);
    if (typeof value === "number" || typeof value === "bigint")
      return known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map(walk);
    if (value instanceof Map) return walk([...value]);
    if (value instanceof Set) return walk([...value]);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk(inner)]));
    return value;
  }, "walk");
  return {
    register(secret) {
      for (const form of secretForms(secret)) if (!except.some((name) => name.includes(form))) known.add(form);
      cleaned = /* @__PURE__ */ new Map();
      longestFirst = [...known].sort((a, b) => b.length - a.length);
    },
    redact: /* @__PURE__ */ __name((value) => known.size === 0 ? value : walk(value), "redact")
  };
}
__name(createRedactor, "createRedactor");
var SHORTEST_PIECE = 4;
function withoutCutEnd(text3, secret) {
  const end = text3.endsWith("\u2026") ? text3.length - 1 : text3.length;
  for (let length = Math.min(secret.length - 1, end); length >= SHORTEST_PIECE; length--)
    if (text3.startsWith(secret.slice(0, length), end - length))
      return text3.slice(0, end - length) + REDACTED + text3.slice(end);
  return text3;
}
__name(withoutCutEnd, "withoutCutEnd");

// src/usecases/deploy/hide-secrets.ts
var SHORTEST2 = 6;
function redactorOf(contents, names) {
  const redactor = createRedactor({ except: names, isCutMarked: true });
  for (const { kind, bytes } of contents) {
    const text3 = Buffer.from(bytes).toString("utf8").trim();
    if (kind === "secret" && text3.length >= SHORTEST2) redactor.register(bytes);
  }
  return redactor;
}
__name(redactorOf, "redactorOf");
async function hidingSecrets({ redact }, fx, work) {
  const { log } = fx;
  const within = /* @__PURE__ */ __name(async (inner) => {
    try {
      return await inner();
    } catch (error) {
      throw hidden(error, redact);
    }
  }, "within");
  const hiding = {
    info: /* @__PURE__ */ __name((line) => log.info(redact(line)), "info"),
    debug: /* @__PURE__ */ __name((line) => log.debug(redact(line)), "debug"),
    warn: /* @__PURE__ */ __name((line) => log.warn(redact(line)), "warn"),
    // A log says of a step that failed why it did.
    step: /* @__PURE__ */ __name((title, run) => log.step(
      redact(title),
      (update) => within(() => run((detail, table) => update(redact(detail), table && redact(table))))
    ), "step")
  };
  return within(async () => redact(await work({ ...fx, log: hiding })));
}
__name(hidingSecrets, "hidingSecrets");
function hidden(error, redact) {
  const all = wordsOf2(error);
  if (redact(all) === all) return error;
  const { code, message, hint } = classify(error);
  return new SwarmlineError(code, redact(message), hint === void 0 ? {} : { hint: redact(hint) });
}
__name(hidden, "hidden");
function wordsOf2(error) {
  if (!(error instanceof Error)) return String(error);
  const hint = error instanceof SwarmlineError ? error.hint : "";
  const cause = error.cause === void 0 ? "" : wordsOf2(error.cause);
  return [error.message, hint, error.stack, cause].join("\n");
}
__name(wordsOf2, "wordsOf");

// src/usecases/deploy/overwritten.rules.ts
function overwritten(drift, { services }) {
  if (drift.kind === "unknown") return [];
  const lost = drift.services.filter((change2) => isOverwritten(change2, services));
  if (lost.length === 0) return [];
  return [
    `changed by hand since deploy ${drift.since}, and overwritten by this one: ${servicesInWords(lost).join("; ")}`
  ];
}
__name(overwritten, "overwritten");
function isOverwritten(change2, planned) {
  const plan = planned.find(({ fullName: fullName2 }) => fullName2 === change2.fullName);
  if (change2.kind !== "updated") return plan !== void 0 && !["unchanged", "orphaned"].includes(plan.kind);
  if (plan?.kind === "removed") return true;
  return change2.fields.some(({ field }) => plan?.fields.some((each) => each.field === field));
}
__name(isOverwritten, "isOverwritten");

// src/stack/apply/contents/generation.rules.ts
import { createHmac } from "node:crypto";
var TAG_DIGITS = 12;
function swarmNameOf(stack, { kind, name, bytes }, key, templateDriver = "") {
  return taggedName(`${stack}_${name}`, tagOf2(stack, { kind, name, bytes }, key, templateDriver));
}
__name(swarmNameOf, "swarmNameOf");
function tagOf2(stack, { kind, name, bytes }, key, templateDriver) {
  return createHmac("sha256", key).update([kind, stack, name, templateDriver, ""].join("\0")).update(bytes).digest("hex").slice(0, TAG_DIGITS);
}
__name(tagOf2, "tagOf");
function swarmNames(stack, model, contents, key) {
  return contents.map((content) => {
    const { template_driver, name } = entriesOf(entriesOf(model[`${content.kind}s`])[content.name]);
    const driver = typeof template_driver === "string" ? template_driver : "";
    return typeof name === "string" && name !== "" ? { ...content, swarmName: name, tag: tagOf2(stack, content, key, driver) } : { ...content, swarmName: swarmNameOf(stack, content, key, driver) };
  });
}
__name(swarmNames, "swarmNames");
function withContents(model, contents) {
  const changed = { ...model };
  for (const { kind, name, swarmName, tag } of contents) {
    const section = entriesOf(changed[`${kind}s`]);
    const { environment: _, content: __, file: ___, ...entry } = entriesOf(section[name]);
    const own2 = tag === void 0 ? { [OUR_LABEL.logicalName]: name } : { [OUR_LABEL.content]: tag };
    const labels = { ...labelsOf3(entry.labels), ...own2 };
    changed[`${kind}s`] = { ...section, [name]: { ...entry, name: swarmName, labels } };
  }
  return changed;
}
__name(withContents, "withContents");
function labelsOf3(labels) {
  if (!Array.isArray(labels)) return entriesOf(labels);
  return Object.fromEntries(
    labels.map(String).map((label) => {
      const at = label.indexOf("=");
      return at < 0 ? [label, ""] : [label.slice(0, at), label.slice(at + 1)];
    })
  );
}
__name(labelsOf3, "labelsOf");

// src/stack/lint/known-image.rules.ts
function knownImage(config) {
  const test = isMapping(config.Healthcheck) ? own(config.Healthcheck, "Test") : void 0;
  const [how] = texts3(test);
  const entrypoint = texts3(config.Entrypoint);
  return {
    hasHealthcheck: how !== void 0 && how !== "" && how !== "NONE",
    stopSignal: typeof config.StopSignal === "string" && config.StopSignal !== "" ? config.StopSignal : "SIGTERM",
    user: typeof config.User === "string" ? config.User : "",
    entrypoint,
    command: [...entrypoint, ...texts3(config.Cmd)]
  };
}
__name(knownImage, "knownImage");
var texts3 = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value.filter((each) => typeof each === "string") : [], "texts");

// src/stack/lint/lint-again.rules.ts
var OF_LINT = /* @__PURE__ */ new Set([...RULES.map((rule) => rule.name), "unknown-rule"]);
function lintAgain({ model, source, findings }, images) {
  if (!source || Object.keys(images).length === 0) return findings;
  const others = findings.filter(({ rule }) => !OF_LINT.has(rule));
  return saidOnce(
    inOrder(
      [...others, ...lintStack(model, source, images)],
      source.files.map((file) => file.shownAs)
    )
  );
}
__name(lintAgain, "lintAgain");

// src/usecases/deploy/look-at-images.ts
var REGISTRY_MS = 3e3;
async function lookAtImages({ model, services }, pinned, swarm, fx) {
  const clients = [.../* @__PURE__ */ new Set([swarm.manager, ...swarm.nodes.map((node) => node.client)])];
  const byDigest = new Map(serviceEntries(pinned).map(([name, { image }]) => [name, text2(image)]));
  const definitions = new Map(serviceEntries(model));
  const asked = /* @__PURE__ */ new Map();
  for (const { name, image, ports } of services) {
    const isWanted = ports.length > 0 && isHealthOfImage(definitions.get(name) ?? {});
    const reference = byDigest.get(name) ?? image;
    asked.set(image, { reference, isWanted: isWanted || (asked.get(image)?.isWanted ?? false) });
  }
  const known = await Promise.all(
    [...asked].map(async ([image, { reference, isWanted }]) => {
      const config = await configOnEngines(clients, reference, fx);
      const isAsked = config === void 0 && isWanted && !swarm.cluster && isPinned(reference);
      return [image, isAsked ? await fromRegistry(reference, swarm, fx) : config];
    })
  );
  return Object.fromEntries(known.flatMap(([image, config]) => config ? [[image, knownImage(config)]] : []));
}
__name(lookAtImages, "lookAtImages");
async function fromRegistry(reference, { manager, dockerConfigDir }, fx) {
  const version2 = await manager.json("GET", "/version", { signal: fx.signal }).catch((error) => {
    if (fx.signal.aborted) throw error;
  });
  if (!version2) return void 0;
  const login = await registryLogin(dockerConfigDir, reference, fx, REGISTRY_MS);
  return configInRegistry({ reference, architecture: version2.Arch, login, timeoutMs: REGISTRY_MS }, fx);
}
__name(fromRegistry, "fromRegistry");

// src/usecases/deploy/spare-nodes.rules.ts
function roomOf(service, nodes) {
  const placement = mapping(mapping(service.deploy).placement);
  const hasHostPort = sequence(service.ports).map(mapping).some((port) => port.mode === "host" && port.published !== void 0);
  const most = Number(placement.max_replicas_per_node ?? 0);
  const perNode = hasHostPort ? 1 : most;
  if (perNode === 0) return void 0;
  return perNode * eligibleNodes({ Placement: { Constraints: texts2(placement.constraints) } }, nodes).length;
}
__name(roomOf, "roomOf");
function needsSpareNode(service) {
  const { mode = "replicated", update_config } = mapping(service.deploy);
  return mode === "replicated" && mapping(update_config).order === "start-first" && roomOf(service, []) === 0;
}
__name(needsSpareNode, "needsSpareNode");
function withoutRoom(changes, model, nodes) {
  const services = mapping(model.services);
  return {
    ...changes,
    services: changes.services.map((change2) => {
      const service = mapping(services[change2.name]);
      const replicas = Number(text2(mapping(service.deploy).replicas) || 1);
      const room = roomOf(service, nodes) ?? Number.POSITIVE_INFINITY;
      const isStuck = change2.tasks === "replaced" && needsSpareNode(service) && replicas > 0 && room < replicas + 1;
      if (!isStuck || change2.refusal !== void 0) return change2;
      const refusal = `an update with order: start-first starts a new task beside ${replicas}, and the nodes have room for ${room} (a port in host mode, or max_replicas_per_node): use order: stop-first, or add a node`;
      return { ...change2, refusal };
    })
  };
}
__name(withoutRoom, "withoutRoom");

// src/usecases/deploy/prepare.ts
async function load(source, defaults) {
  const { composeFiles, shownFrom, root, envFiles: envFiles2, profiles, isStrict, texts: texts4 } = source;
  const settings = parseSettings(source.settings);
  const digests = parseDigests(source.digests);
  const variables = { ...await defaults(), ...source.variables };
  const given = {
    secrets: Object.keys(source.contents.secrets ?? {}),
    configs: Object.keys(source.contents.configs ?? {})
  };
  const { plan, forCompose } = await readStack({
    composeFiles,
    shownFrom,
    root,
    envFiles: envFiles2,
    profiles,
    isStrict,
    variables,
    given,
    texts: texts4,
    stack: source.stack
  });
  const { model, projectDir } = plan;
  stagesOf(model, source.stages);
  const shown3 = showPathsFrom(shownFrom ?? process.cwd());
  const all = await readVariables(envFiles2, variables, collectFindings(""), shown3);
  const contents = await gatherContents({ model, projectDir, variables: all, given: source.contents, shown: shown3 });
  return { plan, forCompose, variables: all, settings, digests, contents };
}
__name(load, "load");
async function withPrepared(source, loaded, swarm, keyMode, fx, work) {
  const { stack, isPruning } = source;
  const { plan, variables, settings, digests, contents } = loaded;
  const { manager: client } = swarm;
  const shown3 = showPathsFrom(source.shownFrom ?? process.cwd());
  const key = await contentKey(client, stack, keyMode, fx);
  const named = swarmNames(stack, plan.model, contents, key);
  const complete = await resolveEnvironments(withContents(plan.model, named), variables, shown3);
  const set = applySettings(withOneTry(complete), settings);
  const meshed = swarm.cluster?.hasMesh ?? true ? set.model : applyMeshless(set.model);
  const { model, unpinned } = await pin(digests, source.unresolvedImages, meshed, swarm, fx);
  const [current, images] = await Promise.all([
    persist(() => readCurrent(client, stack, fx.signal), fx),
    lookAtImages(plan, model, swarm, fx)
  ]);
  const drift = await readDrift(
    { client, stack, running: current.services.map(({ Spec }) => Spec), names: namesOf2(current) },
    fx
  );
  const planned = planChanges(model, stack, current, { isPruning, isResolving: unpinned.length > 0 });
  const changes = serviceEntries(model).some(([, service]) => needsSpareNode(service)) ? withoutRoom(planned, model, await persist(() => nodesOf(client, fx.signal), fx)) : planned;
  return work({
    plan,
    model,
    contents: named,
    current,
    changes,
    notes: set.notes,
    drift,
    redactor: redactorOf(contents, [stack, ...plan.services.flatMap(({ name, image }) => [name, image])]),
    unpinned,
    findings: lintAgain(plan, images)
  });
}
__name(withPrepared, "withPrepared");
var nodesOf = /* @__PURE__ */ __name(async (client, signal) => await client.json("GET", "/nodes", { signal }) ?? [], "nodesOf");
function pin(digests, unresolved, model, { manager, dockerConfigDir, cluster }, fx) {
  const standIns = (cluster?.standIns ?? []).map((made) => [made.reference, made.digest]);
  const known = { ...Object.fromEntries(standIns), ...digests };
  return fx.log.step("Look up the digests of the images", async () => {
    const ask = /* @__PURE__ */ __name((image) => persist(() => askRegistry(manager, dockerConfigDir, image, fx), fx), "ask");
    return pinImages(model, await resolveImages(model, known, ask), { unresolved });
  });
}
__name(pin, "pin");
var findingsOf = /* @__PURE__ */ __name(({ findings, unpinned }) => findings.filter(
  ({ rule, service }) => rule !== "latest-without-digest" || unpinned.some((image) => service === void 0 || image.services.includes(service))
), "findingsOf");

// src/usecases/deploy/deploy.ts
async function deploy2(request, home, fx, listener = {}) {
  const { stack, owner, lockWait } = request;
  const loaded = await loadFor(request, home);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    const docker = await clientFor(swarm, loaded, home, fx);
    await openPublished(swarm, loaded.plan);
    return await withStackLock({ client: swarm.manager, stack, owner, wait: lockWait }, fx, (held2, fence) => {
      const within = { ...held2, awayMs: awayMs(request.timeoutMs) };
      const fenced2 = fencedSwarm(swarm, fence);
      return withPrepared(request, loaded, fenced2, "make", within, async (prepared) => {
        tell(prepared, within);
        await listener.planned?.(prepared.changes);
        requireAcceptable(prepared.changes, request.isStrict);
        for (const line of driftsOf(prepared.changes)) within.log.warn(line);
        for (const line of notesOf(prepared)) within.log.warn(line);
        for (const line of changesInWords(prepared.changes)) within.log.info(line);
        return hidingSecrets(
          prepared.redactor,
          within,
          (hiding) => carryOut({ request, prepared, swarm: fenced2, docker }, hiding)
        );
      });
    });
  } finally {
    await swarm.close();
  }
}
__name(deploy2, "deploy");
async function planDeploy(request, home, fx) {
  const loaded = await loadFor(request, home);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    await clientFor(swarm, loaded, home, fx);
    return await withPrepared(request, loaded, swarm, "look", fx, async (prepared) => ({
      summary: changesInWords(prepared.changes),
      changes: prepared.changes,
      findings: findingsOf(prepared),
      translations: prepared.plan.translations,
      notes: notesOf(prepared),
      stages: stagesOf(prepared.model, request.stages)
    }));
  } finally {
    await swarm.close();
  }
}
__name(planDeploy, "planDeploy");
var loadFor = /* @__PURE__ */ __name((request, home) => load(request, () => defaultsOf(request.target, home)), "loadFor");
async function clientFor({ dockerConfigDir }, { forCompose }, home, fx) {
  const docker = await dockerCommand(dockerConfigDir, home, fx);
  await askCompose({ docker, ...forCompose }, fx);
  return docker;
}
__name(clientFor, "clientFor");
function tell(prepared, fx) {
  for (const finding of findingsOf(prepared)) {
    const line = `${inWords(finding)}${finding.hint ? ` \u2014 ${finding.hint}` : ""} (${finding.rule})`;
    if (finding.severity === "warning") fx.log.warn(line);
    else if (finding.rule === "left-out") fx.log.info(line);
    else fx.log.debug(line);
  }
  for (const { file, line, from, to } of prepared.plan.translations)
    fx.log.info(`${file}:${line}: ${from} \u2192 ${to || "left out"}`);
}
__name(tell, "tell");
var notesOf = /* @__PURE__ */ __name(({ notes, unpinned, drift, changes }) => [
  ...overwritten(drift, changes),
  ...notes.map(({ service, text: text3 }) => `service ${service}: ${text3}`),
  ...unpinned.map(({ image, why }) => `${image} has no digest, so nodes may run different versions: ${why}`)
], "notesOf");
async function openPublished({ cluster, nodes, openPort }, plan) {
  if (!cluster) return;
  const ports = plan.services.flatMap((service) => service.ports).filter((port) => port.protocol === "tcp");
  for (const { published } of ports)
    if (published !== void 0) for (const node of nodes) await openPort(node.address, published);
}
__name(openPublished, "openPublished");
async function defaultsOf(target, { stateDir }) {
  if (target.kind === "existing") return {};
  const { registry } = await readCluster(stateDir, target.name);
  return { REGISTRY: registry.reference };
}
__name(defaultsOf, "defaultsOf");
export {
  deploy2 as deploy,
  planDeploy
};
