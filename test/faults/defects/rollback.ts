import type { Defect } from '../defect.ts'

const by = 'rollback'

export const rollback: readonly Defect[] = [
  {
    name: 'a failed update that is left as it is',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.failure_action = 'pause'
    },
    caught: {
      by,
      says: /^a failed update of it is not rolled back: failure_action is pause$/,
      hint: /failure_action to rollback/
    }
  },
  {
    name: 'a failed update that goes on',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.failure_action = 'continue'
    },
    caught: { by, says: /: failure_action is continue$/ }
  },
  {
    name: 'an update of which every task may fail',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.update_config.max_failure_ratio = 1
    },
    caught: {
      by,
      says: /^the bad update was taken for a good one; completed after /,
      hint: /max_failure_ratio/
    }
  },
  {
    name: 'a rollback that takes longer than it may',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.deploy.rollback_config.monitor = '10m'
    },
    caught: {
      by,
      says: /^no rollback was completed: .*; rollback_started after /,
      hint: /rollback_config says how fast/
    }
  }
]
