// Traps of `docker stack deploy`, shown on both sides: what becomes of a deploy that fails? See docs/traps.md.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { explainOutcome } from '../../src/rollout/advice.rules.ts'
import { EXIT_CODES } from '../../src/usecases/exit-codes.rules.ts'
import { FOREVER, quick, stackOf, until } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { dying } from '../support/readiness.ts'

describePipeline('the trap that', ({ folder, on }) => {
  const updating = (failure_action: string) => ({
    update_config: { monitor: '300ms', failure_action, order: 'start-first' },
    rollback_config: { monitor: '300ms', order: 'start-first' }
  })
  const good = (failure_action: string) => stackOf({ app: quick(FOREVER, {}, updating(failure_action)) })
  const bad = (failure_action: string) =>
    stackOf({ app: dying(9, { image: 'app:v2' }, updating(failure_action)) })
  const status = async (service: string) => (await on.service(service))?.UpdateStatus?.State

  test('a completed rollback exits 0', async () => {
    expect((await on.plainly('green', good('rollback'), ['--detach=false'])).exitCode).toBe(0)
    expect((await on.plainly('green', bad('rollback'), ['--detach=false'])).exitCode).toBe(0)
    expect([await status('green_app'), await on.image('green_app')]).toEqual(['rollback_completed', 'app:v1'])

    expect((await on.deploy('back', good('rollback'))).outcome).toBe('converged')
    const report = await on.deploy('back', bad('rollback'))
    expect(report).toMatchObject({
      outcome: 'rolled-back',
      failures: [{ service: 'back_app', category: 'exit', error: 'task: non-zero exit (9)' }]
    })
    expect(EXIT_CODES[report.outcome]).toBe(3)
    expect(await on.image('back_app')).toBe('app:v1')
  })

  test('a paused update needs a person, and nothing tells anyone', async () => {
    const unheard = [0, '']
    const heard = async (text: ReturnType<typeof stackOf>) => {
      const { exitCode, stdout, stderr } = await on.plainly('quiet', text)
      return [exitCode, (stdout + stderr).match(/paus|fail|error/i)?.[0] ?? '']
    }
    expect(await heard(good('pause'))).toEqual(unheard)
    await until('the first version', async () => (await on.replicas('quiet_app')) === '1/1')
    expect(await heard(bad('pause'))).toEqual(unheard)
    await until('the pause', async () => (await status('quiet_app')) === 'paused')

    expect((await on.deploy('told', good('pause'))).outcome).toBe('converged')
    const report = await on.deploy('told', bad('pause'), { onFailure: 'keep' })
    expect(report).toMatchObject({ outcome: 'paused', undone: { kind: 'kept' } })
    expect(EXIT_CODES[report.outcome]).toBe(4)
    expect(await status('told_app')).toBe('paused')
    const { message, hint } = explainOutcome(report)
    expect(message).toBe(`told_app is paused half-way (0/1): task: non-zero exit (9) on ${nodeOf(report)}`)
    expect(hint).toBe('fix the cause and deploy again, or go back: docker service rollback told_app')
    // Both ways lead out.
    expect((await on.docker(['service', 'rollback', '--detach', 'told_app'])).exitCode).toBe(0)
    await until('the old version', async () => (await on.image('told_app')) === 'app:v1')
    expect((await on.deploy('told', good('pause'))).outcome).toBe('converged')
  })
  const nodeOf = ({ failures }: { failures: { node: string }[] }) => failures[0]?.node

  test('a first deploy never rolls back', async () => {
    const text = stackOf(
      {
        good: quick(FOREVER, { configs: ['hello'] }, updating('rollback')),
        bad: dying(9, {}, updating('rollback'))
      },
      { configs: { hello: { file: path.join(folder, 'hello') } } }
    )
    writeFileSync(path.join(folder, 'hello'), 'hello')
    expect((await on.plainly('half', text)).exitCode).toBe(0)
    const failed = async () => (await on.tasks('half_bad')).filter(t => t.Status.State === 'failed').length
    await until('failures', async () => (await failed()) >= 2 && (await on.replicas('half_good')) === '1/1')
    expect(await status('half_bad')).toBeUndefined()
    expect(await on.everything('half')).toEqual(['half_bad', 'half_good', 'half_hello'])

    expect(await on.deploy('none', text, { timeoutMs: 30_000 })).toMatchObject({
      outcome: 'failed',
      undone: { kind: 'removed' }
    })
    expect(await on.everything('none')).toEqual([])
    const kept = await on.deploy('none', text, { timeoutMs: 30_000, onFailure: 'keep' })
    expect(kept).toMatchObject({ outcome: 'failed', undone: { kind: 'kept' } })
    expect(await on.everything('none')).toEqual(expect.arrayContaining(['none_bad', 'none_good']))
  })

  test('a clash of ingress ports leaves the network behind', async () => {
    // Without IPVS the mesh carries nothing; here the port only has to be taken.
    const published = 18_000 + (process.pid % 2000)
    const web = { image: 'app:v1', command: 'sleep 3600', networks: ['own'], ports: [`${published}:80`] }
    const text = stackOf({ web }, { networks: { own: { driver: 'overlay' } } })
    expect((await on.plainly('holder', text)).exitCode).toBe(0)
    expect(await on.plainly('clash', text)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("already in use by service 'holder_web'")
    })
    expect(await on.everything('clash')).toEqual(['clash_own'])

    await expect(on.deploy('clean', text)).rejects.toMatchObject({
      code: 'port-taken',
      message: `deploying clean: port ${published} is already published by the service holder_web`
    })
    expect(await on.everything('clean')).toEqual([])
  })
})
