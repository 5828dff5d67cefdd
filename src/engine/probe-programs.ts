import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Exec } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { EngineEffects } from './engine-state.ts'
import type { Findings } from './findings.ts'

/** For a program that hangs. On a busy machine one that is there takes seconds, and is not to be taken for missing. */
const DEADLINE_MS = 60_000

/** The docker client on the PATH, without asking any engine. */
export async function probeDocker(fx: Pick<EngineEffects, 'exec'>): Promise<Findings['docker']> {
  const version = /version (\S+?),/.exec((await said(fx.exec, 'docker', ['--version'])) ?? '')?.[1]
  if (version === undefined) return undefined
  const plugins = await Promise.all(
    ['buildx', 'compose'].map(async name =>
      (await said(fx.exec, 'docker', [name, 'version'])) ? [name] : []
    )
  )
  return { version, plugins: plugins.flat() }
}

export async function qemuVersion(fx: Pick<EngineEffects, 'exec'>): Promise<string | undefined> {
  return /version (\S+)/.exec((await said(fx.exec, 'qemu-system-x86_64', ['--version'])) ?? '')?.[1]
}

/** What a program prints; `undefined` when it is missing, fails or hangs. */
export async function said(
  exec: Exec,
  program: string,
  args: readonly string[]
): Promise<string | undefined> {
  const answer = await answerOf(exec, program, args)
  return typeof answer === 'string' ? undefined : answer.printed
}

/** What came of asking a program: one that did not answer in time has not said no. */
export async function answerOf(
  exec: Exec,
  program: string,
  args: readonly string[]
): Promise<{ printed: string } | 'missing' | 'failed' | 'silent'> {
  try {
    const { exitCode, stdout } = await exec(program, args, {
      isChecked: false,
      timeoutMs: DEADLINE_MS,
      env: { LC_ALL: 'C' }
    })
    return exitCode === 0 ? { printed: stdout } : 'failed'
  } catch (error) {
    const code = error instanceof SwarmlineError ? error.code : 'internal'
    if (code === 'cancelled') throw error
    return code === 'missing-tool' ? 'missing' : code === 'timed-out' ? 'silent' : 'failed'
  }
}

const HUB = 'registry-1.docker.io'
const HUB_DEADLINE_MS = 2000

/**
 * Whether docker.io's registry can be reached: its name resolves and its port opens, within 2 s. On a closed
 * machine that is no news, so nothing is thrown.
 */
export async function probeDockerHub(
  resolve: (host: string) => Promise<string> = async host => (await lookup(host)).address,
  open: (address: string) => Promise<void> = opens
): Promise<Findings['dockerHub']> {
  const deadline = new AbortController()
  const attempt = async () => {
    const address = await resolve(HUB).catch(() => undefined)
    if (address === undefined) return { isReachable: false, reason: 'its name does not resolve' }
    return open(address).then(
      () => ({ isReachable: true, reason: 'answers' }),
      () => ({ isReachable: false, reason: 'its port does not open' })
    )
  }
  const tooLate = delay(HUB_DEADLINE_MS, { isReachable: false, reason: 'no answer within 2 s' }, deadline)
  try {
    return await Promise.race([attempt(), tooLate])
  } finally {
    deadline.abort()
    tooLate.catch(() => undefined)
  }
}

function opens(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port: 443, timeout: HUB_DEADLINE_MS })
    const fail = () => {
      socket.destroy()
      reject(new Error('closed'))
    }
    socket.on('error', fail)
    socket.on('timeout', fail)
    socket.on('connect', () => {
      socket.destroy()
      resolve()
    })
  })
}
