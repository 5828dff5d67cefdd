import { code, table, text } from './markdown.rules.ts'
import type { BuiltImage } from './run-report.ts'

/** What a build made, as Markdown for GITHUB_STEP_SUMMARY. References come from workflows and stack files: they become text. */
export function renderImages(
  images: readonly (BuiltImage & { tags: readonly string[] })[],
  isPushed: boolean
): string {
  const rows = images.map(({ name, tags, digest, sizeBytes, durationMs }) => [
    text(name),
    tags.map(tag => code(tag)).join('<br>'),
    code(digest),
    `${(sizeBytes / 1e6).toFixed(1)} MB`,
    `${(durationMs / 1000).toFixed(1)} s`
  ])
  return [
    `### ${isPushed ? 'Images built and pushed' : 'Images built, not pushed'}`,
    table(['image', 'tags', isPushed ? 'digest' : 'image ID', 'size', 'time'], rows)
  ]
    .join('\n\n')
    .concat('\n')
}
