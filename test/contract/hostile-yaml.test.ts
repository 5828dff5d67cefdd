// YAML that others wrote to do harm, see test/support/hostile/run.ts.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from '@jest/globals'
import { inspectStack } from '../../src/stack/lint/load.ts'
import { hostileText } from '../support/hostile/make.ts'
import { hostilePlace } from '../support/hostile/place.ts'
import { randomOf } from '../support/hostile/random.ts'
import { YAML_READERS } from '../support/hostile/readers.ts'
import { EACH, harmless, SEED } from '../support/hostile/run.ts'
import { watch } from '../support/hostile/watch.ts'
import { HOSTILE_STACKS } from '../support/hostile-yaml.ts'

test('YAML', async () => {
  const random = randomOf(SEED)
  const files = [
    'docker-compose.yml',
    'suites/workload.yml',
    'suites/disturbances.yml',
    '.github/workflows/deploy.yml'
  ]
  const seeds = [
    ...files.map(file => readFileSync(file, 'utf8')),
    ...Object.values(HOSTILE_STACKS).filter(t => t.length < 5000)
  ]
  const seen = watch()
  const place = hostilePlace()
  const file = path.join(place.inside, 'stack.yml')
  const variables = { A: 'a', TAG: '1', REGISTRY: 'r' }
  const inspect = () => inspectStack({ composeFiles: [file], variables, shownFrom: place.inside })
  for (let i = 0; i < EACH; i++) {
    const text = hostileText(seeds, random)
    writeFileSync(file, text)
    await seen.see(text, { ...YAML_READERS, inspectStack: inspect })
  }
  place.leave(['stack.yml'])
  harmless(seen)
})
