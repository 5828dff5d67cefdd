// A browser without a window, driven over a pipe (Chrome DevTools Protocol): nothing listens anywhere.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(file => existsSync(file))

/** Why no page can be opened here; `undefined` when one can. */
export const whyNoBrowser = PROGRAM ? undefined : 'no browser: apt-get install chromium'

export type View = { width: number; scheme: 'light' | 'dark' }
export type Browser = {
  /** Opens a page, evaluates an expression in it, and gives its value and what the browser complained of. */
  look<T>(url: string, view: View, expression: string): Promise<{ value: T; complaints: string[] }>
  close(): Promise<void>
}

type Message = {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: unknown
  error?: unknown
}

export async function openBrowser(): Promise<Browser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'swarmline-browser-'))
  const child = spawn(
    PROGRAM ?? '',
    [
      ...[
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--remote-debugging-pipe'
      ],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      `--user-data-dir=${folder}`
    ],
    // It leaves a socket's folder wherever its temporary files go.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: folder } }
  )
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()))
  const [, , , commands, answers] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>()
  const listeners = new Set<(message: Message) => void>()
  let text = ''
  let lastId = 0
  commands.on('error', () => undefined)
  answers.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (text + chunk).split('\0')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const message = JSON.parse(part) as Message
      for (const listen of listeners) listen(message)
      const call = message.id === undefined ? undefined : waiting.get(message.id)
      if (message.error) call?.reject(new Error(JSON.stringify(message.error)))
      else call?.resolve(message.result as never)
    }
  })
  const send = <T>(method: string, params: object, sessionId?: string) =>
    new Promise<T>((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  const heard = (method: string) =>
    new Promise<void>(resolve => {
      const listen = (message: Message) => {
        if (message.method !== method) return
        listeners.delete(listen)
        resolve()
      }
      listeners.add(listen)
    })

  return {
    async look(url, { width, scheme }, expression) {
      const complaints: string[] = []
      const listen = ({ method, params }: Message) => {
        if (method === 'Log.entryAdded') complaints.push(JSON.stringify(params?.entry))
      }
      listeners.add(listen)
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true
      })
      const features = [{ name: 'prefers-color-scheme', value: scheme }]
      const size = { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 }
      await send('Log.enable', {}, sessionId)
      await send('Page.enable', {}, sessionId)
      await send('Emulation.setDeviceMetricsOverride', size, sessionId)
      await send('Emulation.setEmulatedMedia', { features }, sessionId)
      const loaded = heard('Page.loadEventFired')
      await send('Page.navigate', { url }, sessionId)
      await loaded
      const { result } = await send<{ result: { value: never } }>(
        'Runtime.evaluate',
        { expression, returnByValue: true },
        sessionId
      )
      await send('Target.closeTarget', { targetId })
      listeners.delete(listen)
      return { value: result.value, complaints }
    },
    async close() {
      child.kill()
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
