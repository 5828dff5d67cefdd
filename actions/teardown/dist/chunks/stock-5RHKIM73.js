import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SHELVE
} from "./chunk-RXENYXXO.js";
import {
  DATA_ROOT,
  prepareNodeImage,
  runErrand
} from "./chunk-CTORTGEK.js";
import "./chunk-CCOL5OYZ.js";
import {
  SKEL_IMAGE
} from "./chunk-3O37WTJB.js";
import "./chunk-EXQ3HODE.js";
import "./chunk-MS3BXRXJ.js";
import {
  nameOf
} from "./chunk-IMGLZU3P.js";
import "./chunk-67CIDXMZ.js";
import {
  connectEngine
} from "./chunk-PXHYZGHH.js";
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
