import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { connectQmp, withQmp } from '../../../src/engine/qmp.ts'

type Request = { execute: string; arguments?: Record<string, unknown>; id: number }

let folder: string
let path: string
let server: Server | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swarmline-qmp-'))
  path = join(folder, 'qmp')
})
afterEach(() => {
  server?.close()
  rmSync(folder, { recursive: true })
})

/** A QEMU that greets, then answers each request by `answer`; `undefined`: not at all. */
function qemu(answer: (request: Request, socket: Socket) => object | undefined): Promise<void> {
  server = createServer(socket => {
    socket.write('{"QMP": {"version": {}}}\r\n')
    socket.on('data', bytes => {
      for (const line of bytes.toString().split('\n').filter(Boolean)) {
        const request = JSON.parse(line) as Request
        const said = request.execute === 'qmp_capabilities' ? { return: {} } : answer(request, socket)
        if (said) socket.write(`{"event": "RESUME"}\r\n${JSON.stringify({ ...said, id: request.id })}\r\n`)
      }
    })
  })
  return new Promise(resolve => server?.listen(path, resolve))
}

test('answers reach the one who asked, events nobody', async () => {
  await qemu(request => ({ return: { asked: request.arguments } }))
  const answers = await withQmp(path, qmp =>
    Promise.all([1, 2, 3].map(n => qmp.execute<{ asked: unknown }>('query', { n })))
  )
  expect(answers.map(a => a.asked)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test("an error is QEMU's own word", async () => {
  await qemu(() => ({ error: { class: 'GenericError', desc: 'no such node' } }))
  const asked = withQmp(path, qmp => qmp.execute('query'))
  await expect(asked).rejects.toMatchObject({ code: 'vm-failed', message: 'QEMU: no such node' })
})

test('a QEMU that ends, never answers or is not there is an error, not a wait', async () => {
  await qemu((request, socket) => (request.execute === 'die' ? void socket.destroy() : undefined))
  const dying = withQmp(path, qmp => qmp.execute('die'))
  await expect(dying).rejects.toMatchObject({ code: 'vm-failed', message: 'the connection to QEMU is lost' })
  const silent = withQmp(path, qmp => qmp.execute('query', {}, 50))
  await expect(silent).rejects.toMatchObject({ message: expect.stringMatching(/lost|timed out/) })
  await expect(connectQmp(join(folder, 'nobody'))).rejects.toMatchObject({ code: 'vm-failed' })
})

test('the human monitor answers in text', async () => {
  await qemu(request => ({ return: `${request.arguments?.['command-line']}?\r\n` }))
  expect(await withQmp(path, qmp => qmp.human('info usernet'))).toBe('info usernet?')
})
