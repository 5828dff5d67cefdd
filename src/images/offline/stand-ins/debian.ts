import { APT_GET } from './apt-get.ts'
import type { StandInDefinition } from './definition.ts'

const CONF = '/usr/local/etc/php/conf.d'

/** `debian:*` with what a web server in PHP is often made of there, since nothing can be installed later. */
export const debian: StandInDefinition = {
  name: 'debian',
  repositories: ['docker.io/library/debian'],
  packages: ['nginx', 'php-fpm', 'php-redis', 'curl', 'busybox-static', 'ca-certificates', 'netbase'],
  principal: 'nginx',
  files: {
    '/usr/bin/apt-get': APT_GET,
    // What the packages' own scripts would have switched on.
    [`${CONF}/20-redis.ini`]: { text: 'extension=igbinary.so\nextension=redis.so\n' }
  },
  drops: ['/usr/lib/php/php-helper', '/usr/lib/php/php-maintscript-helper', '/etc/init.d', '/etc/default'],
  config: { Env: [`PHP_INI_SCAN_DIR=${CONF}`], Cmd: ['sh'] }
}
