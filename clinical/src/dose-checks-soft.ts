import { doseLimits } from './dose-limits.ts'
import { type DoseFacts, type DoseRule, hasDrifted, orderChecks } from './dose-rule.ts'
import { percentFromIdeal } from './dosing-weight.ts'
import { Exact, exact, plain } from './exact.ts'
import { duration, quantity } from './quantity.ts'

const isPain = ({ request }: DoseFacts) => request.protocol.indication === 'pain'

/** What somebody must acknowledge by name. */
export const softRules: readonly DoseRule[] = [
  {
    id: 'rate-per-kg',
    source: orderChecks,
    basis: 'source',
    answer: ({ doseMg, minutes, request }) => {
      const perKg = exact(doseMg.value).times(60).div(minutes).div(request.weight.kg)
      const pass = perKg.lte(doseLimits.mgPerKgPerHour)
      const shown = quantity(plain(perKg, 3), 'mg/kg/h')
      return [pass, pass ? shown : `${shown} is over ${quantity(doseLimits.mgPerKgPerHour, 'mg/kg/h')}`]
    },
  },
  {
    id: 'pain-total',
    source: orderChecks,
    basis: 'source',
    applies: isPain,
    answer: ({ doseMg }) => {
      const { least, most } = doseLimits.painTotalMg
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
    answer: ({ minutes }) => {
      const pass = minutes >= doseLimits.painMinutes
      return [pass, pass ? `Lasts ${duration(minutes)}` : `Lasts ${duration(minutes)}, under ${duration(doseLimits.painMinutes)}`]
    },
  },
  {
    id: 'first-dose',
    source: `${orderChecks}, read as mg/kg within the first hour`,
    basis: 'proposed',
    applies: ({ request }) => request.isFirstDose,
    answer: ({ doseMg, minutes, request }) => {
      const perKg = exact(doseMg.value).times(Math.min(60, minutes)).div(minutes).div(request.weight.kg)
      const pass = !hasDrifted(Exact.max(perKg, doseLimits.firstHourMgPerKg), exact(doseLimits.firstHourMgPerKg))
      const shown = `First dose ${quantity(plain(perKg, 3), 'mg/kg')} within an hour`
      return [pass, pass ? shown : `${shown} is over ${quantity(doseLimits.firstHourMgPerKg, 'mg/kg')}`]
    },
  },
  {
    id: 'interval',
    source: orderChecks,
    basis: 'source',
    applies: ({ request }) => !request.isFirstDose && !request.protocol.isDaily,
    answer: ({ request: { hoursSinceLastDose: hours } }) => {
      if (hours === null) return [false, 'The time since the last dose is not known']
      const pass = hours >= doseLimits.hoursBetween
      return [
        pass,
        `${quantity(Math.floor(hours), 'h')} since the last dose${pass ? '' : `, under ${quantity(doseLimits.hoursBetween, 'h')}`}`,
      ]
    },
  },
  {
    id: 'ideal-weight',
    source: 'Devine 1974; clinical reference 9.4',
    basis: 'source',
    answer: ({ request }) => {
      const percent = percentFromIdeal(request)
      if (percent === null) return [false, 'Height or sex is not recorded, so the ideal weight is not known']
      const pass = exact(percent).lte(doseLimits.idealPercent)
      return [
        pass,
        `Weight is ${quantity(percent, '%')} from ideal${pass ? '' : `, over ${quantity(doseLimits.idealPercent, '%')}`}`,
      ]
    },
  },
  {
    id: 'final-volume-usual',
    source: 'bags and syringes in use',
    basis: 'proposed',
    applies: ({ infusate }) => infusate !== null,
    answer: ({ infusate }) => {
      const { least, most } = doseLimits.finalMl
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
