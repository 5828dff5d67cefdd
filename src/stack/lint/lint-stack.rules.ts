import { collectFindings, inOrder, mapping, own, servicesOf } from '../read/read.rules.ts'
import type { Finding, Mapping, Model, Origins, KeyPlace as Place, ReadSource } from '../read/read.ts'
import {
  latestWithoutDigest,
  noMemoryLimit,
  publishedDataStore,
  secretInEnvironment
} from './data-rules.rules.ts'
import {
  monitorShorterThanStart,
  noStopSignal,
  publishedWithoutHealthcheck,
  startIntervalWithoutStartPeriod
} from './health-rules.rules.ts'
import type { KnownImage, LintRule } from './lint-rule.ts'
import {
  evenDataReplicas,
  hostPortReplicas,
  hostPortStartFirst,
  startFirstWithMaxReplicas,
  startFirstWithVolume,
  updateWithoutRollback
} from './rollout-rules.rules.ts'
import { silencesIn, unsilenced } from './silences.rules.ts'

export const RULES: readonly LintRule[] = [
  evenDataReplicas,
  hostPortReplicas,
  hostPortStartFirst,
  latestWithoutDigest,
  monitorShorterThanStart,
  noMemoryLimit,
  noStopSignal,
  publishedDataStore,
  publishedWithoutHealthcheck,
  secretInEnvironment,
  startFirstWithMaxReplicas,
  startFirstWithVolume,
  startIntervalWithoutStartPeriod,
  updateWithoutRollback
]

/**
 * What is legal in a stack and will hurt, by file and line, less what comments in the files silence. Pure.
 *
 * @param model as `readStack` gives it, with the `source` that it gives
 * @param images what is known of images, by the name that the model has for them: a healthcheck of the image's is as
 *   good as the file's, its stop signal and command say whether process 1 can be stopped
 */
export function lintStack(
  model: Model,
  { files, origins }: ReadSource,
  images: Readonly<Record<string, KnownImage>> = {}
): Finding[] {
  const found = collectFindings(files[0]?.shownAs ?? '')
  const silences = files.flatMap(file => silencesIn(file, found))
  const services = mapping(own(model, 'services'))
  for (const planned of servicesOf(model)) {
    const service = mapping(own(services, planned.name))
    const image = Object.hasOwn(images, planned.image) ? images[planned.image] : undefined
    for (const rule of RULES)
      for (const { path = [], text, hint, severity } of rule.check({ planned, service, image }))
        found.add(
          severity ?? rule.severity,
          rule.name,
          placeOf(services, [planned.name, ...path], origins),
          text,
          {
            service: planned.name,
            hint
          }
        )
  }
  return inOrder(
    unsilenced(found.findings, silences),
    files.map(file => file.shownAs)
  )
}

/** The line of the last key of a path that is written somewhere. */
function placeOf(services: Mapping, path: readonly (string | number)[], origins: Origins): Place | undefined {
  let place: Place | undefined
  let container: unknown = services
  for (const key of path) {
    if (typeof container !== 'object' || container === null) break
    place = origins.of(container, key) ?? place
    container = (container as Record<string, unknown>)[key]
  }
  return place
}
