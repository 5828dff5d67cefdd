export type Shell = 'bash' | 'zsh' | 'fish'

/** What would make a docker client ignore or misread a unix socket in DOCKER_HOST. */
const TLS_SETTINGS = ['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH']

/**
 * Lines for `eval` that point a docker client at one engine. Every line ends in `;`, because `eval $(…)` without
 * quotes joins the lines with spaces.
 */
export function envLines(shell: Shell, socketPath: string): string[] {
  const host = quoted(shell, `unix://${socketPath}`)
  return shell === 'fish'
    ? [`set -gx DOCKER_HOST ${host};`, ...TLS_SETTINGS.map(name => `set -e ${name};`)]
    : [`export DOCKER_HOST=${host};`, `unset ${TLS_SETTINGS.join(' ')};`]
}

/** Lines for `eval` that point a docker client back at its own engine. */
export function unsetLines(shell: Shell): string[] {
  return shell === 'fish' ? ['set -e DOCKER_HOST;'] : ['unset DOCKER_HOST;']
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
