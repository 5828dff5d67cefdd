import { type Input, type Inputs, inputName, optionName } from './input.ts'

/** As help and completion say it. */
export const phraseOf = ({ about, limits }: Input<unknown>): string =>
  limits ? `${about} (${limits})` : about

/** As action.yml and its README say it. */
export function descriptionOf(input: Input<unknown>): string {
  const { shape, value, choices, more } = input
  const phrase = phraseOf(input)
  const start = `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
  const form =
    shape === 'list' ? `one ${value.includes('=') ? `\`${value.toUpperCase()}\` ` : ''}on each line` : ''
  return [
    // A phrase with parts of its own would swallow what is said of the lines.
    ...(form === ''
      ? [`${start}.`]
      : /[,;:]/.test(phrase)
        ? [`${start}.`, `O${form.slice(1)}.`]
        : [`${start}, ${form}.`]),
    ...(choices ? [`One of ${choices.map(choice => `\`${choice}\``).join(', ')}.`] : []),
    ...(more ? [more] : [])
  ].join(' ')
}

/** As the command line writes it in help: `--workers <n>`, `--no-push`. */
export function flagsOf(key: string, input: Input<unknown>): string {
  const name = optionName(key, input)
  if (input.shape !== 'flag') return `--${name} <${input.value}>`
  return input.fallback === 'true' ? `--no-${name}` : `--${name}`
}

/** What is said of a name that something had before. */
export const renamed = (old: string, now: string): string => `${old} is called ${now} now`

/** A whole command line of ours, or an option with the word after it. */
const OPTION = /swarmline [a-z][^;,`—]*|(?<![\w-])--([a-z][a-z-]*)(?:[ =]([\w.]+))?(?: \(input [a-z-]+\))?/g

/** What is said of options, in the words of an action: `use --engine vm` → `use engine: vm`. */
export function inAction(text: string, inputs: Inputs): string {
  return text.replace(OPTION, (said, name: string | undefined, word = '') => {
    const [key, input] = Object.entries(inputs).find(([each, one]) => optionName(each, one) === name) ?? []
    if (key === undefined || input === undefined) return said
    const own = inputName(key)
    if (input.choices?.includes(word) || /^[A-Z0-9]/.test(word)) return `${own}: ${word}`
    const rest = said.slice(`--${name}`.length).replace(/ \(input .*\)$/, '')
    return input.shape === 'flag' ? `${own}: true${rest}` : `the input ${own}${rest}`
  })
}
