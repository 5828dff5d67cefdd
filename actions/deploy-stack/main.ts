import {
  deployRequest,
  deployStackForm,
  deployStackOutputs,
  lintRequest,
  planOutputs
} from '../../src/actions/deploy-stack.ts'
import { lockOwner } from '../../src/actions/lock-owner.ts'
import { runMain } from '../../src/actions/run.ts'
import { deployFault } from '../../src/usecases/deploy/fault.rules.ts'

await runMain(deployStackForm, async (values, door) => {
  if (values.lintOnly) {
    const { lintFiles } = await import('../../src/actions/lint-files.ts')
    return lintFiles(lintRequest(values, door.workspace), door)
  }
  if (values.rollback !== undefined) {
    const { rollBack } = await import('../../src/actions/roll-back.ts')
    return rollBack(values, door)
  }
  const [{ deploy, planDeploy }, { reachTarget }, { reportFolder, reportStep }, { renderPlan }] =
    await Promise.all([
      import('../../src/usecases/deploy/deploy.ts'),
      import('../../src/actions/reach-target.ts'),
      import('../../src/actions/report-step.ts'),
      import('../../src/report/report.ts')
    ])
  const target = await reachTarget(values, door)
  const request = deployRequest(values, target, door.workspace, await lockOwner(door))
  if (values.plan) {
    const plan = await planDeploy(request, door.home, door.effects)
    await door.addSummary(await renderPlan(plan.changes))
    return door.setOutputs(planOutputs(plan))
  }
  const result = await deploy(request, door.home, door.effects, {
    planned: async changes => door.addSummary(await renderPlan(changes))
  })
  const fault = deployFault(result)
  // A report that cannot be written leaves the outputs whole.
  door.setOutputs(deployStackOutputs(result, reportFolder('deploy', door)))
  await reportStep({ kind: 'deploy', result, fault }, target, door)
  if (fault) throw fault
})
