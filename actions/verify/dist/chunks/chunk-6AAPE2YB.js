import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/report.ts
var annotationsOf = /* @__PURE__ */ __name(async (...args) => (await import("./annotations-7M4K2CLO.js")).annotationsOf(...args), "annotationsOf");
var renderSummary = /* @__PURE__ */ __name(async (...args) => (await import("./summary-KNBVVOYE.js")).renderSummary(...args), "renderSummary");
var writeReport = /* @__PURE__ */ __name(async (...args) => (await import("./write-AZDQHGJD.js")).writeReport(...args), "writeReport");
var testRunOf = /* @__PURE__ */ __name(async (...args) => (await import("./test-cases.rules-RQTHA7NP.js")).testRunOf(...args), "testRunOf");

// src/cluster/cluster.ts
var loadProviders = /* @__PURE__ */ __name(async () => (await import("./providers-TCOWSMPK.js")).providers, "loadProviders");

// src/engine/engine.ts
var openConnectionFolder = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-I6A7O3RK.js")).openConnectionFolder(...args), "openConnectionFolder");
var sweepLeftovers = /* @__PURE__ */ __name(async (...args) => (await import("./connection-folder-I6A7O3RK.js")).sweepLeftovers(...args), "sweepLeftovers");
var attachEngine = /* @__PURE__ */ __name(async (...args) => (await import("./open-CIOAYU3E.js")).attachEngine(...args), "attachEngine");
var isRunning = /* @__PURE__ */ __name(async (...args) => (await import("./process-SO2LQX3J.js")).isRunning(...args), "isRunning");
var openTlsEngine = /* @__PURE__ */ __name(async (...args) => (await import("./tls-engine-BDQWQE4R.js")).openTlsEngine(...args), "openTlsEngine");
var visitEngine = /* @__PURE__ */ __name(async (...args) => (await import("./host-OU6672LI.js")).visitEngine(...args), "visitEngine");

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
  loadProviders,
  openConnectionFolder,
  sweepLeftovers,
  attachEngine,
  isRunning,
  openTlsEngine,
  visitEngine,
  clusterDir,
  annotationsOf,
  renderSummary,
  writeReport,
  testRunOf
};
