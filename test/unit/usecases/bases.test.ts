import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { neededBases } from '../../../src/usecases/bases.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bases-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const context = (name: string, dockerfile: string): string => {
  mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, name, 'Dockerfile'), dockerfile)
  return path.join(folder, name)
}
const stack = (text: string): string => {
  writeFileSync(path.join(folder, 'stack.yml'), text)
  return path.join(folder, 'stack.yml')
}

test('what Dockerfiles start from and stack files name, each once, in order', async () => {
  const buildContexts = [context('a', 'FROM php:8.4-cli-alpine\n'), context('b', 'FROM redis:alpine\n')]
  const file = stack(
    'services:\n  x: { image: docker.io/library/redis:alpine }\n  y: { image: google/cadvisor }\n'
  )
  const found = await neededBases({ buildContexts, composeFiles: [file] })
  expect(found).toHaveLength(3)
  expect(found).toEqual(expect.arrayContaining(['google/cadvisor', 'php:8.4-cli-alpine']))
})

test('images that the run builds, and images of other registries, are nobody to mirror', async () => {
  const file = stack(
    'services:\n  x: { image: "${REGISTRY:-r:5000}/x:${TAG}" }\n  y: { image: "ghcr.io/a/b" }\n  z: { build: . }\n'
  )
  expect(await neededBases({ buildContexts: [], composeFiles: [file] })).toEqual([])
})

test('a file that is not there is said', async () => {
  await expect(
    neededBases({ buildContexts: [], composeFiles: [`${folder}/none.yml`] })
  ).rejects.toMatchObject({
    code: 'input'
  })
})
