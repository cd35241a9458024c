import { daysOf, usualPain, varianceOfMean } from '../../src/forecast/course.ts'
import { courseOf } from '../../src/forecast/door.ts'
import { type Kind, latents, level } from '../../src/forecast/level.ts'
import { logLikelihood, tail4 } from '../../src/forecast/likelihood.ts'
import { literaturePrior } from '../../src/forecast/prior.ts'
import { vectors } from '../../src/forecast/vectors.ts'
import { numberRow, type Row } from '../group.ts'

type Case = 'F2' | 'F4'

/** A person whose ten latents are not nothing. */
const zeta = Float64Array.from([0.5, -0.5, 0.3, -0.2, 0.4, -0.6, 0.7, -0.8, 0.2, -0.3])
const { values } = literaturePrior
const tolerance = 1e-9

function lnL(id: Case, kind: Kind, z: Float64Array): number {
  const course = courseOf(vectors[id].input)
  const row = daysOf(
    course.exposure,
    course.scores.map(({ daysAfterCourse }) => daysAfterCourse),
  )
  const levels = new Float64Array(row.days.length)
  level(kind, z, 0, row, course.usual, values, levels)
  return logLikelihood(course.reported, levels, z, 0, values)
}

/** The slow site at the median half-life, by the pieces of the course. */
function siteAt(id: Case, day: number): number {
  const { days, areas } = courseOf(vectors[id].input).exposure
  const k = Math.LN2 / 10.9
  return days.reduce((sum, from, i) => sum + (from <= day ? k * areas[i] * Math.exp(-k * (day - from)) : 0), 0)
}

function painOf(kind: Kind): number[] {
  const course = courseOf(vectors.F2.input)
  const levels = new Float64Array(3)
  level(kind, zeta, 0, daysOf(course.exposure, [1, 7, 28]), course.usual, values, levels)
  return [...levels]
}

const levelsOf: readonly [Kind, readonly number[]][] = [
  ['none', [6.393384570817, 6.361273538704, 6.306810587794]],
  ['dose-driven', [1.744967329186, 2.235449757681, 4.458760628134]],
  ['fixed-duration', [0.5827457946012, 0.6063371265017, 1.746991221736]],
]

const likelihoods: readonly [Case, Kind, number, number][] = [
  ['F2', 'none', -23.76533208551, -26.7985620493],
  ['F2', 'dose-driven', -7.604124191007, -7.493272560093],
  ['F2', 'fixed-duration', -10.98088213933, -11.89044927194],
  ['F4', 'none', -70.37520357662, -77.02338190369],
  ['F4', 'dose-driven', -39.55774026163, -47.06206153092],
  ['F4', 'fixed-duration', -60.04045898332, -74.52812808018],
]

/** What two programs agree on to twelve digits. */
export function exact(): Row[] {
  const [two, four] = [courseOf(vectors.F2.input).exposure, courseOf(vectors.F4.input).exposure]
  const usual = usualPain({ mean: 7, scores: 7 }, values)
  const row = (id: string, what: string, expected: number, got: number) => numberRow(id, what, expected, got, tolerance)
  return [
    row('tails', 'Student’s t with 4 degrees of freedom, below 1', 0.81304951685, tail4(1)),
    row('tails', 'the same, below −3', 0.01997098403586, tail4(-3)),
    row('baseline', 'variance of the mean of 7 correlated days, of 1', 0.3475765306122, varianceOfMean(7, 0.5)),
    row('baseline', 'the same of 3 days', 0.6111111111111, varianceOfMean(3, 0.5)),
    row('F2', 'pieces that stand for the course', 5, two.days.length),
    row('F2', 'day of the first of them', -3.631944444444, two.days[0]),
    row('F2', 'its area', 198.4126984127, two.areas[0]),
    row('F2', 'slow site on day 7', 35.7733290851, siteAt('F2', 7)),
    row('F2', 'slow site on day 28', 9.41007990048, siteAt('F2', 28)),
    row('F4', 'area of the first piece', 23.55087563216, four.areas[0]),
    row('F4', 'its day', -10.96322386761, four.days[0]),
    row('F4', 'slow site on day 7', 6.976342120206, siteAt('F4', 7)),
    row('F4', 'slow site on day 28', 1.835108401794, siteAt('F4', 28)),
    row('F2', 'usual pain, mean', 6.656643974144, usual.mean),
    row('F2', 'usual pain, SD', 0.6082527604831, usual.sd),
    ...levelsOf.flatMap(([kind, expected]) =>
      painOf(kind).map((got, i) => row('F2', `pain on day ${[1, 7, 28][i]}, ${kind}`, expected[i], got)),
    ),
    ...likelihoods.flatMap(([id, kind, atZero, atZeta]) => [
      row(id, `log-likelihood at the centre, ${kind}`, atZero, lnL(id, kind, new Float64Array(latents))),
      row(id, `log-likelihood at ζ, ${kind}`, atZeta, lnL(id, kind, zeta)),
    ]),
  ]
}
