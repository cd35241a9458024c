import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intervals } from './intervals.ts'
import { plot } from './plot.ts'
import { exactScale, roundScale } from './scale.ts'

const picture = (labels: readonly string[], values: readonly number[] = [0, 5, 3]) =>
  plot({
    title: 'a < b & "c"',
    caption: 'words '.repeat(60).trim(),
    xLabel: 'minutes',
    x: values.map((_, i) => 10 * i),
    panels: [{ yLabel: 'ng/mL', lines: labels.map((label) => ({ label, values })) }],
  })
const attributes = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value)

describe('a picture', () => {
  test('is text that XML can hold, and names the numbers, their units and every line', () => {
    const svg = picture(['plasma\u0001', 'effect site'])
    expect(svg).toContain('a &lt; b &amp; &quot;c&quot;')
    for (const words of ['ng/mL', 'minutes', '>plasma<', '>effect site<']) expect(svg).toContain(words)
    expect(svg.match(/<(text|path|svg|title|rect|circle)\b/g)?.length).toBe(
      (svg.match(/\/>/g)?.length ?? 0) + (svg.match(/<\/(text|path|svg|title|rect|circle)>/g)?.length ?? 0),
    )
  })

  test('gives each of ten lines a colour or a break of its own, and names that do not lie on each other', () => {
    const svg = picture(Array.from({ length: 10 }, (_, i) => `line ${i}`))
    const strokes = [...svg.matchAll(/stroke="(#\w+)" stroke-width="2"([^/]*)\/>/g)].map(([, colour, broken]) => colour + broken)
    expect(new Set(strokes).size).toBe(10)
    const places = [...svg.matchAll(/y="([\d.]+)"[^>]*>line \d/g)].map(([, y]) => Number(y)).sort((a, b) => a - b)
    places.slice(1).forEach((place, i) => {
      expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(14.9)
    })
  })

  test('holds no number that is none, whatever is drawn', () => {
    const some = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(some, (values) => {
        expect(picture(['a'], values)).not.toMatch(/NaN|Infinity|undefined/)
      }),
    )
  })

  test('of a hundred thousand points is drawn', () => {
    const values = Array.from({ length: 100_000 }, (_, i) => Math.sin(i))
    expect(attributes(picture(['a'], values), 'd').some((path) => path && path.length > 500_000)).toBe(true)
  })
})

describe('a scale', () => {
  test('numbers an axis in round steps, zero included', () => {
    expect(roundScale([30, 253], 6).ticks).toEqual([0, 50, 100, 150, 200, 250, 300])
    expect(roundScale([-11, 79], 6).ticks).toEqual([-20, 0, 20, 40, 60, 80])
    expect(exactScale([0, 240], [15, 30, 60]).ticks).toEqual([0, 30, 60, 90, 120, 150, 180, 210, 240])
    expect(exactScale([5, 5]).ticks).toContain(5)
  })
})

test('intervals show what is expected, and a ring only for what was seen', () => {
  const row = { unit: 'NRS', expected: 3, low: 2, high: 4 }
  const svg = intervals('a trial', 'a model estimate', [
    { ...row, label: 'seen', seen: 2.7 },
    { ...row, label: 'not seen' },
    { ...row, label: 'share', unit: 'share', expected: 0.5, low: 0.4, high: 0.6 },
  ])
  expect(svg.match(/fill="none"/g)).toHaveLength(1)
  expect(svg).not.toMatch(/NaN/)
})
