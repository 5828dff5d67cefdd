import { runPost } from '../../src/actions/run.ts'

await runPost(async door => {
  const name = door.savedState('cluster')
  if (!name) return
  const { down } = await import('../../src/usecases/down.ts')
  await down({ name, isAllOfOurs: false }, door.home, door.effects)
})
