import { describe, expect, test } from '@jest/globals'
import {
  nodeAddress,
  requireAddress
} from '../../../../../src/cluster/providers/existing/node-address.rules.ts'

const node = (Addr: string, manager?: string) => ({
  Status: { State: 'ready' as const, Addr },
  ...(manager === undefined ? {} : { ManagerStatus: { Reachability: 'reachable', Addr: manager } })
})

describe("a node's address", () => {
  test.each([
    [node('10.0.0.4', '10.0.0.5:2377'), '10.0.0.4'],
    [node('0.0.0.0', '10.0.0.5:2377'), '10.0.0.5'],
    [node('::', '[fd00::5]:2377'), '[fd00::5]'],
    [node('0.0.0.0'), '0.0.0.0']
  ])('%j', (given, expected) => expect(nodeAddress(given)).toBe(expected))
})

describe('is asked', () => {
  test.each([
    ['10.0.0.4', 'ssh://ops@swarm.example.org', true],
    ['127.0.0.1', undefined, true],
    ['127.0.0.1', 'unix:///var/run/docker.sock', true],
    ['127.0.0.1', 'tcp://127.0.0.1:2375', true],
    ['127.0.0.1', 'ssh://ops@swarm.example.org', false],
    ['::1', 'tcp://10.0.0.4:2376', false],
    ['0.0.0.0', undefined, false],
    ['', 'unix:///var/run/docker.sock', false]
  ])('%s by %s: %s', (address, host, isAsked) => {
    const ask = () => requireAddress(address, host)
    if (isAsked) expect(ask).not.toThrow()
    else expect(ask).toThrow(/cannot be reached/)
  })
})
