/** The pure half of `verify.ts`: what files that are pure themselves may import, too. */

export { compare, inWords as wantedInWords } from './judging/compare.rules.ts'
export { count, fail, inconclusive, pass, worst } from './judging/judgement.rules.ts'
export { isPattern, matchesPattern, matchingLines } from './judging/pattern.rules.ts'
export { neutralise } from './judging/untrusted-text.rules.ts'
export { classifyAnswer } from './looking/unreadable.rules.ts'
export { nameInStack } from './names.rules.ts'
export { unframed } from './round/visits.rules.ts'
export { inWords as issueInWords } from './suite/issue-words.rules.ts'
export { select } from './suite/select.rules.ts'
export { interpolateSuite } from './suite/variables.rules.ts'
