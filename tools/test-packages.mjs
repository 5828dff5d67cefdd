// The Debian packages that the tests use, and how they get onto the machine. What the product itself needs for a VM
// and for apt it knows itself, and is asked.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemClock } from '../src/effects/clock.ts'
import { createExec } from '../src/effects/exec.ts'
import { installMissing } from '../src/engine/install-packages.ts'
import { missingPackages } from '../src/engine/vm/tools.ts'
import { explain } from '../src/errors.ts'

/** `command` proves that a package, or its equal from elsewhere (docker-ce), is there. */
const PACKAGES = {
  lint: [{ name: 'shellcheck', command: 'shellcheck' }],
  ssh: [{ name: 'openssh-server', command: 'sshd' }],
  engine: [
    { name: 'docker.io', command: 'dockerd' },
    { name: 'iptables', command: 'iptables' },
    { name: 'iproute2', command: 'ip' },
    { name: 'kmod', command: 'modprobe' },
    { name: 'procps', command: 'pgrep' },
    { name: 'busybox-static', command: 'busybox' },
    { name: 'openssl', command: 'openssl' }
  ],
  workload: [
    { name: 'php-cli', command: 'php' },
    { name: 'php-redis', command: undefined },
    { name: 'redis-server', command: 'redis-server' },
    { name: 'python3', command: 'python3' }
  ],
  page: [
    { name: 'chromium', command: 'chromium' },
    { name: 'fonts-dejavu-core', command: undefined }
  ]
}

/** Which of them a part of the tests uses. */
const USES = {
  static: ['lint'],
  unit: [],
  contract: ['lint', 'ssh'],
  security: ['ssh', 'engine'],
  integration: ['engine', 'workload', 'page'],
  e2e: ['engine', 'workload'],
  soak: ['engine', 'workload'],
  faults: ['engine', 'workload'],
  healthy: ['engine'],
  all: ['lint', 'ssh', 'engine', 'workload', 'page']
}

const onPath = command =>
  `${process.env.PATH ?? ''}:/usr/sbin:/sbin`.split(':').some(dir => dir && existsSync(`${dir}/${command}`))
const isInstalled = ({ name, command }) =>
  (command && onPath(command)) ||
  /^install ok installed/.test(
    spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout ?? ''
  )

/**
 * Installs what this part of the tests needs and the machine lacks.
 *
 * @returns {Promise<string | undefined>} one line that names exactly what is still missing, and the way out
 */
export async function installPackages(suite) {
  const fx = {
    exec: createExec(new AbortController().signal),
    clock: systemClock,
    log: { info() {}, debug() {}, warn: console.warn, step: (_title, run) => run(() => {}) },
    signal: new AbortController().signal
  }
  const own = USES[suite].flatMap(group => PACKAGES[group]).filter(wanted => !isInstalled(wanted))
  const missing = [
    ...own.map(({ name }) => name),
    ...(USES[suite].includes('engine') ? await missingPackages(fx, 'build') : [])
  ]
  if (missing.length === 0) return undefined
  const isRoot = process.getuid?.() === 0
  const hasSudo = !isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  const privilege = isRoot ? 'root' : hasSudo ? 'sudo' : 'none'
  const apt = onPath('apt-get') ? { privilege, archive: 'reachable' } : undefined
  try {
    if (apt && privilege !== 'none') console.log(`installing with apt: ${missing.join(' ')}`)
    await withoutServices(privilege, () => installMissing({ missing, findings: { apt } }, fx))
    return undefined
  } catch (error) {
    return explain(error)
  }
}

/** Debian starts a service when its package is installed; the tests start their own, so none is wanted. */
async function withoutServices(privilege, install) {
  const policy = '/usr/sbin/policy-rc.d'
  if (privilege === 'none' || existsSync(policy)) return install()
  const asRoot = argv => {
    const [program, ...rest] = privilege === 'root' ? argv : ['sudo', '-n', ...argv]
    spawnSync(program, rest, { stdio: 'ignore' })
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'swarmline-policy-'))
  const refusal = path.join(scratch, 'policy-rc.d')
  writeFileSync(refusal, '#!/bin/sh\nexit 101\n')
  asRoot(['install', '-m', '0755', refusal, policy])
  try {
    return await install()
  } finally {
    asRoot(['rm', '-f', policy])
    rmSync(scratch, { recursive: true })
  }
}
