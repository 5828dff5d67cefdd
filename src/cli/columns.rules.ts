// Made on first use: it takes 10 ms, and most of what is shown is ASCII.
let segmenter: Intl.Segmenter | undefined
function graphemes(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text]
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** The columns that plain text takes on a terminal (Unicode's East Asian Width, its wide and fullwidth classes). */
export function columnsOf(text: string): number {
  let columns = 0
  for (const grapheme of graphemes(text)) columns += columnsOfGrapheme(grapheme)
  return columns
}

function columnsOfGrapheme(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}

/** Plain text cut to `width` columns, with a mark where something was cut. */
export function cut(text: string, width: number, mark = '…'): string {
  if (!(columnsOf(text) > width)) return text
  if (width < mark.length) return ''
  let kept = ''
  let columns = mark.length
  for (const grapheme of graphemes(text)) {
    columns += columnsOfGrapheme(grapheme)
    if (columns > width) break
    kept += grapheme
  }
  return kept + mark
}
