const MIB = 1024 ** 2

/** What a solution may take, and no more. Times are for a machine of usual pace. */
export const BOUNDS = {
  folder: { files: 2000, bytes: 50 * MIB, fileBytes: 10 * MIB, depth: 16 },
  stack: { services: 20, replicas: 12, tasks: 60 },
  /** For each container, where the stack file says nothing or more. */
  task: { memoryBytes: 512 * MIB, usualMemoryBytes: 256 * MIB, pids: 256 },
  /** Of each container’s output an engine keeps this much. */
  log: { size: '1m', files: '2' },
  tmpfsBytes: 64 * MIB,
  build: { timeMs: 600_000, memoryBytes: 1024 * MIB, pids: 1024, outputBytes: 4 * MIB },
  script: { timeMs: 30_000, memoryBytes: 128 * MIB, pids: 128, outputBytes: 256 * 1024 }
} as const
