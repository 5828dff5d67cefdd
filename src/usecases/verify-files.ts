import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { Redactor } from '../plain/redact.ts'
import { makeTarget, replaceFile } from '../report/report.ts'
import { fileWithin } from '../verify/verify.ts'

const MAX_BYTES = 1024 * 1024

/** A file that a suite in `folder` names. @throws `input` for one outside of `root`, or longer than 1 MiB */
export async function readWithin(root: string, folder: string, file: string): Promise<Buffer> {
  const place = await fileWithin(await realpath(root), path.resolve(folder, file))
  if ((await stat(place)).size > MAX_BYTES) throw new SwarmlineError('input', `${file} is longer than 1 MiB`)
  return readFile(place)
}

/** Registers the content of files that nothing may show. @throws `input`, as `readWithin` */
export async function registerSecrets(
  redactor: Redactor,
  files: readonly string[],
  root: string
): Promise<void> {
  for (const file of files) redactor.register(await readWithin(root, root, file))
}

/** Writes each check's evidence into a file of its own in `folder`, which is made; readable by its owner only. */
export async function keepEvidence(folder: string): Promise<(id: string, json: string) => Promise<string>> {
  makeTarget(folder, 0o700)
  return async (id, json) => {
    const name = `${id}.json`
    await replaceFile(path.join(folder, name), json, 0o600)
    return name
  }
}
