import type { Called } from './input.ts'

type Given = { secrets: Readonly<Record<string, string>>; secretNames: readonly string[] }

/** `db_password`, or `db_password=PROD_DB_PASSWORD`: the name in the stack file, and among the secrets. */
const LINE = /^([\w.-]{1,64})(?:=([\w.-]{1,64}))?$/

/**
 * Those of the secrets that are named, under the names of the stack file; all of them where none is named. GitHub writes
 * the names of its secrets in capitals: where no name is the same, one in capitals is.
 */
export function selectedSecrets({ secrets, secretNames }: Given): Record<string, string> {
  if (secretNames.length === 0) return { ...secrets }
  return Object.fromEntries(
    secretNames.flatMap(line => {
      const [, name = '', key] = LINE.exec(line) ?? []
      const value = secretCalled(secrets, key ?? name)
      return value === undefined ? [] : [[name, value] as const]
    })
  )
}

/** No name of a secret that nobody asked for is in the words. */
export function selectionFaults({ secrets, secretNames }: Given, called: Called): string[] {
  const names = secretNames.map(line => ({ line, parts: LINE.exec(line) }))
  const wrong = names.filter(({ parts }) => !parts).length
  const stackNames = names.flatMap(({ parts }) => parts?.[1] ?? [])
  const twice = stackNames.filter((name, i) => stackNames.indexOf(name) !== i)
  const missing = names.flatMap(({ parts }) => {
    const key = parts?.[2] ?? parts?.[1]
    return key === undefined || secretCalled(secrets, key) !== undefined ? [] : [key]
  })
  const here = called('secretNames')
  return [
    ...(wrong > 0
      ? [`${here} takes NAME or NAME=SECRET on each line: ${wrong} of ${names.length} is something else`]
      : []),
    ...(twice.length > 0 ? [`${here} names ${twice.join(', ')} twice`] : []),
    ...(missing.length > 0 ? [`${here}: ${called('secrets')} has no ${missing.join(', ')}`] : [])
  ]
}

/** A secret that is not set is empty in a workflow. */
function secretCalled(secrets: Readonly<Record<string, string>>, key: string): string | undefined {
  const name = [key, key.toUpperCase()].find(each => Object.hasOwn(secrets, each))
  return name === undefined || secrets[name] === '' ? undefined : secrets[name]
}
