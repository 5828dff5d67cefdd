import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { homeOf } from '../../src/cli/home.rules.ts'
import { systemClock } from '../../src/effects/clock.ts'
import type { Log } from '../../src/effects/effects.ts'
import { createExec } from '../../src/effects/exec.ts'
import { type DockerTools, dockerTools } from '../../src/images/tools.ts'

// What docker's own programs make of the stack file. Neither of the two asks an engine.

const root = path.resolve(import.meta.dirname, '../..')
const exec = createExec(new AbortController().signal)
const silent: Log = {
  info: () => undefined,
  debug: () => undefined,
  warn: () => undefined,
  step: (_, run) => run(() => undefined)
}
let folder: string
let tools: DockerTools

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'workload-config-'))
  const { cacheDir } = homeOf(process.env, root, homedir())
  tools = await dockerTools({ cacheDir, suite: 'trixie' }, { exec, clock: systemClock, log: silent })
  mkdirSync(path.join(folder, 'client'))
  const config = { cliPluginsExtraDirs: [tools.pluginsDir] }
  writeFileSync(path.join(folder, 'client/config.json'), JSON.stringify(config))
})
afterAll(() => rmSync(folder, { recursive: true }))

const docker = (args: string[], variables: Record<string, string> = {}) =>
  exec(tools.docker, ['--config', path.join(folder, 'client'), ...args], {
    env: { ...tools.env, ...variables }
  })
const file = path.join(root, 'docker-compose.yml')

test('docker stack config takes it as it is', async () => {
  const { stdout, stderr } = await docker(['stack', 'config', '--compose-file', file])
  expect(stderr).toBe('')
  expect(stdout).toContain('image: 10.79.0.5:5000/swarmline/docker-swarm-workshop-backend:latest')
  expect(stdout).toContain('node.labels.data == persistent')
})

test('the registry, the user and the tag are variables', async () => {
  const variables = { REGISTRY: 'ghcr.io', DOCKER_HUB_USERNAME: 'someone', TAG: 'v2' }
  const { stdout } = await docker(['stack', 'config', '--compose-file', file], variables)
  expect(stdout).toContain('image: ghcr.io/someone/docker-swarm-workshop-redis:v2')
})

test('docker compose config takes it, and finds nothing but the version out of date', async () => {
  const { stdout, stderr } = await docker(['compose', '--file', file, 'config', '--format', 'json'])
  expect(Object.keys(JSON.parse(stdout).services)).toHaveLength(5)
  expect(stderr.split('\n').filter(line => line && !/version. is obsolete/.test(line))).toEqual([])
})
