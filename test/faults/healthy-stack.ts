// The stack that every defect is a change of: four services on three networks, all of one image of busybox.
import type { StackText } from '../support/pipeline.ts'
import { storeProgram, watchProgram, webProgram } from './programs.ts'

export const STACK = 'shop'
/** What `web` publishes, and listens on. */
export const PORT = 8080
export const IMAGE = 'shop/app:v1'
export const SECRET = 'correct horse battery staple'
export const LABEL = { name: 'data', value: 'persistent' }

/** A service as a stack file says it; loose, since a defect may say anything. */
// biome-ignore lint/suspicious/noExplicitAny: a defect may change any part of a stack file
export type Loose = any
export type ShopStack = StackText & {
  services: { web: Loose; store: Loose; watch: Loose; stray: Loose; [name: string]: Loose }
  networks: Record<string, Loose>
  volumes: Record<string, Loose>
  secrets: Record<string, Loose>
}

/** @param subnet of the nth network: other tests' engines run on this machine too */
export function healthyStack(subnet: (n: number) => string): ShopStack {
  const network = (n: number): object => ({
    driver: 'overlay',
    ipam: { config: [{ subnet: subnet(n) }] }
  })
  const service = (command: string[], networks: string[], more: object, deploy: object): Loose => ({
    image: IMAGE,
    command,
    networks,
    stop_grace_period: '2s',
    ...more,
    deploy: { restart_policy: { condition: 'any', delay: '500ms' }, ...deploy }
  })
  return {
    version: '3.8',
    services: {
      web: service(
        webProgram(),
        ['front', 'back'],
        {
          ports: [{ target: PORT, published: PORT, protocol: 'tcp', mode: 'ingress' }],
          environment: { MODE: 'production' },
          volumes: ['visits:/visits'],
          healthcheck: {
            test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8080/healthz'],
            interval: '1s',
            timeout: '5s',
            retries: 5
          }
        },
        {
          replicas: 2,
          update_config: {
            parallelism: 1,
            delay: '2s',
            order: 'start-first',
            failure_action: 'rollback',
            monitor: '1s'
          },
          rollback_config: { parallelism: 2, monitor: '1s' },
          resources: { limits: { memory: '64M' } }
        }
      ),
      store: service(
        storeProgram(),
        ['back'],
        { volumes: ['data:/data'], secrets: ['api_key'] },
        {
          endpoint_mode: 'dnsrr',
          placement: { constraints: [`node.labels.${LABEL.name} == ${LABEL.value}`] }
        }
      ),
      watch: service(watchProgram(), ['front'], {}, { endpoint_mode: 'dnsrr' }),
      stray: service(
        storeProgram({ serve: 'nc -ll -p 7000 -e cat' }),
        ['other'],
        {},
        { endpoint_mode: 'dnsrr' }
      )
    },
    networks: { front: network(1), back: network(2), other: network(3) },
    volumes: { visits: {}, data: {} },
    secrets: { api_key: { file: 'api_key.txt' } }
  }
}
