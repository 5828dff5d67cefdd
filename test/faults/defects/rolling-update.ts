import type { Defect } from '../defect.ts'
import { layOut, webThatOnce } from './next-start.ts'

const by = 'rolling-update'
const READ_AS_WELL = { 'web-as-written': 'it reads the same setting' }

export const rollingUpdate: readonly Defect[] = [
  {
    name: 'an update of all tasks at once',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.parallelism = 0
    },
    caught: {
      by,
      says: /^2 tasks were replaced at once, not 1; 2 tasks in [\d.]+ s/,
      hint: /update_config\.parallelism/
    },
    also: READ_AS_WELL
  },
  {
    name: 'an update without a pause',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.delay = '0s'
    },
    caught: { by, says: /^\d+ ms between two replacements, not 2000; /, hint: /update_config\.delay/ }
  },
  {
    name: 'an update that stops a task before the new one runs',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.order = 'stop-first'
    },
    caught: { by, says: /^the order was stop-first, not start-first; /, hint: /update_config\.order/ },
    also: READ_AS_WELL
  },
  {
    name: 'a program that crashes as it is updated',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webThatOnce('exit 3')
    },
    after: layOut,
    caught: { by, says: /^a new task ended: task: non-zero exit \(3\); /, hint: /docker service ps/ }
  },
  {
    name: 'a program that is not healthy after an update',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webThatOnce('rm /www/healthz')
    },
    after: layOut,
    caught: { by, says: /^a new task ended: without an error, as one that is done or not healthy; / }
  }
]
