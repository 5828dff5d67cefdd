import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  USUAL_HEARTBEAT_S,
  heartbeatOf
} from "./chunk-GAKRI3AT.js";
import {
  inParallel
} from "./chunk-DWKKH557.js";
import {
  waitFor
} from "./chunk-U2YYVIZE.js";
import {
  EngineAnswerError,
  connectEngine,
  isOutOfSequence
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/swarm/member.ts
var SWARM_DEADLINE_MS = 6e5;
async function swarmStateOf(member, signal) {
  return (await member.client.json("GET", "/info", { signal })).Swarm;
}
__name(swarmStateOf, "swarmStateOf");

// src/cluster/swarm/out-of-sequence.ts
async function retryOutOfSequence(fx, update) {
  await waitFor(
    "the swarm takes the change",
    async () => {
      try {
        await update();
        return true;
      } catch (error) {
        if (isOutOfSequence(error)) return void 0;
        throw error;
      }
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: 3e4 }
  );
}
__name(retryOutOfSequence, "retryOutOfSequence");

// src/cluster/swarm/tokens.ts
async function readTokens(manager, signal) {
  return (await manager.client.json("GET", "/swarm", { signal })).JoinTokens;
}
__name(readTokens, "readTokens");
async function rotateTokens(manager, fx) {
  await retryOutOfSequence(fx, async () => {
    const swarm = await manager.client.json("GET", "/swarm", { signal: fx.signal });
    await manager.client.json("POST", "/swarm/update", {
      query: { version: swarm.Version.Index, rotateWorkerToken: true, rotateManagerToken: true },
      body: swarm.Spec,
      signal: fx.signal
    });
  });
}
__name(rotateTokens, "rotateTokens");

// src/cluster/swarm/form.ts
var OVERLAY_POOL = { DefaultAddrPool: ["172.27.0.0/16"], SubnetSize: 24 };
var LISTEN = "0.0.0.0:2377";
async function formSwarm(members, fx, heartbeatSeconds = USUAL_HEARTBEAT_S) {
  const states = await inParallel(members, fx.signal, async (member, signal) => ({
    member,
    state: await swarmStateOf(member, signal)
  }));
  const isIn = /* @__PURE__ */ __name((state) => state === "active" || state === "pending", "isIn");
  const founder = states.find(({ state }) => state.LocalNodeState === "active" && state.ControlAvailable)?.member ?? await found(members, heartbeatSeconds, fx);
  const outside = states.filter(({ member, state }) => member !== founder && !isIn(state.LocalNodeState)).map(({ member }) => member);
  if (outside.length === 0) return founder;
  const tokens = await readTokens(founder, fx.signal);
  for (const manager of outside.filter((member) => member.role === "manager"))
    await join(manager, founder, tokens.Manager, fx);
  await inParallel(
    outside.filter((member) => member.role === "worker"),
    fx.signal,
    (worker, signal) => join(worker, founder, tokens.Worker, { ...fx, signal })
  );
  await rotateTokens(founder, fx);
  return founder;
}
__name(formSwarm, "formSwarm");
async function found(members, heartbeatSeconds, fx) {
  const founder = members.find((member) => member.role === "manager");
  if (!founder) throw new SwarmlineError("input", "a swarm needs a manager");
  await refusal(
    `swarm init on ${founder.name}`,
    () => founder.client.json("POST", "/swarm/init", {
      body: {
        ListenAddr: LISTEN,
        AdvertiseAddr: founder.address,
        ...OVERLAY_POOL,
        Spec: { Dispatcher: { HeartbeatPeriod: heartbeatSeconds * 1e9 } }
      },
      timeoutMs: SWARM_DEADLINE_MS,
      signal: fx.signal
    })
  );
  return founder;
}
__name(found, "found");
async function join(member, founder, token, fx) {
  const ask = /* @__PURE__ */ __name(() => member.client.json("POST", "/swarm/join", {
    body: {
      ListenAddr: LISTEN,
      AdvertiseAddr: member.address,
      RemoteAddrs: [`${founder.address}:2377`],
      JoinToken: token
    },
    timeoutMs: SWARM_DEADLINE_MS,
    signal: fx.signal
  }), "ask");
  await refusal(
    `${member.name} joins the swarm`,
    () => ask().catch((error) => {
      if (error instanceof EngineAnswerError && /timeout was reached/i.test(error.message)) return;
      throw error;
    })
  );
  await waitFor(
    `${member.name} is in the swarm`,
    async () => {
      const { LocalNodeState, NodeID, Error: reason } = await swarmStateOf(member, fx.signal);
      if (LocalNodeState === "error")
        throw new SwarmlineError("cluster-failed", `${member.name} cannot join the swarm: ${reason}`);
      return LocalNodeState === "active" && NodeID || void 0;
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: SWARM_DEADLINE_MS }
  );
}
__name(join, "join");
async function refusal(what, ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    const said = error.message.replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026");
    throw new SwarmlineError("cluster-failed", `${what}: ${said}`, { cause: error });
  }
}
__name(refusal, "refusal");

// src/cluster/swarm/node-labels.ts
async function labelNode(manager, nodeId, labels, fx) {
  await retryOutOfSequence(fx, async () => {
    const node = await manager.client.json("GET", `/nodes/${nodeId}`, { signal: fx.signal });
    const present = node.Spec.Labels ?? {};
    if (Object.entries(labels).every(([key, value]) => present[key] === value)) return;
    await manager.client.json("POST", `/nodes/${nodeId}/update`, {
      query: { version: node.Version.Index },
      body: { ...node.Spec, Labels: { ...present, ...labels } },
      signal: fx.signal
    });
  });
}
__name(labelNode, "labelNode");

// src/cluster/swarm/ready.ts
async function waitForReady(members, manager, fx) {
  const ids = await inParallel(
    members,
    fx.signal,
    async (member, signal) => (await swarmStateOf(member, signal)).NodeID
  );
  const look = /* @__PURE__ */ __name(async (see) => {
    const nodes = await manager.client.json("GET", "/nodes", { signal: fx.signal });
    const byId = new Map(nodes.map((node) => [node.ID, node]));
    const missing = members.filter((member, i) => !isReady(byId.get(ids[i] ?? ""), member)).map((member) => member.name);
    see(`missing: ${missing.join(", ")}`);
    const stranger = members.find((_, i) => !byId.has(ids[i] ?? ""));
    if (stranger && missing.length === 1)
      throw new SwarmlineError("cluster-failed", `${stranger.name} is not in the swarm of ${manager.name}`, {
        hint: "take the cluster down, then create it again"
      });
    return missing.length === 0 || void 0;
  }, "look");
  await waitFor("every node is ready", look, {
    clock: fx.clock,
    signal: fx.signal,
    deadlineMs: SWARM_DEADLINE_MS
  });
  return ids;
}
__name(waitForReady, "waitForReady");
function isReady(node, member) {
  if (node?.Status.State !== "ready") return false;
  return member.role === "worker" || node.ManagerStatus?.Reachability === "reachable";
}
__name(isReady, "isReady");

// src/cluster/raise.ts
var raiseSwarm = /* @__PURE__ */ __name((maker, spec, ground, fx) => maker.raise(
  spec,
  ground,
  fx,
  (nodes, live) => fx.log.step("Forming the swarm", () => formOf(nodes, spec.nodeLabels, heartbeatOf(ground), live))
), "raiseSwarm");
async function formOf(nodes, labels, heartbeatSeconds, fx) {
  const members = nodes.map((node) => ({ ...node, client: connectEngine(node.socketPath) }));
  try {
    const manager = await formSwarm(members, fx, heartbeatSeconds);
    const ids = await waitForReady(members, manager, fx);
    for (const [i, member] of members.entries())
      await labelNode(manager, ids[i] ?? "", labels[member.name] ?? {}, fx);
    return nodes.map((node, i) => ({ ...node, labels: labels[node.name] ?? {}, id: ids[i] ?? "" }));
  } finally {
    for (const member of members) member.client.close();
  }
}
__name(formOf, "formOf");
export {
  raiseSwarm
};
