// What of a folder the grader refuses before it reads a stack file for good, on paper.
import path from 'node:path'
import { parse } from 'yaml'
import { dockerfileRefusals } from '../../../src/grading/allowed/dockerfile.rules.ts'
import { folderRefusals } from '../../../src/grading/allowed/folder.rules.ts'
import { fileReferences, staysInside } from '../../../src/grading/allowed/references.rules.ts'
import { mapping } from '../../../src/stack/read/plain.rules.ts'
import type { Folder } from './folder.ts'

/** Every YAML file of a folder that can be read, as plain data. */
export function documentsIn(folder: Folder): Map<string, unknown> {
  return new Map(
    [...folder].flatMap(([file, { text }]): [string, unknown][] => {
      if (!/\.ya?ml$/.test(file) || file.startsWith('.github/')) return []
      try {
        return [[file, parse(text, { merge: true })]]
      } catch {
        return []
      }
    })
  )
}

/** `build:` of a service, wherever a stack file says it. */
export function buildOf(
  service: string,
  folder: Folder
): { context: string; dockerfile: string } | undefined {
  for (const [file, document] of documentsIn(folder)) {
    const build = mapping(mapping(mapping(document).services)[service]).build
    if (build === undefined) continue
    const { context = build, dockerfile = 'Dockerfile' } = mapping(build)
    const whole = path.posix.join(path.posix.dirname(file), String(context))
    return { context: whole, dockerfile: String(dockerfile) }
  }
  return undefined
}

/** @param links symbolic links, which a folder as data cannot have */
export function refusalsOfFiles(folder: Folder, links: readonly string[]): string[] {
  const entries = [
    ...[...folder].map(([file, { text }]) => ({
      path: file,
      kind: 'file' as const,
      bytes: Buffer.byteLength(text)
    })),
    ...links.map(link => ({ path: link, kind: 'link' as const, bytes: 0 }))
  ]
  const dockerfiles = [...folder].filter(([file]) => /(?:^|\/)Dockerfile$/.test(file))
  const outside = [...documentsIn(folder)].flatMap(([file, document]) =>
    fileReferences(document)
      .filter(each => !staysInside(each.file, path.posix.dirname(file)))
      .map(each => `${file}: ${each.keys.join('.')}: ${each.file} is outside of the folder`)
  )
  return [
    ...folderRefusals(entries).map(({ text }) => text),
    ...dockerfiles.flatMap(([file, { text }]) => dockerfileRefusals(file, text).map(each => each.text)),
    ...outside
  ]
}
