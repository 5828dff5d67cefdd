/** Where a secret has to be, and why. Every other place is searched. */
export const EXCEPTIONS = {
  mask: 'The runner takes a line ::add-mask::VALUE out of the log, and hides the value from then on',
  'given environment':
    'GitHub hands a step its inputs as INPUT_…, and a user may hand a variable to the process that he starts: nothing that this process starts has it',
  shell:
    'bin/swarmline is a shell script, which finds Node with programs of its own (readlink, dirname) before there is a swarmline',
  'own file':
    'The test wrote it, as its user has it: the contents of secrets, an env file, logins of docker’s',
  'data of a secret': 'It is what was to be deployed: on its way to the engine, and in the engine’s store'
} as const

export type Exception = keyof typeof EXCEPTIONS
