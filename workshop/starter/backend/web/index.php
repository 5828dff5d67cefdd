<?php

// PHP's built-in server runs this file for every request, whatever its path.
header('Content-Type: text/plain; charset=utf-8');

echo "I am the backend server\n";
