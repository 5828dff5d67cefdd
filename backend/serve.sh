#!/bin/sh
# Starts PHP's built-in web server with several workers, so that a visitor who waits for a slow Redis does not keep
# the health check waiting. LISTEN and WEB_ROOT are for a start outside of a container.
#
# The server needs this script to stop: a signal that reaches its first process alone makes that process wait, for
# ever, for workers that were told nothing. So the signal goes to the whole group. A worker finishes the request that
# it has, and ends.
set -eu

stop() {
    trap '' INT TERM
    kill -INT 0
    # Once more for a worker that was still starting and had no ear for it. Not sooner: a signal makes the wait for
    # Redis, which ends after two seconds, begin anew.
    (sleep 3; kill -INT 0) >/dev/null 2>&1 &
    wait "$server"
    exit 0
}
trap stop INT TERM

export PHP_CLI_SERVER_WORKERS="${PHP_CLI_SERVER_WORKERS:-4}"
root="${WEB_ROOT:-/srv/web}"
# Errors go to the container's log and never to a visitor; a stack trace in the log shows no arguments.
php -d display_errors=0 -d log_errors=1 -d zend.exception_ignore_args=1 -d expose_php=0 \
    -S "${LISTEN:-0.0.0.0:80}" -t "$root" "$root/index.php" &
server=$!
wait "$server"
