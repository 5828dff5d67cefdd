import { describe, expect, test } from '@jest/globals'
import { isolationPicture } from '../../../../src/report/html/isolation-picture.ts'
import { STYLE } from '../../../../src/report/html/style.ts'
import type { IsolationMatrix, MatrixCell, MatrixPort } from '../../../../src/verify/verdict.ts'

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

  describe('ports', () => {
    const port = (from: string, over: Partial<MatrixPort> = {}): MatrixPort => ({
      from,
      to: 'web',
      port: 8080,
      state: 'open',
      ...over
    })
    /** The square of each port, by what it says when the mouse is over it. */
    const squares = (over: Partial<IsolationMatrix>) =>
      [
        ...figure(drawn(over)).matchAll(
          /translate\((\d+) (\d+)\)"><title>([^<]*)<\/title><g class="([^"]*)"/g
        )
      ]
        .map(([, x = '', y = '', title = '', kind = '']) => ({ x, y, title, kind }))
        .filter(({ title }) => title.includes(':8080,') || title.includes(':9,'))

    test('each has a column of its own beside the services, with a square for each source', () => {
      const [api, db] = squares({})
      expect([api?.title, api?.kind, db?.title, db?.kind]).toEqual([
        'api → web:8080, published: is open',
        'cell free',
        'db → web:8080, published: is blocked',
        'cell free'
      ])
      expect(api?.x).toBe(db?.x)
      expect(api?.y).not.toBe(db?.y)
      expect(Number(api?.x)).toBeGreaterThan(150 + 3 * 34)
      expect(count(figure(drawn()), '>web:8080</text>')).toBe(1)
      expect(drawn()).toContain('>published</text>')
      expect(drawn({ published: [] })).not.toContain('published')
    })

    test.each<[string, Partial<MatrixPort>, string]>([
      ['open, as a rule has it', { expected: 'open' }, 'cell must open'],
      ['blocked, as a rule has it', { expected: 'blocked', state: 'blocked' }, 'cell blocked'],
      ['open against a rule', { expected: 'blocked', isUnexpected: true }, 'cell wrong'],
      [
        'blocked against a rule',
        { expected: 'open', state: 'blocked', isUnexpected: true },
        'cell wrong must'
      ],
      ['not known', { expected: 'open', state: 'unknown' }, 'cell unknown'],
      ['open, and no rule says whether', {}, 'cell free']
    ])('%s is marked as an edge is', (_how, over, kind) => {
      expect(squares({ published: [port('db', over)] }).map(square => square.kind)).toEqual([kind])
      expect(squares({ published: [], udp: [port('db', { ...over, port: 9 })] })[0]?.kind).toBe(kind)
    })

    test('those by UDP stand apart from the published ones', () => {
      const markup = drawn({ udp: [port('db', { to: 'api', port: 9, expected: 'open' })] })
      expect(markup).toContain('>by UDP</text>')
      expect(markup).toContain('>api:9</text>')
      expect(markup).toContain('db → api:9, by UDP: must be open, is open')
      const [published, , udp] = squares({ udp: [port('db', { to: 'api', port: 9, expected: 'open' })] })
      expect(Number(udp?.x)).toBeGreaterThan(Number(published?.x) + 34)
      expect(drawn()).not.toContain('UDP')
    })

    test('a wrong one is said to those who hear the page', () => {
      expect(drawn({ published: [port('db', { expected: 'blocked', isUnexpected: true })] })).toContain(
        ' db to web:8080 published open."'
      )
    })

    test('of more than there is room for, the wrong ones are drawn', () => {
      const many = Array.from({ length: 50 }, (_, i) => port('db', { port: i + 1 }))
      const markup = drawn({
        published: [...many, port('db', { port: 8080, expected: 'blocked', isUnexpected: true })]
      })
      expect(markup).toContain('>published, and 11 more</text>')
      expect(count(figure(markup), 'cell free')).toBe(39)
      expect(markup).toContain('db → web:8080, published: must be blocked, is open')
    })

    test('hostile ones stay text', () => {
      const evil = '"><script>alert(1)</script>'
      expect(drawn({ published: [port('db', { to: evil })] })).not.toContain('<script')
    })
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
