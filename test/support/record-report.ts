// Records the report that the renderers are tested and shown with: a real run, on a private engine of this machine, of
// a deploy that fails half-way and goes back, and of a verification of what runs then. Run it as root:
//   node test/support/record-report.ts test/support/recorded-report.json
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RunReport } from '../../src/report/run-report.ts'
import { expectSuccess, root, run } from './cli.ts'
import { startDockerd } from './dockerd.ts'

const [, , out = 'recorded-report.json'] = process.argv
const base = mkdtempSync('/tmp/sl-')
const project = path.join(base, 'project')

/** A backend that cannot run on one of the nodes: what came before it is updated already, and visitors meet it. */
const BROKEN = {
  services: {
    backend: {
      command: [
        'sh',
        '-c',
        '[ "$$NODE" != worker2 ] || { sleep 3; echo "payments: no route to host" >&2; exit 3; }; exec serve'
      ],
      environment: { PAYMENTS: 'enabled', NODE: '{{.Node.Hostname}}' },
      deploy: { resources: { limits: { memory: '192M' } } }
    },
    prometheus: { environment: { RETENTION: '7d' } }
  }
}

const dockerd = await startDockerd()
const env = {
  SWARMLINE_STATE: path.join(base, 's'),
  DOCKER_HOST: `unix://${dockerd.socketPath}`,
  GITHUB_ACTIONS: ''
}
const swarmline = (...args: string[]) => run('swarmline', args, { cwd: project, env, timeoutMs: 900_000 })
const reportIn = (folder: string): RunReport =>
  JSON.parse(readFileSync(path.join(project, folder, 'report.json'), 'utf8'))
try {
  for (const name of ['backend', 'redis', 'prometheus', 'suites', 'docker-compose.yml'])
    cpSync(path.join(root, name), path.join(project, name), { recursive: true })
  writeFileSync(path.join(project, 'db_password.txt'), 'only for this recording\n', { mode: 0o600 })
  writeFileSync(path.join(project, 'broken.yml'), JSON.stringify(BROKEN))
  const phases: RunReport['phases'] = []
  const phase = async (title: string, args: string[], isToSucceed = true): Promise<void> => {
    const began = Date.now()
    const result = await swarmline(...args)
    console.log(`${title}: exit ${result.exitCode}\n${result.stderr}`)
    if (isToSucceed) expectSuccess(result)
    phases.push({ title, durationMs: Date.now() - began, status: result.exitCode === 0 ? 'done' : 'failed' })
  }
  const began = new Date()
  await phase('Raise the swarm', ['up', '--name', 'demo', '--engine', 'host', '--endpoint', 'dnsrr'])
  await phase('Build and push', ['build', '--cluster', 'demo'])
  await phase('Deploy the stack', ['deploy', '--cluster', 'demo'])
  const files = ['--compose-file', 'docker-compose.yml', '--compose-file', 'broken.yml']
  await phase(
    'Deploy a change that fails',
    ['deploy', '--cluster', 'demo', ...files, '--probe', 'http://nodes:80/', '--report-dir', 'deployed'],
    false
  )
  const suite = [
    '--suite',
    'suites/workload.yml',
    '--compose-file',
    'docker-compose.yml',
    '--variable',
    'ORDER=stop-first'
  ]
  await phase('Verify', ['verify', '--cluster', 'demo', ...suite, '--report-dir', 'verified'], false)
  const [deployed, verified] = [reportIn('deployed'), reportIn('verified')]
  const whole: RunReport = {
    ...deployed,
    startedAt: began.toISOString(),
    durationMs: phases.reduce((sum, each) => sum + each.durationMs, 0),
    verify: verified.verify,
    phases,
    attachments: verified.attachments ?? []
  }
  writeFileSync(path.resolve(out), `${JSON.stringify(whole)}\n`)
} finally {
  await swarmline('down', 'demo')
  await dockerd.stop()
  rmSync(base, { recursive: true, force: true })
}
