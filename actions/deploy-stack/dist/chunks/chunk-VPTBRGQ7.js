import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/report.ts
var annotationsOf = /* @__PURE__ */ __name(async (...args) => (await import("./annotations-YISG45XQ.js")).annotationsOf(...args), "annotationsOf");
var renderCtrf = /* @__PURE__ */ __name(async (...args) => (await import("./ctrf-HQ5HBOS2.js")).renderCtrf(...args), "renderCtrf");
var renderHtml = /* @__PURE__ */ __name(async (...args) => (await import("./html-4WUPRGKT.js")).renderHtml(...args), "renderHtml");
var renderJson = /* @__PURE__ */ __name(async (...args) => (await import("./json-7DDNGQ7O.js")).renderJson(...args), "renderJson");
var renderJunit = /* @__PURE__ */ __name(async (...args) => (await import("./junit-2KPYJRWY.js")).renderJunit(...args), "renderJunit");
var renderImages = /* @__PURE__ */ __name(async (...args) => (await import("./images-summary-PHEC5PWM.js")).renderImages(...args), "renderImages");
var renderPlan = /* @__PURE__ */ __name(async (...args) => (await import("./plan-summary-ARWM2SEQ.js")).renderPlan(...args), "renderPlan");
var renderSummary = /* @__PURE__ */ __name(async (...args) => (await import("./summary-3C7V4GHM.js")).renderSummary(...args), "renderSummary");
var renderTerminal = /* @__PURE__ */ __name(async (...args) => (await import("./terminal-G2I6VFEJ.js")).renderTerminal(...args), "renderTerminal");
var answersTable = /* @__PURE__ */ __name(async (...args) => (await import("./answers-P3EXTYOW.js")).answersTable(...args), "answersTable");
var historyText = /* @__PURE__ */ __name(async (...args) => (await import("./history-ABS6JN2B.js")).historyText(...args), "historyText");
var verdictsTable = /* @__PURE__ */ __name(async (...args) => (await import("./verdicts-WNLQWW3W.js")).verdictsTable(...args), "verdictsTable");
var readReport = /* @__PURE__ */ __name(async (...args) => (await import("./read-GD75WHOQ.js")).readReport(...args), "readReport");
var writeReport = /* @__PURE__ */ __name(async (...args) => (await import("./write-SSZI53IT.js")).writeReport(...args), "writeReport");
var historyOf = /* @__PURE__ */ __name(async (...args) => (await import("./history.rules-WVHQQCN5.js")).historyOf(...args), "historyOf");
var testRunOf = /* @__PURE__ */ __name(async (...args) => (await import("./test-cases.rules-NCZF5QGH.js")).testRunOf(...args), "testRunOf");

export {
  annotationsOf,
  renderCtrf,
  renderHtml,
  renderJson,
  renderJunit,
  renderImages,
  renderPlan,
  renderSummary,
  renderTerminal,
  answersTable,
  historyText,
  verdictsTable,
  readReport,
  writeReport,
  historyOf,
  testRunOf
};
