import { KINDS } from '../../../../src/verify/kinds/all.ts'
import type { Routes } from '../builders.ts'
import type { TestServer } from '../test-server.ts'
import { livingSwarm } from './living-swarm.ts'
import { recordedCheck, runRecorded } from './recorded.ts'

type Disturbance = {
  kind: string
  /** Its parameters; the service is `web`. */
  said: object
  life: Parameters<typeof livingSwarm>[1]
  /** What `runRecorded` is told beside it. */
  over: object | undefined
  /** Looks at the service wait for its visitors. */
  visited: TestServer | undefined
}

/** Runs a disturbing check on a swarm that does what it is told, whose `web` answers on `port`. */
export async function disturb(port: number, { kind: name, said, life, over, visited }: Disturbance) {
  const kind = KINDS.find(each => each.name === name)
  if (!kind) throw new Error(name)
  const swarm = livingSwarm(port, life)
  const check = recordedCheck(kind, { service: 'web', ...said })
  const [verdict] = await runRecorded([check], {
    port,
    routes: visited ? afterVisitors(visited, swarm.routes) : swarm.routes,
    isDisruptionAllowed: true,
    powers: swarm.powers,
    ...over
  })
  return { verdict, swarm }
}

/** Looks at the service get no answer before visitors came: the swarm's clock is not theirs. */
function afterVisitors(of: TestServer, routes: Routes): Routes {
  const look = routes['GET /services/shop_web']
  let looks = 0
  return {
    ...routes,
    'GET /services/shop_web': async options => {
      for (let turn = 0; looks > 0 && of.connections() < 5 && turn < 50_000; turn++)
        await new Promise(resolve => setImmediate(resolve))
      looks++
      return look?.(options)
    }
  }
}
