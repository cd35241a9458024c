import { describe, expect, test } from 'vitest'
import { effects, models, routes, siteEffects, trials, versions } from './definitions.ts'
import { checkExamples } from './examples.ts'
import type { Model } from './model.ts'
import type { Route } from './route.ts'
import { ngPerMl } from './units.ts'

const near = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(5e-6)

const everyModel: readonly Model[] = Object.values(models)

describe.each(everyModel)('the model $id', (model) => {
  test.each(model.examples)('gives its published values for $subject', ({ subject, expect: published, metabolites }) => {
    const typical: Record<string, number> = { ...model.published(subject) }
    for (const [name, value] of Object.entries(published)) near(typical[name], value)
    for (const [analyte, of] of Object.entries(metabolites ?? {})) {
      const formed = model.kinetics(subject).metabolites.find((metabolite) => metabolite.analyte === analyte)
      const found: Record<string, number> = { ...formed?.disposition }
      for (const [name, value] of Object.entries(of)) near(found[name], value)
    }
  })

  test('has an example of everything it forms', () => {
    if (model.route !== 'intravenous') return
    const formed = model.kinetics({ weightKg: 40, ageYears: 20, sex: 'female' }).metabolites.map(({ analyte }) => analyte)
    const shown = model.examples.flatMap(({ metabolites }) => Object.keys(metabolites ?? {}))
    expect(shown).toEqual(formed)
  })

  test('says who says so, about whom, and how sure we are', () => {
    for (const said of Object.values(model.source)) expect(said).not.toBe('')
    expect(model.examples.length).toBeGreaterThan(0)
  })
})

const everyRoute: readonly Route[] = Object.values(routes)

describe.each(everyRoute)('the way in $id', ({ id, model, way, source, marks, spread, examples, paths }) => {
  const checked = checkExamples().filter((each) => each.id === id)

  test('gives what an independent program gives, of a dose that arrives and over time', () => {
    expect(examples.length).toBeGreaterThan(0)
    expect(checked.length).toBeGreaterThanOrEqual(2 * examples.length)
    expect(checked.filter(({ holds }) => !holds)).toEqual([])
  })

  test('belongs to a model that is there, is its only one of that way, and says where each number comes from', () => {
    expect(everyModel.map((each) => each.id)).toContain(model)
    expect(everyRoute.filter((each) => each.model === model && each.way === way)).toHaveLength(1)
    for (const said of [...Object.values(source), ...Object.values(marks)]) expect(said).not.toBe('')
    expect(Object.keys(marks).length).toBeGreaterThan(0)
    expect(() => paths(-1)).toThrow(/at least 0/)
  })

  test('differs between people as its spread says: the typical one in the middle, and each the same again', () => {
    const drawn = Array.from({ length: 400 }, (_, person) => paths(30, { seed: 3, person }))
    expect(paths(30, { seed: 3, person: 7 })).toEqual(drawn[7])
    if (spread === 'not found') return expect(drawn[7]).toEqual(paths(30))
    const numbers = (of: ReturnType<typeof paths>) => of.flatMap(({ share, release, rates }) => [share, release, ...rates])
    const differing = numbers(paths(30)).filter((typical, i) => {
      const own = drawn.map((each) => numbers(each)[i]).toSorted((a, b) => a - b)
      const below = own.filter((value) => value < typical).length / own.length
      if (own[0] !== own[399]) expect(Math.abs(below - 0.5)).toBeLessThan(0.1)
      return own[0] !== own[399]
    })
    expect(differing.length).toBeGreaterThanOrEqual(spread.of.length)
  })
})

test('a site that a model prints has its rate inside its own interval, and says who says so', () => {
  const printed = everyModel.flatMap(({ effectSite }) => (effectSite === 'not published' ? [] : [effectSite]))
  expect(printed.length).toBeGreaterThan(0)
  for (const { ke0, low, high, source } of printed) {
    expect(low).toBeLessThan(ke0)
    expect(ke0).toBeLessThan(high)
    for (const said of Object.values(source)) expect(said).not.toBe('')
  }
})

describe.each(siteEffects)('the effect $id', (effect) => {
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

describe('receptors', () => {
  const { occupancyShaffer2014: occupied, magnesiumBlockJahrStevens1990: magnesium } = effects

  test('are held by ketamine and norketamine as the examples say, and never by more than all', () => {
    for (const { ketamineNgPerMl, norketamineNgPerMl, expect: share } of occupied.examples)
      near(occupied.occupancy({ ketamine: ngPerMl(ketamineNgPerMl), norketamine: ngPerMl(norketamineNgPerMl) }), share)
    expect(occupied.occupancy({ ketamine: 1000, norketamine: 1000 })).toBeLessThan(1)
    expect(occupied.label).toBe('model estimate')
  })

  test('are held more where less is bound, as the other source has it', () => {
    near(occupied.occupancy({ ketamine: ngPerMl(185), norketamine: 0, unbound: { ketamine: 0.73, norketamine: 0.5 } }), 0.285748)
  })

  test('let current pass against magnesium as the examples say', () => {
    for (const { millivolt, magnesium: mmol, expect: share } of magnesium.examples) near(magnesium.passes(millivolt, mmol), share)
  })
})

describe('cardiac output', () => {
  const { cardiacOutputKamp2021: kamp, cardiacOutputSigtermans2009: sigtermans } = effects

  test('rises by the numbers of one source, and by twice as much in what the other saw: both say so', () => {
    const found = kamp.at(ngPerMl(320), 0)
    if (found.kind !== 'curve') throw new Error('Kamp printed a curve')
    near(found.litresPerMin, kamp.examples[0].expect)
    const seen = sigtermans.at(ngPerMl(320), 0)
    expect(seen).toMatchObject({ kind: 'observation', low: 0.4, high: 0.5 })
    expect(found.change).toBeLessThan(0.21)
    for (const { disagrees } of [found, seen]) expect(disagrees).toContain('calibrated')
  })

  test('is lowered by norketamine and never negative', () => {
    const [high, low] = [kamp.at(0.1, 0.1), kamp.at(0, 1000)]
    expect(high.kind === 'curve' && high.change).toBeLessThan(kamp.at(0.1, 0).kind === 'curve' ? 0.25 : 0)
    expect(low.kind === 'curve' && low.litresPerMin).toBe(0)
  })
})

test('how long an antidepressant response lasts follows its quartiles, by days alone', () => {
  const { antidepressantDurabilityMurrough2013: kept } = effects
  for (const { day, expect: share } of kept.examples) near(kept.survival(day), share)
  near(kept.dayOfRelapse(0.5), 18)
  expect([0.25, 0.75].map((share) => Math.round(kept.dayOfRelapse(share)))).toEqual([11, 27])
  expect(kept.survival).toHaveLength(1)
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

test('an installed engine can prove every example of itself', () => {
  const checked = checkExamples()
  expect(checked.filter(({ holds }) => !holds)).toEqual([])
  expect(new Set(checked.map(({ id }) => id)).size).toBeGreaterThanOrEqual(Object.keys(models).length + 5)
})

test('every definition has a version, and no id stands twice', () => {
  const ids = [...everyModel, ...everyRoute, ...Object.values(effects), ...Object.values(trials)].map(({ id }) => id)
  expect(Object.keys(versions).toSorted()).toEqual(ids.toSorted())
  for (const version of Object.values(versions)) expect(version).toMatch(/^[0-9a-f]{12}$/)
})

test('no definition ships an effect-site rate that a program guessed for itself', () => {
  const guessed = [0.238, 0.652, 1.39022, 2.791]
  for (const { ke0 } of siteEffects) for (const guess of guessed) expect(Math.abs(ke0 / guess - 1)).toBeGreaterThan(0.01)
})
