// A swarm of machines whose driver fails, hangs, or finds a machine of that name: no engine is started.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { run, start } from '../support/cli.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { type MachineRig, startMachineRig } from '../support/machines/machine-rig.ts'
import { describeIf } from '../support/requires.ts'

const reason = whyNoDockerd()
const MACHINES = ['--provider', 'docker-machine', '--driver', 'netns']

describeIf(reason === undefined, reason ?? '', 'a swarm of machines that is not finished', () => {
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

  test.each(['precheck', 'create', 'start'])('leaves nothing when a driver fails at: %s', async step => {
    const failed = await up('--workers', '0', '--driver-flag', `netns-fail=${step}`)
    expect(failed.exitCode).toBe(1)
    expect(failed.stderr).toMatch(step === 'precheck' ? /no quota is left/ : /it was told to fail/)
    expect(rig.traces()).toEqual([])
  })

  test('leaves nothing when it is interrupted while a driver hangs', async () => {
    let isInterrupted = false
    const hanging = start(
      'swarmline',
      ['up', 'm', ...MACHINES, '--workers', '0', '--driver-flag', 'netns-hang=start', '--verbose'],
      {
        env: rig.env,
        cwd: rig.folder,
        onOutput: text => {
          // By now it is on record. A second one would end it at once.
          if (!isInterrupted && text.includes('Making its network namespace...'))
            isInterrupted = hanging.child.kill('SIGINT')
        }
      }
    )
    expect((await hanging.done).exitCode).toBe(130)
    expect(rig.traces()).toEqual([])
  })

  test('leaves a machine alone that has the name of one of its own', async () => {
    expect(() => rig.machine('create', '--driver=netns', '--netns-fail=create', 'm-manager1')).toThrow()
    const refused = await up('--workers', '0')
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('--adopt manager1=m-manager1')
    expect(rig.machine('ls', '-q').trim()).toBe('m-manager1')
    rig.machine('rm', '-f', '-y', 'm-manager1')
    expect(rig.traces()).toEqual([])
  })
})
