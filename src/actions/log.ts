import type { Clock, Log } from '../effects/effects.ts'
import { explain } from '../errors.ts'
import { inTerminal, inWorkflow } from '../plain/text.ts'

/** The part of the toolkit that prints. */
export type Printer = {
  info(line: string): void
  debug(line: string): void
  warning(line: string): void
  startGroup(title: string): void
  endGroup(): void
}

/** A step that goes on for long says where it is, but not more often than this. */
const DETAIL_EVERY_MS = 5000

/**
 * The log of an action. The outermost step becomes a group of the runner, which can neither nest nor run beside
 * another: what runs within it or beside it is told in lines, and the group ends when the last of them has ended.
 */
export function createActionLog(printer: Printer, clock: Pick<Clock, 'now'>): Log {
  let open = 0
  const line = (text: string): void => printer.info(inWorkflow(text))

  const step: Log['step'] = async (title, run) => {
    const startedAt = clock.now()
    let toldAt = startedAt
    if (open++ === 0) printer.startGroup(inTerminal(title))
    else line(`… ${title}`)
    const end = (text: string): void => {
      if (--open === 0) printer.endGroup()
      line(`${text} (${((clock.now() - startedAt) / 1000).toFixed(1)} s)`)
    }
    try {
      const result = await run(detail => {
        if (clock.now() - toldAt < DETAIL_EVERY_MS) return
        toldAt = clock.now()
        line(`… ${title}: ${detail}`)
      })
      end(`✓ ${title}`)
      return result
    } catch (error) {
      end(`✗ ${title}: ${explain(error)}`)
      throw error
    }
  }
  return {
    info: line,
    debug: text => printer.debug(inWorkflow(text)),
    warn: text => printer.warning(inWorkflow(text)),
    step
  }
}
