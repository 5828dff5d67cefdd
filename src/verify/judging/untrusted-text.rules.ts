/** Text that a checked service or container wrote, made fit for a verdict: one line, and bounded. */
export { bounded as neutralise } from '../../plain/text.ts'
