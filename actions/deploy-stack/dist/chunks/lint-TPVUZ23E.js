import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  inspectStack
} from "./chunk-GHSD3M5U.js";
import "./chunk-5THPO6YE.js";
import "./chunk-5XKDYEV4.js";
import "./chunk-HFVHSVFW.js";
import "./chunk-NKZQ5LRJ.js";
import "./chunk-VDL5BWLT.js";
import "./chunk-YQM7MODX.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/usecases/lint.ts
async function lint(request) {
  const plan = await inspectStack(request);
  const findings = plan.findings.map(
    (finding) => finding.rule === "missing-secret" ? { ...finding, severity: "info" } : finding
  );
  const count = /* @__PURE__ */ __name((severity) => findings.filter((each) => each.severity === severity).length, "count");
  return {
    files: [...request.composeFiles],
    services: plan.services.map(({ name }) => name),
    findings,
    translations: plan.translations,
    counts: { error: count("error"), warning: count("warning"), info: count("info") }
  };
}
__name(lint, "lint");
export {
  lint
};
