import * as z from 'zod'
import { checked, defineKind, duration, type World } from '../../../verify/verify.ts'
import {
  isKeptByUs,
  isStackNetwork,
  judgeNothingLeft,
  NOTHING_LEFT_EXPECTED,
  type NothingLeftEvidence
} from './judge.ts'

const EVERY_MS = 2000
const labels = z.record(z.string(), z.string()).nullish()
const OBJECTS = z.array(z.looseObject({ Spec: z.looseObject({ Name: z.string(), Labels: labels }) }))
const NETWORKS = z.array(
  z.looseObject({
    Name: z.string(),
    Driver: z.string().optional(),
    Scope: z.string().optional(),
    Ingress: z.boolean().optional(),
    Labels: labels
  })
)

const params = z.strictObject({
  within: duration().prefault('60s').describe('How long the rest may take to go.')
})

export const nothingLeft = defineKind({
  name: 'nothing-left',
  explanation:
    'Lists services, overlay networks, secrets and configs of the whole swarm, again and again until there is none. Fails ' +
    'when some are left; what Swarmline keeps for itself does not count.',
  example: '- kind: nothing-left',
  isDisturbing: false,
  visits: 'none',
  deadlineMs: ({ within }) => within + 60_000,
  params,
  expected: () => NOTHING_LEFT_EXPECTED,
  gather: async ({ within }, world): Promise<NothingLeftEvidence> => {
    const end = world.clock.now() + within
    for (;;) {
      const left = await look(world)
      const isEmpty = Object.values(left).every(names => names.length === 0)
      if (isEmpty || world.clock.now() >= end) return left
      await world.clock.sleep(EVERY_MS, world.signal)
    }
  },
  judge: (_params, evidence) => judgeNothingLeft(evidence)
})

async function look({ manager, signal }: World): Promise<NothingLeftEvidence> {
  const get = async <T>(path: string, form: z.ZodType<T>): Promise<T> =>
    checked(path, form, await manager.json('GET', path, { signal }))
  const objects = async (path: string): Promise<string[]> =>
    (await get(path, OBJECTS))
      .map(({ Spec }) => ({ name: Spec.Name, labels: Spec.Labels ?? {} }))
      .filter(object => !isKeptByUs(object))
      .map(({ name }) => name)
  const [services, networks, secrets, configs] = await Promise.all([
    objects('/services'),
    get('/networks', NETWORKS),
    objects('/secrets'),
    objects('/configs')
  ])
  return {
    services,
    networks: networks
      .filter(network => isStackNetwork(network as { Driver?: string; Scope?: string; Ingress?: boolean }))
      .filter(({ Name, Labels }) => !isKeptByUs({ name: Name, labels: Labels ?? {} }))
      .map(({ Name }) => Name),
    secrets,
    configs
  }
}
