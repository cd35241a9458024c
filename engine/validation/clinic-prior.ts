import { learnPrior } from '../src/forecast/clinic-prior.ts'
import { courseOf } from '../src/forecast/door.ts'
import { type Posterior, posterior } from '../src/forecast/posterior.ts'
import { literaturePrior } from '../src/forecast/prior.ts'
import { personOf } from './forecast/person.ts'
import { type Truth, truths } from './forecast/truths.ts'
import { fromRows, type Group, type Row, type Work } from './group.ts'

/** A clinic whose people respond less often and longer than publications say. */
const truth: Truth = {
  ...truths[0],
  id: 'a-clinic',
  title: 'the drug acts in 35 %, half-life 20 d, 30 % missing',
  values: { ...literaturePrior.values, q: 0.35, lnHalfLife: Math.log(20) },
  missing: 0.3,
}
const seed = 20_261_125
const asked = 84
const draws = 1024

/** One finished course of the clinic, as the forecast saw it after twelve weeks. */
function finished(index: number): Posterior {
  const { input, heard } = personOf(truth, seed, index)
  const scores = heard.filter(({ daysAfterCourse }) => daysAfterCourse <= asked)
  return posterior(courseOf({ ...input, scores, nowDaysAfterCourse: asked }), 1, draws)
}

const sizes = {
  slice: [{ patients: 10, clinics: 1 }],
  full: [
    { patients: 20, clinics: 20 },
    { patients: 80, clinics: 5 },
  ],
} as const
/** What another program learned, guarded, on average over five such clinics. */
const measured: Readonly<Record<number, { q: number; halfLife: number }>> = {
  20: { q: 0.46, halfLife: 12.3 },
  80: { q: 0.42, halfLife: 14.3 },
}
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

function rowsOf(patients: number, clinics: number, people: readonly Posterior[]): Row[] {
  const learned = Array.from(
    { length: clinics },
    (_, i) => learnPrior(people.slice(i * patients, (i + 1) * patients), literaturePrior).prior.values,
  )
  const q = mean(learned.map((values) => values.q))
  const halfLife = Math.exp(mean(learned.map(({ lnHalfLife }) => lnHalfLife)))
  const other = measured[patients]
  const row = (
    what: string,
    from: number,
    to: number,
    unit: string,
    got: number,
    expected: number | undefined,
    tolerance: number,
  ): Row => ({
    id: `${patients} people`,
    what: `${what}: from ${from}${unit} towards ${to}${unit}, mean of ${clinics} clinics`,
    expected: expected === undefined ? `between ${from} and ${to}` : `${expected}${unit}, another program`,
    tolerance: expected === undefined ? '' : `± ${tolerance}`,
    got: got.toPrecision(3),
    verdict: (expected === undefined ? (got - from) * (to - from) >= 0 : Math.abs(got - expected) <= tolerance) ? 'pass' : 'FAIL',
  })
  return [
    row('chance that the drug acts', 0.57, 0.35, '', q, other?.q, 0.05),
    row('half-life of relief', 10.9, 20, ' d', halfLife, other?.halfLife, 2.5),
  ]
}

function untouched(people: readonly Posterior[]): Row {
  const { prior, learned } = learnPrior(people.slice(0, 9), literaturePrior)
  return {
    id: 'guard',
    what: 'nine people change nothing',
    expected: 'the prior of publications',
    tolerance: '',
    got: prior.id,
    verdict: !learned && prior === literaturePrior ? 'pass' : 'FAIL',
  }
}

export const clinicPrior: Group = {
  id: 'clinic-prior',
  title: 'A clinic that learns from its own patients',
  about:
    'Virtual clinics in which the drug acts in 35 % with a half-life of 20 days, where the prior believes in 57 % and 10.9 days. What is learned moves slowly and in the right ' +
    'direction. The other program had five clinics of each size: the tolerance is that of their luck.',
  file: import.meta.filename,
  run: ({ size, progress }: Work) => {
    const most = Math.max(...sizes[size].map(({ patients, clinics }) => patients * clinics))
    const people = Array.from({ length: most }, (_, i) => {
      progress(i, most)
      return finished(i)
    })
    return fromRows([untouched(people), ...sizes[size].flatMap(({ patients, clinics }) => rowsOf(patients, clinics, people))])
  },
}
