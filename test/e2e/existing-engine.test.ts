// An engine that exists and can carry a mesh is used as it is, and no VM is started. The VM's own engine, reached by
// DOCKER_HOST=ssh://, is such an engine: to the product it is any remote machine.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemClock } from '../../src/effects/clock.ts'
import type { Effects } from '../../src/effects/effects.ts'
import { createExec } from '../../src/effects/exec.ts'
import { attachVm } from '../../src/engine/vm/attach.ts'
import { buildVm } from '../../src/engine/vm/build.ts'
import { fasterQemu } from '../../src/engine/vm/emulator.ts'
import { endVm } from '../../src/engine/vm/end.ts'
import type { VmState } from '../../src/engine/vm/run-folder.ts'
import { startVm } from '../../src/engine/vm/start.ts'
import { obtainPackages } from '../../src/images/offline/obtain.ts'
import type { RunReport } from '../../src/report/run-report.ts'
import { expectSuccess, run } from '../support/cli.ts'
import { engineContents } from '../support/engine-contents.ts'
import { type Footprint, footprint, leftSince, qemuPids } from '../support/leftovers.ts'

const MINUTE = 60_000
const base = mkdtempSync('/tmp/sl-')
const stateDir = path.join(base, 's')
const vmDir = path.join(base, 'vm')
const cacheDir = process.env.SWARMLINE_CACHE ?? path.join(process.env.HOME ?? '', '.cache/swarmline')
const signal = new AbortController().signal
const silent = () => undefined
const fx: Effects = {
  exec: createExec(signal),
  clock: systemClock,
  signal,
  log: { info: silent, debug: silent, warn: silent, step: (_, work) => work(silent) }
}
let vm: VmState | undefined
let before: Footprint
let heldBefore: string[]

beforeAll(async () => {
  const files = await buildVm({ suite: 'trixie', cacheDir }, fx)
  const emulator = await fasterQemu({ cacheDir, obtain: obtainPackages(cacheDir) }, fx)
  vm = (await startVm({ files, emulator, runDir: vmDir, cacheDir, snapshotKeys: [] }, fx)).state
  heldBefore = await heldBy(vm)
  before = footprint(stateDir)
}, 20 * MINUTE)

afterAll(async () => {
  if (vm) await endVm(vm, fx)
  rmSync(base, { recursive: true, force: true })
})

test(
  'the demo over ssh:// uses that engine and starts no VM',
  async () => {
    // OpenSSH takes its configuration from the login's home, whatever HOME says: here it is another one, for this
    // run alone.
    const folder = path.join(base, 'ssh')
    mkdirSync(folder, { mode: 0o700 })
    writeFileSync(path.join(folder, 'config'), `Include ${vmDir}/ssh_config\n`, { mode: 0o600 })
    const home = path.join(userInfo().homedir, '.ssh')
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const mounted = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
    const vmsBefore = qemuPids()
    const reportDir = path.join(base, 'report')
    let vmsDuring: number[] | undefined
    const result = await run('demo', ['--report-dir', reportDir], {
      env: { SWARMLINE_STATE: stateDir, DOCKER_HOST: 'ssh://swarmline-vm' },
      within: ['unshare', '--mount', 'sh', '-c', mounted, 'sh', folder, home],
      timeoutMs: 20 * MINUTE,
      onOutput: text => {
        if (/Forming the swarm/.test(text)) vmsDuring = qemuPids()
      }
    })
    expectSuccess(result)
    const report = JSON.parse(readFileSync(path.join(reportDir, 'report.json'), 'utf8')) as RunReport
    expect(report).toMatchObject({ status: 'pass', engine: { kind: 'host', hasMesh: true } })
    expect(vmsDuring?.filter(pid => !vmsBefore.includes(pid))).toEqual([])
    expect(vm && (await heldBy(vm))).toEqual(heldBefore)
    expect(await leftSince(before, stateDir)).toEqual([])
  },
  21 * MINUTE
)

/** What the VM's engine holds; the connection made for the question ends with it. */
async function heldBy(state: VmState): Promise<string[]> {
  const engine = await attachVm(state, fx)
  try {
    return await engineContents(engine.socketPath)
  } finally {
    await engine.close()
  }
}
