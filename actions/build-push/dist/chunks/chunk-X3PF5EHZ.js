import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  failIfStopped,
  lastWords
} from "./chunk-L64QR7YY.js";
import {
  inParallel
} from "./chunk-6EZK7ARC.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  DATA_ROOT,
  MACHINE_BINDS,
  NODE_ENTRY,
  SKEL_IMAGE,
  runErrand
} from "./chunk-ULJPOGXS.js";
import {
  nameOf,
  ownFilter
} from "./chunk-WY64BTVX.js";
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  connectEngine
} from "./chunk-PG4B5AOC.js";
import {
  SwarmlineError,
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/providers/dind/data-folders.ts
var TEMPLATE = "template";
var PREPARE = `set -e
cd /machine
for node in "$@"; do
  rm -rf "./$node"; mkdir "./$node"
  if [ -d template ]; then cp -al template/overlay2 "./$node/"; cp -a template/image "./$node/"; fi
done`;
async function prepareDataFolders(client, nodes, labels, signal) {
  await runErrand(
    client,
    {
      what: "preparing the nodes' data folders",
      image: SKEL_IMAGE,
      labels,
      folder: DATA_ROOT,
      script: PREPARE,
      args: nodes
    },
    signal
  );
}
__name(prepareDataFolders, "prepareDataFolders");

// src/cluster/providers/dind/node-container.rules.ts
var SOCKETS_ROOT = "/run/swarmline";
var socketFolder = /* @__PURE__ */ __name((cluster, node) => `${SOCKETS_ROOT}/${cluster}/${node}`, "socketFolder");
var socketOf = /* @__PURE__ */ __name((cluster, node) => `${socketFolder(cluster, node)}/docker.sock`, "socketOf");
function nodeContainer(spec) {
  const { cluster, node, image } = spec;
  const network = nameOf.network(cluster);
  return {
    ...image.kind === "usr" ? { Image: image.skel, Entrypoint: [NODE_ENTRY] } : { Image: image.reference, Volumes: { "/var/lib/docker": {} } },
    ...privileges(spec.engine.privileges, image),
    Hostname: node.name,
    Cmd: ["dockerd", ...dockerdFlags(spec)],
    // The official image would make TLS keys and listen on TCP.
    Env: ["DOCKER_TLS_CERTDIR="],
    Labels: { ...spec.labels, [LABEL.node]: node.name },
    HostConfig: {
      ...privileges(spec.engine.privileges, image).HostConfig,
      NetworkMode: network,
      Binds: [
        `${socketFolder(cluster, node.name)}:/host`,
        ...image.kind === "usr" ? [...MACHINE_BINDS, `${image.dataFolder}:/var/lib/docker`] : []
      ],
      Tmpfs: { "/run": "exec", "/tmp": "exec" },
      // A name that resolves to a place where nobody listens fails in 44 ms; a resolver that is cut off costs
      // 10 s an image.
      ...spec.isOffline ? { ExtraHosts: DOCKER_HUB.map((host) => `${host}:127.0.0.1`), Dns: [spec.gateway] } : {}
    },
    NetworkingConfig: { EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: node.address } } } }
  };
}
__name(nodeContainer, "nodeContainer");
var DOCKER_HUB = ["docker.io", "index.docker.io", "registry-1.docker.io"];
function dockerdFlags({ registry, engine, image }) {
  return [
    "--host=unix:///host/docker.sock",
    "--host=unix:///var/run/docker.sock",
    ...engine.socketGid ? [`--group=${engine.socketGid}`] : [],
    "--storage-driver=overlay2",
    // A VM of ours has it: see the VM's packages.
    ...image.kind === "usr" ? ["--add-runtime=crun=/usr/bin/crun", "--default-runtime=crun"] : [],
    `--registry-mirror=http://${registry.mirror}`,
    `--insecure-registry=http://${registry.mirror}`,
    `--insecure-registry=http://${registry.reference}`,
    // Apart from the cluster's own network, and the same in every node: they never meet.
    "--bip=172.29.0.1/24",
    "--default-address-pool=base=172.28.0.0/16,size=24",
    "--ip6tables=false",
    "--userland-proxy=false"
  ];
}
__name(dockerdFlags, "dockerdFlags");
function privileges(kind, image) {
  if (kind === "privileged") return { HostConfig: { Privileged: true } };
  const entry = image.kind === "usr" ? [NODE_ENTRY] : image.entrypoint;
  return {
    Entrypoint: ["/bin/sh", "-c", MAKE_WRITABLE, "sh", ...entry],
    HostConfig: {
      CapAdd: ["ALL"],
      CapDrop: ["SYS_RESOURCE"],
      SecurityOpt: ["seccomp=unconfined", "apparmor=unconfined"],
      MaskedPaths: [],
      ReadonlyPaths: [],
      DeviceCgroupRules: ["a *:* rwm"],
      // A view of its own: the cgroups of the node's containers go when the node goes.
      CgroupnsMode: "private"
    }
  };
}
__name(privileges, "privileges");
var MAKE_WRITABLE = `mount -o remount,rw /sys
mount -o remount,rw /proc/sys 2>/dev/null
for place in /sys/fs/cgroup /sys/fs/cgroup/*; do mount -o remount,rw,bind "$place" 2>/dev/null; done
exec "$@"`;

// src/cluster/providers/dind/engines-up.ts
var engineDeadlineMs = /* @__PURE__ */ __name((nodes) => 6e5 + nodes * 2e4, "engineDeadlineMs");
var ANSWER_MS = 6e4;
async function waitForEngines(client, cluster, nodes, engine, fx) {
  return inParallel(nodes, fx.signal, async (node, signal) => {
    const socketPath = await engine.openSocket(socketOf(cluster, node.name), node.name);
    await waitForEngine(client, nameOf.node(cluster, node.name), node.name, socketPath, {
      clock: fx.clock,
      signal,
      deadlineMs: engineDeadlineMs(nodes.length)
    });
    return socketPath;
  });
}
__name(waitForEngines, "waitForEngines");
async function waitForEngine(client, container, node, socketPath, options) {
  const own = connectEngine(socketPath);
  const look = /* @__PURE__ */ __name(async (see) => {
    try {
      await own.json("GET", "/version", { timeoutMs: ANSWER_MS, signal: options.signal });
      return true;
    } catch (error) {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      see(explain(error));
      return void 0;
    }
  }, "look");
  try {
    await waitFor(`the engine of node ${node} answers`, look, { everyMs: 500, ...options });
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== "timed-out") throw error;
    throw new SwarmlineError("cluster-failed", `${error.message}${await lastWords(client, container)}`, {
      cause: error
    });
  } finally {
    own.close();
  }
}
__name(waitForEngine, "waitForEngine");

// src/cluster/providers/dind/while-alive.ts
async function whileNodesLive(client, cluster, nodes, signal, work) {
  const end = new AbortController();
  const both = AbortSignal.any([signal, end.signal]);
  let death;
  const watch = /* @__PURE__ */ __name(async () => {
    for await (const node of deaths(client, cluster, both)) {
      if (!nodes.includes(node)) continue;
      await failIfStopped(client, nameOf.node(cluster, node), `node ${node}`, both);
    }
  }, "watch");
  const watching = watch().catch((error) => {
    if (both.aborted) return;
    death = error;
    end.abort();
  });
  try {
    return await work(both);
  } catch (error) {
    throw death ?? error;
  } finally {
    end.abort();
    await watching;
  }
}
__name(whileNodesLive, "whileNodesLive");
async function* deaths(client, cluster, signal) {
  const stream = await client.stream("GET", "/events", {
    query: { filters: ownFilter(cluster, { type: ["container"], event: ["die", "destroy"] }) },
    timeoutMs: 0,
    signal
  });
  const dead = await client.json("GET", "/containers/json", {
    query: { all: true, filters: ownFilter(cluster, { status: ["exited", "dead"] }) },
    signal
  });
  for (const container of dead) yield container.Labels[LABEL.node] ?? "";
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((l) => l.trim() !== "")) yield nodeOf(line);
  }
  throw new SwarmlineError("engine-lost", "the engine exited while its nodes were being created");
}
__name(deaths, "deaths");
function nodeOf(event) {
  const parsed = JSON.parse(event);
  return parsed.Actor?.Attributes?.[LABEL.node] ?? "";
}
__name(nodeOf, "nodeOf");

export {
  TEMPLATE,
  prepareDataFolders,
  SOCKETS_ROOT,
  socketOf,
  nodeContainer,
  engineDeadlineMs,
  waitForEngines,
  waitForEngine,
  whileNodesLive
};
