import type { Wanted } from '../../judging/compare.rules.ts'
import { fieldAt } from '../../judging/field.rules.ts'
import { type FieldCheck, fieldsExpected, judgeFields } from '../../judging/field-checks.rules.ts'
import { fail, inconclusive, type Judgement } from '../../judging/judgement.rules.ts'
import { matchingLines } from '../../judging/pattern.rules.ts'
import { shownAt } from '../../judging/spec-secrets.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { ImageReading } from '../../looking/image-evidence.ts'

export type ImageParams = {
  service: string
  pinned?: boolean | undefined
  registry?: boolean | undefined
  healthcheck?: boolean | undefined
  user?: Wanted | undefined
  size?: Wanted | undefined
  layers?: Wanted | undefined
  config: Record<string, Wanted>
  absent: string[]
}
export type ImageEvidence = {
  image: ImageReading
  /** What the image's registry says of the reference, when it was asked. */
  registry:
    | { kind: 'has'; digest: string }
    | { kind: 'lacks' }
    | { kind: 'unknown'; reason: string }
    | undefined
}

export function imageExpected(params: ImageParams): string {
  const expected = fieldsExpected(`the image of ${params.service}`, checksOf(params, undefined))
  const absent = params.absent.map(pattern => `/${neutralise(pattern, 60)}/ is not in its history`)
  return [expected, ...absent].join('; ')
}

export function judgeImage(params: ImageParams, { image, registry }: ImageEvidence): Judgement {
  const { service } = params
  const expected = imageExpected(params)
  if (image.kind === 'no-service')
    return fail(expected, `the stack has no service ${service}`, 'see `docker stack services`')
  if (image.kind === 'not-running')
    return fail(
      expected,
      `no task of ${service} runs: ${image.reference}`,
      'see `docker service ps --no-trunc`'
    )
  if (image.kind === 'unreachable')
    return inconclusive(expected, image.reason, 'point --docker-host at a node with a task of it')
  const place = ['services', service, 'image']
  for (const pattern of params.absent) {
    const found = matchingLines(pattern, image.history)
    if (found === 'unknown')
      return inconclusive(expected, 'an expression takes too long', 'write a simpler regular expression')
    if (found.length > 0)
      return {
        ...fail(
          expected,
          `its history has what /${neutralise(pattern, 60)}/ matches`,
          'what a layer once held stays in the image'
        ),
        place
      }
  }
  if (registry?.kind === 'unknown')
    return inconclusive(expected, `the registry did not say: ${neutralise(registry.reason)}`, undefined)
  const checks = checksOf(params, { image, registry })
  const figures = { sizeBytes: image.sizeBytes, layers: image.layers }
  if (checks.length === 0 && params.absent.length > 0)
    return { ...judgeFields('the image', [NOTHING_FOUND], '', figures), expected }
  return {
    ...judgeFields(`the image of ${service}`, checks, 'see `docker image inspect`', figures),
    expected
  }
}

const NOTHING_FOUND: FieldCheck = {
  what: 'what must not be in its history',
  value: 'not found',
  wanted: 'not found'
}

type Found = { image: Extract<ImageReading, { kind: 'found' }>; registry: ImageEvidence['registry'] }

function checksOf(params: ImageParams, found: Found | undefined): FieldCheck[] {
  const image = found?.image
  const place = ['services', params.service, 'image']
  const checks: (FieldCheck | false)[] = [
    params.pinned !== undefined && {
      what: 'pinned by digest',
      value: image && /@sha256:[0-9a-f]{64}$/.test(image.reference),
      wanted: params.pinned,
      place,
      hint: 'deploy with the tag’s digest: `docker stack deploy --resolve-image always`, from a registry'
    },
    params.registry !== undefined && {
      what: 'in its registry',
      value: found && isInRegistry(found),
      wanted: params.registry,
      place,
      hint: 'push it, and deploy the digest that the registry answered'
    },
    params.healthcheck !== undefined && {
      what: 'has a HEALTHCHECK',
      value: image && hasHealthcheck(image.config),
      wanted: params.healthcheck,
      hint: 'add HEALTHCHECK to the Dockerfile'
    },
    params.user !== undefined && {
      what: 'user',
      value: image && (image.config.User ?? ''),
      wanted: params.user
    },
    params.size !== undefined && { what: 'size in bytes', value: image?.sizeBytes, wanted: params.size },
    params.layers !== undefined && { what: 'layers', value: image?.layers, wanted: params.layers }
  ]
  const byPath = Object.entries(params.config).map(([path, wanted]) => ({
    what: path,
    value: fieldAt(image?.config, path),
    shownAs: shownAt(path, fieldAt(image?.config, path)),
    wanted
  }))
  return [...checks.filter(check => check !== false), ...byPath]
}

function isInRegistry({ image, registry }: Found): boolean {
  if (registry?.kind !== 'has') return false
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(image.reference)?.[1]
  return pinned === undefined || pinned === registry.digest
}

function hasHealthcheck(config: Record<string, unknown>): boolean {
  const test = fieldAt(config, 'Healthcheck.Test')
  return Array.isArray(test) && test.length > 0 && test[0] !== 'NONE'
}
