import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { LocalImage } from './local-image.ts'
import { debianExec } from './offline/debian-exec.ts'
import { cachedImage, makeImage, type StandInImage } from './offline/image.ts'
import { inParallel } from './offline/in-parallel.ts'
import { openPackages } from './offline/packages.ts'
import { STAND_INS, standInFor } from './offline/stand-ins/catalogue.ts'
import type { StandInDefinition } from './offline/stand-ins/definition.ts'

export type BaseEffects = Pick<Effects, 'exec' | 'clock' | 'log'>

/** Which of the images that a run needs can be had without a registry. */
export type BasePlan = {
  /** Made from Debian packages; each reference once, as it was written. */
  standIns: string[]
  /** For these nothing can stand in. */
  unavailable: string[]
}

/**
 * Sorts references by whether they can be had offline.
 *
 * @throws `input` when one is not an image reference
 */
export function planBases(references: readonly string[]): BasePlan {
  const all = [...new Set(references)]
  return {
    standIns: all.filter(reference => standInFor(reference)),
    unavailable: all.filter(reference => !standInFor(reference))
  }
}

/**
 * Has an image for every reference: those made earlier are taken from the cache, the others are made, two at a
 * time. Answers in the order of `references`, each once.
 *
 * @param suite the Debian suite whose packages they are made from
 * @throws `not-found` when nothing can stand in for one; `packages-refused`, `missing-tool`, `disk-full`
 */
export async function ensureStandIns(
  request: { references: readonly string[]; suite: string; cacheDir: string },
  fx: BaseEffects
): Promise<LocalImage[]> {
  const { standIns, unavailable } = planBases(request.references)
  if (unavailable.length > 0) throw nothingFor(unavailable)
  const needs = standIns.map(reference => ({ reference, definition: definitionOf(reference) }))
  const place = { ...request, architecture: await architecture(fx) }
  const images = new Map<StandInDefinition, StandInImage>()
  for (const { definition } of needs) {
    const image = await cachedImage(place, definition)
    if (image) images.set(definition, image)
  }
  const missing = [...new Set(needs.map(({ definition }) => definition))].filter(each => !images.has(each))
  if (missing.length > 0) {
    const packages = await openPackages(place, fx)
    await inParallel(missing, 2, definition =>
      fx.log.step(`Make ${definition.name} from Debian ${place.suite} packages`, async update => {
        images.set(definition, await makeImage(place, definition, packages, fx, update))
      })
    )
  }
  return needs.flatMap(({ reference, definition }) => {
    const image = images.get(definition)
    if (!image) return []
    const { layer, ...rest } = image
    return [{ reference, ...rest, layers: [layer] }]
  })
}

function definitionOf(reference: string): StandInDefinition {
  const definition = standInFor(reference)
  if (!definition) throw nothingFor([reference])
  return definition
}

function nothingFor(references: readonly string[]): SwarmlineError {
  return new SwarmlineError('not-found', `no stand-in for ${references.join(', ')}`, {
    hint: `without a registry there are only ${STAND_INS.map(({ name }) => name).join(', ')}`
  })
}

async function architecture(fx: BaseEffects): Promise<string> {
  const { stdout } = await debianExec(fx.exec)('dpkg', ['--print-architecture'])
  return stdout.trim()
}
