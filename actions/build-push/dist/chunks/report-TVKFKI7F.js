import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  makeTarget,
  replaceFile
} from "./chunk-II63UCWF.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/report.ts
var annotationsOf = /* @__PURE__ */ __name(async (...args) => (await import("./annotations-R253ZKW3.js")).annotationsOf(...args), "annotationsOf");
var renderCtrf = /* @__PURE__ */ __name(async (...args) => (await import("./ctrf-RJVLVUVD.js")).renderCtrf(...args), "renderCtrf");
var renderHtml = /* @__PURE__ */ __name(async (...args) => (await import("./html-NOTJWAOW.js")).renderHtml(...args), "renderHtml");
var renderJson = /* @__PURE__ */ __name(async (...args) => (await import("./json-KJK5EI43.js")).renderJson(...args), "renderJson");
var renderJunit = /* @__PURE__ */ __name(async (...args) => (await import("./junit-LRK6GDZS.js")).renderJunit(...args), "renderJunit");
var renderImages = /* @__PURE__ */ __name(async (...args) => (await import("./images-summary-A6LG55LN.js")).renderImages(...args), "renderImages");
var renderPlan = /* @__PURE__ */ __name(async (...args) => (await import("./plan-summary-KNOKNIRN.js")).renderPlan(...args), "renderPlan");
var renderSummary = /* @__PURE__ */ __name(async (...args) => (await import("./summary-UZCDEFX7.js")).renderSummary(...args), "renderSummary");
var renderTerminal = /* @__PURE__ */ __name(async (...args) => (await import("./terminal-ZCXL3HXK.js")).renderTerminal(...args), "renderTerminal");
var answersTable = /* @__PURE__ */ __name(async (...args) => (await import("./answers-FKV4IXPI.js")).answersTable(...args), "answersTable");
var historyText = /* @__PURE__ */ __name(async (...args) => (await import("./history-RJW6FJTU.js")).historyText(...args), "historyText");
var verdictsTable = /* @__PURE__ */ __name(async (...args) => (await import("./verdicts-N3PY5GIT.js")).verdictsTable(...args), "verdictsTable");
var readReport = /* @__PURE__ */ __name(async (...args) => (await import("./read-PCJXEI4I.js")).readReport(...args), "readReport");
var writeReport = /* @__PURE__ */ __name(async (...args) => (await import("./write-QTDL4KOB.js")).writeReport(...args), "writeReport");
var historyOf = /* @__PURE__ */ __name(async (...args) => (await import("./history.rules-5VMOJWCE.js")).historyOf(...args), "historyOf");
var testRunOf = /* @__PURE__ */ __name(async (...args) => (await import("./test-cases.rules-T4ZEZAQF.js")).testRunOf(...args), "testRunOf");
export {
  annotationsOf,
  answersTable,
  historyOf,
  historyText,
  makeTarget,
  readReport,
  renderCtrf,
  renderHtml,
  renderImages,
  renderJson,
  renderJunit,
  renderPlan,
  renderSummary,
  renderTerminal,
  replaceFile,
  testRunOf,
  verdictsTable,
  writeReport
};
