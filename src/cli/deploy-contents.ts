import { readFile } from 'node:fs/promises'
import { SwarmlineError } from '../errors.ts'
import type { StackSource } from '../usecases/requests.ts'
import type { ContentFiles } from './deploy-options.ts'

/** A secret is 500 KB at most, a config 1 MB: more than this is not read. */
const MAX_BYTES = 2_000_000

/**
 * Reads the secrets and configs that the command line names. They are kept in memory only.
 *
 * @throws `input` for a file that cannot be read
 */
export async function readContents(
  files: ContentFiles,
  input: NodeJS.ReadableStream
): Promise<StackSource['contents']> {
  const read = async (list: ContentFiles['secrets']) =>
    Object.fromEntries(
      await Promise.all(
        list.map(async ([name, file]) => [name, file === '-' ? await all(input) : await bytes(file)] as const)
      )
    )
  return { secrets: await read(files.secrets), configs: await read(files.configs) }
}

/** @throws `input` */
export const readText = async (file: string): Promise<string> =>
  Buffer.from(await bytes(file)).toString('utf8')

async function bytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch(cause => {
    throw new SwarmlineError('input', `${file} cannot be read`, { hint: 'correct the path', cause })
  })
}

async function all(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(Buffer.from(chunk as Buffer))
    size += chunks.at(-1)?.length ?? 0
    if (size > MAX_BYTES)
      throw new SwarmlineError('input', 'standard input is too long for a secret or a config')
  }
  return Buffer.concat(chunks)
}
