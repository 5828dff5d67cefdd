import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  STACK_NAME,
  flag,
  lines,
  matching,
  pairs,
  targetFaults,
  targetInputs
} from "./chunks/chunk-VBZ5HQH3.js";
import {
  runMain
} from "./chunks/chunk-5GW3OG74.js";
import "./chunks/chunk-5X344IRI.js";
import "./chunks/chunk-NKZQ5LRJ.js";
import "./chunks/chunk-LXYRLMNY.js";
import "./chunks/chunk-NX2XGRNI.js";
import {
  SwarmlineError
} from "./chunks/chunk-YALVU7P7.js";
import {
  __name
} from "./chunks/chunk-IOXRIZOB.js";

// src/actions/verify.ts
import path from "node:path";
var inputs = {
  ...targetInputs,
  stack: matching("stack", STACK_NAME, "letters, digits, _ . and -"),
  suites: lines("suites"),
  only: lines("only"),
  tags: lines("tags"),
  variables: pairs("variables"),
  composeFiles: lines("compose-files"),
  allowDisruption: flag("allow-disruption")
};
var verifyForm = {
  inputs,
  faultsOf: /* @__PURE__ */ __name((values) => [...targetFaults(values), ...suiteFaults(values)], "faultsOf")
};
function suiteFaults({ suites, tags, variables, allowDisruption }) {
  if (suites.length > 0) return [];
  const alone = [
    tags.length > 0 && "tags",
    Object.keys(variables).length > 0 && "variables",
    allowDisruption && "allow-disruption"
  ].filter(Boolean);
  return alone.length > 0 ? [`${alone.join(", ")} needs a suite: give suites`] : [];
}
__name(suiteFaults, "suiteFaults");
function verifyRequest(values, target, places) {
  const inWorkspace = /* @__PURE__ */ __name((file) => path.resolve(places.workspace, file), "inWorkspace");
  return {
    target,
    stack: values.stack,
    suite: {
      files: values.suites.map(inWorkspace),
      root: places.workspace,
      only: values.only,
      tags: values.tags,
      variables: values.variables,
      isDisruptionAllowed: values.allowDisruption,
      composeFiles: values.composeFiles.map(inWorkspace),
      evidenceDir: path.join(places.reportDir, "evidence")
    }
  };
}
__name(verifyRequest, "verifyRequest");
function verifyOutputs(result, reportPath) {
  const count = /* @__PURE__ */ __name((status) => String(result.verdicts.filter((v) => v.status === status).length), "count");
  return {
    status: result.status,
    passed: count("pass"),
    failed: count("fail"),
    inconclusive: count("inconclusive"),
    skipped: count("skipped"),
    "report-path": reportPath
  };
}
__name(verifyOutputs, "verifyOutputs");
function verifyFault({ status, verdicts }) {
  if (status === "pass") return void 0;
  const failed = verdicts.filter((verdict) => verdict.status === "fail");
  const shown = failed.length > 0 ? failed : verdicts.filter((verdict) => verdict.status === "inconclusive");
  const summary = failed.length > 0 ? `${failed.length} of ${verdicts.length} checks failed` : "nothing was proven";
  const lines2 = shown.map(
    ({ title, expected, observed }) => `${title}: expected ${expected}, saw ${observed}`
  );
  const hint = shown.find((verdict) => verdict.hint)?.hint;
  return new SwarmlineError("verify-failed", [summary, ...lines2].join("; "), hint ? { hint } : {});
}
__name(verifyFault, "verifyFault");

// actions/verify/main.ts
await runMain(verifyForm, async (values, door) => {
  const [{ verify }, { reportFolder, reportStep }, { reachTarget }] = await Promise.all([
    import("./chunks/verify-OSGUMFN2.js"),
    import("./chunks/report-step-ZH5ALEWO.js"),
    import("./chunks/reach-target-NMCL6D63.js")
  ]);
  const target = await reachTarget(values, door);
  const places = { workspace: door.workspace, reportDir: reportFolder("verify", door) };
  const result = await verify(verifyRequest(values, target, places), door.home, door.effects);
  const fault = verifyFault(result);
  const folder = await reportStep({ kind: "verify", stack: values.stack, result, fault }, target, door);
  door.setOutputs(verifyOutputs(result, folder));
  if (fault) throw fault;
});
