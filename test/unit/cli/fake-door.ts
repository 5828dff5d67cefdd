// A door whose screens remember what was written, whose signals a test sends, and whose use cases a test gives.

import type { Door, Screen, SignalName } from '../../../src/cli/door.ts'
import type { UseCases } from '../../../src/cli/use-cases.ts'
import type { DindCluster } from '../../../src/cluster/cluster-record.ts'

export type FakeScreen = Screen & { text(): string }
export type FakeDoor = Door & {
  stdout: FakeScreen
  stderr: FakeScreen
  send(name: SignalName): void
  exits: number[]
}

export function fakeScreen(properties: Partial<Screen> = {}): FakeScreen {
  let text = ''
  return {
    write: (chunk: string | Uint8Array) => {
      text += chunk
      return true
    },
    text: () => text,
    ...properties
  }
}

export function fakeDoor(useCases: Partial<UseCases> = {}, given: Partial<Door> = {}): FakeDoor {
  const listeners = new Set<(name: SignalName) => void>()
  const exits: number[] = []
  const refuse = (name: string) => () => Promise.reject(new Error(`${name} was not expected`))
  return {
    env: {},
    cwd: '/project',
    ownFolder: '/opt/swarmline',
    user: 'somebody',
    home: { cacheDir: '/home/somebody/.cache/swarmline', stateDir: '/home/somebody/.local/state/swarmline' },
    openHome: () => {},
    onSignal: listen => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    exitNow: code => exits.push(code),
    useCases: new Proxy(useCases as UseCases, {
      get: (target, name: keyof UseCases) => target[name] ?? refuse(name)
    }),
    ...given,
    stdout: fakeScreen(given.stdout),
    stderr: fakeScreen(given.stderr),
    exits,
    send: name => {
      for (const listen of [...listeners]) listen(name)
    }
  }
}

export function sampleCluster(changes: Partial<DindCluster> = {}): DindCluster {
  const node = (name: string, role: 'manager' | 'worker', last: number, labels = {}) => ({
    name,
    role,
    address: `10.79.0.${last}`,
    socketPath: `/run/${name}.sock`,
    labels,
    id: `id-${name}`
  })
  return {
    schema: 1,
    name: 'swarmline',
    provider: 'dind',
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2026-01-02T00:00:00.000Z',
    engine: {
      kind: 'vm',
      runDir: '/run',
      pid: 1,
      pidStart: '1',
      acceleration: 'tcg',
      suite: 'trixie',
      isOwned: true
    },
    engineTitle: 'Docker Engine 26.1.5 in a VM (TCG)',
    hasMesh: true,
    nodes: [
      node('manager1', 'manager', 11),
      node('worker1', 'worker', 12, { data: 'persistent' }),
      node('worker2', 'worker', 13)
    ],
    registry: { reference: '10.79.0.5:5000', mirror: '10.79.0.5:5001', dockerConfigDir: '/run/docker' },
    standIns: [],
    ...changes
  }
}
