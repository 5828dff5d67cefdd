import { readFile } from 'node:fs/promises'
import { homedir, tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import {
  debug,
  endGroup,
  error,
  getState,
  info,
  notice,
  saveState,
  setOutput,
  startGroup,
  summary,
  warning
} from '@actions/core'
import { systemClock } from '../effects/clock.ts'
import type { Effects } from '../effects/effects.ts'
import { createExec } from '../effects/exec.ts'
import { makeOwn } from '../effects/own-place.ts'
import { originOf } from '../report/report.rules.ts'
import type { Annotation, RunOrigin, WorkflowEvent } from '../report/report.ts'
import { certDirOf, userDockerConfigDir } from '../usecases/cert-dir.rules.ts'
import type { Home } from '../usecases/requests.ts'
import type { EventFacts } from './event-tags.rules.ts'
import { createActionLog } from './log.ts'

/** What an action may use, once its inputs are good. */
export type Door = {
  effects: Effects
  home: Home
  /** Paths in inputs count from here. */
  workspace: string
  /** A folder that the runner empties after the job. */
  tempDir: string
  /** The engine that the workflow's environment names. */
  dockerHost: string | undefined
  /** The folder of certificates that it names: see `certDirOf`. */
  certDir: string | undefined
  /** Whose work this is: the repository and the run, or a user elsewhere. */
  owner(): Promise<string>
  setOutputs(outputs: Readonly<Record<string, string>>): void
  /** Kept for the post step of the same action. */
  saveState(name: string, value: string): void
  savedState(name: string): string
  addSummary(markdown: string): Promise<void>
  /** Shows remarks at their files and lines. */
  annotate(annotations: readonly Annotation[]): void
  /** What the workflow's run is for. */
  event(): Promise<EventFacts>
  /** Where the run comes from, for reports. */
  origin(): Promise<RunOrigin>
}

/**
 * The real one. SIGINT and SIGTERM, with which the runner cancels, abort what runs.
 *
 * @param inWords makes of what is said of options what an action's user has
 */
export async function openDoor(inWords = (text: string): string => text): Promise<Door> {
  const cancel = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort())
  const { env } = process
  const log = createActionLog(
    {
      info: line => info(inWords(line)),
      debug,
      warning: line => warning(inWords(line)),
      startGroup,
      endGroup
    },
    systemClock
  )
  const effects = { exec: createExec(cancel.signal), clock: systemClock, log, signal: cancel.signal }
  const home = homeOf(env)
  const tempDir = path.join(env.RUNNER_TEMP || tmpdir(), `swarmline-${process.getuid?.() ?? 0}`)
  for (const each of [home.stateDir, home.cacheDir, tempDir]) makeOwn(each)
  return {
    effects,
    home,
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    tempDir,
    dockerHost: env.DOCKER_HOST || undefined,
    certDir: certDirOf(env, homedir()),
    owner: async () => {
      if (!env.GITHUB_REPOSITORY) return userInfo().username
      return (await import('./workflow-run.ts')).ownerOfRun()
    },
    setOutputs: outputs => {
      for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
    },
    saveState,
    savedState: getState,
    addSummary: async markdown => {
      if (env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown, true).write()
    },
    annotate: annotations => {
      for (const each of annotations) annotate({ ...each, message: inWords(each.message) })
    },
    event: async () => factsOf(env, await eventOf(env)),
    origin: async () => originOf(env, await eventOf(env))
  }
}

/** The folders of the command line, so that `swarmline` in a later step finds what an action made. */
function homeOf(env: NodeJS.ProcessEnv): Home {
  const place = (own: string | undefined, xdg: string | undefined, fallback: string): string =>
    own ? path.resolve(own) : path.join(xdg || path.join(homedir(), fallback), 'swarmline')
  return {
    cacheDir: place(env.SWARMLINE_CACHE, env.XDG_CACHE_HOME, '.cache'),
    stateDir: place(env.SWARMLINE_STATE, env.XDG_STATE_HOME, '.local/state'),
    dockerConfigDir: userDockerConfigDir(env, homedir()),
    machineStoreDir: env.MACHINE_STORAGE_PATH ? path.resolve(env.MACHINE_STORAGE_PATH) : undefined
  }
}

function annotate({ level, path: file, line, title, message }: Annotation): void {
  const show = { failure: error, warning, notice }[level]
  show(message, {
    title,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line })
  })
}

function factsOf(env: NodeJS.ProcessEnv, { pull_request: pull, repository }: WorkflowEvent): EventFacts {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  return {
    ref: env.GITHUB_REF,
    // Of a pull request the workflow checks out a merge that exists nowhere else.
    sha: text(pull?.head?.sha) ?? env.GITHUB_SHA,
    defaultBranch: text(repository?.default_branch),
    pullRequest: Number.isInteger(pull?.number) ? Number(pull?.number) : undefined
  }
}

/** GitHub's own file; nothing of it where it cannot be read. */
async function eventOf({ GITHUB_EVENT_PATH }: NodeJS.ProcessEnv): Promise<WorkflowEvent> {
  if (!GITHUB_EVENT_PATH) return {}
  try {
    return JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8')) ?? {}
  } catch {
    return {}
  }
}
