import type * as z from 'zod'

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
  undefined: 'nothing'
}
const UNITS: Record<string, string> = { string: ' characters', array: ' entries', set: ' entries' }

/** What a schema’s issue asks for, as a person would say it: `takes at most 65535`. */
export function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `takes ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${UNITS[issue.origin] ?? ''}`
    case 'too_small':
      if (issue.minimum === 1 && issue.origin === 'string') return 'takes a non-empty string'
      return `takes ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${UNITS[issue.origin] ?? ''}`
    case 'invalid_type': {
      if (/^takes /.test(issue.message)) return issue.message
      const seen = /received (\w+)$/.exec(issue.message)?.[1] ?? ''
      const seenWords = TYPES[seen] === undefined ? '' : `, not ${TYPES[seen]}`
      return `takes ${TYPES[issue.expected] ?? issue.expected}${seenWords}`
    }
    case 'invalid_union':
      return 'takes another kind of value'
    default:
      return issue.message.replace(/^Invalid (?:input|string): /, '')
  }
}
