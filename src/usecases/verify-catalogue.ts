import { nearest } from '../effects/nearest.rules.ts'
import { SwarmlineError } from '../errors.ts'
import { select } from '../verify/verify.rules.ts'
import { KINDS, loadSuites, type Place, parametersOf, type ShownParameter } from '../verify/verify.ts'
import type { SuiteRequest } from './requests.ts'

export type ListedCheck = {
  id: string
  kind: string
  title: string
  tags: string[]
  points: number | undefined
  isDisturbing: boolean
  place: Place
}
export type ExplainedKind = {
  name: string
  explanation: string
  example: string
  isDisturbing: boolean
  parameters: ShownParameter[]
}

export type ListedKind = { name: string; isDisturbing: boolean; summary: string }

/** The checks that a run would make, with nothing measured. @throws `input` that names every fault of the suites */
export async function listChecks(
  request: Pick<SuiteRequest, 'files' | 'root' | 'only' | 'tags' | 'variables'>
): Promise<ListedCheck[]> {
  const suite = await loadSuites(request)
  return select(suite.checks, request).map(({ id, kind, title, tags, points, params, place }) => ({
    id,
    kind: kind.name,
    title: title ?? kind.expected(params),
    tags,
    points,
    isDisturbing: kind.isDisturbing,
    place
  }))
}

/** Every kind of check, with the first sentence of what it measures. */
export async function listKinds(): Promise<ListedKind[]> {
  return KINDS.map(({ name, explanation, isDisturbing }) => ({
    ...{ name, isDisturbing },
    summary: /^(?:[^.(`]|`[^`]*`|\([^)]*\)|\.(?! ))*\./.exec(explanation)?.[0] ?? explanation
  }))
}

/** What a kind of check measures and takes. @throws `input` for one that there is not, with the nearest */
export async function explainKind(name: string): Promise<ExplainedKind> {
  const kind = KINDS.find(each => each.name === name)
  const names = KINDS.map(each => each.name)
  const meant = nearest(name, names)
  if (!kind)
    throw new SwarmlineError('input', `no kind of check is called ${name}`, {
      hint: meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}`
    })
  const { explanation, example, isDisturbing } = kind
  return { name, explanation, example, isDisturbing, parameters: parametersOf(kind) }
}
