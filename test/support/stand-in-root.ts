// The inside of a stand-in image, run without an engine: its layer unpacked, in namespaces of its own.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalImage } from '../../src/images/local-image.ts'

export type ImageConfig = {
  config: {
    User?: string
    Env: string[]
    Entrypoint?: string[]
    Cmd?: string[]
    Labels: Record<string, string>
  }
}
export type StandInRoot = {
  folder: string
  config: ImageConfig['config']
  /** Runs a command inside to its end. */
  run(
    command: readonly string[],
    options?: { input?: string }
  ): { status: number; stdout: string; stderr: string }
  /** Starts a command inside; `stop` ends it and all that it started. */
  start(command: readonly string[], options?: { input?: string; env?: string[] }): Running
}
export type Running = {
  output(): string
  /** Ends it, and waits for its end. */
  stop(): Promise<number | null>
  /** Asks its first process to end, as an engine does: its exit status. */
  terminate(): Promise<number | null>
}

/** Needs root: it makes device nodes and namespaces. */
export function openStandIn(image: LocalImage, folder: string): StandInRoot {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-x', '-p', '--numeric-owner', '-f', image.layers[0]?.path ?? '', '-C', folder])
  for (const [name, minor] of [
    ['null', '3'],
    ['zero', '5'],
    ['urandom', '9']
  ] as const)
    execFileSync('mknod', ['-m', '666', join(folder, 'dev', name), 'c', '1', minor])
  const { config } = JSON.parse(readFileSync(image.config.path, 'utf8')) as ImageConfig
  const inside = (command: readonly string[]) => [
    ...['--mount', '--pid', '--fork', '--kill-child', `--mount-proc=${folder}/proc`],
    ...['chroot', folder, ...command]
  ]
  const envOf = (more: string[] = []) => Object.fromEntries([...config.Env, ...more].map(pair => split(pair)))
  return {
    folder,
    config,
    run: (command, { input = '' } = {}) => {
      const { status, stdout, stderr } = spawnSync('unshare', inside(command), {
        ...{ input, env: envOf(), encoding: 'utf8', timeout: 240_000 }
      })
      return { status: status ?? -1, stdout, stderr }
    },
    start: (command, { input = '', env = [] } = {}) => {
      const child = spawn('unshare', inside(command), { env: envOf(env), stdio: ['pipe', 'pipe', 'pipe'] })
      child.stdin.end(input)
      return follow(child)
    }
  }
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

function follow(child: ChildProcess): Running {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      said += String(chunk)
    })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  // The namespace's first process is unshare's only child; its end takes all others with it.
  const signal = (name: NodeJS.Signals) => {
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
    if (children) process.kill(Number(children), name)
    return ended
  }
  return { output: () => said, stop: () => signal('SIGKILL'), terminate: () => signal('SIGTERM') }
}
