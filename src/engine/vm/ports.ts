import { createServer } from 'node:net'
import { SwarmlineError } from '../../errors.ts'
import type { Endpoint } from '../engine-state.ts'
import { type Qmp, withQmp } from '../qmp.ts'
import { loopbackOf } from './network.rules.ts'
import { parseForwards } from './usernet.rules.ts'

/**
 * Makes `address:port` of the VM's network answer on this machine, at the loopback address that stands for it and
 * the same port. Idempotent.
 *
 * @throws `port-taken` when another program listens there, or this user may not; `input` on a foreign address
 */
export async function openVmPort(qmpPath: string, address: string, port: number): Promise<Endpoint> {
  const host = loopbackOf(address)
  if (!host) throw new SwarmlineError('input', `${address} is no address of the VM's network`)
  return withQmp(qmpPath, async qmp => {
    if (!(await isForwarded(qmp, host, port))) {
      await requireFree(host, port)
      const refusal = await qmp.human(`hostfwd_add net tcp:${host}:${port}-${address}:${port}`)
      if (refusal) throw new SwarmlineError('port-taken', `${host}:${port} cannot be opened: ${refusal}`)
    }
    return { host, port }
  })
}

async function isForwarded(qmp: Qmp, host: string, port: number): Promise<boolean> {
  return parseForwards(await qmp.human('info usernet')).some(f => f.host === host && f.port === port)
}

/** QEMU only says that it could not; the kernel says why. */
function requireFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, host, port)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })
}

function refused(error: NodeJS.ErrnoException, host: string, port: number): SwarmlineError {
  if (error.code === 'EACCES')
    return new SwarmlineError('port-taken', `this user cannot listen at ${host}:${port}`, {
      hint: `publish another port, or allow it: sysctl net.ipv4.ip_unprivileged_port_start=${port}`,
      cause: error
    })
  if (error.code === 'EADDRINUSE')
    return new SwarmlineError('port-taken', `another program listens at ${host}:${port}`, {
      hint: 'stop it (or another swarm: swarmline ls), or publish another port',
      cause: error
    })
  return new SwarmlineError('port-taken', `${host}:${port} cannot be opened: ${error.message}`, {
    cause: error
  })
}
