<?php

function store(): Redis
{
    $redis = new Redis();
    $redis->connect('redis', 6379, 2);
    $redis->auth(rtrim(file_get_contents('/run/secrets/db_password'), "\n"));
    return $redis;
}
