import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { renderHtml } from '../../../src/report/html.ts'
import type { ReportedDeploy, RunReport } from '../../../src/report/run-report.ts'
import { sampleDeploy } from '../../support/action-samples.ts'
import { abortedReport, failingReport, passingReport } from '../../support/sample-report.ts'
import { taskEntries } from '../../support/sample-timeline.ts'
import { hostileReport } from './hostile-report.ts'

const FETCHING = /^(?:img|iframe|link|object|embed|form|base|audio|video|source)$/
/** Without what our own script and style sheet say. */
const bare = (page: string) => page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '<$1></$1>')
const tags = (page: string) => [...bare(page).matchAll(/<[a-z][^>]*>/g)].map(found => found[0])
const tagNames = (page: string) => [...new Set(tags(page).map(tag => /[a-z0-9]+/.exec(tag)?.[0]))].toSorted()

describe('the page stands alone', () => {
  test.each([
    ['pass', passingReport()],
    ['fail', failingReport()],
    ['nothing', abortedReport()],
    ['hostile', hostileReport()]
  ])('%s: no request, no script and no style but its own, under their hashes', (_title, report) => {
    const page = renderHtml(report)
    const names = tags(page).flatMap(tag =>
      [...tag.replace(/"[^"]*"/g, '""').matchAll(/ ([a-z-]+)=/g)].map(found => found[1] ?? '')
    )
    for (const name of names)
      expect(name).not.toMatch(/^(?:src|style|on.*|srcset|action|data|ping|download)$/)
    expect(tagNames(page)).not.toEqual(expect.arrayContaining([expect.stringMatching(FETCHING)]))
    const policy = page.replaceAll('&#39;', "'")
    for (const [kind, directive] of [
      ['style', 'style-src'],
      ['script', 'script-src']
    ] as const) {
      const all = [...page.matchAll(new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`, 'g'))]
      expect(all).toHaveLength(1)
      const hash = createHash('sha256')
        .update(all[0]?.[1] ?? '')
        .digest('base64')
      expect(policy).toContain(`${directive} 'sha256-${hash}'`)
      expect(all[0]?.[1]).not.toMatch(/url\(|@import|innerHTML|eval|fetch\(|document\.write/)
    }
    expect(policy).toContain("default-src 'none'")
  })
  test('links lead to the web, to files beside the page, or within it', () => {
    const links = (report: RunReport) =>
      [...renderHtml(report).matchAll(/ href="([^"]*)"/g)].map(found => found[1] ?? '')
    expect(links(failingReport())).toEqual(
      expect.arrayContaining([
        'https://staging.example.org/',
        './evidence/routing-mesh.json',
        '#check-spread'
      ])
    )
    const report = failingReport()
    report.source = {
      ...report.source,
      run: { title: 'x', url: 'javascript:alert(1)', attempt: 1 },
      environment: { name: 'x', url: 'https://user:secret@a.example/' }
    }
    report.attachments = ['../x', '/etc/passwd', 'a//b', 'javascript:alert(1)', 'a\\b', './x'].map(file => ({
      title: 'x',
      file,
      sizeBytes: 1
    }))
    for (const link of links(report))
      expect(link).toMatch(/^(?:#[\w-]+|\.\/[\w.-]+|https:\/\/github\.com\/.*)$/)
  })
})

describe('hostile text stays text', () => {
  const page = renderHtml(hostileReport())
  test('it opens no element that a sound report does not have', () => {
    expect(tagNames(page)).toEqual(
      tagNames(renderHtml({ ...failingReport(), standIns: passingReport().standIns }))
    )
  })
  test('it ends no attribute', () => {
    for (const tag of tags(page)) expect(tag).toMatch(/^<[a-z0-9]+(?: [a-z-]+(?:="[^"<]*")?)*\/?>$/i)
  })
  test('it brings no control characters', () => {
    for (const sign of ['\u001b', '\u202e']) expect(page).not.toContain(sign)
  })
})

describe('what it shows', () => {
  const has = (report: RunReport, ...texts: string[]) => {
    const page = renderHtml(report)
    for (const text of texts) expect(page).toContain(text)
  }
  test('with whom a check had its measurement', () => {
    const report = passingReport()
    const verdicts = report.verify?.verdicts.map(verdict => ({ ...verdict, sharedWith: ['mesh', 'another'] }))
    has(
      { ...report, verify: report.verify && { ...report.verify, verdicts: verdicts ?? [] } },
      ', shared with mesh, another<'
    )
    expect(renderHtml(report)).not.toContain('shared with')
  })
  test('a pass: figures, picture, images, stand-ins', () => {
    has(
      passingReport(),
      '<h1>Passed<span class="unseen">: workshop on the cluster demo</span></h1>',
      '5 of 5 passed',
      'Who answered whom. manager1: 34 by 4be1d0c77a52',
      'php8.4-cli, php-redis (trixie)',
      '88.4 MB',
      'data=persistent'
    )
  })
  test('a failure: expected, observed, way out, log lines', () => {
    has(
      failingReport(),
      '<h1>Failed<span',
      '2 of 5 passed, 2 failed, 1 could not be measured',
      '<dt>Requests failed</dt><dd class="failed">21 <small>of 220</small>',
      '<small class="kinds">14 refused</small>',
      'Way out',
      '<code>swarmline doctor</code>',
      'PHP Fatal error',
      'No stand-ins',
      'Inconclusive'
    )
  })
  test('a deploy over time: a lane for each task, and every change', () => {
    has(
      failingReport(),
      'aria-label="7 tasks over time, 2 failed: backend.3 on worker2, backend.3 on worker2. ',
      'Every change',
      '49.5 s</td><td>backend.3</td><td>worker2</td><td>starting</td><td><b class="failed">failed</b></td><td>task: non-zero exit (255)'
    )
    const page = renderHtml(failingReport())
    expect([...page.matchAll(/class="cross" d="M[\d.]+ \d+l8 8m/g)]).toHaveLength(2)
    expect(page).not.toContain('then the way back')
    expect(renderHtml(passingReport())).not.toContain('id="timeline"')
  })
  test('a stack that was taken back, and the way there', () => {
    const report = failingReport()
    if (!report.deploy) throw new Error('no deploy')
    const { startedAt } = report.deploy
    const timeline = taskEntries(
      startedAt,
      { slot: '1', task: 'b', node: 'n' },
      [130_000, 'new'],
      [131_000, 'running']
    )
    const undone = { kind: 'restored' as const, isComplete: true, result: { ...report.deploy, timeline } }
    has(
      { ...report, deploy: { ...report.deploy, undone } },
      'timed-out after 2 min 0 s. The whole stack runs as it did before.',
      'then the way back',
      '<tr class="back"><td class="number">131.0 s</td>'
    )
  })
  test('a stack that was left half-done: how each service stands, as text, and the way out', () => {
    const report = failingReport()
    if (!report.deploy) throw new Error('no deploy')
    const shown = (change: Partial<ReportedDeploy>) =>
      renderHtml({ ...report, deploy: { ...sampleDeploy('cancelled'), services: [], ...change } })
    const page = shown({ leftBehind: ['s_<b>app</b>: old', 's_db: not there'] })
    expect(page).toContain(
      'This is how it stands</h3>\n<ul><li>s_&lt;b&gt;app&lt;/b&gt;: old</li><li>s_db: not there</li></ul>'
    )
    expect(page).toContain('<dt>Way out</dt><dd>run the job again: a deploy that was cut short is completed')
    // It was cut before it knew any service.
    expect(page).not.toContain('<table class="services">')
    for (const none of [{}, { leftBehind: [] }]) expect(shown(none)).not.toContain('how it stands')
  })
  test('more slots than have room for words: all of them in few shapes, and the first changes', () => {
    const report = failingReport()
    if (!report.deploy) throw new Error('no deploy')
    const { startedAt } = report.deploy
    const timeline = Array.from({ length: 300 }, (_, i) =>
      taskEntries(startedAt, { slot: `${i}`, task: `t${i}`, node: 'n' }, [i, 'new'], [i + 1, 'running'])
    ).flat()
    const shown = { ...report, deploy: { ...report.deploy, timeline } }
    expect(renderHtml(shown).match(/class="dense /g)?.length).toBeLessThan(4)
    has(
      shown,
      '300 tasks over time, 0 failed',
      '>300 slots</text>',
      ': the first 500; timeline.json has them all</summary>'
    )
  })
  test('a run without a swarm: its error, and no empty sections', () => {
    has(abortedReport(), 'No engine answers')
    expect(renderHtml(abortedReport())).not.toMatch(/id="(checks|answers|stack|swarm|images|stand-ins)"/)
  })
  test('an untested mesh', () => {
    const report = passingReport()
    has({ ...report, engine: { ...report.engine, hasMesh: false } }, 'not tested', 'without a routing mesh')
  })
  test('more replicas than a picture can hold: the table alone', () => {
    const report = passingReport()
    const [node] = report.verify?.nodes ?? []
    if (!node || !report.verify) throw new Error('no nodes')
    const many = {
      ...node,
      byReplica: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`r${i}`, 9]))
    }
    const page = renderHtml({ ...report, verify: { ...report.verify, nodes: [many] } })
    expect(page).not.toContain('<figure')
    expect(page).toContain('<code>r10</code>')
  })
})

test('headings and the sections that they name belong together', () => {
  const page = renderHtml(passingReport())
  const names = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].map(found => found[1])
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) expect(page).toContain(`<h2 id="${name}">`)
})
