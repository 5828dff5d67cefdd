export type Variables = Readonly<Record<string, string>>

/** What is wrong with a `$…`: a variable without a value, one that is required, or no variable at all. */
export type Fault =
  | { kind: 'unset'; name: string }
  | { kind: 'required'; name: string; message: string }
  | { kind: 'malformed'; text: string }
  | { kind: 'too-long' }

const NAME = /[_a-z][_a-z0-9]*/iy
const OPERATION = /:?[-?+]/y
/** A default may hold another variable; nobody means more than a few. */
const MAX_DEPTH = 20
/** Variables of variables double with each line: 30 lines are more than there is memory. */
const MAX_LENGTH = 1024 * 1024
const MAX_FAULTS = 50

/**
 * Puts the values of variables into a text: `$$`, `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`,
 * `${NAME:?message}`, `${NAME?message}`, `${NAME:+other}`, `${NAME+other}`, where default and other may hold
 * variables again (compose-spec, interpolation). Anything else after a `$` is an error. Unlike docker, a variable
 * that has neither a value nor a default is a fault, and not an empty string.
 */
export function interpolate(text: string, variables: Variables): { value: string; faults: Fault[] } {
  return replace(text, variables, 0)
}

function replace(text: string, variables: Variables, depth: number): { value: string; faults: Fault[] } {
  const faults: Fault[] = []
  let value = ''
  let at = 0
  while (at < text.length) {
    const dollar = text.indexOf('$', at)
    if (dollar === -1) break
    value += text.slice(at, dollar)
    const found = depth < MAX_DEPTH ? expression(text, dollar + 1) : undefined
    if (!found) return { value: '', faults: [...faults, { kind: 'malformed', text }] }
    at = found.end
    if (found.name === undefined) {
      value += '$'
      continue
    }
    const result = resolve({ ...found, name: found.name }, variables, depth)
    value += result.value
    faults.push(...result.faults)
    if (value.length > MAX_LENGTH) return { value: '', faults: [...faults, { kind: 'too-long' }] }
    if (faults.length > MAX_FAULTS) return { value: '', faults }
  }
  return { value: value + text.slice(at), faults }
}

type Expression = { name: string | undefined; operation: string; rest: string; end: number }

/** What stands after a dollar sign; without a name it is a second one. */
function expression(text: string, start: number): Expression | undefined {
  if (text[start] === '$') return { name: undefined, operation: '', rest: '', end: start + 1 }
  const isBraced = text[start] === '{'
  const name = matchAt(NAME, text, isBraced ? start + 1 : start)
  if (name === undefined) return undefined
  if (!isBraced) return { name, operation: '', rest: '', end: start + name.length }
  const after = start + 1 + name.length
  if (text[after] === '}') return { name, operation: '', rest: '', end: after + 1 }
  const operation = matchAt(OPERATION, text, after)
  if (operation === undefined) return undefined
  const from = after + operation.length
  const close = closingBrace(text, from)
  return close === -1 ? undefined : { name, operation, rest: text.slice(from, close), end: close + 1 }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The brace that ends an expression, past those of the variables inside it. */
function closingBrace(text: string, from: number): number {
  let open = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '$' && text[i + 1] === '{') open++
    else if (text[i] === '}' && open-- === 0) return i
  }
  return -1
}

/** `$apr1$salt$…`, `$2y$05$…`: the form of a hash, of which no part is meant as a variable. */
const HASH = /\$[\w-]+\$/

/**
 * A default may hold variables (compose-spec). Docker takes it as it is written; where the other reading is none, and of
 * hashes, so do we.
 */
function defaultOf(rest: string, variables: Variables, depth: number): { value: string; faults: Fault[] } {
  const result = replace(rest, variables, depth + 1)
  const isPlain = !rest.includes('${') && !rest.includes('$$')
  const isMeantPlain = HASH.test(rest) || result.faults.some(({ kind }) => kind === 'malformed')
  return result.faults.length > 0 && isPlain && isMeantPlain ? { value: rest, faults: [] } : result
}

function resolve(
  { name, operation, rest }: Expression & { name: string },
  variables: Variables,
  depth: number
): { value: string; faults: Fault[] } {
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined
  const isMissing = given === undefined || (given === '' && operation.startsWith(':'))
  const sign = operation.at(-1)
  if (sign === '+') return isMissing ? { value: '', faults: [] } : replace(rest, variables, depth + 1)
  if (!isMissing) return { value: given, faults: [] }
  if (sign === '-') return defaultOf(rest, variables, depth)
  return {
    value: '',
    faults: [sign === '?' ? { kind: 'required', name, message: rest } : { kind: 'unset', name }]
  }
}
