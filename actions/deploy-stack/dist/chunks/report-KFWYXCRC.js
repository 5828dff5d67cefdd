import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  annotationsOf,
  answersTable,
  historyOf,
  historyText,
  readReport,
  renderCtrf,
  renderHtml,
  renderImages,
  renderJson,
  renderJunit,
  renderPlan,
  renderSummary,
  renderTerminal,
  testRunOf,
  verdictsTable,
  writeReport
} from "./chunk-VPTBRGQ7.js";
import {
  makeTarget,
  replaceFile
} from "./chunk-II63UCWF.js";
import "./chunk-MKZ6VXLF.js";
import "./chunk-IOXRIZOB.js";
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
