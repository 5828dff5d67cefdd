import { matchesPattern } from '../../verify/verify.rules.ts'
import type { Role, ServiceFacts, SwarmFacts, Way } from './role.ts'

/** Whether everything that a way says is true of a service. A way that says nothing is true of none. */
export function isTrueOf(way: Way, service: ServiceFacts, { nodes }: Pick<SwarmFacts, 'nodes'>): boolean {
  const { publishes, answers, speaks, image } = way
  const answer = service.heard.find(
    heard =>
      heard.kind === 'http' &&
      heard.port === answers?.port &&
      heard.path === answers.path &&
      heard.text.includes(answers.contains)
  )
  const said = [
    publishes === undefined ? undefined : service.ports.includes(publishes),
    answers === undefined ? undefined : answer !== undefined,
    answers?.namesItself
      ? answer?.kind === 'http' && service.hostnames.some(name => answer.text.includes(name))
      : undefined,
    speaks === undefined ? undefined : service.heard.some(heard => heard.kind === speaks),
    way.everywhere ? nodes.length > 0 && nodes.every(node => service.nodes.includes(node)) : undefined,
    way.unpublished ? service.ports.length === 0 : undefined,
    image === undefined ? undefined : matchesPattern(image, service.image) === 'holds'
  ].filter(truth => truth !== undefined)
  return said.length > 0 && said.every(Boolean)
}

/** `publishes port 80 and answers “I am the backend server”` */
export function wayInWords({ publishes, answers, speaks, everywhere, unpublished, image }: Way): string {
  return [
    publishes !== undefined && `publishes port ${publishes}`,
    answers !== undefined && `answers “${answers.contains}” at ${answers.path} on port ${answers.port}`,
    answers?.namesItself && 'names itself in the answer',
    speaks === 'redis' && 'speaks Redis',
    everywhere === true && 'runs on every node',
    unpublished === true && 'publishes nothing',
    image !== undefined && `has an image whose name matches /${image}/`
  ]
    .filter(Boolean)
    .join(' and ')
}

/** What has to be asked of every service, each once, so that all roles can be told. */
export function asksOf(roles: readonly Role[]): {
  http: { port: number; path: string }[]
  protocols: 'redis'[]
} {
  const ways = roles.flatMap(role => (role.kind === 'service' ? role.ways : []))
  const http = new Map(
    ways.flatMap(({ answers }) =>
      answers
        ? [[`${answers.port} ${answers.path}`, { port: answers.port, path: answers.path }] as const]
        : []
    )
  )
  return { http: [...http.values()], protocols: [...new Set(ways.flatMap(({ speaks }) => speaks ?? []))] }
}
