import { createHash } from 'node:crypto'
import { answersSection } from './html/answers.ts'
import { deploymentSection } from './html/deployment.ts'
import { imagesSection } from './html/images.ts'
import { isolationSection } from './html/isolation-picture.ts'
import { html, verbatim } from './html/markup.rules.ts'
import { masthead } from './html/masthead.ts'
import { phasesSection } from './html/phases.ts'
import { STYLE } from './html/style.ts'
import { swarmSection } from './html/swarm.ts'
import { timelineSection } from './html/timeline.ts'
import { verdictsSection } from './html/verdicts.ts'
import type { RunReport } from './run-report.ts'
import { oneLine } from './text.rules.ts'

/** Nothing but the style sheet below: no script, no image, no request. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** The report as one self-contained page that may be opened from anywhere. */
export function renderHtml(report: RunReport): string {
  const { verify, deploy, nodes, phases, tool, status } = report
  const title = `${status === 'pass' ? 'Passed' : 'Failed'}: ${oneLine(deploy?.stack ?? 'run')} · ${tool.name}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${masthead(report)}
<main>
${verify && verdictsSection(verify)}
${verify && verify.nodes.length > 0 && answersSection(verify.nodes, report.engine.hasMesh)}
${verify?.isolation?.map(isolationSection)}
${deploy && deploymentSection(deploy)}
${deploy && timelineSection(deploy)}
${phases.length > 0 && phasesSection(phases)}
${nodes.length > 0 && swarmSection(report)}
${imagesSection(report)}
</main>
<footer><p>${tool.name} ${tool.version} on ${report.engine.title}. The same figures for programs: <code>report.json</code>.</p></footer>
</body>
</html>
`.markup
}
