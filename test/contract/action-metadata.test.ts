import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readAction } from '../support/action.ts'
import { ACTIONS } from '../support/action-forms.ts'

test('every action is known here', () => {
  const folders = globSync('actions/*/action.yml').map(file => path.basename(path.dirname(file)))
  expect(folders.sort()).toEqual(Object.keys(ACTIONS).sort())
})

describe.each(Object.entries(ACTIONS))('actions/%s', (name, code) => {
  const dir = `actions/${name}`
  const action = readAction(dir)
  const inputs = Object.entries(action.inputs ?? {})

  test('action.yml declares what the code reads, and the code reads what it declares', () => {
    expect(inputs.map(([input]) => input).sort()).toEqual([...code.inputNames].sort())
  })

  test('action.yml declares the outputs that the code writes', () => {
    expect(Object.keys(action.outputs ?? {}).sort()).toEqual(Object.keys(code.outputs).sort())
  })

  test('every input and output says what it means, and an input is required or has a default', () => {
    for (const [input, { description, required, default: value }] of inputs) {
      expect([input, description?.length]).toEqual([input, expect.any(Number)])
      expect([input, required === true, value === undefined]).toEqual([
        input,
        required === true,
        required === true
      ])
    }
    for (const [output, { description }] of Object.entries(action.outputs ?? {}))
      expect([output, description?.length]).toEqual([output, expect.any(Number)])
  })

  test('it runs on node24 from files that are there, and has a face in the marketplace', () => {
    const { using, main, post } = action.runs
    expect(using).toBe('node24')
    expect(existsSync(path.join(dir, main ?? ''))).toBe(true)
    expect(existsSync(path.join(dir, 'post.ts'))).toBe(post !== undefined)
    if (post) expect(existsSync(path.join(dir, post))).toBe(true)
    expect(action.branding).toEqual({ icon: expect.stringMatching(/^[a-z0-9-]+$/), color: 'blue' })
  })
})
