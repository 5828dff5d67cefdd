import { type AskedDeploy, askedDeploy } from './asked-deploy.rules.ts'
import type { ScriptRun } from './solution.ts'

const USUAL = [
  ...['docker-compose.yml', 'docker-compose.yaml', 'compose.yaml', 'compose.yml'],
  ...['docker-stack.yml', 'docker-stack.yaml', 'stack.yml', 'stack.yaml']
]
const OVERRIDES = /^(?:docker-)?compose\.override\.ya?ml$/

/**
 * Which stack files a folder deploys, in the order in which they override each other: those that its own deploy script
 * names, else the usual one.
 *
 * @returns none where the folder has no stack file: the participant is not that far yet
 */
export function stackFilesOf(
  files: readonly string[],
  runs: readonly ScriptRun[]
): { composeFiles: string[]; because: string } {
  const asked = runs.flatMap(({ file, calls }) =>
    calls.flatMap((call): (AskedDeploy & { script: string })[] => {
      const deploy = askedDeploy(call)
      return deploy ? [{ ...deploy, script: file }] : []
    })
  )
  const named = asked.find(({ composeFiles }) => composeFiles.every(file => files.includes(file)))
  if (named) return { composeFiles: named.composeFiles, because: `${named.script} deploys it` }
  const usual = USUAL.find(file => files.includes(file))
  if (usual === undefined) return { composeFiles: [], because: 'there is no stack file' }
  const override = files.find(file => OVERRIDES.test(file))
  return {
    composeFiles: override === undefined ? [usual] : [usual, override],
    because: 'it has the usual name'
  }
}
