import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  failIfStopped
} from "./chunk-L64QR7YY.js";
import {
  REGISTRY_CONFIG,
  REGISTRY_STORE,
  loginsFile,
  newLogin,
  registryConfig,
  saveLogin
} from "./chunk-HAPIWK7G.js";
import {
  inParallel
} from "./chunk-6EZK7ARC.js";
import {
  waitFor
} from "./chunk-2V27AMDZ.js";
import {
  createContainer,
  inspectContainer,
  lastLines,
  notOurs,
  putFiles,
  removeContainer,
  startContainer
} from "./chunk-R4PO2Z6Q.js";
import "./chunk-BHNRP3XQ.js";
import {
  isOf,
  runOf
} from "./chunk-LZAW6XSL.js";
import {
  nameOf
} from "./chunk-WY64BTVX.js";
import "./chunk-67CIDXMZ.js";
import {
  connectEngine
} from "./chunk-PG4B5AOC.js";
import "./chunk-FXC36CPP.js";
import "./chunk-LSDA3ZLN.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/registry.ts
import { randomInt } from "node:crypto";

// src/cluster/registry-answers.ts
var UP_DEADLINE_MS = 3e5;
async function urlOf(engine, reference) {
  const [address = "", port] = reference.split(":");
  const here = await engine.openPort(address, Number(port));
  return `http://${here.host}:${here.port}/v2/`;
}
__name(urlOf, "urlOf");
async function waitUntil(what, url, login, status, watched) {
  const { client, container, fx } = watched;
  const headers = login ? { authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}` } : {};
  const look = /* @__PURE__ */ __name(async (see) => {
    await failIfStopped(client, container, "the registry", fx.signal);
    try {
      const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(6e4)]);
      const answer = await fetch(url, { headers, signal, redirect: "manual" });
      await answer.body?.cancel();
      see(`it answers ${answer.status}`);
      return answer.status === status || void 0;
    } catch (error) {
      if (fx.signal.aborted) throw error;
      see(`it does not answer: ${error.message}`);
      return void 0;
    }
  }, "look");
  await waitFor(what, look, { clock: fx.clock, deadlineMs: UP_DEADLINE_MS, signal: fx.signal });
}
__name(waitUntil, "waitUntil");

// src/cluster/registry-door.ts
import { randomBytes } from "node:crypto";
var DOORS = ["push", "mirror"];
var containerOf = /* @__PURE__ */ __name((cluster, door) => door === "push" ? nameOf.registry(cluster) : nameOf.mirror(cluster), "containerOf");
async function openDoor(client, spec, door, signal) {
  const name = containerOf(spec.cluster, door);
  const what = door === "push" ? "the registry" : "the mirror";
  const existing = await inspectContainer(client, name, signal);
  if (existing && !isOf(runOf(spec.labels), existing.labels)) throw notOurs(name);
  if (existing?.isRunning) return;
  if (existing) await removeContainer(client, name);
  const network = nameOf.network(spec.cluster);
  const [address = "", port] = spec.addresses[door === "push" ? "registry" : "mirror"].split(":");
  await createContainer(
    client,
    what,
    name,
    {
      Image: spec.image,
      Cmd: ["serve", REGISTRY_CONFIG],
      Labels: spec.labels,
      HostConfig: {
        NetworkMode: network,
        Binds: [`${nameOf.store(spec.cluster)}:${REGISTRY_STORE}${door === "mirror" ? ":ro" : ""}`]
      },
      NetworkingConfig: { EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: address } } } }
    },
    signal
  );
  const config = registryConfig(door, Number(port), randomBytes(24).toString("hex"));
  const files = [
    { kind: "file", path: REGISTRY_CONFIG.slice(1), content: config, mode: 384 },
    ...door === "push" ? [await loginsFile(newLogin(), /* @__PURE__ */ new Date(0))] : []
  ];
  await putFiles(client, name, files, signal);
  await startContainer(client, what, name, signal);
}
__name(openDoor, "openDoor");

// src/cluster/registry.ts
async function openRegistry(spec, engine, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    await client.json("POST", "/volumes/create", {
      body: { Name: nameOf.store(spec.cluster), Labels: spec.labels },
      signal: fx.signal
    });
    await inParallel(DOORS, fx.signal, (door, signal) => openDoor(client, spec, door, signal));
    await changeLogin(client, spec, engine, fx);
    await mirrorListens(client, containerOf(spec.cluster, "mirror"), fx);
    return {
      reference: spec.addresses.registry,
      mirror: spec.addresses.mirror,
      dockerConfigDir: spec.dockerConfigDir
    };
  } finally {
    client.close();
  }
}
__name(openRegistry, "openRegistry");
async function mirrorListens(client, container, fx) {
  const look = /* @__PURE__ */ __name(async (see) => {
    await failIfStopped(client, container, "the mirror", fx.signal);
    const lines = await lastLines(client, container, 50);
    see(lines.at(-1) ?? "it has written nothing");
    return lines.some((line) => line.includes("listening on")) || void 0;
  }, "look");
  await waitFor("the mirror listens", look, {
    clock: fx.clock,
    deadlineMs: UP_DEADLINE_MS,
    signal: fx.signal
  });
}
__name(mirrorListens, "mirrorListens");
async function rotateLogin(spec, engine, fx) {
  const client = connectEngine(engine.socketPath);
  try {
    await changeLogin(client, spec, engine, fx);
  } finally {
    client.close();
  }
}
__name(rotateLogin, "rotateLogin");
async function changeLogin(client, spec, engine, fx) {
  const login = newLogin();
  const container = containerOf(spec.cluster, "push");
  const modifiedAt = new Date(fx.clock.now() + randomInt(1, 1e6) * 1e3);
  await putFiles(client, container, [await loginsFile(login, modifiedAt)], fx.signal);
  const url = await urlOf(engine, spec.addresses.registry);
  await waitUntil("the registry takes the new login", url, login, 200, { client, container, fx });
  await waitUntil("the registry asks for a login", url, void 0, 401, { client, container, fx });
  await saveLogin(spec.dockerConfigDir, spec.addresses.registry, login, spec.cliPluginsExtraDirs);
}
__name(changeLogin, "changeLogin");
export {
  openRegistry,
  rotateLogin
};
