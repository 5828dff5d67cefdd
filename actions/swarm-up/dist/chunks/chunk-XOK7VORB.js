import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  addressIn
} from "./chunk-XZ3JECAM.js";
import {
  inParallel
} from "./chunk-DWKKH557.js";
import {
  createLine
} from "./chunk-QC7MLPOP.js";
import {
  plain
} from "./chunk-V755GLVH.js";
import {
  waitFor
} from "./chunk-U2YYVIZE.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError,
  explain
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/providers/docker-machine/create-machines.ts
var MOST_AT_ONCE = 8;
async function createMachines(planned, machines, fx) {
  const [first, ...others] = planned;
  if (!first) return;
  let failure;
  const make = /* @__PURE__ */ __name(async ({ node, machine, line }, onLine) => {
    try {
      await machines.create(machine, line, (said) => {
        fx.log.debug(`${node}: ${plain(said).slice(0, 500)}`);
        onLine?.(said);
      });
    } catch (error) {
      failure ??= { error: named(error, node) };
    }
  }, "make");
  const queue = [...others];
  const work = /* @__PURE__ */ __name(async () => {
    for (let next = queue.shift(); next && !failure && !fx.signal.aborted; next = queue.shift())
      await make(next);
  }, "work");
  const begun = Promise.withResolvers();
  const firstMade = make(first, (said) => {
    if (/^Running pre-create checks/.test(said)) begun.resolve();
  }).finally(begun.resolve);
  await begun.promise;
  await Promise.all([firstMade, ...Array.from({ length: MOST_AT_ONCE - 1 }, work)]);
  await work();
  if (failure) throw failure.error;
}
__name(createMachines, "createMachines");
var named = /* @__PURE__ */ __name((error, node) => error instanceof SwarmlineError && error.code !== "cancelled" ? new SwarmlineError(error.code, `node ${node}: ${error.message}`, {
  ...error.hint === void 0 ? {} : { hint: error.hint },
  cause: error
}) : error instanceof Error ? error : new SwarmlineError("internal", explain(error)), "named");

// src/cluster/providers/docker-machine/raise-machines.ts
var ENGINE_MS = 3e5;
var ANSWER_MS = 3e4;
async function checkMachines({ machines, records, reach }, fx) {
  const names = await machines.names();
  const taken = records.filter(({ machine, isOurs }) => isOurs && names.includes(machine));
  if (taken.length > 0)
    throw new SwarmlineError(
      "cluster-busy",
      `there ${taken.length === 1 ? "is a machine" : "are machines"} of that name already: ${taken.map(({ machine }) => machine).join(", ")}`,
      {
        hint: `choose another name with --name, or use what exists: ${taken.map(({ node, machine }) => `--adopt ${node}=${machine}`).join(" ")}`
      }
    );
  await inParallel(
    records.filter(({ isOurs }) => !isOurs),
    fx.signal,
    async ({ machine }, signal) => {
      if (!names.includes(machine))
        throw new SwarmlineError("not-found", `there is no machine ${machine} to adopt`, {
          hint: `the machines are: ${names.join(", ") || "none"}`
        });
      const endpoint = await endpointOf(machine, machines);
      const way = await reach(endpoint);
      const client = connectEngine(way.socketPath);
      try {
        const { Swarm } = await client.json("GET", "/info", { timeoutMs: ANSWER_MS, signal });
        if (Swarm.LocalNodeState === "inactive") return;
        throw new SwarmlineError("cluster-failed", `machine ${machine} is in a swarm already`, {
          hint: "leave that swarm first, on the machine: docker swarm leave"
        });
      } finally {
        client.close();
        await way.close();
      }
    }
  );
}
__name(checkMachines, "checkMachines");
async function raiseMachines(spec, ground, fx, work) {
  const { driver, flags, labels } = spec;
  const planned = ground.records.filter(({ isOurs }) => isOurs).map(({ node, machine }) => ({
    ...{ node, machine },
    line: createLine({ machine, node, driver, flags, labels })
  }));
  await fx.log.step("Creating the machines", () => createMachines(planned, ground.machines, fx));
  const opened = [];
  try {
    const nodes = await fx.log.step(
      "Waiting for the engines",
      () => inParallel(spec.nodes, fx.signal, async (node, signal) => {
        const machine = machineOfNode(ground.records, node.name);
        const endpoint = await endpointOf(machine, ground.machines);
        const way = await ground.reach(endpoint);
        opened.push(way);
        await untilAnswering(machine, way.socketPath, { clock: fx.clock, signal });
        const address = await advertised(machine, endpoint.address, spec.advertise, ground.machines);
        const { dockerHost, certDir } = endpoint;
        return { ...node, address, socketPath: way.socketPath, dockerHost, certDir };
      })
    );
    return await work(nodes);
  } finally {
    await Promise.all(opened.map((way) => way.close()));
  }
}
__name(raiseMachines, "raiseMachines");
function machineOfNode(records, node) {
  const found = records.find((record) => record.node === node);
  if (found) return found.machine;
  throw new SwarmlineError("internal", `node ${node} has no machine`);
}
__name(machineOfNode, "machineOfNode");
async function endpointOf(machine, machines) {
  const [{ certDir }, url] = await Promise.all([machines.inspect(machine), machines.url(machine)]);
  return { certDir, ...url };
}
__name(endpointOf, "endpointOf");
async function untilAnswering(machine, socketPath, fx) {
  const client = connectEngine(socketPath);
  try {
    await waitFor(
      `the engine of machine ${machine} answers`,
      async (see) => {
        try {
          await client.json("GET", "/version", { timeoutMs: ANSWER_MS, signal: fx.signal });
          return true;
        } catch (error) {
          if (fx.signal.aborted) throw error;
          see(explain(error));
          return void 0;
        }
      },
      { clock: fx.clock, signal: fx.signal, deadlineMs: ENGINE_MS, everyMs: 500 }
    );
  } finally {
    client.close();
  }
}
__name(untilAnswering, "untilAnswering");
async function advertised(machine, ofUrl, wanted, machines) {
  if (wanted === void 0) return ofUrl;
  const address = addressIn(await machines.ssh(machine, ["ip", "-4", "-o", "addr", "show"]), wanted);
  if (address) return address;
  throw new SwarmlineError("cluster-failed", `machine ${machine} has no address of ${wanted}`, {
    hint: `look at its addresses: docker-machine ssh ${machine} ip addr`
  });
}
__name(advertised, "advertised");

export {
  checkMachines,
  raiseMachines
};
