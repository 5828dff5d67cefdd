import type { Sample } from '../sample.ts'
import { DATA } from './data.ts'
import { NETWORKS } from './networks.ts'
import { PLACES } from './places.ts'

export const SAMPLES: readonly Sample[] = [...DATA, ...NETWORKS, ...PLACES]
