<?php

// PHP's built-in server runs this file for every request, whatever its path.
header('Content-Type: text/plain; charset=utf-8');

echo "I am the backend server\n";
echo 'The responding server is: ' . gethostname() . "\n";

$redis = new Redis();
$redis->connect('redis', 6379, 2);
echo 'Number of visits: ' . $redis->incr('visitors') . "\n";
