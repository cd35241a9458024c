import { PainTrace } from '../charts/pain-trace.tsx'
import { Phq9Course } from '../charts/phq-9-course.tsx'
import { ReliefChart } from '../charts/relief-chart.tsx'
import { ReliefCourse } from '../charts/relief-course.tsx'
import { blankCourse, course, fanOf } from './made-up.ts'
import type { Specimen } from './specimen.ts'

const steps = Array.from({ length: 25 }, (_, i) => i * 4)
const pain = fanOf(steps, (day) => 3 + (4 * day) / 100)
const expected = { responder: pain, nonResponder: 7.5, responderWords: '67 ± 10 of 100', nonResponderWords: '33 ± 10 of 100' }
const forecast = { usual: pain, single: pain.map(({ at, p5, p95 }) => ({ at, low: p5 * 0.7, high: p95 * 1.1 })) }
const last = { ...course, counts: 'last' as const, before: { from: -8, to: -1, mean: 7.5 } }
const totals = { ...course, scores: course.scores.map(({ day, score }) => ({ day, score: score * 2.5 })) }
const caption = 'Model estimate. Made up for this sheet.'

/** Scores of a course over its days. */
export const courseCharts: readonly Specimen[] = [
  {
    file: 'charts/relief-course.tsx',
    states: {
      ready: <ReliefCourse course={course} before={7.5} expected={expected} caption={caption} />,
      empty: <ReliefCourse course={blankCourse} before={null} expected={null} caption="Nothing was given yet." />,
    },
  },
  {
    file: 'charts/phq-9-course.tsx',
    states: {
      ready: <Phq9Course course={totals} before={18} caption="Scores only." />,
      empty: <Phq9Course course={blankCourse} before={null} caption="No totals yet." />,
    },
  },
  {
    file: 'charts/relief-chart.tsx',
    states: {
      ready: <ReliefChart course={last} forecast={forecast} line30={5.2} window={{ from: 50, to: 66 }} caption={caption} />,
      empty: <ReliefChart course={blankCourse} line30={5.2} caption="Two answers are too few." />,
    },
  },
  {
    file: 'charts/pain-trace.tsx',
    states: {
      ready: <PainTrace course={{ ...last, due: [56, 90] }} line30={5.2} />,
      empty: <PainTrace course={blankCourse} />,
    },
  },
]
