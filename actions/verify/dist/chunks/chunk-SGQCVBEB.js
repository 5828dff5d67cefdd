import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  answersMatrix
} from "./chunk-T6QNDE6C.js";
import {
  count,
  cutText,
  duration,
  whole
} from "./chunk-5WJ6KKDB.js";
import {
  heartbeatInWords
} from "./chunk-YMHORQ5N.js";
import {
  afterwards,
  endInWords
} from "./chunk-2G2HWL7I.js";
import {
  oneLine
} from "./chunk-KAFMGS5U.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/headline.rules.ts
var STATUS_WORDS = {
  pass: "Passed",
  fail: "Failed",
  inconclusive: "Inconclusive",
  skipped: "Skipped"
};
function headline(report) {
  const { deploy, verify } = report;
  const open = verify ? openInWords(verify.verdicts) : [];
  if (open.length > 0) return open.join(" ");
  if (report.error) return asSentence(oneLine(report.error));
  if (verify) {
    if (verify.nodes.length === 0) return passedInWords(verify.verdicts);
    const { answered, requests, replicas, rows } = answersMatrix(verify.nodes);
    const way = report.engine.hasMesh ? "through the routing mesh" : "without a routing mesh";
    const nodes = rows.length === 1 ? "The node" : `All ${count(rows.length, "node")}`;
    return `${nodes} answered ${way}: ${whole(answered)} of ${count(requests, "request")}, from ${count(replicas.length, "replica")}.`;
  }
  if (deploy && deploy.outcome !== "converged")
    return [`The stack ${oneLine(deploy.stack)} ${endInWords(deploy)}.`, afterwards(deploy) ?? ""].join(" ").trim();
  if (deploy)
    return `The stack ${oneLine(deploy.stack)} is deployed: ${count(deploy.services.length, "service")} converged in ${duration(deploy.durationMs)}.`;
  return "The run ended before anything was deployed.";
}
__name(headline, "headline");
var asSentence = /* @__PURE__ */ __name((text) => text.replace(new RegExp("^\\p{Ll}", "u"), (letter) => letter.toUpperCase()), "asSentence");
function openInWords(verdicts) {
  const of = /* @__PURE__ */ __name((status) => verdicts.filter((verdict) => verdict.status === status), "of");
  const [failed, unknown] = [of("fail"), of("inconclusive")];
  return [
    ...failed.length > 0 ? [`${failed.length} of ${count(verdicts.length, "check")} failed: ${named(failed)}.`] : [],
    ...unknown.length > 0 ? [`${count(unknown.length, "check")} could not be measured: ${named(unknown)}.`] : []
  ];
}
__name(openInWords, "openInWords");
var MOST_NAMED = 5;
function named(verdicts) {
  const names = verdicts.slice(0, MOST_NAMED).map((verdict) => cutText(oneLine(verdict.title), 120));
  const more = verdicts.length - names.length;
  return `${names.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
__name(named, "named");
function passedInWords(verdicts) {
  const skipped = verdicts.filter((verdict) => verdict.status === "skipped").length;
  const passed = `${count(verdicts.length - skipped, "check")} passed`;
  return skipped > 0 ? `${passed}, and ${whole(skipped)} ${skipped === 1 ? "was" : "were"} skipped.` : `${passed}.`;
}
__name(passedInWords, "passedInWords");
function caveats(report) {
  const said = [];
  if ((report.nodes.length > 0 || report.verify) && !report.engine.hasMesh)
    said.push("The routing mesh was not tested: this engine\u2019s kernel cannot carry one.");
  if (report.standIns.length > 0)
    said.push(
      `${count(report.standIns.length, "image")} under an official name ${report.standIns.length === 1 ? "is a stand-in" : "are stand-ins"}, made from Debian packages because no registry could be reached.`
    );
  const heartbeat = heartbeatInWords(report.engine.heartbeatSeconds);
  if (heartbeat) said.push(heartbeat);
  return said;
}
__name(caveats, "caveats");
function noStandIns(report) {
  if (report.standIns.length > 0 || report.nodes.length === 0) return void 0;
  return "No stand-ins: every image is the one that its name says.";
}
__name(noStandIns, "noStandIns");

export {
  STATUS_WORDS,
  headline,
  caveats,
  noStandIns
};
