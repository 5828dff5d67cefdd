import { readFile } from 'node:fs/promises'
import path from 'node:path'
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

/** The stack file from standard input, where one is `-`: its text, by the path that stands for it. */
export async function readTexts(
  files: readonly string[],
  input: NodeJS.ReadableStream
): Promise<Record<string, string>> {
  const [file] = files.filter(each => path.basename(each) === '-')
  return file === undefined ? {} : { [file]: Buffer.from(await all(input)).toString('utf8') }
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
      throw new SwarmlineError('input', 'standard input is too long for a secret, config or stack file')
  }
  return Buffer.concat(chunks)
}
