import { describe, expect, test } from '@jest/globals'
import type { ApiServiceSpec } from '../../../../../src/docker/types.ts'
import { specDifferences } from '../../../../../src/verify/kinds/service/spec-differences.rules.ts'

const asked: ApiServiceSpec = {
  Name: 'shop_web',
  Labels: { team: 'a', 'io.swarmline.deploy.seq': '3' },
  TaskTemplate: {
    ContainerSpec: { Image: 'app:v1', Env: ['A=1', 'B=2'], Mounts: null },
    Networks: [{ Target: 'n1', Aliases: ['web'] }],
    ForceUpdate: 0
  },
  Mode: { Replicated: { Replicas: 2 } },
  EndpointSpec: { Mode: 'vip', Ports: [] }
}
type Loose = ReturnType<typeof structuredClone<typeof asked>> & Record<string, never>
const changed = (change: (spec: Loose) => void): string[] => {
  const running = structuredClone(asked) as Loose
  change(running)
  return specDifferences(asked, running)
}
const container = (spec: Loose): Record<string, unknown> => spec.TaskTemplate.ContainerSpec ?? {}

describe('a running spec beside the one that was asked for', () => {
  test.each<[string, string[], (spec: Loose) => void]>([
    ['nothing', [], () => undefined],
    [
      'an image',
      ['TaskTemplate.ContainerSpec.Image'],
      spec => Object.assign(container(spec), { Image: 'x' })
    ],
    [
      'a variable',
      ['TaskTemplate.ContainerSpec.Env'],
      spec => Object.assign(container(spec), { Env: ['A=1'] })
    ],
    [
      'replicas',
      ['Mode.Replicated.Replicas'],
      spec => Object.assign(spec, { Mode: { Replicated: { Replicas: 3 } } })
    ],
    ['a mode', ['Mode.Global', 'Mode.Replicated'], spec => Object.assign(spec, { Mode: { Global: {} } })],
    ['an alias', ['TaskTemplate.Networks'], spec => void spec.TaskTemplate.Networks?.[0]?.Aliases?.pop()],
    ['a label of somebody’s', ['Labels.team'], spec => Object.assign(spec, { Labels: {} })],
    ['our own label', [], spec => Object.assign(spec, { Labels: { team: 'a' } })],
    ['a restart by force', [], spec => Object.assign(spec.TaskTemplate, { ForceUpdate: 4 })],
    ['what is empty and what is absent', [], spec => void delete container(spec).Mounts]
  ])('%s', (_what, paths, change) => expect(changed(change)).toEqual(paths))

  test('no value shows', () => {
    expect(
      JSON.stringify(changed(spec => Object.assign(container(spec), { Env: ['KEY=hush'] })))
    ).not.toContain('hush')
  })
})
