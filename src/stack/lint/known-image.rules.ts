import type { ImageConfig } from '../../images/images.ts'
import { isMapping, own } from '../read/read.rules.ts'
import type { KnownImage } from './lint-rule.ts'

/** What the lint wants to know of an image, from its configuration; what is no text there is not there. */
export function knownImage(config: ImageConfig): KnownImage {
  const test = isMapping(config.Healthcheck) ? own(config.Healthcheck, 'Test') : undefined
  const [how] = texts(test)
  const entrypoint = texts(config.Entrypoint)
  return {
    hasHealthcheck: how !== undefined && how !== '' && how !== 'NONE',
    stopSignal:
      typeof config.StopSignal === 'string' && config.StopSignal !== '' ? config.StopSignal : 'SIGTERM',
    user: typeof config.User === 'string' ? config.User : '',
    entrypoint,
    command: [...entrypoint, ...texts(config.Cmd)]
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
