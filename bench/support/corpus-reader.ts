// Reads stack files in a thread of its own: whatever a file does to it, the bench goes on.
import { parentPort } from 'node:worker_threads'
import { type CorpusFile, readCorpusFile } from '../../test/support/corpus/read-file.ts'

parentPort?.on('message', (file: CorpusFile) => {
  void readCorpusFile(file).then(reading => parentPort?.postMessage(reading))
})
