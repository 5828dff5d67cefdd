import type { StandInDefinition } from './definition.ts'

const NOBODY = { uid: 65534, gid: 65534 }

/** `prom/prometheus:*`: Debian's Prometheus at the official paths. */
export const prometheus: StandInDefinition = {
  name: 'prometheus',
  repositories: ['docker.io/prom/prometheus'],
  packages: ['prometheus', 'busybox-static', 'ca-certificates'],
  principal: 'prometheus',
  folders: { '/prometheus': { ...NOBODY }, '/etc/prometheus': {} },
  drops: [
    '/usr/share/nodejs',
    '/usr/bin/tsdb',
    '/usr/bin/promtool',
    '/etc/init.d',
    '/etc/default',
    '/etc/cron.daily'
  ],
  config: {
    User: 'nobody',
    Entrypoint: ['/bin/prometheus'],
    Cmd: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
    WorkingDir: '/prometheus',
    Volumes: { '/prometheus': {} },
    ExposedPorts: { '9090/tcp': {} }
  }
}
