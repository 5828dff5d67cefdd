set -eu
exec docker-entrypoint.sh redis-server - <<END
requirepass "$(cat /run/secrets/db_password)"
END
