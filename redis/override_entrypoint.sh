#!/bin/sh
# Starts Redis with the password from the file that REDIS_PASSWORD_FILE names, then leaves the rest (owner of /data,
# another user than root) to the entrypoint of the base image. Arguments are options of redis-server.
#
# The password goes to Redis by standard input, as a line of configuration. An argument or a variable of the
# environment could be read by whoever may list processes or inspect the container.
set -eu

refuse() {
    echo "redis: $1" >&2
    exit 1
}

file="${REDIS_PASSWORD_FILE:-}"
[ -n "$file" ] || refuse "REDIS_PASSWORD_FILE is not set: name the file that holds the password"
{ [ -f "$file" ] && [ -r "$file" ]; } || refuse "cannot read the password file $file: is the secret given to this service?"

# Each byte as \xHH: between double quotes Redis takes that for any byte, so there is nothing to quote.
password=$(od -An -v -tx1 "$file" | tr -d '\n' | sed 's/ /\\x/g')
# Editors end a file with a line end, which is not part of the password. The backend cuts off the same.
while :; do
    case "$password" in
        *'\x0a' | *'\x0d') password="${password%????}" ;;
        *) break ;;
    esac
done
[ -n "$password" ] || refuse "the password file $file is empty"

[ "${1:-}" != redis-server ] || shift
exec docker-entrypoint.sh redis-server - "$@" <<END
requirepass "$password"
appendonly yes
END
