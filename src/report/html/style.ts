import { ISOLATION_STYLE } from './isolation-picture.ts'
import { LATENCY_STYLE } from './latency-picture.ts'
import { PARTS_STYLE } from './style-parts.ts'
import { TIMELINE_STYLE } from './timeline-style.ts'

/** The page's own style sheet. Its hash is in the page's policy, so no other style can be slipped in. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f8; --card: #fff; --ink: #14191f; --soft: #57616d; --line: #dfe3e8; --track: #edf0f3;
  --pass: #15734a; --pass-wash: #e3f4ea; --fail: #b3261e; --fail-wash: #fdeae8;
  --open: #8a5a00; --open-wash: #fdf2d8; --idle: #57616d; --idle-wash: #edf0f3;
  --link: #1f58bd; --hue0: #2f6fde; --hue1: #0f9488; --hue2: #d18412; --hue3: #8457d6; --hue4: #cc4b7c; --hue5: #64748b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0e1216; --card: #161b21; --ink: #e8ecf0; --soft: #9aa5b1; --line: #2a323b; --track: #232a32;
    --pass: #5fd39a; --pass-wash: #12301f; --fail: #ff8a80; --fail-wash: #3a1614;
    --open: #f0bd5a; --open-wash: #33270e; --idle: #9aa5b1; --idle-wash: #232a32;
    --link: #8db4ff; --hue0: #6ea1ff; --hue1: #3fc6b8; --hue2: #efad4d; --hue3: #b193f5; --hue4: #f083ab; --hue5: #94a3b8;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --track: #e8e8e8;
    --pass: #15734a; --pass-wash: #fff; --fail: #b3261e; --fail-wash: #fff;
    --open: #8a5a00; --open-wash: #fff; --idle: #444; --idle-wash: #fff;
    --link: #1f58bd; --hue0: #2f6fde; --hue1: #0f9488; --hue2: #d18412; --hue3: #8457d6; --hue4: #cc4b7c; --hue5: #64748b;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink); max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem 3rem;
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Cantarell, "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
code, pre, .mono text.name { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .875em; }
small { font-size: .8125rem; color: var(--soft); font-weight: 400; }
:focus-visible { outline: 2px solid var(--hue0); outline-offset: 2px; }

.brand { display: flex; align-items: center; gap: .5rem; font-size: .9375rem; margin-bottom: 1.25rem; }
.brand span { margin-left: auto; color: var(--soft); }
.logo { width: 1.375rem; height: 1.375rem; fill: var(--ink); stroke: var(--ink); stroke-width: 1.6; }
.logo path { fill: none; }
.result { display: flex; gap: 1.25rem; align-items: center; padding: 1.5rem; border-radius: 1rem; border: 1px solid; }
.result.pass { background: var(--pass-wash); border-color: color-mix(in srgb, var(--pass) 35%, transparent); }
.result.inconclusive { background: var(--open-wash); border-color: color-mix(in srgb, var(--open) 35%, transparent); }
.result.fail { background: var(--fail-wash); border-color: color-mix(in srgb, var(--fail) 35%, transparent); }
.result .icon { width: 3.5rem; height: 3.5rem; }
.result h1 { font-size: 1.875rem; line-height: 1.2; letter-spacing: -.02em; }
.result p { margin-top: .25rem; }
.icon { flex: none; width: 1.5rem; height: 1.5rem; }
.icon path { fill: none; stroke: var(--card); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.icon.pass circle { fill: var(--pass); } .icon.fail circle { fill: var(--fail); }
.icon.inconclusive circle { fill: var(--open); } .icon.skipped circle { fill: var(--idle); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px; margin-top: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.figures div { padding: .75rem 1rem; box-shadow: 0 0 0 1px var(--line); }
.figures dt { color: var(--soft); font-size: .8125rem; }
.figures dd { font-size: 1.375rem; font-weight: 600; letter-spacing: -.01em; white-space: nowrap; } .figures dd small { font-weight: 400; letter-spacing: 0; }
.failed { color: var(--fail); } .figures .open { color: var(--open); }
.caveat { margin-top: .75rem; padding: .625rem 1rem; border-radius: .625rem; background: var(--open-wash); color: var(--ink); border-left: 4px solid var(--open); font-size: .9375rem; }

section { margin-top: 2.5rem; }
.heading { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .75rem; margin-bottom: .75rem; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; }
.heading p { color: var(--soft); font-size: .9375rem; }
h3 { font-size: 1rem; line-height: 1.35; }
.card, .verdicts > li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.card { padding: .5rem 0; overflow: hidden; }
.card + .card { margin-top: .75rem; }
.meta { color: var(--soft); font-size: .8125rem; }
.word { display: inline-block; padding: .0625rem .5rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.word.pass { color: var(--pass); background: var(--pass-wash); } .word.fail { color: var(--fail); background: var(--fail-wash); }
.word.inconclusive { color: var(--open); background: var(--open-wash); } .word.skipped { color: var(--idle); background: var(--idle-wash); }

.verdicts { list-style: none; padding: 0; display: grid; gap: .625rem; }
.verdicts > li { padding: 1rem 1.25rem; border-left: 4px solid var(--idle); }
.verdicts > .pass { border-left-color: var(--pass); } .verdicts > .fail { border-left-color: var(--fail); }
.verdicts > .inconclusive { border-left-color: var(--open); }
.title { display: flex; align-items: center; gap: .625rem; } .title .meta { margin-left: auto; display: flex; gap: .625rem; white-space: nowrap; }
.verdicts dl { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1.5rem; margin: .5rem 0 0 2.125rem; font-size: .9375rem; }
.verdicts dt { color: var(--soft); font-size: .8125rem; } 
.verdicts .hint { grid-column: 1 / -1; }

.scroll {
  overflow-x: auto;
  background: linear-gradient(to right, var(--card) 1rem, transparent) 0 0 / 2.5rem 100% local, linear-gradient(to left, var(--card) 1rem, transparent) 100% 0 / 2.5rem 100% local,
    linear-gradient(to right, var(--line), transparent) 0 0 / .75rem 100% scroll, linear-gradient(to left, var(--line), transparent) 100% 0 / .75rem 100% scroll;
  background-repeat: no-repeat;
}
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1.25rem; }
thead th { color: var(--soft); font-weight: 400; font-size: .8125rem; white-space: nowrap; }
tbody tr, tfoot tr { border-top: 1px solid var(--line); } thead.unseen + tbody tr:first-child { border-top: 0; }
tbody th { font-weight: 600; } tfoot th, tfoot td { font-weight: 600; }
tbody th small, .kinds { display: block; }
.number { text-align: right; white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dot { display: inline-block; width: .625rem; height: .625rem; border-radius: 50%; margin-right: .375rem; }
.answers .number { min-width: 4.5rem; } .answers th.number { vertical-align: bottom; }
.bar { display: block; width: 100%; min-width: 5.5rem; height: 4px; margin-top: .25rem; border-radius: 2px; }
.track { fill: var(--track); }
.image { min-width: 17rem; overflow-wrap: anywhere; } .image code { display: block; } .digest { color: var(--soft); font-size: .75rem; }

.mesh { padding: 1rem 1.25rem 1.25rem; border-bottom: 1px solid var(--line); }
.mesh svg { width: 100%; max-width: 52rem; height: auto; margin: 0 auto; }
.mesh .wide { display: block; } .mesh .narrow { display: none; }
.mesh figcaption { display: flex; justify-content: space-between; max-width: 52rem; margin: .5rem auto 0; color: var(--soft); font-size: .8125rem; }
.flow { fill: none; opacity: .6; }
.box rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; } .box.bad rect { stroke: var(--fail); }
.box .name { font-size: 14px; font-weight: 600; fill: var(--ink); } .box .detail { font-size: 12px; fill: var(--soft); }
.failure path { stroke: var(--fail); stroke-dasharray: 7 5; opacity: .75; } .failure .cross { stroke-width: 2.5; stroke-dasharray: none; opacity: 1; }
.failure text { font-size: 13px; font-weight: 600; fill: var(--fail); paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
.dot.hue0 { background: var(--hue0); } .dot.hue1 { background: var(--hue1); } .dot.hue2 { background: var(--hue2); }
.dot.hue3 { background: var(--hue3); } .dot.hue4 { background: var(--hue4); } .dot.hue5 { background: var(--hue5); }
rect.hue0 { fill: var(--hue0); } rect.hue1 { fill: var(--hue1); } rect.hue2 { fill: var(--hue2); }
rect.hue3 { fill: var(--hue3); } rect.hue4 { fill: var(--hue4); } rect.hue5 { fill: var(--hue5); }
.flow.hue0, .hue0 rect { stroke: var(--hue0); } .flow.hue1, .hue1 rect { stroke: var(--hue1); } .flow.hue2, .hue2 rect { stroke: var(--hue2); }
.flow.hue3, .hue3 rect { stroke: var(--hue3); } .flow.hue4, .hue4 rect { stroke: var(--hue4); } .flow.hue5, .hue5 rect { stroke: var(--hue5); }

.phases th { font-weight: 400; width: 1%; white-space: nowrap; } .phases td { vertical-align: middle; } .phases th { overflow-wrap: anywhere; }
.span { display: block; width: 100%; height: .75rem; border-radius: .25rem; } .span rect { fill: var(--hue0); }
.span .track { fill: var(--track); } .span.failed rect:last-child { fill: var(--fail); } .span.cancelled rect:last-child { fill: var(--idle); }

.nodes { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .625rem; }
.nodes > li { background: var(--card); border: 1px solid var(--line); border-top-width: 4px; border-radius: .75rem; padding: .75rem 1.125rem .875rem; }
.nodes code { color: var(--soft); }
.role, .label { font-size: .8125rem; padding: .0625rem .5rem; border-radius: 1rem; background: var(--idle-wash); color: var(--idle); overflow-wrap: anywhere; }
.role.manager { background: var(--ink); color: var(--paper); }

.trouble { border-left: 4px solid var(--fail); padding: 1rem 1.25rem; } 
pre { margin-top: .625rem; padding: .75rem 1rem; border-radius: .5rem; background: var(--track); font-size: .8125rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.standing ul { margin: .375rem 0 .625rem; padding-left: 1.25rem; } .standing dt { color: var(--soft); font-size: .8125rem; }
.none { color: var(--soft); }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .8125rem; }

@media (max-width: 40rem) {
  body { padding: 1rem .875rem 2rem; }
  .result { padding: 1.125rem; gap: .875rem; align-items: flex-start; } .result .icon { width: 2.5rem; height: 2.5rem; } .result h1 { font-size: 1.5rem; }
  .figures { grid-template-columns: repeat(2, 1fr); } .figures dd { font-size: 1.1875rem; }
  .verdicts > li { padding: .875rem 1rem; } .verdicts dl { grid-template-columns: 1fr; margin-left: 0; } .title { flex-wrap: wrap; } .title h3 { flex: 1; min-width: 0; } .title .meta { white-space: normal; order: 9; flex-basis: 100%; margin: 0; }
  th, td { padding: .5rem .75rem; } .mesh { padding: .75rem; } .mesh .wide { display: none; } .mesh .narrow { display: block; }
  .phases tr { display: grid; grid-template-columns: 1fr auto; padding: .375rem 0; } .phases th, .phases td { padding: .125rem .75rem; width: auto; white-space: normal; } .phases td:nth-child(2) { order: 3; grid-column: 1 / -1; }
  .services thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .services, .services tbody { display: block; }
  .services tr { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; padding: .375rem 0; } .services th { overflow-wrap: anywhere; } .services tbody tr:first-child { border-top: 0; }
  .services th, .services td { padding: .125rem .75rem; } .services .image { grid-column: 1 / -1; min-width: 0; }
}
@media print {
  html { font-size: 10pt; } body { max-width: none; padding: 0; } section { margin-top: 1.5rem; } .scroll { overflow: visible; }
  .verdicts > li, .card, tr, .nodes li, .result, .heading { break-inside: avoid; } .heading { break-after: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
${PARTS_STYLE}${ISOLATION_STYLE}${TIMELINE_STYLE}${LATENCY_STYLE}`
