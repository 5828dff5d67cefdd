import { debianRelease } from '../../inputs/cluster.ts'
import { engine, engineOptions, lookedAt } from '../../inputs/target.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { engineFaults, engineFields } from '../engine-options.ts'
import { collect, readings } from '../reading.rules.ts'

const doctorOptions = {
  engine,
  debianRelease,
  ...engineOptions,
  dockerHost: lookedAt
}

export const addDoctor: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'doctor', {
    summary: 'say what this machine can do, and what to install',
    description:
      'Look at the engine, the kernel, QEMU and its acceleration, disk, memory, packages and registries; say which ' +
      'engine `up` would take and why, and what to install. Exits 1 if nothing can run here.',
    examples: [
      ['swarmline doctor', 'a table'],
      ['swarmline doctor --json', 'for programs']
    ]
  })
  addInputs(command, doctorOptions)

  onRun(command, door, exit, () => {
    const values = collect('doctor', readings(doctorOptions, command.opts()), all => engineFaults(all, door))
    const request = {
      ...engineFields(values, door),
      engine: values.engine,
      suite: values.debianRelease
    }
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
