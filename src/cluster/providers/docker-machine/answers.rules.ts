import { SwarmlineError } from '../../../errors.ts'
import { LABEL } from '../../../plain/labels.ts'
import { bounded } from '../../../plain/text.ts'

/** What is believed of a machine's `inspect`. */
export type InspectedMachine = {
  driver: string
  /** The folder with the ca.pem, cert.pem and key.pem by which its engine is reached. */
  certDir: string
  /** Of its engine, as `--engine-label` set them. */
  labels: Record<string, string>
}

/**
 * Reads the JSON of `inspect NAME`.
 *
 * @throws `cluster-failed` when it is something else, or describes another machine
 */
export function parseInspect(text: string, machine: string): InspectedMachine {
  const refuse = (why: string) =>
    new SwarmlineError('cluster-failed', `the answer about machine ${machine} cannot be used: ${why}`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('it is not JSON')
  }
  const name = at(value, 'Name')
  if (name !== machine) throw refuse(`it is about ${bounded(String(name))}`)
  const driver = at(value, 'DriverName')
  const certDir = at(value, 'HostOptions', 'AuthOptions', 'StorePath')
  if (typeof driver !== 'string' || driver === '') throw refuse('it names no driver')
  if (typeof certDir !== 'string' || !certDir.startsWith('/') || certDir.split('/').includes('..'))
    throw refuse('it names no folder of certificates')
  return { driver, certDir, labels: labelsOf(at(value, 'HostOptions', 'EngineOptions', 'Labels')) }
}

function labelsOf(list: unknown): Record<string, string> {
  if (!Array.isArray(list)) return {}
  const pairs = list.flatMap(entry => {
    const [, key, value] = (typeof entry === 'string' && /^([^=]+)=(.*)$/s.exec(entry)) || []
    return key === undefined ? [] : [[key, value ?? ''] as const]
  })
  return Object.fromEntries(pairs)
}

const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value)

/** Reads `ls -q`: a name a line. What cannot be a machine's name is left out. */
export const parseNames = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(isMachineName)

/** What docker-machine accepts as a name: it becomes a host name. */
export const isMachineName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(name)

/**
 * The address of a machine's engine, as `url NAME` has it, and the machine's own in it. `ip NAME` is not asked: the driver
 * `none` answers it with a port.
 *
 * @throws `cluster-failed`
 */
export function parseUrl(text: string, machine: string): { dockerHost: string; address: string } {
  const said = text.trim()
  const [, bracketed, plain] = /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+)):\d{1,5}$/i.exec(said) ?? []
  const address = bracketed ?? plain
  if (address !== undefined) return { dockerHost: said, address }
  throw new SwarmlineError(
    'cluster-failed',
    `machine ${machine} has no address yet: ${said ? bounded(said) : 'its URL is empty'}`
  )
}

/** Is it said that there is no machine of that name? rancher-machine also has an exit status of its own for it. */
export const isMissing = ({ exitCode, stderr }: { exitCode: number; stderr: string }): boolean =>
  exitCode !== 0 && (exitCode === 4 || /Docker machine "[^"]*" does not exist/.test(stderr))

/** Is it said that there is a machine of that name already? Then this run did not make it. */
export const isTaken = ({ exitCode, stderr }: { exitCode: number; stderr: string }): boolean =>
  exitCode !== 0 && /Docker machine "[^"]*" already exists/.test(stderr)

/**
 * What a failed command said, in one line: its error, else its last words. It is others' text, and what looks like a
 * token of the swarm is left out.
 */
export function saidBy({ stdout, stderr }: { stdout: string; stderr: string }): string {
  const lines = (stderr.trim() || stdout.trim()).split('\n').filter(line => line.trim() !== '')
  const words = lines
    .slice(-3)
    .join('; ')
    .replace(/SWMTKN-[\w-]+/g, 'SWMTKN-…')
  return bounded(words, 400) || 'it said nothing'
}

/** Whether the labels of a machine's engine say that this run made it. */
export const isMadeByRun = (
  { labels }: Pick<InspectedMachine, 'labels'>,
  whose: { cluster: string; run: string | undefined }
): boolean =>
  whose.run !== undefined && labels[LABEL.cluster] === whose.cluster && labels[LABEL.run] === whose.run

/** An address of a machine, of those that `ip -4 -o addr show` lists, by the name of its interface or by its network. */
export function addressIn(listed: string, wanted: string): string | undefined {
  const all = listed.split('\n').flatMap(line => {
    const [, device, address] = /^\d+:\s+(\S+)\s+inet\s+(\d+(?:\.\d+){3})\//.exec(line) ?? []
    return device && address ? [{ device, address }] : []
  })
  const isWanted = wanted.includes('/')
    ? ({ address }: { address: string }) => isWithin(address, wanted)
    : ({ device }: { device: string }) => device === wanted
  return all.find(isWanted)?.address
}

function isWithin(address: string, network: string): boolean {
  const [base = '', bits = ''] = network.split('/')
  const shift = 2 ** (32 - Number(bits))
  return Math.floor(numberOf(address) / shift) === Math.floor(numberOf(base) / shift)
}

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
