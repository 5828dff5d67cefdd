import { describe, expect, test } from '@jest/globals'
import { eligibleNodes, isMet } from '../../../src/docker/eligible.rules.ts'
import { aNode } from '../../support/swarm-builders.ts'

const node = aNode('abc', {
  Spec: { Role: 'manager', Labels: { data: 'persistent', Zone: 'a' } },
  Description: { Engine: { EngineVersion: '28', Labels: { disk: 'ssd' } } }
})

describe('a constraint', () => {
  test.each([
    ['node.labels.data == persistent', true],
    ['node.labels.data==Persistent', true],
    ['NODE.LABELS.data == persistent', true],
    ['node.labels.zone == a', false],
    ['node.labels.Zone == a', true],
    ['node.labels.data != persistent', false],
    ['node.labels.none != x', true],
    ['node.labels.none == x', false],
    ['engine.labels.disk == ssd', true],
    ['engine.labels.disk != ssd', false],
    ['node.role == manager', true],
    ['node.role == MANAGER', true],
    ['node.role != manager', false],
    ['node.hostname == host-abc', true],
    ['node.id == abc', true],
    ['node.ip == 10.0.0.1', true],
    ['node.ip == 10.0.0.0/8', true],
    ['node.ip == 10.1.0.0/16', false],
    ['node.ip != 10.0.0.0/24', false],
    ['node.ip == 0.0.0.0/0', true],
    ['node.ip == 10.0.0.0/99', false],
    ['node.ip == fd00::/8', false],
    ['node.platform.os == linux', true],
    ['node.platform.arch == x86_64', true],
    ['node.platform.arch == amd64', false],
    ['node.colour == red', false],
    ['node.colour != red', false],
    ['node.role', false]
  ])('%s is %s', (constraint, expected) => expect(isMet(constraint, node)).toBe(expected))
})

test('ready, active, and of a platform that the image has', () => {
  const nodes = [
    aNode('ok'),
    aNode('down', { state: 'down' }),
    aNode('drained', { availability: 'drain' }),
    aNode('arm', { Description: { Platform: { Architecture: 'aarch64', OS: 'linux' } } })
  ]
  const idsFor = (platforms: { Architecture?: string; OS?: string }[]): string[] =>
    eligibleNodes({ Placement: { Platforms: platforms } }, nodes).map(n => n.ID)
  expect(idsFor([])).toEqual(['ok', 'arm'])
  expect(idsFor([{ Architecture: 'amd64', OS: 'linux' }])).toEqual(['ok'])
  expect(idsFor([{ Architecture: 'amd64' }, { Architecture: 'arm64', OS: 'linux' }])).toEqual(['ok', 'arm'])
  expect(idsFor([{ OS: 'windows' }])).toEqual([])
})
