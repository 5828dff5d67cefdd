/** Where a registry's configuration lies in its container. */
export const REGISTRY_CONFIG = '/etc/swarmline/registry.yml'
export const REGISTRY_LOGINS = '/etc/swarmline/htpasswd'
export const REGISTRY_STORE = '/var/lib/registry'

/**
 * Configuration of one door of the registry (distribution 2.x and 3.x).
 * `push` asks for a login for everything; `mirror` gives to anyone and takes nothing.
 * @param httpSecret random; signs the state of uploads. Not a login.
 */
export function registryConfig(door: 'push' | 'mirror', port: number, httpSecret: string): string {
  const auth = {
    auth: { htpasswd: { realm: 'swarmline', path: REGISTRY_LOGINS } }
  }
  // JSON is YAML.
  return JSON.stringify({
    version: 0.1,
    // At `info` it says when it listens, which is how we know.
    log: { level: 'info', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: REGISTRY_STORE },
      maintenance: {
        readonly: { enabled: door === 'mirror' },
        // The store lives as long as the cluster; no cleaning behind the back of an upload.
        uploadpurging: { enabled: false }
      },
      ...(door === 'push' ? { delete: { enabled: true } } : {})
    },
    http: { addr: `:${port}`, secret: httpSecret },
    ...(door === 'push' ? auth : {})
  })
}
