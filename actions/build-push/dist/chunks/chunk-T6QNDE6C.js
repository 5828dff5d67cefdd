import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/answers.rules.ts
function answersMatrix(nodes) {
  const replicas = [...new Set(nodes.flatMap((node) => Object.keys(node.byReplica)))].toSorted();
  const rows = nodes.map((answers) => {
    const counts = replicas.map(
      (replica) => Object.hasOwn(answers.byReplica, replica) ? answers.byReplica[replica] ?? 0 : 0
    );
    return { answers, counts, answered: sum(counts) };
  });
  return {
    replicas,
    rows,
    totals: replicas.map((_, column) => sum(rows.map((row) => row.counts[column] ?? 0))),
    requests: sum(nodes.map((node) => node.requests)),
    answered: sum(rows.map((row) => row.answered)),
    failed: sum(nodes.map((node) => node.failed))
  };
}
__name(answersMatrix, "answersMatrix");
function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}
__name(sum, "sum");

export {
  answersMatrix
};
