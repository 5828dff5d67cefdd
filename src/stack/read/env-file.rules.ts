import { type Fault, interpolate, type Variables } from './interpolate.rules.ts'

/** `line` is the first line of the entry. `what` never holds a value: such files are full of secrets. */
export type EnvFault = { line: number; what: string }

const ASSIGNMENT = /^(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]*)[ \t]*(?:=|:(?=[ \t]))[ \t]*/
const BARE_NAME = /^(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*(?:#.*)?$/

/**
 * The variables of a dotenv file, as Compose reads it: `KEY=VALUE`, comments, `export `, values in single quotes
 * (as they are) or in double quotes (with `\n`, `\t`, `\"`, `\\`, `\$` and variables), either over several
 * lines, and plain ones that end at ` #`. Values may use the variables above them, and those of `given`, which win,
 * and of `earlier` files, which do not.
 */
export function parseEnvFile(
  text: string,
  given: Variables,
  earlier: Variables = {}
): { variables: Record<string, string>; faults: EnvFault[] } {
  const variables: Record<string, string> = Object.create(null)
  const faults: EnvFault[] = []
  const known: Record<string, string> = Object.assign(Object.create(null), earlier, given)
  const assign = (name: string, value: string): void => {
    variables[name] = value
    if (!Object.hasOwn(given, name)) known[name] = value
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const first = i + 1
    const line = (lines[i] ?? '').trimStart()
    // A name alone takes its value from the caller's variables, where it is one already.
    if (line === '' || line.startsWith('#') || BARE_NAME.test(line)) continue
    const match = ASSIGNMENT.exec(line)
    const name = match?.groups?.name
    if (!match || name === undefined) {
      faults.push({ line: first, what: 'it is not KEY=VALUE' })
      continue
    }
    const { raw, isLiteral, used, problem } = valueFrom(line.slice(match[0].length), lines, i + 1)
    i += used
    if (problem) faults.push({ line: first, what: `${name}: ${problem}` })
    else if (isLiteral) assign(name, raw)
    else {
      const { value, faults: found } = interpolate(raw, known)
      assign(name, value)
      faults.push(...found.map(fault => ({ line: first, what: `${name}: ${inWords(fault)}` })))
    }
  }
  return { variables: { ...variables }, faults }
}

type Value = { raw: string; isLiteral: boolean; used: number; problem?: string }

/** @param next where the lines after it begin, for quotes that go on; `used` is how many of them did */
function valueFrom(rest: string, lines: readonly string[], next: number): Value {
  const quote = rest[0]
  if (quote !== '"' && quote !== "'")
    return { raw: rest.replace(/(^|\s)#.*$/, '').trim(), isLiteral: false, used: 0 }
  const body: string[] = []
  let line: string | undefined = rest.slice(1)
  for (let used = 0; line !== undefined; line = lines[next + used++]) {
    const end = closingQuote(line, quote)
    if (end !== -1) {
      if (!/^\s*(#.*)?$/.test(line.slice(end + 1)))
        return { raw: '', isLiteral: true, used, problem: 'something follows the closing quote' }
      const inner = [...body, line.slice(0, end)].join('\n')
      return { raw: quote === '"' ? unescaped(inner) : inner, isLiteral: quote === "'", used }
    }
    body.push(line)
  }
  return { raw: '', isLiteral: true, used: 0, problem: 'the quote is not closed' }
}

function closingQuote(text: string, quote: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && quote === '"') i++
    else if (text[i] === quote) return i
  }
  return -1
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' }
const unescaped = (text: string): string =>
  text.replace(/\\([nrt"\\$])/g, (_, letter: string) => ESCAPES[letter] ?? '')

function inWords(fault: Fault): string {
  if (fault.kind === 'malformed') return 'a $ in it does not begin a variable (write it in single quotes)'
  if (fault.kind === 'too-long') return 'its variables expand to more than 1 MiB'
  return fault.kind === 'unset'
    ? `the variable ${fault.name} is not set`
    : `the variable ${fault.name} is required`
}
