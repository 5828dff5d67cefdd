import type { CommandLeaf, CommandTree, OptionLeaf } from './command-tree.ts'

/** The script that teaches a shell to complete this command line. */
export function completionScript(shell: 'bash' | 'zsh' | 'fish', tree: CommandTree): string {
  return { bash, zsh, fish }[shell](tree)
}

function bash(tree: CommandTree): string {
  const branch = (command: CommandLeaf) =>
    [
      `    ${command.name})`,
      '      case $prev in',
      ...command.options.flatMap(option =>
        option.value ? [`        ${spellings(option).join('|')}) ${bashValue(option)} ;;`] : []
      ),
      '      esac',
      `      words=${quoted([...command.options.map(o => o.long), ...command.operands].join(' '))} ;;`
    ].join('\n')
  return `# bash completion for ${tree.name}
_${tree.name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words='' word command=''
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || { command=$word; break; }
  done
  case $command in
${tree.commands.map(branch).join('\n')}
    *) words=${quoted([...tree.commands.map(c => c.name), ...tree.options.map(o => o.long)].join(' '))} ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}
complete -F _${tree.name} ${tree.name}`
}

function bashValue({ value }: OptionLeaf): string {
  const words = {
    choice: value?.kind === 'choice' ? `compgen -W ${quoted(value.choices.join(' '))} -- "$cur"` : '',
    file: 'compgen -f -- "$cur"',
    folder: 'compgen -d -- "$cur"',
    text: ''
  }[value?.kind ?? 'text']
  return words ? `mapfile -t COMPREPLY < <(${words}); return` : 'return'
}

function zsh(tree: CommandTree): string {
  const branch = (command: CommandLeaf) =>
    [
      `    ${command.name})`,
      '      _arguments \\',
      ...command.options.map(option => `        ${zshOption(option)} \\`),
      `        ${quoted(command.operands.length > 0 ? `1:value:(${command.operands.join(' ')})` : '*::')} ;;`
    ].join('\n')
  return `#compdef ${tree.name}
_${tree.name}() {
  local -a commands=(
${tree.commands.map(c => `    ${quoted(`${c.name}:${c.summary.replace(/:/g, '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${tree.commands.map(branch).join('\n')}
  esac
}
if [[ $funcstack[1] == _${tree.name} ]]; then _${tree.name} "$@"; else compdef _${tree.name} ${tree.name}; fi`
}

function zshOption({ long, description, value }: OptionLeaf): string {
  const escaped = (text: string) => text.replace(/[[\]:\\]/g, '\\$&')
  const action = {
    choice: value?.kind === 'choice' ? `(${value.choices.join(' ')})` : '',
    file: '_files',
    folder: '_files -/',
    text: ''
  }[value?.kind ?? 'text']
  return quoted(`*${long}[${escaped(description)}]${value ? `:value:${action}` : ''}`)
}

function fish(tree: CommandTree): string {
  const head = `complete -c ${tree.name}`
  const commands = tree.commands.map(
    c => `${head} -n __fish_use_subcommand -a ${c.name} -d ${fishQuoted(c.summary)}`
  )
  const options = tree.commands.flatMap(command => {
    const within = `${head} -n '__fish_seen_subcommand_from ${command.name}'`
    return [
      ...command.options.map(option => `${within} ${fishOption(option)}`),
      ...command.operands.map(operand => `${within} -a ${operand}`)
    ]
  })
  return [`# fish completion for ${tree.name}`, `${head} -f`, ...commands, ...options].join('\n')
}

function fishOption({ long, short, description, value }: OptionLeaf): string {
  const takes = {
    choice: value?.kind === 'choice' ? ` -x -a ${fishQuoted(value.choices.join(' '))}` : '',
    file: ' -r -F',
    folder: " -x -a '(__fish_complete_directories)'",
    text: ' -x'
  }
  const letter = short ? ` -s ${short.slice(1)}` : ''
  return `-l ${long.slice(2)}${letter}${value ? takes[value.kind] : ''} -d ${fishQuoted(description)}`
}

function spellings({ long, short }: OptionLeaf): string[] {
  return short ? [short, long] : [long]
}

/** For bash and zsh. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
