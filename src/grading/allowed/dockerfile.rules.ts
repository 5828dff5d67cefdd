import { readDockerfile } from '../../images/images.rules.ts'
import type { Refusal } from './refusal.ts'

const MOUNTS = ['bind', 'cache', 'tmpfs']

/** What a Dockerfile asks of its builder and does not get. Everything else stays within the build. */
export function dockerfileRefusals(file: string, text: string): Refusal[] {
  const { directives, instructions } = readDockerfile(text)
  const refuse = (line: number, what: string, hint: string): Refusal => ({
    text: `${file}: ${what}`,
    hint,
    place: { file, line }
  })
  const frontend = directives.syntax
  const strange = frontend !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile(?:[:@]|$)/.test(frontend)
  return [
    ...(strange ? [refuse(1, `the frontend ${frontend} would be the builder`, 'leave # syntax= out')] : []),
    ...instructions.flatMap(({ keyword, rest, line }) => {
      const words = (keyword === 'ONBUILD' ? rest.replace(/^\S+\s*/, '') : rest).split(/\s+/)
      const flags = words.filter(word => word.startsWith('--'))
      return flags.flatMap(flag => {
        if (/^--security=/.test(flag) && flag !== '--security=sandbox')
          return [refuse(line, `${flag} leaves the sandbox`, 'leave it out')]
        if (/^--network=/.test(flag) && !/^--network=(?:none|default)$/.test(flag))
          return [refuse(line, `${flag} uses the builder’s network`, 'leave it out')]
        if (/^--device=/.test(flag)) return [refuse(line, `${flag} uses a device`, 'leave it out')]
        const type = /^--mount=(.*)$/
          .exec(flag)?.[1]
          ?.split(',')
          .find(part => part.startsWith('type='))
        return type !== undefined && !MOUNTS.includes(type.slice('type='.length))
          ? [refuse(line, `a mount of ${type} needs something of the builder’s`, 'leave it out')]
          : []
      })
    })
  ]
}
