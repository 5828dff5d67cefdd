import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  lockOwner
} from "./chunks/chunk-IZWWEXOC.js";
import {
  deployRequest,
  deployStackForm,
  deployStackOutputs,
  lintRequest,
  planOutputs
} from "./chunks/chunk-FCA3GFZU.js";
import "./chunks/chunk-VIWZJAWN.js";
import {
  deployFault
} from "./chunks/chunk-N4UDMW7B.js";
import {
  runMain
} from "./chunks/chunk-MEH2PWNT.js";
import "./chunks/chunk-LXYRLMNY.js";
import "./chunks/chunk-KYKPM5Z5.js";
import "./chunks/chunk-NSDJCOOJ.js";
import "./chunks/chunk-MS7PS3W3.js";
import "./chunks/chunk-2G2HWL7I.js";
import "./chunks/chunk-4PRY5P2B.js";
import "./chunks/chunk-5X344IRI.js";
import "./chunks/chunk-TO3536BY.js";
import "./chunks/chunk-HFVHSVFW.js";
import "./chunks/chunk-NKZQ5LRJ.js";
import "./chunks/chunk-YQM7MODX.js";
import "./chunks/chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunks/chunk-IOXRIZOB.js";

// actions/deploy-stack/main.ts
await runMain(deployStackForm, async (values, door) => {
  if (values.lintOnly) {
    const { lintFiles } = await import("./chunks/lint-files-O2GU6USN.js");
    return lintFiles(lintRequest(values, door.workspace), door);
  }
  if (values.rollback !== void 0) {
    const { rollBack } = await import("./chunks/roll-back-ANFGALW5.js");
    return rollBack(values, door);
  }
  const [{ deploy, planDeploy }, { reachTarget }, { reportFolder, reportStep }, { renderPlan }] = await Promise.all([
    import("./chunks/deploy-3LT3U3SB.js"),
    import("./chunks/reach-target-4ISJRYPC.js"),
    import("./chunks/report-step-UI3J3J6P.js"),
    import("./chunks/report-KFWYXCRC.js")
  ]);
  const target = await reachTarget(values, door);
  const request = deployRequest(values, target, door.workspace, await lockOwner(door));
  if (values.plan) {
    const plan = await planDeploy(request, door.home, door.effects);
    await door.addSummary(await renderPlan(plan.changes));
    return door.setOutputs(planOutputs(plan));
  }
  const result = await deploy(request, door.home, door.effects, {
    planned: /* @__PURE__ */ __name(async (changes) => door.addSummary(await renderPlan(changes)), "planned")
  });
  const fault = deployFault(result);
  door.setOutputs(deployStackOutputs(result, reportFolder("deploy", door)));
  await reportStep({ kind: "deploy", result, fault }, target, door);
  if (fault) throw fault;
});
