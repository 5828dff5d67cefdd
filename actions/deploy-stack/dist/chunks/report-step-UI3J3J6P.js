import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  annotationsOf,
  renderSummary,
  testRunOf,
  writeReport
} from "./chunk-VPTBRGQ7.js";
import "./chunk-II63UCWF.js";
import {
  attachEngine,
  clusterDir,
  version
} from "./chunk-7NRRBRXI.js";
import {
  readCluster,
  readClusterIfAny
} from "./chunk-PSDXEBMZ.js";
import "./chunk-GULL4U2J.js";
import "./chunk-NZH7S4NC.js";
import "./chunk-OXAVGEP4.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-THVYOIR7.js";
import "./chunk-DGVE43M4.js";
import "./chunk-AWCUTZVB.js";
import "./chunk-KOBQJXPE.js";
import "./chunk-6OIXFQOO.js";
import {
  lastLines
} from "./chunk-KADSAXIV.js";
import {
  nameOf
} from "./chunk-UI7KE23X.js";
import "./chunk-XKGGMZTO.js";
import {
  connectEngine
} from "./chunk-LD6J5TQY.js";
import "./chunk-N4UDMW7B.js";
import "./chunk-DCOXSXBO.js";
import {
  runStatus
} from "./chunk-MS7PS3W3.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-4PRY5P2B.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import {
  explain
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/report-step.ts
import path2 from "node:path";

// src/usecases/attachments.ts
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
var MOST_FILES = 1e3;
async function attachmentsIn(reportFolder2) {
  const folder = path.join(reportFolder2, "evidence");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && /^[\w.-]+$/.test(entry.name)).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().slice(0, MOST_FILES).map(async (name) => ({
      title: `Evidence of ${name.replace(/\.json$/, "")}`,
      file: `evidence/${name}`,
      sizeBytes: (await stat(path.join(folder, name))).size
    }))
  );
}
__name(attachmentsIn, "attachmentsIn");

// src/cluster/env.rules.ts
var TLS_SETTINGS = ["DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"];
var CLIENT_SETTINGS = ["DOCKER_HOST", ...TLS_SETTINGS];

// src/usecases/engine-logs.ts
var READ_LINES = 1e3;
var MOST_LINES = 100;
async function engineLogs(target, home, fx) {
  if (target.kind !== "cluster") return [];
  const { name } = target;
  try {
    const cluster = await readClusterIfAny(home.stateDir, name);
    if (cluster?.provider !== "dind") return [];
    const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
    const host = connectEngine(engine.socketPath, engine.revive);
    try {
      const logs = await Promise.all(
        cluster.nodes.map(async (node) => ({
          node: node.name,
          lines: telling(await lastLines(host, nameOf.node(name, node.name), READ_LINES)).map(withoutTokens)
        }))
      );
      return logs.filter((log) => log.lines.length > 0);
    } finally {
      host.close();
    }
  } catch (error) {
    fx.log.debug(`no engine's log could be read: ${explain(error)}`);
    return [];
  }
}
__name(engineLogs, "engineLogs");
function telling(lines) {
  const warnings = lines.filter((line) => /\blevel=(?:warn|error|fatal|panic)/.test(line));
  return (warnings.length > 0 ? warnings : lines).slice(-MOST_LINES);
}
__name(telling, "telling");
var withoutTokens = /* @__PURE__ */ __name((line) => line.replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026"), "withoutTokens");

// src/usecases/step-report.rules.ts
var PHASES = {
  deploy: "Deploy the stack",
  verify: "Verify through every node"
};
function stepReport(found, swarm, origin, endedAtMs) {
  const cluster = typeof swarm === "string" ? void 0 : swarm;
  const title = typeof swarm === "string" ? swarm : swarm.engineTitle;
  const { kind, result, fault } = found;
  return {
    schema: 2,
    source: {
      ...origin,
      stack: kind === "deploy" ? result.stack : found.stack,
      swarm: typeof swarm === "string" ? swarm : `the cluster ${swarm.name}`
    },
    tool: { name: "swarmline", version },
    startedAt: new Date(endedAtMs - result.durationMs).toISOString(),
    durationMs: result.durationMs,
    status: runStatus(kind === "verify" ? result : void 0, fault !== void 0),
    engine: {
      kind: cluster?.engine?.kind ?? "host",
      title,
      version: /\d+(?:\.\d+)+/.exec(cluster ? title : "")?.[0] ?? "",
      hasMesh: cluster?.hasMesh ?? true
    },
    nodes: (cluster?.nodes ?? []).map(({ name, role, address, labels }) => ({ name, role, address, labels })),
    images: [],
    standIns: cluster?.standIns ?? [],
    deploy: kind === "deploy" ? result : void 0,
    verify: kind === "verify" ? result : void 0,
    phases: [{ title: PHASES[kind], durationMs: result.durationMs, status: fault ? "failed" : "done" }],
    error: fault && explain(fault)
  };
}
__name(stepReport, "stepReport");

// src/usecases/report-step.ts
async function reportStep({ found, target, origin, folder }, home, fx) {
  const swarm = target.kind === "cluster" ? await readCluster(home.stateDir, target.name) : `the swarm at ${target.dockerHost ?? "this machine"}`;
  const report = stepReport(found, swarm, origin, fx.clock.now());
  const logs = report.status === "pass" ? [] : await engineLogs(target, home, fx);
  const attachments = await attachmentsIn(folder);
  const complete = {
    ...report,
    ...logs.length > 0 ? { engineLogs: logs } : {},
    ...attachments.length > 0 ? { attachments } : {}
  };
  await writeReport(complete, folder);
  return complete;
}
__name(reportStep, "reportStep");

// src/actions/report-step.ts
async function reportStep2(found, target, door) {
  const folder = reportFolder(found.kind, door);
  const origin = await door.origin();
  const report = await reportStep({ found, target, origin, folder }, door.home, door.effects);
  await door.addSummary(await renderSummary(report));
  door.annotate((await annotationsOf(await testRunOf(report))).filter((each) => each.path !== void 0));
  return folder;
}
__name(reportStep2, "reportStep");
function reportFolder(kind, door) {
  return path2.join(door.tempDir, `${kind}-report`);
}
__name(reportFolder, "reportFolder");
export {
  reportFolder,
  reportStep2 as reportStep
};
