import { cutText } from '../bounds.rules.ts'
import type { ReportSource, RunReport } from '../run-report.ts'
import { oneLine } from '../text.rules.ts'
import { anchor } from './links.ts'
import { html, type Markup } from './markup.rules.ts'

/** Whose report it is: the stack, where it runs, and ways to the commit, the run and the environment. */
export function whose({ source }: Pick<RunReport, 'source'>): Markup {
  const parts = partsOf(source)
  return html`${parts.length > 0 && html`<dl class="whose">${parts}</dl>`}`
}

function partsOf(source: ReportSource): Markup[] {
  const { stack, swarm, environment, commit, pullRequest, run, repository, actor } = source
  const sha = commit && html`<code>${commit.sha.slice(0, 7)}</code>`
  const shown = [
    stack && part('Stack', html`<b>${line(stack)}</b>`),
    swarm && part('Swarm', html`${line(swarm).replace(/^the /, '')}`),
    environment && part('Environment', anchor(line(environment.name), environment.url)),
    repository && part('Repository', anchor(line(repository.name), repository.url)),
    commit &&
      sha &&
      part(
        'Commit',
        html`${anchor(sha, commit.url)}${commit.ref && html` <span class="meta">${line(commit.ref)}</span>`}`
      ),
    pullRequest && part('Pull request', anchor(`#${pullRequest.number}`, pullRequest.url)),
    run && part('Run', anchor(line(run.title), run.url)),
    actor && part('By', html`${line(actor)}`)
  ]
  return shown.filter(each => typeof each === 'object')
}

const part = (name: string, value: Markup): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
const line = (text: string): string => cutText(oneLine(text), 120)
