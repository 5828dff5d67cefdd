import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/references.rules.ts
var HUB = "docker.io";
var COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
var REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
var DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var MAX_NAME_LENGTH = 255;
function parseReference(text) {
  const [beforeDigest = "", digest, ...rest] = text.split("@");
  const colon = beforeDigest.lastIndexOf(":");
  const hasTag = colon > beforeDigest.lastIndexOf("/");
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const tag = hasTag ? beforeDigest.slice(colon + 1) : void 0;
  const { domain, repository } = splitDomain(name);
  const isGood = rest.length === 0 && DOMAIN.test(domain) && REPOSITORY.test(repository) && domain.length + repository.length < MAX_NAME_LENGTH && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest));
  if (!isGood)
    throw new SwarmlineError("input", `${JSON.stringify(text)} is not an image reference`, {
      hint: "write it as [registry/]name[:tag], in lower case"
    });
  return { domain, repository, tag: tag ?? (digest ? void 0 : "latest"), digest };
}
__name(parseReference, "parseReference");
function splitDomain(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, slash);
  const isDomain = slash > 0 && (/[.:\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const domain = !isDomain || first === `index.${HUB}` ? HUB : first;
  const path = isDomain ? name.slice(slash + 1) : name;
  return { domain, repository: domain === HUB && !path.includes("/") ? `library/${path}` : path };
}
__name(splitDomain, "splitDomain");
function formatReference(reference) {
  const { domain, repository, tag, digest } = reference;
  return `${domain}/${repository}${tag ? `:${tag}` : ""}${digest ? `@${digest}` : ""}`;
}
__name(formatReference, "formatReference");
function familiarReference(reference) {
  const whole = formatReference(reference);
  const short = whole.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, "");
  return splitDomain(short.split("@")[0] ?? "").domain === reference.domain ? short : whole;
}
__name(familiarReference, "familiarReference");

export {
  HUB,
  parseReference,
  familiarReference
};
