<?php

require __DIR__ . '/count.php';

header('Content-Type: text/plain; charset=utf-8');
$visits = store()->incr('visitors');
$server = gethostname();
echo "I am the backend server\nThe responding server is: $server\nNumber of visits: $visits\n";
