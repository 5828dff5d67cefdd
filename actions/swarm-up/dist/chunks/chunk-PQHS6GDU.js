import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  inWords,
  isOf
} from "./chunk-SXYHN7PR.js";
import {
  isExpired,
  ownFilter
} from "./chunk-L75CFZRI.js";
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/leftovers.ts
async function findLeftovers(engine, options = {}) {
  const client = connectEngine(engine.socketPath);
  try {
    return await listOurs(client, options.cluster, options.signal);
  } finally {
    client.close();
  }
}
__name(findLeftovers, "findLeftovers");
async function listOurs(client, cluster, signal) {
  const ask = /* @__PURE__ */ __name((path, query = {}) => client.json("GET", path, {
    query: { filters: ownFilter(cluster), ...query },
    ...signal ? { signal } : {}
  }), "ask");
  const [containers, networks, volumes] = await Promise.all([
    ask("/containers/json", { all: true }),
    ask("/networks"),
    ask("/volumes")
  ]);
  const of = /* @__PURE__ */ __name((kind, id, name, labels) => ({
    kind,
    id,
    name,
    cluster: labels?.[LABEL.cluster] ?? "",
    labels: labels ?? {}
  }), "of");
  return [
    ...containers.map((c) => of("container", c.Id, c.Names[0]?.slice(1) ?? c.Id, c.Labels)),
    ...networks.map((n) => of("network", n.Id, n.Name, n.Labels ?? null)),
    ...(volumes.Volumes ?? []).map((v) => of("volume", v.Name, v.Name, v.Labels))
  ];
}
__name(listOurs, "listOurs");
async function refuseStrangers(whose, engine, { signal }) {
  const found = await findLeftovers(engine, { cluster: whose.cluster, signal });
  const strangers = found.filter(({ labels }) => !isOf(whose, labels));
  if (strangers.length === 0) return;
  throw new SwarmlineError(
    "cluster-failed",
    `another run has a cluster ${whose.cluster} on this engine: ${inWords(strangers)}`,
    { hint: "choose another name with --name; its owner can remove it with: swarmline down" }
  );
}
__name(refuseStrangers, "refuseStrangers");
function expired(leftovers, now) {
  const clusters = [...new Set(leftovers.map((left) => left.cluster))];
  return clusters.filter(
    (name) => name !== "" && leftovers.filter((l) => l.cluster === name).every((l) => isExpired(l.labels, now))
  );
}
__name(expired, "expired");

export {
  findLeftovers,
  listOurs,
  refuseStrangers,
  expired
};
