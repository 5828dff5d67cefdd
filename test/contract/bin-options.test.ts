// bin/swarmline as a user calls it: what stands in its arguments is swarmline's, and never Node's.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { commandTree } from '../../src/cli/command-tree.ts'
import { createProgram } from '../../src/cli/program.ts'
import { run } from '../support/cli.ts'
import { fakeDocker } from '../support/fake-docker.ts'
import { fakeDoor } from '../unit/cli/fake-door.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sl-bin-'))
const at = (name: string): string => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => rmSync(at('ran'), { force: true }))
writeFileSync(at('planted.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(at('ran'))}, '')`)
writeFileSync(at('vars'), `NODE_OPTIONS=--require=${at('planted.cjs')}\nTAG=from-the-file\n`)
writeFileSync(at('node.config.json'), JSON.stringify({ nodeOptions: { import: [at('planted.cjs')] } }))

/** Each would run the planted program, or another, if Node took it for its own. */
const HOSTILE = [
  `--require=${at('planted.cjs')}`,
  `--import=${at('planted.cjs')}`,
  `--env-file=${at('vars')}`,
  `--env-file-if-exists=${at('vars')}`,
  `--experimental-config-file=${at('node.config.json')}`,
  '--experimental-default-config-file',
  '--inspect-brk',
  '--test'
]

const tree = commandTree(createProgram(fakeDoor(), () => undefined))

describe.each(tree.commands.map(command => [command.name, command] as const))('%s', (name, { options }) => {
  test('takes hostile values of all its options, and runs none of them', async () => {
    const values = options.filter(option => option.value).map(option => option.long)
    const spelled = [
      ...values.flatMap(option => HOSTILE.flatMap(value => [option, value])),
      ...values.flatMap(option => HOSTILE.map(value => `${option}=${value}`)),
      ...HOSTILE
    ]
    const result = await run('swarmline', [name, ...spelled, '--help'], { cwd: folder, timeoutMs: 60_000 })
    expect(existsSync(at('ran'))).toBe(false)
    expect(result.exitCode).toBeLessThanOrEqual(2)
  })
})

describe('--env-file', () => {
  /** What it says of a stack file that needs a variable, with an engine that does not answer. */
  const plan = async (...args: string[]) => {
    const env = { TAG: undefined, PATH: `${at('bin')}:${process.env.PATH}`, SWARMLINE_STATE: at('state') }
    const source = ['--docker-host', `unix://${at('none.sock')}`, '--compose-file', at('stack.yml')]
    return run('swarmline', ['deploy', 'shop', '--plan', ...source, ...args], { cwd: folder, env })
  }
  writeFileSync(at('stack.yml'), `services:\n  web:\n    image: "nginx:\${TAG:?no tag is given}"\n`)
  fakeDocker(at('bin'))

  test('is read by swarmline, and its variables are the stack file’s', async () => {
    expect((await plan()).stderr).toContain('no tag is given')
    for (const args of [['--env-file', at('vars')], [`--env-file=${at('vars')}`]])
      expect((await plan(...args)).stderr).toMatch(/^swarmline: no Docker engine answers/m)
    expect(existsSync(at('ran'))).toBe(false)
  })

  test('that is not there is said so by swarmline', async () => {
    const { stderr, exitCode } = await plan('--env-file', at('nowhere'))
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringMatching(/^swarmline: .*nowhere/)
    })
  })
})

test.each(['', '=', '=x', '--', 'a;b', '-'])('the argument “%s” arrives as it is', async argument => {
  const { stderr, exitCode } = await run('swarmline', ['up', '--name', argument], { cwd: folder })
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining(argument ? `“${argument}”` : 'an empty text')
  })
})
