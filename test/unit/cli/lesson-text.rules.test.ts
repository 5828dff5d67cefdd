import { describe, expect, test } from '@jest/globals'
import { lessonText } from '../../../src/cli/lesson-text.rules.ts'
import { assignmentNames, readmeOf } from '../../support/workshop/course.ts'

const LESSON = `# 1. A title

**Goal.** Learn *it*: see [the page](https://docs.docker.com/x/) and [ours](../a.md).

\`\`\`bash
docker node ls **stays**
\`\`\`

\`\`\`yaml title="a.yml"
a: [b](c)
\`\`\`

<details>
<summary>What does <code>-d</code> do?</summary>

It detaches.

</details>
`

describe('a lesson in a terminal', () => {
  test('folds its answers, and says how to see them', () => {
    const text = lessonText(LESSON, { withAnswers: false })
    expect(text).toContain('▸ What does `-d` do?')
    expect(text).not.toContain('detaches')
    expect(text).toContain('--answers')
  })

  test('shows them when they are asked for', () => {
    const text = lessonText(LESSON, { withAnswers: true })
    expect(text).toContain('It detaches.')
    expect(text).not.toContain('--answers')
  })

  test('keeps the words of links and of code as they are', () => {
    const text = lessonText(LESSON, { withAnswers: false })
    expect(text).toContain('Goal. Learn *it*: see the page (https://docs.docker.com/x/) and ours.')
    expect(text).toContain('    docker node ls **stays**')
    expect(text).toContain('    ── a.yml\n    a: [b](c)')
  })

  test.each(assignmentNames())('%s has neither HTML nor fences left', name => {
    for (const withAnswers of [false, true])
      expect(lessonText(readmeOf(name), { withAnswers })).not.toMatch(/<\/?(?:details|summary|code)>|^ *```/m)
  })
})
