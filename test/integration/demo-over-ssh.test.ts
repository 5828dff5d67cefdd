// The demo on an engine behind ssh, against OpenSSH's own client and server: the host key that was given decides. The
// engine is a small HTTP server that is too old for anything, so the walk ends as soon as it has been asked.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Effects } from '../../src/effects/effects.ts'
import { demo } from '../../src/usecases/demo.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { makeKey, type PrivateSshd, startSshd, whyNoSshd } from '../support/sshd.ts'

const whyNot = whyNoSshd()

describeIf(whyNot === undefined, whyNot ?? '', 'the demo behind ssh', () => {
  const folder = mkdtempSync('/tmp/sl-demo-')
  const at = (name: string): string => path.join(folder, name)
  const home = { stateDir: at('s'), cacheDir: at('c') }
  const asked: string[] = []
  const engine = http.createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end(JSON.stringify({ Version: '1.9.1', ApiVersion: '1.21', Os: 'linux', KernelVersion: '3' }))
  })
  let sshd: PrivateSshd

  beforeAll(async () => {
    for (const image of ['backend', 'redis']) {
      mkdirSync(at(`project/${image}`), { recursive: true })
      writeFileSync(at(`project/${image}/Dockerfile`), 'FROM scratch\n')
    }
    writeFileSync(at('project/docker-compose.yml'), 'services: {}\n')
    writeFileSync(at('project/db_password.txt'), 'x')
    await new Promise<void>(resolve => engine.listen(at('engine.sock'), resolve))
    sshd = await startSshd(folder)
  }, 60_000)
  afterAll(async () => {
    await sshd?.stop()
    engine.closeAllConnections()
    await new Promise(resolve => engine.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const walk = (hostKey: string): Promise<unknown> => {
    const real = realEffects()
    const fx: Effects = {
      ...real,
      exec: (file, args, options) =>
        real.exec(file, args, { ...options, env: { ...options?.env, ...sshd.env } })
    }
    return demo(
      {
        name: 'demo',
        engine: 'host',
        dockerHost: `${sshd.address}${at('engine.sock')}`,
        hostKey,
        requestsPerNode: 1,
        isKept: false,
        reportDir: at('report'),
        projectDir: at('project')
      },
      home,
      fx
    )
  }

  test('goes no further than ssh with another host key, and asks the engine with the right one', async () => {
    await expect(walk(makeKey(at('other')))).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/key/)
    })
    expect(asked).toEqual([])
    await expect(walk(sshd.hostKey)).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/is 1\.9\.1 for linux$/)
    })
    expect(asked).not.toEqual([])
    expect(JSON.parse(readFileSync(at('report/report.json'), 'utf8'))).toMatchObject({ status: 'fail' })
  }, 120_000)
})
