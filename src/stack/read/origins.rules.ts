/** A line of a stack file, as it is shown to people: `docker-compose.yml:12`. */
export type Place = {
  file: string
  line: number
  /** The value came out of a variable: it is a text whatever it looks like. */
  isSubstituted?: boolean
}

/** `!reset` takes away what earlier files say at a key; `!override` stands in its place, unmerged. */
export type MergeTag = 'reset' | 'override'

type Entry = { place: Place; tag: MergeTag | undefined }

/** Where each key of a model was written. The model stays plain data; what is known of it is kept beside it. */
export class Origins {
  readonly #entries = new WeakMap<object, Map<string, Entry>>()

  set(container: object, key: string | number, place: Place | undefined, tag?: MergeTag): void {
    if (!place) return
    const entries = this.#entries.get(container) ?? new Map<string, Entry>()
    entries.set(String(key), { place, tag })
    this.#entries.set(container, entries)
  }

  of(container: object, key: string | number): Place | undefined {
    return this.#entries.get(container)?.get(String(key))?.place
  }

  tagOf(container: object, key: string | number): MergeTag | undefined {
    return this.#entries.get(container)?.get(String(key))?.tag
  }

  /** Gives a key of one container the place and the tag that a key of another has. */
  copy(from: object, fromKey: string | number, to: object, toKey: string | number = fromKey): void {
    const entry = this.#entries.get(from)?.get(String(fromKey))
    if (entry) this.set(to, toKey, entry.place, entry.tag)
  }
}
