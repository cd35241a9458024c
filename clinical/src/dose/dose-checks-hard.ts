import { Exact, exact, plain } from '../exact.ts'
import { duration, quantity } from '../quantity.ts'
import { perMl } from '../visit/receipt.ts'
import { timesFromUsual } from './dose-bag.ts'
import { type DoseFacts, type DoseRule, hasDrifted, orderChecks } from './dose-rule.ts'
import type { Rounded } from './dose-words.ts'
import { drugOf } from './drug-list.ts'

/** What stands in the way of signing or starting. */
export const hardRules: readonly DoseRule[] = [
  {
    id: 'vial-strength',
    source: 'US strengths, clinical reference 2.3',
    basis: 'proposed',
    answer: ({ vialMgPerMl, request: { protocol } }) => {
      if (vialMgPerMl === null) return [false, 'The vial strength (mg/mL) is missing']
      const drug = drugOf(protocol.gives.drug)
      const strengths = (drug ? perMl(drug) : []).map(({ mg }) => mg)
      const known = strengths.some((strength) => exact(strength).eq(vialMgPerMl))
      const shown = `Vial strength ${quantity(vialMgPerMl, 'mg/mL')}`
      return [known, known ? shown : `${shown} is not one of ${drug?.title ?? 'this drug'}: ${strengths.join(', ')}`]
    },
  },
  {
    id: 'final-volume',
    source: orderChecks,
    basis: 'source',
    answer: ({ infusate }) =>
      infusate
        ? [true, `Infusate ${quantity(infusate.infusateMg, 'mg')} in ${quantity(infusate.finalMl, 'mL')}`]
        : [false, 'The infusate and its final volume are missing: without them there is no mL/h and no start'],
  },
  {
    id: 'weight-measured',
    source: orderChecks,
    basis: 'source',
    answer: ({ request: { weight, isInCourse }, limits }) => {
      const most = isInCourse ? limits.weightDaysInCourse : 0
      if (weight.measuredDaysAgo === null) return [false, 'It is not known when the weight was measured']
      const pass = weight.measuredDaysAgo >= 0 && weight.measuredDaysAgo <= most
      const age = weight.measuredDaysAgo === 0 ? 'today' : `${quantity(weight.measuredDaysAgo, 'd')} ago`
      return [pass, pass ? `Weight measured ${age}` : `Weight measured ${age}: at most ${quantity(most, 'd')} here`]
    },
  },
  {
    id: 'weight-possible',
    source: 'range of adults treated; catches a slipped decimal point and pounds for kilograms at the edges',
    basis: 'proposed',
    answer: ({ request: { weight }, limits }) => {
      const { leastWeightKg: least, mostWeightKg: most } = limits
      const pass = exact(weight.kg).gte(least) && exact(weight.kg).lte(most)
      const shown = `Weight ${quantity(weight.kg, 'kg')}`
      return [pass, pass ? shown : `${shown} is outside ${least} to ${quantity(most, 'kg')}`]
    },
  },
  {
    id: 'dose-matches',
    source: orderChecks,
    basis: 'source',
    applies: ({ request }) => request.enteredDoseMg !== null,
    answer: ({ request, doseMg, limits }) => {
      const entered = exact(request.enteredDoseMg ?? '0')
      const pass = !hasDrifted(exact(doseMg.value), entered, limits)
      const both = `Entered ${quantity(plain(entered), 'mg')}, worked out ${quantity(doseMg.value, 'mg')}`
      return [pass, pass ? both : `${both}: more than ${quantity(limits.mostDriftPercent, '%')} apart`]
    },
  },
  {
    id: 'cap',
    source: orderChecks,
    basis: 'source',
    applies: ({ cap }) => cap !== null,
    answer: ({ cap, doseMg, request }) => {
      const most = cap ?? new Exact(0)
      const highest = Exact.max(doseMg.value, request.enteredDoseMg ?? 0)
      const shown = `${quantity(plain(highest), 'mg')}, cap ${quantity(plain(most), 'mg')}`
      return [highest.lte(most), shown]
    },
  },
  {
    id: 'bag-holds-dose',
    source: 'arithmetic',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: ({ infusate, doseMg }) => {
      const holds = exact(infusate?.infusateMg ?? '0')
      const shown = `The bag holds ${quantity(plain(holds), 'mg')}, the dose is ${quantity(doseMg.value, 'mg')}`
      return [holds.gte(doseMg.value), shown]
    },
  },
  {
    id: 'bag-possible',
    source: 'the bag of the protocol; catches ten-fold slips of mg and mL, and the two swapped',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: (facts) => {
      const { limits } = facts
      const far = timesFromUsual(facts)
      const pass = far.lte(limits.bagTimes)
      const shown = `${plain(far, 1)} times from the protocol’s own bag`
      return [pass, pass ? 'The bag is like the protocol’s own' : `The bag is ${shown}: check mg and mL again`]
    },
  },
  {
    id: 'rounding',
    source: orderChecks,
    basis: 'proposed',
    answer: (facts) => {
      const { limits } = facts
      const moved = roundedValues(facts).filter(
        ([, { value, unrounded }]) => unrounded !== null && hasDrifted(exact(unrounded), exact(value), limits),
      )
      if (moved.length === 0) return [true, `Rounding changes nothing by more than ${quantity(limits.mostDriftPercent, '%')}`]
      const each = moved.map(([name, r]) => `${name} from ${quantity(r.unrounded ?? '', r.unit)} to ${quantity(r.value, r.unit)}`)
      return [false, `Rounding changes ${each.join(' and ')}: more than ${quantity(limits.mostDriftPercent, '%')}`]
    },
  },
  {
    id: 'backwards',
    source: 'independent recalculation from the pump to the dose',
    basis: 'proposed',
    applies: ({ rateMlPerHour }) => rateMlPerHour !== null,
    answer: ({ rateMlPerHour, infusate, minutes, doseMg, limits }) => {
      const mg = exact(rateMlPerHour?.value ?? '0')
        .times(infusate?.infusateMg ?? 0)
        .times(minutes)
        .div(infusate?.finalMl ?? 1)
        .div(60)
      const shown = `${quantity(rateMlPerHour?.value ?? '', 'mL/h')} for ${duration(minutes)} gives ${quantity(plain(mg, 2), 'mg')}`
      return [!hasDrifted(exact(doseMg.value), mg, limits), `${shown} of ${quantity(doseMg.value, 'mg')}`]
    },
  },
  {
    id: 'pump-range',
    source: 'range of common volumetric pumps',
    basis: 'proposed',
    applies: ({ rateMlPerHour }) => rateMlPerHour !== null,
    answer: ({ rateMlPerHour, limits }) => {
      const { leastPumpMlPerHour: least, mostPumpMlPerHour: most } = limits
      const rate = exact(rateMlPerHour?.value ?? '0')
      const pass = rate.gte(least) && rate.lte(most)
      const shown = `Pump rate ${quantity(plain(rate), 'mL/h')}`
      return [pass, pass ? shown : `${shown} is outside ${least} to ${quantity(most, 'mL/h')}`]
    },
  },
  {
    id: 'outpatient',
    source: 'clinical reference 2.3: long infusions are an inpatient pattern',
    basis: 'proposed',
    answer: ({ minutes, limits }) => {
      const pass = minutes <= limits.outpatientMinutes
      const shown = `Lasts ${duration(minutes)}`
      return [pass, pass ? shown : `${shown}: over ${duration(limits.outpatientMinutes)} belongs in a hospital`]
    },
  },
]

const roundedValues = ({ isCapped, doseMg, syringeMl, rateMlPerHour, vtbiMl }: DoseFacts): [string, Rounded][] =>
  (
    [
      ['the dose', isCapped ? null : doseMg],
      ['the volume to draw up', syringeMl],
      ['the pump rate', rateMlPerHour],
      ['the volume to be infused', vtbiMl],
    ] as const
  ).flatMap(([name, value]) => (value ? [[name, value] as [string, Rounded]] : []))
