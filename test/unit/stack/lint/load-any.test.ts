import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SwarmlineError } from '../../../../src/errors.ts'
import { stackFolder } from '../../../support/stack-folder.ts'

const { load, refusal, remove } = stackFolder()
afterAll(remove)

test('aliases that unfold to more than there is memory are refused', async () => {
  const lines = ['x-0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 12; i++)
    lines.push(
      `x-${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`
    )
  expect(await refusal(`${lines.join('\n')}\nservices: {web: {image: x}}`)).toMatch(
    /stack0\.yml:\d+:\d+: with its aliases unfolded it has more than/
  )
})

test('no text makes it throw anything but an error of ours', async () => {
  const word = fc.constantFrom(
    ...[
      'services',
      'web',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a',
      '*a',
      '<<',
      '!reset',
      '!override',
      'null'
    ],
    ...[
      'image',
      'ports',
      'volumes',
      'environment',
      'deploy',
      'extends',
      'include',
      '"80:80"',
      '$X',
      '${X',
      '~',
      '|',
      '#',
      '"',
      '__proto__',
      '?'
    ]
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 40 }), fc.boolean(), async (words, isWhole) => {
      const text = isWhole ? `services:\n  web: {image: x, ${words.join('')}` : words.join('')
      await load(text).catch(error => expect(error).toBeInstanceOf(SwarmlineError))
    }),
    { numRuns: 300 }
  )
})

test('no model makes it throw anything but an error of ours', async () => {
  const key = fc.constantFrom(
    ...[
      'services',
      'networks',
      'secrets',
      'configs',
      'volumes',
      'web',
      'image',
      'ports',
      'env_file',
      'environment',
      'deploy',
      'restart_policy'
    ],
    ...[
      'restart',
      'tmpfs',
      'depends_on',
      'extends',
      'include',
      'external',
      'file',
      'source',
      'target',
      'type',
      'mem_limit',
      'healthcheck',
      'profiles',
      'name',
      '__proto__'
    ]
  )
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, 'a', '80:80', 1, -1, 0.5, true, '1d', '', '~/x', {}, []),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map(entries => Object.fromEntries(entries))
    )
  }))
  await fc.assert(
    fc.asyncProperty(tree, tree, async (web, rest) => {
      const text = JSON.stringify({ ...(rest as object), services: { web, other: { image: 'x' } } })
      await load(text).catch(error => expect(error).toBeInstanceOf(SwarmlineError))
    }),
    { numRuns: 300 }
  )
})
