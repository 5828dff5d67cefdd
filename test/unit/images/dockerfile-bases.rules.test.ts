import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { basesOfDockerfile } from '../../../src/images/dockerfile-bases.rules.ts'

const bases = (lines: string[], args?: Record<string, string>) => basesOfDockerfile(lines.join('\n'), args)

describe('FROM', () => {
  test('flags, stage names and capitals do not count; every image is named once', () => {
    expect(
      bases(['from --platform=$BUILDPLATFORM php:8.4-cli AS Build', 'FROM build', 'FROM redis', 'FROM redis'])
    ).toEqual(['php:8.4-cli', 'redis'])
  })

  test('scratch is no image, and a stage hides an image of its name only from then on', () => {
    expect(bases(['FROM scratch', 'FROM base AS base', 'FROM base'])).toEqual(['base'])
  })

  test.each([
    [['ARG V=8.4', 'FROM php:$V'], {}, 'php:8.4'],
    [['ARG V=8.4', 'FROM php:${V}-cli'], { V: '8.3' }, 'php:8.3-cli'],
    [['ARG V', 'FROM php:${V:-8.2}'], {}, 'php:8.2'],
    [['ARG V=', 'FROM php:x${V-no}y'], {}, 'php:xy'],
    [['ARG V=1', 'FROM php:8${V:+-cli}'], {}, 'php:8-cli'],
    [['FROM php:8${V:+-cli}'], { V: 'not declared' }, 'php:8'],
    [['ARG A=8 B="${A}.4"', 'FROM "php:${B}"'], {}, 'php:8.4'],
    [['ARG A=8', 'FROM php:${NONE:-${A}}'], {}, 'php:8'],
    [['ARG I=redis', 'FROM ${I}'], { I: '10.0.0.1:5000/redis:7' }, '10.0.0.1:5000/redis:7']
  ])('%j with %j is %s', (lines, args, expected) => {
    expect(bases(lines, args as Record<string, string>)).toEqual([expected])
  })

  test('an ARG of a stage says nothing about a later FROM', () => {
    expect(bases(['ARG V=1', 'FROM a:$V', 'ARG V=2', 'FROM a:$V'])).toEqual(['a:1'])
  })

  test('a variable without a value is named with its line and the way out', () => {
    expect(() => bases(['# comment', 'FROM php:${VERSION}'])).toThrow(
      expect.objectContaining({
        code: 'input',
        message: 'Dockerfile line 2: "php:${VERSION}" names no image: it is "php:"',
        hint: expect.stringContaining('ARG')
      })
    )
  })
})

describe('other sources', () => {
  test('COPY --from and RUN --mount take images, stages and numbers of stages', () => {
    expect(
      bases([
        'FROM alpine AS one',
        'COPY --from=ONE /a /b',
        'COPY --from=one /a /b',
        'COPY --chown=1 --from=0 /a /b',
        'COPY --from=redis:7 /a /b',
        'RUN --mount=type=bind,from=php:8,target=/x true',
        'ONBUILD COPY --from=busybox /a /b'
      ])
    ).toEqual(['alpine', 'redis:7', 'php:8', 'busybox'])
  })

  test('the frontend that a syntax directive names is pulled too, but only on top of the file', () => {
    expect(bases(['# syntax=docker/dockerfile:1', 'FROM a'])).toEqual(['docker/dockerfile:1', 'a'])
    expect(bases(['# a comment', '# syntax=docker/dockerfile:1', 'FROM a'])).toEqual(['a'])
  })
})

describe('lines', () => {
  test('continuations, comments between them, and an escape of one’s own', () => {
    expect(bases(['FROM \\', '# why', '', '  redis:7 \\', '  AS x', 'FROM x'])).toEqual(['redis:7'])
    expect(bases(['# escape=`', 'FROM `', 'redis', 'RUN dir c:\\', 'FROM alpine'])).toEqual([
      'redis',
      'alpine'
    ])
  })

  test('a here-document is no instruction', () => {
    expect(
      bases([
        'FROM a',
        'RUN <<-EOF cat <<"X"',
        'FROM no',
        '\tEOF',
        'FROM no',
        'X',
        'COPY <<E /e',
        'FROM no',
        'E',
        'FROM b'
      ])
    ).toEqual(['a', 'b'])
    expect(bases(['FROM a', 'RUN cat <<<EOF', 'FROM b'])).toEqual(['a', 'b'])
  })
})

test('any text is read or refused with code input, and what comes out does not depend on line ends', async () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'FROM a',
      'FROM b AS c',
      'FROM c',
      'ARG X=1',
      'COPY --from=c . .',
      'RUN <<E',
      'E',
      '\\',
      '#'
    )
  )
  await fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), lines => {
      const clean = lines.map(each => each.replace(/[\r\n]/g, ' '))
      const outcome = (end: string) => {
        try {
          return basesOfDockerfile(clean.join(end))
        } catch (error) {
          expect(error).toMatchObject({ code: 'input' })
          return 'refused'
        }
      }
      expect(outcome('\r\n')).toEqual(outcome('\n'))
    }),
    { numRuns: 300 }
  )
})
