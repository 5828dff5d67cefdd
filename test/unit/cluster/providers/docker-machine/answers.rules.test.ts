import { describe, expect, test } from '@jest/globals'
import {
  addressIn,
  isMadeByRun,
  isMissing,
  isTaken,
  parseInspect,
  parseNames,
  parseUrl,
  saidBy
} from '../../../../../src/cluster/providers/docker-machine/answers.rules.ts'
import { recorded } from '../../../../support/machines/recorded.ts'

test('a machine is described as recorded', () => {
  expect(parseInspect(recorded('inspect').stdout, 'tls1')).toEqual({
    driver: 'none',
    certDir: '/home/u/.docker/machine/machines/tls1',
    labels: {}
  })
})

test.each([
  ['it is not JSON', 'Docker machine'],
  ['it is about other', '{"Name":"other"}'],
  ['it names no driver', '{"Name":"tls1"}'],
  ['it names no folder of certificates', '{"Name":"tls1","DriverName":"none"}'],
  [
    'it names no folder of certificates',
    '{"Name":"tls1","DriverName":"x","HostOptions":{"AuthOptions":{"StorePath":"/a/../etc"}}}'
  ],
  [
    'it names no folder of certificates',
    '{"Name":"tls1","DriverName":"x","HostOptions":{"AuthOptions":{"StorePath":"machines/tls1"}}}'
  ]
])('a description that cannot be used is refused: %s', (why, text) => {
  expect(() => parseInspect(text, 'tls1')).toThrow(why)
})

test('who made a machine is said by the labels of its engine', () => {
  const labels = ['io.swarmline.cluster=a', 'io.swarmline.run=r1', 'odd', 5]
  const text = recorded('inspect').stdout.replace('"Labels": []', `"Labels": ${JSON.stringify(labels)}`)
  const machine = parseInspect(text, 'tls1')
  expect(machine.labels).toEqual({ 'io.swarmline.cluster': 'a', 'io.swarmline.run': 'r1' })
  expect(isMadeByRun(machine, { cluster: 'a', run: 'r1' })).toBe(true)
  expect(isMadeByRun(machine, { cluster: 'a', run: 'r2' })).toBe(false)
  expect(isMadeByRun(machine, { cluster: 'b', run: 'r1' })).toBe(false)
  expect(isMadeByRun(machine, { cluster: 'a', run: undefined })).toBe(false)
})

test('the names of machines are those of `ls -q`', () => {
  expect(parseNames(recorded('ls-q').stdout)).toEqual(['manager1'])
  expect(parseNames('a.b-1\r\n\n --force\nx y\n-a\n')).toEqual(['a.b-1'])
})

test('the address of an engine, and of its machine', () => {
  expect(parseUrl(recorded('url').stdout, 'manager1')).toEqual({
    dockerHost: 'tcp://127.0.0.1:29999',
    address: '127.0.0.1'
  })
  expect(parseUrl('tcp://[fd00::5]:2376\n', 'm').address).toBe('fd00::5')
})

test.each(['', '\n', 'tcp://:2376', 'unix:///run/x', 'tcp://a:2376/x', 'tcp://a b:2376', '10.0.0.1'])(
  'what is no address of an engine is refused: %j',
  text => {
    expect(() => parseUrl(text, 'm1')).toThrow('machine m1 has no address yet')
  }
)

describe('what failed', () => {
  test('a machine that is not there', () => {
    expect(['rm-missing', 'ip-missing'].map(name => isMissing(recorded(name)))).toEqual([true, true])
    expect(isMissing({ exitCode: 4, stderr: '' })).toBe(true)
    expect(['rm-ok', 'rm-half', 'create-exists', 'env'].map(name => isMissing(recorded(name)))).toEqual(
      Array(4).fill(false)
    )
  })

  test('a machine that is there already', () => {
    expect(isTaken(recorded('create-exists'))).toBe(true)
    expect(['create-none', 'create-badname', 'rm-missing'].some(name => isTaken(recorded(name)))).toBe(false)
  })

  test('its words are in one line', () => {
    expect(saidBy(recorded('create-vbox'))).toBe(
      'Error with pre-create check: "VBoxManage not found. Make sure VirtualBox is installed and VBoxManage is in the path"'
    )
    expect(saidBy({ stdout: 'only\nout', stderr: '' })).toBe('only; out')
    expect(saidBy({ stdout: '', stderr: '' })).toBe('it said nothing')
    expect(saidBy({ stdout: '', stderr: 'joined with SWMTKN-1-abc-def' })).not.toContain('abc')
  })
})

const LISTED = `1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
2: eth0    inet 203.0.113.9/24 brd 203.0.113.255 scope global eth0\\       valid_lft forever
3: ens10    inet 10.1.2.3/32 scope global ens10\\       valid_lft forever
`
test.each([
  ['ens10', '10.1.2.3'],
  ['eth0', '203.0.113.9'],
  ['10.0.0.0/8', '10.1.2.3'],
  ['203.0.113.0/24', '203.0.113.9'],
  ['0.0.0.0/0', '127.0.0.1'],
  ['192.168.0.0/16', undefined],
  ['eth', undefined]
])('the address of %s is %s', (wanted, address) => {
  expect(addressIn(LISTED, wanted)).toBe(address)
})
