import { describe, expect, test } from '@jest/globals'
import { explain } from '../../../src/errors.ts'
import { referencesOf, repositoryOf } from '../../../src/images/plan.rules.ts'

const naming = (registry: string, namespace = '', prefix = '') => ({ registry, namespace, prefix })

describe('names', () => {
  test.each([
    [naming('10.0.0.1:5000', 'team', 'workshop-'), 'backend', '10.0.0.1:5000/team/workshop-backend'],
    [naming('ghcr.io', 'org/project'), 'web', 'ghcr.io/org/project/web'],
    [naming('', 'user', 'docker-swarm-workshop-'), 'backend', 'user/docker-swarm-workshop-backend'],
    [naming('docker.io', 'user'), 'web', 'user/web'],
    [naming('localhost:5000', '/team/'), 'web', 'localhost:5000/team/web']
  ])('%j %s', (given, name, expected) => expect(repositoryOf(given, name)).toBe(expected))

  test('one reference for each tag, none twice', () => {
    expect(referencesOf(naming('r:5000', 't'), 'web', ['v1', 'latest', 'v1'])).toEqual([
      'r:5000/t/web:v1',
      'r:5000/t/web:latest'
    ])
  })
})

describe('what docker would not take is refused, with what it may be', () => {
  const refused = (given: ReturnType<typeof naming>, name: string, tags = ['v1']): string => {
    try {
      return referencesOf(given, name, tags).join()
    } catch (error) {
      return explain(error)
    }
  }
  test.each([
    [refused(naming('https://ghcr.io', 'x'), 'web'), /without https/],
    [refused(naming('registry', 'x'), 'web'), /"registry" is not a registry's address/],
    [refused(naming('ghcr.io', 'Team'), 'web'), /lower case/],
    [refused(naming('ghcr.io', 't'), 'Web'), /lower case/],
    [refused(naming('ghcr.io', 't'), ''), /no name/],
    [refused(naming('ghcr.io', 't'), 'web:v2'), /without tag/],
    [refused(naming('ghcr.io', 't'), 'web', []), /no tag/],
    [refused(naming('ghcr.io', 't'), 'web', ['-x']), /"-x" is not a tag/],
    [refused(naming('ghcr.io', 't'), 'web', ['feature/x']), /is not a tag/]
  ])('%s', (said, expected) => expect(said).toMatch(expected))
})
