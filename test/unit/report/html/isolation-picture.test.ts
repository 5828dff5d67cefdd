import { describe, expect, test } from '@jest/globals'
import { isolationPicture } from '../../../../src/report/html/isolation-picture.ts'
import { STYLE } from '../../../../src/report/html/style.ts'
import type { IsolationMatrix, MatrixCell } from '../../../../src/verify/checks/isolation-matrix.rules.ts'

const cell = (from: string, to: string, over: Partial<MatrixCell> = {}): MatrixCell => ({
  from,
  to,
  expected: 'open',
  observed: 'open',
  verdict: 'as-expected',
  detail: 'task 10.0.0.2:80 on shop_front',
  ...over
})
const matrix = (over: Partial<IsolationMatrix> = {}): IsolationMatrix => ({
  services: ['web', 'api', 'db'],
  cells: [
    cell('web', 'api'),
    cell('api', 'web', { observed: 'blocked', verdict: 'unexpected' }),
    cell('web', 'db', { expected: 'blocked', observed: 'open', verdict: 'unexpected' }),
    cell('db', 'web', { expected: 'blocked', observed: 'blocked' }),
    cell('api', 'db', { observed: 'unknown', verdict: 'unknown', detail: 'db listens on no port' })
  ],
  published: [
    { from: 'api', to: 'web', port: 8080, state: 'open' },
    { from: 'db', to: 'web', port: 8080, state: 'blocked' }
  ],
  ...over
})
const drawn = (over?: Partial<IsolationMatrix>) => isolationPicture(matrix(over))?.markup ?? ''
const figure = (markup: string) => markup.split('<figcaption>')[0] ?? ''
const count = (text: string, part: string) => text.split(part).length - 1

describe('the picture of isolation', () => {
  test('one square for each edge, of its kind, and an empty one for each service and itself', () => {
    const svg = figure(drawn())
    expect(
      ['cell must open', 'cell blocked', 'cell wrong', 'cell wrong must', 'cell unknown', 'self'].map(kind =>
        count(svg, `class="${kind}"`)
      )
    ).toEqual([1, 1, 1, 1, 1, 3])
  })

  test('says in words what it shows', () => {
    expect(drawn()).toContain(
      'aria-label="Who reaches whom among 3 services: 5 edges, 2 not as they must be, 1 not known. api to web blocked. web to db open. api to db not known."'
    )
    expect(drawn()).toContain('<title>api → db: must be open, is not known (db listens on no port)</title>')
  })

  test('published ports stand in a column of their own', () => {
    expect(drawn()).toContain('<tspan class="port open">web:8080</tspan>')
    expect(drawn()).toContain('<tspan class="port blocked">web:8080 closed</tspan>')
    expect(drawn({ published: [] })).not.toContain('published')
  })

  test('hostile names stay text', () => {
    const evil = '"><script>alert(1)</script>'
    const markup = drawn({ services: [evil, 'web'], cells: [cell(evil, 'web', { detail: evil })] })
    expect(markup).not.toContain('<script')
    expect(markup).not.toContain('""')
  })

  test('nothing to draw, or too much for a picture, is no picture', () => {
    expect(isolationPicture(matrix({ cells: [] }))).toBeUndefined()
    expect(
      isolationPicture(matrix({ services: Array.from({ length: 41 }, (_, i) => `s${i}`) }))
    ).toBeUndefined()
  })

  test('the page’s style sheet has its rules', () => {
    for (const name of ['cell.wrong', 'cell.unknown', 'cell.must'])
      expect(STYLE).toContain(`.isolation .${name}`)
  })
})
