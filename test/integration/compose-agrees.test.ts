// Two readers of the same stack files: ours, and docker compose’s own through its package. What a file says must not depend
// on who reads it. Compose has the last word on images, commands, environment, ports, networks and secrets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { config } from 'docker-compose'
import { homeOf } from '../../src/cli/home.rules.ts'
import { type DockerTools, dockerTools } from '../../src/images/tools.ts'
import { inspectStack } from '../../src/stack/lint/load.ts'
import { mapping, sequence } from '../../src/stack/read/plain.rules.ts'
import { root } from '../support/cli.ts'
import { realEffects } from '../support/real-effects.ts'

const VARIABLES = { REGISTRY: '10.79.0.5:5000', TAG: 'v1', DOCKER_HUB_USERNAME: 'workshop' }
let folder: string
let tools: DockerTools
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'compose-agrees-'))
  writeFileSync(path.join(folder, 'db_password.txt'), 'x\n')
  const { cacheDir } = homeOf(process.env, root, homedir())
  tools = await dockerTools({ cacheDir, suite: 'trixie' }, realEffects())
  mkdirSync(path.join(folder, 'client'))
  const own = { cliPluginsExtraDirs: [tools.pluginsDir] }
  writeFileSync(path.join(folder, 'client/config.json'), JSON.stringify(own))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As compose reads files; the variables are all that it sees of anybody's. */
async function byCompose(files: readonly string[]): Promise<Record<string, unknown>> {
  const { data } = await config({
    cwd: path.dirname(files[0] ?? ''),
    config: [...files],
    executable: { executablePath: tools.docker },
    composeOptions: [
      ['--project-name', 'stack'],
      ['--env-file', '/dev/null']
    ],
    env: { PATH: process.env.PATH ?? '', DOCKER_CONFIG: path.join(folder, 'client'), ...VARIABLES },
    log: false
  })
  // What it prints is a stack file again, in which a dollar is two.
  return JSON.parse(JSON.stringify(data.config).replaceAll('$$', () => '$')) as Record<string, unknown>
}

const byUs = async (files: readonly string[]): Promise<Record<string, unknown>> =>
  (await inspectStack({ composeFiles: [...files], variables: VARIABLES })).model

/** What both write in forms of their own, in one form. */
function essence(model: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(mapping(model.services)).map(([name, service]) => {
      const { image, command, environment, ports, networks, secrets, deploy } = mapping(service)
      return [
        name,
        {
          image,
          command: typeof command === 'string' ? command.split(' ') : sequence(command ?? []).map(String),
          environment: Object.fromEntries(
            Object.entries(mapping(environment)).map(([key, value]) => [key, String(value ?? '')])
          ),
          ports: sequence(ports).map(each => {
            const { published, target } = mapping(each)
            return `${String(published ?? '')}:${String(target)}`
          }),
          // A service that names none is on the one that everybody is on.
          networks: networks === undefined ? ['default'] : Object.keys(mapping(networks)).sort(),
          secrets: sequence(secrets)
            .map(each => mapping(each).source)
            .sort(),
          replicas: mapping(deploy).replicas,
          mode: mapping(deploy).mode ?? 'replicated'
        }
      ]
    })
  )
}

const write = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('compose and we read the same', () => {
  test.each([
    ['the workload', () => [path.join(root, 'docker-compose.yml')]],
    [
      'short and long forms, and variables with defaults',
      () => [
        write(
          'forms.yml',
          `services:
  web:
    image: \${REGISTRY}/web:\${TAG:-latest}
    environment: [A=1, "B=x y", "C=\${NOPE-c}", 'D=$$d']
    ports: ["80:8080", { target: 443, published: "443", mode: host }]
    networks: [front, { back: {} }]
    secrets: [pw]
    deploy: { replicas: 2 }
  db:
    image: redis
    command: [redis-server, --save, ""]
    networks: { back: { aliases: [store] } }
    secrets: [{ source: pw, target: /run/pw }]
    deploy: { mode: global }
networks: { front: {}, back: {} }
secrets: { pw: { file: ./db_password.txt } }
`.replace('networks: [front, { back: {} }]', 'networks: { front: {}, back: {} }')
        )
      ]
    ],
    [
      'anchors, merges and an override',
      () => [
        write(
          'base.yml',
          `x-common: &common { environment: { A: "1", B: "2" } }
services:
  a: { <<: *common, image: "app:v1", deploy: { replicas: 1 } }
  b: { <<: *common, image: "app:v1", environment: { B: "3" } }
`
        ),
        write('override.yml', 'services: { a: { environment: { C: "4" }, deploy: { replicas: 5 } } }\n')
      ]
    ]
  ])('%s', async (_title, filesOf) => {
    const files = filesOf()
    const [ours, theirs] = await Promise.all([byUs(files), byCompose(files)])
    expect(essence(ours)).toEqual(essence(theirs))
  })
})
