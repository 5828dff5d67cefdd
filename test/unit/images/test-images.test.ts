// Docker's compose is a function that answers as the real one does; test/integration/build asks the real one.
import { expect, test } from '@jest/globals'
import type { Exec, ExecOptions } from '../../../src/effects/effects.ts'
import { testImages } from '../../../src/images/test-images.ts'
import { fakeEffects } from '../../support/fake-engine.ts'

/** Runs a test with a compose that answers each subcommand; what it does not know succeeds. */
async function run(answers: Record<string, { exitCode?: number; stdout?: string; stderr?: string }>) {
  const commands: string[] = []
  const environments: ExecOptions['env'][] = []
  const exec: Exec = async (_, args, options) => {
    const own = args.slice(args.indexOf('/p/test.yml') + 1)
    commands.push(own.join(' '))
    environments.push(options?.env)
    return { exitCode: 0, stdout: '', stderr: '', ...answers[own[0] ?? ''] }
  }
  const fx = fakeEffects({ exec })
  const error = await testImages(
    {
      docker: { file: 'docker', configDir: undefined, env: {}, pluginsDir: '/plugins' },
      socketPath: '/s',
      file: '/p/test.yml',
      images: [{ name: 'my-web', tags: ['r/web:1', 'r/web:2'] }]
    },
    fx
  ).then(
    () => undefined,
    thrown => thrown
  )
  return { error, commands, environments, lines: fx.lines }
}

const DOWN = 'down --volumes --remove-orphans --timeout 5'

test('with a tester its end decides, and every image is there under its own variable', async () => {
  const { error, commands, environments } = await run({ config: { stdout: 'web\nsut\n' } })
  expect(error).toBeUndefined()
  expect(commands).toEqual(['config --services', 'up --no-build --exit-code-from sut', DOWN])
  for (const env of environments)
    expect(env).toMatchObject({ IMAGE_MY_WEB: 'r/web:1', DOCKER_HOST: 'unix:///s' })
})

test('without one all services have to be well', async () => {
  const { commands } = await run({ config: { stdout: 'web\n' } })
  expect(commands).toContain('up --no-build --detach --wait')
})

test('what failed is named with its last lines, and everything is taken down', async () => {
  const { error, commands, lines } = await run({
    config: { stdout: 'web\nsut\n' },
    up: { exitCode: 1 },
    ps: { stdout: '{"Service":"sut","State":"exited","ExitCode":1}\n' },
    logs: { stdout: 'sut-1  | counted 2 visits, not 1\n' }
  })
  expect(error).toMatchObject({
    code: 'verify-failed',
    message: 'the test /p/test.yml failed: sut exited with 1; nothing was pushed'
  })
  expect(lines).toEqual(['sut-1  | counted 2 visits, not 1'])
  expect(commands.at(-1)).toBe(DOWN)
})

test('where no container failed, compose says why', async () => {
  const { error } = await run({ up: { exitCode: 1, stderr: 'x\nnetwork n not found\n' } })
  expect(error).toMatchObject({ message: expect.stringContaining('failed: network n not found; nothing') })
})

test('a file that compose does not take starts nothing', async () => {
  const { error, commands } = await run({ config: { exitCode: 15, stderr: 'yaml: line 2: no key' } })
  expect(error).toMatchObject({ code: 'input', message: '/p/test.yml: yaml: line 2: no key' })
  expect(commands).toEqual(['config --services'])
})
