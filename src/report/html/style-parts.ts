/** The style sheet of single parts of the page. */
export const PARTS_STYLE = `
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; } a:hover { text-decoration-thickness: 2px; }
[hidden] { display: none !important; }
.whose { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin-bottom: 1.25rem; font-size: .9375rem; }
.whose dt { color: var(--soft); font-size: .8125rem; } .whose dd { overflow-wrap: anywhere; }
.contents { list-style: none; padding: 0; margin-top: 1.25rem; display: flex; flex-wrap: wrap; gap: .375rem 1.125rem; font-size: .9375rem; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-bottom: .75rem; }
.filter fieldset { border: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .375rem; }
.filter input[type=radio] { position: absolute; opacity: 0; }
.filter fieldset label { position: relative; } .filter fieldset label span { display: block; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); font-size: .875rem; cursor: pointer; }
.filter input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--paper); } .filter input:checked + span small { color: inherit; }
.filter input:focus-visible + span { outline: 2px solid var(--hue0); outline-offset: 2px; }
.search input { font: inherit; font-size: .875rem; width: 14rem; max-width: 100%; padding: .25rem .75rem; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 1rem; }
.search input::placeholder { color: var(--soft); opacity: 1; }
.title h3 a { color: inherit; text-decoration: none; } .title h3 a:hover { text-decoration: underline; }
.verdicts > li:target { outline: 2px solid var(--hue0); outline-offset: 1px; }
.more { font-size: .9375rem; } .verdicts .more { margin: .375rem 0 0 2.125rem; } .verdicts .more summary { font-size: .8125rem; padding: .125rem 0; }
.evidence { font-size: .8125rem; width: auto; } .evidence th { font-weight: 400; color: var(--soft); } .evidence th, .evidence td { padding: .125rem 1rem .125rem 0; border: 0; overflow-wrap: anywhere; } .evidence tr { border: 0; }
.card > .scroll + .scroll { border-top: 1px solid var(--line); margin-top: .5rem; padding-top: .5rem; }
.plain { padding: .75rem 1.25rem; } .inset { padding: .5rem 1.25rem 0; }
.plain-list { list-style: none; padding: 0; } .plain-list li { padding: .1875rem 0; overflow-wrap: anywhere; }
.change + .change { border-top: 1px solid var(--line); margin-top: .75rem; padding-top: .75rem; }
.change h3 { overflow-wrap: anywhere; } .change h3 .meta { font-weight: 400; }
.fields { margin-top: .25rem; font-size: .875rem; table-layout: fixed; } .fields th, .fields td { padding: .25rem 1rem .25rem 0; overflow-wrap: anywhere; font-weight: 400; } .fields thead th { width: 33%; }
.fields code { white-space: pre-wrap; } .fields .before { text-decoration: line-through; text-decoration-color: var(--fail); } .fields .after { color: var(--pass); }
.word.created { color: var(--pass); background: var(--pass-wash); } .word.updated { color: var(--open); background: var(--open-wash); }
.word.removed { color: var(--fail); background: var(--fail-wash); } .word.orphaned, .word.unchanged { color: var(--idle); background: var(--idle-wash); }
.refusal { color: var(--fail); }
.chips { display: flex; flex-wrap: wrap; gap: .25rem .375rem; margin-top: .5rem; list-style: none; padding: 0; }
.task { font-size: .8125rem; padding: .0625rem .5rem; border: 1px solid var(--soft); border-radius: .375rem; overflow-wrap: anywhere; } .task.before { border-style: dashed; }
${[0, 1, 2, 3, 4, 5].map(i => `.nodes > .hue${i} { border-top-color: var(--hue${i}); }`).join(' ')}
@media (max-width: 40rem) {
  .whose { gap: .5rem 1.25rem; } .search, .search input { width: 100%; } .verdicts .more { margin-left: 0; } .card > .scroll + .scroll { border-top: 1px solid var(--line); margin-top: .5rem; padding-top: .5rem; }
.plain { padding: .75rem; } .inset { padding: .5rem .75rem 0; }
  .fields, .fields tbody { display: block; } .fields thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .fields tr { display: grid; grid-template-columns: 1fr 1fr; } .fields th { grid-column: 1 / -1; }
}
@media print {
  .contents, .filter { display: none; } .change, .nodes > li { break-inside: avoid; } a { color: inherit; } details::details-content { content-visibility: visible; } details.changes { display: none; }
}
`
