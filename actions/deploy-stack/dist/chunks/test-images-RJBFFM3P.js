import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forCleanup
} from "./chunk-QZS52BYD.js";
import {
  runPlugin
} from "./chunk-5XKDYEV4.js";
import "./chunk-VDL5BWLT.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/test-images.ts
import { randomBytes } from "node:crypto";

// src/images/test-verdict.rules.ts
var TESTER = "sut";
var imageVariable = /* @__PURE__ */ __name((name) => `IMAGE_${name.replace(/[^a-z0-9]/gi, "_").toUpperCase()}`, "imageVariable");
function containersOf(said) {
  const text = said.trim();
  const all = text.startsWith("[") ? JSON.parse(text) : text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return all.map((each) => {
    const { Service, State, ExitCode, Health } = each;
    return {
      service: String(Service ?? ""),
      state: String(State ?? ""),
      exitCode: Number(ExitCode ?? 0),
      health: String(Health ?? "")
    };
  });
}
__name(containersOf, "containersOf");
function failuresOf(containers) {
  const failed = containers.flatMap(({ service, state, exitCode, health }) => {
    if (state === "exited" && exitCode !== 0) return [{ service, exitCode, what: `exited with ${exitCode}` }];
    return health === "unhealthy" ? [{ service, exitCode, what: "is unhealthy" }] : [];
  });
  const tester = failed.filter(({ service }) => service === TESTER);
  const others = failed.filter(
    ({ service, exitCode }) => service !== TESTER && !(tester.length > 0 && (exitCode === 137 || exitCode === 143))
  );
  return [...tester, ...others].map(({ service, what }) => ({ service, what }));
}
__name(failuresOf, "failuresOf");

// src/images/test-images.ts
var LONGEST_MS = 15 * 6e4;
var LINES_SHOWN = 20;
async function testImages(test, fx) {
  const project = `swarmline-test-${randomBytes(4).toString("hex")}`;
  const env = Object.fromEntries(test.images.map(({ name, tags }) => [imageVariable(name), tags[0]]));
  const compose = /* @__PURE__ */ __name((args, within = fx, timeoutMs = 6e4) => runPlugin(
    within.exec,
    test.docker,
    test.socketPath,
    "compose",
    ["--env-file", "/dev/null", "--ansi", "never", "-p", project, "-f", test.file, ...args],
    { env, signal: within.signal, isChecked: false, timeoutMs }
  ), "compose");
  await fx.log.step("Test the images", async () => {
    const { stdout, stderr, exitCode } = await compose(["config", "--services"]);
    if (exitCode !== 0)
      throw new SwarmlineError("input", `${test.file}: ${lastLine(stderr)}`, {
        hint: "correct the test file"
      });
    const how = stdout.split("\n").includes(TESTER) ? ["--exit-code-from", TESTER] : ["--detach", "--wait"];
    try {
      const ran = await compose(["up", "--no-build", ...how], fx, LONGEST_MS);
      if (ran.exitCode !== 0) throw await explain(test.file, ran, compose, fx);
    } finally {
      await compose(["down", "--volumes", "--remove-orphans", "--timeout", "5"], forCleanup(fx));
    }
  });
}
__name(testImages, "testImages");
async function explain(file, ran, compose, fx) {
  const failures = failuresOf(containersOf((await compose(["ps", "--all", "--format", "json"])).stdout));
  for (const { service } of failures) {
    const { stdout } = await compose(["logs", "--no-color", "--tail", String(LINES_SHOWN), service]);
    for (const line of stdout.split("\n").filter(Boolean)) fx.log.info(line);
  }
  const what = failures.map((each) => `${each.service} ${each.what}`).join(", ") || lastLine(ran.stderr);
  return new SwarmlineError("verify-failed", `the test ${file} failed: ${what}; nothing was pushed`, {
    hint: failures.length > 0 ? "the last lines of its containers are above" : "run it by hand: docker compose up"
  });
}
__name(explain, "explain");
var lastLine = /* @__PURE__ */ __name((said) => (said.trim().split("\n").at(-1) ?? "").slice(0, 300) || "docker compose failed without an error message", "lastLine");
export {
  testImages
};
