import { createHash } from 'node:crypto'
import { withinLimits } from './bounds.rules.ts'
import { STATUS_WORDS } from './headline.rules.ts'
import { answersSection } from './html/answers.ts'
import { attachmentsSection } from './html/attachments.ts'
import { changesSection } from './html/changes.ts'
import { deploymentSection } from './html/deployment.ts'
import { engineLogsSection } from './html/engine-logs.ts'
import { imagesSection, standInsSection } from './html/images.ts'
import { isolationSection } from './html/isolation-picture.ts'
import { html, verbatim } from './html/markup.rules.ts'
import { masthead } from './html/masthead.ts'
import { phasesSection } from './html/phases.ts'
import { SCRIPT } from './html/script.ts'
import type { Section } from './html/section.ts'
import { STYLE } from './html/style.ts'
import { swarmSection } from './html/swarm.ts'
import { timelineSection } from './html/timeline.ts'
import { trafficSection } from './html/traffic.ts'
import { verdictsSection } from './html/verdicts.ts'
import { lanesOf } from './lanes.rules.ts'
import type { RunReport } from './run-report.ts'
import { colouredNodes } from './slots.rules.ts'
import { titleOf } from './test-cases.rules.ts'
import { oneLine } from './text.rules.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing but the style sheet and the one script below: no image, no request. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`

/** The report as one self-contained page that may be opened from anywhere. It is whole without its script. */
export function renderHtml(given: RunReport): string {
  const report = withinLimits(given)
  const { source, tool, status, engine } = report
  const sections = sectionsOf(report)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${STATUS_WORDS[status]}: ${oneLine(titleOf(source))} · ${tool.name}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${masthead(report, sections)}
<main>
${sections.map(section => section.markup)}
</main>
<footer><p>${tool.name} ${tool.version} on ${engine.title}. The same figures for programs: <code>report.json</code>.</p></footer>
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`.markup
}

/** In the order in which they are read: a deploy that failed comes before what was checked afterwards. */
function sectionsOf(report: RunReport): Section[] {
  const { verify, deploy, nodes, phases, engine } = report
  const lanes = deploy ? lanesOf(deploy).lanes : []
  const names = colouredNodes(
    nodes.map(node => node.name),
    lanes
  )
  const checks = verify && verdictsSection(verify, report.attachments)
  const stack = deploy && deploymentSection(deploy)
  const first = deploy && deploy.outcome !== 'converged' ? [stack, checks] : [checks, stack]
  const sections = [
    ...first,
    deploy?.changes && changesSection(deploy.changes),
    deploy && timelineSection(deploy, names),
    verify && verify.nodes.length > 0 && answersSection(verify.nodes, engine.hasMesh),
    trafficSection(deploy?.probe, verify?.loads ?? []),
    ...(verify?.isolation ?? []).slice(0, 10).map((matrix, i) => isolationSection(matrix, i)),
    imagesSection(report),
    standInsSection(report),
    swarmSection(report, lanes, names),
    engineLogsSection(report.engineLogs),
    phases.length > 0 && phasesSection(phases),
    attachmentsSection(report)
  ]
  return sections.filter((section): section is Section => typeof section === 'object')
}
