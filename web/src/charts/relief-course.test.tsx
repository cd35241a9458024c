import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Course } from './course.ts'
import { Phq9Course } from './phq-9-course.tsx'
import { ReliefCourse } from './relief-course.tsx'

const course: Course = {
  dayZero: '2026-11-23T15:00:00Z',
  counts: 'first',
  zone: 'America/New_York',
  firstDay: -7,
  lastDay: 100,
  today: 30,
  infusions: [0, 1, 2],
  scores: [
    { day: -2, score: 7 },
    { day: 9, score: 4 },
  ],
}
const fan = [0, 50, 100].map((at) => ({ at, p5: 2, p25: 3, median: 4, p75: 5, p95: 6 }))
const expected = { responder: fan, nonResponder: 7, responderWords: '67 of 100', nonResponderWords: '33 of 100' }
const lineIn = (html: string, name: string) => new RegExp(`<(?:path|line)[^>]*data-line="${name}"[^>]*>`).exec(html)?.[0] ?? ''

describe('pain against the model', () => {
  const html = renderToStaticMarkup(<ReliefCourse course={course} before={7} expected={expected} caption="Model estimate" />)

  test('draws a responder with a band, and a non-responder as a line of its own at the pain before', () => {
    expect(lineIn(html, 'responder')).toContain('<path')
    expect(html).toContain('data-band="90"')
    const flat = lineIn(html, 'non-responder')
    const level = Number(/y1="([\d.]+)"/.exec(flat)?.[1])
    expect(level).toBeCloseTo(372 - (7 / 10) * (372 - 56), 0)
  })

  test('puts every score in as a mark and every infusion as a stroke', () => {
    expect(html).toContain('data-marks="2"')
    expect(html).toContain('data-infusions="3"')
  })

  test('draws marks alone where nothing can be expected', () => {
    const bare = renderToStaticMarkup(<ReliefCourse course={course} before={null} expected={null} caption="No baseline" />)
    expect(bare).not.toMatch(/data-curves|data-band|30 % line/)
    expect(bare).toContain('data-score="4"')
  })
})

test('a PHQ-9 course has marks and its two named lines, and never a curve', () => {
  const html = renderToStaticMarkup(<Phq9Course course={course} before={18} caption="" />)
  expect(html).toContain('half of before')
  expect(html).toContain('remission')
  expect(html).not.toMatch(/<path|data-band/)
})
