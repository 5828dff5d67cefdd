import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;

// src/plain/labels.ts
var STACK_LABEL = "com.docker.stack.namespace";
var LABEL = {
  cluster: "io.swarmline.cluster",
  node: "io.swarmline.node",
  run: "io.swarmline.run",
  owner: "io.swarmline.owner",
  created: "io.swarmline.created",
  ttl: "io.swarmline.ttl",
  standIn: "io.swarmline.stand-in"
};
var OUR_LABEL = {
  /** What the object is for: only on objects that no service uses. */
  kind: "io.swarmline.kind",
  /** Random: tells an object that we made, in a request whose answer was lost, from somebody else's. */
  token: "io.swarmline.token",
  /** On a secret or a config of a stack: its name in the stack file. */
  logicalName: "io.swarmline.logical-name",
  /** A keyed hash of the content, on secrets and configs whose name is the file's own. */
  content: "io.swarmline.content",
  owner: "io.swarmline.owner",
  /** The key, in base64, of what this object's data holds; of a `content-key`, the key itself. Never shown. */
  sealedBy: "io.swarmline.sealed-by"
};

export {
  STACK_LABEL,
  LABEL,
  OUR_LABEL
};
