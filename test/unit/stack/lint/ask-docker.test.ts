import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { requireKnownFields } from '../../../../src/stack/lint/ask-docker.ts'
import {
  droppedByEngine,
  isKept,
  YOUNG_FIELDS,
  youngUses
} from '../../../../src/stack/lint/young-fields.rules.ts'
import { realEffects } from '../../../support/real-effects.ts'
import { stackFolder } from '../../../support/stack-folder.ts'

const { path: folder, load, remove } = stackFolder()
afterAll(remove)

/** A docker client that is a shell script; what it is given is in `$in`. */
function client(atConfig: string) {
  const file = path.join(mkdtempSync(path.join(folder, 'c-')), 'docker')
  const script = [
    '#!/bin/sh',
    'if [ "$1" = --version ]; then echo "Docker version 26.1.3, build x"; exit; fi',
    '[ "$*" = "stack config --compose-file -" ] || exit 9',
    'in=$(cat)',
    atConfig
  ]
  writeFileSync(file, script.join('\n'))
  chmodSync(file, 0o755)
  return { file, configDir: '/config', env: {} }
}
const TEXT = [
  'services:',
  '  web:',
  '    image: x',
  '    oom_score_adj: 5',
  '    volumes:',
  '      - {type: volume, source: d, target: /d, volume: {subpath: secret-part}}',
  'volumes: {d: {}}'
].join('\n')
const ask = async (atConfig: string, text = TEXT) =>
  requireKnownFields({ docker: client(atConfig), plan: await load(text) }, realEffects()).then(
    () => 'known',
    error => error
  )

describe('a docker client that is too old for the stack', () => {
  test('is an error that names field, line and version: it would say only that it does not know the format', async () => {
    const old =
      'case $in in *3.13*) echo "unsupported Compose file version: 3.13" >&2; exit 1;; esac; echo "$in"'
    expect(await ask(old)).toMatchObject({
      code: 'missing-tool',
      message: expect.stringMatching(
        /^\S*stack\d*\.yml:4: service web: the docker client 26\.1\.3 drops oom_score_adj$/
      ),
      hint: expect.stringContaining('newer docker client')
    })
  })
  test('or it would drop the field without a word', async () => {
    const old = 'echo "$in" | grep -v subpath'
    expect((await ask(old)).message).toMatch(/yml:6: service web: .* drops volumes\.0\.volume\.subpath$/)
  })
  test('is told of nothing in the stack but which fields it uses', async () => {
    expect(await ask('case $in in *secret-part*|*web*) exit 0;; esac; echo "$in"')).toBe('known')
  })
  test('is not asked where nothing depends on its age, and taken where it cannot say', async () => {
    expect(await ask('exit 3', 'services: {a: {image: x}}')).toBe('known')
    expect(await ask('echo "unknown command" >&2; exit 1')).toBe('known')
  })
})

test('each sample has its field, which is missed without', () => {
  for (const field of YOUNG_FIELDS) {
    expect([field.path, isKept(field, field.sample)]).toEqual([field.path, true])
    expect([field.path, isKept(field, { services: { a: { image: 'x' } } })]).toEqual([field.path, false])
  }
})

test('what an older engine drops is said, with the version that would not', async () => {
  const uses = youngUses(await load(TEXT))
  expect(droppedByEngine(uses, '1.45')).toEqual([
    'service web: oom_score_adj needs Docker Engine 27.0 (API 1.46); this engine has API 1.45 and drops it'
  ])
  expect(droppedByEngine(uses, '1.41')).toHaveLength(2)
  expect(droppedByEngine(uses, '1.57')).toEqual([])
})
