// The deploy pipeline and plain docker, side by side on one swarm: the stacks are objects, written to files.
import { writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { homeOf } from '../../src/cli/home.rules.ts'
import { runDocker } from '../../src/docker/command.ts'
import type { ApiTask } from '../../src/docker/types.ts'
import { systemClock } from '../../src/effects/clock.ts'
import type { Effects, ExecResult } from '../../src/effects/effects.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { listConfigs } from '../../src/stack/kept/swarm-configs.ts'
import { type StackObjects, stackObjects } from '../../src/stack/plan/stack-objects.ts'
import { deploy } from '../../src/usecases/deploy/deploy.ts'
import { PLAIN } from '../../src/usecases/deploy/plain.ts'
import type { DeployReport } from '../../src/usecases/deploy/report.ts'
import type { DeployRequest, Home } from '../../src/usecases/requests.ts'
import { realEffects } from './real-effects.ts'
import type { SwarmOfOne } from './swarm-of-one.ts'

/** A file in version 3 of the format, as it stands: services, and what else it has. */
export type StackText = { services: Record<string, object>; [key: string]: unknown }

export const FOREVER = "trap 'exit 0' TERM; sleep 3600 & wait"

/** A service that starts and ends within a moment, on the host's network. */
export const quick = (command = FOREVER, more: object = {}, deployMore: object = {}): object => ({
  image: 'app:v1',
  command: ['/bin/sh', '-c', command.replaceAll('$', '$$$$')],
  networks: ['n'],
  stop_grace_period: '1s',
  deploy: {
    endpoint_mode: 'dnsrr',
    restart_policy: { delay: '200ms' },
    update_config: { monitor: '300ms', failure_action: 'pause', order: 'start-first' },
    ...deployMore
  },
  ...more
})

/** On the host's network a task starts and stops seconds sooner than on an overlay. */
export const stackOf = (services: Record<string, object>, more: object = {}): StackText => ({
  version: '3.8',
  services,
  networks: { n: { external: true, name: 'host' } },
  ...more
})

export type Pipeline = ReturnType<typeof pipelineOn>

/** A `docker stack deploy --detach=false` under way: it may never come back. */
export type PlainWait = { isOver(): boolean; stop(): Promise<void> }

/** Waits for a state of the swarm, as long as a busy machine may take. */
export const until = (what: string, isSo: () => Promise<boolean>, deadlineMs = 90_000): Promise<true> =>
  waitFor(what, async () => (await isSo()) || undefined, { clock: systemClock, deadlineMs })

/** @param folder for the files and the state; the test removes it */
export function pipelineOn({ client, docker }: SwarmOfOne, folder: string) {
  const fx = realEffects()
  // The machine's own cache: a client that has to be unpacked is unpacked once.
  const { cacheDir } = homeOf(process.env, process.cwd(), homedir())
  const home: Home = { cacheDir, stateDir: path.join(folder, 'state') }
  const target: DeployRequest['target'] = {
    kind: 'existing',
    dockerHost: `unix://${client.socketPath}`,
    dockerConfigDir: docker.configDir
  }
  const write = (stack: string, text: StackText): string => {
    const file = path.join(folder, `${stack}.yml`)
    writeFileSync(file, JSON.stringify(text, null, 2))
    return file
  }
  const request = (stack: string, text: StackText, more: Partial<DeployRequest> = {}): DeployRequest => ({
    ...PLAIN,
    target,
    stack,
    composeFiles: [write(stack, text)],
    variables: {},
    timeoutMs: 120_000,
    isTimeoutGiven: true,
    owner: { who: 'tester', where: '', run: '' },
    unresolvedImages: 'warn',
    ...more
  })
  const asked = (args: readonly string[], socketPath = client.socketPath): Promise<ExecResult> =>
    runDocker(fx.exec, docker, socketPath, args, { isChecked: false, timeoutMs: 120_000 })
  const objects = (stack: string): Promise<StackObjects> => stackObjects(client, stack, fx.signal)
  const serviceOf = async (name: string) =>
    (await objects(name.split('_')[0] ?? '')).services.find(s => s.Spec.Name === name)
  const plainArgs = (stack: string, text: StackText, args: readonly string[]): string[] => [
    ...['stack', 'deploy', '-c', write(stack, text), '--resolve-image', 'never'],
    ...[...args, stack]
  ]
  return {
    client,
    home,
    target,
    request,
    /** `docker <args>`; a failure is a result. */
    docker: asked,
    /** `docker stack deploy`, with nothing added but what it must not ask of a registry that is not there. */
    plainly: (
      stack: string,
      text: StackText,
      args: readonly string[] = [],
      socketPath?: string
    ): Promise<ExecResult> => asked(plainArgs(stack, text, args), socketPath),
    /** The same, waited for as docker does it, in the background. */
    plainlyWaiting: (stack: string, text: StackText): PlainWait => {
      const abort = new AbortController()
      const args = plainArgs(stack, text, ['--detach=false'])
      const { exec } = realEffects(abort)
      let isOver = false
      const ended = runDocker(exec, docker, client.socketPath, args, { isChecked: false })
        // Stopped by the test.
        .catch(() => undefined)
        .then(() => {
          isOver = true
        })
      const stop = async (): Promise<void> => {
        abort.abort()
        await ended
      }
      return { isOver: () => isOver, stop }
    },
    /** As docker counts them: `2/3`. */
    replicas: async (service: string): Promise<string | undefined> => {
      const { stdout } = await asked(['service', 'ls', '--format', '{{.Name}} {{.Replicas}}'])
      return stdout.split('\n').flatMap(line => (line.startsWith(`${service} `) ? line.split(' ')[1] : []))[0]
    },
    deploy: (
      stack: string,
      text: StackText,
      more: Partial<DeployRequest> = {},
      effects: Effects = fx
    ): Promise<DeployReport> => deploy(request(stack, text, more), home, effects),
    objects,
    service: serviceOf,
    /** Tasks of a service, also those that have ended. */
    tasks: async (name: string): Promise<ApiTask[]> => {
      const id = (await serviceOf(name))?.ID
      return (await objects(name.split('_')[0] ?? '')).tasks.filter(t => t.ServiceID === id)
    },
    image: async (name: string) => (await serviceOf(name))?.Spec.TaskTemplate.ContainerSpec?.Image,
    /** Ids of the tasks that are wanted. */
    running: async (stack: string): Promise<string[]> =>
      (await objects(stack)).tasks
        .filter(t => t.DesiredState === 'running')
        .map(t => t.ID)
        .sort(),
    secrets: async (stack: string): Promise<string[]> =>
      (await objects(stack)).secrets.map(s => s.Spec.Name).sort(),
    /** Names of everything that a stack has in the swarm, our own book-keeping included. */
    everything: async (stack: string): Promise<string[]> => {
      const all = await objects(stack)
      const books = await listConfigs(client, 'io.swarmline.kind', fx)
      const names = [
        ...all.services.map(s => s.Spec.Name),
        ...all.networks.map(n => n.Name),
        ...all.secrets.map(s => s.Spec.Name)
      ]
      // Most of our books belong to the stack as docker sees it, and some only name it: each counts once.
      const configs = [
        ...all.configs,
        ...books.filter(c => Object.values(c.Spec.Labels ?? {}).includes(stack))
      ]
      return [...names, ...new Map(configs.map(c => [c.ID, c.Spec.Name])).values()].sort()
    }
  }
}

/** Real effects; `onStep` hears of each step before it begins, and holds it up for as long as it takes. */
export function steppedEffects(
  onStep: (title: string) => Promise<void> | void,
  abort = new AbortController()
): Effects {
  const fx = realEffects(abort)
  return {
    ...fx,
    log: {
      ...fx.log,
      step: async (title, run) => {
        await onStep(title)
        return run(detail => void onStep(`${title}: ${detail}`))
      }
    }
  }
}
