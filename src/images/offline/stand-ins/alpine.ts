import { APK } from './apk.ts'
import type { StandInDefinition } from './definition.ts'

/** `alpine:*` and `busybox:*`: busybox, and what a person looks into a swarm with. */
export const alpine: StandInDefinition = {
  name: 'alpine',
  repositories: ['docker.io/library/alpine', 'docker.io/library/busybox'],
  packages: ['busybox-static', 'ca-certificates', 'curl', 'ldnsutils', 'netbase'],
  principal: 'busybox-static',
  files: {
    '/sbin/apk': APK,
    '/etc/os-release': { text: 'ID=debian\nPRETTY_NAME="Debian busybox standing in for Alpine Linux"\n' }
  },
  config: { Cmd: ['/bin/sh'] }
}
