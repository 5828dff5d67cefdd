import { noStandIns } from '../headline.rules.ts'
import type { RunReport } from '../run-report.ts'
import { bytes, count, duration, oneLine } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, scrolling, section } from './section.ts'

const MOST_ROWS = 500

type ShownImage = {
  reference: string
  digest: string
  services: string[]
  sizeBytes?: number
  durationMs?: number
}

/** Every image with its digest: which services run it, and what building it here took. */
export function imagesSection(report: RunReport): Section | undefined {
  const images = imagesOf(report)
  if (images.length === 0) return undefined
  const built = report.images.length
  return section(
    'images',
    'Images',
    [count(images.length, 'image'), ...(built > 0 ? [`${built} built and pushed`] : [])].join(', '),
    html`<div class="card">${scrolling(
      'Images',
      html`<table><thead><tr><th scope="col">Image</th><th scope="col">Runs in</th><th scope="col" class="number">Size</th><th scope="col" class="number">Built in</th></tr></thead><tbody>${images.slice(0, MOST_ROWS).map(imageRow)}
</tbody></table>`
    )}</div>`
  )
}

function imagesOf({ images, deploy }: RunReport): ShownImage[] {
  const byDigest = new Map<string, ShownImage>()
  for (const { reference, digest, sizeBytes, durationMs } of images)
    byDigest.set(digest, { reference, digest, services: [], sizeBytes, durationMs })
  for (const { name, image } of deploy?.services ?? []) {
    const [reference = '', digest = ''] = image.split('@')
    const key = digest || reference
    const known = byDigest.get(key) ?? { reference, digest, services: [] }
    known.services.push(oneLine(name))
    byDigest.set(key, known)
  }
  return [...byDigest.values()]
}

const imageRow = ({ reference, digest, services, sizeBytes, durationMs }: ShownImage): Markup => html`
<tr><td class="image"><code>${reference}</code>${digest ? html`<code class="digest">${digest}</code>` : html`<span class="word inconclusive">no digest</span>`}</td><td>${services.join(', ')}</td><td class="number">${sizeBytes === undefined ? '–' : bytes(sizeBytes)}</td><td class="number">${durationMs === undefined ? '–' : duration(durationMs)}</td></tr>`

/** Which official names stand for something made here; that none does is worth a word, too. */
export function standInsSection(report: RunReport): Section | undefined {
  const { standIns } = report
  const none = noStandIns(report)
  if (none) return section('stand-ins', 'Stand-ins', undefined, html`<p class="none">${none}</p>`)
  if (standIns.length === 0) return undefined
  return section(
    'stand-ins',
    'Stand-ins',
    'images under an official name that were made on this machine',
    html`<div class="card">${scrolling(
      'Stand-ins',
      html`<table><thead><tr><th scope="col">Carries the name</th><th scope="col">Made from</th></tr></thead><tbody>${standIns
        .slice(0, MOST_ROWS)
        .map(
          ({ reference, madeFrom, digest }) => html`
<tr><td class="image"><code>${reference}</code><code class="digest">${digest}</code></td><td>${madeFrom}</td></tr>`
        )}
</tbody></table>`
    )}</div>`
  )
}
