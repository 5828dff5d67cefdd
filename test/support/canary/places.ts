// Where a secret could come to lie, as texts that are searched.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { CANARIES, type Canary, foundIn } from '../canaries.ts'
import type { Exception } from './exceptions.ts'

/** `where` is for people: `stdout of deploy`, `argv of 17`. */
export type Place = { where: string; text: string; exception?: Exception }

/** Every secret that a place shows, and how, but for the exceptions; none is what tests want. */
export function leaksIn(places: readonly Place[], canaries: readonly Canary[] = CANARIES): string[] {
  const searched = places.filter(({ exception }) => exception === undefined)
  return searched.flatMap(({ where, text }) =>
    canaries.flatMap(canary =>
      foundIn(text, canary).map(form => `${where}: ${canary.shape}, ${form}: ${around(text, canary)}`)
    )
  )
}

/** The exceptions that were made use of: one that is not needed is none. */
export const exceptionsIn = (places: readonly Place[]): Exception[] =>
  places.flatMap(({ exception, text }) =>
    exception && CANARIES.some(canary => foundIn(text, canary).length > 0) ? [exception] : []
  )

/** All that lies below folders, and how it is called; `own` are the files that the test itself wrote. */
export function filesBelow(folders: readonly string[], own: readonly string[] = []): Place[] {
  const entries = folders
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
  return entries.map(entry => {
    const file = path.join(entry.parentPath, entry.name)
    const place = { where: `file ${file}`, text: `${file}\n${contentOf(file, entry)}` }
    return own.includes(file) ? { ...place, exception: 'own file' } : place
  })
}

function contentOf(file: string, entry: { isFile(): boolean; isSymbolicLink(): boolean }): string {
  try {
    if (entry.isSymbolicLink()) return readlinkSync(file)
    return entry.isFile() ? unpacked(readFileSync(file)) : ''
  } catch {
    return '' // a process that ends removes what is its own
  }
}

/** What a program said: a step of a workflow says besides what the runner is to hide. */
export function outputPlaces(where: string, text: string): Place[] {
  const isMask = (line: string): boolean => line.startsWith('::add-mask::')
  const lines = text.split('\n')
  return [
    { where, text: lines.filter(line => !isMask(line)).join('\n') },
    { where, text: lines.filter(isMask).join('\n'), exception: 'mask' }
  ]
}

/** What an object of an engine says, and what its data holds. */
export function objectPlace(where: string, object: unknown): Place {
  const data = new Set<string>()
  const text = JSON.stringify(object, (key, value) => {
    if (key === 'Data' && typeof value === 'string') data.add(unpacked(Buffer.from(value, 'base64')))
    return value
  })
  return { where, text: [text, ...data].join('\n') }
}

/** Bytes as characters, one each; and those that are packed in them. */
function unpacked(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return text
  try {
    return `${text}\n${gunzipSync(bytes).toString('latin1')}`
  } catch {
    return text
  }
}

/** What stands round a secret that is shown as it is: it tells the mechanism. */
function around(text: string, { secret }: Canary): string {
  const at = text.indexOf(secret.trim().slice(0, 8))
  return at < 0 ? '' : JSON.stringify(text.slice(Math.max(0, at - 80), at + 20))
}
