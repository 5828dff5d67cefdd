// Swarms of machines, made by a stand-in for docker-machine whose machines have real engines behind TLS.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectSuccess, run } from '../support/cli.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { type MachineRig, startMachineRig } from '../support/machines/machine-rig.ts'
import { describeIf } from '../support/requires.ts'

const reason = whyNoDockerd()
const MACHINES = ['--provider', 'docker-machine', '--driver', 'netns']

describeIf(reason === undefined, reason ?? '', 'a swarm of machines', () => {
  let rig: MachineRig
  beforeAll(() => {
    rig = startMachineRig()
  })
  afterAll(() => {
    for (const name of rig.machine('ls', '-q').split('\n').filter(Boolean))
      rig.machine('rm', '-f', '-y', name)
    rig.stop()
  })
  const swarmline = (...args: string[]) => run('swarmline', args, { env: rig.env, cwd: rig.folder })
  const up = (...args: string[]) => swarmline('up', 'm', ...MACHINES, ...args)

  test('is raised, adopts a machine, answers, and is removed without what it did not make', async () => {
    rig.machine('create', '--driver=netns', 'mine')
    const flags = [
      '--workers',
      '2',
      '--adopt',
      'worker2=mine',
      '--advertise',
      'eth0',
      '--label',
      'worker1:zone=b'
    ]
    expectSuccess(await up(...flags))
    const env = JSON.parse((await swarmline('env', 'manager1', '--cluster', 'm', '--json')).stdout)
    const docker = (...args: string[]) =>
      execFileSync('docker', args, {
        encoding: 'utf8',
        env: {
          ...process.env,
          DOCKER_HOST: env.dockerHost,
          DOCKER_TLS_VERIFY: '1',
          DOCKER_CERT_PATH: env.certDir
        }
      })
    const nodes = docker('node', 'ls', '--format', '{{.Hostname}} {{.Status}} {{.ManagerStatus}}').trim()
    expect(
      nodes
        .split('\n')
        .map(line => line.trim())
        .sort()
    ).toEqual(['m-manager1 Ready Leader', 'm-worker1 Ready', 'mine Ready'])
    expect(docker('node', 'inspect', 'm-worker1', '--format', '{{.Spec.Labels.zone}}').trim()).toBe('b')
    const listed = JSON.parse((await swarmline('ls', '--json')).stdout)
    expect(listed.clusters).toMatchObject([{ name: 'm', nodes: 3, isRunning: true }])
    // What runs is left as it is.
    expect((await up(...flags)).stderr).toContain('m is already up')

    // One that was deleted behind its back is no error.
    rig.machine('rm', '-y', 'm-worker1')
    expectSuccess(await swarmline('down', 'm'))
    expect(rig.machine('ls', '-q').trim()).toBe('mine')
    rig.machine('rm', '-y', 'mine')
    expect(rig.traces()).toEqual([])
  })
})
