import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/vm/network.rules.ts
var VM_NETWORK = {
  prefix: "10.79.0",
  subnet: "10.79.0.0/24",
  /** QEMU's own: the gateway that leads nowhere (restrict=on), and the resolver. */
  gateway: "10.79.0.1",
  resolver: "10.79.0.3",
  /** The VM: the gateway of its containers. */
  vm: "10.79.0.2",
  /** Where this machine reaches `10.79.0.N`: `127.77.0.N`. Loopback, so nobody else does. */
  hostPrefix: "127.77.0"
};
function loopbackOf(address) {
  const [, last] = /^10\.79\.0\.(\d{1,3})$/.exec(address) ?? [];
  const host = Number(last);
  return last !== void 0 && host >= 2 && host <= 254 && host !== 3 ? `${VM_NETWORK.hostPrefix}.${host}` : void 0;
}
__name(loopbackOf, "loopbackOf");

export {
  VM_NETWORK,
  loopbackOf
};
