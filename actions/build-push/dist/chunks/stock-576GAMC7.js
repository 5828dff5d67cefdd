import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SHELVE
} from "./chunk-RXENYXXO.js";
import {
  DATA_ROOT,
  SKEL_IMAGE,
  prepareNodeImage,
  runErrand
} from "./chunk-G5RR5WDZ.js";
import "./chunk-EWLXOMWF.js";
import "./chunk-DPDPCRW6.js";
import "./chunk-6P3JN7WV.js";
import {
  nameOf
} from "./chunk-VJ2KMUWK.js";
import {
  connectEngine
} from "./chunk-YZPDMEQO.js";
import "./chunk-WES5KB2D.js";
import "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/providers/dind/stock.ts
async function shelveStock(spec, engine, fx) {
  if (engine.nodeSource.kind !== "usr") return;
  const client = connectEngine(engine.socketPath);
  try {
    const store = nameOf.store(spec.cluster);
    const { Mountpoint: folder } = await client.json("GET", `/volumes/${store}`);
    await prepareNodeImage(client, engine.nodeSource, fx.signal);
    await runErrand(
      client,
      {
        what: "filling the registry's store",
        image: SKEL_IMAGE,
        labels: spec.labels,
        // One mount for both: across two of them it would be a copy.
        folder: "/",
        script: SHELVE,
        args: [`${DATA_ROOT}/registry`, folder]
      },
      fx.signal
    );
  } finally {
    client.close();
  }
}
__name(shelveStock, "shelveStock");
export {
  shelveStock
};
