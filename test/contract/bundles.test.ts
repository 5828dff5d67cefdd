import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runProcess, type StepResult } from '../support/action.ts'
import { ACTIONS } from '../support/action-forms.ts'

// The bundles as a user gets them: alone in a folder, with nothing but node.
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundles-'))
  for (const name of Object.keys(ACTIONS))
    cpSync(`actions/${name}/dist`, path.join(folder, name), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(name: string, part: string, given: Record<string, string> = {}): Promise<StepResult> {
  const inputs = Object.entries(given).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value])
  const env = { PATH: '/nowhere', HOME: folder, RUNNER_TEMP: folder, ...Object.fromEntries(inputs) }
  return runProcess([process.execPath, path.join(folder, name, `${part}.js`)], { cwd: folder, env })
}

describe.each(Object.keys(ACTIONS))('%s', name => {
  test('without inputs it says in one line what is missing, and fails', async () => {
    const { exitCode, log } = await run(name, 'main')
    expect(log).toMatch(/^::error::[^\n]+ — see the inputs in the README of the action\n$/)
    expect(exitCode).toBe(1)
  })
})

test.each(['swarm-up', 'build-push', 'deploy-stack'])('the post step of %s has nothing to do', async name => {
  expect(await run(name, 'post')).toMatchObject({ exitCode: 0, commands: [] })
})

test('a post step that cannot do its work warns, and fails nothing', async () => {
  const env = {
    HOME: folder,
    RUNNER_TEMP: folder,
    STATE_cluster: 'c',
    SWARMLINE_STATE: `/${'long'.repeat(20)}`
  }
  const post = path.join(folder, 'swarm-up', 'post.js')
  const { exitCode, log } = await runProcess([process.execPath, post], { cwd: folder, env })
  expect(log).toMatch(/^::warning::[^\n]+ is too long for unix sockets — [^\n]+\n$/)
  expect(exitCode).toBe(0)
})

test('teardown of a cluster that is not there is no error', async () => {
  const { exitCode, outputs, commands } = await run('teardown', 'main', { name: 'gone', all: 'false' })
  expect({ exitCode, outputs, errors: commands.filter(c => c.command === 'error') }).toEqual({
    exitCode: 0,
    outputs: { removed: '[]' },
    errors: []
  })
})

test('verify of a cluster that is not there is one line', async () => {
  const { exitCode, log, commands } = await run('verify', 'main', {
    cluster: 'gone',
    stack: 's',
    'allow-disruption': 'false'
  })
  expect(exitCode).toBe(1)
  expect(commands.filter(c => c.command === 'error')).toEqual([
    { command: 'error', properties: {}, message: expect.stringContaining('gone') }
  ])
  expect(log).not.toMatch(/^\s+at /m)
})

test('a password is masked before anything else is said, and said nowhere else', async () => {
  const { log, masks } = await run('build-push', 'main', { password: 'hunter2', images: 'a=hunter' })
  // And the forms in which a log may show it.
  expect(masks[0]).toBe('hunter2')
  expect(masks).toContain(Buffer.from('hunter2').toString('base64url'))
  expect(log.startsWith('::add-mask::hunter2\n')).toBe(true)
  expect(log.split('hunter2')).toHaveLength(2)
})
