import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Exact } from '../exact.ts'
import { Problem } from '../problem.ts'
import { sayStaff } from '../say.ts'
import { doseBeforeBag, failedHard, failedSoft, requirePossible, usualInfusate, workOutDose } from './dose.ts'
import type { DoseProtocol, DoseRequest } from './dose-words.ts'
import { givenMg } from './given.ts'

const crps: DoseProtocol = {
  gives: { drug: 'ketamine', by: 'infusion' },
  indication: 'pain',
  dose: { amount: '0.35', unit: 'mg/kg/h' },
  minutes: 240,
  cap: { amount: '25', unit: 'mg/h', source: 'Schwartzman 2009' },
  infusate: { infusateMg: '100', finalMl: '100' },
  isDaily: true,
}
const depression: DoseProtocol = {
  gives: { drug: 'ketamine', by: 'infusion' },
  indication: 'depression',
  dose: { amount: '0.5', unit: 'mg/kg' },
  minutes: 40,
  cap: null,
  infusate: { infusateMg: 'the dose', finalMl: '100' },
  isDaily: false,
}
const request = (protocol: DoseProtocol, kg: string, more: Partial<DoseRequest> = {}): DoseRequest => {
  const base = {
    protocol,
    weight: { kg, basis: 'actual', measuredDaysAgo: 0 },
    body: { heightCm: '172', sex: 'male' },
    vialMgPerMl: '50',
    enteredDoseMg: null,
    isFirstDose: true,
    isInCourse: false,
    hoursSinceLastDose: null,
    sedation: { intended: 'minimal', hasModerateEquipment: false },
  } as const
  return { ...base, infusate: usualInfusate(protocol, doseBeforeBag(base)), ...more }
}
const foundBy = ({ soft }: ReturnType<typeof workOutDose>, id: string) => {
  const check = soft.find((each) => each.id === id)
  return check && sayStaff(check.found)
}
const ids = (checks: { id: string }[]) => checks.map(({ id }) => id)
const line = (sum: ReturnType<typeof workOutDose>, id: string) => sum.lines.find((l) => l.id === id)

describe('worked doses', () => {
  test('0.5 mg/kg over 40 min at 70 kg is 35 mg, 52.5 mg/h, in 100 mL at 150 mL/h', () => {
    const sum = workOutDose(request(depression, '70'))
    expect(sum).toMatchObject({
      doseMg: { value: '35', unrounded: null },
      rateMgPerHour: { value: '52.5' },
      syringeMl: { value: '0.7', unrounded: null },
      rateMlPerHour: { value: '150', unrounded: null },
      vtbiMl: { value: '100' },
      leftMg: '0',
    })
    expect(foundBy(sum, 'rate-per-kg')).toContain('0.75')
    expect([failedHard(sum), failedSoft(sum)]).toEqual([[], []])
  })

  test('0.35 mg/kg/h at 80 kg would be 28 and is held at 25 mg/h: 100 mg in 4 h', () => {
    const sum = workOutDose(request(crps, '80'))
    expect(sum).toMatchObject({
      doseMg: { value: '100' },
      isCapped: true,
      rateMgPerHour: { value: '25' },
      rateMlPerHour: { value: '25' },
    })
    expect(line(sum, 'dose')?.note).toContain('112')
  })

  test('at 72 kg 25.2 mg/h is capped to 25 and nothing stands in the way', () => {
    const sum = workOutDose(request(crps, '72', { body: { heightCm: '172', sex: 'female' } }))
    expect(sum).toMatchObject({ doseMg: { value: '100' }, isCapped: true, rateMgPerHour: { value: '25' } })
    expect([failedHard(sum), failedSoft(sum)]).toEqual([[], []])
  })

  test('at 55 kg 77 mg come out of a 100 mg bag: 77 mL to be infused, 23 mg left, 3 mg under the usual least', () => {
    const sum = workOutDose(request(crps, '55', { body: { heightCm: '165', sex: 'female' } }))
    expect(sum).toMatchObject({
      doseMg: { value: '77', unrounded: null },
      rateMgPerHour: { value: '19.25', unrounded: null },
      syringeMl: { value: '2' },
      rateMlPerHour: { value: '19.2', unrounded: '19.25' },
      vtbiMl: { value: '77' },
      leftMg: '23',
    })
    expect(ids(failedSoft(sum))).toEqual(['pain-total'])
    expect(foundBy(sum, 'pain-total')).toMatch(/is 3.*mg below 80/u)
    expect(line(sum, 'vtbi')?.note).toContain('23')
  })

  test('22 mg/h for 100 hours is 2,200 mg and belongs in a hospital', () => {
    const infusate = { infusateMg: '2200', finalMl: '2200' }
    const long = { ...crps, dose: { amount: '22', unit: 'mg/h' }, minutes: 6000, cap: null, infusate } as const
    const sum = workOutDose(request(long, '70', { infusate }))
    expect(sum.doseMg.value).toBe('2200')
    expect(ids(failedHard(sum))).toEqual(['outpatient'])
  })

  test('a 100 mg/mL vial for an order made with 50 halves the volume and stops for a second signer', () => {
    const signed = workOutDose(request(depression, '70'))
    const typed = workOutDose(request(depression, '70', { vialMgPerMl: '100' }))
    expect([signed.syringeMl?.value, typed.syringeMl?.value]).toEqual(['0.7', '0.35'])
  })

  test('half up happens before the cap, and a cap between tenths rounds down', () => {
    const uneven = { ...crps, minutes: 40 }
    const sum = workOutDose(request(uneven, '100'))
    expect(sum.doseMg.value).toBe('16.6')
    expect(workOutDose(request(depression, '70.3')).doseMg).toEqual({ value: '35.2', unit: 'mg', unrounded: '35.15' })
  })

  test('ideal and adjusted weight come from height and sex, and cannot be used without them', () => {
    const heavy = { kg: '120', measuredDaysAgo: 0 }
    const body = { heightCm: '182.88', sex: 'male' } as const
    const at = (basis: 'ideal' | 'adjusted') =>
      workOutDose(request(depression, '120', { weight: { ...heavy, basis }, body })).weightKg
    expect([at('ideal'), at('adjusted')]).toEqual(['77.6', '94.6'])
    expect(() =>
      workOutDose(request(depression, '120', { weight: { ...heavy, basis: 'ideal' }, body: { heightCm: null, sex: null } })),
    ).toThrow(Problem)
  })
})

describe('checks', () => {
  test('without a final volume there is no mL/h and no start', () => {
    const sum = workOutDose(request(crps, '72', { infusate: null }))
    expect([sum.rateMlPerHour, sum.syringeMl, sum.vtbiMl]).toEqual([null, null, null])
    expect(ids(failedHard(sum))).toEqual(['final-volume'])
    expect(() => requirePossible(sum)).toThrow(expect.objectContaining({ code: 'dose-not-possible' }))
  })

  test.each<[string, Partial<DoseRequest>]>([
    ['vial-strength', { vialMgPerMl: null }],
    ['vial-strength', { vialMgPerMl: '5' }],
    ['weight-measured', { weight: { kg: '70', basis: 'actual', measuredDaysAgo: null } }],
    ['weight-measured', { weight: { kg: '70', basis: 'actual', measuredDaysAgo: 1 } }],
    ['weight-measured', { weight: { kg: '70', basis: 'actual', measuredDaysAgo: 15 }, isInCourse: true }],
    ['dose-matches', { enteredDoseMg: '35.8' }],
    ['bag-holds-dose', { infusate: { infusateMg: '34.9', finalMl: '100' } }],
    ['rounding', { infusate: { infusateMg: '100', finalMl: '1' } }],
  ])('%s stands in the way', (id, more) => {
    expect(ids(failedHard(workOutDose(request(depression, '70', more))))).toContain(id)
  })

  test('a dose entered over the cap stands in the way even when it is within 2 %', () => {
    expect(ids(failedHard(workOutDose(request(crps, '80', { enteredDoseMg: '101' }))))).toEqual(['cap'])
    expect(failedHard(workOutDose(request(crps, '80', { enteredDoseMg: '100' })))).toEqual([])
  })

  test('in a course a weight of 14 days ago still holds', () => {
    const weight = { kg: '70', basis: 'actual', measuredDaysAgo: 14 } as const
    expect(failedHard(workOutDose(request(depression, '70', { weight, isInCourse: true })))).toEqual([])
  })

  test.each<[string, DoseProtocol, string, Partial<DoseRequest>]>([
    ['rate-per-kg', { ...depression, dose: { amount: '0.71', unit: 'mg/kg' } }, '70', {}],
    ['first-dose', { ...depression, dose: { amount: '0.6', unit: 'mg/kg' } }, '70', {}],
    ['pain-total', { ...crps, cap: null, minutes: 600 }, '70', { infusate: { infusateMg: '300', finalMl: '300' } }],
    ['pain-duration', { ...crps, minutes: 119 }, '70', {}],
    ['interval', depression, '70', { isFirstDose: false, hoursSinceLastDose: 23.9 }],
    ['interval', depression, '70', { isFirstDose: false, hoursSinceLastDose: null }],
    ['ideal-weight', depression, '70', { body: { heightCm: null, sex: 'male' } }],
    ['ideal-weight', depression, '95', {}],
    ['final-volume-usual', depression, '70', { infusate: { infusateMg: '35', finalMl: '600' } }],
    ['sedation-equipment', depression, '70', { sedation: { intended: 'moderate', hasModerateEquipment: false } }],
  ])('%s asks to be acknowledged', (id, protocol, kg, more) => {
    expect(ids(failedSoft(workOutDose(request(protocol, kg, more))))).toContain(id)
  })

  test('a daily protocol means its short gaps', () => {
    const sum = workOutDose(request(crps, '72', { isFirstDose: false, hoursSinceLastDose: 20 }))
    expect(ids([...sum.soft])).not.toContain('interval')
  })

  test('everything unreadable is refused at once', () => {
    const bad = request(depression, '70')
    const refused = () =>
      workOutDose({
        ...bad,
        weight: { ...bad.weight, kg: '70,5' },
        vialMgPerMl: '-50',
        infusate: { infusateMg: 'NaN', finalMl: '0' },
      })
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'not-valid',
        faults: ['weight.kg', 'vialMgPerMl', 'infusate.infusateMg', 'infusate.finalMl'].map((field) =>
          expect.objectContaining({ field }),
        ),
      }),
    )
  })
})

describe('laws', () => {
  const kilograms = fc.integer({ min: 300, max: 2500 }).map((tenths) => new Exact(tenths).div(10).toFixed())
  const protocols = fc.constantFrom(crps, depression)
  const strengths = fc.constantFrom('10', '50', '100')

  test('rounding stays within its own step, and never lifts the pump or a capped dose', () => {
    fc.assert(
      fc.property(protocols, kilograms, strengths, (protocol, kg, vial) => {
        const sum = workOutDose(request(protocol, kg, { vialMgPerMl: vial }))
        const moved = (r: { value: string; unrounded: string | null } | null) =>
          r ? new Exact(r.value).minus(r.unrounded ?? r.value) : new Exact(0)
        expect(moved(sum.doseMg).abs().lte('0.05')).toBe(true)
        expect(moved(sum.syringeMl).abs().lte('0.005')).toBe(true)
        expect(moved(sum.rateMlPerHour).lte(0) && moved(sum.rateMlPerHour).gt('-0.1')).toBe(true)
        expect(moved(sum.vtbiMl).lte(0) && moved(sum.vtbiMl).gt('-0.1')).toBe(true)
        if (protocol === crps) expect(new Exact(sum.doseMg.value).lte(100)).toBe(true)
      }),
    )
  })

  test('given and wasted are together exactly what was drawn, whatever the pump did', () => {
    const runs = fc.array(
      fc.record({
        rateMlPerHour: fc.integer({ min: 1, max: 9990 }).map((t) => (t / 10).toFixed(1)),
        ms: fc.integer({ min: 0, max: 9_000_000 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 10, max: 500 }), (pump, tenths, ml) => {
        const infusate = { infusateMg: (tenths / 10).toFixed(1), finalMl: String(ml) }
        const given = givenMg(pump, infusate)
        const waste = new Exact(infusate.infusateMg).minus(given)
        expect(given.plus(waste).eq(infusate.infusateMg)).toBe(true)
        expect(waste.gte(0) && waste.decimalPlaces() <= 2).toBe(true)
      }),
    )
  })

  test('25 mL/h of 1 mg/mL for 4 hours gives 100 mg, to the hundredth', () => {
    expect(givenMg([{ rateMlPerHour: '25', ms: 4 * 3_600_000 }], { infusateMg: '100', finalMl: '100' }).toFixed()).toBe('100')
    expect(givenMg([{ rateMlPerHour: '19.2', ms: 1_234_567 }], { infusateMg: '100', finalMl: '100' }).toFixed()).toBe('6.58')
  })
})
