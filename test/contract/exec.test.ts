// The real `Exec`, on real programs.
import { expect, test } from '@jest/globals'
import { forCleanup } from '../../src/effects/cleanup.ts'
import { createExec } from '../../src/effects/exec.ts'

const exec = createExec(new AbortController().signal)

test('gives standard output, standard error and the exit status', async () => {
  const result = await exec('sh', ['-c', 'echo out; echo err >&2; exit 3'], { isChecked: false })
  expect(result).toEqual({ exitCode: 3, stdout: 'out', stderr: 'err' })
})

test('an exit status that nobody expects is an error with the last words', async () => {
  await expect(exec('sh', ['-c', 'echo bad >&2; exit 3'])).rejects.toMatchObject({
    code: 'internal',
    message: 'sh failed (3): bad'
  })
})

test('a program that is not there is `missing-tool`', async () => {
  await expect(exec('no-such-program', [])).rejects.toMatchObject({ code: 'missing-tool' })
})

test('arguments are passed as they are: nothing is expanded', async () => {
  expect((await exec('printf', ['%s|', '$HOME', '; id', '"'])).stdout).toBe('$HOME|; id|"|')
})

test('input goes to standard input, and without it standard input is empty', async () => {
  expect((await exec('cat', [], { input: 'secret' })).stdout).toBe('secret')
  expect((await exec('cat', [])).stdout).toBe('')
})

test('lines of both streams are told as they come', async () => {
  const lines: string[] = []
  await exec('sh', ['-c', 'echo a; echo b >&2'], { onLine: line => lines.push(line) })
  expect(lines.sort()).toEqual(['a', 'b'])
})

test('a deadline and a cancellation end the program', async () => {
  await expect(exec('sleep', ['30'], { timeoutMs: 50 })).rejects.toMatchObject({ code: 'timed-out' })
  const stop = new AbortController()
  const running = exec('sleep', ['30'], { signal: stop.signal })
  stop.abort()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
})

test('with a group of its own a cancelled program takes its children along, which hold our pipes', async () => {
  const stop = new AbortController()
  // The child outlives its parent, does not hear SIGTERM, and never ends by itself.
  const script = "(trap '' TERM; echo child; while :; do sleep 1; done) & wait"
  const running = exec('sh', ['-c', script], {
    signal: stop.signal,
    isGroup: true,
    onLine: () => stop.abort()
  })
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
}, 20_000)

test('after a cancellation only the effects for cleaning up run anything', async () => {
  const stop = new AbortController()
  const fx = { exec: createExec(stop.signal), signal: stop.signal }
  stop.abort()
  await expect(fx.exec('true', [])).rejects.toMatchObject({ code: 'cancelled' })
  const cleaning = forCleanup(fx)
  expect(cleaning.signal.aborted).toBe(false)
  expect(await cleaning.exec('true', [])).toMatchObject({ exitCode: 0 })
})

test('an inherited environment holds the names that are listed and no others', async () => {
  process.env.SWARMLINE_TEST_HIDDEN = 'x'
  try {
    const said = (await exec('env', [], { inherit: ['PATH'], env: { SHOWN: 'y' } })).stdout
    expect(said).toContain('SHOWN=y')
    expect(said).not.toContain('SWARMLINE_TEST_HIDDEN')
  } finally {
    delete process.env.SWARMLINE_TEST_HIDDEN
  }
})
