import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/labels.rules.ts
function isExpired(labels, now) {
  const createdAt = Date.parse(labels[LABEL.created] ?? "");
  const hours = /^(\d+(?:\.\d+)?)h$/.exec(labels[LABEL.ttl] ?? "")?.[1];
  if (Number.isNaN(createdAt) || hours === void 0) return false;
  return now > createdAt + Number(hours) * 36e5;
}
__name(isExpired, "isExpired");
function ownFilter(cluster, more = {}) {
  return JSON.stringify({ label: [cluster ? `${LABEL.cluster}=${cluster}` : LABEL.cluster], ...more });
}
__name(ownFilter, "ownFilter");
var nameOf = {
  network: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}`, "network"),
  node: /* @__PURE__ */ __name((cluster, node) => `swarmline-${cluster}-${node}`, "node"),
  registry: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-registry`, "registry"),
  mirror: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-mirror`, "mirror"),
  store: /* @__PURE__ */ __name((cluster) => `swarmline-${cluster}-store`, "store")
};

export {
  isExpired,
  ownFilter,
  nameOf
};
