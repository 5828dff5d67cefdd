import { expect, test } from '@jest/globals'
import {
  createLine,
  environmentOf
} from '../../../../../src/cluster/providers/docker-machine/create-line.rules.ts'
import { drive, installedProgram } from '../../../../../src/cluster/providers/docker-machine/program.ts'
import type { Exec, ExecOptions, ExecResult } from '../../../../../src/effects/effects.ts'
import { SwarmlineError } from '../../../../../src/errors.ts'
import { recorded } from '../../../../support/machines/recorded.ts'

type Call = { file: string; args: readonly string[]; options: ExecOptions }

/** A program that answers as recorded, one after the other. */
function program(...answers: (string | ExecResult)[]) {
  const calls: Call[] = []
  const exec: Exec = async (file, args, options = {}) => {
    calls.push({ file, args, options })
    const next = answers.shift() ?? 'version'
    return typeof next === 'string' ? recorded(next) : next
  }
  const fx = { exec, signal: new AbortController().signal }
  return { calls, machines: drive({ file: 'docker-machine', driver: 'hetzner' }, fx), fx }
}

test('creating a machine says why it failed', async () => {
  const { machines } = program('create-vbox', 'create-exists', 'create-nodriver')
  const create = () => machines.create('vb1', ['create', 'vb1'])
  await expect(create()).rejects.toMatchObject({
    code: 'cluster-failed',
    message: expect.stringMatching(/vb1 could not be created: .*VBoxManage not found.*\(exit status 3\)/)
  })
  await expect(create()).rejects.toMatchObject({ code: 'cluster-busy' })
  await expect(create()).rejects.toThrow('docker-machine-driver-nosuchdriver')
})

test('a machine that is not there is told from one that cannot be asked', async () => {
  const { machines } = program('ip-missing', 'env', 'inspect')
  await expect(machines.url('nosuch')).rejects.toMatchObject({ code: 'not-found' })
  await expect(machines.url('manager1')).rejects.toMatchObject({ code: 'cluster-failed' })
  await expect(machines.inspect('tls1')).resolves.toMatchObject({ driver: 'none' })
})

test('a machine is removed with its instance, and one that is gone is no error', async () => {
  const { calls, machines } = program('rm-ok', 'rm-missing')
  await expect(machines.remove('tls1')).resolves.toBeUndefined()
  await expect(machines.remove('nosuch')).resolves.toBeUndefined()
  expect(calls.map(call => call.args)).toEqual([
    ['rm', '-y', 'tls1'],
    ['rm', '-y', 'nosuch']
  ])
})

test('a half-made machine is removed by force, and what its driver could not do is said', async () => {
  const refused = { exitCode: 1, stdout: '', stderr: 'Error removing host "g1": no instance\n' }
  const { calls, machines } = program(refused, 'rm-half', refused, refused)
  await expect(machines.remove('g1')).resolves.toContain('no instance')
  expect(calls[1]?.args).toEqual(['rm', '-f', '-y', 'g1'])
  await expect(machines.remove('g1')).rejects.toMatchObject({ code: 'cluster-failed' })
})

test('each command runs in a process group and sees the driver’s credentials alone', async () => {
  const { calls, machines } = program('ls-q')
  await expect(machines.names()).resolves.toEqual(['manager1'])
  expect(calls[0]?.options).toMatchObject({ isGroup: true, isChecked: false })
  expect(calls[0]?.options.inherit).toContain('HETZNER_*')
  expect(calls[0]?.options.inherit).not.toContain('AWS_*')
  expect(environmentOf('amazonec2')).toContain('AWS_*')
})

test('a program that hangs is ended at its time limit; a cancelled one was not too slow', async () => {
  const hanging: Exec = (_file, _args, { signal } = {}) =>
    new Promise((_resolve, reject) => {
      const end = () => reject(new SwarmlineError('cancelled', 'cancelled'))
      if (signal?.aborted) end()
      signal?.addEventListener('abort', end)
    })
  const stop = new AbortController()
  const of = (signal: AbortSignal) =>
    drive({ file: 'docker-machine', driver: 'generic' }, { exec: hanging, signal }, { createMs: 10 })
  await expect(of(stop.signal).create('a', ['create', 'a'])).rejects.toMatchObject({ code: 'timed-out' })
  stop.abort()
  await expect(of(stop.signal).create('a', ['create', 'a'])).rejects.toMatchObject({ code: 'cancelled' })
})

test('rancher-machine is used where docker-machine is missing', async () => {
  const installed = (there: readonly string[]) => {
    const exec: Exec = async file => {
      if (there.includes(file)) return recorded('version')
      throw new SwarmlineError('missing-tool', `${file} is not installed`)
    }
    return installedProgram({ exec, signal: new AbortController().signal })
  }
  await expect(installed(['docker-machine', 'rancher-machine'])).resolves.toBe('docker-machine')
  await expect(installed(['rancher-machine'])).resolves.toBe('rancher-machine')
  await expect(installed([])).rejects.toMatchObject({ code: 'missing-tool' })
})

test('a node’s own flags go to its machine only, each with its value in one argument', () => {
  const flags = [
    { node: undefined, name: 'generic-ssh-user', value: 'root' },
    { node: 'worker1', name: 'generic-ip-address', value: '-x 10.0.0.5' },
    { node: 'worker2', name: 'generic-ip-address', value: '10.0.0.6' },
    { node: undefined, name: 'virtualbox-no-share', value: undefined }
  ]
  const spec = { machine: 'a-worker1', node: 'worker1', driver: 'generic', flags, labels: { k: 'v w' } }
  expect(createLine(spec)).toEqual([
    'create',
    '--driver=generic',
    '--generic-ssh-user=root',
    '--generic-ip-address=-x 10.0.0.5',
    '--virtualbox-no-share',
    '--engine-label=k=v w',
    'a-worker1'
  ])
})
