import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { chooseRecord } from '../../../../../src/stack/kept/record/choose.rules.ts'
import { packSpecs, unpackSpecs } from '../../../../../src/stack/kept/record/pack.ts'
import { readRecords, readSpecs, shown } from '../../../../../src/stack/kept/record/read.ts'
import { outdatedRecords, type RecordedSpecs } from '../../../../../src/stack/kept/record/record.rules.ts'
import { beginRecord } from '../../../../../src/stack/kept/record/write.ts'
import { answered, fakeEffects, lost } from '../../../../support/fake-engine.ts'
import { aService } from '../../../../support/swarm-builders.ts'
import { type FakeSwarm, fakeSwarm } from '../../fake-swarm.ts'

const STACK = 'com.docker.stack.namespace'
const PART = expect.stringMatching(/^swarmline-deploy-s-\d+-[0-9a-f]{16}\.1$/)
const effects = (swarm: FakeSwarm) => fakeEffects({ clock: swarm.clock })
const app = (image: string, env: string[] = []) =>
  aService('s_app', { Spec: { TaskTemplate: { ContainerSpec: { Image: image, Env: env } } } })

async function deployed(swarm: FakeSwarm, image: string, outcome: string, keep = 5) {
  const fx = effects(swarm)
  const request = { client: swarm.engine, stack: 's', owner: 'ada', version: '1.2.3' }
  const record = await beginRecord(request, fx)
  swarm.services = [app(image)]
  await record.capture(fx)
  await record.finish({ outcome }, keep, fx)
  return record.seq
}

test('a deploy is pending, then captured, then has its outcome; it goes with the stack', async () => {
  const swarm = fakeSwarm()
  const fx = effects(swarm)
  const request = { client: swarm.engine, stack: 's', owner: 'ada', version: '1.2.3', rollbackTo: 4 }
  const record = await beginRecord(request, fx)
  const [pending] = await readRecords(swarm.engine, 's', fx)
  expect(pending && shown(pending)).toEqual({
    seq: 1,
    at: expect.stringMatching(/^2026-01-01T12:00/),
    owner: 'ada',
    version: '1.2.3',
    outcome: 'pending',
    rollbackTo: 4,
    failure: undefined,
    undone: undefined,
    hasSpecs: false
  })
  expect(pending && readSpecs(pending)).toBeUndefined()

  swarm.services = [app('app:v1', ['PASSWORD=hunter2'])]
  swarm.add('networks', 's_n', { [STACK]: 's' })
  swarm.add('secrets', 's_pw-1', { [STACK]: 's' })
  await record.capture(fx)
  await record.finish({ outcome: 'converged' }, 5, fx)
  const [done] = await readRecords(swarm.engine, 's', fx)
  expect(done).toMatchObject({ outcome: 'converged', hasSpecs: true })
  expect(done && readSpecs(done)).toEqual({
    schema: 1,
    stack: 's',
    seq: 1,
    services: swarm.services.map(s => s.Spec),
    networks: ['s_n'],
    secrets: ['s_pw-1'],
    configs: [],
    changes: []
  })
  for (const config of swarm.objects.configs) {
    expect(config.Spec.Labels[STACK]).toBe('s')
    expect(JSON.stringify(config.Spec.Labels)).not.toContain('hunter2')
  }
  expect(fx.lines.join()).not.toContain('hunter2')
})

test('services that the deploy removes later are no part of what it asked for', async () => {
  const swarm = fakeSwarm()
  const fx = effects(swarm)
  const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'ada', version: '1' }, fx)
  swarm.services = [app('app:v1'), aService('s_old')]
  await record.capture(fx, ['s_old'])
  const [captured] = await readRecords(swarm.engine, 's', fx)
  expect(captured && readSpecs(captured)?.services.map(({ Name }) => Name)).toEqual(['s_app'])
})

describe('what a container could mount', () => {
  const dataOf = (config: FakeSwarm['objects']['configs'][number]): string =>
    Buffer.from(config.Spec.Data ?? '', 'base64').toString('latin1')

  test('says nothing, and has a name that nobody can know beforehand', async () => {
    const names = new Set<string>()
    for (let run = 0; run < 2; run++) {
      const swarm = fakeSwarm()
      swarm.services = [app('app:v1', ['PASSWORD=hunter2'])]
      const record = await beginRecord(
        { client: swarm.engine, stack: 's', owner: 'ada', version: '1' },
        effects(swarm)
      )
      await record.capture(effects(swarm))
      const [, part] = swarm.objects.configs
      names.add(part?.Spec.Name ?? '')
      for (const config of swarm.objects.configs) {
        expect(unpackSpecs([dataOf(config)])).toBeUndefined()
        expect(Buffer.from(dataOf(config), 'base64').toString('latin1')).not.toContain('hunter2')
      }
    }
    expect([...names]).toEqual([PART, PART])
  })

  test('opens for its own place only', async () => {
    const swarm = fakeSwarm()
    await deployed(swarm, 'v1', 'converged')
    await deployed(swarm, 'v2', 'converged')
    const [, one, , two] = swarm.objects.configs
    if (one && two) [one.Spec.Data, two.Spec.Data] = [two.Spec.Data ?? '', one.Spec.Data ?? '']
    if (one && two) {
      const seal = 'io.swarmline.sealed-by'
      const keys = [one.Spec.Labels[seal] ?? '', two.Spec.Labels[seal] ?? '']
      one.Spec.Labels[seal] = keys[1] ?? ''
      two.Spec.Labels[seal] = keys[0] ?? ''
    }
    const records = await readRecords(swarm.engine, 's', effects(swarm))
    expect(records.map(readSpecs)).toEqual([undefined, undefined])
  })

  test('of an earlier version is read, and sealed by the next deploy', async () => {
    const swarm = fakeSwarm()
    await deployed(swarm, 'v1', 'converged')
    const part = swarm.objects.configs.pop()
    const specs = { schema: 1, stack: 's', seq: 1, services: [app('v1').Spec] } as unknown as RecordedSpecs
    const { 'io.swarmline.sealed-by': _, ...labels } = part?.Spec.Labels ?? {}
    const old = swarm.add('configs', 'swarmline-deploy-s-1.1', labels)
    old.Spec.Data = Buffer.from(packSpecs(specs)?.[0] ?? '').toString('base64')
    const read = async () => (await readRecords(swarm.engine, 's', effects(swarm))).at(-1)
    expect(readSpecs((await read()) as never)).toEqual(specs)
    await deployed(swarm, 'v2', 'converged')
    expect(swarm.names('configs')).not.toContain('swarmline-deploy-s-1.1')
    expect(readSpecs((await read()) as never)).toEqual(specs)
    for (const config of swarm.objects.configs) expect(unpackSpecs([dataOf(config)])).toBeUndefined()
  })
})

test('keeps the last N, and the last that converged, with all their parts', async () => {
  const swarm = fakeSwarm()
  await deployed(swarm, 'v1', 'converged', 3)
  await deployed(swarm, 'v2', 'converged', 3)
  for (const image of ['v3', 'v4', 'v5', 'v6']) await deployed(swarm, image, 'failed', 3)
  const left = await readRecords(swarm.engine, 's', effects(swarm))
  expect(left.map(record => [record.seq, record.outcome])).toEqual([
    [6, 'failed'],
    [5, 'failed'],
    [4, 'failed'],
    [2, 'converged']
  ])
  expect(swarm.names('configs')).toHaveLength(8)
  expect(outdatedRecords(left, 0).map(r => r.seq)).toEqual([5, 4])
})

test('a part without its record lends its number to no other, and goes at the next chance', async () => {
  const swarm = fakeSwarm()
  await deployed(swarm, 'v1', 'converged')
  swarm.objects.configs.splice(0, 1)
  expect(swarm.names('configs')).toEqual([PART])
  expect(await deployed(swarm, 'v2', 'converged')).toBe(2)
  expect(swarm.names('configs')).toEqual(['swarmline-deploy-s-2', PART])
})

test('two who begin at once get numbers of their own', async () => {
  const swarm = fakeSwarm()
  const fx = effects(swarm)
  const begin = () => beginRecord({ client: swarm.engine, stack: 's', owner: 'o', version: '1' }, fx)
  expect((await Promise.all([begin(), begin(), begin()])).map(r => r.seq).sort()).toEqual([1, 2, 3])
})

describe('a deploy does not fail by its record', () => {
  test('that cannot be written', async () => {
    const swarm = fakeSwarm()
    const fx = effects(swarm)
    const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'o', version: '1' }, fx)
    swarm.before = request => {
      if (request.startsWith('POST')) throw answered(400, 'no room')
    }
    await record.capture(fx)
    await record.finish({ outcome: 'converged' }, 5, fx)
    expect(fx.lines).toEqual([
      'warning: what was deployed could not be recorded in the swarm: no room',
      'warning: how the deploy ended could not be recorded in the swarm: no room'
    ])
  })
  test('whose end cannot be written in time: what the deploy had to say goes first', async () => {
    const swarm = fakeSwarm()
    const fx = effects(swarm)
    const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'o', version: '1' }, fx)
    swarm.before = () => {
      throw lost()
    }
    await record.finish({ outcome: 'failed' }, 5, { ...fx, signal: AbortSignal.abort() })
    expect(fx.lines).toEqual(['warning: how the deploy ended could not be recorded in the swarm: cancelled'])
  })
  test('that docker stack rm took away', async () => {
    const swarm = fakeSwarm()
    const fx = effects(swarm)
    const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'o', version: '1' }, fx)
    swarm.objects.configs.splice(0)
    await record.finish({ outcome: 'failed' }, 5, fx)
    expect([fx.lines, swarm.names('configs')]).toEqual([[], []])
  })
  test('that is too large', async () => {
    const swarm = fakeSwarm()
    const fx = effects(swarm)
    swarm.services = [app('v1', [randomBytes(3_000_000).toString('hex')])]
    const record = await beginRecord({ client: swarm.engine, stack: 's', owner: 'o', version: '1' }, fx)
    await record.capture(fx)
    expect(fx.lines).toEqual([expect.stringContaining('too large to be recorded')])
    expect(swarm.names('configs')).toHaveLength(1)
  })
})

describe('packing', () => {
  const specs: RecordedSpecs = {
    schema: 1,
    stack: 's',
    seq: 1,
    services: [app('v1', [randomBytes(500).toString('hex')]).Spec],
    networks: [],
    secrets: [],
    configs: []
  }
  test('in parts that each fit, and back', () => {
    const parts = packSpecs(specs, 200) ?? []
    expect(parts.length).toBeGreaterThan(1)
    expect(Math.max(...parts.map(part => part.length))).toBeLessThanOrEqual(200)
    expect(unpackSpecs(parts)).toEqual(specs)
  })
  test('what is not ours, or not whole, is nothing', () => {
    expect(unpackSpecs(['x'])).toBeUndefined()
    expect(unpackSpecs((packSpecs(specs, 200) ?? []).slice(1))).toBeUndefined()
    expect(unpackSpecs(packSpecs({ ...specs, schema: 2 as 1 }) ?? [])).toBeUndefined()
  })
})

describe('the deploy to go back to', () => {
  const record = (seq: number, outcome: string, image: string | undefined) => ({
    ...{
      seq,
      outcome,
      at: '',
      owner: '',
      version: '',
      rollbackTo: undefined,
      failure: undefined,
      undone: undefined,
      hasSpecs: image !== undefined
    },
    specs: image === undefined ? undefined : ({ services: [app(image).Spec] } as RecordedSpecs)
  })
  const records = [
    record(6, 'pending', undefined),
    record(5, 'failed', 'v5'),
    record(4, 'converged', 'v4'),
    record(3, 'converged', 'v4'),
    record(2, 'converged', 'v2')
  ]
  const choose = (to: number | undefined, running: string) =>
    chooseRecord('s', records, to, [app(running).Spec]).seq

  test('is the newest that converged and is not what runs', () => {
    expect(choose(undefined, 'v4')).toBe(2)
    expect(choose(undefined, 'v5')).toBe(4)
  })
  test('labels of ours on the service make no difference', () => {
    const running = app('v4').Spec
    running.Labels = { 'io.swarmline.run': '17' }
    expect(chooseRecord('s', records, undefined, [running]).seq).toBe(2)
  })
  test('is the one that is asked for, whatever became of it', () => expect(choose(5, 'v4')).toBe(5))
  test.each([
    [9, 'not-found', 'on record: 5 (failed), 4 (converged), 3 (converged), 2 (converged)'],
    [6, 'input', expect.stringContaining('on record')]
  ])('but not %s', (to, code, hint) => {
    expect(() => choose(to, 'v4')).toThrow(expect.objectContaining({ code, hint }))
  })
  test('none where nothing else converged', () => {
    expect(() => chooseRecord('s', records.slice(0, 3), undefined, [app('v4').Spec])).toThrow(
      expect.objectContaining({ code: 'not-found' })
    )
  })
})
