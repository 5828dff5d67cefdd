import { describe, expect, test } from '@jest/globals'
import { SwarmlineError } from '../../../src/errors.ts'
import { pluginsDirOf, versionOf } from '../../../src/images/tools.rules.ts'
import { dockerTools } from '../../../src/images/tools.ts'

const plugin = (name: string, dir: string, more = {}) => ({
  Name: name,
  Path: `${dir}/docker-${name}`,
  ...more
})
const both = JSON.stringify([plugin('buildx', '/p'), plugin('compose', '/p')])

test('a version is read from what the client says of itself', () => {
  expect(versionOf('Docker version 28.2.2, build e6534b4')).toEqual({ text: '28.2.2', major: 28 })
  expect(versionOf('Docker version 26.1.5+dfsg1, build a72d7cd')).toEqual({ text: '26.1.5+dfsg1', major: 26 })
  expect(versionOf('')).toBeUndefined()
})

test('plugins count only when both work and lie together', () => {
  expect(pluginsDirOf(both)).toBe('/p')
  expect(pluginsDirOf(JSON.stringify([plugin('buildx', '/p')]))).toBeUndefined()
  expect(pluginsDirOf(JSON.stringify([plugin('buildx', '/p'), plugin('compose', '/q')]))).toBeUndefined()
  expect(
    pluginsDirOf(JSON.stringify([plugin('buildx', '/p'), plugin('compose', '/p', { Err: 'exec format' })]))
  ).toBeUndefined()
  expect(pluginsDirOf('null')).toBeUndefined()
  expect(pluginsDirOf('')).toBeUndefined()
})

describe('dockerTools', () => {
  const refuse = new SwarmlineError('packages-refused', 'apt was asked')
  const machine = (answers: Record<string, string>) => ({
    clock: { now: () => 0, sleep: async () => {} },
    log: {
      info() {},
      debug() {},
      warn() {},
      step: <T>(_: string, run: (u: () => void) => Promise<T>) => run(() => {})
    },
    exec: async (file: string, args: readonly string[]) => {
      if (file !== 'docker') throw refuse
      const stdout = answers[args[0] ?? '']
      if (stdout === undefined) throw new SwarmlineError('missing-tool', 'docker is not installed')
      return { exitCode: 0, stdout, stderr: '' }
    }
  })
  const place = { cacheDir: '/nonexistent/swarmline', suite: 'trixie' }

  test("the machine's own client is taken when it is new enough and whole", async () => {
    const tools = await dockerTools(
      place,
      machine({ '--version': 'Docker version 28.2.2, build e', info: both })
    )
    expect(tools).toMatchObject({
      docker: 'docker',
      pluginsDir: '/p',
      version: '28.2.2',
      isFromPackages: false
    })
  })

  test.each([
    ['none is installed', {}],
    ['it is too old', { '--version': 'Docker version 20.10.24, build e', info: both }],
    ['it has no plugins', { '--version': 'Docker version 28.2.2, build e', info: '[]' }]
  ])('packages are asked for when %s', async (_, answers) => {
    await expect(dockerTools(place, machine(answers as Record<string, string>))).rejects.toThrow()
  })
})
