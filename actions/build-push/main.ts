import { buildPushForm, buildPushOutputs, buildRequest } from '../../src/actions/build-push.ts'
import { runMain } from '../../src/actions/run.ts'

await runMain(buildPushForm, async (values, door) => {
  const [{ build }, { reachTarget }, { registryOf }, { renderImages }] = await Promise.all([
    import('../../src/usecases/build.ts'),
    import('../../src/actions/reach-target.ts'),
    import('../../src/actions/registry-of.ts'),
    import('../../src/report/report.ts')
  ])
  const dockerHost = values.dockerHost ?? door.dockerHost
  const target = await reachTarget({ ...values, dockerHost }, door)
  const where = {
    target,
    registry: await registryOf(values, door.home),
    workspace: door.workspace,
    event: await door.event()
  }
  const images = await build(buildRequest(values, where), door.home, door.effects)
  door.setOutputs(buildPushOutputs(images, values.push))
  await door.addSummary(await renderImages(images, values.push))
})
