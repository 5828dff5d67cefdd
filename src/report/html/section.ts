import { html, type Markup } from './markup.rules.ts'

/** A part of the page that its contents list by `title`. */
export type Section = { id: string; title: string; markup: Markup }

/** A part of the page with a heading; `note` stands beside it. */
export function section(id: string, title: string, note: string | undefined, ...body: Markup[]): Section {
  return {
    id,
    title,
    markup: html`<section aria-labelledby="${id}">
<div class="heading"><h2 id="${id}">${title}</h2>${note && html`<p>${note}</p>`}</div>
${body}
</section>
`
  }
}

/** A wide table that scrolls by itself on a narrow screen, also by keyboard. */
export function scrolling(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${table}</div>`
}
