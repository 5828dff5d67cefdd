// A user's folders, and a stack of five secrets: each comes to the swarm another way. Whatever runs in it is watched, and
// all that it leaves is searched.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runAction, type StepResult } from '../action.ts'
import { CANARIES } from '../canaries.ts'
import { root } from '../cli.ts'
import { filesBelow, outputPlaces, type Place } from './places.ts'
import { watchProcesses } from './processes.ts'

const FOLDERS = ['home', 'state', 'cache', 'tmp', 'runner', 'docker', 'work', 'bin'] as const
const LIMIT_MS = 90_000
const secretOf = (shape: string): string => CANARIES.find(canary => canary.shape === shape)?.secret ?? ''

export const PASSWORD = secretOf('a password')
const [PEM, JSON_TEXT, BASE64, URL] = ['a PEM', 'JSON', 'base64', 'a URL'].map(secretOf) as [
  string,
  string,
  string,
  string
]

/** For whoever gives all by name. */
export const CONTENTS = { password: PASSWORD, pem: PEM, json: JSON_TEXT, base64: BASE64, url: URL }

export type Ended = { exitCode: number | NodeJS.Signals; stdout: string; stderr: string }
export type Workplace = {
  folder: string
  at(...names: string[]): string
  /** A command of bin/swarmline, with the PEM at its standard input. */
  swarmline(args: readonly string[], onStart?: (child: ChildProcess) => void): Promise<Ended>
  /** A step of a workflow, with its post step whatever became of it. */
  action(
    name: string,
    inputs: Record<string, string>,
    onLog?: (log: string, child: ChildProcess) => void
  ): Promise<StepResult[]>
  /** What there is to search since the last time, beside what the engine has. */
  places(): Promise<Place[]>
  remove(): void
}

/** The arguments by which `deploy` gets the stack and its secrets. */
export const stackArguments = (at: Workplace['at']): string[] => [
  ...['--compose-file', at('work', 'stack.yml'), '--env-file', at('work', 'vars')],
  ...['--secret', `json=${at('work', 'json')}`, '--secret', 'pem=-']
]

/** Of a swarm that is real: what else its service has, and where the machine keeps docker's client. */
export type RealSwarm = { service: object; tools: string }

/** Its docker client quotes all that it is given, where the swarm is not a real one. */
export function openWorkplace(image: string, real?: RealSwarm): Workplace {
  const folder = mkdtempSync(path.join(tmpdir(), 'sl-canary-'))
  const at = (...names: string[]): string => path.join(folder, ...names)
  for (const name of FOLDERS) mkdirSync(at(name), { mode: 0o700 })
  const own: string[] = []
  const write = (file: string, text: string, mode = 0o600): void => {
    writeFileSync(file, text, { mode })
    own.push(file)
  }
  write(at('work', 'password'), PASSWORD)
  write(at('work', 'json'), JSON_TEXT)
  write(at('work', 'vars'), `CANARY_URL='${URL}'\n`)
  write(at('work', 'stack.yml'), JSON.stringify(stackOf({ image, ...real?.service })))
  const auth = Buffer.from(`canary:${PASSWORD}`).toString('base64')
  write(at('docker', 'config.json'), JSON.stringify({ auths: { 'registry.example:5000': { auth } } }))
  if (real) symlinkSync(real.tools, at('cache', 'tools'))
  const quoting = [process.execPath, path.join(import.meta.dirname, 'docker.mjs'), folder]
  const client = `exec ${quoting.map(word => `'${word}'`).join(' ')} "$@"`
  if (!real) write(at('bin', 'docker'), `#!/bin/sh\n${client}\n`, 0o755)

  const env = {
    PATH: [at('bin'), path.join(root, 'node_modules/.bin'), process.env.PATH].join(':'),
    HOME: at('home'),
    TMPDIR: at('tmp'),
    RUNNER_TEMP: at('runner'),
    SWARMLINE_STATE: at('state'),
    SWARMLINE_CACHE: at('cache'),
    DOCKER_CONFIG: at('docker'),
    // Compiled code, which is no file of the run's.
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'sl-canary-compiled'),
    NO_COLOR: '1',
    CANARY_BASE64: BASE64
  }
  const said: Place[] = []
  const processes = watchProcesses(folder)
  let watch = processes
  const look = async (): Promise<Place[]> => {
    const shown = await watch.stop()
    watch = watchProcesses(folder)
    return shown
  }
  return {
    folder,
    at,
    swarmline: (args, onStart = () => undefined) =>
      new Promise((resolve, reject) => {
        const child = spawn(path.join(root, 'bin', 'swarmline'), args, { cwd: at('work'), env })
        const ended = { exitCode: 0 as Ended['exitCode'], stdout: '', stderr: '' }
        child.stdout.on('data', chunk => {
          ended.stdout += chunk
        })
        child.stderr.on('data', chunk => {
          ended.stderr += chunk
        })
        child.stdin.on('error', () => undefined)
        child.stdin.end(PEM)
        const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
        child.on('error', reject)
        child.on('close', (code, signal) => {
          clearTimeout(limit)
          ended.exitCode = code ?? signal ?? 'SIGKILL'
          said.push(...outputPlaces(`stdout of ${args[0]}`, ended.stdout))
          said.push(...outputPlaces(`stderr of ${args[0]}`, ended.stderr))
          resolve(ended)
        })
        onStart(child)
      }),
    action: async (name, inputs, onLog) => {
      const steps: StepResult[] = []
      const step = async (phase: 'main' | 'post'): Promise<void> => {
        const options = { env, cwd: at('work'), phase, state: steps[0]?.state ?? {} }
        const given = phase === 'main' ? inputs : {}
        const result = await runAction(`actions/${name}`, given, onLog ? { ...options, onLog } : options)
        steps.push(result)
        const { log, ...files } = result
        said.push(...outputPlaces(`log of ${name}, ${phase}`, log))
        const { commands: _commands, masks: _masks, ...written } = files
        said.push({ where: `files of ${name}, ${phase}`, text: JSON.stringify(written) })
        said.push({
          where: `files of ${name}, ${phase}`,
          text: Object.values(written).flatMap(textsOf).join('\n')
        })
      }
      await step('main')
      if (name !== 'teardown') await step('post')
      return steps
    },
    places: async () => [...(await look()), ...said.splice(0), ...filesBelow([folder], own)],
    remove: () => {
      void watch.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const textsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [String(value)]

const stackOf = (service: object): object => ({
  services: {
    web: { secrets: Object.keys(CONTENTS), deploy: { update_config: { monitor: '1s' } }, ...service }
  },
  networks: { host: { external: true } },
  secrets: {
    password: { file: './password' },
    pem: { file: './nowhere' },
    json: { file: './nowhere' },
    base64: { environment: 'CANARY_BASE64' },
    url: { environment: 'CANARY_URL' }
  }
})
