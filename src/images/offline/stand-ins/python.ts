import { APK } from './apk.ts'
import { APT_GET } from './apt-get.ts'
import type { StandInDefinition } from './definition.ts'

/** `python:*`: Debian has one Python a suite, so every tag is that version. There is no pip, which needs a network. */
export const python: StandInDefinition = {
  name: 'python',
  repositories: ['docker.io/library/python'],
  packages: ['python3', 'busybox-static', 'ca-certificates'],
  principal: 'python3',
  links: { '/usr/local/bin/python3': '/usr/bin/python3', '/usr/local/bin/python': '/usr/bin/python3' },
  files: { '/sbin/apk': APK, '/usr/bin/apt-get': APT_GET },
  config: { Env: ['LANG=C.UTF-8'], Cmd: ['python3'] }
}
