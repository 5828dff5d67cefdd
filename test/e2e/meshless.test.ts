// `endpoint dnsrr`: the fast way, on the host's own engine, where the kernel has no IPVS. Everything but the mesh is
// tested, and the result says that the mesh was not.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { DindCluster } from '../../src/cluster/cluster-record.ts'
import type { GradeFile } from '../../src/grading/grading.ts'
import type { DeployResult } from '../../src/rollout/outcome.ts'
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { type CliResult, expectSuccess, root, run } from '../support/cli.ts'
import { type PrivateDockerd, startDockerd, whyNoDockerd } from '../support/dockerd.ts'
import { engineContents } from '../support/engine-contents.ts'
import { type Footprint, footprint, leftSince } from '../support/leftovers.ts'
import { describeIf } from '../support/requires.ts'

const MINUTE = 60_000
const base = mkdtempSync('/tmp/sl-')
const stateDir = path.join(base, 's')
const project = path.join(base, 'project')
/** In the password, and nowhere else on this machine. */
const UNIQUE = `koekje-${process.pid}-${Date.now()}`
let dockerd: PrivateDockerd
let before: Footprint
let heldBefore: string[]
let env: Record<string, string | undefined>

const reason = whyNoDockerd()
describeIf(reason === undefined, reason ?? '', 'without a mesh', () => {
  beforeAll(async () => {
    dockerd = await startDockerd()
    env = { SWARMLINE_STATE: stateDir, DOCKER_HOST: `unix://${dockerd.socketPath}` }
    for (const name of ['backend', 'redis', 'prometheus', 'docker-compose.yml'])
      cpSync(path.join(root, name), path.join(project, name), { recursive: true })
    writeFileSync(path.join(project, 'db_password.txt'), `${UNIQUE} "with" \\ and #\n`, { mode: 0o600 })
    before = footprint(stateDir)
    heldBefore = await engineContents(dockerd.socketPath)
  })
  afterAll(async () => {
    await run('swarmline', ['down'], { env })
    await dockerd.stop()
    rmSync(base, { recursive: true, force: true })
  })

  const good = (result: CliResult): CliResult => {
    expectSuccess(result)
    return result
  }

  test('is refused where a mesh is asked for, with both ways out', async () => {
    const result = await run('swarmline', ['up', '--engine', 'host'], { env, cwd: project })
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toMatch(/no IPVS.*--engine vm.*--endpoint dnsrr/)
    expect(await leftSince(before, stateDir)).toEqual([])
  })

  test(
    'the stack comes up and passes, and the mesh is skipped with its reason',
    async () => {
      good(await run('swarmline', ['up', '--engine', 'host', '--endpoint', 'dnsrr'], { env, cwd: project }))
      good(await run('swarmline', ['build'], { env, cwd: project }))
      const deployed = good(await run('swarmline', ['deploy', '--json'], { env, cwd: project }))
      expect(JSON.parse(deployed.stdout) as DeployResult).toMatchObject({ outcome: 'converged' })
      const suite = path.join(root, 'suites/workload.yml')
      const args = ['verify', '--suite', suite, '--variable', 'ORDER=stop-first', '--json']
      for (const id of ['mesh', 'counter', 'nodes-ready', 'redis-wants-its-password']) args.push('--only', id)
      const verified = await run('swarmline', args, { env, cwd: project })
      const { verdicts } = JSON.parse(verified.stdout) as VerifyResult
      expect(Object.fromEntries(verdicts.map(verdict => [verdict.id, verdict.status]))).toEqual({
        'nodes-ready': 'pass',
        mesh: 'skipped',
        counter: 'pass',
        'redis-wants-its-password': 'pass'
      })
      expect(verdicts.find(verdict => verdict.id === 'mesh')?.observed).toMatch(/without a routing mesh/)
    },
    10 * MINUTE
  )

  test(
    'what follows from the stack holds, and a fault of each kind is found',
    async () => {
      const derived = async (...args: string[]) => {
        const { stdout } = await run('swarmline', ['verify', ...args, '--json'], { env, cwd: project })
        const { verdicts } = JSON.parse(stdout) as VerifyResult
        return Object.fromEntries(verdicts.map(({ id, status, observed }) => [id, `${status}: ${observed}`]))
      }
      const notPassed = Object.entries(await derived()).filter(([, said]) => !said.startsWith('pass'))
      // Without IPVS an address that nobody has answers as well, so that nothing can be said of what crosses networks.
      expect(
        notPassed.filter(([id, said]) => id !== 'isolation' || !said.startsWith('inconclusive'))
      ).toEqual([])
      good(await run('swarmline', ['verify', '--init', 'derived.yml'], { env, cwd: project }))
      const cluster = JSON.parse(
        readFileSync(path.join(stateDir, 'swarmline/cluster.json'), 'utf8')
      ) as DindCluster
      const docker = (...args: string[]) =>
        execFileSync('docker', ['--host', `unix://${cluster.nodes[0]?.socketPath}`, ...args], {
          encoding: 'utf8'
        })
      docker('service', 'scale', '--detach', 'workshop_backend=2')
      docker(
        'service',
        'update',
        '--detach',
        '--publish-add',
        'mode=host,published=9090,target=9090',
        'workshop_prometheus'
      )
      docker('node', 'update', '--availability', 'drain', 'worker2')
      const seen = await derived(
        '--suite',
        'derived.yml',
        '--only',
        'service-backend',
        '--only',
        'security',
        '--only',
        'nodes'
      )
      expect(Object.values(seen).map(said => said.split(':')[0])).toEqual(['fail', 'fail', 'fail'])
      docker('node', 'update', '--availability', 'active', 'worker2')
      good(await run('swarmline', ['deploy'], { env, cwd: project }))
    },
    10 * MINUTE
  )

  test(
    'the workshop is graded: services are found by what they do, and scripts run where they can do nothing',
    async () => {
      mkdirSync(path.join(project, 'bin'), { recursive: true })
      writeFileSync(
        path.join(project, 'bin/deploy'),
        '#!/usr/bin/env bash\nset -eu\ncd "$(dirname "$0")/.."\ntouch /harm\ndocker stack deploy -c docker-compose.yml workshop\n',
        { mode: 0o755 }
      )
      const check = async (...args: string[]) =>
        run('swarmline', ['workshop', 'check', ...args, '--json'], { env, cwd: project })
      const script = JSON.parse(good(await check('12')).stdout) as GradeFile
      expect(script.score).toEqual({ points: 4, max: 4 })
      expect(existsSync('/harm')).toBe(false)
      const cast = Object.fromEntries(script.cast.map(({ role, because }) => [role, because]))
      expect(cast).toMatchObject({
        BACKEND: expect.stringContaining('names itself in the answer'),
        REDIS: 'it speaks Redis',
        CADVISOR: expect.stringContaining('container_cpu_usage_seconds_total'),
        PROMETHEUS: expect.stringContaining('/-/ready on port 9090')
      })
      expect((JSON.parse(good(await check('3')).stdout) as GradeFile).score).toEqual({ points: 4, max: 4 })
      expect((JSON.parse(good(await check('secrets')).stdout) as GradeFile).score.points).toBeGreaterThan(0)
      const wrong = await check('2')
      expect(wrong.exitCode).toBe(1)
      const asked = JSON.parse(wrong.stdout) as GradeFile
      expect(asked.assignments[0]?.checks[0]).toMatchObject({ outcome: 'failed', hint: expect.any(String) })
      expect(await engineContents(dockerd.socketPath)).not.toContainEqual(
        expect.stringMatching(/swarmline-(?:room|probe)/)
      )
    },
    5 * MINUTE
  )

  test('the password is in no argument and no environment of any process here, nor in any log', async () => {
    const cluster = JSON.parse(readFileSync(path.join(stateDir, 'swarmline/cluster.json'), 'utf8'))
    expect(JSON.stringify(cluster)).not.toContain(UNIQUE)
    expect(processesWith(UNIQUE)).toEqual([])
  })

  test('teardown leaves nothing', async () => {
    good(await run('swarmline', ['down'], { env, cwd: project }))
    expect(await engineContents(dockerd.socketPath)).toEqual(heldBefore)
    expect(await leftSince(before, stateDir)).toEqual([])
  })
})

/** The containers' processes are processes of this machine: all of them can be looked at from here. */
function processesWith(secret: string): string[] {
  const found: string[] = []
  for (const pid of pids())
    for (const file of ['cmdline', 'environ'])
      if (read(`/proc/${pid}/${file}`).includes(secret)) found.push(`${pid}/${file}`)
  return found
}

const pids = (): string[] => readdirSync('/proc').filter(name => /^\d+$/.test(name))

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process ended while we looked
  }
}
