// An action's bundle is complete in itself, and a worker is a program of its own: its code stands in the bundle as
// text, and starts from a data: URL. Such a program may import builtins only, which a bundled worker does.
import path from 'node:path'
import { build } from 'esbuild'

/** An esbuild plugin that puts `worker.ts` into the place of the `worker-url.ts` beside it. */
export const workersAsData = {
  name: 'workers-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]worker-url\.ts$/ }, async ({ path: file }) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path.join(path.dirname(file), 'worker.ts')],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'node',
        format: 'esm',
        target: 'node22',
        legalComments: 'none',
        logLevel: 'warning'
      })
      const code = `'data:text/javascript,' + encodeURIComponent(${JSON.stringify(outputFiles[0].text)})`
      return {
        contents: `export const workerUrl = new URL(${code})`,
        loader: 'js',
        watchFiles: Object.keys(metafile.inputs).map(input => path.resolve(input))
      }
    })
  }
}
