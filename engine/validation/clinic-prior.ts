import { learnFrom } from '../src/forecast/clinic-prior.ts'
import { courseOf } from '../src/forecast/door.ts'
import { posterior } from '../src/forecast/posterior.ts'
import { literaturePrior, type Prior } from '../src/forecast/prior.ts'
import { type Draws, drawsOf } from '../src/forecast/reweigh.ts'
import { brier } from './forecast/measures.ts'
import { personOf } from './forecast/person.ts'
import { recordsOf } from './forecast/record.ts'
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
const draws = 2048

/** A clinic whose people are as the prior believes, which has nothing to learn. */
const believed: Truth = { ...truth, id: 'a-believed-clinic', values: literaturePrior.values }

/** One finished course of a clinic, as the forecast saw it after twelve weeks. */
function finished(of: Truth, index: number): Draws {
  const { input, heard } = personOf(of, seed, index)
  const scores = heard.filter(({ daysAfterCourse }) => daysAfterCourse <= asked)
  return drawsOf(posterior(courseOf({ ...input, scores, nowDaysAfterCourse: asked }), 1, draws))
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

function rowsOf(patients: number, clinics: number, people: readonly Draws[]): Row[] {
  const learned = Array.from(
    { length: clinics },
    (_, i) => learnFrom(people.slice(i * patients, (i + 1) * patients), literaturePrior).prior.values,
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

function untouched(people: readonly Draws[]): Row {
  const { prior, learned } = learnFrom(people.slice(0, 9), literaturePrior)
  return {
    id: 'guard',
    what: 'nine people change nothing',
    expected: 'the prior of publications',
    tolerance: '',
    got: prior.id,
    verdict: !learned && prior === literaturePrior ? 'pass' : 'FAIL',
  }
}

const tried = { patients: 80, clinics: 5, newcomers: 40, days: [7, 14], tolerance: 0.004 }

/** What learning does to the Brier score of "holds until" in people who come later. */
function harmRow(what: string, of: Truth, people: readonly Draws[], expected: number, done: () => void): Row {
  const { patients, clinics, newcomers, days, tolerance } = tried
  const scores = Array.from({ length: clinics }, (_, clinic) => {
    const { prior } = learnFrom(people.slice(clinic * patients, (clinic + 1) * patients), literaturePrior)
    const under = (one: Prior) =>
      Array.from({ length: newcomers }, (_, i) => {
        done()
        return recordsOf(of, seed + 1, clinic * newcomers + i, days, one)
      }).flat()
    return [under(prior), under(literaturePrior)].map((records) => brier(records, ({ said }) => said))
  })
  const [learned, published] = [0, 1].map((which) => mean(scores.map((of) => of[which])))
  const signed = (x: number) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(4)}`
  return {
    id: `${patients} people`,
    what: `${what}: Brier score of ${newcomers} newcomers on days 7 and 14, learned prior less that of publications (${published.toFixed(4)}), mean of ${clinics} clinics`,
    expected: `${signed(expected)}, another program`,
    tolerance: `± ${tolerance}`,
    got: signed(learned - published),
    verdict: Math.abs(learned - published - expected) <= tolerance ? 'pass' : 'FAIL',
  }
}

export const clinicPrior: Group = {
  id: 'clinic-prior',
  title: 'A clinic that learns from its own patients',
  about:
    'Virtual clinics in which the drug acts in 35 % with a half-life of 20 days, where the prior believes in 57 % and 10.9 days. What is learned moves slowly and in the right ' +
    'direction, and does no harm where there was nothing to learn. The other program had five clinics of each size: the tolerance is that of their luck.',
  file: import.meta.filename,
  run: ({ size, progress }: Work) => {
    const most = Math.max(...sizes[size].map(({ patients, clinics }) => patients * clinics))
    const all = size === 'full' ? 2 * most + 4 * tried.clinics * tried.newcomers : most
    let sofar = 0
    const done = () => progress(++sofar, all)
    const drawnOf = (of: Truth) =>
      Array.from({ length: most }, (_, i) => {
        done()
        return finished(of, i)
      })
    const people = drawnOf(truth)
    return fromRows([
      untouched(people),
      ...sizes[size].flatMap(({ patients, clinics }) => rowsOf(patients, clinics, people)),
      ...(size === 'full'
        ? [
            harmRow('a clinic that differs', truth, people, -0.0019, done),
            harmRow('a clinic that does not', believed, drawnOf(believed), 0.0009, done),
          ]
        : []),
    ])
  },
}
