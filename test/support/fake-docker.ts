// A docker client that only says what it is, for tests that must not need a real one.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Writes the program `docker` into a folder that is made.
 *
 * @param atCompose a line of shell, run for `docker compose …`
 */
export function fakeDocker(folder: string, atCompose = 'exit 1'): void {
  mkdirSync(folder, { recursive: true })
  const plugins = JSON.stringify(
    ['compose', 'buildx'].map(name => ({ Name: name, Path: `${folder}/docker-${name}` }))
  )
  const script = [
    '#!/bin/sh',
    'case $1 in',
    '--version) echo "Docker version 28.2.2, build fake" ;;',
    `info) echo '${plugins}' ;;`,
    `compose) ${atCompose} ;;`,
    '*) exit 1 ;;',
    'esac',
    ''
  ].join('\n')
  writeFileSync(path.join(folder, 'docker'), script, { mode: 0o755 })
}
