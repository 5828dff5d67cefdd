import { ON_TASKS } from '../../plain/on-tasks.ts'
import type { FieldChange, ServiceChange, StackChanges } from '../../stack/plan/plan.ts'
import { cutText } from '../bounds.rules.ts'
import { count, oneLine } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, section } from './section.ts'

const MOST_SERVICES = 300
const MOST_FIELDS = 60
const MOST_CHARACTERS = 400

const OBJECTS = {
  created: 'is created',
  updated: 'is updated',
  unused: 'is no longer named',
  drifted: 'differs from the files; docker will not change it'
} as const

/** What the files ask to change since the deploy before, field by field. */
export function changesSection(changes: StackChanges): Section {
  const { services, objects } = changes
  const same = services.filter(service => service.kind === 'unchanged')
  const others = services.filter(service => service.kind !== 'unchanged')
  return section(
    'changes',
    'What changed',
    changes.isUnchanged ? 'nothing, since the deploy before' : summary(services),
    html`<div class="card plain">
${others.slice(0, MOST_SERVICES).map(serviceChange)}
${others.length > MOST_SERVICES && html`<p class="none">And ${count(others.length - MOST_SERVICES, 'service')} more.</p>`}
${objects.slice(0, MOST_SERVICES).map(({ kind, name, change, fields }) => html`<div class="change"><h3><span class="meta">${kind}</span> ${oneLine(name)} <span class="meta">${OBJECTS[change]}</span></h3>${fieldsTable(fields)}</div>`)}
${same.length > 0 && html`<p class="none">Unchanged: ${cutText(same.map(service => oneLine(service.name)).join(', '), 2_000)}.</p>`}
</div>`
  )
}

function summary(services: readonly ServiceChange[]): string {
  const kinds = ['created', 'updated', 'removed', 'orphaned', 'unchanged'] as const
  return kinds
    .flatMap(kind => {
      const n = services.filter(service => service.kind === kind).length
      return n > 0 ? [`${n} ${kind}`] : []
    })
    .join(', ')
}

function serviceChange({ name, kind, fields, tasks, refusal }: ServiceChange): Markup {
  const effect = kind === 'orphaned' ? 'the files no longer name it, and it stays' : ON_TASKS[tasks]
  return html`<div class="change"><h3>${oneLine(name)} <span class="word ${kind}">${kind}</span>${effect && html` <span class="meta">${effect}</span>`}</h3>
${refusal && html`<p class="refusal">${refusal}</p>`}
${fieldsTable(fields)}</div>`
}

function fieldsTable(fields: readonly FieldChange[]): Markup {
  if (fields.length === 0) return html``
  const more = fields.length - MOST_FIELDS
  return html`<table class="fields"><thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${fields
    .slice(0, MOST_FIELDS)
    .map(
      ({ field, from, to }) => html`
<tr><th scope="row"><code>${oneLine(field)}</code></th><td>${value(from, 'before')}</td><td>${value(to, 'after')}</td></tr>`
    )}${more > 0 && html`<tr><td colspan="3">and ${count(more, 'field')} more</td></tr>`}</tbody></table>`
}

/** A dash where there is none: before, it is new; after, it is gone. */
function value(text: string | undefined, kind: 'before' | 'after'): Markup {
  if (text === undefined) return html`<span class="meta">not set</span>`
  return html`<code class="${kind}">${cutText(text, MOST_CHARACTERS)}</code>`
}
