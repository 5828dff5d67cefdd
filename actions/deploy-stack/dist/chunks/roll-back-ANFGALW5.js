import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  lockOwner
} from "./chunk-IZWWEXOC.js";
import {
  DEFAULT_TIMEOUT_MS
} from "./chunk-VIWZJAWN.js";
import {
  deployFault,
  failureInWords
} from "./chunk-N4UDMW7B.js";
import "./chunk-KYKPM5Z5.js";
import "./chunk-NSDJCOOJ.js";
import "./chunk-MS7PS3W3.js";
import "./chunk-2G2HWL7I.js";
import "./chunk-4PRY5P2B.js";
import "./chunk-HFVHSVFW.js";
import "./chunk-NKZQ5LRJ.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/roll-back.ts
async function rollBack(values, door) {
  const [{ rollback }, { reachTarget }] = await Promise.all([
    import("./rollback-V3HHYITA.js"),
    import("./reach-target-4ISJRYPC.js")
  ]);
  const target = await reachTarget(values, door);
  const request = rollbackRequest(values, target, await lockOwner(door));
  const result = await rollback(request, door.home, door.effects);
  door.effects.log.info(
    `${values.stack} was taken back to deploy ${result.to}: it is deploy ${result.seq} now`
  );
  door.setOutputs(rollbackOutputs(result));
  const fault = rollbackFault(result);
  if (fault) throw fault;
}
__name(rollBack, "rollBack");
var rollbackRequest = /* @__PURE__ */ __name((values, target, owner) => ({
  target,
  owner,
  stack: values.stack,
  to: values.rollback === void 0 || values.rollback === "previous" ? void 0 : Number(values.rollback),
  timeoutMs: values.timeout ?? DEFAULT_TIMEOUT_MS,
  lockWait: values.lockWait ?? "refuse",
  keepRecords: values.keepDeploys,
  withRegistryAuth: true
}), "rollbackRequest");
var rollbackOutputs = /* @__PURE__ */ __name(({ seq, result }) => ({
  outcome: result.outcome,
  "deploy-number": String(seq),
  services: JSON.stringify(result.services),
  "duration-ms": String(Math.round(result.durationMs)),
  failure: failureInWords({ ...result, undone: void 0 })
}), "rollbackOutputs");
var rollbackFault = /* @__PURE__ */ __name(({ result }) => deployFault({ ...result, undone: void 0 }), "rollbackFault");
export {
  rollBack,
  rollbackFault,
  rollbackOutputs,
  rollbackRequest
};
