import { isScalar, type Node, visit } from 'yaml'
import { SwarmlineError } from '../errors.ts'
import { type ComposeFile, entriesAt } from './compose-file.ts'
import { type Fault, interpolate, type Variables } from './interpolate.rules.ts'

/** The sections in which docker replaces variables; in keys, `version` and `x-…` it does not. */
const SECTIONS = ['services', 'networks', 'volumes', 'secrets', 'configs']

/**
 * Replaces every variable in the values of a stack file's sections, in the parsed document. All faults of all
 * files are told at once.
 *
 * @throws `input`: each variable with its file and line.
 */
export function interpolateFiles(files: readonly ComposeFile[], variables: Variables): void {
  const faults = files.flatMap(file => interpolateFile(file, variables))
  if (faults.length === 0) return
  const names = [...new Set(faults.flatMap(({ fault }) => ('name' in fault ? [fault.name] : [])))]
  throw new SwarmlineError('input', faults.map(({ fault, at }) => `${at}: ${inWords(fault)}`).join('; '), {
    hint: names.length
      ? `set it (--env ${names[0]}=…), or give a default in the file: \${${names[0]}:-default}`
      : 'write a plain dollar sign as $$'
  })
}

function interpolateFile(file: ComposeFile, variables: Variables): { fault: Fault; at: string }[] {
  const faults: { fault: Fault; at: string }[] = []
  for (const { key, value } of entriesAt(file, [])) {
    if (!SECTIONS.includes(key)) continue
    visit(value as Node | null, {
      Scalar: (position, node) => {
        if (position === 'key' || typeof node.value !== 'string' || !node.value.includes('$')) return
        const { value: replaced, faults: found } = interpolate(node.value, variables)
        faults.push(...found.map(fault => ({ fault, at: file.at(node) })))
        if (isScalar(node)) node.value = replaced
      }
    })
  }
  return faults
}

function inWords(fault: Fault): string {
  switch (fault.kind) {
    case 'unset':
      return `the variable ${fault.name} is not set`
    case 'required':
      return `the variable ${fault.name} is required${fault.message ? `: ${fault.message}` : ''}`
    case 'malformed':
      return `${JSON.stringify(fault.text)} has a $ that begins no variable`
  }
}
