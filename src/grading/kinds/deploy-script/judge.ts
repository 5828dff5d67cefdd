import { fail, neutralise, pass } from '../../../verify/verify.rules.ts'
import type { Judgement } from '../../../verify/verify.ts'
import { askedDeploy } from '../../folder/asked-deploy.rules.ts'
import type { ScriptRun } from '../../folder/solution.ts'

export type DeployScriptEvidence = {
  files: readonly string[]
  runs: readonly ScriptRun[]
}

export const DEPLOY_SCRIPT_EXPECTED = 'an executable script in bin/ deploys a stack file of the folder'

const HINT = 'look at the scripts that are already there'

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
