import { resolve } from 'node:path'
import { HOST_KEY_FORM, HOST_KEY_LINE } from '../usecases/host-key.rules.ts'
import type { ImageRequest } from '../usecases/requests.ts'
import { each, matching, type Reading, then } from './reading.rules.ts'

/** How the texts of single options become values. Paths count from `cwd`. */

/** At most 20 characters: the name becomes part of interface and socket names, whose lengths are limited. */
export function clusterName(text: string): Reading<string> {
  const what = 'at most 20 letters, digits and dashes, with no dash at either end'
  return matching('--name', text, /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/i, what)
}

export function suiteName(text: string): Reading<string> {
  return matching('--suite', text, /^[a-z]{3,20}$/, "a Debian suite's name")
}

/** A stack's name as docker accepts it. */
export function stackName(text: string): Reading<string> {
  return matching('the stack', text, /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, 'letters, digits, _ . and -')
}

export function serviceName(option: string, text: string): Reading<string> {
  return matching(option, text, /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, "a service's name")
}

/** `90s`, `5m`, `1h`, or seconds without a unit; in milliseconds. */
export function duration(option: string, text: string): Reading<number> {
  const [, count = '0', unit = 's'] = /^(\d{1,6})([smh])?$/.exec(text) ?? []
  const value = Number(count) * (unit === 'h' ? 3_600_000 : unit === 'm' ? 60_000 : 1000)
  if (value > 0) return { value }
  return { fault: `${option} takes a time such as 90s, 5m or 1h, not “${text}”` }
}

/** `KEY=VALUE` texts as one record; the last of a key counts. */
export function pairs(option: string, texts: readonly string[]): Reading<Record<string, string>> {
  const read = (text: string): Reading<[string, string]> => {
    const at = text.indexOf('=')
    return at > 0
      ? { value: [text.slice(0, at), text.slice(at + 1)] }
      : { fault: `${option} takes KEY=VALUE, not “${text}”` }
  }
  return then(each(texts, read), entries => ({ value: Object.fromEntries(entries) }))
}

/** `NODE:KEY=VALUE` texts as node → labels, for nodes that will exist (`undefined`: that is not known). */
export function nodeLabels(
  texts: readonly string[],
  nodes: readonly string[] | undefined
): Reading<Record<string, Record<string, string>>> {
  const read = (text: string): Reading<[string, string, string]> => {
    const [, node, key, value] = /^([^:=]+):([^=]+)=(.*)$/.exec(text) ?? []
    if (!node || !key) return { fault: `--label takes NODE:KEY=VALUE, not “${text}”` }
    if (nodes && !nodes.includes(node))
      return { fault: `--label names ${node}; the nodes are ${nodes.join(', ')}` }
    return { value: [node, key, value ?? ''] }
  }
  return then(each(texts, read), triples => {
    const labels: Record<string, Record<string, string>> = {}
    for (const [node, key, value] of triples) labels[node] = { ...labels[node], [key]: value }
    return { value: labels }
  })
}

/** `NAME=FOLDER`, or `NAME=FOLDER,DOCKERFILE` where the Dockerfile's path counts from its folder. */
export function images(texts: readonly string[], cwd: string): Reading<ImageRequest[]> {
  return each(texts, text => {
    const [, name, folder, dockerfile] = /^([a-z0-9][a-z0-9._-]*)=([^,]+)(?:,(.+))?$/.exec(text) ?? []
    if (!name || !folder) return { fault: `--image takes NAME=FOLDER[,DOCKERFILE], not “${text}”` }
    const context = resolve(cwd, folder)
    return { value: { name, context, dockerfile: resolve(context, dockerfile ?? 'Dockerfile') } }
  })
}

export function hostKey(line: string): Reading<string> {
  return matching('--host-key', line.trim(), HOST_KEY_LINE, HOST_KEY_FORM)
}

/** What docker accepts as DOCKER_HOST; `undefined` is the machine's own socket. */
export function dockerHost(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return { value: undefined }
  const what = 'unix:///PATH, ssh://USER@HOST or tcp://HOST'
  return matching('--docker-host', text, /^(unix:\/\/\/|ssh:\/\/|tcp:\/\/)./, what)
}
