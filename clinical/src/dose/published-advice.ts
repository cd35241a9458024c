import type { Indication } from '../chart/question.ts'
import { allPositive, Exact, exact } from '../exact.ts'
import { quantity } from '../quantity.ts'

/** An order as sources are held against it. Amounts are decimal strings; `condition` is the pain condition where known. */
export type OrderInView = {
  indication: Indication
  condition?: string
  weightKg: string
  doseMg: string
  minutes: number
  sessions: number
  isDaily: boolean
}

export type Stance = 'agrees' | 'departs' | 'caution'

/** How one published source stands to an order, in our words. */
export type SourceLine = { id: string; source: string; stance: Stance; text: string }

type Advice = {
  id: string
  source: string
  /** How sure we are of the figures: seen in a digest or abstract, or recalled. */
  confidence: 'seen' | 'recalled'
  for: Indication
  says: (order: OrderInView) => Omit<SourceLine, 'id' | 'source'>
}

const agrees = (text: string) => ({ stance: 'agrees', text }) as const
const departs = (text: string) => ({ stance: 'departs', text }) as const
const beware = (text: string) => ({ stance: 'caution', text }) as const

const mgPerKg = ({ doseMg, weightKg }: OrderInView) => exact(doseMg, 'doseMg').div(exact(weightKg, 'weightKg'))
const mgPerKgPerHour = (order: OrderInView) => mgPerKg(order).times(60).div(order.minutes)
const rateMgPerHour = ({ doseMg, minutes }: OrderInView) => exact(doseMg, 'doseMg').times(60).div(minutes)
/** Doses are rounded to what a pump can give, so equal means within the 2 % that an order allows. */
const isAbout = (value: Exact, published: string) => value.minus(published).abs().lte(new Exact(published).times('0.02'))
const shown = (value: Exact, unit: string) => quantity(value.toDecimalPlaces(2).toFixed(), unit)

/** What each source says, and how an order stands to it. No source here gives one right dose. */
export const publishedAdvice: readonly Advice[] = [
  {
    id: 'cohen-2018-total',
    source: 'Cohen et al. 2018, consensus of three societies (grade C, low certainty)',
    confidence: 'seen',
    for: 'pain',
    says: (order) => {
      const gap = new Exact(80).minus(order.doseMg)
      if (gap.gt(0)) return departs(`At least 80 mg is advised: this is ${shown(gap, 'mg')} less`)
      if (order.minutes <= 120) return departs('More than two hours is advised: this is shorter')
      return agrees('At least 80 mg over more than two hours')
    },
  },
  {
    id: 'cohen-2018-rate',
    source: 'Cohen et al. 2018, consensus of three societies (grade C, low certainty)',
    confidence: 'seen',
    for: 'pain',
    says: (order) => {
      const rate = mgPerKgPerHour(order)
      if (rate.gt(2)) return departs(`Rates of 0.5 to 2 mg/kg/h are described: this is ${shown(rate, 'mg/kg/h')}`)
      if (rate.lt('0.5')) return departs(`Rates of 0.5 to 2 mg/kg/h are described: this is ${shown(rate, 'mg/kg/h')}, lower`)
      return agrees('Between 0.5 and 2 mg/kg/h')
    },
  },
  {
    id: 'schwartzman-2009',
    source: 'Schwartzman et al. 2009, outpatient trial in CRPS',
    confidence: 'seen',
    for: 'pain',
    says: (order) => {
      if (order.condition !== 'crps') return beware('Studied in CRPS; this condition was not')
      const fits = order.minutes === 240 && order.sessions === 10 && order.isDaily && rateMgPerHour(order).lte(25)
      const atRate = isAbout(mgPerKgPerHour(order), '0.35') || isAbout(rateMgPerHour(order), '25')
      if (fits && atRate) return agrees('0.35 mg/kg/h to at most 25 mg/h, four hours a day, ten days')
      return departs('The trial gave 0.35 mg/kg/h to at most 25 mg/h, four hours a day, ten days')
    },
  },
  {
    id: 'tankha-2025',
    source: 'Tankha 2025, cohort of 1034 with mixed refractory pain, no control group',
    confidence: 'seen',
    for: 'pain',
    says: (order) => {
      const same = isAbout(mgPerKg(order), '0.5') && order.minutes === 40 && order.sessions === 5
      const found = '0.5 mg/kg over 40 minutes on five days; 20 to 46 % improved, by measure'
      return same ? agrees(found) : departs(`The cohort had ${found}`)
    },
  },
  {
    id: 'cochrane-2025',
    source: 'Ferraro et al., Cochrane 2025 (CD015373), 67 trials, 2309 people',
    confidence: 'seen',
    for: 'pain',
    says: () => beware('No clear benefit for lasting pain at any time, at any dose; more adverse events'),
  },
  {
    id: 'sanacora-2017',
    source: 'Sanacora et al. 2017, task force of the APA (not a guideline)',
    confidence: 'recalled',
    for: 'depression',
    says: (order) => {
      const dose = mgPerKg(order)
      if (isAbout(dose, '0.5') && order.minutes === 40) return agrees('0.5 mg/kg over 40 minutes')
      return departs(
        `0.5 mg/kg over 40 minutes is described: this is ${shown(dose, 'mg/kg')} over ${quantity(order.minutes, 'min')}`,
      )
    },
  },
  {
    id: 'phillips-2019',
    source: 'Phillips et al. 2019, 41 people: six infusions in two weeks, then weekly',
    confidence: 'seen',
    for: 'depression',
    says: ({ sessions }) =>
      sessions === 6
        ? agrees('Six infusions; 59 % responded, half of them by the third')
        : departs(`Six infusions were given: this plan has ${sessions}`),
  },
  {
    id: 'karma-dep-2-2025',
    source: 'KARMA-Dep 2, 2025, 62 inpatients, compared with midazolam',
    confidence: 'seen',
    for: 'depression',
    says: () => beware('No clear advantage over midazolam (difference −3.16 on MADRS, 95 % interval −8.54 to 2.22)'),
  },
]

const shownFirst = ['departs', 'caution', 'agrees']

/** How each source for this indication stands to an order: departures first. Problem `not-valid` names every amount that is not above 0. */
export function sourcesOn(planned: OrderInView): SourceLine[] {
  allPositive({ weightKg: planned.weightKg, doseMg: planned.doseMg, minutes: String(planned.minutes) })
  return publishedAdvice
    .filter((advice) => advice.for === planned.indication)
    .map(({ id, source, says }) => ({ id, source, ...says(planned) }))
    .sort((a, b) => shownFirst.indexOf(a.stance) - shownFirst.indexOf(b.stance))
}
