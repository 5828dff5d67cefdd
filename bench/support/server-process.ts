import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** Starts hello-server.ts in a process of its own, runs, and ends it. */
export async function withServer<T>(
  args: (string | number)[],
  run: (port: number) => Promise<T>
): Promise<T> {
  const file = path.join(import.meta.dirname, 'hello-server.ts')
  const child: ChildProcess = spawn(process.execPath, [file, ...args.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  try {
    if (!child.stdout) throw new Error('the server has no output')
    const [line] = await once(child.stdout, 'data')
    return await run(Number(String(line)))
  } finally {
    const closed = once(child, 'close')
    child.stdin?.end()
    await closed
  }
}
