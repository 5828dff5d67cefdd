import type { Effects } from '../../../effects/effects.ts'
import { explain, SwarmlineError } from '../../../errors.ts'
import { plain } from '../../../plain/text.ts'
import type { Machines } from './program.ts'

/** So many at once: clouds limit how many requests an account may make. */
export const MOST_AT_ONCE = 8

export type PlannedMachine = { node: string; machine: string; line: readonly string[] }

/**
 * Makes machines, several at once. The first is alone until the program has its certificates: it makes them at its first
 * use, and two programs that did so at once would each have their own. After a failure none is begun any more, and those
 * that are being made are waited for: an instance is lost to its provider when its program ends halfway.
 *
 * @throws the first failure
 */
export async function createMachines(
  planned: readonly PlannedMachine[],
  machines: Pick<Machines, 'create'>,
  fx: Pick<Effects, 'log' | 'signal'>
): Promise<void> {
  const [first, ...others] = planned
  if (!first) return
  let failure: { error: unknown } | undefined
  const make = async ({ node, machine, line }: PlannedMachine, onLine?: (line: string) => void) => {
    try {
      await machines.create(machine, line, said => {
        fx.log.debug(`${node}: ${plain(said).slice(0, 500)}`)
        onLine?.(said)
      })
    } catch (error) {
      failure ??= { error: named(error, node) }
    }
  }
  const queue = [...others]
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next && !failure && !fx.signal.aborted; next = queue.shift())
      await make(next)
  }
  const begun = Promise.withResolvers<void>()
  const firstMade = make(first, said => {
    if (/^Running pre-create checks/.test(said)) begun.resolve()
  }).finally(begun.resolve)
  await begun.promise
  await Promise.all([firstMade, ...Array.from({ length: MOST_AT_ONCE - 1 }, work)])
  await work()
  if (failure) throw failure.error
}

const named = (error: unknown, node: string): unknown =>
  error instanceof SwarmlineError && error.code !== 'cancelled'
    ? new SwarmlineError(error.code, `node ${node}: ${error.message}`, {
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        cause: error
      })
    : error instanceof Error
      ? error
      : new SwarmlineError('internal', explain(error))
