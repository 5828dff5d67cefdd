export type Shell = 'bash' | 'zsh' | 'fish'

/** What would make a docker client ignore or misread a unix socket in DOCKER_HOST. */
const TLS_SETTINGS = ['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH']
/** All that `envLines` may set. */
export const CLIENT_SETTINGS: readonly string[] = ['DOCKER_HOST', ...TLS_SETTINGS]

/** Where a docker client finds an engine; behind TLS also the folder of the certificates. */
export type ClientEndpoint = { dockerHost: string; certDir?: string }

/** Where a client on this machine finds the engine of a node. */
export const clientEndpoint = (
  node: { socketPath: string } | { dockerHost: string; certDir: string }
): ClientEndpoint =>
  'socketPath' in node
    ? { dockerHost: `unix://${node.socketPath}` }
    : { dockerHost: node.dockerHost, certDir: node.certDir }

/**
 * Lines for `eval` that point a docker client at one engine. Every line ends in `;`, because `eval $(…)` without
 * quotes joins the lines with spaces.
 */
export function envLines(shell: Shell, { dockerHost, certDir }: ClientEndpoint): string[] {
  const set = (name: string, value: string): string =>
    shell === 'fish' ? `set -gx ${name} ${quoted(shell, value)};` : `export ${name}=${quoted(shell, value)};`
  if (certDir !== undefined)
    return [set('DOCKER_HOST', dockerHost), set('DOCKER_TLS_VERIFY', '1'), set('DOCKER_CERT_PATH', certDir)]
  return [set('DOCKER_HOST', dockerHost), ...unset(shell, TLS_SETTINGS)]
}

/** Lines for `eval` that point a docker client back at its own engine. */
export function unsetLines(shell: Shell): string[] {
  return unset(shell, CLIENT_SETTINGS)
}

function unset(shell: Shell, names: readonly string[]): string[] {
  return shell === 'fish' ? names.map(name => `set -e ${name};`) : [`unset ${names.join(' ')};`]
}

/** `$SHELL` → the shell whose words `eval` will get. Unknown ones are taken for relatives of bash. */
export function shellOf(path: string | undefined): Shell {
  const name = path?.split('/').at(-1)
  return name === 'fish' || name === 'zsh' ? name : 'bash'
}

function quoted(shell: Shell, word: string): string {
  if (/^[\w./:@%+-]+$/.test(word)) return word
  if (shell === 'fish') return `'${word.replace(/[\\']/g, '\\$&')}'`
  return `'${word.replaceAll("'", "'\\''")}'`
}
