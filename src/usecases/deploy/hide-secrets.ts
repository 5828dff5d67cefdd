import type { Effects, Log } from '../../effects/effects.ts'
import { classify, SwarmlineError } from '../../errors.ts'
import { createRedactor, type Redactor } from '../../plain/redact.ts'
import type { Content } from '../../stack/read/read.ts'

/** A shorter secret is a part of other words: hiding it would hide them, and nothing. */
const SHORTEST = 6

/**
 * Knows the contents of a stack's secrets, so that what docker, an engine or the containers themselves quote of them
 * (a task's error, the last lines of a log) reaches neither log nor report.
 *
 * @param names words of the report that are no secrets, even where a secret has the same text
 */
export function redactorOf(contents: readonly Content[], names: readonly string[]): Redactor {
  const redactor = createRedactor({ except: names, isCutMarked: true })
  for (const { kind, bytes } of contents) {
    const text = Buffer.from(bytes).toString('utf8').trim()
    if (kind === 'secret' && text.length >= SHORTEST) redactor.register(bytes)
  }
  return redactor
}

/** Does work whose lines, result and error show none of the secrets. */
export async function hidingSecrets<T>(
  { redact }: Redactor,
  fx: Effects,
  work: (fx: Effects) => Promise<T>
): Promise<T> {
  const { log } = fx
  const within = async <R>(inner: () => Promise<R>): Promise<R> => {
    try {
      return await inner()
    } catch (error) {
      throw hidden(error, redact)
    }
  }
  const hiding: Log = {
    info: line => log.info(redact(line)),
    debug: line => log.debug(redact(line)),
    warn: line => log.warn(redact(line)),
    // A log says of a step that failed why it did.
    step: (title, run) =>
      log.step(redact(title), update =>
        within(() => run((detail, table) => update(redact(detail), table && redact(table))))
      )
  }
  return within(async () => redact(await work({ ...fx, log: hiding })))
}

/** The same error, unless it shows a secret anywhere: then one of the same kind, without its cause and its trace. */
function hidden(error: unknown, redact: Redactor['redact']): unknown {
  const all = wordsOf(error)
  if (redact(all) === all) return error
  const { code, message, hint } = classify(error)
  return new SwarmlineError(code, redact(message), hint === undefined ? {} : { hint: redact(hint) })
}

/** All that `--verbose` shows of it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const hint = error instanceof SwarmlineError ? error.hint : ''
  const cause = error.cause === undefined ? '' : wordsOf(error.cause)
  return [error.message, hint, error.stack, cause].join('\n')
}
