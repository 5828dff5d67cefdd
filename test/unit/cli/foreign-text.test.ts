import { expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { fakeDoor, sampleCluster } from './fake-door.ts'

test('nothing that an engine or a container says acts in a terminal, in whatever form it is shown', async () => {
  const acting = 'a\u001b[2J\u009b2J\u0085::error::b\u202ec'
  const cause = new Error(acting)
  const swarm = async () => sampleCluster({ engineTitle: acting })
  const fails = async () => Promise.reject(new SwarmlineError('engine-lost', acting, { cause }))
  for (const up of [swarm, fails])
    for (const form of [[], ['--json'], ['--verbose']]) {
      const door = fakeDoor({ up })
      await run(['up', ...form], door)
      const said = door.stdout.text() + door.stderr.text()
      expect(said).toContain('error::b')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    }
})
