import { expect, test } from '@jest/globals'
import { type DemoRun, figuresOf, ratioOf, stepsOf } from '../../../bench/support/demo-figures.ts'

const run = (wallMs: number, isGood = true, more: Partial<DemoRun> = {}): DemoRun => ({
  isGood,
  wallMs,
  phases: [],
  steps: [],
  ...more
})

test('runs that failed are counted, and their time is not', () => {
  const figures = figuresOf([run(300_000), run(5_000, false), run(400_000)])
  expect(figures).toMatchObject({ medianMs: 350_000, failed: 1, runsMs: [300_000, 400_000] })
})

test('the ratio is of medians, and there is none when a side never ended well', () => {
  const before = figuresOf([run(800_000), run(600_000)])
  expect(ratioOf(figuresOf([run(280_000), run(280_000)]), before)).toBe(0.4)
  expect(ratioOf(figuresOf([run(1_000, false)]), before)).toBeNull()
  expect(ratioOf(before, figuresOf([]))).toBeNull()
  expect(figuresOf([run(1_000, false)])).toMatchObject({ medianMs: null, failed: 1, phases: {} })
})

test('a step that a run has twice counts with its sum', () => {
  const steps = (ms: number) => ({
    steps: [
      { title: 'saving the VM', ms },
      { title: 'saving the VM', ms: 1000 }
    ]
  })
  expect(figuresOf([run(1, true, steps(3000)), run(1, true, steps(5000))]).steps).toEqual({
    'saving the VM': 5000
  })
})

test('steps are read from the log as the command line writes it', () => {
  const log = `done: Look at this machine (2.6 s)
running: Raise the swarm › Fill the mirror (16 s)
done: Raise the swarm › VM from Debian trixie's packages (1 min 47 s)
failed: Build and push (12 s)
done: Deploy (the stack) (10 min 0 s)`
  expect(stepsOf(log)).toEqual([
    { title: 'Look at this machine', ms: 2600 },
    { title: "VM from Debian trixie's packages", ms: 107_000 },
    { title: 'Deploy (the stack)', ms: 600_000 }
  ])
})
