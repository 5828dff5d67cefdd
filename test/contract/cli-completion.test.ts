import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { root, run } from '../support/cli.ts'

const script = async (shell: string) => (await run('swarmline', ['completion', shell])).stdout

test('bash loads it, and completes', async () => {
  const text = await script('bash')
  execFileSync('bash', ['-n'], { input: text })
  const words = `${text}\nCOMP_WORDS=(swarmline up --engine v); COMP_CWORD=3; _swarmline; echo "\${COMPREPLY[@]}"`
  expect(execFileSync('bash', ['-c', words], { encoding: 'utf8' })).toBe('vm\n')
})

test.each(['zsh', 'fish'])('%s loads it where it is installed', async shell => {
  const text = await script(shell)
  expect(text).toContain('swarmline')
  if (!isInstalled(shell)) return
  // From a file: fish reads no script from standard input that it is not to run.
  withFile(text, file => execFileSync(shell, ['-n', file], { stdio: 'pipe' }))
})

test('fish completes by it where it is installed', async () => {
  if (!isInstalled('fish')) return
  withFile(await script('fish'), file => {
    const ask = `source ${file}; complete -C "swarmline up --engine v"`
    const env = { ...process.env, HOME: path.dirname(file), XDG_CONFIG_HOME: path.dirname(file) }
    expect(execFileSync('fish', ['--no-config', '-c', ask], { encoding: 'utf8', env })).toMatch(/^vm\b/m)
  })
})

const isInstalled = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined

function withFile(text: string, use: (file: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'swarmline-completion-'))
  try {
    const file = path.join(folder, 'script')
    writeFileSync(file, text)
    use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('README and help name only commands that exist', async () => {
  const { stdout } = await run('swarmline', ['--help'], { cwd: root })
  const known = [...stdout.matchAll(/^ {2}(\w+) /gm)].map(match => match[1])
  for (const [, command] of stdout.matchAll(/swarmline (\w+)/g)) expect(known).toContain(command)
})
