import type { Defect } from '../defect.ts'
import type { ShopStack } from '../healthy-stack.ts'
import { layOut, webThatOnce } from './next-start.ts'

const by = 'self-healing'
const NOT_BACK = /^1 of 2 tasks run [\d.]+ s after manager1 lost 1/

const restarts =
  (policy: object) =>
  ({ services: { web } }: ShopStack): void => {
    web.deploy.restart_policy = policy
  }

export const selfHealing: readonly Defect[] = [
  {
    name: 'a service whose tasks are never restarted',
    by: 'engine',
    stack: restarts({ condition: 'none' }),
    caught: { by, says: NOT_BACK, hint: /restart_policy\.condition must be any or on-failure/ }
  },
  {
    name: 'a restart that waits for five minutes',
    by: 'engine',
    stack: restarts({ condition: 'any', delay: '5m' }),
    caught: { by, says: NOT_BACK, hint: /its delay short/ }
  },
  {
    name: 'a program that takes a minute to start again',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.healthcheck.start_period = '5m'
      web.command = webThatOnce('sleep 60')
    },
    after: layOut,
    caught: { by, says: NOT_BACK }
  },
  {
    name: 'a program that crashes as it is restarted, and is tried again too late',
    by: 'engine',
    stack: ({ services: { web } }) => {
      // One crash within the time that the check allows, and the next start after it.
      web.deploy.restart_policy = { condition: 'any', delay: '18s' }
      web.command = webThatOnce('exit 3')
    },
    after: layOut,
    caught: { by, says: /^1 of 2 tasks run [\d.]+ s after manager1 lost 1; task: non-zero exit \(3\)$/ }
  }
]
