import { readText } from '../../effects/read-text.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import { SwarmlineError } from '../../errors.ts'
import { parseServiceEnv, withEnvironment } from './env-files.rules.ts'
import type { Variables } from './interpolate.rules.ts'
import { mapServices, serviceEntries, texts } from './model-values.rules.ts'
import type { Model } from './plain.rules.ts'
import { type ShowPath, showPathsFrom } from './shown-path.rules.ts'

/**
 * The model with the content of its env files in `environment:`, so that a plan can compare it, and so that nothing
 * is left that docker would take from its own environment.
 *
 * @param model its `env_file:` paths are absolute
 * @throws `input`: every file that cannot be read, and every faulty line, with the service
 */
export async function resolveEnvironments(
  model: Model,
  variables: Variables,
  shown: ShowPath = showPathsFrom(process.cwd())
): Promise<Model> {
  const faults: string[] = []
  const byService = new Map<string, Record<string, string>[]>()
  for (const [name, service] of serviceEntries(model))
    for (const file of texts(service.env_file)) {
      const parsed = await readText(file, YAML_BUDGET.bytes).then(
        text => parseServiceEnv(text, variables),
        () => undefined
      )
      if (parsed === undefined) faults.push(`service ${name}: the env file ${shown(file)} cannot be read`)
      else if (parsed.faults.length > 0)
        faults.push(...parsed.faults.map(({ line, what }) => `${shown(file)}:${line}: ${what}`))
      else byService.set(name, [...(byService.get(name) ?? []), parsed.values])
    }
  if (faults.length > 0)
    throw new SwarmlineError('input', faults.join('; '), {
      hint: 'an env file holds one NAME=VALUE on each line'
    })
  return mapServices(model, (service, name) => withEnvironment(service, byService.get(name) ?? [], variables))
}
