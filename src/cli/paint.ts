import colors from 'picocolors'
import type { Look } from './look.rules.ts'

const UNICODE = { done: '✔', failed: '✖', cancelled: '■', warning: '⚠', unknown: '?', skipped: '–' }
const ASCII = { done: '+', failed: 'x', cancelled: '#', warning: '!', unknown: '?', skipped: '-' }

/** Colours and signs for a look. */
export function paint(look: Look) {
  return { color: colors.createColors(look.hasColor), sign: look.hasUnicode ? UNICODE : ASCII }
}
