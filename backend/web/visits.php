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

/**
 * A worker keeps its connection for the next visitor: to look up the name and to connect takes longer than the rest of
 * the answer. What was kept may be dead without having said so, when the node of Redis is gone. So what it is asked
 * first has a quarter of the time, and counts nothing: then a new connection is made.
 */
function connect(): Redis
{
    $password = password();
    try {
        return connect_within(REDIS_TIMEOUT_SECONDS / 4, $password);
    } catch (RedisException) {
        // The extension has thrown that connection away.
        return connect_within(REDIS_TIMEOUT_SECONDS * 3 / 4, $password);
    }
}

/** @throws RedisException */
function connect_within(float $seconds, string $password): Redis
{
    // The extension's own look at a connection that was kept takes as long as the last question might have.
    ini_set('redis.pconnect.echo_check_liveness', '0');
    $redis = new Redis();
    $redis->pconnect(
        getenv('REDIS_HOST') ?: 'redis',
        (int) (getenv('REDIS_PORT') ?: 6379),
        $seconds,
        null,
        0,
        $seconds
    );
    // The extension would send a command again after a lost connection; an INCR sent twice counts twice.
    $redis->setOption(Redis::OPT_MAX_RETRIES, 0);
    // A connection that was kept has still the patience of the question before.
    $redis->setOption(Redis::OPT_READ_TIMEOUT, $seconds);
    $redis->auth($password);
    $redis->setOption(Redis::OPT_READ_TIMEOUT, REDIS_TIMEOUT_SECONDS);
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
