import { isMapping, type Mapping, type Model, mapping, sequence } from './plain.rules.ts'

/** Reading a model whose shape nothing has promised: what is not there is empty. */

/** A scalar as docker reads it: numbers and booleans become texts. Anything else is an empty text. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** One text or a list of them. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text) : value === undefined || value === null ? [] : [text(value)]

/** Name → definition, of the services of a model. */
export const serviceEntries = (model: Model): [string, Mapping][] =>
  Object.entries(mapping(model.services)).map(([name, service]) => [name, mapping(service)])

/** The model with each service replaced by what `change` makes of it. */
export function mapServices(model: Model, change: (service: Mapping, name: string) => Mapping): Model {
  const services = serviceEntries(model).map(([name, service]) => [name, change(service, name)])
  return { ...model, services: Object.fromEntries(services) }
}

/** The service with some keys of its `deploy:` replaced. */
export const withDeploy = (service: Mapping, over: Mapping): Mapping => ({
  ...service,
  deploy: { ...mapping(service.deploy), ...over }
})

/** `[A=1, B]` and `{A: 1, B: null}` as one record; a name without a value is `null`. */
export function record(value: unknown, separator = '='): Record<string, string | null> {
  if (isMapping(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        item === null || item === undefined ? null : text(item)
      ])
    )
  return Object.fromEntries(
    sequence(value).map(item => {
      const whole = text(item)
      const at = whole.indexOf(separator)
      return at < 0 ? [whole, null] : [whole.slice(0, at), whole.slice(at + separator.length)]
    })
  )
}
