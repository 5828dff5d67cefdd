import { bounded } from '../plain/text.ts'
import type { Outcome } from './samples.ts'

/** The kernel's words for want of something on this machine: the server never heard of the request. */
const OURS = ['EADDRNOTAVAIL', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']

/** What a socket's error says about where the request ended. */
export function outcomeOfError(error: { code?: string | undefined; message: string }): Outcome {
  const code = error.code ?? ''
  const detail = bounded(code || error.message)
  if (OURS.includes(code)) return { kind: 'not-sent', detail, isCapped: false }
  if (code === 'ECONNREFUSED') return { kind: 'refused', detail }
  if (code === 'ECONNRESET' || code === 'ECONNABORTED' || code === 'EPIPE') return { kind: 'reset', detail }
  if (code === 'ETIMEDOUT') return { kind: 'time-out', detail }
  return { kind: 'unreachable', detail }
}
