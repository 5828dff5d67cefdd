import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;

// src/plain/on-tasks.ts
var ON_TASKS = {
  none: "",
  "go-on": "its tasks go on",
  move: "tasks move where their node no longer fits",
  replaced: "its tasks are replaced",
  "run-again": "a job, it runs again"
};

export {
  ON_TASKS
};
