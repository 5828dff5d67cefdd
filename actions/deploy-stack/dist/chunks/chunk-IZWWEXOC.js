import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/lock-owner.ts
import { hostname } from "node:os";
var lockOwner = /* @__PURE__ */ __name(async (door) => ({
  who: await door.owner(),
  where: hostname(),
  run: `process ${process.pid}`
}), "lockOwner");

export {
  lockOwner
};
