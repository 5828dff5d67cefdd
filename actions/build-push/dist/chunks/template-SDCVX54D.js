import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  TEMPLATE,
  engineDeadlineMs,
  nodeContainer,
  socketOf,
  waitForEngine,
  whileNodesLive
} from "./chunk-X3PF5EHZ.js";
import "./chunk-L64QR7YY.js";
import {
  inParallel
} from "./chunk-6EZK7ARC.js";
import "./chunk-2V27AMDZ.js";
import {
  EMPTY,
  KEEP,
  READ
} from "./chunk-RXENYXXO.js";
import {
  DATA_ROOT,
  SKEL_IMAGE,
  prepareNodeImage,
  runErrand
} from "./chunk-ULJPOGXS.js";
import {
  readProgress
} from "./chunk-65CDR7I2.js";
import {
  createContainer,
  removeContainer,
  startContainer
} from "./chunk-R4PO2Z6Q.js";
import "./chunk-BHNRP3XQ.js";
import {
  ensureNetwork
} from "./chunk-IWNJAEO7.js";
import "./chunk-LZAW6XSL.js";
import {
  nameOf
} from "./chunk-WY64BTVX.js";
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  connectEngine
} from "./chunk-PG4B5AOC.js";
import "./chunk-LSDA3ZLN.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/providers/dind/template.ts
async function makeTemplate(spec, references, engine, fx) {
  if (engine.nodeSource.kind !== "usr" || references.length === 0) return;
  const client = connectEngine(engine.socketPath);
  const container = nameOf.node(spec.cluster, TEMPLATE);
  const errand = /* @__PURE__ */ __name((what, script, args = []) => runErrand(
    client,
    { what, script, args, image: SKEL_IMAGE, labels: spec.labels, folder: DATA_ROOT },
    fx.signal
  ), "errand");
  try {
    await prepareNodeImage(client, engine.nodeSource, fx.signal);
    const wanted = [...references].sort();
    if ((await errand("reading the template", READ)).join() === wanted.join()) return;
    await ensureNetwork(client, { ...spec, engine }, fx.signal);
    await errand("making the template", EMPTY);
    await startTemplateNode(client, spec, engine, container, fx.signal);
    const socketPath = await engine.openSocket(socketOf(spec.cluster, TEMPLATE), TEMPLATE);
    await whileNodesLive(client, spec.cluster, [TEMPLATE], fx.signal, async (signal) => {
      const live = { clock: fx.clock, signal, deadlineMs: engineDeadlineMs(1) };
      await waitForEngine(client, container, TEMPLATE, socketPath, live);
      await pullAll(socketPath, wanted, signal);
    });
    await client.json("POST", `/containers/${container}/stop`, { query: { t: 30 }, timeoutMs: 6e4 });
    await removeContainer(client, container);
    await errand("keeping the template", KEEP, [spec.registry.reference, ...wanted]);
  } finally {
    await removeContainer(client, container).catch(() => void 0);
    client.close();
  }
}
__name(makeTemplate, "makeTemplate");
async function startTemplateNode(client, spec, engine, container, signal) {
  await removeContainer(client, container);
  const body = nodeContainer({
    ...spec,
    node: { name: TEMPLATE, role: "worker", address: spec.addresses.template },
    image: { kind: "usr", skel: SKEL_IMAGE, dataFolder: `${DATA_ROOT}/${TEMPLATE}.new` },
    engine,
    gateway: spec.addresses.gateway
  });
  await createContainer(
    client,
    "the template",
    container,
    { ...body, Labels: { ...spec.labels, [LABEL.node]: TEMPLATE } },
    signal
  );
  await startContainer(client, "the template", container, signal);
}
__name(startTemplateNode, "startTemplateNode");
async function pullAll(socketPath, references, signal) {
  const node = connectEngine(socketPath);
  try {
    await inParallel(references, signal, async (reference, s) => {
      const pull = await node.stream("POST", "/images/create", {
        query: pullQuery(reference),
        timeoutMs: 3e5,
        signal: s
      });
      await readProgress(`pulling ${reference}`, pull);
    });
  } finally {
    node.close();
  }
}
__name(pullAll, "pullAll");
function pullQuery(reference) {
  const [name = "", digest] = reference.split("@");
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  const base = colon < 0 ? name : name.slice(0, colon);
  return { fromImage: base, tag: digest ?? (colon < 0 ? "latest" : name.slice(colon + 1)) };
}
__name(pullQuery, "pullQuery");
export {
  makeTemplate,
  pullQuery
};
