/**
 * Ways to speak Redis from inside a container with what images happen to have. Each is a fixed program: host,
 * port and the password file's path are its arguments, and the password goes from that file to the socket
 * through memory and pipes only, never through argv or the environment. Each prints what `readRedisProbe` reads.
 */
export type RedisProbe = { name: string; argv(host: string, port: number, passwordFile: string): string[] }

const PHP = `
$open = fn() => @stream_socket_client("tcp://$argv[1]:$argv[2]", $code, $words, 3);
$tell = function ($redis, ...$words) {
    stream_set_timeout($redis, 3);
    fwrite($redis, '*' . count($words) . "\\r\\n");
    foreach ($words as $word) fwrite($redis, '$' . strlen($word) . "\\r\\n$word\\r\\n");
    return trim((string) fgets($redis, 256));
};
$redis = $open();
echo 'anonymous ', $redis ? ($tell($redis, 'PING') ?: 'no answer') : 'no connection', "\\n";
$password = @file_get_contents($argv[3]);
if ($password === false) exit("holder no-password\\n");
if (!$redis = $open()) exit("holder unreachable\\n");
$tell($redis, 'AUTH', rtrim($password, "\\r\\n"));
echo 'holder ', ['+PONG' => 'PONG', '' => 'unreachable'][$tell($redis, 'PING')] ?? 'refused', "\\n";
`

const REDIS_CLI = `
command -v redis-cli >/dev/null || exit 127
unset REDISCLI_AUTH
speak() { redis-cli -h "$host" -p "$port" 2>&1; }
host=$1 port=$2
printf 'anonymous %s\\n' "$(echo PING | speak | head -n 1)"
[ -r "$3" ] || { echo 'holder no-password'; exit; }
case $(printf 'AUTH "%s"\\nPING\\n' "$(LC_ALL=C sed 's/\\r$//; s/[\\\\"]/\\\\&/g' "$3")" | speak) in
  *NOAUTH* | *WRONGPASS*) echo 'holder refused' ;;
  *PONG) echo 'holder PONG' ;;
  *) echo 'holder unreachable' ;;
esac
`

export const REDIS_PROBES: readonly RedisProbe[] = [
  { name: 'php', argv: (host, port, file) => ['php', '-r', PHP, '--', host, String(port), file] },
  { name: 'redis-cli', argv: (host, port, file) => ['sh', '-c', REDIS_CLI, 'sh', host, String(port), file] }
]
