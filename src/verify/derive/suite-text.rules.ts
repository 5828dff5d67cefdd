import { Document, isMap, isSeq, type Node } from 'yaml'
import type { DerivedCheck } from './derive.rules.ts'

/** Examples of what only people know, as a comment: an application’s own page, a counter, a program. */
const EXAMPLES = ` What only you know about your application. To use one, remove its comment signs:

 - id: front-page
   title: The front page welcomes people
   kind: http
   port: 80
   path: /
   body: { contains: Welcome }
 - id: healthy
   kind: http
   path: /healthz
   status: 200
 - id: database-refuses-strangers
   kind: exec
   service: db
   command: [redis-cli, ping]
   exit: { gte: 0 }
   stdout: { contains: NOAUTH }

 swarmline verify --explain lists what else can be checked.`

/** Checks as the text of a suite: YAML that a person goes on with, each check under its reason. */
export function suiteText(
  stack: string,
  checks: readonly DerivedCheck[],
  unasked: readonly string[]
): string {
  const document = new Document({
    title: `Derived from the stack ${stack}`,
    checks: checks.map(({ check }) => check)
  })
  const list = document.get('checks', true)
  if (isSeq(list)) {
    for (const [index, item] of list.items.entries()) {
      const node = item as Node
      node.commentBefore = ` ${checks[index]?.comment ?? ''}`
      if (index > 0) node.spaceBefore = true
      if (isMap(node)) for (const pair of node.items) flow(pair.value)
    }
    list.comment = EXAMPLES
  }
  document.commentBefore = [
    ` What swarmline derived from the stack ${stack}. Edit it as you like, and run it with:`,
    `   swarmline verify ${stack} --suite THIS-FILE`,
    ...(unasked.length > 0 ? [' Not checked:', ...unasked.flatMap(asItem)] : [])
  ].join('\n')
  return document.toString({ lineWidth: 110, flowCollectionPadding: true })
}

/** A sentence as an entry of a list, on lines of some 100 signs. */
const asItem = (sentence: string): string[] =>
  (sentence.match(/\S.{0,100}(?=\s|$)/g) ?? []).map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`))

/** Short lists on one line. */
function flow(value: unknown): void {
  if (isSeq(value) && value.items.every(item => !isMap(item))) value.flow = true
  if (isSeq(value)) for (const item of value.items) if (isMap(item)) flowMap(item)
  if (isMap(value)) flowMap(value)
}

function flowMap(map: { flow?: boolean; items: { value?: unknown }[] }): void {
  map.flow = true
  for (const { value } of map.items) flow(value)
}
