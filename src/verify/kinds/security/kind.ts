import * as z from 'zod'
import type { ApiService } from '../../../docker/types.ts'
import { SwarmlineError } from '../../../errors.ts'
import { fieldAt } from '../../judging/field.rules.ts'
import { defineKind } from '../../kind.ts'
import { exchange } from '../../looking/http.ts'
import { checked, type StackNetwork } from '../../looking/reads.ts'
import { nameInStack, serviceInStack } from '../../names.rules.ts'
import { port } from '../../suite/wanted.ts'
import type { World, WorldNode } from '../../world.ts'
import {
  judgeSecurity,
  RULES,
  type SecuredService,
  type SecurityEvidence,
  securityExpected
} from './judge.ts'

const ENGINE_PORTS = [2375, 2376]
const DAY_NS = 86_400e9
const SWARM = z.looseObject({
  Spec: z.looseObject({
    CAConfig: z.looseObject({ NodeCertExpiry: z.number().optional() }).nullish(),
    EncryptionConfig: z.looseObject({ AutoLockManagers: z.boolean() }).nullish()
  })
})
const texts = z.array(z.string()).nullish()
const CONTAINER = z.looseObject({
  Env: texts,
  CapabilityAdd: texts,
  Mounts: z.array(z.looseObject({ Source: z.string().optional() })).nullish()
})

const rule = z.enum(RULES)
const params = z.strictObject({
  rules: z
    .array(rule)
    .min(1)
    .default(['engine-port', 'engine-socket', 'capabilities', 'published-ports', 'passwords-in-environment'])
    .describe('What is looked for.'),
  ports: z.array(port()).max(100).default([]).describe('Ports that may be published (published-ports).'),
  except: z
    .array(
      z.strictObject({
        rule: rule.describe('A rule.'),
        services: z
          .array(z.string().min(1).max(100))
          .min(1)
          .describe('Services, or networks, that it is not for.')
      })
    )
    .max(50)
    .default([])
    .describe('Exceptions.')
})

export const security = defineKind({
  name: 'security',
  explanation:
    'Reads what can be read of the CIS Docker Benchmark’s rules for swarms: engines that answer anyone on 2375 or ' +
    '2376, services with the engine’s socket or added capabilities, published ports beyond those allowed, passwords in ' +
    'environments, and, where asked, memory limits, images without a digest, autolock, long-lived node certificates ' +
    'and unencrypted overlay networks. No value of an environment leaves the manager’s answer.',
  example: `- kind: security
  rules: [engine-socket, published-ports, memory-limits]
  ports: [80]
  except:
    - { rule: engine-socket, services: [cadvisor] }`,
  isDisturbing: false,
  visits: 'none',
  params,
  expected: securityExpected,
  gather: async ({ rules }, world): Promise<SecurityEvidence> => {
    const needsSwarm = rules.includes('autolock') || rules.includes('certificates')
    const [services, networks, swarm, enginePorts] = await Promise.all([
      world.reads.services(),
      world.reads.networks(),
      needsSwarm ? readSwarm(world) : undefined,
      rules.includes('engine-port') ? askEnginePorts(world) : undefined
    ])
    return {
      services: services.map(found => securedService(found, world.stack)),
      networks: networks.map(network => ({
        name: nameInStack(network.Name, world.stack),
        isOverlay: network.Driver === 'overlay',
        isEncrypted: isEncrypted(network)
      })),
      swarm,
      enginePorts
    }
  },
  judge: judgeSecurity
})

/** What of a service the rules look at; no value of its environment. */
export function securedService({ Spec }: Pick<ApiService, 'Spec'>, stack: string): SecuredService {
  const container = checked('/services', CONTAINER, Spec.TaskTemplate.ContainerSpec ?? {})
  const memory = fieldAt(Spec.TaskTemplate, 'Resources.Limits.MemoryBytes')
  return {
    name: serviceInStack(Spec.Name, stack),
    image: Spec.TaskTemplate.ContainerSpec?.Image ?? '',
    mounts: (container.Mounts ?? []).flatMap(mount => mount.Source ?? []),
    capabilities: container.CapabilityAdd ?? [],
    ports: (Spec.EndpointSpec?.Ports ?? []).flatMap(({ PublishedPort }) => PublishedPort ?? []),
    environment: (container.Env ?? [])
      .filter(entry => /=./.test(entry))
      .map(entry => entry.replace(/=.*/s, '')),
    memoryLimitBytes: typeof memory === 'number' ? memory : 0
  }
}

function isEncrypted(network: StackNetwork): boolean {
  const options = fieldAt(network, 'Options')
  return typeof options === 'object' && options !== null && Object.hasOwn(options, 'encrypted')
}

async function readSwarm(world: World): Promise<SecurityEvidence['swarm']> {
  const { Spec } = checked(
    '/swarm',
    SWARM,
    await world.manager.json('GET', '/swarm', { signal: world.signal })
  )
  return {
    isAutolocked: Spec.EncryptionConfig?.AutoLockManagers ?? false,
    certificateDays: (Spec.CAConfig?.NodeCertExpiry ?? 0) / DAY_NS
  }
}

function askEnginePorts(world: World): Promise<NonNullable<SecurityEvidence['enginePorts']>> {
  return Promise.all(
    world.nodes.flatMap(node =>
      ENGINE_PORTS.map(async at => ({ node: node.name, port: at, seen: await askEngine(node, at, world) }))
    )
  )
}

async function askEngine(
  node: WorldNode,
  at: number,
  world: World
): Promise<'engine' | 'other' | 'closed' | 'unknown'> {
  const target = await world.endpointOf(node, at).catch((error: unknown) => {
    if (error instanceof SwarmlineError && error.code === 'cancelled') throw error
    return undefined
  })
  if (!target) return 'unknown'
  const seen = await exchange(target, { path: '/_ping', timeoutMs: 5000, signal: world.signal })
  if (seen.kind === 'answer') return seen.headers['api-version'] === undefined ? 'other' : 'engine'
  // A door that drops the connection may be a tunnel to a closed port, or TLS that wants a certificate.
  return seen.kind === 'refused' || seen.kind === 'reset' || seen.kind === 'body' ? 'closed' : 'unknown'
}
