#!/bin/sh
# Only Redis may read the file, and it is gone with the container.
set -eu
chown redis /run/redis
umask 077
{
    printf 'requirepass "%s"\n' "$(cat /run/secrets/db_password)"
    echo 'save 60 1'
} > /run/redis/redis.conf
chown redis /run/redis/redis.conf
exec docker-entrypoint.sh redis-server /run/redis/redis.conf
