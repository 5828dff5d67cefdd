import { afterEach, expect, test } from '@jest/globals'
import { gradingKinds } from '../../src/grading/kinds/all.ts'
import { outcomesOf } from '../../src/grading/points/outcomes.rules.ts'
import { loadAssignments } from '../../src/grading/suite/load-workshop.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { describeIf } from '../support/requires.ts'
import { WORKSHOP } from '../support/workshop/course.ts'
import type { Folder } from '../support/workshop/folder.ts'
import { judgePages, PAGE_CHECKS } from '../support/workshop/local-grade.ts'
import {
  askRepeatedly,
  type Launch,
  type LocalServers,
  startServers
} from '../support/workshop/local-servers.ts'
import { mutants } from '../support/workshop/mutants.ts'
import { solutions } from '../support/workshop/solutions.ts'
import { steps } from '../support/workshop/steps.ts'
import { verdict } from '../unit/grading/builders.ts'

// The pages of steps, solutions and mutants, served by the programs themselves and judged by the grader’s checks. What
// needs a container or a swarm is not here.

const assignments = await loadAssignments({
  root: WORKSHOP,
  kinds: gradingKinds({ files: [], read: async () => '', runScripts: async () => [] }),
  facts: { NODES: '3', PORT: '80' },
  cast: new Map([['BACKEND', 'backend']])
})
const checks = assignments.flatMap(each => each.checks)
/** Each server has a hostname of its own, which only root can give it. */
const isRoot = process.getuid?.() === 0
const paged = checks.filter(({ id }) => PAGE_CHECKS.includes(id))

const php = (cwd: string, script: string): Launch => ({
  cwd,
  // Debian's settings are not those of the official image, which has none.
  argv: port => [
    'php',
    '-d',
    'output_buffering=0',
    '-d',
    'display_errors=1',
    '-S',
    `127.0.0.1:${port}`,
    script
  ]
})
const BOOK = php('backend/web', 'index.php')

let servers: LocalServers | undefined
afterEach(async () => {
  await servers?.stop()
  servers = undefined
})

/** Outcomes of the checks of pages; all others are taken to pass. `noise` are pages that others ask for meanwhile. */
async function graded(
  folder: Folder,
  launch: Launch,
  noise: readonly string[]
): Promise<Map<string, { outcome: string; observed: string }>> {
  servers = await startServers(folder, launch)
  const quiet = noise.map(page => askRepeatedly(servers?.ports ?? [], page, 400))
  try {
    const seen = await judgePages(
      paged.map(check => check.suite),
      servers.ports
    )
    const all = new Map<string, Verdict>(
      checks.map(({ id }) => [id, seen.find(each => each.id === id) ?? verdict(id)])
    )
    const became = outcomesOf(checks, { verdicts: all, cast: [] })
    return new Map(PAGE_CHECKS.map(id => [id, became.get(id) ?? { outcome: 'missing', observed: '' }]))
  } finally {
    for (const end of quiet) end()
  }
}

/** The page that the image’s health check asks for. */
function healthPage(folder: Folder): string[] {
  const dockerfile = folder.get('backend/Dockerfile')?.text ?? ''
  const [, page] = /HEALTHCHECK[\s\S]*?127\.0\.0\.1(\/\S*)/.exec(dockerfile) ?? []
  return page === undefined ? [] : [page]
}

const passed = (became: Awaited<ReturnType<typeof graded>>): string[] =>
  [...became].filter(([, { outcome }]) => outcome === 'passed').map(([id]) => id)

describeIf(isRoot, 'not root', 'the page after', () => {
  const ALL = steps().filter(({ name }) => name >= '05' && name < '20')
  test.each(ALL.map(step => [step.name, step] as const))('%s', async (name, { folder }) => {
    const due = assignments.filter(each => each.name <= name).flatMap(each => each.checks.map(({ id }) => id))
    const noise = [...healthPage(folder), ...(name >= '18' ? ['/metrics'] : [])]
    // A step before has a Redis without a password: its page logs in nowhere, and is let in here by none.
    const isOpen = !(folder.get('backend/web/index.php')?.text ?? '').includes('auth(')
    const became = await graded(withLogin(folder, isOpen), BOOK, noise)
    expect(passed(became)).toEqual(PAGE_CHECKS.filter(id => due.includes(id)))
  })
})

/** Redis wants a password here, which steps before it do not know. */
function withLogin(folder: Folder, isOpen: boolean): Folder {
  const page = folder.get('backend/web/index.php')
  if (!isOpen || !page) return folder
  const text = page.text.replace(
    '6379, 2);\n',
    "6379, 2);\n$redis->auth(trim(file_get_contents('/run/secrets/db_password')));\n"
  )
  return new Map([...folder, ['backend/web/index.php', { ...page, text }]])
}

describeIf(isRoot, 'not root', 'the pages of', () => {
  const own = solutions()
  const env = ({
    redisPort,
    passwordFile,
    port
  }: {
    redisPort: number
    passwordFile: string
    port: number
  }) => ({
    ...{
      PORT: String(port),
      REDIS_HOST: '127.0.0.1',
      REDIS_PORT: String(redisPort),
      PASSWORD_FILE: passwordFile
    },
    STORE_KEY_FILE: passwordFile
  })
  test.each<[string, Launch]>([
    ['by-the-book', BOOK],
    ['more-networks', BOOK],
    ['configs-in-place', php('configs', 'index.php')],
    ['other-names', { ...php('site/web', 'front.php'), env }],
    ['node-server', { cwd: 'backend', argv: () => [process.execPath, 'server.mjs'], env }],
    ['python-server', { cwd: 'backend', argv: () => ['python3', 'server.py'], env }]
  ])('%s earn all points', async (name, launch) => {
    const folder = own.get(name)?.folder ?? new Map()
    const became = await graded(folder, launch, ['/healthcheck', '/alive', '/metrics', '/favicon.ico'])
    expect([...became].filter(([, { outcome }]) => outcome !== 'passed')).toEqual([])
  })
})

describeIf(isRoot, 'not root', 'the mutant', () => {
  const PAGES = /^backend\/(?:web\/index\.php|Dockerfile)$/
  const ofPages = mutants().filter(
    ({ area, changes }) =>
      (/^(?:07|13|18)-/.test(area) || area === 'bounded') &&
      Object.keys(changes).length > 0 &&
      Object.keys(changes).every(file => PAGES.test(file)) &&
      'backend/web/index.php' in changes
  )
  const counting = mutants().filter(({ area, id }) => area === '09-health' && id === 'counts')

  test.each([...ofPages, ...counting].map(mutant => [`${mutant.area}/${mutant.id}`, mutant] as const))(
    '%s',
    async (_id, mutant) => {
      const became = await graded(mutant.folder, BOOK, [...healthPage(mutant.folder), '/metrics'])
      const expected = outcomesOf(checks, {
        verdicts: new Map(checks.map(({ id }) => [id, verdict(id, id in mutant.fails ? 'fail' : 'pass')])),
        cast: []
      })
      expect([...became].map(([id, { outcome }]) => [id, outcome])).toEqual(
        PAGE_CHECKS.map(id => [id, expected.get(id)?.outcome])
      )
      for (const [id, words] of Object.entries(mutant.fails))
        if (PAGE_CHECKS.includes(id))
          expect([id, became.get(id)?.observed]).toEqual([id, expect.stringContaining(words)])
    }
  )
})
