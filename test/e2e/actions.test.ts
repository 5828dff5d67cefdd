// The five actions as GitHub's runner runs them, one after the other, on a real swarm: the host's own engine without a
// mesh, which is the fast way. What they leave to each other is their outputs, as in a workflow.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runAction, type StepResult } from '../support/action.ts'
import { root, run } from '../support/cli.ts'
import { type PrivateDockerd, startDockerd, whyNoDockerd } from '../support/dockerd.ts'
import { engineContents } from '../support/engine-contents.ts'
import { type Footprint, footprint, leftSince } from '../support/leftovers.ts'
import { describeIf } from '../support/requires.ts'

const base = mkdtempSync('/tmp/sl-')
const stateDir = path.join(base, 's')
const project = path.join(base, 'project')
let dockerd: PrivateDockerd
let before: Footprint
let heldBefore: string[]
let env: Record<string, string>

const reason = whyNoDockerd()
describeIf(reason === undefined, reason ?? '', 'the actions', () => {
  beforeAll(async () => {
    dockerd = await startDockerd()
    env = {
      SWARMLINE_STATE: stateDir,
      DOCKER_HOST: `unix://${dockerd.socketPath}`,
      ...(process.env.SWARMLINE_CACHE ? { SWARMLINE_CACHE: process.env.SWARMLINE_CACHE } : {})
    }
    for (const name of ['backend', 'redis', 'prometheus', 'suites', 'docker-compose.yml'])
      cpSync(path.join(root, name), path.join(project, name), { recursive: true })
    writeFileSync(path.join(project, 'db_password.txt'), 'a-password-of-its-own\n', { mode: 0o600 })
    before = footprint(stateDir)
    heldBefore = await engineContents(dockerd.socketPath)
  })
  afterAll(async () => {
    await run('swarmline', ['down'], { env })
    await dockerd.stop()
    rmSync(base, { recursive: true, force: true })
  })

  const step = async (
    name: string,
    inputs: Record<string, string>,
    again: object = {}
  ): Promise<StepResult> => {
    const result = await runAction(path.join(root, 'actions', name), inputs, { env, cwd: project, ...again })
    if (result.exitCode !== 0)
      throw new Error(`${name} ended with ${result.exitCode}:\n${result.log.slice(-3000)}`)
    expect(result.log).not.toContain('a-password-of-its-own')
    return result
  }
  let up: StepResult

  test('swarm-up says where the swarm is', async () => {
    up = await step('swarm-up', {
      engine: 'host',
      endpoint: 'dnsrr',
      'build-contexts': 'backend\nredis',
      'compose-files': 'docker-compose.yml'
    })
    expect(up.outputs).toMatchObject({ name: 'swarmline', 'has-mesh': 'false' })
    expect(Object.keys(JSON.parse(up.outputs.addresses ?? ''))).toHaveLength(3)
  })

  test('build-push, deploy-stack and verify go from there', async () => {
    const cluster = up.outputs.name ?? ''
    const built = await step('build-push', {
      cluster,
      prefix: 'docker-swarm-workshop-',
      images: 'backend=./backend\nredis=./redis'
    })
    expect(Object.values(JSON.parse(built.outputs.digests ?? '') as Record<string, string>)).toEqual([
      expect.stringMatching(/^sha256:/),
      expect.stringMatching(/^sha256:/)
    ])
    const variables = `REGISTRY=${up.outputs.registry}`
    const deployed = await step('deploy-stack', { cluster, stack: 'workshop', variables })
    expect(deployed.outputs.outcome).toBe('converged')
    const verified = await step('verify', {
      ...{ cluster, stack: 'workshop', suites: 'suites/workload.yml', variables: 'ORDER=stop-first' },
      // Without a mesh and without IPVS nothing can be said of them.
      only: 'nodes-ready\nbackend-as-written\nmesh\ncounter\nredis-wants-its-password\npassword'
    })
    expect(verified.outputs).toMatchObject({ status: 'pass', passed: '5', failed: '0', skipped: '1' })
    expect(verified.summary).toMatch(/mesh/)
  })

  test('the post step of swarm-up takes it down, and teardown finds nothing more', async () => {
    await step('swarm-up', { engine: 'host' }, { phase: 'post', state: up.state })
    expect((await step('teardown', { name: 'swarmline' })).outputs.removed).toBe('[]')
    expect(await engineContents(dockerd.socketPath)).toEqual(heldBefore)
    expect(await leftSince(before, stateDir)).toEqual([])
  })
})
