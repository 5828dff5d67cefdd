import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  TEMPLATE,
  engineDeadlineMs,
  waitForEngine,
  whileNodesLive
} from "./chunk-7GEIU4JU.js";
import {
  nodeContainer,
  socketOf
} from "./chunk-J6MSUP63.js";
import "./chunk-II4NQ5F3.js";
import {
  inParallel
} from "./chunk-DWKKH557.js";
import "./chunk-U2YYVIZE.js";
import {
  EMPTY,
  KEEP,
  READ
} from "./chunk-RXENYXXO.js";
import {
  DATA_ROOT,
  prepareNodeImage,
  runErrand
} from "./chunk-CTORTGEK.js";
import {
  readProgress
} from "./chunk-CCOL5OYZ.js";
import {
  SKEL_IMAGE
} from "./chunk-3O37WTJB.js";
import {
  createContainer,
  removeContainer,
  startContainer
} from "./chunk-EXQ3HODE.js";
import "./chunk-MS3BXRXJ.js";
import {
  ensureNetwork
} from "./chunk-RXQBFSHB.js";
import "./chunk-SXYHN7PR.js";
import {
  nameOf
} from "./chunk-IMGLZU3P.js";
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
import "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

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
