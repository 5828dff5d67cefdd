// Texts that a naive reader unfolds, compares or nests until its time, its memory or its stack is gone.

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** name → a stack file. */
export const HOSTILE_STACKS: Readonly<Record<string, string>> = {
  'a merge of itself': 'x-a: &a\n  <<: *a\nservices: {web: {image: x}}',
  'a list that holds itself': 'x-a: &a [*a]\nservices: {web: {image: x}}',
  'a merge of itself, by way of another': 'x-a: &a\n  b: &b\n    <<: *a\nservices: {web: {image: x}}',
  'merges of merges': `${many(
    12,
    n =>
      `x-${n}: &x${n} {${
        n === 0
          ? 'k: v'
          : `<<: [${Array(8)
              .fill(`*x${n - 1}`)
              .join(', ')}]`
      }}`
  )}\nservices: {web: {image: x}}`,
  'merges of merges of nothing': `${many(26, n => `x-${n}: &x${n} {${n === 0 ? '' : `<<: [*x${n - 1}, *x${n - 1}]`}}`)}\nservices: {web: {image: x}}`,
  'a ladder of merges': `x-0: &x0\n${many(900, n => `  k${n}: v`)}\n${many(90, n => `x-${n + 1}: &x${n + 1} {<<: *x${n}}`)}\nservices: {web: {image: x}}`,
  'aliases of aliases': `${many(
    20,
    n =>
      `x-${n}: &x${n} [${
        n === 0
          ? 'v'
          : Array(10)
              .fill(`*x${n - 1}`)
              .join(', ')
      }]`
  )}\nservices: {web: {image: x}}`,
  'aliases of a long text': `x-a: &a "${'v'.repeat(100_000)}"\nx-b: [${Array(2000).fill('*a').join(', ')}]\nservices: {web: {image: x}}`,
  'a nest of lists': `x-a: ${'['.repeat(50_000)}`,
  'a nest of dashes': `x-a:\n  ${'- '.repeat(50_000)}a`,
  'a nest of mappings': `x-a: ${'{a: '.repeat(20_000)}`,
  'a nest of aliases': `x-0: &x0 [v]\n${many(300, n => `x-${n + 1}: &x${n + 1} [*x${n}]`)}\nservices: {web: {image: x}}`,
  'too many words': `x-a: [${'1,'.repeat(150_000)}]`,
  'too long a text': `# ${'x'.repeat(2 * 1024 * 1024)}\nservices: {web: {image: x}}`,
  'nothing but commas': `x-a: [${','.repeat(100_000)}]`,
  'a mapping as a key': 'services: {web: {image: x, labels: {? {a: b} : c}}}',
  'an alias of nothing': 'services: {web: {image: *x}}',
  'a key that appears twice': 'services: {web: {image: x, image: y}}'
}

/** name → a stack file that is long, and nothing else. */
export const LONG_STACKS: Readonly<Record<string, string>> = {
  'many digits': `x-a: 1\nservices: {web: {image: x, deploy: {resources: {limits: {memory: "${'1'.repeat(200_000)}"}}}}}`,
  'many keys': `x-a:\n${many(15_000, n => `  k${n}: v`)}\nservices: {web: {image: x}}`,
  'many aliases': `x-a: &a v\nx-b: [${Array(18_000).fill('*a').join(', ')}]\nservices: {web: {image: x}}`,
  'many anchors': `x-a:\n${many(15_000, n => `  - &a${n} v`)}\nx-b: *a1\nservices: {web: {image: x}}`,
  'many comments': `${'# note\n'.repeat(60_000)}services: {web: {image: x}}`,
  'many blank lines': `${'\n'.repeat(90_000)}services: {web: {image: x}}`
}

/** name → a stack file that is short, or plain, and stands for much. */
export const LARGE_STACKS: Readonly<Record<string, string>> = {
  'ranges of ports': `services: {web: {image: x, ports: [${Array(50).fill('"1-65535:1-65535"').join(', ')}]}}`,
  'a chain of services': `services:\n${many(2000, n => `  s${n}: {image: x, extends: {service: s${n + 1}}}`)}\n  s2000: {image: x}`
}
