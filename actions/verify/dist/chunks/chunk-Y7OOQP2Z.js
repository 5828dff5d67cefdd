import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  socketOf
} from "./chunk-OZKUT4GL.js";
import {
  failIfStopped,
  lastWords
} from "./chunk-ESVZKKRX.js";
import {
  inParallel
} from "./chunk-6EZK7ARC.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  DATA_ROOT,
  runErrand
} from "./chunk-2P5TXUHK.js";
import {
  SKEL_IMAGE
} from "./chunk-6OIXFQOO.js";
import {
  nameOf,
  ownFilter
} from "./chunk-EV5Y3EN7.js";
import {
  LABEL
} from "./chunk-BI6VV4G5.js";
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
  engineDeadlineMs,
  waitForEngines,
  waitForEngine,
  whileNodesLive
};
