import type { Effects } from '../effects/effects.ts'
import type { Diagnosis } from '../engine/doctor.rules.ts'
import type { EngineChoice } from '../engine/engine.ts'
import { examine } from '../engine/examine.ts'
import type { Home, WayToEngine } from './requests.ts'

export { installMissing } from '../engine/install-packages.ts'

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
