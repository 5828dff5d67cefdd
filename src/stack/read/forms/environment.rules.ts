import type { Variables } from '../interpolate.rules.ts'
import { isMapping, own, put } from '../plain.rules.ts'
import type { ServiceForm } from './service-form.ts'

/** `environment: [NAME]` takes the value of the variable NAME, where there is one. */
export const environmentValues =
  (variables: Variables): ServiceForm =>
  (service, { name, origins, found }) => {
    const environment = own(service, 'environment')
    if (!isMapping(environment)) return
    for (const key of Object.keys(environment)) {
      if (own(environment, key) !== null) continue
      const value = Object.hasOwn(variables, key) ? variables[key] : undefined
      if (value === undefined)
        found.add(
          'info',
          'no-value',
          origins.of(environment, key),
          `${key} has no value, and is left out of the environment`,
          {
            service: name
          }
        )
      else put(environment, key, value)
    }
  }
