// The workload as a user raises it, with the commands of bin/: its files in a folder of its own, built and deployed, on
// a swarm with a mesh or on a private engine of this machine without one.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { type CliResult, expectSuccess, root, run } from './cli.ts'
import { type PrivateDockerd, startDockerd } from './dockerd.ts'

export type Workload = {
  /** Where its cluster's state is. */
  stateDir: string
  /** A command, in the folder of the workload's files; at most 15 minutes of it. */
  swarmline(...args: string[]): Promise<CliResult>
  /** What `verify` found with a suite of `suites/`. @throws with what it said instead */
  verify(suite: string, ...args: string[]): Promise<VerifyResult>
  close(): Promise<void>
}

/**
 * @param where `mesh`: on an emulated machine, or on the engine that DOCKER_HOST names; `host`: on one without a mesh
 * @throws with what a command said, when the workload does not come up; then nothing is left
 */
export async function raiseWorkload(where: 'mesh' | 'host'): Promise<Workload> {
  const base = mkdtempSync('/tmp/sl-')
  const project = path.join(base, 'project')
  let dockerd: PrivateDockerd | undefined
  const swarmline = (...args: string[]): Promise<CliResult> =>
    run('swarmline', args, {
      cwd: project,
      env: {
        SWARMLINE_STATE: path.join(base, 's'),
        DOCKER_HOST: dockerd ? `unix://${dockerd.socketPath}` : process.env.DOCKER_HOST
      },
      timeoutMs: 900_000
    })
  const close = async (): Promise<void> => {
    try {
      await swarmline('down')
      await dockerd?.stop()
    } finally {
      rmSync(base, { recursive: true, force: true })
    }
  }
  try {
    for (const name of ['backend', 'redis', 'prometheus', 'suites', 'docker-compose.yml'])
      cpSync(path.join(root, name), path.join(project, name), { recursive: true })
    writeFileSync(path.join(project, 'db_password.txt'), 'only for this measurement\n', { mode: 0o600 })
    if (where === 'host') dockerd = await startDockerd()
    const ownHost = ['--engine', 'host', '--endpoint', 'dnsrr']
    const engine = dockerd ? ownHost : process.env.DOCKER_HOST ? [] : ['--engine', 'vm']
    for (const args of [['up', ...engine], ['build'], ['deploy']]) expectSuccess(await swarmline(...args))
  } catch (error) {
    await close()
    throw error
  }
  return {
    stateDir: path.join(base, 's'),
    swarmline,
    async verify(suite, ...args) {
      const files = ['--suite', path.join('suites', suite), '--compose-file', 'docker-compose.yml']
      const { stdout, stderr } = await swarmline('verify', ...files, ...args, '--json')
      if (!stdout.startsWith('{')) throw new Error(stderr || 'verify said nothing')
      return JSON.parse(stdout) as VerifyResult
    },
    close
  }
}
