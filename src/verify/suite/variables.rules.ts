import { isScalar, type Scalar, visit } from 'yaml'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import type { Fault, SuiteFile } from './suite-file.ts'

const PATTERN = /\$(\$|\{\{|\{([^}]*)\}?)/g
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/

/**
 * Puts values for `${NAME}` into a suite's texts, in place; `$${` is a plain `${`. A value stays one scalar: it can
 * add neither keys nor structure. An unquoted text that is nothing but `${NAME}` becomes the number or the truth
 * value that it looks like, as if it had been written there.
 *
 * @returns what is wrong, each with its place
 */
export function interpolateSuite(
  file: SuiteFile,
  givenValue: (name: string) => string | undefined,
  nearestName: (name: string) => string | undefined
): Fault[] {
  const faults: Fault[] = []
  let length = 0
  visit(file.document, {
    Scalar: (key, node) => {
      if (key === 'key' || !isScalar(node) || typeof node.value !== 'string' || !node.value.includes('$'))
        return
      if (faults.length >= YAML_BUDGET.faults) return visit.BREAK
      const isWhole = node.type === 'PLAIN' && /^\$\{[^}]*\}$/.test(node.value)
      const text = node.value.replace(PATTERN, (match, inner: string, name: string | undefined) => {
        const fail = (what: string): string => {
          faults.push(file.fault(node, what))
          return ''
        }
        if (inner === '$') return '$'
        if (length > YAML_BUDGET.characters) return ''
        if (inner === '{{') return fail('suites have no ${{ … }}: give a variable and write ${NAME}')
        if (name === undefined || !match.endsWith('}') || !NAME.test(name))
          return fail(`${match} is no variable: write \${NAME}, or $\${ for the characters themselves`)
        const value = givenValue(name)
        if (value !== undefined) {
          length += value.length
          return length > YAML_BUDGET.characters ? fail('the variables stand for too much text') : value
        }
        const meant = nearestName(name)
        return fail(`no value is given for the variable ${name}${meant ? ` (did you mean ${meant}?)` : ''}`)
      })
      ;(node as Scalar).value = isWhole ? plainValue(text) : text
    }
  })
  return faults
}

/** A scalar as YAML's core schema reads it, as far as parameters need it. */
function plainValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text
}
