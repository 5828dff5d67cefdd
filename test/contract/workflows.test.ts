import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import YAML from 'yaml'
import { ACTIONS } from '../support/action-forms.ts'
import { interpolate } from '../support/expr.ts'
import { runWorkflow, type WorkflowRun } from '../support/workflow.ts'
import type { Options, Stub } from '../support/workflow-model.ts'

const scratch: string[] = []
afterEach(() => {
  for (const dir of scratch.splice(0)) rmSync(dir, { recursive: true })
})
function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'workflows-'))
  scratch.push(dir)
  return dir
}

describe('the linter', () => {
  const lint = (root: string): string => {
    const argv = ['tools/lint-workflows.mjs', root]
    return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout
  }
  const copy = (): string => {
    const root = folder()
    cpSync('.github', path.join(root, '.github'), { recursive: true })
    for (const name of Object.keys(ACTIONS))
      cpSync(`actions/${name}/action.yml`, path.join(root, `actions/${name}/action.yml`))
    return root
  }

  test('finds what is wrong, and nothing in our own', () => {
    const root = copy()
    const file = path.join(root, '.github/workflows/deploy.yml')
    const seeded = readFileSync(file, 'utf8')
      .replace('  push:', '  pull_request:\n  push:')
      .replace(/ {4}if: .*default_branch.*\n/, '')
      .replace(
        '      - id: swarm',
        '      - run: (umask 077 && printf \'%s\' "$DB_PASSWORD" > db_password.txt)\n        env:\n          DB_PASSWORD: ${{ secrets.DB_PASSWORD }}\n      - id: swarm'
      )
      .replace('      - id: images', '      - run: printf \'%s\' "$DB_PASSWORD"\n      - id: images')
      .replace(/actions\/checkout@\w+/, 'actions/checkout@v7')
      .replace('persist-credentials: false', 'persist-credentials: true')
      .replace('          keep:', '          kept:')
      .replace('steps.swarm.outputs.registry', 'steps.swarm.outputs.registri')
      .replace(
        '- run: printf \'%s\' "$DB_PASSWORD"',
        '- run: echo ${{ github.event.head_commit.message }} $HOME'
      )
      .replace('    timeout-minutes: 45\n', '')
      .replace(/^permissions:\n.*\n/m, '')
    writeFileSync(file, seeded)
    const found = lint(root)
    const rules = [...found.matchAll(/^(\S+?):.*\[(\S+)\]$/gm)].map(([, where, rule]) => `${where} ${rule}`)
    expect([...new Set(rules)].sort()).toEqual(
      [
        'artipacked',
        'actionlint/expression',
        'any-branch-on-own-runner',
        'excessive-permissions',
        'foreign-code-on-own-runner',
        'languageservice',
        'secret-on-disk',
        'shellcheck',
        'template-injection',
        'timeout',
        'unknown-output',
        'unpinned-uses'
      ]
        .map(rule => `.github/workflows/deploy.yml ${rule}`)
        .sort()
    )
    expect(found).toContain('swarm has no output registri')
  })
})

/** What stays on a runner: the files of the workspace that hold a text. */
const filesWith = (root: string, text: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[]).filter(
    file =>
      statSync(path.join(root, file)).isFile() && readFileSync(path.join(root, file), 'utf8').includes(text)
  )

describe('deploy.yml and verify.yml', () => {
  /** The actions' own reading of what the workflow gives them; the outputs are those of samples. */
  const stubs = (given: Record<string, Record<string, string>>): Record<string, Stub> => ({
    'actions/checkout': () => ({}),
    'actions/upload-artifact': inputs => {
      given.upload = inputs
      return {}
    },
    ...Object.fromEntries(
      Object.entries(ACTIONS).map(([name, code]): [string, Stub] => [
        `./actions/${name}`,
        inputs => {
          code.read(inputs)
          given[name] = inputs
          return { outputs: code.outputs }
        }
      ])
    )
  })
  const run = async (
    file: string,
    options: Partial<Options> = {}
  ): Promise<{ given: Record<string, Record<string, string>>; root: string } & WorkflowRun> => {
    const given: Record<string, Record<string, string>> = {}
    const root = folder()
    cpSync('.github', path.join(root, '.github'), { recursive: true })
    const payload = { repository: { default_branch: 'main' }, ...options.payload }
    const ran = await runWorkflow(`.github/workflows/${file}`, {
      root,
      stubs: stubs(given),
      ...options,
      payload
    })
    return { ...ran, given, root }
  }

  test('a push is built, deployed with what was built, and verified in the same swarm', async () => {
    const secrets = { DB_PASSWORD: 's3cret' }
    const { result, given, root, jobs } = await run('deploy.yml', { secrets })
    expect(result).toBe('success')
    expect(jobs.deploy?.environment).toEqual({ name: 'production' })
    expect(given['deploy-stack']?.secrets).toBe('db_password=s3cret')
    expect(filesWith(root, 's3cret')).toEqual([])
    expect(given['swarm-up']).toMatchObject({ name: 'production', keep: 'false' })
    expect(given['build-push']).toMatchObject({ cluster: 'swarmline', tags: '0'.repeat(40) })
    expect(given['deploy-stack']?.variables).toBe(`REGISTRY=10.79.0.5:5000\nTAG=${'0'.repeat(40)}\n`)
    expect(given.verify).toMatchObject({ cluster: 'swarmline', stack: 'workshop' })
    expect(given.upload).toMatchObject({ path: '/report' })
  })

  test('on a runner of your own the swarm stays up', async () => {
    const { given } = await run('deploy.yml', { vars: { SWARM_RUNNER: 'mine' } })
    expect(given['swarm-up']).toMatchObject({ keep: 'true' })
  })

  test.each([{ SWARM_RUNNER: 'mine' }, { SWARM_RUNNER_GROUP: 'swarm' }, {}])(
    'only what is merged is deployed or taken down by hand, with variables %j',
    async vars => {
      for (const file of ['deploy.yml', 'teardown.yml'])
        for (const ref of ['refs/heads/feature', 'refs/tags/main', 'refs/pull/7/merge']) {
          const github = { ref }
          const { given } = await run(file, {
            event: 'workflow_dispatch',
            inputs: { name: '' },
            vars,
            github
          })
          expect(given).toEqual({})
        }
    }
  )

  test.each([
    [{}, 'ubuntu-24.04'],
    [{ SWARM_RUNNER: 'mine' }, 'mine'],
    [{ SWARM_RUNNER: 'mine', SWARM_RUNNER_GROUP: 'my "swarm"' }, { group: 'my "swarm"' }]
  ])('with variables %j the job runs on %j', (vars, expected) => {
    for (const file of ['deploy.yml', 'teardown.yml']) {
      const { jobs } = YAML.parse(readFileSync(`.github/workflows/${file}`, 'utf8'))
      const [job] = Object.values(jobs) as { 'runs-on': string }[]
      expect(interpolate(job?.['runs-on'] ?? '', { vars })).toEqual(expected)
    }
  })

  test('code of a pull request runs on machines of GitHub’s only', () => {
    for (const file of readdirSync('.github/workflows')) {
      const { on, jobs } = YAML.parse(readFileSync(`.github/workflows/${file}`, 'utf8'))
      if (!('pull_request' in on)) continue
      for (const job of Object.values(jobs) as { 'runs-on': string }[])
        expect(job['runs-on']).toBe('ubuntu-24.04')
    }
  })

  test('a stack that does not converge is not verified', async () => {
    const given: Record<string, Record<string, string>> = {}
    const seen = stubs(given)
    const failing = { ...seen, './actions/deploy-stack': () => ({ exitCode: 1 }) }
    const { result } = await run('deploy.yml', { stubs: failing })
    expect(result).toBe('failure')
    expect(given.verify).toBeUndefined()
  })

  test('a pull request gets no secret and makes its own password', async () => {
    const { result, root, given } = await run('verify.yml', {
      event: 'pull_request',
      payload: { pull_request: { number: 7 } }
    })
    expect(result).toBe('success')
    const password = /^db_password=([0-9a-f]{48})$/.exec(given['deploy-stack']?.secrets ?? '')?.[1]
    expect(password).toBeDefined()
    expect(filesWith(root, password ?? '')).toEqual([])
    expect(readFileSync('.github/workflows/verify.yml', 'utf8')).not.toContain('secrets.')
    expect(given.verify).toMatchObject({ stack: 'workshop' })
  })

  test.each([
    [{}, { SWARM_RUNNER: 'mine' }, { name: '', all: 'true' }],
    [{ name: 'old' }, { SWARM_RUNNER: 'mine' }, { name: 'old', all: 'false' }],
    [{}, {}, undefined]
  ])('teardown with inputs %j and variables %j', async (inputs, vars, expected) => {
    const event = { event: 'workflow_dispatch', inputs: { name: '', ...inputs }, vars }
    expect((await run('teardown.yml', event)).given.teardown).toEqual(expected)
  })
})
