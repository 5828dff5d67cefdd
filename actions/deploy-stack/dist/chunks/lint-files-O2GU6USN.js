import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  lintOutputs
} from "./chunk-FCA3GFZU.js";
import "./chunk-VIWZJAWN.js";
import "./chunk-N4UDMW7B.js";
import "./chunk-KYKPM5Z5.js";
import "./chunk-NSDJCOOJ.js";
import "./chunk-MS7PS3W3.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-4PRY5P2B.js";
import "./chunk-HFVHSVFW.js";
import "./chunk-NKZQ5LRJ.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/lint-files.ts
var LEVELS = { error: "failure", warning: "warning", info: "notice" };
var MOST_OF_LEVEL = 10;
async function lintFiles(request, door) {
  const { lint } = await import("./lint-TPVUZ23E.js");
  const result = await lint(request);
  const { findings, counts } = result;
  for (const finding of findings)
    door.effects.log.info(`${finding.file}:${finding.line}: ${finding.severity}: ${inWords(finding)}`);
  door.annotate(
    ["error", "warning"].flatMap(
      (severity) => findings.filter((finding) => finding.severity === severity).slice(0, MOST_OF_LEVEL).map(annotationOf)
    )
  );
  door.setOutputs(lintOutputs(result));
  if (counts.error > 0)
    throw new SwarmlineError(
      "input",
      `the stack files have ${counts.error} error${counts.error === 1 ? "" : "s"}, with which they cannot be deployed`,
      { hint: "see the annotations, or this step\u2019s log" }
    );
}
__name(lintFiles, "lintFiles");
var annotationOf = /* @__PURE__ */ __name((finding) => ({
  path: finding.file,
  line: finding.line,
  level: LEVELS[finding.severity],
  title: finding.rule,
  message: inWords(finding)
}), "annotationOf");
var inWords = /* @__PURE__ */ __name(({ service, text, hint }) => `${service === void 0 ? "" : `service ${service}: `}${text}${hint ? ` \u2014 ${hint}` : ""}`, "inWords");
export {
  lintFiles
};
