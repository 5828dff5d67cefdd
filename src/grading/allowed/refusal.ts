import type { Place } from '../../verify/verify.ts'

/** Something that a solution asks for and does not get. */
export type Refusal = {
  text: string
  /** The way out. */
  hint: string
  place: Place | undefined
}

/** Where a key of a container in a stack’s model was written. */
export type PlaceOf = (container: object, key: string | number) => Place | undefined

export type Mapping = Record<string, unknown>
export const mapping = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {}
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
