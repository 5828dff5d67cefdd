import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/running-cluster.ts
var sizeDiffers = /* @__PURE__ */ __name(({ name, nodes }) => new SwarmlineError("input", `${name} is already running, with ${nodes.length} nodes`, {
  hint: `take it down first: swarmline down ${name}`
}), "sizeDiffers");
var otherProvider = /* @__PURE__ */ __name(({ name, provider }) => new SwarmlineError("input", `${name} already exists, made with --provider ${provider}`, {
  hint: `choose another name with --name, or take it down first: swarmline down ${name}`
}), "otherProvider");

export {
  sizeDiffers,
  otherProvider
};
