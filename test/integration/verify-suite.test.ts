import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '../../src/effects/wait-for.ts'
import type { Verdict, VerifyResult } from '../../src/verify/verdict.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { describeIf } from '../support/requires.ts'
import { runSuite } from '../support/suite-run.ts'
import { realEffects, type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()
const SECRET = 'correct horse battery staple'
const LABELS = { 'com.docker.stack.namespace': 'shop' }

const SUITE = `
variables: { REPLICAS: 1 }
checks:
  - id: one-node
    kind: nodes
    count: 1
  - id: as-written
    kind: service
    service: web
    replicas: \${REPLICAS}
    running: 1
    secrets: [key]
    fields: { TaskTemplate.RestartPolicy.Condition: none }
  - id: order
    kind: service
    service: web
    fields: { UpdateConfig.Order: start-first }
  - id: on-a-worker
    kind: placement
    service: web
    role: worker
  - id: says-hello
    kind: exec
    service: web
    command: [/bin/sh, -c, 'echo hello']
    stdout: hello
  - id: lacks-a-program
    kind: exec
    service: web
    command: [curl, x]
  - id: key-is-kept
    kind: secret
    secret: key
    services: [web]
    file: key.txt
    mode: "0400"
  - id: key-leaks
    kind: secret
    secret: leaky
    services: [leak]
  - id: ready
    kind: logs
    service: web
    present: ['^ready$']
    within: 120s
  - id: no-healthcheck
    kind: image
    service: web
    healthcheck: true
  - id: no-socket
    kind: security
    rules: [engine-socket, published-ports]
  - id: absent
    kind: service
    service: absent
    running: 1
`

describeIf(reason === undefined, reason ?? '', 'a suite on a real engine', () => {
  const fx = realEffects()
  let swarm: SwarmOfOne
  let folder: string
  let result: VerifyResult
  const of = (id: string): Verdict | undefined => result.verdicts.find(verdict => verdict.id === id)

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'verify-suite-'))
    mkdirSync(path.join(folder, 'home'))
    writeFileSync(path.join(folder, 'key.txt'), SECRET)
    writeFileSync(path.join(folder, 'suite.yml'), SUITE)
    writeFileSync(
      path.join(folder, 'stack.yml'),
      'services:\n  web:\n    image: app:v1\n    deploy:\n      replicas: 1\n      update_config:\n        order: stop-first\n'
    )
    swarm = await startSwarmOfOne(['app:v1'])
    const key = await createSecret('shop_key')
    const leaky = await createSecret('shop_leaky')
    const mounted = (ID: string, name: string, Mode: number) => ({
      SecretID: ID,
      SecretName: `shop_${name}`,
      File: { Name: name, UID: '0', GID: '0', Mode }
    })
    await createService('web', { Secrets: [mounted(key, 'key', 0o400)] })
    await createService('leak', { Secrets: [mounted(leaky, 'leaky', 0o444)], Labels: { note: SECRET } })
    await waitFor(
      'two running tasks',
      async () => {
        const tasks = await swarm.client.json<{ Status: { State: string } }[]>('GET', '/tasks')
        return tasks.filter(task => task.Status.State === 'running').length === 2 || undefined
      },
      { clock: fx.clock, deadlineMs: 120_000 }
    )
    result = await runSuite(swarm, folder, {
      isDisruptionAllowed: false,
      variables: { REPLICAS: '1' },
      composeFiles: ['stack.yml']
    })
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function createSecret(Name: string): Promise<string> {
    const Data = Buffer.from(SECRET).toString('base64')
    const body = { Name, Data, Labels: LABELS }
    return (await swarm.client.json<{ ID: string }>('POST', '/secrets/create', { body })).ID
  }
  async function createService(name: string, container: object): Promise<void> {
    const Command = ['/bin/sh', '-c', "echo ready; trap 'exit 0' TERM; while :; do sleep 0.1; done"]
    const ContainerSpec = { Image: 'app:v1', Command, ...container }
    const TaskTemplate = { ContainerSpec, RestartPolicy: { Condition: 'none' } }
    await swarm.client.json('POST', '/services/create', {
      body: { Name: `shop_${name}`, Labels: LABELS, TaskTemplate, Mode: { Replicated: { Replicas: 1 } } }
    })
  }

  test('every check is judged as it deserves', () => {
    expect(Object.fromEntries(result.verdicts.map(({ id, status }) => [id, status]))).toEqual({
      'one-node': 'pass',
      'as-written': 'pass',
      order: 'fail',
      'on-a-worker': 'fail',
      'says-hello': 'pass',
      'lacks-a-program': 'fail',
      'key-is-kept': 'fail',
      'key-leaks': 'fail',
      ready: 'pass',
      'no-healthcheck': 'fail',
      'no-socket': 'pass',
      absent: 'fail'
    })
    expect(result.status).toBe('fail')
  })

  test('a verdict shows where suite and stack file say it', () => {
    expect(of('order')).toMatchObject({
      suite: { file: 'suite.yml', line: 14 },
      compose: { file: 'stack.yml', line: 6 },
      observed: 'UpdateConfig.Order is nothing'
    })
  })

  test('the content of a secret is compared and searched for, and shown nowhere', () => {
    // The same content under another name is in a label: that is what both find.
    expect(of('key-is-kept')?.observed).toContain('the labels of leak')
    expect(of('key-leaks')?.observed).toContain('the labels of leak')
    const evidence = result.verdicts.map(({ evidenceFile }) =>
      evidenceFile ? readFileSync(path.join(folder, 'evidence', evidenceFile), 'utf8') : ''
    )
    expect(JSON.parse(evidence[6] ?? '')).toMatchObject({
      evidence: {
        contents: [{ isRead: true, isWanted: true }]
      }
    })
    expect(evidence.join() + JSON.stringify(result)).not.toContain(SECRET)
  })
})
