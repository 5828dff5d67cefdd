import { neutralise } from '../judging/untrusted-text.rules.ts'

/** One thing that a probe tries. Addresses are IPv4. */
export type Ask =
  | { kind: 'connect'; address: string; port: number }
  /** By UDP: open is what answers from just that address and port, refused what a closed port's host says. */
  | { kind: 'datagram'; address: string; port: number }
  /** At the engine's own resolver in the namespace. */
  | { kind: 'resolve'; name: string }
  /** A name, or an address, as a program in the container would use it. */
  | { kind: 'reach'; host: string; port: number }
  /** A page of the namespace's own server. The path is ours, never a stranger's. */
  | { kind: 'fetch'; port: number; path: string }
  /** Whether a server of the namespace answers as Redis does. */
  | { kind: 'redis'; port: number }

/** What came of it. `silent` is a time-out; `unknown`: the probe did not say, or said what nobody understands. */
export type Answer =
  | { kind: 'open' | 'refused' | 'silent' | 'unreachable' }
  | { kind: 'named'; addresses: string[] }
  | { kind: 'no-such-name' | 'no-name-answer' }
  /** What a server said, on one line: at most 64 KiB of it. */
  | { kind: 'said'; text: string }
  | { kind: 'unknown'; detail: string }

const ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/
/** The first sign is no dash, so that no tool can take a name for an option. */
const NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?$/

const PATH = /^\/[A-Za-z0-9/._~-]{0,200}$/

export const isAddress = (text: string): boolean => ADDRESS.test(text)

/** The lines of a probe's file. An ask that is no name, address or port has no line, and so no answer. */
export function encodeAsks(asks: readonly Ask[]): string {
  return asks.map((ask, id) => (isAskable(ask) ? `${lineOf(ask, id)}\n` : '')).join('')
}

function lineOf(ask: Ask, id: number): string {
  if (ask.kind === 'resolve') return `resolve ${id} ${ask.name}`
  if (ask.kind === 'redis') return `redis ${id} ${ask.port}`
  if (ask.kind === 'fetch') return `fetch ${id} ${ask.port} ${ask.path}`
  return `${ask.kind} ${id} ${ask.kind === 'reach' ? ask.host : ask.address} ${ask.port}`
}

function isAskable(ask: Ask): boolean {
  if (ask.kind === 'resolve') return NAME.test(ask.name)
  const isPort = Number.isInteger(ask.port) && ask.port > 0 && ask.port < 65_536
  if (ask.kind === 'redis') return isPort
  if (ask.kind === 'fetch') return isPort && PATH.test(ask.path)
  if (ask.kind !== 'reach') return isPort && isAddress(ask.address)
  return isPort && (isAddress(ask.host) || (NAME.test(ask.host) && !/^[\d.]+$/.test(ask.host)))
}

/** A page may hold any sign, carriage returns among them. */
const LINE = /^said (\d{1,6}) (\d{1,3})(?: (.*))?$/s
/** A tool that says more than this is none of ours; a page is cut to a length of its own. */
const MOST_WORDS = 4000
const MOST_PAGE = 70_000

/**
 * The answers to `asks`, one for each and in their order. The text comes from a container: only lines of the one
 * form count, of several with one number the first.
 */
export function readAnswers(asks: readonly Ask[], text: string): Answer[] {
  const heard = new Map<number, Answer>()
  for (const line of text.split('\n')) {
    const [, number, status, words = ''] = LINE.exec(line.slice(0, MOST_PAGE)) ?? []
    const ask = asks[Number(number)]
    if (number === undefined || ask === undefined || heard.has(Number(number))) continue
    heard.set(Number(number), understand(ask, Number(status), words))
  }
  return asks.map((ask, id) => heard.get(id) ?? { kind: 'unknown', detail: silence(ask) })
}

function silence(ask: Ask): string {
  return isAskable(ask) ? 'the probe did not say' : 'this cannot be asked'
}

/** Tools' words are those of busybox's `nc` and `nslookup`, 1.28 and later, whose lines were put on one. */
function understand(ask: Ask, status: number, said: string): Answer {
  if (ask.kind === 'fetch' || ask.kind === 'redis')
    return said === '' ? { kind: 'refused' } : { kind: 'said', text: said }
  const words = said.slice(0, MOST_WORDS)
  if (ask.kind === 'resolve') return understandName(status, words)
  // A tool's `refused` after its line of the sender is that of an answer, which was understood as one of names.
  if (ask.kind === 'datagram' && hasAnswered(ask, words)) return { kind: 'open' }
  if (ask.kind !== 'datagram' && status === 0) return { kind: 'open' }
  if (/^no address:/.test(words))
    return understandName(1, words).kind === 'no-such-name'
      ? { kind: 'no-such-name' }
      : { kind: 'no-name-answer' }
  if (/refused/i.test(words)) return { kind: 'refused' }
  if (/timed out/i.test(words)) return { kind: 'silent' }
  if (/unreachable|no route/i.test(words)) return { kind: 'unreachable' }
  return { kind: 'unknown', detail: neutralise(words || `status ${status}`) }
}

/** `nslookup` names the sender when the first datagram has come, of whatever kind, and never before. */
function hasAnswered({ address, port }: { address: string; port: number }, words: string): boolean {
  const said = `Server: ${address} Address: ${address}:${port}`
  return `${words} `.includes(`${said} `)
}

function understandName(status: number, words: string): Answer {
  const answer = words.slice(words.indexOf('Name:'))
  if (words.includes('Name:')) {
    const found = [...answer.matchAll(/Address(?: \d+)?: ((?:\d+\.){3}\d+)(?![\d.:])/g)].map(m => m[1] ?? '')
    const addresses = [...new Set(found.filter(isAddress))].sort()
    if (addresses.length > 0) return { kind: 'named', addresses }
  }
  // Some servers further on answer for any name, with no address.
  if (/NXDOMAIN|can't resolve|can't find \S+: No answer|answer:$/i.test(words.trimEnd()))
    return { kind: 'no-such-name' }
  // SERVFAIL is what the engine's resolver says of names that it does not know and cannot ask others for.
  if (/SERVFAIL|timed out|no servers|REFUSED/i.test(words)) return { kind: 'no-name-answer' }
  return { kind: 'unknown', detail: neutralise(words || `status ${status}`) }
}

/** A TCP port on which something listens, and at which address: `undefined` is all of them. */
export type Listener = { port: number; address: string | undefined }

const LISTEN = /^listen \d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) \S+ 0A$/
const MOST_LISTENERS = 256

/**
 * What listens in the namespace and can be reached from outside it: the lines that the probe copied from the
 * kernel's tables, without loopback. `undefined` until the probe has said `ready`.
 *
 * Source: Linux, proc_net_tcp: address and port in hexadecimal, the address in the machine's byte order
 * (little endian on all that Docker runs on but s390x), state 0A is LISTEN.
 */
export function readListeners(text: string): Listener[] | undefined {
  const lines = text.split('\n')
  const end = lines.indexOf('ready')
  if (end < 0) return undefined
  const found = lines.slice(0, end).flatMap(line => {
    const [, address = '', port = ''] = LISTEN.exec(line) ?? []
    const where = port === '' ? 'loopback' : addressOf(address)
    return where === 'loopback' ? [] : [{ port: Number.parseInt(port, 16), address: where }]
  })
  const keyOf = (one: Listener) => `${one.address ?? ''}:${one.port}`
  return [...new Map(found.map(one => [keyOf(one), one])).values()].slice(0, MOST_LISTENERS)
}

/** IPv6 only when it is the unspecified address, which takes IPv4 as well, or an IPv4 address in it. */
function addressOf(hex: string): string | undefined | 'loopback' {
  if (/^0+$/.test(hex)) return undefined
  const isMapped = hex.length === 8 || /^0{16}FFFF0000/.test(hex)
  if (!isMapped) return 'loopback'
  const bytes = [...(hex.slice(-8).match(/../g) ?? [])].reverse().map(byte => Number.parseInt(byte, 16))
  return bytes[0] === 127 ? 'loopback' : bytes.join('.')
}
