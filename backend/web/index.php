<?php

/**
 * The backend: says which server answers, and counts visits in Redis.
 *
 * This is the router script of PHP's built-in web server, so every request arrives here, whatever its path.
 * Only GET / counts as a visit. Whatever else asks on its own account must not: the health check (every 10 seconds
 * on every replica), Prometheus, and the browser, which asks for /favicon.ico after every page. That is why the
 * workshop's counter jumps when its script answers each path alike.
 */

declare(strict_types=1);

require __DIR__ . '/visits.php';
require __DIR__ . '/metrics.php';

/** The path of the request without its query; empty when it is none, such as `//`. */
function path(): string
{
    return (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
}

/** Sends the whole answer: always short, always text, never kept by a cache. */
function answer(int $status, string $body, string $type = 'text/plain; charset=utf-8'): void
{
    // PHP's server does not log what a router script answers. The regular health checks are seen here.
    error_log("$status {$_SERVER['REQUEST_METHOD']} " . path());
    http_response_code($status);
    header("Content-Type: $type");
    header('Cache-Control: no-store');
    echo $body;
}

function page(): void
{
    $visits = count_visit();
    answer(200, "I am the backend server\nThe responding server is: " . gethostname() . "\nNumber of visits: $visits\n");
}

function route(string $method, string $path): void
{
    $pages = [
        '/' => page(...),
        // Says that the web server answers, and does not ask Redis: Swarm replaces an unhealthy task, and new
        // backends would not bring Redis back. A Redis that is down must not take three backends with it.
        '/healthcheck' => fn () => answer(200, "healthy\n"),
        '/metrics' => fn () => answer(200, metrics(read_visits()), 'text/plain; version=0.0.4; charset=utf-8'),
    ];
    if (!isset($pages[$path])) {
        answer(404, "Not found\n");
    } elseif ($method === 'HEAD') {
        // Somebody checks that the page is there. No body goes out, so nobody visits.
        answer(200, '');
    } elseif ($method !== 'GET') {
        header('Allow: GET, HEAD');
        answer(405, "Method not allowed\n");
    } else {
        $pages[$path]();
    }
}

try {
    route($_SERVER['REQUEST_METHOD'], path());
} catch (VisitsUnavailable $e) {
    error_log('visits: ' . $e->getMessage());
    answer(503, "The visits counter is not available\n");
} catch (Throwable $e) {
    error_log($e::class . ': ' . $e->getMessage());
    answer(500, "Internal error\n");
}
