// A watch of a swarm that is a function of time, on a clock whose sleeps take none.
import type { ApiNode, ApiService, ApiTask } from '../../../src/docker/types.ts'
import { watchStack } from '../../../src/rollout/watch.ts'
import { answered, type FakeEngine, fakeClock, fakeEffects, fakeEngine } from '../../support/fake-engine.ts'
import { aNode } from '../../support/swarm-builders.ts'

export const START = Date.parse('2026-01-01T12:00:00Z')

export type World = { services: ApiService[]; tasks: ApiTask[]; current?: ApiTask[]; nodes?: ApiNode[] }

/** The swarm as it is `seconds` after the watch began. */
export function swarm(
  world: (seconds: number) => World,
  logs = ''
): { engine: FakeEngine; fx: ReturnType<typeof fakeEffects> } {
  const clock = fakeClock()
  const engine = fakeEngine(({ path, filters }) => {
    const now = world((clock.now() - START) / 1000)
    if (path === '/services') return now.services
    if (path === '/tasks') return filters['_up-to-date'] ? (now.current ?? now.tasks) : now.tasks
    if (path === '/nodes') return now.nodes ?? [aNode('n1'), aNode('n2')]
    if (path.endsWith('/logs')) return framed(logs)
    throw answered(404, `no ${path}`)
  })
  return { engine, fx: fakeEffects({ clock }) }
}

function framed(text: string): Buffer {
  const body = Buffer.from(text)
  const header = Buffer.from([2, 0, 0, 0, 0, 0, 0, 0])
  header.writeUInt32BE(body.length, 4)
  return Buffer.concat([header, body])
}

export const watch = (
  { engine, fx }: ReturnType<typeof swarm>,
  more: Partial<Parameters<typeof watchStack>[0]> = {}
) => watchStack({ client: engine, stack: 's', timeoutMs: 60_000, ...more }, fx)
