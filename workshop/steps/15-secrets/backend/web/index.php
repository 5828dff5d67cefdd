<?php

// PHP's built-in server runs this file for every request, whatever its path.
header('Content-Type: text/plain; charset=utf-8');

// Health checks and browsers ask for other paths on their own. These are no visits.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/') {
    http_response_code($path === '/healthcheck' ? 200 : 404);
    return;
}

echo "I am the backend server\n";
echo 'The responding server is: ' . gethostname() . "\n";

$redis = new Redis();
$redis->connect('redis', 6379, 2);
$redis->auth(trim(file_get_contents('/run/secrets/db_password')));
echo 'Number of visits: ' . $redis->incr('visitors') . "\n";
