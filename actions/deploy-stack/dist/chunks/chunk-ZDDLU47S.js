import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/report.ts
var annotationsOf = /* @__PURE__ */ __name(async (...args) => (await import("./annotations-GD6RQKAF.js")).annotationsOf(...args), "annotationsOf");
var renderCtrf = /* @__PURE__ */ __name(async (...args) => (await import("./ctrf-U4B4AJDV.js")).renderCtrf(...args), "renderCtrf");
var renderHtml = /* @__PURE__ */ __name(async (...args) => (await import("./html-OIOOAFUB.js")).renderHtml(...args), "renderHtml");
var renderJson = /* @__PURE__ */ __name(async (...args) => (await import("./json-GZZ6L2CS.js")).renderJson(...args), "renderJson");
var renderJunit = /* @__PURE__ */ __name(async (...args) => (await import("./junit-WEYEVJCT.js")).renderJunit(...args), "renderJunit");
var renderPlan = /* @__PURE__ */ __name(async (...args) => (await import("./plan-summary-DJ5VSZAQ.js")).renderPlan(...args), "renderPlan");
var renderSummary = /* @__PURE__ */ __name(async (...args) => (await import("./summary-3PZM4VBB.js")).renderSummary(...args), "renderSummary");
var renderTerminal = /* @__PURE__ */ __name(async (...args) => (await import("./terminal-BGEVA2DL.js")).renderTerminal(...args), "renderTerminal");
var answersTable = /* @__PURE__ */ __name(async (...args) => (await import("./answers-5TNKTHI5.js")).answersTable(...args), "answersTable");
var historyText = /* @__PURE__ */ __name(async (...args) => (await import("./history-UTMMTDEN.js")).historyText(...args), "historyText");
var verdictsTable = /* @__PURE__ */ __name(async (...args) => (await import("./verdicts-ASQGJ33W.js")).verdictsTable(...args), "verdictsTable");
var readReport = /* @__PURE__ */ __name(async (...args) => (await import("./read-2SI6TUW4.js")).readReport(...args), "readReport");
var writeReport = /* @__PURE__ */ __name(async (...args) => (await import("./write-CZJDECUZ.js")).writeReport(...args), "writeReport");
var historyOf = /* @__PURE__ */ __name(async (...args) => (await import("./history.rules-PIFL4H24.js")).historyOf(...args), "historyOf");
var testRunOf = /* @__PURE__ */ __name(async (...args) => (await import("./test-cases.rules-GHCMMFNE.js")).testRunOf(...args), "testRunOf");

export {
  annotationsOf,
  renderCtrf,
  renderHtml,
  renderJson,
  renderJunit,
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
