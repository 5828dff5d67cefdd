// The main job on a real swarm: one command, from a machine without an engine to a proven stack and back.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RunReport } from '../../src/report/run-report.ts'
import { type CliResult, expectSuccess, root, run } from '../support/cli.ts'
import { type Footprint, footprint, leftSince } from '../support/leftovers.ts'

const MINUTE = 60_000
const base = mkdtempSync('/tmp/sl-')
const stateDir = path.join(base, 's')
const env = { SWARMLINE_STATE: stateDir, DOCKER_HOST: undefined }
let before: Footprint

beforeAll(() => {
  before = footprint(stateDir)
})
afterAll(async () => {
  await run('swarmline', ['down'], { env })
  rmSync(base, { recursive: true, force: true })
})

describe('bin/demo', () => {
  const reportDir = path.join(base, 'report')
  let result: CliResult
  let report: RunReport

  test(
    'ends with 0 in one go',
    async () => {
      result = await run('demo', ['--keep', '--report-dir', reportDir], { env, timeoutMs: 20 * MINUTE })
      expectSuccess(result)
      report = JSON.parse(readFileSync(path.join(reportDir, 'report.json'), 'utf8'))
      expect(report.status).toBe('pass')
    },
    21 * MINUTE
  )

  test('asks each of three nodes at least 100 times, and no request fails', () => {
    const nodes = report.verify?.nodes ?? []
    expect(nodes.map(node => node.node)).toEqual(['manager1', 'worker1', 'worker2'])
    for (const node of nodes) {
      expect(node.requests).toBeGreaterThanOrEqual(100)
      expect(node.failed).toBe(0)
    }
  })

  test('every replica answers at least a fifth', () => {
    const nodes = report.verify?.nodes ?? []
    const total = nodes.reduce((sum, node) => sum + node.requests, 0)
    const byReplica = new Map<string, number>()
    for (const node of nodes)
      for (const [replica, n] of Object.entries(node.byReplica))
        byReplica.set(replica, (byReplica.get(replica) ?? 0) + n)
    expect(byReplica.size).toBe(3)
    for (const answered of byReplica.values()) expect(answered / total).toBeGreaterThanOrEqual(0.2)
  })

  test('the counter rises as it should, Redis refuses who has no password, and networks are apart', () => {
    const status = Object.fromEntries((report.verify?.verdicts ?? []).map(v => [v.id, v.status]))
    expect(status).toMatchObject({
      counter: 'pass',
      'redis-wants-its-password': 'pass',
      mesh: 'pass',
      isolation: 'pass',
      'nodes-ready': 'pass'
    })
  })

  test('reports every stand-in: those that the nodes run are those in the report', () => {
    const labelled = new Set<string>()
    for (const node of report.nodes) {
      const docker = dockerOf(node.name)
      const ids = docker(['image', 'ls', '--quiet', '--filter', 'label=io.swarmline.stand-in']).split('\n')
      for (const id of new Set(ids.filter(Boolean))) {
        const image = JSON.parse(docker(['image', 'inspect', id]))[0] as {
          RepoTags: string[] | null
          Config: { Labels: Record<string, string> }
        }
        // An image that was built here inherits the label of its base, and says so by it.
        labelled.add(image.Config.Labels['io.swarmline.stand-in'] ?? '')
      }
    }
    const reported = new Set(report.standIns.map(standIn => standIn.madeFrom))
    expect([...labelled].filter(madeFrom => !reported.has(madeFrom))).toEqual([])
    expect(labelled.size).toBeGreaterThan(0)
    // On no node, but made here all the same.
    expect(report.standIns.map(standIn => standIn.reference)).toContain('registry:2')
    expect(readFileSync(path.join(reportDir, 'index.html'), 'utf8')).toContain('redis:alpine')
  })

  test('`env` points a docker client at a node, and `env -u` back', () => {
    const script = [
      `eval $(${root}/bin/swarmline env worker1)`,
      `${dockerFile()} info --format '{{.Name}}'`,
      `eval $(${root}/bin/swarmline env -u)`,
      'echo "host=${DOCKER_HOST-none}"'
    ].join('\n')
    const said = execFileSync('bash', ['-c', script], { env: { ...process.env, SWARMLINE_STATE: stateDir } })
    expect(said.toString().trim().split('\n')).toEqual(['worker1', 'host=none'])
  })

  test('deploying again restarts nothing', async () => {
    const tasks = () => dockerOf('manager1')(['stack', 'ps', 'workshop', '--quiet', '--no-trunc'])
    const had = tasks().split('\n').sort()
    const image = report.deploy?.services.find(service => service.name === 'workshop_backend')?.image
    const tag = /:(demo-\d+)@/.exec(image ?? '')?.[1] ?? ''
    const again = await run('swarmline', ['deploy', '--json', '--variable', `TAG=${tag}`], { env })
    expectSuccess(again)
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'converged' })
    expect(tasks().split('\n').sort()).toEqual(had)
  })

  test('after teardown nothing is left: no process, interface, listener, socket, temporary file or state', async () => {
    expect((await run('swarmline', ['down'], { env })).exitCode).toBe(0)
    expect(await leftSince(before, stateDir)).toEqual([])
  })

  test('taking down what is down is no error', async () => {
    expect((await run('swarmline', ['down'], { env })).exitCode).toBe(0)
  })
})

function dockerFile(): string {
  const cache = process.env.SWARMLINE_CACHE ?? path.join(process.env.HOME ?? '', '.cache/swarmline')
  const unpacked = path.join(cache, 'tools/trixie/usr/bin/docker')
  return existsSync(unpacked) ? unpacked : 'docker'
}

function dockerOf(node: string): (args: string[]) => string {
  const cluster = JSON.parse(readFileSync(path.join(stateDir, 'swarmline/cluster.json'), 'utf8')) as {
    nodes: { name: string; socketPath: string }[]
  }
  const socket = cluster.nodes.find(each => each.name === node)?.socketPath ?? ''
  return args => execFileSync(dockerFile(), ['-H', `unix://${socket}`, ...args], { encoding: 'utf8' })
}
