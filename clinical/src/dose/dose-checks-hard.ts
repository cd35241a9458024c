import { Exact, exact, plain } from '../exact.ts'
import { keysOf } from '../keys.ts'
import { duration, quantity } from '../quantity.ts'
import { perMl } from '../visit/receipt.ts'
import { timesFromUsual } from './dose-bag.ts'
import { type DoseFacts, type DoseRule, doseRule, hasDrifted, orderChecks } from './dose-rule.ts'
import type { Rounded } from './dose-words.ts'
import { drugOf } from './drug-list.ts'

/** What stands in the way of signing or starting. */
export const hardRules: readonly DoseRule[] = [
  doseRule({
    id: 'vial-strength',
    source: 'US strengths, clinical reference 2.3',
    basis: 'proposed',
    answer: ({ vialMgPerMl, request: { protocol } }) => {
      const drug = drugOf(protocol.gives.drug)
      const strengths = (drug ? perMl(drug) : []).map(({ mg }) => mg)
      const pass = vialMgPerMl !== null && strengths.some((strength) => exact(strength).eq(vialMgPerMl))
      return [pass, { vialMgPerMl, drug: drug?.title ?? 'this drug', strengths }]
    },
    says: ({ vialMgPerMl, drug, strengths }, pass) => {
      if (vialMgPerMl === null) return 'The vial strength (mg/mL) is missing'
      const shown = `Vial strength ${quantity(vialMgPerMl, 'mg/mL')}`
      return pass ? shown : `${shown} is not one of ${drug}: ${strengths.join(', ')}`
    },
  }),
  doseRule({
    id: 'final-volume',
    source: orderChecks,
    basis: 'source',
    answer: ({ infusate }) => [infusate !== null, { infusate }],
    says: ({ infusate }) =>
      infusate
        ? `Infusate ${quantity(infusate.infusateMg, 'mg')} in ${quantity(infusate.finalMl, 'mL')}`
        : 'The infusate and its final volume are missing: without them there is no mL/h and no start',
  }),
  doseRule({
    id: 'weight-measured',
    source: orderChecks,
    basis: 'source',
    answer: ({ request: { weight, isInCourse }, limits }) => {
      const mostDays = isInCourse ? limits.weightDaysInCourse : 0
      const { measuredDaysAgo: daysAgo } = weight
      return [daysAgo !== null && daysAgo >= 0 && daysAgo <= mostDays, { daysAgo, mostDays }]
    },
    says: ({ daysAgo, mostDays }, pass) => {
      if (daysAgo === null) return 'It is not known when the weight was measured'
      const shown = `Weight measured ${daysAgo === 0 ? 'today' : `${quantity(daysAgo, 'd')} ago`}`
      return pass ? shown : `${shown}: at most ${quantity(mostDays, 'd')} here`
    },
  }),
  doseRule({
    id: 'weight-possible',
    source: 'range of adults treated; catches a slipped decimal point and pounds for kilograms at the edges',
    basis: 'proposed',
    answer: ({ request: { weight }, limits }) => {
      const { leastWeightKg: least, mostWeightKg: most } = limits
      return [exact(weight.kg).gte(least) && exact(weight.kg).lte(most), { kg: weight.kg, least, most }]
    },
    says: ({ kg, least, most }, pass) =>
      `Weight ${quantity(kg, 'kg')}${pass ? '' : ` is outside ${least} to ${quantity(most, 'kg')}`}`,
  }),
  doseRule({
    id: 'dose-matches',
    source: orderChecks,
    basis: 'source',
    applies: ({ request }) => request.enteredDoseMg !== null,
    answer: ({ request, doseMg, limits }) => {
      const entered = exact(request.enteredDoseMg ?? '0')
      const pass = !hasDrifted(exact(doseMg.value), entered, limits)
      return [pass, { enteredMg: plain(entered), doseMg: doseMg.value, percent: limits.mostDriftPercent }]
    },
    says: ({ enteredMg, doseMg, percent }, pass) => {
      const both = `Entered ${quantity(enteredMg, 'mg')}, worked out ${quantity(doseMg, 'mg')}`
      return pass ? both : `${both}: more than ${quantity(percent, '%')} apart`
    },
  }),
  doseRule({
    id: 'cap',
    source: orderChecks,
    basis: 'source',
    applies: ({ cap }) => cap !== null,
    answer: ({ cap, doseMg, request }) => {
      const most = cap ?? new Exact(0)
      const highest = Exact.max(doseMg.value, request.enteredDoseMg ?? 0)
      return [highest.lte(most), { mg: plain(highest), capMg: plain(most) }]
    },
    says: ({ mg, capMg }) => `${quantity(mg, 'mg')}, cap ${quantity(capMg, 'mg')}`,
  }),
  doseRule({
    id: 'bag-holds-dose',
    source: 'arithmetic',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: ({ infusate, doseMg }) => {
      const holds = exact(infusate?.infusateMg ?? '0')
      return [holds.gte(doseMg.value), { holdsMg: plain(holds), doseMg: doseMg.value }]
    },
    says: ({ holdsMg, doseMg }) => `The bag holds ${quantity(holdsMg, 'mg')}, the dose is ${quantity(doseMg, 'mg')}`,
  }),
  doseRule({
    id: 'bag-possible',
    source: 'the bag of the protocol; catches ten-fold slips of mg and mL, and the two swapped',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: (facts) => {
      const far = timesFromUsual(facts)
      return [far.lte(facts.limits.bagTimes), { times: plain(far, 1) }]
    },
    says: ({ times }, pass) =>
      pass
        ? 'The bag is like the protocol’s own'
        : `The bag is ${times} times from the protocol’s own bag: check mg and mL again`,
  }),
  doseRule({
    id: 'rounding',
    source: orderChecks,
    basis: 'proposed',
    answer: (facts) => {
      const { limits } = facts
      const moved = roundedValues(facts).filter(
        ([, { value, unrounded }]) => unrounded !== null && hasDrifted(exact(unrounded), exact(value), limits),
      )
      return [moved.length === 0, { moved: moved.map(([what, value]) => ({ what, ...value })), percent: limits.mostDriftPercent }]
    },
    says: ({ moved, percent }, pass) => {
      if (pass) return `Rounding changes nothing by more than ${quantity(percent, '%')}`
      const each = moved.map(
        (r) => `${roundedNames[r.what]} from ${quantity(r.unrounded ?? '', r.unit)} to ${quantity(r.value, r.unit)}`,
      )
      return `Rounding changes ${each.join(' and ')}: more than ${quantity(percent, '%')}`
    },
  }),
  doseRule({
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
      const found = { rateMlPerHour: rateMlPerHour?.value ?? '', minutes, mg: plain(mg, 2), doseMg: doseMg.value }
      return [!hasDrifted(exact(doseMg.value), mg, limits), found]
    },
    says: ({ rateMlPerHour, minutes, mg, doseMg }) =>
      `${quantity(rateMlPerHour, 'mL/h')} for ${duration(minutes)} gives ${quantity(mg, 'mg')} of ${quantity(doseMg, 'mg')}`,
  }),
  doseRule({
    id: 'pump-range',
    source: 'range of common volumetric pumps',
    basis: 'proposed',
    applies: ({ rateMlPerHour }) => rateMlPerHour !== null,
    answer: ({ rateMlPerHour, limits }) => {
      const { leastPumpMlPerHour: least, mostPumpMlPerHour: most } = limits
      const rate = exact(rateMlPerHour?.value ?? '0')
      return [rate.gte(least) && rate.lte(most), { rateMlPerHour: plain(rate), least, most }]
    },
    says: ({ rateMlPerHour, least, most }, pass) =>
      `Pump rate ${quantity(rateMlPerHour, 'mL/h')}${pass ? '' : ` is outside ${least} to ${quantity(most, 'mL/h')}`}`,
  }),
  doseRule({
    id: 'outpatient',
    source: 'clinical reference 2.3: long infusions are an inpatient pattern',
    basis: 'proposed',
    answer: ({ minutes, limits: { outpatientMinutes: most } }) => [minutes <= most, { minutes, most }],
    says: ({ minutes, most }, pass) =>
      `Lasts ${duration(minutes)}${pass ? '' : `: over ${duration(most)} belongs in a hospital`}`,
  }),
]

/** What rounding may move, and how it is called. */
const roundedNames = {
  doseMg: 'the dose',
  syringeMl: 'the volume to draw up',
  rateMlPerHour: 'the pump rate',
  vtbiMl: 'the volume to be infused',
} as const

const roundedValues = ({ isCapped, ...facts }: DoseFacts) =>
  keysOf(roundedNames).flatMap((what): [typeof what, Rounded][] => {
    const value = what === 'doseMg' && isCapped ? null : facts[what]
    return value ? [[what, value]] : []
  })
