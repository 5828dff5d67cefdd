// Runs a check of grading against the recorded swarm: a healthy stack, with single answers changed.
import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import type { Solution } from '../../../../src/grading/folder/solution.ts'
import { gradingKinds } from '../../../../src/grading/kinds/all.ts'
import type { Verdict } from '../../../../src/verify/verdict.ts'
import type { Routes } from '../../verify/builders.ts'
import { recordedCheck, runRecorded } from '../../verify/kinds/recorded.ts'

const FILES: Record<string, string> = {
  'docker-compose.yml': '',
  '.github/workflows/w.yml': 'jobs: {a: {steps: [{run: bin/t}, {run: docker push x}]}}',
  'bin/t': 'docker run x'
}
export const solution: Solution = {
  files: Object.keys(FILES),
  read: async file => FILES[file] ?? '',
  runScripts: async () => [
    {
      file: 'bin/t',
      isExecutable: true,
      exitCode: 0,
      calls: [['docker', 'stack', 'deploy', '-c', 'docker-compose.yml', 'w']]
    }
  ]
}

export async function judged(
  kind: string,
  said: object,
  routes: Routes = {},
  of = solution,
  foreign: string[] = [],
  port = 1
): Promise<Verdict> {
  const found = gradingKinds(of).find(each => each.name === kind)
  if (!found) throw new Error(`no kind ${kind}`)
  const [verdict] = await runRecorded([recordedCheck(found, said)], { port, routes, foreign })
  if (!verdict) throw new Error('no verdict')
  return verdict
}

export const refuse = (status: number) => () => {
  throw new EngineAnswerError(status, `status ${status}`)
}
export const lost = () => {
  throw new SwarmlineError('engine-lost', 'the engine does not answer')
}
