<?php

require __DIR__ . '/count.php';

header('Content-Type: text/plain; version=0.0.4');
$visits = (int) store()->get('visitors');
echo "# TYPE visits_total counter\nvisits_total $visits\n";
