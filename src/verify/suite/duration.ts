import * as z from 'zod'

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const
const FORM = /^(\d{1,7})(ms|s|m|h)$/

/** `500ms`, `30s`, `5m`, `1h` as milliseconds; at most a day. */
export const duration = () =>
  z
    .string('takes a time such as 500ms, 30s, 5m or 1h')
    .regex(FORM, 'takes a time such as 500ms, 30s, 5m or 1h')
    .transform(text => {
      const [, count = '0', unit = 's'] = FORM.exec(text) ?? []
      return Math.min(Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS], 24 * UNIT_MS.h)
    })
