import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/cluster.ts
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-YXJXPK2E.js")).providers, "loadProviders");

// src/engine/engine.ts
var openConnectionFolder = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-4PXCSQ3E.js")).openConnectionFolder(...args), "openConnectionFolder");
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-4PXCSQ3E.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-UW55A6OG.js")).attachEngine(...args), "attachEngine");
var isRunning = /* @__PURE__ */ __name(async (...args) => (await import("./process-SO2LQX3J.js")).isRunning(...args), "isRunning");
var openTlsEngine = /* @__PURE__ */ __name(async (...args) => (await import("./tls-engine-BDQWQE4R.js")).openTlsEngine(...args), "openTlsEngine");
var visitEngine = /* @__PURE__ */ __name(async (...args) => (await import("./host-KB3GYHS4.js")).visitEngine(...args), "visitEngine");

// src/usecases/machine-engines.ts
import path from "node:path";
async function openMachineEngines(fx) {
  const { folder, remove } = await openConnectionFolder(fx);
  let count = 0;
  return {
    reach: /* @__PURE__ */ __name((endpoint) => openTlsEngine(endpoint, path.join(folder, String(++count))), "reach"),
    close: remove
  };
}
__name(openMachineEngines, "openMachineEngines");

export {
  loadProviders,
  openConnectionFolder,
  sweepLeftovers,
  attachEngine,
  isRunning,
  visitEngine,
  openMachineEngines
};
