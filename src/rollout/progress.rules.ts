import type { Judgement } from './hold.rules.ts'

const PER_KIND: Partial<Record<Judgement['state']['phase']['kind'], string>> = {
  'rolling-back': 'rolling back',
  'rolled-back': 'rolled back',
  paused: 'paused',
  stuck: 'waiting',
  failed: 'failed',
  settled: 'holding'
}

/** `backend 2/3 · redis 1/1 ✓ · utility 0/3 waiting`: the services of a stack in one short line. */
export function progressLine(judgements: readonly Judgement[], stack: string): string {
  return judgements
    .map(({ state, outcome }) => {
      const name = state.name.startsWith(`${stack}_`) ? state.name.slice(stack.length + 1) : state.name
      const word = outcome === 'converged' ? '✓' : wordOf(state.phase)
      return `${name} ${state.running}/${state.wanted}${word ? ` ${word}` : ''}`
    })
    .join(' · ')
}

const wordOf = (phase: Judgement['state']['phase']): string | undefined =>
  phase.kind === 'progressing' && phase.symptom ? 'retrying' : PER_KIND[phase.kind]
