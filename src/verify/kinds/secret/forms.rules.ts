/** Shorter ones would be found everywhere by chance. */
const SHORTEST = 4

/** The texts in which contents show: as they are, without white space around them, in base64. */
export function secretForms(contents: readonly Buffer[]): string[] {
  const texts = contents.flatMap(content => [content.toString('utf8'), content.toString('utf8').trim()])
  const forms = texts.flatMap(text => [text, Buffer.from(text).toString('base64').replace(/=+$/, '')])
  return [...new Set(forms)].filter(form => form.length >= SHORTEST)
}

/** Whether a text, or any text or key within plain data, has one of the forms in it. */
export function containsAny(value: unknown, forms: readonly string[]): boolean {
  if (typeof value === 'string') return forms.some(form => value.includes(form))
  if (Array.isArray(value)) return value.some(entry => containsAny(entry, forms))
  if (value && typeof value === 'object')
    return Object.entries(value).some(([key, inner]) => containsAny(key, forms) || containsAny(inner, forms))
  return false
}
