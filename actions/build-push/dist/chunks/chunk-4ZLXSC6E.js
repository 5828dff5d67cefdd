import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  checkSocketPath
} from "./chunk-CPD4XT6M.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/tls-forwarder.ts
import { chmod, mkdir, readFile, rm } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import tls from "node:tls";
var HANDSHAKE_MS = 3e4;
async function openTlsForwarder(target, socketPath) {
  const secureContext = await readCertificates(target.certDir);
  const folder = path.dirname(checkSocketPath(socketPath));
  await mkdir(folder, { recursive: true, mode: 448 });
  await chmod(folder, 448);
  await rm(socketPath, { force: true });
  const open = /* @__PURE__ */ new Set();
  const server = net.createServer({ allowHalfOpen: true }, (local) => {
    const remote = tls.connect({
      host: target.host,
      port: target.port,
      ...net.isIP(target.host) ? {} : { servername: target.host },
      secureContext,
      minVersion: "TLSv1.2",
      rejectUnauthorized: true,
      allowHalfOpen: true,
      ALPNProtocols: ["http/1.1"]
    });
    remote.setTimeout(HANDSHAKE_MS, () => remote.destroy(new Error("no TLS connection in time")));
    remote.once("secureConnect", () => remote.setTimeout(0));
    for (const [one, other] of [
      [local, remote],
      [remote, local]
    ]) {
      open.add(one);
      one.on("error", (error) => other.destroy(error));
      one.on("close", () => {
        open.delete(one);
        if (!other.writableEnded) other.end();
      });
      one.pipe(other);
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  await chmod(socketPath, 384);
  server.unref();
  return {
    close: /* @__PURE__ */ __name(async () => {
      for (const socket of open) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      await rm(socketPath, { force: true });
    }, "close")
  };
}
__name(openTlsForwarder, "openTlsForwarder");
async function checkTls(target) {
  const secureContext = await readCertificates(target.certDir);
  const where = `${target.host}:${target.port}`;
  await new Promise((resolve, reject) => {
    const socket = tls.connect({
      host: target.host,
      port: target.port,
      ...net.isIP(target.host) ? {} : { servername: target.host },
      secureContext,
      minVersion: "TLSv1.2"
    });
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy(new Error("it does not answer")));
    socket.once("secureConnect", () => {
      socket.destroy();
      resolve();
    });
    socket.once(
      "error",
      (cause) => reject(
        new SwarmlineError("no-engine", `no TLS connection to ${where}: ${cause.message}`, {
          hint: "check that ca.pem signed the certificate of the engine, and that it names this host",
          cause
        })
      )
    );
  });
}
__name(checkTls, "checkTls");
var FILES = ["ca.pem", "cert.pem", "key.pem"];
async function readCertificates(certDir) {
  const [ca, cert, key] = await readPems(certDir);
  try {
    return tls.createSecureContext({ ca, cert, key, minVersion: "TLSv1.2" });
  } catch (cause) {
    throw new SwarmlineError(
      "input",
      `the certificates in ${certDir} cannot be used: ${cause.message}`,
      {
        hint: "cert.pem and key.pem must belong together, in the PEM format",
        cause
      }
    );
  }
}
__name(readCertificates, "readCertificates");
async function readPems(certDir) {
  const found = await Promise.all(
    FILES.map(async (name) => {
      try {
        return { name, pem: await readFile(path.join(certDir, name)) };
      } catch (cause) {
        return { name, cause, isMissing: cause.code === "ENOENT" };
      }
    })
  );
  const faults = found.flatMap(
    ({ name, cause, isMissing }) => cause === void 0 ? [] : [{ cause, what: isMissing ? `there is no ${name}` : `${name} cannot be read` }]
  );
  if (faults.length === 0) return found.map(({ pem }) => pem);
  throw new SwarmlineError(
    "input",
    `the certificates for tcp:// are not in ${certDir}: ${faults.map(({ what }) => what).join(", ")}`,
    {
      hint: `put ${FILES.join(", ")} there, or name their folder by DOCKER_CERT_PATH; docker's own default, with DOCKER_TLS_VERIFY, is ~/.docker`,
      cause: faults[0]?.cause
    }
  );
}
__name(readPems, "readPems");

// src/engine/tcp-target.rules.ts
var DEFAULT_TLS_PORT = 2376;
function parseTcpHost(dockerHost, certDir) {
  const hint = "set DOCKER_TLS_VERIFY=1, with ca.pem, cert.pem and key.pem in ~/.docker or in the folder of DOCKER_CERT_PATH, or use ssh://user@host, which needs no open port";
  if (!certDir)
    throw new SwarmlineError(
      "input",
      `${dockerHost} is not used without TLS verification: whoever reaches such a port owns the machine`,
      { hint }
    );
  const refuse = /* @__PURE__ */ __name((why) => new SwarmlineError("input", `DOCKER_HOST: ${why}`, { hint: "write it as tcp://host[:port]" }), "refuse");
  let url;
  try {
    url = new URL(dockerHost);
  } catch (cause) {
    throw new SwarmlineError("input", "DOCKER_HOST is not an address", {
      hint: "write it as tcp://host[:port]",
      cause
    });
  }
  if (url.protocol !== "tcp:") throw refuse(`${url.protocol}// is not tcp://`);
  if (url.username || url.password) throw refuse("it must not contain a user or a password");
  if (url.pathname && url.pathname !== "/" || url.search || url.hash)
    throw refuse("nothing may follow host and port");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!/^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/.test(host)) throw refuse("the host is missing or not a host name");
  return { host, port: url.port ? Number(url.port) : DEFAULT_TLS_PORT, certDir };
}
__name(parseTcpHost, "parseTcpHost");

export {
  openTlsForwarder,
  checkTls,
  parseTcpHost
};
