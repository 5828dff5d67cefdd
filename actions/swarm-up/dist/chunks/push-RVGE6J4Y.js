import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  explainPush,
  runDocker
} from "./chunk-W7U5D3PV.js";
import {
  servedDigest
} from "./chunk-ZKMDFCLT.js";
import "./chunk-NKGHEMV6.js";
import "./chunk-AZ5V2MOF.js";
import {
  parseReference
} from "./chunk-IHAFRL7X.js";
import "./chunk-XJCL7SNI.js";
import "./chunk-SLOVN27F.js";
import {
  connectEngine
} from "./chunk-YZPDMEQO.js";
import {
  SwarmlineError
} from "./chunk-R2JIAELI.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/images/push.ts
async function pushImage(spec, fx) {
  const startedAt = fx.clock.now();
  const [reference] = spec.image.tags;
  if (!reference) throw new SwarmlineError("input", `${spec.name} has no tag to push`);
  await fx.log.step(`Push ${spec.name}`, async (update) => {
    for (const tag of spec.image.tags) await pushTag(spec, tag, fx, update);
  });
  const client = connectEngine(spec.socketPath);
  try {
    const digest = await digestOf(client, spec.docker, reference, fx);
    const durationMs = spec.image.durationMs + fx.clock.now() - startedAt;
    return { name: spec.name, reference, digest, sizeBytes: spec.image.sizeBytes, durationMs };
  } finally {
    client.close();
  }
}
__name(pushImage, "pushImage");
async function pushTag({ docker, socketPath }, tag, fx, update) {
  const result = await runDocker(fx.exec, docker, socketPath, ["push", tag], {
    signal: fx.signal,
    isChecked: false,
    onLine: /* @__PURE__ */ __name((line) => update(line.trim().slice(0, 100)), "onLine")
  });
  if (result.exitCode !== 0) throw explainPush(tag, result.stderr.trim() || result.stdout);
}
__name(pushTag, "pushTag");
async function digestOf(client, docker, reference, fx) {
  const image = await client.json("GET", `/images/${reference}/json`, {
    signal: fx.signal
  });
  const recorded = digestsOf(image.RepoDigests ?? [], reference);
  const served = await servedDigest(client, docker.configDir, reference, fx);
  if (served === void 0) {
    const last = recorded.at(-1);
    if (last) return last;
    throw new SwarmlineError("push-failed", `the engine has no digest for ${reference}`, {
      hint: "push it again"
    });
  }
  if (recorded.length > 0 && !recorded.includes(served))
    throw new SwarmlineError("push-failed", `the registry serves another ${reference} than the one pushed`, {
      hint: "somebody else pushed the same tag at the same time: use a separate tag for every run"
    });
  return served;
}
__name(digestOf, "digestOf");
function digestsOf(repoDigests, reference) {
  const { domain, repository } = parseReference(reference);
  return repoDigests.flatMap((entry) => {
    const known = parseReference(entry);
    return known.digest && known.domain === domain && known.repository === repository ? [known.digest] : [];
  });
}
__name(digestsOf, "digestsOf");
export {
  digestsOf,
  pushImage
};
