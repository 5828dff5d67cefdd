import { APK } from './apk.ts'
import type { StandInDefinition } from './definition.ts'

/** `node:*`: Debian has one Node.js a suite, so every tag is that version. There is no npm, which needs a network. */
export const javascript: StandInDefinition = {
  name: 'javascript',
  repositories: ['docker.io/library/node'],
  packages: ['nodejs', 'busybox-static', 'ca-certificates'],
  principal: 'nodejs',
  links: { '/usr/local/bin/node': '/usr/bin/node' },
  files: { '/sbin/apk': APK },
  config: { Cmd: ['node'] }
}
