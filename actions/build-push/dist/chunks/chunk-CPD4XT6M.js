import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/socket-path.rules.ts
var MAX_SOCKET_PATH_BYTES = 103;
var CONTROL_SUFFIX_BYTES = 17;
var LONGEST_RUN_FOLDER = MAX_SOCKET_PATH_BYTES - CONTROL_SUFFIX_BYTES - "/engine.ctl".length;
function checkSocketPath(path, reserveBytes = 0) {
  const bytes = Buffer.byteLength(path);
  const limit = MAX_SOCKET_PATH_BYTES - reserveBytes;
  if (bytes > limit)
    throw new SwarmlineError(
      "input",
      `the path of a socket is too long (${bytes} bytes, ${limit} fit): ${path}`,
      {
        hint: "use a state folder with a shorter path"
      }
    );
  return path;
}
__name(checkSocketPath, "checkSocketPath");

export {
  CONTROL_SUFFIX_BYTES,
  LONGEST_RUN_FOLDER,
  checkSocketPath
};
