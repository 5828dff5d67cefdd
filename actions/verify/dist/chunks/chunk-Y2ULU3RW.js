import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  count,
  withinLimits
} from "./chunk-5WJ6KKDB.js";
import {
  endInWords,
  wayOut
} from "./chunk-2G2HWL7I.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/test-cases.rules.ts
function testRunOf(whole) {
  const report = withinLimits(whole);
  const { tool, source, startedAt, durationMs, deploy, verify } = report;
  const groups = [
    ...deploy ? [{ name: `deploy ${deploy.stack}`, cases: deployCases(deploy) }] : [],
    ...verify && verify.verdicts.length > 0 ? [{ name: `verify ${source.stack ?? "the stack"}`, cases: verify.verdicts.map(checkCase) }] : []
  ];
  const isSaid = groups.some(
    (group) => group.cases.some((each) => each.status === "fail" || each.status === "inconclusive")
  );
  if (report.error && !isSaid)
    groups.push({
      name: "run",
      cases: [
        {
          id: "run",
          name: "The run",
          status: "fail",
          durationMs,
          message: report.error,
          details: [report.error]
        }
      ]
    });
  return { tool, title: titleOf(source), source, startedAt, durationMs, groups };
}
__name(testRunOf, "testRunOf");
var titleOf = /* @__PURE__ */ __name(({ stack, swarm }) => [stack ?? "a run", ...swarm ? [`on ${swarm}`] : []].join(" "), "titleOf");
function checkCase(verdict) {
  const { id, kind, title, status, expected, observed, hint, hints = [], durationMs, tags } = verdict;
  const place = verdict.compose ?? verdict.suite;
  const isOpen = status === "fail" || status === "inconclusive";
  return {
    id,
    name: title,
    status,
    durationMs,
    ...status === "pass" ? {} : { message: observed || expected },
    details: [
      `expected: ${expected}`,
      `observed: ${observed}`,
      ...isOpen ? [hint, ...hints].flatMap((each) => each ? [`hint: ${each}`] : []) : []
    ],
    ...place ? { place } : {},
    tags: [kind, ...tags ?? []]
  };
}
__name(checkCase, "checkCase");
function deployCases(deploy) {
  const { stack, services, failures, durationMs, outcome } = deploy;
  const out = wayOut(deploy);
  const cases = services.map(({ name, running, wanted, outcome: own, image }) => {
    const seen = `${running} of ${count(wanted, "task")} of ${image}`;
    if (own === "converged")
      return { id: name, name: `${name} runs`, status: "pass", durationMs, details: [seen] };
    const why = failures.filter((failure) => failure.service === name);
    const place = why[0]?.place;
    return {
      id: name,
      name: `${name} runs`,
      status: "fail",
      durationMs,
      message: why[0] ? `${own}: ${why[0].error}` : `${own}: ${seen}`,
      details: [
        seen,
        ...why.flatMap(({ node, error, logLines }) => [`${node ? `${node}: ` : ""}${error}`, ...logLines]),
        ...out ? [`hint: ${out}`] : []
      ],
      ...place ? { place } : {}
    };
  });
  if (outcome === "converged" || cases.some((each) => each.status === "fail")) return cases;
  const said = `the stack ${stack} ${endInWords(deploy)}`;
  return [...cases, { id: stack, name: stack, status: "fail", durationMs, message: said, details: [said] }];
}
__name(deployCases, "deployCases");

export {
  testRunOf,
  titleOf
};
