import { expect, test } from '@jest/globals'
import { categorise } from '../../../src/rollout/category.rules.ts'

test.each([
  ['No such image: redis:nosuch', 'image'],
  ['pull access denied for me/app, repository does not exist or may require docker login', 'image'],
  ['manifest unknown: manifest unknown', 'image'],
  ['no suitable node (scheduling constraints not satisfied on 3 nodes)', 'placement'],
  [
    'no suitable node (host-mode port already in use on 1 node; scheduling constraints not satisfied on 2 nodes)',
    'port'
  ],
  ['no suitable node (insufficient resources on 3 nodes)', 'resources'],
  ['no suitable node (max replicas per node limit exceed)', 'placement'],
  ['no suitable node (unsupported platform on 1 node)', 'placement'],
  ['task: non-zero exit (1)', 'exit'],
  ['task: non-zero exit (137): dockerexec: unhealthy container', 'health'],
  [
    'starting container failed: failed to create task: exec: "nope": executable file not found in $PATH',
    'exit'
  ],
  [
    'starting container failed: driver failed programming external connectivity: Bind for 0.0.0.0:80 failed: port is already allocated',
    'port'
  ],
  ['secret not found: db_password', 'secret'],
  ['network t_n not found', 'network'],
  ['could not find an available, non-overlapping IPv4 address pool', 'network'],
  ['write /var/lib/docker/x: no space left on device', 'resources'],
  ['something new', 'other'],
  ['', 'other']
])('%s: %s', (error, category) => expect(categorise(error)).toBe(category))
