import { join, resolve } from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import { oneOf } from '../../inputs/kinds.ts'
import { targetOptions } from '../../inputs/target.ts'
import type { GradeRequest } from '../../usecases/workshop/grade-swarm.ts'
import { type AddCommand, addCommand, addInputs, onRun, type Plan } from '../add-command.ts'
import { WORKSHOP_WORDS } from '../command-tree.ts'
import type { Door } from '../door.ts'
import { targetFaults, targetOf } from '../engine-options.ts'
import { collect, readings } from '../reading.rules.ts'

type Options = { dir: string; workshop?: string; answers?: true }
type Places = { folder: string; workshop: string; assignment: string | undefined }

export const addWorkshop: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'workshop', {
    summary: 'learn Docker Swarm: twenty assignments, graded on your swarm',
    description:
      'Take the workshop: `start` creates your folder, `next` shows the text of the next assignment, `check` grades ' +
      'one assignment on your running swarm, `status` all of them. Checks may disturb the swarm for a while, and undo ' +
      'what they changed.',
    examples: [
      ['swarmline workshop start my-swarm', 'create the folder to start with'],
      ['swarmline workshop next', 'read the next assignment'],
      ['swarmline workshop check 05', 'grade one, with a hint for what fails'],
      ['swarmline workshop status', 'how far you have come'],
      ['swarmline workshop next 05 --answers', 'an assignment with its answers']
    ]
  })
    .argument('<do>', `one of ${WORKSHOP_WORDS.join(', ')}`)
    .argument('[what]', 'the folder to start in, or the assignment: 5, 05 or routing-mesh')
    .option('--dir <folder>', 'your folder', '.')
    .option('--workshop <folder>', 'a workshop of your own, with assignments/ and roles.yml')
    .option('--answers', 'also show the answers in the text')
  addInputs(command, targetOptions)

  onRun(command, door, exit, () => {
    const options = command.opts<Options>()
    const [word, what] = command.processedArgs as [string, string | undefined]
    const { action } = collect('workshop', {
      action: oneOf('do', WORKSHOP_WORDS).read([word], 'workshop')
    })
    const places = {
      folder: resolve(door.cwd, options.dir),
      workshop: options.workshop ? resolve(door.cwd, options.workshop) : join(door.ownFolder, 'workshop'),
      assignment: what
    }
    switch (action) {
      case 'start':
        return started({ ...places, folder: resolve(door.cwd, what ?? options.dir) }, door)
      case 'next':
        return next(places, { withAnswers: options.answers ?? false }, door)
      case 'check':
        if (what === undefined)
          throw new SwarmlineError('usage', 'workshop check takes an assignment', {
            hint: 'give its number: swarmline workshop check 05; or see them all: swarmline workshop status'
          })
        return graded(places, options, door)
      case 'status':
        return graded({ ...places, assignment: undefined }, options, door)
    }
  })
}

const started = (places: Places, { useCases, cwd }: Door): Plan => ({
  work: async () => {
    const { folder, written, kept } = await useCases.startWorkshop(places)
    const stays = kept.length > 0 ? ` ${kept.length} files already existed and were kept.` : ''
    const enter = folder === cwd ? '' : ` Go there with: cd ${folder}`
    return {
      json: { folder, written, kept },
      text: () =>
        `Wrote ${written.length} files to ${folder}.${stays}${enter}\nBegin with: swarmline workshop next`
    }
  }
})

const next = (places: Places, how: { withAnswers: boolean }, { useCases, home }: Door): Plan => ({
  work: async () => {
    const found = await useCases.nextAssignment(places, home)
    return {
      json: found ?? null,
      text: async () =>
        found
          ? (await import('../lesson-text.rules.ts')).lessonText(found.text, how)
          : 'All assignments have passed. See the points with: swarmline workshop status'
    }
  }
})

function graded(places: Places, options: Options, door: Door): Plan {
  const values = collect('workshop', readings(targetOptions, options), all => targetFaults(all, door))
  const { folder, workshop, assignment } = places
  const request: GradeRequest = { target: targetOf(values, door), folder, workshop, assignment }
  return {
    work: async fx => {
      const grade = await door.useCases.gradeSwarm(request, door.home, fx)
      const checks = grade.assignments.flatMap(each => each.checks)
      return {
        json: grade,
        text: async look => {
          const texts = await import('../grade-text.ts')
          return places.assignment === undefined
            ? texts.standingText(grade, look)
            : texts.gradeText(grade, look)
        },
        exitCode: checks.every(({ outcome }) => outcome === 'passed' || outcome === 'left-out') ? 0 : 1
      }
    }
  }
}
