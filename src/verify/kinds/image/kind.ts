import * as z from 'zod'
import { isGone } from '../../../docker/client.ts'
import { explain } from '../../../errors.ts'
import { parsePath } from '../../judging/field.rules.ts'
import { defineKind } from '../../kind.ts'
import { imageOfService } from '../../looking/image-evidence.ts'
import { checked } from '../../looking/reads.ts'
import { classifyAnswer } from '../../looking/unreadable.rules.ts'
import { amount, pattern, serviceName, wanted } from '../../suite/wanted.ts'
import type { World } from '../../world.ts'
import { type ImageEvidence, imageExpected, judgeImage } from './judge.ts'

const DISTRIBUTION = z.looseObject({
  Descriptor: z.looseObject({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })
})

const params = z.strictObject({
  service: serviceName(),
  pinned: z.boolean().optional().describe('The service names it by its digest.'),
  registry: z.boolean().optional().describe('Its registry has it, and the pinned digest is the registry’s.'),
  healthcheck: z.boolean().optional().describe('It has a HEALTHCHECK.'),
  user: wanted().optional().describe('USER, empty where there is none.'),
  size: amount().optional().describe('Its size in bytes.'),
  layers: amount().optional().describe('Its number of layers.'),
  config: z
    .record(
      z
        .string()
        .max(300)
        .refine(path => parsePath(path) !== undefined, 'takes a path such as Labels["x.y"]'),
      wanted()
    )
    .default({})
    .describe('Fields of its configuration, in the Engine API’s words: Env, Entrypoint, Labels["…"].'),
  absent: z
    .array(pattern())
    .max(50)
    .default([])
    .describe('Regular expressions that no command of its history may match.')
})

export const image = defineKind({
  name: 'image',
  explanation:
    'Reads the image that a service’s container really runs from its node’s engine: configuration, HEALTHCHECK, ' +
    'layers, size, history; and, where asked, whether its registry has the digest that runs. Fails when one of them is ' +
    'not what it must be.',
  example: `- kind: image
  service: backend
  healthcheck: true
  layers: { lte: 30 }
  absent: [password]`,
  isDisturbing: false,
  looksAt: 'specs',
  visits: 'none',
  params,
  expected: imageExpected,
  place: ({ service }) => ['services', service, 'image'],
  gather: async (asked, world): Promise<ImageEvidence> => {
    const found = await imageOfService(asked.service, world)
    const isAsked = asked.registry !== undefined && found.kind === 'found'
    return { image: found, registry: isAsked ? await askRegistry(found.reference, world) : undefined }
  },
  judge: judgeImage
})

/** A manager asks the registry, without a login of ours. */
async function askRegistry(reference: string, world: World): Promise<ImageEvidence['registry']> {
  const name = reference.replace(/@sha256:.*$/, '')
  const path = `/distribution/${name}/json`
  try {
    const answer = checked(
      path,
      DISTRIBUTION,
      await world.manager.json('GET', path, { signal: world.signal })
    )
    return { kind: 'has', digest: answer.Descriptor.digest }
  } catch (error) {
    const known = classifyAnswer(error)
    if (known.code === 'cancelled') throw known
    if (isGone(error)) return { kind: 'lacks' }
    return { kind: 'unknown', reason: explain(known) }
  }
}
