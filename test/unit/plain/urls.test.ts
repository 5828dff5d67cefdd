import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { withoutUrlSecrets } from '../../../src/plain/urls.ts'

test.each([
  ['postgres://root:hunter2@db:5432/x', 'postgres://(hidden)@db:5432/x'],
  ['https://ghp_token@github.com/a', 'https://(hidden)@github.com/a'],
  ['see http://h/a?token=x&y#z now', 'see http://h/a?(hidden) now'],
  ['http://h/#access_token=x', 'http://h/#(hidden)'],
  ['http://h/a?', 'http://h/a?'],
  ['amqp://u:p/s?s#s@h/v', 'amqp://(hidden)'],
  ['http://h/?mail=a@b', 'http://(hidden)'],
  ['amqp://u:p/ss@h/v', 'amqp://(hidden)@h/v'],
  ['redis://:p@ss@cache:6379', 'redis://(hidden)@cache:6379'],
  ['"http:\\/\\/u:p@h\\/a"', '"http:\\/\\/(hidden)@h\\/a"'],
  ['{"a":"http://u:p@h/","b":"c@d"}', '{"a":"http://(hidden)@h/","b":"c@d"}'],
  ['http://u:p@h,http://v:q@i', 'http://(hidden)@i'],
  ['ssh://deploy@host:22', 'ssh://deploy@host:22'],
  ['ssh://deploy:pw@host', 'ssh://deploy:(hidden)@host'],
  ['git+ssh://deploy@host', 'git+ssh://(hidden)@host'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
  [`docker://r:5000/a@sha256:${'a'.repeat(64)}`, `docker://r:5000/a@sha256:${'a'.repeat(64)}`],
  ['https://npm.example/@scope/name', 'https://npm.example/@scope/name'],
  ['a://b://c:d@e', 'a://(hidden)@e'],
  ['://', '://'],
  ['mail a@b.c', 'mail a@b.c']
])('%s', (text, shown) => {
  expect(withoutUrlSecrets(text)).toBe(shown)
})

test('nothing of user information or query is left, wherever the address stands', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9!$&'()*+,;=:@/?#%~._-]{1,30}$/)
  const around = fc.constantFrom('', ' ', 'x="', '(', '\n')
  void fc.assert(
    fc.property(secret, around, around, (value, before, after) => {
      const marked = `q7Zq${value}Q9wQ`
      for (const url of [
        `pg://u:${marked}@host/x`,
        `https://${marked}@host/x`,
        `https://host/x?a=${marked}`
      ]) {
        const shown = withoutUrlSecrets(`${before}${url}${after}`)
        expect(shown).not.toContain('q7Zq')
        expect(shown).not.toContain('Q9wQ')
      }
    })
  )
})
