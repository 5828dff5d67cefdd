import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  isClusterName
} from "./chunk-EXQBJ6SI.js";
import {
  raiseMachines
} from "./chunk-EOQUSI5W.js";
import {
  prepareDataFolders,
  waitForEngine,
  waitForEngines,
  whileNodesLive
} from "./chunk-Y7OOQP2Z.js";
import {
  SOCKETS_ROOT,
  nodeContainer
} from "./chunk-OZKUT4GL.js";
import {
  ensureNetwork
} from "./chunk-CSOMFZKV.js";
import {
  listOurs
} from "./chunk-QB3PIMBJ.js";
import {
  failIfStopped
} from "./chunk-ESVZKKRX.js";
import {
  inWords,
  isMadeBy,
  isOf,
  whoseOf
} from "./chunk-O55Z6ISK.js";
import {
  inParallel
} from "./chunk-6EZK7ARC.js";
import "./chunk-AWCUTZVB.js";
import {
  isMadeByRun,
  parseUrl
} from "./chunk-D2XLB4HT.js";
import "./chunk-DCOXSXBO.js";
import "./chunk-KAFMGS5U.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  DATA_ROOT,
  inspectImage,
  prepareNodeImage,
  runErrand
} from "./chunk-2P5TXUHK.js";
import {
  SKEL_IMAGE
} from "./chunk-6OIXFQOO.js";
import "./chunk-3MYPOYQO.js";
import {
  createContainer,
  inspectContainer,
  notOurs,
  removeContainer,
  startContainer
} from "./chunk-PCAZVGGD.js";
import "./chunk-37OCJ445.js";
import "./chunk-6ZSHKUBQ.js";
import {
  nameOf
} from "./chunk-EV5Y3EN7.js";
import {
  LABEL
} from "./chunk-BI6VV4G5.js";
import {
  EngineAnswerError,
  connectEngine,
  isGone
} from "./chunk-PG4B5AOC.js";
import {
  SwarmlineError,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/providers/dind/node-containers.ts
async function startNodeContainers(client, spec, engine, signal) {
  const present = await inParallel(
    spec.addresses.nodes,
    signal,
    (node, s) => isThere(client, spec, engine, node, s)
  );
  const missing = spec.addresses.nodes.filter((_, i) => !present[i]);
  if (missing.length === 0) return;
  const imageFor = await prepareNodeImage(client, engine.nodeSource, signal);
  if (engine.nodeSource.kind === "usr")
    await prepareDataFolders(
      client,
      missing.map((node) => node.name),
      spec.labels,
      signal
    );
  await inParallel(missing, signal, async (node, s) => {
    const name = nameOf.node(spec.cluster, node.name);
    const what = `node ${node.name}`;
    const body = nodeContainer({
      cluster: spec.cluster,
      node,
      labels: spec.labels,
      image: imageFor(node.name),
      engine,
      gateway: spec.addresses.gateway,
      registry: spec.registry,
      isOffline: spec.isOffline
    });
    await createContainer(client, what, name, body, s);
    await startContainer(client, what, name, s);
  });
}
__name(startNodeContainers, "startNodeContainers");
async function isThere(client, spec, engine, node, signal) {
  const name = nameOf.node(spec.cluster, node.name);
  const existing2 = await inspectContainer(client, name, signal);
  if (!existing2) return false;
  if (!isMadeBy(spec.labels, engine, existing2.labels)) throw notOurs(name);
  await failIfStopped(client, name, `node ${node.name}`, signal);
  return true;
}
__name(isThere, "isThere");

// src/cluster/providers/dind/power.ts
var BACK_MS = 12e4;
var ACT_MS = 6e4;
function nodePower(host, whose, node) {
  const { cluster } = whose;
  const container = nameOf.node(cluster, node.name);
  const network = nameOf.network(cluster);
  const own = /* @__PURE__ */ __name(() => inspectOwn(host, whose, node.name), "own");
  const post = /* @__PURE__ */ __name((path, more = {}) => host.json("POST", path, { ...more, timeoutMs: ACT_MS }), "post");
  return {
    async cut() {
      if (!(await own()).isRunning) return;
      await post(`/containers/${container}/kill`, { query: { signal: "SIGKILL" } });
      await post(`/containers/${container}/wait`);
    },
    async restore(fx) {
      if (!(await own()).isRunning)
        await startContainer(host, `node ${node.name}`, container, fx.signal).catch(
          async (error) => {
            if (!(await own()).isRunning) throw error;
          }
        );
      await waitForEngine(host, container, node.name, node.socketPath, { ...fx, deadlineMs: BACK_MS });
    },
    async disconnect() {
      if (!(await own()).networks.includes(network)) return;
      await post(`/networks/${network}/disconnect`, { body: { Container: container, Force: true } });
    },
    async reconnect(signal) {
      if ((await own()).networks.includes(network)) return;
      const EndpointConfig = { IPAMConfig: { IPv4Address: node.address } };
      await post(`/networks/${network}/connect`, { body: { Container: container, EndpointConfig }, signal });
    }
  };
}
__name(nodePower, "nodePower");
async function inspectOwn(host, whose, node) {
  const name = nameOf.node(whose.cluster, node);
  const hint = "take the cluster down, then create it again";
  try {
    const { State, Config, NetworkSettings } = await host.json("GET", `/containers/${name}/json`);
    const labels = Config.Labels ?? {};
    if (!isOf(whose, labels) || labels[LABEL.node] !== node)
      throw new SwarmlineError("cluster-failed", `the container ${name} is not this cluster's`, { hint });
    return { isRunning: State.Running, networks: Object.keys(NetworkSettings.Networks ?? {}) };
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    throw new SwarmlineError("cluster-failed", `there is no container ${name}`, { hint, cause: error });
  }
}
__name(inspectOwn, "inspectOwn");

// src/cluster/providers/dind/sweep.ts
var REMOVE = `cd "/machine$1" 2>/dev/null || exit 0
set -e; shift
for folder in "$@"; do rm -rf "./$folder"; done
rmdir "$PWD"/*/ "$PWD" 2>/dev/null || :`;
async function sweepFolders(client, engine, what, fx) {
  const nodes = what.nodes.map((left) => ({ cluster: left.cluster, node: left.labels[LABEL.node] ?? "" })).filter(({ cluster, node }) => isClusterName(cluster) && /^[a-z]+\d*$/.test(node));
  const sockets = /* @__PURE__ */ new Set([
    ...what.clusters.filter(isClusterName),
    ...nodes.map(({ cluster, node }) => `${cluster}/${node}`)
  ]);
  if (sockets.size === 0) return async () => void 0;
  const image = await errandImage(client, engine, what.nodes, fx.signal);
  return async () => {
    if (!image) {
      if (what.nodes.length > 0) fx.log.warn(`folders are left in ${SOCKETS_ROOT} on the engine's machine`);
      return;
    }
    const errand = { image, labels: {}, script: REMOVE, what: "removing the nodes' folders" };
    const places = [
      { folder: "/run", args: ["/swarmline", ...sockets] },
      ...image === SKEL_IMAGE ? [{ folder: DATA_ROOT, args: ["", ...nodes.map((n) => n.node)] }] : []
    ];
    await inParallel(
      places,
      fx.signal,
      (place, signal) => runErrand(client, { ...errand, ...place }, signal)
    ).catch((error) => fx.log.warn(error.message));
  };
}
__name(sweepFolders, "sweepFolders");
async function errandImage(client, engine, nodes, signal) {
  if (engine.nodeSource.kind === "usr") {
    await prepareNodeImage(client, engine.nodeSource, signal);
    return SKEL_IMAGE;
  }
  if (await inspectImage(client, engine.nodeSource.reference, signal)) return engine.nodeSource.reference;
  return nodes[0] ? (await inspectContainer(client, nodes[0].id, signal))?.image : void 0;
}
__name(errandImage, "errandImage");

// src/cluster/providers/dind/remove.ts
async function removeNodes(whose, engine, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    const seen = await listOurs(client, whose?.cluster, fx.signal);
    const found = whose ? seen.filter(({ labels }) => isOf(whose, labels)) : seen;
    const strangers = seen.filter((each) => !found.includes(each));
    if (strangers.length > 0)
      fx.log.warn(`not removed, because another run created it: ${inWords(strangers)}`);
    const clusters = strangers.length > 0 ? [] : whose ? [whose.cluster] : found.map((left) => left.cluster);
    await removeAll(client, found, [...new Set(clusters)], engine, fx);
    return found;
  } finally {
    client.close();
  }
}
__name(removeNodes, "removeNodes");
async function removeAll(client, found, clusters, engine, fx) {
  const of = /* @__PURE__ */ __name((kind) => found.filter((left) => left.kind === kind), "of");
  const nodes = of("container").filter((left) => left.labels[LABEL.node] !== void 0);
  const sweep = await sweepFolders(client, engine, { nodes, clusters }, fx);
  await inParallel(of("container"), fx.signal, (left) => removeContainer(client, left.id));
  await sweep();
  await inParallel(of("network"), fx.signal, (left) => removeNetwork(client, left.id, fx));
  await inParallel(of("volume"), fx.signal, (left) => gone(client.json("DELETE", `/volumes/${left.id}`)));
}
__name(removeAll, "removeAll");
async function removeNetwork(client, id, fx) {
  await waitFor(
    `network ${id.slice(0, 12)} is removed`,
    async () => {
      try {
        await gone(client.json("DELETE", `/networks/${id}`, { signal: fx.signal }));
        return true;
      } catch (error) {
        if (error instanceof EngineAnswerError && /active endpoints/i.test(error.message)) return void 0;
        throw error;
      }
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: 2e4 }
  );
}
__name(removeNetwork, "removeNetwork");
async function gone(removal) {
  await removal.catch((error) => {
    if (!isGone(error)) throw error;
  });
}
__name(gone, "gone");

// src/cluster/providers/dind/dind.ts
var dind = {
  async open({ cluster, engine }) {
    const host = connectEngine(engine.socketPath, engine.revive);
    const nodes = cluster.nodes.map((node) => ({
      ...node,
      client: connectEngine(node.socketPath),
      power: nodePower(host, whoseOf(cluster), node)
    }));
    const [first, ...others] = nodes.filter((node) => node.role === "manager").map((node) => node.client);
    if (!first) throw new SwarmlineError("not-found", `the swarm ${cluster.name} has no manager`);
    return {
      managers: [first, ...others],
      nodes,
      hasMesh: cluster.hasMesh,
      openPort: /* @__PURE__ */ __name((address, port) => engine.openPort(address, port), "openPort"),
      // The connection to the engine stays for the next command; only ours to the nodes end.
      close: /* @__PURE__ */ __name(async () => {
        for (const client of [host, ...nodes.map((node) => node.client)]) client.close();
      }, "close")
    };
  },
  maker: {
    async raise(spec, engine, fx, work) {
      const client = connectEngine(engine.socketPath);
      const { nodes } = spec.addresses;
      try {
        await ensureNetwork(client, { ...spec, engine }, fx.signal);
        await fx.log.step(
          "Starting the node containers",
          () => startNodeContainers(client, spec, engine, fx.signal)
        );
        const names = nodes.map((node) => node.name);
        return await whileNodesLive(client, spec.cluster, names, fx.signal, async (signal) => {
          const live = { clock: fx.clock, signal };
          const sockets = await fx.log.step(
            "Waiting for the engines",
            () => waitForEngines(client, spec.cluster, nodes, engine, live)
          );
          return work(
            nodes.map((node, i) => ({ ...node, socketPath: sockets[i] ?? "" })),
            live
          );
        });
      } finally {
        client.close();
      }
    },
    remove: removeNodes
  }
};

// src/cluster/providers/docker-machine/remove-machines.ts
async function removeMachines(whose, ground, fx) {
  const there = new Set(await ground.machines.names());
  const outcomes = await Promise.allSettled(
    ground.records.filter(({ machine }) => there.has(machine)).map(
      (record) => record.isOurs ? removeOne(record, whose, ground, fx) : leaveSwarm(record, ground, fx).then(() => [])
    )
  );
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
  return outcomes.flatMap((outcome) => outcome.status === "fulfilled" ? outcome.value : []);
}
__name(removeMachines, "removeMachines");
async function removeOne({ machine }, whose, { machines }, fx) {
  let found;
  try {
    found = await machines.inspect(machine);
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "not-found") return [];
    throw error;
  }
  if (!isMadeByRun(found, whose)) {
    fx.log.warn(`machine ${machine} is not removed: this swarm did not create it`);
    return [];
  }
  const left = await machines.remove(machine);
  if (left !== void 0)
    fx.log.warn(
      `machine ${machine} is removed here, but its driver ${found.driver} could not remove its instance: ${left} \u2014 check whether it still exists at the provider`
    );
  return [{ kind: "machine", id: machine, name: machine, cluster: whose.cluster, labels: found.labels }];
}
__name(removeOne, "removeOne");
async function leaveSwarm({ machine }, { machines, reach }, fx) {
  try {
    const [{ certDir }, { dockerHost }] = await Promise.all([
      machines.inspect(machine),
      machines.url(machine)
    ]);
    const way = await reach({ dockerHost, certDir });
    const client = connectEngine(way.socketPath);
    try {
      await client.json("POST", "/swarm/leave", {
        query: { force: true },
        timeoutMs: 6e4,
        signal: fx.signal
      });
    } finally {
      client.close();
      await way.close();
    }
  } catch (error) {
    if (/not part of a swarm/i.test(explain(error))) return;
    fx.log.warn(
      `the adopted machine ${machine} could not leave the swarm: ${explain(error)} \u2014 run there: docker swarm leave --force`
    );
  }
}
__name(leaveSwarm, "leaveSwarm");

// src/cluster/providers/docker-machine/docker-machine.ts
var dockerMachine = {
  open: openMachines,
  maker: {
    raise: /* @__PURE__ */ __name((spec, ground, fx, work) => raiseMachines(spec, ground, fx, (nodes) => work(nodes, { clock: fx.clock, signal: fx.signal })), "raise"),
    remove: /* @__PURE__ */ __name((whose, ground, fx) => {
      if (whose) return removeMachines(whose, ground, fx);
      throw new SwarmlineError("internal", "machines are removed for one swarm at a time");
    }, "remove")
  }
};
async function openMachines({ cluster, reach }, fx) {
  const ways = await Promise.all(
    cluster.nodes.map(async (node) => {
      try {
        return await reach(node);
      } catch (error) {
        fx.log.warn(`node ${node.name} cannot be reached: ${explain(error)}`);
        return void 0;
      }
    })
  );
  const reached = cluster.nodes.flatMap((node, i) => {
    const way = ways[i];
    return way ? [{ ...node, client: connectEngine(way.socketPath), power: void 0 }] : [];
  });
  const close = /* @__PURE__ */ __name(async () => {
    for (const { client } of reached) client.close();
    await Promise.all(ways.map((way) => way?.close()));
  }, "close");
  const [first, ...others] = reached.filter((node) => node.role === "manager").map((node) => node.client);
  if (!first) {
    await close();
    throw new SwarmlineError("no-engine", `no manager of the swarm ${cluster.name} can be reached`);
  }
  const nodes = cluster.nodes.map(
    (node) => reached.find(({ name }) => name === node.name) ?? { ...node, client: first, power: void 0 }
  );
  return {
    managers: [first, ...others],
    nodes,
    hasMesh: cluster.hasMesh,
    // What a node advertises may be an address of a network that only the nodes are in: its URL's is reached from here.
    openPort: /* @__PURE__ */ __name(async (address, port) => {
      const node = cluster.nodes.find((each) => each.address === address);
      return { host: node ? parseUrl(node.dockerHost, node.name).address : address, port };
    }, "openPort"),
    close
  };
}
__name(openMachines, "openMachines");

// src/cluster/providers/existing/node-address.rules.ts
var UNSPECIFIED = /^(0\.0\.0\.0|::|\[::\]|)$/;
var LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/i;
function nodeAddress({ Status, ManagerStatus }) {
  if (!UNSPECIFIED.test(Status.Addr ?? "")) return Status.Addr;
  return /^(?<host>.*):\d+$/.exec(ManagerStatus?.Addr ?? "")?.groups?.host ?? Status.Addr;
}
__name(nodeAddress, "nodeAddress");
function requireAddress(address, dockerHost) {
  const isHere = dockerHost === void 0 || /^(unix|npipe|fd):/.test(dockerHost) || /^\w+:\/\/(?:[^@/]*@)?(127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::|\/|$)/i.test(dockerHost);
  if (!UNSPECIFIED.test(address) && (isHere || !LOOPBACK.test(address))) return;
  throw new SwarmlineError(
    "not-found",
    `the swarm lists a node at ${address || "no address"}, where it cannot be reached`,
    {
      hint: "make the node advertise an address that others reach: docker swarm init or join with --advertise-addr"
    }
  );
}
__name(requireAddress, "requireAddress");

// src/cluster/providers/existing/existing.ts
var existing = {
  async open({ engine, dockerHost, isSwarmNeeded }, { signal }) {
    const manager = connectEngine(engine.socketPath, engine.revive);
    try {
      const { Swarm } = await manager.json("GET", "/info", { signal });
      if (!Swarm.ControlAvailable && isSwarmNeeded)
        throw new SwarmlineError("no-engine", `${engine.title} is not a manager of a swarm`, {
          hint: "point DOCKER_HOST at a manager, or make a swarm: swarmline up"
        });
      const nodes = Swarm.ControlAvailable ? await manager.json("GET", "/nodes", { signal }) : [];
      return {
        managers: [manager],
        nodes: nodes.map((node) => openNode(node, manager)),
        hasMesh: engine.hasMesh,
        openPort: /* @__PURE__ */ __name(async (address, port) => {
          requireAddress(address, dockerHost);
          return { host: address, port };
        }, "openPort"),
        close: /* @__PURE__ */ __name(async () => manager.close(), "close")
      };
    } catch (error) {
      manager.close();
      throw error;
    }
  },
  maker: void 0
};
function openNode(node, client) {
  return {
    id: node.ID,
    name: node.Description.Hostname,
    role: node.Spec.Role,
    labels: node.Spec.Labels ?? {},
    address: nodeAddress(node),
    client,
    power: void 0
  };
}
__name(openNode, "openNode");

// src/cluster/providers.ts
var providers = { dind, existing, "docker-machine": dockerMachine };
export {
  providers
};
