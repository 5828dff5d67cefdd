/**
 * Text that a checked service or container wrote, made fit for a verdict: one line, bounded, and without the
 * control, zero-width and direction characters that could forge a terminal's or a log's lines.
 */
export { plainWords as neutralise } from '../traffic/words.rules.ts'
