import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;

// src/plain/labels.ts
var LABEL = {
  cluster: "io.swarmline.cluster",
  node: "io.swarmline.node",
  run: "io.swarmline.run",
  owner: "io.swarmline.owner",
  created: "io.swarmline.created",
  ttl: "io.swarmline.ttl",
  standIn: "io.swarmline.stand-in"
};

export {
  LABEL
};
