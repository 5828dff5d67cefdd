// Traps of `docker stack deploy`, shown on both sides: what does a stack file come to? See docs/traps.md.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type FakeRegistry, startFakeRegistry } from '../support/fake-registry.ts'
import { FOREVER, quick, type StackText, stackOf } from '../support/pipeline.ts'
import { describePipeline } from '../support/pipeline-suite.ts'
import { realEffects } from '../support/real-effects.ts'
import { push } from '../support/registry-client.ts'

describePipeline('the trap that', ({ on, swarm }) => {
  let registry: FakeRegistry
  beforeAll(async () => {
    registry = await startFakeRegistry()
  })
  afterAll(() => registry?.close())

  const tag = (from: string, repo: string, name: string): Promise<void> =>
    swarm.client.json('POST', `/images/${from}/tag`, { query: { repo, tag: name } })
  const app = (more: object) => stackOf({ app: quick(FOREVER, more) })
  /** `<file>:<line>` of a key or value in a stack's file. */
  const placeOf = (stack: string, text: StackText, what: string): string => {
    const [file = ''] = on.request(stack, text).composeFiles
    return `${file}:${
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex(line => line.includes(what)) + 1
    }`
  }

  test('an unreachable registry is no failure: no digest, no warning', async () => {
    // Nobody listens at port 1.
    const image = '127.0.0.1:1/app:v1'
    await tag('app:v1', '127.0.0.1:1/app', 'v1')
    const { exitCode, stdout, stderr } = await on.plainly('nobody', app({ image }), [
      '--resolve-image',
      'always'
    ])
    expect(exitCode).toBe(0)
    expect(stdout + stderr).not.toMatch(/digest|registry|refused|warning/i)
    expect(await on.image('nobody_app')).toBe(image)

    const refuse = { unresolvedImages: 'refuse' as const }
    await expect(on.deploy('pinned', app({ image }), refuse)).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(/^the digest of \S+\/app:v1 \(app\) is not known: .*refused/),
      hint: expect.stringContaining('push the image')
    })
    expect((await on.objects('pinned')).services).toEqual([])
  })

  test('a moved latest rolls or not, by --resolve-image', async () => {
    const repo = `${registry.address}/app`
    const image = `${repo}:latest`
    const move = async (from: string): Promise<string> => {
      await tag(from, repo, 'latest')
      await push(swarm.client.socketPath, repo, 'latest')
      return `${image}@${registry.manifests.get('app:latest')}`
    }
    const plainly = async (how: string) => {
      expect((await on.plainly('moved', app({ image }), ['--resolve-image', how])).exitCode).toBe(0)
      return on.image('moved_app')
    }
    const first = await move('app:v1')
    expect(await plainly('always')).toBe(first)
    const second = await move('app:v2')
    expect([await plainly('never'), await plainly('changed'), await plainly('always')]).toEqual([
      first,
      first,
      second
    ])

    // What the build says is what is deployed, wherever the tag points by now.
    const built = (images: string) => ({ digests: images, unresolvedImages: 'refuse' as const })
    for (const which of [first, second]) {
      expect((await on.deploy('built', app({ image }), built(which))).outcome).toBe('converged')
      expect(await on.image('built_app')).toBe(which)
    }
    const again = await on.deploy('built', app({ image }), built(second))
    expect(again).toMatchObject({ outcome: 'converged', changes: { isUnchanged: true } })
  })

  test('a stack that docker deployed keeps for which nodes its image is, and its tasks', async () => {
    const repo = `${registry.address}/app`
    const image = `${repo}:taken`
    await tag('app:v1', repo, 'taken')
    await push(swarm.client.socketPath, repo, 'taken')
    const platforms = async () => (await on.service('taken_app'))?.Spec.TaskTemplate.Placement?.Platforms
    const plain = await on.plainly('taken', app({ image }), ['--resolve-image', 'always'])
    expect(plain.exitCode).toBe(0)
    const before = await platforms()
    expect(before).toMatchObject([{ OS: 'linux' }])

    const asked = { unresolvedImages: 'refuse' as const }
    const first = await on.deploy('taken', app({ image }), asked)
    expect(first).toMatchObject({ outcome: 'converged', changes: { isUnchanged: true } })
    const other = await on.deploy('taken', app({ image, environment: { A: '1' } }), asked)
    expect(other.changes.services[0]?.fields.map(({ field }) => field)).toEqual(['environment.A'])
    expect(await platforms()).toEqual(before)
  })

  test('an unset variable is an invalid reference format', async () => {
    const text = app({ image: 'app:${TAG}' })
    const plain = await on.plainly('unset', text)
    expect(plain).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('invalid reference format') })
    expect(plain.stdout + plain.stderr).not.toMatch(/TAG|\.yml/)

    await expect(on.deploy('unset', text)).rejects.toMatchObject({
      code: 'input',
      message: `${placeOf('unset', text, 'TAG')}: the variable TAG is not set`,
      hint: expect.stringContaining('TAG')
    })
  })

  test('unsupported keys are ignored', async () => {
    const text = app({ build: '.', restart: 'always' })
    const plain = await on.plainly('ignored', text)
    expect(plain).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('Ignoring unsupported options: build, restart')
    })
    expect(plain.stderr).not.toContain('.yml')

    const said = (key: string) => `${placeOf('told', text, `"${key}"`)}: service app: ${key} is ignored`
    await expect(on.deploy('told', text, { isStrict: true })).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining(said('build'))
    })
    expect(await on.everything('told')).toEqual([])
    const fx = realEffects()
    expect((await on.deploy('told', text, {}, fx)).outcome).toBe('converged')
    for (const key of ['build', 'restart'])
      expect(fx.lines).toContainEqual(expect.stringContaining(said(key)))
  })
})
