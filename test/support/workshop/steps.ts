// workshop/steps/: the files of a participant after each assignment, and what the swarm was told by then.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { assignmentNames, starter, stepFiles, WORKSHOP } from './course.ts'
import { type Folder, layered } from './folder.ts'

const words = z.array(z.union([z.string(), z.array(z.string())]))
const STEP = z.strictObject({
  builds: z.array(z.string()).default([]),
  /** Arguments of docker; a long command may be in several lists. */
  commands: z.array(words).default([]),
  deploys: z.boolean().default(false),
  earns: z.array(z.string()).optional()
})
const FILE = z.looseObject({ steps: z.record(z.string(), STEP) })

export type Step = {
  name: string
  folder: Folder
  /** Images that are built and pushed before: `backend` is workshop/docker-swarm-workshop-backend. */
  builds: string[]
  /** Arguments of docker on a manager, in this order. */
  commands: string[][]
  /** The stack file is deployed as the stack `workshop` in the end. */
  deploys: boolean
  /** The assignments whose points it has, and no others. */
  earns: string[]
}

export function steps(): Step[] {
  const file = path.join(WORKSHOP, 'steps', 'swarm.yml')
  const { steps: told } = FILE.parse(parse(readFileSync(file, 'utf8')))
  const names = assignmentNames()
  const unknown = Object.keys(told).filter(name => !names.includes(name))
  if (unknown.length > 0) throw new Error(`steps/swarm.yml: there is no assignment ${unknown.join(', ')}`)
  let folder = starter()
  return names.map((name, index) => {
    folder = layered(folder, stepFiles(name))
    const step = told[name]
    if (!step) throw new Error(`steps/swarm.yml: there is no ${name}`)
    const commands = step.commands.map(command => command.flat())
    return { name, folder, ...step, commands, earns: step.earns ?? names.slice(0, index + 1) }
  })
}
