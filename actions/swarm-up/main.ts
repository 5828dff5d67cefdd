import { runMain } from '../../src/actions/run.ts'
import { swarmUpForm, swarmUpOutputs, upMachinesRequest, upRequest } from '../../src/actions/swarm-up.ts'

await runMain(swarmUpForm, async (values, door) => {
  const { workspace, dockerHost } = door
  // Before the cluster is there: when the job is cancelled halfway, the post step knows what to take down.
  if (!values.keep) door.saveState('cluster', values.name)
  const owner = await door.owner()
  if (values.provider === 'docker-machine') {
    const { upMachines } = await import('../../src/usecases/up-machines.ts')
    const request = upMachinesRequest(values, owner)
    return door.setOutputs(swarmUpOutputs(await upMachines(request, door.home, door.effects)))
  }
  const { up } = await import('../../src/usecases/up.ts')
  const request = upRequest(values, { workspace, dockerHost, owner })
  door.setOutputs(swarmUpOutputs(await up(request, door.home, door.effects)))
})
