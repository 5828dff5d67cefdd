import { describe, expect, test } from '@jest/globals'
import { clustersText, clusterText, envCommand } from '../../../src/cli/cluster-text.ts'
import { columnsOf } from '../../../src/cli/columns.rules.ts'
import { demoText } from '../../../src/cli/demo-text.ts'
import { deployReportText } from '../../../src/cli/deploy-text.ts'
import { doctorText } from '../../../src/cli/doctor-text.ts'
import { deployText, imagesText, verifyText } from '../../../src/cli/result-text.ts'
import { table } from '../../../src/cli/table.ts'
import type { Diagnosis } from '../../../src/engine/doctor.rules.ts'
import { sampleDeploy } from '../../support/action-samples.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'
import { sampleCluster } from './fake-door.ts'

const plain = { hasColor: false, hasUnicode: true, width: Number.POSITIVE_INFINITY }
const narrow = { ...plain, width: 40 }

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const RED = /^\u001b\[31m[^\u001b]*\u001b\[39m$/

describe('tables', () => {
  test('as wide as their text where nobody looks', () => {
    expect(table(['a', 'b'], [['x'.repeat(200), 'y']], plain)).toBe(
      `a${' '.repeat(201)}b\n${'x'.repeat(200)}  y`
    )
  })

  test('within the screen where somebody does, with nothing lost', () => {
    const text = table(
      ['name', 'address'],
      [['manager1', '10.79.0.11 and a long story about it, told twice']],
      narrow
    )
    for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThan(40)
    expect(text.replace(/\s+/g, '')).toContain('storyaboutit,toldtwice')
  })

  test('a word that is wider than its column is broken, not cut off', () => {
    const digest = `sha256:${'0123456789'.repeat(5)}`
    expect(table(['digest'], [[digest]], narrow).replace(/\s+/g, '')).toBe(`digest${digest}`)
  })

  test('colours stay whole where a cell is broken', () => {
    const cell = { text: `${'x'.repeat(60)} and more`, style: 'red' } as const
    const text = table(['a'], [[cell]], { ...narrow, hasColor: true })
    const red = text.split('\n').slice(1)
    expect(red.length).toBeGreaterThan(1)
    for (const line of red) expect(line.trimEnd()).toMatch(RED)
  })

  test('foreign text cannot break out', () => {
    expect(table(['a'], [['x\u001b[2Jy\nz']], plain)).toBe('a\nx\ufffd[2Jy z')
  })
})

describe('a swarm', () => {
  test('shows its nodes, its registry, its stand-ins, and the way in', () => {
    const standIns = [{ reference: 'redis:alpine', madeFrom: 'trixie', digest: 'sha256:0' }]
    const text = clusterText(sampleCluster({ standIns }), plain)
    expect(text).toMatch(/worker1 +worker +10\.79\.0\.12 +data=persistent/)
    expect(text).toContain('redis:alpine (made here, not the official images)')
    expect(text).toContain('eval "$(swarmline env worker1)"')
    expect(clusterText(sampleCluster({ hasMesh: false }), plain)).toContain('without a routing mesh')
  })

  test('of another name is named in the way in; one without workers is entered by its manager', () => {
    const [manager] = sampleCluster().nodes
    expect(envCommand({ name: 'big', nodes: manager ? [manager] : [] })).toBe(
      'eval "$(swarmline env manager1 --cluster big)"'
    )
  })

  test('that does not answer is told apart', () => {
    const line = { name: 'a', engine: 'e', nodes: 3, isRunning: false, expiresAt: 'then' }
    expect(clustersText([line], plain)).toMatch(/^a +not answering +3/m)
  })
})

test('images show their digests short', () => {
  const image = {
    name: 'b',
    reference: 'r/b:1',
    digest: `sha256:${'a'.repeat(64)}`,
    sizeBytes: 12_340_000,
    durationMs: 900
  }
  expect(imagesText([image], plain)).toMatch(/^r\/b:1 +sha256:aaaaaaaaaaaa +12\.3 MB +0\.9 s$/m)
})

test('a failed deploy shows the task, its error and its last lines', () => {
  const { deploy } = failingReport()
  const text = deployText(
    {
      stack: 'shop',
      outcome: 'rolled-back',
      services: [{ name: 'web', running: 2, wanted: 3, outcome: 'rolled-back', image: 'r/web:2@sha256:0' }],
      failures: [
        {
          service: 'web',
          task: 'web.1',
          node: 'worker1',
          category: 'exit',
          error: 'task: non-zero exit (1)',
          logLines: ['boom \u001b[31m']
        }
      ],
      startedAt: '',
      durationMs: 61_000
    },
    plain
  )
  expect(text).toMatch(/^web +2\/3 +rolled-back +r\/web:2$/m)
  expect(text).toContain('The stack shop was rolled back: the old version runs (1 min 1 s).')
  expect(text).toContain('  web (web.1 on worker1): task: non-zero exit (1)\n    │ boom ')
  if (deploy) expect(deployText(deploy, plain)).toContain(deploy.stack)
})

test('a paused update that was undone is paused no more', () => {
  const report = sampleDeploy('paused', 'boom')
  const undone = { services: [], result: undefined, removed: [], left: [], isComplete: true }
  const text = deployReportText({ ...report, undone: { kind: 'restored', ...undone } }, plain)
  expect(text).toContain('The stack workshop paused during its update (1.2 s).')
  expect(text).toContain('The whole stack runs as it did before.')
  expect(text).not.toContain('docker service rollback')
  const kept = deployReportText({ ...report, undone: { kind: 'kept' } }, plain)
  expect(kept).toMatch(/paused during its update, and stays that way: .*docker service rollback \(1\.2 s\)\./)
  const partly = deployReportText(
    {
      ...report,
      undone: {
        kind: 'restored',
        ...undone,
        isComplete: false,
        services: [{ service: 'shop_web', action: 'failed', why: 'no\u001b[2J room' }],
        left: ['shop_net']
      }
    },
    plain
  )
  expect(partly).toMatch(
    /not exactly as it was before\.\n {2}shop_web: no.* room\n {2}still in use, .*: shop_net/
  )
  expect(partly).not.toContain('\u001b')
})

describe('a demo', () => {
  const request = { reportDir: '/r', name: 'swarmline' }

  test('that passed says so, and where the report is', async () => {
    const report = passingReport()
    const text = await demoText(report, request, undefined, plain)
    expect(text).toContain('✔ everything passed')
    expect(text).toContain('/r/index.html')
    for (const { node } of report.verify?.nodes ?? []) expect(text).toContain(node)
    expect(text).not.toContain('still up')
  })

  test('that was kept says how to reach it and how to end it', async () => {
    const report = passingReport()
    for (const answers of report.verify?.nodes ?? []) answers.endpoint = `127.77.0.1:${answers.node.length}`
    const text = await demoText(report, request, sampleCluster({ name: 'big' }), plain)
    expect(text).toMatch(/worker1 +http:\/\/127\.77\.0\.1:7\/$/m)
    const unverified = await demoText({ ...report, verify: undefined }, request, sampleCluster(), plain)
    expect(unverified).toContain('http://10.79.0.12/')
    expect(text).toContain('eval "$(swarmline env worker1 --cluster big)"')
    expect(text).toContain('swarmline down big')
  })

  test('that failed says so', async () => {
    expect(await demoText(failingReport(), request, undefined, plain)).toContain('✖ something failed')
  })

  test('without a mesh never hides it', async () => {
    const report = passingReport()
    const text = await demoText(
      { ...report, engine: { ...report.engine, hasMesh: false } },
      request,
      undefined,
      plain
    )
    expect(text).toContain('the routing mesh was not tested')
  })
})

test('a verification shows answers and verdicts', async () => {
  const { verify } = failingReport()
  if (!verify) throw new Error('the sample has no verification')
  const text = await verifyText(verify, plain)
  for (const { kind } of verify.verdicts) expect(text).toContain(kind)
})

describe('doctor', () => {
  const diagnosis = {
    canRun: false,
    engine: undefined,
    verdict: 'no engine; a VM needs zstd',
    wayOut: 'install it',
    missing: ['zstd'],
    install: 'apt-get install zstd',
    checks: [{ name: 'QEMU', status: 'bad', seen: 'none', hint: 'get it' }]
  } as unknown as Diagnosis

  test('shows checks, verdict and the exact line', () => {
    const text = doctorText(diagnosis, plain)
    expect(text).toMatch(/^✖ +QEMU +none +get it$/m)
    expect(text).toContain('Nothing can run here: no engine; a VM needs zstd.')
    expect(text).toContain('To install what is missing: apt-get install zstd')
  })

  test('says the way out where nothing can be installed, and what is used where something can run', () => {
    expect(doctorText({ ...diagnosis, install: undefined }, plain)).toContain('What to do: install it.')
    const good = {
      ...diagnosis,
      canRun: true,
      verdict: 'a VM is used',
      wayOut: undefined,
      install: undefined
    }
    expect(doctorText(good, plain)).toMatch(/\nA VM is used\.$/)
  })
})
