import { chmod, mkdir, readFile, rm } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import tls from 'node:tls'
import { SwarmlineError } from '../errors.ts'
import { checkSocketPath } from './socket-path.rules.ts'

export type TlsTarget = { host: string; port: number; certDir: string }
export type TlsForwarder = {
  /** Ends it with every connection. Idempotent. */
  close(): Promise<void>
}

/** How long a connection may take until both sides have shown their certificates. */
const HANDSHAKE_MS = 30_000

/**
 * Makes an engine behind TLS answer at a unix socket of ours, as long as this process lives: nothing else needs to
 * know about certificates, the docker client least of all. The engine's certificate must be signed by `ca.pem` and
 * name the host; ours is `cert.pem`.
 *
 * @param socketPath in a folder that is made, or is, with mode 0700
 * @throws `input` when files are missing (all that are, at once), cannot be read or are no certificates
 */
export async function openTlsForwarder(target: TlsTarget, socketPath: string): Promise<TlsForwarder> {
  const secureContext = await readCertificates(target.certDir)
  const folder = path.dirname(checkSocketPath(socketPath))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await rm(socketPath, { force: true })
  const open = new Set<net.Socket>()
  // Attached streams (logs, exec) close one direction first: the other one goes on.
  const server = net.createServer({ allowHalfOpen: true }, local => {
    const remote = tls.connect({
      host: target.host,
      port: target.port,
      ...(net.isIP(target.host) ? {} : { servername: target.host }),
      secureContext,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      allowHalfOpen: true,
      ALPNProtocols: ['http/1.1']
    } as tls.ConnectionOptions)
    remote.setTimeout(HANDSHAKE_MS, () => remote.destroy(new Error('no TLS connection in time')))
    remote.once('secureConnect', () => remote.setTimeout(0))
    for (const [one, other] of [
      [local, remote],
      [remote, local]
    ] as const) {
      open.add(one)
      one.on('error', error => other.destroy(error))
      one.on('close', () => {
        open.delete(one)
        if (!other.writableEnded) other.end()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socketPath, resolve)
  })
  await chmod(socketPath, 0o600)
  server.unref()
  return {
    close: async () => {
      for (const socket of open) socket.destroy()
      if (server.listening) await new Promise(resolve => server.close(resolve))
      await rm(socketPath, { force: true })
    }
  }
}

/** @throws `no-engine` in the words of TLS, when the engine's certificate does not hold or ours is refused */
export async function checkTls(target: TlsTarget): Promise<void> {
  const secureContext = await readCertificates(target.certDir)
  const where = `${target.host}:${target.port}`
  await new Promise<void>((resolve, reject) => {
    const socket = tls.connect({
      host: target.host,
      port: target.port,
      ...(net.isIP(target.host) ? {} : { servername: target.host }),
      secureContext,
      minVersion: 'TLSv1.2'
    })
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy(new Error('it does not answer')))
    socket.once('secureConnect', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', cause =>
      reject(
        new SwarmlineError('no-engine', `no TLS connection to ${where}: ${cause.message}`, {
          hint: 'check that ca.pem signed the certificate of the engine, and that it names this host',
          cause
        })
      )
    )
  })
}

const FILES = ['ca.pem', 'cert.pem', 'key.pem'] as const

async function readCertificates(certDir: string): Promise<tls.SecureContext> {
  const [ca, cert, key] = await readPems(certDir)
  try {
    return tls.createSecureContext({ ca, cert, key, minVersion: 'TLSv1.2' })
  } catch (cause) {
    throw new SwarmlineError(
      'input',
      `the certificates in ${certDir} cannot be used: ${(cause as Error).message}`,
      {
        hint: 'cert.pem and key.pem must belong together, in the PEM format',
        cause
      }
    )
  }
}

/** The three files, or everything that is wrong with them at once. */
async function readPems(certDir: string): Promise<(Buffer | undefined)[]> {
  const found = await Promise.all(
    FILES.map(async name => {
      try {
        return { name, pem: await readFile(path.join(certDir, name)) }
      } catch (cause) {
        return { name, cause, isMissing: (cause as { code?: string }).code === 'ENOENT' }
      }
    })
  )
  const faults = found.flatMap(({ name, cause, isMissing }) =>
    cause === undefined ? [] : [{ cause, what: isMissing ? `there is no ${name}` : `${name} cannot be read` }]
  )
  if (faults.length === 0) return found.map(({ pem }) => pem)
  throw new SwarmlineError(
    'input',
    `the certificates for tcp:// are not in ${certDir}: ${faults.map(({ what }) => what).join(', ')}`,
    {
      hint: `put ${FILES.join(', ')} there, or name their folder by DOCKER_CERT_PATH; docker's own default, with DOCKER_TLS_VERIFY, is ~/.docker`,
      cause: faults[0]?.cause
    }
  )
}
