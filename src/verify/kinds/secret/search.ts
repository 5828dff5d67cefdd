import type { ApiService } from '../../../docker/types.ts'
import { explain } from '../../../errors.ts'
import { imageOfService } from '../../looking/image-evidence.ts'
import { readLogs } from '../../looking/read-logs.ts'
import { classifyAnswer } from '../../looking/unreadable.rules.ts'
import { serviceInStack } from '../../names.rules.ts'
import type { World } from '../../world.ts'
import { containsAny, secretForms } from './forms.rules.ts'

const LOG_LINES = 2000

/** Where one of the contents shows among the stack's services: names of places, never what stands there. */
export async function searchForSecret(
  contents: readonly Buffer[],
  services: readonly ApiService[],
  world: World
): Promise<{ leaks: string[]; unsearched: string[] }> {
  const forms = secretForms(contents)
  const leaks: string[] = []
  const unsearched: string[] = []
  if (forms.length === 0)
    return { leaks, unsearched: contents.length > 0 ? ['too short to be searched for'] : [] }
  const look = async (place: string, read: () => Promise<unknown>): Promise<void> => {
    try {
      if (containsAny(await read(), forms)) leaks.push(place)
    } catch (error) {
      const known = classifyAnswer(error)
      if (known.code === 'cancelled') throw known
      unsearched.push(`${place}: ${explain(known)}`)
    }
  }
  await Promise.all(
    services.flatMap(({ Spec }) => {
      const name = serviceInStack(Spec.Name, world.stack)
      const container: Record<string, unknown> = Spec.TaskTemplate.ContainerSpec ?? {}
      return [
        look(`the environment of ${name}`, async () => container.Env),
        look(`the command of ${name}`, async () => [
          container.Command,
          container.Args,
          container.Healthcheck
        ]),
        look(`the labels of ${name}`, async () => [Spec.Labels, container.Labels]),
        look(`the log of ${name}`, () => readLogs(name, LOG_LINES, world)),
        look(`the image of ${name}`, async () => {
          const image = await imageOfService(name, world)
          if (image.kind === 'unreachable') throw new Error(image.reason)
          return image.kind === 'found' ? [image.config, image.history] : undefined
        })
      ]
    })
  )
  return { leaks: leaks.sort(), unsearched: unsearched.sort() }
}
