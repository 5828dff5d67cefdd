import { resolve } from 'node:path'
import { Option } from 'commander'
import type { Effects } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'
import { input } from '../../inputs/input.ts'
import { flag, text, wholeNumber } from '../../inputs/kinds.ts'
import { engine, engineOptions, swarmName } from '../../inputs/target.ts'
import { originOf } from '../../report/report.rules.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import type { Door } from '../door.ts'
import { engineFaults, engineFields } from '../engine-options.ts'
import { collect, type Given, readings } from '../reading.rules.ts'
import { sentence } from '../sentence.rules.ts'
import type { DemoRequest } from '../use-cases.ts'

const demoOptions = {
  name: swarmName,
  engine,
  ...engineOptions,
  requests: input(wholeNumber(1, 1_000_000), 'requests to each node', { fallback: '100' }),
  keep: input(flag, 'leave the swarm up afterwards', { fallback: 'false' }),
  reportDir: input(text('folder'), 'where report.json and index.html go', { fallback: 'report' })
}

export const addDemo: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'demo', {
    summary: 'everything at once: up, build, deploy, verify, report, down',
    description:
      'Raise a swarm, build and push the workload, deploy it, prove it through every node, write a report, and take ' +
      'everything down again.',
    examples: [
      ['bin/demo', 'the same, after installing what is missing'],
      ['swarmline demo --keep', 'leave the swarm up, and say how to reach it'],
      ['swarmline demo --requests 1000 --report-dir /tmp/report', 'more requests, report elsewhere'],
      ['swarmline demo --docker-host ssh://ops@build.example.org', 'on the engine of another machine']
    ]
  })
  addInputs(command, demoOptions)
    .addOption(
      new Option('--project <folder>', 'folder of docker-compose.yml').default(
        door.ownFolder,
        "swarmline's own"
      )
    )
    .option('--install', 'first install missing packages with apt, as root or by sudo')

  onRun(command, door, exit, () => {
    const options = command.opts()
    const request = { ...demoRequest(options, door), origin: originOf(door.env) }
    return {
      undo: `swarmline down ${request.name}`,
      work: async fx => {
        await prepare(request, options.install === true, door, fx)
        const report = await door.useCases.demo(request, door.home, fx)
        const kept = await door.useCases.readCluster(request.name, door.home).catch(() => undefined)
        return {
          json: report,
          text: async look => (await import('../demo-text.ts')).demoText(report, request, kept, look),
          exitCode: report.status === 'pass' ? 0 : 1
        }
      }
    }
  })
}

/** Looks at the machine, installs what is missing when that was asked for, and says what will be used. */
async function prepare(request: DemoRequest, isInstalling: boolean, door: Door, fx: Effects): Promise<void> {
  const { doctor, installMissing } = door.useCases
  const look = () => doctor({ ...request, suite: 'trixie' }, door.home, fx)
  let diagnosis = await fx.log.step('Look at this machine', look)
  if (isInstalling && diagnosis.missing.length > 0) {
    await installMissing(diagnosis, fx)
    diagnosis = await fx.log.step('Look again', look)
  }
  const { canRun, verdict, wayOut, install } = diagnosis
  if (!canRun)
    throw new SwarmlineError('no-engine', verdict, {
      hint: install
        ? `install what is missing with: ${install}, or run bin/demo`
        : (wayOut ?? 'see swarmline doctor')
    })
  fx.log.info(sentence(verdict))
}

/** @throws `usage` that names every option with a wrong value. */
export function demoRequest(options: Given, door: Pick<Door, 'cwd' | 'env' | 'home'>): DemoRequest {
  const values = collect('demo', readings(demoOptions, options), all => engineFaults(all, door))
  return {
    ...engineFields(values, door),
    name: values.name,
    engine: values.engine,
    requestsPerNode: values.requests,
    isKept: values.keep,
    reportDir: resolve(door.cwd, values.reportDir),
    projectDir: resolve(door.cwd, String(options.project))
  }
}
