import type * as z from 'zod'
import type { Judgement } from './judging/judgement.rules.ts'
import type { World } from './world.ts'

/**
 * A kind of check: one folder in `kinds/`, listed in `kinds/all.ts`. Gathering touches the swarm and judges nothing;
 * judging is pure and sees evidence from which every registered secret is already gone.
 */
export type CheckKind<Schema extends z.ZodObject = z.ZodObject, Evidence = unknown> = {
  /** As suites say it: `routing-mesh`. */
  name: string
  /** One paragraph for `--explain` and the schema: what it measures, and what makes it fail. */
  explanation: string
  /** One entry of `checks:`, as YAML that the schema accepts. */
  example: string
  /** Needs `allow-disruption`, runs alone and in declared order, and is undone afterwards. */
  isDisturbing: boolean
  /**
   * Requests to the workload, in `world.turns`: `counts` needs that nobody else makes any, and those that `makes` some
   * wait until all such checks have ended.
   */
  visits: 'none' | 'makes' | 'counts'
  /** What its verdict can come of: a task that is lost says nothing about the swarm's nodes, or a spec. Default `tasks`. */
  looksAt?: 'specs' | 'nodes' | 'tasks'
  /** Of a kind that disturbs: only its own `service`, or nodes with all that runs there (the default). */
  disturbs?: (params: z.output<Schema>) => 'service' | 'nodes'
  /** Without a `deadline:` of the check's own; default 60 s. May depend on what is asked. */
  deadlineMs?: (params: z.output<Schema>) => number
  /** A strict object; every field has a `describe`. The names in `COMMON_FIELDS` are taken. */
  params: Schema
  /** What is wrong with parameters that are right one by one; a suite is refused for it. */
  faultOf?(params: z.output<Schema>): string | undefined
  /** What must be true, in one line: said also when nothing could be measured. */
  expected(params: z.output<Schema>): string
  /** The way to what is judged in a stack file, `['services', 'web', 'deploy']`; a judgement may be more exact. */
  place?(params: z.output<Schema>): readonly string[]
  /**
   * Plain data (it becomes JSON). Whatever is thrown makes the check `inconclusive`: an absence that is a failure is
   * evidence, not an error.
   */
  gather(params: z.output<Schema>, world: World): Promise<Evidence>
  judge(params: z.output<Schema>, evidence: Evidence): Judgement
}

/** Only to have `params` and `evidence` inferred. */
export function defineKind<Schema extends z.ZodObject, Evidence>(
  kind: CheckKind<Schema, Evidence>
): CheckKind<Schema, Evidence> {
  return kind
}

/** Kinds of different parameters in one list. */
// biome-ignore lint/suspicious/noExplicitAny: a list of kinds cannot name each one's evidence
export type AnyKind = CheckKind<any, any>
