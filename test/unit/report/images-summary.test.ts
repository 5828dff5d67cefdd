import { expect, test } from '@jest/globals'
import { renderImages } from '../../../src/report/images-summary.ts'
import { code } from '../../../src/report/markdown.rules.ts'
import { sampleImage } from '../../support/action-samples.ts'

test('each image with all its tags, its digest, its size and its time', () => {
  const page = renderImages([{ ...sampleImage, sizeBytes: 12_345_678, durationMs: 4321 }], true)
  expect(page).toContain('### Images built and pushed')
  const codes = [...sampleImage.tags, sampleImage.digest].map(each => code(each))
  expect(page).toContain(`| backend | ${codes[0]}<br>${codes[1]} | ${codes[2]} | 12.3 MB | 4.3 s |`)
})

test('one that was not pushed has no digest yet, and a name is never more than text', () => {
  const page = renderImages([{ ...sampleImage, name: '<img src=x>|@all' }], false)
  expect(page).toContain('image ID')
  expect(page).not.toContain('<img')
  expect(page).not.toMatch(/\| [^|]*>\|@all/)
})
