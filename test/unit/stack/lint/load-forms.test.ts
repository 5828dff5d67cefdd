import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { askCompose } from '../../../../src/stack/lint/ask-compose.ts'
import { readStack } from '../../../../src/stack/lint/load.ts'
import { realEffects } from '../../../support/real-effects.ts'
import { stackFolder } from '../../../support/stack-folder.ts'

const { path: folder, load, refusal, remove } = stackFolder()
afterAll(remove)

describe('is refused with the way out:', () => {
  test.each([
    ['networks: [fornt]}}\nnetworks: {front: }', /networks has no fornt — did you mean front\?/],
    ['volumes: ["data:/d"]}}', /volumes has no data — add data: to the top-level volumes:/],
    ['secrets: [s]}}', /secrets has no s/],
    ['deploy: {replica: 2}}}', /deploy\.replica is not a key .* — did you mean replicas\?/],
    ['deploy: {replicas: many}}}', /deploy\.replicas must be a whole number/],
    ['deploy: {update_config: {order: first}}}}', /must be one of start-first, stop-first/],
    ['ports: ["80:x"]}}', /ports\.0 must be a port, such as 8080:80/],
    ['ports: [{target: 80, published: "80-90"}]}}', /does not choose from 80-90/],
    ['healthcheck: {interval: often}}}', /healthcheck\.interval must be a duration/],
    ['volumes: ["~/x:/x"]}}', /a different folder for everybody/],
    [
      'mem_limit: 5m, deploy: {resources: {limits: {memory: 6m}}}}}',
      /mem_limit and deploy\.resources\.limits\.memory do not agree/
    ],
    ['gpus: all}}', /gpus is refused in a swarm — use deploy/],
    ['env_file: nope.env}}', /env_file: there is no \.\/nope\.env/],
    ['user: u}}\nnetworks: {n: {enable_ipv6: true}}', /networks\.n\.enable_ipv6 is refused/],
    [
      'user: u}}\nnetworks: {n: {ipam: {config: [{gateway: 10.0.0.1}]}}}',
      /networks\.n\.ipam\.config\.0\.gateway is refused/
    ],
    ['user: u}}\nservcies: {}', /servcies is not a section .* — did you mean services\?/],
    ['restart: sometimes}}', /restart must be one of/]
  ])('%s', async (body, words) => expect(await refusal(`services: {web: {image: x, ${body}`)).toMatch(words))
})

describe('what a swarm ignores', () => {
  const text = 'services:\n  web:\n    image: x\n    privileged: true\n    ports: ["127.0.0.1:80:80"]'
  test('is an error when strict, all of it at once', async () => {
    await expect(load(text, {}, { isStrict: true })).rejects.toMatchObject({
      message: expect.stringMatching(
        /:4: service web: privileged is ignored.*:5: .*the address 127\.0\.0\.1 is ignored/
      )
    })
    expect((await load(text)).services).toHaveLength(1)
  })
  test('may be said to be known', async () => {
    const silenced = text
      .replace('true', 'true # swarmline: ignore ignored-key')
      .replace('web:', 'web: # swarmline: ignore published-address')
    expect((await load(silenced, {}, { isStrict: true })).findings.map(f => f.rule)).not.toContain(
      'ignored-key'
    )
  })
})

test('a secret from a variable, and the content of a config, stay in the model', async () => {
  const { model, files } = await load(
    'services: {web: {image: x}}\nsecrets: {s: {environment: PW}}\nconfigs: {c: {content: "a $A"}, d: {file: stack0.yml}}',
    { A: 'b' }
  )
  expect(model).toMatchObject({ secrets: { s: { environment: 'PW' } }, configs: { c: { content: 'a b' } } })
  expect(files).toEqual([{ kind: 'config', name: 'd', path: path.join(folder, 'stack0.yml') }])
})

test('a translation says what it was, what it is, and where', async () => {
  const { translations } = await load(
    'services:\n  web:\n    image: x\n    mem_limit: 1gb\n    stop_grace_period: 5'
  )
  expect(translations.map(({ line, from, to }) => [line, from, to])).toEqual([
    [4, 'mem_limit: 1gb', 'deploy.resources.limits.memory: 1gb'],
    [5, 'stop_grace_period: 5', 'stop_grace_period: 5s']
  ])
})

test('the model is the same without the compose plugin and whatever the plugin says', async () => {
  const text = 'services: {web: {image: x}}'
  const without = await load(text)
  const client = path.join(folder, 'docker')
  writeFileSync(client, '#!/bin/sh\necho "services: {other: {image: y}}"; exit 1\n', { mode: 0o755 })
  const { plan, forCompose } = await readStack({ composeFiles: without.composeFiles, variables: {} })
  await askCompose({ docker: { file: client, configDir: undefined, env: {} }, ...forCompose }, realEffects())
  expect(plan.model).toEqual(without.model)
})

test('a number that becomes a text is no part of what is said: it may be a secret', async () => {
  const { translations } = await load(
    'services: {web: {image: x, command: [mysql, -p, 987654], environment: {A: true}, mem_limit: 5m}}'
  )
  expect(JSON.stringify(translations)).not.toContain('987654')
  expect(translations.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'mem_limit: 5m → deploy.resources.limits.memory: 5m',
    '2: a number → 2: a string, in quotes',
    'A: a boolean → A: a string, in quotes'
  ])
})
