// Text of programs, registries and people who want to do harm, see test/support/hostile/run.ts.
import { test } from '@jest/globals'
import { hostileText } from '../support/hostile/make.ts'
import { hostilePlace } from '../support/hostile/place.ts'
import { randomOf } from '../support/hostile/random.ts'
import { TEXT_READERS } from '../support/hostile/readers.ts'
import { EACH, harmless, SEED } from '../support/hostile/run.ts'
import { watch } from '../support/hostile/watch.ts'

test('foreign text', async () => {
  const random = randomOf(SEED + 1)
  const seeds = [
    'FROM a AS b\nRUN --mount=type=bind,from=c true\n',
    'Error response from daemon: rpc error: code = Unknown desc = network s_n not found',
    'failed to create service s_web: Error response from daemon: invalid mount',
    'Bearer realm="https://a.example/t",service="s",scope="repository:a:pull"',
    'up{job="a"} 1\n# HELP x y\nx_total{a="b",c="d"} 1e3 1700000000\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc',
    'A=1\nexport B="two ${A}"\nC=\'x\'\n',
    'registry.example:5000/team/web:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'ssh://user@host:22/run/docker.sock',
    'Types: deb\nURIs: https://deb.debian.org/debian\nSigned-By: /usr/share/keyrings/a.gpg\n',
    '{"manifests":[{"digest":"sha256:1","platform":{"os":"linux"}}]}'
  ]
  const place = hostilePlace()
  const seen = watch()
  for (let i = 0; i < EACH; i++) await seen.see(hostileText(seeds, random), TEXT_READERS)
  place.leave([])
  harmless(seen)
})
