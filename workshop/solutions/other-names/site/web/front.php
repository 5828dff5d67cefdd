<?php

header('Content-Type: text/plain');
$path = strtok($_SERVER['REQUEST_URI'], '?');

if ($path === '/alive') {
    echo "yes\n";
    return;
}
if ($path !== '/' && $path !== '/metrics') {
    http_response_code(404);
    return;
}

$store = new Redis();
$store->connect('store', 6379, 2);
$store->auth(trim(file_get_contents(getenv('STORE_KEY_FILE'))));

if ($path === '/metrics') {
    printf("# TYPE visits_total counter\nvisits_total %d\n", $store->get('pages'));
    return;
}

// First the store, then the answer: a visit that cannot be counted is an error, not half a page.
$visits = $store->incr('pages');
printf(
    "I am the backend server\nThe responding server is: %s\nNumber of visits: %d\n",
    gethostname(),
    $visits
);
