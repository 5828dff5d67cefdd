import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  isMadeBy
} from "./chunk-SXYHN7PR.js";
import {
  nameOf
} from "./chunk-L75CFZRI.js";
import {
  EngineAnswerError,
  isGone
} from "./chunk-PXHYZGHH.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/network.ts
async function ensureNetwork(client, spec, signal) {
  const name = nameOf.network(spec.cluster);
  const existing = await inspectNetwork(client, name, signal);
  if (existing) {
    const isOurs = isMadeBy(spec.labels, spec.engine, existing.Labels);
    if (isOurs && subnetOf(existing) === spec.addresses.subnet) return false;
    throw new SwarmlineError("cluster-failed", `a network ${name} already exists, created by another run`, {
      hint: `choose another name with --name, or, if it is yours, remove it: docker network rm ${name}`
    });
  }
  try {
    await client.json("POST", "/networks/create", { body: networkBody(name, spec), signal });
    return true;
  } catch (error) {
    if (error instanceof EngineAnswerError && /overlaps|conflicts with network/i.test(error.message))
      throw new SwarmlineError(
        "cluster-failed",
        `the addresses ${spec.addresses.subnet} are in use by another network of this engine`,
        { hint: "take the other cluster down first: swarmline ls, swarmline down", cause: error }
      );
    throw error;
  }
}
__name(ensureNetwork, "ensureNetwork");
async function inspectNetwork(client, name, signal) {
  try {
    return await client.json("GET", `/networks/${name}`, { signal });
  } catch (error) {
    if (isGone(error)) return void 0;
    throw error;
  }
}
__name(inspectNetwork, "inspectNetwork");
var subnetOf = /* @__PURE__ */ __name((network) => network.IPAM.Config?.[0]?.Subnet, "subnetOf");
function networkBody(name, spec) {
  const { subnet, gateway } = spec.addresses;
  const { bridge } = spec.engine;
  return {
    Name: name,
    CheckDuplicate: true,
    Driver: "bridge",
    IPAM: { Config: [{ Subnet: subnet, Gateway: gateway }] },
    ...bridge ? { Options: { "com.docker.network.bridge.name": bridge } } : {},
    Labels: spec.labels
  };
}
__name(networkBody, "networkBody");

export {
  ensureNetwork
};
