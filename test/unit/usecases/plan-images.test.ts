// The plugin is a program that answers as `docker compose config` does; the real one is asked in test/integration/build.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Exec } from '../../../src/effects/effects.ts'
import { planImages } from '../../../src/usecases/plan-images.ts'
import { fakeEffects } from '../../support/fake-engine.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A machine with docker and its plugins; `compose` is a shell script. */
function machine(compose: string) {
  const plugins = path.join(folder, 'plugins')
  mkdirSync(plugins)
  writeFileSync(path.join(plugins, 'docker-compose'), `#!/bin/sh\n${compose}\n`)
  chmodSync(path.join(plugins, 'docker-compose'), 0o755)
  const info = JSON.stringify(
    ['compose', 'buildx'].map(name => ({ Name: name, Path: path.join(plugins, `docker-${name}`) }))
  )
  const exec: Exec = async (_, args) => ({
    exitCode: 0,
    stdout: args[0] === '--version' ? 'Docker version 28.2.2, build x' : info,
    stderr: ''
  })
  return fakeEffects({ exec })
}
const naming = {
  registry: '',
  namespace: 'acme',
  prefix: '',
  tags: [],
  buildArgs: { LEVEL: '2' },
  labels: { a: 'b' }
}
const home = { cacheDir: '/nosuch', stateDir: '/nosuch' }
const stack = (variables = {}) => ({ ...naming, images: { composeFiles: ['/p/stack.yml'], variables } })

test('the build sections are those that compose renders; build arguments given directly count more', async () => {
  const config = {
    services: { web: { image: 'a/web:1', build: { context: '/p/web', args: { LEVEL: '1', X: 'y' } } } }
  }
  const fx = machine(`cat <<'END'\n${JSON.stringify(config)}\nEND`)
  expect(await planImages(stack(), home, fx)).toEqual({
    images: [
      {
        name: 'web',
        build: { context: '/p/web', args: { LEVEL: '2', X: 'y' }, labels: { a: 'b' } },
        tags: ['a/web:1']
      }
    ],
    secrets: {}
  })
})

test('the files see the given variables, and neither another engine nor another program by them', async () => {
  const fx = machine(
    `echo "{\\"services\\":{\\"web\\":{\\"image\\":\\"a/$TAG\\",\\"build\\":{\\"context\\":\\"$DOCKER_HOST $PATH $*\\"}}}}"`
  )
  const variables = { TAG: 'x:5', DOCKER_HOST: 'tcp://other', PATH: '/other' }
  const { images } = await planImages(stack(variables), home, fx)
  expect(images[0]).toMatchObject({ tags: ['a/x:5'] })
  expect(images[0]?.build.context).not.toContain('other')
  expect(images[0]?.build.context).toMatch(/--env-file \/dev\/null -f \/p\/stack\.yml config --format json$/)
})

test('a file that compose does not take: one line, with its own words', async () => {
  const fx = machine(
    'echo "time=x level=warning" >&2; echo "services.web.build must be a mapping" >&2; exit 15'
  )
  await expect(planImages(stack(), home, fx)).rejects.toMatchObject({
    code: 'input',
    message: '/p/stack.yml: services.web.build must be a mapping'
  })
})

test('a list of images needs no compose; without a tag it is latest', async () => {
  const images = [{ name: 'web', context: '/p/web', dockerfile: '/p/web/Dockerfile' }]
  expect(await planImages({ ...naming, images }, home, fakeEffects())).toEqual({
    images: [
      {
        name: 'web',
        build: {
          context: '/p/web',
          dockerfile: '/p/web/Dockerfile',
          args: { LEVEL: '2' },
          labels: { a: 'b' }
        },
        tags: ['acme/web:latest']
      }
    ],
    secrets: {}
  })
})
