import { join } from 'node:path'
import { debianArchive, TARGET_FORMAT } from './apt-targets.rules.ts'
import type { EngineEffects } from './engine-state.ts'
import type { AptFinding } from './findings.ts'
import { answerOf, said } from './probe-programs.ts'

/** apt's own downloader: it takes apt's proxies and every scheme that a source may have. */
const APT_HELPER = '/usr/lib/apt/apt-helper'

/** What apt can do here; `undefined` on a machine without it. */
export async function probeApt(
  scratchDir: string,
  fx: Pick<EngineEffects, 'exec'>
): Promise<AptFinding | undefined> {
  const [targets, uris, privilege] = await Promise.all([
    answerOf(fx.exec, 'apt-get', ['indextargets', '--format', TARGET_FORMAT]),
    answerOf(fx.exec, 'apt-get', ['update', '--print-uris']),
    privilegeOf(fx)
  ])
  if (targets === 'missing') return undefined
  if (targets === 'silent' || uris === 'silent') return { privilege, archive: 'unknown' }
  if (typeof targets === 'string') return { privilege, archive: 'unreachable' }
  const archive = debianArchive(targets.printed, typeof uris === 'string' ? '' : uris.printed)
  if (archive === undefined) return { privilege, archive: 'not-configured' }
  return { privilege, archive: await stateOf(`${archive}InRelease`, scratchDir, fx) }
}

export async function privilegeOf(fx: Pick<EngineEffects, 'exec'>): Promise<AptFinding['privilege']> {
  if (process.getuid?.() === 0) return 'root'
  return (await said(fx.exec, 'sudo', ['-n', 'true'])) === undefined ? 'none' : 'sudo'
}

async function stateOf(
  uri: string,
  folder: string,
  fx: Pick<EngineEffects, 'exec'>
): Promise<'reachable' | 'unreachable' | 'unknown'> {
  const limits = [
    'Acquire::Retries=0',
    'Acquire::http::Timeout=10',
    'Acquire::https::Timeout=10',
    // apt downloads as a user of its own, who may not write into a folder of ours.
    'APT::Sandbox::User='
  ]
  const args = [...limits.flatMap(limit => ['-o', limit]), 'download-file', uri, join(folder, 'InRelease')]
  const answer = await answerOf(fx.exec, APT_HELPER, args)
  if (answer === 'silent') return 'unknown'
  return typeof answer === 'string' ? 'unreachable' : 'reachable'
}
