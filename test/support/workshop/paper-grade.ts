// Grades a solution on paper: its files are read as the grader reads them, and the checks that need no running program
// are judged by the grader’s own judges.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stackRefusals } from '../../../src/grading/allowed/stack.rules.ts'
import { planBuilds } from '../../../src/grading/folder/builds.rules.ts'
import { missingSecretFiles } from '../../../src/grading/folder/secrets.rules.ts'
import type { ScriptRun, Solution } from '../../../src/grading/folder/solution.ts'
import { stackFilesOf } from '../../../src/grading/folder/stack-files.rules.ts'
import { gradingKinds } from '../../../src/grading/kinds/all.ts'
import { loadAssignments } from '../../../src/grading/suite/load-workshop.ts'
import { readDockerfile } from '../../../src/images/dockerfile-lines.rules.ts'
import { inspectStack } from '../../../src/stack/lint/load.ts'
import { inWords } from '../../../src/stack/read/findings.rules.ts'
import { Origins } from '../../../src/stack/read/origins.rules.ts'
import { mapping } from '../../../src/stack/read/plain.rules.ts'
import type { Verdict } from '../../../src/verify/verdict.ts'
import { WORKSHOP } from './course.ts'
import { type Folder, writeFolder } from './folder.ts'
import { buildOf, documentsIn, refusalsOfFiles } from './paper-files.ts'
import { runOnPaper } from './paper-run.ts'
import { networksOf, type PaperStack } from './paper-swarm.ts'

export type PaperGrade = {
  composeFiles: string[]
  stack: PaperStack
  /** What the allow-list refuses, with its place. */
  refusals: string[]
  /** Image → the folder that builds it; and what is pulled. */
  builds: Map<string, string>
  pulled: string[]
  /** Of the checks that can be judged on paper: id → verdict, requirements not looked at. */
  verdicts: Map<string, Pick<Verdict, 'status' | 'observed'>>
}

/** Kinds whose checks only read what was asked for. */
const ON_PAPER = ['service', 'placed-by-label', 'security', 'deploy-script', 'pipeline']
const NO_STACK: PaperStack = { model: {}, placeOf: () => undefined, errors: [], warnings: [] }
const VARIABLES = { REGISTRY: '10.79.0.5:5000', DOCKER_HUB_USERNAME: 'workshop' }

/** @param links symbolic links, which a folder as data cannot have */
export async function gradeOnPaper(
  folder: Folder,
  cast: Record<string, string>,
  links: readonly string[] = []
): Promise<PaperGrade> {
  const files = [...folder.keys()]
  const solution: Solution = {
    files,
    read: async file => folder.get(file)?.text ?? '',
    runScripts: async () => paperRuns(folder)
  }
  const { composeFiles } = stackFilesOf(files, paperRuns(folder))
  const early = refusalsOfFiles(folder, links)
  const stack = early.length > 0 ? NO_STACK : await readOnPaper(folder, composeFiles)
  const services = Object.entries(mapping(stack.model.services)).map(([name, each]) => ({
    image: String(mapping(each).image),
    build: buildOf(name, folder)
  }))
  const plan = planBuilds(files, services)
  return {
    composeFiles,
    stack,
    refusals: [
      ...early,
      ...plan.forbidden,
      ...stackRefusals(stack.model, stack.placeOf).map(
        ({ text, place }) => `${place?.file}:${place?.line}: ${text}`
      )
    ],
    builds: new Map(plan.builds.map(({ image, context }) => [image, context])),
    pulled: plan.pulled,
    verdicts: await judged(solution, stack, cast, folder)
  }
}

async function judged(
  solution: Solution,
  stack: PaperStack,
  cast: Record<string, string>,
  folder: Folder
): Promise<PaperGrade['verdicts']> {
  const kinds = new Map(gradingKinds(solution).map(kind => [kind.name, kind]))
  const checks = (await assignmentsFor(cast)).filter(each => !each.needsSwarm).flatMap(each => each.checks)
  const suite = checks.map(({ suite: check }) => ({
    ...check,
    kind: kinds.get(check.kind.name) ?? check.kind
  }))
  const readable = suite.filter(({ kind }) => ON_PAPER.includes(kind.name))
  const verdicts = await runOnPaper(readable, stack.model)
  const found: PaperGrade['verdicts'] = new Map(verdicts.map(verdict => [verdict.id, verdict]))
  for (const { id, kind, params } of suite) {
    if (kind.name === 'isolation') found.set(id, isolationOnPaper(params, stack))
    if (id === 'health-defined') found.set(id, healthOnPaper(params.service as string, stack, folder))
  }
  return found
}

const NOBODY: Solution = { files: [], read: async () => '', runScripts: async () => [] }
const loaded = new Map<string, ReturnType<typeof loadAssignments>>()

/** Read once for each cast. */
function assignmentsFor(cast: Record<string, string>): ReturnType<typeof loadAssignments> {
  const key = JSON.stringify(cast)
  const known =
    loaded.get(key) ??
    loadAssignments({
      root: WORKSHOP,
      kinds: gradingKinds(NOBODY),
      facts: { NODES: '3', PORT: '80' },
      cast: new Map(Object.entries(cast))
    })
  loaded.set(key, known)
  return known
}

async function readOnPaper(folder: Folder, composeFiles: readonly string[]): Promise<PaperStack> {
  if (composeFiles.length === 0) return NO_STACK
  const root = mkdtempSync(path.join(tmpdir(), 'paper-'))
  try {
    writeFolder(root, folder)
    // The grader makes what a repository does not have.
    for (const secret of missingSecretFiles(documentsIn(folder), [...folder.keys()]))
      writeFileSync(path.join(root, secret), 'secret\n')
    const plan = await inspectStack({
      composeFiles: composeFiles.map(file => path.join(root, file)),
      variables: VARIABLES,
      shownFrom: root
    })
    const said = (severity: string) => plan.findings.filter(each => each.severity === severity).map(inWords)
    const origins = plan.source?.origins ?? new Origins()
    return {
      model: plan.model,
      placeOf: (container, key) => origins.of(container, key),
      errors: said('error'),
      warnings: said('warning')
    }
  } catch (error) {
    return {
      model: {},
      placeOf: () => undefined,
      errors: [(error as Error).message.replaceAll(`${root}/`, '')],
      warnings: []
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** What scripts that are as plain as these would call: each line that begins with docker or swarmline. */
export function paperRuns(folder: Folder): ScriptRun[] {
  return [...folder]
    .filter(([file, { text }]) => /^bin\/[^/]+$/.test(file) && text.startsWith('#!'))
    .map(([file, { text, isExecutable }]) => {
      const isReadable = !/^#!.*\r/.test(text)
      const lines = text.replace(/\\\n\s*/g, ' ').split('\n')
      const end = lines.findIndex(line => /^\s*(?:exit 0|sleep infinity)/.test(line))
      const calls = (end === -1 ? lines : lines.slice(0, end)).flatMap(line => {
        const [, command] = /^\s*(?:exec )?((?:docker|swarmline) .*)$/.exec(line) ?? []
        return command ? [command.split(/\s+/)] : []
      })
      return { file, isExecutable, exitCode: 0, calls: isReadable ? calls : [] }
    })
}

function isolationOnPaper(
  params: Record<string, unknown>,
  { model }: PaperStack
): Pick<Verdict, 'status' | 'observed'> {
  const networks = networksOf(model)
  const edges = (key: string): [string, string][] =>
    (params[key] as string[]).map(edge => edge.split('->').map(name => name.trim()) as [string, string])
  const share = ([from, to]: [string, string]) =>
    networks.get(from)?.some(network => networks.get(to)?.includes(network)) ?? false
  const wrong = [
    ...edges('must')
      .filter(edge => !share(edge))
      .map(([from, to]) => `${from} -> ${to} is blocked`),
    ...edges('mustNot')
      .filter(share)
      .map(([from, to]) => `${from} -> ${to} is open`)
  ]
  return { status: wrong.length === 0 ? 'pass' : 'fail', observed: wrong.join('; ') }
}

function healthOnPaper(
  service: string,
  { model }: PaperStack,
  folder: Folder
): Pick<Verdict, 'status' | 'observed'> {
  const found = mapping(mapping(model.services)[service])
  const { test, disable } = mapping(found.healthcheck)
  const image = String(found.image)
  const dockerfile = [...folder].find(
    ([file]) =>
      file.endsWith('/Dockerfile') && image.replace(/:[^/]*$/, '').endsWith(file.split('/').at(-2) ?? '?')
  )
  const inImage = readDockerfile(dockerfile?.[1].text ?? '').instructions.filter(
    ({ keyword }) => keyword === 'HEALTHCHECK'
  )
  const has = disable !== true && (test !== undefined || inImage.some(({ rest }) => rest !== 'NONE'))
  return has ? { status: 'pass', observed: 'there' } : { status: 'fail', observed: 'it has none' }
}
