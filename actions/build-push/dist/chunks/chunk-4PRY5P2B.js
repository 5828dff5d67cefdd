import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/origin.rules.ts
function originOf(env, event = {}) {
  const environment = environmentOf(env);
  const server = webAddress(env.GITHUB_SERVER_URL) ?? "";
  const repository = matching(env.GITHUB_REPOSITORY, /^[\w.-]{1,100}\/[\w.-]{1,100}$/);
  if (env.GITHUB_ACTIONS !== "true" || !server || !repository) return { ...environment && { environment } };
  const home = `${server.replace(/\/+$/, "")}/${repository}`;
  const pullRequest = event.pull_request;
  const number = Number.isInteger(pullRequest?.number) ? Number(pullRequest?.number) : void 0;
  const sha = matching(pullRequest?.head?.sha ?? env.GITHUB_SHA, /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
  const ref = matching(pullRequest?.head?.ref ?? env.GITHUB_REF_NAME, /^[^\p{Cc}]{1,255}$/u);
  const run = matching(env.GITHUB_RUN_ID, /^\d{1,20}$/);
  const attempt = Number(matching(env.GITHUB_RUN_ATTEMPT, /^\d{1,6}$/) ?? 1);
  return {
    repository: { name: repository, url: home },
    ...sha && { commit: { sha, ...ref && { ref }, url: `${home}/commit/${sha}` } },
    ...run && {
      run: { title: runTitle(env), url: `${home}/actions/runs/${run}/attempts/${attempt}`, attempt }
    },
    ...number && { pullRequest: { number, url: `${home}/pull/${number}` } },
    ...environment && { environment },
    ...env.GITHUB_ACTOR && { actor: env.GITHUB_ACTOR }
  };
}
__name(originOf, "originOf");
function runTitle({ GITHUB_WORKFLOW, GITHUB_RUN_NUMBER, GITHUB_JOB }) {
  const number = GITHUB_RUN_NUMBER ? ` #${GITHUB_RUN_NUMBER}` : "";
  return `${GITHUB_WORKFLOW || "Run"}${number}${GITHUB_JOB ? `, ${GITHUB_JOB}` : ""}`;
}
__name(runTitle, "runTitle");
function environmentOf(env) {
  const name = env.SWARMLINE_ENVIRONMENT;
  if (!name) return void 0;
  const url = webAddress(env.SWARMLINE_ENVIRONMENT_URL);
  return { name, ...url && { url } };
}
__name(environmentOf, "environmentOf");
function matching(value, pattern) {
  return typeof value === "string" && pattern.test(value) ? value : void 0;
}
__name(matching, "matching");
function webAddress(text) {
  if (!text || text.length > 2e3 || !URL.canParse(text)) return void 0;
  const { protocol, username, password, href } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && !username && !password ? href : void 0;
}
__name(webAddress, "webAddress");

export {
  originOf,
  webAddress
};
