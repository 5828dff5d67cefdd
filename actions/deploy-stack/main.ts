import {
  deployFault,
  deployRequest,
  deployStackForm,
  deployStackOutputs
} from '../../src/actions/deploy-stack.ts'
import { lockOwner } from '../../src/actions/lock-owner.ts'
import { runMain } from '../../src/actions/run.ts'

await runMain(deployStackForm, async (values, door) => {
  const [{ deploy }, { reachTarget }, { reportStep }] = await Promise.all([
    import('../../src/usecases/deploy/deploy.ts'),
    import('../../src/actions/reach-target.ts'),
    import('../../src/actions/report-step.ts')
  ])
  const target = await reachTarget(values, door)
  const request = deployRequest(values, target, door.workspace, await lockOwner(door))
  const result = await deploy(request, door.home, door.effects)
  door.setOutputs(deployStackOutputs(result))
  const fault = deployFault(result)
  await reportStep({ kind: 'deploy', result, fault }, target, door)
  if (fault) throw fault
})
