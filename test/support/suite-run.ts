// A suite on a swarm of one node, as `swarmline verify --suite` runs it.
import path from 'node:path'
import { verify } from '../../src/usecases/verify.ts'
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { realEffects } from './real-effects.ts'
import type { SwarmOfOne } from './swarm-of-one.ts'

/**
 * Verifies the stack `shop` with `suite.yml` of a folder, in which the evidence is kept as well.
 *
 * @param asked.composeFiles names in the folder
 */
export function runSuite(
  { client }: Pick<SwarmOfOne, 'client'>,
  folder: string,
  asked: { isDisruptionAllowed: boolean; variables?: Record<string, string>; composeFiles?: string[] }
): Promise<VerifyResult> {
  const { isDisruptionAllowed, variables = {}, composeFiles = [] } = asked
  const home = path.join(folder, 'home')
  return verify(
    {
      target: { kind: 'existing', dockerHost: `unix://${client.socketPath}`, dockerConfigDir: undefined },
      stack: 'shop',
      suite: {
        files: [path.join(folder, 'suite.yml')],
        root: folder,
        only: [],
        tags: [],
        variables,
        isDisruptionAllowed,
        composeFiles: composeFiles.map(name => path.join(folder, name)),
        evidenceDir: path.join(folder, 'evidence')
      }
    },
    { cacheDir: home, stateDir: home },
    realEffects()
  )
}
