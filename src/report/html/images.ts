import { noStandIns } from '../headline.rules.ts'
import type { RunReport } from '../run-report.ts'
import { bytes, count, duration } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { scrolling, section } from './section.ts'

/** What was built and pushed, and which official names stand for something made here. */
export function imagesSection(report: RunReport): Markup {
  const none = noStandIns(report)
  return html`${report.images.length > 0 && builtSection(report.images)}${report.standIns.length > 0 && standInsSection(report.standIns)}${none && section('stand-ins', 'Stand-ins', undefined, html`<p class="none">${none}</p>`)}`
}

function builtSection(images: RunReport['images']): Markup {
  return section(
    'images',
    'Images',
    `${count(images.length, 'image')} built and pushed`,
    html`<div class="card">${scrolling(
      'Images',
      html`<table><thead><tr><th scope="col">Image</th><th scope="col" class="number">Size</th><th scope="col" class="number">Time</th></tr></thead><tbody>${images.map(
        image => html`
<tr><td class="image"><code>${image.reference}</code><code class="digest">${image.digest}</code></td><td class="number">${bytes(image.sizeBytes)}</td><td class="number">${duration(image.durationMs)}</td></tr>`
      )}
</tbody></table>`
    )}</div>`
  )
}

function standInsSection(standIns: RunReport['standIns']): Markup {
  return section(
    'stand-ins',
    'Stand-ins',
    'Images under an official name that were made on this machine',
    html`<div class="card">${scrolling(
      'Stand-ins',
      html`<table><thead><tr><th scope="col">Carries the name</th><th scope="col">Made from</th></tr></thead><tbody>${standIns.map(
        ({ reference, madeFrom, digest }) => html`
<tr><td class="image"><code>${reference}</code><code class="digest">${digest}</code></td><td>${madeFrom}</td></tr>`
      )}
</tbody></table>`
    )}</div>`
  )
}
