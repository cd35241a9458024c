import { expect, test } from 'vitest'
import { type Part, stepFrom } from './walk.tsx'

const point = (says: string): Part => ({ says })
const chart: Part = {
  says: 'Gates held',
  inside: [{ says: 'dose' }, { says: 'line', inside: ['5 mg', '10 mg', '15 mg'].map(point) }],
}

test('arrows lead from the whole down to a point and out again, and no key leads out of the chart', () => {
  let at: readonly number[] = []
  const press = (...keys: string[]) => {
    for (const key of keys) at = stepFrom(chart, at, key)
    return at
  }
  expect(press('ArrowRight')).toEqual([0])
  expect(press('ArrowRight')).toEqual([0])
  expect(press('ArrowDown', 'ArrowDown')).toEqual([1])
  expect(press('ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual([1, 2])
  expect(press('Home')).toEqual([1, 0])
  expect(press('End')).toEqual([1, 2])
  expect(press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowUp')).toEqual([])
  expect(press('ArrowDown')).toEqual([0])
})
