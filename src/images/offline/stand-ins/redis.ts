import { APK } from './apk.ts'
import { type StandInDefinition, script } from './definition.ts'

const REDIS = { uid: 999, gid: 1000 }

/** `redis:*`: the user, the folder and the entrypoint of the official image around Debian's server. */
export const redis: StandInDefinition = {
  name: 'redis',
  repositories: ['docker.io/library/redis'],
  packages: ['redis-server', 'redis-tools', 'busybox-static'],
  principal: 'redis-server',
  users: [{ name: 'redis', home: '/data', ...REDIS }],
  folders: { '/data': { ...REDIS } },
  files: {
    '/sbin/apk': APK,
    // The official server is built with protected mode off, so that other containers may connect at all.
    '/usr/local/bin/docker-entrypoint.sh': script(`
set -e
case \${1:-} in -* | *.conf) set -- redis-server "$@" ;; esac
[ "\${1:-}" = redis-server ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
  find . ! -user redis -exec chown redis '{}' +
  exec su -s /bin/sh -c 'exec "$0" "$@"' -- redis "$0" "$@"
fi
[ "$(umask)" != 0022 ] || umask 0077
case " $* " in *' --protected-mode '*) ;; *) set -- "$@" --protected-mode no ;; esac
exec "$@"
`)
  },
  config: {
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['redis-server'],
    WorkingDir: '/data',
    Volumes: { '/data': {} },
    ExposedPorts: { '6379/tcp': {} }
  }
}
