import * as z from 'zod'
import { isPattern } from '../../verify/verify.rules.ts'
import { type Fault, parseSuite, port } from '../../verify/verify.ts'
import type { Role } from './role.ts'

const NAME = /^[A-Z][A-Z0-9_]{0,31}$/
const pattern = z.string().min(1).max(200).refine(isPattern, 'takes a regular expression')
const title = z.string().min(1).max(120).describe('What people read: the backend.')

const way = z
  .strictObject({
    publishes: port().optional().describe('It publishes this port.'),
    answers: z
      .strictObject({
        port: port().default(80),
        path: z.string().startsWith('/').default('/'),
        contains: z.string().min(1).max(200),
        'names-itself': z.literal(true).optional()
      })
      .transform(({ 'names-itself': namesItself = false, ...rest }) => ({ ...rest, namesItself }))
      .optional()
      .describe('An HTTP answer, heard from inside, contains a text (and the container’s hostname).'),
    speaks: z.enum(['redis']).optional().describe('It answers in this protocol, heard from inside.'),
    everywhere: z.literal(true).optional().describe('It runs on every node.'),
    unpublished: z.literal(true).optional().describe('It publishes nothing.'),
    image: pattern.optional().describe('A regular expression that its image’s name matches.')
  })
  .refine(given => Object.values(given).some(value => value !== undefined), 'says nothing')

const role = z.union([
  z.strictObject({ title, service: z.array(way).min(1).max(10) }),
  z.strictObject({ title, secret: z.strictObject({ 'shared-by': z.array(z.string()).min(1).max(10) }) }),
  z.strictObject({ title, image: z.strictObject({ of: z.string(), named: pattern }) })
])

export const ROLES = z.strictObject({ roles: z.record(z.string().regex(NAME, 'takes capitals'), role) })

/** Reads `roles.yml`. What refers to a role must stand after it. */
export function readRoles(
  path: string,
  shownAs: string,
  text: string
): { roles: Role[] } | { faults: Fault[] } {
  const parsed = parseSuite(path, shownAs, text)
  if ('faults' in parsed) return parsed
  const { file } = parsed
  const read = ROLES.safeParse(file.plain())
  if (!read.success)
    return {
      faults: read.error.issues.map(issue =>
        file.fault(
          file.nodeAt(issue.path),
          `${issue.path.map(String).join('.') || 'roles'}: ${issue.message}`
        )
      )
    }
  const roles = Object.entries(read.data.roles).map(([name, given]) => roleOf(name, given))
  const services = new Set<string>()
  const faults: Fault[] = []
  for (const each of roles) {
    const named = each.kind === 'secret' ? each.sharedBy : each.kind === 'image' ? [each.of] : []
    for (const other of named)
      if (!services.has(other))
        faults.push(
          file.fault(file.nodeAt(['roles', each.name]), `${other} is not the role of a service before it`)
        )
    if (each.kind === 'service') services.add(each.name)
  }
  return faults.length > 0 ? { faults } : { roles }
}

function roleOf(name: string, given: z.output<typeof role>): Role {
  if ('service' in given) return { kind: 'service', name, title: given.title, ways: given.service }
  if ('secret' in given)
    return { kind: 'secret', name, title: given.title, sharedBy: given.secret['shared-by'] }
  return { kind: 'image', name, title: given.title, ...given.image }
}
