// Two engines, by ssh and by TLS, at once and after a run that was killed: each run speaks to the one that it was told.
// OpenSSH and TLS are real; the engines are small HTTP servers that know which one they are.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Effects } from '../../../src/effects/effects.ts'
import { openRemoteDoor } from '../../../src/engine/host-door.ts'
import type { SwarmTarget } from '../../../src/usecases/requests.ts'
import { type OpenSwarm, openSwarm } from '../../../src/usecases/swarm.ts'
import { makeAuthority } from '../../support/certificates.ts'
import { realEffects } from '../../support/real-effects.ts'
import { describeIf } from '../../support/requires.ts'
import { smallEngine } from '../../support/small-engine.ts'
import { type PrivateSshd, startSshd, whyNoSshd } from '../../support/sshd.ts'

const folder = mkdtempSync('/tmp/sl-two-')
const at = (...names: string[]): string => path.join(folder, ...names)
const servers: Server[] = []
const open: OpenSwarm[] = []
const before = { RUNNER_TEMP: process.env.RUNNER_TEMP, SSH_AUTH_SOCK: process.env.SSH_AUTH_SOCK }
const home = { stateDir: at('state'), cacheDir: at('cache') }

beforeEach(() => {
  mkdirSync(at('runner'), { recursive: true })
  process.env.RUNNER_TEMP = at('runner')
})
afterEach(async () => {
  for (const swarm of open.splice(0)) await swarm.close()
  expect(readdirSync(at('runner'))).toEqual([])
})
afterAll(async () => {
  Object.assign(process.env, before)
  for (const server of servers) await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const enter = async (target: Partial<SwarmTarget>, fx: Effects = realEffects()): Promise<OpenSwarm> => {
  const whole = {
    kind: 'existing',
    dockerConfigDir: undefined,
    dockerHost: undefined,
    ...target
  } as SwarmTarget
  const swarm = await openSwarm(whole, home, fx)
  open.push(swarm)
  return swarm
}
const whoIs = async (swarm: OpenSwarm): Promise<string> =>
  (await swarm.manager.json<{ ID: string }>('GET', '/info')).ID
const listening = async <T extends Server>(server: T, where: string | number): Promise<T> => {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(where as number, () => resolve()))
  return server
}

/** A process that opens the swarm and is then killed, as a runner kills a job. */
async function killedRun(target: object, env: Record<string, string>): Promise<void> {
  const module = JSON.stringify(path.resolve('src/usecases/swarm.ts'))
  const effects = JSON.stringify(path.resolve('test/support/real-effects.ts'))
  const program = `
    const { openSwarm } = await import(${module})
    const { realEffects } = await import(${effects})
    const swarm = await openSwarm(${JSON.stringify(target)}, ${JSON.stringify(home)}, realEffects())
    console.log(swarm.nodes[0].name)
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', chunk => {
      said += chunk
    })
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error(said)))
  })
  await killed(child)
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const byTls: SwarmTarget[] = []
beforeAll(async () => {
  for (const name of ['staging', 'production']) {
    makeAuthority(at(name))
    const pem = (file: string): Buffer => readFileSync(at(name, file))
    const options = { ca: pem('ca.pem'), cert: pem('cert.pem'), key: pem('key.pem'), requestCert: true }
    const server = await listening(https.createServer(options, smallEngine(name)), 0)
    const dockerHost = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
    byTls.push({ kind: 'existing', dockerConfigDir: undefined, dockerHost, certDir: at(name) })
  }
})

test('by TLS', async () => {
  const [staging = {}, production = {}] = byTls
  const first = await enter(staging)
  const second = await enter(production)
  expect([await whoIs(first), await whoIs(second)]).toEqual(['staging', 'production'])
  expect(first.manager.socketPath).not.toBe(second.manager.socketPath)
  await first.close()
  await expect(first.manager.json('GET', '/info')).rejects.toThrow()
  expect(await whoIs(second)).toBe('production')

  await killedRun(staging, {})
  expect(readdirSync(at('runner'))).toHaveLength(2)
  expect(await whoIs(await enter(production))).toBe('production')
  // What the dead one left is gone; the two that live are here.
  expect(readdirSync(at('runner'))).toHaveLength(2)
})

const whyNot = whyNoSshd()
describeIf(whyNot === undefined, whyNot ?? '', 'by ssh', () => {
  const machines: { name: string; sshd: PrivateSshd }[] = []

  beforeAll(async () => {
    for (const name of ['A', 'B']) {
      mkdirSync(at(name))
      await listening(http.createServer(smallEngine(name)), at(name, 'engine.sock'))
      machines.push({ name, sshd: await startSshd(at(name)) })
    }
  })
  afterAll(async () => {
    for (const { sshd } of machines) await sshd.stop()
  })

  const targetOf = (index: number, isPinned = true) => {
    const { name, sshd } = machines[index] as (typeof machines)[0]
    const dockerHost = `${sshd.address}${at(name, 'engine.sock')}`
    return { kind: 'existing' as const, dockerHost, ...(isPinned ? { hostKey: sshd.hostKey } : {}) }
  }
  /** With the agent that opens the machine. */
  const fxOf = (index: number): Effects => {
    const real = realEffects()
    const { env } = (machines[index] as (typeof machines)[0]).sshd
    const exec: Effects['exec'] = (file, args, options) =>
      real.exec(file, args, { ...options, env: { ...options?.env, ...env } })
    return { ...real, exec }
  }

  test('two at once', async () => {
    const [a, b] = [await enter(targetOf(0), fxOf(0)), await enter(targetOf(1), fxOf(1))]
    expect([await whoIs(a), await whoIs(b)]).toEqual(['A', 'B'])
    await a.close()
    expect(await whoIs(b)).toBe('B')
  })

  test('after a run to another was killed', async () => {
    await killedRun(targetOf(0), machines[0]?.sshd.env ?? {})
    const [left] = readdirSync(at('runner'))
    const master = masterPid(at('runner', left ?? '', 'engine.ctl'))
    expect(await master).toEqual(expect.any(Number))
    expect(await whoIs(await enter(targetOf(1), fxOf(1)))).toBe('B')
    expect(readdirSync(at('runner'))).not.toContain(left)
    // The killed run's connection ended, too.
    const pid = (await master) as number
    for (let tries = 0; isRunning(pid); tries++) if (tries > 100_000) throw new Error('ssh outlives its run')
  })

  test('in one folder, where a cluster keeps its connection for the next command', async () => {
    const doorTo = (index: number) => {
      const { dockerHost, hostKey } = targetOf(index)
      return openRemoteDoor(dockerHost, { runDir: at('cluster'), hostKey }, fxOf(index))
    }
    const a = await doorTo(0)
    expect((await a.exec('cat', [at('A', 'host.pub')])).exitCode).toBe(0)
    const pidOfA = await masterPid(a.tunnel?.controlPath ?? '')
    // The same way again is the same connection.
    expect(await masterPid((await doorTo(0)).tunnel?.controlPath ?? '')).toBe(pidOfA)
    const b = await doorTo(1)
    expect(await masterPid(b.tunnel?.controlPath ?? '')).not.toBe(pidOfA)
    const reply = await new Promise<string>((resolve, reject) =>
      http
        .get({ socketPath: b.socketPath, path: '/info' }, async answer =>
          resolve((await answer.toArray()).join(''))
        )
        .on('error', reject)
    )
    expect(JSON.parse(reply)).toMatchObject({ ID: 'B' })
    // Nor does a key that is not believed any more get what an earlier one opened.
    const wrong = { runDir: at('cluster'), hostKey: machines[0]?.sshd.hostKey }
    await expect(openRemoteDoor(targetOf(1).dockerHost, wrong, fxOf(1))).rejects.toMatchObject({
      code: 'no-engine'
    })
  })

  test('in any order, with every kind of address, and with runs that are killed among them', async () => {
    type Way = { name: string; target: Partial<SwarmTarget>; fx: () => Effects; env: Record<string, string> }
    const none = { fx: () => realEffects(), env: {} }
    const ways: Way[] = [
      ...byTls.map((target, i) => ({ name: ['staging', 'production'][i] ?? '', target, ...none })),
      ...machines.flatMap(({ name, sshd }, i) => [
        { name, target: targetOf(i), fx: () => fxOf(i), env: sshd.env },
        { name, target: { dockerHost: `unix://${at(name, 'engine.sock')}` }, ...none }
      ])
    ]
    const seed = Math.floor(Math.random() * 2 ** 31)
    const next = randomFrom(seed)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
    const running: { way: Way; swarm: OpenSwarm }[] = []
    const answers: { expected: string; got: string }[] = []
    for (let step = 0; step < 200; step++) {
      const dice = next()
      const way = pick(ways)
      if (dice < 0.02) await killedRun({ kind: 'existing', ...way.target }, way.env)
      else if (dice < 0.2 || running.length === 0) {
        // Two at the same moment.
        const both = [way, pick(ways)]
        const swarms = await Promise.all(both.map(each => enter(each.target, each.fx())))
        both.forEach((each, i) => {
          running.push({ way: each, swarm: swarms[i] as OpenSwarm })
        })
      } else if (dice < 0.4) {
        const [ended] = running.splice(Math.floor(next() * running.length), 1)
        await ended?.swarm.close()
      } else {
        const { way: asked, swarm } = pick(running)
        answers.push({ expected: asked.name, got: await whoIs(swarm) })
      }
    }
    const wrong = answers.filter(({ expected, got }) => expected !== got)
    expect({ seed, wrong, isAsked: answers.length > 20 }).toEqual({ seed, wrong: [], isAsked: true })
    // The next run ends what the killed ones left; closing it leaves nothing: see afterEach.
    await enter(byTls[0] ?? {})
  })

  async function masterPid(controlPath: string): Promise<number | undefined> {
    const args = ['-F', '/dev/null', '-S', controlPath, '-O', 'check', 'x']
    const pid = /pid=(\d+)/.exec((await realEffects().exec('ssh', args, { isChecked: false })).stderr)?.[1]
    return pid === undefined ? undefined : Number(pid)
  }
})

/** What has ended and was not yet waited for does not run. */
function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '')
  } catch {
    return false
  }
}

/** Park and Miller's generator: the same seed gives the same run again. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
