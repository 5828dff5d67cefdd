// The whole suite of the workload, as a user runs it: how long it takes beside its longest single check. On a private
// engine of this machine without a mesh, or on an emulated one with it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { expectSuccess, root, run } from '../../test/support/cli.ts'
import { startDockerd } from '../../test/support/dockerd.ts'

export type SuiteRun = {
  /** From the first check's begin to the last one's end. */
  ms: number
  longest: string
  longestMs: number
  overLongest: number
  statuses: Record<string, string>
  checks: Record<string, number>
}

/** @throws with what a command said, when the stack does not come up */
export async function measureWorkloadSuite(runs: number, isVm: boolean): Promise<SuiteRun[]> {
  const base = mkdtempSync('/tmp/sl-')
  const project = path.join(base, 'project')
  const dockerd = isVm ? undefined : await startDockerd()
  const env = {
    SWARMLINE_STATE: path.join(base, 's'),
    ...(dockerd ? { DOCKER_HOST: `unix://${dockerd.socketPath}` } : {})
  }
  const swarmline = (...args: string[]) => run('swarmline', args, { env, cwd: project, timeoutMs: 900_000 })
  try {
    for (const name of ['backend', 'redis', 'prometheus', 'suites', 'docker-compose.yml'])
      cpSync(path.join(root, name), path.join(project, name), { recursive: true })
    writeFileSync(path.join(project, 'db_password.txt'), 'only for this bench\n', { mode: 0o600 })
    const engine = isVm ? ['--engine', 'vm'] : ['--engine', 'host', '--endpoint', 'dnsrr']
    for (const args of [['up', ...engine], ['build'], ['deploy']]) expectSuccess(await swarmline(...args))
    const rows: SuiteRun[] = []
    for (let i = 0; i < runs; i++) {
      const { stdout, stderr } = await swarmline('verify', '--suite', 'suites/workload.yml', '--json')
      if (!stdout.startsWith('{')) throw new Error(stderr)
      rows.push(rowOf(JSON.parse(stdout) as VerifyResult))
    }
    return rows
  } finally {
    await swarmline('down')
    await dockerd?.stop()
    rmSync(base, { recursive: true, force: true })
  }
}

function rowOf({ verdicts, durationMs }: VerifyResult): SuiteRun {
  const [longest] = verdicts.toSorted((a, b) => b.durationMs - a.durationMs)
  const longestMs = longest?.durationMs ?? Number.NaN
  return {
    ms: Math.round(durationMs),
    longest: longest?.id ?? 'none',
    longestMs: Math.round(longestMs),
    overLongest: Math.round((durationMs / longestMs) * 100) / 100,
    statuses: Object.fromEntries(verdicts.map(({ id, status }) => [id, status])),
    checks: Object.fromEntries(verdicts.map(({ id, durationMs: ms }) => [id, Math.round(ms)]))
  }
}
