/** Outlines and signs say what the colours say. */
export const TIMELINE_STYLE = `
.lanes { padding: 1rem 1.25rem 1.25rem; }
.lanes .scroll > svg { display: block; width: 100%; min-width: 46rem; height: auto; }
.lanes .tall { max-height: 40rem; overflow: auto; }
.lanes .grid { stroke: var(--line); } .lanes .rule { stroke: var(--line); stroke-dasharray: 2 3; } .lanes .verdict { stroke: var(--ink); stroke-dasharray: 4 3; }
.lanes text { font-size: 12px; fill: var(--soft); } .lanes .name { font-size: 13px; fill: var(--ink); } .lanes .node { font-size: 10.5px; }
.lanes .wait { stroke-width: 3; } .lanes .run.old { fill: var(--card); stroke-width: 1.5; }
.lanes .key .run.new { fill: var(--soft); } .lanes .key .run.old, .lanes .key .wait { stroke: var(--soft); }
.lanes .cross { fill: none; stroke: var(--fail); stroke-width: 2.5; stroke-linecap: round; } .lanes .stop { stroke: var(--soft); stroke-width: 1.5; }
.lanes .lost { fill: var(--fail); } .lanes .wash { fill: var(--fail); opacity: .09; }
.lanes .dense.faded { opacity: .4; } .lanes .dense.pale { opacity: .7; } .lanes .dense.end { fill: var(--fail); }
.lanes figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.125rem; margin-top: .875rem; color: var(--soft); font-size: .8125rem; }
.lanes figcaption span { display: inline-flex; align-items: center; overflow-wrap: anywhere; } .lanes .key { width: 1.5rem; height: .75rem; margin-right: .375rem; flex: none; }
${[0, 1, 2, 3, 4, 5]
  .map(
    i =>
      `.lanes .hue${i} .run.new, .lanes .dense.hue${i} { fill: var(--hue${i}); } .lanes .hue${i} .run.old, .lanes .hue${i} .wait { stroke: var(--hue${i}); }`
  )
  .join('\n')}
.changes { padding: 0 1.25rem .5rem; } .changes summary, .more summary { padding: .375rem 0; cursor: pointer; color: var(--soft); font-size: .9375rem; }
.changes table { font-size: .8125rem; } .changes th, .changes td { padding: .25rem .75rem; } .changes td:last-child { min-width: 14rem; overflow-wrap: anywhere; } .changes tr.back { background: var(--track); }
@media print { .lanes .scroll > svg { min-width: 0; } .lanes .tall { max-height: none; } }
`
