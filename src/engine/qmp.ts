import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { SwarmlineError } from '../errors.ts'

/** A connection to QEMU's monitor. QEMU serves one at a time: open it, ask, close it. */
export type Qmp = {
  /** @throws `vm-failed` with QEMU's own words, `timed-out`, or when the connection is lost */
  execute<T = unknown>(command: string, args?: Record<string, unknown>, timeoutMs?: number): Promise<T>
  /** A command of the human monitor; the answer is text, and errors are text too. */
  human(line: string): Promise<string>
  close(): void
}

type Answer = { id?: number; return?: unknown; error?: { class: string; desc: string } }
type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/** It answers between two turns of a guest, which take their time on a busy machine. */
const TIMEOUT_MS = 60_000
const TURN_MS = 20
const TURN_DEADLINE_MS = 30_000

export async function connectQmp(path: string): Promise<Qmp> {
  const socket = connect(path)
  const waiting = new Map<number, Waiting>()
  let lost: SwarmlineError | undefined
  let greet: Waiting | undefined
  const greeting = new Promise<unknown>((resolve, reject) => {
    greet = { resolve, reject }
  })
  const fail = (cause?: unknown): void => {
    lost ??= new SwarmlineError('vm-failed', 'the connection to QEMU is lost', { cause })
    for (const w of [...waiting.values(), greet]) w?.reject(lost)
    waiting.clear()
  }
  socket.on('error', fail)
  socket.on('close', () => fail())
  const lines = createInterface({ input: socket })
  // It hands on the socket's error as its own, which nobody else would hear.
  lines.on('error', fail)
  lines.on('line', line => {
    const answer = JSON.parse(line) as Answer & { QMP?: unknown }
    if (answer.QMP) greet?.resolve(undefined)
    const asker = answer.id === undefined ? undefined : waiting.get(answer.id)
    if (answer.id === undefined || !asker) return
    waiting.delete(answer.id)
    if (answer.error) asker.reject(new SwarmlineError('vm-failed', `QEMU: ${answer.error.desc}`))
    else asker.resolve(answer.return)
  })

  let lastId = 0
  const execute = <T>(
    command: string,
    args?: Record<string, unknown>,
    timeoutMs = TIMEOUT_MS
  ): Promise<T> => {
    const id = ++lastId
    const answer = new Promise<unknown>((resolve, reject) => {
      if (lost) return reject(lost)
      waiting.set(id, { resolve, reject })
      socket.write(`${JSON.stringify({ execute: command, arguments: args, id })}\n`)
    })
    return within(answer, timeoutMs, `QEMU's answer to ${command}`, socket) as Promise<T>
  }
  await within(greeting, TIMEOUT_MS, "QEMU's greeting", socket)
  await execute('qmp_capabilities')
  return {
    execute,
    human: async line => (await execute<string>('human-monitor-command', { 'command-line': line })).trim(),
    close: () => {
      greet = undefined
      socket.destroy()
    }
  }
}

/**
 * Opens a connection, asks, and closes it whatever happens. QEMU serves one connection and lets one wait; whoever
 * comes third is turned away by the kernel (EAGAIN) and tries again.
 */
export async function withQmp<T>(path: string, ask: (qmp: Qmp) => Promise<T>): Promise<T> {
  const qmp = await connectInTurn(path, Date.now() + TURN_DEADLINE_MS)
  try {
    return await ask(qmp)
  } finally {
    qmp.close()
  }
}

async function connectInTurn(path: string, deadline: number): Promise<Qmp> {
  for (;;) {
    try {
      return await connectQmp(path)
    } catch (error) {
      const isBusy = ((error as SwarmlineError).cause as { code?: unknown } | undefined)?.code === 'EAGAIN'
      if (!isBusy || Date.now() >= deadline) throw error
      await delay(TURN_MS)
    }
  }
}

async function within<T>(answer: Promise<T>, ms: number, what: string, socket: Socket): Promise<T> {
  const timer = setTimeout(
    () => socket.destroy(new SwarmlineError('timed-out', `${what}: timed out after ${ms / 1000} s`)),
    ms
  )
  try {
    return await answer
  } finally {
    clearTimeout(timer)
  }
}
