import { resolve } from 'node:path'
import { input } from '../../inputs/input.ts'
import { flag, oneOf, wholeNumber } from '../../inputs/kinds.ts'
import { historyText, renderTerminal } from '../../report/report.ts'
import type { ReportForm } from '../../usecases/show-report.ts'
import { type AddCommand, addCommand, addInputs, onRun } from '../add-command.ts'
import { collect, type Given, readings } from '../reading.rules.ts'

const FORMS: readonly ReportForm[] = ['terminal', 'summary', 'html', 'junit', 'ctrf', 'annotations', 'json']

const reportOptions = {
  history: input(flag, 'put runs side by side, the oldest first', { fallback: 'false' }),
  last: input(wholeNumber(1, 500), 'how many runs, the newest, with --history', { fallback: '20' }),
  as: input(oneOf('form', FORMS), 'form to render one report in', { fallback: 'terminal' })
}
type Asked = { places: string[]; last: number; form: ReportForm; isHistory: boolean }

export const addReport: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'report', {
    summary: 'show a report again, or many runs side by side',
    description:
      'Show the report of an earlier run, render it in another form, or put the last runs side by side: how long ' +
      'they took, what they found, and which checks are flaky. It contacts no engine.',
    examples: [
      ['swarmline report', 'the one in ./report'],
      ['swarmline report deployed --as summary', 'as Markdown, for a comment or a job summary'],
      ['swarmline report --history runs', 'the reports in the folders of runs/'],
      ["swarmline report --history 'nightly/*/report' --last 10", 'the reports that a pattern matches'],
      ['swarmline report --history runs --json', 'for programs']
    ]
  }).argument('[place...]', 'folders that hold report.json, or such files (default: report)')
  addInputs(command, reportOptions)

  onRun(command, door, exit, () => {
    const { places, last, form, isHistory } = reportRequest(
      command.processedArgs[0] ?? [],
      command.opts(),
      door.cwd
    )
    return {
      work: async fx => {
        if (isHistory) {
          const history = await door.useCases.history({ places, last }, fx)
          return {
            json: history,
            text: async look => historyText(history, look)
          }
        }
        const { report, text } = await door.useCases.showReport(places[0] ?? '', form)
        return {
          json: report,
          text: async look => text?.trimEnd() ?? (await renderTerminal(report, look))
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
function reportRequest(given: readonly string[], options: Given, cwd: string): Asked {
  const { history, last, as } = collect('report', readings(reportOptions, options), all =>
    given.length > 1 && !all.history
      ? ['one report is shown at a time: give --history to put them side by side']
      : []
  )
  const places = given.length > 0 ? given : ['report']
  return { places: places.map(place => resolve(cwd, place)), last, form: as, isHistory: history }
}
