import { type AddCommand, addCommand, onRun } from '../add-command.ts'
import {
  addWay,
  dockerHostOption,
  ENGINES,
  engineOption,
  outerDockerHost,
  suiteOption,
  type WayOptions,
  wayOf
} from '../options.ts'
import { collect, given, oneOf, then } from '../reading.rules.ts'
import type { DoctorRequest } from '../use-cases.ts'
import { suiteName } from '../values.rules.ts'

export const addDoctor: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'doctor', {
    summary: 'say what this machine can do, and what to install',
    description:
      'Look at the engine, the kernel, QEMU and its acceleration, disk, memory, packages and registries; say which ' +
      'engine `up` would take and why, and what to install. Ends with status 1 when nothing can run here.',
    examples: [
      ['swarmline doctor', 'a table'],
      ['swarmline doctor --json', 'for programs']
    ]
  })
    .addOption(engineOption())
    .addOption(suiteOption())
    .addOption(dockerHostOption('engine to look at (default: DOCKER_HOST, else the socket of this machine)'))
  addWay(command)

  onRun(command, door, exit, () => {
    const options = command.opts<WayOptions & { engine: string; dockerHost?: string; suite: string }>()
    const way = wayOf(options, options.dockerHost ?? (door.env.DOCKER_HOST || undefined), door)
    const request = collect<DoctorRequest>('doctor', {
      hostKey: then(way, ({ hostKey }) => given(hostKey)),
      certDir: 'fault' in way ? given(undefined) : given(way.value.certDir),
      engine: oneOf('--engine', options.engine, ENGINES),
      dockerHost: outerDockerHost(options.dockerHost, door),
      suite: suiteName(options.suite)
    })
    return {
      work: async fx => {
        const diagnosis = await door.useCases.doctor(request, door.home, fx)
        return {
          json: diagnosis,
          text: async look => (await import('../doctor-text.ts')).doctorText(diagnosis, look),
          exitCode: diagnosis.canRun ? 0 : 1
        }
      }
    }
  })
}
