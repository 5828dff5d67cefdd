/** A deploy as a script asked for it. */
export type AskedDeploy = { composeFiles: string[]; stack: string | undefined }

/**
 * The deploy that a call asks for: `docker stack deploy -c FILE NAME` (or `up`, its alias), `swarmline deploy`.
 * `undefined` for anything else. Paths are brought into the form that the folder's files have.
 */
export function askedDeploy(call: readonly string[]): AskedDeploy | undefined {
  const [program = '', ...rest] = call
  const name = program.split('/').at(-1)
  const words = name === 'docker' ? withoutGlobals(rest) : rest
  if (name === 'docker' && words[0] === 'stack' && (words[1] === 'deploy' || words[1] === 'up')) {
    const { files, others } = filesIn(words.slice(2), ['-c', '--compose-file'])
    return files.length > 0 ? { composeFiles: files, stack: others.at(-1) } : undefined
  }
  if (name === 'swarmline' && words[0] === 'deploy') {
    const { files, others } = filesIn(words.slice(1), ['--compose-file'])
    return {
      composeFiles: files.length > 0 ? files : ['docker-compose.yml'],
      stack: others.find(word => !word.startsWith('-'))
    }
  }
  return undefined
}

/** docker's own options before the command, each with its value. */
function withoutGlobals(words: readonly string[]): string[] {
  const [first = '', ...rest] = words
  if (!first.startsWith('-')) return [...words]
  const takesValue =
    !first.includes('=') && /^(?:-H|--host|-c|--context|--config|-l|--log-level)$/.test(first)
  return withoutGlobals(takesValue ? rest.slice(1) : rest)
}

function filesIn(
  words: readonly string[],
  options: readonly string[]
): { files: string[]; others: string[] } {
  const files: string[] = []
  const others: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const option = options.find(each => word === each || word.startsWith(`${each}=`))
    if (option === undefined) others.push(word)
    else files.push(inFolder(word === option ? (words[++i] ?? '') : word.slice(option.length + 1)))
  }
  return { files, others }
}

const inFolder = (file: string): string => file.replace(/^(?:\.\/)+/, '')
