import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  openTlsForwarder,
  parseTcpHost
} from "./chunk-4ZLXSC6E.js";
import "./chunk-CPD4XT6M.js";
import "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/tls-engine.ts
import path from "node:path";
async function openTlsEngine({ dockerHost, certDir }, folder) {
  const socketPath = path.join(folder, "docker.sock");
  const { close } = await openTlsForwarder(parseTcpHost(dockerHost, certDir), socketPath);
  return { socketPath, close };
}
__name(openTlsEngine, "openTlsEngine");
export {
  openTlsEngine
};
