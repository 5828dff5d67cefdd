import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/digest.rules.ts
import { createHash } from "node:crypto";
var LENGTHS = { sha256: 64, sha512: 128 };
function isDigest(text) {
  if (typeof text !== "string") return false;
  const colon = text.indexOf(":");
  const length = Object.hasOwn(LENGTHS, text.slice(0, colon)) && LENGTHS[text.slice(0, colon)];
  return text.length - colon - 1 === length && /^[0-9a-f]+$/.test(text.slice(colon + 1));
}
__name(isDigest, "isDigest");
function digesting(digest) {
  const algorithm = digest.slice(0, digest.indexOf(":"));
  const hash = createHash(algorithm);
  return {
    update: /* @__PURE__ */ __name((bytes) => void hash.update(bytes), "update"),
    isRight: /* @__PURE__ */ __name(() => isDigest(digest) && `${algorithm}:${hash.digest("hex")}` === digest, "isRight")
  };
}
__name(digesting, "digesting");
function isDigestOf(digest, bytes) {
  if (!isDigest(digest)) return false;
  const hash = digesting(digest);
  hash.update(bytes);
  return hash.isRight();
}
__name(isDigestOf, "isDigestOf");

export {
  isDigest,
  digesting,
  isDigestOf
};
