import { execFileSync, spawnSync } from 'node:child_process'
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
  if (spawnSync(shell, ['--version']).error) return
  execFileSync(shell, ['-n'], { input: text })
})

test('README and help name only commands that exist', async () => {
  const { stdout } = await run('swarmline', ['--help'], { cwd: root })
  const known = [...stdout.matchAll(/^ {2}(\w+) /gm)].map(match => match[1])
  for (const [, command] of stdout.matchAll(/swarmline (\w+)/g)) expect(known).toContain(command)
})
