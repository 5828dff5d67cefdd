import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/report.ts
var annotationsOf = /* @__PURE__ */ __name(async (...args) => (await import("./annotations-FTG2EETT.js")).annotationsOf(...args), "annotationsOf");
var renderCtrf = /* @__PURE__ */ __name(async (...args) => (await import("./ctrf-UFGLBMX4.js")).renderCtrf(...args), "renderCtrf");
var renderHtml = /* @__PURE__ */ __name(async (...args) => (await import("./html-RBYUSQKK.js")).renderHtml(...args), "renderHtml");
var renderJson = /* @__PURE__ */ __name(async (...args) => (await import("./json-Y6AFSHGG.js")).renderJson(...args), "renderJson");
var renderJunit = /* @__PURE__ */ __name(async (...args) => (await import("./junit-ZQSBEONB.js")).renderJunit(...args), "renderJunit");
var renderImages = /* @__PURE__ */ __name(async (...args) => (await import("./images-summary-3EQR2LZ7.js")).renderImages(...args), "renderImages");
var renderPlan = /* @__PURE__ */ __name(async (...args) => (await import("./plan-summary-VZ3MZ2XW.js")).renderPlan(...args), "renderPlan");
var renderSummary = /* @__PURE__ */ __name(async (...args) => (await import("./summary-7G4XDIAB.js")).renderSummary(...args), "renderSummary");
var renderTerminal = /* @__PURE__ */ __name(async (...args) => (await import("./terminal-XINK7TDT.js")).renderTerminal(...args), "renderTerminal");
var answersTable = /* @__PURE__ */ __name(async (...args) => (await import("./answers-TYDU4QOD.js")).answersTable(...args), "answersTable");
var historyText = /* @__PURE__ */ __name(async (...args) => (await import("./history-JQPN5VR6.js")).historyText(...args), "historyText");
var verdictsTable = /* @__PURE__ */ __name(async (...args) => (await import("./verdicts-Y3646GDG.js")).verdictsTable(...args), "verdictsTable");
var readReport = /* @__PURE__ */ __name(async (...args) => (await import("./read-7IIZRCD4.js")).readReport(...args), "readReport");
var writeReport = /* @__PURE__ */ __name(async (...args) => (await import("./write-N6VCHQ47.js")).writeReport(...args), "writeReport");
var historyOf = /* @__PURE__ */ __name(async (...args) => (await import("./history.rules-TPFWEVKL.js")).historyOf(...args), "historyOf");
var testRunOf = /* @__PURE__ */ __name(async (...args) => (await import("./test-cases.rules-UHUIPQU2.js")).testRunOf(...args), "testRunOf");

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
