import { readFileSync } from 'node:fs'
import { chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeOwn, requireOwn } from '../effects/own-place.ts'
import { SwarmlineError } from '../errors.ts'
import { parseCluster } from './cluster-file.rules.ts'
import type { Cluster } from './cluster-record.ts'

const FILE = 'cluster.json'

/** `stateDir/NAME`: everything that belongs to one cluster on this machine. */
export const clusterDir = (stateDir: string, name: string): string => path.join(stateDir, name)

/** Whether `name` can be a cluster's: it becomes a folder, container names and a label. */
export const isClusterName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/i.test(name)

/** Whole or not at all: a reader never sees half a file. Mode 0600 in a folder of mode 0700. */
export async function saveCluster(stateDir: string, cluster: Cluster): Promise<void> {
  const folder = folderOf(stateDir, cluster.name)
  makeOwn(stateDir)
  makeOwn(folder)
  await chmod(folder, 0o700)
  const draft = path.join(folder, `.${FILE}.${process.pid}`)
  try {
    await writeFile(draft, `${JSON.stringify(cluster, null, 2)}\n`, { mode: 0o600 })
    await rename(draft, path.join(folder, FILE))
  } finally {
    await rm(draft, { force: true })
  }
}

/** @throws `not-found` when there is no such cluster; `input` when its file is damaged. */
export async function readCluster(stateDir: string, name: string): Promise<Cluster> {
  const cluster = await readClusterIfAny(stateDir, name)
  if (cluster) return cluster
  throw new SwarmlineError('not-found', `there is no cluster "${name}" here`, {
    hint: 'create one with: swarmline up; list what exists with: swarmline ls; or name a manager of an existing swarm: --docker-host, --context or DOCKER_HOST'
  })
}

/** `undefined`: there is no such cluster. @throws `input` when its file is damaged. */
export async function readClusterIfAny(stateDir: string, name: string): Promise<Cluster | undefined> {
  const folder = folderOf(stateDir, name)
  const file = path.join(folder, FILE)
  // It says where a deploy goes.
  for (const each of [stateDir, folder, file]) requireOwn(each)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const cluster = parseCluster(text, file)
  if (cluster.name !== name)
    throw new SwarmlineError('input', `${file} belongs to another cluster: ${cluster.name}`)
  return cluster
}

/**
 * The engine that was named when `up` made a cluster, or in which it made it: as in DOCKER_HOST. Read for a command line,
 * before anything else is: a file that is damaged, or not ours, is for `readCluster` to refuse.
 */
export function engineNamedByUp(stateDir: string, name: string): string | undefined {
  try {
    const { namedEngine, engine } = JSON.parse(
      readFileSync(path.join(folderOf(stateDir, name), FILE), 'utf8')
    )
    return namedEngine ?? engine?.dockerHost
  } catch {
    return undefined
  }
}

/** The clusters that `up` left here, by name; `damaged` are those whose file cannot be read, with the reason. */
export async function listClusters(
  stateDir: string
): Promise<{ clusters: Cluster[]; damaged: { name: string; reason: string }[] }> {
  const entries = await readdir(stateDir, { withFileTypes: true }).catch(() => [])
  const clusters: Cluster[] = []
  const damaged: { name: string; reason: string }[] = []
  for (const entry of entries.filter(e => e.isDirectory() && isClusterName(e.name))) {
    try {
      // A folder without the file is an `up` that has not come so far, not a damaged cluster.
      const cluster = await readClusterIfAny(stateDir, entry.name)
      if (cluster) clusters.push(cluster)
    } catch (error) {
      damaged.push({ name: entry.name, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { clusters: clusters.sort((a, b) => a.name.localeCompare(b.name)), damaged }
}

function folderOf(stateDir: string, name: string): string {
  if (!isClusterName(name))
    throw new SwarmlineError('input', `"${name}" cannot be a cluster's name`, {
      hint: 'use at most 20 letters, digits and dashes'
    })
  return clusterDir(stateDir, name)
}
