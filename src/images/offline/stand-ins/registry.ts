import { type StandInDefinition, script } from './definition.ts'

const CONFIG = '/etc/docker/registry/config.yml'

/** `registry:*`: Debian's docker-registry, which reads its configuration where the official image does. */
export const registry: StandInDefinition = {
  name: 'registry',
  repositories: ['docker.io/library/registry'],
  packages: ['docker-registry', 'busybox-static', 'ca-certificates'],
  principal: 'docker-registry',
  links: { '/usr/bin/registry': 'docker-registry' },
  folders: { '/var/lib/registry': {} },
  drops: ['/etc/init.d', '/etc/default'],
  files: {
    [CONFIG]: {
      text: [
        'version: 0.1',
        'log: {level: info}',
        'storage:',
        '  filesystem: {rootdirectory: /var/lib/registry}',
        '  maintenance: {uploadpurging: {enabled: false}, readonly: {enabled: false}}',
        'http: {addr: ":5000"}\n'
      ].join('\n')
    },
    '/entrypoint.sh': script(`
set -e
case \${1:-} in *.yaml | *.yml) set -- registry serve "$@" ;; serve | garbage-collect | help | -*) set -- registry "$@" ;; esac
exec "$@"
`)
  },
  config: {
    Entrypoint: ['/entrypoint.sh'],
    Cmd: [CONFIG],
    Volumes: { '/var/lib/registry': {} },
    ExposedPorts: { '5000/tcp': {} }
  }
}
