import { withScratch } from '../effects/scratch.ts'
import { type Diagnosis, diagnose } from './doctor.rules.ts'
import type { EngineChoice, EngineEffects } from './engine-state.ts'
import { probe } from './probe.ts'
import { probeAcceleration } from './vm/acceleration.ts'
import { filesOf, isBuilt } from './vm/files.ts'
import { recipeOf } from './vm/recipe.rules.ts'
import { missingPackages } from './vm/tools.ts'

export type ExamineRequest = {
  /** DOCKER_HOST as the user gave it; `undefined`: the machine's own socket. */
  dockerHost: string | undefined
  /** As in `HostOptions`. */
  hostKey?: string | undefined
  certDir?: string | undefined
  engine: EngineChoice
  /** The Debian suite that a VM would be made from. */
  suite: string
  cacheDir: string
}

/** Looks at this machine and judges what it can do with the engine that was asked for. */
export async function examine(request: ExamineRequest, fx: EngineEffects): Promise<Diagnosis> {
  const { dockerHost, hostKey, certDir, cacheDir } = request
  const files = filesOf(recipeOf(request.suite), cacheDir)
  const isVmBuilt = await isBuilt(files)
  return withScratch('doctor', async scratchDir => {
    const findings = await probe(
      { dockerHost, hostKey, certDir, cacheDir, scratchDir },
      {
        acceleration: () => probeAcceleration({ files: isVmBuilt ? files : undefined, cacheDir }, fx),
        missingPackages: () => missingPackages(fx, isVmBuilt ? 'run' : 'build'),
        isBuilt: async () => isVmBuilt
      },
      fx
    )
    return diagnose(findings, request.engine)
  })
}
