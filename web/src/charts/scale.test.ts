import { expect, it } from 'vitest'
import { scaleLinear } from './scale.ts'

it('puts a number as far along the line as it is in the scale, upside down too', () => {
  expect(scaleLinear([0, 10], [0, 100])(2.5)).toBe(25)
  expect(scaleLinear([60, 160], [200, 0])(85)).toBe(150)
  expect(scaleLinear([5, 5], [0, 100])(5)).toBe(50)
})

it('has about as many ticks as asked for, on round numbers within the scale', () => {
  expect(scaleLinear([0, 24], [0, 1]).ticks(8)).toEqual(
    [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24].filter((n) => n % 2 === 0),
  )
  expect(scaleLinear([58, 109], [0, 1]).ticks(2)).toEqual([60, 80, 100])
  expect(scaleLinear([0, 0.47], [0, 1]).ticks(4)).toEqual([0, 0.1, 0.2, 0.3, 0.4])
  expect(scaleLinear([0, 1272], [0, 1]).ticks(4)).toEqual([0, 500, 1000])
  expect(scaleLinear([-0.9, 0.32], [0, 1]).ticks(6)).toEqual([-0.8, -0.6, -0.4, -0.2, 0, 0.2])
})

it('never shows the rest of a division', () => {
  for (const most of [0.3, 0.7, 1.1, 3, 0.03, 0.0042]) {
    const shown = scaleLinear([0, most], [0, 1]).ticks(10).map(String)
    expect(Math.max(...shown.map((each) => each.length))).toBeLessThan(8)
  }
})

it('is widened to round numbers', () => {
  const scale = scaleLinear([-0.87, 0.31], [0, 100]).nice()
  expect([scale(-0.9), scale(0.4)]).toEqual([0, 100])
})

it('has no ticks and breaks nothing where there is no number', () => {
  expect(scaleLinear([Number.NaN, 3], [0, 1]).ticks(4)).toEqual([])
  expect(scaleLinear([7, 7], [0, 1]).ticks(4)).toEqual([7])
})
