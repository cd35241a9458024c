import { describe, expect, test } from 'vitest'
import { effects, models, trials, versions } from './definitions.ts'
import type { Effect } from './effect.ts'

const everyEffect: readonly Effect[] = Object.values(effects)

describe.each(Object.values(models))('the model $id', (model) => {
  test.each(model.examples)('gives its published values for $subject', ({ subject, expect: published }) => {
    const typical: Record<string, number> = { ...model.published(subject) }
    for (const [name, value] of Object.entries(published)) expect(typical[name] / value).toBeCloseTo(1, 5)
  })

  test('says who says so, about whom, and how sure we are', () => {
    for (const said of Object.values(model.source)) expect(said).not.toBe('')
    expect(model.examples.length).toBeGreaterThan(0)
  })
})

describe.each(everyEffect)('the effect $id', (effect) => {
  test.each(effect.examples)('links plasma and effect site at $expect.ke0 per minute', ({ expect: published }) => {
    expect(effect.ke0 / published.ke0).toBeCloseTo(1, 5)
  })

  test('prints its typical values inside their own intervals', () => {
    for (const { low, typical, high } of [effect.halfLife, effect.c50]) {
      expect(low).toBeLessThan(typical)
      expect(typical).toBeLessThan(high)
    }
  })
})

describe.each(Object.values(trials))('the trial $id', (trial) => {
  test('says what was seen within its own limits, and whom it stands for', () => {
    for (const { value, low, high, what } of trial.observed) {
      expect(low, what).toBeLessThanOrEqual(value)
      expect(value, what).toBeLessThanOrEqual(high)
    }
    for (const said of [...Object.values(trial.source), trial.standsIn, trial.condition]) expect(said).not.toBe('')
  })
})

test('every definition has a version, and no id stands twice', () => {
  const ids = [...Object.values(models), ...everyEffect, ...Object.values(trials)].map(({ id }) => id)
  expect(Object.keys(versions).toSorted()).toEqual(ids.toSorted())
  for (const version of Object.values(versions)) expect(version).toMatch(/^[0-9a-f]{12}$/)
})

test('no definition ships an effect-site rate that a program guessed for itself', () => {
  const guessed = [0.238, 0.652, 1.39022, 2.791]
  for (const { ke0 } of Object.values(effects))
    for (const guess of guessed) expect(Math.abs(ke0 / guess - 1)).toBeGreaterThan(0.01)
})
