import { APK } from './apk.ts'
import { type StandInDefinition, script } from './definition.ts'

const CONF = '/usr/local/etc/php/conf.d'
/**
 * Compiled into the official image; shared objects in Debian's, in an order in which they load. igbinary is not
 * in it, but Debian's redis extension does not load without.
 */
const BUILT_IN = 'ctype fileinfo ftp iconv igbinary mbstring pdo phar posix readline tokenizer'.split(' ')

/** `php:*-cli*`: Debian has one PHP a suite, so every tag is that version. */
export const php: StandInDefinition = {
  name: 'php',
  repositories: ['docker.io/library/php'],
  packages: ['php-cli', 'php-mbstring', 'php-redis', 'busybox-static', 'ca-certificates', 'curl'],
  principal: 'php[0-9.]+-cli',
  links: {
    '/usr/local/bin/php': '/usr/bin/php[0-9]*',
    '/usr/local/bin/docker-php-ext-enable': 'docker-php-ext-install'
  },
  folders: { '/var/www/html': { uid: 33, gid: 33 }, '/usr/src/php': {} },
  files: {
    [`${CONF}/00-built-in.ini`]: { text: BUILT_IN.map(name => `extension=${name}.so\n`).join('') },
    '/sbin/apk': APK,
    '/usr/local/bin/docker-php-entrypoint': script(`
set -e
case \${1:-} in -*) set -- php "$@" ;; esac
exec "$@"
`),
    '/usr/local/bin/docker-php-ext-configure': script('exit 0\n'),
    // Also docker-php-ext-enable: there is nothing to compile, so both only switch an extension on.
    '/usr/local/bin/docker-php-ext-install': script(`
set -eu
folder=$(php -n -r 'echo ini_get("extension_dir");')
for word; do
  case $word in -j | -j* | --ini-name | [0-9]*) continue ;; -*) continue ;; esac
  name=\${word%.so}
  php -m | grep -qix "$name" && continue
  [ -e "$folder/$name.so" ] || { echo "\${0##*/} (offline stand-in): no extension '$name' in this image" >&2; exit 1; }
  kind=extension
  case $name in opcache | xdebug) kind=zend_extension ;; esac
  echo "$kind=$name.so" > ${CONF}/docker-php-ext-$name.ini
done
`),
    '/usr/local/bin/pecl': script(`
set -eu
[ "\${1:-}" = install ] || exit 0
shift
folder=$(php -n -r 'echo ini_get("extension_dir");')
for word; do
  case $word in -*) continue ;; esac
  name=\${word%%-[0-9]*}
  [ -e "$folder/$name.so" ] || { echo "pecl (offline stand-in): no extension '$name' in this image" >&2; exit 1; }
  echo "pecl (offline stand-in): $name is already there"
done
`)
  },
  drops: ['/usr/lib/php/*/sapi', '/usr/lib/php/php-helper', '/usr/lib/php/php-maintscript-helper'],
  config: {
    Env: [`PHP_INI_SCAN_DIR=${CONF}`, 'PHP_INI_DIR=/usr/local/etc/php', 'PHPIZE_DEPS=autoconf'],
    Entrypoint: ['docker-php-entrypoint'],
    Cmd: ['php', '-a'],
    WorkingDir: '/'
  }
}
