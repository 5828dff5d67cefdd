import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SEEN_BY_SSH } from '../effects/child-environment.rules.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { ExecOptions, ExecResult } from '../effects/effects.ts'
import { waitFor } from '../effects/wait-for.ts'
import { SwarmlineError } from '../errors.ts'
import type { EngineEffects, TunnelState } from './engine-state.ts'
import { quoteCommand } from './shell-quote.rules.ts'
import { CONTROL_SUFFIX_BYTES, checkSocketPath } from './socket-path.rules.ts'
import { explainSsh, isPassingSsh, lastLineOf, type Reached } from './ssh-errors.rules.ts'
import { knownHostsOf, reachedBy, renderSshConfig, type SshTarget, sshHostOf } from './ssh-target.rules.ts'

/** For one attempt, name and login included; an unanswered one ends earlier, by ssh's own ConnectTimeout. */
const ATTEMPT_MS = 120_000
const REQUEST_DEADLINE_MS = 15_000
/** A machine of somebody's that restarts, or has too many visitors for the moment. */
const PATIENCE_MS = 45_000
/** The first pause between two attempts; each is as long as all that was waited before, up to the last. */
const AGAIN_MS = 1_000
const AGAIN_AT_MOST_MS = 10_000

export type TunnelOptions = {
  /** Made with mode 0700. */
  folder: string
  /** Distinguishes the tunnels in `folder`. */
  name: string
  /** How long what may pass (a refusal, a hang-up, no answer) is tried again; default 45 s, 0: not at all. */
  patienceMs?: number
  /** Throws when there is nothing to wait for any more: the machine has ended. */
  requireThere?: () => Promise<void>
}

/**
 * Opens one connection that stays in the background after this process has ended, so that separate commands
 * share it: the state returned is all that is needed to use it or to end it. Idempotent: a connection that is
 * alive under the same name is kept when it was opened to the same machine with the same key and options; any other
 * is ended first.
 *
 * An attempt that is refused for the moment is made again, and less often the longer that lasts: servers punish who
 * comes too often.
 *
 * @throws `no-engine` when the machine cannot be reached, its key is unknown or changed, or the login is refused;
 *   what `requireThere` throws
 */
export async function openTunnel(
  target: SshTarget,
  options: TunnelOptions,
  fx: EngineEffects
): Promise<TunnelState> {
  const { folder, name } = options
  const reached = reachedBy(target)
  const tunnel: TunnelState & { reached: Reached } = {
    controlPath: checkSocketPath(join(folder, `${name}.ctl`), CONTROL_SUFFIX_BYTES),
    configPath: join(folder, `${name}.ssh_config`),
    host: sshHostOf(target),
    reached
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await isOpenedTo(target, tunnel)) && (await isTunnelAlive(tunnel, fx))) return tunnel
  // Whatever answers there leads somewhere else.
  await control(tunnel, ['-O', 'exit'], fx).catch(() => undefined)
  await rm(tunnel.controlPath, { force: true })
  await writeConfig(target, tunnel)
  try {
    await untilOpen(tunnel, options, fx)
    return tunnel
  } catch (error) {
    await removeFiles(tunnel)
    throw error
  }
}

async function untilOpen(
  tunnel: TunnelState & { reached: Reached },
  options: TunnelOptions,
  fx: EngineEffects
): Promise<void> {
  const { patienceMs = PATIENCE_MS, requireThere } = options
  const { name } = tunnel.reached
  const startedAtMs = fx.clock.now()
  let said = ''
  const attempt = async (see: (seen: string) => void): Promise<true | undefined> => {
    const stderr = await connectOnce(tunnel, fx)
    if (stderr === undefined) return true
    const isFirst = said === ''
    said = stderr
    if (!isPassingSsh(stderr) || patienceMs === 0) throw explainSsh(tunnel.reached, stderr)
    await requireThere?.()
    const line = lastLineOf(stderr) ?? 'nothing'
    see(line)
    if (isFirst) fx.log.info(`no ssh connection to ${name} yet, trying again: ${line}`)
    else fx.log.debug(`no ssh connection to ${name} yet: ${line}`)
    return undefined
  }
  try {
    await waitFor(`the ssh connection to ${name}`, attempt, {
      clock: fx.clock,
      signal: fx.signal,
      deadlineMs: patienceMs,
      everyMs: AGAIN_MS,
      mostMs: AGAIN_AT_MOST_MS,
      growth: 1
    })
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === 'timed-out')) throw error
    throw explainSsh(tunnel.reached, said, fx.clock.now() - startedAtMs)
  }
}

/** One attempt. @returns what ssh said when it failed */
async function connectOnce(tunnel: TunnelState, fx: EngineEffects): Promise<string | undefined> {
  try {
    // -f: ssh goes to the background by itself once the login has succeeded, detached from our terminal.
    const opened = await execSsh(fx, ['-F', tunnel.configPath, '-f', '-N', '-M', '--', tunnel.host], {
      isChecked: false,
      timeoutMs: ATTEMPT_MS,
      signal: fx.signal
    })
    if (opened.exitCode === 0 && (await isTunnelAlive(tunnel, fx))) return undefined
    return opened.stderr || 'ssh exited without an error message'
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === 'timed-out') return error.message
    throw error
  }
}

/** Whether the connection in the background still answers. A broken one ends by itself within 30 s. */
export async function isTunnelAlive(tunnel: TunnelState, fx: EngineEffects): Promise<boolean> {
  const answer = await control(tunnel, ['-O', 'check'], fx).catch(error => {
    if (error instanceof SwarmlineError && error.code === 'timed-out') return undefined
    throw error
  })
  return answer?.exitCode === 0
}

/**
 * Makes the socket at `remotePath` there answer at `localPath` here (mode 0600). A socket that is left over at
 * `localPath` is replaced.
 */
export async function forwardSocket(
  tunnel: TunnelState,
  localPath: string,
  remotePath: string,
  fx: EngineEffects
): Promise<void> {
  await forward(tunnel, `${checkSocketPath(localPath)}:${remotePath}`, fx)
}

/** Makes `remoteHost:remotePort`, as the machine there sees it, answer at `localHost:localPort` here. */
export async function forwardPort(tunnel: TunnelState, ports: PortForward, fx: EngineEffects): Promise<void> {
  await forward(tunnel, specOf(ports), fx)
}
export type PortForward = { localHost: string; localPort: number; remoteHost: string; remotePort: number }

/** Ends one forwarding. No error when there is none, or no connection any more. */
export async function cancel(
  tunnel: TunnelState,
  what: PortForward | { localPath: string; remotePath: string },
  fx: EngineEffects
): Promise<void> {
  const isSocket = 'localPath' in what
  const spec = isSocket ? `${what.localPath}:${what.remotePath}` : specOf(what)
  await control(tunnel, ['-O', 'cancel', '-L', spec], fx)
  if (isSocket) await rm(what.localPath, { force: true })
}

/** Ends the connection with everything that it forwards, also after a cancellation, and removes its files. Idempotent. */
export async function closeTunnel(tunnel: TunnelState, fx: EngineEffects): Promise<void> {
  try {
    await control(tunnel, ['-O', 'exit'], forCleanup(fx))
  } finally {
    await removeFiles(tunnel)
  }
}

/**
 * Runs a program there over the connection, each argument exactly as given. The exit status is the program's.
 * Secrets go through `options.input`, never through `argv`.
 */
export async function run(
  tunnel: TunnelState,
  argv: readonly string[],
  fx: EngineEffects,
  options: ExecOptions = {}
): Promise<ExecResult> {
  return execSsh(fx, ['-F', tunnel.configPath, '--', tunnel.host, quoteCommand(argv)], {
    signal: fx.signal,
    ...options
  })
}

/** No secret of this process's is in its environment: the user's own ProxyCommand may be anything. */
function execSsh(fx: EngineEffects, args: readonly string[], options: ExecOptions): Promise<ExecResult> {
  return fx.exec('ssh', args, { inherit: SEEN_BY_SSH, ...options })
}

async function forward(tunnel: TunnelState, spec: string, fx: EngineEffects): Promise<void> {
  const answer = await control(tunnel, ['-O', 'forward', '-L', spec], fx)
  if (answer.exitCode === 0) return
  if (/port forwarding failed|Address already in use|cannot listen/i.test(answer.stderr))
    throw new SwarmlineError('port-taken', `ssh cannot listen at ${spec.slice(0, spec.lastIndexOf(':'))}`, {
      hint: 'stop what listens there, or remove what is left of it'
    })
  throw explainSsh(tunnel.reached ?? { name: tunnel.host }, answer.stderr)
}

/** A request to the connection in the background; it never opens one by itself. */
function control(tunnel: TunnelState, request: readonly string[], fx: EngineEffects): Promise<ExecResult> {
  return execSsh(fx, ['-F', tunnel.configPath, '-S', tunnel.controlPath, ...request, '--', tunnel.host], {
    isChecked: false,
    timeoutMs: REQUEST_DEADLINE_MS
  })
}

/** Whether the connection of this name was opened with what would be written for the target now. */
async function isOpenedTo(target: SshTarget, tunnel: TunnelState): Promise<boolean> {
  const written = filesOf(target, tunnel).map(async ([path, text]) => {
    const found = await readFile(path, 'utf8').catch(() => undefined)
    return found === text
  })
  return (await Promise.all(written)).every(Boolean)
}

async function writeConfig(target: SshTarget, tunnel: TunnelState): Promise<void> {
  for (const [path, text] of filesOf(target, tunnel))
    if (text === undefined) await rm(path, { force: true })
    else await writePrivate(path, text)
}

/** Path → text; `undefined` where no file may be. The configuration is written last: it says what was opened. */
function filesOf(target: SshTarget, tunnel: TunnelState): [string, string | undefined][] {
  const knownHosts = knownHostsPath(tunnel)
  const config = renderSshConfig(target, { control: tunnel.controlPath, knownHosts })
  return [
    [knownHosts, knownHostsOf(target)],
    // The machine's name stands in no option where the user's own configuration says how it is reached.
    [tunnel.configPath, `# ${JSON.stringify(tunnel.host)}\n${config}`]
  ]
}

async function writePrivate(path: string, text: string): Promise<void> {
  await rm(path, { force: true })
  await writeFile(path, text, { mode: 0o600, flag: 'wx' })
  await chmod(path, 0o600)
}

async function removeFiles(tunnel: TunnelState): Promise<void> {
  for (const path of [tunnel.controlPath, tunnel.configPath, knownHostsPath(tunnel)])
    await rm(path, { force: true })
}

function knownHostsPath(tunnel: TunnelState): string {
  return tunnel.configPath.replace(/ssh_config$/, 'known_hosts')
}

function specOf(p: PortForward): string {
  return `${bracketed(p.localHost)}:${p.localPort}:${bracketed(p.remoteHost)}:${p.remotePort}`
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
