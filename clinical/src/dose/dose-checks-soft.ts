import { Exact, exact, plain } from '../exact.ts'
import { duration, quantity } from '../quantity.ts'
import { usualGatePolicy } from '../visit/gate-policy.ts'
import { timesFromUsual } from './dose-bag.ts'
import { type DoseFacts, type DoseRule, hasDrifted, orderChecks } from './dose-rule.ts'
import { percentFromIdeal } from './dosing-weight.ts'

const isPain = ({ request }: DoseFacts) => request.protocol.indication === 'pain'

/** What somebody must acknowledge by name. */
export const softRules: readonly DoseRule[] = [
  {
    id: 'rate-per-kg',
    source: orderChecks,
    basis: 'source',
    answer: ({ doseMg, minutes, request, limits }) => {
      const perKg = exact(doseMg.value).times(60).div(minutes).div(request.weight.kg)
      const shown = quantity(plain(perKg, 3), 'mg/kg/h')
      if (perKg.lt(limits.leastMgPerKgPerHour))
        return [false, `${shown} is under ${quantity(limits.leastMgPerKgPerHour, 'mg/kg/h')}`]
      const pass = perKg.lte(limits.mgPerKgPerHour)
      return [pass, pass ? shown : `${shown} is over ${quantity(limits.mgPerKgPerHour, 'mg/kg/h')}`]
    },
  },
  {
    id: 'dose-per-kg',
    source: 'doses of the trials in clinical reference 2.1; catches ten-fold slips downwards',
    basis: 'proposed',
    answer: ({ doseMg, request: { weight }, limits }) => {
      const { leastMgPerKg: least, mostMgPerKg: most } = limits
      const perKg = exact(doseMg.value).div(weight.kg)
      const shown = quantity(plain(perKg, 3), 'mg/kg')
      const pass = perKg.gte(least) && perKg.lte(most)
      return [pass, pass ? shown : `${shown} is outside the usual ${least} to ${quantity(most, 'mg/kg')}`]
    },
  },
  {
    id: 'bag-usual',
    source: 'the bag of the protocol',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: (facts) => {
      const { limits } = facts
      const percent = timesFromUsual(facts).minus(1).times(100)
      const pass = percent.lte(limits.bagAskedPercent)
      const { infusate } = facts
      const shown = `${quantity(infusate?.infusateMg ?? '', 'mg')} in ${quantity(infusate?.finalMl ?? '', 'mL')}`
      return [pass, pass ? `Bag as the protocol makes it: ${shown}` : `${shown} is not the protocol’s own bag`]
    },
  },
  {
    id: 'weight-as-before',
    source: 'pounds for kilograms, and digits that slipped: more than a person gains or loses between visits',
    basis: 'proposed',
    applies: ({ request: { weight } }) => (weight.lastKg ?? null) !== null,
    answer: ({ request: { weight }, limits }) => {
      const last = exact(weight.lastKg ?? weight.kg)
      const pass = exact(weight.kg).minus(last).abs().times(100).div(last).lte(limits.weightPercentFromLast)
      const shown = `${quantity(weight.kg, 'kg')}, before ${quantity(plain(last), 'kg')}`
      const inPounds = quantity(plain(exact(weight.kg).times('0.45359237'), 1), 'kg')
      return [pass, pass ? shown : `${shown}; ${weight.kg} lb would be ${inPounds}`]
    },
  },
  {
    id: 'height-and-weight',
    source: 'range of adults treated; catches pounds for kilograms and centimeters that slipped',
    basis: 'proposed',
    applies: ({ request: { body } }) => body.heightCm !== null,
    answer: ({ request: { body, weight }, limits }) => {
      const { leastBodyMass: least, mostBodyMass: most } = limits
      const cm = exact(body.heightCm ?? '0')
      const mass = exact(weight.kg).times(10_000).div(cm.times(cm))
      const pass = mass.gte(least) && mass.lte(most)
      const shown = `Body mass index ${plain(mass, 1)}`
      return [pass, pass ? shown : `${shown} is outside ${least} to ${most}`]
    },
  },
  {
    id: 'pain-total',
    source: orderChecks,
    basis: 'source',
    applies: isPain,
    answer: ({ doseMg, limits }) => {
      const { leastPainTotalMg: least, mostPainTotalMg: most } = limits
      const mg = exact(doseMg.value)
      const shown = `Total ${quantity(doseMg.value, 'mg')}`
      if (mg.lt(least))
        return [false, `${shown} is ${quantity(plain(exact(least).minus(mg)), 'mg')} below ${quantity(least, 'mg')}`]
      if (mg.gt(most)) return [false, `${shown} is ${quantity(plain(mg.minus(most)), 'mg')} above ${quantity(most, 'mg')}`]
      return [true, shown]
    },
  },
  {
    id: 'pain-duration',
    source: orderChecks,
    basis: 'source',
    applies: isPain,
    answer: ({ minutes, limits }) => {
      const pass = minutes >= limits.painMinutes
      return [pass, pass ? `Lasts ${duration(minutes)}` : `Lasts ${duration(minutes)}, under ${duration(limits.painMinutes)}`]
    },
  },
  {
    id: 'first-dose',
    source: `${orderChecks}, read as mg/kg within the first hour`,
    basis: 'proposed',
    applies: ({ request }) => request.isFirstDose,
    answer: ({ doseMg, minutes, request, limits }) => {
      const perKg = exact(doseMg.value).times(Math.min(60, minutes)).div(minutes).div(request.weight.kg)
      const pass = !hasDrifted(Exact.max(perKg, limits.firstHourMgPerKg), exact(limits.firstHourMgPerKg), limits)
      const shown = `First dose ${quantity(plain(perKg, 3), 'mg/kg')} within an hour`
      return [pass, pass ? shown : `${shown} is over ${quantity(limits.firstHourMgPerKg, 'mg/kg')}`]
    },
  },
  {
    id: 'interval',
    source: orderChecks,
    basis: 'source',
    applies: ({ request }) => !request.isFirstDose && !request.protocol.isDaily,
    answer: ({ request: { hoursSinceLastDose: hours }, limits }) => {
      if (hours === null) return [false, 'The time since the last dose is not known']
      const pass = hours >= limits.hoursBetween
      return [
        pass,
        `${quantity(Math.floor(hours), 'h')} since the last dose${pass ? '' : `, under ${quantity(limits.hoursBetween, 'h')}`}`,
      ]
    },
  },
  {
    id: 'infusions-in-year',
    source: 'Cohen et al. 2018; clinical reference 9.2, S50',
    basis: 'proposed',
    applies: ({ request }) => request.infusionsInYear !== undefined,
    answer: ({ request: { infusionsInYear = 0 } }) => {
      const pass = infusionsInYear <= usualGatePolicy.infusionsInYear
      return [
        pass,
        `${infusionsInYear} infusions in twelve months with this course${pass ? '' : `, over ${usualGatePolicy.infusionsInYear}: review first`}`,
      ]
    },
  },
  {
    id: 'ideal-weight',
    source: 'Devine 1974; clinical reference 9.4',
    basis: 'source',
    answer: ({ request, limits }) => {
      const percent = percentFromIdeal(request)
      if (percent === null) return [false, 'Height or sex is not recorded, so the ideal weight is not known']
      const pass = exact(percent).lte(limits.idealPercent)
      return [pass, `Weight is ${quantity(percent, '%')} from ideal${pass ? '' : `, over ${quantity(limits.idealPercent, '%')}`}`]
    },
  },
  {
    id: 'final-volume-usual',
    source: 'bags and syringes in use',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: ({ infusate, limits }) => {
      const { leastFinalMl: least, mostFinalMl: most } = limits
      const ml = exact(infusate?.finalMl ?? '0')
      const pass = ml.gte(least) && ml.lte(most)
      const shown = `Final volume ${quantity(plain(ml), 'mL')}`
      return [pass, pass ? shown : `${shown} is outside the usual ${least} to ${quantity(most, 'mL')}`]
    },
  },
  {
    id: 'sedation-equipment',
    source: orderChecks,
    basis: 'source',
    answer: ({ request: { sedation } }) => {
      const pass = sedation.intended === 'minimal' || sedation.hasModerateEquipment
      return [pass, pass ? `Intended sedation: ${sedation.intended}` : 'Moderate sedation intended without the equipment for it']
    },
  },
]
