/** What a script did that was run in a sandbox, with a `docker` and a `swarmline` that only note their arguments. */
export type ScriptRun = {
  /** `bin/deploy` */
  file: string
  isExecutable: boolean
  /** Each program that was called, with its arguments: `['docker', 'stack', 'deploy', …]`. */
  calls: readonly (readonly string[])[]
  /** `undefined`: it was ended when its time was up. */
  exitCode: number | undefined
}

/** A participant's folder, as far as checks read it. */
export type Solution = {
  /** Paths of its regular files from its top, with `/` between. */
  files: readonly string[]
  /** Text of a file, at most 256 KiB of it. @throws `input` for one that is not there */
  read(file: string): Promise<string>
  /** Runs the scripts of `bin/`. */
  runScripts(): Promise<ScriptRun[]>
}
