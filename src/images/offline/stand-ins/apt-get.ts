import { script, type TextFile } from './definition.ts'

/**
 * Debian's package manager where there is no network: it succeeds only if every package asked for is in the image
 * already, as a command, as an extension of PHP, or as files of its name.
 */
export const APT_GET: TextFile = script(`
set -eu
say() { echo "apt-get (offline stand-in): $*" >&2; }
command=
for word; do
  case $word in -*) ;; *) command=$word; break ;; esac
done
case $command in
  update | upgrade | dist-upgrade | clean | autoclean | autoremove | remove | purge) say "$command: nothing to do"; exit 0 ;;
  install) ;;
  *) say "'$command' needs a network"; exit 1 ;;
esac
has() {
  case $1 in
    ca-certificates) [ -s /etc/ssl/certs/ca-certificates.crt ] ;;
    php-fpm | php*-fpm) ls /usr/sbin/php-fpm* >/dev/null 2>&1 ;;
    php-* | php*-*) [ -n "$(find /usr/lib/php -name "\${1#php*-}.so" 2>/dev/null)" ] ;;
    *) command -v "$1" >/dev/null || [ -e "/usr/share/doc/$1" ] ;;
  esac
}
seen=
for word; do
  case $word in
    -*) continue ;;
  esac
  if [ -z "$seen" ]; then seen=1; continue; fi
  name=\${word%%[=/]*}
  has "$name" || { say "'$name' is not in this image, and there is no network to get it from"; exit 1; }
done
`)
