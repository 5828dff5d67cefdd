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
var annotationsOf = /* @__PURE__ */ __name(async (...args) => (await import("./annotations-GFOMWDLS.js")).annotationsOf(...args), "annotationsOf");
var renderCtrf = /* @__PURE__ */ __name(async (...args) => (await import("./ctrf-SXZCM4SS.js")).renderCtrf(...args), "renderCtrf");
var renderHtml = /* @__PURE__ */ __name(async (...args) => (await import("./html-4T3Z5O3H.js")).renderHtml(...args), "renderHtml");
var renderJson = /* @__PURE__ */ __name(async (...args) => (await import("./json-46HEBECF.js")).renderJson(...args), "renderJson");
var renderJunit = /* @__PURE__ */ __name(async (...args) => (await import("./junit-IES2O5DZ.js")).renderJunit(...args), "renderJunit");
var renderImages = /* @__PURE__ */ __name(async (...args) => (await import("./images-summary-BNEB4WXA.js")).renderImages(...args), "renderImages");
var renderPlan = /* @__PURE__ */ __name(async (...args) => (await import("./plan-summary-PGZUGQ3M.js")).renderPlan(...args), "renderPlan");
var renderSummary = /* @__PURE__ */ __name(async (...args) => (await import("./summary-VQIP4YIZ.js")).renderSummary(...args), "renderSummary");
var renderTerminal = /* @__PURE__ */ __name(async (...args) => (await import("./terminal-LELMLFQ7.js")).renderTerminal(...args), "renderTerminal");
var answersTable = /* @__PURE__ */ __name(async (...args) => (await import("./answers-JGKVVVCC.js")).answersTable(...args), "answersTable");
var historyText = /* @__PURE__ */ __name(async (...args) => (await import("./history-IQZCCBC3.js")).historyText(...args), "historyText");
var verdictsTable = /* @__PURE__ */ __name(async (...args) => (await import("./verdicts-R7ZONOUZ.js")).verdictsTable(...args), "verdictsTable");
var readReport = /* @__PURE__ */ __name(async (...args) => (await import("./read-4GL5N3JN.js")).readReport(...args), "readReport");
var writeReport = /* @__PURE__ */ __name(async (...args) => (await import("./write-LYQUU3MG.js")).writeReport(...args), "writeReport");
var historyOf = /* @__PURE__ */ __name(async (...args) => (await import("./history.rules-SQIF3F4O.js")).historyOf(...args), "historyOf");
var testRunOf = /* @__PURE__ */ __name(async (...args) => (await import("./test-cases.rules-AW2XIE7W.js")).testRunOf(...args), "testRunOf");
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
