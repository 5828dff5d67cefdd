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
  allowDisruption?: true
  list?: true
  /** `true`: no kind is named. */
  explain?: string | true
}

const NEED_A_SUITE = {
  only: '--only',
  tag: '--tag',
  var: '--var',
  composeFile: '--compose-file',
  evidence: '--evidence',
  allowDisruption: '--allow-disruption',
  list: '--list'
} as const

/** Suites, and what a run makes of them; `undefined` without one. Paths count from `cwd`. */
export function suiteRequest(options: SuiteOptions, cwd: string): Reading<SuiteRequest | undefined> {
  const files = (options.suite ?? []).map(file => path.resolve(cwd, file))
  if (files.length === 0) {
    const alone = (Object.keys(NEED_A_SUITE) as (keyof typeof NEED_A_SUITE)[])
      .filter(name => options[name] !== undefined)
      .map(name => NEED_A_SUITE[name])
    return alone.length > 0 ? { fault: `${alone.join(', ')} needs a suite: give --suite` } : given(undefined)
  }
  return then(pairs('--var', options.var ?? []), variables =>
    given({
      files,
      root: commonFolder(cwd, files),
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
