import { runMain } from '../../src/actions/run.ts'
import { swarmUpForm, swarmUpOutputs, upRequest } from '../../src/actions/swarm-up.ts'

await runMain(swarmUpForm, async (values, door) => {
  const { up } = await import('../../src/usecases/up.ts')
  const { workspace, dockerHost } = door
  // Before the cluster is there: when the job is cancelled halfway, the post step knows what to take down.
  if (!values.keep) door.saveState('cluster', values.name)
  const request = upRequest(values, { workspace, dockerHost, owner: await door.owner() })
  door.setOutputs(swarmUpOutputs(await up(request, door.home, door.effects)))
})
