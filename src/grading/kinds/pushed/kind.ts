import * as z from 'zod'
import { EngineAnswerError } from '../../../docker/client.ts'
import { explain } from '../../../errors.ts'
import { classifyAnswer } from '../../../verify/verify.rules.ts'
import { checked, defineKind, type World } from '../../../verify/verify.ts'
import { judgePushed, type PushedEvidence, pushedExpected } from './judge.ts'

const DISTRIBUTION = z.looseObject({
  Descriptor: z.looseObject({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })
})

const params = z.strictObject({
  image: z
    .string()
    .regex(/^[\w.:/@-]{1,300}$/, 'takes an image’s name')
    .describe('The image, by the name by which nodes pull it.')
})

/** A login for a reference’s registry, as an engine takes it in `X-Registry-Auth`; `undefined` where there is none. */
export type LoginFor = (reference: string) => Promise<string | undefined>

export const pushed = (loginFor: LoginFor) =>
  defineKind({
    name: 'pushed',
    explanation:
      'Asks a manager whether the registry of an image has it, as it would before it runs a service of it. Fails when the ' +
      'registry has no such image.',
    example: '- kind: pushed\n  image: workshop/backend:latest',
    isDisturbing: false,
    visits: 'none',
    params,
    expected: pushedExpected,
    gather: ({ image }, world) => gather(image, loginFor, world),
    judge: judgePushed
  })

/** What an engine answers when a registry knows no such image, or wants a login for it, which is the same to a node. */
const LACKING = [401, 403, 404]

async function gather(
  image: string,
  loginFor: LoginFor,
  { manager, signal }: World
): Promise<PushedEvidence> {
  const reference = image.replace(/@sha256:.*$/, '')
  const path = `/distribution/${reference}/json`
  const login = await loginFor(reference)
  try {
    const answer = checked(
      path,
      DISTRIBUTION,
      await manager.json('GET', path, { signal, ...(login ? { headers: { 'x-registry-auth': login } } : {}) })
    )
    return { kind: 'has', digest: answer.Descriptor.digest }
  } catch (error) {
    if (error instanceof EngineAnswerError && LACKING.includes(error.status))
      return { kind: 'lacks', reason: error.message }
    const known = classifyAnswer(error)
    if (known.code === 'cancelled') throw known
    return { kind: 'unknown', reason: explain(known) }
  }
}
