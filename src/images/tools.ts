import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Effects } from '../effects/effects.ts'
import { classify, SwarmlineError } from '../errors.ts'
import { openPackages } from './offline/packages.ts'
import { pluginsDirOf, versionOf } from './tools.rules.ts'

/** A docker client that can build and deploy. */
export type DockerTools = {
  /** The program: a path, or a name to be found on the PATH. */
  docker: string
  /** Where its `compose` and `buildx` are: for `cliPluginsExtraDirs` in the client's configuration. */
  pluginsDir: string
  version: string
  /** Unpacked here from Debian packages; else the machine's own. */
  isFromPackages: boolean
  /** For every run of it. */
  env: Record<string, string>
}
export type ToolEffects = Pick<Effects, 'exec' | 'clock' | 'log'>

const PACKAGES = ['docker-cli', 'docker-buildx', 'docker-compose']
const OLDEST_MAJOR = 26
const ENV = { DOCKER_CLI_HINTS: 'false', BUILDX_GIT_INFO: '0' }

/**
 * The machine's docker client if it is new enough and has its plugins, else Debian's, kept in `cacheDir`.
 *
 * @throws `packages-refused`, `missing-tool`, `disk-full`
 */
export async function dockerTools(
  place: { cacheDir: string; suite: string },
  fx: ToolEffects
): Promise<DockerTools> {
  return (await ownClient(fx)) ?? (await fromPackages(place, fx))
}

async function ownClient(fx: ToolEffects): Promise<DockerTools | undefined> {
  const said = await fx.exec('docker', ['--version'], { isChecked: false }).catch(() => undefined)
  const version = said && versionOf(said.stdout)
  if (!version || version.major < OLDEST_MAJOR) return undefined
  const info = await fx.exec('docker', ['info', '--format', '{{json .ClientInfo.Plugins}}'], {
    isChecked: false,
    // Plugins may lie in its folder.
    inherit: ['DOCKER_CONFIG']
  })
  const pluginsDir = pluginsDirOf(info.stdout)
  if (!pluginsDir) return undefined
  return { docker: 'docker', pluginsDir, version: version.text, isFromPackages: false, env: ENV }
}

async function fromPackages(
  place: { cacheDir: string; suite: string },
  fx: ToolEffects
): Promise<DockerTools> {
  // Before trixie Debian had neither plugin.
  const suite = place.suite === 'bookworm' ? 'trixie' : place.suite
  const folder = join(place.cacheDir, 'tools', suite)
  const docker = join(folder, 'usr/bin/docker')
  if (!existsSync(docker))
    await fx.log.step(`Get docker's command line from Debian ${suite}`, update =>
      unpackTools(folder, { ...place, suite }, fx, update).catch(error => {
        throw classify(error)
      })
    )
  const { stdout } = await fx.exec(docker, ['--version'])
  const pluginsDir = join(folder, 'usr/libexec/docker/cli-plugins')
  return { docker, pluginsDir, version: versionOf(stdout)?.text ?? '', isFromPackages: true, env: ENV }
}

/** They are Go programs that run with any glibc of the last years: what they depend on stays where it is. */
async function unpackTools(
  folder: string,
  place: { cacheDir: string; suite: string },
  fx: ToolEffects,
  update: (detail: string) => void
): Promise<void> {
  const packages = await openPackages(place, fx)
  await mkdir(dirname(folder), { recursive: true })
  const scratch = await mkdtemp(join(dirname(folder), '.new-'))
  try {
    const debs = await packages.obtain(PACKAGES, update)
    for (const { name, path } of debs)
      if (PACKAGES.includes(name)) await fx.exec('dpkg-deb', ['-x', path, scratch])
    if (!existsSync(join(scratch, 'usr/bin/docker')))
      throw new SwarmlineError('packages-refused', `Debian ${place.suite} has no docker command line`)
    // Another process may have been first: its tools are as good.
    await rename(scratch, folder).catch(() => undefined)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
