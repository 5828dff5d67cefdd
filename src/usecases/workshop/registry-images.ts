import * as z from 'zod'
import type { OpenSwarm } from '../swarm.ts'

const CATALOG = z.looseObject({ repositories: z.array(z.string()).nullish() })
const TAGS = z.looseObject({ tags: z.array(z.string()).nullish() })
const ANSWER_MS = 20_000
/** More repositories than a participant has. */
const MOST = 200
const MOST_CHARACTERS = 4 * 1024 * 1024

/**
 * References in the registry that `up` made, as engines name them: those without a host are Docker Hub's names. None for
 * a swarm that has no registry of ours.
 */
export async function imagesIn(
  { cluster, openPort }: Pick<OpenSwarm, 'cluster' | 'openPort'>,
  signal: AbortSignal
): Promise<string[]> {
  if (!cluster?.registry) return []
  const [address = '', port] = cluster.registry.mirror.split(':')
  const here = await openPort(address, Number(port))
  const get = async <T>(path: string, form: z.ZodType<T>): Promise<T | undefined> => {
    const until = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)])
    const answer = await fetch(`http://${here.host}:${here.port}/v2/${path}`, {
      signal: until,
      redirect: 'error'
    })
    return answer.ok ? form.parse(await jsonWithin(answer)) : undefined
  }
  const catalog = await get(`_catalog?n=${MOST}`, CATALOG)
  const found: string[] = []
  for (const name of (catalog?.repositories ?? []).filter(isName).slice(0, MOST)) {
    const tags = (await get(`${name}/tags/list`, TAGS))?.tags ?? []
    found.push(
      ...tags
        .filter(tag => TAG.test(tag))
        .slice(0, MOST)
        .map(tag => `${name.replace(/^library\//, '')}:${tag}`)
    )
  }
  return found
}

const TAG = /^\w[\w.-]{0,127}$/

/** What a registry that a participant may have replaced says, of which no more is read than a list has. */
async function jsonWithin(answer: Response): Promise<unknown> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_CHARACTERS) throw new Error('the registry’s answer is too long')
  }
  return JSON.parse(text)
}

const isName = (name: string): boolean => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(name)
