// Makes test/support/engine-fields.json: the fields of what an engine is given, with their types, out of the Engine API's
// published description (api/swagger.yaml of moby, in Debian's golang-github-docker-docker-dev).
//
// node tools/engine-fields.mjs SWAGGER_YAML
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const FILE = 'test/support/engine-fields.json'
const description = parse(readFileSync(process.argv[2] ?? '', 'utf8'))

/** `A.B.[].C`: `[]` for the items of a list, `*` for names that people choose. Types are the description's own. */
function fieldsOf(schema) {
  const found = {}
  const walk = (node, at) => {
    const step = name => (at === '' ? name : `${at}.${name}`)
    if (node.$ref) return walk(description.definitions[node.$ref.split('/').at(-1)], at)
    for (const part of node.allOf ?? []) walk(part, at)
    if (node.allOf) return
    if (node.items) return walk(node.items, step('[]'))
    if (node.additionalProperties) return walk(node.additionalProperties, step('*'))
    const inner = Object.entries(node.properties ?? {})
    for (const [name, value] of inner) walk(value, step(name))
    if (inner.length === 0) found[at] = [node.type ?? 'object', ...(node.enum ?? [])].join(' ')
  }
  walk(schema, '')
  return found
}

const { ServiceSpec, SecretSpec, ConfigSpec } = description.definitions
const network = description.paths['/networks/create'].post.parameters.find(each => each.in === 'body').schema
const made = {
  version: description.info.version,
  ServiceSpec: fieldsOf(ServiceSpec),
  NetworkSpec: fieldsOf(network),
  SecretSpec: fieldsOf(SecretSpec),
  ConfigSpec: fieldsOf(ConfigSpec)
}
writeFileSync(FILE, `${JSON.stringify(made, undefined, 2)}\n`)
