import path from 'node:path'
import { list, type Mapping, mapping } from './refusal.ts'

/** A file that a stack file names, by the way to where it does. */
export type FileReference = { keys: (string | number)[]; file: string }

/**
 * The files of this machine that a stack file makes its reader open, as it is written: before anything is read, so that
 * nothing outside of the folder ever is.
 *
 * @param document a stack file as YAML gives it, nothing replaced
 */
export function fileReferences(document: unknown): FileReference[] {
  const model = mapping(document)
  const services = Object.entries(mapping(model.services)).flatMap(([name, value]) => {
    const service = mapping(value)
    const at = (...keys: (string | number)[]) => ['services', name, ...keys]
    return [
      ...textsOf(service.env_file, at('env_file'), 'path'),
      ...textsOf(service.label_file, at('label_file')),
      ...textsOf(mapping(service.extends).file, at('extends', 'file')),
      ...textsOf(mapping(service.credential_spec).file, at('credential_spec', 'file'))
    ]
  })
  const contents = ['secrets', 'configs'].flatMap(section =>
    Object.entries(mapping(model[section])).flatMap(([name, value]) =>
      textsOf(mapping(value).file, [section, name, 'file'])
    )
  )
  const includes = list(model.include).flatMap((item, index) => includedBy(item, ['include', index]))
  return [...services, ...contents, ...includes]
}

function includedBy(item: unknown, keys: (string | number)[]): FileReference[] {
  if (typeof item === 'string') return [{ keys, file: item }]
  const { path: paths, env_file, project_directory } = mapping(item)
  return [
    ...textsOf(paths, [...keys, 'path']),
    ...textsOf(env_file, [...keys, 'env_file']),
    ...textsOf(project_directory, [...keys, 'project_directory'])
  ]
}

function textsOf(value: unknown, keys: (string | number)[], inside?: string): FileReference[] {
  if (typeof value === 'string') return [{ keys, file: value }]
  return list(value).flatMap((item, index) => {
    const text = inside === undefined || typeof item === 'string' ? item : (item as Mapping | null)?.[inside]
    return typeof text === 'string' ? [{ keys: [...keys, index], file: text }] : []
  })
}

/**
 * Whether a path stays in the folder, by its words alone: links are for whoever copies the folder to refuse. A variable in
 * a path could make it lead anywhere.
 *
 * @param from the folder, within the solution, of the file that names it
 */
export function staysInside(file: string, from = ''): boolean {
  if (file === '' || file.includes('$') || file.includes('\0') || /^(?:[/~\\]|[a-z]+:)/i.test(file))
    return false
  const whole = path.posix.normalize(path.posix.join(from, file))
  return whole !== '..' && !whole.startsWith('../') && !path.posix.isAbsolute(whole)
}
