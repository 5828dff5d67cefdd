import { fail, type Judgement, pass } from '../../verify/judgement.rules.ts'
import { neutralise } from '../../verify/untrusted-text.rules.ts'
import type { ScriptRun } from '../folder/solution.ts'

export type DeployScriptEvidence = {
  files: readonly string[]
  runs: readonly ScriptRun[]
}

export const DEPLOY_SCRIPT_EXPECTED = 'an executable script in bin/ deploys a stack file of the folder'

/** A deploy as a script asked for it. */
export type AskedDeploy = { composeFiles: string[]; stack: string | undefined }

const HINT = 'see how the scripts that are there already are made'

export function judgeDeployScript({ files, runs }: DeployScriptEvidence): Judgement {
  const failed = (observed: string): Judgement => fail(DEPLOY_SCRIPT_EXPECTED, observed, HINT)
  const deploys = runs.flatMap(run =>
    run.calls.flatMap(call => {
      const asked = askedDeploy(call)
      return asked ? [{ run, asked }] : []
    })
  )
  if (runs.length === 0) return failed('there is no script in bin/')
  if (deploys.length === 0)
    return failed(`none of ${runs.map(({ file }) => file).join(', ')} deploys a stack`)
  const there = deploys.filter(({ asked }) => asked.composeFiles.every(file => files.includes(file)))
  const [first] = deploys
  if (there.length === 0)
    return failed(
      `${first?.run.file} deploys ${first?.asked.composeFiles.map(file => neutralise(file, 80)).join(', ')}, which is not in the folder`
    )
  const good = there.find(({ run }) => run.isExecutable)
  return good
    ? pass(DEPLOY_SCRIPT_EXPECTED, `${good.run.file} deploys ${good.asked.composeFiles.join(', ')}`)
    : failed(`${there[0]?.run.file} deploys the stack, but is not executable`)
}

/**
 * The deploy that a call asks for: `docker stack deploy -c FILE NAME` (or `up`, its alias), `swarmline deploy`.
 * `undefined` for anything else. Paths are brought into the form that the folder's files have.
 */
export function askedDeploy(call: readonly string[]): AskedDeploy | undefined {
  const [program = '', ...rest] = call
  const name = program.split('/').at(-1)
  const words = name === 'docker' ? withoutGlobals(rest) : rest
  if (name === 'docker' && words[0] === 'stack' && (words[1] === 'deploy' || words[1] === 'up')) {
    const { files, others } = filesIn(words.slice(2), ['-c', '--compose-file'])
    return files.length > 0 ? { composeFiles: files, stack: others.at(-1) } : undefined
  }
  if (name === 'swarmline' && words[0] === 'deploy') {
    const { files, others } = filesIn(words.slice(1), ['--compose-file'])
    return {
      composeFiles: files.length > 0 ? files : ['docker-compose.yml'],
      stack: others.find(word => !word.startsWith('-'))
    }
  }
  return undefined
}

/** docker's own options before the command, each with its value. */
function withoutGlobals(words: readonly string[]): string[] {
  const [first = '', ...rest] = words
  if (!first.startsWith('-')) return [...words]
  const takesValue =
    !first.includes('=') && /^(?:-H|--host|-c|--context|--config|-l|--log-level)$/.test(first)
  return withoutGlobals(takesValue ? rest.slice(1) : rest)
}

function filesIn(
  words: readonly string[],
  options: readonly string[]
): { files: string[]; others: string[] } {
  const files: string[] = []
  const others: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const option = options.find(each => word === each || word.startsWith(`${each}=`))
    if (option === undefined) others.push(word)
    else files.push(inFolder(word === option ? (words[++i] ?? '') : word.slice(option.length + 1)))
  }
  return { files, others }
}

const inFolder = (file: string): string => file.replace(/^(?:\.\/)+/, '')
