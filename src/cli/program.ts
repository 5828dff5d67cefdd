import { Command } from 'commander'
import { version } from '../version.ts'
import { addBuild } from './commands/build.ts'
import { addCompletion } from './commands/completion.ts'
import { addDemo } from './commands/demo.ts'
import { addDeploy } from './commands/deploy.ts'
import { addDoctor } from './commands/doctor.ts'
import { addDown } from './commands/down.ts'
import { addEnv } from './commands/env.ts'
import { addHistory } from './commands/history.ts'
import { addLint } from './commands/lint.ts'
import { addLs } from './commands/ls.ts'
import { addReport } from './commands/report.ts'
import { addRollback } from './commands/rollback.ts'
import { addStatus } from './commands/status.ts'
import { addUp } from './commands/up.ts'
import { addUrl } from './commands/url.ts'
import { addVerify } from './commands/verify.ts'
import { addWorkshop } from './commands/workshop.ts'
import type { Door } from './door.ts'
import { lookOf } from './look.rules.ts'
import { paint } from './paint.ts'

/** The command tree. Only commander is loaded here: what a command needs is loaded when it runs. */
export function createProgram(door: Door, exit: (code: number) => void): Command {
  const program = new Command('swarmline')
  const isColorWanted = !door.env.NO_COLOR
  const out = lookOf(door.env, door.stdout, isColorWanted)
  const err = lookOf(door.env, door.stderr, isColorWanted)
  const { color } = paint({ ...out, hasColor: true }) // commander takes the colours out again where they are not wanted
  program
    .description('Build, deploy and prove Docker Swarm stacks.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureHelp({ styleTitle: color.bold, styleCommandText: color.cyan, styleOptionText: color.cyan })
    .configureOutput({
      writeOut: text => door.stdout.write(text),
      writeErr: text => door.stderr.write(text),
      outputError: () => undefined, // run.ts says it, in one line
      getOutHasColors: () => out.hasColor,
      getErrHasColors: () => err.hasColor,
      getOutHelpWidth: () => Math.min(out.width, 110),
      getErrHelpWidth: () => Math.min(err.width, 110)
    })
    .addHelpText(
      'after',
      `
Examples:
  $ swarmline doctor                  what this machine can do
  $ swarmline demo --keep             everything at once, and leave it up
  $ swarmline up && swarmline build && swarmline deploy && swarmline verify
  $ eval "$(swarmline env worker1)"   point docker at a node
  $ swarmline down                    take everything down`
    )
  for (const add of [
    addUp,
    addBuild,
    addLint,
    addDeploy,
    addRollback,
    addStatus,
    addHistory,
    addVerify,
    addReport,
    addDown,
    addEnv,
    addUrl,
    addLs,
    addDoctor,
    addDemo,
    addWorkshop,
    addCompletion
  ])
    add(program, door, exit)
  return program
}
