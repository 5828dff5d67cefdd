#!/bin/sh
# Gives Redis the password from the file that REDIS_PASSWORD_FILE names, then leaves the rest to the entrypoint of the
# image that this one extends.
set -eu

if [ -n "${REDIS_PASSWORD_FILE:-}" ]; then
    # The shell cuts off the line end behind the password.
    password=$(cat "$REDIS_PASSWORD_FILE")
    # `-` makes Redis read its configuration from standard input. An argument would show in every list of processes.
    exec docker-entrypoint.sh "$@" - <<END
requirepass "$password"
END
fi

exec docker-entrypoint.sh "$@"
