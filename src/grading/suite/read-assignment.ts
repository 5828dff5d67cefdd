import { nearest } from '../../effects/nearest.rules.ts'
import { interpolateSuite } from '../../verify/verify.rules.ts'
import {
  type AnyKind,
  type Fault,
  parseSuite,
  readChecks,
  readFrame,
  type SuiteCheck,
  type SuiteFile
} from '../../verify/verify.ts'
import type { Assignment, RunnableCheck } from '../assignment.ts'
import { takeExtras } from './extras.ts'

export type AssignmentSource = {
  /** Absolute path of `checks.yml`. */
  path: string
  shownAs: string
  text: string
  /** `05-routing-mesh` */
  name: string
  kinds: ReadonlyMap<string, AnyKind>
  /** Names of roles: `BACKEND`. */
  roles: readonly string[]
  /** Values for `${NAME}`, those of roles among them. */
  valueOf(name: string): string | undefined
  /** All names that have a value, to guess what was meant. */
  names: readonly string[]
}

/** What a suite may say, and an assignment not: it is one of many that are graded together. */
export const NOT_HERE = ['include', 'secrets', 'deadline']

/** Reads the suite of an assignment; all that is wrong with it at once. */
export function readAssignment(
  source: AssignmentSource
): { assignment: Assignment<RunnableCheck> } | { faults: Fault[] } {
  const parsed = parseSuite(source.path, source.shownAs, source.text)
  if ('faults' in parsed) return parsed
  const { file } = parsed
  const extras = takeExtras(file)
  const defaults = defaultsOf(file)
  const given = (name: string) => source.valueOf(name) ?? defaults.get(name)
  const faults = [
    ...extras.faults,
    ...NOT_HERE.filter(key => file.document.has(key)).map(key =>
      file.fault(file.keyAt([], key), `${key} is for suites that stand alone`)
    ),
    ...interpolateSuite(file, given, name => nearest(name, [...source.names, ...defaults.keys()]))
  ]
  const frame = readFrame(file)
  if ('faults' in frame) return { faults: [...faults, ...frame.faults] }
  const read = readChecks(file, frame.frame, source.kinds)
  faults.push(...read.faults, ...read.checks.flatMap((check, index) => faultsOfCheck(check, file, index)))
  if (frame.frame.title === undefined) faults.push(file.fault(undefined, 'title is missing'))
  if (faults.length > 0) return { faults: firstAtEachPlace(faults) }
  return {
    assignment: {
      name: source.name,
      title: frame.frame.title ?? '',
      isBonus: extras.top.bonus,
      needsSwarm: extras.top.needs === 'swarm',
      checks: read.checks.map((check, index) => {
        const { id = '', title = '', points = 0, hints = [] } = check
        const { requires = [], names = [] } = extras.checks[index] ?? {}
        const roles = source.roles.filter(role =>
          names.some(name => name === role || name === `${role}_FILE`)
        )
        return { id, title, points, requires, roles, hints, place: check.place, suite: { ...check, id } }
      })
    }
  }
}

/** What is wrong with a value is said once: a variable without one would be a wrong type as well. */
function firstAtEachPlace(faults: readonly Fault[]): Fault[] {
  return [
    ...new Map(faults.toReversed().map(each => [`${each.line}:${each.column}`, each])).values()
  ].toReversed()
}

/** The variables that the suite declares itself, with what stands for them when nobody says anything else. */
function defaultsOf(file: SuiteFile): Map<string, string> {
  const plain = file.plain(file.document.get('variables', true))
  const entries = Object.entries((plain ?? {}) as Record<string, unknown>)
  return new Map(entries.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
}

type Unnumbered = Omit<SuiteCheck, 'id'> & { id: string | undefined }

function faultsOfCheck(check: Unnumbered, file: SuiteFile, index: number): Fault[] {
  const { points, hints = [] } = check
  const missing = (['id', 'title', 'points'] as const).filter(key => check[key] === undefined)
  return [
    ...missing.map(key => `${key} is missing`),
    ...(points !== undefined && !(Number.isInteger(points) && points > 0)
      ? ['points: takes a whole number, at least 1']
      : []),
    ...(hints.length < 2 ? ['hints: takes at least two, the mildest first'] : [])
  ].map(text => file.fault(file.nodeAt(['checks', index]), text))
}
