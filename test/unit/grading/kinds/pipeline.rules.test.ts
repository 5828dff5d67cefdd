import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { judgePipeline } from '../../../../src/grading/kinds/pipeline/judge.ts'

const BUILD = '{ run: docker build -t x . }'
const TEST = '{ name: Test, run: bin/smoke-test x }'
const PUSH = '{ name: Push, run: docker push x }'
const SMOKE =
  '#!/bin/sh\ncontainer=$(docker run --detach "$1")\ndocker exec "$container" curl -f http://127.0.0.1/\n'
const scripts = [
  { file: 'bin/smoke-test', text: SMOKE },
  { file: 'bin/push', text: '#!/bin/sh\ndocker push "$1"\n' },
  { file: 'bin/empty-test', text: '#!/bin/sh\n# docker run would be nice\necho docker run "$1"\n' }
]
const job = (steps: string[], more = '') => `{ runs-on: x, ${more} steps: [${steps.join(', ')}] }`
const judge = (...jobs: [string, string][]) =>
  judgePipeline({
    workflows: [
      { file: 'w.yml', text: `on: push\njobs:\n${jobs.map(([id, text]) => `  ${id}: ${text}\n`).join('')}` }
    ],
    scripts
  })

describe('a pipeline that tests before it pushes', () => {
  test.each<[string, [string, string][]]>([
    ['in one job', [['a', job([BUILD, TEST, PUSH])]]],
    [
      'in a job that the other needs',
      [
        ['t', job([TEST])],
        ['p', job([PUSH], 'needs: t,')]
      ]
    ],
    [
      'by way of a third',
      [
        ['t', job([TEST])],
        ['m', job([BUILD], 'needs: [t],')],
        ['p', job([PUSH], 'needs: [m],')]
      ]
    ],
    ['with a script that pushes', [['a', job([TEST, '{ run: ./bin/push x }'])]]],
    [
      'with an action',
      [
        [
          'a',
          job([
            '{ run: docker compose run web phpunit }',
            '{ uses: docker/build-push-action@v7, with: { push: true } }'
          ])
        ]
      ]
    ],
    ['with this project’s own', [['a', job([TEST, '{ uses: someone/swarmline/actions/build-push@v1 }'])]]],
    [
      'only on the main branch',
      [['a', job([TEST, '{ run: docker push x, if: "github.ref_name == \'main\'" }'])]]
    ],
    [
      'where the first build is not pushed',
      [['a', job(['{ uses: docker/build-push-action@v7, with: { push: false, load: true } }', TEST, PUSH])]]
    ]
  ])('%s', (_how, jobs) => {
    expect(judge(...jobs)).toMatchObject({ status: 'pass' })
  })

  test('the one that the text has', () => {
    const text = readFileSync('workshop/steps/19-pipeline/.github/workflows/images.yml', 'utf8')
    const smoke = readFileSync('workshop/steps/19-pipeline/bin/smoke-test', 'utf8')
    expect(
      judgePipeline({
        workflows: [{ file: 'images.yml', text }],
        scripts: [{ file: 'bin/smoke-test', text: smoke }]
      })
    ).toMatchObject({ status: 'pass', observed: 'images.yml: Push' })
  })
})

describe('is not one', () => {
  test.each<[string, [string, string][], string]>([
    ['without a test', [['a', job([BUILD, PUSH])]], 'w.yml: Push comes after no test'],
    ['with the test behind', [['a', job([PUSH, TEST])]], 'w.yml: Push comes before the test'],
    [
      'with the test in a job beside',
      [
        ['t', job([TEST])],
        ['p', job([PUSH])]
      ],
      'w.yml: Push comes before the test'
    ],
    [
      'with a test that may fail',
      [['a', job(['{ run: bin/smoke-test x, continue-on-error: true }', PUSH])]],
      'w.yml: Push comes after a test whose failure is ignored'
    ],
    [
      'with a test that cannot fail',
      [['a', job(['{ run: "docker run x || true" }', PUSH])]],
      'w.yml: Push comes after no test'
    ],
    [
      'with a script whose failure is forgiven',
      [['a', job(['{ run: "bin/smoke-test x || true" }', PUSH])]],
      'w.yml: Push comes after no test'
    ],
    [
      'with a push that always runs',
      [['a', job([TEST, '{ name: Push, run: docker push x, if: always() }'])]],
      'w.yml: Push runs also when the test failed'
    ],
    [
      'with a push unless cancelled',
      [['a', job([TEST, '{ name: Push, run: docker push x, if: "${{ !cancelled() }}" }'])]],
      'w.yml: Push runs also when the test failed'
    ],
    [
      'with a job that always runs',
      [
        ['t', job([TEST])],
        ['p', job([PUSH], 'needs: t, if: always(),')]
      ],
      'w.yml: Push runs also when the test failed'
    ],
    [
      'with a test in words only',
      [['a', job(['{ run: echo docker run x }', PUSH])]],
      'w.yml: Push comes after no test'
    ],
    [
      'with a comment for a test',
      [['a', job(['{ run: "# docker run x" }', PUSH])]],
      'w.yml: Push comes after no test'
    ],
    [
      'with a script that tests nothing',
      [['a', job(['{ run: bin/empty-test x }', PUSH])]],
      'w.yml: Push comes after no test'
    ],
    [
      'with a need that is not there',
      [['p', job([PUSH], 'needs: [gone],')]],
      'w.yml: Push comes after no test'
    ],
    [
      'with needs in a circle',
      [
        ['a', job([BUILD], 'needs: [p],')],
        ['p', job([PUSH], 'needs: [a],')]
      ],
      'w.yml: Push comes after no test'
    ],
    ['when nothing is pushed', [['a', job([BUILD, TEST])]], 'no step pushes an image'],
    [
      'when the push is in words only',
      [['a', job([TEST, '{ run: echo docker push x }'])]],
      'no step pushes an image'
    ],
    [
      'with --push in the build',
      [['a', job(['{ name: B, run: docker buildx build --push -t x . }', TEST])]],
      'w.yml: B comes before the test'
    ]
  ])('%s', (_how, jobs, observed) => {
    expect(judge(...jobs)).toMatchObject({ status: 'fail', observed })
  })

  test.each([
    ['nothing', []],
    ['no workflow', [{ file: 'w.yml', text: 'text' }]],
    ['no YAML', [{ file: 'w.yml', text: '{' }]],
    [
      'strange forms',
      [
        {
          file: 'w.yml',
          text: 'jobs: { a: { steps: 3, needs: { x: y } }, b: null, c: { steps: [null, 1] } }'
        }
      ]
    ]
  ])('%s', (_what, workflows) => {
    expect(judgePipeline({ workflows, scripts })).toMatchObject({ status: 'fail' })
  })
})
