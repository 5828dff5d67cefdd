/** A container of a test, as `docker compose ps --all --format json` says it. */
export type TestedContainer = { service: string; state: string; exitCode: number; health: string }

/** The service whose end decides, where the test file has it: Docker Hub's word for what tests an image. */
export const TESTER = 'sut'

/** `backend` → `IMAGE_BACKEND`: the variable that a test file has for an image that was just built. */
export const imageVariable = (name: string): string =>
  `IMAGE_${name.replace(/[^a-z0-9]/gi, '_').toUpperCase()}`

/** One JSON object a line, or a list of them, as compose's versions write it. */
export function containersOf(said: string): TestedContainer[] {
  const text = said.trim()
  const all: unknown[] = text.startsWith('[')
    ? JSON.parse(text)
    : text
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
  return all.map(each => {
    const { Service, State, ExitCode, Health } = each as Record<string, unknown>
    return {
      service: String(Service ?? ''),
      state: String(State ?? ''),
      exitCode: Number(ExitCode ?? 0),
      health: String(Health ?? '')
    }
  })
}

/**
 * What failed, in words, the tester first: `sut exited with 1`. Containers that a test ends when it is over (137, 143) are
 * no news where the tester itself failed.
 */
export function failuresOf(containers: readonly TestedContainer[]): { service: string; what: string }[] {
  const failed = containers.flatMap(({ service, state, exitCode, health }) => {
    if (state === 'exited' && exitCode !== 0) return [{ service, exitCode, what: `exited with ${exitCode}` }]
    return health === 'unhealthy' ? [{ service, exitCode, what: 'is unhealthy' }] : []
  })
  const tester = failed.filter(({ service }) => service === TESTER)
  const others = failed.filter(
    ({ service, exitCode }) =>
      service !== TESTER && !(tester.length > 0 && (exitCode === 137 || exitCode === 143))
  )
  return [...tester, ...others].map(({ service, what }) => ({ service, what }))
}
