/**
 * A server's words made fit to be shown: one line, bounded, and without the control, zero-width and direction
 * characters that could forge a terminal's or a log's lines.
 */
export function plainWords(text: string, maxLength = 160): string {
  const line = text
    .slice(0, maxLength * 8)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '\u{fffd}')
    .trim()
  const characters = [...line]
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : line
}
