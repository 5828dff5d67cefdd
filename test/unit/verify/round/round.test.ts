import { expect, test } from '@jest/globals'
import { measureRound } from '../../../../src/verify/round/round.ts'
import type { NodeAnswers } from '../../../../src/verify/verdict.ts'
import type { World } from '../../../../src/verify/world.ts'
import { listen, respond, workloadText } from '../test-server.ts'

test('a round that is measured once more is shown in the place of the former', async () => {
  let visits = 0
  const server = await listen((_n, socket) => respond(socket, workloadText('aaa', ++visits)))
  const shown = new Map<string, readonly NodeAnswers[]>()
  const world = {
    stack: 's',
    hasMesh: true,
    manager: { json: async () => [] },
    nodes: [{ id: 'n', name: 'n', engine: undefined }],
    endpointOf: async () => ({ host: '127.0.0.1', port: server.port }),
    share: (_key: string, work: (shared: World) => unknown) => work(world),
    turns: { alone: (work: () => unknown) => work() },
    unsettled: { count: () => 0, add: () => undefined },
    showAnswers: (round: string, answers: readonly NodeAnswers[]) => void shown.set(round, answers),
    signal: new AbortController().signal,
    log: { step: (_title: string, work: (update: () => void) => unknown) => work(() => undefined) }
  } as unknown as World
  try {
    const asked = { service: 'web', port: 80, requests: 3 }
    await measureRound(asked, world)
    await measureRound(asked, world)
    await measureRound({ ...asked, requests: 2 }, world)
    expect([...shown.values()].map(([answers]) => answers?.requests)).toEqual([3, 2])
  } finally {
    await server.close()
  }
})
