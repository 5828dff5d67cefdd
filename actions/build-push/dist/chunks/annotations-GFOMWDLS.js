import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  cutText
} from "./chunk-WNOSXOS5.js";
import {
  oneLine
} from "./chunk-7F7V3B47.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/annotations.ts
var MOST_OF_LEVEL = 10;
var MOST_ANNOTATIONS = 50;
var MOST_TITLE = 200;
var MOST_MESSAGE = 2e3;
function annotationsOf({ groups }, mostOfLevel = MOST_OF_LEVEL) {
  const cases = groups.flatMap((group) => group.cases);
  return ["fail", "inconclusive"].flatMap(
    (status) => withRest(
      cases.filter((each) => each.status === status),
      mostOfLevel
    )
  ).slice(0, MOST_ANNOTATIONS);
}
__name(annotationsOf, "annotationsOf");
function withRest(cases, most) {
  if (cases.length <= most) return cases.map(annotationOf);
  const shown = cases.slice(0, most - 1).map(annotationOf);
  const names = cases.slice(most - 1).map((each) => oneLine(each.name));
  const level = shown[0]?.level ?? "failure";
  const title = `${names.length} more ${level === "failure" ? "failed" : "could not be measured"}`;
  return [
    ...shown,
    { path: void 0, line: void 0, level, title, message: cutText(names.join("; "), MOST_MESSAGE) }
  ];
}
__name(withRest, "withRest");
function annotationOf({ name, status, message, details, place }) {
  const hints = details.flatMap((each) => each.startsWith("hint: ") ? [each.slice("hint: ".length)] : []);
  const isFile = place !== void 0 && isInRepository(place.file);
  return {
    path: isFile ? place.file : void 0,
    line: isFile ? place.line : void 0,
    level: status === "fail" ? "failure" : "warning",
    title: cutText(oneLine(name), MOST_TITLE),
    message: cutText(oneLine([message ?? "", ...hints].filter(Boolean).join(" \u2014 ")), MOST_MESSAGE) || "did not pass"
  };
}
__name(annotationOf, "annotationOf");
var isInRepository = /* @__PURE__ */ __name((file) => !new RegExp("^[/\\\\]|^[a-z]:|(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)|\\p{Cc}", "iu").test(file) && file.length <= 1e3, "isInRepository");
export {
  MOST_ANNOTATIONS,
  MOST_OF_LEVEL,
  annotationsOf
};
