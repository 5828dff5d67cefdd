import path from 'node:path'
import type { SuiteRequest } from '../usecases/requests.ts'
import { given, type Reading, then } from './reading.rules.ts'
import { pairs } from './values.rules.ts'

export type SuiteOptions = {
  suite?: string[]
  only?: string[]
  tag?: string[]
  var?: string[]
  composeFile?: string[]
  evidence?: string
  init?: string
  allowDisruption?: true
  list?: true
  /** `true`: no kind is named. */
  explain?: string | true
}

/** What says nothing of the suite that is derived: it has no tags and variables, and disturbs nothing. */
const NEED_A_SUITE = {
  tag: '--tag',
  var: '--var',
  allowDisruption: '--allow-disruption',
  list: '--list'
} as const

/** Suites, none of them for the derived one, and what a run makes of them. Paths count from `cwd`. */
export function suiteRequest(options: SuiteOptions, cwd: string): Reading<SuiteRequest> {
  const files = (options.suite ?? []).map(file => path.resolve(cwd, file))
  if (files.length === 0) {
    const alone = (Object.keys(NEED_A_SUITE) as (keyof typeof NEED_A_SUITE)[])
      .filter(name => options[name] !== undefined)
      .map(name => NEED_A_SUITE[name])
    if (alone.length > 0) return { fault: `${alone.join(', ')} needs a suite: give --suite` }
  } else if (options.init !== undefined)
    return { fault: '--init writes the suite that follows from the stack: leave --suite out' }
  return then(pairs('--var', options.var ?? []), variables =>
    given({
      files,
      root: files.length > 0 ? commonFolder(cwd, files) : cwd,
      only: options.only ?? [],
      tags: options.tag ?? [],
      variables,
      isDisruptionAllowed: options.allowDisruption ?? false,
      composeFiles: (options.composeFile ?? []).map(file => path.resolve(cwd, file)),
      evidenceDir: options.evidence === undefined ? undefined : path.resolve(cwd, options.evidence)
    })
  )
}

/** The current folder, or, for suites outside of it, the one in which all of them are. */
function commonFolder(cwd: string, files: readonly string[]): string {
  const isBelow = (folder: string, file: string): boolean =>
    !path.relative(folder, file).startsWith('..') && !path.isAbsolute(path.relative(folder, file))
  if (files.every(file => isBelow(cwd, file))) return cwd
  let folder = path.dirname(files[0] ?? cwd)
  while (!files.every(file => isBelow(folder, file))) folder = path.dirname(folder)
  return folder
}
