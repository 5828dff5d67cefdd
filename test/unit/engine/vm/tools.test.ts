import { expect, test } from '@jest/globals'
import type { Exec } from '../../../../src/effects/effects.ts'
import { missingPackages, requireTools } from '../../../../src/engine/vm/tools.ts'
import { SwarmlineError } from '../../../../src/errors.ts'

/** A machine on which every program is there but these. */
const without = (...missing: string[]): { exec: Exec } => ({
  exec: async file => {
    if (missing.includes(file)) throw new SwarmlineError('missing-tool', `${file} is not installed`)
    return { exitCode: 1, stdout: '', stderr: '' }
  }
})

test('all that is missing is named at once, by package, each once, with one line to install it', async () => {
  await expect(
    requireTools(without('mmdebstrap', 'ssh', 'ssh-keygen', 'qemu-img'), 'build')
  ).rejects.toMatchObject({
    code: 'missing-tool',
    hint: 'install them with: apt-get install qemu-utils openssh-client mmdebstrap'
  })
})

test('a VM that is built runs without the programs that build one', async () => {
  expect(await missingPackages(without('mmdebstrap', 'xz'), 'run')).toEqual([])
  expect(await missingPackages(without('mmdebstrap', 'xz'))).toEqual(['mmdebstrap', 'xz-utils'])
})

test('a program that fails is there all the same', async () => {
  await expect(requireTools(without(), 'build')).resolves.toBeUndefined()
})
