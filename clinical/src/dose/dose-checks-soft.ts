import { Exact, exact, plain } from '../exact.ts'
import { duration, quantity } from '../quantity.ts'
import { usualGatePolicy } from '../visit/gate-policy.ts'
import { timesFromUsual } from './dose-bag.ts'
import { type DoseFacts, type DoseRule, doseRule, hasDrifted, orderChecks } from './dose-rule.ts'
import { percentFromIdeal } from './dosing-weight.ts'

const isPain = ({ request }: DoseFacts) => request.protocol.indication === 'pain'

/** What somebody must acknowledge by name. */
export const softRules: readonly DoseRule[] = [
  doseRule({
    id: 'rate-per-kg',
    source: orderChecks,
    basis: 'source',
    answer: ({ doseMg, minutes, request, limits }) => {
      const perKg = exact(doseMg.value).times(60).div(minutes).div(request.weight.kg)
      const { leastMgPerKgPerHour: least, mgPerKgPerHour: most } = limits
      const isUnder = perKg.lt(least)
      return [!isUnder && perKg.lte(most), { perKg: plain(perKg, 3), isUnder, limit: isUnder ? least : most }]
    },
    says: ({ perKg, isUnder, limit }, pass) => {
      const shown = quantity(perKg, 'mg/kg/h')
      return pass ? shown : `${shown} is ${isUnder ? 'under' : 'over'} ${quantity(limit, 'mg/kg/h')}`
    },
  }),
  doseRule({
    id: 'dose-per-kg',
    source: 'doses of the trials in clinical reference 2.1; catches ten-fold slips downwards',
    basis: 'proposed',
    answer: ({ doseMg, request: { weight }, limits }) => {
      const { leastMgPerKg: least, mostMgPerKg: most } = limits
      const perKg = exact(doseMg.value).div(weight.kg)
      return [perKg.gte(least) && perKg.lte(most), { perKg: plain(perKg, 3), least, most }]
    },
    says: ({ perKg, least, most }, pass) =>
      `${quantity(perKg, 'mg/kg')}${pass ? '' : ` is outside the usual ${least} to ${quantity(most, 'mg/kg')}`}`,
  }),
  doseRule({
    id: 'bag-usual',
    source: 'the bag of the protocol',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: (facts) => {
      const { infusate, limits } = facts
      const percent = timesFromUsual(facts).minus(1).times(100)
      const bag = { infusateMg: infusate?.infusateMg ?? '', finalMl: infusate?.finalMl ?? '' }
      return [percent.lte(limits.bagAskedPercent), bag]
    },
    says: ({ infusateMg, finalMl }, pass) => {
      const shown = `${quantity(infusateMg, 'mg')} in ${quantity(finalMl, 'mL')}`
      return pass ? `Bag as the protocol makes it: ${shown}` : `${shown} is not the protocol’s own bag`
    },
  }),
  doseRule({
    id: 'weight-as-before',
    source: 'pounds for kilograms, and digits that slipped: more than a person gains or loses between visits',
    basis: 'proposed',
    applies: ({ request: { weight } }) => (weight.lastKg ?? null) !== null,
    answer: ({ request: { weight }, limits }) => {
      const last = exact(weight.lastKg ?? weight.kg)
      const pass = exact(weight.kg).minus(last).abs().times(100).div(last).lte(limits.weightPercentFromLast)
      const inPoundsKg = plain(exact(weight.kg).times('0.45359237'), 1)
      return [pass, { kg: weight.kg, lastKg: plain(last), inPoundsKg }]
    },
    says: ({ kg, lastKg, inPoundsKg }, pass) => {
      const shown = `${quantity(kg, 'kg')}, before ${quantity(lastKg, 'kg')}`
      return pass ? shown : `${shown}; ${kg} lb would be ${quantity(inPoundsKg, 'kg')}`
    },
  }),
  doseRule({
    id: 'height-and-weight',
    source: 'range of adults treated; catches pounds for kilograms and centimeters that slipped',
    basis: 'proposed',
    applies: ({ request: { body } }) => body.heightCm !== null,
    answer: ({ request: { body, weight }, limits }) => {
      const { leastBodyMass: least, mostBodyMass: most } = limits
      const cm = exact(body.heightCm ?? '0')
      const mass = exact(weight.kg).times(10_000).div(cm.times(cm))
      return [mass.gte(least) && mass.lte(most), { bodyMass: plain(mass, 1), least, most }]
    },
    says: ({ bodyMass, least, most }, pass) => `Body mass index ${bodyMass}${pass ? '' : ` is outside ${least} to ${most}`}`,
  }),
  doseRule({
    id: 'pain-total',
    source: orderChecks,
    basis: 'source',
    applies: isPain,
    answer: ({ doseMg, limits }) => {
      const { leastPainTotalMg: least, mostPainTotalMg: most } = limits
      const mg = exact(doseMg.value)
      const isBelow = mg.lt(least)
      const limitMg = isBelow ? least : most
      const pass = !isBelow && !mg.gt(most)
      return [pass, { doseMg: doseMg.value, isBelow, limitMg, apartMg: plain(mg.minus(limitMg).abs()) }]
    },
    says: ({ doseMg, isBelow, limitMg, apartMg }, pass) => {
      const shown = `Total ${quantity(doseMg, 'mg')}`
      return pass ? shown : `${shown} is ${quantity(apartMg, 'mg')} ${isBelow ? 'below' : 'above'} ${quantity(limitMg, 'mg')}`
    },
  }),
  doseRule({
    id: 'pain-duration',
    source: orderChecks,
    basis: 'source',
    applies: isPain,
    answer: ({ minutes, limits: { painMinutes: least } }) => [minutes >= least, { minutes, least }],
    says: ({ minutes, least }, pass) => `Lasts ${duration(minutes)}${pass ? '' : `, under ${duration(least)}`}`,
  }),
  doseRule({
    id: 'first-dose',
    source: `${orderChecks}, read as mg/kg within the first hour`,
    basis: 'proposed',
    applies: ({ request }) => request.isFirstDose,
    answer: ({ doseMg, minutes, request, limits }) => {
      const perKg = exact(doseMg.value).times(Math.min(60, minutes)).div(minutes).div(request.weight.kg)
      const pass = !hasDrifted(Exact.max(perKg, limits.firstHourMgPerKg), exact(limits.firstHourMgPerKg), limits)
      return [pass, { perKg: plain(perKg, 3), most: limits.firstHourMgPerKg }]
    },
    says: ({ perKg, most }, pass) =>
      `First dose ${quantity(perKg, 'mg/kg')} within an hour${pass ? '' : ` is over ${quantity(most, 'mg/kg')}`}`,
  }),
  doseRule({
    id: 'interval',
    source: orderChecks,
    basis: 'source',
    applies: ({ request }) => !request.isFirstDose && !request.protocol.isDaily,
    answer: ({ request: { hoursSinceLastDose: hours }, limits: { hoursBetween: least } }) => [
      hours !== null && hours >= least,
      { hours: hours && Math.floor(hours), least },
    ],
    says: ({ hours, least }, pass) =>
      hours === null
        ? 'The time since the last dose is not known'
        : `${quantity(hours, 'h')} since the last dose${pass ? '' : `, under ${quantity(least, 'h')}`}`,
  }),
  doseRule({
    id: 'infusions-in-year',
    source: 'Cohen et al. 2018; clinical reference 9.2, S50',
    basis: 'proposed',
    applies: ({ request }) => request.infusionsInYear !== undefined,
    answer: ({ request: { infusionsInYear: count = 0 } }) => {
      const { infusionsInYear: most } = usualGatePolicy
      return [count <= most, { count, most }]
    },
    says: ({ count, most }, pass) =>
      `${count} infusions in twelve months with this course${pass ? '' : `, over ${most}: review first`}`,
  }),
  doseRule({
    id: 'ideal-weight',
    source: 'Devine 1974; clinical reference 9.4',
    basis: 'source',
    answer: ({ request, limits }) => {
      const percent = percentFromIdeal(request)
      return [percent !== null && exact(percent).lte(limits.idealPercent), { percent, most: limits.idealPercent }]
    },
    says: ({ percent, most }, pass) =>
      percent === null
        ? 'Height or sex is not recorded, so the ideal weight is not known'
        : `Weight is ${quantity(percent, '%')} from ideal${pass ? '' : `, over ${quantity(most, '%')}`}`,
  }),
  doseRule({
    id: 'final-volume-usual',
    source: 'bags and syringes in use',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: ({ infusate, limits }) => {
      const { leastFinalMl: least, mostFinalMl: most } = limits
      const ml = exact(infusate?.finalMl ?? '0')
      return [ml.gte(least) && ml.lte(most), { finalMl: plain(ml), least, most }]
    },
    says: ({ finalMl, least, most }, pass) =>
      `Final volume ${quantity(finalMl, 'mL')}${pass ? '' : ` is outside the usual ${least} to ${quantity(most, 'mL')}`}`,
  }),
  doseRule({
    id: 'sedation-equipment',
    source: orderChecks,
    basis: 'source',
    answer: ({
      request: {
        sedation: { intended, hasModerateEquipment },
      },
    }) => [intended === 'minimal' || hasModerateEquipment, { intended }],
    says: ({ intended }, pass) =>
      pass ? `Intended sedation: ${intended}` : 'Moderate sedation intended without the equipment for it',
  }),
]
