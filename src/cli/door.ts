import type { Home } from '../usecases/requests.ts'
import type { UseCases } from './use-cases.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Standard output or standard error: where it leads decides on colours, widths and the live display. */
export type Screen = Pick<NodeJS.WritableStream, 'write'> & {
  isTTY?: boolean | undefined
  columns?: number | undefined
  rows?: number | undefined
}

export type SignalName = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** What the command line takes from its process. `main.ts` makes the real one; tests make their own. */
export type Door = {
  env: Environment
  cwd: string
  /** The folder of swarmline itself, with the workload that the demo deploys. */
  ownFolder: string
  /** Whose machine it is: written into the labels of what is made. */
  user: string
  home: Home
  /** Makes the folders of `home`, unless they are there. Throws `input` where they are not this user's alone. */
  openHome(): void
  stdout: Screen
  stderr: Screen
  useCases: UseCases
  /** Calls `listen` for each signal that asks to end; what it returns stops that. */
  onSignal(listen: (name: SignalName) => void): () => void
  /** Ends the process at once: only for the second Ctrl-C. */
  exitNow(code: number): void
}
