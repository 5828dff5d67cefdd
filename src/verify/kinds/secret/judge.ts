import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'

export type SecretParams = {
  secret: string
  services: string[]
  target?: string | undefined
  sha256?: string | undefined
  file?: string | undefined
  mode?: string | undefined
  uid?: string | undefined
  gid?: string | undefined
  exclusive: boolean
}
/** A secret as one service mounts it. `mode` is octal, four digits. */
export type SecretMount = { service: string; target: string; mode: string; uid: string; gid: string }
export type SecretEvidence = {
  /** Services of the stack, without their stack's name. */
  services: string[]
  mounts: SecretMount[]
  /** Services of which no task has to run: jobs, and those without replicas. */
  idle: string[]
  /**
   * What containers of the granted services have: whether it is what is meant to be there (`undefined` where nobody
   * said what), never a hash of it, from which a weak secret is guessed.
   */
  contents: {
    service: string
    node: string
    isRead: boolean
    isWanted: boolean | undefined
    reason: string
  }[]
  /** Places that show the content in the clear: never the content itself. */
  leaks: string[]
  /** Places that could not be searched. */
  unsearched: string[]
}

export function secretExpected({ secret, services, mode, exclusive, file, sha256 }: SecretParams): string {
  const parts = [
    `${secret} is mounted in ${services.join(', ')}${exclusive ? ' and in no other service' : ''}`,
    (file ?? sha256) !== undefined && 'has the right content',
    mode !== undefined && `has mode ${mode}`,
    'shows in no environment, command, label, image or log'
  ]
  return parts.filter(Boolean).join(', ')
}

export function judgeSecret(params: SecretParams, evidence: SecretEvidence): Judgement {
  const expected = secretExpected(params)
  const { secret, services, exclusive } = params
  const { mounts, contents, leaks, unsearched } = evidence
  const figures = { mounts: mounts.length, leaks: leaks.length }
  const at = (...keys: string[]) => ['services', ...keys]
  const failed = (observed: string, hint: string, place?: readonly string[]): Judgement => ({
    ...fail(expected, observed, hint, figures),
    ...(place ? { place } : {})
  })

  const unknown = services.find(service => !evidence.services.includes(service))
  if (unknown) return failed(`the stack has no service ${unknown}`, 'see `docker stack services`')
  const lacking = services.find(service => !mounts.some(mount => mount.service === service))
  if (lacking)
    return failed(
      `${lacking} does not mount it`,
      `give it: services.${lacking}.secrets: [${secret}]`,
      at(lacking)
    )
  const other = mounts.find(mount => !services.includes(mount.service))
  if (exclusive && other)
    return failed(
      `${other.service} mounts it too`,
      `remove it from ${other.service}`,
      at(other.service, 'secrets')
    )
  for (const mount of mounts.filter(({ service }) => services.includes(service))) {
    const wrong = wrongIn(params, mount)
    if (wrong)
      return failed(
        `in ${mount.service}: ${wrong}`,
        'see the long form of secrets:',
        at(mount.service, 'secrets')
      )
  }
  if (leaks.length > 0)
    return failed(
      `its content shows in ${leaks.join(', ')}`,
      'read it from the file at run time; change it, since it is known now'
    )
  const strange = contents.find(({ isWanted }) => isWanted === false)
  if (strange)
    return failed(
      `${strange.service} on ${strange.node} has another content`,
      'a secret does not change under its name: deploy it under a new one',
      at(strange.service, 'secrets')
    )
  const unread = contents.filter(({ isRead }) => !isRead)
  const isEachRead = services.every(
    service =>
      evidence.idle.includes(service) || contents.some(each => each.service === service && each.isRead)
  )
  if (!isEachRead || unsearched.length > 0) {
    const why = [...unread.map(({ service, reason }) => `${service}: ${reason}`), ...unsearched]
    return inconclusive(
      expected,
      `not all could be looked at: ${why.join('; ') || 'no container of it runs'}`,
      'its tasks must run, on a node whose engine can be reached',
      figures
    )
  }
  return pass(
    expected,
    `${mounts.map(({ service, target }) => `${service}:${target}`).join(', ')}; shown nowhere`,
    figures
  )
}

function wrongIn({ target, mode, uid, gid }: SecretParams, mount: SecretMount): string | undefined {
  const pairs: [string, string | undefined, string][] = [
    ['target', target, mount.target],
    ['mode', mode, mount.mode],
    ['uid', uid, mount.uid],
    ['gid', gid, mount.gid]
  ]
  const wrong = pairs.find(([, wanted, is]) => wanted !== undefined && wanted !== is)
  return wrong && `${wrong[0]} is ${wrong[2]}, not ${wrong[1]}`
}
