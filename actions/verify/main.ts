import { runMain } from '../../src/actions/run.ts'
import { verifyFault, verifyForm, verifyOutputs, verifyRequest } from '../../src/actions/verify.ts'

await runMain(verifyForm, async (values, door) => {
  const [{ verify }, { reportFolder, reportStep }, { reachTarget }] = await Promise.all([
    import('../../src/usecases/verify.ts'),
    import('../../src/actions/report-step.ts'),
    import('../../src/actions/reach-target.ts')
  ])
  const target = await reachTarget(values, door)
  const places = { workspace: door.workspace, reportDir: reportFolder('verify', door) }
  const result = await verify(verifyRequest(values, target, places), door.home, door.effects)
  const fault = verifyFault(result)
  const folder = await reportStep({ kind: 'verify', stack: values.stack, result, fault }, target, door)
  door.setOutputs(verifyOutputs(result, folder))
  if (fault) throw fault
})
