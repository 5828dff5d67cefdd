/** Compose's `build` section of one image: paths are absolute. What buildx knows of it works, whatever it is. */
export type BuildSection = Readonly<Record<string, unknown>> & {
  context: string
  /** Absolute, or relative to the context. */
  dockerfile?: string | undefined
  args?: Readonly<Record<string, string | null>>
  labels?: Readonly<Record<string, string>>
}

export type PlannedImage = {
  /** For people: `backend`. */
  name: string
  build: BuildSection
  /** References, as from `referencesOf`. */
  tags: readonly string[]
}

/** What an image is called in a bake file and in what bake says: no dots. */
export const targetOf = (name: string): string => name.replaceAll('.', '_')

/**
 * The file that `buildx bake` reads: Compose's form, in which build sections mean what they mean to docker. Nothing
 * in it is interpolated again.
 *
 * @param secrets the file's `secrets:`, of which builds may mount some
 */
export function bakeFile(
  images: readonly PlannedImage[],
  secrets: Readonly<Record<string, unknown>> = {}
): string {
  const services = images.map(({ name, build, tags }) => [
    targetOf(name),
    { image: tags[0], build: { ...build, tags } }
  ])
  return JSON.stringify({ services: Object.fromEntries(services), secrets }).replaceAll('$', '$$$$')
}

/**
 * The names by which an engine may know what bake built, from its metadata file: the image's own digest where the engine
 * keeps images as a registry does, the digest of its configuration elsewhere.
 */
export function builtIds(metadata: string, name: string): string[] {
  const all = JSON.parse(metadata) as Record<string, Record<string, unknown> | undefined>
  const said = all[targetOf(name)] ?? {}
  const ids = [said['containerimage.digest'], said['containerimage.config.digest']]
  return [...new Set(ids.filter(id => typeof id === 'string'))]
}

/** The image whose build failed, by bake's last words; `undefined` where they name none. */
export function failedTarget(
  lines: readonly string[],
  images: readonly Pick<PlannedImage, 'name'>[]
): string | undefined {
  const said = lines.map(line => /^ERROR: target ([\w-]+): /.exec(line)?.[1]).find(Boolean)
  return images.find(({ name }) => targetOf(name) === said)?.name
}
