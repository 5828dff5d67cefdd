import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { type DeployRecord, readRecords, readSpecs, shownRecord as shown } from '../stack/kept/kept.ts'
import { servicesInWords } from '../stack/plan/plan.rules.ts'
import type { ServiceChange } from '../stack/plan/plan.ts'
import type { HistoryOfDeploysRequest, Home } from './requests.ts'
import { openSwarm } from './swarm.ts'

/** A deploy, and what it changed, also in plain lines; `undefined` where that is not on record. */
export type PastDeploy = DeployRecord & {
  changes: ServiceChange[] | undefined
  summary: string[] | undefined
}

export type DeployHistory = {
  stack: string
  /** Newest first. */
  deploys: PastDeploy[]
}

/**
 * The deploys of a stack that the swarm remembers, with what each changed and why one did not converge. Values that
 * may be secrets are concealed. It changes nothing.
 *
 * @throws `not-found`: no deploy is on record; what `openSwarm` throws; `engine-lost`
 */
export async function deployHistory(
  { target, stack }: HistoryOfDeploysRequest,
  home: Home,
  fx: Effects
): Promise<DeployHistory> {
  const swarm = await openSwarm(target, home, fx)
  try {
    const records = await readRecords(swarm.manager, stack, fx)
    if (records.length === 0)
      throw new SwarmlineError('not-found', `no deploy of ${stack} is on record in this swarm`, {
        hint: 'see what there is: docker stack ls'
      })
    const deploys = records.map(record => {
      const changes = readSpecs(record)?.changes
      return { ...shown(record), changes, summary: changes && servicesInWords(changes) }
    })
    return { stack, deploys }
  } finally {
    await swarm.close()
  }
}
