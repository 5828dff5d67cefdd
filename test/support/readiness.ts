// Services whose readiness is in the test's hand. With a health check a task is RUNNING only once that has passed, so
// what a test expects does not hang on who is quicker, a container that ends or the swarm that looks at it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FOREVER, quick } from './pipeline.ts'

/** Passes once `test` does; unhealthy is nothing that a task becomes within a test. */
const checked = (test: string): object => ({
  healthcheck: {
    test: ['CMD', '/bin/sh', '-c', test.replaceAll('$', '$$$$')],
    interval: '200ms',
    retries: 9000
  }
})

/** A service that ends before it was ever RUNNING, again and again. */
export const dying = (exitStatus: number, more: object = {}, deployMore: object = {}): object =>
  quick(`exit ${exitStatus}`, { ...checked('exit 1'), ...more }, deployMore)

/** A service that is RUNNING only if `condition` holds in its container, and else ends at once with status 1. */
export const insisting = (condition: string, more: object = {}, deployMore: object = {}): object =>
  quick(
    `${condition} || exit 1; touch /tmp/ready; ${FOREVER}`,
    { ...checked('[ -e /tmp/ready ]'), ...more },
    deployMore
  )

/** What containers see as a file once the test opens it. */
export type Gate = {
  /** Of a service whose tasks are RUNNING once the gate is open. */
  ready: object
  /** Of a service that can see it as `/gate/open`. */
  seen: object
  open(): void
  close(): void
}

/** @param folder the test removes it */
export function gateIn(folder: string): Gate {
  const own = mkdtempSync(path.join(folder, 'gate-'))
  const file = path.join(own, 'open')
  const seen = { volumes: [`${own}:/gate`] }
  return {
    seen,
    ready: { ...seen, ...checked('[ -e /gate/open ]') },
    open: () => writeFileSync(file, ''),
    close: () => rmSync(file, { force: true })
  }
}
