import { resolve } from 'node:path'
import type { ReportForm } from '../../usecases/show-report.ts'
import { type AddCommand, addCommand, choice, onRun } from '../add-command.ts'
import { collect, given, oneOf, type Reading, wholeNumber } from '../reading.rules.ts'

const FORMS: readonly ReportForm[] = ['terminal', 'summary', 'html', 'junit', 'ctrf', 'annotations', 'json']

type Options = { history?: true; last: string; as: string }
type Asked = { places: string[]; last: number; form: ReportForm; isHistory: boolean }

export const addReport: AddCommand = (program, door, exit) => {
  const command = addCommand(program, 'report', {
    summary: 'show a report again, or many runs side by side',
    description:
      'Show the report of an earlier run, render it in another form, or put the last runs side by side: how long ' +
      'they took, what they found, and which checks are flaky. It asks no engine.',
    examples: [
      ['swarmline report', 'the one in ./report'],
      ['swarmline report deployed --as summary', 'as Markdown, for a comment or a job summary'],
      ['swarmline report --history runs', 'the reports in the folders of runs/'],
      ["swarmline report --history 'nightly/*/report' --last 10", 'those that a pattern names'],
      ['swarmline report --history runs --json', 'for programs']
    ]
  })
    .argument('[place...]', 'folders that hold report.json, or such files (default: report)')
    .option('--history', 'put runs side by side, the oldest first')
    .option('--last <n>', 'how many runs, the newest, with --history', '20')
    .addOption(choice('--as <form>', 'form to render one report in', FORMS, 'terminal'))

  onRun(command, door, exit, () => {
    const { places, last, form, isHistory } = reportRequest(
      command.processedArgs[0] ?? [],
      command.opts<Options>(),
      door.cwd
    )
    return {
      work: async fx => {
        if (isHistory) {
          const history = await door.useCases.history({ places, last }, fx)
          return {
            json: history,
            text: async look => (await import('../../report/terminal/history.ts')).historyText(history, look)
          }
        }
        const { report, text } = await door.useCases.showReport(places[0] ?? '', form)
        return {
          json: report,
          text: async look =>
            text?.trimEnd() ?? (await import('../../report/terminal.ts')).renderTerminal(report, look)
        }
      }
    }
  })
}

/** @throws `usage` that names every option with a wrong value. */
function reportRequest(places: readonly string[], options: Options, cwd: string): Asked {
  const isHistory = options.history ?? false
  const asked = places.length > 0 ? places : ['report']
  return collect<Asked>('report', {
    places: placesOf(
      asked.map(place => resolve(cwd, place)),
      isHistory
    ),
    last: wholeNumber('--last', options.last, 1, 500),
    form: oneOf('--as', options.as, FORMS),
    isHistory: given(isHistory)
  })
}

const placesOf = (places: string[], isHistory: boolean): Reading<string[]> =>
  places.length > 1 && !isHistory
    ? { fault: 'one report is shown at a time: give --history to put them side by side' }
    : given(places)
