import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { differencesOf } from '../../support/corpus/differences.ts'
import { documentedPage, explanationOf } from '../../support/corpus/translations.ts'

const PAGE = new URL('../../../docs/compose-differences.md', import.meta.url)

test('the page has all documented differences, and no others', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toBe(documentedPage(page))
})

const why = (from: object, to: object) =>
  differencesOf({ services: { web: from } }, { services: { web: to } }).map(explanationOf)

test.each<[string, object, object, (string | undefined)[]]>([
  ['a key that docker drops', { links: ['a'] }, {}, ['ignored-keys']],
  ['a key that is made up', {}, { links: ['a'] }, [undefined]],
  [
    'a policy for restart',
    { restart: 'no' },
    { deploy: { restart_policy: { condition: 'none' } } },
    ['restart', 'restart']
  ],
  ['another limit beside the policy', {}, { deploy: { restart_policy: {}, replicas: 2 } }, [undefined]],
  [
    'a mount for tmpfs',
    { tmpfs: ['/r'] },
    { volumes: [{ type: 'tmpfs', target: '/r' }] },
    ['tmpfs', 'tmpfs']
  ],
  ['a mount for nothing', {}, { volumes: [{ type: 'bind', target: '/r' }] }, [undefined]],
  [
    'another mount than before',
    { volumes: [{ target: '/a' }] },
    { volumes: [{ target: '/b' }, { type: 'tmpfs' }] },
    [undefined]
  ],
  ['a whole path', { env_file: ['./a.env'] }, { env_file: ['/x/a.env'] }, ['whole-paths']],
  ['another path', { env_file: ['./a.env'] }, { env_file: ['/x/b.env'] }, [undefined]],
  [
    'a protocol in small letters',
    { ports: [{ protocol: 'UDP' }] },
    { ports: [{ protocol: 'udp' }] },
    ['small-letters']
  ],
  ['another protocol', { ports: [{ protocol: 'UDP' }] }, { ports: [{ protocol: 'tcp' }] }, [undefined]],
  ['a port of another number', { ports: [{ target: 80 }] }, { ports: [{ target: 81 }] }, [undefined]],
  ['a variable with another value', { environment: { A: '1' } }, { environment: { A: '2' } }, [undefined]]
])('%s', (_, from, to, explained) => expect(why(from, to)).toEqual(explained))
