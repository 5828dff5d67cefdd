import { isTrustedName, repositoryOf } from '../allowed/mounts.rules.ts'

/** An image that a solution’s stack names and its folder builds. */
export type PlannedBuild = {
  /** As the stack file has it, variables replaced. */
  image: string
  /** Folder with the Dockerfile, from the top; empty for the top itself. */
  context: string
  dockerfile: string
}

export type BuildPlan = {
  builds: PlannedBuild[]
  /** Images that are to be pulled: nothing in the folder builds them. */
  pulled: string[]
  /** Images that the folder would build under a name that others trust. */
  forbidden: string[]
}

/** A service of the stack, with what its `build:` says, where it has one. */
export type BuildableService = { image: string; build?: { context: string; dockerfile: string } | undefined }

/**
 * Which folder builds which image: the one that `build:` names, else the folder with a Dockerfile whose name is the last
 * word of the image’s name (`…/docker-swarm-workshop-backend` is built by `backend/`).
 *
 * @param files all files of the folder
 */
export function planBuilds(files: readonly string[], services: readonly BuildableService[]): BuildPlan {
  const contexts = files.flatMap(file => {
    const match = /^(?:(.*)\/)?Dockerfile$/.exec(file)
    return match ? [match[1] ?? ''] : []
  })
  const plan: BuildPlan = { builds: [], pulled: [], forbidden: [] }
  const byImage = new Map(services.map(service => [service.image, service]))
  for (const [image, { build }] of byImage) {
    const context = build?.context ?? contextOf(image, contexts)
    if (context === undefined) plan.pulled.push(image)
    else if (isTrustedName(image)) plan.forbidden.push(image)
    else plan.builds.push({ image, context, dockerfile: build?.dockerfile ?? 'Dockerfile' })
  }
  return plan
}

/** The longest name that fits, so that `web-admin` is not taken for `admin`. */
function contextOf(image: string, contexts: readonly string[]): string | undefined {
  const last = repositoryOf(image).split('/').at(-1) ?? ''
  if (isOfficial(image) || isTrustedName(image)) return undefined
  const nameOf = (context: string): string => context.split('/').at(-1) ?? ''
  return contexts
    .filter(context => context !== '' && (last === nameOf(context) || last.endsWith(`-${nameOf(context)}`)))
    .toSorted((a, b) => nameOf(b).length - nameOf(a).length)[0]
}

/** `redis:alpine`, `library/redis`: Docker’s own names, whatever folders there are. */
function isOfficial(image: string): boolean {
  const repository = repositoryOf(image)
  return !repository.includes('/') || repository.startsWith('library/')
}
