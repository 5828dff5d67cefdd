import { dirname } from 'node:path'

/** `Docker version 28.2.2, build e6534b4` → 28.2.2. */
export function versionOf(said: string): { text: string; major: number } | undefined {
  const [text, major] = /\b(\d+)\.\d+[\w.+~-]*/.exec(said) ?? []
  return text && major ? { text, major: Number(major) } : undefined
}

/**
 * The folder that holds both `compose` and `buildx`, from `docker info --format '{{json .ClientInfo.Plugins}}'`;
 * `undefined` when one is missing or broken, or they lie apart.
 */
export function pluginsDirOf(pluginsJson: string): string | undefined {
  type Plugin = { Name?: string; Path?: string; Err?: unknown }
  let plugins: Plugin[] | null
  try {
    plugins = JSON.parse(pluginsJson) as Plugin[] | null
  } catch {
    return undefined
  }
  const [compose, buildx] = ['compose', 'buildx'].map(name => {
    const plugin = plugins?.find(each => each.Name === name && !each.Err)
    return plugin?.Path && dirname(plugin.Path)
  })
  return compose && compose === buildx ? compose : undefined
}
