import { expect, test } from '@jest/globals'
import type { ApiService, ApiServiceSpec } from '../../../src/docker/types.ts'
import { changesSection } from '../../../src/report/html/changes.ts'
import { renderPlan } from '../../../src/report/plan-summary.ts'
import { planChanges } from '../../../src/stack/plan/plan-changes.rules.ts'
import { changesInWords } from '../../../src/stack/plan/words.rules.ts'
import { CANARIES, foundIn } from '../../support/canaries.ts'
import { aService } from '../../support/swarm-builders.ts'

/** Names that no list of suspicious ones has. */
const NAMES = ['DB_PWD', 'SMTP_PW', 'GITHUB_PAT', 'CERT_B64', 'X', 'URL']

const everywhere = (secret: string) => {
  const record = Object.fromEntries(NAMES.map(name => [name, secret]))
  return {
    image: 'app',
    environment: record,
    labels: record,
    command: ['mysql', `-p${secret}`],
    entrypoint: ['sh', '-c', secret],
    healthcheck: { test: ['CMD', 'curl', '-u', secret] },
    logging: { driver: 'splunk', options: record },
    volumes: ['data:/d'],
    networks: { n: { driver_opts: record } },
    deploy: { labels: record }
  }
}

const running = (secret: string): ApiService => {
  const made = aService('s_web')
  const record = Object.fromEntries(NAMES.map(name => [name, secret]))
  return {
    ...made,
    Spec: {
      ...made.Spec,
      Labels: record,
      TaskTemplate: {
        ContainerSpec: {
          Image: 'app',
          Env: NAMES.map(name => `${name}=${secret}`),
          Labels: record,
          Command: ['sh', secret],
          Args: [`-p${secret}`],
          Healthcheck: { Test: ['CMD-SHELL', secret] },
          Mounts: [
            {
              Type: 'volume',
              Source: 's_data',
              Target: '/d',
              VolumeOptions: { DriverConfig: { Options: record } }
            }
          ]
        },
        LogDriver: { Name: 'x', Options: record },
        Networks: [{ Target: 'id-n', DriverOpts: record }]
      }
    } as unknown as ApiServiceSpec
  }
}

test.each(CANARIES)('no form of a plan shows $shape', canary => {
  const { secret } = canary
  const old = `${secret}+old`
  const record = Object.fromEntries(NAMES.map(name => [name, secret]))
  const changes = planChanges(
    {
      services: { web: everywhere(secret), fresh: everywhere(secret) },
      networks: { n: { driver_opts: record, labels: record } },
      volumes: { data: { driver: 'nfs', driver_opts: record, labels: record } }
    },
    's',
    {
      services: [running(old)],
      networks: [
        {
          Id: 'id-n',
          Name: 's_n',
          Driver: 'overlay',
          Scope: 'swarm',
          Labels: { 'com.docker.stack.namespace': 's', X: old },
          Options: Object.fromEntries(NAMES.map(name => [name, old]))
        }
      ],
      secrets: [],
      configs: [],
      apiVersion: '1.51'
    },
    { isPruning: true }
  )
  expect(changes.services[0]?.fields.length).toBeGreaterThan(6 * NAMES.length)
  for (const text of [
    JSON.stringify(changes),
    changesInWords(changes).join('\n'),
    renderPlan(changes),
    JSON.stringify(changesSection(changes))
  ])
    expect(foundIn(text, canary)).toEqual([])
})
