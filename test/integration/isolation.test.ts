import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '../../src/effects/wait-for.ts'
import { gatherDns } from '../../src/verify/kinds/dns/gather.ts'
import { judgeDns } from '../../src/verify/kinds/dns/judge.ts'
import { parseEdgeRule } from '../../src/verify/kinds/isolation/edges.rules.ts'
import { gatherIsolation, type IsolationRequest } from '../../src/verify/kinds/isolation/gather.ts'
import { judgeIsolation } from '../../src/verify/kinds/isolation/judge.ts'
import { matrixOf } from '../../src/verify/kinds/isolation/matrix.rules.ts'
import { isolationTable } from '../../src/verify/kinds/isolation/table.rules.ts'
import { gatherTcp } from '../../src/verify/kinds/tcp/gather.ts'
import { judgeTcp } from '../../src/verify/kinds/tcp/judge.ts'
import type { MeshSlice } from '../../src/verify/networks/read-world.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { type ListeningStack, startListeningStack, whyNoListener } from '../support/listening-stack.ts'
import { describeIf } from '../support/requires.ts'
import { realEffects, type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'
import { whyNoEcho } from '../support/udp-echo.ts'

const reason = whyNoDockerd() ?? whyNoListener

describeIf(reason === undefined, reason ?? '', 'isolation on a real engine', () => {
  const fx = realEffects()
  let swarm: SwarmOfOne
  let stack: ListeningStack
  let slice: MeshSlice
  beforeAll(async () => {
    swarm = await startSwarmOfOne([])
    stack = await startListeningStack(swarm.client, 'shop', ['front', 'back', 'watch'])
    await stack.add({
      web: { networks: ['front'], replicas: 2, udp: 'echo' },
      api: { networks: ['front', 'back'] },
      db: { networks: ['back'], udp: 'echo' },
      eye: { networks: ['watch'], udp: 'mute' }
    })
    const [node] = await swarm.client.json<{ ID: string }[]>('GET', '/nodes')
    slice = {
      stack: 'shop',
      manager: swarm.client,
      nodes: [{ id: node?.ID ?? '', name: 'one', address: '127.0.0.1', engine: swarm.client }],
      // This kernel may have no IPVS, so virtual addresses stay out of it.
      hasMesh: false,
      clock: fx.clock,
      signal: fx.signal
    }
  })
  afterAll(async () => {
    await stack?.remove()
    await swarm?.stop()
  })

  const gather = (request: Partial<IsolationRequest> = {}) =>
    gatherIsolation(slice, { rules: { must: [], mustNot: [] }, settleMs: 500, ...request })
  const left = async () => {
    const containers = await swarm.client.json<{ Names: string[] }[]>('GET', '/containers/json', {
      query: { all: true }
    })
    const images = await swarm.client.json<{ RepoTags: string[] | null }[]>('GET', '/images/json')
    const { Volumes } = await swarm.client.json<{ Volumes: { Name: string }[] | null }>('GET', '/volumes')
    return [
      ...containers.flatMap(c => c.Names),
      ...images.flatMap(i => i.RepoTags ?? []),
      ...(Volumes ?? []).map(volume => volume.Name)
    ].filter(name => name.includes('swarmline-probe'))
  }

  test('the matrix is what the networks say, and nothing of the probes stays', async () => {
    const evidence = await gather()
    expect(isolationTable(matrixOf(evidence))).toEqual([
      'from \\ to  api  db  eye  web  published',
      'api        -    +   .    +',
      'db         +    -   .    .',
      'eye        .    .   -    .',
      'web        +    .   .    -',
      '+ open  . blocked  ? not known  ! not as it must be'
    ])
    expect(judgeIsolation(evidence)).toMatchObject({ status: 'pass', figures: { edges: 12 } })
    expect(await left()).toEqual([])
  })

  test('a container that joined a foreign network is found, though no spec says so', async () => {
    const network = stack.networkIds.get('back')
    const Container = await stack.containerOf('eye')
    await swarm.client.json('POST', `/networks/${network}/connect`, { body: { Container } })
    try {
      const verdict = judgeIsolation(await gather())
      expect(verdict.status).toBe('fail')
      expect(verdict.observed).toContain('eye -> db is open')
      expect(verdict.observed).not.toContain('web')
      expect(verdict.hint).toContain('take eye or api off the network shop_back')
    } finally {
      await swarm.client.json('POST', `/networks/${network}/disconnect`, { body: { Container, Force: true } })
    }
  })

  test('running networks that the stack file does not have break what it declares', async () => {
    const declared = { web: ['front'], api: ['front'], db: ['back'], eye: ['watch'] }
    const verdict = judgeIsolation(await gather({ declared }))
    expect(verdict).toMatchObject({ status: 'fail', figures: { unexpected: 2, rounds: 2 } })
    expect(verdict.observed).toMatch(/^api -> db is open: .*; db -> api is open: /)
  })

  test('every name is right, from every service', async () => {
    const evidence = await gatherDns(slice)
    expect(judgeDns(evidence)).toMatchObject({ status: 'pass', figures: { wrong: 0, unknown: 0 } })
    const two = evidence.readings.find(one => one.from === 'api' && one.name === 'tasks.shop_web')
    expect(two?.heard).toEqual(two?.truth[0])
    expect(two?.heard).toHaveLength(2)
  })

  test('ports from inside a service, by the name that it knows', async () => {
    const ask = async (from: string, host: string, port: number, state: 'open' | 'closed') => {
      const question = { from, host, port, state }
      return judgeTcp(question, await gatherTcp(slice, question, async () => ({ host: '127.0.0.1', port })))
    }
    const verdicts = await Promise.all([
      ask('web', 'api', 8080, 'open'),
      ask('web', 'api', 8081, 'closed'),
      ask('web', 'api', 8080, 'closed'),
      ask('web', 'nobody', 8080, 'closed')
    ])
    expect(verdicts.map(verdict => verdict.status)).toEqual(['pass', 'pass', 'fail', 'inconclusive'])
    expect(verdicts[1]?.observed).toContain('refused')
  })

  test('a cancelled look leaves nothing behind', async () => {
    const abort = new AbortController()
    const running = gatherIsolation(
      { ...slice, signal: abort.signal },
      { rules: { must: [], mustNot: [] } }
    ).catch((error: unknown) => error)
    await waitFor('a probe', async () => ((await left()).length > 2 ? true : undefined), {
      clock: fx.clock,
      deadlineMs: 120_000,
      everyMs: 20
    })
    abort.abort()
    expect(await running).toMatchObject({ code: 'cancelled' })
    expect(await left()).toEqual([])
  })

  describeIf(whyNoEcho === undefined, whyNoEcho ?? '', 'by UDP', () => {
    const SETTLE_MS = 501
    const judged = async (rules: { must?: string[]; mustNot?: string[] }, over: Partial<MeshSlice> = {}) => {
      const parsed = [rules.must ?? [], rules.mustNot ?? []].map(some => some.map(parseEdgeRule))
      const asked = { rules: { must: parsed[0] ?? [], mustNot: parsed[1] ?? [] }, settleMs: SETTLE_MS }
      const evidence = await gatherIsolation({ ...slice, ...over }, asked)
      return { ...judgeIsolation(evidence), table: isolationTable(matrixOf(evidence)) }
    }

    test('what answers is open, and what a control shows to answer others is blocked', async () => {
      const verdict = await judged({
        must: ['api -> web:9/udp', 'api -> db:9/udp', 'web -> db:9/udp'],
        mustNot: ['eye -> web:9/udp', 'db -> web:9/udp']
      })
      expect(verdict).toMatchObject({ status: 'fail', figures: { unexpected: 0, unknown: 0, rounds: 2 } })
      expect(verdict.observed).toMatch(
        /^web -> db:9\/udp is blocked: across [\d.]+:9 on shop_back \((?:silent|unreachable)\)$/
      )
      expect(verdict.table.slice(0, -1).map(line => line.replace(/ {2,}/g, ' '))).toEqual([
        'from \\ to api db eye web published udp',
        'api - + . + web:9+ db:9+',
        'db + - . . web:9.',
        'eye . . - . web:9.',
        'web + . . - db:9.!'
      ])
      expect(
        (await judged({ must: ['api -> web:9/udp'], mustNot: ['* -> db:9/udp', 'api -> web:10/udp'] }))
          .observed
      ).toMatch(
        /^api -> db:9\/udp is open: task [\d.]+:9 on shop_back; api -> web:10\/udp is reached: task [\d.]+:10 /
      )
      expect(await left()).toEqual([])
    })

    test('a port that answers nobody is neither open nor blocked', async () => {
      const mute = await judged({ mustNot: ['web -> eye:9/udp'] })
      expect(mute).toMatchObject({ status: 'inconclusive', figures: { rounds: 2 } })
      expect(mute.observed).toBe(
        '1 edge by UDP not known: web -> eye:9/udp (nothing shows that eye answers on 9 by UDP)'
      )
      // Nobody listens there, which is no control for those who do not reach it.
      expect(await judged({ mustNot: ['db -> web:10/udp'] })).toMatchObject({ status: 'inconclusive' })
    })

    test('a port that is closed is reached, which is enough against a rule and not for it', async () => {
      const wrong = await judged({ mustNot: ['web -> api:9/udp'] })
      expect(wrong.status).toBe('fail')
      expect(wrong.observed).toMatch(
        /^web -> api:9\/udp is reached: task [\d.]+:9 on shop_front \(refused: nothing listens there\)$/
      )
      expect(await judged({ must: ['web -> api:9/udp'] })).toMatchObject({ status: 'inconclusive' })
    })

    test('what answers the second look only is open', async () => {
      const clock: MeshSlice['clock'] = {
        ...fx.clock,
        sleep: async (ms, signal) => {
          if (ms === SETTLE_MS) await stack.answer('api', 11)
          await fx.clock.sleep(ms, signal)
        }
      }
      const rules = { must: ['web -> api:11/udp'], mustNot: ['eye -> api:11/udp'] }
      expect(await judged(rules, { clock })).toMatchObject({ status: 'pass', figures: { rounds: 2 } })
    })
  })

  // The last one: db stays silent.
  test('a service that listens on nothing is reached all the same; a rule asks for more', async () => {
    await stack.silence('db')
    const rules = { must: [{ from: 'api', to: 'db' }], mustNot: [] }
    const evidence = await waitFor(
      'a db that listens on nothing',
      async () => {
        const seen = await gather({ rules })
        return judgeIsolation(seen).status === 'pass' ? undefined : seen
      },
      { clock: fx.clock, deadlineMs: 60_000 }
    )
    expect(judgeIsolation(evidence)).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('db listens on no port'),
      figures: { unexpected: 0, unknown: 1 }
    })
    expect(isolationTable(matrixOf(evidence))[1]).toBe('api        -    ?   .    +')
    expect(isolationTable(matrixOf(evidence))[4]).toBe('web        +    .   .    -')
    expect(isolationTable(matrixOf(await gather()))[1]).toBe('api        -    +   .    +')
  })
})
