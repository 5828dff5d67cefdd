#!/bin/sh
# Starts PHP's built-in web server with several workers, so that a visitor who waits for a slow Redis does not keep
# the health check waiting. LISTEN and WEB_ROOT are for a start outside of a container.
#
# The server needs this script to stop: a signal that reaches its first process alone makes that process wait, for
# ever, for workers that were told nothing. So the signal goes to the whole group. A worker finishes the request that
# it has, and ends: who is connected and waits for a worker would be cut off. So they have their turn first; new ones
# come no more, for Swarm takes a task out of its mesh before it stops it.
set -eu

# Whether a visitor is connected (01), or has said all that he had to (08), and has no answer yet. PHP hangs up after
# each answer, and the kernel remembers every such connection for a minute: thousands of lines, too many for `read`.
has_visitors() {
    grep -qE "^ *[0-9]+: [0-9A-F]+:$port_hex [0-9A-F]+:[0-9A-F]+ 0[18] " /proc/net/tcp
}

stop() {
    trap '' INT TERM
    # Four of the ten seconds until Swarm kills: requests that wait for a dead Redis take two.
    patience=40
    while [ "$patience" -gt 0 ] && has_visitors; do
        patience=$((patience - 1))
        sleep 0.1
    done
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
listen="${LISTEN:-0.0.0.0:80}"
port_hex=$(printf %04X "${listen##*:}")
# The server would say of each visitor when he came and went, and each line is work for the engine: so it is quiet (-q),
# and what is left goes past it. It says all itself where nobody can open this output anew, as when it is a socket.
if (: >>"/proc/$$/fd/2") 2>/dev/null; then
    set -- -q -d error_log=/dev/stderr
fi
# Errors go to the container's log and never to a visitor; a stack trace in the log shows no arguments. The files of
# the image never change, so they are compiled once.
php "$@" -d display_errors=0 -d log_errors=1 -d zend.exception_ignore_args=1 -d expose_php=0 \
    -d opcache.enable_cli=1 -d opcache.validate_timestamps=0 \
    -d opcache.memory_consumption=16 -d opcache.interned_strings_buffer=2 \
    -S "$listen" -t "$root" "$root/index.php" &
server=$!
wait "$server"
