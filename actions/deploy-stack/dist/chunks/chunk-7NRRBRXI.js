import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/version.ts
var version = "0.1.0";

// src/cluster/cluster.ts
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-5BZYH5GC.js")).providers, "loadProviders");

// src/engine/engine.ts
var openConnectionFolder = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-4PXCSQ3E.js")).openConnectionFolder(...args), "openConnectionFolder");
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-4PXCSQ3E.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-DKA33PJU.js")).attachEngine(...args), "attachEngine");
var isRunning = /* @__PURE__ */ __name(async (...args) => (await import("./process-SO2LQX3J.js")).isRunning(...args), "isRunning");
var openTlsEngine = /* @__PURE__ */ __name(async (...args) => (await import("./tls-engine-BDQWQE4R.js")).openTlsEngine(...args), "openTlsEngine");
var visitEngine = /* @__PURE__ */ __name(async (...args) => (await import("./host-D5IPDJBB.js")).visitEngine(...args), "visitEngine");

// src/usecases/folders.ts
import path from "node:path";
var LONGEST_DIR = 60;
function clusterDir(home, name) {
  const dir = path.join(home.stateDir, name);
  if (Buffer.byteLength(dir) > LONGEST_DIR)
    throw new SwarmlineError("input", `the folder ${dir} is too long for unix sockets`, {
      hint: "set SWARMLINE_STATE to a shorter one of your own, such as ~/.swarmline"
    });
  return dir;
}
__name(clusterDir, "clusterDir");

export {
  version,
  loadProviders,
  openConnectionFolder,
  sweepLeftovers,
  attachEngine,
  isRunning,
  openTlsEngine,
  visitEngine,
  clusterDir
};
