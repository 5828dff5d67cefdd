import { isDiskFull, SwarmlineError } from '../../errors.ts'

export type Refusal = {
  status: number
  /** The body: by the registry's API `{"errors": [{"code", "message", "detail"}]}`. */
  text: string
  /** `host:port` */
  registry: string
  repository: string
  username: string | undefined
}

/** One clear line for a registry's refusal, with the way out. */
export function refusalByRegistry({ status, text, registry, repository, username }: Refusal): SwarmlineError {
  if (status === 401 || status === 403)
    return new SwarmlineError(
      'push-failed',
      username === undefined
        ? `the registry at ${registry} requires a login`
        : `the registry at ${registry} refused the login of ${username}`,
      {
        hint:
          username === undefined ? 'give a user name and a password' : 'check the user name and the password'
      }
    )
  if (status === 405)
    return new SwarmlineError('push-failed', `the registry at ${registry} is read only`, {
      hint: 'push through the address that takes a login'
    })
  if (isDiskFull(text))
    return new SwarmlineError('disk-full', `no space left on the disk of the registry at ${registry}`, {
      hint: 'free some space where the registry keeps its data'
    })
  const said = messagesOf(text)
  return new SwarmlineError(
    'push-failed',
    `the registry at ${registry} refused ${repository} (${status})${said ? `: ${said}` : ''}`
  )
}

function messagesOf(text: string): string {
  try {
    const { errors } = JSON.parse(text) as { errors?: { message?: unknown }[] }
    return (errors ?? []).map(({ message }) => String(message)).join('; ')
  } catch {
    return text.trim().split('\n')[0]?.slice(0, 200) ?? ''
  }
}
