import type { Step } from './steps.ts'

/** The innermost steps that run now. */
export function running(steps: readonly Step[]): Step[] {
  return steps.flatMap(step => {
    if (step.end) return []
    const inner = running(step.children)
    return inner.length > 0 ? inner : [step]
  })
}

/** `Raise the swarm › worker1` */
export function pathOf(step: Step): string {
  return step.parent ? `${pathOf(step.parent)} › ${step.title}` : step.title
}

/** `0.4 s`, `12 s`, `2 min 5 s` */
export function seconds(ms: number): string {
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`
  const whole = Math.round(ms / 1000)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
