import type { Effects, Log } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'
import type { Content } from '../../stack/contents/content.ts'
import { createRedactor, type Redactor } from '../../verify/run/redact.rules.ts'

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
  const hiding: Log = {
    info: line => log.info(redact(line)),
    debug: line => log.debug(redact(line)),
    warn: line => log.warn(redact(line)),
    step: (title, run) =>
      log.step(redact(title), update =>
        run((detail, table) => update(redact(detail), table && redact(table)))
      )
  }
  try {
    return redact(await work({ ...fx, log: hiding }))
  } catch (error) {
    if (!(error instanceof SwarmlineError)) throw error
    const { code, message, hint } = error
    const [shown, way] = [redact(message), hint === undefined ? undefined : redact(hint)]
    if (shown === message && way === hint) throw error
    throw new SwarmlineError(code, shown, way === undefined ? {} : { hint: way })
  }
}
