import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  _enum,
  array,
  boolean,
  exactOptional,
  literal,
  number,
  object,
  record,
  string,
  toJSONSchema,
  union
} from "./chunk-MXHO5HMN.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/schema/parts.ts
var text = /* @__PURE__ */ __name(() => string(), "text");
var ms = /* @__PURE__ */ __name(() => number().min(0).describe("Milliseconds."), "ms");
var counted = /* @__PURE__ */ __name(() => number().int().min(0), "counted");
var moment = /* @__PURE__ */ __name(() => string().describe("RFC 3339, in UTC."), "moment");
var status = /* @__PURE__ */ __name(() => _enum(["pass", "fail", "inconclusive", "skipped"]), "status");
var webAddress = /* @__PURE__ */ __name(() => string().regex(/^https?:\/\//, "takes a http or https address"), "webAddress");
var place = object({ file: text(), line: number().int().min(1) });
var latencyBucket = object({ fromMs: ms(), toMs: ms(), count: counted() }).describe("How many good answers took longer than fromMs and at most toMs.");
var latencySummary = object({
  count: counted(),
  mean: ms(),
  p50: ms(),
  p90: ms(),
  p95: ms(),
  p99: ms(),
  p999: ms(),
  max: ms()
});
var FAILURE_KINDS = ["refused", "unreachable", "reset", "time-out", "status", "body"];
var failedByKind = object({
  refused: exactOptional(counted()),
  unreachable: exactOptional(counted()),
  reset: exactOptional(counted()),
  "time-out": exactOptional(counted()),
  status: exactOptional(counted()),
  body: exactOptional(counted())
});
var share = object({
  planned: counted(),
  answered: counted(),
  failed: counted(),
  notSent: counted(),
  failedByKind,
  latencyMs: latencySummary
});

// src/report/schema/deploy.ts
var outcome = _enum(["converged", "rolled-back", "paused", "failed", "timed-out", "cancelled"]).describe("Only converged is a success.");
var fieldChange = object({ field: text(), from: text().optional(), to: text().optional() }).describe("Without from it is new, without to it is taken away. What may be a secret is hidden.");
var changes = object({
  stack: text(),
  services: array(
    object({
      name: text(),
      fullName: text(),
      kind: _enum(["created", "updated", "unchanged", "removed", "orphaned"]),
      fields: array(fieldChange),
      tasks: _enum(["none", "go-on", "move", "replaced", "run-again"]),
      refusal: text().optional()
    })
  ),
  objects: array(
    object({
      kind: _enum(["network", "secret", "config", "volume"]),
      name: text(),
      change: _enum(["created", "drifted", "updated", "unused"]),
      fields: array(fieldChange)
    })
  ),
  isUnchanged: boolean()
});
var timelineEntry = object({
  kind: _enum(["service", "task", "node"]),
  at: moment(),
  seenAtMs: number().describe("By the clock of whoever watched: milliseconds since the epoch."),
  service: text(),
  slot: text(),
  task: text(),
  node: text(),
  from: text().optional(),
  to: text(),
  image: text(),
  serviceVersion: number(),
  isCurrent: boolean(),
  message: text(),
  error: text()
}).describe("One change of state that the watch saw.");
var result = object({
  stack: text(),
  outcome,
  services: array(
    object({ name: text(), running: counted(), wanted: counted(), outcome, image: text() })
  ),
  failures: array(
    object({
      service: text(),
      task: text(),
      node: text(),
      category: _enum([
        "image",
        "placement",
        "port",
        "exit",
        "health",
        "resources",
        "network",
        "secret",
        "other"
      ]),
      error: text(),
      logLines: array(text()),
      place: exactOptional(place)
    })
  ),
  startedAt: moment(),
  durationMs: ms(),
  timeline: exactOptional(array(timelineEntry)),
  leftBehind: exactOptional(array(text()))
});
var undone = union([
  object({ kind: _enum(["kept", "removed"]) }),
  object({
    kind: literal("restored"),
    isComplete: boolean(),
    result: result.optional(),
    services: array(object({ service: text(), action: text(), why: exactOptional(text()) })).optional(),
    left: array(text()).optional()
  })
]);
var named = { name: text() };
var probe = share.extend({
  startedAtMs: number().describe("Milliseconds since the epoch; all other times count from it."),
  durationMs: ms(),
  latencyBuckets: array(latencyBucket),
  series: array(object({ second: counted(), sent: counted(), failed: counted() })),
  unfinished: counted(),
  nodes: array(share.extend({ ...named, longestGap: object({ fromMs: ms(), toMs: ms(), ms: ms() }) })),
  phases: array(share.extend({ ...named, fromMs: ms(), toMs: ms(), nodes: array(share.extend(named)) })),
  firstFailures: array(
    object({ atMs: ms(), target: text(), kind: _enum([...FAILURE_KINDS, "not-sent"]), detail: text() })
  ),
  sendLagMs: object({ p99: ms(), max: ms() })
});
var deploySchema = result.extend({
  undone: undone.optional(),
  seq: counted().optional(),
  changes: changes.optional(),
  pruned: array(text()).optional(),
  probe: probe.optional()
});

// src/report/schema/verify.ts
var verdict = object({
  id: text(),
  kind: text(),
  title: text(),
  status: status(),
  expected: text(),
  observed: text(),
  hint: text().optional(),
  durationMs: ms(),
  sharedWith: exactOptional(array(text())),
  figures: record(string(), union([number(), string(), boolean()])),
  suite: exactOptional(place),
  compose: exactOptional(place),
  evidenceFile: exactOptional(text()),
  tags: exactOptional(array(text())),
  points: exactOptional(number()),
  hints: exactOptional(array(text()))
});
var answers = object({
  node: text(),
  endpoint: text(),
  requests: counted(),
  failed: counted(),
  failedByKind,
  byReplica: record(string(), counted()),
  latencyMs: object({ p50: ms(), p95: ms(), max: ms() }),
  latencyBuckets: exactOptional(array(latencyBucket))
});
var edge = _enum(["open", "blocked"]);
var seen = _enum(["open", "blocked", "unknown"]);
var port = object({
  from: text(),
  to: text(),
  port: counted(),
  state: seen,
  expected: exactOptional(edge),
  isUnexpected: exactOptional(boolean())
});
var isolation = object({
  services: array(text()),
  cells: array(
    object({
      from: text(),
      to: text(),
      expected: edge,
      observed: seen,
      verdict: _enum(["as-expected", "unexpected", "unknown"]),
      detail: text()
    })
  ),
  published: array(port),
  udp: exactOptional(array(port))
});
var load = object({
  title: text(),
  planned: counted(),
  answered: counted(),
  failed: counted(),
  notSent: counted(),
  latencyMs: latencySummary,
  latencyBuckets: array(latencyBucket),
  durationMs: ms(),
  isVoid: boolean().describe("The sending machine could not keep up: do not trust these figures."),
  targets: array(
    object({
      name: text(),
      planned: counted(),
      answered: counted(),
      failed: counted(),
      latencyMs: latencySummary
    })
  ),
  replicas: array(
    object({ name: text(), answered: counted(), failed: counted(), latencyMs: latencySummary })
  )
});
var verifySchema = object({
  verdicts: array(verdict),
  nodes: array(answers),
  isolation: exactOptional(array(isolation)),
  loads: exactOptional(array(load)),
  status: status(),
  durationMs: ms()
});

// src/report/schema/report.ts
var source = object({
  stack: text().optional(),
  swarm: text().optional(),
  repository: object({ name: text(), url: webAddress() }).optional(),
  commit: object({
    sha: string().regex(/^[0-9a-f]{7,64}$/),
    ref: text().optional(),
    url: webAddress().optional()
  }).optional(),
  run: object({ title: text(), url: webAddress(), attempt: counted() }).optional(),
  pullRequest: object({ number: counted(), url: webAddress() }).optional(),
  environment: object({ name: text(), url: webAddress().optional() }).optional(),
  actor: text().optional()
}).describe("Whose report it is. A part that nobody said is absent.");
var fileBeside = string().regex(
  /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\:\p{Cc}]{1,400}$/u,
  "takes a path within the folder of the report"
);
var reportSchema = object({
  schema: literal(2).describe("The version of this form."),
  tool: object({ name: literal("swarmline"), version: text() }),
  source,
  startedAt: moment(),
  durationMs: ms(),
  status: _enum(["pass", "fail", "inconclusive"]),
  engine: object({
    kind: _enum(["host", "vm"]),
    title: text(),
    version: text(),
    hasMesh: boolean(),
    heartbeatSeconds: number().positive().optional().describe("How often a node tells the swarm that it runs; 5 where it is not said.")
  }),
  nodes: array(
    object({
      name: text(),
      role: _enum(["manager", "worker"]),
      address: text(),
      labels: record(string(), string())
    })
  ),
  images: array(
    object({
      name: text(),
      reference: text(),
      digest: text(),
      sizeBytes: counted(),
      durationMs: ms()
    })
  ),
  standIns: array(object({ reference: text(), madeFrom: text(), digest: text() })).describe("Images under an official name that were made on the machine."),
  deploy: deploySchema.optional(),
  verify: verifySchema.optional(),
  phases: array(
    object({ title: text(), durationMs: ms(), status: _enum(["done", "failed", "cancelled"]) })
  ),
  error: text().optional(),
  engineLogs: array(object({ node: text(), lines: array(text()) })).optional(),
  attachments: array(object({ title: text(), file: fileBeside, sizeBytes: counted() })).optional()
}).describe("What a run of Swarmline found out. Names that this version does not know may be added.");
function reportJsonSchema() {
  return { title: "Swarmline report", ...toJSONSchema(reportSchema, { io: "input" }) };
}
__name(reportJsonSchema, "reportJsonSchema");
export {
  reportJsonSchema,
  reportSchema
};
