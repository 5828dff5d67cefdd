import { randomInt } from 'node:crypto'
import { connectEngine, type EngineClient } from '../docker/client.ts'
import { lastLines } from '../docker/container-logs.ts'
import type { Effects } from '../effects/effects.ts'
import { waitFor } from '../effects/wait-for.ts'
import type { Engine } from '../engine/engine.ts'
import type { RegistryDoor } from './cluster-record.ts'
import { putFiles } from './containers.ts'
import { inParallel } from './in-parallel.ts'
import { nameOf } from './labels.rules.ts'
import { failIfStopped } from './last-words.ts'
import { UP_DEADLINE_MS, urlOf, waitUntil } from './registry-answers.ts'
import { containerOf, DOORS, openDoor, type RegistrySpec } from './registry-door.ts'
import { loginsFile, newLogin, saveLogin } from './registry-login.ts'

type RegistryEffects = Pick<Effects, 'clock' | 'signal'>

/**
 * Starts the registry's two doors over one store, and writes the login. The network must be there. A door that
 * runs already is kept; the login is new each time.
 * @throws `cluster-failed` when a door does not start, or ends; `timed-out` when it does not answer.
 */
export async function openRegistry(
  spec: RegistrySpec,
  engine: Engine,
  fx: RegistryEffects
): Promise<RegistryDoor> {
  const client = connectEngine(engine.socketPath)
  try {
    await client.json('POST', '/volumes/create', {
      body: { Name: nameOf.store(spec.cluster), Labels: spec.labels },
      signal: fx.signal
    })
    await inParallel(DOORS, fx.signal, (door, signal) => openDoor(client, spec, door, signal))
    await changeLogin(client, spec, engine, fx)
    await mirrorListens(client, containerOf(spec.cluster, 'mirror'), fx)
    return {
      reference: spec.addresses.registry,
      mirror: spec.addresses.mirror,
      dockerConfigDir: spec.dockerConfigDir
    }
  } finally {
    client.close()
  }
}

/**
 * The mirror asks nobody for a login, so it is never made to answer on this machine, not even to see whether it
 * does: its log says so.
 */
async function mirrorListens(client: EngineClient, container: string, fx: RegistryEffects): Promise<void> {
  const look = async (see: (seen: string) => void) => {
    await failIfStopped(client, container, 'the mirror', fx.signal)
    const lines = await lastLines(client, container, 50)
    see(lines.at(-1) ?? 'it has written nothing')
    return lines.some(line => line.includes('listening on')) || undefined
  }
  await waitFor('the mirror listens', look, {
    clock: fx.clock,
    deadlineMs: UP_DEADLINE_MS,
    signal: fx.signal
  })
}

/**
 * Makes a new login, which ends the old one: needed when the registry comes out of a snapshot whose login is
 * elsewhere, or in the hands of others.
 */
export async function rotateLogin(
  spec: Pick<RegistrySpec, 'cluster' | 'addresses' | 'dockerConfigDir' | 'cliPluginsExtraDirs'>,
  engine: Engine,
  fx: RegistryEffects
): Promise<void> {
  const client = connectEngine(engine.socketPath)
  try {
    await changeLogin(client, spec, engine, fx)
  } finally {
    client.close()
  }
}

type LoginSpec = Parameters<typeof rotateLogin>[0]

async function changeLogin(
  client: EngineClient,
  spec: LoginSpec,
  engine: Engine,
  fx: RegistryEffects
): Promise<void> {
  const login = newLogin()
  const container = containerOf(spec.cluster, 'push')
  // The registry reads the file again when its time is another one, and an archive knows whole seconds: two
  // changes in one second must differ too.
  const modifiedAt = new Date(fx.clock.now() + randomInt(1, 1_000_000) * 1000)
  await putFiles(client, container, [await loginsFile(login, modifiedAt)], fx.signal)
  const url = await urlOf(engine, spec.addresses.registry)
  await waitUntil('the registry takes the new login', url, login, 200, { client, container, fx })
  await waitUntil('the registry asks for a login', url, undefined, 401, { client, container, fx })
  await saveLogin(spec.dockerConfigDir, spec.addresses.registry, login, spec.cliPluginsExtraDirs)
}
