import { describe, expect, test } from '@jest/globals'
import type { Exec } from '../../../../src/effects/effects.ts'
import { removeStack } from '../../../../src/stack/apply/remove.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../../support/fake-engine.ts'
import { aNode, aService, aTask } from '../../../support/swarm-builders.ts'

type Left = Record<string, { Id?: string; ID?: string; State?: string }[]>

/** A swarm in which, at each look, the next of `looks` is left; the last one stays. */
function setUp(looks: Left[], deleted: (path: string) => void = () => undefined, stderr = '') {
  let at = 0
  const engine = fakeEngine(({ method, path }) => {
    if (method === 'DELETE') return deleted(path)
    if (path === '/nodes') return [aNode('n1'), aNode('gone', { state: 'down' })]
    const now = looks[Math.min(at, looks.length - 1)] ?? {}
    if (path === '/containers/json') at++
    return now[path.split('/')[1] ?? ''] ?? []
  })
  const ran: string[][] = []
  const exec: Exec = async (_, args) => {
    ran.push([...args])
    return { exitCode: stderr ? 1 : 0, stdout: '', stderr }
  }
  const fx = fakeEffects({ exec })
  const docker = { file: 'docker', configDir: undefined, env: {} }
  const run = () =>
    removeStack({ docker, client: engine, stack: 's', nodes: [engine], timeoutMs: 30_000 }, fx)
  return { engine, fx, ran, run }
}

test('waits until services, tasks, containers and networks are gone, and tells what is left', async () => {
  const network = [{ Id: 'net' }]
  const { fx, ran, run } = setUp([
    {
      services: [aService('a')],
      tasks: [aTask('a', 'running')],
      containers: [{ Id: 'c', State: 'running' }],
      networks: network
    },
    { tasks: [aTask('a', 'running')], containers: [{ Id: 'c', State: 'running' }], networks: network },
    { containers: [{ Id: 'c', State: 'running' }] },
    {}
  ])
  await run()
  expect(ran).toEqual([['-H', 'unix:///fake.sock', 'stack', 'rm', 's']])
  expect(fx.details).toEqual([
    '1 service, 1 task, 1 network, 1 container left',
    '1 task, 1 network, 1 container left',
    '1 container left',
    ''
  ])
})

test('an engine that is away for a moment is asked again: to remove it, and what is left', async () => {
  let looks = 0
  const engine = fakeEngine(({ path }) => {
    if (path === '/services' && looks++ === 0) throw lost()
    return []
  })
  const said = ['Cannot connect to the Docker daemon', 'The swarm does not have a leader', '']
  let runs = 0
  const exec: Exec = async () => ({ exitCode: 1, stdout: '', stderr: said[runs++] ?? '' })
  const docker = { file: 'docker', configDir: undefined, env: {} }
  await removeStack(
    { docker, client: engine, stack: 's', nodes: [], timeoutMs: 30_000 },
    fakeEffects({ exec })
  )
  expect(runs).toBe(3)
  expect(looks).toBe(2)
})

test('a service that comes while the stack is removed goes as well', async () => {
  const gone: string[] = []
  const { run } = setUp([{ services: [aService('late')] }, {}], path => void gone.push(path))
  await run()
  expect(gone).toEqual(['/services/late'])
})

describe('what docker forgets', () => {
  test('is removed once nothing runs: networks, and the containers of ended jobs', async () => {
    const gone: string[] = []
    const { run } = setUp(
      [
        { tasks: [aTask('a', 'running')], networks: [{ Id: 'net' }] },
        {
          tasks: [aTask('job', 'complete')],
          networks: [{ Id: 'net' }],
          containers: [{ Id: 'c', State: 'exited' }]
        },
        { tasks: [aTask('job', 'complete')] }
      ],
      path => gone.push(path)
    )
    await run()
    expect(gone).toEqual(['/networks/net', '/containers/c'])
  })
  test('and cannot be removed yet is asked again', async () => {
    let tries = 0
    const { run } = setUp([{ networks: [{ Id: 'net' }] }, { networks: [{ Id: 'net' }] }, {}], () => {
      if (++tries === 1) throw answered(400, 'network is in use')
    })
    await run()
    expect(tries).toBe(2)
  })
})

test('a task on a node that is down is not waited for', async () => {
  await setUp([{ tasks: [aTask('a', 'running', { node: 'gone' })] }]).run()
})

test('at the deadline it says what is left', async () => {
  await expect(setUp([{ tasks: [aTask('a', 'running')] }]).run()).rejects.toMatchObject({
    code: 'timed-out',
    message: 'removing s: timed out after 30 s (left: 1 task)'
  })
})

test('an engine that is away is no removed stack', async () => {
  await expect(
    setUp([{}], undefined, 'Cannot connect to the Docker daemon at x').run()
  ).rejects.toMatchObject({ code: 'engine-lost' })
})
