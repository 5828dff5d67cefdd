// What users can give: each input of an action and each option of a command, written once. The doors (actions, cli)
// and the tools that write action.yml read this room; nothing else imports it, and it is pure.

/** What a text means: its value, or what is wrong with it. */
export type Reading<T> = { value: T } | { fault: string }

/** How texts become a value, whatever the input is called. */
export type Kind<T> = {
  /** `flag`: true or false; `text`: one text at most; `list`: any number, a line each in a workflow. */
  readonly shape: 'flag' | 'text' | 'list'
  /** What stands for a value in the help: `n`, `time`, `file`. */
  readonly value: string
  /** The limits in words, as all descriptions show them: `1 to 7`. */
  readonly limits?: string
  readonly choices?: readonly string[]
  /** Masked in the log before anything is made of it, and shown in no error. */
  readonly isSecret?: true
  /** What of the text is secret; all of it where this is not given. */
  secretsIn?(text: string): string[]
  /** The entries of a workflow's text; without it one on each line. */
  split?(text: string): string[]
  /** @param called the name that the user knows it by: `managers`, `--managers` */
  read(texts: readonly string[], called: string): Reading<T>
}

export type Input<T> = Kind<T> & {
  /** What it means, as a phrase without a full stop. */
  readonly about: string
  /** What only action.yml has room for, in whole sentences. */
  readonly more?: string
  /** The default, as text; of a list a line each. Without one there is none. */
  readonly fallback?: string
  readonly isRequired?: true
  /** Names that it had: refused, with the one that it has now. */
  readonly formerly?: readonly string[]
}

export type Inputs = Readonly<Record<string, Input<unknown>>>
export type Values<I extends Inputs> = { [K in keyof I]: I[K] extends Input<infer T> ? T : never }
/** The name that a door gives to an input, by its key. */
export type Called = (key: string) => string

type Words = Pick<Input<unknown>, 'more' | 'fallback' | 'isRequired' | 'formerly'>

/** @param about a phrase; `words.formerly` are names that are refused with the one that counts now */
export const input = <T>(kind: Kind<T>, about: string, words: Words = {}): Input<T> => ({
  ...kind,
  about,
  ...words
})

/** The same input where its words or its default must differ. */
export const but = <T>(same: Input<T>, words: Partial<Words & { about: string }>): Input<T> => ({
  ...same,
  ...words
})

/** An input's name in action.yml: `composeFiles` → `compose-files`. */
export const inputName: Called = key => key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** An option's name, without its dashes. A list is given one by one: `compose-files` → `compose-file`. */
export const optionName = (key: string, { shape }: Pick<Kind<unknown>, 'shape'>): string =>
  shape === 'list' ? inputName(key).replace(/s$/, '') : inputName(key)

/** Everything that is wrong with what was given, at most one fault an input; else the values. */
export function readAll<I extends Inputs>(
  inputs: I,
  textsOf: (key: string) => readonly string[],
  called: Called
): { values: Values<I>; faults: [] } | { values: undefined; faults: string[] } {
  const readings = Object.entries(inputs).map(([key, each]) => ({
    key,
    reading: each.read(textsOf(key), called(key))
  }))
  const faults = readings.flatMap(({ reading }) => ('fault' in reading ? [reading.fault] : []))
  if (faults.length > 0) return { values: undefined, faults }
  const values = readings.map(({ key, reading }) => [key, 'value' in reading ? reading.value : undefined])
  return { values: Object.fromEntries(values) as Values<I>, faults: [] }
}
