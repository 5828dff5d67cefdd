import type { Lane } from './lanes.rules.ts'

/** A slot of a service, with its tasks; those that ran at the same time are on tracks of their own. */
export type Slot = { title: string; service: string; tracks: Lane[][] }

/** The slots in the order of the lanes, which have those of a slot one after the other, the oldest first. */
export function slotsOf(lanes: readonly Lane[]): Slot[] {
  return [...Map.groupBy(lanes, lane => lane.title)].map(([title, own]) => ({
    title,
    service: own[0]?.service ?? '',
    tracks: tracksOf(own.filter(lane => lane.stretches.length > 0))
  }))
}

/** Each task on the first track on which nothing runs when it begins. */
function tracksOf(lanes: readonly Lane[]): Lane[][] {
  const tracks: Lane[][] = []
  for (const lane of lanes) {
    const free = tracks.find(track => endMs(track.at(-1)) <= beginMs(lane))
    if (free) free.push(lane)
    else tracks.push([lane])
  }
  return tracks
}

export const beginMs = (lane: Lane | undefined): number => lane?.stretches[0]?.fromMs ?? 0
export const endMs = (lane: Lane | undefined): number => lane?.end?.atMs ?? lane?.stretches.at(-1)?.toMs ?? 0

/** Names of nodes in the order in which they get their colours: as the report lists them, then by name. */
export function colouredNodes(listed: readonly string[], lanes: readonly Lane[]): string[] {
  const others = new Set(lanes.map(lane => lane.node).filter(node => node !== ''))
  for (const node of listed) others.delete(node)
  return [...listed, ...[...others].toSorted()]
}
