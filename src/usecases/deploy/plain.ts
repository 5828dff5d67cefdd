import type { DeployRequest } from '../requests.ts'

/** A deploy of one file as it is, without any of the extras: what the demo asks for, and where tests begin. */
export const PLAIN: Omit<
  DeployRequest,
  'target' | 'stack' | 'composeFiles' | 'variables' | 'timeoutMs' | 'owner'
> = {
  envFiles: [],
  profiles: [],
  contents: {},
  isStrict: false,
  settings: [],
  digests: '',
  unresolvedImages: 'refuse',
  stages: {},
  isPruning: true,
  withRegistryAuth: true,
  onFailure: 'rollback',
  lockWait: 'refuse',
  keepRecords: 5,
  probe: undefined
}
