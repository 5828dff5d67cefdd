import { fail, inconclusive, type Judgement, pass } from '../judgement.rules.ts'
import { neutralise } from '../untrusted-text.rules.ts'

/** The two answers of Redis that a client inside the swarm heard, as the probe printed them. */
export type RedisAuthEvidence = {
  /** Which service's container asked. */
  client: string
  /** The answer to a PING without a password: an error of Redis, `PONG`, or the words of a failed connection. */
  anonymous: string
  /** The answer to a PING after AUTH, in one word: the probe's own, so that no password can be in it. */
  holder: 'PONG' | 'refused' | 'no-password' | 'unreachable'
}

export const REDIS_AUTH_EXPECTED =
  'Redis refuses a client without the password (NOAUTH) and answers the one that has it (PONG)'

/**
 * Reads the lines `anonymous <answer>` and `holder <word>` that a probe prints. `undefined` when they are not
 * both there: the container could not run that probe.
 */
export function readRedisProbe(client: string, stdout: string): RedisAuthEvidence | undefined {
  const anonymous = /^anonymous (.*)$/m.exec(stdout)?.[1]?.trim()
  const holder = /^holder (PONG|refused|no-password|unreachable)\s*$/m.exec(stdout)?.[1]
  if (!anonymous || !holder) return undefined
  return { client, anonymous: neutralise(anonymous), holder: holder as RedisAuthEvidence['holder'] }
}

/** A refusal counts only when it is Redis that refuses, and for want of a password. */
export function judgeRedisAuth({ client, anonymous, holder }: RedisAuthEvidence): Judgement {
  const figures = { client, holder }
  const observed = `without the password: ${anonymous}; with it: ${holder} (asked from ${client})`
  const expected = REDIS_AUTH_EXPECTED
  if (/^\+?PONG/.test(anonymous))
    return fail(
      expected,
      observed,
      'Redis has no password: give redis-server its requirepass from the secret, on standard input',
      figures
    )
  if (/^-?DENIED/.test(anonymous))
    return fail(
      expected,
      observed,
      'that is protected mode, not a password: set requirepass from the secret',
      figures
    )
  if (!/^-?NOAUTH/.test(anonymous))
    return inconclusive(
      expected,
      observed,
      'Redis was not reached: see whether it runs, and its networks',
      figures
    )
  if (holder === 'PONG') return pass(expected, observed, figures)
  if (holder === 'refused')
    return fail(
      expected,
      observed,
      'the secret is not the password that Redis runs with: redeploy both with the same secret',
      figures
    )
  return inconclusive(
    expected,
    observed,
    holder === 'no-password'
      ? 'no container that could ask has the password’s file: grant it the secret'
      : 'the second connection failed: ask again',
    figures
  )
}
