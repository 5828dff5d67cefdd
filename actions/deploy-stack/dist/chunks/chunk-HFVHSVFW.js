import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/nearest.rules.ts
var LONGEST_NAME = 100;
function nearest(word, candidates) {
  if (word.length > LONGEST_NAME) return void 0;
  const ranked = candidates.filter((candidate) => candidate.length <= LONGEST_NAME).map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (!best) return void 0;
  return best.distance <= Math.max(word.length, best.candidate.length) / 2 ? best.candidate : void 0;
}
__name(nearest, "nearest");
function editDistance(from, to) {
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (let column = 0; column < to.length; column++) {
      const substituted = (above[column] ?? 0) + (letter === to[column] ? 0 : 1);
      line.push(Math.min(substituted, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
__name(editDistance, "editDistance");

export {
  nearest
};
