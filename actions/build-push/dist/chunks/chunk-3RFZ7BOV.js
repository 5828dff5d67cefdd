import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  withinLimits
} from "./chunk-WNOSXOS5.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(withinLimits(report), null, 1)}
`;
}
__name(renderJson, "renderJson");

export {
  renderJson
};
