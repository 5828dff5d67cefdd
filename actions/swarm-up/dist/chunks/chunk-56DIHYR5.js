import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/effects/together.ts
async function together(fx, start) {
  const stop = new AbortController();
  const signal = AbortSignal.any([fx.signal, stop.signal]);
  const works = start({ ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec });
  let first;
  const ended = works.map(
    (work) => work.catch((error) => {
      first ??= { error };
      stop.abort();
    })
  );
  await Promise.all(ended);
  if (first) throw first.error;
  return await Promise.all(works);
}
__name(together, "together");

export {
  together
};
