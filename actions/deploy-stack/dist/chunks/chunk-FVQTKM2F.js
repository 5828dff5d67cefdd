import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError,
  isDiskFull
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/build-errors.rules.ts
function missingBase(lines) {
  for (const line of lines) {
    const [, base2] = /^\s*> \[.*internal\] load metadata for (\S+?):?$/.exec(line) ?? [];
    if (base2) return base2.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, "");
  }
  const step = lines.findLastIndex((line) => /^Step \d+\/\d+ : /.test(line));
  const [, base] = /^Step \d+\/\d+ : FROM (?:--\S+ )*(\S+)/i.exec(lines[step] ?? "") ?? [];
  return lines.slice(step).some((line) => line.startsWith(" ---> ")) ? void 0 : base;
}
__name(missingBase, "missingBase");
var REASON = /connection refused|no such host|i\/o timeout|no route to host|pull access denied|manifest unknown|unauthorized|no basic auth credentials|certificate [a-z ]+|not found/i;
function explainBuild(name, lines) {
  const text = lines.join("\n");
  if (isDiskFull(text))
    return new SwarmlineError("disk-full", `building ${name}: no space left on the engine's disk`, {
      hint: "free some space: docker system prune"
    });
  const base = missingBase(lines);
  if (base !== void 0) {
    const reason = REASON.exec(text)?.[0];
    return new SwarmlineError(
      "build-failed",
      `building ${name}: the base image ${base} is not available${reason ? ` (${reason})` : ""}`,
      { hint: "check its name in the Dockerfile, log in to its registry, or put it into the engine's mirror" }
    );
  }
  if (/cannot connect to the docker daemon|error during connect/i.test(text))
    return new SwarmlineError("engine-lost", `building ${name}: the engine does not answer`, {
      hint: "see whether it still runs: swarmline ls"
    });
  if (/is not a docker command|unknown (?:shorthand )?flag/i.test(text) || /spawn \S*docker-buildx/.test(text))
    return new SwarmlineError("missing-tool", `building ${name}: there is no buildx`, {
      hint: "install it: apt-get install docker-buildx"
    });
  const place = lines.findLast((line) => /^\S+:\d+$/.test(line));
  const where = place === void 0 ? "" : ` (${place})`;
  return new SwarmlineError("build-failed", `building ${name}: ${lastTelling(lines)}${where}`, {
    hint: "the last lines of the build are above"
  });
}
__name(explainBuild, "explainBuild");
var TELLING = /error|fail|returned a non-zero code|not found|denied|unknown/i;
function lastTelling(lines) {
  const written = lines.map((line) => line.trim()).filter((line) => line !== "");
  return (written.findLast((line) => TELLING.test(line)) ?? written.at(-1) ?? "it failed without an error message").slice(0, 300);
}
__name(lastTelling, "lastTelling");
function explainPush(reference, said, attempts = 1) {
  const line = said.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
  const hint = /denied|unauthorized|authentication required|no basic auth/i.test(said) ? "log in first: docker login, or give the registry login to the action" : /server gave HTTP response to HTTPS client/i.test(said) ? "the registry speaks plain HTTP: the engine needs it in insecure-registries" : /connection refused|no such host|i\/o timeout|no route to host/i.test(said) ? "see whether the registry runs, and whether the engine reaches it" : isDiskFull(said) ? "free some space on the registry's disk" : /too ?many ?requests|rate limit|\b429\b/i.test(said) ? "the registry limits how often it is asked: log in, or push again later" : "push it by hand to see more: docker push";
  return new SwarmlineError(
    "push-failed",
    `pushing ${reference}${attempts > 1 ? ` (${attempts} attempts)` : ""}: ${line || "it failed without an error message"}`,
    {
      hint
    }
  );
}
__name(explainPush, "explainPush");

export {
  explainBuild,
  explainPush
};
