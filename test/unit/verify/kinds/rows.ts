// Single answers of the recorded swarm, changed.
import { SwarmlineError } from '../../../../src/errors.ts'
import type { Routes } from '../builders.ts'
import { dbSpec, webSpec } from './recorded.ts'

/** A check as a suite says it, what becomes of it, and what is different in the swarm. `PORT` is where `web` answers. */
export type Row = {
  title: string
  kind: string
  said: object
  status: string
  words: RegExp
  routes?: Routes
}
export const row = (
  title: string,
  kind: string,
  said: object,
  status: string,
  words: RegExp,
  routes?: Routes
): Row => ({ title, kind, said, status, words, ...(routes ? { routes } : {}) })

export const PORT = 8080

export const withWeb = (change: (spec: ReturnType<typeof webSpec>) => void): Routes => {
  const spec = webSpec(PORT)
  change(spec)
  const answer = () => ({ ID: 's-web', Spec: spec })
  return {
    'GET /services/shop_web': answer,
    'GET /services': () => [answer(), { ID: 's-db', Spec: dbSpec() }]
  }
}
const lost = () => {
  throw new SwarmlineError('engine-lost', 'the engine does not answer')
}
export const LOST: Routes = {
  'GET /services/shop_web': lost,
  'GET /services': lost,
  'GET /tasks': lost,
  'GET /nodes': lost
}
