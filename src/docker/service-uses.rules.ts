import type { ApiService, ApiServiceSpec } from './types.ts'

/** The ids of the swarm objects that a service spec names. */
export type SpecUses = { secrets: string[]; configs: string[]; networks: string[] }

export function usesOf(spec: ApiServiceSpec): SpecUses {
  const container = spec.TaskTemplate.ContainerSpec
  return {
    secrets: (container?.Secrets ?? []).map(secret => secret.SecretID),
    configs: (container?.Configs ?? []).map(config => config.ConfigID),
    networks: (spec.TaskTemplate.Networks ?? []).map(network => network.Target)
  }
}

/**
 * The specs that a service may yet run: a rollback of SwarmKit's goes to the previous one, and needs what it names,
 * though SwarmKit itself lets that be removed.
 */
export const specsOf = ({ Spec, PreviousSpec }: ApiService): ApiServiceSpec[] =>
  PreviousSpec ? [Spec, PreviousSpec] : [Spec]
