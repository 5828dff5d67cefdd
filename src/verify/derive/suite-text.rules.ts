import { Document, isMap, isSeq, type Node } from 'yaml'
import type { DerivedCheck } from './derive.rules.ts'

/** Examples of what only people know, as a comment: an application’s own page, a counter, a program. */
const EXAMPLES = ` What only you know of your application, to be taken in:

 - id: front-page
   title: The front page says who it is
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
export function suiteText(stack: string, checks: readonly DerivedCheck[]): string {
  const document = new Document({
    title: `What follows from the stack ${stack}`,
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
  document.commentBefore = ` What swarmline derived from the stack ${stack}. Change it as you like, and run it with:\n   swarmline verify ${stack} --suite THIS-FILE`
  return document.toString({ lineWidth: 110, flowCollectionPadding: true })
}

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
