import { describe, expect, test } from 'vitest'
import { partsOf } from './enantiomer.ts'
import { fit } from './fit/fit.ts'
import { clearance } from './kinetics.ts'
import { domino } from './models/domino.ts'
import { hijazi2003 } from './models/hijazi-2003.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { otto2021 } from './models/otto-2021.ts'
import { simons2022 } from './models/simons-2022.ts'
import { course, infusion, totalMg } from './regimen.ts'
import { relief } from './relief.ts'
import { baseOfHydrochloride, days, hours, molarMass, ngPerMl } from './units.ts'
import { modelWarnings } from './warnings.ts'
import { regimenWarnings } from './warnings-courses.ts'

const adult = { weightKg: 70, ageYears: 40, sex: 'female' } as const
const messages = (found: readonly { message: string }[]) => found.map(({ message }) => message).join('\n')

describe('a model that is asked about somebody else', () => {
  test('says whom it was made from', () => {
    expect(modelWarnings(simons2022, adult)).toEqual([
      { about: 'ageYears', message: 'simons-2022 was made from people of 19–32 years; this subject has 40' },
    ])
    expect(modelWarnings(simons2022, { weightKg: 120, ageYears: 25 })).toHaveLength(1)
    expect(modelWarnings(simons2022, { weightKg: 70, ageYears: 25 })).toEqual([])
  })

  test('makes up no upper end where the source gives none', () => {
    for (const model of [domino, hijazi2003]) {
      expect(modelWarnings(model, { weightKg: 70, ageYears: 99 })).toEqual([])
      expect(messages(modelWarnings(model, { weightKg: 20, ageYears: 6 }))).toContain('18 years or more')
    }
  })

  test('says what becomes of another drug, and that sources disagree whether R slows S', () => {
    expect(messages(modelWarnings(otto2021, adult, 'racemic-ketamine'))).toMatch(/S and R apart.*Ihmsen 2001.*Wang 2019/)
    expect(messages(modelWarnings(kamp2020, adult, 's-ketamine'))).toContain('as if it were that')
  })
})

describe('a second course of 100 h', () => {
  const hundredHours = [infusion(2000, hours(100))]
  const after = (rest: number) => course(hundredHours, [0, hours(100) + days(rest)])

  test.each([5, 16, 20.9])('is warned of %f days after the first', (rest) => {
    const found = regimenWarnings(after(rest))
    expect(found).toHaveLength(1)
    expect(found[0].about).toBe('regimen')
    expect(found[0].message).toMatch(/liver.*Noppers/)
  })

  test('is not after three weeks, nor is one alone, nor are ten outpatient days repeated', () => {
    const tenDays = course(
      [infusion(100, hours(4))],
      [...Array(10).keys(), ...Array.from({ length: 10 }, (_, i) => i + 20)].map((day) => days(day)),
    )
    for (const regimen of [after(21), hundredHours, tenDays, []]) expect(regimenWarnings(regimen)).toEqual([])
  })

  test('is one course when it is given in stretches, and the third is held against the second', () => {
    const stretches = course(
      [infusion(200, hours(10))],
      [...Array(10).keys()].map((i) => hours(12 * i)),
    )
    expect(regimenWarnings(stretches)).toEqual([])
    expect(regimenWarnings(course(stretches, [0, days(15), days(30)]))).toHaveLength(2)
    expect(regimenWarnings([...hundredHours, ...hundredHours])).toEqual([])
  })
})

describe('the traps of the literature', () => {
  test('a racemate is half S: the shares of the dose make the whole', () => {
    const parts = partsOf(simons2022, adult, 'racemic-ketamine', [infusion(35, 40)])
    expect(parts.map(({ name, regimen }) => [name, totalMg(regimen)])).toEqual([
      ['S-ketamine', 17.5],
      ['R-ketamine', 17.5],
    ])
    const [s, r] = parts.map(({ kinetics }) => clearance(kinetics.parent))
    expect(r / s).toBeCloseTo(0.862, 3)
  })

  test('57.7 mg of the hydrochloride is 50 mg of base, and norketamine is weighed as its base', () => {
    expect(baseOfHydrochloride(57.7)).toBeCloseTo(50, 1)
    expect(molarMass.norketamine).toBe(223.7)
    const [norketamine] = simons2022.kinetics(adult).metabolites
    expect(norketamine.massRatio).toBeCloseTo(0.941003, 6)
  })

  test('an hour of plasma at the half effect of the slow site does next to nothing', () => {
    const disposition = kamp2020.parameters(adult)
    const hour = [infusion(clearance(disposition) * ngPerMl(10.5) * hours(1), hours(1))]
    expect(
      Math.max(...relief({ disposition, regimen: hour, days: [0.05, 0.1, 1, 7], sFraction: 1 }).responder.relief),
    ).toBeLessThan(0.01)
  })

  const sampled = (model: typeof simons2022, time: number, plasma: number) => () =>
    fit({
      model,
      subject: { ...adult, ageYears: 25 },
      drug: 's-ketamine',
      regimen: [infusion(20, 20)],
      observations: [{ time, plasma }],
      sampling: 'venous',
      seed: 1,
      draws: 1,
    })

  test('a venous sample is refused by an arterial model within an hour of a change of the pump, and said after it', () => {
    expect(sampled(simons2022, 79, ngPerMl(30))).toThrow(/arterial sample, or 60 min or more/)
    expect(messages(sampled(simons2022, 80, ngPerMl(30))().warnings)).toContain('arterial')
    expect(sampled(otto2021, 25, ngPerMl(100))().warnings.filter(({ about }) => about === 'sampling')).toEqual([])
  })

  test('ng/mL taken for mg/L is said with the factor named, and nothing is trusted', () => {
    for (const [plasma, factor] of [
      [50, 1000],
      [ngPerMl(0.05), 0.001],
    ]) {
      const { goodness, posterior } = sampled(otto2021, 60, plasma)()
      expect(goodness.slips[0]).toMatchObject({ id: 'thousand', factor })
      expect(posterior.trusted).toBe(false)
    }
  })

  test('a weight in grams and an age in months are refused', () => {
    expect(() => kamp2020.parameters({ weightKg: 70_000, ageYears: 480 })).toThrow(/weightKg.*at most 700.*ageYears.*at most 120/)
  })
})
