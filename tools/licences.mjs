import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The licences of the packages that a bundle holds, one after the other.
 *
 * @param {string[]} inputs the files that went into the bundle
 */
export function licenceText(inputs) {
  const packages = new Set(
    inputs.map(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(found => found)
  )
  return [...packages]
    .sort()
    .map(dir => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'))
      const file = readdirSync(dir).find(entry => /^(licen[cs]e|copying)/i.test(entry))
      const text = file
        ? readFileSync(path.join(dir, file), 'utf8').trim()
        : '(no licence file in the package)'
      return `${name} ${version} (${license})\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(72)}\n\n`)
}
