/**
 * The program that looks at the network from inside a task's network namespace: fixed text for busybox's shell,
 * with the probe's number, how patient it is to be (1 to 8) and how many asks may run at once as its arguments. Everything that depends on the swarm comes as lines of the file
 * `/probe/NUMBER`, which is there when `/probe/go` is; it is read as data, and no word of it is ever run.
 *
 * Asks: `connect ID ADDRESS PORT`, `datagram ID ADDRESS PORT` (by UDP), `resolve ID NAME` (at the engine's resolver),
 * `reach ID NAME PORT` (by the container's own configuration of names), `fetch ID PORT PATH` (a page of the namespace's own
 * server), `redis ID PORT` (whether one of its servers answers as Redis does). It prints
 *
 *     listen <a line of /proc/net/tcp or tcp6>
 *     ready
 *     said ID STATUS <what the tool printed, on one line>
 *     done
 *
 * Not every busybox has an `nc` for UDP, but each that this needs has an `nslookup` that takes a port: three datagrams
 * in two seconds (on a slow machine longer), each a question for a random name that nobody has, over a socket that takes nothing but what comes
 * from that address and port. An echo is an answer to it; so is any other datagram.
 *
 * Up to a hundred asks run at once, each with its own time-out, so that one more target takes no more time. What counts
 * then is the number of processes: an ask is a subshell and a tool, and no more. It ends by itself when no asks come, so that a probe whose owner died does not stay.
 */
export const PROBE_SCRIPT = `
set -f
box=/bin/busybox
patience=\${2:-1}
most=\${3:-100}
wait=$((2 * patience))
connect() {
  words=$($box nc -w $wait "$2" "$3" -e $box true </dev/null 2>&1)
  echo "said $1 $?" $words
}
datagram() {
  read -r token </proc/sys/kernel/random/uuid
  words=$($box nslookup -type=a -port="$3" -timeout=$wait -retry=3 "$token.invalid" "$2" </dev/null 2>&1)
  echo "said $1 $?" $words
}
resolve() {
  words=$($box nslookup -type=a -timeout=$wait -retry=1 "$2" 127.0.0.11 </dev/null 2>&1)
  echo "said $1 $?" $words
}
reach() {
  case $2 in
    *[!0-9.]*)
      words=$($box nslookup -type=a -timeout=$wait -retry=1 "$2" </dev/null 2>&1)
      address=
      isAnswer=
      for word in $words; do
        case $word in
          Name:) isAnswer=1 ;;
          *[!0-9.]* | [0-9]) ;;
          *.*.*.*) [ -z "$isAnswer" ] || [ -n "$address" ] || address=$word ;;
        esac
      done
      if [ -z "$address" ]; then
        echo "said $1 1 no address:" $words
        return
      fi
      ;;
    *) address=$2 ;;
  esac
  connect "$1" "$address" "$3"
}
fetch() {
  words=$($box nc -w 5 127.0.0.1 "$2" -e $box ash -c '
    printf "GET %s HTTP/1.0\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n" "$1"
    exec /bin/busybox timeout 8 /bin/busybox head -c 65536 >&2
  ' page "$3" </dev/null 2>&1)
  case $words in HTTP/1.*) ;; *) words= ;; esac
  echo "said $1 0" $words
}
redis() {
  words=$($box nc -w 3 127.0.0.1 "$2" -e $box ash -c 'echo PING; read -r -t 3 said; echo "$said" >&2' </dev/null 2>&1)
  case $words in
    +PONG* | -NOAUTH* | -ERR*auth* | -DENIED*) echo "said $1 0 redis" ;;
    *) echo "said $1 1" ;;
  esac
}
for table in /proc/net/tcp /proc/net/tcp6; do
  [ -r $table ] && while read -r number local remote state rest; do
    [ "$state" = 0A ] && echo "listen $number $local $remote $state"
  done <$table
done
echo ready
turns=0
until [ -e /probe/go ]; do
  turns=$((turns + 1))
  [ $turns -gt $((240 * patience)) ] && exit 3
  $box sleep 0.25
done
running=0
while read -r kind id first second; do
  case $kind in
    connect | datagram | resolve | reach | fetch | redis) $kind "$id" "$first" "$second" & ;;
  esac
  running=$((running + 1))
  if [ $running -ge $most ]; then
    wait
    running=0
  fi
done </probe/$1
wait
echo done
`
