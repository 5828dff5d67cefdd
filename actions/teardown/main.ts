import { runMain } from '../../src/actions/run.ts'
import { downRequest, teardownForm, teardownOutputs } from '../../src/actions/teardown.ts'

await runMain(teardownForm, async (values, door) => {
  const { down } = await import('../../src/usecases/down.ts')
  door.setOutputs(teardownOutputs(await down(downRequest(values), door.home, door.effects)))
})
