<?php

/** The number of visits, kept in Redis under the key `visitors`. */

declare(strict_types=1);

/** Redis does not answer, refuses the password, or holds something that is not a number. */
final class VisitsUnavailable extends RuntimeException
{
}

/** For connecting and for each answer. Long for a network of containers, short for a health check that waits 3 s. */
const REDIS_TIMEOUT_SECONDS = 2.0;
const RETRY_AFTER_SECONDS = 2;

/** @throws VisitsUnavailable */
function count_visit(): int
{
    return ask_redis(fn (Redis $redis) => $redis->incr('visitors'));
}

/** @throws VisitsUnavailable */
function read_visits(): int
{
    return ask_redis(fn (Redis $redis) => $redis->get('visitors'));
}

/**
 * After a failure one request at a time tries Redis again, every two seconds, and the others fail at once. Otherwise
 * visitors who wait for a Redis that hangs would soon occupy every worker, the health check would get no answer, and
 * Swarm would replace backends that are well.
 */
function ask_redis(callable $question): int
{
    $mark = sys_get_temp_dir() . '/redis-failed';
    clearstatcache(true, $mark);
    $failedAt = is_file($mark) ? (int) @filemtime($mark) : null;
    if ($failedAt !== null) {
        if (time() - $failedAt < RETRY_AFTER_SECONDS) {
            throw new VisitsUnavailable('Redis failed a moment ago');
        }
        touch($mark);
    }
    try {
        $redis = connect();
        $answer = $question($redis);
        $error = $redis->getLastError();
        $redis->close();
    } catch (RedisException $e) {
        touch($mark);
        throw new VisitsUnavailable($e->getMessage(), 0, $e);
    }
    if ($failedAt !== null) {
        @unlink($mark);
    }
    if ($error !== null) {
        throw new VisitsUnavailable($error);
    }
    return (int) $answer;
}

function connect(): Redis
{
    $redis = new Redis();
    $redis->connect(
        getenv('REDIS_HOST') ?: 'redis',
        (int) (getenv('REDIS_PORT') ?: 6379),
        REDIS_TIMEOUT_SECONDS,
        null,
        0,
        REDIS_TIMEOUT_SECONDS
    );
    // The extension would send a command again after a lost connection; an INCR sent twice counts twice.
    $redis->setOption(Redis::OPT_MAX_RETRIES, 0);
    $redis->auth(password());
    return $redis;
}

/** The secret without the line ends that editors put behind it; the Redis image cuts off the same. */
function password(): string
{
    $file = getenv('REDIS_PASSWORD_FILE') ?: '/run/secrets/db_password';
    $password = is_readable($file) ? rtrim((string) file_get_contents($file), "\r\n") : '';
    if ($password === '') {
        throw new VisitsUnavailable("no password in $file");
    }
    return $password;
}
