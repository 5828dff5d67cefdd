// Makes test/support/compose-grammar/keys.json, the keys that stack files have: of docker's schema v3.13, which its
// client carries, and of the Compose Specification (compose-spec.json, in Debian's
// golang-github-compose-spec-compose-go-dev).
//
// node tools/compose-keys.mjs COMPOSE_SPEC_JSON DOCKER
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'test/support/compose-grammar/keys.json'
const V3 = '3.13'

/** A schema that stands as plain text in a program. */
function schemaIn(program, version) {
  const text = readFileSync(program, 'latin1')
  const id = text.indexOf(`"id": "config_schema_v${version}.json"`)
  const start = text.lastIndexOf('{\n  "$schema"', id)
  const end = /\n\}\n/.exec(text.slice(start))
  if (id === -1 || start === -1 || !end) throw new Error(`${program} has no schema v${version}`)
  return JSON.parse(text.slice(start, start + end.index + 3))
}

/**
 * What each key may be, by its path: `text`, `number`, `integer`, `flag`, `null`, `map`, `list`. In a path `*` stands for
 * names that people choose, and `[]` for the items of a list.
 */
function keysOf(schema) {
  const found = new Map()
  const walk = (node, at, seen) => {
    if (typeof node !== 'object' || node === null) return
    if (node.$ref && !seen.includes(node.$ref))
      walk(schema.definitions[node.$ref.replace('#/definitions/', '')], at, [...seen, node.$ref])
    for (const each of [...(node.oneOf ?? []), ...(node.anyOf ?? []), ...(node.allOf ?? [])])
      walk(each, at, seen)
    const types = found.get(at) ?? new Set()
    for (const type of [node.type ?? []].flat()) types.add(WORDS[type])
    found.set(at, types)
    const step = (key, inner) => walk(inner, at === '' ? key : `${at}.${key}`, seen)
    if (node.items) step('[]', node.items)
    for (const [key, inner] of Object.entries(node.properties ?? {})) step(key, inner)
    for (const [pattern, inner] of Object.entries(node.patternProperties ?? {}))
      if (pattern !== '^x-') step('*', inner)
    if (typeof node.additionalProperties === 'object') step('*', node.additionalProperties)
  }
  walk(schema, '', [])
  found.delete('')
  return Object.fromEntries(
    [...found].map(([at, types]) => [at, [...types].sort().join(' ')]).sort(([a], [b]) => (a < b ? -1 : 1))
  )
}

const WORDS = {
  ...{ string: 'text', number: 'number', integer: 'integer', boolean: 'flag' },
  ...{ null: 'null', object: 'map', array: 'list' }
}

const [spec = '', docker = ''] = process.argv.slice(2)
const made = {
  docker: V3,
  v3: keysOf(schemaIn(docker, V3)),
  compose: keysOf(JSON.parse(readFileSync(spec, 'utf8')))
}
writeFileSync(FILE, `${JSON.stringify(made, undefined, 2)}\n`)
console.log(
  `${FILE}: ${Object.keys(made.v3).length} keys of v${V3}, ${Object.keys(made.compose).length} of the Compose Specification`
)
