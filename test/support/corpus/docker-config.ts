// What docker's own client makes of stack files: `docker stack config`, for many files at once.
import { spawn } from 'node:child_process'
import { parse } from 'yaml'
import { isMapping, type Mapping } from '../../../src/stack/read/plain.rules.ts'

export type DockerAnswer = { model: Mapping } | { refusal: string }
export type AskDocker = (text: string) => Promise<DockerAnswer>

/** @param folder where relative paths start */
export const askDocker =
  (docker: string, folder: string, variables: Readonly<Record<string, string>>): AskDocker =>
  text =>
    new Promise((resolve, reject) => {
      const child = spawn(docker, ['stack', 'config', '--compose-file', '-'], {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', HOME: folder, ...variables }
      })
      let stdout = ''
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', chunk => {
        stdout += chunk
      })
      child.stderr.setEncoding('utf8').on('data', chunk => {
        stderr += chunk
      })
      child.on('error', reject)
      child.on('close', code => {
        const model: unknown = code === 0 ? parse(stdout, { maxAliasCount: -1 }) : undefined
        resolve(isMapping(model) ? { model } : { refusal: stderr.trim().split('\n').at(-1) ?? '' })
      })
      child.stdin.on('error', () => {
        // It has not read all of what it refuses.
      })
      child.stdin.end(text)
    })

/**
 * Asks about many at once, and where one is refused about the halves, down to the one.
 *
 * @param join makes one text of several
 */
export async function askTogether<T>(
  files: readonly T[],
  join: (files: readonly T[]) => string,
  ask: AskDocker
): Promise<Map<T, DockerAnswer>> {
  if (files.length === 0) return new Map()
  const answer = await ask(join(files))
  if ('model' in answer || files.length === 1) return new Map(files.map(file => [file, answer]))
  const middle = Math.ceil(files.length / 2)
  const halves = [files.slice(0, middle), files.slice(middle)]
  const answers = await Promise.all(halves.map(half => askTogether(half, join, ask)))
  return new Map(answers.flatMap(each => [...each]))
}
