import { error as annotateError, warning as annotateWarning, getInput, setSecret } from '@actions/core'
import { exitCodeOf, explain } from '../errors.ts'
import { inAction } from '../inputs/in-words.ts'
import { type Inputs, inputName, type Values } from '../inputs/input.ts'
import { oneLine } from '../plain/text.ts'
import type { Door } from './door.ts'
import { type Form, readInputs } from './read-inputs.ts'

/**
 * The main step of an action, and the one place that decides how it fails: one `::error::` line that ends with
 * the way out, and a status that is not 0. Everything that takes time to load waits until the inputs are good.
 */
export async function runMain<I extends Inputs>(
  form: Form<I>,
  action: (values: Values<I>, door: Door) => Promise<void>
): Promise<void> {
  const inWords: InWords = text => inAction(text, form.inputs)
  process.on('uncaughtException', thrown => {
    fail(thrown, inWords)
    process.exit()
  })
  try {
    const values = readInputs(form, getInput, setSecret)
    // Programs that we start get no environment but their own; should one ever, it has no secret.
    for (const [key, { isSecret }] of Object.entries(form.inputs))
      if (isSecret) delete process.env[`INPUT_${inputName(key).toUpperCase()}`]
    const [{ openDoor }, { showDocker }] = await Promise.all([import('./door.ts'), import('./preflight.ts')])
    const door = await openDoor(inWords)
    await showDocker(door.effects)
    await action(values, door)
  } catch (thrown) {
    fail(thrown, inWords)
  }
}

/** The post step of an action. The work is done by then: what goes wrong here is a warning and fails nothing. */
export async function runPost(action: (door: Door) => Promise<void>): Promise<void> {
  try {
    const { openDoor } = await import('./door.ts')
    await action(await openDoor())
  } catch (thrown) {
    annotateWarning(oneLine(explain(thrown)))
  }
}

/** The core speaks of options, as the command line has them; whoever reads a workflow's log has inputs. */
type InWords = (text: string) => string

function fail(thrown: unknown, inWords: InWords): void {
  annotateError(oneLine(inWords(explain(thrown))))
  process.exitCode = exitCodeOf(thrown)
}
