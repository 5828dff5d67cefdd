import { createHash } from 'node:crypto'
import type { ApiService } from '../../../docker/types.ts'
import { explain } from '../../../errors.ts'
import { runForBytes } from '../../looking/exec.ts'
import { type TaskDoor, taskDoors } from '../../looking/in-task.ts'
import { classifyAnswer } from '../../looking/unreadable.rules.ts'
import { nameInStack, serviceInStack } from '../../names.rules.ts'
import { isIdle } from '../../networks/world.rules.ts'
import type { World } from '../../world.ts'
import type { SecretEvidence, SecretMount, SecretParams } from './judge.ts'
import { searchForSecret } from './search.ts'

/** A secret is at most 500 kB (SwarmKit's limit). */
const MAX_BYTES = 512 * 1024
const FOLDER = '/run/secrets/'

type FileReference = { Name?: string; UID?: string; GID?: string; Mode?: number }

/** Where a secret is mounted, what containers have there, and where else it shows. The content does not leave. */
export async function gatherSecret(asked: SecretParams, world: World): Promise<SecretEvidence> {
  const given = asked.file === undefined ? undefined : await world.readFile(asked.file)
  if (given) world.secrets.register(given)
  const services = await world.reads.services()
  const mounts = services.flatMap(found => mountsOf(found, asked.secret, world.stack))
  const granted = mounts.filter(({ service }) => asked.services.includes(service))
  const read = (await Promise.all(granted.map(mount => readContents(mount, world)))).flat()
  const contents = read.flatMap(({ content }) => content ?? [])
  for (const content of contents) world.secrets.register(content)
  const known = given ? [given, ...contents] : contents
  const search = await searchForSecret(known, services, world)
  const unsearched =
    known.length > 0
      ? search.unsearched
      : [...search.unsearched, 'its content is not known, so nothing was searched']
  return {
    services: services.map(({ Spec }) => nameOf(Spec.Name, world.stack)),
    mounts,
    idle: services.filter(isIdle).map(({ Spec }) => nameOf(Spec.Name, world.stack)),
    contents: read.map(({ content, ...rest }) => ({
      ...rest,
      isRead: content !== undefined,
      isWanted: content && isWanted(content, given, asked.sha256)
    })),
    leaks: search.leaks,
    unsearched
  }
}

/** `undefined`: nobody said what it must be. */
function isWanted(content: Buffer, given: Buffer | undefined, hash: string | undefined): boolean | undefined {
  if (given) return content.equals(given)
  return hash === undefined ? undefined : sha256(content) === hash
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
const nameOf = serviceInStack

function mountsOf({ Spec }: ApiService, secret: string, stack: string): SecretMount[] {
  const references = Spec.TaskTemplate.ContainerSpec?.Secrets ?? []
  return references
    .filter(({ SecretName }) => nameInStack(SecretName, stack) === secret)
    .map(({ File }) => {
      const { Name = secret, UID = '0', GID = '0', Mode = 0o444 } = (File ?? {}) as FileReference
      return {
        service: nameOf(Spec.Name, stack),
        target: Name,
        mode: `0${(Mode & 0o777).toString(8).padStart(3, '0')}`,
        uid: UID,
        gid: GID
      }
    })
}

type Content = { service: string; node: string; content: Buffer | undefined; reason: string }

/** The archive API does not see secrets, which are mounted into the container alone: a program in it must read. */
async function readContents(mount: SecretMount, world: World): Promise<Content[]> {
  const path = mount.target.startsWith('/') ? mount.target : `${FOLDER}${mount.target}`
  const doors = await taskDoors(mount.service, world)
  return Promise.all(doors.map(door => readContent(mount.service, path, door, world)))
}

async function readContent(service: string, path: string, door: TaskDoor, world: World): Promise<Content> {
  const { node, at, containerId } = door
  const unread = (reason: string): Content => ({ service, node, content: undefined, reason })
  if (!at?.engine) return unread(`the engine of ${node} cannot be reached from here`)
  const command = { argv: ['cat', path], timeoutMs: 20_000, maxBytes: MAX_BYTES }
  try {
    const { exitCode, stdout, isTruncated } = await runForBytes(at.engine, containerId, command, world)
    if (isTruncated) return unread(`${path} is too long`)
    return exitCode === 0
      ? { service, node, content: stdout, reason: '' }
      : unread(`cat ${path} ended with ${exitCode}`)
  } catch (error) {
    const known = classifyAnswer(error)
    if (known.code === 'cancelled') throw known
    return unread(explain(known))
  }
}
