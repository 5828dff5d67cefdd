import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checksOf } from '../../../src/engine/doctor-checks.rules.ts'
import { gradingKinds } from '../../../src/grading/kinds/all.ts'
import { loadAssignments } from '../../../src/grading/suite/load-workshop.ts'
import { assignmentNames, readmeOf, starter, states, WORKSHOP } from '../../support/workshop/course.ts'
import { KNOWN_PAGES } from '../../support/workshop/known-pages.ts'
import { type Action, linksOf, readLesson } from '../../support/workshop/lesson.ts'
import { findings } from '../engine/findings-builder.ts'

const NAMES = assignmentNames()
const actionsOf = (name: string): Action[] => readLesson(readmeOf(name))
const scriptsOf = (name: string): string[] =>
  actionsOf(name).flatMap(action => (action.kind === 'run' ? [action.script] : []))
const solution = { files: [], read: async () => '', runScripts: async () => [] }
const assignments = await loadAssignments({
  root: WORKSHOP,
  kinds: gradingKinds(solution),
  facts: { NODES: '3', PORT: '80' },
  cast: new Map()
})

test('every assignment has a text and a suite, numbered without a gap', () => {
  expect(NAMES.map(name => Number.parseInt(name, 10))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  for (const name of NAMES)
    for (const file of ['README.md', 'checks.yml'])
      expect(existsSync(path.join(WORKSHOP, 'assignments', name, file))).toBe(true)
})

test('a folder shows 100 points, a swarm 7 more, and the bonuses are 16', () => {
  const sum = (some: typeof assignments) =>
    some.flatMap(({ checks }) => checks).reduce((total, { points }) => total + points, 0)
  expect(sum(assignments.filter(each => !each.isBonus && !each.needsSwarm))).toBe(100)
  expect(sum(assignments.filter(each => each.needsSwarm))).toBe(7)
  expect(sum(assignments.filter(each => each.isBonus))).toBe(16)
})

describe.each(NAMES)('the text of %s', name => {
  const text = readmeOf(name)

  test('has a goal, a reason, steps, something to look at, questions and what to read', () => {
    expect(text).toMatch(new RegExp(`^# ${Number.parseInt(name, 10)}\\. `))
    for (const part of [
      '**Goal.** ',
      '**Why.** ',
      '## Steps',
      '## What to look at',
      '## Questions',
      '## Read more'
    ])
      expect(text).toContain(`\n${part}`)
  })

  test('folds the answers to its questions', () => {
    const questions = text.slice(text.indexOf('## Questions'), text.indexOf('## Read more'))
    const folded = [...questions.matchAll(/<details>\n<summary>(.+?)<\/summary>\n\n[\s\S]+?\n\n<\/details>/g)]
    expect(folded.length).toBeGreaterThan(0)
    for (const [, question = ''] of folded) expect(question).toMatch(/\?$/)
    expect(questions.replace(/<details>[\s\S]+?<\/details>/g, '').trim()).toBe('## Questions')
  })

  test('leads to pages that are known, and to files that are there', () => {
    for (const link of linksOf(text))
      if (/^[a-z]+:/.test(link)) expect(KNOWN_PAGES).toContain(link.replace(/#.*$/, ''))
      else expect(existsSync(path.join(WORKSHOP, 'assignments', name, link.replace(/#.*$/, '')))).toBe(true)
  })

  test('ends with its check, and has no command that does not end by itself', () => {
    const script = scriptsOf(name).join('\n')
    expect(script).toContain(`swarmline workshop check ${name.slice(0, 2)}\n`)
    expect(script).not.toMatch(/^\s*watch |--follow| -f |exec (?:-it|--interactive)|docker attach/m)
  })

  test('keeps passwords out of command lines', () => {
    expect(scriptsOf(name).join('\n')).not.toMatch(/--requirepass|redis-cli .*-a |--password[ =]\S/)
  })
})

describe('the blocks', () => {
  test('of every text fit the files as the texts before left them', () => {
    expect([...states().keys()]).toEqual(NAMES)
  })

  test('change files by chmod alone, so that what they write is known', () => {
    for (const name of NAMES)
      for (const script of scriptsOf(name)) {
        const redirected = script.match(/>>?\s*(?!&|\/dev\/null)[\w./"$]+/g) ?? []
        expect(redirected.filter(each => !each.endsWith('db_password.txt'))).toEqual([])
        expect(script).not.toMatch(/^\s*(?:sed -i|tee|cp|mv|rm|mkdir|touch) /m)
      }
  })

  test('call only scripts that are there by then, and may be run', () => {
    const known = new Map([
      ['starter', starter()],
      ...[...states()].map(([name, { folder }]) => [name, folder] as const)
    ])
    for (const [index, name] of NAMES.entries())
      for (const script of scriptsOf(name))
        for (const [, file = ''] of script.matchAll(/^\s*(bin\/\S+)/gm)) {
          const before = known.get(NAMES[index - 1] ?? 'starter')?.get(file)
          const now = known.get(name)?.get(file)
          expect([name, file, (before ?? now)?.isExecutable]).toEqual([name, file, true])
        }
  })

  test('set the variables that they use', () => {
    const given = new Set(['DOCKER_HUB_USERNAME'])
    for (const name of NAMES)
      for (const script of scriptsOf(name)) {
        const plain = script.replace(/'[^']*'/g, '')
        for (const [, variable = ''] of plain.matchAll(/^\s*(?:export )?(\w+)=/gm)) given.add(variable)
        for (const [, variable = ''] of plain.matchAll(/^\s*for (\w+) in/gm)) given.add(variable)
        for (const [, used = ''] of plain.matchAll(/\$\{?([A-Za-z_]\w*)/g))
          expect([name, used, given.has(used)]).toEqual([name, used, true])
      }
  })
})

describe('figures', () => {
  test('managers, their majority and what may be lost', () => {
    const rows = [...readmeOf('02-managers').matchAll(/^\| (\d+) \| (\d+) \| (\d+) \|$/gm)]
    expect(rows.length).toBe(6)
    for (const [, managers, majority, lost] of rows) {
      expect(Number(majority)).toBe(Math.floor(Number(managers) / 2) + 1)
      expect(Number(lost)).toBe(Number(managers) - Number(majority))
    }
  })

  test('memory and disk are what doctor wants', () => {
    const [, memory = '', disk = ''] =
      /wants (\d+) GiB of free memory and (\d+) GiB of free\s+disk/.exec(readmeOf('01-local-swarm')) ?? []
    const status = (gibOfMemory: number, gibOfDisk: number) => {
      const given = findings()
      const found = checksOf({
        ...given,
        system: { ...given.system, memoryAvailableBytes: gibOfMemory * 1024 ** 3 },
        cache: { ...given.cache, freeBytes: gibOfDisk * 1024 ** 3 }
      })
      return ['memory', 'disk'].map(line => found.find(each => each.name === line)?.status)
    }
    expect(status(Number(memory), Number(disk))).toEqual(['good', 'good'])
    expect(status(Number(memory) - 0.1, Number(disk) - 0.1)).toEqual(['note', 'note'])
  })

  test('an update of three with a delay of 15 seconds takes 60, and starts', () => {
    const text = readmeOf('08-rolling-updates')
    expect(text).toContain('--update-delay 15s')
    expect(text).toContain(`That makes ${3 * 15 + 15} seconds`)
  })

  test('the registry is where up puts it, and the names of nodes are those that it gives', async () => {
    const { planAddresses } = await import('../../../src/cluster/addresses.rules.ts')
    const plan = planAddresses({ managers: 1, workers: 2 })
    expect(readmeOf('03-backend-image')).toContain(plan.registry)
    const named = NAMES.flatMap(name => [...readmeOf(name).matchAll(/\b(?:manager|worker)\d\b/g)].flat())
    expect([...new Set(named)].sort()).toEqual(plan.nodes.map(node => node.name).sort())
  })
})

test('the table of assignments is in the workshop’s README, with links that lead somewhere', () => {
  const text = readFileSync(path.join(WORKSHOP, 'README.md'), 'utf8')
  for (const { name, title } of assignments)
    expect(text).toContain(`[${title}](assignments/${name}/README.md)`)
  for (const link of linksOf(text))
    expect([link, existsSync(path.join(WORKSHOP, link))]).toEqual([link, true])
})
