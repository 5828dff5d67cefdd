import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/in-parallel.ts
async function inParallel(items, signal, work) {
  const failure = new AbortController();
  const both = AbortSignal.any([signal, failure.signal]);
  let first;
  const results = await Promise.allSettled(
    items.map(
      (item) => work(item, both).catch((error) => {
        first ??= { error };
        failure.abort();
        throw error;
      })
    )
  );
  if (first) throw first.error;
  return results.flatMap((result) => result.status === "fulfilled" ? [result.value] : []);
}
__name(inParallel, "inParallel");

export {
  inParallel
};
