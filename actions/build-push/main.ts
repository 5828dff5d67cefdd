import { buildPushForm, buildPushOutputs, buildRequest } from '../../src/actions/build-push.ts'
import { runMain } from '../../src/actions/run.ts'
import { targetOf } from '../../src/actions/target.rules.ts'

await runMain(buildPushForm, async (values, door) => {
  const [{ build }, { writeLogin }, { registryOf }] = await Promise.all([
    import('../../src/usecases/build.ts'),
    import('../../src/actions/docker-login.ts'),
    import('../../src/actions/registry-of.ts')
  ])
  const dockerHost = values.dockerHost ?? door.dockerHost
  const target = targetOf({ ...values, dockerHost }, await writeLogin(values, door))
  const where = { target, registry: await registryOf(values, door.home), workspace: door.workspace }
  const images = await build(buildRequest(values, where), door.home, door.effects)
  door.setOutputs(buildPushOutputs(images, values.push))
})
