import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;

// src/plain/cluster-size.ts
var MOST_MANAGERS = 7;
var MOST_NODES = 20;

export {
  MOST_MANAGERS,
  MOST_NODES
};
