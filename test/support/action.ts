// Runs one bundled JavaScript action as the runner does: inputs and defaults from action.yml, env files,
// workflow commands on stdout, saved state, post step.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import YAML from 'yaml'
import type { Step } from './workflow-model.ts'

export type Command = { command: string; properties: Record<string, string>; message: string }
export type StepResult = {
  exitCode: number
  log: string
  commands: Command[]
  outputs: Record<string, string>
  env: Record<string, string>
  state: Record<string, string>
  path: string[]
  masks: string[]
  summary: string
}

// Both KEY=value and KEY<<DELIMITER blocks.
export function parseEnvFile(text: string): Record<string, string> {
  const out: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line)
    if (heredoc?.[1] && heredoc[2]) {
      const end = lines.indexOf(heredoc[2], i + 1)
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${heredoc[2]}'`)
      out[heredoc[1]] = lines.slice(i + 1, end).join('\n')
      i = end
    } else if (line.includes('=')) out[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    else if (line) throw new Error(`Invalid format '${line}'`)
  }
  return out
}

const unescapeData = (s: string): string => s.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')
const unescapeProperty = (s: string): string => unescapeData(s.replace(/%3A/g, ':').replace(/%2C/g, ','))

export function parseCommands(log: string): Command[] {
  const found: Command[] = []
  let stop: string | undefined
  for (const line of log.split('\n')) {
    if (stop !== undefined) {
      if (line.trim() === `::${stop}::`) stop = undefined
      continue
    }
    const m = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line)
    if (!m?.[1]) continue
    const properties = Object.fromEntries(
      (m[2] ?? '')
        .split(',')
        .filter(Boolean)
        .map(p => [p.slice(0, p.indexOf('=')).trim(), unescapeProperty(p.slice(p.indexOf('=') + 1))])
    )
    const message = unescapeData(m[3] ?? '')
    if (m[1] === 'stop-commands') stop = message
    else found.push({ command: m[1], properties, message })
  }
  return found
}

export async function runProcess(
  argv: [string, ...string[]],
  options: {
    cwd: string
    env: Record<string, string>
    /** Sees the log so far whenever it grows, and may signal the process. */
    onLog?: ((log: string, child: ChildProcess) => void) | undefined
  }
): Promise<StepResult> {
  const dir = mkdtempSync(path.join(tmpdir(), 'step-'))
  const files = { OUTPUT: '', ENV: '', STATE: '', PATH: '', STEP_SUMMARY: '' }
  const env: Record<string, string> = { ...options.env }
  for (const name of Object.keys(files)) {
    env[`GITHUB_${name}`] = path.join(dir, name)
    writeFileSync(path.join(dir, name), '')
  }
  const read = (n: string): string => readFileSync(path.join(dir, n), 'utf8')
  const { exitCode, log } = await new Promise<{ exitCode: number; log: string }>((resolve, reject) => {
    const child = spawn(argv[0], argv.slice(1), { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    const take = (data: unknown): void => {
      log += data
      options.onLog?.(log, child)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', code => resolve({ exitCode: code ?? 1, log }))
  })
  const commands = parseCommands(log)
  const result = {
    exitCode,
    log,
    commands,
    outputs: parseEnvFile(read('OUTPUT')),
    env: parseEnvFile(read('ENV')),
    state: parseEnvFile(read('STATE')),
    path: read('PATH').split('\n').filter(Boolean),
    masks: commands.filter(c => c.command === 'add-mask').map(c => c.message),
    summary: read('STEP_SUMMARY')
  }
  rmSync(dir, { recursive: true })
  return result
}

export type ActionMetadata = {
  branding?: { icon: string; color: string }
  inputs?: Record<string, { description?: string; required?: boolean; default?: unknown }>
  outputs?: Record<string, { description?: string; value?: string }>
  runs: { using: string; main?: string; pre?: string; post?: string; steps?: Step[] }
}
export const readAction = (dir: string): ActionMetadata =>
  YAML.parse(readFileSync(path.join(dir, 'action.yml'), 'utf8'))

export async function runAction(
  actionDir: string,
  inputs: Record<string, string>,
  options: {
    env?: Record<string, string>
    cwd?: string
    phase?: 'pre' | 'main' | 'post'
    state?: Record<string, string>
    onLog?: (log: string, child: ChildProcess) => void
  } = {}
): Promise<StepResult> {
  const meta = readAction(actionDir)
  const entry = meta.runs[options.phase ?? 'main']
  if (!entry) throw new Error(`${actionDir} has no ${options.phase} entry`)
  const scratch = mkdtempSync(path.join(tmpdir(), 'runner-'))
  const cwd = options.cwd ?? scratch
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo/swarm',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_WORKSPACE: cwd,
    RUNNER_TEMP: scratch,
    RUNNER_OS: 'Linux',
    ...options.env
  }
  const known = meta.inputs ?? {}
  for (const name of Object.keys(inputs)) if (!(name in known)) throw new Error(`Unexpected input '${name}'`)
  for (const [name, i] of Object.entries(known)) {
    const v = inputs[name] ?? (i.default === undefined ? '' : String(i.default))
    env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] = v
  }
  for (const [k, v] of Object.entries(options.state ?? {})) env[`STATE_${k}`] = v
  try {
    return await runProcess([process.execPath, path.resolve(actionDir, entry)], {
      cwd,
      env,
      onLog: options.onLog
    })
  } finally {
    rmSync(scratch, { recursive: true })
  }
}
