// Everything of ours that reads a text which others wrote: name → the reading.
import { parseCluster } from '../../../src/cluster/cluster-file.rules.ts'
import { loginSource } from '../../../src/docker/config-file.rules.ts'
import { readYaml } from '../../../src/effects/yaml/yaml.rules.ts'
import { explainSsh } from '../../../src/engine/ssh-errors.rules.ts'
import { parseHostKey, parseSshHost } from '../../../src/engine/ssh-target.rules.ts'
import { consoleLines } from '../../../src/engine/vm/console.rules.ts'
import { explain } from '../../../src/errors.ts'
import { dockerfileRefusals } from '../../../src/grading/allowed/dockerfile.rules.ts'
import { readRoom } from '../../../src/grading/folder/room-answers.rules.ts'
import { judgePipeline } from '../../../src/grading/kinds/pipeline/judge.ts'
import { explainBuild, explainPush } from '../../../src/images/build-errors.rules.ts'
import { challengeOf } from '../../../src/images/challenge.rules.ts'
import { basesOfDockerfile } from '../../../src/images/dockerfile-bases.rules.ts'
import { readDockerfile } from '../../../src/images/dockerfile-lines.rules.ts'
import { parseManifest } from '../../../src/images/manifest.rules.ts'
import { plannedPackages, refusalOf } from '../../../src/images/offline/apt-answers.rules.ts'
import { chooseMirror, guessMirror, signedBy } from '../../../src/images/offline/apt-sources.rules.ts'
import { refusalByRegistry } from '../../../src/images/offline/registry-refusal.rules.ts'
import { parseReference } from '../../../src/images/references.rules.ts'
import { durationMs } from '../../../src/plain/durations.ts'
import { createRedactor } from '../../../src/plain/redact.ts'
import { withoutUrlSecrets } from '../../../src/plain/urls.ts'
import { code, text as markdownText, preformatted } from '../../../src/report/markdown.rules.ts'
import { oneLine, plain, withoutCommands } from '../../../src/report/text.rules.ts'
import { categorise } from '../../../src/rollout/category.rules.ts'
import { presentable } from '../../../src/rollout/log-lines.rules.ts'
import {
  explainDeploy,
  isAway,
  isWorthRetrying,
  lostNetwork,
  refusedService
} from '../../../src/stack/apply/deploy-errors.rules.ts'
import { parseDigests } from '../../../src/stack/plan/digests/pushed-digests.rules.ts'
import { parseSettings } from '../../../src/stack/plan/settings/parse-settings.rules.ts'
import { parseEnvFile } from '../../../src/stack/read/env-file.rules.ts'
import { interpolate } from '../../../src/stack/read/interpolate.rules.ts'
import { parsePort } from '../../../src/stack/read/ports.rules.ts'
import { readHead } from '../../../src/traffic/head.rules.ts'
import { isPattern, matchesPattern } from '../../../src/verify/judging/pattern.rules.ts'
import { neutralise } from '../../../src/verify/judging/untrusted-text.rules.ts'
import { parseExposition } from '../../../src/verify/kinds/metrics/exposition.rules.ts'
import { readAnswer } from '../../../src/verify/looking/http-inside.rules.ts'
import { parseSuite } from '../../../src/verify/suite/suite-file.ts'
import type { Readings } from './watch.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const REACHED = { host: 'h', user: 'u', port: 22 } as never

const TEXTS: Readings = {
  parseCluster: text => parseCluster(text, 'f'),
  // Whoever calls it takes what is no JSON for no login.
  loginSource: text => (isJson(text) ? loginSource(text, ['h', text.slice(0, 40)]) : undefined),
  parseHostKey,
  parseSshHost,
  explainSsh: text => explainSsh(REACHED, text),
  consoleLines,
  explain: text => explain(new Error(text)),
  dockerfileRefusals: text => dockerfileRefusals('Dockerfile', text),
  readRoom,
  explainBuild: text => explainBuild('b', text.split('\n')),
  explainPush: text => explainPush('a:1', text),
  challengeOf: text => challengeOf(text, new URL('https://r.example')),
  challengeOfBearer: text => challengeOf(`Bearer ${text}`, new URL('https://r.example')),
  basesOfDockerfile: text => basesOfDockerfile(text),
  readDockerfile,
  parseManifest: text => parseManifest(Buffer.from(text)),
  plannedPackages,
  refusalOf,
  chooseMirror,
  guessMirror,
  signedBy: text => signedBy(text, 1),
  refusalByRegistry: text =>
    refusalByRegistry({ status: 500, text, registry: 'r', repository: 'x', username: undefined }),
  parseReference,
  withoutUrlSecrets,
  code: text => code(text),
  markdownText: text => markdownText(text),
  preformatted: text => preformatted(text.split('\n')),
  oneLine,
  plain,
  withoutCommands,
  categorise,
  presentable,
  explainDeploy: text => explainDeploy('s', text),
  isAway,
  isWorthRetrying: text => isWorthRetrying('s', text),
  lostNetwork: text => lostNetwork('s', text),
  refusedService,
  parseDigests,
  durationMs,
  interpolate: text => interpolate(text, { A: text.slice(0, 1000) }),
  interpolateNested: text => interpolate(`\${A:-${text}}`, {}),
  parsePort,
  parsePortMapping: text => parsePort({ target: text, published: text }),
  parseEnvFile: text => parseEnvFile(text, { A: '1' }),
  parseSettings: text => parseSettings(text.split('\n')),
  readHead,
  parseExposition,
  readAnswer,
  isPattern,
  matchesPattern: text => matchesPattern(text.slice(0, 200), text, 'plain' as never),
  redact: text => JSON.stringify(createRedactor()).length + text.length,
  neutralise: text => neutralise(text, 300)
}

/** What refuses in words for who calls, not for people, refuses all the same. */
export const TEXT_READERS: Readings = Object.fromEntries(
  Object.entries(TEXTS).map(([name, read]) => [
    name,
    text => {
      try {
        return read(text)
      } catch (error) {
        if ((error as Error).constructor !== Error) throw error
        return undefined
      }
    }
  ])
)

const HOW = { what: 'a file', begins: 'it begins with a:' }
export const YAML_READERS: Readings = {
  readYaml: text => {
    const read = readYaml(text, { ...HOW, hasMerges: true })
    return 'yaml' in read ? read.yaml.plain() : read.faults
  },
  parseSuite: text => {
    const read = parseSuite('/suite.yml', 'suite.yml', text)
    return 'file' in read ? read.file.plain() : read.faults
  },
  judgePipeline: text => judgePipeline({ workflows: [{ file: 'a.yml', text }], scripts: [] })
}
