/** What a file of ours may be. Each is far above what people write, and far below what takes a second. */
export const YAML_BUDGET = {
  bytes: 1024 * 1024,
  /** Of the lexer: a line has about eight. */
  tokens: 150_000,
  depth: 100,
  /** Values and keys, with aliases and merges unfolded. */
  nodes: 100_000,
  /** Characters, with aliases and merges unfolded. */
  characters: 8 * 1024 * 1024,
  /** What is wrong with a file is not listed beyond this. */
  faults: 50
} as const

/** Thrown within this room when a budget is exceeded; `offset` is in the text. */
export class OverBudget extends Error {
  readonly offset: number
  readonly hint: string

  constructor(offset: number, message: string, hint: string) {
    super(message)
    this.offset = offset
    this.hint = hint
  }
}
