import { nearest } from '../../../effects/nearest.rules.ts'
import { SwarmlineError } from '../../../errors.ts'
import { showDuration } from '../../../plain/durations.ts'
import { mapping, mapServices, serviceEntries, text, withDeploy } from '../../read/read.rules.ts'
import type { Mapping, Model } from '../../read/read.ts'
import { notesOn } from './settings-notes.rules.ts'
import type { Rolling, ServiceSettings, SettingsNote, UpdateSettings } from './update-settings.ts'

/**
 * Lays rolling-update settings over the services of a model; what they do not say stays as the stack files have
 * it. Services that are never updated in steps (jobs) take none: docker refuses such a service.
 *
 * @returns the model, and what about the result the user should know (all of it, whether the settings or the
 *   stack files say so)
 * @throws `usage`: every service that is not in the model, with the nearest name that is
 */
export function applySettings(
  model: Model,
  settings: UpdateSettings
): { model: Model; notes: SettingsNote[] } {
  requireKnown(model, settings)
  const notes: SettingsNote[] = []
  const applied = mapServices(model, (service, name) => {
    const own = Object.hasOwn(settings.byService, name) ? settings.byService[name] : undefined
    const wanted = {
      update: { ...settings.all.update, ...own?.update },
      rollback: { ...settings.all.rollback, ...own?.rollback }
    }
    const isJob = text(mapping(service.deploy).mode).endsWith('-job')
    if (isJob) {
      const isAsked = [...Object.values(wanted.update), ...Object.values(wanted.rollback)].length > 0
      if (isAsked) notes.push({ service: name, hasEffect: false, text: 'a job is not updated in steps' })
      return service
    }
    const result = withSettings(service, wanted)
    notes.push(...notesOn(name, result))
    return result
  })
  return { model: applied, notes }
}

function requireKnown(model: Model, { byService }: UpdateSettings): void {
  const names = serviceEntries(model).map(([name]) => name)
  const unknown = Object.keys(byService).filter(name => !names.includes(name))
  if (unknown.length === 0) return
  const faults = unknown.map(name => {
    const meant = nearest(name, names)
    return `the stack has no service ${name}${meant ? `: is it ${meant}?` : ''}`
  })
  throw new SwarmlineError('usage', faults.join('; '), { hint: `its services are ${names.join(', ')}` })
}

function withSettings(service: Mapping, { update, rollback }: ServiceSettings): Mapping {
  const deploy = mapping(service.deploy)
  const over = {
    ...laidOver('update_config', deploy, update),
    ...laidOver('rollback_config', deploy, rollback)
  }
  return Object.keys(over).length > 0 ? withDeploy(service, over) : service
}

function laidOver(key: string, deploy: Mapping, rolling: Rolling): Mapping {
  const over = inCompose(rolling)
  return Object.keys(over).length > 0 ? { [key]: { ...mapping(deploy[key]), ...over } } : {}
}

function inCompose(rolling: Rolling): Mapping {
  const { parallelism, delayMs, order, monitorMs, failureAction, maxFailureRatio } = rolling
  return Object.fromEntries(
    Object.entries({
      parallelism,
      delay: delayMs === undefined ? undefined : showDuration(delayMs),
      order,
      monitor: monitorMs === undefined ? undefined : showDuration(monitorMs),
      failure_action: failureAction,
      max_failure_ratio: maxFailureRatio
    }).filter(([, value]) => value !== undefined)
  )
}
