import { expect, test } from '@jest/globals'
import { roomFile } from '../../../../src/grading/folder/room-files.rules.ts'

const shown = (path: string, text: string, isExecutable = false): string =>
  roomFile({ path, content: Buffer.from(text), isExecutable }).content.toString('utf8')

test.each([
  'bin/deploy',
  'bin/lib/names',
  'scripts/up.sh',
  'docker-compose.yml',
  'backend/Dockerfile',
  'backend/Dockerfile.dev',
  'Makefile'
])('%s goes into the closed room as it is', path => {
  expect(shown(path, 'echo x')).toBe('echo x')
})

test('so does a program, wherever it lies', () => {
  expect(shown('deploy', '#!/bin/sh', true)).toBe('#!/bin/sh')
})

test.each(['secrets/db_password', 'key.pem', 'config.json', 'password.txt'])(
  '%s is there, with another content',
  path => {
    expect(shown(path, 'correct horse')).toBe('stand-in\n')
  }
)

test.each(['.env', '.env.production', 'backend/db.env'])('of %s the names are there', path => {
  expect(shown(path, '# x\nexport A=correct\nB="horse"\n')).toBe('# x\nexport A=stand-in\nB=stand-in\n')
})
