import type { DriverFlag } from '../cluster/cluster.ts'
import type { EngineChoice } from '../engine/engine.ts'
import type { LockOwner } from '../stack/kept/kept.ts'
import type { GivenContents } from '../stack/read/read.ts'

/**
 * What the doors (command line, actions) ask of the core. Every field is validated and complete: defaults are
 * the doors' business, so that a use case never reads an environment variable.
 */

/** Folders on this machine. `cacheDir` may be deleted at any time; `stateDir` is what `down` needs. */
export type Home = {
  cacheDir: string
  stateDir: string
  /** Of docker's own client, with the user's logins: see `userDockerConfigDir`. */
  dockerConfigDir?: string | undefined
  /** Where docker-machine keeps its machines, as in MACHINE_STORAGE_PATH; `undefined`: where it does by default. */
  machineStoreDir?: string | undefined
}

export type UpRequest = WayToEngine & {
  /** The cluster's name: letters, digits, dashes; at most 20 characters. */
  name: string
  engine: EngineChoice
  /** DOCKER_HOST of the engine to use when `engine` is not `vm`; `undefined`: the machine's own socket. */
  dockerHost: string | undefined
  managers: number
  workers: number
  /** node name → labels. */
  labels: Record<string, Record<string, string>>
  ttlHours: number
  owner: string
  /** Debian suite that the VM and the stand-ins are made from: `trixie` unless asked otherwise. */
  suite: string
  /** Dockerfiles and stack files whose base images must be there: folders and files. */
  buildContexts: string[]
  composeFiles: string[]
  /** Use IPVS-less kernels all the same (`endpoint: dnsrr`); the report then says that no mesh was tested. */
  endpoint: 'mesh' | 'dnsrr'
}

/** A swarm of machines that docker-machine makes. */
export type UpMachinesRequest = Pick<
  UpRequest,
  'name' | 'managers' | 'workers' | 'labels' | 'ttlHours' | 'owner'
> & {
  driver: string
  flags: readonly DriverFlag[]
  /** node name → the machine that exists and is to be it. It stays when the swarm goes. */
  adopt: Readonly<Record<string, string>>
  /** An interface or a network (CIDR) of the machines, whose address nodes advertise. */
  advertise: string | undefined
}

/** `context` and `dockerfile` are absolute. */
export type ImageRequest = { name: string; context: string; dockerfile: string }

/** Stack files (absolute) whose build sections say what to build, and all that their `${NAME}` see. */
export type StackToBuild = { composeFiles: string[]; variables: Record<string, string> }

export type BuildRequest = {
  target: SwarmTarget
  /** What to build: these, or what stack files have build sections for. */
  images: ImageRequest[] | StackToBuild
  /** `registry/namespace/prefix-`: what stands before an image's name. */
  registry: string
  namespace: string
  prefix: string
  /** Of every image. Empty: `latest`, or of an image that the stack file names, only the tag that it has there. */
  tags: string[]
  buildArgs: Record<string, string>
  /** Of every image. */
  labels: Record<string, string>
  /** Compose file (absolute) that tests the images before any is pushed; `undefined`: none. */
  test?: string | undefined
  isPushed: boolean
  /** How often a push that fails by a busy registry or a broken connection is tried again. */
  pushRetries: number
}

/** How a remote engine is known to be the one that is meant. */
export type WayToEngine = {
  /** The one host key to believe of a machine behind ssh://: a line of known_hosts. */
  hostKey?: string | undefined
  /** The private key to show to a machine behind ssh://, instead of the user's own keys and agent: a file. */
  identityPath?: string | undefined
  /** For tcp://: the folder of ca.pem, cert.pem and key.pem. See `certDirOf`. */
  certDir?: string | undefined
}

/** Which swarm: one that `up` made (by name), or one that exists (by DOCKER_HOST). */
export type SwarmTarget =
  | { kind: 'cluster'; name: string }
  | ({
      kind: 'existing'
      dockerHost: string | undefined
      dockerConfigDir: string | undefined
      /** What named it, where the command line did not: `DOCKER_HOST`. */
      namedBy?: string
    } & WayToEngine)

/** What a stack is made of: for a plan, and for a deploy. */
export type StackSource = {
  target: SwarmTarget
  stack: string
  composeFiles: string[]
  /** The folder that people work in: paths of files in it are shown from there. Default: this process's. */
  shownFrom?: string | undefined
  /** Nothing outside of this folder is read on a stack file's word; `undefined`: anything may be. */
  root?: string | undefined
  /** dotenv files with variables; those below win over them. */
  envFiles: string[]
  profiles: string[]
  /** Variables for `${NAME}` in the compose files: the whole environment that interpolation sees. */
  variables: Record<string, string>
  /** Contents of secrets and configs that come from elsewhere than the files say, by name in the stack file. */
  contents: GivenContents
  /** Texts of stack files that are on no disk (standard input), by their absolute path. */
  texts?: Readonly<Record<string, string>> | undefined
  /** Keys that a swarm ignores are errors. */
  isStrict: boolean
  /** Rolling-update settings, a line each: `parallelism=2`, `backend.rollback-order=stop-first`. */
  settings: string[]
  /** What the build says of digests: its JSON, or lines `reference@digest`. */
  digests: string
  /** `warn`: for engines that have the images and no registry. */
  unresolvedImages: 'refuse' | 'warn'
  /** service → stage; counts more than the label `io.swarmline.stage`. */
  stages: Record<string, string>
  /** Remove services that the files no longer name, once the rest has converged. */
  isPruning: boolean
}

export type DeployRequest = StackSource & {
  /** The most that convergence may take: nothing that is only expected ends a deploy before. */
  timeoutMs: number
  /** The user set `timeoutMs`; otherwise it is a default, and longer where the services ask for more. */
  isTimeoutGiven?: true | undefined
  /** Hand the nodes the login of the stack's registries, where docker's client has one. */
  withRegistryAuth: boolean
  /** What is done with the whole stack when the deploy does not converge. */
  onFailure: 'rollback' | 'keep' | 'remove'
  /** Whom the lock and the record name. */
  owner: LockOwner
  /** How many milliseconds to wait for another deploy of the stack; `refuse`: not at all. */
  lockWait: number | 'refuse'
  /** How many deploys, and how many generations of each secret and config, the swarm remembers. */
  keepRecords: number
  /** Ask the stack throughout, from every node; `undefined`: do not. */
  probe: ProbeRequest | undefined
}

export type ProbeRequest = {
  /** `http://nodes:80/path` asks every node of the swarm at that port; any other host is asked as it is. */
  url: string
  ratePerSecond: number
  /** More failed requests than this make the deploy fail; `undefined`: they are only told. */
  maxFailedRequests: number | undefined
}

export type RollbackRequest = {
  target: SwarmTarget
  stack: string
  /** The recorded deploy to go back to; `undefined`: the newest that converged and is not what runs now. */
  to: number | undefined
  /** Deadline for convergence. */
  timeoutMs: number
  /** Whom the lock and the record name. */
  owner: LockOwner
  /** How many milliseconds to wait for another deploy of the stack; `refuse`: not at all. */
  lockWait: number | 'refuse'
  /** How many deploys the swarm remembers. */
  keepRecords: number
  withRegistryAuth: boolean
}

export type StatusRequest = { target: SwarmTarget; stack: string; hasDrift?: boolean }

export type HistoryOfDeploysRequest = { target: SwarmTarget; stack: string }

export type VerifyRequest = { target: SwarmTarget; stack: string; suite: SuiteRequest }

/** Paths are absolute. */
export type SuiteRequest = {
  /** None: the suite is derived from the stack. */
  files: string[]
  /** Nothing outside of this folder is read on a suite's word. */
  root: string
  /** Ids and tags of the checks to run; all of them when both are empty. */
  only: string[]
  tags: string[]
  /** Values for `${NAME}` in the suites: all that they get. */
  variables: Record<string, string>
  isDisruptionAllowed: boolean
  /** Stack files in which verdicts show the line of what they judge; may be empty. */
  composeFiles: string[]
  /** Folder for what was measured, one file for each check; `undefined` keeps nothing. */
  evidenceDir: string | undefined
}

export type DownRequest = { name: string; isAllOfOurs: boolean; ifSilent?: 'forget' | 'keep' }
