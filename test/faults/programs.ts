// What the stack's containers run: fixed shell text for busybox. A defect leaves a part out, or puts another in.
import { echoCommand } from '../support/udp-echo.ts'

/** Ends at once on SIGTERM: a shell that is PID 1 would ignore it. */
const waiting = "trap 'kill $! 2>/dev/null; exit 0' TERM INT"
/** Runs `command` in the foreground of a container. */
export const foreground = (command: string): string => `${waiting}\n${command} &\nwait $!`

export const argv = (script: string): string[] => ['/bin/sh', '-c', script.replaceAll('$', '$$$$')]

/** Counts one visit, for all replicas on one volume: only one of them can make the folder of a number. */
const COUNT_TOGETHER = `n=$(( $(cat /visits/n 2>/dev/null || echo 0) + 1 ))
until mkdir /visits/$n.visit 2>/dev/null; do n=$((n + 1)); done
echo $n >/visits/$n.visit/n
mv /visits/$n.visit/n /visits/n`

export type WebParts = {
  /** The shell text that sets `n`. */
  count: string
  /** The lines of the answer, as shell text that prints them; knows `$n` and `$HOSTNAME`. */
  answer: string
  /** Prints the answer's head. */
  head: string
  health: string
  json: string
  /** What `/cgi-bin/work` runs, its head included. */
  work: string
  metrics: string
  /** Before the server starts. */
  before: string
  serve: string
}

/** A head for programs that answer requests; one with a status is `Status: 503 Down` before it. */
export const PLAIN = `printf 'Content-Type: text/plain\\r\\n\\r\\n'`

const WEB: WebParts = {
  count: COUNT_TOGETHER,
  answer: `echo "I am the backend server"
echo "The responding server is: $(hostname)"
echo "Number of visits: $n"`,
  head: PLAIN,
  health: 'ok',
  json: '{"name":"shop","version":3,"ready":true}',
  work: `${PLAIN}
echo done`,
  metrics: `${PLAIN}
echo "# TYPE shop_uptime_seconds gauge"
echo "shop_uptime_seconds $(cut -d ' ' -f 1 /proc/uptime)"
echo 'shop_build_info{version="3"} 1'
echo 'shop_workers{state="idle"} 4'`,
  before: '',
  serve: 'httpd -f -p 8080 -h /www'
}

const cgi = (file: string, program: string): string => `cat >/www/cgi-bin/${file} <<'END-OF-CGI'
#!/bin/sh
${program}
END-OF-CGI
chmod 755 /www/cgi-bin/${file}`

/** The web server: `/` counts and names its replica, `/healthz`, `/shop.json`, `/cgi-bin/metrics`. */
export function webProgram(changed: Partial<WebParts> = {}): string[] {
  const parts = { ...WEB, ...changed }
  return argv(`mkdir -p /www/cgi-bin
printf %s '${parts.health}' >/www/healthz
printf %s '${parts.json}' >/www/shop.json
${cgi(
  'index.cgi',
  `${parts.head}
${parts.count}
${parts.answer}`
)}
${cgi('work', parts.work)}
${cgi('metrics', parts.metrics)}
${parts.before}
echo "listening on 8080"
${foreground(parts.serve)}`)
}

const READY = 'echo "ready to accept connections"'

export type StoreParts = {
  before: string
  /** In the background. */
  echo: string
  ready: string
  serve: string
}

/** The port by UDP on which the store sends back what comes. */
export const ECHO_PORT = 9

/** Something with a port and data of its own, that keeps what its first task wrote, and an echo by UDP. */
export function storeProgram(changed: Partial<StoreParts> = {}): string[] {
  const parts = {
    before: '',
    echo: `${echoCommand(ECHO_PORT)} &`,
    ready: READY,
    serve: 'nc -ll -p 6379 -e cat',
    ...changed
  }
  return argv(`mkdir -p /data
[ -e /data/id ] || cat /proc/sys/kernel/random/uuid >/data/id
${parts.before}
${parts.echo}
${parts.ready}
${foreground(parts.serve)}`)
}

export type WatchParts = {
  /** Where it scrapes. */
  target: string
  everySeconds: string
  /** Job's name in its list of targets. */
  job: string
}

/** A Prometheus of some lines: it scrapes one target, and lists it at `/api/v1/targets`. */
export function watchProgram(changed: Partial<WatchParts> = {}): string[] {
  const parts = {
    target: 'http://tasks.web:8080/cgi-bin/metrics',
    everySeconds: '1',
    job: 'web',
    ...changed
  }
  const { target, job } = parts
  return argv(`mkdir -p /www/api/v1
echo 'watch_scrapes_total 0' >/www/metrics
look() {
  if /bin/wget -q -T 3 -O /scraped '${target}' 2>/said; then health=up; said=; else health=down; said=$(head -n 1 /said | tr -d '"'); fi
  echo "{\\"status\\":\\"success\\",\\"data\\":{\\"activeTargets\\":[{\\"labels\\":{\\"job\\":\\"${job}\\",\\"instance\\":\\"web:8080\\"},\\"health\\":\\"$health\\",\\"lastError\\":\\"$said\\"}]}}" >/www/next
  mv /www/next /www/api/v1/targets
}
echo '{"status":"success","data":{"activeTargets":[{"labels":{"job":"${job}","instance":"web:8080"},"health":"unknown","lastError":""}]}}' >/www/api/v1/targets
while :; do look; sleep ${parts.everySeconds}; done &
${foreground('httpd -f -p 9090 -h /www')}`)
}
