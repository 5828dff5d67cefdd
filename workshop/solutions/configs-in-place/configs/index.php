<?php

// PHP's built-in server runs this file for every request, whatever its path.
header('Content-Type: text/plain; charset=utf-8');

// Health checks and browsers ask for other paths on their own. These are no visits.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && $path !== '/metrics') {
    http_response_code($path === '/healthcheck' ? 200 : 404);
    return;
}

if ($path === '/') {
    echo "I am the backend server\n";
    echo 'The responding server is: ' . gethostname() . "\n";
}

$redis = new Redis();
$redis->connect('redis', 6379, 2);
$redis->auth(trim(file_get_contents('/run/secrets/db_password')));

if ($path === '/metrics') {
    echo "# HELP visits_total Visits of the page, counted in Redis for all servers.\n";
    echo "# TYPE visits_total counter\n";
    echo 'visits_total ' . (int) $redis->get('visitors') . "\n";
    return;
}
echo 'Number of visits: ' . $redis->incr('visitors') . "\n";
