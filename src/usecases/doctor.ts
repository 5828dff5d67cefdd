import type { Effects } from '../effects/effects.ts'
import { type Diagnosis, type EngineChoice, examine } from '../engine/engine.ts'
import type { Home, WayToEngine } from './requests.ts'

export { installMissing } from '../engine/engine.ts'

/** `suite`: the Debian suite that a VM would be made from. */
export type DoctorRequest = WayToEngine & {
  dockerHost: string | undefined
  engine: EngineChoice
  suite: string
}

/** Looks at this machine and judges what it can do. */
export function doctor(request: DoctorRequest, home: Home, fx: Effects): Promise<Diagnosis> {
  return examine({ ...request, cacheDir: home.cacheDir }, fx)
}
