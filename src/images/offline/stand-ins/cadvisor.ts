import { type StandInDefinition, script } from './definition.ts'

const NAMES = ['google/cadvisor', 'cadvisor/cadvisor']

/** `google/cadvisor:*`: the pages and the metrics that can be had honestly from the engine's own API. */
export const cadvisor: StandInDefinition = {
  name: 'cadvisor',
  repositories: NAMES.map(name => `docker.io/${name}`),
  packages: ['busybox-static', 'curl', 'jq'],
  principal: 'busybox-static',
  files: {
    // Flags of the official program are taken and ignored. As process 1 it must handle SIGTERM itself.
    '/usr/bin/cadvisor': script(`
port=8080
for word; do case $word in -port=* | --port=*) port=\${word#*=} ;; esac; done
nc -ll -p "$port" -e /usr/lib/cadvisor/answer &
server=$!
trap 'kill "$server"; exit 0' INT TERM
echo "cadvisor (offline stand-in): listens on port $port"
wait "$server"
`),
    '/usr/lib/cadvisor/answer': script(`
engine() { curl -sf --max-time 10 --unix-socket /var/run/docker.sock "http://docker$1"; }
answer() { printf 'HTTP/1.1 %s\\r\\nContent-Type: %s\\r\\nConnection: close\\r\\n\\r\\n' "$1" "$2"; }
read -r method path _
while read -r header; do case $header in '' | "$(printf '\\r')") break ;; esac; done
case $method in GET | HEAD) ;; *) answer '405 Method Not Allowed' text/plain; exit ;; esac
case \${path%%[?]*} in
  / | /containers | /containers/* | /docker | /docker/)
    answer '200 OK' 'text/html; charset=utf-8'
    [ "$method" = HEAD ] || engine /containers/json | jq -r -f /usr/lib/cadvisor/page.jq ;;
  /healthz) answer '200 OK' text/plain; [ "$method" = HEAD ] || echo ok ;;
  /metrics)
    answer '200 OK' 'text/plain; version=0.0.4; charset=utf-8'
    [ "$method" = HEAD ] || . /usr/lib/cadvisor/metrics ;;
  *) answer '404 Not Found' text/plain; echo 'not in this stand-in' ;;
esac
`),
    '/usr/lib/cadvisor/metrics': script(`
echo 'cadvisor_version_info{cadvisorVersion="offline stand-in"} 1'
awk '/^MemTotal/ { printf "machine_memory_bytes %.0f\\n", $2 * 1024 }' /proc/meminfo
echo "machine_cpu_cores $(grep -c ^processor /proc/cpuinfo)"
for id in $(engine /containers/json | jq -r '.[].Id'); do
  engine "/containers/$id/stats?stream=false&one-shot=true" | jq -r -f /usr/lib/cadvisor/metrics.jq
done
`),
    '/usr/lib/cadvisor/metrics.jq': {
      text: `"{id=\\"/docker/\\(.id)\\",name=\\"\\(.name | ltrimstr("/"))\\"}" as $of
| "container_last_seen\\($of) \\(now | floor)",
  "container_cpu_usage_seconds_total\\($of) \\(.cpu_stats.cpu_usage.total_usage / 1e9)",
  "container_memory_usage_bytes\\($of) \\(.memory_stats.usage // 0)",
  ((.networks // {}) | to_entries[] |
    "\\($of | rtrimstr("}")),interface=\\"\\(.key)\\"}" as $on
    | "container_network_receive_bytes_total\\($on) \\(.value.rx_bytes)",
      "container_network_transmit_bytes_total\\($on) \\(.value.tx_bytes)")
`
    },
    '/usr/lib/cadvisor/page.jq': {
      text: `"<!doctype html><title>cAdvisor (stand-in)</title><h1>Docker Containers</h1>",
"<p>A stand-in for cAdvisor. <a href=/metrics>metrics</a></p><ul>",
(.[] | "<li>\\(.Names[0] // .Id | ltrimstr("/") | @html): \\(.Image | @html), \\(.Status | @html)</li>"),
"</ul>"
`
    }
  },
  config: { Entrypoint: ['/usr/bin/cadvisor', '-logtostderr'], ExposedPorts: { '8080/tcp': {} } }
}
