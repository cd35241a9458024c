import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Exact, exact, plain } from '../exact.ts'
import { Problem } from '../problem.ts'
import { crpsOutpatientTenDay, depressionSixInfusions } from '../protocols/index.ts'
import { doseBeforeBag, failedHard, failedSoft, usualInfusate, workOutDose } from './dose.ts'
import { doseLimits } from './dose-limits.ts'
import { hasDrifted } from './dose-rule.ts'
import type { DoseProtocol, DoseRequest } from './dose-words.ts'

const requestFor = (protocol: DoseProtocol, kg: string): DoseRequest => {
  // A height that fits the weight: a body mass index of 24.
  const heightCm = plain(exact(kg).div(24).sqrt().times(100), 0)
  const base = {
    protocol,
    weight: { kg, basis: 'actual' as const, measuredDaysAgo: 0, lastKg: kg },
    body: { heightCm, sex: 'female' as const },
    vialMgPerMl: '50',
    enteredDoseMg: null,
    isFirstDose: false,
    isInCourse: true,
    hoursSinceLastDose: 48,
    sedation: { intended: 'minimal' as const, hasModerateEquipment: false },
  }
  const doseMg = doseBeforeBag(base)
  return { ...base, enteredDoseMg: doseMg, infusate: usualInfusate(protocol, doseMg) }
}

/** What stands in the way of a request, or is asked; a request that cannot be read stands in its own way. */
const heard = (request: DoseRequest): ReadonlySet<string> => {
  try {
    const sum = workOutDose(request)
    return new Set([...failedHard(sum), ...failedSoft(sum)].map(({ id }) => id))
  } catch (error) {
    if (error instanceof Problem) return new Set(['not-valid'])
    throw error
  }
}
const isHeard = (right: DoseRequest, wrong: DoseRequest) => {
  const before = heard(right)
  return [...heard(wrong)].some((id) => !before.has(id))
}

// A dose of the protocol that the cap holds within what rounding may move changes nothing that is given.
const isTakenBackByCap = (right: DoseRequest, wrong: DoseRequest) =>
  wrong.protocol.dose.amount !== right.protocol.dose.amount &&
  !hasDrifted(exact(workOutDose(wrong).doseMg.value), exact(workOutDose(right).doseMg.value), doseLimits)

const kilograms = fc.integer({ min: 400, max: 1400 }).map((tenths) => plain(new Exact(tenths).div(10)))
const protocols = fc.constantFrom<DoseProtocol>(crpsOutpatientTenDay, depressionSixInfusions)
const times = (text: string, factor: string) => plain(exact(text).times(factor), 4)
const tens = ['10', '0.1', '100', '0.01', '1000', '0.001']
const pounds = ['2.2046', '0.4536']
const bagOf = ({ infusate }: DoseRequest) => infusate ?? { infusateMg: '0', finalMl: '0' }

test.each<[string, (right: DoseRequest, factor: string) => DoseRequest, string[]]>([
  ['weight', (right, f) => ({ ...right, weight: { ...right.weight, kg: times(right.weight.kg, f) } }), [...tens, ...pounds]],
  [
    'mg in the bag',
    (right, f) => ({ ...right, infusate: { ...bagOf(right), infusateMg: times(bagOf(right).infusateMg, f) } }),
    [...tens, ...pounds],
  ],
  [
    'final volume',
    (right, f) => ({ ...right, infusate: { ...bagOf(right), finalMl: times(bagOf(right).finalMl, f) } }),
    [...tens, ...pounds],
  ],
  [
    'dose that was typed',
    (right, f) => ({ ...right, enteredDoseMg: times(right.enteredDoseMg ?? '0', f) }),
    [...tens, ...pounds],
  ],
  [
    'dose of the protocol',
    (right, f) => ({
      ...right,
      protocol: { ...right.protocol, dose: { ...right.protocol.dose, amount: times(right.protocol.dose.amount, f) } },
    }),
    [...tens, ...pounds],
  ],
  [
    'minutes',
    (right, f) => ({ ...right, protocol: { ...right.protocol, minutes: Math.round(right.protocol.minutes * Number(f)) } }),
    [...tens, '60', '0.0166667'],
  ],
  [
    'height',
    (right, f) => ({ ...right, body: { ...right.body, heightCm: times(right.body.heightCm ?? '0', f) } }),
    [...tens, '0.3937', '2.54'],
  ],
])('a slip of tens or units in the %s stands in the way or is asked back', (_, slip, factors) => {
  fc.assert(
    fc.property(protocols, kilograms, fc.constantFrom(...factors), (protocol, kg, factor) => {
      const right = requestFor(protocol, kg)
      const wrong = slip(right, factor)
      expect(isHeard(right, wrong) || isTakenBackByCap(right, wrong)).toBe(true)
    }),
  )
})

test('a vial strength that slips is refused, or is another strength of the drug that the vial on the table does not have', () => {
  fc.assert(
    fc.property(
      protocols,
      kilograms,
      fc.constantFrom('10', '50', '100'),
      fc.constantFrom(...tens),
      (protocol, kg, vial, factor) => {
        const right = { ...requestFor(protocol, kg), vialMgPerMl: vial }
        const slipped = times(vial, factor)
        const other = ['10', '50', '100'].includes(slipped)
        expect(heard({ ...right, vialMgPerMl: slipped }).has('vial-strength') || other).toBe(true)
      },
    ),
  )
})

test('mg and mL of the bag that change places are heard, where the bag is another one by it', () => {
  fc.assert(
    fc.property(protocols, kilograms, (protocol, kg) => {
      const right = requestFor(protocol, kg)
      const { infusateMg, finalMl } = bagOf(right)
      const apart = exact(infusateMg).div(finalMl)
      fc.pre(apart.lt('0.9') || apart.gt('1.1'))
      expect(isHeard(right, { ...right, infusate: { infusateMg: finalMl, finalMl: infusateMg } })).toBe(true)
    }),
  )
})

test('weight and dose that change places are heard', () => {
  fc.assert(
    fc.property(protocols, kilograms, (protocol, kg) => {
      const right = requestFor(protocol, kg)
      fc.pre(
        !exact(right.enteredDoseMg ?? '0')
          .minus(kg)
          .abs()
          .div(kg)
          .lt('0.05'),
      )
      const swapped = { ...right, weight: { ...right.weight, kg: right.enteredDoseMg ?? '0' }, enteredDoseMg: kg }
      expect(isHeard(right, swapped)).toBe(true)
    }),
  )
})

test('1,000 mg in the 100 mL bag cannot be signed', () => {
  const right = requestFor(crpsOutpatientTenDay, '72')
  const wrong = workOutDose({ ...right, infusate: { infusateMg: '1000', finalMl: '100' } })
  expect(failedHard(wrong).map(({ id }) => id)).toContain('bag-possible')
  expect(failedHard(workOutDose(right))).toEqual([])
})
