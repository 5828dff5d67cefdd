// Bytes that were packed, sealed or framed to do harm, see test/support/hostile/run.ts.
import { gzipSync } from 'node:zlib'
import { test } from '@jest/globals'
import { demultiplex } from '../../src/docker/container-logs.ts'
import { readProgress } from '../../src/docker/progress.ts'
import { unpackSpecs } from '../../src/stack/kept/record/pack.ts'
import { unseal } from '../../src/stack/kept/record/seal.ts'
import { createDemultiplexer } from '../../src/verify/looking/demultiplex.rules.ts'
import { hostileText } from '../support/hostile/make.ts'
import { hostilePlace } from '../support/hostile/place.ts'
import { type Random, randomOf } from '../support/hostile/random.ts'
import { EACH, harmless, SEED } from '../support/hostile/run.ts'
import { watch } from '../support/hostile/watch.ts'

/** Bytes with some of them exchanged, taken out or doubled. */
function hostileBytes(bytes: Buffer, random: Random): Buffer {
  const made = Buffer.from(bytes)
  for (let edits = random.below(6); edits > 0 && made.length > 0; edits--)
    made[random.below(made.length)] = random.below(256)
  const cut = random.below(made.length + 1)
  return random.chance(0.3)
    ? made.subarray(0, cut)
    : random.chance(0.2)
      ? Buffer.concat([made, made.subarray(cut)])
      : made
}

test('packed records, sealed parts and streams of frames', async () => {
  const random = randomOf(SEED + 4)
  const specs = gzipSync(JSON.stringify({ schema: 1, services: [{ Name: 'a' }] }))
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
  const frame = (text: string) =>
    Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)])
  const frames = Buffer.concat([frame('hello\n'), frame(''), frame('world\n')])
  const place = hostilePlace()
  const seen = watch()
  for (let i = 0; i < EACH; i++) {
    const packed = random.chance(0.005) ? bomb : hostileBytes(specs, random)
    const base64 = packed.toString('base64')
    const sealed = { data: base64, key: base64.slice(0, random.below(60)) }
    const bytes = hostileBytes(frames, random)
    const progress = hostileText(['{"status":"a"}\n{"error":"b"}\n'], random)
    await seen.see(bytes.toString('hex'), {
      unpackSpecs: () => unpackSpecs([base64]),
      unseal: () => unseal(sealed, 'x'),
      demultiplex: () => demultiplex(bytes),
      frames: () => {
        const demultiplexer = createDemultiplexer()
        for (let at = 0; at < bytes.length; at += 5) demultiplexer.push(bytes.subarray(at, at + 5))
      },
      readProgress: () =>
        readProgress(
          'x',
          (async function* () {
            yield progress
          })()
        )
    })
  }
  place.leave([])
  harmless(seen)
})
