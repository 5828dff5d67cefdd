<?php

/** The page for Prometheus. */

declare(strict_types=1);

/**
 * Prometheus' text format, version 0.0.4.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
function metrics(int $visits): string
{
    $version = label_value(getenv('BACKEND_VERSION') ?: 'dev');
    $php = label_value(PHP_VERSION);
    return <<<TEXT
    # HELP visits_total Visits of the page. Every replica reports the same number, from Redis: use max(), not sum().
    # TYPE visits_total counter
    visits_total $visits
    # HELP backend_build_info What runs here; the value is always 1.
    # TYPE backend_build_info gauge
    backend_build_info{version="$version",php="$php"} 1

    TEXT;
}

function label_value(string $text): string
{
    return strtr($text, ['\\' => '\\\\', '"' => '\\"', "\n" => '\\n']);
}
