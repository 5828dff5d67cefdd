import { script, type TextFile } from './definition.ts'

/**
 * Alpine's package manager where there is no network: it succeeds only if every package asked for is in the
 * image already, as a command, as a library or by a known other name. Compilers count as present, since what
 * would be compiled (a PHP extension) is there in its compiled form, or its installer refuses.
 */
export const APK: TextFile = script(`
set -eu
say() { echo "apk (offline stand-in): $*" >&2; }
command=
for word; do
  case $word in -*) ;; *) command=$word; break ;; esac
done
case $command in
  update | upgrade | del | fix | cache) say "$command: nothing to do"; exit 0 ;;
  add) ;;
  info) exit 0 ;;
  *) say "'$command' needs a network"; exit 1 ;;
esac
has() {
  case $1 in
    add | autoconf | automake | build-base | file | g++ | gcc | libc-dev | make | musl-dev | pkgconf | pkgconfig | re2c) return 0 ;;
    *-dev | *-headers | .*) return 0 ;;
    ca-certificates) [ -s /etc/ssl/certs/ca-certificates.crt ] ;;
    tzdata) [ -d /usr/share/zoneinfo ] ;;
    bind-tools) command -v dig >/dev/null ;;
    drill | ldns-tools) command -v drill >/dev/null ;;
    redis) command -v redis-cli >/dev/null ;;
    *) command -v "$1" >/dev/null || [ -n "$(find /usr/lib -name "$1.so*" -o -name "lib$1.so*" | head -n 1)" ] ;;
  esac
}
skip=
for word; do
  if [ -n "$skip" ]; then skip=; continue; fi
  case $word in
    --virtual | -t | --repository | -X) skip=1 ;;
    -*) ;;
    *)
      name=\${word%%[<>=~@]*}
      has "$name" || { say "'$name' is not in this image, and there is no network to get it from"; exit 1; }
      ;;
  esac
done
`)
