import * as z from 'zod'
import { defineKind } from '../../../verify/verify.ts'
import type { Solution } from '../../folder/solution.ts'
import { judgePipeline, PIPELINE_EXPECTED, type PipelineEvidence } from './judge.ts'

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/
const SCRIPT = /^(?:bin|scripts?|\.ci)\/[^/]+$|^[^/]+\.sh$/

export const pipeline = (solution: Solution) =>
  defineKind({
    name: 'pipeline',
    explanation:
      'Reads the workflows of the folder and the scripts that they call: every step that pushes an image must come after ' +
      'one that tests it, and must not run when that one failed. Nothing is run.',
    example: '- kind: pipeline',
    isDisturbing: false,
    visits: 'none',
    params: z.strictObject({}),
    expected: () => PIPELINE_EXPECTED,
    gather: async (): Promise<PipelineEvidence> => {
      const textsOf = (form: RegExp) =>
        Promise.all(
          solution.files
            .filter(file => form.test(file))
            .map(async file => ({ file, text: await solution.read(file) }))
        )
      return { workflows: await textsOf(WORKFLOW), scripts: await textsOf(SCRIPT) }
    },
    judge: (_params, evidence) => judgePipeline(evidence)
  })
