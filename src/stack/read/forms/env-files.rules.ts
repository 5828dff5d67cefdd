import { inLine, isMapping, own, put, sequence } from '../plain.rules.ts'
import type { ServiceForm } from './service-form.ts'

/**
 * `env_file: [{path, required, format}]` → a list of paths.
 *
 * @param isThere whether a file (an absolute path) is there
 */
export const envFiles =
  (isThere: (file: string) => boolean): ServiceForm =>
  (service, { name, origins, found }) => {
    const value = own(service, 'env_file')
    if (!Array.isArray(value)) return
    const kept: unknown[] = []
    for (const [i, item] of sequence(value).entries()) {
      const place = origins.of(value, i) ?? origins.of(service, 'env_file')
      const file = isMapping(item) ? own(item, 'path') : item
      if (typeof file !== 'string') {
        found.add('error', 'wrong-type', place, 'env_file must be a path, or {path, required}', {
          service: name
        })
        continue
      }
      const isRequired = !isMapping(item) || (own(item, 'required') ?? true) !== false
      const isKept = isThere(file)
      if (isMapping(item)) found.translate(place, inLine(item), isKept || isRequired ? file : '')
      if (isKept) {
        origins.set(kept, kept.length, place)
        kept.push(file)
      } else if (isRequired)
        found.add('error', 'missing-file', place, `env_file: there is no ${file}`, {
          service: name,
          hint: 'create it, or say required: false'
        })
    }
    if (kept.length > 0) put(service, 'env_file', kept)
    else delete service.env_file
  }

/** The files that a service's `env_file` names. */
export const envFilePaths = (service: Readonly<Record<string, unknown>>): string[] =>
  sequence(own(service, 'env_file')).flatMap(item => {
    const file = isMapping(item) ? own(item, 'path') : item
    return typeof file === 'string' ? [file] : []
  })
