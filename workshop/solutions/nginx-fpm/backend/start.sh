#!/bin/sh
# Two servers in one container: when one of them ends, so does the container.
set -eu
fpm=$(command -v php-fpm || ls /usr/sbin/php-fpm*)
config=/run/page-fpm.conf
cat > "$config" <<END
[global]
error_log = /dev/stderr
[page]
user = www-data
group = www-data
listen = /run/page.sock
listen.owner = www-data
pm = static
pm.max_children = 4
catch_workers_output = yes
END
"$fpm" --nodaemonize --fpm-config "$config" &
fpm_pid=$!
nginx -g 'daemon off;' &
nginx_pid=$!
trap 'kill -QUIT "$nginx_pid" "$fpm_pid" 2>/dev/null || true' QUIT TERM INT
while kill -0 "$fpm_pid" 2>/dev/null && kill -0 "$nginx_pid" 2>/dev/null; do
    sleep 1 &
    wait $! || true
done
kill -QUIT "$nginx_pid" "$fpm_pid" 2>/dev/null || true
wait || true
