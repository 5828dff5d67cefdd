/**
 * What a program that is run gets to see of this process's environment, and the only place that says so: a list of what
 * is let through, never of what is kept back. An action's inputs, a workflow's secrets and the variables of a stack are in
 * no child's environment. A `*` at the end stands for anything.
 */
export const SEEN_BY_ALL: readonly string[] = [
  // Where programs are, who runs them and where they may write.
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'XDG_*'],
  // How they speak.
  ...['LANG', 'LANGUAGE', 'LC_*', 'TZ', 'TERM'],
  // The way out, and whom to believe there.
  ...['http_proxy', 'https_proxy', 'no_proxy', 'ftp_proxy', 'all_proxy'].flatMap(name => [
    name,
    name.toUpperCase()
  ]),
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR']
]

/** For ssh besides: its agent, and what the user's own ProxyCommand may need to know, which is no secret. */
export const SEEN_BY_SSH: readonly string[] = [
  ...['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'KRB5CCNAME', 'DISPLAY', 'GNUPGHOME'],
  ...['AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'],
  ...['CLOUDSDK_CONFIG', 'AZURE_CONFIG_DIR', 'TELEPORT_HOME']
]

/** For a program of docker's that keeps logins besides: whom it asks for them, and by what right. */
export const SEEN_BY_LOGIN_PROGRAMS: readonly string[] = [
  ...['DBUS_SESSION_BUS_ADDRESS', 'GNUPGHOME', 'GPG_TTY', 'PASSWORD_STORE_*', 'DISPLAY', 'DOCKER_CONFIG'],
  ...['AWS_*', 'AZURE_*', 'GOOGLE_*', 'CLOUDSDK_*']
]

type Environment = Readonly<Record<string, string | undefined>>

/**
 * @param own this process's environment
 * @param more names that this program sees besides
 * @param added what it gets beside all that; `undefined` takes a name away
 */
export function childEnvironment(
  own: Environment,
  more: readonly string[] = [],
  added: Environment = {}
): Record<string, string> {
  const patterns = [...SEEN_BY_ALL, ...more]
  const isSeen = (name: string): boolean =>
    patterns.some(pattern =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
    )
  const entries = Object.entries({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => isSeen(name))),
    ...added
  })
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
