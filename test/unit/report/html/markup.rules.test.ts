import { expect, test } from '@jest/globals'
import { html, verbatim } from '../../../../src/report/html/markup.rules.ts'

test('text is escaped, markup is not, lists are joined, nothing is nothing', () => {
  const inner = html`<b>${'<&>"\''}</b>`
  expect(html`<p>${inner}${[inner, 'x']}${undefined}${false}${0}</p>`.markup).toBe(
    '<p><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>x0</p>'
  )
})

test('a list within a list is escaped as well', () => {
  expect(html`${[['<i>'], [verbatim('<i>')]]}`.markup).toBe('&lt;i&gt;<i>')
})
