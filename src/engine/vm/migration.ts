import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import type { Qmp } from '../qmp.ts'

/** For a QEMU that hangs: how long it takes is the disk's and the processor's matter. */
const DEADLINE_MS = 600_000
/** Node's usual 16 KB make the way back three times as long. */
const CHUNK_BYTES = 1 << 20

/**
 * QEMU moves a VM only to another QEMU or to a shell command; here the other end of the socket is us, and the
 * other QEMU a file.
 *
 * @param socketPath a free path for the socket between QEMU and us
 */
export async function moveToFile(
  qmp: Qmp,
  socketPath: string,
  file: string,
  fx: EngineEffects
): Promise<void> {
  await rm(socketPath, { force: true })
  const server = createServer()
  try {
    const incoming = new Promise<Socket>((resolve, reject) => {
      server.once('connection', resolve)
      server.once('error', reject)
    })
    await new Promise<void>(resolve => server.listen(socketPath, resolve))
    await qmp.execute('migrate-set-parameters', { 'max-bandwidth': 64 * 1024 ** 3 })
    await qmp.execute('migrate', { uri: `unix:${socketPath}` })
    const compress = createZstdCompress({
      chunkSize: CHUNK_BYTES,
      params: { [constants.ZSTD_c_compressionLevel]: 1 }
    })
    const written = incoming.then(socket =>
      pipeline(socket, compress, createWriteStream(file, { mode: 0o600 }))
    )
    await Promise.all([written, untilMoved(qmp, fx)])
  } finally {
    server.close()
    await rm(socketPath, { force: true })
  }
}

/** The way back: a QEMU that waits (`-incoming defer`) gets the VM out of the file. It comes up as it was saved. */
export async function moveFromFile(
  qmp: Qmp,
  socketPath: string,
  file: string,
  fx: EngineEffects
): Promise<void> {
  await rm(socketPath, { force: true })
  try {
    await qmp.execute('migrate-incoming', { uri: `unix:${socketPath}` })
    const read = pipeline(
      createReadStream(file, { highWaterMark: CHUNK_BYTES }),
      createZstdDecompress({ chunkSize: CHUNK_BYTES }),
      connect(socketPath)
    )
    await Promise.all([read, untilMoved(qmp, fx)])
  } finally {
    await rm(socketPath, { force: true })
  }
}

async function untilMoved(qmp: Qmp, fx: EngineEffects): Promise<void> {
  await waitFor(
    'the VM is moved',
    async see => {
      const now = await qmp.execute<{ status?: string; 'error-desc'?: string }>('query-migrate')
      if (now.status === 'failed' || now.status === 'cancelled')
        throw new SwarmlineError('vm-failed', `QEMU did not move the VM: ${now['error-desc'] ?? now.status}`)
      see(now.status ?? 'no reason given')
      return now.status === 'completed' ? true : undefined
    },
    { clock: fx.clock, deadlineMs: DEADLINE_MS, everyMs: 50, signal: fx.signal }
  )
}
