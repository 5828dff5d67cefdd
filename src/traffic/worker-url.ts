/**
 * Where a worker's code is. In a bundle there is no such file: tools/build.mjs puts the code itself into this
 * module's place, as a data: URL.
 */
export const workerUrl = new URL('./worker.ts', import.meta.url)
