import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  makeTarget,
  replaceFile
} from "./chunk-II63UCWF.js";
import {
  testRunOf
} from "./chunk-K4ICQIHP.js";
import {
  renderJson
} from "./chunk-7NQHXXHT.js";
import {
  changesOf
} from "./chunk-GLMSV6DL.js";
import {
  withinLimits
} from "./chunk-IAAO522G.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/write.ts
import { rm } from "node:fs/promises";
import path from "node:path";

// src/report/timeline-json.ts
function renderTimeline(deploy) {
  if (!deploy?.timeline) return void 0;
  const { stack, outcome, startedAt, durationMs } = deploy;
  return `${JSON.stringify({ schema: 1, stack, outcome, startedAt, durationMs, changes: changesOf(deploy) }, null, 2)}
`;
}
__name(renderTimeline, "renderTimeline");

// src/report/write.ts
async function writeReport(whole, folder) {
  const report = withinLimits(whole);
  const at = /* @__PURE__ */ __name((name) => path.join(folder, name), "at");
  const timeline = renderTimeline(report.deploy);
  const [{ renderHtml }, { renderJunit }, { renderCtrf }] = await Promise.all([
    import("./html-4WUPRGKT.js"),
    import("./junit-2KPYJRWY.js"),
    import("./ctrf-HQ5HBOS2.js")
  ]);
  const tests = testRunOf(report);
  makeTarget(folder);
  if (timeline === void 0) await rm(at("timeline.json"), { force: true });
  else await replaceFile(at("timeline.json"), timeline);
  await replaceFile(at("report.json"), renderJson(report));
  await replaceFile(at("junit.xml"), renderJunit(tests));
  await replaceFile(at("ctrf.json"), renderCtrf(tests));
  await replaceFile(at("index.html"), renderHtml(report));
  return {
    json: at("report.json"),
    html: at("index.html"),
    junit: at("junit.xml"),
    ctrf: at("ctrf.json"),
    timeline: timeline === void 0 ? void 0 : at("timeline.json")
  };
}
__name(writeReport, "writeReport");
export {
  writeReport
};
