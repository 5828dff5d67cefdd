/** Where a secret has to be, and why: docs/security.md says the same. Every other place is searched. */
export const EXCEPTIONS = {
  mask: 'the line `::add-mask::VALUE` of a step: the runner takes it out of the log and hides the value from then on',
  'given environment':
    'the environment that a process is started with, by GitHub (`INPUT_…`) or by you: nothing that it starts in turn has it',
  shell:
    'the programs by which the script `bin/swarmline` finds Node (`readlink`, `dirname`), before there is a swarmline',
  'own file': 'the files in which you keep it: contents of secrets, env files, logins of the docker client',
  'data of a secret': 'the data of the secret itself, on its way to the engine and in the engine’s store'
} as const

export type Exception = keyof typeof EXCEPTIONS
