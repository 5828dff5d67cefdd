import { cutText } from './bounds.rules.ts'
import type { TestCase, TestRun } from './test-cases.rules.ts'
import { oneLine } from './text.rules.ts'

/** A remark at a line of a file, as a workflow's step or a check run shows it. All of it is one line each. */
export type Annotation = {
  /** Relative to the repository; `undefined`: it belongs to no file. */
  path: string | undefined
  /** From 1. */
  line: number | undefined
  level: 'failure' | 'warning' | 'notice'
  title: string
  message: string
}

/** GitHub shows of a step 10 of each level; 50 of a job, and as many in one request for a check run. */
export const MOST_OF_LEVEL = 10
export const MOST_ANNOTATIONS = 50
const MOST_TITLE = 200
const MOST_MESSAGE = 2_000

/** What did not pass, the failed first. What was not measured is a warning, and nobody's failure. */
export function annotationsOf({ groups }: TestRun, mostOfLevel = MOST_OF_LEVEL): Annotation[] {
  const cases = groups.flatMap(group => group.cases)
  return (['fail', 'inconclusive'] as const)
    .flatMap(status =>
      withRest(
        cases.filter(each => each.status === status),
        mostOfLevel
      )
    )
    .slice(0, MOST_ANNOTATIONS)
}

/** As many as are shown; the last of them says how many more there are. */
function withRest(cases: readonly TestCase[], most: number): Annotation[] {
  if (cases.length <= most) return cases.map(annotationOf)
  const shown = cases.slice(0, most - 1).map(annotationOf)
  const names = cases.slice(most - 1).map(each => oneLine(each.name))
  const level = shown[0]?.level ?? 'failure'
  const title = `${names.length} more ${level === 'failure' ? 'failed' : 'could not be measured'}`
  return [
    ...shown,
    { path: undefined, line: undefined, level, title, message: cutText(names.join('; '), MOST_MESSAGE) }
  ]
}

function annotationOf({ name, status, message, details, place }: TestCase): Annotation {
  const hints = details.flatMap(each => (each.startsWith('hint: ') ? [each.slice('hint: '.length)] : []))
  const isFile = place !== undefined && isInRepository(place.file)
  return {
    path: isFile ? place.file : undefined,
    line: isFile ? place.line : undefined,
    level: status === 'fail' ? 'failure' : 'warning',
    title: cutText(oneLine(name), MOST_TITLE),
    message:
      cutText(oneLine([message ?? '', ...hints].filter(Boolean).join(' — ')), MOST_MESSAGE) || 'did not pass'
  }
}

/** A path that cannot lead anywhere else. */
const isInRepository = (file: string): boolean =>
  !/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\p{Cc}/iu.test(file) && file.length <= 1_000
