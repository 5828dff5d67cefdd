#!/bin/sh
set -eu
printf 'requirepass "%s"\n' "$(cat /run/secrets/store_key)" | docker-entrypoint.sh redis-server - &
server=$!
trap 'kill -TERM "$server"; wait "$server"' TERM INT
wait "$server"
