import type { ApiService } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import {
  type Cast,
  chosen,
  failuresBefore,
  findRoles,
  type Grade,
  type GradeFile,
  gatherFacts,
  grade,
  gradeFile,
  gradeOf,
  gradingKinds,
  loadAssignments,
  loadRoles,
  namesOf,
  readSolution,
  runInClosedRoom,
  type Solution,
  type SwarmFacts,
  stackFilesOf,
  withRequired
} from '../../grading/grading.ts'
import { registryAuth } from '../../images/images.ts'
import { version } from '../../version.ts'
import type { Home, SwarmTarget } from '../requests.ts'
import { type OpenSwarm, openSwarm } from '../swarm.ts'
import { readWithin } from '../verify-files.ts'
import { placesIn } from '../verify-places.ts'
import { openWorld } from '../verify-world.ts'
import { addToHistory, fingerprintOf, readHistory } from './history.ts'
import { measure } from './measure.ts'
import { imagesIn } from './registry-images.ts'

export type GradeRequest = {
  target: SwarmTarget
  /** The participant’s folder; absolute. */
  folder: string
  /** The folder with `roles.yml` and `assignments/`; absolute. */
  workshop: string
  /** The assignment to grade, by number or name; `undefined`: all. */
  assignment: string | undefined
}

/**
 * Grades what runs on a swarm, and the folder that it was made from: one assignment, or all. Checks that disturb the
 * swarm are run, too, and undone. Asking again without a change earns no further hint.
 *
 * @throws `not-found` for an unknown assignment or folder; `input` for a workshop that is not right; what `openSwarm`
 *   throws; `cancelled`
 */
export async function gradeSwarm(request: GradeRequest, home: Home, fx: Effects): Promise<GradeFile> {
  const { folder, workshop } = request
  const start = fx.clock.now()
  const roles = await loadRoles(workshop)
  const swarm = await openSwarm(request.target, home, fx)
  try {
    const opened = await openWorld(swarm, '', fx)
    const solution = await readSolution(folder, async files =>
      runInClosedRoom(swarm.manager, await files(), fx.signal)
    )
    const facts = await fx.log.step('Find the services by what they do', async () =>
      gatherFacts(roles, await imagesIn(swarm, fx.signal), { ...opened, signal: fx.signal })
    )
    const cast = findRoles(roles, facts)
    const assignments = await loadAssignments({
      root: workshop,
      kinds: gradingKinds(solution, reference => registryAuth(swarm.dockerConfigDir, reference, fx)),
      facts: { NODES: String(swarm.nodes.length), PORT: '80' },
      cast: namesOf(roles, cast, facts)
    })
    const wanted = request.assignment === undefined ? assignments : [chosen(assignments, request.assignment)]
    const needed = withRequired(assignments, wanted)
    const base = {
      ...opened,
      stack: stackOf(cast, facts),
      readFileFrom: (from: string, path: string) => readWithin(workshop, from, path),
      showAnswers: () => undefined,
      showIsolation: () => undefined,
      showLoad: () => undefined
    }
    const { composeFiles } = stackFilesOf(solution.files, [])
    const placeOf = await placesIn(
      composeFiles.map(file => `${folder}/${file}`),
      folder,
      fx.log
    )
    const verdicts = await measure(needed, cast, base, placeOf, fx)
    const history = await readHistory(folder, home)
    const fingerprint = fingerprintOf([await specsOf(swarm), await textsOf(solution)])
    const failedBefore = failuresBefore(history, fingerprint)
    const graded = grade(needed, { verdicts, cast, failedBefore })
    await addToHistory(folder, { fingerprint, ...outcomesIn(graded) }, home)
    const names = wanted.map(({ name }) => name)
    return gradeFile(gradeOf(names, graded), {
      tool: { name: 'swarmline', version },
      gradedAt: new Date(start).toISOString(),
      of: { kind: 'swarm', name: swarmName(request.target), fingerprint }
    })
  } finally {
    await swarm.close()
  }
}

const swarmName = (target: SwarmTarget): string =>
  target.kind === 'cluster' ? target.name : (target.dockerHost ?? 'this machine’s engine')

/** The stack of whoever was found first; empty where that service belongs to none. */
function stackOf(cast: readonly Cast[], { services }: SwarmFacts): string {
  const [first] = cast.flatMap(({ found }) => services.find(({ name }) => name === found) ?? [])
  return first?.stack ?? ''
}

function outcomesIn({ assignments }: Grade): { passed: string[]; failed: string[] } {
  const checks = assignments.flatMap(each => each.checks)
  const idsOf = (outcome: string) => checks.filter(each => each.outcome === outcome).map(({ id }) => id)
  return { passed: idsOf('passed'), failed: idsOf('failed') }
}

/** What was asked of the services; what checks themselves change in passing is left out. */
async function specsOf({ manager }: OpenSwarm): Promise<unknown> {
  const services = await manager.json<ApiService[]>('GET', '/services')
  return services
    .map(({ Spec }) => ({ ...Spec, TaskTemplate: { ...Spec.TaskTemplate, ForceUpdate: 0 } }))
    .sort((a, b) => (a.Name < b.Name ? -1 : 1))
}

const textsOf = (solution: Solution): Promise<unknown> =>
  Promise.all(solution.files.map(async file => [file, await solution.read(file)]))
