// Bundles each action to actions/NAME/dist, complete in itself. The command line runs from its source.
// `node tools/build.mjs --check` builds to a scratch folder and fails when a dist is stale.
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { licenceText } from './licences.mjs'
import { workersAsData } from './workers-as-data.mjs'

// Bundled CommonJS code calls require('net') and the like: without this an ESM bundle dies with
// `Dynamic require of "net" is not supported`.
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;'
].join('')

/**
 * The toolkit's packages only define things when they load, but do not say so. Said for them, what an action does
 * not use (the OIDC client and its HTTP stack, above all) stays out of its bundle.
 */
const toolkitHasNoSideEffects = {
  name: 'toolkit-has-no-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path: asked, kind, importer, resolveDir, pluginData }) => {
      const isOfToolkit = asked.startsWith('@actions/') || importer.includes('/node_modules/@actions/')
      if (!isOfToolkit || pluginData === 'asked') return undefined
      const found = await resolve(asked, { kind, importer, resolveDir, pluginData: 'asked' })
      return found.errors.length > 0
        ? found
        : { path: found.path, external: found.external, sideEffects: false }
    })
  }
}

const bundles = globSync('actions/*/main.ts')
  .sort()
  .map(main => path.dirname(main))
  .map(dir => ({ entries: globSync(`${dir}/{main,post}.ts`).sort(), dist: `${dir}/dist` }))

async function bundle({ entries, dist }) {
  const { metafile, outputFiles } = await build({
    entryPoints: entries,
    outbase: path.dirname(entries[0]),
    outdir: path.resolve(dist),
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    keepNames: true,
    legalComments: 'none',
    banner: { js: banner },
    plugins: [toolkitHasNoSideEffects, workersAsData],
    write: false,
    metafile: true,
    logLevel: 'warning'
  })
  const files = new Map(outputFiles.map(f => [path.relative(path.resolve(dist), f.path), f.contents]))
  files.set('package.json', Buffer.from('{"type":"module"}\n'))
  files.set('LICENSES.txt', Buffer.from(licenceText(inputsOf(metafile))))
  return files
}

/** The files of which anything is in the bundle. */
const inputsOf = ({ outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter(file => inputs[file].bytesInOutput > 0)
  )

const listed = dir =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)))
    : []

let isStale = false
for (const each of bundles) {
  const files = await bundle(each)
  if (process.argv.includes('--check')) {
    const names = new Set([...files.keys(), ...listed(each.dist)])
    const stale = [...names].filter(name => {
      const [file, made] = [path.join(each.dist, name), files.get(name)]
      return !made || !existsSync(file) || !readFileSync(file).equals(made)
    })
    if (stale.length > 0)
      console.error(`${each.dist} is stale, run npm run build: ${stale.sort().join(', ')}`)
    isStale ||= stale.length > 0
  } else {
    rmSync(each.dist, { recursive: true, force: true })
    for (const [name, contents] of files) {
      const file = path.join(each.dist, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, contents)
    }
    const kib = [...files.values()].reduce((total, contents) => total + contents.length, 0) / 1024
    console.log(`${each.dist}: ${files.size} files, ${kib.toFixed(0)} KiB`)
  }
}
process.exit(isStale ? 1 : 0)
