/** What a deploy does to the tasks that run, in words that follow the service's name. */
export const ON_TASKS = {
  none: '',
  'go-on': 'its tasks go on',
  move: 'tasks move where their node no longer fits',
  replaced: 'its tasks are replaced',
  'run-again': 'a job, it runs again'
} as const
