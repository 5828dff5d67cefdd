import path from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import {
  applyProfiles,
  checkSources,
  collectFindings,
  environmentValues,
  inOrder,
  isMapping,
  mapping,
  Origins,
  own,
  ownNames,
  requireNoErrors,
  saidOnce,
  servicesOf,
  showPathsFrom,
  toV3
} from '../read/read.rules.ts'
import {
  checkEnvFiles,
  existingFiles,
  type Finding,
  type Findings,
  type GivenNames,
  type Model,
  namedFiles,
  plannedFiles,
  type ReadSource,
  readFiles,
  readVariables,
  requireWithin,
  type StackPlan,
  type StackWarning,
  type Variables
} from '../read/read.ts'
import type { ComposeQuestion } from './ask-compose.ts'
import { lintStack } from './lint-stack.rules.ts'
import { refuseReservedNames } from './reserved-names.rules.ts'
import { silencesIn, unsilenced } from './silences.rules.ts'

export type LoadRequest = {
  /** At least one; later files override earlier ones. */
  composeFiles: readonly string[]
  /** Texts of stack files that are on no disk (standard input), by their absolute path. */
  texts?: Readonly<Record<string, string>> | undefined
  /** Variables by hand: they win over those of the env files. Nothing comes from the environment. */
  variables: Variables
  /** dotenv files; later ones win over earlier ones. */
  envFiles?: readonly string[]
  /** Services that belong to other profiles only are left out. `*` is all. */
  profiles?: readonly string[]
  given?: GivenNames
  /** Whether a key that a swarm ignores is an error. */
  isStrict?: boolean
  /** The stack's name, where it is known: names in a swarm begin with it, and are of limited length. */
  stack?: string | undefined
  /** Paths of files in this folder are shown from there; by default the working folder. */
  shownFrom?: string | undefined
  /** Nothing outside of this folder is read on a stack file's word; `undefined`: anything may be. */
  root?: string | undefined
}

/**
 * Reads the stack files into one model that `docker stack deploy` takes, and finds before it what it would say late
 * or not at all. It asks no program; what compose may be asked about the files (`askCompose`) is for later.
 *
 * @throws `usage` without a file; `input` once for everything that is wrong: bad YAML (file, line, column), an unset
 *   variable, a refused key, a service without an image, a secret's or a config's file that is not there, a lint rule
 *   that is an error (file and line, and the way out)
 */
export async function readStack(
  request: LoadRequest
): Promise<{ plan: StackPlan; forCompose: ComposeQuestion }> {
  const { plan, merged, variables } = await inspect(request)
  requireNoErrors(plan.findings)
  return { plan, forCompose: { model: merged, variables, projectDir: plan.projectDir } }
}

/**
 * As `readStack`, with the errors among the findings; the model is then as good as it could be made.
 *
 * @throws `usage` without a file, `input` for files that are not there or no YAML
 */
export async function inspectStack(request: LoadRequest): Promise<StackPlan> {
  return (await inspect(request)).plan
}

async function inspect(
  request: LoadRequest
): Promise<{ plan: StackPlan; merged: Model; variables: Variables }> {
  const [first, ...rest] = request.composeFiles
  if (first === undefined)
    throw new SwarmlineError('usage', 'no stack file is given', {
      hint: 'name one with --compose-file'
    })
  const origins = new Origins()
  const shown = showPathsFrom(request.shownFrom ?? process.cwd())
  const found = collectFindings(shown(first))
  const variables = await readVariables(request.envFiles ?? [], request.variables, found, shown)
  const { files, model, declared } = await readFiles([first, ...rest], {
    ...{ variables, origins, found, shown },
    root: request.root,
    texts: request.texts ?? {}
  })
  applyProfiles(model, request.profiles ?? [], origins, found)
  for (const [name, service] of Object.entries(mapping(own(model, 'services'))))
    if (isMapping(service)) environmentValues(variables)(service, { name, origins, found })
  // As the files say it, before it is put in a swarm's words.
  const merged = structuredClone(model)
  refuseReservedNames(model, origins, found)
  await requireWithin(request.root, namedFiles(model, request.given ?? { secrets: [], configs: [] }), shown)
  const existing = await existingFiles(model)
  toV3(model, { origins, found, isThere: file => existing.has(file), stack: request.stack })
  requireServices(model, origins, found)
  const given = request.given ?? { secrets: [], configs: [] }
  const planned = await plannedFiles(model, origins, found, given, shown)
  checkSources(model, given, origins, found)
  await checkEnvFiles(model, variables, found, shown)
  const source = { files, origins }
  const findings = judged(found, source, lintStack(model, source), request.isStrict ?? false)
  return {
    merged,
    variables,
    plan: {
      composeFiles: request.composeFiles.map(file => path.resolve(file)),
      projectDir: path.dirname(path.resolve(first)),
      version: typeof declared === 'string' || typeof declared === 'number' ? String(declared) : undefined,
      services: servicesOf(model),
      files: planned,
      networks: ownNames(model, 'networks'),
      volumes: ownNames(model, 'volumes'),
      warnings: findings.filter(({ severity }) => severity === 'warning').map(asWarning),
      model,
      findings,
      translations: found.translations,
      source
    }
  }
}

/** What was found in reading and in linting, without what is silenced; strict, what a swarm ignores is an error. */
function judged(
  found: Findings,
  { files }: ReadSource,
  linted: readonly Finding[],
  isStrict: boolean
): Finding[] {
  // Their comments were looked at once already, by the lint.
  const silences = files.flatMap(file => silencesIn(file, collectFindings('')))
  const all = [...unsilenced(found.findings, silences), ...linted]
  const severe = all.map(finding =>
    isStrict && STRICT.includes(finding.rule) ? { ...finding, severity: 'error' as const } : finding
  )
  return saidOnce(
    inOrder(
      severe,
      files.map(file => file.shownAs)
    )
  )
}

/** What a swarm does not do as it is written. */
const STRICT = ['ignored-key', 'published-address']

const asWarning = ({ file, line, service, text }: Finding): StackWarning => ({
  file,
  line,
  text: service === undefined ? text : `service ${service}: ${text}`
})

function requireServices(model: Model, origins: Origins, found: Findings): void {
  const services = mapping(own(model, 'services'))
  const hasNoServices = Object.keys(services).length === 0
  if (hasNoServices && !found.findings.some(({ severity }) => severity === 'error'))
    found.add('error', 'no-services', origins.of(model, 'services'), 'no services', {
      hint: 'a stack needs at least one'
    })
  for (const { name, image } of servicesOf(model))
    if (image === '')
      found.add('error', 'no-image', origins.of(services, name), 'it has no image', {
        service: name,
        hint: 'a swarm runs images only: build it, push it, and name it with image:'
      })
}
