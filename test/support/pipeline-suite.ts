// The frame of tests that deploy through the whole pipeline: a swarm of their own, and a folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { whyNoDockerd } from './dockerd.ts'
import { type Pipeline, pipelineOn } from './pipeline.ts'
import { describeIf } from './requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from './swarm-of-one.ts'

/** `swarm` and `on` may be passed around at once, and asked for something when hooks and tests run. */
export type PipelineSuite = { swarm: SwarmOfOne; on: Pipeline; folder: string }

/**
 * A group of tests with a real swarm of one node, which has the images `app:v1` and `app:v2`. It is there before the
 * group's own `beforeAll`, and until after its `afterAll`.
 */
export function describePipeline(title: string, tests: (suite: PipelineSuite) => void): void {
  const reason = whyNoDockerd()
  describeIf(reason === undefined, reason ?? '', title, () => {
    let swarm: SwarmOfOne | undefined
    let on: Pipeline | undefined
    const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-'))
    beforeAll(async () => {
      swarm = await startSwarmOfOne(['app:v1', 'app:v2'])
      on = pipelineOn(swarm, folder)
    })
    tests({ swarm: later(() => swarm), on: later(() => on), folder })
    afterAll(async () => {
      await swarm?.stop()
      rmSync(folder, { recursive: true, force: true })
    })
  })
}

/** Stands for what is made in a hook. */
function later<T extends object>(made: () => T | undefined): T {
  const get = (_: object, name: string | symbol): unknown => {
    const there = made()
    if (there === undefined) throw new Error('the swarm is there in hooks and tests only')
    return Reflect.get(there, name)
  }
  return new Proxy({}, { get }) as T
}
