import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Course, dayLabel } from './course.ts'
import { PainTrace } from './pain-trace.tsx'
import { type PainForecast, ReliefChart } from './relief-chart.tsx'

const course: Course = {
  dayZero: '2026-11-06T20:00:00Z',
  counts: 'last',
  zone: 'America/New_York',
  firstDay: -20,
  lastDay: 91,
  today: 17,
  infusions: [-4, -3, -2, -1, 0],
  before: { from: -20, to: -5, mean: 7.3 },
  scores: [
    { day: -18, score: 7 },
    { day: 3, score: 2 },
    { day: 14, score: 3 },
  ],
  due: [28, 90],
}
const days = Array.from({ length: 19 }, (_, i) => i * 5)
const forecast: PainForecast = {
  usual: days.map((at) => ({ at, p5: 2, p25: 3, median: 4, p75: 5, p95: 6 })),
  single: days.map((at) => ({ at, low: 1, high: 8 })),
}

describe('the chart of relief', () => {
  const html = renderToStaticMarkup(
    <ReliefChart course={course} forecast={forecast} line30={5.1} window={{ from: 26, to: 37 }} caption="Model estimate." />,
  )

  test('bands come before the median, the median before the 30 % line, and the marks last', () => {
    const order = ['data-band="90"', 'data-band="50"', 'data-line="median"', 'data-line="30 % line"', 'data-marks'].map((mark) =>
      html.indexOf(mark),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
  })

  test('the 30 % line is named with its pain value', () => {
    expect(html).toContain('30 % line')
    expect(html).toContain('pain 5.1')
  })

  test('every answer is a mark, and the window says its dates', () => {
    expect(html.match(/data-score=/g)).toHaveLength(3)
    expect(html).toContain('Dec 2 to Dec 13')
  })

  test('without a forecast only marks are left', () => {
    const bare = renderToStaticMarkup(<ReliefChart course={course} line30={5.1} caption="Two answers are too few." />)
    expect(bare).not.toContain('data-band')
    expect(bare).not.toContain('data-line="median"')
    expect(bare.match(/data-score=/g)).toHaveLength(3)
  })
})

describe('a patient’s own trace', () => {
  const html = renderToStaticMarkup(<PainTrace course={course} line30={5.1} />)

  test('nothing in it is predicted', () => {
    expect(html).not.toContain('data-band')
    expect(html).not.toContain('data-fan')
  })

  test('answers still to come are empty rings', () => {
    expect(html.match(/data-due=/g)).toHaveLength(2)
  })
})

test('a date stays right across the end of summer time', () => {
  const summer = { dayZero: '2026-10-30T23:30:00-04:00', zone: 'America/New_York' }
  expect(dayLabel(summer, 0)).toBe('Oct 30')
  expect(dayLabel(summer, 2)).toBe('Nov 1')
  expect(dayLabel(summer, 28)).toBe('Nov 27')
})
