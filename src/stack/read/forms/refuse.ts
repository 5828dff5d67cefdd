/** Says at a path of keys of a service what a swarm refuses there. */
export type Refuse = (path: readonly (string | number)[], rule: string, text: string, hint: string) => void
