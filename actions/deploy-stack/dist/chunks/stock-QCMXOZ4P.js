import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SHELVE
} from "./chunk-RXENYXXO.js";
import {
  DATA_ROOT,
  prepareNodeImage,
  runErrand
} from "./chunk-5TF7UVXD.js";
import {
  SKEL_IMAGE
} from "./chunk-6OIXFQOO.js";
import "./chunk-65CDR7I2.js";
import "./chunk-F6CSFHIU.js";
import "./chunk-KADSAXIV.js";
import "./chunk-BHNRP3XQ.js";
import {
  nameOf
} from "./chunk-UI7KE23X.js";
import "./chunk-XKGGMZTO.js";
import {
  connectEngine
} from "./chunk-LD6J5TQY.js";
import "./chunk-LSDA3ZLN.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

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
