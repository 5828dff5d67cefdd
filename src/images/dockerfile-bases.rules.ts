import { SwarmlineError } from '../errors.ts'
import { type Instruction, readDockerfile } from './dockerfile-lines.rules.ts'
import { parseReference } from './references.rules.ts'

/**
 * The images that a build of this Dockerfile pulls, in the order in which it names them, each once: `FROM`,
 * `COPY --from=`, `RUN --mount=…,from=` and the `# syntax=` frontend. Stages and `scratch` are none.
 *
 * @param buildArgs values of `ARG`s, which win over the defaults in the file
 * @throws `input` when a name is not an image reference, also for want of a build argument; names the line.
 */
export function basesOfDockerfile(text: string, buildArgs: Readonly<Record<string, string>> = {}): string[] {
  const { directives, instructions } = readDockerfile(text)
  const images = new Set<string>()
  const stages = new Set<string>()
  const defaults = new Map<string, string>()
  const add = (name: string, written: string, line: number) => {
    if (name === 'scratch' || stages.has(name.toLowerCase())) return
    images.add(checked(name, written, line))
  }
  if (directives.syntax) add(directives.syntax, directives.syntax, 1)

  let count = 0
  for (const instruction of instructions) {
    const { keyword, rest, line } = instruction
    if (keyword === 'ARG' && count === 0) {
      for (const [name, value] of argumentsOf(rest)) {
        const given = buildArgs[name] ?? (value === undefined ? undefined : expand(value, defaults))
        if (given !== undefined) defaults.set(name, given)
      }
    } else if (keyword === 'FROM') {
      const [written = '', as, stage] = rest.split(/\s+/).filter(word => !word.startsWith('--'))
      add(expand(unquoted(written), defaults), written, line)
      stages.add(String(count++))
      if (as?.toLowerCase() === 'as' && stage) stages.add(stage.toLowerCase())
    } else {
      for (const name of sourcesOf(instruction)) add(name, name, line)
    }
  }
  return [...images]
}

/** `--from=` of COPY and ADD, `from=` of RUN --mount; BuildKit expands no variables there. */
function sourcesOf({ keyword, rest }: Instruction): string[] {
  const inner = keyword === 'ONBUILD' ? rest.replace(/^(\S+)\s*/, '') : rest
  const flags = inner.split(/\s+/).filter(word => word.startsWith('--'))
  return flags.flatMap(flag => {
    const copied = /^--from=(.+)$/.exec(flag)?.[1]
    const mounted = /^--mount=(.+)$/
      .exec(flag)?.[1]
      ?.split(',')
      .find(part => part.startsWith('from='))
    const name = unquoted(copied ?? mounted?.slice('from='.length) ?? '')
    return name && !name.includes('$') ? [name] : []
  })
}

function argumentsOf(rest: string): [string, string | undefined][] {
  const words = rest.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []
  return words.map(word => {
    const [, name = word, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    return [name, value === undefined ? undefined : unquoted(value)]
  })
}

const LONGEST_NAME = 4096
const INNERMOST = /\$\{(\w+)(?:(:?[-+])([^${}]*))?\}|\$(\w+)/g

/** `$A`, `${A}`, `${A:-b}`, `${A-b}`, `${A:+b}`, `${A+b}`, nested; what is not set is empty. */
function expand(text: string, values: ReadonlyMap<string, string>): string {
  // Variables of variables double with each line, and nest in each other.
  if (text.length > LONGEST_NAME)
    throw new SwarmlineError('input', 'an image’s name in the Dockerfile is too long', {
      hint: 'write it with fewer variables'
    })
  const once = text.replace(INNERMOST, (_, braced, operator, word, bare) => {
    const value = values.get(braced ?? bare)
    const isSet = operator?.startsWith(':') ? Boolean(value) : value !== undefined
    if (operator?.endsWith('-')) return isSet ? (value ?? '') : word
    if (operator?.endsWith('+')) return isSet ? word : ''
    return value ?? ''
  })
  return once === text ? text : expand(once, values)
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2')
}

function checked(name: string, written: string, line: number): string {
  try {
    parseReference(name)
    return name
  } catch (cause) {
    const isExpanded = written.includes('$')
    throw new SwarmlineError(
      'input',
      `Dockerfile line ${line}: ${JSON.stringify(written)} names no image${isExpanded && name ? `: it is ${JSON.stringify(name)}` : ''}`,
      {
        hint: isExpanded
          ? 'give the variable a default (ARG NAME=value before the first FROM) or a build argument'
          : 'write it as [registry/]name[:tag], in lower case',
        cause
      }
    )
  }
}
