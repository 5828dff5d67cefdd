/**
 * The runner takes a line that begins with `::`, and one with `##[` anywhere in it, for a command. What others
 * wrote (a task's error, a build's output) must not mask, annotate or set anything: it is shown, but not obeyed.
 */
export function withoutCommands(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(/^(\s*)::/, '$1│ ::').replaceAll('##[', '## ['))
    .join('\n')
}
